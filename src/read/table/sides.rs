//! Finds tables in plain text whose labels stand in the middle: the figures of one year before them, and those of another
//! after them, as English councils print what they spend.

use crate::leaves::unit::{Scale, Unit};
use crate::read::dates;
use crate::read::facts::Facts;
use crate::read::facts::looks::Looks;
use crate::read::facts::spacing::words_of;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::RawLine;
use crate::read::placement::ColumnsBy;
use crate::read::spot::{Spot, joined};
use crate::read::table::arrange::{Arrangement, Item, sure_arrangement};
use crate::read::table::columns::items_of;
use crate::read::table::settle::settle;
use crate::read::table::{Cell, Column, Row, RowKind, Table};
use crate::words::has_digit;

/// A row of three may be one by chance.
const MIN_ROWS: usize = 3;
/// The lines without figures that may stand between rows.
const MAX_GAP: usize = 2;
/// The lines above the first row that may be headers: two columns that are broken over four lines each.
const MAX_HEADER: usize = 8;

/// A line with figures before and after its label.
#[derive(Debug)]
struct SidedLine {
    line: usize,
    /// The bytes of the label.
    label: (usize, usize),
    before: Vec<(usize, usize)>,
    behind: Vec<(usize, usize)>,
}

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    let mut rows: Vec<SidedLine> = Vec::new();
    let mut left = Vec::new();
    let mut begin = from;
    for at in from..=to {
        let row = lines.get(at).filter(|_| at < to).and_then(|line| sided(looks, &line.text, at));
        let goes_on =
            row.is_some() || at < to && rows.last().is_some_and(|last| at - last.line <= MAX_GAP);
        rows.extend(row);
        if goes_on {
            continue;
        }
        // Rows below headers of their own are those of another table.
        let is_one = |one: &SidedLine, next: &SidedLine| {
            !(one.line + 1..next.line).any(|at| holds_headers(looks, lines, at))
        };
        for rows in rows.chunk_by(is_one) {
            let Some(table) = table(looks, lines, begin, rows) else { continue };
            if table.from > begin {
                left.push((begin, table.from));
            }
            begin = table.to;
            found.push(table);
        }
        rows.clear();
    }
    if begin < to {
        left.push((begin, to));
    }
    left
}

/// A line as a row with figures on both sides of its label.
fn sided(looks: &Looks<'_>, text: &str, line: usize) -> Option<SidedLine> {
    /// In bytes.
    const MAX_LEN: usize = 200;
    let may_begin = |c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '(' | '£' | '€' | '$');
    let may_end = |c: char| c.is_ascii_digit() || matches!(c, ')' | '%' | '-' | '–');
    if text.len() > MAX_LEN || !text.starts_with(may_begin) || !text.ends_with(may_end) {
        return None;
    }
    let mut words = words_of(text);
    let is_dash = |&(from, to): &(usize, usize)| matches!(text.get(from..to), Some("-" | "–"));
    let is_number = |&(from, to): &(usize, usize)| {
        text.get(from..to).is_some_and(|word| {
            has_digit(word) && looks.is_value(word) && dates::period(looks.pack(), word).is_none()
        }) || is_dash(&(from, to))
    };
    // `- 27,492` is one amount.
    if let [first, (_, end), ..] = *words.as_slice()
        && is_dash(&first)
        && words.get(1).is_some_and(|next| is_number(next) && !is_dash(next))
    {
        words.splice(..2, [(first.0, end)]);
    }
    let before = words.iter().take_while(|word| is_number(word)).count();
    let behind = words.iter().rev().take_while(|word| is_number(word)).count();
    let label = words.get(before..words.len().checked_sub(behind)?)?;
    let (first, last) = (label.first()?.0, label.last()?.1);
    let has_words = text.get(first..last)?.contains(char::is_alphabetic);
    (before > 0 && behind > 0 && has_words).then(|| SidedLine {
        line,
        label: (first, last),
        before: words.iter().take(before).copied().collect(),
        behind: words.iter().skip(words.len() - behind).copied().collect(),
    })
}

/// The headers of one side of the labels.
struct Side {
    items: Vec<Item>,
    way: Arrangement,
}

/// The table of some rows, if the headers above them name as many columns on both sides of that of the labels.
fn table(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    floor: usize,
    rows: &[SidedLine],
) -> Option<Table> {
    let first = rows.first()?.line;
    let width = rows.iter().map(|row| row.before.len()).max()?;
    let widest = rows.iter().map(|row| row.behind.len()).max()?;
    let has_other = widest == width + 1;
    let width = if has_other { width } else { width.max(widest) };
    let widths = (width, width + usize::from(has_other));
    let is_whole = |row: &&SidedLine| (row.before.len(), row.behind.len()) == widths;
    let whole: Vec<&SidedLine> = rows.iter().filter(is_whole).collect();
    if rows.len() < MIN_ROWS || whole.len() < MIN_ROWS {
        return None;
    }
    let heads = || (first.saturating_sub(MAX_HEADER).max(floor)..first).rev();
    let sides = |head: usize, mut headers: Headers| {
        let before = side(std::mem::take(&mut headers.before), width)?;
        let behind = side(std::mem::take(&mut headers.behind), width)?;
        Some((head, before, headers, behind))
    };
    let bare = heads().filter(|_| !has_other).find_map(|head| {
        let headers = bare_headers(looks, lines, (head, first), width)?;
        sides(head, headers)
    });
    let named = || {
        heads().find_map(|head| {
            // *Expenditure* above the labels says what all amounts are.
            let of = |is_flow: bool| {
                headers(looks, lines, (head, first), is_flow, has_other)
                    .filter(|headers| headers.other.is_some() == has_other)
            };
            let headers = of(false).or_else(|| of(true))?;
            sides(head, headers)
        })
    };
    let (head, before, headers, behind) = bare.or_else(named)?;
    let mut table = Table { columns_by: Some(ColumnsBy::Rows), ..Table::default() };
    let mut of_labels = Column::of_labels();
    of_labels.headers = headers.label.iter().map(|label| joined(lines, &label.spots)).collect();
    table.columns.push(of_labels);
    for side in [&before, &behind] {
        table.columns.extend(side.columns(lines));
    }
    let mut units = headers.units.iter();
    let unit = units.next().filter(|first| units.all(|other| other == *first)).cloned();
    if let Some(spot) = headers.other {
        // The scale beside the years is not of the column that has no such header.
        for column in table.columns.iter_mut().skip(1) {
            column.facts.unit = column.facts.unit.take().or_else(|| unit.clone());
        }
        table.columns.push(Column {
            headers: vec![spot.text(lines).to_owned()],
            lines: lines_of(&[spot]),
            spots: vec![spot],
            facts: Facts {
                rest: 1,
                unit: unit.clone().map(|unit| unit.with_scale(Scale::Ones)),
                ..Facts::default()
            },
            ..Column::default()
        });
    } else {
        table.scope.unit = unit;
    }
    // Where the amounts of the other column alone have a sign, those without one are of the columns before it.
    let has_sign = |row: &SidedLine, at: &(usize, usize)| {
        let text = lines.get(row.line).and_then(|line| line.text.get(at.0..at.1));
        text.is_some_and(|text| text.contains(['£', '€', '$', '%']))
    };
    let signs = |row: &SidedLine| row.behind.iter().filter(|at| has_sign(row, at)).count();
    let is_signed = has_other
        && whole.iter().all(|row| {
            signs(row) == 1 && row.behind.last().is_some_and(|last| has_sign(row, last))
        });
    settle(looks, &mut table.columns);
    table.scope.flow = headers.label.as_ref().and_then(|label| label.facts.flow);
    let last = rows.last()?.line;
    let mut next = rows.iter().peekable();
    for at in first..=last {
        let Some(line) = lines.get(at) else { break };
        match next.peek() {
            Some(row) if row.line == at => {
                let ends_early = is_signed && row.behind.len() == width && signs(row) == 0;
                table.rows.push(row.placed(line, widths, ends_early));
                next.next();
            }
            _ => table.rows.push(Row {
                is_spanned: true,
                ..Row::new(vec![Spot::whole(at)], RowKind::Group, Vec::new())
            }),
        }
    }
    table.head = (head..first).collect();
    (table.from, table.to) = (head, last + 1);
    let figures = table.rows.iter().filter(|row| row.kind == RowKind::Figures).count();
    (figures * 2 > rows.len()).then_some(table)
}

/// Whether a line states when figures are of, or in what amounts are.
fn holds_headers(looks: &Looks<'_>, lines: &[RawLine<'_>], at: usize) -> bool {
    let mut items = Vec::new();
    items_of(looks, lines, at, at + 1, false, &mut items);
    items.iter().any(|item| item.facts.period.is_some() || item.facts.unit.is_some())
}

/// Headers on both sides of that of the labels.
struct Headers {
    before: Vec<Item>,
    /// The header of the labels. `None` if there is none.
    label: Option<Item>,
    behind: Vec<Item>,
    /// The header of a column behind these that has none beside it.
    other: Option<Spot>,
    /// The units that stand among them.
    units: Vec<Unit>,
}

/// The headers in some lines. The lines below that of the labels hold those of both sides, or those of the second one where
/// the first one's stood above it. The header of the labels may be a flow (`is_flow`), and behind those of the second side may stand
/// that of another column (`has_other`): *2018-19 Net Portfolio 2019-20 Net Cost of services*.
fn headers(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (head, end): (usize, usize),
    is_flow: bool,
    has_other: bool,
) -> Option<Headers> {
    let (mut before, mut label, mut behind) = (Vec::new(), None, Vec::new());
    let mut units = Vec::new();
    let mut other: Option<Spot> = None;
    let mut stands_first = false;
    for at in head..end {
        let mut items = Vec::new();
        items_of(looks, lines, at, at + 1, false, &mut items);
        let is_of_labels = |item: &Item| {
            let facts = &item.facts;
            let is_bare_flow = facts.flow.is_some() && facts.kinds().is_power_of_two();
            !facts.is_placing()
                && (facts.rest > 0
                    || matches!(facts.content, Some(ColumnKind::Label | ColumnKind::Group)))
                || is_flow && is_bare_flow
        };
        if is_flow {
            items = items.into_iter().flat_map(without_flow).collect();
        }
        // As many headers as stand in front of that of the labels stand behind it.
        if has_other
            && other.is_none()
            && let Some(place) = items.iter().position(is_of_labels)
            && items.len() > 2 * place + 1
        {
            let rest = items.split_off(2 * place + 1);
            // With the words between its own: *Cost of services per £100 of tax*.
            let first = rest.first().and_then(|item| item.spots.first()).map(|spot| spot.start());
            let end = lines.get(at).map_or(0, |line| line.text.trim_end().len());
            other = first.map(|start| Spot::part(at, start, end));
        }
        units.extend(items.iter().filter_map(|item| item.facts.unit.clone()));
        items.retain(|item| item.facts.is_placing() || is_of_labels(item));
        match items.iter().position(is_of_labels) {
            Some(_) if label.is_some() => return None,
            Some(place) => {
                let mut rest = items.split_off(place);
                let own = rest.drain(..1).next()?;
                if rest.iter().any(is_of_labels) {
                    return None;
                }
                stands_first = before.is_empty();
                before.extend(items);
                behind.extend(rest);
                label = Some(own);
            }
            None if label.is_none() => before.extend(items),
            None if stands_first => {
                if !items.len().is_multiple_of(2) {
                    return None;
                }
                let rest = items.split_off(items.len() / 2);
                before.extend(items);
                behind.extend(rest);
            }
            None => behind.extend(items),
        }
    }
    let has_both = label.is_some() && !before.is_empty() && !behind.is_empty();
    has_both.then_some(Headers { before, label, behind, other, units })
}

/// A line of periods alone, one for each column of both sides, and maybe one of their units below it: *2020/21 2021/22* above
/// *£000 £000*.
fn bare_headers(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (head, end): (usize, usize),
    width: usize,
) -> Option<Headers> {
    let items_at = |at: usize| {
        let mut items = Vec::new();
        items_of(looks, lines, at, at + 1, false, &mut items);
        items
    };
    let mut before = items_at(head);
    if before.len() != 2 * width || !before.iter().all(|item| item.facts.is_bare_period()) {
        return None;
    }
    let behind = before.split_off(width);
    let mut units = Vec::new();
    for item in (head + 1..end).flat_map(items_at) {
        units.push(item.facts.unit.filter(|_| item.facts.rest == 0)?);
    }
    Some(Headers { before, label: None, behind, other: None, units })
}

/// A flow and the year after it as two headers: *Expenditure 2021-2022*. Any other header is one.
fn without_flow(item: Item) -> Vec<Item> {
    let (Some(flow), Some(period)) = (item.facts.flow, item.facts.period) else {
        return vec![item];
    };
    let [first, rest @ ..] = item.spots.as_slice() else { return vec![item] };
    if item.facts.role.is_some() || item.facts.rest > 0 || rest.is_empty() {
        return vec![item];
    }
    let of = |facts: Facts, spots: &[Spot], begins_line: bool| Item {
        facts,
        spots: spots.to_vec(),
        begins_line,
        text: None,
    };
    vec![
        of(Facts { flow: Some(flow), ..Facts::default() }, &[*first], item.begins_line),
        of(Facts { period: Some(period), ..Facts::default() }, rest, false),
    ]
}

/// The best way in which headers make so many columns, each of which says when its figures are of.
fn side(items: Vec<Item>, width: usize) -> Option<Side> {
    let way = sure_arrangement(&items, width)?;
    Some(Side { items, way })
}

impl Side {
    fn columns(&self, lines: &[RawLine<'_>]) -> Vec<Column> {
        let column = |path: &crate::read::table::arrange::Path| {
            let items = || path.items.iter().filter_map(|&at| self.items.get(at));
            let spots: Vec<Spot> = items().flat_map(|item| item.spots.iter().copied()).collect();
            Column {
                headers: items().map(|item| joined(lines, &item.spots)).collect(),
                lines: lines_of(&spots),
                spots,
                facts: path.facts.clone(),
                ..Column::default()
            }
        };
        self.way.columns.iter().map(column).collect()
    }
}

fn lines_of(spots: &[Spot]) -> Option<crate::read::lines::Lines> {
    let pieces = || spots.iter().map(|spot| spot.piece());
    let (first, last) = (pieces().min()?, pieces().max()?);
    Some(crate::read::lines::Lines { first, last })
}

impl SidedLine {
    /// The row, with a cell for each column where all are there, or white space says which are empty, or the last one is (`ends_early`).
    fn placed(&self, line: &RawLine<'_>, (width, behind): (usize, usize), ends_early: bool) -> Row {
        let label = vec![Spot::part(self.line, self.label.0, self.label.1)];
        let cell = |&(from, to): &(usize, usize)| Cell::at(Spot::part(self.line, from, to));
        let lacking = |cells: &[(usize, usize)], width: usize, space: usize| {
            let empty = width.checked_sub(cells.len())?;
            (empty == 0 || space == 2 * empty).then_some(empty)
        };
        let gap = self.behind.first().map_or(0, |(from, _)| from.saturating_sub(self.label.1 + 1));
        let in_front = lacking(&self.before, width, line.indent as usize);
        let after = if ends_early { Some(0) } else { lacking(&self.behind, behind, gap) };
        let all = || self.before.iter().chain(&self.behind);
        let Some((in_front, after)) = in_front.zip(after) else {
            return Row::new(label, RowKind::Misfit, all().map(|of| Some(cell(of))).collect());
        };
        let mut cells = vec![None; 1 + in_front];
        cells.extend(self.before.iter().map(|of| Some(cell(of))));
        cells.resize(1 + width + after, None);
        cells.extend(self.behind.iter().map(|of| Some(cell(of))));
        cells.resize(1 + width + behind, None);
        Row::new(label, RowKind::Figures, cells)
    }
}
