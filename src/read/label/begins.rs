//! What a label begins with: a measure (*Percentage*, *Kg papier*), or that it counts (*Aantal*).

use crate::leaves::unit::Unit;
use crate::read::language::{NumberWord, Pack};
use crate::words::{Within, fold, fold_word};

/// What a label begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LabelStart {
    /// What it measures: *Percentage*, *Kg papier*.
    Measure(Unit),
    /// That it counts: *Aantal*.
    Counts,
    None,
}

pub(super) fn start_of_label(pack: &Pack, label: &str) -> LabelStart {
    if pack.each(|tables| tables.cells.percent_points).any(|sign| label.starts_with(sign)) {
        return LabelStart::Measure(Unit::PERCENTAGE_POINT);
    }
    if label.starts_with('%') {
        return LabelStart::Measure(Unit::PERCENT);
    }
    let first = label.chars().next().and_then(|c| c.to_lowercase().next());
    // Few labels begin with the letter of one of these.
    let may_begin =
        |(words, _): &&(&str, Unit)| first.is_some_and(|first| words.starts_with(first));
    let money = || pack.each(|tables| tables.labels.begins_with_money).filter(may_begin);
    if money().next().is_some() {
        let lower = label.to_lowercase();
        let begins = |words: &str| {
            lower.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if let Some((_, unit)) = money().find(|(words, _)| begins(words)) {
            return LabelStart::Measure(unit.clone());
        }
    }
    let mut words = label.split_whitespace();
    let first = words.next().unwrap_or_default();
    let Some(word) = fold_word(first) else { return LabelStart::None };
    let next = words.next();
    let measure = |word: &str| match pack.measure(&fold_word(word)?)? {
        NumberWord::Unit(unit) => Some(unit.clone()),
        _ => None,
    };
    let is_pair = |(one, other): &&(&str, &str)| {
        *word == **one && next.is_some_and(|next| next.eq_ignore_ascii_case(other))
    };
    if pack.has(&word, |tables| tables.labels.begins_with_percent)
        || is_compound_of_percent(pack, &word)
        || pack.each(|tables| tables.labels.percent_pairs).find(is_pair).is_some()
    {
        LabelStart::Measure(Unit::PERCENT)
    } else if pack.has(&word, |tables| tables.labels.begins_with_count) {
        // Something else than things may be counted: *Aantal fte*, *Number of days*.
        let is_of = |next: &str| {
            pack.each(|tables| tables.labels.of).any(|of| next.eq_ignore_ascii_case(of.trim()))
        };
        let counted = if next.is_some_and(is_of) { words.next() } else { next };
        counted.and_then(measure).map_or(LabelStart::Counts, LabelStart::Measure)
    } else if pack.has(&word, |tables| tables.labels.begins_with_measure) {
        measure(first).map_or(LabelStart::None, LabelStart::Measure)
    } else if is_rank(pack, &fold(label, true)) {
        LabelStart::Measure(Unit::RANK)
    } else {
        LabelStart::None
    }
}

/// Whether a folded word is a compound that ends in a word for percent: *rentepercentage*,
/// *ziekteverzuimpercentage*. Abbreviations (*perc*, *pct*)
/// end other words too, and make no compounds.
fn is_compound_of_percent(pack: &Pack, word: &str) -> bool {
    // The shortest whole words of the packs have seven letters, the longest abbreviation four.
    const SHORTEST: usize = 7;
    pack.each(|tables| tables.labels.begins_with_percent)
        .any(|ending| ending.len() >= SHORTEST && word.ends_with(ending))
}

/// Whether a label says that its numbers are places in a ranking.
fn is_rank(pack: &Pack, folded: &str) -> bool {
    let is_begun = |with: &&str| {
        folded.strip_prefix(*with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    pack.each(|tables| tables.labels.rank_begins).any(is_begun) || {
        let within = Within::new(folded);
        pack.each(|tables| tables.labels.rank_phrases).any(|words| within.has(words))
    }
}
