//! The form of a line, without the meaning of its words: an item of a list, a caption, a scale.

use super::language::Pack;
use crate::words::Within;

const BULLETS: [char; 13] =
    ['•', '▪', '●', '○', '◦', '‣', '▸', '·', '-', '–', '*', '\u{f0a7}', '\u{f0b7}'];

/// Whether a line begins as the item of a numbered list: `1. scholen bouwen`, `b) wegen`.
pub(super) fn is_numbered(text: &str) -> bool {
    let Some((number, rest)) = text.split_once([' ', '\u{a0}', '\t']) else { return false };
    let bare = number.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = is_short_number(bare);
    let is_letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_number || is_letter || number == "o") && !rest.trim().is_empty()
}

/// Whether a line begins as an item that is numbered in parts, and reads as a sentence: `1.2 We
/// bouwen scholen.` Without its point it would be a heading.
pub(super) fn is_numbered_in_parts(text: &str) -> bool {
    let Some((number, rest)) = text.split_once([' ', '\u{a0}', '\t']) else { return false };
    let number = number.strip_suffix(['.', ')']).unwrap_or(number);
    number
        .split_once('.')
        .is_some_and(|(first, second)| is_short_number(first) && is_short_number(second))
        && rest.trim_start().starts_with(char::is_uppercase)
        && text.ends_with(['.', ';'])
}

fn is_short_number(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a paragraph is about a table or a picture next to it: `Bron: CBS`, `Figuur 2: inbraken`.
pub(super) fn is_caption_or_source(pack: &Pack, text: &str) -> bool {
    let Some((word, rest)) = text.split_once([' ', ':', '\u{a0}']) else { return false };
    let lower = word.to_lowercase();
    if pack.has(&lower, |tables| tables.text.sources) {
        return text.starts_with(&format!("{word}:"));
    }
    pack.has(&lower, |tables| tables.text.pictures)
        && rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// A caption without the number of its table: *Tabel 6 Uitgaven*, *Tabel 2.1: Baten*.
pub(super) fn without_number<'t>(pack: &Pack, text: &'t str) -> &'t str {
    let caption = text.split_once([' ', '\u{a0}']).and_then(|(word, rest)| {
        let is_word = pack.has(&word.to_lowercase(), |tables| tables.text.pictures);
        let rest = rest.trim_start();
        let words = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let is_numbered = is_word && words.len() < rest.len();
        is_numbered.then(|| words.trim_start_matches([':', '-', '–', ' ', '\u{a0}']))
    });
    caption.filter(|words| !words.is_empty()).unwrap_or(text)
}

/// Whether a text names the bodies of a size, with which one of them is compared: *25.000 - 50.000 inwoners*.
pub(super) fn is_class_of_size(pack: &Pack, text: &str) -> bool {
    const MAX_LEN: usize = 60;
    let Some((range, word)) = text.trim_end_matches('.').rsplit_once(' ') else { return false };
    let is_people = || pack.has(&word.to_lowercase(), |tables| tables.bodies.people);
    let is_size = |part: &str| {
        part.trim().len() > 3
            && part.trim().bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    };
    let parts = range.split_once(['-', '–']);
    text.len() <= MAX_LEN
        && parts.is_some_and(|(from, to)| is_size(from) && is_size(to))
        && is_people()
}

/// Whether a line begins with a bullet and has words after it.
pub(super) fn is_bullet(text: &str) -> bool {
    text.strip_prefix(BULLETS)
        .is_some_and(|rest| rest.starts_with(char::is_whitespace) && !rest.trim().is_empty())
}

/// An item of a list without its bullet and the mark that closes it: a semicolon, or the
/// point after a single sentence.
pub(super) fn bullet_text(text: &str) -> &str {
    let text = text.strip_prefix(BULLETS).unwrap_or(text).trim_start();
    if let Some(item) = text.strip_suffix(';') {
        return item.trim_end();
    }
    match text.strip_suffix('.') {
        Some(item) if !item.contains(['.', '!', '?']) => item.trim_end(),
        _ => text,
    }
}

/// Whether a line says in how many its amounts are: `x € 1.000`, `Bedragen x 1.000 euro`.
pub(super) fn is_scale(pack: &Pack, text: &str) -> bool {
    const MAX_LEN: usize = 60;
    let is_short = text.len() <= MAX_LEN && !text.ends_with('.');
    let within = Within::new(text);
    is_short && pack.each(|tables| tables.labels.caption_scales).any(|scale| within.has(scale))
}

/// Whether a text is prose and no label.
pub(super) fn is_sentence(text: &str) -> bool {
    const MIN_WORDS: usize = 6;
    text.ends_with('.') && text.split_whitespace().take(MIN_WORDS).count() == MIN_WORDS
        || text.len() > 160
        || is_editorial(text)
}

/// Whether a text stands in square brackets, as an editor puts it who leaves something out: *[foto]*, *[...]*.
fn is_editorial(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    inside.is_some_and(|inside| !inside.is_empty() && !inside.contains(['[', ']', ' ']))
}

/// Whether a text holds a time of day to the second, as the line has that says when a page was made.
pub(super) fn has_time_of_day(text: &str) -> bool {
    let is_time = |word: &str| {
        word.len() == 8
            && word.bytes().enumerate().all(|(at, byte)| match at {
                2 | 5 => byte == b':',
                _ => byte.is_ascii_digit(),
            })
    };
    text.contains(':') && text.split_whitespace().any(is_time)
}
