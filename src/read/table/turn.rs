//! Turns a table whose subjects are its columns: the rows state years and roles, and the headers say
//! what is measured.

use crate::leaves::dimension::DimensionName;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::{Lines, RawLine};
use crate::read::marks;
use crate::read::placement::ColumnsBy;
use crate::read::spot::joined;
use crate::read::table::settle::settle_words_of;
use crate::read::table::{Cell, Column, Row, RowKind, Table};

/// The same table with its rows as columns, where the labels state facts and the headers are words.
pub(in crate::read) fn turn(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], table: Table) -> Table {
    if !is_turned(vocabulary, lines, &table) {
        return table;
    }
    let mut columns = vec![Column { content: Some(ColumnKind::Label), ..Column::default() }];
    for row in &table.rows {
        let header = joined(lines, &row.label);
        let pieces = row.label.iter().map(|spot| spot.piece());
        columns.push(Column {
            facts: (*vocabulary.facts(&header)).clone(),
            headers: vec![header],
            spots: row.label.clone(),
            lines: pieces
                .clone()
                .min()
                .zip(pieces.max())
                .map(|(first, last)| Lines { first, last }),
            ..Column::default()
        });
    }
    settle_words_of(vocabulary.pack(), &mut columns);
    let mut rows = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        if column.content.is_some() {
            continue;
        }
        let cells: Vec<Option<Cell>> = std::iter::once(None)
            .chain(table.rows.iter().map(|row| row.cells.get(at).copied().flatten()))
            .collect();
        rows.push(Row::new(column.spots.clone(), RowKind::Figures, cells));
    }
    let mut head = table.head.clone();
    let labels =
        table.columns.iter().flat_map(|column| column.spots.iter().map(|spot| spot.piece()));
    let labels: Vec<usize> = labels.collect();
    head.retain(|piece| !labels.contains(piece));
    head.extend(columns.iter().flat_map(|column| column.spots.iter().map(|spot| spot.piece())));
    Table { columns, rows, head, ..table }
}

fn is_turned(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], table: &Table) -> bool {
    const MAX_ROWS: usize = 60;
    if table.rows.len() < 2 || table.rows.len() > MAX_ROWS {
        return false;
    }
    let figures = || table.columns.iter().filter(|column| column.content.is_none());
    let of_words = figures().filter(|column| column.facts.rest > 0).count();
    // Where spaces alone part the headers, those of words may be parted wrong.
    let are_mostly_words =
        of_words * 2 >= figures().count() && table.columns_by != Some(ColumnsBy::Rows);
    // *Netto schuldquote* is what is measured, though one of its words is of a flow.
    let are_words = figures().all(|column| {
        let is_named =
            column.slice.as_ref().is_some_and(|slice| *slice.name() != DimensionName::POPULATION);
        // *Resultaat* among other words is what is measured.
        let is_word = are_mostly_words && column.facts.is_of_two_meanings();
        let states = column.facts.role.is_some() && !is_word || column.facts.period.is_some();
        // *Total revenues* among others is what is measured as well.
        let is_of_flow = column.facts.flow.is_some() && column.facts.rest == 0 && !are_mostly_words;
        !states && !is_of_flow && !is_named && !column.spots.is_empty()
    });
    // Below *Bouwjaar* years are no times of the figures.
    let label = table.columns.iter().find(|column| column.content == Some(ColumnKind::Label));
    let label = label.map(Column::header).unwrap_or_default();
    let is_named_otherwise = !label.is_empty() && {
        let facts = vocabulary.facts(&label);
        facts.rest > 0 && facts.content.is_none() && facts.unit.is_none()
    };
    if !are_words
        || is_named_otherwise
        || of_words == 0
        || table
            .columns
            .iter()
            .any(|column| !matches!(column.content, None | Some(ColumnKind::Label)))
    {
        return false;
    }
    table.rows.iter().all(|row| {
        let name = joined(lines, &row.label);
        let facts = vocabulary.facts(marks::without(&name));
        row.kind == RowKind::Figures
            && facts.rest == 0
            && (facts.role.is_some() || facts.period.is_some())
    })
}
