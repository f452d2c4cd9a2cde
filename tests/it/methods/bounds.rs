//! Bounds go all the way: whatever a figure may be is followed through each method.

use beleid::methods::presets::{destatis, escap, eurostat, municipal, open_sdg, rotterdam, tola};
use beleid::methods::{Band, Bands, Baseline, Formula, Method, Range, Series, Standing, Step};
use beleid::{
    Bounds, Change, Comparison, Dimension, DimensionName, Direction, Figure, Interval, Reason,
    Reference, Role, Status, Unit, Value,
};

use super::{answer, answers, figure, indicator, period};

fn between(low: i32, high: i32) -> Value {
    Value::Between(Interval::new(low, high).expect("they are in order"))
}

/// Results of 2013 and 2016, and a target for 2019.
fn three(first: impl Into<Value>, last: impl Into<Value>, target: impl Into<Value>) -> Vec<Figure> {
    vec![
        figure("2013", Role::Realised, first),
        figure("2016", Role::Realised, last),
        figure("2019", Role::Target, target),
    ]
}

#[test]
fn what_a_result_may_be() {
    use Direction::{Higher, Lower};
    let cases: [(Direction, Value, Value, Value, &str); 14] = [
        (Higher, 10.into(), 13.into(), 15.into(), "on-track"),
        (Higher, 10.into(), 11.into(), 15.into(), "behind"),
        (Higher, 10.into(), 9.into(), 15.into(), "not-nearer"),
        // Between 11 and 13 it may be behind, nearly there or there.
        (Higher, 10.into(), between(11, 13), 15.into(), "on-track..behind (either-side)"),
        (Higher, 10.into(), between(13, 14), 15.into(), "on-track"),
        (Higher, between(8, 9), 9.into(), 15.into(), "behind..not-nearer (either-side)"),
        (Higher, between(3, 5), 10.into(), between(12, 14), "on-track"),
        // Somewhere above 13 it is met.
        (Higher, 10.into(), Value::more_than(13), 15.into(), "on-track..met (either-side)"),
        (Higher, 10.into(), Value::more_than(15), 15.into(), "met"),
        (Higher, 10.into(), Value::less_than(10), 15.into(), "not-nearer"),
        (Lower, 10.into(), Value::at_least(10), 5.into(), "not-nearer"),
        (Lower, 10.into(), Value::less_than(5), 5.into(), "met"),
        (Lower, Value::more_than(12), 7.into(), 5.into(), "on-track"),
        // A comparator is literal, whatever is said to be better.
        (Lower, 10.into(), 9.into(), Value::more_than(2), "met"),
    ];
    for (direction, first, last, target, expected) in cases {
        let shown = format!("{first} {last} {target} {direction}");
        let indicator = indicator(Some(direction), three(first, last, target));
        assert_eq!(answer(&indicator, &municipal::method(), "2016"), expected, "{shown}");
    }
}

#[test]
fn a_range_is_reached_from_its_nearer_end() {
    let figures = || three(10, 20, between(23, 25));
    let with = |direction| indicator(Some(direction), figures());
    let method = escap::method();
    let value = |direction| {
        let indicator = with(direction);
        let assessed = &indicator.evaluate_with(&method, period("2016"))[0];
        let target = assessed.series.target();
        (target.map(|target| target.aim.to_string()), assessed.assessment.value)
    };
    let number = |number| Range::exactly(number);
    let mut of_2013 = escap::method();
    of_2013.baseline = Baseline::First;
    assert_eq!(value(Direction::Higher).0.as_deref(), Some("23"));
    assert_eq!(value(Direction::Lower).0.as_deref(), Some("25"));
    // To stay within, it is somewhere from 23 to 25.
    assert_eq!(value(Direction::Within).0.as_deref(), Some("23 to 25"));
    let assessed = with(Direction::Higher);
    let assessed = &assessed.evaluate_with(&of_2013, period("2016"))[0].assessment;
    assert_eq!(assessed.value, number(10.0 * 10.0 / 13.0));
    let assessed = with(Direction::Within);
    let assessed = &assessed.evaluate_with(&of_2013, period("2016"))[0].assessment;
    let range = assessed.value.expect("the distance to either end is known");
    assert_eq!(
        range.to_string(),
        Range::between(10.0 - 50.0 / 15.0, 10.0 - 30.0 / 13.0).unwrap().to_string()
    );
    assert_eq!(answer(&with(Direction::Within), &municipal::method(), "2016"), "- (within-range)");
}

#[test]
fn relative_targets_are_resolved() {
    let more_than = |to| Value::Relative { comparison: Comparison::MoreThan, to };
    let by = |by: i32, unit| Value::ChangeBy {
        direction: Change::Increase,
        by: by.into(),
        unit: Some(unit),
        to: Some(Reference::Period(period("2013")).into()),
    };
    let cases: [(Value, Value, Value, &str); 7] = [
        (10.into(), 12.into(), more_than(Reference::Period(period("2013"))), "met"),
        (
            10.into(),
            9.into(),
            more_than(Reference::Period(period("2013"))),
            "- (base-equals-target)",
        ),
        // What it is compared with is more than 10 and may be anything.
        (
            Value::more_than(10),
            12.into(),
            more_than(Reference::Period(period("2013"))),
            "- (either-side)",
        ),
        (100.into(), 107.into(), by(10, Unit::PERCENT), "70"),
        (100.into(), 107.into(), by(14, Unit::COUNT), "50"),
        (100.into(), between(105, 107), by(10, Unit::PERCENT), "50 to 70"),
        (
            100.into(),
            107.into(),
            more_than(Reference::Benchmark("land".into())),
            "- (reference-not-known)",
        ),
    ];
    let all = Bands::new(Band::new("any"), Vec::new()).unwrap();
    let method = Method {
        baseline: Baseline::First,
        with_target: Some(Step::new(Formula::Attainment, all)),
        when_met: municipal::method().when_met,
        ..Method::new("attainment", "1")
    };
    for (first, last, target, expected) in cases {
        let shown = format!("{first} {last} {target}");
        let mut indicator = indicator(Some(Direction::Higher), three(first, last, target));
        indicator.unit = Some(Unit::COUNT);
        let assessed = &indicator.evaluate_with(&method, period("2016"))[0];
        let told = match (assessed.assessment.standing, assessed.assessment.value) {
            (Standing::NoAnswer(why), _) => format!("- ({why})"),
            (_, Ok(value)) if assessed.class().is_some_and(|band| band.code != "met") => {
                let ends =
                    [value.low(), value.high()].map(|end| (end.unwrap() * 1e6).round() / 1e4);
                if ends[0] < ends[1] {
                    format!("{} to {}", ends[0], ends[1])
                } else {
                    ends[0].to_string()
                }
            }
            _ => assessed.class().map_or("?".to_owned(), |band| band.code.clone()),
        };
        assert_eq!(told, expected, "{shown}");
    }
}

#[test]
fn what_can_not_be_computed_with_says_so() {
    let municipal = municipal::method();
    let usual = || indicator(Some(Direction::Higher), three(10, 13, 15));
    let changed = |change: fn(&mut beleid::Indicator)| {
        let mut indicator = usual();
        change(&mut indicator);
        answer(&indicator, &municipal, "2016")
    };
    assert_eq!(changed(|_| {}), "on-track");
    assert_eq!(changed(|i| i.direction = None), "- (direction-unknown)");
    assert_eq!(changed(|i| i.unit = Some(Unit::RANK)), "- (rank-not-quantity)");
    assert_eq!(changed(|i| i.figures[1].value = Value::Flag(true)), "- (not-comparable)");
    assert_eq!(changed(|i| i.figures[1].value = Value::Text("veel".into())), "- (not-comparable)");
    assert_eq!(changed(|i| i.figures[0].value = Value::Text("veel".into())), "- (either-side)");
    let one_unit = changed(|i| i.figures[1].unit = Some(Unit::PERCENT));
    assert_eq!(one_unit, "- (unit-not-stated)");
    assert_eq!(
        changed(|i| {
            i.unit = Some(Unit::COUNT);
            i.figures[1].unit = Some(Unit::PERCENT);
        }),
        "- (units-differ)"
    );
    assert_eq!(changed(|i| i.unplaced.push(beleid::Cell::new("12"))), "- (cells-not-placed)");
    assert_eq!(
        changed(|i| {
            i.figures[2] = figure("2016", Role::Target, beleid::Missing::NotYetKnown);
        }),
        "- (target-not-known)"
    );
    assert_eq!(
        changed(|i| i.figures[1].status = Status::BreakInSeries.into()),
        "- (break-in-series)"
    );
    assert_eq!(changed(|i| i.figures[0].status = Status::BreakInSeries.into()), "on-track");
    let as_printed = |reason: &str| format!("on-track..on-track ({reason})");
    let approximate = as_printed("approximate");
    assert_eq!(changed(|i| i.figures[0].status = Status::Approximate.into()), approximate);
    let estimated = as_printed("estimated");
    assert_eq!(changed(|i| i.figures[1].status = Status::Estimated.into()), estimated);
    assert_eq!(changed(|i| i.figures[2].status = Status::Approximate.into()), approximate);
    let earlier = as_printed("measured-earlier");
    assert_eq!(changed(|i| i.figures[1].dated = Some(period("2015"))), earlier);
    let mut provisional = usual();
    provisional.figures[1].status = Status::Provisional.into();
    assert_eq!(answer(&provisional, &municipal, "2016"), "on-track", "it is decided");
    assert!(provisional.evaluate_with(&municipal, period("2016"))[0].assessment.is_provisional);
}

#[test]
fn results_that_disagree_may_all_be_meant() {
    let mut figures = three(10, 13, 15);
    figures.push(figure("2016", Role::Realised, 14));
    let both = indicator(Some(Direction::Higher), figures.clone());
    assert_eq!(answer(&both, &municipal::method(), "2016"), "on-track");
    figures.push(figure("2016", Role::Realised, 9));
    let three = indicator(Some(Direction::Higher), figures);
    assert_eq!(answer(&three, &municipal::method(), "2016"), "on-track..not-nearer (either-side)");
}

#[test]
fn slices_are_assessed_each_with_its_own_target() {
    let sliced = |name: &str, figures: Vec<Figure>| {
        let part = Dimension::new(DimensionName::POPULATION, name).expect("it is a name");
        figures
            .into_iter()
            .map(move |figure| Figure { dimensions: [part.clone()].into(), ..figure })
    };
    let mut figures: Vec<_> = sliced("jongeren", three(10, 13, 15)).collect();
    figures.extend(sliced("ouderen", three(10, 9, 15)));
    figures.extend(sliced("Nederland", three(10, 13, 15)));
    let each = indicator(Some(Direction::Higher), figures);
    let told = answers(&each, &municipal::method(), "2016");
    assert_eq!(told, ["on-track", "not-nearer", "- (benchmark)"]);

    let mut figures: Vec<_> = sliced("jongeren", three(10, 13, 15)[..2].to_vec()).collect();
    figures.push(figure("2016", Role::Target, 15));
    let whole = indicator(Some(Direction::Higher), figures);
    let told = answers(&whole, &municipal::method(), "2016");
    assert_eq!(told, ["- (target-not-sliced)", "- (target-not-sliced)"]);
}

#[test]
fn each_measure_over_ranges_or_the_reason_why_not() {
    let range = |low: f64, high: f64| Range::between(low, high).expect("they are in order");
    let exact = |number: f64| Range::exactly(number).expect("it is finite");
    let above = Range::from(Bounds::more_than(110));
    let growth = Formula::Growth { limit: None };
    let near = Formula::Growth { limit: Some(500.0) };
    let cases: [(Formula, Range, Range, Range, &str); 16] = [
        (Formula::Attainment, exact(100.0), range(120.0, 150.0), exact(200.0), "0.2 to 0.5"),
        (Formula::Attainment, range(100.0, 120.0), exact(160.0), exact(200.0), "0.5 to 0.6"),
        (Formula::Attainment, range(100.0, 210.0), exact(160.0), exact(200.0), "either-side"),
        (Formula::Attainment, exact(100.0), above, exact(200.0), "more than 0.1"),
        (Formula::LinearPace, exact(100.0), range(120.0, 150.0), exact(200.0), "0.4 to 1"),
        (Formula::CompoundPace, exact(100.0), range(100.0, 121.0), exact(121.0), "0 to 2.049"),
        (Formula::CompoundPace, range(99.0, 100.0), exact(121.0), exact(200.0), "either-side"),
        (
            Formula::CompoundProjection,
            exact(100.0),
            range(110.0, 120.0),
            exact(200.0),
            "0.21 to 0.44",
        ),
        (Formula::Shortfall, exact(100.0), range(110.0, 120.0), exact(200.0), "0.75 to 0.889"),
        (Formula::Shortfall, exact(100.0), exact(110.0), range(120.0, 200.0), "0 to 0.889"),
        (growth, exact(100.0), range(100.0, 121.0), exact(0.0), "0 to 0.1"),
        (growth, range(-1.0, 1.0), exact(2.0), exact(0.0), "either-side"),
        (growth, exact(100.0), above, exact(0.0), "more than 0.049"),
        (near, range(100.0, 101.0), exact(121.0), exact(0.0), "either-side"),
        (Formula::CurrentStatus, range(150.0, 250.0), exact(160.0), exact(200.0), "either-side"),
        (Formula::ShareOfTarget, exact(1.0), above, exact(200.0), "more than 0.55"),
    ];
    let all = Bands::new(Band::new("any"), Vec::new()).unwrap();
    for (formula, base, current, target, expected) in cases {
        let step = Some(Step::new(formula, all.clone()));
        let is_free = matches!(formula, Formula::Growth { .. });
        let (with_target, without_target) = if is_free { (None, step) } else { (step, None) };
        let method = Method { with_target, without_target, ..Method::new("one", "1") };
        let series = Series::of_ranges([(2014.0, base), (2016.0, current)]).unwrap();
        let mut series = series.towards(Direction::Higher);
        if !is_free {
            series = series.with_aim(target, Some(2018.0));
        }
        let told = match method.apply(&series).value {
            Ok(range) => {
                let thousandth = |end: Option<f64>| end.map(|end| (end * 1000.0).round() / 1000.0);
                match (thousandth(range.low()), thousandth(range.high())) {
                    (Some(low), Some(high)) => format!("{low} to {high}"),
                    (Some(low), None) => format!("more than {low}"),
                    other => format!("{other:?}"),
                }
            }
            Err(why) => why.to_string(),
        };
        assert_eq!(told, expected, "{formula:?} of {base}, {current}, {target}");
    }
}

#[test]
fn methods_refuse_what_they_have_no_rule_for() {
    let free = || indicator(Some(Direction::Higher), three(10, 13, 15)[..2].to_vec());
    let told = |method: Method| answer(&free(), &method, "2016");
    assert_eq!(told(rotterdam::method()), "- (no-target)");
    assert_eq!(told(tola::method()), "- (no-target)");
    assert_eq!(told(destatis::method()), "- (too-few-measurements)");
    assert_eq!(told(open_sdg::method()), "- (one-measurement)", "2013 is before 2015");
    assert_eq!(told(municipal::method()), "better");
    assert_eq!(
        answer(&indicator(Some(Direction::Higher), Vec::new()), &eurostat::method(), "2016"),
        "- (no-data)"
    );
    let series = Series::new([(2015.0, 0.0), (2020.0, 3.0)]).unwrap().towards(Direction::Higher);
    let share = series.with_target(0.0, 2030.0).unwrap();
    assert_eq!(tola::method().apply(&share).value, Err(Reason::ZeroTarget));
}
