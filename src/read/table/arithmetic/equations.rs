//! What the headers and labels of a table promise: columns that make another one, and rows that make a total.

use chrono::Datelike;

use super::Amount;
use crate::leaves::number::Number;
use crate::leaves::role::Role;
use crate::money::{Evidence, is_near, rounding};
use crate::read::dates;
use crate::read::facts::formula::{self, Formula};
use crate::read::facts::words::FlowWord;
use crate::read::lines::RawLine;
use crate::read::spot::joined;
use crate::read::table::{Column, Row, RowKind, Table};
use crate::read::vocabulary::Vocabulary;
use crate::words::{fold, fold_word};

/// Columns that make another one: expenses and income a balance, a plan and a result a difference, parts a total.
#[derive(Debug, Clone)]
pub(super) struct Equation {
    pub(super) parts: Vec<usize>,
    pub(super) result: usize,
    /// Which parts are subtracted, as bits, where the headers say so; `None` where the numbers must.
    signs: Option<u32>,
    /// Whether its result is the balance at the end of a year, and its first part that at the beginning: these are printed where they are
    /// zero as well, and few reserves are new. Any two numbers and their sum come to zero.
    pub(super) has_result: bool,
}

impl Equation {
    /// Two columns of which one is added to the other or subtracted, whatever the headers say.
    pub(super) fn of(parts: [usize; 2], result: usize) -> Self {
        Equation { parts: parts.to_vec(), result, signs: None, has_result: false }
    }

    /// Whether the headers say which columns are added: *Totaal lasten*, `(3 = 1 + 2)`.
    pub(super) fn is_promised(&self) -> bool {
        self.signs.is_some()
    }

    /// The columns that stand in it.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().copied().chain([self.result])
    }
}

/// An equation with the signs by which it comes out most often.
#[derive(Debug, Clone)]
pub(super) struct Learnt {
    pub(super) equation: Equation,
    signs: u32,
    pub(super) evidence: Evidence,
}

impl Learnt {
    /// Whether a row may be placed by it: its headers promise the sum and no row denies it, or the rows prove it.
    pub(super) fn is_trusted(&self) -> bool {
        if self.is_promised() {
            self.evidence.held >= self.evidence.failed * 3
        } else {
            self.evidence.is_proof()
        }
    }

    /// Whether the headers say which columns are added: *Totaal lasten*, `(3 = 1 + 2)`.
    pub(super) fn is_promised(&self) -> bool {
        self.equation.is_promised()
    }

    /// Whether parts make a result, within the rounding of the printed digits. `None` if they are too large to add.
    pub(super) fn holds(&self, parts: &[Amount], result: Amount) -> Option<bool> {
        holds(parts, self.signs, result)
    }
}

/// The equations by which rows may be placed. One that its own rows neither prove nor deny, as where they are zero in some column, is proven
/// by others of its shape: *Baten*, *Lasten*, *Saldo* below each of six years.
pub(super) fn trusted(all: Vec<Learnt>) -> Vec<Learnt> {
    const MIN_ALIKE: usize = 2;
    let shape = |of: &Learnt| -> Vec<(bool, usize)> {
        let result = of.equation.result;
        of.equation.parts.iter().map(|&part| (part < result, part.abs_diff(result))).collect()
    };
    let proven: Vec<(Vec<(bool, usize)>, u32)> =
        all.iter().filter(|of| of.is_trusted()).map(|of| (shape(of), of.signs)).collect();
    let by_others = |mut of: Learnt| {
        if of.is_trusted() {
            return Some(of);
        }
        let own = shape(&of);
        let mut alike = proven.iter().filter(|(shape, _)| *shape == own).map(|(_, signs)| *signs);
        let signs = alike.next()?;
        let others: Vec<u32> = alike.collect();
        let is_open = of.evidence.failed == 0 && (of.evidence.held == 0 || of.signs == signs);
        of.signs = signs;
        (is_open && others.len() + 1 >= MIN_ALIKE && others.iter().all(|other| *other == signs))
            .then_some(of)
    };
    all.into_iter().filter_map(by_others).collect()
}

/// The equations that the headers of a table promise.
pub(super) fn equations(vocabulary: &Vocabulary, table: &Table) -> Vec<Equation> {
    let figures: Vec<(usize, &Column)> =
        table.columns.iter().enumerate().filter(|(_, column)| column.content.is_none()).collect();
    let is_plan = |role: Role| matches!(role, Role::Amended | Role::Budgeted);
    let mut found = formulas(&figures);
    for &(result, column) in &figures {
        let facts = &column.facts;
        let beside = |is: &dyn Fn(&Column) -> bool| -> Vec<usize> {
            figures.iter().filter(|(_, other)| is(other)).map(|(at, _)| *at).collect()
        };
        if facts.role == Some(Role::Difference) {
            let is_of = |other: &Column, is: &dyn Fn(Role) -> bool| {
                other.facts.flow == facts.flow
                    && other.facts.role.is_some_and(is)
                    && (facts.period.is_none()
                        || other.facts.period.is_none()
                        || other.facts.period == facts.period)
            };
            let results = beside(&|other| is_of(other, &|role| role == Role::Realised));
            let plans = beside(&|other| is_of(other, &is_plan));
            for &one in results.iter().take(2) {
                for &other in plans.iter().take(3) {
                    found.push(Equation::of([one, other], result));
                }
            }
        } else if facts.flow == Some(FlowWord::Balance) {
            let is_of = |other: &Column, flow: FlowWord| {
                other.facts.flow == Some(flow)
                    && other.facts.role == facts.role
                    && other.facts.period == facts.period
                    && other.slice == column.slice
            };
            let expenses = beside(&|other| is_of(other, FlowWord::Expenses));
            let income = beside(&|other| is_of(other, FlowWord::Income));
            if let ([one], [other]) = (expenses.as_slice(), income.as_slice()) {
                found.push(Equation::of([*one, *other], result));
            }
        }
    }
    found.extend(column_totals(vocabulary, &figures));
    found.extend(column_balance(&figures));
    found
}

/// Sums that no header promises and each whole row bears out: a column is what those right in front of it come to, with signs that are the
/// same in all rows.
pub(super) fn found_in_rows(table: &Table, amounts: &[Vec<Option<Amount>>]) -> Vec<Equation> {
    /// Of numbers of several digits one sum comes out by chance in a thousand.
    const MIN_ROWS: usize = 3;
    const LONG: u32 = 100;
    const MAX_ROWS: usize = 40;
    const MAX_COLUMNS: usize = 16;
    const MAX_PARTS: usize = 4;
    let figures: Vec<usize> = (0..table.columns.len())
        .filter(|&at| table.columns.get(at).is_some_and(|column| column.content.is_none()))
        .collect();
    let whole = |row: &&Vec<Option<Amount>>| {
        figures.iter().all(|&at| row.get(at).is_some_and(Option::is_some))
    };
    let rows: Vec<Vec<Option<Amount>>> =
        amounts.iter().filter(whole).take(MAX_ROWS).cloned().collect();
    let mut found = Vec::new();
    if figures.len() > MAX_COLUMNS || rows.len() < MIN_ROWS {
        return found;
    }
    for (end, &result) in figures.iter().enumerate() {
        let is_long = |row: &&Vec<Option<Amount>>| {
            let amount = row.get(result).copied().flatten();
            amount.is_some_and(|of| of.number.abs() >= Number::from(LONG))
        };
        if rows.iter().filter(is_long).count() < MIN_ROWS {
            continue;
        }
        for length in 2..=MAX_PARTS.min(end) {
            let parts = figures.get(end - length..end).unwrap_or_default().to_vec();
            let sum = Equation { parts, result, signs: None, has_result: false };
            let learnt = learn(std::slice::from_ref(&sum), &rows);
            let holds =
                |of: &Learnt| of.evidence.failed == 0 && of.evidence.held as usize >= MIN_ROWS;
            if learnt.iter().any(holds) {
                found.push(sum);
                break;
            }
        }
    }
    found
}

/// The balance at the end of a year, which that at its beginning and the columns between them make: *Saldo 1-1-2020*, *Toevoeging*,
/// *Onttrekking*, *Saldo 31-12-2020*. Which of them are subtracted the rows say.
fn column_balance(figures: &[(usize, &Column)]) -> Option<Equation> {
    /// What is added, withdrawn, written off and moved.
    const MAX_CHANGES: usize = 4;
    let day = |column: &Column| {
        let of_period = || {
            let start = column.facts.period.filter(|period| period.is_day())?.start();
            Some((u8::try_from(start.month()).ok()?, u8::try_from(start.day()).ok()?))
        };
        column.facts.day.or_else(of_period)
    };
    let on = |of: (u8, u8)| figures.iter().position(|(_, column)| day(column) == Some(of));
    let (begin, end) = (on((1, 1))?, on((12, 31))?);
    let changes = end.checked_sub(begin + 1).filter(|changes| (2..=MAX_CHANGES).contains(changes));
    changes?;
    let parts = figures.get(begin..end)?.iter().map(|(at, _)| *at).collect();
    let (result, _) = *figures.get(end)?;
    Some(Equation { parts, result, signs: None, has_result: true })
}

/// The totals among the columns of a table.
pub(super) fn column_totals_of(vocabulary: &Vocabulary, table: &Table) -> Vec<Equation> {
    let columns = table.columns.iter().enumerate();
    let figures: Vec<(usize, &Column)> =
        columns.filter(|(_, column)| column.content.is_none()).collect();
    column_totals(vocabulary, &figures)
}

/// The totals among the columns: each adds up those between it and the total before it.
fn column_totals(vocabulary: &Vocabulary, figures: &[(usize, &Column)]) -> Vec<Equation> {
    let mut found = Vec::new();
    let mut parts: Vec<usize> = Vec::new();
    for (at, column) in figures {
        let is_total = column.headers.iter().any(|header| is_total(vocabulary, header));
        if !is_total {
            parts.push(*at);
            continue;
        }
        if parts.len() > 1 {
            found.push(Equation {
                parts: parts.clone(),
                result: *at,
                signs: Some(0),
                has_result: false,
            });
        }
        parts.clear();
    }
    found
}

/// The sums that the headers of a table print.
pub(super) fn printed_formulas(table: &Table) -> Vec<Equation> {
    let figures: Vec<(usize, &Column)> =
        table.columns.iter().enumerate().filter(|(_, column)| column.content.is_none()).collect();
    formulas(&figures)
}

/// The sums that headers print: `(3 = 1 + 2)`, where others end in `(1)` and `(2)`.
fn formulas(figures: &[(usize, &Column)]) -> Vec<Equation> {
    let named: Vec<(usize, Formula)> = figures
        .iter()
        .filter_map(|(at, column)| Some((*at, formula::split(&column.header())?.1)))
        .collect();
    let column = |name: &str| named.iter().find(|(_, of)| of.name == name).map(|(at, _)| *at);
    let of = |(result, formula): &(usize, Formula)| {
        let parts: Option<Vec<usize>> =
            formula.parts.iter().map(|(name, _)| column(name)).collect();
        let parts = parts.filter(|parts| parts.len() > 1)?;
        let bit = |(at, (_, is_subtracted)): (usize, &(String, bool))| {
            u32::from(*is_subtracted) << at.min(31)
        };
        let signs = formula.parts.iter().enumerate().map(bit).sum();
        Some(Equation { parts, result: *result, signs: Some(signs), has_result: false })
    };
    named.iter().filter_map(of).collect()
}

/// The equations that most rows bear out, each with its signs; of several for one result the best.
pub(super) fn learn(equations: &[Equation], amounts: &[Vec<Option<Amount>>]) -> Vec<Learnt> {
    /// Two parts have four ways to be added, and five, of a balance and what changed it, have 32.
    const MAX_LEARNT: usize = 5;
    let mut found: Vec<Learnt> = Vec::new();
    for equation in equations {
        let ways = match equation.signs {
            Some(signs) => signs..signs + 1,
            None => 0..1 << equation.parts.len().min(MAX_LEARNT),
        };
        let best = ways.map(|signs| {
            let mut evidence = Evidence::default();
            for row in amounts {
                let of = |column: usize| row.get(column).copied().flatten();
                let parts: Option<Vec<Amount>> =
                    equation.parts.iter().map(|&part| of(part)).collect();
                let (Some(parts), Some(result)) = (parts, of(equation.result)) else { continue };
                let others = parts.iter().filter(|part| !part.number.is_zero()).count();
                match holds(&parts, signs, result) {
                    // A result that one part makes alone says nothing of the signs of the other.
                    Some(true) if others > 1 => evidence.held += 1,
                    Some(false) => evidence.failed += 1,
                    _ => {}
                }
            }
            Learnt { equation: equation.clone(), signs, evidence }
        });
        let best = best.max_by_key(|of| (of.evidence.held, std::cmp::Reverse(of.evidence.failed)));
        let Some(best) = best else { continue };
        match found.iter_mut().find(|other| other.equation.result == equation.result) {
            Some(other) if best.evidence.held > other.evidence.held => *other = best,
            Some(_) => {}
            None => found.push(best),
        }
    }
    found
}

/// Whether parts, of which some are subtracted, make a result, within the rounding of the printed digits. `None` if they
/// are too large to add.
fn holds(parts: &[Amount], signs: u32, result: Amount) -> Option<bool> {
    let mut sum = Number::ZERO;
    for (at, part) in parts.iter().enumerate() {
        let is_subtracted = signs >> at.min(31) & 1 == 1;
        sum = if is_subtracted {
            sum.checked_sub(part.number)?
        } else {
            sum.checked_add(part.number)?
        };
    }
    let places = parts.iter().chain([&result]).map(|of| of.number.places()).min()?;
    let units = rounding(parts.len());
    if result.has_open_sign || parts.iter().any(|of| of.has_open_sign) {
        return is_near(sum.abs(), result.number.abs(), places, units);
    }
    is_near(sum, result.number, places, units)
}

/// A row that is the sum of others.
#[derive(Debug)]
pub(super) struct Total {
    pub(super) row: usize,
    /// What it may be the sum of: the rows since the group above, those since the total above, all of them, the totals
    /// above, or a balance and what changed it.
    pub(super) sums: Vec<Sum>,
}

/// Rows that are added, some of them with the other sign.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sum {
    /// Each with whether it is subtracted.
    pub(super) rows: Vec<(usize, bool)>,
}

impl Sum {
    fn of(rows: &[usize]) -> Self {
        Sum { rows: rows.iter().map(|&row| (row, false)).collect() }
    }

    pub(super) fn has(&self, row: usize) -> bool {
        self.rows.iter().any(|(other, _)| *other == row)
    }
}

/// The rows of a table that promise to be the sum of others.
pub(super) fn totals(vocabulary: &Vocabulary, lines: &[RawLine<'_>], table: &Table) -> Vec<Total> {
    /// Each may list all rows above it.
    const MAX_TOTALS: usize = 12;
    let mut found: Vec<Total> = Vec::new();
    let (mut all, mut of_group, mut since) = (Vec::new(), Vec::new(), Vec::new());
    let mut before: Vec<usize> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        match row.kind {
            RowKind::Group => of_group.clear(),
            RowKind::Meta => {}
            RowKind::Figures | RowKind::Misfit => {
                let is_total = row.kind == RowKind::Figures
                    && row.label.first().is_some_and(|of| {
                        let label = of.text(lines);
                        is_total(vocabulary, label) || is_changed(vocabulary, label)
                    });
                if !is_total {
                    for rows in [&mut all, &mut of_group, &mut since] {
                        rows.push(at);
                    }
                    continue;
                }
                let mut sums: Vec<Sum> = Vec::new();
                for rows in [&of_group, &since, &all, &before] {
                    let sum = Sum::of(rows);
                    if rows.len() > 1 && !sums.contains(&sum) {
                        sums.push(sum);
                    }
                }
                if !sums.is_empty() {
                    found.push(Total { row: at, sums });
                }
                before.push(at);
                since.clear();
                of_group.clear();
            }
        }
    }
    found.extend(balances(vocabulary, lines, table));
    found.truncate(MAX_TOTALS);
    found
}

/// The rows that are a balance at the end of a year, each the sum of that at its beginning and of what changed it:
/// *Stand per 1 januari*, *Stortingen*, *Onttrekkingen*, *Stand per 31 december*.
fn balances(vocabulary: &Vocabulary, lines: &[RawLine<'_>], table: &Table) -> Vec<Total> {
    /// A balance is changed by two or three flows.
    const MAX_CHANGES: usize = 4;
    let day = |row: &Row| day_of_label(vocabulary, &joined(lines, &row.label));
    let mut found = Vec::new();
    let mut first: Option<usize> = None;
    for (at, row) in table.rows.iter().enumerate() {
        match (row.kind, day(row)) {
            (RowKind::Figures, Some((1, 1))) => first = Some(at),
            (RowKind::Figures, Some((12, 31))) => {
                let Some(begin) = first.take() else { continue };
                let changes: Vec<usize> = (begin + 1..at)
                    .filter(|&of| table.rows.get(of).is_some_and(|row| row.kind != RowKind::Meta))
                    .collect();
                if changes.is_empty() || changes.len() > MAX_CHANGES {
                    continue;
                }
                let sums = (0u32..1 << changes.len()).map(|signs| {
                    let change = |(of, &row): (usize, &usize)| (row, signs >> of & 1 == 1);
                    let rows = std::iter::once((begin, false));
                    Sum { rows: rows.chain(changes.iter().enumerate().map(change)).collect() }
                });
                found.push(Total { row: at, sums: sums.collect() });
            }
            (RowKind::Group, _) => first = None,
            _ => {}
        }
    }
    found
}

/// The month and the day that a label ends in: *Stand per 1 januari*, *Saldo 31-12-2023*.
fn day_of_label(vocabulary: &Vocabulary, label: &str) -> Option<(u8, u8)> {
    /// *31 december 2023*
    const MAX_WORDS: usize = 3;
    if !label.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> = label.split_whitespace().collect();
    (1..=MAX_WORDS.min(words.len())).find_map(|length| {
        let end = words.get(words.len() - length..)?.join(" ");
        let of_period = || {
            let start = dates::period(vocabulary.pack(), &end).filter(|of| of.is_day())?.start();
            Some((u8::try_from(start.month()).ok()?, u8::try_from(start.day()).ok()?))
        };
        dates::day_of_year(vocabulary.pack(), &end).or_else(of_period)
    })
}

/// Whether a label is of a row that is what came before it with its changes: *Nieuwe stand MJB 2022-2025*.
fn is_changed(vocabulary: &Vocabulary, label: &str) -> bool {
    let label = fold(label, true);
    vocabulary.pack().each(|tables| tables.rows.changed).any(|begin| label.starts_with(begin))
}

/// Whether a label is of a row that adds others up: *Totaal lasten*.
pub(in crate::read) fn is_total(vocabulary: &Vocabulary, label: &str) -> bool {
    let first = label.split_whitespace().next().and_then(fold_word);
    let totals = || vocabulary.pack().each(|tables| tables.rows.totals);
    first.is_some_and(|first| totals().any(|total| **total == *first))
}

/// In how many columns a total is the sum of its rows.
pub(super) fn sums_up(amounts: &[Vec<Option<Amount>>], total: usize, sum: &Sum) -> Evidence {
    let width = amounts.get(total).map_or(0, Vec::len);
    let mut all = Evidence::default();
    for column in 0..width {
        let of = |row: usize| amounts.get(row).and_then(|row| row.get(column).copied().flatten());
        match adds_up(of, total, sum) {
            Some(true) => all.held += 1,
            Some(false) => all.failed += 1,
            None => {}
        }
    }
    all
}

/// Whether a column of some rows adds up to that of their total, within rounding. `None` if it has no number in it.
pub(super) fn adds_up(
    of: impl Fn(usize) -> Option<Amount>,
    total: usize,
    sum: &Sum,
) -> Option<bool> {
    let numbers =
        || sum.rows.iter().filter_map(|&(row, is_subtracted)| Some((of(row)?, is_subtracted)));
    let mut all = Number::ZERO;
    for (amount, is_subtracted) in numbers() {
        all = if is_subtracted {
            all.checked_sub(amount.number)?
        } else {
            all.checked_add(amount.number)?
        };
    }
    let count = numbers().count();
    let total = of(total);
    if total.is_none() && count == 0 {
        return None;
    }
    let total = total.unwrap_or(Amount::ZERO);
    let places = numbers().map(|(of, _)| of).chain([total]).map(|of| of.number.places()).min()?;
    is_near(all, total.number, places, rounding(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_headers_promise_needs_no_whole_row() {
        let learnt = |signs: Option<u32>, held: u32, failed: u32| Learnt {
            equation: Equation { parts: vec![0, 1], result: 2, signs, has_result: false },
            signs: 0,
            evidence: Evidence { held, failed, ..Evidence::default() },
        };
        for (signs, held, failed, is_trusted) in [
            (Some(0), 0, 0, true),
            (Some(0), 0, 1, false),
            (Some(0), 3, 1, true),
            (Some(0), 2, 1, false),
            (None, 0, 0, false),
            (None, 1, 0, false),
            (None, 2, 0, true),
        ] {
            assert_eq!(learnt(signs, held, failed).is_trusted(), is_trusted, "{held} {failed}");
        }
    }

    #[test]
    fn parts_are_added_within_rounding() {
        let number = |value: i128| {
            Number::new(value, 0).map(|number| Amount { number, has_open_sign: false })
        };
        let holds = |parts: &[i128], signs: u32, result: i128| {
            let parts: Result<Vec<Amount>, _> = parts.iter().copied().map(number).collect();
            parts.is_ok_and(|parts| {
                number(result).is_ok_and(|result| super::holds(&parts, signs, result) == Some(true))
            })
        };
        assert!(holds(&[5, 3], 0, 8) && holds(&[5, 3], 0, 9) && !holds(&[5, 3], 0, 10));
        assert!(holds(&[5, 3], 0b10, 2) && holds(&[5, 3], 0b01, -2) && !holds(&[5, 3], 0b01, 2));
        assert!(
            holds(&[1, 2, 3, 4, 5, 6, 7, 8], 0, 38) && !holds(&[1, 2, 3, 4, 5, 6, 7, 8], 0, 39)
        );
    }
}
