//! Headers that break over two lines, where a copy has put the first lines of all of them in front of the second: *Totale*, *Overige*,
//! *Lasten*, *lasten*, *inkomsten*. A second line goes on in lower case, as no header begins.

use super::tokens::{Token, joined};
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::lines::RawLine;
use crate::read::spot::Spot;
use crate::read::table::lines::segment::text_of;

/// One alone may be a label that goes on.
const MIN: usize = 2;

/// The most texts of headers of two lines.
const MAX: usize = 40;

/// How many texts a title and other lines above the headers may be.
const MAX_ABOVE: usize = 8;

/// The texts with *Waarvan* joined to the text that goes on below it: *effect op*.
pub(super) fn join_leads(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    tokens: Vec<Token>,
) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let leads = |before: &Token| {
            let facts = || vocabulary.facts(&before.text(lines));
            before.last + 1 == token.first
                && matches!(before.class, Class::Words | Class::Header)
                && facts().is_of_parts
                && !before.text(lines).contains(' ')
        };
        let goes_on = token.class != Class::Number
            && token.text(lines).trim_start().starts_with(char::is_lowercase);
        match found.last_mut() {
            Some(before) if goes_on && leads(before) => {
                before.last = token.last;
                before.class = vocabulary.class(&before.text(lines));
            }
            _ => found.push(token),
        }
    }
    found
}

/// The texts with the second lines of headers joined to the first: where headers that begin in lower case are as many as those of a row
/// above them, and what they make is known of half of them.
pub(super) fn join(
    vocabulary: &Looks<'_>,
    lines: &[RawLine<'_>],
    mut tokens: Vec<Token>,
) -> Vec<Token> {
    let is_word = |token: &Token| {
        matches!(token.class, Class::Words | Class::Mixed | Class::Header | Class::Dated)
    };
    let mut taken = vec![false; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        let run = tokens.iter().skip(at).take_while(|token| is_word(token)).count();
        let is_followed = tokens.get(at + run).is_some_and(|token| token.class == Class::Number);
        if run > 2 * MIN && is_followed {
            // The last text is the label of the first row.
            let from = at.max((at + run).saturating_sub(MAX));
            let headers = tokens.get(from..at + run - 1).unwrap_or_default();
            for (upper, lower) in pairs(vocabulary, lines, headers) {
                let Some(first) = tokens.get(from + upper).map(|token| token.first) else {
                    continue;
                };
                if let Some(token) = tokens.get_mut(from + lower) {
                    token.above = Some(first);
                    token.class = vocabulary.class(&token.text(lines));
                }
                if let Some(taken) = taken.get_mut(from + upper) {
                    *taken = true;
                }
            }
        }
        at += run.max(1);
    }
    let kept = tokens.into_iter().zip(taken);
    kept.filter(|(_, is_taken)| !is_taken).map(|(token, _)| token).collect()
}

/// The first and the second lines of headers among some texts, by their places.
fn pairs(vocabulary: &Looks<'_>, lines: &[RawLine<'_>], texts: &[Token]) -> Vec<(usize, usize)> {
    let text = |token: &Token| joined(lines, token.first, token.last);
    let is_one = |token: &Token| token.first == token.last;
    let goes_on = |token: &Token| is_one(token) && text(token).starts_with(char::is_lowercase);
    let begins = |token: &Token| is_one(token) && text(token).starts_with(char::is_uppercase);
    let lower: Vec<usize> =
        (0..texts.len()).filter(|&at| texts.get(at).is_some_and(goes_on)).collect();
    let (Some(&first), Some(&last)) = (lower.first(), lower.last()) else { return Vec::new() };
    // A row of second lines has headers of one line between them.
    if lower.len() < MIN || first < lower.len() || last + 1 - first < lower.len() {
        return Vec::new();
    }
    let highest = first - lower.len();
    let makes = |from: usize| {
        let upper = texts.get(from..from + lower.len())?;
        let between = texts.get(from + lower.len()..=last)?;
        let is_row = upper.iter().all(begins) && between.len() > lower.len();
        let is_torn = |token: &Token| text(token).ends_with('-');
        if !is_row || between.iter().any(is_torn) {
            return None;
        }
        let known = upper.iter().zip(&lower).filter(|(upper, at)| {
            let Some(below) = texts.get(**at) else { return false };
            let spots = [upper, below].map(|token| Spot::whole(token.first));
            let states = |facts: &Facts| facts.is_placing() || facts.content.is_some();
            let facts = vocabulary.facts(&text_of(lines, &spots));
            // *Kostendek-* goes on with no word of its own.
            let is_end = is_torn(upper) && !states(&vocabulary.facts(&text(below)));
            is_end || !is_torn(upper) && facts.rest == 0 && states(&facts)
        });
        Some((known.count(), from))
    };
    let ways: Vec<(usize, usize)> =
        (highest.saturating_sub(MAX_ABOVE)..=highest).filter_map(makes).collect();
    let Some(&(known, from)) = ways.iter().max_by_key(|(known, _)| *known) else {
        return Vec::new();
    };
    let is_one_way = ways.iter().filter(|(of, _)| *of == known).count() == 1;
    if known * 2 < lower.len() || !is_one_way {
        return Vec::new();
    }
    lower.into_iter().enumerate().map(|(at, lower)| (from + at, lower)).collect()
}
