//! A number with the unit, the scale and the words that are printed around it.

use crate::findings::argument::Doubt;
use crate::leaves::role::Status;
use crate::leaves::unit::{Quantity, Scale, Unit};
use crate::leaves::value::Value;
use crate::read::dates;
use crate::read::label::scale_of_power;
use crate::read::language::{NumberWord, Pack};
use crate::read::number::{Grammar, MINUS, Written};
use crate::read::raw_cell::{Interpretation, RawCell};
use crate::words::{fold, fold_word};

/// Reads a number with what is printed around it: `€ 1,2 mln`, `28 dagen gemiddeld`, `70 %`.
/// What it finds next to the number goes to `reading`.
pub(super) fn read(pack: &Pack, text: &str, reading: &mut RawCell) -> Option<Written> {
    // Each word of a cell is tried as a number.
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let text = text.trim();
    let grammar = pack.numbers();
    if let Some(written) = plain(grammar, text, reading) {
        return Some(written);
    }
    // `-/- 5` and `-€ 5` are negative.
    let negative = text.strip_prefix("-/-").map(str::trim_start).or_else(|| {
        text.strip_prefix(MINUS)
            .map(str::trim_start)
            .filter(|text| pack.currency(text).is_some_and(|(_, rest)| !rest.is_empty()))
    });
    if let Some(positive) = negative
        && !positive.starts_with(MINUS)
    {
        return Some(read(pack, positive, reading)?.negated());
    }
    let (text, currency) = match strip_currency(pack, text) {
        Some((unit, text)) => (text, Some(unit)),
        None => (text, None),
    };
    // `€ 1.234,-`: no cents. Only money is written so.
    let mut ends = pack.each(|tables| tables.cells.whole_amount_ends);
    if let Some(text) = ends.find_map(|end| text.strip_suffix(end)) {
        let written = money(Written::read(grammar, text)?);
        reading.unit = Some(currency.unwrap_or(Unit::EURO));
        return Some(written);
    }
    let (number, tail) = split_number(text)?;
    let written = Written::read(grammar, number)?;
    let Tail { unit, power, remark, in_words, doubt } = tail_of(pack, tail, currency)?;
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
    if doubt.is_some() {
        reading.likely = doubt;
    }
    if let Some(remark) = remark {
        let of_remark = fold(remark, true);
        // How it was counted may make another number of it.
        reading.unclear_remark |=
            of_remark.split(' ').any(|word| pack.has(word, |tables| tables.cells.cumulative));
        if of_remark.split(' ').any(|word| pack.has(word, |tables| tables.cells.rounded)) {
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
fn plain(grammar: Grammar, text: &str, reading: &mut RawCell) -> Option<Written> {
    let (number, unit) = if let Some(number) = text.strip_suffix('%') {
        (number.trim_end(), Some(Unit::PERCENT))
    } else {
        (text, None)
    };
    let written = Written::read(grammar, number)?;
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

/// Reads a number in parentheses, which is how accounts in English write one below zero: `(1,234)`,
/// `$(12.5)`. In Dutch a number in parentheses may as well be set aside, and isn't read.
pub(super) fn in_parentheses(
    pack: &Pack,
    text: &str,
    reading: &mut RawCell,
) -> Option<Interpretation> {
    if pack.numbers() != Grammar::DecimalPoint {
        return None;
    }
    let (currency, rest) = match pack.currency(text) {
        Some((unit, rest)) => (Some(unit.clone()), rest.trim_start()),
        None => (None, text),
    };
    let (inside, after) = rest.strip_prefix('(')?.split_once(')')?;
    let is_percent = after.trim() == "%";
    // `(12 days)` is a remark, and `(-5)` nobody knows.
    let number = pack.currency(inside).map_or(inside, |(_, number)| number.trim_start());
    let is_number = number.ends_with(|c: char| c.is_ascii_digit() || c == '%')
        && number.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && !number.contains(' ');
    if !is_number || !(after.is_empty() || is_percent) {
        return None;
    }
    let mut inner = RawCell::new(Interpretation::Words);
    let Written::Plain(number) = read(pack, inside, &mut inner)? else { return None };
    // `(3)` may be the mark of a footnote.
    if number.places() == 0 && (1..=2).contains(&inside.len()) && currency.is_none() && !is_percent
    {
        inner.likely = Some(Doubt::ParenthesesMayBeMark);
    }
    *reading = inner;
    reading.unit = reading.unit.take().or(currency).or(is_percent.then_some(Unit::PERCENT));
    Some(Interpretation::Sure(Value::Exact(-number)))
}

/// Takes the sign or the word for a currency off the front; a sign before it stays with the number:
/// `-€ 5`.
fn strip_currency<'t>(pack: &Pack, text: &'t str) -> Option<(Unit, &'t str)> {
    let (unit, rest) = pack.currency(text)?;
    let rest = rest.trim_start();
    // `€ - 5` can't be distinguished from the dash of a missing amount.
    (!rest.is_empty()).then(|| (unit.clone(), rest))
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
    /// Why the unit or the scale may be another.
    doubt: Option<Doubt>,
}

/// What the words after a number state. `None` if one of them isn't known.
fn tail_of<'t>(pack: &Pack, tail: &'t str, currency: Option<Unit>) -> Option<Tail<'t>> {
    // A longer unit is a sentence.
    const MAX_UNIT_LEN: usize = 40;
    let is_money = currency.is_some();
    let mut found = Tail { unit: currency, power: 0, remark: None, in_words: false, doubt: None };
    let mut rest = tail.trim_start();
    let is_glued = !tail.is_empty() && rest.len() == tail.len();
    if is_glued && !tail.starts_with(['%', '‰']) && pack.currency(tail).is_none() {
        // `28dagen`, `3x`, `5%` have no space; `2,82,9>12` isn't words at all.
        if !tail.starts_with(char::is_alphabetic) {
            return None;
        }
    }
    let mut is_first = true;
    while !rest.is_empty() {
        let is_glued = is_glued && std::mem::take(&mut is_first);
        let (word, after) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
        let after = after.trim_start();
        let (word, after, measure) = match long_measure(pack, word, after) {
            Some((measure, after)) => (word, after, measure),
            None if pack.has(word, |tables| tables.cells.per) && !after.is_empty() => {
                let (count, of) = rate(pack, after).filter(|_| rest.len() <= MAX_UNIT_LEN)?;
                // Of what there are so many only the label says.
                let unit = found.unit.unwrap_or(Unit::COUNT);
                found.unit = Some(unit.with_per(count, of).ok()?);
                found.in_words |= !is_money;
                return Some(found);
            }
            None => {
                // `12 ton CO2`
                let is_mass = |unit: &Unit| unit.quantity() == Some(Quantity::Mass);
                if word.eq_ignore_ascii_case("co2") && found.unit.as_ref().is_some_and(is_mass) {
                    rest = after;
                    continue;
                }
                (word, after, measure(pack, word)?)
            }
        };
        match measure {
            NumberWord::Scale(power) if found.power == 0 && (found.unit.is_none() || is_money) => {
                found.power = power;
            }
            // `£1.2m` and `12k`.
            NumberWord::Letter(power) if found.power == 0 && (is_money || is_glued) => {
                if !is_money {
                    if found.unit.is_some() {
                        return None;
                    }
                    found.doubt = Some(Doubt::LetterMayBeUnit);
                }
                found.power = power;
            }
            // `3 ton` may be three hundred thousand euro, and `5 p.p.` five for each person.
            NumberWord::Unit(_) if pack.has(word, |tables| tables.cells.unclear_measures) => {
                return None;
            }
            NumberWord::Unit(unit) if found.unit.is_none() => {
                if unit == Unit::TONNE {
                    let mut doubts = pack.languages().iter().map(|tables| tables.cells.tonne_doubt);
                    found.doubt = doubts.next().flatten();
                }
                found.in_words |= unit != Unit::PERCENT && !pack.is_currency(&unit);
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
                let is_remark =
                    |word| matches!(self::measure(pack, word), Some(NumberWord::Remark));
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
fn rate(pack: &Pack, after: &str) -> Option<(u32, &'static str)> {
    let mut words = after.split(' ').peekable();
    let number = |word: &str| match Written::read(pack.numbers(), word)? {
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
    let of = pack.counted_by(&fold_word(noun)?)?;
    words.next().is_none().then_some((count, of))
}

/// A unit of two words at the front of a text, and what comes after it: *working days*.
fn long_measure<'t>(pack: &Pack, word: &str, after: &'t str) -> Option<(NumberWord, &'t str)> {
    let (second, rest) = after.split_at(after.find(' ').unwrap_or(after.len()));
    let is_word = |word: &str| !word.is_empty() && word.chars().all(char::is_alphanumeric);
    if !is_word(word) || !is_word(second) {
        return None;
    }
    let folded = fold_word(after.get(..second.len())?)?;
    let mut joined = fold_word(word)?.to_owned();
    joined.push_str(&folded);
    Some((pack.long_measure(&joined)?.clone(), rest.trim_start()))
}

fn measure(pack: &Pack, word: &str) -> Option<NumberWord> {
    match word {
        "%" => return Some(NumberWord::Unit(Unit::PERCENT)),
        "‰" => return Some(NumberWord::Unit(Unit::PER_MILLE)),
        _ if pack.has(word, |tables| tables.cells.percent_points) => {
            return Some(NumberWord::Unit(Unit::PERCENTAGE_POINT));
        }
        "m²" => return Some(NumberWord::Unit(Unit::SQUARE_METRE)),
        "m³" => return Some(NumberWord::Unit(Unit::CUBIC_METRE)),
        "km²" => return Some(NumberWord::Unit(Unit::SQUARE_KILOMETRE)),
        _ => {}
    }
    if let Some(unit) = pack.currency_sign(word) {
        return Some(NumberWord::Unit(unit.clone()));
    }
    // `mln.` and `fte's` have a sign of their own; `(miljoen)` may be meant otherwise.
    let is_word = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’'));
    is_word.then(|| pack.measure(&fold_word(word)?).cloned()).flatten()
}
