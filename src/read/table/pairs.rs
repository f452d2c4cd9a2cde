//! Tables without headers whose rows are an amount each behind its name, where the names say what flows: *Totaal lasten*, `466.039`,
//! *Totaal baten*, `533.515`. Side by side there may be several: *Exploitatie-uitgaven*, `37.040`, *Investeringsuitgaven*, `6.000`.
//!
//! Nothing in them says of when they are, or whether they were planned. So they are read where no other finder takes the lines, and the
//! edition says both, with a finding.

use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::FlowWord;
use crate::read::lines::{Kind, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::shapes::is_sentence;
use crate::read::source::{Grid, GridRow};
use crate::read::spot::Spot;
use crate::read::table::{Cell, Column, Row, RowKind, Table};

/// The longest name of an amount, in bytes.
const MAX_NAME: usize = 90;

/// The fewest rows that say what flows, and the fewest digits of the longest amount: page numbers behind *Lasten* and *Baten* have fewer.
const MIN_FLOWS: usize = 2;
const MIN_DIGITS: usize = 4;

/// A name and the amount behind it, by their pieces.
type Pair = (usize, usize);

/// Finds such tables in lines that no finder took: of these the last one found its tables from `own` on, in their order.
pub(super) fn tables(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    own: usize,
    found: &mut Vec<Table>,
) {
    let own = found.get(own..).unwrap_or_default();
    let taken: Vec<(usize, usize)> = own.iter().map(|table| (table.from, table.to)).collect();
    // What another finder took is passed over.
    let mut begin = from;
    for (table, end) in taken.into_iter().chain([(to, to)]) {
        take_pairs(looks, lines, (begin, table.min(to)), found);
        begin = begin.max(end);
    }
}

fn take_pairs(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    found: &mut Vec<Table>,
) {
    let mut at = from;
    while at + 1 < to {
        let is_pair = |at: &usize| {
            *at + 1 < to && is_name(looks, lines, *at) && is_amount(looks, lines, at + 1)
        };
        let pairs: Vec<Pair> =
            (at..to).step_by(2).take_while(is_pair).map(|at| (at, at + 1)).collect();
        let end = at + 2 * pairs.len();
        if let Some(mut table) = table(looks, lines, &pairs) {
            (table.from, table.to) = (at, end);
            table.columns_by = Some(ColumnsBy::Lines);
            found.push(table);
        }
        at = end.max(at + 1);
    }
}

/// The table that a grid without headers is, if its rows are such pairs; one behind the other where they stand side by side.
pub(super) fn of_grid(looks: &Looks<'_>, lines: &[RawLine<'_>], grid: &Grid) -> Option<Table> {
    /// Two tables beside each other.
    const MAX_BESIDE: usize = 3;
    let mut beside: Vec<Vec<Pair>> = Vec::new();
    let mut head: Vec<usize> = Vec::new();
    for row in &grid.rows {
        let pieces: Vec<usize> = filled(lines, row).collect();
        if beside.is_empty() && !pieces.iter().any(|&at| is_amount(looks, lines, at)) {
            // *Actief*, *Passief*
            head.extend(pieces);
            continue;
        }
        if !pieces.len().is_multiple_of(2) || pieces.len() > 2 * MAX_BESIDE {
            return None;
        }
        for (at, pair) in pieces.chunks_exact(2).enumerate() {
            let [name, amount] = *pair else { return None };
            if !is_name(looks, lines, name) || !is_amount(looks, lines, amount) {
                return None;
            }
            if at == beside.len() {
                beside.push(Vec::new());
            }
            beside.get_mut(at)?.push((name, amount));
        }
    }
    let mut table = table(looks, lines, &beside.concat())?;
    table.head = head;
    Some(table)
}

/// The pieces of a row that hold something.
fn filled<'r>(lines: &'r [RawLine<'_>], row: &'r GridRow) -> impl Iterator<Item = usize> + 'r {
    let has_text = |at: &usize| lines.get(*at).is_some_and(|line| !line.text.trim().is_empty());
    row.pieces().filter(has_text)
}

/// The table of some pairs, if their names say what flows in more than one way.
fn table(looks: &Looks<'_>, lines: &[RawLine<'_>], pairs: &[Pair]) -> Option<Table> {
    let text = |at: usize| lines.get(at).map_or("", |line| &*line.text);
    let flows: Vec<FlowWord> =
        pairs.iter().filter_map(|(name, _)| looks.facts(text(*name)).flow).collect();
    let first = flows.first()?;
    let digits = |at: usize| text(at).bytes().filter(u8::is_ascii_digit).count();
    if flows.len() < MIN_FLOWS
        || flows.len() * 2 < pairs.len()
        || flows.iter().all(|flow| flow == first)
        || pairs.iter().all(|(_, amount)| digits(*amount) < MIN_DIGITS)
    {
        return None;
    }
    let row = |&(name, amount): &Pair| {
        let cells = vec![None, Some(Cell::at(Spot::whole(amount)))];
        Row::new(vec![Spot::whole(name)], RowKind::Figures, cells)
    };
    Some(Table {
        columns: vec![Column::of_labels(), Column::default()],
        rows: pairs.iter().map(row).collect(),
        ..Table::default()
    })
}

/// Whether a piece may name an amount: a few words that say neither when it is of nor what it is.
fn is_name(looks: &Looks<'_>, lines: &[RawLine<'_>], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return false };
    let is_text = matches!(line.kind, Kind::Line | Kind::Cell(_));
    let is_words =
        || matches!(looks.class(&line.text), Class::Words | Class::Header | Class::Mixed);
    let says_which = || {
        let facts = looks.facts(&line.text);
        facts.period.is_some() || facts.role.is_some() && facts.others.is_empty()
    };
    is_text
        && line.text.len() <= MAX_NAME
        && is_words()
        && !is_sentence(&line.text)
        && !says_which()
}

/// Whether a piece is an amount.
fn is_amount(looks: &Looks<'_>, lines: &[RawLine<'_>], at: usize) -> bool {
    lines.get(at).is_some_and(|line| {
        matches!(line.kind, Kind::Line | Kind::Cell(_))
            && looks.class(&line.text) == Class::Number
            && line.text.bytes().any(|byte| byte.is_ascii_digit())
            && !line.text.contains('%')
    })
}
