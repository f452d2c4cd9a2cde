//! Which target counts is decided in one place: evaluation, pace, methods, explanations and
//! look-ups are held against each other over generated indicators.

use beleid::methods::{Standing, presets};
use beleid::{
    Accumulation, Change, Comparison, Dimension, DimensionName, Direction, Evaluation, Figure, Id,
    Indicator, Language, Missing, Outcome, Pace, Period, Reason, Reference, Role, Status, Unit,
    Value,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{answer, period};

/// Periods of every kind, near enough to each other to meet.
const PERIODS: [&str; 14] = [
    "2016",
    "2017",
    "2017",
    "2017",
    "2018",
    "2020",
    "2016..2017",
    "2017..2018",
    "2017..",
    "2018..",
    "2017-H2",
    "2017-Q4",
    "2017-12-31",
    "2016/17",
];

fn any_period() -> impl Strategy<Value = Period> {
    select(PERIODS.to_vec()).prop_map(period)
}

fn role() -> impl Strategy<Value = Option<Role>> {
    let roles = [
        Role::Realised,
        Role::Realised,
        Role::Realised,
        Role::Target,
        Role::Target,
        Role::Target,
        Role::Norm,
        Role::Budgeted,
        Role::Amended,
        Role::Expected,
        Role::Baseline,
        Role::Difference,
    ];
    prop_oneof![11 => select(roles.to_vec()).prop_map(Some), 1 => Just(None)]
}

fn value() -> impl Strategy<Value = Value> {
    let missing = [
        Missing::Unspecified,
        Missing::NotAvailable,
        Missing::NotYetKnown,
        Missing::NotApplicable,
        Missing::NotMeasured,
        Missing::Elsewhere,
        Missing::Blank,
    ];
    let number = || 1..30_i32;
    prop_oneof![
        6 => number().prop_map(Value::from),
        1 => number().prop_map(Value::more_than),
        1 => number().prop_map(Value::at_least),
        1 => number().prop_map(Value::less_than),
        1 => number().prop_map(Value::at_most),
        1 => (1..15_i32, 15..30_i32).prop_map(|(low, high)| Value::between(low, high).unwrap()),
        1 => select(vec![Change::Increase, Change::Decrease, Change::Unchanged])
            .prop_map(Value::Change),
        1 => select(vec![Reference::Baseline, Reference::Previous, Reference::Period(period("2016"))])
            .prop_map(|to| Value::Relative { comparison: Comparison::MoreThan, to }),
        2 => select(missing.to_vec()).prop_map(Value::from),
    ]
}

prop_compose! {
    fn figure()(
        period in prop_oneof![6 => any_period().prop_map(Some), 1 => Just(None)],
        role in role(),
        value in value(),
        dated in prop_oneof![8 => Just(None), 1 => any_period().prop_map(Some)],
        slice in prop_oneof![6 => Just(None), 2 => Just(Some("jongeren")), 1 => Just(Some("Nederland"))],
        status in prop_oneof![
            9 => Just(None),
            1 => select(vec![Status::Provisional, Status::Estimated, Status::BreakInSeries]).prop_map(Some),
        ],
        unit in prop_oneof![12 => Just(None), 1 => Just(Some(Unit::PERCENT))],
    ) -> Figure {
        let mut figure = Figure { dated, unit, ..Figure::new(period, role, value) };
        if let Some(slice) = slice {
            figure.dimensions = [Dimension::new(DimensionName::POPULATION, slice).unwrap()].into();
        }
        if let Some(status) = status {
            figure.status.insert(status);
        }
        figure
    }
}

prop_compose! {
    fn indicator()(
        figures in vec(figure(), 1..9),
        direction in select(vec![
            None, None, Some(Direction::Higher), Some(Direction::Lower), Some(Direction::Within),
        ]),
        unit in select(vec![None, None, Some(Unit::PERCENT), Some(Unit::RANK)]),
        accumulation in select(vec![
            None, None, Some(Accumulation::Level), Some(Accumulation::Flow),
            Some(Accumulation::RunningTotal),
        ]),
        is_unplaced in prop::bool::weighted(0.05),
    ) -> Indicator {
        let mut indicator = Indicator::new(Id::new("i1").unwrap(), "Leden");
        (indicator.figures, indicator.direction, indicator.unit) = (figures, direction, unit);
        indicator.accumulation = accumulation;
        if is_unplaced {
            indicator.unplaced.push(beleid::Cell::new("3"));
        }
        indicator
    }
}

/// Whether two are the same figure, and not only equal.
fn is_same(a: Option<&Figure>, b: Option<&Figure>) -> bool {
    a.map(std::ptr::from_ref) == b.map(std::ptr::from_ref)
}

/// By when a target is to be reached.
fn due(target: &Figure) -> Option<Period> {
    match (target.dated, target.period) {
        (Some(dated), Some(period)) if dated.end().is_some_and(|end| end < period.start()) => {
            Some(period)
        }
        (dated, period) => dated.or(period),
    }
}

/// Whether a target is for a later time: one without an end is due from its beginning on.
fn ends_later(one: Period, at: Period) -> bool {
    !one.ends_by(at) && (one.end().is_some() || one.start() > at.start())
}

/// An indicator in a line, for messages.
fn shown(indicator: &Indicator, at: Period) -> String {
    let figures = indicator.figures.iter().map(|figure| {
        let period = figure.period.map_or("-".to_owned(), |period| period.to_string());
        let role = figure.role.map_or("?".to_owned(), |role| role.to_string());
        let slice = Dimension::join(&figure.dimensions);
        let dated = figure.dated.map_or(String::new(), |dated| format!(" ({dated})"));
        let status: Vec<String> =
            figure.status.iter().map(|status| format!(" {status:?}")).collect();
        let status = status.concat();
        let unit = figure.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
        format!("{period} {role} {slice}: {}{unit}{dated}{status}", figure.value)
    });
    let figures: Vec<String> = figures.collect();
    format!(
        "[{}] {:?} {:?} {:?} {} unplaced, at {at}",
        figures.join("; "),
        indicator.direction,
        indicator.unit.as_ref().map(std::string::ToString::to_string),
        indicator.accumulation,
        indicator.unplaced.len()
    )
}

/// The laws that hold for one evaluation by itself.
fn check_by_itself(evaluation: &Evaluation<'_>) {
    let Evaluation { at, target, reason, outcome, .. } = *evaluation;
    let told = format!("{}: {}", shown(evaluation.indicator, at), answer(evaluation));
    if let Some(target) = target {
        assert!(!target.value.is_missing() && target.role != Some(Role::Expected), "{told}");
        let is_later = due(target).is_some_and(|due| ends_later(due, at));
        let answers_for_itself = !matches!(
            reason,
            Some(Reason::CellsNotPlaced | Reason::Benchmark | Reason::TargetNotSliced)
        );
        if is_later && answers_for_itself {
            assert_eq!(
                (outcome, reason),
                (Outcome::NotApplicable, Some(Reason::NotDueYet)),
                "{told}"
            );
        }
        if reason == Some(Reason::NotDueYet) {
            assert!(due(target).is_some_and(|due| ends_later(due, at)), "{told}");
        }
        assert!(
            due(target).is_none_or(|due| due.end() >= at.end() || due.end().is_none()),
            "a target that is over never counts: {told}"
        );
    } else {
        assert!(!matches!(outcome, Outcome::Met | Outcome::Missed), "{told}");
        assert_ne!(reason, Some(Reason::NotDueYet), "{told}");
    }
    // Pace rests on the same: where the period is judged, it says the same.
    match (outcome, evaluation.pace) {
        (Outcome::Met, Pace::OffTrack) | (Outcome::Missed, Pace::OnTrack) => panic!("{told}"),
        _ => {}
    }
    if outcome == Outcome::Undecided
        && evaluation.measured.is_some_and(|result| result.period == Some(at))
    {
        assert_eq!(evaluation.pace, Pace::Unknown, "{told}");
        if !evaluation.indicator.unplaced.is_empty() {
            assert_eq!(evaluation.pace_reason, Some(Reason::CellsNotPlaced), "{told}");
            return;
        }
        let is_its_own = !matches!(reason, Some(Reason::TargetNotSliced | Reason::TargetNotKnown));
        assert!(
            !is_its_own || evaluation.pace_reason == reason,
            "{told} {:?}",
            evaluation.pace_reason
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn all_parts_speak_of_the_same_target(indicator in indicator(), at in any_period()) {
        let evaluations = indicator.evaluate(at);
        for evaluation in &evaluations {
            check_by_itself(evaluation);
            if evaluation.dimensions.is_empty() {
                prop_assert!(is_same(indicator.target_for(at), evaluation.target));
            }
        }
        if evaluations.iter().all(|evaluation| !evaluation.dimensions.is_empty()) {
            prop_assert_eq!(indicator.target_for(at), None);
        }
        for (name, _) in presets::NAMES {
            let method = presets::named(name).unwrap();
            let assessed = indicator.evaluate_with(&method, at);
            prop_assert_eq!(assessed.len(), evaluations.len());
            for (assessed, evaluation) in assessed.iter().zip(&evaluations) {
                let shown = shown(&indicator, at);
                let why = format!("{name}: {:?} against {}, {shown}", assessed.assessment, answer(evaluation));
                prop_assert!(assessed.dimensions == evaluation.dimensions);
                prop_assert!(is_same(assessed.target, evaluation.target), "{}", why);
                prop_assert_eq!(assessed.series.direction(), evaluation.direction, "{}", why);
                prop_assert_eq!(assessed.direction_basis, evaluation.direction_basis, "{}", why);
                let aim = assessed.series.target();
                match evaluation.target {
                    None => prop_assert!(aim.is_none(), "{}", why),
                    Some(target) => {
                        // What has no date is due at the period that is asked for.
                        let due = due(target).filter(|due| due.end().is_some());
                        let is_later = evaluation.reason == Some(Reason::NotDueYet);
                        let due = if is_later { due } else { due.or(Some(at)) };
                        if !matches!(evaluation.reason, Some(Reason::Benchmark | Reason::TargetNotSliced | Reason::CellsNotPlaced)) {
                            prop_assert!(aim.is_none_or(|aim| aim.period == due), "{}", why);
                        }
                    }
                }
                check_reasons(evaluation, assessed.assessment.standing, &why)?;
                check_outcomes(evaluation, assessed.assessment.class(&method).map(|band| &*band.code), &why)?;
                for (language, is, not_due) in [
                    (Language::English, "; the target is ", "not due yet"),
                    (Language::Dutch, "; het doel is ", "nog niet aan de orde"),
                ] {
                    let text = assessed.explain(language);
                    if let Some((_, told)) = text.split_once(is) {
                        let target = evaluation.target.expect("it tells of one");
                        if language == Language::English || target.value.bounds().is_some() {
                            prop_assert!(told.starts_with(&target.value.to_string()), "{text}");
                        }
                        let is_later = due(target).is_some_and(|due| ends_later(due, at));
                        prop_assert_eq!(text.contains(not_due), is_later, "{}", text);
                    } else {
                        prop_assert!(!text.contains(not_due), "{text}");
                    }
                }
            }
        }
    }
}

/// Where there is no target to judge by, a method says why in the same words.
fn check_reasons(
    evaluation: &Evaluation<'_>,
    standing: Standing,
    why: &str,
) -> Result<(), TestCaseError> {
    let Standing::NoAnswer(reason) = standing else {
        let has_none = [
            Reason::TargetNotKnown,
            Reason::CoversAnotherLength,
            Reason::CellsNotPlaced,
            Reason::TargetNotSliced,
            Reason::Benchmark,
        ];
        prop_assert!(
            !evaluation.reason.is_some_and(|reason| has_none.contains(&reason)),
            "{}",
            why
        );
        return Ok(());
    };
    prop_assert!(reason != Reason::CellsNotPlaced || !evaluation.indicator.unplaced.is_empty());
    for one in [Reason::TargetNotKnown, Reason::TargetNotSliced, Reason::Benchmark] {
        prop_assert!(reason != one || evaluation.reason == Some(one), "{}", why);
    }
    Ok(())
}

/// Where the period is met or missed, no method says for certain that it is not.
fn check_outcomes(
    evaluation: &Evaluation<'_>,
    class: Option<&str>,
    why: &str,
) -> Result<(), TestCaseError> {
    let says_met = matches!(class, Some("met" | "achieved" | "target_achieved"));
    let says_missed = class == Some("missed");
    match evaluation.outcome {
        Outcome::Met => prop_assert!(!says_missed, "{}", why),
        Outcome::Missed => prop_assert!(!says_met, "{}", why),
        Outcome::Undecided => prop_assert!(!says_met && !says_missed, "{}", why),
        Outcome::NotApplicable => {
            prop_assert!(!says_missed, "it is not due yet, or there is none: {}", why);
        }
    }
    Ok(())
}
