//! By what the numbers of a label are counted: *per 1.000 inwoners*, *per jaar*.

use std::borrow::Cow;

use super::MAX_TRIED;
use crate::leaves::unit::Unit;
use crate::read::language::Pack;
use crate::words::{Within, fold, fold_word};

/// By how many of what the numbers of a label are counted: *Lasten per inwoner*.
pub(in crate::read) fn per(pack: &Pack, label: &str) -> Option<(u32, &'static str)> {
    match rate_in(pack, label) {
        Rate::Of(per) => Some(per),
        Rate::Unknown | Rate::None => None,
    }
}

/// What a label that measures or counts is per, wherever that stands: *Aantal inbraken per 1.000
/// inwoners in 2017*.
pub(super) enum Rate {
    Of((u32, &'static str)),
    /// Per something that isn't known: *per klas*.
    Unknown,
    None,
}

pub(super) fn rate_in(pack: &Pack, label: &str) -> Rate {
    const TIMES: &[&str] = &["day", "week", "month", "quarter", "year"];
    let mut found = Rate::None;
    let within = Within::new(label);
    for sign in pack.each(|tables| tables.labels.rate_signs) {
        if !within.has(sign) {
            continue;
        }
        for after in label.split(*sign).skip(1).take(MAX_TRIED) {
            let is_percent = |(_, cent): &(&str, &str)| after.starts_with(cent);
            if pack.each(|tables| tables.labels.percent_pairs).any(is_percent) {
                continue;
            }
            match base(pack, after) {
                // *Per bewoner per jaar* is of the residents: the year is that of the figure.
                Some((per, _)) if !TIMES.contains(&per.1) => return Rate::Of(per),
                Some((per, _)) if matches!(found, Rate::None) => found = Rate::Of(per),
                Some(_) => {}
                // *Per 1 januari* and *per 2017* say when.
                None if after.starts_with(|c: char| c.is_ascii_digit()) => {}
                None => found = Rate::Unknown,
            }
        }
    }
    found
}

/// What a rate is counted by, at the front of what comes after *per*: `1.000 inwoners`, `jaar`;
/// with what comes after it.
pub(super) fn base<'t>(pack: &Pack, text: &'t str) -> Option<((u32, &'static str), &'t str)> {
    let sign = pack.numbers().groups();
    let is_digit = |c: char| c.is_ascii_digit() || c == sign;
    let rest = text.trim_start_matches(is_digit);
    let digits = text.strip_suffix(rest)?;
    let count = if digits.is_empty() {
        1
    } else {
        let is_grouped = digits.split(sign).skip(1).all(|group| group.len() == 3);
        let mut digits = digits.chars().filter_map(|c| c.to_digit(10)).peekable();
        digits.peek()?;
        let count =
            digits.try_fold(0_u32, |count, digit| count.checked_mul(10)?.checked_add(digit));
        count.filter(|_| is_grouped)?
    };
    let rest = rest.trim_start();
    let (word, left) = rest.split_at(rest.find([' ', ',', ';', ')', '(']).unwrap_or(rest.len()));
    // Few words have a sign that is raised.
    let word = if word.is_ascii() {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.replace('²', "2").replace('³', "3"))
    };
    let of = pack.counted_by(&fold_word(&word)?)?;
    Some(((count, of), left))
}

/// The rate that the end of a text doesn't say the base of: *per 100.000*. It is a unit of its own.
pub(super) fn base_without_name(pack: &Pack, text: &str) -> Option<Unit> {
    let sign = pack.numbers().groups();
    if !text.chars().all(|c| c.is_ascii_digit() || c == sign) {
        return None;
    }
    let digits: String = text.chars().filter(|c| *c != sign).collect();
    matches!(&*digits, "100" | "1000" | "10000" | "100000" | "1000000")
        .then(|| Unit::new(format!("per {digits}")).ok())
        .flatten()
}

/// Whether what comes after *per 1.000 inwoners* says which ones: *van 12-18 jaar*, *18 jaar en
/// ouder*.
pub(super) fn is_about_people(pack: &Pack, text: &str) -> bool {
    let mut begins = pack.each(|tables| tables.labels.people);
    text.starts_with(|c: char| c.is_ascii_digit()) || begins.any(|words| text.starts_with(words))
}

/// Whether a label is of something that is measured, so that *per 1.000 inwoners* after it doesn't
/// mean a number of people or things.
pub(super) fn measures(pack: &Pack, label: &str) -> bool {
    let folded = fold(label, true);
    let within = Within::new(&folded);
    pack.each(|tables| tables.labels.measured_stems).any(|stem| within.has(stem))
}

/// Whether the label is of so many per something that is not a stretch of time.
pub(super) fn is_rate(pack: &Pack, folded: &str) -> bool {
    let is_per = |word: &str| pack.has(word, |tables| tables.labels.per);
    let is_time = |word: &str| pack.has(word, |tables| tables.labels.times);
    let mut words = folded.split(' ');
    words.by_ref().any(is_per) && !words.next().is_some_and(is_time)
}
