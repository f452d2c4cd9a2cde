//! Finds tables in lines whose cells each have the name of their header above them, as pages for narrow screens print them: *Programma:*,
//! *Wonen*, *Lasten:*, `12`. Some give the label the name of the first column of figures, so that each name is one too early and the last
//! cell has none: *Lasten:*, *Wonen*, *Baten:*, `12`, `:`, `5`.

use crate::findings::rule::Message;
use crate::read::facts::looks::Looks;
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::table::as_grid::{AsGrid, Placed};
use crate::read::table::stretch;
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
    stretch::take((from, to), found, |at| {
        let Some(records) = Records::of(lines, at, to) else { return (Vec::new(), at + 1) };
        match records.tables(looks, lines) {
            Some(tables) => (tables, records.end),
            // The last of their cells may be the first header of others.
            None => (Vec::new(), records.end - 1),
        }
    })
}

/// A cell, and the place of the name above it among the headers; as many as there are if it has none.
struct Keyed {
    name: usize,
    cell: usize,
}

/// The rows below some headers.
struct Records<'l> {
    /// The lines of the headers.
    headers: std::ops::Range<usize>,
    first: &'l str,
    rows: Vec<Vec<Keyed>>,
    /// The lines of the names.
    names: Vec<usize>,
    /// The line after the last.
    end: usize,
}

impl<'l> Records<'l> {
    /// Those whose headers begin on a line.
    fn of(lines: &'l [RawLine<'_>], head: usize, to: usize) -> Option<Self> {
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
        let (mut rows, mut names): (Vec<Vec<Keyed>>, Vec<usize>) = Default::default();
        let mut at = body;
        while let Some(of) = name(at) {
            names.push(at);
            if of == 0 {
                rows.push(Vec::new());
            }
            // An empty cell is followed by the next name.
            let has_cell = name(at + 1).is_none() && text(at + 1).is_some();
            if has_cell {
                rows.last_mut()?.push(Keyed { name: of, cell: at + 1 });
            }
            at += 1 + usize::from(has_cell);
        }
        rows.retain(|row| !row.is_empty());
        Some(Records { headers: head..body, first, rows, names, end: at })
    }

    /// The tables that they make; `None` if their names don't come in the order of the headers, or nobody can tell how far they are off.
    fn tables(&self, looks: &Looks<'_>, lines: &[RawLine<'_>]) -> Option<Vec<Table>> {
        /// One may be chance.
        const MIN_ROWS: usize = 2;
        let text = |at: usize| lines.get(at).map_or("", |line| &*line.text);
        let (head, count) = (self.headers.start, self.headers.len());
        let is_in_order = |row: &Vec<Keyed>| row.is_sorted_by(|one, other| one.name < other.name);
        let is_labelled = |row: &Vec<Keyed>| {
            row.first().is_some_and(|first| {
                let label = text(first.cell);
                first.name == 0
                    && label.contains(char::is_alphabetic)
                    && !looks.is_of_class_number(label)
            })
        };
        let is_shifted = self.rows.iter().flatten().any(|cell| cell.name == count);
        // *Lasten* above labels without a cell that has no name: nobody can tell how far it is off.
        let is_off = !is_shifted && (count < 2 || looks.facts(self.first).is_placing());
        let is_row = |row: &Vec<Keyed>| is_in_order(row) && is_labelled(row);
        if self.rows.len() < MIN_ROWS || is_off || !self.rows.iter().all(is_row) {
            return None;
        }
        let placed = |column: usize, line: usize| {
            let end = lines.get(line).map_or(0, |line| line.text.len());
            Placed { column, columns: 1, line, start: 0, end }
        };
        let shift = usize::from(is_shifted);
        let mut made = AsGrid::default();
        let headers = self.headers.clone().enumerate();
        made.push(lines, &headers.map(|(at, line)| placed(at + shift, line)).collect::<Vec<_>>())?;
        for row in &self.rows {
            let cells: Vec<Placed> = row.iter().map(|cell| placed(cell.name, cell.cell)).collect();
            made.push(lines, &cells)?;
        }
        let mut tables = made.tables(looks, lines, ColumnsBy::Lines)?;
        let table = tables.first_mut()?;
        table.head.extend(&self.names);
        table.to = self.end;
        if is_shifted {
            let at = Lines { first: head, last: self.end - 1 };
            table.doubts.push(Doubt { at, what: Message::AnotherReading {} });
        }
        Some(tables)
    }
}
