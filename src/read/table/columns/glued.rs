//! Rows of a copy of a page that lost the gaps between its cells: `Lasten87.33186.73373.765`. The headers say how many cells a row
//! has; a row is parted where one way is left.

use crate::read::dates;
use crate::read::facts::spacing::{has_glued_years, words_of};
use crate::read::lines::RawLine;
use crate::read::table::columns::rows::RowLine;

/// The most cells of a row: five years of three flows have 15.
const MAX_CELLS: usize = 15;

/// The end of a line that may be several numbers without gaps.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) line: usize,
    /// Its first byte. What stands before it is the label.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// How the numbers of a table are written: the sign of the decimals, with how many there are, and the sign of the thousands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Notation {
    decimals: Option<(u8, usize)>,
    thousands: u8,
}

pub(super) const NOTATIONS: [Notation; 8] = [
    Notation { decimals: None, thousands: b'.' },
    Notation { decimals: None, thousands: b',' },
    Notation { decimals: Some((b',', 1)), thousands: b'.' },
    Notation { decimals: Some((b',', 2)), thousands: b'.' },
    Notation { decimals: Some((b'.', 1)), thousands: b',' },
    Notation { decimals: Some((b'.', 2)), thousands: b',' },
    Notation { decimals: Some((b'.', 3)), thousands: b',' },
    Notation { decimals: Some((b',', 3)), thousands: b'.' },
];

/// The runs of lines near each other, of which at least two are several numbers for sure.
pub(super) fn blocks(
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    rows: &[RowLine],
) -> Vec<Vec<Run>> {
    const MIN_SURE: usize = 2;
    /// Lines of words between two rows: a heading of two lines, and a label that goes on.
    const MAX_BETWEEN: usize = 3;
    // The years above the rows of the next table.
    let is_header = |at: usize| {
        lines.get(at).is_some_and(|line| line.text.split_whitespace().any(has_glued_years))
    };
    let is_row = |line: usize| rows.binary_search_by_key(&line, |row| row.line).is_ok();
    let mut found: Vec<Vec<Run>> = Vec::new();
    let mut block: Vec<Run> = Vec::new();
    let mut sure = 0;
    let mut end = |block: &mut Vec<Run>, sure: &mut usize| {
        if *sure >= MIN_SURE {
            found.push(std::mem::take(block));
        }
        block.clear();
        *sure = 0;
    };
    for at in from..to {
        let text = lines.get(at).map_or("", |line| &*line.text);
        if is_header(at) {
            end(&mut block, &mut sure);
            continue;
        }
        let Some((run, is_sure)) = run_of(text, at).filter(|_| !is_row(at)) else { continue };
        if block.last().is_some_and(|last| at - last.line > MAX_BETWEEN + 1) {
            end(&mut block, &mut sure);
        }
        sure += usize::from(is_sure);
        block.push(run);
    }
    end(&mut block, &mut sure);
    found
}

/// The digits and the signs of numbers at the end of a line that stand right after its label, and whether they are several numbers for
/// sure.
pub(super) fn run_of(text: &str, line: usize) -> Option<(Run, bool)> {
    const MAX_LEN: usize = 200;
    if text.len() > MAX_LEN || !text.ends_with(|c: char| c.is_ascii_digit() || c == '%' || c == '-')
    {
        return None;
    }
    let &(from, to) = words_of(text).last()?;
    let word = text.get(from..to)?;
    let is_of_numbers = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-' | '−');
    let before = word.trim_end_matches(is_of_numbers);
    let run = word.get(before.len()..)?;
    let is_minus = |c: char| matches!(c, '-' | '−');
    let start = run.find(|c: char| c.is_ascii_digit() || is_minus(c))?;
    let run = run.get(start..)?;
    let from = from + before.len() + start;
    // A number alone on its line is a cell.
    let label = text.get(..from)?.trim();
    if !label.contains(char::is_alphabetic) {
        return None;
    }
    let follows_label = text.get(..from)?.ends_with(|c: char| c.is_alphabetic() || c == ')');
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let is_sure = is_several(run, follows_label);
    let may_be = follows_label && digits > 1;
    (is_sure || may_be).then_some((Run { line, from, to }, is_sure))
}

/// Whether some digits and the signs of numbers are several numbers without a gap between them. `follows_word` says that a letter stands
/// right before them.
pub(in crate::read::table) fn is_several(run: &str, follows_word: bool) -> bool {
    const MIN_DIGITS: usize = 6;
    /// No amount of a public body is as long.
    const MAX_DIGITS: usize = 12;
    let run = run.trim_start_matches(['-', '−', '(']).trim_end_matches(['-', ')']);
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    // Telephone numbers, and the numbers of paragraphs.
    if digits < MIN_DIGITS || run.starts_with('0') && !run.starts_with("0.") || run.ends_with('.') {
        return false;
    }
    let mut parts = run.split(['.', ',']);
    let first = parts.next().unwrap_or_default().len();
    let others: Vec<usize> = parts.map(str::len).collect();
    let is_date = first <= 2 && others == [2, 4];
    let is_grouped = match others.split_last() {
        Some((last, groups)) => first <= 3 && groups.iter().all(|group| *group == 3) && *last <= 3,
        None => digits < MAX_DIGITS,
    };
    !is_date && (!is_grouped || follows_word && !others.is_empty())
}

/// The rows of a block, by how many cells they have; `counts` are those that the headers can have. A run that can be parted in several ways
/// is one cell. `None` if no number of cells goes with most of them.
pub(super) fn rows(lines: &[RawLine<'_>], block: &[Run], counts: &[usize]) -> Option<Vec<RowLine>> {
    let text = |run: &Run| lines.get(run.line).map_or("", |line| &*line.text);
    let mut best: Option<(usize, Vec<Option<Row>>)> = None;
    for &n in counts.iter().filter(|n| (2..=MAX_CELLS).contains(*n)) {
        for notation in NOTATIONS {
            let made: Vec<Ways> =
                block.iter().map(|run| ways(text(run), *run, n, notation)).collect();
            let lacking = made.iter().filter(|ways| ways.count == 0).count();
            let parted = made.iter().filter(|ways| ways.count == 1).count();
            if lacking * 4 > block.len() || parted < 2 {
                continue;
            }
            if best.as_ref().is_none_or(|(most, _)| parted > *most) {
                best = Some((parted, made.into_iter().map(|ways| ways.row).collect()));
            }
        }
    }
    let (_, parted) = best?;
    let row = |(run, row): (&Run, Option<Row>)| {
        let whole = || (run.from, vec![(run.from, run.to)]);
        let (label, cells) = row.unwrap_or_else(whole);
        RowLine {
            line: run.line,
            label,
            cells: cells.into_iter().map(|(from, to)| (from, to, None)).collect(),
            is_glued: true,
            ..RowLine::default()
        }
    };
    Some(block.iter().zip(parted).map(row).collect())
}

/// Where a label ends, and the bytes of the cells after it.
type Row = (usize, Vec<(usize, usize)>);

/// How many ways there are to part a run (2 for more), and the only one.
#[derive(Debug, Default)]
struct Ways {
    count: u8,
    row: Option<Row>,
}

/// The ways to part a run into so many cells. A year at its beginning may be the end of the label.
fn ways(text: &str, run: Run, n: usize, notation: Notation) -> Ways {
    let Some(bytes) = text.as_bytes().get(run.from..run.to) else { return Ways::default() };
    let year = |from: usize| {
        let year = bytes.get(from..from + 4).and_then(|year| std::str::from_utf8(year).ok());
        year.and_then(dates::year).is_some()
    };
    let mut starts = vec![0];
    if year(0) {
        starts.push(4);
        if bytes.get(4) == Some(&b'-') && year(5) {
            starts.push(9);
        }
    }
    // What may be one number isn't parted: a row may have lost its other cells.
    let is_whole = n > 1 && part(bytes, 0, 1, notation).0 > 0;
    let mut found = Ways::default();
    for start in starts {
        let (count, cells) = part(bytes, start, n, notation);
        if count > 0 && found.count == 0 {
            let cells = cells.into_iter().map(|(from, to)| (run.from + from, run.from + to));
            found.row = Some((run.from + start, cells.collect()));
        }
        found.count = (found.count + count).min(2);
    }
    if is_whole && found.count > 0 {
        found.count = 2;
    }
    if found.count != 1 {
        found.row = None;
    }
    found
}

/// How many ways there are to part some bytes into so many cells (2 for more), and the first of them.
fn part(bytes: &[u8], start: usize, n: usize, notation: Notation) -> (u8, Vec<(usize, usize)>) {
    let len = bytes.len();
    // For each number of cells that are left, and each byte: how many ways, and where the next cell ends.
    let mut ways = vec![vec![(0_u8, 0_usize); len + 1]; n + 1];
    if let Some(slot) = ways.first_mut().and_then(|row| row.get_mut(len)) {
        slot.0 = 1;
    }
    for left in 1..=n {
        for at in start..len {
            let mut found = (0_u8, 0);
            for end in ends(bytes, at, notation) {
                let of = ways.get(left - 1).and_then(|row| row.get(end)).map_or(0, |way| way.0);
                if of > 0 && found.0 == 0 {
                    found.1 = end;
                }
                found.0 = (found.0 + of).min(2);
            }
            if let Some(slot) = ways.get_mut(left).and_then(|row| row.get_mut(at)) {
                *slot = found;
            }
        }
    }
    let of = |left: usize, at: usize| ways.get(left).and_then(|row| row.get(at)).copied();
    let count = of(n, start).map_or(0, |way| way.0);
    let mut cells = Vec::with_capacity(n);
    let mut at = start;
    for left in (1..=n).rev() {
        let Some((_, end)) = of(left, at).filter(|_| count > 0) else { break };
        cells.push((at, end));
        at = end;
    }
    (count, cells)
}

/// Where a cell may end that begins at a byte.
pub(super) fn ends(bytes: &[u8], from: usize, notation: Notation) -> Vec<usize> {
    const MINUS: &[u8] = "−".as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = from;
    let sign = if bytes.get(at) == Some(&b'-') {
        1
    } else if bytes.get(at..).is_some_and(|rest| rest.starts_with(MINUS)) {
        MINUS.len()
    } else {
        0
    };
    if sign > 0 {
        // A dash alone is a cell as well.
        found.push(at + sign);
        at += sign;
    }
    let most = if bytes.get(at) == Some(&b'0') { 1 } else { 3 };
    for digits in 1..=most {
        if !(at..at + digits).all(is_digit) {
            break;
        }
        let mut end = at + digits;
        let is_sign = |at: usize, sign: u8| bytes.get(at) == Some(&sign);
        while is_sign(end, notation.thousands)
            && (end + 1..end + 4).all(is_digit)
            && bytes.get(at) != Some(&b'0')
        {
            end += 4;
        }
        let end = match notation.decimals {
            Some((sign, places)) => {
                if !is_sign(end, sign) || !(end + 1..=end + places).all(is_digit) {
                    continue;
                }
                end + 1 + places
            }
            None => end,
        };
        // What follows begins another number.
        if matches!(bytes.get(end), Some(b'.' | b',')) {
            continue;
        }
        found.push(if is_sign(end, b'%') { end + 1 } else { end });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, n: usize, notation: usize) -> Option<Vec<&str>> {
        let (run, _) = run_of(text, 0)?;
        let (_, cells) = ways(text, run, n, *NOTATIONS.get(notation)?).row?;
        cells.into_iter().map(|(from, to)| text.get(from..to)).collect()
    }

    #[test]
    fn a_run_is_parted_where_one_way_is_left() {
        assert_eq!(
            parts("Lasten87.33186.73373.765", 3, 0),
            Some(vec!["87.331", "86.733", "73.765"])
        );
        assert_eq!(
            parts("Stortingen4.83900000", 6, 0),
            Some(vec!["4.839", "0", "0", "0", "0", "0"])
        );
        assert_eq!(
            parts("Onttrekkingen6.8384.433610590590170", 6, 0),
            Some(vec!["6.838", "4.433", "610", "590", "590", "170"])
        );
        assert_eq!(parts("Intensivering4004004000", 4, 0), Some(vec!["400", "400", "400", "0"]));
        assert_eq!(
            parts("Saldo-37.756-44.501-37.324", 3, 0),
            Some(vec!["-37.756", "-44.501", "-37.324"])
        );
        // The label ends in years.
        assert_eq!(
            parts("Stand PB 2016-201979.66978.37376.77576.755", 4, 0),
            Some(vec!["79.669", "78.373", "76.775", "76.755"])
        );
        assert_eq!(
            parts("Grants20.0622.9221.273-24.257", 5, 6),
            Some(vec!["20.062", "2.922", "1.273", "-", "24.257"])
        );
    }

    #[test]
    fn a_run_of_several_ways_is_left_whole() {
        for (text, n, notation) in [
            ("Loon36363636", 4, 0),
            ("Grants20.0622.9221.273-24.257", 5, 0),
            ("Overig1.1521610101600", 6, 0),
            ("Lasten87.331", 2, 0),
        ] {
            assert_eq!(parts(text, n, notation), None, "{text}");
        }
    }
}
