//! Whether the last result is on track for the target.

use chrono::{Datelike, NaiveDate};

use super::group::{Group, View, is_result};
use super::judge;
use super::outcome::{Outcome, Pace};
use super::select::{Candidates, Footing, Selected};
use super::sets;
use super::stretch;
use crate::leaves::bounds::Bounds;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::value::Value;
use crate::model::figure::Figure;
use crate::model::indicator::recency;
use crate::reason::Reason;

/// The pace of a group at a time, and the reason if it is unknown.
///
/// The last result is compared with the milestone of its own period: the target or the budgeted
/// value for it. Without a milestone, a straight line through the first and the last result is
/// extended to the date of the target that counts for `at`, and compared with it there.
///
/// `judged` is the outcome for the results of `at` and its own target, if it has both. That target
/// is the milestone then, and the outcome is used as it is.
#[inline]
pub(super) fn pace(
    group: &Group<'_, '_>,
    view: &View<'_>,
    at: Period,
    judged: Option<(Outcome, Option<Reason>)>,
) -> (Pace, Option<Reason>) {
    let reached = match judged {
        _ if !group.indicator.unplaced.is_empty() => Err(Reason::CellsNotPlaced),
        Some((outcome, reason)) => is_reached(outcome, reason),
        None => measure(group, view, at),
    };
    match reached {
        Ok(true) => (Pace::OnTrack, None),
        Ok(false) => (Pace::OffTrack, None),
        Err(reason) => (Pace::Unknown, Some(reason)),
    }
}

fn is_reached(outcome: Outcome, reason: Option<Reason>) -> Result<bool, Reason> {
    match outcome {
        Outcome::Met => Ok(true),
        Outcome::Missed => Ok(false),
        _ => Err(reason.unwrap_or(Reason::EitherSide)),
    }
}

fn measure<'a>(group: &Group<'_, 'a>, view: &View<'a>, at: Period) -> Result<bool, Reason> {
    let last = view.latest.ok_or(Reason::TooFewMeasurements)?;
    let period = last.period.ok_or(Reason::TooFewMeasurements)?;
    let results = group.measured(period).ok_or(Reason::TooFewMeasurements)?;
    if period != at
        && let Selected::For(milestone, Footing::Own | Footing::OwnNorm | Footing::Budgeted) =
            group.select(period)
    {
        let verdict = judge::judge(group, &results, &milestone, period);
        let verdict = verdict.weighed(&results, &milestone);
        return is_reached(verdict.outcome, verdict.reason);
    }
    let targets = match &view.selected {
        Selected::None(reason) => return Err(*reason),
        Selected::For(targets, _) | Selected::NotDueYet(targets) => targets,
    };
    if !results.is_one() {
        return Err(Reason::ResultsDisagree);
    }
    if !stretch::covers(group, last, stretch::stretch(&view.selected, at)) {
        // What half a year brings is no step on the way to what a year is to bring.
        return Err(Reason::CoversAnotherLength);
    }
    let start = first_of_series(group, period)?;
    let due = view.selected.due_at(at).ok_or(Reason::NoTarget)?;
    along_line(group, start, last, targets, due)
}

/// The first result of the series that the result of a period belongs to: after its last
/// break, and of periods that cover as much time.
fn first_of_series<'a>(group: &Group<'_, 'a>, last: Period) -> Result<&'a Figure, Reason> {
    if group.has_undated_break() {
        return Err(Reason::BreakInSeries);
    }
    let last_break = group.last_break(last);
    let belongs = |period: &Period| {
        period.is_like(last)
            && period.last() < last.last()
            && last_break.is_none_or(|broken| recency(broken) <= recency(*period))
    };
    let first = group
        .iter()
        .filter(|figure| is_result(figure))
        .filter_map(|figure| figure.period)
        .filter(belongs)
        .min_by_key(|period| recency(*period));
    let results = first.and_then(|period| group.measured(period));
    let results = results.ok_or(Reason::TooFewMeasurements)?;
    if results.is_one() { Ok(results.first) } else { Err(Reason::ResultsDisagree) }
}

/// Whether a line through two results reaches the target at its date.
fn along_line<'a>(
    group: &Group<'_, 'a>,
    start: &'a Figure,
    last: &'a Figure,
    targets: &Candidates<'a>,
    aimed: Period,
) -> Result<bool, Reason> {
    if !targets.is_one() {
        return Err(Reason::TargetsDisagree);
    }
    let target = targets.first;
    for figure in [start, last, target] {
        if let Some(reason) = sets::doubt(figure) {
            return Err(reason);
        }
    }
    let converted = group.target_like(target, last)?;
    let in_unit = converted.as_ref().unwrap_or(target);
    group.may_compare(start, target)?;
    exact(start)?;
    let started = group.numbers_like(start, last)?.and_then(Bounds::exact);
    let (first, now) = (started.ok_or(Reason::EitherSide)?, exact(last)?);
    let end = |period: Option<Period>| period.and_then(Period::end).ok_or(Reason::NoTarget);
    let (began, today, due) = (end(start.period)?, end(last.period)?, end(Some(aimed))?);
    let elapsed = time_between(began, today, [began, today, due]);
    let total = time_between(began, due, [began, today, due]);
    // Where the line leads at the due date is `first + (now - first) × total / elapsed`. All
    // is multiplied by `elapsed`, which is above zero, and moved by `first`: no division.
    let run = |number: Number, time: Number| number.checked_sub(first)?.checked_mul(time);
    let reached = run(now, total).ok_or(Reason::TooManyDigits)?;
    let mut answer: Option<Result<bool, Reason>> = None;
    sets::each(group, in_unit, last, aimed, |_, set| {
        let judged = set.and_then(|set| {
            let moved = set.map(|number| run(number, elapsed)).ok_or(Reason::TooManyDigits)?;
            match moved.judge(Bounds::exactly(reached)) {
                Outcome::Met => Ok(true),
                Outcome::Missed => Ok(false),
                _ => Err(Reason::EitherSide),
            }
        });
        answer = Some(match answer {
            Some(Ok(before)) if judged == Ok(!before) => Err(Reason::DirectionUnknown),
            Some(Err(reason)) => Err(reason),
            _ => judged,
        });
    });
    answer.unwrap_or(Err(Reason::NotComparable))
}

/// The time between two days: in months where all `days` are the last of one, so that each
/// year counts the same, leap year or not; else in days.
fn time_between(from: NaiveDate, to: NaiveDate, days: [NaiveDate; 3]) -> Number {
    let ends_month = |day: NaiveDate| day.succ_opt().is_none_or(|next| next.day() == 1);
    if days.into_iter().all(ends_month) {
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
        Number::from(months(to) - months(from))
    } else {
        Number::from((to - from).num_days())
    }
}

fn exact(figure: &Figure) -> Result<Number, Reason> {
    match figure.value {
        Value::Exact(number) => Ok(number),
        Value::Flag(_) | Value::Text(_) => Err(Reason::NotComparable),
        _ => Err(Reason::EitherSide),
    }
}
