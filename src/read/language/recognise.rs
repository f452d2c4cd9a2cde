//! Which language a text is in.

use super::{DUTCH, ENGLISH, Pack};
use crate::words::fold_word;

/// In bytes. The beginning of a document shows its language: in the shared pages the first 4 kB hold
/// some tens of function words or words of budgets.
const FIRST: usize = 4096;

/// Whether a word may be one that tells the language: most have another length or another first letter, or letters that
/// have to be folded first.
fn may_be_known(word: &str) -> bool {
    let may_be = |pack: &Pack| pack.function_words.may_have(word) || pack.headers.may_have(word);
    !word.is_ascii() || may_be(&DUTCH) || may_be(&ENGLISH)
}

/// The pack of the language of a text, by the function words in its beginning. `None` if they don't
/// tell: there are few, or almost as many of another language.
pub(in crate::read) fn pack_of<'t>(
    texts: impl IntoIterator<Item = &'t str>,
) -> Option<&'static Pack> {
    /// How many words must be of a language. A title alone (*Budget 2017*) is too little.
    const MIN: usize = 3;
    /// After so many words of one language, and an eighth of them of the other, it is certain.
    const CERTAIN: usize = 24;
    let (mut dutch, mut english) = (0_usize, 0_usize);
    let mut left = FIRST;
    for text in texts {
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            left = left.saturating_sub(word.len() + 1);
            if left == 0 || !may_be_known(word) {
                continue;
            }
            let Some(word) = fold_word(word) else { continue };
            // A table has few function words, and its headers are of one language.
            let is_of = |one: &Pack, other: &Pack| {
                one.function_words.contains(&word)
                    || (one.header(&word).is_some() && other.header(&word).is_none())
            };
            dutch += usize::from(is_of(&DUTCH, &ENGLISH));
            english += usize::from(is_of(&ENGLISH, &DUTCH));
        }
        let (more, less) = (dutch.max(english), dutch.min(english));
        if left == 0 || (more >= CERTAIN && less * 8 <= more) {
            break;
        }
    }
    // Names of streets, products and sources are in another language at times: twice as many decide.
    if english >= MIN && english > 2 * dutch {
        Some(&ENGLISH)
    } else if dutch >= MIN && dutch > 2 * english {
        Some(&DUTCH)
    } else {
        None
    }
}
