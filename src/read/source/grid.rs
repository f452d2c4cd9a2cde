//! A table whose cells are known to stand in rows and columns.
//!
//! Only cells that hold something are kept, so a place without one costs nothing, and a merged cell
//! is kept once with the columns and rows that it spans. In each further row that it spans it has an
//! entry that says so ([`GridCell::is_continued`]), so that a row can be looked at by itself.

use super::SourceReport;
use crate::findings::rule::Message;
use crate::read::limits::Limits;

/// A table by its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::read) struct Grid {
    /// What stands above it as its title.
    pub(in crate::read) caption: Option<usize>,
    pub(in crate::read) rows: Vec<GridRow>,
    /// Whether pipes stand side by side at the end of its rows, `a | 1 | |||`, as copies of pages have them that moved the empty cells
    /// there: of the tables in 30 such pages none keeps an empty cell in its place.
    pub(in crate::read) may_have_moved: bool,
}

/// A row of a grid: its cells that hold something, in the order of their columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::read) struct GridRow {
    cells: Vec<GridCell>,
}

/// A cell of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct GridCell {
    /// The index of its piece.
    pub(in crate::read) piece: usize,
    /// Its first column, counted from 0.
    pub(in crate::read) column: usize,
    /// How many columns it spans; at least 1.
    pub(in crate::read) columns: usize,
    /// How many rows it spans from this one on; at least 1.
    pub(in crate::read) rows: usize,
    /// Whether it began in a row above and reaches down into this one.
    pub(in crate::read) is_continued: bool,
}

impl GridCell {
    /// A cell that spans one column and one row.
    pub(in crate::read) fn one(column: usize, piece: usize) -> Self {
        GridCell { piece, column, columns: 1, rows: 1, is_continued: false }
    }

    /// The column after its last.
    pub(in crate::read) fn end(&self) -> usize {
        self.column.saturating_add(self.columns)
    }
}

impl GridRow {
    /// Its cells, in the order of their columns, each once; those that reach down from rows above
    /// are among them.
    pub(in crate::read) fn cells(&self) -> &[GridCell] {
        &self.cells
    }

    /// The pieces of its cells, each once.
    pub(in crate::read) fn pieces(&self) -> impl Iterator<Item = usize> + '_ {
        self.cells.iter().map(|cell| cell.piece)
    }

    /// The cell that spans a column. `None` if nothing stands there.
    pub(in crate::read) fn cell(&self, column: usize) -> Option<&GridCell> {
        let after = self.cells.partition_point(|cell| cell.column <= column);
        let cell = self.cells.get(after.checked_sub(1)?)?;
        (column < cell.end()).then_some(cell)
    }

    /// The piece of the cell that spans a column.
    pub(in crate::read) fn piece(&self, column: usize) -> Option<usize> {
        self.cell(column).map(|cell| cell.piece)
    }

    /// How many columns it reaches over.
    pub(in crate::read) fn width(&self) -> usize {
        self.cells.last().map_or(0, GridCell::end)
    }

    /// How many places its cells fill.
    fn filled(&self) -> usize {
        self.cells.iter().map(|cell| cell.columns).sum()
    }

    /// Makes room for so many cells.
    pub(super) fn reserve(&mut self, cells: usize) {
        self.cells.reserve_exact(cells);
    }

    /// Makes the cell that begins at a column span so many, which must be free.
    pub(in crate::read) fn widen(&mut self, column: usize, columns: usize) {
        if let Some(cell) = self.cells.iter_mut().find(|cell| cell.column == column) {
            cell.columns = columns;
        }
    }

    /// Adds a cell; nothing is added where another one stands.
    pub(in crate::read) fn push(&mut self, cell: GridCell) {
        let at = self.cells.partition_point(|other| other.column < cell.column);
        let is_free = |other: Option<&GridCell>, is_apart: fn(&GridCell, &GridCell) -> bool| {
            other.is_none_or(|other| is_apart(other, &cell))
        };
        let before = at.checked_sub(1).and_then(|before| self.cells.get(before));
        if is_free(before, |before, cell| before.end() <= cell.column)
            && is_free(self.cells.get(at), |after, cell| cell.end() <= after.column)
        {
            self.cells.insert(at, cell);
        }
    }
}

impl Grid {
    /// How many columns it has.
    pub(in crate::read) fn width(&self) -> usize {
        self.rows.iter().map(GridRow::width).max().unwrap_or(0)
    }

    /// All cells, each once with the row in which it begins.
    pub(in crate::read) fn cells(&self) -> impl Iterator<Item = (usize, &GridCell)> {
        let rows = self.rows.iter().enumerate();
        let cells = rows.flat_map(|(at, row)| row.cells.iter().map(move |cell| (at, cell)));
        cells.filter(|(_, cell)| !cell.is_continued)
    }

    /// The last of its pieces.
    pub(in crate::read) fn last(&self) -> Option<usize> {
        self.rows.iter().flat_map(GridRow::pieces).max()
    }

    /// Makes no cell of the rows from one on span more rows than there are.
    pub(super) fn clamp_rows(&mut self, from: usize) {
        let count = self.rows.len();
        for (at, row) in self.rows.iter_mut().enumerate().skip(from) {
            for cell in &mut row.cells {
                cell.rows = cell.rows.min(count.saturating_sub(at)).max(1);
            }
        }
    }

    /// Takes the columns out in which no cell begins.
    pub(super) fn trim(&mut self) {
        let mut begins: Vec<usize> =
            self.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
        begins.sort_unstable();
        begins.dedup();
        if begins.last().is_none_or(|last| last + 1 == begins.len()) && self.width() == begins.len()
        {
            return;
        }
        for cell in self.rows.iter_mut().flat_map(|row| &mut row.cells) {
            let from = begins.partition_point(|column| *column < cell.column);
            let to = begins.partition_point(|column| *column < cell.end());
            (cell.column, cell.columns) = (from, (to - from).max(1));
        }
    }
}

/// How much of the limits on tables is left for the rest of a source.
pub(super) struct TableBudget {
    /// How many columns a table may have.
    pub(super) columns: usize,
    limits: Limits,
    /// How many more places merged cells may fill.
    repeats: usize,
    /// How many more places may be without a cell.
    blanks: usize,
    /// The first piece in a column too many.
    pub(super) beyond: Option<usize>,
    /// The first merged cell that fills too many places, with its piece unless it is blank.
    unrepeated: Option<Option<usize>>,
    /// The first piece that was left out because too many places before it are empty.
    left_out: Option<usize>,
}

impl TableBudget {
    pub(super) fn new(limits: &Limits) -> Self {
        TableBudget {
            columns: limits.columns,
            limits: *limits,
            repeats: limits.repeats,
            blanks: limits.blanks,
            beyond: None,
            unrepeated: None,
            left_out: None,
        }
    }

    /// How many of some extra places a merged cell may fill.
    pub(super) fn repeats(&mut self, wanted: usize, piece: Option<usize>) -> usize {
        let given = wanted.min(self.repeats);
        self.repeats -= given;
        if given < wanted {
            self.unrepeated.get_or_insert(piece);
        }
        given
    }

    /// How many more places merged cells may fill.
    pub(super) fn repeats_left(&self) -> usize {
        self.repeats
    }

    /// Leaves the rows of a grid out from which on more of its places are empty than the limit
    /// allows: a wide row makes all others as wide, so a few bytes could claim millions of places.
    pub(super) fn limit(&mut self, grid: &mut Grid) {
        let width = grid.width();
        let mut kept = 0;
        for row in &grid.rows {
            let Some(left) = self.blanks.checked_sub(width - row.filled()) else { break };
            self.blanks = left;
            kept += 1;
        }
        let rest = grid.rows.split_off(kept);
        let first = rest.iter().flat_map(GridRow::pieces).min();
        self.left_out = self.left_out.or(first);
    }

    /// What is to be reported about the limits that were reached.
    pub(super) fn reports(self) -> impl Iterator<Item = SourceReport> {
        let report = |piece, what| SourceReport { piece, what };
        let beyond = self
            .beyond
            .map(|piece| report(Some(piece), Message::ColumnsLeftOut { limit: self.columns }));
        let unrepeated = self.unrepeated.map(|piece| report(piece, Message::MergedTooMuch {}));
        let left_out = self
            .left_out
            .map(|piece| report(Some(piece), Message::TooManyBlanks { limit: self.limits.blanks }));
        [beyond, unrepeated, left_out].into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[(usize, usize, usize)]]) -> Grid {
        let mut grid = Grid::default();
        for (number, cells) in rows.iter().enumerate() {
            let mut row = GridRow::default();
            for &(column, columns, piece) in *cells {
                let is_continued = number > 0 && piece == 0;
                row.push(GridCell { columns, is_continued, ..GridCell::one(column, piece) });
            }
            grid.rows.push(row);
        }
        grid
    }

    #[test]
    fn a_place_leads_to_the_cell_that_spans_it() {
        let grid = grid(&[&[(0, 1, 0), (1, 3, 1)], &[(0, 1, 0), (3, 1, 2)]]);
        let piece = |row, column| grid.rows.get(row).and_then(|row: &GridRow| row.piece(column));
        let all = [0, 1].map(|row| [0, 1, 2, 3, 4].map(|column| piece(row, column)));
        let expected =
            [[Some(0), Some(1), Some(1), Some(1), None], [Some(0), None, None, Some(2), None]];
        assert_eq!(all, expected);
        assert_eq!(grid.width(), 4);
        let once: Vec<_> = grid.cells().map(|(row, cell)| (row, cell.piece)).collect();
        assert_eq!(once, [(0, 0), (0, 1), (1, 2)]);
        assert_eq!(grid.last(), Some(2));
    }

    #[test]
    fn a_cell_is_not_put_over_another() {
        let mut row = GridRow::default();
        for (column, columns, piece) in [(2, 2, 0), (3, 1, 1), (1, 2, 2), (0, 2, 3), (4, 1, 4)] {
            row.push(GridCell { columns, ..GridCell::one(column, piece) });
        }
        assert_eq!(row.pieces().collect::<Vec<_>>(), [3, 0, 4]);
    }

    #[cfg(any(feature = "csv", feature = "xlsx"))]
    #[test]
    fn columns_without_cells_are_taken_out() {
        let mut grid = grid(&[&[(1, 4, 0)], &[(1, 1, 1), (4, 1, 2)], &[(6, 2, 3)]]);
        grid.trim();
        let cells: Vec<_> =
            grid.cells().map(|(_, cell)| (cell.column, cell.columns, cell.piece)).collect();
        assert_eq!(cells, [(0, 2, 0), (0, 1, 1), (1, 1, 2), (2, 1, 3)]);
        assert_eq!(grid.width(), 3);
    }

    #[test]
    fn too_many_empty_places_end_a_table() {
        let limits = Limits { blanks: 5, ..Limits::default() };
        let mut budget = TableBudget::new(&limits);
        let mut table = grid(&[&[(0, 1, 0), (3, 1, 1)], &[(0, 1, 2)], &[(0, 1, 3)]]);
        budget.limit(&mut table);
        assert_eq!(table.rows.len(), 2);
        let reports: Vec<_> = budget.reports().map(|report| (report.piece, report.what)).collect();
        assert_eq!(reports, [(Some(3), Message::TooManyBlanks { limit: 5 })]);
    }
}
