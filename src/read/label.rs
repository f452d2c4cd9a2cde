//! The unit that the label of an indicator states.
//!
//! A label states a unit in few places: in parentheses of its own (*(in km)*), after its last
//! comma or its last *in* (*, per 1.000 inwoners*; *in dagen*), and in front (*Aantal*, *%*, *Kg*).
//! There it must be a [`phrase`], each word of which is of a unit. Anywhere else a unit is only
//! mentioned: *schuld boven € 500*, *binnen 5 dagen afgehandeld*.

use super::marks;
use super::vocabulary::{self, NumberWord};
use crate::leaves::role::Direction;
use crate::leaves::unit::{Quantity, Scale, Unit};
use crate::words::{fold, fold_word};

/// What a phrase states that is of nothing but a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Phrase<'t> {
    measure: Option<Unit>,
    /// Whether it says that it counts (*aantal*) and perhaps not what, or that it is of amounts.
    counts: bool,
    is_of_amounts: bool,
    scale: Option<Scale>,
    per: Option<(u32, &'t str)>,
}

/// The unit that a label states; `None` if it states none, states several, or states a scale that
/// isn't understood.
pub(super) fn unit(label: &str) -> Option<Unit> {
    let bare = marks::without(label);
    let (outside, mut stated) = apart(bare);
    let outside = without_denied(&outside);
    let (front, tail) = split_tail(outside);
    stated.extend(tail);
    let front = start_of_label(front);
    combine(stated, front, bare, outside)
}

/// The text outside of the parentheses that state something of a unit, and what these state.
fn apart(label: &str) -> (String, Vec<Phrase<'_>>) {
    let mut outside = String::with_capacity(label.len());
    let mut stated = Vec::new();
    let mut rest = label;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, after)) = after.split_once(')') else { break };
        outside.push_str(before);
        if let Some(phrase) = phrase(inside) {
            stated.push(phrase);
        } else {
            // `(in de openbare ruimte, aantal per 1.000 inwoners)`
            let mut sign = '(';
            for part in inside.split([',', ';']) {
                if let Some(phrase) = phrase(part) {
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
    (outside.trim().to_owned(), stated)
}

/// A text without what it says that it isn't: *niet in duizenden euro maar in hele euro*.
fn without_denied(text: &str) -> &str {
    let denied = text.find("niet in ").map(|at| text.split_at(at));
    match denied {
        Some((before, after)) => after.split_once(" maar ").map_or(before, |(_, stated)| stated),
        None => text,
    }
}

/// The label before the unit at its end, and that unit.
fn split_tail(text: &str) -> (&str, Option<Phrase<'_>>) {
    let text = text.trim();
    if let Some((front, tail)) = text.rsplit_once([',', ';', ':'])
        // A comma may stand in a number.
        && !tail.starts_with(|c: char| c.is_ascii_digit())
        && let Some(phrase) = phrase(tail.trim())
    {
        return (front.trim_end(), Some(phrase));
    }
    // From the first word on from which all is of a unit.
    for word in [" in ", " x ", " als ", " per "] {
        for (at, _) in text.match_indices(word).take(MAX_TRIED) {
            let (front, tail) = text.split_at(at);
            if let Some(phrase) = phrase(tail.trim()) {
                return (front, Some(phrase));
            }
        }
    }
    match text.strip_suffix(" %") {
        Some(front) => (front, Some(Phrase { measure: Some(Unit::PERCENT), ..Phrase::default() })),
        None => (text, phrase(text)),
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

fn start_of_label(label: &str) -> LabelStart {
    if label.starts_with("%-punt") {
        return LabelStart::Measure(Unit::PERCENTAGE_POINT);
    }
    if label.starts_with('%') {
        return LabelStart::Measure(Unit::PERCENT);
    }
    let mut words = label.split_whitespace();
    let first = words.next().unwrap_or_default();
    let Some(word) = fold_word(first) else { return LabelStart::None };
    let next = words.next();
    let measure = |word: &str| match vocabulary::measure(&fold_word(word)?)? {
        NumberWord::Unit(unit) => Some(unit),
        _ => None,
    };
    match &*word {
        "percentage" | "percentages" | "perc" => LabelStart::Measure(Unit::PERCENT),
        // Something else than things may be counted: *Aantal fte*.
        "aantal" | "aantallen" => {
            next.and_then(measure).map_or(LabelStart::Counts, LabelStart::Measure)
        }
        "positie" => LabelStart::Measure(Unit::RANK),
        "kg" | "kilogram" | "kilo" | "kwh" | "mwh" | "gj" | "tj" | "m2" | "m3" | "ha"
        | "hectare" | "km" | "kilometer" | "fte" | "liter" => {
            measure(first).map_or(LabelStart::None, LabelStart::Measure)
        }
        // *Euro 6-bussen* are no amounts.
        "euro" if next == Some("per") => LabelStart::Measure(Unit::EURO),
        _ if first == "€" && next == Some("per") => LabelStart::Measure(Unit::EURO),
        _ if is_rank(&fold(label, true)) => LabelStart::Measure(Unit::RANK),
        _ => LabelStart::None,
    }
}

/// The one unit that all statements of a label come to.
fn combine(stated: Vec<Phrase<'_>>, front: LabelStart, label: &str, outside: &str) -> Option<Unit> {
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
    if all.measure.is_none() && !all.counts && !all.is_of_amounts && is_money(label) {
        all.measure = Some(Unit::EURO);
    }
    // A share of the houses *per wijk* is still a share.
    let is_share = all.measure.as_ref().and_then(Unit::quantity) == Some(Quantity::Share);
    if all.per.is_none() && !is_share && (all.measure.is_some() || all.counts) {
        all.per = match rate_in(outside) {
            Rate::Of(per) => Some(per),
            Rate::Unknown if all.measure.as_ref() != Some(&Unit::EURO) => return None,
            Rate::Unknown | Rate::None => None,
        };
    }
    // So many *per 1.000 inwoners* are people or things, unless the label measures something.
    if all.measure.is_none() && all.per.is_some_and(|(count, _)| count > 1) && !measures(label) {
        all.counts = true;
    }
    let is_large = |unit: &Unit| matches!(unit.quantity(), Some(Quantity::Count | Quantity::Money));
    let may_have_scale = all.measure.as_ref().is_none_or(is_large);
    if all.scale.is_none() && all.per.is_none() && may_have_scale {
        all.scale = Some(scale(outside, &fold(outside, true))?);
    }
    all.unit()
}

impl<'t> Phrase<'t> {
    /// Both statements as one; `None` if they contradict each other.
    fn and(self, other: Phrase<'t>) -> Option<Phrase<'t>> {
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
    fn unit(self) -> Option<Unit> {
        let measure = match self.measure {
            Some(unit) => unit,
            None if self.is_of_amounts => Unit::EURO,
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
fn phrase(text: &str) -> Option<Phrase<'_>> {
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
        let (word, after) = next_word(rest);
        let after = after.trim_start();
        let lower = word.to_lowercase();
        let lower = lower.trim_end_matches(['.', ',', ':']);
        let before_number = multiplies;
        multiplies = false;
        match lower {
            // *In km* introduces it, and so does *als %*.
            "in" | "als" | "gemeten" | "uitgedrukt" | "eenheid" if is_first || lower == "in" => {
                // *Kosten in 2017* has no unit.
                multiplies = true;
                rest = after;
                continue;
            }
            "x" | "×" => multiplies = true,
            "hele" | "volle" if after.starts_with(['e', 'E', '€']) => {}
            "bedrag" | "bedragen" => found.is_of_amounts = true,
            "zijn" | "luiden" if found.is_of_amounts => {}
            "aantal" | "aantallen" => found.counts = true,
            "%" | "procent" | "procenten" | "percentage" | "percentages" | "perc" | "pct" => {
                found = found.and(Phrase { measure: Some(Unit::PERCENT), ..Phrase::default() })?;
                // `% van het totaal`, `% werkzame beroepsbevolking`
                if lower == "%" || after.starts_with("van ") {
                    return Some(found);
                }
            }
            "per" | "p" | "/" if !after.is_empty() => {
                let after = after.trim_start_matches('/').trim_start();
                if let Some(unnamed) = base_without_name(after) {
                    return found.and(Phrase { measure: Some(unnamed), ..Phrase::default() });
                }
                let (per, left) = base(after)?;
                let left = left.trim_start();
                if found.per.is_none() {
                    found.per = Some(per);
                }
                if is_about_people(left) {
                    return Some(found);
                }
                rest = left;
                is_first = false;
                continue;
            }
            // `ton CO2`
            "co2" | "co₂" | "co2-eq" | "co2-equivalent" | "co2-equivalenten"
                if is_mass(found.measure.as_ref()) => {}
            _ if is_number(lower) => {
                let (scale, left) = scale_number(rest, before_number || is_money_of(&found))?;
                found = found.and(Phrase { scale: Some(scale), ..Phrase::default() })?;
                rest = left.trim_start();
                is_first = false;
                continue;
            }
            _ => {
                let counts = found.counts;
                found = found.and(word_of(word, counts)?)?;
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

/// The first word of a text: `kg/inwoner` and `€1.000` are several.
fn next_word(text: &str) -> (&str, &str) {
    if let Some(sign) =
        ["€", "/", "%-punten", "%-punt", "%", "x€"].into_iter().find(|sign| text.starts_with(sign))
    {
        let sign = if sign == "x€" { "x" } else { sign };
        return text.split_at(sign.len());
    }
    let end =
        text.find(|c: char| c.is_whitespace() || matches!(c, '/' | '€')).unwrap_or(text.len());
    text.split_at(end)
}

/// What a single word states.
fn word_of<'t>(word: &str, counts: bool) -> Option<Phrase<'t>> {
    let measure = |unit| Some(Phrase { measure: Some(unit), ..Phrase::default() });
    let scaled = |scale| Some(Phrase { scale: Some(scale), ..Phrase::default() });
    match word {
        "€" => return measure(Unit::EURO),
        "%-punt" | "%-punten" => return measure(Unit::PERCENTAGE_POINT),
        "‰" => return measure(Unit::PER_MILLE),
        // `m²` is folded without its sign.
        "m²" => return measure(Unit::SQUARE_METRE),
        "km²" => return measure(Unit::SQUARE_KILOMETRE),
        "m³" => return measure(Unit::CUBIC_METRE),
        _ => {}
    }
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '-');
    if !word.chars().all(is_word) {
        return None;
    }
    let folded = fold_word(word)?;
    match &*folded {
        "duizenden" | "duizendtallen" => return scaled(Scale::Thousands),
        "miljoenen" => return scaled(Scale::Millions),
        "miljarden" => return scaled(Scale::Billions),
        "euros" => return measure(Unit::EURO),
        "jaren" => return measure(Unit::YEAR),
        "positie" | "rang" => return measure(Unit::RANK),
        // `2x` is next to a number, and an `x` alone is no unit.
        "x" | "st" => return None,
        _ => {}
    }
    match vocabulary::measure(&folded)? {
        NumberWord::Unit(unit) => measure(unit),
        NumberWord::Scaled(unit, scale) => {
            Some(Phrase { measure: Some(unit), scale: Some(scale), ..Phrase::default() })
        }
        NumberWord::Scale(power) => scaled(scale_of_power(power)?),
        // *Aantal inwoners*
        NumberWord::Remark if counts => Some(Phrase::default()),
        NumberWord::Remark => None,
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

fn is_money_of(phrase: &Phrase<'_>) -> bool {
    phrase.measure.as_ref().is_some_and(|unit| unit.quantity() == Some(Quantity::Money))
}

fn is_number(word: &str) -> bool {
    let word = word.strip_prefix(['x', 'X']).unwrap_or(word);
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// The scale that the number at the front of a text is, and what comes after it: `1.000`, `1
/// 000`, `1 miljoen`; `None` for any other number, and for one that nothing is multiplied by.
fn scale_number(text: &str, multiplies: bool) -> Option<(Scale, &str)> {
    let unsigned = text.strip_prefix(['x', 'X']);
    let text = unsigned.unwrap_or(text);
    if !multiplies && unsigned.is_none() {
        return None;
    }
    let (word, mut rest) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    let word = word.trim_end_matches(['.', ',', '-', '=']);
    let mut digits: String = word.chars().filter(|c| !matches!(c, '.' | '\u{a0}')).collect();
    if word.split('.').skip(1).any(|group| group.len() != 3) {
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
            let (word, after) = next_word(rest.trim_start());
            rest = after;
            word_of(word, false)?.scale?
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
fn base(text: &str) -> Option<((u32, &'static str), &str)> {
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    let rest = text.trim_start_matches(is_digit);
    let digits = text.strip_suffix(rest)?;
    let count = if digits.is_empty() {
        1
    } else {
        let is_grouped = digits.split('.').skip(1).all(|group| group.len() == 3);
        let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
        is_grouped.then(|| digits.parse().ok()).flatten()?
    };
    let rest = rest.trim_start();
    let (word, left) = rest.split_at(rest.find([' ', ',', ';', ')', '(']).unwrap_or(rest.len()));
    let of = vocabulary::counted_by(&fold_word(&word.replace('²', "2").replace('³', "3"))?)?;
    Some(((count, of), left))
}

/// The rate that the end of a text doesn't say the base of: *per 100.000*. It is a unit of its own.
fn base_without_name(text: &str) -> Option<Unit> {
    let digits: String = text.chars().filter(|c| *c != '.').collect();
    matches!(&*digits, "100" | "1000" | "10000" | "100000" | "1000000")
        .then(|| Unit::new(format!("per {digits}")).ok())
        .flatten()
}

/// By how many of what the numbers of a label are counted: *Lasten per inwoner*.
pub(super) fn per(label: &str) -> Option<(u32, &'static str)> {
    match rate_in(label) {
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

fn rate_in(label: &str) -> Rate {
    const TIMES: &[&str] = &["day", "week", "month", "quarter", "year"];
    let mut found = Rate::None;
    for sign in [" per ", "(per ", " p/"] {
        for after in label.split(sign).skip(1).take(MAX_TRIED) {
            match base(after) {
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
fn is_about_people(text: &str) -> bool {
    let begins = ["van ", "in de leeftijd", "tussen ", "tot ", "vanaf ", "met ", "die ", "("];
    text.starts_with(|c: char| c.is_ascii_digit())
        || begins.iter().any(|words| text.starts_with(words))
}

/// Whether a label is of something that is measured, so that *per 1.000 inwoners* after it doesn't
/// mean a number of people or things.
fn measures(label: &str) -> bool {
    const STEMS: &[&str] = &[
        "kosten",
        "lasten",
        "baten",
        "uitgave",
        "inkomst",
        "schuld",
        "saldo",
        "budget",
        "bedrag",
        "opbrengst",
        "subsidie",
        "investering",
        "woz",
        "formatie",
        "bezetting",
        "fte",
        "omvang",
        "afval",
        "energie",
        "verbruik",
        "uitstoot",
        "emissie",
        "oppervlak",
        "lengte",
        "omzet",
        "euro",
        "reserve",
        "vermogen",
    ];
    let folded = fold(label, true);
    STEMS.iter().any(|stem| folded.contains(stem))
}

/// The unit that stands in a column of its own, or in the parentheses of a header; `None` where it
/// isn't one by itself (*kosten per inwoner*).
pub(super) fn unit_of_column(text: &str) -> Option<Unit> {
    let text = text.trim();
    // The source or a remark may come after it.
    let bare = match text.split_once(" (") {
        Some((bare, inside)) if !bare.is_empty() && inside.ends_with(')') => bare,
        _ => text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(text),
    };
    let phrase = phrase(bare).or_else(|| {
        let (_, share) = split_tail(bare);
        share.filter(|phrase| phrase.measure == Some(Unit::PERCENT))
    })?;
    let counts = phrase.counts || phrase.per.is_some_and(|(count, _)| count > 1);
    Phrase { counts, ..phrase }.unit()
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

/// The unit of counts that the caption of a table or its corner states, if it is in thousands or
/// more: *Aantallen x 1.000*.
pub(super) fn counts(text: &str) -> Option<Unit> {
    let text = text.trim();
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    unit(inside.unwrap_or(text))
        .filter(|unit| unit.is_like(&Unit::COUNT) && unit.scale() != Scale::Ones)
}

/// The unit of amounts that the caption of a table, its corner or the text above it states; `None`
/// where that is no amount of money: *Aantallen x 1.000*.
pub(super) fn amounts(text: &str) -> Option<Unit> {
    const MAX_LEN: usize = 60;
    let text = text.trim();
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let text = without_denied(inside.unwrap_or(text));
    let is_money = |unit: &Unit| unit.quantity() == Some(Quantity::Money);
    if let Some(phrase) = phrase(text) {
        // In a table of money *x 1.000* is in euro without saying so.
        let is_bare = phrase.measure.is_none() && !phrase.counts && phrase.per.is_none();
        let is_of_amounts = phrase.is_of_amounts || is_bare;
        return Phrase { is_of_amounts, ..phrase }.unit().filter(is_money);
    }
    let is_stated = text.contains("x €")
        || text.contains("in €")
        || text.contains("edragen")
        || text.contains("euro")
        || super::parts::is_scale(text);
    if !is_stated || text.to_lowercase().contains("aantal") {
        return None;
    }
    if text.len() <= MAX_LEN
        && let Some(unit) = unit(text)
    {
        return is_money(&unit).then_some(unit);
    }
    let states = text.contains("x €")
        || super::parts::is_scale(text)
        || (text.contains("edragen") && text.contains("euro"))
        || (text.contains("euro") && has_scale(text));
    let scale = states.then(|| scale(text, &fold(text, true))).flatten()?;
    Some(Unit::EURO.with_scale(scale))
}

/// Which results are the better ones, where the label says so: *(lager is beter)*.
pub(super) fn direction(label: &str) -> Option<Direction> {
    // Few labels have the word.
    if !label.contains("beter") {
        return None;
    }
    let folded = fold(label, true);
    let says = |words: &[&str]| words.iter().any(|words| folded.contains(words));
    match (
        says(&["hoger is beter", "hoe hoger hoe beter"]),
        says(&["lager is beter", "hoe lager hoe beter"]),
    ) {
        (true, false) => Some(Direction::Higher),
        (false, true) => Some(Direction::Lower),
        _ => None,
    }
}

/// Whether a column is one of units, by its header.
pub(super) fn is_unit_header(header: &str) -> bool {
    fold_word(header).is_some_and(|word| matches!(&*word, "eenheid" | "meeteenheid" | "unit"))
}

/// Whether a column says where the figures of each row come from, by its header.
pub(super) fn is_source_header(header: &str) -> bool {
    fold_word(header).is_some_and(|word| matches!(&*word, "bron" | "bronnen" | "databron"))
}

/// Whether a column numbers the rows, by its header.
pub(super) fn is_number_header(header: &str) -> bool {
    fold_word(header).is_some_and(|word| matches!(&*word, "nr" | "nummer"))
}

/// Whether a column may say how the figures of each row came about, by its header.
pub(super) fn is_status_header(header: &str) -> bool {
    fold_word(header).is_some_and(|word| {
        matches!(&*word, "status" | "opmerking" | "opmerkingen" | "toelichting")
    })
}

/// Whether a column states the period of the results of each row, according to its header.
pub(super) fn is_date_header(header: &str) -> bool {
    fold_word(header).is_some_and(|word| matches!(&*word, "meetjaar" | "peiljaar" | "peildatum"))
}

/// Whether a label says that its numbers are places in a ranking.
fn is_rank(folded: &str) -> bool {
    let begins = ["positie", "ranglijst", "ranking", "rang", "notering", "klassering", "plaats op"];
    let is_begun = |with: &&str| {
        folded.strip_prefix(*with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    begins.iter().any(is_begun)
        || ["positie op", "positie in", "plaats op de", "ranglijst"]
            .iter()
            .any(|words| folded.contains(words))
}

/// Whether a label says that its numbers are amounts: *in €*, *(x € 1.000)*, *in miljoenen euro*.
/// An amount that it only mentions (*schuld boven € 500*) is not one of them.
fn is_money(label: &str) -> bool {
    let states_any = |words: &[&str]| words.iter().any(|words| label.contains(words));
    let has_sign = label.contains('€')
        && states_any(&["(€)", "(€ per", "in €", "x €", "x  €", "mln €", "mln. €"]);
    has_sign
        || (label.contains("euro")
            && states_any(&[
                "in euro",
                "(euro",
                "miljoen euro",
                "miljoenen euro",
                "duizenden euro",
                "mln euro",
            ]))
}

/// Whether the label is of so many per something that is not a stretch of time.
fn is_rate(folded: &str) -> bool {
    const TIMES: &[&str] = &["dag", "week", "maand", "kwartaal", "jaar"];
    let mut words = folded.split(' ');
    words.by_ref().any(|word| matches!(word, "per" | "p"))
        && !words.next().is_some_and(|word| TIMES.contains(&word))
}

/// Whether a label or a unit has a scale, be it one that is understood or not: `x € 1.000`, `in
/// miljarden`. So many *per 1.000 inwoners* has none.
pub(super) fn has_scale(text: &str) -> bool {
    // Few labels have a number or one of these words.
    const PARTS: &[&str] =
        &["mil", "Mil", "mln", "mld", "mrd", "mio", "uizend", "onderd", "(k", " k)", "(x"];
    let may_have = text.bytes().any(|byte| byte.is_ascii_digit())
        || PARTS.iter().any(|part| text.contains(part));
    if !may_have {
        return false;
    }
    let folded = fold(text, true);
    !is_rate(&folded) && !matches!(scale(text, &folded), Some(Scale::Ones))
}

/// The scale that the label states. `None` if the label may state one but it is uncertain which.
fn scale(label: &str, folded: &str) -> Option<Scale> {
    // One of these is in every way to write a scale, and in few labels.
    let is_large = |word: &str| {
        matches!(
            word,
            "mln"
                | "mio"
                | "miljoen"
                | "miljoenen"
                | "miljard"
                | "miljarden"
                | "mld"
                | "mrd"
                | "duizend"
                | "duizenden"
                | "duizendtallen"
                | "honderd"
                | "honderden"
                | "tienduizenden"
                | "000"
                | "1000"
                | "10000"
                | "100000"
                | "1000000"
                | "x1"
                | "x1000"
                | "x10"
                | "x100"
        )
    };
    // `(x 100)`, `(k)`, `(€ k)`
    let has_sign = |sign: &str| label.contains(sign);
    let is_short = ["(x ", "(k)", " k)", "('000)", "(‘000)", "(’000)"].into_iter().any(has_sign);
    if !is_short && !folded.split(' ').any(is_large) {
        return Some(Scale::Ones);
    }
    let padded = format!(" {folded} ");
    let has = |words: &[&str]| words.iter().any(|words| padded.contains(&format!(" {words} ")));
    if has(&["in miljoenen", "x 1 000 000", "x 1 miljoen", "x 1 mln", "in mln", "x mln"])
        || (has(&["mln", "miljoen", "miljoenen"]) && label.contains('€'))
    {
        Some(Scale::Millions)
    } else if has(&[
        "in duizenden",
        "x 1 000",
        "x 1000",
        "x1 000",
        "x1000",
        "in duizendtallen",
        "in 1 000",
    ]) && !has(&["x 1 000 000", "1 000 000"])
    {
        Some(Scale::Thousands)
    } else if is_short {
        None
    } else {
        // *Boven 1.000 euro* has no scale, and *bedragen in miljarden* one that isn't held.
        let is_mention = !has(&[
            "mln",
            "mio",
            "miljoen",
            "miljoenen",
            "miljard",
            "miljarden",
            "mld",
            "mrd",
            "duizend",
            "duizenden",
            "honderden",
            "tienduizenden",
            "1 000",
            "1000",
            "x1",
            "x1000",
            "x 10",
            "x 100",
            "x10",
            "x100",
            "10000",
            "100000",
            "1000000",
        ]);
        is_mention.then_some(Scale::Ones)
    }
}
