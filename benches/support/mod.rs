//! What the benches share.

#![allow(dead_code)] // Each bench uses its own part of it.
#![allow(clippy::indexing_slicing, clippy::unwrap_used)] // A bench may well panic.

pub(crate) mod cells;
pub(crate) mod corpus;
pub(crate) mod courses;
pub(crate) mod plain;

use beleid::{Figure, Id, Indicator, Period, Role, Unit, Value};

/// The minimum of reading a text: its lines, trimmed, and those that aren't blank as owned texts.
pub(crate) fn floor(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Indicators of four figures whose target for 2017 is met or missed.
pub(crate) fn decided() -> Vec<Indicator> {
    let indicator = |number: u32| {
        let id = Id::new(format!("i{number}")).unwrap();
        let mut indicator = Indicator::new(id, "Aantal projecten met het buitenland");
        indicator.unit = Some(Unit::COUNT);
        let figures: [(u16, Role, Value); 4] = [
            (2015, Role::Realised, (10 + number).into()),
            (2016, Role::Realised, (11 + number).into()),
            (2017, Role::Realised, (12 + number).into()),
            (2017, Role::Target, Value::more_than(30)),
        ];
        for (year, role, value) in figures {
            indicator.figures.push(Figure::new(Period::year(year).unwrap(), role, value));
        }
        indicator
    };
    (0..50).map(indicator).collect()
}
