//! The years that a budget has amounts for, and its movements in reserves.

use std::collections::HashSet;

use super::{Document, Findings, PLANNED, has_amount, is_ordinary};
use crate::findings::argument::Unchecked;
use crate::findings::place::Place;
use crate::findings::rule::Message;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::model::cost::{CostLine, Reserves};
use crate::validate::outline::Outline;
use crate::words::fold;

/// The realised amounts of two years before the budget, and the budgeted ones of the year before.
pub(super) fn prior_figures(
    document: &Document,
    outline: &Outline<'_>,
    findings: &mut Findings<'_>,
) {
    let unchecked = |why| Message::PriorFiguresUnchecked { why };
    let Some(year) = year_with_amounts(document, outline, findings, unchecked) else { return };
    let (Some(before_last), Some(last)) = (year.checked_sub(2), year.checked_sub(1)) else {
        return;
    };
    let (Ok(account), Ok(budget)) = (Period::year(before_last), Period::year(last)) else { return };
    let asked: [(u16, &[Role], Message); 2] = [
        (before_last, &[Role::Realised], Message::NoPriorAccount { period: account }),
        (last, &PLANNED, Message::NoPriorBudget { period: budget }),
    ];
    for (asked, roles, what) in asked {
        let has_own = |lines: &[CostLine]| {
            lines.iter().any(|line| is_ordinary(line) && has_amount(line, year, &PLANNED))
        };
        let has_asked =
            |lines: &[CostLine]| lines.iter().any(|line| has_amount(line, asked, roles));
        if !outline.nodes.iter().any(|node| has_asked(&node.field.costs)) {
            findings.report_of_document(what);
            continue;
        }
        for node in &outline.nodes {
            if has_own(&node.field.costs) && !has_asked(&node.field.costs) {
                findings.report(node.place.clone(), what.clone());
            }
        }
    }
}

/// Estimates for the three years after the budget.
pub(super) fn estimates(document: &Document, outline: &Outline<'_>, findings: &mut Findings<'_>) {
    /// The municipal act and the decree speak of the three years after the budget.
    const YEARS: u16 = 3;
    let unchecked = |why| Message::EstimatesUnchecked { why };
    let Some(year) = year_with_amounts(document, outline, findings, unchecked) else { return };
    let lines = || outline.nodes.iter().flat_map(|node| &node.field.costs);
    let is_missing = |year: &u16| !lines().any(|line| has_amount(line, *year, &PLANNED));
    let missing = (1..=YEARS).filter_map(|years| year.checked_add(years)).filter(is_missing);
    let periods: Vec<Period> = missing.filter_map(|year| Period::year(year).ok()).collect();
    if !periods.is_empty() {
        findings.report_of_document(Message::NoEstimates { periods });
    }
}

/// Additions to and withdrawals from reserves for each programme: for each outermost field that has
/// expenses and income.
pub(super) fn reserves(document: &Document, outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let unchecked = |why| Message::ReservesUnchecked { why };
    if year_with_amounts(document, outline, findings, unchecked).is_none() {
        return;
    }
    let of_reserves = |line: &&CostLine| line.reserves == Some(Reserves::Only);
    // A table of reserves may have a row or a group for each programme.
    let lines = outline.nodes.iter().flat_map(|node| &node.field.costs).filter(of_reserves);
    let named: HashSet<String> = lines
        .flat_map(|line| line.group.iter().chain([&line.label]))
        .map(|text| fold(text, false))
        .collect();
    if named.is_empty() {
        findings.report_of_document(Message::NoReserves {});
        return;
    }
    let mut programmes: Vec<Programme<'_>> = Vec::new();
    for node in &outline.nodes {
        if node.outer.is_none() {
            let title = node.field.heading.title.as_deref();
            let is_named = title.is_some_and(|title| named.contains(&fold(title, false)));
            programmes.push(Programme {
                place: &node.place,
                has_amounts: false,
                has_reserves: is_named,
            });
        }
        // A field comes after the one that it lies in.
        let Some(programme) = programmes.last_mut() else { continue };
        // A statement of what comes again each year and what once is no programme.
        let is_of_programme = |line: &CostLine| is_ordinary(line) && line.recurrence.is_none();
        programme.has_amounts |= node.field.costs.iter().any(is_of_programme);
        programme.has_reserves |= node.field.costs.iter().any(|line| of_reserves(&line));
    }
    for programme in programmes {
        if programme.has_amounts && !programme.has_reserves {
            findings.report(programme.place.clone(), Message::NoReserves {});
        }
    }
}

struct Programme<'p> {
    place: &'p Place,
    has_amounts: bool,
    has_reserves: bool,
}

/// The year of a budget that has expenses or income for it. Else it is reported why that can't be
/// checked, if the rule asks something of the document.
fn year_with_amounts(
    document: &Document,
    outline: &Outline<'_>,
    findings: &mut Findings<'_>,
    unchecked: impl Fn(Unchecked) -> Message,
) -> Option<u16> {
    let year = match document.budget_year() {
        Ok(year) => year,
        Err(why) => {
            if let Some(why) = why {
                findings.report_of_document(unchecked(why));
            }
            return None;
        }
    };
    let mut lines = outline.nodes.iter().flat_map(|node| &node.field.costs);
    if lines.any(|line| is_ordinary(line) && has_amount(line, year, &PLANNED)) {
        return Some(year);
    }
    findings.report_of_document(unchecked(Unchecked::NoAmounts));
    None
}
