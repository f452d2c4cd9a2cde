//! Checks of all columns of a table together.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::header::{ColumnContent, ReadColumn};
use crate::leaves::period::Period;
use crate::leaves::role::Role;

/// Whether each column of figures has a period, and those without a role are consecutive years: by
/// this a table without a title is recognised.
pub(super) fn are_dated(columns: &[ReadColumn]) -> bool {
    let mut previous: Option<Period> = None;
    columns.iter().all(|column| match column.holds {
        ColumnContent::Figures { period: None, .. } => false,
        ColumnContent::Figures { role: None, period: Some(year) } => {
            let follows = previous.is_none_or(|previous| {
                previous.end().and_then(|end| end.succ_opt()) == Some(year.start())
            });
            previous = Some(year);
            follows
        }
        _ => true,
    })
}

/// Whether no column has a role: all are bare years.
pub(super) fn are_bare(columns: &[ReadColumn]) -> bool {
    columns.iter().all(|column| matches!(column.holds, ColumnContent::Figures { role: None, .. }))
}

/// Whether a role got its year from the next line and is followed by other years without a role:
/// then it is unknown for which years the role is. Years before it have none.
pub(super) fn are_mixed(columns: &[ReadColumn]) -> bool {
    let mut joined = false;
    for column in columns {
        match column.holds {
            ColumnContent::Figures { role: Some(_), .. } => joined |= column.has_year_apart,
            ColumnContent::Figures { role: None, .. } if joined => return true,
            _ => {}
        }
    }
    false
}

/// The columns of figures with the same meaning as an earlier one, each with that earlier one.
pub(super) fn repeated(columns: &[ReadColumn]) -> Vec<(&ReadColumn, &ReadColumn)> {
    let mut known: HashMap<(Option<Role>, Period), &ReadColumn> = HashMap::new();
    let mut repeated = Vec::new();
    for column in columns {
        if let ColumnContent::Figures { role, period: Some(period) } = column.holds {
            match known.entry((role, period)) {
                Entry::Occupied(earlier) => repeated.push((column, *earlier.get())),
                Entry::Vacant(slot) => {
                    slot.insert(column);
                }
            }
        }
    }
    repeated
}

/// For each column the one that holds its period, in a table with a row for each year. `None` if
/// that is uncertain: one column of years is for all columns on one side of it, and several are
/// each for the column next to them.
pub(super) fn year_columns(holds: &[ColumnContent]) -> Option<Vec<Option<usize>>> {
    let at = |is: fn(&ColumnContent) -> bool| -> Vec<usize> {
        holds.iter().enumerate().filter(|(_, holds)| is(holds)).map(|(at, _)| at).collect()
    };
    let years = at(|holds| matches!(holds, ColumnContent::Period));
    let undated = at(|holds| matches!(holds, ColumnContent::Figures { period: None, .. }));
    let mut of = vec![None; holds.len()];
    let mut serve = |figure: usize, year: usize| {
        if let Some(slot) = of.get_mut(figure) {
            *slot = Some(year);
        }
    };
    match years.as_slice() {
        [] => {}
        &[year] => {
            if undated.iter().any(|at| *at < year) && undated.iter().any(|at| *at > year) {
                return None;
            }
            for &figure in &undated {
                serve(figure, year);
            }
        }
        _ => {
            let pairs = || undated.iter().copied().zip(years.iter().copied());
            let is_paired = undated.len() == years.len()
                && (pairs().all(|(figure, year)| year == figure + 1)
                    || pairs().all(|(figure, year)| figure == year + 1));
            if !is_paired {
                return None;
            }
            for (figure, year) in pairs() {
                serve(figure, year);
            }
        }
    }
    Some(of)
}
