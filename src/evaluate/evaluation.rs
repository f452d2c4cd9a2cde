//! [`Evaluation`]: the full answer for one indicator, or for one slice of it.

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

/// The full answer for one indicator, or for one slice of it, in one period (Dutch: *toetsing*):
/// whether the target is met, why, which figures were used, how far the result is from the target,
/// and whether it is on track.
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
    /// The indicator that was evaluated.
    pub indicator: &'a Indicator,
    /// The part of the whole that was evaluated; empty for the whole.
    pub dimensions: &'a [Dimension],
    /// The period that was evaluated.
    pub at: Period,
    /// Whether the target is met.
    pub outcome: Outcome,
    /// Why the target is neither met nor missed. If it is met or missed, this is a reservation (the
    /// result is provisional or a sum), or `None`.
    pub reason: Option<Reason>,
    /// The outcomes under different assumptions, if they differ: one of them is right, but it is
    /// not known which.
    pub readings: Vec<Alternative<'a>>,
    /// The target that was used, as returned by [`target_for`](Indicator::target_for). It may also
    /// be a budgeted value, a norm, or the next later target, which is [not due
    /// yet](Reason::NotDueYet): see its role and its period. `None` if there is no target.
    pub target: Option<&'a Figure>,
    /// The result that was compared with the target: the result of the period, or another one that
    /// may be used in its place (see [`evaluate`](Indicator::evaluate)). `None` if there is none,
    /// or if a sum was compared.
    pub measured: Option<&'a Figure>,
    /// The sum that was compared with the target, if the period itself has no result but all parts
    /// of it have one; else `None`.
    pub summed: Option<Box<Summed<'a>>>,
    /// The last result up to the period, if no result was compared with the target; else `None`.
    pub last_known: Option<&'a Figure>,
    /// How far the result, or else the last known one, is from the target, in the unit of their
    /// numbers (for percentages in percentage points). It is 0 if the target is reached, `None` if
    /// it is not known.
    pub to_go: Option<Bounds>,
    /// Which results are better; `None` if it is not known.
    pub direction: Option<Direction>,
    /// Where the direction comes from.
    pub direction_basis: Basis,
    /// Whether the last result is on track for the target.
    pub pace: Pace,
    /// Why the pace is unknown; else `None`.
    pub pace_reason: Option<Reason>,
}

/// A result that is the sum of the results of all parts of its period, such as four quarters
/// (Dutch: *som*). Results are summed only if the indicator states that they add up
/// ([`Accumulation::Flow`](crate::Accumulation::Flow)).
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
    /// The results that were added, in chronological order.
    pub parts: Vec<&'a Figure>,
    /// Their sum.
    pub sum: Value,
}

/// The evaluations of an indicator: one, or one per slice. It dereferences to a slice
/// `[Evaluation]`.
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
    /// Evaluates whether the target for a period is met (Dutch: *toetsen*), for the whole and for
    /// each slice of the indicator.
    ///
    /// If something is not known, every possible case is considered: a target is met (or missed)
    /// only if it is so in all cases. Otherwise it is undecided, and [`reason`](Evaluation::reason)
    /// is set.
    ///
    /// `at` is the period that the target is for. A target for 2017 is not a target for `2017-Q4`
    /// or `2017-12-31`. A target for several years also counts for the last of them. If the only
    /// target is for a later time, it is [not due yet](Reason::NotDueYet), and the outcome is [not
    /// applicable](Outcome::NotApplicable).
    ///
    /// The target is compared with a result that covers the same length of time. A shorter result
    /// that ends on the same day is used only if its length makes no difference: for a level, a
    /// share, a rank or a mark. If the numbers add up ([`Indicator::accumulation`]), the results of
    /// all parts of the period are [summed](Evaluation::summed).
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
