//! A number with the unit, the scale and the words that are printed around it.

use super::strip_word;
use crate::leaves::role::Status;
use crate::leaves::unit::{Quantity, Scale, Unit};
use crate::read::dates;
use crate::read::label::scale_of_power;
use crate::read::number::{MINUS, Written};
use crate::read::raw_cell::RawCell;
use crate::read::vocabulary::{self, NumberWord};
use crate::words::{fold, fold_word};

/// Reads a number with what is printed around it: `€ 1,2 mln`, `28 dagen gemiddeld`, `70 %`.
/// What it finds next to the number goes to `reading`.
pub(super) fn read(text: &str, reading: &mut RawCell) -> Option<Written> {
    let text = text.trim();
    if let Some(written) = plain(text, reading) {
        return Some(written);
    }
    // `-/- 5` and `-€ 5` are negative.
    let negative = text.strip_prefix("-/-").map(str::trim_start).or_else(|| {
        text.strip_prefix(MINUS).map(str::trim_start).filter(|text| text.starts_with('€'))
    });
    if let Some(positive) = negative
        && !positive.starts_with(MINUS)
    {
        return Some(read(positive, reading)?.negated());
    }
    let (text, currency) = match strip_currency(text) {
        Some(text) => (text, Some(Unit::EURO)),
        None => (text, None),
    };
    // `€ 1.234,-`: no cents. Only money is written so.
    let whole = [",-", ",--", ",–", ",—", ",="].iter().find_map(|end| text.strip_suffix(end));
    if let Some(text) = whole {
        let written = money(Written::read(text)?);
        reading.unit = Some(Unit::EURO);
        return Some(written);
    }
    let (number, tail) = split_number(text)?;
    let written = Written::read(number)?;
    let Tail { unit, power, remark, in_words, is_ambiguous } = tail_of(tail, currency)?;
    let is_money = power == 0 && unit.as_ref() == Some(&Unit::EURO);
    // In what it is printed belongs to the unit, though the number has it applied.
    let unit = match scale_of_power(power) {
        Some(scale) => unit.map(|unit| unit.with_scale(scale)),
        None => unit,
    };
    let written = if is_money { money(written) } else { written };
    let written = if power == 0 { written } else { written.times_ten_to(power)? };
    if power == 0 {
        learn(number, &written, reading);
    } else {
        reading.scaled = true;
    }
    reading.unit = unit;
    reading.in_words |= in_words;
    if is_ambiguous {
        reading.likely = Some("\"ton\" was read as a weight, and may be a hundred thousand euro");
    }
    if let Some(remark) = remark {
        let of_remark = fold(remark, true);
        // How it was counted may make another number of it.
        reading.unclear_remark |= of_remark.split(' ').any(|word| word == "cumulatief");
        if of_remark.split(' ').any(|word| word == "afgerond") {
            reading.extras().status.insert(Status::Approximate);
        }
        // They stand before those in parentheses.
        let inside = reading.extras().remark.take();
        let both = inside.map(|inside| format!("{remark} {inside}"));
        reading.extras().remark = Some(both.unwrap_or_else(|| remark.to_owned()));
    }
    Some(written)
}

/// What most cells hold: just digits with their signs, or a percentage.
fn plain(text: &str, reading: &mut RawCell) -> Option<Written> {
    let (number, unit) = if let Some(number) = text.strip_suffix('%') {
        (number.trim_end(), Some(Unit::PERCENT))
    } else {
        (text, None)
    };
    let written = Written::read(number)?;
    learn(number, &written, reading);
    reading.unit = unit;
    Some(written)
}

/// Notes which signs stand in a number that can be read in one way only.
fn learn(number: &str, written: &Written, reading: &mut RawCell) {
    if matches!(written, Written::Plain(_)) {
        for byte in number.bytes() {
            reading.signs.comma |= byte == b',';
            reading.signs.point |= byte == b'.';
        }
    }
}

/// An amount has two decimals or none, so three digits after a point are thousands.
fn money(written: Written) -> Written {
    match written {
        Written::Grouped { whole, point: true, .. } => Written::Plain(whole),
        written => written,
    }
}

/// Takes the sign or the word for euro off the front; a sign before it stays with the
/// number: `-€ 5`.
fn strip_currency(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('€').or_else(|| strip_word(text, "EUR "))?;
    let rest = rest.trim_start();
    // `€ - 5` can't be distinguished from the dash of a missing amount.
    (!rest.is_empty()).then_some(rest)
}

/// Splits after the last digit of the number that a text begins with.
fn split_number(text: &str) -> Option<(&str, &str)> {
    let is_of_number =
        |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | super::normal::GROUPS);
    let unsigned = text.strip_prefix(MINUS).unwrap_or(text);
    let rest = unsigned.trim_start_matches(is_of_number);
    let number = text.strip_suffix(rest)?;
    let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    // A point or a comma after the digits does not belong to them.
    (digits.len() == number.len() && !digits.is_empty()).then_some((number, rest))
}

/// What comes after a number.
struct Tail<'t> {
    unit: Option<Unit>,
    /// Ten to this power is what the number is to be multiplied by.
    power: u32,
    remark: Option<&'t str>,
    /// Whether it is of words that a label may have too.
    in_words: bool,
    /// Whether the unit may be another.
    is_ambiguous: bool,
}

/// What the words after a number state. `None` if one of them isn't known.
fn tail_of(tail: &str, currency: Option<Unit>) -> Option<Tail<'_>> {
    // A longer unit is a sentence.
    const MAX_UNIT_LEN: usize = 40;
    let is_money = currency.is_some();
    let mut found =
        Tail { unit: currency, power: 0, remark: None, in_words: false, is_ambiguous: false };
    let mut rest = tail.trim_start();
    if !tail.is_empty() && rest.len() == tail.len() && !tail.starts_with(['%', '‰', '€']) {
        // `28dagen`, `3x`, `5%` have no space; `2,82,9>12` isn't words at all.
        if !tail.starts_with(char::is_alphabetic) {
            return None;
        }
    }
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
        let after = after.trim_start();
        if word == "per" && !after.is_empty() {
            let (count, of) = rate(after).filter(|_| rest.len() <= MAX_UNIT_LEN)?;
            // Of what there are so many only the label says.
            let unit = found.unit.unwrap_or(Unit::COUNT);
            found.unit = Some(unit.with_per(count, of).ok()?);
            found.in_words |= !is_money;
            return Some(found);
        }
        // `12 ton CO2`
        let is_mass = |unit: &Unit| unit.quantity() == Some(Quantity::Mass);
        if word.eq_ignore_ascii_case("co2") && found.unit.as_ref().is_some_and(is_mass) {
            rest = after;
            continue;
        }
        match measure(word)? {
            NumberWord::Scale(power) if found.power == 0 && (found.unit.is_none() || is_money) => {
                found.power = power;
            }
            // `3 ton` may be three hundred thousand euro, and `5 p.p.` five for each person.
            NumberWord::Unit(_) if word == "p.p." => return None,
            NumberWord::Unit(unit) if found.unit.is_none() => {
                found.is_ambiguous |= unit == Unit::TONNE;
                found.in_words |= unit != Unit::PERCENT && unit != Unit::EURO;
                found.unit = Some(unit);
            }
            NumberWord::Unit(unit) if found.unit.as_ref() == Some(&unit) => {}
            NumberWord::Scaled(unit, scale) if found.unit.is_none() && found.power == 0 => {
                found.power = if scale == Scale::Thousands { 3 } else { 6 };
                found.unit = Some(unit);
                found.in_words = true;
            }
            NumberWord::Remark if found.remark.is_none() => {
                found.remark = Some(rest);
                // All that is left must be such words.
                let is_remark = |word| matches!(measure(word), Some(NumberWord::Remark));
                if !after.split_whitespace().all(is_remark) {
                    return None;
                }
                found.in_words = true;
                return Some(found);
            }
            _ => return None,
        }
        rest = after;
    }
    Some(found)
}

/// By how many of what something is counted, as what comes after *per* says: `1.000 inwoners`,
/// `jaar`.
fn rate(after: &str) -> Option<(u32, &'static str)> {
    let mut words = after.split(' ').peekable();
    let number = |word: &str| match Written::read(word)? {
        Written::Plain(number) | Written::Grouped { whole: number, point: true, .. } => {
            let is_number = dates::year(word).is_none();
            is_number.then(|| number.to_string().parse::<u32>().ok()).flatten()
        }
        _ => None,
    };
    let count = match words.peek().copied().and_then(number) {
        Some(count) => {
            words.next();
            count
        }
        None => 1,
    };
    let noun = words.next().filter(|word| word.chars().all(char::is_alphanumeric))?;
    let of = vocabulary::counted_by(&fold_word(noun)?)?;
    words.next().is_none().then_some((count, of))
}

fn measure(word: &str) -> Option<NumberWord> {
    match word {
        "%" => return Some(NumberWord::Unit(Unit::PERCENT)),
        "‰" => return Some(NumberWord::Unit(Unit::PER_MILLE)),
        "€" => return Some(NumberWord::Unit(Unit::EURO)),
        "%-punt" | "%-punten" | "%punt" => return Some(NumberWord::Unit(Unit::PERCENTAGE_POINT)),
        "m²" => return vocabulary::measure("m2"),
        "m³" => return vocabulary::measure("m3"),
        "km²" => return vocabulary::measure("km2"),
        _ => {}
    }
    // `mln.` and `fte's` have a sign of their own; `(miljoen)` may be meant otherwise.
    let is_word = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’'));
    is_word.then(|| vocabulary::measure(&fold_word(word)?)).flatten()
}
