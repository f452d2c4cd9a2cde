//! Validation of whole documents: real ones and extreme ones.

use beleid::{
    Budget, Document, Figure, Finding, Heading, Indicator, Note, PolicyField, Role, Rule,
};
use proptest::prelude::*;

use super::{id, year};
use crate::support::generate;

#[test]
fn the_example_has_nothing_odd_but_its_missing_organisation() {
    let findings = beleid::read(crate::reading::DOCUMENT).findings();
    let told: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["advice[missing-organisation] line 1, column 1: the title doesn't name the organisation"]
    );
}

#[test]
fn an_empty_budget_has_nothing_odd() {
    assert_eq!(Budget::default().validate(), []);
    assert_eq!(beleid::read("").findings(), []);
}

#[test]
fn a_correction_takes_its_finding_away() {
    let text = "Begroting 2017\n\n1.1 Veld\n\nIndicatoren\n\nBehaald 2016\n\nScholen\n\n10\n";
    let mut reading = beleid::read(text);
    let count = |findings: Vec<Finding>| super::of(Rule::NoTarget, &findings).len();
    assert_eq!(count(reading.findings()), 1);
    let target = Figure::new(year(2017), Role::Target, 15);
    reading.budget.fields[0].indicators[0].figures.push(target);
    assert_eq!(count(reading.findings()), 0);
    // What was added has no lines of its own: the place around it has.
    reading.budget.fields[0].indicators[0].figures[1].value = 1500.into();
    let findings = reading.findings();
    let jump = findings.iter().find(|finding| finding.rule == Rule::JumpInRow).unwrap();
    assert_eq!(jump.place.to_string(), "field 1.1, indicator #1, figure #2");
    assert_eq!(jump.span, None);
    assert_eq!(beleid::read(text).into_parts().1.len(), 2);
}

/// A budget with nearly every problem, `size` times.
fn odd(size: usize) -> Budget {
    let mut budget = Budget::default();
    for _ in 0..size {
        let mut field = PolicyField::new(Heading::new("1.1".parse().unwrap(), " "));
        let mut indicator = Indicator::new(id("same"), "");
        indicator.goals.push(id("nowhere"));
        for _ in 0..10 {
            let mut figure = Figure::new(year(2015), Role::Target, 7);
            figure.notes.push("*".to_owned());
            indicator.figures.push(figure);
        }
        indicator.figures.push(Figure::new(year(2015), Role::Target, 70));
        field.notes = vec![Note::new("**", "a"), Note::new("**", "b")];
        field.indicators.push(indicator);
        budget.fields.push(field);
    }
    budget
}

#[test]
fn a_hundred_thousand_findings_are_no_trouble() {
    let findings = odd(5_000).validate();
    assert!(findings.len() > 90_000, "{}", findings.len());
    assert!(findings.iter().all(|finding| !finding.to_string().is_empty()));
}

#[test]
fn a_long_name_is_looked_through_once() {
    // Were it looked through for each figure, this would be a thousand million letters.
    let mut indicator = Indicator::new(id("i1"), "a ".repeat(100_000));
    for index in 0..10_000_u32 {
        let percent = Some(beleid::Unit::PERCENT);
        let year = year(u16::try_from(1900 + index % 200).unwrap());
        let figure = Figure::new(year, Role::Realised, if index % 2 == 0 { 5 } else { 500 });
        indicator.figures.push(Figure { unit: percent, ..figure });
    }
    let mut field = PolicyField::new(Heading::titled("Veld"));
    field.indicators.push(indicator);
    let findings = Budget { fields: vec![field], ..Budget::default() }.validate();
    assert_eq!(super::of(Rule::PercentageOutOfRange, &findings).len(), 5_000);
}

#[test]
fn a_row_of_many_targets_is_no_trouble() {
    // Were each target to look through all results, this would be a thousand million looks.
    let mut indicator = Indicator::new(id("i1"), "Aantal");
    for index in 0..60_000_u32 {
        let role = if index % 2 == 0 { Role::Realised } else { Role::Target };
        let year = year(u16::try_from(1900 + index % 200).unwrap());
        indicator.figures.push(Figure::new(year, role, 1000 + index % 7));
    }
    let mut field = PolicyField::new(Heading::titled("Veld"));
    field.indicators.push(indicator);
    let findings = Budget { fields: vec![field], ..Budget::default() }.validate();
    assert!(findings.iter().any(|finding| finding.rule == Rule::TargetMetAtStart));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever a budget holds, its findings come in order, and their places are there.
    #[test]
    fn any_budget_is_validated(budget in generate::budget()) {
        let findings = budget.validate();
        prop_assert!(findings.is_sorted_by_key(|finding| finding.place.clone()));
        let tree = serde_json::to_value(Document::new(budget)).unwrap();
        for finding in findings {
            prop_assert!(tree.pointer(&finding.place.pointer()).is_some(), "{}", finding);
            prop_assert_eq!(finding.severity, finding.rule.severity());
            let shown = finding.to_string();
            prop_assert_eq!(shown.lines().count(), 1, "{}", shown);
        }
    }
}
