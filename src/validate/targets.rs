//! Targets, compared with measurements and with the direction that is better.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::outline::At;
use super::{Findings, shown};
use crate::evaluate::{is_aim, is_satisfied, meant_by, measured_in};
use crate::findings::place::Place;
use crate::findings::rule::Message;
use crate::leaves::dimension::Dimension;
use crate::leaves::period::Period;
use crate::leaves::role::{Direction, Role};
use crate::leaves::terms::IndicatorKind;
use crate::leaves::value::{Missing, Value};
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;

pub(super) fn check(indicator: &Indicator, at: At<'_>, findings: &mut Findings<'_>) {
    // A cell that could not be placed may be the one that is missed.
    if indicator.unplaced.is_empty() {
        presence(indicator, at, findings);
    }
    let mut starts: Option<Starts<'_>> = None;
    for (index, figure) in indicator.figures.iter().enumerate() {
        if !is_aim(figure) {
            continue;
        }
        direction(indicator, figure, || at.figure(index), findings);
        if matches!(figure.role, Some(Role::Target | Role::Norm)) && figure.value.bounds().is_some()
        {
            let first = if indicator.figures.len() <= SHORT_ROW {
                first_by_looking(indicator, figure)
            } else {
                starts.get_or_insert_with(|| Starts::of(indicator)).find(figure)
            };
            start(indicator, figure, first, || at.figure(index), findings);
        }
    }
}

/// There is a target, and something to hold against it.
fn presence(indicator: &Indicator, at: At<'_>, findings: &mut Findings<'_>) {
    let mut has_bare = false;
    let (mut has_aim, mut has_target, mut has_result) = (false, false, false);
    for figure in &indicator.figures {
        match (figure.role, &figure.value) {
            // A dash is no target; `n.v.t.` and `nnb` say that there is none, or will be one.
            (_, Value::Missing(Missing::Unspecified | Missing::Blank)) => {}
            (Some(role), value) if is_aim(figure) => {
                has_aim = true;
                has_target |= matches!(role, Role::Target | Role::Norm) && !value.is_missing();
            }
            (_, Value::Missing(_)) => {}
            (Some(Role::Realised | Role::Baseline), _) => has_result = true,
            // A column that says no more than a year may be either.
            (None, _) => has_bare = true,
            _ => {}
        }
    }
    if !has_aim && !has_bare && indicator.kind != Some(IndicatorKind::KEY_FIGURE) {
        let name = (&indicator.name).into();
        findings.report(at.place(), Message::NoTarget { name });
    }
    if has_target && !has_result && !has_bare {
        let name = (&indicator.name).into();
        findings.report(at.place(), Message::NothingMeasured { name });
    }
}

/// The comparator asks for what the indicator states to be better.
fn direction(
    indicator: &Indicator,
    aim: &Figure,
    place: impl FnOnce() -> Place,
    findings: &mut Findings<'_>,
) {
    let Some(stated) = indicator.direction else { return };
    let asked = meant_by(indicator, aim).filter(|asked| *asked != Direction::Within);
    if asked.is_some_and(|asked| asked != stated) {
        let what = Message::AgainstDirection { target: shown(aim), direction: stated };
        findings.report(place(), what);
    }
}

/// What was measured before the target's own period doesn't satisfy it yet.
fn start(
    indicator: &Indicator,
    target: &Figure,
    first: Option<&Figure>,
    place: impl FnOnce() -> Place,
    findings: &mut Findings<'_>,
) {
    let Some(first) = first else { return };
    if is_satisfied(indicator, target, first) {
        let (target, period, measured) = (shown(target), first.period, shown(first));
        let what = if first.role == Some(Role::Baseline) {
            Message::MetByBaseline { target, period, measured }
        } else {
            Message::MetByResult { target, period, measured }
        };
        findings.report(place(), what);
    }
}

/// What the targets of an indicator set out from, by slice. Findings once for all of them: a row
/// may have many.
struct Starts<'i>(HashMap<&'i [Dimension], Start<'i>>);

#[derive(Default)]
struct Start<'i> {
    /// With the last days of their periods, from the oldest on; first those without one.
    baselines: Vec<(Option<NaiveDate>, &'i Figure)>,
    results: Vec<(Option<NaiveDate>, &'i Figure)>,
}

/// Up to so many figures it is quicker to look through them than to build a map.
const SHORT_ROW: usize = 12;

/// The same as [`Starts::find`], for a short row.
fn first_by_looking<'i>(indicator: &'i Indicator, target: &Figure) -> Option<&'i Figure> {
    let begins = target.period.map(Period::start);
    let last = |role: Role| {
        let figures = indicator.figures.iter().filter(move |figure| {
            figure.role == Some(role)
                && figure.dimensions == target.dimensions
                && figure.value.bounds().is_some()
        });
        let dated = figures.map(|figure| (measured_in(figure).and_then(Period::end), figure));
        dated
            .filter(|(end, _)| match end {
                Some(end) => begins.is_some_and(|begins| *end < begins),
                None => role == Role::Baseline,
            })
            .max_by_key(|(end, figure)| (*end, figure.period))
            .map(|(_, figure)| figure)
    };
    last(Role::Baseline).or_else(|| last(Role::Realised))
}

impl<'i> Starts<'i> {
    fn of(indicator: &'i Indicator) -> Self {
        let mut starts: HashMap<&[Dimension], Start<'_>> = HashMap::new();
        let known = |figure: &&Figure| figure.value.bounds().is_some();
        for figure in indicator.figures.iter().filter(known) {
            let start = starts.entry(&*figure.dimensions).or_default();
            match (figure.role, measured_in(figure).and_then(Period::end)) {
                (Some(Role::Baseline), end) => start.baselines.push((end, figure)),
                (Some(Role::Realised), Some(end)) => start.results.push((Some(end), figure)),
                _ => {}
            }
        }
        for start in starts.values_mut() {
            start.baselines.sort_by_key(|(end, figure)| (*end, figure.period));
            start.results.sort_by_key(|(end, figure)| (*end, figure.period));
        }
        Starts(starts)
    }

    /// The last baseline, or else the last result, from before the target's period.
    fn find(&self, target: &Figure) -> Option<&'i Figure> {
        let start = self.0.get(&&*target.dimensions)?;
        let begins = target.period.map(Period::start);
        let last = |figures: &[(Option<NaiveDate>, &'i Figure)]| {
            // Without a period of its own, only what has none can be said to come before.
            let is_before =
                |end: Option<NaiveDate>| end.is_none() || (begins.is_some() && end < begins);
            let before = figures.partition_point(|(end, _)| is_before(*end));
            figures.get(before.checked_sub(1)?).map(|(_, figure)| *figure)
        };
        last(&start.baselines).or_else(|| last(&start.results))
    }
}
