//! Figures in words, and the table of them.

use std::collections::HashMap;

use beleid::{Dimension, Figure, Language, Period, Status, Unit};

use super::text::clean;
use super::{Column, Grid, Row};
use crate::words::{self, Word};

/// The value of a figure with its unit, and what is said of it: *97 [¹] (estimated)*.
pub(crate) fn value(figure: &Figure, language: Language) -> String {
    value_in(figure, figure.unit.as_ref(), language)
}

/// The same with a unit that may be that of the indicator.
pub(crate) fn value_in(figure: &Figure, unit: Option<&Unit>, language: Language) -> String {
    clean(&(bare(figure, unit, language) + &beside(figure, language)))
}

/// What is said of a figure beside it: ` [¹] (estimated)`. Empty if there is nothing.
pub(crate) fn beside(figure: &Figure, language: Language) -> String {
    let mut text = String::new();
    for note in &figure.notes {
        text.push_str(" [");
        text.push_str(note);
        text.push(']');
    }
    let mut said: Vec<String> =
        figure.status.iter().map(|status| status.text(language).to_owned()).collect();
    said.extend(
        figure.dated.map(|dated| {
            format!("{} {}", Word::Dated.text(language), words::period(dated, language))
        }),
    );
    // The letter of a difference, *V* or *N*, is in the status.
    let is_letter = |remark: &&str| remark.chars().count() == 1;
    let is_judged =
        figure.status.contains(Status::Favourable) || figure.status.contains(Status::Unfavourable);
    let remark = figure.remark.as_deref().filter(|remark| !(is_judged && is_letter(remark)));
    said.extend(remark.map(str::to_owned));
    if !said.is_empty() {
        text.push_str(" (");
        text.push_str(&said.join("; "));
        text.push(')');
    }
    text
}

/// The value alone, with a unit.
pub(crate) fn bare(figure: &Figure, unit: Option<&Unit>, language: Language) -> String {
    match unit {
        Some(unit) => figure.value.text_in(unit, language),
        None => figure.value.text(language),
    }
}

/// The period of a figure, in words.
pub(crate) fn period(period: Option<Period>, language: Language) -> String {
    period.map_or_else(
        || Word::NoYear.text(language).to_owned(),
        |period| words::period(period, language),
    )
}

/// What a figure is, in words.
pub(crate) fn role(figure: &Figure, language: Language) -> &'static str {
    figure.role.map_or(Word::NoRole.text(language), |role| role.text(language))
}

/// The parts that figures are of, as a name.
pub(crate) fn slice(dimensions: &[Dimension]) -> String {
    clean(&Dimension::join(dimensions))
}

/// The periods of figures in order; those without one come last.
pub(crate) fn periods<'f>(figures: impl Iterator<Item = &'f Figure>) -> Vec<Option<Period>> {
    let mut periods: Vec<Option<Period>> = Vec::new();
    let mut all: Vec<Option<Period>> = figures.map(|figure| figure.period).collect();
    all.sort_by_key(|period| {
        (period.is_none(), period.map(|period| (period.start(), period.end())))
    });
    for period in all {
        if periods.last() != Some(&period) {
            periods.push(period);
        }
    }
    periods
}

/// All figures of an indicator: a row for each slice and role, a column for each period.
pub(crate) fn table(figures: &[Figure], caption: String, language: Language) -> Grid {
    let columns = periods(figures.iter());
    let places: HashMap<Option<Period>, usize> =
        columns.iter().enumerate().map(|(at, period)| (*period, at)).collect();
    let has_slices = figures.iter().any(|figure| !figure.dimensions.is_empty());
    // Rows are found by their names, which are few; their order is that of the document.
    let mut rows: Vec<Row> = Vec::new();
    let mut index = HashMap::new();
    for figure in figures {
        let mut heads = vec![role(figure, language).to_owned()];
        if has_slices {
            let slice = match slice(&figure.dimensions) {
                slice if slice.is_empty() => Word::Whole.text(language).to_owned(),
                slice => slice,
            };
            heads.insert(0, slice);
        }
        let row = *index.entry(heads.clone()).or_insert_with(|| {
            rows.push(Row {
                heads,
                link: String::new(),
                depth: 0,
                is_total: false,
                cells: vec![String::new(); columns.len()],
            });
            rows.len() - 1
        });
        let column = places.get(&figure.period);
        let cell = column.and_then(|column| rows.get_mut(row)?.cells.get_mut(*column));
        if let Some(cell) = cell {
            if !cell.is_empty() {
                cell.push_str("; ");
            }
            cell.push_str(&value(figure, language));
        }
    }
    let role = Word::Role.text(language);
    Grid {
        caption,
        note: String::new(),
        heads: if has_slices { vec![Word::Part.text(language), role] } else { vec![role] },
        columns: columns
            .into_iter()
            .map(|each| Column::of_numbers(period(each, language)))
            .collect(),
        rows,
    }
}
