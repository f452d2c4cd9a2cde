//! The Theil-Sen line.

use super::distribution::normal_quantile;
use super::range::{self, Scale, compare, count, finite, in_range, pairs};
use super::slopes::Slopes;
use super::ties::Ties;
use super::{Confidence, ModelInterval, Point};
use crate::reason::Reason;

/// The line whose slope is the median of the slopes of all pairs of points (Dutch:
/// *Theil-Sen-lijn*). It is returned by [`theil_sen`].
///
/// ```
/// use beleid::statistics::{Point, theil_sen};
///
/// let line = theil_sen(&[(2015.0, 10.0), (2016.0, 11.0), (2017.0, 99.0)].map(Point::from))?;
/// assert_eq!((line.slope, line.at(2016.0)), (44.5, Ok(11.0)));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "Theil-Sen-lijn")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TheilSen {
    /// The number of points.
    pub n: usize,
    /// The change per year, in the unit of the values.
    pub slope: f64,
    /// The separate intercept: median value − slope · median year.
    pub intercept: f64,
    /// The joint intercept: the median of value − slope · year over the points.
    pub joint_intercept: f64,
    /// The median of the years.
    pub median_year: f64,
    /// The median of the values.
    pub median_value: f64,
}

/// Fits the Theil-Sen line to a series (Dutch: *Theil-Sen-lijn*).
///
/// The slope is the median of (vⱼ − vᵢ) / (tⱼ − tᵢ) over all pairs of different years, in the unit
/// of the values per year. With five points or more, one outlier has little effect. H. Theil
/// (1950), P. K. Sen (1968); intercepts after W. J. Conover.
///
/// Up to 1,000 points all slopes are computed. For longer series the median is found by counting
/// how many slopes are less than a number: memory is then proportional to n and running time to n ·
/// log n, and the slope is exact except for rounding.
///
/// # Errors
/// [`Reason::NoData`] without points, [`Reason::OneMeasurement`] for one point,
/// [`Reason::SameTime`] if all points have the same time, [`Reason::NotANumber`] for NaN,
/// [`Reason::OutOfRange`] if a number is infinite, or the slope or intercept too large.
///
/// ```
/// use beleid::statistics::{Point, theil_sen};
///
/// let series = [(2012.0, 65.3), (2016.0, 66.6), (2019.0, 67.1), (2023.0, 71.4)].map(Point::from);
/// let line = theil_sen(&series)?;
/// assert!((line.slope - 0.439_772_727_273).abs() < 1e-9);
/// assert!((line.intercept + 820.391_477_272_727).abs() < 1e-9);
/// assert!((line.joint_intercept + 819.752_272_727_273).abs() < 1e-9);
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "Theil-Sen-lijn")]
pub fn theil_sen(points: &[Point]) -> Result<TheilSen, Reason> {
    let series = range::series(points)?;
    let slope = in_range(Slopes::of(&series.points).median())?;
    line(&series.points, slope, series.scale)
}

fn line(points: &[Point], slope: f64, scale: Scale) -> Result<TheilSen, Reason> {
    let mut numbers: Vec<f64> = points.iter().map(|point| point.year).collect();
    let year = median(&mut numbers);
    refill(&mut numbers, points, |point| point.value);
    let value = median(&mut numbers);
    refill(&mut numbers, points, |point| point.value - slope * point.year);
    numbers.iter().try_for_each(|number| in_range(*number).map(drop))?;
    let joint = median(&mut numbers);
    Ok(TheilSen {
        n: points.len(),
        slope: scale.slope(slope)?,
        intercept: scale.value(value - slope * year)?,
        joint_intercept: scale.value(joint)?,
        median_year: scale.year(year)?,
        median_value: scale.value(value)?,
    })
}

fn refill(numbers: &mut Vec<f64>, points: &[Point], number: impl Fn(&Point) -> f64) {
    numbers.clear();
    numbers.extend(points.iter().map(number));
}

/// The middle number, or the mean of the two in the middle. The numbers change places.
pub(super) fn median(numbers: &mut [f64]) -> f64 {
    let (count, middle) = (numbers.len(), numbers.len() / 2);
    if middle >= count {
        return f64::NAN; // There are none, which no caller has.
    }
    let (below, upper, _) = numbers.select_nth_unstable_by(middle, |a, b| compare(*a, *b));
    if count % 2 == 1 {
        return *upper;
    }
    let lower = below.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    0.5 * lower + 0.5 * *upper
}

/// The model interval of the Theil-Sen slope, in the unit of the values per year (Sen, 1968,
/// formula 2.6; like scipy's `theilslopes`). The slopes of all pairs are sorted; the ends are those
/// z · σ / 2 places from the middle, where σ² is the variance of Kendall's S.
///
/// The formula is for long series. With few points the interval ends at the smallest and the
/// largest slope, and is then narrower than its confidence level requires.
///
/// # Errors
/// Those of [`theil_sen`]; [`Reason::TooFewMeasurements`] for fewer than three points,
/// [`Reason::NoVariation`] if all values are equal, [`Reason::Ties`] if there are so many ties that
/// the variance is negative, [`Reason::NotBuilt`] if the program was built without the feature
/// `intervals`.
///
/// ```
/// use beleid::Reason;
/// use beleid::statistics::{Confidence, Point, theil_sen_interval};
///
/// let series = [(2012.0, 65.3), (2016.0, 66.6), (2019.0, 67.1), (2023.0, 71.4)].map(Point::from);
/// let interval = theil_sen_interval(&series, Confidence::P95)?;
/// assert!((interval.low - 0.166_666_666_667).abs() < 1e-9);
/// assert!((interval.high - 1.075).abs() < 1e-9);
/// let two = theil_sen_interval(&series[..2], Confidence::P95);
/// assert_eq!(two, Err(Reason::TooFewMeasurements));
/// # Ok::<(), Reason>(())
/// ```
#[doc(alias = "Theil-Sen-lijn")]
pub fn theil_sen_interval(
    points: &[Point],
    confidence: Confidence,
) -> Result<ModelInterval, Reason> {
    let series = range::series(points)?;
    if points.len() < 3 {
        return Err(Reason::TooFewMeasurements);
    }
    if series.is_constant {
        return Err(Reason::NoVariation);
    }
    let n = count(points.len());
    let years = Ties::of_years(points);
    let values = Ties::of_values(points);
    let variance = (n * (n - 1.0) * (2.0 * n + 5.0) - years.variance - values.variance) / 18.0;
    if variance < 0.0 {
        return Err(Reason::Ties);
    }
    let mut slopes = Slopes::of(&series.points);
    let away = normal_quantile(confidence)? * variance.sqrt();
    let all = pairs(slopes.count());
    // Places are counted from 0. The library of the peer rounds halves to even too.
    let low = (((all - away) / 2.0).round_ties_even() - 1.0).max(0.0);
    let high = f64::midpoint(all, away).round_ties_even().min(all - 1.0);
    let mut at = |place: f64| series.scale.slope(in_range(slopes.at(place))?);
    Ok(ModelInterval { low: at(low)?, high: at(high)?, confidence })
}

impl TheilSen {
    /// The value of the line in a year: median value + slope · (year − median year).
    ///
    /// # Errors
    /// [`Reason::NotANumber`] or [`Reason::OutOfRange`] for a year that is NaN or infinite,
    /// [`Reason::OutOfRange`] if the value is too large.
    ///
    /// ```
    /// use beleid::statistics::{Point, theil_sen};
    ///
    /// let line = theil_sen(&[(2015.0, 10.0), (2016.0, 12.0), (2017.0, 14.0)].map(Point::from))?;
    /// assert_eq!(line.at(2020.0), Ok(20.0));
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn at(&self, year: f64) -> Result<f64, Reason> {
        in_range(self.median_value + self.slope * (finite(year)? - self.median_year))
    }
}
