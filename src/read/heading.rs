//! The title of an edition and the headings of policy fields.

use super::header::period;
use super::vocabulary::{self, BODIES, fold};
use crate::{Code, Edition, Heading, Level};

/// A title: the edition, and whose it is where it says so.
pub(super) struct Title {
    pub(super) edition: Edition,
    pub(super) organisation: Option<String>,
}

/// Reads `Begroting 2017` or `Jaarverslag 2018 gemeente Groningen`.
pub(super) fn title(text: &str) -> Option<Title> {
    const LONGEST: usize = 120;
    if text.len() > LONGEST {
        return None;
    }
    let (word, rest) = text.split_once(char::is_whitespace)?;
    let kind = vocabulary::edition_kind(&fold(word, false))?;
    let (year, rest) = match rest.trim_start().split_once(char::is_whitespace) {
        Some((year, rest)) => (year, rest.trim_start()),
        None => (rest.trim_start(), ""),
    };
    let period = period(year)?;
    let body = rest.split_whitespace().next().map(|word| fold(word, false));
    let organisation = match body {
        None => None,
        Some(body) if BODIES.contains(&&*body) => Some(rest.to_owned()),
        Some(_) => return None,
    };
    let edition = Edition { title: Some(text.to_owned()), ..Edition::new(kind, period) };
    Some(Title { edition, organisation })
}

/// A heading of a field, and at which grain its label says that it stands.
pub(super) struct FieldHeading {
    pub(super) level: Option<Level>,
    pub(super) heading: Heading,
}

/// Reads `2.3.4 Handelsrelaties` or `Programma 2: Economie`. A text that reads on like a
/// sentence is a mention and no heading.
pub(super) fn field_heading(text: &str) -> Option<FieldHeading> {
    const LONGEST: usize = 200;
    if text.len() > LONGEST
        || text.ends_with(['.', ';', ':', ','])
        || text.contains("....")
        || !text.contains(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let (label, level, rest) = match text.split_once(char::is_whitespace) {
        Some((word, rest)) if word.starts_with(char::is_uppercase) => {
            let level = vocabulary::level(&fold(word, false))?;
            (Some(word.to_owned()), level, rest.trim_start())
        }
        _ => (None, None, text),
    };
    let (printed, title) = match rest.split_once(char::is_whitespace) {
        Some((printed, title)) => (printed, title.trim_start()),
        None => (rest, ""),
    };
    let code = code(printed.trim_end_matches([':', '.']))?;
    let title = title.trim_start_matches(['-', '–', ':']).trim_start();
    let well_titled = match title.chars().next() {
        None => label.is_some(),
        Some(first) => {
            (first.is_uppercase() || first == '\'' || first == '‘') && !is_quantity(title)
        }
    };
    if !well_titled || (label.is_none() && code.depth() < 2) {
        return None;
    }
    let title = (!title.is_empty()).then(|| title.to_owned());
    Some(FieldHeading { level, heading: Heading { label, code: Some(code), title } })
}

/// Whether a title goes on as a number does: `1.5 Miljoen euro`, `7.5 FTE`.
fn is_quantity(title: &str) -> bool {
    let first = title.split_whitespace().next().map(|word| fold(word, false));
    first.is_some_and(|word| vocabulary::is_measure(&word))
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
