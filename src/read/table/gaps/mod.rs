//! Finds tables in plain text whose columns stand apart by tabs or by two and more spaces, as `pdftotext -layout` and
//! copied pages have them: where a text begins says in which column it is, and where nothing stands.

mod block;
mod columns;
mod made;
mod part;
mod spans;

use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;
use crate::read::table::Table;
use block::Block;

/// The lines without a gap that may stand between two lines with one: groups, and labels over several lines.
const MAX_GAP: usize = 3;

/// The white space before a header that stands alone on its line, in characters. Titles in the middle of the page stand as far; they are
/// above no column.
const MIN_INDENT: u32 = 30;

/// How the columns of some lines stand apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    Tabs,
    Spaces,
}

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    let mut left = Vec::new();
    let mut begin = from;
    let mut at = from;
    while at < to {
        let Some(gap) = lines.get(at).and_then(|line| gap_of(&line.text)) else {
            at += 1;
            continue;
        };
        let end = end_of_block(lines, at, to, gap);
        let first = first_of_block(vocabulary, lines, begin, at, gap);
        if let Some(made) = Block::of(lines, first, end, gap)
            && let Some(tables) = made.tables(vocabulary, lines)
        {
            let first = tables.iter().map(|table| table.from).min().unwrap_or(at);
            let last = tables.iter().map(|table| table.to).max().unwrap_or(end);
            if first > begin {
                left.push((begin, first));
            }
            begin = last;
            found.extend(tables);
            at = last.max(at + 1);
        } else {
            at = end.max(at + 1);
        }
    }
    if begin < to {
        left.push((begin, to));
    }
    left
}

fn gap_of(text: &str) -> Option<Gap> {
    let bytes = text.as_bytes();
    if bytes.contains(&b'\t') {
        Some(Gap::Tabs)
    } else if bytes.windows(2).any(|pair| pair == b"  ") {
        Some(Gap::Spaces)
    } else {
        None
    }
}

/// The first line of the headers above a line: one that holds a single header stands far from the margin.
fn first_of_block(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    at: usize,
    gap: Gap,
) -> usize {
    const MAX_LINES: usize = 3;
    let is_header = |at: &usize| {
        lines.get(*at).is_some_and(|line| {
            line.indent >= MIN_INDENT
                && matches!(looks.class(&line.text), Class::Year | Class::Header | Class::Dated)
        })
    };
    let above = (from..at).rev().take(MAX_LINES).take_while(is_header);
    if gap == Gap::Spaces { above.last().unwrap_or(at) } else { at }
}

/// The line after the last that stands apart in this way, with few others between.
fn end_of_block(lines: &[RawLine<'_>], from: usize, to: usize, gap: Gap) -> usize {
    let mut end = from + 1;
    for at in from + 1..to {
        let Some(line) = lines.get(at) else { break };
        // A word of a header that stands on a line of its own has no gap but that before it.
        let is_header = gap == Gap::Spaces && line.indent >= MIN_INDENT;
        if gap_of(&line.text) == Some(gap) || is_header {
            end = at + 1;
        } else if at >= end + MAX_GAP {
            break;
        }
    }
    end
}
