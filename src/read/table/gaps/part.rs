//! The texts of a line that stand between gaps, with their places.

use super::Gap;
use crate::read::facts::spacing::words_of;
use crate::read::lines::RawLine;

/// A text between gaps.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) line: usize,
    /// Its bytes within the text of its line.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its places: characters from the margin, or tabs before it.
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Part {
    pub(super) fn overlaps(&self, column: &(usize, usize)) -> bool {
        self.from < column.1 && column.0 < self.to
    }
}

/// The texts of a line, with their places.
pub(super) fn parts(line: &RawLine<'_>, at: usize, gap: Gap) -> Vec<Part> {
    let text = &*line.text;
    let mut found: Vec<Part> = Vec::new();
    let mut place = line.indent as usize;
    let mut start: Option<(usize, usize)> = None;
    let mut blanks = 0;
    let mut end = (0, 0);
    for (byte, c) in text.char_indices() {
        let is_gap = match gap {
            Gap::Tabs => c == '\t',
            Gap::Spaces => c == ' ' || c == '\t',
        };
        if is_gap {
            blanks += 1;
            let closes = gap == Gap::Tabs || blanks > 1;
            if closes && let Some((start, from)) = start.take() {
                found.push(Part { line: at, start, end: end.0, from, to: end.1 });
            }
        } else {
            blanks = 0;
            start.get_or_insert((byte, place));
            end = (byte + c.len_utf8(), place + 1);
        }
        place += usize::from(gap == Gap::Spaces || is_gap);
    }
    if let Some((start, from)) = start {
        found.push(Part { line: at, start, end: text.len(), from, to: end.1 });
    }
    for part in &mut found {
        let trimmed = text.get(part.start..part.end).unwrap_or_default();
        part.end = part.start + trimmed.trim_end().len();
        part.start += trimmed.len() - trimmed.trim_start().len();
    }
    found.retain(|part| part.start < part.end);
    join_signs(text, &mut found);
    found
}

/// Joins the sign of money that stands at the left of its column with the amount at the right of it: `$       1,571,312`.
fn join_signs(text: &str, parts: &mut Vec<Part>) {
    for at in (1..parts.len()).rev() {
        let is_sign = |part: &Part| matches!(text.get(part.start..part.end), Some("$" | "€" | "£"));
        let (Some(sign), Some(amount)) = (parts.get(at - 1).copied(), parts.get(at).copied())
        else {
            continue;
        };
        let begins = |c: char| c.is_ascii_digit() || matches!(c, '(' | '-' | '−');
        if is_sign(&sign) && text.get(amount.start..).is_some_and(|text| text.starts_with(begins)) {
            if let Some(part) = parts.get_mut(at) {
                (part.start, part.from) = (sign.start, sign.from);
            }
            parts.remove(at - 1);
        }
    }
}

/// The words of a text, each with its places.
pub(super) fn words_of_part(lines: &[RawLine<'_>], part: &Part) -> Vec<Part> {
    let line = lines.get(part.line).map_or("", |line| &*line.text);
    let text = line.get(part.start..part.end).unwrap_or_default();
    let word = |(from, to): (usize, usize)| {
        let before = text.get(..from).map_or(0, |before| before.chars().count());
        let width = text.get(from..to).map_or(0, |word| word.chars().count());
        Part {
            line: part.line,
            start: part.start + from,
            end: part.start + to,
            from: part.from + before,
            to: part.from + before + width,
        }
    };
    words_of(text).into_iter().map(word).collect()
}
