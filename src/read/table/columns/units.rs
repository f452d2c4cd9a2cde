//! Units in a row of their own below the headers: one for the whole table, or one for each column.

use crate::leaves::unit::Unit;
use crate::read::table::arrange::{Arrangement, How, Item, Path, arrangements};

/// Headers without the units that stand below them.
pub(super) struct Scales {
    pub(super) items: Vec<Item>,
    /// That of the table, once for each column: `$'000`.
    pub(super) unit: Option<Unit>,
    /// Those of the columns, one each, where they differ.
    pub(super) units: Vec<Unit>,
    pub(super) begins_with_scale: bool,
}

impl Scales {
    pub(super) fn split(mut items: Vec<Item>) -> Self {
        let is_scale = |item: &Item| {
            item.facts.unit.is_some()
                && !item.facts.is_placing()
                && item.facts.content.is_none()
                && item.facts.rest == 0
        };
        let scales: Vec<&Item> = items.iter().filter(|item| is_scale(item)).collect();
        // One sign alone may be the unit of one column.
        let is_of_all = match scales.as_slice() {
            [] => false,
            [only] => only.spots.len() > 1,
            _ => true,
        };
        let mut units: Vec<Unit> =
            scales.iter().filter_map(|item| item.facts.unit.clone()).collect();
        let differ = units.iter().any(|unit| Some(unit) != units.first());
        let unit = units.first().filter(|_| is_of_all && !differ).cloned();
        if !differ {
            units.clear();
        }
        let begins_with_scale = is_of_all && items.first().is_some_and(is_scale);
        items.retain(|item| !is_of_all || !is_scale(item));
        Scales { items, unit, units, begins_with_scale }
    }
}

/// The ways in which headers make some columns that have a unit each: besides those of other headers each may stand above as
/// many of them, *2021/22* above *£000* and *%*.
pub(super) fn over_units(items: &[Item], n: usize, units: &[Unit]) -> Vec<Arrangement> {
    let mut found = arrangements(items, n);
    if units.len() != n {
        return found;
    }
    for size in (2..=n).filter(|size| n.is_multiple_of(*size)) {
        // Above each header stand the same units.
        if !units.chunks(size).all(|of| Some(of) == units.get(..size)) {
            continue;
        }
        // *Source of funding* in front of a year is above the labels, and *BO* is a part of its header.
        let is_joined = |path: &Path| {
            let mut words = path.items.iter().filter_map(|&at| items.get(at));
            path.items.len() < 2
                || words.all(|item| item.facts.role.is_some() || item.facts.is_bare_period())
        };
        let ways = arrangements(items, n / size);
        let are_headers = |way: &Arrangement| way.columns.iter().all(is_joined);
        for mut way in ways.into_iter().filter(are_headers) {
            way.columns =
                way.columns.into_iter().flat_map(|path| std::iter::repeat_n(path, size)).collect();
            way.how = How::Levels;
            way.has_units = true;
            found.push(way);
        }
    }
    found
}

/// Whether a word and the year right after it on its line are headers of two columns: with a unit for each column *BO 2022* is above both
/// *in duizend euro* and *in %*.
pub(super) fn parts_year(arrangement: &Arrangement, items: &[Item]) -> bool {
    let is_pair = |at: usize| {
        let (Some(word), Some(year)) = (items.get(at), items.get(at + 1)) else { return false };
        word.facts.period.is_none()
            && word.facts.role.is_some()
            && year.facts.is_bare_period()
            && !year.begins_line
    };
    let alone = |at: usize| arrangement.columns.iter().any(|path| *path.items == [at]);
    // *Uitgaven* on a line of its own is a title.
    let line = |path: &Path| {
        let spot = path.items.first().and_then(|&at| items.get(at)?.spots.first());
        spot.map(|spot| spot.piece())
    };
    let first = arrangement.columns.first().and_then(line);
    let are_on_lines = arrangement.columns.iter().any(|path| line(path) != first);
    are_on_lines || (0..items.len()).any(|at| is_pair(at) && alone(at) && alone(at + 1))
}
