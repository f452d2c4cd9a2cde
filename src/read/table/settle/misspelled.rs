//! Headers of which a word is misspelled by one letter, beside others that say what their figures are.

use crate::read::facts::Facts;
use crate::read::table::Column;
use crate::read::vocabulary::Vocabulary;

/// The columns that say what their figures are, at least.
const MIN_KNOWN: usize = 2;

/// Gives columns of which nothing is known what their headers state with each misspelled word as the known one that it is near.
pub(super) fn settle_misspelled(vocabulary: &Vocabulary, columns: &mut [Column]) {
    let states = |column: &&Column| {
        column.content.is_none() && (column.facts.role.is_some() || column.facts.flow.is_some())
    };
    if columns.iter().filter(states).count() < MIN_KNOWN {
        return;
    }
    for column in columns.iter_mut().filter(|column| {
        column.content.is_none()
            && column.facts.role.is_none()
            && column.facts.flow.is_none()
            && column.facts.unit.is_none()
            && column.facts.rest > 0
    }) {
        let Some(facts) = Facts::of_misspelled(vocabulary, &column.header()) else { continue };
        let period = column.facts.period.or(facts.period);
        column.facts = Facts { period, ..facts };
    }
}
