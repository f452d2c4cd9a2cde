//! A test for a trend, with its conclusion.

use super::kendall::LONGEST_USUAL;
use super::orders::{share_of_orders, share_of_orders_with_ties};
use super::range::compare;
use super::{Confidence, Kendall, Point, kendall};
use crate::reason::Reason;

/// The smallest number of points that a trend test accepts. With fewer, no order is improbable
/// enough: even if all of four values rise, the probability that they do so by chance is above 5 %
/// (2 of 24 orders).
///
/// ```
/// assert_eq!(beleid::statistics::MIN_POINTS_TO_TEST, 5);
/// ```
pub const MIN_POINTS_TO_TEST: usize = 5;

/// The conclusion of a trend test (Dutch: *uitkomst van een trendtoets*).
///
/// There is no variant "no trend", because a test can't prove that there is none.
///
/// ```
/// use beleid::Reason;
/// use beleid::statistics::{Confidence, Point, TrendVerdict, trend_test};
///
/// let three = [(2015.0, 1.0), (2016.0, 2.0), (2017.0, 3.0)].map(Point::from);
/// let test = trend_test(&three, Confidence::P95);
/// assert_eq!(test.verdict, TrendVerdict::CannotTest(Reason::TooFewMeasurements));
/// ```
#[doc(alias = "uitkomst van een trendtoets")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum TrendVerdict {
    /// No conclusion is possible, for this reason.
    CannotTest(Reason),
    /// No trend was found: the values may be in this order by chance. There may still be a trend.
    NotShown,
    /// The values rise: the order is very unlikely to be chance.
    Rising,
    /// The values fall: the order is very unlikely to be chance.
    Falling,
}

/// A trend test (Dutch: *trendtoets*): its conclusion, and the numbers it is based on. It is
/// returned by [`trend_test`].
///
/// ```
/// use beleid::statistics::{Confidence, Point, trend_test};
///
/// let series = [(2013.0, 8.0), (2014.0, 5.0), (2015.0, 3.0), (2016.0, 2.0), (2017.0, 1.0)];
/// let test = trend_test(&series.map(Point::from), Confidence::P95);
/// assert_eq!((test.n, test.tau), (5, Ok(-1.0)));
/// ```
#[doc(alias = "trendtoets")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TrendTest {
    /// The number of points.
    pub n: usize,
    /// Kendall's τ-b, from -1 (always falling) to 1 (always rising).
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::wire::answer"))]
    pub tau: Result<f64, Reason>,
    /// The p-value: the probability of a τ at least as far from 0 if the order is random.
    /// [`Reason::TooFewMeasurements`] if no order of these values can be improbable enough for the
    /// confidence level.
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::wire::answer"))]
    pub p: Result<f64, Reason>,
    /// The confidence level of the test.
    pub confidence: Confidence,
    /// The conclusion.
    pub verdict: TrendVerdict,
}

/// Tests a series for a trend by Kendall's rank correlation (Dutch: *trendtoets*).
///
/// The conclusion is rising or falling if p ≤ 1 − confidence. Up to 33 points with different times,
/// p is counted exactly over all orders of the values, also if some values are equal; otherwise it
/// is that of [`Kendall::p`].
///
/// The conclusion is [`TrendVerdict::CannotTest`] for fewer than [`MIN_POINTS_TO_TEST`] points, and if
/// no order of these values could be improbable enough: five points at 99 %, or five points of
/// which four are equal. The test assumes independent measurements. Those of consecutive years
/// often are not, and the test then finds trends too easily.
///
/// ```
/// use beleid::statistics::{Confidence, Point, TrendVerdict, trend_test};
///
/// let series = [(2013.0, 1.0), (2014.0, 2.0), (2015.0, 3.0), (2016.0, 5.0), (2017.0, 8.0)];
/// let test = trend_test(&series.map(Point::from), Confidence::P95);
/// assert_eq!(test.verdict, TrendVerdict::Rising);
/// assert!(test.p? < 0.05);
///
/// let sure = trend_test(&series.map(Point::from), Confidence::P99);
/// assert!(matches!(sure.verdict, TrendVerdict::CannotTest(_)));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "trendtoets")]
pub fn trend_test(points: &[Point], confidence: Confidence) -> TrendTest {
    let ranks = kendall(points);
    let p = ranks.and_then(|ranks| probability(points, &ranks, confidence));
    let verdict = match (ranks, p) {
        (Ok(ranks), Ok(p)) if p <= confidence.alpha() => {
            if ranks.tau > 0.0 {
                TrendVerdict::Rising
            } else {
                TrendVerdict::Falling
            }
        }
        (Ok(_), Ok(_)) => TrendVerdict::NotShown,
        (Err(reason), _) | (_, Err(reason)) => TrendVerdict::CannotTest(reason),
    };
    TrendTest { n: points.len(), tau: ranks.map(|ranks| ranks.tau), p, confidence, verdict }
}

/// How probable so steady an order is, if any order could be improbable enough.
fn probability(points: &[Point], ranks: &Kendall, confidence: Confidence) -> Result<f64, Reason> {
    if ranks.n < MIN_POINTS_TO_TEST {
        return Err(Reason::TooFewMeasurements);
    }
    let (steadiest, p) = match counted(points, ranks) {
        Some(both) => both,
        None => (0.0, ranks.p()?),
    };
    if steadiest > confidence.alpha() { Err(Reason::TooFewMeasurements) } else { Ok(p) }
}

/// The probability of the steadiest order of these values and that of an order as steady as
/// theirs, where they can be counted out.
fn counted(points: &[Point], ranks: &Kendall) -> Option<(f64, f64)> {
    if ranks.n > LONGEST_USUAL {
        return None;
    }
    if !ranks.has_ties {
        return Some((share_of_orders(ranks.n, 0), ranks.exact_p().ok()?));
    }
    let mut years: Vec<f64> = points.iter().map(|point| point.year).collect();
    years.sort_unstable_by(|one, other| compare(*one, *other));
    if years.iter().zip(years.iter().skip(1)).any(|(one, next)| one == next) {
        return None;
    }
    let mut values: Vec<f64> = points.iter().map(|point| point.value).collect();
    values.sort_unstable_by(|one, other| compare(*one, *other));
    let groups: Vec<usize> = values.chunk_by(|one, other| one == other).map(<[f64]>::len).collect();
    let differing = pairs(ranks.n) - groups.iter().copied().map(pairs).sum::<u64>();
    let falling = differing.checked_sub(ranks.score.unsigned_abs())? / 2;
    Some((
        share_of_orders_with_ties(&groups, 0)?,
        share_of_orders_with_ties(&groups, usize::try_from(falling).ok()?)?,
    ))
}

fn pairs(n: usize) -> u64 {
    let n = n as u64;
    n * n.saturating_sub(1) / 2
}
