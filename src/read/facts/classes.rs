//! What a text looks like from outside: a number, a year, a header, words.

use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::cell;
use crate::read::dates;
use crate::read::facts::Facts;
use crate::read::facts::letters::{amount_and_favour, is_favour};
use crate::read::facts::seen::Seen;
use crate::read::facts::words;
use crate::read::facts::years::{year_and_scale, year_in_currency};
use crate::read::raw_cell::{Interpretation, RawCell};
use crate::read::shapes;
use crate::read::vocabulary::Vocabulary;

/// What a text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Class {
    /// A value, or a sign or a word for a missing one.
    Number,
    /// A year or another period and nothing else: a header, a period of its row, or a number.
    Year,
    /// A header: it states facts and has no other words.
    Header,
    /// A header with a role and a year: *Beoogd 2017*.
    Dated,
    /// *V* or *N*.
    Favour,
    /// Other words.
    Words,
    /// A number with words: a cell or a label.
    Mixed,
    /// A footnote that begins with a star: no label and no cell.
    Note,
    /// An item of a list of labels: no cell.
    Listed,
}

/// The longest text that may be a cell or a header, in bytes.
pub(super) const MAX_CELL: usize = 160;

/// Looks at a text.
pub(super) fn class(looks: &impl Seen, text: &str) -> Class {
    let vocabulary: &Vocabulary = looks;
    if vocabulary.mapped().is_some_and(|mapped| mapped.header(vocabulary.pack(), text).is_some()) {
        return Class::Header;
    }
    // A paragraph is read as no cell: that took most of the time of prose. The longest cell with a value on 54
    // published pages has 22 bytes: *New Measure in FY 2018*.
    if text.len() > MAX_CELL {
        return Class::Words;
    }
    // `$'000` is a scale, and no amount; so is `$000)`, the rest of *(all amounts are in*.
    let mut scales = vocabulary.pack().each(|tables| tables.labels.scale_grammar.printed_thousands);
    let open = text.strip_suffix(')').unwrap_or(text);
    if open.ends_with("000") && scales.any(|scale| *scale == open) {
        return Class::Header;
    }
    // *2006/2007 £* is written with signs alone.
    if text.len() > 4
        && (year_in_currency(vocabulary.pack(), text).is_some()
            || year_and_scale(vocabulary.pack(), text).is_some())
    {
        return Class::Year;
    }
    if cell::is_bare(text) && text.len() != 4 {
        let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
        return if has_digit || cell::read(vocabulary, text).looks_like_cell() {
            Class::Number
        } else {
            Class::Words
        };
    }
    if dates::period(vocabulary.pack(), text).is_some() {
        return Class::Year;
    }
    // `2018 *` has a footnote.
    if let Some(bare) = text.strip_suffix('*')
        && dates::year(bare.trim_end_matches(['*', ' '])).is_some()
    {
        return Class::Year;
    }
    if is_favour(vocabulary.pack(), text) {
        return Class::Favour;
    }
    if amount_and_favour(vocabulary.pack(), text).is_some() {
        return Class::Number;
    }
    if text.starts_with(|c: char| c.is_ascii_digit())
        && words::lettered_after(vocabulary, text).is_some()
    {
        return Class::Dated;
    }
    // *B* may be anything: it is a header by what stands beside it.
    if text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Class::Words;
    }
    let raw = cell::read(vocabulary, text);
    let class = class_of(looks, text, &raw);
    // *1) Accres tranche 2024* is the label of a row.
    if class == Class::Mixed && is_numbered(text) { Class::Words } else { class }
}

/// Whether a text begins with a number or a letter of a list and goes on with words: `1) `, `b) `.
pub(in crate::read) fn is_numbered(text: &str) -> bool {
    text.split_once(") ").is_some_and(|(mark, words)| {
        (1..=2).contains(&mark.len())
            && mark.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && words.chars().filter(|c| c.is_alphabetic()).count() > 3
    })
}

/// Whether a text may look like a number: any other is read as no cell, or is known without that.
pub(super) fn may_be_number(looks: &impl Seen, text: &str) -> bool {
    text.len() <= MAX_CELL && (cell::is_bare(text) || cell::read(looks, text).looks_like_cell())
}

/// The same for a text that was read as a cell.
fn class_of(looks: &impl Seen, text: &str, raw: &RawCell) -> Class {
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    // *25.000 - 50.000 inwoners* is no range of numbers.
    if has_digit && shapes::is_class_of_size(looks.pack(), text) {
        return Class::Words;
    }
    if raw.looks_like_cell() && (has_digit || !text.contains(char::is_alphabetic)) {
        /// *Rek* is the shortest word for what figures are.
        const MIN_LETTERS: usize = 3;
        // *Budget for 2008 - 2009* is no range of numbers.
        let letters = text.chars().filter(|c| c.is_alphabetic());
        if letters.take(MIN_LETTERS).count() == MIN_LETTERS {
            let facts = looks.facts(text);
            if facts.is_pure() && facts.role.is_some() && facts.period.is_some() {
                return Class::Dated;
            }
            // *Realisatie t/m 2022*, *Saldi 2026 – 2029*
            let states = facts.role.is_some() || facts.flow.is_some();
            if raw.interpretation == Interpretation::Date && states {
                return Class::Words;
            }
            if raw.interpretation == Interpretation::Date && facts.rest > 0 {
                return Class::Mixed;
            }
        }
        return Class::Number;
    }
    let facts = looks.facts(text);
    // *Behaald* is a header as well as a verdict.
    if raw.looks_like_cell() && !facts.is_pure() {
        return Class::Number;
    }
    if facts.is_bare_period() && facts.marks.is_empty() && has_digit {
        return Class::Year;
    }
    if facts.is_pure() {
        let is_dated = facts.role.is_some() && facts.period.is_some();
        return match is_dated {
            true if is_measured_in(looks, text, &facts) => Class::Mixed,
            // *Programmabegroting 2017-2020* is the name of a plan as well.
            true if facts.period.is_some_and(is_of_several_years) => Class::Header,
            true => Class::Dated,
            false => Class::Header,
        };
    }
    if begins_with_comparator(text) {
        return Class::Number;
    }
    if raw.may_be_label() || raw.interpretation == Interpretation::NumberWithWords {
        return Class::Mixed;
    }
    Class::Words
}

/// Whether a period is longer than a book year.
fn is_of_several_years(period: Period) -> bool {
    use chrono::Datelike;
    period.end().is_some_and(|end| end.year() - period.start().year() > 1)
}

/// Whether a text says in which year a baseline is measured, in the place of that: *nulmeting in 2018*. Headers begin with a capital, or have
/// the year alone behind their words.
fn is_measured_in(vocabulary: &Vocabulary, text: &str, facts: &Facts) -> bool {
    let before = text.rsplit_once(' ').and_then(|(front, _)| front.rsplit(' ').next());
    facts.role == Some(Role::Baseline)
        && text.starts_with(char::is_lowercase)
        && before.is_some_and(|word| words::is_link(vocabulary, word))
}

/// Whether a text begins with the sign of a comparison and goes on with words, as no label does: *≥ landelijk gemiddelde 2021*.
fn begins_with_comparator(text: &str) -> bool {
    const MAX_LEN: usize = 60;
    let rest = text.trim_start_matches(['<', '>', '≤', '≥']).trim_start();
    text.len() <= MAX_LEN && rest.len() < text.len() && rest.starts_with(char::is_alphanumeric)
}

/// Whether a text is the sign of a currency and nothing else.
pub(in crate::read) fn is_sign_of_money(text: &str) -> bool {
    matches!(text, "€" | "£" | "$")
}
