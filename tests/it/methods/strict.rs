//! A target that asks to go beyond a number isn't reached at that number.

use beleid::methods::{Item, Rollup, RollupRule, Standing, presets};
use beleid::{Direction, Figure, Indicator, Interval, Language, Outcome, Role, Value};
use proptest::prelude::*;
use proptest::sample::select;

use super::{answer, figure, indicator, period};

fn results(years: &[(&str, i32)], target: (&str, Value)) -> Indicator {
    let mut figures: Vec<Figure> =
        years.iter().map(|(year, value)| figure(year, Role::Realised, *value)).collect();
    figures.push(figure(target.0, Role::Target, target.1));
    indicator(None, figures)
}

fn by(name: &str, indicator: &Indicator, at: &str) -> String {
    answer(indicator, &presets::named(name).unwrap(), at)
}

#[test]
fn a_number_that_is_touched_is_not_passed() {
    let up = results(&[("2016", 12), ("2017", 15)], ("2017", Value::more_than(15)));
    let down = results(&[("2016", 18), ("2017", 15)], ("2017", Value::less_than(15)));
    let reached = results(&[("2016", 12), ("2017", 15)], ("2017", Value::at_least(15)));
    let cases = [
        ("municipal", "missed", "met"),
        ("destatis", "- (too-few-measurements)", "- (too-few-measurements)"),
        ("escap", "under-way", "achieved"),
        ("eurostat", "significant-progress", "significant-progress"),
        ("open-sdg", "substantial_progress", "target_achieved"),
        ("rotterdam", "80-to-100", "met"),
        ("tola", "on-target", "on-target"),
        ("un-progress-chart", "- (target-passed)", "on-track-or-met"),
    ];
    for (name, touched, met) in cases {
        assert_eq!(by(name, &up, "2017"), touched, "{name}");
        assert_eq!(by(name, &down, "2017"), touched, "{name}, downwards");
        assert_eq!(by(name, &reached, "2017"), met, "{name}, reached");
    }
}

#[test]
fn touched_before_the_date_there_is_no_rate_to_tell() {
    let up = results(&[("2014", 9), ("2015", 12), ("2016", 15)], ("2017", Value::more_than(15)));
    assert_eq!(by("municipal", &up, "2016"), "- (at-strict-target)");
    let method = presets::municipal::method();
    let told = |language| up.evaluate_with(&method, period("2016"))[0].explain(language);
    assert!(told(Language::Dutch).contains(
        "geen oordeel, want het resultaat is precies het getal waar het doel voorbij wil."
    ));
    assert!(
        told(Language::English).contains(
            "no answer, since the result is just the number that the target asks to pass."
        )
    );
    // It comes to 15 and not beyond.
    let straight = results(&[("2015", 13), ("2016", 14)], ("2017", Value::more_than(15)));
    let told = |language| straight.evaluate_with(&method, period("2016"))[0].explain(language);
    assert!(told(Language::Dutch).ends_with(
        "dan komt het in 2017 op 15, precies het getal waar het doel voorbij wil; minder dan 5 % \
         van het restant telt als op koers."
    ), "{}", told(Language::Dutch));
    assert!(told(Language::English).ends_with(
        "it comes to 15 in 2017, just the number that the target asks to pass; less than 5 % of \
         what is left counts as on track."
    ), "{}", told(Language::English));
}

#[test]
fn a_baseline_beyond_the_target_has_no_way_to_go() {
    let met = results(&[("2016", 12), ("2017", 14)], ("2017", Value::less_than(15)));
    let missed = results(&[("2016", 12), ("2017", 16)], ("2017", Value::less_than(15)));
    let mut between = met.clone();
    between.figures[1].value = Value::Between(Interval::new(14, 16).unwrap());
    assert_eq!(by("escap", &met, "2017"), "achieved");
    for name in ["escap", "eurostat", "open-sdg"] {
        assert_eq!(by(name, &missed, "2017"), "- (baseline-meets-target)", "{name}");
        assert_eq!(by(name, &between, "2017"), "- (baseline-meets-target)", "{name}");
    }
    assert_eq!(by("rotterdam", &between, "2017"), "80-to-100..met (either-side)");
    // Within 15 % of the target is no claim that it is reached.
    assert_eq!(by("tola", &between, "2017"), "on-target");
}

#[test]
fn what_nobody_measured_is_not_met() {
    let figures = [("2015", 10), ("2016", 12)];
    let below = results(&figures, ("2017", Value::less_than(15)));
    let cases = [
        ("municipal", "met..met (not-measured)"),
        ("escap", "achieved..achieved (not-measured)"),
        ("open-sdg", "target_achieved..target_achieved (not-measured)"),
        ("rotterdam", "met..met (not-measured)"),
        ("tola", "ahead..ahead (not-measured)"),
        ("un-progress-chart", "on-track-or-met..on-track-or-met (not-measured)"),
    ];
    for (name, expected) in cases {
        assert_eq!(by(name, &below, "2017"), expected, "{name}");
        assert!(!by(name, &below, "2016").contains("not-measured"), "{name}: 2016 was measured");
    }
    let method = presets::municipal::method();
    let told = |language| below.evaluate_with(&method, period("2017"))[0].explain(language);
    assert_eq!(
        told(Language::Dutch),
        "Leden, volgens de methode municipal (versie 1): nog niet te zeggen voor 2017; naar het \
         laatste resultaat, van 2016, \"gehaald\". Lager is beter, zo zegt het doel. Het begon met 10 \
         in 2015 en was 12 in 2016; het doel is < 15, voor 2017."
    );
    assert!(
        told(Language::English)
            .contains("not known yet for 2017; by the last result, of 2016, \"met\".")
    );
    let assessed = below.evaluate_with(&method, period("2017"));
    let items = assessed.iter().map(|assessed| Item::from(&assessed.assessment));
    assert_eq!(Rollup::of(&method, items, RollupRule::Mean).to_string(), "1 undecided");
}

/// Classes that say that a target is reached.
const REACHED: [&str; 6] =
    ["met", "achieved", "target_achieved", "ahead", "on-track-or-met", "gerealiseerd"];

fn number() -> impl Strategy<Value = i32> {
    8..18_i32
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => number().prop_map(Value::from),
        1 => number().prop_map(Value::more_than),
        1 => number().prop_map(Value::at_least),
        1 => number().prop_map(Value::less_than),
        1 => number().prop_map(Value::at_most),
        1 => (number(), 0..4_i32)
            .prop_map(|(low, width)| Value::Between(Interval::new(low, low + width).unwrap())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    /// Where the comparison says missed or undecided, no method is certain that it is reached.
    #[test]
    fn no_method_is_more_certain_than_the_comparison(
        first in value(),
        before in value(),
        last in proptest::option::of(value()),
        target in value(),
        direction in select(vec![None, Some(Direction::Higher), Some(Direction::Lower), Some(Direction::Within)]),
    ) {
        let mut figures = vec![
            figure("2015", Role::Realised, first),
            figure("2016", Role::Realised, before),
            figure("2017", Role::Target, target),
        ];
        figures.extend(last.clone().map(|last| figure("2017", Role::Realised, last)));
        let indicator = indicator(direction, figures);
        let outcome = indicator.evaluate(period("2017"))[0].outcome;
        for (name, _) in presets::NAMES {
            let method = presets::named(name).unwrap();
            for assessed in indicator.evaluate_with(&method, period("2017")) {
                if let Standing::Certain(_) = assessed.assessment.standing {
                    let code = &*assessed.class().unwrap().code;
                    // Before the date it may be on track.
                    let is_track = code == "on-track-or-met" && last.is_none();
                    let is_reached = REACHED.contains(&code) && !is_track;
                    prop_assert!(!is_reached || outcome == Outcome::Met, "{name}: {code}, {outcome}");
                    prop_assert!(code != "missed" || outcome == Outcome::Missed, "{name}: {outcome}");
                }
                let told = assessed.explain(Language::Dutch) + &assessed.explain(Language::English);
                for claim in ["al gehaald", "met already"] {
                    prop_assert!(outcome == Outcome::Met || !told.contains(claim), "{told}");
                }
            }
        }
    }
}
