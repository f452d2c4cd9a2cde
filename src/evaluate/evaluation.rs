//! [`Evaluation`]: the whole answer for one indicator, or one slice of it.

use std::ops::Deref;

use super::group::{Group, Slices, View};
use super::judge::{self, Verdict};
use super::outcome::{Alternative, Assumption, Basis, Outcome, Pace};
use super::pace;
use super::select::{Candidates, Selected};
use super::stretch::{self, Held, Sum};
use crate::leaves::bounds::Bounds;
use crate::leaves::dimension::Dimension;
use crate::leaves::period::Period;
use crate::leaves::role::Direction;
use crate::leaves::value::Value;
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
#[non_exhaustive]
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
    /// The target that counts, which [`target_for`](Indicator::target_for) gives too: one for the
    /// period, or else the budgeted value for it, or else a target without a date, or else the next
    /// one, which is [not due yet](Reason::NotDueYet). Its role and its period tell which.
    pub target: Option<&'a Figure>,
    /// The result that is held against the target: the one for the period, or one that stands for
    /// it; `None` if there is none, or if it is a sum.
    pub measured: Option<&'a Figure>,
    /// The sum that is held against the target, where the period itself has no result and all parts
    /// of it have one.
    pub summed: Option<Box<Summed<'a>>>,
    /// The last result before it, where nothing is held against the target.
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

/// A result that is the sum of the results of all parts of its period (Dutch: *som*): of four
/// quarters, for instance. Only numbers of which the indicator says that they add up
/// ([`Accumulation::Flow`](crate::Accumulation::Flow)) are summed.
///
/// ```
/// use beleid::{Accumulation, Figure, Id, Indicator, Outcome, Period, Reason, Role, Value};
///
/// let mut homes = Indicator::new(Id::new("i1")?, "Opgeleverde woningen");
/// homes.accumulation = Some(Accumulation::Flow);
/// homes.figures.push(Figure::new(Period::year(2020)?, Role::Target, Value::at_least(100)));
/// for half in ["2020-H1", "2020-H2"] {
///     homes.figures.push(Figure::new(half.parse::<Period>()?, Role::Realised, 60));
/// }
/// let answer = &homes.evaluate(Period::year(2020)?)[0];
/// assert_eq!((answer.outcome, answer.reason), (Outcome::Met, Some(Reason::Summed)));
/// let summed = answer.summed.as_ref().unwrap();
/// assert_eq!((summed.sum.to_string(), summed.parts.len()), ("120".to_owned(), 2));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "som")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summed<'a> {
    /// The results that were added, in the order of time.
    pub parts: Vec<&'a Figure>,
    /// Their sum.
    pub sum: Value,
}

/// The evaluations of an indicator: one, or one for each slice. Read it as a slice of them.
///
/// ```
/// use beleid::{Dimension, DimensionName, Figure, Id, Indicator, Period, Role};
///
/// let year = Period::year(2017)?;
/// let mut members = Indicator::new(Id::new("i1")?, "Leden");
/// for name in ["jongeren", "ouderen"] {
///     let mut result = Figure::new(year, Role::Realised, 10);
///     result.dimensions.push(Dimension::new(DimensionName::POPULATION, name)?);
///     members.figures.push(result);
/// }
/// let evaluations = members.evaluate(year);
/// let slices = evaluations.iter().flat_map(|answer| answer.dimensions).map(Dimension::value);
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
    /// one for 2017 is none for `2017-Q4` or `2017-12-31`. Only a target over several years counts at
    /// the last of them too. One that is for a later time is *not due yet*, and the outcome is then
    /// [not applicable](Outcome::NotApplicable).
    ///
    /// What is held against it covers as much time: a quarter is not held against a year, unless it
    /// ends with it and its length doesn't matter, as for a level, a share, a rank or a mark. Where
    /// numbers add up ([`Indicator::accumulation`]), results of all parts of a period are
    /// [summed](Evaluation::summed).
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
    let view = group.view(at);
    let (direction, direction_basis) = view.selected.direction(indicator);
    let mut measured = view.measured.as_ref().map(|results| results.first);
    let mut summed = None;
    // What the results of the period come to against its own target, if it has both.
    let mut judged = None;
    let mut verdict = match &view.selected {
        Selected::For(targets, _) => {
            let verdict = match stretch::held(group, &view, at) {
                Held::Measured => view.measured.as_ref().map(|results| {
                    judge::judge(group, results, targets, at).weighed(results, targets)
                }),
                Held::Instead(results) => {
                    measured = Some(results.first);
                    Some(judge::judge(group, &results, targets, at).weighed(&results, targets))
                }
                Held::Sum(Ok(sum)) => {
                    let verdict = judge_sum(group, &sum, targets, at);
                    measured = None;
                    summed = Some(Box::new(Summed { parts: sum.parts, sum: sum.figure.value }));
                    Some(verdict)
                }
                Held::Sum(Err(reason)) => Some(Verdict::undecided(reason)),
                Held::AnotherLength => Some(Verdict::undecided(Reason::CoversAnotherLength)),
                Held::Nothing => None,
            };
            match verdict {
                Some(verdict) => {
                    judged = Some((verdict.outcome, verdict.reason));
                    verdict
                }
                None => Verdict {
                    to_go: distance(group, &view, targets, at),
                    ..Verdict::undecided(Reason::NotMeasured)
                },
            }
        }
        Selected::NotDueYet(targets) => Verdict {
            outcome: Outcome::NotApplicable,
            to_go: distance(group, &view, targets, at),
            ..Verdict::undecided(Reason::NotDueYet)
        },
        Selected::None(reason) => Verdict {
            outcome: match reason {
                Reason::TargetNotKnown => Outcome::Undecided,
                _ => Outcome::NotApplicable,
            },
            ..Verdict::undecided(*reason)
        },
    };
    if !indicator.unplaced.is_empty() {
        // One of the cells that could not be placed may say something else, or be the target.
        verdict = match verdict.reason {
            Some(Reason::NoTarget | Reason::NotDueYet) => {
                Verdict::undecided(Reason::CellsNotPlaced)
            }
            _ if verdict.outcome == Outcome::NotApplicable => verdict,
            _ => verdict.doubted(Reason::CellsNotPlaced),
        };
    }
    let (pace, pace_reason) = pace::pace(group, &view, at, judged);
    let is_held = measured.is_some() || summed.is_some();
    Evaluation {
        indicator,
        dimensions: group.slice,
        at,
        outcome: verdict.outcome,
        reason: verdict.reason,
        readings: verdict.alternatives,
        target: view.selected.targets().map(|targets| targets.first),
        measured,
        summed,
        last_known: if is_held { None } else { view.latest },
        to_go: verdict.to_go,
        direction,
        direction_basis,
        pace,
        pace_reason,
    }
}

/// The verdict on the sum of the parts of a period.
fn judge_sum<'a>(
    group: &Group<'_, 'a>,
    sum: &Sum<'a>,
    targets: &Candidates<'a>,
    at: Period,
) -> Verdict<'a> {
    let results = Candidates::one(&sum.figure);
    let verdict = judge::judge(group, &results, targets, at).weighed(&results, targets);
    // There is one result, so no assumption names it; the targets are named as they were given.
    let alternatives = verdict.alternatives.iter().map(|alternative| {
        let Assumption { target, reference, in_points, sense, direction, as_printed, .. } =
            alternative.assumption;
        let target = target.and_then(|one| targets.iter().find(|own| std::ptr::eq(*own, one)));
        let assumption = Assumption {
            measured: None,
            target,
            reference,
            in_points,
            sense,
            direction,
            as_printed,
        };
        Alternative { assumption, outcome: alternative.outcome }
    });
    let decided = verdict.outcome != Outcome::Undecided;
    let summed = Verdict {
        outcome: verdict.outcome,
        reason: verdict.reason.or(decided.then_some(Reason::Summed)),
        alternatives: alternatives.collect(),
        to_go: verdict.to_go,
        is_provisional: verdict.is_provisional,
    };
    match sum.doubt {
        Some(doubt) => Verdict { to_go: None, ..summed.doubted(doubt) },
        None => summed,
    }
}

/// How far the last result is from targets, where it covers as much time and there is no break
/// after it. Targets that are not due yet may refer to what isn't known yet.
fn distance<'a>(
    group: &Group<'_, 'a>,
    view: &View<'a>,
    targets: &Candidates<'a>,
    at: Period,
) -> Option<Bounds> {
    let last = view.latest?;
    let is_like = stretch::covers(group, last, stretch::stretch(&view.selected, at));
    if !is_like || group.breaks_between(last.period, Some(at)) {
        return None;
    }
    let results = group.measured(last.period?)?;
    let due = view.selected.due_at(at)?;
    judge::judge(group, &results, targets, due).weighed(&results, targets).to_go
}
