//! Goals without actions or indicators, and actions without goals.

use super::Findings;
use super::outline::Outline;
use crate::findings::place::Part;
use crate::findings::rule::Message;
use crate::leaves::id::Id;
use std::collections::HashSet;

pub(super) fn check(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let has_goals = outline.holds_in_line(|field| !field.goals.is_empty());
    let has_actions = outline.holds_in_line(|field| !field.actions.is_empty());
    // An indicator that names no goals may measure any of those around and within its field.
    let may_measure = outline
        .holds_in_line(|field| field.indicators.iter().any(|indicator| indicator.goals.is_empty()));
    let has_indicators = outline.holds_in_line(|field| !field.indicators.is_empty());
    let measured: HashSet<&Id> = outline
        .nodes
        .iter()
        .flat_map(|node| &node.field.indicators)
        .flat_map(|i| &i.goals)
        .collect();
    let lines = has_goals.iter().zip(&has_actions).zip(has_indicators.iter().zip(&may_measure));
    for (node, ((&has_goals, &has_actions), (&has_indicators, &may_measure))) in
        outline.nodes.iter().zip(lines)
    {
        let (goals, actions) = (&node.field.goals, &node.field.actions);
        // Goals with nothing beside them lack both for one cause.
        let is_bare = !has_actions
            && !has_indicators
            && !goals.iter().any(|goal| measured.contains(&goal.id));
        if !goals.is_empty() && !has_actions {
            let goals = goals.len();
            let what = if is_bare {
                Message::NoActionsNorIndicators { goals }
            } else {
                Message::NoActions { goals }
            };
            findings.report(node.at(Part::Goal(0)), what);
        }
        if !actions.is_empty() && !has_goals {
            let what = Message::NoGoals { actions: actions.len() };
            findings.report(node.at(Part::Action(0)), what);
        }
        for (index, goal) in goals.iter().enumerate() {
            if !is_bare && !may_measure && !measured.contains(&goal.id) {
                let what = Message::GoalNotMeasured { goal: (&goal.text).into() };
                findings.report(node.at(Part::Goal(index)), what);
            }
        }
    }
}
