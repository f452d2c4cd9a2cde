//! Kendall's rank correlation of values with years.

use super::Point;
use super::distribution::normal_two_sided;
use super::inversions::inversions;
use super::orders::share_of_orders;
use super::range::{self, compare, count, in_range, pairs};
use super::ties::Ties;
use crate::reason::Reason;

/// Up to here, comparing each pair is faster than sorting.
const FEW: usize = 48;

/// The longest series for which the distribution of the score is counted out.
const LONGEST_EXACT: usize = 170;

/// The longest series for which that is done without being asked for.
pub(super) const LONGEST_USUAL: usize = 33;

/// How steadily the values rise or fall over the years, by their order only (Dutch: *rangcorrelatie
/// van Kendall*). It is returned by [`kendall`].
///
/// ```
/// use beleid::statistics::{Point, kendall};
///
/// let series = [(2015.0, 1.0), (2016.0, 2.0), (2017.0, 4.0), (2018.0, 3.0)].map(Point::from);
/// let ranks = kendall(&series)?;
/// assert_eq!((ranks.n, ranks.score), (4, 4), "five pairs rise and one falls");
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "rangcorrelatie van Kendall")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Kendall {
    /// The number of points.
    pub n: usize,
    /// S: the number of pairs that rise minus the number of pairs that fall.
    pub score: i64,
    /// τ-b, from -1 (every pair falls) to 1 (every pair rises).
    pub tau: f64,
    /// The variance of S if the order of the values were random, with a correction for ties.
    pub variance: f64,
    /// Whether two years are equal, or two values.
    pub has_ties: bool,
}

/// Kendall's rank correlation of the values with the years (Dutch: *rangcorrelatie van Kendall*).
///
/// τ-b = S / √((N − T)(N − U)), where S is the number of pairs that rise minus the number that
/// fall, N the number of all pairs, T that of pairs with equal years, and U that of pairs with
/// equal values. It has no unit. M. G. Kendall, *The treatment of ties in ranking problems* (1945);
/// variance by G. E. Noether. The running time is proportional to n · log n (Knight, 1966).
///
/// # Errors
/// [`Reason::NoData`] without points, [`Reason::OneMeasurement`] for one point,
/// [`Reason::SameTime`] if all points have the same time, [`Reason::NoVariation`] if all values are
/// equal, [`Reason::NotANumber`] or [`Reason::OutOfRange`] for NaN or an infinite number.
///
/// ```
/// use beleid::Reason;
/// use beleid::statistics::{Point, kendall};
///
/// let rising = [(2013.0, 1.0), (2014.0, 2.0), (2015.0, 3.0), (2016.0, 5.0), (2017.0, 8.0)];
/// let ranks = kendall(&rising.map(Point::from))?;
/// assert_eq!(ranks.tau, 1.0);
/// assert!((ranks.exact_p()? - 2.0 / 120.0).abs() < 1e-15, "two of the 120 orders are like that");
///
/// let flat = [(2016.0, 4.0), (2017.0, 4.0)].map(Point::from);
/// assert_eq!(kendall(&flat), Err(Reason::NoVariation));
/// # Ok::<(), Reason>(())
/// ```
#[doc(alias = "rangcorrelatie van Kendall")]
pub fn kendall(points: &[Point]) -> Result<Kendall, Reason> {
    let series = range::series(points)?;
    if series.is_constant {
        return Err(Reason::NoVariation);
    }
    let counted = if points.len() <= FEW { compare_pairs(points) } else { sort(points) };
    let Counted { score, years, values } = counted;

    let n = count(points.len());
    let all = points.len() as u64 * (points.len() as u64 - 1) / 2;
    let (by_year, by_value) = (pairs(all - years.pairs), pairs(all - values.pairs));
    #[allow(clippy::cast_precision_loss)] // Beyond 2⁵³ pairs, one doesn't matter.
    let tau = score as f64 / (by_year * by_value).sqrt();

    let m = n * (n - 1.0);
    let triples = if years.triples == 0.0 || values.triples == 0.0 {
        0.0
    } else {
        years.triples * values.triples / (9.0 * m * (n - 2.0))
    };
    let both = 2.0 * pairs(years.pairs) * pairs(values.pairs) / m;
    let variance = (m * (2.0 * n + 5.0) - years.variance - values.variance) / 18.0 + both + triples;
    Ok(Kendall {
        n: points.len(),
        score,
        tau: in_range(tau)?.clamp(-1.0, 1.0),
        variance: in_range(variance)?,
        has_ties: years.pairs + values.pairs > 0,
    })
}

struct Counted {
    score: i64,
    years: Ties,
    values: Ties,
}

/// Each point with each one behind it: without memory, and fast for few.
fn compare_pairs(points: &[Point]) -> Counted {
    if points.is_sorted_by(|one, next| one.year < next.year) {
        return compare_values(points);
    }
    let (mut score, mut years, mut values) = (0_i64, 0_u64, 0_u64);
    let mut rest = points;
    while let [point, others @ ..] = rest {
        for other in others {
            let later = i64::from(other.year > point.year) - i64::from(other.year < point.year);
            let higher =
                i64::from(other.value > point.value) - i64::from(other.value < point.value);
            score += later * higher;
            years += u64::from(later == 0);
            values += u64::from(higher == 0);
        }
        rest = others;
    }
    let years = if years == 0 { Ties::default() } else { Ties::of_years(points) };
    let values = if values == 0 { Ties::default() } else { Ties::of_values(points) };
    Counted { score, years, values }
}

/// The same for years that rise, of which nothing needs to be looked at.
fn compare_values(points: &[Point]) -> Counted {
    let (mut rising, mut falling) = (0_u64, 0_u64);
    let mut rest = points;
    while let [point, others @ ..] = rest {
        for other in others {
            rising += u64::from(other.value > point.value);
            falling += u64::from(other.value < point.value);
        }
        rest = others;
    }
    let all = points.len() as u64 * (points.len() as u64 - 1) / 2;
    let values = if rising + falling == all { Ties::default() } else { Ties::of_values(points) };
    let score = rising.cast_signed() - falling.cast_signed();
    Counted { score, years: Ties::default(), values }
}

/// By sorting on years, and then counting what is left to do to sort on values.
fn sort(points: &[Point]) -> Counted {
    let mut sorted = points.to_vec();
    sorted.sort_unstable_by(|one, other| {
        compare(one.year, other.year).then(compare(one.value, other.value))
    });
    let years = Ties::of_groups(&sorted, |one, other| one.year == other.year);
    let twice =
        Ties::of_groups(&sorted, |one, other| one.year == other.year && one.value == other.value);
    let mut numbers: Vec<f64> = sorted.iter().map(|point| point.value).collect();
    let falling = inversions(&mut numbers, &mut Vec::with_capacity(points.len()));
    let values = Ties::of_groups(&numbers, |one, other| one == other);

    let all = points.len() as u64 * (points.len() as u64 - 1) / 2;
    let differing = all + twice.pairs - years.pairs - values.pairs;
    Counted { score: differing.cast_signed() - 2 * falling.cast_signed(), years, values }
}

impl Kendall {
    /// The p-value: the probability that a random order has a τ at least as far from 0 (two-sided).
    ///
    /// It is exact if there are no ties, and there are at most 33 points or at most one pair is out
    /// of order. Otherwise it uses the normal distribution with z = S / √variance, like scipy's
    /// `auto`. For a short series with ties that is a rough approximation;
    /// [`trend_test`](super::trend_test) is exact for those too.
    ///
    /// # Errors
    /// [`Reason::NotBuilt`] if the normal distribution is needed and the program was built without
    /// the feature `intervals`.
    ///
    /// ```
    /// use beleid::statistics::{Point, kendall};
    ///
    /// let tied = [(2015.0, 1.0), (2016.0, 2.0), (2017.0, 2.0), (2018.0, 4.0)].map(Point::from);
    /// assert!((kendall(&tied)?.p()? - 0.070_951_492_427).abs() < 1e-9);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn p(&self) -> Result<f64, Reason> {
        let usual = self.n <= LONGEST_USUAL || self.fewer_pairs() <= 1;
        if !self.has_ties && usual {
            return Ok(share_of_orders(self.n, self.fewer_pairs()));
        }
        #[allow(clippy::cast_precision_loss)]
        normal_two_sided(self.score as f64 / self.variance.sqrt())
    }

    /// The same p-value, counted exactly over all orders of the values.
    ///
    /// # Errors
    /// [`Reason::Ties`] if two years or two values are equal, [`Reason::OutOfRange`] for more than
    /// 170 points.
    ///
    /// ```
    /// use beleid::statistics::{Point, kendall};
    ///
    /// let four = [(2015.0, 1.0), (2016.0, 2.0), (2017.0, 3.0), (2018.0, 4.0)].map(Point::from);
    /// // Two of 24 orders: four points can't show a trend at 5 %.
    /// assert!((kendall(&four)?.exact_p()? - 2.0 / 24.0).abs() < 1e-15);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn exact_p(&self) -> Result<f64, Reason> {
        if self.has_ties {
            Err(Reason::Ties)
        } else if self.n > LONGEST_EXACT && self.fewer_pairs() > 1 {
            Err(Reason::OutOfRange)
        } else {
            Ok(share_of_orders(self.n, self.fewer_pairs()))
        }
    }

    /// Pairs that rise or that fall, whichever are fewer, where there are no ties.
    fn fewer_pairs(&self) -> usize {
        let all = self.n as u64 * (self.n as u64 - 1) / 2;
        usize::try_from((all - self.score.unsigned_abs().min(all)) / 2).unwrap_or(usize::MAX)
    }
}
