//! The white space of rows that lost cells: a page that was copied with a space between its cells has one more for each that
//! is empty.

use crate::read::facts::endings::RowCell;
use crate::read::lines::RawLine;

/// The characters of white space that stand before each cell of a row, and after the last one.
struct Gaps {
    before: Vec<usize>,
    after: usize,
}

impl Gaps {
    fn of(line: &RawLine<'_>, label: usize, cells: &[RowCell]) -> Option<Self> {
        let text = &*line.text;
        let is_bare = text.get(..label)?.trim().is_empty();
        let mut end = text.get(..label)?.trim_end().len();
        let mut before = Vec::with_capacity(cells.len());
        for (at, &(from, to, favour)) in cells.iter().enumerate() {
            // *V* stands in front of its amount or after it.
            let begin = favour.map_or(from, |(letter, _)| letter.min(from));
            let gap = text.get(end..begin)?;
            if !gap.chars().all(char::is_whitespace) {
                return None;
            }
            // Without a label what stands before the first cell is the margin.
            let margin = if at == 0 && is_bare { line.indent as usize + 1 } else { 0 };
            before.push(gap.chars().count() + margin);
            end = favour.map_or(to, |(_, letter)| letter.max(to));
        }
        (end == text.len()).then_some(Gaps { before, after: line.trail as usize })
    }
}

/// Whether one space stands between the cells of a row and none after them, as where no cell is empty.
pub(super) fn is_plain(line: &RawLine<'_>, label: usize, cells: &[RowCell]) -> bool {
    Gaps::of(line, label, cells)
        .is_some_and(|gaps| gaps.after == 0 && gaps.before.iter().all(|gap| *gap == 1))
}

/// How many cells a row has with those that are empty, by the white space around them. `None` if that doesn't tell.
pub(super) fn width(line: &RawLine<'_>, label: usize, cells: &[RowCell]) -> Option<usize> {
    let gaps = Gaps::of(line, label, cells)?;
    let is_even = |gap: &usize| gap.is_multiple_of(2);
    if gaps.before.iter().any(is_even) || !is_even(&gaps.after) {
        return None;
    }
    let empty = gaps.before.iter().map(|gap| gap / 2).sum::<usize>() + gaps.after / 2;
    Some(cells.len() + empty)
}

/// The place of each cell of a row among so many, by two characters of white space for each that is empty. `None` if the
/// white space says otherwise.
pub(super) fn places(
    line: &RawLine<'_>,
    label: usize,
    cells: &[RowCell],
    of: usize,
) -> Option<Vec<usize>> {
    let gaps = Gaps::of(line, label, cells)?;
    let mut places = Vec::with_capacity(cells.len());
    let mut next = 0;
    for gap in gaps.before {
        if gap.is_multiple_of(2) {
            return None;
        }
        next += gap / 2;
        places.push(next);
        next += 1;
    }
    (gaps.after.is_multiple_of(2) && next + gaps.after / 2 == of && cells.len() < of)
        .then_some(places)
}
