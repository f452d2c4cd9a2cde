//! What the label of an indicator says about its unit.

use super::vocabulary::{self, Measure};
use crate::leaves::unit::{Scale, Unit};
use crate::words::{fold, fold_word};

/// The unit that a label names; nothing where it doesn't, or where it names a rate, whose
/// numbers are no count.
pub(super) fn unit(label: &str) -> Option<Unit> {
    let mut words = label.split_whitespace();
    let first = words.next()?;
    if is_points(label) {
        return Some(Unit::PERCENTAGE_POINT);
    }
    let word = fold_word(first);
    let word = word.as_deref().unwrap_or_default();
    if label.starts_with('%')
        || word == "percentage"
        || (label.contains('%') && (label.contains("(%)") || label.contains("(in %)")))
    {
        return Some(Unit::PERCENT);
    }
    match word {
        // Something else than things may be counted: *Aantal fte*.
        "aantal" if !label.contains('%') => {
            let folded = fold(label, true);
            let measured = words.next().and_then(|next| vocabulary::measure(&fold_word(next)?));
            let unit = match measured {
                Some(Measure::Unit(unit)) => unit,
                _ => Unit::COUNT,
            };
            let scale = if is_rate(&folded) { None } else { scale(label, &folded) };
            scale.map(|scale| unit.scaled(scale))
        }
        _ if is_rank(&fold(label, true)) => Some(Unit::RANK),
        _ if is_money(label) => {
            // The scale is a part of the unit: 12 in millions is not € 13.000.000.
            scale(label, &fold(label, true)).map(|scale| Unit::EURO.scaled(scale))
        }
        _ => None,
    }
}

/// The unit that stands in a column of its own; nothing where it isn't one by itself (*kosten per
/// inwoner*).
pub(super) fn unit_of_column(text: &str) -> Option<Unit> {
    let text = text.trim();
    if is_points(text) {
        return Some(Unit::PERCENTAGE_POINT);
    }
    match text {
        "%" | "(%)" | "in %" | "In %" => return Some(Unit::PERCENT),
        "€" | "(€)" | "in €" | "In €" | "euro" | "Euro" => return Some(Unit::EURO),
        "‰" => return Some(Unit::PER_MILLE),
        _ => {}
    }
    // `€ x 1.000`, `in mln €`; `€/m2` is another.
    let is_scale_word = |word: &str| {
        matches!(
            &*word.to_lowercase(),
            "x" | "in" | "mln" | "mln." | "miljoen" | "miljoenen" | "duizend" | "duizenden"
        ) || !word.contains(char::is_alphabetic)
    };
    if text.contains('€') && !text.contains('/') && text.split_whitespace().all(is_scale_word) {
        return scale(text, &fold(text, true)).map(|scale| Unit::EURO.scaled(scale));
    }
    // Signs make another unit of a word: `€/m2`, `%/jaar`.
    if !text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '²' | '³')) {
        return None;
    }
    match &*fold_word(text)? {
        "aantal" | "aantallen" => Some(Unit::COUNT),
        "percentage" | "perc" => Some(Unit::PERCENT),
        word => match vocabulary::measure(word)? {
            Measure::Unit(unit) => Some(unit),
            _ => None,
        },
    }
}

/// Whether a column is one of units, by its header.
pub(super) fn is_unit_header(header: &str) -> bool {
    fold_word(header).is_some_and(|word| matches!(&*word, "eenheid" | "meeteenheid" | "unit"))
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

/// Whether a column says of when the results of each row are, by its header.
pub(super) fn is_date_header(header: &str) -> bool {
    fold_word(header).is_some_and(|word| matches!(&*word, "meetjaar" | "peiljaar" | "peildatum"))
}

fn is_points(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    matches!(first, "%-punt" | "%-punten") || text.contains("(%-punt)")
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
/// An amount that it mentions (*schuld boven € 500*) is none of its numbers.
fn is_money(label: &str) -> bool {
    let says = |words: &[&str]| words.iter().any(|words| label.contains(words));
    let has_sign = label.contains('€') && says(&["(€", "in €", "x €", "x  €", "mln €", "mln. €"]);
    has_sign
        || (label.contains("euro")
            && says(&[
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

/// The scale that stands in the label; nothing where the label may mean one and it can't be
/// told which.
pub(super) fn scale(label: &str, folded: &str) -> Option<Scale> {
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
