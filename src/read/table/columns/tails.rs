//! Headers of which some break over two lines, with gaps that the copy lost: *Begroting Begroting Rekening* above *primitief na wijz.*. No
//! place says which of them goes on, but the phrases do: *Begroting primitief* is one, and *Rekening primitief* is none.

use std::borrow::Cow;

use super::headers::{Printed, phrase_at, scale_at};
use crate::read::lines::RawLine;
use crate::read::spot::Spot;
use crate::read::vocabulary::Vocabulary;

/// One alone may be the label of a group.
const MIN: usize = 2;

/// The words of an end, at most: *na wijziging*, *na 1e wijziging*.
const MAX_TAIL: usize = 3;

/// The longest line of headers, in bytes.
const MAX_LINE: usize = 300;

/// How many words no phrase knows may stand at the end of the lower line, below the last header.
const MAX_UNKNOWN: usize = 2;

/// Whether a line holds the ends of the headers on the line above it. The point of its last word ends no sentence then: *na wijz.*
pub(super) fn are_tails(vocabulary: &Vocabulary, lines: &[RawLine<'_>], at: usize) -> bool {
    let words = |at: usize| {
        let text = lines.get(at).filter(|line| line.text.len() <= MAX_LINE);
        let words = text.into_iter().flat_map(|line| line.text.split_whitespace());
        words.map(move |word| Printed { text: Cow::Borrowed(word), line: at, spots: Vec::new() })
    };
    let Some(above) = at.checked_sub(1) else { return false };
    let count = words(above).count();
    let both: Vec<Printed<'_>> = words(above).chain(words(at)).collect();
    !ends_of(vocabulary, &both, count).is_empty()
}

/// Joins the second lines of headers to the first: each end goes behind its header on the line above.
pub(super) fn join_tails(vocabulary: &Vocabulary, words: &mut Vec<Printed<'_>>) {
    let mut from = 0;
    while let Some(line) = words.get(from).map(|word| word.line) {
        let count = words.iter().skip(from).take_while(|word| word.line == line).count();
        let lower = from + count;
        let below = words.iter().skip(lower).take_while(|word| word.line == line + 1).count();
        let ends = ends_of(vocabulary, words.get(from..lower + below).unwrap_or_default(), count);
        from = lower;
        if ends.is_empty() {
            continue;
        }
        let mut both: Vec<Option<Printed<'_>>> =
            words.drain(lower - count..lower + below).map(Some).collect();
        // What stands in front of the ends is above the labels, and so in front of the headers too.
        let first = ends.first().map_or(count, |(_, (first, _))| *first);
        let mut order: Vec<usize> = (count..first).collect();
        for head in 0..count {
            order.push(head);
            let of_head = ends.iter().filter(|(of, _)| *of == head);
            order.extend(of_head.flat_map(|(_, (first, last))| *first..*last));
        }
        // *B&L* below the last header changes nothing of what that states.
        let known = ends.iter().map(|(_, (_, last))| *last).max().unwrap_or(count);
        let rest: Vec<Spot> = both.drain(known..).flatten().flat_map(|word| word.spots).collect();
        if let Some(Some(last)) = both.get_mut(count - 1) {
            last.spots.extend(rest);
        }
        let joined = order.into_iter().filter_map(|at| both.get_mut(at)?.take());
        words.splice(lower - count..lower - count, joined.map(|word| Printed { line, ..word }));
        from = lower + below;
    }
}

/// Which of the first words, by their place, goes on with which of those behind them. Nothing unless all of the words below are an end
/// of one, and each of the words above that are alike has one.
fn ends_of(
    vocabulary: &Vocabulary,
    words: &[Printed<'_>],
    count: usize,
) -> Vec<(usize, (usize, usize))> {
    let texts: Vec<&str> = words.iter().map(|word| &*word.text).collect();
    let (Some(upper), Some(lower)) = (texts.get(..count), texts.get(count..)) else {
        return Vec::new();
    };
    // As no header begins.
    let is_end = |word: &&str| word.starts_with(char::is_lowercase);
    if upper.len() <= MIN || lower.len() < MIN || !lower.iter().any(is_end) {
        return Vec::new();
    }
    // *bedragen x € 1.000* may stand in front of them, above the labels.
    let mut at = count + scale_at(vocabulary, lower).map_or(0, |(_, length)| length);
    let mut ends = Vec::new();
    for (head, word) in upper.iter().enumerate() {
        let tail = |length: usize| {
            let tail =
                texts.get(at..at + length).filter(|tail| tail.first().is_some_and(is_end))?;
            let phrase = [&[*word], tail].concat();
            let (facts, taken) = phrase_at(vocabulary, &phrase);
            (taken == phrase.len() && facts.is_placing()).then_some(length)
        };
        // The shortest, since *Begroting primitief na wijz.* is a phrase too.
        if let Some(length) = (1..=MAX_TAIL).find_map(tail) {
            ends.push((head, (at, at + length)));
            at += length;
        }
    }
    let has_end = |head: usize| ends.iter().any(|(of, _)| *of == head);
    let is_alike = |one: usize| {
        let alike = (0..count).filter(|&other| upper.get(other) == upper.get(one));
        alike.into_iter().all(has_end)
    };
    let last = count - 1;
    let unknown = texts.len() - at;
    if ends.len() < MIN
        || !ends.iter().all(|(head, _)| is_alike(*head))
        || unknown > MAX_UNKNOWN
        || unknown > 0 && has_end(last)
    {
        return Vec::new();
    }
    ends
}
