//! A table whose cells are known to stand in rows and columns.

/// A table by its rows. Cells are indices of pieces; an empty one is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::read) struct Grid {
    /// What stands above it as its title.
    pub(in crate::read) caption: Option<usize>,
    pub(in crate::read) rows: Vec<GridRow>,
}

/// A row of a grid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::read) struct GridRow {
    pub(in crate::read) cells: Vec<Option<usize>>,
}

impl Grid {
    /// How many columns it has.
    pub(in crate::read) fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// The last of its pieces.
    pub(in crate::read) fn last(&self) -> Option<usize> {
        self.rows.iter().flat_map(|row| row.cells.iter().flatten()).copied().max()
    }
}
