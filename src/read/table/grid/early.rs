//! Rows that end before the last column, in a copy of a page that may have moved their empty cells to the end.

use crate::findings::rule::Message;
use crate::read::lines::{Lines, RawLine};
use crate::read::spot::{Spot, joined};
use crate::read::table::{Doubt, Row, RowKind, Table};

/// Reports each of them, unless some row keeps an empty cell before a full one: then nothing was moved.
pub(super) fn doubt(lines: &[RawLine<'_>], table: &mut Table) {
    let has = |row: &Row, at: &usize| row.cells.get(*at).is_some_and(Option::is_some);
    let rows = || table.rows.iter().filter(|row| row.kind == RowKind::Figures);
    let is_of_figures =
        |at: &usize| table.columns.get(*at).is_some_and(|column| column.content.is_none());
    // A column without a cell in any row is empty, wherever it stands.
    let used: Vec<usize> = (0..table.columns.len())
        .filter(is_of_figures)
        .filter(|at| rows().any(|row| has(row, at)))
        .collect();
    let Some((last, before)) = used.split_last() else { return };
    let keeps_empty = |row: &Row| {
        let first = used.iter().position(|at| !has(row, at)).unwrap_or(used.len());
        used.iter().skip(first).any(|at| has(row, at))
    };
    if rows().any(keeps_empty) {
        return;
    }
    let is_early = |row: &&Row| !has(row, last) && before.iter().any(|at| has(row, at));
    let doubts: Vec<Doubt> =
        rows().filter(is_early).filter_map(|row| doubt_of(lines, row)).collect();
    table.doubts.extend(doubts);
}

fn doubt_of(lines: &[RawLine<'_>], row: &Row) -> Option<Doubt> {
    let cells = row.cells.iter().flatten().map(|cell| cell.spot);
    let pieces: Vec<usize> = row.label.iter().copied().chain(cells).map(Spot::piece).collect();
    let at = Lines { first: *pieces.iter().min()?, last: *pieces.iter().max()? };
    let row = joined(lines, &row.label).into();
    Some(Doubt { at, what: Message::MayHaveMoved { row } })
}
