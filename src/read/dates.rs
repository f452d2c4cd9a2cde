//! Years and periods as documents print them.

use crate::Period;

/// A period as headers and titles print it: `2017`, `2014/15`, `2014/2015`, `2021 - 2023`. Four digits are
/// a year of the time that documents are about, or else no year.
pub(super) fn period(text: &str) -> Option<Period> {
    if !text.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((first, last)) = text.split_once(['-', '–']) {
        let (first, last) = (year(first.trim())?, year(last.trim())?);
        return format!("{first}..{last}").parse().ok();
    }
    if let Some((first, last)) = text.split_once('/') {
        let first = year(first)?;
        if last.len() == 4 && year(last)? != first + 1 {
            return None;
        }
        let short = last.get(last.len().checked_sub(2)?..)?;
        return [2, 4].contains(&last.len()).then(|| format!("{first}/{short}").parse().ok())?;
    }
    Period::year(year(text)?).ok()
}

/// A year in digits, of the time that documents are about.
pub(super) fn year(text: &str) -> Option<u16> {
    let four_digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = four_digits.then(|| text.parse().ok()).flatten()?;
    (1900..=2100).contains(&year).then_some(year)
}
