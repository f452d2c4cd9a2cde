//! Checks a series, and scales it if its numbers are so large or so small that their squares could
//! not be computed.

use std::borrow::Cow;

use super::Point;
use crate::reason::Reason;

/// Deviations of this size can be squared, and their squares added up and multiplied, without a
/// thought.
const MIDDLING: std::ops::RangeInclusive<f64> = 1e-70..=1e70;

/// A number, or what is wrong with it.
pub(super) fn finite(number: f64) -> Result<f64, Reason> {
    if number.is_finite() {
        Ok(number)
    } else if number.is_nan() {
        Err(Reason::NotANumber)
    } else {
        Err(Reason::OutOfRange)
    }
}

/// The outcome of arithmetic on finite numbers, which is no number only if it left the range.
pub(super) fn in_range(number: f64) -> Result<f64, Reason> {
    if number.is_finite() { Ok(number) } else { Err(Reason::OutOfRange) }
}

/// How many, as a number to compute with: exact up to 2⁵³, far more than fit in memory.
#[allow(clippy::cast_precision_loss)]
pub(super) fn count(number: usize) -> f64 {
    number as f64
}

/// The same for pairs, of which the last digits don't matter when there are that many.
#[allow(clippy::cast_precision_loss)]
pub(super) fn pairs(number: u64) -> f64 {
    number as f64
}

/// By which powers of 2 the years and the values of a series were divided.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    years: i32,
    values: i32,
}

impl Scale {
    /// A number of years as it was.
    pub(super) fn year(self, number: f64) -> Result<f64, Reason> {
        in_range(times_power_of_two(number, self.years))
    }

    /// A year of the user's, as those of the series are.
    pub(super) fn divided(self, year: f64) -> f64 {
        times_power_of_two(year, -self.years)
    }

    /// A value as it was.
    pub(super) fn value(self, number: f64) -> Result<f64, Reason> {
        in_range(times_power_of_two(number, self.values))
    }

    /// A change a year as it was.
    pub(super) fn slope(self, number: f64) -> Result<f64, Reason> {
        in_range(times_power_of_two(number, self.values - self.years))
    }
}

/// A series of at least two finite points that are not all of one time.
pub(super) struct Series<'p> {
    /// The points, divided by the scale.
    pub(super) points: Cow<'p, [Point]>,
    /// What the deviations from the first point add up to.
    pub(super) sums: Point,
    pub(super) scale: Scale,
    /// Whether all values are the same.
    pub(super) is_constant: bool,
}

/// Looks at each point of a series.
pub(super) fn series(points: &[Point]) -> Result<Series<'_>, Reason> {
    let Some(first) = points.first() else { return Err(Reason::NoData) };
    let (mut years, mut values) = (0.0_f64, 0.0_f64);
    let mut sums = Point::new(0.0, 0.0);
    for point in points {
        let (year, value) = (point.year - first.year, point.value - first.value);
        sums.year += year;
        sums.value += value;
        years = if year.abs() > years { year.abs() } else { years };
        values = if value.abs() > values { value.abs() } else { values };
    }
    // What isn't finite shows in the sums. So does what is very large, and that may be.
    if !(sums.year.is_finite() && sums.value.is_finite()) {
        all_finite(points)?;
    }
    if points.len() == 1 {
        return Err(Reason::OneMeasurement);
    }
    if years == 0.0 {
        return Err(Reason::SameTime);
    }
    let scale = Scale { years: exponent(years), values: exponent(values) };
    let is_constant = values == 0.0;
    if scale.years == 0 && scale.values == 0 {
        return Ok(Series { points: Cow::Borrowed(points), sums, scale, is_constant });
    }
    let smaller = |point: &Point| Point {
        year: times_power_of_two(point.year, -scale.years),
        value: times_power_of_two(point.value, -scale.values),
    };
    let (points, first) = (points.iter().map(smaller).collect::<Vec<_>>(), smaller(first));
    let sums = points.iter().fold(Point::new(0.0, 0.0), |sums, point| {
        Point::new(sums.year + (point.year - first.year), sums.value + (point.value - first.value))
    });
    Ok(Series { points: Cow::Owned(points), sums, scale, is_constant })
}

/// Refuses a series with a number that is none.
pub(super) fn all_finite(points: &[Point]) -> Result<(), Reason> {
    points.iter().try_for_each(|point| finite(point.year).and(finite(point.value)).map(drop))
}

/// The points in the order of their years.
pub(super) fn by_year(points: Cow<'_, [Point]>) -> Cow<'_, [Point]> {
    if points.is_sorted_by(|one, next| one.year <= next.year) {
        return points;
    }
    let mut points = points.into_owned();
    points.sort_by(|one, other| compare(one.year, other.year));
    Cow::Owned(points)
}

/// The order of two finite numbers; 0 and -0 are one.
pub(super) fn compare(one: f64, other: f64) -> std::cmp::Ordering {
    one.partial_cmp(&other).unwrap_or(std::cmp::Ordering::Equal)
}

/// By which power of 2 deviations up to this one are divided; 0 where they are middling already.
#[allow(clippy::cast_possible_truncation)] // Between -1074 and 1024.
fn exponent(deviation: f64) -> i32 {
    if deviation == 0.0 || MIDDLING.contains(&deviation) {
        0
    } else if deviation.is_infinite() {
        1024
    } else {
        deviation.log2().floor() as i32
    }
}

/// The product with a power of 2, in steps, since the power alone may be out of range.
fn times_power_of_two(mut number: f64, mut exponent: i32) -> f64 {
    const STEP: i32 = 1000;
    while exponent.abs() > STEP {
        let step = STEP * exponent.signum();
        number *= 2.0_f64.powi(step);
        exponent -= step;
    }
    if exponent == 0 { number } else { number * 2.0_f64.powi(exponent) }
}
