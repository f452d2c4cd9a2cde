//! Numbers that no table claimed: lines of one number each, lines that end in several, and texts that hold
//! as many numbers as rows of a table do.

use std::collections::BTreeMap;

use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::facts::spacing::{is_gap, words_of};
use crate::read::lines::{Kind, RawLine};
use crate::read::shapes::{self, is_sentence};
use crate::read::spot::Spot;
use crate::read::table::Table;
use crate::read::table::columns::{is_several, row_line, single_rows};
use crate::words::{has_digit, is_grouped, runs_of_digits, runs_of_letters};

/// Numbers that stand near each other and belong to no table.
#[derive(Debug)]
pub(in crate::read) struct Unclaimed {
    /// The lines of the first and the last of them.
    pub(in crate::read) first: usize,
    pub(in crate::read) last: usize,
    pub(in crate::read) numbers: Vec<Spot>,
}

/// The lines without a number that may stand between two numbers of one table: a label over several
/// lines.
const MAX_GAP: usize = 4;

/// The groups of numbers that no table claimed. A short number alone is none, since it may be
/// that of a page, and neither is one with words.
pub(in crate::read) fn unclaimed(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    tables: &[Table],
) -> Vec<Unclaimed> {
    let mut found: Vec<Unclaimed> = Vec::new();
    let listed = listed(vocabulary, lines);
    let mut claimed = tables.iter().peekable();
    for (at, line) in lines.iter().enumerate() {
        while claimed.peek().is_some_and(|table| table.to <= at) {
            claimed.next();
        }
        if claimed.peek().is_some_and(|table| table.from <= at) {
            continue;
        }
        let numbers = match line.kind {
            Kind::Line => {
                let all = numbers_of(vocabulary, at, &line.text);
                if all.is_empty() { listed.get(&at).cloned().unwrap_or_default() } else { all }
            }
            Kind::Item(_) => {
                let all = row_numbers(at, &line.text);
                if all.is_empty() { listed.get(&at).cloned().unwrap_or_default() } else { all }
            }
            Kind::Paragraph => row_numbers(at, &line.text),
            _ => Vec::new(),
        };
        let is_next = |group: &Unclaimed| {
            at - group.last <= MAX_GAP && !is_table_between(tables, group.last, at)
        };
        let numbers = match found.last() {
            Some(group) if numbers.is_empty() && is_next(group) => count(vocabulary, at, line)
                .or_else(|| in_words(vocabulary, at, line))
                .into_iter()
                .collect(),
            _ => numbers,
        };
        if numbers.is_empty() {
            continue;
        }
        match found.last_mut() {
            Some(group) if is_next(group) => {
                group.last = at;
                group.numbers.extend(numbers);
            }
            _ => found.push(Unclaimed { first: at, last: at, numbers }),
        }
    }
    // A whole number alone may be that of a page; below words, and longer, it may be the last of a table that was cut.
    let is_page = |spot: &Spot| {
        let text = spot.text(lines);
        text.contains(char::is_alphabetic)
            || (text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
    };
    found.retain(|group| {
        group.numbers.len() > 1
            || !group.numbers.iter().all(is_page)
            || is_of_a_row(vocabulary, lines, group.first)
    });
    found
}

/// The values in a line that stands within a table and is no row of it: *Ouders: 6,8*. Years and the numbers of a list are
/// none.
pub(in crate::read) fn values_of(looks: &Looks<'_>, at: usize, text: &str) -> Vec<Spot> {
    /// In bytes; a paragraph is longer.
    const MAX_LEN: usize = 120;
    if text.len() > MAX_LEN || !has_digit(text) || is_sentence(text) {
        return Vec::new();
    }
    let words = words_of(text);
    let is_value = |(place, &(from, to)): (usize, &(usize, usize))| {
        let word = text.get(from..to)?;
        let is_of_list = place == 0 && word.ends_with(['.', ')']);
        let is_number = looks.is_number(word) && !is_year(word) && !is_of_list;
        is_number.then(|| Spot::part(at, from, to))
    };
    words.iter().enumerate().filter_map(is_value).collect()
}

/// The numbers at the end of lines that follow each other and end in one number each. Small whole numbers are those
/// of pages, articles and houses.
fn listed(vocabulary: &Looks<'_>, lines: &[RawLine<'_>]) -> BTreeMap<usize, Vec<Spot>> {
    const MIN_DIGITS: usize = 4;
    let mut found: Vec<Spot> = Vec::new();
    let mut from = 0;
    while from < lines.len() {
        let is_line = |at: usize| lines.get(at).is_some_and(|line| line.kind == Kind::Line);
        let to = (from..lines.len()).find(|&at| !is_line(at)).unwrap_or(lines.len());
        let rows = single_rows(vocabulary, lines, (from, to), &[]);
        let spots = rows.iter().filter_map(|row| {
            row.cells.first().map(|&(from, to, _)| Spot::part(row.line, from, to))
        });
        let spots: Vec<Spot> = spots.collect();
        let is_amount = |spot: &&Spot| {
            let text = spot.text(lines);
            text.bytes().filter(u8::is_ascii_digit).count() >= MIN_DIGITS
                || text.contains(|c: char| !c.is_ascii_digit())
        };
        if spots.iter().filter(is_amount).count() * 2 > spots.len() {
            found.extend(spots);
        }
        found.extend(amounts(vocabulary, lines, (from, to)));
        found.extend(of_thousands(vocabulary, lines, (from, to)));
        found.extend(side_by_side(lines, from, to));
        found.extend(glued(lines, from, to));
        from = to + 1;
    }
    found.extend(followed(vocabulary, lines));
    let mut by_line: BTreeMap<usize, Vec<Spot>> = BTreeMap::new();
    found.sort_by_key(|spot| (spot.piece(), spot.start()));
    for spot in found {
        let of_line = by_line.entry(spot.piece()).or_default();
        // `€ 75,80` and `75,80` are one number.
        let text = |spot: &Spot| spot.text(lines).len();
        let is_within = |last: &Spot| spot.start() < last.start() + text(last);
        if !of_line.last().is_some_and(is_within) {
            of_line.push(spot);
        }
    }
    by_line
}

/// Those of some texts, in order, that stand near enough to each other: at least `min` of them, and at most `between` lines
/// between two.
fn runs(spots: impl Iterator<Item = Spot>, min: usize, between: usize) -> Vec<Spot> {
    let spots: Vec<Spot> = spots.collect();
    let is_near = |one: &Spot, next: &Spot| next.piece() - one.piece() <= between + 1;
    spots.chunk_by(is_near).filter(|run| run.len() >= min).flatten().copied().collect()
}

/// The amounts of short lines near each other that have one or more each, with words before the first: *watersysteemheffing
/// € 103,68 per huishouden*, *Amount Spent: $933,328*.
fn amounts(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], (from, to): (usize, usize)) -> Vec<Spot> {
    const MIN_ROWS: usize = 3;
    const MAX_LEN: usize = 120;
    /// The lines of a card: what it is of, and two amounts of others.
    const MAX_BETWEEN: usize = 3;
    let of_line = |at: usize| -> Vec<Spot> {
        let text = lines.get(at).map_or("", |line| &*line.text);
        if text.len() > MAX_LEN || text.ends_with(['.', '?', '!', ';']) || !may_have_sign(text) {
            return Vec::new();
        }
        let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let amount = |(sign, found): (usize, &str)| -> Option<Spot> {
            let (start, end) = if found == "%" {
                let before = text.get(..sign)?.trim_end();
                (before.trim_end_matches(is_of_number).len(), before.len())
            } else {
                let after = text.get(sign..)?.trim_start_matches(|c: char| !c.is_ascii_digit());
                let start = text.len() - after.len();
                (start, start + after.find(|c| !is_of_number(c)).unwrap_or(after.len()))
            };
            (start < end).then(|| Spot::part(at, start, end))
        };
        let spots = text.match_indices(['€', '£', '$', '%']).filter_map(amount);
        let mut spots: Vec<Spot> = spots.collect();
        spots.dedup();
        // *Bedragen x € 1.000*
        if spots.len() == 1 && shapes::is_scale(vocabulary.pack(), text) {
            return Vec::new();
        }
        let first = spots.first().and_then(|first| text.get(..first.start()));
        let is_labelled = first.is_some_and(|before| before.contains(char::is_alphabetic));
        if is_labelled { spots } else { Vec::new() }
    };
    let spots: Vec<Vec<Spot>> = (from..to).map(of_line).filter(|spots| !spots.is_empty()).collect();
    let firsts = spots.iter().filter_map(|spots| spots.first().copied());
    let near: Vec<usize> =
        runs(firsts, MIN_ROWS, MAX_BETWEEN).iter().map(|of| of.piece()).collect();
    let is_near = |spot: &Spot| near.binary_search(&spot.piece()).is_ok();
    spots.into_iter().flatten().filter(is_near).collect()
}

/// The numbers of thousands at the end of lines near each other, between which lines may end in words: *Planschade 100.000*, *Bouwplannen PM*,
/// *Totaal 200.000*.
fn of_thousands(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
) -> Vec<Spot> {
    const MIN_ROWS: usize = 3;
    const MAX_LEN: usize = 120;
    const MAX_BETWEEN: usize = 3;
    let last = |at: usize| -> Option<Spot> {
        let text = lines.get(at).map(|line| &*line.text).filter(|text| text.len() <= MAX_LEN)?;
        let (label, number) = text.rsplit_once(' ')?;
        // *Bedragen x 1.000*
        let is_label =
            label.contains(char::is_alphabetic) && !shapes::is_scale(vocabulary.pack(), text);
        (is_grouped(number.trim_start_matches('-')) && is_label)
            .then(|| Spot::part(at, text.len() - number.len(), text.len()))
    };
    runs((from..to).filter_map(last), MIN_ROWS, MAX_BETWEEN)
}

/// The numbers near the end of lines near each other that have a word or two after them: *Politie: 5.901 mln.*, *Nadeel op treasury -80 N I*.
fn followed(vocabulary: &Looks<'_>, lines: &[RawLine<'_>]) -> Vec<Spot> {
    const MIN_ROWS: usize = 3;
    /// The lines of a label, and a blank one.
    const MAX_BETWEEN: usize = 2;
    const MAX_LEN: usize = 120;
    /// *V I*
    const MAX_LETTERS: usize = 2;
    let of_line = |at: usize| -> Option<Spot> {
        let line = lines.get(at)?;
        let text = &*line.text;
        let is_of_text = matches!(line.kind, Kind::Line | Kind::Item(_));
        if !is_of_text || text.len() > MAX_LEN || !has_digit(text) {
            return None;
        }
        let words = words_of(text);
        let word = |at: usize| words.get(at).and_then(|&(from, to)| text.get(from..to));
        let is_letter = |at: usize| {
            word(at).is_some_and(|word| {
                word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
            })
        };
        let letters = (0..words.len()).rev().take_while(|&at| is_letter(at)).count();
        let number = if (1..=MAX_LETTERS).contains(&letters) {
            words.len().checked_sub(letters + 1)?
        } else {
            // *5.901 mln.* is one number with its scale.
            let number = words.len().checked_sub(2)?;
            let &(from, _) = words.get(number)?;
            let whole = text.get(from..)?;
            if whole.ends_with(|c: char| c.is_ascii_digit()) || !vocabulary.is_number(whole) {
                return None;
            }
            number
        };
        let &(from, to) = words.get(number)?;
        let own = text.get(from..to)?;
        let is_labelled = text.get(..from)?.contains(char::is_alphabetic);
        let is_number = has_digit(own) && !is_year(own) && vocabulary.is_number(own);
        (is_labelled && is_number).then(|| Spot::part(at, from, to))
    };
    runs((0..lines.len()).filter_map(of_line), MIN_ROWS, MAX_BETWEEN)
}

/// The number of a short line that is a number and what it counts: *88 kinderen*. Such a line is a cell where others stand.
fn count(looks: &Looks<'_>, at: usize, line: &RawLine<'_>) -> Option<Spot> {
    /// The words of what is counted, which a heading has in capitals.
    const MAX_WORDS: usize = 3;
    const MAX_LEN: usize = 40;
    let text = &*line.text;
    let is_short = text.len() <= MAX_LEN && text.starts_with(|c: char| c.is_ascii_digit());
    if line.kind != Kind::Line || !is_short {
        return None;
    }
    let words = words_of(text);
    let (&(from, to), rest) = words.split_first()?;
    let number = text.get(from..to)?;
    let is_word = |&(from, to): &(usize, usize)| {
        text.get(from..to).is_some_and(|word| word.chars().all(char::is_lowercase))
    };
    let is_of_words = (1..=MAX_WORDS).contains(&rest.len()) && rest.iter().all(is_word);
    let is_code = number.ends_with(['.', ')', ':']);
    let is_count = is_of_words && !is_code && !is_year(number) && looks.is_number(number);
    is_count.then(|| Spot::part(at, from, to))
}

/// A cell whose value is in words: *Geen data*, *in 2020 10% toename*. Such a line is a cell where others stand.
fn in_words(looks: &Looks<'_>, at: usize, line: &RawLine<'_>) -> Option<Spot> {
    const MAX_WORDS: usize = 8;
    let text = &*line.text;
    if line.kind != Kind::Line || !text.contains(char::is_alphabetic) || is_sentence(text) {
        return None;
    }
    let is_number = |word: &str| has_digit(word) && !is_year(word) && looks.is_number(word);
    let is_cell = match looks.class(text) {
        Class::Number => true,
        Class::Mixed | Class::Words => {
            let words: Vec<&str> = text.split(is_gap).collect();
            let is_coded = words.first().is_some_and(|first| first.ends_with(['.', ')', ':']));
            words.len() <= MAX_WORDS && !is_coded && words.into_iter().any(is_number)
        }
        _ => false,
    };
    is_cell.then(|| Spot::whole(at))
}

/// The numbers at the end of lines near each other that lost the gaps between them: `Structureel10.23111.2509.190`. Where one ends and
/// the next begins isn't known, so that they are one text.
fn glued(lines: &[RawLine<'_>], from: usize, to: usize) -> Vec<Spot> {
    const MIN_ROWS: usize = 2;
    /// The lines of a label or a heading between two rows.
    const MAX_BETWEEN: usize = 3;
    let of_line = |at: usize| -> Option<Spot> {
        let text = lines.get(at)?.text.trim_end();
        let before = text.trim_end_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-' | '(' | ')')
        });
        let start = before.len() + text.get(before.len()..)?.find(|c: char| c.is_ascii_digit())?;
        let run = text.get(start..)?;
        is_several(run, before.ends_with(char::is_alphabetic))
            .then(|| Spot::part(at, start, text.len()))
    };
    runs((from..to).filter_map(of_line), MIN_ROWS, MAX_BETWEEN)
}

/// Whether two numbers may stand side by side in a text, by its bytes: white space stands between what may be of numbers, or it
/// has white space that isn't ASCII.
fn may_have_side_by_side(text: &str) -> bool {
    let is_gap = |byte: u8| byte.is_ascii_whitespace() || byte == b'\x0b';
    let is_around = |byte: u8| {
        byte.is_ascii_digit()
            || !byte.is_ascii()
            || is_gap(byte)
            || matches!(byte, b'.' | b',' | b'%' | b'$' | b'-' | b'(' | b')')
    };
    let is_other_gap = |one: u8, next: u8| {
        matches!((one, next), (0xc2, 0x85) | (0xe1 | 0xe3, _) | (0xe2, 0x80 | 0x81))
    };
    let bytes = text.as_bytes();
    let (Some(second), Some(third)) = (bytes.get(1..), bytes.get(2..)) else { return false };
    let may_be = |((one, gap), next): ((&u8, &u8), &u8)| {
        (is_around(*one) & is_gap(*gap) & is_around(*next)) | is_other_gap(*one, *gap)
    };
    bytes.iter().zip(second).zip(third).fold(false, |found, three| found | may_be(three))
}

/// Whether a text may have the sign of a currency or of a percentage, by its bytes: that takes less than to look at its
/// characters, and most lines have none.
fn may_have_sign(text: &str) -> bool {
    /// The first bytes of `€` and `£`.
    const FIRST: [u8; 2] = [0xe2, 0xc2];
    let is_sign = |byte: u8| matches!(byte, b'$' | b'%') | FIRST.contains(&byte);
    text.bytes().fold(false, |found, byte| found | is_sign(byte))
}

/// The numbers that stand side by side on lines, where several lines of some have such: words may come before and
/// after them, as where the label goes on behind its cells.
fn side_by_side(lines: &[RawLine<'_>], from: usize, to: usize) -> Vec<Spot> {
    const MIN_ROWS: usize = 3;
    /// In bytes; a paragraph is longer.
    const MAX_LEN: usize = 300;
    let is_number = |word: &str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let signs = |c: char| c.is_ascii_digit() || ".,%€$£-−()".contains(c);
        digits > 0 && word.chars().all(signs) && !is_year(word)
    };
    let of_line = |at: usize| -> Vec<Spot> {
        let Some(line) = lines.get(at).filter(|line| line.text.len() <= MAX_LEN) else {
            return Vec::new();
        };
        let text = &*line.text;
        // To split all lines into words took an eighth of the time of prose.
        if runs_of_digits(text) < 2 || !may_have_side_by_side(text) {
            return Vec::new();
        }
        let mut was_number = false;
        let mut stand = |word: &str| {
            let was = was_number;
            was_number = is_number(word);
            was && was_number
        };
        if !text.split(is_gap).filter(|word| !word.is_empty()).any(&mut stand) {
            return Vec::new();
        }
        let mut best: Vec<Spot> = Vec::new();
        let mut run: Vec<Spot> = Vec::new();
        for (from, to) in words_of(text) {
            if is_number(text.get(from..to).unwrap_or_default()) {
                run.push(Spot::part(at, from, to));
            } else {
                run.clear();
            }
            if run.len() > best.len() {
                best.clone_from(&run);
            }
        }
        if best.len() > 1 { best } else { Vec::new() }
    };
    let rows: Vec<Vec<Spot>> = (from..to).map(of_line).filter(|row| !row.is_empty()).collect();
    if rows.len() >= MIN_ROWS { rows.into_iter().flatten().collect() } else { Vec::new() }
}

/// Whether a number stands right below words, and is longer than that of a page.
fn is_of_a_row(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], at: usize) -> bool {
    const MIN_DIGITS: usize = 4;
    let digits =
        lines.get(at).map_or(0, |line| line.text.bytes().filter(u8::is_ascii_digit).count());
    let above = at.checked_sub(1).and_then(|above| lines.get(above));
    digits >= MIN_DIGITS && above.is_some_and(|above| vocabulary.class(&above.text) == Class::Words)
}

fn is_table_between(tables: &[Table], first: usize, last: usize) -> bool {
    let at = tables.partition_point(|table| table.from <= first);
    tables.get(at).is_some_and(|table| table.from <= last)
}

fn numbers_of(vocabulary: &Looks<'_>, at: usize, text: &str) -> Vec<Spot> {
    /// The longest line that may be one row.
    const MAX_ROW: usize = 2000;
    /// The longest number with its words, in bytes: *tussen 240.000 en 260.000 overnachtingen*.
    const MAX_CELL: usize = 60;
    if !has_digit(text) {
        return Vec::new();
    }
    let of_row = row_numbers(at, text);
    if text.len() > MAX_ROW {
        return of_row;
    }
    if let Some(row) = row_line(vocabulary, text, at) {
        // Numbers stand in front of the label as well.
        if of_row.len() > row.cells.len() {
            return of_row;
        }
        return row.cells.iter().map(|&(from, to, _)| Spot::part(at, from, to)).collect();
    }
    let separated = separated_numbers(at, text);
    if !separated.is_empty() {
        return separated;
    }
    if text.len() <= MAX_CELL && vocabulary.is_of_class_number(text) {
        return vec![Spot::whole(at)];
    }
    of_row
}

/// The numbers of a text that holds as many as rows of a table do, and not as few as sentences. None if it
/// doesn't.
fn row_numbers(at: usize, text: &str) -> Vec<Spot> {
    let text = text.trim_end();
    // Fewer than two numbers are no row.
    let most = runs_of_digits(text);
    if most < 2 {
        return Vec::new();
    }
    let is_framed = text.starts_with(|c: char| c.is_ascii_digit())
        && text.ends_with(|c: char| c.is_ascii_digit());
    let is_run = is_run_of_rows(text, most);
    // Sentences have more words than that; those of other letters are counted below.
    let may_be_row = |words: usize| words <= most * 2 || is_framed || is_run;
    if text.is_ascii() && !may_be_row(runs_of_letters(text)) {
        return Vec::new();
    }
    let (mut numbers, mut words) = (Vec::new(), 0_usize);
    let mut rest = 0;
    while let Some(c) = text.get(rest..).and_then(|rest| rest.chars().next()) {
        let from = rest;
        let is_of = |is: fn(char) -> bool, from: usize| {
            text.get(from..)
                .and_then(|rest| rest.find(|c| !is(c)))
                .map_or(text.len(), |length| from + length)
        };
        if c.is_ascii_digit() {
            rest = is_of(|c| c.is_ascii_digit() || matches!(c, '.' | ','), from);
            let number = text.get(from..rest).unwrap_or_default();
            let number = number.trim_end_matches(['.', ',']);
            // `h1` is no number, and `schuldquote58%` holds one.
            let is_of_word = number.len() < 2
                && text.get(..from).is_some_and(|front| front.ends_with(char::is_alphabetic));
            if !is_year(number) && !is_of_word {
                numbers.push(Spot::part(at, from, from + number.len()));
            }
        } else if c.is_alphabetic() {
            words += 1;
            if !may_be_row(words) {
                return Vec::new();
            }
            rest = is_of(char::is_alphabetic, from);
        } else {
            rest += c.len_utf8();
        }
    }
    let ends_as_sentence = text.ends_with(['.', '!', '?', ';']);
    let is_dense = numbers.len() >= words || (numbers.len() * 2 >= words && !ends_as_sentence);
    // The row of a table whose rule is missing.
    let is_piped = text.bytes().filter(|byte| *byte == b'|').count() > 2;
    let is_row = (numbers.len() > 2 && is_dense)
        || is_run
        || is_piped
        || (numbers.len() == 2 && is_framed && words > 0 && numbers.iter().all(is_long));
    if is_row { numbers } else { Vec::new() }
}

/// The numbers of a line of separated values: *Score,7,2,7,3*. None where white space stands after the signs, as in
/// sentences.
fn separated_numbers(at: usize, text: &str) -> Vec<Spot> {
    const MIN: usize = 2;
    let mut found = Vec::new();
    let mut from = 0;
    let mut has_words = false;
    let mut may_go_on = false;
    for field in text.split(',') {
        // *Eden District Council 5,644,993* ends in one number.
        if may_go_on && field.len() == 3 && field.bytes().all(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let last = field.rsplit(' ').next().filter(|last| last.len() < field.len());
        may_go_on = last.is_some_and(|last| {
            (1..=3).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_digit())
        });
        let is_number = field.starts_with(|c: char| c.is_ascii_digit() || c == '-')
            && field.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'%'));
        if is_number && has_digit(field) {
            found.push(Spot::part(at, from, from + field.len()));
        } else if field.starts_with(char::is_whitespace) {
            return Vec::new();
        } else {
            has_words |= field.contains(char::is_alphabetic);
        }
        from += field.len() + 1;
    }
    if has_words && found.len() >= MIN { found } else { Vec::new() }
}

/// Whether a text is a whole table that lost its line breaks: many numbers, and no sentences among them.
fn is_run_of_rows(text: &str, numbers: usize) -> bool {
    const MIN_NUMBERS: usize = 20;
    const MAX_WORDS: usize = 8;
    const MAX_SENTENCES: usize = 2;
    if numbers < MIN_NUMBERS {
        return false;
    }
    let ends = |pair: &[&str]| {
        // `a.` is of a list.
        matches!(pair, [one, next] if one.ends_with('.')
            && one.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
            && one.trim_end_matches('.').ends_with(char::is_lowercase)
            && next.starts_with(char::is_uppercase))
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    words.len() <= numbers * MAX_WORDS
        && words.windows(2).filter(|pair| ends(pair)).count() <= MAX_SENTENCES
}

/// Whether a number has more digits than one of a page or a chapter.
fn is_long(number: &Spot) -> bool {
    number.bytes().is_some_and(|bytes| bytes.len() > 3)
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_near_each_other_make_a_run() {
        let runs = |at: &[usize], min, between| -> Vec<usize> {
            let spots = at.iter().copied().map(Spot::whole);
            runs(spots, min, between).into_iter().map(Spot::piece).collect()
        };
        assert_eq!(runs(&[1, 2], 2, 0), [1, 2]);
        assert!(runs(&[1, 2], 3, 0).is_empty(), "too few");
        assert!(runs(&[1, 3], 2, 0).is_empty(), "a line stands between them");
        assert_eq!(runs(&[1, 3, 6, 7], 2, 1), [1, 3, 6, 7]);
        assert_eq!(runs(&[1, 3, 9, 20, 21], 2, 1), [1, 3, 20, 21]);
        assert!(runs(&[], 1, 1).is_empty());
    }
}
