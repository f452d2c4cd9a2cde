//! The words of a line, and those that a copy of a page printed without the gaps between them:
//! `Realisatie 2013Doel 20142015`, `7,77,07,0`.

/// The words of a text with their bytes.
pub(in crate::read) fn words_of(text: &str) -> Vec<(usize, usize)> {
    // Words of documents have about six letters.
    let mut found = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = None;
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        let (gap, length) = gap_at(text, at, byte);
        match (gap, start) {
            (true, Some(from)) => {
                found.push((from, at));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
        at += length;
    }
    if let Some(from) = start {
        found.push((from, text.len()));
    }
    found
}

/// Whether a character that begins with a byte parts words, and how many bytes to go on by. Only characters that may be white
/// space are decoded.
fn gap_at(text: &str, at: usize, byte: u8) -> (bool, usize) {
    if byte.is_ascii() {
        return (is_gap(char::from(byte)), 1);
    }
    // The first bytes of all white space that isn't ASCII.
    if !matches!(byte, 0xc2 | 0xe1..=0xe3) {
        return (false, 1);
    }
    let c = text.get(at..).and_then(|rest| rest.chars().next());
    c.map_or((false, 1), |c| (is_gap(c), c.len_utf8()))
}

/// Whether a character parts words. A no-break space may group digits.
pub(in crate::read) fn is_gap(c: char) -> bool {
    c.is_whitespace() && c != '\u{a0}'
}

/// The words of a line of headers, with their bytes: also those that stand without a gap between them, where years show that
/// gaps were lost, or the rows below (`is_glued`).
pub(in crate::read) fn header_words(text: &str, is_glued: bool) -> Vec<(usize, usize)> {
    let words = words_of(text);
    let has_lost = |&(from, to): &(usize, usize)| {
        text.get(from..to).is_some_and(|word| has_glued_years(word) || repeated_end(word).is_some())
    };
    if !is_glued && !words.iter().any(has_lost) {
        return words;
    }
    let mut found = Vec::with_capacity(words.len() * 2);
    for (from, to) in words {
        let Some(word) = text.get(from..to) else { continue };
        let mut start = 0;
        for end in ends(word) {
            found.push((from + start, from + end));
            start = end;
        }
    }
    found
}

/// Whether a word has a year right beside a letter or another year: `2013Doel`, `20142015`.
pub(in crate::read) fn has_glued_years(word: &str) -> bool {
    let mut runs = digit_runs(word);
    runs.any(|(from, to)| {
        let years = years(word.get(from..to).unwrap_or_default());
        let beside = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let (before, after) = (word.get(..from), word.get(to..));
        let is_beside = beside(before.and_then(|before| before.chars().next_back()))
            || beside(after.and_then(|after| after.chars().next()));
        // *FY2019* is written so.
        let is_long = word.chars().filter(|c| c.is_alphabetic()).count() > 2;
        years > 1 || (years == 1 && is_beside && is_long)
    })
}

/// The bytes of the runs of digits.
fn digit_runs(word: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let bytes = word.as_bytes();
        let from = (at..bytes.len()).find(|&at| bytes.get(at).is_some_and(u8::is_ascii_digit))?;
        let is_other = |at: &usize| !bytes.get(*at).is_some_and(u8::is_ascii_digit);
        let to = (from..bytes.len()).find(is_other).unwrap_or(bytes.len());
        at = to;
        Some((from, to))
    })
}

/// How many years some digits are: each follows the one before it, or is the same. 0 if they are anything else.
fn years(digits: &str) -> usize {
    const YEARS: std::ops::RangeInclusive<u16> = 1990..=2059;
    if digits.is_empty() || !digits.len().is_multiple_of(4) {
        return 0;
    }
    let year =
        |at: usize| digits.get(at..at + 4)?.parse::<u16>().ok().filter(|year| YEARS.contains(year));
    let all: Option<Vec<u16>> = (0..digits.len()).step_by(4).map(year).collect();
    let Some(all) = all else { return 0 };
    let follow = |pair: &[u16]| matches!(pair, [one, next] if next.abs_diff(*one) <= 1);
    if all.windows(2).all(follow) { all.len() } else { 0 }
}

/// Where a word ends in the same word several times, the length of that: 10 for `Bronrealisatierealisatie`.
fn repeated_end(word: &str) -> Option<usize> {
    const MIN: usize = 5;
    const MAX: usize = 20;
    if word.len() < 2 * MIN || !word.is_ascii() {
        return None;
    }
    (MIN..=MAX.min(word.len() / 2)).find(|&length| {
        let (before, last) = word.split_at(word.len() - length);
        before.ends_with(last) && last.bytes().all(|byte| byte.is_ascii_alphabetic())
    })
}

/// Where the parts of a word end: at a capital after a small letter, between letters and digits, between years, and between
/// words that are the same.
fn ends(word: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        let is_end = before.is_some_and(|before| {
            (before.is_lowercase() && c.is_uppercase())
                || (before.is_alphabetic() && c.is_ascii_digit())
                || (before.is_ascii_digit() && c.is_alphabetic())
                || (before == ')' && c.is_alphanumeric())
        });
        if is_end {
            found.push(at);
        }
        before = Some(c);
    }
    for (from, to) in digit_runs(word) {
        let digits = word.get(from..to).unwrap_or_default();
        if years(digits) > 1 {
            found.extend((from + 4..to).step_by(4));
        }
    }
    if let Some(length) = repeated_end(word) {
        let mut end = word.len();
        let last = word.get(end - length..).unwrap_or_default();
        while end >= length && word.get(end - length..end) == Some(last) {
            end -= length;
            found.push(end);
        }
    }
    found.push(word.len());
    found.sort_unstable();
    found.dedup();
    found.retain(|end| *end > 0);
    found
}

/// The cells at the end of a word that stand without a gap between them, with their bytes: decimals of one length, or
/// percentages. `None` if there are fewer than two, or if another way to part them is left.
pub(super) fn glued_cells(word: &str) -> Option<Vec<(usize, usize)>> {
    // Few words have two signs.
    let signs = word.bytes().filter(|byte| matches!(byte, b',' | b'.' | b'%')).take(2).count();
    if signs < 2 || !word.ends_with(|c: char| c.is_ascii_digit() || c == '%') {
        return None;
    }
    let of = |sign: char| {
        let is_of_cells = |c: char| c.is_ascii_digit() || c == sign || c == '%';
        let begin = word.trim_end_matches(is_of_cells).len();
        let run = word.get(begin..)?;
        let found = if run.ends_with('%') { percentages(run)? } else { decimals(run, sign)? };
        let found: Vec<(usize, usize)> =
            found.into_iter().map(|(from, to)| (begin + from, begin + to)).collect();
        (found.len() > 1).then_some(found)
    };
    of(',').or_else(|| of('.'))
}

fn percentages(run: &str) -> Option<Vec<(usize, usize)>> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in run.match_indices('%') {
        let number = run.get(from..at)?;
        let is_number = !number.is_empty()
            && number.len() <= 6
            && number.split(',').count() <= 2
            && number.split(',').all(|part| !part.is_empty());
        if !is_number {
            return None;
        }
        found.push((from, at + 1));
        from = at + 1;
    }
    (from == run.len()).then_some(found)
}

fn decimals(run: &str, sign: char) -> Option<Vec<(usize, usize)>> {
    const MAX_PLACES: usize = 2;
    let ways: Vec<Vec<(usize, usize)>> =
        (1..=MAX_PLACES).filter_map(|places| decimals_of(run, sign, places)).collect();
    match ways.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// Numbers with so many decimals each.
fn decimals_of(run: &str, sign: char, places: usize) -> Option<Vec<(usize, usize)>> {
    /// In digits before the comma.
    const MAX_WHOLE: usize = 3;
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in run.match_indices(sign) {
        let whole = run.get(from..at)?;
        let end = at + 1 + places;
        let is_number = (1..=MAX_WHOLE).contains(&whole.len())
            && (whole.len() == 1 || !whole.starts_with('0'))
            && run.get(at + 1..end)?.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number {
            return None;
        }
        found.push((from, end));
        from = end;
    }
    (from == run.len() && !found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        header_words(text, false).into_iter().filter_map(|(from, to)| text.get(from..to)).collect()
    }

    #[test]
    fn years_show_that_gaps_were_lost() {
        assert_eq!(
            parts("IndicatorenRealisatie 2013Doel 201420152016"),
            ["Indicatoren", "Realisatie", "2013", "Doel", "2014", "2015", "2016"]
        );
        assert_eq!(parts("    201920202021"), ["2019", "2020", "2021"]);
        assert_eq!(
            parts("TaakveldDefinitieBronrealisatierealisatierealisatie"),
            ["Taakveld", "Definitie", "Bron", "realisatie", "realisatie", "realisatie"]
        );
        assert_eq!(parts("Rekening2015Rekening2016"), ["Rekening", "2015", "Rekening", "2016"]);
    }

    #[test]
    fn other_words_stay_whole() {
        for text in [
            "FY2019 FY2020",
            "Realisatie 2019",
            "20190101",
            "12345678",
            "20192030",
            "McDonald",
            "B2019",
            "2019/20",
        ] {
            assert_eq!(parts(text), text.split(' ').collect::<Vec<_>>(), "{text}");
        }
    }

    #[test]
    fn numbers_are_parted_where_one_way_is_left() {
        let of = |word: &str| -> Option<Vec<String>> {
            let cells = glued_cells(word)?;
            Some(
                cells
                    .into_iter()
                    .filter_map(|(from, to)| Some(word.get(from..to)?.to_owned()))
                    .collect(),
            )
        };
        let some = |cells: &[&str]| Some(cells.iter().map(|cell| (*cell).to_owned()).collect());
        assert_eq!(of("lasten7,08,08,18,9"), some(&["7,0", "8,0", "8,1", "8,9"]));
        assert_eq!(of("250%50%50%"), some(&["250%", "50%", "50%"]));
        assert_eq!(of("5)98%97,5%"), some(&["98%", "97,5%"]));
        assert_eq!(of("care50.180.8951.07"), some(&["50.18", "0.89", "51.07"]));
        assert_eq!(of("inwoner425,0531,0592,0"), some(&["425,0", "531,0", "592,0"]));
        for word in [
            "7,0",
            "584446",
            "1.234",
            "1,234",
            "2019",
            "7,0,8",
            "1.234.567",
            "12.12.2020",
            "31.12",
            "50%5",
            "%%",
            "1234,5678,9",
        ] {
            assert_eq!(of(word), None, "{word}");
        }
    }
}
