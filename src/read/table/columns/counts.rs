//! How many columns some rows may have: as many as most of them have cells, or as the headers above them say where
//! spaces part numbers as well as groups of digits.

use super::headers::items_of;
use super::rows::{RowLine, is_spaced, regroup};
use super::units::Scales;
use super::{Finder, MAX_GROUPS, MAX_HEADER};
use crate::findings::rule::Message;
use crate::read::facts::endings::RowCell;
use crate::read::lines::Lines;
use crate::read::table::arrange::Item;
use crate::read::table::{Doubt, Table};

impl Finder<'_, '_> {
    /// The table of some rows, with headers from a line on.
    pub(super) fn table(&self, floor: usize) -> Option<Table> {
        let first = self.rows.first()?.line;
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for row in self.rows {
            let width = row.broken.map_or(row.cells.len(), |broken| broken.width);
            match counts.iter_mut().find(|(n, _)| *n == width) {
                Some((_, count)) => *count += 1,
                None => counts.push((width, 1)),
            }
        }
        counts.sort_by_key(|&(n, count)| std::cmp::Reverse((count, n)));
        counts.truncate(4);
        if let Some(width) = self.padded() {
            counts = vec![(width, self.rows.len())];
        }
        let spaced = is_spaced(self.lines, self.rows);
        let pairs = if spaced { None } else { self.pairs_of_groups() };
        if spaced || pairs.is_some() {
            let mut counts = self.header_counts(first, floor, false);
            // As many years as there are pairs say that each is one number; other headers might be of either group.
            if let Some(pairs) = pairs {
                counts.retain(|n| *n == pairs && self.years_above(first, floor) == pairs);
            }
            for n in counts {
                let Some((rows, is_likely)) = regroup(self.lines, self.rows, n) else { continue };
                let finder = Finder::new(self.vocabulary, self.lines, &rows);
                let Some(mut table) = finder.table_of(floor, &[(n, rows.len())]) else { continue };
                if is_likely {
                    table.doubts.push(Doubt {
                        at: Lines { first, last: rows.last().map_or(first, |row| row.line) },
                        what: Message::SpacesPartBoth {},
                    });
                }
                return Some(table);
            }
        }
        self.table_of(floor, &counts)
    }

    /// How many years stand on the line of headers that has most of them.
    fn years_above(&self, first: usize, floor: usize) -> usize {
        let years = |at: usize| {
            let mut items = Vec::new();
            items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
            items.iter().filter(|item| item.facts.period.is_some()).count()
        };
        (first.saturating_sub(MAX_HEADER).max(floor)..first).map(years).max().unwrap_or(0)
    }

    /// How many numbers each row has, if two groups of digits may be one in all of them: `1 101 12 102`.
    fn pairs_of_groups(&self) -> Option<usize> {
        let count = self.rows.first()?.cells.len();
        let is_group = |text: &str, (from, to, favour): RowCell, is_last: bool| {
            let digits = text.get(from..to).unwrap_or_default();
            let digits = if is_last { digits } else { digits.trim_start_matches(['-', '−']) };
            let length = if is_last { 3..=3 } else { 1..=3 };
            favour.is_none()
                && length.contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit())
                && (is_last || !digits.starts_with('0'))
        };
        let are_pairs = |row: &RowLine| {
            let text = self.lines.get(row.line).map_or("", |line| &*line.text);
            let pairs = row.cells.chunks_exact(2);
            row.cells.len() == count
                && pairs.into_iter().all(|pair| match *pair {
                    [one, other] => is_group(text, one, false) && is_group(text, other, true),
                    _ => false,
                })
        };
        (count > 2
            && count.is_multiple_of(2)
            && self.rows.len() > 1
            && self.rows.iter().all(are_pairs))
        .then_some(count / 2)
    }

    /// The numbers of columns that the headers above the first row can make.
    pub(super) fn header_counts(&self, first: usize, floor: usize, is_glued: bool) -> Vec<usize> {
        let mut found = Vec::new();
        for head in (first.saturating_sub(MAX_HEADER).max(floor)..first).rev() {
            for end in (first.saturating_sub(MAX_GROUPS).max(head + 1)..=first).rev() {
                let mut items = Vec::new();
                items_of(self.vocabulary, self.lines, head, end, is_glued, &mut items);
                if is_glued {
                    items = Scales::split(items).items;
                }
                let is_placing = |item: &&Item| item.facts.is_placing();
                // Above glued rows a header that isn't known may be that of a column, or of the labels.
                let first = items.iter().position(|item| item.facts.is_placing());
                let from_first = items.len() - first.unwrap_or(items.len());
                let all = if is_glued { from_first } else { 0 };
                items = items.iter().filter(is_placing).cloned().collect();
                let years = items.iter().filter(|item| item.facts.is_bare_period()).count();
                for n in [items.len(), years, all] {
                    if n >= 2 && !found.contains(&n) {
                        found.push(n);
                    }
                }
            }
        }
        found
    }
}
