//! What stands around a number and makes another value of it: comparators, ranges, ranks,
//! and the words for a number that is not exact.

use super::{change, quantity, strip_one, strip_word};
use crate::findings::argument::Doubt;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::Status;
use crate::leaves::unit::Unit;
use crate::leaves::value::{Comparison, Reference, Value};
use crate::read::dates::year;
use crate::read::language::{Pack, Relation};
use crate::read::number::{MINUS, Written};
use crate::read::raw_cell::{Grouped, Interpretation, RawCell};
use crate::words::{Within, fold_word, split_at_words};

/// Reads a text without marks and parentheses, which is more than words.
pub(super) fn read(pack: &Pack, text: &str, reading: &mut RawCell) -> Option<Interpretation> {
    // Signs around a number are no words.
    let has_words = text.bytes().any(|byte| byte.is_ascii_alphabetic());
    let text = if has_words {
        if let Some(interpretation) =
            read_rank(pack, text, reading).or_else(|| change::read(pack, text, reading))
        {
            return Some(interpretation);
        }
        take_deadline(pack, text, reading)
    } else {
        text
    };
    let exact = text;
    let text = take_about(pack, text, reading);
    let named = text.strip_prefix('=').map_or(text, str::trim_start);
    if named.len() < exact.len() && year(named).is_some() {
        // `rond 2020` and `= 2016` may be about the year.
        return Some(Interpretation::Date);
    }
    let (comparison, quantity) = take_comparator(pack, text, reading);
    let (comparison, quantity) = match comparison {
        None if has_words => take_comparator_after(pack, quantity),
        comparison => (comparison, quantity),
    };
    match comparison {
        Some(comparison) => read_compared(pack, comparison, quantity, reading),
        None => read_range(pack, quantity, reading).or_else(|| {
            let quantity = quantity.strip_prefix('=').map_or(quantity, str::trim_start);
            read_signed(pack, quantity, reading).or_else(|| {
                let written = quantity::read(pack, quantity, reading)?;
                Some(Interpretation::of(written, Value::Exact))
            })
        }),
    }
}

/// A number with a plus in front: how much more it is, or just what it is.
fn read_signed(pack: &Pack, text: &str, reading: &mut RawCell) -> Option<Interpretation> {
    let text = text.strip_prefix('+')?;
    match Interpretation::of(quantity::read(pack, text, reading)?, Value::Exact) {
        Interpretation::Sure(value) => Some(Interpretation::Signed(value)),
        _ => None,
    }
}

/// A place in a ranking: `Top 5`, `3e`, `plaats 12`.
fn read_rank(pack: &Pack, text: &str, reading: &mut RawCell) -> Option<Interpretation> {
    let plain = |text: &str| match Written::read(pack.numbers(), text.trim())? {
        Written::Plain(rank) if rank.places() == 0 && !rank.is_negative() => Some(rank),
        _ => None,
    };
    let starts = pack.starts();
    let top = strip_one(text, &starts.rank_top, pack.each(|tables| tables.cells.rank_top));
    let value = if let Some(rank) = top.and_then(plain) {
        Value::AtMost(rank)
    } else {
        let words = pack.each(|tables| tables.cells.rank_before);
        let after = strip_one(text, &starts.rank_before, words);
        let rank = after.and_then(plain).or_else(|| {
            let mut places = pack.each(|tables| tables.cells.rank_after);
            let text = places.find_map(|word| text.strip_suffix(word)).unwrap_or(text);
            let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let ending = text.strip_prefix(digits)?;
            let is_ordinal =
                pack.has(ending, |tables| tables.cells.ordinals) && !digits.ends_with(' ');
            is_ordinal.then(|| plain(digits)).flatten()
        });
        Value::Exact(rank?)
    };
    reading.unit = Some(Unit::RANK);
    Some(Interpretation::Sure(value))
}

/// Takes the year off the end by which a number is to be reached: `100% in 2027`.
fn take_deadline<'t>(pack: &Pack, text: &'t str, reading: &mut RawCell) -> &'t str {
    // What comes after such a word is a year, so it ends the text as one.
    if !text.ends_with(|c: char| c.is_ascii_digit()) {
        return text;
    }
    let Some((before, last)) = text.rsplit_once(' ') else { return text };
    let Some(year) = year(last) else { return text };
    // The longest of those that it ends with.
    let words = pack.each(|tables| tables.cells.deadlines);
    let found = words.filter_map(|word| before.strip_suffix(word)).min_by_key(|rest| rest.len());
    // `hoger dan in 2016` compares with that year.
    let is_than =
        |text: &str| pack.each(|tables| tables.cells.than).any(|word| text.ends_with(word.trim()));
    if let Some(before) = found.filter(|before| !is_than(before)) {
        reading.dated = Period::year(year).ok();
        return before.trim_end();
    }
    text
}

/// Takes the word off the front that says that a number is not exact: `circa 5`, `±5`.
fn take_about<'t>(pack: &Pack, text: &'t str, reading: &mut RawCell) -> &'t str {
    let rest = about(pack, text);
    if rest.is_some() {
        reading.extras().status.insert(Status::Approximate);
    }
    rest.map_or(text, str::trim_start)
}

/// What comes after the word that says that a number is not exact.
pub(super) fn about<'t>(pack: &Pack, text: &'t str) -> Option<&'t str> {
    const SIGNS: &[&str] = &["±", "+/-", "~", "≈"];
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let words = pack.each(|tables| tables.cells.about);
    // Signs that aren't ASCII share their first bytes with others.
    let may_be_sign = text.starts_with(['+', '~']) || !text.is_char_boundary(1);
    let sign =
        || if may_be_sign { SIGNS.iter().find_map(|sign| text.strip_prefix(sign)) } else { None };
    strip_one(text, &pack.starts().about, words).or_else(sign)
}

/// Signs before a number, longest first where one begins with another.
const COMPARATORS: &[(&str, Comparison)] = &[
    (">=", Comparison::AtLeast),
    ("> =", Comparison::AtLeast),
    ("=>", Comparison::AtLeast),
    ("≥", Comparison::AtLeast),
    ("⩾", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("< =", Comparison::AtMost),
    ("=<", Comparison::AtMost),
    ("≤", Comparison::AtMost),
    ("⩽", Comparison::AtMost),
    (">", Comparison::MoreThan),
    ("<", Comparison::LessThan),
];

/// Takes a comparator off the front: a sign, or words with what may come after them.
pub(super) fn take_comparator<'t>(
    pack: &Pack,
    text: &'t str,
    reading: &mut RawCell,
) -> (Option<Comparison>, &'t str) {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return (None, text);
    }
    let without_article = |rest: &'t str| {
        let articles = pack.each(|tables| tables.cells.articles);
        strip_one(rest, &pack.starts().articles, articles).unwrap_or(rest).trim_start()
    };
    if text.starts_with(|c: char| matches!(c, '<' | '=' | '>') || !c.is_ascii()) {
        for &(sign, comparison) in COMPARATORS {
            if let Some(rest) = text.strip_prefix(sign) {
                return (Some(comparison), without_article(rest.trim_start()));
            }
        }
    }
    if !pack.starts().comparators.may_begin(text) {
        return (None, text);
    }
    for comparator in pack.each(|tables| tables.cells.comparators) {
        if let Some(rest) = strip_word(text, comparator.words) {
            reading.likely = comparator.doubt;
            if comparator.is_of_time && year(rest.trim()).is_some() {
                // `vanaf 2018` says since when.
                return (None, text);
            }
            return (Some(comparator.comparison), without_article(rest.trim_start()));
        }
    }
    (None, text)
}

/// Takes a comparator off the end: `80% of meer`.
fn take_comparator_after<'t>(pack: &Pack, text: &'t str) -> (Option<Comparison>, &'t str) {
    let mut known = pack.each(|tables| tables.cells.comparators_after);
    let found = known.find_map(|&(words, comparison)| {
        let at = text.len().checked_sub(words.len())?;
        let (before, end) = text.split_at_checked(at)?;
        end.eq_ignore_ascii_case(words).then_some((Some(comparison), before.trim_end()))
    });
    found.unwrap_or((None, text))
}

/// What comes after a comparator.
fn read_compared(
    pack: &Pack,
    comparison: Comparison,
    quantity: &str,
    reading: &mut RawCell,
) -> Option<Interpretation> {
    if let Some(year) = year(quantity) {
        return Some(Interpretation::Year { comparison, year });
    }
    let relative = |to| Interpretation::Sure(Value::Relative { comparison, to });
    if quantity.starts_with(|c: char| c.is_alphabetic() || c == '0') {
        let leads = pack.each(|tables| tables.cells.in_year);
        let in_year = strip_one(quantity, &pack.starts().in_year, leads).and_then(year);
        if let Some(year) = in_year.and_then(|year| Period::year(year).ok()) {
            return Some(relative(Reference::Period(year)));
        }
        if let Some(relation) = fold_word(quantity).and_then(|words| pack.relation(&words)) {
            return Some(match relation {
                Relation::Baseline => relative(Reference::Baseline),
                Relation::Previous => relative(Reference::Previous),
                Relation::YearBefore => Interpretation::YearBefore(comparison),
                Relation::Benchmark => relative(Reference::Benchmark(quantity.to_owned())),
            });
        }
    }
    let written = quantity::read(pack, quantity, reading)?;
    if quantity.starts_with(MINUS) {
        reading.likely = Some(Doubt::ComparisonBelowZero);
    }
    Some(Interpretation::of(written, |number| compared(comparison, number)))
}

/// The value that compares with a number.
pub(in crate::read) fn compared(comparison: Comparison, number: Number) -> Value {
    match comparison {
        Comparison::MoreThan => Value::MoreThan(number),
        Comparison::AtLeast => Value::AtLeast(number),
        Comparison::LessThan => Value::LessThan(number),
        Comparison::AtMost => Value::AtMost(number),
    }
}

/// A range: `23-25`, `65 tot 70 %`, `tussen 240.000 en 260.000`, `10 à 15`.
fn read_range(pack: &Pack, text: &str, reading: &mut RawCell) -> Option<Interpretation> {
    let opens = pack.each(|tables| tables.cells.range_opens);
    let (low, high) = match strip_one(text, &pack.starts().range_opens, opens) {
        Some(rest) => {
            let articles = pack.each(|tables| tables.cells.articles);
            let rest = strip_one(rest, &pack.starts().articles, articles).unwrap_or(rest);
            let mut words = pack.each(|tables| tables.cells.range_and);
            words.find_map(|words| split_at_words(rest, words))?
        }
        None => {
            let within = Within::new(text);
            pack.each(|tables| tables.cells.range_to)
                .find_map(|words| within.split(words))
                .or_else(|| split_dash(text))?
        }
    };
    let (low, high) = (low.trim(), high.trim());
    if year(high).is_some() {
        // Two years are a period, `12-2016` is a month, and `100% tot 2020` says until when.
        return Some(Interpretation::Date);
    }
    let mut low_reading = RawCell::new(Interpretation::Words);
    let low = quantity::read(pack, low, &mut low_reading)?;
    let high = quantity::read(pack, high, reading)?;
    if let (Some(low), Some(high)) = (&low_reading.unit, &reading.unit)
        && low != high
    {
        return None;
    }
    if reading.scaled != low_reading.scaled {
        // `1,2 - 1,5 mln` may leave out the scale of the first, or not.
        return None;
    }
    reading.unit = reading.unit.take().or(low_reading.unit);
    if reading.unit == Some(Unit::HOUR) {
        reading.likely = Some(Doubt::HoursMayBeTimes);
    }
    // `50-50` is no range.
    let range = |low, high| Value::between(low, high).ok().filter(|_| low != high);
    Some(match (low, high) {
        (Written::Plain(low), Written::Plain(high)) => Interpretation::Sure(range(low, high)?),
        // `500-1.000`: the end that is in doubt is the one above the other.
        (Written::Plain(low), Written::Grouped { whole, decimal, .. }) => {
            match (range(low, whole), range(low, decimal)) {
                (Some(range), None) | (None, Some(range)) => Interpretation::Sure(range),
                _ => return None,
            }
        }
        (
            Written::Grouped { whole: low, decimal: low_decimal, point, safe },
            Written::Grouped { whole: high, decimal: high_decimal, point: same, safe: too },
        ) if point == same => Interpretation::Grouped(Box::new(Grouped {
            whole: range(low, high)?,
            decimal: range(low_decimal, high_decimal)?,
            point,
            safe: safe && too,
        })),
        (Written::Point(low), Written::Point(high) | Written::Plain(high))
        | (Written::Plain(low), Written::Point(high)) => Interpretation::Point(range(low, high)?),
        _ => return None,
    })
}

/// Splits at a dash that is not a sign.
fn split_dash(text: &str) -> Option<(&str, &str)> {
    let (at, dash) = text.char_indices().skip(1).find(|(_, c)| MINUS.contains(c))?;
    let (low, high) = (text.get(..at)?, text.get(at + dash.len_utf8()..)?);
    // `5 -3` may be two cells, the second of which is negative.
    let is_sign = low.ends_with(' ') && !high.starts_with(' ');
    (!is_sign).then_some((low, high))
}
