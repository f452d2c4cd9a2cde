//! [`Formula`]: what a method computes, from the numbers of a [`Course`].

use super::attainment::{attainment, linear_pace};
use super::rate::{compound_rate, finite, limit_coefficient, linear_rate, positive};
use crate::leaves::role::Direction;
use crate::reason::Reason;

/// The numbers that a formula computes with (Dutch: *verloop*). Times are in years.
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::{Course, Formula};
///
/// let course = Course {
///     base: (2015.0, 14.5),
///     previous: Some((2022.0, 10.3)),
///     current: (2023.0, 10.4),
///     target: Some(7.25),
///     target_at: Some(2030.0),
///     direction: Direction::Lower,
/// };
/// assert_eq!(Formula::Attainment.of(&course), Ok(0.5655172413793103));
/// ```
#[doc(alias = "verloop")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Course {
    /// The time and the value of the baseline.
    pub base: (f64, f64),
    /// The time and the value of the result before the last one; `None` if there is none.
    pub previous: Option<(f64, f64)>,
    /// The time and the value of the last result.
    pub current: (f64, f64),
    /// The target; `None` if there is none.
    pub target: Option<f64>,
    /// The time of the target; `None` if it has no date.
    pub target_at: Option<f64>,
    /// Which results are better.
    pub direction: Direction,
}

/// What a method computes (Dutch: *formule*). In the formulas *b* is the baseline, *c* the last
/// result, *t* the target, and *d* is 1 if higher is better and -1 if lower is better.
///
/// ```
/// use beleid::methods::{Course, Formula};
/// use beleid::{Direction, Reason};
///
/// let course = Course {
///     base: (2015.0, 0.0),
///     previous: None,
///     current: (2020.0, 5.0),
///     target: Some(10.0),
///     target_at: Some(2025.0),
///     direction: Direction::Higher,
/// };
/// assert_eq!(Formula::LinearPace.of(&course), Ok(1.0));
/// // Growth from nothing has no rate, and 0.001 is not 0.
/// assert_eq!(Formula::CompoundPace.of(&course), Err(Reason::ZeroBase));
/// ```
#[doc(alias = "formule")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub enum Formula {
    /// The share of the distance from the baseline to the target that is covered: [`attainment`].
    Attainment,
    /// The actual linear rate as a share of the required one: [`linear_pace`].
    LinearPace,
    /// The actual compound rate as a share of the required one (see [`compound_rate`]).
    CompoundPace,
    /// The share of the distance that will be covered at the target's date if the compound rate
    /// stays the same: `(e - b) / (t - b)`, with `e = c × (1 + rate)^years to go`.
    CompoundProjection,
    /// By how much the target will be missed if the linear rate stays the same, as a share of the
    /// remaining distance: `d × (t - h) / |t - c|`, with `h = c + rate × years to go`. A negative
    /// share means that the target will be exceeded; 1 or more means that the value gets no nearer
    /// to it.
    Shortfall,
    /// The compound rate, positive in the desired direction. Near a limit it is divided by
    /// [`limit_coefficient`].
    Growth {
        /// The highest or lowest possible value; `None` if there is none.
        #[cfg_attr(feature = "serde", serde(default, deserialize_with = "super::wire::finite"))]
        limit: Option<f64>,
    },
    /// Whether the mean change and the last change go in the desired direction: 3 for both, 2 for
    /// the mean only, 1 for the last only, 0 for neither.
    ChangeSigns,
    /// Ten times the share of the distance that is covered in the desired direction: `10 d (c - b)
    /// / |t - b|`. If the value must stay at the target: `10 - 10 |t - c| / |t - b|`.
    CurrentStatus,
    /// The share of the target that is reached: `c / t` if higher is better, `1 - (c - t) / |t|` if
    /// lower is better, so that 1 is the target in both cases. If the value must stay at the
    /// target, the only possible share is 1.
    ShareOfTarget,
}

impl Formula {
    /// Computes the formula.
    ///
    /// # Errors
    /// The reason why there is no answer. The result is never NaN or infinite.
    ///
    /// ```
    /// use beleid::methods::{Course, Formula};
    /// use beleid::{Direction, Reason};
    ///
    /// let now = (2020.0, 12.0);
    /// let course = Course {
    ///     base: (2015.0, 10.0),
    ///     previous: None,
    ///     current: now,
    ///     target: Some(20.0),
    ///     target_at: None,
    ///     direction: Direction::Higher,
    /// };
    /// assert_eq!(Formula::ShareOfTarget.of(&course), Ok(0.6));
    /// assert_eq!(Formula::Shortfall.of(&course), Err(Reason::NoTargetDate));
    /// ```
    #[inline]
    pub fn of(self, course: &Course) -> Result<f64, Reason> {
        let ((base_at, base), (at, current)) = (course.base, course.current);
        match self {
            Formula::Attainment => attainment(base, current, course.target_ahead()?),
            Formula::LinearPace => {
                let target = (course.due()?, course.target_ahead()?);
                linear_pace(course.base, course.started()?, target)
            }
            Formula::CompoundPace => {
                let (now, _) = course.started()?;
                let required = course.due()? - base_at;
                let required = compound_rate(base, course.target_ahead()?, required)?;
                // On the right side of the baseline, so that it is not 0 but for rounding.
                finite(compound_rate(base, current, now - base_at)? / required)
            }
            Formula::CompoundProjection => {
                let target = course.target_ahead()?;
                let rate = compound_rate(base, current, course.started()?.0 - base_at)?;
                let due = course.due()?;
                positive(due - base_at)?;
                attainment(base, current * (1.0 + rate).powf(due - at), target)
            }
            Formula::Shortfall => course.shortfall(),
            Formula::Growth { limit } => {
                let sign = if base < 0.0 { -course.way()? } else { course.way()? };
                let growth = sign * compound_rate(base, current, course.started()?.0 - base_at)?;
                match limit {
                    Some(limit) if growth >= 0.0 => {
                        let coefficient = limit_coefficient(base, limit);
                        if coefficient == 0.0 {
                            return Err(Reason::AtLimit);
                        }
                        finite(growth / coefficient)
                    }
                    _ => Ok(growth),
                }
            }
            Formula::ChangeSigns => {
                let way = course.way()?;
                let previous = course.previous.ok_or(Reason::OneMeasurement)?;
                let goes_well = |from: f64| u8::from((current - from) * way > 0.0);
                course.started()?;
                Ok(f64::from(2 * goes_well(base) + goes_well(previous.1)))
            }
            Formula::CurrentStatus => {
                let target = course.target.ok_or(Reason::NoTarget)?;
                if target == base {
                    return Err(Reason::BaseEqualsTarget);
                }
                let whole = (target - base).abs();
                let way = course.way();
                // Without a rounding, so that what is reached is 10 and no less.
                if current == target && way.is_ok_and(|way| (target - base) * way > 0.0) {
                    return Ok(10.0);
                }
                finite(match way {
                    Ok(way) => 10.0 * way * (current - base) / whole,
                    Err(_) => 10.0 - 10.0 * (target - current).abs() / whole,
                })
            }
            Formula::ShareOfTarget => {
                let target = course.target.ok_or(Reason::NoTarget)?;
                if target == 0.0 {
                    return Err(Reason::ZeroTarget);
                }
                if current == target {
                    return Ok(1.0);
                }
                let way = course.way()?;
                if way > 0.0 && target > 0.0 {
                    return finite(current / target);
                }
                finite(1.0 + way * (current - target) / target.abs())
            }
        }
    }

    /// What it comes to where the target's number is just reached.
    pub(super) fn at_target(self) -> Option<f64> {
        match self {
            Formula::Attainment
            | Formula::LinearPace
            | Formula::CompoundPace
            | Formula::CompoundProjection
            | Formula::ShareOfTarget => Some(1.0),
            Formula::CurrentStatus => Some(10.0),
            Formula::Shortfall => Some(0.0),
            Formula::Growth { .. } | Formula::ChangeSigns => None,
        }
    }

    /// Whether it has no meaning since the baseline lies beyond the target. The index has a number
    /// there, which tells the way from the target as if it were the way to it.
    pub(super) fn is_behind(self, course: &Course) -> bool {
        // A target to stay at lies on no side.
        let ahead = |target: f64| course.way().map_or(0.0, |way| (target - course.base.1) * way);
        self == Formula::CurrentStatus && course.target.is_some_and(|target| ahead(target) < 0.0)
    }

    /// Whether less of it is better.
    pub(super) fn is_falling(self) -> bool {
        self == Formula::Shortfall
    }

    /// Whether it needs a target.
    pub(super) fn has_target(self) -> bool {
        !matches!(self, Formula::Growth { .. } | Formula::ChangeSigns)
    }

    /// Whether it needs the date of the target.
    pub(super) fn needs_due(self) -> bool {
        matches!(
            self,
            Formula::LinearPace
                | Formula::CompoundPace
                | Formula::CompoundProjection
                | Formula::Shortfall
        )
    }

    /// Whether it computes a compound rate.
    pub(super) fn is_compound(self) -> bool {
        matches!(self, Formula::CompoundPace | Formula::CompoundProjection | Formula::Growth { .. })
    }

    /// Whether it goes one way all along where the baseline does, within a branch.
    pub(super) fn is_monotone_in_base(self) -> bool {
        match self {
            Formula::CompoundPace | Formula::CompoundProjection => false,
            Formula::Growth { limit } => limit.is_none(),
            _ => true,
        }
    }

    /// Whether it is computed from a baseline.
    pub(super) fn needs_base(self) -> bool {
        !matches!(self, Formula::ShareOfTarget)
    }

    /// Whether the date of the baseline has a part in it.
    pub(super) fn needs_time(self) -> bool {
        !matches!(self, Formula::ShareOfTarget | Formula::Attainment | Formula::CurrentStatus)
    }

    /// On which side the numbers lie of what it can't be followed across, where that is no
    /// error by itself.
    pub(super) fn branch(self, course: &Course) -> [bool; 2] {
        let (base, current, target) =
            (course.base.1, course.current.1, course.target.unwrap_or(0.0));
        match self {
            Formula::CurrentStatus => {
                [base > target, course.direction == Direction::Within && current > target]
            }
            Formula::ShareOfTarget => [target > 0.0, false],
            _ => [false, false],
        }
    }
}

impl Course {
    /// 1 where higher is better, and -1 where lower is.
    #[inline]
    fn way(&self) -> Result<f64, Reason> {
        match self.direction {
            Direction::Higher => Ok(1.0),
            Direction::Lower => Ok(-1.0),
            Direction::Within => Err(Reason::WithinRange),
        }
    }

    /// The target, where it lies the desired way from the baseline.
    #[inline]
    fn target_ahead(&self) -> Result<f64, Reason> {
        let target = self.target.ok_or(Reason::NoTarget)?;
        let ahead = (target - self.base.1) * self.way()?;
        if ahead > 0.0 {
            Ok(target)
        } else if ahead < 0.0 {
            Err(Reason::BaselineMeetsTarget)
        } else {
            Err(Reason::BaseEqualsTarget)
        }
    }

    #[inline]
    fn due(&self) -> Result<f64, Reason> {
        self.target_at.ok_or(Reason::NoTargetDate)
    }

    /// The last result, where there is one after the baseline.
    #[inline]
    fn started(&self) -> Result<(f64, f64), Reason> {
        if self.current.0 > self.base.0 { Ok(self.current) } else { Err(Reason::OneMeasurement) }
    }

    #[inline]
    fn shortfall(&self) -> Result<f64, Reason> {
        let way = self.way()?;
        let target = self.target.ok_or(Reason::NoTarget)?;
        let due = self.due()?;
        let (now, current) = self.started()?;
        let left = (target - current) * way;
        if left <= 0.0 {
            return Err(Reason::AlreadyMet);
        }
        if due <= now {
            return Err(Reason::TargetPassed);
        }
        let rate = linear_rate(self.base.1, current, now - self.base.0)?;
        finite((target - (current + rate * (due - now))) * way / left)
    }
}
