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
