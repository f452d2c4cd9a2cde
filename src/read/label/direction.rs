//! Which results are the better ones by a label: *(lager is beter)*.

use crate::leaves::role::Direction;
use crate::read::language::{Pack, Tables};
use crate::words::{Within, fold};

/// Which results are the better ones, where the label says so: *(lager is beter)*.
pub(in crate::read) fn direction(pack: &Pack, label: &str) -> Option<Direction> {
    // Few labels have the word.
    let within = Within::new(label);
    if !pack.each(|tables| tables.labels.better).any(|word| within.has(word)) {
        return None;
    }
    let folded = fold(label, true);
    let says = |words: fn(&'static Tables) -> &'static [&'static str]| {
        pack.each(words).any(|words| folded.contains(words))
    };
    match (
        says(|tables| tables.labels.higher_is_better),
        says(|tables| tables.labels.lower_is_better),
    ) {
        (true, false) => Some(Direction::Higher),
        (false, true) => Some(Direction::Lower),
        _ => None,
    }
}
