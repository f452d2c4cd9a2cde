//! Headers that say what is compared with what: a difference of two stages, and the year that it is measured from.

use super::Facts;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::language::Pack;
use crate::read::vocabulary::Vocabulary;
use crate::words::Within;

impl Facts {
    /// What a header of two roles with a minus between them states: *(Na wijziging) - Realisatie*.
    pub(super) fn of_difference(vocabulary: &Vocabulary, text: &str) -> Option<Self> {
        // Most texts have no dash.
        if !text.bytes().any(|byte| matches!(byte, b'-' | 0xe2)) {
            return None;
        }
        let (one, other) = text.split_once(" - ").or_else(|| text.split_once(" – "))?;
        let of = |part: &str| {
            let part = part.trim();
            let bare = part.strip_prefix('(').and_then(|part| part.strip_suffix(')'));
            Facts::of(vocabulary, bare.unwrap_or(part))
        };
        let (one, other) = (of(one), of(other));
        let states =
            |facts: &Facts| facts.role.is_some() && facts.rest == 0 && facts.content.is_none();
        let is_one_time =
            one.period.is_none() || other.period.is_none() || one.period == other.period;
        (states(&one) && states(&other) && one.role != other.role).then(|| Facts {
            role: Some(Role::Difference),
            period: one.period.or(other.period).filter(|_| is_one_time),
            ..Facts::default()
        })
    }

    /// The year after *t.o.v.* is what a difference is measured from, and not the year that it is of: *Mutaties t.o.v. 2017*.
    /// With a stage between them it may be both: *Verschil t.o.v. begroting 2017* stands beside the accounts of that year.
    pub(super) fn settle_base_year(&mut self, pack: &Pack, core: &str) {
        let Some(year) = self.period.and_then(Period::as_year) else { return };
        if self.role != Some(Role::Difference) {
            return;
        }
        let year = year.to_string();
        let within = Within::new(core);
        let mut before = pack.each(|tables| tables.cells.change_from);
        let is_base = |from: &str| within.split(from).is_some_and(|(_, base)| base.trim() == year);
        if before.any(|from| is_base(from)) {
            self.period = None;
        }
    }

    /// What is measured against something else is neither of both: *Realisatie t.o.v. prognose* may be their difference, and a
    /// share of one of them.
    pub(super) fn settle_comparison(&mut self, pack: &Pack, core: &str) {
        if self.role.is_none_or(|role| role == Role::Difference) || self.period.is_some() {
            return;
        }
        let within = Within::new(core);
        let mut before = pack.each(|tables| tables.cells.change_from);
        let compares = |(one, other): (&str, &str)| !one.is_empty() && !other.is_empty();
        if before.any(|from| within.split(from).is_some_and(compares)) {
            *self = Facts { rest: 1, unit: self.unit.take(), ..Facts::default() };
        }
    }
}
