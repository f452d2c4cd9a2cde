//! Values separated by semicolons, commas or tabs, by the csv crate.

use super::{Gather, Grid, GridRow, Pieces};
use crate::read::lines::Kind;

const SIGNS: [u8; 3] = [b';', b'\t', b','];

/// Whether a source seems to be of separated values: its first lines have as many of one sign.
pub(super) fn is_csv(head: &str) -> bool {
    separator(head).is_some()
}

/// The sign that parts the values: the one that stands equally often in the first records.
fn separator(head: &str) -> Option<u8> {
    const RECORDS: usize = 3;
    // Prose has commas too, with a space behind them, and blank lines between its paragraphs.
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

pub(super) fn pieces(source: &str) -> Pieces<'_> {
    let mut gather = Gather::new(source);
    let mut grid = Grid::default();
    let sign = separator(super::head(source, 4096));
    let sign = sign.unwrap_or(b';');
    let mut reader = csv_core_reader(source, sign);
    let mut record = ::csv::ByteRecord::new();
    let mut end = 0;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let from = record.position().map_or(end, |at| usize::try_from(at.byte()).unwrap_or(end));
        end = usize::try_from(reader.position().byte()).unwrap_or(end);
        let mut row = GridRow::default();
        // The line break in front of a record is counted to it.
        let breaks = source.as_bytes().iter().skip(from).take(end.saturating_sub(from));
        let mut at = from + breaks.take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        for field in &record {
            let to = end_of_field(source, at, end, sign);
            let text = String::from_utf8_lossy(field);
            let text = text.trim_start_matches('\u{feff}');
            row.cells.push(gather.push(Kind::Cell(0), text, at..to));
            at = (to + 1).min(end);
        }
        grid.rows.push(row);
    }
    gather.pieces.grids.push(grid);
    gather.pieces
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
