//! Stocks: what a reserve holds at the end of a year is what it held at the beginning, with what was added and withdrawn.

use super::balances::Term;
use super::sheet::{Amount, Sheet, SheetLine, is_of_reserves};
use super::sums::{Checked, Evidence, FigureAt, Promise, Tally, Together, broken};
use crate::leaves::role::Role;
use crate::model::cost::Flow;

/// A stock with what changed it since the one before it.
#[derive(Debug)]
struct Stock {
    /// The lines at the beginning and at the end, in the sheet.
    from: usize,
    at: usize,
    before: Tally,
    changes: Vec<(Term, Tally)>,
}

/// The stocks of a table that what came before them makes, and those that it doesn't; and those of the beginning of a year that are not
/// those of the end of the year before.
pub(super) fn checked(sheet: &Sheet<'_>) -> Vec<Checked> {
    let stocks = stocks(sheet);
    let within = within_years(sheet, &stocks);
    // Lines that aren't made of each other are no stocks.
    let between = within.is_some().then(|| between_years(sheet, &stocks)).flatten();
    within.into_iter().chain(between).collect()
}

/// The stocks at the beginning of a year against those at the end of the year before.
fn between_years(sheet: &Sheet<'_>, stocks: &[Stock]) -> Option<Checked> {
    let mut evidence = Evidence::default();
    let mut found = Vec::new();
    for stock in stocks {
        let (Some(from), Some(to)) = (sheet.lines.get(stock.from), sheet.lines.get(stock.at))
        else {
            continue;
        };
        for amount in from.amounts() {
            let Some(ended) = sheet.year_before(amount.key).and_then(|key| to.amount(key)) else {
                continue;
            };
            let mut tally = Tally::default();
            tally.add(to.index, &[Amount { key: amount.key, ..ended }]);
            let sums = || tally.get(amount.key).map(|sum| (false, sum));
            let Some(holds) = Together::of(sums()).and_then(|sum| sum.makes(sheet, *amount)) else {
                continue;
            };
            evidence.count(holds, !amount.number.is_zero());
            if !holds {
                let at = FigureAt { line: from.index, figure: amount.figure };
                found.push(broken(Promise::Carried, at, ended.number, sums()));
            }
        }
    }
    let broken = if evidence.is_meant() { found } else { Vec::new() };
    (evidence.held > 0).then_some(Checked { promise: Promise::Carried, evidence, broken })
}

fn within_years(sheet: &Sheet<'_>, stocks: &[Stock]) -> Option<Checked> {
    // Whether additions and withdrawals are subtracted: the same for all.
    let ways = (0..8_u32).map(|bits| {
        let mut all = Evidence::default();
        for (stock, line) in each(sheet, stocks) {
            for amount in line.amounts() {
                if let Some((holds, is_of_several)) = stock.holds(sheet, *amount, bits) {
                    all.count(holds, is_of_several);
                }
            }
        }
        (all, bits)
    });
    let (evidence, bits) = ways.max_by_key(|(all, _)| all.rank())?;
    if !evidence.is_meant() {
        return None;
    }
    let mut found = Vec::new();
    for (stock, line) in each(sheet, stocks) {
        for amount in line.amounts() {
            let fails = stock.holds(sheet, *amount, bits).is_some_and(|(holds, _)| !holds);
            let sum = || Together::of(stock.sums(amount.key, bits));
            if let Some(together) = sum().filter(|_| fails) {
                let at = FigureAt { line: line.index, figure: amount.figure };
                found.push(broken(
                    Promise::Bridge,
                    at,
                    together.number,
                    stock.sums(amount.key, bits),
                ));
            }
        }
    }
    Some(Checked { promise: Promise::Bridge, evidence, broken: found })
}

fn each<'s, 'b>(
    sheet: &'s Sheet<'b>,
    stocks: &'s [Stock],
) -> impl Iterator<Item = (&'s Stock, &'s SheetLine<'b>)> {
    stocks.iter().filter_map(|stock| Some((stock, sheet.lines.get(stock.at)?)))
}

/// The lines of no flow that follow one with only movements in the reserves between.
fn stocks(sheet: &Sheet<'_>) -> Vec<Stock> {
    let mut found = Vec::new();
    let mut before: Option<(usize, &SheetLine<'_>)> = None;
    let mut changes: [Tally; 3] = Default::default();
    for (at, line) in sheet.lines.iter().enumerate() {
        let tally = match (line.line.flow, is_of_reserves(line.line)) {
            (Some(Flow::Expenses), true) => changes.first_mut(),
            (Some(Flow::Income), true) => changes.get_mut(1),
            (_, true) => changes.get_mut(2),
            (None, false) => {
                let since = std::mem::take(&mut changes);
                let terms = [Term::Additions, Term::Withdrawals, Term::Movements];
                let changes: Vec<(Term, Tally)> =
                    terms.into_iter().zip(since).filter(|(_, of)| !of.is_empty()).collect();
                if let Some((from, before)) = before.filter(|_| !changes.is_empty()) {
                    let mut tally = Tally::default();
                    tally.add_line(before);
                    found.push(Stock { from, at, before: tally, changes });
                }
                before = Some((at, line));
                None
            }
            (Some(_), false) => {
                before = None;
                None
            }
        };
        if let Some(tally) = tally {
            tally.add_line(line);
        }
    }
    found
}

impl Stock {
    fn sums(&self, key: usize, bits: u32) -> impl Iterator<Item = (bool, &super::sums::Sum)> {
        let before = self.before.get(key).map(|sum| (false, sum));
        let changes = self.changes.iter().filter_map(move |(term, tally)| {
            let is_subtracted = match term {
                Term::Additions => bits & 1 == 1,
                Term::Withdrawals => bits & 2 == 2,
                _ => bits & 4 == 4,
            };
            Some((is_subtracted, tally.get(key)?))
        });
        before.into_iter().chain(changes)
    }

    /// Whether an amount is what came before it with its changes, and whether that says anything.
    fn holds(&self, sheet: &Sheet<'_>, amount: Amount, bits: u32) -> Option<(bool, bool)> {
        let key = sheet.keys.get(amount.key)?;
        self.before.get(amount.key).filter(|_| key.role != Some(Role::Difference))?;
        let together = Together::of(self.sums(amount.key, bits))?;
        Some((together.makes(sheet, amount)?, together.is_of_several()))
    }
}
