//! What headers cost that are left over right above those of a table.

use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::table::lines::segment::{Segment, is_label_head};

impl Segment<'_, '_> {
    /// What headers cost that are left over right above those of a table.
    pub(super) fn cost_above(&mut self, head: usize, floor: usize) -> f64 {
        let mut cost = 0.0;
        let mut above = head;
        while above > floor {
            let before = above - 1;
            let is_strong = match self.class(before) {
                Some(Class::Year | Class::Dated) => true,
                Some(Class::Words | Class::Mixed) => {
                    let facts = self.facts(before);
                    // *Overzicht van baten en lasten* is a title.
                    let is_of_flows =
                        facts.role.is_none() && facts.period.is_none() && facts.rest > 0;
                    facts.is_placing() && facts.rest <= 2 && !is_of_flows
                }
                Some(Class::Header) => {
                    self.facts(before).is_placing() || self.facts(before).content.is_some()
                }
                _ => false,
            };
            if !is_strong {
                // *Realisatie*, *raming*, the rest of the header of the labels, *2017*, *2018*.
                let is_role = |facts: &Facts| {
                    facts.role.is_some() && facts.period.is_none() && facts.rest == 0
                };
                let are_roles = above == head
                    && self.class(before) == Some(Class::Words)
                    && before.checked_sub(2).is_some_and(|first| {
                        first >= floor && (first..before).all(|at| is_role(&self.facts(at)))
                    });
                cost += if are_roles { 2.0 } else { 0.0 };
                break;
            }
            // The title of a table may be the word above its labels: *Indicatoren*.
            let is_title = is_label_head(&self.facts(before))
                || self
                    .heads
                    .binary_search(&self.tokens.get(before).map_or(0, |token| token.first))
                    .is_ok();
            // *2014* is left over above *2015*, *2016*: a row of years isn't begun in its middle.
            let is_of_years = above == head && self.goes_on_by_year(before);
            // *Rekening* is left over above *Begroting*, and is the header of a column as well.
            let is_beside = above == head && !is_title && {
                let (own, first) = (self.facts(before), self.facts(head));
                // *Doel* may be above the labels.
                let is_role = |facts: &Facts| {
                    facts.role.is_some() && facts.rest == 0 && facts.others.is_empty()
                };
                is_role(&own) && is_role(&first) && own.role != first.role
            };
            cost += if is_title { 0.5 } else { 3.0 };
            cost += if is_of_years || is_beside { 6.0 } else { 0.0 };
            above = before;
        }
        cost
    }
}
