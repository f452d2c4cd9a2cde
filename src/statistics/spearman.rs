//! Spearman's rank correlation of values with years.

use super::Point;
use super::distribution::student_two_sided;
use super::range::{self, compare, count};
use crate::reason::Reason;

/// How steadily the values rise or fall over the years, by their ranks (Dutch: *rangcorrelatie van
/// Spearman*). It is returned by [`spearman`].
///
/// ```
/// use beleid::statistics::{Point, spearman};
///
/// let series = [(2015.0, 1.0), (2016.0, 3.0), (2017.0, 2.0)].map(Point::from);
/// assert_eq!(spearman(&series)?.rho, 0.5);
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "rangcorrelatie van Spearman")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Spearman {
    /// The number of points.
    pub n: usize,
    /// ρ, from -1 (always falling) to 1 (always rising).
    pub rho: f64,
}

/// Spearman's rank correlation of the values with the years (Dutch: *rangcorrelatie van Spearman*):
/// Pearson's correlation of the ranks. Equal numbers get the mean of their ranks. It has no unit.
/// C. Spearman (1904).
///
/// # Errors
/// [`Reason::NoData`] without points, [`Reason::OneMeasurement`] for one point,
/// [`Reason::SameTime`] if all points have the same time, [`Reason::NoVariation`] if all values are
/// equal, [`Reason::NotANumber`] or [`Reason::OutOfRange`] for NaN or an infinite number.
///
/// ```
/// use beleid::statistics::{Point, spearman};
///
/// let series = [(2015.0, 8.0), (2016.0, 4.0), (2017.0, 2.0), (2018.0, 1.0)].map(Point::from);
/// assert_eq!(spearman(&series)?.rho, -1.0);
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "rangcorrelatie van Spearman")]
pub fn spearman(points: &[Point]) -> Result<Spearman, Reason> {
    let series = range::series(points)?;
    if series.is_constant {
        return Err(Reason::NoVariation);
    }
    let years = ranks(points, |point| point.year);
    let values = ranks(points, |point| point.value);
    let sum = |one: &[i128], other: &[i128]| -> i128 {
        one.iter().zip(other).map(|(one, other)| one * other).sum()
    };
    let squares = (sum(&years, &years), sum(&values, &values));
    #[allow(clippy::cast_precision_loss)] // Only what is to be divided is rounded.
    let rho = sum(&years, &values) as f64 / (squares.0 as f64 * squares.1 as f64).sqrt();
    Ok(Spearman { n: points.len(), rho: rho.clamp(-1.0, 1.0) })
}

/// Twice the rank of each point less that of the middle, which is a whole number and so exact.
fn ranks(points: &[Point], number: fn(&Point) -> f64) -> Vec<i128> {
    let mut order: Vec<(f64, usize)> = points.iter().map(number).zip(0..).collect();
    order.sort_unstable_by(|one, other| compare(one.0, other.0));
    let mut ranks = vec![0; points.len()];
    let mut before = 0;
    for group in order.chunk_by(|one, other| one.0 == other.0) {
        let after = points.len() - before - group.len();
        for (_, index) in group {
            if let Some(rank) = ranks.get_mut(*index) {
                *rank = before as i128 - after as i128;
            }
        }
        before += group.len();
    }
    ranks
}

impl Spearman {
    /// The p-value: the probability of a ρ at least as far from 0 if there is no trend (two-sided).
    /// Student's t = ρ · √((n − 2) / (1 − ρ²)) with n − 2 degrees of freedom: an approximation, and
    /// a rough one for a short series.
    ///
    /// # Errors
    /// [`Reason::TooFewMeasurements`] for fewer than three points, [`Reason::NotBuilt`] if the
    /// program was built without the feature `intervals`.
    ///
    /// ```
    /// use beleid::statistics::{Point, spearman};
    ///
    /// let series = [(2015.0, 1.0), (2016.0, 3.0), (2017.0, 2.0)].map(Point::from);
    /// assert!((spearman(&series)?.p()? - 2.0 / 3.0).abs() < 1e-12);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn p(&self) -> Result<f64, Reason> {
        if self.n < 3 {
            return Err(Reason::TooFewMeasurements);
        }
        let freedom = count(self.n) - 2.0;
        let rest = (1.0 - self.rho) * (1.0 + self.rho);
        student_two_sided(self.rho * (freedom / rest).sqrt(), freedom)
    }
}
