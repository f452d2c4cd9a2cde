//! The scale of a table that states none, by the amounts that it shares with one that does: a balance that is printed as `-12.462`
//! below *x € 1.000* is in thousands where another table of the document prints it as well.

use std::collections::{HashMap, HashSet};

use super::facts::looks::Looks;
use super::label;
use super::lines::RawLine;
use super::source::{Grid, GridRow};
use super::table::Table;
use crate::leaves::unit::{Scale, Unit};

/// The digits that the amounts have together which two tables share, at least. Two tables of twenty amounts share one of
/// four digits by chance in one case of twenty, and one of three more besides in one of a hundred.
const MIN_DIGITS: usize = 7;

/// How many different amounts they share at least.
const MIN_SHARED: usize = 2;

/// An amount with fewer digits stands in tables of many things.
const MIN_DIGITS_OF_ONE: usize = 3;

/// Of how many tables an amount is kept, so that work stays linear where all have the same ones. At most
/// two of them are the table that asks, so others are left to compare it with.
const MAX_TABLES: usize = 8;

/// How many lines above a table may state its scale: a title and a line of text may stand between.
const MAX_ABOVE: usize = 4;

/// In how many rows of a grid its headers stand, at most.
const MAX_HEAD: usize = 3;

/// The amounts of the tables that state in what they are.
#[derive(Default)]
pub(super) struct Scales<'l> {
    /// The first and the last line of each such table, with its unit.
    stated: Vec<(usize, usize, Unit)>,
    /// In which of these each amount stands, as it is printed.
    by_amount: HashMap<&'l str, Vec<usize>>,
    /// The digits of the longest of these amounts.
    longest: usize,
}

impl<'l> Scales<'l> {
    /// Those of a document.
    pub(super) fn new(
        looks: &Looks<'_>,
        lines: &'l [RawLine<'_>],
        grids: &[Grid],
        tables: &[Table],
    ) -> Self {
        let mut scales = Scales::default();
        let text = |at: usize| lines.get(at).map_or("", |line| &*line.text);
        let unit_of = |at: usize| {
            let text = text(at);
            let unit = || label::amounts(looks.pack(), text);
            let may = looks.may_state_scale(text);
            may.then(unit).flatten().filter(|unit| unit.scale() != Scale::Ones)
        };
        for grid in grids {
            let head = grid.rows.iter().take(MAX_HEAD).flat_map(GridRow::pieces);
            let Some(unit) = head.chain(grid.caption).find_map(unit_of) else { continue };
            let pieces = grid.cells().map(|(_, cell)| (cell.piece, text(cell.piece)));
            scales.add(unit, pieces);
        }
        let mut before = 0;
        for table in tables {
            let of_scope = table.scope.unit.clone().filter(|unit| unit.scale() != Scale::Ones);
            let of_head = || table.head.iter().find_map(|&at| unit_of(at));
            let above = before.max(table.from.saturating_sub(MAX_ABOVE))..table.from;
            before = table.to;
            let of_title = || above.rev().find_map(unit_of);
            let Some(unit) = of_scope.or_else(of_head).or_else(of_title) else { continue };
            let cells = table.rows.iter().flat_map(|row| row.cells.iter().flatten());
            scales.add(unit, cells.map(|cell| (cell.spot.piece(), cell.spot.text(lines))));
        }
        scales
    }

    fn add(&mut self, unit: Unit, texts: impl Iterator<Item = (usize, &'l str)>) {
        let number = self.stated.len();
        let (mut first, mut last) = (usize::MAX, 0);
        for (at, text) in texts.filter(|(_, text)| is_amount(text)) {
            (first, last) = (first.min(at), last.max(at));
            self.longest = self.longest.max(digits(text));
            let of = self.by_amount.entry(text).or_default();
            if of.len() < MAX_TABLES && of.last() != Some(&number) {
                of.push(number);
            }
        }
        self.stated.push((first, last, unit));
    }

    /// The unit of all tables of the document that state one, for a table of flows whose amounts are of the same size. `None` if
    /// they state several.
    pub(super) fn of_document(&self, lines: &[RawLine<'_>], table: &Table) -> Option<Unit> {
        let (.., unit) = self.stated.first()?;
        let is_of_flows = table.columns.iter().any(|column| column.facts.flow.is_some());
        if !is_of_flows || self.stated.iter().any(|(.., other)| other != unit) {
            return None;
        }
        let cells = table.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let texts = cells.map(|cell| cell.spot.text(lines));
        let mut longest = 0;
        for text in texts.filter(|text| digits(text) > 0) {
            // Amounts with the sign of a currency are mostly those of prices.
            if text.contains(['€', '£', '$']) || !is_whole_amount(text) {
                return None;
            }
            longest = longest.max(digits(text));
        }
        (longest >= MIN_DIGITS_OF_ONE && longest <= self.longest).then(|| unit.clone())
    }

    /// The unit of the tables with which one shares its amounts. `None` if it shares too few, or the others have several units.
    pub(super) fn of(&self, lines: &[RawLine<'_>], table: &Table) -> Option<Unit> {
        if self.stated.is_empty() {
            return None;
        }
        let cells = || table.rows.iter().flat_map(|row| row.cells.iter().flatten());
        let own = cells().next().map(|cell| cell.spot.piece())?;
        let texts: HashSet<&str> =
            cells().map(|cell| cell.spot.text(lines)).filter(|text| is_amount(text)).collect();
        let (mut shared, mut all) = (0, 0);
        let mut found: Option<&Unit> = None;
        for text in texts {
            let Some(of) = self.by_amount.get(text) else { continue };
            let others = of.iter().filter_map(|&at| self.stated.get(at));
            let mut others =
                others.filter(|(first, last, _)| !(*first..=*last).contains(&own)).peekable();
            if others.peek().is_none() {
                continue;
            }
            shared += 1;
            all += digits(text);
            for (.., unit) in others {
                if found.is_some_and(|found| found != unit) {
                    return None;
                }
                found = Some(unit);
            }
        }
        found.filter(|_| shared >= MIN_SHARED && all >= MIN_DIGITS).cloned()
    }
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Whether a cell is a whole number or an amount in thousands, with its sign.
fn is_whole_amount(text: &str) -> bool {
    let number = text.trim_matches(|c: char| !c.is_ascii_digit());
    let mut groups = number.split(['.', ',', ' ']);
    groups.next().is_some_and(|first| first.bytes().all(|byte| byte.is_ascii_digit()))
        && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a cell may be an amount that isn't found everywhere: digits with marks between them, and no share.
fn is_amount(text: &str) -> bool {
    digits(text) >= MIN_DIGITS_OF_ONE
        && text.bytes().all(|byte| byte.is_ascii_digit() || b".,-+() ".contains(&byte))
        && crate::read::dates::year(text).is_none()
}
