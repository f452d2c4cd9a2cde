//! Resolves ambiguous cells by the other cells of their row, the header and the table.

use chrono::Datelike;

use super::cell::compared;
use super::explain::Resolution;
use super::mapping::DecimalSign;
use super::peers::{Peers, ends_of, has_another_near, has_near, is_below_one, is_long};
use super::raw_cell::{CellExtras, Grouped, Interpretation, RawCell};
use crate::findings::argument::{Doubt, Quote};
use crate::findings::rule::Message;
use crate::leaves::list::List;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::{Role, Status};
use crate::leaves::unit::{Per, Scale, Unit};
use crate::leaves::value::{Comparison, Missing, Reference, Value};
use crate::model::figure::{Cell, Figure};

/// How the numbers of a table are written, as far as its unambiguous cells show.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that cells may show")]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Convention {
    comma_is_decimal: bool,
    point_is_decimal: bool,
    /// A point follows a zero (`0.5`) or digits that nobody writes without groups (`500000.0`), where it can only be a decimal sign.
    point_is_surely_decimal: bool,
    point_groups: bool,
    /// A number that can be read in one way only has points for groups: `69.998.000.000`.
    point_surely_groups: bool,
    /// How many numbers have one point with three digits behind it: `4.005`.
    grouped: u32,
    /// Whether a column has such numbers, and others without a sign: `9.418` above `145`.
    is_mixed: bool,
}

impl Convention {
    /// Takes over what is known about the table beforehand.
    pub(super) fn tell(&mut self, sign: DecimalSign) {
        match sign {
            DecimalSign::Comma => {
                self.comma_is_decimal = true;
                self.point_groups = true;
            }
            DecimalSign::Point => {
                self.point_is_decimal = true;
                self.point_is_surely_decimal = true;
            }
        }
    }

    /// Takes the points of several amounts in thousands for groups: nobody prints those with three decimals each.
    pub(super) fn settle_thousands(&mut self) {
        const MIN: u32 = 3;
        self.point_groups |= self.grouped >= MIN && !self.point_is_decimal;
    }

    /// Whether the points of several numbers are those of groups, since others of their column have no decimals: `9.418` above
    /// `145`.
    fn groups_by_column(&self) -> bool {
        const MIN: u32 = 3;
        self.grouped >= MIN && self.is_mixed && !self.point_is_decimal
    }

    /// Adds the looks of the numbers of a column.
    pub(super) fn learn_column(&mut self, looks: NumberLooks) {
        self.is_mixed |= looks.is_grouped && looks.is_whole;
    }

    /// Adds what a cell shows.
    pub(super) fn learn(&mut self, reading: &RawCell) {
        match reading.interpretation {
            Interpretation::Sure(_) => {
                self.comma_is_decimal |= reading.signs.comma;
                self.point_groups |= reading.signs.point;
                self.point_surely_groups |= reading.signs.point;
            }
            Interpretation::Grouped(ref grouped) => {
                self.point_groups |= grouped.safe;
                self.grouped += u32::from(grouped.point);
            }
            Interpretation::Point(ref value) => {
                self.point_is_decimal = true;
                self.point_is_surely_decimal |= is_below_one(value) || is_long(value);
            }
            _ => {}
        }
    }
}

/// How the numbers of a column are written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NumberLooks {
    /// Whether one has a point with three digits after it.
    is_grouped: bool,
    /// Whether one has several digits and no sign.
    is_whole: bool,
}

impl NumberLooks {
    /// Adds those of a number.
    pub(super) fn learn(&mut self, reading: &RawCell) {
        /// A number of a list is smaller.
        const MIN: u32 = 100;
        match reading.interpretation {
            Interpretation::Sure(Value::Exact(number)) => {
                let is_plain = !reading.signs.comma && !reading.signs.point && !reading.may_be_year;
                let is_large = number.places() == 0 && number.abs() >= Number::from(MIN);
                self.is_whole |= is_plain && is_large;
            }
            Interpretation::Grouped(ref grouped) => self.is_grouped |= grouped.point,
            _ => {}
        }
    }
}

/// What is known about the surroundings of a cell.
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of the cell")]
pub(super) struct Context<'a> {
    /// The unit that the label states.
    pub(super) unit: Option<&'a Unit>,
    /// The unit that the header of the column states.
    pub(super) header_unit: Option<&'a Unit>,
    /// Whether the header says that its amounts are in full, which is narrower than the scale of the label.
    pub(super) is_in_full: bool,
    /// Whether the row is in a table of money, where amounts are whole, possibly in thousands.
    pub(super) is_of_money: bool,
    /// The period of the column.
    pub(super) period: Option<Period>,
    /// How the table writes its numbers.
    pub(super) convention: Convention,
    /// The unambiguous numbers of the row.
    pub(super) peers: &'a Peers,
    /// The role of the column.
    pub(super) role: Option<Role>,
    /// What a dash means according to the legend of the table.
    pub(super) dash: Option<Missing>,
    /// Whether a minus behind a number is its sign, as in books of accounts. Among results it may be a
    /// dash for the next cell.
    pub(super) takes_minus_behind: bool,
    /// Whether the cell is in a table: a year in it is then its period, where its header names none.
    pub(super) is_in_table: bool,
    /// Whether the table has a footnote with a mark.
    pub(super) has_footnote: &'a dyn Fn(&str) -> bool,
}

/// Something to be reported about a cell.
pub(super) enum CellReport {
    Finding(Message),
    /// How the ambiguity of the cell was resolved.
    Resolution(Resolution),
}

impl Context<'_> {
    /// Passes the figures of a cell to `take`: one, or one for each of its parts. Findings go to
    /// `report`.
    pub(super) fn figures(
        &self,
        cell: Cell,
        mut raw: RawCell,
        report: &mut dyn FnMut(CellReport),
        mut take: impl FnMut(Figure),
    ) {
        let Some((parts, notes)) = raw.take_parts() else {
            return take(self.figure(cell, raw, report));
        };
        if let Some(likely) = raw.likely {
            let printed = (&*cell.printed).into();
            report(CellReport::Finding(Message::CellInDoubt { doubt: likely, printed }));
        }
        for part in parts {
            let figure = self.figure(cell.clone(), part.reading, report);
            take(Figure {
                dimensions: part.slice.into_iter().collect(),
                notes: notes.iter().cloned().collect(),
                ..figure
            });
        }
    }

    /// The figure of a cell that has no parts.
    pub(super) fn figure(
        &self,
        cell: Cell,
        mut raw: RawCell,
        report: &mut dyn FnMut(CellReport),
    ) -> Figure {
        let CellExtras { mut status, mut notes, remark, role } = raw.take_extras();
        // A letter for what the header says already, or says otherwise, is a remark.
        let is_of_cell = self.role.is_none();
        let remark = remark.or_else(|| Some(role.filter(|_| !is_of_cell)?.1.to_string()));
        let role = self.role.or(role.map(|(role, _)| role));
        let likely = raw.likely.or_else(|| {
            let may_be_year = raw.may_be_year && self.has_year_near(&raw.interpretation);
            may_be_year.then_some(Doubt::MayBeYear)
        });
        if !self.takes_minus_behind
            && has_minus_behind(&cell.printed)
            && matches!(raw.interpretation, Interpretation::Sure(Value::Exact(_)))
        {
            raw.interpretation = Interpretation::Misprint;
            raw.unit = None;
        }
        let value = self.resolve(&cell.printed, raw.interpretation, &mut notes, report);
        let (value, unit) = if raw.scaled {
            // The scale of `1,2 mln` has been applied, and that of the label doesn't apply to it.
            (value, raw.unit)
        } else {
            self.scaled(value, raw.unit, &cell.printed, report)
        };
        if let Some(likely) = likely {
            let printed = (&*cell.printed).into();
            report(CellReport::Finding(Message::CellInDoubt { doubt: likely, printed }));
        }
        let is_understood = (raw.dated.is_some() || !status.is_empty()) && !raw.unclear_remark;
        if let Some(remark) = &remark
            && !value.is_missing()
            && !is_understood
        {
            let (remark, value) = (remark.into(), value.clone());
            report(CellReport::Finding(Message::RemarkKept { remark, value }));
        }
        if raw.unclear_remark && !value.is_missing() {
            status.insert(Status::Unclear);
        }
        // *24% (2013)* in a column *Realisatie* is what was achieved in that year.
        let is_measured = self.is_in_table
            && role.is_none_or(|role| matches!(role, Role::Realised | Role::Baseline));
        Figure {
            period: self.period.or(raw.dated.filter(|_| is_measured)),
            role,
            value,
            unit: unit.filter(|unit| !self.is_short_for_label(unit)),
            dimensions: List::new(),
            dated: raw.dated,
            status,
            notes: notes.into(),
            remark: remark.map(String::into_boxed_str),
            cell: Some(cell),
        }
    }

    /// A value in its unit, multiplied by the scale that the header or the label states. The rule is
    /// the same for every kind of value, in indicators and in tables of money.
    fn scaled(
        &self,
        value: Value,
        unit: Option<Unit>,
        printed: &str,
        report: &mut dyn FnMut(CellReport),
    ) -> (Value, Option<Unit>) {
        /// In euro. No amount in a Dutch public budget is larger: it is about twice the gross domestic
        /// product of the Netherlands (1,068 thousand million in 2023).
        const MAX: i64 = 2_000_000_000_000;
        let is_number = value.bounds().is_some() || matches!(value, Value::ChangeBy { .. });
        let own = match &value {
            Value::ChangeBy { unit, .. } => unit.as_ref(),
            _ => unit.as_ref(),
        };
        let scale = self.scale(own);
        if scale == Scale::Ones || !is_number {
            return (value, unit);
        }
        let prints_own = own.is_some();
        let Some(times) = value.clone().in_scale(scale) else {
            let factor = scale.factor();
            let what = Message::TooLongForScale { factor, printed: printed.into() };
            report(CellReport::Finding(what));
            return (Value::Text(printed.to_owned()), unit);
        };
        if prints_own && !self.is_of_money {
            // `€ 12.000.000` under *in miljoenen* is in full euros, and `€ 12` most likely isn't.
            let is_beyond = |number: Number| number.abs() > Number::from(MAX);
            if times.bounds().is_some_and(|bounds| bounds.ends().any(is_beyond)) {
                let factor = scale.factor();
                let what = Message::NotMultiplied { factor, printed: printed.into() };
                report(CellReport::Finding(what));
                return (value, unit);
            }
            let factor = scale.factor();
            let what = Message::Multiplied { factor, printed: printed.into() };
            report(CellReport::Finding(what));
        }
        report(CellReport::Resolution(Resolution::Scale));
        let in_scale = |unit: Unit| unit.with_scale(scale);
        let value = match times {
            Value::ChangeBy { direction, by, unit, to } => {
                Value::ChangeBy { direction, by, unit: unit.map(in_scale), to }
            }
            value => value,
        };
        (value, unit.map(in_scale))
    }

    /// The scale of a cell without a scale of its own: that of the header, or else of the label. A cell
    /// in another unit than theirs has none.
    fn scale(&self, own: Option<&Unit>) -> Scale {
        let mut known = own;
        for stated in [self.header_unit, self.unit].into_iter().flatten() {
            if known.is_some_and(|known| known.measure() != stated.measure()) {
                return Scale::Ones;
            }
            if stated.scale() != Scale::Ones {
                return stated.scale();
            }
            // Only a header without a scale says it: the unit of a label has been brought to the scale that it is in.
            if self.is_in_full {
                return Scale::Ones;
            }
            known = known.or(Some(stated));
        }
        Scale::Ones
    }

    /// Whether the unit of a cell is that of the label in short: `€ 44` under *€ per inwoner*.
    fn is_short_for_label(&self, unit: &Unit) -> bool {
        unit.per().is_none()
            && self.unit.is_some_and(|of| of.per().is_some() && of.measure() == unit.measure())
    }

    /// The value of a cell, resolved by its surroundings.
    fn resolve(
        &self,
        printed: &str,
        interpretation: Interpretation,
        notes: &mut Vec<String>,
        report: &mut dyn FnMut(CellReport),
    ) -> Value {
        let quote = || Quote::from(printed);
        let mut resolved = |by| report(CellReport::Resolution(by));
        let what = match interpretation {
            Interpretation::Sure(Value::Missing(Missing::Unspecified)) if self.dash.is_some() => {
                resolved(Resolution::Legend);
                return Value::Missing(self.dash.unwrap_or(Missing::Unspecified));
            }
            Interpretation::Sure(value) => return value,
            Interpretation::Grouped(grouped) => {
                let Grouped { whole, decimal, point, safe } = *grouped;
                match self.groups_thousands(&whole, &decimal, point, safe) {
                    Some((true, by)) => {
                        resolved(by);
                        return whole;
                    }
                    Some((false, by)) => {
                        resolved(by);
                        return decimal;
                    }
                    None => Message::ThousandsOrDecimals { printed: quote(), whole, decimal },
                }
            }
            Interpretation::Point(value) => {
                let by = if is_below_one(&value) {
                    Some(Resolution::Alone)
                } else if self.has_peer_near(&value, 10) {
                    Some(Resolution::Peer)
                } else {
                    self.convention.point_is_surely_decimal.then_some(Resolution::Table)
                };
                if let Some(by) = by {
                    resolved(by);
                    report(CellReport::Finding(Message::DecimalPoint { printed: quote() }));
                    return value;
                }
                Message::PointInDoubt { printed: quote() }
            }
            Interpretation::Year { comparison, year } => {
                match self.year_or_number(comparison, year) {
                    Some((value, by)) => {
                        resolved(by);
                        return value;
                    }
                    None => Message::YearOrNumber { year, printed: quote() },
                }
            }
            Interpretation::YearBefore(comparison) => match self.year_before() {
                Some(year) => {
                    resolved(Resolution::Column);
                    return Value::Relative { comparison, to: Reference::Period(year) };
                }
                None => Message::NoYearBefore { printed: quote() },
            },
            Interpretation::Marked(marked) => {
                if marked.marks.iter().all(|mark| (self.has_footnote)(mark)) {
                    resolved(Resolution::Footnote);
                    notes.splice(0..0, marked.marks);
                    return self.resolve(printed, marked.interpretation, notes, report);
                }
                Message::MarkOrNumber { mark: marked.marks.join(" ").into(), printed: quote() }
            }
            Interpretation::Signed(value) => {
                if self.role == Some(Role::Difference) {
                    resolved(Resolution::Difference);
                    return value;
                }
                Message::NumberOrIncrease { printed: quote() }
            }
            unread => unread.misread(quote()),
        };
        report(CellReport::Finding(what));
        Value::Text(printed.to_owned())
    }

    /// The value of a comparison with the digits of a year. `None` if it is uncertain whether the year
    /// or the number is meant.
    fn year_or_number(&self, comparison: Comparison, year: u16) -> Option<(Value, Resolution)> {
        let number = compared(comparison, Number::from(year));
        Some(match self.is_year(year, &number)? {
            Ok(period) => {
                let to = Reference::Period(period);
                (Value::Relative { comparison, to }, Resolution::YearByPeers)
            }
            Err(()) => (number, Resolution::NumberByPeers),
        })
    }

    /// Whether the sign in a number groups thousands. `None` if the evidence is absent or contradicts
    /// itself.
    fn groups_thousands(
        &self,
        whole: &Value,
        decimal: &Value,
        point: bool,
        safe: bool,
    ) -> Option<(bool, Resolution)> {
        let convention = self.convention;
        let is_near = self.has_peer_near(whole, 20);
        let mut groups = is_near;
        let decimal_size = self.has_peer_near(decimal, if safe { 4 } else { 20 });
        // Things are counted in whole numbers, and so are amounts.
        let counts = self.unit.is_some_and(|unit| self.is_whole(unit));
        groups |= counts;
        let begins_decimals = if point {
            groups |= safe || convention.comma_is_decimal || convention.point_groups;
            convention.point_is_decimal && decimal_size
        } else {
            convention.comma_is_decimal || convention.point_groups
        };
        // The sizes of other numbers can rule decimals out, but never prove them: 1.200 next to 20 is
        // most likely 1200. A table that uses the sign for decimals elsewhere rules thousands out.
        // In a table of whole amounts whose points group elsewhere they group everywhere.
        if point
            && counts
            && self.is_of_money
            && convention.point_groups
            && !convention.point_is_decimal
        {
            return Some((true, Resolution::Table));
        }
        // Whatever the sizes are: a share may stand beside an amount.
        if point && convention.groups_by_column() {
            return Some((true, Resolution::Table));
        }
        // *69.998.000.000* and *99,4* in one table show what both signs are for.
        if point
            && convention.comma_is_decimal
            && convention.point_surely_groups
            && !convention.point_is_decimal
        {
            return Some((true, Resolution::Table));
        }
        let is_ambiguous = decimal_size || (point && convention.point_is_decimal && !counts);
        match (groups, begins_decimals) {
            (true, false) if !is_ambiguous || is_near => Some((
                true,
                match () {
                    () if counts => Resolution::Counts,
                    () if is_near => Resolution::Peer,
                    () if safe => Resolution::Alone,
                    () => Resolution::Table,
                },
            )),
            (false, true) => Some((false, Resolution::Table)),
            _ => None,
        }
    }

    /// Whether the numbers of a unit are whole: things that are counted as they are or a year, and
    /// the amounts of a table of money.
    fn is_whole(&self, unit: &Unit) -> bool {
        if self.is_of_money {
            return unit.measure() == Unit::EURO.measure() && unit.per().is_none();
        }
        let is_a_year = |per: Per<'_>| per.count == 1 && per.of == "year";
        unit.measure() == Unit::COUNT.measure()
            && unit.scale() == Scale::Ones
            && unit.per().is_none_or(is_a_year)
    }

    /// Whether a number of the row is at most `factor` times larger or smaller.
    fn has_peer_near(&self, value: &Value, factor: u32) -> bool {
        ends_of(value).any(|number| has_near(&self.peers.sure, number, factor))
    }

    /// Whether a number may be a year near that of the column: no other number of the row is of
    /// its size.
    fn has_year_near(&self, interpretation: &Interpretation) -> bool {
        const NEAR: u32 = 10;
        let Interpretation::Sure(Value::Exact(number)) = interpretation else { return false };
        let column = self.period.and_then(|period| u32::try_from(period.start().year()).ok());
        let is_near = column.is_some_and(|column| {
            let distance = Number::from(column).checked_sub(*number);
            distance.is_some_and(|distance| distance.abs() <= Number::from(NEAR))
        });
        is_near && !has_another_near(&self.peers.sure, *number, 4)
    }

    /// The calendar year before that of the column.
    fn year_before(&self) -> Option<Period> {
        let year = u16::try_from(self.period?.start().year()).ok()?;
        let is_year = Period::year(year).ok() == self.period;
        is_year.then(|| Period::year(year - 1).ok())?
    }

    /// Whether a comparison is with a year: `Ok` with the period if it is, `Err` if the number is
    /// meant, `None` if that is uncertain.
    fn is_year(&self, year: u16, number: &Value) -> Option<Result<Period, ()>> {
        const NEAR: i32 = 10;
        let distance = self.period.map(|period| period.start().year() - i32::from(year));
        // 2000 may well be a round number.
        let may_be_year =
            distance.is_none_or(|years| (1..=NEAR).contains(&years)) && !year.is_multiple_of(100);
        let may_be_number = ends_of(number).any(|number| has_near(&self.peers.likely, number, 4));
        match (may_be_year, may_be_number, self.peers.is_empty()) {
            (true, false, false) => Period::year(year).ok().map(Ok),
            (false, true, false) => Some(Err(())),
            _ => None,
        }
    }
}

impl Interpretation {
    /// What is wrong with a cell that can't be a value in any context.
    fn misread(&self, printed: Quote) -> Message {
        match self {
            Interpretation::Several => Message::SeveralNumbers { printed },
            Interpretation::RunTogether => Message::CellsRunTogether { printed },
            Interpretation::Date => Message::YearOrDate { printed },
            Interpretation::Clock => Message::TimeOrRatio { printed },
            Interpretation::Misprint => Message::Misprint { printed },
            _ => Message::NotUnderstood { printed },
        }
    }
}

/// Whether a minus stands behind a number: `69,0-`, `56,5%-`.
fn has_minus_behind(printed: &str) -> bool {
    let number = printed.trim_end().strip_suffix(['-', '−']);
    number.is_some_and(|number| {
        number.ends_with(|c: char| c.is_ascii_digit() || c == '%')
            && !number.starts_with(['-', '−', '('])
    })
}
