//! [`Value`]: the content of a cell, and the parts that a value is made of.

use std::fmt;

use crate::coded::coded;
use crate::language::Language;
use crate::leaves::bounds::Bounds;
use crate::leaves::interval::Interval;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::text::padded;
use crate::leaves::unit::{Scale, Unit};

/// The value of a figure, as the document states it (Dutch: *waarde*). Nothing is guessed: `> 15`
/// is not 15, and a dash is not 0.
///
/// On the wire it is tagged: `{"more_than":"15"}`, `{"missing":"unspecified"}`.
///
/// ```
/// use beleid::{Missing, Value};
///
/// assert_eq!(Value::more_than(15).to_string(), "> 15");
/// assert_eq!(Value::from(Missing::Unspecified).to_string(), "-");
/// assert_eq!(Value::from(10), Value::Exact(10.into()));
/// ```
///
/// [`Display`](fmt::Display) is for people. It can't be parsed.
#[doc(alias = "waarde")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub enum Value {
    /// There is no figure. The reason is given as far as the document states it.
    Missing(Missing),
    /// Exactly this number: `10`.
    Exact(Number),
    /// More than this number: `> 15`.
    MoreThan(Number),
    /// At least this number: `≥ 15`.
    AtLeast(Number),
    /// Less than this number: `< 600`.
    LessThan(Number),
    /// At most this number: `max. 5`, or `Top 5` for a rank.
    AtMost(Number),
    /// A range: `23-25`.
    Between(Interval),
    /// A comparison with another figure: `> 2016` where 2016 is a year, `< nulmeting`.
    Relative {
        /// How it must compare.
        comparison: Comparison,
        /// With which figure it is compared.
        to: Reference,
    },
    /// A change without a size: `toename`. It is a change from the previous result and from the
    /// baseline.
    Change(Change),
    /// A change of at least a given size: `daling met 5%`, `10% lager dan in 2016`.
    ChangeBy {
        /// In which direction.
        direction: Change,
        /// By how much.
        by: Number,
        /// The unit of `by`; `None` if the cell prints none.
        unit: Option<Unit>,
        /// What the change is measured from. `None` means from the previous result and from the
        /// baseline. It is boxed because few changes name a reference.
        to: Option<Box<Reference>>,
    },
    /// Yes or no.
    Flag(bool),
    /// Words. Also a misprint, which is kept as it was printed.
    Text(String),
}

coded! {
    /// Why there is no figure (Dutch: *ontbreekt*).
    ///
    /// ```
    /// use beleid::{Missing, Value};
    ///
    /// let value = |printed| beleid::read_cell(printed).figure.value;
    /// assert_eq!(value("-"), Value::Missing(Missing::Unspecified));
    /// assert_eq!(value("n.v.t."), Value::Missing(Missing::NotApplicable));
    /// ```
    #[doc(alias = "ontbreekt")]
    #[non_exhaustive]
    Missing, "reason why a figure is missing" {
        /// A dash: there is no figure, and no reason is given (*streepje*).
        #[doc(alias = "streepje")]
        Unspecified = "unspecified", en "not given", nl "niet opgegeven";
        /// `n.b.`: not known or not available (*niet bekend*, *niet beschikbaar*).
        #[doc(alias = "niet beschikbaar")]
        NotAvailable = "not_available", en "not available", nl "niet beschikbaar";
        /// `nnb`, `PM`: to be filled in later (*nog niet bekend*, *pro memorie*).
        #[doc(alias = "nog niet bekend")]
        NotYetKnown = "not_yet_known", en "not yet known", nl "nog niet bekend";
        /// `n.v.t.`: there can't be a figure (*niet van toepassing*).
        #[doc(alias = "niet van toepassing")]
        NotApplicable = "not_applicable", en "not applicable", nl "niet van toepassing";
        /// It was not measured (*niet gemeten*).
        #[doc(alias = "niet gemeten")]
        NotMeasured = "not_measured", en "not measured", nl "niet gemeten";
        /// The figure is in another document (*zie elders*).
        #[doc(alias = "zie elders")]
        Elsewhere = "elsewhere", en "elsewhere", nl "elders";
        /// The cell is empty (*leeg*).
        #[doc(alias = "leeg")]
        Blank = "blank", en "blank", nl "leeg";
    }
}

coded! {
    /// How a value must compare with a reference (Dutch: *vergelijking*).
    ///
    /// ```
    /// use beleid::{Comparison, Reference, Value};
    ///
    /// let value = beleid::read_cell("< nulmeting").figure.value;
    /// let (comparison, to) = (Comparison::LessThan, Reference::Baseline);
    /// assert_eq!(value, Value::Relative { comparison, to });
    /// ```
    #[doc(alias = "vergelijking")]
    Comparison, "comparison" {
        /// More than the reference.
        MoreThan = "more_than", en "more than", nl "meer dan";
        /// As much as the reference, or more.
        AtLeast = "at_least", en "at least", nl "minstens";
        /// Less than the reference.
        LessThan = "less_than", en "less than", nl "minder dan";
        /// As much as the reference, or less.
        AtMost = "at_most", en "at most", nl "hoogstens";
    }
}

/// The figure that a relative value is compared with (Dutch: *referentie*).
///
/// ```
/// use beleid::Reference;
///
/// assert_eq!(Reference::Period("2016".parse()?).to_string(), "the result of 2016");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "referentie")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub enum Reference {
    /// The baseline (*nulmeting*).
    #[doc(alias = "nulmeting")]
    Baseline,
    /// The result of this period.
    Period(Period),
    /// The previous result.
    Previous,
    /// The result of another body or area, given by the value of its dimension (*benchmark*).
    #[doc(alias = "benchmark")]
    Benchmark(String),
}

coded! {
    /// The direction of a change (Dutch: *ontwikkeling*).
    ///
    /// ```
    /// use beleid::{Change, Value};
    ///
    /// assert_eq!(beleid::read_cell("toename").figure.value, Value::Change(Change::Increase));
    /// ```
    #[doc(alias = "ontwikkeling")]
    Change, "change" {
        /// An increase (*toename*, *stijging*).
        #[doc(alias = "toename")]
        Increase = "increase", en "increase", nl "toename";
        /// A decrease (*afname*, *daling*).
        #[doc(alias = "afname")]
        Decrease = "decrease", en "decrease", nl "afname";
        /// No change (*gelijk*, *stabiel*).
        #[doc(alias = "stabiel")]
        Unchanged = "unchanged", en "no change", nl "geen verandering";
    }
}

impl Value {
    /// More than `number`.
    ///
    /// ```
    /// use beleid::Value;
    ///
    /// assert_eq!(Value::more_than(15).to_string(), "> 15");
    /// ```
    pub fn more_than(number: impl Into<Number>) -> Self {
        Value::MoreThan(number.into())
    }

    /// `number` or more.
    ///
    /// ```
    /// use beleid::Value;
    ///
    /// assert_eq!(Value::at_least(15).to_string(), "≥ 15");
    /// ```
    pub fn at_least(number: impl Into<Number>) -> Self {
        Value::AtLeast(number.into())
    }

    /// Less than `number`.
    ///
    /// ```
    /// use beleid::Value;
    ///
    /// assert_eq!(Value::less_than(15).to_string(), "< 15");
    /// ```
    pub fn less_than(number: impl Into<Number>) -> Self {
        Value::LessThan(number.into())
    }

    /// `number` or less.
    ///
    /// ```
    /// use beleid::Value;
    ///
    /// assert_eq!(Value::at_most(15).to_string(), "≤ 15");
    /// ```
    pub fn at_most(number: impl Into<Number>) -> Self {
        Value::AtMost(number.into())
    }

    /// A range, both ends included.
    ///
    /// # Errors
    /// If `low` is greater than `high`.
    ///
    /// ```
    /// use beleid::Value;
    ///
    /// assert_eq!(Value::between(23, 25)?.to_string(), "23–25");
    /// assert!(Value::between(25, 23).is_err());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn between(
        low: impl Into<Number>,
        high: impl Into<Number>,
    ) -> Result<Self, crate::error::Error> {
        Interval::new(low, high).map(Value::Between)
    }

    /// Whether the value states that there is no figure.
    ///
    /// ```
    /// use beleid::{Missing, Value};
    ///
    /// assert!(Value::from(Missing::Blank).is_missing());
    /// assert!(!Value::from(0).is_missing());
    /// ```
    pub fn is_missing(&self) -> bool {
        matches!(self, Value::Missing(_))
    }

    /// The value with its numbers in another unit; `None` if one of them isn't exact there. What has
    /// no number stays as it is.
    pub(crate) fn converted(&self, from: &Unit, to: &Unit) -> Option<Value> {
        let convert = |number: Number| from.convert(number, to);
        Some(match self {
            Value::ChangeBy { direction, by, unit, to: reference } => Value::ChangeBy {
                direction: *direction,
                by: convert(*by)?,
                unit: unit.as_ref().map(|_| to.clone()),
                to: reference.clone(),
            },
            value => value.clone().each_number(convert)?,
        })
    }

    /// The value of which this one is printed in thousands, say: every number in it is multiplied.
    /// `None` if one has too many digits then. What has no number stays as it is.
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
    pub(crate) fn in_scale(self, scale: Scale) -> Option<Value> {
        self.each_number(|number| number.times_ten_to(scale.power()))
    }

    /// The same value after `times` has replaced each number, which must keep their order.
    fn each_number(self, times: impl Fn(Number) -> Option<Number>) -> Option<Value> {
        Some(match self {
            Value::Exact(number) => Value::Exact(times(number)?),
            Value::MoreThan(number) => Value::MoreThan(times(number)?),
            Value::AtLeast(number) => Value::AtLeast(times(number)?),
            Value::LessThan(number) => Value::LessThan(times(number)?),
            Value::AtMost(number) => Value::AtMost(times(number)?),
            Value::Between(interval) => {
                Value::between(times(interval.low())?, times(interval.high())?).ok()?
            }
            Value::ChangeBy { direction, by, unit, to } => {
                Value::ChangeBy { direction, by: times(by)?, unit, to }
            }
            value => value,
        })
    }

    /// The set of numbers that the value may be. `None` if the value alone doesn't determine it:
    /// for words, yes or no, a missing figure, or a value that is relative to another one.
    ///
    /// ```
    /// use beleid::{Bounds, Value};
    ///
    /// assert_eq!(Value::more_than(15).bounds(), Some(Bounds::more_than(15)));
    /// assert_eq!(Value::Flag(true).bounds(), None);
    /// ```
    #[inline]
    pub fn bounds(&self) -> Option<Bounds> {
        match *self {
            Value::Exact(number) => Some(Bounds::exactly(number)),
            Value::MoreThan(number) => Some(Bounds::more_than(number)),
            Value::AtLeast(number) => Some(Bounds::at_least(number)),
            Value::LessThan(number) => Some(Bounds::less_than(number)),
            Value::AtMost(number) => Some(Bounds::at_most(number)),
            Value::Between(interval) => Some(interval.into()),
            _ => None,
        }
    }
}

impl<N: Into<Number>> From<N> for Value {
    fn from(number: N) -> Self {
        Value::Exact(number.into())
    }
}

impl From<Missing> for Value {
    fn from(reason: Missing) -> Self {
        Value::Missing(reason)
    }
}

impl From<Interval> for Value {
    fn from(interval: Interval) -> Self {
        Value::Between(interval)
    }
}

impl Comparison {
    /// The sign of the comparison: `>`, `≥`, `<` or `≤`.
    ///
    /// ```
    /// use beleid::Comparison;
    ///
    /// assert_eq!(Comparison::ALL.iter().map(|each| each.symbol()).collect::<String>(), ">≥<≤");
    /// ```
    pub const fn symbol(self) -> &'static str {
        match self {
            Comparison::MoreThan => ">",
            Comparison::AtLeast => "≥",
            Comparison::LessThan => "<",
            Comparison::AtMost => "≤",
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| {
            let sign = |f: &mut dyn fmt::Write, comparison: Comparison, number: &Number| {
                write!(f, "{} {number}", comparison.symbol())
            };
            match self {
                // It says no more than the dash that was printed.
                Value::Missing(Missing::Unspecified) => f.write_str("-"),
                Value::Missing(reason) => f.write_str(reason.text(Language::English)),
                Value::Exact(number) => write!(f, "{number}"),
                Value::MoreThan(number) => sign(f, Comparison::MoreThan, number),
                Value::AtLeast(number) => sign(f, Comparison::AtLeast, number),
                Value::LessThan(number) => sign(f, Comparison::LessThan, number),
                Value::AtMost(number) => sign(f, Comparison::AtMost, number),
                Value::Between(interval) => write!(f, "{interval}"),
                Value::Relative { comparison, to } => write!(f, "{} {to}", comparison.symbol()),
                Value::Change(change) => f.write_str(change.text(Language::English)),
                Value::ChangeBy { direction, by, unit, to } => {
                    write!(f, "{} by {by}", direction.text(Language::English))?;
                    if let Some(unit) = unit {
                        write!(f, " {unit}")?;
                    }
                    match to {
                        Some(to) => write!(f, " from {to}"),
                        None => Ok(()),
                    }
                }
                Value::Flag(true) => f.write_str("yes"),
                Value::Flag(false) => f.write_str("no"),
                Value::Text(text) => write!(f, "“{text}”"),
            }
        })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| match self {
            Reference::Baseline => f.write_str("the baseline"),
            Reference::Period(period) => write!(f, "the result of {period}"),
            Reference::Previous => f.write_str("the previous result"),
            Reference::Benchmark(name) => write!(f, "the result of {name}"),
        })
    }
}
