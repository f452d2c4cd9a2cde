//! Cards below each other: the name of a thing, and lines that each name their figure. *Fietspad Noord*,
//! *Begroot 2021: € 120.000*, *Realisatie 2021: € 98.000*, as pages for narrow screens and copies of cells with several lines print them. The names
//! before the colons are the headers of a table with a row for each thing.

use crate::findings::rule::Message;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::shapes::is_sentence;
use crate::read::table::as_grid::{AsGrid, Placed};
use crate::read::table::{Doubt, Table, stretch};
use crate::words::has_digit;

/// The longest line of such a table, in bytes.
const MAX_LEN: usize = 160;

/// The most figures of a thing.
const MAX_CELLS: usize = 24;

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    stretch::take((from, to), found, |at| {
        let (cards, end) = cards(looks, lines, (at, to));
        // Those of a run that is no table begin none either.
        (table(looks, lines, (from, at, end), &cards).unwrap_or_default(), end)
    })
}

/// A line that names what its figure is.
#[derive(Clone, Copy)]
struct Pair {
    line: usize,
    /// Where its name ends, and where its figure begins and ends, in bytes.
    name: usize,
    value: (usize, usize),
}

/// A thing: the line of its name, and the lines of its figures.
struct Card {
    name: usize,
    pairs: Vec<Pair>,
}

/// The things that follow each other from a line on, and the line after them.
fn cards(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (first, to): (usize, usize),
) -> (Vec<Card>, usize) {
    let mut found: Vec<Card> = Vec::new();
    let mut at = first;
    while let Some(card) = card(looks, lines, (at, to)) {
        at = card.pairs.last().map_or(at, |last| last.line) + 1;
        found.push(card);
    }
    (found, at)
}

/// The tables of things that follow each other between two lines.
fn table(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (floor, first, end): (usize, usize, usize),
    cards: &[Card],
) -> Option<Vec<Table>> {
    const MIN_CARDS: usize = 2;
    let widest = cards.iter().map(|card| card.pairs.len()).max()?;
    let model = cards.iter().find(|card| card.pairs.len() == widest)?;
    if cards.len() < MIN_CARDS || cards.len() * widest <= MIN_CARDS {
        return None;
    }
    let name = |pair: &Pair| lines.get(pair.line).and_then(|line| line.text.get(..pair.name));
    let names: Vec<&str> = model.pairs.iter().filter_map(name).collect();
    // The same names again are below the headers that stand above all things.
    let size = (1..=widest).find(|size| {
        widest.is_multiple_of(*size) && names.iter().zip(names.iter().skip(*size)).all(is_same)
    })?;
    let cycle = names.get(..size)?;
    let comes_again =
        cycle.iter().enumerate().any(|(at, name)| cycle.iter().take(at).any(|of| of == name));
    if comes_again {
        return None;
    }
    // *Stand: 3-1* below the names of teams is of a game: one word for a role may mean other things.
    let facts: Vec<_> = cycle.iter().map(|name| looks.facts(name)).collect();
    let mut roles: Vec<_> = facts.iter().filter_map(|facts| facts.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let is_told = facts.iter().any(|facts| facts.period.is_some() || facts.flow.is_some());
    if !is_told && roles.len() < 2 {
        return None;
    }
    let place = |column: usize, columns: usize, line: usize, (start, end): (usize, usize)| Placed {
        column,
        columns,
        line,
        start,
        end,
    };
    let mut made = AsGrid::default();
    let mut doubts = Vec::new();
    if size < widest {
        let outer = outer_headers(looks, lines, (floor, first), widest / size)?;
        let row: Vec<Placed> = outer
            .iter()
            .enumerate()
            .map(|(at, &line)| {
                place(
                    1 + at * size,
                    size,
                    line,
                    (0, lines.get(line).map_or(0, |line| line.text.len())),
                )
            })
            .collect();
        made.push(lines, &row)?;
        // *(ondergrens in € miljoen)* below each of them.
        let below: Vec<Placed> = row
            .iter()
            .filter(|head| in_brackets(lines, head.line + 1))
            .map(|head| {
                let line = head.line + 1;
                let end = lines.get(line).map_or(0, |line| line.text.len());
                place(head.column, size, line, (0, end))
            })
            .collect();
        if !below.is_empty() {
            made.push(lines, &below)?;
        }
        doubts.push(Message::AnotherReading {});
    }
    let heads = model.pairs.iter().enumerate();
    let heads = heads.map(|(at, pair)| place(1 + at, 1, pair.line, (0, pair.name)));
    made.push(lines, &heads.collect::<Vec<_>>())?;
    for card in cards {
        let mut row = vec![place(0, 1, card.name, (0, lines.get(card.name)?.text.len()))];
        let mut column = 0;
        for pair in &card.pairs {
            // Where a thing lacks one of the figures, the names say which.
            let of = name(pair)?;
            column += names.get(column..)?.iter().position(|name| *name == of)?;
            row.push(place(1 + column, 1, pair.line, pair.value));
            column += 1;
        }
        if size < widest && row.len() <= widest {
            return None;
        }
        made.push(lines, &row)?;
    }
    let mut tables = made.tables(looks, lines, ColumnsBy::Rows)?;
    // What stands in brackets says what the figures below it are, whatever the header above it may be of.
    for column in tables.iter_mut().flat_map(|table| table.columns.iter_mut()) {
        let at = column.spots.iter().map(|spot| spot.piece()).find(|at| in_brackets(lines, *at));
        let text = at.and_then(|at| lines.get(at)).map(|line| line.text.trim_matches(['(', ')']));
        let first = text.and_then(|text| text.split_whitespace().next());
        let role = first.and_then(|first| looks.facts(first).role);
        column.facts.role = role.or(column.facts.role);
    }
    if let Some(table) = tables.first_mut() {
        let at = Lines { first, last: end.saturating_sub(1) };
        table.doubts.extend(doubts.into_iter().map(|what| Doubt { at, what }));
    }
    Some(tables)
}

fn is_same((one, other): (&&str, &&str)) -> bool {
    one == other
}

/// The thing whose name stands on a line, if figures that name themselves follow.
fn card(looks: &Looks<'_>, lines: &[RawLine<'_>], (at, to): (usize, usize)) -> Option<Card> {
    let line = lines.get(at).filter(|line| line.kind == Kind::Line)?;
    let text = &*line.text;
    let is_name = text.len() <= MAX_LEN
        && text.contains(char::is_alphabetic)
        && !is_sentence(text)
        && !text.ends_with(':')
        && pair(looks, lines, at).is_none();
    if !is_name {
        return None;
    }
    let pairs: Vec<Pair> =
        (at + 1..to.min(at + 2 + MAX_CELLS)).map_while(|at| pair(looks, lines, at)).collect();
    // One of them says at least what its figure is of.
    let places = |pair: &Pair| {
        let name = lines.get(pair.line).and_then(|line| line.text.get(..pair.name));
        name.is_some_and(|name| looks.facts(name).is_placing())
    };
    (pairs.len() <= MAX_CELLS && pairs.iter().any(places)).then_some(Card { name: at, pairs })
}

/// The name and the figure of a line: *Ontvangsten: 1 mln.*
fn pair(looks: &Looks<'_>, lines: &[RawLine<'_>], at: usize) -> Option<Pair> {
    const MAX_NAME: usize = 60;
    let text = &*lines.get(at).filter(|line| line.kind == Kind::Line)?.text;
    if text.len() > MAX_LEN {
        return None;
    }
    let name = text.find(": ").filter(|name| (1..=MAX_NAME).contains(name))?;
    let rest = text.get(name + 1..)?;
    let from = text.len() - rest.trim_start().len();
    // *1 mln.* ends in the point of what is cut short.
    let value = text.get(from..)?.trim_end();
    let bare = value.strip_suffix('.').filter(|bare| bare.ends_with(char::is_alphabetic));
    let value = bare.unwrap_or(value);
    let is_named = text.get(..name)?.contains(char::is_alphabetic);
    let is_figure =
        has_digit(value) && looks.class(value) == Class::Number || matches!(value, "-" | "–");
    (is_named && is_figure).then_some(Pair { line: at, name, value: (from, from + value.len()) })
}

/// Whether a line is set in brackets, and so says something of the line above it.
fn in_brackets(lines: &[RawLine<'_>], at: usize) -> bool {
    lines.get(at).is_some_and(|line| line.text.starts_with('(') && line.text.ends_with(')'))
}

/// The lines of as many headers as there are cycles, right above the first thing: each begins with a capital, and what is set in brackets below one
/// is said of it.
fn outer_headers(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (floor, first): (usize, usize),
    count: usize,
) -> Option<Vec<usize>> {
    const MAX_ABOVE: usize = 12;
    let mut found = Vec::new();
    for at in (floor.max(first.saturating_sub(MAX_ABOVE))..first).rev() {
        let text = &*lines.get(at)?.text;
        if in_brackets(lines, at) {
            continue;
        }
        if is_sentence(text) || looks.class(text) == Class::Number {
            break;
        }
        found.push(at);
        if found.len() == count {
            found.reverse();
            return Some(found);
        }
    }
    None
}
