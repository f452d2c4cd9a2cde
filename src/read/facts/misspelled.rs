//! Words of headers that are misspelled by one letter, as the words that they are near.

use super::{Facts, is_amendment, words};
use crate::read::vocabulary::Vocabulary;
use crate::words::fold_word;

/// The known word that a printed one is misspelled from. `None` if it is known itself, by its stem or as a word for a change of a budget too.
pub(in crate::read) fn well_spelled<'v>(vocabulary: &'v Vocabulary, word: &str) -> Option<&'v str> {
    let folded = fold_word(word)?;
    let near = vocabulary.pack().near_header(&folded)?;
    let is_known = !vocabulary.has_pack_headers()
        || words::phrase(vocabulary, &folded).is_some()
        || vocabulary.pack().header_stem(&folded).is_some()
        || is_amendment(vocabulary, word);
    (!is_known).then_some(near)
}

impl Facts {
    /// What a header states with its misspelled words as the known ones. `None` if it has none, or says nothing of its figures then.
    pub(in crate::read) fn of_misspelled(vocabulary: &Vocabulary, header: &str) -> Option<Self> {
        /// A header has few words.
        const MAX_LEN: usize = 80;
        let near = |word: &str| well_spelled(vocabulary, word);
        if header.len() > MAX_LEN || !header.split_whitespace().any(|word| near(word).is_some()) {
            return None;
        }
        let words: Vec<&str> =
            header.split_whitespace().map(|word| near(word).unwrap_or(word)).collect();
        let facts = Facts::of(vocabulary, &words.join(" "));
        let is_of_figures = facts.rest == 0 && (facts.role.is_some() || facts.flow.is_some());
        is_of_figures.then_some(Facts { is_misspelled: true, ..facts })
    }
}
