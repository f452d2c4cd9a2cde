//! Headers, parted into the phrases that are known.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::Pack;
use super::header_word::HeaderWord;
use super::map::Fnv;
use super::tables::Tables;

/// How many words the longest phrase of a header has, and how long it is without spaces.
const MAX_WORDS: usize = 8;
pub(super) const MAX_PHRASE_LEN: usize = 64;

/// A run of words in a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct HeaderPart<'t> {
    /// The words as they are folded, with spaces.
    pub(in crate::read) text: &'t str,
    pub(in crate::read) meaning: HeaderMeaning,
}

/// What a run of words in a header is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum HeaderMeaning {
    Word(HeaderWord),
    /// A word that stands between others: *van*, *per ultimo*.
    Link,
    /// *Totaal*.
    Total,
    Unknown,
}

/// The phrases of headers, without spaces.
pub(super) type HeaderMap = HashMap<Box<str>, HeaderWord, BuildHasherDefault<Fnv>>;

/// The phrases of all languages, in which the first has the say.
pub(super) fn index(languages: &[&'static Tables]) -> HeaderMap {
    let key = |phrase: &str| phrase.split(' ').collect::<String>().into_boxed_str();
    let mut index = HeaderMap::default();
    for tables in languages.iter().rev() {
        index.extend(tables.headers.phrases.iter().map(|(phrase, word)| (key(phrase), *word)));
    }
    index
}

#[allow(dead_code, reason = "the reader of tables that parts headers is being rebuilt")]
impl Pack {
    /// What a phrase of a header means that is folded without spaces.
    pub(in crate::read) fn header(&self, folded: &str) -> Option<HeaderWord> {
        self.headers.get(folded).copied()
    }

    /// What a word means by how it begins, where it is in no phrase.
    pub(in crate::read) fn header_stem(&self, folded: &str) -> Option<HeaderWord> {
        let stems = self.each(|tables| tables.headers.stems);
        stems.filter(|(stem, _)| folded.starts_with(stem)).map(|(_, word)| *word).next()
    }

    /// Whether a word may stand between those of a header and states nothing.
    pub(in crate::read) fn is_header_link(&self, word: &str) -> bool {
        self.header_links.contains(word)
    }

    /// Whether a word says that a row adds others up.
    pub(in crate::read) fn is_total(&self, word: &str) -> bool {
        self.totals.contains(word)
    }

    /// The parts of a header that is folded with spaces and has no period in it any more, from left to
    /// right: each the longest known phrase from there on, or else one word. Nothing is allocated.
    ///
    /// *begroting na wijziging lasten* are the amended budget and the expenses.
    pub(in crate::read) fn header_parts<'t>(
        &self,
        folded: &'t str,
    ) -> impl Iterator<Item = HeaderPart<'t>> {
        let mut rest = folded;
        std::iter::from_fn(move || {
            rest = rest.trim_start();
            if rest.is_empty() {
                return None;
            }
            let (text, meaning) = self.first_part(rest);
            rest = rest.get(text.len()..).unwrap_or_default();
            Some(HeaderPart { text, meaning })
        })
    }

    fn first_part<'t>(&self, rest: &'t str) -> (&'t str, HeaderMeaning) {
        let mut joined = [0_u8; MAX_PHRASE_LEN];
        let mut len = 0;
        let mut at = 0;
        let mut found = None;
        let first = rest.split(' ').next().unwrap_or(rest);
        for word in rest.split(' ').take(MAX_WORDS) {
            let Some(slot) = joined.get_mut(len..len + word.len()) else { break };
            slot.copy_from_slice(word.as_bytes());
            len += word.len();
            at += word.len();
            // What was copied is whole words.
            let phrase = joined.get(..len).and_then(|bytes| str::from_utf8(bytes).ok());
            if let Some(meaning) = phrase.and_then(|phrase| self.header(phrase)) {
                found = Some((at, meaning));
            }
            at += 1;
        }
        // *Jaar* alone is the column of years, and between others it leads to one.
        if let Some((at, meaning)) = found
            && (at > first.len() || at == rest.len() || !self.is_header_link(first))
        {
            return (rest.get(..at).unwrap_or(rest), HeaderMeaning::Word(meaning));
        }
        let meaning = if self.is_header_link(first) {
            HeaderMeaning::Link
        } else if self.is_total(first) {
            HeaderMeaning::Total
        } else {
            HeaderMeaning::Unknown
        };
        (first, meaning)
    }
}
