//! Headers that come again: *Lasten*, *Baten*, *Saldo* below each year. A header of the row above stands over a
//! whole cycle.

use super::distinct::{is_distinct, same};
use super::{Item, Path};
use crate::read::facts::words::ColumnKind;

/// Periods or stages in one row, and in the row below them the same headers for each: *Begroting 2020* and *Begroting 2021* above
/// *totaal*, *waarvan incidenteel*, *structureel*, twice; *Vastgestelde begroting* and *Mutaties* above *Verplichtingen*, *Uitgaven*,
/// *Ontvangsten*. The words of the lower row may be any. `None` if the headers are not like this.
pub(super) fn over_cycles(items: &[Item], units: &[Path], n: usize) -> Option<Vec<Path>> {
    let at = units.len().checked_sub(n)?;
    let (above, inner) = (units.get(..at)?, units.get(at..)?);
    let text = |unit: &Path| items.get(*unit.items.first()?)?.text;
    let first = inner.first().map(text)?;
    // One stage is above headers that don't come again, if these are flows.
    let is_bare = |unit: &Path| unit.facts.role.is_none() && unit.facts.period.is_none();
    let are_flows = inner.iter().filter(|unit| unit.facts.flow.is_some()).count() > 1;
    let once = Some(n).filter(|_| are_flows && inner.iter().all(is_bare));
    let size = (1..n).find(|&at| inner.get(at).map(text) == Some(first)).or(once)?;
    let outer = above.get(above.len().checked_sub(n / size)?..)?;
    let is_stage = |unit: &Path| unit.facts.period.is_some() || unit.facts.role.is_some();
    // *Tarieven*, *Aantal huishoudens*, *Opbrengst* above *2018*, *2019* three times: what is measured or paid.
    let are_years = inner.iter().all(|unit| unit.facts.is_bare_period());
    let is_name = |unit: &Path| unit.facts.period.is_none() && unit.holds_figures();
    let are_outer = outer.iter().all(is_stage) && is_distinct(outer)
        || are_years && outer.len() > 1 && outer.iter().all(is_name);
    if size < 2 || size * outer.len() != n || !are_outer {
        return None;
    }
    let cycle: Vec<Option<usize>> = inner.iter().take(size).map(text).collect();
    let is_cycle = cycle
        .iter()
        .enumerate()
        .all(|(at, one)| one.is_some() && !cycle.iter().take(at).any(|other| other == one));
    // Words that state a flow or a role are placed by what they state.
    let is_known = inner.iter().all(|unit| unit.places() || unit.facts.period.is_some());
    let comes_again = inner.iter().map(text).eq(cycle.iter().copied().cycle().take(n));
    let is_of_time =
        |path: &Path| matches!(path.facts.content, Some(ColumnKind::Period | ColumnKind::Measured));
    // *Jaar* below *1 maart 2019* says of each row when its figures are of, and so the date doesn't.
    let has_time = inner.iter().any(is_of_time);
    (is_cycle && (!is_known || are_years) && comes_again).then(|| {
        inner
            .iter()
            .enumerate()
            .filter_map(|(at, unit)| {
                let above = outer.get(at / size)?;
                let mut path = if has_time { unit.clone() } else { above.above(unit) };
                // *Structureel* may be the header of a text, and is a part of each year here.
                if !path.holds_figures() && !is_of_time(unit) {
                    (path.facts.content, path.facts.rest) = (None, path.facts.rest.max(1));
                }
                Some(path)
            })
            .collect()
    })
}

/// Flows in one row, and in the row below them the same stages for each but the last, of which there is one column: *Lasten*, *Baten*, *Saldo* above
/// *Begroting*, *Rekening*, *Begroting*, *Rekening*, *Rekening*. `None` if the headers are not like this.
pub(super) fn flows_over_cycles(units: &[Path], n: usize) -> Option<Vec<Path>> {
    let is_flow = |unit: &Path| {
        let facts = &unit.facts;
        facts.flow.is_some() && facts.rest == 0 && facts.role.is_none() && facts.period.is_none()
    };
    // What states nothing stands in front of the flows, and is the header of the labels.
    let first = units.iter().position(is_flow).filter(|first| units.len() == n + 3 + first)?;
    let (corner, units) = units.split_at_checked(first)?;
    let (outer, inner) = units.split_at_checked(3)?;
    let (last, cycles) = inner.split_last()?;
    let size = cycles.len() / 2;
    let is_stage = |unit: &Path| {
        let facts = &unit.facts;
        facts.role.is_some() && facts.rest == 0 && facts.flow.is_none()
    };
    let (one, other) = cycles.split_at_checked(size)?;
    let comes_again = one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| same(&one.facts, &other.facts));
    // *Saldo* below *Saldo* says nothing more.
    let is_plain = last.facts.flow.is_none() && last.facts.content.is_none();
    let are_flows = outer.iter().all(is_flow) && is_distinct(outer);
    let is_like_this = are_flows
        && size > 1
        && comes_again
        && cycles.iter().all(is_stage)
        && is_distinct(one)
        && is_plain
        && corner.iter().all(|unit| !unit.facts.is_placing());
    let above = |(at, unit): (usize, &Path)| {
        let mut path = outer.get(at.checked_div(size)?)?.above(unit);
        // Beside *Lasten* and *Baten* the word *Saldo* is what is left of them, and no difference.
        path.facts.others = &[];
        Some(path)
    };
    let columns = inner.iter().enumerate().map(above);
    if is_like_this { columns.collect() } else { None }
}

/// The places within headers that come again right after each other, *Lasten*, *Baten*, *Saldo* twice: no header above them ends there.
pub(super) fn within_cycles(units: &[Path]) -> Vec<usize> {
    let is_same = |one: usize, other: usize| match (units.get(one), units.get(other)) {
        (Some(one), Some(other)) => same(&one.facts, &other.facts),
        _ => false,
    };
    let mut found = Vec::new();
    for size in 2..=units.len() / 2 {
        let mut from = 0;
        while from + 2 * size <= units.len() {
            // How many headers from this one on come again after so many.
            let again = (from..units.len() - size).take_while(|&at| is_same(at, at + size)).count();
            let is_one = (from + 1..from + size).all(|at| !is_same(from, at));
            if again < size || !is_one {
                from += 1;
                continue;
            }
            let end = from + size + again - again % size;
            found.extend((from..end).filter(|at| !(at - from).is_multiple_of(size)));
            from = end;
        }
    }
    found
}
