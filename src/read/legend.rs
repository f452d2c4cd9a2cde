//! Legends: what a sign in the cells of a table means.

use super::marks;
use super::vocabulary::Vocabulary;
use crate::leaves::value::Missing;
use crate::words::fold_word;

/// What a line below a table says that a dash stands for.
pub(super) fn legend(vocabulary: &Vocabulary, text: &str) -> Option<Missing> {
    vocabulary.missing(&fold_word(marks::legend(text.trim())?)?)
}
