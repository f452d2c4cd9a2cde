//! What the numbers of a label measure, and how they add up over time.

use super::language::Pack;
use crate::leaves::role::{Accumulation, Measure};
use crate::leaves::unit::{Quantity, Unit};
use crate::words::{Within, fold};

/// What an indicator measures; `None` if neither its unit nor its label says so.
pub(super) fn measure(pack: &Pack, label: &str, unit: Option<&Unit>) -> Option<Measure> {
    let is_mark = |word: &str| {
        let word = word.to_lowercase();
        pack.each(|tables| tables.labels.rating_stems).any(|stem| word.starts_with(stem))
    };
    // Few labels have the word.
    let within = Within::new(label);
    if pack.each(|tables| tables.labels.rating).any(|word| within.has(word))
        && label.split(' ').any(is_mark)
    {
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
pub(super) fn accumulation(pack: &Pack, label: &str) -> Option<Accumulation> {
    // Few labels have one of these.
    let within = Within::new(label);
    if !pack.each(|tables| tables.labels.accumulation_parts).any(|part| within.has(part)) {
        return None;
    }
    let padded = format!(" {} ", fold(label, true));
    // Means don't add up.
    if pack.each(|tables| tables.labels.means).any(|word| padded.contains(word)) {
        return None;
    }
    let mut known = pack.each(|tables| tables.labels.accumulations);
    known.find(|(words, _)| padded.contains(words)).map(|(_, accumulation)| *accumulation)
}
