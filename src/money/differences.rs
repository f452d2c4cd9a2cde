//! Differences: a result and a plan make one.

use std::collections::BTreeMap;

use super::sheet::{Amount, Sheet, SheetLine};
use super::sums::{Broken, Evidence, FigureAt, Promise, Tally, Together, broken as broken_sum};
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

/// The differences of a table that the results and plans don't make.
pub(super) fn broken(sheet: &Sheet<'_>) -> Vec<Broken> {
    if !sheet.keys.iter().any(|key| key.is_difference()) {
        return Vec::new();
    }
    let mut evidence: BTreeMap<(Kind, Way), Evidence> = BTreeMap::new();
    let each = |line: &SheetLine<'_>, mut take: &mut dyn FnMut(Way, Amount, [Amount; 2])| {
        let _ = &mut take;
        for amount in line.amounts() {
            for way in WAYS {
                if let Some(parts) = way.parts(sheet, line, *amount) {
                    take(way, *amount, parts);
                }
            }
        }
    };
    for line in &sheet.lines {
        let kind = (line.line.flow, line.line.reserves);
        each(line, &mut |way, amount, parts| {
            if let Some((holds, is_of_several)) = way.holds(sheet, amount, parts) {
                evidence.entry((kind, way)).or_default().count(holds, is_of_several);
            }
        });
    }
    let best = |kind: Kind| {
        let of_kind = evidence.iter().filter(|((of, _), _)| *of == kind);
        let (best, evidence) = of_kind.max_by_key(|(_, evidence)| evidence.rank())?;
        evidence.is_meant().then_some(best.1)
    };
    let mut found = Vec::new();
    for line in &sheet.lines {
        let Some(best) = best((line.line.flow, line.line.reserves)) else { continue };
        each(line, &mut |way, amount, parts| {
            let fails = way == best
                && way.holds(sheet, amount, parts).is_some_and(|(holds, _)| !holds);
            if !fails {
                return;
            }
            let at = FigureAt { line: line.index, figure: amount.figure };
            let [one, other] = parts.map(|part| tally(line, part));
            let sums = || {
                let first = one.get(amount.key).map(|sum| (false, sum));
                first.into_iter().chain(other.get(amount.key).map(|sum| (true, sum)))
            };
            if let Some(together) = Together::of(sums()) {
                found.push(broken_sum(Promise::Difference, at, together.number, sums()));
            }
        });
    }
    found
}

/// One amount, as if it were of the key of the difference.
fn tally(line: &SheetLine<'_>, amount: Amount) -> Tally {
    let mut tally = Tally::default();
    tally.add(line.index, &[amount]);
    tally
}

impl Way {
    /// What makes a difference, the part that stays first, each as if it were of the key of the difference. `None` if the line lacks one.
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
                let mut of_role = line.amounts().iter().filter(|amount| {
                    sheet.keys.get(amount.key).is_some_and(|other| {
                        *other == key.with(role, other.period)
                    })
                });
                of_role.next().copied().filter(|_| of_role.next().is_none())
            }
        };
        let (result, plan) = (of(Role::Realised)?, of(self.plan)?);
        let parts = if self.is_of_result { [result, plan] } else { [plan, result] };
        Some(parts.map(|part| Amount { key: difference.key, ..part }))
    }

    /// Whether two amounts make a difference, and whether that says anything.
    fn holds(self, sheet: &Sheet<'_>, difference: Amount, parts: [Amount; 2]) -> Option<(bool, bool)> {
        let [one, other] = parts.map(|part| {
            let mut tally = Tally::default();
            tally.add(0, &[part]);
            tally
        });
        let first = one.get(difference.key).map(|sum| (false, sum));
        let second = other.get(difference.key).map(|sum| (true, sum));
        let together = Together::of(first.into_iter().chain(second))?;
        let holds = together.makes(sheet, difference)?;
        Some((holds, !difference.number.is_zero()))
    }
}
