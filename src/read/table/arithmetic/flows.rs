//! Rows that are the parts of a flow: *Lasten* with its amounts, and below it the rows that add up to them.

use std::collections::BTreeMap;

use super::equations::{Sum, adds_up};
use super::{Amount, amounts};
use crate::leaves::number::Number;
use crate::leaves::role::Role;
use crate::read::facts::looks::Looks;
use crate::read::language::FlowWord;
use crate::read::lines::RawLine;
use crate::read::money;
use crate::read::spot::joined;
use crate::read::table::{RowKind, Table};
use crate::words::fold;

/// For each row that is a part of a flow, the row that is the flow. That is proven by the amounts: in each column the parts come to
/// those of the flow. They stand below it, or above it where it is their total. A colon says it without proof.
pub(in crate::read) fn parts_of_flows(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    table: &Table,
) -> BTreeMap<usize, usize> {
    /// Parts that have parts themselves; so many for each flow keep the work linear.
    const MAX_NESTED: usize = 60;
    let is_flow_with = |at: usize, has_rest: bool| {
        table.rows.get(at).is_some_and(|row| {
            let facts = vocabulary.facts(&joined(lines, &row.label));
            row.kind == RowKind::Figures
                && facts.flow.is_some()
                && (facts.rest > 0) == has_rest
                && facts.role.is_none()
                && facts.period.is_none()
        })
    };
    let is_flow = |at: &usize| is_flow_with(*at, false);
    let flow_of = |at: usize| {
        let row = table.rows.get(at)?;
        vocabulary.facts(&joined(lines, &row.label)).flow
    };
    // *Mutaties reserves* among the costs is one of them.
    let is_of_reserves = |at: usize| {
        matches!(
            flow_of(at),
            Some(FlowWord::Reserves | FlowWord::ReservesIn | FlowWord::ReservesOut)
        )
    };
    let flows: Vec<usize> = (0..table.rows.len()).filter(is_flow).collect();
    let mut found = BTreeMap::new();
    if !(0..table.rows.len()).any(|at| flow_of(at).is_some()) {
        return found;
    }
    let amounts = amounts(vocabulary, lines, table);
    let is_figures =
        |at: &usize| table.rows.get(*at).is_some_and(|row| row.kind == RowKind::Figures);
    for (at, &flow) in flows.iter().enumerate() {
        // *Uitgaven:* leads to the rows below it, those of further groups as well.
        let label = table.rows.get(flow).map(|row| joined(lines, &row.label)).unwrap_or_default();
        // *Netto baten* above *Netto lasten* and *Resultaat* is the sum of both, and no heading of them.
        if money::net_of(vocabulary.pack(), &fold(&label, true)).is_some() {
            continue;
        }
        if label.ends_with(':') {
            let end = flows.get(at + 1).copied().unwrap_or(table.rows.len());
            found.extend((flow + 1..end).filter(is_figures).map(|part| (part, flow)));
            continue;
        }
        let is_part = |at: &usize| is_figures(at) && flows.binary_search(at).is_err();
        // *Apparaatslasten* is a part of *Totaal lasten*, and has parts itself. *Saldo* ends them.
        let is_same =
            |at: &usize| is_figures(at) && flow_of(*at).is_none_or(|of| Some(of) == flow_of(flow));
        let with_reserves: Vec<usize> = (flow + 1..table.rows.len())
            .take_while(|at| is_part(at) || is_figures(at) && is_of_reserves(*at))
            .collect();
        let nested: Vec<usize> =
            (flow + 1..table.rows.len()).take_while(is_same).take(MAX_NESTED).collect();
        let above: Vec<usize> = (0..flow).rev().take_while(is_part).collect();
        let below: Vec<usize> = (flow + 1..table.rows.len()).take_while(is_part).collect();
        let proven = [below, above, with_reserves]
            .into_iter()
            .find(|parts| are_proven(table, &amounts, flow, parts));
        let proven = proven.unwrap_or_else(|| first_parts(table, &amounts, flow, &nested));
        if proven.iter().all(|part| !found.contains_key(part)) {
            found.extend(proven.into_iter().map(|part| (part, flow)));
        }
    }
    // *Lasten VROSV* below the rows that come to it.
    let is_total = |at: usize| {
        let label = table.rows.get(at).map(|row| joined(lines, &row.label)).unwrap_or_default();
        let first = label.split_whitespace().next().unwrap_or_default();
        let facts = vocabulary.facts(first);
        let is_one = matches!(facts.flow, Some(FlowWord::Expenses | FlowWord::Income));
        is_one && facts.rest == 0 && is_flow_with(at, true)
    };
    let totals: Vec<usize> = (0..table.rows.len()).filter(|&at| is_total(at)).collect();
    for &total in &totals {
        let is_part = |at: &usize| {
            is_figures(at) && flow_of(*at).is_none() && totals.binary_search(at).is_err()
        };
        let above: Vec<usize> = (0..total).rev().take_while(is_part).collect();
        if are_proven(table, &amounts, total, &above)
            && above.iter().all(|part| !found.contains_key(part))
        {
            found.extend(above.into_iter().map(|part| (part, total)));
        }
    }
    found
}

/// As many of the first rows below a flow as come to it, where a row whose own parts stand right below it stands for these, and they
/// for theirs. None if no such rows do.
fn first_parts(
    table: &Table,
    amounts: &[Vec<Option<Amount>>],
    flow: usize,
    rows: &[usize],
) -> Vec<usize> {
    // How many rows below each are its parts, from the last row on: those of *3. Subsidies* before those of *A. Opbrengsten*.
    let mut below: Vec<usize> = vec![0; rows.len()];
    for (at, &row) in rows.iter().enumerate().rev() {
        let found = parts_below(table, amounts, row, rows, at + 1, &below);
        if let Some(count) = below.get_mut(at) {
            *count = found;
        }
    }
    let end = parts_below(table, amounts, flow, rows, 0, &below);
    rows.get(..end).unwrap_or_default().to_vec()
}

/// How many rows from one on come to a total, each with those below it that are its parts. 0 if no such rows do.
fn parts_below(
    table: &Table,
    amounts: &[Vec<Option<Amount>>],
    total: usize,
    rows: &[usize],
    from: usize,
    below: &[usize],
) -> usize {
    /// The widest such row of the pages that were read has eight parts.
    const MAX_PARTS: usize = 12;
    let mut outermost = Vec::new();
    let (mut at, mut end) = (from, from);
    while let Some(&row) = rows.get(at).filter(|_| outermost.len() < MAX_PARTS) {
        outermost.push(row);
        at += 1 + below.get(at).copied().unwrap_or(0);
        if are_proven(table, amounts, total, &outermost) {
            end = at;
        }
    }
    end - from
}

/// Whether some rows add up to a flow in each column that says what is planned or was achieved.
fn are_proven(
    table: &Table,
    amounts: &[Vec<Option<Amount>>],
    flow: usize,
    parts: &[usize],
) -> bool {
    const MIN_PARTS: usize = 2;
    /// One column may come out by chance, unless its numbers are long, or each of the others is zero in the flow and in its parts.
    const MIN_COLUMNS: usize = 2;
    const LONG: u32 = 1000;
    const MIN_EMPTY: usize = 3;
    if parts.len() < MIN_PARTS {
        return false;
    }
    let sum = Sum { rows: parts.iter().map(|&row| (row, false)).collect() };
    let (mut held, mut empty, mut is_long) = (0, 0, false);
    for (column, of) in table.columns.iter().enumerate() {
        let amount = |row: usize| amounts.get(row)?.get(column).copied().flatten();
        if of.content.is_some() || of.facts.role == Some(Role::Difference) {
            continue;
        }
        let Some(total) = amount(flow) else { continue };
        if total.number == Number::ZERO {
            let is_zero = |&row: &usize| amount(row).is_none_or(|of| of.number == Number::ZERO);
            empty += usize::from(parts.iter().all(is_zero));
            continue;
        }
        match adds_up(amount, flow, &sum) {
            Some(true) => held += 1,
            Some(false) => return false,
            None => {}
        }
        is_long |= total.number.abs() >= Number::from(LONG);
    }
    held >= MIN_COLUMNS || held == 1 && (is_long || empty >= MIN_EMPTY)
}
