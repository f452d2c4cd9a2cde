//! Ids are unique within a document, so those of several have to be kept apart.

use std::collections::{HashMap, HashSet};

use crate::leaves::id::Id;
use crate::model::field::PolicyField;

/// The ids that are taken.
#[derive(Debug, Clone, Default)]
pub(super) struct Ids {
    taken: HashSet<Id>,
    /// For each id the last number that was put after it.
    counts: HashMap<Id, usize>,
}

impl Ids {
    /// Gives the parts of fields other ids where theirs are taken, and what refers to them too.
    pub(super) fn keep_apart(&mut self, fields: &mut [PolicyField]) {
        let mut renamed: HashMap<Id, Id> = HashMap::new();
        let mut fresh: HashSet<Id> = HashSet::new();
        each(fields, &mut |field| {
            let indicators = field.indicators.iter_mut().map(|indicator| &mut indicator.id);
            let goals = field.goals.iter_mut().map(|goal| &mut goal.id);
            let actions = field.actions.iter_mut().map(|action| &mut action.id);
            let costs = field.costs.iter_mut().map(|line| &mut line.id);
            for id in indicators.chain(goals).chain(actions).chain(costs) {
                if self.taken.contains(id) {
                    let other = self.other(id);
                    renamed.insert(std::mem::replace(id, other.clone()), other);
                }
                fresh.insert(id.clone());
            }
        });
        each(fields, &mut |field| {
            let of_indicators = field.indicators.iter_mut().flat_map(|one| &mut one.goals);
            let of_actions = field.actions.iter_mut().flat_map(|one| &mut one.goals);
            for id in of_indicators.chain(of_actions) {
                if let Some(other) = renamed.get(id) {
                    *id = other.clone();
                }
            }
        });
        self.taken.extend(fresh);
    }

    /// An id that is free: `2.3-i1` becomes `2.3-i1-2`.
    fn other(&mut self, id: &Id) -> Id {
        let count = self.counts.entry(id.clone()).or_insert(1);
        loop {
            *count += 1;
            match Id::new(format!("{id}-{count}")) {
                Ok(other) if self.taken.insert(other.clone()) => return other,
                Ok(_) => {}
                // An id that is as long as ids may be is cut.
                Err(_) => {
                    let short: String = id.as_str().chars().take(40).collect();
                    let cut = Id::new(format!("{short}-x{count}"));
                    if let Some(other) = cut.ok().filter(|other| self.taken.insert(other.clone())) {
                        return other;
                    }
                }
            }
        }
    }
}

/// Goes through fields and those in them.
fn each(fields: &mut [PolicyField], take: &mut impl FnMut(&mut PolicyField)) {
    let mut left: Vec<&mut PolicyField> = fields.iter_mut().collect();
    while let Some(field) = left.pop() {
        take(field);
        left.extend(field.fields.iter_mut());
    }
}
