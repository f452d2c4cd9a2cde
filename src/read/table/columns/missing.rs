//! Rows in which words stand for the first figure: *New measure in FY 2018* in front of three numbers below four headers.

use crate::leaves::value::Value;
use crate::read::cell;
use crate::read::facts::spacing::words_of;
use crate::read::lines::RawLine;
use crate::read::raw_cell::Interpretation;
use crate::read::spot::Spot;
use crate::read::table::{Cell, RowKind, Table};
use crate::read::vocabulary::Vocabulary;

/// Gives a row that lacks its first cell the words at the end of its label as that cell, where they are words for a figure that
/// isn't there. A label that ends so and has a number for each column is left as it is.
pub(super) fn take_words_for_missing(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &mut Table,
    n: usize,
) {
    for row in table.rows.iter_mut().filter(|row| row.kind == RowKind::Misfit) {
        let is_short = row.cells.len() + 1 == n && row.cells.iter().all(Option::is_some);
        if !is_short || !row.loose.is_empty() {
            continue;
        }
        let Some((label, cell)) = parted(vocabulary, lines, &row.label) else { continue };
        row.label = label;
        row.cells.splice(0..0, [None, Some(cell)]);
        row.kind = RowKind::Figures;
    }
}

/// A label without the words at its end that stand for a figure, and these as a cell. The longest such words are taken, of at most
/// two lines.
fn parted(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    label: &[Spot],
) -> Option<(Vec<Spot>, Cell)> {
    /// *Not yet available in the first quarter of 2018* has nine.
    const MAX_WORDS: usize = 9;
    let words_in = |spot: &Spot| {
        let (spot, begin) = (*spot, spot.start());
        let of = words_of(spot.text(lines)).into_iter();
        of.map(move |(from, to)| Spot::part(spot.piece(), begin + from, begin + to))
    };
    let words: Vec<Spot> = label.iter().flat_map(words_in).collect();
    let end_of = |spot: &Spot| spot.bytes().map_or(0, |bytes| bytes.end);
    for first in words.len().saturating_sub(MAX_WORDS).max(1)..words.len() {
        let (front, tail) = words.split_at_checked(first)?;
        let (begin, last) = (tail.first()?, tail.last()?);
        let on_first = tail.iter().rev().find(|word| word.piece == begin.piece)?;
        let spot = Spot::part(begin.piece(), begin.start(), end_of(on_first));
        let below = tail.iter().find(|word| word.piece != begin.piece);
        let rest = below.map(|word| Spot::part(word.piece(), word.start(), end_of(last)));
        if rest.is_some_and(|_| below.map(|word| word.piece) != Some(last.piece)) {
            continue;
        }
        let cell = Cell { rest, ..Cell::at(spot) };
        let read = cell::read(vocabulary, &cell.text(lines));
        if !matches!(read.interpretation, Interpretation::Sure(Value::Missing(_))) {
            continue;
        }
        let mut of_label: Vec<Spot> =
            label.iter().filter(|spot| spot.piece < begin.piece).copied().collect();
        let own = front.iter().filter(|word| word.piece == begin.piece);
        if let (Some(from), Some(to)) = (own.clone().next(), own.clone().next_back()) {
            of_label.push(Spot::part(from.piece(), from.start(), end_of(to)));
        }
        return Some((of_label, cell));
    }
    None
}
