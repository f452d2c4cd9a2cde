//! Words and signs that are a value by themselves.

use super::strip_one;
use crate::leaves::value::{Change, Missing, Value};
use crate::read::dates;
use crate::read::language::Pack;
use crate::read::raw_cell::RawCell;
use crate::read::vocabulary::Vocabulary;
use crate::words::{fold_word, has_digit, is_verdict};

/// Whether a cell is just the dash that stands for a missing figure.
pub(super) fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "–" | "—")
}

/// Whether a cell is just a sign by which statistical offices say that there is no figure, or that it
/// isn't published: `.` and `#`. A lone star is one as well, but is taken for a mark first.
pub(super) fn is_withheld(text: &str) -> bool {
    matches!(text, "." | "#")
}

/// Whether a cell says that it is as the one above or next to it.
fn is_ditto(pack: &Pack, text: &str, folded: Option<&str>) -> bool {
    matches!(text, "\"" | "''" | "”" | "“" | "„" | "〃" | ",,")
        || folded.is_some_and(|word| pack.has(word, |tables| tables.cells.dittos))
}

/// An arrow by itself says as much as *toename*.
fn arrow(text: &str) -> Option<Change> {
    match text {
        "↑" | "▲" | "⬆" => Some(Change::Increase),
        "↓" | "▼" | "⬇" => Some(Change::Decrease),
        _ => None,
    }
}

/// Reads words that are a value by themselves.
pub(super) fn read(words: &Vocabulary, text: &str, reading: &mut RawCell) -> Option<Value> {
    const MAX_LEN: usize = 40;
    // A longer one is a sentence that happens to begin so, and a sign may change what words say.
    let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '\'' | '’' | '-');
    let pack = words.pack();
    let folded = fold_word(text);
    if is_ditto(pack, text, folded.as_deref()) {
        reading.extras().remark = Some(text.to_owned());
        return Some(Missing::Elsewhere.into());
    }
    if let Some(change) = arrow(text) {
        return Some(Value::Change(change));
    }
    // *-PM*: an amount that isn't known, and is to be subtracted.
    let unsigned = text.trim_start_matches(['-', '−', '–', '+', '/']).trim_start();
    if unsigned.len() < text.len()
        && unsigned.len() <= MAX_LEN
        && let Some(missing) = fold_word(unsigned).and_then(|word| words.missing(&word))
    {
        return (missing == Missing::NotYetKnown && unsigned.starts_with(char::is_alphabetic))
            .then(|| missing.into());
    }
    if text.len() > MAX_LEN
        || !text.starts_with(char::is_alphanumeric)
        || !(text.chars().all(is_of_word) || text.eq_ignore_ascii_case("n/a"))
    {
        return None;
    }
    let is_pointer = !text.ends_with('.')
        && strip_one(text, &pack.starts().pointers, pack.each(|tables| tables.cells.pointers))
            .is_some();
    if is_pointer {
        reading.extras().remark = Some(text.to_owned());
        return Some(Missing::Elsewhere.into());
    }
    let folded = folded?;
    if let Some(missing) = words.missing(&folded) {
        return Some(missing.into());
    }
    if let Some(missing) = missing_at(words, text) {
        reading.extras().remark = Some(text.to_owned());
        return Some(missing.into());
    }
    pack.change(&folded)
        .map(Value::Change)
        .or_else(|| pack.flag(&folded).map(Value::Flag))
        .or_else(|| is_verdict(&folded).then(|| Value::Text(text.to_owned())))
}

/// Words for a figure that isn't there, and since when or at what time: *New measure in FY 2018*, *niet gemeten in 2019*.
fn missing_at(words: &Vocabulary, text: &str) -> Option<Missing> {
    /// Shorter words mean something else as well.
    const MIN: usize = 4;
    if !has_digit(text) {
        return None;
    }
    let pack = words.pack();
    let is_time = |tail: &str| {
        let after_link = || {
            let (link, time) = tail.split_once(' ')?;
            pack.has(&fold_word(link)?, |tables| tables.cells.links).then_some(time)
        };
        dates::period(pack, after_link().unwrap_or(tail)).is_some()
    };
    text.match_indices(' ').find_map(|(at, _)| {
        let (front, tail) = (text.get(..at)?, text.get(at + 1..)?);
        // *Na 2018* is a time.
        let front = fold_word(front).filter(|front| front.len() >= MIN)?;
        let missing = words.missing(&front)?;
        is_time(tail.trim()).then_some(missing)
    })
}
