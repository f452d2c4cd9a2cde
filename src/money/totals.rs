//! Totals: lines that are the sum of others.

use std::collections::HashMap;

use super::sheet::{Amount, Sheet, SheetLine, is_of_reserves};
use super::sums::{Addition, Checked, Promise, Tally};
use crate::model::cost::Flow;

/// What the lines of one flow come to, so far.
#[derive(Debug, Default)]
struct Running<'b> {
    /// All but totals.
    all: Tally,
    since_total: Tally,
    /// Those of the group that is open.
    of_group: Tally,
    group: Option<&'b [String]>,
    /// The totals themselves.
    totals: Tally,
}

impl<'b> Running<'b> {
    fn add(&mut self, line: &SheetLine<'b>) {
        if self.group != Some(&line.line.group) {
            self.group = Some(&line.line.group);
            self.of_group.clear();
        }
        for tally in [&mut self.all, &mut self.since_total, &mut self.of_group] {
            tally.add_line(line);
        }
    }

    fn end(&mut self, total: &SheetLine<'_>) {
        self.totals.add_line(total);
        self.since_total.clear();
        self.of_group.clear();
    }
}

/// The totals of a table that their lines make, and the amounts of those that they don't.
pub(super) fn checked(sheet: &Sheet<'_>) -> Vec<Checked> {
    let mut found = Vec::new();
    // Movements in the reserves stand among the expenses in some tables, and beside them in others.
    let mut without: HashMap<Option<Flow>, Running<'_>> = HashMap::new();
    let mut with: HashMap<Option<Flow>, Running<'_>> = HashMap::new();
    let mut parts: HashMap<(&[String], Option<Flow>), Tally> = HashMap::new();
    for line in &sheet.lines {
        let flow = line.line.flow;
        if !line.line.total {
            with.entry(flow).or_default().add(line);
            if !is_of_reserves(line.line) {
                without.entry(flow).or_default().add(line);
            }
            parts.entry((&line.line.group, flow)).or_default().add_line(line);
            continue;
        }
        let sides = [without.get(&flow), with.get(&flow)];
        let tallies = sides
            .into_iter()
            .flatten()
            .flat_map(|of| [&of.of_group, &of.since_total, &of.all, &of.totals]);
        found.extend(checked_total(sheet, line, tallies));
        for running in [without.get_mut(&flow), with.get_mut(&flow)].into_iter().flatten() {
            running.end(line);
        }
    }
    found.extend(checked_balances(sheet));
    // A line above its parts: *Lasten*, and below it what they are.
    for line in sheet.lines.iter().filter(|line| !line.line.total) {
        let mut path = line.line.group.clone();
        path.push(line.line.label.clone());
        let tally = parts.get(&(path.as_slice(), line.line.flow));
        found.extend(checked_total(sheet, line, tally));
    }
    found
}

/// Balances that are the sum of those above them, though no word calls them a total: *Saldo van baten en lasten* below the
/// balances of programmes. Only where they come out in more columns than one.
fn checked_balances(sheet: &Sheet<'_>) -> Vec<Checked> {
    let is_balance = |line: &&SheetLine<'_>| {
        line.line.flow == Some(Flow::Balance) && !is_of_reserves(line.line) && !line.line.total
    };
    let is_flow = |line: &SheetLine<'_>| {
        matches!(line.line.flow, Some(Flow::Expenses | Flow::Income)) && !is_of_reserves(line.line)
    };
    // Where flows make the balances these are no sums of each other.
    if sheet.lines.iter().any(is_flow) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut above = Tally::default();
    for line in sheet.lines.iter().filter(is_balance) {
        let checked = checked_total(sheet, line, [&above]);
        match checked.filter(|of| of.evidence.held > 1 && of.evidence.held > of.evidence.failed) {
            Some(total) => {
                found.push(total);
                above.clear();
            }
            None => above.add_line(line),
        }
    }
    found
}

/// A total that some lines make in more columns than not, and its amounts that they don't. `None` if no lines do.
fn checked_total<'t>(
    sheet: &Sheet<'_>,
    total: &SheetLine<'_>,
    tallies: impl IntoIterator<Item = &'t Tally>,
) -> Option<Checked> {
    let of = |tally: &'t Tally| Addition::new([(false, tally)]);
    let ways = tallies.into_iter().filter(|tally| tally.lines > 1);
    let ways = ways.map(|tally| (of(tally).evidence(sheet, total.amounts()), tally));
    let best = ways.max_by_key(|(of, _)| of.rank());
    let (evidence, tally) = best.filter(|(evidence, _)| evidence.held > evidence.failed)?;
    let is_meant = evidence.is_meant() && !tally.has_gaps;
    // A column in which fewer of the parts have an amount says nothing: a cell is empty, or wasn't read.
    let addition = of(tally);
    let count = |amount: &Amount| tally.get(amount.key).map_or(0, |sum| sum.count);
    let is_held = |amount: &&Amount| addition.makes(sheet, **amount) == Some(true);
    let whole = total.amounts().iter().filter(is_held).map(count).min().unwrap_or(0);
    let whole = total.amounts().iter().filter(|amount| is_meant && count(amount) >= whole);
    let broken =
        whole.filter_map(|amount| addition.broken(sheet, Promise::Total, total.index, *amount));
    Some(Checked { promise: Promise::Total, evidence, broken: broken.collect() })
}
