//! Validation: for each rule an input that triggers it, and one that just doesn't.

mod built;
mod causes;
mod document;
mod edges;
mod law;
mod messages;
mod rules;
mod tables;

use beleid::{
    Budget, Figure, Finding, Heading, Id, Indicator, Period, PolicyField, Role, Rule, Value,
};

/// The findings of one rule, as they print.
pub(crate) fn of(rule: Rule, findings: &[Finding]) -> Vec<String> {
    let of_rule = findings.iter().filter(|finding| finding.rule == rule);
    of_rule.map(ToString::to_string).collect()
}

/// The findings of a rule about a table with these columns and rows, line by line.
pub(crate) fn told_of_table(rule: Rule, columns: &[&str], lines: &[&str]) -> Vec<String> {
    let head = ["Begroting 2017 gemeente Groningen", "1.1 Veld", "Prestatie-indicatoren"];
    let text = [head.as_slice(), columns, lines].concat().join("\n\n");
    of(rule, &beleid::read(&text).findings())
}

pub(crate) fn year(year: u16) -> Period {
    Period::year(year).unwrap()
}

pub(crate) fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// An indicator with a result and a target, without findings.
pub(crate) fn plain(name: &str) -> Indicator {
    let mut indicator = Indicator::new(id(name), name);
    indicator.figures = vec![
        Figure::new(year(2015), Role::Realised, 10),
        Figure::new(year(2017), Role::Target, Value::more_than(15)),
    ];
    indicator
}

pub(crate) fn field() -> PolicyField {
    PolicyField::new(Heading::new("1.1".parse().unwrap(), "Veld"))
}

pub(crate) fn budget_of(field: PolicyField) -> Budget {
    Budget { fields: vec![field], ..Budget::default() }
}

/// The findings of a rule about a field with one indicator.
pub(crate) fn told_of(rule: Rule, indicator: Indicator) -> Vec<String> {
    let mut field = field();
    field.indicators.push(indicator);
    of(rule, &budget_of(field).validate())
}
