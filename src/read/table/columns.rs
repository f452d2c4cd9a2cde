//! Finds tables in plain text with several columns on a line: a label, and the cells behind it.

use std::borrow::Cow;

use crate::findings::rule::Message;
use crate::leaves::role::Role;
use crate::leaves::unit::Unit;
use crate::read::dates;
use crate::read::facts::classes::Class;
use crate::read::facts::endings::{Ending, RowCell};
use crate::read::facts::glued;
use crate::read::facts::looks::Looks;
use crate::read::facts::words;
use crate::read::facts::words::ColumnKind;
use crate::read::facts::{Facts, change_of};
use crate::read::label;
use crate::read::language::{HeaderWord, Pack};
use crate::read::lines::{Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::shapes::{self, is_sentence};
use crate::read::spot::{Spot, joined};
use crate::read::table::arithmetic;
use crate::read::table::arrange::{Arrangement, How, Item, arrangements};
use crate::read::table::grid::is_meta;
use crate::read::table::settle::settle;
use crate::read::table::turn::turn;
use crate::read::table::{Cell, Column, Doubt, Row, RowKind, Table};
use crate::read::vocabulary::Vocabulary;
use crate::words::fold_word;

/// The lines above the first row that may be headers.
const MAX_HEADER: usize = 12;
/// The same where each is short: headers of five columns broken over five lines each.
const MAX_SHORT_HEADER: usize = 30;
/// In bytes.
const MAX_SHORT: usize = 24;
/// The lines without cells that may stand between rows: a group, and a label over several lines.
const MAX_GAP: usize = 4;
/// The lines between the headers and the first row that may be groups: *Algemene financiering*,
/// *Exploitatie*.
const MAX_GROUPS: usize = 5;

/// A line with a label and its cells.
#[derive(Debug)]
pub(super) struct RowLine {
    pub(super) line: usize,
    /// Where its label ends, in bytes.
    pub(super) label: usize,
    /// The bytes of each cell, with those of the *V* or *N* after it.
    pub(super) cells: Vec<RowCell>,
    /// Whether the cells stand without gaps between them.
    pub(super) is_glued: bool,
}

impl RowLine {
    fn of(ending: &Ending, line: usize) -> Self {
        RowLine {
            line,
            label: ending.label,
            cells: ending.cells.clone(),
            is_glued: ending.is_glued,
        }
    }
}

/// The cells at the end of a line; `None` if it has fewer than two, or no number among them.
pub(super) fn row_line(looks: &Looks<'_>, text: &str, line: usize) -> Option<RowLine> {
    let ending = looks.ending(text)?;
    ending.is_row().then(|| RowLine::of(&ending, line))
}

/// Whether a line is a row: its label, and its cells behind it.
pub(super) fn is_row_line(looks: &Looks<'_>, text: &str) -> bool {
    looks.ending(text).is_some_and(|ending| ending.is_row())
}

/// The lines that end in one number each, where several follow each other and stand beside no rows of more: the rows
/// of a table with one column of figures, or of a list.
pub(super) fn single_rows(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    rows: &[RowLine],
) -> Vec<RowLine> {
    /// Two lines may end in a number by chance, as those of a letter do.
    const MIN_ROWS: usize = 3;
    /// In bytes; a paragraph is longer.
    const MAX_LEN: usize = 200;
    let is_near_rows = |at: usize| {
        let next = rows.partition_point(|row| row.line < at);
        let is_near = |row: &RowLine| row.line.abs_diff(at) <= MAX_GAP;
        rows.get(next).is_some_and(is_near)
            || next.checked_sub(1).and_then(|before| rows.get(before)).is_some_and(is_near)
    };
    let single = |at: usize| {
        let text = &*lines.get(at)?.text;
        if text.len() > MAX_LEN
            || !text.ends_with(|c: char| c.is_ascii_digit() || "%)*".contains(c))
        {
            return None;
        }
        let ending = vocabulary.ending(text)?;
        let label = text.get(..ending.label)?;
        let is_row =
            ending.cells.len() == 1 && ending.numbers == 1 && label.contains(char::is_alphabetic);
        is_row.then(|| RowLine::of(&ending, at))
    };
    let mut found: Vec<RowLine> = Vec::new();
    let mut run: Vec<RowLine> = Vec::new();
    for at in from..=to {
        let row = if at < to { single(at) } else { None };
        let goes_on =
            row.is_some() || run.last().is_some_and(|last| at - last.line <= 1 && at < to);
        run.extend(row);
        if !goes_on {
            if run.len() >= MIN_ROWS && !run.iter().any(|row| is_near_rows(row.line)) {
                found.append(&mut run);
            }
            run.clear();
        }
    }
    found
}

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    let mut rows: Vec<RowLine> =
        (from..to).filter_map(|at| row_line(vocabulary, &lines.get(at)?.text, at)).collect();
    let single = single_rows(vocabulary, lines, (from, to), &rows);
    rows.extend(single);
    rows.sort_by_key(|row| row.line);
    let mut left = Vec::new();
    let mut begin = from;
    let mut index = 0;
    while index < rows.len() {
        // The rows of one table: with few lines between them, and no headers.
        let mut end = index + 1;
        while let (Some(last), Some(next)) = (rows.get(end - 1), rows.get(end)) {
            let gap = last.line + 1..next.line;
            if gap.len() > MAX_GAP || holds_headers(vocabulary, lines, gap, next) {
                break;
            }
            end += 1;
        }
        let block = rows.get(index..end).unwrap_or_default();
        index = end;
        let Some(first) = block.first() else { continue };
        // Two numbers alone without a label are no row: `5 6` may be one cell that was written wrong.
        if block.len() == 1 && first.label == 0 && first.cells.len() == 2 {
            continue;
        }
        let finder = Finder { vocabulary, lines, rows: block };
        if let Some(table) = finder.table(begin) {
            if table.from > begin {
                left.push((begin, table.from));
            }
            begin = table.to;
            found.push(table);
        } else if block.len() >= 2 && first.cells.len() > 1 {
            if first.line > begin {
                left.push((begin, first.line));
            }
            begin = block.last().map_or(first.line, |row| row.line) + 1;
        }
    }
    if begin < to {
        left.push((begin, to));
    }
    left
}

/// Whether the numbers of rows are groups of at most three digits with spaces between them: then a space
/// may part thousands as well as cells.
fn is_spaced(lines: &[RawLine<'_>], rows: &[RowLine]) -> bool {
    let (mut groups, mut all) = (0, 0);
    for row in rows {
        let text = lines.get(row.line).map_or("", |line| &*line.text);
        for &(from, to, _) in &row.cells {
            let number = text.get(from..to).unwrap_or_default().trim_start_matches(['-', '−']);
            all += 1;
            if !(1..=3).contains(&number.len()) || !number.bytes().all(|byte| byte.is_ascii_digit())
            {
                return false;
            }
            groups += usize::from(number.len() == 3);
        }
    }
    let counts: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
    groups * 2 > all && counts.iter().any(|count| Some(count) != counts.first())
}

/// Groups the digits of rows into a number of cells each; and whether more than one way was left, of which
/// the most even was taken. `None` if a row can't be.
fn regroup(lines: &[RawLine<'_>], rows: &[RowLine], n: usize) -> Option<(Vec<RowLine>, bool)> {
    let mut is_likely = false;
    let mut made = Vec::with_capacity(rows.len());
    for row in rows {
        let text = lines.get(row.line).map_or("", |line| &*line.text);
        let groups: Vec<&str> =
            row.cells.iter().filter_map(|&(from, to, _)| text.get(from..to)).collect();
        let (sizes, ways) = sizes(&groups, n)?;
        is_likely |= ways > 1;
        let mut at = 0;
        let cells = sizes.iter().filter_map(|size| {
            let (from, ..) = *row.cells.get(at)?;
            let (_, to, favour) = *row.cells.get(at + size - 1)?;
            at += size;
            Some((from, to, favour))
        });
        made.push(RowLine {
            line: row.line,
            label: row.label,
            cells: cells.collect(),
            is_glued: false,
        });
    }
    Some((made, is_likely))
}

/// How many groups of digits each of `n` numbers has, in the most even way, and how many ways there are
/// (at most 99).
fn sizes(groups: &[&str], n: usize) -> Option<(Vec<usize>, usize)> {
    const MAX_SIZE: usize = 4;
    // ways[cell][at]: how many ways to make the cells from one on of the groups from one on; and the least
    // sum of squares, with the size of the first.
    let len = groups.len();
    let mut best: Vec<Vec<Option<(usize, usize, usize)>>> = vec![vec![None; len + 1]; n + 1];
    if let Some(slot) = best.get_mut(n).and_then(|row| row.get_mut(len)) {
        *slot = Some((1, 0, 0));
    }
    for cell in (0..n).rev() {
        for at in (0..len).rev() {
            let mut found: Option<(usize, usize, usize)> = None;
            for size in 1..=MAX_SIZE.min(len - at) {
                let first =
                    groups.get(at).copied().unwrap_or_default().trim_start_matches(['-', '−']);
                let rest = groups.get(at + 1..at + size).unwrap_or_default();
                let goes_on = rest.iter().all(|group| {
                    group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit())
                });
                if !goes_on || (size > 1 && first.starts_with('0')) {
                    break;
                }
                let Some(&Some((ways, squares, _))) =
                    best.get(cell + 1).and_then(|row| row.get(at + size))
                else {
                    continue;
                };
                let squares = squares + size * size;
                found = Some(match found {
                    None => (ways, squares, size),
                    Some((known, least, of)) => {
                        let all = (known + ways).min(99);
                        if squares < least { (all, squares, size) } else { (all, least, of) }
                    }
                });
            }
            if let Some(slot) = best.get_mut(cell).and_then(|row| row.get_mut(at)) {
                *slot = found;
            }
        }
    }
    let (ways, ..) = (*best.first()?.first()?)?;
    let mut sizes = Vec::with_capacity(n);
    let mut at = 0;
    for cell in 0..n {
        let (_, _, size) = (*best.get(cell)?.get(at)?)?;
        sizes.push(size);
        at += size;
    }
    Some((sizes, ways))
}

/// Whether a line holds several headers.
/// Whether lines between rows are the headers of another table. One text alone is above a group of rows: *Kadernota
/// 2024*.
fn holds_headers(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    gap: std::ops::Range<usize>,
    next: &RowLine,
) -> bool {
    if !gap.clone().any(|at| is_header_line(vocabulary, lines, at)) {
        return false;
    }
    // Above cells without a label it is what they are.
    if next.label == 0 {
        return true;
    }
    let mut items = Vec::new();
    items_of(vocabulary, lines, gap.start, gap.end, &mut items);
    let years = items.iter().filter(|item| item.facts.period.is_some()).count();
    items.iter().filter(|item| item.facts.is_placing()).count() > 2 || years > 1
}

fn is_header_line(vocabulary: &Vocabulary, lines: &[RawLine<'_>], at: usize) -> bool {
    let mut items = Vec::new();
    items_of(vocabulary, lines, at, at + 1, &mut items);
    // *Voordeel*, *Nadeel* judge the numbers of the next row.
    let judges = |item: &Item| {
        let favourable = HeaderWord::Column(ColumnKind::Favourable);
        item.facts.others.contains(&favourable)
            || item.facts.content == Some(ColumnKind::Favourable)
    };
    let headers = items.iter().filter(|item| item.facts.is_placing() && !judges(item)).count();
    // *Percent of Metro Plan Design Reviews Completed in 20* is a label.
    let others = items.iter().filter(|item| item.facts.rest > 0).map(|item| item.spots.len());
    headers >= 2 && others.sum::<usize>() <= headers
}

/// A word of headers as it is printed.
struct Printed<'l> {
    text: Cow<'l, str>,
    line: usize,
    /// Where it stands: a year that a line break cut, in two places.
    spots: Vec<Spot>,
}

/// Joins the years that a line break cut: `2016-` and `2017-` with `17` and `18` on the next line.
fn join_cut_years(words: &mut Vec<Printed<'_>>) {
    let begun = |word: &Printed<'_>| {
        let year = word.text.strip_suffix(['-', '\u{2010}', '\u{2011}', '–', '/'])?;
        let year = year.parse::<u16>().ok().filter(|_| year.len() == 4)?;
        (1900..2100).contains(&year).then_some(year)
    };
    let rest = |word: &Printed<'_>| word.text.parse::<u16>().ok().filter(|_| word.text.len() == 2);
    let open: Vec<(usize, u16, usize)> = words
        .iter()
        .enumerate()
        .filter_map(|(at, word)| Some((at, begun(word)?, word.line)))
        .collect();
    let Some((_, _, line)) = open.first().copied() else { return };
    let closing: Vec<usize> = (0..words.len())
        .filter(|&at| {
            words.get(at).is_some_and(|word| word.line == line + 1 && rest(word).is_some())
        })
        .collect();
    let fits = |((_, year, of), at): (&(usize, u16, usize), &usize)| {
        *of == line && words.get(*at).and_then(rest) == Some((year + 1) % 100)
    };
    if open.len() != closing.len() || !open.iter().zip(&closing).all(fits) {
        return;
    }
    for ((at, ..), end) in open.iter().zip(&closing) {
        let Some((text, spots)) =
            words.get(*end).map(|end| (end.text.to_string(), end.spots.clone()))
        else {
            continue;
        };
        if let Some(word) = words.get_mut(*at) {
            word.text = Cow::Owned(format!("{}{text}", word.text));
            word.spots.extend(spots);
        }
    }
    for at in closing.into_iter().rev() {
        words.remove(at);
    }
}

/// The headers in some lines, as a stream of words: a phrase may be torn over two lines.
fn items_of(
    vocabulary: &Vocabulary,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    items: &mut Vec<Item>,
) {
    const MAX_WORDS: usize = 120;
    let mut stream: Vec<Printed<'_>> = Vec::new();
    for at in from..to {
        let Some(line) = lines.get(at) else { break };
        if line.text.len() > 400 {
            return;
        }
        let word = |(start, end): (usize, usize)| Printed {
            text: Cow::Borrowed(line.text.get(start..end).unwrap_or_default()),
            line: at,
            spots: vec![Spot::part(at, start, end)],
        };
        stream.extend(glued::header_words(&line.text).into_iter().map(word));
    }
    stream.truncate(MAX_WORDS);
    join_cut_years(&mut stream);
    let words: Vec<&str> = stream.iter().map(|word| &*word.text).collect();
    let mut at = 0;
    while at < stream.len() {
        let rest = words.get(at..).unwrap_or_default();
        let (facts, taken) = phrase_at(vocabulary, rest);
        let spots = |count: usize| -> Vec<Spot> {
            let words = stream.get(at..at + count).unwrap_or_default();
            words.iter().flat_map(|word| word.spots.iter().copied()).collect()
        };
        let begins_line =
            at.checked_sub(1).and_then(|before| stream.get(before)).map(|word| word.line)
                != stream.get(at).map(|word| word.line);
        if taken > 0 {
            let before = at.checked_sub(1).and_then(|before| words.get(before));
            let is_known_before = before
                .and_then(|word| fold_word(word))
                .is_some_and(|word| words::phrase(vocabulary, &word).is_some());
            let is_unit = facts.unit.is_some() && !facts.is_placing() && facts.content.is_none();
            match items.last_mut() {
                // *Gross £m*
                Some(last)
                    if is_unit && taken == 1 && !begins_line && last.facts.unit.is_none() =>
                {
                    last.facts.unit = facts.unit;
                    last.spots.extend(spots(taken));
                }
                last => {
                    // *Renterisiconorm (x € 1.000)* is a title: a word that only ends in that of a role.
                    if let Some(title) = last.filter(|last| {
                        is_unit && taken > 1 && !begins_line && last.begins_line && !is_known_before
                    }) {
                        title.facts = Facts { rest: 1, ..Facts::default() };
                    }
                    items.push(Item { facts, spots: spots(taken), begins_line });
                }
            }
            at += taken;
            continue;
        }
        let is_link = rest.first().is_some_and(|word| words::is_link(vocabulary, word));
        match items.last_mut() {
            // Words side by side are one header.
            Some(last) if last.facts.rest > 0 && !begins_line => {
                last.spots.extend(spots(1));
            }
            _ if is_link => {}
            _ => items.push(Item {
                facts: Facts { rest: 1, ..Facts::default() },
                spots: spots(1),
                begins_line,
            }),
        }
        at += 1;
    }
}

/// What the longest phrase states with which some words begin, and how many of them it has: 0 if none is
/// known.
fn phrase_at(vocabulary: &Vocabulary, words: &[&str]) -> (Facts, usize) {
    const MAX_PHRASE: usize = 5;
    let longest = vocabulary.mapped().map_or(MAX_PHRASE, |mapped| mapped.longest().max(MAX_PHRASE));
    let mut facts = Facts::default();
    let pack = vocabulary.pack();
    // *(bedragen x € 1.000)*
    if let Some((unit, length)) = scale_at(pack, words) {
        facts.unit = Some(unit);
        return (facts, length);
    }
    for length in (1..=longest.min(words.len())).rev() {
        let run = words.get(..length).unwrap_or_default();
        // *Net (current) expenditure*
        let is_remark = |word: &&str| word.starts_with('(') && word.ends_with(')');
        let inner = run.get(1..length.max(2) - 1).unwrap_or_default();
        let joined = if inner.iter().any(is_remark) {
            let (first, last) = (run.iter().take(1), run.iter().skip(length - 1));
            let inner = inner.iter().filter(|word| !is_remark(word));
            first.chain(inner).chain(last).copied().collect::<Vec<_>>().join(" ")
        } else {
            run.join(" ")
        };
        let bare = joined.trim_matches(['(', ')', ':', '/']);
        if let Some(mapped) = Facts::of_mapped(vocabulary, bare) {
            return (mapped, length);
        }
        if length > MAX_PHRASE {
            continue;
        }
        if let Some(period) = dates::period(vocabulary.pack(), bare) {
            facts.period = Some(period);
            return (facts, length);
        }
        // *Stand 1-1*
        let is_dated = run.last().is_some_and(|last| dates::day_of_year(pack, last).is_some());
        if is_dated && length > 1 {
            let stated = Facts::of(vocabulary, bare);
            if stated.day.is_some() && stated.rest == 0 && stated.is_placing() {
                return (stated, length);
            }
        }
        if let Some(phrase) = fold_word(bare).and_then(|word| words::phrase(vocabulary, &word))
            && !(length > 1 && is_several(vocabulary, &phrase, run))
        {
            facts.add(phrase);
            if facts.role == Some(Role::Amended) {
                facts.change = change_of(vocabulary.pack(), run.iter().copied());
            }
            return (facts, length);
        }
    }
    let Some(first) = words.first() else { return (facts, 0) };
    // `$'000`
    let mut scales = pack.each(|tables| tables.labels.scale_grammar.printed_thousands);
    let is_sign = first.starts_with(['£', '$']) && first.len() > 1;
    if (first.ends_with("000") && scales.any(|scale| scale == first))
        || (is_sign && label::amounts(pack, first).is_some())
    {
        facts.unit = label::amounts(pack, first);
        return (facts, 1);
    }
    let lettered = words::lettered(vocabulary, first);
    if let Some((role, period)) = lettered {
        (facts.role, facts.period) = (Some(role), Some(period));
    }
    let stem = || fold_word(first).and_then(|word| vocabulary.pack().header_stem(&word));
    if lettered.is_none()
        && let Some(meaning) = stem()
    {
        facts.add(meaning);
        return (facts, 1);
    }
    (facts, usize::from(lettered.is_some()))
}

/// The scale that the words from the first on state and nothing else, and how many they are: *(bedragen x € 1.000)*.
fn scale_at(pack: &Pack, words: &[&str]) -> Option<(Unit, usize)> {
    const MAX_WORDS: usize = 7;
    let first = words.first()?.trim_start_matches('(');
    let is_of_scale = |word: &str| {
        fold_word(word).is_some_and(|word| {
            label::is_of_scale(pack, &word) && !word.contains(|c: char| c.is_ascii_digit())
        })
    };
    if words.len() < 2 || !(first == "€" || is_of_scale(first)) {
        return None;
    }
    let begins_in_parentheses = words.first()?.starts_with('(');
    (2..=MAX_WORDS.min(words.len())).rev().find_map(|length| {
        let run = words.get(..length)?;
        // What was opened is closed.
        let closes = run.last()?.ends_with(')');
        if closes != begins_in_parentheses {
            return None;
        }
        Some((label::scale_alone(pack, &run.join(" "))?, length))
    })
}

/// Whether a phrase is several headers on one line: *Baten Lasten* is no column of flows here.
fn is_several(vocabulary: &Vocabulary, phrase: &HeaderWord, run: &[&str]) -> bool {
    let means = |word: &str| fold_word(word).and_then(|word| words::phrase(vocabulary, &word));
    let all = |is: fn(&HeaderWord) -> bool| {
        run.iter().all(|word| means(word).is_some_and(|word| is(&word)))
    };
    match phrase {
        HeaderWord::Column(_) => all(|word| {
            matches!(word, HeaderWord::Flow(_) | HeaderWord::Role(_) | HeaderWord::Ambiguous(_))
        }),
        HeaderWord::Flow(_) => {
            let first = |word: Option<&&str>| Some(*means(word?)?.meanings().first()?);
            // *Gross expenditure* is one header, and so is *net income*.
            let is_qualified = first(run.last()) == Some(*phrase)
                || matches!(run, [one, _] if matches!(means(one), Some(HeaderWord::Ambiguous(_)))
                    && first(Some(one)) == Some(*phrase));
            !is_qualified
                && all(|word| matches!(word, HeaderWord::Flow(_) | HeaderWord::Ambiguous(_)))
        }
        _ => false,
    }
}

/// Headers without the words in front of a row of headers: those are above the labels, but for the first.
fn without_corners(items: Vec<Item>) -> Vec<Item> {
    let mut kept: Vec<Item> = Vec::with_capacity(items.len());
    let mut line: Vec<Item> = Vec::new();
    let flush = |line: &mut Vec<Item>, kept: &mut Vec<Item>| {
        let first = line.iter().position(|item| item.facts.is_placing()).unwrap_or(0);
        let has_before = kept.iter().any(|item| item.facts.is_placing());
        kept.extend(line.drain(..).skip(if has_before { first } else { 0 }));
    };
    for item in items {
        if item.begins_line {
            flush(&mut line, &mut kept);
        }
        line.push(item);
    }
    flush(&mut line, &mut kept);
    kept
}

/// A way to part headers from the corner in front of them.
struct Corner {
    items: Vec<Item>,
    /// How many of them are of the corner.
    count: usize,
    /// What is unlikely about it.
    cost: f64,
}

/// The ways to part headers from the corner in front of them, which may begin with the scale of the table.
fn corners(items: Vec<Item>, begins_with_scale: bool) -> Vec<Corner> {
    /// What words cost that are of no column, though the labels have a head of their own.
    const LEFT_OVER: f64 = 1.0;
    let first = items.iter().position(|item| item.facts.is_placing()).unwrap_or(0);
    let is_head =
        |item: &Item| item.facts.content == Some(ColumnKind::Label) && item.facts.rest == 0;
    let has_head = items.iter().take(first).any(is_head);
    // *Totaal bruto investering* behind the head of the labels is a column, though its words aren't known.
    let before = if begins_with_scale {
        Some(0)
    } else {
        items.first().filter(|first| is_head(first)).map(|_| 1)
    };
    let words = before.and_then(|before| items.get(before..first)).unwrap_or_default();
    let may_be_column = |item: &Item| {
        matches!(item.facts.content, None | Some(ColumnKind::Label | ColumnKind::Value))
    };
    let is_column = words.iter().all(may_be_column)
        && words.iter().any(|item| item.facts.content.is_none())
        && items
            .get(first + 1 - words.len()..=first)
            .unwrap_or_default()
            .iter()
            .all(|item| !item.begins_line);
    let mut found = Vec::new();
    if let Some(before) = before.filter(|_| is_column) {
        let spots = words.iter().flat_map(|item| item.spots.iter().copied()).collect();
        let begins_line = words.first().is_some_and(|item| item.begins_line);
        let facts = Facts { rest: 1, ..Facts::default() };
        let made = Item { facts, spots, begins_line };
        let mut items = items.clone();
        items.splice(before..first, [made]);
        found.push(Corner { items, count: before, cost: 0.0 });
    }
    // *Lasten* in front of the years, *Programma / resultaat*.
    let may_be_corner = |item: &Item| {
        item.facts.period.is_none() && (item.facts.role.is_none() || !item.facts.others.is_empty())
    };
    let cost = if is_column { LEFT_OVER } else { 0.0 };
    found.push(Corner { items: items.clone(), count: first, cost });
    // Where the labels have a head of their own it is no part of the corner.
    if !has_head && items.get(first).is_some_and(may_be_corner) {
        found.push(Corner { items, count: first + 1, cost });
    }
    found
}

struct Finder<'a, 's> {
    vocabulary: &'a Looks<'a>,
    lines: &'a [RawLine<'s>],
    rows: &'a [RowLine],
}

/// A way to read the headers.
struct Headers {
    first: usize,
    /// The line after them.
    end: usize,
    items: Vec<Item>,
    /// How many of the items are of the corner.
    corner: usize,
    arrangement: Arrangement,
    n: usize,
    cost: f64,
    /// The scale that stood among them, once for each column.
    unit: Option<Unit>,
}

/// What stands around the first line of headers.
struct Above {
    /// Whether that line is itself the beginning of a title.
    begins_with_title: bool,
    /// Whether headers are left over right above it.
    is_left_over: bool,
    /// Whether a word is cut there.
    is_cut: bool,
}

impl Finder<'_, '_> {
    /// The table of some rows, with headers from a line on.
    fn table(&self, floor: usize) -> Option<Table> {
        let first = self.rows.first()?.line;
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for row in self.rows {
            match counts.iter_mut().find(|(n, _)| *n == row.cells.len()) {
                Some((_, count)) => *count += 1,
                None => counts.push((row.cells.len(), 1)),
            }
        }
        counts.sort_by_key(|&(n, count)| std::cmp::Reverse((count, n)));
        counts.truncate(4);
        if is_spaced(self.lines, self.rows) {
            for n in self.header_counts(first, floor) {
                let Some((rows, is_likely)) = regroup(self.lines, self.rows, n) else { continue };
                let finder = Finder { vocabulary: self.vocabulary, lines: self.lines, rows: &rows };
                let Some(mut table) = finder.table_of(floor, &[(n, rows.len())]) else { continue };
                if is_likely {
                    table.doubts.push(Doubt {
                        at: Lines { first, last: rows.last().map_or(first, |row| row.line) },
                        what: Message::SpacesPartBoth {},
                    });
                }
                return Some(table);
            }
        }
        self.table_of(floor, &counts)
    }

    /// The numbers of columns that the headers above the first row can make.
    fn header_counts(&self, first: usize, floor: usize) -> Vec<usize> {
        let mut found = Vec::new();
        for head in (first.saturating_sub(MAX_HEADER).max(floor)..first).rev() {
            for end in (first.saturating_sub(MAX_GROUPS).max(head + 1)..=first).rev() {
                let mut items = Vec::new();
                items_of(self.vocabulary, self.lines, head, end, &mut items);
                items.retain(|item| item.facts.is_placing());
                let years = items.iter().filter(|item| item.facts.is_bare_period()).count();
                for n in [items.len(), years] {
                    if n >= 2 && !found.contains(&n) {
                        found.push(n);
                    }
                }
            }
        }
        found
    }

    /// The table of the rows, which have these numbers of cells, each so many times.
    fn table_of(&self, floor: usize, counts: &[(usize, usize)]) -> Option<Table> {
        let first = self.rows.first()?.line;
        // A number of the label makes one too many.
        let fewer: Vec<(usize, usize)> =
            counts.iter().filter(|(n, _)| *n > 2).map(|&(n, count)| (n - 1, count)).collect();
        let mut best: Option<Headers> = None;
        for head in (first.saturating_sub(MAX_SHORT_HEADER).max(floor)..first).rev() {
            let line = self.lines.get(head)?;
            if first - head > MAX_HEADER && line.text.len() > MAX_SHORT {
                break;
            }
            if line.text.len() > 300 || is_sentence(&line.text) {
                break;
            }
            // A number on a line of its own is the cell of another table.
            let has_year = || {
                let words = glued::header_words(&line.text);
                let mut words = words.into_iter().filter_map(|(from, to)| line.text.get(from..to));
                words.any(|word| dates::period(self.vocabulary.pack(), word).is_some())
            };
            if self.vocabulary.class(&line.text) == Class::Number
                && line.text.bytes().any(|byte| byte.is_ascii_digit())
                && !has_year()
            {
                break;
            }
            let above = self.above(head, floor);
            for end in (first.saturating_sub(MAX_GROUPS).max(head + 1)..=first).rev() {
                // Words right above the first row may be the label of a group.
                if end < first && self.states(end) {
                    break;
                }
                let mut items = Vec::new();
                items_of(self.vocabulary, self.lines, head, end, &mut items);
                // `$'000` below each header is the scale of the table.
                let is_scale = |item: &Item| {
                    item.facts.unit.is_some()
                        && !item.facts.is_placing()
                        && item.facts.content.is_none()
                        && item.facts.rest == 0
                };
                let scales = items.iter().filter(|item| is_scale(item)).count();
                let scale = items.iter().find(|item| is_scale(item));
                // One sign alone may be the unit of one column.
                let is_of_all = scales > 1 || scale.is_some_and(|item| item.spots.len() > 1);
                let unit = scale.and_then(|item| item.facts.unit.clone()).filter(|_| is_of_all);
                let begins_with_scale = is_of_all && items.first().is_some_and(is_scale);
                items.retain(|item| !is_of_all || !is_scale(item));
                let items = without_corners(items);
                let placing = items.iter().filter(|item| item.facts.is_placing()).count();
                if placing == 0 {
                    continue;
                }
                let ways = corners(items, begins_with_scale);
                for &(n, _) in counts.iter().chain(&fewer) {
                    for corner in &ways {
                        let rest = corner.items.get(corner.count..).unwrap_or_default();
                        for arrangement in arrangements(rest, n) {
                            let cost = self.cost(&arrangement, rest, &above, n) + corner.cost;
                            let cost =
                                cost + 0.1 * f64::from(u32::try_from(first - end).unwrap_or(9));
                            if best.as_ref().is_none_or(|best| cost < best.cost) {
                                best = Some(Headers {
                                    first: head,
                                    end,
                                    items: corner.items.clone(),
                                    corner: corner.count,
                                    arrangement,
                                    n,
                                    cost,
                                    unit: unit.clone(),
                                });
                            }
                        }
                    }
                }
            }
        }
        let best = best?;
        Some(self.build(&best, first))
    }

    /// Whether a line states when its figures are of, or what they are; a flow alone may be a group.
    fn states(&self, at: usize) -> bool {
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, at + 1, &mut items);
        let placing = items.iter().filter(|item| item.facts.is_placing()).count();
        // *Goal: Create a more livable city* is words.
        let is_words = items.iter().any(|item| item.facts.rest > 0 && item.spots.len() > 2);
        let is_stated = |item: &Item| item.facts.period.is_some() || item.facts.role.is_some();
        placing > 1 || (!is_words && items.iter().any(is_stated))
    }

    fn cost(&self, arrangement: &Arrangement, items: &[Item], above: &Above, n: usize) -> f64 {
        let mut cost = 0.0;
        for path in &arrangement.columns {
            if !path.facts.is_placing() {
                cost += 1.2;
            }
            if path.is_open {
                cost += 0.5;
            }
        }
        cost += arrangement.cost();
        // Headers above each other stand on lines of their own.
        let lines = items.iter().filter(|item| item.begins_line).count();
        if arrangement.how == How::Levels && lines <= 1 {
            cost += 0.5;
        }
        let used: usize = arrangement
            .columns
            .iter()
            .flat_map(|path| path.items.iter())
            .collect::<std::collections::HashSet<_>>()
            .len();
        cost += 1.5 * f64::from(u32::try_from(items.len().saturating_sub(used)).unwrap_or(99));
        // Rows that don't have that many cells.
        let misfits = self.rows.iter().filter(|row| row.cells.len() < n).count();
        cost += f64::from(u32::try_from(misfits).unwrap_or(999)) * 1.0;
        let more = self.rows.iter().filter(|row| row.cells.len() > n);
        for row in more {
            let is_of_label = row.cells.len() == n + 1 && self.begins_with_label(row);
            cost += if is_of_label { 0.3 } else { 0.8 };
        }
        if above.begins_with_title {
            cost += 1.5;
        }
        if above.is_left_over {
            cost += 2.0;
        }
        if above.is_cut {
            cost += 2.5;
        }
        cost
    }

    /// What speaks against headers that begin at a line, whatever they are.
    fn above(&self, head: usize, floor: usize) -> Above {
        let begins_with_title = self.is_title(head);
        let Some(before) = head.checked_sub(1).filter(|before| *before >= floor) else {
            return Above { begins_with_title, is_left_over: false, is_cut: false };
        };
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, before, head, &mut items);
        // *Indicator*, *Eenheid*, *Bron* are above the labels and what stands between them and the figures.
        let is_of_texts = |item: &Item| {
            item.facts.content.is_some_and(|content| content != ColumnKind::Value)
                && !item.facts.is_placing()
        };
        items.retain(|item| !is_of_texts(item));
        let strong = items.iter().filter(|item| item.facts.is_placing()).count();
        // One word that isn't known may be the head of the labels.
        let are_headers = strong > 0 && items.len() - strong <= usize::from(strong > 2);
        Above {
            begins_with_title,
            is_left_over: are_headers && !self.is_title(before),
            is_cut: self.is_cut(before, head),
        }
    }

    /// Whether a line is the beginning of a title, and no headers: *Rekening van baten en lasten per*.
    fn is_title(&self, at: usize) -> bool {
        let text = self.lines.get(at).map_or("", |line| &*line.text);
        let last = text.split_whitespace().next_back().unwrap_or_default();
        if last.contains(char::is_alphabetic) && words::is_link(self.vocabulary, last) {
            return true;
        }
        // *Ontvangsten en uitgaven*
        if !text.split_whitespace().any(|word| words::is_link(self.vocabulary, word)) {
            return false;
        }
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, at, at + 1, &mut items);
        let is_flow = |item: &Item| {
            item.facts.flow.is_some() && item.facts.role.is_none() && item.facts.period.is_none()
        };
        items.len() > 1 && items.iter().all(is_flow)
    }

    /// Whether the last word of a line and the first of the next one are one word of headers:
    /// *begrotings*, *wijziging*.
    fn is_cut(&self, above: usize, below: usize) -> bool {
        let text = |at: usize| self.lines.get(at).map_or("", |line| &*line.text);
        let known = |word: &str| {
            fold_word(word).is_some_and(|word| words::phrase(self.vocabulary, &word).is_some())
        };
        let last = text(above).split_whitespace().next_back().unwrap_or_default();
        let first = text(below).split_whitespace().next().unwrap_or_default();
        !last.is_empty() && !known(last) && known(&format!("{last}{first}"))
    }

    fn build(&self, best: &Headers, first: usize) -> Table {
        let items = best.items.get(best.corner..).unwrap_or_default();
        let mut table = Table { columns_by: Some(ColumnsBy::Rows), ..Table::default() };
        let corner: Vec<&Item> = best.items.iter().take(best.corner).collect();
        let mut scope = Facts::default();
        // *Ontvangsten en uitgaven* is of both.
        let mut flows = corner.iter().filter_map(|item| item.facts.flow);
        let flow = flows.next();
        scope.flow = flow.filter(|flow| flows.all(|other| other == *flow));
        // What stands in front of the first header, with its signs: *Programma (in € 1.000)*.
        let next = items.first().and_then(|item| item.spots.first());
        let corner_text = match (corner.first().and_then(|item| item.spots.first()), next) {
            (Some(first), Some(next)) if first.piece() == next.piece() => {
                let text = self.lines.get(first.piece()).map_or("", |line| &*line.text);
                // *(in duizend euro)* begins with a word that only links others, which is no header.
                text.get(..next.start()).unwrap_or_default().trim().to_owned()
            }
            _ => corner
                .iter()
                .map(|item| joined(self.lines, &item.spots))
                .collect::<Vec<_>>()
                .join(" "),
        };
        let of_corner = label::amounts(self.vocabulary.pack(), &corner_text);
        scope.unit = of_corner.or_else(|| best.unit.clone());
        table.labels_are_areas =
            crate::read::areas::is_of_areas(self.vocabulary.pack(), &corner_text);
        table.scope = scope;
        table.columns.push(Column {
            headers: Some(corner_text).filter(|text| !text.is_empty()).into_iter().collect(),
            content: Some(ColumnKind::Label),
            ..Column::default()
        });
        for path in &best.arrangement.columns {
            let headers = path
                .items
                .iter()
                .filter_map(|&at| items.get(at))
                .map(|item| joined(self.lines, &item.spots))
                .collect();
            let pieces = path
                .items
                .iter()
                .filter_map(|&at| items.get(at))
                .flat_map(|item| item.spots.iter().map(|spot| spot.piece()));
            let lines =
                pieces.clone().min().zip(pieces.max()).map(|(first, last)| Lines { first, last });
            let spots = path
                .items
                .iter()
                .filter_map(|&at| items.get(at))
                .flat_map(|item| item.spots.iter().copied())
                .collect();
            table.columns.push(Column {
                headers,
                spots,
                lines,
                facts: path.facts.clone(),
                content: None,
                slice: None,
                is_open: path.is_open,
                mapped: None,
            });
        }
        settle(self.vocabulary, &mut table.columns);
        table.head = (best.first..best.end).collect();
        table.from = best.first;
        if table.columns.iter().any(|column| column.is_open) {
            table.doubts.push(Doubt {
                at: Lines { first: best.first, last: first.saturating_sub(1).max(best.first) },
                what: Message::ReachUnknown {},
            });
        }
        let glued = || self.rows.iter().filter(|row| row.is_glued).map(|row| row.line);
        if let (Some(first), Some(last)) = (glued().next(), glued().next_back()) {
            let at = Lines { first, last };
            table.doubts.push(Doubt { at, what: Message::GapsLost {} });
        }
        let last = self.rows.last().map_or(first, |row| row.line);
        let mut rows = self.rows.iter().peekable();
        for at in best.end..=last {
            match rows.peek() {
                Some(row) if row.line == at => {
                    self.take_row(row, best.n, &mut table);
                    rows.next();
                }
                _ => self.take_words(at, best.n, &mut table),
            }
        }
        table.to = last + 1;
        arithmetic::place_ragged(self.vocabulary, self.lines, &mut table);
        turn(self.vocabulary, self.lines, table)
    }

    /// Whether the first number of a row may be of its label: one that is small and whole, a code or a year behind words:
    /// *Programma 0*, *Program 1.1*, *Kadernota 2024*.
    fn begins_with_label(&self, row: &RowLine) -> bool {
        let text = self.lines.get(row.line).map_or("", |line| &*line.text);
        row.cells.first().is_some_and(|&(from, to, _)| {
            let number = text.get(from..to).unwrap_or_default();
            let are_digits =
                |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            let is_whole = number.len() <= 3 && are_digits(number);
            let is_code = number.len() <= 4
                && number
                    .split_once('.')
                    .is_some_and(|(one, other)| are_digits(one) && are_digits(other));
            from > 0 && (is_whole || is_code || dates::year(number).is_some())
        })
    }

    /// Whether the first number of a row may be of its label, as that of another row with the same word before it is:
    /// *Wijk 8 15 16* beside *Wijk 7 12 13 14*. Then the row lacks a cell.
    fn may_lack_cell(&self, row: &RowLine, n: usize) -> bool {
        let word = |row: &RowLine| {
            let line = self.lines.get(row.line).map_or("", |line| &*line.text);
            line.get(..row.label)
                .unwrap_or_default()
                .split_whitespace()
                .next_back()
                .map(str::to_owned)
        };
        // *Beleid 2023 15 16 17* may be of *Beleid 2023*, where other rows have no year there.
        let is_year = |row: &RowLine, cell: &RowCell| {
            let text = self.lines.get(row.line).map_or("", |line| &*line.text);
            text.get(cell.0..cell.1).and_then(dates::year).is_some()
        };
        let has_year = |row: &RowLine| row.cells.first().is_some_and(|cell| is_year(row, cell));
        let dated = self.rows.iter().filter(|row| has_year(row)).count();
        let begins_with_year = n > 2
            && has_year(row)
            && dated * 2 < self.rows.len()
            && !row.cells.iter().skip(1).any(|cell| is_year(row, cell));
        row.cells.len() == n && self.begins_with_label(row) && {
            let own = word(row);
            begins_with_year
                || own.is_some()
                    && self.rows.iter().any(|other| {
                        other.cells.len() == n + 1
                            && self.begins_with_label(other)
                            && word(other) == own
                    })
        }
    }

    /// Whether a row with one small number is the beginning of the label of the next line, which is a word or two before
    /// all cells.
    fn begins_label(&self, above: &Row, row: &RowLine, n: usize) -> bool {
        let text = |spot: Spot| spot.text(self.lines);
        let is_small = |cell: &Cell| {
            let number = text(cell.spot);
            number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit())
        };
        let mut cells = above.cells.iter().flatten();
        let only = cells.next().filter(|cell| is_small(cell));
        let is_one =
            above.kind == RowKind::Misfit && !above.label.is_empty() && cells.next().is_none();
        let line = self.lines.get(row.line).map_or("", |line| &*line.text);
        let words = line.get(..row.label).unwrap_or_default().split_whitespace().count();
        n > 2
            && is_one
            && row.cells.len() == n
            && (1..=2).contains(&words)
            && only.is_some_and(|cell| cell.spot.piece() + 1 == row.line)
    }

    fn take_row(&self, row: &RowLine, n: usize, table: &mut Table) {
        let text = self.lines.get(row.line).map_or("", |line| &*line.text);
        let mut extra = row.cells.len().saturating_sub(n);
        let may_be_of_label = self.begins_with_label(row);
        let is_too_long = extra > 1 || (extra == 1 && !may_be_of_label);
        if is_too_long {
            extra = 0;
        }
        // What is too much is of the label: *Programma 0*.
        let label_end = if extra > 0 {
            row.cells.get(extra - 1).map_or(row.label, |(_, to, _)| *to)
        } else {
            row.label
        };
        let bare = text.get(..label_end).unwrap_or_default().trim_end();
        let mut label: Vec<Spot> =
            if bare.is_empty() { Vec::new() } else { vec![Spot::part(row.line, 0, bare.len())] };
        // The words right above cells without a label are theirs.
        let above = table.rows.last().filter(|above| above.kind == RowKind::Group);
        let is_right_above = above.is_some_and(|above| {
            above.label.last().is_some_and(|spot| spot.piece() + 1 == row.line)
        });
        if label.is_empty()
            && is_right_above
            && let Some(above) = table.rows.pop()
        {
            label = above.label;
        }
        // *Reviews completed in 20*, and *Days* with the cells on the next line.
        let is_begun = table.rows.last().is_some_and(|above| self.begins_label(above, row, n));
        if is_begun && let Some(above) = table.rows.pop() {
            let number = above.cells.iter().flatten().map(|cell| cell.spot);
            label = above.label.iter().copied().chain(number).chain(label).collect();
        }
        let cells: Vec<Option<Cell>> = row
            .cells
            .iter()
            .skip(extra)
            .map(|&(from, to, favour)| {
                Some(Cell {
                    spot: Spot::part(row.line, from, to),
                    favour: favour.map(|(from, to)| Spot::part(row.line, from, to)),
                    dated: None,
                })
            })
            .collect();
        if cells.len() == n && !self.may_lack_cell(row, n) {
            let cells = std::iter::once(None).chain(cells).collect();
            table.rows.push(Row {
                label,
                kind: RowKind::Figures,
                cells,
                loose: Vec::new(),
                is_spanned: false,
            });
        } else {
            table.rows.push(Row {
                label,
                kind: RowKind::Misfit,
                cells,
                loose: Vec::new(),
                is_spanned: false,
            });
        }
    }

    fn take_words(&self, at: usize, n: usize, table: &mut Table) {
        let text = self.lines.get(at).map_or("", |line| &*line.text);
        // A row that lost all cells but one.
        let ending = self.vocabulary.ending(text);
        // Dashes alone are a row as well, among others with as many cells.
        let ending = ending.filter(|ending| {
            (ending.numbers > 0 && ending.years == 0)
                || (ending.numbers + ending.years == 0 && ending.cells.len() == n)
        });
        if let Some(ending) = ending.filter(|ending| !ending.cells.is_empty()) {
            self.take_row(&RowLine::of(&ending, at), n, table);
            return;
        }
        let label = vec![Spot::whole(at)];
        if !table.rows.is_empty()
            && (shapes::is_caption_or_source(self.vocabulary.pack(), text)
                || is_meta(self.vocabulary.pack(), text))
        {
            table.rows.push(Row {
                label,
                kind: RowKind::Meta,
                cells: Vec::new(),
                loose: Vec::new(),
                is_spanned: false,
            });
        } else if is_sentence(text) {
            table.sentences.push(at);
        } else {
            table.rows.push(Row {
                label,
                kind: RowKind::Group,
                cells: Vec::new(),
                loose: Vec::new(),
                is_spanned: true,
            });
        }
    }
}
