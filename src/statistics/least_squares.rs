//! The line of least squares.

use super::distribution::{student_quantile, student_two_sided};
use super::range::{self, Series, count, finite, in_range};
use super::{Confidence, ModelInterval, Point};
use crate::reason::Reason;

/// The straight line with the smallest sum of squared residuals (Dutch: *kleinste kwadraten*), with
/// its errors. It is returned by [`least_squares`].
///
/// ```
/// use beleid::statistics::{Point, least_squares};
///
/// let line = least_squares(&[(2015.0, 10.0), (2016.0, 13.0), (2018.0, 16.0)].map(Point::from))?;
/// assert!((line.at(2019.0)? - 18.142_857_142_857).abs() < 1e-9);
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "kleinste kwadraten")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LeastSquares {
    /// The number of points.
    pub n: usize,
    /// The change per year, in the unit of the values.
    pub slope: f64,
    /// The value of the line in the year 0. That is far from any measurement, so use
    /// [`at`](Self::at) for the value in a year: it computes from the means and is more exact.
    pub intercept: f64,
    /// The mean of the years, t̄.
    pub mean_year: f64,
    /// The mean of the values.
    pub mean_value: f64,
    /// The spread of the years: √Σ(t − t̄)², in years.
    pub year_spread: f64,
    /// Pearson's correlation coefficient, from -1 to 1. [`Reason::NoVariation`] if all values are
    /// equal.
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::wire::answer"))]
    pub r: Result<f64, Reason>,
    /// The standard error of the residuals: √(Σe² / (n − 2)), in the unit of the values.
    /// [`Reason::TooFewMeasurements`] for fewer than three points, [`Reason::NoVariation`] if all
    /// values are equal.
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::wire::answer"))]
    pub residual_error: Result<f64, Reason>,
}

/// Fits the line of least squares to a series (Dutch: *kleinste kwadraten*).
///
/// slope = Σ(t − t̄)(v − v̄) / Σ(t − t̄)², in the unit of the values per year. The sums are
/// computed from deviations, so years around 2000 cause no loss of precision. A. M. Legendre
/// (1805); errors and tests as in textbooks (Draper and Smith, *Applied Regression Analysis*) and
/// in scipy's `linregress`. Two points give a line, but no errors and no test.
///
/// # Errors
/// [`Reason::NoData`] without points, [`Reason::OneMeasurement`] for one point,
/// [`Reason::SameTime`] if all points have the same time, [`Reason::NotANumber`] for NaN,
/// [`Reason::OutOfRange`] if a number is infinite, or the slope or intercept too large.
///
/// ```
/// use beleid::Reason;
/// use beleid::statistics::{Point, least_squares};
///
/// let series = [(2012.0, 65.3), (2016.0, 66.6), (2019.0, 67.1), (2023.0, 71.4)].map(Point::from);
/// let line = least_squares(&series)?;
/// assert!((line.slope - 0.527_692_307_692).abs() < 1e-9);
/// assert!((line.p()? - 0.071_173_281_440).abs() < 1e-9);
///
/// let two = least_squares(&series[..2])?;
/// assert_eq!(two.p(), Err(Reason::TooFewMeasurements));
/// # Ok::<(), Reason>(())
/// ```
#[doc(alias = "kleinste kwadraten")]
pub fn least_squares(points: &[Point]) -> Result<LeastSquares, Reason> {
    fit(&range::series(points)?)
}

fn fit(series: &Series<'_>) -> Result<LeastSquares, Reason> {
    let Series { points, sums, scale, is_constant } = series;
    let Some(&origin) = points.first() else { return Err(Reason::NoData) };
    let n = count(points.len());
    let deviations = |point: &Point| (point.year - origin.year, point.value - origin.value);

    let (mean_year, mean_value) = (sums.year / n, sums.value / n);

    let (mut year_squares, mut products, mut value_squares) = (0.0, 0.0, 0.0);
    for point in points.iter() {
        let (year, value) = deviations(point);
        let (year, value) = (year - mean_year, value - mean_value);
        year_squares += year * year;
        products += year * value;
        value_squares += value * value;
    }
    let slope = products / year_squares;

    // From the residuals themselves: the difference of two squares would leave noise.
    let mut residual_squares = 0.0;
    for point in points.iter() {
        let (year, value) = deviations(point);
        let residual = (value - mean_value) - slope * (year - mean_year);
        residual_squares += residual * residual;
    }

    let residual_error = if points.len() < 3 {
        Err(Reason::TooFewMeasurements)
    } else if *is_constant {
        Err(Reason::NoVariation)
    } else {
        scale.value((residual_squares / (n - 2.0)).sqrt())
    };
    let r = if *is_constant {
        Err(Reason::NoVariation)
    } else {
        let r = in_range(products / (year_squares * value_squares).sqrt());
        r.map(|r| r.clamp(-1.0, 1.0))
    };
    let (mean_year, mean_value) = (origin.year + mean_year, origin.value + mean_value);
    Ok(LeastSquares {
        n: points.len(),
        slope: scale.slope(slope)?,
        intercept: scale.value(mean_value - slope * mean_year)?,
        mean_year: scale.year(mean_year)?,
        mean_value: scale.value(mean_value)?,
        year_spread: scale.year(year_squares.sqrt())?,
        r,
        residual_error,
    })
}

impl LeastSquares {
    /// The value of the line in a year: v̄ + slope · (t − t̄).
    ///
    /// # Errors
    /// [`Reason::NotANumber`] or [`Reason::OutOfRange`] for a year that is NaN or infinite,
    /// [`Reason::OutOfRange`] if the value is too large.
    ///
    /// ```
    /// use beleid::statistics::{Point, least_squares};
    ///
    /// let line = least_squares(&[Point::new(2015.0, 10.0), Point::new(2017.0, 14.0)])?;
    /// assert_eq!(line.at(2020.0), Ok(20.0));
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn at(&self, year: f64) -> Result<f64, Reason> {
        in_range(self.mean_value + self.slope * (finite(year)? - self.mean_year))
    }

    /// The standard error of the slope: s / √Σ(t − t̄)², in the unit of the values per year.
    ///
    /// # Errors
    /// Those of [`residual_error`](Self::residual_error).
    ///
    /// ```
    /// use beleid::statistics::{Point, least_squares};
    ///
    /// let line = least_squares(&[(2015.0, 1.0), (2016.0, 2.0), (2017.0, 0.0)].map(Point::from))?;
    /// assert!((line.slope_error()? - 0.75_f64.sqrt()).abs() < 1e-12);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn slope_error(&self) -> Result<f64, Reason> {
        in_range(self.residual_error? / self.year_spread)
    }

    /// The standard error of the intercept: s · √(1 / n + t̄² / Σ(t − t̄)²), in the unit of the
    /// values.
    ///
    /// # Errors
    /// Those of [`residual_error`](Self::residual_error).
    ///
    /// ```
    /// use beleid::statistics::{Point, least_squares};
    ///
    /// let line = least_squares(&[(-1.0, 1.0), (0.0, 2.0), (1.0, 0.0)].map(Point::from))?;
    /// assert!((line.intercept_error()? - 0.5_f64.sqrt()).abs() < 1e-12);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn intercept_error(&self) -> Result<f64, Reason> {
        let share = (1.0 / count(self.n)).sqrt().hypot(self.mean_year / self.year_spread);
        in_range(self.residual_error? * share)
    }

    /// The p-value of the slope: the probability of a slope at least as steep, up or down, if there
    /// is no trend and the residuals are independent and normal. Student's t with n − 2 degrees of
    /// freedom.
    ///
    /// # Errors
    /// [`Reason::TooFewMeasurements`] for fewer than three points, [`Reason::NoVariation`] if all
    /// values are equal, [`Reason::NotBuilt`] if the program was built without the feature
    /// `intervals`.
    ///
    /// ```
    /// use beleid::statistics::{Point, least_squares};
    ///
    /// let line = least_squares(&[(2015.0, 1.0), (2016.0, 2.0), (2017.0, 0.0)].map(Point::from))?;
    /// assert!((line.p()? - 2.0 / 3.0).abs() < 1e-12);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn p(&self) -> Result<f64, Reason> {
        let error = self.residual_error?;
        let signal = self.slope * self.year_spread;
        // On the line exactly, t has no end, and nothing is as steep by chance.
        let t = if error == 0.0 { f64::INFINITY } else { signal / error };
        student_two_sided(if t.is_nan() { 0.0 } else { t }, self.freedom())
    }

    /// The model interval of the slope: slope ± t · standard error.
    ///
    /// # Errors
    /// Those of [`p`](Self::p), [`Reason::NoScatter`] if all points lie exactly on the line,
    /// [`Reason::OutOfRange`] if an end is too large.
    ///
    /// ```
    /// use beleid::statistics::{Confidence, Point, least_squares};
    ///
    /// let line = least_squares(&[(2015.0, 1.0), (2016.0, 2.0), (2017.0, 0.0)].map(Point::from))?;
    /// let interval = line.slope_interval(Confidence::P95)?;
    /// assert!(interval.low < -11.5 && interval.high > 10.5, "three points say next to nothing");
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn slope_interval(&self, confidence: Confidence) -> Result<ModelInterval, Reason> {
        let error = self.slope_error()?;
        if self.is_without_scatter() {
            return Err(Reason::NoScatter);
        }
        let margin = student_quantile(confidence, self.freedom())? * error;
        let (low, high) = (in_range(self.slope - margin)?, in_range(self.slope + margin)?);
        Ok(ModelInterval { low, high, confidence })
    }

    /// The standard error of a single new measurement in a year: s · √(1 + 1 / n + (t − t̄)² / Σ(t
    /// − t̄)²), in the unit of the values.
    ///
    /// # Errors
    /// Those of [`residual_error`](Self::residual_error), and those of [`at`](Self::at).
    ///
    /// ```
    /// use beleid::statistics::{Point, least_squares};
    ///
    /// let line = least_squares(&[(-1.0, 1.0), (0.0, 2.0), (1.0, 0.0)].map(Point::from))?;
    /// assert!((line.prediction_error(0.0)? - 2.0_f64.sqrt()).abs() < 1e-12);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn prediction_error(&self, year: f64) -> Result<f64, Reason> {
        let away = (finite(year)? - self.mean_year) / self.year_spread;
        in_range(self.residual_error? * (1.0 + 1.0 / count(self.n)).sqrt().hypot(away))
    }

    /// Whether the residuals are no more than rounding, so that they say nothing about how far a
    /// measurement may stray.
    pub(super) fn is_without_scatter(&self) -> bool {
        const ROUNDING: f64 = 16.0 * f64::EPSILON;
        let size = self.mean_value.abs().max((self.slope * self.year_spread).abs());
        self.residual_error.is_ok_and(|error| error <= ROUNDING * size)
    }

    /// How many points are left once the line has taken its two.
    pub(super) fn freedom(&self) -> f64 {
        count(self.n) - 2.0
    }
}
