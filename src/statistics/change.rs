//! The change per year, by the two simplest methods.

use super::Point;
use super::range::{self, by_year, count, in_range};
use crate::reason::Reason;

/// The mean of the changes per year between consecutive measurements (Dutch: *gemiddelde
/// verandering*): Σ (vᵢ₊₁ − vᵢ) / (tᵢ₊₁ − tᵢ) / (n − 1), in the unit of the values per year.
///
/// If the years are evenly spaced, it equals [`end_points`]. If not, a change over a short time has
/// the same weight as one over a long time.
///
/// # Errors
/// [`Reason::NoData`] without points, [`Reason::OneMeasurement`] for one point,
/// [`Reason::RepeatedTime`] if two points have the same time, [`Reason::NotANumber`] for NaN,
/// [`Reason::OutOfRange`] if a number is infinite or the answer too large.
///
/// ```
/// use beleid::Reason;
/// use beleid::statistics::{Point, mean_change};
///
/// let series = [(2010.0, 10.0), (2014.0, 18.0), (2015.0, 19.0)].map(Point::from);
/// assert_eq!(mean_change(&series), Ok((2.0 + 1.0) / 2.0));
///
/// let twice = [(2014.0, 18.0), (2015.0, 19.0), (2015.0, 20.0)].map(Point::from);
/// assert_eq!(mean_change(&twice), Err(Reason::RepeatedTime));
/// ```
#[doc(alias = "gemiddelde verandering")]
pub fn mean_change(points: &[Point]) -> Result<f64, Reason> {
    let series = range::series(points)?;
    let points = by_year(series.points);
    let mut sum = 0.0;
    for (one, next) in points.iter().zip(points.iter().skip(1)) {
        if one.year == next.year {
            return Err(Reason::RepeatedTime);
        }
        sum += (next.value - one.value) / (next.year - one.year);
    }
    series.scale.slope(in_range(sum / (count(points.len()) - 1.0))?)
}

/// The slope of the line through the first and the last measurement (Dutch: *eindpunten*): (vₙ −
/// v₁) / (tₙ − t₁), in the unit of the values per year.
///
/// # Errors
/// [`Reason::NoData`] without points, [`Reason::OneMeasurement`] for one point,
/// [`Reason::SameTime`] if all points have the same time, [`Reason::RepeatedTime`] if several
/// points have the first or the last time, [`Reason::NotANumber`] for NaN, [`Reason::OutOfRange`]
/// if a number is infinite or the answer too large.
///
/// ```
/// use beleid::statistics::{Point, end_points};
///
/// let series = [(2010.0, 10.0), (2014.0, 80.0), (2015.0, 20.0)].map(Point::from);
/// assert_eq!(end_points(&series), Ok(2.0));
/// ```
#[doc(alias = "eindpunten")]
pub fn end_points(points: &[Point]) -> Result<f64, Reason> {
    let series = range::series(points)?;
    let (first, last) = ends(&series.points)?;
    series.scale.slope(in_range((last.value - first.value) / (last.year - first.year))?)
}

/// The first and the last point, each alone at its time.
pub(super) fn ends(points: &[Point]) -> Result<(Point, Point), Reason> {
    let Some((&(mut first), rest)) = points.split_first() else { return Err(Reason::NoData) };
    let mut last = first;
    let (mut firsts, mut lasts) = (1, 1);
    for point in rest {
        if point.year < first.year {
            (first, firsts) = (*point, 1);
        } else if point.year == first.year {
            firsts += 1;
        }
        if point.year > last.year {
            (last, lasts) = (*point, 1);
        } else if point.year == last.year {
            lasts += 1;
        }
    }
    if firsts > 1 || lasts > 1 { Err(Reason::RepeatedTime) } else { Ok((first, last)) }
}
