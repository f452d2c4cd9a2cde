//! Tables as programs for data print them: a line of running numbers above the columns, `0 1 2`, and one in front of each row. They count
//! and say nothing of what is counted, so no cell and no label is made of them.

use std::borrow::Cow;

use crate::read::lines::{Kind, RawLine, small};

/// Two columns are the least: a label and a number.
const MIN_COLUMNS: usize = 2;

/// The rows that have to count on from 0, with that of the headers: fewer do so by chance.
const MIN_ROWS: usize = 3;

/// Takes the running numbers out of the tables that have them.
pub(super) fn without_numbers(lines: Vec<RawLine<'_>>) -> Vec<RawLine<'_>> {
    if !lines.iter().any(|line| counts_columns(&line.text)) {
        return lines;
    }
    let mut found = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        if !counts_columns(&line.text) {
            found.push(line);
            continue;
        }
        // The rows are looked at once: what is none of this table goes on below it.
        let mut rows = Vec::new();
        while let Some(row) = lines.next_if(|row| number_of(&row.text, rows.len()).is_some()) {
            rows.push(row);
        }
        if rows.len() < MIN_ROWS {
            found.push(line);
            found.extend(rows);
            continue;
        }
        let mut is_first = true;
        for (at, row) in rows.into_iter().enumerate() {
            let length = number_of(&row.text, at).unwrap_or(0);
            let mut row = without_first(row, length);
            row.after_blank |= is_first && line.after_blank;
            row.begins_page |= is_first && line.begins_page;
            is_first = false;
            found.push(row);
        }
    }
    found
}

/// Whether a line is `0 1 2` and nothing else.
fn counts_columns(text: &str) -> bool {
    let mut count = 0;
    let counts = text.split_whitespace().all(|word| {
        let is_next = is_number(word, count);
        count += 1;
        is_next
    });
    counts && count >= MIN_COLUMNS
}

/// How many bytes the running number before a row has, with the white space after it. `None` if the row doesn't begin with that
/// number, or has nothing else.
fn number_of(text: &str, number: usize) -> Option<usize> {
    let (word, rest) = text.split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    (is_number(word, number) && !rest.is_empty() && !counts_columns(text))
        .then(|| text.len() - rest.len())
}

fn is_number(word: &str, number: usize) -> bool {
    word.parse() == Ok(number) && (number == 0 || !word.starts_with('0')) && !word.starts_with('+')
}

/// A line without its first bytes.
fn without_first(line: RawLine<'_>, length: usize) -> RawLine<'_> {
    let Cow::Borrowed(whole) = line.text else { return line };
    let (Kind::Line, Some(text)) = (line.kind, whole.get(length..)) else { return line };
    RawLine {
        text: Cow::Borrowed(text),
        len: small(text.len()),
        start: line.start + length,
        indent: line.indent + small(length),
        ..line
    }
}
