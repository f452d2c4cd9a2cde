//! Rows of balances that lost the gaps between their cells: `1.825-5691.256` below *Saldo per 1/1*, *Storting*, *Onttrekking*, *Saldo per 31/12*.
//! Where empty cells were lost as well, neither the headers nor the signs for thousands say how many numbers there are. But what a balance begins
//! with and what changed it come to what it ends with, and few ways to part a run of digits do that.

use super::glued::{NOTATIONS, Notation, Run, ends};
use super::headers::items_of;
use super::rows::RowLine;
use super::{Finder, MAX_HEADER};
use crate::read::facts::EndOfYear;
use crate::read::lines::RawLine;
use crate::read::table::arrange::Item;

/// The most cells of such a row; more may be parted in too many ways.
const MAX_CELLS: usize = 6;

impl Finder<'_, '_> {
    /// How many columns the headers above a row have, if the first is the balance at the beginning of a year and the last that at its end.
    pub(super) fn course_above(&self, first: usize, floor: usize) -> Option<usize> {
        let is_of = |item: Option<&Item>, day: EndOfYear| {
            item.is_some_and(|item| item.facts.day == Some(day.day()))
        };
        (first.saturating_sub(MAX_HEADER).max(floor)..first).rev().find_map(|at| {
            let mut items = Vec::new();
            items_of(self.vocabulary, self.lines, at, at + 1, true, &mut items);
            let opening = items.iter().position(|item| is_of(Some(item), EndOfYear::Opening))?;
            let columns = items.get(opening..)?;
            let is_course = is_of(columns.last(), EndOfYear::Closing);
            let n = columns.len();
            (is_course && (3..=MAX_CELLS).contains(&n)).then_some(n)
        })
    }
}

/// The rows of a block, each parted where its balances come out in one way only. A run that can be parted in several ways is one cell. `None` if
/// most rows can't be parted.
pub(super) fn rows(lines: &[RawLine<'_>], block: &[Run], n: usize) -> Option<Vec<RowLine>> {
    let text = |run: &Run| lines.get(run.line).map_or("", |line| &*line.text);
    let parted = |notation: Notation, is_signed: bool| -> Vec<Option<Vec<(usize, usize)>>> {
        block.iter().map(|run| only_way(text(run), *run, n, notation, is_signed)).collect()
    };
    let count = |rows: &Vec<Option<Vec<(usize, usize)>>>| rows.iter().flatten().count();
    let mut best: Vec<Option<Vec<(usize, usize)>>> = Vec::new();
    // What is taken away is printed below zero, or not.
    let ways = NOTATIONS.iter().flat_map(|notation| [(*notation, true), (*notation, false)]);
    for (notation, is_signed) in ways {
        let next = parted(notation, is_signed);
        if count(&next) > count(&best) {
            best = next;
        }
        // No other notation parts as many.
        if count(&best) * 4 >= block.len() * 3 {
            break;
        }
    }
    if count(&best) < 2 || count(&best) * 2 <= block.len() {
        return None;
    }
    let row = |(run, cells): (&Run, Option<Vec<(usize, usize)>>)| {
        let cells = cells.unwrap_or_else(|| vec![(run.from, run.to)]);
        RowLine {
            line: run.line,
            label: run.from,
            cells: cells.into_iter().map(|(from, to)| (from, to, None)).collect(),
            is_glued: true,
            ..RowLine::default()
        }
    };
    Some(block.iter().zip(best).map(row).collect())
}

/// The only way to part a run into at most so many numbers that come out as balances, or within a digit of what was rounded if all are there.
fn only_way(
    text: &str,
    run: Run,
    n: usize,
    notation: Notation,
    is_signed: bool,
) -> Option<Vec<(usize, usize)>> {
    /// The rounding of four numbers or more.
    const ROUNDED: i64 = 1;
    const MIN_ROUNDED: usize = 4;
    let way = |within: i64, least: usize| {
        way(text, run, n, notation, &|numbers| {
            numbers.len() >= least && comes_out(numbers, n, is_signed, within)
        })
    };
    match way(0, 2) {
        Found::None => match way(ROUNDED, n.max(MIN_ROUNDED)) {
            Found::One(cells) => Some(cells),
            _ => None,
        },
        Found::One(cells) => Some(cells),
        Found::Several => None,
    }
}

/// How many ways there are.
enum Found {
    None,
    One(Vec<(usize, usize)>),
    Several,
}

/// The ways to part a run into at most so many numbers that are as they have to be.
fn way(
    text: &str,
    run: Run,
    n: usize,
    notation: Notation,
    is_row: &dyn Fn(&[i64]) -> bool,
) -> Found {
    /// In bytes: so many cells of nine each.
    const MAX_LEN: usize = 54;
    let bytes = text.as_bytes().get(run.from..run.to).filter(|bytes| bytes.len() <= MAX_LEN);
    let Some(bytes) = bytes else { return Found::None };
    let mut found: Option<Vec<(usize, usize)>> = None;
    let mut open: Vec<Vec<(usize, usize)>> = vec![Vec::new()];
    while let Some(begun) = open.pop() {
        let at = begun.last().map_or(0, |(_, to)| *to);
        if at == bytes.len() {
            let of = |&(from, to): &(usize, usize)| number(bytes.get(from..to)?);
            let numbers: Option<Vec<i64>> = begun.iter().map(of).collect();
            if numbers.is_some_and(|numbers| is_row(&numbers)) && found.replace(begun).is_some() {
                return Found::Several;
            }
        } else if begun.len() < n {
            let next = ends(bytes, at, notation).into_iter().map(|end| (at, end));
            open.extend(next.map(|cell| begun.iter().copied().chain([cell]).collect()));
        }
    }
    let place = |(from, to)| (run.from + from, run.from + to);
    found.map_or(Found::None, |cells| Found::One(cells.into_iter().map(place).collect()))
}

/// Whether the numbers of a row are the balance at the beginning, what changed it, and the balance at the end. A balance that is the only one and
/// what changed it may be of a reserve that is new or was closed.
fn comes_out(numbers: &[i64], n: usize, is_signed: bool, within: i64) -> bool {
    let [first, changes @ .., last] = numbers else { return false };
    let is_last = |sum: i64| sum.abs_diff(*last) <= within.unsigned_abs();
    let sum = || first + changes.iter().sum::<i64>();
    match (is_signed, changes) {
        (_, []) => is_last(*first),
        (true, _) => is_last(sum()),
        // Without signs it is known which one is taken away where no cell is empty, or where there is one change.
        (false, [change]) => is_last(first + change) || is_last(first - change),
        (false, [.., taken]) => numbers.len() == n && is_last(sum() - 2 * taken),
    }
}

/// The digits of a cell as a whole number, whatever sign parts them: those of all cells have as many decimals. A dash alone is zero.
fn number(cell: &[u8]) -> Option<i64> {
    let mut value: i64 = 0;
    for byte in cell.iter().filter(|byte| byte.is_ascii_digit()) {
        value = value.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
    }
    let is_below = !cell.first().is_some_and(u8::is_ascii_digit);
    Some(if is_below { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::columns::glued::run_of;

    fn parts(text: &str, is_signed: bool) -> Option<Vec<&str>> {
        let (run, _) = run_of(text, 0)?;
        let cells = only_way(text, run, 4, *NOTATIONS.first()?, is_signed)?;
        cells.into_iter().map(|(from, to)| text.get(from..to)).collect()
    }

    #[test]
    fn a_run_is_parted_where_its_balances_come_out() {
        for (text, cells) in [
            ("Reserve wegen23.733163-1.15422.742", vec!["23.733", "163", "-1.154", "22.742"]),
            ("Reserve bruggen6177138", vec!["61", "77", "138"]),
            ("Reserve reiniging1.825-5691.256", vec!["1.825", "-569", "1.256"]),
            ("Reserve monumenten113113", vec!["113", "113"]),
            // 738 was rounded.
            ("Reserve scholen401577-239738", vec!["401", "577", "-239", "738"]),
        ] {
            assert_eq!(parts(text, true), Some(cells), "{text}");
        }
        let cells = Some(vec!["23.733", "163", "1.154", "22.742"]);
        assert_eq!(parts("Reserve wegen23.7331631.15422.742", false), cells);
    }

    #[test]
    fn a_run_is_left_whole_where_nothing_comes_out_or_several_ways_do() {
        // 10 and 1 are 11, and so are 1 and 10.
        for text in ["Reserve groen123456", "Reserve spelen101110", "Reserve wegen23.733163"] {
            assert_eq!(parts(text, true), None, "{text}");
        }
    }
}
