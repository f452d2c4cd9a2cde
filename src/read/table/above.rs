//! Headers that a table left above itself: a text for each column, where the table took the row below them for its headers.
//! *Rekening 2016* and *Begroting 2018* on lines of their own above *31-12-2016*, *1-1-2018*.

use crate::read::facts::looks::Looks;
use crate::read::lines::{Kind, RawLine};
use crate::read::spot::Spot;
use crate::read::table::arrange::{Item, Path, sure_arrangement};
use crate::read::table::{Column, Table};

/// Tables with more columns are data, and have one row of headers.
const MAX_COLUMNS: usize = 40;

/// The lines that one such header may have: a word, a year, and what is said of both.
const MAX_LINES: usize = 3;

/// Gives the columns of tables that say when their figures are of, and not what these are, the headers right above them which do.
pub(super) fn take_headers(vocabulary: &Looks<'_>, all: &[RawLine<'_>], tables: &mut [Table]) {
    for at in 0..tables.len() {
        let floor =
            at.checked_sub(1).and_then(|before| tables.get(before)).map_or(0, |before| before.to);
        let Some(table) = tables.get_mut(at) else { continue };
        let figures = || table.columns.iter().filter(|column| column.content.is_none());
        let is_open =
            |column: &Column| column.facts.role.is_none() && column.facts.period.is_some();
        let count = figures().count();
        if !(2..=MAX_COLUMNS).contains(&count) || !figures().all(is_open) {
            continue;
        }
        let Some((from, paths)) = headers_above(vocabulary, all, (floor, table.from), count) else {
            continue;
        };
        let goes = |(column, path): (&Column, &(Path, Vec<Spot>))| {
            let times = column.facts.period.zip(path.0.facts.period);
            times.is_some_and(|(own, outer)| outer.contains(own)) && path.0.facts.role.is_some()
        };
        if !figures().zip(&paths).all(goes) {
            continue;
        }
        let columns = table.columns.iter_mut().filter(|column| column.content.is_none());
        for (column, (path, spots)) in columns.zip(paths) {
            column.facts = column.facts.within(&path.facts);
            let text: Vec<&str> = spots.iter().map(|spot| spot.text(all)).collect();
            column.headers.insert(0, text.join(" "));
            column.spots.splice(0..0, spots);
        }
        table.head.extend(from..table.from);
        table.head.sort_unstable();
        table.from = from;
    }
}

/// A header, and where it stands.
type Found = (Path, Vec<Spot>);

/// The headers of so many columns right above a line, each with where it stands, and the first line of them.
fn headers_above(
    vocabulary: &Looks<'_>,
    all: &[RawLine<'_>],
    (floor, end): (usize, usize),
    count: usize,
) -> Option<(usize, Vec<Found>)> {
    let mut items: Vec<Item> = Vec::new();
    let mut first = end;
    while first > floor && end - first < count * MAX_LINES {
        let last = first - 1;
        // The lines of a paragraph are one header.
        let begins = |at: &usize| all.get(*at).is_none_or(|line| line.after_blank);
        let paragraph = (floor.max(last.saturating_sub(MAX_LINES - 1))..=last).rev().find(begins);
        let from = paragraph.unwrap_or(last);
        let lines = all.get(from..=last)?;
        let text: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
        let facts = vocabulary.facts(&text.join(" "));
        if lines.iter().any(|line| line.kind != Kind::Line) || facts.rest > 0 || !facts.is_placing()
        {
            break;
        }
        let spots = (from..=last).map(Spot::whole).collect();
        items.insert(0, Item { facts: (*facts).clone(), spots, begins_line: true, text: None });
        first = from;
        let is_enough = items.len() >= count;
        if let Some(arrangement) = is_enough.then(|| sure_arrangement(&items, count)).flatten() {
            let spots = |path: &Path| -> Vec<Spot> {
                let items = path.items.iter().filter_map(|&at| items.get(at));
                items.flat_map(|item| item.spots.iter().copied()).collect()
            };
            return Some((
                first,
                arrangement
                    .columns
                    .into_iter()
                    .map(|path| {
                        let spots = spots(&path);
                        (path, spots)
                    })
                    .collect(),
            ));
        }
    }
    None
}
