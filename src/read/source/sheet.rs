//! From the rows of a sheet to lines of text and grids: a sheet may hold titles and several
//! tables below each other, with nothing but blank rows to tell them apart.

use super::grid::{GridCell, TableBudget};
use super::{Grid, GridRow, Pieces};
use crate::read::lines::Kind;

/// What has been seen of a sheet.
pub(super) struct Sheet<'b> {
    budget: &'b mut TableBudget,
    /// The grid that is open.
    open: Option<Grid>,
    /// A cell that stood alone in the row above, not in the first column: the header of a table of
    /// one column of figures, or a line of text.
    alone: Option<GridCell>,
    /// Whether a blank row comes after the last one.
    after_blank: bool,
}

impl<'b> Sheet<'b> {
    pub(super) fn new(budget: &'b mut TableBudget) -> Self {
        Sheet { budget, open: None, alone: None, after_blank: false }
    }

    pub(super) fn blank_row(&mut self) {
        self.after_blank = true;
    }

    /// Takes a row, whose cells stand in the order of their columns.
    pub(super) fn row(&mut self, pieces: &mut Pieces<'_>, cells: &mut Vec<GridCell>) {
        let most = self.budget.columns;
        if let Some(first) = cells.iter().position(|cell| cell.column >= most) {
            self.budget.beyond = self.budget.beyond.or(cells.get(first).map(|cell| cell.piece));
            cells.truncate(first);
        }
        let Some(first) = cells.first().copied() else {
            self.blank_row();
            return;
        };
        let is_alone = cells.len() == 1;
        let after_blank = std::mem::take(&mut self.after_blank);
        if self.open.is_some() && after_blank && (is_alone || !goes_on(pieces, cells)) {
            self.end_grid(pieces);
        }
        // A row of one cell before a table is a line of text. Within one it is a part of it.
        if is_alone && self.open.is_none() {
            self.alone = Some(first).filter(|cell| cell.column > 0);
            return;
        }
        let header = self.alone.take().filter(|header| {
            let has_cell = cells.iter().any(|cell| cell.column == header.column);
            !after_blank && first.column < header.column && has_cell
        });
        if let Some(header) = header.filter(|_| self.open.is_none()) {
            self.add(pieces, &[header]);
        }
        self.add(pieces, cells);
    }

    /// Adds a row to the grid that is open, and opens one where none is.
    fn add(&mut self, pieces: &mut Pieces<'_>, cells: &[GridCell]) {
        let number = pieces.grids.len();
        let grid = self.open.get_or_insert_default();
        let mut row = GridRow::default();
        row.reserve(cells.len());
        for &cell in cells {
            row.push(cell);
            if let Some(line) = pieces.lines.get_mut(cell.piece) {
                line.kind = Kind::cell_of(number);
            }
        }
        grid.rows.push(row);
    }

    fn end_grid(&mut self, pieces: &mut Pieces<'_>) {
        if let Some(mut grid) = self.open.take() {
            grid.trim();
            self.budget.limit(&mut grid);
            pieces.grids.push(grid);
        }
    }

    /// Closes the sheet.
    pub(super) fn finish(mut self, pieces: &mut Pieces<'_>) {
        self.end_grid(pieces);
    }
}

/// Whether a row after a blank one goes on with the table before that: it has figures, and
/// these are not the years of other headers.
fn goes_on(pieces: &Pieces<'_>, cells: &[GridCell]) -> bool {
    let texts = cells.iter().skip(1).filter_map(|cell| pieces.lines.get(cell.piece));
    let is_year = |text: &str| {
        text.len() == 4 && text.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
    };
    let begins = |text: &str, is_of: fn(char) -> bool| text.trim_start().starts_with(is_of);
    let is_figure = |text: &str| {
        let is_of = |c: char| c.is_ascii_digit() || "-–—<>≤≥=€+".contains(c);
        begins(text, is_of) && !is_year(text)
    };
    let mut texts = texts.map(|line| &*line.text).peekable();
    texts.peek().is_some() && texts.any(is_figure)
}
