//! How likely a way is by its headers alone: columns that say the same, years out of order and words that were
//! torn off speak against it, whatever the rows below are.

use super::distinct::is_distinct;
use super::{Arrangement, How, Path};
use crate::read::facts::Facts;

impl Arrangement {
    /// Whether no two columns of figures say the same.
    fn is_distinct(&self) -> bool {
        is_distinct(&self.columns)
    }

    /// Whether columns of one kind have years that neither rise nor fall: then some stand elsewhere.
    fn is_out_of_order(&self) -> bool {
        let figures: Vec<&Facts> = self
            .columns
            .iter()
            .filter(|path| path.holds_figures() && path.facts.rest == 0)
            .map(|path| &path.facts)
            .collect();
        figures.iter().enumerate().any(|(at, first)| {
            let is_alike = |facts: &&&Facts| facts.role == first.role && facts.flow == first.flow;
            let is_first = !figures.iter().take(at).any(|facts| is_alike(&facts));
            let of_kind = figures.iter().filter(is_alike).filter_map(|facts| facts.period);
            let periods: Vec<_> = of_kind.collect();
            let is_turning = !periods.is_sorted() && !periods.iter().rev().is_sorted();
            is_first && is_turning
        })
    }

    /// Whether a word after several years was joined to the last of them: *2016*, *2017*, *Totaal* as the two headers
    /// *2016* and *2017 Totaal*.
    pub(in crate::read) fn tears_word(&self) -> bool {
        let is_bare = |path: &&Path| path.items.len() == 1 && path.facts.is_bare_period();
        let is_dated = |path: &&Path| matches!(*path.items, [word, year] if word > year);
        let has = |is: &dyn Fn(&&Path) -> bool| self.columns.iter().any(|path| is(&path));
        has(&is_bare) && has(&is_dated)
    }

    /// What is unlikely about it, whatever the rows below it are.
    pub(in crate::read) fn cost(&self) -> f64 {
        let repeated = if self.has_units || self.is_distinct() { 0.0 } else { 5.0 };
        let unordered = if self.is_out_of_order() { 1.0 } else { 0.0 };
        let how = match self.how {
            How::Flat => 0.0,
            How::Merged => 0.2,
            How::Levels => 0.3,
            How::Carried => 0.4,
            How::Paired => 0.9,
        };
        // A word after several years is more likely a column of its own.
        let torn = if self.tears_word() { 2.5 } else { 0.0 };
        repeated + 0.3 * self.unevenness() + unordered + how + torn
    }

    /// How uneven its columns of figures are: how often one of them lacks a year or a role that others
    /// have.
    fn unevenness(&self) -> f64 {
        let figures =
            || self.columns.iter().filter(|path| path.holds_figures() && path.facts.is_placing());
        let all = figures().count();
        let with_period = figures().filter(|path| path.facts.period.is_some()).count();
        // One that may be below either of two words has a role, though nobody knows which.
        let has_role = |path: &&Path| path.facts.role.is_some() || path.is_open;
        let with_role = figures().filter(has_role).count();
        let lacking = |with: usize| with.min(all - with);
        f64::from(u32::try_from(lacking(with_period) + lacking(with_role)).unwrap_or(u32::MAX))
    }
}
