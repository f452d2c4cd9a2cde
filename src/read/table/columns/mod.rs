//! Finds tables in plain text with several columns on a line: a label, and the cells behind it.
//!
//! `glued` parts the cells of rows that lost the gaps between them, `headers` makes headers of the words above the rows, `rows` splits the lines below them, `list`
//! takes rows without headers, `timed` those whose label begins with a time, `missing` finds words that stand for a figure in front of the others, `spaces` places the cells of rows that have empty ones, and this
//! chooses which go together.

mod glued;
mod headers;
mod list;
mod missing;
mod named;
mod rows;
mod spaces;
mod timed;

use crate::findings::rule::Message;
use crate::leaves::period::Period;
use crate::leaves::unit::Unit;
use crate::read::dates;
use crate::read::facts::classes::Class;
use crate::read::facts::endings::RowCell;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::{ColumnKind, FlowWord};
use crate::read::facts::{Facts, spacing, words};
use crate::read::label;
use crate::read::language::HeaderWord;
use crate::read::lines::{Lines, RawLine};
use crate::read::marks;
use crate::read::placement::ColumnsBy;
use crate::read::shapes::is_sentence;
use crate::read::spot::joined;
use crate::read::table::arrange::{Arrangement, How, Item, Path, arrangements, stacked};
use crate::read::table::settle::settle;
use crate::read::table::turn::turn;
use crate::read::table::{Column, Doubt, RowKind, Table};
use crate::read::table::{arithmetic, broken};
use crate::read::vocabulary::Vocabulary;
use crate::words::{fold_word, has_digit};
use headers::{corners, without_corners};
use rows::{Others, is_spaced, padded_rows, regroup, take_stars};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

pub(super) use glued::is_several;
pub(super) use headers::items_of;
pub(super) use rows::{RowLine, is_row_line, row_line, single_rows};

/// The lines above the first row that may be headers.
const MAX_HEADER: usize = 12;
/// The same where each is short: headers of five columns broken over five lines each.
const MAX_SHORT_HEADER: usize = 30;
/// In bytes.
const MAX_SHORT: usize = 24;
/// The longest line of headers, in bytes.
const MAX_LINE: usize = 300;
/// The lines without cells that may stand between rows: a group, and a label over several lines.
const MAX_GAP: usize = 4;
/// The lines between the headers and the first row that may be groups: *Algemene financiering*,
/// *Exploitatie*.
const MAX_GROUPS: usize = 5;

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
        let counts = Finder::new(vocabulary, lines, &[]).header_counts(first, from, true);
        if let Some(parted) = glued::rows(lines, &block, &counts) {
            rows.extend(parted);
        }
    }
    rows.sort_by_key(|row| row.line);
    let padded = padded_rows(vocabulary, lines, (from, to), &rows);
    rows.extend(padded);
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
        let table = finder.timed(begin).or_else(|| finder.table(begin));
        let table = table.or_else(|| finder.list(begin));
        // What this call found stands in the same stretch of text.
        let above = found.get(known..).and_then(<[Table]>::last);
        let table = table.or_else(|| finder.continued(above?));
        let table = table.filter(|table| !lost_its_labels(table));
        if let Some(table) = table {
            if table.from > begin {
                left.push((begin, table.from));
            }
            begin = table.to;
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

/// Whether lines between rows are the headers of another table. One text alone is above a group of rows: *Kadernota
/// 2024*.
fn holds_headers(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    gap: std::ops::Range<usize>,
    next: &RowLine,
) -> bool {
    // *2020* above rates is when these are of, as *2021* above those before them.
    let is_year = |at: usize| lines.get(at).is_some_and(|line| dates::year(&line.text).is_some());
    if next.cells.len() == 1 && next.counted_by.is_some() && gap.clone().any(is_year) {
        return true;
    }
    if !gap.clone().any(|at| is_header_line(vocabulary, lines, at)) {
        return false;
    }
    // Above cells without a label it is what they are.
    if next.label == 0 {
        return true;
    }
    let mut items = Vec::new();
    items_of(vocabulary, lines, gap.start, gap.end, false, &mut items);
    let years = items.iter().filter(|item| item.facts.period.is_some()).count();
    items.iter().filter(|item| item.facts.is_placing()).count() > 2 || years > 1
}

fn is_header_line(vocabulary: &Vocabulary, lines: &[RawLine<'_>], at: usize) -> bool {
    let mut items = Vec::new();
    items_of(vocabulary, lines, at, at + 1, false, &mut items);
    // *Voordeel*, *Nadeel* judge the numbers of the next row.
    let judges = |item: &Item| {
        let favourable = HeaderWord::Column(ColumnKind::Favourable);
        item.facts.others.contains(&favourable)
            || item.facts.content == Some(ColumnKind::Favourable)
    };
    let headers = items.iter().filter(|item| item.facts.is_placing() && !judges(item)).count();
    // *Percent of Metro Plan Design Reviews Completed in 20* is a label.
    let others = items.iter().filter(|item| item.facts.rest > 0).map(|item| item.spots.len());
    headers >= 2 && others.sum::<usize>() <= headers
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

/// Whether headers are that of the labels and those of figures of which they say nothing else: *Type*, *Amount*.
fn are_of_values(items: &[Item]) -> bool {
    let Some((first, others)) = items.split_first() else { return false };
    let is_of_value =
        |item: &Item| item.facts.content == Some(ColumnKind::Value) && item.facts.rest == 0;
    let is_of_labels = |content: ColumnKind| {
        matches!(content, ColumnKind::Label | ColumnKind::Group | ColumnKind::Population)
    };
    first.facts.content.is_some_and(is_of_labels)
        && first.facts.rest == 0
        && others.iter().any(is_of_value)
        && others.iter().all(|item| is_of_value(item) || item.facts.unit.is_some())
}

/// Where the columns of figures begin in headers of a long table: those of a label, of texts about it, and of a time and a
/// value, each of which says nothing else.
fn dated_values(items: &[Item]) -> Option<usize> {
    let (value, others) = items.split_last()?;
    // *Waarde*, *Realisatie*
    let is_of_values = |item: &Item| {
        let facts = &item.facts;
        let states = facts.content == Some(ColumnKind::Value) || facts.role.is_some();
        states && facts.rest == 0 && facts.period.is_none() && facts.flow.is_none()
    };
    let content = |item: &Item| {
        let is_alone = item.facts.rest == 0 && !item.facts.is_placing();
        item.facts.content.filter(|_| is_alone)
    };
    let contents: Option<Vec<ColumnKind>> = others.iter().map(content).collect();
    let contents = contents.filter(|_| is_of_values(value))?;
    let is_text = |content: &ColumnKind| {
        matches!(content, ColumnKind::Unit | ColumnKind::Source | ColumnKind::Attribute)
    };
    // *Indicator eenheid* may be one phrase.
    let is_of_labels = |content: &ColumnKind| {
        is_text(content) || matches!(content, ColumnKind::Label | ColumnKind::Group)
    };
    let labels = contents.iter().take_while(|content| is_of_labels(content)).count();
    let ends = matches!(contents.get(labels..)?, [ColumnKind::Period | ColumnKind::Measured]);
    (labels > 0 && ends).then_some(labels)
}

/// Where the columns of figures begin in headers of labels, of times, and of several columns each of which says what it is and not when:
/// *Taakveld*, *Perioden*, *Baten*, *Lasten*, *Saldo*.
fn dated_columns(items: &[Item]) -> Option<usize> {
    const MIN: usize = 2;
    let is_of_times = |item: &Item| {
        let facts = &item.facts;
        matches!(facts.content, Some(ColumnKind::Period | ColumnKind::Measured))
            && facts.rest == 0
            && !facts.is_placing()
    };
    let at = items.iter().position(is_of_times).filter(|at| *at > 0)?;
    let (labels, columns) = (items.get(..at)?, items.get(at + 1..)?);
    let is_of_labels = |item: &Item| !item.facts.is_placing();
    let states = |item: &Item| {
        let facts = &item.facts;
        facts.rest == 0 && facts.period.is_none() && (facts.role.is_some() || facts.flow.is_some())
    };
    (columns.len() >= MIN && labels.iter().all(is_of_labels) && columns.iter().all(states))
        .then_some(at)
}

/// Whether a word at the end of a line of years was taken as the header of all of them, or of the last: *2016*, *2017*, *Norm*
/// are three columns.
fn tears_line(arrangement: &Arrangement, items: &[Item]) -> bool {
    let is_year = |at: &usize| items.get(*at).is_some_and(|item| item.facts.is_bare_period());
    let is_behind = |at: &usize| {
        items.get(*at).is_some_and(|item| !item.begins_line && !item.facts.is_bare_period())
            && at.checked_sub(1).is_some_and(|before| is_year(&before))
            && items.get(at + 1).is_none_or(|next| next.begins_line)
    };
    let years = (0..items.len()).filter(is_year).count();
    let is_torn = |path: &Path| {
        path.items.len() > 1 && path.items.iter().any(is_behind) && path.items.iter().any(is_year)
    };
    years > 1 && arrangement.columns.len() <= years && arrangement.columns.iter().any(is_torn)
}

/// Whether a word and the year right after it on its line are headers of two columns: with a unit for each column *BO 2022* is above both
/// *in duizend euro* and *in %*.
fn parts_year(arrangement: &Arrangement, items: &[Item]) -> bool {
    let is_pair = |at: usize| {
        let (Some(word), Some(year)) = (items.get(at), items.get(at + 1)) else { return false };
        word.facts.period.is_none()
            && word.facts.role.is_some()
            && year.facts.is_bare_period()
            && !year.begins_line
    };
    let alone = |at: usize| arrangement.columns.iter().any(|path| *path.items == [at]);
    // *Uitgaven* on a line of its own is a title.
    let line = |path: &Path| {
        let spot = path.items.first().and_then(|&at| items.get(at)?.spots.first());
        spot.map(|spot| spot.piece())
    };
    let first = arrangement.columns.first().and_then(line);
    let are_on_lines = arrangement.columns.iter().any(|path| line(path) != first);
    are_on_lines || (0..items.len()).any(|at| is_pair(at) && alone(at) && alone(at + 1))
}

/// Headers without the units that stand below them.
struct Scales {
    items: Vec<Item>,
    /// That of the table, once for each column: `$'000`.
    unit: Option<Unit>,
    /// Those of the columns, one each, where they differ.
    units: Vec<Unit>,
    begins_with_scale: bool,
}

impl Scales {
    fn split(mut items: Vec<Item>) -> Self {
        let is_scale = |item: &Item| {
            item.facts.unit.is_some()
                && !item.facts.is_placing()
                && item.facts.content.is_none()
                && item.facts.rest == 0
        };
        let scales: Vec<&Item> = items.iter().filter(|item| is_scale(item)).collect();
        // One sign alone may be the unit of one column.
        let is_of_all = match scales.as_slice() {
            [] => false,
            [only] => only.spots.len() > 1,
            _ => true,
        };
        let mut units: Vec<Unit> =
            scales.iter().filter_map(|item| item.facts.unit.clone()).collect();
        let differ = units.iter().any(|unit| Some(unit) != units.first());
        let unit = units.first().filter(|_| is_of_all && !differ).cloned();
        if !differ {
            units.clear();
        }
        let begins_with_scale = is_of_all && items.first().is_some_and(is_scale);
        items.retain(|item| !is_of_all || !is_scale(item));
        Scales { items, unit, units, begins_with_scale }
    }
}

/// The ways in which headers make some columns that have a unit each: besides those of other headers each may stand above as
/// many of them, *2021/22* above *£000* and *%*.
fn over_units(items: &[Item], n: usize, units: &[Unit]) -> Vec<Arrangement> {
    let mut found = arrangements(items, n);
    if units.len() != n {
        return found;
    }
    for size in (2..=n).filter(|size| n.is_multiple_of(*size)) {
        // Above each header stand the same units.
        if !units.chunks(size).all(|of| Some(of) == units.get(..size)) {
            continue;
        }
        // *Source of funding* in front of a year is above the labels, and *BO* is a part of its header.
        let is_joined = |path: &Path| {
            let mut words = path.items.iter().filter_map(|&at| items.get(at));
            path.items.len() < 2
                || words.all(|item| item.facts.role.is_some() || item.facts.is_bare_period())
        };
        let ways = arrangements(items, n / size);
        let are_headers = |way: &Arrangement| way.columns.iter().all(is_joined);
        for mut way in ways.into_iter().filter(are_headers) {
            way.columns =
                way.columns.into_iter().flat_map(|path| std::iter::repeat_n(path, size)).collect();
            way.how = How::Levels;
            way.has_units = true;
            found.push(way);
        }
    }
    found
}

/// What stands around the first line of headers.
struct Above {
    /// Whether that line is itself the beginning of a title.
    begins_with_title: bool,
    /// Whether headers are left over right above it.
    is_left_over: bool,
    /// Whether a word is cut there.
    is_cut: bool,
}

impl Finder<'_, '_> {
    /// The table of some rows, with headers from a line on.
    fn table(&self, floor: usize) -> Option<Table> {
        let first = self.rows.first()?.line;
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for row in self.rows {
            match counts.iter_mut().find(|(n, _)| *n == row.cells.len()) {
                Some((_, count)) => *count += 1,
                None => counts.push((row.cells.len(), 1)),
            }
        }
        counts.sort_by_key(|&(n, count)| std::cmp::Reverse((count, n)));
        counts.truncate(4);
        if let Some(width) = self.padded() {
            counts.insert(0, (width, self.rows.len()));
        }
        let spaced = is_spaced(self.lines, self.rows);
        let pairs = if spaced { None } else { self.pairs_of_groups() };
        if spaced || pairs.is_some() {
            let mut counts = self.header_counts(first, floor, false);
            // As many years as there are pairs say that each is one number; other headers might be of either group.
            if let Some(pairs) = pairs {
                counts.retain(|n| *n == pairs && self.years_above(first, floor) == pairs);
            }
            for n in counts {
                let Some((rows, is_likely)) = regroup(self.lines, self.rows, n) else { continue };
                let finder = Finder::new(self.vocabulary, self.lines, &rows);
                let Some(mut table) = finder.table_of(floor, &[(n, rows.len())]) else { continue };
                if is_likely {
                    table.doubts.push(Doubt {
                        at: Lines { first, last: rows.last().map_or(first, |row| row.line) },
                        what: Message::SpacesPartBoth {},
                    });
                }
                return Some(table);
            }
        }
        self.table_of(floor, &counts)
    }

    /// How many years stand on the line of headers that has most of them.
    fn years_above(&self, first: usize, floor: usize) -> usize {
        let years = |at: usize| {
            let mut items = Vec::new();
            items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
            items.iter().filter(|item| item.facts.period.is_some()).count()
        };
        (first.saturating_sub(MAX_HEADER).max(floor)..first).map(years).max().unwrap_or(0)
    }

    /// How many numbers each row has, if two groups of digits may be one in all of them: `1 101 12 102`.
    fn pairs_of_groups(&self) -> Option<usize> {
        let count = self.rows.first()?.cells.len();
        let is_group = |text: &str, (from, to, favour): RowCell, is_last: bool| {
            let digits = text.get(from..to).unwrap_or_default();
            let digits = if is_last { digits } else { digits.trim_start_matches(['-', '−']) };
            let length = if is_last { 3..=3 } else { 1..=3 };
            favour.is_none()
                && length.contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit())
                && (is_last || !digits.starts_with('0'))
        };
        let are_pairs = |row: &RowLine| {
            let text = self.lines.get(row.line).map_or("", |line| &*line.text);
            let pairs = row.cells.chunks_exact(2);
            row.cells.len() == count
                && pairs.into_iter().all(|pair| match *pair {
                    [one, other] => is_group(text, one, false) && is_group(text, other, true),
                    _ => false,
                })
        };
        (count > 2
            && count.is_multiple_of(2)
            && self.rows.len() > 1
            && self.rows.iter().all(are_pairs))
        .then_some(count / 2)
    }

    /// The numbers of columns that the headers above the first row can make.
    fn header_counts(&self, first: usize, floor: usize, is_glued: bool) -> Vec<usize> {
        let mut found = Vec::new();
        for head in (first.saturating_sub(MAX_HEADER).max(floor)..first).rev() {
            for end in (first.saturating_sub(MAX_GROUPS).max(head + 1)..=first).rev() {
                let mut items = Vec::new();
                items_of(self.vocabulary, self.lines, head, end, is_glued, &mut items);
                if is_glued {
                    items = Scales::split(items).items;
                }
                let is_placing = |item: &&Item| item.facts.is_placing();
                // Above glued rows a header that isn't known may be that of a column, or of the labels.
                let first = items.iter().position(|item| item.facts.is_placing());
                let from_first = items.len() - first.unwrap_or(items.len());
                let all = if is_glued { from_first } else { 0 };
                items = items.iter().filter(is_placing).cloned().collect();
                let years = items.iter().filter(|item| item.facts.is_bare_period()).count();
                for n in [items.len(), years, all] {
                    if n >= 2 && !found.contains(&n) {
                        found.push(n);
                    }
                }
            }
        }
        found
    }

    /// The table of the rows, which have these numbers of cells, each so many times.
    fn table_of(&self, floor: usize, counts: &[(usize, usize)]) -> Option<Table> {
        let first = self.rows.first()?.line;
        let is_glued = self.rows.iter().any(|row| row.is_glued);
        let is_single = self.rows.iter().all(|row| row.cells.len() == 1);
        let mut best: Option<Headers> = None;
        let mut last_end = first;
        for head in (first.saturating_sub(MAX_SHORT_HEADER).max(floor)..first).rev() {
            let line = self.lines.get(head)?;
            let is_far = first - head > MAX_HEADER && line.text.len() > MAX_SHORT;
            // *Primaire keringen 245 km* above rows of one number is a row itself.
            let is_row = is_single && has_digit(&line.text) && !self.has_year(&line.text, is_glued);
            if is_far || is_row || line.text.len() > MAX_LINE || self.is_cell(&line.text, is_glued)
            {
                break;
            }
            // *Published: 12 March 2024* is about the page.
            if self.is_dated_remark(&line.text) {
                break;
            }
            // *Geraamde uitgaven – cijfers per beleidsdomein* is a title.
            let is_title = line.text.contains(" – ") && !has_digit(&line.text);
            // A sentence may stand between the headers and the first row, and is none of them.
            if is_sentence(&line.text) || is_title {
                if first - head > MAX_GROUPS {
                    break;
                }
                last_end = head;
                continue;
            }
            let above = self.above(head, floor);
            for end in (first.saturating_sub(MAX_GROUPS).max(head + 1)..=last_end).rev() {
                // Words right above the first row may be the label of a group.
                if end < first && self.states(end) {
                    break;
                }
                let mut items = Vec::new();
                items_of(self.vocabulary, self.lines, head, end, is_glued, &mut items);
                let is_above_sentence = last_end < first;
                let reach = (head, end);
                self.choose(items, reach, is_above_sentence, &above, counts, &mut best);
            }
        }
        let best = best?;
        Some(self.build(&best, first))
    }

    /// Whether a line above the rows is a number, and so the cell of another table: *£000 % £000 %* has units alone.
    fn is_cell(&self, text: &str, is_glued: bool) -> bool {
        self.vocabulary.class(text) == Class::Number
            && has_digit(text)
            && text.split_whitespace().any(|word| self.vocabulary.is_value(word))
            && !self.has_year(text, is_glued)
    }

    /// Whether a word of a line is a time.
    fn has_year(&self, text: &str, is_glued: bool) -> bool {
        let words = spacing::header_words(text, is_glued);
        let mut words = words.into_iter().filter_map(|(from, to)| text.get(from..to));
        words.any(|word| dates::period(self.vocabulary.pack(), word).is_some())
    }

    /// Holds the ways to read some headers against the best so far.
    fn choose(
        &self,
        items: Vec<Item>,
        (head, end): (usize, usize),
        is_above_sentence: bool,
        above: &Above,
        counts: &[(usize, usize)],
        best: &mut Option<Headers>,
    ) {
        let mut items = self.without_title(items, head);
        // *V/N* stands above the letters behind amounts, which are of these.
        if self.rows.iter().any(|row| row.cells.iter().any(|(.., favour)| favour.is_some())) {
            let is_of_favour = |item: &Item| {
                item.facts.content == Some(ColumnKind::Favourable) && item.facts.rest == 0
            };
            items.retain(|item| !is_of_favour(item));
        }
        let scales = Scales::split(items);
        let whole = scales.items.clone();
        let items = without_corners(scales.items);
        let placing = items.iter().filter(|item| item.facts.is_placing()).count();
        // Above a sentence only what is a header by each of its words: titles stand there too.
        let is_known = |item: &Item| {
            item.facts.rest == 0 && (item.facts.is_placing() || item.facts.content.is_some())
        };
        // What stands in front of a line of them may be above the labels, or a column of its own.
        let may_be = |item: &Item| is_known(item) || placing > 2 && item.begins_line;
        if is_above_sentence && (placing < 2 || !items.iter().all(may_be)) {
            return;
        }
        let mut take = |headers: Headers| {
            if best.as_ref().is_none_or(|best| headers.cost < best.cost) {
                *best = Some(headers);
            }
        };
        if let Some(headers) = self.dated_values(&items, (head, end), counts) {
            return take(Headers { unit: scales.unit, ..headers });
        }
        if placing == 0 && !are_of_values(&items) {
            return;
        }
        let first = self.rows.first().map_or(end, |row| row.line);
        let far = 0.1 * f64::from(u32::try_from(first - end).unwrap_or(9));
        // A number of the label makes one too many.
        let fewer = counts.iter().filter(|(n, _)| *n > 2).map(|(n, _)| n - 1);
        let ways = corners(items, scales.begins_with_scale);
        for &(n, _) in counts {
            if let Some(arrangement) = stacked(&whole, n) {
                let cost = self.cost(&arrangement, &whole, above, n) + far;
                take(Headers {
                    first: head,
                    end,
                    items: whole.clone(),
                    corner: 0,
                    arrangement,
                    n,
                    cost,
                    unit: scales.unit.clone(),
                    units: Vec::new(),
                    begins_with_time: false,
                });
            }
        }
        for n in counts.iter().map(|(n, _)| *n).chain(fewer) {
            for corner in &ways {
                let rest = corner.items.get(corner.count..).unwrap_or_default();
                for arrangement in over_units(rest, n, &scales.units) {
                    let is_first = |path: &Path| *path.items == [0];
                    if corner.begins_with_unknown
                        && !arrangement.columns.first().is_some_and(is_first)
                    {
                        continue;
                    }
                    let has_units = scales.units.len() == n;
                    let torn = if has_units && parts_year(&arrangement, rest) { 1.0 } else { 0.0 };
                    let cost = self.cost(&arrangement, rest, above, n) + corner.cost + far + torn;
                    take(Headers {
                        first: head,
                        end,
                        items: corner.items.clone(),
                        corner: corner.count,
                        arrangement,
                        n,
                        cost,
                        unit: scales.unit.clone(),
                        units: if has_units { scales.units.clone() } else { Vec::new() },
                        begins_with_time: false,
                    });
                }
            }
        }
    }

    /// Headers of which the first, if it repeats the title above them, is that of the labels: *Renterisiconorm* in front of *2025*, *2026*.
    fn without_title(&self, mut items: Vec<Item>, head: usize) -> Vec<Item> {
        /// The title, and below it the scale.
        const MAX_ABOVE: usize = 3;
        let titles = self.lines.get(head.saturating_sub(MAX_ABOVE)..head).unwrap_or_default();
        let is_title = |text: &str| titles.iter().any(|line| line.text == text);
        if let Some(first) = items.first_mut()
            && first.begins_line
            && first.facts.period.is_none()
            && is_title(&joined(self.lines, &first.spots))
        {
            first.facts = Facts { content: Some(ColumnKind::Label), ..Facts::default() };
        }
        items
    }

    /// Headers of a label, a time and a value, below which each row begins with a time: *Indicator*, *Eenheid*, *Periode*,
    /// *Waarde*.
    fn dated_values(
        &self,
        items: &[Item],
        (first, end): (usize, usize),
        counts: &[(usize, usize)],
    ) -> Option<Headers> {
        let corner = dated_values(items).or_else(|| dated_columns(items))?;
        let columns = items.get(corner..)?;
        let n = columns.len();
        if !counts.iter().any(|(of, _)| *of == n) || !self.begin_with_periods() {
            return None;
        }
        let misfits = self.rows.iter().filter(|row| row.cells.len() != n).count();
        Some(Headers {
            first,
            end,
            items: items.to_vec(),
            corner,
            arrangement: arrangements(columns, n).into_iter().next()?,
            n,
            cost: f64::from(u32::try_from(misfits).unwrap_or(999)),
            unit: None,
            units: Vec::new(),
            begins_with_time: true,
        })
    }

    /// Whether the first cell of each row is a time.
    fn begin_with_periods(&self) -> bool {
        self.rows.iter().all(|row| {
            let text = self.lines.get(row.line).map_or("", |line| &*line.text);
            let first = row.cells.first().and_then(|&(from, to, _)| text.get(from..to));
            let pack = self.vocabulary.pack();
            first.is_some_and(|first| dates::period(pack, marks::without(first)).is_some())
        })
    }

    /// Whether a line holds three headers or more.
    fn has_several_headers(&self, at: usize) -> bool {
        const MIN: usize = 3;
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
        items.iter().filter(|item| item.facts.is_placing()).nth(MIN - 1).is_some()
    }

    /// Whether a line states when its figures are of, or what they are; a flow alone may be a group.
    fn states(&self, at: usize) -> bool {
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
        let placing = items.iter().filter(|item| item.facts.is_placing()).count();
        // *Goal: Create a more livable city* is words.
        let is_words = items.iter().any(|item| item.facts.rest > 0 && item.spots.len() > 2);
        let is_stated = |item: &Item| item.facts.period.is_some() || item.facts.role.is_some();
        // *Basisbegroting* below several headers may be the label of a group.
        let is_label = at.checked_sub(1).is_some_and(|above| self.has_several_headers(above))
            && matches!(items.as_slice(), [only] if only.facts.period.is_none());
        placing > 1 || (!is_words && !is_label && items.iter().any(is_stated))
    }

    fn cost(&self, arrangement: &Arrangement, items: &[Item], above: &Above, n: usize) -> f64 {
        let mut cost = 0.0;
        for path in &arrangement.columns {
            if !path.facts.is_placing() {
                cost += 1.2;
            }
            if path.is_open {
                cost += 0.5;
            }
        }
        cost += arrangement.cost();
        if !arrangement.tears_word() && tears_line(arrangement, items) {
            cost += 2.5;
        }
        // Headers above each other stand on lines of their own.
        let lines = items.iter().filter(|item| item.begins_line).count();
        if arrangement.how == How::Levels && lines <= 1 {
            cost += 0.5;
        }
        let line = |item: &Item| item.spots.first().map_or(0, |spot| spot.piece());
        let used: std::collections::HashSet<usize> =
            arrangement.columns.iter().flat_map(|path| path.items.iter().copied()).collect();
        for (at, item) in items.iter().enumerate().filter(|(at, _)| !used.contains(at)) {
            // A title between two lines of headers is the head of the labels.
            let headers = |of: usize| {
                items.iter().filter(|other| line(other) == of && other.facts.is_placing()).count()
            };
            let own = line(item);
            let is_between = |own: usize| headers(own - 1) > 1 && headers(own + 1) > 1;
            let is_of_labels = at > 0 && own > 0 && headers(own) == 0 && is_between(own);
            cost += if is_of_labels { 0.4 } else { 1.5 };
        }
        // A year alone on its line is of all columns below it, and of none alone.
        let is_alone = |at: usize| {
            let of = |at: Option<usize>| at.and_then(|at| items.get(at)).map(line);
            let own = of(Some(at));
            of(at.checked_sub(1)) != own && of(Some(at + 1)) != own
        };
        let is_lone_year = |at: &usize| {
            items.get(*at).is_some_and(|item| item.facts.is_bare_period()) && is_alone(*at)
        };
        let dated = arrangement.columns.iter().filter(|path| path.facts.period.is_some()).count();
        let has_lone_year =
            arrangement.columns.iter().any(|path| path.items.iter().any(&is_lone_year));
        if has_lone_year && dated == 1 && n > 1 {
            cost += 2.5;
        }
        // Rows that don't have that many cells.
        let is_padded = self.padded() == Some(n);
        let misfits = self.rows.iter().filter(|row| row.cells.len() < n && !is_padded).count();
        cost += f64::from(u32::try_from(misfits).unwrap_or(999)) * 1.0;
        let more = self.rows.iter().filter(|row| row.cells.len() > n);
        for row in more {
            let is_of_label = row.cells.len() == n + 1 && self.begins_with_label(row);
            cost += if is_of_label { 0.3 } else { 0.8 };
        }
        if above.begins_with_title {
            cost += 1.5;
        }
        if above.is_left_over {
            cost += 2.0;
        }
        if above.is_cut {
            cost += 2.5;
        }
        cost
    }

    /// What speaks against headers that begin at a line, whatever they are.
    fn above(&self, head: usize, floor: usize) -> Above {
        let begins_with_title = self.is_title(head);
        let Some(before) = head.checked_sub(1).filter(|before| *before >= floor) else {
            return Above { begins_with_title, is_left_over: false, is_cut: false };
        };
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, before, head, false, &mut items);
        // *Indicator*, *Eenheid*, *Bron* are above the labels and what stands between them and the figures.
        let is_of_texts = |item: &Item| {
            item.facts.content.is_some_and(|content| content != ColumnKind::Value)
                && !item.facts.is_placing()
        };
        items.retain(|item| !is_of_texts(item));
        let strong = items.iter().filter(|item| item.facts.is_placing()).count();
        // One word that isn't known may be the head of the labels.
        let are_headers = strong > 0 && items.len() - strong <= usize::from(strong > 2)
            || strong == 0 && self.are_all_headers(before, floor);
        Above {
            begins_with_title,
            is_left_over: are_headers
                && !self.is_title(before)
                && !self.is_title_apart(before, head)
                && !self.is_dated_title(before, head),
            is_cut: self.is_cut(before, head),
        }
    }

    /// Whether the line above another one, which may be the head of the labels, is several headers and nothing else: *Actual
    /// Actual Target*, *Performance measures*, *2022 2023 2024*.
    fn are_all_headers(&self, below: usize, floor: usize) -> bool {
        let Some(at) = below.checked_sub(1).filter(|at| *at >= floor) else { return false };
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, below, false, &mut items);
        let is_header = |item: &Item| item.facts.is_placing() && item.facts.rest == 0;
        items.len() > 1 && items.iter().all(is_header)
    }

    /// Whether a line is the beginning of a title, and no headers: *Rekening van baten en lasten per*.
    fn is_title(&self, at: usize) -> bool {
        let text = self.lines.get(at).map_or("", |line| &*line.text);
        let last = text.split_whitespace().next_back().unwrap_or_default();
        if last.contains(char::is_alphabetic) && words::is_link(self.vocabulary, last) {
            return true;
        }
        // *Ontvangsten en uitgaven*
        if !text.split_whitespace().any(|word| words::is_link(self.vocabulary, word)) {
            return false;
        }
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
        let is_flow = |item: &Item| {
            item.facts.flow.is_some() && item.facts.role.is_none() && item.facts.period.is_none()
        };
        items.len() > 1 && items.iter().all(is_flow)
    }

    /// Whether a line is a title that a blank line parts from the headers below it, and states one flow among other words:
    /// *Service costs breakdown* above *Gross expenditure*, *Total income*, *Net cost*.
    fn is_title_apart(&self, at: usize, below: usize) -> bool {
        let items_at = |at: usize| {
            let mut items = Vec::new();
            items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
            items
        };
        let is_apart = self.lines.get(below).is_some_and(|line| line.after_blank);
        let title = items_at(at);
        let placing = || title.iter().filter(|item| item.facts.is_placing());
        let is_flow = |item: &Item| item.facts.role.is_none() && item.facts.period.is_none();
        is_apart
            && title.len() > 1
            && placing().count() == 1
            && placing().all(is_flow)
            && items_at(below).iter().filter(|item| item.facts.is_placing()).count() > 1
    }

    /// Whether a line is a title that says of when the table below it is, and no header: *Spending in 2023/24* above headers
    /// that are none of a year.
    fn is_dated_title(&self, at: usize, below: usize) -> bool {
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, at + 1, false, &mut items);
        let years = items.iter().filter(|item| item.facts.period.is_some()).count();
        let words: usize = items.iter().map(|item| item.spots.len()).sum();
        let has_one_role = items.iter().filter(|item| item.facts.role.is_some()).count() <= 1;
        let text = self.lines.get(at).map_or("", |line| &*line.text);
        let begins_with_words = items.first().is_some_and(|item| !item.facts.is_bare_period());
        let links = || text.split_whitespace().any(|word| words::is_link(self.vocabulary, word));
        let mut headers = Vec::new();
        items_of(self.vocabulary, self.lines, below, below + 1, false, &mut headers);
        let of_figures = headers.iter().filter(|item| item.facts.is_placing());
        years == 1
            && has_one_role
            && words > 1
            && begins_with_words
            && links()
            && of_figures.clone().count() > 1
            && of_figures.clone().all(|item| item.facts.period.is_none())
    }

    /// Whether a line says with a day when something about the page was: *Published: 12 March 2024*.
    fn is_dated_remark(&self, text: &str) -> bool {
        text.split_once(": ").is_some_and(|(_, day)| {
            dates::period(self.vocabulary.pack(), day.trim()).is_some_and(Period::is_day)
        })
    }

    /// Whether the last word of a line and the first of the next one are one word of headers:
    /// *begrotings*, *wijziging*.
    fn is_cut(&self, above: usize, below: usize) -> bool {
        let text = |at: usize| self.lines.get(at).map_or("", |line| &*line.text);
        let known = |word: &str| {
            fold_word(word).is_some_and(|word| words::phrase(self.vocabulary, &word).is_some())
        };
        let last = text(above).split_whitespace().next_back().unwrap_or_default();
        let first = text(below).split_whitespace().next().unwrap_or_default();
        !last.is_empty() && !known(last) && known(&format!("{last}{first}"))
    }

    /// What stands in front of the headers, above the labels, and the flow that it states.
    fn corner(&self, best: &Headers) -> (String, Option<FlowWord>) {
        let items = best.items.get(best.corner..).unwrap_or_default();
        let corner: Vec<&Item> = best.items.iter().take(best.corner).collect();
        // *Ontvangsten en uitgaven* is of both.
        let mut flows = corner.iter().filter_map(|item| item.facts.flow);
        let flow = flows.next();
        let flow = flow.filter(|flow| flows.all(|other| other == *flow));
        // What stands in front of the first header, with its signs: *Programma (in € 1.000)*.
        let next = items.first().and_then(|item| item.spots.first());
        let corner_text = match (corner.first().and_then(|item| item.spots.first()), next) {
            (Some(first), Some(next)) if first.piece() == next.piece() => {
                let text = self.lines.get(first.piece()).map_or("", |line| &*line.text);
                // *(in duizend euro)* begins with a word that only links others, which is no header.
                text.get(..next.start()).unwrap_or_default().trim().to_owned()
            }
            (first, next) => {
                let mut texts: Vec<String> =
                    corner.iter().map(|item| joined(self.lines, &item.spots)).collect();
                // *Indicator* in front of the headers, below the title *Kosten*.
                let front = next.filter(|_| first.is_some()).and_then(|next| {
                    let text = self.lines.get(next.piece()).map_or("", |line| &*line.text);
                    text.get(..next.start()).map(str::trim).filter(|front| !front.is_empty())
                });
                if let Some(front) = front.filter(|front| !texts.iter().any(|text| text == front)) {
                    texts.push(front.to_owned());
                }
                texts.join(" ")
            }
        };
        // *I. Exploitatie-uitgaven*
        let of_text = || {
            let facts = self.vocabulary.facts(&corner_text);
            let is_one = matches!(facts.flow, Some(FlowWord::Expenses | FlowWord::Income));
            facts.flow.filter(|_| is_one && facts.rest == 0 && facts.others.is_empty())
        };
        let has_flow = corner.iter().any(|item| item.facts.flow.is_some());
        let flow = if has_flow { flow } else { of_text() };
        (corner_text, flow)
    }

    /// The column of some headers, by which it is of figures.
    fn column_of(&self, path: &Path, items: &[Item]) -> Column {
        let used = || path.items.iter().filter_map(|&at| items.get(at));
        let pieces = used().flat_map(|item| item.spots.iter().map(|spot| spot.piece()));
        let lines =
            pieces.clone().min().zip(pieces.max()).map(|(first, last)| Lines { first, last });
        Column {
            headers: used().map(|item| joined(self.lines, &item.spots)).collect(),
            spots: used().flat_map(|item| item.spots.iter().copied()).collect(),
            lines,
            facts: path.facts.clone(),
            is_open: path.is_open,
            ..Column::default()
        }
    }

    fn build(&self, best: &Headers, first: usize) -> Table {
        let items = best.items.get(best.corner..).unwrap_or_default();
        let mut table = Table { columns_by: Some(ColumnsBy::Rows), ..Table::default() };
        let (corner_text, flow) = self.corner(best);
        let mut scope = Facts { flow, ..Facts::default() };
        let of_corner = label::amounts(self.vocabulary.pack(), &corner_text);
        scope.unit = of_corner.or_else(|| best.unit.clone());
        table.labels_are_areas =
            crate::read::areas::is_of_areas(self.vocabulary.pack(), &corner_text);
        table.scope = scope;
        table.columns.push(Column {
            headers: Some(corner_text).filter(|text| !text.is_empty()).into_iter().collect(),
            content: Some(ColumnKind::Label),
            ..Column::default()
        });
        for (at, path) in best.arrangement.columns.iter().enumerate() {
            let mut column = self.column_of(path, items);
            column.facts.unit = column.facts.unit.or_else(|| best.units.get(at).cloned());
            column.content = path.facts.content.filter(|_| best.begins_with_time && at == 0);
            table.columns.push(column);
        }
        settle(self.vocabulary, &mut table.columns);
        table.head = (best.first..best.end).collect();
        table.from = best.first;
        if table.columns.iter().any(|column| column.is_open) {
            table.doubts.push(Doubt {
                at: Lines { first: best.first, last: first.saturating_sub(1).max(best.first) },
                what: Message::ReachUnknown {},
            });
        }
        if tears_line(&best.arrangement, items) {
            let at = Lines { first: best.first, last: first };
            table.doubts.push(Doubt { at, what: Message::AnotherReading {} });
        }
        let last = self.rows.last().map_or(first, |row| row.line);
        self.take_lines(best.end, last, best.n, &mut table);
        turn(self.vocabulary, self.lines, table)
    }

    /// The rows as those of the table above them, which lines of other text interrupt: most have as many cells, and no headers stand
    /// between.
    fn continued(&self, above: &Table) -> Option<Table> {
        /// In lines; further on it is another table.
        const MAX_BETWEEN: usize = 40;
        let first = self.rows.first()?.line;
        let n = above.columns.iter().filter(|column| column.content.is_none()).count();
        let is_plain = above.columns.len() == n + 1
            && above.columns.first().is_some_and(Column::is_of_labels)
            && above.columns_by == Some(ColumnsBy::Rows);
        let whole = self.rows.iter().filter(|row| row.cells.len() == n && row.label > 0).count();
        let has_headers = (above.to..first).any(|at| self.states(at));
        if n < 2
            || !is_plain
            || whole * 2 < self.rows.len()
            || first - above.to.min(first) > MAX_BETWEEN
            || has_headers
        {
            return None;
        }
        let scope = above.scope.clone();
        let mut table = Table {
            columns_by: Some(ColumnsBy::Rows),
            columns: above.columns.clone(),
            scope,
            from: first,
            ..Table::default()
        };
        let last = self.rows.last().map_or(first, |row| row.line);
        table
            .doubts
            .push(Doubt { at: Lines { first, last }, what: Message::ColumnsOfTableAbove {} });
        self.take_lines(first, last, n, &mut table);
        Some(table)
    }

    /// Takes the lines from one to the last row of a table, and what belongs to it below.
    fn take_lines(&self, from: usize, last: usize, n: usize, table: &mut Table) {
        let glued = || self.rows.iter().filter(|row| row.is_glued).map(|row| row.line);
        if let (Some(first), Some(last)) = (glued().next(), glued().next_back()) {
            let at = Lines { first, last };
            table.doubts.push(Doubt { at, what: Message::GapsLost {} });
        }
        let mut rows = self.rows.iter().peekable();
        for at in from..=last {
            match rows.peek() {
                Some(row) if row.line == at => {
                    self.take_row(row, n, table);
                    rows.next();
                }
                _ => self.take_words(at, n, table),
            }
        }
        table.to = self.take_rows_below(last + 1, n, table);
        broken::join_labels(self.lines, table);
        missing::take_words_for_missing(self.vocabulary, self.lines, table, n);
        arithmetic::place_ragged(self.vocabulary, self.lines, table);
    }
}
