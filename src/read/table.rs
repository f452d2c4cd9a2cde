//! The rows of a table: which lines are labels, which are their cells, and which are neither.

use std::collections::HashSet;

use super::cell;
use super::classify::Extent;
use super::footnotes::legend;
use super::header::{ColumnContent, ReadColumn};
use super::label;
use super::lines::{Lines, RawLine};
use super::marks;
use super::raw_cell::{Interpretation, RawCell};
use super::vocabulary::Vocabulary;
use crate::leaves::value::Missing;
use crate::model::note::bare_mark;

/// What stands below the headers of a table.
#[derive(Debug, Default)]
pub(super) struct TableRows {
    pub(super) rows: Vec<Row>,
    pub(super) footnotes: Vec<Footnote>,
    /// What a dash means according to the legend.
    pub(super) dash: Option<Missing>,
    /// Sentences between the rows.
    pub(super) sentences: Vec<usize>,
    /// Cells before the first label.
    pub(super) orphans: Vec<usize>,
    /// Whether the labels are the names of areas or organisations, as the header above them has it.
    pub(super) labels_are_areas: bool,
    /// The line after the table.
    pub(super) end: usize,
}

/// A footnote below the rows.
#[derive(Debug)]
pub(super) struct Footnote {
    pub(super) lines: Lines,
    pub(super) mark: String,
    pub(super) text: String,
}

/// A label and its cells.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) label: Lines,
    pub(super) name: String,
    pub(super) cells: Vec<RowCell>,
    /// The last of the cells that looks like words, and may be the label of another row.
    doubtful: Option<usize>,
    /// What speaks against one of the cells: that it may be the rest of the line above, in a
    /// table whose cells are parted by blank lines, or a page number.
    pub(super) suspect: Option<&'static str>,
    /// Whether its label reaches over all columns of a grid.
    pub(super) is_spanned: bool,
}

/// A cell of a row.
#[derive(Debug)]
pub(super) struct RowCell {
    /// Its line. `None` for an empty cell of a grid.
    pub(super) line: Option<usize>,
    /// The first line of its row, or its own.
    pub(super) row: usize,
    pub(super) reading: RawCell,
}

impl RowCell {
    /// The line that leads to it.
    pub(super) fn at(&self) -> usize {
        self.line.unwrap_or(self.row)
    }
}

impl Row {
    /// A row of a grid.
    pub(super) fn of(line: usize, name: &str) -> Self {
        Row::new(line, name)
    }

    fn new(line: usize, name: &str) -> Self {
        Row {
            label: Lines::one(line),
            name: name.to_owned(),
            cells: Vec::new(),
            doubtful: None,
            suspect: None,
            is_spanned: false,
        }
    }

    /// Whether it has just the cells that the columns ask for.
    pub(super) fn fits(&self, columns: &[ReadColumn]) -> bool {
        self.cells.len() == columns.len() && !self.is_ambiguous() && self.suspect.is_none()
    }

    /// Whether words among its cells may be something else: some that couldn't be read, or the
    /// first and only one of the row, which may belong to the label.
    fn is_ambiguous(&self) -> bool {
        let is_label_like = |cell: &RowCell| cell.reading.may_be_label();
        let first_alone = self.cells.len() > 1
            && self.cells.first().is_some_and(is_label_like)
            && !self.cells.iter().skip(1).any(is_label_like);
        let unread = |cell: &RowCell| !cell.reading.looks_like_cell() && !is_label_like(cell);
        self.doubtful.is_some() && (first_alone || self.cells.iter().any(unread))
    }
}

/// Reads the rows of a table.
pub(super) fn rows(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    extent: &Extent,
    columns: &[ReadColumn],
) -> TableRows {
    let mut body = Vec::with_capacity(extent.body.len());
    let read = |&line: &usize| {
        Some(RowCell {
            line: Some(line),
            row: line,
            reading: cell::read(vocabulary, &lines.get(line)?.text),
        })
    };
    body.extend(extent.body.iter().filter_map(read));
    let mut found = TableRows { end: extent.end, ..TableRows::default() };
    let spaced = is_spaced(lines, &body);
    found.take_legend(vocabulary, lines, &mut body);
    let body = found.take_footnotes(lines, body, spaced);
    // In a table whose cells are parted, a line that isn't is the rest of the one above it.
    let is_parted = |cell: &RowCell| lines.get(cell.at()).is_some_and(|line| line.after_blank);
    let has_words = columns
        .iter()
        .any(|column| matches!(column.holds, ColumnContent::Attribute | ColumnContent::Area));
    let layout = RowLayout { lines, columns, spaced, page_numbers: &extent.page_numbers };
    if has_words
        && (!spaced || body.iter().all(is_parted))
        && body.get(..=columns.len()).is_some_and(|first| is_row(&layout, first))
    {
        found.take_by_rows(&layout, body);
    } else {
        found.take_irregular(&layout, body, true);
    }
    found
}

/// What the lines of a table share.
struct RowLayout<'t, 's> {
    lines: &'t [RawLine<'s>],
    columns: &'t [ReadColumn],
    /// Whether blank lines part the cells.
    spaced: bool,
    page_numbers: &'t [usize],
}

/// Whether blank lines part most cells from what comes before them. Only then can lines
/// without one between them be of the same label, footnote or cell.
fn is_spaced(lines: &[RawLine<'_>], body: &[RowCell]) -> bool {
    let cells = body.iter().filter(|line| line.reading.looks_like_cell());
    let (mut parted, mut close) = (0, 0);
    for cell in cells {
        let is_parted = lines.get(cell.at()).is_some_and(|line| line.after_blank);
        if is_parted { parted += 1 } else { close += 1 }
    }
    parted > close
}

/// Whether lines are a row: one for its label and one for each column, of the kind that it asks
/// for. Only then are words known to be a cell and not a label.
fn is_row(layout: &RowLayout<'_, '_>, row: &[RowCell]) -> bool {
    let Some((label, cells)) = row.split_first() else { return false };
    let is_unit = |cell: &RowCell, column: &ReadColumn| {
        let text = layout.lines.get(cell.at()).map_or("", |line| &*line.text);
        label::is_unit_header(&column.header) && label::unit_of_column(text).is_some()
    };
    !label.reading.looks_like_cell()
        && cells.iter().zip(layout.columns).all(|(cell, column)| match column.holds {
            ColumnContent::Attribute | ColumnContent::Area | ColumnContent::Role => {
                !cell.reading.looks_like_cell()
                    || cell.reading.is_missing()
                    || is_unit(cell, column)
            }
            ColumnContent::Figures { .. } | ColumnContent::Notes | ColumnContent::Period => {
                cell.reading.looks_like_cell()
            }
        })
}

impl TableRows {
    /// Takes the line out that says what a dash stands for, and keeps it as a footnote.
    fn take_legend(
        &mut self,
        vocabulary: &Vocabulary,
        lines: &[RawLine<'_>],
        body: &mut Vec<RowCell>,
    ) {
        let text = |cell: &RowCell| lines.get(cell.at()).map_or("", |line| &*line.text);
        let Some(at) = body.iter().position(|cell| legend(vocabulary, text(cell)).is_some()) else {
            return;
        };
        let cell = body.remove(at);
        self.dash = legend(vocabulary, text(&cell));
        let words = marks::legend(text(&cell)).unwrap_or_default().to_owned();
        let lines = Lines::one(cell.at());
        self.footnotes.push(Footnote { lines, mark: "-".to_owned(), text: words });
    }

    /// Takes the footnotes out of the lines, each with the lines that go on with it. One stands
    /// after a row; and no cell after it, unless its mark was used.
    fn take_footnotes(
        &mut self,
        lines: &[RawLine<'_>],
        body: Vec<RowCell>,
        spaced: bool,
    ) -> Vec<RowCell> {
        let mut kept: Vec<RowCell> = Vec::with_capacity(body.len());
        let mut used: HashSet<String> = HashSet::new();
        let mut body = body.into_iter().peekable();
        let mut after_cell = false;
        while let Some(candidate) = body.next() {
            let Some(line) = lines.get(candidate.at()) else { break };
            let follows_note = |note: &mut Footnote| note.lines.last + 1 == candidate.at();
            if spaced
                && !line.after_blank
                && let Some(note) = self.footnotes.last_mut()
                && follows_note(note)
            {
                note.text.push(' ');
                note.text.push_str(&line.text);
                note.lines.last = candidate.at();
                continue;
            }
            let is_cell = candidate.reading.looks_like_cell();
            let cell_follows = body.peek().is_some_and(|next| {
                let is_parted = lines.get(next.at()).is_some_and(|line| line.after_blank);
                next.reading.looks_like_cell() && (is_parted || !spaced)
            });
            match marks::split_footnote(&line.text) {
                Some((mark, text))
                    if !is_cell
                        && after_cell
                        && (!cell_follows || used.contains(&*bare_mark(mark))) =>
                {
                    self.footnotes.push(Footnote {
                        lines: Lines::one(candidate.at()),
                        mark: mark.to_owned(),
                        text: text.to_owned(),
                    });
                }
                _ => {
                    after_cell |= is_cell;
                    let marks = if is_cell {
                        candidate.reading.marks()
                    } else {
                        marks::after_label(&line.text)
                    };
                    used.extend(marks.iter().map(|mark| bare_mark(mark).into_owned()));
                    kept.push(candidate);
                }
            }
        }
        kept
    }

    /// Takes whole rows, and what stands between them as it comes.
    fn take_by_rows(&mut self, layout: &RowLayout<'_, '_>, mut body: Vec<RowCell>) {
        // Looking for a row at each line costs too much where there are very many columns.
        const MAX_WIDTH: usize = 100;
        let width = layout.columns.len() + 1;
        while !body.is_empty() {
            let step = if width <= MAX_WIDTH { 1 } else { width };
            let begins =
                |at: &usize| body.get(*at..*at + width).is_some_and(|row| is_row(layout, row));
            let next = (0..body.len()).step_by(step).find(begins);
            let mut rest = body.split_off(next.unwrap_or(body.len()));
            self.take_irregular(layout, body, rest.is_empty());
            if rest.is_empty() {
                break;
            }
            body = rest.split_off(width);
            let mut row = rest.into_iter();
            if let Some(label) = row.next() {
                let name = layout.lines.get(label.at()).map_or("", |line| &*line.text);
                self.rows.push(Row { cells: row.collect(), ..Row::new(label.at(), name) });
            }
        }
    }

    /// Takes lines by what each looks like; those after the last row may be text that closes the
    /// table.
    fn take_irregular(&mut self, layout: &RowLayout<'_, '_>, body: Vec<RowCell>, is_last: bool) {
        let RowLayout { lines, columns, spaced, page_numbers } = *layout;
        let closing = if is_last { closing_text(lines, &body) } else { None };
        let mut body = body.into_iter().peekable();
        while let Some(candidate) = body.next() {
            let at = candidate.at();
            let Some(line) = lines.get(at) else { break };
            if candidate.reading.looks_like_cell() {
                self.take_cell(lines, candidate, columns.len());
                let suspect = if spaced && !line.after_blank {
                    Some("stands right below another line and may belong to that")
                } else if page_numbers.binary_search(&at).is_ok() {
                    Some("stands right above a running head and may be a page number")
                } else {
                    None
                };
                if let Some(row) = self.rows.last_mut() {
                    row.suspect = row.suspect.or(suspect);
                }
            } else if self.may_be_cell(&candidate, columns) {
                if let Some(row) = self.rows.last_mut() {
                    row.doubtful = Some(row.cells.len());
                    row.cells.push(candidate);
                }
            } else if Some(at) == closing {
                self.end = at;
                break;
            } else {
                let cell_follows = body.peek().is_some_and(|next| next.reading.looks_like_cell());
                if !cell_follows && is_sentence(&line.text) {
                    self.sentences.push(at);
                } else {
                    self.take_label(line, at, spaced);
                }
            }
        }
    }

    /// Takes a label, or where `spaced` the next line of one.
    fn take_label(&mut self, line: &RawLine<'_>, at: usize, spaced: bool) {
        if let Some(row) = self.rows.last_mut()
            && row.cells.is_empty()
            && row.label.last + 1 == at
            && !line.after_blank
            && spaced
        {
            row.name.push(' ');
            row.name.push_str(&line.text);
            row.label.last = at;
        } else {
            self.rows.push(Row::new(at, &line.text));
        }
    }

    fn take_cell(&mut self, lines: &[RawLine<'_>], cell: RowCell, columns: usize) {
        let Some(row) = self.rows.last_mut() else {
            self.orphans.push(cell.at());
            return;
        };
        row.cells.push(cell);
        if row.cells.len() <= columns {
            return;
        }
        // One cell too many: the words that were taken for a cell were the next label.
        if let Some(at) = row.doubtful.take() {
            let mut next = row.cells.split_off(at);
            let label = next.remove(0).at();
            let name = lines.get(label).map_or("", |line| &*line.text);
            self.rows.push(Row { cells: next, ..Row::new(label, name) });
        }
    }

    /// Whether digits and words stand where the row is short of a cell.
    fn may_be_cell(&self, candidate: &RowCell, columns: &[ReadColumn]) -> bool {
        (candidate.reading.interpretation == Interpretation::NumberWithWords
            || candidate.reading.may_be_label())
            && self.rows.last().is_some_and(|row| row.cells.len() < columns.len())
    }
}

/// The first sentence after the last cell, if there is one.
fn closing_text(lines: &[RawLine<'_>], body: &[RowCell]) -> Option<usize> {
    let mut first = None;
    for candidate in body.iter().rev() {
        if candidate.reading.looks_like_cell() {
            break;
        }
        if is_sentence(&lines.get(candidate.at())?.text) {
            first = Some(candidate.at());
        }
    }
    first
}

/// Whether a text is prose and no label.
fn is_sentence(text: &str) -> bool {
    const MAX_LABEL_LEN: usize = 250;
    text.ends_with(['.', '!', '?', ':']) && text.contains(' ') || text.len() > MAX_LABEL_LEN
}
