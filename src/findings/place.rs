//! [`Place`]: the path to a part of a budget.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use crate::error::Error;
use crate::error::Problem;
use crate::language::Language;
use crate::leaves::code::Code;
use crate::leaves::text::padded;

/// The path to a part of a budget (Dutch: *plaats*). It displays in words, and converts to and from
/// a JSON Pointer (RFC 6901) into the wire form. Places are ordered as in the wire form: a part
/// before what it contains.
///
/// Two places are equal if their pointers are equal; the codes of fields are only for display.
/// [`Budget::get`](crate::Budget::get) returns the part at a place.
///
/// ```
/// use beleid::{Part, Place};
///
/// let place = Place::default()
///     .at(Part::Field { index: 0, code: Some("2.3.4".parse()?) })
///     .at(Part::Indicator(0))
///     .at(Part::Figure(3));
/// assert_eq!(place.to_string(), "field 2.3.4, indicator #1, figure #4");
/// assert_eq!(place.pointer(), "/budget/fields/0/indicators/0/figures/3");
/// assert_eq!("/budget/fields/0/indicators/0/figures/3".parse(), Ok(place));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "plaats")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place(Vec<Part>);

/// One step of a [`Place`]: a key of the wire form, or an index into one of its lists. Indices count
/// from 0. Parts are ordered as their keys in the wire form.
///
/// ```
/// use beleid::{Part, Place};
///
/// assert_eq!(Place::default().at(Part::Edition).pointer(), "/budget/edition");
/// // Indices count from 0 in the model, and from 1 for people.
/// assert_eq!(Place::default().at(Part::Goal(0)).to_string(), "goal #1");
/// ```
#[doc(alias = "onderdeel")]
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Part {
    /// The edition of the budget.
    Edition,
    /// The organisation whose budget it is.
    Organisation,
    /// The heading of a field.
    Heading,
    /// A section of text of a field.
    Section(usize),
    /// A paragraph of a section.
    Paragraph(usize),
    /// An indicator.
    Indicator(usize),
    /// The name of an indicator.
    Name,
    /// A figure of an indicator or a cost line.
    Figure(usize),
    /// A cell that could not be assigned to a column.
    Unplaced(usize),
    /// A goal.
    Goal(usize),
    /// An action.
    Action(usize),
    /// A cost line.
    Cost(usize),
    /// A table.
    Table(usize),
    /// A column of a table.
    Column(usize),
    /// A footnote.
    Note(usize),
    /// An attribute.
    Attribute(usize),
    /// A field, within the budget or within another field.
    Field {
        /// Its index in the list.
        index: usize,
        /// Its code, for display. `None` if it has none.
        code: Option<Code>,
    },
}

impl Place {
    /// This place with one more step at its end.
    ///
    /// ```
    /// use beleid::{Part, Place};
    ///
    /// let field = Place::default().at(Part::Field { index: 1, code: None });
    /// assert_eq!(field.at(Part::Heading).to_string(), "field #2, heading");
    /// ```
    pub fn at(mut self, part: Part) -> Self {
        self.0.push(part);
        self
    }

    /// The steps from the budget to this place; empty for the budget itself.
    ///
    /// ```
    /// use beleid::{Part, Place};
    ///
    /// assert_eq!(Place::default().parts(), []);
    /// assert_eq!(Place::default().at(Part::Edition).parts(), [Part::Edition]);
    /// ```
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The JSON Pointer (RFC 6901) into the wire form of a [`Document`](crate::Document).
    ///
    /// ```
    /// use beleid::{Document, Part};
    ///
    /// let reading = beleid::read("2.3 Handel\n\nWelkom");
    /// let (field, _) = reading.budget.places().next().unwrap();
    /// let pointer = field.at(Part::Section(0)).at(Part::Paragraph(0)).pointer();
    /// let wire = serde_json::to_value(Document::new(reading.budget.clone()))?;
    /// assert_eq!(wire.pointer(&pointer).unwrap(), "Welkom");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn pointer(&self) -> String {
        use fmt::Write as _;
        let mut pointer = String::from("/budget");
        for part in &self.0 {
            let (key, index) = part.key();
            pointer.push('/');
            pointer.push_str(key);
            if let Some(index) = index {
                // Writing to a string can't fail.
                let _ = write!(pointer, "/{index}");
            }
        }
        pointer
    }

    /// The place in words of a language. In English it is as it displays.
    ///
    /// ```
    /// use beleid::{Language, Place};
    ///
    /// let place: Place = "/budget/fields/0/tables/1/columns/2".parse()?;
    /// assert_eq!(place.text(Language::English), "field #1, table #2, column #3");
    /// assert_eq!(place.text(Language::Dutch), "veld #1, tabel #2, kolom #3");
    /// assert_eq!(Place::default().text(Language::Dutch), "begroting");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn text(&self, language: Language) -> String {
        let mut text = String::new();
        // Writing to a string can't fail.
        let _ = self.write(language, &mut text);
        text
    }

    fn write(&self, language: Language, f: &mut dyn fmt::Write) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str(match language {
                Language::English => "budget",
                Language::Dutch => "begroting",
            });
        }
        for (position, part) in self.0.iter().enumerate() {
            if position > 0 {
                f.write_str(", ")?;
            }
            let name = part.name(language);
            match (part, part.key()) {
                (Part::Field { code: Some(code), .. }, _) => write!(f, "{name} {code}")?,
                (_, (_, Some(index))) => write!(f, "{name} #{}", index + 1)?,
                (_, (_, None)) => f.write_str(name)?,
            }
        }
        Ok(())
    }

    /// The place of the part that contains this one. `None` for the budget.
    #[cfg_attr(not(feature = "read"), allow(dead_code))]
    pub(crate) fn outer(&self) -> Option<Place> {
        let (_, outer) = self.0.split_last()?;
        Some(Place(outer.to_vec()))
    }

    pub(crate) fn push(&mut self, part: Part) {
        self.0.push(part);
    }

    pub(crate) fn truncate(&mut self, parts: usize) {
        self.0.truncate(parts);
    }
}

impl Part {
    /// The part with a key of the wire form, and an index if the key is of a list. `None` if there is
    /// no such key, or if an index is missing or superfluous.
    fn at_key(key: &str, index: Option<usize>) -> Option<Part> {
        Some(match (key, index) {
            ("edition", None) => Part::Edition,
            ("organisation", None) => Part::Organisation,
            ("heading", None) => Part::Heading,
            ("sections", Some(index)) => Part::Section(index),
            ("paragraphs", Some(index)) => Part::Paragraph(index),
            ("indicators", Some(index)) => Part::Indicator(index),
            ("name", None) => Part::Name,
            ("figures", Some(index)) => Part::Figure(index),
            ("unplaced", Some(index)) => Part::Unplaced(index),
            ("goals", Some(index)) => Part::Goal(index),
            ("actions", Some(index)) => Part::Action(index),
            ("costs", Some(index)) => Part::Cost(index),
            ("tables", Some(index)) => Part::Table(index),
            ("columns", Some(index)) => Part::Column(index),
            ("notes", Some(index)) => Part::Note(index),
            ("attributes", Some(index)) => Part::Attribute(index),
            ("fields", Some(index)) => Part::Field { index, code: None },
            _ => return None,
        })
    }

    /// Its position in the order of the keys, and its index.
    fn rank(&self) -> (u8, usize) {
        match *self {
            Part::Edition => (0, 0),
            Part::Organisation => (1, 0),
            Part::Heading => (2, 0),
            Part::Section(index) => (3, index),
            Part::Paragraph(index) => (4, index),
            Part::Indicator(index) => (5, index),
            Part::Name => (6, 0),
            Part::Figure(index) => (7, index),
            Part::Unplaced(index) => (8, index),
            Part::Goal(index) => (9, index),
            Part::Action(index) => (10, index),
            Part::Cost(index) => (11, index),
            Part::Table(index) => (12, index),
            Part::Column(index) => (13, index),
            Part::Note(index) => (14, index),
            Part::Attribute(index) => (15, index),
            Part::Field { index, .. } => (16, index),
        }
    }

    /// Its key on the wire, and its index if it is in a list.
    fn key(&self) -> (&'static str, Option<usize>) {
        match *self {
            Part::Field { index, .. } => ("fields", Some(index)),
            Part::Edition => ("edition", None),
            Part::Organisation => ("organisation", None),
            Part::Heading => ("heading", None),
            Part::Section(index) => ("sections", Some(index)),
            Part::Paragraph(index) => ("paragraphs", Some(index)),
            Part::Indicator(index) => ("indicators", Some(index)),
            Part::Name => ("name", None),
            Part::Figure(index) => ("figures", Some(index)),
            Part::Unplaced(index) => ("unplaced", Some(index)),
            Part::Goal(index) => ("goals", Some(index)),
            Part::Action(index) => ("actions", Some(index)),
            Part::Cost(index) => ("costs", Some(index)),
            Part::Table(index) => ("tables", Some(index)),
            Part::Column(index) => ("columns", Some(index)),
            Part::Note(index) => ("notes", Some(index)),
            Part::Attribute(index) => ("attributes", Some(index)),
        }
    }

    /// Its name for people.
    fn name(&self, language: Language) -> &'static str {
        let (english, dutch) = match self {
            Part::Field { .. } => ("field", "veld"),
            Part::Edition => ("edition", "document"),
            Part::Organisation => ("organisation", "organisatie"),
            Part::Heading => ("heading", "kop"),
            Part::Section(_) => ("section", "paragraaf"),
            Part::Paragraph(_) => ("paragraph", "alinea"),
            Part::Indicator(_) => ("indicator", "indicator"),
            Part::Name => ("name", "naam"),
            Part::Figure(_) => ("figure", "cijfer"),
            Part::Unplaced(_) => ("unplaced cell", "niet geplaatste cel"),
            Part::Goal(_) => ("goal", "doel"),
            Part::Action(_) => ("action", "actie"),
            Part::Cost(_) => ("cost line", "kostenregel"),
            Part::Table(_) => ("table", "tabel"),
            Part::Column(_) => ("column", "kolom"),
            Part::Note(_) => ("note", "voetnoot"),
            Part::Attribute(_) => ("attribute", "kenmerk"),
        };
        match language {
            Language::English => english,
            Language::Dutch => dutch,
        }
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.rank() == other.rank()
    }
}

impl Eq for Part {}

impl Hash for Part {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.rank().hash(state);
    }
}

impl Ord for Part {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        padded(f, |f| self.write(Language::English, f))
    }
}

impl FromStr for Place {
    type Err = Error;

    /// Parses a JSON Pointer, as [`pointer`](Place::pointer) returns it. Its fields have no codes.
    fn from_str(pointer: &str) -> Result<Self, Error> {
        let refused = |at, problem| Error::new("place", pointer, at, problem);
        let rest = pointer.strip_prefix("/budget").ok_or(refused(0, Problem::ExpectedBudget))?;
        if rest.is_empty() {
            return Ok(Place::default());
        }
        let rest = rest.strip_prefix('/').ok_or(refused(0, Problem::ExpectedBudget))?;
        let mut at = pointer.len() - rest.len();
        let mut parts = Vec::new();
        let mut steps = rest.split('/').peekable();
        while let Some(key) = steps.next() {
            let digits = steps.next_if(|step| step.starts_with(|c: char| c.is_ascii_digit()));
            let index_at = at + key.len() + 1;
            let index = match digits {
                None => None,
                Some(digits) => {
                    let index = digits.parse();
                    let index = index.map_err(|_| refused(index_at, Problem::ExpectedIndex))?;
                    if digits.len() > 1 && digits.starts_with('0') {
                        return Err(refused(index_at, Problem::LeadingZero));
                    }
                    Some(index)
                }
            };
            parts.push(Part::at_key(key, index).ok_or_else(|| {
                match Part::at_key(key, if index.is_some() { None } else { Some(0) }) {
                    None => refused(at, Problem::UnknownKey),
                    // The index is superfluous, or missing.
                    Some(_) if index.is_some() => refused(index_at, Problem::UnknownKey),
                    Some(_) => refused((at + key.len()).min(pointer.len()), Problem::ExpectedIndex),
                }
            })?);
            at = index_at + digits.map_or(0, |digits| digits.len() + 1);
        }
        Ok(Place(parts))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Place {
    /// As its JSON Pointer.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.pointer())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Place {
    /// From its JSON Pointer.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let pointer = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        pointer.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Place {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Place".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::Place").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Where in the model something stands (Dutch: *plaats*): a JSON Pointer \
                (RFC 6901) into the document, such as `/budget/fields/0/indicators/0/figures/3`.",
            "type": "string",
            "pattern": "^/budget(/[a-z]+(/[0-9]+)?)*$",
        })
    }
}
