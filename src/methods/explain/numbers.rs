//! Numbers as people of a language write them.

use super::super::Range;
use crate::language::Language;
use crate::leaves::unit::Unit;
use crate::leaves::value::{Change, Missing, Reference, Value};

/// A number with as many as six digits.
pub(super) fn number(number: f64, language: Language) -> String {
    digits(number, 6, language)
}

/// A number with as many as three digits, for what was computed.
pub(super) fn rounded(number: f64, language: Language) -> String {
    digits(number, 3, language)
}

/// A share as a percentage.
pub(super) fn percent(share: f64, language: Language) -> String {
    format!("{} %", rounded(share * 100.0, language))
}

fn digits(number: f64, most: i32, language: Language) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    #[allow(clippy::cast_possible_truncation)] // From -324 to 308.
    let size = number.abs().log10().floor() as i32;
    if !(-6..=14).contains(&size) {
        // Long rows of zeros are read by nobody.
        return localised(&format!("{number:.2e}"), language);
    }
    let places = usize::try_from(most - 1 - size).unwrap_or(0);
    let text = format!("{number:.places$}");
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    localised(if text == "-0" { "0" } else { text }, language)
}

/// What a document prints. It is written with a point by this crate, whatever it was printed with.
pub(super) fn printed(value: &Value, language: Language) -> String {
    if language != Language::Dutch {
        return value.to_string();
    }
    let text = match value {
        Value::Relative { comparison, to } => format!("{} {}", comparison.symbol(), reference(to)),
        Value::Change(change) => dutch(*change).to_owned(),
        Value::ChangeBy { direction, by, unit, to } => {
            let unit = unit.as_ref().map_or(String::new(), in_unit);
            let to = to
                .as_ref()
                .map_or(String::new(), |to| format!(" ten opzichte van {}", reference(to)));
            format!("{} van {by}{unit}{to}", dutch(*direction))
        }
        Value::Missing(missing) => match missing {
            Missing::Unspecified => "-",
            Missing::NotYetKnown => "nog niet bekend",
            Missing::NotApplicable => "niet van toepassing",
            Missing::NotMeasured => "niet gemeten",
            Missing::Elsewhere => "elders",
            Missing::Blank => "leeg",
            Missing::NotAvailable => "niet beschikbaar",
        }
        .to_owned(),
        Value::Flag(true) => "ja".to_owned(),
        Value::Flag(false) => "nee".to_owned(),
        value => value.to_string(),
    };
    localised(&text, language)
}

fn in_unit(unit: &Unit) -> String {
    if *unit == Unit::PERCENT { " %".to_owned() } else { format!(" {unit}") }
}

fn dutch(change: Change) -> &'static str {
    match change {
        Change::Increase => "toename",
        Change::Decrease => "afname",
        Change::Unchanged => "geen verandering",
    }
}

fn reference(to: &Reference) -> String {
    match to {
        Reference::Baseline => "de nulwaarde".to_owned(),
        Reference::Period(period) => format!("het resultaat van {period}"),
        Reference::Previous => "het vorige resultaat".to_owned(),
        Reference::Benchmark(name) => format!("het resultaat van {name}"),
    }
}

fn localised(text: &str, language: Language) -> String {
    if language == Language::English {
        return text.to_owned();
    }
    let mut localised = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        let is_decimal =
            sign == '.' && before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
        localised.push(if is_decimal { ',' } else { sign });
        before = sign;
    }
    localised
}

/// What a score may be.
pub(super) fn score(score: Range, language: Language) -> String {
    score.exact().map_or_else(|| range(score, language), |exact| rounded(exact, language))
}

/// What a number may be.
pub(super) fn range(range: Range, language: Language) -> String {
    let [low, high] = range.ends();
    let number = |at: f64| number(at, language);
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
