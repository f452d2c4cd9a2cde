//! [`Finding`]: one thing that is reported about a document.

use std::fmt;

use crate::error::Quoted;
use crate::findings::argument::Quote;
use crate::findings::place::Place;
use crate::findings::rule::{Message, Rule};
use crate::findings::severity::Severity;
use crate::findings::span::Span;
use crate::language::Language;

/// One thing that is reported about a document (Dutch: *bevinding*): what kind of problem, how
/// severe, where in the model and where in the source.
///
/// A finding is a cause. Where one cause concerns several cells of a table, such as a sign that may
/// group thousands or not, they have one finding: [`parts`](Self::parts) are the places of all of
/// them, and [`place`](Self::place) is the column, the row or the table that they share, or their
/// field.
///
/// With the feature `serde` it is written with its message in English, and with the arguments of
/// that message, by which it can be read back and rendered in any language.
///
/// ```
/// use beleid::Language;
///
/// let reading = beleid::read("Begroting 2017\n\nWelkom\n\nProgramma 2 Economie\n\nTekst");
/// let finding = &reading.findings()[1];
/// assert_eq!(
///     finding.to_string(),
///     "advice[missing-heading] line 3, column 1: no field heading comes before \"Welkom\"",
/// );
/// assert_eq!(
///     finding.message(Language::Dutch),
///     "er staat geen kop van een beleidsveld vóór \"Welkom\"",
/// );
/// ```
#[doc(alias = "bevinding")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Finding {
    /// The kind of problem: that of [`what`](Self::what).
    pub rule: Rule,
    /// How severe it is. By default the severity of the rule; [`Rules`](crate::Rules) change it.
    pub severity: Severity,
    /// The part of the budget that it is about.
    pub place: Place,
    /// The position in the source: of the first part if there are several. `None` if the budget
    /// wasn't read from a source, or if the finding is about the source as a whole.
    pub span: Option<Span>,
    /// What is wrong: of the first part if there are several.
    pub what: Message,
    /// The parts of the budget that have this cause, in the order of the source. Empty if there is
    /// one, whose place is [`place`](Self::place).
    pub parts: Vec<Place>,
    /// Texts of a few of the parts after the first, as examples.
    pub examples: Vec<Quote>,
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

    /// How many examples a finding about several parts has at most.
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
    pub(crate) const EXAMPLES: usize = 3;

    /// A finding about one part, with the default severity of its rule.
    ///
    /// ```
    /// use beleid::{Finding, Message, Place, Rule, Severity};
    ///
    /// let first = "/budget/fields/0".parse()?;
    /// let finding = Finding::new(Message::IdTaken { id: "i1".into(), first }, Place::default(), None);
    /// assert_eq!((finding.rule, finding.severity), (Rule::DuplicateId, Severity::Error));
    /// assert_eq!(
    ///     finding.to_string(),
    ///     "error[duplicate-id] budget: the id \"i1\" stands for field #1 already",
    /// );
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(what: Message, place: Place, span: Option<Span>) -> Self {
        let rule = what.rule();
        let (parts, examples) = (Vec::new(), Vec::new());
        Finding { rule, severity: rule.severity(), place, span, what, parts, examples }
    }

    /// What is wrong, quoting the text of the document: a clause that begins in lower case and has no
    /// full stop.
    ///
    /// ```
    /// use beleid::{Finding, Language, Message, Place};
    ///
    /// let finding = Finding::new(Message::NoHeading {}, Place::default(), None);
    /// assert_eq!(finding.message(Language::English), "has no heading");
    /// assert_eq!(finding.message(Language::Dutch), "heeft geen kop");
    /// ```
    pub fn message(&self, language: Language) -> String {
        In { finding: self, language }.to_string()
    }

    /// Whether it also says what a finding of a rule without a place would say of the same document.
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
    pub(crate) fn covers(&self, rule: Rule) -> bool {
        self.rule == rule || (rule == Rule::MissingHeading && self.what.leaves_no_heading())
    }

    /// How many parts of the budget it is about, at least 1.
    ///
    /// ```
    /// let page = "2.3 Wonen\n\nKengetallen\n\nBehaald 2015\n\nWinkels\n\n1.000\n\nCafés\n\n2.000\n";
    /// let findings = beleid::read(page).findings();
    /// let doubt = findings.iter().find(|finding| finding.rule == beleid::Rule::AmbiguousNumber);
    /// assert_eq!(doubt.map(|finding| finding.count()), Some(2));
    /// ```
    pub fn count(&self) -> usize {
        self.parts.len().max(1)
    }

    /// The places of the parts that it is about: [`parts`](Self::parts), or [`place`](Self::place)
    /// if that is empty.
    ///
    /// ```
    /// use beleid::{Finding, Message, Place};
    ///
    /// let finding = Finding::new(Message::NoHeading {}, Place::default(), None);
    /// assert_eq!(finding.places(), [Place::default()]);
    /// ```
    pub fn places(&self) -> &[Place] {
        if self.parts.is_empty() { std::slice::from_ref(&self.place) } else { &self.parts }
    }

    /// What its rule means and what can be done about it, as [`Rule::help`].
    ///
    /// ```
    /// use beleid::{Finding, Language, Message, Place};
    ///
    /// let message = Message::NoTarget { name: "Aantal winkels".into() };
    /// let finding = Finding::new(message, Place::default(), None);
    /// assert!(finding.help(Language::Dutch).starts_with("Deze indicator"));
    /// ```
    pub fn help(&self, language: Language) -> &'static str {
        self.rule.help(language)
    }
}

/// The message of a finding in a language.
struct In<'f> {
    finding: &'f Finding,
    language: Language,
}

impl fmt::Display for In<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let In { finding, language } = *self;
        finding.what.write(language, f)?;
        let Some(more) = finding.parts.len().checked_sub(1).filter(|more| *more > 0) else {
            return Ok(());
        };
        match (language, finding.examples.is_empty()) {
            (Language::English, true) => write!(f, " (in {} places)", more + 1)?,
            (Language::Dutch, true) => write!(f, " (op {} plaatsen)", more + 1)?,
            (Language::English, false) => write!(f, " (and {more} more: ")?,
            (Language::Dutch, false) => write!(f, " (en nog {more}: ")?,
        }
        if finding.examples.is_empty() {
            return Ok(());
        }
        for (index, example) in finding.examples.iter().enumerate() {
            write!(f, "{}{}", if index > 0 { ", " } else { "" }, Quoted(example))?;
        }
        f.write_str(if more > finding.examples.len() { ", …)" } else { ")" })
    }
}

impl fmt::Display for Finding {
    /// In English, on one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}] ", self.severity, self.rule)?;
        let message = In { finding: self, language: Language::English };
        match self.span {
            Some(span) => write!(f, "{span}: {message}"),
            None => write!(f, "{}: {message}", self.place),
        }
    }
}

#[cfg(feature = "serde")]
mod wire {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Finding, Message, Place, Quote, Rule, Severity, Span};
    use crate::language::Language;

    /// One thing that is reported about a document (Dutch: *bevinding*): what kind of problem, how
    /// severe, where in the model and where in the source.
    #[derive(Serialize, Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
    #[serde(rename = "Finding", deny_unknown_fields)]
    struct Wire<A, P, E> {
        /// The kind of problem: that of the arguments.
        rule: Rule,
        /// How severe it is.
        severity: Severity,
        /// The part of the budget that it is about.
        place: Place,
        /// The position in the source: of the first part if there are several. `null` if the budget
        /// wasn't read from a source, or if the finding is about the source as a whole.
        span: Option<Span>,
        /// What is wrong, in English, quoting the text of the document. It follows from the arguments
        /// and is not read.
        message: String,
        /// The arguments of the message, by which it can be rendered in any language.
        arguments: A,
        /// The parts of the budget that have this cause. Empty if there is one, which is at the place.
        parts: P,
        /// Texts of a few of the parts after the first, as examples.
        examples: E,
    }

    impl Serialize for Finding {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let wire = Wire {
                rule: self.rule,
                severity: self.severity,
                place: self.place.clone(),
                span: self.span,
                message: self.message(Language::English),
                arguments: &self.what,
                parts: &self.parts,
                examples: &self.examples,
            };
            wire.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Finding {
        /// From the form that is written. The message is not read: it follows from the arguments.
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let wire = Wire::<Message, Vec<Place>, Vec<Quote>>::deserialize(deserializer)?;
            let Wire { rule, severity, place, span, arguments: what, parts, examples, .. } = wire;
            if rule != what.rule() {
                let message =
                    format!("the arguments are of the rule {}, and not {rule}", what.rule());
                return Err(serde::de::Error::custom(message));
            }
            Ok(Finding { rule, severity, place, span, what, parts, examples })
        }
    }

    #[cfg(feature = "schema")]
    impl schemars::JsonSchema for Finding {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Finding".into()
        }

        fn schema_id() -> std::borrow::Cow<'static, str> {
            concat!(module_path!(), "::Finding").into()
        }

        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            Wire::<Message, Vec<Place>, Vec<Quote>>::json_schema(generator)
        }
    }
}
