//! Lines that their amounts prove to be a balance, though no word says so: *01.1 Werk en activering*, and below it its
//! expenses and its income.

use super::sheet::{Sheet, SheetLine, is_of_reserves};
use super::sums::{Addition, Evidence, Tally};
use crate::model::cost::Flow;

/// The indexes in the sheet of lines of no known flow that are what is left of the two flows right below them, and of those that are the sum of
/// such lines below them.
pub(super) fn unnamed_balances(sheet: &Sheet<'_>) -> Vec<usize> {
    let is_open = |at: usize| sheet.lines.get(at).is_some_and(is_of_no_flow);
    let candidates: Vec<usize> = (0..sheet.lines.len())
        .filter(|&at| is_open(at) && flows_below(sheet, at).is_some())
        .collect();
    // One convention for all: which of expenses and income is subtracted.
    let conventions = (0..4_u32).map(|bits| {
        let mut all = Evidence::default();
        let mut proven = Vec::new();
        for &at in &candidates {
            let own = evidence(sheet, at, bits);
            all.add(own);
            if own.held > 0 && own.mistakes() == 0 {
                proven.push(at);
            }
        }
        (all, proven)
    });
    let best = conventions.max_by_key(|(all, _)| all.rank());
    let Some((_, mut found)) = best.filter(|(all, _)| all.is_meant()) else { return Vec::new() };
    found.extend(sums_of(sheet, &found));
    found
}

fn is_of_no_flow(line: &SheetLine<'_>) -> bool {
    line.line.flow.is_none() && !is_of_reserves(line.line) && !line.line.total
}

/// The expenses and the income right below a line.
fn flows_below<'s, 'b>(
    sheet: &'s Sheet<'b>,
    at: usize,
) -> Option<(&'s SheetLine<'b>, &'s SheetLine<'b>)> {
    let of = |at: usize| {
        let line = sheet.lines.get(at)?;
        Some((line, line.line.flow.filter(|_| !is_of_reserves(line.line))?))
    };
    match (of(at + 1)?, of(at + 2)?) {
        ((expenses, Flow::Expenses), (income, Flow::Income))
        | ((income, Flow::Income), (expenses, Flow::Expenses)) => Some((expenses, income)),
        _ => None,
    }
}

/// In how many columns a line is its expenses and its income, of which those with a bit are subtracted.
fn evidence(sheet: &Sheet<'_>, at: usize, bits: u32) -> Evidence {
    let (Some(line), Some((expenses, income))) = (sheet.lines.get(at), flows_below(sheet, at))
    else {
        return Evidence::default();
    };
    let (expenses, income) = (Tally::of_line(expenses), Tally::of_line(income));
    Addition::new([(bits & 1 == 1, &expenses), (bits & 2 == 2, &income)])
        .evidence(sheet, line.amounts())
}

/// The lines of no known flow that are the sum of the balances below them, down to the next such line.
fn sums_of(sheet: &Sheet<'_>, balances: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut below = Tally::default();
    for (at, line) in sheet.lines.iter().enumerate().rev() {
        if balances.binary_search(&at).is_ok() {
            below.add_line(line);
        } else if is_of_no_flow(line) {
            let all = Addition::new([(false, &below)]).evidence(sheet, line.amounts());
            if below.lines > 1 && all.held > 1 && all.mistakes() == 0 {
                found.push(at);
            }
            below.clear();
        }
    }
    found
}
