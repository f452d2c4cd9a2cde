//! From parts of a text to pieces, each with where it stands.

use std::borrow::Cow;
use std::ops::Range;

use super::{Pieces, one_line};
use crate::read::lines::{Kind, RawLine, small};

/// A byte order mark.
const MARK: char = '\u{feff}';

/// Gathers pieces, and finds the line and the column of each.
pub(super) struct Gather<'s> {
    source: &'s str,
    /// The bytes of its byte order mark.
    pub(super) mark: usize,
    pub(super) pieces: Pieces<'s>,
    /// Where the last piece began: its byte, line and column. Pieces come in the order of the
    /// source, so each part of that is counted once.
    byte: usize,
    line: usize,
    column: usize,
}

impl<'s> Gather<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        let mark = if source.starts_with(MARK) { MARK.len_utf8() } else { 0 };
        Gather { source, mark, pieces: Pieces::default(), byte: mark, line: 1, column: 1 }
    }

    /// The text of the source, without a byte order mark.
    pub(super) fn text(&self) -> &'s str {
        self.source.get(self.mark..).unwrap_or_default()
    }

    /// Adds a piece at some bytes of the text, and returns its index. `None` if it is blank.
    pub(super) fn push(&mut self, kind: Kind, text: &str, at: Range<usize>) -> Option<usize> {
        let text = one_line(text);
        if text.is_empty() {
            return None;
        }
        let at = self.seen(at.start + self.mark..at.end + self.mark)?;
        let part = self.source.get(at.clone())?;
        let text = match part.trim() {
            same if *same == *text => Cow::Borrowed(same),
            _ => Cow::Owned(text.into_owned()),
        };
        Some(self.add(kind, text, at.start, part))
    }

    /// Adds a piece whose text is a part of its bytes.
    #[cfg(feature = "csv")]
    pub(super) fn push_part(
        &mut self,
        kind: Kind,
        text: &'s str,
        at: Range<usize>,
    ) -> Option<usize> {
        let text = one_line(text);
        if text.is_empty() {
            return None;
        }
        let from = at.start + self.mark;
        let part = self.source.get(from..at.end + self.mark)?;
        Some(self.add(kind, text, from, part))
    }

    fn add(&mut self, kind: Kind, text: Cow<'s, str>, from: usize, part: &str) -> usize {
        let start = from + (part.len() - part.trim_start().len());
        self.move_to(start);
        self.pieces.lines.push(RawLine {
            text,
            kind,
            sheet: 0,
            len: small(part.trim().len()),
            start,
            indent: small(self.column - 1),
            number: small(self.line),
            after_blank: true,
            begins_page: false,
            is_named: false,
            trail: 0,
            blanks: crate::read::lines::Blanks::default(),
        });
        self.pieces.lines.len() - 1
    }

    /// The bytes of a piece, at least one of them visible: a tokenizer may give an empty range for a
    /// single character.
    fn seen(&self, at: Range<usize>) -> Option<Range<usize>> {
        let is_seen = |(_, c): &(usize, char)| !c.is_whitespace();
        if self.source.get(at.clone())?.chars().any(|c| !c.is_whitespace()) {
            return Some(at);
        }
        let after = self.source.get(at.start..)?.char_indices().find(is_seen);
        let before = || self.source.get(..at.start)?.char_indices().rfind(is_seen);
        let (start, c) = match after {
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
