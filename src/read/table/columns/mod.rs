//! Finds tables in plain text with several columns on a line: a label, and the cells behind it.
//!
//! Rows come first: `rows` finds the lines that are some, `spaces` and `glued` place the cells of those with empty ones and of those that
//! lost their gaps. Then `counts` says how many columns they may have, `choose` reads the lines above them as `headers`, and `build` makes the
//! table. What has headers of another kind is tried before that (`named`, `timed`, `capitals`), and what has none after it (`list`, `continued`).

mod above;
mod behind;
mod between;
mod broken_cells;
mod build;
mod capitals;
mod choose;
mod closed;
mod continued;
mod cost;
mod counts;
mod course;
mod dated;
mod fillers;
mod flow_rows;
mod glued;
mod headers;
mod list;
mod missing;
mod misspelled;
mod named;
mod parted;
mod repeated;
mod rows;
mod spaces;
mod tails;
mod timed;
mod units;
mod unknown;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use crate::leaves::unit::Unit;
use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;
use crate::read::table::arrange::{Arrangement, Item};
use crate::read::table::{RowKind, Table};
use between::holds_headers;
use rows::{Others, padded_rows, take_stars};

pub(super) use behind::row_with_words;
pub(super) use capitals::at_capitals;
pub(super) use glued::is_several;
pub(super) use headers::items_of;
pub(super) use rows::{RowLine, is_row_line, row_line, single_rows};

/// The lines above the first row that may be headers.
const MAX_HEADER: usize = 12;

/// The lines between the headers and the first row that may be groups: *Algemene financiering*,
/// *Exploitatie*.
const MAX_GROUPS: usize = 5;

/// The lines without cells that may stand between rows: a group, and a label over several lines.
const MAX_GAP: usize = 4;

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    let mut rows: Vec<RowLine> =
        (from..to).filter_map(|at| row_line(vocabulary, &lines.get(at)?.text, at)).collect();
    for block in glued::blocks(lines, (from, to), &rows) {
        let Some(first) = block.first().map(|run| run.line) else { continue };
        let above = Finder::new(vocabulary, lines, &[]);
        let counts = above.header_counts(first, from, true);
        let course = above.course_above(first, from).and_then(|n| course::rows(lines, &block, n));
        if let Some(parted) = course.or_else(|| glued::rows(lines, &block, &counts)) {
            rows.extend(parted);
        }
    }
    rows.sort_by_key(|row| row.line);
    let padded = padded_rows(vocabulary, lines, (from, to), &rows);
    rows.extend(padded);
    rows.sort_by_key(|row| row.line);
    let broken = broken_cells::rows(vocabulary, lines, (from, to), &rows);
    rows.extend(broken);
    rows.sort_by_key(|row| row.line);
    let with_words = behind::rows_with_words(vocabulary, lines, (from, to), &rows);
    rows.extend(with_words);
    rows.sort_by_key(|row| row.line);
    let single = single_rows(vocabulary, lines, (from, to), &rows);
    // Some of them were taken for rows of a year and a number.
    rows.retain(|row| single.binary_search_by_key(&row.line, |single| single.line).is_err());
    rows.extend(single);
    rows.sort_by_key(|row| row.line);
    without_dashes(lines, &mut rows);
    let mut left = Vec::new();
    let known = found.len();
    let mut begin = from;
    let mut index = 0;
    while index < rows.len() {
        let start = index;
        // The rows of one table: with few lines between them, and no headers.
        let mut end = index + 1;
        while let (Some(last), Some(next)) = (rows.get(end - 1), rows.get(end)) {
            let gap = last.line + 1..next.line;
            if gap.len() > MAX_GAP || holds_headers(vocabulary, lines, gap, next) {
                break;
            }
            end += 1;
        }
        if let Some(block) = rows.get_mut(index..end) {
            take_stars(lines, block);
        }
        let block = rows.get(index..end).unwrap_or_default();
        index = end;
        let Some(first) = block.first() else { continue };
        if let Some(table) = Finder::new(vocabulary, lines, block).named(begin) {
            if table.from > begin {
                left.push((begin, table.from));
            }
            begin = table.to;
            found.push(table);
            continue;
        }
        // Two numbers alone without a label are no row: `5 6` may be one cell that was written wrong.
        if block.len() == 1 && first.label == 0 && first.cells.len() == 2 {
            continue;
        }
        let finder = Finder::new(vocabulary, lines, block);
        let table = finder.timed(begin).or_else(|| finder.times_below_names(begin));
        let table = table.or_else(|| finder.unknown(begin));
        let table = table.or_else(|| finder.table(begin));
        let table = table.or_else(|| finder.closed(begin)).or_else(|| finder.list(begin));
        // What this call found stands in the same stretch of text.
        let above = found.get(known..).and_then(<[Table]>::last);
        let table = table.or_else(|| finder.continued(above?));
        let table = table
            .filter(|table| !lost_its_labels(table) && !behind::has_words_without_header(table));
        if let Some(table) = table {
            if table.from > begin {
                left.push((begin, table.from));
            }
            begin = table.to;
            // The rows below another run of them are those of another table.
            index = index.min(rows.partition_point(|row| row.line < begin)).max(start + 1);
            found.push(table);
        } else if block.len() >= 2 && first.cells.len() > 1 {
            if first.line > begin {
                left.push((begin, first.line));
            }
            begin = block.last().map_or(first.line, |row| row.line) + 1;
        }
    }
    if begin < to {
        left.push((begin, to));
    }
    left
}

/// Whether more of the rows have no label than have one, and it isn't one row or a few that sums may show to be totals: nobody
/// could tell what their figures are of, and the texts above them may be labels and no headers.
fn lost_its_labels(table: &Table) -> bool {
    let rows = || table.rows.iter().filter(|row| row.kind == RowKind::Figures);
    let unlabelled = rows().filter(|row| row.label.is_empty()).count();
    unlabelled > 1 && unlabelled * 2 > rows().count()
}

/// Takes the dash in front of the number of each row for the sign between a label and its number: *Number of leavers - 49*.
fn without_dashes(lines: &[RawLine<'_>], rows: &mut [RowLine]) {
    /// Two may be empty cells.
    const MIN: usize = 3;
    let begins_with_dash = |row: &RowLine| {
        let text = lines.get(row.line).map_or("", |line| &*line.text);
        let first = row.cells.first().and_then(|&(from, to, _)| text.get(from..to));
        row.label > 0 && row.cells.len() == 2 && matches!(first, Some("-" | "–"))
    };
    let mut from = 0;
    while from < rows.len() {
        let run = rows.iter().skip(from).take_while(|row| begins_with_dash(row)).count();
        if run >= MIN {
            rows.iter_mut().skip(from).take(run).for_each(|row| {
                row.cells.remove(0);
            });
        }
        from += run + 1;
    }
}

struct Finder<'a, 's> {
    vocabulary: &'a Looks<'a>,
    lines: &'a [RawLine<'s>],
    rows: &'a [RowLine],
    /// What the rows say about each other, once it was asked for.
    others: RefCell<Option<Rc<Others>>>,
    /// How many cells each row has by its white space, once it was asked for.
    padded: OnceCell<Option<usize>>,
}

impl<'a, 's> Finder<'a, 's> {
    fn new(vocabulary: &'a Looks<'a>, lines: &'a [RawLine<'s>], rows: &'a [RowLine]) -> Self {
        Finder { vocabulary, lines, rows, others: RefCell::default(), padded: OnceCell::new() }
    }
}

/// A way to read the headers.
struct Headers {
    first: usize,
    /// The line after them.
    end: usize,
    items: Vec<Item>,
    /// How many of the items are of the corner.
    corner: usize,
    arrangement: Arrangement,
    n: usize,
    cost: f64,
    /// The scale that stood among them, once for each column.
    unit: Option<Unit>,
    /// The units that stood below them, one for each column: *£000*, *%*, *£000*, *%*.
    units: Vec<Unit>,
    /// Whether the first of them is that of times: *Periode*, *Waarde*.
    begins_with_time: bool,
}
