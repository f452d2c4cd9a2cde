//! A vocabulary with what the texts of a document were found to be and to state: each is looked at once.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;

use crate::leaves::unit::Unit;
use crate::read::dates;
use crate::read::facts::Facts;
use crate::read::facts::classes::{Class, MAX_CELL, class, may_be_number};
use crate::read::facts::endings::{self, Ending};
use crate::read::facts::seen::Seen;
use crate::read::label;
use crate::read::vocabulary::Vocabulary;

/// A vocabulary with what the texts of a document were found to be and to state.
///
/// It goes by the text and not by the place: the same header stands on many pages, and a text may be joined
/// of several lines or be a part of one.
#[derive(Debug)]
pub(in crate::read) struct Looks<'v> {
    vocabulary: Cow<'v, Vocabulary>,
    known: RefCell<HashMap<Box<str>, Look>>,
    /// What the longest phrase states that a line of headers goes on with, and how many words it has, by these and the words after them.
    phrases: RefCell<HashMap<Box<str>, Phrase>>,
}

/// What a phrase states, and how many words it has.
type Phrase = (Rc<Facts>, usize);

/// What is known of a text so far.
#[derive(Debug, Default)]
struct Look {
    class: Option<Class>,
    facts: Option<Rc<Facts>>,
    ending: Option<Option<Rc<Ending>>>,
    is_value: Option<bool>,
    may_be_number: Option<bool>,
    unit: Option<Option<Unit>>,
    may_state_scale: Option<bool>,
}

impl<'v> Looks<'v> {
    pub(in crate::read) fn new(vocabulary: Cow<'v, Vocabulary>) -> Self {
        Looks { vocabulary, known: RefCell::default(), phrases: RefCell::default() }
    }

    /// The vocabulary, without what is known of the texts.
    pub(in crate::read) fn vocabulary(&self) -> Cow<'v, Vocabulary> {
        self.vocabulary.clone()
    }

    /// What a text looks like.
    pub(in crate::read) fn class(&self, text: &str) -> Class {
        // Looking at these is faster than looking them up.
        if self.mapped().is_none() {
            if text.len() > MAX_CELL {
                return Class::Words;
            }
            if is_digits(text) {
                let is_year = dates::year(text).is_some();
                return if is_year { Class::Year } else { Class::Number };
            }
        }
        if let Some(known) = self.known.borrow().get(text).and_then(|look| look.class) {
            return known;
        }
        let class = class(self, text);
        self.learn(text, |look| look.class = Some(class));
        class
    }

    /// Whether a text looks like a number. That takes less than to find what else it may be.
    pub(in crate::read) fn is_of_class_number(&self, text: &str) -> bool {
        if text.len() > MAX_CELL {
            return false;
        }
        let known = self.known.borrow().get(text).and_then(|look| match look.class {
            Some(class) => Some(class == Class::Number),
            None => look.may_be_number,
        });
        let may_be = known.unwrap_or_else(|| {
            let may_be = may_be_number(self, text);
            self.learn(text, |look| look.may_be_number = Some(may_be));
            may_be
        });
        may_be && self.class(text) == Class::Number
    }

    /// What a text states as a header.
    pub(in crate::read) fn facts(&self, text: &str) -> Rc<Facts> {
        if let Some(known) = self.known.borrow().get(text).and_then(|look| look.facts.as_ref()) {
            return Rc::clone(known);
        }
        let facts = Rc::new(Facts::of(self, text));
        self.learn(text, |look| look.facts = Some(Rc::clone(&facts)));
        facts
    }

    /// The unit that a text states as a label.
    pub(in crate::read) fn unit(&self, text: &str) -> Option<Unit> {
        if let Some(known) = self.known.borrow().get(text).and_then(|look| look.unit.as_ref()) {
            return known.clone();
        }
        let unit = label::unit(self.pack(), text);
        self.learn(text, |look| look.unit = Some(unit.clone()));
        unit
    }

    /// Whether a text may say in how many something is, with plain signs for those that are printed.
    pub(in crate::read) fn may_state_scale(&self, text: &str) -> bool {
        let known = self.known.borrow().get(text).and_then(|look| look.may_state_scale);
        known.unwrap_or_else(|| {
            let may = label::may_state_scale(self.pack(), &label::with_plain_signs(text));
            self.learn(text, |look| look.may_state_scale = Some(may));
            may
        })
    }

    /// Whether a cell holds a number.
    pub(in crate::read) fn is_number(&self, text: &str) -> bool {
        /// `9,53 (R)`, `43 %`, `12 fte`.
        const MAX_LETTERS: usize = 6;
        if !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let class = self.class(text);
        let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let begins = bare.starts_with(|c: char| c.is_ascii_digit());
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        (class == Class::Number && long_words(text) <= 2)
            || (class == Class::Mixed && begins && letters <= MAX_LETTERS)
    }

    /// The cells at the end of a line. `None` if it has none.
    pub(in crate::read) fn ending(&self, text: &str) -> Option<Rc<Ending>> {
        if !endings::may_have_cells(self, text) {
            return None;
        }
        if let Some(known) = self.known.borrow().get(text).and_then(|look| look.ending.as_ref()) {
            return known.clone();
        }
        let ending = endings::ending(self, text).map(Rc::new);
        self.learn(text, |look| look.ending = Some(ending.clone()));
        ending
    }

    /// The amount that a line begins with, where the rest of it says what that is counted by.
    pub(in crate::read) fn rate(&self, text: &str) -> Option<Rc<Ending>> {
        let is_rate =
            |of: &Rc<Ending>| of.label == 0 && of.cells.len() == 1 && of.counted_by.is_some();
        let long = self.ending(text).filter(is_rate);
        long.or_else(|| endings::rate(self, text).map(Rc::new))
    }

    /// Whether a word at the end of a line may be a cell.
    pub(in crate::read) fn is_value(&self, word: &str) -> bool {
        /// In bytes. Words of a value without a digit are short: *onbekend*.
        const MAX_WORD: usize = 8;
        if is_whole(word) {
            return true;
        }
        if word.len() > MAX_WORD && !word.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        if let Some(known) = self.known.borrow().get(word).and_then(|look| look.is_value) {
            return known;
        }
        let is_value = endings::is_value(self, word);
        self.learn(word, |look| look.is_value = Some(is_value));
        is_value
    }

    /// What the longest phrase states that some words begin with, and how many of them it has. They are looked at again with each
    /// stretch of lines that may be headers.
    pub(in crate::read) fn phrase(
        &self,
        words: &[&str],
        find: impl FnOnce(&Vocabulary, &[&str]) -> (Facts, usize),
    ) -> Phrase {
        let key = words.join("\n");
        if let Some((facts, taken)) = self.phrases.borrow().get(&*key) {
            return (Rc::clone(facts), *taken);
        }
        let (facts, taken) = find(self, words);
        let facts = Rc::new(facts);
        self.phrases.borrow_mut().insert(key.into(), (Rc::clone(&facts), taken));
        (facts, taken)
    }

    fn learn(&self, text: &str, learn: impl FnOnce(&mut Look)) {
        let mut known = self.known.borrow_mut();
        match known.get_mut(text) {
            Some(look) => learn(look),
            None => {
                let mut look = Look::default();
                learn(&mut look);
                known.insert(Box::from(text), look);
            }
        }
    }
}

/// Whether a text is a year or a number and nothing else, as most cells are.
fn is_digits(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b',' | b'.' | b'%'))
}

/// Whether a word is a number of some digits and nothing else.
fn is_whole(word: &str) -> bool {
    (1..=9).contains(&word.len())
        && !word.starts_with('0')
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

impl Seen for Looks<'_> {
    fn facts(&self, text: &str) -> Rc<Facts> {
        Looks::facts(self, text)
    }

    fn is_value(&self, word: &str) -> bool {
        Looks::is_value(self, word)
    }
}

impl Deref for Looks<'_> {
    type Target = Vocabulary;

    fn deref(&self) -> &Vocabulary {
        &self.vocabulary
    }
}

/// How many words it has that are longer than a sign or a short unit.
fn long_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2)
        .count()
}
