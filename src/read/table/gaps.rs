//! Finds tables in plain text whose columns stand apart by tabs or by two and more spaces, as `pdftotext -layout` and
//! copied pages have them: where a text begins says in which column it is, and where nothing stands.

use crate::read::dates;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::facts::spacing::words_of;
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::source::{Grid, GridCell, GridRow};
use crate::read::spot::Spot;
use crate::read::table::{Cell, RowKind, Table, broken, grid};
use crate::words::has_digit;
use std::borrow::Cow;

/// The lines without a gap that may stand between two lines with one: groups, and labels over several lines.
const MAX_GAP: usize = 3;

/// The white space before a header that stands alone on its line, in characters. Titles in the middle of the page stand as far; they are
/// above no column.
const MIN_INDENT: u32 = 30;

/// A text between gaps.
#[derive(Debug, Clone, Copy)]
struct Part {
    line: usize,
    /// Its bytes within the text of its line.
    start: usize,
    end: usize,
    /// Its places: characters from the margin, or tabs before it.
    from: usize,
    to: usize,
}

impl Part {
    fn overlaps(&self, column: &(usize, usize)) -> bool {
        self.from < column.1 && column.0 < self.to
    }
}

/// How the columns of some lines stand apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Tabs,
    Spaces,
}

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    let mut left = Vec::new();
    let mut begin = from;
    let mut at = from;
    while at < to {
        let Some(gap) = lines.get(at).and_then(|line| gap_of(&line.text)) else {
            at += 1;
            continue;
        };
        let end = end_of_block(lines, at, to, gap);
        let first = first_of_block(vocabulary, lines, begin, at, gap);
        if let Some(made) = Block::of(lines, first, end, gap)
            && let Some(tables) = made.tables(vocabulary, lines)
        {
            let first = tables.iter().map(|table| table.from).min().unwrap_or(at);
            let last = tables.iter().map(|table| table.to).max().unwrap_or(end);
            if first > begin {
                left.push((begin, first));
            }
            begin = last;
            found.extend(tables);
            at = last.max(at + 1);
        } else {
            at = end.max(at + 1);
        }
    }
    if begin < to {
        left.push((begin, to));
    }
    left
}

fn gap_of(text: &str) -> Option<Gap> {
    let bytes = text.as_bytes();
    if bytes.contains(&b'\t') {
        Some(Gap::Tabs)
    } else if bytes.windows(2).any(|pair| pair == b"  ") {
        Some(Gap::Spaces)
    } else {
        None
    }
}

/// The first line of the headers above a line: one that holds a single header stands far from the margin.
fn first_of_block(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    at: usize,
    gap: Gap,
) -> usize {
    const MAX_LINES: usize = 3;
    let is_header = |at: &usize| {
        lines.get(*at).is_some_and(|line| {
            line.indent >= MIN_INDENT
                && matches!(looks.class(&line.text), Class::Year | Class::Header | Class::Dated)
        })
    };
    let above = (from..at).rev().take(MAX_LINES).take_while(is_header);
    if gap == Gap::Spaces { above.last().unwrap_or(at) } else { at }
}

/// The line after the last that stands apart in this way, with few others between.
fn end_of_block(lines: &[RawLine<'_>], from: usize, to: usize, gap: Gap) -> usize {
    let mut end = from + 1;
    for at in from + 1..to {
        let Some(line) = lines.get(at) else { break };
        // A word of a header that stands on a line of its own has no gap but that before it.
        let is_header = gap == Gap::Spaces && line.indent >= MIN_INDENT;
        if gap_of(&line.text) == Some(gap) || is_header {
            end = at + 1;
        } else if at >= end + MAX_GAP {
            break;
        }
    }
    end
}

/// The texts of a line, with their places.
fn parts(line: &RawLine<'_>, at: usize, gap: Gap) -> Vec<Part> {
    let text = &*line.text;
    let mut found: Vec<Part> = Vec::new();
    let mut place = line.indent as usize;
    let mut start: Option<(usize, usize)> = None;
    let mut blanks = 0;
    let mut end = (0, 0);
    for (byte, c) in text.char_indices() {
        let is_gap = match gap {
            Gap::Tabs => c == '\t',
            Gap::Spaces => c == ' ' || c == '\t',
        };
        if is_gap {
            blanks += 1;
            let closes = gap == Gap::Tabs || blanks > 1;
            if closes && let Some((start, from)) = start.take() {
                found.push(Part { line: at, start, end: end.0, from, to: end.1 });
            }
        } else {
            blanks = 0;
            start.get_or_insert((byte, place));
            end = (byte + c.len_utf8(), place + 1);
        }
        place += usize::from(gap == Gap::Spaces || is_gap);
    }
    if let Some((start, from)) = start {
        found.push(Part { line: at, start, end: text.len(), from, to: end.1 });
    }
    for part in &mut found {
        let trimmed = text.get(part.start..part.end).unwrap_or_default();
        part.end = part.start + trimmed.trim_end().len();
        part.start += trimmed.len() - trimmed.trim_start().len();
    }
    found.retain(|part| part.start < part.end);
    join_signs(text, &mut found);
    found
}

/// Joins the sign of money that stands at the left of its column with the amount at the right of it: `$       1,571,312`.
fn join_signs(text: &str, parts: &mut Vec<Part>) {
    for at in (1..parts.len()).rev() {
        let is_sign = |part: &Part| matches!(text.get(part.start..part.end), Some("$" | "€" | "£"));
        let (Some(sign), Some(amount)) = (parts.get(at - 1).copied(), parts.get(at).copied())
        else {
            continue;
        };
        let begins = |c: char| c.is_ascii_digit() || matches!(c, '(' | '-' | '−');
        if is_sign(&sign) && text.get(amount.start..).is_some_and(|text| text.starts_with(begins)) {
            if let Some(part) = parts.get_mut(at) {
                (part.start, part.from) = (sign.start, sign.from);
            }
            parts.remove(at - 1);
        }
    }
}

/// The words of a text, each with its places.
fn words_of_part(lines: &[RawLine<'_>], part: &Part) -> Vec<Part> {
    let line = lines.get(part.line).map_or("", |line| &*line.text);
    let text = line.get(part.start..part.end).unwrap_or_default();
    let word = |(from, to): (usize, usize)| {
        let before = text.get(..from).map_or(0, |before| before.chars().count());
        let width = text.get(from..to).map_or(0, |word| word.chars().count());
        Part {
            line: part.line,
            start: part.start + from,
            end: part.start + to,
            from: part.from + before,
            to: part.from + before + width,
        }
    };
    words_of(text).into_iter().map(word).collect()
}

/// How far two columns may reach into each other, in characters: less than a number of three digits has with the gap before it.
const MAX_OVERLAP: usize = 3;

/// The same for words, after which the next column moves on where they are long.
const MAX_WORDS_OVERLAP: usize = 12;

/// Parts columns that reach a little into each other, as a long label does into the widest number of another row, at the middle between
/// them. Words, which the first ones hold (`labels`), end where the next column begins. `false` if some reach further.
fn part_columns(columns: &mut [(usize, usize)], labels: usize) -> bool {
    for at in 1..columns.len() {
        let (Some(&one), Some(&other)) = (columns.get(at - 1), columns.get(at)) else { continue };
        if one.1 <= other.0 {
            continue;
        }
        let is_of_words = at <= labels;
        let most = if is_of_words { MAX_WORDS_OVERLAP } else { MAX_OVERLAP };
        let middle = if is_of_words { other.0 } else { usize::midpoint(one.1, other.0) };
        if one.1 - other.0 > most || middle <= one.0 || middle >= other.1 {
            return false;
        }
        if let Some(column) = columns.get_mut(at - 1) {
            column.1 = middle;
        }
        if let Some(column) = columns.get_mut(at) {
            column.0 = middle;
        }
    }
    true
}

/// How many columns there are, from where to where each reaches, and how many of them are of words.
type Columns = (usize, Vec<(usize, usize)>, usize);

/// The columns that the places of all numbers make together, after one of labels: those that overlap are of one column. `None` if they are not
/// as many as the widest row has, or if two texts of a row stand in one.
fn clusters(
    rows: &[&Vec<Part>],
    width: usize,
    is_number: impl Fn(&Part) -> bool,
) -> Option<Columns> {
    const MIN_ROWS: usize = 3;
    const MIN_COLUMNS: usize = 3;
    if rows.len() < MIN_ROWS || width <= MIN_COLUMNS {
        return None;
    }
    let mut label = (usize::MAX, 0);
    let mut numbers: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        let (first, others) = row.split_first()?;
        if is_number(first) || !others.iter().all(&is_number) {
            return None;
        }
        label = (label.0.min(first.from), label.1.max(first.to));
        numbers.extend(others.iter().map(|part| (part.from, part.to)));
    }
    numbers.sort_unstable();
    let mut columns: Vec<(usize, usize)> = vec![label];
    for (from, to) in numbers {
        match columns.last_mut() {
            Some(last) if last.1 > from && last.0 != label.0 => last.1 = last.1.max(to),
            _ => columns.push((from, to)),
        }
    }
    let column_of = |part: &Part| columns.iter().position(|column| part.overlaps(column));
    let is_apart = |row: &&Vec<Part>| {
        row.windows(2).all(|pair| match pair {
            [one, next] => column_of(one) < column_of(next),
            _ => true,
        })
    };
    (columns.len() == width && part_columns(&mut columns.clone(), 1) && rows.iter().all(is_apart))
        .then_some((width, columns, 1))
}

/// Lines whose texts are in columns.
struct Block {
    gap: Gap,
    /// The first line with numbers.
    body: usize,
    rows: Vec<Vec<Part>>,
    columns: Vec<(usize, usize)>,
    /// How many columns of words stand in front.
    labels: usize,
}

impl Block {
    /// The columns of some lines: those of the rows with numbers that have most texts. `None` if the columns of these
    /// rows overlap, or there are fewer than two of them.
    fn of(lines: &[RawLine<'_>], from: usize, to: usize, gap: Gap) -> Option<Block> {
        const MIN_ROWS: usize = 2;
        let rows: Vec<Vec<Part>> = (from..to)
            .map(|at| lines.get(at).map_or(Vec::new(), |line| parts(line, at, gap)))
            .collect();
        let text = |part: &Part| {
            let line = lines.get(part.line).map_or("", |line| &*line.text);
            line.get(part.start..part.end).unwrap_or_default()
        };
        let is_number = |part: &Part| {
            let text = text(part);
            text.starts_with(|c: char| {
                c.is_ascii_digit() || matches!(c, '-' | '€' | '$' | '£' | '(' | '<' | '>' | '+')
            }) && text.bytes().any(|byte| byte.is_ascii_digit())
                && text.chars().filter(|c| c.is_alphabetic()).count() < 6
        };
        let is_year = |text: &str| dates::year(text).is_some();
        let is_amount = |part: &Part| is_number(part) && !is_year(text(part));
        let body = rows.iter().find(|row| row.iter().skip(1).any(is_amount));
        let body = body.and_then(|row| row.first()).map_or(from, |part| part.line);
        if gap == Gap::Tabs {
            let width = rows.iter().flatten().map(|part| part.from + 1).max()?;
            let with_numbers = rows.iter().filter(|row| row.len() > 1 && row.iter().any(is_number));
            let columns = (0..width).map(|at| (at, at + 1)).collect();
            return (width > 1 && with_numbers.count() >= MIN_ROWS).then_some(Block {
                gap,
                body,
                rows,
                columns,
                labels: 1,
            });
        }
        let is_of_numbers = |row: &&Vec<Part>| row.len() > 1 && row.iter().skip(1).any(is_amount);
        let with_numbers: Vec<&Vec<Part>> = rows.iter().filter(is_of_numbers).collect();
        let mut widths: Vec<usize> = with_numbers.iter().map(|row| row.len()).collect();
        widths.sort_unstable();
        // The widest rows show all columns; others have places where nothing stands.
        let found = widths.chunk_by(|one, other| one == other).rev().find_map(|same| {
            let width = *same.first()?;
            let mut columns: Vec<(usize, usize)> = vec![(usize::MAX, 0); width];
            for row in with_numbers.iter().filter(|row| row.len() == width) {
                for (column, part) in columns.iter_mut().zip(row.iter()) {
                    *column = (column.0.min(part.from), column.1.max(part.to));
                }
            }
            // Words stand in front of the figures; a running number may stand in front of them.
            let is_of_words = |at: usize| {
                let cells = || with_numbers.iter().filter(|row| row.len() == width);
                let words = cells().filter(|row| row.get(at).is_some_and(|part| !is_number(part)));
                words.count() * 2 > cells().count()
            };
            let labels = (0..width.min(4)).rev().find(|&at| is_of_words(at));
            let labels = labels.map_or(0, |last| last + 1);
            let are_parted = same.len() >= MIN_ROWS && part_columns(&mut columns, labels);
            are_parted.then_some((width, columns, labels))
        });
        // One row alone may show all columns, where each text of the others stands in one of them.
        let most = widths.last().copied().unwrap_or(0);
        let found = match found {
            Some(found) if found.0 == most => Some(found),
            found => clusters(&with_numbers, most, is_number).or(found),
        };
        let (width, columns, labels) = found?;
        // The links to the pages of a book stand below its last table.
        let mut rows = rows;
        while rows.last().is_some_and(|row| row.len() > width) {
            rows.pop();
        }
        // The name of a chapter stands in the margin of a page.
        let margin = columns.last().map_or(usize::MAX, |last| last.1 + MAX_OVERLAP);
        let is_of_margin = |part: &Part| part.from > margin && !has_digit(text(part));
        for row in &mut rows {
            row.retain(|part| !is_of_margin(part));
        }
        let mut made = Block { gap, body, rows, columns, labels };
        made.part_headers(lines);
        Some(made)
    }

    /// Parts the headers that stand beside each other with one space between them, where each word stands above a column of its own and
    /// then each column has one: *Change Change*.
    fn part_headers(&mut self, lines: &[RawLine<'_>]) {
        let figures = self.columns.len() - self.labels;
        let parted = |row: &Vec<Part>| -> Option<Vec<Part>> {
            let (_, own) = self.split_labels(row);
            if own.is_empty()
                || own.len() >= figures
                || own.iter().any(|part| part.line >= self.body)
            {
                return None;
            }
            let mut found: Vec<Part> = Vec::new();
            for part in row {
                let words = words_of_part(lines, part);
                let columns = self.columns_of(part).1;
                if columns > 1 && words.len() == columns {
                    found.extend(words);
                } else {
                    found.push(*part);
                }
            }
            let places: Vec<(usize, usize)> =
                found.iter().map(|part| self.columns_of(part)).collect();
            let labels = row.len() - own.len();
            let is_whole = found.len() == labels + figures
                && places.iter().all(|(_, columns)| *columns == 1)
                && places.windows(2).all(|pair| matches!(pair, [one, next] if one.0 < next.0));
            is_whole.then_some(found)
        };
        let made: Vec<Option<Vec<Part>>> = self.rows.iter().map(parted).collect();
        for (row, made) in self.rows.iter_mut().zip(made) {
            if let Some(made) = made {
                *row = made;
            }
        }
    }

    /// The columns in which a text stands: one, or several that it is above.
    fn columns_of(&self, part: &Part) -> (usize, usize) {
        let over: Vec<usize> = (0..self.columns.len())
            .filter(|&at| self.columns.get(at).is_some_and(|column| part.overlaps(column)))
            .collect();
        // A header that begins above the end of the longest label is that of the figures after it.
        let is_touched = |at: &usize| {
            let end = self.columns.get(*at).map_or(0, |column| column.1);
            *at < self.labels && end.saturating_sub(part.from) <= MAX_OVERLAP
        };
        let over = match over.as_slice() {
            [first, rest @ ..] if !rest.is_empty() && is_touched(first) => rest.to_vec(),
            _ => over,
        };
        if let (Some(first), Some(last)) = (over.first(), over.last()) {
            return (*first, last - first + 1);
        }
        let distance = |at: &usize| {
            self.columns.get(*at).map_or(usize::MAX, |column| {
                part.from.saturating_sub(column.1).max(column.0.saturating_sub(part.to))
            })
        };
        let nearest = (0..self.columns.len()).min_by_key(distance).unwrap_or(0);
        (nearest, 1)
    }

    /// The texts of a row that begin where labels do, and the others.
    fn split_labels<'r>(&self, row: &'r [Part]) -> (&'r [Part], &'r [Part]) {
        let is_of_labels =
            |(part, column): &(&Part, &(usize, usize))| part.from.abs_diff(column.0) <= 1;
        let labels = self.columns.get(..self.labels).unwrap_or_default();
        row.split_at(row.iter().zip(labels).take_while(is_of_labels).count())
    }

    /// The columns that each text of a row stands above, where there are fewer texts than columns: the one way in which
    /// each stands over the middle of some that follow each other. `None` if there is no such way, or another comes near.
    fn spans(&self, lines: &[RawLine<'_>], row: &[Part]) -> Option<Vec<(usize, usize)>> {
        /// In characters. The middle of a text of an odd width is rounded, and columns are as wide as their numbers.
        const MAX_OFF: usize = 3;
        const MAX_WAYS: usize = 500;
        if self.gap == Gap::Tabs {
            return None;
        }
        let (labels, outer) = self.split_labels(row);
        let inner = self.columns.get(self.labels..)?;
        if outer.len() < 2 || outer.len() >= inner.len() {
            return None;
        }
        let of_labels = || (0..labels.len()).map(|at| (at, 1));
        if let Some(size) = self.cycle(lines, inner.len(), outer) {
            let spans = (0..outer.len()).map(|at| (self.labels + at * size, size));
            return Some(of_labels().chain(spans).collect());
        }
        // A column is as wide as its header. Those stand above the first line with numbers.
        let mut columns = inner.to_vec();
        let above =
            self.rows.iter().take_while(|row| row.last().is_none_or(|part| part.line < self.body));
        let headers = above.filter(|row| !row.is_empty());
        for (_, parts) in headers.map(|row| self.split_labels(row)) {
            if parts.len() == columns.len() {
                for (column, part) in columns.iter_mut().zip(parts) {
                    *column = (column.0.min(part.from), column.1.max(part.to));
                }
            }
        }
        let inner = &columns;
        // Where each part of the columns ends, for each way; and how far its texts are off, in all and at most.
        let mut ways: Vec<(Vec<usize>, usize, usize)> = vec![(Vec::new(), 0, 0)];
        for (at, part) in outer.iter().enumerate() {
            let left = outer.len() - at - 1;
            let mut next = Vec::new();
            for (ends, sum, most) in &ways {
                let from = ends.last().copied().unwrap_or(0);
                let last = if left == 0 { inner.len() } else { from + 1 };
                for end in last..=inner.len() - left {
                    let (Some(first), Some(last)) = (inner.get(from), inner.get(end - 1)) else {
                        continue;
                    };
                    // Twice the middle of both.
                    let off = (part.from + part.to).abs_diff(first.0 + last.1).div_ceil(2);
                    let mut ends = ends.clone();
                    ends.push(end);
                    next.push((ends, sum + off, (*most).max(off)));
                }
            }
            if next.len() > MAX_WAYS {
                return None;
            }
            ways = next;
        }
        ways.sort_by_key(|(_, sum, _)| *sum);
        let (ends, sum, most) = ways.first()?;
        let is_alone = ways.get(1).is_none_or(|(_, other, _)| *other > sum + MAX_OFF);
        if *most > MAX_OFF || !is_alone {
            return None;
        }
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let spans = starts.zip(ends).map(|(from, end)| (self.labels + from, end - from));
        Some(of_labels().chain(spans).collect())
    }

    /// How many columns each of some texts stands above, where the headers below them come again as often as there are texts, and each
    /// stands above its own: *FY2018*, *FY2019*, *Change* twice.
    fn cycle(&self, lines: &[RawLine<'_>], columns: usize, outer: &[Part]) -> Option<usize> {
        let size = columns.checked_div(outer.len())?;
        if size < 2 || size * outer.len() != columns {
            return None;
        }
        let text =
            |part: &Part| lines.get(part.line).and_then(|line| line.text.get(part.start..part.end));
        let is_above = |row: &&Vec<Part>| row.last().is_none_or(|part| part.line < self.body);
        let comes_again = self.rows.iter().take_while(is_above).any(|row| {
            let (_, inner) = self.split_labels(row);
            inner.len() == columns
                && inner
                    .iter()
                    .zip(inner.iter().skip(size))
                    .all(|(one, next)| text(one) == text(next))
        });
        let stands_within = |(at, part): (usize, &Part)| {
            let (first, count) = self.columns_of(part);
            let own = self.labels + at * size..self.labels + (at + 1) * size;
            own.contains(&first) && first + count <= own.end
        };
        (comes_again && outer.iter().enumerate().all(stands_within)).then_some(size)
    }

    /// Whether a row above the numbers has fewer texts than there are columns of figures, and several.
    fn is_outer(&self, row: &[Part]) -> bool {
        let is_above = row.last().is_some_and(|part| part.line < self.body);
        let figures = self.columns.len() - self.labels;
        let own = row
            .iter()
            .filter(|part| self.columns.get(self.labels).is_some_and(|column| part.to > column.0));
        let count = own.count();
        // Headers above columns beside each other are of these alone: *$ Increase*, *% Increase*.
        let places = row.iter().map(|part| self.columns_of(part)).collect::<Vec<_>>();
        let are_beside = places.iter().all(|(_, columns)| *columns == 1)
            && places.windows(2).all(|pair| matches!(pair, [one, next] if next.0 == one.0 + 1));
        self.gap == Gap::Spaces && is_above && count > 1 && count < figures && !are_beside
    }

    /// Its tables. `None` if two texts of a row stand in one column, or if no table is understood.
    fn tables(&self, vocabulary: &Looks<'_>, lines: &[RawLine<'_>]) -> Option<Vec<Table>> {
        let mut pieces: Vec<RawLine<'_>> = Vec::new();
        let mut places: Vec<Part> = Vec::new();
        let mut made = Grid::default();
        for row in &self.rows {
            let mut cells = GridRow::default();
            let mut free = 0;
            // A row of amounts that lacks some reaches over no column.
            let is_amount = |part: &Part| {
                let text =
                    lines.get(part.line).and_then(|line| line.text.get(part.start..part.end));
                text.is_some_and(|text| {
                    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '€' | '('))
                        && dates::year(text).is_none()
                        && !text.contains(char::is_alphabetic)
                })
            };
            let is_of_amounts = row.iter().any(|part| part.line >= self.body && is_amount(part));
            let spans = if is_of_amounts { None } else { self.spans(lines, row) };
            for (index, part) in row.iter().enumerate() {
                let (mut column, mut columns) = match &spans {
                    Some(spans) => spans.get(index).copied()?,
                    // As many texts as columns have one each, whatever they reach over.
                    None if row.len() == self.columns.len() => (index, 1),
                    // Fewer headers than columns that stand over no middle: how far they reach is unknown.
                    None if self.is_outer(row) => return None,
                    None => self.columns_of(part),
                };
                if row.len() == 1 && column == 0 {
                    columns = self.columns.len();
                }
                if column < free {
                    columns = columns.checked_sub(free - column).filter(|left| *left > 0)?;
                    column = free;
                }
                // A label reaches into the next column where nothing stands there.
                if index == 0 && row.len() > 1 && column == 0 {
                    columns = 1;
                }
                free = column + columns;
                let line = lines.get(part.line)?;
                let text = line.text.get(part.start..part.end)?;
                pieces.push(RawLine {
                    text: Cow::Borrowed(text),
                    kind: Kind::Cell(0),
                    start: line.start + part.start,
                    ..RawLine::given(text)
                });
                let cell = GridCell { columns, ..GridCell::one(column, places.len()) };
                places.push(*part);
                cells.push(cell);
            }
            made.rows.push(cells);
        }
        let found = grid::tables(vocabulary, &pieces, &made);
        let is_read = |table: &Table| {
            let count = |kind: RowKind| table.rows.iter().filter(|row| row.kind == kind).count();
            count(RowKind::Figures) > count(RowKind::Misfit)
        };
        if found.is_empty() || !found.iter().all(is_read) {
            return None;
        }
        let whole = |piece: usize| places.get(piece).map_or(0, |part| part.line);
        let spot = |spot: Spot| {
            places
                .get(spot.piece())
                .map_or(spot, |part| Spot::part(part.line, part.start, part.end))
        };
        let made = found.into_iter().map(|mut table| {
            group_lines_of_words(&mut table);
            let mut table = moved(table, &whole, &spot);
            broken::join_labels(lines, &mut table);
            table
        });
        Some(made.collect())
    }
}

/// Lines without a figure say what those below them are of, or are the first lines of a label: a row without figures has no line of its
/// own. Words beside the label are a part of it then.
fn group_lines_of_words(table: &mut Table) {
    let is_of_figures: Vec<bool> =
        table.columns.iter().map(|column| column.content.is_none()).collect();
    for row in table.rows.iter_mut().filter(|row| row.kind == RowKind::Figures) {
        let mut figures = row.cells.iter().zip(&is_of_figures).filter(|(_, of)| **of);
        if figures.all(|(cell, _)| cell.is_none()) {
            row.kind = RowKind::Group;
            row.label.extend(row.cells.drain(..).flatten().map(|cell| cell.spot));
        }
    }
}

/// A table whose parts stand elsewhere.
fn moved(mut table: Table, line: &dyn Fn(usize) -> usize, spot: &dyn Fn(Spot) -> Spot) -> Table {
    let lines = |of: Lines| Lines { first: line(of.first), last: line(of.last) };
    for column in &mut table.columns {
        column.spots.iter_mut().for_each(|of| *of = spot(*of));
        column.lines = column.lines.map(lines);
    }
    for row in &mut table.rows {
        row.label.iter_mut().for_each(|of| *of = spot(*of));
        let cell = |of: &mut Cell| {
            of.spot = spot(of.spot);
            of.favour = of.favour.map(spot);
        };
        row.cells.iter_mut().flatten().for_each(cell);
        row.loose.iter_mut().for_each(cell);
    }
    table.orphans.iter_mut().for_each(|of| *of = spot(*of));
    table.footnotes.iter_mut().for_each(|note| note.lines = lines(note.lines));
    table.doubts.iter_mut().for_each(|doubt| doubt.at = lines(doubt.at));
    for at in [&mut table.head, &mut table.sentences, &mut table.heads] {
        for piece in at.iter_mut() {
            *piece = line(*piece);
        }
        at.dedup();
    }
    table.columns_by = Some(ColumnsBy::Gaps);
    table.caption = table.caption.map(line);
    let spots = table.rows.iter().flat_map(|row| {
        let cells = row.cells.iter().flatten().chain(&row.loose).map(|cell| cell.spot);
        row.label.iter().copied().chain(cells).map(Spot::piece)
    });
    let notes = table.footnotes.iter().flat_map(|note| [note.lines.first, note.lines.last]);
    let others = table.orphans.iter().map(|of| of.piece()).chain(table.head.iter().copied());
    let all: Vec<usize> =
        spots.chain(notes).chain(others).chain(table.sentences.iter().copied()).collect();
    table.from = all.iter().min().copied().unwrap_or(0);
    table.to = all.iter().max().map_or(0, |last| last + 1);
    table
}
