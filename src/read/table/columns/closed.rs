//! Headers of one line that each end in their unit, which shows where the next one begins, whatever they say: *Service Net spending £m
//! Capital charges £m Total £m*, also where a copy lost the gaps behind the units.

use super::Finder;
use crate::findings::rule::Message;
use crate::leaves::dimension::DimensionName;
use crate::leaves::unit::Unit;
use crate::read::dates::without_period;
use crate::read::facts::spacing;
use crate::read::lines::Lines;
use crate::read::placement::ColumnsBy;
use crate::read::slices;
use crate::read::table::settle::settle;
use crate::read::table::{Column, Doubt, Table};

/// Two may be words of a sentence.
const MIN_COLUMNS: usize = 3;

impl Finder<'_, '_> {
    /// The table of the rows below a line of headers with one unit for each column.
    pub(super) fn closed(&self, floor: usize) -> Option<Table> {
        /// The labels of groups between the headers and the rows.
        const MAX_ABOVE: usize = 3;
        let first = self.rows.first()?.line;
        let n = self.usual_width()?;
        let above = (first.saturating_sub(MAX_ABOVE).max(floor)..first).rev();
        let (head, mut columns) =
            above.into_iter().find_map(|head| Some((head, self.columns_with_units(head, n)?)))?;
        settle(self.vocabulary, &mut columns);
        let figures = || columns.iter().skip(1);
        if !figures().any(|column| column.facts.is_placing()) {
            return None;
        }
        // What isn't known of a header is a part of the others, and told where there is no other.
        for column in columns.iter_mut().skip(1).filter(|column| column.slice.is_none()) {
            let pack = self.vocabulary.pack();
            let name = column.headers.last().map(|header| without_period(pack, header));
            column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
        }
        let last = self.rows.last().map_or(first, |row| row.line);
        let mut table = Table {
            columns_by: Some(ColumnsBy::Rows),
            columns,
            head: vec![head],
            from: head,
            ..Table::default()
        };
        let at = Lines { first: head, last: first };
        table.doubts.push(Doubt { at, what: Message::AnotherReading {} });
        self.take_lines(head + 1, last, n, &mut table);
        Some(table)
    }

    /// How many cells more than half of the rows have.
    pub(super) fn usual_width(&self) -> Option<usize> {
        let mut widths: Vec<usize> = self.rows.iter().map(|row| row.cells.len()).collect();
        widths.sort_unstable();
        // What more than half of them have stands in the middle.
        let n = *widths.get(widths.len() / 2)?;
        let count = widths.iter().filter(|width| **width == n).count();
        (n >= MIN_COLUMNS && count * 2 > self.rows.len()).then_some(n)
    }

    /// The columns of a line of headers, that of the labels first, if it has as many units as there are columns, and ends in one.
    fn columns_with_units(&self, head: usize, n: usize) -> Option<Vec<Column>> {
        let text = &*self.lines.get(head)?.text;
        let words = spacing::header_words(text, true);
        let word = |&(from, to): &(usize, usize)| text.get(from..to).unwrap_or_default();
        let unit_of = |of: &(usize, usize)| -> Option<Unit> {
            let facts = self.vocabulary.facts(word(of));
            let is_unit = !facts.is_placing() && facts.content.is_none();
            facts.unit.clone().filter(|_| is_unit)
        };
        let is_unit = |at: &usize| words.get(*at).is_some_and(|of| unit_of(of).is_some());
        let ends: Vec<usize> = (0..words.len()).filter(is_unit).collect();
        if ends.len() != n || ends.last().copied() != words.len().checked_sub(1) {
            return None;
        }
        let mut columns = vec![Column::of_labels()];
        let mut begin = 0;
        for end in ends {
            let mut own = words.get(begin..end)?;
            if begin == 0 {
                let label = self.label_words(text, own)?;
                own = own.get(label..)?;
            }
            begin = end + 1;
            let (&(from, _), &(_, to)) = (own.first()?, own.last()?);
            let mut column = self.column_at(head, (from, to), None);
            column.facts.unit = words.get(end).and_then(unit_of);
            columns.push(column);
        }
        Some(columns)
    }

    /// How many of the words in front of the first unit stand above the labels: the one that is known as such a header, or stood
    /// alone before the gap behind it was lost.
    fn label_words(&self, text: &str, words: &[(usize, usize)]) -> Option<usize> {
        let &[(from, to), (next, _), ..] = words else { return None };
        let facts = self.vocabulary.facts(text.get(from..to)?);
        let is_glued = to == next;
        let names_rows = facts.content.is_some() && !facts.is_placing();
        (is_glued || names_rows).then_some(1)
    }
}
