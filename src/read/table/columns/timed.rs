//! Rows whose label begins with a time, below one line of headers that says so: *Perioden Regio's Gemiddelde rijtijd (minuten)*
//! above *2019 Groningen 4,4*, as statistics are published.

use super::Finder;
use crate::read::areas::is_of_areas;
use crate::read::dates;
use crate::read::facts::spacing::words_of;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::Lines;
use crate::read::marks;
use crate::read::placement::ColumnsBy;
use crate::read::spot::Spot;
use crate::read::table::columns::rows::RowLine;
use crate::read::table::settle::settle;
use crate::read::table::{Cell, Column, Row, RowKind, Table};

impl Finder<'_, '_> {
    /// The table of rows that each begin with a time, if the line above them has a header for the times, one for the labels, and
    /// one for each column of figures.
    pub(super) fn timed(&self, floor: usize) -> Option<Table> {
        /// Two labels may begin with a year by chance.
        const MIN_ROWS: usize = 3;
        let first = self.rows.first()?;
        let n = first.cells.len();
        if self.rows.len() < MIN_ROWS || self.rows.iter().any(|row| row.cells.len() != n) {
            return None;
        }
        let labels: Option<Vec<(Spot, Spot)>> =
            self.rows.iter().map(|row| self.time_and_label(row)).collect();
        let head = first.line.checked_sub(1).filter(|head| *head >= floor)?;
        let mut columns = self.columns_of(head, n)?;
        settle(self.vocabulary, &mut columns);
        let last = self.rows.last()?.line;
        let mut table = Table {
            columns_by: Some(ColumnsBy::Rows),
            labels_are_areas: columns
                .first()
                .is_some_and(|column| is_of_areas(self.vocabulary.pack(), &column.header())),
            columns,
            head: vec![head],
            from: head,
            ..Table::default()
        };
        let mut rows = self.rows.iter().zip(labels?).peekable();
        for at in first.line..=last {
            match rows.next_if(|(row, _)| row.line == at) {
                Some((row, (time, label))) => {
                    let cells = row.cells.iter().map(|of| Some(Cell::of_row(row.line, of)));
                    let cells = [None, Some(Cell::at(time))].into_iter().chain(cells).collect();
                    table.rows.push(Row::new(vec![label], RowKind::Figures, cells));
                }
                None => self.take_words(at, n, &mut table),
            }
        }
        table.to = last + 1;
        Some(table)
    }

    /// The time with which a label begins, and the rest of it.
    fn time_and_label(&self, row: &RowLine) -> Option<(Spot, Spot)> {
        let text = &*self.lines.get(row.line)?.text;
        let label = text.get(..row.label)?.trim_end();
        let end = label.find(char::is_whitespace)?;
        let time = marks::without(label.get(..end)?);
        dates::period(self.vocabulary.pack(), time)?;
        let begin = label.len() - label.get(end..)?.trim_start().len();
        Some((Spot::part(row.line, 0, end), Spot::part(row.line, begin, label.len())))
    }

    /// The columns of a line of headers: that of the labels first, then that of the times.
    fn columns_of(&self, head: usize, n: usize) -> Option<Vec<Column>> {
        let text = &*self.lines.get(head)?.text;
        let words = words_of(text);
        let content = |at: usize| {
            let &(from, to) = words.get(at)?;
            let facts = self.vocabulary.facts(text.get(from..to)?);
            facts.content.filter(|_| facts.rest == 0 && !facts.is_placing())
        };
        let is_of_labels = |content: &ColumnKind| {
            use ColumnKind::{Area, Group, Label, Population};
            matches!(content, Area | Group | Label | Population)
        };
        content(0).filter(|content| *content == ColumnKind::Period)?;
        content(1).filter(is_of_labels)?;
        let figures = self.parts(text, words.get(2..)?, n)?;
        let column = |from: usize, to: usize, content: Option<ColumnKind>| {
            let header = text.get(from..to).unwrap_or_default();
            Column {
                headers: vec![header.to_owned()],
                spots: vec![Spot::part(head, from, to)],
                lines: Some(Lines::one(head)),
                facts: (*self.vocabulary.facts(header)).clone(),
                content,
                ..Column::default()
            }
        };
        let (&(time, end_of_time), &(label, end_of_label)) = (words.first()?, words.get(1)?);
        let front = [
            column(label, end_of_label, Some(ColumnKind::Label)),
            column(time, end_of_time, Some(ColumnKind::Period)),
        ];
        let figures = figures.into_iter().map(|(from, to)| column(from, to, None));
        Some(front.into_iter().chain(figures).collect())
    }

    /// The headers of so many columns in some words: each ends with its unit in parentheses, or each word is known.
    fn parts(&self, text: &str, words: &[(usize, usize)], n: usize) -> Option<Vec<(usize, usize)>> {
        let word = |&(from, to): &(usize, usize)| text.get(from..to).unwrap_or_default();
        let mut closed: Vec<(usize, usize)> = Vec::new();
        let mut begin = None;
        for of in words {
            let from = *begin.get_or_insert(of.0);
            if word(of).ends_with(')') {
                closed.push((from, of.1));
                begin = None;
            }
        }
        if closed.len() == n && begin.is_none() {
            return Some(closed);
        }
        let is_known = |of: &(usize, usize)| {
            let facts = self.vocabulary.facts(word(of));
            facts.rest == 0 && facts.is_placing()
        };
        (words.len() == n && words.iter().all(is_known)).then(|| words.to_vec())
    }
}
