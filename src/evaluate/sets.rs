//! The sets of numbers that satisfy a target, one for each way to read what isn't known.

use std::ops::Bound;

use super::group::Group;
use super::outcome::{Against, Assumption, Outcome, Reason};
use crate::{
    Bounds, Change, Comparison, Direction, Figure, Number, Period, Reference, Status, Unit, Value,
};

/// The numbers that satisfy a target. Where it is relative to a result that is itself a set,
/// there is one such set for each number that this may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Satisfying {
    /// Those that satisfy it whatever the reference is; none where nothing does.
    certain: Option<Bounds>,
    /// Those that satisfy it for some number that the reference may be.
    possible: Bounds,
}

impl Satisfying {
    fn just(bounds: Bounds) -> Self {
        Satisfying { certain: Some(bounds), possible: bounds }
    }

    /// Whether a result satisfies it.
    pub(super) fn judge(self, result: Bounds) -> Outcome {
        if self.certain.is_some_and(|certain| result.is_within(certain)) {
            Outcome::Met
        } else if result.is_apart_from(self.possible) {
            Outcome::Missed
        } else {
            Outcome::Undecided
        }
    }

    /// How far a result is from satisfying it: nothing where that isn't one answer.
    pub(super) fn distance(self, result: Bounds) -> Option<Bounds> {
        let target = self.certain.filter(|certain| *certain == self.possible)?;
        if result.is_within(target) {
            Some(Bounds::exactly(0))
        } else if result.is_below(target) {
            target.minus(result)
        } else if target.is_below(result) {
            result.minus(target)
        } else {
            None
        }
    }

    /// The same sets after `map` has moved each end, which must keep their order.
    pub(super) fn map(self, map: impl Fn(Number) -> Option<Number>) -> Option<Self> {
        let end = |end| {
            Some(match end {
                Bound::Included(number) => Bound::Included(map(number)?),
                Bound::Excluded(number) => Bound::Excluded(map(number)?),
                Bound::Unbounded => Bound::Unbounded,
            })
        };
        let bounds = |bounds: Bounds| Bounds::checked(end(bounds.low())?, end(bounds.high())?);
        Some(Satisfying {
            certain: match self.certain {
                Some(certain) => Some(bounds(certain)?),
                None => None,
            },
            possible: bounds(self.possible)?,
        })
    }
}

/// What one of the ways to read a target comes to.
pub(super) type Case = Result<Satisfying, Reason>;

/// Visits each admissible set of a target, with what it assumes.
///
/// `result` is what it will be compared with: references must be of the same series.
pub(super) fn each<'a>(
    group: &Group<'_, 'a>,
    direction: Option<Direction>,
    target: &'a Figure,
    result: &'a Figure,
    at: Period,
    mut visit: impl FnMut(Assumption<'a>, Case),
) {
    let plain = Assumption::default();
    match &target.value {
        Value::MoreThan(_) | Value::AtLeast(_) | Value::LessThan(_) | Value::AtMost(_) => {
            // A comparator is literal: no direction changes it.
            let bounds = target.value.bounds().ok_or(Reason::NotComparable);
            visit(plain, bounds.map(Satisfying::just));
        }
        Value::Exact(_) | Value::Between(_) => {
            let Some(bounds) = target.value.bounds() else { return };
            match direction {
                Some(direction) => visit(plain, Ok(Satisfying::just(towards(direction, bounds)))),
                None => {
                    for direction in [Direction::Higher, Direction::Lower, Direction::Within] {
                        let assumption = Assumption { direction: Some(direction), ..plain };
                        visit(assumption, Ok(Satisfying::just(towards(direction, bounds))));
                    }
                }
            }
        }
        Value::Relative { comparison, to } => {
            let reference = reference(group, to, result, at);
            visit(plain, reference.map(|numbers| compared_with(numbers, *comparison)));
        }
        Value::Change(change) => {
            each_earlier(group, result, at, |assumption, numbers| {
                visit(assumption, numbers.map(|numbers| changed(numbers, *change)));
            });
        }
        Value::ChangeBy { direction: change, by, unit } => {
            let in_percent = unit.as_ref() == Some(&Unit::PERCENT);
            // Five percent more of a percentage may be five points more.
            let points: &[Option<bool>] = if in_percent && is_percentage(result) {
                &[Some(false), Some(true)]
            } else {
                &[None]
            };
            each_earlier(group, result, at, |assumption, numbers| {
                for &in_points in points {
                    let relative = in_percent && in_points != Some(true);
                    let set = numbers.and_then(|numbers| moved(numbers, *change, *by, relative));
                    visit(Assumption { in_points, ..assumption }, set);
                }
            });
        }
        Value::Missing(_) | Value::Flag(_) | Value::Text(_) => {
            visit(plain, Err(Reason::NotComparable));
        }
    }
}

/// The numbers that satisfy a number or a range, by what is better.
fn towards(direction: Direction, target: Bounds) -> Bounds {
    let open = match direction {
        Direction::Higher => Bounds::checked(target.low(), Bound::Unbounded),
        Direction::Lower => Bounds::checked(Bound::Unbounded, target.high()),
        Direction::Within => None,
    };
    open.unwrap_or(target)
}

fn is_percentage(figure: &Figure) -> bool {
    // Without a printed unit it may be one.
    figure.unit.as_ref().is_none_or(|unit| *unit == Unit::PERCENT)
}

/// The numbers that a reference may be.
fn reference(
    group: &Group<'_, '_>,
    to: &Reference,
    result: &Figure,
    at: Period,
) -> Result<Bounds, Reason> {
    let figure = group.referred(to, at).ok_or(Reason::ReferenceNotKnown)?;
    let same_series = !matches!(to, Reference::Benchmark(_));
    comparable(group, figure, result, same_series)
}

/// The numbers of an earlier figure, where a result may be compared with it.
fn comparable(
    group: &Group<'_, '_>,
    earlier: &Figure,
    result: &Figure,
    same_series: bool,
) -> Result<Bounds, Reason> {
    if units_differ(earlier, result) {
        return Err(Reason::UnitsDiffer);
    }
    if same_series && group.breaks_between(earlier, result) {
        return Err(Reason::BreakInSeries);
    }
    if let Some(reason) = uncertainty(earlier) {
        return Err(reason);
    }
    earlier.value.bounds().ok_or(Reason::ReferenceNotKnown)
}

/// Visits what a change is measured from: the latest earlier result, and the baseline if
/// there is one.
fn each_earlier<'a>(
    group: &Group<'_, 'a>,
    result: &Figure,
    at: Period,
    mut visit: impl FnMut(Assumption<'a>, Result<Bounds, Reason>),
) {
    let previous = group.previous(at);
    let baseline = group.baseline();
    if previous.is_none() && baseline.is_none() {
        visit(Assumption::default(), Err(Reason::ReferenceNotKnown));
    }
    if let Some(previous) = previous {
        let reference = previous.period.map(Against::Result);
        let numbers = comparable(group, previous, result, true);
        visit(Assumption { reference, ..Assumption::default() }, numbers);
    }
    if let Some(baseline) = baseline {
        let reference = Some(Against::Baseline);
        let numbers = comparable(group, baseline, result, true);
        visit(Assumption { reference, ..Assumption::default() }, numbers);
    }
}

/// The sets of numbers above, or below, a reference that may be any of `numbers`.
fn compared_with(numbers: Bounds, comparison: Comparison) -> Satisfying {
    use Bound::{Excluded, Included, Unbounded};
    let strict = matches!(comparison, Comparison::MoreThan | Comparison::LessThan);
    let upwards = matches!(comparison, Comparison::MoreThan | Comparison::AtLeast);
    let (near, far) =
        if upwards { (numbers.low(), numbers.high()) } else { (numbers.high(), numbers.low()) };
    // Beyond some reference is beyond the near end of them: at it only where that end is one
    // of them and equality will do.
    let possible_end = match near {
        Included(end) if !strict => Included(end),
        Included(end) | Excluded(end) => Excluded(end),
        Unbounded => Unbounded,
    };
    // Beyond every reference is beyond the far end: at it unless that end is one of them and
    // equality won't do.
    let certain_end = match far {
        Included(end) if strict => Some(Excluded(end)),
        Included(end) | Excluded(end) => Some(Included(end)),
        Unbounded => None,
    };
    let beyond = |end| {
        if upwards { Bounds::checked(end, Unbounded) } else { Bounds::checked(Unbounded, end) }
    };
    Satisfying {
        certain: certain_end.and_then(beyond),
        possible: beyond(possible_end).unwrap_or(Bounds::ALL),
    }
}

/// The sets of numbers that are more, less or the same as a reference.
fn changed(numbers: Bounds, change: Change) -> Satisfying {
    match change {
        Change::Increase => compared_with(numbers, Comparison::MoreThan),
        Change::Decrease => compared_with(numbers, Comparison::LessThan),
        Change::Unchanged => {
            Satisfying { certain: numbers.exact().map(Bounds::exactly), possible: numbers }
        }
    }
}

/// The sets of numbers that are at least so much more, or less, than a reference.
fn moved(numbers: Bounds, change: Change, by: Number, relative: bool) -> Case {
    let (by, comparison) = match change {
        Change::Increase => (by, Comparison::AtLeast),
        Change::Decrease => (by.negated(), Comparison::AtMost),
        Change::Unchanged => return Err(Reason::NotComparable),
    };
    let hundred = Number::from(100);
    let factor = hundred.checked_add(by).ok_or(Reason::TooManyDigits)?;
    // Five percent more of a negative number is less, which is not what anybody means.
    if relative && (factor.is_negative() || !numbers.is_within(Bounds::at_least(0))) {
        return Err(Reason::NotComparable);
    }
    let hundredth = Number::from_units(1, 2).ok_or(Reason::TooManyDigits)?;
    let shift = |number: Number| {
        if relative {
            number.checked_mul(factor)?.checked_mul(hundredth)
        } else {
            number.checked_add(by)
        }
    };
    let moved = Satisfying::just(numbers).map(shift).ok_or(Reason::TooManyDigits)?;
    Ok(compared_with(moved.possible, comparison))
}

/// Whether two figures print units that differ.
pub(super) fn units_differ(a: &Figure, b: &Figure) -> bool {
    matches!((&a.unit, &b.unit), (Some(a), Some(b)) if a != b)
}

/// Why a figure can't be compared as exact, if so.
pub(super) fn uncertainty(figure: &Figure) -> Option<Reason> {
    figure.status.iter().find_map(|status| match status {
        Status::Approximate => Some(Reason::Approximate),
        Status::Estimated => Some(Reason::Estimated),
        Status::Partial => Some(Reason::Partial),
        Status::Provisional | Status::BreakInSeries => None,
    })
}
