//! Headers that name an area or another body: the figures below them are of that one.

use crate::leaves::dimension::DimensionName;
use crate::read::dates::without_period;
use crate::read::facts::words::ColumnKind;
use crate::read::language::Pack;
use crate::read::table::Column;
use crate::read::{shapes, slices};
use crate::words::fold;

/// Takes columns with unknown headers for areas, where one of them names a known one: *Rijnderveen*
/// beside *Nederland*.
pub(super) fn name_areas(pack: &Pack, columns: &mut [Column]) {
    let is_candidate = |column: &Column| {
        column.content.is_none()
            && (1..=4).contains(&column.facts.rest)
            && column.facts.flow.is_none()
            && column.facts.role.is_none()
    };
    let is_body = |column: &Column| {
        column
            .headers
            .iter()
            .any(|header| pack.is_of_a_body(&fold(without_period(pack, header), true)))
    };
    let is_of_area =
        |column: &Column| column.content.is_none() && (column.slice.is_some() || is_body(column));
    // In a narrow column a name is broken without a hyphen: *Neder land*. Then others are as well.
    let is_broken = columns.iter().filter(|column| column.content.is_none()).any(|column| {
        let joined = joined_name(&column.header());
        joined.is_some_and(|name| pack.is_of_a_body(&fold(&name, true)))
    });
    if is_broken {
        for column in columns.iter_mut().filter(|column| is_candidate(column)) {
            let name = joined_name(&column.header());
            let slice = name.and_then(|name| slices::of(pack, &name, DimensionName::AREA));
            column.slice = slice.or(column.slice.take());
        }
    }
    if !columns.iter().any(is_of_area) {
        return;
    }
    for column in columns.iter_mut().filter(|column| column.slice.is_none()) {
        let names_body = column.content.is_none() && is_body(column);
        if !is_candidate(column) && !names_body {
            continue;
        }
        let mut names = column.headers.iter().rev().map(|header| without_period(pack, header));
        let name = names.find(|name| {
            name.starts_with(char::is_alphabetic) && name.split(' ').count() <= 4
                || shapes::is_class_of_size(pack, name)
        });
        column.slice = name.and_then(|name| slices::of(pack, name, DimensionName::AREA));
    }
}

/// A name of two parts of which the second begins with a small letter, as one word. `None` if it isn't one.
fn joined_name(header: &str) -> Option<String> {
    let (first, last) = header.split_once(' ')?;
    let is_word = |part: &str| part.len() > 1 && part.chars().all(char::is_alphabetic);
    let is_one = is_word(first)
        && is_word(last)
        && first.starts_with(char::is_uppercase)
        && last.starts_with(char::is_lowercase);
    is_one.then(|| format!("{first}{last}"))
}

/// Columns whose header names an area, and that hold numbers, are of that area. *Bijdrage van gemeente* names what is paid.
pub(in crate::read) fn area_of_figures(pack: &Pack, column: &mut Column) {
    if column.content == Some(ColumnKind::Area) {
        column.content = None;
        column.facts.content = None;
        let header = column.header();
        // *Wijk Noord* is none of the bodies whose names are known.
        let first = header.split(' ').next().unwrap_or_default();
        let names = column.facts.rest == 0
            || pack.is_of_a_body(&fold(&header, true))
            || pack.column(first) == Some(ColumnKind::Area);
        if names {
            column.slice = slices::of(pack, &header, DimensionName::AREA);
        }
    }
}
