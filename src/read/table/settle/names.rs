//! Columns that state the same: they are told apart by the other words of their headers.

use crate::leaves::dimension::DimensionName;
use crate::leaves::role::Role;
use crate::read::dates::without_period;
use crate::read::facts::words::FlowWord;
use crate::read::language::{Pack, Relation};
use crate::read::money::BalanceName;
use crate::read::slices;
use crate::read::table::Column;
use crate::words::{fold, fold_word};

/// Columns that state the same facts differ in the other words of their headers.
pub(super) fn name_others(pack: &Pack, columns: &mut [Column]) {
    let key = |column: &Column| {
        let facts = &column.facts;
        (facts.period, facts.day, facts.role, facts.flow, column.slice.clone())
    };
    let keys: Vec<_> =
        columns.iter().map(|column| (column.content.is_none()).then(|| key(column))).collect();
    // *Saldo begin 2022* and *saldo eind 2022*, or *vermeerderingen* and *verminderingen*, are different things: all
    // columns of their kind are named by their words.
    let words_of = |column: &Column| {
        column.headers.last().map(|header| fold(without_period(pack, header), true))
    };
    // *Saldo* and *Resultaat* are lines of their own.
    let are_two_balances = |one: &Column, other: &Column| {
        let name = |column: &Column| BalanceName::of(pack, &column.header());
        let is_plain = |column: &Column| !BalanceName::has_other_words(pack, &column.header());
        one.facts.flow == Some(FlowWord::Balance)
            && name(one) != name(other)
            && is_plain(one)
            && is_plain(other)
    };
    let mut opposed: Vec<(Option<Role>, Option<FlowWord>)> = Vec::new();
    for (at, (column, key)) in columns.iter().zip(&keys).enumerate() {
        let is_open = column.facts.role == Some(Role::Difference)
            || (column.facts.role.is_none() && column.facts.flow == Some(FlowWord::Balance));
        let is_opposed = |(other, of): (&Column, &Option<_>)| {
            key.is_some()
                && key == of
                && other.facts.unit == column.facts.unit
                && other.facts.period.is_some()
                && words_of(other) != words_of(column)
                && !are_two_balances(other, column)
        };
        if is_open && columns.iter().zip(&keys).take(at).any(is_opposed) {
            opposed.push((column.facts.role, column.facts.flow));
        }
    }
    for column in columns.iter_mut().filter(|column| column.content.is_none()) {
        if column.slice.is_none() && opposed.contains(&(column.facts.role, column.facts.flow)) {
            let name = column.headers.last().map(|header| without_period(pack, header));
            column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
        }
    }
    // *Bestemming resultaat* beside *Stand 1-1* and *Toevoeging* is no figure of all.
    let is_of_figures = |column: &Column| column.content.is_none() && column.facts.is_placing();
    if columns.iter().any(is_of_figures) {
        let is_unknown = |column: &Column| {
            column.content.is_none()
                && !column.facts.is_placing()
                && column.facts.content.is_none()
                && (1..u8::MAX).contains(&column.facts.rest)
        };
        for column in columns.iter_mut().filter(|column| is_unknown(column)) {
            let name = column.headers.last().map(|header| without_period(pack, header));
            let slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
            column.slice = column.slice.take().or(slice);
        }
    }
    for column in columns.iter_mut().filter(|column| is_of_before(pack, column)) {
        let name = column.headers.last().map(|header| without_period(pack, header));
        let slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
        column.slice = column.slice.take().or(slice);
    }
    for at in 0..columns.len() {
        let Some(Some(own)) = keys.get(at) else { continue };
        let mut same =
            keys.iter().enumerate().filter(|(of, key)| *of != at && key.as_ref() == Some(own));
        let other = same.next().and_then(|(of, _)| columns.get(of));
        let is_twice = other.is_some();
        // *Authorized positions* above *FY2018*, and *Full-time equivalents* above it again.
        let of_other: Vec<String> = other.map(|other| other.headers.clone()).unwrap_or_default();
        let Some(column) = columns.get_mut(at) else { continue };
        if !is_twice
            || (column.facts.rest == 0 && column.facts.change == 0)
            || column.facts.rest == u8::MAX
            || column.slice.is_some()
        {
            continue;
        }
        let names =
            || column.headers.iter().rev().filter(|header| header.contains(char::is_alphabetic));
        let innermost =
            names().find(|header| !of_other.contains(header)).or_else(|| names().next());
        let name = innermost.map(|header| without_period(pack, header));
        column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
    }
}

/// Whether a column of figures holds what was measured before: *Vorige meting*.
pub(in crate::read) fn is_of_before(pack: &Pack, column: &Column) -> bool {
    let header = column.headers.last().filter(|_| column.content.is_none());
    let header = header.and_then(|header| fold_word(header));
    header.is_some_and(|header| pack.relation(&header) == Some(Relation::Previous))
}
