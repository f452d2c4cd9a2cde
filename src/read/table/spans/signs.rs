//! Signs of money in cells of their own: they are taken out while headers are put in place, and put back.

use std::borrow::Cow;

use super::Look;
use crate::read::facts::classes::{self, Class};
use crate::read::source::{Grid, GridCell, GridRow};

impl Look<'_, '_> {
    /// The signs of money in cells of their own, each with its row, where other rows have a figure in their place: *Ingezetenen*, `€`,
    /// `102,14` and *Binnendijks*, `0,0601%`.
    pub(super) fn signs_beside_figures(&self) -> Vec<(usize, GridCell)> {
        const MIN: usize = 2;
        let is_sign = |cell: &GridCell| classes::is_sign_of_money(self.text(cell));
        let mut found: Vec<(usize, GridCell)> = Vec::new();
        let mut others = 0;
        for row in 0..self.grid.rows.len() {
            let cells = self.cells(row);
            let column = found.first().map(|(_, sign)| sign.column);
            let Some(at) = cells.iter().position(is_sign) else {
                let has_figure = cells
                    .iter()
                    .any(|cell| Some(cell.column) == column && self.class(cell) == Class::Number);
                others += usize::from(has_figure && cells.len() > 2);
                continue;
            };
            let Some((sign, after)) = cells.get(at..).and_then(<[GridCell]>::split_first) else {
                continue;
            };
            let leads = after.first().is_some_and(|next| self.class(next) == Class::Number);
            let is_alike = column.is_none_or(|column| column == sign.column);
            if !leads || !is_alike || after.iter().any(is_sign) {
                return Vec::new();
            }
            found.push((row, *sign));
        }
        if found.len() < MIN || others < MIN { Vec::new() } else { found }
    }
}

/// Takes cells out of their rows, what follows them moving to the left.
pub(super) fn take_signs_out(grid: &mut Cow<'_, Grid>, signs: &[(usize, GridCell)]) {
    for (at, sign) in signs {
        let Some(row) = grid.to_mut().rows.get_mut(*at) else { continue };
        let mut made = GridRow::default();
        for cell in row.cells().iter().filter(|cell| cell.piece != sign.piece) {
            let by = usize::from(cell.column > sign.column);
            made.push(GridCell { column: cell.column - by, ..*cell });
        }
        *row = made;
    }
}

/// Puts cells back where they stood, what follows in all rows moving to the right.
pub(super) fn put_signs_back(grid: &mut Cow<'_, Grid>, signs: &[(usize, GridCell)]) {
    let Some(column) = signs.first().map(|(_, sign)| sign.column) else { return };
    for (at, row) in grid.to_mut().rows.iter_mut().enumerate() {
        let mut made = GridRow::default();
        for cell in row.cells() {
            let by = usize::from(cell.column >= column);
            let wider = usize::from(cell.column < column && cell.end() > column);
            made.push(GridCell {
                column: cell.column + by,
                columns: cell.columns + wider,
                ..*cell
            });
        }
        // They come in the order of their rows.
        let of_row = signs.binary_search_by_key(&at, |(of, _)| *of).ok();
        if let Some((_, sign)) = of_row.and_then(|of| signs.get(of)) {
            made.push(*sign);
        }
        *row = made;
    }
}
