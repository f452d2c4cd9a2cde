//! The result while it is built: the budget so far, the use of each line, the findings.

use std::cell::Cell;

use super::explain::Resolution;
use super::goals::Goals;
use super::source::{Grid, Pieces, SourceReport};
use super::lines::{self, LineUse, Lines, RawLine};
use super::parts::FieldPart;
use super::tree::{BudgetLines, OpenField, Tree};
use super::vocabulary::Vocabulary;
use crate::error::Quoted;
use crate::findings::finding::Finding;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Rule;
use crate::leaves::terms::IndicatorKind;
use crate::model::budget::Budget;
use crate::model::field::Heading;

/// The finished result.
pub(super) struct Built {
    pub(super) budget: Budget,
    pub(super) places: BudgetLines,
    pub(super) uses: Vec<LineUse>,
    pub(super) findings: Vec<Finding>,
    pub(super) resolutions: Vec<(Place, Resolution)>,
}

/// The result while it is built.
pub(super) struct Builder<'l, 's> {
    pub(super) vocabulary: &'l Vocabulary,
    pub(super) lines: &'l [RawLine<'s>],
    pub(super) grids: &'l [Grid],
    /// The kind of the table whose title was read and whose headers are still to come.
    pub(super) pending: Option<Option<IndicatorKind>>,
    pub(super) tree: Tree,
    /// The part of the open field that text goes to.
    pub(super) part: FieldPart,
    /// The goals that are being asked for, and the one below whose number this stands.
    pub(super) goals: Goals,
    /// The last run of column headers that was looked for: its first line and its end.
    pub(super) headers: Cell<(usize, usize)>,
    uses: Vec<LineUse>,
    findings: Vec<Finding>,
    /// How ambiguous cells were resolved, with the places of their figures.
    resolutions: Vec<(Place, Resolution)>,
}

impl<'l, 's> Builder<'l, 's> {
    pub(super) fn new(vocabulary: &'l Vocabulary, pieces: &'l Pieces<'s>) -> Self {
        let lines = &pieces.lines;
        let uses = vec![LineUse::Unread; lines.len()];
        let part = FieldPart::Introduction;
        let headers = Cell::new((0, 0));
        Builder {
            vocabulary,
            lines,
            grids: &pieces.grids,
            pending: None,
            tree: Tree::default(),
            part,
            goals: Goals::default(),
            headers,
            uses,
            findings: pieces.reports.iter().map(|reports| finding(lines, reports)).collect(),
            resolutions: Vec::new(),
        }
    }

    /// The text of a line; empty after the last.
    pub(super) fn text(&self, at: usize) -> &'l str {
        self.lines.get(at).map_or("", |line| &*line.text)
    }

    /// What a line is used for so far.
    pub(super) fn used_as(&self, at: usize) -> Option<LineUse> {
        self.uses.get(at).copied()
    }

    /// Reports a finding about some lines.
    pub(super) fn report(&mut self, rule: Rule, place: Place, of: Lines, message: String) {
        let span = lines::span(self.lines, of);
        self.findings.push(Finding::new(rule, place, span, message));
    }

    /// Records how the cell of the figure at a place was resolved.
    pub(super) fn record_resolution(&mut self, place: Place, by: Resolution) {
        self.resolutions.push((place, by));
    }

    /// Reports a finding about some lines, at the place of the open field.
    pub(super) fn report_in_field(&mut self, rule: Rule, of: Lines, message: String) {
        let place = self.field(of.first).map(|open| open.place.clone()).unwrap_or_default();
        self.report(rule, place, of, message);
    }

    /// Records what some lines are used for.
    pub(super) fn mark(&mut self, lines: Lines, used_as: LineUse) {
        for line in lines.first..=lines.last {
            if let Some(slot) = self.uses.get_mut(line) {
                *slot = used_as;
            }
        }
    }

    /// The open field. If there is none, opens one without a heading and reports that.
    pub(super) fn field(&mut self, at: usize) -> Option<&mut OpenField> {
        if self.tree.current().is_none() {
            self.tree.open(None, Heading::default(), None, None);
            let place = self.tree.current().map(|open| open.place.clone()).unwrap_or_default();
            let message = format!("no field heading comes before {}", Quoted(self.text(at)));
            self.report(Rule::MissingHeading, place, Lines::one(at), message);
        }
        self.tree.current()
    }

    /// Adds a paragraph to the open section of the open field.
    pub(super) fn add_paragraph(&mut self, text: String, lines: Lines) {
        let section = match &self.part {
            FieldPart::Section { index, .. } => Some(*index),
            _ => None,
        };
        let Some(open) = self.field(lines.first) else { return };
        let index = section.unwrap_or_else(|| open.introduction());
        open.add_paragraph(index, text, lines);
    }

    /// Closes everything, and reports a missing title or organisation.
    pub(super) fn finish(mut self) -> Built {
        let whole = Lines { first: 0, last: 0 };
        if !self.lines.is_empty() && self.tree.budget.edition.title.is_none() {
            let place = Place::default().at(Part::Edition);
            let message = "no title such as \"Begroting 2017\" was recognised".to_owned();
            self.report(Rule::MissingEdition, place, whole, message);
        }
        if !self.lines.is_empty() && self.tree.budget.organisation.is_none() {
            let lines = self.tree.lines.edition.unwrap_or(whole);
            let place = Place::default().at(Part::Organisation);
            let message = "the title doesn't name the organisation".to_owned();
            self.report(Rule::MissingOrganisation, place, lines, message);
        }
        let (budget, places) = self.tree.finish();
        let mut findings = self.findings;
        findings.sort_by_key(|finding| finding.span);
        Built { budget, places, uses: self.uses, findings, resolutions: self.resolutions }
    }
}

/// A finding about the source itself, which has no place in the budget.
fn finding(lines: &[RawLine<'_>], reports: &SourceReport) -> Finding {
    let span = reports.piece.and_then(|piece| lines::span(lines, Lines::one(piece)));
    Finding::new(reports.rule, Place::default(), span, reports.message.clone())
}
