//! What a column header states about all its cells, apart from their role and period.

use super::label;
use super::language::Pack;
use super::marks;
use super::status_words;
use crate::leaves::role::Statuses;
use crate::leaves::unit::Unit;
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
    pub(super) fn split<'t>(pack: &Pack, header: &'t str) -> (&'t str, Self) {
        let (mut rest, marks) = marks::strip_trailing(header);
        let mut extras = HeaderExtras { marks, ..HeaderExtras::default() };
        // At most a status and a unit.
        for _ in 0..2 {
            let (before, inside) =
                match rest.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
                    Some(split) => split,
                    None => match rest.strip_suffix('%') {
                        Some(before) => (without_lead(pack, before.trim_end()), "%"),
                        None => break,
                    },
                };
            if before.trim().is_empty() {
                break;
            }
            let status = status_words::statuses(pack, &fold(inside, true));
            match (status, label::unit_of_column(pack, inside)) {
                (Some(status), _) => extras.status = status,
                (None, Some(unit)) => extras.unit = Some(unit),
                (None, None) => break,
            }
            rest = before.trim_end();
        }
        (rest, extras)
    }
}

/// A header without the word that leads to its unit: *Norm 2018 in*.
fn without_lead<'t>(pack: &Pack, text: &'t str) -> &'t str {
    let first = pack.languages().iter().filter_map(|tables| tables.labels.intros.first());
    let mut leads = first.filter_map(|lead| text.strip_suffix(lead)?.strip_suffix(' '));
    leads.next().unwrap_or(text)
}
