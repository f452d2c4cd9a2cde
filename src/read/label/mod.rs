//! The unit that the label of an indicator states.
//!
//! A label states a unit in few places: in parentheses of its own (*(in km)*), after its last
//! comma or its last *in* (*, per 1.000 inwoners*; *in dagen*), and in front (*Aantal*, *%*, *Kg*).
//! There it must be a [`phrase()`], each word of which is of a unit. Anywhere else a unit is only
//! mentioned: *schuld boven € 500*, *binnen 5 dagen afgehandeld*.

mod amounts;
mod begins;
mod column;
mod direction;
mod ones;
mod phrase;
mod rates;
mod scale;
mod signs;
mod word;

use std::borrow::Cow;

use crate::leaves::unit::{Quantity, Unit};
use crate::read::language::Pack;
use crate::read::marks;
use crate::words::{Within, fold};
use amounts::money_of;
use begins::{LabelStart, start_of_label};
use phrase::{Phrase, phrase};
use rates::{Rate, measures, rate_in};
use scale::scale;

pub(super) use amounts::{amounts, before_amounts, counts};
pub(super) use column::{
    in_scale_of, is_date_header, is_source_header, is_status_header, unit_of_column,
};
pub(super) use direction::direction;
pub(super) use ones::{Ones, ones};
pub(super) use rates::per;
pub(super) use scale::{
    before_scale, has_scale, is_of_scale, may_state_scale, scale_alone, scale_of_power,
};
pub(super) use signs::with_plain_signs;

/// The unit that a label states; `None` if it states none, states several, or states a scale that
/// isn't understood.
pub(super) fn unit(pack: &Pack, label: &str) -> Option<Unit> {
    let bare = marks::without(label);
    let (outside, mut stated) = apart(pack, bare);
    let outside = without_denied(pack, &outside);
    let (front, tail) = split_tail(pack, outside);
    stated.extend(tail);
    let front = start_of_label(pack, front);
    combine(pack, stated, front, bare, outside)
}

/// The text outside of the parentheses that state something of a unit, and what these state.
fn apart<'t>(pack: &Pack, label: &'t str) -> (Cow<'t, str>, Vec<Phrase>) {
    if !label.contains('(') {
        return (Cow::Borrowed(label.trim()), Vec::new());
    }
    let mut outside = String::with_capacity(label.len());
    let mut stated = Vec::new();
    let mut rest = label;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, after)) = after.split_once(')') else { break };
        outside.push_str(before);
        if begins_with_share(inside) {
            outside.push('(');
            outside.push_str(inside);
            outside.push(')');
        } else if let Some(phrase) = phrase(pack, inside) {
            stated.push(phrase);
        } else {
            // `(in de openbare ruimte, aantal per 1.000 inwoners)`
            let mut sign = '(';
            for part in inside.split([',', ';']) {
                if let Some(phrase) = phrase(pack, part) {
                    stated.push(phrase);
                    continue;
                }
                outside.push(sign);
                outside.push_str(part);
                sign = ',';
            }
            outside.push_str(if sign == '(' { "" } else { ")" });
        }
        rest = after;
    }
    outside.push_str(rest);
    (Cow::Owned(outside.trim().to_owned()), stated)
}

/// Whether a text begins with a share, which says of what another number is: *20% van de lasten* is no unit.
fn begins_with_share(text: &str) -> bool {
    let rest = text
        .trim_start()
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    rest.len() < text.trim_start().len() && rest.trim_start().starts_with('%')
}

/// A text without what it says that it isn't: *niet in duizenden euro maar in hele euro*.
fn without_denied<'t>(pack: &Pack, text: &'t str) -> &'t str {
    let within = Within::new(text);
    let mut known = pack.each(|tables| tables.labels.denied);
    let denied = known.find_map(|(not, but)| Some((text.split_at(within.find(not)?), but)));
    match denied {
        Some(((before, after), but)) => after.split_once(but).map_or(before, |(_, stated)| stated),
        None => text,
    }
}

/// At how many words such as *in* the end of a label is tried; a label hardly has more.
const MAX_TRIED: usize = 4;

/// The label before the unit at its end, and that unit.
fn split_tail<'t>(pack: &Pack, text: &'t str) -> (&'t str, Option<Phrase>) {
    let text = text.trim();
    if let Some((front, tail)) = text.rsplit_once([',', ';', ':'])
        // A comma may stand in a number.
        && !tail.starts_with(|c: char| c.is_ascii_digit())
        && let Some(phrase) = phrase(pack, tail.trim())
    {
        return (front.trim_end(), Some(phrase));
    }
    // From the first word on from which all is of a unit.
    let within = Within::new(text);
    for word in pack.each(|tables| tables.labels.tails) {
        for at in within.each(word).take(MAX_TRIED) {
            let (front, tail) = text.split_at(at);
            let is_share = tail.trim_start().starts_with('%')
                && front.trim_end().ends_with(|c: char| c.is_ascii_digit());
            if !is_share && let Some(phrase) = phrase(pack, tail.trim()) {
                return (front, Some(phrase));
            }
        }
    }
    match text.strip_suffix(" %") {
        Some(front) => (front, Some(Phrase { measure: Some(Unit::PERCENT), ..Phrase::default() })),
        None => (text, phrase(pack, text)),
    }
}

/// The one unit that all statements of a label come to.
fn combine(
    pack: &Pack,
    stated: Vec<Phrase>,
    front: LabelStart,
    label: &str,
    outside: &str,
) -> Option<Unit> {
    let mut all = Phrase::default();
    for phrase in stated {
        all = all.and(phrase)?;
    }
    match front {
        LabelStart::Measure(unit) => {
            all = all.and(Phrase { measure: Some(unit), ..Phrase::default() })?;
        }
        LabelStart::Counts => all.counts = true,
        LabelStart::None => {}
    }
    if all.measure.is_none() && !all.counts && !all.is_of_amounts {
        all.measure = money_of(pack, label).cloned();
    }
    // A share of the houses *per wijk* is still a share.
    let is_share = all.measure.as_ref().and_then(Unit::quantity) == Some(Quantity::Share);
    if all.per.is_none() && !is_share && (all.measure.is_some() || all.counts) {
        all.per = match rate_in(pack, outside) {
            Rate::Of(per) => Some(per),
            Rate::Unknown if !all.measure.as_ref().is_some_and(|unit| pack.is_currency(unit)) => {
                return None;
            }
            Rate::Unknown | Rate::None => None,
        };
    }
    // So many *per 1.000 inwoners* are people or things, unless the label measures something.
    if all.measure.is_none()
        && all.per.is_some_and(|(count, _)| count > 1)
        && !measures(pack, label)
    {
        all.counts = true;
    }
    let is_large = |unit: &Unit| matches!(unit.quantity(), Some(Quantity::Count | Quantity::Money));
    let may_have_scale = all.measure.as_ref().is_none_or(is_large);
    if all.scale.is_none() && all.per.is_none() && may_have_scale {
        all.scale = Some(scale(pack, outside, &fold(outside, true))?);
    }
    all.unit(pack)
}
