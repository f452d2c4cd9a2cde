//! The rows of a table, one after another.

use super::{Look, is_meta};
use crate::findings::rule::Message;
use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::Lines;
use crate::read::marks;
use crate::read::shapes;
use crate::read::spot::Spot;
use crate::read::table::{Cell, Doubt, Footnote, Row, RowKind, Table};
use crate::words::has_digit;

impl Look<'_, '_> {
    pub(super) fn take_row(&self, row: usize, at: &[usize], label: usize, table: &mut Table) {
        let mut distinct: Vec<usize> =
            at.iter().filter_map(|&column| self.piece(row, column)).collect();
        distinct.dedup();
        let Some(&first) = distinct.first() else { return };
        let places = at.iter().filter(|&&column| self.piece(row, column).is_some()).count();
        if let [only] = distinct.as_slice()
            && let Some((mark, text)) = marks::split_footnote(self.text(*only))
        {
            table.footnotes.push(Footnote {
                lines: Lines::one(*only),
                mark: mark.to_owned(),
                text: text.to_owned(),
            });
            return;
        }
        let own = self.piece(row, label);
        let is_spanned = distinct.len() == 1 && places > 1;
        let others = at
            .iter()
            .filter(|&&column| column != label)
            .filter_map(|&column| self.piece(row, column))
            .filter(|piece| Some(*piece) != own)
            .count();
        let spots: Vec<Spot> = own
            .or(if distinct.len() == 1 { Some(first) } else { None })
            .into_iter()
            .map(Spot::whole)
            .collect();
        let pack = self.vocabulary.pack();
        if let Some(name) = own.map(|piece| self.text(piece))
            && (is_meta(pack, name)
                || (others == 0
                    && !table.rows.is_empty()
                    && shapes::is_caption_or_source(pack, name)))
            && !self.has_numbers_beside(row, at, label)
        {
            let piece = |&column: &usize| self.piece(row, column).filter(|_| column != label);
            let cell = |column| {
                piece(column).map(|piece| Cell::of_piece(self.vocabulary.pack(), self.lines, piece))
            };
            let cells = at.iter().map(cell).collect();
            table.rows.push(Row { is_spanned, ..Row::new(spots, RowKind::Meta, cells) });
            return;
        }
        // Of tables side by side too, the cells of a row that is too short may be of any.
        let is_short =
            self.has_lost_cells && self.piece(row, self.width.saturating_sub(1)).is_none();
        let is_alone = distinct.len() == 1
            && !matches!(
                self.class(row, at.first().copied().unwrap_or(0)),
                Some(Class::Number | Class::Year)
            )
            && self.piece(row, at.first().copied().unwrap_or(0)) == Some(first);
        // A number alone, *12* or the rest of a broken row, is no label of the rows below it.
        if others == 0
            && let [spot] = spots.as_slice()
            && self.vocabulary.class(spot.text(self.lines)) == Class::Number
            && has_digit(spot.text(self.lines))
        {
            table.orphans.push(*spot);
            return;
        }
        let before = self.words_before_number(row, at, table);
        let kind = match others {
            _ if is_alone => RowKind::Group,
            0 => RowKind::Group,
            _ if before.is_some() || is_short || self.is_moved(row, at, table) => RowKind::Misfit,
            _ => RowKind::Figures,
        };
        let mut cells: Vec<Option<Cell>> = at
            .iter()
            .map(|&column| {
                let piece = self.piece(row, column).filter(|_| column != label)?;
                (kind != RowKind::Group)
                    .then(|| Cell::of_piece(self.vocabulary.pack(), self.lines, piece))
            })
            .collect();
        if kind == RowKind::Misfit {
            cells.retain(Option::is_some);
        }
        let spots = before.map_or(spots, |words| {
            let moved = distinct.iter().filter(|&&piece| piece != words);
            cells = moved
                .map(|&piece| Some(Cell::of_piece(self.vocabulary.pack(), self.lines, piece)))
                .collect();
            vec![Spot::whole(words)]
        });
        if kind == RowKind::Figures {
            self.doubt_merged(row, at, table);
        }
        table.rows.push(Row { is_spanned, ..Row::new(spots, kind, cells) });
    }

    /// Whether the cells of a row may stand too far to the left: a number in the column of units, and none in the last column of
    /// figures.
    fn is_moved(&self, row: usize, at: &[usize], table: &Table) -> bool {
        let number = |column: usize| {
            let piece = self.piece(row, column)?;
            let text = self.text(piece);
            Some(self.class(row, column) == Some(Class::Number) && has_digit(text))
        };
        let of = |content: Option<ColumnKind>| {
            let columns = at.iter().zip(&table.columns);
            columns.filter(move |(_, column)| column.content == content).map(|(&at, _)| at)
        };
        of(Some(ColumnKind::Unit)).any(|column| number(column) == Some(true))
            && of(None).next_back().is_some_and(|column| self.piece(row, column).is_none())
    }

    /// In tables side by side, the words in front of a number in a column of labels: the cells of the row stand too far to the left.
    fn words_before_number(&self, row: usize, at: &[usize], table: &Table) -> Option<usize> {
        let holds_number = |index: usize, column: usize| {
            table.columns.get(index).is_some_and(|column| !column.facts.is_placing())
                && self.class(row, column) == Some(Class::Number)
                && self.piece(row, column).is_some_and(|piece| has_digit(self.text(piece)))
        };
        let number = at.iter().enumerate().position(|(index, &column)| holds_number(index, column));
        let is_words = |column: &&usize| {
            matches!(self.class(row, **column), Some(Class::Words | Class::Mixed))
        };
        let before = at.get(..number.filter(|_| at.len() < self.width)?)?;
        before.iter().find(is_words).and_then(|&column| self.piece(row, column))
    }

    /// Reports a cell over several columns of figures that may be of any of them.
    fn doubt_merged(&self, row: usize, at: &[usize], table: &mut Table) {
        let holds_number =
            |piece: usize| self.text(piece).bytes().any(|byte| byte.is_ascii_digit());
        let mut repeated: Vec<usize> = Vec::new();
        let mut seen: Vec<usize> = Vec::new();
        for (index, &column) in at.iter().enumerate() {
            let is_figures =
                table.columns.get(index).is_some_and(|column| column.content.is_none());
            if let Some(piece) = self.piece(row, column).filter(|_| is_figures) {
                if seen.contains(&piece) {
                    repeated.push(piece);
                } else {
                    seen.push(piece);
                }
            }
        }
        if repeated.iter().any(|&piece| holds_number(piece))
            && let Some(&first) = repeated.first()
        {
            table.doubts.push(Doubt {
                at: Lines::one(first),
                what: Message::ReadForEachColumn { text: self.text(first).into() },
            });
        }
    }

    pub(super) fn has_numbers_beside(&self, row: usize, at: &[usize], label: usize) -> bool {
        at.iter().any(|&column| {
            column != label
                && self.class(row, column) == Some(Class::Number)
                && self
                    .piece(row, column)
                    .is_some_and(|piece| self.text(piece).bytes().any(|byte| byte.is_ascii_digit()))
        })
    }
}
