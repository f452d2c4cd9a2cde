//! Cells that hold several values: `12 TOP 19 SUB TOP`, `104 tov 134 landelijk`.

use super::{MAX_LEN, quantity};
use crate::leaves::dimension::DimensionName;
use crate::leaves::value::Value;
use crate::read::dates;
use crate::read::language::Pack;
use crate::read::number::Written;
use crate::read::raw_cell::{CellPart, Interpretation, RawCell};
use crate::read::slices;
use crate::words::{Within, fold, has_digit, runs_of_digits};

/// Reads a cell of several values, each with a name, and whether the names may belong to other
/// values. `None` if a value has no name.
pub(super) fn read(pack: &Pack, text: &str) -> Option<(Interpretation, bool)> {
    if text.len() > MAX_LEN || !has_two_numbers(text) {
        return None;
    }
    let named =
        against(pack, text).or_else(|| listed(pack, text)).or_else(|| each_named(pack, text));
    let is_likely = named.is_none() && !text.contains('(');
    let parts = named.or_else(|| one_after_another(pack, text))?;
    // Two values of one slice say two things of the same.
    let is_clear = parts
        .iter()
        .enumerate()
        .all(|(at, part)| parts.iter().skip(at + 1).all(|other| other.slice != part.slice));
    is_clear.then_some((Interpretation::Parts(parts), is_likely))
}

/// Whether digits stand in more than one place: values have some each.
fn has_two_numbers(text: &str) -> bool {
    runs_of_digits(text) > 1
}

/// A value next to that of another organisation: `104 tov 134 landelijk`.
fn against(pack: &Pack, text: &str) -> Option<Vec<CellPart>> {
    let mut words = pack.each(|tables| tables.cells.against);
    let within = Within::new(text);
    let (own, other) = words.find_map(|words| within.split(words))?;
    let own = value(pack, own.trim())?;
    let other = sliced(pack, other.trim())?;
    Some(vec![CellPart { slice: None, reading: own }, other])
}

/// Values in a list: `1% (woningen) en 5,5% (niet woningen)`, `M: 12; V: 14`.
fn listed(pack: &Pack, text: &str) -> Option<Vec<CellPart>> {
    const MAX: usize = 8;
    const SIGNS: &[&str] = &["; ", ";", " / ", " | ", ", "];
    let within = Within::new(text);
    for sign in pack.each(|tables| tables.cells.list_and).chain(SIGNS) {
        if !within.has(sign) {
            continue;
        }
        let parts: Option<Vec<_>> =
            text.split(*sign).take(MAX + 1).map(|part| sliced(pack, part.trim())).collect();
        if let Some(parts) = parts
            && (2..=MAX).contains(&parts.len())
        {
            return Some(parts);
        }
    }
    None
}

/// A name with a colon and its number, and the next: `Jongeren: 7,3 Ouders: 6,8`.
fn each_named(pack: &Pack, text: &str) -> Option<Vec<CellPart>> {
    const MAX: usize = 8;
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let colon = rest.find(": ")?;
        // The number is the word after the colon.
        let number = rest.get(colon + 2..)?;
        let end = colon + 2 + number.find(' ').unwrap_or(number.len());
        parts.push(rest.get(..end)?);
        rest = rest.get(end..)?.trim_start();
        if parts.len() > MAX {
            return None;
        }
    }
    (parts.len() > 1).then(|| parts.iter().map(|part| sliced(pack, part)).collect()).flatten()
}

/// A number and its words, and the next: `12 TOP 19 SUB TOP`.
fn one_after_another(pack: &Pack, text: &str) -> Option<Vec<CellPart>> {
    const MAX: usize = 8;
    if text.split(' ').nth(4 * MAX).is_some() {
        return None;
    }
    // Where each part begins, which is at a number; no text is made for one.
    let mut begins = [0; MAX];
    let mut count = 0;
    let mut at = 0;
    let mut follows_number = false;
    for word in text.split(' ') {
        if has_digit(word) && value(pack, word).is_some() {
            // Two numbers have no name between them.
            if follows_number {
                return None;
            }
            *begins.get_mut(count)? = at;
            count += 1;
            follows_number = true;
        } else if count == 0 {
            return None;
        } else {
            follows_number = false;
        }
        at += word.len() + 1;
    }
    if count < 2 || follows_number {
        return None;
    }
    let begins = begins.get(..count)?;
    let ends = begins.iter().skip(1).map(|next| next - 1).chain(std::iter::once(text.len()));
    begins.iter().zip(ends).map(|(&from, to)| sliced(pack, text.get(from..to)?)).collect()
}

/// A value with what it is of: `5,5% (niet woningen)`, `134 landelijk`, `M: 12`.
fn sliced(pack: &Pack, text: &str) -> Option<CellPart> {
    if let Some((name, rest)) = text.split_once(':')
        && is_name(pack, name.trim())
    {
        return Some(CellPart {
            slice: slices::of(pack, name.trim(), DimensionName::POPULATION),
            reading: value(pack, rest.trim())?,
        });
    }
    if let Some((number, name)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) {
        let name = name.trim();
        return is_name(pack, name)
            .then(|| {
                Some(CellPart {
                    slice: slices::of(pack, name, DimensionName::POPULATION),
                    reading: value(pack, number.trim())?,
                })
            })
            .flatten();
    }
    let at = text.find(' ')?;
    let (mut number, mut name) = text.split_at(at);
    // `5,5 % landelijk`
    if let Some(rest) = name.trim_start().strip_prefix("% ") {
        number = text.get(..text.len() - rest.len())?.trim_end();
        name = rest;
    }
    let name = name.trim();
    is_name(pack, name)
        .then(|| {
            Some(CellPart {
                slice: slices::of(pack, name, DimensionName::POPULATION),
                reading: value(pack, number)?,
            })
        })
        .flatten()
}

/// Whether words may name a part of a whole: short, and neither a unit nor a comparison.
fn is_name(pack: &Pack, name: &str) -> bool {
    const MAX_LEN: usize = 30;
    let folded = fold(name, true);
    name.len() <= MAX_LEN
        && name.starts_with(char::is_alphabetic)
        && name
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '/' | '\'' | '’' | '&'))
        && !folded.split(' ').any(|word| {
            let is_place = pack.has(word, |tables| tables.cells.places);
            !is_place && (pack.changes_number(word) || pack.links(word))
        })
}

/// A number by itself, which can be read in one way or by its size.
fn value(pack: &Pack, text: &str) -> Option<RawCell> {
    let mut reading = RawCell::new(Interpretation::Words);
    let written = quantity::read(pack, text, &mut reading)?;
    if reading.in_words || matches!(written, Written::Point(_)) || dates::year(text).is_some() {
        return None;
    }
    reading.interpretation = Interpretation::of(written, Value::Exact);
    Some(reading)
}
