//! Titles, headings and labels.

use std::collections::HashMap;

use super::Findings;
use super::outline::{Node, Outline};
use crate::error::Quoted;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Rule;
use crate::leaves::code::Code;
use crate::model::budget::Budget;
use crate::model::field::{Heading, PolicyField};

pub(super) fn check(budget: &Budget, outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let organisation = budget.organisation.as_ref().map(|organisation| organisation.name.clone());
    let head = [
        (&budget.edition.title, Part::Edition, "the title of the edition is empty"),
        (&organisation, Part::Organisation, "the name of the organisation is empty"),
    ];
    for (text, part, message) in head {
        if text.as_deref().is_some_and(is_blank) {
            findings.report(Rule::EmptyTitle, Place::default().at(part), || message.to_owned());
        }
    }
    let mut codes: HashMap<&Code, &Place> = HashMap::new();
    for node in &outline.nodes {
        heading(node, findings);
        labels(node, findings);
        if let Some(code) = &node.field.heading.code {
            match codes.get(code) {
                None => {
                    codes.insert(code, &node.place);
                }
                Some(first) => findings.report(Rule::RepeatedCode, node.place.clone(), || {
                    format!("has the code {code} of an earlier field ({})", first.pointer())
                }),
            }
        }
        if node.place.parts().len() > PolicyField::MAX_DEPTH {
            findings.report(Rule::NestedTooDeep, node.place.clone(), || {
                format!(
                    "lies more than {} fields deep, and can't be written",
                    PolicyField::MAX_DEPTH
                )
            });
        }
    }
}

fn heading(node: &Node<'_>, findings: &mut Findings<'_>) {
    let Heading { label, code, title } = &node.field.heading;
    if label.is_none() && code.is_none() && title.is_none() {
        findings.report(Rule::MissingHeading, node.place.clone(), || "has no heading".to_owned());
    }
    if title.as_deref().is_some_and(is_blank) {
        findings.report(Rule::EmptyTitle, node.at(Part::Heading), || {
            "the title of the field is empty".to_owned()
        });
    }
    for (index, section) in node.field.sections.iter().enumerate() {
        if section.heading.as_deref().is_some_and(is_blank) {
            findings.report(Rule::EmptyTitle, node.at(Part::Section(index)), || {
                "the heading of the section is empty".to_owned()
            });
        }
    }
}

/// The texts that say what a part of a field is about.
fn labels(node: &Node<'_>, findings: &mut Findings<'_>) {
    let field = node.field;
    let indicators = (field.indicators.iter().enumerate())
        .map(|(index, i)| (Part::Indicator(index), "indicator", &i.id, &i.name, "name"));
    let goals = (field.goals.iter().enumerate())
        .map(|(index, goal)| (Part::Goal(index), "goal", &goal.id, &goal.text, "text"));
    let actions = (field.actions.iter().enumerate())
        .map(|(index, action)| (Part::Action(index), "action", &action.id, &action.text, "text"));
    let costs = (field.costs.iter().enumerate())
        .map(|(index, line)| (Part::Cost(index), "cost line", &line.id, &line.label, "label"));
    for (part, what, id, text, called) in indicators.chain(goals).chain(actions).chain(costs) {
        if is_blank(text) {
            findings.report(Rule::EmptyName, node.at(part), || {
                format!("{what} {} has no {called}", Quoted(id.as_str()))
            });
        }
    }
}

/// Whether a text has nothing to be seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || crate::leaves::text::is_unseen(c))
}
