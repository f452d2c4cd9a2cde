//! Headers that stood over as many columns each as the years below them go on, and now stand beside each other: *Realisatie*, *Streefwaarde*,
//! *Referentie* above `2019`, `2020`, `2021`, `2023`, *waarde*.

use super::{Look, MAX_ROWS};
use crate::read::facts::Facts;
use crate::read::source::{GridCell, GridRow};
use crate::read::table::arrange::over_breaks;

impl Look<'_, '_> {
    /// The first such row of headers, each over its columns.
    pub(super) fn over_breaks(&self) -> Option<(usize, GridRow)> {
        (0..self.end_of_headers(MAX_ROWS).saturating_sub(1))
            .find_map(|row| Some((row, self.row_over_breaks(row)?)))
    }

    fn row_over_breaks(&self, row: usize) -> Option<GridRow> {
        let facts = |cell: &GridCell| (*self.vocabulary.facts(self.text(cell))).clone();
        let is_single = |cell: &GridCell| cell.columns == 1;
        let below = self.cells(row + 1);
        let (first, end) = (below.first()?.column, below.last()?.end());
        let is_dense = |cells: &[GridCell]| {
            cells.iter().zip(cells.iter().skip(1)).all(|(one, next)| one.end() == next.column)
        };
        // What stands in front of the first is above the labels.
        let front = self.cells(row).iter().position(|cell| cell.column >= first)?;
        let upper = self.cells(row).get(front..)?;
        if upper.first()?.column != first
            || upper.last()?.end() >= end
            || !(upper.iter().all(is_single) && below.iter().all(is_single))
            || !(is_dense(upper) && is_dense(below))
        {
            return None;
        }
        let own: Vec<Facts> = upper.iter().map(facts).collect();
        let lower: Vec<Facts> = below.iter().map(facts).collect();
        // *Referentie* beside *Metingen* and *Streefwaarde* says nothing that is known.
        if own.iter().filter(|facts| facts.is_placing()).count() * 2 <= own.len() {
            return None;
        }
        let over = over_breaks(&own, &lower)?;
        let mut made = GridRow::default();
        for cell in self.cells(row).iter().take(front) {
            made.push(*cell);
        }
        for (at, cell) in upper.iter().enumerate() {
            let from = over.iter().position(|unit| *unit == at)?;
            let columns = over.iter().filter(|unit| **unit == at).count();
            made.push(GridCell { column: first + from, columns, ..*cell });
        }
        Some(made)
    }
}
