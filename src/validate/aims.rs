//! Goals without actions or indicators, and actions without goals.

use super::Findings;
use super::outline::Outline;
use crate::error::Quoted;
use crate::findings::place::Part;
use crate::findings::rule::Rule;
use crate::leaves::id::Id;
use std::collections::HashSet;

pub(super) fn check(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let has_goals = outline.holds_in_line(|field| !field.goals.is_empty());
    let has_actions = outline.holds_in_line(|field| !field.actions.is_empty());
    // An indicator that names no goals may measure any of those around and within its field.
    let may_measure = outline
        .holds_in_line(|field| field.indicators.iter().any(|indicator| indicator.goals.is_empty()));
    let measured: HashSet<&Id> = outline
        .nodes
        .iter()
        .flat_map(|node| &node.field.indicators)
        .flat_map(|i| &i.goals)
        .collect();
    let lines = has_goals.iter().zip(&has_actions).zip(&may_measure);
    for (node, ((&has_goals, &has_actions), &may_measure)) in outline.nodes.iter().zip(lines) {
        let (goals, actions) = (&node.field.goals, &node.field.actions);
        if !goals.is_empty() && !has_actions {
            findings.report(Rule::GoalsWithoutActions, node.at(Part::Goal(0)), || {
                format!("the field has {} and no action", counted(goals.len(), "goal"))
            });
        }
        if !actions.is_empty() && !has_goals {
            findings.report(Rule::ActionsWithoutGoals, node.at(Part::Action(0)), || {
                format!("the field has {} and no goal", counted(actions.len(), "action"))
            });
        }
        for (index, goal) in goals.iter().enumerate() {
            if !may_measure && !measured.contains(&goal.id) {
                findings.report(Rule::GoalWithoutIndicator, node.at(Part::Goal(index)), || {
                    format!("no indicator measures {}", Quoted(&goal.text))
                });
            }
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
