//! Words that stood over several years each.

use super::{Look, MAX_ROWS, moved};
use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::source::{GridCell, GridRow};

impl Look<'_, '_> {
    /// A row of headers of which the last ones stood over as many years each, which now begin at the left of the row
    /// below: *Indicator*, *Bron*, *Realisatie*, *Streefwaarde* above `2021`, `2022`, `2024`, `2027`.
    pub(super) fn over_years(&self) -> Vec<(usize, GridRow)> {
        const MIN_YEARS: usize = 2;
        let is_dense = |row: usize| {
            let mut cells = self.cells(row).iter().enumerate();
            cells.all(|(at, cell)| cell.column == at && cell.columns == 1)
        };
        let is_of_years = |row: &usize| {
            let cells = self.cells(*row);
            cells.len() > MIN_YEARS
                && cells.iter().all(|cell| self.class(cell) == Class::Year)
                && is_dense(*row)
        };
        let below = (1..self.end_of_headers(MAX_ROWS)).find(is_of_years);
        let Some(below) = below.filter(|row| is_dense(row - 1)) else { return Vec::new() };
        let (headers, years) = (self.cells(below - 1), self.cells(below));
        let rows = (below + 1..self.grid.rows.len()).map(|row| self.cells(row));
        let Some(width) = rows.filter_map(|cells| cells.last()).map(GridCell::end).max() else {
            return Vec::new();
        };
        let Some(alone) = width.checked_sub(years.len()) else { return Vec::new() };
        let Some((single, over)) = headers.split_at_checked(alone) else { return Vec::new() };
        let size = years.len().checked_div(over.len()).unwrap_or(0);
        let states = |cell: &GridCell| {
            let facts = self.vocabulary.facts(self.text(cell));
            facts.role.is_some() && facts.period.is_none()
        };
        if alone == 0
            || over.len() < 2
            || size < MIN_YEARS
            || size * over.len() != years.len()
            || !over.iter().all(states)
        {
            return Vec::new();
        }
        let mut upper = GridRow::default();
        for cell in single {
            upper.push(*cell);
        }
        for (at, cell) in over.iter().enumerate() {
            upper.push(GridCell { column: alone + at * size, columns: size, ..*cell });
        }
        vec![(below - 1, upper), (below, moved(years, 0, alone))]
    }

    /// Names above years that come again, which begin above the labels since the empty cell in the corner was lost: *Maassluis*, *Nederland* above
    /// *Indicator*, `2014`, `2015`, `2014`, `2015`. A header after the last name belongs to a column after the last year.
    pub(super) fn names_over_years(&self) -> Option<(usize, GridRow)> {
        let is_year = |cell: &&GridCell| self.class(cell) == Class::Year;
        let is_dense = |cells: &[GridCell]| {
            cells.iter().enumerate().all(|(at, cell)| cell.column == at && cell.columns == 1)
        };
        let below = (1..self.end_of_headers(MAX_ROWS)).find(|&row| {
            let cells = self.cells(row);
            is_dense(cells) && cells.iter().skip(1).take_while(is_year).count() > 3
        })?;
        let (label, rest) = self.cells(below).split_first()?;
        let is_head = self
            .vocabulary
            .facts(self.text(label))
            .content
            .is_some_and(|content| matches!(content, ColumnKind::Label | ColumnKind::Group));
        let years: Vec<&str> =
            rest.iter().take_while(is_year).map(|cell| self.text(cell)).collect();
        let behind = rest.len() - years.len();
        // The years before the first comes again.
        let size = years.iter().skip(1).position(|year| Some(year) == years.first())? + 1;
        let parts = years.chunks(size);
        let comes_again = size > 1 && parts.clone().all(|part| Some(part) == years.get(..size));
        let names = self.cells(below - 1);
        let is_name = |cell: &GridCell| {
            let facts = self.vocabulary.facts(self.text(cell));
            !facts.is_placing() && !matches!(facts.content, Some(ColumnKind::Label))
        };
        if !is_head
            || !comes_again
            || !is_dense(names)
            || ![parts.len(), parts.len() + behind].contains(&names.len())
            || !names.iter().take(parts.len()).all(is_name)
        {
            return None;
        }
        let mut made = GridRow::default();
        for (at, cell) in names.iter().enumerate() {
            let (column, columns) = match at.checked_sub(parts.len()) {
                None => (1 + at * size, size),
                Some(after) => (1 + years.len() + after, 1),
            };
            made.push(GridCell { column, columns, ..*cell });
        }
        Some((below - 1, made))
    }
}
