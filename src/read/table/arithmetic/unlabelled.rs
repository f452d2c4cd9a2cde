//! Rows without a label: the total of the rows above them, or the balance of the two flows above them, where their amounts say so.

use super::equations::{Sum, sums_up};
use super::{Amount, amounts};
use crate::leaves::number::Number;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::{ColumnKind, FlowWord};
use crate::read::lines::RawLine;
use crate::read::placement::ColumnsBy;
use crate::read::spot::joined;
use crate::read::table::{Row, RowKind, Table, Unlabelled};

/// Says of the rows without a label what they are, as far as the amounts prove it. In a table whose cells stand on lines of their own such
/// a row may be anything else, and its cells are placed only where that is proven.
pub(in crate::read) fn settle_unlabelled(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    table: &mut Table,
) {
    let is_bare = |row: &Row| {
        let mut cells = row.cells.iter().zip(&table.columns);
        row.kind == RowKind::Figures
            && row.label.is_empty()
            && cells.all(|(cell, column)| cell.is_none() || column.content.is_none())
    };
    let bare: Vec<usize> =
        (0..table.rows.len()).filter(|&at| table.rows.get(at).is_some_and(is_bare)).collect();
    if bare.is_empty() {
        return;
    }
    let amounts = amounts(vocabulary, lines, table);
    let what = |at: &usize| (*at, proven(vocabulary, lines, table, &amounts, &bare, *at));
    let found: Vec<(usize, Option<Unlabelled>)> = bare.iter().map(what).collect();
    let is_open = table.columns_by == Some(ColumnsBy::Lines);
    for (at, is) in found {
        let Some(row) = table.rows.get_mut(at) else { continue };
        row.unlabelled = is;
        if is.is_none() && is_open {
            row.kind = RowKind::Misfit;
            row.cells.retain(Option::is_some);
        }
    }
}

/// Whether the amounts of a row without a label prove it to be a total or a balance.
pub(in crate::read) fn is_explained(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    table: &Table,
    at: usize,
) -> bool {
    let amounts = amounts(vocabulary, lines, table);
    proven(vocabulary, lines, table, &amounts, &[at], at).is_some()
}

/// What the amounts of a row without a label prove it to be, given the rows of its table that have none.
fn proven(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    table: &Table,
    amounts: &[Vec<Option<Amount>>],
    bare: &[usize],
    at: usize,
) -> Option<Unlabelled> {
    let is_proven = |sum: &Sum| is_proven(amounts, at, sum);
    if balance(vocabulary, lines, table, at).is_some_and(|sums| sums.iter().any(is_proven)) {
        return Some(Unlabelled::Balance);
    }
    sums(table, bare, at).iter().any(is_proven).then_some(Unlabelled::Total)
}

/// Whether a row is a sum in each column that has numbers: in two of them, or in one with long numbers.
pub(super) fn is_proven(amounts: &[Vec<Option<Amount>>], row: usize, sum: &Sum) -> bool {
    const LONG: u32 = 1000;
    let evidence = sums_up(amounts, row, sum);
    let of_row = || amounts.get(row).into_iter().flatten().flatten();
    let is_long = || of_row().any(|amount| amount.number.abs() >= Number::from(LONG));
    let is_any = of_row().any(|amount| amount.number != Number::ZERO);
    is_any && evidence.failed == 0 && (evidence.held > 1 || evidence.held == 1 && is_long())
}

/// The ways in which a row may be the balance of the two rows above it, of which one is of expenses and the other of income.
pub(super) fn balance(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    table: &Table,
    at: usize,
) -> Option<[Sum; 3]> {
    let (one, other) = (at.checked_sub(2)?, at.checked_sub(1)?);
    let flow = |at: usize| {
        let row = table.rows.get(at).filter(|row| row.kind == RowKind::Figures)?;
        let of_column = || {
            let column =
                table.columns.iter().position(|column| column.content == Some(ColumnKind::Flow))?;
            vocabulary.facts(row.cells.get(column).copied().flatten()?.spot.text(lines)).flow
        };
        vocabulary.facts(&joined(lines, &row.label)).flow.or_else(of_column)
    };
    let are_opposed = matches!(
        (flow(one), flow(other)),
        (Some(FlowWord::Expenses), Some(FlowWord::Income))
            | (Some(FlowWord::Income), Some(FlowWord::Expenses))
    );
    let sum = |rows: [(usize, bool); 2]| Sum { rows: rows.to_vec() };
    are_opposed.then(|| {
        [
            sum([(one, false), (other, true)]),
            sum([(one, true), (other, false)]),
            sum([(one, false), (other, false)]),
        ]
    })
}

/// What a row may be the total of: the rows since the group above it, those since the last row without a label, all of them, or those
/// without a label.
fn sums(table: &Table, bare: &[usize], at: usize) -> Vec<Sum> {
    let kind = |at: usize| table.rows.get(at).map(|row| row.kind);
    let is_bare = |at: &usize| bare.binary_search(at).is_ok();
    let is_figures = |at: &usize| kind(*at) == Some(RowKind::Figures) && !is_bare(at);
    let since = |is_end: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let from = (0..at).rev().find(|&of| is_end(of)).map_or(0, |of| of + 1);
        (from..at).filter(is_figures).collect()
    };
    let of_group = since(&|of| kind(of) == Some(RowKind::Group));
    let of_run = since(&|of| is_bare(&of));
    let all = since(&|_| false);
    let totals: Vec<usize> = bare.iter().copied().filter(|of| *of < at).collect();
    [of_group, of_run, all, totals]
        .into_iter()
        .filter(|rows| rows.len() > 1)
        .map(|rows| Sum { rows: rows.into_iter().map(|row| (row, false)).collect() })
        .collect()
}
