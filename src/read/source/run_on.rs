//! Rows of a table that stand behind each other on one line, as converters of pages write what was a paragraph with line breaks:
//! *Inwoners 21.678 21.767 waarvan: - 0 t/m 4 jaar 1.165 1.138 - ouder 20.513 20.629*. Each row has as many numbers, so a row ends with
//! each so many.

use std::borrow::Cow;
use std::ops::Range;

use crate::read::lines::{Kind, RawLine, small};

/// Fewer rows on a line are tables side by side, or chance; where another line has as many columns two are enough.
const MIN_ROWS: usize = 3;

/// The widest table of the pages that were read has 14 columns.
const MAX_WIDTH: usize = 14;

/// The most words of the name that stands at the end of a line and belongs to the next one.
const MAX_NAME: usize = 8;

/// So many lines may stand between lines of one table.
const MAX_BETWEEN: usize = 6;

/// Parts the lines that hold several rows, each of which becomes a line of its own.
pub(super) fn part(lines: Vec<RawLine<'_>>) -> Vec<RawLine<'_>> {
    let words: Vec<Vec<Word>> = lines.iter().map(words_of_rows).collect();
    let mut parts: Vec<Option<(usize, Vec<Range<usize>>)>> =
        words.iter().map(|words| parted(words, MIN_ROWS)).collect();
    if parts.iter().all(Option::is_none) {
        return lines;
    }
    // Lines of fewer rows beside them.
    let widths: Vec<Option<usize>> =
        parts.iter().map(|part| part.as_ref().map(|(width, _)| *width)).collect();
    for (at, words) in words.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
        if widths.get(at).is_some_and(Option::is_none) {
            let near = at.saturating_sub(MAX_BETWEEN)..(at + MAX_BETWEEN).min(widths.len());
            let mut near = widths.get(near).unwrap_or_default().iter().flatten();
            let of_width = near.find_map(|width| {
                let rows = rows(words, *width)?;
                (rows.len() > 1).then_some((*width, rows))
            });
            if let Some(slot) = parts.get_mut(at) {
                *slot = of_width;
            }
        }
    }
    let counts: Vec<usize> =
        parts.iter().map(|part| part.as_ref().map_or(0, |(_, rows)| rows.len())).collect();
    let mut found = Vec::with_capacity(lines.len());
    for (at, (line, part)) in lines.into_iter().zip(parts).enumerate() {
        // Tables side by side have as many rows on each line.
        let is_like = |other: Option<usize>| {
            other
                .and_then(|other| counts.get(other))
                .is_some_and(|count| counts.get(at) == Some(count))
        };
        match part {
            Some((_, rows)) if !is_like(at.checked_sub(1)) && !is_like(Some(at + 1)) => {
                let mut is_first = true;
                for row in rows {
                    found.extend(line_of(&line, row, is_first));
                    is_first = false;
                }
            }
            _ => found.push(line),
        }
    }
    found
}

/// A part of a line as a line of its own.
fn line_of<'s>(line: &RawLine<'s>, at: Range<usize>, is_first: bool) -> Option<RawLine<'s>> {
    let Cow::Borrowed(whole) = line.text else { return None };
    let text = whole.get(at.clone())?;
    Some(RawLine {
        text: Cow::Borrowed(text),
        len: small(text.len()),
        start: line.start + at.start,
        indent: line.indent + small(whole.get(..at.start)?.chars().count()),
        trail: 0,
        after_blank: line.after_blank && is_first,
        begins_page: line.begins_page && is_first,
        ..line.clone()
    })
}

/// A word of a line, and where it stands.
struct Word {
    at: Range<usize>,
    kind: WordKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum WordKind {
    /// A number, but for a small one.
    Number,
    /// A whole number of few digits, or a year: it may be of a label.
    Small,
    Year,
    /// An empty cell, or the sign of an item.
    Dash,
    Words,
}

/// The words of a line that may hold several rows; none of any other.
fn words_of_rows(line: &RawLine<'_>) -> Vec<Word> {
    /// Two columns of each of three rows.
    const MIN_NUMBERS: usize = 6;
    let is_owned = matches!(line.text, Cow::Owned(_));
    let text = &*line.text;
    let begins = |pair: &[u8]| matches!(pair, [b' ' | b'-', next] if next.is_ascii_digit());
    if line.kind != Kind::Line
        || is_owned
        || text.as_bytes().windows(2).filter(|pair| begins(pair)).count() < MIN_NUMBERS
    {
        return Vec::new();
    }
    let mut words = Vec::new();
    let mut from = 0;
    for word in text.split(' ') {
        let at = from..from + word.len();
        from += word.len() + 1;
        if word.is_empty() {
            // Columns that are set apart by several spaces stand below each other.
            return Vec::new();
        }
        // *waarvan: - 0 t/m 4 jaar*: the sign of an item.
        let is_item =
            at.start > 1 && text.get(..at.start - 1).is_some_and(|front| front.ends_with(':'));
        let kind = match kind_of(word) {
            WordKind::Dash if is_item => WordKind::Words,
            kind => kind,
        };
        words.push(Word { at, kind });
    }
    words
}

fn kind_of(word: &str) -> WordKind {
    const MAX_SMALL: usize = 3;
    if matches!(word, "-" | "–" | "−") {
        return WordKind::Dash;
    }
    let is_of_number = |c: char| c.is_ascii_digit() || ".,%-−–()€£$".contains(c);
    if !word.chars().all(is_of_number)
        || !word.ends_with(|c: char| c.is_ascii_digit() || "%)".contains(c))
        || !word.contains(|c: char| c.is_ascii_digit())
    {
        return WordKind::Words;
    }
    if !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return WordKind::Number;
    }
    match word.len() {
        4 if word.starts_with("19") || word.starts_with("20") => WordKind::Year,
        ..=MAX_SMALL => WordKind::Small,
        _ => WordKind::Number,
    }
}

/// The rows of a line, and how many numbers each has.
fn parted(words: &[Word], min_rows: usize) -> Option<(usize, Vec<Range<usize>>)> {
    let is_words = |word: &Word| word.kind == WordKind::Words;
    let longest = words.split(is_words).map(<[Word]>::len).max()?;
    (2..=longest.min(MAX_WIDTH)).rev().find_map(|width| {
        let rows = rows(words, width)?;
        (rows.len() >= min_rows).then_some((width, rows))
    })
}

/// The rows of a line, if each has a label and so many numbers, and nothing is left. Headers may be a row of years.
fn rows(words: &[Word], width: usize) -> Option<Vec<Range<usize>>> {
    let mut rows = Vec::new();
    let mut at = 0;
    let mut begin = 0;
    while at < words.len() {
        if words.get(at)?.kind == WordKind::Words {
            at += 1;
            continue;
        }
        let rest = words.get(at..)?;
        let run = rest.iter().take_while(|word| word.kind != WordKind::Words).count();
        let run = rest.get(..run)?;
        let Some((cells, after)) = run.split_at_checked(width) else {
            // *- 0* of *- 0 t/m 4 jaar*: a number of the label. An amount is one of a row that lost cells.
            let numbers = run.iter().filter(|word| word.kind != WordKind::Dash);
            let is_of_label = numbers.clone().count() <= 1
                && numbers
                    .clone()
                    .all(|word| matches!(word.kind, WordKind::Small | WordKind::Year));
            // The last row has as many cells as all of them.
            if !is_of_label || run.len() == rest.len() {
                return None;
            }
            at += run.len();
            continue;
        };
        // What follows the cells is the sign of an item, and a number of its label.
        let is_begun = match after {
            [] => true,
            [dash] => dash.kind == WordKind::Dash,
            [dash, number] => dash.kind == WordKind::Dash && number.kind == WordKind::Small,
            _ => false,
        };
        let are_years = cells.iter().all(|word| word.kind == WordKind::Year);
        let label = words.get(begin..at)?;
        let is_labelled = label.iter().any(|word| word.kind == WordKind::Words);
        if !is_begun || !(is_labelled || are_years) {
            return None;
        }
        rows.push(label.first().unwrap_or(cells.first()?).at.start..cells.last()?.at.end);
        at += width;
        begin = at;
    }
    // Words at the end of the line name the rows on the next line.
    let rest = words.get(begin..)?;
    if let (Some(first), Some(last)) = (rest.first(), rest.last())
        && (MIN_ROWS..).contains(&rows.len())
        && rest.len() <= MAX_NAME
    {
        rows.push(first.at.start..last.at.end);
        begin = words.len();
    }
    (begin == words.len()).then_some(rows)
}

#[cfg(test)]
mod tests {
    use super::part;
    use crate::read::lines::split;

    #[test]
    fn a_line_of_several_rows_is_parted_behind_each_so_many_numbers() {
        let parted = |text: &str| -> Vec<String> {
            part(split(text, 0)).iter().map(|line| line.text.to_string()).collect()
        };
        assert_eq!(
            parted("Inwoners 21.678 21.767 waarvan: - 0 t/m 4 jaar 1.165 1.138 - ouder 20.513 -"),
            ["Inwoners 21.678 21.767", "waarvan: - 0 t/m 4 jaar 1.165 1.138", "- ouder 20.513 -"]
        );
        assert_eq!(
            parted("Geld 2019 2020 lasten 48.780 51.646 baten 47.333 50.621"),
            ["Geld 2019 2020", "lasten 48.780 51.646", "baten 47.333 50.621"]
        );
        // The name of the rows on the next line.
        assert_eq!(
            parted("Land 1.101 1.195 Auto's 506 572 Boten 1.137 826 Vaste activa van nut").last(),
            Some(&"Vaste activa van nut".to_owned())
        );
        for whole in [
            // A row lost a cell.
            "Lasten 48.780 51.646 baten 47.333 saldo 1.447 1.025 reserves 10 12",
            // Two tables side by side.
            "Lasten 48.780 51.646 Baten 47.333 50.621",
            "Of the 12 houses 3 stand in 2019 and 4 in 2020, 12.000 people and 3.000 dogs",
            "A 1 2 B 3 4 C 5 6\nD 1 2 E 3 4 F 5 6",
        ] {
            assert_eq!(parted(whole).join("\n"), whole);
        }
    }
}
