//! Grids of records: a row says what is measured, and the rows below it have a year and a value each.

use std::borrow::Cow;

use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::RawLine;
use crate::read::source::{Grid, GridCell, GridRow};

/// A grid whose rows of years have the cells of the row above them that says what is measured, with the year and the
/// value in columns of their own behind those.
pub(super) fn flatten<'g>(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    grid: &'g Grid,
) -> Cow<'g, Grid> {
    const MIN_YEARS: usize = 3;
    let class = |cell: &GridCell| {
        lines.get(cell.piece).map_or(Class::Words, |line| looks.class(&line.text))
    };
    let is_number =
        |cell: &GridCell| lines.get(cell.piece).is_some_and(|line| looks.is_number(&line.text));
    let is_dated = |row: &GridRow| {
        let cells = row.cells();
        let is_first =
            cells.first().is_some_and(|first| first.column == 0 && class(first) == Class::Year);
        is_first
            && cells.len() <= 2
            && cells.get(1).is_none_or(|cell| cell.column == 1 && is_number(cell))
    };
    let head = grid.rows.iter().position(|row| row.cells().len() > 1);
    let Some(head) = head else { return Cow::Borrowed(grid) };
    let labels = grid.rows.get(head).is_some_and(|row| {
        let mut facts = row
            .cells()
            .iter()
            .filter_map(|cell| lines.get(cell.piece))
            .map(|line| looks.facts(&line.text));
        facts.all(|facts| {
            facts.content.is_some_and(|of| of != ColumnKind::Period) && !facts.is_placing()
        })
    });
    let rows = grid.rows.iter().skip(head + 1);
    if !labels || rows.filter(|row| row.cells().len() == 2 && is_dated(row)).count() < MIN_YEARS {
        return Cow::Borrowed(grid);
    }
    let width = grid.rows.get(head).map_or(0, |row| row.cells().last().map_or(0, GridCell::end));
    let mut made = Grid { caption: grid.caption, ..Grid::default() };
    let mut record: &[GridCell] = &[];
    for (at, row) in grid.rows.iter().enumerate() {
        if at > head && is_dated(row) && !record.is_empty() {
            let mut flat = GridRow::default();
            for cell in record {
                flat.push(*cell);
            }
            for cell in row.cells() {
                flat.push(GridCell { column: width + cell.column, ..*cell });
            }
            made.rows.push(flat);
        } else if at > head && row.cells().len() > 2 && !row.cells().iter().any(is_number) {
            record = row.cells();
        } else {
            made.rows.push(row.clone());
        }
    }
    Cow::Owned(made)
}
