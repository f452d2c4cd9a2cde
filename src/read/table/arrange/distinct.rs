//! Whether the headers of two columns say the same: then nothing tells their figures apart.

use super::Path;
use crate::read::facts::Facts;
use crate::read::facts::words::ColumnKind;

/// Whether two columns have the same facts.
pub(super) fn same(one: &Facts, other: &Facts) -> bool {
    one.period == other.period
        && one.role == other.role
        && one.flow == other.flow
        && one.change == other.change
        && one.day == other.day
        && one.rest == other.rest
        && one.content == other.content
        && one.others == other.others
}

/// The columns with the same facts as another one.
pub(super) fn alike(columns: &[Path]) -> Vec<usize> {
    (0..columns.len())
        .filter(|&at| {
            columns.iter().enumerate().any(|(other, path)| {
                other != at && columns.get(at).is_some_and(|one| same(&one.facts, &path.facts))
            })
        })
        .collect()
}

/// Whether no two columns of figures say the same.
pub(super) fn is_distinct<'p>(columns: impl IntoIterator<Item = &'p Path>) -> bool {
    // Each with how many columns of bodies stand before it: *Waarde*, *Benchmark*, *Waarde*.
    let mut bodies = 0;
    let mut figures: Vec<(&Path, usize)> = Vec::new();
    for path in columns {
        if path.facts.content == Some(ColumnKind::Area) {
            bodies += 1;
        } else if path.holds_figures() && path.facts.is_placing() {
            figures.push((path, bodies));
        }
    }
    figures.iter().enumerate().all(|(at, (one, bodies))| {
        figures.iter().skip(at + 1).all(|(other, of)| {
            bodies != of
                || !same(&one.facts, &other.facts)
                || one.facts.rest > 0
                || other.facts.rest > 0
                || one.is_open
                || other.is_open
        })
    })
}
