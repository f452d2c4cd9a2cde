//! From a grid to the rows of a table: finds the header rows and the column of labels.

use std::ops::Range;

use super::areas;
use super::builder::Builder;
use super::cell;
use super::header::{self, ColumnContent, ReadColumn};
use super::indicators;
use super::source::Grid;
use super::lines::{Kind, LineUse, Lines};
use super::marks;
use super::raw_cell::{Interpretation, RawCell};
use super::table::{Footnote, Row, RowCell, TableRows};
use crate::error::Quoted;
use crate::findings::rule::Rule;
use crate::leaves::terms::IndicatorKind;
use crate::leaves::value::Missing;
use crate::model::note::bare_mark;
use crate::words::{fold, is_of_a_body};

/// The headers of a grid.
struct GridHeaders {
    /// How many rows they take.
    rows: usize,
    /// The column of labels.
    label: usize,
    columns: Vec<ReadColumn>,
    /// The columns of the grid that these stand in.
    at: Vec<usize>,
}

impl Builder<'_, '_> {
    /// Takes a grid whose first piece is at a line, and returns the line after it.
    pub(super) fn take_grid(&mut self, number: usize, at: usize) -> usize {
        let Some(grid) = self.grids.get(number) else { return at + 1 };
        let pieces = self.lines.iter().skip(at);
        let next = at + pieces.take_while(|piece| piece.kind == Kind::Cell(number)).count();
        let next = next.max(grid.last().map_or(0, |last| last + 1)).max(at + 1);
        let mut kind = self.pending.take();
        if let Some(caption) = grid.caption
            && kind.is_none()
        {
            kind = super::questions::table_title(self.vocabulary, self.text(caption));
        }
        let mut end = next;
        match self.head(grid) {
            Some(head) => {
                end = self.end_of_footnotes(grid, &head, next);
                let kind = kind.as_ref().map(Option::as_ref);
                self.take_tables_of(grid, head, kind, next..end);
            }
            None => self.take_as_text(grid),
        }
        // What lies beyond the widest table that is held.
        let unread = (at..next).find(|&line| self.used_as(line) == Some(LineUse::Unread));
        if let Some(first) = unread {
            let message = format!("{} is in no column of its table", Quoted(self.text(first)));
            self.report_in_field(Rule::UnreadLine, Lines { first, last: next - 1 }, message);
        }
        end
    }

    /// The end of the texts right after a grid that are footnotes of it: they begin with a mark
    /// that stands in it.
    fn end_of_footnotes(&self, grid: &Grid, head: &GridHeaders, from: usize) -> usize {
        const MAX: usize = 40;
        let is_of_grid = |mark: &str| {
            let bare = bare_mark(mark);
            // In a column of marks there are no numbers.
            let columns = head.at.iter().zip(&head.columns);
            let marking = columns.filter(|(_, column)| column.holds == ColumnContent::Notes);
            let marking = marking.map(|(at, _)| *at).next();
            let mut marks = grid.rows.iter().filter_map(|row| *row.cells.get(marking?)?);
            if marks.any(|cell| bare_mark(self.text(cell)) == bare) {
                return true;
            }
            let mut cells = grid.rows.iter().flat_map(|row| row.cells.iter().flatten());
            cells.any(|&cell| {
                let text = self.text(cell);
                text.ends_with(mark)
                    || marks::strip(text).1.iter().any(|other| bare_mark(other) == bare)
            })
        };
        let is_footnote = |at: usize| {
            let kind = self.lines.get(at).map(|line| line.kind);
            let Some((mark, _)) = marks::split_footnote(self.text(at)) else { return false };
            // A star begins nothing else than a footnote or an item.
            let is_star = mark.starts_with('*') && kind == Some(Kind::Paragraph);
            let is_text = matches!(kind, Some(Kind::Paragraph | Kind::Item(_)));
            // What follows a footnote goes on with the list of them.
            is_star || (is_text && (at > from || is_of_grid(mark)))
        };
        (from..from + MAX).find(|&at| !is_footnote(at)).unwrap_or(from + MAX)
    }

    /// Takes a grid, in which a row of headers may begin another table with other columns.
    fn take_tables_of(
        &mut self,
        grid: &Grid,
        mut head: GridHeaders,
        kind: Option<Option<&IndicatorKind>>,
        footnotes: Range<usize>,
    ) {
        let mut rest = grid.clone();
        while let Some(at) = (head.rows..rest.rows.len()).find(|&at| self.is_head(&rest, &head, at))
        {
            let below = Grid { caption: None, rows: rest.rows.split_off(at) };
            self.take_table_of(&rest, &head, kind, 0..0);
            rest = below;
            // A row that has headers has a head.
            let Some(next) = self.head(&rest) else { break };
            head = next;
        }
        self.take_table_of(&rest, &head, kind, footnotes);
    }

    /// Whether a row below the headers holds headers again: the label of the labels, and
    /// else nothing but headers with their years.
    fn is_head(&self, grid: &Grid, head: &GridHeaders, at: usize) -> bool {
        let Some(row) = grid.rows.get(at) else { return false };
        let text = |column: usize| row.cells.get(column).copied().flatten().map(|at| self.text(at));
        let first = grid.rows.first().and_then(|row| *row.cells.get(head.label)?);
        let is_labelled = match text(head.label) {
            None => false,
            Some(label) => {
                header::is_label(self.vocabulary, label)
                    || first.is_some_and(|first| self.text(first) == label)
            }
        };
        let others = (0..row.cells.len()).filter(|column| *column != head.label);
        let mut headers = others.filter_map(text).peekable();
        let is_header = |text: &str| header::read(self.vocabulary, text).is_some();
        is_labelled && headers.peek().is_some() && headers.all(is_header)
    }

    /// The headers of a grid: the first rows that say what the columns hold.
    fn head(&self, grid: &Grid) -> Option<GridHeaders> {
        const MAX: usize = 3;
        let width = grid.width();
        let mut best: Option<GridHeaders> = None;
        for rows in 1..=MAX.min(grid.rows.len()) {
            let head = self.head_of(grid, rows, width);
            // What the headers state: role and period.
            let known = |head: &GridHeaders| -> usize {
                let known_facts = |column: &ReadColumn| match column.holds {
                    ColumnContent::Figures { period, .. } if column.slice.is_some() => {
                        1 + usize::from(period.is_some())
                    }
                    ColumnContent::Figures { role, period } => {
                        usize::from(role.is_some()) + usize::from(period.is_some())
                    }
                    _ => 1,
                };
                head.columns.iter().map(known_facts).sum()
            };
            let has_figures = head.columns.iter().any(|column| {
                matches!(column.holds, ColumnContent::Figures { .. })
                    && (column.holds != ColumnContent::UNKNOWN || column.slice.is_some())
            });
            // More rows are headers only where they make more of them known.
            if has_figures && best.as_ref().is_none_or(|best| known(best) < known(&head)) {
                best = Some(head);
            }
        }
        best
    }

    /// The headers that the first rows of a grid make.
    fn head_of(&self, grid: &Grid, rows: usize, width: usize) -> GridHeaders {
        let text_at = |column: usize| {
            let cells = grid.rows.iter().take(rows).filter_map(|row| *row.cells.get(column)?);
            let mut pieces: Vec<usize> = cells.collect();
            pieces.dedup();
            pieces
        };
        let is_label = |column: usize| {
            let pieces = text_at(column);
            !pieces.is_empty() && header::is_label(self.vocabulary, &self.joined(&pieces))
        };
        let is_blank = |column: usize| text_at(column).is_empty();
        let mut label =
            (0..width).find(|&at| is_label(at)).or_else(|| (0..width).find(|&at| is_blank(at)));
        // Below a header over two columns the label is next to its number, or an area next to it.
        let spanned = label.map(|at| at + 1).filter(|&next| {
            let pieces = text_at(next);
            !pieces.is_empty() && label.is_some_and(|label| text_at(label) == pieces)
        });
        let texts = |column: usize| {
            let cells =
                grid.rows.iter().skip(rows).filter_map(move |row| *row.cells.get(column)?);
            cells.map(|cell| self.text(cell))
        };
        let mut area = None;
        if let (Some(first), Some(second)) = (label, spanned) {
            let is_number =
                |text: &str| text.trim_end_matches('.').bytes().all(|c| c.is_ascii_digit());
            if texts(first).all(is_number) {
                label = Some(second);
            } else if texts(second).any(|text| is_of_a_body(&fold(text, true))) {
                area = Some(second);
            }
        }
        let label = label.unwrap_or(0);
        let mut head = GridHeaders { rows, label, columns: Vec::new(), at: Vec::new() };
        for column in (0..width).filter(|column| *column != label) {
            let pieces = text_at(column);
            let text = self.joined(&pieces);
            let first = pieces.first().copied().unwrap_or_default();
            let last = pieces.last().copied().unwrap_or(first);
            let mut made = header::column(self.vocabulary, &text, Lines { first, last });
            if Some(column) == area {
                made.holds = ColumnContent::Area;
            }
            head.columns.push(made);
            head.at.push(column);
        }
        for (column, &at) in head.columns.iter_mut().zip(&head.at) {
            let is_name = |text: &str| text.starts_with(char::is_alphabetic);
            let has_names = || texts(at).next().is_some() && texts(at).all(is_name);
            if column.holds == ColumnContent::UNKNOWN
                && areas::is_of_areas(&column.header)
                && has_names()
            {
                column.holds = ColumnContent::Area;
            }
        }
        areas::mark_area_columns(&mut head.columns);
        // In a table with a row for each year a column may say what each row is for.
        if head.columns.iter().any(|column| column.holds == ColumnContent::Period) {
            let is_role = |text: &str| header::has_role(self.vocabulary, text);
            for (column, &at) in head.columns.iter_mut().zip(&head.at) {
                let is_unknown = column.holds == ColumnContent::UNKNOWN && column.slice.is_none();
                if is_unknown && texts(at).next().is_some() && texts(at).all(is_role) {
                    column.holds = ColumnContent::Role;
                }
            }
        }
        head
    }

    fn joined(&self, pieces: &[usize]) -> String {
        pieces.iter().map(|&piece| self.text(piece)).collect::<Vec<_>>().join(" ")
    }

    fn take_table_of(
        &mut self,
        grid: &Grid,
        head: &GridHeaders,
        kind: Option<Option<&IndicatorKind>>,
        footnotes: Range<usize>,
    ) {
        let labels =
            grid.rows.iter().take(head.rows).filter_map(|row| *row.cells.get(head.label)?);
        let labels: Vec<usize> = labels.collect();
        let mut rows = TableRows {
            labels_are_areas: areas::is_of_areas(&self.joined(&labels)),
            ..TableRows::default()
        };
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
            made.is_spanned = cells.len() == 1 && row.cells.iter().flatten().count() > 1;
            if cells.len() > 1 || label.is_none() {
                made.cells =
                    head.at.iter().map(|&column| self.cell_of(piece(column), first)).collect();
            }
            rows.rows.push(made);
        }
        for at in footnotes {
            if let Some((mark, text)) = marks::split_footnote(self.text(at)) {
                let (mark, text) = (mark.to_owned(), text.to_owned());
                rows.footnotes.push(Footnote { lines: Lines::one(at), mark, text });
            }
        }
        let is_of_money = kind.is_none() && self.is_of_money(grid, head.rows, head.label);
        for row in grid.rows.iter().take(head.rows) {
            for &piece in row.cells.iter().flatten() {
                self.mark(Lines::one(piece), LineUse::Header);
            }
        }
        self.report_columns(&head.columns);
        if rows.rows.is_empty() {
            let count = head.columns.len();
            let message = format!("no rows follow the {count} column headers");
            let lines = head.columns.first().map_or(Lines::one(0), |column| column.lines);
            self.report_in_field(Rule::TableWithoutRows, lines, message);
        }
        if is_of_money {
            let unit = self.amounts_of(grid, head.rows, head.label);
            self.take_costs(unit, &head.columns, rows);
        } else {
            let counts = self.counts_of(grid, head.rows, head.label);
            indicators::take(self, kind.flatten(), &head.columns, rows, true, counts);
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
                let reading = RawCell::new(Interpretation::Sure(Missing::Blank.into()));
                RowCell { line: None, row, reading }
            }
        }
    }

    /// Keeps a table that isn't about indicators as text.
    fn take_as_text(&mut self, grid: &Grid) {
        let mut is_reported = false;
        for row in &grid.rows {
            let mut cells: Vec<usize> = row.cells.iter().flatten().copied().collect();
            cells.dedup();
            let (Some(&first), Some(&last)) = (cells.first(), cells.last()) else { continue };
            let lines = Lines { first, last };
            let text = cells.iter().map(|&cell| self.text(cell)).collect::<Vec<_>>().join(" | ");
            if !is_reported && cells.len() > 1 {
                is_reported = true;
                let message = format!(
                    "{} begins a table without headers of indicators, which was read as text",
                    Quoted(self.text(first))
                );
                self.report_in_field(Rule::TableNotRead, lines, message);
            }
            for cell in cells {
                self.mark(Lines::one(cell), LineUse::Paragraph);
            }
            self.take_row_of_text(text, lines);
        }
    }
}
