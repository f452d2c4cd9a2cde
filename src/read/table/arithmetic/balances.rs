//! Rows that name a field below its flows: *Baten*, *Lasten*, *7.2 Riolering*, where the last is what is left of the other two.

use std::collections::BTreeMap;

use super::equations::is_total;
use super::unlabelled::{balance, is_proven};
use super::{Amount, amounts};
use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;
use crate::read::marks;
use crate::read::spot::joined;
use crate::read::table::{RowKind, Table};

/// For each row that is the balance of the two flows right above it by its amounts and says nothing of it by its words, whether it
/// names what these flows are of. One such row may be called by a word for what is left: *Exploitatietekort*. Several, each with
/// another label and below the same flows, name fields.
pub(in crate::read) fn balances_below_flows(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    table: &Table,
) -> BTreeMap<usize, bool> {
    let label =
        |at: usize| table.rows.get(at).map(|row| joined(lines, &row.label)).unwrap_or_default();
    let is_pure_flow = |at: usize| {
        let facts = vocabulary.facts(&label(at));
        facts.rest == 0 && facts.role.is_none() && facts.period.is_none()
    };
    let is_name = |at: usize| {
        let label = label(at);
        let bare = marks::without(&label);
        let facts = vocabulary.facts(bare);
        !bare.is_empty() && facts.flow.is_none() && facts.rest > 0 && !is_total(vocabulary, bare)
    };
    let is_figures = |at: usize| table.rows.get(at).is_some_and(|row| row.kind == RowKind::Figures);
    let mut known: Option<Vec<Vec<Option<Amount>>>> = None;
    let mut found: Vec<usize> = Vec::new();
    for at in (2..table.rows.len()).filter(|&at| is_figures(at)) {
        if !(is_pure_flow(at - 1) && is_pure_flow(at - 2) && is_name(at)) {
            continue;
        }
        let Some(sums) = balance(vocabulary, lines, table, at) else { continue };
        let amounts = known.get_or_insert_with(|| amounts(vocabulary, lines, table));
        if sums.iter().any(|sum| is_proven(amounts, at, sum)) {
            found.push(at);
        }
    }
    let has_group = |at: usize| {
        at.checked_sub(3)
            .and_then(|above| table.rows.get(above))
            .is_some_and(|row| row.kind == RowKind::Group)
    };
    let are_alike = |pair: &[usize]| match *pair {
        [one, other] => {
            label(one) != label(other)
                && label(one - 1) == label(other - 1)
                && label(one - 2) == label(other - 2)
        }
        _ => false,
    };
    let again: Vec<bool> = found.windows(2).map(are_alike).collect();
    let comes_again =
        |of: usize| again.iter().skip(of.saturating_sub(1)).take(2.min(of + 1)).any(|is| *is);
    found.iter().enumerate().map(|(of, &at)| (at, comes_again(of) && !has_group(at))).collect()
}
