//! Excel workbooks, by calamine: the cells of their sheets, as they are displayed.

mod outline;
mod package;
mod shown;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Reader as _, SheetType, SheetVisible, Xlsx};

use self::outline::SheetOutline;
use super::sheet::{Sheet, SheetCell};
use super::{Limits, Pieces, SourceReport, one_line};
use crate::error::Quoted;
use crate::findings::rule::Rule;
use crate::read::lines::{Kind, RawLine};

/// Whether bytes are those of a ZIP archive, as a workbook is.
pub(in crate::read) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

pub(in crate::read) fn pieces(bytes: &[u8], limits: &Limits) -> Pieces<'static> {
    let mut pieces = Pieces::default();
    if let Err(why) = workbook(bytes, limits, &mut pieces) {
        let message = format!("the workbook {why}");
        pieces.reports.push(SourceReport { rule: Rule::UnreadableFile, piece: None, message });
    }
    pieces
}

fn workbook(bytes: &[u8], limits: &Limits, pieces: &mut Pieces<'_>) -> Result<(), String> {
    package::check(bytes, limits.unpacked)?;
    let parts = package::sheet_parts(bytes)?;
    let mut archive = package::open(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(package::damaged)?;
    let mut left = limits.repeats;
    for sheet in workbook.sheets_metadata().to_vec() {
        pieces.sheets.push(sheet.name.clone());
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            let message = format!("the sheet {} is hidden, and was left out", Quoted(&sheet.name));
            pieces.reports.push(SourceReport { rule: Rule::HiddenPart, piece: None, message });
            continue;
        }
        let outline = match parts.get(&sheet.name) {
            Some(part) => SheetOutline::of(&mut archive, part)?,
            None => SheetOutline::default(),
        };
        let number = u32::try_from(pieces.sheets.len()).unwrap_or(u32::MAX);
        let mut page =
            SheetReader { number, name: &sheet.name, limits, pieces, rows: BTreeMap::new() };
        page.begin();
        page.cells(&mut workbook, &outline)?;
        page.merge(&outline, &mut left);
        page.finish();
    }
    Ok(())
}

/// A sheet that is being read.
struct SheetReader<'p, 's> {
    number: u32,
    name: &'p str,
    limits: &'p Limits,
    pieces: &'p mut Pieces<'s>,
    /// The cells that are not blank, by their row and column, counted from 1.
    rows: BTreeMap<u32, Vec<SheetCell>>,
}

impl SheetReader<'_, '_> {
    /// The name of the sheet is a heading, unless a program gave it.
    fn begin(&mut self) {
        const GIVEN: [&str; 4] = ["blad", "sheet", "tabelle", "feuil"];
        let bare = self.name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
        if !GIVEN.contains(&&*bare.to_lowercase()) {
            let name = self.name.to_owned();
            self.push(&name, Kind::Heading(1), 0, 1);
        }
    }

    /// Adds a piece, and returns its index. `None` if it is blank.
    fn push(&mut self, text: &str, kind: Kind, row: u32, column: u32) -> Option<usize> {
        let text = one_line(text).into_owned();
        if text.is_empty() {
            return None;
        }
        let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        self.pieces.lines.push(RawLine {
            text: Cow::Owned(text),
            kind,
            sheet: self.number,
            len: 0,
            start: 0,
            indent: size(column.saturating_sub(1)),
            number: size(row),
            after_blank: true,
            begins_page: false,
        });
        Some(self.pieces.lines.len() - 1)
    }

    fn cells(
        &mut self,
        workbook: &mut Xlsx<Cursor<&[u8]>>,
        outline: &SheetOutline,
    ) -> Result<(), String> {
        let mut reader = workbook.worksheet_cells_reader(self.name).map_err(package::damaged)?;
        let formats: Vec<Option<String>> = reader
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref().map(|format| format.format_code.clone()))
            .collect();
        let mut texts: BTreeMap<(u32, u32), String> = BTreeMap::new();
        let mut hidden = None;
        while let Some((cell, style)) =
            reader.next_cell_with_style_id().map_err(package::damaged)?
        {
            let (row, column) = cell.get_position();
            let (row, column) = (row.saturating_add(1), column.saturating_add(1));
            let format = formats.get(style).and_then(Option::as_deref);
            let Some(text) = shown::shown(cell.get_value(), format) else { continue };
            if outline.is_hidden(row, column) {
                let (_, count) = hidden.get_or_insert((text, 0_usize));
                *count += 1;
                continue;
            }
            texts.insert((row, column), text);
        }
        drop(reader);
        if let Some((text, count)) = hidden {
            let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
            let message = format!(
                "{}{more} of the sheet {} stand in hidden rows or columns, and were left out",
                Quoted(&text),
                Quoted(self.name)
            );
            self.pieces.reports.push(SourceReport { rule: Rule::HiddenPart, piece: None, message });
        }
        for ((row, column), text) in texts {
            if let Some(piece) = self.push(&text, Kind::Paragraph, row, column) {
                let column = usize::try_from(column - 1).unwrap_or(usize::MAX);
                self.rows.entry(row).or_default().push(SheetCell { column, piece });
            }
        }
        Ok(())
    }

    /// Repeats the first of merged cells over the rest of them, in the rows that hold something.
    /// `left` is how often that may still be done.
    fn merge(&mut self, outline: &SheetOutline, left: &mut usize) {
        let index = |column: u32| usize::try_from(column).unwrap_or(usize::MAX);
        let find = |row: &[SheetCell], column: usize| {
            let at = row.binary_search_by_key(&column, |cell| cell.column).ok()?;
            row.get(at).copied()
        };
        let mut repeated: BTreeMap<u32, Vec<SheetCell>> = BTreeMap::new();
        'merged: for merged in &outline.merged {
            if merged.rows.is_empty() {
                continue;
            }
            let Some(first) = merged.columns.start().checked_sub(1).map(index) else { continue };
            let last = index(*merged.columns.end()).min(self.limits.columns);
            let row = self.rows.get(merged.rows.start());
            let Some(from) = row.and_then(|row| find(row, first)) else { continue };
            for (&number, row) in self.rows.range(merged.rows.clone()) {
                for column in first..last.max(first + 1) {
                    let Some(rest) = left.checked_sub(1) else {
                        let piece = Some(from.piece);
                        self.pieces
                            .reports
                            .push(SourceReport { piece, ..super::too_many_repeats() });
                        break 'merged;
                    };
                    *left = rest;
                    if find(row, column).is_none() {
                        let cells = repeated.entry(number).or_default();
                        cells.push(SheetCell { column, piece: from.piece });
                    }
                }
            }
        }
        for (number, cells) in repeated {
            let row = self.rows.entry(number).or_default();
            row.extend(cells);
            row.sort_by_key(|cell| cell.column);
            row.dedup_by_key(|cell| cell.column);
        }
    }

    fn finish(self) {
        let mut sheet = Sheet::new(self.limits);
        let mut next = 0;
        for (row, cells) in self.rows {
            if row > next {
                sheet.blank_row();
            }
            next = row + 1;
            sheet.row(self.pieces, cells);
        }
        sheet.finish(self.pieces);
    }
}
