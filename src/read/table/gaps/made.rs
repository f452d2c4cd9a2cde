//! The tables of a block: it is read as a grid, and what that finds is put back to where it stands in the lines.

use std::borrow::Cow;

use super::block::Block;
use super::part::Part;
use crate::read::dates;
use crate::read::facts::looks::Looks;
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::source::{Grid, GridCell, GridRow};
use crate::read::spot::Spot;
use crate::read::table::{Cell, RowKind, Table, broken, grid};

impl Block {
    /// Its tables. `None` if two texts of a row stand in one column, or if no table is understood.
    pub(super) fn tables(
        &self,
        vocabulary: &Looks<'_>,
        lines: &[RawLine<'_>],
    ) -> Option<Vec<Table>> {
        let mut pieces: Vec<RawLine<'_>> = Vec::new();
        let mut places: Vec<Part> = Vec::new();
        let mut made = Grid::default();
        for row in &self.rows {
            let mut cells = GridRow::default();
            let mut free = 0;
            // A row of amounts that lacks some reaches over no column.
            let is_amount = |part: &Part| {
                let text =
                    lines.get(part.line).and_then(|line| line.text.get(part.start..part.end));
                text.is_some_and(|text| {
                    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '€' | '('))
                        && dates::year(text).is_none()
                        && !text.contains(char::is_alphabetic)
                })
            };
            let is_of_amounts = row.iter().any(|part| part.line >= self.body && is_amount(part));
            let spans = if is_of_amounts { None } else { self.spans(lines, row) };
            for (index, part) in row.iter().enumerate() {
                let (mut column, mut columns) = match &spans {
                    Some(spans) => spans.get(index).copied()?,
                    // As many texts as columns have one each, whatever they reach over.
                    None if row.len() == self.columns.len() => (index, 1),
                    // Fewer headers than columns that stand over no middle: how far they reach is unknown.
                    None if self.is_outer(row) => return None,
                    None => self.columns_of(part),
                };
                if row.len() == 1 && column == 0 {
                    columns = self.columns.len();
                }
                if column < free {
                    columns = columns.checked_sub(free - column).filter(|left| *left > 0)?;
                    column = free;
                }
                // A label reaches into the next column where nothing stands there.
                if index == 0 && row.len() > 1 && column == 0 {
                    columns = 1;
                }
                free = column + columns;
                let line = lines.get(part.line)?;
                let text = line.text.get(part.start..part.end)?;
                pieces.push(RawLine {
                    text: Cow::Borrowed(text),
                    kind: Kind::Cell(0),
                    start: line.start + part.start,
                    ..RawLine::given(text)
                });
                let cell = GridCell { columns, ..GridCell::one(column, places.len()) };
                places.push(*part);
                cells.push(cell);
            }
            made.rows.push(cells);
        }
        let found = grid::tables(vocabulary, &pieces, &made);
        let is_read = |table: &Table| {
            let count = |kind: RowKind| table.rows.iter().filter(|row| row.kind == kind).count();
            count(RowKind::Figures) > count(RowKind::Misfit)
        };
        if found.is_empty() || !found.iter().all(is_read) {
            return None;
        }
        let whole = |piece: usize| places.get(piece).map_or(0, |part| part.line);
        let spot = |spot: Spot| {
            places
                .get(spot.piece())
                .map_or(spot, |part| Spot::part(part.line, part.start, part.end))
        };
        let made = found.into_iter().map(|mut table| {
            group_lines_of_words(&mut table);
            let mut table = moved(table, &whole, &spot);
            broken::join_labels(lines, &mut table);
            table
        });
        Some(made.collect())
    }
}

/// Lines without a figure say what those below them are of, or are the first lines of a label: a row without figures has no line of its
/// own. Words beside the label are a part of it then.
fn group_lines_of_words(table: &mut Table) {
    let is_of_figures: Vec<bool> =
        table.columns.iter().map(|column| column.content.is_none()).collect();
    for row in table.rows.iter_mut().filter(|row| row.kind == RowKind::Figures) {
        let mut figures = row.cells.iter().zip(&is_of_figures).filter(|(_, of)| **of);
        if figures.all(|(cell, _)| cell.is_none()) {
            row.kind = RowKind::Group;
            row.label.extend(row.cells.drain(..).flatten().map(|cell| cell.spot));
        }
    }
}

/// A table whose parts stand elsewhere.
fn moved(mut table: Table, line: &dyn Fn(usize) -> usize, spot: &dyn Fn(Spot) -> Spot) -> Table {
    let lines = |of: Lines| Lines { first: line(of.first), last: line(of.last) };
    for column in &mut table.columns {
        column.spots.iter_mut().for_each(|of| *of = spot(*of));
        column.lines = column.lines.map(lines);
    }
    for row in &mut table.rows {
        row.label.iter_mut().for_each(|of| *of = spot(*of));
        let cell = |of: &mut Cell| {
            of.spot = spot(of.spot);
            of.favour = of.favour.map(spot);
        };
        row.cells.iter_mut().flatten().for_each(cell);
        row.loose.iter_mut().for_each(cell);
    }
    table.orphans.iter_mut().for_each(|of| *of = spot(*of));
    table.footnotes.iter_mut().for_each(|note| note.lines = lines(note.lines));
    table.doubts.iter_mut().for_each(|doubt| doubt.at = lines(doubt.at));
    for at in [&mut table.head, &mut table.sentences, &mut table.heads] {
        for piece in at.iter_mut() {
            *piece = line(*piece);
        }
        at.dedup();
    }
    table.columns_by = Some(ColumnsBy::Gaps);
    table.caption = table.caption.map(line);
    let spots = table.rows.iter().flat_map(|row| {
        let cells = row.cells.iter().flatten().chain(&row.loose).map(|cell| cell.spot);
        row.label.iter().copied().chain(cells).map(Spot::piece)
    });
    let notes = table.footnotes.iter().flat_map(|note| [note.lines.first, note.lines.last]);
    let others = table.orphans.iter().map(|of| of.piece()).chain(table.head.iter().copied());
    let all: Vec<usize> =
        spots.chain(notes).chain(others).chain(table.sentences.iter().copied()).collect();
    table.from = all.iter().min().copied().unwrap_or(0);
    table.to = all.iter().max().map_or(0, |last| last + 1);
    table
}
