//! Stocks: what a reserve holds at the end of a year is what it held at the beginning, with what was added and withdrawn.

use super::sheet::{Sheet, SheetLine, is_of_reserves};
use super::sums::{Addition, Checked, Evidence, Promise, Tally};
use crate::model::cost::Flow;

/// What a reserve holds at the beginning and at the end of a year, with what changed it between.
struct Stock<'s, 'b> {
    from: &'s SheetLine<'b>,
    to: &'s SheetLine<'b>,
    before: Tally,
    /// Additions, withdrawals, and movements that may be either.
    changes: [Tally; 3],
}

/// Which of the changes are subtracted, as a bit for each.
type Bits = u32;

impl Stock<'_, '_> {
    fn addition(&self, bits: Bits) -> Addition<'_> {
        let changes = self.changes.iter().enumerate().filter(|(_, changes)| !changes.is_empty());
        let changes = changes.map(|(at, changes)| (bits >> at & 1 == 1, changes));
        Addition::new(std::iter::once((false, &self.before)).chain(changes))
    }
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

fn within_years(sheet: &Sheet<'_>, stocks: &[Stock<'_, '_>]) -> Option<Checked> {
    // The same are subtracted in all.
    let ways = (0..8).map(|bits: Bits| {
        let mut all = Evidence::default();
        for stock in stocks {
            all.add(stock.addition(bits).evidence(sheet, stock.to.amounts()));
        }
        (all, bits)
    });
    let (evidence, bits) = ways.max_by_key(|(all, _)| all.rank())?;
    if !evidence.is_meant() {
        return None;
    }
    let broken = stocks.iter().flat_map(|stock| {
        let addition = stock.addition(bits);
        stock.to.amounts().iter().filter_map(move |amount| {
            addition.broken(sheet, Promise::Bridge, stock.to.index, *amount)
        })
    });
    Some(Checked { promise: Promise::Bridge, evidence, broken: broken.collect() })
}

/// The stocks at the beginning of a year against those at the end of the year before.
fn between_years(sheet: &Sheet<'_>, stocks: &[Stock<'_, '_>]) -> Option<Checked> {
    let mut evidence = Evidence::default();
    let mut broken = Vec::new();
    for Stock { from, to, .. } in stocks {
        for amount in from.amounts() {
            let ended = sheet.year_before(amount.key).and_then(|key| to.amount(key));
            let Some(ended) = ended else { continue };
            let tally = Tally::of_amount(to, ended, amount.key);
            let addition = Addition::new([(false, &tally)]);
            if let Some(found) = addition.compare(sheet, *amount) {
                evidence.count(found, !amount.number.is_zero());
            }
            broken.extend(addition.broken(sheet, Promise::Carried, from.index, *amount));
        }
    }
    if !evidence.is_meant() {
        broken.clear();
    }
    (evidence.held > 0).then_some(Checked { promise: Promise::Carried, evidence, broken })
}

/// The lines of no flow that follow one with only movements in the reserves between.
fn stocks<'s, 'b>(sheet: &'s Sheet<'b>) -> Vec<Stock<'s, 'b>> {
    let mut found = Vec::new();
    let mut from: Option<&SheetLine<'b>> = None;
    let mut changes: [Tally; 3] = Default::default();
    for line in &sheet.lines {
        let [additions, withdrawals, movements] = &mut changes;
        match (line.line.flow, is_of_reserves(line.line)) {
            (Some(Flow::Expenses), true) => additions.add_line(line),
            (Some(Flow::Income), true) => withdrawals.add_line(line),
            (_, true) => movements.add_line(line),
            (Some(_), false) => from = None,
            (None, false) => {
                let changes = std::mem::take(&mut changes);
                let is_changed = changes.iter().any(|changes| !changes.is_empty());
                if let Some(from) = from.filter(|_| is_changed) {
                    found.push(Stock { from, to: line, before: Tally::of_line(from), changes });
                }
                from = Some(line);
            }
        }
    }
    found
}
