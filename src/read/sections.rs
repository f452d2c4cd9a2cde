//! The middle stage: goes through the lines, tells headings, questions, tables, lists and
//! paragraphs apart, and puts each where it belongs.

use super::header::{self, Column};
use super::heading;
use super::indicators;
use super::lines::{self, LineUse, Lines, RawLine};
use super::table;
use super::tree::{BudgetLines, Numbered, Open, Tree};
use super::vocabulary::{self, Question, fold};
use crate::error::Quoted;
use crate::{
    Action, Budget, Finding, Goal, Heading, IndicatorKind, Part, Period, Place, Rule, Section,
};

/// What came of the lines.
pub(super) struct Outcome {
    pub(super) budget: Budget,
    pub(super) places: BudgetLines,
    pub(super) uses: Vec<LineUse>,
    pub(super) findings: Vec<Finding>,
}

/// Reads the lines of a document.
pub(super) fn read(lines: &[RawLine<'_>]) -> Outcome {
    let mut walker = Walker {
        lines,
        uses: vec![LineUse::Unread; lines.len()],
        tree: Tree::default(),
        findings: Vec::new(),
        part: FieldPart::Introduction,
    };
    walker.walk();
    walker.finish()
}

/// The part of a field that text goes to.
enum FieldPart {
    Introduction,
    Situation,
    Results,
    /// A list of goals or of actions, which is sorted out when it ends.
    List(List),
    /// A section of its own, by its index.
    Section(usize),
}

/// The text below a question that asks for a list.
struct List {
    of: Numbered,
    heading: String,
    period: Option<Period>,
    question: usize,
    items: Vec<Item>,
}

struct Item {
    text: String,
    lines: Lines,
    is_bullet: bool,
}

/// What a line begins.
enum Block {
    Title(heading::Title),
    Heading(heading::FieldHeading),
    Question(Question, Option<Period>),
    TableTitle(Option<IndicatorKind>),
    /// A table without a title of its own.
    Table,
    Bullet,
    Text,
}

pub(super) struct Walker<'l, 's> {
    pub(super) lines: &'l [RawLine<'s>],
    pub(super) uses: Vec<LineUse>,
    pub(super) tree: Tree,
    pub(super) findings: Vec<Finding>,
    part: FieldPart,
}

impl<'s> Walker<'_, 's> {
    fn walk(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            at = match self.block(at) {
                Block::Title(title) => self.take_title(title, at),
                Block::Heading(heading) => self.take_heading(heading, at),
                Block::Question(question, period) => self.take_question(question, period, at),
                Block::TableTitle(kind) => self.take_titled_table(kind.as_ref(), at),
                Block::Table => self.take_table(None, at),
                Block::Bullet => self.take_text(at, true),
                Block::Text => self.take_text(at, false),
            };
        }
        self.end_list();
    }

    fn text(&self, at: usize) -> &'s str {
        self.lines.get(at).map_or("", |line| line.text)
    }

    /// What the line begins, as far as it and the lines behind it tell.
    fn block(&self, at: usize) -> Block {
        const LONGEST: usize = 250;
        let text = self.text(at);
        if text.len() <= LONGEST {
            if let Some((question, period)) = question(text) {
                return Block::Question(question, period);
            }
            if let Some(kind) = vocabulary::table_title(&fold(text, false)) {
                return Block::TableTitle(kind);
            }
            // A budget's title reads as a column header does; what opens a document is its title.
            let title = heading::title(text);
            let opens = at == 0 && title.is_some();
            if !opens && header::has_role(text) && self.begins_table(at) {
                return Block::Table;
            }
            if let Some(title) = title {
                return Block::Title(title);
            }
            if self.may_be_heading(at)
                && let Some(heading) = heading::field_heading(text)
            {
                return Block::Heading(heading);
            }
        }
        if is_bullet(text) { Block::Bullet } else { Block::Text }
    }

    /// Whether headers, a label and a cell follow: a table that has no title.
    fn begins_table(&self, at: usize) -> bool {
        // Looking further at each of many headers would take quadratic time.
        const FARTHEST: usize = 50;
        let end = (at + FARTHEST).min(self.lines.len());
        let near = self.lines.get(..end).unwrap_or_default();
        let Some((columns, label)) = header::columns(near, at) else { return false };
        let first = table::rows(near, label, (label + 2).min(end), &columns);
        columns.len() > 1 && first.rows.first().is_some_and(|row| row.cells.len() == 1)
    }

    /// Whether a line stands apart from the text in front of it. One that doesn't is the rest
    /// of a sentence, which may well begin with the code of another field.
    fn may_be_heading(&self, at: usize) -> bool {
        let after_blank = self.lines.get(at).is_some_and(|line| line.after_blank);
        let before = at.checked_sub(1).and_then(|before| self.uses.get(before));
        after_blank
            || !matches!(before, Some(LineUse::Paragraph | LineUse::Bullet | LineUse::Unread))
    }

    pub(super) fn find(&mut self, rule: Rule, place: Place, of: Lines, message: String) {
        let span = lines::span(self.lines, of);
        self.findings.push(Finding::new(rule, place, span, message));
    }

    pub(super) fn mark(&mut self, lines: Lines, used_as: LineUse) {
        for line in lines.first..=lines.last {
            if let Some(slot) = self.uses.get_mut(line) {
                *slot = used_as;
            }
        }
    }

    /// The field that is open; one without a heading, and a finding, where there is none.
    pub(super) fn field(&mut self, at: usize) -> Option<&mut Open> {
        if self.tree.current().is_none() {
            self.tree.open(None, Heading::default(), None);
            let place = self.tree.current().map(|open| open.place.clone()).unwrap_or_default();
            let message = format!("no field heading stands in front of {}", Quoted(self.text(at)));
            self.find(Rule::MissingHeading, place, Lines::one(at), message);
        }
        self.tree.current()
    }

    fn take_title(&mut self, title: heading::Title, at: usize) -> usize {
        let edition = &mut self.tree.budget.edition;
        if edition.title.is_none() {
            *edition = title.edition;
            self.tree.budget.organisation = title.organisation;
            self.tree.lines.edition = Some(Lines::one(at));
            self.mark(Lines::one(at), LineUse::Title);
        } else if edition.title == title.edition.title {
            self.mark(Lines::one(at), LineUse::Title);
        } else {
            let first = edition.title.as_deref().map(|title| Quoted(title).to_string());
            let message = format!(
                "{} stands within {}, and was not taken as its title",
                Quoted(self.text(at)),
                first.unwrap_or_default()
            );
            self.find(
                Rule::SecondEdition,
                Place::default().at(Part::Edition),
                Lines::one(at),
                message,
            );
        }
        at + 1
    }

    fn take_heading(&mut self, heading: heading::FieldHeading, at: usize) -> usize {
        self.end_list();
        self.part = FieldPart::Introduction;
        self.tree.open(heading.level, heading.heading, Some(Lines::one(at)));
        self.mark(Lines::one(at), LineUse::Heading);
        at + 1
    }

    fn take_question(&mut self, question: Question, period: Option<Period>, at: usize) -> usize {
        self.end_list();
        self.mark(Lines::one(at), LineUse::Question);
        let heading = self.text(at).to_owned();
        let list = |of| {
            let heading = heading.clone();
            FieldPart::List(List { of, heading, period, question: at, items: Vec::new() })
        };
        self.part = match question {
            Question::Situation => FieldPart::Situation,
            Question::Results => FieldPart::Results,
            Question::Goals => list(Numbered::Goal),
            Question::Actions => list(Numbered::Action),
            Question::Other => self.open_section(heading, at),
        };
        at + 1
    }

    fn open_section(&mut self, heading: String, at: usize) -> FieldPart {
        let Some(open) = self.field(at) else { return FieldPart::Introduction };
        open.field.sections.push(Section::new(heading, Vec::new()));
        open.lines.sections.push(Lines::one(at));
        FieldPart::Section(open.field.sections.len() - 1)
    }

    /// Takes a paragraph or an item of a list, with the lines that go on with it.
    fn take_text(&mut self, at: usize, is_bullet: bool) -> usize {
        let mut text = self.text(at).to_owned();
        let mut last = at;
        let used_as = if is_bullet { LineUse::Bullet } else { LineUse::Paragraph };
        self.mark(Lines::one(at), used_as);
        while self.lines.get(last + 1).is_some_and(|line| !line.after_blank)
            && matches!(self.block(last + 1), Block::Text)
        {
            last += 1;
            text.push(' ');
            text.push_str(self.text(last));
            self.mark(Lines::one(last), used_as);
        }
        let lines = Lines { first: at, last };
        if let FieldPart::List(list) = &mut self.part {
            list.items.push(Item { text, lines, is_bullet });
        } else {
            self.add_paragraph(text, lines);
        }
        last + 1
    }

    /// Adds a paragraph to the part of the field that is open and is no list.
    pub(super) fn add_paragraph(&mut self, text: String, lines: Lines) {
        let section = match &self.part {
            FieldPart::Section(index) => Some(*index),
            _ => None,
        };
        let (situation, results) =
            (matches!(self.part, FieldPart::Situation), matches!(self.part, FieldPart::Results));
        let Some(open) = self.field(lines.first) else { return };
        if let Some(section) = section.and_then(|index| open.field.sections.get_mut(index)) {
            section.paragraphs.push(text);
        } else if situation {
            open.field.situation.push(text);
            open.lines.situation.push(lines);
        } else if results {
            open.field.results.push(text);
            open.lines.results.push(lines);
        } else {
            open.field.introduction.push(text);
            open.lines.introduction.push(lines);
        }
    }

    /// Sorts out the list that ends here. Where it has bullets, these are its items and the
    /// rest is a section under the printed question; where it has none, each paragraph is one.
    fn end_list(&mut self) {
        let part = std::mem::replace(&mut self.part, FieldPart::Introduction);
        let FieldPart::List(list) = part else {
            self.part = part;
            return;
        };
        let Some(open) = self.field(list.question) else { return };
        let has_bullets = list.items.iter().any(|item| item.is_bullet);
        let (items, rest): (Vec<_>, Vec<_>) =
            list.items.into_iter().partition(|item| item.is_bullet == has_bullets);
        for item in items {
            let text = if has_bullets { bullet_text(&item.text) } else { &item.text };
            let Some(id) = open.next_id(list.of) else { continue };
            if matches!(list.of, Numbered::Goal) {
                open.field.goals.push(Goal { period: list.period, ..Goal::new(id, text) });
                open.lines.goals.push(item.lines);
            } else {
                open.field.actions.push(Action::new(id, text));
                open.lines.actions.push(item.lines);
            }
        }
        if !rest.is_empty() {
            let paragraphs = rest.into_iter().map(|item| item.text).collect();
            open.field.sections.push(Section::new(list.heading, paragraphs));
            open.lines.sections.push(Lines::one(list.question));
        }
    }

    fn take_titled_table(&mut self, kind: Option<&IndicatorKind>, at: usize) -> usize {
        self.mark(Lines::one(at), LineUse::TableTitle);
        if header::columns(self.lines, at + 1).is_some() {
            return self.take_table(kind, at + 1);
        }
        let place = self.field(at).map(|open| open.place.clone()).unwrap_or_default();
        let message = format!("no column headers follow {}", Quoted(self.text(at)));
        self.find(Rule::TableWithoutHeader, place, Lines::one(at), message);
        at + 1
    }

    fn take_table(&mut self, kind: Option<&IndicatorKind>, at: usize) -> usize {
        let Some((columns, below)) = header::columns(self.lines, at) else { return at + 1 };
        let end = self.end_of_table(below);
        let rows = table::rows(self.lines, below, end, &columns);
        self.take_columns(&columns, at, below, rows.rows.is_empty());
        indicators::take(self, kind, &columns, rows)
    }

    /// The first line that can't belong to a table: a heading, a question, a list.
    fn end_of_table(&self, from: usize) -> usize {
        (from..self.lines.len())
            .find(|&at| match self.block(at) {
                Block::Text => false,
                // A number in front of a label, with its cells below it, is no heading.
                Block::Heading(_) => !self.is_cell(at + 1),
                // Footnotes below a table look like the items of a list.
                Block::Bullet if self.text(at).starts_with('*') => false,
                _ => !self.is_cell(at),
            })
            .unwrap_or(self.lines.len())
    }

    fn is_cell(&self, at: usize) -> bool {
        use super::cell::{self, Says};
        let says = self.lines.get(at).map(|line| cell::read(line.text).says);
        !matches!(says, None | Some(Says::Words | Says::NumberWithWords))
    }

    fn take_columns(&mut self, columns: &[Column], at: usize, below: usize, no_rows: bool) {
        let all = Lines { first: at, last: below - 1 };
        self.mark(all, LineUse::Header);
        let place = self.field(at).map(|open| open.place.clone()).unwrap_or_default();
        for column in columns {
            if matches!(column.holds, header::Holds::Figures { period: None, .. }) {
                let message = format!("column header {} has no year", Quoted(&column.header));
                self.find(Rule::HeaderWithoutPeriod, place.clone(), column.lines, message);
            }
        }
        if no_rows {
            let message = format!("no rows follow the {} column headers", columns.len());
            self.find(Rule::TableWithoutRows, place, all, message);
        }
    }

    fn finish(mut self) -> Outcome {
        let whole = Lines { first: 0, last: 0 };
        if !self.lines.is_empty() && self.tree.budget.edition.title.is_none() {
            let place = Place::default().at(Part::Edition);
            let message = "no title such as \"Begroting 2017\" is printed".to_owned();
            self.find(Rule::MissingEdition, place, whole, message);
        }
        if !self.lines.is_empty() && self.tree.budget.organisation.is_none() {
            let lines = self.tree.lines.edition.unwrap_or(whole);
            let place = Place::default().at(Part::Organisation);
            let message = "the title doesn't say whose document it is".to_owned();
            self.find(Rule::MissingOrganisation, place, lines, message);
        }
        let (budget, places) = self.tree.finish();
        let mut findings = self.findings;
        findings.sort_by_key(|finding| finding.span);
        Outcome { budget, places, uses: self.uses, findings }
    }
}

/// A question without its question mark and its year, and that year.
fn question(text: &str) -> Option<(Question, Option<Period>)> {
    let folded = fold(text, true);
    if let Some(question) = vocabulary::question(&folded) {
        return Some((question, None));
    }
    let (words, year) = folded.rsplit_once(' ')?;
    let period = header::period(year)?;
    let words = words.strip_suffix(" in").unwrap_or(words);
    vocabulary::question(words).map(|question| (question, Some(period)))
}

const BULLETS: [char; 12] = ['•', '▪', '●', '○', '◦', '‣', '▸', '·', '-', '–', '*', '\u{f0b7}'];

/// Whether a line begins with a bullet and has words behind it.
fn is_bullet(text: &str) -> bool {
    text.strip_prefix(BULLETS)
        .is_some_and(|rest| rest.starts_with(char::is_whitespace) && !rest.trim().is_empty())
}

/// An item of a list without its bullet and the mark that closes it: a semicolon, or the
/// point behind a single sentence.
fn bullet_text(text: &str) -> &str {
    let text = text.strip_prefix(BULLETS).unwrap_or(text).trim_start();
    if let Some(item) = text.strip_suffix(';') {
        return item.trim_end();
    }
    match text.strip_suffix('.') {
        Some(item) if !item.contains(['.', '!', '?']) => item.trim_end(),
        _ => text,
    }
}
