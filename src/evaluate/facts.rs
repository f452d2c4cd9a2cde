//! The figures of an indicator that the methods compute with, selected by the same rules as those
//! of an evaluation.

use std::ops::Bound;

use super::group::{Group, Slices, View, is_result, measured_in};
use super::outcome::{Basis, Outcome};
use super::select::{Candidates, Selected, aimed_at};
use super::sets;
use super::stretch::{self, Held};
use crate::leaves::bounds::Bounds;
use crate::leaves::dimension::Dimension;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::{Direction, Status};
use crate::leaves::unit::Unit;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::model::indicator::recency;
use crate::reason::Reason;

/// What is known of an indicator, or of one slice of it, at a time.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) dimensions: &'a [Dimension],
    /// The results that form a series with the last one, in chronological order: their periods have
    /// the same length, and they come after the last break.
    pub(crate) results: Results<'a>,
    /// Whether there are earlier results, from before a break.
    pub(crate) is_broken: bool,
    /// The baseline, if the document has one.
    pub(crate) baseline: Option<Result<(Option<Period>, Measured), Reason>>,
    /// The target that counts, as printed, also if nothing can be computed with it.
    pub(crate) selected: Option<&'a Figure>,
    /// A different target for the same time.
    pub(crate) rival: Option<&'a Figure>,
    /// When the target must be reached.
    pub(crate) when: Option<When>,
    /// The period by whose end the target must be reached; `None` if it has no date to compute
    /// with.
    pub(crate) due: Option<Period>,
    /// The target that counts, as numbers.
    pub(crate) target: Option<Aim<'a>>,
    /// The same if the direction is not known: for higher, for lower, and for neither.
    pub(crate) each_way: Option<[Aim<'a>; 3]>,
    pub(crate) direction: Option<Direction>,
    pub(crate) basis: Basis,
    /// Why there is no target that counts, if there is none.
    pub(crate) absence: Option<Reason>,
    /// Why nothing can be computed.
    pub(crate) trouble: Option<Reason>,
}

/// When a target must be reached, according to the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// By the end of the period that was asked for.
    For(Period),
    /// Always, since it has no date.
    Undated,
    /// Later than the period that was asked for.
    NotDueYet(Period),
}

impl When {
    fn of(selected: &Selected<'_>) -> Option<Self> {
        Some(match (selected, aimed_at(selected.targets()?.first)) {
            (_, None) => When::Undated,
            (Selected::NotDueYet(_), Some(aimed)) => When::NotDueYet(aimed),
            (_, Some(aimed)) => When::For(aimed),
        })
    }
}

/// A result.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured {
    pub(crate) period: Period,
    pub(crate) numbers: Bounds,
    /// Why it is not the exact number of its period; `None` if it is.
    pub(crate) doubt: Option<Reason>,
    pub(crate) is_provisional: bool,
}

/// A target, as numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Aim<'a> {
    pub(crate) figure: &'a Figure,
    /// The number from which it is reached: for the least and for the most demanding meaning of the
    /// target.
    pub(crate) edges: [Bound<Number>; 2],
    pub(crate) due: Option<Period>,
    /// Whether the last result reaches it.
    pub(crate) outcome: Outcome,
    pub(crate) doubt: Option<Reason>,
    pub(crate) is_provisional: bool,
}

/// Results in the order of time, each period once. Most series are printed so and are short: their
/// figures are kept in place, and nothing is allocated.
#[derive(Debug, Clone)]
pub(crate) struct Results<'a> {
    few: [Option<&'a Figure>; Results::FEW],
    count: usize,
    /// All of them, where they had to be put in order or are more; else empty.
    many: Vec<Measured>,
}

impl<'a> Results<'a> {
    /// Three terms of a council: a budget seldom prints more.
    const FEW: usize = 12;

    const fn new() -> Self {
        Results { few: [None; Self::FEW], count: 0, many: Vec::new() }
    }

    #[inline]
    fn push(&mut self, figure: &'a Figure, period: Period) {
        match self.few.get_mut(self.count) {
            Some(place) if self.many.is_empty() => {
                *place = Some(figure);
                self.count += 1;
            }
            _ => self.push_measured(measured(figure, period)),
        }
    }

    #[cold]
    fn push_measured(&mut self, result: Measured) {
        if self.many.is_empty() {
            self.many = self.iter().collect();
        }
        self.many.push(result);
    }

    #[cold]
    fn put_in_order(&mut self) {
        if self.many.is_empty() {
            self.many = self.iter().collect();
        }
        // A sort that keeps what was printed first of a period in front.
        self.many.sort_by_key(|result| result.period);
        self.many.dedup_by(|next, kept| {
            let is_same = next.period == kept.period;
            if is_same {
                // Both may be meant: it is a number of either.
                kept.numbers = hull(kept.numbers, next.numbers);
                kept.doubt = kept.doubt.or(next.doubt);
                kept.is_provisional |= next.is_provisional;
            }
            is_same
        });
    }

    /// The figures of results that are in order and printed in one unit; else none.
    #[inline]
    pub(crate) fn in_place(&self) -> &[Option<&'a Figure>] {
        if self.many.is_empty() { self.few.get(..self.count).unwrap_or_default() } else { &[] }
    }

    #[cfg(feature = "methods")]
    pub(crate) fn len(&self) -> usize {
        self.in_place().len() + self.many.len()
    }

    /// The results where they are not in place.
    #[cfg(feature = "methods")]
    #[inline]
    pub(crate) fn out_of_place(&self) -> &[Measured] {
        &self.many
    }

    /// From the first to the last.
    #[inline]
    fn iter(&self) -> impl Iterator<Item = Measured> {
        let few = self.in_place().iter().flatten();
        few.filter_map(|figure| Some(measured(figure, figure.period?)))
            .chain(self.many.iter().copied())
    }

    fn last(&self) -> Option<Measured> {
        match self.in_place() {
            [.., Some(figure)] => Some(measured(figure, figure.period?)),
            _ => self.many.last().copied(),
        }
    }
}

/// Visits the facts for the whole of an indicator, or for each slice.
pub(crate) fn each_facts<'a>(
    indicator: &'a Indicator,
    at: Period,
    mut visit: impl FnMut(&Facts<'a>),
) {
    if indicator.figures.iter().all(|figure| figure.dimensions.is_empty()) {
        return visit(&of(&Group::all(indicator), at));
    }
    let slices = Slices::of(indicator);
    let whole_is_unmatched = slices.whole_is_unmatched(at);
    for group in slices.groups() {
        let mut facts = of(&group, at);
        if slices.is_benchmark(group.slice) {
            facts.trouble = Some(Reason::Benchmark);
        } else if whole_is_unmatched
            && (group.slice.is_empty()
                || (facts.absence == Some(Reason::NoTarget) && indicator.unplaced.is_empty()))
        {
            facts.trouble = Some(Reason::TargetNotSliced);
        }
        visit(&facts);
    }
}

fn of<'a>(group: &Group<'_, 'a>, at: Period) -> Facts<'a> {
    let view = group.view(at);
    let (direction, basis) = view.selected.direction(group.indicator);
    let targets = view.selected.targets();
    let selected = targets.map(|targets| targets.first);
    let mut facts = Facts {
        dimensions: group.slice,
        results: Results::new(),
        is_broken: false,
        baseline: None,
        selected,
        rival: targets
            .filter(|targets| !targets.is_one())
            .and_then(|targets| targets.iter().find(|target| target.value != targets.first.value)),
        when: When::of(&view.selected),
        due: due(&view.selected, at),
        target: None,
        each_way: None,
        direction,
        basis,
        absence: match view.selected {
            Selected::None(reason) => Some(reason),
            _ => None,
        },
        trouble: None,
    };
    facts.trouble = fill(group, &view, at, &mut facts).err();
    facts
}

/// When the selected target must be reached. A target without a date, or with a period without an
/// end, must be reached by the end of `at`.
fn due(selected: &Selected<'_>, at: Period) -> Option<Period> {
    let aimed = aimed_at(selected.targets()?.first).filter(|aimed| aimed.end().is_some());
    match selected {
        Selected::For(..) => aimed.or(Some(at)),
        _ => aimed,
    }
}

fn fill<'a>(
    group: &Group<'_, 'a>,
    view: &View<'a>,
    at: Period,
    facts: &mut Facts<'a>,
) -> Result<(), Reason> {
    if !group.indicator.unplaced.is_empty() {
        return Err(Reason::CellsNotPlaced);
    }
    let mut last = view.latest;
    let mut summed = None;
    let mut another_length = false;
    let stretch = stretch::stretch(&view.selected, at);
    match &view.selected {
        Selected::For(..) => match stretch::held(group, view, at) {
            Held::Measured => {}
            Held::Instead(results) => last = Some(results.first),
            Held::Sum(sum) => {
                let sum = sum?;
                last = sum.parts.last().copied();
                summed = Some(sum);
            }
            Held::AnotherLength => another_length = true,
            Held::Nothing => {
                another_length = last.is_some_and(|last| !stretch::covers(group, last, stretch));
            }
        },
        Selected::NotDueYet(_) => {
            another_length = last.is_some_and(|last| !stretch::covers(group, last, stretch));
        }
        Selected::None(_) => {}
    }
    let last = last.ok_or(Reason::NoData)?;
    let last_period = match &summed {
        Some(_) => stretch,
        None => last.period.ok_or(Reason::NoData)?,
    };
    if last.value.bounds().is_none() {
        return Err(Reason::NotComparable);
    }
    if group.unit_of(last) == Some(&Unit::RANK) {
        return Err(Reason::RankNotQuantity);
    }
    // Few indicators have any.
    if view.has_status && group.has_undated_break() {
        return Err(Reason::BreakInSeries);
    }
    let last_break = if view.has_status { group.last_break(last_period) } else { None };
    results(group, last, last_period, last_break, facts)?;
    if let Some(sum) = summed {
        let sum = Measured { doubt: sum.doubt, ..measured(&sum.figure, stretch) };
        facts.results.push_measured(sum);
    }
    if another_length {
        return Err(Reason::CoversAnotherLength);
    }
    if view.has_baseline {
        facts.baseline = baseline(group, last, at);
    }
    match &view.selected {
        Selected::For(targets, _) | Selected::NotDueYet(targets) => {
            let due = view.selected.due_at(at).unwrap_or(at);
            let aim =
                |direction, facts: &Facts<'a>| aim(group, last, targets, direction, facts, due);
            if let Some(direction) = facts.direction {
                facts.target = Some(aim(direction, facts)?);
            } else {
                facts.each_way = Some([
                    aim(Direction::Higher, facts)?,
                    aim(Direction::Lower, facts)?,
                    aim(Direction::Within, facts)?,
                ]);
            }
            Ok(())
        }
        Selected::None(Reason::TargetNotKnown) => Err(Reason::TargetNotKnown),
        Selected::None(_) => Ok(()),
    }
}

fn results<'a>(
    group: &Group<'_, 'a>,
    last: &'a Figure,
    last_period: Period,
    last_break: Option<Period>,
    facts: &mut Facts<'a>,
) -> Result<(), Reason> {
    let mut before = None;
    let mut is_ordered = true;
    let last_begins = last_period.first();
    group.iter().try_for_each(|figure| {
        let Some(period) = figure.period else { return Ok(()) };
        // Of periods that are alike, the one that begins later ends later.
        let begins = period.first();
        if !is_result(figure) || !period.is_like(last_period) || begins > last_begins {
            return Ok(());
        }
        if last_break.is_some_and(|broken| recency(period) < recency(broken)) {
            facts.is_broken = true;
            return Ok(());
        }
        is_ordered &= before.is_none_or(|before| before < begins);
        before = Some(begins);
        if (figure.unit.is_none() && last.unit.is_none()) || figure.unit == last.unit {
            facts.results.push(figure, period);
        } else {
            let numbers = group.numbers_like(figure, last)?.unwrap_or(Bounds::ALL);
            facts.results.push_measured(Measured { numbers, ..measured(figure, period) });
        }
        Ok(())
    })?;
    if !is_ordered {
        facts.results.put_in_order();
    }
    Ok(())
}

#[inline]
pub(crate) fn measured(figure: &Figure, period: Period) -> Measured {
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

/// The baseline that the document states.
fn baseline<'a>(
    group: &Group<'_, 'a>,
    last: &'a Figure,
    at: Period,
) -> Option<Result<(Option<Period>, Measured), Reason>> {
    let figure = match group.baseline(at) {
        Ok(figure) => figure,
        Err(Reason::ReferenceNotKnown) => return None,
        Err(reason) => return Some(Err(reason)),
    };
    let numbers = match group.numbers_like(figure, last) {
        Ok(numbers) => numbers.unwrap_or(Bounds::ALL),
        Err(reason) => return Some(Err(reason)),
    };
    Some(if group.breaks_between(measured_in(figure), last.period) {
        Err(Reason::BreakInSeries)
    } else {
        // What has no date is dated as the result, and is never asked for its date.
        let period = measured_in(figure).or(last.period).unwrap_or(at);
        Ok((measured_in(figure), Measured { numbers, ..measured(figure, period) }))
    })
}

/// The target as numbers, over all of its possible meanings.
fn aim<'a>(
    group: &Group<'_, 'a>,
    last: &'a Figure,
    targets: &Candidates<'a>,
    direction: Direction,
    facts: &Facts<'a>,
    due: Period,
) -> Result<Aim<'a>, Reason> {
    if targets.are_too_many {
        return Err(Reason::TargetsDisagree);
    }
    let numbers = facts.results.last().map_or(Bounds::ALL, |last| last.numbers);
    let figure = targets.first;
    let mut found: Option<Result<Aim<'a>, Reason>> = None;
    for target in targets.iter() {
        let converted = group.target_like(target, last)?;
        let in_unit = converted.as_ref().unwrap_or(target);
        sets::each(group, in_unit, last, due, |assumption, set| {
            if assumption.direction.is_some_and(|assumed| assumed != direction) {
                return;
            }
            let next = set.map(|set| Aim {
                figure,
                edges: set.edges(direction).map(closed),
                due: facts.due,
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

/// The end with its number included: `> 15` aims at 15 just as `≥ 15` does. Whether it is reached
/// is decided elsewhere.
fn closed(end: Bound<Number>) -> Bound<Number> {
    match end {
        Bound::Excluded(number) => Bound::Included(number),
        end => end,
    }
}
