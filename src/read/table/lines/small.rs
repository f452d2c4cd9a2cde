//! A table for one thing: its name, the headers, and a cell below each, without a label among them.

use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::placement::ColumnsBy;
use crate::read::spot::Spot;
use crate::read::table::arrange::sure_arrangement;
use crate::read::table::lines::segment::Segment;
use crate::read::table::settle::settle;
use crate::read::table::{Cell, Column, Row, RowKind, Table, name_in};

/// The most columns of such a table.
const MAX_COLUMNS: usize = 12;

impl Segment<'_, '_> {
    /// The small table whose first cell is at a token, and the token after it.
    pub(super) fn small_table(&mut self, floor: usize, figure: usize) -> Option<(Table, usize)> {
        let is_number = |of: &Self, at: usize| of.class(at) == Some(Class::Number);
        let count = (figure..self.tokens.len()).take_while(|&at| is_number(self, at)).count();
        if !(2..=MAX_COLUMNS).contains(&count) {
            return None;
        }
        let mut head = figure;
        while head > floor && self.is_pure_header(head - 1) {
            head -= 1;
        }
        let last = figure.checked_sub(1)?;
        if head == figure || head <= floor || self.facts(last).period.is_none() {
            return None;
        }
        let facts = self.facts_above(floor, head);
        let label = facts.first().map_or(head, |pair| pair.0).checked_sub(1)?;
        if label < floor
            || !self.is_words(label)
            || self.ends_as_lead(label)
            || self.is_long_sentence(label)
            || self.has_cells_behind(figure + count)
        {
            return None;
        }
        let items = self.items(head, figure);
        let best = sure_arrangement(&items, count)?;
        let mut columns = vec![Column { content: Some(ColumnKind::Label), ..Column::default() }];
        columns.extend(best.columns.iter().map(|path| self.column_of(path, &items, best.how)));
        settle(self.vocabulary, &mut columns);
        let spots = |at: usize| -> Vec<Spot> {
            let token = self.tokens.get(at);
            token
                .map(|token| (token.first..=token.last).map(Spot::whole).collect())
                .unwrap_or_default()
        };
        let cell = |at: usize| {
            let token = self.tokens.get(at)?;
            Some(token.cell(self.vocabulary.pack(), self.lines))
        };
        let only = self.tokens.get(label).filter(|token| token.first == token.last);
        let name = only.map(|token| vec![name_in(self.vocabulary.pack(), self.lines, token.first)]);
        let row = Row::new(
            name.unwrap_or_else(|| spots(label)),
            RowKind::Figures,
            std::iter::once(None).chain((figure..figure + count).map(cell)).collect(),
        );
        let whole = |at: usize| spots(at).first().copied().map(Cell::at);
        let meta = |&(head, value): &(usize, usize)| {
            Row::new(spots(head), RowKind::Meta, vec![whole(value)])
        };
        let rows = std::iter::once(row).chain(facts.iter().map(meta)).collect();
        let next = figure + count;
        let line = |at: usize| self.tokens.get(at).map(|token| token.first);
        let end =
            self.tokens.get(next - 1).map_or(0, |token| token.favour.unwrap_or(token.last) + 1);
        let table = Table {
            columns,
            rows,
            head: (head..figure).flat_map(spots).map(Spot::piece).collect(),
            from: line(label)?,
            to: end,
            columns_by: Some(ColumnsBy::Lines),
            ..Table::default()
        };
        Some((table, next))
    }

    /// The words right above headers that say something about what the table is of, each with the text below it: *Eenheid*, *Duizend
    /// euro*, *Bron*, *CBS*.
    fn facts_above(&mut self, floor: usize, head: usize) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut end = head;
        while let Some(word) = end.checked_sub(2).filter(|word| *word > floor) {
            let facts = self.facts(word);
            let is_about = facts.rest == 0
                && !facts.is_placing()
                && matches!(
                    facts.content,
                    Some(
                        ColumnKind::Unit
                            | ColumnKind::Source
                            | ColumnKind::Measured
                            | ColumnKind::Direction
                            | ColumnKind::Attribute
                    )
                );
            let is_value = !matches!(self.class(word + 1), None | Some(Class::Year | Class::Dated));
            if !is_about || !is_value {
                break;
            }
            found.push((word, word + 1));
            end = word;
        }
        found.reverse();
        found
    }

    /// Whether a text leads to what follows it, and is no name: *Beoogde maatschappelijke effecten:*.
    fn ends_as_lead(&self, at: usize) -> bool {
        self.text(at).ends_with(':')
    }

    /// Whether a text is a header and nothing else, of figures.
    pub(super) fn is_pure_header(&mut self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::Header | Class::Dated | Class::Year)) && {
            let facts = self.facts(at);
            facts.rest == 0 && facts.is_placing() && facts.content.is_none()
        }
    }

    /// Whether words and a number follow: then the table has rows, and the label of the first is lost.
    fn has_cells_behind(&self, at: usize) -> bool {
        self.is_words(at) && self.class(at + 1) == Some(Class::Number)
    }
}
