//! The title of an edition and the headings of policy fields.

use super::dates::period;
use super::language::Pack;
use super::shapes;
use super::vocabulary::Vocabulary;
use crate::leaves::code::Code;
use crate::leaves::period::Period;
use crate::leaves::terms::Level;
use crate::model::budget::Edition;
use crate::model::field::Heading;
use crate::words::{fold_word, has_digit, split_at_words};

/// A title: the edition, and the organisation if it is named.
pub(super) struct Title {
    pub(super) edition: Edition,
    pub(super) organisation: Option<String>,
}

/// Reads `Begroting 2017`, `Jaarverslag 2018 gemeente Groningen`, `Gemeente Groningen - Begroting
/// 2017`; in English `FY 2019-20 Adopted Budget` as well.
pub(super) fn title(vocabulary: &Vocabulary, text: &str) -> Option<Title> {
    let pack = vocabulary.pack();
    // It begins with a word and has a year: few lines get further than this.
    if text.len() > MAX_TITLE_LEN
        || (text.starts_with(|c: char| c.is_ascii_digit()) && !may_begin_with_year(pack))
        || !has_digit(text)
    {
        return None;
    }
    let (front, title) = match text.split_once([':', '|']).or_else(|| split_dash(text)) {
        Some((front, title)) if is_body(pack, front.trim()) => (Some(front.trim()), title.trim()),
        Some((title, body)) if is_body(pack, body.trim()) => (Some(body.trim()), title.trim()),
        _ => (None, text),
    };
    let words: Vec<&str> = title.split_whitespace().collect();
    let (period, kind_words) =
        match first_period(pack, &words).filter(|_| may_begin_with_year(pack)) {
            Some((period, after)) => (Some(period), after),
            None => (None, &*words),
        };
    // Before the word for it may come what kind of draft it is.
    let is_draft = |word: &str| {
        fold_word(word).is_some_and(|word| pack.has(&word, |tables| tables.text.drafts))
    };
    let drafts = kind_words.iter().take(MAX_DRAFTS).take_while(|word| is_draft(word)).count();
    let (word, rest) = kind_words.get(drafts..)?.split_first()?;
    let kind = vocabulary.edition(&fold_word(word)?)?;
    let (period, after) = match period {
        Some(period) => (period, rest),
        None => first_period(pack, rest)?,
    };
    let (period, after) = through_year(pack, period, after);
    let after = without_multi_year(pack, after).join(" ");
    let organisation = match front {
        _ if is_body(pack, &after) => Some(after),
        Some(front) if after.is_empty() => Some(front.to_owned()),
        None if after.is_empty() => None,
        _ => return None,
    };
    let edition = Edition { title: Some(text.to_owned()), ..Edition::new(kind, period) };
    Some(Title { edition, organisation })
}

/// How many words before that for the publication are looked at: *final adopted*.
const MAX_DRAFTS: usize = 2;

/// Whether a title may begin with its year: `2018-2019 Adopted Budget`.
fn may_begin_with_year(pack: &Pack) -> bool {
    pack.languages().iter().any(|tables| tables.text.titles_begin_with_year)
}

/// The period at the front of some words, and the words after it: `FY 2020` are two.
fn first_period<'w, 't>(pack: &Pack, words: &'w [&'t str]) -> Option<(Period, &'w [&'t str])> {
    let (first, after) = words.split_first()?;
    if let Some(period) = period(pack, first) {
        return Some((period, after));
    }
    let (second, after) = after.split_first()?;
    // Only where the language has a word for it: else the second word is for something else.
    let is_fiscal = |word: &&str| {
        pack.each(|tables| tables.dates.fiscal).any(|known| word.eq_ignore_ascii_case(known))
    };
    let period = is_fiscal(first).then(|| period(pack, &format!("{first} {second}"))).flatten()?;
    Some((period, after))
}

/// A year and the words after it, of which the first may be a dash and the last year of a longer time: `2017 - 2020`.
fn through_year<'w, 't>(
    pack: &Pack,
    from: Period,
    after: &'w [&'t str],
) -> (Period, &'w [&'t str]) {
    let through = || {
        let (["-" | "–", last], rest) = after.split_first_chunk()? else { return None };
        let last = period(pack, last)?.as_year()?;
        Some((Period::from_years(from.as_year()?, last).ok()?, rest))
    };
    through().unwrap_or((from, after))
}

/// The words after a title without the estimate of later years that is printed in the same volume: *en meerjarenraming 2021-2023*.
fn without_multi_year<'w, 't>(pack: &Pack, after: &'w [&'t str]) -> &'w [&'t str] {
    let is_multi_year = |word: &str| {
        fold_word(word).is_some_and(|word| pack.has(&word, |tables| tables.headers.multi_year))
    };
    let is_link = |word: &str| fold_word(word).is_none_or(|word| pack.is_header_link(&word));
    let Some((_, words)) = after.split_first().filter(|(link, _)| is_link(link)) else {
        return after;
    };
    let Some((word, rest)) = words.split_first() else { return after };
    match first_period(pack, rest) {
        Some((from, rest)) if is_multi_year(word) => through_year(pack, from, rest).1,
        _ => after,
    }
}

const MAX_TITLE_LEN: usize = 120;

fn split_dash(text: &str) -> Option<(&str, &str)> {
    split_at_words(text, " - ").or_else(|| split_at_words(text, " – "))
}

/// Whether a text names a body: `gemeente Groningen`.
pub(super) fn is_body(pack: &Pack, text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    let is_kind = |word: &str| {
        fold_word(word).is_some_and(|word| pack.has(&word, |tables| tables.text.bodies))
    };
    if text.len() > MAX_TITLE_LEN || !words.next().is_some_and(is_kind) {
        return false;
    }
    // *City of Arlington*
    let is_of = |word: &&str| {
        pack.each(|tables| tables.text.body_of).any(|of| word.eq_ignore_ascii_case(of))
    };
    words.next_if(is_of);
    words.next().is_some_and(|name| name.starts_with(char::is_uppercase))
        && !text.ends_with(['.', ',', ';', ':'])
        && words.count() <= 3
}

/// Whether a separate line may be a heading or a question, but could as well be text:
/// `2 Economie`, `1.3 eHealth`, `Programma Economie`, `Wat levert het op?`
pub(super) fn may_be_heading(vocabulary: &Vocabulary, text: &str) -> bool {
    const MAX_LEN: usize = 80;
    if text.len() > MAX_LEN || text.ends_with(['.', ';', ':', ',', '!']) {
        return false;
    }
    let is_capital = |text: &str| text.starts_with(char::is_uppercase);
    let Some((first, rest)) = text.split_once(char::is_whitespace) else { return false };
    let rest = rest.trim_start();
    if text.ends_with('?') {
        return is_capital(text);
    }
    if let Some(code) = code(first.trim_end_matches([':', '.'])) {
        let has_words = rest.contains(char::is_alphabetic) && !is_quantity(vocabulary.pack(), rest);
        // A numbered list of sources stands below tables.
        let is_source = shapes::is_caption_or_source(vocabulary.pack(), rest);
        return has_words && !is_source && (code.depth() > 1 || is_capital(rest));
    }
    is_capital(first)
        && is_capital(rest)
        && fold_word(first).and_then(|word| vocabulary.level(&word)).is_some()
        && first.chars().all(char::is_alphabetic)
}

/// A heading of a field, and the level that its label names.
pub(super) struct FieldHeading {
    pub(super) level: Option<Level>,
    pub(super) heading: Heading,
}

/// Reads `2.3.4 Handelsrelaties`, `Programma 2: Economie` or `Programma II Economie`. A text that
/// reads on like a sentence is a mention and no heading.
pub(super) fn field_heading(vocabulary: &Vocabulary, text: &str) -> Option<FieldHeading> {
    heading_of(vocabulary, text, false)
}

/// The same for a text that is a heading according to the layout: then a code of one part is enough
/// (`6. Wonen`, `IV Milieu`, `A. Energie`), and so is a label (`Thema Sport`).
pub(super) fn field_heading_of_piece(vocabulary: &Vocabulary, text: &str) -> Option<FieldHeading> {
    heading_of(vocabulary, text, true).or_else(|| labelled(vocabulary, text))
}

/// A heading of a label and a title.
fn labelled(vocabulary: &Vocabulary, text: &str) -> Option<FieldHeading> {
    let (label, title) = text.split_once(char::is_whitespace)?;
    let title = title.trim_start();
    if !label.starts_with(char::is_uppercase) || !title.starts_with(char::is_uppercase) {
        return None;
    }
    let level = vocabulary.level(&fold_word(label)?)?;
    let label = Some(label.to_owned());
    Some(FieldHeading {
        level,
        heading: Heading { label, code: None, title: Some(title.to_owned()) },
    })
}

fn heading_of(vocabulary: &Vocabulary, text: &str, is_heading: bool) -> Option<FieldHeading> {
    const MAX_LEN: usize = 200;
    // A label, or a code: few lines get further than this.
    let may_begin = |c: char| c.is_uppercase() || c.is_ascii_digit();
    if text.len() > MAX_LEN || !text.starts_with(may_begin) || text.ends_with(['.', ';', ':', ','])
    {
        return None;
    }
    let (word, after) = text.split_once(char::is_whitespace)?;
    let label = || vocabulary.level(&fold_word(word)?);
    let (label, level, rest) = match label() {
        Some(level) if word.starts_with(char::is_uppercase) => {
            (Some(word), level, after.trim_start())
        }
        // Without a label a code has digits, unless it is known to be a heading.
        _ if is_heading || word.starts_with(|c: char| c.is_ascii_digit()) => (None, None, text),
        _ => return None,
    };
    let (printed, title) = match rest.split_once(char::is_whitespace) {
        Some((printed, title)) => (printed, title.trim_start()),
        None => (rest, ""),
    };
    let title = title.trim_start_matches(['-', '–', ':']).trim_start();
    let well_titled = match title.chars().next() {
        None => label.is_some(),
        Some(first) => {
            (first.is_uppercase() || first == '\'' || first == '‘')
                && !is_quantity(vocabulary.pack(), title)
        }
    };
    // The dots of a table of contents lead to a page.
    if !well_titled || split_at_words(text, "....").is_some() {
        return None;
    }
    let bare = printed.trim_end_matches([':', '.']);
    let code = if label.is_some() || is_heading { lettered_code(bare)? } else { code(bare)? };
    // A single letter may be a word (`A Coruña`), unless a point follows.
    let is_letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_alphabetic());
    if label.is_none() && (if is_heading { is_letter && bare == printed } else { code.depth() < 2 })
    {
        return None;
    }
    let label = label.map(str::to_owned);
    let title = (!title.is_empty()).then(|| title.to_owned());
    Some(FieldHeading { level, heading: Heading { label, code: Some(code), title } })
}

/// Whether a title goes on as a number does: `1.5 Miljoen euro`, `7.5 FTE`.
fn is_quantity(pack: &Pack, title: &str) -> bool {
    let first = title.split_whitespace().next().and_then(fold_word);
    first.is_some_and(|word| pack.is_measure(&word))
}

/// Whether a text is a goal with its number, as it is printed in a heading or an item: `Doel 1.a
/// Meer woningen`, `Doelstelling 2: minder afval`.
pub(super) fn is_goal(vocabulary: &Vocabulary, text: &str) -> bool {
    let Some((word, rest)) = text.split_once(char::is_whitespace) else { return false };
    let Some((number, words)) = rest.trim_start().split_once(char::is_whitespace) else {
        return false;
    };
    word.starts_with(char::is_uppercase)
        && words.contains(char::is_alphabetic)
        && fold_word(word).is_some_and(|word| vocabulary.is_goal(&word))
        && goal_code(number).is_some()
}

/// Whether a text is a goal by its number alone, whose last part is a letter: `1.6.a Meer
/// woningen`. Where no goals are asked for it may be a field.
pub(super) fn is_lettered_goal(text: &str) -> bool {
    let Some((number, words)) = text.split_once(char::is_whitespace) else { return false };
    words.trim_start().starts_with(char::is_uppercase)
        && goal_code(number).is_some_and(|code| {
            code.depth() > 1 && code.as_str().ends_with(|c: char| c.is_ascii_lowercase())
        })
}

/// Whether a heading begins with a number and has words after it: `1. Meer woningen`. Below a
/// question for goals it is one of them.
pub(super) fn is_numbered(text: &str) -> bool {
    let Some((number, words)) = text.split_once(char::is_whitespace) else { return false };
    number.starts_with(|c: char| c.is_ascii_digit())
        && goal_code(number).is_some()
        && words.trim_start().starts_with(char::is_uppercase)
}

/// The number that a goal or an action begins with: that after its word (`Doel 1.a Meer woningen`),
/// or one that is written as a number of a list (`1. Bouwen`, `1.6.a Bouwen`). `3 scholen bouwen`
/// begins with a number of schools.
pub(super) fn number_of(vocabulary: &Vocabulary, text: &str) -> Option<Code> {
    let mut words = text.split_whitespace();
    let first = words.next()?;
    if is_goal(vocabulary, text) {
        return goal_code(words.next()?);
    }
    if !first.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let code = goal_code(first)?;
    let is_number = first.ends_with(['.', ')', ':']) || code.depth() > 1;
    is_number.then_some(code)
}

fn goal_code(printed: &str) -> Option<Code> {
    let bare = printed.trim_end_matches([':', '.', ')']);
    let short = |part: &str| (1..=2).contains(&part.len());
    if !bare.split('.').all(short) {
        return None;
    }
    // No text is made where there is none to leave out.
    if bare.contains('0') { without_zeros(bare).parse().ok() } else { bare.parse().ok() }
}

/// A code of which a part may be a letter or a Roman numeral in capitals: `IV`, `II.B`, `C.1`.
fn lettered_code(printed: &str) -> Option<Code> {
    const MAX_LEN: usize = 6;
    let is_part =
        |part: &str| part.len() <= MAX_LEN && part.bytes().all(|byte| byte.is_ascii_uppercase());
    code(printed).or_else(|| {
        let all = printed.split('.').all(|part| is_part(part) || code(part).is_some());
        if all { without_zeros(printed).parse().ok() } else { None }
    })
}

/// A code whose parts may begin with a zero: `01.1` is `1.1`.
fn without_zeros(printed: &str) -> String {
    let part = |part: &'_ str| {
        let shorter =
            part.strip_prefix('0').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        shorter.unwrap_or(part).to_owned()
    };
    printed.split('.').map(part).collect::<Vec<_>>().join(".")
}

/// A code as headings print it: parts of one or two digits, which may begin with a zero.
fn code(printed: &str) -> Option<Code> {
    let mut code = String::with_capacity(printed.len());
    for part in printed.split('.') {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_lowercase());
        if !(1..=2).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        if !code.is_empty() {
            code.push('.');
        }
        let shortened = part.strip_prefix('0').filter(|_| digits.len() == 2);
        code.push_str(shortened.unwrap_or(part));
    }
    code.parse().ok()
}
