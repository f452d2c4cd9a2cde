//! [`Printed`]: the targets as they are printed, whether or not there is a way to compute with them.

use std::collections::HashMap;

use crate::leaves::dimension::Dimension;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;

/// The targets of an indicator by the slice that they are of.
pub(super) struct Printed<'a>(HashMap<&'a [Dimension], Vec<&'a Figure>>);

impl<'a> Printed<'a> {
    pub(super) fn of(indicator: &'a Indicator) -> Self {
        let mut targets: HashMap<&'a [Dimension], Vec<&'a Figure>> = HashMap::new();
        for figure in &indicator.figures {
            if figure.role == Some(Role::Target) && !figure.value.is_missing() {
                targets.entry(&*figure.dimensions).or_default().push(figure);
            }
        }
        Printed(targets)
    }

    /// The target of a slice for a period, or else the next one, or else one without a date, with
    /// another one for the same time that says something else.
    pub(super) fn at(
        &self,
        slice: &[Dimension],
        at: Period,
    ) -> Option<(&'a Figure, Option<&'a Figure>)> {
        let targets = self.0.get(slice)?;
        let ends = |figure: &&&Figure| figure.period.and_then(Period::end);
        let chosen = targets
            .iter()
            .find(|figure| figure.period == Some(at))
            .or_else(|| targets.iter().filter(|figure| ends(figure) >= at.end()).min_by_key(ends))
            .or_else(|| targets.iter().find(|figure| figure.period.is_none()))?;
        let is_rival =
            |figure: &&&Figure| figure.period == chosen.period && figure.value != chosen.value;
        Some((chosen, targets.iter().find(is_rival).copied()))
    }
}
