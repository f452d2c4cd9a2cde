//! The figures of one slice of an indicator, and the selection of those that count.

use std::collections::{HashMap, HashSet};

use super::select::{Candidates, Selected, Selector, says_the_same};
use crate::leaves::dimension::{Dimension, DimensionName};
use crate::leaves::period::{DayKey, Period};
use crate::leaves::role::{Role, Status};
use crate::leaves::value::{Reference, Value};
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::model::indicator::{latest_realised, recency};
use crate::reason::Reason;
use crate::words::{fold, is_of_a_body, is_of_a_province};

/// The figures of one slice of an indicator, or of its whole.
#[derive(Clone, Copy)]
pub(super) struct Group<'g, 'a> {
    pub(super) indicator: &'a Indicator,
    pub(super) slice: &'a [Dimension],
    /// All figures of an indicator without slices; otherwise empty.
    whole: &'a [Figure],
    /// The figures of the slice; empty for an indicator without slices.
    picked: &'g [&'a Figure],
    slices: Option<&'g Slices<'a>>,
}

/// The figures of an indicator by their slice, in the order in which slices appear.
pub(super) struct Slices<'a> {
    indicator: &'a Indicator,
    groups: Vec<(&'a [Dimension], Vec<&'a Figure>)>,
    index: HashMap<&'a [Dimension], usize>,
    /// The first result of each slice for each period, and whether other results differ from it.
    /// Kept because many slices may ask for the same one.
    results: HashMap<(&'a str, Period), (&'a Figure, bool)>,
    /// The slices that other slices are compared with.
    benchmarks: HashSet<&'a str>,
    has_municipality: bool,
}

impl<'a> Slices<'a> {
    pub(super) fn of(indicator: &'a Indicator) -> Self {
        let mut slices = Slices {
            indicator,
            groups: Vec::new(),
            index: HashMap::new(),
            results: HashMap::new(),
            benchmarks: HashSet::new(),
            has_municipality: false,
        };
        for figure in &indicator.figures {
            let slice = &*figure.dimensions;
            if let ([slice], Some(period), true) = (slice, figure.period, is_result(figure)) {
                let (first, differ) =
                    slices.results.entry((slice.value(), period)).or_insert((figure, false));
                *differ |= !says_the_same(first, figure);
            }
            let to = match &figure.value {
                Value::Relative { to, .. } => Some(to),
                Value::ChangeBy { to, .. } => to.as_deref(),
                _ => None,
            };
            if let Some(Reference::Benchmark(name)) = to {
                slices.benchmarks.insert(name);
            }
            slices.has_municipality |=
                slice.iter().any(|part| fold(part.value(), true).starts_with("gemeente"));
            let next = slices.groups.len();
            let at = *slices.index.entry(slice).or_insert(next);
            if at == next {
                slices.groups.push((slice, Vec::new()));
            }
            if let Some((_, figures)) = slices.groups.get_mut(at) {
                figures.push(figure);
            }
        }
        slices
    }

    pub(super) fn groups(&self) -> impl Iterator<Item = Group<'_, 'a>> {
        self.groups.iter().map(|(slice, picked)| self.group(slice, picked))
    }

    fn group<'g>(&'g self, slice: &'a [Dimension], picked: &'g [&'a Figure]) -> Group<'g, 'a> {
        Group { indicator: self.indicator, slice, whole: &[], picked, slices: Some(self) }
    }

    /// The figures of the whole.
    pub(super) fn whole(&self) -> Option<Group<'_, 'a>> {
        let (slice, picked) = self.groups.get(*self.index.get(&[][..])?)?;
        Some(self.group(slice, picked))
    }

    /// Whether other slices are compared with this one, and it is not about the body itself. A
    /// target, its name, or a province that contains the municipality can show that.
    pub(super) fn is_benchmark(&self, slice: &[Dimension]) -> bool {
        slice.iter().any(|part| self.is_of_another(part))
    }

    fn is_of_another(&self, part: &Dimension) -> bool {
        let folded = fold(part.value(), true);
        *part.name() == DimensionName::BODY
            || self.benchmarks.contains(part.value())
            || (is_of_a_body(&folded)
                && match folded.split(' ').next() {
                    Some("gemeente") => false,
                    // Beside figures of the municipality, or of the whole, they are not its own.
                    Some(first)
                        if matches!(first, "provincie" | "regio" | "waterschap")
                            || is_of_a_province(&folded) =>
                    {
                        self.has_municipality || self.index.contains_key(&[][..])
                    }
                    _ => true,
                })
    }

    /// Whether the whole has a target but no result, while parts have results. A target for the
    /// whole is not a target for its parts, and their results are not the result of the whole.
    pub(super) fn whole_is_unmatched(&self, at: Period) -> bool {
        let is_own = |slice: &[Dimension]| !slice.is_empty() && !self.is_benchmark(slice);
        self.whole()
            .is_some_and(|whole| whole.select(at).due().is_some() && whole.measured(at).is_none())
            && self.groups().any(|group| is_own(group.slice) && group.measured(at).is_some())
    }

    /// The result of a slice for a period.
    fn result(&self, name: &str, at: Period) -> Result<&'a Figure, Reason> {
        match self.results.get(&(name, at)) {
            None => Err(Reason::ReferenceNotKnown),
            Some((_, true)) => Err(Reason::ReferencesDisagree),
            Some((result, false)) => Ok(result),
        }
    }
}

/// What one look at all figures of a group finds for a period.
pub(super) struct View<'a> {
    pub(super) selected: Selected<'a>,
    /// The results for the period.
    pub(super) measured: Option<Candidates<'a>>,
    /// The last result until the end of the period: the first of those for the period itself, if
    /// there are any.
    pub(super) latest: Option<&'a Figure>,
    #[cfg_attr(not(feature = "methods"), allow(dead_code))]
    pub(super) has_status: bool,
    #[cfg_attr(not(feature = "methods"), allow(dead_code))]
    pub(super) has_baseline: bool,
}

impl<'g, 'a> Group<'g, 'a> {
    /// All figures of an indicator without slices.
    pub(super) fn all(indicator: &'a Indicator) -> Self {
        Group { indicator, slice: &[], whole: &indicator.figures, picked: &[], slices: None }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'a Figure> + use<'g, 'a> {
        self.whole.iter().chain(self.picked.iter().copied())
    }

    /// Finds the target that counts for a period, and its results.
    #[inline]
    pub(super) fn view(&self, at: Period) -> View<'a> {
        let mut selector = Selector::new(at);
        let mut measured: Option<Candidates<'a>> = None;
        // With its last and its first day, by which it is later than another.
        let mut latest: Option<(DayKey, DayKey, &'a Figure)> = None;
        let over = at.last();
        let (mut has_status, mut has_baseline) = (false, false);
        self.iter().for_each(|figure| {
            has_status |= !figure.status.is_empty();
            match figure.role {
                Some(Role::Realised) => {
                    let Some(period) = figure.period else { return };
                    if figure.value.is_missing() {
                        return;
                    }
                    if period != at {
                        let (ends, begins) = (period.last(), period.first());
                        if ends <= over
                            && latest.is_none_or(|(end, begin, _)| (end, begin) < (ends, begins))
                        {
                            latest = Some((ends, begins, figure));
                        }
                    } else if let Some(measured) = &mut measured {
                        measured.add(figure);
                    } else {
                        measured = Some(Candidates::one(figure));
                    }
                }
                Some(Role::Baseline) => has_baseline = true,
                _ => selector.look(figure),
            }
        });
        let latest = match &measured {
            Some(results) => Some(results.first),
            None => latest.map(|(_, _, figure)| figure),
        };
        View { selected: selector.select(), measured, latest, has_status, has_baseline }
    }

    /// The target that counts for a period.
    pub(super) fn select(&self, at: Period) -> Selected<'a> {
        let mut selector = Selector::new(at);
        self.iter().for_each(|figure| selector.look(figure));
        selector.select()
    }

    /// The results for a period.
    pub(super) fn measured(&self, at: Period) -> Option<Candidates<'a>> {
        let results = self.iter().filter(|figure| is_result(figure) && figure.period == Some(at));
        Candidates::of(results)
    }

    /// The last results before `at` that cover as much time as `at` does: a year is not
    /// compared with a quarter, and least of all with one of its own.
    pub(super) fn previous(&self, at: Period) -> Result<&'a Figure, Reason> {
        let is_earlier = |period: Period| period.is_like(at) && period.ends_before(at);
        let earlier = self.iter().filter(|figure| figure.period.is_some_and(is_earlier));
        let last = latest_realised(earlier, at).and_then(|last| last.period);
        only(last.and_then(|period| self.measured(period)))
    }

    /// What stood at the beginning; one that was measured after `at` did not.
    pub(super) fn baseline(&self, at: Period) -> Result<&'a Figure, Reason> {
        only(Candidates::of(self.iter().filter(|figure| {
            figure.role == Some(Role::Baseline)
                && !figure.value.is_missing()
                && measured_in(figure).is_none_or(|period| period.ends_by(at))
        })))
    }

    /// The result or baseline that a target refers to. Never a target, and never a result
    /// that is not over before `at` begins.
    pub(super) fn referred(&self, to: &Reference, at: Period) -> Result<&'a Figure, Reason> {
        match to {
            Reference::Baseline => self.baseline(at),
            Reference::Previous => self.previous(at),
            // A result is not compared with itself, nor with what comes after it.
            Reference::Period(period) if !period.ends_before(at) => Err(Reason::ReferenceNotKnown),
            Reference::Period(period) => match self.measured(*period) {
                Some(results) => only(Some(results)),
                None => match self.baseline(at) {
                    Ok(baseline) if measured_in(baseline) != Some(*period) => {
                        Err(Reason::ReferenceNotKnown)
                    }
                    baseline => baseline,
                },
            },
            Reference::Benchmark(name) => match self.slices {
                Some(slices) => slices.result(name, at),
                None => Err(Reason::ReferenceNotKnown),
            },
        }
    }

    /// Whether the way of measuring changed at an unknown date.
    pub(super) fn has_undated_break(&self) -> bool {
        self.iter()
            .any(|figure| figure.status.contains(Status::BreakInSeries) && figure.period.is_none())
    }

    /// When the way of measuring changed last, up to and including a period.
    pub(super) fn last_break(&self, until: Period) -> Option<Period> {
        self.iter()
            .filter(|figure| figure.status.contains(Status::BreakInSeries))
            .filter_map(|figure| figure.period)
            .filter(|period| recency(*period) <= recency(until))
            .max_by_key(|period| recency(*period))
    }

    /// Whether the way of measuring changed after a period, up to and including another.
    pub(super) fn breaks_between(&self, from: Option<Period>, to: Option<Period>) -> bool {
        self.iter().any(|figure| {
            let after_from = |period| from.is_none_or(|from| recency(from) < recency(period));
            let by_to = |period| to.is_none_or(|to| recency(period) <= recency(to));
            figure.status.contains(Status::BreakInSeries)
                && figure.period.is_none_or(|period| after_from(period) && by_to(period))
        })
    }
}

/// The one figure that a reference can be.
fn only(figures: Option<Candidates<'_>>) -> Result<&Figure, Reason> {
    match figures {
        None => Err(Reason::ReferenceNotKnown),
        Some(figures) if figures.is_one() => Ok(figures.first),
        Some(_) => Err(Reason::ReferencesDisagree),
    }
}

#[inline]
pub(super) fn is_result(figure: &Figure) -> bool {
    figure.role == Some(Role::Realised) && !figure.value.is_missing()
}

/// When a result or a baseline was measured: its date, or else its period.
pub(crate) fn measured_in(figure: &Figure) -> Option<Period> {
    figure.dated.or(figure.period)
}
