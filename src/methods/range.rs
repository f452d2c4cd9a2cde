//! [`Range`]: a computed number, exact or known within bounds.

use std::fmt;
use std::ops::Bound;

use crate::leaves::bounds::Bounds;
use crate::leaves::number::Number;
use crate::reason::Reason;

/// A computed number (Dutch: *bereik*): exactly one number, or any number between two ends, as
/// [`Bounds`] are for printed numbers. An end may be absent; it is never NaN or infinite.
///
/// ```
/// use beleid::methods::Range;
/// use beleid::Bounds;
///
/// let range = Range::from(Bounds::more_than(20));
/// assert_eq!((range.low(), range.high(), range.exact()), (Some(20.0), None, None));
/// assert_eq!(range.to_string(), "more than 20");
/// assert_eq!(Range::exactly(1.5)?.exact(), Some(1.5));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "bereik")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The ends, infinite where there are none.
    low: f64,
    high: f64,
    is_low_open: bool,
    is_high_open: bool,
}

/// An end, infinite where there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct End {
    pub(crate) at: f64,
    pub(crate) is_open: bool,
}

impl Range {
    /// Exactly this number.
    ///
    /// # Errors
    /// [`Reason::OutOfRange`] if it is NaN or infinite.
    ///
    /// ```
    /// use beleid::{Reason, methods::Range};
    ///
    /// assert_eq!(Range::exactly(f64::NAN), Err(Reason::OutOfRange));
    /// ```
    pub fn exactly(number: f64) -> Result<Self, Reason> {
        if number.is_finite() { Ok(Self::of(number)) } else { Err(Reason::OutOfRange) }
    }

    /// Any number from `low` to `high`, both included.
    ///
    /// # Errors
    /// [`Reason::OutOfRange`] if one is NaN or infinite, or `low` is greater than `high`.
    ///
    /// ```
    /// use beleid::methods::Range;
    ///
    /// assert_eq!(Range::between(23.0, 25.0)?.to_string(), "23 to 25");
    /// assert!(Range::between(25.0, 23.0).is_err());
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn between(low: f64, high: f64) -> Result<Self, Reason> {
        if low.is_finite() && high.is_finite() && low <= high {
            Ok(Range { low, high, is_low_open: false, is_high_open: false })
        } else {
            Err(Reason::OutOfRange)
        }
    }

    /// A number that is known to be finite.
    #[inline]
    pub(crate) fn of(number: f64) -> Self {
        Range { low: number, high: number, is_low_open: false, is_high_open: false }
    }

    #[inline]
    fn from_ends(low: End, high: End) -> Self {
        Range { low: low.at, high: high.at, is_low_open: low.is_open, is_high_open: high.is_open }
    }

    /// What lies between two ends, whichever is the lower one; `None` for NaN.
    pub(crate) fn spanning(a: End, b: End) -> Option<Self> {
        if a.at.is_nan() || b.at.is_nan() {
            return None;
        }
        let (low, high) = if a.at <= b.at { (a, b) } else { (b, a) };
        Some(Self::from_ends(low, high))
    }

    /// The low end; `None` if there is none.
    ///
    /// ```
    /// assert_eq!(beleid::methods::Range::exactly(2.0)?.low(), Some(2.0));
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn low(self) -> Option<f64> {
        Some(self.low).filter(|end| end.is_finite())
    }

    /// The high end; `None` if there is none.
    ///
    /// ```
    /// assert_eq!(beleid::methods::Range::between(1.0, 2.0)?.high(), Some(2.0));
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn high(self) -> Option<f64> {
        Some(self.high).filter(|end| end.is_finite())
    }

    /// The number, if the range contains one number only; else `None`.
    ///
    /// ```
    /// assert_eq!(beleid::methods::Range::between(1.0, 2.0)?.exact(), None);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    #[inline]
    pub fn exact(self) -> Option<f64> {
        // An end that isn't there differs from every other.
        (self.low == self.high && self.low.is_finite()).then_some(self.low)
    }

    #[inline]
    pub(crate) fn ends(self) -> [End; 2] {
        [
            End { at: self.low, is_open: self.is_low_open },
            End { at: self.high, is_open: self.is_high_open },
        ]
    }

    /// All numbers from the lower of two low ends to the higher of two high ones.
    pub(crate) fn hull(self, other: Self) -> Self {
        let ([low, high], [other_low, other_high]) = (self.ends(), other.ends());
        let is_lower = (other_low.at, other_low.is_open) < (low.at, low.is_open);
        let is_higher = (other_high.at, !other_high.is_open) > (high.at, !high.is_open);
        Self::from_ends(
            if is_lower { other_low } else { low },
            if is_higher { other_high } else { high },
        )
    }
}

impl End {
    pub(crate) const fn closed(at: f64) -> Self {
        End { at, is_open: false }
    }

    const fn open(at: f64) -> Self {
        End { at, is_open: true }
    }
}

impl From<Bounds> for Range {
    #[inline]
    fn from(bounds: Bounds) -> Self {
        let end = |bound: Bound<Number>, none| match bound {
            Bound::Included(number) => End::closed(number.to_f64()),
            Bound::Excluded(number) => End::open(number.to_f64()),
            Bound::Unbounded => End::open(none),
        };
        if let Some(number) = bounds.exact() {
            return Range::of(number.to_f64());
        }
        Range::from_ends(end(bounds.low(), f64::NEG_INFINITY), end(bounds.high(), f64::INFINITY))
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [low, high] = self.ends();
        let from = if low.is_open { "more than" } else { "at least" };
        let to = if high.is_open { "less than" } else { "at most" };
        match (self.low(), self.high()) {
            (None, None) => f.write_str("any number"),
            (Some(low), None) => write!(f, "{from} {low}"),
            (None, Some(high)) => write!(f, "{to} {high}"),
            (Some(one), Some(_)) if self.exact().is_some() => write!(f, "{one}"),
            (Some(a), Some(b)) if !low.is_open && !high.is_open => write!(f, "{a} to {b}"),
            (Some(a), Some(b)) => write!(f, "{from} {a} and {to} {b}"),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Range {
    /// As `low` and `high`, null where there is no such end, and whether each of them belongs to it.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut range = serializer.serialize_struct("Range", 4)?;
        range.serialize_field("low", &self.low())?;
        range.serialize_field("high", &self.high())?;
        range.serialize_field("low_included", &(self.low().is_some() && !self.is_low_open))?;
        range.serialize_field("high_included", &(self.high().is_some() && !self.is_high_open))?;
        range.end()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Range {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Range".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::Range").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "What a number that is computed may be (Dutch: *bereik*): all numbers \
                between two ends, of which either may be missing.",
            "type": "object",
            "properties": {
                "low": { "description": "The low end; null if there is none.", "type": ["number", "null"] },
                "high": { "description": "The high end; null if there is none.", "type": ["number", "null"] },
                "low_included": { "description": "Whether the low end is one of them.", "type": "boolean" },
                "high_included": { "description": "Whether the high end is one of them.", "type": "boolean" },
            },
            "required": ["low", "high", "low_included", "high_included"],
            "additionalProperties": false,
        })
    }
}
