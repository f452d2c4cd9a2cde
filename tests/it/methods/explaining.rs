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
