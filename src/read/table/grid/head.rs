//! The header rows of a table, and where others begin.

use super::{Head, Look, MAX_HEAD, years_between};
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::facts::letters::flow_of_letter;
use crate::read::facts::words::ColumnKind;
use crate::read::mapped::MappedHeaders;
use crate::read::source::{GridCell, GridRow};

impl Look<'_, '_> {
    /// The headers that begin at a row: the rows above the first one with figures that state facts.
    pub(super) fn head(&self, from: usize) -> Option<Head> {
        let rows = self.grid.rows.len();
        let mut first = from;
        // Titles: a row of one text.
        while first < rows && self.distinct(first).len() <= 1 && !self.has_numbers(first) {
            let states = self
                .distinct(first)
                .first()
                .is_some_and(|(piece, _)| self.vocabulary.facts(self.text(*piece)).is_placing());
            if states && self.distinct(first).first().is_some_and(|(_, column)| *column > 0) {
                break;
            }
            first += 1;
        }
        let mut end = first;
        let mut states_facts = false;
        while end < rows && end - first < MAX_HEAD {
            let is_header = self.is_header_row(end, states_facts);
            if !is_header {
                break;
            }
            states_facts |= self.states_facts(end);
            end += 1;
        }
        // A row below the headers that states nothing and has one text is a group, no header; but for the rest of the header above it:
        // *2024 Adopted*, *Budget*.
        let goes_on = |row: usize| matches!(self.cells_of(row), [cell] if cell.column > 0 && cell.columns == 1);
        while end > first + 1 && self.distinct(end - 1).len() <= 1 && !goes_on(end - 1) {
            end -= 1;
        }
        let needs_no_headers =
            self.vocabulary.mapped().is_some_and(MappedHeaders::needs_no_headers);
        if !needs_no_headers && (end == first || (!states_facts && !self.labels_state(end))) {
            return None;
        }
        let label = self.label_column(first, end);
        Some(Head { first, end, label })
    }

    /// The header of a table that has a year alone above its labels and one number in each row, in the column beside them: a converter
    /// left out the empty cell in front of the year.
    pub(super) fn year_alone(&self, from: usize) -> Option<Head> {
        const MIN_ROWS: usize = 3;
        let rows = || from..self.grid.rows.len();
        let first = rows().find(|&row| self.has_numbers(row))?;
        let is_year = |row: &usize| {
            matches!(self.cells_of(*row), [only] if only.column == 0)
                && self.class(*row, 0) == Some(Class::Year)
        };
        let year = (from..first).find(is_year)?;
        let is_row = |row: usize| {
            let cells = self.cells_of(row);
            matches!(cells, [label, number] if label.column == 0 && number.column == 1)
                && self.class(row, 1) == Some(Class::Number)
        };
        let numbers = || rows().filter(|&row| self.has_numbers(row));
        (numbers().count() >= MIN_ROWS && numbers().all(is_row)).then_some(Head {
            first: year,
            end: year + 1,
            label: 0,
        })
    }

    /// Whether the first texts of the rows from one on state years or roles: then the headers are what is
    /// measured.
    pub(super) fn labels_state(&self, from: usize) -> bool {
        let rows: Vec<usize> =
            (from..self.grid.rows.len()).filter(|&row| self.has_numbers(row)).collect();
        let states = |row: &usize| {
            let piece = self.distinct(*row).first().map(|(piece, _)| *piece);
            piece.is_some_and(|piece| {
                let facts = self.vocabulary.facts(self.text(piece));
                facts.rest == 0 && (facts.role.is_some() || facts.period.is_some())
            })
        };
        rows.len() >= 2 && rows.iter().all(states)
    }

    pub(super) fn states_facts(&self, row: usize) -> bool {
        self.is_of_letters(row)
            || (0..self.width).any(|column| {
                matches!(self.class(row, column), Some(Class::Header | Class::Dated | Class::Year))
                    || self.piece(row, column).is_some_and(|piece| {
                        let facts = self.vocabulary.facts(self.text(piece));
                        facts.is_placing() && facts.rest < u8::MAX
                    })
            })
    }

    /// Whether a row can be one of headers: it has no figures, and after the first it states facts.
    pub(super) fn is_header_row(&self, row: usize, is_below_facts: bool) -> bool {
        if self.has_numbers(row) {
            return false;
        }
        let cells: Vec<(usize, Option<Class>)> = (0..self.width)
            .filter(|&column| self.piece(row, column).is_some())
            .map(|column| (column, self.class(row, column)))
            .collect();
        if cells.is_empty() {
            return false;
        }
        if !is_below_facts {
            return true;
        }
        let facts = cells
            .iter()
            .filter(|(_, class)| matches!(class, Some(Class::Header | Class::Dated | Class::Year)))
            .count();
        let facts = if self.is_of_letters(row) { cells.len() } else { facts };
        // Numbers that look like years below headers with years are figures: 2000, 2100.
        let years = cells.iter().filter(|(_, class)| *class == Some(Class::Year)).count();
        let label = cells
            .first()
            .is_some_and(|(column, class)| *column == 0 && *class == Some(Class::Words));
        let is_row_of_figures = years > 0
            && label
            && cells.iter().filter(|(_, class)| *class == Some(Class::Year)).all(|(column, _)| {
                let above = (0..row).rev().find_map(|row| self.piece(row, *column));
                above.is_some_and(|above| self.vocabulary.facts(self.text(above)).is_placing())
            });
        (facts * 2 >= cells.len() && facts > 0 || self.is_above_numbers(row))
            && !is_row_of_figures
            && !self.adds_nothing(row, &cells)
            && !self.is_of_words(row)
    }

    /// Whether words stand in most columns of a row right above numbers in each of these, as where a header goes on on a second line:
    /// *Operating*, *Other allocated* above *Budget*, *Costs applied*.
    fn is_above_numbers(&self, row: usize) -> bool {
        const MIN_COLUMNS: usize = 3;
        let of_figures = |column: &usize| {
            [row + 1, row + 2]
                .iter()
                .any(|&below| self.class(below, *column) == Some(Class::Number))
        };
        let columns: Vec<usize> = (0..self.width).filter(of_figures).collect();
        let words = columns.iter().filter(|&&column| {
            matches!(self.class(row, column), Some(Class::Words | Class::Header))
        });
        columns.len() >= MIN_COLUMNS && words.count() == columns.len()
    }

    /// Whether the texts of a row are single letters for flows: *L*, *B*, *S* for *lasten*, *baten* and *saldo*.
    pub(super) fn is_of_letters(&self, row: usize) -> bool {
        let mut flows = Vec::new();
        for (piece, _) in self.distinct(row) {
            let pack = self.vocabulary.pack();
            let Some(flow) = flow_of_letter(pack, self.text(piece)) else { return false };
            if !flows.contains(&flow) {
                flows.push(flow);
            }
        }
        flows.len() > 1
    }

    /// Whether no text of a row beside its label states something that the headers above it leave open:
    /// then they are verdicts, *behaald* below *Realisatie 2019*.
    pub(super) fn adds_nothing(&self, row: usize, cells: &[(usize, Option<Class>)]) -> bool {
        let stated = |row: usize, column: usize| {
            self.piece(row, column).map(|piece| self.vocabulary.facts(self.text(piece)))
        };
        let has_label = cells.len() > 1 && cells.first().is_some_and(|(column, _)| *column == 0);
        has_label
            && cells.iter().skip(1).all(|&(column, _)| {
                let Some(own) = stated(row, column) else { return true };
                let above = (0..row)
                    .filter_map(|row| stated(row, column))
                    .fold(Facts::default(), |wider, facts| facts.within(&wider));
                above.role.is_some()
                    && above.period.is_some()
                    && own.period.is_none()
                    && own.flow.is_none()
            })
    }

    /// Whether the cells of a row are dashes and words such as a row without figures has.
    pub(super) fn is_of_words(&self, row: usize) -> bool {
        // A sign alone is the header of amounts or shares.
        let is_sign = |piece: usize| matches!(self.text(piece), "%" | "€" | "$" | "£");
        (0..self.width).any(|column| {
            self.class(row, column) == Some(Class::Number)
                && !self.piece(row, column).is_some_and(is_sign)
        })
    }

    /// Whether two heads have the same texts in their last rows.
    pub(super) fn has_same_headers(&self, one: &Head, other: &Head) -> bool {
        let texts = |head: &Head| -> Vec<(usize, &str)> {
            let last = self.distinct(head.end.saturating_sub(1));
            last.into_iter().map(|(piece, at)| (at, self.text(piece))).collect()
        };
        texts(one) == texts(other)
    }

    /// Whether a row has the texts of one of the headers, each in its column. What stands above the labels may be another name:
    /// *Lasten*, *Begroting 2020*, *Begroting 2021* and *Baten*, *Begroting 2020*, *Begroting 2021*.
    fn repeats(&self, head: &Head, row: usize) -> bool {
        /// Two may be a label and a word.
        const MIN: usize = 3;
        let cells = |row: usize| self.grid.rows.get(row).map(GridRow::cells).unwrap_or_default();
        let own = cells(row);
        let is_same = |one: &GridCell, other: &GridCell| {
            one.column == other.column && self.text(one.piece) == self.text(other.piece)
        };
        let is_again = |above: usize| {
            let above = cells(above);
            above.len() == own.len()
                && above.iter().zip(own).all(|(one, other)| is_same(one, other))
        };
        let is_of_figures = |cell: &GridCell| cell.column != head.label;
        let states = |cell: &GridCell| {
            let facts = self.vocabulary.facts(self.text(cell.piece));
            facts.rest == 0 && (facts.period.is_some() || facts.role.is_some())
        };
        let is_below_another = |above: usize| {
            let mut pairs = cells(above).iter().zip(own).filter(|(one, _)| is_of_figures(one));
            cells(above).len() == own.len()
                && pairs.all(|(one, other)| is_same(one, other) && states(other))
                && own.iter().all(|cell| self.text(cell.piece).contains(char::is_alphanumeric))
        };
        own.len() >= MIN
            && (head.first..head.end).any(|above| is_again(above) || is_below_another(above))
    }

    /// Whether a row below the headers holds headers again.
    pub(super) fn is_head_again(&self, head: &Head, row: usize) -> bool {
        if self.repeats(head, row) {
            return true;
        }
        // One text over all columns is the label of a group.
        if self.has_numbers(row) || self.distinct(row).len() <= 1 {
            return false;
        }
        let label = self.piece(row, head.label).map(|piece| self.text(piece));
        let first = self.piece(head.first, head.label).map(|piece| self.text(piece));
        let is_labelled = match label {
            None => false,
            Some(label) => {
                matches!(
                    self.vocabulary.facts(label).content,
                    Some(ColumnKind::Label | ColumnKind::Group)
                ) || first == Some(label)
            }
        };
        let others: Vec<Class> = (0..self.width)
            .filter(|column| *column != head.label)
            .filter_map(|column| self.class(row, column))
            .collect();
        let facts = others
            .iter()
            .filter(|class| matches!(class, Class::Header | Class::Dated | Class::Year))
            .count();
        if others.is_empty() || facts == 0 {
            return false;
        }
        // `Activiteit | 2019 | 2020`: each column has a header again, and other years.
        let is_new = || {
            facts >= 2 && facts == others.len() && {
                let years = (0..self.width)
                    .filter(|column| self.class(row, *column) == Some(Class::Year))
                    .filter_map(|column| {
                        let year =
                            self.vocabulary.facts(self.text(self.piece(row, column)?)).period?;
                        let above = (head.first..head.end).rev().find_map(|above| {
                            self.vocabulary.facts(self.text(self.piece(above, column)?)).period
                        })?;
                        Some(years_between(above, year))
                    });
                let steps: Vec<i32> = years.collect();
                !steps.is_empty() && steps.iter().all(|step| step.abs() <= 10)
            }
        };
        (is_labelled && facts == others.len())
            || (facts == others.len() && others.len() >= 2 && is_new())
    }
}
