//! Whether targets are met: the truth table of the design, and each rule beyond it.

// A test fails by panicking, and a table of cases is as long as there are cases.
#![allow(
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::similar_names,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unreachable,
    clippy::unwrap_used
)]

use beleid::{
    Basis, Bounds, Change, Comparison, Direction, Evaluation, Figure, Id, Indicator, Missing,
    Number, Outcome, Pace, Period, Reason, Reference, Role, Slice, Status, Unit, Value,
};
use proptest::prelude::*;

fn year(year: u16) -> Period {
    Period::year(year).unwrap()
}

fn indicator(figures: Vec<Figure>) -> Indicator {
    let mut indicator = Indicator::new(Id::new("i1").unwrap(), "Aantal");
    indicator.figures = figures;
    indicator
}

fn target(value: impl Into<Value>) -> Figure {
    Figure::new(year(2017), Role::Target, value)
}

fn result(value: impl Into<Value>) -> Figure {
    Figure::new(year(2017), Role::Realised, value)
}

fn result_of(of: u16, value: impl Into<Value>) -> Figure {
    Figure::new(year(of), Role::Realised, value)
}

/// The evaluation of these figures for 2017, which must be one.
fn evaluate<T>(figures: Vec<Figure>, look: impl FnOnce(&Evaluation<'_>) -> T) -> T {
    evaluate_towards(None, figures, look)
}

fn evaluate_towards<T>(
    direction: Option<Direction>,
    figures: Vec<Figure>,
    look: impl FnOnce(&Evaluation<'_>) -> T,
) -> T {
    let mut indicator = indicator(figures);
    indicator.direction = direction;
    let evaluations = indicator.evaluate(year(2017));
    let [evaluation] = &*evaluations else { panic!("{evaluations:?}") };
    look(evaluation)
}

/// The outcome, the reason, and what each reading would give, in one line.
fn answer(evaluation: &Evaluation<'_>) -> String {
    let mut line = evaluation.outcome.to_string();
    if let Some(reason) = evaluation.reason {
        line += &format!(", {reason}");
    }
    for reading in &evaluation.readings {
        line += &format!("; {reading}");
    }
    line
}

fn between(low: i32, high: i32) -> Value {
    Value::between(low, high).unwrap()
}

#[test]
fn the_truth_table() {
    use Direction::{Higher, Lower, Within};
    let range = || between(23, 25);
    let columns: [(Value, Option<Direction>); 8] = [
        (Value::more_than(15), None),
        (15.into(), Some(Higher)),
        (15.into(), Some(Lower)),
        (15.into(), None),
        (range(), Some(Higher)),
        (range(), Some(Lower)),
        (range(), Some(Within)),
        (range(), None),
    ];
    let rows: [(Value, &str); 10] = [
        (14.into(), "missed missed met undecided missed met missed undecided"),
        (15.into(), "missed met met met missed met missed undecided"),
        (20.into(), "met met missed undecided missed met missed undecided"),
        (24.into(), "met met missed undecided met met met met"),
        (26.into(), "met met missed undecided met missed missed undecided"),
        (
            Value::more_than(10),
            "undecided undecided undecided undecided undecided undecided undecided undecided",
        ),
        (Value::more_than(20), "met met missed undecided undecided undecided undecided undecided"),
        (
            Value::at_least(15),
            "undecided met undecided undecided undecided undecided undecided undecided",
        ),
        (Value::at_most(15), "missed undecided met undecided missed met missed undecided"),
        (range(), "met met missed undecided met met met met"),
    ];
    for (measured, expected) in rows {
        let outcomes = columns.clone().map(|(aim, direction)| {
            let figures = vec![target(aim), result(measured.clone())];
            evaluate_towards(direction, figures, |evaluation| evaluation.outcome.to_string())
        });
        assert_eq!(outcomes.join(" "), expected, "measured {measured}");
    }
}

#[test]
fn a_comparator_is_literal_whatever_the_direction() {
    for direction in [Direction::Higher, Direction::Lower, Direction::Within] {
        for (value, expected) in [(14, "missed"), (15, "missed"), (16, "met")] {
            let figures = vec![target(Value::more_than(15)), result(value)];
            assert_eq!(evaluate_towards(Some(direction), figures, answer), expected);
        }
    }
    for (aim, expected) in [
        (Value::at_least(15), "missed met met"),
        (Value::less_than(15), "met missed missed"),
        (Value::at_most(15), "met met missed"),
    ] {
        let outcomes =
            [14, 15, 16].map(|value| evaluate(vec![target(aim.clone()), result(value)], answer));
        assert_eq!(outcomes.join(" "), expected, "{aim}");
    }
}

#[test]
fn undecided_says_what_each_reading_would_give() {
    let figures = vec![target(15), result(14)];
    assert_eq!(
        evaluate(figures, answer),
        "undecided, direction-unknown; if higher: missed; if lower: met; if within: missed"
    );
    let figures = vec![target(Value::more_than(15)), result(Value::more_than(10))];
    assert_eq!(evaluate(figures, answer), "undecided, either-side");
}

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
    assert_eq!(chosen(vec![next_year()]), None);
    let expected = Figure::new(year(2017), Role::Expected, 5);
    assert_eq!(chosen(vec![expected]), None, "what is expected is never a target");
    // A dash doesn't hide what was budgeted.
    let dash = vec![target(Missing::Unspecified), planned(2)];
    assert_eq!(chosen(dash).as_deref(), Some("Some(Budgeted) 2"));

    // A deadline in the cell counts, and not the year of the column.
    let mut later = target(100);
    later.dated = Some(year(2027));
    assert_eq!(chosen(vec![later.clone()]), None);
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
fn the_distance() {
    let to_go = |direction, aim: Value, measured: Value| {
        evaluate_towards(direction, vec![target(aim), result(measured)], |evaluation| {
            evaluation.to_go.map_or("none".to_owned(), |to_go| to_go.to_string())
        })
    };
    let (higher, lower, within) =
        (Some(Direction::Higher), Some(Direction::Lower), Some(Direction::Within));
    assert_eq!(to_go(None, Value::more_than(15), 10.into()), "more than 5");
    assert_eq!(to_go(None, Value::at_least(15), 10.into()), "at least 5");
    assert_eq!(to_go(None, Value::less_than(15), 20.into()), "more than 5");
    assert_eq!(to_go(higher, 15.into(), 10.into()), "at least 5");
    assert_eq!(to_go(lower, 15.into(), 20.into()), "at least 5");
    assert_eq!(to_go(within, 15.into(), 20.into()), "5");
    assert_eq!(to_go(within, between(23, 25), 20.into()), "3 to 5");
    assert_eq!(to_go(higher, 15.into(), Value::less_than(10)), "more than 5");
    assert_eq!(to_go(higher, 15.into(), 15.into()), "0");
    assert_eq!(to_go(None, Value::more_than(15), Value::more_than(10)), "none");
    assert_eq!(to_go(None, 15.into(), 10.into()), "none", "it depends on the direction");
    let far: Number = "9999999999999999999999999999".parse().unwrap();
    assert_eq!(to_go(within, far.into(), Value::Exact(far.negated())), "none");
}

#[test]
fn the_direction_and_how_it_is_known() {
    let known = |direction, aim: Value| {
        evaluate_towards(direction, vec![target(aim)], |evaluation| {
            (evaluation.direction, evaluation.direction_basis)
        })
    };
    let (higher, lower) = (Some(Direction::Higher), Some(Direction::Lower));
    assert_eq!(known(None, Value::more_than(15)), (higher, Basis::Inferred));
    assert_eq!(known(None, Value::at_most(15)), (lower, Basis::Inferred));
    assert_eq!(known(None, Value::Change(Change::Decrease)), (lower, Basis::Inferred));
    assert_eq!(known(lower, Value::more_than(15)), (lower, Basis::Stated));
    assert_eq!(known(None, 15.into()), (None, Basis::Unknown));
    assert_eq!(known(None, between(1, 2)), (None, Basis::Unknown));
}

fn relative(comparison: Comparison, to: Reference) -> Value {
    Value::Relative { comparison, to }
}

#[test]
fn relative_targets_resolve_through_results_and_baselines() {
    let above_2016 = || target(relative(Comparison::MoreThan, Reference::Period(year(2016))));
    let with = |figures: Vec<Figure>| evaluate([vec![above_2016()], figures].concat(), answer);
    assert_eq!(with(vec![result_of(2016, 10), result(11)]), "met");
    assert_eq!(with(vec![result_of(2016, 10), result(10)]), "missed");
    let target_of_2016 = Figure::new(year(2016), Role::Target, 10);
    assert_eq!(
        with(vec![target_of_2016, result(11)]),
        "undecided, reference-not-known",
        "never through a target"
    );
    assert_eq!(with(vec![result_of(2016, between(9, 12)), result(11)]), "undecided, either-side");
    assert_eq!(with(vec![result_of(2016, between(9, 12)), result(13)]), "met");
    assert_eq!(with(vec![result_of(2016, between(9, 12)), result(9)]), "missed");
    assert_eq!(with(vec![result_of(2016, Value::more_than(9)), result(9)]), "missed");
    assert_eq!(
        with(vec![result_of(2016, Value::more_than(9)), result(1000)]),
        "undecided, either-side"
    );
    assert_eq!(with(vec![result_of(2016, Value::less_than(9)), result(9)]), "met");
    assert_eq!(
        with(vec![result_of(2016, Value::Text("x".to_owned())), result(9)]),
        "undecided, reference-not-known"
    );

    let baseline = |value: i32| Figure::new(None, Role::Baseline, value);
    let below_baseline = || target(relative(Comparison::LessThan, Reference::Baseline));
    assert_eq!(evaluate(vec![below_baseline(), baseline(10), result(9)], answer), "met");
    assert_eq!(evaluate(vec![below_baseline(), baseline(10), result(10)], answer), "missed");
    let at_least_previous = || target(relative(Comparison::AtLeast, Reference::Previous));
    let figures = vec![at_least_previous(), result_of(2014, 20), result_of(2015, 10), result(10)];
    assert_eq!(evaluate(figures, answer), "met");
}

#[test]
fn a_benchmark_is_another_slice() {
    let mut own = target(relative(Comparison::MoreThan, Reference::Benchmark("Nederland".into())));
    let slice = |name: &str| Some(Slice::new(name).unwrap());
    let sliced = |value: i32, name: &str| Figure { slice: slice(name), ..result(value) };
    own.slice = slice("gemeente");
    let indicator = indicator(vec![own, sliced(20, "gemeente"), sliced(15, "Nederland")]);
    let evaluations = indicator.evaluate(year(2017));
    let answers: Vec<_> = evaluations.iter().map(answer).collect();
    assert_eq!(answers, ["met", "not-applicable, benchmark"]);
}

#[test]
fn a_change_compares_with_the_last_result_and_the_baseline() {
    let up = || target(Value::Change(Change::Increase));
    let baseline = |value: i32| Figure::new(None, Role::Baseline, value);
    assert_eq!(evaluate(vec![up(), result_of(2015, 48), result(49)], answer), "met");
    assert_eq!(evaluate(vec![up(), result_of(2015, 48), result(48)], answer), "missed");
    assert_eq!(evaluate(vec![up(), result(48)], answer), "undecided, reference-not-known");
    assert_eq!(evaluate(vec![up(), baseline(40), result(48)], answer), "met");
    assert_eq!(
        evaluate(vec![up(), baseline(40), result_of(2015, 48), result(45)], answer),
        "undecided, references-disagree; if compared with 2015: missed; \
         if compared with the baseline: met"
    );
    let same = || target(Value::Change(Change::Unchanged));
    assert_eq!(evaluate(vec![same(), result_of(2015, 48), result(48)], answer), "met");
    assert_eq!(evaluate(vec![same(), result_of(2015, 48), result(49)], answer), "missed");
}

#[test]
fn a_change_by_so_much() {
    let by = |direction, by: i32, unit: Option<Unit>| {
        target(Value::ChangeBy { direction, by: by.into(), unit })
    };
    let (up, down) = (Change::Increase, Change::Decrease);
    let with = |aim: Figure, before: Figure, now: Figure| evaluate(vec![aim, before, now], answer);
    assert_eq!(with(by(up, 5, None), result_of(2016, 40), result(45)), "met");
    assert_eq!(with(by(up, 5, None), result_of(2016, 40), result(44)), "missed");
    assert_eq!(with(by(down, 5, None), result_of(2016, 40), result(35)), "met");
    assert_eq!(with(by(down, 5, None), result_of(2016, 40), result(36)), "missed");
    // 5 percent of 40 is 2; five points are 5.
    let percent = || Some(Unit::PERCENT);
    let euro = |figure: Figure| Figure { unit: Some(Unit::EURO), ..figure };
    assert_eq!(with(by(up, 5, percent()), euro(result_of(2016, 40)), euro(result(42))), "met");
    assert_eq!(with(by(up, 5, percent()), euro(result_of(2016, 40)), euro(result(41))), "missed");
    assert_eq!(
        with(by(up, 5, percent()), result_of(2016, 40), result(43)),
        "undecided, percent-or-points; if compared with 2016, in percent: met; \
         if compared with 2016, in percentage points: missed"
    );
    assert_eq!(with(by(up, 5, percent()), result_of(2016, 40), result(45)), "met");
    assert_eq!(
        with(by(up, 5, percent()), euro(result_of(2016, -40)), euro(result(-39))),
        "undecided, not-comparable"
    );
}

#[test]
fn printed_units_that_differ() {
    let days = |figure: Figure| Figure { unit: Some(Unit::new("dagen").unwrap()), ..figure };
    let percent = |figure: Figure| Figure { unit: Some(Unit::PERCENT), ..figure };
    let aim = || target(Value::more_than(15));
    assert_eq!(evaluate(vec![percent(aim()), days(result(20))], answer), "undecided, units-differ");
    assert_eq!(evaluate(vec![percent(aim()), result(20)], answer), "met");
    assert_eq!(evaluate(vec![aim(), days(result(20))], answer), "met");
    assert_eq!(evaluate(vec![days(aim()), days(result(20))], answer), "met");
}

#[test]
fn flags_and_words() {
    let text = |text: &str| Value::Text(text.to_owned());
    let cases: [(Value, Value, &str); 7] = [
        (Value::Flag(true), Value::Flag(true), "met"),
        (Value::Flag(true), Value::Flag(false), "missed"),
        (text("behaald"), text("behaald"), "met"),
        (text("behaald"), text("Behaald"), "undecided, not-comparable"),
        (text("behaald"), Value::Flag(true), "undecided, not-comparable"),
        (15.into(), text("62,%9"), "undecided, not-comparable"),
        (Value::Flag(true), 1.into(), "undecided, not-comparable"),
    ];
    for (aim, measured, expected) in cases {
        let figures = vec![target(aim.clone()), result(measured.clone())];
        assert_eq!(evaluate(figures, answer), expected, "{aim} {measured}");
    }
}

#[test]
fn uncertain_figures_decide_nothing() {
    let with = |status: Status| {
        let figures =
            vec![target(Value::more_than(15)), Figure { status: vec![status], ..result(20) }];
        evaluate(figures, answer)
    };
    assert_eq!(with(Status::Approximate), "undecided, approximate; if as printed: met");
    assert_eq!(with(Status::Estimated), "undecided, estimated; if as printed: met");
    assert_eq!(with(Status::Partial), "undecided, partial; if as printed: met");
    assert_eq!(with(Status::Provisional), "met, provisional");
    assert_eq!(with(Status::BreakInSeries), "met", "the target is no earlier result");

    let about = Figure { status: vec![Status::Approximate], ..target(Value::more_than(15)) };
    assert_eq!(
        evaluate(vec![about, result(10)], answer),
        "undecided, approximate; if as printed: missed"
    );
    let old = Figure { dated: Some(year(2008)), ..result(48) };
    assert_eq!(
        evaluate(vec![target(Value::more_than(15)), old], answer),
        "undecided, measured-earlier; if as printed: met"
    );
    let on_time = Figure { dated: Some(year(2017)), ..result(48) };
    assert_eq!(evaluate(vec![target(Value::more_than(15)), on_time], answer), "met");
}

#[test]
fn a_break_in_the_series_parts_what_came_before() {
    let up = || target(Value::Change(Change::Increase));
    let broken = |figure: Figure| Figure { status: vec![Status::BreakInSeries], ..figure };
    assert_eq!(
        evaluate(vec![up(), result_of(2016, 10), broken(result(20))], answer),
        "undecided, break-in-series"
    );
    assert_eq!(evaluate(vec![up(), broken(result_of(2016, 10)), result(20)], answer), "met");
}

#[test]
fn slices_are_judged_with_their_own_targets() {
    let sliced =
        |figure: Figure, name: &str| Figure { slice: Some(Slice::new(name).unwrap()), ..figure };
    let of = |figures: Vec<Figure>| {
        let indicator = indicator(figures);
        let evaluations = indicator.evaluate(year(2017));
        let answers = evaluations.iter().map(|evaluation| {
            let slice = evaluation.slice.map_or("whole".to_owned(), Slice::to_string);
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
        ["whole: met", "Nederland: not-applicable, no-target"],
        "a benchmark is not judged as the body's own"
    );
    assert_eq!(
        of(vec![aim(15), result_of(2015, 9), sliced(result(20), "a")]),
        ["whole: undecided, target-not-sliced", "a: undecided, target-not-sliced"]
    );
    let above = target(relative(Comparison::MoreThan, Reference::Benchmark("Nederland".into())));
    let own_target = sliced(aim(1), "Nederland");
    assert_eq!(
        of(vec![above, result(20), own_target, sliced(result(15), "Nederland")]),
        ["whole: met", "Nederland: not-applicable, benchmark"]
    );
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
fn references_that_disagree_decide_nothing() {
    let of = |value: Value, others: Vec<Figure>| {
        evaluate([vec![target(value), result(15)], others].concat(), answer)
    };
    let disagree = "undecided, references-disagree";
    let of_2016 = relative(Comparison::MoreThan, Reference::Period(year(2016)));
    assert_eq!(of(of_2016, vec![result_of(2016, 10), result_of(2016, 20)]), disagree);
    let up = Value::Change(Change::Increase);
    assert_eq!(of(up, vec![result_of(2016, 10), result_of(2016, 20)]), disagree);
    let baseline = |value: i32| Figure::new(None, Role::Baseline, value);
    let above_baseline = relative(Comparison::MoreThan, Reference::Baseline);
    assert_eq!(of(above_baseline, vec![baseline(10), baseline(20)]), disagree);
}

#[test]
fn a_reference_is_known_by_then_and_covers_as_much_time() {
    let up = || target(Value::Change(Change::Increase));
    let over = |text: &str, value: i32| {
        Figure::new(text.parse::<Period>().unwrap(), Role::Realised, value)
    };
    let figures = vec![up(), over("2016", 120), over("2017-H1", 60), result(100)];
    assert_eq!(evaluate(figures, answer), "missed", "half of the year itself is no earlier year");
    let figures = vec![up(), over("2016", 90), over("2016-Q4", 200), result(100)];
    assert_eq!(evaluate(figures, answer), "met", "a quarter is no year");
    let figures = vec![up(), over("2016", 90), over("2015..2017", 270), result(100)];
    assert_eq!(evaluate(figures, answer), "met");
    let norm = Figure::new(
        None,
        Role::Target,
        relative(Comparison::MoreThan, Reference::Period(year(2017))),
    );
    assert_eq!(
        evaluate(vec![norm, result(15)], answer),
        "undecided, reference-not-known",
        "a result is not compared with itself"
    );
    let of_2019 = target(relative(Comparison::MoreThan, Reference::Period(year(2019))));
    let figures = vec![of_2019, result_of(2019, 10), result(15)];
    assert_eq!(evaluate(figures, answer), "undecided, reference-not-known");
    let later = Figure::new(year(2020), Role::Baseline, 10);
    let above_baseline = || target(relative(Comparison::MoreThan, Reference::Baseline));
    assert_eq!(
        evaluate(vec![above_baseline(), later, result(15)], answer),
        "undecided, reference-not-known"
    );
}

#[test]
fn a_reference_in_doubt_decides_nothing() {
    let of_2016 = || target(relative(Comparison::MoreThan, Reference::Period(year(2016))));
    let old = Figure { dated: Some(year(2008)), ..result_of(2016, 10) };
    assert_eq!(evaluate(vec![of_2016(), old, result(15)], answer), "undecided, measured-earlier");
    let about = Figure { status: vec![Status::Estimated], ..result_of(2016, 10) };
    assert_eq!(evaluate(vec![of_2016(), about, result(15)], answer), "undecided, estimated");
    let draft = Figure { status: vec![Status::Provisional], ..result_of(2016, 10) };
    assert_eq!(evaluate(vec![of_2016(), draft, result(15)], answer), "met, provisional");
    let above_baseline = target(relative(Comparison::MoreThan, Reference::Baseline));
    let broken = Figure { status: vec![Status::BreakInSeries], ..result_of(2015, 12) };
    let undated = Figure::new(None, Role::Baseline, 10);
    assert_eq!(
        evaluate(vec![above_baseline, undated, broken, result(15)], answer),
        "undecided, break-in-series"
    );
    let late = Figure { dated: Some(year(2018)), ..result(48) };
    assert_eq!(
        evaluate(vec![target(Value::more_than(40)), late], answer),
        "undecided, measured-later; if as printed: met"
    );
    let aim = Figure { status: vec![Status::Provisional], ..target(Value::more_than(40)) };
    assert_eq!(evaluate(vec![aim, result(48)], answer), "met, provisional");
}

#[test]
fn units_of_labels_and_of_changes() {
    let percent = |figure: Figure| Figure { unit: Some(Unit::PERCENT), ..figure };
    let mut shops = indicator(vec![percent(target(Value::less_than(10))), result(436)]);
    shops.unit = Some(Unit::COUNT);
    assert_eq!(answer(&shops.evaluate(year(2017))[0]), "undecided, units-differ");
    shops.figures[1] = percent(result(4));
    assert_eq!(answer(&shops.evaluate(year(2017))[0]), "met", "both print their own");
    let by = |unit: Unit| {
        let by = 5.into();
        target(Value::ChangeBy { direction: Change::Increase, by, unit: Some(unit) })
    };
    let euro = |figure: Figure| Figure { unit: Some(Unit::EURO), ..figure };
    let figures = vec![by(Unit::EURO), percent(result_of(2016, 10)), percent(result(20))];
    assert_eq!(evaluate(figures, answer), "undecided, units-differ");
    let figures = vec![by(Unit::PERCENTAGE_POINT), euro(result_of(2016, 10)), euro(result(20))];
    assert_eq!(evaluate(figures, answer), "undecided, units-differ");
    let figures =
        vec![by(Unit::PERCENTAGE_POINT), percent(result_of(2016, 10)), percent(result(15))];
    assert_eq!(evaluate(figures, answer), "met");
}

#[test]
fn numbers_that_could_not_be_read_decide_nothing() {
    for text in ["?", "--", "1.049", "> 2016", "62,%9", "28 dagen"] {
        let text = || Value::Text(text.to_owned());
        let figures = vec![target(text()), result(text())];
        assert_eq!(evaluate(figures, answer), "undecided, not-comparable", "{}", text());
    }
}

#[test]
fn cells_that_were_not_placed_may_say_otherwise() {
    let mut projects = indicator(vec![target(Value::more_than(3)), result(10)]);
    projects.unplaced.push(beleid::Cell::new("> 100"));
    let evaluations = projects.evaluate(year(2017));
    assert_eq!(answer(&evaluations[0]), "undecided, cells-not-placed; if as printed: met");
    assert_eq!(evaluations[0].pace_reason, Some(Reason::CellsNotPlaced));
}

#[test]
fn the_pace_of_figures_in_doubt() {
    let pace = |figures: Vec<Figure>| {
        evaluate(figures, |evaluation| (evaluation.pace, evaluation.pace_reason))
    };
    let unknown = |reason| (Pace::Unknown, Some(reason));
    let ahead = |value: i32| Figure::new(year(2018), Role::Target, Value::more_than(value));
    let line = || vec![result_of(2014, 2), result_of(2016, 4)];
    assert_eq!(pace([line(), vec![ahead(5)]].concat()), (Pace::OnTrack, None));
    assert_eq!(
        pace([line(), vec![ahead(5), ahead(100)]].concat()),
        unknown(Reason::TargetsDisagree)
    );
    assert_eq!(
        pace([line(), vec![result_of(2014, 3), ahead(5)]].concat()),
        unknown(Reason::ResultsDisagree)
    );
    let old = Figure { dated: Some(year(2008)), ..result_of(2014, 2) };
    assert_eq!(pace(vec![old, result_of(2016, 4), ahead(5)]), unknown(Reason::MeasuredEarlier));
    let half = Figure::new("2016-H1".parse::<Period>().unwrap(), Role::Realised, 1);
    assert_eq!(pace(vec![half, result_of(2016, 4), ahead(5)]), unknown(Reason::TooFewMeasurements));
}

#[test]
fn the_pace() {
    let pace = |direction, figures: Vec<Figure>| {
        evaluate_towards(direction, figures, |evaluation| {
            let reason =
                evaluation.pace_reason.map_or(String::new(), |reason| format!(", {reason}"));
            format!("{}{reason}", evaluation.pace)
        })
    };
    let planned =
        |of: u16, value: i32| Figure::new(year(of), Role::Budgeted, Value::at_least(value));
    let aim = |value: i32| target(Value::at_least(value));
    assert_eq!(pace(None, vec![aim(15)]), "unknown, too-few-measurements");
    assert_eq!(pace(None, vec![aim(15), result_of(2015, 10)]), "unknown, too-few-measurements");
    assert_eq!(pace(None, vec![result_of(2014, 9), result_of(2015, 10)]), "unknown, no-target");
    // Against the milestone of its own period.
    assert_eq!(pace(None, vec![aim(15), result_of(2016, 10), planned(2016, 10)]), "on-track");
    assert_eq!(pace(None, vec![aim(15), result_of(2016, 9), planned(2016, 10)]), "off-track");
    // Along the line: 2014 to 2016 is two of three years.
    let line = |now: i32| vec![aim(16), result_of(2014, 10), result_of(2016, now)];
    assert_eq!(pace(None, line(14)), "on-track");
    assert_eq!(pace(None, line(13)), "off-track");
    let exactly = |now: i32| vec![target(16), result_of(2014, 10), result_of(2016, now)];
    assert_eq!(pace(None, exactly(15)), "unknown, direction-unknown");
    assert_eq!(pace(Some(Direction::Higher), exactly(15)), "on-track");
    assert_eq!(pace(Some(Direction::Lower), exactly(15)), "off-track");
    let strictly =
        |now: i32| vec![target(Value::more_than(13)), result_of(2014, 10), result_of(2016, now)];
    // 10 to 12 in two of three years leads to just 13.
    assert_eq!(pace(None, strictly(12)), "off-track");
    assert_eq!(pace(None, strictly(13)), "on-track");
    // 366 days of 2016 are a year as 365 of 2017 are; a day counts as a day.
    let day = |text: &str, role, value: i32| {
        let day: Period = text.parse().unwrap();
        Figure::new(day, role, Value::at_least(value))
    };
    let at_day = |now: i32| {
        let mut start = day("2016-12-30", Role::Realised, 0);
        start.value = 0.into();
        let mut last = day("2017-01-09", Role::Realised, 0);
        last.value = now.into();
        vec![start, last, day("2017-12-31", Role::Target, 366)]
    };
    let ahead = |now: i32| {
        let indicator = indicator(at_day(now));
        indicator.evaluate("2017-01-31".parse().unwrap())[0].pace
    };
    assert_eq!((ahead(10), ahead(9)), (Pace::OnTrack, Pace::OffTrack));
    // A line doesn't cross a break, and needs exact points.
    let broken = Figure { status: vec![Status::BreakInSeries], ..result_of(2016, 14) };
    assert_eq!(
        pace(None, vec![aim(16), result_of(2014, 10), broken]),
        "unknown, too-few-measurements"
    );
    let about = Figure { status: vec![Status::Approximate], ..result_of(2016, 14) };
    assert_eq!(pace(None, vec![aim(16), result_of(2014, 10), about]), "unknown, approximate");
    let bound = Figure { value: Value::more_than(14), ..result_of(2016, 14) };
    assert_eq!(pace(None, vec![aim(16), result_of(2014, 10), bound]), "unknown, either-side");
    // Towards the next target where this year has none.
    let ahead = Figure::new(year(2020), Role::Target, Value::at_least(22));
    assert_eq!(
        pace(None, vec![ahead.clone(), result_of(2014, 10), result_of(2016, 14)]),
        "on-track"
    );
    assert_eq!(pace(None, vec![ahead, result_of(2014, 10), result_of(2016, 13)]), "off-track");
}

#[test]
fn the_first_document() {
    let mut projects = indicator(vec![
        result_of(2014, Missing::Unspecified),
        result_of(2015, 10),
        Figure::new(year(2016), Role::Budgeted, 15),
        target(Value::more_than(15)),
    ]);
    let evaluations = projects.evaluate(year(2017));
    let evaluation = &evaluations[0];
    assert_eq!(
        (evaluation.outcome, evaluation.reason),
        (Outcome::Undecided, Some(Reason::NotMeasured))
    );
    assert_eq!(evaluation.last_known.map(|figure| &figure.value), Some(&Value::from(10)));
    assert_eq!(evaluation.to_go, Some(Bounds::more_than(5)));
    assert_eq!(
        (evaluation.direction, evaluation.direction_basis),
        (Some(Direction::Higher), Basis::Inferred)
    );
    assert_eq!(
        (evaluation.pace, evaluation.pace_reason),
        (Pace::Unknown, Some(Reason::TooFewMeasurements))
    );
    // In 2016 it was budgeted, which is reported as such.
    projects.figures.push(result_of(2016, 15));
    let evaluations = projects.evaluate(year(2016));
    assert_eq!(evaluations[0].outcome, Outcome::Met);
    assert_eq!(evaluations[0].target.and_then(|target| target.role), Some(Role::Budgeted));
}

fn small() -> impl Strategy<Value = Value> {
    let number = || (-6_i64..7).prop_map(Number::from);
    prop_oneof![
        number().prop_map(Value::Exact),
        number().prop_map(Value::MoreThan),
        number().prop_map(Value::AtLeast),
        number().prop_map(Value::LessThan),
        number().prop_map(Value::AtMost),
        (number(), number()).prop_map(|(a, b)| Value::between(a.min(b), a.max(b)).unwrap()),
    ]
}

/// The halves from -10 to 10 that a value may be: enough of the line to tell sets apart
/// whose ends are whole numbers from -6 to 6.
fn members(value: &Value) -> Vec<Number> {
    let bounds = value.bounds().unwrap();
    let halves = (-20..=20).map(|half| Number::new(half * 5, 1).unwrap());
    halves.filter(|number| bounds.contains(*number)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Met is met for every number that the result may be and missed for none, tried out
    /// number by number.
    #[test]
    fn sets_agree_with_their_members(measured in small(), aim in small(), towards in 0..4) {
        let direction = match towards {
            0 => Some(Direction::Higher),
            1 => Some(Direction::Lower),
            2 => Some(Direction::Within),
            _ => None,
        };
        let satisfies = |number: Number, direction: Direction| match (&aim, direction) {
            (Value::Exact(end), Direction::Higher) => number >= *end,
            (Value::Exact(end), Direction::Lower) => number <= *end,
            (Value::Between(range), Direction::Higher) => number >= range.low(),
            (Value::Between(range), Direction::Lower) => number <= range.high(),
            _ => aim.bounds().unwrap().contains(number),
        };
        let directions = direction.map_or(
            vec![Direction::Higher, Direction::Lower, Direction::Within],
            |direction| vec![direction],
        );
        let numbers = members(&measured);
        let verdicts: Vec<bool> = directions
            .iter()
            .flat_map(|direction| numbers.iter().map(|number| satisfies(*number, *direction)))
            .collect();
        let expected = if verdicts.iter().all(|met| *met) {
            Outcome::Met
        } else if verdicts.iter().all(|met| !met) {
            Outcome::Missed
        } else {
            Outcome::Undecided
        };
        let figures = vec![target(aim.clone()), result(measured.clone())];
        let outcome = evaluate_towards(direction, figures, |evaluation| evaluation.outcome);
        prop_assert_eq!(outcome, expected, "{} against {}", measured, aim);
    }

    /// The same for a target that is relative to a result which is itself a set.
    #[test]
    fn relative_sets_agree_with_their_members(measured in small(), reference in small(), above in 0..4) {
        let comparison = match above {
            0 => Comparison::MoreThan,
            1 => Comparison::AtLeast,
            2 => Comparison::LessThan,
            _ => Comparison::AtMost,
        };
        let compares = |number: Number, other: Number| match comparison {
            Comparison::MoreThan => number > other,
            Comparison::AtLeast => number >= other,
            Comparison::LessThan => number < other,
            Comparison::AtMost => number <= other,
        };
        let verdicts: Vec<bool> = members(&reference)
            .iter()
            .flat_map(|other| members(&measured).into_iter().map(move |number| compares(number, *other)))
            .collect();
        let figures = vec![
            target(relative(comparison, Reference::Period(year(2016)))),
            result_of(2016, reference.clone()),
            result(measured.clone()),
        ];
        let outcome = evaluate(figures, |evaluation| evaluation.outcome);
        // Members end at -10 and 10, so what is true of all of them may fail beyond.
        if outcome == Outcome::Met {
            prop_assert!(verdicts.iter().all(|met| *met), "{} against {}", measured, reference);
        } else if outcome == Outcome::Missed {
            prop_assert!(verdicts.iter().all(|met| !met), "{} against {}", measured, reference);
        } else {
            let ends = [&measured, &reference].map(|value| value.bounds().unwrap());
            let is_bounded = ends.iter().all(|bounds| {
                use std::ops::Bound::Unbounded;
                bounds.low() != Unbounded && bounds.high() != Unbounded
            });
            let is_mixed = verdicts.iter().any(|met| *met) && verdicts.iter().any(|met| !met);
            prop_assert!(!is_bounded || is_mixed, "{} against {}", measured, reference);
        }
    }
}
