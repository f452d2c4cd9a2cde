//! What the numbers of a label measure, and how they add up over time.

use crate::leaves::role::{Accumulation, Measure};
use crate::leaves::unit::{Quantity, Unit};
use crate::words::fold;

/// What an indicator measures, if its unit or its label states it.
pub(super) fn measure(label: &str, unit: Option<&Unit>) -> Option<Measure> {
    let folded = fold(label, true);
    let has = |stems: &[&str]| {
        folded.split(' ').any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    if has(&["rapportcijfer", "waarderingscijfer", "schoolcijfer"]) {
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

/// How the figures of parts of a year make that of the year, where the label says so in plain
/// words. A word that only suggests it (*aantal*, *bezoekers*) says nothing.
pub(super) fn accumulation(label: &str) -> Option<Accumulation> {
    let folded = fold(label, true);
    let has = |words: &[&str]| {
        let padded = format!(" {folded} ");
        words.iter().any(|words| padded.contains(&format!(" {words} ")))
    };
    if has(&["cumulatief", "cumulatieve"]) {
        Some(Accumulation::RunningTotal)
    } else if has(&["per jaar", "per kwartaal", "per maand", "jaarlijks", "in het jaar"]) {
        // *Aantal inbraken per jaar* counts what happens within a year.
        Some(Accumulation::Flow)
    } else if has(&[
        "ultimo",
        "per 31 december",
        "per 1 januari",
        "eind december",
        "op 31 december",
    ]) {
        Some(Accumulation::Level)
    } else {
        None
    }
}
