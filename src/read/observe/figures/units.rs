//! In what the figures of a row are: by its label, a row of its own, its column of units, or the table.

use super::Cells;
use crate::findings::rule::Message;
use crate::leaves::unit::{Quantity, Scale, Unit};
use crate::read::facts::looks::Looks;
use crate::read::facts::words::ColumnKind;
use crate::read::label::Ones;
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

/// How each column of figures says that its amounts are in full, below a wider scale; `None` for the others.
pub(super) fn in_full(looks: &Looks<'_>, table: &Table, wider: Option<&Unit>) -> Vec<Option<Ones>> {
    let pack = looks.pack();
    let wider = wider.filter(|unit| unit.scale() != Scale::Ones);
    let units = || table.columns.iter().filter_map(|column| column.facts.unit.as_ref());
    let of = |column: &Column| {
        let own = column.facts.unit.as_ref();
        // Without a unit of its own it may say no more than that amounts are multiplied by 1.
        let may_be = own.map_or(wider.is_some(), |own| {
            let is_like = wider.is_none_or(|wider| own.is_like(wider));
            own.quantity() == Some(Quantity::Money) && own.scale() == Scale::Ones && is_like
        });
        if column.content.is_some() || !may_be {
            return None;
        }
        // *€* beside *x € 1.000* is none of thousands.
        let is_scaled =
            |unit: &Unit| unit.scale() != Scale::Ones && own.is_some_and(|own| own.is_like(unit));
        let is_beside = units().any(is_scaled);
        let headers = column.headers.iter().filter_map(|header| label::ones(pack, header));
        let said = headers.chain(label::ones(pack, &column.header())).max();
        match said.or(own.map(|_| Ones::Sign))? {
            Ones::Sign if own.is_none() => None,
            Ones::Both if wider.is_none() => None,
            Ones::Sign if is_beside => Some(Ones::Words),
            said => Some(said),
        }
    };
    table.columns.iter().map(of).collect()
}

/// The unit of a table: that of its own headers, or else of the text above it. The sign of a currency alone leaves the scale that the
/// text states. With the piece that has such a sign.
pub(super) fn unit_of_table(
    around: &Around<'_, '_>,
    table: &Table,
) -> (Option<Unit>, Option<usize>) {
    let (Some(own), Some(above)) = (&table.scope.unit, &around.unit) else {
        return (table.scope.unit.clone().or_else(|| around.unit.clone()), None);
    };
    let pack = around.vocabulary.pack();
    let is_wider = own.scale() == Scale::Ones && above.scale() != Scale::Ones && own.is_like(above);
    let said = |&piece: &usize| {
        let text = around.lines.get(piece).map(|line| &*line.text)?;
        Some((label::ones(pack, text)?, piece))
    };
    let pieces = || table.head.iter().chain(&table.heads).chain(&table.caption);
    match pieces().filter_map(said).max_by_key(|(said, _)| *said) {
        Some((Ones::Sign | Ones::Both, piece)) if is_wider => (Some(above.clone()), Some(piece)),
        _ => (Some(own.clone()), None),
    }
}

impl Cells<'_, '_> {
    /// Reports the columns that say in full what the table says in a scale, where that isn't certain.
    pub(super) fn report_in_full(&mut self) {
        let wider = self.unit.as_ref().filter(|unit| unit.scale() != Scale::Ones);
        let Some(factor) = wider.map(|unit| unit.scale().factor()) else { return };
        let first = Lines::one(self.table.head.first().copied().unwrap_or(self.table.from));
        if !self.is_of_money {
            return;
        }
        for at in 0..self.in_full.len() {
            let said = self.in_full.get(at).copied().flatten();
            let Some((said, column)) = said.zip(self.table.columns.get(at)) else { continue };
            let lines = column.lines.unwrap_or(first);
            if let Some(what) = of_scale(said, &column.header(), factor) {
                self.report(At::Column(at), lines, What::Finding(what));
            }
        }
    }

    /// Reports the sign of a currency above a table that the text above it states a scale of.
    pub(super) fn report_sign(&mut self, piece: usize) {
        let Some(factor) = self.unit.as_ref().map(|unit| unit.scale().factor()) else { return };
        let text = self.around.lines.get(piece).map_or("", |line| &*line.text);
        if let Some(what) = of_scale(Ones::Sign, text, factor) {
            self.report(At::Table, Lines::one(piece), What::Finding(what));
        }
    }

    /// The unit that the figures of a column have by its header, in a row whose unit is `of_row`.
    pub(super) fn unit_of(&self, at: usize, of_row: Option<&Unit>) -> Option<Unit> {
        let own = self.table.columns.get(at)?.facts.unit.clone();
        let said = self.in_full.get(at).copied().flatten();
        let is_of_row = |row: &&Unit| {
            let table = self.unit.as_ref();
            self.is_of_all_columns && table.is_some_and(|of| of.is_like(row) && of != *row)
        };
        match said {
            // *Baten (x € 1)*, below a row that says the same as well.
            Some(Ones::Sure | Ones::Words) => {
                own.or_else(|| self.unit.clone()).map(|unit| unit.with_scale(Scale::Ones))
            }
            // *(€)* below *x € 1.000* is in thousands.
            Some(Ones::Sign | Ones::Both) => own.map(|unit| label::in_scale_of(unit, of_row)),
            // A row that states a scale is narrower than one that all columns have.
            None if of_row.is_some_and(|row| is_of_row(&row)) => None,
            None => own,
        }
    }

    /// The unit of a row of amounts in a table whose amounts are in `amounts`, with how it says that its own are in full.
    fn unit_of_amounts(&self, name: &str, amounts: &Unit) -> (Unit, Option<Ones>) {
        let looks = self.around.vocabulary;
        let unit = unit_of_row(looks, name, amounts);
        let own = looks.unit(name).filter(|own| {
            own.scale() == Scale::Ones && unit.scale() != Scale::Ones && own.is_like(amounts)
        });
        if own.is_none() {
            // *Lasten x € 1 (x € 1.000)*
            let may_be =
                amounts.scale() != Scale::Ones && label::may_state_scale(looks.pack(), name);
            let said = if may_be { label::ones(looks.pack(), name) } else { None };
            return (unit, said.filter(|said| *said == Ones::Both));
        }
        match own.and_then(|own| Some((own, label::ones(looks.pack(), name)?))) {
            Some((_, said @ (Ones::Sign | Ones::Both))) => (unit, Some(said)),
            Some((own, said)) => (own, Some(said)),
            None => (unit, None),
        }
    }

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
                    let wider =
                        self.unit.clone().filter(|wider| self.is_of_money && unit.is_like(wider));
                    let unit = label::in_scale_of(unit, self.around.vocabulary.unit(bare).as_ref());
                    let wider = wider.filter(|wider| {
                        unit.scale() == Scale::Ones && wider.scale() != Scale::Ones
                    });
                    let said = label::ones(self.around.vocabulary.pack(), text);
                    let Some((wider, said)) = wider.zip(said) else {
                        subject.unit = Some(unit);
                        return;
                    };
                    // *€* in a column is the sign alone, as it is in a cell.
                    let is_in_full = said >= Ones::Words;
                    subject.unit = Some(if is_in_full { unit } else { wider.clone() });
                    if let Some(what) = of_scale(said, text, wider.scale().factor()) {
                        let index = self.observed.subjects.len();
                        let lines = Lines::one(spot.piece());
                        self.report(At::Subject(index), lines, What::Finding(what));
                    }
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
            let (unit, said) = self.unit_of_amounts(bare, &amounts);
            subject.unit = Some(unit);
            // The group says it of all its rows.
            let wider = self.unit.clone().unwrap_or_else(|| amounts.clone());
            let said = said.map(|said| (said, bare.to_owned(), amounts)).or_else(|| {
                let (said, text) = block.in_full.clone()?;
                (wider.scale() != Scale::Ones).then_some((said, text, wider))
            });
            let what = said.and_then(|(said, text, of)| of_scale(said, &text, of.scale().factor()));
            if let Some(what) = what {
                let index = self.observed.subjects.len();
                self.report(At::Subject(index), subject.lines, What::Finding(what));
            }
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

/// What is to be said of amounts that are in full within a scale, or may be.
fn of_scale(said: Ones, text: &str, factor: u32) -> Option<Message> {
    match said {
        Ones::Sure => None,
        Ones::Words => Some(Message::InFullWithin { text: text.into(), factor }),
        Ones::Both => Some(Message::TwoScales { text: text.into() }),
        Ones::Sign => Some(Message::SignWithin { text: text.into(), factor }),
    }
}
