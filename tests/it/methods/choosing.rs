//! Which figures a method counts from and to.

use beleid::methods::presets::{eurostat, municipal, open_sdg, rotterdam};
use beleid::methods::{Baseline, Class, Formula, Method, Series, Standing, presets};
use beleid::{Direction, Figure, Reason, Role, Value};

use super::{answer, figure, indicator, period};

#[test]
fn baselines_are_chosen_by_their_rule() {
    let years = [2010.0, 2013.0, 2016.0, 2017.0, 2018.0];
    let at = |text: &str| period(text);
    let cases = [
        (Baseline::First, Ok(0)),
        (Baseline::Stated, Ok(0)),
        (Baseline::Exact(at("2013")), Ok(1)),
        (Baseline::Exact(at("2014")), Err(Reason::NoBaseline)),
        (Baseline::NextAfter(at("2013")), Ok(1)),
        (Baseline::NextAfter(at("2014")), Ok(2)),
        (Baseline::NextAfter(at("2019")), Err(Reason::NoBaseline)),
        (Baseline::NextAfter(at("2019..")), Err(Reason::NoBaseline)),
        (Baseline::Nearest(at("2014")), Ok(1)),
        (Baseline::Nearest(at("2015")), Ok(2)),
        (Baseline::Nearest(at("1900")), Ok(0)),
        (Baseline::Run { least: 2, most: 6 }, Ok(2)),
        (Baseline::Run { least: 2, most: 2 }, Ok(3)),
        (Baseline::Run { least: 4, most: 6 }, Err(Reason::GapInYears)),
        (Baseline::Run { least: 6, most: 6 }, Err(Reason::TooFewMeasurements)),
        (Baseline::Run { least: 0, most: 0 }, Ok(4)),
    ];
    for (baseline, expected) in cases {
        assert_eq!(baseline.choose(&years), expected, "{baseline:?}");
        assert_eq!(baseline.choose(&[]), Err(Reason::NoData), "{baseline:?}");
    }
    // Of two that are as near, the earlier.
    assert_eq!(Baseline::Nearest(at("2012")).choose(&[2010.0, 2014.0]), Ok(0));
}

#[test]
fn a_stated_baseline_comes_before_the_first_result() {
    let results = || {
        vec![
            figure("2013", Role::Realised, 10),
            figure("2016", Role::Realised, 13),
            figure("2019", Role::Target, 16),
        ]
    };
    let method = municipal::method();
    let base = |figures: Vec<Figure>| {
        let indicator = indicator(Some(Direction::Higher), figures);
        let assessed = &indicator.evaluate_with(&method, period("2016"))[0];
        let base =
            assessed.assessment.base(&assessed.series).map(|base| (base.at, base.value.exact()));
        (base, answer(&indicator, &method, "2016"))
    };
    assert_eq!(base(results()), (Some((2013.0, Some(10.0))), "on-track".to_owned()));
    let mut stated = results();
    stated.push(figure("2014", Role::Baseline, 12));
    assert_eq!(base(stated), (Some((2014.0, Some(12.0))), "behind".to_owned()));
    let mut undated = results();
    undated.push(Figure::new(None, Role::Baseline, 12));
    assert_eq!(base(undated).1, "- (no-baseline-date)");
    let mut two = results();
    two.push(figure("2014", Role::Baseline, 12));
    two.push(figure("2014", Role::Baseline, 11));
    assert_eq!(base(two).1, "- (references-disagree)");
}

#[test]
fn targets_are_those_of_an_evaluation() {
    let with = |targets: &[(&str, Role, i32)]| {
        let mut figures =
            vec![figure("2013", Role::Realised, 10), figure("2016", Role::Realised, 13)];
        figures.extend(targets.iter().map(|(at, role, value)| figure(at, *role, *value)));
        indicator(Some(Direction::Higher), figures)
    };
    let aim = |targets: &[(&str, Role, i32)]| {
        let method = municipal::method();
        let indicator = with(targets);
        let assessed = &indicator.evaluate_with(&method, period("2016"))[0];
        assessed.series.target().and_then(|target| target.aim.exact())
    };
    let (target, budgeted, expected) = (Role::Target, Role::Budgeted, Role::Expected);
    assert_eq!(aim(&[("2020", target, 20), ("2018", target, 18)]), Some(18.0), "the next one");
    assert_eq!(aim(&[("2018", target, 18), ("2016", target, 16)]), Some(16.0), "the one for now");
    assert_eq!(aim(&[("2016", budgeted, 15), ("2018", target, 18)]), Some(15.0));
    assert_eq!(aim(&[("2015", target, 15)]), None, "that is over");
    assert_eq!(aim(&[("2018", expected, 15)]), None, "an expectation is no target");
    assert_eq!(answer(&with(&[("2015", target, 15)]), &municipal::method(), "2016"), "better");
    let mut standing = with(&[]);
    standing.figures.push(Figure::new(None, target, 15));
    // What has no date is to be reached by the end of the period that is asked for.
    assert_eq!(answer(&standing, &municipal::method(), "2016"), "missed");
    assert_eq!(answer(&standing, &rotterdam::method(), "2016"), "80-to-100");
}

#[test]
fn later_results_have_no_part_in_it() {
    let figures = vec![
        figure("2013", Role::Realised, 10),
        figure("2016", Role::Realised, 13),
        figure("2018", Role::Realised, 1),
        figure("2019", Role::Target, 15),
    ];
    let indicator = indicator(Some(Direction::Higher), figures);
    assert_eq!(answer(&indicator, &municipal::method(), "2016"), "on-track");
    assert_eq!(answer(&indicator, &municipal::method(), "2018"), "not-nearer");
    assert_eq!(answer(&indicator, &municipal::method(), "2013"), "- (one-measurement)");
}

#[test]
fn at_its_date_a_target_is_met_or_missed() {
    let at = |last: i32, target: Value| {
        let figures = vec![
            figure("2013", Role::Realised, 10),
            figure("2016", Role::Realised, last),
            figure("2016", Role::Target, target),
        ];
        answer(&indicator(Some(Direction::Higher), figures), &municipal::method(), "2016")
    };
    assert_eq!(at(15, 15.into()), "met");
    assert_eq!(at(14, 15.into()), "missed");
    assert_eq!(at(15, Value::more_than(15)), "missed", "15 is not more than 15");
}

#[test]
fn directions_turn_the_answer_around() {
    let figures = |direction| {
        let figures = vec![
            figure("2015", Role::Realised, 100),
            figure("2020", Role::Realised, 90),
            figure("2030", Role::Target, if direction == Direction::Higher { 140 } else { 60 }),
        ];
        indicator(Some(direction), figures)
    };
    let told = |direction, method| answer(&figures(direction), &method, "2020");
    assert_eq!(told(Direction::Lower, eurostat::method()), "moderate-progress");
    assert_eq!(told(Direction::Higher, eurostat::method()), "movement-away");
    assert_eq!(told(Direction::Lower, open_sdg::method()), "moderate_progress");
    assert_eq!(told(Direction::Higher, open_sdg::method()), "deterioration");
    assert_eq!(told(Direction::Lower, municipal::method()), "behind");
    assert_eq!(told(Direction::Higher, municipal::method()), "not-nearer");
}

#[test]
fn growth_of_what_is_negative_goes_the_desired_way() {
    let series = |values: [f64; 2], direction| {
        Series::new([(2015.0, values[0]), (2020.0, values[1])]).unwrap().towards(direction)
    };
    let growth = |values, direction| {
        let value = open_sdg::method().apply(&series(values, direction)).value;
        value.map(|value| (value.exact().unwrap() * 1000.0).round() / 1000.0)
    };
    assert_eq!(growth([-10.0, -5.0], Direction::Higher), Ok(0.129), "nearer to 0 is higher");
    assert_eq!(growth([-10.0, -5.0], Direction::Lower), Ok(-0.129));
    assert_eq!(growth([10.0, 5.0], Direction::Lower), Ok(0.129));
    assert_eq!(growth([0.0, 5.0], Direction::Higher), Err(Reason::ZeroBase));
    assert_eq!(growth([5.0, 0.0], Direction::Lower), Err(Reason::ToZero));
    assert_eq!(growth([-5.0, 5.0], Direction::Higher), Err(Reason::SignChange));
    assert_eq!(growth([1e-300, 1e300], Direction::Higher), Err(Reason::OutOfRange));
    assert!(growth([f64::MIN_POSITIVE, 1.0], Direction::Higher).is_ok());
}

#[test]
fn presets_can_give_answers_and_are_found_by_name() {
    for (name, about) in presets::NAMES {
        let method = presets::named(name).expect("it is there");
        assert_eq!(method.check(), Ok(()), "{name}");
        assert!(!about.is_empty() && !method.version.is_empty(), "{name}");
        let steps = [&method.with_target, &method.without_target];
        for band in steps.into_iter().flatten().flat_map(|step| step.bands.iter()) {
            assert!(band.labels.contains_key("nl") && band.labels.contains_key("en"), "{band:?}");
        }
    }
    assert_eq!(presets::named("Municipal"), None);
}

#[test]
fn methods_are_checked() {
    let error = |method: Method| method.check().unwrap_err().to_string();
    assert_eq!(error(Method::new(" ", "1")), "a method needs a name");
    assert_eq!(
        error(Method::new("ours", "1")),
        "a method needs a step with a target or one without"
    );
    let mut wrong = municipal::method();
    wrong.without_target = wrong.with_target.clone();
    assert_eq!(error(wrong), "the step without a target has a formula that needs a target");
    let mut wrong = open_sdg::method();
    wrong.when_met.as_mut().unwrap().score = Some(f64::NAN);
    assert_eq!(error(wrong), "a cut of the bands or a point of the score is not a finite number");
    assert_eq!(
        open_sdg::near_limit(f64::INFINITY).unwrap_err().to_string(),
        "a cut of the bands or a point of the score is not a finite number"
    );
    // A rule that can't be is refused where it is applied too.
    let mut wrong = municipal::method();
    wrong.without_target = wrong.with_target.clone();
    let series = Series::new([(2015.0, 1.0), (2016.0, 2.0)]).unwrap().towards(Direction::Higher);
    assert_eq!(wrong.apply(&series).standing, Standing::NoAnswer(Reason::NoTarget));
    assert_eq!(wrong.band(Class::WithTarget(99)), None);
    assert_eq!(wrong.with_target.unwrap().formula, Formula::Shortfall);
}

/// The bands of each preset, each with a number below, at and above every cut.
#[test]
fn cuts_are_those_that_are_published() {
    let just = 1e-12;
    let cases = [
        ("municipal", true, 0.05, "on-track nearly nearly"),
        ("municipal", true, 0.2, "nearly nearly behind"),
        ("municipal", true, 1.0, "behind not-nearer not-nearer"),
        ("destatis", true, 0.05, "sun sun-cloud sun-cloud"),
        ("destatis", true, 0.2, "sun-cloud sun-cloud cloud"),
        ("destatis", true, 1.0, "cloud thunderstorm thunderstorm"),
        ("destatis", false, 0.5, "thunderstorm cloud cloud"),
        ("destatis", false, 1.5, "cloud sun-cloud sun-cloud"),
        ("destatis", false, 2.5, "sun-cloud sun sun"),
        ("escap", true, 0.0, "regression under-way under-way"),
        ("escap", true, 10.0, "under-way achieved achieved"),
        ("eurostat", true, 0.0, "movement-away insufficient-progress insufficient-progress"),
        ("eurostat", true, 0.6, "insufficient-progress moderate-progress moderate-progress"),
        ("eurostat", true, 0.95, "moderate-progress significant-progress significant-progress"),
        (
            "eurostat",
            false,
            -0.01,
            "significant-movement-away moderate-movement-away moderate-movement-away",
        ),
        ("eurostat", false, 0.0, "moderate-movement-away moderate-progress moderate-progress"),
        ("eurostat", false, 0.01, "moderate-progress significant-progress significant-progress"),
        ("open-sdg", true, 0.0, "deterioration limited_progress limited_progress"),
        ("open-sdg", true, 0.6, "limited_progress moderate_progress moderate_progress"),
        ("open-sdg", true, 0.95, "moderate_progress substantial_progress substantial_progress"),
        ("open-sdg", false, 0.005, "limited_progress moderate_progress moderate_progress"),
        ("open-sdg", false, 0.015, "moderate_progress substantial_progress substantial_progress"),
        ("rotterdam", true, 0.8, "below-80 80-to-100 80-to-100"),
        ("tola", true, 0.85, "behind on-target on-target"),
        ("tola", true, 1.15, "on-target on-target ahead"),
        ("un-progress-chart", true, 0.1, "stagnation fair-progress fair-progress"),
        ("un-progress-chart", true, 0.95, "fair-progress on-track-or-met on-track-or-met"),
        ("un-progress-chart", false, 0.005, "stagnation fair-progress fair-progress"),
        ("un-progress-chart", false, 0.02, "fair-progress on-track-or-met on-track-or-met"),
    ];
    for (name, has_target, cut, expected) in cases {
        let method = presets::named(name).unwrap();
        let step = if has_target { method.with_target } else { method.without_target };
        let bands = step.unwrap().bands;
        let around = [cut - just, cut, cut + just].map(|number| bands.of(number).code.clone());
        assert_eq!(around.join(" "), expected, "{name} at {cut}");
    }
}

#[test]
fn plain_series_are_met_by_all_of_their_numbers_or_none() {
    let told = |low: f64, high: f64, target: f64, direction| {
        let current = beleid::methods::Range::between(low, high).unwrap();
        let base = beleid::methods::Range::exactly(10.0).unwrap();
        let series = Series::of_ranges([(2015.0, base), (2016.0, current)]).unwrap();
        let series = series.towards(direction).with_target(target, 2016.0).unwrap();
        let method = municipal::method();
        match method.apply(&series).standing {
            Standing::Certain(class) => method.band(class).unwrap().code.clone(),
            Standing::Either(low, high, _) => {
                format!("{}..{}", method.band(low).unwrap().code, method.band(high).unwrap().code)
            }
            Standing::NoAnswer(why) => why.to_string(),
        }
    };
    let (higher, lower, within) = (Direction::Higher, Direction::Lower, Direction::Within);
    assert_eq!(told(15.0, 16.0, 15.0, higher), "met");
    assert_eq!(told(14.0, 16.0, 15.0, higher), "missed..met");
    assert_eq!(told(13.0, 14.0, 15.0, higher), "missed");
    assert_eq!(told(4.0, 5.0, 5.0, lower), "met");
    assert_eq!(told(4.0, 6.0, 5.0, lower), "missed..met");
    assert_eq!(told(6.0, 7.0, 5.0, lower), "missed");
    assert_eq!(told(5.0, 5.0, 5.0, within), "met");
    assert_eq!(told(4.0, 6.0, 5.0, within), "missed..met");
    assert_eq!(told(6.0, 7.0, 5.0, within), "missed");
}
