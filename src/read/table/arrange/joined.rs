//! What a column states with one more header above it, and whether it can stand there.

use std::cell::OnceCell;

use super::Path;
use super::distinct::is_distinct;
use crate::leaves::role::Role;

/// What columns state with a header of a row above them. There are many ways to place a row, and few pairs of
/// a header and a column, so each pair is made once.
pub(super) struct Joined<'p> {
    run: &'p [&'p Path],
    groups: &'p [Path],
    /// For each column and each header: `None` where they contradict each other.
    pairs: Vec<OnceCell<Option<Path>>>,
}

impl<'p> Joined<'p> {
    pub(super) fn new(run: &'p [&'p Path], groups: &'p [Path]) -> Self {
        Joined { run, groups, pairs: vec![OnceCell::new(); run.len() * groups.len()] }
    }

    /// A column below a header, or below none.
    fn of(&self, group: usize, unit: Option<usize>) -> Option<&Path> {
        let column = self.groups.get(group)?;
        let Some((at, unit)) = unit.and_then(|at| Some((at, *self.run.get(at)?))) else {
            return Some(column);
        };
        let pair = self.pairs.get(group * self.run.len() + at)?;
        pair.get_or_init(|| (!excludes(column, unit)).then(|| joined(column, unit))).as_ref()
    }

    /// Whether a way to place headers contradicts nothing that is known, and tells all columns apart.
    pub(super) fn goes(&self, way: &[Option<usize>]) -> bool {
        let columns = way.iter().enumerate().map(|(group, unit)| self.of(group, *unit));
        columns.collect::<Option<Vec<_>>>().is_some_and(is_distinct)
    }
}

/// A column with a header of a row that was placed late. What stands further down is narrower.
pub(super) fn joined(path: &Path, unit: &Path) -> Path {
    let is_outer = unit.items.first() < path.items.last();
    let mut made = if is_outer { unit.above(path) } else { path.above(unit) };
    // *Begroting* over *na wijziging*, in either order.
    let roles = [path.facts.role, unit.facts.role];
    if roles.contains(&Some(Role::Budgeted)) && roles.contains(&Some(Role::Amended)) {
        made.facts.role = Some(Role::Amended);
    }
    // *Verschil* over *na wijziging - realisatie* says what it is a difference of.
    if path.facts.role == Some(Role::Difference) {
        made.facts.role = Some(Role::Difference);
    }
    made
}

/// Whether a column states what a header above it can't be of.
pub(super) fn excludes(column: &Path, unit: &Path) -> bool {
    let contradicts = match (column.facts.role, unit.facts.role) {
        (Some(Role::Realised), Some(inner)) => inner != Role::Realised,
        (Some(Role::Budgeted | Role::Amended | Role::Expected), Some(inner)) => {
            inner == Role::Realised
        }
        _ => false,
    };
    contradicts || column.contradicts(unit)
}
