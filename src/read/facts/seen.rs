//! What is remembered of texts, as those ask who look at them.

use std::ops::Deref;
use std::rc::Rc;

use crate::read::facts::Facts;
use crate::read::vocabulary::Vocabulary;

/// A vocabulary that remembers what texts were found to be.
pub(in crate::read) trait Seen: Deref<Target = Vocabulary> {
    /// What a text states as a header.
    fn facts(&self, text: &str) -> Rc<Facts>;

    /// Whether a word at the end of a line may be a cell.
    fn is_value(&self, word: &str) -> bool;
}
