//! When the figures of columns are that don't say it: they have the year of another column, or are counted from it.

use crate::leaves::role::Role;
use crate::read::facts::Facts;
use crate::read::facts::words::ColumnKind;
use crate::read::table::Column;
use crate::words::fold;

/// A column *Meetperiode* states the period where nothing else does.
pub(super) fn settle_periods(columns: &mut [Column]) {
    let has_period = columns.iter().any(|column| {
        column.content == Some(ColumnKind::Period)
            || (column.content.is_none() && column.facts.period.is_some())
    });
    if has_period {
        return;
    }
    for column in columns.iter_mut().filter(|column| column.content == Some(ColumnKind::Measured)) {
        column.content = Some(ColumnKind::Period);
    }
}

/// The stages of a budget in front of the accounts of one year, the only one that the headers name but for accounts of years before, are of
/// that year: *Rekening 2020*, *Begroting voor wijziging*, *Begroting na wijziging*, *Rekening 2021*. Behind them stages are of later years, as in a budget that begins with *Rekening
/// 2021*; and *Begroting* alone may be of any year.
pub(super) fn settle_stages_of_year(columns: &mut [Column]) {
    let figures = || columns.iter().filter(|column| column.content.is_none());
    let years = figures().filter_map(|column| column.facts.period);
    let Some(year) = years.max_by_key(|period| period.as_year()) else { return };
    if year.as_year().is_none() {
        return;
    }
    let is_of_year = |column: &Column| {
        column.facts.period == Some(year) && column.facts.role == Some(Role::Realised)
    };
    let is_earlier = |column: &Column| {
        let is_before = column.facts.period.is_some_and(|period| period.ends_before(year));
        is_before && column.facts.role == Some(Role::Realised)
    };
    let is_stage = |column: &Column| {
        let facts = &column.facts;
        let is_dated = facts.day.is_some() || facts.years_after.is_some() || facts.is_multi_year;
        let role = facts.role;
        let is_stage = matches!(role, Some(Role::Budgeted | Role::Amended | Role::Difference));
        facts.period.is_none() && !is_dated && !column.is_open && is_stage
    };
    let is_plan = |column: &Column| {
        matches!(column.facts.role, Some(Role::Budgeted | Role::Amended)) && is_stage(column)
    };
    let are_in_front = figures().skip_while(|column| !is_of_year(column)).all(|of| !is_plan(of));
    let is_compared = figures()
        .any(|of| matches!(of.facts.role, Some(Role::Amended | Role::Difference)) && is_stage(of));
    // Beside accounts of two years a difference says of which of them the stages are, and its sums prove that.
    let is_difference = |of: &Column| of.facts.role == Some(Role::Difference);
    let is_for_sums = figures().any(is_earlier) && figures().any(is_difference);
    if is_for_sums
        || !are_in_front
        || !is_compared
        || !figures().all(|of| is_of_year(of) || is_stage(of) || is_earlier(of))
    {
        return;
    }
    for column in columns.iter_mut().filter(|column| column.content.is_none()) {
        column.facts.period = column.facts.period.or(Some(year));
    }
}

/// *Bedrag t* beside *Bedrag t-1* is of the year that the others are counted from.
pub(super) fn settle_relative_years(columns: &mut [Column]) {
    let is_relative =
        |column: &Column| column.content.is_none() && column.facts.years_after.is_some();
    let of_relative = |column: &&Column| is_relative(column);
    let Some(header) = columns.iter().find(of_relative).map(Column::header) else { return };
    let Some(base) = header.trim_end_matches(')').rfind(['t', 'T']) else { return };
    let Some(base) = header.get(..=base).map(|base| fold(base, true)) else { return };
    for column in columns.iter_mut().filter(|column| !is_relative(column)) {
        let is_base = fold(column.header().trim_end_matches(')'), true) == base;
        if column.content.is_none() && column.facts.period.is_none() && is_base {
            column.facts =
                Facts { years_after: Some(0), unit: None, rest: 0, ..column.facts.clone() };
        }
    }
}
