//! Texts that are no header, and above which none of the table stands: long sentences, captions with a scale, and rows on
//! one line.

use crate::read::facts::classes::Class;
use crate::read::lines::RawLine;
use crate::read::shapes::is_sentence;
use crate::read::table::lines::segment::Segment;
use crate::read::{cell, dates, label, shapes};
use crate::words::has_digit;

impl Segment<'_, '_> {
    /// Whether a text is a sentence, and too long for a header.
    pub(in crate::read::table::lines) fn is_long_sentence(&self, at: usize) -> bool {
        const MAX_LEN: usize = 120;
        self.tokens.get(at).is_some_and(|token| {
            let lines = self.lines.get(token.first..=token.last).unwrap_or_default();
            let length: usize = lines.iter().map(|line| line.text.len() + 1).sum();
            let is_left_out =
                |line: &RawLine<'_>| line.text.starts_with('[') && is_sentence(&line.text);
            length > MAX_LEN && lines.last().is_some_and(|line| is_sentence(&line.text))
                || lines.last().is_some_and(is_left_out)
        })
    }

    /// Whether a text is a title that ends with the scale of the table: *Budgettaire gevolgen van beleid artikel 17 (x € 1.000)*.
    /// The header of a column has fewer words.
    pub(super) fn is_caption(&mut self, at: usize) -> bool {
        const MIN_WORDS: usize = 8;
        let is_of_words =
            matches!(self.class(at), Some(Class::Words | Class::Mixed | Class::Header));
        is_of_words && {
            let text = self.text(at);
            let pack = self.vocabulary.pack();
            // *Tabel 6 Uitgaven beleidsartikel 1 (bedragen x € 1.000)*
            if text.ends_with(')')
                && shapes::is_caption_or_source(pack, &text)
                && label::may_state_scale(pack, &text)
            {
                return true;
            }
            // A long title is looked at as no header, but for the scale at its end.
            let inside = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
            let states =
                inside.is_some_and(|(_, inside)| label::scale_alone(pack, inside).is_some());
            inside.is_some()
                && text.split_whitespace().nth(MIN_WORDS - 1).is_some()
                && (states || label::may_state_scale(pack, &text) && self.facts(at).unit.is_some())
                && !self.facts(at).is_placing()
        }
    }

    /// Whether a text holds numbers of its own, as a row on one line does, and is no header: *Rentals 5,288 3,167 5% increase*.
    pub(super) fn holds_amounts(&self, at: usize) -> bool {
        const MIN: usize = 2;
        let is_of_words =
            matches!(self.class(at), Some(Class::Words | Class::Mixed | Class::Header));
        is_of_words && self.has_digit(at) && {
            let text = self.text(at);
            // *Jongeren van 12 tot 23 jaar* is a header.
            let is_amount = |word: &&str| {
                has_digit(word)
                    && word.contains(['.', ',', '%'])
                    && cell::is_bare(word)
                    && dates::period(self.vocabulary.pack(), word).is_none()
            };
            text.split_whitespace().filter(is_amount).nth(MIN - 1).is_some()
                && !shapes::is_class_of_size(self.vocabulary.pack(), &text)
        }
    }
}
