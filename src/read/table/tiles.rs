//! Tiles, as web copies of budgets show what a programme costs: the word for a flow, its share of all, its amount, and in what that is, each on
//! a line of its own.

use crate::leaves::unit::Unit;
use crate::read::facts::Facts;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::{ColumnKind, FlowWord};
use crate::read::label;
use crate::read::lines::RawLine;
use crate::read::placement::ColumnsBy;
use crate::read::spot::Spot;
use crate::read::table::stretch;
use crate::read::table::{Cell, Column, Row, RowKind, Table};

/// One tile alone may be a row of something else.
const MIN: usize = 2;

/// A tile: the lines of its label, its share and its amount, and the line after it.
struct Tile {
    label: usize,
    share: Option<usize>,
    amount: usize,
    unit: Unit,
    /// The share again, with a word.
    rest: Option<usize>,
    to: usize,
}

/// Finds the tiles in some lines, and says which lines are left for others.
pub(super) fn tables(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    stretch::take((from, to), found, |at| {
        let mut tiles: Vec<Tile> = Vec::new();
        let mut next = at;
        while let Some(tile) = tile(looks, lines, next, to) {
            // The first one again begins the same tiles once more.
            let flow = |tile: &Tile| lines.get(tile.label).map(|line| &*line.text);
            if tiles.iter().any(|known| flow(known) == flow(&tile)) {
                break;
            }
            next = tile.to;
            tiles.push(tile);
        }
        if tiles.len() < MIN { (Vec::new(), at + 1) } else { (vec![table(tiles, at, next)], next) }
    })
}

/// The tile that begins at a line.
fn tile(looks: &Looks<'_>, lines: &[RawLine<'_>], label: usize, to: usize) -> Option<Tile> {
    /// Most lines are longer than these words.
    const MAX_LABEL: usize = 24;
    let text = |at: usize| lines.get(at).filter(|_| at < to).map(|line| &*line.text);
    let is_flow = text(label).filter(|text| text.len() <= MAX_LABEL).is_some_and(|text| {
        let facts = looks.facts(text);
        let is_one =
            matches!(facts.flow, Some(FlowWord::Expenses | FlowWord::Income | FlowWord::Balance));
        is_one && facts.rest == 0 && facts.period.is_none() && facts.role.is_none()
    });
    if !is_flow {
        return None;
    }
    let is_share = |text: &str| text.ends_with('%') && looks.is_number(text);
    let is_amount = |text: &str| text.starts_with('€') && looks.is_number(text);
    let share = Some(label + 1).filter(|&at| text(at).is_some_and(is_share));
    let amount = share.unwrap_or(label) + 1;
    text(amount).filter(|text| is_amount(text))?;
    let scale = text(amount + 1)?;
    let unit = label::scale_alone(looks.pack(), scale)?;
    // *17,77% Complete*
    let of_share = share.and_then(text);
    let is_again = |text: &str| {
        of_share.is_some_and(|share| {
            text.strip_prefix(share)
                .is_some_and(|rest| rest.trim_start().chars().all(char::is_alphabetic))
        })
    };
    let rest = Some(amount + 2).filter(|&at| text(at).is_some_and(is_again));
    let end = rest.unwrap_or(amount + 1) + 1;
    Some(Tile { label, share, amount, unit, rest, to: end })
}

fn table(tiles: Vec<Tile>, from: usize, to: usize) -> Table {
    let mut table = Table { columns_by: Some(ColumnsBy::Lines), from, to, ..Table::default() };
    table.scope.unit = tiles.first().map(|tile| tile.unit.clone());
    // No header stands above them, and none is missed.
    let of = |unit: Option<Unit>| Column {
        facts: Facts { unit, content: Some(ColumnKind::Value), ..Facts::default() },
        ..Column::default()
    };
    table.columns = vec![Column::of_labels(), of(None)];
    if tiles.iter().any(|tile| tile.share.is_some()) {
        table.columns.push(of(Some(Unit::PERCENT)));
    }
    for tile in tiles {
        let cell = |at: usize| Some(Cell::at(Spot::whole(at)));
        let mut cells = vec![None, cell(tile.amount)];
        if table.columns.len() > cells.len() {
            cells.push(tile.share.and_then(cell));
        }
        table.rows.push(Row::new(vec![Spot::whole(tile.label)], RowKind::Figures, cells));
        table.head.push(tile.amount + 1);
        table.sentences.extend(tile.rest);
    }
    table
}
