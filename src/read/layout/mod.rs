//! From a source in some layout to its pieces: headings, paragraphs, items of lists, and the
//! cells of grids. The layouts differ only in this; what is made of the pieces is one for all.

#[cfg(feature = "csv")]
mod csv;
mod grid;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "markdown")]
mod markdown;

#[cfg(any(feature = "html", feature = "markdown", feature = "csv"))]
use std::borrow::Cow;
#[cfg(any(feature = "html", feature = "markdown", feature = "csv"))]
use std::ops::Range;

pub(super) use grid::Grid;
#[cfg(any(feature = "html", feature = "markdown", feature = "csv"))]
use grid::GridRow;

#[cfg(any(feature = "html", feature = "markdown", feature = "csv"))]
use super::lines::Kind;
use super::lines::{self, RawLine};

/// How a source is laid out (Dutch: *indeling*).
///
/// ```
/// use beleid::Layout;
///
/// assert_eq!(Layout::of("Begroting 2017\n\n2.3 Handel"), Layout::Lines);
/// ```
#[doc(alias = "indeling")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Layout {
    /// Plain text in which each header, label and cell of a table has a line.
    #[default]
    Lines,
    /// A web page. What is no part of its text is left out: scripts, menus (`nav`), forms, footers,
    /// and what is `hidden`.
    #[cfg(feature = "html")]
    Html,
    /// Markdown with pipe tables.
    #[cfg(feature = "markdown")]
    Markdown,
    /// Values separated by semicolons, commas or tabs.
    #[cfg(feature = "csv")]
    Csv,
}

/// Whether a source seems to be of a layout, by its beginning.
type IsOf = fn(&str) -> bool;

impl Layout {
    /// The layout that a source seems to have, of those that are compiled in.
    ///
    /// ```
    /// use beleid::Layout;
    ///
    /// assert_eq!(Layout::of("<!DOCTYPE html><title>Begroting</title>"), Layout::Html);
    /// assert_eq!(Layout::of("# Begroting 2017\n\n| a | b |\n|---|---|\n"), Layout::Markdown);
    /// assert_eq!(Layout::of("Indicator;Behaald 2016;Beoogd 2017\nA;1;2\n"), Layout::Csv);
    /// ```
    pub fn of(source: &str) -> Layout {
        // What a source is shows at its beginning.
        const FIRST: usize = 4096;
        let head = head(source, FIRST).trim_start_matches('\u{feff}').trim_start();
        let known: &[(IsOf, Layout)] = &[
            #[cfg(feature = "html")]
            (html::is_html, Layout::Html),
            #[cfg(feature = "markdown")]
            (markdown::is_markdown, Layout::Markdown),
            #[cfg(feature = "csv")]
            (csv::is_csv, Layout::Csv),
        ];
        let found = known.iter().find(|(is_of, _)| is_of(head));
        found.map_or(Layout::Lines, |(_, layout)| *layout)
    }
}

/// The first bytes of a text, up to a whole character.
fn head(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// A source as its pieces, in the order of the source.
#[derive(Debug, Default)]
pub(super) struct Pieces<'s> {
    pub(super) lines: Vec<RawLine<'s>>,
    pub(super) grids: Vec<Grid>,
}

/// Takes a source apart.
pub(super) fn pieces(layout: Layout, source: &str) -> Pieces<'_> {
    match layout {
        Layout::Lines => {
            // A byte order mark is no part of the text, and not white space either.
            let text = source.strip_prefix('\u{feff}').unwrap_or(source);
            let lines = lines::split(text, source.len() - text.len());
            Pieces { lines, grids: Vec::new() }
        }
        #[cfg(feature = "html")]
        Layout::Html => html::pieces(source),
        #[cfg(feature = "markdown")]
        Layout::Markdown => markdown::pieces(source),
        #[cfg(feature = "csv")]
        Layout::Csv => csv::pieces(source),
    }
}

/// Gathers pieces, and finds the line and the column of each.
#[cfg(any(feature = "html", feature = "markdown", feature = "csv"))]
struct Gather<'s> {
    source: &'s str,
    pieces: Pieces<'s>,
    /// Where the last piece began: its byte, line and column. Pieces come in the order of the
    /// source, so each part of that is counted once.
    byte: usize,
    line: usize,
    column: usize,
}

#[cfg(any(feature = "html", feature = "markdown", feature = "csv"))]
impl<'s> Gather<'s> {
    fn new(source: &'s str) -> Self {
        // A byte order mark is no part of the text.
        let byte = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Gather { source, pieces: Pieces::default(), byte, line: 1, column: 1 }
    }

    /// Adds a piece that stands at some bytes of the source, and gives its index; nothing where
    /// it is blank.
    fn push(&mut self, kind: Kind, text: &str, at: Range<usize>) -> Option<usize> {
        let text = one_line(text);
        if text.is_empty() {
            return None;
        }
        let at = self.seen(at)?;
        let part = self.source.get(at.clone())?;
        let start = at.start + (part.len() - part.trim_start().len());
        let len = part.trim().len();
        let text = match part.trim() {
            same if *same == *text => Cow::Borrowed(same),
            _ => Cow::Owned(text),
        };
        self.move_to(start);
        self.pieces.lines.push(RawLine {
            text,
            kind,
            len,
            start,
            indent: self.column - 1,
            number: self.line,
            after_blank: true,
        });
        Some(self.pieces.lines.len() - 1)
    }

    /// The bytes of a piece, of which at least one is to be seen: a tokenizer may tell nothing of
    /// where a lone sign stands.
    fn seen(&self, at: Range<usize>) -> Option<Range<usize>> {
        let is_seen = |(_, c): &(usize, char)| !c.is_whitespace();
        if self.source.get(at.clone())?.chars().any(|c| !c.is_whitespace()) {
            return Some(at);
        }
        let behind = self.source.get(at.start..)?.char_indices().find(is_seen);
        let before = || self.source.get(..at.start)?.char_indices().rfind(is_seen);
        let (start, c) = match behind {
            Some((offset, c)) => (at.start + offset, c),
            None => before()?,
        };
        Some(start..start + c.len_utf8())
    }

    fn move_to(&mut self, byte: usize) {
        for c in self.source.get(self.byte..byte).unwrap_or_default().chars() {
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.byte = self.byte.max(byte);
    }
}

#[cfg(any(feature = "html", feature = "markdown", feature = "csv"))]
/// A text without the white space around it, and with its line breaks as spaces. A no-break space
/// stays, since it may group digits.
fn one_line(text: &str) -> String {
    let is_break = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
    let words = text.split(is_break).filter(|word| !word.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    text.trim().to_owned()
}
