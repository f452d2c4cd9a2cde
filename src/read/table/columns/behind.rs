//! Rows whose cells have words behind them, as where the last column holds a source or a comment: *Bijstand 19 23 31 CBS* below
//! *Indicator 2019 2020 2021 Bron*. The words are a column of their own.

use std::collections::HashMap;

use super::{Finder, Headers, MAX_GAP, RowLine};
use crate::read::dates;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::facts::spacing::words_of;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::{Lines, RawLine};
use crate::read::shapes;
use crate::read::spot::Spot;
use crate::read::table::arrange::Item;
use crate::read::table::{Cell, Column, RowKind, Table};
use crate::words::{fold, has_digit};

/// So many rows near each other have as many cells, at least; two may be sentences with numbers.
const MIN_ROWS: usize = 3;

/// The lines with a label, cells and words behind these, where others near them have as many cells.
pub(super) fn rows_with_words(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    rows: &[RowLine],
) -> Vec<RowLine> {
    let is_row = |at: usize| rows.binary_search_by_key(&at, |row| row.line).is_ok();
    let may_be = (from..to).filter(|at| !is_row(*at));
    let mut found: Vec<RowLine> =
        may_be.filter_map(|at| row_with_words(looks, &lines.get(at)?.text, at)).collect();
    if found.len() < 2 {
        return Vec::new();
    }
    let mut all: Vec<(usize, usize)> =
        rows.iter().chain(&found).map(|row| (row.line, row.cells.len())).collect();
    all.sort_unstable();
    // Rows that follow each other with few lines between them.
    let is_near = |one: &(usize, usize), next: &(usize, usize)| next.0 - one.0 <= MAX_GAP + 1;
    let mut sure: Vec<(usize, usize)> = Vec::new();
    for block in all.chunk_by(is_near) {
        let mut counts: HashMap<usize, usize> = HashMap::new();
        for (_, width) in block {
            *counts.entry(*width).or_default() += 1;
        }
        let is_usual = |width: &usize| counts.get(width).is_some_and(|count| *count >= MIN_ROWS);
        sure.extend(block.iter().filter(|(_, width)| is_usual(width)));
    }
    found.retain(|row| sure.binary_search(&(row.line, row.cells.len())).is_ok());
    if found.len() < 2 { Vec::new() } else { found }
}

/// A line whose longest run of values stands between its label and other words.
pub(in crate::read::table) fn row_with_words(
    looks: &Looks<'_>,
    text: &str,
    line: usize,
) -> Option<RowLine> {
    /// In bytes.
    const MAX_LABEL: usize = 120;
    /// Of a line whose words are looked at. A comment may be a paragraph.
    const MAX_LEN: usize = 1000;
    // Few lines of prose have two numbers side by side.
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    if text.len() > MAX_LEN || text.bytes().filter(|byte| is_digit(byte)).count() < 2 {
        return None;
    }
    let words = words_of(text);
    let word = |at: usize| words.get(at).and_then(|&(from, to)| text.get(from..to)).unwrap_or("");
    // *18+)* ends what a label says in parentheses.
    let closes = |word: &str| word.ends_with(')') && !word.contains('(');
    let is_value = |at: usize| {
        has_digit(word(at)) && looks.is_value(word(at)) && !closes(word(at))
            || matches!(word(at), "-" | "–")
    };
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let count = (at..words.len()).take_while(|&at| is_value(at)).count();
        if count > 1 {
            runs.push(at..at + count);
        }
        at += count.max(1);
    }
    let [run] = runs.as_slice() else { return None };
    let is_year = |at: usize| dates::year(word(at)).is_some();
    // *Behaald 2014 12 aantal* says itself when its only figure is of.
    if is_year(run.start) || run.clone().all(|at| is_year(at) || !has_digit(word(at))) {
        return None;
    }
    // *7,9 (2013) 8 (2015) Stijging*: cells of another look go on.
    let is_dated = |at: usize| {
        let inside = word(at).strip_prefix('(').and_then(|word| word.strip_suffix(')'));
        inside.is_some_and(|inside| dates::year(inside).is_some())
    };
    let near = run.start.saturating_sub(1)..(run.end + 2).min(words.len());
    if near.into_iter().any(is_dated) {
        return None;
    }
    let &(begin, _) = words.get(run.start)?;
    let &(behind, first_end) = words.get(run.end)?;
    let label = text.get(..begin)?.trim_end();
    let rest = text.get(behind..)?;
    // *1,2 1,4 mln* ends in a cell with its scale.
    let is_unit = text.get(behind..first_end).is_some_and(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
        looks.unit(word).is_some() || looks.pack().is_scale_word(&fold(word, true))
    });
    let is_label = label.len() <= MAX_LABEL
        && label.contains(char::is_alphabetic)
        && !label.ends_with(['.', ':', ';', ','])
        && !shapes::is_sentence(label);
    // *Stijging* is a cell as the others are, and *1234 AB* is an address.
    let is_cell = looks.class(rest) == Class::Number;
    let is_postcode = word(run.end).len() == 2
        && word(run.end).bytes().all(|byte| byte.is_ascii_uppercase())
        && word(run.end - 1).len() == 4
        && word(run.end - 1).bytes().all(|byte| byte.is_ascii_digit());
    let are_words = rest.contains(char::is_alphabetic) && !is_unit && !is_cell && !is_postcode;
    (is_label && are_words).then(|| RowLine {
        line,
        label: label.len(),
        cells: words.get(run.clone()).into_iter().flatten().map(|&(a, b)| (a, b, None)).collect(),
        words: Some((behind, text.len())),
        ..RowLine::default()
    })
}

/// Whether the rows of a table end in words for which it has no header. Then its lines may not be rows at all.
pub(super) fn has_words_without_header(table: &Table) -> bool {
    table.columns.last().is_some_and(|last| last.content.is_some() && last.headers.is_empty())
        && table.rows.iter().any(|row| matches!(row.cells.last(), Some(Some(_))))
        && table.columns.len() > 1
}

impl Finder<'_, '_> {
    /// The headers without those behind the last one of figures, where words stand behind the cells.
    pub(super) fn without_last(&self, items: &mut Vec<Item>) {
        if self.rows.iter().any(|row| row.words.is_some()) {
            let last = items.iter().rposition(|item| item.facts.is_placing());
            let from = last.map_or(0, |last| last + 1);
            let behind = items.iter().skip(from);
            let end = from + behind.take_while(|item| !item.begins_line).count();
            // What begins another line is above something else, and a line of units is of all columns.
            let is_unit = |item: &Item| item.facts.unit.is_some() && item.facts.content.is_none();
            let below = items.get(end..).unwrap_or_default();
            let count = if below.iter().all(is_unit) {
                below.len()
            } else {
                below.iter().take_while(|item| item.begins_line).count()
            };
            items.truncate(end + count);
            items.drain(from..end);
        }
    }

    /// Gives a table the column of the words behind its cells.
    pub(super) fn add_words(&self, best: &Headers, table: &mut Table) {
        let words = |line: usize| {
            let at = self.rows.binary_search_by_key(&line, |row| row.line).ok()?;
            let (from, to) = self.rows.get(at)?.words?;
            Some(Cell::at(Spot::part(line, from, to)))
        };
        if self.rows.iter().all(|row| row.words.is_none()) {
            return;
        }
        // Years may stand on a line of their own below it.
        let header = (best.first..best.end).rev().find_map(|line| {
            let of_line = |spot: &&Spot| spot.piece() == line;
            let spots = best.items.iter().flat_map(|item| &item.spots).filter(of_line);
            let text = &*self.lines.get(line)?.text;
            let end = spots.max_by_key(|spot| spot.start())?.bytes()?.end;
            let header = text.get(end..)?.trim();
            (!header.is_empty())
                .then(|| (Spot::part(line, text.len() - header.len(), text.len()), header))
        });
        let facts = header.map(|(_, header)| (*self.vocabulary.facts(header)).clone());
        let of_words = facts.as_ref().and_then(|facts| facts.content).filter(|content| {
            matches!(content, ColumnKind::Source | ColumnKind::Remark | ColumnKind::Attribute)
        });
        table.columns.push(Column {
            headers: header.iter().map(|(_, header)| (*header).to_owned()).collect(),
            spots: header.iter().map(|(spot, _)| *spot).collect(),
            lines: header.map(|(spot, _)| Lines::one(spot.piece())),
            content: Some(of_words.unwrap_or(ColumnKind::Attribute)),
            ..Column::default()
        });
        let width = table.columns.len();
        for row in table.rows.iter_mut().filter(|row| row.kind == RowKind::Figures) {
            let line = row.cells.iter().flatten().next().map(|cell| cell.spot.piece());
            row.cells.resize(width - 1, None);
            row.cells.push(line.and_then(words));
        }
    }
}
