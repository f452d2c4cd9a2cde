//! Columns that are a part of the one before them: they have its time and its role.

use crate::leaves::dimension::DimensionName;
use crate::read::dates::without_period;
use crate::read::facts::Facts;
use crate::read::language::Pack;
use crate::read::table::Column;
use crate::read::{marks, slices};
use crate::words::fold;

/// What a column is a part of stands before it, and says when and what its figures are: *Raming 2018*, *Waarvan structureel*.
pub(super) fn settle_parts(pack: &Pack, columns: &mut [Column]) {
    let is_part = |column: &Column| {
        // *Waarvan effect op* above *Reserves* and *Rekeningsaldo* is of each.
        column.headers.iter().any(|header| {
            let header = fold(header, true);
            let mut words = pack.each(|tables| tables.headers.parts_of);
            words.any(|word| header.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
        })
    };
    let mut whole: Option<Facts> = None;
    for column in columns.iter_mut().filter(|column| column.content.is_none()) {
        // *Rekeningsaldo* below *Waarvan effect op* is no stage of its own.
        let is_inner = column.facts.is_of_parts && column.headers.len() > 1;
        let is_open = column.facts.period.is_none() && (column.facts.role.is_none() || is_inner);
        if !is_part(column) {
            whole = Some(column.facts.clone());
        } else if is_open && let Some(whole) = &whole {
            let facts = &mut column.facts;
            (facts.period, facts.role, facts.day) = (whole.period, whole.role, whole.day);
            facts.flow = facts.flow.or(whole.flow);
            let name = column.headers.last().map(|header| without_period(pack, header));
            column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::POPULATION));
        }
    }
}

/// Columns that come again behind each one with a time are of that time: *2016*, *Per inwoner*, *2017*, *Per inwoner*.
pub(super) fn settle_beside(pack: &Pack, columns: &mut [Column]) {
    let name_of = |column: &Column| {
        column.slice.clone().or_else(|| {
            slices::of(
                pack,
                marks::without(without_period(pack, column.headers.last()?)),
                DimensionName::POPULATION,
            )
        })
    };
    let figures: Vec<usize> = (0..columns.len())
        .filter(|&at| columns.get(at).is_some_and(|of| of.content.is_none()))
        .collect();
    let is_dated = |at: &usize| columns.get(*at).is_some_and(|of| of.facts.period.is_some());
    let Some(size) = figures.iter().skip(1).position(is_dated).map(|at| at + 1) else { return };
    let words = |at: usize| -> Option<String> {
        let column = columns.get(at)?;
        let is_beside = !column.facts.is_placing() && name_of(column).is_some();
        is_beside.then(|| fold(&column.header(), true))
    };
    let parts = || figures.chunks(size);
    let come_again = (1..size).all(|of| {
        let first = figures.get(of).and_then(|&at| words(at));
        first.is_some() && parts().all(|part| part.get(of).and_then(|&at| words(at)) == first)
    });
    if size < 2
        || parts().count() < 2
        || !parts().all(|part| part.first().is_some_and(is_dated))
        || !come_again
    {
        return;
    }
    for part in parts() {
        let Some((first, beside)) = part.split_first() else { continue };
        let of = columns.get(*first).map(|column| (column.facts.period, column.facts.role));
        for &at in beside {
            if let Some((column, (period, role))) = columns.get_mut(at).zip(of) {
                (column.facts.period, column.facts.role) = (period, role);
                column.slice = name_of(column);
            }
        }
    }
}
