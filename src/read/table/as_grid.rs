//! Parts of lines as the cells of a grid: the grid is read as any other, and what that finds is put back to where the parts stand.

use std::borrow::Cow;

use crate::read::facts::looks::Looks;
use crate::read::lines::{Kind, Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::source::{Grid, GridCell, GridRow};
use crate::read::spot::Spot;
use crate::read::table::{Cell, RowKind, Table, broken, grid};

/// A part of a line, with its place in a grid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) column: usize,
    /// How many columns it spans; at least 1.
    pub(super) columns: usize,
    pub(super) line: usize,
    /// Its bytes within the text of its line.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A grid of parts of lines.
#[derive(Debug, Default)]
pub(super) struct AsGrid<'l> {
    pieces: Vec<RawLine<'l>>,
    places: Vec<Placed>,
    grid: Grid,
}

impl<'l> AsGrid<'l> {
    /// Adds a row of parts, in the order of their columns. `None` if one of them is no part of its line.
    pub(super) fn push(&mut self, lines: &'l [RawLine<'_>], row: &[Placed]) -> Option<()> {
        let mut cells = GridRow::default();
        for part in row {
            let line = lines.get(part.line)?;
            let text = line.text.get(part.start..part.end)?;
            cells.push(GridCell {
                columns: part.columns,
                ..GridCell::one(part.column, self.places.len())
            });
            self.places.push(*part);
            self.pieces.push(RawLine {
                text: Cow::Borrowed(text),
                kind: Kind::Cell(0),
                start: line.start + part.start,
                ..RawLine::given(text)
            });
        }
        self.grid.rows.push(cells);
        Some(())
    }

    /// Its tables. `None` if one of them isn't understood.
    pub(super) fn tables(
        &self,
        looks: &Looks<'_>,
        lines: &[RawLine<'_>],
        by: ColumnsBy,
    ) -> Option<Vec<Table>> {
        let found = grid::tables(looks, &self.pieces, &self.grid);
        let is_read = |table: &Table| {
            let count = |kind: RowKind| table.rows.iter().filter(|row| row.kind == kind).count();
            count(RowKind::Figures) > count(RowKind::Misfit)
        };
        if found.is_empty() || !found.iter().all(is_read) {
            return None;
        }
        let made = found.into_iter().map(|mut table| {
            group_lines_of_words(&mut table);
            let mut table = self.put_back(table);
            table.columns_by = Some(by);
            broken::join_labels(lines, &mut table);
            table
        });
        Some(made.collect())
    }

    /// The line of a piece.
    fn line(&self, piece: usize) -> usize {
        self.places.get(piece).map_or(0, |part| part.line)
    }

    /// A table of the grid with its parts where they stand in the lines.
    fn put_back(&self, mut table: Table) -> Table {
        let spot = |spot: Spot| {
            let place = self.places.get(spot.piece());
            place.map_or(spot, |part| Spot::part(part.line, part.start, part.end))
        };
        let lines = |of: Lines| Lines { first: self.line(of.first), last: self.line(of.last) };
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
                *piece = self.line(*piece);
            }
            at.dedup();
        }
        table.caption = table.caption.map(|piece| self.line(piece));
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
