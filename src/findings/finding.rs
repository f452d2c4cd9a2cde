//! [`Finding`]: one thing that is reported about a document.

use std::fmt;

use crate::findings::place::Place;
use crate::findings::rule::Rule;
use crate::findings::severity::Severity;
use crate::findings::span::Span;
use crate::language::Language;

/// One thing that is reported about a document (Dutch: *bevinding*): what kind of problem, how
/// severe, where in the model and where in the source.
///
/// ```
/// let reading = beleid::read("Begroting 2017\n\nWelkom");
/// let finding = &reading.findings()[1];
/// assert_eq!(
///     finding.to_string(),
///     "advice[missing-heading] line 3, column 1: no field heading comes before \"Welkom\"",
/// );
/// ```
#[doc(alias = "bevinding")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(deny_unknown_fields, transform = crate::schema::plain))]
#[non_exhaustive]
pub struct Finding {
    /// The kind of problem.
    pub rule: Rule,
    /// How severe it is. By default the severity of the rule; [`Rules`](crate::Rules) change it.
    pub severity: Severity,
    /// The part of the budget that it is about.
    pub place: Place,
    /// The position in the source. `None` if the budget wasn't read from a source, or if the finding
    /// is about the source as a whole.
    pub span: Option<Span>,
    /// What is wrong, in English, quoting the text of the document.
    pub message: String,
}

impl Finding {
    /// The JSON Schema of a finding as it serialises, as text.
    ///
    /// ```
    /// let schema: serde_json::Value = serde_json::from_str(beleid::Finding::JSON_SCHEMA)?;
    /// assert_eq!(schema["title"], "Finding");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[cfg(feature = "serde")]
    pub const JSON_SCHEMA: &'static str = include_str!("../../schema/finding.schema.json");

    /// A finding with the default severity of its rule.
    ///
    /// ```
    /// use beleid::{Finding, Place, Rule, Severity};
    ///
    /// let finding = Finding::new(Rule::DuplicateId, Place::default(), None, "twice \"i1\"");
    /// assert_eq!(finding.severity, Severity::Error);
    /// assert_eq!(finding.to_string(), "error[duplicate-id] budget: twice \"i1\"");
    /// ```
    pub fn new(rule: Rule, place: Place, span: Option<Span>, message: impl Into<String>) -> Self {
        Finding { rule, severity: rule.severity(), place, span, message: message.into() }
    }

    /// What its rule means and what can be done about it, as [`Rule::help`].
    ///
    /// ```
    /// use beleid::{Finding, Language, Place, Rule};
    ///
    /// let finding = Finding::new(Rule::JumpInRow, Place::default(), None, "…");
    /// assert!(finding.help(Language::Dutch).starts_with("Dit getal"));
    /// ```
    pub fn help(&self, language: Language) -> &'static str {
        self.rule.help(language)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}] ", self.severity, self.rule)?;
        match self.span {
            Some(span) => write!(f, "{span}: {}", self.message),
            None => write!(f, "{}: {}", self.place, self.message),
        }
    }
}
