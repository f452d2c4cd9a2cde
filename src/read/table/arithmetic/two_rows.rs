//! Two rows that were taken for one: both lost cells, and the label of the second stands among the cells of the first.

use super::amount;
use super::equations::{Equation, equations};
use crate::read::cell;
use crate::read::lines::RawLine;
use crate::read::table::{Cell, Row, RowKind, Table};
use crate::read::vocabulary::Vocabulary;

/// Parts rows at the words among their figures, where the columns of these hold numbers elsewhere and the headers promise sums by which the
/// parts can be placed.
pub(super) fn part_at_words(vocabulary: &Vocabulary, lines: &[RawLine<'_>], table: &mut Table) {
    /// A column of which fewer rows hold numbers may be one of words.
    const MIN_NUMBERS: usize = 2;
    let equations = equations(vocabulary, table);
    if equations.is_empty() {
        return;
    }
    let promised: Vec<usize> =
        equations.iter().filter(|of| of.is_promised()).flat_map(Equation::columns).collect();
    let is_figures = |at: usize| table.columns.get(at).is_some_and(|of| of.content.is_none());
    let is_words = |cell: &Cell| {
        let text = cell.spot.text(lines);
        text.starts_with(char::is_alphabetic)
            && amount(vocabulary, lines, cell).is_none()
            && !cell::read(vocabulary, text).is_understood()
    };
    // For each row the place of its only words.
    let words: Vec<Option<usize>> = table
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().enumerate().filter(|(at, _)| is_figures(*at));
            let mut words = cells.filter(|(_, cell)| cell.as_ref().is_some_and(is_words));
            let only = words.next().map(|(at, _)| at);
            only.filter(|_| words.next().is_none() && row.kind == RowKind::Figures)
        })
        .collect();
    let holds_numbers = |column: usize| {
        if promised.contains(&column) {
            return true;
        }
        let rows = table.rows.iter().zip(&words).filter(|(_, words)| words.is_none());
        let cells = rows.filter_map(|(row, _)| row.cells.get(column)?.as_ref());
        cells.filter(|cell| amount(vocabulary, lines, cell).is_some()).count() >= MIN_NUMBERS
    };
    let parted: Vec<bool> = words.iter().map(|at| at.is_some_and(&holds_numbers)).collect();
    if !parted.contains(&true) {
        return;
    }
    let rows = std::mem::take(&mut table.rows);
    for ((row, at), is_parted) in rows.into_iter().zip(words).zip(parted) {
        let Some(at) = at.filter(|_| is_parted) else {
            table.rows.push(row);
            continue;
        };
        let label = row.cells.get(at).copied().flatten();
        let is_figure = |of: usize| table.columns.get(of).is_some_and(|of| of.content.is_none());
        let cells = |range: std::ops::Range<usize>| -> Vec<Option<Cell>> {
            let of_range = range.filter(|of| is_figure(*of));
            of_range.filter_map(|of| row.cells.get(of)?.map(Some)).collect()
        };
        let (first, second) = (cells(0..at), cells(at + 1..row.cells.len()));
        let label = label.map(|cell| cell.spot).into_iter().collect();
        table.rows.push(Row::new(row.label.clone(), RowKind::Misfit, first));
        table.rows.push(Row::new(label, RowKind::Misfit, second));
    }
}
