//! Finds two tables that face each other in lines of a cell each: the headers of one, the same headers again for the other, and below them a row
//! of the one and a row of the other by turns, as what is spent stands beside what pays for it, and assets beside liabilities.

use crate::findings::rule::Message;
use crate::read::dates;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::marks;
use crate::read::placement::ColumnsBy;
use crate::read::shapes::is_sentence;
use crate::read::spot::Spot;
use crate::read::table::settle::settle;
use crate::read::table::stretch;
use crate::read::table::{Cell, Column, Doubt, Row, RowKind, Table};

/// The columns of figures on each side.
const MAX_COLUMNS: usize = 6;

/// Finds the tables in some lines, and says which lines are left for others.
pub(super) fn tables(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    from: usize,
    to: usize,
    found: &mut Vec<Table>,
) -> Vec<(usize, usize)> {
    stretch::take((from, to), found, |at| {
        let both =
            heads(looks, lines, at, to).and_then(|width| both(looks, lines, (at, to), width));
        both.map_or((Vec::new(), at + 1), |(table, end)| (vec![table], end))
    })
}

/// How many columns of figures the headers from a line on give to each of two tables: a name, headers, another name, and the same headers.
fn heads(looks: &Looks<'_>, lines: &[RawLine<'_>], at: usize, to: usize) -> Option<usize> {
    let text = |at: usize| {
        let line = lines.get(at).filter(|line| at < to && line.kind == Kind::Line)?;
        Some(&*line.text)
    };
    let is_header = |at: usize| {
        text(at).is_some_and(|text| {
            matches!(looks.class(text), Class::Header | Class::Dated | Class::Year)
                && (looks.facts(text).period.is_some() || looks.facts(text).role.is_some())
        })
    };
    let is_name = |at: usize| text(at).is_some_and(|text| text.contains(char::is_alphabetic));
    if !is_name(at) || is_header(at) || !is_header(at + 1) {
        return None;
    }
    let width = (at + 1..=at + 1 + MAX_COLUMNS).take_while(|at| is_header(*at)).count();
    let other = at + 1 + width;
    let is_again = (1..=width).all(|of| text(at + of) == text(other + of));
    let is_another = is_name(other) && text(other) != text(at) && !is_header(other + width + 1);
    ((1..=MAX_COLUMNS).contains(&width) && is_again && is_another).then_some(width)
}

/// Whether a line may be the label of a row: words that don't say when, of which *Financiële baten* are some.
fn may_be_label(looks: &Looks<'_>, text: &str) -> bool {
    text.contains(char::is_alphabetic)
        && !is_sentence(text)
        && !matches!(looks.class(text), Class::Dated | Class::Year | Class::Note)
}

/// A label and the cells after it.
struct Entry {
    label: usize,
    cells: Vec<usize>,
}

/// The two tables, and the line after their last row.
fn both(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    (head, to): (usize, usize),
    width: usize,
) -> Option<(Table, usize)> {
    /// Rows that have all of their cells.
    const MIN_ROWS: usize = 4;
    let body = head + 2 * (width + 1);
    let mut entries: Vec<Entry> = Vec::new();
    let mut end = body;
    for at in body..to {
        let Some(line) = lines.get(at).filter(|line| line.kind == Kind::Line) else { break };
        // Two others that face each other.
        if heads(looks, lines, at, to).is_some() {
            break;
        }
        let text = &*line.text;
        let (bare, marks) = marks::strip(text);
        if bare.is_empty() && !marks.is_empty() {
            // The mark of a footnote that stood behind an amount.
        } else if looks.is_of_class_number(text) && dates::year(text).is_none() {
            // Amounts without a label are totals; of which side nobody can tell.
            let entry = entries.last_mut().filter(|entry| entry.cells.len() < width);
            let Some(entry) = entry else { break };
            entry.cells.push(at);
        } else if may_be_label(looks, text) {
            entries.push(Entry { label: at, cells: Vec::new() });
        } else {
            break;
        }
        end = at + 1;
    }
    // A row whose cells go on is that of a total.
    if lines.get(end).is_some_and(|line| end < to && looks.is_of_class_number(&line.text)) {
        let last = entries.pop()?;
        end = last.label;
    }
    let whole = |side: usize| {
        let own = entries.iter().skip(side).step_by(2);
        own.filter(|entry| entry.cells.len() == width).count()
    };
    let with_cells = entries.iter().filter(|entry| !entry.cells.is_empty()).count();
    let all_whole = whole(0) + whole(1);
    if whole(0) < 2 || whole(1) < 2 || all_whole < MIN_ROWS || all_whole * 4 < with_cells * 3 {
        return None;
    }
    let mut columns = vec![Column::of_labels()];
    columns.extend((1..=width).map(|at| {
        let texts = [head + at, head + 1 + width + at];
        Column {
            headers: lines.get(head + at).map(|line| line.text.to_string()).into_iter().collect(),
            spots: texts.map(Spot::whole).to_vec(),
            lines: Some(Lines::one(head + at)),
            facts: lines
                .get(head + at)
                .map(|line| (*looks.facts(&line.text)).clone())
                .unwrap_or_default(),
            ..Column::default()
        }
    }));
    settle(looks, &mut columns);
    let mut table = Table {
        columns,
        head: (head..body).collect(),
        from: head,
        to: end,
        columns_by: Some(ColumnsBy::Lines),
        ..Table::default()
    };
    for (side, name) in [head, head + 1 + width].into_iter().enumerate() {
        let name = vec![Spot::whole(name)];
        table.rows.push(Row { is_spanned: true, ..Row::new(name, RowKind::Group, Vec::new()) });
        for entry in entries.iter().skip(side).step_by(2) {
            let label: Vec<Spot> = vec![Spot::whole(entry.label)];
            let cells = entry.cells.iter().map(|&cell| Some(Cell::at(Spot::whole(cell))));
            table.rows.push(if entry.cells.is_empty() {
                Row::new(label, RowKind::Group, Vec::new())
            } else if entry.cells.len() == width {
                let cells = std::iter::once(None).chain(cells).collect();
                Row::new(label, RowKind::Figures, cells)
            } else {
                Row::new(label, RowKind::Misfit, cells.collect())
            });
        }
    }
    if all_whole < entries.len() {
        let at = Lines { first: head, last: end - 1 };
        table.doubts.push(Doubt { at, what: Message::AnotherReading {} });
    }
    Some((table, end))
}
