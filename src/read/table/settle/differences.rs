//! Of which year a difference is, by the stages that stand beside it.

use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::language::Pack;
use crate::read::table::Column;
use crate::words::Within;

/// A difference right behind two stages of one year is of that year, as is one beside several stages of one year and none of another:
/// *Begroting 2019*, *Rekening 2019*, *Verschil*.
pub(super) fn settle_differences(columns: &mut [Column]) {
    let is_difference = |column: &Column| column.facts.role == Some(Role::Difference);
    let is_stage = |column: &&Column| column.content.is_none() && !is_difference(column);
    let stated = |column: &Column| {
        let facts = &column.facts;
        facts.period.zip(facts.role).filter(|_| !column.is_open && !facts.is_torn)
    };
    let of_all = {
        let mut stages = columns.iter().filter(is_stage).map(stated);
        let first = stages.next().flatten();
        first.filter(|(period, role)| {
            let others: Option<Vec<(Period, Role)>> = stages.collect();
            others.is_some_and(|others| {
                others.iter().all(|(of, _)| of == period)
                    && others.iter().any(|(_, other)| other != role)
            })
        })
    };
    let of_two = |at: usize| {
        let before = columns.get(..at)?.iter().rev().filter(is_stage).take(2);
        let stages: Vec<(Period, Role)> = before.map(stated).collect::<Option<_>>()?;
        match stages.as_slice() {
            [one, other] if one.0 == other.0 && one.1 != other.1 => Some(one.0),
            _ => None,
        }
    };
    let is_open = |column: &Column| {
        let facts = &column.facts;
        column.content.is_none()
            && is_difference(column)
            && facts.period.is_none()
            && facts.day.is_none()
            && facts.years_after.is_none()
    };
    let found: Vec<(usize, Period)> = (0..columns.len())
        .filter(|&at| columns.get(at).is_some_and(is_open))
        .filter_map(|at| Some((at, of_all.map(|(period, _)| period).or_else(|| of_two(at))?)))
        .collect();
    for (at, period) in found {
        if let Some(column) = columns.get_mut(at) {
            column.facts.period = Some(period);
        }
    }
}

/// A difference beside a plan and a result of one flow is of that flow: *Begrote Lasten*, *Werkelijke Lasten*, *Saldo*.
pub(super) fn settle_flow_of_differences(columns: &mut [Column]) {
    let is_difference =
        |column: &Column| column.content.is_none() && column.facts.role == Some(Role::Difference);
    let mut stages =
        columns.iter().filter(|column| column.content.is_none() && !is_difference(column));
    let Some(first) = stages.next() else { return };
    let Some(flow) = first.facts.flow.filter(|_| first.facts.others.is_empty()) else { return };
    let mut has_other_role = false;
    for stage in stages {
        if stage.facts.flow != Some(flow) || stage.facts.role.is_none() {
            return;
        }
        has_other_role |= stage.facts.role != first.facts.role;
    }
    let is_open = |column: &Column| is_difference(column) && column.facts.flow.is_none();
    for column in columns.iter_mut().filter(|column| has_other_role && is_open(column)) {
        column.facts.flow = Some(flow);
    }
}

/// The year in *Verschil t.o.v. begroting 2017* is that of the difference where it stands beside the budget and the accounts of
/// 2017. Beside the budget of another year it says what the difference is measured from alone.
pub(super) fn settle_bases(pack: &Pack, columns: &mut [Column]) {
    let stages = |period: Period| {
        let of_period = |column: &&Column| {
            column.content.is_none()
                && column.facts.period == Some(period)
                && column.facts.role.is_some_and(|role| role != Role::Difference)
        };
        columns.iter().filter(of_period).count()
    };
    let is_base = |column: &Column| {
        let is_difference = column.content.is_none() && column.facts.role == Some(Role::Difference);
        let Some(period) = column.facts.period.filter(|_| is_difference) else { return false };
        let header = column.header();
        let within = Within::new(&header);
        pack.each(|tables| tables.cells.change_from).any(|from| within.split(from).is_some())
            && stages(period) == 1
    };
    let bases: Vec<usize> =
        (0..columns.len()).filter(|&at| columns.get(at).is_some_and(is_base)).collect();
    for at in bases {
        if let Some(column) = columns.get_mut(at) {
            column.facts.period = None;
        }
    }
}
