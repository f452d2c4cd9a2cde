//! Facts of one scope within another, as those of a header below another one: the narrower goes first, and what
//! contradicts the wider is forgotten.

use super::Facts;
use super::words::FlowWord;
use crate::leaves::role::Role;
use crate::read::language::HeaderWord;

impl Facts {
    /// The facts of a narrower scope and, where that leaves a dimension open, these.
    pub(in crate::read) fn within(&self, wider: &Facts) -> Facts {
        if !self.others.is_empty() && (wider.role.is_some() || wider.flow.is_some()) {
            let others = self.others;
            let mut own = self.clone();
            own.forget_ambiguous();
            let mut all = own.within(wider);
            all.add(HeaderWord::Ambiguous(others));
            return all;
        }
        let has_flow = self.flow.is_some();
        // *Amended* above *Budget*, and *Begroting* above *na wijziging*.
        let role = match (self.role, wider.role) {
            (Some(Role::Budgeted), Some(Role::Amended)) => Some(Role::Amended),
            (own, wider) => own.or(wider),
        };
        Facts {
            period: self.period.or(wider.period),
            role,
            flow: self.flow.or(wider.flow),
            others: if self.role.is_some() || has_flow || self.content.is_some() {
                self.others
            } else {
                wider.others
            },
            day: self.day.or(wider.day),
            years_after: self.years_after.or(wider.years_after),
            change: if self.change > 0 { self.change } else { wider.change },
            unit: self.unit.clone().or_else(|| wider.unit.clone()),
            status: {
                let mut all = self.status;
                all.extend(wider.status.iter());
                all
            },
            marks: self.marks.iter().chain(&wider.marks).cloned().collect(),
            content: self.content.or(wider.content),
            rest: self.rest.max(wider.rest),
            is_torn: self.is_torn || wider.is_torn,
            is_remarked: self.is_remarked || wider.is_remarked,
            is_of_parts: self.is_of_parts || wider.is_of_parts,
            is_stock: self.is_stock || wider.is_stock,
            is_sum: self.is_sum || wider.is_sum,
            is_misspelled: self.is_misspelled || wider.is_misspelled,
            is_multi_year: self.is_multi_year || wider.is_multi_year,
            is_mapped: self.is_mapped || wider.is_mapped,
        }
    }

    /// Forgets what contradicts a wider scope of the same axis, and says that it did: *2019* below *2018*, *Begroting*
    /// below *Rekening*, *Lasten* below *Baten*.
    pub(in crate::read) fn forget_contradictions(&mut self, wider: &mut Facts) -> bool {
        let is_plan = |role: Role| matches!(role, Role::Budgeted | Role::Amended | Role::Expected);
        let is_apart = |one: Role, other: Role| {
            (one == Role::Realised && is_plan(other)) || (is_plan(one) && other == Role::Realised)
        };
        let is_of_flow = |flow: FlowWord| matches!(flow, FlowWord::Expenses | FlowWord::Income);
        let is_sure = self.others.is_empty() && wider.others.is_empty();
        let periods = self.period.zip(wider.period);
        let mut found = false;
        if periods.is_some_and(|(one, other)| !one.contains(other) && !other.contains(one)) {
            (self.period, wider.period) = (None, None);
            found = true;
        }
        if is_sure && self.role.zip(wider.role).is_some_and(|(one, other)| is_apart(one, other)) {
            (self.role, wider.role) = (None, None);
            found = true;
        }
        let flows = self.flow.zip(wider.flow);
        if is_sure
            && flows
                .is_some_and(|(one, other)| one != other && is_of_flow(one) && is_of_flow(other))
        {
            (self.flow, wider.flow) = (None, None);
            found = true;
        }
        found
    }
}
