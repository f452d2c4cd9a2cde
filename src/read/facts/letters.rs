//! Letters that stand for words: what flows in a column, and what is said of the amount beside them, whether it is favourable and
//! whether it comes again.

use std::ops::Range;

use super::words::FlowWord;
use crate::leaves::role::Status;
use crate::read::cell;
use crate::read::language::Pack;
use crate::words::is_grouped;

/// The flow that a letter stands for, where all headers of a row are such letters, or the header of a column names them.
pub(in crate::read) fn flow_of_letter(pack: &Pack, text: &str) -> Option<FlowWord> {
    let mut letters = pack.each(|tables| tables.headers.flow_letters);
    letters.find(|(letter, _)| *letter == text).map(|(_, flow)| *flow)
}

/// The amount of a cell and the letter beside it that says whether it is favourable, each with where it stands: `30 V`, `N 31.393`
/// and `30 (V)`. `None` if the cell is anything else.
pub(in crate::read) fn amount_and_favour(
    pack: &Pack,
    text: &str,
) -> Option<(Range<usize>, Range<usize>)> {
    // Few cells end or begin with one of these.
    let is_letter = |c: char| pack.each(|tables| tables.cells.favour_letters).any(|of| of.0 == c);
    // *L* and *B* for *lasten* and *baten*: where thousands are apart it is no other letter.
    let is_flow = |c: char| pack.each(|tables| tables.cells.flow_letters).any(|of| *of == c);
    let bare = text.strip_suffix(')').unwrap_or(text);
    let last = bare.chars().next_back()?;
    let (amount, letter) = if is_letter(last) || is_flow(last) {
        let at = bare.len() - last.len_utf8();
        let before = bare.get(..at)?;
        if is_flow(last)
            && !(before.ends_with(' ') && is_grouped(before.trim().trim_start_matches('-')))
        {
            return None;
        }
        let before = if bare.len() < text.len() { before.strip_suffix('(')? } else { before };
        let amount = before.trim_end();
        if amount.len() == before.len() {
            return None;
        }
        (0..amount.len(), at..bare.len())
    } else {
        let rest = text.strip_prefix(is_letter)?;
        let amount = rest.trim_start();
        // *N201* is a road, and *N75.000* an amount.
        if amount.len() == rest.len() && !is_grouped(amount) {
            return None;
        }
        (text.len() - amount.len()..text.len(), 0..text.len() - rest.len())
    };
    let number = text.get(amount.clone())?;
    let is_amount = cell::is_bare(number) && number.bytes().any(|byte| byte.is_ascii_digit());
    is_amount.then_some((amount, letter))
}

/// Whether a text says whether the amount before it is favourable: *V*oordelig or *N*adelig.
pub(in crate::read) fn is_favour(pack: &Pack, text: &str) -> bool {
    favour(pack, text).is_some()
}

/// What a letter says of the amount beside it; `None` if it is another text.
pub(in crate::read) fn favour(pack: &Pack, text: &str) -> Option<Status> {
    let mut letters = pack.each(|tables| tables.cells.favour_letters);
    letters.find(|(letter, _)| is_letter(*letter, text)).map(|(_, status)| *status)
}

/// Whether a letter behind such a one says whether an amount comes again: *I*ncidenteel or *S*tructureel.
pub(super) fn is_recurrence(pack: &Pack, text: &str) -> bool {
    pack.each(|tables| tables.cells.recurrence_letters).any(|letter| is_letter(*letter, text))
}

/// Whether a text is a letter and nothing else, in either case.
fn is_letter(letter: char, text: &str) -> bool {
    let mut own = text.chars();
    let (Some(first), None) = (own.next(), own.next()) else { return false };
    letter.eq_ignore_ascii_case(&first)
}
