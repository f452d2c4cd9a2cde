//! The reasons that are given are the true ones.

use beleid::methods::{Formula, Item, Method, Rollup, RollupRule, Series, Step, presets};
use beleid::{
    Bounds, Change, Comparison, Direction, Figure, Indicator, Interval, Language, Reason,
    Reference, Role, Unit, Value,
};

use super::{answer, figure, indicator, period};

fn told(indicator: &Indicator, name: &str, language: Language) -> String {
    let method = presets::named(name).unwrap();
    indicator.evaluate_with(&method, period("2017"))[0].explain(language)
}

fn fires(direction: Option<Direction>, targets: Vec<Value>) -> Indicator {
    let mut figures =
        vec![figure("2016", Role::Realised, 145), figure("2017", Role::Realised, 119)];
    let target = |value| figure("2018", Role::Target, value);
    figures.extend(targets.into_iter().map(target));
    indicator(direction, figures)
}

#[test]
fn a_target_that_is_printed_is_told() {
    let unknown = fires(None, vec![90.into()]);
    assert_eq!(
        told(&unknown, "municipal", Language::Dutch),
        "Leden, volgens de methode municipal (versie 1): geen oordeel, want het is niet bekend of \
         hoger of lager beter is. Het was 119 in 2017; het doel is 90, voor 2018 (nog niet aan de orde)."
    );
    assert!(
        told(&unknown, "escap", Language::English)
            .ends_with("; the target is 90, for 2018 (not due yet).")
    );
    let none = fires(None, Vec::new());
    assert!(
        told(&none, "escap", Language::English).ends_with("there is no target to compute with.")
    );
}

#[test]
fn between_two_numbers_it_is_met_whichever_way_is_better() {
    let within =
        |low: i32, high: i32| fires(None, vec![Value::Between(Interval::new(low, high).unwrap())]);
    let by = |low, high, name| answer(&within(low, high), &presets::named(name).unwrap(), "2017");
    assert_eq!(by(110, 120, "municipal"), "met");
    assert_eq!(by(110, 120, "escap"), "achieved");
    assert_eq!(by(110, 120, "eurostat"), "- (direction-unknown)");
    // Below may be better than within.
    assert_eq!(by(120, 130, "municipal"), "- (direction-unknown)");
    assert_eq!(
        told(&within(110, 120), "municipal", Language::Dutch),
        "Leden, volgens de methode municipal (versie 1): gehaald. Het begon met 145 in 2016 en was 119 \
         in 2017; het doel is 110–120, voor 2018 (nog niet aan de orde)."
    );
    assert!(
        told(&within(120, 130), "municipal", Language::Dutch).ends_with(
            "Het was 119 in 2017; het doel is 120–130, voor 2018 (nog niet aan de orde)."
        )
    );
}

#[test]
fn targets_that_differ_are_both_told() {
    let two = |direction| fires(direction, vec![90.into(), 130.into()]);
    assert_eq!(
        told(&two(None), "municipal", Language::Dutch),
        "Leden, volgens de methode municipal (versie 1): geen oordeel, want twee doelen verschillen. \
         Het was 119 in 2017; het doel is 90 of 130, voor 2018 (nog niet aan de orde)."
    );
    let english = told(&two(Some(Direction::Lower)), "municipal", Language::English);
    assert!(
        english.contains("two targets differ") && english.contains("is 90 or 130, for 2018"),
        "{english}"
    );
}

#[test]
fn relative_targets_are_told_in_dutch() {
    let relative = |value| {
        let mut indicator = fires(Some(Direction::Higher), vec![value]);
        indicator.unit = Some(Unit::COUNT);
        let told = told(&indicator, "municipal", Language::Dutch);
        told.split("het doel is ")
            .last()
            .unwrap_or_default()
            .split(", voor")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let of_2016 = || Reference::Period(period("2016"));
    let more = Value::Relative { comparison: Comparison::MoreThan, to: of_2016() };
    let by =
        |direction, to| Value::ChangeBy { direction, by: 5.into(), unit: Some(Unit::PERCENT), to };
    assert_eq!(relative(more), "> het resultaat van 2016");
    assert_eq!(relative(Value::Change(Change::Increase)), "toename");
    assert_eq!(relative(by(Change::Increase, None)), "toename van 5 %");
    assert_eq!(
        relative(by(Change::Decrease, Some(of_2016().into()))),
        "afname van 5 % ten opzichte van het resultaat van 2016"
    );
}

#[test]
fn less_is_no_share_of_a_target() {
    let lower = |last: i32| {
        let mut indicator = fires(None, vec![Value::at_most(100)]);
        indicator.figures[1].value = last.into();
        [Language::Dutch, Language::English].map(|language| {
            let told = told(&indicator, "tola", language);
            told.rsplit_once(").").map(|(_, rest)| rest.trim().to_owned()).unwrap()
        })
    };
    assert_eq!(
        lower(110),
        [
            "Dat is 10 % van het doel ernaast, wat telt als 90 %.",
            "That is off by 10 % of the target, which counts as 90 %.",
        ]
    );
    assert_eq!(
        lower(80),
        [
            "Dat is 20 % van het doel aan de goede kant ervan, wat telt als 120 %.",
            "That is 20 % of the target on its good side, which counts as 120 %.",
        ]
    );
    assert_eq!(lower(100)[0], "Dat is precies het getal van het doel.");
    let higher = fires(Some(Direction::Higher), vec![Value::at_least(238)]);
    assert!(told(&higher, "tola", Language::Dutch).ends_with("Dat is 50 % van het doel."));
}

#[test]
fn nearly_enough_counts_as_on_track() {
    let mut nearly = fires(None, vec![Value::at_most(100)]);
    nearly.figures[0].value = 200.into();
    nearly.figures[1].value = 151.into();
    assert!(told(&nearly, "municipal", Language::Dutch).ends_with(
        "en wordt het doel gemist met 3,92 % van wat er nog te gaan is (51); minder dan 5 % telt als op koers."
    ), "{}", told(&nearly, "municipal", Language::Dutch));
    nearly.figures[1].value = 155.into();
    assert!(told(&nearly, "municipal", Language::English).ends_with("of what is left to go (55)."));
}

#[test]
fn no_number_is_a_question_mark() {
    let mut figures = vec![
        figure("2015", Role::Realised, Value::more_than(150)),
        figure("2016", Role::Realised, Value::more_than(140)),
        figure("2017", Role::Realised, 119),
    ];
    let rising = indicator(Some(Direction::Lower), figures.clone());
    let dutch = told(&rising, "municipal", Language::Dutch);
    assert!(
        dutch.ends_with(
            "is het teken van de veranderingen (3 als beide goed gaan, 0 als geen van beide) 3."
        ),
        "{dutch}"
    );
    figures.push(figure("2018", Role::Target, Value::at_most(100)));
    for (name, _) in presets::NAMES {
        for language in [Language::Dutch, Language::English] {
            let told = told(&indicator(None, figures.clone()), name, language);
            assert!(!told.contains('?'), "{told}");
        }
    }
}

#[test]
fn what_is_from_before_the_goals_is_not_counted() {
    let mut figures: Vec<Figure> =
        (2012..=2014).map(|year| figure(&year.to_string(), Role::Realised, year - 2000)).collect();
    figures.push(figure("2017", Role::Realised, 15));
    figures.push(figure("2018", Role::Target, Value::at_least(20)));
    let mut early = indicator(None, figures);
    assert!(
        told(&early, "eurostat", Language::Dutch)
            .contains("want vanaf 2015 is er maar één meting.")
    );
    assert!(
        told(&early, "eurostat", Language::English)
            .contains("since there is one measurement from 2015 on.")
    );
    early.figures.drain(..3);
    assert!(told(&early, "eurostat", Language::Dutch).contains("want er is maar één meting."));
}

#[test]
fn a_method_without_scores_says_so() {
    let municipal = presets::municipal::method();
    let fires = fires(None, vec![Value::at_most(100)]);
    let assessed = fires.evaluate_with(&municipal, period("2017"));
    for rule in [RollupRule::Mean, RollupRule::Worst, RollupRule::MeanOfMeans] {
        let items = assessed.iter().map(|assessed| Item::from(&assessed.assessment));
        assert_eq!(Rollup::of(&municipal, items, rule).value, Err(Reason::NoScores));
        assert_eq!(Rollup::of(&municipal, [], rule).value, Err(Reason::NoData));
    }
    assert_eq!(Reason::NoScores.text(Language::English), "the method has no scores");
}

#[test]
fn series_are_refused_for_what_is_wrong() {
    let refused = |points: [(f64, f64); 2]| Series::new(points).unwrap_err();
    assert_eq!(refused([(2015.0, f64::NAN), (2016.0, 1.0)]), Reason::NotANumber);
    assert_eq!(refused([(f64::NAN, 1.0), (2016.0, 1.0)]), Reason::NotANumber);
    assert_eq!(refused([(2015.0, f64::INFINITY), (2016.0, 1.0)]), Reason::OutOfRange);
    assert_eq!(refused([(2015.0, 1.0), (2015.0, 2.0)]), Reason::RepeatedTime);
    let open = Series::of_ranges([(f64::NAN, Bounds::more_than(1).into())]);
    assert_eq!(open.unwrap_err(), Reason::NotANumber);
}

#[test]
fn a_method_holds_no_nan() {
    let series = Series::new([(2015.0, 1.0), (2020.0, 3.0)]).unwrap().towards(Direction::Higher);
    let aimed = series.clone().with_target(2.0, 2030.0).unwrap();
    for number in [f64::NAN, f64::INFINITY] {
        let mut method = presets::open_sdg::method();
        method.when_met.as_mut().unwrap().score = Some(number);
        let assessment = method.apply(&aimed);
        assert_eq!(assessment.standing, beleid::methods::Standing::NoAnswer(Reason::NotANumber));
        assert_eq!(assessment.score, None);
        assert_eq!(
            method.check().unwrap_err().to_string(),
            "a cut of the bands or a point of the score is not a finite number"
        );
        let bands = method.without_target.as_ref().unwrap().bands.clone();
        let limited = Method {
            without_target: Some(Step::new(Formula::Growth { limit: Some(number) }, bands)),
            ..Method::new("limited", "1")
        };
        assert_eq!(limited.apply(&series).value, Err(Reason::NotANumber));
        assert!(limited.check().is_err());
        for bad in [&method, &limited] {
            let text = toml::to_string(bad).unwrap();
            let error = toml::from_str::<Method>(&text).unwrap_err().to_string();
            assert!(
                error.contains("a cut of the bands or a point of the score is not a finite number"),
                "{error}"
            );
        }
    }
}

#[test]
fn json_tells_beyond_from_at() {
    let json = |value: Value| {
        let fires = fires(Some(Direction::Lower), vec![value]);
        let method = presets::municipal::method();
        let assessed = fires.evaluate_with(&method, period("2017"));
        serde_json::to_value(&assessed[0]).unwrap()["target"].clone()
    };
    for (value, strict, printed) in [
        (Value::less_than(5), true, "< 5"),
        (Value::at_most(5), false, "≤ 5"),
        (Value::from(5), false, "5"),
    ] {
        let target = json(value);
        assert_eq!(
            (target["strict"].as_bool(), target["printed"].as_str()),
            (Some(strict), Some(printed))
        );
        assert_eq!(target["value"]["low"], 5.0);
    }
}
