//! The questions that open the parts of a field, and the titles of tables.

use super::dates;
use super::heading;
use super::vocabulary::{Question, Vocabulary};
use crate::leaves::code::Code;
use crate::leaves::period::Period;
use crate::leaves::terms::IndicatorKind;
use crate::words::{Within, fold_phrase, fold_word};

/// A heading as words: it doesn't end as a sentence or the item of a list does.
fn is_closed(text: &str) -> bool {
    text.ends_with(['.', ';', ','])
}

pub(super) fn table_title(vocabulary: &Vocabulary, text: &str) -> Option<Option<IndicatorKind>> {
    const MAX_LEN: usize = 60;
    let is_word = |c: char| !c.is_lowercase() && !c.is_ascii_digit();
    let may_be = text.len() <= MAX_LEN && text.starts_with(is_word) && !is_closed(text);
    may_be.then(|| vocabulary.table(&fold_word(text)?)).flatten()
}

/// The code in front of a question: the `1.1` of *1.1 Wat willen we bereiken?*
pub(super) fn code_of(vocabulary: &Vocabulary, text: &str) -> Option<Code> {
    let (code, rest) = with_code(text)?;
    bare_question(vocabulary, rest).map(|_| code)
}

/// A code and what follows it.
fn with_code(text: &str) -> Option<(Code, &str)> {
    let (printed, rest) = text.split_once(char::is_whitespace)?;
    Some((heading::code(printed.strip_suffix('.').unwrap_or(printed))?, rest.trim_start()))
}

/// A question without its code, its question mark and its year, and that year.
pub(super) fn question(vocabulary: &Vocabulary, text: &str) -> Option<(Question, Option<Period>)> {
    let coded = with_code(text).and_then(|(_, rest)| bare_question(vocabulary, rest));
    coded.or_else(|| bare_question(vocabulary, text))
}

fn bare_question(vocabulary: &Vocabulary, text: &str) -> Option<(Question, Option<Period>)> {
    let may_be = text.ends_with('?') || text.starts_with(char::is_uppercase);
    if !may_be || is_closed(text) {
        return None;
    }
    // Words in parentheses say more of it: *(met activiteiten voor 2020)*.
    let bare = match text.trim_end_matches('?').trim_end().strip_suffix(')') {
        Some(inner) => inner.rsplit_once('(').map_or(text, |(front, _)| front.trim_end()),
        None => text,
    };
    let folded = fold_phrase(bare)?;
    let pack = vocabulary.pack();
    let mut spellings = pack.each(|tables| tables.text.question_spellings);
    let within = Within::new(&folded);
    let spelled = spellings
        .find(|(one, _)| within.split(one).is_some())
        .map(|(one, other)| folded.replace(one, other));
    let folded = spelled.as_deref().unwrap_or(&folded);
    let known = |folded: &str| {
        // A heading may stand before its question: *Doelen Wat willen we bereiken?*
        let headed = || {
            let (heading, question) = folded.split_once(' ')?;
            let (first, second) = (vocabulary.question(heading)?, vocabulary.question(question)?);
            (first == second).then_some(first)
        };
        vocabulary.question(folded).or_else(headed)
    };
    if let Some(question) = known(folded) {
        return Some((question, None));
    }
    if text.ends_with('?')
        && let Some(general) = of_field(vocabulary, folded)
        && let Some(question) = vocabulary.question(&general)
    {
        return Some((question, None));
    }
    // *Wat gaan we daar in 2020 voor doen*
    let year_within = || {
        let (at, year) = folded.match_indices(' ').find_map(|(at, _)| {
            let word = folded.get(at + 1..)?.split(' ').next()?;
            Some((at, word)).filter(|(_, word)| dates::year(word).is_some())
        })?;
        let (front, after) = (folded.get(..at)?, folded.get(at + 1 + year.len()..)?);
        let mut leads = pack.each(|tables| tables.text.question_in);
        let front = leads.find_map(|lead| front.strip_suffix(lead))?;
        Some((known(&format!("{front}{after}"))?, dates::period(pack, year)))
    };
    if let Some(found) = year_within() {
        return Some(found);
    }
    let (words, year) = folded.rsplit_once(' ')?;
    let mut period = dates::period(pack, year)?;
    let mut words = words;
    if let Some((before, first)) = words.rsplit_once(' ')
        && dates::year(first).is_some()
    {
        period = dates::period(pack, &format!("{first}-{year}"))?;
        words = before;
    }
    let mut leads = pack.each(|tables| tables.text.question_in);
    let words = leads.find_map(|lead| words.strip_suffix(lead)).unwrap_or(words);
    known(words).map(|question| (question, Some(period)))
}

/// A question about a field that it names, as one about the field that is open: *wat heeft
/// programma ii gekost* asks *wat heeft het gekost*.
fn of_field(vocabulary: &Vocabulary, folded: &str) -> Option<String> {
    let at = folded.split(' ').position(|word| vocabulary.level(word).is_some())?;
    let words: Vec<&str> = folded.split(' ').collect();
    let (front, after) = (words.get(..at)?, words.get(at + 2..)?);
    let it = vocabulary.pack().languages().first()?.text.question_it;
    Some([front, &[it], after].concat().join(" "))
}
