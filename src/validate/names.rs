//! Titles, headings and labels.

use std::collections::HashMap;

use super::Findings;
use super::outline::{Node, Outline};
use crate::findings::argument::Quote;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Message;
use crate::leaves::code::Code;
use crate::leaves::id::Id;
use crate::model::budget::Budget;
use crate::model::cost::CostLine;
use crate::model::field::{Heading, PolicyField};
use crate::model::goal::{Action, Goal};
use crate::model::indicator::Indicator;

pub(super) fn check(budget: &Budget, outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let organisation = budget.organisation.as_ref().map(|organisation| organisation.name.clone());
    let head = [
        (&budget.edition.title, Part::Edition, Message::EditionTitleEmpty {}),
        (&organisation, Part::Organisation, Message::OrganisationNameEmpty {}),
    ];
    for (text, part, what) in head {
        if text.as_deref().is_some_and(is_blank) {
            findings.report(Place::default().at(part), what);
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
                Some(first) => {
                    let (code, first) = (code.clone(), Place::clone(first));
                    findings.report(node.place.clone(), Message::CodeTaken { code, first });
                }
            }
        }
        if node.place.parts().len() > PolicyField::MAX_DEPTH {
            let what = Message::TooDeep { depth: PolicyField::MAX_DEPTH };
            findings.report(node.place.clone(), what);
        }
    }
}

fn heading(node: &Node<'_>, findings: &mut Findings<'_>) {
    let Heading { label, code, title } = &node.field.heading;
    if label.is_none() && code.is_none() && title.is_none() {
        findings.report(node.place.clone(), Message::NoHeading {});
    }
    if title.as_deref().is_some_and(is_blank) {
        findings.report(node.at(Part::Heading), Message::FieldTitleEmpty {});
    }
    for (index, section) in node.field.sections.iter().enumerate() {
        if section.heading.as_deref().is_some_and(is_blank) {
            findings.report(node.at(Part::Section(index)), Message::SectionHeadingEmpty {});
        }
    }
}

/// The texts that say what a part of a field is about.
fn labels(node: &Node<'_>, findings: &mut Findings<'_>) {
    let field = node.field;
    let mut check = |part, text: &str, what: &dyn Fn() -> Message| {
        if is_blank(text) {
            findings.report(node.at(part), what());
        }
    };
    let quote = |id: &Id| Quote::from(id.as_str());
    for (index, Indicator { id, name, .. }) in field.indicators.iter().enumerate() {
        check(Part::Indicator(index), name, &|| Message::IndicatorWithoutName { id: quote(id) });
    }
    for (index, Goal { id, text, .. }) in field.goals.iter().enumerate() {
        check(Part::Goal(index), text, &|| Message::GoalWithoutText { id: quote(id) });
    }
    for (index, Action { id, text, .. }) in field.actions.iter().enumerate() {
        check(Part::Action(index), text, &|| Message::ActionWithoutText { id: quote(id) });
    }
    for (index, CostLine { id, label, .. }) in field.costs.iter().enumerate() {
        check(Part::Cost(index), label, &|| Message::CostWithoutLabel { id: quote(id) });
    }
}

/// Whether a text has nothing to be seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || crate::leaves::text::is_unseen(c))
}
