//! Rows with their labels in the middle, as statements of accounts have them: last year's figures in front, this year's behind. *2020/21
//! 2021/22* above *6,810 Education and learning 6,910*.

use super::Finder;
use crate::leaves::unit::Unit;
use crate::read::dates;
use crate::read::facts::spacing::words_of;
use crate::read::label;
use crate::read::lines::Lines;
use crate::read::placement::ColumnsBy;
use crate::read::spot::Spot;
use crate::read::table::columns::rows::RowLine;
use crate::read::table::{Cell, Column, Row, RowKind, Table};

impl Finder<'_, '_> {
    /// The table of rows that have as many numbers in front of their label as behind it, below a line with a period for each of them.
    pub(super) fn beside_labels(&self, floor: usize) -> Option<Table> {
        /// Two rows may begin with a number by chance.
        const MIN_ROWS: usize = 3;
        /// The line of the periods, and one of units below it.
        const MAX_ABOVE: usize = 2;
        let (first, last) = (self.rows.first()?, self.rows.last()?);
        let n = first.cells.len();
        if self.rows.len() < MIN_ROWS || self.rows.iter().any(|row| row.cells.len() != n) {
            return None;
        }
        let fronts: Option<Vec<Front>> =
            self.rows.iter().map(|row| self.front(row).filter(|of| of.cells.len() == n)).collect();
        let fronts = fronts?;
        let above = (floor..first.line).rev().take(MAX_ABOVE);
        let mut unit = None;
        let mut found = None;
        for at in above {
            found = self.periods(at, n);
            if found.is_some() {
                break;
            }
            unit = Some(self.unit_of_each(at, 2 * n)?);
        }
        let columns = found?;
        let head = columns.first()?.lines?.first;
        let mut table = Table {
            columns,
            head: (head..first.line).collect(),
            from: head,
            to: last.line + 1,
            columns_by: Some(ColumnsBy::Rows),
            ..Table::default()
        };
        table.scope.unit = unit;
        let mut rows = self.rows.iter().zip(fronts).peekable();
        for at in first.line..=last.line {
            match rows.next_if(|(row, _)| row.line == at) {
                Some((row, front)) => {
                    let behind = row.cells.iter().map(|of| Some(Cell::of_row(row.line, of)));
                    let cells = front.cells.iter().map(|&spot| Some(Cell::at(spot)));
                    let cells = cells.chain([None]).chain(behind).collect();
                    table.rows.push(Row::new(vec![front.label], RowKind::Figures, cells));
                }
                None => self.take_words(at, 2 * n, &mut table),
            }
        }
        Some(table)
    }

    /// The numbers in front of a label, and the label.
    fn front(&self, row: &RowLine) -> Option<Front> {
        let text = &*self.lines.get(row.line)?.text;
        let label = text.get(..row.label)?.trim_end();
        let words = words_of(label);
        let is_number = |&&(from, to): &&(usize, usize)| {
            let word = label.get(from..to).unwrap_or_default();
            // `1.` and `2)` number the rows.
            self.vocabulary.is_number(word) && !word.ends_with(['.', ':'])
        };
        let count = words.iter().take_while(is_number).count();
        let &(begin, _) = words.get(count)?;
        let cells = words.iter().take(count).map(|&(from, to)| Spot::part(row.line, from, to));
        let has_words = label.get(begin..)?.contains(char::is_alphabetic);
        has_words.then(|| Front {
            cells: cells.collect(),
            label: Spot::part(row.line, begin, label.len()),
        })
    }

    /// The columns of a line that begins and ends with so many periods.
    fn periods(&self, at: usize, n: usize) -> Option<Vec<Column>> {
        let text = &*self.lines.get(at)?.text;
        let words = words_of(text);
        let middle = words.get(n..words.len().checked_sub(n)?)?;
        let is_period = |&(from, to): &(usize, usize)| {
            text.get(from..to)
                .is_some_and(|word| dates::period(self.vocabulary.pack(), word).is_some())
        };
        let (front, behind) = (words.get(..n)?, words.get(words.len() - n..)?);
        if !front.iter().chain(behind).all(is_period) || middle.iter().any(is_period) {
            return None;
        }
        let column = |&(from, to): &(usize, usize)| {
            let header = text.get(from..to).unwrap_or_default();
            Column {
                headers: vec![header.to_owned()],
                spots: vec![Spot::part(at, from, to)],
                lines: Some(Lines::one(at)),
                facts: (*self.vocabulary.facts(header)).clone(),
                ..Column::default()
            }
        };
        let columns = front.iter().map(column).chain([Column::of_labels()]);
        Some(columns.chain(behind.iter().map(column)).collect())
    }

    /// The scale that a line states for each of so many columns: *£000 £000*.
    fn unit_of_each(&self, at: usize, n: usize) -> Option<Unit> {
        let text = &*self.lines.get(at)?.text;
        let words = words_of(text);
        let mut units = words.iter().map(|&(from, to)| {
            text.get(from..to).and_then(|word| label::scale_alone(self.vocabulary.pack(), word))
        });
        let unit = units.next()??;
        (words.len() == n && units.all(|other| other.as_ref() == Some(&unit))).then_some(unit)
    }
}

/// What stands in front of the last numbers of a row.
struct Front {
    cells: Vec<Spot>,
    label: Spot,
}
