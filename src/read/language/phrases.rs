//! The phrases of headers, and what they mean.

use super::Pack;
use super::header_word::{AmendmentWord, HeaderWord};
use super::map::WordMap;
use super::tables::Tables;

/// The phrases of headers, without spaces.
pub(super) type HeaderMap = WordMap<HeaderWord, Box<str>>;

/// The phrases of all languages, in which the first has the say.
pub(super) fn index(languages: &[&'static Tables]) -> HeaderMap {
    let key = |phrase: &str| phrase.split(' ').collect::<String>().into_boxed_str();
    let mut index = HeaderMap::default();
    for tables in languages.iter().rev() {
        index.extend(tables.headers.phrases.iter().map(|(phrase, word)| (key(phrase), *word)));
    }
    index
}

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

    /// What a folded word is in a header that says that a budget is the one after changes.
    pub(in crate::read) fn amendment(&self, folded: &str) -> Option<AmendmentWord> {
        self.amendments.get(folded).copied()
    }

    /// Whether a word may stand between those of a header and states nothing.
    pub(in crate::read) fn is_header_link(&self, word: &str) -> bool {
        self.header_links.contains(word)
    }

    /// Whether a word says that a row adds others up.
    pub(in crate::read) fn is_total(&self, word: &str) -> bool {
        self.totals.contains(word)
    }
}
