//! Which entry of a list a text names, and which it may mean.

use rapidfuzz::distance::osa;

use super::data::Entry;
use crate::words::{fold, folds_to_letters};

/// No description of a list is longer; a longer text is no misprint of one.
const MAX_LENGTH: usize = 200;

/// The entry that a text names by its code, its description or both.
pub(super) fn find(list: &[Entry], text: &str) -> Option<Entry> {
    let text = text.trim();
    if let Some(entry) = list.iter().find(|entry| entry.code == text) {
        return Some(*entry);
    }
    let is_both = |entry: &&Entry| {
        let rest = text.strip_prefix(entry.code);
        rest.is_some_and(|rest| {
            rest.starts_with(char::is_whitespace) && Wanted::new(rest).is(entry.name)
        })
    };
    if let Some(entry) = list.iter().find(is_both) {
        return Some(*entry);
    }
    let wanted = Wanted::new(text);
    let mut named = list.iter().filter(|entry| wanted.is(entry.name));
    let first = named.next()?;
    named.next().is_none().then_some(*first)
}

/// A text as descriptions are compared with it.
pub(super) struct Wanted<'t> {
    text: &'t str,
    folded: String,
}

impl<'t> Wanted<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Wanted { text, folded: fold(text, false) }
    }

    /// Whether it is a description, but for case, accents, spaces and punctuation. A text without
    /// letters and digits is none.
    pub(super) fn is(&self, name: &str) -> bool {
        !self.folded.is_empty()
            && folds_to_letters(name, &self.folded)
            && signs(name).eq(signs(self.text))
    }
}

/// What descriptions that are taken for the same have in common.
pub(super) fn key(name: &str) -> String {
    let mut key = fold(name, false);
    key.extend(signs(name));
    key
}

/// The signs of a text that change what it says: those of comparisons, and of ages (*18+* and *18-* are
/// two groups of people).
fn signs(text: &str) -> impl Iterator<Item = char> {
    let mut before = None;
    let mut characters = text.chars().peekable();
    std::iter::from_fn(move || {
        loop {
            let sign = characters.next()?;
            let last = before.replace(sign);
            let is_after_digit = last.is_some_and(|last: char| last.is_ascii_digit());
            let ends = characters.peek().is_none_or(|next| !next.is_alphanumeric());
            match sign {
                '+' | '<' | '>' | '≤' | '≥' => return Some(sign),
                '-' | '–' | '−' if is_after_digit && ends => return Some('-'),
                _ => {}
            }
        }
    })
}

/// The entries that a text may mean, the likeliest first.
pub(super) fn near(list: &[Entry], text: &str) -> Vec<Entry> {
    ranked(list, text).into_iter().map(|(_, entry)| entry).collect()
}

/// The entries that a text may mean, each with its distance, the nearest first.
pub(super) fn ranked(list: &[Entry], text: &str) -> Vec<(usize, Entry)> {
    let text = text.trim();
    if text.is_empty() || text.len() > MAX_LENGTH {
        return Vec::new();
    }
    let (code, words) = match text.split_once(char::is_whitespace) {
        Some((first, rest)) if is_code(first) => (first, rest),
        None if is_code(text) => (text, ""),
        _ => ("", text),
    };
    let meant = Text::new(words);
    let mut near: Vec<(usize, Entry)> = Vec::new();
    for entry in list {
        // What is named exactly comes first, then codes in another form, then words.
        let by_code = match () {
            () if code.is_empty() => None,
            () if entry.code == code => Some(0),
            () => is_alike(entry.code, code).then_some(1),
        };
        let by_words = meant.distance(&Text::new(entry.name));
        let rank = match (by_code, by_words) {
            (Some(code), Some(words)) => Some(code + words),
            (Some(code), None) => Some(code + if words.is_empty() { 0 } else { 10 }),
            (None, Some(words)) => Some(words + if code.is_empty() { 0 } else { 2 }),
            (None, None) => None,
        };
        near.extend(rank.map(|rank| (rank, *entry)));
    }
    near.sort_by_key(|(rank, _)| *rank);
    near
}

/// Whether a word has the form of a code: it has a digit, and letters and points beside it.
fn is_code(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

/// Whether two codes are the same but for case, points at the end, zeros before their parts, and
/// a zero at the end, which a spreadsheet loses.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    let parts = |code: &str| -> Vec<String> {
        let code = code.to_ascii_lowercase();
        let parts = code.trim_matches('.').split(['.', '_', '-']);
        let parts = parts.map(|part| match part.trim_start_matches('0') {
            "" => "0".to_owned(),
            part => part.to_owned(),
        });
        parts.collect()
    };
    let (one, other) = (parts(one), parts(other));
    let (Some((last, front)), Some((other_last, other_front))) =
        (one.split_last(), other.split_last())
    else {
        return false;
    };
    // The zero of `0.10` is lost where it is taken for a number, and that of a lone part isn't.
    let is_same = |a: &str, b: &str| {
        a == b || !front.is_empty() && a.strip_suffix('0').is_some_and(|a| a == b)
    };
    front == other_front && (is_same(last, other_last) || is_same(other_last, last))
}

/// Names in the form in which misprints of them are looked for, each with what has it: made once
/// where many texts are held against them.
pub(crate) struct Names<T> {
    all: Vec<(Text, T)>,
}

impl<T: Copy> Names<T> {
    pub(super) fn new(names: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        Names { all: names.into_iter().map(|(name, of)| (Text::new(name), of)).collect() }
    }

    /// What a text may mean, each with its distance, in the order of the names.
    pub(super) fn near(&self, text: &str) -> Vec<(usize, T)> {
        self.by(text, Text::distance)
    }

    /// What a text is a misprint of, each with the letters that differ, in the order of the names.
    pub(super) fn misprints(&self, text: &str) -> Vec<(usize, T)> {
        self.by(text, Text::misprints)
    }

    fn by(&self, text: &str, far: fn(&Text, &Text) -> Option<usize>) -> Vec<(usize, T)> {
        if text.len() > MAX_LENGTH {
            return Vec::new();
        }
        let text = Text::new(text);
        self.all.iter().filter_map(|(name, of)| Some((far(&text, name)?, *of))).collect()
    }
}

/// A text in the form in which misprints are looked for.
struct Text {
    /// Its letters and digits, with a space between words.
    words: String,
    letters: Vec<char>,
    signs: Vec<char>,
}

impl Text {
    fn new(text: &str) -> Self {
        Text {
            words: fold(text, true),
            letters: fold(text, false).chars().collect(),
            signs: signs(text).collect(),
        }
    }

    /// How many letters differ, if they are few for their number; or how many are added, where all
    /// words of one stand in the other in some order and form, and are at least half of it. `None` if the
    /// two have nothing to do with each other.
    fn distance(&self, other: &Text) -> Option<usize> {
        let (shorter, longer) = self.by_length(other);
        let misprints = self.misprints(other);
        if misprints.is_some() || shorter.letters.len() < MIN_LETTERS {
            return misprints;
        }
        let added = longer.letters.len() - shorter.letters.len();
        if added > shorter.letters.len() {
            return None;
        }
        let is_in = |word: &str| longer.words.split(' ').any(|other| is_form(word, other));
        let is_within = shorter.words.split(' ').all(is_in);
        is_within.then_some(longer.max_misprints() + added)
    }

    fn misprints(&self, other: &Text) -> Option<usize> {
        let (shorter, longer) = self.by_length(other);
        if shorter.letters == longer.letters {
            let other_sign = usize::from(self.signs != other.signs);
            return (!shorter.letters.is_empty()).then_some(other_sign);
        }
        let is_long = shorter.letters.len() >= MIN_LETTERS;
        edits(&shorter.letters, &longer.letters, longer.max_misprints()).filter(|_| is_long)
    }

    fn by_length<'t>(&'t self, other: &'t Text) -> (&'t Text, &'t Text) {
        if self.letters.len() <= other.letters.len() { (self, other) } else { (other, self) }
    }

    fn max_misprints(&self) -> usize {
        (self.letters.len() / LETTERS_A_MISPRINT).max(1)
    }
}

/// Whether two folded words are the same but for an ending: *gecorrigeerd*, *gecorrigeerde*.
fn is_form(one: &str, other: &str) -> bool {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let ending = longer.strip_prefix(shorter);
    ending.is_some_and(|ending| {
        ending.is_empty() || ending.len() <= 2 && shorter.len() >= LETTERS_A_MISPRINT
    })
}

/// One letter in eight: *basisonderwjis*, *uitkering* for *uitkeringen*.
const LETTERS_A_MISPRINT: usize = 8;

/// In shorter words one letter makes another word too often (*Grond*, *Rond*).
const MIN_LETTERS: usize = 5;

/// How many letters must be changed, added, dropped or swapped with the next to make one text of
/// another; `None` if more than a limit.
fn edits(one: &[char], other: &[char], limit: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let within = osa::Args::default().score_cutoff(limit);
    osa::distance_with_args(one.iter().copied(), other.iter().copied(), &within)
}
