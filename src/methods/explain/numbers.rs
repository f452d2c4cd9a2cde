//! Numbers as people of a language write them.

use super::super::Range;
use crate::language::Language;
use crate::leaves::people::localised;

/// How many digits are usual: of what a document prints, and of what was computed.
const PRINTED: usize = 6;
const COMPUTED: usize = 3;

/// With so many digits each number differs from every other.
const ALL: usize = 17;

/// A number with as many as six digits, and more where it would else land on or cross one of
/// the marks.
pub(in crate::methods) fn number(number: f64, marks: &[f64], language: Language) -> String {
    written(number, PRINTED, Shown::Plain, marks, language)
}

/// A number with as many as three digits, for what was computed, and more where it would else
/// land on or cross one of the marks.
pub(in crate::methods) fn rounded(number: f64, marks: &[f64], language: Language) -> String {
    written(number, COMPUTED, Shown::Plain, marks, language)
}

/// A share as a percentage, with more than three digits where it would else land on or cross one
/// of the marks, which are shares too.
pub(in crate::methods) fn percent(share: f64, marks: &[f64], language: Language) -> String {
    format!("{} %", written(share, COMPUTED, Shown::Percent, marks, language))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Plain,
    /// With the point two places to the right.
    Percent,
}

/// A number with as few digits, from the usual count on, as keep it on the side of each mark
/// on which it is. Nobody who reads *100 %* takes it for 99.96 %.
fn written(number: f64, usual: usize, shown: Shown, marks: &[f64], language: Language) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    let moved = if shown == Shown::Percent { 2 } else { 0 };
    #[allow(clippy::cast_possible_truncation)] // From -324 to 308.
    let size = number.abs().log10().floor() as i32;
    // Long rows of zeros are read by nobody.
    let is_scientific = !(-6..=14).contains(&(size + moved));
    let is_apart = |text: &str| {
        text.parse::<f64>().is_ok_and(|shown| {
            marks.iter().all(|mark| shown.partial_cmp(mark) == number.partial_cmp(mark))
        })
    };
    let mut text = String::new();
    let first = if is_scientific { COMPUTED } else { usual };
    for digits in first..=ALL {
        text = if is_scientific {
            format!("{number:.*e}", digits - 1)
        } else {
            // Digits in front of the point are all written.
            let places = i32::try_from(digits).unwrap_or(0) - 1 - size - moved;
            let places = usize::try_from(places).unwrap_or(0);
            format!("{number:.*}", places + usize::try_from(moved).unwrap_or(0))
        };
        if is_apart(&text) {
            break;
        }
    }
    localised(&if moved == 0 { plain(text) } else { in_hundredths(&text) }, language)
}

/// Without the zeros that end it.
fn plain(text: String) -> String {
    if text.contains('.') && !text.contains('e') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// The same number times 100, without rounding it once more.
fn in_hundredths(text: &str) -> String {
    if let Some((digits, power)) = text.split_once('e') {
        return format!("{digits}e{}", power.parse::<i32>().unwrap_or(0) + 2);
    }
    let (sign, size) = text.strip_prefix('-').map_or(("", text), |size| ("-", size));
    let (whole, places) = size.split_once('.').unwrap_or((size, ""));
    let (moved, rest) = places.split_at_checked(2).unwrap_or((places, ""));
    let whole = format!("{whole}{moved}");
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    plain(format!("{sign}{whole}.{rest}"))
}

/// What a score may be.
pub(in crate::methods) fn score(score: Range, language: Language) -> String {
    score.exact().map_or_else(|| range(score, &[], language), |exact| rounded(exact, &[], language))
}

/// What a number may be.
pub(in crate::methods) fn range(range: Range, marks: &[f64], language: Language) -> String {
    let [low, high] = range.ends();
    let number = |at: f64| number(at, marks, language);
    let dutch = language == Language::Dutch;
    let word = |english, nederlands| if dutch { nederlands } else { english };
    let from =
        if low.is_open { word("more than", "meer dan") } else { word("at least", "minstens") };
    let to =
        if high.is_open { word("less than", "minder dan") } else { word("at most", "hoogstens") };
    match (range.low(), range.high()) {
        (None, None) => word("any number", "een onbekend getal").to_owned(),
        (Some(low), None) => format!("{from} {}", number(low)),
        (None, Some(high)) => format!("{to} {}", number(high)),
        (Some(low), Some(_)) if range.exact().is_some() => number(low),
        (Some(low), Some(high)) => {
            let and = word("to", "tot");
            format!("{} {and} {}", number(low), number(high))
        }
    }
}
