//! The findings about the headers of a table, and about its rows that have no figures.

use super::Cells;
use crate::findings::argument::Quote;
use crate::findings::rule::Message;
use crate::leaves::dimension::DimensionName;
use crate::leaves::role::Role;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::{LineUse, Lines};
use crate::read::observe::blocks::lines_of;
use crate::read::observe::{At, Subject, What};
use crate::read::spot::Spot;
use crate::read::table::{Column, RowKind};
use crate::read::{heading, table};

/// That some columns of figures have no header.
fn without_header(figures: &[(usize, &Column)], first: Lines) -> Option<(At, Lines, Message)> {
    let is_blank = |column: &Column| column.headers.is_empty() && !column.facts.is_mapped;
    let blank: Vec<_> = figures.iter().filter(|(_, column)| is_blank(column)).collect();
    let (at, column) = blank.first()?;
    let columns = blank.len();
    let at = if columns == 1 { At::Column(*at) } else { At::Table };
    Some((at, column.lines.unwrap_or(first), Message::ColumnsWithoutHeader { columns }))
}

impl Cells<'_, '_> {
    /// Reports what is open about the columns, once for each cause.
    pub(super) fn report_columns(&mut self) {
        let has_periods =
            self.table.columns.iter().any(|column| column.content == Some(ColumnKind::Period));
        let has_column = self
            .table
            .columns
            .iter()
            .any(|column| column.content.is_none() && column.facts.period.is_some());
        let told_period = !has_column && self.around.scope.defaults.period.is_some();
        let scope = self.table.scope.period.is_some()
            || told_period
            || (!has_column && self.around.title.period.is_some())
            || self.title_fills()
            || self.of_edition.is_some()
            || self.labels_are_periods();
        let figures: Vec<(usize, &Column)> = self
            .table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.content.is_none())
            .collect();
        let first = Lines::one(self.table.head.first().copied().unwrap_or(self.table.from));
        let mut found = Vec::new();
        // *Opgesteld in juni 2017* above a table of 2018.
        let title = self.around.title.period.filter(|_| !has_column && !told_period);
        if let (Some(period), Some(edition)) = (title, self.around.edition)
            && !edition.contains(period)
            && !period.contains(edition)
        {
            found.push((At::Table, first, Message::PeriodOfTitle { period }));
        }
        if let Some((edition, _)) = self.of_edition {
            found.push((At::Table, first, Message::OfEdition { edition }));
        }
        if let Some(period) = self.around.title.period.filter(|_| self.title_fills()) {
            found.push((At::Table, first, Message::PeriodOfTitleForSome { period }));
        }
        // The finding about the edition says already that they have no header.
        if self.of_edition.is_none() {
            found.extend(without_header(&figures, first));
        }
        for &(at, column) in figures.iter().filter(|(_, column)| !column.headers.is_empty()) {
            let serving = self.period_column(at);
            let has_periods =
                has_periods && serving.is_some_and(|of| !self.is_of_other_time(of, column));
            let lines = column.lines.unwrap_or(first);
            let at = At::Column(at);
            let header = Quote::from(column.header());
            if column.facts.is_torn {
                found.push((at, lines, Message::HeaderTorn { header: header.clone() }));
            }
            if column.facts.is_misspelled {
                found.push((at, lines, Message::HeaderMisspelled { header: header.clone() }));
            }
            if column.facts.is_remarked && column.facts.is_placing() && column.slice.is_none() {
                found.push((at, lines, Message::HeaderRemark { header: header.clone() }));
            }
            // Words that no table knows may name a part of the population, and anything else.
            let is_named = column
                .slice
                .as_ref()
                .is_some_and(|slice| *slice.name() != DimensionName::POPULATION);
            let is_told_period = told_period && column.facts.content == Some(ColumnKind::Value);
            let is_bare = !column.facts.is_placing()
                && column.facts.unit.is_none()
                && !is_named
                && !is_told_period;
            if is_bare && !has_periods {
                found.push((at, lines, Message::UnknownHeader { header }));
            } else if column.facts.period.is_none()
                // A norm without a year holds for all of them.
                && column.facts.role != Some(Role::Norm)
                && !has_periods
                && !scope
            {
                found.push((at, lines, Message::HeaderWithoutYear { edition: None, header }));
            }
        }
        for (index, (at, column)) in figures.iter().enumerate() {
            let same = figures.iter().take(index).find(|(other_at, other)| {
                other.facts.period == column.facts.period
                    && other.facts.day == column.facts.day
                    && other.facts.years_after == column.facts.years_after
                    && other.facts.role == column.facts.role
                    && other.facts.flow == column.facts.flow
                    && other.slice == column.slice
                    && other.facts.unit == column.facts.unit
                    // *Saldo* and *Resultaat* are two lines.
                    && self.lines_of_columns.get(*other_at) == self.lines_of_columns.get(*at)
                    && column.facts.is_placing()
                    && (other.headers == column.headers || column.facts.rest == 0)
            });
            // The body in the column between them tells them apart.
            let is_parted = |other: usize| {
                self.area.is_some_and(|area| other < area && area < *at) && self.area_parts_values()
            };
            if let Some((_, same)) = same.filter(|(other, _)| !is_parted(*other)) {
                let (header, same) = (column.header().into(), same.header().into());
                let what = Message::HeaderRepeated { header, first: same };
                found.push((At::Column(*at), column.lines.unwrap_or(first), what));
            }
        }
        for (at, lines, what) in found {
            self.report(at, lines, What::Finding(what));
        }
    }

    /// Reports that nothing says in what the amounts of a table are.
    pub(super) fn report_scale(&mut self) {
        let stated = self.table.columns.iter().any(|column| column.facts.unit.is_some());
        if !self.is_of_money || self.unit.is_some() || stated || self.table.rows.is_empty() {
            return;
        }
        let first = self.table.rows.iter().find_map(|row| lines_of(&row.label));
        let lines = first.unwrap_or(Lines::one(self.table.from));
        let text = self.around.lines.get(lines.first).map_or("", |line| &*line.text);
        self.report(
            At::Table,
            lines,
            What::Finding(Message::ScaleNotStated { first: text.into() }),
        );
    }

    /// Reports rows that begin as the heading of a field does, where most rows of the table don't.
    pub(super) fn report_numbered_rows(&mut self) {
        let labels = self
            .table
            .rows
            .iter()
            .filter(|row| matches!(row.kind, RowKind::Figures | RowKind::Misfit));
        let labels: Vec<&[Spot]> = labels.map(|row| row.label.as_slice()).collect();
        let is_numbered = |label: &&&[Spot]| {
            let name = crate::read::observe::blocks::name_of(self.around, label);
            heading::field_heading(self.around.vocabulary, &name)
                .is_some_and(|found| found.heading.code.is_some())
        };
        let numbered: Vec<&[Spot]> = labels.iter().filter(is_numbered).copied().collect();
        if numbered.len() * 2 > labels.len() || numbered.is_empty() {
            return;
        }
        for label in numbered {
            let name = crate::read::observe::blocks::name_of(self.around, label);
            if let Some(lines) = lines_of(label) {
                let what = Message::RowAsHeading { row: name.into() };
                self.report(At::Table, lines, What::Finding(what));
            }
        }
    }

    pub(super) fn heading_without_rows(&mut self, row: &table::Row) {
        let Some(lines) = lines_of(&row.label) else { return };
        let name = crate::read::observe::blocks::name_of(self.around, &row.label);
        if row.is_spanned {
            self.use_as(lines, LineUse::Paragraph);
            self.observed.headings.push((name, lines));
            return;
        }
        let index = self.observed.subjects.len();
        self.report(
            At::Subject(index),
            lines,
            What::Finding(Message::RowWithoutCells { row: (&name).into() }),
        );
        self.use_as(lines, LineUse::Label);
        let subject = Subject::new(name, lines);
        self.observed.subjects.push(subject);
    }
}
