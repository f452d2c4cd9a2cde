//! [`Standing`]: the answer of a method, and its [`Class`]es.

use crate::reason::Reason;

/// One of the classes of a method (Dutch: *klasse*). [`Method::band`](super::Method::band) gives
/// its code and labels.
///
/// ```
/// use beleid::methods::{Class, presets::municipal};
///
/// assert_eq!(municipal::method().band(Class::Met).unwrap().label("nl"), "gehaald");
/// ```
#[doc(alias = "klasse van een methode")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// The target is reached, and the method has a fixed answer for that.
    Met,
    /// The target's date has passed without the target being reached, and the method has a fixed
    /// answer for that.
    Missed,
    /// A band of the step for indicators with a target, counted from 0.
    WithTarget(u16),
    /// A band of the step for indicators without a target, counted from 0.
    WithoutTarget(u16),
}

/// The answer of a method: the class of a series, as far as it is certain (Dutch: *beoordeling*).
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
    /// The class is certain.
    Certain(Class),
    /// The lowest and the highest class that are possible, and why it is not certain. If both are
    /// the same, that is the class if the figures are right as printed.
    Either(Class, Class, Reason),
    /// There is no answer, for this reason.
    NoAnswer(Reason),
}
