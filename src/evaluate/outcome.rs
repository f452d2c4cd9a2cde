//! The possible answers: [`Outcome`], [`Pace`], and the [`Assumption`]s behind an outcome.

use std::fmt;

use crate::coded::coded;
use crate::language::Language;
use crate::leaves::period::Period;
use crate::leaves::role::Direction;
use crate::model::figure::Figure;

coded! {
    /// Whether a target is met (Dutch: *uitkomst*).
    ///
    /// ```
    /// use beleid::{Figure, Id, Indicator, Outcome, Period, Role, Value};
    ///
    /// let year = Period::year(2017)?;
    /// let mut schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
    /// schools.figures = vec![
    ///     Figure::new(year, Role::Target, Value::more_than(15)),
    ///     Figure::new(year, Role::Realised, 15),
    /// ];
    /// assert_eq!(schools.evaluate(year)[0].outcome, Outcome::Missed);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "uitkomst")]
    Outcome, "outcome" {
        /// The target is met (*gehaald*): whatever number the result may be, and whatever the
        /// target may mean.
        #[doc(alias = "gehaald")]
        Met = "met", en "met", nl "gehaald";
        /// The target is missed (*niet gehaald*): whatever number the result may be, and whatever
        /// the target may mean.
        #[doc(alias = "niet gehaald")]
        Missed = "missed", en "missed", nl "niet gehaald";
        /// It can't be decided whether the target is met: it depends on something that is not known
        /// (*niet te bepalen*).
        #[doc(alias = "niet te bepalen")]
        Undecided = "undecided", en "undecided", nl "niet te bepalen";
        /// There is no target that is due, or the figures are a benchmark (*niet van toepassing*).
        #[doc(alias = "niet van toepassing")]
        NotApplicable = "not-applicable", en "not applicable", nl "niet van toepassing";
    }
}

coded! {
    /// Whether the last result is on track for the target (Dutch: *tempo*, *op koers*).
    ///
    /// ```
    /// use beleid::{Figure, Id, Indicator, Pace, Period, Role, Value};
    ///
    /// let year = Period::year;
    /// let mut schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
    /// schools.figures = vec![
    ///     Figure::new(year(2014)?, Role::Realised, 10),
    ///     Figure::new(year(2015)?, Role::Realised, 13),
    ///     Figure::new(year(2017)?, Role::Target, Value::more_than(15)),
    /// ];
    /// // Three more a year lead to 19.
    /// assert_eq!(schools.evaluate(year(2016)?)[0].pace, Pace::OnTrack);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "op koers")]
    #[non_exhaustive]
    Pace, "pace" {
        /// On track: the result meets the target of its own period, or a straight line through the
        /// results reaches the later target in time.
        OnTrack = "on-track", en "on track", nl "op koers";
        /// Off track: the result misses the target of its own period, or the straight line doesn't
        /// reach the later target in time.
        OffTrack = "off-track", en "off track", nl "niet op koers";
        /// It can't be decided whether it is on track.
        Unknown = "unknown", en "unknown", nl "onbekend";
    }
}

coded! {
    /// Where the direction of an indicator comes from (Dutch: *grondslag*).
    ///
    /// ```
    /// use beleid::{Basis, Direction, Figure, Id, Indicator, Period, Role, Value};
    ///
    /// let year = Period::year(2017)?;
    /// let mut schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
    /// schools.figures.push(Figure::new(year, Role::Target, Value::more_than(15)));
    /// let answer = &schools.evaluate(year)[0];
    /// assert_eq!((answer.direction, answer.direction_basis), (Some(Direction::Higher), Basis::Inferred));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "grondslag")]
    #[non_exhaustive]
    Basis, "basis" {
        /// It is set in the model.
        Stated = "stated", en "stated", nl "opgegeven";
        /// It follows from the comparison in the target: `> 15` means that higher is better.
        Inferred = "inferred", en "inferred from the target", nl "afgeleid uit het doel";
        /// The direction is not known.
        Unknown = "unknown", en "unknown", nl "onbekend";
        /// A program gave it where the document doesn't say it. The library never says so by itself.
        Given = "given", en "given beside the document", nl "opgegeven naast het document";
    }
}

/// What is assumed about something that is not known (Dutch: *aanname*). Fields about which nothing
/// is assumed are `None` or `false`.
///
/// [`Display`](fmt::Display) prints the assumption so that it can follow the word *if*: `higher`,
/// `compared with 2016`.
///
/// ```
/// use beleid::{Assumption, Direction};
///
/// let mut assumption = Assumption::default();
/// assumption.direction = Some(Direction::Higher);
/// assert_eq!(assumption.to_string(), "higher");
/// ```
#[doc(alias = "aanname")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Assumption<'a> {
    /// Which of several results counts.
    pub measured: Option<&'a Figure>,
    /// Which of several targets counts.
    pub target: Option<&'a Figure>,
    /// Which figure the target is compared with.
    pub reference: Option<Against>,
    /// Whether a change in `%` means percentage points (`true`) or percent (`false`).
    pub in_points: Option<bool>,
    /// Which of its possible meanings the target has.
    pub sense: Option<Sense>,
    /// Which results are better.
    pub direction: Option<Direction>,
    /// Whether an uncertain figure is taken as exactly the printed number.
    pub as_printed: bool,
}

/// The figure that a relative target is compared with (Dutch: *vergeleken met*).
///
/// ```
/// use beleid::{Against, Assumption};
///
/// let mut assumption = Assumption::default();
/// assumption.reference = Some(Against::Baseline);
/// assert_eq!(assumption.to_string(), "compared with the baseline");
/// ```
#[doc(alias = "vergeleken met")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Against {
    /// The baseline.
    Baseline,
    /// The result of a period.
    Result(Period),
}

/// The meaning of a target that can mean two things (Dutch: *betekenis*).
///
/// ```
/// use beleid::{Assumption, Sense};
///
/// let mut assumption = Assumption::default();
/// assumption.sense = Some(Sense::Place);
/// assert_eq!(assumption.to_string(), "higher means a better place");
/// ```
#[doc(alias = "betekenis")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sense {
    /// For a rank: "higher" means a higher number, so the 14th is higher than the 12th.
    Number,
    /// For a rank: "higher" means a better place, so the 10th is higher than the 12th.
    Place,
    /// For an indicator whose numbers are changes (*vermindering*): the target states how these
    /// numbers must change.
    Change,
    /// For an indicator whose numbers are changes (*vermindering*): the target states what the
    /// number itself must be.
    Level,
    /// Like [`Level`](Self::Level), where a decrease is printed as a negative number.
    SignedLevel,
}

impl fmt::Display for Sense {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text(Language::English))
    }
}

impl Assumption<'_> {
    /// The assumption for people, as the condition of a sentence: *higher is better*, and in Dutch
    /// *hoger beter is*.
    ///
    /// ```
    /// use beleid::{Assumption, Direction, Language};
    ///
    /// let mut assumption = Assumption::default();
    /// assumption.direction = Some(Direction::Higher);
    /// assert_eq!(assumption.text(Language::English), "higher is better");
    /// assert_eq!(assumption.text(Language::Dutch), "hoger beter is");
    /// ```
    pub fn text(&self, language: Language) -> String {
        let is_dutch = language == Language::Dutch;
        let word = |english: &'static str, dutch: &'static str| {
            if is_dutch { dutch } else { english }
        };
        let mut parts: Vec<String> = Vec::new();
        let mut figure = |figure: Option<&Figure>, english: &str, dutch: &str| {
            let Some(figure) = figure else { return };
            let value = match &figure.unit {
                Some(unit) => figure.value.text_in(unit, language),
                None => figure.value.text(language),
            };
            parts.push(if is_dutch {
                format!("{dutch} {value} is")
            } else {
                format!("{english} is {value}")
            });
        };
        figure(self.measured, "the result", "het resultaat");
        figure(self.target, "the target", "het doel");
        let against = match self.reference {
            Some(Against::Baseline) => Some(word("the baseline", "de nulwaarde").to_owned()),
            Some(Against::Result(period)) => Some(period.to_string()),
            None => None,
        };
        if let Some(against) = against {
            parts.push(if is_dutch {
                format!("met {against} wordt vergeleken")
            } else {
                format!("it is compared with {against}")
            });
        }
        parts.extend(self.in_points.map(|in_points| {
            let points = word("percentage points are meant", "procentpunten zijn bedoeld");
            let percent = word("percent is meant", "procenten zijn bedoeld");
            if in_points { points } else { percent }.to_owned()
        }));
        parts.extend(self.sense.map(|sense| sense.text(language).to_owned()));
        parts.extend(self.direction.map(|direction| {
            let dutch = match direction {
                Direction::Higher => "hoger beter is",
                Direction::Lower => "lager beter is",
                Direction::Within => "binnen de bandbreedte het beste is",
            };
            word(direction.text(Language::English), dutch).to_owned()
        }));
        if self.as_printed {
            parts.push(word("it is as printed", "het klopt zoals het is afgedrukt").to_owned());
        }
        parts.join(word(" and ", " en "))
    }
}

impl Sense {
    /// What it means, for people, as the condition of a sentence.
    ///
    /// ```
    /// use beleid::{Language, Sense};
    ///
    /// assert_eq!(Sense::Place.text(Language::Dutch), "hoger een betere plaats betekent");
    /// ```
    pub const fn text(self, language: Language) -> &'static str {
        let (english, dutch) = match self {
            Sense::Number => ("higher means a higher number", "hoger een hoger getal betekent"),
            Sense::Place => ("higher means a better place", "hoger een betere plaats betekent"),
            Sense::Change => ("the number is to change so", "het getal zo moet veranderen"),
            Sense::Level => ("the number is the change", "het getal de verandering is"),
            Sense::SignedLevel => (
                "the number is the change with its sign",
                "het getal de verandering met haar teken is",
            ),
        };
        match language {
            Language::Dutch => dutch,
            Language::English => english,
        }
    }
}

impl fmt::Display for Assumption<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if let Some(figure) = self.measured {
            parts.push(format!("the result is {}", figure.value));
        }
        if let Some(figure) = self.target {
            parts.push(format!("the target is {}", figure.value));
        }
        match self.reference {
            Some(Against::Baseline) => parts.push("compared with the baseline".to_owned()),
            Some(Against::Result(period)) => parts.push(format!("compared with {period}")),
            None => {}
        }
        match self.in_points {
            Some(true) => parts.push("in percentage points".to_owned()),
            Some(false) => parts.push("in percent".to_owned()),
            None => {}
        }
        if let Some(sense) = self.sense {
            parts.push(sense.to_string());
        }
        if let Some(direction) = self.direction {
            parts.push(direction.to_string());
        }
        if self.as_printed {
            parts.push("as printed".to_owned());
        }
        f.write_str(&parts.join(", "))
    }
}

/// The outcome under an assumption (Dutch: *lezing*).
///
/// ```
/// use beleid::{Figure, Id, Indicator, Period, Role};
///
/// // Nothing says whether more schools are better.
/// let year = Period::year(2017)?;
/// let mut schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
/// schools.figures =
///     vec![Figure::new(year, Role::Target, 15), Figure::new(year, Role::Realised, 14)];
/// let readings: Vec<_> =
///     schools.evaluate(year)[0].readings.iter().map(ToString::to_string).collect();
/// assert_eq!(readings, ["if higher: missed", "if lower: met", "if within: missed"]);
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "lezing")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Alternative<'a> {
    /// What is assumed.
    pub assumption: Assumption<'a>,
    /// The outcome if the assumption is true.
    pub outcome: Outcome,
}

impl Alternative<'_> {
    /// The assumption and its outcome, for people: *if higher is better: missed*.
    ///
    /// ```
    /// use beleid::Language;
    ///
    /// let page = "2.3 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWinkels\n\n9\n\n10\n";
    /// let budget = beleid::read(page).budget;
    /// let answers = budget.evaluate("2017".parse()?);
    /// let first = answers.results[0].evaluation.readings[0];
    /// assert_eq!(first.text(Language::English), "if higher is better: missed");
    /// assert_eq!(first.text(Language::Dutch), "als hoger beter is: niet gehaald");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn text(&self, language: Language) -> String {
        let word = match language {
            Language::Dutch => "als",
            Language::English => "if",
        };
        format!("{word} {}: {}", self.assumption.text(language), self.outcome.text(language))
    }
}

impl fmt::Display for Alternative<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "if {}: {}", self.assumption, self.outcome)
    }
}
