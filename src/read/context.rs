//! How the cells of a row settle what one of them leaves in doubt.

use super::cell::{CellReading, Says, compared};
use crate::error::Quoted;
use crate::{Bounds, Number, Period, Reference, Rule, Unit, Value};
use std::ops::Bound;

/// How the numbers of a table are written, as far as its own cells show.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Convention {
    comma_is_decimal: bool,
    point_is_decimal: bool,
    point_groups: bool,
}

impl Convention {
    /// Takes in what a cell shows.
    pub(super) fn learn(&mut self, printed: &str, reading: &CellReading) {
        match reading.says {
            Says::Sure(ref value) if value.bounds().is_some() => {
                self.comma_is_decimal |= printed.contains(',');
                self.point_groups |= printed.contains('.');
            }
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
    pub(super) peers: &'a [Number],
}

/// A value, and what is to be said about it.
pub(super) struct Settled {
    pub(super) value: Value,
    pub(super) finding: Option<(Rule, String)>,
}

impl Settled {
    fn sure(value: Value) -> Self {
        Settled { value, finding: None }
    }

    fn kept(printed: &str, rule: Rule, message: String) -> Self {
        Settled { value: Value::Text(printed.to_owned()), finding: Some((rule, message)) }
    }
}

/// The numbers of a row by whose size the others can be judged.
pub(super) fn peers<'r>(readings: impl Iterator<Item = &'r CellReading>) -> Vec<Number> {
    let mut peers = Vec::new();
    for reading in readings {
        if let Says::Sure(value) = &reading.says
            && let Some(bounds) = value.bounds()
        {
            peers.extend(ends(bounds));
        }
    }
    peers
}

fn ends(bounds: Bounds) -> impl Iterator<Item = Number> {
    let number = |end| match end {
        Bound::Included(number) | Bound::Excluded(number) => Some(number),
        Bound::Unbounded => None,
    };
    [bounds.low(), bounds.high()].into_iter().filter_map(number)
}

impl Context<'_> {
    /// The value of a cell among its neighbours.
    pub(super) fn settle(&self, printed: &str, says: Says) -> Settled {
        let quoted = Quoted(printed);
        match says {
            Says::Sure(value) => Settled::sure(value),
            Says::Grouped { whole, decimal, point } => {
                match self.groups_thousands(&whole, &decimal, point) {
                    Some(true) => Settled::sure(whole),
                    Some(false) => Settled::sure(decimal),
                    None => Settled::kept(
                        printed,
                        Rule::AmbiguousNumber,
                        format!("{quoted} may be {whole} or {decimal}, and is kept as text"),
                    ),
                }
            }
            Says::Point(value) => {
                let begins_with_zero = ends_of(&value).all(|number| number.abs() < Number::from(1));
                if begins_with_zero || self.has_peer_near(&value, 10) {
                    let message = format!("the point in {quoted} was read as a decimal sign");
                    Settled { value, finding: Some((Rule::DecimalPoint, message)) }
                } else {
                    let message = format!(
                        "the point in {quoted} may be a decimal sign, and it is kept as text"
                    );
                    Settled::kept(printed, Rule::AmbiguousNumber, message)
                }
            }
            Says::Year { comparison, year } => {
                let number = compared(comparison, Number::from(year));
                match self.is_year(year, &number) {
                    Some(Ok(period)) => {
                        let to = Reference::Period(period);
                        Settled::sure(Value::Relative { comparison, to })
                    }
                    Some(Err(())) => Settled::sure(number),
                    None => Settled::kept(
                        printed,
                        Rule::AmbiguousYear,
                        format!(
                            "{quoted} may compare with the result of {year} or with the number {year}, and is kept as text"
                        ),
                    ),
                }
            }
            Says::Misprint => Settled::kept(
                printed,
                Rule::Misprint,
                format!("{quoted} is not written as a number, and is kept as text"),
            ),
            Says::NumberWithWords | Says::Words => Settled::kept(
                printed,
                Rule::NotUnderstood,
                format!("{quoted} was not understood, and is kept as text"),
            ),
        }
    }

    /// Whether the sign in a number groups thousands; nothing where the evidence is absent or
    /// contradicts itself.
    fn groups_thousands(&self, whole: &Value, decimal: &Value, point: bool) -> Option<bool> {
        let (mut groups, mut begins_decimals) = (false, false);
        groups |= self.has_peer_near(whole, 20);
        begins_decimals |= self.has_peer_near(decimal, 20);
        if point {
            // Things are counted in whole numbers.
            groups |= self.unit.is_some_and(|unit| *unit == Unit::COUNT);
            groups |= self.convention.comma_is_decimal || self.convention.point_groups;
            begins_decimals |= self.convention.point_is_decimal;
        } else {
            begins_decimals |= self.convention.comma_is_decimal || self.convention.point_groups;
        }
        (groups != begins_decimals).then_some(groups)
    }

    /// Whether a number of the row is at most `factor` times larger or smaller.
    fn has_peer_near(&self, value: &Value, factor: u32) -> bool {
        let factor = Number::from(factor);
        let at_most_times = |small: Number, large: Number| {
            small.abs().checked_mul(factor).is_some_and(|most| large.abs() <= most)
        };
        ends_of(value).any(|own| {
            self.peers.iter().any(|&peer| at_most_times(own, peer) && at_most_times(peer, own))
        })
    }

    /// Whether a comparison with a year is meant: the period where it is, an error where the
    /// number is meant, nothing where that can't be told.
    fn is_year(&self, year: u16, number: &Value) -> Option<Result<Period, ()>> {
        const NEAR: i32 = 10;
        use chrono::Datelike;
        let distance = self.period.map(|period| period.start().year() - i32::from(year));
        let may_be_year = distance.is_none_or(|years| (1..=NEAR).contains(&years));
        let may_be_number = self.has_peer_near(number, 4);
        match (may_be_year, may_be_number, self.peers.is_empty()) {
            (true, false, false) => Period::year(year).ok().map(Ok),
            (false, true, false) => Some(Err(())),
            _ => None,
        }
    }
}

fn ends_of(value: &Value) -> impl Iterator<Item = Number> {
    value.bounds().into_iter().flat_map(ends)
}
