//! Balances: expenses and income make one, and with what goes to and comes from the reserves another.

use std::collections::{BTreeMap, HashMap};

use super::rounding::is_within;
use super::sheet::{Amount, Sheet, SheetLine, are_of_one_row, is_of_reserves};
use super::sums::{Checked, Evidence, FigureAt, Promise, Sum, Tally, Together, broken};
use crate::model::cost::{CostLine, Flow};

/// What stands in a sum that makes a balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Term {
    Expenses,
    Income,
    /// To the reserves.
    Additions,
    /// From the reserves.
    Withdrawals,
    /// To and from the reserves in one amount.
    Movements,
    /// The balance before the movements in the reserves.
    Before,
}

/// Which terms are subtracted, as a bit for each in the order of the sum.
type Bits = u32;

/// A way to make a balance.
#[derive(Debug)]
struct Way {
    terms: Vec<(Term, Tally)>,
}

/// A balance, and the ways in which its table may make it.
#[derive(Debug)]
struct Balance {
    /// The index of its line in the sheet.
    at: usize,
    /// The line of the balance before it, in the sheet; `None` if its flows come after that one.
    before: Option<usize>,
    ways: Vec<Way>,
    /// The best of them for each kind of amounts, and which of its terms are subtracted; `None` if none comes out.
    best: [Option<(usize, Bits)>; 2],
}

/// The kinds of amounts that are added in ways of their own: amounts, and differences of two of them. The difference of expenses is to
/// the good where it is that of income if it is the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    Amount,
    Difference,
}

impl Kind {
    const ALL: [Kind; 2] = [Kind::Amount, Kind::Difference];

    fn of(sheet: &Sheet<'_>, amount: &Amount) -> Self {
        match sheet.keys.get(amount.key) {
            Some(key) if key.is_difference() => Kind::Difference,
            _ => Kind::Amount,
        }
    }
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

/// Which lines of a flow are the amounts that make the balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    LastTotal,
    AllTotals,
    All,
    First,
    Last,
}

const CHOICES: [Choice; 5] =
    [Choice::LastTotal, Choice::AllTotals, Choice::All, Choice::First, Choice::Last];

/// The lines of a flow since the last balance.
#[derive(Debug, Default)]
struct Side {
    last_total: Tally,
    totals: Tally,
    all: Tally,
    first: Tally,
    last: Tally,
}

impl Side {
    fn add(&mut self, line: &SheetLine<'_>) {
        if self.first.is_empty() {
            self.first.add_line(line);
        }
        self.last.clear();
        self.last.add_line(line);
        self.all.add_line(line);
        if line.line.total {
            self.last_total.clear();
            self.last_total.add_line(line);
            self.totals.add_line(line);
        }
    }

    fn choose(&self, choice: Choice) -> &Tally {
        let chosen = match choice {
            Choice::LastTotal => &self.last_total,
            Choice::AllTotals => &self.totals,
            Choice::All => &self.all,
            Choice::First => &self.first,
            Choice::Last => &self.last,
        };
        // The one line of a flow is its total, whatever it is called.
        if self.all.lines == 1 { &self.all } else { chosen }
    }

    /// Whether two choices are the same lines.
    fn is_same(&self, one: Choice, other: Choice) -> bool {
        let lines = |choice: Choice| self.choose(choice).lines;
        self.all.lines == 1
            || lines(one) == 0 && lines(other) == 0
            || matches!(
                (one, other),
                (Choice::LastTotal, Choice::AllTotals) | (Choice::AllTotals, Choice::LastTotal)
            ) && self.totals.lines == 1
    }
}

/// The lines since the last balance of a table, and that balance.
#[derive(Debug, Default)]
struct Section {
    expenses: Side,
    income: Side,
    additions: Tally,
    withdrawals: Tally,
    movements: Tally,
    /// The balance before them, with the movements in the reserves since.
    before: Tally,
    before_at: Option<usize>,
    is_closed: bool,
}

impl Section {
    /// Takes a line, a movement in the reserves apart from the flows unless the table has nothing else.
    fn take(&mut self, line: &SheetLine<'_>, are_reserves_apart: bool) {
        match (line.line.flow, is_of_reserves(line.line) && are_reserves_apart) {
            (Some(Flow::Expenses), true) => self.additions.add_line(line),
            (Some(Flow::Income), true) => self.withdrawals.add_line(line),
            (_, true) => self.movements.add_line(line),
            (Some(Flow::Expenses), false) => self.expenses.add(line),
            (Some(Flow::Income), false) => self.income.add(line),
            (Some(Flow::Balance) | None, false) => {}
        }
    }

    /// The movements in the reserves, as terms.
    fn reserves(&self) -> Vec<(Term, Tally)> {
        let each = [
            (Term::Additions, &self.additions),
            (Term::Withdrawals, &self.withdrawals),
            (Term::Movements, &self.movements),
        ];
        each.into_iter()
            .filter(|(_, tally)| !tally.is_empty())
            .map(|(term, tally)| (term, tally.clone()))
            .collect()
    }

    /// The ways in which a balance may be made of these lines.
    fn ways(&self) -> Vec<Way> {
        let reserves = self.reserves();
        let mut ways = Vec::new();
        if self.is_closed {
            if !self.before.is_empty() && !reserves.is_empty() {
                let before = (Term::Before, self.before.clone());
                ways.push(Way { terms: std::iter::once(before).chain(reserves).collect() });
            }
            return ways;
        }
        for (at, choice) in CHOICES.into_iter().enumerate() {
            let (expenses, income) = (self.expenses.choose(choice), self.income.choose(choice));
            let is_known = CHOICES.iter().take(at).any(|other| {
                self.expenses.is_same(*other, choice) && self.income.is_same(*other, choice)
            });
            if expenses.is_empty() || income.is_empty() || is_known {
                continue;
            }
            let flows = || vec![(Term::Expenses, expenses.clone()), (Term::Income, income.clone())];
            ways.push(Way { terms: flows() });
            if !reserves.is_empty() {
                ways.push(Way { terms: flows().into_iter().chain(reserves.clone()).collect() });
            }
        }
        ways
    }
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

/// The lines in an order in which the balance of a row comes after its flows, and whether the flows are columns.
fn in_order(sheet: &Sheet<'_>) -> (Vec<usize>, bool) {
    let mut order: Vec<usize> = Vec::with_capacity(sheet.lines.len());
    let runs = sheet.lines.chunk_by(|one, other| are_of_one_row(one.line, other.line));
    let (mut at, mut wide) = (0, 0);
    for run in runs {
        let of_run = || run.iter().enumerate().map(|(offset, line)| (at + offset, line));
        order.extend(of_run().filter(|(_, line)| !is_balance(line.line)).map(|(at, _)| at));
        order.extend(of_run().filter(|(_, line)| is_balance(line.line)).map(|(at, _)| at));
        wide += if run.len() > 1 { run.len() } else { 0 };
        at += run.len();
    }
    let is_by_columns = wide * 2 > sheet.lines.len();
    let has_flow = |line: &&SheetLine<'_>| line.line.flow.is_some() && !is_of_reserves(line.line);
    let first = sheet.lines.iter().find(has_flow);
    if !is_by_columns && first.is_some_and(|line| is_balance(line.line)) {
        behind_their_flows(sheet, &mut order);
    }
    (order, is_by_columns)
}

/// Puts a balance that stands right above its expenses and its income behind them, where no flow stands between it and the balance before it.
fn behind_their_flows(sheet: &Sheet<'_>, order: &mut [usize]) {
    let line = |at: usize| sheet.lines.get(at).map(|line| line.line);
    let is_one = |at: usize| line(at).is_some_and(is_balance);
    let flow = |at: usize| line(at).filter(|line| !is_of_reserves(line)).and_then(|line| line.flow);
    let mut has_flows = false;
    let mut at = 0;
    while at < order.len() {
        let own = order.get(at..at + 3).unwrap_or_default();
        let is_above = match *own {
            [balance, one, other] => {
                is_one(balance)
                    && !has_flows
                    && matches!(
                        (flow(one), flow(other)),
                        (Some(Flow::Expenses), Some(Flow::Income))
                            | (Some(Flow::Income), Some(Flow::Expenses))
                    )
            }
            _ => false,
        };
        if is_above {
            if let Some(own) = order.get_mut(at..at + 3) {
                own.rotate_left(1);
            }
            at += 3;
            continue;
        }
        if let Some(&of) = order.get(at) {
            has_flows = !is_one(of) && (has_flows || flow(of).is_some());
        }
        at += 1;
    }
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
            let ways = section.ways();
            let before = section.before_at;
            balances.push(Balance { at, before, ways, best: [None; 2] });
            section = Section { is_closed: true, before_at: Some(at), ..Section::default() };
            section.before.add_line(line);
            continue;
        }
        let is_movement = is_of_reserves(line.line) && are_reserves_apart;
        if section.is_closed && line.line.flow.is_some() && !is_movement {
            section = Section::default();
        }
        section.take(line, are_reserves_apart);
    }
    let evidence = evidence(sheet, &balances);
    for balance in &mut balances {
        balance.best = Kind::ALL.map(|of| best(sheet, balance, &evidence, of));
    }
    Learnt { balances, is_by_columns, evidence }
}

/// How often each way of a table comes out.
fn evidence(sheet: &Sheet<'_>, balances: &[Balance]) -> BTreeMap<TableWay, Evidence> {
    let mut all: BTreeMap<TableWay, Evidence> = BTreeMap::new();
    for balance in balances {
        // Of the ways of one balance with the same terms the best counts.
        let mut own: HashMap<TableWay, Evidence> = HashMap::new();
        for way in &balance.ways {
            for (of, bits) in
                Kind::ALL.into_iter().flat_map(|of| way.all_bits().map(move |b| (of, b)))
            {
                let found = way.evidence(sheet, balance.at, bits, of);
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
    of: Kind,
) -> Option<(usize, Bits)> {
    let ways = balance.ways.iter().enumerate().flat_map(|(at, way)| {
        way.all_bits().map(move |bits| {
            let own = way.evidence(sheet, balance.at, bits, of);
            let of_table = evidence.get(&(of, way.names(), bits)).copied().unwrap_or_default();
            ((own.rank(), of_table.rank(), std::cmp::Reverse((at, bits))), (at, bits), of_table)
        })
    });
    let best = ways.max_by_key(|(rank, _, _)| *rank)?;
    let (_, way, of_table) = best;
    (of_table.held > 0).then_some(way)
}

impl Way {
    fn names(&self) -> Vec<Term> {
        self.terms.iter().map(|(term, _)| *term).collect()
    }

    /// All that may be subtracted: any of the terms, but not the balance before.
    fn all_bits(&self) -> impl Iterator<Item = Bits> + use<> {
        let has_before = self.terms.first().is_some_and(|(term, _)| *term == Term::Before);
        let bits = 0..1u32 << self.terms.len().min(6);
        bits.filter(move |bits| !has_before || bits & 1 == 0)
    }

    fn has_reserves(&self) -> bool {
        let is = |term: &Term| !matches!(term, Term::Expenses | Term::Income);
        self.terms.iter().any(|(term, _)| is(term))
    }

    fn sums(&self, key: usize, bits: Bits) -> impl Iterator<Item = (bool, &Sum)> {
        self.terms
            .iter()
            .enumerate()
            .filter_map(move |(at, (_, tally))| Some((bits >> at & 1 == 1, tally.get(key)?)))
    }

    /// Whether each of its terms has an amount for a key: what isn't printed, or is unreadable, is not 0.
    fn is_printed(&self, key: usize) -> bool {
        self.terms.iter().all(|(_, tally)| tally.get(key).is_some())
    }

    /// Whether each line of its terms has one.
    fn is_whole(&self, key: usize) -> bool {
        let is = |tally: &Tally| tally.get(key).is_some_and(|sum| sum.count == tally.lines);
        self.terms.iter().all(|(_, tally)| is(tally) && !tally.has_gaps)
    }

    fn holds(&self, sheet: &Sheet<'_>, result: Amount, bits: Bits) -> Option<(bool, bool)> {
        if !self.is_printed(result.key) {
            return None;
        }
        let together = Together::of(self.sums(result.key, bits))?;
        Some((together.makes(sheet, result)?, together.is_of_several()))
    }

    fn evidence(&self, sheet: &Sheet<'_>, at: usize, bits: Bits, of: Kind) -> Evidence {
        let mut all = Evidence::default();
        let Some(line) = sheet.lines.get(at) else { return all };
        for amount in line.amounts().iter().filter(|amount| Kind::of(sheet, amount) == of) {
            if let Some((holds, is_of_several)) = self.holds(sheet, *amount, bits) {
                all.count(holds, is_of_several);
            }
        }
        all
    }
}

/// Whether a line of no known flow near a balance is what its flows lack: *Heffing Vpb* between *Baten* and *Saldo*.
fn is_explained(sheet: &Sheet<'_>, at: usize, way: &Way, amount: Amount, bits: Bits) -> bool {
    /// Between the flows and their balance stand few other lines.
    const NEAR: usize = 12;
    let Some(sum) = Together::of(way.sums(amount.key, bits)) else { return false };
    let Some(gap) = amount.number.checked_sub(sum.number) else { return false };
    let near = sheet.lines.iter().skip(at.saturating_sub(NEAR)).take(2 * NEAR);
    let is_other = |line: &&SheetLine<'_>| line.line.flow.is_none() && !is_of_reserves(line.line);
    near.filter(is_other).filter_map(|line| line.amount(amount.key)).any(|other| {
        let step = sheet.step(amount.key);
        !other.number.is_zero() && is_within(other.number.abs(), gap.abs(), step) == Some(true)
    })
}

impl Learnt {
    /// The balances that come out, and the amounts of those that don't.
    pub(super) fn checked(&self, sheet: &Sheet<'_>) -> Vec<Checked> {
        let each = self.balances.iter().flat_map(|balance| Kind::ALL.map(|of| (balance, of)));
        each.filter_map(|(balance, of)| self.checked_of(sheet, balance, of)).collect()
    }

    fn checked_of(&self, sheet: &Sheet<'_>, balance: &Balance, of: Kind) -> Option<Checked> {
        let (way, bits) = balance.best.get(of as usize).copied().flatten()?;
        let way = balance.ways.get(way)?;
        let line = sheet.lines.get(balance.at)?;
        let of_table = self.evidence.get(&(of, way.names(), bits)).copied()?;
        let promise = if way.has_reserves() { Promise::Bridge } else { Promise::Balance };
        let evidence = way.evidence(sheet, balance.at, bits, of);
        // A balance that never comes out is one of other lines, unless it stands in the row of its flows.
        if !(evidence.held > evidence.failed || self.is_by_columns && of_table.is_meant()) {
            return None;
        }
        let fails = |amount: &&Amount| {
            Kind::of(sheet, amount) == of
                && way.is_whole(amount.key)
                && way.holds(sheet, **amount, bits).is_some_and(|(holds, _)| !holds)
                && !is_explained(sheet, balance.at, way, **amount, bits)
        };
        let of_amount = |amount: &Amount| {
            let together = Together::of(way.sums(amount.key, bits))?;
            let at = FigureAt { line: line.index, figure: amount.figure };
            Some(broken(promise, at, together.number, way.sums(amount.key, bits)))
        };
        let failing = line.amounts().iter().filter(|_| of_table.is_meant()).filter(fails);
        Some(Checked { promise, evidence, broken: failing.filter_map(of_amount).collect() })
    }

    /// The balances that are made with the movements in the reserves, by their index in the sheet, each with the one before these.
    pub(super) fn results(&self, sheet: &Sheet<'_>) -> Vec<(usize, Option<usize>)> {
        let result = |balance: &Balance| {
            let (way, bits) = balance.best.first().copied().flatten()?;
            let way = balance.ways.get(way)?;
            let evidence = way.evidence(sheet, balance.at, bits, Kind::Amount);
            let is_result = way.has_reserves() && evidence.held > evidence.failed;
            is_result.then_some((balance.at, balance.before))
        };
        self.balances.iter().filter_map(result).collect()
    }

    /// The expenses, the income and the balance that are those of the whole table: of the only balance that comes out as one line of each,
    /// or of the only total among these. `None` if there is none.
    pub(super) fn whole(&self, sheet: &Sheet<'_>) -> Option<[usize; 3]> {
        let lines = |balance: &Balance| {
            let (way, bits) = balance.best.first().copied().flatten()?;
            let way = balance.ways.get(way)?;
            let evidence = way.evidence(sheet, balance.at, bits, Kind::Amount);
            if evidence.held <= evidence.failed || way.has_reserves() {
                return None;
            }
            let only = |term: Term| {
                let (_, tally) = way.terms.iter().find(|(of, _)| *of == term)?;
                tally.only
            };
            let line = sheet.lines.get(balance.at)?;
            Some(([only(Term::Expenses)?, only(Term::Income)?, line.index], line.line.total))
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
        (is_alone && evidence.held > evidence.failed).then_some(best.2)
    }
}
