//! The figures that count for an indicator, for what computes with them: chosen by the same
//! rules as those of an evaluation.

use std::ops::Bound;

use super::evaluation::direction;
use super::group::{Candidates, Chosen, Group, Slices, aimed_at, is_result};
use super::outcome::{Basis, Outcome};
use super::sets;
use crate::leaves::bounds::Bounds;
use crate::leaves::dimension::Dimension;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::{Direction, Role, Status};
use crate::leaves::unit::Unit;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::model::indicator::recency;
use crate::reason::Reason;

/// What is known of one slice of an indicator at a time, or of its whole.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) dimensions: &'a [Dimension],
    /// The results of the series that the last one belongs to, from the first to the last: of
    /// periods that cover as much time, after the last break.
    pub(crate) results: Vec<Measured>,
    /// Whether there are earlier ones, from before a break.
    pub(crate) is_broken: bool,
    /// The baseline, where the document has one.
    pub(crate) baseline: Option<Result<(Option<Period>, Measured), Reason>>,
    pub(crate) target: Option<Aim<'a>>,
    pub(crate) direction: Option<Direction>,
    pub(crate) basis: Basis,
    /// Why nothing can be computed.
    pub(crate) trouble: Option<Reason>,
}

/// A result.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured {
    pub(crate) period: Period,
    pub(crate) numbers: Bounds,
    /// Why it can't be taken for the exact number of its period, if so.
    pub(crate) doubt: Option<Reason>,
    pub(crate) is_provisional: bool,
}

/// What is to be reached.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Aim<'a> {
    pub(crate) figure: &'a Figure,
    /// From which number on it is reached: from the one that the reading asks which asks least,
    /// to the one that asks most.
    pub(crate) edges: [Bound<Number>; 2],
    pub(crate) due: Option<Period>,
    /// Whether the last result reaches it.
    pub(crate) outcome: Outcome,
    pub(crate) doubt: Option<Reason>,
    pub(crate) is_provisional: bool,
}

/// Visits the facts for the whole of an indicator, or for each slice.
pub(crate) fn each_facts<'a>(
    indicator: &'a Indicator,
    at: Period,
    mut visit: impl FnMut(Facts<'a>),
) {
    if indicator.figures.iter().all(|figure| figure.dimensions.is_empty()) {
        return visit(of(&Group::all(indicator), at));
    }
    let slices = Slices::of(indicator);
    let whole_is_unmatched = slices.whole_is_unmatched(at);
    for group in slices.groups() {
        let mut facts = of(&group, at);
        if slices.is_benchmark(group.slice) {
            facts.trouble = Some(Reason::Benchmark);
        } else if whole_is_unmatched && (group.slice.is_empty() || facts.target.is_none()) {
            facts.trouble = Some(Reason::TargetNotSliced);
        }
        visit(facts);
    }
}

fn of<'a>(group: &Group<'_, 'a>, at: Period) -> Facts<'a> {
    let mut facts = Facts {
        dimensions: group.slice,
        results: Vec::new(),
        is_broken: false,
        baseline: None,
        target: None,
        direction: group.indicator.direction,
        basis: if group.indicator.direction.is_some() { Basis::Stated } else { Basis::Unknown },
        trouble: None,
    };
    if let Err(trouble) = fill(group, at, &mut facts) {
        facts.trouble = Some(trouble);
    }
    facts
}

fn fill<'a>(group: &Group<'_, 'a>, at: Period, facts: &mut Facts<'a>) -> Result<(), Reason> {
    let plans: Vec<&Figure> =
        group.iter().filter(|figure| figure.role != Some(Role::Realised)).collect();
    let plans = group.part(&plans);
    let chosen = target_ahead(&plans, at);
    (facts.direction, facts.basis) = direction(group.indicator, &chosen);
    if !group.indicator.unplaced.is_empty() {
        return Err(Reason::CellsNotPlaced);
    }
    let last = group.latest(at).ok_or(Reason::NoData)?;
    let last_period = last.period.ok_or(Reason::NoData)?;
    if last.value.bounds().is_none() {
        return Err(Reason::NotComparable);
    }
    if group.unit_of(last) == Some(&Unit::RANK) {
        return Err(Reason::RankNotQuantity);
    }
    // Few indicators have any.
    let has_break = group.iter().any(|figure| !figure.status.is_empty());
    if has_break && group.has_undated_break() {
        return Err(Reason::BreakInSeries);
    }
    let last_break = if has_break { group.last_break(last_period) } else { None };
    results(group, last, last_period, last_break, facts)?;
    facts.baseline = baseline(group, &plans, last, at);
    match chosen {
        Chosen::Figures(targets) => {
            if let Some(direction) = facts.direction {
                facts.target = Some(aim(group, last, &targets, direction, facts, at)?);
            }
            Ok(())
        }
        Chosen::None(Reason::TargetNotKnown) => Err(Reason::TargetNotKnown),
        Chosen::None(_) => Ok(()),
    }
}

/// The target for `at`, or else the next one, or else a standing norm.
fn target_ahead<'a>(group: &Group<'_, 'a>, at: Period) -> Chosen<'a> {
    if let Some(chosen) = group.dated_target(at) {
        return chosen;
    }
    match group.next_target(at) {
        Some(targets) => Chosen::Figures(targets),
        None => group.target(at),
    }
}

fn results<'a>(
    group: &Group<'_, 'a>,
    last: &'a Figure,
    last_period: Period,
    last_break: Option<Period>,
    facts: &mut Facts<'a>,
) -> Result<(), Reason> {
    facts.results.reserve_exact(group.len());
    for figure in group.iter().filter(|figure| is_result(figure)) {
        let Some(period) = figure.period else { continue };
        // Of periods that are alike, the one that begins later ends later.
        if !period.is_like(last_period) || period > last_period {
            continue;
        }
        if last_break.is_some_and(|broken| recency(period) < recency(broken)) {
            facts.is_broken = true;
            continue;
        }
        if group.units_differ(figure, last) {
            return Err(Reason::UnitsDiffer);
        }
        facts.results.push(measured(figure, period));
    }
    // Most series come in order, each period once.
    let is_ordered =
        |pair: &[Measured]| matches!(pair, [a, b] if recency(a.period) < recency(b.period));
    if facts.results.windows(2).all(is_ordered) {
        return Ok(());
    }
    // A sort that keeps what was printed first of a period in front.
    facts.results.sort_by_key(|result| result.period);
    facts.results.dedup_by(|next, kept| {
        let is_same = next.period == kept.period;
        if is_same {
            // Both may be meant: it is a number of either.
            kept.numbers = hull(kept.numbers, next.numbers);
            kept.doubt = kept.doubt.or(next.doubt);
            kept.is_provisional |= next.is_provisional;
        }
        is_same
    });
    Ok(())
}

fn measured(figure: &Figure, period: Period) -> Measured {
    Measured {
        period,
        // Words may stand for any number.
        numbers: figure.value.bounds().unwrap_or(Bounds::ALL),
        doubt: sets::doubt(figure),
        is_provisional: figure.status.contains(Status::Provisional),
    }
}

fn hull(a: Bounds, b: Bounds) -> Bounds {
    let low = if starts_before(b, a) { b.low() } else { a.low() };
    let high = if ends_behind(b, a) { b.high() } else { a.high() };
    Bounds::checked(low, high).unwrap_or(Bounds::ALL)
}

fn starts_before(a: Bounds, b: Bounds) -> bool {
    let from = |low| Bounds::checked(low, Bound::Unbounded).unwrap_or(Bounds::ALL);
    from(b.low()).is_within(from(a.low()))
}

fn ends_behind(a: Bounds, b: Bounds) -> bool {
    let until = |high| Bounds::checked(Bound::Unbounded, high).unwrap_or(Bounds::ALL);
    until(b.high()).is_within(until(a.high()))
}

/// What the document says that it sets out from. Breaks stand with results, so these are asked of
/// the whole group.
fn baseline<'a>(
    group: &Group<'_, 'a>,
    plans: &Group<'_, 'a>,
    last: &'a Figure,
    at: Period,
) -> Option<Result<(Option<Period>, Measured), Reason>> {
    let figure = match plans.baseline(at) {
        Ok(figure) => figure,
        Err(Reason::ReferenceNotKnown) => return None,
        Err(reason) => return Some(Err(reason)),
    };
    Some(if group.units_differ(figure, last) {
        Err(Reason::UnitsDiffer)
    } else if group.breaks_between(figure.period, last.period) {
        Err(Reason::BreakInSeries)
    } else {
        // What has no date is dated as the result, and is never asked for its date.
        let period = figure.period.or(last.period).unwrap_or(at);
        Ok((figure.period, measured(figure, period)))
    })
}

/// What is to be reached, over every way to read the targets.
fn aim<'a>(
    group: &Group<'_, 'a>,
    last: &'a Figure,
    targets: &Candidates<'a>,
    direction: Direction,
    facts: &Facts<'a>,
    at: Period,
) -> Result<Aim<'a>, Reason> {
    if targets.are_too_many {
        return Err(Reason::TargetsDisagree);
    }
    let numbers = facts.results.last().map_or(Bounds::ALL, |last| last.numbers);
    let figure = targets.first;
    let due = aimed_at(figure);
    let mut found: Option<Result<Aim<'a>, Reason>> = None;
    for target in targets.iter() {
        if group.units_differ(last, target) {
            return Err(Reason::UnitsDiffer);
        }
        sets::each(group, target, last, due.unwrap_or(at), |assumption, set| {
            if assumption.direction.is_some_and(|assumed| assumed != direction) {
                return;
            }
            let next = set.map(|set| Aim {
                figure,
                edges: set.edges(direction).map(closed),
                due,
                outcome: set.judge(numbers),
                doubt: sets::doubt(target),
                is_provisional: set.is_provisional || target.status.contains(Status::Provisional),
            });
            found = Some(match found.take() {
                Some(Ok(before)) => next.map(|next| before.or(next)),
                Some(error) => error,
                None => next,
            });
        });
    }
    found.unwrap_or(Err(Reason::NoTarget))
}

impl Aim<'_> {
    /// Either of two.
    fn or(self, other: Self) -> Self {
        let both = |[low, high]: [Bound<Number>; 2]| Bounds::checked(low, high);
        let edges = match (both(self.edges), both(other.edges)) {
            (Some(a), Some(b)) => {
                let either = hull(a, b);
                [either.low(), either.high()]
            }
            _ => [Bound::Unbounded, Bound::Unbounded],
        };
        let outcome = if self.outcome == other.outcome { self.outcome } else { Outcome::Undecided };
        Aim {
            edges,
            outcome,
            doubt: self.doubt.or(other.doubt),
            is_provisional: self.is_provisional || other.is_provisional,
            ..self
        }
    }
}

/// The end with its number: `> 15` aims at 15 as `≥ 15` does, and which of them is reached is
/// judged by itself.
fn closed(end: Bound<Number>) -> Bound<Number> {
    match end {
        Bound::Excluded(number) => Bound::Included(number),
        end => end,
    }
}
