//! What speaks against a way to read headers: columns that say nothing, headers that are left over, and rows with more or
//! fewer cells.

use super::Finder;
use super::above::Above;
use crate::read::table::arrange::{Arrangement, How, Item, Path};

/// What a column costs of which nobody knows which of the outer headers are above it, and all of them.
const OPEN: f64 = 0.5;
const MAX_OPEN: f64 = 1.5;

impl Finder<'_, '_> {
    pub(super) fn cost(
        &self,
        arrangement: &Arrangement,
        items: &[Item],
        above: &Above,
        n: usize,
    ) -> f64 {
        let mut cost = 0.0;
        for path in &arrangement.columns {
            if !path.facts.is_placing() {
                cost += 1.2;
            }
        }
        // For many columns as for a few it is one thing that isn't known, how far the outer headers reach.
        let open = arrangement.columns.iter().filter(|path| path.is_open).count();
        cost += (OPEN * f64::from(u32::try_from(open).unwrap_or(u32::MAX))).min(MAX_OPEN);
        cost += arrangement.cost();
        if !arrangement.tears_word() && tears_line(arrangement, items) {
            cost += 2.5;
        }
        // Headers above each other stand on lines of their own.
        let lines = items.iter().filter(|item| item.begins_line).count();
        if arrangement.how == How::Levels && lines <= 1 {
            cost += 0.5;
        }
        let line = |item: &Item| item.spots.first().map_or(0, |spot| spot.piece());
        let used: std::collections::HashSet<usize> =
            arrangement.columns.iter().flat_map(|path| path.items.iter().copied()).collect();
        for (at, item) in items.iter().enumerate().filter(|(at, _)| !used.contains(at)) {
            // A title between two lines of headers is the head of the labels.
            let headers = |of: usize| {
                items.iter().filter(|other| line(other) == of && other.facts.is_placing()).count()
            };
            let own = line(item);
            let is_between = |own: usize| headers(own - 1) > 1 && headers(own + 1) > 1;
            let is_of_labels = at > 0 && own > 0 && headers(own) == 0 && is_between(own);
            cost += if is_of_labels { 0.4 } else { 1.5 };
        }
        // A year alone on its line is of all columns below it, and of none alone.
        let is_alone = |at: usize| {
            let of = |at: Option<usize>| at.and_then(|at| items.get(at)).map(line);
            let own = of(Some(at));
            of(at.checked_sub(1)) != own && of(Some(at + 1)) != own
        };
        let is_lone_year = |at: &usize| {
            items.get(*at).is_some_and(|item| item.facts.is_bare_period()) && is_alone(*at)
        };
        let dated = arrangement.columns.iter().filter(|path| path.facts.period.is_some()).count();
        let has_lone_year =
            arrangement.columns.iter().any(|path| path.items.iter().any(&is_lone_year));
        if has_lone_year && dated == 1 && n > 1 {
            cost += 2.5;
        }
        // Rows that don't have that many cells.
        let is_padded = self.padded() == Some(n);
        let misfits = self.rows.iter().filter(|row| row.cells.len() < n && !is_padded).count();
        cost += f64::from(u32::try_from(misfits).unwrap_or(999)) * 1.0;
        let more = self.rows.iter().filter(|row| row.cells.len() > n);
        for row in more {
            let is_of_label = row.cells.len() == n + 1 && self.begins_with_label(row);
            cost += if is_of_label { 0.3 } else { 0.8 };
        }
        if above.begins_with_title {
            cost += 1.5;
        }
        if above.is_left_over {
            cost += 2.0;
        }
        if above.is_cut {
            cost += 2.5;
        }
        cost
    }
}

/// Whether a word at the end of a line of years was taken as the header of all of them, or of the last: *2016*, *2017*, *Norm*
/// are three columns.
pub(super) fn tears_line(arrangement: &Arrangement, items: &[Item]) -> bool {
    let is_year = |at: &usize| items.get(*at).is_some_and(|item| item.facts.is_bare_period());
    let is_behind = |at: &usize| {
        items.get(*at).is_some_and(|item| !item.begins_line && !item.facts.is_bare_period())
            && at.checked_sub(1).is_some_and(|before| is_year(&before))
            && items.get(at + 1).is_none_or(|next| next.begins_line)
    };
    let years = (0..items.len()).filter(is_year).count();
    let is_torn = |path: &Path| {
        path.items.len() > 1 && path.items.iter().any(is_behind) && path.items.iter().any(is_year)
    };
    years > 1 && arrangement.columns.len() <= years && arrangement.columns.iter().any(is_torn)
}
