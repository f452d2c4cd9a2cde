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
    pub(crate) fn add(&mut self, other: Evidence) {
        self.held += other.held;
        self.failed += other.failed;
    }

    /// Counts a sum, if it proves anything: where it holds it must be one of several amounts.
    pub(super) fn count(&mut self, holds: bool, is_of_several: bool) {
        self.held += u32::from(holds && is_of_several);
        self.failed += u32::from(!holds);
    }

    /// Whether the sum is meant: it comes out at least twice, and fails less often.
    pub(super) fn is_meant(self) -> bool {
        const MIN_HELD: u32 = 2;
        self.held >= MIN_HELD && self.held > self.failed
    }

    /// Whether the sums prove the shape of a table that was guessed. One that fails is no counter-proof: pages are excerpts, and their
    /// numbers are rounded.
    #[cfg(feature = "read")]
    pub(crate) fn is_proof(self) -> bool {
        const MIN_HELD: u32 = 2;
        self.held >= MIN_HELD && self.held > self.failed * 3
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
    number: Option<Number>,
    pub(super) count: usize,
    /// How many of them aren't zero.
    nonzero: usize,
    first: Vec<FigureAt>,
}

impl Tally {
    /// How many amounts a message shows.
    const SHOWN: usize = 4;

    /// That of one line.
    pub(super) fn of_line(line: &SheetLine<'_>) -> Self {
        let mut tally = Tally::default();
        tally.add_line(line);
        tally
    }

    /// That of one amount of a line, as if it were of another key.
    pub(super) fn of_amount(line: &SheetLine<'_>, amount: Amount, key: usize) -> Self {
        let mut tally = Tally::default();
        tally.add(line.index, &[Amount { key, ..amount }]);
        tally
    }

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
    fn add(&mut self, line: usize, amounts: &[Amount]) {
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

/// Tallies that are added, each with whether it is subtracted.
#[derive(Debug)]
pub(super) struct Addition<'t>(Vec<(bool, &'t Tally)>);

impl<'t> Addition<'t> {
    pub(super) fn new(terms: impl IntoIterator<Item = (bool, &'t Tally)>) -> Self {
        Addition(terms.into_iter().collect())
    }

    /// What the amounts of a key come to. `None` if one of the tallies has none, since what isn't printed is not 0, or if they are too
    /// large to add.
    pub(super) fn outcome(&self, key: usize) -> Option<Number> {
        let mut all = Number::ZERO;
        for (is_subtracted, tally) in &self.0 {
            let number = tally.get(key)?.number?;
            all = if *is_subtracted { all.checked_sub(number)? } else { all.checked_add(number)? };
        }
        Some(all)
    }

    fn sums(&self, key: usize) -> impl Iterator<Item = (bool, &'t Sum)> {
        self.0
            .iter()
            .filter_map(move |(is_subtracted, tally)| Some((*is_subtracted, tally.get(key)?)))
    }

    /// Whether it makes an amount, within the rounding of the amounts of its key. `None` if that isn't known.
    pub(super) fn makes(&self, sheet: &Sheet<'_>, result: Amount) -> Option<bool> {
        let outcome = self.outcome(result.key)?;
        let count = self.sums(result.key).map(|(_, sum)| sum.count).sum();
        let most = sheet.step(result.key).checked_mul(Number::from(rounding(count)))?;
        is_within(outcome, result.number, most)
    }

    /// How many of some amounts it makes. One that a single amount makes is not counted: that proves no sum.
    pub(super) fn evidence<'a>(
        &self,
        sheet: &Sheet<'_>,
        results: impl IntoIterator<Item = &'a Amount>,
    ) -> Evidence {
        let mut all = Evidence::default();
        for result in results {
            let Some(holds) = self.makes(sheet, *result) else { continue };
            let several = self.sums(result.key).map(|(_, sum)| sum.nonzero).sum::<usize>() > 1;
            all.count(holds, several);
        }
        all
    }

    /// Whether each of its lines has an amount for a key, and no cells that weren't placed.
    pub(super) fn is_whole(&self, key: usize) -> bool {
        let is = |tally: &Tally| tally.get(key).is_some_and(|sum| sum.count == tally.lines);
        self.0.iter().all(|(_, tally)| is(tally) && !tally.has_gaps)
    }

    /// An amount of a line that it doesn't make. `None` if it does, or if that isn't known.
    pub(super) fn broken(
        &self,
        sheet: &Sheet<'_>,
        promise: Promise,
        line: usize,
        result: Amount,
    ) -> Option<Broken> {
        if self.makes(sheet, result)? {
            return None;
        }
        let mut terms = Vec::new();
        let mut count = 0;
        for (is_subtracted, sum) in self.sums(result.key) {
            count += sum.count;
            let room = Tally::SHOWN.saturating_sub(terms.len());
            terms.extend(sum.first.iter().take(room).map(|at| (is_subtracted, *at)));
        }
        let more = count.saturating_sub(terms.len());
        let at = FigureAt { line, figure: result.figure };
        Some(Broken { promise, at, terms, more, sum: self.outcome(result.key)? })
    }
}
