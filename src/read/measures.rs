//! What the numbers of a label measure, and how they add up over time.

use crate::leaves::role::{Accumulation, Measure};
use crate::leaves::unit::{Quantity, Unit};
use crate::words::fold;

/// What an indicator measures; `None` if neither its unit nor its label says so.
pub(super) fn measure(label: &str, unit: Option<&Unit>) -> Option<Measure> {
    let is_mark = |word: &str| {
        let word = word.to_lowercase();
        ["rapportcijfer", "waarderingscijfer", "schoolcijfer"]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    // Few labels have the word.
    if label.contains("cijfer") && label.split(' ').any(is_mark) {
        return Some(Measure::Rating);
    }
    // A rate is no amount of what it counts.
    match unit.filter(|unit| unit.per().is_none())?.quantity()? {
        Quantity::Share => Some(Measure::Share),
        Quantity::Rank => Some(Measure::Rank),
        Quantity::ShareDifference | Quantity::SoundLevel | Quantity::Ratio => None,
        _ => Some(Measure::Quantity),
    }
}

/// How the figures of parts of a year make that of the year, if the label says so in plain words;
/// else `None`. A word that only suggests it (*aantal*, *bezoekers*) says nothing.
pub(super) fn accumulation(label: &str) -> Option<Accumulation> {
    const PARTS: &[&str] = &["umulatie", "per ", "aarlijks", "ltimo", "december", " jaar"];
    // Few labels have one of these.
    if !PARTS.iter().any(|part| label.contains(part)) {
        return None;
    }
    let padded = format!(" {} ", fold(label, true));
    // Means don't add up.
    if padded.contains(" gemiddeld") {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|words| padded.contains(words));
    if has(&[" cumulatief ", " cumulatieve "]) {
        Some(Accumulation::RunningTotal)
    } else if has(&[" per jaar ", " per kwartaal ", " per maand ", " jaarlijks ", " in het jaar "])
    {
        // *Aantal inbraken per jaar* counts what happens within a year.
        Some(Accumulation::Flow)
    } else if has(&[
        " ultimo ",
        " per 31 december ",
        " per 1 januari ",
        " eind december ",
        " op 31 december ",
    ]) {
        Some(Accumulation::Level)
    } else {
        None
    }
}
