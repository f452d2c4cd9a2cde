//! Which of the changes of one budget a header is of, as they are counted: *2e begrotingswijziging*.

use crate::read::language::Pack;

/// Which of several changes of a budget some words count: 2 for *2e begrotingswijziging*, *tweede bijstelling* and *2BA*.
/// 0 if they count none.
pub(in crate::read) fn change_of<'t>(pack: &Pack, mut words: impl Iterator<Item = &'t str>) -> u8 {
    let count = |word: &str| -> Option<u8> {
        let (first, rest) = word.split_at_checked(1)?;
        let digit = first.parse::<u8>().ok().filter(|digit| *digit > 0);
        if let Some(digit) = digit {
            let is_ordinal = !rest.is_empty() && rest.chars().all(char::is_alphabetic);
            return is_ordinal.then_some(digit);
        }
        let mut counting = pack.each(|tables| tables.headers.counting);
        let at = counting.position(|known| known.eq_ignore_ascii_case(word))?;
        let languages = pack.languages().len().max(1);
        let each = pack.each(|tables| tables.headers.counting).count() / languages;
        u8::try_from(at % each.max(1) + 1).ok()
    };
    words.find_map(count).unwrap_or(0)
}
