//! Which target counts for a period, and which results may be held against it: nothing of another
//! length of time, unless that doesn't matter.

use beleid::methods::{Standing, presets};
use beleid::{
    Accumulation, Direction, Evaluation, Figure, Indicator, Measure, Missing, Outcome, Period,
    Reference, Role, Status, Unit, Value,
};

use super::{answer, indicator, period, relative};
use beleid::Comparison;

fn figure(of: &str, role: Role, value: impl Into<Value>) -> Figure {
    let period = (!of.is_empty()).then(|| period(of));
    Figure::new(period, role, value)
}

fn target(of: &str, value: impl Into<Value>) -> Figure {
    figure(of, Role::Target, value)
}

fn result(of: &str, value: impl Into<Value>) -> Figure {
    figure(of, Role::Realised, value)
}

fn dated(figure: Figure, date: &str) -> Figure {
    Figure { dated: Some(period(date)), ..figure }
}

/// What an evaluation says, with its target, the result and how far it is.
fn told(indicator: &Indicator, at: &str) -> String {
    let evaluations = indicator.evaluate(period(at));
    let [evaluation] = &*evaluations else { panic!("{evaluations:?}") };
    let Evaluation { target, measured, to_go, pace, .. } = evaluation;
    let mut line = answer(evaluation);
    if let Some(target) = target {
        line += &format!("; target {}", target.value);
    }
    if let Some(measured) = measured {
        line += &format!("; measured {}", measured.value);
    }
    if let Some(to_go) = to_go {
        line += &format!("; {to_go} to go");
    }
    line + &format!(
        "; pace {pace}{}",
        evaluation.pace_reason.map_or(String::new(), |why| format!(" ({why})"))
    )
}

fn tell(figures: Vec<Figure>, at: &str) -> String {
    told(&indicator(figures), at)
}

/// What each preset says, the same of several together.
fn methods(indicator: &Indicator, at: &str) -> String {
    let mut told: Vec<(String, Vec<&str>)> = Vec::new();
    for (name, _) in presets::NAMES {
        let method = presets::named(name).unwrap();
        let assessed = &indicator.evaluate_with(&method, period(at))[0];
        let says = match assessed.assessment.standing {
            Standing::Certain(_) => assessed.class().unwrap().code.clone(),
            Standing::Either(_, _, why) => {
                let (low, high) = assessed.classes().unwrap();
                format!("{}..{} ({why})", low.code, high.code)
            }
            Standing::NoAnswer(why) => format!("no answer ({why})"),
        };
        match told.iter_mut().find(|(known, _)| *known == says) {
            Some((_, names)) => names.push(name),
            None => told.push((says, vec![name])),
        }
    }
    if let [(one, _)] = &told[..] {
        return one.clone();
    }
    let each = told.iter().map(|(says, names)| format!("{}: {says}", names.join(" ")));
    each.collect::<Vec<_>>().join("; ")
}

#[test]
fn a_later_target_is_not_due_yet() {
    // `100% in 2027` under *Beoogd 2017*.
    let figures = vec![
        result("2015", 40),
        result("2017", 50),
        dated(target("2017", Value::at_least(100)), "2027"),
    ];
    assert_eq!(
        tell(figures.clone(), "2017"),
        "not-applicable, not-due-yet; target ≥ 100; measured 50; at least 50 to go; pace on-track"
    );
    assert_eq!(
        tell(figures.clone(), "2027"),
        "undecided, not-measured; target ≥ 100; at least 50 to go; pace on-track"
    );
    let method = presets::municipal::method();
    let indicator = indicator(figures);
    let assessed = &indicator.evaluate_with(&method, period("2017"))[0];
    let english = assessed.explain(beleid::Language::English);
    assert!(english.contains("; the target is ≥ 100, for 2027 (not due yet)."), "{english}");
    let dutch = assessed.explain(beleid::Language::Dutch);
    assert!(dutch.contains("; het doel is ≥ 100, voor 2027 (nog niet aan de orde)."), "{dutch}");
    let at_its_date = &indicator.evaluate_with(&method, period("2027"))[0];
    assert!(
        at_its_date.explain(beleid::Language::English).contains("the target is ≥ 100, for 2027.")
    );
}

#[test]
fn which_target_counts() {
    let norm = |value: i32| figure("", Role::Norm, Value::at_least(value));
    let chosen = |figures: Vec<Figure>, at: &str| {
        let indicator = indicator(figures);
        let evaluation = &indicator.evaluate(period(at))[0];
        let value = |figure: &Figure| format!("{:?} {}", figure.role.unwrap(), figure.value);
        let told = evaluation.target.map_or("none".to_owned(), value);
        let found = indicator.target_for(period(at)).map_or("none".to_owned(), value);
        assert_eq!(told, found);
        match evaluation.reason {
            Some(reason) => format!("{told} ({reason})"),
            None => told,
        }
    };
    let all = || {
        vec![
            target("2024", 1),
            target("2022", 2),
            norm(3),
            target("", 4),
            target("2018..2020", 5),
            figure("2020", Role::Amended, 6),
            figure("2020", Role::Norm, 7),
            target("2020", 8),
        ]
    };
    let mut left = all();
    let mut found = Vec::new();
    while !left.is_empty() {
        found.push(chosen(left.clone(), "2020"));
        left.pop();
    }
    assert_eq!(
        found,
        [
            "Target 8 (not-measured)",
            "Norm 7 (not-measured)",
            "Amended 6 (not-measured)",
            "Target 5 (not-measured)",
            "Target 4 (not-measured)",
            "Norm ≥ 3 (not-measured)",
            "Target 2 (not-due-yet)",
            "Target 1 (not-due-yet)",
        ]
    );
    // In any order of the figures, which is no order of time.
    let mut turned = all();
    turned.reverse();
    assert_eq!(chosen(turned, "2020"), "Target 8 (not-measured)");
    // What a cell for the period says comes before what was budgeted, and a dash says nothing.
    let with = |missing: Missing, others: Vec<Figure>| {
        chosen([vec![target("2020", missing)], others].concat(), "2020")
    };
    let planned = || figure("2020", Role::Budgeted, 6);
    assert_eq!(with(Missing::NotApplicable, vec![planned()]), "none (target-not-applicable)");
    assert_eq!(with(Missing::NotYetKnown, vec![planned()]), "none (target-not-known)");
    assert_eq!(with(Missing::NotYetKnown, vec![target("2022", 2)]), "none (target-not-known)");
    assert_eq!(with(Missing::Unspecified, vec![planned()]), "Budgeted 6 (not-measured)");
    assert_eq!(with(Missing::Unspecified, vec![target("2022", 2)]), "Target 2 (not-due-yet)");
    let undated = |missing: Missing| chosen(vec![target("", missing), target("2022", 2)], "2020");
    assert_eq!(undated(Missing::NotYetKnown), "none (target-not-known)");
    assert_eq!(undated(Missing::Blank), "Target 2 (not-due-yet)");
    // Over several years: at the last of them, and at all of them.
    let years = || vec![target("2018..2020", 5), target("2022", 2)];
    assert_eq!(chosen(years(), "2018..2020"), "Target 5 (not-measured)");
    assert_eq!(chosen(years(), "2019"), "Target 5 (not-due-yet)");
    assert_eq!(chosen(years(), "2021"), "Target 2 (not-due-yet)");
    assert_eq!(chosen(vec![target("2018..2020", 5)], "2020-Q4"), "none (no-target)");
    // From a year on: not before it.
    let from = || vec![target("2019..", 5)];
    assert_eq!(chosen(from(), "2018"), "Target 5 (not-due-yet)");
    assert_eq!(chosen(from(), "2019"), "Target 5 (not-measured)");
    assert_eq!(chosen(from(), "2024-Q3"), "Target 5 (not-measured)");
    assert_eq!(chosen(vec![target("2019", 5)], "2020"), "none (no-target)", "it is over");
}

#[test]
fn a_norm_without_a_date_is_due_at_the_period_that_is_asked_for() {
    for role in [Role::Target, Role::Norm] {
        let norm = indicator(vec![
            result("2019", 8),
            result("2020", 9),
            figure("", role, Value::at_least(10)),
            target("2024", 20),
        ]);
        assert_eq!(
            told(&norm, "2020"),
            "missed; target ≥ 10; measured 9; at least 1 to go; pace off-track"
        );
        assert_eq!(
            methods(&norm, "2020"),
            "municipal: missed; destatis: no answer (too-few-measurements); escap: under-way; \
             eurostat: insufficient-progress; open-sdg: limited_progress; rotterdam: 80-to-100; \
             tola: on-target; un-progress-chart: fair-progress"
        );
    }
}

#[test]
fn nothing_is_held_against_another_length_of_time() {
    // A quarter's result and a target for the year.
    let quarter = |unit: Option<Unit>| {
        let mut indicator = indicator(vec![
            result("2019-Q1", 95),
            result("2020-Q1", 90),
            target("2020", Value::at_most(350)),
        ]);
        indicator.unit = unit;
        indicator
    };
    let of_counts = quarter(None);
    assert_eq!(
        told(&of_counts, "2020-Q1"),
        "not-applicable, not-due-yet; target ≤ 350; measured 90; pace unknown (covers-another-length)"
    );
    assert_eq!(methods(&of_counts, "2020-Q1"), "no answer (covers-another-length)");
    let of_shares = quarter(Some(Unit::PERCENT));
    assert!(!methods(&of_shares, "2020-Q1").contains("covers-another-length"));
    assert_eq!(
        told(&of_shares, "2020-Q1"),
        "not-applicable, not-due-yet; target ≤ 350; measured 90; 0 to go; pace on-track"
    );

    // A target for a quarter, and a result for the year.
    let year = indicator(vec![result("2020", 90), target("2020-Q4", Value::at_most(350))]);
    assert_eq!(
        told(&year, "2020-Q4"),
        "undecided, covers-another-length; target ≤ 350; pace unknown (covers-another-length)"
    );
    assert_eq!(methods(&year, "2020-Q4"), "no answer (covers-another-length)");

    // A school year and a calendar year.
    let school = indicator(vec![result("2019/20", 400), target("2020", Value::at_most(350))]);
    assert_eq!(
        told(&school, "2020"),
        "undecided, not-measured; target ≤ 350; pace unknown (covers-another-length)"
    );
    assert_eq!(methods(&school, "2020"), "no answer (covers-another-length)");

    // A year and a target over several.
    let term = |unit: Option<Unit>| {
        let mut indicator =
            indicator(vec![result("2023", 12), target("2020..2023", Value::more_than(10))]);
        indicator.unit = unit;
        indicator
    };
    assert_eq!(
        told(&term(None), "2023"),
        "undecided, covers-another-length; target > 10; measured 12; pace unknown (covers-another-length)"
    );
    assert_eq!(methods(&term(None), "2023"), "no answer (covers-another-length)");
    assert_eq!(
        told(&term(Some(Unit::PERCENT)), "2023"),
        "met; target > 10; measured 12; 0 to go; pace on-track"
    );
}

fn months(value: i32, leave_out: Option<u8>) -> Vec<Figure> {
    let kept = (1..=12_u8).filter(|month| Some(*month) != leave_out);
    kept.map(|month| result(&format!("2020-{month:02}"), value)).collect()
}

fn of(accumulation: Option<Accumulation>, figures: Vec<Figure>) -> Indicator {
    let mut indicator = indicator(figures);
    indicator.accumulation = accumulation;
    indicator
}

#[test]
fn parts_are_summed_where_they_add_up_and_are_all_there() {
    let aim = || target("2020", Value::at_least(100));
    let with =
        |accumulation, figures: Vec<Figure>| of(accumulation, [vec![aim()], figures].concat());
    let flow = Some(Accumulation::Flow);
    let nobody_knows = with(None, months(10, None));
    assert_eq!(
        told(&nobody_knows, "2020"),
        "undecided, covers-another-length; target ≥ 100; pace unknown (covers-another-length)"
    );
    assert_eq!(methods(&nobody_knows, "2020"), "no answer (covers-another-length)");
    let all = with(flow, months(10, None));
    assert_eq!(told(&all, "2020"), "met, summed; target ≥ 100; 0 to go; pace on-track");
    assert!(methods(&all, "2020").contains("rotterdam: met"), "{}", methods(&all, "2020"));
    let evaluations = all.evaluate(period("2020"));
    let summed = evaluations[0].summed.as_ref().unwrap();
    assert_eq!((summed.parts.len(), summed.sum.to_string()), (12, "120".to_owned()));
    assert_eq!(evaluations[0].last_known, None);
    for (left_out, expected) in [
        (3, "undecided, covers-another-length; target ≥ 100; pace unknown (covers-another-length)"),
        (12, "undecided, not-measured; target ≥ 100; pace unknown (covers-another-length)"),
    ] {
        let some = with(flow, months(10, Some(left_out)));
        assert_eq!(told(&some, "2020"), expected, "without month {left_out}");
        assert_eq!(methods(&some, "2020"), "no answer (covers-another-length)");
    }

    let told = |figures: Vec<Figure>| told(&with(flow, figures), "2020");
    let parts = |names: &[&str], value: i32| -> Vec<Figure> {
        names.iter().map(|name| result(name, value)).collect()
    };
    let quarters = ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"];
    assert_eq!(told(parts(&quarters, 25)), "met, summed; target ≥ 100; 0 to go; pace on-track");
    assert_eq!(
        told(parts(&quarters, 24)),
        "missed, summed; target ≥ 100; at least 4 to go; pace off-track"
    );
    assert_eq!(
        told(parts(&["2020-H2", "2020-H1"], 50)),
        "met, summed; target ≥ 100; 0 to go; pace on-track"
    );
    // A result for the whole comes before a sum.
    let whole = [parts(&quarters, 25), vec![result("2020", 99)]].concat();
    assert_eq!(told(whole), "missed; target ≥ 100; measured 99; at least 1 to go; pace off-track");
    // Halves and quarters that say different things.
    let both = |half| [parts(&quarters, 25), parts(&["2020-H1", "2020-H2"], half)].concat();
    assert_eq!(told(both(50)), "met, summed; target ≥ 100; 0 to go; pace on-track");
    let disagree = "undecided, results-disagree; target ≥ 100; pace unknown (results-disagree)";
    assert_eq!(told(both(51)), disagree);
    let twice = [parts(&quarters, 25), parts(&["2020-Q2"], 30)].concat();
    assert_eq!(told(twice), disagree);
    // A day is no part, and neither is what is missing.
    let dash = [parts(&quarters[..3], 25), vec![result("2020-Q4", Missing::Unspecified)]].concat();
    assert_eq!(
        told(dash),
        "undecided, not-measured; target ≥ 100; pace unknown (covers-another-length)"
    );
    // Bounds, doubts, breaks and units of the parts.
    let last = |last: Figure| [parts(&quarters[..3], 25), vec![last]].concat();
    let fourth = |value: Value| result("2020-Q4", value);
    assert_eq!(
        told(last(fourth(Value::at_least(30)))),
        "met, summed; target ≥ 100; 0 to go; pace on-track"
    );
    assert_eq!(
        told(last(fourth(Value::between(20, 30).unwrap()))),
        "undecided, either-side; target ≥ 100; pace unknown (either-side)"
    );
    assert_eq!(
        told(last(fourth(Value::Text("veel".to_owned())))),
        "undecided, not-comparable; target ≥ 100; pace unknown (not-comparable)"
    );
    let with_status = |status: Status| {
        let mut figure = fourth(25.into());
        figure.status.insert(status);
        figure
    };
    assert_eq!(
        told(last(with_status(Status::Estimated))),
        "undecided, estimated; if as printed: met; target ≥ 100; pace unknown (estimated)"
    );
    assert_eq!(
        told(last(with_status(Status::Provisional))),
        "met, provisional; target ≥ 100; 0 to go; pace on-track"
    );
    assert_eq!(
        told(last(with_status(Status::BreakInSeries))),
        "undecided, break-in-series; target ≥ 100; pace unknown (break-in-series)"
    );
    let in_euro = Figure { unit: Some(Unit::EURO), ..fourth(25.into()) };
    let in_percent = Figure { unit: Some(Unit::PERCENT), ..result("2020-Q1", 25) };
    let mixed = [vec![in_percent, in_euro.clone()], parts(&quarters[1..3], 25)].concat();
    assert_eq!(
        told(mixed),
        "undecided, covers-another-length; target ≥ 100; pace unknown (covers-another-length)",
        "shares don't add up"
    );
    let in_tonnes = Figure { unit: Some(Unit::TONNE), ..result("2020-Q1", 25) };
    let mixed = [vec![in_tonnes, in_euro], parts(&quarters[1..3], 25)].concat();
    assert_eq!(
        told(mixed),
        "undecided, unit-not-stated; target ≥ 100; pace unknown (unit-not-stated)"
    );
}

#[test]
fn years_and_other_periods_are_summed_as_well() {
    let flow = |aim: Figure, parts: &[&str]| {
        let figures = parts.iter().map(|part| result(part, 3)).collect::<Vec<_>>();
        of(Some(Accumulation::Flow), [vec![aim], figures].concat())
    };
    let years = ["2020", "2021", "2022", "2023"];
    let term = || target("2020..2023", Value::more_than(10));
    let met = "met, summed; target > 10; 0 to go; pace on-track";
    assert_eq!(told(&flow(term(), &years), "2023"), met);
    assert_eq!(told(&flow(term(), &years), "2020..2023"), met);
    assert_eq!(
        told(&flow(term(), &years[1..]), "2023"),
        "undecided, covers-another-length; target > 10; measured 3; pace unknown (covers-another-length)"
    );
    let months = ["2020-04", "2020-05", "2020-06"];
    assert_eq!(
        told(&flow(target("2020-Q2", Value::more_than(8)), &months), "2020-Q2"),
        met.replace("10", "8")
    );
    let quarters = ["2020-Q3", "2020-Q4"];
    assert_eq!(
        told(&flow(target("2020-H2", Value::more_than(8)), &quarters), "2020-H2"),
        "missed, summed; target > 8; more than 2 to go; pace off-track"
    );
}

#[test]
fn a_level_and_a_running_total_stand_for_the_period_that_they_end() {
    let figures = |value: i32| {
        vec![result("2020-Q3", 120), result("2020-Q4", value), target("2020", Value::at_least(100))]
    };
    for accumulation in [Accumulation::Level, Accumulation::RunningTotal] {
        let told = |value| told(&of(Some(accumulation), figures(value)), "2020");
        assert_eq!(told(100), "met; target ≥ 100; measured 100; 0 to go; pace on-track");
        assert_eq!(told(99), "missed; target ≥ 100; measured 99; at least 1 to go; pace off-track");
    }
    // Half-way a running total is no total, and a level is none of the end.
    let half_way = || vec![result("2020-Q2", 120), target("2020", Value::at_least(100))];
    assert_eq!(
        told(&of(Some(Accumulation::RunningTotal), half_way()), "2020"),
        "undecided, not-measured; target ≥ 100; pace unknown (covers-another-length)"
    );
    assert_eq!(
        told(&of(Some(Accumulation::Level), half_way()), "2020"),
        "undecided, not-measured; target ≥ 100; 0 to go; pace unknown (too-few-measurements)"
    );
    // What stands on its last day is how things stand at its end, but for what flows.
    let on_a_day = || vec![result("2020-12-31", 120), target("2020", Value::at_least(100))];
    assert_eq!(tell(on_a_day(), "2020"), "met; target ≥ 100; measured 120; 0 to go; pace on-track");
    assert_eq!(
        told(&of(Some(Accumulation::Flow), on_a_day()), "2020"),
        "undecided, covers-another-length; target ≥ 100; pace unknown (covers-another-length)"
    );
}

#[test]
fn what_is_measured_says_whether_its_length_matters() {
    let with = |measure: Option<Measure>, unit: Option<Unit>| {
        let mut indicator =
            indicator(vec![result("2020-Q4", 60), target("2020", Value::at_least(50))]);
        (indicator.measure, indicator.unit) = (measure, unit);
        indicator.evaluate(period("2020"))[0].outcome
    };
    let cases = [
        (None, None, false),
        (None, Some(Unit::PERCENT), true),
        (None, Some(Unit::PER_MILLE), true),
        (None, Some(Unit::EURO), false),
        (Some(Measure::Share), None, true),
        (Some(Measure::Rating), None, true),
        (Some(Measure::Quantity), None, false),
        (Some(Measure::Quantity), Some(Unit::PERCENT), false),
    ];
    for (measure, unit, expected) in cases {
        let is_decided = with(measure, unit.clone()) == Outcome::Met;
        assert_eq!(is_decided, expected, "{measure:?} {unit:?}");
    }
}

#[test]
fn a_baseline_is_known_by_the_end_of_the_period() {
    let below = || target("2019", relative(Comparison::MoreThan, Reference::Baseline));
    let baseline = |date: &str| dated(figure("", Role::Baseline, 40), date);
    let with = |date: &str| tell(vec![baseline(date), below(), result("2019", 50)], "2019");
    assert_eq!(
        with("2025"),
        "undecided, reference-not-known; target > the baseline; measured 50; \
         pace unknown (reference-not-known)"
    );
    let met = "met; target > the baseline; measured 50; 0 to go; pace on-track";
    assert_eq!(with("2015"), met);
    assert_eq!(with("2019-12-31"), met);
    // A method doesn't count from it either.
    let figures = |date: &str| {
        let aim = target("2019", Value::at_least(50));
        vec![baseline(date), result("2018", 45), result("2019", 48), aim]
    };
    let base = |date: &str| {
        let mut indicator = indicator(figures(date));
        indicator.direction = Some(Direction::Higher);
        let method = presets::escap::method();
        let assessed = &indicator.evaluate_with(&method, period("2019"))[0];
        assessed.assessment.base(&assessed.series).and_then(|base| base.value.exact())
    };
    assert_eq!(base("2025"), Some(45.0));
}

#[test]
fn a_period_itself_comes_before_what_ends_with_it() {
    // The year's result is the one for the year, though a quarter that ends with it begins later.
    let figures = vec![
        result("2019", 300),
        result("2020-Q4", 90),
        result("2020", 340),
        target("2020", Value::at_most(350)),
    ];
    assert_eq!(
        tell(figures.clone(), "2020"),
        "met; target ≤ 350; measured 340; 0 to go; pace on-track"
    );
    let indicator = indicator(figures);
    let method = presets::tola::method();
    let assessed = &indicator.evaluate_with(&method, period("2020"))[0];
    let last = assessed.series.points().last().and_then(|last| last.value.exact());
    assert_eq!(last, Some(340.0));
}

#[test]
fn a_result_is_not_compared_with_itself() {
    // Nothing is known of what comes before 2020.
    let figures = vec![
        result("2017", 10),
        result("2018", 12),
        target("2020", Value::Change(beleid::Change::Increase)),
    ];
    let indicator = indicator(figures);
    assert_eq!(
        told(&indicator, "2018"),
        "not-applicable, not-due-yet; target increase; measured 12; pace unknown (reference-not-known)"
    );
    assert!(methods(&indicator, "2018").contains("reference-not-known"));
}

/// The period for which all of this is asked.
#[test]
fn a_day_has_the_length_of_its_column() {
    let aim = |value: i32| dated(target("2020", Value::at_least(value)), "2020-12-31");
    let figures = vec![result("2018", 8), result("2019", 9), aim(10)];
    assert_eq!(
        tell(figures, "2019"),
        "not-applicable, not-due-yet; target ≥ 10; measured 9; at least 1 to go; pace on-track"
    );
    let at: Period = period("2020-12-31");
    assert!(indicator(vec![aim(10)]).evaluate(at)[0].target.is_some());
}
