//! Every answer can be told in a paragraph, in Dutch and in English.

use std::fmt::Write as _;

use beleid::methods::presets::{destatis, municipal, open_sdg};
use beleid::methods::{Baseline, Formula, Method, presets};
use beleid::{Direction, Indicator, Language, Role, Status, Value};

use super::{figure, indicator, period};
use crate::support::golden;

fn fires() -> Indicator {
    let figures = vec![
        figure("2015", Role::Realised, 145),
        figure("2019", Role::Realised, "131.5".parse::<beleid::Number>().unwrap()),
        figure("2020", Role::Realised, 126),
        figure("2021", Role::Realised, 128),
        figure("2022", Role::Realised, 119),
        figure("2026", Role::Target, Value::at_most(90)),
    ];
    Indicator { name: "Woningbranden".to_owned(), ..indicator(None, figures) }
}

/// The paragraphs of all methods for one indicator, and of one method for what is unusual.
#[test]
fn paragraphs_are_as_they_were() {
    let mut told = String::new();
    let mut tell = |indicator: &Indicator, method: &Method, at: &str| {
        for assessed in indicator.evaluate_with(method, period(at)) {
            for language in [Language::Dutch, Language::English] {
                let _ = writeln!(told, "{}", assessed.explain(language));
            }
            told.push('\n');
        }
    };
    for (name, _) in presets::NAMES {
        tell(&fires(), &presets::named(name).unwrap(), "2022");
    }
    let mut free = fires();
    free.figures.pop();
    tell(&free, &municipal::method(), "2022");
    free.direction = Some(Direction::Lower);
    for method in [municipal::method(), destatis::method(), open_sdg::near_limit(100.0).unwrap()] {
        tell(&free, &method, "2022");
    }
    for formula in [Formula::Attainment, Formula::LinearPace] {
        let mut method = municipal::method();
        method.with_target.as_mut().unwrap().formula = formula;
        tell(&fires(), &method, "2022");
        let mut wide = fires();
        wide.figures[4].value = Value::at_most(119);
        tell(&wide, &method, "2022");
    }
    let changed = |change: fn(&mut Indicator)| {
        let mut indicator = fires();
        change(&mut indicator);
        indicator
    };
    let unusual = [
        changed(|fires| fires.figures[4].value = Value::at_most(119)),
        changed(|fires| fires.figures[4].status = Status::Provisional.into()),
        changed(|fires| fires.figures[4].status = Status::Estimated.into()),
        changed(|fires| fires.figures[4].value = 88.into()),
        changed(|fires| fires.figures[5].period = None),
        changed(|fires| fires.figures[5].period = Some(period("2022"))),
        changed(|fires| fires.figures.truncate(1)),
    ];
    for indicator in unusual {
        tell(&indicator, &municipal::method(), "2022");
    }
    golden::is("explanations.txt", &told);
}

#[test]
fn an_own_method_names_itself_and_its_bands() {
    let mut method = municipal::method();
    method.name = "rekenkamer".to_owned();
    method.version = "2026".to_owned();
    method.baseline = Baseline::Exact(period("2019"));
    let indicator = fires();
    let told = indicator.evaluate_with(&method, period("2022"))[0].explain(Language::Dutch);
    assert_eq!(
        told,
        "Woningbranden, volgens de methode rekenkamer (versie 2026): loopt achter. Lager is \
         beter, zo zegt het doel. Het begon met 131,5 in 2019 en was 119 in 2022; het doel is \
         ≤ 90, voor 2026 (nog niet aan de orde). Dat is een verandering van -4,17 per jaar: gaat het zo door, dan komt \
         het in 2026 op 102, en wordt het doel gemist met 42,5 % van wat er nog te gaan is (29)."
    );
}

/// What a percentage is of, without rounding it: `99.96` as `0.9996`.
fn share_of(printed: &str) -> f64 {
    format!("{printed}e-2").parse().expect("it is a number")
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(512))]

    /// No display rounds across a boundary: a printed percentage is on the same side of the
    /// cut, and of 100 %, as the number.
    #[test]
    fn a_printed_number_is_on_its_side_of_each_cut(
        cut in 1_i64..1_200_000,
        off in -50_i64..50,
        is_near_whole in proptest::prelude::any::<bool>(),
        digits in 4_u32..9,
    ) {
        use beleid::methods::{Band, Bands, Side, Step};
        let scale = 10_i64.pow(digits);
        let near = if is_near_whole { scale } else { cut * (scale / 10_000) };
        let printed = |number: i64| beleid::Number::from(number);
        let (result, target) = (near + off, scale);
        proptest::prop_assume!(result != 0);
        #[allow(clippy::cast_precision_loss)] // It is small.
        let cut = cut as f64 / 1e4;
        let bands = Bands::new(
            Band::new("below"),
            vec![(cut, Side::Upper, Band::new("above"))],
        ).unwrap();
        let method = Method {
            with_target: Some(Step::new(Formula::ShareOfTarget, bands)),
            ..Method::new("ours", "1")
        };
        let one = indicator(Some(Direction::Higher), vec![
            figure("2017", Role::Realised, Value::from(printed(result))),
            figure("2017", Role::Target, Value::from(printed(target))),
        ]);
        let assessed = &one.evaluate_with(&method, period("2017"))[0];
        let value = assessed.assessment.value.unwrap().exact().unwrap();
        let languages = [
            (Language::English, " % of the target", [",", "."]),
            (Language::Dutch, " % van het doel", [".", ","]),
        ];
        for (language, of, [group, point]) in languages {
            let told = assessed.explain(language);
            let told = told.split(of).next().unwrap().rsplit(' ').next().unwrap();
            let shown = share_of(&told.replace(group, "").replace(point, "."));
            for mark in [cut, 1.0] {
                proptest::prop_assert_eq!(
                    shown.partial_cmp(&mark), value.partial_cmp(&mark),
                    "{} is printed for {}, beside {}", told, value, mark
                );
            }
        }
    }
}

#[test]
fn nearly_all_is_not_all() {
    let told = |last: &str, name: &str| {
        let mut figures = vec![
            figure("2015", Role::Realised, 20),
            figure("2017", Role::Realised, last.parse::<beleid::Number>().unwrap()),
        ];
        figures.push(figure("2017", Role::Target, Value::at_least(100)));
        let method = presets::named(name).unwrap();
        let indicator = indicator(None, figures);
        indicator.evaluate_with(&method, period("2017"))[0].explain(Language::English)
    };
    let end = |last: &str| told(last, "rotterdam").rsplit_once("for 2017. ").unwrap().1.to_owned();
    assert_eq!(end("99.96"), "That is 99.96 % of the target.");
    assert_eq!(end("99.9999999"), "That is 99.9999999 % of the target.");
    assert_eq!(end("99.94"), "That is 99.9 % of the target.");
    assert_eq!(end("79.96"), "That is 79.96 % of the target.");
    assert_eq!(end("80"), "That is 80 % of the target.");
    assert_eq!(end("80.04"), "That is 80.04 % of the target.");
    assert!(told("99.9999999", "rotterdam").contains("It was 99.9999999 in 2017"));
}
