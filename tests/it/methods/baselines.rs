//! A stated baseline counts as a measurement of its time does.

use beleid::methods::{Baseline, Method, presets};
use beleid::{Direction, Figure, Indicator, Role, Status, Unit};

use super::{answer, figure, indicator, period};

/// What sets out, one result, and a target, where lower is better.
fn falling(before: Vec<Figure>, last: i32) -> Indicator {
    let mut figures = before;
    figures.push(figure("2020", Role::Realised, last));
    figures.push(figure("2030", Role::Target, 2));
    indicator(Some(Direction::Lower), figures)
}

fn by(name: &str, indicator: &Indicator) -> String {
    answer(indicator, &presets::named(name).unwrap(), "2020")
}

#[test]
fn as_when_it_is_a_result() {
    for (name, _) in presets::NAMES {
        let stated = falling(vec![figure("2016", Role::Baseline, 10)], 4);
        let measured = falling(vec![figure("2016", Role::Realised, 10)], 4);
        let [of_stated, of_measured] = [&stated, &measured].map(|indicator| by(name, indicator));
        if *name == "destatis" {
            assert_eq!(of_stated, "- (takes-no-stated-baseline)");
            assert_eq!(of_measured, "- (too-few-measurements)");
        } else {
            assert_eq!(of_stated, of_measured, "{name}");
            assert!(!of_stated.starts_with('-'), "{name}: {of_stated}");
        }
        // Without a target as well.
        let [stated, measured] = [stated, measured].map(|mut indicator| {
            indicator.figures.pop();
            by(name, &indicator)
        });
        if *name != "destatis" {
            assert_eq!(stated, measured, "{name}");
        }
    }
}

#[test]
fn the_baseline_is_explained() {
    use beleid::Language;
    let stated = falling(vec![figure("2016", Role::Baseline, 10)], 4);
    let method = presets::eurostat::method();
    let told = stated.evaluate_with(&method, period("2020"))[0].explain(Language::English);
    assert!(told.contains("It set out from 10 in 2016 and was 4 in 2020"), "{told}");
    let method = presets::destatis::method();
    let told = |language| stated.evaluate_with(&method, period("2020"))[0].explain(language);
    assert!(
        told(Language::English)
            .contains("no answer, since the method does not count from a stated baseline."),
        "{}",
        told(Language::English)
    );
    assert!(
        told(Language::Dutch)
            .contains("geen oordeel, want de methode rekent niet vanaf een opgegeven nulwaarde."),
        "{}",
        told(Language::Dutch)
    );
}

#[test]
fn each_rule_chooses_among_both() {
    let at = period;
    let first = || figure("2013", Role::Realised, 12);
    let cases = [
        // rule, stated baseline of, which one it counts from
        (Baseline::First, "2016", Ok(2013.0)),
        (Baseline::First, "2010", Ok(2010.0)),
        (Baseline::First, "2013", Ok(2013.0)),
        (Baseline::Stated, "2016", Ok(2016.0)),
        (Baseline::NextAfter(at("2015")), "2016", Ok(2016.0)),
        (Baseline::NextAfter(at("2015")), "2014", Err("- (one-measurement)")),
        (Baseline::NextAfter(at("2012")), "2016", Ok(2013.0)),
        (Baseline::Exact(at("2016")), "2016", Ok(2016.0)),
        (Baseline::Exact(at("2015")), "2016", Err("- (no-baseline)")),
        (Baseline::Nearest(at("2015")), "2016", Ok(2016.0)),
        (Baseline::Nearest(at("2014")), "2016", Ok(2013.0)),
        // The nearest one is the last result.
        (Baseline::Nearest(at("2019")), "2016", Err("- (one-measurement)")),
        (Baseline::Run { least: 2, most: 6 }, "2016", Err("- (takes-no-stated-baseline)")),
    ];
    for (rule, stated, expected) in cases {
        let indicator = falling(vec![first(), figure(stated, Role::Baseline, 10)], 4);
        let method = Method { baseline: rule, ..presets::eurostat::method() };
        let assessed = &indicator.evaluate_with(&method, period("2020"))[0];
        match expected {
            Ok(year) => {
                let base = assessed.assessment.base(&assessed.series);
                assert_eq!(base.map(|base| base.at), Some(year), "{rule:?} {stated}");
            }
            Err(told) => assert_eq!(answer(&indicator, &method, "2020"), told, "{rule:?} {stated}"),
        }
    }
}

#[test]
fn a_baseline_that_can_not_be_used_says_why() {
    let undated = falling(vec![Figure::new(None, Role::Baseline, 10)], 4);
    assert_eq!(by("eurostat", &undated), "- (no-baseline-date)");
    assert_eq!(by("municipal", &undated), "- (no-baseline-date)");
    // The share of the way takes no time, but whether it is from 2015 on is not known.
    assert_eq!(by("escap", &undated), "- (no-baseline-date)");
    let mut first = presets::escap::method();
    first.baseline = Baseline::First;
    assert_eq!(answer(&undated, &first, "2020"), "under-way");
    let mut other = falling(vec![figure("2016", Role::Baseline, 10)], 4);
    other.unit = Some(Unit::COUNT);
    other.figures[0].unit = Some(Unit::PERCENT);
    assert_eq!(by("eurostat", &other), "- (units-differ)");
    let later = falling(vec![figure("2021", Role::Baseline, 10)], 4);
    assert_eq!(by("eurostat", &later), "- (one-measurement)", "it is from after the last result");
    let mut broken = falling(vec![figure("2016", Role::Baseline, 10)], 4);
    broken.figures[1].status = Status::BreakInSeries.into();
    assert_eq!(by("eurostat", &broken), "- (break-in-series)");
}

#[test]
fn how_far_it_is_as_a_number() {
    let progress = |indicator: &Indicator| {
        indicator
            .progress(period("2020"))
            .map(|share| share.to_string())
            .map_err(beleid::Reason::code)
    };
    let stated = falling(vec![figure("2016", Role::Baseline, 10)], 4);
    assert_eq!(progress(&stated), Ok("0.75".to_owned()));
    let mut unknown = stated.clone();
    unknown.direction = None;
    assert_eq!(progress(&unknown), Ok("0.75".to_owned()), "it needs no direction");
    let mut bounds = stated.clone();
    bounds.figures[1].value = beleid::Value::at_most(4);
    assert_eq!(progress(&bounds), Ok("at least 0.75".to_owned()));
    let mut approximate = stated.clone();
    approximate.figures[1].status = Status::Approximate.into();
    assert_eq!(progress(&approximate), Err("approximate"));
    let mut two = stated.clone();
    two.figures.push(figure("2030", Role::Target, 3));
    assert_eq!(progress(&two), Ok("0.75 to 0.8571428571428571".to_owned()));
    let mut within = unknown.clone();
    within.figures[2].value =
        beleid::Value::Between(beleid::Interval::new(2, 3).expect("it is one"));
    assert_eq!(progress(&within), Err("direction-unknown"));
    let alone = falling(Vec::new(), 4);
    assert_eq!(progress(&alone), Err("one-measurement"));
    let mut no_target = stated.clone();
    no_target.figures.pop();
    assert_eq!(progress(&no_target), Err("no-target"));
    let wrong = falling(vec![figure("2016", Role::Baseline, 1)], 4);
    assert_eq!(progress(&wrong), Err("baseline-meets-target"));
    let same = falling(vec![figure("2016", Role::Baseline, 2)], 4);
    assert_eq!(progress(&same), Err("base-equals-target"));
}

#[test]
fn equal_values_are_met_whichever_way_is_better() {
    let of = |last: i32, target: i32, name: &str| {
        let indicator = indicator(
            None,
            vec![
                figure("2015", Role::Realised, 10),
                figure("2017", Role::Realised, last),
                figure("2017", Role::Target, target),
            ],
        );
        let outcome = indicator.evaluate(period("2017"))[0].outcome.to_string();
        (outcome, answer(&indicator, &presets::named(name).unwrap(), "2017"))
    };
    let cases = [
        ("municipal", "met"),
        ("rotterdam", "met"),
        ("escap", "achieved"),
        ("un-progress-chart", "on-track-or-met"),
        ("open-sdg", "target_achieved"),
        ("tola", "on-target"),
        ("destatis", "- (too-few-measurements)"),
        // Growth to the target, or away from it.
        ("eurostat", "- (direction-unknown)"),
    ];
    for (name, expected) in cases {
        assert_eq!(of(15, 15, name), ("met".to_owned(), expected.to_owned()), "{name}");
        let (outcome, told) = of(14, 15, name);
        assert_eq!(outcome, "undecided");
        assert!(told.starts_with('-'), "{name}: {told}");
    }
    // A comparator says which way is better.
    let strict = indicator(
        None,
        vec![
            figure("2017", Role::Realised, 12),
            figure("2017", Role::Target, beleid::Value::more_than(15)),
        ],
    );
    for (name, expected) in [("rotterdam", "80-to-100"), ("tola", "behind")] {
        assert_eq!(answer(&strict, &presets::named(name).unwrap(), "2017"), expected);
    }
}
