//! Rows on a line each whose headers say of every column what kind of thing it holds: *Indicator Jaar Soort Waarde Eenheid* above
//! *Banen 2021 Realisatie 12,5 per 1.000 inwoners*. No gap is needed to part these: a year, a role, a flow and a value are known by
//! themselves, and words that may be anything stand between two of them.

use crate::findings::rule::Message;
use crate::read::dates;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::facts::spacing::words_of;
use crate::read::facts::words::{self, ColumnKind};
use crate::read::language::HeaderWord;
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::shapes::is_sentence;
use crate::read::table::as_grid::{AsGrid, Placed};
use crate::read::table::stretch;
use crate::read::table::{Doubt, Table};
use crate::words::{fold_header, has_digit};

/// The most words of a cell that is known by itself: *voorlopige realisatie*, `€ 12 mln`.
const MAX_KNOWN: usize = 4;

/// The most words of a line of such a table.
const MAX_WORDS: usize = 40;

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    stretch::take((from, to), found, |at| {
        table(looks, lines, at, to).unwrap_or((Vec::new(), at + 1))
    })
}

/// The table whose headers stand on a line, and the line after it.
fn table(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    head: usize,
    to: usize,
) -> Option<(Vec<Table>, usize)> {
    /// One row alone may be a sentence.
    const MIN_ROWS: usize = 2;
    let rows_of = |kinds: Vec<ColumnKind>| -> Option<Vec<Row>> {
        let mut rows: Vec<Row> = Vec::new();
        for at in head + 1..to {
            let Some(line) = lines.get(at) else { break };
            match row(looks, line, &kinds) {
                Some(cells) => rows.push(Row { line: at, ..cells }),
                // A group may stand between.
                None if !is_group(looks, line) => break,
                None => {}
            }
        }
        (rows.len() >= MIN_ROWS).then_some(rows)
    };
    let of_headers = |headers: Vec<Header>| {
        let rows = readings(&headers).find_map(rows_of)?;
        Some((headers, rows))
    };
    let (columns, rows) = headers(looks, lines.get(head)?).into_iter().find_map(of_headers)?;
    let mut made = AsGrid::default();
    let place = |line: usize| {
        move |(column, &(start, end)): (usize, &(usize, usize))| Placed {
            column,
            columns: 1,
            line,
            start,
            end,
        }
    };
    let bytes: Vec<(usize, usize)> = columns.iter().map(|column| column.bytes).collect();
    made.push(lines, &bytes.iter().enumerate().map(place(head)).collect::<Vec<_>>())?;
    let end = rows.last()?.line + 1;
    let mut rest = rows.iter().peekable();
    for at in head + 1..end {
        if let Some(row) = rest.next_if(|row| row.line == at) {
            made.push(lines, &row.cells.iter().enumerate().map(place(at)).collect::<Vec<_>>())?;
        } else {
            let label = columns.iter().position(|header| header.kind == ColumnKind::Label)?;
            made.push(lines, &[place(at)((label, &(0, lines.get(at)?.text.len())))])?;
        }
    }
    let mut tables = made.tables(looks, lines, ColumnsBy::Rows)?;
    if rows.iter().any(|row| row.has_other_ways)
        && let Some(first) = tables.first_mut()
    {
        let at = Lines { first: head, last: end - 1 };
        first.doubts.push(Doubt { at, what: Message::AnotherReading {} });
    }
    Some((tables, end))
}

/// A header, and what its column holds.
#[derive(Clone, Copy)]
struct Header {
    bytes: (usize, usize),
    kind: ColumnKind,
}

/// The ways to read a line as headers, if all of its words are some: those of the longest phrases first.
fn headers(looks: &Looks<'_>, line: &RawLine<'_>) -> Vec<Vec<Header>> {
    /// In bytes, and in words.
    const MAX_LINE: usize = 120;
    const MAX_HEADER: usize = 3;
    const MAX_WAYS: usize = 8;
    let text = &*line.text;
    if line.kind != Kind::Line || text.len() > MAX_LINE || text.ends_with(['.', ':', '?']) {
        return Vec::new();
    }
    let words = words_of(text);
    let kind = |from: usize, count: usize| {
        let (first, last) = (words.get(from)?, words.get(from + count - 1)?);
        let phrase = words::phrase(looks, &fold_header(text.get(first.0..last.1)?)?)?;
        let of_column = |meaning: &HeaderWord| match meaning {
            HeaderWord::Column(kind) => Some(*kind),
            _ => None,
        };
        // *Waarde* may be a result as well.
        let kind = phrase.meanings().iter().find_map(of_column)?;
        Some(Header { bytes: (first.0, last.1), kind })
    };
    // *Indicator soort* is one header in other tables.
    let mut open: Vec<(Vec<Header>, usize)> = vec![(Vec::new(), 0)];
    let mut found: Vec<Vec<Header>> = Vec::new();
    while let Some((begun, at)) = open.pop() {
        if at == words.len() {
            found.push(begun);
        } else if open.len() + found.len() < MAX_WAYS {
            for count in 1..=MAX_HEADER {
                let Some(header) = kind(at, count) else { continue };
                // A kind that comes again is one of two tables, or of a list of words.
                if begun.iter().all(|other| other.kind != header.kind) {
                    let begun = begun.iter().copied().chain([header]).collect();
                    open.push((begun, at + count));
                }
            }
        }
    }
    found
}

/// What the columns of some headers may hold, if that makes rows with a value each. *Soort* is above roles (*Realisatie*, *Begroting*), or
/// above parts of the population.
fn readings(headers: &[Header]) -> impl Iterator<Item = Vec<ColumnKind>> {
    let printed: Vec<ColumnKind> = headers.iter().map(|header| header.kind).collect();
    let of_roles = printed.iter().map(|kind| match kind {
        ColumnKind::Population => ColumnKind::Role,
        kind => *kind,
    });
    [of_roles.collect(), printed].into_iter().filter(|kinds: &Vec<ColumnKind>| {
        let has = |kind: ColumnKind| kinds.contains(&kind);
        let is_long = has(ColumnKind::Value)
            && [ColumnKind::Period, ColumnKind::Role, ColumnKind::Flow].into_iter().any(has);
        let is_free = |kind: &ColumnKind| may_be_anything(*kind);
        is_long && has(ColumnKind::Label) && !kinds.windows(2).any(|pair| pair.iter().all(is_free))
    })
}

/// Whether the cells of a column may be any words.
fn may_be_anything(kind: ColumnKind) -> bool {
    use ColumnKind::{Area, Attribute, Group, Label, Population, Remark, Source, Unit};
    matches!(kind, Area | Attribute | Group | Label | Population | Remark | Source | Unit)
}

/// Whether a line between rows may be the name of those below it.
fn is_group(looks: &Looks<'_>, line: &RawLine<'_>) -> bool {
    /// In bytes.
    const MAX_LEN: usize = 60;
    let text = &*line.text;
    line.kind == Kind::Line
        && text.len() <= MAX_LEN
        && !has_digit(text)
        && looks.class(text) == Class::Words
        && !is_sentence(text)
}

/// The cells of a row.
struct Row {
    line: usize,
    cells: Vec<(usize, usize)>,
    /// Whether its words can be parted in other ways, in which more of them may be anything.
    has_other_ways: bool,
}

/// A way to part the words from one on over the columns from one on.
#[derive(Clone, Copy)]
struct Way {
    /// How many of its words are in cells that are known by themselves: of several ways the one with most is taken.
    known: usize,
    /// How many words its first cell has.
    first: usize,
    /// How many ways there are with as many.
    alike: usize,
    /// How many there are.
    all: usize,
}

/// The cells of a line, one for each column. `None` if there is no way to part its words, or if several are alike.
fn row(looks: &Looks<'_>, line: &RawLine<'_>, kinds: &[ColumnKind]) -> Option<Row> {
    let text = &*line.text;
    let words = words_of(text);
    if line.kind != Kind::Line || words.len() < kinds.len() || words.len() > MAX_WORDS {
        return None;
    }
    let cell = |from: usize, count: usize| {
        let (first, last) = (words.get(from)?, words.get(from + count - 1)?);
        Some((first.0, last.1))
    };
    let width = words.len() + 1;
    let mut ways: Vec<Option<Way>> = vec![None; width * (kinds.len() + 1)];
    let slot = |column: usize, at: usize| column * width + at;
    *ways.get_mut(slot(kinds.len(), words.len()))? =
        Some(Way { known: 0, first: 0, alike: 1, all: 1 });
    for (column, &kind) in kinds.iter().enumerate().rev() {
        for at in (0..words.len()).rev() {
            let mut best: Option<Way> = None;
            let is_free = may_be_anything(kind);
            let most = if is_free { words.len() - at } else { MAX_KNOWN.min(words.len() - at) };
            for count in 1..=most {
                let Some(rest) = ways.get(slot(column + 1, at + count)).copied().flatten() else {
                    continue;
                };
                let (from, to) = cell(at, count)?;
                if !is_cell(looks, text.get(from..to)?, kind) {
                    continue;
                }
                let known = rest.known + if is_free { 0 } else { count };
                let own = Way { known, first: count, ..rest };
                best = Some(match best {
                    None => own,
                    Some(best) => {
                        let all = (best.all + own.all).min(99);
                        match known.cmp(&best.known) {
                            std::cmp::Ordering::Less => Way { all, ..best },
                            std::cmp::Ordering::Greater => Way { all, ..own },
                            std::cmp::Ordering::Equal => {
                                Way { all, alike: (best.alike + own.alike).min(99), ..best }
                            }
                        }
                    }
                });
            }
            *ways.get_mut(slot(column, at))? = best;
        }
    }
    let all = ways.first().copied().flatten().filter(|way| way.alike == 1)?;
    let mut cells = Vec::with_capacity(kinds.len());
    let mut at = 0;
    for column in 0..kinds.len() {
        let way = ways.get(slot(column, at)).copied().flatten()?;
        cells.push(cell(at, way.first)?);
        at += way.first;
    }
    Some(Row { line: 0, cells, has_other_ways: all.all > 1 })
}

/// Whether a text may stand in a column of a kind.
fn is_cell(looks: &Looks<'_>, text: &str, kind: ColumnKind) -> bool {
    let facts = || looks.facts(text);
    match kind {
        ColumnKind::Period | ColumnKind::Measured => dates::period(looks.pack(), text).is_some(),
        ColumnKind::Role => {
            let facts = facts();
            facts.role.is_some() && facts.rest == 0 && facts.period.is_none()
        }
        ColumnKind::Flow => {
            let facts = facts();
            facts.flow.is_some() && facts.rest == 0 && facts.period.is_none()
        }
        ColumnKind::Value if text.contains(' ') => looks.class(text) == Class::Number,
        ColumnKind::Value => looks.is_value(text),
        ColumnKind::Unit => !text.bytes().all(|byte| byte.is_ascii_digit()),
        kind if may_be_anything(kind) => text.contains(char::is_alphabetic),
        // A code, a number, a mark, a light: one word.
        _ => !text.contains(' '),
    }
}
