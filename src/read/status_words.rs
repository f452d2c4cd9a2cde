//! The words next to a figure, in parentheses or in a footnote: their meaning, and whether they
//! are understood.
//!
//! The words that change what a figure means can't be listed: *cijfer van vorig jaar*, *andere
//! meetmethode*, *exclusief Haren*. So it is the other way round: what says how a figure came about
//! and what changes nothing is known, and anything else is not understood.

use crate::leaves::period::Period;
use crate::leaves::role::{Status, Statuses};
use crate::read::dates;
use crate::read::language::Pack;
use crate::words::{fold, has_phrase};

/// The meaning of words next to a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::read) struct WordsMeaning {
    pub(in crate::read) statuses: Statuses,
    /// The year that it is of, where they name one.
    pub(in crate::read) dated: Option<Period>,
    /// Whether all of them are understood.
    pub(in crate::read) is_understood: bool,
}

/// The meaning of words next to a figure, in its cell or its column.
pub(in crate::read) fn meaning_of_words(pack: &Pack, text: &str) -> WordsMeaning {
    let nothing = WordsMeaning { is_understood: true, ..WordsMeaning::default() };
    let folded = fold(text, true);
    let words = || folded.split(' ');
    let mut years = words().filter_map(dates::year);
    let dated = years.next().and_then(|year| Period::year(year).ok());
    // It is unknown which of two years is meant.
    if years.next().is_none() {
        if let Some(statuses) = statuses(pack, &folded) {
            return WordsMeaning { statuses, dated, ..nothing };
        }
        if let Some(period) = dates::period(pack, text).or_else(|| dates::month(pack, text)) {
            return WordsMeaning { dated: Some(period), ..nothing };
        }
        let leads = |word: &str| pack.is_filler(word) || dates::year(word).is_some();
        if dated.is_some() && words().all(leads) {
            return WordsMeaning { dated, ..nothing };
        }
        if dated.is_none()
            && (is_final(pack, &folded) || is_derivation(text) || is_source(pack, text))
        {
            return nothing;
        }
    }
    WordsMeaning::default()
}

/// What words state about the figures of a row, after its label. They may say what the row is about as
/// well, which holds for its results as for its targets.
pub(in crate::read) fn meaning_of_row(pack: &Pack, text: &str) -> WordsMeaning {
    let meaning = meaning_of_words(pack, text);
    let folded = fold(text, true);
    let is_harmless = || {
        is_frequency(pack, &folded)
            || is_kind(pack, &folded)
            || is_scale(pack, &folded)
            || is_definition(pack, &folded)
    };
    if meaning.is_understood || !is_harmless() {
        return meaning;
    }
    WordsMeaning { is_understood: true, ..WordsMeaning::default() }
}

/// The meaning of a cell in a column of remarks for the figures of its row. It may be a judgement (*op
/// koers*) or a story; only if it is short and about figures must it be understood.
pub(in crate::read) fn meaning_in_column(pack: &Pack, text: &str) -> WordsMeaning {
    const MAX_LEN: usize = 80;
    // Words of a judgement (*niet op koers*) and of what happened.
    let is_of_story = |word: &&str| {
        pack.has(word, |tables| tables.remarks.story)
            || pack.each(|tables| tables.remarks.story_stems).any(|stem| word.starts_with(stem))
    };
    let meaning = meaning_of_words(pack, text);
    let is_remark = text.len() <= MAX_LEN && {
        let folded = fold(text, true);
        let words: Vec<&str> = folded.split(' ').filter(|word| !is_of_story(word)).collect();
        is_about_figures(pack, &words.join(" "))
    };
    WordsMeaning { is_understood: meaning.is_understood || !is_remark, ..meaning }
}

/// The statuses that words next to a number say. All of them must be of that: who says *geen
/// prognose* or *prognose 50* says something else.
pub(in crate::read) fn statuses(pack: &Pack, folded: &str) -> Option<Statuses> {
    let until = || pack.each(|tables| tables.remarks.until);
    let finals = || pack.each(|tables| tables.remarks.finals);
    // Few words say anything of the kind.
    let may_say = |word: &str| {
        pack.status(word).is_some()
            || until().any(|until| until.split(' ').next() == Some(word))
            || finals().any(|last| *last == word)
    };
    if !folded.split(' ').any(may_say) {
        return None;
    }
    let mut statuses = Statuses::NONE;
    let mut words: Vec<&str> = folded.split(' ').collect();
    let padded = [" ", folded, " "].concat();
    // Up to and with a month that doesn't end the year.
    for until in until() {
        if has_phrase(folded, until)
            && let Some((before, after)) = padded.split_once(&*[" ", until, " "].concat())
        {
            let mut after = after.split_whitespace();
            let month = after.next().and_then(|word| pack.month(word));
            if month.is_none_or(|month| month == 12) {
                return None;
            }
            statuses.insert(Status::Partial);
            words = before.split_whitespace().chain(after).collect();
        }
    }
    for phrase in pack.each(|tables| tables.remarks.not_final) {
        if has_phrase(folded, phrase) {
            statuses.insert(Status::Provisional);
            let rest = padded.replacen(phrase, "", 1);
            return rest.split_whitespace().all(|word| pack.is_filler(word)).then_some(statuses);
        }
    }
    for word in words {
        match pack.status(word) {
            Some(status) => statuses.insert(status),
            None if pack.is_filler(word) || dates::year(word).is_some() => {}
            None => return None,
        }
    }
    (!statuses.is_empty()).then_some(statuses)
}

/// Whether a number is said to be the last word: *definitieve cijfers*.
fn is_final(pack: &Pack, folded: &str) -> bool {
    let is_word = |word: &str| pack.has(word, |tables| tables.remarks.finals);
    folded.split(' ').any(is_word)
        && folded.split(' ').all(|word| is_word(word) || pack.is_filler(word))
}

/// Whether it says what a percentage or a number comes from: `=60 gemeenten`.
pub(in crate::read) fn is_derivation(text: &str) -> bool {
    text.starts_with('=')
}

/// Whether a text names where a figure comes from, and states nothing else about it: *Bron: CBS*, *CBS*,
/// *eigen onderzoek*.
fn is_source(pack: &Pack, text: &str) -> bool {
    let is_known = |word: &str| {
        pack.has(word, |tables| tables.remarks.source_names)
            || pack.has(word, |tables| tables.remarks.source_kinds)
    };
    let links = |word: &str| pack.has(word, |tables| tables.remarks.source_links);
    let folded = fold(text, true);
    let first = folded.split(' ').next().unwrap_or_default();
    let is_named = pack.has(first, |tables| tables.remarks.source_leads);
    if is_named && is_about_figures(pack, &folded) {
        return false;
    }
    let parts = || text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let is_name = |part: &str| part.starts_with(char::is_uppercase);
    let is_of_source = |part: &str| {
        let word = fold(part, false);
        is_known(&word) || links(&word) || (is_named && is_name(part))
    };
    let names = |part: &str| {
        let word = fold(part, false);
        is_known(&word) || (is_named && is_name(part) && !links(&word))
    };
    parts().all(is_of_source) && parts().any(names)
}

/// Whether it says how often something is measured: *tweejaarlijkse enquête*, *per vier jaar*.
fn is_frequency(pack: &Pack, folded: &str) -> bool {
    let of = |word: &str| {
        pack.each(|tables| tables.remarks.frequency_ends).any(|end| word.ends_with(end))
            || pack.has(word, |tables| tables.remarks.frequencies)
    };
    let around = |word: &str| pack.has(word, |tables| tables.remarks.frequency_around);
    let is_per_year = pack
        .each(|tables| tables.remarks.frequency_leads)
        .any(|word| folded.starts_with(word))
        && pack.each(|tables| tables.remarks.frequency_years).any(|year| folded.ends_with(year));
    let mut words = folded.split(' ');
    (words.clone().any(of) || is_per_year) && words.all(|word| of(word) || around(word))
}

/// Whether it states the kind of an indicator: *nieuwe indicator*, *verplichte indicator*.
fn is_kind(pack: &Pack, folded: &str) -> bool {
    pack.each(|tables| tables.remarks.kind_nouns).any(|noun| folded.contains(noun))
        && folded.split(' ').all(|word| pack.has(word, |tables| tables.remarks.kinds))
}

/// Whether it says between which numbers a score lies: *schaal 1-5*.
fn is_scale(pack: &Pack, folded: &str) -> bool {
    let is_word = |word: &str| {
        pack.has(word, |tables| tables.remarks.scales)
            || (word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    pack.each(|tables| tables.remarks.scale_nouns).any(|noun| folded.contains(noun))
        && folded.split(' ').all(is_word)
}

/// Whether it says what an indicator counts: *percentage van het winkelvloeroppervlak*. It begins
/// so, and states nothing about its figures.
fn is_definition(pack: &Pack, folded: &str) -> bool {
    let begins = |with: &&str| {
        folded.strip_prefix(*with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    pack.each(|tables| tables.remarks.definitions).any(begins) && !is_about_figures(pack, folded)
}

/// Whether words speak of figures, of how or when they were measured, or of what they leave out,
/// rather than of what they are about.
fn is_about_figures(pack: &Pack, folded: &str) -> bool {
    folded.split(' ').any(|word| {
        pack.is_about_figures(word) || pack.is_month(word) || dates::year(word).is_some()
    })
}
