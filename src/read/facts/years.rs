//! Years that are written together with something else: *Real.2020*, *Bedrag t-2*, *2006/2007 £*.

use super::words;
use crate::leaves::period::Period;
use crate::leaves::unit::Unit;
use crate::read::dates;
use crate::read::label;
use crate::read::language::Pack;
use crate::read::vocabulary::Vocabulary;
use crate::words::fold_word;

/// A header before a year counted from another one, and how many years that is after it: *Bedrag* and −2 of *Bedrag t-2*.
/// The regulations for the budget of the state call the year of the budget *t*.
pub(super) fn relative_year(text: &str) -> Option<(&str, i8)> {
    /// Budgets look back two or three years, and ahead four to ten.
    const MAX: i8 = 10;
    let bare = text.strip_suffix(')').unwrap_or(text);
    let digits = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let years: i8 = bare.get(digits.len()..)?.parse().ok().filter(|years| *years <= MAX)?;
    let signed = digits.trim_end();
    let (before, years) = match signed.strip_suffix('+') {
        Some(before) => (before, years),
        None => (signed.strip_suffix(['-', '−', '–'])?, -years),
    };
    let before = before.trim_end().strip_suffix(['t', 'T'])?;
    let before = before.strip_suffix('(').unwrap_or(before);
    let is_word = before.is_empty() || before.ends_with(char::is_whitespace);
    is_word.then_some((before.trim_end(), years))
}

/// The two parts of a header word that has a year attached: *Real.2020*. A single letter before a year (*R2020*) is read elsewhere.
pub(super) fn glued_year<'t>(vocabulary: &Vocabulary, word: &'t str) -> Option<(&'t str, &'t str)> {
    const MIN: usize = 3;
    const DIGITS: usize = 4;
    if !word.is_ascii() || word.len() < MIN + DIGITS {
        return None;
    }
    let (one, year) = word.split_at_checked(word.len() - DIGITS)?;
    let bare = one.trim_end_matches('.');
    let is_word = bare.len() >= MIN && bare.bytes().all(|byte| byte.is_ascii_alphabetic());
    let known = || fold_word(bare).is_some_and(|word| words::phrase(vocabulary, &word).is_some());
    (is_word && dates::year(year).is_some() && known()).then_some((one, year))
}

/// A book year of two years with a currency beside it: *2006/2007 £*. A single year with one may be an amount.
pub(super) fn year_in_currency(pack: &Pack, text: &str) -> Option<(Period, Unit)> {
    // Most texts are no such pair.
    if !text.contains(['/', '-', '–']) {
        return None;
    }
    let (sign, unit) = pack
        .each(|tables| tables.cells.currencies)
        .find(|(sign, _)| text.starts_with(sign) || text.ends_with(sign))?;
    let year = text.strip_suffix(sign).or_else(|| text.strip_prefix(sign))?.trim();
    let is_pair = year.contains(['/', '-', '–']) && year.len() > 4;
    let period = dates::period(pack, year).filter(|_| is_pair)?;
    Some((period, unit.clone()))
}

/// A year and a scale: *2020 £000*, *2021/22 (x € 1.000)*. The scale is needed, since *2020 €* may be an amount.
pub(super) fn year_and_scale(pack: &Pack, text: &str) -> Option<(Period, Unit)> {
    /// The shortest year, a space and `£m`.
    const MIN: usize = 7;
    if text.len() < MIN || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let at = text.find(|c: char| c.is_whitespace() || c == '(')?;
    let (year, scale) = text.split_at_checked(at)?;
    let scale = scale.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')'));
    let period = dates::period(pack, year)?;
    Some((period, label::scale_alone(pack, scale)?))
}
