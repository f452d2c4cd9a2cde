//! Exact conversion between units of the same quantity.

use std::ops::Bound;

use super::Unit;
use crate::leaves::bounds::Bounds;
use crate::leaves::number::Number;

impl Unit {
    /// Converts a number of this unit to another unit. `None` if there is no exact conversion, or
    /// if the exact answer has more than 28 digits.
    ///
    /// The scales of the units have no effect, since numbers are already multiplied. Both measures
    /// must belong to the same quantity; both units of a rate must have the same base (the count
    /// may differ). There is no exact conversion between months and days, between working days and
    /// anything else, or between percentage points and percentages.
    ///
    /// ```
    /// use beleid::{Number, Unit};
    ///
    /// assert_eq!(Unit::WEEK.convert(2.into(), &Unit::DAY), Some(14.into()));
    /// assert_eq!(Unit::KILOWATT_HOUR.convert(5.into(), &Unit::MEGAJOULE), Some(18.into()));
    /// assert_eq!(Unit::MONTH.convert(2.into(), &Unit::DAY), None);
    /// // A seventh has no end. The other way round is exact.
    /// assert_eq!(Unit::DAY.convert(10.into(), &Unit::WEEK), None);
    /// let per_1000 = Unit::COUNT.with_per(1000, "inhabitant")?;
    /// let per_100_000 = Unit::COUNT.with_per(100_000, "inhabitant")?;
    /// assert_eq!(per_1000.convert("1.7".parse()?, &per_100_000), Some(170.into()));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn convert(&self, number: Number, to: &Unit) -> Option<Number> {
        if self.is_like(to) {
            return Some(number);
        }
        let (numerator, denominator) = self.ratio(to)?;
        number.times_ratio(numerator, denominator)
    }

    /// Converts a set of numbers of this unit to another unit; `None` as for
    /// [`convert`](Self::convert).
    ///
    /// ```
    /// use beleid::{Bounds, Unit};
    ///
    /// let days = Unit::WEEK.convert_bounds(Bounds::less_than(2), &Unit::DAY);
    /// assert_eq!(days, Some(Bounds::less_than(14)));
    /// ```
    pub fn convert_bounds(&self, bounds: Bounds, to: &Unit) -> Option<Bounds> {
        if self.is_like(to) {
            return Some(bounds);
        }
        let (numerator, denominator) = self.ratio(to)?;
        let end = |end| {
            let convert = |number: Number| number.times_ratio(numerator, denominator);
            Some(match end {
                Bound::Included(number) => Bound::Included(convert(number)?),
                Bound::Excluded(number) => Bound::Excluded(convert(number)?),
                Bound::Unbounded => Bound::Unbounded,
            })
        };
        Bounds::checked(end(bounds.low())?, end(bounds.high())?)
    }

    /// Brings two sets of numbers to the same unit, and returns that unit with both sets. It is the
    /// second unit if the first set can be converted to it exactly, else the first unit; `None` if
    /// neither conversion is exact.
    ///
    /// ```
    /// use beleid::{Bounds, Unit};
    ///
    /// let result = (Bounds::exactly(10), &Unit::DAY);
    /// let target = (Bounds::less_than(2), &Unit::WEEK);
    /// let [result, target] = Unit::in_common(result, target).unwrap().1;
    /// assert_eq!((result, target), (Bounds::exactly(10), Bounds::less_than(14)));
    /// ```
    pub fn in_common<'u>(
        (a, a_unit): (Bounds, &'u Unit),
        (b, b_unit): (Bounds, &'u Unit),
    ) -> Option<(&'u Unit, [Bounds; 2])> {
        if let Some(a) = a_unit.convert_bounds(a, b_unit) {
            return Some((b_unit, [a, b]));
        }
        b_unit.convert_bounds(b, a_unit).map(|b| (a_unit, [a, b]))
    }

    /// Whether numbers of this unit convert into numbers of another, where 28 digits can hold that.
    pub(crate) fn converts_to(&self, other: &Unit) -> bool {
        self.is_like(other) || self.ratio(other).is_some()
    }

    /// By what a number of this unit is multiplied, and by what it is divided, to be one of another.
    fn ratio(&self, to: &Unit) -> Option<(u128, u128)> {
        let (own, other) = match (self.known(), to.known()) {
            (Some(a), Some(b)) if a == b => (1, 1),
            (Some(a), Some(b)) => {
                let ((family, own), (same, other)) = (a.facts().size?, b.facts().size?);
                (family == same).then_some((own, other))?
            }
            _ => (self.measure() == to.measure()).then_some((1, 1))?,
        };
        let (own_per, other_per) = match (self.per(), to.per()) {
            (None, None) => (1, 1),
            (Some(a), Some(b)) if a.of == b.of => (a.count, b.count),
            _ => return None,
        };
        let numerator = u128::from(own) * u128::from(other_per);
        Some((numerator, u128::from(other) * u128::from(own_per)))
    }
}
