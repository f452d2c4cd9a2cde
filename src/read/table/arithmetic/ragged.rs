//! Places the cells of rows that lost some of them, where the sums of the table leave one way.

use super::equations::{Learnt, Sum, Total, adds_up, equations, learn, totals};
use super::{Amount, amount, amounts};
use crate::findings::rule::Message;
use crate::read::lines::{Lines, RawLine};
use crate::read::spot::{Spot, joined};
use crate::read::table::{Cell, Column, Doubt, Row, RowKind, Table};
use crate::read::vocabulary::Vocabulary;

/// The most ways to place a row that are tried: those to lose three of twelve cells.
const MAX_WAYS: usize = 220;

/// The most ways to place two rows together.
const MAX_PAIRS: usize = 1_500;

/// A way to place the cells of a row: the column of each.
type Way = Vec<usize>;

/// Two rows, and the ways to place both.
type Pair = (usize, usize, Vec<(Way, Way)>);

/// The cells of a row that lost some, with their numbers.
struct Ragged {
    row: usize,
    cells: Vec<Cell>,
    own: Vec<Amount>,
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
    let has_ragged = table.rows.iter().any(|row| row.kind == RowKind::Misfit);
    if !has_ragged || figures.len() < 2 || !table.columns.iter().all(is_plain) {
        return;
    }
    let equations = equations(vocabulary, table);
    let totals = totals(vocabulary, lines, table);
    if equations.is_empty() && totals.is_empty() {
        return;
    }
    let amounts = amounts(vocabulary, lines, table);
    let learnt = learn(&equations, &amounts).into_iter().filter(Learnt::is_trusted).collect();
    let mut placer = Placer { lines, width: table.columns.len(), figures, learnt, totals, amounts };
    let ragged = |(row, of): (usize, &Row)| {
        let cells: Vec<Cell> = of.cells.iter().flatten().copied().collect();
        let own: Option<Vec<Amount>> =
            cells.iter().map(|cell| amount(vocabulary, lines, cell)).collect();
        let own = own.filter(|own| !own.is_empty() && own.len() < placer.figures.len())?;
        Some(Ragged { row, cells, own }).filter(|_| of.kind == RowKind::Misfit)
    };
    let mut ragged: Vec<Ragged> = table.rows.iter().enumerate().filter_map(ragged).collect();
    ragged.retain(|ragged| !placer.place(ragged, table));
    placer.place_pairs(&ragged, table);
}

/// Moves rows whose empty cells a copy has put at the end. A row is moved if the totals fail where its cells stand, and come out in
/// one other way to place them.
pub(in crate::read) fn move_rows(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    table: &mut Table,
) {
    /// A table with more rows that end early isn't filled, rather than damaged.
    const MAX_MOVED: usize = 6;
    let Some(last) = table.columns.iter().rposition(|column| column.content.is_none()) else {
        return;
    };
    let ends_early = |row: &Row| {
        let filled = |at: usize| row.cells.get(at).is_some_and(Option::is_some);
        row.kind == RowKind::Figures && !filled(last) && (0..last).any(filled)
    };
    let early: Vec<usize> =
        (0..table.rows.len()).filter(|&at| table.rows.get(at).is_some_and(ends_early)).collect();
    if early.len() > MAX_MOVED || table.rows.iter().any(|row| row.kind == RowKind::Misfit) {
        return;
    }
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
        }
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

    /// Places two rows that lost cells and are added up to one total: *Stortingen* and *Onttrekkingen*.
    fn place_pairs(&mut self, ragged: &[Ragged], table: &mut Table) {
        let mut pairs: Vec<Pair> = Vec::new();
        for total in &self.totals {
            let of = |sum: &Sum| -> Vec<usize> {
                (0..ragged.len())
                    .filter(|&at| ragged.get(at).is_some_and(|of| sum.has(of.row)))
                    .collect()
            };
            let Some(sum) = total.sums.first() else { continue };
            let &[one, other] = of(sum).as_slice() else { continue };
            let (Some(first), Some(second)) = (ragged.get(one), ragged.get(other)) else {
                continue;
            };
            let (ways, others) = (self.ways(first), self.ways(second));
            if ways.len() * others.len() > MAX_PAIRS {
                continue;
            }
            let mut found: Vec<(Way, Way)> = Vec::new();
            for way in &ways {
                let placed = self.placed(first, way);
                for of in &others {
                    let beside = self.placed(second, of);
                    let adds_up = total
                        .sums
                        .iter()
                        .filter(|sum| sum.has(first.row) && sum.has(second.row))
                        .any(|sum| {
                            self.figures.iter().all(|&column| {
                                let number = |row: usize| {
                                    let row = if row == first.row {
                                        Some(placed.as_slice())
                                    } else if row == second.row {
                                        Some(beside.as_slice())
                                    } else {
                                        self.amounts.get(row).map(Vec::as_slice)
                                    };
                                    row.and_then(|row| row.get(column).copied().flatten())
                                };
                                adds_up(number, total.row, sum) != Some(false)
                            })
                        });
                    if adds_up {
                        found.push((way.clone(), of.clone()));
                    }
                }
            }
            pairs.push((one, other, found));
        }
        for (one, other, found) in pairs {
            // One way is proof; of several any may be right.
            let [(way, of)] = found.as_slice() else { continue };
            for (at, way) in [(one, way), (other, of)] {
                if let Some(ragged) = ragged.get(at) {
                    self.take(ragged, way, &vec![true; way.len()], table);
                }
            }
        }
    }

    /// The ways to place the cells of a row, in their order. None where there are too many ways for a row that lost more than
    /// a few cells.
    fn ways(&self, ragged: &Ragged) -> Vec<Way> {
        let columns = |way: Vec<usize>| {
            way.iter().filter_map(|&index| self.figures.get(index).copied()).collect()
        };
        choices(self.figures.len(), ragged.own.len()).into_iter().map(columns).collect()
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
