//! What a row and a column state, and the cell where they meet.

use beleid::Number;

use crate::metamorphic::draw::dutch;
use crate::metamorphic::table::{Cell, Fact, Meant};

/// What a column, a row or a table states.
#[derive(Debug, Clone, Default)]
pub(super) struct Says {
    pub(super) label: Option<String>,
    pub(super) group: Vec<String>,
    pub(super) slice: Option<&'static str>,
    pub(super) period: Option<String>,
    /// The roles that are right; none if nothing is stated here.
    pub(super) roles: Vec<Option<&'static str>>,
    pub(super) flow: Option<&'static str>,
}

/// A column with its header.
pub(super) type Column = (String, Says);

/// A cell with an amount, which is in euros times a power of ten.
pub(super) fn money(amount: i64, power: u32, row: &Says, column: &Says) -> Cell {
    let value = Number::new(i128::from(amount) * 10_i128.pow(power), 0).unwrap();
    let mut meant = Meant::number("exact", value);
    // Without a scale, thousands are the usual meaning, and the reader may say so.
    meant.or_thousands = power == 0;
    cell(dutch(amount, 0), row, column, meant)
}

/// A cell that means what its row and its column state.
pub(super) fn cell(printed: String, row: &Says, column: &Says, value: Meant) -> Cell {
    let period = row.period.clone().or_else(|| column.period.clone());
    let roles = if column.roles.is_empty() { &row.roles } else { &column.roles };
    // What goes into the reserves is an expense, and what comes out of them is income.
    let flows = match row.flow.or(column.flow) {
        Some("reserves_in") => vec![Some("reserves_in"), Some("expenses")],
        Some("reserves_out") => vec![Some("reserves_out"), Some("income")],
        flow => vec![flow],
    };
    let fact = Fact {
        label: row.label.clone().or_else(|| column.label.clone()).unwrap_or_default(),
        group: row.group.clone(),
        slice: row.slice.or(column.slice).map(str::to_owned),
        periods: vec![period],
        roles: owned(roles),
        flows: owned(&flows),
        value,
        printed: printed.clone(),
    };
    Cell { printed, fact: Some(fact), ..Cell::default() }
}

fn owned(codes: &[Option<&str>]) -> Vec<Option<String>> {
    codes.iter().map(|code| code.map(str::to_owned)).collect()
}
