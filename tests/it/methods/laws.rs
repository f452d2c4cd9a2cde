//! What must hold for any series and any indicator.

use beleid::methods::{Band, Bands, Course, Formula, Method, Range, Series, Step, presets};
use beleid::{Bounds, Direction, Id, Indicator, Language, Reason};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::generate;

const MEASURES: &[Formula] = &[
    Formula::Attainment,
    Formula::LinearPace,
    Formula::CompoundPace,
    Formula::CompoundProjection,
    Formula::Shortfall,
    Formula::Growth { limit: None },
    Formula::Growth { limit: Some(12.0) },
    Formula::ChangeSigns,
    Formula::CurrentStatus,
    Formula::ShareOfTarget,
];

/// A range of small numbers, most of which are one number.
fn range() -> impl Strategy<Value = (f64, f64)> {
    (-20_i32..20, prop_oneof![3 => Just(0_i32), 2 => 1..15_i32])
        .prop_map(|(low, width)| (f64::from(low) / 2.0, f64::from(low + width) / 2.0))
}

fn within((low, high): (f64, f64), share: f64) -> f64 {
    low + (high - low) * share
}

fn one(formula: Formula) -> Method {
    let all = Bands::new(Band::new("any"), Vec::new()).unwrap();
    let step = Some(Step::new(formula, all));
    let is_free = matches!(formula, Formula::Growth { .. } | Formula::ChangeSigns);
    let (with_target, without_target) = if is_free { (None, step) } else { (step, None) };
    Method { with_target, without_target, ..Method::new("one", "1") }
}

/// Any number, also those at the ends of what a floating-point number can be.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (-50_i32..50).prop_map(f64::from),
        1 => any::<f64>().prop_filter("it is finite", |number| number.is_finite()),
        1 => select(vec![0.0, -0.0, f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324, 1e-200, 1e200]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// Whatever the figures are within their bounds, what is computed lies within the range that
    /// was given; and where no range is given, that is for a reason.
    #[test]
    fn the_range_holds_whatever_the_figures_are(
        formula in select(MEASURES.to_vec()),
        base in range(),
        previous in range(),
        current in range(),
        target in range(),
        direction in select(vec![Direction::Higher, Direction::Lower, Direction::Within]),
        shares in [0.0..=1.0_f64, 0.0..=1.0, 0.0..=1.0, 0.0..=1.0],
    ) {
        let of = |(low, high): (f64, f64)| Range::between(low, high).unwrap();
        let points = [(2015.0, of(base)), (2019.0, of(previous)), (2020.0, of(current))];
        let mut series = Series::of_ranges(points).unwrap().towards(direction);
        let method = one(formula);
        if method.with_target.is_some() {
            series = series.with_aim(of(target), Some(2030.0));
        }
        let Ok(range) = method.apply(&series).value else { return Ok(()) };
        let course = Course {
            base: (2015.0, within(base, shares[0])),
            previous: Some((2019.0, within(previous, shares[1]))),
            current: (2020.0, within(current, shares[2])),
            target: Some(within(target, shares[3])),
            target_at: Some(2030.0),
            direction,
        };
        match formula.of(&course) {
            Ok(value) => {
                let slack = 1e-9 * value.abs().max(1.0);
                prop_assert!(range.low().is_none_or(|low| low <= value + slack), "{range}: {value}");
                prop_assert!(range.high().is_none_or(|high| value - slack <= high), "{range}: {value}");
            }
            // Nearer to the target than any number there is nothing left to go.
            Err(why) => prop_assert!(why == Reason::AlreadyMet && formula == Formula::Shortfall, "{why}"),
        }
    }

    /// With open ends too: a result above a number, and one that is just that.
    #[test]
    fn open_ends_hold_as_well(
        formula in select(MEASURES.to_vec()),
        base in 1..20_i32,
        current in -10..30_i32,
        above in 0.001..1e6_f64,
        target in 1..30_i32,
        is_low in any::<bool>(),
        direction in select(vec![Direction::Higher, Direction::Lower]),
    ) {
        let bounds = if is_low { Bounds::more_than(current) } else { Bounds::less_than(current) };
        let exact = |number: i32| Range::exactly(f64::from(number)).unwrap();
        let points = [(2015.0, exact(base)), (2019.0, exact(base)), (2020.0, bounds.into())];
        let mut series = Series::of_ranges(points).unwrap().towards(direction);
        let method = one(formula);
        if method.with_target.is_some() {
            series = series.with_aim(exact(target), Some(2030.0));
        }
        let Ok(range) = method.apply(&series).value else { return Ok(()) };
        let current = f64::from(current) + if is_low { above } else { -above };
        let course = Course {
            base: (2015.0, f64::from(base)),
            previous: Some((2019.0, f64::from(base))),
            current: (2020.0, current),
            target: Some(f64::from(target)),
            target_at: Some(2030.0),
            direction,
        };
        match formula.of(&course) {
            Ok(value) => {
                let slack = 1e-9 * value.abs().max(1.0);
                prop_assert!(range.low().is_none_or(|low| low <= value + slack), "{range}: {value}");
                prop_assert!(range.high().is_none_or(|high| value - slack <= high), "{range}: {value}");
            }
            Err(why) => prop_assert!(why == Reason::AlreadyMet && formula == Formula::Shortfall, "{why}"),
        }
    }

    /// No number is NaN or infinite, however large or small the figures are.
    #[test]
    fn numbers_are_finite(
        formula in select(MEASURES.to_vec()),
        base in number(),
        current in number(),
        target in number(),
        years in [number(), number(), number()],
        direction in select(vec![Direction::Higher, Direction::Lower, Direction::Within]),
    ) {
        let course = Course {
            base: (years[0], base),
            previous: Some((years[0], base)),
            current: (years[1], current),
            target: Some(target),
            target_at: Some(years[2]),
            direction,
        };
        if let Ok(value) = formula.of(&course) {
            prop_assert!(value.is_finite());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Any figures at all have an answer by each method, which can be told and written.
    #[test]
    fn every_indicator_has_an_answer(
        figures in vec(generate::figure(), 0..8),
        direction in select(vec![None, Some(Direction::Higher), Some(Direction::Lower), Some(Direction::Within)]),
        at in generate::period(),
    ) {
        let generated = format!("{figures:?}");
        let mut indicator = Indicator::new(Id::new("i1").unwrap(), "Leden");
        indicator.figures = figures;
        indicator.direction = direction;
        for (name, _) in presets::NAMES {
            let method = presets::named(name).unwrap();
            for assessed in indicator.evaluate_with(&method, at) {
                for language in [Language::Dutch, Language::English] {
                    let told = assessed.explain(language);
                    prop_assert!(told.ends_with('.'), "{}", told);
                    // Units and names of slices are whatever was generated, and may be this word.
                    let is_infinite = !generated.contains("inf")
                        && told.split([' ', '(', ')', ',']).any(|word| word == "inf" || word == "-inf");
                    prop_assert!(!told.contains("NaN") && !is_infinite, "{}", told);
                }
                let json = serde_json::to_value(&assessed).unwrap();
                let has_answer = json["standing"] != "no-answer";
                prop_assert_eq!(has_answer, !json["between"].is_null());
                prop_assert_eq!(json["standing"] == "certain", !json["class"].is_null());
            }
        }
    }
}
