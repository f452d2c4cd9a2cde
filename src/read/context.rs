//! How the cells of a row settle what one of them leaves in doubt.

use super::cell::compared;
use super::raw_cell::{Beside, Grouped, RawCell, Says};
use crate::error::Quoted;
use crate::{Bounds, Cell, Figure, Number, Period, Reference, Role, Rule, Unit, Value};

/// How the numbers of a table are written, as far as its own cells show.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Convention {
    comma_is_decimal: bool,
    point_is_decimal: bool,
    point_groups: bool,
}

impl Convention {
    /// Takes in what a cell shows.
    pub(super) fn learn(&mut self, reading: &RawCell) {
        match reading.says {
            Says::Sure(_) => {
                self.comma_is_decimal |= reading.signs.comma;
                self.point_groups |= reading.signs.point;
            }
            Says::Grouped(ref grouped) => self.point_groups |= grouped.safe,
            Says::Point(_) => self.point_is_decimal = true,
            _ => {}
        }
    }
}

/// What is known around a cell.
pub(super) struct Context<'a> {
    /// What the label says that is counted.
    pub(super) unit: Option<&'a Unit>,
    /// The period of the column.
    pub(super) period: Option<Period>,
    /// How the table writes its numbers.
    pub(super) convention: Convention,
    /// The numbers of the row that are not in doubt.
    pub(super) peers: &'a Peers,
}

/// The numbers of a row by whose size the others can be judged: without their signs, and
/// sorted, so that each look-up is quick however wide the row is.
#[derive(Default)]
pub(super) struct Peers {
    /// Those that can be read in one way only.
    sure: Vec<Number>,
    /// These, and those that are read so unless they contradict them.
    likely: Vec<Number>,
}

impl Peers {
    /// None are gathered for a row in which nothing is in doubt, as in most.
    pub(super) fn new<'r>(readings: impl Iterator<Item = &'r RawCell> + Clone) -> Self {
        let mut peers = Peers::default();
        if !readings.clone().any(RawCell::is_in_doubt) {
            return peers;
        }
        for reading in readings {
            let (value, is_sure) = match &reading.says {
                Says::Sure(value) => (value, true),
                Says::Grouped(grouped) if grouped.safe => (&grouped.whole, false),
                Says::Point(value)
                    if ends_of(value).all(|number| number.abs() < Number::from(1)) =>
                {
                    (value, true)
                }
                _ => continue,
            };
            let numbers = || ends_of(value).map(Number::abs);
            peers.likely.extend(numbers());
            if is_sure {
                peers.sure.extend(numbers());
            }
        }
        peers.sure.sort_unstable();
        peers.likely.sort_unstable();
        peers
    }

    fn is_empty(&self) -> bool {
        self.likely.is_empty()
    }
}

/// Whether one of some sorted numbers is at most `factor` times larger or smaller.
fn has_near(numbers: &[Number], number: Number, factor: u32) -> bool {
    if numbers.is_empty() {
        return false;
    }
    let (number, factor) = (number.abs(), Number::from(factor));
    // What is too large to multiply is too large to compare with.
    let times = |number: Number| number.checked_mul(factor);
    let at = numbers.partition_point(|&other| times(other).is_some_and(|most| most < number));
    let most = times(number);
    numbers.get(at).is_some_and(|&other| most.is_some_and(|most| other <= most))
}

impl Context<'_> {
    /// The figure of a cell among its neighbours, in a role. What is to be said about it is
    /// handed to `say`.
    pub(super) fn figure(
        &self,
        role: Option<Role>,
        cell: Cell,
        mut raw: RawCell,
        mut say: impl FnMut(Rule, String),
    ) -> Figure {
        let Beside { status, notes, remark } = raw.take_beside();
        let value = self.settle(&cell.printed, raw.says, &mut say);
        let is_understood = raw.dated.is_some() || !status.is_empty();
        if let Some(remark) = &remark
            && !value.is_missing()
            && !is_understood
        {
            let message = format!("{} is kept as a remark on {value}", Quoted(remark));
            say(Rule::RemarkInCell, message);
        }
        Figure {
            period: self.period,
            role,
            value,
            unit: raw.unit,
            slice: None,
            dated: raw.dated,
            status,
            notes,
            remark,
            cell: Some(cell),
        }
    }

    /// The value of a cell among its neighbours.
    fn settle(&self, printed: &str, says: Says, say: &mut impl FnMut(Rule, String)) -> Value {
        let quoted = Quoted(printed);
        let (rule, message) = match says {
            Says::Sure(value) => return value,
            Says::Grouped(grouped) => {
                let Grouped { whole, decimal, point, safe } = *grouped;
                match self.groups_thousands(&whole, &decimal, point, safe) {
                    Some(true) => return whole,
                    Some(false) => return decimal,
                    None => (
                        Rule::AmbiguousNumber,
                        format!("{quoted} may be {whole} or {decimal}, and is kept as text"),
                    ),
                }
            }
            Says::Point(value) => {
                let begins_with_zero = ends_of(&value).all(|number| number.abs() < Number::from(1));
                if begins_with_zero || self.has_peer_near(&value, 10) {
                    let message = format!("the point in {quoted} was read as a decimal sign");
                    say(Rule::DecimalPoint, message);
                    return value;
                }
                let message =
                    format!("the point in {quoted} may be a decimal sign, and it is kept as text");
                (Rule::AmbiguousNumber, message)
            }
            Says::Year { comparison, year } => {
                let number = compared(comparison, Number::from(year));
                match self.is_year(year, &number) {
                    Some(Ok(period)) => {
                        return Value::Relative { comparison, to: Reference::Period(period) };
                    }
                    Some(Err(())) => return number,
                    None => (
                        Rule::AmbiguousYear,
                        format!(
                            "{quoted} may compare with the result of {year} or with the number {year}, and is kept as text"
                        ),
                    ),
                }
            }
            Says::YearBefore(comparison) => match self.year_before() {
                Some(year) => {
                    return Value::Relative { comparison, to: Reference::Period(year) };
                }
                None => (
                    Rule::AmbiguousYear,
                    format!("{quoted} is in a column without a year, and is kept as text"),
                ),
            },
            Says::Misprint => (
                Rule::Misprint,
                format!("{quoted} is not written as a number, and is kept as text"),
            ),
            Says::NumberWithWords | Says::Words => {
                (Rule::NotUnderstood, format!("{quoted} was not understood, and is kept as text"))
            }
        };
        say(rule, message);
        Value::Text(printed.to_owned())
    }

    /// Whether the sign in a number groups thousands; nothing where the evidence is absent or
    /// contradicts itself.
    fn groups_thousands(
        &self,
        whole: &Value,
        decimal: &Value,
        point: bool,
        safe: bool,
    ) -> Option<bool> {
        let convention = self.convention;
        let mut groups = self.has_peer_near(whole, 20);
        let decimal_size = self.has_peer_near(decimal, if safe { 4 } else { 20 });
        // Things are counted in whole numbers.
        groups |= self.unit.is_some_and(|unit| *unit == Unit::COUNT);
        let begins_decimals = if point {
            groups |= safe || convention.comma_is_decimal || convention.point_groups;
            convention.point_is_decimal && decimal_size
        } else {
            convention.comma_is_decimal || convention.point_groups
        };
        // Size alone speaks against a reading, and never for decimals: 1.200 beside 20 is most
        // likely 1200. So does a table that writes decimals with that sign elsewhere.
        let is_doubtful = decimal_size || (point && convention.point_is_decimal);
        match (groups, begins_decimals) {
            (true, false) if !is_doubtful || self.has_peer_near(whole, 20) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }

    /// Whether a number of the row is at most `factor` times larger or smaller.
    fn has_peer_near(&self, value: &Value, factor: u32) -> bool {
        ends_of(value).any(|number| has_near(&self.peers.sure, number, factor))
    }

    /// The calendar year in front of that of the column.
    fn year_before(&self) -> Option<Period> {
        use chrono::Datelike;
        let year = u16::try_from(self.period?.start().year()).ok()?;
        let is_year = Period::year(year).ok() == self.period;
        is_year.then(|| Period::year(year - 1).ok())?
    }

    /// Whether a comparison with a year is meant: the period where it is, an error where the
    /// number is meant, nothing where that can't be told.
    fn is_year(&self, year: u16, number: &Value) -> Option<Result<Period, ()>> {
        const NEAR: i32 = 10;
        use chrono::Datelike;
        let distance = self.period.map(|period| period.start().year() - i32::from(year));
        let may_be_year = distance.is_none_or(|years| (1..=NEAR).contains(&years));
        let may_be_number = ends_of(number).any(|number| has_near(&self.peers.likely, number, 4));
        match (may_be_year, may_be_number, self.peers.is_empty()) {
            (true, false, false) => Period::year(year).ok().map(Ok),
            (false, true, false) => Some(Err(())),
            _ => None,
        }
    }
}

fn ends_of(value: &Value) -> impl Iterator<Item = Number> {
    value.bounds().into_iter().flat_map(Bounds::ends)
}
