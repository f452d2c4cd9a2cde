//! [`Series`]: measurements over time, with a target.

use std::ops::Bound;

use super::Range;
use super::baseline::years;
use super::range::End;
use crate::evaluate::Outcome;
use crate::evaluate::{self, Aim, Facts, Measured};
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::Direction;
use crate::leaves::value::{Change, Comparison, Value};
use crate::model::figure::Figure;
use crate::reason::Reason;

/// A measurement of a series (Dutch: *meting*).
///
/// ```
/// use beleid::methods::Series;
///
/// let series = Series::new([(2015.0, 14.5)])?;
/// assert_eq!((series.points()[0].at, series.points()[0].value.exact()), (2015.0, Some(14.5)));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "meting")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measurement {
    /// The time, in years: see [`years`].
    pub at: f64,
    /// The value, exact or within bounds.
    pub value: Range,
    /// The period that was measured; `None` if the measurement is not from a document.
    pub period: Option<Period>,
    /// Why the value is not the exact number of its period: it is approximate, estimated, partial,
    /// or measured at another time. `None` if it is exact.
    pub doubt: Option<Reason>,
    /// Whether the value may still change.
    pub is_provisional: bool,
}

/// The target of a series (Dutch: *streefwaarde*).
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::Series;
///
/// let series = Series::new([(2015.0, 14.5)])?.towards(Direction::Lower).with_target(7.25, 2030.0)?;
/// assert_eq!(series.target().unwrap().at, Some(2030.0));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "streefwaarde")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// The number from which the target is reached. It is a range if the target can have several
    /// meanings.
    pub aim: Range,
    /// Whether that number itself is not enough: it is for `≥ 15`, but not for `> 15`.
    pub is_strict: bool,
    /// The time by which it must be reached, in years; `None` if it has no date.
    pub at: Option<f64>,
    /// The period by whose end it must be reached; `None` if the target is not from a document, or
    /// has no date.
    pub period: Option<Period>,
    /// Whether it is reached, as decided by an evaluation; `None` if that follows from the numbers.
    pub outcome: Option<Outcome>,
    /// Why the target is not exact: it is approximate or estimated, for instance. `None` if it is
    /// exact.
    pub doubt: Option<Reason>,
    /// Whether the target may still change.
    pub is_provisional: bool,
}

/// Measurements over time, from the first to the last, with a target and a direction (Dutch:
/// *reeks*). A [`Method`](super::Method) is applied to it.
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::Series;
///
/// let series = Series::new([(2020.0, 10.0), (2015.0, 14.5)])?
///     .towards(Direction::Lower)
///     .with_target(7.25, 2030.0)?;
/// assert_eq!(series.points()[0].at, 2015.0);
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "reeks")]
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    points: Vec<Measurement>,
    /// The baseline that a document states, and whether it is dated.
    stated: Option<Result<(Measurement, bool), Reason>>,
    target: Option<Target>,
    direction: Option<Direction>,
    is_broken: bool,
    trouble: Option<Reason>,
}

impl Series {
    /// A series of numbers, each with its time in years, in any order.
    ///
    /// # Errors
    /// [`Reason::NotANumber`] for NaN, [`Reason::OutOfRange`] for an infinite number,
    /// [`Reason::RepeatedTime`] if two have the same time.
    ///
    /// ```
    /// use beleid::{Reason, methods::Series};
    ///
    /// let twice = Series::new([(2015.0, 1.0), (2015.0, 2.0)]);
    /// assert_eq!(twice.unwrap_err(), Reason::RepeatedTime);
    /// ```
    pub fn new(points: impl IntoIterator<Item = (f64, f64)>) -> Result<Self, Reason> {
        let point = |(at, value): (f64, f64)| {
            if value.is_nan() { Err(Reason::NotANumber) } else { Ok((at, Range::exactly(value)?)) }
        };
        Self::of_ranges(points.into_iter().map(point).collect::<Result<Vec<_>, _>>()?)
    }

    /// A series of values that may have bounds: `> 20` in one year, 23 to 25 in another.
    ///
    /// # Errors
    /// Those of [`new`](Self::new).
    ///
    /// ```
    /// use beleid::{Bounds, methods::Series};
    ///
    /// let series = Series::of_ranges([(2015.0, Bounds::more_than(20).into())])?;
    /// assert_eq!(series.points()[0].value.to_string(), "more than 20");
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn of_ranges(points: impl IntoIterator<Item = (f64, Range)>) -> Result<Self, Reason> {
        let mut points: Vec<Measurement> = points
            .into_iter()
            .map(|(at, value)| Measurement {
                at,
                value,
                period: None,
                doubt: None,
                is_provisional: false,
            })
            .collect();
        if points.iter().any(|point| point.at.is_nan()) {
            return Err(Reason::NotANumber);
        }
        if points.iter().any(|point| !point.at.is_finite()) {
            return Err(Reason::OutOfRange);
        }
        points.sort_by(|a, b| a.at.total_cmp(&b.at));
        let is_same =
            |pair: &[Measurement]| matches!(pair, [a, b] if a.at.total_cmp(&b.at).is_eq());
        if points.windows(2).any(is_same) {
            return Err(Reason::RepeatedTime);
        }
        Ok(Series {
            points,
            stated: None,
            target: None,
            direction: None,
            is_broken: false,
            trouble: None,
        })
    }

    /// The same series with a direction. Without one, a method has an answer only if it is the same
    /// for every direction.
    ///
    /// ```
    /// use beleid::Direction;
    /// use beleid::methods::Series;
    ///
    /// let series = Series::new([(2015.0, 1.0)])?;
    /// assert_eq!(series.direction(), None);
    /// assert_eq!(series.towards(Direction::Lower).direction(), Some(Direction::Lower));
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn towards(mut self, direction: Direction) -> Self {
        self.direction = Some(direction);
        self
    }

    /// The same series with a target and the time by which it must be reached, in years.
    ///
    /// # Errors
    /// [`Reason::OutOfRange`] if one is NaN or infinite.
    ///
    /// ```
    /// use beleid::methods::Series;
    ///
    /// let series = Series::new([(2015.0, 1.0)])?.with_target(2.0, 2030.0)?;
    /// assert_eq!(series.target().unwrap().aim.exact(), Some(2.0));
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn with_target(self, target: f64, at: f64) -> Result<Self, Reason> {
        if !at.is_finite() {
            return Err(Reason::OutOfRange);
        }
        Ok(self.with_aim(Range::exactly(target)?, Some(at)))
    }

    /// The same series with a target that may be a range of numbers, and may have no date.
    ///
    /// ```
    /// use beleid::methods::{Range, Series};
    ///
    /// let series = Series::new([(2015.0, 1.0)])?.with_aim(Range::between(23.0, 25.0)?, None);
    /// assert_eq!(series.target().unwrap().at, None);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn with_aim(mut self, aim: Range, at: Option<f64>) -> Self {
        self.target = Some(Target {
            aim,
            is_strict: false,
            at: at.filter(|at| at.is_finite()),
            period: None,
            outcome: None,
            doubt: None,
            is_provisional: false,
        });
        self
    }

    /// The measurements, from the first to the last.
    ///
    /// ```
    /// assert!(beleid::methods::Series::new([])?.points().is_empty());
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    #[inline]
    pub fn points(&self) -> &[Measurement] {
        &self.points
    }

    /// The measurements as points for [`statistics`](crate::statistics): for a trend, a test or a
    /// forecast.
    ///
    /// # Errors
    /// [`Reason::EitherSide`] if a value is only known within bounds; [`Reason::Approximate`],
    /// [`Reason::Estimated`] or [`Reason::Partial`] if a value is not exact; and any reason why
    /// nothing can be computed with the series.
    ///
    /// ```
    /// use beleid::statistics::theil_sen;
    /// use beleid::{Bounds, Reason, methods::Series};
    ///
    /// let series = Series::new([(2015.0, 1.0), (2016.0, 3.0), (2017.0, 5.0)])?;
    /// assert_eq!(theil_sen(&series.numbers()?)?.slope, 2.0);
    ///
    /// let bounds = Series::of_ranges([(2015.0, Bounds::more_than(20).into())])?;
    /// assert_eq!(bounds.numbers(), Err(Reason::EitherSide));
    /// # Ok::<(), Reason>(())
    /// ```
    #[cfg(feature = "statistics")]
    pub fn numbers(&self) -> Result<Vec<crate::statistics::Point>, Reason> {
        if let Some(trouble) = self.trouble {
            return Err(trouble);
        }
        let number = |measured: &Measurement| {
            let value = measured.value.exact().ok_or(Reason::EitherSide)?;
            match measured.doubt {
                Some(doubt) => Err(doubt),
                None => Ok((measured.at, value).into()),
            }
        };
        self.points.iter().map(number).collect()
    }

    /// The target; `None` if there is none.
    ///
    /// ```
    /// assert!(beleid::methods::Series::new([])?.target().is_none());
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    #[inline]
    pub fn target(&self) -> Option<&Target> {
        self.target.as_ref()
    }

    /// Which results are better; `None` if it is not known.
    ///
    /// ```
    /// assert!(beleid::methods::Series::new([])?.direction().is_none());
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    #[inline]
    pub fn direction(&self) -> Option<Direction> {
        self.direction
    }

    pub(super) fn trouble(&self) -> Option<Reason> {
        self.trouble
    }

    pub(super) fn stated(&self) -> Option<&Result<(Measurement, bool), Reason>> {
        self.stated.as_ref()
    }

    pub(super) fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// The same series for each direction that its target may be meant in, as they are known without one.
    pub(super) fn each_way(&self, aims: &[Aim<'_>; 3]) -> [Self; 3] {
        let [higher, lower, within] = aims;
        [(Direction::Higher, higher), (Direction::Lower, lower), (Direction::Within, within)].map(
            |(direction, aim)| Series {
                direction: Some(direction),
                target: Some(target(aim)),
                ..self.clone()
            },
        )
    }

    pub(super) fn without_direction(self) -> Self {
        Series { direction: None, ..self }
    }

    /// The series of what is known of an indicator or a slice.
    pub(super) fn of_facts(facts: &Facts<'_>) -> Self {
        let mut trouble = facts.trouble;
        let mut points = Vec::with_capacity(facts.results.len());
        let mut add = |point| match point {
            Some(point) => points.push(point),
            None => trouble = trouble.or(Some(Reason::NotANumber)),
        };
        facts.results.in_place().iter().flatten().for_each(|figure| add(point_of(figure)));
        facts.results.out_of_place().iter().for_each(|measured| add(point(measured)));
        let stated = facts.baseline.map(|baseline| {
            let (period, measured) = baseline?;
            let point = point(&measured).ok_or(Reason::NoBaselineDate)?;
            Ok((Measurement { period, ..point }, period.is_some()))
        });
        Series {
            points,
            stated,
            target: match (&facts.target, &facts.each_way) {
                (Some(aim), _) => Some(target(aim)),
                (None, Some([higher, lower, _])) if higher.edges == lower.edges => {
                    // A number is the same whichever way is better, and by the way it is judged.
                    Some(Target { outcome: None, ..target(higher) })
                }
                _ => None,
            },
            direction: facts.direction,
            is_broken: facts.is_broken,
            trouble,
        }
    }
}

/// The measurement that a result is; most are a number and no more.
#[inline]
fn point_of(figure: &Figure) -> Option<Measurement> {
    let period = figure.period?;
    match &figure.value {
        Value::Exact(number) if figure.status.is_empty() && figure.dated.is_none() => {
            Some(Measurement {
                at: years(period)?,
                value: Range::of(number.to_f64()),
                period: Some(period),
                doubt: None,
                is_provisional: false,
            })
        }
        _ => point(&evaluate::measured(figure, period)),
    }
}

#[inline]
fn point(measured: &Measured) -> Option<Measurement> {
    Some(Measurement {
        at: years(measured.period)?,
        value: measured.numbers.into(),
        period: Some(measured.period),
        doubt: measured.doubt,
        is_provisional: measured.is_provisional,
    })
}

fn target(aim: &Aim<'_>) -> Target {
    let end = |bound: Bound<Number>, none| match bound {
        Bound::Included(number) | Bound::Excluded(number) => End::closed(number.to_f64()),
        Bound::Unbounded => End { at: none, is_open: true },
    };
    let [low, high] = aim.edges;
    let (low, high) = (end(low, f64::NEG_INFINITY), end(high, f64::INFINITY));
    Target {
        aim: Range::spanning(low, high).unwrap_or(Range::of(low.at)),
        is_strict: is_strict(&aim.figure.value),
        at: aim.due.and_then(years),
        period: aim.due,
        outcome: Some(aim.outcome),
        doubt: aim.doubt,
        is_provisional: aim.is_provisional,
    }
}

/// Whether a target asks to go beyond a number.
fn is_strict(target: &Value) -> bool {
    use Comparison::{LessThan, MoreThan};
    matches!(
        target,
        Value::MoreThan(_)
            | Value::LessThan(_)
            | Value::Relative { comparison: MoreThan | LessThan, .. }
            | Value::Change(Change::Increase | Change::Decrease)
    )
}
