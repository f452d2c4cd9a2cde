//! The sets of numbers that satisfy a target, one for each way to read what isn't known.

use std::ops::Bound;

use super::group::{Group, measured_in};
use super::outcome::{Against, Assumption, Outcome};
use crate::leaves::bounds::Bounds;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::{Direction, Role, Status};
use crate::leaves::unit::Unit;
use crate::leaves::value::{Change, Comparison, Reference, Value};
use crate::model::figure::Figure;
use crate::reason::Reason;

/// The numbers that satisfy a target. Where it is relative to a result that is itself a set,
/// there is one such set for each number that this may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Satisfying {
    /// Those that satisfy it whatever the reference is; none where nothing does.
    certain: Option<Bounds>,
    /// Those that satisfy it for some number that the reference may be.
    possible: Bounds,
    /// Whether the reference may still change.
    pub(super) is_provisional: bool,
}

impl Satisfying {
    fn just(bounds: Bounds) -> Self {
        Satisfying { certain: Some(bounds), possible: bounds, is_provisional: false }
    }

    /// Where the numbers that satisfy it begin, in a direction: of every reading of the
    /// reference, from the one that asks least to the one that asks most.
    #[cfg_attr(not(feature = "methods"), allow(dead_code))]
    pub(super) fn edges(self, direction: Direction) -> [Bound<Number>; 2] {
        let certain = self.certain;
        match direction {
            Direction::Higher => {
                [self.possible.low(), certain.map_or(Bound::Unbounded, Bounds::low)]
            }
            Direction::Lower => {
                [certain.map_or(Bound::Unbounded, Bounds::high), self.possible.high()]
            }
            Direction::Within => [self.possible.low(), self.possible.high()],
        }
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
        let possible = bounds(self.possible)?;
        let certain = match self.certain {
            // As of every target that is no comparison with a range.
            Some(certain) if certain == self.possible => Some(possible),
            Some(certain) => Some(bounds(certain)?),
            None => None,
        };
        Some(Satisfying { certain, possible, ..self })
    }
}

/// What one of the ways to read a target comes to.
pub(super) type Case = Result<Satisfying, Reason>;

/// Visits each admissible set of a target, with what it assumes.
///
/// `result` is what it will be compared with: references must be of the same series.
pub(super) fn each<'a>(
    group: &Group<'_, 'a>,
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
            match group.indicator.direction {
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
            visit(
                plain,
                reference.map(|earlier| earlier.marks(compared_with(earlier.numbers, *comparison))),
            );
        }
        Value::Change(change) => {
            each_earlier(group, result, at, |assumption, earlier| {
                visit(
                    assumption,
                    earlier.map(|earlier| earlier.marks(changed(earlier.numbers, *change))),
                );
            });
        }
        Value::ChangeBy { direction: change, by, unit, to } => {
            if !is_change_of(unit.as_ref(), group.unit_of(result)) {
                return visit(plain, Err(Reason::UnitsDiffer));
            }
            let in_percent = unit.as_ref() == Some(&Unit::PERCENT);
            // Five percent more of a percentage may be five points more.
            let may_be_points =
                in_percent && group.unit_of(result).is_none_or(|unit| *unit == Unit::PERCENT);
            let points: &[Option<bool>] =
                if may_be_points { &[Some(false), Some(true)] } else { &[None] };
            let mut each = |assumption: Assumption<'a>, earlier: Result<Earlier, Reason>| {
                for &in_points in points {
                    let relative = in_percent && in_points != Some(true);
                    let set = earlier.and_then(|earlier| {
                        moved(earlier.numbers, *change, *by, relative).map(|set| earlier.marks(set))
                    });
                    visit(Assumption { in_points, ..assumption }, set);
                }
            };
            match to {
                Some(to) => each(plain, reference(group, to, result, at)),
                None => each_earlier(group, result, at, each),
            }
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

/// Whether numbers of a unit can change by so much of another.
fn is_change_of(by: Option<&Unit>, of: Option<&Unit>) -> bool {
    match (by, of) {
        (None, _) | (_, None) => true,
        (Some(by), _) if *by == Unit::PERCENT => true,
        (Some(by), Some(of)) if *by == Unit::PERCENTAGE_POINT => *of == Unit::PERCENT,
        (Some(by), Some(of)) => by == of,
    }
}

/// The numbers that a reference may be.
#[derive(Clone, Copy)]
struct Earlier {
    numbers: Bounds,
    is_provisional: bool,
}

impl Earlier {
    fn marks(self, set: Satisfying) -> Satisfying {
        Satisfying { is_provisional: self.is_provisional, ..set }
    }
}

fn reference<'a>(
    group: &Group<'_, 'a>,
    to: &Reference,
    result: &'a Figure,
    at: Period,
) -> Result<Earlier, Reason> {
    let figure = group.referred(to, at)?;
    let same_series = !matches!(to, Reference::Benchmark(_));
    comparable(group, figure, result, same_series)
}

/// The numbers of an earlier figure, where a result may be compared with it.
fn comparable<'a>(
    group: &Group<'_, 'a>,
    earlier: &'a Figure,
    result: &'a Figure,
    same_series: bool,
) -> Result<Earlier, Reason> {
    if same_series && earlier.role == result.role && earlier.period == result.period {
        // A result is not compared with itself.
        return Err(Reason::ReferenceNotKnown);
    }
    if group.units_differ(earlier, result) {
        return Err(Reason::UnitsDiffer);
    }
    if same_series && group.breaks_between(measured_in(earlier), result.period) {
        return Err(Reason::BreakInSeries);
    }
    if let Some(reason) = doubt(earlier) {
        return Err(reason);
    }
    let numbers = earlier.value.bounds().ok_or(Reason::ReferenceNotKnown)?;
    Ok(Earlier { numbers, is_provisional: earlier.status.contains(Status::Provisional) })
}

/// Visits what a change is measured from: the latest earlier result, and the baseline if
/// there is one.
fn each_earlier<'a>(
    group: &Group<'_, 'a>,
    result: &'a Figure,
    at: Period,
    mut visit: impl FnMut(Assumption<'a>, Result<Earlier, Reason>),
) {
    let plain = Assumption::default();
    let (previous, baseline) = (group.previous(at), group.baseline(at));
    let is_absent = |found: Result<_, Reason>| found == Err(Reason::ReferenceNotKnown);
    if is_absent(previous) && is_absent(baseline) {
        visit(plain, Err(Reason::ReferenceNotKnown));
    }
    let sources = [(previous, false), (baseline, true)];
    for (found, is_baseline) in sources.into_iter().filter(|(found, _)| !is_absent(*found)) {
        let against = |figure: &Figure| match figure.period {
            _ if is_baseline => Some(Against::Baseline),
            period => period.map(Against::Result),
        };
        let reference = found.ok().and_then(against);
        let earlier = found.and_then(|figure| comparable(group, figure, result, true));
        visit(Assumption { reference, ..plain }, earlier);
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
        is_provisional: false,
    }
}

/// The sets of numbers that are more, less or the same as a reference.
fn changed(numbers: Bounds, change: Change) -> Satisfying {
    match change {
        Change::Increase => compared_with(numbers, Comparison::MoreThan),
        Change::Decrease => compared_with(numbers, Comparison::LessThan),
        Change::Unchanged => Satisfying {
            certain: numbers.exact().map(Bounds::exactly),
            possible: numbers,
            is_provisional: false,
        },
    }
}

/// The sets of numbers that are at least so much more, or less, than a reference.
fn moved(numbers: Bounds, change: Change, by: Number, relative: bool) -> Case {
    if by.is_negative() {
        // A decrease by less than nothing is an increase, or a sign too many.
        return Err(Reason::NotComparable);
    }
    let (by, comparison) = match change {
        Change::Increase => (by, Comparison::AtLeast),
        Change::Decrease => (-by, Comparison::AtMost),
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

/// Why the figure can't be taken for the exact one of its period, if so.
pub(super) fn doubt(figure: &Figure) -> Option<Reason> {
    let uncertain = figure.status.iter().find_map(|status| match status {
        Status::Approximate => Some(Reason::Approximate),
        Status::Estimated => Some(Reason::Estimated),
        Status::Partial => Some(Reason::Partial),
        Status::Unclear => Some(Reason::NotComparable),
        Status::Provisional | Status::BreakInSeries => None,
    });
    let is_target = figure.role == Some(Role::Target);
    let measured_elsewhen = figure.dated.zip(figure.period).and_then(|(dated, period)| {
        if dated.ends_before(period) {
            // For a target too: it is no deadline then.
            Some(Reason::MeasuredEarlier)
        } else if period.ends_before(dated) && !is_target {
            Some(Reason::MeasuredLater)
        } else {
            None
        }
    });
    uncertain.or(measured_elsewhen)
}
