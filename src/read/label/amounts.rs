//! In what the amounts of a whole table are, as its caption, its corner or the text above it says.

use super::ones::{Ones, ones};
use super::phrase::{Phrase, phrase};
use super::scale::{has_scale, may_state_scale, says_both, scale};
use super::signs::with_plain_signs;
use super::{split_tail, unit, without_denied};
use crate::leaves::unit::{Quantity, Scale, Unit};
use crate::read::language::{MoneyWords, Pack, Tables};
use crate::read::shapes;
use crate::words::{Within, fold};

/// The unit of amounts that the caption of a table, its corner or the text above it states; `None`
/// where that is no amount of money: *Aantallen x 1.000*.
pub(in crate::read) fn amounts(pack: &Pack, text: &str) -> Option<Unit> {
    const MAX_LEN: usize = 60;
    let text = &*with_plain_signs(text.trim());
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let text = without_denied(pack, inside.unwrap_or(text));
    let is_money = |unit: &Unit| unit.quantity() == Some(Quantity::Money);
    // Few texts may state a scale, and fewer two.
    let is_of_two = || says_both(pack, &fold(text, true)) || ones(pack, text) == Some(Ones::Both);
    if may_state_scale(pack, text) && is_of_two() {
        return None;
    }
    if let Some(phrase) = phrase(pack, text) {
        // In a table of money *x 1.000* is in euro without saying so.
        let is_bare = phrase.measure.is_none() && !phrase.counts && phrase.per.is_none();
        let is_of_amounts = phrase.is_of_amounts || is_bare;
        return Phrase { is_of_amounts, ..phrase }.unit(pack).filter(is_money);
    }
    let within = Within::new(text);
    let has = |words: fn(&'static Tables) -> &'static [&'static str]| {
        pack.each(words).any(|word| within.has(word))
    };
    let is_stated = has(|tables| tables.labels.caption_amounts) || shapes::is_scale(pack, text);
    if !is_stated {
        return None;
    }
    let lower = text.to_lowercase();
    if pack.each(|tables| tables.labels.caption_counts).any(|word| lower.contains(word)) {
        return None;
    }
    if text.len() <= MAX_LEN
        && let Some(unit) = unit(pack, text)
    {
        return is_money(&unit).then_some(unit);
    }
    let mut pairs = pack.each(|tables| tables.labels.caption_pairs);
    let unit = money_of(pack, text).cloned().or_else(|| amount_unit(pack));
    let names_money = || {
        let units = pack.each(|tables| tables.labels.money);
        units.filter(|money| !money.sign.is_empty()).any(|money| text.contains(money.sign))
    };
    let states = shapes::is_scale(pack, text)
        || has(|tables| tables.labels.caption_amounts_of_scale)
        || pairs.any(|(one, other)| text.contains(one) && text.contains(other))
        || (names_money() && has_scale(pack, text));
    let scale = states.then(|| scale(pack, text, &fold(text, true))).flatten()?;
    Some(unit?.with_scale(scale))
}

/// What stands in front of the unit of amounts that ends a text, and that unit: *Baten* in *Baten in euro's* and *Baten x € 1.000*.
pub(in crate::read) fn before_amounts<'t>(pack: &Pack, text: &'t str) -> Option<(&'t str, Unit)> {
    let (front, phrase) = split_tail(pack, text);
    let phrase = phrase.filter(|_| !front.is_empty() && front.len() < text.len())?;
    let is_money = |unit: &Unit| unit.quantity() == Some(Quantity::Money);
    phrase.unit(pack).filter(is_money).map(|unit| (front.trim_end(), unit))
}

/// The unit of counts that the caption of a table or its corner states, if it is in thousands or
/// more: *Aantallen x 1.000*.
pub(in crate::read) fn counts(pack: &Pack, text: &str) -> Option<Unit> {
    let text = &*with_plain_signs(text.trim());
    if !may_state_scale(pack, text) {
        return None;
    }
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    unit(pack, inside.unwrap_or(text))
        .filter(|unit| unit.is_like(&Unit::COUNT) && unit.scale() != Scale::Ones)
}

/// In what a label says that its amounts are: *in €*, *(x € 1.000)*, *in miljoenen euro*; `None` if it
/// says nothing of the kind. An amount that it only mentions (*schuld boven € 500*) is not one of them.
pub(super) fn money_of(pack: &Pack, label: &str) -> Option<&'static Unit> {
    let within = Within::new(label);
    let says = |money: &&MoneyWords| {
        within.has(money.sign) && money.forms.iter().any(|form| within.has(form))
    };
    pack.each(|tables| tables.labels.money).find(says).map(|money| &money.unit)
}

/// The unit of amounts that are in no unit: the euro, in languages of which it is the currency.
/// Amounts in English are in dollars, pounds or anything else.
pub(super) fn amount_unit(pack: &Pack) -> Option<Unit> {
    let mut currencies = pack.each(|tables| tables.cells.currencies);
    let (_, first) = currencies.next()?;
    (*first == Unit::EURO).then(|| first.clone())
}
