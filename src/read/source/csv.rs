//! Values separated by semicolons, commas or tabs, by the csv crate.

use super::sheet::{Sheet, SheetCell};
use super::{Gather, Limits, Pieces};
use crate::read::lines::Kind;

const SIGNS: [u8; 3] = [b';', b'\t', b','];

/// Whether a source seems to be of separated values: its first lines have as many of one sign.
pub(super) fn is_csv(head: &str) -> bool {
    named_separator(head).is_some() || separator(head).is_some()
}

/// The sign that parts the values: the one that stands equally often in the first records.
fn separator(head: &str) -> Option<u8> {
    const RECORDS: usize = 3;
    // Prose has commas too, with a space after them, and blank lines between its paragraphs.
    let first: Vec<&str> = head.lines().take(2).collect();
    if first.len() < 2 || first.iter().any(|line| line.trim().is_empty()) {
        return None;
    }
    let is_prose = head.matches(", ").count() * 2 > head.matches(',').count();
    SIGNS.into_iter().filter(|sign| *sign != b',' || !is_prose).find(|&sign| {
        let mut reader = csv_core_reader(head, sign);
        let mut widths = Vec::new();
        let mut record = ::csv::ByteRecord::new();
        while widths.len() < RECORDS && reader.read_byte_record(&mut record).unwrap_or(false) {
            widths.push(record.len());
        }
        let first = widths.first().copied().unwrap_or(0);
        widths.len() >= 2 && first > 1 && widths.iter().take(2).all(|width| *width == first)
    })
}

fn csv_core_reader(source: &str, sign: u8) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new()
        .delimiter(sign)
        .has_headers(false)
        .flexible(true)
        .from_reader(source.as_bytes())
}

pub(super) fn pieces<'s>(source: &'s str, limits: &Limits) -> Pieces<'s> {
    let mut gather = Gather::new(source);
    let mut sheet = Sheet::new(limits);
    let text = gather.text();
    let (sign, front) = named_separator(text)
        .or_else(|| Some((separator(super::head(text, 4096))?, 0)))
        .unwrap_or((b';', 0));
    let mut reader = csv_core_reader(text.get(front..).unwrap_or_default(), sign);
    let mut record = ::csv::ByteRecord::new();
    let (mut end, mut next_line) = (front, 1);
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let byte = |byte: u64| usize::try_from(byte).map_or(usize::MAX, |byte| front + byte);
        let from = record.position().map_or(end, |at| byte(at.byte()));
        end = byte(reader.position().byte());
        // Lines that are wholly empty are no records.
        let line = record.position().map_or(next_line, ::csv::Position::line);
        if line > next_line {
            sheet.blank_row();
        }
        next_line = reader.position().line();
        // The line break before a record is counted to it.
        let breaks = text.as_bytes().iter().skip(from).take(end.saturating_sub(from));
        let mut at = from + breaks.take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let mut cells = Vec::with_capacity(record.len().min(limits.columns));
        for (column, field) in record.iter().enumerate() {
            let to = end_of_field(text, at, end, sign);
            let field = String::from_utf8_lossy(field);
            if let Some(piece) = gather.push(Kind::Paragraph, &field, at..to) {
                cells.push(SheetCell { column, piece });
            }
            at = (to + 1).min(end);
        }
        sheet.row(&mut gather.pieces, cells);
    }
    sheet.finish(&mut gather.pieces);
    gather.pieces
}

/// The separator that the first line names as Excel does, `sep=;`, with the bytes of that line.
fn named_separator(text: &str) -> Option<(u8, usize)> {
    let line = text.split_inclusive('\n').next()?;
    let [sign] = line.trim_end().strip_prefix("sep=")?.as_bytes() else { return None };
    Some((*sign, line.len()))
}

/// Where a field ends that begins at `from`: at the next separator that isn't quoted.
fn end_of_field(source: &str, from: usize, end: usize, sign: u8) -> usize {
    // A quotation mark within a field is a sign like any other.
    let is_quoted = source.as_bytes().get(from) == Some(&b'"');
    let mut quoted = false;
    for (at, &byte) in source.as_bytes().iter().enumerate().take(end).skip(from) {
        match byte {
            b'"' if is_quoted => quoted = !quoted,
            b'\n' | b'\r' if !quoted => return at,
            _ if byte == sign && !quoted => return at,
            _ => {}
        }
    }
    end
}
