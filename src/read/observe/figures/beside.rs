//! Cells of a row that are no figures: texts, sources, marks, and what belongs to no column.

use super::Cells;
use crate::findings::rule::Message;
use crate::leaves::code::Code;
use crate::leaves::dimension::DimensionName;
use crate::model::figure;
use crate::model::note::Attribute;
use crate::read::facts::letters::is_favour;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::{LineUse, Lines};
use crate::read::observe::blocks::lines_of;
use crate::read::observe::{At, Subject, What};
use crate::read::spot::Spot;
use crate::read::table::Column;
use crate::read::{label, marks, slices, table};

impl Cells<'_, '_> {
    pub(super) fn meta(&mut self, row: usize, subject: &mut Subject) {
        let Some(row) = self.table.rows.get(row) else { return };
        let head = crate::read::observe::blocks::name_of(self.around, &row.label);
        let texts: Vec<&str> =
            row.cells.iter().flatten().map(|cell| cell.spot.text(self.around.lines)).collect();
        let text = texts.join(" ");
        let Some(lines) = lines_of(&row.label) else { return };
        self.use_as(lines, LineUse::Note);
        for cell in row.cells.iter().flatten() {
            self.use_as(Lines::one(cell.spot.piece()), LineUse::Note);
        }
        match self.around.vocabulary.pack().column(head.trim_end_matches(':')) {
            Some(ColumnKind::Source) if subject.source.is_none() && !text.is_empty() => {
                subject.source = Some(text);
                // *Bron* on a line of its own says what stands below it, as a header does.
                self.use_as(lines, LineUse::Header);
            }
            _ if text.is_empty() => subject.remarks.push((head, lines)),
            _ => {
                let name = head.trim().trim_end_matches(':').to_owned();
                let at =
                    row.cells.iter().flatten().next().map_or(lines.first, |cell| cell.spot.piece());
                subject.attributes.push((Attribute::new(name, text), at));
            }
        }
    }

    /// The *V* or *N* in the column after that of a figure.
    pub(super) fn favour_beside(&self, row: &table::Row, at: usize) -> Option<String> {
        let next = self.table.columns.get(at + 1)?;
        if next.content != Some(ColumnKind::Favourable) {
            return None;
        }
        let cell = row.cells.get(at + 1).copied().flatten()?;
        Some(cell.spot.text(self.around.lines).to_owned()).filter(|text| text != "-")
    }

    pub(super) fn side_cell(
        &mut self,
        column: &Column,
        spot: crate::read::spot::Spot,
        subject: &mut Subject,
        start: usize,
    ) {
        let text = spot.text(self.around.lines);
        let header = column.header();
        let is_told = column.facts.is_mapped;
        match column.content {
            Some(ColumnKind::Label) => return,
            // Other words than these are of no figure: they are kept as they stand.
            Some(ColumnKind::Favourable)
                if is_favour(self.around.vocabulary.pack(), text) || text == "-" =>
            {
                return;
            }
            Some(ColumnKind::Area | ColumnKind::Population)
                if !self.table.columns.iter().any(|column| column.content.is_none()) => {}
            Some(ColumnKind::Area)
                if self.area.is_none_or(|area| {
                    self.table.columns.get(area).is_some_and(|of| std::ptr::eq(of, column))
                }) && slices::of(self.around.vocabulary.pack(), text, DimensionName::AREA)
                    .is_some() =>
            {
                return;
            }
            Some(ColumnKind::Role | ColumnKind::Flow) => {
                // What it doesn't say is kept.
                let own = self.around.vocabulary.facts(text);
                if own.role.is_some() || own.flow.is_some() {
                    return;
                }
            }
            // It is in the group of the line.
            Some(ColumnKind::Group) if self.is_of_money => return,
            Some(ColumnKind::Notes) => {
                if text != "-" {
                    subject.marks.push((
                        text.to_owned(),
                        Lines::one(spot.piece()),
                        start..usize::MAX,
                    ));
                }
                return;
            }
            Some(ColumnKind::Code) if self.is_of_money => {
                if let Ok(code) = text.parse::<Code>() {
                    subject.code = Some(code);
                    return;
                }
            }
            Some(ColumnKind::Period) => {
                for mark in marks::strip_trailing(text).1 {
                    subject.marks.push((mark, Lines::one(spot.piece()), start..usize::MAX));
                }
            }
            Some(ColumnKind::Population) if is_told => return,
            Some(ColumnKind::Attribute) if is_told => {
                subject.attributes.push((Attribute::new(&header, text), spot.piece()));
                return;
            }
            Some(ColumnKind::Status | ColumnKind::Remark) if is_told => {
                subject.statuses.push((text.to_owned(), start..usize::MAX));
            }
            Some(ColumnKind::Measured) if is_told => {
                subject.dates.push((text.to_owned(), start..usize::MAX));
            }
            Some(ColumnKind::Source) if is_told && subject.source.is_none() => {
                subject.source = Some(text.to_owned());
            }
            _ => {}
        }
        if is_told {
            subject.attributes.push((Attribute::new(&header, text), spot.piece()));
            return;
        }
        if label::is_status_header(self.around.vocabulary.pack(), &header) {
            subject.statuses.push((text.to_owned(), start..usize::MAX));
        } else if label::is_date_header(self.around.vocabulary.pack(), &header) {
            subject.dates.push((text.to_owned(), start..usize::MAX));
        }
        if label::is_source_header(self.around.vocabulary.pack(), &header)
            && subject.source.is_none()
        {
            subject.source = Some(text.to_owned());
        }
        subject.attributes.push((Attribute::new(&header, text), spot.piece()));
    }

    pub(super) fn misfit(
        &mut self,
        row: &table::Row,
        number: u32,
        name: &str,
        subjects: &mut [Subject],
        first: usize,
    ) {
        let cells: Vec<_> = row.cells.iter().flatten().collect();
        let columns: Vec<&Column> = self
            .table
            .columns
            .iter()
            .filter(|column| column.content != Some(ColumnKind::Label))
            .collect();
        let what = Message::RowOfOtherWidth {
            row: name.into(),
            cells: cells.len(),
            columns: columns.len(),
            headers: columns
                .iter()
                .take(Message::MAX_NAMES + 1)
                .map(|column| column.header().into())
                .collect(),
        };
        self.leave(row, number, row.cells.iter().flatten(), what, subjects, first);
    }

    /// Keeps cells of a row as unplaced, and reports why.
    pub(super) fn leave<'c>(
        &mut self,
        row: &table::Row,
        number: u32,
        cells: impl Iterator<Item = &'c table::Cell> + Clone,
        what: Message,
        subjects: &mut [Subject],
        first: usize,
    ) {
        let last = cells.clone().last().map(|cell| cell.spot.piece());
        let lines = lines_of(&row.label).unwrap_or(Lines::one(last.unwrap_or(self.table.from)));
        let lines = Lines { first: lines.first, last: last.unwrap_or(lines.last).max(lines.last) };
        self.report(At::Subject(first), lines, What::Finding(what));
        let table = self.observed_table();
        for cell in cells {
            let piece = cell.spot.piece();
            self.use_as(Lines::one(piece), LineUse::Cell);
            let text = cell.spot.text(self.around.lines);
            if let Some(subject) = subjects.first_mut() {
                let mut leave = |text: &str, spot: Spot| {
                    let cell = figure::Cell::new(text).at(table, number, 0);
                    subject.unplaced.push((cell, spot));
                };
                leave(text, cell.spot);
                // The *V* or *N* after it is kept beside it.
                if let Some(favour) = cell.favour {
                    leave(favour.text(self.around.lines), favour);
                }
            }
        }
    }
}
