//! A part of the text of a piece: a cell may be all of its line or a part of one.

use super::lines::{Lines, RawLine, span};
use crate::findings::span::Span;

/// A part of the text of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct Spot {
    pub(in crate::read) piece: u32,
    start: u32,
    end: u32,
}

impl Spot {
    /// All of a piece.
    pub(in crate::read) fn whole(piece: usize) -> Self {
        Spot { piece: u32::try_from(piece).unwrap_or(u32::MAX), start: 0, end: u32::MAX }
    }

    /// Some bytes of a piece.
    pub(in crate::read) fn part(piece: usize, start: usize, end: usize) -> Self {
        let number = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        Spot { piece: number(piece), start: number(start), end: number(end) }
    }

    pub(in crate::read) fn piece(self) -> usize {
        self.piece as usize
    }

    /// The byte of its piece at which it begins.
    pub(in crate::read) fn start(self) -> usize {
        self.start as usize
    }

    /// The bytes of its piece that it is; `None` if it is all of it.
    pub(in crate::read) fn bytes(self) -> Option<std::ops::Range<usize>> {
        (self.end != u32::MAX).then_some(self.start as usize..self.end as usize)
    }

    /// Its text.
    pub(in crate::read) fn text<'l>(self, lines: &'l [RawLine<'_>]) -> &'l str {
        let text = lines.get(self.piece()).map_or("", |line| &*line.text);
        if self.end == u32::MAX {
            return text;
        }
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// The texts of some parts, as one line.
pub(in crate::read) fn joined(lines: &[RawLine<'_>], spots: &[Spot]) -> String {
    match spots {
        [spot] => spot.text(lines).to_owned(),
        spots => spots.iter().map(|spot| spot.text(lines)).collect::<Vec<_>>().join(" "),
    }
}

/// The span of a part of a line; of the whole line where its text isn't that of the source.
pub(super) fn span_of(lines: &[RawLine<'_>], spot: Spot) -> Option<Span> {
    let whole = span(lines, Lines::one(spot.piece()))?;
    let (Some(bytes), Some(line)) = (spot.bytes(), lines.get(spot.piece())) else {
        return Some(whole);
    };
    match (whole, line.text.get(..bytes.start)) {
        (Span::Text { start, line: number, column, .. }, Some(before))
            if line.text.len() == line.len as usize =>
        {
            Some(Span::Text {
                start: start + bytes.start,
                end: start + bytes.end.min(line.len as usize),
                line: number,
                column: column + before.chars().count(),
            })
        }
        _ => Some(whole),
    }
}
