//! Headers above a row of others that come again, each above one such part.

use super::{Look, MAX_ROWS, moved};
use crate::read::facts::classes::Class;
use crate::read::source::{GridCell, GridRow};
use crate::words::fold;

impl Look<'_, '_> {
    /// Rows of headers above rows of more that begin anew with the same text: *2010* and *2009* above *Expenditure*,
    /// *Income*, *Expenditure*, *Income*. Each header stands above one such part.
    pub(super) fn over_cycles(&self) -> Vec<(usize, GridRow)> {
        let texts = |row: usize| self.cells(row).iter().map(|cell| fold(self.text(cell), true));
        // The headers of the figures; what stands in front of them is above the labels.
        let of_figures = |row: usize| -> Option<usize> {
            let first = self
                .cells(row)
                .iter()
                .position(|cell| self.vocabulary.facts(self.text(cell)).is_placing())?;
            let cells = self.cells(row).get(first..)?;
            let start = cells.first()?.column;
            let is_dense = cells
                .iter()
                .enumerate()
                .all(|(at, cell)| cell.column == start + at && cell.columns == 1);
            (is_dense && cells.len() > 1).then_some(first)
        };
        let end = self.end_of_headers(MAX_ROWS);
        let Some(lowest) = (0..end).rev().find(|&row| {
            of_figures(row).is_some_and(|first| self.cells(row).len() - first > 2)
                && !self.cells(row).iter().any(|cell| self.class(cell) == Class::Number)
        }) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut places: Vec<(usize, usize)> = match of_figures(lowest) {
            Some(first) => self
                .cells(lowest)
                .iter()
                .skip(first)
                .map(|cell| (cell.column, cell.end()))
                .collect(),
            None => return Vec::new(),
        };
        for row in (0..lowest).rev() {
            let Some((first, below)) = of_figures(row).zip(of_figures(row + 1)) else { break };
            let inner: Vec<String> = texts(row + 1).skip(below).collect();
            let outer = self.cells(row).get(first..).unwrap_or_default();
            let size = inner.len().checked_div(outer.len()).unwrap_or(0);
            let begins_anew = || {
                inner.chunks(size).all(|part| part.first() == inner.first())
                    && inner.iter().filter(|text| Some(*text) == inner.first()).count()
                        == outer.len()
            };
            // The empty cell above the labels may be lost.
            let is_at_left = outer.first().zip(places.first()).is_some_and(|(cell, place)| {
                cell.column == place.0 || cell.column == 0 && place.0 == 1
            });
            if size < 2 || inner.len() != size * outer.len() || !is_at_left || !begins_anew() {
                break;
            }
            let over: Vec<(usize, usize)> = places
                .chunks(size)
                .filter_map(|part| Some((part.first()?.0, part.last()?.1)))
                .collect();
            let mut made = GridRow::default();
            for cell in self.cells(row).iter().take(first) {
                made.push(*cell);
            }
            for (cell, (from, to)) in outer.iter().zip(&over) {
                made.push(GridCell { column: *from, columns: to - from, ..*cell });
            }
            found.push((row, made));
            places = over;
        }
        found
    }

    /// A row of as many headers as the row above has cells with one text: *Kapitaallasten* four times, and below
    /// them four years that begin at the left.
    pub(super) fn below_repeated(&self, at: usize) -> Option<GridRow> {
        let own = self.cells(at);
        let count = own.len();
        let is_at_left =
            own.iter().enumerate().all(|(at, cell)| cell.column == at && cell.columns == 1);
        let states = |cell: &GridCell| {
            matches!(self.class(cell), Class::Year | Class::Header | Class::Dated)
        };
        if count < 2 || !is_at_left || !own.iter().all(states) {
            return None;
        }
        let above = self.cells(at - 1);
        let same = |one: &GridCell, other: &GridCell| {
            other.piece != one.piece
                && other.column == one.column + 1
                && fold(self.text(one), true) == fold(self.text(other), true)
        };
        let mut runs = above.chunk_by(same).filter(|run| run.len() > 1);
        let run = runs.next().filter(|run| run.len() == count)?;
        let start = run.first()?.column;
        (runs.next().is_none() && start > 0).then(|| moved(own, 0, start))
    }
}
