//! Ids and references: each id identifies one part, and each reference is to a goal.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::Findings;
use super::outline::{At, Node, Outline};
use crate::findings::place::Part;
use crate::findings::rule::Message;
use crate::leaves::id::Id;

/// Whether the part that has an id is a goal, and where the first with it stands.
struct FirstUse<'n> {
    is_goal: bool,
    at: At<'n>,
}

pub(super) fn check(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let mut known: HashMap<&Id, FirstUse<'_>> = HashMap::new();
    for node in &outline.nodes {
        for (id, is_goal, at) in parts(node) {
            match known.entry(id) {
                Entry::Vacant(free) => {
                    free.insert(FirstUse { is_goal, at });
                }
                Entry::Occupied(mut taken) => {
                    let first = taken.get_mut();
                    let what = Message::IdTaken { id: id.as_str().into(), first: first.at.place() };
                    findings.report(at.place(), what);
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
                let id = id.as_str().into();
                let what = match known {
                    None => Message::GoalNotFound { id },
                    Some(other) => Message::NotAGoal { id, other: other.at.place() },
                };
                findings.report(node.at(part.clone()), what);
            }
        }
    }
}

/// The parts of a field that have an id, with whether each is a goal.
fn parts<'n>(node: &'n Node<'n>) -> impl Iterator<Item = (&'n Id, bool, At<'n>)> {
    let field = node.field;
    let at = move |part: fn(usize) -> Part, index| At { node, part, index };
    let indicators = (field.indicators.iter().enumerate())
        .map(move |(index, one)| (&one.id, false, at(Part::Indicator, index)));
    let goals = (field.goals.iter().enumerate())
        .map(move |(index, goal)| (&goal.id, true, at(Part::Goal, index)));
    let actions = (field.actions.iter().enumerate())
        .map(move |(index, action)| (&action.id, false, at(Part::Action, index)));
    let costs = (field.costs.iter().enumerate())
        .map(move |(index, line)| (&line.id, false, at(Part::Cost, index)));
    indicators.chain(goals).chain(actions).chain(costs)
}

/// The goals that the parts of a field refer to.
fn references<'n>(node: &'n Node<'_>) -> impl Iterator<Item = (&'n [Id], Part)> {
    let indicators = (node.field.indicators.iter().enumerate())
        .map(|(index, indicator)| (&*indicator.goals, Part::Indicator(index)));
    let actions = (node.field.actions.iter().enumerate())
        .map(|(index, action)| (&*action.goals, Part::Action(index)));
    indicators.chain(actions)
}
