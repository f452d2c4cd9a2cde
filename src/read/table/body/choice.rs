//! The best move at a text, given those at all texts after it.

use super::prices::{
    BARE, BEGINS_WITH_WORDS, DATED_PART, FRONT, HOLDS_ROW, LABELS_WITHIN, NEVER, PART, TAKES_CODE,
    WORDS_WITHIN, holds_labels, is_of_other_rows, is_of_words_alone, mismatch, parts_figures,
};
use super::row::Row;
use super::{Move, Want};
use crate::read::facts::classes::Class;

impl Row<'_> {
    /// The best move at a text, given those at all texts after it, from the last one back. A row begins at the first
    /// text of a table, no part of one.
    #[expect(clippy::too_many_lines, reason = "one table of costs, a text at a time")]
    pub(super) fn choice(&self, at: usize, best: &[(u32, Move)], may_be_part: bool) -> (u32, Move) {
        let (len, k) = (self.classes.len(), self.pattern.len());
        let (classes, pattern) = (self.classes, self.pattern);
        let after = |to: usize| {
            len.checked_sub(to).and_then(|back| best.get(back)).map_or(0, |(cost, _)| *cost)
        };
        let mut choice = (NEVER, Move::Words);
        let mut offer = |cost: u32, this: Move| {
            if cost < choice.0 {
                choice = (cost, this);
            }
        };
        if at + k <= len {
            let mut cost = 0;
            let of_row = classes.get(at..at + k).unwrap_or_default();
            for (offset, (want, class)) in pattern.iter().zip(of_row).enumerate() {
                cost += if *want == Want::Code && !self.is_code(at + offset) {
                    NEVER
                } else {
                    mismatch(*want, *class)
                };
                if cost >= NEVER {
                    break;
                }
            }
            if cost < NEVER && holds_labels(pattern, of_row) {
                cost += LABELS_WITHIN;
            }
            if cost < NEVER && parts_figures(pattern, of_row) {
                cost += WORDS_WITHIN;
            }
            if cost < NEVER
                && (is_of_words_alone(pattern, of_row) || is_of_other_rows(pattern, of_row))
            {
                cost += LABELS_WITHIN;
            }
            if cost < NEVER && self.begins_with_words(at) {
                cost += BEGINS_WITH_WORDS;
            }
            if cost < NEVER && self.holds_next_row(at) {
                cost += HOLDS_ROW;
            }
            // A row with more numbers than it has columns is another row.
            let is_next_period =
                self.begins_with_period && classes.get(at + k) == Some(&Class::Year);
            let is_next_code =
                self.begins_with_code && self.is_code(at + k) && self.is_words(at + k + 1);
            // The year of a row below it that shares its label.
            let is_next_part = classes.get(at + k) == Some(&Class::Year)
                && self.parts.iter().any(|(from, _)| pattern.get(*from) == Some(&Want::Period))
                || self.is_dated_part(at + k);
            let begins_next =
                is_next_period || self.begins_with_figure || is_next_code || is_next_part;
            // A last number that may be a code stands right above a label without one: it is that of the next row.
            let takes_code = self.begins_with_code
                && self.only_figures
                && self.is_code(at + k - 1)
                && self.may_be_next(at, at + k - 1)
                && self.is_words(at + k)
                && !self.is_code(at + k)
                && self.run_at(at + k + 1) > 0;
            // `23` in the place of the last text is the code of the next row: this one lost its text.
            let takes_code = takes_code
                || self.begins_with_code
                    && pattern.last() == Some(&Want::Text)
                    && self.is_number(at + k - 1)
                    && self.is_code(at + k - 1)
                    && self.may_be_next(at, at + k - 1)
                    && self.is_words(at + k);
            // Words in the place of its last figure are the label of the numbers.
            let is_above_total = self.is_bare(at + k)
                && of_row.iter().zip(pattern).all(|(class, want)| {
                    *want != Want::Figure || matches!(class, Class::Number | Class::Year)
                });
            let goes_on = self.is_number(at + k) && !begins_next && !is_above_total;
            if cost < NEVER && !(goes_on && self.only_figures) {
                // A dash below a table is no cell of its last row.
                let is_blank = self.is_blank(at + k);
                offer(
                    cost + if takes_code {
                        TAKES_CODE
                    } else if !goes_on {
                        0
                    } else if is_blank {
                        4
                    } else {
                        20
                    } + after(at + k),
                    Move::Row,
                );
            }
        }
        if let Some(front) = self.front.filter(|front| at + front <= len) {
            let of_row = classes.get(at..at + front).unwrap_or_default();
            let costs = pattern.iter().zip(of_row).map(|(want, class)| match want {
                Want::Code if !self.is_code(at) => NEVER,
                _ => mismatch(*want, *class),
            });
            let cost = costs.fold(FRONT, u32::saturating_add);
            let is_whole = of_row.iter().zip(pattern).all(|(class, want)| {
                *want != Want::Figure || matches!(class, Class::Number | Class::Year)
            });
            // The code of the next row may stand right behind.
            let is_next = self.begins_with_code
                && self.is_code(at + front)
                && self.may_be_next(at, at + front)
                && self.is_words(at + front + 1);
            if cost < NEVER && is_whole && (!self.is_number(at + front) || is_next) {
                offer(cost + after(at + front), Move::Front(front));
            }
        }
        if let Some(figures) = self.figures.filter(|_| self.is_bare(at)) {
            offer(BARE + after(at + figures), Move::Bare(figures));
        }
        // What differs from the row above is the year or the role, and stands first, or the year last.
        let states = matches!(classes.get(at), Some(Class::Header | Class::Year));
        let parts = if may_be_part { self.parts } else { &[] };
        for &(from, until) in parts {
            let end = at + until - from;
            let is_dated = self.ends_in_year(from, until, at);
            if end > len || !(states || is_dated) {
                continue;
            }
            let wants = pattern.get(from..until).unwrap_or_default();
            // A number and a year are a figure and its time.
            let mut cost = if is_dated { DATED_PART } else { PART };
            for (offset, want) in wants.iter().enumerate() {
                cost += mismatch(*want, classes.get(at + offset).copied().unwrap_or(Class::Words));
                if cost >= NEVER {
                    break;
                }
            }
            // Words alone are the headers of what follows.
            let numbers = (at..at + wants.len()).filter(|&at| self.is_number(at)).count();
            if numbers * 2 < wants.len() {
                continue;
            }
            // The code of the next row may stand right behind.
            let begins_next = self.begins_with_code && self.is_code(end) && self.is_words(end + 1);
            let is_next_year =
                classes.get(end) == Some(&Class::Year) && pattern.get(from) == Some(&Want::Period);
            let may_end = !self.is_number(end)
                || begins_next
                || is_next_year
                || self.is_dated_part(end)
                || self.is_bare(end);
            if cost < NEVER && may_end {
                offer(cost + after(end), Move::Part(from, until));
            }
        }
        // A row with its code that lost a cell, or has one too many.
        if self.begins_with_code && self.only_figures && self.is_code(at) && self.is_words(at + 1) {
            let numbers = self.run_at(at + 2);
            let ends_in_code = numbers > 1
                && self.is_code(at + 1 + numbers)
                && self.may_be_next(at, at + 1 + numbers)
                && self.is_words(at + 2 + numbers)
                && self.run_at(at + 3 + numbers) > 0;
            let most = if ends_in_code { numbers - 1 } else { numbers };
            if most > 0 {
                offer(
                    20 + u32::try_from(most).unwrap_or(99).min(99) + after(at + 2 + most),
                    Move::OddWithCode(most),
                );
            }
        }
        if classes.get(at) == Some(&Class::Note) {
            offer(after(at + 1), Move::Words);
        } else if self.is_words(at) {
            let cost = match classes.get(at) {
                Some(Class::Dated) => 25,
                Some(Class::Header) => 9,
                _ => 6,
            };
            // Numbers right below words are theirs.
            let leads = if self.is_bare(at + 1) { 30 } else { 0 };
            offer(cost + leads + after(at + 1), Move::Words);
            let numbers = self.run_at(at + 1);
            // With it a row that has no code of its own has all its figures.
            let is_whole = self.figures == Some(numbers);
            let most = if self.begins_with_code
                && numbers > 0
                && !is_whole
                && self.is_code(at + numbers)
                && self.is_words(at + numbers + 1)
                && (!self.only_figures || self.run_at(at + numbers + 2) > 0)
            {
                numbers - 1
            } else {
                numbers
            };
            if most > 0 {
                let cost = 20 + u32::try_from(most).unwrap_or(99).min(99);
                offer(cost + after(at + 1 + most), Move::Odd(most));
            }
        } else {
            // A dash alone may be anything.
            let cost = if self.is_blank(at) { 8 } else { 30 };
            offer(cost + after(at + 1), Move::Orphan);
        }
        choice
    }
}
