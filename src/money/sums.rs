//! Sums of amounts, and how many of those that a table promises come out.

use std::collections::HashMap;

use super::rounding::{is_within, rounding};
use super::sheet::{Amount, Sheet, SheetLine};
use super::{balances, differences, stocks, totals};
use crate::leaves::number::Number;
use crate::model::cost::CostLine;

/// A sum that a table promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Promise {
    /// Expenses and income make a balance.
    Balance,
    /// A balance and what goes to and comes from the reserves make a result, and a stock the next one.
    Bridge,
    /// The stock at the end of a year is that at the beginning of the next.
    Carried,
    /// Lines add up to a total.
    Total,
    /// A result less a plan is a difference.
    Difference,
}

/// An amount that isn't what its table promises.
#[derive(Debug)]
pub(crate) struct Broken {
    pub(crate) promise: Promise,
    pub(crate) at: FigureAt,
    /// The first of the amounts that are added, each with whether it is subtracted.
    pub(crate) terms: Vec<(bool, FigureAt)>,
    /// How many further ones there are.
    pub(crate) more: usize,
    /// What they come to.
    pub(crate) sum: Number,
}

/// A figure of a cost line of a field, by their indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FigureAt {
    pub(crate) line: usize,
    pub(crate) figure: usize,
}

/// The sums of one kind in a table.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) promise: Promise,
    pub(crate) evidence: Evidence,
    /// The amounts that break them.
    pub(crate) broken: Vec<Broken>,
}

/// A table of a field and its sums.
#[derive(Debug)]
pub(crate) struct CheckedSheet {
    /// The indexes of its lines among the costs of the field.
    pub(crate) lines: Vec<usize>,
    pub(crate) checked: Vec<Checked>,
}

/// The sums of the tables of a field.
///
/// A sum is only known to be meant where it comes out elsewhere: tables are excerpts, and one that never
/// comes out may be a sum of other lines.
pub(crate) fn checked_sums(costs: &[CostLine]) -> Vec<CheckedSheet> {
    let check = |sheet: Sheet<'_>| {
        let mut checked = balances::learn(&sheet).checked(&sheet);
        checked.extend(totals::checked(&sheet));
        checked.extend(differences::checked(&sheet));
        checked.extend(stocks::checked(&sheet));
        CheckedSheet { lines: sheet.lines.iter().map(|line| line.index).collect(), checked }
    };
    Sheet::all(costs).into_iter().map(check).collect()
}

/// How many sums come out, and how many don't.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    pub(crate) held: u32,
    pub(crate) failed: u32,
}

impl Evidence {
    pub(super) fn add(&mut self, other: Evidence) {
        self.held += other.held;
        self.failed += other.failed;
    }

    /// Counts a sum. One that a single amount makes proves nothing where it holds.
    pub(super) fn count(&mut self, holds: bool, is_of_several: bool) {
        self.held += u32::from(holds && is_of_several);
        self.failed += u32::from(!holds);
    }

    /// Whether the sum is meant: it comes out at least twice, and fails less often.
    pub(super) fn is_meant(self) -> bool {
        const MIN_HELD: u32 = 2;
        self.held >= MIN_HELD && self.held > self.failed
    }

    /// By which of several ways to add is the best.
    pub(super) fn rank(self) -> (u32, std::cmp::Reverse<u32>) {
        (self.held, std::cmp::Reverse(self.failed))
    }
}

/// Sums of the amounts of some lines, by key.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    of: HashMap<usize, Sum>,
    /// How many lines were added.
    pub(super) lines: usize,
    /// The only line that was added, by its index in its field; `None` for none and for several.
    pub(super) only: Option<usize>,
    /// Whether one of them has cells that weren't placed, so that the sum may lack an amount.
    pub(super) has_gaps: bool,
}

/// The sum of some amounts.
#[derive(Debug, Clone, Default)]
pub(super) struct Sum {
    /// `None` if they are too large to add.
    pub(super) number: Option<Number>,
    pub(super) count: usize,
    /// How many of them aren't zero.
    pub(super) nonzero: usize,
    first: Vec<FigureAt>,
}

impl Tally {
    /// How many amounts a message shows.
    const SHOWN: usize = 4;

    pub(super) fn is_empty(&self) -> bool {
        self.lines == 0
    }

    pub(super) fn clear(&mut self) {
        *self = Tally::default();
    }

    /// Adds the amounts of a line.
    pub(super) fn add_line(&mut self, line: &SheetLine<'_>) {
        self.has_gaps |= line.has_gaps;
        self.add(line.index, line.amounts());
    }

    /// Adds amounts of a line, by the index of the line in its field.
    pub(super) fn add(&mut self, line: usize, amounts: &[Amount]) {
        self.lines += 1;
        self.only = (self.lines == 1).then_some(line);
        for amount in amounts {
            let sum = self
                .of
                .entry(amount.key)
                .or_insert_with(|| Sum { number: Some(Number::ZERO), ..Sum::default() });
            sum.number = sum.number.and_then(|sum| sum.checked_add(amount.number));
            sum.count += 1;
            sum.nonzero += usize::from(!amount.number.is_zero());
            if sum.first.len() < Self::SHOWN {
                sum.first.push(FigureAt { line, figure: amount.figure });
            }
        }
    }

    pub(super) fn get(&self, key: usize) -> Option<&Sum> {
        self.of.get(&key)
    }
}

/// What some sums come to together, each with whether it is subtracted. `None` if none of them has an amount, or they are too
/// large to add.
pub(super) struct Together {
    pub(super) number: Number,
    count: usize,
    nonzero: usize,
}

impl Together {
    pub(super) fn of<'s>(sums: impl IntoIterator<Item = (bool, &'s Sum)>) -> Option<Self> {
        let mut all = Together { number: Number::ZERO, count: 0, nonzero: 0 };
        for (is_subtracted, sum) in sums {
            let number = sum.number?;
            all.number = if is_subtracted {
                all.number.checked_sub(number)?
            } else {
                all.number.checked_add(number)?
            };
            all.count += sum.count;
            all.nonzero += sum.nonzero;
        }
        (all.count > 0).then_some(all)
    }

    /// Whether it makes an amount, within the rounding of the amounts of its key; `None` if they are too large to compare.
    pub(super) fn makes(&self, sheet: &Sheet<'_>, result: Amount) -> Option<bool> {
        let units = Number::from(rounding(self.count));
        let most = sheet.step(result.key).checked_mul(units)?;
        is_within(self.number, result.number, most)
    }

    /// Whether more than one amount makes it.
    pub(super) fn is_of_several(&self) -> bool {
        self.nonzero > 1
    }
}

/// The amount that some sums don't make, with what they come to.
pub(super) fn broken<'s>(
    promise: Promise,
    at: FigureAt,
    sum: Number,
    sums: impl IntoIterator<Item = (bool, &'s Sum)>,
) -> Broken {
    let mut terms = Vec::new();
    let mut count = 0;
    for (is_subtracted, sum) in sums {
        count += sum.count;
        let room = Tally::SHOWN.saturating_sub(terms.len());
        terms.extend(sum.first.iter().take(room).map(|at| (is_subtracted, *at)));
    }
    let more = count.saturating_sub(terms.len());
    Broken { promise, at, terms, more, sum }
}
