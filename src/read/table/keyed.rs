//! Finds tables in lines whose cells each have the name of their header above them, as pages for narrow screens print them: *Programma:*,
//! *Wonen*, *Lasten:*, `12`. Some give the label the name of the first column of figures, so that each name is one too early and the last
//! cell has none: *Lasten:*, *Wonen*, *Baten:*, `12`, `:`, `5`.

use crate::findings::rule::Message;
use crate::read::facts::looks::Looks;
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::table::as_grid::{AsGrid, Placed};
use crate::read::table::{Doubt, Table};

/// The headers of a table.
const MAX_HEADERS: usize = 10;

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    let mut left = Vec::new();
    let mut begin = from;
    let mut at = from;
    while at < to {
        if let Some((tables, end)) = table(looks, lines, at, to) {
            if at > begin {
                left.push((begin, at));
            }
            found.extend(tables);
            (begin, at) = (end, end);
        } else {
            at += 1;
        }
    }
    if begin < to {
        left.push((begin, to));
    }
    left
}

/// A cell, and the place of the name above it among the headers; as many as there are if it has none.
struct Keyed {
    name: usize,
    cell: usize,
}

/// The table whose headers begin on a line, and the line after it.
fn table(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    head: usize,
    to: usize,
) -> Option<(Vec<Table>, usize)> {
    /// One may be chance.
    const MIN_ROWS: usize = 2;
    let text = |at: usize| {
        let line = lines.get(at).filter(|line| at < to && line.kind == Kind::Line)?;
        Some(&*line.text)
    };
    let first = text(head).filter(|first| !first.ends_with(':'))?;
    // The first header comes again, with a colon, right below the last.
    let is_first = |at: usize| text(at).and_then(|text| text.strip_suffix(':')) == Some(first);
    let count = (1..=MAX_HEADERS).find(|count| is_first(head + count))?;
    let body = head + count;
    let headers: Vec<&str> = (head..body).map_while(text).collect();
    let name = |at: usize| {
        let name = text(at)?.strip_suffix(':')?;
        if name.is_empty() {
            return Some(count);
        }
        headers.iter().position(|header| *header == name)
    };
    let mut rows: Vec<Vec<Keyed>> = Vec::new();
    let mut names: Vec<usize> = Vec::new();
    let mut at = body;
    while let Some(of) = name(at) {
        names.push(at);
        if of == 0 {
            rows.push(Vec::new());
        }
        // An empty cell is followed by the next name.
        let has_cell = name(at + 1).is_none() && text(at + 1).is_some();
        if has_cell {
            let row = rows.last_mut()?;
            if row.last().is_some_and(|before| before.name >= of) {
                return None;
            }
            row.push(Keyed { name: of, cell: at + 1 });
        }
        at += 1 + usize::from(has_cell);
    }
    let end = at;
    rows.retain(|row| !row.is_empty());
    let is_shifted = rows.iter().flatten().any(|cell| cell.name == count);
    let is_labelled = |row: &Vec<Keyed>| {
        row.first().is_some_and(|first| {
            let label = text(first.cell).unwrap_or_default();
            first.name == 0
                && label.contains(char::is_alphabetic)
                && !looks.is_of_class_number(label)
        })
    };
    // *Lasten* above labels without a cell that has no name: nobody can tell how far it is off.
    let is_off = !is_shifted && (count < 2 || looks.facts(first).is_placing());
    if rows.len() < MIN_ROWS || is_off || !rows.iter().all(is_labelled) {
        return None;
    }
    let placed = |column: usize, line: usize| {
        let end = lines.get(line).map_or(0, |line| line.text.len());
        Placed { column, columns: 1, line, start: 0, end }
    };
    let shift = usize::from(is_shifted);
    let mut made = AsGrid::default();
    made.push(lines, &(0..count).map(|at| placed(at + shift, head + at)).collect::<Vec<_>>())?;
    for row in &rows {
        let cells: Vec<Placed> = row.iter().map(|cell| placed(cell.name, cell.cell)).collect();
        made.push(lines, &cells)?;
    }
    let mut tables = made.tables(looks, lines, ColumnsBy::Lines)?;
    let table = tables.first_mut()?;
    table.head.extend(names);
    table.to = end;
    if is_shifted {
        let at = Lines { first: head, last: end - 1 };
        table.doubts.push(Doubt { at, what: Message::AnotherReading {} });
    }
    Some((tables, end))
}
