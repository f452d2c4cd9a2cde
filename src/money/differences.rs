//! Differences: a result and a plan make one.

use std::collections::{BTreeMap, BTreeSet};

use super::sheet::{Amount, Key, Sheet, SheetLine};
use super::sums::{Addition, Broken, Checked, Evidence, Promise, Tally};
use crate::leaves::role::Role;
use crate::model::cost::{Flow, Reserves};

/// A way to make a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    plan: Role,
    /// Whether the plan is subtracted from the result, or the result from the plan.
    is_of_result: bool,
}

const WAYS: [Way; 4] = [
    Way { plan: Role::Amended, is_of_result: true },
    Way { plan: Role::Amended, is_of_result: false },
    Way { plan: Role::Budgeted, is_of_result: true },
    Way { plan: Role::Budgeted, is_of_result: false },
];

/// The lines whose differences are made in one way: more expenses are to the bad, and more income to the good.
type Kind = (Option<Flow>, Option<Reserves>);

/// The differences of a table that its results and plans make, and those that they don't.
pub(super) fn checked(sheet: &Sheet<'_>) -> Option<Checked> {
    if !sheet.keys.iter().any(Key::is_difference) {
        return None;
    }
    let mut by_way: BTreeMap<(Kind, Way), Evidence> = BTreeMap::new();
    for line in &sheet.lines {
        for (way, amount, [one, other]) in ways(sheet, line) {
            let addition = Addition::new([(false, &one), (true, &other)]);
            if let Some(found) = addition.compare(sheet, amount) {
                // No difference is one either way.
                by_way.entry((kind(line), way)).or_default().count(found, !amount.number.is_zero());
            }
        }
    }
    // The best way for each kind of lines.
    let mut best: BTreeMap<Kind, (Way, Evidence)> = BTreeMap::new();
    for ((kind, way), evidence) in by_way {
        let known = best.entry(kind).or_insert((way, evidence));
        if evidence.rank() > known.1.rank() {
            *known = (way, evidence);
        }
    }
    best.retain(|_, (_, evidence)| evidence.mostly_holds());
    let mut all = Evidence::default();
    for (_, evidence) in best.values() {
        all.add(*evidence);
    }
    let plans: BTreeSet<Role> = best.values().map(|(way, _)| way.plan).collect();
    let signed = is_signed(sheet);
    let mut broken = Vec::new();
    for line in &sheet.lines {
        // A kind of lines with too few differences of its own is held against what the others are made of, in either direction.
        let of_kind = best.get(&kind(line)).filter(|(_, evidence)| evidence.is_meant());
        if of_kind.is_none() && !all.is_meant() {
            continue;
        }
        let is_meant = |way: Way| match of_kind {
            Some((best, _)) if signed => way == *best,
            Some((best, _)) => way.plan == best.plan,
            None => plans.len() == 1 && plans.contains(&way.plan),
        };
        for of_amount in ways(sheet, line)
            .collect::<Vec<_>>()
            .chunk_by(|(_, one, _), (_, other, _)| one.figure == other.figure)
        {
            let meant = of_amount.iter().filter(|(way, _, _)| is_meant(*way));
            let mut wrong = Vec::new();
            for (_, amount, [one, other]) in meant {
                let addition = Addition::new([(false, one), (true, other)]);
                wrong.push(addition.broken(sheet, Promise::Difference, line.index, *amount));
            }
            // If one of them comes out, that one is meant.
            if let Some(wrong) = wrong.into_iter().collect::<Option<Vec<Broken>>>() {
                broken.extend(wrong.into_iter().next());
            }
        }
    }
    (all.held > 0).then_some(Checked { promise: Promise::Difference, evidence: all, broken })
}

/// Whether differences are printed with their direction. Without a minus and without a letter they may all be amounts of the difference alone.
fn is_signed(sheet: &Sheet<'_>) -> bool {
    let amounts = sheet.lines.iter().flat_map(SheetLine::amounts);
    let mut differences =
        amounts.filter(|amount| sheet.keys.get(amount.key).is_some_and(Key::is_difference));
    differences.any(|amount| amount.has_letter || amount.number.is_negative())
}

fn kind(line: &SheetLine<'_>) -> Kind {
    (line.line.flow, line.line.reserves)
}

/// Each difference of a line, with each way to make it, and what it would be made of: the first less the second.
fn ways<'s>(
    sheet: &'s Sheet<'_>,
    line: &'s SheetLine<'_>,
) -> impl Iterator<Item = (Way, Amount, [Tally; 2])> + 's {
    line.amounts().iter().flat_map(move |amount| {
        WAYS.into_iter().filter_map(move |way| {
            let parts = way.parts(sheet, line, *amount)?;
            Some((way, *amount, parts.map(|part| Tally::of_amount(line, part, amount.key))))
        })
    })
}

impl Way {
    /// What makes a difference, the part that stays first. `None` if the line lacks one.
    fn parts(
        self,
        sheet: &Sheet<'_>,
        line: &SheetLine<'_>,
        difference: Amount,
    ) -> Option<[Amount; 2]> {
        let key = sheet.keys.get(difference.key).filter(|key| key.is_difference())?;
        let of = |role: Role| match key.period {
            Some(_) => line.amount(sheet.find(&key.with(role, key.period))?),
            // A difference without a year is of the only result of the line.
            None => {
                // A line has few columns; one that has more is no line of a budget.
                const MAX: usize = 64;
                let mut of_role = line.amounts().iter().take(MAX).filter(|amount| {
                    sheet
                        .keys
                        .get(amount.key)
                        .is_some_and(|other| *other == key.with(role, other.period))
                });
                of_role.next().copied().filter(|_| of_role.next().is_none())
            }
        };
        let (result, plan) = (of(Role::Realised)?, of(self.plan)?);
        Some(if self.is_of_result { [result, plan] } else { [plan, result] })
    }
}
