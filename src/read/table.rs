//! The rows of a table: which lines are labels, which are their cells, and which are neither.

use super::cell::{self, CellReading, Says};
use super::header::{Column, Holds};
use super::lines::{Lines, RawLine};
use super::marks;

/// What stands below the headers of a table.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    /// The footnotes: the line, the mark and the text.
    pub(super) footnotes: Vec<(usize, String, String)>,
    /// Sentences between the rows.
    pub(super) sentences: Vec<usize>,
    /// Cells in front of the first label.
    pub(super) orphans: Vec<usize>,
    /// The line behind the table.
    pub(super) end: usize,
}

/// A label and its cells.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) label: Lines,
    pub(super) name: String,
    pub(super) cells: Vec<RowCell>,
}

/// A cell of a row.
#[derive(Debug)]
pub(super) struct RowCell {
    pub(super) line: usize,
    pub(super) reading: CellReading,
    /// Whether it looks like words, and was taken for a cell since one was to come.
    in_doubt: bool,
}

/// A line below the headers, by what it looks like.
struct Candidate {
    line: usize,
    reading: CellReading,
}

/// Reads the rows between two lines.
pub(super) fn rows(lines: &[RawLine<'_>], from: usize, end: usize, columns: &[Column]) -> Rows {
    let mut found = Rows { end, ..Rows::default() };
    let below = lines.get(from..end).unwrap_or_default();
    let mut candidates = below
        .iter()
        .enumerate()
        .map(|(offset, line)| Candidate { line: from + offset, reading: cell::read(line.text) })
        .peekable();
    let closing = closing_text(lines, from, end);
    while let Some(candidate) = candidates.next() {
        let at = candidate.line;
        let Some(line) = lines.get(at) else { break };
        if candidate.reading.looks_like_cell() {
            found.take_cell(lines, candidate, columns.len());
            continue;
        }
        if found.expects_words(&candidate, columns) {
            if let Some(row) = found.rows.last_mut() {
                row.cells.push(RowCell { line: at, reading: candidate.reading, in_doubt: true });
            }
            continue;
        }
        if Some(at) == closing {
            found.end = at;
            break;
        }
        let has_cells = candidates.peek().is_some_and(|next| next.reading.looks_like_cell());
        match marks::split_footnote(line.text) {
            Some((mark, text)) if !has_cells && !found.rows.is_empty() => {
                found.footnotes.push((at, mark.to_owned(), text.to_owned()));
            }
            _ if !has_cells && is_sentence(line.text) => found.sentences.push(at),
            _ => found.take_label(line, at),
        }
    }
    found
}

impl Rows {
    fn take_label(&mut self, line: &RawLine<'_>, at: usize) {
        if let Some(row) = self.rows.last_mut()
            && row.cells.is_empty()
            && row.label.last + 1 == at
            && !line.after_blank
        {
            // The second line of a label that was broken.
            row.name.push(' ');
            row.name.push_str(line.text);
            row.label.last = at;
        } else {
            self.rows.push(Row {
                label: Lines::one(at),
                name: line.text.to_owned(),
                cells: Vec::new(),
            });
        }
    }

    fn take_cell(&mut self, lines: &[RawLine<'_>], candidate: Candidate, columns: usize) {
        let Candidate { line, reading } = candidate;
        let cell = RowCell { line, reading, in_doubt: false };
        let Some(row) = self.rows.last_mut() else {
            self.orphans.push(line);
            return;
        };
        row.cells.push(cell);
        if row.cells.len() <= columns {
            return;
        }
        // One cell too many: where words were taken for a cell, they were the next label.
        if let Some(at) = row.cells.iter().rposition(|cell| cell.in_doubt) {
            let mut next = row.cells.split_off(at);
            let label = next.remove(0).line;
            if let Some(line) = lines.get(label) {
                let name = line.text.to_owned();
                self.rows.push(Row { label: Lines::one(label), name, cells: next });
            }
        }
    }

    /// Whether the row is short of a cell that may look like words.
    fn expects_words(&self, candidate: &Candidate, columns: &[Column]) -> bool {
        let Some(row) = self.rows.last() else { return false };
        let next = columns.get(row.cells.len());
        match candidate.reading.says {
            Says::NumberWithWords => next.is_some() && !row.cells.is_empty(),
            _ => next.is_some_and(|column| column.holds == Holds::Attribute),
        }
    }
}

/// The first line of the prose behind the last row, if there is any.
fn closing_text(lines: &[RawLine<'_>], from: usize, end: usize) -> Option<usize> {
    let mut first = None;
    let mut has_sentence = false;
    for at in (from..end).rev() {
        let text = lines.get(at)?.text;
        if cell::read(text).looks_like_cell() {
            break;
        }
        if marks::split_footnote(text).is_none() {
            first = Some(at);
            has_sentence |= is_sentence(text);
        }
    }
    first.filter(|_| has_sentence)
}

/// Whether a text is prose and no label.
fn is_sentence(text: &str) -> bool {
    const LONGEST_LABEL: usize = 250;
    text.ends_with(['.', '!', '?', ':']) && text.contains(' ') || text.len() > LONGEST_LABEL
}
