//! The lines of a source that a span is about, cut to what can be shown.

use std::borrow::Cow;
use std::ops::Range;

/// Some lines of a source, and the part of them that is underlined.
pub(super) struct Excerpt<'s> {
    pub(super) text: Cow<'s, str>,
    pub(super) underlined: Range<usize>,
    /// The number of the first line.
    pub(super) line: usize,
    /// Whether the front of the first line is left out.
    pub(super) is_cut: bool,
}

/// How much of a line is shown before and after the span, and how much of the span itself, in
/// bytes. A line may be as long as its document.
const AROUND: usize = 120;
const MAX_SPAN: usize = 600;
/// No document has more lines than this, but a span that was made by hand may have any number.
const MAX_LINES: usize = 999_999_999;

impl<'s> Excerpt<'s> {
    /// The lines around some bytes of a source. Bytes outside the source are moved to the nearest
    /// position in it.
    pub(super) fn new(source: &'s str, bytes: Range<usize>, line: usize) -> Self {
        let start = floor(source, bytes.start);
        let end = bytes.end.clamp(start, start.saturating_add(MAX_SPAN));
        let end = ceil(source, end);

        let front = floor(source, start.saturating_sub(AROUND));
        let before = source.get(front..start).unwrap_or_default();
        let (first, is_cut) = match before.rfind('\n') {
            Some(at) => (front + at + 1, false),
            None => (front, front > 0),
        };
        let back = ceil(source, end.saturating_add(AROUND));
        let after = source.get(end..back).unwrap_or_default();
        let line_end = after.find('\n').unwrap_or(after.len());
        let rest = after.get(..line_end).unwrap_or_default();
        let last = end + rest.strip_suffix('\r').unwrap_or(rest).len();

        let text = source.get(first..last).unwrap_or_default();
        let (text, underlined) = without_controls(text, start - first..end - first);
        Excerpt { text, underlined, line: line.clamp(1, MAX_LINES), is_cut }
    }
}

/// Replaces the control characters that are left as they are where the others are replaced,
/// since some terminals obey them: those from U+0080 to U+009F.
fn without_controls(text: &str, part: Range<usize>) -> (Cow<'_, str>, Range<usize>) {
    let is_control = |c| ('\u{80}'..='\u{9f}').contains(&c);
    if !text.contains(is_control) {
        return (text.into(), part);
    }
    let shown = char::REPLACEMENT_CHARACTER;
    let moved = |to: usize| {
        let front = text.get(..to).unwrap_or_default();
        let longer = |c: char| if is_control(c) { shown.len_utf8() } else { c.len_utf8() };
        front.chars().map(longer).sum()
    };
    let part = moved(part.start)..moved(part.end);
    (text.chars().map(|c| if is_control(c) { shown } else { c }).collect(), part)
}

/// The last boundary between characters up to a byte.
fn floor(source: &str, byte: usize) -> usize {
    (0..=byte.min(source.len())).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0)
}

/// The first boundary between characters from a byte on.
fn ceil(source: &str, byte: usize) -> usize {
    (byte..source.len()).find(|at| source.is_char_boundary(*at)).unwrap_or(source.len())
}
