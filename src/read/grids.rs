//! From a grid to the rows of a table: which rows are headers, which column holds the labels.

use super::cell;
use super::draft::Draft;
use super::header::{self, Column, Holds};
use super::indicators;
use super::layout::Grid;
use super::lines::{Kind, LineUse, Lines};
use super::marks;
use super::raw_cell::{RawCell, Says};
use super::table::{Footnote, Row, RowCell, Rows};
use crate::error::Quoted;
use crate::{IndicatorKind, Missing, Rule};

/// The headers of a grid.
struct Head {
    /// How many rows they take.
    rows: usize,
    /// The column of labels.
    label: usize,
    columns: Vec<Column>,
    /// The columns of the grid that these stand in.
    at: Vec<usize>,
}

impl Draft<'_, '_> {
    /// Takes a grid whose first piece is at a line, and gives the line behind it.
    pub(super) fn take_grid(&mut self, number: usize, at: usize) -> usize {
        let Some(grid) = self.grids.get(number) else { return at + 1 };
        let pieces = self.lines.iter().skip(at);
        let next = at + pieces.take_while(|piece| piece.kind == Kind::Cell(number)).count();
        let next = next.max(grid.last().map_or(0, |last| last + 1)).max(at + 1);
        let mut kind = self.pending.take();
        if let Some(caption) = grid.caption
            && kind.is_none()
        {
            kind = super::blocks::table_title(self.vocabulary, self.text(caption));
        }
        match self.head(grid) {
            Some(head) => self.take_table_of(grid, &head, kind.as_ref().map(Option::as_ref)),
            None => self.take_as_text(grid),
        }
        // What lies beyond the widest table that is held.
        let unread = (at..next).find(|&line| self.used_as(line) == Some(LineUse::Unread));
        if let Some(first) = unread {
            let message = format!("{} stands in no column of its table", Quoted(self.text(first)));
            self.find_in_field(Rule::UnreadLine, Lines { first, last: next - 1 }, message);
        }
        next
    }

    /// The headers of a grid: the first rows that say what the columns hold.
    fn head(&self, grid: &Grid) -> Option<Head> {
        const MOST: usize = 3;
        let width = grid.width();
        let mut best: Option<Head> = None;
        for rows in 1..=MOST.min(grid.rows.len()) {
            let head = self.head_of(grid, rows, width);
            // What the headers say: what for, and of when.
            let known = |head: &Head| -> usize {
                let says = |column: &Column| match column.holds {
                    Holds::Figures { role, period } => {
                        usize::from(role.is_some()) + usize::from(period.is_some())
                    }
                    _ => 1,
                };
                head.columns.iter().map(says).sum()
            };
            let has_figures = head.columns.iter().any(|column| {
                matches!(column.holds, Holds::Figures { .. }) && column.holds != Holds::UNKNOWN
            });
            // More rows are headers only where they make more of them known.
            if has_figures && best.as_ref().is_none_or(|best| known(best) < known(&head)) {
                best = Some(head);
            }
        }
        best
    }

    /// The headers that the first rows of a grid make.
    fn head_of(&self, grid: &Grid, rows: usize, width: usize) -> Head {
        let text_at = |column: usize| {
            let cells = grid.rows.iter().take(rows).filter_map(|row| *row.cells.get(column)?);
            let mut pieces: Vec<usize> = cells.collect();
            pieces.dedup();
            pieces
        };
        let label = (0..width)
            .find(|&column| {
                let pieces = text_at(column);
                pieces.is_empty() || header::is_label(self.vocabulary, &self.joined(&pieces))
            })
            .unwrap_or(0);
        let mut head = Head { rows, label, columns: Vec::new(), at: Vec::new() };
        for column in (0..width).filter(|column| *column != label) {
            let pieces = text_at(column);
            let text = self.joined(&pieces);
            let first = pieces.first().copied().unwrap_or_default();
            let last = pieces.last().copied().unwrap_or(first);
            head.columns.push(header::column(self.vocabulary, &text, Lines { first, last }));
            head.at.push(column);
        }
        head
    }

    fn joined(&self, pieces: &[usize]) -> String {
        pieces.iter().map(|&piece| self.text(piece)).collect::<Vec<_>>().join(" ")
    }

    fn take_table_of(&mut self, grid: &Grid, head: &Head, kind: Option<Option<&IndicatorKind>>) {
        let mut rows = Rows::default();
        for row in grid.rows.iter().skip(head.rows) {
            let piece = |column: usize| row.cells.get(column).copied().flatten();
            let mut cells: Vec<usize> = row.cells.iter().flatten().copied().collect();
            cells.dedup();
            let Some(&first) = cells.first() else { continue };
            if let [only] = cells.as_slice()
                && let Some((mark, text)) = marks::split_footnote(self.text(*only))
            {
                let (mark, text) = (mark.to_owned(), text.to_owned());
                rows.footnotes.push(Footnote { lines: Lines::one(*only), mark, text });
                continue;
            }
            let label = piece(head.label);
            let mut made = Row::of(label.unwrap_or(first), label.map_or("", |at| self.text(at)));
            if cells.len() > 1 || label.is_none() {
                made.cells =
                    head.at.iter().map(|&column| self.cell_of(piece(column), first)).collect();
            }
            rows.rows.push(made);
        }
        let is_of_money = kind.is_none() && self.is_of_money(grid, head.rows, head.label);
        for row in grid.rows.iter().take(head.rows) {
            for &piece in row.cells.iter().flatten() {
                self.mark(Lines::one(piece), LineUse::Header);
            }
        }
        self.tell_columns(&head.columns);
        if rows.rows.is_empty() {
            let count = head.columns.len();
            let message = format!("no rows follow the {count} column headers");
            let lines = head.columns.first().map_or(Lines::one(0), |column| column.lines);
            self.find_in_field(Rule::TableWithoutRows, lines, message);
        }
        if is_of_money {
            self.take_costs(grid, (head.rows, head.label), &head.columns, rows);
        } else {
            indicators::take(self, kind.flatten(), &head.columns, rows, true);
        }
    }

    fn cell_of(&self, piece: Option<usize>, row: usize) -> RowCell {
        match piece {
            Some(line) => RowCell {
                line: Some(line),
                row,
                reading: cell::read(self.vocabulary, self.text(line)),
            },
            None => {
                let reading = RawCell::new(Says::Sure(Missing::Blank.into()));
                RowCell { line: None, row, reading }
            }
        }
    }

    /// Keeps a table that isn't one of indicators as text.
    fn take_as_text(&mut self, grid: &Grid) {
        let mut told = false;
        for row in &grid.rows {
            let mut cells: Vec<usize> = row.cells.iter().flatten().copied().collect();
            cells.dedup();
            let (Some(&first), Some(&last)) = (cells.first(), cells.last()) else { continue };
            let lines = Lines { first, last };
            let text = cells.iter().map(|&cell| self.text(cell)).collect::<Vec<_>>().join(" | ");
            if !told && cells.len() > 1 {
                told = true;
                let message = format!(
                    "{} begins a table without headers of indicators, which was read as text",
                    Quoted(self.text(first))
                );
                self.find_in_field(Rule::TableNotRead, lines, message);
            }
            for cell in cells {
                self.mark(Lines::one(cell), LineUse::Paragraph);
            }
            self.take_paragraph(text, lines);
        }
    }
}
