//! Pipe tables whose rows are broken over lines, as converters of web pages write them: each cell ends with
//! a pipe, and some with a line break as well.

use std::borrow::Cow;
use std::ops::Range;

/// How many lines without a pipe a cell may go on for.
const MAX_BARE: usize = 4;

/// The cells of a row without a rule above it, at least: an item of a list may have a pipe or two.
const MIN_CELLS: usize = 3;

/// A line of such a table.
struct LooseLine {
    at: Range<usize>,
    /// How many cells end on it.
    cells: usize,
    kind: LooseKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LooseKind {
    /// It ends with a pipe.
    Row,
    /// The rule below the headers.
    Rule,
    /// Words within a cell, or nothing.
    Bare,
}

/// Makes one line of each row that is broken over several, with spaces for the line breaks, so that each byte
/// stays where it is; and takes the markers of lists off the beginning of rows in the same way.
pub(super) fn join(source: &str) -> Cow<'_, str> {
    if !source.contains('|') {
        return Cow::Borrowed(source);
    }
    // The bytes that are another one.
    let mut changes: Vec<(usize, u8)> = Vec::new();
    let mut block: Vec<LooseLine> = Vec::new();
    let mut bare = 0;
    let mut at = 0;
    let mut is_in_table = false;
    for text in source.split_inclusive('\n') {
        let line = line(text, at);
        let is_row = line.kind == LooseKind::Row || line.kind == LooseKind::Rule;
        if is_in_table && line.kind == LooseKind::Row && line.cells > 1 {
            // A form feed is white space within a text, and no part of a marker.
            changes.extend(after_marker(text).map(|after| (at + after, b'\x0c')));
        }
        // A table that lost its rule is one of several cells a row.
        let begins = line.kind == LooseKind::Row && line.cells >= MIN_CELLS;
        is_in_table = line.kind == LooseKind::Rule || begins || (is_in_table && is_row);
        at += text.len();
        // A blank line ends a table, but for one of white space within a row.
        let ends = match line.kind {
            LooseKind::Bare
                if bare + 1 > MAX_BARE || text.trim_end_matches(['\r', '\n']).is_empty() =>
            {
                true
            }
            LooseKind::Bare => block.is_empty(),
            LooseKind::Row | LooseKind::Rule => false,
        };
        bare = if line.kind == LooseKind::Bare { bare + 1 } else { 0 };
        if ends {
            join_block(source, &block, &mut changes);
            block.clear();
        } else {
            block.push(line);
        }
    }
    join_block(source, &block, &mut changes);
    if changes.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut bytes = source.as_bytes().to_vec();
    for (at, other) in changes {
        if let Some(byte) = bytes.get_mut(at) {
            *byte = other;
        }
    }
    // Only white space has become something else, and nothing but ASCII.
    String::from_utf8(bytes).map_or(Cow::Borrowed(source), Cow::Owned)
}

/// The byte of the space after the marker of a list at the beginning of a row: `0. Bestuur | 10 |`, `- waarvan | 5 |`. In
/// Markdown it would begin a list and end the table.
fn after_marker(row: &str) -> Option<usize> {
    let text = row.trim_start_matches(' ');
    let start = row.len() - text.len();
    let marker = text.find(' ')?;
    let word = text.get(..marker)?;
    let digits = word.trim_end_matches(['.', ')']);
    let is_number = digits.len() + 1 == word.len()
        && (1..=9).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_number || matches!(word, "-" | "*" | "+")).then_some(start + marker)
}

/// Whether a line is the rule between the header of a table and its rows.
pub(super) fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('|')
        && line.contains("--")
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

fn line(text: &str, at: usize) -> LooseLine {
    let trimmed = text.trim();
    let mut cells = 0;
    let mut is_escaped = false;
    for byte in trimmed.bytes() {
        cells += usize::from(byte == b'|' && !is_escaped);
        is_escaped = byte == b'\\' && !is_escaped;
    }
    let is_of_pipes = trimmed.bytes().all(|byte| byte == b'|');
    let kind = if is_rule(trimmed) {
        // `---|---|` has a cell a run of dashes.
        cells = trimmed.split('|').filter(|part| part.contains('-')).count();
        LooseKind::Rule
    } else if cells > 0 && trimmed.ends_with('|') && (is_of_pipes || !trimmed.starts_with('|')) {
        LooseKind::Row
    } else {
        LooseKind::Bare
    };
    LooseLine { at: at..at + text.len(), cells, kind }
}

/// Finds the line breaks within the rows of a table. Its width is that of its rule, or else the one that most
/// of its rows have, so that a table whose rows are as wide as they should be stays as it is.
fn join_block(source: &str, block: &[LooseLine], changes: &mut Vec<(usize, u8)>) {
    let rule = block.iter().find(|line| line.kind == LooseKind::Rule).map(|line| line.cells);
    let width = rule.or_else(|| usual_width(block)).or_else(|| width_of_cells(source, block));
    let Some(width) = width.filter(|width| *width > 1) else { return };
    let text = |line: &LooseLine| source.get(line.at.clone()).unwrap_or_default();
    let mut join = |lines: &[&LooseLine]| {
        let inner = lines.split_last().map(|(_, inner)| inner).unwrap_or_default();
        for (index, line) in inner.iter().enumerate() {
            let text = text(line);
            let length = text.len() - text.trim_end_matches(['\r', '\n']).len();
            let end = line.at.end - length;
            // A pipe at the beginning of a row ends no cell, so an empty one there takes another pipe.
            let is_empty_cell = index == 0 && text.trim_start().starts_with('|');
            let first = if is_empty_cell { b'|' } else { b' ' };
            changes.extend(
                (end..line.at.end).zip(std::iter::once(first).chain(std::iter::repeat(b' '))),
            );
        }
    };
    // The lines of a row, and the row that is whole, with the blank lines behind it.
    let mut open: Vec<&LooseLine> = Vec::new();
    let mut whole: Vec<&LooseLine> = Vec::new();
    let mut cells = 0;
    for line in block {
        match line.kind {
            LooseKind::Rule => {
                // White space between the headers and their rule.
                join(&whole);
                open.clear();
                whole.clear();
                cells = 0;
                continue;
            }
            LooseKind::Bare if open.is_empty() => {
                if text(line).trim().is_empty() && !whole.is_empty() {
                    whole.push(line);
                } else {
                    whole.clear();
                }
                continue;
            }
            LooseKind::Bare => {}
            LooseKind::Row if cells + line.cells > width => {
                open.clear();
                cells = line.cells;
            }
            LooseKind::Row => cells += line.cells,
        }
        // White space between two rows.
        if open.is_empty() {
            join(&whole);
        }
        whole.clear();
        open.push(line);
        if cells == width {
            join(&open);
            whole.push(line);
            open.clear();
            cells = 0;
        }
    }
}

/// How wide the rows are that hold most of the cells.
fn usual_width(block: &[LooseLine]) -> Option<usize> {
    let mut counts: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for line in block.iter().filter(|line| line.kind == LooseKind::Row) {
        *counts.entry(line.cells).or_default() += 1;
    }
    let cells = |(width, count): (&usize, &usize)| width * count;
    let all: usize = counts.iter().map(cells).sum();
    let most = counts.iter().max_by_key(|of| cells(*of))?;
    if *most.0 > 1 {
        return (cells(most) * 2 > all).then_some(*most.0);
    }
    // One row is whole, the headers, and each cell of the others has a line of its own.
    let head = block.iter().find(|line| line.kind == LooseKind::Row)?.cells;
    let rest = all - head.min(all);
    let widest = counts.keys().next_back().copied()?;
    (head > 1 && widest == head && rest > head && rest.is_multiple_of(head)).then_some(head)
}

/// How wide the rows are where each cell has a line of its own: after as many cells come words below words and numbers below
/// numbers again.
fn width_of_cells(source: &str, block: &[LooseLine]) -> Option<usize> {
    /// The widest table of the pages that were read has 14 columns.
    const MAX_WIDTH: usize = 20;
    /// The rows above them: a title, and headers.
    const MAX_HEAD: usize = 2;
    /// Fewer rows may be alike by accident.
    const MIN_ROWS: usize = 4;
    const MIN_BELOW: usize = 2;
    const MIN_WIDTH: usize = 4;
    let mut cells: Vec<Looks> = Vec::new();
    for line in block.iter().filter(|line| line.kind == LooseKind::Row) {
        let text = source.get(line.at.clone()).unwrap_or_default().trim();
        cells.extend(text.strip_suffix('|').unwrap_or(text).split('|').map(looks));
    }
    let is_wide = |width: &usize| {
        let rows = cells.len() / width;
        let below = cells.get(*width..).unwrap_or_default();
        // Two rows that are alike in each of many columns are so by no accident.
        let are_alike = || {
            let head = cells.get(..*width).unwrap_or_default();
            rows > MIN_BELOW
                && *width >= MIN_WIDTH
                && !head.contains(&Looks::Number)
                && below.chunks(*width).all(|row| Some(row) == below.get(..*width))
        };
        // Rows of titles and headers stand above those that are alike.
        let come_again = || {
            (0..=MAX_HEAD).any(|head| {
                let below = cells.get(head * width..).unwrap_or_default();
                rows >= MIN_ROWS + head && repeats(below, *width)
            })
        };
        cells.len().is_multiple_of(*width) && (come_again() || are_alike())
    };
    (2..=MAX_WIDTH).find(is_wide)
}

/// What a cell looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looks {
    Nothing,
    Number,
    Words,
}

fn looks(cell: &str) -> Looks {
    /// `14 days`
    const MAX_LETTERS: usize = 4;
    let letters = cell.chars().filter(|c| c.is_alphabetic()).take(MAX_LETTERS + 1).count();
    if cell.bytes().any(|byte| byte.is_ascii_digit()) && letters <= MAX_LETTERS {
        Looks::Number
    } else if letters > 0 {
        Looks::Words
    } else {
        Looks::Nothing
    }
}

/// Whether cells look alike in each column of rows of some width: words in some, and numbers in others. One in ten may be a
/// header or a remark.
fn repeats(cells: &[Looks], width: usize) -> bool {
    let count = |column: usize, of: Looks| {
        cells.iter().skip(column).step_by(width).filter(|cell| **cell == of).count()
    };
    let (mut alike, mut all, mut of_numbers, mut of_words) = (0, 0, 0, 0);
    for column in 0..width {
        let (numbers, words) = (count(column, Looks::Number), count(column, Looks::Words));
        alike += numbers.max(words);
        all += numbers + words;
        of_numbers += usize::from(numbers > words);
        of_words += usize::from(words > numbers);
    }
    of_words > 0 && of_numbers > 0 && alike * 10 >= all * 9
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn rows_are_joined_where_their_cells_make_one() {
        for (source, joined) in [
            (
                "a | \n b | \n c |\n---|---|---|\nx |\n\t||\n",
                "a |   b |   c |\n---|---|---|\nx | \t||\n",
            ),
            (
                "P | 1 | 2 |\nQ |\nlong\nname |\n3 |\nR | 4 | 5 |\n",
                "P | 1 | 2 |\nQ | long name | 3 |\nR | 4 | 5 |\n",
            ),
            // The headers stand on one line, and each other cell on its own.
            ("a | b |\nP |\n1 |\nQ |\n2 |\n", "a | b |\nP | 1 |\nQ | 2 |\n"),
            // A blank line of white space stands before the rule.
            ("a |\n b |\n\t\n|---|---|\nx | 1 |\n", "a |  b | \t\n|---|---|\nx | 1 |\n"),
            (
                "a | b |\n---|---|\nx |\n 1 |\n\t\ny | 2 |\n",
                "a | b |\n---|---|\nx |  1 | \t\ny | 2 |\n",
            ),
            // What looks like an item of a list is a row.
            (
                "a | b |\n---|---|\n0. x | 1 |\n- y | 2 |\n",
                "a | b |\n---|---|\n0.\u{c}x | 1 |\n-\u{c}y | 2 |\n",
            ),
            ("a | b |\n\n- y | 2 |\n", "a | b |\n\n- y | 2 |\n"),
            // Each cell has a line of its own, the empty ones as well.
            (
                "|\n2019 |\n2020 |\nP |\n1 |\n2 |\nQ |\n3 |\n|\nR |\n4 |\n5 |\n",
                "||2019 | 2020 |\nP | 1 | 2 |\nQ | 3 | |\nR | 4 | 5 |\n",
            ),
            // Cells that don't come again make no rows.
            (
                "P |\n1 |\nQ |\nR |\n2 |\n3 |\nS |\n4 |\n",
                "P |\n1 |\nQ |\nR |\n2 |\n3 |\nS |\n4 |\n",
            ),
            // Rows that are whole, or too wide, or of a table as it should be, stay.
            ("a | b |\n1 | 2 |\n3 |\n", "a | b |\n1 | 2 |\n3 |\n"),
            ("| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"),
            ("a |\nb | c | d |\n---|---|\n", "a |\nb | c | d |\n---|---|\n"),
            ("no table\nat all\n", "no table\nat all\n"),
        ] {
            assert_eq!(join(source), joined, "{source:?}");
            assert_eq!(join(source).len(), source.len());
        }
    }
}
