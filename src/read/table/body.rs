//! Parses the texts below the headers into rows, given what a row looks like: by the least cost.

use crate::read::facts::classes::Class;

/// What stands at a place of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Want {
    Label,
    /// A label that states a year or a role, where the headers say what is measured.
    StatedLabel,
    /// A running number or a code.
    Code,
    Figure,
    /// A text: a unit, a source.
    Text,
    /// A figure or a text: the header doesn't say.
    Either,
    /// A year.
    Period,
}

/// What the parser takes at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Move {
    /// A row that has each of its cells.
    Row,
    /// The places of a row from one to another: the others are merged with those of the row above.
    Part(usize, usize),
    /// A label with this many numbers, more or fewer than the columns.
    Odd(usize),
    /// The same with a code in front of the label.
    OddWithCode(usize),
    /// Words without cells.
    Words,
    /// A number without a label.
    Orphan,
}

/// A way to take all texts.
#[derive(Debug, Clone, Default)]
pub(in crate::read) struct Parse {
    pub(in crate::read) moves: Vec<(usize, Move)>,
    /// In tenths: what doesn't fit.
    pub(in crate::read) cost: u32,
    /// The same up to the last number: what follows is no part of the table.
    pub(in crate::read) cost_within: u32,
    pub(in crate::read) rows: usize,
    pub(in crate::read) odd: usize,
    pub(in crate::read) orphans: usize,
    pub(in crate::read) words: usize,
}

const NEVER: u32 = 1_000_000;

/// What it costs in tenths to take a text of a class for what is wanted.
#[expect(clippy::match_same_arms, reason = "a table of prices, by what is wanted")]
fn mismatch(want: Want, class: Class) -> u32 {
    match (want, class) {
        (_, Class::Note) => NEVER,
        (Want::Label, Class::Words | Class::Mixed) => 0,
        (Want::Label, Class::Header) => 1,
        // *Beoogd 2017* is a header wherever it can be one.
        (Want::Label, Class::Dated) => 25,
        (Want::Figure | Want::Either | Want::Text | Want::Period, Class::Dated) => 30,
        (Want::Figure, Class::Number) => 0,
        (Want::Figure, Class::Year) => 1,
        (Want::Figure, Class::Mixed) => 3,
        (Want::Figure, Class::Words) => 14,
        // *Begroting* under a year: the column says what the figures of each row are.
        (Want::Figure, Class::Header) => 6,
        (Want::Figure, Class::Favour) => NEVER,
        (Want::Text, Class::Words | Class::Mixed) => 0,
        (Want::Text, Class::Header | Class::Favour) => 2,
        (Want::Text, Class::Year) => 3,
        (Want::Text, Class::Number) => 6,
        (Want::Either, Class::Number | Class::Words | Class::Mixed) => 1,
        (Want::Either, Class::Year | Class::Header | Class::Favour) => 4,
        (Want::Period, Class::Year) => 0,
        (Want::Period, Class::Words | Class::Mixed | Class::Header) => 6,
        (Want::Period, Class::Number) => 14,
        (Want::Code, Class::Number | Class::Year) => 0,
        (Want::StatedLabel, Class::Year | Class::Dated | Class::Header) => 0,
        (Want::Label | Want::StatedLabel | Want::Code | Want::Period, _) => NEVER,
    }
}

/// Parses texts by the pattern of a row. `codes` says which of them may be a code, and `blanks` which
/// have no digit.
#[expect(clippy::too_many_lines, reason = "one table of costs, filled from behind")]
pub(in crate::read) fn parse(
    classes: &[Class],
    codes: &[bool],
    blanks: &[bool],
    pattern: &[Want],
    parts: &[(usize, usize)],
) -> Parse {
    let len = classes.len();
    let k = pattern.len();
    let is_number = |at: usize| matches!(classes.get(at), Some(Class::Number | Class::Year));
    let is_words = |at: usize| {
        matches!(classes.get(at), Some(Class::Words | Class::Mixed | Class::Header | Class::Dated))
    };
    let begins_with_code = pattern.first() == Some(&Want::Code);
    let begins_with_period = matches!(pattern.first(), Some(Want::Period | Want::StatedLabel));
    let label_last = pattern.last() == Some(&Want::Label);
    let only_figures =
        pattern.iter().all(|want| matches!(want, Want::Label | Want::Code | Want::Figure));
    // The numbers that follow each text.
    let mut run = vec![0_usize; len + 1];
    for at in (0..len).rev() {
        let next = run.get(at + 1).copied().unwrap_or(0);
        if let Some(slot) = run.get_mut(at) {
            *slot = if is_number(at) { next + 1 } else { 0 };
        }
    }
    let run_at = |at: usize| run.get(at).copied().unwrap_or(0);
    let mut best: Vec<(u32, Move)> = vec![(0, Move::Words); len + 1];
    for at in (0..len).rev() {
        let after = |to: usize| best.get(to).map_or(0, |(cost, _)| *cost);
        let mut choice = (NEVER, Move::Words);
        let mut offer = |cost: u32, this: Move| {
            if cost < choice.0 {
                choice = (cost, this);
            }
        };
        if at + k <= len {
            let mut cost = 0;
            for (offset, want) in pattern.iter().enumerate() {
                let class = classes.get(at + offset).copied().unwrap_or(Class::Words);
                cost += if *want == Want::Code && !codes.get(at + offset).copied().unwrap_or(false)
                {
                    NEVER
                } else {
                    mismatch(*want, class)
                };
                if cost >= NEVER {
                    break;
                }
            }
            // A row with more numbers than it has columns is another row.
            let is_next_period = begins_with_period && classes.get(at + k) == Some(&Class::Year);
            let is_next_code = begins_with_code
                && codes.get(at + k).copied().unwrap_or(false)
                && is_words(at + k + 1);
            let begins_next = is_next_period || label_last || is_next_code;
            // A last number that may be a code stands right above a label without one: it is that of the next row.
            let takes_code = begins_with_code
                && only_figures
                && codes.get(at + k - 1).copied().unwrap_or(false)
                && is_words(at + k)
                && !codes.get(at + k).copied().unwrap_or(false)
                && run_at(at + k + 1) > 0;
            let goes_on = is_number(at + k) && !begins_next;
            if cost < NEVER && !(goes_on && only_figures) {
                // A dash below a table is no cell of its last row.
                let is_blank = blanks.get(at + k).copied().unwrap_or(false);
                offer(
                    cost + if takes_code {
                        30
                    } else if !goes_on {
                        0
                    } else if is_blank {
                        4
                    } else {
                        20
                    } + after(at + k),
                    Move::Row,
                );
            }
        }
        for &(from, until) in parts {
            // What differs from the row above is the year or the role, and stands first.
            let states = matches!(classes.get(at), Some(Class::Header | Class::Year));
            if at == 0 || at + until - from > len || !states {
                continue;
            }
            let wants = pattern.get(from..until).unwrap_or_default();
            let mut cost = 6;
            for (offset, want) in wants.iter().enumerate() {
                cost += mismatch(*want, classes.get(at + offset).copied().unwrap_or(Class::Words));
                if cost >= NEVER {
                    break;
                }
            }
            if cost < NEVER && !is_number(at + until - from) {
                offer(cost + after(at + until - from), Move::Part(from, until));
            }
        }
        // A row with its code that lost a cell, or has one too many.
        if begins_with_code
            && only_figures
            && codes.get(at).copied().unwrap_or(false)
            && is_words(at + 1)
        {
            let numbers = run_at(at + 2);
            let ends_in_code = numbers > 1
                && codes.get(at + 1 + numbers).copied().unwrap_or(false)
                && is_words(at + 2 + numbers);
            let most = if ends_in_code { numbers - 1 } else { numbers };
            if most > 0 {
                offer(
                    20 + u32::try_from(most).unwrap_or(99).min(99) + after(at + 2 + most),
                    Move::OddWithCode(most),
                );
            }
        }
        if classes.get(at) == Some(&Class::Note) {
            offer(after(at + 1), Move::Words);
        } else if is_words(at) {
            let cost = match classes.get(at) {
                Some(Class::Dated) => 25,
                Some(Class::Header) => 9,
                _ => 6,
            };
            offer(cost + after(at + 1), Move::Words);
            let numbers = run_at(at + 1);
            let most = if begins_with_code
                && numbers > 0
                && codes.get(at + numbers).copied().unwrap_or(false)
                && is_words(at + numbers + 1)
            {
                numbers - 1
            } else {
                numbers
            };
            if most > 0 {
                offer(
                    20 + u32::try_from(most).unwrap_or(99).min(99) + after(at + 1 + most),
                    Move::Odd(most),
                );
            }
        } else {
            // A dash alone may be anything.
            let cost = if blanks.get(at).copied().unwrap_or(false) { 8 } else { 30 };
            offer(cost + after(at + 1), Move::Orphan);
        }
        if let Some(slot) = best.get_mut(at) {
            *slot = choice;
        }
    }
    let mut parse = Parse { cost: best.first().map_or(0, |(cost, _)| *cost), ..Parse::default() };
    let mut at = 0;
    while at < len {
        let Some(&(_, this)) = best.get(at) else { break };
        parse.moves.push((at, this));
        at += match this {
            Move::Row => {
                parse.rows += 1;
                k
            }
            Move::Part(from, until) => {
                parse.rows += 1;
                until - from
            }
            Move::Odd(numbers) => {
                parse.odd += 1;
                numbers + 1
            }
            Move::OddWithCode(numbers) => {
                parse.odd += 1;
                numbers + 2
            }
            Move::Words => {
                parse.words += 1;
                1
            }
            Move::Orphan => {
                parse.orphans += 1;
                1
            }
        };
    }
    // The words after the last number are of what follows.
    let is_of_table = |(at, this): &&(usize, Move)| match this {
        Move::Words => false,
        Move::Orphan => !blanks.get(*at).copied().unwrap_or(false),
        Move::Row | Move::Part(..) | Move::Odd(_) | Move::OddWithCode(_) => true,
    };
    let last = parse.moves.iter().rposition(|of| is_of_table(&of)).map_or(0, |last| last + 1);
    let end = parse.moves.get(last).map_or(len, |(at, _)| *at);
    parse.cost_within = parse.cost - best.get(end).map_or(0, |(cost, _)| *cost).min(parse.cost);
    parse
}
