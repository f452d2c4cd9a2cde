//! The scale that a text states: *x 1.000*, *in miljoenen euro*. To read units takes long, so a text is asked first whether it
//! may state one.

use super::amounts::amounts;
use super::rates::is_rate;
use super::word::{next_word, word_of};
use crate::leaves::unit::{Scale, Unit};
use crate::read::language::{Pack, Tables};
use crate::words::{Within, fold, fold_word, has_phrase, is_raised};

/// The scale with so many zeros.
pub(in crate::read) fn scale_of_power(power: u32) -> Option<Scale> {
    match power {
        3 => Some(Scale::Thousands),
        6 => Some(Scale::Millions),
        9 => Some(Scale::Billions),
        _ => None,
    }
}

/// The scale that the number at the front of a text is, and what comes after it: `1.000`, `1
/// 000`, `1 miljoen`, and `1` itself where an *x* stands in front of it; `None` for any other number, and for one that nothing is
/// multiplied by.
pub(super) fn scale_number<'t>(
    pack: &Pack,
    text: &'t str,
    multiplies: bool,
    is_times: bool,
) -> Option<(Scale, &'t str)> {
    let unsigned = text.strip_prefix(['x', 'X']);
    let text = unsigned.unwrap_or(text);
    let is_times = is_times || unsigned.is_some();
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
            match word_of(pack, word, false).and_then(|word| word.scale) {
                Some(scale) => {
                    rest = after;
                    scale
                }
                // *x € 1* says that nothing is multiplied, and *€ 1* says nothing of the kind.
                None if is_times => Scale::Ones,
                None => return None,
            }
        }
        "1000" => Scale::Thousands,
        "1000000" => Scale::Millions,
        "1000000000" => Scale::Billions,
        _ => return None,
    };
    Some((scale, rest))
}

/// Whether a text may say in how many something is. Few texts do, and to read the units of the others
/// takes long.
pub(in crate::read) fn may_state_scale(pack: &Pack, text: &str) -> bool {
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
pub(in crate::read) fn is_of_scale(pack: &Pack, word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        || word.len() <= 2
        || pack
            .each(|tables| tables.labels.scale_grammar.statement)
            .any(|stem| word.starts_with(stem))
}

/// The scale that some words state and nothing else: *(bedragen x € 1.000)*.
pub(in crate::read) fn scale_alone(pack: &Pack, text: &str) -> Option<Unit> {
    if !may_state_scale(pack, text) {
        return None;
    }
    let unit = amounts(pack, text).filter(|unit| unit.scale() != Scale::Ones)?;
    fold(text, true).split(' ').all(|word| is_of_scale(pack, word)).then_some(unit)
}

/// What stands in front of a scale that ends a text: *Opbouw uitgaven* in *Opbouw uitgaven x € 1.000*. `None` if it ends in none.
pub(in crate::read) fn before_scale<'t>(pack: &Pack, text: &'t str) -> Option<&'t str> {
    /// *(alle bedragen in duizenden euro)*
    const MAX_WORDS: usize = 6;
    if !may_state_scale(pack, text) {
        return None;
    }
    if let Some((before, inside)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        return scale_alone(pack, inside).map(|_| before.trim_end());
    }
    let ends = text.match_indices(' ').map(|(at, _)| at).rev().take(MAX_WORDS);
    let is_scale = |at: &usize| text.get(*at..).is_some_and(|end| scale_alone(pack, end).is_some());
    let from = ends.skip_while(|at| !is_scale(at)).take_while(is_scale).last()?;
    text.get(..from).map(str::trim_end)
}

/// Whether a label or a unit has a scale, be it one that is understood or not: `x € 1.000`, `in
/// miljarden`. So many *per 1.000 inwoners* has none.
pub(in crate::read) fn has_scale(pack: &Pack, text: &str) -> bool {
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

/// Whether a label says thousands and millions: *bedragen x € 1.000, in miljoenen euro*.
pub(super) fn says_both(pack: &Pack, folded: &str) -> bool {
    let grammar = |words: fn(&'static Tables) -> &'static [&'static str]| pack.each(words);
    let millions = || grammar(|tables| tables.labels.scale_grammar.millions);
    if !millions().any(|words| has_phrase(folded, words)) {
        return false;
    }
    // *1.000.000* begins as a thousand does.
    let mut rest = folded.to_owned();
    for words in millions() {
        rest = rest.replace(words, "");
    }
    grammar(|tables| tables.labels.scale_grammar.thousands).any(|words| has_phrase(&rest, words))
        && !grammar(|tables| tables.labels.scale_grammar.not_thousands)
            .any(|words| has_phrase(&rest, words))
}

/// The scale that the label states. `None` if the label may state one but it is uncertain which.
pub(super) fn scale(pack: &Pack, label: &str, folded: &str) -> Option<Scale> {
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
    if says_both(pack, folded) {
        None
    } else if has(|tables| tables.labels.scale_grammar.millions)
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
