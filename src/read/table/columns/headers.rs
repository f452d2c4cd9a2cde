//! The headers above rows that stand on a line each: a stream of words, of which a phrase may be torn over two lines.

use std::borrow::Cow;

use super::fillers;
use super::misspelled;
use super::tails::join_tails;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::unit::Unit;
use crate::read::dates;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::{self, ColumnKind};
use crate::read::facts::{Facts, amended_budget, change_of, end_of_year, spacing};
use crate::read::label;
use crate::read::language::HeaderWord;
use crate::read::lines::RawLine;
use crate::read::spot::Spot;
use crate::read::table::arrange::Item;
use crate::read::vocabulary::Vocabulary;
use crate::words::{fold_header, fold_word};

/// A word of headers as it is printed.
pub(super) struct Printed<'l> {
    pub(super) text: Cow<'l, str>,
    pub(super) line: usize,
    /// Where it stands: a year that a line break cut, in two places.
    pub(super) spots: Vec<Spot>,
}

/// Joins the two years of a book year that a gap parts: `17/ 18`, `22 /23`.
fn join_parted_pairs(words: &mut Vec<Printed<'_>>) {
    let two = |digits: &str| -> Option<u16> {
        let is_two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_two.then(|| digits.parse().ok()).flatten()
    };
    let last = |text: &str| text.get(text.len().checked_sub(2)?..).and_then(two);
    let is_pair = |one: &Printed<'_>, other: &Printed<'_>| {
        let parts = match one.text.strip_suffix('/') {
            Some(first) => last(first).zip(two(&other.text)),
            None => last(&one.text).zip(other.text.strip_prefix('/').and_then(two)),
        };
        one.line == other.line && parts.is_some_and(|(one, other)| (one + 1) % 100 == other)
    };
    for at in (1..words.len()).rev() {
        let (Some(one), Some(other)) = (words.get(at - 1), words.get(at)) else { continue };
        if !is_pair(one, other) {
            continue;
        }
        let other = words.remove(at);
        if let Some(one) = words.get_mut(at - 1) {
            one.text = Cow::Owned([&*one.text, &*other.text].concat());
            one.spots.extend(other.spots);
        }
    }
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
            word.text = Cow::Owned([&*word.text, &*text].concat());
            word.spots.extend(spots);
        }
    }
    for at in closing.into_iter().rev() {
        words.remove(at);
    }
}

/// How many words a phrase is looked for in: a scale has ten, and the one after a phrase may end it.
const MAX_AHEAD: usize = 12;

/// The headers in some lines, as a stream of words: a phrase may be torn over two lines.
#[expect(clippy::too_many_lines, reason = "one stream of words, a phrase at a time")]
pub(in crate::read::table) fn items_of(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    is_glued: bool,
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
        let words = spacing::header_words(&line.text, is_glued);
        let known = fillers::headers_in(vocabulary, lines, at, &words);
        let words = words.get(known).unwrap_or_default().to_vec();
        stream.extend(words.into_iter().map(word));
    }
    stream.truncate(MAX_WORDS);
    join_parted_pairs(&mut stream);
    join_cut_years(&mut stream);
    join_tails(vocabulary, &mut stream);
    let misspelled = misspelled::mend(vocabulary, &mut stream);
    let words: Vec<&str> = stream.iter().map(|word| &*word.text).collect();
    let cycles = cycles(&stream);
    let ahead = vocabulary.mapped().map_or(MAX_AHEAD, |mapped| mapped.longest().max(MAX_AHEAD) + 1);
    let mut at = 0;
    while at < stream.len() {
        let end = cycles.iter().find(|&&cycle| cycle > at).map_or(words.len(), |cycle| *cycle);
        let rest = words.get(at..end).unwrap_or_default();
        let (facts, taken) = vocabulary.phrase(rest.get(..ahead).unwrap_or(rest), phrase_at);
        let mut facts = (*facts).clone();
        facts.is_misspelled = misspelled.iter().any(|of| (at..at + taken).contains(of));
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
            let is_linked = before.is_some_and(|word| words::is_link(vocabulary, word));
            // *In duizend euro*, *2022*, *in %*: each column has a unit.
            let is_scale = |item: &Item| {
                item.facts.unit.is_some()
                    && !item.facts.is_placing()
                    && item.facts.content.is_none()
            };
            let own = items.iter().rposition(|item| item.begins_line).unwrap_or(0);
            let is_of_units = items.get(own..).unwrap_or_default().iter().any(is_scale);
            match items.last_mut() {
                // *Revenue and expenditures* is the title of both.
                Some(last)
                    if is_linked
                        && !begins_line
                        && last.facts.flow.is_some()
                        && facts.flow.is_some()
                        && last.facts.flow != facts.flow =>
                {
                    last.facts = Facts { rest: 1, ..Facts::default() };
                    last.spots.extend(spots(taken));
                }
                // *Gross £m*
                Some(last)
                    if is_unit
                        && taken == 1
                        && !begins_line
                        && last.facts.unit.is_none()
                        && !(is_of_units && last.facts.is_bare_period()) =>
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
                    items.push(Item { facts, spots: spots(taken), begins_line, text: None });
                }
            }
            at += taken;
            continue;
        }
        // *Inc/Dec 18 vs 19* says what the difference is of.
        let compared = compared_years(rest);
        if let Some(last) = items.last_mut().filter(|last| {
            compared > 0 && !begins_line && last.facts.role == Some(Role::Difference)
        }) {
            last.spots.extend(spots(compared));
            at += compared;
            continue;
        }
        // *Q1*, *Q2*, *Q3* are columns of their own, of a year that stands behind each or elsewhere: *Q1 2023/24*.
        let pack = vocabulary.pack();
        if rest.first().is_some_and(|word| dates::names_quarter(pack, word)) {
            let period = rest.get(1).and_then(|year| dates::period(pack, year));
            let taken = 1 + usize::from(period.is_some());
            let facts = Facts { period, rest: 1, ..Facts::default() };
            items.push(Item { facts, spots: spots(taken), begins_line, text: None });
            at += taken;
            continue;
        }
        let is_link = rest.first().is_some_and(|word| words::is_link(vocabulary, word));
        match items.last_mut() {
            // Words side by side are one header.
            Some(last) if last.facts.rest > 0 && !begins_line => {
                last.spots.extend(spots(1));
            }
            // *Baten kerntaken* in front of *Realisatie 2021* is the head of the labels.
            Some(last)
                if last.begins_line
                    && !begins_line
                    && !is_link
                    && last.facts.flow.is_some()
                    && last.facts.role.is_none()
                    && last.facts.period.is_none() =>
            {
                last.facts.rest = 1;
                last.spots.extend(spots(1));
            }
            _ if is_link => {}
            _ => items.push(Item {
                facts: Facts { rest: 1, ..Facts::default() },
                spots: spots(1),
                begins_line,
                text: None,
            }),
        }
        at += 1;
    }
}

/// Where the lines begin that are the same words again and again: *Budget Actual Budget Actual* below *Expenditure Net*. Their first word is one
/// of theirs, and ends no phrase that the line above began. A word behind them is the head of what stands behind the figures: *Comments*.
fn cycles(words: &[Printed<'_>]) -> Vec<usize> {
    /// The words that come again, at least: one alone may be the end of each header above it.
    const MIN: usize = 2;
    let mut found = Vec::new();
    let mut from = 0;
    for line in words.chunk_by(|one, other| one.line == other.line) {
        let first = line.first().map(|word| &word.text);
        let again = line.iter().skip(1).position(|word| Some(&word.text) == first);
        let size = again.map_or(line.len(), |again| again + 1);
        let behind = line.len().checked_rem(size).filter(|behind| *behind == 1).unwrap_or(0);
        let cycle = line.get(..line.len() - behind).unwrap_or_default();
        let is_cycle = (MIN..cycle.len()).contains(&size)
            && cycle.len().is_multiple_of(size)
            && cycle.iter().zip(cycle.iter().skip(size)).all(|(one, other)| one.text == other.text);
        if is_cycle {
            found.push(from);
        }
        from += line.len();
    }
    found
}

/// How many of the words from the first on say which years are compared: `18 vs 19`. 0 if they say something else.
fn compared_years(words: &[&str]) -> usize {
    let is_year = |word: &str| {
        word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
            || dates::year(word).is_some()
    };
    match words {
        [one, sign, other, ..]
            if is_year(one)
                && is_year(other)
                && matches!(*sign, "vs" | "vs." | "v" | "-" | "–") =>
        {
            3
        }
        _ => 0,
    }
}

/// What the longest phrase states with which some words begin, and how many of them it has: 0 if none is
/// known.
pub(super) fn phrase_at(vocabulary: &Vocabulary, words: &[&str]) -> (Facts, usize) {
    const MAX_PHRASE: usize = 5;
    let longest = vocabulary.mapped().map_or(MAX_PHRASE, |mapped| mapped.longest().max(MAX_PHRASE));
    let mut facts = Facts::default();
    let pack = vocabulary.pack();
    // *(bedragen x € 1.000)*
    if let Some((unit, length)) = scale_at(vocabulary, words) {
        facts.unit = Some(unit);
        return (facts, length);
    }
    if let Some(length) = amended_budget(vocabulary, words) {
        facts.role = Some(Role::Amended);
        facts.change = change_of(pack, words.iter().take(length).copied());
        return (facts, length);
    }
    for length in (1..=longest.min(words.len())).rev() {
        let run = words.get(..length).unwrap_or_default();
        // *Net (current) expenditure*; *Net (£000's)* ends there.
        let is_remark = |word: &&str| {
            word.starts_with('(')
                && word.ends_with(')')
                && label::scale_alone(pack, word.trim_matches(['(', ')'])).is_none()
        };
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
        // `2019*`
        if length == 1 && bare.ends_with('*') && bare.starts_with(|c: char| c.is_ascii_digit()) {
            let stated = Facts::of(vocabulary, bare);
            if stated.is_bare_period() {
                return (stated, length);
            }
        }
        // *Stand 1-1*
        let is_dated = run.last().is_some_and(|last| dates::day_of_year(pack, last).is_some());
        // *Saldo begin*, *Eindsaldo*
        let ends_year = end_of_year(pack, run.iter().copied()).is_some();
        if is_dated && length > 1 || ends_year {
            let stated = Facts::of(vocabulary, bare);
            if is_of_day(&stated) && !holds_another(vocabulary, run) {
                return (stated, length);
            }
        }
        if let Some(phrase) = fold_header(bare).and_then(|word| words::phrase(vocabulary, &word))
            && !(length > 1 && is_several(vocabulary, &phrase, run))
            && !(length > 1 && is_of_next_year(vocabulary, &phrase, words, length))
        {
            facts.add(phrase);
            facts.is_multi_year =
                fold_header(bare).is_some_and(|word| words::is_multi_year(vocabulary, &word));
            if facts.role == Some(Role::Amended) {
                facts.change = change_of(vocabulary.pack(), run.iter().copied());
            }
            return (facts, length);
        }
    }
    let Some(first) = words.first() else { return (facts, 0) };
    if *first == "%" {
        facts.unit = Some(Unit::PERCENT);
        return (facts, 1);
    }
    // `$'000`, `(£000's)`
    let first = first.trim_matches(['(', ')']);
    let first = first.strip_suffix("'s").or(first.strip_suffix("’s")).unwrap_or(first);
    let mut scales = pack.each(|tables| tables.labels.scale_grammar.printed_thousands);
    let is_sign = first.starts_with(['£', '$']) && first.len() > 1;
    let is_known = |scale: &&str| **scale == *first;
    if (first.ends_with("000") && scales.any(is_known))
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

/// Whether a header is that of a balance on a day, and says nothing else.
fn is_of_day(facts: &Facts) -> bool {
    let has_day = facts.day.is_some() || facts.period.is_some_and(Period::is_day);
    has_day && facts.rest == 0 && facts.is_placing()
}

/// Whether words that are the header of a balance on a day hold another header: *Storting Onttrekking Saldo per 31-12*, *Beginsaldo Storting*.
fn holds_another(vocabulary: &Vocabulary, words: &[&str]) -> bool {
    let is_header = |words: &[&str]| {
        let phrase = fold_header(&words.join(" "));
        let is_stem = |word: &str| {
            fold_word(word).is_some_and(|word| vocabulary.pack().header_stem(&word).is_some())
        };
        phrase.is_some_and(|phrase| words::phrase(vocabulary, &phrase).is_some())
            || matches!(words, [only] if is_stem(only))
    };
    // *Per 31-12* behind *Saldo* is none.
    let is_balance = |words: &[&str]| {
        let facts = Facts::of(vocabulary, &words.join(" "));
        let ends_year = || end_of_year(vocabulary.pack(), words.iter().copied()).is_some();
        (is_of_day(&facts) || facts.rest == 0 && ends_year())
            && (facts.flow.is_some() || facts.role.is_some() || facts.is_stock)
    };
    (1..words.len()).any(|at| {
        let (front, rest) = words.split_at(at);
        is_header(front) && is_balance(rest) || is_balance(front) && is_header(rest)
    })
}

/// The scale that the words from the first on state and nothing else, and how many they are: *(bedragen x € 1.000)*.
/// It may say as well how its signs are to be understood: *(x € 1.000, - = nadeel)*.
pub(super) fn scale_at(vocabulary: &Vocabulary, words: &[&str]) -> Option<(Unit, usize)> {
    const MAX_WORDS: usize = 10;
    let pack = vocabulary.pack();
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
        // *2025/26 (£m) 2026/27 (£m)* are two headers.
        let is_year = |word: &&str| dates::period(pack, word.trim_matches(['(', ')'])).is_some();
        if run.iter().any(is_year) {
            return None;
        }
        let joined = run.join(" ");
        let with_sign_rule = || {
            // Most scales have none.
            let facts = joined.contains(',').then(|| Facts::of(vocabulary, &joined))?;
            let is_scale = facts.rest == 0 && !facts.is_placing() && facts.content.is_none();
            facts.unit.filter(|_| is_scale)
        };
        Some((label::scale_alone(pack, &joined).or_else(with_sign_rule)?, length))
    })
}

/// Whether the last word of a phrase is that of a year after it: *Soort*, *Begroting 2019* are two headers, and *Soort begroting* is the head of
/// a column of words.
fn is_of_next_year(
    vocabulary: &Vocabulary,
    phrase: &HeaderWord,
    words: &[&str],
    length: usize,
) -> bool {
    let is_year = words.get(length).is_some_and(|word| dates::year(word).is_some());
    let last = words.get(length - 1).and_then(|word| fold_word(word));
    let meaning = last.and_then(|word| words::phrase(vocabulary, &word));
    let is_role = meaning
        .is_some_and(|meaning| matches!(meaning.meanings().first(), Some(HeaderWord::Role(_))));
    matches!(phrase, HeaderWord::Column(_)) && is_year && is_role
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
        // *Rekening Begroting* is two headers, whatever a difference of both is called.
        HeaderWord::Role(Role::Difference) => {
            all(|word| matches!(word, HeaderWord::Role(role) if *role != Role::Difference))
        }
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
pub(super) fn without_corners(items: Vec<Item>) -> Vec<Item> {
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
pub(super) struct Corner {
    pub(super) items: Vec<Item>,
    /// How many of them are of the corner.
    pub(super) count: usize,
    /// What is unlikely about it.
    pub(super) cost: f64,
    /// Whether the header right after the corner is in no word list, and counts as a column all the same.
    pub(super) begins_with_unknown: bool,
}

/// The ways to part headers from the corner in front of them, which may begin with the scale of the table.
pub(super) fn corners(items: Vec<Item>, begins_with_scale: bool) -> Vec<Corner> {
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
        let made = Item { facts, spots, begins_line, text: None };
        let mut items = items.clone();
        items.splice(before..first, [made]);
        found.push(Corner { items, count: before, cost: 0.0, begins_with_unknown: true });
    }
    // *Lasten* in front of the years, *Programma / resultaat*; but *Gross expenditure* beside *Income* is above its own figures.
    let is_flow = |item: &Item| item.facts.flow.is_some() && item.facts.period.is_none();
    let has_flows = items.iter().skip(first + 1).any(is_flow);
    // *Stand per 1/1* in front of *Stand per 31/12*.
    let is_day = |item: &Item| item.facts.day.is_some();
    let has_days = items.iter().skip(first + 1).any(is_day);
    let may_be_corner = |item: &Item| {
        item.facts.period.is_none()
            && (item.facts.role.is_none() || !item.facts.others.is_empty())
            && !(is_flow(item) && has_flows)
            && !(is_day(item) && has_days)
    };
    let cost = if is_column { LEFT_OVER } else { 0.0 };
    found.push(Corner { items: items.clone(), count: first, cost, begins_with_unknown: false });
    // Where the labels have a head of their own it is no part of the corner.
    if !has_head && items.get(first).is_some_and(may_be_corner) {
        found.push(Corner { items, count: first + 1, cost, begins_with_unknown: false });
    }
    found
}
