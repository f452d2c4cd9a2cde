//! Rows whose first cells reach down from the row above.

use super::{Look, moved};
use crate::read::facts::classes::Class;
use crate::read::source::{GridCell, GridRow};

impl Look<'_, '_> {
    /// Rows that share their first cells with the row above, where a copy lost that these reach down: *Landelijk*, `1,80`, `1,80` below
    /// *Absoluut verzuim*, *aantal*, *Ingrado*, *Gemeente*, `4,10`, `2,50`. Such a row fits the columns of words and of numbers in one place, and
    /// not where it stands.
    pub(super) fn below_shared(&self) -> Vec<(usize, GridRow)> {
        /// One row may be an exception.
        const MIN_WHOLE: usize = 2;
        let is_number = |cell: &GridCell| matches!(self.class(cell), Class::Number | Class::Year);
        let is_dense = |cells: &[GridCell]| {
            cells
                .iter()
                .enumerate()
                .all(|(at, cell)| cell.column == at && cell.columns == 1 && cell.rows == 1)
        };
        let all = 0..self.grid.rows.len();
        let rows = || all.clone().filter(|row| is_dense(self.cells(*row)));
        // Years alone are a row of headers.
        let holds_numbers = |row: &usize| {
            let cells = || self.cells(*row).iter();
            cells().filter(|cell| is_number(cell)).count() > 1
                && cells().any(|cell| self.class(cell) == Class::Number)
        };
        let Some(width) = rows().filter(holds_numbers).map(|row| self.cells(row).len()).max()
        else {
            return Vec::new();
        };
        let is_whole = |row: &usize| self.cells(*row).len() == width && holds_numbers(row);
        let whole: Vec<usize> = rows().filter(is_whole).collect();
        let Some(first) = whole.first() else { return Vec::new() };
        let of_numbers: Vec<bool> = self.cells(*first).iter().map(is_number).collect();
        let is_like =
            |row: &usize| self.cells(*row).iter().map(is_number).eq(of_numbers.iter().copied());
        // How many columns of words stand in front of the numbers.
        let words = of_numbers.iter().take_while(|is_number| !**is_number).count();
        if whole.len() < MIN_WHOLE || words < 2 || !whole.iter().all(is_like) {
            return Vec::new();
        }
        let fits = |cells: &[GridCell], by: usize| {
            cells
                .iter()
                .enumerate()
                .all(|(at, cell)| of_numbers.get(at + by) == Some(&is_number(cell)))
        };
        let mut found: Vec<(usize, GridRow)> = Vec::new();
        let mut above: Option<GridRow> = None;
        for row in all.clone() {
            let cells = self.cells(row);
            let ways: Vec<usize> = (1..words).filter(|by| fits(cells, *by)).collect();
            let is_shared = is_dense(cells) && holds_numbers(&row) && !fits(cells, 0);
            if let (true, [by], Some(shared)) = (is_shared, ways.as_slice(), &above) {
                let mut made = moved(cells, 0, *by);
                for cell in shared.cells().iter().filter(|cell| cell.end() <= *by) {
                    made.push(GridCell { is_continued: true, ..*cell });
                }
                above = Some(made.clone());
                found.push((row, made));
            } else {
                above = self.grid.rows.get(row).filter(|_| fits(cells, 0)).cloned();
            }
        }
        found
    }
}
