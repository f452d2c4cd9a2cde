//! Groups whose name was torn over the rows beside it: *Overzicht algemene dekkings-* in front of the costs, *middelen* in front of
//! the revenues.

use crate::read::lines::RawLine;
use crate::read::spot::joined;
use crate::read::table::{Row, RowKind, Table};

/// The rows that stand between two parts of a name, at most: costs, revenues and balance have two between three.
const MAX_BETWEEN: usize = 2;

/// The parts of a name, at most: one that goes on without end is no name, and would be repeated for each row below it.
const MAX_PARTS: usize = 6;

/// Puts the parts of a group's name together. The first ends with the hyphen of a word that was broken, and the next begins with a
/// small letter.
pub(in crate::read) fn join_torn_groups(lines: &[RawLine<'_>], table: &mut Table) {
    let mut torn = Vec::new();
    // Backwards, since a name may be torn twice.
    for at in (0..table.rows.len()).rev() {
        let Some(next) = rest_of(lines, &table.rows, at) else { continue };
        let rest = table.rows.get_mut(next).map(|rest| std::mem::take(&mut rest.label));
        if let Some(row) = table.rows.get_mut(at) {
            row.label.extend(rest.unwrap_or_default());
        }
        torn.push(next);
    }
    let mut at = 0;
    table.rows.retain(|_| {
        at += 1;
        // They were found from the last to the first.
        torn.pop_if(|torn| *torn + 1 == at).is_none()
    });
}

/// Where the name of a group goes on.
fn rest_of(lines: &[RawLine<'_>], rows: &[Row], at: usize) -> Option<usize> {
    let row = rows.get(at).filter(|row| row.kind == RowKind::Group)?;
    let name = joined(lines, &row.label);
    if !name.strip_suffix('-')?.ends_with(char::is_alphabetic) {
        return None;
    }
    let next = (at + 1..rows.len())
        .take(MAX_BETWEEN + 1)
        .find(|&next| rows.get(next).is_some_and(|row| row.kind != RowKind::Figures))?;
    let rest = rows.get(next).filter(|row| row.kind == RowKind::Group)?;
    if row.label.len() + rest.label.len() > MAX_PARTS {
        return None;
    }
    joined(lines, &rest.label).starts_with(char::is_lowercase).then_some(next)
}
