//! Excel workbooks, by zip and quick-xml: the cells of their sheets, as they are displayed.

mod cells;
mod format;
mod outline;
mod package;
mod strings;
mod styles;

use std::borrow::Cow;
use std::collections::BTreeMap;

use self::cells::{Doubt, Shared, SheetCell};
use self::outline::SheetOutline;
use super::grid::{GridCell, TableBudget};
use super::sheet::Sheet;
use super::{Limits, Pieces, SourceReport, one_line};
use crate::findings::argument::Quote;
use crate::findings::rule::Message;
use crate::read::lines::{Kind, RawLine};

pub(in crate::read) fn pieces(bytes: &[u8], limits: &Limits) -> Pieces<'static> {
    let mut pieces = Pieces::default();
    let mut budget = TableBudget::new(limits);
    if let Err(what) = workbook(bytes, limits, &mut pieces, &mut budget) {
        pieces.reports.push(SourceReport { piece: None, what: *what });
    }
    pieces.reports.extend(budget.reports());
    pieces
}

fn workbook(
    bytes: &[u8],
    limits: &Limits,
    pieces: &mut Pieces<'static>,
    budget: &mut TableBudget,
) -> Result<(), Box<Message>> {
    package::check(bytes, limits.unpacked)?;
    let mut archive = package::open(bytes)?;
    let book = package::book(&mut archive)?;
    let shared = Shared {
        strings: strings::shared(&mut archive, book.strings.as_deref())?,
        formats: styles::formats(&mut archive, book.styles.as_deref())?,
        is_1904: book.is_1904,
    };
    let mut text_left = limits.unpacked;
    for sheet in book.sheets {
        pieces.sheets.push(sheet.name.clone());
        let Some(part) = sheet.part else { continue };
        if sheet.is_hidden {
            let what = Message::HiddenSheet { sheet: (&sheet.name).into() };
            pieces.reports.push(SourceReport { piece: None, what });
            continue;
        }
        let (cells, outline) = cells::sheet(&mut archive, &part, &shared)?;
        let number = u32::try_from(pieces.sheets.len()).unwrap_or(u32::MAX);
        let mut page =
            SheetReader { number, name: &sheet.name, pieces, budget, rows: BTreeMap::new() };
        page.begin();
        page.cells(cells, &outline, &mut text_left);
        page.merge(&outline);
        page.finish();
    }
    Ok(())
}

/// A sheet that is being read.
struct SheetReader<'p> {
    number: u32,
    name: &'p str,
    pieces: &'p mut Pieces<'static>,
    budget: &'p mut TableBudget,
    /// The cells that are not blank, by their row, counted from 1.
    rows: BTreeMap<u32, Vec<GridCell>>,
}

/// Cells that one finding is about: the first of them, and how many there are.
struct Several<T> {
    first: T,
    count: usize,
}

/// Counts a cell to those that one finding is about.
fn count<T>(several: &mut Option<Several<T>>, cell: impl FnOnce() -> T) {
    several.get_or_insert_with(|| Several { first: cell(), count: 0 }).count += 1;
}

impl<T> Several<T> {
    /// How many there are after the first.
    fn more(&self) -> usize {
        self.count.saturating_sub(1)
    }
}

impl Several<String> {
    fn quote(&self) -> Quote {
        (&self.first).into()
    }
}

impl SheetReader<'_> {
    /// The name of the sheet is a heading, unless a program gave it.
    fn begin(&mut self) {
        const GIVEN: [&str; 4] = ["blad", "sheet", "tabelle", "feuil"];
        let bare = self.name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        if !GIVEN.contains(&&*bare.to_lowercase()) {
            let name = self.name.to_owned();
            self.push(name, Kind::Heading(1), 0, 1);
        }
    }

    /// Adds a piece, and returns its index. `None` if it is blank.
    fn push(&mut self, text: String, kind: Kind, row: u32, column: u32) -> Option<usize> {
        let text = match one_line(&text) {
            Cow::Borrowed(same) if same.len() == text.len() => text,
            other => other.into_owned(),
        };
        if text.is_empty() {
            return None;
        }
        self.pieces.lines.push(RawLine {
            text: Cow::Owned(text),
            kind,
            sheet: self.number,
            len: 0,
            start: 0,
            indent: column.saturating_sub(1),
            number: row,
            after_blank: true,
            begins_page: false,
            is_named: false,
            trail: 0,
            blanks: crate::read::lines::Blanks::default(),
        });
        Some(self.pieces.lines.len() - 1)
    }

    fn report(&mut self, piece: Option<usize>, what: Message) {
        self.pieces.reports.push(SourceReport { piece, what });
    }

    /// Makes a piece of each cell. `text_left` is how much text the workbook may still hold: many
    /// cells may share a long one.
    fn cells(&mut self, cells: Vec<SheetCell>, outline: &SheetOutline, text_left: &mut usize) {
        let sheet = Quote::from(self.name);
        let mut hidden: Option<Several<String>> = None;
        let mut unseen: Option<Several<String>> = None;
        let mut struck: Option<Several<String>> = None;
        let mut formulas: Option<Several<usize>> = None;
        let mut formats: BTreeMap<String, Several<usize>> = BTreeMap::new();
        for cell in cells {
            if outline.is_hidden(cell.row, cell.column) {
                count(&mut hidden, || cell.text);
                continue;
            }
            if let Some(Doubt::Struck(text)) = &cell.doubt {
                count(&mut struck, || text.clone());
            }
            if matches!(cell.doubt, Some(Doubt::Unseen)) {
                count(&mut unseen, || cell.text);
                continue;
            }
            let Some(rest) = text_left.checked_sub(cell.text.len()) else {
                let last = self.pieces.lines.len().checked_sub(1);
                self.report(last, Message::TooMuchText { sheet: sheet.clone() });
                break;
            };
            *text_left = rest;
            let (row, column) = (cell.row, cell.column);
            let Some(piece) = self.push(cell.text, Kind::Paragraph, row, column) else { continue };
            match cell.doubt {
                Some(Doubt::Formula) => count(&mut formulas, || piece),
                Some(Doubt::Format(coded)) => {
                    let several = formats.entry(coded.code.clone());
                    several.or_insert(Several { first: piece, count: 0 }).count += 1;
                }
                _ => {}
            }
            let column = usize::try_from(column - 1).unwrap_or(usize::MAX);
            self.rows.entry(row).or_default().push(GridCell::one(column, piece));
        }
        if let Some(hidden) = hidden {
            let (text, more) = (hidden.quote(), hidden.more());
            self.report(None, Message::HiddenCells { text, more, sheet: sheet.clone() });
        }
        if let Some(unseen) = unseen {
            let (text, more) = (unseen.quote(), unseen.more());
            self.report(None, Message::UnseenCells { text, more, sheet: sheet.clone() });
        }
        if let Some(struck) = struck {
            let (text, more) = (struck.quote(), struck.more());
            self.report(None, Message::StruckOut { text, more, sheet });
        }
        if let Some(formulas) = formulas {
            let text = self.pieces.lines.get(formulas.first).map_or("", |line| &*line.text);
            let what = Message::FormulaWithoutValue { text: text.into(), more: formulas.more() };
            self.report(Some(formulas.first), what);
        }
        for (code, several) in formats {
            let text = self.pieces.lines.get(several.first).map_or("", |line| &*line.text);
            let (format, text, more) = (code.into(), text.into(), several.more());
            let what = Message::FormatNotFollowed { format, text, more };
            self.report(Some(several.first), what);
        }
    }

    /// Makes the first of merged cells span the rest of them, in the rows that hold something.
    fn merge(&mut self, outline: &SheetOutline) {
        let index = |column: u32| usize::try_from(column).unwrap_or(usize::MAX);
        for merged in &outline.merged {
            if merged.rows.is_empty() || merged.columns.is_empty() {
                continue;
            }
            let Some(first) = merged.columns.start().checked_sub(1).map(index) else { continue };
            let last = index(*merged.columns.end()).min(self.budget.columns);
            let row = self.rows.get(merged.rows.start());
            let Some(from) = row.and_then(|row| row.iter().find(|cell| cell.column == first))
            else {
                continue;
            };
            let piece = from.piece;
            let columns = 1 + self.budget.repeats(last.saturating_sub(first + 1), Some(piece));
            // As many rows as may still be spanned, so that many merges don't count many rows each.
            let rows = self.rows.range(merged.rows.clone()).take(self.budget.repeats_left() + 1);
            let mut left = rows.count();
            for (number, row) in self.rows.range_mut(merged.rows.clone()) {
                let is_continued = number != merged.rows.start();
                if is_continued && self.budget.repeats(columns, Some(piece)) < columns {
                    break;
                }
                let cell = GridCell { piece, column: first, columns, rows: left, is_continued };
                left = left.saturating_sub(1).max(1);
                // What stands below it isn't shown by a spreadsheet program, but is kept.
                let is_covered =
                    |other: &GridCell| other.column < cell.end() && other.column > cell.column;
                let free =
                    row.iter().filter(|other| is_covered(other)).map(|other| other.column).min();
                let columns = free.map_or(columns, |free| free - first);
                let cell = GridCell { columns, ..cell };
                match row.binary_search_by_key(&first, |cell| cell.column) {
                    Ok(at) if !is_continued => {
                        if let Some(slot) = row.get_mut(at) {
                            *slot = cell;
                        }
                    }
                    Ok(_) => {}
                    Err(at) => row.insert(at, cell),
                }
            }
        }
    }

    fn finish(self) {
        let mut sheet = Sheet::new(self.budget);
        let mut next = 0;
        for (row, mut cells) in self.rows {
            if row > next {
                sheet.blank_row();
            }
            next = row + 1;
            sheet.row(self.pieces, &mut cells);
        }
        sheet.finish(self.pieces);
    }
}
