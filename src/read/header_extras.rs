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
        // *% verschil*
        if let Some(after) = rest.strip_prefix("% ").filter(|after| !after.trim().is_empty()) {
            extras.unit = Some(Unit::PERCENT);
            rest = after.trim_start();
        }
        // At most a status and a unit.
        for _ in 0..2 {
            let (before, inside) =
                match rest.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
                    Some(split) => split,
                    None => match rest.strip_suffix('%') {
                        Some(before) => (without_lead(pack, before.trim_end()), "%"),
                        None => match split_amounts(pack, rest) {
                            Some(split) => split,
                            None => break,
                        },
                    },
                };
            if before.trim().is_empty() {
                break;
            }
            let status = status_words::statuses(pack, &fold(inside, true));
            // *(£m)*; *(bedragen x € 1.000)* may stand behind the title of the table.
            let amounts = || is_sign(inside).then(|| label::amounts(pack, inside)).flatten();
            let unit = label::unit_of_column(pack, inside).or_else(amounts);
            match (status, unit) {
                (Some(status), _) => extras.status = status,
                (None, Some(unit)) => extras.unit = Some(unit),
                (None, None) => break,
            }
            rest = before.trim_end();
        }
        (rest, extras)
    }
}

fn is_sign(text: &str) -> bool {
    text.starts_with(['$', '£'])
}

/// A header before the words at its end that say in what its amounts are: *Budget £m*, *2023/24 $000*.
fn split_amounts<'t>(pack: &Pack, text: &'t str) -> Option<(&'t str, &'t str)> {
    const MAX_WORDS: usize = 3;
    // The second is the first byte of `£`.
    if !text.bytes().any(|byte| matches!(byte, b'$' | 0xc2)) {
        return None;
    }
    let spaces = text.match_indices(' ').map(|(at, _)| at).rev().take(MAX_WORDS);
    let splits = spaces.filter_map(|at| Some((text.get(..at)?.trim_end(), text.get(at + 1..)?)));
    splits
        .filter(|(before, amounts)| !before.is_empty() && is_sign(amounts))
        .find(|(_, amounts)| label::amounts(pack, amounts).is_some())
}

/// A header without the word that leads to its unit: *Norm 2018 in*.
fn without_lead<'t>(pack: &Pack, text: &'t str) -> &'t str {
    let first = pack.languages().iter().filter_map(|tables| tables.labels.intros.first());
    let mut leads = first.filter_map(|lead| text.strip_suffix(lead)?.strip_suffix(' '));
    leads.next().unwrap_or(text)
}
