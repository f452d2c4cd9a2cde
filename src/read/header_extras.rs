//! What a column header states about all its cells, apart from their role and period.

use super::label;
use super::marks;
use super::vocabulary;
use crate::leaves::role::Statuses;
use crate::leaves::unit::Unit;
use crate::model::figure::Figure;
use crate::words::fold;

/// What a header states about all cells below it: a status, a unit, marks of footnotes, as in
/// `Realisatie 2017 (voorlopig)*` and `Norm 2018 in %`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct HeaderExtras {
    pub(super) status: Statuses,
    pub(super) unit: Option<Unit>,
    /// The marks of footnotes after it.
    pub(super) marks: Vec<String>,
}

impl HeaderExtras {
    /// Splits a header into its role and period, and the rest.
    pub(super) fn split(header: &str) -> (&str, Self) {
        let (mut rest, marks) = marks::strip_trailing(header);
        let mut extras = HeaderExtras { marks, ..HeaderExtras::default() };
        // At most a status and a unit.
        for _ in 0..2 {
            let (before, inside) =
                match rest.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
                    Some(split) => split,
                    None => match rest.strip_suffix('%') {
                        Some(before) => (before.trim_end().trim_end_matches(" in"), "%"),
                        None => break,
                    },
                };
            if before.trim().is_empty() {
                break;
            }
            let status = vocabulary::statuses(&fold(inside, true));
            match (status, label::unit_of_column(inside)) {
                (Some(status), _) => extras.status = status,
                (None, Some(unit)) => extras.unit = Some(unit),
                (None, None) => break,
            }
            rest = before.trim_end();
        }
        (rest, extras)
    }

    /// Adds what another part of the header states.
    pub(super) fn add(&mut self, other: Self) {
        self.status.extend(other.status.iter());
        self.unit = other.unit.or_else(|| self.unit.take());
        self.marks.extend(other.marks);
    }

    /// Applies it to a figure.
    pub(super) fn apply_to(&self, figure: &mut Figure) {
        if figure.value.is_missing() {
            return;
        }
        figure.status.extend(self.status.iter());
        if figure.unit.is_none() {
            figure.unit.clone_from(&self.unit);
        }
        figure.notes.extend(self.marks.iter().cloned());
    }
}
