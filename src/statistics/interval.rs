//! [`ModelInterval`]: an interval that a statistical model gives.

use super::Confidence;

/// An interval that a statistical model gives for a number (Dutch: *modelinterval*).
///
/// It is called a model interval because its confidence level is right only if the model is true.
/// For how often such intervals were right in practice, see [`forecast`](super::forecast).
///
/// ```
/// use beleid::statistics::{Confidence, Point, theil_sen_interval};
///
/// let series = [(2013.0, 4.0), (2014.0, 7.0), (2015.0, 6.0), (2016.0, 9.0), (2017.0, 8.0)];
/// let interval = theil_sen_interval(&series.map(Point::from), Confidence::P80)?;
/// assert_eq!((interval.low, interval.high), (-1.0, 3.0));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "modelinterval")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ModelInterval {
    /// The low end.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// The probability that the interval contains the number, if the model is true.
    pub confidence: Confidence,
}
