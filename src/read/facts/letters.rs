//! Letters that stand for words.

use super::words::FlowWord;
use crate::read::language::Pack;

/// The flow that a letter stands for, where all headers of a row are such letters.
pub(in crate::read) fn flow_of_letter(pack: &Pack, text: &str) -> Option<FlowWord> {
    let mut letters = pack.each(|tables| tables.headers.flow_letters);
    letters.find(|(letter, _)| *letter == text).map(|(_, flow)| *flow)
}
