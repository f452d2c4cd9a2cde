//! What the numbers of a table prove: balances, differences and totals that come out. No page can fake that, so
//! it tells where an empty cell stands that the text dropped, and which of two readings is right.

//!
//! `equations` has what headers and labels promise, and whether it holds; `ragged` places rows by it, `two_rows` parts those that
//! were taken for one, `flows` finds the parts of
//! a flow and `balances` what names these below them, `unlabelled` says what rows without a label are, and `by_sums` what columns are
//! whose headers leave it open, and `stage_of_result` of what stage all of them are.

mod balances;
mod by_parts;
mod by_sums;
mod equations;
mod flows;
mod ragged;
mod shares;
mod stage_of_result;
mod two_rows;
mod unlabelled;

use crate::leaves::number::Number;
use crate::leaves::value::Value;
use crate::money::Evidence;
use crate::read::cell;
use crate::read::language::FlowWord;
use crate::read::lines::RawLine;
use crate::read::raw_cell::Interpretation;
use crate::read::table::{Cell, Row, RowKind, Table};
use crate::read::vocabulary::Vocabulary;
use equations::{Equation, equations, found_in_rows, learn, printed_formulas, sums_up, totals};

pub(in crate::read) use balances::balances_below_flows;
pub(in crate::read) use by_sums::settle_by_sums;
pub(in crate::read) use equations::is_total;
pub(in crate::read) use flows::parts_of_flows;
pub(in crate::read) use ragged::{move_rows, place_ragged};
pub(in crate::read) use unlabelled::{is_explained, settle_unlabelled};

/// A number of a table, as far as arithmetic asks.
#[derive(Debug, Clone, Copy)]
struct Amount {
    number: Number,
    /// Whether a *V* or an *N* after it says its sign.
    has_open_sign: bool,
}

impl Amount {
    const ZERO: Amount = Amount { number: Number::ZERO, has_open_sign: false };
}

/// What the equations of a table come to.
pub(in crate::read) fn evidence(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &Table,
) -> Evidence {
    let equations = equations(vocabulary, table);
    let totals = totals(vocabulary, lines, table);
    if equations.is_empty() && totals.is_empty() {
        return Evidence::default();
    }
    let amounts = amounts(vocabulary, lines, table);
    let mut all = Evidence::default();
    for learnt in learn(&equations, &amounts) {
        all.add(learnt.evidence);
    }
    for total in &totals {
        let best = total.sums.iter().map(|sum| sums_up(&amounts, total.row, sum));
        let best = best.max_by_key(|of| (of.held, std::cmp::Reverse(of.failed)));
        let of = best.unwrap_or_default();
        all.add(of);
    }
    all
}

/// The column that its headers call the balance of two others, and whose amounts aren't that in most rows, with how many these are. `None` if
/// all come out, or too few rows say so: pages are excerpts, and have misprints. Headers with other words may be of something else:
/// *Cost per resident*.
pub(in crate::read) fn broken_column(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &Table,
) -> Option<(usize, usize)> {
    const MIN_FAILED: u32 = 3;
    let facts = |column: usize| table.columns.get(column).map(|column| &column.facts);
    let unit = |column: usize| facts(column).map(|facts| &facts.unit);
    let is_plain = |column: usize| facts(column).is_some_and(|facts| facts.rest == 0);
    let is_of_balance = |equation: &Equation| {
        facts(equation.result).is_some_and(|facts| facts.flow == Some(FlowWord::Balance))
            && is_plain(equation.result)
            && equation.parts.iter().all(|&of| is_plain(of) && unit(of) == unit(equation.result))
    };
    let mut equations = equations(vocabulary, table);
    equations.retain(is_of_balance);
    if equations.is_empty() {
        return None;
    }
    let amounts = amounts(vocabulary, lines, table);
    let is_broken = |of: &Evidence| of.failed >= MIN_FAILED && of.failed >= of.held * 3;
    learn(&equations, &amounts)
        .into_iter()
        .find(|learnt| is_broken(&learnt.evidence))
        .map(|learnt| (learnt.equation.result, learnt.evidence.failed as usize))
}

/// Whether the columns of a table are those that its headers say: most of them stand in a sum of columns, and the rows bear each of these
/// sums out.
pub(in crate::read) fn columns_are_proven(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &Table,
) -> bool {
    let amounts = amounts(vocabulary, lines, table);
    let mut equations = equations(vocabulary, table);
    equations.extend(found_in_rows(table, &amounts));
    let figures = table.columns.iter().filter(|column| column.content.is_none()).count();
    let mut columns: Vec<usize> = equations.iter().flat_map(Equation::columns).collect();
    columns.sort_unstable();
    columns.dedup();
    if columns.is_empty() || columns.len() * 2 <= figures {
        return false;
    }
    let learnt = learn(&equations, &amounts);
    !learnt.is_empty() && learnt.iter().all(|learnt| learnt.evidence.is_proof())
}

/// Whether more rows than not break the sums that the headers print: then their cells stand elsewhere.
pub(in crate::read) fn breaks_formulas(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &Table,
) -> bool {
    /// One may be a misprint.
    const MIN: u32 = 2;
    let formulas = printed_formulas(table);
    if formulas.is_empty() {
        return false;
    }
    let amounts = amounts(vocabulary, lines, table);
    let of = learn(&formulas, &amounts);
    let failed: u32 = of.iter().map(|learnt| learnt.evidence.failed).sum();
    let held: u32 = of.iter().map(|learnt| learnt.evidence.held).sum();
    failed >= MIN && failed > held
}

/// The numbers of the rows that fit, by row and column.
fn amounts(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &Table,
) -> Vec<Vec<Option<Amount>>> {
    let of_row = |row: &Row| {
        let is_of_figures =
            |at: usize| table.columns.get(at).is_some_and(|column| column.content.is_none());
        let of = |(at, cell): (usize, &Option<Cell>)| {
            let cell = cell.as_ref().filter(|_| is_of_figures(at))?;
            amount(vocabulary, lines, cell)
        };
        if row.kind == RowKind::Figures {
            row.cells.iter().enumerate().map(of).collect()
        } else {
            Vec::new()
        }
    };
    table.rows.iter().map(of_row).collect()
}

/// The number of a cell: that of a dash is zero. `None` if it has another value.
pub(in crate::read::table) fn number(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    cell: &Cell,
) -> Option<Number> {
    amount(vocabulary, lines, cell).map(|amount| amount.number)
}

/// The number of a cell, and whether its sign is open.
fn amount(vocabulary: &Vocabulary, lines: &[RawLine<'_>], cell: &Cell) -> Option<Amount> {
    let raw = cell::read(vocabulary, cell.spot.text(lines));
    let value = match raw.interpretation {
        Interpretation::Sure(value) | Interpretation::Point(value) => value,
        Interpretation::Grouped(grouped) => grouped.whole,
        _ => return None,
    };
    let number = match value {
        Value::Exact(number) => number,
        Value::Missing(_) => Number::ZERO,
        _ => return None,
    };
    // A minus beside the letter says what the sign is.
    Some(Amount { number, has_open_sign: cell.favour.is_some() && !number.is_negative() })
}
