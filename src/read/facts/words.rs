//! The words of headers: what a phrase states.

use chrono::Datelike;

use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::dates;
use crate::read::language::HeaderWord;
use crate::read::vocabulary::{Column, Vocabulary};
use crate::words::fold;

pub(in crate::read) use crate::read::language::{ColumnKind, FlowWord};

/// The meaning of a phrase, folded without spaces. A narrow column breaks a word: *vermeer-deringen*.
pub(in crate::read) fn phrase(vocabulary: &Vocabulary, folded: &str) -> Option<HeaderWord> {
    whole_phrase(vocabulary, folded).or_else(|| {
        let (one, other) = folded.split_once('-')?;
        let is_word = |part: &str| part.len() > 1 && part.chars().all(char::is_alphabetic);
        let is_broken = is_word(one) && is_word(other);
        whole_phrase(vocabulary, &[one, other].concat()).filter(|_| is_broken)
    })
}

/// The meaning of a phrase that is printed as it is known.
fn whole_phrase(vocabulary: &Vocabulary, folded: &str) -> Option<HeaderWord> {
    let column = match vocabulary.added_header(folded) {
        Some(column) => column,
        None => match vocabulary.pack().header(folded).filter(|_| vocabulary.has_pack_headers()) {
            Some(word) => return Some(word),
            None => vocabulary.header(folded)?,
        },
    };
    match column {
        Column::Figures(role) => Some(HeaderWord::Role(role)),
        other => kind_of(other).map(HeaderWord::Column),
    }
}

/// Whether a phrase, folded without spaces, is of figures of several years: *Meerjarenraming*.
pub(in crate::read) fn is_multi_year(vocabulary: &Vocabulary, folded: &str) -> bool {
    vocabulary.pack().each(|tables| tables.headers.multi_year).any(|word| *word == folded)
}

/// Whether a header names a term over which an amount is written off or paid back: *Afschrijvingstermijn*.
pub(in crate::read) fn names_term(vocabulary: &Vocabulary, header: &str) -> bool {
    let terms = || vocabulary.pack().each(|tables| tables.headers.terms);
    fold(header, true).split(' ').any(|word| terms().any(|of| word.starts_with(*of)))
}

/// What a column holds. `None` if that is figures with a role.
pub(in crate::read) fn kind_of(column: Column) -> Option<ColumnKind> {
    Some(match column {
        Column::Figures(_) => return None,
        Column::Value => ColumnKind::Value,
        Column::Label => ColumnKind::Label,
        Column::Group => ColumnKind::Group,
        Column::Period => ColumnKind::Period,
        Column::Role => ColumnKind::Role,
        Column::Flow => ColumnKind::Flow,
        Column::Area => ColumnKind::Area,
        Column::Population => ColumnKind::Population,
        Column::Unit => ColumnKind::Unit,
        Column::Code => ColumnKind::Code,
        Column::Number => ColumnKind::Number,
        Column::Source => ColumnKind::Source,
        Column::Notes => ColumnKind::Notes,
        Column::Status => ColumnKind::Status,
        Column::Remark => ColumnKind::Remark,
        Column::Measured => ColumnKind::Measured,
        Column::Attribute => ColumnKind::Attribute,
    })
}

/// The years that a letter stands before.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2069;

/// `R2016`, `B 2017`, `W2018`.
pub(in crate::read) fn lettered(vocabulary: &Vocabulary, word: &str) -> Option<(Role, Period)> {
    let mut letters = word.chars();
    let letter = letters.next()?;
    // Few words begin with one of these letters.
    let role = vocabulary.letter(letter)?;
    let period = dates::period(vocabulary.pack(), letters.as_str().trim_start())?;
    // *R2100* is the number of a reserve: budgets look ahead by four years, and some by forty.
    let year = period.start().year();
    YEARS.contains(&year).then_some((role, period))
}

/// A year with the letter after it: `2017 (R)`, `2019 B`.
pub(in crate::read) fn lettered_after(
    vocabulary: &Vocabulary,
    text: &str,
) -> Option<(Role, Period)> {
    let (year, letter) = text.split_once([' ', '('])?;
    let letter = letter.trim_start_matches('(');
    let letter = letter.strip_suffix(')').unwrap_or(letter);
    let mut letters = letter.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
    let role = vocabulary.letter(letter)?;
    let year = dates::year(year.trim_end())?;
    YEARS.contains(&i32::from(year)).then(|| Period::year(year).ok())?.map(|period| (role, period))
}

/// Whether a word stands before the end of a time that begins elsewhere: *t/m juni 2018*.
pub(in crate::read) fn is_through(vocabulary: &Vocabulary, word: &str) -> bool {
    let mut through = vocabulary.pack().each(|tables| tables.dates.through);
    through.any(|through| through.trim().eq_ignore_ascii_case(word))
}

/// A header without what says how its signs are to be understood: *Saldo (- = nadeel)*, *Rekening 2020 (x € 1.000, - = nadelig)*. `None` if it
/// says nothing of that, or if some other sign of equality is left.
pub(in crate::read) fn without_sign_rule(vocabulary: &Vocabulary, text: &str) -> Option<String> {
    let is_sign = |c: char| matches!(c, '-' | '+' | '−' | '–' | '/');
    let pack = vocabulary.pack();
    let is_letter = |c: char| pack.each(|tables| tables.headers.sign_letters).any(|of| *of == c);
    let mut left = text.to_owned();
    while let Some((before, after)) = left.split_once('=') {
        let before = before.trim_end();
        let letter = before.strip_suffix(is_letter);
        let rest = letter
            .filter(|rest| !rest.ends_with(char::is_alphanumeric))
            .unwrap_or_else(|| before.trim_end_matches(is_sign));
        let end = after.find([',', ';', '(', ')']).unwrap_or(after.len());
        let (meaning, tail) = after.split_at(end);
        let is_known = |word: &str| {
            is_link(vocabulary, word)
                || crate::words::fold_word(word)
                    .is_some_and(|word| phrase(vocabulary, &word).is_some())
        };
        if rest.len() == before.len() || meaning.trim().is_empty() {
            return None;
        }
        if !meaning.split_whitespace().all(is_known) {
            return None;
        }
        let rest = rest.trim_end_matches([' ', ',', ';']);
        left = match (rest.strip_suffix('('), tail.strip_prefix(')')) {
            (Some(rest), Some(tail)) => format!("{}{tail}", rest.trim_end()),
            _ => format!("{rest}{tail}"),
        };
    }
    (left.len() < text.len()).then_some(left)
}

/// Whether a word only links others.
pub(in crate::read) fn is_link(vocabulary: &Vocabulary, word: &str) -> bool {
    if !word.contains(char::is_alphanumeric) {
        return true;
    }
    crate::words::fold_word(word).is_some_and(|word| is_link_folded(vocabulary, &word))
}

/// The same for a word that is folded; it is empty where it has signs alone.
pub(in crate::read) fn is_link_folded(vocabulary: &Vocabulary, word: &str) -> bool {
    let pack = vocabulary.pack();
    word.is_empty() || pack.is_header_link(word) || pack.is_total(word)
}
