//! Headers that stand one column too far to the left by what the columns hold: numbers, words, codes or years.

use super::{Look, MAX_ROWS, moved};
use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::source::{GridCell, GridRow};
use crate::read::table::codes::{is_code, is_rising};

impl Look<'_, '_> {
    /// A row of headers that stands one column too far to the left, by what its columns hold: *Indicator*, *Target*, *Q1* above a number, words and an
    /// amount, of which the empty cell above the number was lost.
    pub(super) fn beside_their_columns(&self) -> Option<(usize, GridRow)> {
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

    /// The headers of a table whose rows have a figure more than it has headers, where one header has two
    /// columns below it: *Laatste meting* over a year and what was measured.
    pub(super) fn over_two(&self) -> Option<(usize, GridRow)> {
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

    /// Whether a header says that its column holds numbers, or words. `None` if it says nothing of that.
    pub(super) fn holds(&self, header: &GridCell) -> Option<bool> {
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
}
