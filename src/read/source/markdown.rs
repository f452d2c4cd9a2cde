//! Markdown: headings, paragraphs, lists and pipe tables, by pulldown-cmark.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Gather, Grid, GridRow, Pieces, SourceReport};
use crate::findings::rule::Rule;
use crate::read::lines::Kind;

/// Whether a source seems to be Markdown: it has a heading or the rule of a table.
pub(super) fn is_markdown(head: &str) -> bool {
    head.lines().any(|line| {
        let line = line.trim();
        let is_heading = line.trim_start_matches('#').starts_with(' ') && line.starts_with('#');
        let is_rule = line.contains('|')
            && line.contains("--")
            && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
        is_heading || is_rule
    })
}

/// The piece that is being gathered.
struct OpenPiece {
    kind: Kind,
    text: String,
    /// Where its text stands so far.
    at: Option<Range<usize>>,
}

impl OpenPiece {
    fn add(&mut self, text: &str, at: Range<usize>) {
        self.text.push_str(text);
        let start = self.at.as_ref().map_or(at.start, |known| known.start);
        self.at = Some(start..at.end);
    }
}

pub(super) fn pieces(source: &str) -> Pieces<'_> {
    let mut gather = Gather::new(source);
    let source = gather.text();
    let mut open: Vec<OpenPiece> = Vec::new();
    let mut grid = Grid::default();
    let mut lists: u8 = 0;
    let mut tables: Vec<usize> = Vec::new();
    let options = Options::ENABLE_TABLES;
    for (event, at) in Parser::new_ext(source, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                part(&mut gather, &mut open);
                begin(&mut open, Kind::Heading(level as u8));
            }
            // The text of an item is in paragraphs where blank lines part the items.
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock)
                if open.is_empty() =>
            {
                begin(&mut open, Kind::Paragraph);
            }
            Event::Start(Tag::Item) => {
                begin(&mut open, Kind::Item(lists));
                let marker = marker(source, &at);
                if let Some(open) = open.last_mut() {
                    open.add(marker, at.start..at.start + marker.len());
                }
            }
            Event::Start(Tag::List(_)) => {
                part(&mut gather, &mut open);
                lists = lists.saturating_add(1);
            }
            Event::End(TagEnd::List(_)) => lists = lists.saturating_sub(1),
            Event::Start(Tag::Table(_)) => {
                part(&mut gather, &mut open);
                grid = Grid::default();
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => grid.rows.push(GridRow::default()),
            Event::Start(Tag::TableCell) => {
                let number = gather.pieces.grids.len();
                begin(&mut open, Kind::Cell(number));
            }
            // Comments are invisible.
            Event::Html(text) if text.trim_start().starts_with("<!--") => {}
            Event::Text(text) | Event::Code(text) | Event::Html(text) => {
                if text.to_ascii_lowercase().contains("<table") {
                    tables.push(gather.pieces.lines.len());
                }
                if let Some(open) = open.last_mut() {
                    open.add(&text, at);
                }
            }
            Event::SoftBreak | Event::HardBreak | Event::InlineHtml(_) => {
                if let Some(open) = open.last_mut() {
                    open.text.push(' ');
                }
            }
            Event::End(TagEnd::TableCell) => {
                if let Some(mut cell) = open.pop() {
                    let cell = push(&mut gather, &mut cell);
                    if let Some(row) = grid.rows.last_mut() {
                        row.cells.push(cell);
                    }
                }
            }
            Event::End(TagEnd::Table) => gather.pieces.grids.push(std::mem::take(&mut grid)),
            Event::End(TagEnd::Heading(_) | TagEnd::Item) => close(&mut gather, &mut open),
            Event::End(TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock) => {
                match open.last_mut() {
                    // In an item they are a part of it.
                    Some(OpenPiece { kind: Kind::Item(_), text, .. }) => text.push(' '),
                    _ => close(&mut gather, &mut open),
                }
            }
            _ => {}
        }
    }
    let has_pieces = !gather.pieces.lines.is_empty();
    for piece in tables.into_iter().filter(|_| has_pieces) {
        let message = "a table written as HTML within Markdown was read as text".to_owned();
        // Where it is the last of the source nothing was made of it.
        let piece = gather.pieces.lines.len().checked_sub(1).map(|last| piece.min(last));
        gather.pieces.reports.push(SourceReport { rule: Rule::TableNotRead, piece, message });
    }
    gather.pieces
}

fn begin(open: &mut Vec<OpenPiece>, kind: Kind) {
    open.push(OpenPiece { kind, text: String::new(), at: None });
}

fn close(gather: &mut Gather<'_>, open: &mut Vec<OpenPiece>) {
    if let Some(mut open) = open.pop() {
        push(gather, &mut open);
    }
}

/// What stands in an item before a list, a heading or a table of its own is an item by
/// itself.
fn part(gather: &mut Gather<'_>, open: &mut [OpenPiece]) {
    if let Some(outer) = open.last_mut() {
        push(gather, outer);
    }
}

/// Makes a piece of what has been gathered, and begins anew.
fn push(gather: &mut Gather<'_>, open: &mut OpenPiece) -> Option<usize> {
    let text = std::mem::take(&mut open.text);
    let at = open.at.take()?;
    // A marker without words is no text.
    let is_marker =
        matches!(open.kind, Kind::Item(_)) && !text.trim().contains(char::is_whitespace);
    if is_marker && text.starts_with(['-', '*', '+']) && text.trim().len() == 1 {
        return None;
    }
    gather.push(open.kind, &text, at)
}

/// What comes before the text of an item: `- `, `1) `. It may be the mark of a footnote.
fn marker<'s>(source: &'s str, at: &Range<usize>) -> &'s str {
    let item = source.get(at.clone()).unwrap_or_default();
    let end = item.find(char::is_whitespace).unwrap_or(0);
    item.get(..end + usize::from(end > 0)).unwrap_or_default()
}
