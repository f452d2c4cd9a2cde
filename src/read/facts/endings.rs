//! The cells at the end of a line, behind its label. They are found from the last word of the line backwards.

use crate::leaves::value::Value;
use crate::read::cell;
use crate::read::dates;
use crate::read::facts::letters::{amount_and_favour, is_favour, is_recurrence};
use crate::read::facts::seen::Seen;
use crate::read::facts::spacing::{self, is_gap, words_of};
use crate::read::language::Pack;
use crate::read::marks;
use crate::read::raw_cell::Interpretation;
use crate::read::shapes;
use crate::words::has_digit;

/// The bytes of a cell, with those of the *V* or *N* after it.
pub(in crate::read) type RowCell = (usize, usize, Option<(usize, usize)>);

/// The cells at the end of a line, and how many of them are numbers and years.
#[derive(Debug, Default)]
pub(in crate::read) struct Ending {
    /// Where the label ends, in bytes.
    pub(in crate::read) label: usize,
    /// The bytes of each cell, with those of the *V* or *N* after it.
    pub(in crate::read) cells: Vec<RowCell>,
    pub(in crate::read) numbers: usize,
    pub(in crate::read) years: usize,
    /// Whether the first cell is one of these: *Formatie fte 2015 6,1*.
    pub(in crate::read) begins_with_year: bool,
    /// Whether its years stand among empty cells, as no headers do, so that they are numbers: *Begroting - 2000 2000 2000*.
    pub(in crate::read) has_years_as_numbers: bool,
    /// Whether the cells stand without gaps between them.
    pub(in crate::read) is_glued: bool,
    /// The bytes of the words after the last cell that say what it is counted by: *per huishouden*.
    pub(in crate::read) counted_by: Option<(usize, usize)>,
}

impl Ending {
    /// Whether the line is a row: it has more than one cell, and a number among them.
    pub(in crate::read) fn is_row(&self) -> bool {
        // *Formatie 2015 6,1*, and `2014`, `10.100`, `-`.
        let is_dated = self.begins_with_year && self.cells.len() == 2
            || self.label == 0 && self.years == 1 && self.cells.len() > 2;
        self.has_years_as_numbers
            || self.cells.len() >= 2
                && self.numbers > 0
                && (self.numbers > self.years || is_dated && self.numbers == self.years)
    }
}

/// Whether a line may end in cells, by its length and its last word: most lines of words don't.
pub(super) fn may_have_cells(looks: &impl Seen, text: &str) -> bool {
    const MAX_LEN: usize = 2000;
    if text.len() > MAX_LEN || !(text.contains([' ', '\t']) || spacing::glued_cells(text).is_some())
    {
        return false;
    }
    let mut words = text.split(is_gap).rev().filter(|word| !word.is_empty());
    let last = words.next().unwrap_or_default();
    let is_dash = |word: &str| matches!(word, "-" | "–" | "—");
    // A row may have dashes alone, or words for figures that aren't there: *Provincie n.b. n.b.*
    let is_missing = |word: &str| is_dash(word) || looks.is_value(word);
    if !(has_digit(text) || is_missing(last) && words.clone().next().is_some_and(is_missing)) {
        return false;
    }
    let may_follow =
        is_favour(looks.pack(), last) || is_recurrence(looks.pack(), last) || is_sign_after(last);
    may_follow
        || looks.is_value(last)
        || amount_and_favour(looks.pack(), last).is_some()
        || spacing::glued_cells(last).is_some()
        || words.next().is_some_and(|number| is_unit_after(looks, number, last))
        || may_end_counted(looks, text)
}

/// Whether a line ends in words that say what the number before them is counted by. Its last words alone are looked at: a paragraph
/// has many more.
fn may_end_counted(looks: &impl Seen, text: &str) -> bool {
    let begins = |pair: &(usize, &[u8])| matches!(pair.1, [b' ', next] if *next != b' ');
    let words = text.as_bytes().windows(2).enumerate().rev().filter(begins);
    // The number stands before them.
    let from = words.map(|(at, _)| at + 1).nth(MAX_COUNTED_BY).unwrap_or(0);
    let Some(end) = text.get(from..).filter(|end| may_be_counted(end)) else { return false };
    counted_by(looks, end, &words_of(end)).is_some()
}

/// The most words that say what a number is counted by: the longest of the pages that were read has nine.
const MAX_COUNTED_BY: usize = 10;

/// Whether something stands right after a number: most lines have no word there.
fn may_be_counted(text: &str) -> bool {
    let is_of_number = |byte: u8| byte.is_ascii_digit() || byte == b'%';
    text.as_bytes().windows(2).any(|pair| matches!(pair, [one, b' '] if is_of_number(*one)))
}

/// The first of the words at the end of a line that say what the number before them is counted by: *per huishouden*, *van de
/// WOZ-waarde*, *voor een eenpersoonshuishouden (1 ve)*.
fn counted_by(looks: &impl Seen, text: &str, words: &[(usize, usize)]) -> Option<usize> {
    if !may_be_counted(text) {
        return None;
    }
    let word =
        |at: usize| words.get(at).and_then(|&(from, to)| text.get(from..to)).unwrap_or_default();
    let ends_in_digit = |word: &str| word.ends_with(|c: char| c.is_ascii_digit() || c == '%');
    let first = words.len().saturating_sub(MAX_COUNTED_BY).max(1);
    let leads = |at: &usize| {
        ends_in_digit(word(at - 1))
            && looks.pack().has(word(*at), |tables| tables.cells.counting)
            && (word(at - 1) == "%" || looks.is_value(word(at - 1)))
    };
    let at = (first..words.len().checked_sub(1)?).find(leads)?;
    // Another number after it is a cell of its own, but for *per € 2.500* and *(1 ve)*.
    let is_sign = |at: usize| matches!(word(at), "€" | "$" | "£" | "per");
    let is_aside = |at: usize| word(at).starts_with('(') || word(at).ends_with(')');
    let is_words =
        (at + 1..words.len()).all(|at| !has_digit(word(at)) || is_sign(at - 1) || is_aside(at));
    is_words.then_some(at)
}

fn is_one_cell(looks: &impl Seen, text: &str) -> bool {
    let read = cell::read(looks, text);
    read.is_understood() && read.looks_like_cell()
}

/// Whether the digits at the end of a line are of the scale that it states: *Bedragen x € 1 000*, *schaal x € 1.000*, *Gevolgen van beleid
/// (x € 1 000)*.
fn ends_in_scale(pack: &Pack, text: &str) -> bool {
    const GROUPS: [&str; 6] = ["1 000", "1.000", "1,000", "1 000 000", "1.000.000", "1,000,000"];
    let digits = text.trim_end_matches(')');
    let is_multiplied = |front: &str, group: &str| {
        let front = front.trim_end();
        let bare = front.trim_end_matches(['€', '£', '$']).trim_end();
        // `€ 1 000` is no amount with that gap in it.
        bare.ends_with(['x', 'X', '×', '*']) || front.ends_with('€') && group.contains(' ')
    };
    let ends =
        |group: &str| digits.strip_suffix(group).is_some_and(|front| is_multiplied(front, group));
    GROUPS.into_iter().any(ends)
        && shapes::is_scale(pack, text.get(text.rfind('(').unwrap_or(0)..).unwrap_or(text))
}

/// The cells at the end of a line that may have some. A line that is a cell as a whole has none: `- 0,1`.
pub(super) fn ending(looks: &impl Seen, text: &str) -> Option<Ending> {
    let is_cell = text.len() <= MAX_CELL && cell::read(looks, text).is_understood();
    if is_cell || ends_in_scale(looks.pack(), text) { None } else { cells_at_end(looks, text) }
}

/// The amount that a line begins with, where the rest of it says what that is counted by and nothing else: `€ 39,58 per huishouden`.
pub(super) fn rate(looks: &impl Seen, text: &str) -> Option<Ending> {
    if text.len() > MAX_CELL || !may_end_counted(looks, text) {
        return None;
    }
    let ending = cells_at_end(looks, text)?;
    (ending.label == 0 && ending.cells.len() == 1 && ending.counted_by.is_some()).then_some(ending)
}

/// In bytes. A cell with its unit, its year and its sign has 25.
const MAX_CELL: usize = 30;

#[expect(
    clippy::too_many_lines,
    reason = "one walk from the last word to the first, a cell at a time"
)]
fn cells_at_end(looks: &impl Seen, text: &str) -> Option<Ending> {
    let mut found = words_of(text);
    join_groups(text, &mut found);
    let counted_by = counted_by(looks, text, &found)
        .and_then(|at| found.drain(at..).next())
        .map(|(from, _)| (from, text.len()));
    let word =
        |at: usize| found.get(at).and_then(|&(from, to)| text.get(from..to)).unwrap_or_default();
    if let Some(glued) = glued_ending(text, &found) {
        return Some(glued);
    }
    let mut cells: Vec<RowCell> = Vec::new();
    let mut at = found.len();
    let mut numbers = 0_usize;
    let mut years = 0_usize;
    let mut with_words = 0;
    while at > 0 {
        let (mut from, to) = found.get(at - 1).copied()?;
        let mut text_of = word(at - 1);
        let mut favour = None;
        let mut used = 1;
        let glued = amount_and_favour(looks.pack(), text_of);
        if let Some((amount, letter)) = &glued {
            // *N75.000*
            favour = Some((from + letter.start, from + letter.end));
            from += amount.start;
            text_of = text_of.get(amount.clone()).unwrap_or_default();
        } else if at >= 3
            && is_recurrence(looks.pack(), text_of)
            && is_favour(looks.pack(), word(at - 2))
            && looks.is_value(word(at - 3))
        {
            // *-875 N I* is incidental.
            let (letter, _) = found.get(at - 2).copied()?;
            favour = Some((letter, to));
            (from, _) = found.get(at - 3).copied()?;
            text_of = word(at - 3);
            used = 3;
        } else if is_favour(looks.pack(), text_of) && at >= 2 && looks.is_value(word(at - 2)) {
            favour = Some((from, to));
            (from, _) = found.get(at - 2).copied()?;
            text_of = word(at - 2);
            used = 2;
        }
        // `7,4 (2010)`: when it was measured.
        let dated = used == 1 && at > used && is_year_of(looks, text_of, word(at - 2));
        if dated {
            (from, _) = found.get(at - 2).copied()?;
            used = 2;
        }
        let end =
            if glued.is_none() && favour.is_some() { found.get(at - used).copied()?.1 } else { to };
        // A number and its sign after it: `0,4 %`.
        let mut end_of_cell = end;
        if dated {
            // Its number is known to be one.
        } else if is_sign_after(text_of) && at > used && looks.is_value(word(at - used - 1)) {
            from = found.get(at - used - 1).copied()?.0;
            used += 1;
            end_of_cell = end;
        } else if at > used
            && numbers == with_words
            && is_unit_after(looks, word(at - used - 1), text_of)
        {
            // `12 hours`, where each number of the row has such a word: *inwoners tot 65 jaar* is a label.
            from = found.get(at - used - 1).copied()?.0;
            used += 1;
            with_words += 1;
        } else if !looks.is_value(text_of)
            || text_of.ends_with(',')
            || (with_words > 0 && has_digit(text_of))
        {
            break;
        }
        // A sign before it: `€ 12`, `-/- 5`.
        let bare = text.get(from..end_of_cell).unwrap_or_default();
        if is_of_label(looks, bare) {
            break;
        }
        // One sign of money: *in €* may end the label before it.
        let is_money = |word: &str| matches!(word, "€" | "$" | "£");
        while at > used
            && (is_money(word(at - used - 1)) || is_sign_in_front(word(at - used - 1)))
            && !(is_money(word(at - used - 1)) && is_money(word(at - used)))
        {
            from = found.get(at - used - 1).copied()?.0;
            used += 1;
        }
        // *Totalen (bedragen x € 1.000)* says in what amounts are.
        let whole = text.get(from..end_of_cell).unwrap_or_default();
        let closes = whole.ends_with(')') && !whole.contains('(');
        if closes && at > used && matches!(word(at - used - 1), "x" | "×" | "*" | "X") {
            break;
        }
        if dates::period(looks.pack(), whole).is_some() {
            // *in FY 2018* is of the label.
            let before = found.get(at.wrapping_sub(used + 1)).map(|&(before, _)| before);
            let named = before.and_then(|before| text.get(before..end_of_cell));
            if named.is_some_and(|named| dates::period(looks.pack(), named).is_some()) {
                break;
            }
            years += 1;
        } else if has_digit(whole) {
            numbers += 1;
        }
        cells.push((from, end_of_cell, favour));
        at -= used;
    }
    // *Voertuigen 241, 242* counts things, and holds no cells.
    let is_of_list = |at: usize| {
        let word = word(at);
        word.strip_suffix(',').is_some_and(|word| word.ends_with(|c: char| c.is_ascii_digit()))
    };
    if cells.len() == 1 && at > 0 && is_of_list(at - 1) {
        return None;
    }
    // *Afhandeling binnen 5 dagen* is a label.
    if with_words == 1 {
        return None;
    }
    cells.reverse();
    let taken = numbers_of_label(looks, text, &found, &mut at, &mut cells);
    numbers -= taken.min(numbers);
    if counted_by.is_some() {
        numbers_before_rate(looks, text, &found, &mut at, &mut cells, (&mut numbers, &mut years));
    }
    let label = found.get(at).map_or(text.len(), |(from, _)| *from);
    // `95 - 105%` and `48% (2008)` are one cell, and no three.
    if label == 0 && cells.len() >= 2 && is_one_cell(looks, text) {
        return None;
    }
    let is_year = |&(from, to, _): &RowCell| {
        text.get(from..to).is_some_and(|cell| dates::period(looks.pack(), cell).is_some())
    };
    let begins_with_year = years > 0 && label > 0 && cells.first().is_some_and(is_year);
    let has_years_as_numbers = numbers == 0 && label > 0 && are_years_as_numbers(text, &cells);
    Some(Ending {
        label,
        cells,
        numbers,
        years,
        begins_with_year,
        has_years_as_numbers,
        is_glued: false,
        counted_by,
    })
}

/// Whether cells that are years and dashes are no headers: several dashes stand among them, or one and a year twice. One dash alone
/// stands between the ends of a time: *2019 - 2022*.
fn are_years_as_numbers(text: &str, cells: &[RowCell]) -> bool {
    let of = |&(from, to, _): &RowCell| text.get(from..to).unwrap_or_default();
    let years = || cells.iter().map(of).filter(|cell| dates::year(cell).is_some());
    let dashes = cells.iter().map(of).filter(|cell| matches!(*cell, "-" | "–" | "—")).count();
    let comes_again = || years().zip(years().skip(1)).any(|(one, other)| one == other);
    years().count() > 0
        && years().count() + dashes == cells.len()
        && (dashes > 1 || dashes == 1 && comes_again())
}

/// Puts groups of digits together that one space parts, on a line whose cells are parted by more, or by tabs: `5 449         316`.
fn join_groups(text: &str, words: &mut Vec<(usize, usize)>) {
    const MIN: usize = 2;
    /// In a copy of a page two spaces may stand for an empty cell.
    const WIDE: usize = 3;
    let gap = |one: (usize, usize), other: (usize, usize)| text.get(one.1..other.0);
    let is_one = |one, other| gap(one, other) == Some(" ");
    let is_wide = |one, other| gap(one, other).is_some_and(|gap| gap.len() >= WIDE || gap == "\t");
    let wide = words.windows(2).filter(|pair| match *pair {
        [one, other] => is_wide(*one, *other),
        _ => false,
    });
    if wide.count() < MIN {
        return;
    }
    let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let may_begin = |(from, to): (usize, usize)| {
        let digits = text.get(from..to).unwrap_or_default();
        let digits = digits.trim_start_matches(['-', '−', '–', '(', '€', '+']);
        (1..=3).contains(&digits.len()) && are_digits(digits) && !digits.starts_with('0')
    };
    // `449)` and `449-` end a number below zero.
    let goes_on = |(from, to): (usize, usize)| {
        let digits = text.get(from..to).unwrap_or_default().trim_end_matches([')', '-', '−', '*']);
        digits.len() == 3 && are_digits(digits)
    };
    let mut made: Vec<(usize, usize)> = Vec::with_capacity(words.len());
    let mut is_open = false;
    for &word in words.iter() {
        let last = made.last().copied();
        if let (true, Some(last)) = (is_open && goes_on(word), last)
            && is_one(last, word)
            && let Some(slot) = made.last_mut()
        {
            slot.1 = word.1;
            continue;
        }
        let is_apart = last.is_some_and(|last| is_wide(last, word));
        is_open = is_apart && may_begin(word);
        made.push(word);
    }
    *words = made;
}

/// Whether a word is a sign that belongs to the number after it.
fn is_sign_in_front(word: &str) -> bool {
    matches!(word, "-/-" | "<" | ">" | "≤" | "≥" | "<=" | ">=" | "=<" | "=>")
}

/// Gives the numbers before the only amount that is counted by something to its label: *Natuur (25%) € 5,31 per hectare*, *2021
/// € 55,83 per huishouden*.
fn numbers_before_rate(
    looks: &impl Seen,
    text: &str,
    words: &[(usize, usize)],
    at: &mut usize,
    cells: &mut Vec<RowCell>,
    (numbers, years): (&mut usize, &mut usize),
) {
    while let [(from, to, _), _, ..] = *cells.as_slice()
        && let Some(first) = text.get(from..to)
        && (first.starts_with('(') || *at == 0 && dates::period(looks.pack(), first).is_some())
    {
        let count = if first.starts_with('(') { &mut *numbers } else { &mut *years };
        *count = count.saturating_sub(1);
        *at = words.iter().position(|(_, end)| *end == to).map_or(*at, |word| word + 1);
        cells.remove(0);
    }
}

/// The numbers in the last word of a line, where the spaces between them were lost: `7,77,07,0` is `7,7 7,0 7,0`.
/// Letters in front of the first number belong to the label.
fn glued_ending(text: &str, words: &[(usize, usize)]) -> Option<Ending> {
    let &(from, to) = words.last()?;
    let glued = spacing::glued_cells(text.get(from..to)?)?;
    let cells: Vec<RowCell> =
        glued.into_iter().map(|(begin, end)| (from + begin, from + end, None)).collect();
    let label = cells.first().map_or(from, |(begin, ..)| *begin);
    let numbers = cells.len();
    Some(Ending { label, cells, numbers, is_glued: true, ..Ending::default() })
}

/// Gives the first cells of a line to its label that are of it, and says how many. `at` is the word after the label.
fn numbers_of_label(
    looks: &impl Seen,
    text: &str,
    words: &[(usize, usize)],
    at: &mut usize,
    cells: &mut Vec<RowCell>,
) -> usize {
    /// In spaces.
    const FAR: usize = 4;
    let mut taken = 0;
    // *Herhaalprikken 60+*: what can't be read in front of what can is of the label.
    while let [first, second, ..] = cells.as_slice() {
        // *Leerlingen groep 7      24*: the 7 is one space after the words and far from the next number, so that
        // it is the end of the label.
        let before = words.get(at.wrapping_sub(1)).map_or(first.0, |(_, to)| *to);
        let is_near_label = first.0 - before.min(first.0) == 1
            && second.0.saturating_sub(first.1) >= FAR
            && first.1 - first.0 <= 2
            && text
                .get(first.0..first.1)
                .is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
        let text = text.get(first.0..first.1).unwrap_or_default();
        let is_age = text.ends_with('+') && !cell::read(looks, text).is_understood();
        // *Net Increase 2.30*
        let is_change = || {
            let read = cell::read(looks, text).interpretation;
            cells.len() == 2
                && !has_digit(text)
                && matches!(read, Interpretation::Sure(Value::Change(_) | Value::Flag(_)))
        };
        let is_of_label = *at > 0 && (is_age || is_near_label || is_change());
        if !is_of_label {
            break;
        }
        taken += 1;
        *at = words.iter().position(|(_, to)| *to == first.1).map_or(*at, |word| word + 1);
        cells.remove(0);
    }
    taken
}

/// Whether what looks like a cell is the end of a label.
fn is_of_label(looks: &impl Seen, bare: &str) -> bool {
    // A mark alone: *Aantal inwoners \*1)*.
    let is_mark = !bare.contains(char::is_alphanumeric) && bare.contains('*')
        || marks::strip(bare).0.is_empty();
    // *Vorderingensaldo (1)*: one digit in parentheses is no amount, unless the language writes negative ones so.
    let is_numbered = || bare.starts_with('(') && !cell::read(looks, bare).is_understood();
    is_mark || is_numbered()
}

/// Whether a word is a year in brackets that says when the number before it was measured: `7,4 (2014)`.
fn is_year_of(looks: &impl Seen, word: &str, number: &str) -> bool {
    let inner = word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let begins_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '<' | '>' | '€');
    inner.is_some_and(|inner| dates::year(inner).is_some())
        && has_digit(number)
        && number.starts_with(begins_number)
        && looks.is_value(number)
        && dates::period(looks.pack(), number).is_none()
        // Brackets are a minus in some languages: `120 (2014)`.
        && (number.ends_with('%') || !cell::read(looks, word).is_understood())
}

/// Whether a word may be a sign after a number: `0,4 %`.
fn is_sign_after(word: &str) -> bool {
    matches!(word, "%" | "mln" | "mln." | "fte")
}

/// Whether a word says what the number before it counts: `12 hours`.
fn is_unit_after(looks: &impl Seen, number: &str, word: &str) -> bool {
    const MAX_LEN: usize = 12;
    word.len() <= MAX_LEN
        && word.chars().all(char::is_lowercase)
        && cell::is_bare(number)
        && has_digit(number)
        && cell::read(looks, &format!("{number} {word}")).is_understood()
}

/// Whether a word may be a cell.
pub(super) fn is_value(looks: &impl Seen, word: &str) -> bool {
    let read = cell::read(looks, word);
    // A parenthesis or a comparator alone is a part of what stands beside it.
    if !word.contains(char::is_alphanumeric) {
        return read.is_missing();
    }
    // `£000` says in what amounts are.
    if word.strip_prefix(['£', '$', '€']).is_some_and(|rest| rest.trim_matches('\'') == "000") {
        return false;
    }
    // *(20% van 1.)* ends in the number of another row.
    if word.ends_with(".)") {
        return false;
    }
    let is_period = || has_digit(word) && dates::period(looks.pack(), word).is_some();
    // *09/04/2020 12:31:34* says when a page was made.
    if matches!(read.interpretation, Interpretation::Clock | Interpretation::Date) {
        return is_period();
    }
    read.looks_like_cell() || is_period()
}
