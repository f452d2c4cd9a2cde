//! [`Standing`]: how a series fares, and the [`Class`]es that it may be of.

use crate::reason::Reason;

/// What a number amounts to, as a part of a method (Dutch: *klasse*).
///
/// ```
/// use beleid::methods::{Class, presets::municipal};
///
/// assert_eq!(municipal::method().band(Class::Met).unwrap().label("nl"), "gehaald");
/// ```
#[doc(alias = "klasse van een methode")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// The target is reached, and the method says what that amounts to.
    Met,
    /// The target's date is over, and it isn't reached.
    Missed,
    /// A band of the rule with a target, counted from 0.
    WithTarget(u16),
    /// A band of the rule without one.
    WithoutTarget(u16),
}

/// How a series fares, by a method (Dutch: *beoordeling*).
///
/// ```
/// use beleid::methods::{Series, Standing, presets::municipal};
/// use beleid::Reason;
///
/// // Nobody said whether higher is better.
/// let series = Series::new([(2015.0, 1.0), (2016.0, 2.0)])?;
/// let standing = municipal::method().apply(&series).standing;
/// assert_eq!(standing, Standing::NoAnswer(Reason::DirectionUnknown));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "stand")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Every number that the figures may be amounts to this.
    Certain(Class),
    /// It may be anything from the one to the other, and why that isn't known. Where both are
    /// the same, that is what it would be if the figures are as printed.
    Either(Class, Class, Reason),
    /// There is no answer, and why.
    NoAnswer(Reason),
}
