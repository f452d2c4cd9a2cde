//! [`Bounds`]: the set of numbers that a value may be.

use std::fmt;
use std::ops::Bound;

use crate::error::Error;
use crate::error::Problem;
use crate::leaves::interval::Interval;
use crate::leaves::number::Number;
use crate::leaves::text::padded;

/// The set of numbers that a value may be, or that satisfy a target (Dutch: *grenzen*): all numbers
/// between a low end and a high end. Each end is included, excluded, or absent (unbounded). A set
/// of bounds is never empty.
///
/// The numbers are not only whole numbers: `(1, 2)` contains 1.5, so it is not empty.
///
/// ```
/// use beleid::Bounds;
///
/// let target = Bounds::more_than(15);
/// assert!(Bounds::exactly(16).is_within(target));
/// assert!(Bounds::exactly(15).is_disjoint_from(target));
/// assert_eq!(target.to_string(), "more than 15");
/// ```
#[doc(alias = "grenzen")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bounds {
    low: Bound<Number>,
    high: Bound<Number>,
}

impl Bounds {
    /// Every number.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert!(Bounds::exactly(3).is_within(Bounds::ALL));
    /// ```
    pub const ALL: Bounds = Bounds { low: Bound::Unbounded, high: Bound::Unbounded };

    /// The numbers between two ends.
    ///
    /// # Errors
    /// If no number lies between these ends.
    ///
    /// ```
    /// use beleid::{Bounds, Number};
    /// use std::ops::Bound::{Excluded, Included};
    ///
    /// let (one, two) = (Number::from(1), Number::from(2));
    /// assert_eq!(Bounds::new(Excluded(one), Included(two))?.to_string(), "more than 1 and at most 2");
    /// assert!(Bounds::new(Excluded(one), Included(one)).is_err(), "no number lies there");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(low: Bound<Number>, high: Bound<Number>) -> Result<Self, Error> {
        Self::checked(low, high).ok_or_else(|| {
            let text = format!("{}..{}", End(low), End(high));
            Error::new("bounds", &text, 0, Problem::NoNumber)
        })
    }

    #[inline]
    pub(crate) fn checked(low: Bound<Number>, high: Bound<Number>) -> Option<Self> {
        let holds_any = match (low, high) {
            (Bound::Unbounded, _) | (_, Bound::Unbounded) => true,
            (Bound::Included(low), Bound::Included(high)) => low <= high,
            (
                Bound::Included(low) | Bound::Excluded(low),
                Bound::Included(high) | Bound::Excluded(high),
            ) => low < high,
        };
        holds_any.then_some(Bounds { low, high })
    }

    /// The set of this number only.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert_eq!(Bounds::exactly(15).to_string(), "15");
    /// ```
    #[inline]
    pub fn exactly(number: impl Into<Number>) -> Self {
        let number = number.into();
        Bounds { low: Bound::Included(number), high: Bound::Included(number) }
    }

    /// All numbers greater than this one.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert!(!Bounds::more_than(15).contains(15.into()));
    /// ```
    pub fn more_than(number: impl Into<Number>) -> Self {
        Bounds { low: Bound::Excluded(number.into()), high: Bound::Unbounded }
    }

    /// This number and all greater ones.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert!(Bounds::at_least(15).contains(15.into()));
    /// ```
    pub fn at_least(number: impl Into<Number>) -> Self {
        Bounds { low: Bound::Included(number.into()), high: Bound::Unbounded }
    }

    /// All numbers less than this one.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert!(!Bounds::less_than(15).contains(15.into()));
    /// ```
    pub fn less_than(number: impl Into<Number>) -> Self {
        Bounds { low: Bound::Unbounded, high: Bound::Excluded(number.into()) }
    }

    /// This number and all smaller ones.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert!(Bounds::at_most(15).contains(15.into()));
    /// ```
    pub fn at_most(number: impl Into<Number>) -> Self {
        Bounds { low: Bound::Unbounded, high: Bound::Included(number.into()) }
    }

    /// The low end.
    ///
    /// ```
    /// use beleid::Bounds;
    /// use std::ops::Bound;
    ///
    /// assert_eq!(Bounds::more_than(15).low(), Bound::Excluded(15.into()));
    /// ```
    #[inline]
    pub fn low(self) -> Bound<Number> {
        self.low
    }

    /// The high end.
    ///
    /// ```
    /// use beleid::Bounds;
    /// use std::ops::Bound;
    ///
    /// assert_eq!(Bounds::more_than(15).high(), Bound::Unbounded);
    /// ```
    #[inline]
    pub fn high(self) -> Bound<Number> {
        self.high
    }

    /// The numbers at its ends: the low one, then the high one.
    pub(crate) fn ends(self) -> impl Iterator<Item = Number> {
        let number = |end| match end {
            Bound::Included(number) | Bound::Excluded(number) => Some(number),
            Bound::Unbounded => None,
        };
        [self.low, self.high].into_iter().filter_map(number)
    }

    /// The number, if the set contains one number only; else `None`.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert_eq!(Bounds::exactly(15).exact(), Some(15.into()));
    /// assert_eq!(Bounds::at_most(15).exact(), None);
    /// ```
    #[inline]
    pub fn exact(self) -> Option<Number> {
        match (self.low, self.high) {
            (Bound::Included(low), Bound::Included(high)) if low == high => Some(low),
            _ => None,
        }
    }

    /// Whether the set contains `number`.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert!(Bounds::at_least(15).contains(20.into()));
    /// ```
    pub fn contains(self, number: Number) -> bool {
        Self::exactly(number).is_within(self)
    }

    /// Whether every number of this set is also in `other`.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert!(Bounds::more_than(20).is_within(Bounds::at_least(20)));
    /// assert!(!Bounds::at_least(20).is_within(Bounds::more_than(20)));
    /// ```
    #[inline]
    pub fn is_within(self, other: Self) -> bool {
        let low_fits = match (self.low, other.low) {
            (_, Bound::Unbounded) => true,
            (Bound::Unbounded, _) => false,
            (Bound::Included(own), Bound::Excluded(others)) => own > others,
            (Bound::Included(own) | Bound::Excluded(own), Bound::Included(others))
            | (Bound::Excluded(own), Bound::Excluded(others)) => own >= others,
        };
        let high_fits = match (self.high, other.high) {
            (_, Bound::Unbounded) => true,
            (Bound::Unbounded, _) => false,
            (Bound::Included(own), Bound::Excluded(others)) => own < others,
            (Bound::Included(own) | Bound::Excluded(own), Bound::Included(others))
            | (Bound::Excluded(own), Bound::Excluded(others)) => own <= others,
        };
        low_fits && high_fits
    }

    /// Whether this set and `other` have no number in common.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert!(Bounds::less_than(15).is_disjoint_from(Bounds::at_least(15)));
    /// assert!(!Bounds::at_most(15).is_disjoint_from(Bounds::at_least(15)));
    /// ```
    pub fn is_disjoint_from(self, other: Self) -> bool {
        lies_below(self.high, other.low) || lies_below(other.high, self.low)
    }

    /// Whether every number of this set is less than every number of `other`.
    ///
    /// ```
    /// use beleid::Bounds;
    ///
    /// assert!(Bounds::less_than(15).is_below(Bounds::at_least(15)));
    /// ```
    pub fn is_below(self, other: Self) -> bool {
        lies_below(self.high, other.low)
    }

    /// Every `a + b` with `a` from this and `b` from `other`; `None` where an end has more digits
    /// than a [`Number`] holds.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let low = combined(self.low, other.low, Number::checked_add)?;
        let high = combined(self.high, other.high, Number::checked_add)?;
        Some(Bounds { low, high })
    }

    /// Every `a - b` with `a` from this and `b` from `other`; `None` where an end has more
    /// digits than a [`Number`] holds.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        let low = combined(self.low, other.high, Number::checked_sub)?;
        let high = combined(self.high, other.low, Number::checked_sub)?;
        Some(Bounds { low, high })
    }
}

/// Whether a set that ends at `high` lies wholly below one that begins at `low`.
fn lies_below(high: Bound<Number>, low: Bound<Number>) -> bool {
    match (high, low) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
        (Bound::Included(high), Bound::Included(low)) => high < low,
        (
            Bound::Included(high) | Bound::Excluded(high),
            Bound::Included(low) | Bound::Excluded(low),
        ) => high <= low,
    }
}

/// An end that belongs to the set only if both that it is made of do.
fn combined(
    a: Bound<Number>,
    b: Bound<Number>,
    compute: fn(Number, Number) -> Option<Number>,
) -> Option<Bound<Number>> {
    Some(match (a, b) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => Bound::Unbounded,
        (Bound::Included(a), Bound::Included(b)) => Bound::Included(compute(a, b)?),
        (Bound::Included(a) | Bound::Excluded(a), Bound::Included(b) | Bound::Excluded(b)) => {
            Bound::Excluded(compute(a, b)?)
        }
    })
}

impl From<Interval> for Bounds {
    fn from(interval: Interval) -> Self {
        Bounds { low: Bound::Included(interval.low()), high: Bound::Included(interval.high()) }
    }
}

/// An end as text in an error message.
struct End(Bound<Number>);

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Bound::Included(number) => write!(f, "{number}"),
            Bound::Excluded(number) => write!(f, "({number})"),
            Bound::Unbounded => Ok(()),
        }
    }
}

impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use Bound::{Excluded, Included, Unbounded};
        padded(f, |f| match (self.low, self.high) {
            (Unbounded, Unbounded) => f.write_str("any number"),
            (Excluded(low), Unbounded) => write!(f, "more than {low}"),
            (Included(low), Unbounded) => write!(f, "at least {low}"),
            (Unbounded, Excluded(high)) => write!(f, "less than {high}"),
            (Unbounded, Included(high)) => write!(f, "at most {high}"),
            (Included(low), Included(high)) if low == high => write!(f, "{low}"),
            (Included(low), Included(high)) => write!(f, "{low} to {high}"),
            (Excluded(low), Excluded(high)) => write!(f, "more than {low} and less than {high}"),
            (Excluded(low), Included(high)) => write!(f, "more than {low} and at most {high}"),
            (Included(low), Excluded(high)) => write!(f, "at least {low} and less than {high}"),
        })
    }
}

#[cfg(feature = "serde")]
mod wire {
    use std::ops::Bound::{self, Excluded, Included, Unbounded};

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Bounds, Interval, Number};

    /// A set of numbers (Dutch: *grenzen*). It has the same tags as a value has, and `any` and `ends`
    /// for sets that a value can't express.
    #[derive(Serialize, Deserialize)]
    #[serde(rename = "Bounds", rename_all = "snake_case", deny_unknown_fields)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
    pub(super) enum Tagged {
        /// Every number.
        Any,
        /// This number.
        Exact(Number),
        /// All numbers greater than this one.
        MoreThan(Number),
        /// This number and all greater ones.
        AtLeast(Number),
        /// All numbers less than this one.
        LessThan(Number),
        /// This number and all smaller ones.
        AtMost(Number),
        /// All numbers between two ends, and the ends.
        Between(Interval),
        /// All numbers between two ends, of which at least one is excluded.
        Ends(Ends),
    }

    /// Two ends of which at least one is excluded (Dutch: *grenzen*).
    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    pub(super) struct Ends {
        /// The low end.
        low: End,
        /// The high end.
        high: End,
    }

    /// One end of a set of numbers (Dutch: *grens*).
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case", deny_unknown_fields)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    pub(super) enum End {
        /// This number, which belongs to the set.
        Included(Number),
        /// This number, which does not belong to the set.
        Excluded(Number),
    }

    impl From<End> for Bound<Number> {
        fn from(end: End) -> Self {
            match end {
                End::Included(number) => Included(number),
                End::Excluded(number) => Excluded(number),
            }
        }
    }

    impl Serialize for Bounds {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let ends = |low, high| Tagged::Ends(Ends { low, high });
            let tagged = match (self.low, self.high) {
                (Unbounded, Unbounded) => Tagged::Any,
                (Excluded(low), Unbounded) => Tagged::MoreThan(low),
                (Included(low), Unbounded) => Tagged::AtLeast(low),
                (Unbounded, Excluded(high)) => Tagged::LessThan(high),
                (Unbounded, Included(high)) => Tagged::AtMost(high),
                (Included(low), Included(high)) if low == high => Tagged::Exact(low),
                (Included(low), Included(high)) => match Interval::new(low, high) {
                    Ok(interval) => Tagged::Between(interval),
                    Err(error) => return Err(serde::ser::Error::custom(error)),
                },
                (Excluded(low), Excluded(high)) => ends(End::Excluded(low), End::Excluded(high)),
                (Excluded(low), Included(high)) => ends(End::Excluded(low), End::Included(high)),
                (Included(low), Excluded(high)) => ends(End::Included(low), End::Excluded(high)),
            };
            tagged.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Bounds {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Ok(match Tagged::deserialize(deserializer)? {
                Tagged::Any => Bounds::ALL,
                Tagged::Exact(number) => Bounds::exactly(number),
                Tagged::MoreThan(number) => Bounds::more_than(number),
                Tagged::AtLeast(number) => Bounds::at_least(number),
                Tagged::LessThan(number) => Bounds::less_than(number),
                Tagged::AtMost(number) => Bounds::at_most(number),
                Tagged::Between(interval) => interval.into(),
                Tagged::Ends(Ends { low, high }) => {
                    Bounds::new(low.into(), high.into()).map_err(serde::de::Error::custom)?
                }
            })
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Bounds {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Bounds".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::Bounds").into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        wire::Tagged::json_schema(generator)
    }
}
