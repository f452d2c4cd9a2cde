//! How one cell is read by itself, and what stays in doubt until its row is known.

use super::dates::year;
use super::marks;
use super::number::Written;
use super::raw_cell::{Grouped, RawCell, Says};
use super::vocabulary::{self, Relation};
use crate::words::{self, fold, fold_word, split_at_words};
use crate::{Comparison, Missing, Number, Period, Reference, Status, Unit, Value};

/// Reads a cell by itself. The text is trimmed already.
pub(super) fn read(printed: &str) -> RawCell {
    let mut reading = RawCell::new(Says::Words);
    // Most cells are just this, and have nothing beside it.
    if is_dash(printed) {
        reading.says = Says::Sure(Missing::Unspecified.into());
        return reading;
    }
    if is_bare(printed)
        && let Some(written) = read_quantity(printed, &mut reading)
    {
        reading.says = says(written, Value::Exact);
        return reading;
    }
    let (text, notes) = marks::strip(printed);
    // 10⁶ is a million, or 10 with a footnote.
    let is_power = text == "10" && notes.last().is_some_and(|mark| marks::is_superscript(mark));
    let (text, notes) = if is_power { (printed, Vec::new()) } else { (text, notes) };
    reading.says = read_core(text, &notes, &mut reading);
    if matches!(reading.says, Says::Words | Says::NumberWithWords | Says::Misprint) {
        // What isn't understood is kept whole: nothing is taken off it.
        return RawCell::new(reading.says);
    }
    if !notes.is_empty() {
        reading.beside().notes = notes;
    }
    reading
}

fn read_core(text: &str, notes: &[String], reading: &mut RawCell) -> Says {
    if text.is_empty() {
        // Only a footnote mark, which is no figure.
        return if notes.is_empty() { Says::Words } else { Says::Sure(Missing::Blank.into()) };
    }
    if is_dash(text) {
        return Says::Sure(Missing::Unspecified.into());
    }
    if text.starts_with(char::is_alphabetic)
        && let Some(value) = read_words(text, reading)
    {
        return Says::Sure(value);
    }
    if is_bare(text)
        && let Some(written) = read_quantity(text, reading)
    {
        return says(written, Value::Exact);
    }
    if is_just_words(text) {
        return Says::Words;
    }
    let text = take_parenthesis(text, reading);
    // Signs around a number are no words.
    let has_words = text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let text = if has_words {
        match take_words(text, reading) {
            Ok(says) => return says,
            Err(text) => text,
        }
    } else {
        text
    };
    let text = take_about(text, reading);
    let (comparison, quantity) = take_comparator(text);
    let says = match comparison {
        Some(comparison) => read_compared(comparison, quantity, reading),
        None => read_range(quantity, reading).or_else(|| {
            let written = read_quantity(quantity, reading)?;
            Some(says(written, Value::Exact))
        }),
    };
    says.unwrap_or_else(|| misread(text))
}

/// What a rank or a change of a given size says; else the text without the year by which it is
/// to be reached.
fn take_words<'t>(text: &'t str, reading: &mut RawCell) -> Result<Says, &'t str> {
    if let Some(rank) = strip_word(text, "top ")
        && let Some(Written::Plain(rank)) = Written::read(rank)
    {
        reading.unit = Some(Unit::RANK);
        return Ok(Says::Sure(Value::AtMost(rank)));
    }
    read_change(text, reading).ok_or_else(|| take_deadline(text, reading))
}

/// Whether a cell is just the dash that stands for a missing figure.
fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "–" | "—")
}

/// Whether a text is words without a digit, as most labels are: but for those that `read_words`
/// knows, only one behind a comparator could be a value.
fn is_just_words(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && !text.bytes().any(|byte| byte.is_ascii_digit())
        && about(text).is_none()
        && take_comparator(text).0.is_none()
}

/// Whether a text is just digits with their signs, as in most cells: then it is none of what is
/// written with words, a comparator or a dash.
pub(super) fn is_bare(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b',' | b'.' | b'%'))
}

/// Words that are a value by themselves.
fn read_words(text: &str, reading: &mut RawCell) -> Option<Value> {
    const LONGEST: usize = 24;
    const LONGEST_POINTER: usize = 40;
    // A longer one is a sentence that happens to begin so.
    let is_pointer = text.len() <= LONGEST_POINTER && !text.ends_with('.');
    if is_pointer && strip_word(text, "zie ").is_some() {
        reading.beside().remark = Some(text.to_owned());
        return Some(Missing::Elsewhere.into());
    }
    if text.len() > LONGEST {
        return None;
    }
    let folded = fold_word(text)?;
    let missing = vocabulary::missing(&folded).map(Value::Missing);
    missing
        .or_else(|| vocabulary::change(&folded).map(Value::Change))
        .or_else(|| vocabulary::flag(&folded).map(Value::Flag))
        .or_else(|| words::is_verdict(&folded).then(|| Value::Text(text.to_owned())))
}

/// Takes a parenthesis off the end where it is sure what it means: a year of measurement, how
/// the number came about, or words beside it. Digits in it may be a footnote, a second value or
/// a negative amount, and some words change the number: then it stays, and nothing is read.
fn take_parenthesis<'t>(text: &'t str, reading: &mut RawCell) -> &'t str {
    let Some((before, inside)) = text.strip_suffix(')').and_then(|text| text.split_once('('))
    else {
        return text;
    };
    let (before, inside) = (before.trim_end(), inside.trim());
    if before.is_empty() || inside.contains(['(', ')']) {
        return text;
    }
    if let Some(year) = year(inside) {
        reading.dated = Period::year(year).ok();
        return before;
    }
    let folded = fold(inside, true);
    if let Some((words, last)) = folded.rsplit_once(' ')
        && let Some(year) = year(last)
        && words.split(' ').all(vocabulary::is_measurement)
    {
        reading.dated = Period::year(year).ok();
    } else if folded.split(' ').any(|word| vocabulary::changes_number(word) || year(word).is_some())
        || inside.chars().filter(|c| c.is_alphabetic()).count() < 2
    {
        return text;
    }
    let beside = reading.beside();
    beside.status.extend(vocabulary::status(&folded));
    beside.remark = Some(inside.to_owned());
    before
}

/// A change of a given size: `daling met 5%`, `toename van 3`.
fn read_change(text: &str, reading: &mut RawCell) -> Option<Says> {
    let (word, by) = split_at_words(text, " met ").or_else(|| split_at_words(text, " van "))?;
    let direction = vocabulary::change(&fold_word(word)?)?;
    let written = read_quantity(by.trim(), reading)?;
    if by.contains(['-', '−']) {
        // A decrease by less than nothing: nobody can tell what is meant.
        return Some(Says::Misprint);
    }
    let unit = reading.unit.take();
    Some(says(written, |by| Value::ChangeBy { direction, by, unit: unit.clone() }))
}

/// Takes the year off the end by which a number is to be reached: `100% in 2027`.
fn take_deadline<'t>(text: &'t str, reading: &mut RawCell) -> &'t str {
    // What stands behind the last ` in ` is a year, so it ends the text as one.
    if !text.ends_with(|c: char| c.is_ascii_digit()) {
        return text;
    }
    match text.rsplit_once(" in ") {
        Some((before, last)) => match year(last.trim()) {
            Some(year) => {
                reading.dated = Period::year(year).ok();
                before.trim_end()
            }
            None => text,
        },
        None => text,
    }
}

/// Takes the word off the front that says that a number is not exact: `circa 5`, `±5`.
fn take_about<'t>(text: &'t str, reading: &mut RawCell) -> &'t str {
    let rest = about(text);
    if rest.is_some() {
        reading.beside().status.push(Status::Approximate);
    }
    rest.map_or(text, str::trim_start)
}

/// What stands behind the word that says that a number is not exact.
fn about(text: &str) -> Option<&str> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    vocabulary::ABOUT.iter().find_map(|word| strip_word(text, word))
}

fn take_comparator(text: &str) -> (Option<Comparison>, &str) {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return (None, text);
    }
    for &(word, comparison) in vocabulary::COMPARATORS {
        if let Some(rest) = strip_word(text, word) {
            return (Some(comparison), rest.trim_start());
        }
    }
    (None, text)
}

/// Strips a word or sign of ASCII letters off the front, in either case.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    // Nearly all texts differ from a word in its first letter.
    let first = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    (first(head) == first(word) && head.eq_ignore_ascii_case(word)).then_some(rest)
}

/// What stands behind a comparator.
fn read_compared(comparison: Comparison, quantity: &str, reading: &mut RawCell) -> Option<Says> {
    if let Some(year) = year(quantity) {
        return Some(Says::Year { comparison, year });
    }
    if quantity.starts_with(|c: char| c.is_alphabetic() || c == '0')
        && let Some(relation) = fold_word(quantity).and_then(|words| vocabulary::relation(&words))
    {
        let to = match relation {
            Relation::Baseline => Reference::Baseline,
            Relation::Previous => Reference::Previous,
            Relation::YearBefore => return Some(Says::YearBefore(comparison)),
        };
        return Some(Says::Sure(Value::Relative { comparison, to }));
    }
    let written = read_quantity(quantity, reading)?;
    Some(says(written, |number| compared(comparison, number)))
}

/// The value that compares with a number.
pub(super) fn compared(comparison: Comparison, number: Number) -> Value {
    match comparison {
        Comparison::MoreThan => Value::MoreThan(number),
        Comparison::AtLeast => Value::AtLeast(number),
        Comparison::LessThan => Value::LessThan(number),
        Comparison::AtMost => Value::AtMost(number),
    }
}

/// A range: `23-25`, `65 tot 70 %`, `tussen 240.000 en 260.000`.
fn read_range(text: &str, reading: &mut RawCell) -> Option<Says> {
    let between = strip_word(text, "tussen ").or_else(|| strip_word(text, "van "));
    let (low, high) = match between {
        Some(rest) => split_at_words(rest, " en ").or_else(|| split_at_words(rest, " tot "))?,
        None => split_at_words(text, " tot ").or_else(|| split_dash(text))?,
    };
    let (low, high) = (low.trim(), high.trim());
    let is_day_or_month = |text: &str| text.len() <= 2;
    if year(high).is_some() && (year(low).is_some() || is_day_or_month(low)) {
        // Two years are a period, and `12-2016` is a month: no range is told from them.
        return Some(Says::Misprint);
    }
    let mut low_reading = RawCell::new(Says::Words);
    let low = read_quantity(low, &mut low_reading)?;
    let high = read_quantity(high, reading)?;
    if let (Some(low), Some(high)) = (&low_reading.unit, &reading.unit)
        && low != high
    {
        return None;
    }
    reading.unit = reading.unit.take().or(low_reading.unit);
    let range = |low, high| Value::between(low, high).ok();
    Some(match (low, high) {
        (Written::Plain(low), Written::Plain(high)) => Says::Sure(range(low, high)?),
        (
            Written::Grouped { whole: low, decimal: low_decimal, point, safe },
            Written::Grouped { whole: high, decimal: high_decimal, point: same, safe: too },
        ) if point == same => Says::Grouped(Box::new(Grouped {
            whole: range(low, high)?,
            decimal: range(low_decimal, high_decimal)?,
            point,
            safe: safe && too,
        })),
        (Written::Point(low), Written::Point(high) | Written::Plain(high))
        | (Written::Plain(low), Written::Point(high)) => Says::Point(range(low, high)?),
        _ => return None,
    })
}

/// Splits at a dash that is not a sign.
fn split_dash(text: &str) -> Option<(&str, &str)> {
    let (at, dash) = text.char_indices().skip(1).find(|(_, c)| matches!(c, '-' | '–'))?;
    Some((text.get(..at)?, text.get(at + dash.len_utf8()..)?))
}

/// A number with the unit that is printed around it.
fn read_quantity(text: &str, reading: &mut RawCell) -> Option<Written> {
    let (text, unit) = if let Some(number) = text.strip_prefix('€') {
        (number.trim_start(), Some(Unit::EURO))
    } else if let Some(number) = text.strip_suffix('%') {
        (number.trim_end(), Some(Unit::PERCENT))
    } else if let Some(number) = text.strip_suffix('‰') {
        (number.trim_end(), Some(Unit::PER_MILLE))
    } else {
        (text, None)
    };
    let written = Written::read(text)?;
    if matches!(written, Written::Plain(_)) {
        for byte in text.bytes() {
            reading.signs.comma |= byte == b',';
            reading.signs.point |= byte == b'.';
        }
    }
    reading.unit = unit;
    Some(written)
}

fn says(written: Written, value: impl Fn(Number) -> Value) -> Says {
    match written {
        Written::Plain(number) => Says::Sure(value(number)),
        Written::Grouped { whole, decimal, point, safe } => {
            let (whole, decimal) = (value(whole), value(decimal));
            Says::Grouped(Box::new(Grouped { whole, decimal, point, safe }))
        }
        Written::Point(number) => Says::Point(value(number)),
    }
}

/// What a text that can't be read looks like.
fn misread(text: &str) -> Says {
    let begins_as_number =
        text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_numeric);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    match (begins_as_number, letters) {
        (_, 0) => Says::Misprint,
        (true, _) => Says::NumberWithWords,
        (false, _) => Says::Words,
    }
}
