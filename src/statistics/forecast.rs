//! Forecasts, each together with the last value.

use super::change::ends;
use super::distribution::student_quantile;
use super::range::{self, by_year, count, finite, in_range};
use super::{Confidence, ModelInterval, Point, end_points, least_squares};
use crate::coded::coded;
use crate::reason::Reason;

coded! {
    /// A model of how a series continues (Dutch: *prognosemodel*).
    ///
    /// ```
    /// use beleid::statistics::{Confidence, ForecastModel, Point, forecast};
    ///
    /// let series = [(2015.0, 10.0), (2016.0, 14.0), (2017.0, 12.0)].map(Point::from);
    /// let of = |model| forecast(&series, 2019.0, model, Confidence::P95).map(|made| made.value);
    /// assert_eq!(of(ForecastModel::LastValue), Ok(12.0));
    /// assert_eq!(of(ForecastModel::Drift), Ok(14.0));
    /// assert_eq!(of(ForecastModel::LeastSquares), Ok(15.0));
    /// ```
    #[doc(alias = "prognosemodel")]
    #[non_exhaustive]
    ForecastModel, "forecast model", in "statistics" {
        /// It stays at its last value: a random walk.
        LastValue = "last_value";
        /// From its last value it changes as much per year as it did on average from the first
        /// measurement to the last: a random walk with drift.
        Drift = "drift";
        /// It follows the line of [`least_squares`].
        LeastSquares = "least_squares";
    }
}

/// A forecast (Dutch: *prognose*), with the last measured value to compare it with. It is returned
/// by [`forecast`].
///
/// ```
/// use beleid::statistics::{Confidence, ForecastModel, Point, forecast};
///
/// let series = [(2015.0, 10.0), (2016.0, 14.0), (2017.0, 12.0)].map(Point::from);
/// let made = forecast(&series, 2019.0, ForecastModel::Drift, Confidence::P95)?;
/// assert_eq!((made.value, made.last_value, made.n, made.horizon), (14.0, 12.0, 3, 2.0));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "prognose")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Forecast {
    /// The model that was used.
    pub model: ForecastModel,
    /// The year that it is for.
    pub year: f64,
    /// The forecast value, in the unit of the values.
    pub value: f64,
    /// The last measured value. A model is useful only if its forecasts are better than this.
    pub last_value: f64,
    /// The number of points in the series.
    pub n: usize,
    /// The number of years from the last measurement to the forecast.
    pub horizon: f64,
    /// The interval that the model gives for its forecast. A [`Reason`] if there is none: fewer
    /// than three points, all values equal, no scatter (all points lie exactly on the line or the
    /// walk), or a program that was built without the feature `intervals`.
    #[cfg_attr(feature = "serde", serde(serialize_with = "super::wire::answer"))]
    pub interval: Result<ModelInterval, Reason>,
}

/// Forecasts the value of a series in a later year (Dutch: *prognose*).
///
/// In the table h is the number of years from the last measurement vₙ to `year`, T the number of
/// years from the first measurement to the last, and t a quantile of Student's distribution:
///
/// | model | value | interval: value ± t · | degrees of freedom |
/// |---|---|---|---|
/// | last value | vₙ | σ √h | n − 1 |
/// | drift | vₙ + h · (vₙ − v₁) / T | σ √(h (1 + h / T)) | n − 2 |
/// | least squares | v̄ + slope · (t − t̄) | s √(1 + 1 / n + (t − t̄)² / Σ(t − t̄)²) | n − 2 |
///
/// σ² is the mean square of the changes minus the drift, each divided by its number of years (R. J.
/// Hyndman and G. Athanasopoulos, *Forecasting: Principles and Practice*, for evenly spaced years;
/// here with Student's quantile, which makes wider intervals for few points). All answers are in
/// the unit of the values.
///
/// # How reliable the intervals are
///
/// They are *model intervals*: a 95 % interval contains 95 % of the real values only if the model
/// is true and its residuals are normal and independent. That is rarely so. This was measured over
/// the published series of the sustainable development goals of Canada and the United Kingdom, with
/// a forecast from each year that has enough earlier years. The intervals of least squares
/// contained the real value this often:
///
/// | points | years ahead | forecasts | in the 95 % interval | in the 80 % interval |
/// |---|---|---|---|---|
/// | 3 | 1 | 2,081 | 91 % | 75 % |
/// | 3 | 4 | 1,454 | 84 % | 62 % |
/// | 4 | 1 | 1,864 | 90 % | 72 % |
/// | 4 | 4 | 1,257 | 79 % | 52 % |
/// | 5 | 1 | 1,654 | 89 % | 70 % |
/// | 5 | 4 | 1,069 | 71 % | 48 % |
/// | 8 | 1 | 1,066 | 87 % | 63 % |
/// | 8 | 4 | 651 | 62 % | 44 % |
///
/// The last value is a good forecast. One year ahead it had the smallest median error in all rows:
/// with five points 0.032 of the scale of the series, against 0.036 for drift, 0.040 for least
/// squares and 0.044 for Theil-Sen. Four years ahead it was the best with three and four points;
/// with five and eight points drift was only slightly better (0.088 against 0.090, 0.085 against
/// 0.091).
///
/// # Errors
/// [`Reason::NoData`] without points, [`Reason::NotAhead`] if `year` is not after the last
/// measurement, [`Reason::RepeatedTime`] if several points have the last time,
/// [`Reason::NotANumber`] for NaN, [`Reason::OutOfRange`] if a number is infinite or the answer too
/// large. Drift and least squares also have the errors of [`end_points`] and [`least_squares`].
///
/// ```
/// use beleid::Reason;
/// use beleid::statistics::{Confidence, ForecastModel, Point, forecast};
///
/// let series = [(2012.0, 65.3), (2016.0, 66.6), (2019.0, 67.1), (2023.0, 71.4)].map(Point::from);
/// let made = forecast(&series, 2027.0, ForecastModel::LeastSquares, Confidence::P95)?;
/// assert!((made.value - 72.613_076_923).abs() < 1e-9);
/// let interval = made.interval?;
/// assert!((interval.low - 64.226_117_833).abs() < 1e-9);
/// assert!((interval.high - 81.000_036_013).abs() < 1e-9);
///
/// // Two points make a line, but nothing says how far the next may lie from it.
/// let made = forecast(&series[2..], 2027.0, ForecastModel::LeastSquares, Confidence::P95)?;
/// assert_eq!(made.interval, Err(Reason::TooFewMeasurements));
/// # Ok::<(), Reason>(())
/// ```
#[doc(alias = "prognose")]
pub fn forecast(
    points: &[Point],
    year: f64,
    model: ForecastModel,
    confidence: Confidence,
) -> Result<Forecast, Reason> {
    range::all_finite(points)?;
    let last = last(points)?;
    let horizon = in_range(finite(year)? - last.year)?;
    if horizon <= 0.0 {
        return Err(Reason::NotAhead);
    }
    let (value, spread) = match model {
        ForecastModel::LastValue => (last.value, walk(points, year, false)),
        ForecastModel::Drift => {
            let value = in_range(last.value + end_points(points)? * horizon)?;
            (value, walk(points, year, true))
        }
        ForecastModel::LeastSquares => {
            let line = least_squares(points)?;
            let error = line.prediction_error(year).and_then(|error| {
                if line.is_without_scatter() { Err(Reason::NoScatter) } else { Ok(error) }
            });
            (line.at(year)?, error.map(|error| Spread { error, freedom: line.freedom() }))
        }
    };
    let interval = spread.and_then(|spread| spread.interval(value, confidence));
    let (last_value, n) = (last.value, points.len());
    Ok(Forecast { model, year, value, last_value, n, horizon, interval })
}

/// The standard error of a forecast.
struct Spread {
    error: f64,
    freedom: f64,
}

impl Spread {
    fn interval(&self, value: f64, confidence: Confidence) -> Result<ModelInterval, Reason> {
        let margin = student_quantile(confidence, self.freedom)? * self.error;
        let (low, high) = (in_range(value - margin)?, in_range(value + margin)?);
        Ok(ModelInterval { low, high, confidence })
    }
}

/// The last point, alone at its time.
fn last(points: &[Point]) -> Result<Point, Reason> {
    let Some((&(mut last), rest)) = points.split_first() else { return Err(Reason::NoData) };
    let mut is_alone = true;
    for point in rest {
        if point.year > last.year {
            (last, is_alone) = (*point, true);
        } else if point.year == last.year {
            is_alone = false;
        }
    }
    if is_alone { Ok(last) } else { Err(Reason::RepeatedTime) }
}

/// The standard error of a random walk, with or without drift, that goes on to a year.
fn walk(points: &[Point], year: f64, drifts: bool) -> Result<Spread, Reason> {
    if points.len() < 3 {
        return Err(Reason::TooFewMeasurements);
    }
    let series = range::series(points)?;
    if series.is_constant {
        return Err(Reason::NoVariation);
    }
    let (first, last) = ends(&series.points)?;
    let all = last.year - first.year;
    let drift = if drifts { (last.value - first.value) / all } else { 0.0 };
    let (mut squares, mut size) = (0.0, 0.0_f64);
    let points = by_year(series.points);
    for (one, next) in points.iter().zip(points.iter().skip(1)) {
        let years = next.year - one.year;
        if years == 0.0 {
            return Err(Reason::RepeatedTime);
        }
        let change = next.value - one.value - drift * years;
        squares += change / years * change;
        size = size.max(one.value.abs()).max(next.value.abs());
    }
    let freedom = count(points.len()) - if drifts { 2.0 } else { 1.0 };
    let sigma = (squares / freedom).sqrt();
    if sigma * all.sqrt() <= 16.0 * f64::EPSILON * size {
        return Err(Reason::NoScatter);
    }
    let ahead = series.scale.divided(year) - last.year;
    let share = if drifts { ahead / all } else { 0.0 };
    let error = series.scale.value(in_range(sigma * ahead.sqrt() * (1.0 + share).sqrt())?)?;
    Ok(Spread { error, freedom })
}
