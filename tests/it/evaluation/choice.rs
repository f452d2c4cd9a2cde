//! Which target and which result count, and which slices.

use super::*;
use beleid::{
    Comparison, Dimension, DimensionName, Figure, Missing, Period, Reason, Reference, Role, Status,
    Value,
};

#[test]
fn no_target_is_counted_apart() {
    assert_eq!(evaluate(vec![result(10)], answer), "not-applicable, no-target");
    assert_eq!(evaluate(vec![], answer), "not-applicable, no-target");
    let missing = |reason: Missing| evaluate(vec![target(reason), result(10)], answer);
    assert_eq!(missing(Missing::Unspecified), "not-applicable, no-target");
    assert_eq!(missing(Missing::Blank), "not-applicable, no-target");
    assert_eq!(missing(Missing::NotApplicable), "not-applicable, target-not-applicable");
    assert_eq!(missing(Missing::NotYetKnown), "undecided, target-not-known");
    assert_eq!(missing(Missing::NotAvailable), "undecided, target-not-known");
    assert_eq!(missing(Missing::Elsewhere), "undecided, target-not-known");
    let standing = |reason: Missing| {
        evaluate(vec![Figure::new(None, Role::Target, reason), result(10)], answer)
    };
    assert_eq!(standing(Missing::NotYetKnown), "undecided, target-not-known");
    assert_eq!(standing(Missing::NotApplicable), "not-applicable, target-not-applicable");
    assert_eq!(standing(Missing::Unspecified), "not-applicable, no-target");
    let budgeted = Figure::new(year(2017), Role::Budgeted, Missing::NotYetKnown);
    assert_eq!(evaluate(vec![budgeted, result(10)], answer), "undecided, target-not-known");
    // What is missing for another year, or undated in another role, says nothing of this one.
    let none = "not-applicable, no-target";
    let of = |period: Option<Period>, role, reason: Missing| {
        evaluate(vec![Figure::new(period, role, reason), result(10)], answer)
    };
    assert_eq!(of(Some(year(2018)), Role::Target, Missing::NotYetKnown), none);
    assert_eq!(of(Some(year(2018)), Role::Budgeted, Missing::NotYetKnown), none);
    assert_eq!(of(None, Role::Budgeted, Missing::NotYetKnown), none);
    assert_eq!(evaluate(vec![Figure::new(None, Role::Budgeted, 5), result(10)], answer), none);
    let mut unplaced = indicator(vec![]);
    unplaced.unplaced.push(beleid::Cell::new("3"));
    assert_eq!(answer(&unplaced.evaluate(year(2017))[0]), "undecided, cells-not-placed");
}

#[test]
fn which_target() {
    let planned = |value: i32| Figure::new(year(2017), Role::Budgeted, value);
    let standing = |value: i32| Figure::new(None, Role::Target, Value::more_than(value));
    let chosen = |figures: Vec<Figure>| {
        evaluate(figures, |evaluation| {
            evaluation.target.map(|target| format!("{:?} {}", target.role, target.value))
        })
    };
    let next_year = || Figure::new(year(2018), Role::Target, 1);
    let all = vec![next_year(), planned(2), standing(3), target(4)];
    assert_eq!(chosen(all).as_deref(), Some("Some(Target) 4"));
    let budgeted = vec![next_year(), standing(3), planned(2)];
    assert_eq!(chosen(budgeted).as_deref(), Some("Some(Budgeted) 2"));
    let norm = vec![next_year(), standing(3)];
    assert_eq!(chosen(norm).as_deref(), Some("Some(Target) > 3"));
    assert_eq!(chosen(vec![next_year()]).as_deref(), Some("Some(Target) 1"), "not due yet");
    let expected = Figure::new(year(2017), Role::Expected, 5);
    assert_eq!(chosen(vec![expected]), None, "what is expected is never a target");
    // A dash doesn't hide what was budgeted.
    let dash = vec![target(Missing::Unspecified), planned(2)];
    assert_eq!(chosen(dash).as_deref(), Some("Some(Budgeted) 2"));

    // A deadline in the cell counts, and not the year of the column.
    let mut later = target(100);
    later.dated = Some(year(2027));
    assert_eq!(chosen(vec![later.clone(), target(4)]).as_deref(), Some("Some(Target) 4"));
    later.dated = Some(year(2017));
    later.period = Some(year(2014));
    assert_eq!(chosen(vec![later]).as_deref(), Some("Some(Target) 100"));
    let mut earlier = target(Value::more_than(48));
    earlier.dated = Some(year(2016));
    assert_eq!(
        evaluate(vec![earlier, result(50)], answer),
        "undecided, measured-earlier; if as printed: met",
        "a date from before the period is no deadline"
    );
}

#[test]
fn several_targets_or_results_for_one_period() {
    let figures = vec![target(Value::more_than(15)), target(Value::more_than(10)), result(20)];
    assert_eq!(evaluate(figures, answer), "met");
    let figures = vec![target(Value::more_than(15)), target(Value::more_than(10)), result(12)];
    assert_eq!(
        evaluate(figures, answer),
        "undecided, targets-disagree; if the target is > 15: missed; if the target is > 10: met"
    );
    let figures = vec![target(Value::more_than(15)), result(12), result(16), result(12)];
    assert_eq!(
        evaluate(figures, answer),
        "undecided, results-disagree; if the result is 12: missed; if the result is 16: met"
    );
    let amended = Figure::new(year(2017), Role::Amended, Value::more_than(20));
    let planned = Figure::new(year(2017), Role::Budgeted, Value::more_than(10));
    let figures = vec![planned, amended, result(15)];
    assert_eq!(
        evaluate(figures, answer),
        "undecided, targets-disagree; if the target is > 10: met; if the target is > 20: missed"
    );
}

#[test]
fn which_result() {
    let aim = || target(Value::more_than(15));
    let looked_at = |figures: Vec<Figure>| {
        evaluate(figures, |evaluation| {
            let shown = |figure: Option<&Figure>| figure.map(|figure| figure.value.to_string());
            (shown(evaluation.measured), shown(evaluation.last_known), answer(evaluation))
        })
    };
    let ten = || Some("10".to_owned());
    let not_measured = || "undecided, not-measured".to_owned();
    assert_eq!(looked_at(vec![aim()]), (None, None, not_measured()));
    assert_eq!(
        looked_at(vec![aim(), result_of(2015, 10), result_of(2014, 20), result_of(2018, 30)]),
        (None, ten(), not_measured()),
        "the last one that is over by then"
    );
    let third_quarter = Figure::new("2017-Q3".parse::<Period>().unwrap(), Role::Realised, 10);
    assert_eq!(
        looked_at(vec![aim(), result_of(2016, 20), third_quarter]),
        (None, ten(), not_measured()),
        "a quarter is not the year"
    );
    assert_eq!(
        looked_at(vec![aim(), result(Missing::Unspecified), result_of(2015, 10)]),
        (None, ten(), not_measured()),
        "a dash is no result, and not 0"
    );
    let forecast = Figure::new(year(2017), Role::Expected, 20);
    assert_eq!(looked_at(vec![aim(), forecast]), (None, None, not_measured()));
    let bare = Figure::new(year(2017), None, 20);
    assert_eq!(looked_at(vec![aim(), bare]), (None, None, not_measured()));
}

#[test]
fn slices_are_judged_with_their_own_targets() {
    let sliced = |figure: Figure, name: &str| Figure {
        dimensions: [Dimension::new(DimensionName::POPULATION, name).unwrap()].into(),
        ..figure
    };
    let of = |figures: Vec<Figure>| {
        let indicator = indicator(figures);
        let evaluations = indicator.evaluate(year(2017));
        let answers = evaluations.iter().map(|evaluation| {
            let slice =
                evaluation.dimensions.first().map_or("whole".to_owned(), Dimension::to_string);
            format!("{slice}: {}", answer(evaluation))
        });
        answers.collect::<Vec<_>>()
    };
    let aim = |value: i32| target(Value::more_than(value));
    assert_eq!(
        of(vec![
            sliced(aim(1), "woningen"),
            sliced(aim(5), "niet woningen"),
            sliced(result(2), "woningen"),
            sliced(result(2), "niet woningen"),
        ]),
        ["woningen: met", "niet woningen: missed"]
    );
    assert_eq!(
        of(vec![aim(15), sliced(result(20), "a"), sliced(result(30), "b")]),
        [
            "whole: undecided, target-not-sliced",
            "a: undecided, target-not-sliced",
            "b: undecided, target-not-sliced"
        ]
    );
    assert_eq!(
        of(vec![aim(15), result(20), sliced(result(30), "Nederland")]),
        ["whole: met", "Nederland: not-applicable, benchmark"],
        "a benchmark is not judged as the body's own"
    );
    assert_eq!(
        of(vec![aim(15), result_of(2015, 9), sliced(result(20), "a")]),
        ["whole: undecided, target-not-sliced", "a: undecided, target-not-sliced"]
    );
    assert_eq!(
        of(vec![result_of(2015, 9), sliced(result(20), "a")]),
        ["whole: not-applicable, no-target", "a: not-applicable, no-target"]
    );
    // Only the benchmark was measured, which is no result of a part.
    let nl = |figure: Figure| sliced(figure, "Nederland");
    let above_nl = relative(Comparison::MoreThan, Reference::Benchmark("Nederland".into()));
    assert_eq!(
        of(vec![target(above_nl), nl(result(15))]),
        ["whole: undecided, not-measured", "Nederland: not-applicable, benchmark"]
    );
    // A part that has a target of its own keeps its own answer.
    assert_eq!(
        of(vec![aim(15), sliced(result(20), "a"), sliced(aim(10), "a")]),
        ["whole: undecided, target-not-sliced", "a: met"]
    );
    let above = target(relative(Comparison::MoreThan, Reference::Benchmark("Nederland".into())));
    let own_target = sliced(aim(1), "Nederland");
    assert_eq!(
        of(vec![above, result(20), own_target, sliced(result(15), "Nederland")]),
        ["whole: met", "Nederland: not-applicable, benchmark"]
    );
}

#[test]
fn the_distance_of_the_last_known_result() {
    let to_go = |others: Vec<Figure>| {
        evaluate([vec![target(Value::more_than(15))], others].concat(), |evaluation| {
            evaluation.to_go.map(|to_go| to_go.to_string())
        })
    };
    assert_eq!(to_go(vec![result_of(2015, 10)]).as_deref(), Some("more than 5"));
    let half = Figure::new("2016-H1".parse::<Period>().unwrap(), Role::Realised, 10);
    assert_eq!(to_go(vec![half]), None, "half a year is no year");
    let broken = Figure::new(year(2016), None, Missing::NotMeasured);
    let broken = Figure { status: Status::BreakInSeries.into(), ..broken };
    assert_eq!(to_go(vec![result_of(2015, 10), broken]), None, "it was measured in another way");
    assert_eq!(to_go(vec![result_of(2015, 10), result_of(2015, 11)]), None, "which of them?");
}

#[test]
fn evaluations_are_a_list() {
    let sliced = |figure: Figure| Figure {
        dimensions: [Dimension::new(DimensionName::POPULATION, "a").unwrap()].into(),
        ..figure
    };
    for figures in [vec![result(1)], vec![result(1), sliced(result(2))]] {
        let count = if figures.len() == 1 { 1 } else { 2 };
        let indicator = indicator(figures);
        let evaluations = indicator.evaluate(year(2017));
        assert_eq!(evaluations.len(), count);
        assert_eq!((&evaluations).into_iter().count(), count);
        assert_eq!(evaluations.into_iter().count(), count);
    }
}

#[test]
fn more_than_can_be_told_apart_decides_nothing() {
    let targets = [1, 2, 3, 4, 5, 100].map(|value| target(Value::more_than(value)));
    let figures = [targets.to_vec(), vec![result(50)]].concat();
    assert_eq!(evaluate(figures, answer), "undecided, targets-disagree");
    let results = [51, 52, 53, 54, 55, 1].map(result);
    let figures = [results.to_vec(), vec![target(Value::more_than(50))]].concat();
    assert_eq!(evaluate(figures, answer), "undecided, results-disagree");
}

#[test]
fn cells_that_were_not_placed_may_say_otherwise() {
    let mut projects = indicator(vec![target(Value::more_than(3)), result(10)]);
    projects.unplaced.push(beleid::Cell::new("> 100"));
    let evaluations = projects.evaluate(year(2017));
    assert_eq!(answer(&evaluations[0]), "undecided, cells-not-placed; if as printed: met");
    assert_eq!(evaluations[0].pace_reason, Some(Reason::CellsNotPlaced));
}
