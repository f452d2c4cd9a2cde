//! Whether results reach targets, in every possible meaning of both.

use super::group::Group;
use super::levels::{self, Compared};
use super::outcome::{Alternative, Assumption, Outcome, Sense};
use super::select::Candidates;
use super::sets;
use crate::leaves::bounds::Bounds;
use crate::leaves::period::Period;
use crate::leaves::role::{Direction, Status};
use crate::leaves::value::Value;
use crate::model::figure::Figure;
use crate::reason::Reason;

/// The answer for some results and some targets.
pub(super) struct Verdict<'a> {
    pub(super) outcome: Outcome,
    pub(super) reason: Option<Reason>,
    pub(super) alternatives: Vec<Alternative<'a>>,
    /// How far the result is from the target, if that is the same in all meanings.
    pub(super) to_go: Option<Bounds>,
    /// Whether it depends on a figure that may still change.
    pub(super) is_provisional: bool,
}

/// The outcome in one of the possible meanings.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Case<'a> {
    assumption: Assumption<'a>,
    outcome: Outcome,
    reason: Option<Reason>,
    distance: Option<Bounds>,
    is_provisional: bool,
}

/// Judges results against targets. All figures have a value.
pub(super) fn judge<'a>(
    group: &Group<'_, 'a>,
    results: &Candidates<'a>,
    targets: &Candidates<'a>,
    at: Period,
) -> Verdict<'a> {
    let verdict = judge_as_printed(group, results, targets, at);
    let is_open = |result: &Figure| targets.iter().any(|target| group.is_unit_open(result, target));
    if results.iter().any(is_open) {
        return Verdict { to_go: None, ..verdict }.doubted(Reason::UnitNotStated);
    }
    verdict
}

/// Compares them as if a unit that isn't stated were the same as the other's.
fn judge_as_printed<'a>(
    group: &Group<'_, 'a>,
    results: &Candidates<'a>,
    targets: &Candidates<'a>,
    at: Period,
) -> Verdict<'a> {
    if results.are_too_many {
        return Verdict::undecided(Reason::ResultsDisagree);
    }
    if targets.are_too_many {
        return Verdict::undecided(Reason::TargetsDisagree);
    }
    // First without remembering the cases: most agree, and then nothing is allocated.
    let mut first: Option<Case<'a>> = None;
    let mut differing: Option<Case<'a>> = None;
    let mut same_distance = true;
    let mut is_provisional = false;
    each_case(group, results, targets, at, |case| {
        is_provisional |= case.is_provisional;
        match &first {
            None => first = Some(case),
            Some(first) => {
                same_distance &= first.distance == case.distance;
                if first.outcome != case.outcome {
                    differing.get_or_insert(case);
                }
            }
        }
    });
    let Some(first) = first else {
        return Verdict::undecided(Reason::NotComparable);
    };
    let to_go = first.distance.filter(|_| same_distance);
    let Some(differing) = differing else {
        let reason = match first.outcome {
            Outcome::Undecided => first.reason.or(Some(Reason::EitherSide)),
            _ => None,
        };
        let alternatives = Vec::new();
        return Verdict { outcome: first.outcome, reason, alternatives, to_go, is_provisional };
    };
    let mut alternatives = Vec::new();
    each_case(group, results, targets, at, |case| {
        alternatives.push(Alternative { assumption: case.assumption, outcome: case.outcome });
    });
    let reason = Some(disagreement(&first.assumption, &differing.assumption));
    Verdict { outcome: Outcome::Undecided, reason, alternatives, to_go, is_provisional }
}

impl<'a> Verdict<'a> {
    pub(super) fn undecided(reason: Reason) -> Self {
        Verdict {
            outcome: Outcome::Undecided,
            reason: Some(reason),
            alternatives: Vec::new(),
            to_go: None,
            is_provisional: false,
        }
    }

    /// Makes an outcome undecided that depends on an uncertain figure, and keeps it as the outcome
    /// under an assumption.
    pub(super) fn doubted(mut self, reason: Reason) -> Self {
        if self.outcome != Outcome::Undecided {
            let assumption = Assumption { as_printed: true, ..Assumption::default() };
            self.alternatives = vec![Alternative { assumption, outcome: self.outcome }];
            self.outcome = Outcome::Undecided;
            self.reason = Some(reason);
        }
        self
    }

    /// Takes into account how the figures came about: approximate, provisional and so on.
    #[inline]
    pub(super) fn weighed(self, results: &Candidates<'a>, targets: &Candidates<'a>) -> Self {
        // Most figures are printed without a word on how they came about.
        if results.is_one_plain() && targets.is_one_plain() && !self.is_provisional {
            self
        } else {
            self.weighed_by(results, targets)
        }
    }

    fn weighed_by(mut self, results: &Candidates<'a>, targets: &Candidates<'a>) -> Self {
        if let Some(reason) = results.iter().chain(targets.iter()).find_map(sets::doubt) {
            if !matches!(reason, Reason::MeasuredEarlier | Reason::MeasuredLater) {
                self.to_go = None;
            }
            return self.doubted(reason);
        }
        let may_change = |figure: &Figure| figure.status.contains(Status::Provisional);
        let is_provisional =
            self.is_provisional || results.iter().chain(targets.iter()).any(may_change);
        if self.outcome != Outcome::Undecided && is_provisional {
            self.reason = Some(Reason::Provisional);
        }
        self
    }
}

/// Visits each way to read each pair of a result and a target.
fn each_case<'a>(
    group: &Group<'_, 'a>,
    results: &Candidates<'a>,
    targets: &Candidates<'a>,
    at: Period,
    mut visit: impl FnMut(Case<'a>),
) {
    for result in results.iter() {
        for target in targets.iter() {
            let named = |assumption| Assumption {
                measured: (!results.is_one()).then_some(result),
                target: (!targets.is_one()).then_some(target),
                ..assumption
            };
            each_reading(group, result, target, at, |case| {
                visit(Case { assumption: named(case.assumption), ..case });
            });
        }
    }
}

/// Visits each way to read a result and a target, in one unit.
fn each_reading<'a>(
    group: &Group<'_, 'a>,
    result: &'a Figure,
    target: &'a Figure,
    at: Period,
    mut visit: impl FnMut(Case<'a>),
) {
    let mut visit_converted = |case: Case<'_>| {
        // No figure is named by the assumption: there is one of each.
        let Assumption { reference, in_points, sense, direction, as_printed, .. } = case.assumption;
        let (measured, target) = (None, None);
        let assumption =
            Assumption { measured, target, reference, in_points, sense, direction, as_printed };
        let Case { outcome, reason, distance, is_provisional, .. } = case;
        visit(Case { assumption, outcome, reason, distance, is_provisional });
    };
    match group.target_like(target, result) {
        Ok(None) | Err(Reason::UnitNotStated) => each_of_one_unit(group, result, target, at, visit),
        Ok(Some(converted)) => {
            each_of_one_unit(group, result, &converted, at, &mut visit_converted);
        }
        Err(_) => match group.result_like(result, target) {
            Ok(Some(converted)) => {
                each_of_one_unit(group, &converted, target, at, visit_converted);
            }
            _ => visit(Case {
                assumption: Assumption::default(),
                outcome: Outcome::Undecided,
                reason: Some(Reason::UnitsDiffer),
                distance: None,
                is_provisional: false,
            }),
        },
    }
}

fn each_of_one_unit<'a>(
    group: &Group<'_, 'a>,
    result: &'a Figure,
    target: &'a Figure,
    at: Period,
    mut visit: impl FnMut(Case<'a>),
) {
    let plain = |outcome, reason| Case {
        assumption: Assumption::default(),
        outcome,
        reason,
        distance: None,
        is_provisional: false,
    };
    match (&result.value, &target.value) {
        (Value::Flag(result), Value::Flag(target)) => {
            let outcome = if result == target { Outcome::Met } else { Outcome::Missed };
            return visit(plain(outcome, None));
        }
        (Value::Text(result), Value::Text(target)) if is_words(result) && is_words(target) => {
            return each_of_levels(group, result, target, plain, visit);
        }
        _ => {}
    }
    let Some(numbers) = result.value.bounds() else {
        return visit(plain(Outcome::Undecided, Some(Reason::NotComparable)));
    };
    sets::each(group, target, result, at, |assumption, set| {
        visit(match set {
            Ok(set) => Case {
                assumption,
                outcome: set.judge(numbers),
                reason: None,
                distance: set.distance(numbers),
                is_provisional: set.is_provisional,
            },
            Err(reason) => Case { assumption, ..plain(Outcome::Undecided, Some(reason)) },
        });
    });
}

/// Visits each way to read two words: which of two levels is the better one may not be known.
fn each_of_levels<'a>(
    group: &Group<'_, 'a>,
    result: &str,
    target: &str,
    plain: impl Fn(Outcome, Option<Reason>) -> Case<'a>,
    mut visit: impl FnMut(Case<'a>),
) {
    let (result, target) = match levels::compare(result, target) {
        None => return visit(plain(Outcome::Undecided, Some(Reason::UnknownWords))),
        Some(Compared::Known(outcome)) => return visit(plain(outcome, None)),
        Some(Compared::Ordered { result, target }) => (result, target),
    };
    let reaches = |direction| match direction {
        Direction::Higher => result >= target,
        Direction::Lower => result <= target,
        Direction::Within => result == target,
    };
    let of =
        |direction| plain(if reaches(direction) { Outcome::Met } else { Outcome::Missed }, None);
    if let Some(direction) = group.indicator.direction {
        return visit(of(direction));
    }
    for direction in [Direction::Higher, Direction::Lower, Direction::Within] {
        let assumption = Assumption { direction: Some(direction), ..Assumption::default() };
        visit(Case { assumption, ..of(direction) });
    }
}

/// Whether a text consists of words, and is not a number that could not be read.
fn is_words(text: &str) -> bool {
    text.contains(char::is_alphabetic) && !text.contains(char::is_numeric)
}

/// Why two meanings lead to different outcomes: the first assumption in which they differ.
fn disagreement(a: &Assumption<'_>, b: &Assumption<'_>) -> Reason {
    if a.measured != b.measured {
        Reason::ResultsDisagree
    } else if a.target != b.target {
        Reason::TargetsDisagree
    } else if a.sense != b.sense {
        match a.sense.or(b.sense) {
            Some(Sense::Number | Sense::Place) => Reason::RankDirectionUnknown,
            _ => Reason::ChangeOrLevel,
        }
    } else if a.reference != b.reference {
        Reason::ReferencesDisagree
    } else if a.in_points != b.in_points {
        Reason::PercentOrPoints
    } else {
        Reason::DirectionUnknown
    }
}
