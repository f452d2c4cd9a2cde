//! Spans that a copy of a page lost: headers that stood over several columns and now fill one place, so that
//! what follows in their row is too far to the left.
//!
//! Each file knows a few shapes in which it shows where the cells stood, and says which rows are then to be replaced.

mod breaks;
mod codes;
mod contents;
mod corner;
mod cycles;
mod shared;
mod signs;
mod years;

use std::borrow::Cow;

use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;
use crate::read::source::{Grid, GridCell, GridRow};
use signs::{put_signs_back, take_signs_out};

/// How many of the first rows may be headers.
const MAX_ROWS: usize = 4;

/// A grid whose headers stand above their columns again, where there is one way for that.
pub(super) struct Mended<'g> {
    pub(super) grid: Cow<'g, Grid>,
    /// Whether the empty cells of its rows are lost.
    pub(super) has_lost_cells: bool,
    /// Whether the years below say how far headers reach, which is likely and no more.
    pub(super) is_reach_likely: bool,
}

/// Puts the headers of a grid above their columns again.
pub(super) fn mend<'g>(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    grid: &'g Grid,
) -> Mended<'g> {
    let mut grid = Cow::Borrowed(grid);
    let mut has_lost_cells = false;
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).without_labels() {
        replace(&mut grid, at, row);
    }
    let signs = (Look { vocabulary, lines, grid: &grid }).signs_beside_figures();
    take_signs_out(&mut grid, &signs);
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).below_shared() {
        replace(&mut grid, at, row);
    }
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).without_corner() {
        replace(&mut grid, at, row);
        has_lost_cells = true;
    }
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).without_codes() {
        replace(&mut grid, at, row);
        has_lost_cells = true;
    }
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).over_codes() {
        replace(&mut grid, at, row);
    }
    if let Some((at, row)) = (Look { vocabulary, lines, grid: &grid }).over_two() {
        replace(&mut grid, at, row);
    }
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).over_years() {
        replace(&mut grid, at, row);
        has_lost_cells = true;
    }
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).over_cycles() {
        replace(&mut grid, at, row);
    }
    if let Some((at, row)) = (Look { vocabulary, lines, grid: &grid }).beside_their_columns() {
        replace(&mut grid, at, row);
    }
    if let Some((at, row)) = (Look { vocabulary, lines, grid: &grid }).names_over_years() {
        replace(&mut grid, at, row);
    }
    for at in 1..(Look { vocabulary, lines, grid: &grid }).end_of_headers(MAX_ROWS) {
        if let Some(row) = (Look { vocabulary, lines, grid: &grid }).below_repeated(at) {
            replace(&mut grid, at, row);
        }
    }
    let over_breaks = (Look { vocabulary, lines, grid: &grid }).over_breaks();
    let is_reach_likely = over_breaks.is_some();
    if let Some((at, row)) = over_breaks {
        replace(&mut grid, at, row);
    }
    put_signs_back(&mut grid, &signs);
    Mended { grid, has_lost_cells, is_reach_likely }
}

fn replace(grid: &mut Cow<'_, Grid>, at: usize, row: GridRow) {
    if let Some(slot) = grid.to_mut().rows.get_mut(at) {
        *slot = row;
    }
}

struct Look<'g, 's> {
    vocabulary: &'g Looks<'g>,
    lines: &'g [RawLine<'s>],
    grid: &'g Grid,
}

impl Look<'_, '_> {
    fn cells(&self, row: usize) -> &[GridCell] {
        self.grid.rows.get(row).map(GridRow::cells).unwrap_or_default()
    }

    /// The row after so many that may be headers. Titles, which are a text alone, stand above them in any number.
    fn end_of_headers(&self, count: usize) -> usize {
        /// No title has as many lines.
        const MAX_TITLES: usize = 20;
        let rows = self.grid.rows.len().min(count + MAX_TITLES);
        let is_of_several = |row: &usize| self.cells(*row).len() > 1;
        (0..rows).filter(is_of_several).nth(count).unwrap_or(rows).min(rows)
    }

    fn text(&self, cell: &GridCell) -> &str {
        self.lines.get(cell.piece).map_or("", |line| &*line.text)
    }

    fn class(&self, cell: &GridCell) -> Class {
        self.vocabulary.class(self.text(cell))
    }
}

/// The cells of a row, of which those from a column on are moved to another.
fn moved(cells: &[GridCell], from: usize, to: usize) -> GridRow {
    let mut row = GridRow::default();
    for cell in cells {
        let by = if cell.column >= from { to - from } else { 0 };
        row.push(GridCell { column: cell.column + by, ..*cell });
    }
    row
}
