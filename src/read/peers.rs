//! The unambiguous numbers of a row, with which the others are compared in size.

use super::raw_cell::{Interpretation, RawCell};
use crate::leaves::bounds::Bounds;
use crate::leaves::number::Number;
use crate::leaves::value::Value;

/// The numbers of a row by whose size the others can be judged: without their signs, and
/// sorted, so that each look-up is quick however wide the row is.
#[derive(Default)]
pub(super) struct Peers {
    /// Those that can be read in one way only.
    pub(super) sure: Vec<Number>,
    /// These, and those that are read so unless they contradict them.
    pub(super) likely: Vec<Number>,
}

impl Peers {
    /// None are gathered for a row in which nothing is in doubt, as in most.
    pub(super) fn new<'r>(readings: impl Iterator<Item = &'r RawCell> + Clone) -> Self {
        let mut peers = Peers::default();
        if !readings.clone().any(RawCell::depends_on_row) {
            return peers;
        }
        for reading in readings {
            let (value, is_sure) = match &reading.interpretation {
                Interpretation::Sure(value) => (value, true),
                Interpretation::Grouped(grouped) if grouped.safe => (&grouped.whole, false),
                Interpretation::Point(value) if is_below_one(value) => (value, true),
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

    pub(super) fn is_empty(&self) -> bool {
        self.likely.is_empty()
    }
}

/// Whether one of some sorted numbers is at most `factor` times larger or smaller.
pub(super) fn has_near(numbers: &[Number], number: Number, factor: u32) -> bool {
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

/// Whether another than one of some sorted numbers is at most `factor` times larger or smaller.
/// Each stands there with both its ends.
pub(super) fn has_another_near(numbers: &[Number], number: Number, factor: u32) -> bool {
    const ENDS: usize = 2;
    let factor = Number::from(factor);
    let Some(most) = number.abs().checked_mul(factor) else { return false };
    let times = |number: Number| number.checked_mul(factor);
    let low = numbers.partition_point(|&other| times(other).is_some_and(|most| most < number));
    let high = numbers.partition_point(|&other| other <= most);
    high.saturating_sub(low) > ENDS
}

/// Whether a number begins with a zero, as no group of thousands does.
pub(super) fn is_below_one(value: &Value) -> bool {
    ends_of(value).all(|number| number.abs() < Number::from(1))
}

/// Whether a number has more digits in front of its point than a group has.
pub(super) fn is_long(value: &Value) -> bool {
    ends_of(value).next().is_some()
        && ends_of(value).all(|number| number.abs() >= Number::from(1000))
}

pub(super) fn ends_of(value: &Value) -> impl Iterator<Item = Number> {
    value.bounds().into_iter().flat_map(Bounds::ends)
}
