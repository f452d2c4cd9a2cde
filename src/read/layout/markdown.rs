//! Markdown: headings, paragraphs, lists and pipe tables, by pulldown-cmark.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Gather, Grid, GridRow, Pieces};
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

/// What is being gathered.
struct Open {
    kind: Kind,
    text: String,
    at: Range<usize>,
}

pub(super) fn pieces(source: &str) -> Pieces<'_> {
    let mut gather = Gather::new(source);
    let mut open: Vec<Open> = Vec::new();
    let mut grid = Grid::default();
    let options = Options::ENABLE_TABLES;
    for (event, at) in Parser::new_ext(source, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                begin(&mut open, Kind::Heading(level as u8), at);
            }
            // The text of an item is in paragraphs where blank lines part the items.
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock)
                if open.is_empty() =>
            {
                begin(&mut open, Kind::Paragraph, at);
            }
            Event::Start(Tag::Item) => {
                let text = marker(source, &at).to_owned();
                open.push(Open { kind: Kind::Item, text, at });
            }
            Event::Start(Tag::List(_)) => {
                // What stands in an item in front of its own list is an item by itself.
                if let Some(outer) = open.last_mut() {
                    let text = std::mem::take(&mut outer.text);
                    let (kind, at) = (outer.kind, outer.at.start..at.start);
                    gather.push(kind, &text, at);
                }
            }
            Event::Start(Tag::Table(_)) => grid = Grid::default(),
            Event::Start(Tag::TableHead | Tag::TableRow) => grid.rows.push(GridRow::default()),
            Event::Start(Tag::TableCell) => {
                let number = gather.pieces.grids.len();
                begin(&mut open, Kind::Cell(number), at);
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) => {
                if let Some(open) = open.last_mut() {
                    open.text.push_str(&text);
                }
            }
            Event::SoftBreak | Event::HardBreak | Event::InlineHtml(_) => {
                if let Some(open) = open.last_mut() {
                    open.text.push(' ');
                }
            }
            Event::End(TagEnd::TableCell) => {
                if let Some(Open { kind, text, at }) = open.pop() {
                    let cell = gather.push(kind, &text, at);
                    if let Some(row) = grid.rows.last_mut() {
                        row.cells.push(cell);
                    }
                }
            }
            Event::End(TagEnd::Table) => gather.pieces.grids.push(std::mem::take(&mut grid)),
            Event::End(
                TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock,
            ) => close(&mut gather, &mut open),
            Event::End(TagEnd::Paragraph) => match open.last_mut() {
                Some(Open { kind: Kind::Item, text, .. }) => text.push(' '),
                _ => close(&mut gather, &mut open),
            },
            _ => {}
        }
    }
    gather.pieces
}

fn begin(open: &mut Vec<Open>, kind: Kind, at: Range<usize>) {
    open.push(Open { kind, text: String::new(), at });
}

fn close(gather: &mut Gather<'_>, open: &mut Vec<Open>) {
    if let Some(Open { kind, text, at }) = open.pop() {
        // An item whose list was told already begins before what was told last.
        let start = at.start.max(gather.byte).min(at.end);
        gather.push(kind, &text, start..at.end);
    }
}

/// What stands in front of the text of an item: `- `, `1) `. It may be the mark of a footnote.
fn marker<'s>(source: &'s str, at: &Range<usize>) -> &'s str {
    let item = source.get(at.clone()).unwrap_or_default();
    let end = item.find(char::is_whitespace).unwrap_or(0);
    item.get(..end + usize::from(end > 0)).unwrap_or_default()
}
