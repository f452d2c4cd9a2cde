//! Some lines without a heading or a question between them, and what their texts look like.

use crate::read::cell;
use crate::read::facts::Facts;
use crate::read::facts::classes::Class;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::ColumnKind;
use crate::read::lines::RawLine;
use crate::read::marks;
use crate::read::raw_cell::Interpretation;
use crate::read::spot::Spot;
use crate::read::table::arrange::Item;
use crate::read::table::body::{Parse, Texts, Want};
use crate::read::table::lines::tokens::Token;
use crate::read::table::lines::ways::Known;
use std::borrow::Cow;
use std::rc::Rc;

/// Some lines without a heading or a question between them.
pub(super) struct Segment<'a, 's> {
    pub(super) vocabulary: &'a Looks<'a>,
    pub(super) lines: &'a [RawLine<'s>],
    pub(super) tokens: Vec<Token>,
    pub(super) facts: Vec<Option<Rc<Facts>>>,
    /// The lines of texts about all amounts: *bedragen x € 1.000*.
    pub(super) context: Vec<(usize, usize)>,
    /// The lines of the footnotes between headers and the rows below them.
    pub(super) notes: Vec<(usize, usize)>,
    /// Whether a star in front of a text is that of a list, and no mark of a footnote.
    pub(super) has_bullets: bool,
    /// The lines that repeat the title of the document.
    pub(super) heads: &'a [usize],
    /// The headers of the figures of the last table that would be a guess without its sums.
    pub(super) proven: Vec<String>,
    pub(super) known: &'a mut Known,
}

/// The texts of a segment from one on, in which rows are looked for.
pub(super) struct Body {
    pub(super) from: usize,
    texts: Texts,
}

impl Body {
    /// Where it ends.
    pub(super) fn end(&self) -> usize {
        self.from + self.texts.classes.len()
    }

    /// The classes of some of its texts.
    pub(super) fn classes(&self, from: usize, to: usize) -> &[Class] {
        self.texts.classes.get(from - self.from..to - self.from).unwrap_or_default()
    }

    /// Parses some of its texts by the pattern of a row.
    pub(super) fn parse(
        &mut self,
        (from, to): (usize, usize),
        wants: &[Want],
        parts: &[(usize, usize)],
    ) -> Rc<Parse> {
        self.texts.parse((from - self.from, to - self.from), wants, parts)
    }
}

pub(super) fn text_of(lines: &[RawLine<'_>], spots: &[Spot]) -> String {
    let mut text = String::new();
    for spot in spots {
        let part = spot.text(lines);
        // *Streef-* and *waarde* are one word.
        let goes_on = text.ends_with('-') && part.starts_with(char::is_lowercase);
        if !text.is_empty() && !goes_on {
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}

/// Whether a header is above the labels.
pub(super) fn is_label_head(facts: &Facts) -> bool {
    matches!(facts.content, Some(ColumnKind::Label | ColumnKind::Group))
}

impl<'a> Segment<'a, '_> {
    pub(super) fn text(&self, at: usize) -> Cow<'a, str> {
        let token = self.tokens.get(at);
        token.map_or(Cow::Borrowed(""), |token| token.text(self.lines))
    }

    /// The mark of a footnote and its text.
    pub(super) fn footnote<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        marks::split_footnote(text).filter(|(mark, _)| !(self.has_bullets && *mark == "*"))
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.tokens.get(at).map(|token| token.class)
    }

    pub(super) fn is_words(&self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::Words | Class::Mixed | Class::Header | Class::Dated))
    }

    pub(super) fn facts(&mut self, at: usize) -> Rc<Facts> {
        if let Some(Some(known)) = self.facts.get(at) {
            return Rc::clone(known);
        }
        let facts = self.vocabulary.facts(&self.text(at));
        if let Some(slot) = self.facts.get_mut(at) {
            *slot = Some(Rc::clone(&facts));
        }
        facts
    }

    pub(super) fn has_digit(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            self.lines
                .get(token.first)
                .is_some_and(|line| line.text.bytes().any(|byte| byte.is_ascii_digit()))
        })
    }

    /// The texts in which rows are looked for.
    pub(super) fn body(&self, from: usize, to: usize) -> Body {
        let tokens = self.tokens.get(from..to).unwrap_or_default();
        // A paragraph is no cell, and no label where no number follows it.
        let class = |at: usize, token: &Token| {
            let is_words = matches!(token.class, Class::Words | Class::Mixed);
            let is_followed = self.class(at + 1) == Some(Class::Number);
            let is_text = is_words && !is_followed && self.is_long_sentence(at);
            // *Aantal banen in de volgende sectoren:* leads to the rows below it.
            let leads = is_words && self.text(at).trim_end().ends_with(':');
            let is_listed =
                leads || is_words && self.has_bullets && self.text(at).starts_with("* ");
            match token.class {
                _ if is_text => Class::Note,
                _ if is_listed => Class::Listed,
                class => class,
            }
        };
        let classes = (from..to).zip(tokens).map(|(at, token)| class(at, token)).collect();
        let codes = tokens.iter().map(|token| token.code).collect();
        let blanks = (from..to).map(|at| !self.has_digit(at)).collect();
        Body { from, texts: Texts::new(classes, codes, blanks) }
    }

    pub(super) fn items(&mut self, from: usize, to: usize) -> Vec<Item> {
        (from..to)
            .map(|at| {
                let spots = self
                    .tokens
                    .get(at)
                    .map(|token| token.pieces().map(Spot::whole).collect())
                    .unwrap_or_default();
                let facts = self.facts(at);
                // Texts that are the same have the same facts, at one place.
                let text = Some(Rc::as_ptr(&facts).addr());
                Item { facts: (*facts).clone(), spots, begins_line: true, text }
            })
            .collect()
    }

    /// Whether a text states a change: *daling*.
    pub(super) fn is_change(&self, at: usize) -> bool {
        use crate::leaves::value::Value;
        let interpretation = cell::read(self.vocabulary, &self.text(at)).interpretation;
        matches!(interpretation, Interpretation::Sure(Value::Change(_) | Value::ChangeBy { .. }))
    }

    /// Whether a text states a year or a role and nothing else.
    pub(super) fn states_alone(&mut self, at: usize) -> bool {
        if !matches!(self.class(at), Some(Class::Year | Class::Dated | Class::Header)) {
            return false;
        }
        let facts = self.facts(at);
        facts.rest == 0
            && facts.flow.is_none()
            && facts.content.is_none()
            && (facts.role.is_some() || facts.period.is_some())
    }
}
