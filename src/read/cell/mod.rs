//! Reads one cell without its neighbours; what is ambiguous stays so until its row is known.
//!
//! `normal` takes away what only the layout put there; `words` knows what is a value by itself;
//! `parenthesis` takes off what comes after one, `computation` knows how
//! that says where it comes from; `compare` reads comparators and ranges,
//! and `change` changes, with the numbers and units of `quantity`; `parts` reads several values in one cell.

mod change;
mod compare;
mod computation;
mod normal;
mod parenthesis;
mod parts;
mod quantity;
mod words;

pub(super) use compare::compared;

use super::dates;
use super::language::{FirstBytes, Pack};
use super::marks;
use super::number::MINUS;
use super::raw_cell::{Interpretation, Marked, RawCell};
use super::vocabulary::Vocabulary;
use crate::findings::argument::Doubt;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::value::{Missing, Value};
use crate::words::split_at_words;

/// The longest text that is read as more than one number, in bytes. The longest of 5,600 cells of published tables that
/// hold a value has 60: longer texts are labels and sentences.
const MAX_LEN: usize = 120;

/// Reads a cell without its neighbours. The text is trimmed already.
pub(super) fn read(vocabulary: &Vocabulary, printed: &str) -> RawCell {
    let mut reading = RawCell::new(Interpretation::Words);
    // Most cells are just this, and nothing else.
    if words::is_dash(printed) {
        reading.interpretation = Interpretation::Sure(Missing::Unspecified.into());
        return reading;
    }
    if let Some(number) = whole(printed) {
        reading.interpretation = Interpretation::Sure(Value::Exact(number));
        reading.may_be_year = dates::year(printed).is_some();
        return reading;
    }
    let pack = vocabulary.pack();
    if is_bare(printed)
        && let Some(written) = quantity::read(pack, printed, &mut reading)
    {
        reading.interpretation = Interpretation::of(written, Value::Exact);
        reading.may_be_year = dates::year(printed).is_some();
        return reading;
    }
    let normal = normal::normal(printed);
    let (text, notes) = marks::strip(&normal);
    // 10⁶ is a million, or 10 with a footnote.
    let is_power = text == "10" && notes.last().is_some_and(|mark| marks::is_superscript(mark));
    let (text, notes) = if is_power { (&*normal, Vec::new()) } else { (text, notes) };
    reading.interpretation = read_core(vocabulary, text, &notes, &mut reading);
    if !reading.is_understood() {
        // What isn't understood is kept whole: nothing is taken off it.
        return RawCell::new(reading.interpretation);
    }
    if !notes.is_empty() {
        reading.extras().notes.extend(notes);
    }
    reading
}

/// The value of a cell that is a dash or some digits and nothing else, which every language writes in one way.
pub(super) fn bare_value(text: &str) -> Option<Value> {
    if words::is_dash(text) {
        return Some(Missing::Unspecified.into());
    }
    whole(text).map(Value::Exact)
}

/// A number of a few digits and nothing else, which every language writes in one way.
fn whole(text: &str) -> Option<Number> {
    const MAX_DIGITS: usize = 9;
    if text.len() > MAX_DIGITS || (text.len() > 1 && text.starts_with('0')) {
        return None;
    }
    let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    let number = text.bytes().try_fold(0, |number, byte| Some(number * 10 + digit(byte)?))?;
    (!text.is_empty()).then(|| Number::from(number))
}

fn read_core(
    vocabulary: &Vocabulary,
    text: &str,
    notes: &[String],
    reading: &mut RawCell,
) -> Interpretation {
    if text.is_empty() {
        // Only a footnote mark, which is no figure. A lone star is a sign for one that isn't given.
        return match notes {
            [] => Interpretation::Words,
            [mark] if mark == "*" => Interpretation::Sure(Missing::NotAvailable.into()),
            _ => Interpretation::Sure(Missing::Blank.into()),
        };
    }
    if words::is_withheld(text) {
        return Interpretation::Sure(Missing::NotAvailable.into());
    }
    let pack = vocabulary.pack();
    let amount = pack.currency(text).map_or(text, |(_, amount)| amount.trim_start());
    if words::is_dash(amount) || words::is_dash(before_currency(pack, text)) {
        return Interpretation::Sure(Missing::Unspecified.into());
    }
    // The sign of a currency and digits are nothing else than an amount.
    if amount.len() < text.len()
        && amount.bytes().any(|byte| byte.is_ascii_digit())
        && is_bare(amount)
        && text.starts_with(|c: char| !c.is_alphanumeric())
        && !text.bytes().any(|byte| byte.is_ascii_alphabetic())
        && let Some(written) = quantity::read(pack, text, reading)
    {
        return Interpretation::of(written, Value::Exact);
    }
    if let Some(value) = words::read(vocabulary, text, reading) {
        return Interpretation::Sure(value);
    }
    if is_bare(text)
        && let Some(written) = quantity::read(pack, text, reading)
    {
        return Interpretation::of(written, Value::Exact);
    }
    // `2019: € 248` is of that year.
    if let Some((year, value)) = split_at_words(text, ": ")
        && let Some(dated) = dates::year(year).and_then(|year| Period::year(year).ok())
        && let Some(written) = quantity::read(pack, value, reading)
    {
        reading.dated = Some(dated);
        return Interpretation::of(written, Value::Exact);
    }
    if let Some(grouped) = grouped_by_spaces(pack, text)
        && let Some(written) = quantity::read(pack, &grouped, reading)
    {
        return Interpretation::of(written, Value::Exact);
    }
    if let Some(interpretation) = quantity::in_parentheses(pack, text, reading) {
        return interpretation;
    }
    if let Some(amount) = accounted(pack, text)
        && let Some(written) = quantity::read(pack, amount, reading)
    {
        if text.starts_with('(') {
            reading.likely = Some(Doubt::ParenthesesAsMinus);
        } else if text.starts_with(MINUS) && text.ends_with('%') {
            // *- 2%* beside a target may be a decrease as well.
            reading.likely = Some(Doubt::DashAsMinus);
        }
        return Interpretation::of(written.negated(), Value::Exact);
    }
    if is_just_words(pack, text, reading) {
        return Interpretation::Words;
    }
    let mut bare = parenthesis::take(pack, text, reading);
    // `30%* (2013)`
    if bare.text.len() < text.len() {
        let (number, marks) = marks::strip_trailing(bare.text);
        if !marks.is_empty() && is_bare(number) {
            bare.text = number;
            reading.extras().notes.extend(marks);
        }
    }
    let interpretation = if words::is_dash(bare.text) {
        Some(Interpretation::Sure(Missing::Unspecified.into()))
    } else {
        // All of it was looked at before.
        let is_known = bare.text.len() == text.len();
        let words = if is_known { None } else { words::read(vocabulary, bare.text, reading) };
        words.map(Interpretation::Sure).or_else(|| {
            let is_short = bare.text.len() <= MAX_LEN;
            is_short.then(|| compare::read(pack, bare.text, reading)).flatten()
        })
    };
    match interpretation {
        Some(interpretation) if bare.marks.is_empty() => interpretation,
        Some(interpretation) => {
            let marks = bare.marks.into_iter().map(str::to_owned).collect();
            Interpretation::Marked(Box::new(Marked { interpretation, marks }))
        }
        None => match parts::read(pack, text) {
            Some((interpretation, is_likely)) => {
                reading.forget();
                reading.likely = is_likely.then_some(Doubt::WordsAfterNumbers);
                interpretation
            }
            None => misread(pack, text),
        },
    }
}

/// What stands in front of the sign of a currency at the end of a text: `- €`, `88 214 €`. All of it if there is none.
fn before_currency<'t>(pack: &Pack, text: &'t str) -> &'t str {
    let parts = text.rsplit_once(' ').map(|(before, last)| (before, pack.currency(last)));
    match parts {
        Some((before, Some((_, "")))) => before.trim_end(),
        _ => text,
    }
}

/// A number whose thousands are parted by spaces, as in Flanders: `1 161 219`, `-77 607`, `– 3 783`,
/// `88 214 €`. Each group after
/// the first has three digits. It is returned with spaces that don't break.
fn grouped_by_spaces(pack: &Pack, text: &str) -> Option<String> {
    let amount = before_currency(pack, text);
    let currency = text.get(amount.len()..)?;
    // A gap may part the sign from the digits: `– 3 783`.
    let unsigned = amount.strip_prefix(MINUS).map_or(amount, str::trim_start);
    let minus = if unsigned.len() < amount.len() { "-" } else { "" };
    let (whole, _) = unsigned.split_once(',').unwrap_or((unsigned, ""));
    let mut groups = whole.split(' ');
    let first = groups.next()?;
    let is_group =
        |group: &str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    let starts = (1..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_digit())
        && !first.starts_with('0');
    let mut count = 0;
    let goes_on = groups.all(|group| {
        count += 1;
        is_group(group)
    });
    let grouped = || [minus, &unsigned.replace(' ', "\u{a0}"), currency].concat();
    (starts && goes_on && count > 0).then(grouped)
}

/// The digits of a negative amount as accountants write it: `- 543`, `12.345-`, `(4.210)`. A single
/// or a double digit in parentheses may be a mark, and a year with a dash behind it is the beginning of a
/// period.
fn accounted<'t>(_pack: &Pack, text: &'t str) -> Option<&'t str> {
    const MARK: usize = 2;
    if let Some(inside) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        return Some(inside).filter(|inside| {
            inside.len() > MARK && is_bare(inside) && dates::year(inside).is_none()
        });
    }
    if let Some(digits) = text.strip_prefix(MINUS).filter(|rest| rest.starts_with(' ')) {
        return Some(digits.trim_start()).filter(|digits| !digits.is_empty() && is_bare(digits));
    }
    let digits = text.strip_suffix(MINUS)?.trim_end();
    let ends_in_digit = digits.ends_with(|c: char| c.is_ascii_digit() || c == '%');
    Some(digits).filter(|digits| ends_in_digit && is_bare(digits) && dates::year(digits).is_none())
}

/// Whether a text is words without a digit, as most labels are: but for those that `words`
/// knows, only one after a comparator could be a value.
fn is_just_words(pack: &Pack, text: &str, reading: &mut RawCell) -> bool {
    text.starts_with(char::is_alphabetic)
        && !text.bytes().any(|byte| byte.is_ascii_digit())
        && !text.ends_with(')')
        && compare::about(pack, text).is_none()
        && compare::take_comparator(pack, text, reading).0.is_none()
}

/// Whether a text is just digits with their signs, as in most cells: then it is none of what is
/// written with words, a comparator or a dash.
pub(super) fn is_bare(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b',' | b'.' | b'%'))
}

/// Strips a word or sign of ASCII letters off the front, in either case.
fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    // Nearly all texts differ from a word in its first letter.
    let first = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    if first(text) != first(word) {
        return None;
    }
    let (head, rest) = text.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
}

/// The same for each of some words that begin with one of some bytes, until one of them is found.
fn strip_one<'t>(
    text: &'t str,
    starts: &FirstBytes,
    words: impl Iterator<Item = &'static &'static str>,
) -> Option<&'t str> {
    if !starts.may_begin(text) {
        return None;
    }
    let mut words = words;
    words.find_map(|word| strip_word(text, word))
}

/// What a text that can't be read looks like.
fn misread(pack: &Pack, text: &str) -> Interpretation {
    let begins_as_number =
        text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_numeric);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if begins_as_number && is_run_together(text) {
        return Interpretation::RunTogether;
    }
    match (begins_as_number, letters) {
        (_, 0) if !text.contains(|c: char| c.is_numeric()) => Interpretation::Signs,
        (_, 0) if is_date(text) => Interpretation::Date,
        (_, 0) if is_clock(text) => Interpretation::Clock,
        (_, 0) if holds_several(pack, text) => Interpretation::Several,
        (_, 0) => Interpretation::Misprint,
        (true, _) => Interpretation::NumberWithWords,
        (false, _) => Interpretation::Words,
    }
}

/// Whether it is a day, a month or some years: `1-1-2018`, `2018/2019`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', '–']).map(str::trim).take(4).collect();
    let is_number = |part: &&str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    (2..=3).contains(&parts.len())
        && parts.iter().all(is_number)
        && parts.last().is_some_and(|last| dates::year(last).is_some())
}

/// Whether it is a time, or one number to another: `3:45`.
fn is_clock(text: &str) -> bool {
    let mut parts = text.split(':');
    let is_part = |part: Option<&str>| {
        part.is_some_and(|part| {
            !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    text.contains(':')
        && is_part(parts.next())
        && is_part(parts.next())
        && parts.next().is_none_or(|part| is_part(Some(part)))
}

/// Whether several numbers stand in it, each by itself: `12 / 14`, `85 (12)`.
fn holds_several(pack: &Pack, text: &str) -> bool {
    let parts = text.split([' ', '/', '(', ')', ';', '|']).filter(|part| !part.is_empty());
    let mut count = 0;
    for part in parts {
        let mut reading = RawCell::new(Interpretation::Words);
        if quantity::read(pack, part, &mut reading).is_none() {
            return false;
        }
        count += 1;
    }
    count > 1 && text.contains(['/', '(', ';', '|'])
}

/// Whether the cells of a row stand in it without a space between them, as where text was lost:
/// `2,82,9>12,9Naris`.
fn is_run_together(text: &str) -> bool {
    let after = |sign: &[char]| {
        text.char_indices().skip(1).any(|(at, c)| {
            sign.contains(&c)
                && text.get(..at).is_some_and(|before| {
                    before.ends_with(|c: char| c.is_ascii_digit() || c == '%')
                })
        })
    };
    !text.contains(' ') && after(&['<', '>', '≤', '≥', '€', '$', '£'])
        || (!text.contains(' ')
            && text.matches(',').count() > 1
            && text.contains(char::is_alphabetic))
}
