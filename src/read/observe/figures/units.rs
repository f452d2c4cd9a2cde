//! In what the figures of a row are: by its label, a row of its own, its column of units, or the table.

use super::Cells;
use crate::findings::rule::Message;
use crate::leaves::unit::{Quantity, Unit};
use crate::read::facts::looks::Looks;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::Lines;
use crate::read::mapping::TableKind;
use crate::read::observe::blocks::Block;
use crate::read::observe::{Around, At, Subject, What};
use crate::read::table::{Column, Row, Table};
use crate::read::{label, marks};

/// The unit of a row in a table whose amounts are in `amounts`. A row that states another measure has
/// that one, and none of the scale.
pub(super) fn unit_of_row(looks: &Looks<'_>, name: &str, amounts: &Unit) -> Unit {
    if let Some(unit) = looks.unit(name) {
        return label::in_scale_of(unit, Some(amounts));
    }
    // *(20% van de lasten)* says of what another number is.
    let is_unit = |(at, _): (usize, &str)| {
        let before = name.get(..at).map_or("", str::trim_end);
        !before.ends_with(|c: char| c.is_ascii_digit())
    };
    if name.match_indices('%').any(is_unit) {
        return Unit::PERCENT;
    }
    // *Lasten per inwoner* are in full euros, and a scale that isn't understood is none.
    match label::per(looks.pack(), name) {
        Some((count, of)) => Unit::EURO.with_per(count, of).unwrap_or(Unit::EURO),
        None => amounts.clone(),
    }
}

/// In what the amounts of a table are that doesn't say it: in the currency that its cells print, or else in euros where the language is
/// of countries that have no other.
pub(super) fn usual_money(around: &Around<'_, '_>, table: &Table) -> Option<Unit> {
    let pack = around.vocabulary.pack();
    let mut cells = table.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let printed = cells.find_map(|cell| {
        let text = cell.spot.text(around.lines).trim_start_matches(['-', '(', '−']);
        pack.currency(text).map(|(unit, _)| unit.clone())
    });
    printed.or_else(|| pack.is_of_euros().then_some(Unit::EURO))
}

impl Cells<'_, '_> {
    /// The unit of a subject: by a row of its own, by its column of units, by its label, or that of the
    /// table.
    pub(super) fn take_unit(&mut self, block: &Block, subject: &mut Subject) {
        let stated = block.group_unit.clone().or_else(|| self.unit.clone());
        let printed = &block.name;
        let bare = marks::without(printed);
        for &meta in &block.metas {
            let Some(row) = self.table.rows.get(meta) else { continue };
            let head = crate::read::observe::blocks::name_of(self.around, &row.label);
            if self.around.vocabulary.pack().column(head.trim_end_matches(':'))
                != Some(ColumnKind::Unit)
            {
                continue;
            }
            let text =
                row.cells.iter().flatten().next().map(|cell| cell.spot.text(self.around.lines));
            if let Some(unit) = text.and_then(|text| {
                label::unit_of_column(self.around.vocabulary.pack(), text)
                    .or_else(|| label::amounts(self.around.vocabulary.pack(), text))
            }) {
                subject.unit = Some(unit);
                return;
            }
        }
        let columns = self.columns_of_units();
        // With several of them each figure has its own: *€* in front of a rate, *Hectare* in front of what it is levied on.
        if columns.len() > 1 {
            return;
        }
        let column = columns.first().copied();
        let row = block.rows.first().and_then(|row| self.table.rows.get(row.row));
        let in_column = column
            .and_then(|column| row?.cells.get(column).copied().flatten())
            .map(|cell| cell.spot);
        if let Some(spot) = in_column {
            let text = spot.text(self.around.lines);
            match label::unit_of_column(self.around.vocabulary.pack(), text) {
                Some(unit) => {
                    subject.unit =
                        Some(label::in_scale_of(unit, self.around.vocabulary.unit(bare).as_ref()));
                    return;
                }
                None if label::has_scale(self.around.vocabulary.pack(), text) => {
                    let what = Message::UnknownUnit { unit: text.into() };
                    let index = self.observed.subjects.len();
                    self.report(At::Subject(index), Lines::one(spot.piece()), What::Finding(what));
                    return;
                }
                None => {}
            }
        }
        if self.is_of_money {
            let Some(amounts) = stated.or_else(|| self.usual_money.clone()) else {
                subject.unit = self.around.vocabulary.unit(bare);
                return;
            };
            subject.unit = Some(unit_of_row(self.around.vocabulary, bare, &amounts));
            return;
        }
        let counts = stated.filter(|unit| unit.is_like(&Unit::COUNT));
        subject.unit = match self.around.vocabulary.unit(bare) {
            Some(unit) => Some(label::in_scale_of(unit, counts.as_ref())),
            // *Totalen (bedragen x € 1.000)* above rows of amounts among others.
            None if block.group_unit.is_some() => block
                .group_unit
                .as_ref()
                .map(|amounts| unit_of_row(self.around.vocabulary, bare, amounts)),
            None => counts.or_else(|| self.told_unit()),
        };
        if subject.unit.is_none() && label::has_scale(self.around.vocabulary.pack(), bare) {
            let what = Message::UnknownScale { label: bare.into() };
            let index = self.observed.subjects.len();
            self.report(At::Name(index), subject.lines, What::Finding(what));
            subject.is_scale_unknown = true;
        }
    }

    pub(super) fn columns_of_units(&self) -> Vec<usize> {
        let columns = self.table.columns.iter().enumerate();
        let units = columns.filter(|(_, column)| column.content == Some(ColumnKind::Unit));
        units.map(|(at, _)| at).collect()
    }

    /// The unit of a figure in a table with several columns of units: that of the nearest one in front of it. `None` with one such
    /// column, whose unit is of the row.
    pub(super) fn unit_in_front(&self, columns: &[usize], row: &Row, at: usize) -> Option<Unit> {
        if columns.len() < 2 {
            return None;
        }
        let before = columns.partition_point(|column| *column < at).checked_sub(1)?;
        let cell = row.cells.get(*columns.get(before)?).copied().flatten()?;
        let text = cell.spot.text(self.around.lines);
        label::unit_of_column(self.around.vocabulary.pack(), text)
    }

    /// Whether a column states a unit that counts more than that of its row: a mapping says it, or a
    /// mapping says the other for tables that state none.
    pub(super) fn is_overridden(&self, column: &Column, of_row: &Unit) -> bool {
        let mapped = || self.around.scope.headers.mapped()?.column(column.mapped?)?.unit.as_ref();
        let is_told = self.table.scope.unit.is_none()
            && self.around.unit.is_none()
            && self.around.scope.defaults.unit.as_ref() == Some(of_row);
        column.facts.unit.is_some() && (is_told || mapped().is_some())
    }

    /// The unit that a mapping gives indicators that state none.
    pub(super) fn told_unit(&self) -> Option<Unit> {
        let defaults = &self.around.scope.defaults;
        let is_for_indicators = defaults.kind == Some(TableKind::Indicators);
        let is_amount = |unit: &&Unit| unit.quantity() == Some(Quantity::Money);
        defaults.unit.as_ref().filter(|unit| is_for_indicators || !is_amount(unit)).cloned()
    }
}
