//! Changes of a given size, and what they are measured from: `daling met 5%`, `10% lager dan in
//! 2016`, `+5% t.o.v. nulmeting`.

use super::compare::interpret;
use super::{quantity, strip_word};
use crate::leaves::period::Period;
use crate::leaves::value::{Change, Comparison, Reference, Value};
use crate::read::dates::year;
use crate::read::number::MINUS;
use crate::read::raw_cell::{Interpretation, RawCell};
use crate::read::vocabulary::{self, Relation};
use crate::words::{fold_word, split_at_words};

/// Words between a change and what it is measured from.
const FROM: &[&str] = &[" t.o.v. ", " tov ", " ten opzichte van ", " vergeleken met ", " dan "];

/// Reads a change of a given size, and a change without one that says from what.
pub(super) fn read(text: &str, reading: &mut RawCell) -> Option<Interpretation> {
    let (change, from) = match FROM.iter().find_map(|words| split_at_words(text, words)) {
        Some((change, from)) => (change.trim_end(), Some(from.trim())),
        None => (text, None),
    };
    let to = match from {
        Some(from) => Some(reference(from)?),
        None => None,
    };
    let (direction, by) = match noun_first(change).or_else(|| number_first(change)) {
        Some(split) => split,
        None => signed(change).filter(|_| to.is_some()).or_else(|| {
            // `toename t.o.v. 2016` is more than then.
            Some((vocabulary::change(&fold_word(change)?)?, ""))
        })?,
    };
    if by.is_empty() {
        // `meer dan 2016` is a comparison, with a year or with a number.
        if split_at_words(text, " dan ").is_some() {
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
    let written = quantity::read(by, reading)?;
    if by.contains(MINUS) || by.contains('+') {
        // A decrease by a negative amount has no certain meaning.
        return Some(Interpretation::Misprint);
    }
    let unit = reading.unit.take();
    Some(interpret(written, |by| Value::ChangeBy {
        direction,
        by,
        unit: unit.clone(),
        to: to.clone().map(Box::new),
    }))
}

/// `daling met 5%`, `toename van 3`.
fn noun_first(text: &str) -> Option<(Change, &str)> {
    let (word, by) = split_at_words(text, " met ").or_else(|| split_at_words(text, " van "))?;
    let word = fold_word(word)?;
    let is_noun = !matches!(&*word, "meer" | "minder" | "hoger" | "lager");
    is_noun.then(|| Some((vocabulary::change(&word)?, by.trim()))).flatten()
}

/// `5% minder`, `3% groei`.
fn number_first(text: &str) -> Option<(Change, &str)> {
    let (by, word) = text.rsplit_once(' ')?;
    let by = by.trim_end();
    // `5 meer` is no number by itself, and `5% meer` is.
    by.ends_with('%').then(|| Some((vocabulary::change(&fold_word(word)?)?, by))).flatten()
}

/// `+5%`, `-3`: with what it is measured from, it says which way.
fn signed(text: &str) -> Option<(Change, &str)> {
    match text.strip_prefix('+') {
        Some(by) => Some((Change::Increase, by.trim_start())),
        None => Some((Change::Decrease, text.strip_prefix(MINUS)?.trim_start())),
    }
}

/// A year, the baseline, the measurement before, or another organisation.
fn reference(text: &str) -> Option<Reference> {
    let in_year = strip_word(text, "in ").unwrap_or(text);
    if let Some(year) = year(in_year) {
        return Period::year(year).ok().map(Reference::Period);
    }
    match vocabulary::relation(&fold_word(text)?)? {
        Relation::Baseline => Some(Reference::Baseline),
        Relation::Previous => Some(Reference::Previous),
        Relation::Benchmark => Some(Reference::Benchmark(text.to_owned())),
        // The column determines which year that is.
        Relation::YearBefore => None,
    }
}
