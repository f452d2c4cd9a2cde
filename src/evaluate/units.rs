//! Figures in one unit: what is compared as it is printed, what is converted, and what is not
//! compared.

use super::group::Group;
use crate::leaves::bounds::Bounds;
use crate::leaves::unit::{Quantity, Unit};
use crate::leaves::value::Value;
use crate::model::figure::Figure;
use crate::reason::Reason;

/// How the units of two figures relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    /// Their numbers count the same, as far as is stated.
    Same,
    /// They can be converted, unless the answer has more than 28 digits.
    Converts,
    /// They count different things.
    Differ,
    /// One has a unit and the other has none: 2 next to *10 dagen* may be weeks, and 7 next to
    /// *65%* a mark. A count needs no unit.
    NotStated,
}

#[inline]
fn relation(a: Option<&Unit>, b: Option<&Unit>) -> Relation {
    match (a, b) {
        (Some(a), Some(b)) if a.is_like(b) => Relation::Same,
        (Some(a), Some(b)) if a.converts_to(b) => Relation::Converts,
        (Some(_), Some(_)) => Relation::Differ,
        (Some(one), None) | (None, Some(one))
            if one.quantity() != Some(Quantity::Count) || one.per().is_some() =>
        {
            Relation::NotStated
        }
        _ => Relation::Same,
    }
}

impl<'a> Group<'_, 'a> {
    /// What the numbers of a figure count: as printed with it, or else in the label.
    #[inline]
    pub(super) fn unit_of<'f>(&self, figure: &'f Figure) -> Option<&'f Unit>
    where
        'a: 'f,
    {
        figure.unit.as_ref().or(self.indicator.unit.as_ref())
    }

    /// The numbers of a figure in the unit of another one; `None` if its value has no numbers.
    #[inline]
    pub(super) fn numbers_like(
        &self,
        figure: &Figure,
        like: &Figure,
    ) -> Result<Option<Bounds>, Reason> {
        let numbers = figure.value.bounds();
        let (own, other) = (self.unit_of(figure), self.unit_of(like));
        if own.is_none() && other.is_none() {
            return Ok(numbers);
        }
        match (relation(own, other), own, other, numbers) {
            (Relation::Same, ..) => Ok(numbers),
            (Relation::Converts, Some(own), Some(other), Some(numbers)) => {
                own.convert_bounds(numbers, other).map(Some).ok_or(Reason::UnitsDiffer)
            }
            (Relation::NotStated, ..) => Err(Reason::UnitNotStated),
            _ => Err(Reason::UnitsDiffer),
        }
    }

    /// Why the numbers of two figures can't be added as they are, if so.
    pub(super) fn units_differ(&self, a: &Figure, b: &Figure) -> Option<Reason> {
        match relation(self.unit_of(a), self.unit_of(b)) {
            Relation::Same => None,
            Relation::NotStated => Some(Reason::UnitNotStated),
            Relation::Converts | Relation::Differ => Some(Reason::UnitsDiffer),
        }
    }

    /// Whether the numbers of two figures are of one quantity, and why not.
    pub(super) fn may_compare(&self, a: &Figure, b: &Figure) -> Result<(), Reason> {
        match relation(self.unit_of(a), self.unit_of(b)) {
            Relation::Same | Relation::Converts => Ok(()),
            Relation::NotStated => Err(Reason::UnitNotStated),
            Relation::Differ => Err(Reason::UnitsDiffer),
        }
    }

    /// A target with its numbers in the unit of a result; `None` if they are in it already, and if
    /// it has no numbers of its own: *hoger dan 2016* is in the unit of that result.
    pub(super) fn target_like(
        &self,
        target: &Figure,
        result: &Figure,
    ) -> Result<Option<Figure>, Reason> {
        let Some(own) = self.unit_of_target(target) else { return Ok(None) };
        converted(target, own, self.unit_of(result))
    }

    /// A result with its numbers in the unit of a target, as [`target_like`](Self::target_like) is
    /// the other way round: ten days are no exact number of weeks, and two weeks are of days.
    pub(super) fn result_like(
        &self,
        result: &Figure,
        target: &Figure,
    ) -> Result<Option<Figure>, Reason> {
        match &target.value {
            Value::ChangeBy { .. } => Err(Reason::UnitsDiffer),
            _ => converted(result, self.unit_of(result), self.unit_of(target)),
        }
    }

    /// Whether only one of a result and a target states its unit.
    pub(super) fn is_unit_open(&self, result: &Figure, target: &Figure) -> bool {
        self.unit_of_target(target)
            .is_some_and(|own| relation(own, self.unit_of(result)) == Relation::NotStated)
    }

    /// The unit of the numbers of a target; `None` if it has no numbers that must be in the unit of
    /// a result.
    fn unit_of_target<'f>(&self, target: &'f Figure) -> Option<Option<&'f Unit>>
    where
        'a: 'f,
    {
        match &target.value {
            Value::ChangeBy { unit: Some(unit), .. } => {
                let is_share =
                    matches!(unit.quantity(), Some(Quantity::Share | Quantity::ShareDifference));
                (!is_share).then_some(Some(unit))
            }
            Value::ChangeBy { .. } => Some(self.unit_of(target)),
            value => value.bounds().map(|_| self.unit_of(target)),
        }
    }
}

/// A figure with its numbers in another unit; `None` if they are in it already.
fn converted(
    figure: &Figure,
    own: Option<&Unit>,
    to: Option<&Unit>,
) -> Result<Option<Figure>, Reason> {
    match (relation(own, to), own, to) {
        (Relation::Same, ..) => Ok(None),
        (Relation::Converts, Some(own), Some(to)) => {
            let value = figure.value.converted(own, to).ok_or(Reason::UnitsDiffer)?;
            Ok(Some(Figure { value, unit: Some(to.clone()), ..figure.clone() }))
        }
        (Relation::NotStated, ..) => Err(Reason::UnitNotStated),
        _ => Err(Reason::UnitsDiffer),
    }
}
