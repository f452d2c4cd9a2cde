//! Lines of white space between the cells of a row: copies of pages have them for cells that are empty, one for each or
//! one with a character for each, with another character between them or without.

use crate::read::lines::RawLine;
use crate::read::table::{Cell, Column, Row, RowKind, Table};

/// Gives the cells of rows that lost some of them their columns, where white space says which are empty.
pub(super) fn place(lines: &[RawLine<'_>], table: &mut Table) {
    let figures: Vec<usize> = (0..table.columns.len())
        .filter(|&at| table.columns.get(at).is_some_and(|column| column.content.is_none()))
        .collect();
    let is_plain = |column: &Column| column.content.is_none() || column.names_rows();
    if figures.len() < 2 || !table.columns.iter().all(is_plain) {
        return;
    }
    let width = table.columns.len();
    let before = before_first(lines, table, &figures);
    for row in table.rows.iter_mut().filter(|row| row.kind == RowKind::Misfit) {
        let cells: Vec<Cell> = row.cells.iter().flatten().copied().collect();
        if cells.is_empty() || cells.len() >= figures.len() {
            continue;
        }
        let Some(found) = places(lines, &cells, figures.len(), before) else { continue };
        let mut of_row = vec![None; width];
        for (place, cell) in found.into_iter().zip(cells) {
            let slot = figures.get(place).and_then(|&column| of_row.get_mut(column));
            if let Some(slot) = slot {
                *slot = Some(cell);
            }
        }
        row.cells = of_row;
        row.kind = RowKind::Figures;
    }
}

/// The white space between the label of a row and its first cell in each row that has all of its cells: its characters and its lines. It stands
/// for no empty cell.
fn before_first(lines: &[RawLine<'_>], table: &Table, figures: &[usize]) -> [usize; 2] {
    let whole = |row: &&Row| {
        row.kind == RowKind::Figures
            && figures.iter().all(|&at| row.cells.get(at).is_some_and(Option::is_some))
    };
    let first = |row: &Row| {
        let cell = figures.first().and_then(|&at| row.cells.get(at).copied().flatten())?;
        let blanks = lines.get(cell.spot.piece())?.blanks;
        Some([usize::from(blanks.characters), usize::from(blanks.lines)])
    };
    let found = table.rows.iter().filter(whole).filter_map(first);
    found.reduce(|[a, b], [c, d]| [a.min(c), b.min(d)]).unwrap_or_default()
}

/// The place of each cell among so many. `None` if the white space says otherwise, or nothing.
pub(super) fn places(
    lines: &[RawLine<'_>],
    cells: &[Cell],
    of: usize,
    before: [usize; 2],
) -> Option<Vec<usize>> {
    let by_character = |line: &RawLine<'_>| usize::from(line.blanks.characters);
    let by_line = |line: &RawLine<'_>| usize::from(line.blanks.lines);
    // Seven characters are four cells with one between each two: an even number of them is none.
    let cells_of = |characters: usize| match characters {
        0 => 0,
        odd if odd % 2 == 1 => odd.div_ceil(2),
        _ => usize::from(u8::MAX),
    };
    let by_parted = |line: &RawLine<'_>| cells_of(by_character(line));
    let ways: [&dyn Fn(&RawLine<'_>) -> usize; 3] = [&by_character, &by_line, &by_parted];
    let [characters, lines_before] = before;
    let before = [characters, lines_before, cells_of(characters)];
    ways.into_iter().zip(before).find_map(|(count, before)| {
        let mut places = Vec::with_capacity(cells.len());
        let mut next = 0;
        for (at, cell) in cells.iter().enumerate() {
            let blank = lines.get(cell.spot.piece()).map_or(0, count);
            next += blank.saturating_sub(if at == 0 { before } else { 0 });
            places.push(next);
            next += 1;
        }
        let last = cells.last()?;
        let last = last.favour.unwrap_or(last.spot).piece();
        let after = lines.get(last + 1).map_or(0, count);
        // Nothing is left open: the empty cells before and between them, or all of those behind them, make a row.
        let is_whole = next == of && next > cells.len();
        let is_whole_with_end = next == cells.len() && next + after == of;
        let is_both = next > cells.len() && next + after == of;
        (is_whole || is_whole_with_end || is_both).then_some(places)
    })
}
