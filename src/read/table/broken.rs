//! Labels that a narrow column broke: the first words stand alone on a line, and the last with the cells on the next.

use crate::read::lines::RawLine;
use crate::read::spot::{Spot, joined};
use crate::read::table::{Row, RowKind, Table};

/// Joins the words of a line to the label right below them that goes on with a small letter, where the labels of the table begin with capitals:
/// *Inwoners die hun buurt*, *veilig vinden*.
pub(super) fn join_labels(lines: &[RawLine<'_>], table: &mut Table) {
    join_asides(lines, table);
    let is_row = |row: &Row| matches!(row.kind, RowKind::Figures | RowKind::Misfit);
    let text = |row: &Row| joined(lines, &row.label);
    let begins_small = |row: &Row| text(row).starts_with(char::is_lowercase);
    let all = table.rows.iter().filter(|row| is_row(row) && !row.label.is_empty()).count();
    let is_open = |at: usize| {
        let (Some(above), Some(row)) = (table.rows.get(at), table.rows.get(at + 1)) else {
            return false;
        };
        let last = above.label.last().map(|spot| spot.piece());
        let first = row.label.first().map(|spot| spot.piece());
        let ends_open = !text(above).ends_with([':', '.', ';', '?', '!']);
        above.kind == RowKind::Group
            && is_row(row)
            && last.zip(first).is_some_and(|(last, first)| last + 1 == first)
            && begins_small(row)
            && ends_open
    };
    let broken: Vec<usize> = (0..table.rows.len()).filter(|&at| is_open(at)).collect();
    let small = table.rows.iter().filter(|row| is_row(row) && begins_small(row)).count();
    // Other labels with small letters name the rows of a group.
    if broken.is_empty() || small > broken.len() || small * 2 > all + 1 {
        return;
    }
    join_below(table, &broken);
}

/// Joins a label in parentheses to the words of the line right above it, since no label is in parentheses alone: *Lengte van wegen*,
/// *(in km)*.
pub(super) fn join_asides(lines: &[RawLine<'_>], table: &mut Table) {
    let is_aside = |at: usize| {
        let (Some(above), Some(row)) = (table.rows.get(at), table.rows.get(at + 1)) else {
            return false;
        };
        let last = above.label.last().map(|spot| spot.piece());
        let first = row.label.first();
        above.kind == RowKind::Group
            && matches!(row.kind, RowKind::Figures | RowKind::Misfit)
            && first.is_some_and(|first| first.text(lines).starts_with('('))
            && last.zip(first).is_some_and(|(last, first)| last + 1 == first.piece())
    };
    let asides: Vec<usize> = (0..table.rows.len()).filter(|&at| is_aside(at)).collect();
    join_below(table, &asides);
}

/// Puts the labels of some rows, in order, in front of those of the rows right below them.
fn join_below(table: &mut Table, above: &[usize]) {
    if above.is_empty() {
        return;
    }
    let mut open: Vec<Spot> = Vec::new();
    let mut rows = Vec::with_capacity(table.rows.len());
    for (at, mut row) in std::mem::take(&mut table.rows).into_iter().enumerate() {
        if above.binary_search(&at).is_ok() {
            open.append(&mut row.label);
            continue;
        }
        if !open.is_empty() {
            row.label.splice(0..0, open.drain(..));
        }
        rows.push(row);
    }
    table.rows = rows;
}
