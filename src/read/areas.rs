//! Tables that compare organisations or areas: a column for each, or a row for each.

use super::dates::period;
use super::header::{ColumnContent, ReadColumn};
use super::slices;
use crate::leaves::dimension::DimensionName;
use crate::leaves::period::Period;
use crate::words::{fold, fold_word, is_of_a_body};

/// Takes unknown columns for columns of areas, if one of them names a known area: *Rijnderveen*,
/// *Gelderland*, *Nederland*, with or without a year.
pub(super) fn mark_area_columns(columns: &mut [ReadColumn]) {
    let is_unknown = |column: &&mut ReadColumn| column.holds == ColumnContent::UNKNOWN;
    let known = columns.iter_mut().filter(is_unknown).filter_map(|column| area(&column.header));
    if !known.map(|(name, _)| fold(name, true)).any(|name| is_of_a_body(&name)) {
        return;
    }
    for column in columns.iter_mut().filter(is_unknown) {
        let Some((name, period)) = area(&column.header) else { continue };
        let Some(slice) = slices::of(name, DimensionName::AREA) else { continue };
        column.slice = Some(slice);
        column.holds = ColumnContent::Figures { role: None, period };
    }
}

/// Whether a column holds the names of areas or organisations, according to its header.
pub(super) fn is_of_areas(header: &str) -> bool {
    fold_word(header).is_some_and(|word| {
        matches!(
            &*word,
            "gebied"
                | "gemeente"
                | "gemeenten"
                | "provincie"
                | "regio"
                | "wijk"
                | "buurt"
                | "stad"
                | "stadsdeel"
                | "land"
                | "organisatie"
                | "naamgemeente"
        )
    })
}

/// The name of an area in a header, and its year before it or after it.
fn area(header: &str) -> Option<(&str, Option<Period>)> {
    const MAX_WORDS: usize = 4;
    let front = header.split_once(' ').and_then(|(year, name)| Some((name, period(year)?)));
    let back = || header.rsplit_once(' ').and_then(|(name, year)| Some((name, period(year)?)));
    let (name, period) = match front.or_else(back) {
        Some((name, period)) => (name, Some(period)),
        None => (header, None),
    };
    let is_name = name.starts_with(char::is_uppercase)
        && name.split(' ').count() <= MAX_WORDS
        && !name.contains(|c: char| c.is_ascii_digit());
    (is_name || is_of_a_body(&fold(name, true))).then_some((name, period))
}
