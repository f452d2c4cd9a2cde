//! Rows of one flow whose name stands in the row above, where the other flow ends the label: *Sport en cultuur Lasten 12 14*,
//! *Baten 3 4*, and the balance of both without a label.

use crate::read::facts::looks::Looks;
use crate::read::facts::words::{ColumnKind, FlowWord};
use crate::read::lines::RawLine;
use crate::read::spot::{Spot, joined};
use crate::read::table::{Cell, Column, Row, RowKind, Table};

/// Puts the flows into a column of their own, and gives each row its name. Nothing changes where a row of a flow alone stands below
/// another row than that of a name and the other flow.
pub(super) fn part_flows(looks: &Looks<'_>, lines: &[RawLine<'_>], table: &mut Table) {
    let alone = |row: &Row| -> Option<FlowWord> {
        // *Total Expenditure Adjustments* is of a flow and names a row.
        let label = joined(lines, &row.label);
        let facts = looks.facts(&label);
        let is_word = !label.trim().contains(' ') && facts.rest == 0;
        let is_alone = row.kind == RowKind::Figures && is_word && facts.period.is_none();
        facts.flow.filter(|_| is_alone)
    };
    let mut found: Vec<(usize, Spot, Option<Spot>)> = Vec::new();
    let mut at = 0;
    while let Some(row) = table.rows.get(at) {
        let Some((name, flow, word)) = named_flow(looks, lines, row) else {
            // Below no such row the name stands elsewhere.
            if alone(row).is_some() {
                return;
            }
            at += 1;
            continue;
        };
        let Some(other) =
            table.rows.get(at + 1).filter(|row| alone(row).is_some_and(|of| of != flow))
        else {
            at += 1;
            continue;
        };
        let own = other.label.first().copied();
        found.extend([(at, name, Some(word)), (at + 1, name, own)]);
        at += 2;
        // A row without a label is what the sums prove.
        let is_bare = |row: &Row| row.kind == RowKind::Figures && row.label.is_empty();
        if let Some(next) = table.rows.get(at) {
            if alone(next) == Some(FlowWord::Balance) {
                found.push((at, name, next.label.first().copied()));
            }
            at += usize::from(is_bare(next) || alone(next) == Some(FlowWord::Balance));
        }
    }
    if found.is_empty() {
        return;
    }
    for row in table.rows.iter_mut().filter(|row| row.kind == RowKind::Figures) {
        row.cells.insert(1.min(row.cells.len()), None);
    }
    table.columns.insert(1, Column { content: Some(ColumnKind::Flow), ..Column::default() });
    for (at, name, flow) in found {
        let Some(row) = table.rows.get_mut(at) else { continue };
        row.label = vec![name];
        if let Some(cell) = row.cells.get_mut(1) {
            *cell = flow.map(Cell::at);
        }
    }
}

/// The name in a label that ends with a flow, the flow, and where its word stands.
fn named_flow(
    looks: &Looks<'_>,
    lines: &[RawLine<'_>],
    row: &Row,
) -> Option<(Spot, FlowWord, Spot)> {
    let [label] = row.label.as_slice() else { return None };
    if row.kind != RowKind::Figures {
        return None;
    }
    let text = label.text(lines).trim_end();
    let (name, word) = text.rsplit_once(' ')?;
    let facts = looks.facts(word);
    let flow = facts
        .flow
        .filter(|flow| facts.rest == 0 && matches!(flow, FlowWord::Expenses | FlowWord::Income))?;
    let front = looks.facts(name);
    // *Totaal lasten* is no name, and *Incidentele lasten* is one flow.
    let is_name = front.rest > 0
        && front.flow.is_none()
        && name.chars().filter(|c| c.is_alphabetic()).nth(2).is_some();
    let begin = label.start();
    let end = begin + name.trim_end().len();
    let piece = label.piece();
    let word = Spot::part(piece, begin + name.len() + 1, begin + text.len());
    is_name.then(|| (Spot::part(piece, begin, end), flow, word))
}
