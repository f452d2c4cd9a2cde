//! The unit that the label of an indicator states.
//!
//! A label states a unit in few places: in parentheses of its own (*(in km)*), after its last
//! comma or its last *in* (*, per 1.000 inwoners*; *in dagen*), and in front (*Aantal*, *%*, *Kg*).
//! There it must be a [`phrase`], each word of which is of a unit. Anywhere else a unit is only
//! mentioned: *schuld boven € 500*, *binnen 5 dagen afgehandeld*.

use std::borrow::Cow;

use super::language::{ColumnKind, MoneyWords, NumberWord, Pack, Tables};
use super::marks;
use crate::leaves::role::Direction;
use crate::leaves::unit::{Quantity, Scale, Unit};
use crate::words::{Within, fold, fold_word, has_phrase, is_raised};

/// What a phrase states that is of nothing but a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Phrase {
    measure: Option<Unit>,
    /// Whether it says that it counts (*aantal*) and perhaps not what, or that it is of amounts.
    counts: bool,
    is_of_amounts: bool,
    scale: Option<Scale>,
    per: Option<(u32, &'static str)>,
}

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

/// At how many words such as *in* the end of a label is tried; a label hardly has more.
const MAX_TRIED: usize = 4;

/// What a label begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
enum LabelStart {
    /// What it measures: *Percentage*, *Kg papier*.
    Measure(Unit),
    /// That it counts: *Aantal*.
    Counts,
    None,
}

fn start_of_label(pack: &Pack, label: &str) -> LabelStart {
    if pack.each(|tables| tables.cells.percent_points).any(|sign| label.starts_with(sign)) {
        return LabelStart::Measure(Unit::PERCENTAGE_POINT);
    }
    if label.starts_with('%') {
        return LabelStart::Measure(Unit::PERCENT);
    }
    let first = label.chars().next().and_then(|c| c.to_lowercase().next());
    // Few labels begin with the letter of one of these.
    let may_begin =
        |(words, _): &&(&str, Unit)| first.is_some_and(|first| words.starts_with(first));
    let money = || pack.each(|tables| tables.labels.begins_with_money).filter(may_begin);
    if money().next().is_some() {
        let lower = label.to_lowercase();
        let begins = |words: &str| {
            lower.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if let Some((_, unit)) = money().find(|(words, _)| begins(words)) {
            return LabelStart::Measure(unit.clone());
        }
    }
    let mut words = label.split_whitespace();
    let first = words.next().unwrap_or_default();
    let Some(word) = fold_word(first) else { return LabelStart::None };
    let next = words.next();
    let measure = |word: &str| match pack.measure(&fold_word(word)?)? {
        NumberWord::Unit(unit) => Some(unit.clone()),
        _ => None,
    };
    let is_pair = |(one, other): &&(&str, &str)| {
        *word == **one && next.is_some_and(|next| next.eq_ignore_ascii_case(other))
    };
    if pack.has(&word, |tables| tables.labels.begins_with_percent)
        || is_compound_of_percent(pack, &word)
        || pack.each(|tables| tables.labels.percent_pairs).find(is_pair).is_some()
    {
        LabelStart::Measure(Unit::PERCENT)
    } else if pack.has(&word, |tables| tables.labels.begins_with_count) {
        // Something else than things may be counted: *Aantal fte*, *Number of days*.
        let is_of = |next: &str| {
            pack.each(|tables| tables.labels.of).any(|of| next.eq_ignore_ascii_case(of.trim()))
        };
        let counted = if next.is_some_and(is_of) { words.next() } else { next };
        counted.and_then(measure).map_or(LabelStart::Counts, LabelStart::Measure)
    } else if pack.has(&word, |tables| tables.labels.begins_with_measure) {
        measure(first).map_or(LabelStart::None, LabelStart::Measure)
    } else if is_rank(pack, &fold(label, true)) {
        LabelStart::Measure(Unit::RANK)
    } else {
        LabelStart::None
    }
}

/// Whether a folded word is a compound that ends in a word for percent: *rentepercentage*,
/// *ziekteverzuimpercentage*. Abbreviations (*perc*, *pct*)
/// end other words too, and make no compounds.
fn is_compound_of_percent(pack: &Pack, word: &str) -> bool {
    // The shortest whole words of the packs have seven letters, the longest abbreviation four.
    const SHORTEST: usize = 7;
    pack.each(|tables| tables.labels.begins_with_percent)
        .any(|ending| ending.len() >= SHORTEST && word.ends_with(ending))
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

impl Phrase {
    /// Both statements as one; `None` if they contradict each other.
    fn and(self, other: Phrase) -> Option<Phrase> {
        fn one<T: PartialEq>(a: Option<T>, b: Option<T>) -> Option<Option<T>> {
            match (a, b) {
                (Some(a), Some(b)) => (a == b).then_some(Some(a)),
                (a, b) => Some(a.or(b)),
            }
        }
        Some(Phrase {
            measure: one(self.measure, other.measure)?,
            counts: self.counts || other.counts,
            is_of_amounts: self.is_of_amounts || other.is_of_amounts,
            scale: one(self.scale, other.scale)?,
            per: one(self.per, other.per)?,
        })
    }

    /// The unit. `None` if its measure isn't stated.
    fn unit(self, pack: &Pack) -> Option<Unit> {
        let measure = match self.measure {
            Some(unit) => unit,
            None if self.is_of_amounts => amount_unit(pack)?,
            None if self.counts => Unit::COUNT,
            None => return None,
        };
        let scale = self.scale.unwrap_or_else(|| measure.scale());
        let unit = measure.with_scale(scale);
        match self.per {
            Some((count, of)) => unit.with_per(count, of).ok(),
            None => Some(unit),
        }
    }
}

/// Reads a text each word of which is of a unit: `in km.`, `x € 1.000`, `aantal per 1.000
/// inwoners`, `% van het totaal`.
fn phrase(pack: &Pack, text: &str) -> Option<Phrase> {
    // Longer ones are sentences.
    const MAX_LEN: usize = 90;
    let text = text.trim().trim_end_matches(['.', ' ']);
    if text.is_empty() || text.len() > MAX_LEN {
        return None;
    }
    let mut found = Phrase::default();
    let mut rest = text;
    let mut multiplies = false;
    let mut is_first = true;
    while !rest.is_empty() {
        let (word, after) = next_word(pack, rest);
        // Most texts are none of a unit from their first word on.
        if word.bytes().all(|byte| byte.is_ascii_alphabetic()) && !pack.may_be_of_unit(word) {
            return None;
        }
        let after = after.trim_start();
        let lower = lowercase(word);
        let lower = lower.trim_end_matches(['.', ',', ':']);
        let before_number = multiplies;
        multiplies = false;
        let is = pack.unit_word(lower);
        let begins = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
        let mut pairs = pack.each(|tables| tables.labels.percent_pairs);
        let is_pair =
            |(one, other): &(&str, &str)| lower == *one && next_word(pack, after).0 == *other;
        match lower {
            // *In km* introduces it, and so does *als %*. *Kosten in 2017* has no unit.
            _ if is.intro && (is_first || is_anywhere(pack, lower)) => {
                multiplies = true;
                rest = after;
                continue;
            }
            "x" | "×" => multiplies = true,
            _ if is.whole && begins_with_currency(pack, after) => {}
            _ if is.amounts => found.is_of_amounts = true,
            _ if is.are && found.is_of_amounts => {}
            _ if is.counts => found.counts = true,
            _ if pairs.any(is_pair) => {
                let (_, after) = next_word(pack, after);
                found = found.and(Phrase { measure: Some(Unit::PERCENT), ..Phrase::default() })?;
                rest = after.trim_start();
                is_first = false;
                continue;
            }
            _ if is.percents => {
                found = found.and(Phrase { measure: Some(Unit::PERCENT), ..Phrase::default() })?;
                // `% van het totaal`, `% werkzame beroepsbevolking`
                let of = pack.each(|tables| tables.labels.of);
                if lower == "%" || of.copied().any(|of| begins(&[of])) {
                    return Some(found);
                }
            }
            _ if is.per && !after.is_empty() => {
                let after = after.trim_start_matches('/').trim_start();
                if let Some(unnamed) = base_without_name(pack, after) {
                    return found.and(Phrase { measure: Some(unnamed), ..Phrase::default() });
                }
                let (per, left) = base(pack, after)?;
                let left = left.trim_start();
                if found.per.is_none() {
                    found.per = Some(per);
                }
                if is_about_people(pack, left) {
                    return Some(found);
                }
                rest = left;
                is_first = false;
                continue;
            }
            // `ton CO2`
            _ if (lower.starts_with("co2") || lower == "co₂")
                && is_mass(found.measure.as_ref()) => {}
            _ if is_number(lower) => {
                let (scale, left) = scale_number(pack, rest, before_number || is_money_of(&found))?;
                found = found.and(Phrase { scale: Some(scale), ..Phrase::default() })?;
                rest = left.trim_start();
                is_first = false;
                continue;
            }
            _ => {
                let counts = found.counts;
                found = found.and(word_of(pack, word, counts)?)?;
            }
        }
        is_first = false;
        rest = after;
    }
    // *Per inwoner* alone doesn't state what is counted.
    let has_meaning = found.measure.is_some() || found.counts || found.is_of_amounts;
    (has_meaning || found.scale.is_some() || found.per.is_some_and(|(count, _)| count > 1))
        .then_some(found)
}

/// A word in lower case, as most are.
fn lowercase(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase())
}

/// Whether a word that introduces a unit does so anywhere: *in*, and not *als*.
fn is_anywhere(pack: &Pack, word: &str) -> bool {
    pack.languages().iter().any(|tables| tables.labels.intros.first() == Some(&word))
}

/// Whether the sign or the word for a currency comes next: *hele euro*.
fn begins_with_currency(pack: &Pack, text: &str) -> bool {
    let (word, _) = next_word(pack, text);
    matches!(word_of(pack, word, false), Some(Phrase { measure: Some(unit), .. }) if pack.is_currency(&unit))
}

/// The unit of amounts that are in no unit: the euro, in languages of which it is the currency.
/// Amounts in English are in dollars, pounds or anything else.
fn amount_unit(pack: &Pack) -> Option<Unit> {
    let mut currencies = pack.each(|tables| tables.cells.currencies);
    let (_, first) = currencies.next()?;
    (*first == Unit::EURO).then(|| first.clone())
}

/// The first word of a text: `kg/inwoner` and `€1.000` are several.
fn next_word<'t>(pack: &Pack, text: &'t str) -> (&'t str, &'t str) {
    let points = pack.each(|tables| tables.cells.percent_points).copied();
    let first = text.bytes().next();
    let begins = |sign: &&str| sign.bytes().next() == first && text.starts_with(sign);
    if let Some(sign) = points.chain(["%", "/"]).find(begins) {
        return text.split_at(sign.len());
    }
    let is_sign = |c: char| matches!(c, '€' | '$' | '£');
    if let Some(first) = text.chars().next().filter(|c| is_sign(*c)) {
        return text.split_at(first.len_utf8());
    }
    // `x€` are two.
    let end = text.find(|c: char| c.is_whitespace() || c == '/' || is_sign(c));
    text.split_at(end.unwrap_or(text.len()))
}

/// What a single word states.
fn word_of(pack: &Pack, word: &str, counts: bool) -> Option<Phrase> {
    let measure = |unit| Some(Phrase { measure: Some(unit), ..Phrase::default() });
    let scaled = |scale| Some(Phrase { scale: Some(scale), ..Phrase::default() });
    match word {
        "‰" => return measure(Unit::PER_MILLE),
        // `m²` is folded without its sign.
        "m²" => return measure(Unit::SQUARE_METRE),
        "km²" => return measure(Unit::SQUARE_KILOMETRE),
        "m³" => return measure(Unit::CUBIC_METRE),
        _ => {}
    }
    if pack.has(word, |tables| tables.cells.percent_points) {
        return measure(Unit::PERCENTAGE_POINT);
    }
    if let Some(unit) = pack.currency_sign(word) {
        return measure(unit.clone());
    }
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '-');
    if !word.chars().all(is_word) {
        return None;
    }
    let folded = fold_word(word)?;
    let is = |known: &&(&str, _)| *folded == *known.0;
    if let Some((_, scale)) = pack.each(|tables| tables.labels.scales).find(is) {
        return scaled(*scale);
    }
    let is = |known: &&(&str, _)| *folded == *known.0;
    if let Some((_, unit)) = pack.each(|tables| tables.labels.measures).find(is) {
        return measure(unit.clone());
    }
    if pack.has(&folded, |tables| tables.labels.no_units) {
        return None;
    }
    match pack.measure(&folded)? {
        NumberWord::Unit(unit) => measure(unit.clone()),
        NumberWord::Scaled(unit, scale) => {
            Some(Phrase { measure: Some(unit.clone()), scale: Some(*scale), ..Phrase::default() })
        }
        NumberWord::Scale(power) => scaled(scale_of_power(*power)?),
        // *Aantal inwoners*
        NumberWord::Remark if counts => Some(Phrase::default()),
        NumberWord::Remark | NumberWord::Letter(_) => None,
    }
}

/// The scale with so many zeros.
pub(super) fn scale_of_power(power: u32) -> Option<Scale> {
    match power {
        3 => Some(Scale::Thousands),
        6 => Some(Scale::Millions),
        9 => Some(Scale::Billions),
        _ => None,
    }
}

fn is_mass(unit: Option<&Unit>) -> bool {
    unit.is_some_and(|unit| unit.quantity() == Some(Quantity::Mass))
}

fn is_money_of(phrase: &Phrase) -> bool {
    phrase.measure.as_ref().is_some_and(|unit| unit.quantity() == Some(Quantity::Money))
}

fn is_number(word: &str) -> bool {
    let word = word.strip_prefix(['x', 'X']).unwrap_or(word);
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// The scale that the number at the front of a text is, and what comes after it: `1.000`, `1
/// 000`, `1 miljoen`; `None` for any other number, and for one that nothing is multiplied by.
fn scale_number<'t>(pack: &Pack, text: &'t str, multiplies: bool) -> Option<(Scale, &'t str)> {
    let unsigned = text.strip_prefix(['x', 'X']);
    let text = unsigned.unwrap_or(text);
    if !multiplies && unsigned.is_none() {
        return None;
    }
    let (word, mut rest) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    let word = word.trim_end_matches(['.', ',', '-', '=']);
    let sign = pack.numbers().groups();
    let mut digits: String = word.chars().filter(|c| *c != sign && *c != '\u{a0}').collect();
    if word.split(sign).skip(1).any(|group| group.len() != 3) {
        return None;
    }
    // Groups may be parted by spaces.
    while let Some((group, after)) = rest.trim_start().split_at_checked(3)
        && group.bytes().all(|byte| byte.is_ascii_digit())
        && !after.starts_with(|c: char| c.is_ascii_digit())
    {
        digits.push_str(group);
        rest = after;
    }
    let scale = match &*digits {
        "1" => {
            let (word, after) = next_word(pack, rest.trim_start());
            rest = after;
            word_of(pack, word, false)?.scale?
        }
        "1000" => Scale::Thousands,
        "1000000" => Scale::Millions,
        "1000000000" => Scale::Billions,
        _ => return None,
    };
    Some((scale, rest))
}

/// What a rate is counted by, at the front of what comes after *per*: `1.000 inwoners`, `jaar`;
/// with what comes after it.
fn base<'t>(pack: &Pack, text: &'t str) -> Option<((u32, &'static str), &'t str)> {
    let sign = pack.numbers().groups();
    let is_digit = |c: char| c.is_ascii_digit() || c == sign;
    let rest = text.trim_start_matches(is_digit);
    let digits = text.strip_suffix(rest)?;
    let count = if digits.is_empty() {
        1
    } else {
        let is_grouped = digits.split(sign).skip(1).all(|group| group.len() == 3);
        let mut digits = digits.chars().filter_map(|c| c.to_digit(10)).peekable();
        digits.peek()?;
        let count =
            digits.try_fold(0_u32, |count, digit| count.checked_mul(10)?.checked_add(digit));
        count.filter(|_| is_grouped)?
    };
    let rest = rest.trim_start();
    let (word, left) = rest.split_at(rest.find([' ', ',', ';', ')', '(']).unwrap_or(rest.len()));
    // Few words have a sign that is raised.
    let word = if word.is_ascii() {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.replace('²', "2").replace('³', "3"))
    };
    let of = pack.counted_by(&fold_word(&word)?)?;
    Some(((count, of), left))
}

/// The rate that the end of a text doesn't say the base of: *per 100.000*. It is a unit of its own.
fn base_without_name(pack: &Pack, text: &str) -> Option<Unit> {
    let sign = pack.numbers().groups();
    if !text.chars().all(|c| c.is_ascii_digit() || c == sign) {
        return None;
    }
    let digits: String = text.chars().filter(|c| *c != sign).collect();
    matches!(&*digits, "100" | "1000" | "10000" | "100000" | "1000000")
        .then(|| Unit::new(format!("per {digits}")).ok())
        .flatten()
}

/// By how many of what the numbers of a label are counted: *Lasten per inwoner*.
pub(super) fn per(pack: &Pack, label: &str) -> Option<(u32, &'static str)> {
    match rate_in(pack, label) {
        Rate::Of(per) => Some(per),
        Rate::Unknown | Rate::None => None,
    }
}

/// What a label that measures or counts is per, wherever that stands: *Aantal inbraken per 1.000
/// inwoners in 2017*.
enum Rate {
    Of((u32, &'static str)),
    /// Per something that isn't known: *per klas*.
    Unknown,
    None,
}

fn rate_in(pack: &Pack, label: &str) -> Rate {
    const TIMES: &[&str] = &["day", "week", "month", "quarter", "year"];
    let mut found = Rate::None;
    let within = Within::new(label);
    for sign in pack.each(|tables| tables.labels.rate_signs) {
        if !within.has(sign) {
            continue;
        }
        for after in label.split(*sign).skip(1).take(MAX_TRIED) {
            let is_percent = |(_, cent): &(&str, &str)| after.starts_with(cent);
            if pack.each(|tables| tables.labels.percent_pairs).any(is_percent) {
                continue;
            }
            match base(pack, after) {
                // *Per bewoner per jaar* is of the residents: the year is that of the figure.
                Some((per, _)) if !TIMES.contains(&per.1) => return Rate::Of(per),
                Some((per, _)) if matches!(found, Rate::None) => found = Rate::Of(per),
                Some(_) => {}
                // *Per 1 januari* and *per 2017* say when.
                None if after.starts_with(|c: char| c.is_ascii_digit()) => {}
                None => found = Rate::Unknown,
            }
        }
    }
    found
}

/// Whether what comes after *per 1.000 inwoners* says which ones: *van 12-18 jaar*, *18 jaar en
/// ouder*.
fn is_about_people(pack: &Pack, text: &str) -> bool {
    let mut begins = pack.each(|tables| tables.labels.people);
    text.starts_with(|c: char| c.is_ascii_digit()) || begins.any(|words| text.starts_with(words))
}

/// Whether a label is of something that is measured, so that *per 1.000 inwoners* after it doesn't
/// mean a number of people or things.
fn measures(pack: &Pack, label: &str) -> bool {
    let folded = fold(label, true);
    let within = Within::new(&folded);
    pack.each(|tables| tables.labels.measured_stems).any(|stem| within.has(stem))
}

/// The unit that stands in a column of its own, or in the parentheses of a header; `None` where it
/// isn't one by itself (*kosten per inwoner*).
pub(super) fn unit_of_column(pack: &Pack, text: &str) -> Option<Unit> {
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
pub(super) fn in_scale_of(unit: Unit, label: Option<&Unit>) -> Unit {
    match label {
        Some(label) if label.is_like(&unit) && unit.scale() == Scale::Ones => {
            unit.with_scale(label.scale())
        }
        _ => unit,
    }
}

/// A text with plain signs for those in which a scale is printed as well: a star before a number or a currency, as in
/// *bedragen \* € 1.000*, the apostrophe of `$’000`, the capital of `£M`, and the apostrophe of `£'m`.
pub(super) fn with_plain_signs(text: &str) -> Cow<'_, str> {
    const SIGNS: [(&str, &str); 10] = [
        ("’000", "'000"),
        ("£M", "£m"),
        ("$M", "$m"),
        ("€M", "€m"),
        ("£'m", "£m"),
        ("£’m", "£m"),
        ("$'m", "$m"),
        ("$’m", "$m"),
        ("€'m", "€m"),
        ("€’m", "€m"),
    ];
    // Each of these has one of these bytes, and few texts have any.
    let may_be = |byte: u8| matches!(byte, b'*' | b'$' | 0xc2 | 0xe2);
    let mut text = Cow::Borrowed(text);
    if !text.bytes().fold(false, |found, byte| found | may_be(byte)) {
        return text;
    }
    for (printed, plain) in SIGNS {
        if text.contains(printed) {
            text = Cow::Owned(text.replace(printed, plain));
        }
    }
    let Some((before, after)) = text.split_once('*') else { return text };
    let multiplies = after
        .trim_start()
        .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '€' | '$' | '£'));
    if multiplies { Cow::Owned(format!("{before}x{after}")) } else { text }
}

/// The unit of counts that the caption of a table or its corner states, if it is in thousands or
/// more: *Aantallen x 1.000*.
pub(super) fn counts(pack: &Pack, text: &str) -> Option<Unit> {
    let text = &*with_plain_signs(text.trim());
    if !may_state_scale(pack, text) {
        return None;
    }
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    unit(pack, inside.unwrap_or(text))
        .filter(|unit| unit.is_like(&Unit::COUNT) && unit.scale() != Scale::Ones)
}

/// Whether a text may say in how many something is. Few texts do, and to read the units of the others
/// takes long.
pub(super) fn may_state_scale(pack: &Pack, text: &str) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '-');
    // What is taken out of a text may join what stands around it, and `%-punt` may stand in front of a word.
    let joins = |(before, after): (&str, &str)| {
        before.ends_with(is_of_word)
            && after.split(')').skip(1).any(|after| after.starts_with(is_of_word))
    };
    let within = Within::new(text);
    let may_join = (within.has("(")
        && text.match_indices('(').any(|(at, _)| joins(text.split_at(at))))
        || (within.has("%")
            && text
                .split('%')
                .skip(1)
                .any(|after| after.starts_with(|c: char| !c.is_whitespace())));
    if may_join || within.has("000") {
        return true;
    }
    let is_scale = |word: &str| fold_word(word).is_some_and(|word| pack.is_scale_word(&word));
    let states = |word: &str| {
        if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return pack.may_be_scale_word(word) && is_scale(word);
        }
        is_scale(word) || word.split(|c: char| !c.is_alphanumeric()).any(is_scale)
    };
    let is_stated = if text.is_ascii() {
        let is_of_word =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'\'' | b'-');
        let mut rest = text;
        std::iter::from_fn(|| {
            let from = rest.bytes().position(is_of_word)?;
            rest = rest.get(from..)?;
            let to = rest.bytes().position(|byte| !is_of_word(byte)).unwrap_or(rest.len());
            let word = rest.get(..to)?;
            rest = rest.get(to..)?;
            Some(word)
        })
        .any(states)
    } else {
        // A mark that is raised is none of the word before it.
        text.split(|c: char| !is_of_word(c) || is_raised(c)).any(states)
    };
    is_stated || pack.each(|tables| tables.labels.scale_grammar.signs).any(|sign| within.has(sign))
}

/// Whether a word stands in the statement of a scale; a short one links others.
pub(super) fn is_of_scale(pack: &Pack, word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        || word.len() <= 2
        || pack
            .each(|tables| tables.labels.scale_grammar.statement)
            .any(|stem| word.starts_with(stem))
}

/// The scale that some words state and nothing else: *(bedragen x € 1.000)*.
pub(super) fn scale_alone(pack: &Pack, text: &str) -> Option<Unit> {
    if !may_state_scale(pack, text) {
        return None;
    }
    let unit = amounts(pack, text).filter(|unit| unit.scale() != Scale::Ones)?;
    fold(text, true).split(' ').all(|word| is_of_scale(pack, word)).then_some(unit)
}

/// The unit of amounts that the caption of a table, its corner or the text above it states; `None`
/// where that is no amount of money: *Aantallen x 1.000*.
pub(super) fn amounts(pack: &Pack, text: &str) -> Option<Unit> {
    const MAX_LEN: usize = 60;
    let text = &*with_plain_signs(text.trim());
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let text = without_denied(pack, inside.unwrap_or(text));
    let is_money = |unit: &Unit| unit.quantity() == Some(Quantity::Money);
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
    let is_stated =
        has(|tables| tables.labels.caption_amounts) || super::shapes::is_scale(pack, text);
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
    let states = super::shapes::is_scale(pack, text)
        || has(|tables| tables.labels.caption_amounts_of_scale)
        || pairs.any(|(one, other)| text.contains(one) && text.contains(other))
        || (names_money() && has_scale(pack, text));
    let scale = states.then(|| scale(pack, text, &fold(text, true))).flatten()?;
    Some(unit?.with_scale(scale))
}

/// Which results are the better ones, where the label says so: *(lager is beter)*.
pub(super) fn direction(pack: &Pack, label: &str) -> Option<Direction> {
    // Few labels have the word.
    let within = Within::new(label);
    if !pack.each(|tables| tables.labels.better).any(|word| within.has(word)) {
        return None;
    }
    let folded = fold(label, true);
    let says = |words: fn(&'static Tables) -> &'static [&'static str]| {
        pack.each(words).any(|words| folded.contains(words))
    };
    match (
        says(|tables| tables.labels.higher_is_better),
        says(|tables| tables.labels.lower_is_better),
    ) {
        (true, false) => Some(Direction::Higher),
        (false, true) => Some(Direction::Lower),
        _ => None,
    }
}

/// Whether a column says where the figures of each row come from, by its header.
pub(super) fn is_source_header(pack: &Pack, header: &str) -> bool {
    pack.column(header) == Some(ColumnKind::Source)
}

/// Whether a column may say how the figures of each row came about, by its header.
pub(super) fn is_status_header(pack: &Pack, header: &str) -> bool {
    pack.column(header).is_some_and(ColumnKind::is_of_statuses)
}

/// Whether a column states the period of the results of each row, according to its header.
pub(super) fn is_date_header(pack: &Pack, header: &str) -> bool {
    pack.column(header) == Some(ColumnKind::Measured)
}

/// Whether a label says that its numbers are places in a ranking.
fn is_rank(pack: &Pack, folded: &str) -> bool {
    let is_begun = |with: &&str| {
        folded.strip_prefix(*with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    pack.each(|tables| tables.labels.rank_begins).any(is_begun) || {
        let within = Within::new(folded);
        pack.each(|tables| tables.labels.rank_phrases).any(|words| within.has(words))
    }
}

/// In what a label says that its amounts are: *in €*, *(x € 1.000)*, *in miljoenen euro*; `None` if it
/// says nothing of the kind. An amount that it only mentions (*schuld boven € 500*) is not one of them.
fn money_of(pack: &Pack, label: &str) -> Option<&'static Unit> {
    let within = Within::new(label);
    let says = |money: &&MoneyWords| {
        within.has(money.sign) && money.forms.iter().any(|form| within.has(form))
    };
    pack.each(|tables| tables.labels.money).find(says).map(|money| &money.unit)
}

/// Whether the label is of so many per something that is not a stretch of time.
fn is_rate(pack: &Pack, folded: &str) -> bool {
    let is_per = |word: &str| pack.has(word, |tables| tables.labels.per);
    let is_time = |word: &str| pack.has(word, |tables| tables.labels.times);
    let mut words = folded.split(' ');
    words.by_ref().any(is_per) && !words.next().is_some_and(is_time)
}

/// Whether a label or a unit has a scale, be it one that is understood or not: `x € 1.000`, `in
/// miljarden`. So many *per 1.000 inwoners* has none.
pub(super) fn has_scale(pack: &Pack, text: &str) -> bool {
    // Few labels have a number or one of these words.
    let may_have = text.bytes().any(|byte| byte.is_ascii_digit()) || {
        let within = Within::new(text);
        pack.each(|tables| tables.labels.scale_grammar.parts).any(|part| within.has(part))
    };
    if !may_have {
        return false;
    }
    let folded = fold(text, true);
    !is_rate(pack, &folded) && !matches!(scale(pack, text, &folded), Some(Scale::Ones))
}

/// The scale that the label states. `None` if the label may state one but it is uncertain which.
fn scale(pack: &Pack, label: &str, folded: &str) -> Option<Scale> {
    // One of these is in every way to write a scale, and in few labels.
    let is_large = |word: &str| {
        pack.is_scale_word(word) && pack.has(word, |tables| tables.labels.scale_grammar.large)
    };
    let within = Within::new(label);
    // `(x 100)`, `(k)`, `(€ k)`
    let mut signs = pack.each(|tables| tables.labels.scale_grammar.signs);
    let is_short = signs.any(|sign| within.has(sign));
    if !is_short && !folded.split(' ').any(is_large) {
        return Some(Scale::Ones);
    }
    let has = |words: fn(&'static Tables) -> &'static [&'static str]| {
        pack.each(words).any(|words| has_phrase(folded, words))
    };
    let mut printed = pack.each(|tables| tables.labels.scale_grammar.printed_thousands);
    let has_currency =
        || pack.each(|tables| tables.cells.currencies).any(|(sign, _)| label.contains(sign));
    if has(|tables| tables.labels.scale_grammar.millions)
        || (has(|tables| tables.labels.scale_grammar.millions_of_money) && has_currency())
    {
        Some(Scale::Millions)
    } else if (has(|tables| tables.labels.scale_grammar.thousands)
        && !has(|tables| tables.labels.scale_grammar.not_thousands))
        || printed.any(|sign| label.contains(sign))
    {
        Some(Scale::Thousands)
    } else if is_short {
        None
    } else {
        // *Boven 1.000 euro* has no scale, and *bedragen in miljarden* one that isn't held.
        (!has(|tables| tables.labels.scale_grammar.unknown)).then_some(Scale::Ones)
    }
}
