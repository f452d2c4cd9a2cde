//! What the label of an indicator says about its unit.

use super::vocabulary::fold;
use crate::{Scale, Unit};

/// The unit that a label names; nothing where it doesn't, or where it names a rate, whose
/// numbers are no count.
pub(super) fn unit(label: &str) -> Option<Unit> {
    let first = label.split_whitespace().next()?;
    let word = fold(first, false);
    if label.starts_with('%')
        || word == "percentage"
        || label.contains("(%)")
        || label.contains("(in %)")
    {
        return Some(Unit::PERCENT);
    }
    match &*word {
        "aantal" if !is_rate(label) => Some(Unit::COUNT.scaled(scale(label))),
        "positie" => Some(Unit::RANK),
        _ => None,
    }
}

/// Whether the label is of so many per something that is not a stretch of time.
fn is_rate(label: &str) -> bool {
    const TIMES: &[&str] = &["dag", "week", "maand", "kwartaal", "jaar"];
    label.split(" per ").skip(1).any(|rest| {
        !rest.split_whitespace().next().is_some_and(|word| TIMES.contains(&&*fold(word, false)))
    })
}

/// The scale that stands in the label.
fn scale(label: &str) -> Scale {
    let folded = fold(label, true);
    if folded.contains("in miljoenen") || folded.contains("x 1 miljoen") {
        Scale::Millions
    } else if folded.contains("in duizenden") || folded.contains("x 1 000") {
        Scale::Thousands
    } else {
        Scale::Ones
    }
}
