//! [`Unit`] and [`Scale`]: what a number counts, and whether it was printed in thousands or
//! millions.
//!
//! `known` is the table of measures with their names and sizes. `convert` computes with it. `wire`
//! is the serialised form.

mod convert;
mod known;
mod wire;

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use self::known::{Base, Known};
use crate::coded::coded;
use crate::error::{Error, Problem};
use crate::language::Language;
use crate::leaves::text::{PHRASE, padded};

/// What a number counts (Dutch: *eenheid*): a measure such as euro, the scale in which the number
/// was printed, and for a rate what it is counted per.
///
/// - The [measure](Self::measure) is any text. The known measures are constants; they have a
///   [quantity](Self::quantity) and exact [conversions](Self::convert).
/// - The [scale](Self::scale) records whether the number was *printed* in ones, thousands, millions
///   or billions. The number itself is already multiplied: 12 printed under *x € 1.000* is stored
///   as 12000, and its unit is euro with the scale thousands. Units that [differ in scale
///   only](Self::is_like) can be compared as they are.
/// - [Per](Self::per) is the base of a rate: 3 *per 1.000 inwoners* is a count per 1000
///   inhabitants.
///
/// The text form, in [`Display`](fmt::Display) and [`FromStr`], is `measure[ x 1000| x 1000000| x
/// 1000000000][ per [count ]base]`: `euro x 1000`, `kilogram per inhabitant`, `count per 1000
/// inhabitants`. A known base is printed in the plural after a count. A known measure can also be
/// parsed from its symbol (`kg`, `€`, `%`). Any other text becomes a measure of its own, if it has
/// no control characters and no white space at its ends.
///
/// ```
/// use beleid::{Scale, Unit};
///
/// assert_eq!(Unit::new("percent")?, Unit::PERCENT);
/// let unit: Unit = "count per 1000 inhabitants".parse()?;
/// assert_eq!(unit, Unit::COUNT.with_per(1000, "inhabitant")?);
/// let unit = Unit::EURO.with_scale(Scale::Thousands);
/// assert_eq!((unit.measure(), unit.to_string().as_str()), ("euro", "euro x 1000"));
/// assert_eq!(Unit::new("paspoort")?.quantity(), None);
/// # Ok::<(), beleid::Error>(())
/// ```
///
/// On the wire it is an object: `{"measure":"euro","scale":"thousands","per":null}`.
#[doc(alias = "eenheid")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Unit(Repr);

/// The one form of each unit: whatever the table of known words can hold is held so, in place.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Known { measure: Known, scale: Scale, per: Option<(u32, Base)> },
    Other(Box<Other>),
}

/// A unit with a measure or a base that isn't known.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Other {
    measure: Word<Known>,
    scale: Scale,
    per: Option<(u32, Word<Base>)>,
}

/// The measure, the scale and what it is counted by, each as it is kept.
type Parts = (Word<Known>, Scale, Option<(u32, Word<Base>)>);

/// A word that is known, or any other.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Word<K> {
    Known(K),
    Other(Box<str>),
}

/// The base of a rate: *per 1000 inhabitants* (Dutch: *per*).
///
/// ```
/// use beleid::{Per, Unit};
///
/// let unit = Unit::COUNT.with_per(1000, "inhabitant")?;
/// assert_eq!(unit.per(), Some(Per { count: 1000, of: "inhabitant" }));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "verhouding")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Per<'a> {
    /// How many of the base: 1 or more.
    pub count: u32,
    /// The base: `inhabitant`. A known base is in the singular.
    pub of: &'a str,
}

coded! {
    /// The physical or economic quantity that a known measure belongs to: time, money, length
    /// (Dutch: *grootheid*). Only measures of one quantity can be converted.
    ///
    /// ```
    /// use beleid::{Quantity, Unit};
    ///
    /// assert_eq!(Unit::HECTARE.quantity(), Some(Quantity::Area));
    /// ```
    #[doc(alias = "grootheid")]
    #[non_exhaustive]
    Quantity, "quantity" {
        /// A number of things or people.
        Count = "count", en "count", nl "aantal";
        /// A part of a whole: percent and per mille.
        Share = "share", en "share", nl "aandeel";
        /// The difference of two shares: percentage points.
        ShareDifference = "share_difference", en "difference of shares", nl "verschil van aandelen";
        /// Money.
        Money = "money", en "money", nl "geld";
        /// Time: from seconds to years, and working days.
        Time = "time", en "time", nl "tijd";
        /// Length.
        Length = "length", en "length", nl "lengte";
        /// Area.
        Area = "area", en "area", nl "oppervlakte";
        /// Volume.
        Volume = "volume", en "volume", nl "inhoud";
        /// Mass.
        Mass = "mass", en "mass", nl "massa";
        /// Energy.
        Energy = "energy", en "energy", nl "energie";
        /// Power.
        Power = "power", en "power", nl "vermogen";
        /// Sound level.
        SoundLevel = "sound_level", en "sound level", nl "geluidsniveau";
        /// Labour: full-time equivalents.
        Labour = "labour", en "labour", nl "arbeid";
        /// A position in a ranking.
        Rank = "rank", en "rank", nl "rangorde";
        /// A ratio: how many times as much.
        Ratio = "ratio", en "ratio", nl "verhouding";
    }
}

coded! {
    /// By how much the printed number was multiplied (Dutch: *schaal*), as in `x € 1.000`.
    ///
    /// ```
    /// assert_eq!(beleid::Scale::Millions.factor(), 1_000_000);
    /// ```
    #[doc(alias = "schaal")]
    #[derive(Default)]
    Scale, "scale" {
        /// Not multiplied: the number is stored as printed.
        #[default]
        Ones = "ones", en "ones", nl "eenheden";
        /// Printed in thousands (*duizendtallen*).
        Thousands = "thousands", en "thousands", nl "duizenden";
        /// Printed in millions (*miljoenen*).
        Millions = "millions", en "millions", nl "miljoenen";
        /// Printed in thousands of millions (*miljarden*).
        Billions = "billions", en "billions", nl "miljarden";
    }
}

impl Scale {
    pub(crate) const LARGE: [Scale; 3] = [Scale::Thousands, Scale::Millions, Scale::Billions];

    /// The factor: 1, 1000, 1000000 or 1000000000.
    ///
    /// ```
    /// assert_eq!(beleid::Scale::Thousands.factor(), 1_000);
    /// ```
    pub fn factor(self) -> u32 {
        match self {
            Scale::Ones => 1,
            Scale::Thousands => 1_000,
            Scale::Millions => 1_000_000,
            Scale::Billions => 1_000_000_000,
        }
    }

    /// How many zeros the factor has.
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
    pub(crate) fn power(self) -> u32 {
        match self {
            Scale::Ones => 0,
            Scale::Thousands => 3,
            Scale::Millions => 6,
            Scale::Billions => 9,
        }
    }

    /// How the text form of a unit ends that has this scale.
    fn suffix(self) -> &'static str {
        match self {
            Scale::Ones => "",
            Scale::Thousands => " x 1000",
            Scale::Millions => " x 1000000",
            Scale::Billions => " x 1000000000",
        }
    }
}

impl Unit {
    /// Parses the text form. Any word is a valid unit: `paspoort`.
    ///
    /// # Errors
    /// If the text is empty, contains a control character, or begins or ends with white space.
    ///
    /// ```
    /// use beleid::Unit;
    ///
    /// assert_eq!(Unit::new("kg per inhabitant")?, Unit::KILOGRAM.with_per(1, "inhabitant")?);
    /// assert_eq!(Unit::new("paspoort")?.measure(), "paspoort");
    /// assert!(Unit::new(" ").is_err());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(text: impl AsRef<str>) -> Result<Self, Error> {
        let text = text.as_ref();
        match (PHRASE.check)(text) {
            Ok(()) => Ok(Self::split(text)),
            Err((at, problem)) => Err(Error::new("unit", text, at, problem)),
        }
    }

    /// The unit that a text is, which is checked already.
    fn split(text: &str) -> Self {
        let is_phrase = |text: &str| (PHRASE.check)(text).is_ok();
        let (rest, per) = match text.rsplit_once(" per ") {
            Some((rest, of)) if is_phrase(rest) && is_phrase(of) => (rest, Some(split_count(of))),
            _ => (text, None),
        };
        let scaled = Scale::LARGE.into_iter().find_map(|scale| {
            rest.strip_suffix(scale.suffix())
                .filter(|rest| is_phrase(rest))
                .map(|rest| (rest, scale))
        });
        let (measure, scale) = scaled.unwrap_or((rest, Scale::Ones));
        Self::of_words(
            Word::measure(measure),
            scale,
            per.map(|(count, of)| (count, Word::base(of))),
        )
    }

    /// The unit of these parts as they are.
    fn of_words(measure: Word<Known>, scale: Scale, per: Option<(u32, Word<Base>)>) -> Self {
        Unit(match (measure, per) {
            (Word::Known(measure), None) => Repr::Known { measure, scale, per: None },
            (Word::Known(measure), Some((count, Word::Known(base)))) => {
                Repr::Known { measure, scale, per: Some((count, base)) }
            }
            (measure, per) => Repr::Other(Box::new(Other { measure, scale, per })),
        })
    }

    /// The unit of these parts in its one form: a part that isn't known may hold what is another
    /// part of the text form.
    fn of_parts(measure: Word<Known>, scale: Scale, per: Option<(u32, Word<Base>)>) -> Self {
        let unit = Self::of_words(measure, scale, per);
        match unit.0 {
            Repr::Known { .. } => unit,
            Repr::Other(_) => Self::split(&unit.to_string()),
        }
    }

    /// Its parts, each as it is kept.
    fn parts(&self) -> Parts {
        match &self.0 {
            Repr::Known { measure, scale, per } => {
                (Word::Known(*measure), *scale, per.map(|(count, base)| (count, Word::Known(base))))
            }
            Repr::Other(other) => (other.measure.clone(), other.scale, other.per.clone()),
        }
    }

    /// The same unit with another scale.
    ///
    /// ```
    /// use beleid::{Scale, Unit};
    ///
    /// let unit = Unit::COUNT.with_scale(Scale::Millions);
    /// assert_eq!(unit.to_string(), "count x 1000000");
    /// assert_eq!(unit.with_scale(Scale::Ones), Unit::COUNT);
    /// ```
    #[must_use]
    pub fn with_scale(self, scale: Scale) -> Unit {
        if self.scale() == scale {
            return self;
        }
        let (measure, _, per) = self.parts();
        Self::of_parts(measure, scale, per)
    }

    /// The same measure as a rate per `count` of something.
    ///
    /// # Errors
    /// If `count` is 0, or if `of` is empty, contains a control character, or begins or ends with
    /// white space.
    ///
    /// ```
    /// use beleid::Unit;
    ///
    /// let unit = Unit::COUNT.with_per(1000, "inhabitant")?;
    /// assert_eq!(unit.to_string(), "count per 1000 inhabitants");
    /// assert!(Unit::COUNT.with_per(0, "inhabitant").is_err());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn with_per(self, count: u32, of: &str) -> Result<Unit, Error> {
        (PHRASE.check)(of).map_err(|(at, problem)| Error::new("unit", of, at, problem))?;
        if count == 0 {
            return Err(Error::new("unit", &format!("{self} per 0 {of}"), 0, Problem::PerNothing));
        }
        let (measure, scale, _) = self.parts();
        Ok(Self::of_parts(measure, scale, Some((count, Word::base(of)))))
    }

    /// What is measured or counted; a known measure has its English name.
    ///
    /// ```
    /// assert_eq!(beleid::Unit::new("kg x 1000")?.measure(), "kilogram");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn measure(&self) -> &str {
        match &self.0 {
            Repr::Known { measure, .. } => measure.facts().name,
            Repr::Other(other) => other.measure.as_str(),
        }
    }

    /// Whether the number was printed in ones, thousands, millions or billions. The number itself
    /// is already multiplied.
    ///
    /// ```
    /// use beleid::{Scale, Unit};
    ///
    /// assert_eq!(Unit::new("euro x 1000")?.scale(), Scale::Thousands);
    /// assert_eq!(Unit::EURO.scale(), Scale::Ones);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn scale(&self) -> Scale {
        match &self.0 {
            Repr::Known { scale, .. } => *scale,
            Repr::Other(other) => other.scale,
        }
    }

    /// The base of a rate; `None` if the unit is not a rate.
    ///
    /// ```
    /// use beleid::{Per, Unit};
    ///
    /// let unit = Unit::new("hour per week")?;
    /// assert_eq!(unit.per(), Some(Per { count: 1, of: "week" }));
    /// assert_eq!(Unit::HOUR.per(), None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn per(&self) -> Option<Per<'_>> {
        match &self.0 {
            Repr::Known { per, .. } => per.map(|(count, base)| Per { count, of: base.names()[0] }),
            Repr::Other(other) => {
                other.per.as_ref().map(|(count, of)| Per { count: *count, of: of.as_str() })
            }
        }
    }

    /// The quantity of the measure; `None` if the measure is not a known one. The base of a rate
    /// has no effect: *kilogram per inhabitant* is a mass.
    ///
    /// ```
    /// use beleid::{Quantity, Unit};
    ///
    /// assert_eq!(Unit::WEEK.quantity(), Some(Quantity::Time));
    /// assert_eq!(Unit::new("paspoort")?.quantity(), None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn quantity(&self) -> Option<Quantity> {
        self.known().map(|known| known.facts().quantity)
    }

    fn known(&self) -> Option<Known> {
        match &self.0 {
            Repr::Known { measure, .. } => Some(*measure),
            Repr::Other(other) => match other.measure {
                Word::Known(known) => Some(known),
                Word::Other(_) => None,
            },
        }
    }

    /// Whether numbers in both units can be compared as they are: the units are equal or differ in
    /// scale only.
    ///
    /// ```
    /// use beleid::{Scale, Unit};
    ///
    /// assert!(Unit::EURO.is_like(&Unit::EURO.with_scale(Scale::Thousands)));
    /// assert!(!Unit::EURO.is_like(&Unit::EURO.with_per(1, "inhabitant")?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn is_like(&self, other: &Unit) -> bool {
        match (&self.0, &other.0) {
            (
                Repr::Known { measure: a, per: a_per, .. },
                Repr::Known { measure: b, per: b_per, .. },
            ) => a == b && a_per == b_per,
            (Repr::Other(a), Repr::Other(b)) => a.measure == b.measure && a.per == b.per,
            _ => false,
        }
    }

    /// The unit as it is written after a number, for people. The scale is left out, since the
    /// number is already multiplied.
    ///
    /// ```
    /// use beleid::{Language, Unit};
    ///
    /// assert_eq!(Unit::DAY.text(Language::Dutch), "dagen");
    /// assert_eq!(Unit::PERCENT.text(Language::English), "%");
    /// let rate = Unit::COUNT.with_per(1000, "inhabitant")?;
    /// assert_eq!(rate.text(Language::Dutch), "per 1.000 inwoners");
    /// assert_eq!(rate.text(Language::English), "per 1,000 inhabitants");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn text(&self, language: Language) -> String {
        let is_dutch = matches!(language, Language::Dutch);
        let measure = match self.known().map(Known::facts) {
            Some(facts) if is_dutch => facts.dutch,
            Some(facts) => facts.english,
            None => self.measure(),
        };
        let Some(Per { count, of }) = self.per() else { return measure.to_owned() };
        let of = match self.base() {
            Some(base) => {
                let [one, many, dutch_one, dutch_many] = base.names();
                match (is_dutch, count == 1) {
                    (false, true) => one,
                    (false, false) => many,
                    (true, true) => dutch_one,
                    (true, false) => dutch_many,
                }
            }
            None => of,
        };
        let count = if count == 1 { String::new() } else { grouped(count, is_dutch) + " " };
        // So many of people or things *per 1.000 inwoners* needs no word for what is counted.
        match self.quantity() {
            Some(Quantity::Count) => format!("per {count}{of}"),
            _ => format!("{measure} per {count}{of}"),
        }
    }

    fn base(&self) -> Option<Base> {
        match &self.0 {
            Repr::Known { per, .. } => per.map(|(_, base)| base),
            Repr::Other(other) => match other.per {
                Some((_, Word::Known(base))) => Some(base),
                _ => None,
            },
        }
    }

    fn write(&self, f: &mut dyn fmt::Write) -> fmt::Result {
        f.write_str(self.measure())?;
        f.write_str(self.scale().suffix())?;
        let Some(Per { count, of }) = self.per() else { return Ok(()) };
        match (count, self.base()) {
            (1, _) => write!(f, " per {of}"),
            (_, Some(base)) => write!(f, " per {count} {}", base.names()[1]),
            (_, None) => write!(f, " per {count} {of}"),
        }
    }
}

/// The count in front of a base, and the base. A number that isn't written as this crate writes
/// it is a part of the base.
fn split_count(of: &str) -> (u32, &str) {
    let split = of.split_once(' ').and_then(|(digits, base)| {
        let count: u32 = digits.parse().ok()?;
        let is_canonical = digits.starts_with(|c: char| matches!(c, '1'..='9'));
        (is_canonical && (PHRASE.check)(base).is_ok()).then_some((count, base))
    });
    split.unwrap_or((1, of))
}

/// A whole number with its digits in groups of three.
fn grouped(number: u32, is_dutch: bool) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(if is_dutch { '.' } else { ',' });
        }
        grouped.push(digit);
    }
    grouped
}

impl Word<Known> {
    fn measure(name: &str) -> Self {
        Known::named(name).map_or_else(|| Word::Other(name.into()), Word::Known)
    }

    fn as_str(&self) -> &str {
        match self {
            Word::Known(known) => known.facts().name,
            Word::Other(name) => name,
        }
    }
}

impl Word<Base> {
    fn base(name: &str) -> Self {
        Base::named(name).map_or_else(|| Word::Other(name.into()), Word::Known)
    }

    fn as_str(&self) -> &str {
        match self {
            Word::Known(base) => base.names()[0],
            Word::Other(name) => name,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| self.write(f))
    }
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unit({self})")
    }
}

impl FromStr for Unit {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::new(text)
    }
}

impl TryFrom<&str> for Unit {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self, Error> {
        Self::new(text)
    }
}

impl PartialEq<str> for Unit {
    /// Whether the text form is this: `euro x 1000`.
    fn eq(&self, text: &str) -> bool {
        /// What is still to come of the text.
        struct Rest<'t>(&'t str);
        impl fmt::Write for Rest<'_> {
            fn write_str(&mut self, part: &str) -> fmt::Result {
                self.0 = self.0.strip_prefix(part).ok_or(fmt::Error)?;
                Ok(())
            }
        }
        let mut rest = Rest(text);
        self.write(&mut rest).is_ok() && rest.0.is_empty()
    }
}

impl PartialEq<&str> for Unit {
    fn eq(&self, text: &&str) -> bool {
        *self == **text
    }
}

impl Ord for Unit {
    /// By measure, then by what it is counted by, then by scale.
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |unit: &'_ Self| unit.scale();
        self.measure()
            .cmp(other.measure())
            .then_with(|| self.per().cmp(&other.per()))
            .then_with(|| key(self).cmp(&key(other)))
    }
}

impl PartialOrd for Unit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
