//! The empty cells above the labels, which headers moved into; or the labels themselves, where a table has none.

use super::{Look, MAX_ROWS, moved};
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::source::{GridCell, GridRow};
use crate::read::table::arrange::spans_over;

impl Look<'_, '_> {
    /// The rows of a table that has no labels, with room for them in front: below its caption it has a row of headers that say when, and
    /// one of as many numbers.
    pub(super) fn without_labels(&self) -> Vec<(usize, GridRow)> {
        let rows = || (0..self.grid.rows.len()).filter(|&row| !self.cells(row).is_empty());
        let mut pair = rows();
        let (Some(head), Some(body), None) = (pair.next(), pair.next(), pair.next()) else {
            return Vec::new();
        };
        let (headers, numbers) = (self.cells(head), self.cells(body));
        let states = |cell: &GridCell| {
            let facts = self.vocabulary.facts(self.text(cell));
            facts.period.is_some() && facts.rest == 0
        };
        let are_numbers = numbers.iter().all(|cell| self.class(cell) == Class::Number);
        let is_plain = self.grid.caption.is_some()
            && headers.len() > 1
            && headers.len() == numbers.len()
            && headers.iter().all(states)
            && are_numbers;
        if !is_plain {
            return Vec::new();
        }
        vec![(head, moved(headers, 0, 1)), (body, moved(numbers, 0, 1))]
    }

    /// Header rows that begin above the labels, since the empty cell in the corner was lost: one with a header for
    /// each column of figures, and those above it that have fewer.
    pub(super) fn without_corner(&self) -> Vec<(usize, GridRow)> {
        let is_number = |cell: &&GridCell| self.class(cell) == Class::Number;
        let body: Vec<&[GridCell]> = (0..self.grid.rows.len())
            .map(|row| self.cells(row))
            .filter(|cells| cells.iter().filter(is_number).count() > 1)
            .collect();
        let Some(width) = body.iter().filter_map(|cells| cells.last()).map(GridCell::end).max()
        else {
            return Vec::new();
        };
        let labels = body.iter().filter(|cells| {
            cells.first().is_some_and(|cell| cell.column == 0 && self.class(cell) != Class::Number)
        });
        let is_labelled = labels.count() == body.len();
        let states = |cell: &GridCell| {
            matches!(self.class(cell), Class::Year | Class::Header | Class::Dated)
        };
        let is_of_headers = |row: usize| {
            let cells = self.cells(row);
            cells.len() > 1
                && cells.iter().enumerate().all(|(at, cell)| cell.column == at && cell.columns == 1)
                && cells.iter().all(states)
                && cells.first().is_some_and(|cell| {
                    let facts = self.vocabulary.facts(self.text(cell));
                    facts.is_placing() && facts.content.is_none()
                })
        };
        let lower = (0..self.end_of_headers(MAX_ROWS + 2))
            .find(|&row| is_of_headers(row) && self.cells(row).len() + 1 == width);
        // A row of headers beside it that begins after the labels has not lost its corner, and neither has this one.
        let keeps_corner = |row: usize| {
            self.cells(row).first().is_some_and(|cell| cell.column == 1)
                && self.cells(row).iter().filter(|cell| states(cell)).count() > 1
        };
        let has_corner =
            |row: &usize| keeps_corner(row + 1) || row.checked_sub(1).is_some_and(keeps_corner);
        let lower = lower.filter(|lower| is_labelled && !has_corner(lower));
        let Some(lower) = lower else { return Vec::new() };
        let facts = |row: usize| -> Vec<Facts> {
            let cells = self.cells(row).iter();
            cells.map(|cell| (*self.vocabulary.facts(self.text(cell))).clone()).collect()
        };
        let mut moved_rows = vec![(lower, moved(self.cells(lower), 0, 1))];
        // Another row of as many headers right below it.
        let next = lower + 1;
        if is_of_headers(next) && self.cells(next).len() + 1 == width {
            moved_rows.push((next, moved(self.cells(next), 0, 1)));
        }
        let below = facts(lower);
        for row in (0..lower).rev().take_while(|row| is_of_headers(*row)) {
            let cells = self.cells(row);
            let own = facts(row);
            let over = if own.len() == below.len() {
                Some((0..own.len()).collect())
            } else {
                spans_over(&own, &below)
            };
            let Some(over) = over else { continue };
            let mut made = GridRow::default();
            for (at, cell) in cells.iter().enumerate() {
                let Some(first) = over.iter().position(|unit| *unit == at) else { continue };
                let columns = over.iter().filter(|unit| **unit == at).count();
                made.push(GridCell { column: first + 1, columns, ..*cell });
            }
            moved_rows.push((row, made));
        }
        moved_rows
    }
}
