//! Targets that are relative to a result, a baseline or a benchmark.

use super::*;
use beleid::{
    Change, Comparison, Dimension, DimensionName, Figure, Period, Reference, Role, Status, Unit,
    Value,
};

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
    let slice = |name: &str| [Dimension::new(DimensionName::AREA, name).unwrap()].into();
    let sliced = |value: i32, name: &str| Figure { dimensions: slice(name), ..result(value) };
    own.dimensions = slice("gemeente");
    let indicator = indicator(vec![own, sliced(20, "gemeente"), sliced(15, "Nederland")]);
    let evaluations = indicator.evaluate(year(2017));
    let answers: Vec<_> = evaluations.iter().map(answer).collect();
    assert_eq!(answers, ["met", "not-applicable, benchmark"]);
    let mut twice = indicator.clone();
    twice.figures.push(sliced(25, "Nederland"));
    assert_eq!(answer(&twice.evaluate(year(2017))[0]), "undecided, references-disagree");
    let mut earlier = indicator.clone();
    earlier.figures[2].period = Some(year(2016));
    assert_eq!(answer(&earlier.evaluate(year(2017))[0]), "undecided, reference-not-known");
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
    // Nobody says how much may change where something is to stay stable.
    let other = evaluate(vec![same(), result_of(2015, 48), result(49)], answer);
    assert_eq!(other, "undecided, either-side");
}

#[test]
fn the_result_before_covers_as_many_years() {
    let at: Period = "2018..2020".parse().unwrap();
    let after = |earlier: &str| {
        let before = Figure::new(earlier.parse::<Period>().unwrap(), Role::Realised, 10);
        let aim = Figure::new(at, Role::Target, Value::Change(Change::Increase));
        let now = Figure::new(at, Role::Realised, 11);
        answer(&indicator(vec![aim, before, now]).evaluate(at)[0])
    };
    assert_eq!(after("2015..2017"), "met");
    for other in ["2016..2017", "2014..2017", "2017"] {
        assert_eq!(after(other), "undecided, reference-not-known", "{other}");
    }
}

#[test]
fn a_change_by_so_much() {
    let by = |direction, by: i32, unit: Option<Unit>| {
        target(Value::ChangeBy { direction, by: by.into(), unit, to: None })
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
fn a_break_in_the_series_parts_what_came_before() {
    let up = || target(Value::Change(Change::Increase));
    let broken = |figure: Figure| Figure { status: Status::BreakInSeries.into(), ..figure };
    assert_eq!(
        evaluate(vec![up(), result_of(2016, 10), broken(result(20))], answer),
        "undecided, break-in-series"
    );
    assert_eq!(evaluate(vec![up(), broken(result_of(2016, 10)), result(20)], answer), "met");
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
fn a_baseline_may_be_the_result_of_its_year() {
    let above = |of: u16| target(relative(Comparison::MoreThan, Reference::Period(year(of))));
    let baseline = || Figure::new(year(2014), Role::Baseline, 10);
    assert_eq!(evaluate(vec![above(2014), baseline(), result(15)], answer), "met");
    assert_eq!(
        evaluate(vec![above(2015), baseline(), result(15)], answer),
        "undecided, reference-not-known"
    );
    let undated = Figure::new(None, Role::Baseline, 10);
    assert_eq!(
        evaluate(vec![above(2014), undated, result(15)], answer),
        "undecided, reference-not-known"
    );
}

#[test]
fn a_day_is_not_compared_with_itself() {
    let day: Period = "2017-10-01".parse().unwrap();
    let up = Value::Change(Change::Increase);
    let figures = vec![Figure::new(day, Role::Target, up), Figure::new(day, Role::Realised, 5)];
    let indicator = indicator(figures);
    assert_eq!(answer(&indicator.evaluate(day)[0]), "undecided, reference-not-known");
}

#[test]
fn a_reference_in_doubt_decides_nothing() {
    let of_2016 = || target(relative(Comparison::MoreThan, Reference::Period(year(2016))));
    let old = Figure { dated: Some(year(2008)), ..result_of(2016, 10) };
    assert_eq!(evaluate(vec![of_2016(), old, result(15)], answer), "undecided, measured-earlier");
    let about = Figure { status: Status::Estimated.into(), ..result_of(2016, 10) };
    assert_eq!(evaluate(vec![of_2016(), about, result(15)], answer), "undecided, estimated");
    let draft = Figure { status: Status::Provisional.into(), ..result_of(2016, 10) };
    assert_eq!(evaluate(vec![of_2016(), draft, result(15)], answer), "met, provisional");
    let up = target(Value::Change(Change::Increase));
    let about = Figure { status: Status::Estimated.into(), ..result_of(2016, 10) };
    let baseline = Figure::new(None, Role::Baseline, 5);
    assert_eq!(
        evaluate(vec![up, about, baseline, result(15)], answer),
        "undecided, references-disagree; if compared with 2016: undecided; \
         if compared with the baseline: met"
    );
    let above_baseline = target(relative(Comparison::MoreThan, Reference::Baseline));
    let broken = Figure { status: Status::BreakInSeries.into(), ..result_of(2015, 12) };
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
    let aim = Figure { status: Status::Provisional.into(), ..target(Value::more_than(40)) };
    assert_eq!(evaluate(vec![aim, result(48)], answer), "met, provisional");
}

#[test]
fn a_change_from_a_year_that_is_named() {
    let less = |year_of: u16| {
        target(Value::ChangeBy {
            direction: Change::Decrease,
            by: 10.into(),
            unit: Some(Unit::PERCENT),
            to: Some(Reference::Period(year(year_of)).into()),
        })
    };
    let figures = |aim: Figure, now: i32| {
        let euro = |figure: Figure| Figure { unit: Some(Unit::EURO), ..figure };
        vec![aim, euro(result_of(2015, 100)), euro(result_of(2016, 50)), euro(result(now))]
    };
    assert_eq!(evaluate(figures(less(2015), 90), answer), "met");
    assert_eq!(evaluate(figures(less(2015), 91), answer), "missed");
    assert_eq!(evaluate(figures(less(2016), 90), answer), "missed");
    assert_eq!(evaluate(figures(less(2014), 10), answer), "undecided, reference-not-known");
}

#[test]
fn a_decrease_by_all_of_it_leaves_nothing_and_by_more_means_nothing() {
    let decreased = |by: i32, value: i32| {
        let change = Value::ChangeBy {
            direction: Change::Decrease,
            by: by.into(),
            unit: Some(Unit::PERCENT),
            to: None,
        };
        let euro = |figure: Figure| Figure { unit: Some(Unit::EURO), ..figure };
        evaluate(vec![target(change), euro(result_of(2016, 10)), euro(result(value))], answer)
    };
    assert_eq!(decreased(50, 5), "met");
    assert_eq!(decreased(100, 0), "met");
    assert_eq!(decreased(100, 1), "missed");
    assert_eq!(decreased(101, 0), "undecided, not-comparable");
}
