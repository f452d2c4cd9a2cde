//! The words of a header, parted where a narrow column or a copy joined them, and folded once.

use std::borrow::Cow;

use super::years::glued_year;
use crate::read::dates;
use crate::read::vocabulary::Vocabulary;
use crate::words::{fold_word, split_at_sign};

/// The most words of a header.
const MAX_WORDS: usize = 14;

/// The words of a header, each folded once: a phrase is compared without spaces, so that of some words is what
/// they fold to one after the other.
pub(super) struct HeaderWords<'t> {
    words: [&'t str; MAX_WORDS],
    len: usize,
    folded: String,
    /// Where each word ends in `folded`, and how many words before it are in no phrase.
    ends: [(usize, usize); MAX_WORDS],
}

impl<'t> HeaderWords<'t> {
    pub(super) fn new(bytes: usize) -> Self {
        HeaderWords {
            words: [""; MAX_WORDS],
            len: 0,
            folded: String::with_capacity(bytes),
            ends: [(0, 0); MAX_WORDS],
        }
    }

    pub(super) fn words(&self) -> &[&'t str] {
        self.words.get(..self.len).unwrap_or_default()
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// `None` if there is no room for it.
    pub(super) fn push(&mut self, word: &'t str) -> Option<()> {
        let slot = self.words.get_mut(self.len)?;
        let last = self.len.checked_sub(1).and_then(|last| self.ends.get(last));
        let (_, mut strange) = last.copied().unwrap_or_default();
        match fold_word(word) {
            Some(folded) => self.folded.push_str(&folded),
            None => strange += 1,
        }
        *slot = word;
        *self.ends.get_mut(self.len)? = (self.folded.len(), strange);
        self.len += 1;
        Some(())
    }

    /// Some words as a phrase of the vocabulary; `None` if one of them is in none, or they are too long.
    pub(super) fn folded(&self, at: usize, length: usize) -> Option<&str> {
        const MAX_LEN: usize = 32;
        let end = |at: usize| self.ends.get(..self.len)?.get(at).copied();
        let (from, strange) = at.checked_sub(1).map_or(Some((0, 0)), end)?;
        let (to, strange_to) = end(at + length - 1)?;
        (strange == strange_to && to - from <= MAX_LEN).then(|| self.folded.get(from..to))?
    }
}

/// Passes the words of a header to `take`, until it has no room for more: those that a slash or a point parts as well.
pub(super) fn parts_of<'t>(
    vocabulary: &Vocabulary,
    core: &'t str,
    mut take: impl FnMut(&'t str) -> Option<()>,
) -> Option<()> {
    const MIN: usize = 3;
    let is_break = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | ';' | '+');
    // *incl.wijz.* is two words, and *n.v.t.* is one.
    let is_word = |part: &str| part.len() >= MIN && part.chars().all(char::is_alphabetic);
    let mut take_words = |word: &'t str| {
        if word.is_empty() {
            return Some(());
        }
        // *Real.2020* and *Begroting2021* lost the space between both.
        if let Some((one, year)) = glued_year(vocabulary, word) {
            take(one)?;
            return take(year);
        }
        let parts = split_at_sign(word, b'.');
        match parts.filter(|(one, rest)| is_word(one) && is_word(rest.trim_end_matches('.'))) {
            Some((one, rest)) => {
                take(one)?;
                take(rest)
            }
            None => take(word),
        }
    };
    for word in core.split(is_break) {
        // `2017/18` is one word, and *Rek./Begr.* are two.
        let Some((one, other)) = split_at_sign(word, b'/') else {
            take_words(word)?;
            continue;
        };
        // *t/m*, and the day `31/12`.
        let is_short = one.len() == 1 && other.len() == 1;
        let pack = vocabulary.pack();
        let is_day = dates::day_of_year(pack, word).is_some();
        if is_short || is_day || dates::period(pack, word).is_some() {
            take_words(word)?;
        } else {
            word.split('/').try_for_each(&mut take_words)?;
        }
    }
    Some(())
}

/// Some words as one text, where it can be that of a period: those begin or end with a digit.
pub(super) fn may_be_period<'t>(words: &[&'t str]) -> Option<Cow<'t, str>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let may_be = words.first()?.starts_with(is_digit) || words.last()?.ends_with(is_digit);
    may_be.then(|| match words {
        [one] => Cow::Borrowed(*one),
        more => Cow::Owned(more.join(" ")),
    })
}
