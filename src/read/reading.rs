//! [`Reading`]: the result of reading a source.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::explain::Resolution;
use super::lines::{self, Line, LineUse, RawLine};
use super::placement::{Placement, TableProof};
use super::positions::BudgetLines;
use super::source::Layout;
use super::spot;
use crate::findings::finding::Finding;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Rule;
use crate::findings::rules::Rules;
use crate::findings::span::Span;
use crate::language::Language;
use crate::model::budget::Budget;
use crate::model::lookup::PartRef;
use crate::validate::gather;

/// The result of reading a source (Dutch: *lezing*): the budget, the findings about it, and the
/// position in the source of every part of it.
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
    /// The budget that was read.
    pub budget: Budget,
    pub(super) source: Cow<'s, str>,
    pub(super) language: Language,
    pub(super) layout: Layout,
    pub(super) sheets: Vec<String>,
    pub(super) lines: Vec<RawLine<'s>>,
    pub(super) uses: Vec<LineUse>,
    /// Page numbers, running heads and tables of contents, in the order of the source.
    pub(super) apart: Vec<(RawLine<'s>, LineUse)>,
    pub(super) places: BudgetLines,
    pub(super) findings: Vec<Finding>,
    pub(super) resolutions: HashMap<Place, Resolution>,
    pub(super) proofs: HashMap<Place, TableProof>,
}

impl Reading<'_> {
    /// The text that was read, after decoding. Empty for a workbook.
    ///
    /// ```
    /// assert_eq!(beleid::read("Welkom").source(), "Welkom");
    /// ```
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The same reading with an owned copy of the source.
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
            language: self.language,
            layout: self.layout,
            sheets: self.sheets,
            lines: self.lines.into_iter().map(RawLine::into_owned).collect(),
            uses: self.uses,
            apart: apart.map(|(line, used_as)| (line.into_owned(), used_as)).collect(),
            places: self.places,
            findings: self.findings,
            resolutions: self.resolutions,
            proofs: self.proofs,
        }
    }

    /// The language as which the source was read: that of the vocabulary that was given, or the one that
    /// was recognised; Dutch if that is unsure.
    ///
    /// ```
    /// use beleid::Language;
    ///
    /// assert_eq!(beleid::read("Begroting 2017").language(), Language::Dutch);
    /// let english = "What do we want to achieve?\n\nThe city will have more jobs.\n";
    /// assert_eq!(beleid::read(english).language(), Language::English);
    /// ```
    pub fn language(&self) -> Language {
        self.language
    }

    /// The layout in which the source was read.
    ///
    /// ```
    /// assert_eq!(beleid::read("Welkom").layout(), beleid::Layout::Lines);
    /// ```
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// The names of the sheets of a workbook, hidden ones included. A [`Span::Sheet`] with
    /// `sheet: 1` refers to the first. Empty for a text.
    ///
    /// ```
    /// assert!(beleid::read("Welkom").sheets().is_empty());
    /// ```
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// All findings about the document, in the order of the source: what the reading reported
    /// ([`source_findings`](Self::source_findings)) and what [validation](Budget::validate) finds.
    ///
    /// Each call validates the budget as it is now, so findings of validation disappear when
    /// [`budget`](Self::budget) is corrected; those of the reading stay. Spans are looked up by
    /// place in the budget as it was read: after moving or removing parts, use
    /// [`Budget::validate`] instead.
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
    ///     "warning[jump-in-row] line 17, column 1: \"43.655\" is of another order of magnitude than \
    ///      \"436.550\" before it",
    /// );
    /// ```
    pub fn findings(&self) -> Vec<Finding> {
        self.findings_by(&Rules::new())
    }

    /// All findings, as [`findings`](Self::findings), with the severities and thresholds of these
    /// rules.
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
        let reported: HashSet<&Place> = self
            .findings
            .iter()
            .flat_map(|finding| [&finding.place].into_iter().chain(&finding.parts))
            .collect();
        // A row without cells has no target for that reason.
        let places_without_cells: HashSet<&Place> = self
            .findings
            .iter()
            .filter(|finding| finding.rule == Rule::RowWithoutCells)
            .flat_map(Finding::places)
            .collect();
        let is_headless =
            |of: &Finding| of.rule != Rule::MissingHeading && of.covers(Rule::MissingHeading);
        let is_headless = self.findings.iter().any(is_headless);
        let mut findings = rules.apply(self.findings.iter().cloned());
        let mut found = self.budget.validate_each(rules);
        found.retain(|finding| {
            // What the reading reported, with its reasons, is not reported again without them.
            let place = &finding.place;
            let is_of_cells =
                finding.rule == Rule::NoTarget && places_without_cells.contains(place);
            let is_reported = is_of_cells
                || finding.rule.is_of_reading()
                    && (reported.contains(place)
                    || (finding.rule == Rule::MissingHeading && is_headless)
                    // Mixed columns are reported once, for the field.
                    || (finding.rule == Rule::RowMisaligned
                        && place.outer().is_some_and(|outer| reported.contains(&outer))));
            !is_reported
        });
        let found = gather::by_cause(&self.budget, found);
        findings.extend(found.into_iter().map(|finding| {
            let span = finding.places().first().and_then(|place| self.span(place));
            Finding { span, ..finding }
        }));
        findings.sort_by_key(|finding| finding.span);
        findings
    }

    /// What the reading itself reported about the source, without what validation finds, in the
    /// order of the source.
    ///
    /// ```
    /// use beleid::Rule;
    ///
    /// let reading = beleid::read("2.3 Handel\n\nIndicatoren\n\nBehaald 2015\n\nScholen\n\n7.5\n");
    /// let rules: Vec<_> = reading.source_findings().iter().map(|finding| finding.rule).collect();
    /// assert!(rules.contains(&Rule::AmbiguousNumber), "the point may have two meanings");
    /// assert!(!rules.contains(&Rule::NoTarget), "validation reports that");
    /// ```
    pub fn source_findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Why the cell of the figure at this place was read as it was, if its own text is ambiguous
    /// and its row, column or table decided. `None` if the cell is unambiguous, if it stayed
    /// ambiguous, or if there is no such figure.
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

    /// What placed the figure at this place in its column, and what proves that it stands there. `None` if there is no
    /// such figure, or if it stands in no table.
    ///
    /// ```
    /// use beleid::ColumnsBy;
    ///
    /// let reading = beleid::read("Indicatoren\n\nBehaald 2015\n\nAantal scholen\n\n10\n");
    /// let place = "/budget/fields/0/indicators/0/figures/0".parse()?;
    /// let placement = reading.placement(&place).unwrap();
    /// assert_eq!(placement.columns_by, ColumnsBy::Lines);
    /// assert_eq!(&reading.source()[placement.headers[0].bytes().unwrap()], "Behaald 2015");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn placement(&self, place: &Place) -> Option<Placement> {
        let PartRef::Figure(figure) = self.budget.get(place)? else { return None };
        let cell = figure.cell.as_ref()?;
        let index = |number: Option<std::num::NonZero<u32>>| {
            usize::try_from(number?.get()).ok()?.checked_sub(1)
        };
        let field = place.outer()?.outer()?;
        let proof = self.proofs.get(&field.at(Part::Table(index(cell.table)?)))?;
        let spots = index(cell.column).and_then(|column| proof.headers.get(column));
        let spans = spots.into_iter().flatten().filter_map(|of| spot::span_of(&self.lines, *of));
        Some(proof.placement(spans.collect()))
    }

    /// The budget and all findings, without the source.
    ///
    /// ```
    /// let (budget, findings) = beleid::read("Begroting 2017").into_parts();
    /// assert_eq!((budget.fields.len(), findings.len()), (0, 1));
    /// ```
    pub fn into_parts(self) -> (Budget, Vec<Finding>) {
        let findings = self.findings();
        (self.budget, findings)
    }

    /// The lines of the source that are not blank, each with what it was used for.
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

    /// The position in the source of the part of the budget at this place; for a part without
    /// lines of its own, the position of the nearest part that contains it. `None` if the budget,
    /// as it was read, has no such part.
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
        match self.places.cell(place) {
            Some(cell) => spot::span_of(&self.lines, cell),
            None => lines::span(&self.lines, self.places.find(place)?),
        }
    }
}
