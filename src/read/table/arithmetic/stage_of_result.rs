//! What the result below the rows of a table says of all of them: *Geraamd resultaat* is what planned expenses and income come to, so the
//! columns above it, which don't say what their amounts are, are planned as well.

use super::{Amount, amounts};
use crate::findings::rule::Message;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::FlowWord;
use crate::read::language::HeaderWord;
use crate::read::lines::{Lines, RawLine};
use crate::read::spot::joined;
use crate::read::table::{Column, Doubt, RowKind, Table};

/// The rows above a result that it may be the sum of, at most.
const MAX_ROWS: usize = 12;

/// Gives the columns of figures the stage of the result that the rows come to, with a finding. Nothing where a column or another row says
/// of what stage it is: *Begroot resultaat* below what was realised is there to be compared with. Nor where the columns are of several
/// times: the first of them may be realised in a budget, whatever it calls its results.
pub(super) fn take(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], table: &mut Table) {
    let is_of_figures = |column: &&Column| column.content.is_none();
    let mut times: Vec<Option<Period>> =
        table.columns.iter().filter(is_of_figures).map(|column| column.facts.period).collect();
    times.dedup();
    let says_stage = |column: &Column| column.facts.role.is_some() || column.facts.is_mapped;
    if times.len() > 1
        || table.scope.role.is_some()
        || table.columns.iter().any(says_stage)
        || !table.columns.iter().any(|column| is_of_figures(&column) && !column.is_open)
    {
        return;
    }
    let label = |at: usize| table.rows.get(at).map(|row| joined(lines, &row.label));
    let rows: Vec<usize> = (0..table.rows.len())
        .filter(|&at| table.rows.get(at).is_some_and(|row| row.kind == RowKind::Figures))
        .collect();
    let mut stages = rows.iter().enumerate().filter_map(|(place, &at)| {
        let facts = vocabulary.facts(&label(at)?);
        Some((place, facts.role?, facts))
    });
    let Some((place, role, facts)) = stages.next() else { return };
    let is_balance = facts.flow == Some(FlowWord::Balance)
        || facts.others.contains(&HeaderWord::Flow(FlowWord::Balance));
    if !matches!(role, Role::Budgeted | Role::Amended | Role::Realised)
        || !is_balance
        || facts.rest > 0
        || stages.any(|(_, other, _)| other != role)
    {
        return;
    }
    let signs: Vec<bool> = rows
        .iter()
        .map(|&at| {
            let flow = label(at).and_then(|label| vocabulary.facts(&label).flow);
            matches!(flow, Some(FlowWord::Expenses | FlowWord::ReservesIn))
        })
        .collect();
    let amounts = amounts(vocabulary, lines, table);
    let amounts: Vec<&Vec<Option<Amount>>> =
        rows.iter().filter_map(|&at| amounts.get(at)).collect();
    if !comes_to(&amounts, &signs, place) {
        return;
    }
    let Some(label) = rows.get(place).and_then(|&at| label(at)) else { return };
    let first = table.head.first().copied().unwrap_or(table.from);
    table.doubts.push(Doubt {
        at: Lines::one(first),
        what: Message::StageOfResult { row: label.as_str().into() },
    });
    for column in table.columns.iter_mut().filter(|column| is_of_figures(&&**column)) {
        column.facts.role = Some(role);
    }
}

/// Whether a row is the sum of some rows right above it in each column, either as they are printed or with those of expenses subtracted.
fn comes_to(rows: &[&Vec<Option<Amount>>], is_subtracted: &[bool], result: usize) -> bool {
    /// Rows of few digits come to a number by chance.
    const LONG: u32 = 100;
    const MIN_LONG: usize = 2;
    let width = rows.get(result).map_or(0, |row| row.len());
    let number = |row: usize, column: usize| {
        rows.get(row).and_then(|row| row.get(column).copied().flatten()).map(|of| of.number)
    };
    let is_long =
        |column: &usize| number(result, *column).is_some_and(|of| of.abs() >= Number::from(LONG));
    if (0..width).filter(is_long).count() < MIN_LONG {
        return false;
    }
    let holds = |from: usize, with_signs: bool| {
        (0..width).filter(|&column| number(result, column).is_some()).all(|column| {
            let sum = (from..result).try_fold(Number::ZERO, |sum, row| {
                let of = number(row, column).unwrap_or(Number::ZERO);
                if with_signs && is_subtracted.get(row) == Some(&true) {
                    sum.checked_sub(of)
                } else {
                    sum.checked_add(of)
                }
            });
            let gap = sum.zip(number(result, column)).and_then(|(sum, of)| sum.checked_sub(of));
            gap.is_some_and(|gap| gap.abs() <= Number::from(1))
        })
    };
    (result.saturating_sub(MAX_ROWS)..result.saturating_sub(1))
        .any(|from| holds(from, false) || holds(from, true))
}
