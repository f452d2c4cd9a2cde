//! [`Section`]: a part of the text of a policy field.

use crate::coded::coded;

/// A part of the text of a policy field, with the question or heading that is printed above it
/// (Dutch: *paragraaf*).
///
/// ```
/// use beleid::SectionKind;
///
/// let page = "2.3 Handel\n\nRelevante ontwikkelingen\n\nDe haven groeit.\n";
/// let section = &beleid::read(page).budget.fields[0].sections[0];
/// assert_eq!(section.kind, SectionKind::Other);
/// assert_eq!(section.heading.as_deref(), Some("Relevante ontwikkelingen"));
/// assert_eq!(section.paragraphs, ["De haven groeit."]);
/// ```
#[doc(alias = "paragraaf")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Section {
    /// What it is about.
    pub kind: SectionKind,
    /// The question or the heading above it, as printed; `None` for an introduction.
    pub heading: Option<String>,
    /// Its paragraphs. Empty if the section contains only a list or a table.
    #[cfg_attr(feature = "serde", serde(default))]
    pub paragraphs: Vec<String>,
}

impl Section {
    /// A section with a heading and without text.
    ///
    /// ```
    /// use beleid::{Section, SectionKind};
    ///
    /// assert!(Section::new(SectionKind::Other, "Risico's").paragraphs.is_empty());
    /// ```
    pub fn new(kind: SectionKind, heading: impl Into<String>) -> Self {
        Section { kind, heading: Some(heading.into()), paragraphs: Vec::new() }
    }

    /// An introduction, which has no heading.
    ///
    /// ```
    /// use beleid::{Section, SectionKind};
    ///
    /// let section = Section::introduction(["De haven groeit."]);
    /// assert_eq!((section.kind, section.heading), (SectionKind::Introduction, None));
    /// ```
    pub fn introduction(paragraphs: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let paragraphs = paragraphs.into_iter().map(Into::into).collect();
        Section { kind: SectionKind::Introduction, heading: None, paragraphs }
    }

    /// The same section with these paragraphs.
    ///
    /// ```
    /// use beleid::{Section, SectionKind};
    ///
    /// let section = Section::new(SectionKind::Results, "Wat hebben we bereikt?");
    /// assert_eq!(section.with_paragraphs(["Veel."]).paragraphs, ["Veel."]);
    /// ```
    #[must_use]
    pub fn with_paragraphs(self, texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Section { paragraphs: texts.into_iter().map(Into::into).collect(), ..self }
    }
}

coded! {
    /// What a section of a policy field is about (Dutch: *soort paragraaf*).
    ///
    /// ```
    /// use beleid::SectionKind;
    ///
    /// let page = "2.3 Handel\n\nHoe staan we ervoor?\n\nGoed.\n";
    /// assert_eq!(beleid::read(page).budget.fields[0].sections[0].kind, SectionKind::Situation);
    /// ```
    #[doc(alias = "soort paragraaf")]
    #[non_exhaustive]
    SectionKind, "kind of section" {
        /// The text before the first question or heading.
        #[doc(alias = "inleiding")]
        Introduction = "introduction", en "introduction", nl "inleiding";
        /// The present situation (*hoe staan we ervoor?*).
        #[doc(alias = "hoe staan we ervoor")]
        Situation = "situation", en "situation", nl "stand van zaken";
        /// What the body wants to achieve (*wat willen we bereiken?*): the question, and any text
        /// below it that is not a goal.
        #[doc(alias = "wat willen we bereiken")]
        Goals = "goals", en "goals", nl "doelen";
        /// What the body does for it (*wat gaan we hiervoor doen?*): the question, and any text
        /// below it that is not an action.
        #[doc(alias = "wat gaan we hiervoor doen")]
        Actions = "actions", en "actions", nl "acties";
        /// What was achieved (*wat hebben we bereikt?*).
        #[doc(alias = "wat hebben we bereikt")]
        Results = "results", en "results", nl "resultaten";
        /// What it costs (*wat mag het kosten?*).
        #[doc(alias = "wat mag het kosten")]
        Costs = "costs", en "costs", nl "kosten";
        /// Anything else, such as *relevante ontwikkelingen*.
        #[doc(alias = "overige paragraaf")]
        Other = "other", en "other", nl "overig";
    }
}
