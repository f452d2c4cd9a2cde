//! Parses the texts below the headers into rows, given what a row looks like: by the least cost.

use std::rc::Rc;

use crate::read::facts::classes::Class;
use crate::read::table::codes;

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

const NEVER: u32 = 1_000_000;

/// What it costs in tenths if the texts after the last figure of a row are missing: less than two labels that are taken for them.
const FRONT: u32 = 8;

/// What it costs in tenths if the code and the label of another row stand among the figures of one: more than two rows that lost ten
/// cells each.
const HOLDS_ROW: u32 = 60;

/// What it costs in tenths if a row takes the code of the next one for its last cell: more than to have lost a cell of twenty.
const TAKES_CODE: u32 = 50;

/// What it costs in tenths to take numbers for a row without a label: less than a row with twice as many cells as there are columns, as long
/// as those are few.
const BARE: u32 = 12;
/// The same for each where there are as many of them as half the rows.
const MANY_BARE: u32 = 20;

/// What it costs in tenths if the labels of other rows stand among the cells of one: more than two rows that lost cells.
const LABELS_WITHIN: u32 = 45;

/// Whether several texts of words stand one after the other between two numbers of a row, as where the rows below it lost their empty
/// cells: `438`, *Samen doen*, *Huur noodlokalen*, `36`.
fn holds_labels(wants: &[Want], classes: &[Class]) -> bool {
    let mut words = None;
    for (want, class) in wants.iter().zip(classes) {
        match (want, class) {
            (Want::Figure, Class::Number) if words > Some(1) => return true,
            (Want::Figure, Class::Number) => words = Some(0),
            (Want::Figure, Class::Words) => words = words.map(|count| count + 1),
            _ => words = None,
        }
    }
    false
}

/// What it costs in tenths if words stand between two numbers or more and as many others: a little more than two rows that lost cells.
const WORDS_WITHIN: u32 = 32;

/// Whether a text of words stands among the figures of a row with several numbers on either side, as where two rows lost their empty
/// cells: `558`, `558`, *Lasgaten*, `39`, `39`.
fn parts_figures(wants: &[Want], classes: &[Class]) -> bool {
    const MIN: usize = 2;
    let (mut words, mut before, mut after) = (0, 0, 0);
    let of_figures = wants.iter().zip(classes).skip_while(|(want, _)| **want != Want::Figure);
    for (_, class) in of_figures.take_while(|(want, _)| **want == Want::Figure) {
        match class {
            Class::Words if words == 0 => words = 1,
            Class::Number if words == 0 => before += 1,
            Class::Number => after += 1,
            _ => return false,
        }
    }
    words == 1 && before >= MIN && after >= MIN
}

/// What it costs in tenths if words stand in the place of the first figure alone: more than to take the text above them for the label of a
/// group, and them for that of a row which lost a cell.
const BEGINS_WITH_WORDS: u32 = 17;

/// Whether words stand where a row has its time, and no number where it has its figures: these are the texts below a table.
fn is_of_words_alone(wants: &[Want], classes: &[Class]) -> bool {
    let pairs = || wants.iter().zip(classes);
    let is_time = |(want, _): &(&Want, &Class)| **want == Want::Period;
    let mut times = pairs().filter(is_time).peekable();
    let is_number = |class: &Class| matches!(class, Class::Number | Class::Year);
    times.peek().is_some()
        && times.all(|(_, class)| matches!(class, Class::Words | Class::Mixed))
        && !pairs().any(|(want, class)| *want == Want::Figure && is_number(class))
}

/// What it costs in tenths to take a text of a class for what is wanted.
#[expect(clippy::match_same_arms, reason = "a table of prices, by what is wanted")]
fn mismatch(want: Want, class: Class) -> u32 {
    match (want, class) {
        (_, Class::Note) => NEVER,
        (Want::Label, Class::Words | Class::Mixed | Class::Listed) => 0,
        (_, Class::Listed) => NEVER,
        (Want::Label, Class::Header) => 1,
        // *Beoogd 2017* is a header wherever it can be one.
        (Want::Label, Class::Dated) => 25,
        (Want::Figure | Want::Either | Want::Text | Want::Period, Class::Dated) => 30,
        (Want::Figure, Class::Number) => 0,
        (Want::Figure, Class::Year) => 1,
        (Want::Figure, Class::Mixed) => 3,
        (Want::Figure, Class::Words) => 14,
        // *Begroting* under a year: the column says what the figures of each row are.
        (Want::Figure, Class::Header) => 6,
        (Want::Figure, Class::Favour) => NEVER,
        (Want::Text, Class::Words | Class::Mixed) => 0,
        (Want::Text, Class::Header | Class::Favour) => 2,
        (Want::Text, Class::Year) => 3,
        (Want::Text, Class::Number) => 6,
        (Want::Either, Class::Number | Class::Words | Class::Mixed) => 1,
        (Want::Either, Class::Year | Class::Header | Class::Favour) => 4,
        (Want::Period, Class::Year) => 0,
        (Want::Period, Class::Words | Class::Mixed | Class::Header) => 6,
        (Want::Period, Class::Number) => 14,
        (Want::Code, Class::Number | Class::Year) => 0,
        // `1a`; whether it is a code is asked before.
        (Want::Code, Class::Mixed | Class::Words) => 1,
        (Want::StatedLabel, Class::Year | Class::Dated | Class::Header) => 0,
        (Want::Label | Want::StatedLabel | Want::Code | Want::Period, _) => NEVER,
    }
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

/// What a row looks like, and the texts up to the end of a stretch.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that a row may be")]
struct Row<'t> {
    classes: &'t [Class],
    codes: &'t [Option<u64>],
    blanks: &'t [bool],
    runs: &'t [usize],
    pattern: &'t [Want],
    parts: &'t [(usize, usize)],
    begins_with_code: bool,
    begins_with_period: bool,
    label_last: bool,
    only_figures: bool,
    /// How many places there are up to the last figure, where texts follow it.
    front: Option<usize>,
    /// How many figures there are, where no text stands between them.
    figures: Option<usize>,
}

impl<'t> Row<'t> {
    fn new(
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
            label_last: pattern.last() == Some(&Want::Label),
            only_figures: pattern
                .iter()
                .all(|want| matches!(want, Want::Label | Want::Code | Want::Figure)),
        }
    }

    fn is_number(&self, at: usize) -> bool {
        is_number(self.classes.get(at))
    }

    fn is_words(&self, at: usize) -> bool {
        matches!(
            self.classes.get(at),
            Some(Class::Words | Class::Mixed | Class::Header | Class::Dated | Class::Listed)
        )
    }

    fn code(&self, at: usize) -> Option<u64> {
        self.codes.get(at).copied().flatten()
    }

    fn is_code(&self, at: usize) -> bool {
        self.code(at).is_some()
    }

    /// The codes of rows rise, or stay where several rows have one.
    fn may_be_next(&self, own: usize, next: usize) -> bool {
        match (self.code(next), self.code(own)) {
            (Some(next), Some(own)) => codes::may_follow(next, own),
            (next, own) => next >= own,
        }
    }

    /// Whether words without a digit stand in the place of the first of several figures, and numbers in those of the others: *Overige
    /// lasten*, *dotaties voorzieningen*, `3.904`, `3.455`.
    fn begins_with_words(&self, at: usize) -> bool {
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
    fn holds_next_row(&self, at: usize) -> bool {
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

    fn is_blank(&self, at: usize) -> bool {
        self.blanks.get(at).copied().unwrap_or(false)
    }

    /// Whether as many numbers stand from a text on as a row has figures, and no other.
    fn is_bare(&self, at: usize) -> bool {
        self.figures.is_some_and(|figures| {
            self.run_at(at) == figures && (at..at + figures).all(|of| !self.is_blank(of))
        })
    }

    /// How many numbers stand from a text on.
    fn run_at(&self, at: usize) -> usize {
        let back = self.classes.len().checked_sub(at);
        back.and_then(|back| self.runs.get(back)).copied().unwrap_or(0)
    }

    /// The best move at a text, given those at all texts after it, from the last one back. A row begins at the first
    /// text of a table, no part of one.
    #[expect(clippy::too_many_lines, reason = "one table of costs, a text at a time")]
    fn choice(&self, at: usize, best: &[(u32, Move)], may_be_part: bool) -> (u32, Move) {
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
            if cost < NEVER && is_of_words_alone(pattern, of_row) {
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
                && self.parts.iter().any(|(from, _)| pattern.get(*from) == Some(&Want::Period));
            let begins_next = is_next_period || self.label_last || is_next_code || is_next_part;
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
        // What differs from the row above is the year or the role, and stands first.
        let states = matches!(classes.get(at), Some(Class::Header | Class::Year));
        let parts = if may_be_part && states { self.parts } else { &[] };
        for &(from, until) in parts {
            if at + until - from > len {
                continue;
            }
            let wants = pattern.get(from..until).unwrap_or_default();
            let mut cost = 6;
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
            let end = at + until - from;
            let begins_next = self.begins_with_code && self.is_code(end) && self.is_words(end + 1);
            let is_next_year =
                classes.get(end) == Some(&Class::Year) && pattern.get(from) == Some(&Want::Period);
            let may_end = !self.is_number(end) || begins_next || is_next_year || self.is_bare(end);
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
            let most = if self.begins_with_code
                && numbers > 0
                && self.is_code(at + numbers)
                && self.is_words(at + numbers + 1)
                && (!self.only_figures || self.run_at(at + numbers + 2) > 0)
            {
                numbers - 1
            } else {
                numbers
            };
            if most > 0 {
                offer(
                    20 + u32::try_from(most).unwrap_or(99).min(99) + after(at + 1 + most),
                    Move::Odd(most),
                );
            }
        } else {
            // A dash alone may be anything.
            let cost = if self.is_blank(at) { 8 } else { 30 };
            offer(cost + after(at + 1), Move::Orphan);
        }
        choice
    }

    /// The way to take all texts from one on.
    fn trace(&self, from: usize, best: &[(u32, Move)]) -> Parse {
        let (len, k) = (self.classes.len(), self.pattern.len());
        let first = if from < len { self.choice(from, best, false) } else { (0, Move::Words) };
        let of = |at: usize| {
            if at == from {
                return Some(first);
            }
            len.checked_sub(at).and_then(|back| best.get(back)).copied()
        };
        let mut parse = Parse { cost: first.0, ..Parse::default() };
        parse.moves.reserve((len - from.min(len)) / k.max(1) + 4);
        let mut at = from;
        let mut bare = 0_usize;
        while at < len {
            let Some((_, this)) = of(at) else { break };
            parse.moves.push((at - from, this));
            at += match this {
                Move::Row => {
                    parse.rows += 1;
                    k
                }
                Move::Part(from, until) => {
                    parse.rows += 1;
                    until - from
                }
                Move::Front(front) => {
                    parse.rows += 1;
                    front
                }
                Move::Bare(figures) => {
                    bare += 1;
                    figures
                }
                Move::Odd(numbers) => {
                    parse.odd += 1;
                    numbers + 1
                }
                Move::OddWithCode(numbers) => {
                    parse.odd += 1;
                    numbers + 2
                }
                Move::Words => {
                    parse.words += 1;
                    1
                }
                Move::Orphan => {
                    parse.orphans += 1;
                    1
                }
            };
        }
        // The words after the last number are of what follows.
        let is_of_table = |(at, this): &&(usize, Move)| match this {
            Move::Words => false,
            Move::Orphan => !self.is_blank(from + *at),
            Move::Row
            | Move::Part(..)
            | Move::Front(_)
            | Move::Bare(_)
            | Move::Odd(_)
            | Move::OddWithCode(_) => true,
        };
        let last = parse.moves.iter().rposition(|of| is_of_table(&of)).map_or(0, |last| last + 1);
        let end = parse.moves.get(last).map_or(len, |(at, _)| from + *at);
        parse.cost_within = parse.cost - of(end).map_or(0, |(cost, _)| cost).min(parse.cost);
        // Rows of which each has twice as many numbers as there are columns are no rows above totals.
        if bare * 2 > parse.rows {
            parse.cost_within += MANY_BARE * u32::try_from(bare).unwrap_or(999);
        }
        parse
    }
}
