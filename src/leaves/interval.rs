//! [`Interval`]: a range as printed, both ends included.

use std::fmt;

use crate::error::Error;
use crate::error::Problem;
use crate::leaves::number::Number;
use crate::leaves::text::padded;

/// A range as printed, both ends included (Dutch: *bandbreedte*): `23-25`, `65 tot 70 %`.
///
/// The low end is never greater than the high end. Both may be the same number.
///
/// ```
/// use beleid::Interval;
///
/// let range = Interval::new(23, 25)?;
/// assert_eq!(range.to_string(), "23–25");
/// assert!(Interval::new(25, 23).is_err());
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "bandbreedte")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields, transform = crate::schema::plain))]
pub struct Interval {
    /// The low end.
    low: Number,
    /// The high end.
    high: Number,
}

impl Interval {
    /// The range from `low` to `high`.
    ///
    /// # Errors
    /// If `low` is greater than `high`.
    ///
    /// ```
    /// use beleid::Interval;
    ///
    /// assert!(Interval::new(23, 23).is_ok());
    /// assert!(Interval::new(25, 23).is_err());
    /// ```
    pub fn new(low: impl Into<Number>, high: impl Into<Number>) -> Result<Self, Error> {
        let (low, high) = (low.into(), high.into());
        if low <= high {
            Ok(Interval { low, high })
        } else {
            let low = low.to_string();
            Err(Error::new("interval", &format!("{low}..{high}"), low.len() + 2, Problem::Reversed))
        }
    }

    /// The low end.
    ///
    /// ```
    /// assert_eq!(beleid::Interval::new(23, 25)?.low(), 23);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn low(self) -> Number {
        self.low
    }

    /// The high end.
    ///
    /// ```
    /// assert_eq!(beleid::Interval::new(23, 25)?.high(), 25);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn high(self) -> Number {
        self.high
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| write!(f, "{}–{}", self.low, self.high))
    }
}

#[cfg(feature = "serde")]
mod wire {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Interval, Number};

    /// The form on the wire, which may be wrong until it is checked.
    #[derive(Serialize, Deserialize)]
    #[serde(rename = "Interval", deny_unknown_fields)]
    struct Unchecked {
        low: Number,
        high: Number,
    }

    impl Serialize for Interval {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            Unchecked { low: self.low, high: self.high }.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Interval {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let Unchecked { low, high } = Unchecked::deserialize(deserializer)?;
            Interval::new(low, high).map_err(serde::de::Error::custom)
        }
    }
}
