//! Rows with a time in front of their label or behind it, below one line of headers that says so: *Perioden Regio's Gemiddelde
//! rijtijd (minuten)* above *2019 Groningen 4,4*, and *Taakvelden Perioden Baten (mln euro)* above *Veiligheid 2022* 12,5*, as
//! statistics are published.

use super::Finder;
use super::capitals::at_capitals;
use crate::findings::rule::Message;
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
use crate::read::table::{Cell, Column, Doubt, Row, RowKind, Table};

/// Where in a row its time stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TimeAt {
    /// In front of the label.
    Front,
    /// Behind it, where it was taken for the first cell.
    FirstCell,
}

impl Finder<'_, '_> {
    /// The table of rows that each have a time next to their label, if the line above them has a header for the times, one for
    /// the labels, and one for each column of figures.
    pub(super) fn timed(&self, floor: usize) -> Option<Table> {
        /// Two labels may begin with a year by chance.
        const MIN_ROWS: usize = 3;
        let first = self.rows.first()?;
        let n = first.cells.len();
        if self.rows.len() < MIN_ROWS || self.rows.iter().any(|row| row.cells.len() != n) {
            return None;
        }
        let (time_at, labels) = [TimeAt::Front, TimeAt::FirstCell].into_iter().find_map(|at| {
            let rows: Option<Vec<(Spot, Spot)>> =
                self.rows.iter().map(|row| self.time_and_label(row, at)).collect();
            Some((at, rows?))
        })?;
        let skipped = usize::from(time_at == TimeAt::FirstCell);
        let n = n.checked_sub(skipped).filter(|n| *n > 0)?;
        let head = first.line.checked_sub(1).filter(|head| *head >= floor)?;
        let (mut columns, is_parted) = self.columns_of(head, n, time_at)?;
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
            doubts: Vec::from_iter(
                is_parted
                    .then(|| Doubt { at: Lines::one(head), what: Message::PartedAtCapitals {} }),
            ),
            ..Table::default()
        };
        let mut rows = self.rows.iter().zip(labels).peekable();
        for at in first.line..=last {
            match rows.next_if(|(row, _)| row.line == at) {
                Some((row, (time, label))) => {
                    let cells = row.cells.iter().skip(skipped);
                    let cells = cells.map(|of| Some(Cell::of_row(row.line, of)));
                    let cells = [None, Some(Cell::at(time))].into_iter().chain(cells).collect();
                    table.rows.push(Row::new(vec![label], RowKind::Figures, cells));
                }
                None => self.take_words(at, n, &mut table),
            }
        }
        table.to = last + 1;
        Some(table)
    }

    /// The time next to the label of a row, and the label.
    fn time_and_label(&self, row: &RowLine, at: TimeAt) -> Option<(Spot, Spot)> {
        let text = &*self.lines.get(row.line)?.text;
        let label = text.get(..row.label)?.trim_end();
        let (time, begin) = match at {
            TimeAt::Front => {
                let end = label.find(char::is_whitespace)?;
                ((0, end), label.len() - label.get(end..)?.trim_start().len())
            }
            TimeAt::FirstCell => row.cells.first().map(|&(from, to, _)| ((from, to), 0))?,
        };
        dates::period(self.vocabulary.pack(), marks::without(text.get(time.0..time.1)?))?;
        let has_label = label.get(begin..)?.contains(char::is_alphabetic);
        has_label.then(|| {
            (Spot::part(row.line, time.0, time.1), Spot::part(row.line, begin, label.len()))
        })
    }

    /// The columns of a line of headers: that of the labels first, then that of the times. And whether the others were parted at
    /// their capitals.
    fn columns_of(&self, head: usize, n: usize, time_at: TimeAt) -> Option<(Vec<Column>, bool)> {
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
        let is_time = |at: usize| content(at) == Some(ColumnKind::Period);
        // Where the time comes second, the words in front of its header are those of the labels.
        let time = match time_at {
            TimeAt::Front => 0,
            TimeAt::FirstCell => (1..words.len()).find(|&at| is_time(at))?,
        };
        if !is_time(time) {
            return None;
        }
        let (label, figures) = match time_at {
            TimeAt::Front => {
                content(1).filter(is_of_labels)?;
                (words.get(1).copied()?, words.get(2..)?)
            }
            TimeAt::FirstCell => {
                let (first, last) = (words.first()?, words.get(time - 1)?);
                ((first.0, last.1), words.get(time + 1..)?)
            }
        };
        let (figures, is_parted) = match self.parts(text, figures, n) {
            Some(figures) => (figures, false),
            None if time_at == TimeAt::FirstCell => (at_capitals(text, figures, n)?, true),
            None => return None,
        };
        let column = |of, content| self.column_at(head, of, content);
        let front = [
            column(label, Some(ColumnKind::Label)),
            column(words.get(time).copied()?, Some(ColumnKind::Period)),
        ];
        let figures = figures.into_iter().map(|of| column(of, None));
        Some((front.into_iter().chain(figures).collect(), is_parted))
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
