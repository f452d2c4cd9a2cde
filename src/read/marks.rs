//! Footnote marks around a cell, after a label, and before a footnote.

use crate::words::is_raised;

/// Takes the marks off both ends of a cell or a label: `**65,2`, `5.450*`, `85% 1)`, `2014¹`.
/// What remains is trimmed; the marks come in the order in which they stand.
pub(super) fn strip(text: &str) -> (&str, Vec<String>) {
    let mut marks = Vec::new();
    let rest = text.trim_start_matches('*');
    if rest.len() < text.len() {
        marks.push("*".repeat(text.len() - rest.len()));
    }
    let (rest, after) = strip_trailing(rest);
    marks.extend(after);
    (rest, marks)
}

/// The marks after a label, and the number in parentheses that may be one: `bestuur (1)`.
pub(super) fn after_label(label: &str) -> Vec<String> {
    let (rest, mut marks) = strip_trailing(label);
    marks.extend(in_parentheses(rest).map(str::to_owned));
    marks
}

/// A number in parentheses at the end of a label, which may be the mark of a footnote.
fn in_parentheses(label: &str) -> Option<&str> {
    let (before, inside) = label.strip_suffix(')')?.rsplit_once('(')?;
    let is_mark = (1..=2).contains(&inside.len())
        && inside.bytes().all(|byte| byte.is_ascii_digit())
        && before.ends_with(char::is_whitespace);
    is_mark.then(|| label.get(before.len()..)).flatten()
}

/// A label without the marks after it, of which some may be words after all.
pub(super) fn bare<'t>(label: &'t str, marks: &[String]) -> &'t str {
    let mut rest = label.trim();
    for mark in marks.iter().rev() {
        match rest.strip_suffix(mark.as_str()) {
            Some(before) => rest = before.trim_end(),
            None => break,
        }
    }
    if rest.is_empty() { label } else { rest }
}

/// Takes the marks off the end, at most a few of them; any others stay in the text.
pub(super) fn strip_trailing(text: &str) -> (&str, Vec<String>) {
    let mut marks = Vec::new();
    let mut rest = text.trim();
    while marks.len() < MAX
        && let Some((before, mark)) = split_last(rest)
    {
        marks.push(mark.to_owned());
        rest = before.trim_end();
    }
    marks.reverse();
    (rest, marks)
}

const MAX: usize = 6;

/// What is left of a text without the marks at its end.
pub(super) fn without(text: &str) -> &str {
    let mut rest = text.trim();
    for _ in 0..MAX {
        let Some((before, _)) = split_last(rest) else { break };
        rest = before.trim_end();
    }
    rest
}

/// Splits off the last mark: a run of stars, a superscript number, or `1)` after a space.
fn split_last(text: &str) -> Option<(&str, &str)> {
    if !text.ends_with(|c: char| matches!(c, '*' | ')' | ']') || is_raised(c)) {
        return None;
    }
    for is_mark in [|c: char| c == '*', is_raised] {
        let before = text.trim_end_matches(is_mark);
        // m² and km² are units.
        if before.len() < text.len() && !(text.ends_with(is_raised) && ends_with_metre(before)) {
            return Some((before, text.strip_prefix(before)?));
        }
    }
    if let Some(before) = text.strip_suffix(')')
        && before.ends_with(|c: char| c == '*' || is_raised(c))
    {
        // `*)` and `¹)`
        let is_of_mark = |c: char| c == '*' || is_raised(c);
        let before = before.trim_end_matches(is_of_mark);
        let is_open = before.matches('(').count() > before.matches(')').count();
        return (!is_open).then(|| Some((before, text.strip_prefix(before)?))).flatten();
    }
    if let Some((before, mark)) = split_bracketed(text) {
        return Some((before, mark));
    }
    let number = text.strip_suffix(')')?;
    let before = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = number.len() - before.len();
    let in_parenthesis = before.matches('(').count() > before.matches(')').count();
    // `85%1)`: what isn't a letter or a digit parts as a space does.
    let is_parted = before.ends_with(|c: char| c.is_whitespace() || matches!(c, '%' | ')'));
    let stands_apart = before.is_empty() || (is_parted && !in_parenthesis);
    ((1..=2).contains(&digits) && stands_apart)
        .then(|| (before, text.strip_prefix(before)))
        .and_then(|(before, mark)| Some((before, mark?)))
}

/// Whether a text ends with a measure that is squared: `m` of `m²`, and not that of a word.
fn ends_with_metre(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    matches!(word, "m" | "km" | "dm" | "cm" | "mm")
}

/// Splits off a letter in brackets: `85% [a]`. A number there may be a figure.
fn split_bracketed(text: &str) -> Option<(&str, &str)> {
    let (before, inside) = text.strip_suffix(']')?.rsplit_once('[')?;
    let is_mark =
        (1..=2).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_mark.then(|| Some((before, text.strip_prefix(before)?))).flatten()
}

/// Whether a mark is a superscript number.
pub(super) fn is_superscript(mark: &str) -> bool {
    mark.starts_with(is_raised)
}

/// Splits a footnote into its mark and its text: `* nieuwe indicator`, `1) per vier jaar`,
/// `(1) schaal`, `*) voorlopig`.
pub(super) fn split_footnote(text: &str) -> Option<(&str, &str)> {
    for is_mark in [|c: char| c == '*', is_raised] {
        let rest = text.trim_start_matches(is_mark);
        if rest.len() < text.len() {
            return footnote(text, rest.strip_prefix([')', ':']).unwrap_or(rest));
        }
    }
    let inner = text.strip_prefix(['(', '[']);
    let rest = inner.unwrap_or(text).trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.unwrap_or(text).len() - rest.len();
    let rest = rest.strip_prefix([')', ']'])?;
    (1..=2).contains(&digits).then(|| footnote(text, rest)).flatten()
}

/// What a legend says that a dash stands for: `- = niet gemeten`.
pub(super) fn legend(text: &str) -> Option<&str> {
    // Few lines begin so.
    if !text.starts_with(['-', '–', '—', '"', '\'', '‘', '“']) {
        return None;
    }
    let (sign, meaning) = text.split_once(['=', ':'])?;
    let sign = sign.trim().trim_matches(['"', '\'', '‘', '’', '“', '”']);
    matches!(sign, "-" | "–" | "—").then(|| meaning.trim())
}

/// A footnote has words: `*28,8` is a cell, and so may be `* 12 dagen`.
fn footnote<'a>(text: &'a str, rest: &'a str) -> Option<(&'a str, &'a str)> {
    let mark = text.strip_suffix(rest)?;
    let note = rest.trim_start();
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let least = if note.starts_with(|c: char| c.is_ascii_digit()) { 2 } else { 1 };
    (note.split_whitespace().filter(is_word).take(least).count() == least).then_some((mark, note))
}
