//! When a sum of rounded numbers comes out.

use crate::leaves::number::Number;

/// By how many units of the last decimal place a sum of so many rounded numbers may differ: half a
/// unit for each, of which most cancel out.
pub(crate) fn rounding(count: usize) -> u32 {
    u32::try_from(count / 4).unwrap_or(u32::MAX).clamp(1, 3)
}

/// By how many units of the last decimal place a sum of so many rounded numbers and its printed outcome differ by rounding alone, in all but
/// three of a thousand cases: three standard deviations of numbers that are rounded evenly.
pub(super) fn most_by_rounding(count: usize) -> u32 {
    // A rounded number has the variance 1/12, and 3 of its deviations are the root of 9/12.
    let squared = count.saturating_add(1).saturating_mul(9) / 12;
    u32::try_from(squared.isqrt()).unwrap_or(u32::MAX).max(rounding(count))
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

/// Whether two numbers, printed to a step, differ in the order of two neighbouring digits: 195 and 159. Only numbers of three digits
/// and more: shorter ones look like that by chance.
pub(super) fn is_swapped(one: Number, other: Number, step: Number) -> bool {
    const MIN_DIGITS: usize = 3;
    if one.signum() != other.signum() {
        return false;
    }
    let digits = |number: Number| Some(number.abs().checked_div(step)?.round(0).to_string());
    let (Some(one), Some(other)) = (digits(one), digits(other)) else { return false };
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() || one.len() < MIN_DIGITS {
        return false;
    }
    let differs = |at: &usize| one.get(*at) != other.get(*at);
    let at: Vec<usize> = (0..one.len()).filter(differs).collect();
    match *at.as_slice() {
        [first, second] => {
            second == first + 1
                && one.get(first) == other.get(second)
                && one.get(second) == other.get(first)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_in_the_wrong_order() {
        let step = Number::from(1);
        for (one, other, is) in [
            (195, 159, true),
            (-195, -159, true),
            (195, -159, false),
            (195, 591, false),
            (195, 195, false),
            (195, 194, false),
            (91, 19, false),
            (12_345, 13_245, true),
            (12_345, 13_254, false),
        ] {
            let found = is_swapped(Number::from(one), Number::from(other), step);
            assert_eq!(found, is, "{one} and {other}");
        }
        let thousands = Number::from(1000);
        assert!(is_swapped(Number::from(195_000), Number::from(159_000), thousands));
    }
}
