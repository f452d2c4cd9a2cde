//! Headers and totals that stood over a code and a label, or lost the empty cells there.

use super::{Look, MAX_ROWS, moved};
use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::source::{GridCell, GridRow};
use crate::read::table::codes::is_code;

impl Look<'_, '_> {
    /// Years that begin above the codes of rows, since two empty cells in front of them were lost, and the rows without a code
    /// that lost the empty cell in front of their label: `2023`, `2024` above `37.2`, *Toegang*, `0`, `0` and *Uitgaven*, `0`,
    /// `0`.
    pub(super) fn without_codes(&self) -> Vec<(usize, GridRow)> {
        let is_year = |cell: &GridCell| self.class(cell) == Class::Year;
        let is_of_years = |row: usize| {
            let cells = self.cells(row);
            cells.len() > 1
                && cells.iter().enumerate().all(|(at, cell)| cell.column == at && is_year(cell))
        };
        let Some(head) = (0..self.end_of_headers(MAX_ROWS)).find(|row| is_of_years(*row)) else {
            return Vec::new();
        };
        let years = self.cells(head).len();
        let is_number = |cell: &GridCell| matches!(self.class(cell), Class::Number | Class::Year);
        // How many cells stand in front of the numbers of a row, and how many numbers.
        let shape = |row: usize| -> Option<(usize, usize)> {
            let cells = self.cells(row);
            let labels = cells
                .iter()
                .take_while(|cell| cell.column > 1 || !is_number(cell) || cell.column == 0);
            let labels = labels.take(2).filter(|cell| cell.column < 2).count();
            let numbers = cells.get(labels..)?;
            let are_numbers = numbers.iter().all(|cell| is_number(cell) && cell.column >= labels);
            are_numbers.then_some((labels, numbers.len()))
        };
        let body: Vec<(usize, usize, usize)> = (head + 1..self.grid.rows.len())
            .filter(|&row| self.cells(row).len() > 1)
            .filter_map(|row| Some((row, shape(row)?.0, shape(row)?.1)))
            .collect();
        let rows =
            (head + 1..self.grid.rows.len()).filter(|&row| self.cells(row).len() > 1).count();
        let fits = |&(_, labels, numbers): &(usize, usize, usize)| {
            (1..=2).contains(&labels) && numbers == years
        };
        let coded = body.iter().filter(|(_, labels, _)| *labels == 2).count();
        if body.len() != rows || !body.iter().all(fits) || coded == 0 {
            return Vec::new();
        }
        let bare = body.iter().filter(|(_, labels, _)| *labels == 1);
        let made = bare.map(|&(row, ..)| (row, moved(self.cells(row), 0, 1)));
        std::iter::once((head, moved(self.cells(head), 0, 2))).chain(made).collect()
    }

    /// Headers of which the first stood over the codes and the labels, and totals whose label did: *2017*, *Baten*, *Lasten* above `01`,
    /// *Bestuur*, `304`, `-1.671`, and *Saldo*, `44.548`, `-45.799`.
    pub(super) fn over_codes(&self) -> Vec<(usize, GridRow)> {
        const MIN_CODED: usize = 3;
        let is_dense = |cells: &[GridCell]| {
            cells.iter().enumerate().all(|(at, cell)| cell.column == at && cell.columns == 1)
        };
        let is_figure_head = |cell: &GridCell| self.holds(cell) == Some(true);
        let head = (0..self.end_of_headers(MAX_ROWS)).find(|&row| {
            let cells = self.cells(row);
            let is_of_codes = cells.first().is_some_and(|first| {
                let content = self.vocabulary.facts(self.text(first)).content;
                matches!(content, Some(ColumnKind::Code | ColumnKind::Number))
            });
            let are_figures = cells.iter().skip(1).all(is_figure_head);
            cells.len() > 2 && is_dense(cells) && are_figures && !is_of_codes
        });
        let Some(head) = head else { return Vec::new() };
        let width = self.cells(head).len();
        let is_number = |cell: &GridCell| self.class(cell) == Class::Number;
        let is_mark = |cell: &GridCell| matches!(self.text(cell), "*" | "•" | "·" | "-" | "–");
        let is_front = |cell: &GridCell| is_mark(cell) || is_code(self.text(cell));
        let (mut fronts, mut codes, mut made) = (0, 0, Vec::new());
        for row in head + 1..self.grid.rows.len() {
            let cells = self.cells(row);
            if !cells.iter().skip(1).any(is_number) {
                continue;
            }
            match cells {
                [front, label, ..]
                    if front.column == 0
                        && label.column == 1
                        && is_front(front)
                        && !is_number(label)
                        && cells.iter().skip(2).all(is_number) =>
                {
                    fronts += 1;
                    codes += usize::from(!is_mark(front));
                }
                // A row without a code stands as those with one do.
                [label, ..] if label.column == 1 && !is_number(label) => {}
                [label, rest @ ..]
                    if label.column == 0 && !is_number(label) && rest.iter().all(is_number) =>
                {
                    if rest.len() >= width {
                        return Vec::new();
                    }
                    let mut total = moved(cells, 1, 2);
                    total.widen(0, 2);
                    made.push((row, total));
                }
                _ => return Vec::new(),
            }
        }
        // As many rows without a code have their figures right below the headers.
        if codes < MIN_CODED || made.len() * 4 > fronts {
            return Vec::new();
        }
        let mut headers = moved(self.cells(head), 1, 2);
        headers.widen(0, 2);
        made.push((head, headers));
        made
    }
}
