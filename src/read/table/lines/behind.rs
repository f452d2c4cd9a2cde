//! Labels that stand behind the figures of their row, from one row on: a label of several lines stands in the middle of its row, and a copy
//! of the page prints it after the cells.

use crate::findings::rule::Message;
use crate::read::facts::classes::Class;
use crate::read::lines::Lines;
use crate::read::shapes::is_sentence;
use crate::read::spot::Spot;
use crate::read::table::lines::segment::{Segment, text_of};
use crate::read::table::{Column, Doubt, Row, RowKind, Table, arithmetic};

impl Segment<'_, '_> {
    /// Gives each row the label below it, from the one row without a label on, where a label is left over behind the last row. `to` is the
    /// token behind the table; the one behind the label is returned.
    ///
    /// A row that its amounts prove to be a total needs no label, and words above the headers of another table are its title.
    pub(super) fn take_labels_behind(&self, to: usize, table: &mut Table) -> Option<usize> {
        let whole = table.rows.len();
        let is_last_bare = table.rows.last().is_some_and(|row| row.label.is_empty());
        let to = if is_last_bare { self.take_rows_of_one_text(to, table) } else { to };
        let end = self.move_labels(to, table);
        if end.is_none() {
            table.rows.truncate(whole);
        }
        end
    }

    /// Takes rows with the same words in each place, as those of a rating that doesn't change: *AAA*, *AAA*, *AAA*. The token behind them.
    fn take_rows_of_one_text(&self, mut to: usize, table: &mut Table) -> usize {
        const MIN: usize = 3;
        let figures = table.columns.iter().filter(|column| column.content.is_none()).count();
        let is_words = |at: usize| self.class(at) == Some(Class::Words);
        let are_one_text = |from: usize| {
            let mut places = from..from + figures;
            places.all(|at| is_words(at) && self.text(at) == self.text(from))
        };
        while figures >= MIN
            && is_words(to)
            && self.text(to) != self.text(to + 1)
            && are_one_text(to + 1)
        {
            let Some(label) = self.tokens.get(to) else { break };
            let mut at = to;
            let mut cell = |column: &Column| {
                column.content.is_none().then(|| at += 1)?;
                Some(self.tokens.get(at)?.cell(self.vocabulary.pack(), self.lines))
            };
            let cells = table.columns.iter().map(&mut cell).collect();
            let label = (label.first..=label.last).map(Spot::whole).collect();
            table.rows.push(Row::new(label, RowKind::Figures, cells));
            to += figures + 1;
        }
        to
    }

    fn move_labels(&self, to: usize, table: &mut Table) -> Option<usize> {
        let is_figures = |row: &Row| {
            let mut cells = row.cells.iter().zip(&table.columns);
            row.kind == RowKind::Figures
                && cells.all(|(cell, column)| cell.is_some() == column.content.is_none())
        };
        let last = table.rows.iter().rposition(|row| row.kind == RowKind::Figures)?;
        let rows = table.rows.get(..=last)?;
        let is_bare = |(at, row): (usize, &Row)| row.label.is_empty().then_some(at);
        let mut bare = rows.iter().enumerate().filter_map(is_bare);
        let (first, None) = (bare.next()?, bare.next()) else { return None };
        let names = table.columns.iter().filter(|column| column.is_of_labels()).count();
        if names != 1
            || first == 0
            || first == last
            || !rows.iter().all(is_figures)
            || table.columns.iter().any(|column| !column.is_of_labels() && column.content.is_some())
            || arithmetic::is_explained(self.vocabulary, self.lines, table, first)
        {
            return None;
        }
        // Labels without cells below the last row are rows of their own until they are taken out.
        let left = table.rows.get(last + 1).and_then(|row| row.label.first());
        let at =
            left.map_or(to, |spot| self.tokens.partition_point(|token| token.first < spot.piece()));
        let label = self.tokens.get(at).filter(|token| token.class == Class::Words)?;
        let text = self.text(at);
        let is_title = self.class(at + 1).is_some_and(|class| !matches!(class, Class::Words))
            || self.is_text_below(at)
            || self.heads.binary_search(&label.first).is_ok();
        if is_sentence(&text) || is_title {
            return None;
        }
        let mut behind: Vec<Spot> = (label.first..=label.last).map(Spot::whole).collect();
        let from = table.rows.get(first + 1).and_then(|row| row.label.first()).copied()?;
        let below = table.rows.get(first + 1).map(|row| text_of(self.lines, &row.label))?;
        for row in table.rows.get_mut(first..=last)?.iter_mut().rev() {
            std::mem::swap(&mut row.label, &mut behind);
        }
        table.rows.truncate(last + 1);
        table.doubts.push(Doubt {
            at: Lines { first: from.piece(), last: label.last },
            what: Message::LabelsBehind { row: (&*below).into() },
        });
        Some(at + 1)
    }
}
