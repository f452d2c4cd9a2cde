//! The test of Mann and Kendall.

use super::distribution::normal_two_sided;
use super::range::{self, in_range, pairs};
use super::{Point, kendall};
use crate::reason::Reason;

/// The test of Mann and Kendall (Dutch: *Mann-Kendall-toets*). It comes from [`mann_kendall`].
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
    /// How many values there are.
    pub n: usize,
    /// Pairs that rise less pairs that fall, S.
    pub score: i64,
    /// τ-a: S as a share of all pairs, from -1 to 1.
    pub tau: f64,
    /// The variance of S: (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)) / 18 over groups of t equal values.
    pub variance: f64,
    /// S brought one closer to 0, as a share of the root of its variance.
    pub z: f64,
}

/// The test of Mann and Kendall on values in the order of their measurement (Dutch:
/// *Mann-Kendall-toets*), as it was published first and as `pymannkendall` gives it.
///
/// It goes by the order alone, so gaps in the years make no difference. It has no unit. H. B. Mann
/// (1945), M. G. Kendall (1975). Its normal distribution is rough under ten values, where
/// [`kendall`] counts exactly. [`trend_test`](super::trend_test) says what a test may conclude.
///
/// # Errors
/// No data, one point, all values equal, a number that is no number.
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
    /// How probable a z as far from 0 is by chance, by the normal distribution.
    ///
    /// # Errors
    /// Not built without the feature `statistics`.
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
