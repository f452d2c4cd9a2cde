//! The parentheses after a value.

use super::computation;
use crate::leaves::period::Period;
use crate::read::dates::{self, year};
use crate::read::language::Pack;
use crate::read::raw_cell::RawCell;
use crate::read::vocabulary;
use crate::words::fold;

/// A cell with what its parentheses say taken off.
pub(super) struct Bare<'t> {
    pub(super) text: &'t str,
    /// The parentheses that hold the mark of a footnote or a second number: `3,7 (3)`.
    pub(super) marks: Vec<&'t str>,
}

/// Takes the parentheses off the end where it is sure what they mean: a year of measurement, how
/// the number came about, or words next to it. Digits may be a footnote or a second value, and
/// are returned; some words change the number: then they stay, and nothing is read.
pub(super) fn take<'t>(pack: &Pack, text: &'t str, reading: &mut RawCell) -> Bare<'t> {
    const MAX: usize = 4;
    let mut bare = Bare { text, marks: Vec::new() };
    let mut remarks: Vec<&str> = Vec::new();
    let mut end = text.len();
    for _ in 0..MAX {
        let Some((before, inside)) = split_last(bare.text) else { break };
        if is_mark(inside) {
            bare.marks.insert(0, bare.text.get(before.len()..).unwrap_or_default().trim());
            if remarks.is_empty() {
                end = before.len();
            }
        } else if computation::explains(pack, before, inside) {
            remarks.push(inside);
        } else if !take_one(pack, inside, reading, &mut remarks) {
            break;
        }
        bare.text = before;
    }
    // Of several the remark is the text from the first to the last, as it is.
    let remark = match remarks.as_slice() {
        [] => None,
        [one] => Some(*one),
        _ => text.get(bare.text.len()..end).map(str::trim),
    };
    if let Some(remark) = remark {
        reading.extras().remark = Some(remark.to_owned());
    }
    bare
}

/// The text before the last parenthesis, and what that holds.
fn split_last(text: &str) -> Option<(&str, &str)> {
    let open = text.strip_suffix(')')?;
    let (before, inside) = open.rsplit_once('(')?;
    let (before, inside) = (before.trim_end(), inside.trim());
    (!before.is_empty() && !inside.contains(')')).then_some((before, inside))
}

/// Whether it holds what marks a footnote and may be a number: `(3)`.
fn is_mark(inside: &str) -> bool {
    (1..=2).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit())
}

/// Takes what one parenthesis says; nothing is taken where that isn't sure.
fn take_one<'t>(
    pack: &Pack,
    inside: &'t str,
    reading: &mut RawCell,
    remarks: &mut Vec<&'t str>,
) -> bool {
    if let Some(period) = dates::period(pack, inside).or_else(|| dates::month(pack, inside)) {
        reading.dated = reading.dated.or(Some(period));
        return true;
    }
    let mut letters = inside.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && let Some((_, role)) =
            pack.each(|tables| tables.vocabulary.letters).find(|(of, _)| *of == letter)
    {
        reading.extras().role = Some((*role, letter));
        return true;
    }
    let folded = fold(inside, true);
    let mut dated = None;
    if let Some((words, last)) = folded.rsplit_once(' ')
        && let Some(year) = year(last)
        && words.split(' ').all(|word| pack.is_measurement(word))
    {
        dated = Period::year(year).ok();
    } else if !vocabulary::is_derivation(inside)
        && (folded.split(' ').any(|word| pack.changes_number(word) || year(word).is_some())
            || inside.chars().filter(|c| c.is_alphabetic()).count() < 2)
    {
        return false;
    }
    reading.dated = reading.dated.or(dated);
    let meaning = vocabulary::meaning_of_words(pack, inside);
    reading.unclear_remark |= !meaning.is_understood && dated.is_none();
    reading.extras().status.extend(meaning.statuses.iter());
    remarks.push(inside);
    true
}
