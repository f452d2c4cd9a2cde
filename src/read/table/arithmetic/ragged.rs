//! Places the cells of rows that lost some of them, where the sums of the table leave one way.

use super::equations::{
    Learnt, Sum, Total, adds_up, equations, found_in_rows, learn, totals, trusted,
};
use super::{Amount, amount, amounts, by_parts, shares, two_rows};
use crate::findings::rule::Message;
use crate::read::lines::{Lines, RawLine};
use crate::read::spot::{Spot, joined};
use crate::read::table::{Cell, Column, Doubt, Row, RowKind, Table};
use crate::read::vocabulary::Vocabulary;

/// The most ways to place a row that are tried: those to lose three of twelve cells.
const MAX_WAYS: usize = 220;

/// A way to place the cells of a row: the column of each.
type Way = Vec<usize>;

/// The cells of a row that lost some, with their numbers.
struct Ragged {
    row: usize,
    cells: Vec<Cell>,
    own: Vec<Amount>,
}

impl Ragged {
    /// A row of a table with so many columns of figures. `None` if it has a number for each, or something else than numbers.
    fn of(
        vocabulary: &Vocabulary,
        lines: &[RawLine<'_>],
        table: &Table,
        row: usize,
        figures: usize,
    ) -> Option<Self> {
        let cells: Vec<Cell> = table.rows.get(row)?.cells.iter().flatten().copied().collect();
        let own: Option<Vec<Amount>> =
            cells.iter().map(|cell| amount(vocabulary, lines, cell)).collect();
        let own = own.filter(|own| !own.is_empty() && own.len() < figures)?;
        Some(Ragged { row, cells, own })
    }
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
    let is_plain = |column: &Column| is_of_figures(column) || column.names_rows();
    shares::take_apart(lines, table);
    two_rows::part_at_words(vocabulary, lines, table);
    let has_ragged = table.rows.iter().any(|row| row.kind == RowKind::Misfit);
    if !has_ragged || figures.len() < 2 || !table.columns.iter().all(is_plain) {
        return;
    }
    let mut equations = equations(vocabulary, table);
    let totals = totals(vocabulary, lines, table);
    let amounts = amounts(vocabulary, lines, table);
    for sum in found_in_rows(table, &amounts) {
        if !equations.iter().any(|of| of.result == sum.result) {
            equations.push(sum);
        }
    }
    if equations.is_empty() && totals.is_empty() {
        return;
    }
    let learnt = trusted(learn(&equations, &amounts));
    let of_shares = shares::columns_of_shares(lines, table);
    let width = table.columns.len();
    let signs = signs_of(&amounts, width);
    let mut placer = Placer { lines, width, figures, learnt, totals, amounts, of_shares, signs };
    let misfits = (0..table.rows.len())
        .filter(|&at| table.rows.get(at).is_some_and(|row| row.kind == RowKind::Misfit));
    let mut ragged: Vec<Ragged> = misfits
        .filter_map(|row| Ragged::of(vocabulary, lines, table, row, placer.figures.len()))
        .collect();
    ragged.retain(|ragged| !placer.place(ragged, table));
    placer.place_together(ragged, table);
}

/// Moves rows whose empty cells a copy has put at the end. A row is moved if the totals fail where its cells stand, and come out in
/// one other way to place them. Whether totals said where all such rows stand.
pub(in crate::read) fn move_rows(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &mut Table,
) -> bool {
    /// A table with more rows that end early isn't filled, rather than damaged.
    const MAX_MOVED: usize = 6;
    let Some(last) = table.columns.iter().rposition(|column| column.content.is_none()) else {
        return true;
    };
    let ends_early = |row: &Row| {
        let filled = |at: usize| row.cells.get(at).is_some_and(Option::is_some);
        row.kind == RowKind::Figures && !filled(last) && (0..last).any(filled)
    };
    let early: Vec<usize> =
        (0..table.rows.len()).filter(|&at| table.rows.get(at).is_some_and(ends_early)).collect();
    if table.rows.iter().any(|row| row.kind == RowKind::Misfit) {
        return false;
    }
    if move_together(vocabulary, lines, table, &early) {
        return true;
    }
    if early.len() > MAX_MOVED {
        return false;
    }
    let mut are_all_moved = true;
    for at in early {
        let doubts = table.doubts.len();
        let Some(row) = table.rows.get_mut(at) else { continue };
        let printed = row.cells.clone();
        row.kind = RowKind::Misfit;
        row.cells.retain(Option::is_some);
        place_ragged(vocabulary, lines, table);
        let Some(row) = table.rows.get_mut(at) else { continue };
        let is_placed = row.kind == RowKind::Figures && row.loose.is_empty();
        if !is_placed || row.cells == printed {
            (row.kind, row.cells) = (RowKind::Figures, printed);
            row.loose.clear();
            table.doubts.truncate(doubts);
            are_all_moved = false;
        }
    }
    are_all_moved
}

/// Moves rows whose empty cells a copy has put at the end, where one total shows it of several of them: it fails in some column
/// where their cells stand, and comes out in each column in another way to place them all. What stands in the same column in all such
/// ways is placed, and the others are kept without one. Whether there was such a total.
fn move_together(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &mut Table,
    early: &[usize],
) -> bool {
    let figures: Vec<usize> = (0..table.columns.len())
        .filter(|&at| table.columns.get(at).is_some_and(|column| column.content.is_none()))
        .collect();
    let amounts = amounts(vocabulary, lines, table);
    let width = table.columns.len();
    let mut placer = Placer {
        lines,
        width,
        figures,
        learnt: Vec::new(),
        totals: totals(vocabulary, lines, table),
        signs: signs_of(&amounts, width),
        amounts,
        of_shares: shares::columns_of_shares(lines, table),
    };
    let sums = |(at, total): (usize, &Total)| (0..total.sums.len()).map(move |sum| (at, sum));
    let sums: Vec<(usize, usize)> = placer.totals.iter().enumerate().flat_map(sums).collect();
    let solve = |(at, of): (usize, usize)| {
        let total = placer.totals.get(at)?;
        let sum = total.sums.get(of)?;
        let fails = |column: &&usize| {
            adds_up(|row| placer.number(row, **column), total.row, sum) == Some(false)
        };
        let rows: Vec<Ragged> = early
            .iter()
            .filter(|row| sum.has(**row))
            .filter_map(|&row| Ragged::of(vocabulary, lines, table, row, placer.figures.len()))
            .collect();
        // A row that moves is missed in one column, and is too much in another.
        if rows.len() < 2 || placer.figures.iter().filter(fails).count() < 2 {
            return None;
        }
        let found = placer.ways_together(at, of, &rows);
        (!found.is_empty()).then_some((rows, found))
    };
    let Some((rows, found)) = sums.into_iter().find_map(solve) else { return false };
    placer.take_together(&rows, &found, table);
    // No total shows in which columns the other rows stand, so these are not placed.
    for row in early.iter().filter(|row| !rows.iter().any(|ragged| ragged.row == **row)) {
        if let Some(row) = table.rows.get_mut(*row) {
            row.kind = RowKind::Misfit;
            row.cells.retain(Option::is_some);
        }
    }
    true
}

/// The ways to place the cells of several rows, a column after another.
struct Search<'a> {
    figures: &'a [usize],
    rows: &'a [Ragged],
    steps: usize,
    found: Vec<Vec<Way>>,
}

impl Search<'_> {
    /// A table of eight such rows and five columns takes some hundreds.
    const MAX_STEPS: usize = 20_000;
    /// More ways than these prove nothing.
    const MAX_FOUND: usize = 60;

    /// Tries each choice of rows that have a cell in a column, and goes on with the next one.
    fn go(
        &mut self,
        at: usize,
        way: &mut [Way],
        comes_out: &dyn Fn(&[Option<Amount>], usize) -> bool,
    ) {
        /// Each is in a column or not: 2¹² choices.
        const MAX_ROWS: usize = 12;
        let Some(&column) = self.figures.get(at) else {
            self.found.push(way.to_vec());
            return;
        };
        let left = self.figures.len() - at;
        let rest = |way: &[Way], row: usize| {
            let all = self.rows.get(row).map_or(0, |of| of.own.len());
            all - way.get(row).map_or(0, Vec::len).min(all)
        };
        let free: Vec<usize> =
            (0..self.rows.len()).filter(|&row| (1..left).contains(&rest(way, row))).collect();
        let bound: Vec<usize> =
            (0..self.rows.len()).filter(|&row| rest(way, row) == left).collect();
        if free.len() > MAX_ROWS {
            self.give_up();
            return;
        }
        for choice in 0..1_usize << free.len() {
            self.steps += 1;
            if self.steps > Self::MAX_STEPS || self.found.len() > Self::MAX_FOUND {
                self.give_up();
                return;
            }
            let chosen = free.iter().enumerate().filter(|(bit, _)| choice >> bit & 1 == 1);
            let taken: Vec<usize> =
                chosen.map(|(_, row)| *row).chain(bound.iter().copied()).collect();
            let mut placed = vec![None; self.rows.len()];
            for &row in &taken {
                let next = way.get(row).map_or(0, Vec::len);
                let amount = self.rows.get(row).and_then(|of| of.own.get(next)).copied();
                if let Some(slot) = placed.get_mut(row) {
                    *slot = amount;
                }
            }
            if !comes_out(&placed, column) {
                continue;
            }
            for &row in &taken {
                if let Some(way) = way.get_mut(row) {
                    way.push(column);
                }
            }
            self.go(at + 1, way, comes_out);
            for &row in &taken {
                if let Some(way) = way.get_mut(row) {
                    way.pop();
                }
            }
        }
    }

    fn give_up(&mut self) {
        self.steps = Self::MAX_STEPS;
        self.found.clear();
    }
}

/// What rows are placed by.
struct Placer<'a, 's> {
    lines: &'a [RawLine<'s>],
    /// How many columns the table has.
    width: usize,
    /// Those of figures.
    figures: Vec<usize>,
    learnt: Vec<Learnt>,
    totals: Vec<Total>,
    amounts: Vec<Vec<Option<Amount>>>,
    /// Which columns hold shares.
    of_shares: Vec<Option<bool>>,
    signs: Vec<Signs>,
}

/// The signs of the numbers in a column.
#[derive(Debug, Clone, Copy, Default)]
struct Signs {
    has_positive: bool,
    has_negative: bool,
}

/// The signs of the numbers in each of so many columns.
fn signs_of(amounts: &[Vec<Option<Amount>>], width: usize) -> Vec<Signs> {
    let mut found = vec![Signs::default(); width];
    for row in amounts {
        for (signs, amount) in found.iter_mut().zip(row) {
            if let Some(amount) = amount.filter(|amount| !amount.number.is_zero()) {
                signs.has_negative |= amount.number.is_negative();
                signs.has_positive |= !amount.number.is_negative();
            }
        }
    }
    found
}

impl Placer<'_, '_> {
    /// Places a row that lost cells, and says whether it could.
    fn place(&mut self, ragged: &Ragged, table: &mut Table) -> bool {
        let mut found: Vec<(u32, Way)> = Vec::new();
        for way in self.ways(ragged) {
            let placed = self.placed(ragged, &way);
            let damages = [self.damage(&placed, &way), self.damage_of_totals(ragged.row, &placed)];
            if let Some(least) = damages.into_iter().flatten().min() {
                found.push((least, way));
            }
        }
        let Some(least) = found.iter().map(|(damage, _)| *damage).min() else { return false };
        found.retain(|(damage, _)| *damage == least);
        let ways: Vec<Way> = found.into_iter().map(|(_, way)| way).collect();
        let Some(first) = ways.first() else { return false };
        // What stands in one column in each way that is left.
        let is_sure = |index: usize| ways.iter().all(|way| way.get(index) == first.get(index));
        let sure: Vec<bool> = (0..first.len()).map(is_sure).collect();
        if sure.iter().any(|is_sure| *is_sure) {
            self.take(ragged, first, &sure, table);
            return true;
        }
        false
    }

    /// Places rows that lost cells and are added up to one total: *Stortingen* and *Onttrekkingen*.
    fn place_together(&mut self, ragged: Vec<Ragged>, table: &mut Table) {
        let mut left = ragged;
        for at in 0..self.totals.len() {
            let Some(sum) = self.totals.get(at).and_then(|total| total.sums.first()) else {
                continue;
            };
            let (rows, others): (Vec<Ragged>, Vec<Ragged>) =
                left.into_iter().partition(|ragged| sum.has(ragged.row));
            left = others;
            if rows.len() < 2 {
                left.extend(rows);
                continue;
            }
            let found = self.ways_together(at, 0, &rows);
            if found.is_empty() {
                left.extend(rows);
            } else {
                self.take_together(&rows, &found, table);
            }
        }
    }

    /// The ways to place rows in which some total comes out in each column.
    fn ways_together(&self, total: usize, sum: usize, rows: &[Ragged]) -> Vec<Vec<Way>> {
        let Some(total) = self.totals.get(total) else { return Vec::new() };
        let Some(sum) = total.sums.get(sum) else { return Vec::new() };
        let mut search = Search { figures: &self.figures, rows, steps: 0, found: Vec::new() };
        search.go(0, &mut vec![Vec::new(); rows.len()], &|placed, column| {
            let of = |row: usize| match rows.iter().position(|ragged| ragged.row == row) {
                Some(at) => placed.get(at).copied().flatten(),
                None => self.number(row, column),
            };
            adds_up(of, total.row, sum) != Some(false)
        });
        search.found
    }

    /// Places what stands in the same column in all ways to place some rows.
    fn take_together(&mut self, rows: &[Ragged], found: &[Vec<Way>], table: &mut Table) {
        for (at, ragged) in rows.iter().enumerate() {
            let ways = || found.iter().filter_map(|way| way.get(at));
            let Some(first) = ways().next() else { continue };
            let is_sure = |index: usize| ways().all(|way| way.get(index) == first.get(index));
            let sure: Vec<bool> = (0..first.len()).map(is_sure).collect();
            if sure.iter().any(|is_sure| *is_sure)
                || table.rows.get(ragged.row).is_some_and(|row| row.kind == RowKind::Figures)
            {
                self.take(ragged, first, &sure, table);
            }
        }
    }

    fn number(&self, row: usize, column: usize) -> Option<Amount> {
        self.amounts.get(row)?.get(column).copied().flatten()
    }

    /// The ways to place the cells of a row, in their order. None where there are too many ways for a row that lost more than
    /// a few cells.
    fn ways(&self, ragged: &Ragged) -> Vec<Way> {
        let columns = |way: Vec<usize>| {
            way.iter().filter_map(|&index| self.figures.get(index).copied()).collect()
        };
        // What is added is never below zero where other rows add something, and the other way round.
        let is_of_year = self.learnt.iter().any(|learnt| learnt.equation.has_result);
        let may_be = |column: usize, own: &Amount| {
            let Some(signs) = self.signs.get(column) else { return true };
            let (same, other) = if own.number.is_negative() {
                (signs.has_negative, signs.has_positive)
            } else {
                (signs.has_positive, signs.has_negative)
            };
            own.number.is_zero() || same || !other
        };
        let fits = |way: &Way| {
            let cells = way.iter().zip(&ragged.cells).zip(&ragged.own);
            cells.into_iter().all(|((column, cell), own)| {
                let of = self.of_shares.get(*column).copied().flatten();
                of.is_none_or(|of| of == shares::is_share(self.lines, cell))
                    && (!is_of_year || may_be(*column, own))
            })
        };
        let mut all = choices(self.figures.len(), ragged.own.len());
        if all.is_empty() {
            all = by_parts::ways(&self.figures, &self.learnt, &ragged.own);
        }
        all.into_iter().map(columns).filter(fits).collect()
    }

    /// The numbers of a row by their columns.
    fn placed(&self, ragged: &Ragged, way: &[usize]) -> Vec<Option<Amount>> {
        let mut placed = vec![None; self.width];
        for (&column, &amount) in way.iter().zip(&ragged.own) {
            if let Some(slot) = placed.get_mut(column) {
                *slot = Some(amount);
            }
        }
        placed
    }

    /// Puts the cells of a row into their columns; those that aren't sure are kept without one.
    fn take(&mut self, ragged: &Ragged, way: &[usize], sure: &[bool], table: &mut Table) {
        let mut placed = vec![None; self.width];
        let mut known = vec![None; self.width];
        let mut loose = Vec::new();
        let cells = ragged.cells.iter().zip(&ragged.own).zip(way.iter().zip(sure));
        for ((&cell, &amount), (&column, &is_sure)) in cells {
            match (placed.get_mut(column), known.get_mut(column)) {
                (Some(slot), Some(of)) if is_sure => {
                    *slot = Some(cell);
                    *of = Some(amount);
                }
                _ => loose.push(cell),
            }
        }
        if let Some(slot) = self.amounts.get_mut(ragged.row).filter(|_| loose.is_empty()) {
            *slot = known;
        }
        if let Some(row) = table.rows.get_mut(ragged.row) {
            row.cells = placed;
            row.loose = loose;
            row.kind = RowKind::Figures;
            let doubt = doubt_of(self.lines, row);
            table.doubts.extend(doubt);
        }
    }

    /// How many equations a row breaks in which a cell of it is empty: one at most may be unknown rather than zero. `None`
    /// if a whole equation fails, if none is whole, or if a number is in no equation and neither is each cell that is empty.
    fn damage(&self, row: &[Option<Amount>], columns: &[usize]) -> Option<u32> {
        let of = |column: usize| row.get(column).copied().flatten();
        let mut covered: Vec<usize> = Vec::new();
        let (mut held, mut damage) = (0, 0);
        for learnt in &self.learnt {
            let all = || learnt.equation.parts.iter().copied().chain([learnt.equation.result]);
            if all().all(|column| of(column).is_none()) {
                continue;
            }
            covered.extend(all());
            let is_whole = all().all(|column| of(column).is_some());
            let zero = |column: usize| of(column).unwrap_or(Amount::ZERO);
            let parts: Vec<Amount> = learnt.equation.parts.iter().map(|&part| zero(part)).collect();
            match learnt.holds(&parts, zero(learnt.equation.result)) {
                Some(true) => {
                    held += 1;
                    let first = learnt.equation.parts.first().copied();
                    let ends = first.into_iter().chain([learnt.equation.result]);
                    let lacking = ends.filter(|&end| of(end).is_none()).count();
                    let is_lacking = learnt.equation.has_result && lacking > 0;
                    damage += u32::from(is_lacking);
                }
                _ if is_whole => return None,
                _ => damage += 1,
            }
        }
        // A number in no equation stands where it does if those decide of each cell that is empty.
        let mut empty = self.figures.iter().filter(|column| !columns.contains(column));
        let is_covered = columns.iter().all(|column| covered.contains(column))
            || empty.all(|column| covered.contains(column));
        (held > 0 && damage <= 1 && is_covered).then_some(damage)
    }

    /// How many empty cells of a row are unknown rather than zero, if the columns in which it has a number add up to a
    /// total: one at most.
    fn damage_of_totals(&self, at: usize, placed: &[Option<Amount>]) -> Option<u32> {
        let damage = |total: &Total, sum: &Sum| {
            let mut damage = 0;
            for &column in &self.figures {
                let of = |row: usize| {
                    let own = (row == at).then_some(placed);
                    let row = own.or_else(|| self.amounts.get(row).map(Vec::as_slice));
                    row.and_then(|row| row.get(column).copied().flatten())
                };
                match adds_up(of, total.row, sum) {
                    Some(true) => {}
                    _ if of(at).is_some() => return None,
                    _ => damage += 1,
                }
            }
            (damage <= 1).then_some(damage)
        };
        let sums =
            self.totals.iter().flat_map(|total| total.sums.iter().map(move |sum| (total, sum)));
        sums.filter(|(_, sum)| sum.has(at)).filter_map(|(total, sum)| damage(total, sum)).min()
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

/// The ways to choose some of so many places, in order; none where there are too many.
fn choices(places: usize, some: usize) -> Vec<Vec<usize>> {
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
