//! Columns beside the figures that say something of each row: its unit, its source, its status, its date.

use super::phrase::{Phrase, phrase};
use super::split_tail;
use crate::leaves::unit::{Quantity, Scale, Unit};
use crate::read::language::{ColumnKind, Pack};

/// The unit that stands in a column of its own, or in the parentheses of a header; `None` where it
/// isn't one by itself (*kosten per inwoner*).
pub(in crate::read) fn unit_of_column(pack: &Pack, text: &str) -> Option<Unit> {
    let text = text.trim();
    // The source or a remark may come after it.
    let bare = match text.split_once(" (") {
        Some((bare, inside)) if !bare.is_empty() && inside.ends_with(')') => bare,
        _ => text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text),
    };
    let phrase = phrase(pack, bare)
        .or_else(|| {
            let (_, share) = split_tail(pack, bare);
            share.filter(|phrase| phrase.measure == Some(Unit::PERCENT))
        })
        .or_else(|| {
            // *Per duizend euro* in a column of units is a scale: the average value of homes has it.
            let mut signs = pack.each(|tables| tables.labels.rate_signs);
            let after = |sign: &&'static str| {
                let (sign, start) = (sign.trim_start(), bare.get(..sign.trim_start().len())?);
                start.eq_ignore_ascii_case(sign).then(|| bare.get(sign.len()..)).flatten()
            };
            let amount = phrase(pack, signs.find_map(after)?)?;
            let is_scaled = amount.scale.is_some_and(|scale| scale != Scale::Ones);
            let is_money = |unit: &Unit| unit.quantity() == Some(Quantity::Money);
            (is_scaled && amount.measure.as_ref().is_some_and(is_money)).then_some(amount)
        })?;
    let counts = phrase.counts || phrase.per.is_some_and(|(count, _)| count > 1);
    Phrase { counts, ..phrase }.unit(pack)
}

/// A unit that stands in a column, in the scale of the label where that states one for the same
/// measure: *€* in the column next to *Omzet (x € 1.000)*.
pub(in crate::read) fn in_scale_of(unit: Unit, label: Option<&Unit>) -> Unit {
    match label {
        Some(label) if label.is_like(&unit) && unit.scale() == Scale::Ones => {
            unit.with_scale(label.scale())
        }
        _ => unit,
    }
}

/// Whether a column says where the figures of each row come from, by its header.
pub(in crate::read) fn is_source_header(pack: &Pack, header: &str) -> bool {
    pack.column(header) == Some(ColumnKind::Source)
}

/// Whether a column may say how the figures of each row came about, by its header.
pub(in crate::read) fn is_status_header(pack: &Pack, header: &str) -> bool {
    pack.column(header).is_some_and(ColumnKind::is_of_statuses)
}

/// Whether a column states the period of the results of each row, according to its header.
pub(in crate::read) fn is_date_header(pack: &Pack, header: &str) -> bool {
    pack.column(header) == Some(ColumnKind::Measured)
}
