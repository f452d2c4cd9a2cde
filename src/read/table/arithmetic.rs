//! What the numbers of a table prove: balances, differences and totals that come out. No page can fake that, so
//! it tells where an empty cell stands that the text dropped, and which of two readings is right.

use crate::findings::rule::Message;
use crate::leaves::number::Number;
use crate::leaves::role::Role;
use crate::leaves::value::Value;
use crate::read::cell;
use crate::read::facts::words::FlowWord;
use crate::read::lines::{Lines, RawLine};
use crate::read::raw_cell::Interpretation;
use crate::read::spot::{Spot, joined};
use crate::read::table::{Cell, Column, Doubt, Row, RowKind, Table};
use crate::read::vocabulary::Vocabulary;
use crate::words::fold_word;

/// A number of a table, as far as arithmetic asks.
#[derive(Debug, Clone, Copy)]
struct Amount {
    number: Number,
    /// Whether a *V* or an *N* after it says its sign.
    has_open_sign: bool,
}

impl Amount {
    const ZERO: Amount = Amount { number: Number::ZERO, has_open_sign: false };
}

/// How many equations of a table come out, and how many don't.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::read) struct Evidence {
    pub(in crate::read) held: u32,
    pub(in crate::read) failed: u32,
}

impl Evidence {
    /// Whether the equations prove the shape of the table. One that fails is no counter-proof: pages are excerpts,
    /// and their numbers are rounded.
    pub(in crate::read) fn is_proof(self) -> bool {
        const MIN_HELD: u32 = 2;
        self.held >= MIN_HELD && self.held > self.failed * 3
    }
}

/// Two columns that make a third: expenses and income make a balance, a plan and a result a difference.
#[derive(Debug, Clone, Copy)]
struct Equation {
    parts: [usize; 2],
    result: usize,
}

/// The signs with which the parts of an equation are added.
type Signs = [bool; 2];

const SIGNS: [Signs; 4] = [[false, true], [true, false], [true, true], [false, false]];

/// An equation with the signs by which it comes out most often.
#[derive(Debug, Clone, Copy)]
struct Learnt {
    equation: Equation,
    signs: Signs,
    evidence: Evidence,
}

/// What the equations of a table come to.
pub(in crate::read) fn evidence(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &Table,
) -> Evidence {
    let equations = equations(table);
    let totals = totals(vocabulary, lines, table);
    if equations.is_empty() && totals.is_empty() {
        return Evidence::default();
    }
    let amounts = amounts(vocabulary, lines, table);
    let mut all = Evidence::default();
    for learnt in learn(&equations, &amounts) {
        all.held += learnt.evidence.held;
        all.failed += learnt.evidence.failed;
    }
    for total in &totals {
        let best = total.sums.iter().map(|rows| sums_up(&amounts, total.row, rows));
        let best = best.max_by_key(|of| (of.held, std::cmp::Reverse(of.failed)));
        let of = best.unwrap_or_default();
        all.held += of.held;
        all.failed += of.failed;
    }
    all
}

/// Gives the cells of rows that lost some of them their columns, where equations of the other rows leave one way.
pub(in crate::read) fn place_ragged(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &mut Table,
) {
    let is_of_figures = |column: &Column| column.content.is_none();
    let figures: Vec<usize> = (0..table.columns.len())
        .filter(|&at| table.columns.get(at).is_some_and(is_of_figures))
        .collect();
    let is_plain = |column: &Column| is_of_figures(column) || column.is_of_labels();
    let has_ragged = table.rows.iter().any(|row| row.kind == RowKind::Misfit);
    if !has_ragged || figures.len() < 2 || !table.columns.iter().all(is_plain) {
        return;
    }
    let equations = equations(table);
    let totals = totals(vocabulary, lines, table);
    if equations.is_empty() && totals.is_empty() {
        return;
    }
    let mut amounts = amounts(vocabulary, lines, table);
    let learnt: Vec<Learnt> =
        learn(&equations, &amounts).into_iter().filter(|of| of.evidence.is_proof()).collect();
    for at in 0..table.rows.len() {
        let Some(row) = table.rows.get(at).filter(|row| row.kind == RowKind::Misfit) else {
            continue;
        };
        let cells: Vec<Cell> = row.cells.iter().flatten().copied().collect();
        let own: Option<Vec<Amount>> =
            cells.iter().map(|cell| amount(vocabulary, lines, cell)).collect();
        let Some(own) = own.filter(|own| !own.is_empty() && own.len() < figures.len()) else {
            continue;
        };
        let mut found: Vec<(u32, Vec<usize>)> = Vec::new();
        for way in choices(figures.len(), own.len()) {
            let columns: Vec<usize> =
                way.iter().filter_map(|&index| figures.get(index).copied()).collect();
            let mut placed = vec![None; table.columns.len()];
            for (&column, &amount) in columns.iter().zip(&own) {
                if let Some(slot) = placed.get_mut(column) {
                    *slot = Some(amount);
                }
            }
            let damages = [
                damage(&learnt, &placed, &columns),
                damage_of_totals(&totals, &amounts, at, &placed, &figures),
            ];
            if let Some(least) = damages.into_iter().flatten().min() {
                found.push((least, columns));
            }
        }
        let Some(least) = found.iter().map(|(damage, _)| *damage).min() else { continue };
        found.retain(|(damage, _)| *damage == least);
        // What stands in one column in each way that is left.
        let Some((_, first)) = found.first() else { continue };
        let is_sure =
            |index: usize| found.iter().all(|(_, columns)| columns.get(index) == first.get(index));
        let mut placed = vec![None; table.columns.len()];
        let mut known = vec![None; table.columns.len()];
        let mut loose = Vec::new();
        for (index, ((&column, cell), amount)) in first.iter().zip(cells).zip(own).enumerate() {
            match (placed.get_mut(column), known.get_mut(column)) {
                (Some(slot), Some(of)) if is_sure(index) => {
                    *slot = Some(cell);
                    *of = Some(amount);
                }
                _ => loose.push(cell),
            }
        }
        if placed.iter().all(Option::is_none) {
            continue;
        }
        if let Some(slot) = amounts.get_mut(at).filter(|_| loose.is_empty()) {
            *slot = known;
        }
        if let Some(row) = table.rows.get_mut(at) {
            row.cells = placed;
            row.loose = loose;
            row.kind = RowKind::Figures;
            let doubt = doubt_of(lines, row);
            table.doubts.extend(doubt);
        }
    }
}

fn doubt_of(lines: &[RawLine<'_>], row: &Row) -> Option<Doubt> {
    let spots =
        || row.label.iter().copied().chain(row.cells.iter().flatten().map(|cell| cell.spot));
    let pieces = || spots().map(Spot::piece);
    let at = Lines { first: pieces().min()?, last: pieces().max()? };
    let row = joined(lines, &row.label).into();
    Some(Doubt { at, what: Message::PlacedByArithmetic { row } })
}

/// The ways to choose some of so many places, in order. None where there are too many ways for a row that lost more
/// than a few cells.
fn choices(places: usize, some: usize) -> Vec<Vec<usize>> {
    /// The ways to lose three of twelve cells.
    const MAX_WAYS: usize = 220;
    let mut found = vec![Vec::new()];
    for left in (0..some).rev() {
        let mut longer = Vec::new();
        for way in &found {
            let from = way.last().map_or(0, |last| last + 1);
            for place in from..places.saturating_sub(left) {
                let mut way: Vec<usize> = way.clone();
                way.push(place);
                longer.push(way);
            }
        }
        if longer.len() > MAX_WAYS {
            return Vec::new();
        }
        found = longer;
    }
    found
}

/// How many equations a row breaks in which a cell of it is empty: one at most may be unknown rather than zero. `None`
/// if a whole equation fails, if none is whole, or if a number is in no equation.
fn damage(learnt: &[Learnt], row: &[Option<Amount>], columns: &[usize]) -> Option<u32> {
    let of = |column: usize| row.get(column).copied().flatten();
    let mut covered: Vec<usize> = Vec::new();
    let (mut held, mut damage) = (0, 0);
    for Learnt { equation, signs, .. } in learnt {
        let Equation { parts: [one, other], result } = *equation;
        let all = [of(one), of(other), of(result)];
        if all.iter().all(Option::is_none) {
            continue;
        }
        covered.extend([one, other, result]);
        let is_whole = all.iter().all(Option::is_some);
        let [one, other, result] = all.map(|of| of.unwrap_or(Amount::ZERO));
        match holds([one, other], *signs, result) {
            Some(true) => held += 1,
            _ if is_whole => return None,
            _ => damage += 1,
        }
    }
    let is_covered = columns.iter().all(|column| covered.contains(column));
    (held > 0 && damage <= 1 && is_covered).then_some(damage)
}

/// How many empty cells of a row are unknown rather than zero, if the columns in which it has a number add up to a
/// total: one at most.
fn damage_of_totals(
    totals: &[Total],
    amounts: &[Vec<Option<Amount>>],
    at: usize,
    placed: &[Option<Amount>],
    figures: &[usize],
) -> Option<u32> {
    let damage = |total: &Total, rows: &Vec<usize>| {
        let mut damage = 0;
        for &column in figures {
            let of = |row: usize| {
                let row =
                    if row == at { Some(placed) } else { amounts.get(row).map(Vec::as_slice) };
                row.and_then(|row| row.get(column).copied().flatten())
            };
            match adds_up(of, total.row, rows) {
                Some(true) => {}
                _ if of(at).is_some() => return None,
                _ => damage += 1,
            }
        }
        (damage <= 1).then_some(damage)
    };
    let sums = totals.iter().flat_map(|total| total.sums.iter().map(move |rows| (total, rows)));
    sums.filter(|(_, rows)| rows.contains(&at))
        .filter_map(|(total, rows)| damage(total, rows))
        .min()
}

/// The equations that the headers of a table promise.
fn equations(table: &Table) -> Vec<Equation> {
    let figures: Vec<(usize, &Column)> =
        table.columns.iter().enumerate().filter(|(_, column)| column.content.is_none()).collect();
    let is_plan = |role: Role| matches!(role, Role::Amended | Role::Budgeted);
    let mut found = Vec::new();
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
                    found.push(Equation { parts: [one, other], result });
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
                found.push(Equation { parts: [*one, *other], result });
            }
        }
    }
    found
}

/// The equations that most rows bear out, each with its signs; of several for one result the best.
fn learn(equations: &[Equation], amounts: &[Vec<Option<Amount>>]) -> Vec<Learnt> {
    let mut found: Vec<Learnt> = Vec::new();
    for &equation in equations {
        let best = SIGNS.iter().map(|&signs| {
            let mut evidence = Evidence::default();
            for row in amounts {
                let of = |column: usize| row.get(column).copied().flatten();
                let [one, other] = equation.parts;
                let (Some(one), Some(other), Some(result)) =
                    (of(one), of(other), of(equation.result))
                else {
                    continue;
                };
                match holds([one, other], signs, result) {
                    // A result that one part makes alone says nothing of the signs of the other.
                    Some(true) if !one.number.is_zero() && !other.number.is_zero() => {
                        evidence.held += 1;
                    }
                    Some(false) => evidence.failed += 1,
                    _ => {}
                }
            }
            Learnt { equation, signs, evidence }
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

/// Whether two parts make a result, within the rounding of the printed digits. `None` if they are too large to add.
fn holds(parts: [Amount; 2], signs: Signs, result: Amount) -> Option<bool> {
    let zero = Number::ZERO;
    let mut sum = zero;
    for (part, is_added) in parts.iter().zip(signs) {
        sum = if is_added { sum.checked_add(part.number)? } else { sum.checked_sub(part.number)? };
    }
    let places = parts.iter().chain([&result]).map(|of| of.number.places()).min()?;
    if result.has_open_sign || parts.iter().any(|of| of.has_open_sign) {
        return is_near(sum.abs(), result.number.abs(), places, 1);
    }
    is_near(sum, result.number, places, 1)
}

/// Whether two numbers differ by at most this many units of a decimal place.
fn is_near(one: Number, other: Number, places: u32, units: u32) -> Option<bool> {
    let most = Number::new(i128::from(units), places).ok()?;
    Some(one.checked_sub(other)?.abs() <= most)
}

/// A row that is the sum of others.
#[derive(Debug)]
struct Total {
    row: usize,
    /// The rows that it may be the sum of: those since the group above, those since the total above, all of them,
    /// or the totals above.
    sums: Vec<Vec<usize>>,
}

fn totals(vocabulary: &Vocabulary, lines: &[RawLine<'_>], table: &Table) -> Vec<Total> {
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
                    && row.label.first().is_some_and(|of| is_total(vocabulary, of.text(lines)));
                if !is_total {
                    for rows in [&mut all, &mut of_group, &mut since] {
                        rows.push(at);
                    }
                    continue;
                }
                let mut sums: Vec<Vec<usize>> = Vec::new();
                for rows in [&of_group, &since, &all, &before] {
                    if rows.len() > 1 && !sums.contains(rows) {
                        sums.push(rows.clone());
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
    found.truncate(MAX_TOTALS);
    found
}

/// Whether a label is of a row that adds others up: *Totaal lasten*.
pub(in crate::read) fn is_total(vocabulary: &Vocabulary, label: &str) -> bool {
    let first = label.split_whitespace().next().and_then(fold_word);
    let totals = || vocabulary.pack().each(|tables| tables.rows.totals);
    first.is_some_and(|first| totals().any(|total| **total == *first))
}

/// In how many columns a total is the sum of its rows.
fn sums_up(amounts: &[Vec<Option<Amount>>], total: usize, rows: &[usize]) -> Evidence {
    let width = amounts.get(total).map_or(0, Vec::len);
    let mut all = Evidence::default();
    for column in 0..width {
        let of = |row: usize| amounts.get(row).and_then(|row| row.get(column).copied().flatten());
        match adds_up(of, total, rows) {
            Some(true) => all.held += 1,
            Some(false) => all.failed += 1,
            None => {}
        }
    }
    all
}

/// Whether a column of some rows adds up to that of their total, within rounding. `None` if it has no number in it.
fn adds_up(of: impl Fn(usize) -> Option<Amount>, total: usize, rows: &[usize]) -> Option<bool> {
    let numbers = || rows.iter().filter_map(|&row| of(row));
    let sum = Number::checked_sum(numbers().map(|of| of.number))?;
    let count = numbers().count();
    let total = of(total);
    if total.is_none() && count == 0 {
        return None;
    }
    let total = total.unwrap_or(Amount::ZERO);
    let places = numbers().chain([total]).map(|of| of.number.places()).min()?;
    // Half a unit for each rounded number.
    let units = u32::try_from(count / 4).unwrap_or(u32::MAX).clamp(1, 3);
    is_near(sum, total.number, places, units)
}

/// The numbers of the rows that fit, by row and column.
fn amounts(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &Table,
) -> Vec<Vec<Option<Amount>>> {
    let of_row = |row: &Row| {
        let is_of_figures =
            |at: usize| table.columns.get(at).is_some_and(|column| column.content.is_none());
        let of = |(at, cell): (usize, &Option<Cell>)| {
            let cell = cell.as_ref().filter(|_| is_of_figures(at))?;
            amount(vocabulary, lines, cell)
        };
        if row.kind == RowKind::Figures {
            row.cells.iter().enumerate().map(of).collect()
        } else {
            Vec::new()
        }
    };
    table.rows.iter().map(of_row).collect()
}

/// The number of a cell: that of a dash is zero. `None` if it has another value.
fn amount(vocabulary: &Vocabulary, lines: &[RawLine<'_>], cell: &Cell) -> Option<Amount> {
    let raw = cell::read(vocabulary, cell.spot.text(lines));
    let value = match raw.interpretation {
        Interpretation::Sure(value) | Interpretation::Point(value) => value,
        Interpretation::Grouped(grouped) => grouped.whole,
        _ => return None,
    };
    let number = match value {
        Value::Exact(number) => number,
        Value::Missing(_) => Number::ZERO,
        _ => return None,
    };
    Some(Amount { number, has_open_sign: cell.favour.is_some() })
}
