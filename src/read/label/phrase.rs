//! A phrase each word of which is of a unit, and what it states: `in km`, `x € 1.000`, `aantal per 1.000 inwoners`.

use std::borrow::Cow;

use super::amounts::amount_unit;
use super::rates::{base, base_without_name, is_about_people};
use super::scale::scale_number;
use super::word::{next_word, word_of};
use crate::leaves::unit::{Quantity, Scale, Unit};
use crate::read::language::Pack;

/// What a phrase states that is of nothing but a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Phrase {
    pub(super) measure: Option<Unit>,
    /// Whether it says that it counts (*aantal*) and perhaps not what, or that it is of amounts.
    pub(super) counts: bool,
    pub(super) is_of_amounts: bool,
    pub(super) scale: Option<Scale>,
    pub(super) per: Option<(u32, &'static str)>,
}

impl Phrase {
    /// Both statements as one; `None` if they contradict each other.
    pub(super) fn and(self, other: Phrase) -> Option<Phrase> {
        fn one<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<Option<T>> {
            match (a, b) {
                (Some(a), Some(b)) => (a == b).then_some(Some(a)),
                (a, b) => Some(a.or(b)),
            }
        }
        Some(Phrase {
            measure: one(self.measure, other.measure)?,
            counts: self.counts || other.counts,
            is_of_amounts: self.is_of_amounts || other.is_of_amounts,
            scale: one(self.scale, other.scale)?,
            per: one(self.per, other.per)?,
        })
    }

    /// The unit. `None` if its measure isn't stated.
    pub(super) fn unit(self, pack: &Pack) -> Option<Unit> {
        let measure = match self.measure {
            Some(unit) => unit,
            None if self.is_of_amounts => amount_unit(pack)?,
            None if self.counts => Unit::COUNT,
            None => return None,
        };
        let scale = self.scale.unwrap_or_else(|| measure.scale());
        let unit = measure.with_scale(scale);
        match self.per {
            Some((count, of)) => unit.with_per(count, of).ok(),
            None => Some(unit),
        }
    }
}

/// Reads a text each word of which is of a unit: `in km.`, `x € 1.000`, `aantal per 1.000
/// inwoners`, `% van het totaal`.
pub(super) fn phrase(pack: &Pack, text: &str) -> Option<Phrase> {
    // Longer ones are sentences.
    const MAX_LEN: usize = 90;
    let text = text.trim().trim_end_matches(['.', ' ']);
    if text.is_empty() || text.len() > MAX_LEN {
        return None;
    }
    let mut found = Phrase::default();
    let mut rest = text;
    let mut multiplies = false;
    let mut is_times = false;
    let mut is_first = true;
    while !rest.is_empty() {
        let (word, after) = next_word(pack, rest);
        // Most texts are none of a unit from their first word on.
        if word.bytes().all(|byte| byte.is_ascii_alphabetic()) && !pack.may_be_of_unit(word) {
            return None;
        }
        let after = after.trim_start();
        let lower = lowercase(word);
        let lower = lower.trim_end_matches(['.', ',', ':']);
        let before_number = multiplies;
        multiplies = false;
        let is = pack.unit_word(lower);
        let begins = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
        let mut pairs = pack.each(|tables| tables.labels.percent_pairs);
        let is_pair =
            |(one, other): &(&str, &str)| lower == *one && next_word(pack, after).0 == *other;
        match lower {
            // *In km* introduces it, and so does *als %*. *Kosten in 2017* has no unit.
            _ if is.intro && (is_first || is_anywhere(pack, lower)) => {
                multiplies = true;
                rest = after;
                continue;
            }
            "x" | "×" => (multiplies, is_times) = (true, true),
            // *In hele euro's*
            _ if is.whole && begins_with_currency(pack, after) => {
                found = found.and(Phrase { scale: Some(Scale::Ones), ..Phrase::default() })?;
            }
            _ if is.amounts => found.is_of_amounts = true,
            _ if is.are && found.is_of_amounts => {}
            _ if is.counts => found.counts = true,
            _ if pairs.any(is_pair) => {
                let (_, after) = next_word(pack, after);
                found = found.and(Phrase { measure: Some(Unit::PERCENT), ..Phrase::default() })?;
                rest = after.trim_start();
                is_first = false;
                continue;
            }
            _ if is.percents => {
                found = found.and(Phrase { measure: Some(Unit::PERCENT), ..Phrase::default() })?;
                // `% van het totaal`, `% werkzame beroepsbevolking`
                let of = pack.each(|tables| tables.labels.of);
                if lower == "%" || of.copied().any(|of| begins(&[of])) {
                    return Some(found);
                }
            }
            _ if is.per && !after.is_empty() => {
                let after = after.trim_start_matches('/').trim_start();
                if let Some(unnamed) = base_without_name(pack, after) {
                    return found.and(Phrase { measure: Some(unnamed), ..Phrase::default() });
                }
                let (per, left) = base(pack, after)?;
                let left = left.trim_start();
                if found.per.is_none() {
                    found.per = Some(per);
                }
                if is_about_people(pack, left) {
                    return Some(found);
                }
                rest = left;
                is_first = false;
                continue;
            }
            // `ton CO2`
            _ if (lower.starts_with("co2") || lower == "co₂")
                && is_mass(found.measure.as_ref()) => {}
            _ if is_number(lower) => {
                let (scale, left) =
                    scale_number(pack, rest, before_number || is_money_of(&found), is_times)?;
                found = found.and(Phrase { scale: Some(scale), ..Phrase::default() })?;
                rest = left.trim_start();
                is_first = false;
                continue;
            }
            _ => {
                let counts = found.counts;
                found = found.and(word_of(pack, word, counts)?)?;
            }
        }
        is_first = false;
        rest = after;
    }
    // *Per inwoner* alone doesn't state what is counted.
    let has_meaning = found.measure.is_some() || found.counts || found.is_of_amounts;
    (has_meaning || found.scale.is_some() || found.per.is_some_and(|(count, _)| count > 1))
        .then_some(found)
}

/// A word in lower case, as most are.
fn lowercase(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase())
}

/// Whether a word that introduces a unit does so anywhere: *in*, and not *als*.
fn is_anywhere(pack: &Pack, word: &str) -> bool {
    pack.languages().iter().any(|tables| tables.labels.intros.first() == Some(&word))
}

/// Whether the sign or the word for a currency comes next: *hele euro*.
fn begins_with_currency(pack: &Pack, text: &str) -> bool {
    let (word, _) = next_word(pack, text);
    matches!(word_of(pack, word, false), Some(Phrase { measure: Some(unit), .. }) if pack.is_currency(&unit))
}

fn is_mass(unit: Option<&Unit>) -> bool {
    unit.is_some_and(|unit| unit.quantity() == Some(Quantity::Mass))
}

fn is_money_of(phrase: &Phrase) -> bool {
    phrase.measure.as_ref().is_some_and(|unit| unit.quantity() == Some(Quantity::Money))
}

fn is_number(word: &str) -> bool {
    let word = word.strip_prefix(['x', 'X']).unwrap_or(word);
    word.starts_with(|c: char| c.is_ascii_digit())
}
