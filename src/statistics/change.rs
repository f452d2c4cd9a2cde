//! The change a year by the plainest of means.

use super::Point;
use super::range::{self, by_year, count, in_range};
use crate::reason::Reason;

/// The mean of the changes from each measurement to the next, each a year (Dutch: *gemiddelde
/// verandering*): Σ (vᵢ₊₁ − vᵢ) / (tᵢ₊₁ − tᵢ) / (n − 1), in the unit of the values a year.
///
/// Where the years are evenly spaced it equals [`end_points`]. Where they are not, a change over a
/// short time counts as much as one over a long time.
///
/// # Errors
/// No data, one point, several points of one time, a number that is no number, out of range.
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

/// The slope of the line through the first and the last measurement (Dutch: *eindpunten*):
/// (vₙ − v₁) / (tₙ − t₁), in the unit of the values a year.
///
/// # Errors
/// No data, one point, all points of the same time, several points of the first or of the last
/// time, a number that is no number, out of range.
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
