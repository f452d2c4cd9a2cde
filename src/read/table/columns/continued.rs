//! Rows without headers that go on with the table above them.

use super::{Finder, RowLine};
use crate::findings::rule::Message;
use crate::read::lines::Lines;
use crate::read::placement::ColumnsBy;
use crate::read::table::{Column, Doubt, Table, codes};

impl Finder<'_, '_> {
    /// The rows as those of the table above them, which lines of other text interrupt: most have as many cells, and no headers stand
    /// between.
    pub(super) fn continued(&self, above: &Table) -> Option<Table> {
        /// In lines; further on it is another table.
        const MAX_BETWEEN: usize = 40;
        let first = self.rows.first()?.line;
        let n = above.columns.iter().filter(|column| column.content.is_none()).count();
        let is_plain = above.columns.len() == n + 1
            && above.columns.first().is_some_and(Column::is_of_labels)
            && above.columns_by == Some(ColumnsBy::Rows);
        // White space says of a row that lost some which they are.
        let is_whole = |row: &&RowLine| {
            let by_space = || self.places_by_space(row.line, row.label, &row.cells, n).is_some();
            let is_broken = row.broken.is_some_and(|broken| broken.width == n);
            is_broken || row.label > 0 && (row.cells.len() == n || by_space())
        };
        let whole = self.rows.iter().filter(is_whole).count();
        // *1b Afwijkingen door het virus* is a group.
        let is_group = |at: usize| {
            self.lines.get(at).is_some_and(|line| codes::lettered(&line.text).is_some())
        };
        let has_headers = (above.to..first).any(|at| !is_group(at) && self.states(at));
        if n < 2
            || !is_plain
            || whole * 2 < self.rows.len()
            || first - above.to.min(first) > MAX_BETWEEN
            || has_headers
        {
            return None;
        }
        let scope = above.scope.clone();
        let mut table = Table {
            columns_by: Some(ColumnsBy::Rows),
            columns: above.columns.clone(),
            scope,
            from: first,
            ..Table::default()
        };
        let last = self.rows.last().map_or(first, |row| row.line);
        table
            .doubts
            .push(Doubt { at: Lines { first, last }, what: Message::ColumnsOfTableAbove {} });
        self.take_lines(first, last, n, &mut table);
        Some(table)
    }
}
