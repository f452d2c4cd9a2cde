//! Rows whose cells are words as well as numbers, with the same words in each of them: *Woonlasten 710 huur en 820 koop 730 huur en
//! 850 koop*. What comes again says where a cell begins.

use super::rows::RowLine;
use crate::read::dates;
use crate::read::facts::looks::Looks;
use crate::read::facts::spacing::words_of;
use crate::words::has_digit;

/// The row of a line that ends in so many cells with the same words and other numbers. `None` if there is no such way to part it, or
/// several.
pub(super) fn row(looks: &Looks<'_>, text: &str, line: usize, n: usize) -> Option<RowLine> {
    /// The words of a cell.
    const MAX_CELL: usize = 8;
    if n < 2 || !has_digit(text) {
        return None;
    }
    let words = words_of(text);
    let word = |at: usize| words.get(at).and_then(|&(from, to)| text.get(from..to)).unwrap_or("");
    let is_number = |at: usize| {
        has_digit(word(at)) && looks.is_value(word(at)) && dates::year(word(at)).is_none()
    };
    let mut ways = (2..=MAX_CELL).filter_map(|size| {
        let first = words.len().checked_sub(n * size).filter(|first| *first > 0)?;
        let is_cell = |at: usize| {
            let again = first + (at - first) % size;
            is_number(at) == is_number(again) && (is_number(at) || word(at) == word(again))
        };
        let numbers = (first..first + size).filter(|&at| is_number(at)).count();
        let begins = is_number(first);
        (begins && numbers < size && (first..words.len()).all(is_cell)).then_some((first, size))
    });
    let (first, size) = ways.next()?;
    let label = words.get(first)?.0;
    let is_named = text.get(..label)?.contains(char::is_alphabetic);
    if !is_named || ways.next().is_some() {
        return None;
    }
    let cells = (0..n).map(|cell| {
        let begin = words.get(first + cell * size)?.0;
        Some((begin, words.get(first + cell * size + size - 1)?.1, None))
    });
    let cells: Option<Vec<_>> = cells.collect();
    Some(RowLine { line, label, cells: cells?, ..RowLine::default() })
}
