//! Which column of a table holds its labels.

use std::collections::HashSet;

use super::{Look, MAX_NAME};
use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;

/// The rows by which a column is looked at.
const MAX_ROWS: usize = 60;

impl Look<'_, '_> {
    /// The column of labels: the one whose header says so, or else the last of words before the figures, since it is the narrowest:
    /// programme, field, indicator.
    pub(super) fn label_column(&self, first: usize, end: usize) -> usize {
        if let Some(label) = self.mapped_label(first, end) {
            return label;
        }
        let words = self.columns_of_words(first, end);
        if words.is_empty() && self.labels_state(end) {
            return 0;
        }
        let head = (first, end);
        if let Some(label) = self.named_label(&words, head) {
            return self.or_its_parts(label, &words, head);
        }
        let figures = self.first_of_figures(head);
        let free = |column: &&usize| {
            **column < figures
                && !self.states_figures(**column, head)
                && matches!(
                    self.kind(**column, head),
                    None | Some(ColumnKind::Group | ColumnKind::Population)
                )
        };
        let code =
            || words.iter().find(|&&column| self.kind(column, head) == Some(ColumnKind::Code));
        // What is the same in each row names none of them: *Project* beside each reserve.
        let tells = |column: &&usize| free(column) && !self.is_the_same(**column, head);
        let last = words.iter().rev().find(tells).or_else(|| words.iter().rev().find(free));
        let whole = last.and_then(|short| {
            let mut before = words.iter().rev().filter(|column| *column < short);
            before.find(free).filter(|&&whole| self.is_short_for(*short, whole, end))
        });
        let label = whole.or(last).or_else(code).or(words.first()).copied().unwrap_or(0);
        self.or_its_parts(label, &words, head)
    }

    /// The column after one of labels whose texts name the parts of each label, if there is one.
    fn or_its_parts(&self, label: usize, words: &[usize], head: (usize, usize)) -> usize {
        let is_other = |column: &usize| {
            *column > label
                // *Account* may be a number, and these are words.
                && matches!(
                    self.kind(*column, head),
                    None | Some(ColumnKind::Code | ColumnKind::Population)
                )
                && !self.states_figures(*column, head)
                && !self.names_bodies(*column, head.1)
        };
        let mut others = words.iter().copied().filter(is_other);
        others.find(|&other| self.names_parts_of(label, other, head.1)).unwrap_or(label)
    }

    /// What the header of a column says that it holds, and nothing else.
    fn kind(&self, column: usize, (first, end): (usize, usize)) -> Option<ColumnKind> {
        (first..end).rev().find_map(|row| {
            let facts = self.vocabulary.facts(self.text(self.piece(row, column)?));
            facts.content.filter(|_| facts.rest == 0)
        })
    }

    /// How many cells of a column are of some classes, and how many there are.
    fn share(&self, column: usize, end: usize, of: &[Class]) -> (usize, usize) {
        let rows = end..self.grid.rows.len().min(end + MAX_ROWS);
        let cells: Vec<Class> = rows.filter_map(|row| self.class(row, column)).collect();
        (cells.iter().filter(|class| of.contains(class)).count(), cells.len())
    }

    /// The columns of words, but for those whose cells say what the figures of their rows are.
    fn columns_of_words(&self, first: usize, end: usize) -> Vec<usize> {
        const WORDS: [Class; 4] = [Class::Words, Class::Mixed, Class::Header, Class::Dated];
        let is_of_words = |column: &usize| {
            let (found, all) = self.share(*column, end, &WORDS);
            found * 2 > all && all > 0
        };
        let all: Vec<usize> = (0..self.width).filter(is_of_words).collect();
        let others: Vec<usize> =
            all.iter().copied().filter(|&column| !self.states_each(column, first, end)).collect();
        if others.is_empty() { all } else { others }
    }

    /// The column whose header says that it has labels; of several the last, but for one of long texts: those explain.
    fn named_label(&self, words: &[usize], head: (usize, usize)) -> Option<usize> {
        let end = head.1;
        let mut named: Option<usize> = None;
        let is_of_labels = |column: &&usize| self.kind(**column, head) == Some(ColumnKind::Label);
        for &column in words.iter().filter(is_of_labels) {
            // *Indicator* over the subjects and the bodies: *Druk*, *Nederland*.
            let is_below_one = |named: usize| {
                self.piece(end - 1, named)
                    .is_some_and(|header| self.piece(end - 1, column) == Some(header))
            };
            if named.is_some_and(is_below_one) && self.names_bodies(column, end) {
                continue;
            }
            // *Frequency* beside each indicator says how it is measured.
            if named.is_some_and(|named| {
                self.is_the_same(column, head) || self.is_short_for(column, named, end)
            }) {
                continue;
            }
            let length = |column: usize| self.mean_length(column, end);
            if named.is_none_or(|known| length(column) <= MAX_NAME.max(length(known) * 2)) {
                named = Some(column);
            }
        }
        named
    }

    /// How long the texts of a column are on average, in bytes.
    fn mean_length(&self, column: usize, end: usize) -> usize {
        let rows = end..self.grid.rows.len().min(end + MAX_ROWS);
        let lengths = rows.filter_map(|row| self.piece(row, column));
        let lengths: Vec<usize> = lengths.map(|piece| self.text(piece).len()).collect();
        lengths.iter().sum::<usize>() / lengths.len().max(1)
    }

    /// The first column of numbers that are no codes and no years.
    fn first_of_figures(&self, (first, end): (usize, usize)) -> usize {
        use ColumnKind::{Code, Measured, Number, Period};
        let is_of_figures = |column: &usize| {
            let (numbers, all) = self.share(*column, end, &[Class::Number]);
            let named = (first..end).rev().find_map(|row| {
                self.vocabulary.facts(self.text(self.piece(row, *column)?)).content
            });
            let is_side = matches!(named, Some(Code | Number | Period | Measured));
            numbers * 2 > all && !is_side && !self.is_code_column(*column, end)
        };
        (0..self.width).find(is_of_figures).unwrap_or(self.width)
    }

    /// Whether words of a column are what was achieved: they stand below *Realisatie 2015*.
    fn states_figures(&self, column: usize, (first, end): (usize, usize)) -> bool {
        (first..end).rev().any(|row| {
            let piece = self.piece(row, column);
            piece.filter(|_| piece != self.piece(row, 0)).is_some_and(|piece| {
                let facts = self.vocabulary.facts(self.text(piece));
                facts.rest == 0 && facts.role.is_some() && facts.period.is_some()
            })
        })
    }

    /// The rows below the headers that have numbers, some of them where there are many.
    fn rows_of_numbers(&self, end: usize) -> impl Iterator<Item = usize> + '_ {
        (end..self.grid.rows.len().min(end + MAX_ROWS)).filter(|&row| self.has_numbers(row))
    }

    /// Whether the texts of a column name the rows, where those of the column of labels come again in the next row: *Excises*, *Excises* beside
    /// *Boat excise*, *Marijuana excise*. Labels that come again elsewhere may have a name of their own.
    fn names_parts_of(&self, label: usize, column: usize, end: usize) -> bool {
        let text =
            |row: usize, column: usize| self.piece(row, column).map(|piece| self.text(piece));
        let rows: Vec<usize> = self.rows_of_numbers(end).collect();
        let again = |of: usize| {
            let mut seen = HashSet::new();
            rows.iter().filter(|row| !seen.insert(text(**row, of))).count()
        };
        let is_named = rows.iter().all(|&row| text(row, column).is_some());
        let adjacent = rows.windows(2).filter(|pair| match pair {
            [one, next] => text(*one, label) == text(*next, label),
            _ => false,
        });
        let of_labels = again(label);
        let tells = again(column) * 2 <= of_labels && again(column) * 5 <= rows.len();
        // The same parts of each label: *Personnel*, *Supplies* of one department and the next.
        let mut pairs = HashSet::new();
        let are_parts = of_labels * 3 > rows.len()
            && rows.iter().all(|&row| pairs.insert((text(row, label), text(row, column))));
        is_named && adjacent.count() * 2 > of_labels && (tells || are_parts)
    }

    /// Whether the texts of a column are short for those of another one: *RWS* for *Rijkswaterstaat*. A name that has no short form is in both.
    fn is_short_for(&self, column: usize, whole: usize, end: usize) -> bool {
        const MAX_LEN: usize = 6;
        let text =
            |row: usize, column: usize| self.piece(row, column).map(|piece| self.text(piece));
        let mut is_shorter = false;
        let is_short = self.rows_of_numbers(end).all(|row| {
            let (Some(short), Some(whole)) = (text(row, column), text(row, whole)) else {
                return false;
            };
            let is_of_capitals = short.len() <= MAX_LEN
                && short.starts_with(char::is_uppercase)
                && !short.contains(|c: char| c.is_whitespace() || c.is_lowercase());
            is_shorter |= is_of_capitals && short.len() < whole.len();
            short == whole || is_of_capitals && short.len() < whole.len()
        });
        is_short && is_shorter
    }

    /// Whether a column has the same text in each row that has one, and several have.
    fn is_the_same(&self, column: usize, (first, end): (usize, usize)) -> bool {
        let rows = end..self.grid.rows.len().min(end + MAX_ROWS);
        let text = |row: usize| self.piece(row, column).map(|piece| self.text(piece));
        // Headers may stand there again.
        let is_header = |of: &&str| (first..end).any(|row| text(row) == Some(of));
        let mut texts = rows.filter_map(text).filter(|text| !is_header(text));
        let first = texts.next();
        let mut others = texts.peekable();
        others.peek().is_some() && others.all(|text| Some(text) == first)
    }

    /// Whether all cells of a column are roles or flows. Then they state what the figures of each row are, and are no
    /// labels.
    pub(super) fn states_each(&self, column: usize, first: usize, end: usize) -> bool {
        // *Stand* below *Indicator* is what is measured, and so is *Lasten* below nothing.
        let is_named = (first..end).any(|row| {
            let facts =
                self.piece(row, column).map(|piece| self.vocabulary.facts(self.text(piece)));
            facts.is_some_and(|facts| match facts.content {
                Some(ColumnKind::Label) => facts.role.is_some() || facts.flow.is_some(),
                other => other.is_some(),
            })
        });
        if !is_named && !self.goes_on_below(column, end) {
            return false;
        }
        let mut cells = (end..self.grid.rows.len().min(end + 60))
            .filter_map(|row| self.piece(row, column))
            .map(|piece| self.vocabulary.facts(self.text(piece)))
            .peekable();
        cells.peek().is_some()
            && cells.all(|facts| {
                let is_one = facts.role.is_some() != facts.flow.is_some();
                facts.rest == 0 && facts.period.is_none() && facts.content.is_none() && is_one
            })
    }

    /// Whether a column without a header has cells in rows where the one before it is empty: what stands there is printed once, and is
    /// of all of them.
    fn goes_on_below(&self, column: usize, end: usize) -> bool {
        let Some(before) = column.checked_sub(1) else { return false };
        let has = |row: usize, column: usize| self.piece(row, column).is_some();
        let rows = || self.rows_of_numbers(end).filter(|&row| has(row, column));
        let mut named = rows().filter(|&row| has(row, before));
        let is_first = rows().next().is_some_and(|row| has(row, before));
        is_first
            && named.all(|row| self.class(row, before) == Some(Class::Words))
            && rows().filter(|&row| !has(row, before)).count() * 3 > rows().count()
    }

    /// The column of labels by a mapping: by its number, or the last whose header says so.
    pub(super) fn mapped_label(&self, first: usize, end: usize) -> Option<usize> {
        let mapped = self.vocabulary.mapped()?;
        let holds = |entry: Option<usize>| {
            entry
                .and_then(|entry| mapped.column(entry))
                .is_some_and(|column| column.holds == crate::read::vocabulary::Column::Label)
        };
        let by_header = |column: usize| {
            (first..end).any(|row| {
                self.piece(row, column).is_some_and(|piece| {
                    holds(mapped.header(self.vocabulary.pack(), self.text(piece)))
                })
            })
        };
        let by_number = (0..self.width).find(|&column| holds(mapped.number(column + 1)));
        by_number.or_else(|| {
            (0..self.width)
                .rev()
                .find(|&column| mapped.number(column + 1).is_none() && by_header(column))
        })
    }
}
