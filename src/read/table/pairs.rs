//! Tables without headers whose rows are an amount each behind its name, where the names say what flows: *Totaal lasten*, `466.039`,
//! *Totaal baten*, `533.515`, or *Lasten € 466.039* on one line. Side by side there may be several: *Exploitatie-uitgaven*, `37.040`,
//! *Investeringsuitgaven*, `6.000`.
//!
//! Nothing in them says of when they are, or whether they were planned. So they are read where no other finder takes the lines, and the
//! edition says both, with a finding.

use std::collections::HashSet;

use crate::leaves::role::Role;
use crate::leaves::value::Value;
use crate::read::cell;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::FlowWord;
use crate::read::label;
use crate::read::lines::{Kind, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::raw_cell::Interpretation;
use crate::read::shapes::is_sentence;
use crate::read::source::{Grid, GridRow};
use crate::read::spot::Spot;
use crate::read::table::stretch;
use crate::read::table::subject_above::is_stage;
use crate::read::table::{Cell, Column, Row, RowKind, Table};
use crate::words::has_digit;

/// The longest name of an amount, in bytes.
const MAX_NAME: usize = 90;

/// The fewest rows that say what flows, and the fewest digits of the longest amount: page numbers behind *Lasten* and *Baten* have fewer.
const MIN_FLOWS: usize = 2;
const MIN_DIGITS: usize = 4;

/// A name and the amount behind it.
type Pair = (Spot, Spot);

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
    while at < to {
        let (pairs, end) = pairs_from(looks, lines, (at, to), is_name);
        if let Some(mut table) = table(looks, lines, &pairs) {
            (table.from, table.to) = (at, end);
            table.columns_by = Some(ColumnsBy::Lines);
            found.push(table);
        }
        at = end.max(at + 1);
    }
}

/// Finds the stages of one flow in some lines, and says which lines are left for others.
pub(super) fn stages(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    stretch::take((from, to), found, |at| {
        let Some((mut table, end)) = stages_at(looks, lines, (at, to)) else {
            return (Vec::new(), at + 1);
        };
        (table.from, table.to) = (at, end);
        table.columns_by = Some(ColumnsBy::Lines);
        (vec![table], end)
    })
}

/// The pairs that follow each other from a line on, and the line after them.
fn pairs_from(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
    may_name: MayName,
) -> (Vec<Pair>, usize) {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut end = from;
    while let Some((pair, next)) =
        pair_at(looks, lines, end, may_name).filter(|(_, next)| *next <= to)
    {
        pairs.push(pair);
        end = next;
    }
    (pairs, end)
}

/// The stages of one flow that begin at a line with its name, and the line after them: *Lasten*, *x € 1.000*, *Begroot € 6.705*,
/// *Gerealiseerd € 6.790*.
fn stages_at(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (from, to): (usize, usize),
) -> Option<(Table, usize)> {
    const MIN_STAGES: usize = 2;
    let name = Spot::whole(from);
    let flow = looks.facts(name.text(lines));
    if flow.flow.is_none() || !is_name(looks, lines, name) {
        return None;
    }
    let scale = lines.get(from + 1).filter(|line| line.kind == Kind::Line);
    let unit = scale.and_then(|line| label::scale_alone(looks.pack(), &line.text));
    let first = from + 1 + usize::from(unit.is_some());
    let (pairs, end) = pairs_from(looks, lines, (first, to), is_stage_name);
    let roles: HashSet<_> =
        pairs.iter().filter_map(|(name, _)| looks.facts(name.text(lines)).role).collect();
    let digits = |&(_, amount): &Pair| digits_of(lines, amount);
    if roles.len() < MIN_STAGES
        || roles.len() < pairs.len()
        || pairs.iter().map(digits).max() < Some(MIN_DIGITS)
    {
        return None;
    }
    let mut table = made(&pairs);
    let group = Row::new(vec![name], RowKind::Group, Vec::new());
    table.rows.insert(0, Row { is_spanned: true, ..group });
    table.head = (from + 1..first).collect();
    table.scope.unit = unit;
    Some((table, end))
}

/// Whether a text may stand in front of an amount.
type MayName = fn(&Looks<'_>, &[RawLine<'_>], Spot) -> bool;

/// Whether a text says of what stage an amount is, and nothing else.
fn is_stage_name(looks: &Looks<'_>, lines: &[RawLine<'_>], spot: Spot) -> bool {
    let facts = looks.facts(spot.text(lines));
    is_of_table(lines, spot)
        && (is_stage(&facts) || facts.role == Some(Role::Difference) && facts.rest == 0)
}

/// The pair that begins at a line, and the line after it.
fn pair_at(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    at: usize,
    may_name: MayName,
) -> Option<(Pair, usize)> {
    if let Some(pair) = pair_on(looks, lines, at, may_name) {
        return Some((pair, at + 1));
    }
    let pair = (Spot::whole(at), Spot::whole(at + 1));
    are_pair(looks, lines, pair, may_name).then_some((pair, at + 2))
}

/// The pair that one line is: *Lasten € 38.481.933*.
fn pair_on(looks: &Looks<'_>, lines: &[RawLine<'_>], at: usize, may_name: MayName) -> Option<Pair> {
    let line = lines.get(at).filter(|line| line.kind == Kind::Line)?;
    let ending = looks.ending(&line.text)?;
    let &[(from, to, _)] = &*ending.cells else { return None };
    let name = line.text.get(..ending.label)?.trim_end();
    // Digits in front of the amount may be others that lost their gaps, and so may those in it.
    let is_one = || {
        let amount = line.text.get(from..to).unwrap_or_default();
        let read = cell::read(looks, amount).interpretation;
        matches!(read, Interpretation::Sure(Value::Exact(_)))
    };
    if ending.is_glued || has_digit(name) || !is_one() {
        return None;
    }
    let name = name.len();
    let pair = (Spot::part(at, 0, name), Spot::part(at, from, to));
    are_pair(looks, lines, pair, may_name).then_some(pair)
}

fn are_pair(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (name, amount): Pair,
    may_name: MayName,
) -> bool {
    may_name(looks, lines, name) && is_amount(looks, lines, amount)
}

/// The table that a grid without headers is, if its rows are such pairs; one behind the other where they stand side by side.
pub(super) fn of_grid(looks: &Looks<'_>, lines: &[RawLine<'_>], grid: &Grid) -> Option<Table> {
    /// Two tables beside each other.
    const MAX_BESIDE: usize = 3;
    let mut beside: Vec<Vec<Pair>> = Vec::new();
    let mut head: Vec<usize> = Vec::new();
    for row in &grid.rows {
        let pieces: Vec<usize> = filled(lines, row).collect();
        let is_amount = |&at: &usize| is_amount(looks, lines, Spot::whole(at));
        if beside.is_empty() && !pieces.iter().any(is_amount) {
            // *Actief*, *Passief*
            head.extend(pieces);
            continue;
        }
        if !pieces.len().is_multiple_of(2) || pieces.len() > 2 * MAX_BESIDE {
            return None;
        }
        for (at, pair) in pieces.chunks_exact(2).enumerate() {
            let [name, amount] = *pair else { return None };
            let pair = (Spot::whole(name), Spot::whole(amount));
            if !are_pair(looks, lines, pair, is_name) {
                return None;
            }
            if at == beside.len() {
                beside.push(Vec::new());
            }
            beside.get_mut(at)?.push(pair);
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
    let flows: Vec<FlowWord> =
        pairs.iter().filter_map(|(name, _)| looks.facts(name.text(lines)).flow).collect();
    let first = flows.first()?;
    if flows.len() < MIN_FLOWS
        || flows.len() * 2 < pairs.len()
        || flows.iter().all(|flow| flow == first)
        || pairs.iter().all(|(_, amount)| digits_of(lines, *amount) < MIN_DIGITS)
    {
        return None;
    }
    Some(made(pairs))
}

fn digits_of(lines: &[RawLine<'_>], spot: Spot) -> usize {
    spot.text(lines).bytes().filter(u8::is_ascii_digit).count()
}

/// A table with a row for each pair.
fn made(pairs: &[Pair]) -> Table {
    let row = |&(name, amount): &Pair| {
        Row::new(vec![name], RowKind::Figures, vec![None, Some(Cell::at(amount))])
    };
    Table {
        columns: vec![Column::of_labels(), Column::default()],
        rows: pairs.iter().map(row).collect(),
        ..Table::default()
    }
}

/// Whether a text may name an amount: a few words that say neither when it is of nor what it is.
fn is_name(looks: &Looks<'_>, lines: &[RawLine<'_>], spot: Spot) -> bool {
    let text = spot.text(lines);
    let is_words = || matches!(looks.class(text), Class::Words | Class::Header | Class::Mixed);
    let says_which = || {
        let facts = looks.facts(text);
        facts.period.is_some() || facts.role.is_some() && facts.others.is_empty()
    };
    is_of_table(lines, spot)
        && text.len() <= MAX_NAME
        && is_words()
        && !is_sentence(text)
        && !says_which()
}

/// Whether a text is an amount.
fn is_amount(looks: &Looks<'_>, lines: &[RawLine<'_>], spot: Spot) -> bool {
    let text = spot.text(lines);
    is_of_table(lines, spot)
        && looks.class(text) == Class::Number
        && has_digit(text)
        && !text.contains('%')
}

fn is_of_table(lines: &[RawLine<'_>], spot: Spot) -> bool {
    let kind = lines.get(spot.piece()).map(|line| line.kind);
    matches!(kind, Some(Kind::Line | Kind::Cell(_)))
}
