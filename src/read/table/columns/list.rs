//! Lists of amounts that have no column headers, as rates are published: a label and one amount on each line, below a title
//! that says of when they are.

use super::Finder;
use crate::findings::rule::Message;
use crate::leaves::period::Period;
use crate::read::lines::Lines;
use crate::read::placement::ColumnsBy;
use crate::read::shapes::is_sentence;
use crate::read::table::columns::rows::RowLine;
use crate::read::table::{Column, Doubt, RowKind, Table};
use crate::words::has_digit;

impl Finder<'_, '_> {
    /// The list that some rows of one amount each are, if a title above them says of when.
    pub(super) fn list(&self, floor: usize) -> Option<Table> {
        /// Two lines may end in an amount by chance.
        const MIN_ROWS: usize = 3;
        let first = self.rows.first()?.line;
        let amounts = self.rows.iter().filter(|row| self.is_amount(row)).count();
        if self.rows.len() < MIN_ROWS
            || self.rows.iter().any(|row| row.cells.len() != 1)
            || amounts * 2 <= self.rows.len()
        {
            return None;
        }
        let (title, period) = self.dated_title(first, floor)?;
        let mut table = Table { columns_by: Some(ColumnsBy::Rows), ..Table::default() };
        table.columns = vec![Column::of_labels(), Column::default()];
        table.scope.period = Some(period);
        table.from = self.first_group(title + 1, first);
        let last = self.rows.last().map_or(first, |row| row.line);
        let mut rows = self.rows.iter().peekable();
        for at in table.from..=last {
            match rows.peek() {
                Some(row) if row.line == at => {
                    self.take_row(row, 1, &mut table);
                    rows.next();
                }
                _ => self.take_words(at, 1, &mut table),
            }
        }
        table.rows.retain(|row| row.kind != RowKind::Misfit || !row.cells.is_empty());
        table.to = last + 1;
        let at = Lines::one(first);
        table.doubts.push(Doubt { at, what: Message::PeriodOfTitle { period } });
        Some(table)
    }

    /// Whether the number of a row is written as an amount, and not as that of a page or a house.
    fn is_amount(&self, row: &RowLine) -> bool {
        const MIN_DIGITS: usize = 4;
        let text = self.lines.get(row.line).map_or("", |line| &*line.text);
        let cell = row.cells.first().and_then(|&(from, to, _)| text.get(from..to));
        cell.is_some_and(|cell| {
            cell.contains(|c: char| !c.is_ascii_digit())
                || cell.bytes().filter(u8::is_ascii_digit).count() >= MIN_DIGITS
        })
    }

    /// The title above a line that says of when what follows is, and that period: *Tarieven 2022*.
    fn dated_title(&self, first: usize, floor: usize) -> Option<(usize, Period)> {
        const MAX_ABOVE: usize = 12;
        /// In bytes.
        const MAX_LEN: usize = 90;
        let above = (first.saturating_sub(MAX_ABOVE).max(floor)..first).rev();
        let dated = |at: usize| {
            let text = &*self.lines.get(at)?.text;
            let may_be = text.len() <= MAX_LEN && !is_sentence(text);
            let facts = self.vocabulary.facts(text);
            // A year alone is the header of a column.
            let is_title = may_be && !facts.is_bare_period();
            Some((at, facts.period.filter(|_| is_title)?))
        };
        above.into_iter().find_map(dated)
    }

    /// The first of the lines right above the rows that may be the label of a group: words without a number.
    fn first_group(&self, from: usize, first: usize) -> usize {
        const MAX_GROUPS: usize = 2;
        const MAX_LEN: usize = 80;
        let is_group = |at: &usize| {
            self.lines.get(*at).is_some_and(|line| {
                line.text.len() <= MAX_LEN && !has_digit(&line.text) && !is_sentence(&line.text)
            })
        };
        let lowest = first.saturating_sub(MAX_GROUPS).max(from);
        (lowest..first).rev().take_while(is_group).last().unwrap_or(first)
    }
}
