//! Money: what the amounts of cost lines come to together, and in which signs they are printed.
//!
//! A table of money checks itself: expenses and income make a balance, rows add up to a total, a
//! result less a budget is a difference. `sheet` has the amounts of a table by what they are about,
//! and `rounding` says when a sum comes out. `balances`, `totals`, `differences` and `stocks` find the sums
//! that a table promises, each with the amounts that bear it out and those that don't; `levels`
//! compares what a field prints with what other fields print of the same. `signs` concludes from the balances in which signs a
//! table prints expenses, income and a surplus (`unnamed` knows a balance that no word names), and `amount` turns a printed amount into one that is
//! comparable between tables; `report` tells both for each table.

mod amount;
mod balances;
mod differences;
mod levels;
mod report;
mod rounding;
mod sheet;
mod signs;
mod stocks;
mod sums;
mod totals;
mod unnamed;

pub use report::{MoneyTable, SumKind, Sums};

pub(crate) use levels::{BrokenLevel, FieldTotals, Level, Total, Unknown, broken_levels};
#[cfg(feature = "read")]
pub(crate) use rounding::{is_near, rounding};
#[cfg(feature = "read")]
pub(crate) use sums::Evidence;
pub(crate) use sums::{Broken, FigureAt, Promise, checked_sums, denied_letters};
