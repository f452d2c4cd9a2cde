//! Sums of amounts, and how many of those that a table promises come out.

use std::collections::HashMap;

use super::rounding::{is_swapped, is_within, most_by_rounding, rounding};
use super::sheet::{Amount, Sheet, SheetLine};
use super::{balances, differences, stocks, totals};
use crate::leaves::number::Number;
use crate::model::cost::CostLine;

/// A sum that a table promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Promise {
    /// Expenses and income make a balance.
    Balance,
    /// The letter beside a balance says which of both is more.
    Letter,
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

impl Comparison {
    /// Of one that was made elsewhere.
    pub(super) fn of(holds: bool) -> Self {
        if holds { Comparison::Equal } else { Comparison::Other }
    }
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

/// The amounts of a field whose letters the flows of their table deny: in which sign they are meant isn't known.
pub(crate) fn denied_letters(costs: &[CostLine]) -> Vec<FigureAt> {
    let sheets = Sheet::all(costs);
    let of_sheet = |sheet: &Sheet<'_>| balances::learn(sheet).denied_letters(sheet);
    sheets.iter().flat_map(of_sheet).collect()
}

/// How many sums come out, and how many don't.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Evidence {
    pub(crate) held: u32,
    pub(crate) failed: u32,
    /// How many are printed with two digits in the wrong order. They speak for the sum: few other amounts look like that.
    pub(crate) swapped: u32,
}

/// What the amounts that are added come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    /// What is printed, within rounding.
    Equal,
    /// What is printed, but for two neighbouring digits that stand in the wrong order.
    Swapped,
    Other,
}

impl Evidence {
    pub(crate) fn add(&mut self, other: Evidence) {
        self.held += other.held;
        self.failed += other.failed;
        self.swapped += other.swapped;
    }

    /// Counts a sum, if it proves anything: where it holds it must be one of several amounts.
    pub(super) fn count(&mut self, found: Comparison, is_of_several: bool) {
        self.held += u32::from(found == Comparison::Equal && is_of_several);
        self.swapped += u32::from(found == Comparison::Swapped && is_of_several);
        self.failed += u32::from(found == Comparison::Other);
    }

    /// How many don't come out, misprints among them.
    pub(super) fn mistakes(self) -> u32 {
        self.failed + self.swapped
    }

    /// Whether the sum comes out more often than not, but for what is plainly misprinted.
    pub(super) fn mostly_holds(self) -> bool {
        self.held > self.failed
    }

    /// Whether the sum is meant: it comes out at least twice, or once beside a misprint of it, and fails less often.
    pub(super) fn is_meant(self) -> bool {
        const MIN_HELD: u32 = 2;
        self.held > 0 && self.held + self.swapped >= MIN_HELD && self.mostly_holds()
    }

    /// Whether the sums prove the shape of a table that was guessed. One that fails is no counter-proof: pages are excerpts, and their
    /// numbers are rounded.
    #[cfg(feature = "read")]
    pub(crate) fn is_proof(self) -> bool {
        const MIN_HELD: u32 = 2;
        self.held >= MIN_HELD && self.held > self.failed * 3
    }

    /// By which of several ways to add is the best.
    pub(super) fn rank(self) -> (u32, u32, std::cmp::Reverse<u32>) {
        (self.held, self.swapped, std::cmp::Reverse(self.failed))
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
    /// The step of the amount among them that is rounded most; `None` without one.
    coarsest: Option<Number>,
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
            sum.coarsest = sum.coarsest.max(Some(amount.step));
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

    /// How what the amounts come to compares with another amount of their key. `None` if that isn't known.
    pub(super) fn compare(&self, sheet: &Sheet<'_>, result: Amount) -> Option<Comparison> {
        let step = sheet.step(result.key);
        let outcome = self.outcome(result.key)?;
        Some(if is_within(outcome, result.number, self.most(result.key, step)?)? {
            Comparison::Equal
        } else if is_swapped(outcome, result.number, step) {
            Comparison::Swapped
        } else {
            Comparison::Other
        })
    }

    /// By how much a sum of the amounts of a key may differ, if they are rounded to a step.
    fn most(&self, key: usize, step: Number) -> Option<Number> {
        let count = self.sums(key).map(|(_, sum)| sum.count).sum();
        step.checked_mul(Number::from(rounding(count)))
    }

    /// Whether none of the tallies of a key is below zero.
    pub(super) fn terms_are_positive(&self, key: usize) -> bool {
        self.sums(key).all(|(_, sum)| sum.number.is_some_and(|number| !number.is_negative()))
    }

    /// How many of some amounts it makes. One that a single amount makes is not counted: that proves no sum.
    pub(super) fn evidence<'a>(
        &self,
        sheet: &Sheet<'_>,
        results: impl IntoIterator<Item = &'a Amount>,
    ) -> Evidence {
        let mut all = Evidence::default();
        for result in results {
            let Some(found) = self.compare(sheet, *result) else { continue };
            let several = self.sums(result.key).map(|(_, sum)| sum.nonzero).sum::<usize>() > 1;
            all.count(found, several);
        }
        all
    }

    /// Whether each of its lines has an amount for a key, and no cells that weren't placed.
    pub(super) fn is_whole(&self, key: usize) -> bool {
        let is = |tally: &Tally| tally.get(key).is_some_and(|sum| sum.count == tally.lines);
        self.0.iter().all(|(_, tally)| is(tally) && !tally.has_gaps)
    }

    /// An amount of a line that it doesn't make. `None` if it does, or may do: `-9` beside `-11,4` may be rounded further than its column; or if
    /// that isn't known.
    pub(super) fn broken(
        &self,
        sheet: &Sheet<'_>,
        promise: Promise,
        line: usize,
        result: Amount,
    ) -> Option<Broken> {
        if self.compare(sheet, result)? == Comparison::Equal {
            return None;
        }
        let steps = self.sums(result.key).filter_map(|(_, sum)| sum.coarsest);
        let coarsest = steps.chain([result.step, sheet.step(result.key)]).max()?;
        let count = self.sums(result.key).map(|(_, sum)| sum.count).sum();
        let most = coarsest.checked_mul(Number::from(most_by_rounding(count)))?;
        if is_within(self.outcome(result.key)?, result.number, most)? {
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
