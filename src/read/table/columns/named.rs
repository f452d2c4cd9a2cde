//! A table of one row without a label, below the name of what it is about: *Indicator: Woonlasten*, *Realisatie 2014 Beoogd 2015*,
//! `700 710`.

use super::{Finder, items_of};
use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::placement::ColumnsBy;
use crate::read::shapes::is_sentence;
use crate::read::spot::Spot;
use crate::read::table::arrange::sure_arrangement;
use crate::read::table::settle::settle;
use crate::read::table::{Cell, Column, Row, RowKind, Table, name_in};

impl Finder<'_, '_> {
    /// The table of the only row, if a line of headers that say when stands right above it, one for each cell, and a name above those.
    pub(super) fn named(&self, floor: usize) -> Option<Table> {
        let [row] = self.rows else { return None };
        let head = row.line.checked_sub(1)?;
        let name = head.checked_sub(1).filter(|name| *name >= floor)?;
        let text = &*self.lines.get(name)?.text;
        // *Indicator: Formatie (fte)* has a word that may be a header.
        let class = self.vocabulary.class(text);
        let is_name = matches!(class, Class::Words | Class::Mixed | Class::Header)
            && self.vocabulary.facts(text).period.is_none()
            && !text.ends_with(':')
            && !is_sentence(text);
        if row.label > 0 || !is_name {
            return None;
        }
        let mut items = Vec::new();
        items_of(self.vocabulary, self.lines, head, row.line, false, &mut items);
        let is_pure = items.iter().all(|item| item.facts.is_placing() && item.facts.rest == 0);
        let best = sure_arrangement(&items, row.cells.len()).filter(|_| is_pure)?;
        if best.columns.iter().any(|path| path.facts.period.is_none()) {
            return None;
        }
        let mut columns = vec![Column { content: Some(ColumnKind::Label), ..Column::default() }];
        columns.extend(best.columns.iter().map(|path| self.column_of(path, &items)));
        settle(self.vocabulary, &mut columns);
        let cells = row.cells.iter().map(|of| Some(Cell::of_row(row.line, of)));
        let label: Vec<Spot> = vec![name_in(self.vocabulary.pack(), self.lines, name)];
        let only = Row::new(label, RowKind::Figures, std::iter::once(None).chain(cells).collect());
        Some(Table {
            columns,
            rows: vec![only],
            head: vec![head],
            from: name,
            to: row.line + 1,
            columns_by: Some(ColumnsBy::Rows),
            ..Table::default()
        })
    }
}
