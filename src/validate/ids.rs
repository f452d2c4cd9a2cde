//! Ids and references: each id identifies one part, and each reference is to a goal.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Findings;
use super::outline::{Node, Outline};
use crate::error::Quoted;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Rule;
use crate::leaves::id::Id;

/// Whether the part that has an id is a goal, and where the first with it stands.
struct FirstUse {
    is_goal: bool,
    place: Place,
}

pub(super) fn check(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let mut known: HashMap<&Id, FirstUse> = HashMap::new();
    for node in &outline.nodes {
        for (id, is_goal, place) in parts(node) {
            match known.entry(id) {
                Entry::Vacant(free) => {
                    free.insert(FirstUse { is_goal, place });
                }
                Entry::Occupied(mut taken) => {
                    let first = taken.get_mut();
                    findings.report(Rule::DuplicateId, place, || {
                        format!("the id {} stands for {} already", Quoted(id.as_str()), first.place)
                    });
                    first.is_goal |= is_goal;
                }
            }
        }
    }
    for node in &outline.nodes {
        for (goals, part) in references(node) {
            for id in goals {
                let known = known.get(id);
                if known.is_some_and(|known| known.is_goal) {
                    continue;
                }
                findings.report(Rule::UnknownGoal, node.at(part.clone()), || {
                    let id = Quoted(id.as_str());
                    match known {
                        None => format!("refers to goal {id}, which is not in the document"),
                        Some(other) => {
                            format!("refers to goal {id}, which is not a goal but {}", other.place)
                        }
                    }
                });
            }
        }
    }
}

/// The parts of a field that have an id, with whether each is a goal.
fn parts<'n>(node: &'n Node<'_>) -> impl Iterator<Item = (&'n Id, bool, Place)> {
    let field = node.field;
    let indicators = (field.indicators.iter().enumerate())
        .map(|(index, indicator)| (&indicator.id, false, Part::Indicator(index)));
    let goals =
        (field.goals.iter().enumerate()).map(|(index, goal)| (&goal.id, true, Part::Goal(index)));
    let actions = (field.actions.iter().enumerate())
        .map(|(index, action)| (&action.id, false, Part::Action(index)));
    let costs =
        (field.costs.iter().enumerate()).map(|(index, line)| (&line.id, false, Part::Cost(index)));
    indicators
        .chain(goals)
        .chain(actions)
        .chain(costs)
        .map(|(id, is_goal, part)| (id, is_goal, node.at(part)))
}

/// The goals that the parts of a field refer to.
fn references<'n>(node: &'n Node<'_>) -> impl Iterator<Item = (&'n [Id], Part)> {
    let indicators = (node.field.indicators.iter().enumerate())
        .map(|(index, indicator)| (&*indicator.goals, Part::Indicator(index)));
    let actions = (node.field.actions.iter().enumerate())
        .map(|(index, action)| (&*action.goals, Part::Action(index)));
    indicators.chain(actions)
}
