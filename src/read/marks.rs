//! Footnote marks around a cell, behind a label, and in front of a footnote.

/// Takes the marks off both ends of a cell or a label: `**65,2`, `5.450*`, `85% 1)`, `2014¹`.
/// What remains is trimmed; the marks come in the order in which they stand.
pub(super) fn strip(text: &str) -> (&str, Vec<String>) {
    let mut marks = Vec::new();
    let rest = text.trim_start_matches('*');
    if rest.len() < text.len() {
        marks.push("*".repeat(text.len() - rest.len()));
    }
    let (rest, behind) = strip_behind(rest);
    marks.extend(behind);
    (rest, marks)
}

/// Takes the marks off the end.
pub(super) fn strip_behind(text: &str) -> (&str, Vec<String>) {
    let mut marks = Vec::new();
    let mut rest = text.trim();
    while let Some((before, mark)) = split_last(rest) {
        marks.push(mark.to_owned());
        rest = before.trim_end();
    }
    marks.reverse();
    (rest, marks)
}

/// Splits off the last mark: a run of stars, a superscript number, or `1)` behind a space.
fn split_last(text: &str) -> Option<(&str, &str)> {
    for is_mark in [|c: char| c == '*', is_superscript] {
        let before = text.trim_end_matches(is_mark);
        if before.len() < text.len() {
            return Some((before, text.strip_prefix(before)?));
        }
    }
    let number = text.strip_suffix(')')?;
    let before = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = number.len() - before.len();
    let in_parenthesis = before.matches('(').count() > before.matches(')').count();
    let stands_apart =
        before.is_empty() || (before.ends_with(char::is_whitespace) && !in_parenthesis);
    ((1..=2).contains(&digits) && stands_apart)
        .then(|| (before, text.strip_prefix(before)))
        .and_then(|(before, mark)| Some((before, mark?)))
}

fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// Splits a footnote into its mark and its text: `* nieuwe indicator`, `1) per vier jaar`.
pub(super) fn split_footnote(text: &str) -> Option<(&str, &str)> {
    for is_mark in [|c: char| c == '*', is_superscript] {
        let rest = text.trim_start_matches(is_mark);
        if rest.len() < text.len() {
            return footnote(text, rest);
        }
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let rest = rest.strip_prefix(')')?;
    (1..=2).contains(&digits).then(|| footnote(text, rest)).flatten()
}

/// A footnote has words, and they do not begin with a digit: `*28,8` is a cell.
fn footnote<'a>(text: &'a str, rest: &'a str) -> Option<(&'a str, &'a str)> {
    let mark = text.strip_suffix(rest)?;
    let words = rest.trim_start();
    let has_words = words.starts_with(|c: char| !c.is_ascii_digit())
        && words.chars().filter(|c| c.is_alphabetic()).count() > 1;
    has_words.then_some((mark, words))
}

/// The mark without the parenthesis that closes it, so that `1` in a column of its own finds
/// the footnote `1)`.
pub(super) fn bare(mark: &str) -> &str {
    mark.trim_matches(['(', ')'])
}
