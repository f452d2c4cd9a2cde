//! [`Reading`]: what was made of a source, with what is to be said about it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::explain::Resolution;
use super::layout::Layout;
use super::lines::{self, Line, LineUse, RawLine};
use super::tree::BudgetLines;
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::Rule;
use crate::findings::rules::Rules;
use crate::findings::span::Span;
use crate::language::Language;
use crate::model::budget::Budget;

/// What was made of a source (Dutch: *lezing*): the budget, what is to be said about it, and
/// where everything stands.
///
/// ```
/// let reading = beleid::read("Begroting 2017\n\n2.3.4 Handelsrelaties\n\nWelkom");
/// let place = reading.budget.places().next().map(|(place, _)| place).unwrap();
/// let span = reading.span(&place).unwrap();
/// assert_eq!(&reading.source()[span.bytes().unwrap()], "2.3.4 Handelsrelaties");
/// ```
#[doc(alias = "lezing")]
#[derive(Debug, Clone)]
pub struct Reading<'s> {
    /// The budget.
    pub budget: Budget,
    pub(super) source: Cow<'s, str>,
    pub(super) layout: Layout,
    pub(super) sheets: Vec<String>,
    pub(super) lines: Vec<RawLine<'s>>,
    pub(super) uses: Vec<LineUse>,
    /// The lines that belong to the pages, in the order of the source.
    pub(super) apart: Vec<(RawLine<'s>, LineUse)>,
    pub(super) places: BudgetLines,
    pub(super) findings: Vec<Finding>,
    pub(super) resolutions: HashMap<Place, Resolution>,
}

impl Reading<'_> {
    /// The text that was read, as it was decoded; empty where that was a workbook.
    ///
    /// ```
    /// assert_eq!(beleid::read("Welkom").source(), "Welkom");
    /// ```
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The same with a text of its own, for when the source doesn't live as long.
    ///
    /// ```
    /// let bytes = b"Begroting 2017".to_vec();
    /// let reading = beleid::Reader::new().read_bytes(&bytes).into_owned();
    /// drop(bytes);
    /// assert_eq!(reading.source(), "Begroting 2017");
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Reading<'static> {
        let apart = self.apart.into_iter();
        Reading {
            budget: self.budget,
            source: Cow::Owned(self.source.into_owned()),
            layout: self.layout,
            sheets: self.sheets,
            lines: self.lines.into_iter().map(RawLine::into_owned).collect(),
            uses: self.uses,
            apart: apart.map(|(line, used_as)| (line.into_owned(), used_as)).collect(),
            places: self.places,
            findings: self.findings,
            resolutions: self.resolutions,
        }
    }

    /// The layout that it was read in.
    ///
    /// ```
    /// assert_eq!(beleid::read("Welkom").layout(), beleid::Layout::Lines);
    /// ```
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// The names of the sheets of a workbook, hidden ones too; the first is that of
    /// [`Span::Sheet`] with a `sheet` of 1. None in a text.
    ///
    /// ```
    /// assert!(beleid::read("Welkom").sheets().is_empty());
    /// ```
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// Everything that is to be said about the document, by its reading and by
    /// [validation](Budget::validate), in the order of the source.
    ///
    /// The budget is validated as it is now, at each call, so a correction takes away what
    /// validation said. What the reading itself said of the source ([`source_findings`](Self::source_findings))
    /// stays. Places and spans are those of the budget as it was read: once parts of it were
    /// moved or taken out, use [`Budget::validate`].
    ///
    /// ```
    /// use beleid::Rule;
    ///
    /// let reading = beleid::read("Begroting 2017\n\n2.3 Handel\n\nIndicatoren\n\nBehaald 2015\n\n\
    ///     Behaald 2016\n\nBeoogd 2017\n\nAantal bezoekers\n\n436.550\n\n43.655\n\n> 440.000\n");
    /// let findings = reading.findings();
    /// let jump = findings.iter().find(|finding| finding.rule == Rule::JumpInRow).unwrap();
    /// assert_eq!(
    ///     jump.to_string(),
    ///     "warning[jump-in-row] line 17, column 1: \"43.655\" is of another order than \
    ///      \"436.550\" before it",
    /// );
    /// ```
    pub fn findings(&self) -> Vec<Finding> {
        self.findings_by(&Rules::new())
    }

    /// The same by rules that somebody has set.
    ///
    /// ```
    /// use beleid::{Rule, Rules};
    ///
    /// let reading = beleid::read("Begroting 2017");
    /// assert_eq!(reading.findings().len(), 1);
    /// let mut rules = Rules::new();
    /// rules.set(Rule::MissingOrganisation, None);
    /// assert!(reading.findings_by(&rules).is_empty());
    /// ```
    pub fn findings_by(&self, rules: &Rules) -> Vec<Finding> {
        let reported: HashSet<&Place> =
            self.findings.iter().map(|finding| &finding.place).collect();
        let mut findings = rules.apply(self.findings.iter().cloned());
        for finding in self.budget.validate_by(rules) {
            // What the reading has told with its reasons isn't told again without them.
            let place = &finding.place;
            let is_reported = finding.rule.is_of_reading()
                && (reported.contains(place)
                    // That the columns are mixed was told of the field.
                    || (finding.rule == Rule::RowMisaligned
                        && place.outer().is_some_and(|outer| reported.contains(&outer))));
            if is_reported {
                continue;
            }
            findings.push(Finding { span: self.span(&finding.place), ..finding });
        }
        findings.sort_by_key(|finding| finding.span);
        findings
    }

    /// What the reading itself has to say about the source, in the order of the source.
    ///
    /// ```
    /// use beleid::Rule;
    ///
    /// let reading = beleid::read("2.3 Handel\n\nIndicatoren\n\nBehaald 2015\n\nScholen\n\n7.5\n");
    /// let doubts: Vec<_> = reading.source_findings().iter().map(|finding| finding.rule).collect();
    /// assert!(doubts.contains(&Rule::AmbiguousNumber), "the reading wonders about the point");
    /// assert!(!doubts.contains(&Rule::NoTarget), "that is validation's to say");
    /// ```
    pub fn source_findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What the neighbours of a cell made of what it leaves open by itself, for the figure at a
    /// place; nothing where it could be read by itself, or not at all.
    ///
    /// ```
    /// use beleid::{Language, Part};
    ///
    /// let reading = beleid::read(
    ///     "2.3 Wonen\n\nIndicatoren\n\nBeoogd 2017\n\nAantal woningen\n\n1.049\n",
    /// );
    /// let (place, _) = reading.budget.indicator_places().next().unwrap();
    /// let why = reading.explain(&place.at(Part::Figure(0)), Language::English);
    /// assert_eq!(why, Some("the label counts whole things"));
    /// ```
    pub fn explain(&self, place: &Place, language: Language) -> Option<&'static str> {
        self.resolutions.get(place).map(|by| by.explanation(language))
    }

    /// The budget and the findings, for when the source is no longer needed.
    ///
    /// ```
    /// let (budget, findings) = beleid::read("Begroting 2017").into_parts();
    /// assert_eq!((budget.fields.len(), findings.len()), (0, 1));
    /// ```
    pub fn into_parts(self) -> (Budget, Vec<Finding>) {
        let findings = self.findings();
        (self.budget, findings)
    }

    /// The lines that are not blank, each with the one use that was made of it.
    ///
    /// ```
    /// let reading = beleid::read("Begroting 2017\n\n2.3 Handel\n");
    /// let lines: Vec<_> = reading.lines().map(|line| line.text).collect();
    /// assert_eq!(lines, ["Begroting 2017", "2.3 Handel"]);
    /// ```
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let mut apart = self.apart.iter().map(|(line, used_as)| (line, *used_as)).peekable();
        let mut read = self.lines.iter().zip(self.uses.iter().copied()).peekable();
        std::iter::from_fn(move || {
            let is_first = match (apart.peek(), read.peek()) {
                (Some((apart, _)), Some((read, _))) => apart.start < read.start,
                (apart, _) => apart.is_some(),
            };
            let (line, used_as) = if is_first { apart.next()? } else { read.next()? };
            Some(Line { text: &line.text, span: line.span(), used_as })
        })
    }

    /// Where a part of the budget stands in the source; for a part that has no lines of its
    /// own, where the nearest one around it stands. Nothing where the budget, as it was read,
    /// has no such part.
    ///
    /// ```
    /// use beleid::Part;
    ///
    /// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nAantal scholen\n\n10\n");
    /// let (place, _) = reading.budget.indicator_places().next().unwrap();
    /// let span = reading.span(&place.at(Part::Figure(0))).unwrap();
    /// assert_eq!(span.to_string(), "line 7, column 1");
    /// assert_eq!(&reading.source()[span.bytes().unwrap()], "10");
    /// ```
    pub fn span(&self, place: &Place) -> Option<Span> {
        lines::span(&self.lines, self.places.find(place)?)
    }
}
