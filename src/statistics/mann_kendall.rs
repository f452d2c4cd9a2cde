//! The Mann-Kendall trend test.

use super::distribution::normal_two_sided;
use super::range::{self, in_range, pairs};
use super::{Point, kendall};
use crate::reason::Reason;

/// The Mann-Kendall trend test (Dutch: *Mann-Kendall-toets*). It is returned by [`mann_kendall`].
///
/// ```
/// use beleid::statistics::mann_kendall;
///
/// let test = mann_kendall(&[65.1, 65.3, 66.6, 67.1, 71.4])?;
/// assert_eq!((test.score, test.tau), (10, 1.0));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "Mann-Kendall-toets")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct MannKendall {
    /// The number of values.
    pub n: usize,
    /// S: the number of pairs that rise minus the number of pairs that fall.
    pub score: i64,
    /// τ-a: S divided by the number of pairs, from -1 to 1.
    pub tau: f64,
    /// The variance of S: (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)) / 18 over groups of t equal values.
    pub variance: f64,
    /// (S − 1) / √variance if S is positive, (S + 1) / √variance if it is negative, 0 if S is 0.
    pub z: f64,
}

/// The Mann-Kendall trend test on values in the order of their measurement (Dutch:
/// *Mann-Kendall-toets*), in its original form and as in `pymannkendall`.
///
/// Only the order of the values counts, so gaps between the years make no difference. It has no
/// unit. H. B. Mann (1945), M. G. Kendall (1975). The normal distribution is a rough approximation
/// for fewer than ten values; [`kendall`] counts exactly there. [`trend_test`](super::trend_test)
/// also draws the conclusion.
///
/// # Errors
/// [`Reason::NoData`] without values, [`Reason::OneMeasurement`] for one value,
/// [`Reason::NoVariation`] if all values are equal, [`Reason::NotANumber`] or
/// [`Reason::OutOfRange`] for NaN or an infinite number.
///
/// ```
/// use beleid::Reason;
/// use beleid::statistics::mann_kendall;
///
/// let test = mann_kendall(&[65.1, 65.3, 66.6, 67.1, 71.4])?;
/// assert!((test.z - 2.204_540_768_5).abs() < 1e-9);
/// assert!((test.p()? - 0.027_486_336_1).abs() < 1e-9);
/// assert_eq!(mann_kendall(&[4.0, 4.0, 4.0]), Err(Reason::NoVariation));
/// # Ok::<(), Reason>(())
/// ```
#[doc(alias = "Mann-Kendall-toets")]
pub fn mann_kendall(values: &[f64]) -> Result<MannKendall, Reason> {
    let points: Vec<Point> = values
        .iter()
        .zip(0..)
        .map(|(value, index)| Point::new(range::count(index), *value))
        .collect();
    let ranks = kendall(&points)?;
    let all = points.len() as u64 * (points.len() as u64 - 1) / 2;
    #[allow(clippy::cast_precision_loss)]
    let score = ranks.score as f64;
    let closer = score.signum() * (score.abs() - 1.0).max(0.0);
    Ok(MannKendall {
        n: ranks.n,
        score: ranks.score,
        tau: in_range(score / pairs(all))?,
        variance: ranks.variance,
        z: in_range(closer / ranks.variance.sqrt())?,
    })
}

impl MannKendall {
    /// The p-value: the probability of a z at least as far from 0 if there is no trend (two-sided),
    /// by the normal distribution.
    ///
    /// # Errors
    /// [`Reason::NotBuilt`] if the program was built without the feature `intervals`.
    ///
    /// ```
    /// use beleid::statistics::mann_kendall;
    ///
    /// // One pair of three is in order: as near to 0 as it can be.
    /// assert_eq!(mann_kendall(&[176.5, 171.8, 173.3])?.p(), Ok(1.0));
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn p(&self) -> Result<f64, Reason> {
        normal_two_sided(self.z)
    }
}
