//! Spans that a copy of a page lost: headers that stood over several columns and now fill one place, so that
//! what follows in their row is too far to the left.

use std::borrow::Cow;

use super::arrange::spans_over;
use super::codes::{is_code, is_rising};
use crate::read::facts::Facts;
use crate::read::facts::classes::{self, Class};
use crate::read::facts::looks::Looks;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::RawLine;
use crate::read::source::{Grid, GridCell, GridRow};
use crate::words::fold;

/// How many of the first rows may be headers.
const MAX_ROWS: usize = 4;

/// A grid whose headers stand above their columns again, where there is one way for that; and whether the empty cells of
/// its rows are lost.
pub(super) fn mend<'g>(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    grid: &'g Grid,
) -> (Cow<'g, Grid>, bool) {
    let mut grid = Cow::Borrowed(grid);
    let mut has_lost_cells = false;
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).without_labels() {
        replace(&mut grid, at, row);
    }
    let signs = (Look { vocabulary, lines, grid: &grid }).signs_beside_figures();
    take_signs_out(&mut grid, &signs);
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).below_shared() {
        replace(&mut grid, at, row);
    }
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).without_corner() {
        replace(&mut grid, at, row);
        has_lost_cells = true;
    }
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).without_codes() {
        replace(&mut grid, at, row);
        has_lost_cells = true;
    }
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).over_codes() {
        replace(&mut grid, at, row);
    }
    if let Some((at, row)) = (Look { vocabulary, lines, grid: &grid }).over_two() {
        replace(&mut grid, at, row);
    }
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).over_years() {
        replace(&mut grid, at, row);
        has_lost_cells = true;
    }
    for (at, row) in (Look { vocabulary, lines, grid: &grid }).over_cycles() {
        replace(&mut grid, at, row);
    }
    if let Some((at, row)) = (Look { vocabulary, lines, grid: &grid }).beside_their_columns() {
        replace(&mut grid, at, row);
    }
    if let Some((at, row)) = (Look { vocabulary, lines, grid: &grid }).names_over_years() {
        replace(&mut grid, at, row);
    }
    for at in 1..(Look { vocabulary, lines, grid: &grid }).end_of_headers(MAX_ROWS) {
        if let Some(row) = (Look { vocabulary, lines, grid: &grid }).below_repeated(at) {
            replace(&mut grid, at, row);
        }
    }
    put_signs_back(&mut grid, &signs);
    (grid, has_lost_cells)
}

/// Takes cells out of their rows, what follows them moving to the left.
fn take_signs_out(grid: &mut Cow<'_, Grid>, signs: &[(usize, GridCell)]) {
    for (at, sign) in signs {
        let Some(row) = grid.to_mut().rows.get_mut(*at) else { continue };
        let mut made = GridRow::default();
        for cell in row.cells().iter().filter(|cell| cell.piece != sign.piece) {
            let by = usize::from(cell.column > sign.column);
            made.push(GridCell { column: cell.column - by, ..*cell });
        }
        *row = made;
    }
}

/// Puts cells back where they stood, what follows in all rows moving to the right.
fn put_signs_back(grid: &mut Cow<'_, Grid>, signs: &[(usize, GridCell)]) {
    let Some(column) = signs.first().map(|(_, sign)| sign.column) else { return };
    for (at, row) in grid.to_mut().rows.iter_mut().enumerate() {
        let mut made = GridRow::default();
        for cell in row.cells() {
            let by = usize::from(cell.column >= column);
            let wider = usize::from(cell.column < column && cell.end() > column);
            made.push(GridCell {
                column: cell.column + by,
                columns: cell.columns + wider,
                ..*cell
            });
        }
        // They come in the order of their rows.
        let of_row = signs.binary_search_by_key(&at, |(of, _)| *of).ok();
        if let Some((_, sign)) = of_row.and_then(|of| signs.get(of)) {
            made.push(*sign);
        }
        *row = made;
    }
}

fn replace(grid: &mut Cow<'_, Grid>, at: usize, row: GridRow) {
    if let Some(slot) = grid.to_mut().rows.get_mut(at) {
        *slot = row;
    }
}

struct Look<'g, 's> {
    vocabulary: &'g Looks<'g>,
    lines: &'g [RawLine<'s>],
    grid: &'g Grid,
}

impl Look<'_, '_> {
    fn cells(&self, row: usize) -> &[GridCell] {
        self.grid.rows.get(row).map(GridRow::cells).unwrap_or_default()
    }

    /// The row after so many that may be headers. Titles, which are a text alone, stand above them in any number.
    fn end_of_headers(&self, count: usize) -> usize {
        /// No title has as many lines.
        const MAX_TITLES: usize = 20;
        let rows = self.grid.rows.len().min(count + MAX_TITLES);
        let is_of_several = |row: &usize| self.cells(*row).len() > 1;
        (0..rows).filter(is_of_several).nth(count).unwrap_or(rows).min(rows)
    }

    fn text(&self, cell: &GridCell) -> &str {
        self.lines.get(cell.piece).map_or("", |line| &*line.text)
    }

    fn class(&self, cell: &GridCell) -> Class {
        self.vocabulary.class(self.text(cell))
    }

    /// The rows of a table that has no labels, with room for them in front: below its caption it has a row of headers that say when, and
    /// one of as many numbers.
    fn without_labels(&self) -> Vec<(usize, GridRow)> {
        let rows = || (0..self.grid.rows.len()).filter(|&row| !self.cells(row).is_empty());
        let mut pair = rows();
        let (Some(head), Some(body), None) = (pair.next(), pair.next(), pair.next()) else {
            return Vec::new();
        };
        let (headers, numbers) = (self.cells(head), self.cells(body));
        let states = |cell: &GridCell| {
            let facts = self.vocabulary.facts(self.text(cell));
            facts.period.is_some() && facts.rest == 0
        };
        let are_numbers = numbers.iter().all(|cell| self.class(cell) == Class::Number);
        let is_plain = self.grid.caption.is_some()
            && headers.len() > 1
            && headers.len() == numbers.len()
            && headers.iter().all(states)
            && are_numbers;
        if !is_plain {
            return Vec::new();
        }
        vec![(head, moved(headers, 0, 1)), (body, moved(numbers, 0, 1))]
    }

    /// The signs of money in cells of their own, each with its row, where other rows have a figure in their place: *Ingezetenen*, `€`,
    /// `102,14` and *Binnendijks*, `0,0601%`.
    fn signs_beside_figures(&self) -> Vec<(usize, GridCell)> {
        const MIN: usize = 2;
        let is_sign = |cell: &GridCell| classes::is_sign_of_money(self.text(cell));
        let mut found: Vec<(usize, GridCell)> = Vec::new();
        let mut others = 0;
        for row in 0..self.grid.rows.len() {
            let cells = self.cells(row);
            let column = found.first().map(|(_, sign)| sign.column);
            let Some(at) = cells.iter().position(is_sign) else {
                let has_figure = cells
                    .iter()
                    .any(|cell| Some(cell.column) == column && self.class(cell) == Class::Number);
                others += usize::from(has_figure && cells.len() > 2);
                continue;
            };
            let Some((sign, after)) = cells.get(at..).and_then(<[GridCell]>::split_first) else {
                continue;
            };
            let leads = after.first().is_some_and(|next| self.class(next) == Class::Number);
            let is_alike = column.is_none_or(|column| column == sign.column);
            if !leads || !is_alike || after.iter().any(is_sign) {
                return Vec::new();
            }
            found.push((row, *sign));
        }
        if found.len() < MIN || others < MIN { Vec::new() } else { found }
    }

    /// Header rows that begin above the labels, since the empty cell in the corner was lost: one with a header for
    /// each column of figures, and those above it that have fewer.
    fn without_corner(&self) -> Vec<(usize, GridRow)> {
        let is_number = |cell: &&GridCell| self.class(cell) == Class::Number;
        let body: Vec<&[GridCell]> = (0..self.grid.rows.len())
            .map(|row| self.cells(row))
            .filter(|cells| cells.iter().filter(is_number).count() > 1)
            .collect();
        let Some(width) = body.iter().filter_map(|cells| cells.last()).map(GridCell::end).max()
        else {
            return Vec::new();
        };
        let labels = body.iter().filter(|cells| {
            cells.first().is_some_and(|cell| cell.column == 0 && self.class(cell) != Class::Number)
        });
        let is_labelled = labels.count() == body.len();
        let states = |cell: &GridCell| {
            matches!(self.class(cell), Class::Year | Class::Header | Class::Dated)
        };
        let is_of_headers = |row: usize| {
            let cells = self.cells(row);
            cells.len() > 1
                && cells.iter().enumerate().all(|(at, cell)| cell.column == at && cell.columns == 1)
                && cells.iter().all(states)
                && cells.first().is_some_and(|cell| {
                    let facts = self.vocabulary.facts(self.text(cell));
                    facts.is_placing() && facts.content.is_none()
                })
        };
        let lower = (0..self.end_of_headers(MAX_ROWS + 2))
            .find(|&row| is_of_headers(row) && self.cells(row).len() + 1 == width);
        // A row of headers beside it that begins after the labels has not lost its corner, and neither has this one.
        let keeps_corner = |row: usize| {
            self.cells(row).first().is_some_and(|cell| cell.column == 1)
                && self.cells(row).iter().filter(|cell| states(cell)).count() > 1
        };
        let has_corner =
            |row: &usize| keeps_corner(row + 1) || row.checked_sub(1).is_some_and(keeps_corner);
        let lower = lower.filter(|lower| is_labelled && !has_corner(lower));
        let Some(lower) = lower else { return Vec::new() };
        let facts = |row: usize| -> Vec<Facts> {
            let cells = self.cells(row).iter();
            cells.map(|cell| (*self.vocabulary.facts(self.text(cell))).clone()).collect()
        };
        let mut moved_rows = vec![(lower, moved(self.cells(lower), 0, 1))];
        // Another row of as many headers right below it.
        let next = lower + 1;
        if is_of_headers(next) && self.cells(next).len() + 1 == width {
            moved_rows.push((next, moved(self.cells(next), 0, 1)));
        }
        let below = facts(lower);
        for row in (0..lower).rev().take_while(|row| is_of_headers(*row)) {
            let cells = self.cells(row);
            let own = facts(row);
            let over = if own.len() == below.len() {
                Some((0..own.len()).collect())
            } else {
                spans_over(&own, &below)
            };
            let Some(over) = over else { continue };
            let mut made = GridRow::default();
            for (at, cell) in cells.iter().enumerate() {
                let Some(first) = over.iter().position(|unit| *unit == at) else { continue };
                let columns = over.iter().filter(|unit| **unit == at).count();
                made.push(GridCell { column: first + 1, columns, ..*cell });
            }
            moved_rows.push((row, made));
        }
        moved_rows
    }

    /// Rows that share their first cells with the row above, where a copy lost that these reach down: *Landelijk*, `1,80`, `1,80` below
    /// *Absoluut verzuim*, *aantal*, *Ingrado*, *Gemeente*, `4,10`, `2,50`. Such a row fits the columns of words and of numbers in one place, and
    /// not where it stands.
    fn below_shared(&self) -> Vec<(usize, GridRow)> {
        /// One row may be an exception.
        const MIN_WHOLE: usize = 2;
        let is_number = |cell: &GridCell| matches!(self.class(cell), Class::Number | Class::Year);
        let is_dense = |cells: &[GridCell]| {
            cells
                .iter()
                .enumerate()
                .all(|(at, cell)| cell.column == at && cell.columns == 1 && cell.rows == 1)
        };
        let all = 0..self.grid.rows.len();
        let rows = || all.clone().filter(|row| is_dense(self.cells(*row)));
        // Years alone are a row of headers.
        let holds_numbers = |row: &usize| {
            let cells = || self.cells(*row).iter();
            cells().filter(|cell| is_number(cell)).count() > 1
                && cells().any(|cell| self.class(cell) == Class::Number)
        };
        let Some(width) = rows().filter(holds_numbers).map(|row| self.cells(row).len()).max()
        else {
            return Vec::new();
        };
        let is_whole = |row: &usize| self.cells(*row).len() == width && holds_numbers(row);
        let whole: Vec<usize> = rows().filter(is_whole).collect();
        let Some(first) = whole.first() else { return Vec::new() };
        let of_numbers: Vec<bool> = self.cells(*first).iter().map(is_number).collect();
        let is_like =
            |row: &usize| self.cells(*row).iter().map(is_number).eq(of_numbers.iter().copied());
        // How many columns of words stand in front of the numbers.
        let words = of_numbers.iter().take_while(|is_number| !**is_number).count();
        if whole.len() < MIN_WHOLE || words < 2 || !whole.iter().all(is_like) {
            return Vec::new();
        }
        let fits = |cells: &[GridCell], by: usize| {
            cells
                .iter()
                .enumerate()
                .all(|(at, cell)| of_numbers.get(at + by) == Some(&is_number(cell)))
        };
        let mut found: Vec<(usize, GridRow)> = Vec::new();
        let mut above: Option<GridRow> = None;
        for row in all.clone() {
            let cells = self.cells(row);
            let ways: Vec<usize> = (1..words).filter(|by| fits(cells, *by)).collect();
            let is_shared = is_dense(cells) && holds_numbers(&row) && !fits(cells, 0);
            if let (true, [by], Some(shared)) = (is_shared, ways.as_slice(), &above) {
                let mut made = moved(cells, 0, *by);
                for cell in shared.cells().iter().filter(|cell| cell.end() <= *by) {
                    made.push(GridCell { is_continued: true, ..*cell });
                }
                above = Some(made.clone());
                found.push((row, made));
            } else {
                above = self.grid.rows.get(row).filter(|_| fits(cells, 0)).cloned();
            }
        }
        found
    }

    /// Years that begin above the codes of rows, since two empty cells in front of them were lost, and the rows without a code
    /// that lost the empty cell in front of their label: `2023`, `2024` above `37.2`, *Toegang*, `0`, `0` and *Uitgaven*, `0`,
    /// `0`.
    fn without_codes(&self) -> Vec<(usize, GridRow)> {
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
    fn over_codes(&self) -> Vec<(usize, GridRow)> {
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

    /// A row of headers of which the last ones stood over as many years each, which now begin at the left of the row
    /// below: *Indicator*, *Bron*, *Realisatie*, *Streefwaarde* above `2021`, `2022`, `2024`, `2027`.
    fn over_years(&self) -> Vec<(usize, GridRow)> {
        const MIN_YEARS: usize = 2;
        let is_dense = |row: usize| {
            let mut cells = self.cells(row).iter().enumerate();
            cells.all(|(at, cell)| cell.column == at && cell.columns == 1)
        };
        let is_of_years = |row: &usize| {
            let cells = self.cells(*row);
            cells.len() > MIN_YEARS
                && cells.iter().all(|cell| self.class(cell) == Class::Year)
                && is_dense(*row)
        };
        let below = (1..self.end_of_headers(MAX_ROWS)).find(is_of_years);
        let Some(below) = below.filter(|row| is_dense(row - 1)) else { return Vec::new() };
        let (headers, years) = (self.cells(below - 1), self.cells(below));
        let rows = (below + 1..self.grid.rows.len()).map(|row| self.cells(row));
        let Some(width) = rows.filter_map(|cells| cells.last()).map(GridCell::end).max() else {
            return Vec::new();
        };
        let Some(alone) = width.checked_sub(years.len()) else { return Vec::new() };
        let Some((single, over)) = headers.split_at_checked(alone) else { return Vec::new() };
        let size = years.len().checked_div(over.len()).unwrap_or(0);
        let states = |cell: &GridCell| {
            let facts = self.vocabulary.facts(self.text(cell));
            facts.role.is_some() && facts.period.is_none()
        };
        if alone == 0
            || over.len() < 2
            || size < MIN_YEARS
            || size * over.len() != years.len()
            || !over.iter().all(states)
        {
            return Vec::new();
        }
        let mut upper = GridRow::default();
        for cell in single {
            upper.push(*cell);
        }
        for (at, cell) in over.iter().enumerate() {
            upper.push(GridCell { column: alone + at * size, columns: size, ..*cell });
        }
        vec![(below - 1, upper), (below, moved(years, 0, alone))]
    }

    /// Rows of headers above rows of more that begin anew with the same text: *2010* and *2009* above *Expenditure*,
    /// *Income*, *Expenditure*, *Income*. Each header stands above one such part.
    fn over_cycles(&self) -> Vec<(usize, GridRow)> {
        let texts = |row: usize| self.cells(row).iter().map(|cell| fold(self.text(cell), true));
        // The headers of the figures; what stands in front of them is above the labels.
        let of_figures = |row: usize| -> Option<usize> {
            let first = self
                .cells(row)
                .iter()
                .position(|cell| self.vocabulary.facts(self.text(cell)).is_placing())?;
            let cells = self.cells(row).get(first..)?;
            let start = cells.first()?.column;
            let is_dense = cells
                .iter()
                .enumerate()
                .all(|(at, cell)| cell.column == start + at && cell.columns == 1);
            (is_dense && cells.len() > 1).then_some(first)
        };
        let end = self.end_of_headers(MAX_ROWS);
        let Some(lowest) = (0..end).rev().find(|&row| {
            of_figures(row).is_some_and(|first| self.cells(row).len() - first > 2)
                && !self.cells(row).iter().any(|cell| self.class(cell) == Class::Number)
        }) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut places: Vec<(usize, usize)> = match of_figures(lowest) {
            Some(first) => self
                .cells(lowest)
                .iter()
                .skip(first)
                .map(|cell| (cell.column, cell.end()))
                .collect(),
            None => return Vec::new(),
        };
        for row in (0..lowest).rev() {
            let Some((first, below)) = of_figures(row).zip(of_figures(row + 1)) else { break };
            let inner: Vec<String> = texts(row + 1).skip(below).collect();
            let outer = self.cells(row).get(first..).unwrap_or_default();
            let size = inner.len().checked_div(outer.len()).unwrap_or(0);
            let begins_anew = || {
                inner.chunks(size).all(|part| part.first() == inner.first())
                    && inner.iter().filter(|text| Some(*text) == inner.first()).count()
                        == outer.len()
            };
            // The empty cell above the labels may be lost.
            let is_at_left = outer.first().zip(places.first()).is_some_and(|(cell, place)| {
                cell.column == place.0 || cell.column == 0 && place.0 == 1
            });
            if size < 2 || inner.len() != size * outer.len() || !is_at_left || !begins_anew() {
                break;
            }
            let over: Vec<(usize, usize)> = places
                .chunks(size)
                .filter_map(|part| Some((part.first()?.0, part.last()?.1)))
                .collect();
            let mut made = GridRow::default();
            for cell in self.cells(row).iter().take(first) {
                made.push(*cell);
            }
            for (cell, (from, to)) in outer.iter().zip(&over) {
                made.push(GridCell { column: *from, columns: to - from, ..*cell });
            }
            found.push((row, made));
            places = over;
        }
        found
    }

    /// A row of headers that stands one column too far to the left, by what its columns hold: *Indicator*, *Target*, *Q1* above a number, words and an
    /// amount, of which the empty cell above the number was lost.
    fn beside_their_columns(&self) -> Option<(usize, GridRow)> {
        /// How many more headers must be above what they say, so that it is no chance.
        const MIN_MORE: usize = 3;
        /// Two headers that say when are enough where the first of them stands above the labels.
        const MIN_DATED: usize = 2;
        const MIN_ROWS: usize = 3;
        let is_dense = |cells: &[GridCell]| {
            cells.iter().enumerate().all(|(at, cell)| cell.column == at && cell.columns == 1)
        };
        let head = (0..self.end_of_headers(MAX_ROWS)).find(|&row| {
            let cells = self.cells(row);
            let known = cells.iter().filter(|cell| self.holds(cell).is_some()).count();
            cells.len() > MIN_MORE && known >= MIN_DATED && is_dense(cells)
        })?;
        let cells = self.cells(head);
        let body: Vec<&[GridCell]> = (head + 1..self.grid.rows.len())
            .map(|row| self.cells(row))
            .filter(|cells| cells.iter().any(|cell| self.class(cell) == Class::Number))
            .collect();
        let width = body.iter().filter_map(|cells| cells.last()).map(GridCell::end).max()?;
        if body.len() < MIN_ROWS || cells.len() >= width {
            return None;
        }
        // Whether most cells of a column are numbers, or words.
        let of_numbers = |column: usize| {
            let of =
                body.iter().filter_map(|cells| cells.iter().find(|cell| cell.column == column));
            let (mut numbers, mut words) = (0, 0);
            for cell in of {
                match self.class(cell) {
                    Class::Number | Class::Year => numbers += 1,
                    _ => words += 1,
                }
            }
            (numbers != words).then_some(numbers > words)
        };
        let fits = |by: usize| {
            let pairs =
                cells.iter().filter_map(|cell| self.holds(cell).zip(of_numbers(cell.column + by)));
            let (right, wrong): (Vec<_>, Vec<_>) =
                pairs.partition(|(wanted, found)| wanted == found);
            (right.len(), wrong.len())
        };
        let ((right, wrong), (moved_right, moved_wrong)) = (fits(0), fits(1));
        if wrong == 0 {
            return None;
        }
        // Those in front of the empty cell stand where they should: *Indicator*, *Bron*, *2016* above words, words, words and numbers.
        let is_above = |cell: &GridCell, by: usize| {
            self.holds(cell)
                .zip(of_numbers(cell.column + by))
                .is_none_or(|(wanted, found)| wanted == found)
        };
        let goes = |from: &usize| {
            cells.iter().enumerate().all(|(at, cell)| is_above(cell, usize::from(at >= *from)))
        };
        let known = cells.iter().filter(|cell| self.holds(cell).is_some()).count();
        if cells.len() + 1 == width
            && known >= MIN_MORE
            && let Some(from) = (1..cells.len()).rev().find(goes)
        {
            return Some((head, moved(cells, from, from + 1)));
        }
        let is_dated = |cell: &GridCell| {
            let facts = self.vocabulary.facts(self.text(cell));
            facts.period.is_some() && self.holds(cell) == Some(true)
        };
        let begins_with_dates = cells.iter().take(MIN_DATED).all(is_dated);
        let is_above_labels = begins_with_dates
            && cells.len() + 1 == width
            && of_numbers(0) == Some(false)
            && of_numbers(width - 1) == Some(true);
        let more = if is_above_labels { MIN_DATED } else { MIN_MORE };
        (moved_wrong == 0 && moved_right + wrong >= right + more)
            .then(|| (head, moved(cells, 0, 1)))
    }

    /// Whether a header says that its column holds numbers, or words. `None` if it says nothing of that.
    fn holds(&self, header: &GridCell) -> Option<bool> {
        let facts = self.vocabulary.facts(self.text(header));
        match facts.content {
            Some(
                ColumnKind::Label
                | ColumnKind::Group
                | ColumnKind::Source
                | ColumnKind::Unit
                | ColumnKind::Remark,
            ) => Some(false),
            None if facts.is_placing() && facts.rest == 0 => Some(true),
            // *Tarief 2022*
            None | Some(ColumnKind::Value) if facts.period.is_some() && facts.rest <= 1 => {
                Some(true)
            }
            _ => None,
        }
    }

    /// Names above years that come again, which begin above the labels since the empty cell in the corner was lost: *Maassluis*, *Nederland* above
    /// *Indicator*, `2014`, `2015`, `2014`, `2015`. A header after the last name belongs to a column after the last year.
    fn names_over_years(&self) -> Option<(usize, GridRow)> {
        let is_year = |cell: &&GridCell| self.class(cell) == Class::Year;
        let is_dense = |cells: &[GridCell]| {
            cells.iter().enumerate().all(|(at, cell)| cell.column == at && cell.columns == 1)
        };
        let below = (1..self.end_of_headers(MAX_ROWS)).find(|&row| {
            let cells = self.cells(row);
            is_dense(cells) && cells.iter().skip(1).take_while(is_year).count() > 3
        })?;
        let (label, rest) = self.cells(below).split_first()?;
        let is_head = self
            .vocabulary
            .facts(self.text(label))
            .content
            .is_some_and(|content| matches!(content, ColumnKind::Label | ColumnKind::Group));
        let years: Vec<&str> =
            rest.iter().take_while(is_year).map(|cell| self.text(cell)).collect();
        let behind = rest.len() - years.len();
        // The years before the first comes again.
        let size = years.iter().skip(1).position(|year| Some(year) == years.first())? + 1;
        let parts = years.chunks(size);
        let comes_again = size > 1 && parts.clone().all(|part| Some(part) == years.get(..size));
        let names = self.cells(below - 1);
        let is_name = |cell: &GridCell| {
            let facts = self.vocabulary.facts(self.text(cell));
            !facts.is_placing() && !matches!(facts.content, Some(ColumnKind::Label))
        };
        if !is_head
            || !comes_again
            || !is_dense(names)
            || ![parts.len(), parts.len() + behind].contains(&names.len())
            || !names.iter().take(parts.len()).all(is_name)
        {
            return None;
        }
        let mut made = GridRow::default();
        for (at, cell) in names.iter().enumerate() {
            let (column, columns) = match at.checked_sub(parts.len()) {
                None => (1 + at * size, size),
                Some(after) => (1 + years.len() + after, 1),
            };
            made.push(GridCell { column, columns, ..*cell });
        }
        Some((below - 1, made))
    }

    /// A row of as many headers as the row above has cells with one text: *Kapitaallasten* four times, and below
    /// them four years that begin at the left.
    fn below_repeated(&self, at: usize) -> Option<GridRow> {
        let own = self.cells(at);
        let count = own.len();
        let is_at_left =
            own.iter().enumerate().all(|(at, cell)| cell.column == at && cell.columns == 1);
        let states = |cell: &GridCell| {
            matches!(self.class(cell), Class::Year | Class::Header | Class::Dated)
        };
        if count < 2 || !is_at_left || !own.iter().all(states) {
            return None;
        }
        let above = self.cells(at - 1);
        let same = |one: &GridCell, other: &GridCell| {
            other.piece != one.piece
                && other.column == one.column + 1
                && fold(self.text(one), true) == fold(self.text(other), true)
        };
        let mut runs = above.chunk_by(same).filter(|run| run.len() > 1);
        let run = runs.next().filter(|run| run.len() == count)?;
        let start = run.first()?.column;
        (runs.next().is_none() && start > 0).then(|| moved(own, 0, start))
    }

    /// The headers of a table whose rows have a figure more than it has headers, where one header has two
    /// columns below it: *Laatste meting* over a year and what was measured.
    fn over_two(&self) -> Option<(usize, GridRow)> {
        let head = (0..self.end_of_headers(MAX_ROWS)).find(|&row| {
            let cells = self.cells(row);
            cells.len() > 2
                && cells
                    .iter()
                    .skip(1)
                    .any(|cell| self.vocabulary.facts(self.text(cell)).is_placing())
        })?;
        let headers = self.cells(head);
        let width = headers.len();
        let is_dense =
            headers.iter().enumerate().all(|(at, cell)| cell.column == at && cell.columns == 1);
        let rows: Vec<&[GridCell]> = (head + 1..self.grid.rows.len())
            .map(|row| self.cells(row))
            .filter(|cells| cells.iter().any(|cell| self.class(cell) == Class::Number))
            .collect();
        let has_more = |cells: &&&[GridCell]| {
            cells
                .last()
                .is_some_and(|last| last.column == width && self.class(last) == Class::Number)
        };
        let more = rows.iter().filter(has_more).count();
        // A row that is merged or torn may be otherwise.
        if !is_dense || rows.is_empty() || more * 5 < rows.len() * 4 {
            return None;
        }
        let all = |column: usize, is: &dyn Fn(Class) -> bool| {
            let mut cells = rows
                .iter()
                .filter_map(|cells| cells.iter().find(|cell| cell.column == column))
                .map(|cell| self.class(cell))
                .peekable();
            cells.peek().is_some() && cells.all(is)
        };
        // *Formatie* may be a header, and is the name of what is measured here.
        let is_words = |class: Class| !matches!(class, Class::Number | Class::Year | Class::Favour);
        let codes: Vec<&str> = rows
            .iter()
            .filter_map(|cells| cells.first().filter(|cell| cell.column == 0))
            .map(|cell| self.text(cell))
            .collect();
        let are_codes =
            codes.len() > 2 && codes.iter().all(|code| is_code(code)) && is_rising(&codes);
        let is_coded = all(0, &|class| class != Class::Number) || are_codes;
        // *Eenheid* stands above its own words.
        let holds_words = headers.get(1).is_some_and(|header| self.holds(header) == Some(false));
        let over = if is_coded && all(1, &is_words) && !holds_words {
            // The header of the labels stands over a code and a name.
            0
        } else {
            let mut columns =
                (1..width).filter(|&column| all(column, &|class| class == Class::Year));
            let over = columns.next()?;
            let facts = self.vocabulary.facts(headers.get(over).map_or("", |cell| self.text(cell)));
            let is_period = facts.period.is_some() || facts.content == Some(ColumnKind::Period);
            if columns.next().is_some() || is_period {
                return None;
            }
            over
        };
        let mut row = moved(headers, over + 1, over + 2);
        row.widen(over, 2);
        Some((head, row))
    }
}

/// The cells of a row, of which those from a column on are moved to another.
fn moved(cells: &[GridCell], from: usize, to: usize) -> GridRow {
    let mut row = GridRow::default();
    for cell in cells {
        let by = if cell.column >= from { to - from } else { 0 };
        row.push(GridCell { column: cell.column + by, ..*cell });
    }
    row
}
