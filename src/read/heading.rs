//! The title of an edition and the headings of policy fields.

use super::dates::period;
use super::facts::words;
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
/// 2017`; in English `FY 2019-20 Adopted Budget` as well. A running head may have the number of its page at either end:
/// `34 | Jaarstukken 2019 Provincie Drenthe`.
pub(super) fn title(vocabulary: &Vocabulary, text: &str) -> Option<Title> {
    let pack = vocabulary.pack();
    // It begins with a word and has a year: few lines get further than this.
    if text.len() > MAX_TITLE_LEN || !has_digit(text) || !text.contains(char::is_alphabetic) {
        return None;
    }
    let bare = without_page(pack, text);
    if let Some(title) = title_of(vocabulary, bare) {
        return Some(title);
    }
    // *Provincie Drenthe Jaarstukken 2019*: the body stands in front.
    let (first, _) = bare.split_once(' ')?;
    if !is_kind_of_body(pack, first) {
        return None;
    }
    bare.match_indices(' ').take(MAX_BODY_WORDS).find_map(|(at, _)| {
        let (body, rest) = (bare.get(..at)?, bare.get(at..)?.trim_start());
        let title = is_body(pack, body).then(|| title_of(vocabulary, rest)).flatten()?;
        let organisation = title.organisation.is_none().then(|| body.to_owned())?;
        let edition = Edition { title: Some(bare.to_owned()), ..title.edition };
        Some(Title { edition, organisation: Some(organisation) })
    })
}

/// The title that the first line of a document is, where a name stands behind its year as well: *Begroting 2021 Tiel*. Whether that is of a body or of a
/// field isn't known, so the title names none.
pub(super) fn first_title(vocabulary: &Vocabulary, text: &str) -> Option<Title> {
    const MAX_NAMES: usize = 3;
    title(vocabulary, text).or_else(|| {
        let is_name = |word: &str| {
            let is_known =
                || fold_word(word).is_some_and(|word| words::phrase(vocabulary, &word).is_some());
            word.starts_with(char::is_uppercase) && !has_digit(word) && !is_known()
        };
        let mut front = text;
        for _ in 0..MAX_NAMES {
            let (before, name) = front.trim_end().rsplit_once(' ')?;
            if !is_name(name) {
                return None;
            }
            if let Some(found) = title(vocabulary, before) {
                let edition = Edition { title: Some(text.to_owned()), ..found.edition };
                return Some(Title { edition, ..found });
            }
            front = before;
        }
        None
    })
}

/// The words of the name of a body, at most.
const MAX_BODY_WORDS: usize = 6;

/// A running head without its page number: *34 | Jaarstukken 2019*, *Begroting 2020 - pagina 12*. A number at the end is that of a page
/// only if the word for a page stands in front of it: *Budget 2019-20* ends in a year.
fn without_page<'t>(pack: &Pack, text: &'t str) -> &'t str {
    const SIGNS: [char; 4] = ['|', '-', '–', ':'];
    let is_number = |word: &str| {
        (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_numbered = |text: &str| {
        let (word, number) = text.trim().split_once(' ').unwrap_or_default();
        is_number(number) && pack.has_in_any_case(word, |tables| tables.text.pages)
    };
    let front = text.split_once(SIGNS).filter(|(front, rest)| {
        rest.starts_with(' ') && (is_number(front.trim()) || is_numbered(front))
    });
    let text = front.map_or(text, |(_, rest)| rest.trim_start());
    let end = text.rsplit_once('|').filter(|(_, end)| is_number(end.trim()));
    let end = end.or_else(|| text.rsplit_once(SIGNS).filter(|(_, end)| is_numbered(end)));
    end.map_or(text, |(rest, _)| rest.trim_end())
}

/// The title in a text that a site or a program prints around the page: *Kengetallen - Jaarstukken 2019 | Weert*, *Home > Documents >
/// 2021/2022 Annual budget*.
pub(super) fn title_within(vocabulary: &Vocabulary, text: &str) -> Option<Title> {
    const MAX_LEN: usize = 250;
    if text.len() > MAX_LEN {
        return None;
    }
    if let Some(title) = title(vocabulary, text.trim()) {
        return Some(title);
    }
    let is_stroke =
        |c: char| matches!(c, '|' | '>' | '»' | '›' | '"' | '“' | '”' | '(' | ')' | '·');
    let parts = || {
        let parts = text.split(is_stroke);
        parts.flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – ")).map(str::trim)
    };
    let within = |part| words_of_title(vocabulary, part);
    let mut found =
        parts().find_map(|part| title(vocabulary, part)).or_else(|| parts().find_map(within))?;
    let body = || parts().find(|part| is_body(vocabulary.pack(), part)).map(str::to_owned);
    found.organisation = found.organisation.take().or_else(body);
    Some(found)
}

/// The title that some words of a text are: those from the first on that begins one, as far as they are one.
fn words_of_title(vocabulary: &Vocabulary, text: &str) -> Option<Title> {
    const MAX_WORDS: usize = 12;
    if text.len() > MAX_TITLE_LEN || !has_digit(text) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().take(MAX_WORDS).collect();
    let starts = (0..words.len()).map(|from| words.get(from..).unwrap_or_default());
    starts
        .flat_map(|words| (2..=words.len()).rev().filter_map(|count| words.get(..count)))
        .find_map(|words| title_of(vocabulary, &words.join(" ")))
}

/// The title that a text is as a whole.
fn title_of(vocabulary: &Vocabulary, text: &str) -> Option<Title> {
    let pack = vocabulary.pack();
    let (front, title) = match text.split_once([':', '|']).or_else(|| split_dash(text)) {
        Some((front, title)) if is_body(pack, front.trim()) => (Some(front.trim()), title.trim()),
        Some((title, body)) if is_body(pack, body.trim()) => (Some(body.trim()), title.trim()),
        _ => (None, text),
    };
    let words: Vec<&str> = title.split_whitespace().collect();
    let words = without_ordinal(pack, &words);
    if words.first()?.starts_with(|c: char| c.is_ascii_digit()) && !may_begin_with_year(pack) {
        return None;
    }
    let (period, kind_words) = match first_period(pack, words).filter(|_| may_begin_with_year(pack))
    {
        Some((period, after)) => (Some(period), after),
        None => (None, words),
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
        None => first_period(pack, without_second_kind(vocabulary, rest))?,
    };
    let (period, after) = through_year(pack, period, after);
    let after = without_multi_year(pack, after).join(" ");
    let is_ending = pack
        .each(|tables| tables.text.title_endings)
        .any(|ending| after.eq_ignore_ascii_case(ending));
    let after = if is_ending { String::new() } else { after };
    let organisation = match front {
        _ if is_body(pack, &after) => Some(after),
        Some(front) if after.is_empty() => Some(front.to_owned()),
        None if after.is_empty() => None,
        _ => return None,
    };
    let edition = Edition { title: Some(text.to_owned()), ..Edition::new(kind, period) };
    Some(Title { edition, organisation })
}

/// The words of a title without the number of a report in a year: *Tweede tussenrapportage 2021*, *1e bestuursrapportage 2020*.
fn without_ordinal<'w, 't>(pack: &Pack, words: &'w [&'t str]) -> &'w [&'t str] {
    let Some((first, rest)) = words.split_first() else { return words };
    let is_counting =
        fold_word(first).is_some_and(|word| pack.has(&word, |tables| tables.headers.counting));
    let end = first.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_ordinal = first.len() - end.len() == 1
        && pack.each(|tables| tables.cells.ordinals).any(|ordinal| end == *ordinal);
    if is_counting || is_ordinal { rest } else { words }
}

/// The words after the kind of publication without another one in the same volume: *Jaarverslag en jaarrekening 2019*.
fn without_second_kind<'w, 't>(vocabulary: &Vocabulary, after: &'w [&'t str]) -> &'w [&'t str] {
    let pack = vocabulary.pack();
    let [link, kind, rest @ ..] = after else { return after };
    let is_link = fold_word(link).is_some_and(|word| pack.is_header_link(&word));
    let is_kind = fold_word(kind).is_some_and(|word| {
        vocabulary.edition(&word).is_some() || pack.has(&word, |tables| tables.headers.multi_year)
    });
    if is_link && is_kind { rest } else { after }
}

/// How many words before that for the publication are looked at: *council plan performance*.
const MAX_DRAFTS: usize = 3;

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
        let (last, rest) = match after {
            ["-" | "–", last, rest @ ..] => (*last, rest),
            [last, rest @ ..] => (last.strip_prefix(['-', '–'])?, rest),
            [] => return None,
        };
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

/// Whether a word says what kind of body is named after it.
fn is_kind_of_body(pack: &Pack, word: &str) -> bool {
    fold_word(word).is_some_and(|word| pack.has(&word, |tables| tables.text.bodies))
}

/// Whether a text names a body: `gemeente Groningen`, `Laois County Council`.
pub(super) fn is_body(pack: &Pack, text: &str) -> bool {
    if text.len() > MAX_TITLE_LEN || has_digit(text) || text.ends_with(['.', ',', ';', ':']) {
        return false;
    }
    let mut words = text.split_whitespace().peekable();
    if let Some((name, last)) = text.rsplit_once(' ')
        && pack.each(|tables| tables.text.body_ends).any(|end| last.eq_ignore_ascii_case(end))
        && last.starts_with(char::is_uppercase)
    {
        return name.split(' ').all(|word| word.starts_with(char::is_uppercase))
            && words.count() <= MAX_BODY_WORDS;
    }
    if !words.next().is_some_and(|word| is_kind_of_body(pack, word)) {
        return false;
    }
    // *City of Arlington*
    let is_of = |word: &&str| {
        pack.each(|tables| tables.text.body_of).any(|of| word.eq_ignore_ascii_case(of))
    };
    words.next_if(is_of);
    words.next().is_some_and(|name| name.starts_with(char::is_uppercase)) && words.count() <= 3
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

/// Reads a text that is a heading by its place on the page: a label, a code and a title, of which the first two may be missing, and
/// of which the label may be written small (*programma 4 - openbare ruimte*).
pub(super) fn heading_by_place(vocabulary: &Vocabulary, text: &str) -> FieldHeading {
    if let Some(heading) = field_heading_of_piece(vocabulary, text) {
        return heading;
    }
    let pack = vocabulary.pack();
    let labelled = || {
        let (label, title) = text.split_once(':')?;
        let is_label = pack.has(&label.to_lowercase(), |tables| tables.text.field_labels);
        let title = title.trim();
        let heading =
            Heading { label: Some(label.to_owned()), code: None, title: Some(title.to_owned()) };
        (is_label && !title.is_empty()).then_some(FieldHeading { level: None, heading })
    };
    if let Some(heading) = labelled() {
        return heading;
    }
    let small = || {
        let (label, rest) = text.split_once(char::is_whitespace)?;
        let is_label = pack.has(&label.to_lowercase(), |tables| tables.text.field_labels);
        let level = match vocabulary.level(&fold_word(label)?) {
            Some(level) => level,
            None if is_label => None,
            None => return None,
        };
        let rest = rest.trim_start();
        let (printed, title) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let (printed, title) = match printed.strip_suffix(['-', '–', ':', '.']) {
            Some(bare) => (bare, title),
            None => (printed, title.trim_start_matches(['-', '–', ':']).trim_start()),
        };
        let code = Some(code(printed)?);
        let title = (!title.is_empty()).then(|| title.to_owned());
        let heading = Heading { label: Some(label.to_owned()), code, title };
        Some(FieldHeading { level, heading })
    };
    small().unwrap_or_else(|| FieldHeading {
        level: None,
        heading: Heading { label: None, code: None, title: Some(text.to_owned()) },
    })
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

/// The goal that a text names after its word and a colon: `Goal: a sustainable city`, `Beleidsdoelstelling 3: minder afval`.
pub(super) fn named_goal<'t>(vocabulary: &Vocabulary, text: &'t str) -> Option<&'t str> {
    named_after(text, |word| vocabulary.is_goal(word))
}

/// The same for an action: `Actie 1.2.1: een nieuw containerpark`.
pub(super) fn named_action<'t>(vocabulary: &Vocabulary, text: &'t str) -> Option<&'t str> {
    named_after(text, |word| vocabulary.pack().has(word, |tables| tables.text.action_words))
}

/// The text after *Actie 3.1:* or another word for goals or actions with a colon. A number, or one or two words, is no goal: there the
/// line gives a value.
fn named_after(text: &str, is_word: impl Fn(&str) -> bool) -> Option<&str> {
    const MIN_WORDS: usize = 3;
    const MAX_NUMBER: usize = 12;
    let (label, named) = text.split_once(':')?;
    let (word, number) = label.split_once(' ').unwrap_or((label, ""));
    let is_number = number.len() <= MAX_NUMBER
        && number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    let named = named.trim();
    let is_label = is_number
        && word.starts_with(char::is_uppercase)
        && fold_word(word).is_some_and(|word| is_word(&word));
    let is_named = named.split_whitespace().nth(MIN_WORDS - 1).is_some()
        && named.starts_with(char::is_alphabetic);
    (is_label && is_named).then_some(named)
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
pub(super) fn code(printed: &str) -> Option<Code> {
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
