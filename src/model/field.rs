//! [`PolicyField`] and [`Heading`]: a part of a budget at any level.

use crate::leaves::code::Code;
use crate::leaves::terms::Level;
use crate::model::cost::CostLine;
use crate::model::figure::Cell;
use crate::model::goal::{Action, Goal};
use crate::model::indicator::Indicator;
use crate::model::note::{Attribute, Note};
use crate::model::section::{Section, SectionKind};
use crate::model::table::Table;

/// A part of a budget at any level (Dutch: *beleidsveld*; also *programma*, *deelprogramma*,
/// *taakveld*): its texts, goals, actions, indicators and costs.
///
/// All levels have the same type, because real documents have indicators, goals and costs at every
/// level. [`level`](Self::level) is the level, if the document states it. When fields are read,
/// serialised or deserialised, they may be nested at most 16 deep ([`MAX_DEPTH`](Self::MAX_DEPTH)).
///
/// ```
/// use beleid::{Heading, PolicyField, Section};
///
/// let mut field = PolicyField::new(Heading::new("2.3.4".parse()?, "Handelsrelaties"));
/// field.sections.push(Section::introduction(["De gemeente zoekt handelspartners."]));
/// assert_eq!(field.level, None, "the document may not say at which grain it stands");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "beleidsveld")]
#[doc(alias = "programma")]
#[doc(alias = "deelprogramma")]
#[doc(alias = "taakveld")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct PolicyField {
    /// Its level: programme, policy field and so on; `None` if the document doesn't state it.
    pub level: Option<Level>,
    /// Its heading.
    pub heading: Heading,
    /// Its text in sections, in document order. Each has the question or heading that is printed
    /// above it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub sections: Vec<Section>,
    /// What is measured.
    #[cfg_attr(feature = "serde", serde(default))]
    pub indicators: Vec<Indicator>,
    /// What is to be achieved (*wat willen we bereiken?*).
    #[cfg_attr(feature = "serde", serde(default))]
    pub goals: Vec<Goal>,
    /// What is done for it (*wat gaan we hiervoor doen?*).
    #[cfg_attr(feature = "serde", serde(default))]
    pub actions: Vec<Action>,
    /// What it costs (*wat mag het kosten?*).
    #[cfg_attr(feature = "serde", serde(default))]
    pub costs: Vec<CostLine>,
    /// What its tables print once for all of their cells: titles, units and headers. The [`Cell`]
    /// of a figure refers to a table by its number.
    #[cfg_attr(feature = "serde", serde(default))]
    pub tables: Vec<Table>,
    /// The footnotes that belong to no indicator or cost line of this field.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<Note>,
    /// Other information on the field that the document gives in a table.
    #[cfg_attr(feature = "serde", serde(default))]
    pub attributes: Vec<Attribute>,
    /// The fields within it.
    #[cfg_attr(feature = "serde", serde(default, with = "crate::model::nesting"))]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<PolicyField>"))]
    pub fields: Vec<PolicyField>,
}

impl PolicyField {
    /// The greatest depth at which a field may be nested. A field at the top of a budget has depth
    /// 1.
    ///
    /// ```
    /// use beleid::{Budget, Document, PolicyField};
    ///
    /// let mut field = PolicyField::default();
    /// for _ in 0..PolicyField::MAX_DEPTH {
    ///     field = PolicyField { fields: vec![field], ..PolicyField::default() };
    /// }
    /// let budget = Budget { fields: vec![field], ..Budget::default() };
    /// assert!(serde_json::to_string(&Document::new(budget)).is_err());
    /// ```
    pub const MAX_DEPTH: usize = 16;

    /// A field that has only a heading.
    ///
    /// ```
    /// use beleid::{Heading, PolicyField};
    ///
    /// let field = PolicyField::new(Heading::titled("Wonen"));
    /// assert!(field.indicators.is_empty());
    /// ```
    pub fn new(heading: Heading) -> Self {
        PolicyField { heading, ..PolicyField::default() }
    }

    /// The paragraphs of its introduction: the text before its first question or heading.
    ///
    /// ```
    /// let field = &beleid::read("2.3 Handel\n\nDe haven groeit.\n").budget.fields[0];
    /// assert_eq!(field.introduction().collect::<Vec<_>>(), ["De haven groeit."]);
    /// ```
    pub fn introduction(&self) -> impl Iterator<Item = &str> {
        self.paragraphs(SectionKind::Introduction)
    }

    /// The paragraphs on the present situation (*hoe staan we ervoor?*).
    ///
    /// ```
    /// let page = "2.3 Handel\n\nHoe staan we ervoor?\n\nGoed.\n";
    /// let field = &beleid::read(page).budget.fields[0];
    /// assert_eq!(field.situation().collect::<Vec<_>>(), ["Goed."]);
    /// ```
    #[doc(alias = "hoe staan we ervoor")]
    pub fn situation(&self) -> impl Iterator<Item = &str> {
        self.paragraphs(SectionKind::Situation)
    }

    /// The paragraphs on what was achieved (*wat hebben we bereikt?*).
    ///
    /// ```
    /// let page = "2.3 Handel\n\nWat hebben we bereikt?\n\nVeel.\n";
    /// let field = &beleid::read(page).budget.fields[0];
    /// assert_eq!(field.results().collect::<Vec<_>>(), ["Veel."]);
    /// ```
    #[doc(alias = "wat hebben we bereikt")]
    pub fn results(&self) -> impl Iterator<Item = &str> {
        self.paragraphs(SectionKind::Results)
    }

    /// The paragraphs of all sections of one kind, in document order.
    ///
    /// ```
    /// use beleid::{PolicyField, SectionKind};
    ///
    /// assert_eq!(PolicyField::default().paragraphs(SectionKind::Other).count(), 0);
    /// ```
    pub fn paragraphs(&self, kind: SectionKind) -> impl Iterator<Item = &str> {
        let sections = self.sections.iter().filter(move |section| section.kind == kind);
        sections.flat_map(|section| &section.paragraphs).map(String::as_str)
    }

    /// The header of a cell in a table of this field, as returned by [`Table::header_of`]. `None`
    /// if the cell has no table or the table has no header for it.
    ///
    /// ```
    /// let reading = beleid::read("2.3 Wonen\n\nKengetallen\n\nBehaald 2015\n\nScholen\n\n10\n");
    /// let field = &reading.budget.fields[0];
    /// let cell = field.indicators[0].figures[0].cell.as_ref().unwrap();
    /// assert_eq!(field.header_of(cell).as_deref(), Some("Behaald 2015"));
    /// ```
    #[doc(alias = "kolomkop")]
    pub fn header_of(&self, cell: &Cell) -> Option<String> {
        let table = usize::try_from(cell.table?.get() - 1).ok()?;
        self.tables.get(table)?.header_of(cell)
    }
}

/// The heading of a policy field (Dutch: *kop*), split into its parts.
///
/// If a page has no heading, all parts are `None`, which is the default.
///
/// ```
/// let field = &beleid::read("Programma 2 Economie").budget.fields[0];
/// assert_eq!(field.heading.label.as_deref(), Some("Programma"));
/// assert_eq!(field.heading.code, Some("2".parse()?));
/// assert_eq!(field.heading.title.as_deref(), Some("Economie"));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "kop")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Heading {
    /// The word before the code, as printed: *Programma*, *Deelprogramma*.
    pub label: Option<String>,
    /// The code, without leading zeros and final point: `1.1` if `01.1` is printed.
    pub code: Option<Code>,
    /// The title, as printed.
    pub title: Option<String>,
}

impl Heading {
    /// A heading with a code and a title.
    ///
    /// ```
    /// use beleid::Heading;
    ///
    /// let heading = Heading::new("2.3".parse()?, "Handel");
    /// assert_eq!(heading.label, None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(code: Code, title: impl Into<String>) -> Self {
        Heading { code: Some(code), ..Heading::titled(title) }
    }

    /// A heading without a code.
    ///
    /// ```
    /// assert_eq!(beleid::Heading::titled("Wonen").code, None);
    /// ```
    pub fn titled(title: impl Into<String>) -> Self {
        Heading { label: None, code: None, title: Some(title.into()) }
    }
}
