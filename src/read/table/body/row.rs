//! What a row looks like, and what the texts at a place are by that.

use super::{Texts, Want, is_number};
use crate::read::facts::classes::Class;
use crate::read::table::codes;

/// What a row looks like, and the texts up to the end of a stretch.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that a row may be")]
pub(super) struct Row<'t> {
    pub(super) classes: &'t [Class],
    pub(super) codes: &'t [Option<u64>],
    pub(super) blanks: &'t [bool],
    pub(super) runs: &'t [usize],
    pub(super) pattern: &'t [Want],
    pub(super) parts: &'t [(usize, usize)],
    pub(super) begins_with_code: bool,
    pub(super) begins_with_period: bool,
    /// Whether figures stand in front of its label, so that those of the next row follow right behind.
    pub(super) begins_with_figure: bool,
    pub(super) only_figures: bool,
    /// How many places there are up to the last figure, where texts follow it.
    pub(super) front: Option<usize>,
    /// How many figures there are, where no text stands between them.
    pub(super) figures: Option<usize>,
}

impl<'t> Row<'t> {
    pub(super) fn new(
        texts: &'t Texts,
        to: usize,
        runs: &'t [usize],
        (pattern, parts): (&'t [Want], &'t [(usize, usize)]),
    ) -> Self {
        let is_figure = |want: &Want| *want == Want::Figure;
        let first = pattern.iter().position(is_figure);
        let last = pattern.iter().rposition(is_figure);
        let is_side = |want: &Want| matches!(want, Want::Text | Want::Either | Want::Code);
        let front = last.map(|last| last + 1).filter(|front| {
            let after = pattern.get(*front..).unwrap_or_default();
            !after.is_empty() && after.iter().all(is_side)
        });
        let figures = first.zip(last).and_then(|(first, last)| {
            let all = pattern.get(first..=last)?.iter().all(is_figure);
            let is_named = pattern.get(..first)?.contains(&Want::Label);
            let count = last + 1 - first;
            // One number below a row may be anything.
            (all && is_named && count > 1 && last + 1 == pattern.len()).then_some(count)
        });
        Row {
            front,
            figures,
            classes: texts.classes.get(..to).unwrap_or(&texts.classes),
            codes: texts.codes.get(..to).unwrap_or(&texts.codes),
            blanks: texts.blanks.get(..to).unwrap_or(&texts.blanks),
            runs,
            pattern,
            parts,
            begins_with_code: pattern.first() == Some(&Want::Code),
            begins_with_period: matches!(pattern.first(), Some(Want::Period | Want::StatedLabel)),
            begins_with_figure: pattern.first() == Some(&Want::Figure)
                || pattern.last() == Some(&Want::Label),
            only_figures: pattern
                .iter()
                .all(|want| matches!(want, Want::Label | Want::Code | Want::Figure)),
        }
    }

    /// Whether a part of a row ends in a year, where it stands at a text.
    pub(super) fn ends_in_year(&self, from: usize, until: usize, at: usize) -> bool {
        let last = until.checked_sub(1).and_then(|last| self.pattern.get(last));
        last == Some(&Want::Period) && self.classes.get(at + until - from - 1) == Some(&Class::Year)
    }

    /// Whether a figure and its year begin at a text, in this order. They share the label of the row above: `12,34`, `2017`.
    pub(super) fn is_dated_part(&self, at: usize) -> bool {
        self.is_number(at)
            && self.parts.iter().any(|&(from, until)| self.ends_in_year(from, until, at))
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        is_number(self.classes.get(at))
    }

    pub(super) fn is_words(&self, at: usize) -> bool {
        matches!(
            self.classes.get(at),
            Some(Class::Words | Class::Mixed | Class::Header | Class::Dated | Class::Listed)
        )
    }

    fn code(&self, at: usize) -> Option<u64> {
        self.codes.get(at).copied().flatten()
    }

    pub(super) fn is_code(&self, at: usize) -> bool {
        self.code(at).is_some()
    }

    /// The codes of rows rise, or stay where several rows have one.
    pub(super) fn may_be_next(&self, own: usize, next: usize) -> bool {
        match (self.code(next), self.code(own)) {
            (Some(next), Some(own)) => codes::may_follow(next, own),
            (next, own) => next >= own,
        }
    }

    /// Whether words without a digit stand in the place of the first of several figures, and numbers in those of the others: *Overige
    /// lasten*, *dotaties voorzieningen*, `3.904`, `3.455`.
    pub(super) fn begins_with_words(&self, at: usize) -> bool {
        let is_figure = |offset: &usize| self.pattern.get(*offset) == Some(&Want::Figure);
        let mut figures = (0..self.pattern.len()).filter(is_figure);
        let Some(first) = figures.next() else { return false };
        let label = first.checked_sub(1).and_then(|label| self.pattern.get(label));
        let mut others = figures.peekable();
        label == Some(&Want::Label)
            && self.classes.get(at + first) == Some(&Class::Words)
            && self.is_blank(at + first)
            && others.peek().is_some()
            && others.all(|other| self.classes.get(at + other) == Some(&Class::Number))
    }

    /// Whether the code and the label of another row stand among the figures of one: `330`, `0.10`, *Mutaties reserves*, `17`.
    pub(super) fn holds_next_row(&self, at: usize) -> bool {
        let is_figure = |offset: usize| self.pattern.get(offset) == Some(&Want::Figure);
        self.begins_with_code
            && (1..self.pattern.len()).any(|offset| {
                is_figure(offset)
                    && is_figure(offset + 1)
                    && self.is_code(at + offset)
                    && self.may_be_next(at, at + offset)
                    && self.is_words(at + offset + 1)
            })
    }

    pub(super) fn is_blank(&self, at: usize) -> bool {
        self.blanks.get(at).copied().unwrap_or(false)
    }

    /// Whether as many numbers stand from a text on as a row has figures, and no other.
    pub(super) fn is_bare(&self, at: usize) -> bool {
        self.figures.is_some_and(|figures| {
            self.run_at(at) == figures && (at..at + figures).all(|of| !self.is_blank(of))
        })
    }

    /// How many numbers stand from a text on.
    pub(super) fn run_at(&self, at: usize) -> usize {
        let back = self.classes.len().checked_sub(at);
        back.and_then(|back| self.runs.get(back)).copied().unwrap_or(0)
    }
}
