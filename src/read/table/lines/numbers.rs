//! Running numbers after the rows of a table that no header is above: those of the explanations below it.

use crate::read::facts::words::ColumnKind;
use crate::read::lines::RawLine;
use crate::read::table::lines::blanks;
use crate::read::table::{Cell, Column, RowKind, Table};

/// Gives the running numbers after rows a column of their own: 1, 2, 3 after the rows that have one cell more than there
/// are headers. What stands after a row with empty cells is one of them where it comes between those before and after it.
pub(super) fn part(lines: &[RawLine<'_>], table: &mut Table) {
    /// Two may be figures.
    const MIN: usize = 3;
    let is_plain = |column: &Column| column.content.is_none() || column.is_of_labels();
    let width = table.columns.len();
    let figures: Vec<usize> = (0..width)
        .filter(|&at| table.columns.get(at).is_some_and(|column| column.content.is_none()))
        .collect();
    let number = |cells: &[Option<Cell>]| -> Option<u16> {
        let cell = cells.last().copied().flatten()?;
        let text = cell.spot.text(lines);
        let is_plain = !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| is_plain && cell.favour.is_none())
    };
    let is_whole = |cells: &[Option<Cell>]| cells.len() == figures.len() + 1;
    let numbered: Vec<(usize, u16, bool)> = table
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.kind == RowKind::Misfit && row.cells.len() <= figures.len() + 1)
        .filter_map(|(at, row)| Some((at, number(&row.cells)?, is_whole(&row.cells))))
        .collect();
    let whole = || numbered.iter().filter(|(.., is_whole)| *is_whole).map(|(_, number, _)| *number);
    let runs = whole().zip(whole().skip(1)).all(|(one, next)| one < next);
    // They count the rows, of which some have none.
    let count_rows = whole().next() == Some(1)
        && whole().next_back().is_some_and(|last| usize::from(last) <= 2 * table.rows.len());
    if whole().count() < MIN || !runs || !count_rows || !table.columns.iter().all(is_plain) {
        return;
    }
    for row in table.rows.iter_mut().filter(|row| row.kind == RowKind::Figures) {
        row.cells.push(None);
    }
    let mut last = 0;
    for (at, number, is_whole) in numbered.iter().copied() {
        let mut later = numbered.iter().filter(|(other, _, is_whole)| *other > at && *is_whole);
        if number <= last || later.next().is_some_and(|(_, next, _)| number >= *next) {
            continue;
        }
        let Some(row) = table.rows.get_mut(at) else { continue };
        let mut cells: Vec<Cell> = row.cells.iter().flatten().copied().collect();
        let Some(note) = cells.pop() else { continue };
        let places = if is_whole {
            Some((0..figures.len()).collect())
        } else {
            blanks::places(lines, &cells, figures.len(), [0, 0])
        };
        let Some(places) = places else { continue };
        last = number;
        let mut of_row = vec![None; width + 1];
        for (place, cell) in places.into_iter().zip(cells) {
            if let Some(slot) = figures.get(place).and_then(|&column| of_row.get_mut(column)) {
                *slot = Some(cell);
            }
        }
        if let Some(slot) = of_row.last_mut() {
            *slot = Some(note);
        }
        row.cells = of_row;
        row.kind = RowKind::Figures;
    }
    table.columns.push(Column { content: Some(ColumnKind::Number), ..Column::default() });
}
