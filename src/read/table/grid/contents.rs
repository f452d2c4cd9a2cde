//! What a column of a table holds, by its header and by its cells.

use super::{Head, Look, is_of_areas};
use crate::leaves::role::Role;
use crate::read::facts::Facts;
use crate::read::facts::classes::{Class, is_sign_of_money};
use crate::read::facts::letters::flow_of_letter;
use crate::read::facts::words::ColumnKind;
use crate::read::language::HeaderWord;
use crate::read::table::codes::{is_code, is_rising};
use crate::words::{fold, has_digit};

impl Look<'_, '_> {
    /// What a column holds, by its header and by its cells.
    pub(super) fn content(&self, head: &Head, column: usize, facts: &Facts) -> Option<ColumnKind> {
        // A text over all columns is the label of a group.
        let rows = (head.end..self.grid.rows.len()).filter(|&row| self.distinct(row).len() > 1);
        let cells: Vec<(usize, Class)> = rows
            .filter_map(|row| Some((self.piece(row, column)?, self.class(row, column)?)))
            .collect();
        let count = |class: Class| cells.iter().filter(|(_, of)| *of == class).count();
        let numbers = count(Class::Number);
        if self.holds_signs(head, column, &cells) {
            return Some(ColumnKind::Unit);
        }
        if self.holds_letters_of_flows(head, column, &cells) {
            return Some(ColumnKind::Flow);
        }
        let is_of_statuses = facts.content.is_some_and(ColumnKind::is_of_statuses);
        // What stands in front of the labels below one header with them is a code, or wider than they are.
        let is_shared = |row: usize| {
            let piece = self.piece(row, column);
            piece.is_some() && piece == self.piece(row, head.label)
        };
        if column < head.label && (head.first..head.end).any(is_shared) {
            let is_code = self.is_code_column(column, head.end);
            return Some(if is_code { ColumnKind::Code } else { ColumnKind::Group });
        }
        if numbers == 0
            && !is_of_statuses
            && let Some(stated) = self.states_in_cells(facts, &cells)
        {
            return Some(stated);
        }
        if let Some(content) = facts.content {
            return self.content_of_header(head, column, content, facts, &cells);
        }
        let may_be_date = facts.others.iter().any(|other| {
            matches!(other, HeaderWord::Column(ColumnKind::Measured | ColumnKind::Period))
        });
        if may_be_date && !cells.is_empty() && count(Class::Year) == cells.len() {
            return Some(ColumnKind::Period);
        }
        // *Laatste meting* above years says when that was. Below a word that isn't known they may be counts.
        if cells.len() > 1
            && count(Class::Year) == cells.len()
            && facts.period.is_none()
            && facts.unit.is_none()
            && facts.rest == 0
            && (facts.role == Some(Role::Realised) || self.header_text(head, column).is_empty())
        {
            return Some(ColumnKind::Measured);
        }
        // A dash among letters is no amount, below whatever header: *Resultaat 2020* above two columns.
        if !cells.is_empty()
            && count(Class::Favour) > 0
            && cells
                .iter()
                .all(|(piece, class)| *class == Class::Favour || self.text(*piece) == "-")
        {
            return Some(ColumnKind::Favourable);
        }
        if facts.is_placing() && facts.rest == 0 && (numbers > 0 || cells.is_empty()) {
            return None;
        }
        // Numbers that look like years below a word that isn't known are counts.
        let are_years = cells.len() > 1 && count(Class::Year) == cells.len();
        if are_years && column > head.label && facts.rest > 0 && facts.period.is_none() {
            return None;
        }
        if !cells.is_empty() && numbers == 0 {
            if column < head.label && (!facts.is_placing() || are_names(facts, &cells)) {
                return Some(ColumnKind::Group);
            }
            if count(Class::Words) * 2 > cells.len() || facts.rest > 0 {
                return if facts.is_placing() && facts.rest == 0 {
                    None
                } else if is_of_areas(self.vocabulary, &fold(&self.header_text(head, column), true))
                {
                    Some(ColumnKind::Area)
                } else if facts.is_placing() {
                    None
                } else {
                    Some(ColumnKind::Attribute)
                };
            }
        }
        if !facts.is_placing() && column < head.label && self.is_code_column(column, head.end) {
            return Some(ColumnKind::Code);
        }
        // What has no header and stands in front of the labels is a code, whatever some of them are.
        if column < head.label && self.header_text(head, column).is_empty() {
            return Some(ColumnKind::Code);
        }
        if !facts.is_placing() && numbers == 0 && cells.is_empty() {
            return Some(ColumnKind::Attribute);
        }
        None
    }

    /// Whether the cells of a column without numbers all say what the figures of their row are: *Behaald*, *Baten*.
    fn states_in_cells(&self, facts: &Facts, cells: &[(usize, Class)]) -> Option<ColumnKind> {
        let all = |is: &dyn Fn(&Facts) -> bool| {
            !cells.is_empty()
                && cells.iter().all(|(piece, _)| {
                    let facts = self.vocabulary.facts(self.text(*piece));
                    facts.rest == 0 && facts.period.is_none() && is(&facts)
                })
        };
        // *Behaald* below *Realisatie 2019* is a verdict, and *daling* below *Streefwaarde* a change.
        let is_open = !facts.others.is_empty();
        // *Budget Name* above *Adopted* and *Amended*.
        let is_named = facts.content.is_some();
        if (facts.role.is_none() || is_open || is_named) && all(&|facts| facts.role.is_some()) {
            return Some(ColumnKind::Role);
        }
        ((facts.flow.is_none() || is_open || is_named) && all(&|facts| facts.flow.is_some()))
            .then_some(ColumnKind::Flow)
    }

    /// Whether a column has no header and holds only currency signs, which belong to the amounts in the next column.
    fn holds_signs(&self, head: &Head, column: usize, cells: &[(usize, Class)]) -> bool {
        self.header_text(head, column).is_empty()
            && !cells.is_empty()
            && cells.iter().all(|(piece, _)| is_sign_of_money(self.text(*piece)))
    }

    /// Whether a column holds letters that its header names, some of which stand for flows: `U`, `O` below *V/U/O* and below *Uitgaven (U)
    /// Ontvangsten (O)*.
    fn holds_letters_of_flows(&self, head: &Head, column: usize, cells: &[(usize, Class)]) -> bool {
        let text = |cell: &(usize, Class)| self.text(cell.0);
        let is_letter =
            |text: &str| text.len() == 1 && text.starts_with(|c: char| c.is_ascii_uppercase());
        if cells.is_empty() || !cells.iter().all(|cell| is_letter(text(cell))) {
            return false;
        }
        let header = self.header_text(head, column);
        let words = header.split(|c: char| !c.is_alphanumeric());
        let named: Vec<&str> = words.filter(|word| is_letter(word)).collect();
        let pack = self.vocabulary.pack();
        named.len() > 1
            && cells.iter().all(|cell| named.contains(&text(cell)))
            && cells.iter().any(|cell| flow_of_letter(pack, text(cell)).is_some())
    }

    /// What a column holds whose header says so.
    fn content_of_header(
        &self,
        head: &Head,
        column: usize,
        content: ColumnKind,
        facts: &Facts,
        cells: &[(usize, Class)],
    ) -> Option<ColumnKind> {
        let numbers = cells.iter().filter(|(_, of)| *of == Class::Number).count();
        match content {
            // *Waarde* is a column of figures; a second column of labels is an attribute.
            ColumnKind::Value => None,
            ColumnKind::Label if column < head.label => Some(ColumnKind::Group),
            ColumnKind::Label
                if self.piece(head.end - 1, column) == self.piece(head.end - 1, head.label)
                    && self.names_bodies(column, head.end) =>
            {
                Some(ColumnKind::Area)
            }
            // *Current position* above amounts, *Jaar* above numbers that are no years, *Gemeente* above results.
            ColumnKind::Label | ColumnKind::Period | ColumnKind::Measured
                if numbers * 2 > cells.len() =>
            {
                None
            }
            ColumnKind::Label => Some(ColumnKind::Attribute),
            // *Estimated by Manager* above amounts, *Gereed 31-12-2024* above counts.
            ColumnKind::Attribute | ColumnKind::Remark | ColumnKind::Status
                if (facts.role.is_some() || facts.period.is_some() || facts.rest > 0)
                    && numbers * 2 > cells.len() =>
            {
                None
            }
            // *Debt service* above amounts, *Comments* above numbers: below a word for texts they are figures, since each number has to
            // be of something.
            ColumnKind::Group
            | ColumnKind::Population
            | ColumnKind::Attribute
            | ColumnKind::Remark
            | ColumnKind::Status
            | ColumnKind::Source
                if column > head.label && self.holds_numbers(cells) =>
            {
                None
            }
            ColumnKind::Group if numbers * 2 > cells.len() && self.holds_amounts(cells) => None,
            other => Some(other),
        }
    }

    /// Whether most cells are numbers, some have more digits than one of a list, and they are no codes, which are as long as each
    /// other and have no signs.
    fn holds_numbers(&self, cells: &[(usize, Class)]) -> bool {
        let is_number = |(piece, class): &&(usize, Class)| {
            *class == Class::Number && has_digit(self.text(*piece))
        };
        let mut texts = cells.iter().filter(is_number).map(|(piece, _)| self.text(*piece));
        let first = texts.next().map_or(0, str::len);
        let are_codes =
            texts.all(|text| text.len() == first && text.bytes().all(|byte| byte.is_ascii_digit()));
        let is_long =
            |piece: usize| self.text(piece).bytes().filter(u8::is_ascii_digit).count() > 2;
        cells.iter().filter(is_number).count() * 2 > cells.len()
            && cells.iter().any(|(piece, _)| is_long(*piece))
            && !are_codes
    }

    /// Whether most cells have more digits than a number of a list.
    pub(super) fn holds_amounts(&self, cells: &[(usize, Class)]) -> bool {
        const MIN_DIGITS: usize = 5;
        let digits = |piece: usize| self.text(piece).bytes().filter(u8::is_ascii_digit).count();
        cells.iter().filter(|(piece, _)| digits(*piece) >= MIN_DIGITS).count() * 2 > cells.len()
    }

    pub(super) fn header_text(&self, head: &Head, column: usize) -> String {
        let pieces = (head.first..head.end).filter_map(|row| self.piece(row, column));
        pieces.map(|piece| self.text(piece)).collect::<Vec<_>>().join(" ")
    }

    /// Whether a column names a body or an area, and little else: an own name beside *Nederland*.
    pub(super) fn names_bodies(&self, column: usize, end: usize) -> bool {
        let pack = self.vocabulary.pack();
        let names =
            (end..self.grid.rows.len().min(end + 60)).filter_map(|row| self.piece(row, column));
        let (mut all, mut bodies) = (0, 0);
        for piece in names {
            all += 1;
            bodies += usize::from(pack.is_of_a_body(&fold(self.text(piece), true)));
        }
        bodies * 3 >= all && bodies > 0
    }

    /// Whether a column holds codes or running numbers.
    pub(super) fn is_code_column(&self, column: usize, end: usize) -> bool {
        // One text in a row is the label of a group.
        let rows =
            (end..self.grid.rows.len().min(end + 60)).filter(|&row| self.distinct(row).len() > 1);
        // The label of a total stands over the codes as well, and a star stands for no code.
        let own = |row: usize| {
            let piece = self.piece(row, column)?;
            (self.piece(row, column + 1) != Some(piece)).then(|| self.text(piece))
        };
        let texts: Vec<&str> = rows.filter_map(own).filter(|text| *text != "*").collect();
        // The list may come again, for other amounts.
        let mut parts = texts.chunk_by(|one, other| Some(other) != texts.first() || one == other);
        !texts.is_empty() && texts.iter().all(|text| is_code(text)) && parts.all(is_rising)
    }
}

/// Whether cells are words below a header without a time: *Begroting* above the names of the parts of a budget is above no figure.
fn are_names(facts: &Facts, cells: &[(usize, Class)]) -> bool {
    facts.period.is_none() && cells.iter().all(|(_, class)| *class == Class::Words)
}
