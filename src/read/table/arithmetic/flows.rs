//! Rows that are the parts of a flow: *Lasten* with its amounts, and below it the rows that add up to them.

use std::collections::BTreeMap;

use super::equations::{Sum, adds_up};
use super::{Amount, amounts};
use crate::leaves::number::Number;
use crate::leaves::role::Role;
use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;
use crate::read::spot::joined;
use crate::read::table::{RowKind, Table};

/// For each row that is a part of a flow, the row that is the flow. That is proven by the amounts: in each column the parts come to
/// those of the flow. They stand below it, or above it where it is their total. A colon says it without proof.
pub(in crate::read) fn parts_of_flows(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    table: &Table,
) -> BTreeMap<usize, usize> {
    let is_flow = |at: &usize| {
        table.rows.get(*at).is_some_and(|row| {
            let facts = vocabulary.facts(&joined(lines, &row.label));
            row.kind == RowKind::Figures
                && facts.flow.is_some()
                && facts.rest == 0
                && facts.role.is_none()
                && facts.period.is_none()
        })
    };
    let flows: Vec<usize> = (0..table.rows.len()).filter(is_flow).collect();
    let mut found = BTreeMap::new();
    if flows.is_empty() {
        return found;
    }
    let amounts = amounts(vocabulary, lines, table);
    let is_part = |at: &usize| {
        table.rows.get(*at).is_some_and(|row| row.kind == RowKind::Figures)
            && flows.binary_search(at).is_err()
    };
    for (at, &flow) in flows.iter().enumerate() {
        // *Uitgaven:* leads to the rows below it, those of further groups as well.
        let label = table.rows.get(flow).map(|row| joined(lines, &row.label)).unwrap_or_default();
        if label.ends_with(':') {
            let end = flows.get(at + 1).copied().unwrap_or(table.rows.len());
            let is_figures =
                |at: &usize| table.rows.get(*at).is_some_and(|row| row.kind == RowKind::Figures);
            found.extend((flow + 1..end).filter(is_figures).map(|part| (part, flow)));
            continue;
        }
        let below: Vec<usize> = (flow + 1..table.rows.len()).take_while(is_part).collect();
        let above: Vec<usize> = (0..flow).rev().take_while(is_part).collect();
        for parts in [below, above] {
            let are_free = parts.iter().all(|part| !found.contains_key(part));
            if are_free && are_proven(table, &amounts, flow, &parts) {
                found.extend(parts.into_iter().map(|part| (part, flow)));
                break;
            }
        }
    }
    found
}

/// Whether some rows add up to a flow in each column that says what is planned or was achieved.
fn are_proven(
    table: &Table,
    amounts: &[Vec<Option<Amount>>],
    flow: usize,
    parts: &[usize],
) -> bool {
    const MIN_PARTS: usize = 2;
    /// One column may come out by chance, unless its numbers are long.
    const MIN_COLUMNS: usize = 2;
    const LONG: u32 = 1000;
    if parts.len() < MIN_PARTS {
        return false;
    }
    let sum = Sum { rows: parts.iter().map(|&row| (row, false)).collect() };
    let (mut held, mut is_long) = (0, false);
    for (column, of) in table.columns.iter().enumerate() {
        let amount = |row: usize| amounts.get(row)?.get(column).copied().flatten();
        if of.content.is_some() || of.facts.role == Some(Role::Difference) {
            continue;
        }
        let Some(total) = amount(flow).filter(|total| total.number != Number::ZERO) else {
            continue;
        };
        match adds_up(amount, flow, &sum) {
            Some(true) => held += 1,
            Some(false) => return false,
            None => {}
        }
        is_long |= total.number.abs() >= Number::from(LONG);
    }
    held >= MIN_COLUMNS || (held == 1 && is_long)
}
