//! Words of headers that are misspelled by one letter, where the headers around them show that they are headers.

use std::borrow::Cow;

use super::headers::Printed;
use crate::read::facts::{well_spelled, words};
use crate::read::language::HeaderWord;
use crate::read::vocabulary::Vocabulary;
use crate::words::fold_word;

/// The words of the same headers that are known to say what figures are, at least.
const MIN_KNOWN: usize = 2;

/// Puts the known word in the place of each misspelled one, and says which these are, by their place. The spots stay those of what is printed.
pub(super) fn mend(vocabulary: &Vocabulary, words: &mut [Printed<'_>]) -> Vec<usize> {
    let known = |word: &str| words::phrase(vocabulary, &fold_word(word)?);
    let is_of_figures =
        |word: HeaderWord| matches!(word, HeaderWord::Role(_) | HeaderWord::Flow(_));
    // To look for words that are known takes less than to look for those that are near.
    let count = words.iter().filter(|word| known(&word.text).is_some_and(is_of_figures)).count();
    if count < MIN_KNOWN {
        return Vec::new();
    }
    let found: Vec<(usize, &str)> = words
        .iter()
        .enumerate()
        .filter_map(|(at, word)| Some((at, well_spelled(vocabulary, &word.text)?)))
        .collect();
    for (at, near) in &found {
        if let Some(word) = words.get_mut(*at) {
            word.text = Cow::Owned((*near).to_owned());
        }
    }
    found.into_iter().map(|(at, _)| at).collect()
}
