//! What stands in a line of headers and is none: the title of the table once more, and words without a sense that hold a place open.

use std::ops::Range;

use crate::read::facts::Facts;
use crate::read::lines::RawLine;
use crate::read::vocabulary::Vocabulary;

/// How far above the headers the title may stand, in lines: sentences may follow it.
const MAX_ABOVE: usize = 12;

/// The words of a title, at least: shorter ones are headers as well, *Begroting 2018*.
const MIN_WORDS: usize = 3;

/// Which of the words of a line are those of headers.
pub(super) fn headers_in(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    at: usize,
    words: &[(usize, usize)],
) -> Range<usize> {
    let text = lines.get(at).map_or("", |line| &*line.text);
    let mut known = 0..words.len();
    if is_padded(text, words) {
        known = 1..words.len() - 1;
    }
    let from = words.get(known.start).map_or(0, |word| word.0);
    let length = text.get(from..).and_then(|rest| title(vocabulary, lines, at, rest));
    if let Some(length) = length {
        known.start = words.partition_point(|word| word.0 < from + length);
    }
    known
}

/// What the title that a line of headers begins with once more states.
pub(super) fn title_of(vocabulary: &Vocabulary, lines: &[RawLine<'_>], at: usize) -> Option<Facts> {
    let text = lines.get(at).map_or("", |line| &*line.text);
    let first = text.split_whitespace().next().filter(|word| is_filler(word));
    let rest = text.get(first.map_or(0, str::len)..)?.trim_start();
    let length = title(vocabulary, lines, at, rest)?;
    Some(Facts::of(vocabulary, rest.get(..length)?))
}

/// Whether the same word without a sense begins and ends a line: *aaa*.
fn is_padded(text: &str, words: &[(usize, usize)]) -> bool {
    const MIN: usize = 4;
    let word = |word: Option<&(usize, usize)>| text.get(word?.0..word?.1);
    let first = word(words.first()).filter(|first| is_filler(first));
    words.len() >= MIN && first.is_some() && first == word(words.last())
}

/// Whether a word is one letter again and again. Roman numerals are of another sense: *III*.
fn is_filler(word: &str) -> bool {
    const MIN: usize = 3;
    let mut letters = word.chars();
    letters.next().is_some_and(|first| {
        first.is_alphabetic()
            && !matches!(first, 'I' | 'X' | 'C' | 'M')
            && letters.all(|letter| letter == first)
    }) && word.chars().count() >= MIN
}

/// The length of the longest title that stands on a line above and begins this text as well.
fn title(vocabulary: &Vocabulary, lines: &[RawLine<'_>], at: usize, text: &str) -> Option<usize> {
    title_above(lines, at, text, |line| {
        line.split_whitespace().count() >= MIN_WORDS && Facts::of(vocabulary, line).rest > 0
    })
}

/// The length of a line above that this text begins with as well, if it may be a title.
pub(super) fn title_above(
    lines: &[RawLine<'_>],
    at: usize,
    text: &str,
    may_be_title: impl Fn(&str) -> bool,
) -> Option<usize> {
    let above = lines.get(at.saturating_sub(MAX_ABOVE)..at)?;
    let is_title = |line: &&RawLine<'_>| {
        let rest = text.strip_prefix(&*line.text);
        rest.is_some_and(|rest| rest.starts_with(' ') && !rest.trim().is_empty())
            && may_be_title(&line.text)
    };
    // *Overzicht van baten en lasten* may stand above *Overzicht van baten en lasten 2018*.
    above.iter().filter(is_title).map(|line| line.text.len()).max()
}
