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
    /// Takes the columns out that hold nothing.
    #[cfg(any(feature = "csv", feature = "xlsx"))]
    pub(in crate::read) fn trim(&mut self) {
        let mut used = vec![false; self.width()];
        for row in &self.rows {
            for (used, _) in used.iter_mut().zip(&row.cells).filter(|(_, cell)| cell.is_some()) {
                *used = true;
            }
        }
        if used.iter().all(|used| *used) {
            return;
        }
        for row in &mut self.rows {
            let mut used = used.iter();
            row.cells.retain(|_| used.next().copied().unwrap_or(true));
        }
    }

    /// How many columns it has.
    pub(in crate::read) fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// The first of its pieces.
    pub(in crate::read) fn first(&self) -> Option<usize> {
        self.rows.iter().flat_map(|row| row.cells.iter().flatten()).copied().min()
    }

    /// The last of its pieces.
    pub(in crate::read) fn last(&self) -> Option<usize> {
        self.rows.iter().flat_map(|row| row.cells.iter().flatten()).copied().max()
    }
}
