//! [`Scale`]: from numbers to places in a picture.

use super::Extent;

/// A linear scale. It is finite and never empty, so that every number has a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    /// The number at the start.
    low: f64,
    /// The number at the end.
    high: f64,
    /// The place of `low`.
    start: f64,
    /// The place of `high`.
    end: f64,
}

impl Scale {
    /// A scale for numbers, from the place `start` to the place `end`. `None` without numbers, or if
    /// these are too large to subtract.
    pub(crate) fn of(numbers: impl IntoIterator<Item = f64>, start: f64, end: f64) -> Option<Self> {
        let mut numbers = numbers.into_iter();
        let first = numbers.next()?;
        let (low, high) =
            numbers.fold((first, first), |(low, high), number| (low.min(number), high.max(number)));
        if !(high - low).is_finite() || !(low.abs() + high.abs()).is_finite() {
            return None;
        }
        // Where all numbers are equal they stand in the middle.
        let (low, high) = if high > low {
            (low, high)
        } else {
            let around = if low.abs() > f64::MIN_POSITIVE { low.abs() / 2.0 } else { 1.0 };
            (low - around, high + around)
        };
        (high > low && (high - low).is_finite()).then_some(Scale { low, high, start, end })
    }

    /// A scale for bars: it holds zero.
    pub(crate) fn from_zero(
        numbers: impl IntoIterator<Item = f64>,
        start: f64,
        end: f64,
    ) -> Option<Self> {
        let numbers: Vec<f64> = numbers.into_iter().collect();
        let of = |low: f64, high: f64| Scale::of([low, high], start, end);
        let (low, high) = numbers
            .iter()
            .fold((0.0_f64, 0.0_f64), |(low, high), number| (low.min(*number), high.max(*number)));
        match (numbers.is_empty(), high > low) {
            (true, _) => None,
            (false, true) => of(low, high),
            // Zero is all there is.
            (false, false) => of(0.0, 1.0),
        }
    }

    /// The place of a number. A number beyond an end of the scale has the place of that end.
    pub(crate) fn place(&self, number: f64) -> f64 {
        let share = (number.clamp(self.low, self.high) - self.low) / (self.high - self.low);
        self.start + share * (self.end - self.start)
    }

    /// The number at its start and the one at its end.
    #[cfg(test)]
    fn range(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// The places between which a set lies. An open end is `None`.
    pub(crate) fn places(&self, extent: Extent) -> (Option<f64>, Option<f64>) {
        let place = |end: Option<super::End>| end.map(|end| self.place(end.at));
        (place(extent.low), place(extent.high))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_bar_is_as_long_as_its_number(
            numbers in prop::collection::vec(-1e12_f64..1e12, 1..12),
        ) {
            let scale = Scale::from_zero(numbers.iter().copied(), 20.0, 300.0);
            prop_assert!(scale.is_some());
            if let Some(scale) = scale {
                let zero = scale.place(0.0);
                prop_assert!((20.0..=300.0).contains(&zero), "zero is in view");
                let (low, high) = scale.range();
                for number in &numbers {
                    let length = scale.place(*number) - zero;
                    let expected = number / (high - low) * 280.0;
                    prop_assert!((length - expected).abs() < 1e-6, "{length} for {expected}");
                }
            }
        }

        #[test]
        fn nothing_is_drawn_outside(
            numbers in prop::collection::vec(any::<f64>().prop_filter("finite", |n| n.is_finite()), 1..8),
            other in any::<f64>().prop_filter("a number", |n| !n.is_nan()),
        ) {
            if let Some(scale) = Scale::of(numbers.iter().copied(), 100.0, 10.0) {
                for number in numbers.iter().chain([&other]) {
                    prop_assert!((10.0..=100.0).contains(&scale.place(*number)));
                }
            }
        }

        #[test]
        fn order_is_kept(one in -1e9_f64..1e9, other in -1e9_f64..1e9) {
            let scale = Scale::of([one, other], 0.0, 100.0);
            let (low, high) = (one.min(other), one.max(other));
            prop_assert!(scale.is_some_and(|scale| scale.place(low) <= scale.place(high)));
        }
    }

    #[test]
    fn no_numbers_have_no_scale() {
        assert_eq!(Scale::of([], 0.0, 1.0), None);
        assert_eq!(Scale::from_zero([], 0.0, 1.0), None);
        assert_eq!(Scale::of([f64::MAX, f64::MIN], 0.0, 1.0), None);
    }
}
