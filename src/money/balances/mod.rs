//! Balances: expenses and income make one, and with what goes to and comes from the reserves another.
//!
//! `order` says in what order lines are looked at, `section` which of them may make a balance, and `way` in which ways. Here the balances of a
//! table are held against each other: a table makes them in one way.

mod order;
mod section;
mod way;

use std::collections::{BTreeMap, HashMap};

use super::sheet::{Amount, Sheet, SheetLine, is_of_reserves};
use super::sums::{Checked, Comparison, Evidence, FigureAt, Promise};
use crate::model::cost::{CostLine, Flow};
use order::in_order;
use section::Section;
use way::{Bits, Kind, Way, is_explained};

pub(super) use way::Term;

/// A balance, and the ways in which its table may make it.
#[derive(Debug)]
struct Balance {
    /// The index of its line in the sheet.
    at: usize,
    /// The line of the balance before it, in the sheet; `None` if its flows come after that one.
    before: Option<usize>,
    ways: Vec<Way>,
    /// Whether it stands for a deficit alone or for a surplus alone, so that it has few amounts.
    is_of_one_side: bool,
    /// The best of them for each [`Kind`] of amounts; `None` if none comes out.
    best: [Option<Best>; 2],
}

/// The best way to make the amounts of a balance.
#[derive(Debug, Clone, Copy)]
struct Best {
    /// Its index among the ways of the balance, and which of its terms are subtracted.
    way: usize,
    bits: Bits,
    /// How many amounts of the balance it makes.
    own: Evidence,
    /// How many of all balances of the table ways with the same terms make.
    of_table: Evidence,
}

/// A way to make the balances of a table: of what kind of amounts, of which terms, and which of these are subtracted.
type TableWay = (Kind, Vec<Term>, Bits);

/// What the balances of a table come to.
#[derive(Debug)]
pub(super) struct Learnt {
    balances: Vec<Balance>,
    /// Whether the flows are columns, so that a balance stands in the row of its expenses and its income.
    is_by_columns: bool,
    /// How often each way comes out, by its terms and by which of them are subtracted.
    evidence: BTreeMap<TableWay, Evidence>,
}

fn is_balance(line: &CostLine) -> bool {
    line.flow == Some(Flow::Balance) && !is_of_reserves(line)
}

/// Whether a table is of movements in the reserves alone: *Mutaties reserves / Lasten*, *Mutaties reserves / Baten*, *Mutaties reserves /
/// Saldo*. Then these are its flows.
pub(super) fn is_of_reserves_alone(sheet: &Sheet<'_>) -> bool {
    let mut flows = sheet.lines.iter().filter(|line| line.line.flow.is_some()).peekable();
    flows.peek().is_some() && flows.all(|line| is_of_reserves(line.line))
}

/// The balances of a table, with how it makes them.
pub(super) fn learn(sheet: &Sheet<'_>) -> Learnt {
    let mut balances: Vec<Balance> = Vec::new();
    let (order, is_by_columns) = in_order(sheet);
    let are_reserves_apart = !is_of_reserves_alone(sheet);
    let is_balance = |line: &CostLine| {
        is_balance(line) || !are_reserves_apart && line.flow == Some(Flow::Balance)
    };
    let mut section = Section::default();
    // The last balance, with the lines that make it.
    let mut last: Option<(usize, Section)> = None;
    let mut previous: Option<&SheetLine<'_>> = None;
    for at in order {
        let Some(line) = sheet.lines.get(at) else { continue };
        let is_of_other_row = || {
            previous.is_some_and(|previous| {
                previous.line.label != line.line.label
                    || previous.line.group != line.line.group
                    || previous.line.code != line.line.code
            })
        };
        if is_by_columns && is_of_other_row() {
            section = Section::default();
        }
        previous = Some(line);
        if is_balance(line.line) {
            let is_twin = |of: &usize| {
                let of = sheet.lines.get(*of).and_then(|other| other.own_surplus);
                of.is_some() && line.own_surplus.is_some() && of != line.own_surplus
            };
            // *Nadelig saldo* and *Voordelig saldo* right below it are made of the same lines.
            let twin = last.take().filter(|(of, _)| section.is_empty_after(*of) && is_twin(of));
            let made_of = twin.map_or_else(|| std::mem::take(&mut section), |(_, made_of)| made_of);
            let (ways, before) = (made_of.ways(), made_of.before());
            let is_of_one_side = line.own_surplus.is_some();
            balances.push(Balance { at, before, ways, is_of_one_side, best: [None; 2] });
            section = Section::after(at, line);
            last = Some((at, made_of));
        } else {
            section.take(line, are_reserves_apart);
        }
    }
    let evidence = evidence(sheet, &balances);
    for balance in &mut balances {
        balance.best = Kind::ALL.map(|kind| best(sheet, balance, &evidence, kind));
    }
    Learnt { balances, is_by_columns, evidence }
}

/// How often each way of a table comes out.
fn evidence(sheet: &Sheet<'_>, balances: &[Balance]) -> BTreeMap<TableWay, Evidence> {
    let mut all: BTreeMap<TableWay, Evidence> = BTreeMap::new();
    for balance in balances {
        let Some(line) = sheet.lines.get(balance.at) else { continue };
        // Of the ways of one balance with the same terms the best counts.
        let mut own: HashMap<TableWay, Evidence> = HashMap::new();
        for way in &balance.ways {
            for (of, bits) in
                Kind::ALL.into_iter().flat_map(|of| way.all_bits().map(move |b| (of, b)))
            {
                let found = way.evidence(sheet, line, bits, of);
                let known = own.entry((of, way.names(), bits)).or_default();
                if found.rank() > known.rank() {
                    *known = found;
                }
            }
        }
        for (way, found) in own {
            all.entry(way).or_default().add(found);
        }
    }
    all
}

/// The best way to make the amounts of a balance: by themselves, and then by those of the other balances.
fn best(
    sheet: &Sheet<'_>,
    balance: &Balance,
    evidence: &BTreeMap<TableWay, Evidence>,
    kind: Kind,
) -> Option<Best> {
    let line = sheet.lines.get(balance.at)?;
    let ways = balance.ways.iter().enumerate().flat_map(|(at, way)| {
        way.all_bits().map(move |bits| {
            let of_table = evidence.get(&(kind, way.names(), bits)).copied().unwrap_or_default();
            Best { way: at, bits, own: way.evidence(sheet, line, bits, kind), of_table }
        })
    });
    let rank =
        |of: &Best| (of.own.rank(), of.of_table.rank(), std::cmp::Reverse((of.way, of.bits)));
    ways.max_by_key(rank).filter(|best| best.of_table.held > 0)
}

impl Balance {
    /// The best way to make its amounts, if that makes more of them than not.
    fn made(&self) -> Option<(&Way, Best)> {
        let best = self.best(Kind::Amount)?;
        let way = self.ways.get(best.way)?;
        best.own.mostly_holds().then_some((way, best))
    }

    fn best(&self, kind: Kind) -> Option<Best> {
        self.best.get(kind as usize).copied().flatten()
    }
}

/// The letters of a balance that its flows deny: *20 V* below expenses of 100 and income of 80. Where both flows are printed without a
/// minus, a letter says which of them is more, so that its amount needs no other that comes out. At least two amounts must be those of the flows,
/// with whichever letter. `None` if no letter is denied.
fn checked_letters(sheet: &Sheet<'_>, balance: &Balance) -> Option<Checked> {
    const MIN_AMOUNTS: u32 = 2;
    /// The expenses are subtracted from the income.
    const BITS: Bits = 1;
    let line = sheet.lines.get(balance.at)?;
    let flows = [Term::Expenses, Term::Income];
    balance.ways.iter().filter(|way| way.names() == flows).find_map(|way| {
        let addition = way.addition(BITS);
        let (mut evidence, mut broken) = (Evidence::default(), Vec::new());
        for amount in line.amounts().iter().filter(|of| Kind::of(sheet, of) == Kind::Amount) {
            let turned = Amount { number: -amount.number, ..*amount };
            let is_plain = addition.terms_are_positive(amount.key);
            match (addition.compare(sheet, *amount), addition.compare(sheet, turned)) {
                (Some(Comparison::Equal), _) => evidence.count(Comparison::Equal, true),
                (_, Some(Comparison::Equal)) if amount.has_letter && is_plain => {
                    evidence.count(Comparison::Swapped, true);
                    broken.extend(addition.broken(sheet, Promise::Letter, line.index, *amount));
                }
                (None, None) => {}
                _ => return None,
            }
        }
        let is_meant = evidence.held + evidence.swapped >= MIN_AMOUNTS && !broken.is_empty();
        is_meant.then_some(Checked { promise: Promise::Balance, evidence, broken })
    })
}

impl Learnt {
    /// The balances that come out, and the amounts of those that don't.
    pub(super) fn checked(&self, sheet: &Sheet<'_>) -> Vec<Checked> {
        let each = self.balances.iter().flat_map(|balance| {
            Kind::ALL.map(|of| (balance, of, self.checked_of(sheet, balance, of)))
        });
        let checked = each.filter_map(|(balance, of, checked)| match (of, checked) {
            // What comes out one way for one letter and the other way for another.
            (Kind::Amount, None) => checked_letters(sheet, balance),
            (_, checked) => checked,
        });
        checked.collect()
    }

    fn checked_of(&self, sheet: &Sheet<'_>, balance: &Balance, kind: Kind) -> Option<Checked> {
        let Best { way, bits, own, of_table } = balance.best(kind)?;
        let (way, line) = (balance.ways.get(way)?, sheet.lines.get(balance.at)?);
        // A balance that never comes out is one of other lines, unless it stands in the row of its flows or has few amounts.
        let is_one_of_many = self.is_by_columns || balance.is_of_one_side;
        if !(own.mostly_holds() || is_one_of_many && of_table.is_meant()) {
            return None;
        }
        let promise = if way.has_reserves() { Promise::Bridge } else { Promise::Balance };
        let addition = way.addition(bits);
        let may_break = |amount: &&Amount| {
            of_table.is_meant()
                && Kind::of(sheet, amount) == kind
                && addition.is_whole(amount.key)
                && !is_explained(sheet, balance.at, &addition, **amount)
        };
        let amounts = line.amounts().iter().filter(may_break);
        let broken = amounts.filter_map(|of| addition.broken(sheet, promise, line.index, *of));
        Some(Checked { promise, evidence: own, broken: broken.collect() })
    }

    /// The amounts of balances whose letters their flows deny.
    pub(super) fn denied_letters(&self, sheet: &Sheet<'_>) -> Vec<FigureAt> {
        let all = self.checked(sheet).into_iter().flat_map(|checked| checked.broken);
        all.filter(|broken| broken.promise == Promise::Letter).map(|broken| broken.at).collect()
    }

    /// The balances that are made with the movements in the reserves, by their index in the sheet, each with the one before these.
    pub(super) fn results(&self) -> impl Iterator<Item = (usize, Option<usize>)> {
        let made = self.balances.iter().filter_map(|balance| Some((balance, balance.made()?.0)));
        made.filter(|(_, way)| way.has_reserves()).map(|(balance, _)| (balance.at, balance.before))
    }

    /// The expenses, the income and the balance that are those of the whole table: of the only balance that comes out as one line of each,
    /// or of the only total among these. By their indexes in their field; `None` if there is none.
    pub(super) fn whole(&self, sheet: &Sheet<'_>) -> Option<[usize; 3]> {
        let lines = |balance: &Balance| {
            let (way, _) = balance.made().filter(|(way, _)| !way.has_reserves())?;
            let line = sheet.lines.get(balance.at)?;
            let (expenses, income) = (way.only_line(Term::Expenses)?, way.only_line(Term::Income)?);
            Some(([expenses, income, line.index], line.line.total))
        };
        let all: Vec<([usize; 3], bool)> = self.balances.iter().filter_map(lines).collect();
        if let [(only, _)] = all.as_slice() {
            return Some(*only);
        }
        let mut totals = all.iter().filter(|(_, is_total)| *is_total);
        totals.next().filter(|_| totals.next().is_none()).map(|(lines, _)| *lines)
    }

    /// In which way the table makes its balances of these terms: which of them are subtracted. `None` if no way comes out,
    /// or if two come out as often.
    pub(super) fn way(&self, of: &[Term]) -> Option<Bits> {
        let ways = || {
            let of_amounts = self.evidence.iter().filter(|((kind, _, _), _)| *kind == Kind::Amount);
            of_amounts.filter(|((_, terms, _), _)| terms == of)
        };
        let (best, evidence) = ways().max_by_key(|(_, evidence)| evidence.rank())?;
        let others = ways().filter(|(other, _)| *other != best);
        let is_alone = others.map(|(_, other)| other.held).max().unwrap_or(0) < evidence.held;
        (is_alone && evidence.mostly_holds()).then_some(best.2)
    }
}
