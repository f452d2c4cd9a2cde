//! Rows of areas below what is measured, whose unit and source stand on lines of their own as well: *Banen*, *per 1.000 inwoners*,
//! *LISA*, and below them *Rijnderveen*, `669`, `682` and *Nederland*, `740`, `742`.

use std::ops::Range;

use crate::read::facts::classes::Class;
use crate::read::facts::words::ColumnKind;
use crate::read::placement::ColumnsBy;
use crate::read::spot::Spot;
use crate::read::table::arrange::sure_arrangement;
use crate::read::table::lines::segment::{Segment, is_label_head};
use crate::read::table::settle::settle;
use crate::read::table::{Cell, Column, Row, RowKind, Table};
use crate::words::fold;

/// The texts between the header of the labels and the first figure, at most: five that say what is measured, and a column for each
/// year of a decade.
const MAX_HEAD: usize = 20;

/// What stands above the figures.
struct Head {
    /// The header of the labels.
    first: usize,
    /// The headers of what is said of each thing that is measured: its unit, its source.
    sides: Range<usize>,
    /// The headers of the figures.
    figures: Range<usize>,
}

/// What is measured in some rows.
struct Record {
    name: usize,
    /// The rows: the label of each, and the token after its last figure.
    rows: Vec<(usize, usize)>,
    /// What is remarked in front of it, of the one above.
    remarks: Vec<usize>,
}

impl Segment<'_, '_> {
    /// The table whose first figure is at a token, and the token after it, if its rows are named by areas that come again below each thing.
    pub(super) fn table_of_areas(&mut self, floor: usize, figure: usize) -> Option<(Table, usize)> {
        const MIN_RECORDS: usize = 2;
        let head = self.head_of_areas(floor, figure)?;
        let records = self.records(&head, figure);
        let areas = |record: &Record| -> Vec<String> {
            record.rows.iter().map(|(label, _)| fold(&self.text(*label), true)).collect()
        };
        let known = areas(records.first()?);
        let pack = self.vocabulary.pack();
        let names_body = known.iter().any(|name| pack.is_of_a_body(name));
        if records.len() < MIN_RECORDS
            || known.len() < 2
            || !names_body
            || !records.iter().all(|record| areas(record) == known)
        {
            return None;
        }
        let items = self.items(head.figures.start, head.figures.end);
        let best = sure_arrangement(&items, head.figures.len())?;
        let mut columns = vec![Column::of_labels()];
        columns.extend(best.columns.iter().map(|path| self.column_of(path, &items, best.how)));
        settle(self.vocabulary, &mut columns);
        let mut table = Table {
            columns,
            head: (head.first..head.figures.end)
                .flat_map(|at| self.spots(at))
                .map(Spot::piece)
                .collect(),
            from: self.tokens.get(head.first)?.first,
            columns_by: Some(ColumnsBy::Lines),
            labels_are_areas: true,
            ..Table::default()
        };
        let mut next = figure;
        for record in &records {
            for &remark in &record.remarks {
                table.rows.push(Row::new(self.spots(remark), RowKind::Meta, Vec::new()));
            }
            let group = Row::new(self.spots(record.name), RowKind::Group, Vec::new());
            table.rows.push(Row { is_spanned: true, ..group });
            for &(label, end) in &record.rows {
                table.rows.push(self.row_of_area(label, end, head.figures.len()));
                next = end;
            }
            for (side, of) in head.sides.clone().enumerate() {
                let value = self.spots(record.name + 1 + side).first().copied().map(Cell::at);
                table.rows.push(Row::new(self.spots(of), RowKind::Meta, vec![value]));
            }
        }
        let last = self.tokens.get(next.checked_sub(1)?)?;
        table.to = last.favour.unwrap_or(last.last) + 1;
        Some((table, next))
    }

    /// The headers above the first figure of such a table.
    fn head_of_areas(&mut self, floor: usize, figure: usize) -> Option<Head> {
        let lowest = figure.saturating_sub(MAX_HEAD).max(floor);
        let first = (lowest..figure).rev().find(|&at| {
            let facts = self.facts(at);
            is_label_head(&facts) && facts.rest == 0 && !facts.is_placing()
        })?;
        let is_side = |of: &mut Self, at: usize| {
            let facts = of.facts(at);
            let is_about = matches!(
                facts.content,
                Some(
                    ColumnKind::Unit
                        | ColumnKind::Source
                        | ColumnKind::Measured
                        | ColumnKind::Attribute
                )
            );
            is_about && facts.rest == 0 && !facts.is_placing()
        };
        let mut from = first + 1;
        while from < figure && is_side(self, from) {
            from += 1;
        }
        let mut to = from;
        while to < figure && self.is_pure_header(to) {
            to += 1;
        }
        let head = Head { first, sides: first + 1..from, figures: from..to };
        // The name, what is said of it, and the first area.
        let texts = figure.checked_sub(to)?;
        let is_whole =
            !head.sides.is_empty() && head.figures.len() > 1 && texts == head.sides.len() + 2;
        is_whole.then_some(head)
    }

    /// What is measured below some headers, from the first figure on. A text between numbers is the label of another area; as many as name
    /// a thing begin the next one, and more are remarks in front of it.
    fn records(&self, head: &Head, figure: usize) -> Vec<Record> {
        const MAX_REMARKS: usize = 2;
        let sides = head.sides.len();
        // *%* is a unit.
        let is_number = |at: usize| {
            matches!(self.class(at), Some(Class::Number | Class::Year)) && self.text(at) != "%"
        };
        let mut found: Vec<Record> = Vec::new();
        let (mut begin, mut at) = (head.figures.end, figure);
        loop {
            let end = at + (at..self.tokens.len()).take_while(|&at| is_number(at)).count();
            if end == at || end - at > head.figures.len() {
                break;
            }
            let texts = at - begin;
            if texts == 1 && !found.is_empty() {
                if let Some(last) = found.last_mut() {
                    last.rows.push((begin, end));
                }
            } else {
                let Some(more) = texts.checked_sub(sides + 2).filter(|more| *more <= MAX_REMARKS)
                else {
                    break;
                };
                let remarks = (begin..begin + more).collect();
                found.push(Record { name: begin + more, rows: vec![(at - 1, end)], remarks });
            }
            begin = end;
            let texts = (end..self.tokens.len()).take(sides + 2 + MAX_REMARKS + 1);
            at = end + texts.take_while(|&at| !is_number(at)).count();
        }
        found
    }

    /// The row of an area: one that lost a cell has none of which the column is known.
    fn row_of_area(&self, label: usize, end: usize, columns: usize) -> Row {
        let cells = (label + 1..end).map(|at| {
            let token = self.tokens.get(at)?;
            Some(token.cell(self.vocabulary.pack(), self.lines))
        });
        if end - label - 1 == columns {
            let cells = std::iter::once(None).chain(cells).collect();
            Row::new(self.spots(label), RowKind::Figures, cells)
        } else {
            Row::new(self.spots(label), RowKind::Misfit, cells.collect())
        }
    }

    /// The lines of a text.
    fn spots(&self, at: usize) -> Vec<Spot> {
        let token = self.tokens.get(at);
        token.map(|token| (token.first..=token.last).map(Spot::whole).collect()).unwrap_or_default()
    }
}
