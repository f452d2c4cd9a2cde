//! Tables of a web page while they are open: cells that reach over several columns and rows.

use super::{Grid, GridRow};

/// A table that is open.
pub(super) struct OpenTable {
    pub(super) number: usize,
    pub(super) grid: Grid,
    /// For each column the cell that reaches down into it, and over how many rows more.
    pub(super) reaching: Vec<(usize, Option<usize>)>,
    /// The cell that is open: over how many columns and rows it goes.
    pub(super) cell: Option<(usize, usize)>,
    pub(super) first_piece: usize,
}

impl OpenTable {
    pub(super) fn begin_row(&mut self, places: &mut RepeatBudget) {
        self.grid.rows.push(GridRow::default());
        self.fill(places);
    }

    /// Fills in the cells that reach down from the rows above.
    pub(super) fn fill(&mut self, places: &mut RepeatBudget) {
        let Some(row) = self.grid.rows.last_mut() else { return };
        while let Some((left, cell)) = self.reaching.get_mut(row.cells.len())
            && *left > 0
        {
            if !places.take(*cell) {
                *left = 0;
                break;
            }
            *left -= 1;
            row.cells.push(*cell);
        }
    }

    pub(super) fn take_cell(
        &mut self,
        piece: Option<usize>,
        (columns, rows): (usize, usize),
        places: &mut RepeatBudget,
    ) {
        let Some(row) = self.grid.rows.last_mut() else { return };
        for column in 0..columns {
            let at = row.cells.len();
            if at >= places.columns || (column > 0 && !places.take(piece)) {
                break;
            }
            row.cells.push(piece);
            if self.reaching.len() <= at {
                self.reaching.resize(at + 1, (0, None));
            }
            if let Some(slot) = self.reaching.get_mut(at) {
                *slot = (rows - 1, piece);
            }
        }
        self.fill(places);
    }
}

/// The places in tables that may still be filled.
pub(super) struct RepeatBudget {
    /// How many columns a table may have.
    pub(super) columns: usize,
    /// How many may still be filled by cells that reach over several.
    pub(super) repeats: usize,
    /// The piece with which that came to an end.
    pub(super) ended_at: Option<Option<usize>>,
}

impl RepeatBudget {
    /// Takes one for a cell that reaches over several.
    pub(super) fn take(&mut self, piece: Option<usize>) -> bool {
        match self.repeats.checked_sub(1) {
            Some(left) => self.repeats = left,
            None => {
                self.ended_at.get_or_insert(piece);
                return false;
            }
        }
        true
    }
}
