//! Parses the texts below the headers into rows, given what a row looks like: by the least cost.
//!
//! It goes from the last text back: `choice` takes the best move at each by the `prices`, and `trace` follows these moves from the first.

mod choice;
mod prices;
mod row;
mod trace;

use std::rc::Rc;

use crate::read::facts::classes::Class;
use row::Row;

/// What stands at a place of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Want {
    Label,
    /// A label that states a year or a role, where the headers say what is measured.
    StatedLabel,
    /// A running number or a code.
    Code,
    Figure,
    /// A text: a unit, a source.
    Text,
    /// A figure or a text: the header doesn't say.
    Either,
    /// A year.
    Period,
}

/// What the parser takes at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Move {
    /// A row that has each of its cells.
    Row,
    /// The places of a row from one to another: the others are merged with those of the row above.
    Part(usize, usize),
    /// The first places of a row: the texts after its last figure are missing.
    Front(usize),
    /// The figures of a row without a label, as those of a total are printed.
    Bare(usize),
    /// A label with this many numbers, more or fewer than the columns.
    Odd(usize),
    /// The same with a code in front of the label.
    OddWithCode(usize),
    /// Words without cells.
    Words,
    /// A number without a label.
    Orphan,
}

/// A way to take all texts.
#[derive(Debug, Clone, Default)]
pub(in crate::read) struct Parse {
    pub(in crate::read) moves: Vec<(usize, Move)>,
    /// In tenths: what doesn't fit.
    pub(in crate::read) cost: u32,
    /// The same up to the last number: what follows is no part of the table.
    pub(in crate::read) cost_within: u32,
    pub(in crate::read) rows: usize,
    pub(in crate::read) odd: usize,
    pub(in crate::read) orphans: usize,
    pub(in crate::read) words: usize,
}

/// The texts below the headers, and the ways to take them that were worked out: many headers make rows of one
/// look, and a body that begins a text earlier has the same rows from there on.
#[derive(Debug)]
pub(in crate::read) struct Texts {
    pub(in crate::read) classes: Vec<Class>,
    codes: Vec<Option<u64>>,
    blanks: Vec<bool>,
    stretches: Vec<Stretch>,
}

/// The texts up to one of them.
#[derive(Debug)]
struct Stretch {
    to: usize,
    /// The numbers that follow each text, from the last one back.
    runs: Vec<usize>,
    plans: Vec<Plan>,
}

/// The best moves for rows of one look.
#[derive(Debug)]
struct Plan {
    wants: Vec<Want>,
    parts: Vec<(usize, usize)>,
    /// What it costs to take all texts from one on, and the move that does, from the last one back.
    best: Vec<(u32, Move)>,
    /// The ways that were made of them, each with its first text.
    made: Vec<(usize, Rc<Parse>)>,
}

impl Texts {
    /// `codes` says which of the texts may be a code, and where it stands in the order of codes, and `blanks` which
    /// have no digit.
    pub(in crate::read) fn new(
        classes: Vec<Class>,
        codes: Vec<Option<u64>>,
        blanks: Vec<bool>,
    ) -> Self {
        Texts { classes, codes, blanks, stretches: Vec::new() }
    }

    /// Parses the texts of a stretch by the pattern of a row, of which some parts may stand alone.
    pub(in crate::read) fn parse(
        &mut self,
        (from, to): (usize, usize),
        wants: &[Want],
        parts: &[(usize, usize)],
    ) -> Rc<Parse> {
        let mut stretches = std::mem::take(&mut self.stretches);
        let known = stretches.iter().position(|stretch| stretch.to == to);
        let at = known.unwrap_or(stretches.len());
        if known.is_none() {
            let runs = vec![0];
            stretches.push(Stretch { to, runs, plans: Vec::new() });
        }
        let made = stretches.get_mut(at).map(|stretch| stretch.parse(self, from, wants, parts));
        self.stretches = stretches;
        made.unwrap_or_default()
    }
}

impl Stretch {
    fn parse(
        &mut self,
        texts: &Texts,
        from: usize,
        wants: &[Want],
        parts: &[(usize, usize)],
    ) -> Rc<Parse> {
        let Stretch { to, runs, plans } = self;
        for at in (from..(*to + 1).saturating_sub(runs.len())).rev() {
            let next = runs.last().copied().unwrap_or(0);
            runs.push(if is_number(texts.classes.get(at)) { next + 1 } else { 0 });
        }
        let known = plans.iter().position(|plan| plan.wants == wants && plan.parts == parts);
        let at = known.unwrap_or(plans.len());
        if known.is_none() {
            plans.push(Plan {
                wants: wants.to_vec(),
                parts: parts.to_vec(),
                best: vec![(0, Move::Words)],
                made: Vec::new(),
            });
        }
        let Some(plan) = plans.get_mut(at) else { return Rc::default() };
        if let Some((_, made)) = plan.made.iter().find(|(first, _)| *first == from) {
            return Rc::clone(made);
        }
        let mut best = std::mem::take(&mut plan.best);
        best.reserve((*to + 1 - from).saturating_sub(best.len()));
        let row = Row::new(texts, *to, runs, (wants, parts));
        for at in (from + 1..(*to + 1).saturating_sub(best.len())).rev() {
            let choice = row.choice(at, &best, true);
            best.push(choice);
        }
        let parse = Rc::new(row.trace(from, &best));
        plan.best = best;
        plan.made.push((from, Rc::clone(&parse)));
        parse
    }
}

fn is_number(class: Option<&Class>) -> bool {
    matches!(class, Some(Class::Number | Class::Year))
}
