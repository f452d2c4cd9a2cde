//! The lines of a table since its last balance, and the ways in which they may make the next one.

use super::way::{Term, Way};
use crate::model::cost::Flow;
use crate::money::sheet::{SheetLine, is_of_reserves};
use crate::money::sums::Tally;

/// Which lines of a flow are the amounts that make the balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    LastTotal,
    AllTotals,
    All,
    First,
    Last,
}

const CHOICES: [Choice; 5] =
    [Choice::LastTotal, Choice::AllTotals, Choice::All, Choice::First, Choice::Last];

/// The lines of a flow since the last balance.
#[derive(Debug, Default)]
struct Side {
    last_total: Tally,
    totals: Tally,
    all: Tally,
    first: Tally,
    last: Tally,
}

impl Side {
    fn add(&mut self, line: &SheetLine<'_>) {
        if self.first.is_empty() {
            self.first.add_line(line);
        }
        self.last.clear();
        self.last.add_line(line);
        self.all.add_line(line);
        if line.line.total {
            self.last_total.clear();
            self.last_total.add_line(line);
            self.totals.add_line(line);
        }
    }

    fn choose(&self, choice: Choice) -> &Tally {
        let chosen = match choice {
            Choice::LastTotal => &self.last_total,
            Choice::AllTotals => &self.totals,
            Choice::All => &self.all,
            Choice::First => &self.first,
            Choice::Last => &self.last,
        };
        // The one line of a flow is its total, whatever it is called.
        if self.all.lines == 1 { &self.all } else { chosen }
    }

    /// Whether two choices are the same lines.
    fn is_same(&self, one: Choice, other: Choice) -> bool {
        let lines = |choice: Choice| self.choose(choice).lines;
        self.all.lines == 1
            || lines(one) == 0 && lines(other) == 0
            || matches!(
                (one, other),
                (Choice::LastTotal, Choice::AllTotals) | (Choice::AllTotals, Choice::LastTotal)
            ) && self.totals.lines == 1
    }
}

/// The lines of a table since its last balance.
#[derive(Debug, Default)]
pub(super) struct Section {
    expenses: Side,
    income: Side,
    additions: Tally,
    withdrawals: Tally,
    movements: Tally,
    /// The balance right before them, and its index in the sheet. Only movements in the reserves follow it.
    before: Option<(usize, Tally)>,
}

impl Section {
    /// The lines after a balance, of which none is known yet.
    pub(super) fn after(at: usize, balance: &SheetLine<'_>) -> Self {
        Section { before: Some((at, Tally::of_line(balance))), ..Section::default() }
    }

    /// Whether no line followed a balance, by its index in the sheet.
    pub(super) fn is_empty_after(&self, at: usize) -> bool {
        self.before() == Some(at) && self.reserves().is_empty()
    }

    /// The index of the balance before them; `None` if flows of their own follow that.
    pub(super) fn before(&self) -> Option<usize> {
        self.before.as_ref().map(|(at, _)| *at)
    }

    /// Takes a line, a movement in the reserves apart from the flows unless the table has nothing else.
    pub(super) fn take(&mut self, line: &SheetLine<'_>, are_reserves_apart: bool) {
        if line.is_part {
            return;
        }
        let is_movement = is_of_reserves(line.line) && are_reserves_apart;
        if self.before.is_some() && line.line.flow.is_some() && !is_movement {
            *self = Section::default();
        }
        match (line.line.flow, is_movement) {
            (Some(Flow::Expenses), true) => self.additions.add_line(line),
            (Some(Flow::Income), true) => self.withdrawals.add_line(line),
            (_, true) => self.movements.add_line(line),
            (Some(Flow::Expenses), false) => self.expenses.add(line),
            (Some(Flow::Income), false) => self.income.add(line),
            (Some(Flow::Balance) | None, false) => {}
        }
    }

    /// The movements in the reserves, as terms.
    fn reserves(&self) -> Vec<(Term, Tally)> {
        let each = [
            (Term::Additions, &self.additions),
            (Term::Withdrawals, &self.withdrawals),
            (Term::Movements, &self.movements),
        ];
        let known = each.into_iter().filter(|(_, tally)| !tally.is_empty());
        known.map(|(term, tally)| (term, tally.clone())).collect()
    }

    /// The ways in which a balance may be made of these lines.
    pub(super) fn ways(&self) -> Vec<Way> {
        let reserves = self.reserves();
        let mut ways = Vec::new();
        if let Some((_, before)) = &self.before {
            if !reserves.is_empty() {
                let before = (Term::Before, before.clone());
                ways.push(Way { terms: std::iter::once(before).chain(reserves).collect() });
            }
            return ways;
        }
        for (at, choice) in CHOICES.into_iter().enumerate() {
            let (expenses, income) = (self.expenses.choose(choice), self.income.choose(choice));
            let is_known = CHOICES.iter().take(at).any(|other| {
                self.expenses.is_same(*other, choice) && self.income.is_same(*other, choice)
            });
            if expenses.is_empty() || income.is_empty() || is_known {
                continue;
            }
            let flows = || vec![(Term::Expenses, expenses.clone()), (Term::Income, income.clone())];
            ways.push(Way { terms: flows() });
            if !reserves.is_empty() {
                ways.push(Way { terms: flows().into_iter().chain(reserves.clone()).collect() });
            }
        }
        ways
    }
}
