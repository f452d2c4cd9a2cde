//! What the label of an indicator says about its unit.

use super::vocabulary::{self, Measure};
use crate::words::{fold, fold_phrase, fold_word, split_at_words};
use crate::{Scale, Unit};

/// The unit that a label names; nothing where it doesn't, or where it names a rate, whose
/// numbers are no count.
pub(super) fn unit(label: &str) -> Option<Unit> {
    let first = label.split_whitespace().next()?;
    let word = fold_word(first);
    let word = word.as_deref().unwrap_or_default();
    if label.starts_with('%')
        || word == "percentage"
        || (label.contains('%')
            && (split_at_words(label, "(%)").is_some()
                || split_at_words(label, "(in %)").is_some()))
    {
        return Some(Unit::PERCENT);
    }
    match word {
        "aantal" => {
            let phrase = fold_phrase(label);
            let longer = if phrase.is_none() { fold(label, true) } else { String::new() };
            let folded = phrase.as_deref().unwrap_or(&longer);
            let scale = if is_rate(folded) { None } else { scale(folded) };
            scale.map(|scale| Unit::COUNT.scaled(scale))
        }
        "positie" => Some(Unit::RANK),
        _ if is_money(label) => {
            // The scale is a part of the unit: 12 in millions is not € 13.000.000.
            scale(&fold(label, true)).map(|scale| Unit::EURO.scaled(scale))
        }
        _ => None,
    }
}

/// The unit that stands in a column of its own; nothing where it isn't one by itself (*kosten per
/// inwoner*).
pub(super) fn unit_of_column(text: &str) -> Option<Unit> {
    let folded = fold_word(text)?;
    match &*folded {
        "" => text.trim().starts_with('%').then_some(Unit::PERCENT),
        "in" => text.contains('%').then_some(Unit::PERCENT),
        "aantal" | "aantallen" => Some(Unit::COUNT),
        "percentage" => Some(Unit::PERCENT),
        word => match vocabulary::measure(word)? {
            Measure::Unit(unit) => Some(unit),
            _ => None,
        },
    }
}

/// Whether a label says that its numbers are amounts: *in €*, *(x € 1.000)*, *in miljoenen euro*.
/// An amount that it mentions (*schuld boven € 500*) is none of its numbers.
fn is_money(label: &str) -> bool {
    let has_sign = label.contains('€')
        && ["(€", "in €", "x €", "x  €"].iter().any(|words| label.contains(words));
    let says = |words: &[&str]| words.iter().any(|words| label.contains(words));
    has_sign
        || (label.contains("euro")
            && says(&[
                "in euro",
                "(euro",
                "miljoen euro",
                "miljoenen euro",
                "duizenden euro",
                "mln euro",
            ]))
}

/// Whether the label is of so many per something that is not a stretch of time.
fn is_rate(folded: &str) -> bool {
    const TIMES: &[&str] = &["dag", "week", "maand", "kwartaal", "jaar"];
    let mut words = folded.split(' ');
    words.by_ref().any(|word| matches!(word, "per" | "p"))
        && !words.next().is_some_and(|word| TIMES.contains(&word))
}

/// The scale that stands in the label; nothing where the label may mean one and it can't be
/// told which.
fn scale(folded: &str) -> Option<Scale> {
    // One of these is in every way to write a scale, and in few labels.
    let is_large = |word: &str| {
        matches!(
            word,
            "mln"
                | "miljoen"
                | "miljoenen"
                | "duizend"
                | "duizenden"
                | "duizendtallen"
                | "000"
                | "1000"
                | "x1"
                | "x1000"
        )
    };
    if !folded.split(' ').any(is_large) {
        return Some(Scale::Ones);
    }
    let padded = format!(" {folded} ");
    let has = |words: &str| padded.contains(&format!(" {words} "));
    if has("in miljoenen")
        || has("x 1 000 000")
        || has("x 1 miljoen")
        || has("x 1 mln")
        || has("in mln")
    {
        Some(Scale::Millions)
    } else if has("in duizenden") || has("x 1 000") || has("x 1000") || has("in duizendtallen") {
        Some(Scale::Thousands)
    } else {
        let large =
            ["mln", "miljoen", "miljoenen", "duizend", "duizenden", "1 000", "1000", "x1", "x1000"];
        (!large.into_iter().any(has)).then_some(Scale::Ones)
    }
}
