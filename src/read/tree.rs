//! The budget while it is built: the open fields, their ids, and the position of each part in the
//! source.

use std::collections::HashSet;

use super::footnotes::PendingMarks;
use super::language::Pack;
use super::lines::Lines;
use super::positions::{BudgetLines, FieldLines, SectionLines, TableLines};
use crate::findings::place::{Part, Place};
use crate::leaves::code::Code;
use crate::leaves::id::Id;
use crate::leaves::terms::Level;
use crate::model::budget::Budget;
use crate::model::field::{Heading, PolicyField};
use crate::model::note::{Note, bare_mark};
use crate::model::section::{Section, SectionKind};
use crate::model::table::Table;

/// A field that is still being read.
#[derive(Debug)]
pub(super) struct OpenField {
    pub(super) field: PolicyField,
    pub(super) lines: FieldLines,
    pub(super) place: Place,
    /// The depth of its heading, if the layout states it.
    pub(super) depth: Option<u8>,
    /// The marks whose footnotes are still to come.
    pub(super) pending_marks: PendingMarks,
    /// What its ids begin with.
    prefix: String,
}

/// The kinds of part that have an id.
#[derive(Debug, Clone, Copy)]
pub(super) enum Numbered {
    Indicator,
    Goal,
    Action,
    Cost,
}

impl OpenField {
    /// The index of the introduction that text without a question goes to: the last section, or
    /// one that begins here.
    pub(super) fn introduction(&mut self) -> usize {
        let last = self.field.sections.last();
        if last.is_none_or(|last| last.kind != SectionKind::Introduction) {
            self.open_section(Section::introduction([""; 0]), None);
        }
        self.field.sections.len().saturating_sub(1)
    }

    /// Adds a section, whose heading stands at some lines, and returns its index.
    pub(super) fn open_section(&mut self, section: Section, heading: Option<Lines>) -> usize {
        self.field.sections.push(section);
        self.lines.sections.push(SectionLines { heading, paragraphs: Vec::new() });
        self.field.sections.len() - 1
    }

    /// The index of the section of the question at a line: the one that it opened, or a new one.
    pub(super) fn section_of_question(&mut self, at: usize, heading: &str) -> usize {
        let is_its = |section: &SectionLines| section.heading == Some(Lines::one(at));
        match self.lines.sections.iter().position(is_its) {
            Some(index) => index,
            None => {
                let section = Section::new(SectionKind::Other, heading);
                self.open_section(section, Some(Lines::one(at)))
            }
        }
    }

    /// Adds a paragraph to a section.
    pub(super) fn add_paragraph(&mut self, section: usize, text: String, lines: Lines) {
        let at = self.lines.sections.get_mut(section);
        if let Some((section, at)) = self.field.sections.get_mut(section).zip(at) {
            section.paragraphs.push(text);
            at.paragraphs.push(lines);
        }
    }

    /// Adds a table whose headers stand at some lines, and returns its number, which counts from 1.
    pub(super) fn add_table(&mut self, table: Table, lines: Lines) -> u32 {
        self.field.tables.push(table);
        self.lines.tables.push(TableLines { headers: lines, unplaced: Vec::new() });
        u32::try_from(self.field.tables.len()).unwrap_or(0)
    }

    /// The id of the next part of a kind.
    pub(super) fn next_id(&self, of: Numbered) -> Option<Id> {
        let (letter, count) = match of {
            Numbered::Indicator => ('i', self.field.indicators.len()),
            Numbered::Goal => ('g', self.field.goals.len()),
            Numbered::Action => ('a', self.field.actions.len()),
            Numbered::Cost => ('c', self.field.costs.len()),
        };
        let number = (count + 1).to_string();
        let mut id = String::with_capacity(self.prefix.len() + number.len() + 2);
        id.push_str(&self.prefix);
        id.push('-');
        id.push(letter);
        id.push_str(&number);
        Id::new(id).ok()
    }
}

/// The budget while it is built.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The words of footnotes.
    pack: &'static Pack,
    pub(super) budget: Budget,
    pub(super) lines: BudgetLines,
    open: Vec<OpenField>,
    prefixes: HashSet<String>,
    count: usize,
    /// Whether questions have headings of the same depth as fields; the first question decides.
    is_flat: Option<bool>,
}

impl Tree {
    pub(super) fn new(pack: &'static Pack) -> Self {
        Tree { pack, ..Tree::default() }
    }

    /// The innermost field that is open.
    pub(super) fn current(&mut self) -> Option<&mut OpenField> {
        self.open.last_mut()
    }

    /// The heading of the innermost field that is open.
    pub(super) fn heading(&self) -> Option<&Heading> {
        self.open.last().map(|open| &open.field.heading)
    }

    /// Whether a section of a kind was opened in the innermost field.
    pub(super) fn has_section(&self, kind: SectionKind) -> bool {
        let last = self.open.last();
        last.is_some_and(|open| open.field.sections.iter().any(|section| section.kind == kind))
    }

    /// Whether a table was put into the innermost field.
    pub(super) fn has_tables(&self) -> bool {
        self.open.last().is_some_and(|open| !open.field.tables.is_empty())
    }

    /// Whether no field was opened so far.
    pub(super) fn is_bare(&self) -> bool {
        self.open.is_empty() && self.budget.fields.is_empty()
    }

    /// Opens a field, in the innermost open field that it lies in, and closes the others.
    /// Returns whether it could be put there: a field that is too deep is put next to the deepest.
    pub(super) fn open(
        &mut self,
        level: Option<Level>,
        heading: Heading,
        lines: Option<Lines>,
        depth: Option<u8>,
    ) -> bool {
        let new = NewField { level: level.as_ref(), heading: &heading, depth };
        while self.open.last().is_some_and(|outer| !new.lies_in(outer)) {
            self.close();
        }
        let fits = self.open.len() < PolicyField::MAX_DEPTH;
        if !fits {
            self.close();
        }
        self.add(level, heading, lines);
        if let Some(open) = self.current() {
            open.depth = depth;
        }
        fits
    }

    /// Whether a question or a table at a depth is about a field around the one that is open.
    pub(super) fn closes_at(&mut self, depth: u8) -> bool {
        let Some(of_field) = self.open.last().and_then(|open| open.depth) else { return false };
        let is_flat = *self.is_flat.get_or_insert(depth <= of_field);
        !is_flat
            && depth <= of_field
            && self.open.iter().any(|open| open.depth.is_some_and(|outer| outer < depth))
    }

    /// Closes the fields whose headings stand as deep as this or deeper: what a question asks that
    /// stands higher is asked of the field around them. Nothing happens where the questions of the
    /// document stand as high as its fields.
    pub(super) fn close_to(&mut self, depth: u8) {
        if !self.closes_at(depth) {
            return;
        }
        while self.open.last().and_then(|open| open.depth).is_some_and(|field| field >= depth) {
            self.close();
        }
    }

    /// Closes the fields beside what has a code, and those beside what is around it: a question with the code 2.4 isn't about the
    /// field 2.3.
    pub(super) fn close_beside(&mut self, code: &Code) {
        let around = |open: &OpenField| {
            open.field.heading.code.as_ref().is_none_or(|outer| outer.contains(code))
        };
        while self.open.last().is_some_and(|open| !around(open)) && self.open.iter().any(around) {
            self.close();
        }
    }

    /// Opens a field in the innermost one that is open.
    fn add(&mut self, level: Option<Level>, heading: Heading, lines: Option<Lines>) {
        let (outer, index) = match self.open.last() {
            Some(outer) => (outer.place.clone(), outer.field.fields.len()),
            None => (Place::default(), self.budget.fields.len()),
        };
        self.count += 1;
        let code = heading.code.clone();
        let prefix = match &code {
            Some(code) if self.prefixes.insert(code.to_string()) => code.to_string(),
            // No code has these letters and this number, so it is still free.
            _ => format!("f{}", self.count),
        };
        let field = PolicyField { level, heading, ..PolicyField::default() };
        let lines = FieldLines { heading: lines, ..FieldLines::default() };
        let place = outer.at(Part::Field { index, code });
        self.open.push(OpenField {
            field,
            lines,
            place,
            depth: None,
            pending_marks: PendingMarks::default(),
            prefix,
        });
    }

    /// Opens a field by the depth of its heading alone, in the innermost open field whose heading
    /// stands higher.
    pub(super) fn open_at(&mut self, depth: u8, heading: Heading, lines: Lines) {
        let is_higher = |open: &OpenField| open.depth.is_some_and(|outer| outer < depth);
        while self.open.last().is_some_and(|open| !is_higher(open)) {
            self.close();
        }
        if self.open.len() >= PolicyField::MAX_DEPTH {
            self.close();
        }
        self.add(None, heading, Some(lines));
        if let Some(open) = self.current() {
            open.depth = Some(depth);
        }
    }

    /// Whether a field with that code was opened.
    pub(super) fn has_code(&self, code: &Code) -> bool {
        self.prefixes.contains(code.as_str())
    }

    /// Closes the innermost field.
    fn close(&mut self) {
        let Some(OpenField { mut field, lines, pending_marks, .. }) = self.open.pop() else {
            return;
        };
        // A footnote may stand once, with the field itself or with one around it.
        let around = self.open.iter().rev().map(|open| &open.field.notes);
        let notes: Vec<&Note> = std::iter::once(&field.notes).chain(around).flatten().collect();
        pending_marks.finish(self.pack, &mut field.indicators, |mark| {
            let is_it = |note: &&&Note| {
                note.mark.as_deref().is_some_and(|other| bare_mark(other) == bare_mark(mark))
            };
            notes.iter().find(is_it).map(|note| &*note.text)
        });
        match self.open.last_mut() {
            Some(outer) => {
                outer.field.fields.push(field);
                outer.lines.fields.push(lines);
            }
            None => {
                self.budget.fields.push(field);
                self.lines.fields.push(lines);
            }
        }
    }

    /// Closes all fields.
    pub(super) fn finish(mut self) -> (Budget, BudgetLines) {
        while !self.open.is_empty() {
            self.close();
        }
        (self.budget, self.lines)
    }
}

/// A heading that opens a field.
struct NewField<'h> {
    level: Option<&'h Level>,
    heading: &'h Heading,
    depth: Option<u8>,
}

impl NewField<'_> {
    /// Whether the field lies within `outer`: by its code, or else by its level, or else by how
    /// deep its heading stands.
    fn lies_in(&self, outer: &OpenField) -> bool {
        let code = |heading: &Heading| heading.code.clone();
        if let (Some(inner), Some(outer)) = (code(self.heading), code(&outer.field.heading)) {
            if outer.contains(&inner) {
                return true;
            }
            // 2.3 is a sibling of 2.2.
            if outer.depth() > 1 && outer.parent() == inner.parent() {
                return false;
            }
        }
        // A field with another code lies in a higher level, as 7.1 in Programma A might.
        let by_level = match (rank(self.level), rank(outer.field.level.as_ref())) {
            (Some(inner), Some(outer)) if inner != outer => Some(inner > outer),
            _ => None,
        };
        let is_alike =
            self.heading.label.is_some() && self.heading.label == outer.field.heading.label;
        let by_depth = self.depth.zip(outer.depth).map(|(inner, outer)| inner > outer);
        by_level.or(by_depth.filter(|_| !is_alike)).unwrap_or(false)
    }
}

fn rank(level: Option<&Level>) -> Option<usize> {
    const ORDER: [Level; 4] =
        [Level::PROGRAMME, Level::SUBPROGRAMME, Level::POLICY_FIELD, Level::TASK_FIELD];
    ORDER.iter().position(|known| Some(known) == level)
}
