//! When a sum of rounded numbers comes out.

use crate::leaves::number::Number;

/// By how many units of the last decimal place a sum of so many rounded numbers may differ: half a
/// unit for each, of which most cancel out.
pub(crate) fn rounding(count: usize) -> u32 {
    u32::try_from(count / 4).unwrap_or(u32::MAX).clamp(1, 3)
}

/// Whether two numbers differ by at most this many units of a decimal place. `None` if they are too
/// large to compare.
#[cfg(feature = "read")]
pub(crate) fn is_near(one: Number, other: Number, places: u32, units: u32) -> Option<bool> {
    let most = Number::new(i128::from(units), places).ok()?;
    is_within(one, other, most)
}

/// Whether two numbers differ by at most so much. `None` if they are too large to compare.
pub(super) fn is_within(one: Number, other: Number, most: Number) -> Option<bool> {
    Some(one.checked_sub(other)?.abs() <= most)
}
