//! What holds for the reading of any cell.

use beleid::{Bounds, Figure, Language, Missing, Rule, Value};
use std::ops::Bound;

use super::wire;

/// Reads a cell and holds what comes out against the laws.
pub(crate) fn cell(printed: &str) {
    let reading = beleid::read_cell(printed);
    let trimmed = printed.trim();
    let figure = &reading.figure;
    assert_eq!(figure.cell.as_ref().map(|cell| &*cell.printed), Some(trimmed));
    assert_eq!((figure.period, figure.role), (None, None));
    let slices: Vec<_> = reading.figures().map(|figure| &figure.dimensions).collect();
    assert!((1..slices.len()).all(|at| !slices[..at].contains(&slices[at])), "{slices:?}");
    assert!(figure.dimensions.is_empty() || !reading.others.is_empty());

    for finding in &reading.findings {
        let text = printed.get(finding.span.unwrap().bytes().unwrap());
        assert_eq!(text, Some(trimmed));
        for language in Language::ALL {
            let message = finding.message(*language);
            assert!(!message.is_empty() && !message.ends_with('.'), "{finding}");
        }
    }
    // White space around a cell belongs to the layout.
    assert_eq!(&beleid::read_cell(&format!("\t {printed}\n ")).figure, figure);

    for figure in reading.figures() {
        assert_eq!(figure.cell, reading.figure.cell, "each part keeps the whole cell");
        wire::round_trips(figure);
        nothing_is_invented(trimmed, figure);
    }
    for language in [Language::Dutch, Language::English] {
        assert!(!reading.explain(language).is_empty());
    }
    if let Value::Text(text) = &figure.value {
        // A word that was broken over lines is the word all the same.
        let is_whole = letters(text) == letters(trimmed)
            || (!figure.notes.is_empty() && letters(trimmed).contains(&letters(text)));
        assert!(is_whole, "{trimmed:?} became {text:?}");
        let is_told = reading.findings.iter().any(|finding| finding.rule != Rule::RemarkInCell);
        let has_digit = text.contains(|c: char| c.is_ascii_digit());
        assert!(is_told || !has_digit, "{trimmed:?} is kept as text without a finding");
    }
}

/// A number has no more digits than what is printed.
fn nothing_is_invented(printed: &str, figure: &Figure) {
    if printed.is_empty() {
        assert_eq!(figure.value, Value::Missing(Missing::Blank));
    }
    let printed = &printed.split_whitespace().collect::<Vec<_>>().join(" ");
    if matches!(&**printed, "-" | "–" | "—") {
        assert_eq!(figure.value, Value::Missing(Missing::Unspecified));
    }
    let (signs, digits) = (signs(printed), digits(printed));
    let numbers = match &figure.value {
        Value::ChangeBy { by, .. } => vec![*by],
        value => value.bounds().into_iter().flat_map(ends).collect(),
    };
    for number in numbers {
        let text = number.to_string();
        // A scale is multiplied out: `1,2 mln`.
        let is_scaled = printed.contains(char::is_alphabetic) && text.ends_with("000");
        let own = self::digits(&text);
        let own = if is_scaled { own.trim_start_matches('0').trim_end_matches('0') } else { &own };
        assert!(digits.contains(own), "{printed:?} became {}", figure.value);
        let minus = ['-', '−', '–', '\u{2010}', '\u{2011}', '\u{2012}'];
        // An accountant writes *(4.210)*.
        let without_marks = printed.trim_end_matches(['*', '¹', '²', '³']);
        let is_accounted = printed.starts_with('(') && without_marks.ends_with(')');
        let has_minus = !text.starts_with('-') || printed.contains(minus) || is_accounted;
        assert!(has_minus, "{printed:?} became {}", figure.value);
    }
    if let Value::Exact(_) = figure.value {
        assert!(!signs, "{printed:?} became {}", figure.value);
    }
    for mark in &figure.notes {
        // Characters that nobody sees may stand within it.
        let is_seen = |c: &char| c.is_alphanumeric() || c.is_ascii();
        let seen: String = printed.chars().filter(is_seen).collect();
        assert!(
            printed.contains(&**mark) || seen.contains(&**mark),
            "{printed:?} has no mark {mark}"
        );
    }
    if let Some(remark) = &figure.remark {
        let is_printed = letters(printed).contains(&letters(remark));
        assert!(is_printed, "{printed:?} has no remark {remark}");
    }
    if let Some(dated) = figure.dated {
        assert!(printed.contains(&dated.to_string()), "{printed:?} is not dated {dated}");
    }
}

/// Whether a comparator comes before the number.
fn signs(printed: &str) -> bool {
    let core = printed.split('(').next().unwrap_or_default();
    core.contains(['<', '>', '≤', '≥'])
}

/// A text without the white space and the signs that only its layout put there.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn ends(bounds: Bounds) -> impl Iterator<Item = beleid::Number> {
    let number = |end| match end {
        Bound::Included(number) | Bound::Excluded(number) => Some(number),
        Bound::Unbounded => None,
    };
    [bounds.low(), bounds.high()].into_iter().filter_map(number)
}
