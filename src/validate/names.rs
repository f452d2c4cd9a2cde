//! What everything is called: titles, headings and labels.

use std::collections::HashMap;

use super::Found;
use super::outline::{Node, Outline};
use crate::error::Quoted;
use crate::{Budget, Code, Heading, Part, Place, PolicyField, Rule};

pub(super) fn check(budget: &Budget, outline: &Outline<'_>, found: &mut Found<'_>) {
    let head = [
        (&budget.edition.title, Part::Edition, "the title of the edition is empty"),
        (&budget.organisation, Part::Organisation, "the name of the organisation is empty"),
    ];
    for (text, part, message) in head {
        if text.as_deref().is_some_and(is_blank) {
            found.say(Rule::EmptyTitle, Place::default().at(part), || message.to_owned());
        }
    }
    let mut codes: HashMap<&Code, &Place> = HashMap::new();
    for node in &outline.nodes {
        heading(node, found);
        labels(node, found);
        if let Some(code) = &node.field.heading.code {
            match codes.get(code) {
                None => {
                    codes.insert(code, &node.place);
                }
                Some(first) => found.say(Rule::RepeatedCode, node.place.clone(), || {
                    format!("has the code {code} of an earlier field ({})", first.pointer())
                }),
            }
        }
        if node.place.parts().len() > PolicyField::MOST_DEEP {
            found.say(Rule::NestedTooDeep, node.place.clone(), || {
                format!(
                    "lies more than {} fields deep, and can't be written",
                    PolicyField::MOST_DEEP
                )
            });
        }
    }
}

fn heading(node: &Node<'_>, found: &mut Found<'_>) {
    let Heading { label, code, title } = &node.field.heading;
    if label.is_none() && code.is_none() && title.is_none() {
        found.say(Rule::MissingHeading, node.place.clone(), || "has no heading".to_owned());
    }
    if title.as_deref().is_some_and(is_blank) {
        found.say(Rule::EmptyTitle, node.at(Part::Heading), || {
            "the title of the field is empty".to_owned()
        });
    }
    for (index, section) in node.field.sections.iter().enumerate() {
        if is_blank(&section.heading) {
            found.say(Rule::EmptyTitle, node.at(Part::Section(index)), || {
                "the heading of the section is empty".to_owned()
            });
        }
    }
}

/// The texts that say what a part of a field is about.
fn labels(node: &Node<'_>, found: &mut Found<'_>) {
    let field = node.field;
    for (index, indicator) in field.indicators.iter().enumerate() {
        if is_blank(&indicator.name) {
            found.say(Rule::EmptyName, node.at(Part::Indicator(index)), || {
                format!("indicator {} has no name", Quoted(indicator.id.as_str()))
            });
        }
    }
    for (index, goal) in field.goals.iter().enumerate() {
        if is_blank(&goal.text) {
            found.say(Rule::EmptyName, node.at(Part::Goal(index)), || {
                format!("goal {} has no text", Quoted(goal.id.as_str()))
            });
        }
    }
    for (index, action) in field.actions.iter().enumerate() {
        if is_blank(&action.text) {
            found.say(Rule::EmptyName, node.at(Part::Action(index)), || {
                format!("action {} has no text", Quoted(action.id.as_str()))
            });
        }
    }
    for (index, line) in field.costs.iter().enumerate() {
        if is_blank(&line.label) {
            found.say(Rule::EmptyName, node.at(Part::Cost(index)), || {
                format!("cost line {} has no label", Quoted(line.id.as_str()))
            });
        }
    }
}

/// Whether a text has nothing to be seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || crate::leaves::text::is_unseen(c))
}
