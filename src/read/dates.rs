//! Years and periods as documents print them.

use crate::leaves::period::Period;

/// A period as headers and titles print it: `2017`, `2014/15`, `2021 - 2023`, `schooljaar 2014 -
/// 2015`, `1e halfjaar 2018`, `Q3 2017`. Four digits are a year of the time that documents are
/// about, or else no year.
pub(super) fn period(text: &str) -> Option<Period> {
    let text = text.trim();
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return named(text);
    }
    if let Some(last) = split_at_any(text, &[" t/m ", " tot en met "]) {
        let (first, last) = (year(last.0.trim())?, year(last.1.trim())?);
        return format!("{first}..{last}").parse().ok();
    }
    if let Some((first, last)) = text.split_once(['-', '–']) {
        let (first, last) = (year(first.trim())?, year(last.trim())?);
        return format!("{first}..{last}").parse().ok();
    }
    if let Some((first, last)) = text.split_once('/') {
        return school_year(first, last);
    }
    match year(text) {
        Some(year) => Period::year(year).ok(),
        None => part_of_year(text),
    }
}

/// A period with a word before it.
fn named(text: &str) -> Option<Period> {
    const MAX_LEN: usize = 40;
    if text.len() > MAX_LEN || !text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let folded = text.to_ascii_lowercase();
    for word in ["schooljaar ", "studiejaar ", "boekjaar ", "seizoen "] {
        if let Some(years) = folded.strip_prefix(word) {
            if let Some((first, last)) = years.split_once(['-', '–', '/']) {
                return school_year(first.trim(), last.trim());
            }
            return Period::year(year(years.trim())?).ok();
        }
    }
    part_of_year(&folded)
}

/// A school year or the like, which ends in the year after it begins.
fn school_year(first: &str, last: &str) -> Option<Period> {
    let first = year(first)?;
    if last.len() == 4 && year(last)? != first + 1 {
        return None;
    }
    let short = last.get(last.len().checked_sub(2)?..)?;
    [2, 4].contains(&last.len()).then(|| format!("{first}/{short}").parse().ok())?
}

/// Half of a year, or a quarter: `1e halfjaar 2018`, `Q3 2017`, `3e kwartaal 2017`.
fn part_of_year(text: &str) -> Option<Period> {
    let (part, last) = text.rsplit_once(' ')?;
    let year = year(last)?;
    let part = part.to_ascii_lowercase();
    let code = match part.trim() {
        "1e halfjaar" | "eerste halfjaar" | "1ste halfjaar" | "halfjaar 1" | "h1" => "H1",
        "2e halfjaar" | "tweede halfjaar" | "2de halfjaar" | "halfjaar 2" | "h2" => "H2",
        "1e kwartaal" | "eerste kwartaal" | "kwartaal 1" | "q1" => "Q1",
        "2e kwartaal" | "tweede kwartaal" | "kwartaal 2" | "q2" => "Q2",
        "3e kwartaal" | "derde kwartaal" | "kwartaal 3" | "q3" => "Q3",
        "4e kwartaal" | "vierde kwartaal" | "kwartaal 4" | "q4" => "Q4",
        _ => return None,
    };
    format!("{year}-{code}").parse().ok()
}

/// A month with its year: `mei 2018`, `sept. 2018`.
pub(super) fn month(text: &str) -> Option<Period> {
    let (word, last) = text.trim().rsplit_once(' ')?;
    let year = year(last)?;
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let number = MONTHS.iter().position(|names| names.contains(&&*word))? + 1;
    format!("{year}-{number:02}").parse().ok()
}

/// The months by their names, with those that are shortened.
pub(super) const MONTHS: [&[&str]; 12] = [
    &["januari", "jan"],
    &["februari", "feb", "febr"],
    &["maart", "mrt"],
    &["april", "apr"],
    &["mei"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["augustus", "aug"],
    &["september", "sep", "sept"],
    &["oktober", "okt"],
    &["november", "nov"],
    &["december", "dec"],
];

fn split_at_any<'t>(text: &'t str, words: &[&str]) -> Option<(&'t str, &'t str)> {
    words.iter().find_map(|words| text.split_once(words))
}

/// A year in digits, of the time that documents are about.
pub(super) fn year(text: &str) -> Option<u16> {
    let four_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = four_digits.then(|| text.parse().ok()).flatten()?;
    (1900..=2100).contains(&year).then_some(year)
}
