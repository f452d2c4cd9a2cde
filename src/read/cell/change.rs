//! Changes of a given size, and what they are measured from: `daling met 5%`, `10% lager dan in
//! 2016`, `+5% t.o.v. nulmeting`.

use super::{quantity, strip_one};
use crate::leaves::period::Period;
use crate::leaves::value::{Change, Comparison, Reference, Value};
use crate::read::dates::year;
use crate::read::language::{Pack, Relation};
use crate::read::number::MINUS;
use crate::read::raw_cell::{Interpretation, RawCell};
use crate::words::{Within, fold_word};

/// Reads a change of a given size, and a change without one that says from what.
pub(super) fn read(pack: &Pack, text: &str, reading: &mut RawCell) -> Option<Interpretation> {
    let within = Within::new(text);
    let mut from = pack.each(|tables| tables.cells.change_from);
    let (change, from) = match from.find_map(|words| within.split(words)) {
        Some((change, from)) => (change.trim_end(), Some(from.trim())),
        None => (text, None),
    };
    let to = match from {
        Some(from) => Some(reference(pack, from)?),
        None => None,
    };
    let (direction, by) = match noun_first(pack, change).or_else(|| number_first(pack, change)) {
        Some(split) => split,
        None => signed(change).filter(|_| to.is_some()).or_else(|| {
            // `toename t.o.v. 2016` is more than then.
            Some((pack.change(&fold_word(change)?)?, ""))
        })?,
    };
    if by.is_empty() {
        // `meer dan 2016` is a comparison, with a year or with a number.
        let mut than = pack.each(|tables| tables.cells.than);
        if than.any(|word| within.has(word)) {
            return None;
        }
        let comparison = match direction {
            Change::Increase => Comparison::MoreThan,
            Change::Decrease => Comparison::LessThan,
            Change::Unchanged => return None,
        };
        return Some(Interpretation::Sure(Value::Relative { comparison, to: to? }));
    }
    if direction == Change::Unchanged || year(by).is_some() {
        // `behoud van 80%` is a level, and `stijging van 2016` one of that year.
        return None;
    }
    let written = quantity::read(pack, by, reading)?;
    if by.contains(MINUS) || by.contains('+') {
        // A decrease by a negative amount has no certain meaning.
        return Some(Interpretation::Misprint);
    }
    let unit = reading.unit.take();
    Some(Interpretation::of(written, |by| Value::ChangeBy {
        direction,
        by,
        unit: unit.clone(),
        to: to.clone().map(Box::new),
    }))
}

/// `daling met 5%`, `toename van 3`.
fn noun_first<'t>(pack: &Pack, text: &'t str) -> Option<(Change, &'t str)> {
    let mut between = pack.each(|tables| tables.cells.change_by);
    let within = Within::new(text);
    let (word, by) = between.find_map(|words| within.split(words))?;
    let word = fold_word(word)?;
    let is_noun = !pack.has(&word, |tables| tables.cells.comparing_changes);
    is_noun.then(|| Some((pack.change(&word)?, by.trim()))).flatten()
}

/// `5% minder`, `3% groei`.
fn number_first<'t>(pack: &Pack, text: &'t str) -> Option<(Change, &'t str)> {
    let (by, word) = text.rsplit_once(' ')?;
    let by = by.trim_end();
    // `5 meer` is no number by itself, and `5% meer` is.
    by.ends_with('%').then(|| Some((pack.change(&fold_word(word)?)?, by))).flatten()
}

/// `+5%`, `-3`: with what it is measured from, it says which way.
fn signed(text: &str) -> Option<(Change, &str)> {
    match text.strip_prefix('+') {
        Some(by) => Some((Change::Increase, by.trim_start())),
        None => Some((Change::Decrease, text.strip_prefix(MINUS)?.trim_start())),
    }
}

/// A year, the baseline, the measurement before, or another organisation.
fn reference(pack: &Pack, text: &str) -> Option<Reference> {
    let leads = pack.each(|tables| tables.cells.in_year);
    let in_year = strip_one(text, &pack.starts().in_year, leads).unwrap_or(text);
    if let Some(year) = year(in_year) {
        return Period::year(year).ok().map(Reference::Period);
    }
    match pack.relation(&fold_word(text)?)? {
        Relation::Baseline => Some(Reference::Baseline),
        Relation::Previous => Some(Reference::Previous),
        Relation::Benchmark => Some(Reference::Benchmark(text.to_owned())),
        // The column determines which year that is.
        Relation::YearBefore => None,
    }
}
