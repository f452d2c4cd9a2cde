//! Tables of a web page while they are open: cells that reach over several columns and rows.

use super::grid::{GridCell, TableBudget};
use super::{Grid, GridRow};

/// A table that is open.
pub(super) struct OpenTable {
    pub(super) number: usize,
    pub(super) grid: Grid,
    /// The cells that reach down into the rows to come, in the order of their columns.
    reaching: Vec<Reaching>,
    /// The first row of the part of the table (its head, its body) that is open.
    part: usize,
    /// How far the open row is filled: the column of the next cell, and which of `reaching` comes
    /// next.
    next: (usize, usize),
    /// The cell that is open: over how many columns and rows it goes.
    pub(super) cell: Option<(usize, usize)>,
    pub(super) first_piece: usize,
}

/// A cell that reaches down into the rows to come.
struct Reaching {
    column: usize,
    columns: usize,
    /// How many rows more.
    rows: usize,
    /// `None` if it is blank.
    piece: Option<usize>,
}

impl OpenTable {
    pub(super) fn new(number: usize, first_piece: usize) -> Self {
        OpenTable {
            number,
            grid: Grid::default(),
            reaching: Vec::new(),
            part: 0,
            next: (0, 0),
            cell: None,
            first_piece,
        }
    }

    pub(super) fn begin_row(&mut self, budget: &mut TableBudget) {
        self.grid.rows.push(GridRow::default());
        self.reaching.retain(|cell| cell.rows > 0);
        self.next = (0, 0);
        self.skip(budget);
    }

    /// A part of the table ends (its head, its body), and no cell reaches out of it.
    pub(super) fn end_part(&mut self) {
        self.reaching.clear();
        self.next.1 = 0;
        self.grid.clamp_rows(self.part);
        self.part = self.grid.rows.len();
    }

    /// Goes on to the next column that no cell from above reaches into.
    fn skip(&mut self, budget: &mut TableBudget) {
        let Some(row) = self.grid.rows.last_mut() else { return };
        let (column, at) = &mut self.next;
        while let Some(cell) = self.reaching.get_mut(*at)
            && cell.column <= *column
        {
            *at += 1;
            if cell.rows == 0 {
                continue;
            }
            if budget.repeats(cell.columns, cell.piece) < cell.columns {
                cell.rows = 0;
                continue;
            }
            let rows = cell.rows;
            cell.rows -= 1;
            *column = cell.column + cell.columns;
            if let Some(piece) = cell.piece {
                row.push(GridCell {
                    piece,
                    column: cell.column,
                    columns: cell.columns,
                    rows,
                    is_continued: true,
                });
            }
        }
    }

    pub(super) fn take_cell(
        &mut self,
        piece: Option<usize>,
        (columns, rows): (usize, usize),
        budget: &mut TableBudget,
    ) {
        let Some(row) = self.grid.rows.last_mut() else { return };
        let (column, at) = self.next;
        if column >= budget.columns {
            budget.beyond = budget.beyond.or(piece);
            return;
        }
        // A cell ends where one from above stands.
        let above = self.reaching.get(at).map_or(budget.columns, |cell| cell.column);
        let most = above.min(budget.columns).saturating_sub(column).max(1);
        let columns = 1 + budget.repeats(columns.clamp(1, most) - 1, piece);
        if let Some(piece) = piece {
            row.push(GridCell { piece, column, columns, rows, is_continued: false });
        }
        if rows > 1 {
            self.reaching.insert(at, Reaching { column, columns, rows: rows - 1, piece });
            self.next.1 += 1;
        }
        self.next.0 = column + columns;
        self.skip(budget);
    }

    /// Ends the table: a cell spans no more rows than there are.
    pub(super) fn end(mut self, budget: &mut TableBudget) -> Grid {
        budget.limit(&mut self.grid);
        self.grid.clamp_rows(self.part);
        self.grid
    }
}
