//! Periods of figures: which figures may be compared, and which add up to a longer period.

use super::group::{Group, View, is_result};
use super::select::{Candidates, Footing, Selected, aimed_at};
use super::sets;
use crate::leaves::bounds::Bounds;
use crate::leaves::period::Period;
use crate::leaves::role::{Accumulation, Measure, Role, Status};
use crate::leaves::unit::{Quantity, Unit};
use crate::leaves::value::Value;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::reason::Reason;

/// What can be compared with the targets of a period.
pub(super) enum Held<'a> {
    /// The results for the period itself.
    Measured,
    /// Other results that may be used in their place: for the years that the target is for, or for
    /// a part of the period that ends on the same day, if the figure is a level at that day.
    Instead(Candidates<'a>),
    /// The sum of all parts of the period, or why they can't be added.
    Sum(Result<Box<Sum<'a>>, Reason>),
    /// A result that ends on the same day as the period, but covers another length of time.
    AnotherLength,
    /// No result ends with the period.
    Nothing,
}

/// Parts that together make up a period, and their sum as a figure.
pub(super) struct Sum<'a> {
    pub(super) parts: Vec<&'a Figure>,
    pub(super) figure: Figure,
    pub(super) numbers: Bounds,
    pub(super) doubt: Option<Reason>,
}

/// Finds what can be compared with the targets that are due by the end of `at`.
#[inline]
pub(super) fn held<'a>(group: &Group<'_, 'a>, view: &View<'a>, at: Period) -> Held<'a> {
    let stretch = stretch(&view.selected, at);
    if stretch == at && view.measured.is_some() {
        Held::Measured
    } else {
        held_instead(group, view, stretch, at)
    }
}

fn held_instead<'a>(
    group: &Group<'_, 'a>,
    view: &View<'a>,
    stretch: Period,
    at: Period,
) -> Held<'a> {
    if stretch.last() == at.last() {
        if let Some(results) = group.measured(stretch) {
            return Held::Instead(results);
        }
        if let Some(sum) = sum(group, stretch) {
            return Held::Sum(sum.map(Box::new));
        }
    }
    let last = view.latest.and_then(|last| Some((last, last.period?)));
    match last.filter(|(_, period)| period.last() == at.last()) {
        None => Held::Nothing,
        Some((last, _)) if !covers(group, last, stretch) => Held::AnotherLength,
        Some((_, period)) if period == at => Held::Measured,
        Some((_, period)) => group.measured(period).map_or(Held::Nothing, Held::Instead),
    }
}

/// The period that the selected target is about: `at` itself for a target without a date. For a
/// target with a deadline on a single day it is the period of its column, since a day has no
/// length.
pub(super) fn stretch(selected: &Selected<'_>, at: Period) -> Period {
    match selected {
        Selected::For(_, Footing::Budgeted | Footing::Standing | Footing::StandingNorm)
        | Selected::None(_) => at,
        Selected::For(targets, _) | Selected::NotDueYet(targets) => {
            stretch_of(targets.first).unwrap_or(at)
        }
    }
}

/// The period that a target is about; `None` if it has no date.
pub(super) fn stretch_of(target: &Figure) -> Option<Period> {
    let aimed = aimed_at(target)?;
    Some(if aimed.is_day() { target.period.unwrap_or(aimed) } else { aimed })
}

/// Whether a result may be compared with a target for this period: it covers the same length of
/// time, or its length makes no difference.
pub(super) fn covers(group: &Group<'_, '_>, result: &Figure, stretch: Period) -> bool {
    let Some(period) = result.period else { return true };
    period.is_like(stretch)
        || match group.indicator.accumulation {
            // What came about since the start of the year is that of the year on its last day.
            Some(Accumulation::RunningTotal) => period.last() == stretch.last(),
            Some(Accumulation::Flow) => false,
            // What is counted on a day is how things stand on it.
            _ => period.is_day() || may_compare_lengths(group.indicator, result),
        }
}

/// Whether numbers of a quarter may be compared with those of a year: they are levels, shares,
/// ranks or marks. A count or an amount may be what was added in that time, so it may not, unless
/// the indicator is stated to be a level.
fn may_compare_lengths(indicator: &Indicator, figure: &Figure) -> bool {
    match (indicator.accumulation, indicator.measure) {
        (Some(accumulation), _) => accumulation == Accumulation::Level,
        (None, Some(measure)) => {
            matches!(measure, Measure::Share | Measure::Rank | Measure::Rating)
        }
        (None, None) => {
            let unit = figure.unit.as_ref().or(indicator.unit.as_ref());
            unit.is_some_and(|unit| {
                let quantity = unit.quantity();
                unit.per().is_none()
                    && matches!(
                        quantity,
                        Some(Quantity::Share | Quantity::ShareDifference | Quantity::Rank)
                    )
            })
        }
    }
}

/// Whether numbers of the kind that the indicator measures can be added: shares, ranks, marks and
/// rates can't.
fn adds_up(group: &Group<'_, '_>) -> bool {
    use Quantity::{Rank, Share, ShareDifference};
    let has_such_unit = |unit: &Unit| {
        unit.per().is_some() || matches!(unit.quantity(), Some(Share | ShareDifference | Rank))
    };
    !matches!(group.indicator.measure, Some(Measure::Share | Measure::Rank | Measure::Rating))
        && !group.iter().filter_map(|figure| group.unit_of(figure)).any(has_such_unit)
}

/// The sum of the results that together make up a period; `None` if the numbers of the indicator
/// don't add up, or if a part is missing.
fn sum<'a>(group: &Group<'_, 'a>, whole: Period) -> Option<Result<Sum<'a>, Reason>> {
    if group.indicator.accumulation != Some(Accumulation::Flow) || !adds_up(group) {
        return None;
    }
    let mut inside: Vec<(Period, &Figure)> = group
        .iter()
        .filter(|figure| is_result(figure))
        .filter_map(|figure| Some((figure.period?, figure)))
        .filter(|(period, _)| {
            period.first() >= whole.first() && period.last() <= whole.last() && !period.is_day()
        })
        .collect();
    inside.sort_by_key(|(period, _)| *period);
    let mut found: Option<Sum<'a>> = None;
    // Halves, quarters and months each make a year.
    while let Some((like, _)) = inside.first().copied() {
        let (parts, others) = inside.into_iter().partition(|(period, _)| period.is_like(like));
        inside = others;
        match (sum_of(group, parts, whole), &found) {
            (None, _) => {}
            (Some(Err(reason)), _) => return Some(Err(reason)),
            (Some(Ok(sum)), Some(before)) if sum.numbers != before.numbers => {
                return Some(Err(Reason::ResultsDisagree));
            }
            (Some(Ok(sum)), _) => found = Some(sum),
        }
    }
    found.map(Ok)
}

/// The sum of results of one length, in chronological order; `None` if they don't make up the
/// whole.
fn sum_of<'a>(
    group: &Group<'_, 'a>,
    parts: Vec<(Period, &'a Figure)>,
    whole: Period,
) -> Option<Result<Sum<'a>, Reason>> {
    let mut figures: Vec<&Figure> = Vec::with_capacity(parts.len());
    let mut last: Option<Period> = None;
    let mut disagree = false;
    for (period, figure) in parts {
        if last == Some(period) {
            disagree |= figures.last().is_none_or(|known| known.value != figure.value);
            continue;
        }
        let follows = match last {
            None => period.start() == whole.start(),
            Some(last) => last.end().and_then(|end| end.succ_opt()) == Some(period.start()),
        };
        if !follows {
            return None;
        }
        last = Some(period);
        figures.push(figure);
    }
    let is_all = figures.len() > 1 && last.and_then(Period::end) == whole.end();
    let (first, last) = (*figures.first()?, *figures.last()?);
    if !is_all {
        return None;
    }
    Some(if disagree {
        Err(Reason::ResultsDisagree)
    } else if let Some(reason) = figures.iter().find_map(|part| group.units_differ(first, part)) {
        Err(reason)
    } else if group.breaks_between(first.period, last.period) {
        Err(Reason::BreakInSeries)
    } else {
        add(figures, whole)
    })
}

fn add(parts: Vec<&Figure>, whole: Period) -> Result<Sum<'_>, Reason> {
    let mut numbers = Bounds::exactly(0);
    for part in &parts {
        let part = part.value.bounds().ok_or(Reason::NotComparable)?;
        numbers = numbers.plus(part).ok_or(Reason::TooManyDigits)?;
    }
    let mut figure =
        Figure::new(whole, Role::Realised, value_of(numbers).ok_or(Reason::EitherSide)?);
    figure.unit = parts.first().and_then(|part| part.unit.clone());
    if parts.iter().any(|part| part.status.contains(Status::Provisional)) {
        figure.status.insert(Status::Provisional);
    }
    let doubt = parts.iter().find_map(|part| sets::doubt(part));
    Ok(Sum { parts, figure, numbers, doubt })
}

/// The value that stands for this set of numbers; `None` if there is no such value.
fn value_of(numbers: Bounds) -> Option<Value> {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    match (numbers.low(), numbers.high()) {
        (Included(low), Included(high)) if low == high => Some(Value::Exact(low)),
        (Included(low), Included(high)) => Value::between(low, high).ok(),
        (Included(low), Unbounded) => Some(Value::AtLeast(low)),
        (Excluded(low), Unbounded) => Some(Value::MoreThan(low)),
        (Unbounded, Included(high)) => Some(Value::AtMost(high)),
        (Unbounded, Excluded(high)) => Some(Value::LessThan(high)),
        _ => None,
    }
}
