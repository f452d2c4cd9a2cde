//! Whether structural income covers structural expenses.

use super::{Document, Findings, PLANNED, is_of};
use crate::findings::argument::Unchecked;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Message;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::value::Value;
use crate::model::cost::{CostLine, Flow, Recurrence, Reserves};
use crate::validate::outline::Outline;

/// The lines of the document that say something of it, each with its place.
#[derive(Default)]
struct Lines<'b> {
    income: Vec<&'b CostLine>,
    expenses: Vec<&'b CostLine>,
    balances: Vec<&'b CostLine>,
    /// Where the first of them is.
    first: Option<Place>,
}

/// Structural income covers structural expenses in the year of the budget, or in the last of the
/// three years after it.
pub(super) fn balance(document: &Document, outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let year = match document.budget_year() {
        Ok(year) => year,
        Err(None) => return,
        Err(Some(why)) => {
            findings.report_of_document(Message::StructuralBalanceUnchecked { why });
            return;
        }
    };
    let lines = Lines::of(outline);
    let at = lines.first.clone().unwrap_or_default();
    let last = year.saturating_add(3);
    let what = match (lines.is_covered(year), lines.is_covered(last)) {
        (Ok(true), _) | (_, Ok(true)) => return,
        (Ok(false), Ok(false)) => {
            let (Ok(first), Ok(last)) = (Period::year(year), Period::year(last)) else { return };
            Message::StructuralDeficit { first, last }
        }
        (Err(why), _) | (_, Err(why)) => Message::StructuralBalanceUnchecked { why },
    };
    findings.report(at, what);
}

impl<'b> Lines<'b> {
    /// The lines that are about what comes again each year: the totals of a flow where it has some, or else its lines.
    fn of(outline: &Outline<'b>) -> Self {
        let mut lines = Lines::default();
        for node in &outline.nodes {
            for (index, line) in node.field.costs.iter().enumerate() {
                let is_movement = line.reserves == Some(Reserves::Only);
                if line.recurrence != Some(Recurrence::Structural) || is_movement {
                    continue;
                }
                let list = match line.flow {
                    Some(Flow::Expenses) => &mut lines.expenses,
                    Some(Flow::Income) => &mut lines.income,
                    Some(Flow::Balance) => &mut lines.balances,
                    None => continue,
                };
                list.push(line);
                lines.first.get_or_insert_with(|| node.at(Part::Cost(index)));
            }
        }
        for list in [&mut lines.expenses, &mut lines.income, &mut lines.balances] {
            if list.iter().any(|line| line.total) {
                list.retain(|line| line.total);
            }
        }
        lines
    }

    /// Whether income covers expenses in a year.
    fn is_covered(&self, year: u16) -> Result<bool, Unchecked> {
        if self.first.is_none() {
            return Err(Unchecked::NoStructuralLines);
        }
        let income = only(self.income.iter().filter_map(|line| amount(line, year)))?;
        let expenses = only(self.expenses.iter().filter_map(|line| amount(line, year)))?;
        if let (Some(income), Some(expenses)) = (income, expenses) {
            return Ok(income? >= expenses?);
        }
        let balance = only(self.balances.iter().filter_map(|line| amount(line, year)))?;
        Ok(!balance.ok_or(Unchecked::YearWithoutAmounts)??.is_negative())
    }
}

/// The planned amount of a line for a year, in the convention of the crate. `None` if there is none, or none that is exact.
fn amount(line: &CostLine, year: u16) -> Option<Result<Number, Unchecked>> {
    let figure = line.figures.iter().find(|figure| is_of(figure, year, &PLANNED))?;
    match figure.value {
        Value::Exact(_) => Some(line.amount(figure).ok_or(Unchecked::NoSigns)),
        _ => None,
    }
}

/// The one that all say; `None` without any. Lines that say different things may be of parts of the
/// document.
fn only<A: PartialEq>(mut all: impl Iterator<Item = A>) -> Result<Option<A>, Unchecked> {
    let Some(first) = all.next() else { return Ok(None) };
    if all.all(|other| other == first) { Ok(Some(first)) } else { Err(Unchecked::LinesDiffer) }
}
