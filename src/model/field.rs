//! [`PolicyField`] and [`Heading`]: a part of the budget at any grain.

use crate::leaves::code::Code;
use crate::leaves::terms::Level;
use crate::model::cost::CostLine;
use crate::model::goal::{Action, Goal};
use crate::model::indicator::Indicator;
use crate::model::note::{Attribute, Note, Section};

/// A part of the budget at any grain (Dutch: *beleidsveld*; also *programma*,
/// *deelprogramma*, *taakveld*): what is aimed at, done, measured and spent there.
///
/// It is one recursive type, since real documents put indicators, goals and costs at every
/// grain; [`level`](Self::level) says which, where the document does. Fields nest at most 16
/// deep ([`MOST_DEEP`](Self::MOST_DEEP)) when they are read, written or deserialised.
///
/// ```
/// use beleid::{Heading, PolicyField};
///
/// let mut field = PolicyField::new(Heading::new("2.3.4".parse()?, "Handelsrelaties"));
/// field.introduction.push("De gemeente zoekt handelspartners.".to_owned());
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
    /// At which grain it stands, where the document says.
    pub level: Option<Level>,
    /// Its heading.
    pub heading: Heading,
    /// The text in front of its first section, a paragraph an item.
    pub introduction: Vec<String>,
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// How things stand (*hoe staan we ervoor?*), a paragraph an item.
    #[doc(alias = "hoe staan we ervoor")]
    pub situation: Vec<String>,
    /// What is to be achieved (*wat willen we bereiken?*).
    pub goals: Vec<Goal>,
    /// What is done for it (*wat gaan we hiervoor doen?*).
    pub actions: Vec<Action>,
    /// What was achieved (*wat hebben we bereikt?*), a paragraph an item.
    #[doc(alias = "wat hebben we bereikt")]
    pub results: Vec<String>,
    /// What it costs (*wat mag het kosten?*).
    pub costs: Vec<CostLine>,
    /// Its other sections.
    pub sections: Vec<Section>,
    /// Its footnotes that no indicator of its own refers to.
    pub notes: Vec<Note>,
    /// What else the document says about it in a table.
    pub attributes: Vec<Attribute>,
    /// The fields within it.
    #[cfg_attr(feature = "serde", serde(with = "crate::model::nesting"))]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<PolicyField>"))]
    pub fields: Vec<PolicyField>,
}

impl PolicyField {
    /// How deep fields nest at most: a field at the top stands 1 deep.
    ///
    /// ```
    /// use beleid::{Budget, Document, PolicyField};
    ///
    /// let mut field = PolicyField::default();
    /// for _ in 0..PolicyField::MOST_DEEP {
    ///     field = PolicyField { fields: vec![field], ..PolicyField::default() };
    /// }
    /// let budget = Budget { fields: vec![field], ..Budget::default() };
    /// assert!(serde_json::to_string(&Document::new(budget)).is_err());
    /// ```
    pub const MOST_DEEP: usize = 16;

    /// A field with nothing in it.
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
}

/// The heading of a policy field (Dutch: *kop*), in its parts.
///
/// A page without one has a heading with nothing in it, which is the default.
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
    /// The word in front of the code, as printed: *Programma*, *Deelprogramma*.
    pub label: Option<String>,
    /// The code, without leading zeros and a closing point: `1.1` where `01.1` is printed.
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
