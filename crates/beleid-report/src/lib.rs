//! Reports of evaluated programme budgets and accounts: for the council member who wants to know
//! which targets are met and what it cost, and for whoever checks how far a document was understood.
//!
//! A report is one page of HTML that loads nothing, a text for terminals, Markdown, or the pictures
//! of one indicator as SVG, in Dutch or English.
//!
//! ```
//! use beleid_report::{Question, Report, Source};
//!
//! let page = "Jaarstukken 2018\n\n2.3 Handel\n\nKengetallen\n\nBehaald 2017\n\nBehaald 2018\n\nBeoogd 2018\n\n\
//!     Projecten\n\n10\n\n18\n\n> 15\n";
//! let reading = beleid::read(page);
//! let findings = reading.findings();
//! let source = Source::new("page.txt", &reading.budget)
//!     .with_findings(&findings)
//!     .with_coverage(reading.coverage());
//!
//! let report = Report::new(&[source], &Question::new(beleid::Language::English));
//! assert!(report.to_html().starts_with("<!DOCTYPE html>"));
//! assert!(report.to_markdown().contains("✓ Met"));
//! let indicator = report.indicators().next().unwrap();
//! assert_eq!(indicator.name(), "Projecten");
//! assert!(indicator.to_svg().starts_with("<svg"));
//! ```
//!
//! # How it is made
//!
//! ```text
//! Source, Question ──view──▶ View ──┬─▶ html
//!                                   ├─▶ terminal
//!                                   ├─▶ markdown
//!                                   └─▶ svg (picture)
//! ```
//!
//! The view holds all that is said, in the language of the report. The four renderers give it a form
//! and say nothing of their own, so that they can't disagree.

mod html;
mod markdown;
mod picture;
mod svg;
mod terminal;
mod view;
mod words;

use beleid::methods::Method;
use beleid::{Budget, Coverage, Finding, Language, Period};

use view::View;

/// A document that a report is about.
///
/// ```
/// use beleid_report::Source;
///
/// let reading = beleid::read("2.3 Wonen");
/// let source = Source::new("begroting.txt", &reading.budget).with_coverage(reading.coverage());
/// assert_eq!(source.name(), "begroting.txt");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    name: &'a str,
    budget: &'a Budget,
    findings: &'a [Finding],
    coverage: Option<Coverage>,
}

impl<'a> Source<'a> {
    /// A document by the name of its file, and the budget that it is.
    ///
    /// ```
    /// let budget = beleid::Budget::default();
    /// assert_eq!(beleid_report::Source::new("a.json", &budget).name(), "a.json");
    /// ```
    pub fn new(name: &'a str, budget: &'a Budget) -> Self {
        Source { name, budget, findings: &[], coverage: None }
    }

    /// With what was found about it.
    ///
    /// ```
    /// use beleid_report::Source;
    ///
    /// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nWinkels\n\n1.000\n");
    /// let findings = reading.findings();
    /// let source = Source::new("a.txt", &reading.budget).with_findings(&findings);
    /// assert_eq!(source.name(), "a.txt");
    /// ```
    pub fn with_findings(self, findings: &'a [Finding]) -> Self {
        Source { findings, ..self }
    }

    /// With what became of the numbers of its source.
    ///
    /// ```
    /// use beleid_report::Source;
    ///
    /// let reading = beleid::read("2.3 Wonen");
    /// let source = Source::new("a.txt", &reading.budget).with_coverage(reading.coverage());
    /// assert_eq!(source.name(), "a.txt");
    /// ```
    pub fn with_coverage(self, coverage: Coverage) -> Self {
        Source { coverage: Some(coverage), ..self }
    }

    /// The name of its file.
    ///
    /// ```
    /// let budget = beleid::Budget::default();
    /// assert_eq!(beleid_report::Source::new("a.json", &budget).name(), "a.json");
    /// ```
    pub fn name(&self) -> &'a str {
        self.name
    }
}

/// What a report is to answer, and in which language.
///
/// ```
/// use beleid::Language;
/// use beleid_report::Question;
///
/// let question = Question::new(Language::Dutch).at("2018".parse()?);
/// assert_eq!(question.language(), Language::Dutch);
/// # Ok::<(), beleid::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    language: Language,
    at: Option<Period>,
    method: Option<&'a Method>,
}

impl<'a> Question<'a> {
    /// Whether the targets are met, each document for the period that it is about.
    ///
    /// ```
    /// use beleid_report::Question;
    ///
    /// assert_eq!(Question::new(beleid::Language::Dutch).language(), beleid::Language::Dutch);
    /// ```
    pub fn new(language: Language) -> Self {
        Question { language, at: None, method: None }
    }

    /// For this period instead.
    ///
    /// ```
    /// use beleid_report::Question;
    ///
    /// let question = Question::new(beleid::Language::English).at("2017-Q3".parse()?);
    /// assert_eq!(question.language(), beleid::Language::English);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn at(self, at: Period) -> Self {
        Question { at: Some(at), ..self }
    }

    /// And what a method says of each indicator.
    ///
    /// ```
    /// use beleid::methods::presets::municipal;
    /// use beleid_report::Question;
    ///
    /// let method = municipal::method();
    /// let question = Question::new(beleid::Language::Dutch).by(&method);
    /// assert_eq!(question.language(), beleid::Language::Dutch);
    /// ```
    pub fn by(self, method: &'a Method) -> Self {
        Question { method: Some(method), ..self }
    }

    /// The language of the report.
    ///
    /// ```
    /// use beleid_report::Question;
    ///
    /// assert_eq!(Question::new(beleid::Language::Dutch).language().code(), "nl");
    /// ```
    pub fn language(&self) -> Language {
        self.language
    }
}

/// A report of one document or several.
///
/// ```
/// use beleid_report::{Question, Report, Source};
///
/// let reading = beleid::read("Jaarstukken 2018\n\n2.3 Wonen\n\nKengetallen\n\nBehaald 2018\n\nWinkels\n\n10\n");
/// let source = Source::new("a.txt", &reading.budget);
/// let report = Report::new(&[source], &Question::new(beleid::Language::Dutch));
/// assert!(report.to_html().contains(r#"<html lang="nl">"#));
/// assert!(report.to_terminal(80, false).contains("Overzicht"));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    view: View,
}

impl Report {
    /// Evaluates the documents and puts the answers into words.
    ///
    /// ```
    /// use beleid_report::{Question, Report};
    ///
    /// let report = Report::new(&[], &Question::new(beleid::Language::English));
    /// assert_eq!(report.indicators().count(), 0);
    /// ```
    pub fn new(sources: &[Source<'_>], question: &Question<'_>) -> Self {
        Report { view: view::build::view(sources, question) }
    }

    /// The report as one page of HTML, with its style and pictures in it. It has no script and loads
    /// nothing.
    ///
    /// ```
    /// use beleid_report::{Question, Report};
    ///
    /// let report = Report::new(&[], &Question::new(beleid::Language::English));
    /// assert!(report.to_html().ends_with("</html>\n"));
    /// ```
    pub fn to_html(&self) -> String {
        html::page(&self.view)
    }

    /// The report for a terminal of so many columns; with colours for the outcomes if that is asked for.
    ///
    /// ```
    /// use beleid_report::{Question, Report};
    ///
    /// let report = Report::new(&[], &Question::new(beleid::Language::English));
    /// assert!(!report.to_terminal(80, false).contains('\u{1b}'));
    /// ```
    pub fn to_terminal(&self, width: u16, has_colour: bool) -> String {
        terminal::text(&self.view, width, has_colour)
    }

    /// The report as Markdown with tables, as GitHub reads it.
    ///
    /// ```
    /// use beleid_report::{Question, Report};
    ///
    /// let report = Report::new(&[], &Question::new(beleid::Language::English));
    /// assert!(report.to_markdown().starts_with("# "));
    /// ```
    pub fn to_markdown(&self) -> String {
        markdown::text(&self.view)
    }

    /// The indicators in the order of the documents.
    ///
    /// ```
    /// use beleid_report::{Question, Report, Source};
    ///
    /// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n");
    /// let report = Report::new(
    ///     &[Source::new("a.txt", &reading.budget)],
    ///     &Question::new(beleid::Language::English),
    /// );
    /// let names: Vec<&str> = report.indicators().map(|indicator| indicator.name()).collect();
    /// assert_eq!(names, ["Winkels"]);
    /// ```
    pub fn indicators(&self) -> impl Iterator<Item = ReportedIndicator<'_>> {
        let fields = self.view.documents.iter().flat_map(|document| &document.fields);
        let indicators = fields.flat_map(|field| &field.indicators);
        indicators.map(|indicator| ReportedIndicator { indicator, language: self.view.language })
    }
}

/// An indicator of a [`Report`].
///
/// ```
/// use beleid_report::{Question, Report, Source};
///
/// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n");
/// let report = Report::new(
///     &[Source::new("a.txt", &reading.budget)],
///     &Question::new(beleid::Language::English),
/// );
/// assert!(report.indicators().all(|indicator| !indicator.id().is_empty()));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ReportedIndicator<'r> {
    indicator: &'r view::Indicator,
    language: Language,
}

impl<'r> ReportedIndicator<'r> {
    /// Its id in the document.
    ///
    /// ```
    /// use beleid_report::{Question, Report, Source};
    ///
    /// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n");
    /// let (_, first) = reading.budget.all_indicators().next().unwrap();
    /// let report = Report::new(
    ///     &[Source::new("a.txt", &reading.budget)],
    ///     &Question::new(beleid::Language::English),
    /// );
    /// assert_eq!(report.indicators().next().unwrap().id(), first.id.to_string());
    /// ```
    pub fn id(&self) -> &'r str {
        &self.indicator.id
    }

    /// Its name, without signs that act on what stands around them.
    ///
    /// ```
    /// use beleid_report::{Question, Report, Source};
    ///
    /// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n");
    /// let report = Report::new(
    ///     &[Source::new("a.txt", &reading.budget)],
    ///     &Question::new(beleid::Language::English),
    /// );
    /// assert_eq!(report.indicators().next().unwrap().name(), "Winkels");
    /// ```
    pub fn name(&self) -> &'r str {
        &self.indicator.name
    }

    /// Its answers with their pictures, as one file of SVG. Without pictures it holds the answers in
    /// words.
    ///
    /// ```
    /// use beleid_report::{Question, Report, Source};
    ///
    /// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nWinkels\n\n10\n");
    /// let report = Report::new(
    ///     &[Source::new("a.txt", &reading.budget)],
    ///     &Question::new(beleid::Language::English),
    /// );
    /// assert!(report.indicators().next().unwrap().to_svg().contains("Not applicable"));
    /// ```
    pub fn to_svg(&self) -> String {
        svg::file(self.indicator, self.language)
    }
}
