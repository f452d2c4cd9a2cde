//! A single word of such a phrase: a measure, a scale, the sign of a currency.

use super::phrase::Phrase;
use super::scale::scale_of_power;
use crate::leaves::unit::Unit;
use crate::read::language::{NumberWord, Pack};
use crate::words::fold_word;

/// The first word of a text: `kg/inwoner` and `€1.000` are several.
pub(super) fn next_word<'t>(pack: &Pack, text: &'t str) -> (&'t str, &'t str) {
    let points = pack.each(|tables| tables.cells.percent_points).copied();
    let first = text.bytes().next();
    let begins = |sign: &&str| sign.bytes().next() == first && text.starts_with(sign);
    if let Some(sign) = points.chain(["%", "/"]).find(begins) {
        return text.split_at(sign.len());
    }
    let is_sign = |c: char| matches!(c, '€' | '$' | '£');
    if let Some(first) = text.chars().next().filter(|c| is_sign(*c)) {
        return text.split_at(first.len_utf8());
    }
    // `x€` are two.
    let end = text.find(|c: char| c.is_whitespace() || c == '/' || is_sign(c));
    text.split_at(end.unwrap_or(text.len()))
}

/// What a single word states.
pub(super) fn word_of(pack: &Pack, word: &str, counts: bool) -> Option<Phrase> {
    let measure = |unit| Some(Phrase { measure: Some(unit), ..Phrase::default() });
    let scaled = |scale| Some(Phrase { scale: Some(scale), ..Phrase::default() });
    match word {
        "‰" => return measure(Unit::PER_MILLE),
        // `m²` is folded without its sign.
        "m²" => return measure(Unit::SQUARE_METRE),
        "km²" => return measure(Unit::SQUARE_KILOMETRE),
        "m³" => return measure(Unit::CUBIC_METRE),
        _ => {}
    }
    if pack.has(word, |tables| tables.cells.percent_points) {
        return measure(Unit::PERCENTAGE_POINT);
    }
    if let Some(unit) = pack.currency_sign(word) {
        return measure(unit.clone());
    }
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '-');
    if !word.chars().all(is_word) {
        return None;
    }
    let folded = fold_word(word)?;
    let is = |known: &&(&str, _)| *folded == *known.0;
    if let Some((_, scale)) = pack.each(|tables| tables.labels.scales).find(is) {
        return scaled(*scale);
    }
    let is = |known: &&(&str, _)| *folded == *known.0;
    if let Some((_, unit)) = pack.each(|tables| tables.labels.measures).find(is) {
        return measure(unit.clone());
    }
    if pack.has(&folded, |tables| tables.labels.no_units) {
        return None;
    }
    match pack.measure(&folded)? {
        NumberWord::Unit(unit) => measure(unit.clone()),
        NumberWord::Scaled(unit, scale) => {
            Some(Phrase { measure: Some(unit.clone()), scale: Some(*scale), ..Phrase::default() })
        }
        NumberWord::Scale(power) => scaled(scale_of_power(*power)?),
        // *Aantal inwoners*
        NumberWord::Remark if counts => Some(Phrase::default()),
        NumberWord::Remark | NumberWord::Letter(_) => None,
    }
}
