//! Which columns hold shares and which hold amounts: a row that lost a cell has one in the other's place.

use crate::read::lines::RawLine;
use crate::read::table::{Cell, Row, RowKind, Table};

/// For each column whether its cells are shares: `12%`. `None` if it holds both, or too few to say.
pub(super) fn columns_of_shares(lines: &[RawLine<'_>], table: &Table) -> Vec<Option<bool>> {
    /// One cell may be an exception.
    const MIN: usize = 2;
    let kind = |at: usize| {
        let rows = table.rows.iter().filter(|row| is_whole(table, row));
        let cells = rows.filter_map(|row| row.cells.get(at).copied().flatten());
        let (mut shares, mut others) = (0, 0);
        for cell in cells {
            shares += usize::from(is_share(lines, &cell));
            others += usize::from(!is_share(lines, &cell));
        }
        match (shares, others) {
            (MIN.., 0) => Some(true),
            (0, MIN..) => Some(false),
            _ => None,
        }
    };
    (0..table.columns.len()).map(kind).collect()
}

/// Whether a cell is a share.
pub(super) fn is_share(lines: &[RawLine<'_>], cell: &Cell) -> bool {
    cell.spot.text(lines).trim_end().ends_with('%')
}

/// Whether a row has a cell in each column of figures.
fn is_whole(table: &Table, row: &Row) -> bool {
    row.kind == RowKind::Figures
        && table
            .columns
            .iter()
            .zip(&row.cells)
            .all(|(column, cell)| column.content.is_some() || cell.is_some())
}

/// Takes rows apart that lack a cell and have a share among amounts, or an amount among shares: their cells stand elsewhere.
pub(super) fn take_apart(lines: &[RawLine<'_>], table: &mut Table) {
    let of_shares = columns_of_shares(lines, table);
    if !of_shares.contains(&Some(true)) {
        return;
    }
    let is_torn = |row: &Row| {
        row.kind == RowKind::Figures
            && !is_whole(table, row)
            && of_shares.iter().zip(&row.cells).any(|(of_shares, cell)| {
                of_shares.zip(*cell).is_some_and(|(of, cell)| of != is_share(lines, &cell))
            })
    };
    let torn: Vec<usize> =
        (0..table.rows.len()).filter(|&at| table.rows.get(at).is_some_and(is_torn)).collect();
    let labels: Vec<usize> = (0..table.columns.len())
        .filter(|&at| table.columns.get(at).is_some_and(|column| column.content.is_some()))
        .collect();
    for at in torn {
        let Some(row) = table.rows.get_mut(at) else { continue };
        // What names the row stays what it is.
        let named = labels.iter().any(|&at| row.cells.get(at).is_some_and(Option::is_some));
        if named && row.label.is_empty() {
            continue;
        }
        row.kind = RowKind::Misfit;
        row.cells.retain(Option::is_some);
    }
}
