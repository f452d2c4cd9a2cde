//! [`Evaluation`]: the whole answer for one indicator, or one slice of it.

use std::ops::Deref;

use super::group::{Candidates, Chosen, Group, Slices, aimed_at};
use super::judge::{self, Verdict};
use super::outcome::{Alternative, Basis, Outcome, Pace};
use super::pace;
use crate::leaves::bounds::Bounds;
use crate::leaves::dimension::Dimension;
use crate::leaves::period::Period;
use crate::leaves::role::Direction;
use crate::leaves::value::{Change, Comparison, Value};
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::reason::Reason;

/// The whole answer for one indicator, or one slice of it, at one time (Dutch: *toetsing*):
/// whether the target is met, why, with which figures, how far it is, and at what pace.
///
/// ```
/// use beleid::{Figure, Id, Indicator, Outcome, Period, Reason, Role, Value};
///
/// let mut projects = Indicator::new(Id::new("i1")?, "Aantal projecten");
/// projects.figures = vec![
///     Figure::new(Period::year(2015)?, Role::Realised, 10),
///     Figure::new(Period::year(2017)?, Role::Target, Value::more_than(15)),
/// ];
/// let answer = &projects.evaluate(Period::year(2017)?)[0];
/// assert_eq!((answer.outcome, answer.reason), (Outcome::Undecided, Some(Reason::NotMeasured)));
/// assert_eq!(answer.last_known, Some(&projects.figures[0]));
/// assert_eq!(answer.to_go.unwrap().to_string(), "more than 5");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "toetsing")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation<'a> {
    /// What was evaluated.
    pub indicator: &'a Indicator,
    /// Which part of the whole; empty for the whole itself.
    pub dimensions: &'a [Dimension],
    /// For which period.
    pub at: Period,
    /// Whether the target is met.
    pub outcome: Outcome,
    /// Why, where it is neither met nor missed; and that a result is provisional where it is.
    pub reason: Option<Reason>,
    /// What the outcome would be under each assumption, where they differ.
    pub readings: Vec<Alternative<'a>>,
    /// The target that counts: one for the period, or else the budgeted value for it, or
    /// else an undated target. Its role tells which.
    pub target: Option<&'a Figure>,
    /// The result for the period.
    pub measured: Option<&'a Figure>,
    /// The last result before it, where the period itself has none.
    pub last_known: Option<&'a Figure>,
    /// How far the result, or else the last known one, is from the target, in the unit of
    /// their numbers (in percentage points where these are percentages): 0 where it is
    /// reached, nothing where that isn't known.
    pub to_go: Option<Bounds>,
    /// Which results are the better ones.
    pub direction: Option<Direction>,
    /// How that is known.
    pub direction_basis: Basis,
    /// Whether the last result is on the way to the target.
    pub pace: Pace,
    /// Why the pace can't be told.
    pub pace_reason: Option<Reason>,
}

/// The evaluations of an indicator: one, or one for each slice. Read it as a slice of them.
///
/// ```
/// use beleid::{Figure, Id, Indicator, Period, Role, Slice};
///
/// let year = Period::year(2017)?;
/// let mut members = Indicator::new(Id::new("i1")?, "Leden");
/// for name in ["jongeren", "ouderen"] {
///     let result = Figure::new(year, Role::Realised, 10);
///     members.figures.push(Figure { slice: Some(Slice::new(name)?), ..result });
/// }
/// let evaluations = members.evaluate(year);
/// let slices = evaluations.iter().filter_map(|answer| answer.slice).map(Slice::as_str);
/// assert_eq!(slices.collect::<Vec<_>>(), ["jongeren", "ouderen"]);
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "toetsingen")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluations<'a>(Kept<'a>);

/// Most indicators have no slices, and one evaluation needs no list: hence no box either.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant)]
enum Kept<'a> {
    One([Evaluation<'a>; 1]),
    Many(Vec<Evaluation<'a>>),
}

impl<'a> Deref for Evaluations<'a> {
    type Target = [Evaluation<'a>];

    fn deref(&self) -> &Self::Target {
        match &self.0 {
            Kept::One(one) => one,
            Kept::Many(many) => many,
        }
    }
}

impl<'a> IntoIterator for Evaluations<'a> {
    type Item = Evaluation<'a>;
    type IntoIter = std::vec::IntoIter<Evaluation<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        match self.0 {
            Kept::One(one) => Vec::from(one),
            Kept::Many(many) => many,
        }
        .into_iter()
    }
}

impl<'a, 'e> IntoIterator for &'e Evaluations<'a> {
    type Item = &'e Evaluation<'a>;
    type IntoIter = std::slice::Iter<'e, Evaluation<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Indicator {
    /// Whether the target for a period is met (Dutch: *toetsen*), for the whole and for each
    /// slice with its own target.
    ///
    /// The answer is honest: what isn't known is taken every way that it may be, and only
    /// where all of them agree is a target met or missed.
    ///
    /// `at` is the period that the target is for, and a target counts for that period alone:
    /// one for 2017 is none for `2017-Q4` or `2017-12-31`.
    ///
    /// ```
    /// use beleid::{Figure, Id, Indicator, Outcome, Period, Role, Value};
    ///
    /// let year = Period::year(2017)?;
    /// let mut projects = Indicator::new(Id::new("i1")?, "Aantal projecten");
    /// projects.figures.push(Figure::new(year, Role::Target, Value::more_than(15)));
    /// projects.figures.push(Figure::new(year, Role::Realised, 15));
    /// assert_eq!(projects.evaluate(year)[0].outcome, Outcome::Missed);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "toetsen")]
    pub fn evaluate(&self, at: Period) -> Evaluations<'_> {
        if self.figures.iter().all(|figure| figure.dimensions.is_empty()) {
            return Evaluations(Kept::One([evaluate(&Group::all(self), at)]));
        }
        let slices = Slices::of(self);
        let is_benchmark = |group: &Group<'_, '_>| slices.is_benchmark(group.slice);
        let whole_is_unmatched = slices.whole_is_unmatched(at);
        let evaluations = slices.groups().map(|group| {
            let mut evaluation = evaluate(&group, at);
            if is_benchmark(&group) {
                evaluation.outcome = Outcome::NotApplicable;
                evaluation.reason = Some(Reason::Benchmark);
                evaluation.readings.clear();
            } else if whole_is_unmatched
                && (group.slice.is_empty() || evaluation.reason == Some(Reason::NoTarget))
            {
                evaluation.outcome = Outcome::Undecided;
                evaluation.reason = Some(Reason::TargetNotSliced);
            }
            evaluation
        });
        Evaluations(Kept::Many(evaluations.collect()))
    }
}

fn evaluate<'a>(group: &Group<'_, 'a>, at: Period) -> Evaluation<'a> {
    let indicator = group.indicator;
    let results = group.measured(at);
    let measured = results.as_ref().map(|results| results.first);
    let last_known = if measured.is_some() { None } else { group.latest(at) };
    let chosen = group.target(at);
    let (direction, direction_basis) = direction(indicator, &chosen);
    let mut judged = None;
    let (target, verdict) = match &chosen {
        Chosen::Figures(targets) => {
            let verdict = match &results {
                Some(results) => {
                    let verdict =
                        judge::judge(group, results, targets, at).weighed(results, targets);
                    // A standing norm is no milestone.
                    if aimed_at(targets.first) == Some(at) {
                        judged = Some((verdict.outcome, verdict.reason));
                    }
                    verdict
                }
                None => not_measured(group, last_known, targets, at),
            };
            // One of the cells that could not be placed may say something else.
            let is_whole = indicator.unplaced.is_empty();
            let verdict = if is_whole { verdict } else { verdict.doubted(Reason::CellsNotPlaced) };
            (Some(targets.first), verdict)
        }
        Chosen::None(Reason::NoTarget) if !indicator.unplaced.is_empty() => {
            (None, Verdict::undecided(Reason::CellsNotPlaced))
        }
        Chosen::None(reason) => (None, without_target(*reason)),
    };
    let (pace, pace_reason) = pace::pace(group, at, judged);
    Evaluation {
        indicator,
        dimensions: group.slice,
        at,
        outcome: verdict.outcome,
        reason: verdict.reason,
        readings: verdict.alternatives,
        target,
        measured,
        last_known,
        to_go: verdict.to_go,
        direction,
        direction_basis,
        pace,
        pace_reason,
    }
}

fn without_target<'a>(reason: Reason) -> Verdict<'a> {
    let outcome = match reason {
        Reason::TargetNotKnown => Outcome::Undecided,
        _ => Outcome::NotApplicable,
    };
    Verdict { outcome, ..Verdict::undecided(reason) }
}

/// The verdict without a result for the period: how far the last known one is, where it covers
/// as much time.
fn not_measured<'a>(
    group: &Group<'_, 'a>,
    last_known: Option<&'a Figure>,
    targets: &Candidates<'a>,
    at: Period,
) -> Verdict<'a> {
    let like = last_known.filter(|last| {
        last.period.is_some_and(|period| period.is_like(at))
            && !group.breaks_between(last.period, Some(at))
    });
    let results = like.and_then(|last| group.measured(last.period?));
    let to_go = results.and_then(|results| {
        let verdict = judge::judge(group, &results, targets, at);
        verdict.weighed(&results, targets).to_go
    });
    Verdict { to_go, ..Verdict::undecided(Reason::NotMeasured) }
}

/// Which results are the better ones: as stated, or as the target itself says. A target that
/// is just a number says nothing.
pub(super) fn direction(indicator: &Indicator, chosen: &Chosen<'_>) -> (Option<Direction>, Basis) {
    if let Some(stated) = indicator.direction {
        return (Some(stated), Basis::Stated);
    }
    let Chosen::Figures(targets) = chosen else { return (None, Basis::Unknown) };
    let mut inferred = targets.iter().map(|target| meant_by(&target.value));
    let first = inferred.next().flatten();
    if first.is_some() && inferred.all(|other| other == first) {
        (first, Basis::Inferred)
    } else {
        (None, Basis::Unknown)
    }
}

fn meant_by(target: &Value) -> Option<Direction> {
    match target {
        Value::MoreThan(_) | Value::AtLeast(_) => Some(Direction::Higher),
        Value::LessThan(_) | Value::AtMost(_) => Some(Direction::Lower),
        Value::Relative { comparison, .. } => Some(match comparison {
            Comparison::MoreThan | Comparison::AtLeast => Direction::Higher,
            Comparison::LessThan | Comparison::AtMost => Direction::Lower,
        }),
        Value::Change(change) | Value::ChangeBy { direction: change, .. } => Some(match change {
            Change::Increase => Direction::Higher,
            Change::Decrease => Direction::Lower,
            Change::Unchanged => Direction::Within,
        }),
        _ => None,
    }
}
