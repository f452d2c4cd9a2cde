//! Totals: lines that are the sum of others.

use std::collections::HashMap;

use super::sheet::{Amount, Sheet, SheetLine, are_of_one_row, is_of_reserves};
use super::sums::{Addition, Checked, Comparison, Evidence, Promise, Tally};
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

/// Which of the lines so far a total may add up.
const CHOICES: [for<'t> fn(&'t Running<'_>) -> &'t Tally; 4] =
    [|of| &of.of_group, |of| &of.since_total, |of| &of.all, |of| &of.totals];

/// The totals of a table that their lines make, and the amounts of those that they don't.
pub(super) fn checked(sheet: &Sheet<'_>) -> Vec<Checked> {
    let mut found = Vec::new();
    // Movements in the reserves stand among the expenses in some tables, and beside them in others.
    let mut without: HashMap<Option<Flow>, Running<'_>> = HashMap::new();
    let mut with: HashMap<Option<Flow>, Running<'_>> = HashMap::new();
    let mut parts: HashMap<(&[String], Option<Flow>), Tally> = HashMap::new();
    let mut open: Vec<&SheetLine<'_>> = Vec::new();
    for row in sheet.lines.chunk_by(|one, other| are_of_one_row(one.line, other.line)) {
        for line in row.iter().filter(|line| !line.line.total) {
            let flow = line.line.flow;
            parts.entry((&line.line.group, flow)).or_default().add_line(line);
            if line.is_part {
                continue;
            }
            with.entry(flow).or_default().add(line);
            if !is_of_reserves(line.line) {
                without.entry(flow).or_default().add(line);
            }
        }
        // The totals of a row are made of the same rows: what comes out for one flow is evidence for the other.
        let totals: Vec<&SheetLine<'_>> = row.iter().filter(|line| line.line.total).collect();
        if totals.is_empty() {
            continue;
        }
        let ways = [&without, &with].into_iter().flat_map(|running| {
            CHOICES.map(|choice| -> Vec<Option<&Tally>> {
                totals.iter().map(|line| running.get(&line.line.flow).map(choice)).collect()
            })
        });
        let made = checked_totals(sheet, &totals, ways);
        if made.is_empty() {
            open.extend(&totals);
        }
        found.extend(made);
        for line in totals {
            let flow = line.line.flow;
            for running in [without.get_mut(&flow), with.get_mut(&flow)].into_iter().flatten() {
                running.end(line);
            }
        }
    }
    found.extend(checked_above(sheet, &open));
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

/// Totals above what they add up: *Totaal lasten*, and below it the lines of the same flow, down to the next total.
fn checked_above(sheet: &Sheet<'_>, open: &[&SheetLine<'_>]) -> Vec<Checked> {
    let mut below: HashMap<Option<Flow>, Tally> = HashMap::new();
    let mut found = Vec::new();
    let is_added = |line: &&SheetLine<'_>| !is_of_reserves(line.line) && !line.is_part;
    for line in sheet.lines.iter().rev().filter(is_added) {
        let below = below.entry(line.line.flow).or_default();
        if !line.line.total {
            below.add_line(line);
            continue;
        }
        if open.iter().any(|of| of.index == line.index) {
            found.extend(checked_total(sheet, line, [&*below]));
        }
        below.clear();
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
        match checked.filter(|of| of.evidence.held > 1 && of.evidence.mostly_holds()) {
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
    let ways = tallies.into_iter().map(|tally| vec![Some(tally)]);
    checked_totals(sheet, &[total], ways).pop()
}

/// The totals of a row that some lines make in more columns than not, and the amounts of them that these don't. Each way has the lines of each
/// total. Empty if no lines make them.
fn checked_totals<'t>(
    sheet: &Sheet<'_>,
    totals: &[&SheetLine<'_>],
    ways: impl IntoIterator<Item = Vec<Option<&'t Tally>>>,
) -> Vec<Checked> {
    let of = |tally: &'t Tally| Addition::new([(false, tally)]);
    let each = |way: &[Option<&'t Tally>]| -> Vec<Evidence> {
        let all = totals.iter().zip(way).map(|(total, tally)| {
            let tally = tally.filter(|tally| tally.lines > 1);
            tally.map(|tally| of(tally).evidence(sheet, total.amounts())).unwrap_or_default()
        });
        all.collect()
    };
    let ways = ways.into_iter().map(|way| {
        let own = each(&way);
        let mut all = Evidence::default();
        for own in &own {
            all.add(*own);
        }
        (all, own, way)
    });
    let best = ways.max_by_key(|(all, _, _)| all.rank());
    let Some((all, own, way)) = best.filter(|(all, _, _)| all.mostly_holds()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for ((total, tally), evidence) in totals.iter().zip(way).zip(own) {
        let Some(tally) = tally.filter(|tally| tally.lines > 1) else { continue };
        let is_meant = all.is_meant() && !tally.has_gaps;
        // A column in which fewer of the parts have an amount says nothing: a cell is empty, or wasn't read.
        let addition = of(tally);
        let count = |amount: &Amount| tally.get(amount.key).map_or(0, |sum| sum.count);
        let is_held =
            |amount: &&Amount| addition.compare(sheet, **amount) == Some(Comparison::Equal);
        let whole = total.amounts().iter().filter(is_held).map(count).min();
        let whole = whole.unwrap_or(tally.lines);
        let whole = total.amounts().iter().filter(|amount| is_meant && count(amount) >= whole);
        let broken =
            whole.filter_map(|amount| addition.broken(sheet, Promise::Total, total.index, *amount));
        found.push(Checked { promise: Promise::Total, evidence, broken: broken.collect() });
    }
    found
}
