//! The result while it is built: the budget so far, the use of each line, the findings.

use super::explain::Resolution;
use super::facts::looks::Looks;
use super::goals::Goals;
use super::heading;
use super::lines::{self, LineUse, Lines, RawLine};
use super::mapping::{Guide, Matched};
use super::parts::FieldPart;
use super::placement::TableProof;
use super::positions::BudgetLines;
use super::scales::Scales;
use super::source::{Grid, Pieces, SourceReport};
use super::spot::{self, Spot};
use super::tree::{OpenField, Tree};
use crate::findings::finding::Finding;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Message;
use crate::leaves::period::Period;
use crate::leaves::terms::IndicatorKind;
use crate::model::budget::Budget;
use crate::model::field::Heading;
use crate::model::figure::Figure;
use crate::validate::gather;

/// The finished result.
pub(super) struct Built {
    pub(super) budget: Budget,
    pub(super) places: BudgetLines,
    pub(super) uses: Vec<LineUse>,
    pub(super) findings: Vec<Finding>,
    pub(super) resolutions: Vec<(Place, Resolution)>,
    pub(super) proofs: Vec<(Place, TableProof)>,
}

/// What is known of the table before the one that is taken.
pub(super) struct Previous {
    pub(super) field: Option<Place>,
    /// The line after it.
    pub(super) to: usize,
    pub(super) is_of_money: bool,
    pub(super) headers: Vec<String>,
    pub(super) unit: Option<crate::leaves::unit::Unit>,
}

/// The result while it is built.
pub(super) struct Builder<'l, 's> {
    pub(super) vocabulary: &'l Looks<'l>,
    pub(super) guide: &'l Guide<'l>,
    /// What of the mapping the tables had.
    pub(super) matched: Matched,
    pub(super) lines: &'l [RawLine<'s>],
    pub(super) grids: &'l [Grid],
    /// The kind of the table whose title was read and whose headers are still to come.
    pub(super) pending: Option<Option<IndicatorKind>>,
    pub(super) tree: Tree,
    /// The part of the open field that text goes to.
    pub(super) part: FieldPart,
    /// The goals that are being asked for, and the one below whose number this stands.
    pub(super) goals: Goals,
    /// The tables of plain text, in order; each is taken out when the walk comes to it.
    pub(super) found: Vec<Option<super::table::Table>>,
    /// The first line of each of these.
    pub(super) found_at: Vec<usize>,
    /// The numbers that no table claimed, in order.
    pub(super) unclaimed: std::collections::VecDeque<super::table::rest::Unclaimed>,
    /// In what the amounts are that several tables share.
    pub(super) scales: Scales<'l>,
    /// The last table that was taken.
    pub(super) previous: Option<Previous>,
    /// Whether the title of the edition stands around the text alone.
    pub(super) is_titled_around: bool,
    /// Whether a heading of the layout has a code or a label.
    pub(super) has_codes: bool,
    /// Whether the layout marks headings, so that no other line is one.
    pub(super) has_headings: bool,
    uses: Vec<LineUse>,
    findings: Vec<Finding>,
    /// How ambiguous cells were resolved, with the places of their figures.
    resolutions: Vec<(Place, Resolution)>,
    /// What proves each table, by its place.
    pub(super) proofs: Vec<(Place, TableProof)>,
}

impl<'l, 's> Builder<'l, 's> {
    pub(super) fn new(guide: &'l Guide<'l>, pieces: &'l Pieces<'s>) -> Self {
        let vocabulary = guide.words();
        let lines = &pieces.lines;
        let uses = vec![LineUse::Unread; lines.len()];
        let part = FieldPart::Introduction;
        let found = super::table::find::tables(guide, lines);
        let unclaimed = super::table::rest::unclaimed(vocabulary, lines, &found);
        // Values without a common width are told with their numbers.
        let is_told = |report: &&SourceReport| {
            report.what == Message::RaggedValues {}
                && report.piece.is_some_and(|piece| {
                    unclaimed.iter().any(|group| (group.first..=group.last).contains(&piece))
                })
        };
        let reports = pieces.reports.iter().filter(|report| !is_told(report));
        let findings = reports.map(|report| finding(lines, report)).collect();
        let scales = Scales::new(vocabulary, lines, &pieces.grids, &found);
        let found_at = found.iter().map(|table| table.from).collect();
        let found = found.into_iter().map(Some).collect();
        Builder {
            vocabulary,
            guide,
            matched: Matched::default(),
            lines,
            grids: &pieces.grids,
            pending: None,
            tree: Tree::new(vocabulary.pack()),
            part,
            goals: Goals::default(),
            found,
            found_at,
            unclaimed: unclaimed.into(),
            scales,
            previous: None,
            is_titled_around: false,
            has_codes: lines.iter().any(|line| {
                matches!(line.kind, lines::Kind::Heading(_))
                    && heading::field_heading_of_piece(vocabulary, &line.text).is_some()
            }),
            has_headings: lines.iter().any(|line| matches!(line.kind, lines::Kind::Heading(_))),
            uses,
            findings,
            resolutions: Vec::new(),
            proofs: Vec::new(),
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
    pub(super) fn report(&mut self, place: Place, of: Lines, what: Message) {
        let span = lines::span(self.lines, of);
        self.findings.push(Finding::new(what, place, span));
    }

    /// Reports a finding about a cell, which may be a part of its line.
    pub(super) fn report_cell(&mut self, place: Place, of: Spot, what: Message) {
        let span = spot::span_of(self.lines, of);
        self.findings.push(Finding::new(what, place, span));
    }

    /// Records how the cell of the figure at a place was resolved.
    pub(super) fn record_resolution(&mut self, place: Place, by: Resolution) {
        self.resolutions.push((place, by));
    }

    /// Reports a finding about some lines, at the place of the open field.
    pub(super) fn report_in_field(&mut self, of: Lines, what: Message) {
        let place = self.field(of.first).map(|open| open.place.clone()).unwrap_or_default();
        self.report(place, of, what);
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
            let what = Message::BeforeHeading { text: self.text(at).into() };
            self.report(place, Lines::one(at), what);
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
    pub(super) fn finish(self) -> Built {
        let whole = Lines { first: 0, last: 0 };
        let is_titled = self.tree.budget.edition.title.is_some();
        let title = self.tree.lines.edition.unwrap_or(whole);
        let around = self.tree.budget.edition.title.clone().filter(|_| self.is_titled_around);
        let edition = self.tree.budget.edition.period;
        let (budget, places) = self.tree.finish();
        let mut findings = self.findings;
        let is_headed = budget.all_fields().any(|field| field.heading != Heading::default());
        let is_bare = budget.organisation.is_none() && !is_headed;
        if let Some(around) = around.as_deref().filter(|_| !is_bare) {
            let what = Message::TitleAround { title: around.into() };
            let place = Place::default().at(Part::Edition);
            findings.push(Finding::new(what, place, lines::span(self.lines, whole)));
        }
        // What a page doesn't say of itself is one cause: without a title nothing names the
        // organisation either, and a page without headings is that of one field, so that nothing
        // stands in front of a heading there.
        let missing = match (is_titled, is_headed) {
            _ if self.lines.is_empty() => None,
            (false, true) => Some((Message::NoTitle {}, Part::Edition, whole)),
            (false, false) => Some((Message::NoTitleNorHeading {}, Part::Edition, whole)),
            (true, _) if budget.organisation.is_some() => None,
            (true, true) => Some((Message::OrganisationNotNamed {}, Part::Organisation, title)),
            (true, false) if budget.fields.is_empty() => {
                Some((Message::OrganisationNotNamed {}, Part::Organisation, title))
            }
            (true, false) => Some(match around.as_deref() {
                Some(around) => {
                    (Message::TitleAroundAlone { title: around.into() }, Part::Edition, whole)
                }
                None => (Message::OrganisationNorHeading {}, Part::Organisation, title),
            }),
        };
        if let Some((what, part, lines)) = missing {
            if what.leaves_no_heading() {
                findings.retain(|of| !matches!(of.what, Message::BeforeHeading { .. }));
            }
            let span = lines::span(self.lines, lines);
            findings.push(Finding::new(what, Place::default().at(part), span));
        }
        if !self.lines.is_empty() {
            findings.extend(unused(self.guide, &self.matched, &budget, edition));
        }
        findings.sort_by_key(|finding| finding.span);
        let findings = gather::by_cause(&budget, findings);
        Built {
            budget,
            places,
            uses: self.uses,
            findings,
            resolutions: self.resolutions,
            proofs: self.proofs,
        }
    }
}

/// Findings about what of a mapping had no use for a document.
fn unused(
    guide: &Guide<'_>,
    matched: &Matched,
    budget: &Budget,
    edition: Option<Period>,
) -> Vec<Finding> {
    let mut messages = guide.unused(matched);
    let lacks_edition = edition.is_none() && guide.needs_edition();
    let is_bare = |figure: &Figure| figure.period.is_some() && figure.role.is_none();
    if lacks_edition && budget.figures().filter_map(|of| of.figure).any(is_bare) {
        messages.push(Message::MappingWithoutEdition {});
    }
    let finding = |what| Finding::new(what, Place::default(), None);
    messages.into_iter().map(finding).collect()
}

/// A finding about the source itself, which has no place in the budget.
fn finding(lines: &[RawLine<'_>], reports: &SourceReport) -> Finding {
    let span = reports.piece.and_then(|piece| lines::span(lines, Lines::one(piece)));
    Finding::new(reports.what.clone(), Place::default(), span)
}
