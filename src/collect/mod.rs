//! Merges several documents of one edition into one budget: the pages of a web site, the chapters of
//! a plan. `fields` merges the fields of a document; `ids` keeps ids unique.

mod fields;
mod ids;

use std::collections::{HashMap, HashSet};

use self::ids::Ids;
use crate::findings::finding::Finding;
use crate::findings::place::{Part, Place};
use crate::findings::rule::{Message, Rule};
use crate::findings::rules::Rules;
use crate::model::budget::{Budget, Edition, Organisation};
use crate::model::field::PolicyField;
use crate::read::Reading;

/// Several documents merged into one budget (Dutch: *bundel*): the pages of a web site, the chapters
/// of a plan.
///
/// Two fields are the same if they have the same code and title, or the same label and title if they
/// have no code. The contents of the same field in two documents are put after one another, and what
/// both contain is kept once. A field whose code lies within that of another (2.3.4 in 2.3) becomes
/// part of that field, whichever document comes first. A document of another edition or organisation
/// is left out, with a finding: its targets would be compared with results of another year.
///
/// ```
/// use beleid::Collection;
///
/// let mut collection = Collection::new();
/// collection.add("page 2", &beleid::read("Begroting 2017\n\n2.3 Handel\n\n2.3.4 Buitenland\n"));
/// collection.add("page 1", &beleid::read("Begroting 2017\n\nProgramma 2 Economie\n\nWelkom.\n"));
/// let budget = collection.budget();
/// assert_eq!(budget.fields.len(), 1);
/// assert_eq!(budget.fields[0].introduction().next(), Some("Welkom."));
/// assert_eq!(budget.fields[0].fields[0].fields[0].heading.title.as_deref(), Some("Buitenland"));
/// ```
#[doc(alias = "bundel")]
#[derive(Debug, Clone, Default)]
pub struct Collection {
    budget: Budget,
    /// The names of the documents, in the order in which they were added.
    names: Vec<String>,
    /// What was reported about each document, by the index of the document.
    reported: Vec<(usize, Finding)>,
    ids: Ids,
    /// The first document that each field came from, by the code and the title of the field.
    origins: HashMap<String, usize>,
    /// The document that the edition came from, and the one that the organisation came from.
    edition_of: Option<usize>,
    organisation_of: Option<usize>,
}

/// A finding with the name of the document that it is about (Dutch: *bevinding met bron*).
///
/// ```
/// use beleid::Collection;
///
/// let mut collection = Collection::new();
/// collection.add("a.txt", &beleid::read("Welkom"));
/// let findings = collection.findings();
/// assert_eq!(findings[0].source.as_deref(), Some("a.txt"));
/// ```
#[doc(alias = "bevinding")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SourcedFinding {
    /// The name of the document, as given to [`Collection::add`]. `None` if the finding is about the
    /// merged budget.
    pub source: Option<String>,
    /// The finding. Its place and span are in the document, or in the merged budget if `source` is
    /// `None`.
    pub finding: Finding,
}

impl Collection {
    /// A collection without documents.
    ///
    /// ```
    /// assert!(beleid::Collection::new().budget().fields.is_empty());
    /// ```
    pub fn new() -> Self {
        Collection::default()
    }

    /// Adds a document. Its name is shown to people: a file name or an address.
    ///
    /// ```
    /// let mut collection = beleid::Collection::new();
    /// collection.add("a.txt", &beleid::read("2.3 Handel"));
    /// assert_eq!(collection.sources(), ["a.txt"]);
    /// ```
    pub fn add(&mut self, name: impl Into<String>, reading: &Reading<'_>) {
        self.add_budget(name, reading.budget.clone(), reading.source_findings().to_vec());
    }

    /// Adds a budget that was read before, with the findings of its reading.
    ///
    /// ```
    /// let (budget, findings) = beleid::read("2.3 Handel").into_parts();
    /// let mut collection = beleid::Collection::new();
    /// collection.add_budget("a.json", budget, findings);
    /// assert_eq!(collection.budget().fields.len(), 1);
    /// ```
    pub fn add_budget(&mut self, name: impl Into<String>, budget: Budget, findings: Vec<Finding>) {
        let source = self.names.len();
        self.names.push(name.into());
        let Budget { edition, organisation, mut fields } = budget;
        self.reported.extend(findings.into_iter().map(|finding| (source, finding)));
        let (first, second) = (self.budget.edition.period, edition.period);
        let differs = first.zip(second).is_some_and(|(first, second)| first != second)
            || (self.budget.edition.kind.as_ref().zip(edition.kind.as_ref()))
                .is_some_and(|(first, second)| first != second);
        if differs {
            self.report_other_edition(source, self.edition_of, &edition);
            return;
        }
        let whose = self.budget.organisation.as_ref().zip(organisation.as_ref());
        if let Some((first, second)) = whose.filter(|(first, second)| first.name != second.name) {
            let what = Message::OtherEdition {
                own: (&second.name).into(),
                document: self.name(self.organisation_of).into(),
                other: (&first.name).into(),
            };
            let place = Place::default().at(Part::Organisation);
            self.report(source, Finding::new(what, place, None));
            return;
        }
        self.take_head(source, edition, organisation);
        self.ids.keep_apart(&mut fields);
        for field in fields {
            self.remember(&field, source);
            fields::put(&mut self.budget.fields, field, 1);
        }
    }

    fn take_head(&mut self, source: usize, edition: Edition, organisation: Option<Organisation>) {
        let head = &mut self.budget.edition;
        if head.period.is_none() && edition.period.is_some() {
            self.edition_of = Some(source);
        }
        head.kind = head.kind.take().or(edition.kind);
        head.period = head.period.or(edition.period);
        head.title = head.title.take().or(edition.title);
        if self.budget.organisation.is_none() && organisation.is_some() {
            self.budget.organisation = organisation;
            self.organisation_of = Some(source);
        }
    }

    fn report_other_edition(&mut self, source: usize, first: Option<usize>, edition: &Edition) {
        let title = |edition: &Edition| {
            let period = edition.period.map(|period| period.to_string());
            edition.title.clone().or(period).unwrap_or_default()
        };
        let what = Message::OtherEdition {
            own: title(edition).into(),
            document: self.name(first).into(),
            other: title(&self.budget.edition).into(),
        };
        let place = Place::default().at(Part::Edition);
        self.report(source, Finding::new(what, place, None));
    }

    fn report(&mut self, source: usize, finding: Finding) {
        self.reported.push((source, finding));
    }

    fn name(&self, source: Option<usize>) -> &str {
        source.and_then(|source| self.names.get(source)).map_or("another", String::as_str)
    }

    /// Records which document a field and the fields in it come from.
    fn remember(&mut self, field: &PolicyField, source: usize) {
        let mut left = vec![field];
        while let Some(field) = left.pop() {
            self.origins.entry(fields::key(&field.heading)).or_insert(source);
            left.extend(&field.fields);
        }
    }

    /// The merged budget.
    ///
    /// ```
    /// assert_eq!(beleid::Collection::new().budget().edition.period, None);
    /// ```
    pub fn budget(&self) -> &Budget {
        &self.budget
    }

    /// The names of the documents, in the order in which they were added.
    ///
    /// ```
    /// assert!(beleid::Collection::new().sources().is_empty());
    /// ```
    pub fn sources(&self) -> &[String] {
        &self.names
    }

    /// The name of the first document that has this field. `None` if no document has it.
    ///
    /// ```
    /// let mut collection = beleid::Collection::new();
    /// collection.add("a.txt", &beleid::read("2.3 Handel"));
    /// let field = &collection.budget().fields[0];
    /// assert_eq!(collection.source_of(field), Some("a.txt"));
    /// ```
    pub fn source_of(&self, field: &PolicyField) -> Option<&str> {
        let source = self.origins.get(&fields::key(&field.heading))?;
        self.names.get(*source).map(String::as_str)
    }

    /// All findings: those of the reading of each document, and those of the
    /// [validation](Budget::validate) of the merged budget.
    ///
    /// ```
    /// use beleid::{Collection, Rule};
    ///
    /// let mut collection = Collection::new();
    /// collection.add("a.txt", &beleid::read("Begroting 2017"));
    /// collection.add("b.txt", &beleid::read("Begroting 2016"));
    /// let rules: Vec<_> = collection.findings().iter().map(|found| found.finding.rule).collect();
    /// assert!(rules.contains(&Rule::OtherEdition));
    /// ```
    pub fn findings(&self) -> Vec<SourcedFinding> {
        self.findings_by(&Rules::new())
    }

    /// All findings, as [`findings`](Self::findings), with the severities and thresholds of these
    /// rules.
    ///
    /// ```
    /// use beleid::{Collection, Rules};
    ///
    /// assert!(Collection::new().findings_by(&Rules::new()).is_empty());
    /// ```
    pub fn findings_by(&self, rules: &Rules) -> Vec<SourcedFinding> {
        let mut findings: Vec<SourcedFinding> = Vec::new();
        // A page without a title matters only if no page has one, and then once.
        let (mut is_titled, mut is_named) =
            (self.budget.edition.title.is_some(), self.budget.organisation.is_some());
        let is_of_interest = |(_, finding): &&(usize, Finding)| match &finding.what {
            Message::NoTitle { .. } => !std::mem::replace(&mut is_titled, true),
            Message::OrganisationNotNamed { .. } => !std::mem::replace(&mut is_named, true),
            _ => true,
        };
        for (source, finding) in self.reported.iter().filter(is_of_interest) {
            let source = self.names.get(*source).cloned();
            let applied = rules.apply(std::iter::once(finding.clone()));
            findings.extend(
                applied
                    .into_iter()
                    .map(|finding| SourcedFinding { source: source.clone(), finding }),
            );
        }
        if self.names.is_empty() {
            return findings;
        }
        let mut reported: HashSet<Rule> =
            self.reported.iter().map(|(_, finding)| finding.rule).collect();
        if self.reported.iter().any(|(_, finding)| finding.covers(Rule::MissingHeading)) {
            reported.insert(Rule::MissingHeading);
        }
        let of_all = self.budget.validate_by(rules).into_iter();
        // What the reading of a document reported with its place is not reported again.
        let of_all = of_all.filter(|finding| {
            !(finding.rule.is_of_reading()
                && reported.contains(&finding.rule)
                && finding.rule != Rule::RepeatedCode)
        });
        findings.extend(of_all.map(|finding| SourcedFinding { source: None, finding }));
        findings
    }

    /// The merged budget and all findings.
    ///
    /// ```
    /// let (budget, findings) = beleid::Collection::new().into_parts();
    /// assert!(budget.fields.is_empty() && findings.is_empty());
    /// ```
    pub fn into_parts(self) -> (Budget, Vec<SourcedFinding>) {
        let findings = self.findings();
        (self.budget, findings)
    }
}
