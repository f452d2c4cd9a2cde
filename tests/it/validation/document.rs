//! Validation of whole documents: the real ones, and those that nobody would write.

use beleid::{Budget, Figure, Finding, Heading, Indicator, Note, PolicyField, Role, Rule};

use super::{id, year};

#[test]
fn the_example_has_nothing_odd_but_its_missing_organisation() {
    let findings = beleid::read(crate::reading::DOCUMENT).findings();
    let told: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "advice[missing-organisation] line 1, column 1: the title doesn't say whose document it is"
        ]
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

/// A budget in which nearly all is odd, `size` times.
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
