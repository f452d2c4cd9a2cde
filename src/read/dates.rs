//! Years and periods as documents print them.

use chrono::NaiveDate;

use super::language::Pack;
use crate::leaves::period::Period;
use crate::words::{Within, has_digit};

/// The dashes between two years. Some fonts give the hyphens of Unicode.
const DASHES: [char; 4] = ['-', '–', '\u{2010}', '\u{2011}'];

/// A period as headers and titles print it: `2017`, `2014/15`, `2021 - 2023`, `schooljaar 2014 -
/// 2015`, `1e halfjaar 2018`, `Q3 2017`, `2017-Q3`, `31-12-2017`; in English `FY 2017`, `2016-17` as well. Four
/// digits are a year of the time that documents are about, or else no year.
pub(super) fn period(pack: &Pack, text: &str) -> Option<Period> {
    // Each has the digits of a year.
    if !has_digit(text) {
        return None;
    }
    let text = text.trim();
    if let Some(day) = day(pack, text) {
        return Some(day);
    }
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return named(pack, text);
    }
    // A number without anything that joins it to another can only be a year.
    if !text.contains(|c| matches!(c, ' ' | '/') || DASHES.contains(&c)) {
        return year(text).and_then(|year| Period::year(year).ok());
    }
    let within = Within::new(text);
    if let Some(last) = pack.each(|tables| tables.dates.through).find_map(|to| within.split(to)) {
        // *2023 to 2024*, in English.
        if pairs_are_one_year(pack)
            && let Some(year) = school_year(last.0.trim(), last.1.trim())
        {
            return Some(year);
        }
        let (first, last) = (year(last.0.trim())?, year(last.1.trim())?);
        return format!("{first}..{last}").parse().ok();
    }
    if let Some((first, last)) = text.split_once(DASHES) {
        let (first, last) = (first.trim(), last.trim());
        if let Some(part) = part_after(pack, first, last) {
            return Some(part);
        }
        if pairs_are_one_year(pack)
            && let Some(year) = school_year(first, last)
        {
            return Some(year);
        }
        let first = year(first)?;
        let last = short_end(first, last).or_else(|| year(last))?;
        return format!("{first}..{last}").parse().ok();
    }
    if let Some((first, last)) = text.split_once('/') {
        let (first, last) = (first.trim(), last.trim());
        // `20/21`, in English.
        if let Some(year) = short_pair(first, last).filter(|_| pairs_are_one_year(pack)) {
            return Some(year);
        }
        return school_year(first, last);
    }
    match year(text) {
        Some(year) => Period::year(year).ok(),
        None => part_of_year(pack, text),
    }
}

/// A day, as headers of balances print it: `31-12-2017`, `1/1/2018`, `2017-12-31`, `31 december 2017`; in English `June 30, 2017`.
/// Whether the day or the month comes first is a matter of the language; where English leaves it open, `None`.
fn day(pack: &Pack, text: &str) -> Option<Period> {
    /// *30 september 2022*, *September 30th, 2022*.
    const MAX_LEN: usize = 22;
    const MIN_LEN: usize = 8;
    if !(MIN_LEN..=MAX_LEN).contains(&text.len()) {
        return None;
    }
    let digits = |text: &str| -> Option<u32> {
        let is_short =
            (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_short.then(|| text.parse().ok())?
    };
    let of = |day: u32, month: u32, year: &str| {
        let date = NaiveDate::from_ymd_opt(i32::from(self::year(year)?), month, day)?;
        Period::day(date).ok()
    };
    let is_dash = |c: char| DASHES.contains(&c) || c == '/';
    let mut parts = text.split(is_dash);
    if let (Some(first), Some(second), Some(year), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    {
        // `2019-06-30`, as programs write it.
        if first.len() == 4 {
            return of(digits(year)?, digits(second)?, first);
        }
        let (first, second) = (digits(first)?, digits(second)?);
        let is_day_first =
            pack.languages().first().is_some_and(|tables| tables.dates.day_comes_first);
        return match (is_day_first, first > 12, second > 12) {
            (true, _, _) | (false, true, false) => of(first, second, year),
            (false, false, true) => of(second, first, year),
            _ => None,
        };
    }
    // *31 dec.2017*
    let mut words = text.split([' ', '.']).filter(|word| !word.is_empty());
    let (first, second, year) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() {
        return None;
    }
    let month = |word: &str| pack.month(&word.to_ascii_lowercase()).map(u32::from);
    match digits(first) {
        Some(day) => of(day, month(second)?, year),
        None => of(
            digits(second.trim_end_matches([',', 't', 'h', 's', 'n', 'd', 'r']))?,
            month(first)?,
            year,
        ),
    }
}

/// A day without its year, as headers of balances print it: `1-1`, `31/12`, `31 december`. Two numbers are the first or
/// the last day of a year, since others may be anything. Month and day.
pub(super) fn day_of_year(pack: &Pack, text: &str) -> Option<(u8, u8)> {
    const MAX_LEN: usize = 14;
    let text = text.trim();
    if text.len() > MAX_LEN || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((day, month)) = text.split_once(' ') {
        let month = pack.month(&month.trim().trim_end_matches('.').to_ascii_lowercase())?;
        let day = day.parse().ok().filter(|day| (1..=31).contains(day))?;
        return Some((month, day));
    }
    match text {
        "1-1" | "01-01" | "1/1" | "01/01" => Some((1, 1)),
        "31-12" | "31/12" => Some((12, 31)),
        _ => None,
    }
}

/// The last of some years, of which two digits are printed: 2024 in `2021-24`. Up to `12` they may be a month.
fn short_end(first: u16, last: &str) -> Option<u16> {
    const MAX_YEARS: u16 = 10;
    let is_short = last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_digit());
    let last =
        first / 100 * 100 + last.parse::<u16>().ok().filter(|last| is_short && *last > 12)?;
    (first + 1..=first + MAX_YEARS).contains(&last).then_some(last)
}

/// A book year of two digits each: `20/21`. Those from 50 on are of the last century.
fn short_pair(first: &str, last: &str) -> Option<Period> {
    let digits = |text: &str| (text.len() == 2).then(|| text.parse::<u16>().ok())?;
    let (first, last) = (digits(first)?, digits(last)?);
    if (first + 1) % 100 != last {
        return None;
    }
    let century = if first < 50 { 2000 } else { 1900 };
    format!("{}/{last:02}", century + first).parse().ok()
}

/// Whether two years that follow each other are one book year: `2018-2019`.
fn pairs_are_one_year(pack: &Pack) -> bool {
    pack.languages().first().is_some_and(|tables| tables.dates.pairs_are_one_year)
}

/// A period with a word before it.
fn named(pack: &Pack, text: &str) -> Option<Period> {
    const MAX_LEN: usize = 40;
    if text.len() > MAX_LEN || !text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let folded = text.to_ascii_lowercase();
    for word in pack.each(|tables| tables.dates.year_names) {
        if let Some(years) = folded.strip_prefix(word) {
            let years = years.trim();
            return pair(years).or_else(|| Period::year(year(years)?).ok());
        }
    }
    fiscal(pack, &folded).or_else(|| part_of_year(pack, &folded))
}

/// Two years of which the second begins where the first ends: `2014 - 2015`, `2014/15`.
fn pair(text: &str) -> Option<Period> {
    let (first, last) = text.split_once(DASHES).or_else(|| text.split_once('/'))?;
    school_year(first.trim(), last.trim())
}

/// A fiscal year by its abbreviation: `FY2019-20` is that from 2019 to 2020, and `FY 2017` or `FY17`
/// is called 2017. In which month it begins, the document says elsewhere if at all.
fn fiscal(pack: &Pack, folded: &str) -> Option<Period> {
    let years = pack.each(|tables| tables.dates.fiscal).find_map(|word| {
        // The longest of `fy` and `fye`.
        folded.strip_prefix(word).filter(|rest| !rest.starts_with(|c: char| c.is_alphabetic()))
    })?;
    let years = years.trim_start_matches([' ', '\'', '’', '.']);
    let whole = |year: &str| match year.len() {
        2 => format!("20{year}"),
        _ => year.to_owned(),
    };
    match years.split_once(DASHES).or_else(|| years.split_once('/')) {
        Some((first, last)) => {
            let last = last.trim().trim_start_matches(|c: char| !c.is_ascii_digit());
            school_year(&whole(first.trim()), last)
        }
        None => Period::year(year(&whole(years))?).ok(),
    }
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

/// Half of a year, or a quarter: `1e halfjaar 2018`, `Q3 2017`, `2017 Q3`, `3e kwartaal van 2017`.
fn part_of_year(pack: &Pack, text: &str) -> Option<Period> {
    let (front, last) = text.rsplit_once(' ')?;
    if year(last).is_none() {
        let (first, part) = text.split_once(' ')?;
        return part_after(pack, first, part);
    }
    let mut of = pack.each(|tables| tables.dates.part_of);
    let front = of.find_map(|of| front.strip_suffix(*of)).unwrap_or(front);
    part_after(pack, last, front)
}

/// A part of a year by itself and its year.
fn part_after(pack: &Pack, printed: &str, part: &str) -> Option<Period> {
    let year = year(printed)?;
    let part = part.trim().to_ascii_lowercase();
    let (_, code) = pack.each(|tables| tables.dates.parts).find(|(words, _)| *words == part)?;
    format!("{year}-{code}").parse().ok()
}

/// Whether a word is the code of a quarter, of a year that stands elsewhere: *Q3*.
pub(super) fn names_quarter(pack: &Pack, word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let is_code = word.len() == 2 && word.ends_with(|c: char| c.is_ascii_digit());
    is_code && pack.each(|tables| tables.dates.parts).any(|(words, _)| *words == word)
}

/// A month with its year: `mei 2018`, `sept. 2018`.
pub(super) fn month(pack: &Pack, text: &str) -> Option<Period> {
    let (word, last) = text.trim().rsplit_once(' ')?;
    let year = year(last)?;
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let number = pack.month(&word)?;
    format!("{year}-{number:02}").parse().ok()
}

/// A year in digits, of the time that documents are about.
pub(super) fn year(text: &str) -> Option<u16> {
    let four_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = four_digits.then(|| text.parse().ok()).flatten()?;
    (1900..=2100).contains(&year).then_some(year)
}

/// A header without the year in front or behind.
pub(in crate::read) fn without_period<'h>(pack: &Pack, header: &'h str) -> &'h str {
    let header = header.trim();
    let front = header.split_once(' ').filter(|(year, _)| period(pack, year).is_some());
    let back = header.rsplit_once(' ').filter(|(_, year)| period(pack, year).is_some());
    match (front, back) {
        (Some((_, name)), _) | (_, Some((name, _))) => name,
        _ => header,
    }
}
