//! The sets of numbers that satisfy a target, one for each meaning that the target can have.

use std::ops::Bound;

use super::group::{Group, measured_in};
use super::outcome::{Against, Assumption, Outcome, Sense};
use super::select::direction_of;
use super::select::is_aim;
use super::stretch;
use crate::leaves::bounds::Bounds;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::{Direction, Role, Status};
use crate::leaves::unit::Unit;
use crate::leaves::value::{Change, Comparison, Reference, Value};
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::reason::Reason;
use crate::words::{ChangeLabel, change_label, fold};

/// The numbers that satisfy a target. A target may be relative to a result that is itself only
/// known within bounds: then there is one such set for each number that this result may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Satisfying {
    /// The numbers that satisfy it whatever the reference is; `None` if no number does.
    certain: Option<Bounds>,
    /// The numbers that satisfy it for at least one possible reference.
    possible: Bounds,
    /// Whether the reference may still change.
    pub(super) is_provisional: bool,
}

impl Satisfying {
    fn just(bounds: Bounds) -> Self {
        Satisfying { certain: Some(bounds), possible: bounds, is_provisional: false }
    }

    /// The limit from which numbers satisfy the target, in a direction: for the least and for the
    /// most demanding possible reference.
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
        } else if result.is_disjoint_from(self.possible) {
            Outcome::Missed
        } else {
            Outcome::Undecided
        }
    }

    /// How far a result is from satisfying it; `None` if that is not a single answer.
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

/// The numbers that satisfy a target in one of its meanings, or why that can't be computed.
pub(super) type Case = Result<Satisfying, Reason>;

/// Visits each meaning of a target: its set of numbers, and what that assumes.
///
/// `result` is the result that will be compared with it: references must belong to the same series.
pub(super) fn each<'a>(
    group: &Group<'_, 'a>,
    target: &'a Figure,
    result: &'a Figure,
    at: Period,
    mut visit: impl FnMut(Assumption<'a>, Case),
) {
    let value = &target.value;
    if let Some(signed) = with_other_sign(group, value, result) {
        for (value, sense) in [(value, Sense::Level), (&signed, Sense::SignedLevel)] {
            each_of(group, value, result, at, &mut |assumption, set| {
                visit(Assumption { sense: Some(sense), ..assumption }, set);
            });
        }
        return;
    }
    if matches!(value, Value::Exact(_) | Value::Between(_)) {
        return each_of(group, value, result, at, &mut visit);
    }
    if group.unit_of(target) == Some(&Unit::RANK) || group.unit_of(result) == Some(&Unit::RANK) {
        return each_of_place(group, target, result, at, &mut visit);
    }
    match is_change(value).then(|| change_label(&fold(&group.indicator.name, true))).flatten() {
        Some(label) => each_of_change(group, label, value, result, at, &mut visit),
        None => each_of(group, value, result, at, &mut visit),
    }
}

/// The target with the opposite sign, if it and the result are decreases and only one of them is
/// printed with a minus sign: 24 and -22 in a row *Reductie*.
fn with_other_sign(group: &Group<'_, '_>, target: &Value, result: &Figure) -> Option<Value> {
    let (Value::Exact(number)
    | Value::MoreThan(number)
    | Value::AtLeast(number)
    | Value::LessThan(number)
    | Value::AtMost(number)) = *target
    else {
        return None;
    };
    let result = result.value.bounds()?;
    let zero = Number::from(0);
    let is_apart = (number < zero && result.is_within(Bounds::more_than(0)))
        || (number > zero && result.is_within(Bounds::less_than(0)));
    if !is_apart || change_label(&fold(&group.indicator.name, true))?.is_increase != Some(false) {
        return None;
    }
    let turned = match target {
        Value::Exact(_) => return Some(Value::Exact(-number)),
        other => mirrored(other)?,
    };
    Some(match turned {
        Value::MoreThan(_) => Value::MoreThan(-number),
        Value::AtLeast(_) => Value::AtLeast(-number),
        Value::LessThan(_) => Value::LessThan(-number),
        _ => Value::AtMost(-number),
    })
}

/// Whether a target states how something must change.
fn is_change(value: &Value) -> bool {
    matches!(value, Value::Change(_) | Value::ChangeBy { .. } | Value::Relative { .. })
}

/// Which results are better according to a target of an indicator; `None` if the target doesn't
/// decide that.
pub(crate) fn meant_by(indicator: &Indicator, target: &Figure) -> Option<Direction> {
    let asked = direction_of(&target.value)?;
    let is_rank = |unit: &Option<Unit>| unit.as_ref() == Some(&Unit::RANK);
    if is_rank(&indicator.unit) || indicator.figures.iter().any(|figure| is_rank(&figure.unit)) {
        return is_top(target).then_some(asked);
    }
    let label = is_change(&target.value).then(|| change_label(&fold(&indicator.name, true)));
    match label.flatten() {
        None => Some(asked),
        Some(label) => {
            let Value::ChangeBy { unit: by, .. } = &target.value else { return None };
            let is_result = |figure: &&Figure| figure.role == Some(Role::Realised);
            let mut results = indicator.figures.iter().filter(is_result);
            let of =
                |figure: &Figure| figure.unit.as_ref().or(indicator.unit.as_ref()) == by.as_ref();
            (repeats(label, &target.value) && results.all(of)).then_some(Direction::Higher)
        }
    }
}

/// Whether a target is like `Top 5`: always about places in a ranking.
fn is_top(target: &Figure) -> bool {
    matches!(target.value, Value::AtMost(_)) && target.unit.as_ref() == Some(&Unit::RANK)
}

/// Visits the sets of a target for a rank. The best place has the lowest number, so *hoger* may
/// mean a better place or a higher number. If no stated direction decides it, both are visited.
fn each_of_place<'a>(
    group: &Group<'_, 'a>,
    target: &'a Figure,
    result: &'a Figure,
    at: Period,
    visit: &mut dyn FnMut(Assumption<'a>, Case),
) {
    let value = &target.value;
    let (Some(asked), Some(mirrored), false) =
        (direction_of(value), mirrored(value), is_top(target))
    else {
        return each_of(group, value, result, at, visit);
    };
    let stated = group.indicator.direction;
    if stated == Some(asked) {
        return each_of(group, value, result, at, visit);
    }
    let is_settled = is_change(value) && stated == direction_of(&mirrored);
    for (value, sense) in [(value, Sense::Number), (&mirrored, Sense::Place)] {
        if is_settled && sense == Sense::Number {
            continue;
        }
        each_of(group, value, result, at, &mut |assumption, set| {
            visit(Assumption { sense: Some(sense), ..assumption }, set);
        });
    }
}

/// A target for places as a target for their numbers, which is the opposite comparison. `None` if
/// the target has no direction.
fn mirrored(value: &Value) -> Option<Value> {
    let turned = |comparison| match comparison {
        Comparison::MoreThan => Comparison::LessThan,
        Comparison::AtLeast => Comparison::AtMost,
        Comparison::LessThan => Comparison::MoreThan,
        Comparison::AtMost => Comparison::AtLeast,
    };
    let opposite = |change| match change {
        Change::Increase => Some(Change::Decrease),
        Change::Decrease => Some(Change::Increase),
        Change::Unchanged => None,
    };
    Some(match value {
        Value::MoreThan(number) => Value::LessThan(*number),
        Value::AtLeast(number) => Value::AtMost(*number),
        Value::LessThan(number) => Value::MoreThan(*number),
        Value::AtMost(number) => Value::AtLeast(*number),
        Value::Relative { comparison, to } => {
            Value::Relative { comparison: turned(*comparison), to: to.clone() }
        }
        Value::Change(change) => Value::Change(opposite(*change)?),
        Value::ChangeBy { direction, by, unit, to } => Value::ChangeBy {
            direction: opposite(*direction)?,
            by: *by,
            unit: unit.clone(),
            to: to.clone(),
        },
        _ => return None,
    })
}

/// Whether a target in a row of changes only repeats the label, so that its number is of the same
/// kind as the numbers of the row: `daling met 50` in a row *Vermindering schulden*.
fn repeats(label: ChangeLabel, target: &Value) -> bool {
    let Value::ChangeBy { direction, to: None, .. } = target else { return false };
    label.is_certain && label.is_increase == Some(*direction == Change::Increase)
}

/// Visits the sets of a change, or of a comparison with another result, in a row whose numbers are
/// changes themselves.
fn each_of_change<'a>(
    group: &Group<'_, 'a>,
    label: ChangeLabel,
    value: &Value,
    result: &'a Figure,
    at: Period,
    visit: &mut dyn FnMut(Assumption<'a>, Case),
) {
    let (change, by, by_unit) = match value {
        Value::Change(change) => (*change, None, None),
        Value::ChangeBy { direction, by, unit, .. } => (*direction, Some(*by), unit.as_ref()),
        Value::Relative { comparison: Comparison::MoreThan | Comparison::AtLeast, .. } => {
            (Change::Increase, None, None)
        }
        _ => (Change::Decrease, None, None),
    };
    let of = group.unit_of(result);
    let is_same_unit = by.is_none()
        || match (by_unit, of) {
            (Some(by), Some(of)) => by.is_like(of),
            (by, of) => by == of,
        };
    let as_level = |assumption| Assumption { sense: Some(Sense::Level), ..assumption };
    let plain = Assumption::default();
    if !(repeats(label, value) && is_same_unit) {
        each_of(group, value, result, at, &mut |assumption, set| {
            visit(Assumption { sense: Some(Sense::Change), ..assumption }, set);
        });
    }
    if by_unit.is_some() && of.is_some() && !is_same_unit {
        return visit(as_level(plain), Err(Reason::UnitsDiffer));
    }
    let (zero, by) = (Number::from(0), by.unwrap_or(Number::from(0)));
    let beyond = if by == zero { Bound::Excluded(by) } else { Bound::Included(by) };
    let behind = match beyond {
        Bound::Included(by) => Bound::Included(-by),
        other => other,
    };
    let set = |bounds: Option<Bounds>| match bounds {
        Some(bounds) if !by.is_negative() => Ok(Satisfying::just(bounds)),
        _ => Err(Reason::NotComparable),
    };
    let upwards = set(Bounds::checked(beyond, Bound::Unbounded));
    let downwards = set(Bounds::checked(Bound::Unbounded, behind));
    let is_up = change == Change::Increase;
    if change == Change::Unchanged {
        return visit(as_level(plain), Ok(Satisfying::just(Bounds::exactly(0))));
    }
    // A decrease of 5 is printed as 5, and as -5 by some.
    let is_signed = label.is_increase == Some(false)
        && !result.value.bounds().is_some_and(|result| result.is_within(Bounds::at_least(0)));
    let is_same_way = label.is_increase.is_none_or(|is_increase| is_increase == is_up);
    let is_positive = if label.is_increase.is_some() { is_same_way } else { is_up };
    visit(as_level(plain), if is_positive { upwards } else { downwards });
    if is_signed {
        let assumption = Assumption { sense: Some(Sense::SignedLevel), ..plain };
        visit(assumption, if is_positive { downwards } else { upwards });
    }
}

/// Visits the sets of a value in the usual sense.
fn each_of<'a>(
    group: &Group<'_, 'a>,
    value: &Value,
    result: &'a Figure,
    at: Period,
    visit: &mut dyn FnMut(Assumption<'a>, Case),
) {
    let plain = Assumption::default();
    match value {
        Value::MoreThan(_) | Value::AtLeast(_) | Value::LessThan(_) | Value::AtMost(_) => {
            // A comparator is literal: no direction changes it.
            let bounds = value.bounds().ok_or(Reason::NotComparable);
            visit(plain, bounds.map(Satisfying::just));
        }
        Value::Exact(_) | Value::Between(_) => {
            let Some(bounds) = value.bounds() else { return };
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

/// The numbers that satisfy a number or a range, given which results are better.
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
        (Some(by), Some(of)) => by.is_like(of),
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
    let numbers = group.numbers_like(earlier, result)?;
    if same_series && result.period.is_some_and(|period| !stretch::covers(group, earlier, period)) {
        return Err(Reason::CoversAnotherLength);
    }
    if same_series && group.breaks_between(measured_in(earlier), result.period) {
        return Err(Reason::BreakInSeries);
    }
    if let Some(reason) = doubt(earlier) {
        return Err(reason);
    }
    let numbers = numbers.ok_or(Reason::ReferenceNotKnown)?;
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
            // Nobody says how much may change where something is to stay stable.
            possible: Bounds::ALL,
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
    // Ten percent of 0 is nothing.
    if relative && (factor.is_negative() || !numbers.is_within(Bounds::more_than(0))) {
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

/// Why the figure is not the exact number of its period; `None` if it is.
#[inline]
pub(super) fn doubt(figure: &Figure) -> Option<Reason> {
    // Few figures are in doubt.
    if figure.status.is_empty() && figure.dated.is_none() { None } else { why_in_doubt(figure) }
}

fn why_in_doubt(figure: &Figure) -> Option<Reason> {
    let uncertain = figure.status.iter().find_map(|status| match status {
        Status::Approximate => Some(Reason::Approximate),
        Status::Estimated => Some(Reason::Estimated),
        Status::Partial => Some(Reason::Partial),
        Status::Unclear => Some(Reason::NoteNotUnderstood),
        Status::Provisional | Status::BreakInSeries | Status::Favourable | Status::Unfavourable => {
            None
        }
    });
    let measured_elsewhen = figure.dated.zip(figure.period).and_then(|(dated, period)| {
        if dated.ends_before(period) {
            // For a target too: it is no deadline then.
            Some(Reason::MeasuredEarlier)
        } else if is_aim(figure) {
            None
        } else if period.ends_before(dated) {
            Some(Reason::MeasuredLater)
        } else if dated == period || dated.is_day() {
            // A reference date within the year is of the year.
            None
        } else if dated.first() < period.first() {
            Some(Reason::MeasuredEarlier)
        } else if dated.last() > period.last() {
            Some(Reason::MeasuredLater)
        } else {
            Some(Reason::Partial)
        }
    });
    uncertain.or(measured_elsewhen)
}
