//! [`Place`]: where in the model something stands.

use std::fmt;

use crate::leaves::code::Code;

/// Where in the model something stands (Dutch: *plaats*). It prints as people say it and
/// gives a JSON Pointer (RFC 6901) into the wire form. The order is that of the wire form, which
/// puts a part in front of what lies in it.
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
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "plaats")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place(Vec<Part>);

/// One step of a [`Place`]: into a list at an index that counts from 0, or into a key. The order
/// is that of the keys on the wire.
///
/// ```
/// use beleid::{Part, Place};
///
/// assert_eq!(Place::default().at(Part::Edition).pointer(), "/budget/edition");
/// // Indices count from 0 in the model, and from 1 for people.
/// assert_eq!(Place::default().at(Part::Goal(0)).to_string(), "goal #1");
/// ```
#[doc(alias = "onderdeel")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Part {
    /// The edition of the budget.
    Edition,
    /// Whose budget it is.
    Organisation,
    /// The heading of a field.
    Heading,
    /// A section of the text of a field.
    Section(usize),
    /// A paragraph of a section.
    Paragraph(usize),
    /// An indicator.
    Indicator(usize),
    /// The name of an indicator.
    Name,
    /// A figure of an indicator or a cost line.
    Figure(usize),
    /// A cell that could not be aligned with the columns.
    Unplaced(usize),
    /// A goal.
    Goal(usize),
    /// An action.
    Action(usize),
    /// A cost line.
    Cost(usize),
    /// A table.
    Table(usize),
    /// A footnote.
    Note(usize),
    /// An attribute.
    Attribute(usize),
    /// A field, within the budget or within another field.
    Field {
        /// Its index in the list.
        index: usize,
        /// Its code, by which people know it.
        code: Option<Code>,
    },
}

impl Place {
    /// The place one step further in.
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

    /// The steps from the budget to this place; none for the budget itself.
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

    /// The JSON Pointer into the wire form of a document.
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
            let (key, _, index) = part.names();
            pointer.push('/');
            pointer.push_str(key);
            if let Some(index) = index {
                // Writing to a string can't fail.
                let _ = write!(pointer, "/{index}");
            }
        }
        pointer
    }

    /// The place of what this lies in; nothing for the budget.
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
    /// Its key on the wire, what people call it, and its index where it stands in a list.
    fn names(&self) -> (&'static str, &'static str, Option<usize>) {
        match *self {
            Part::Edition => ("edition", "edition", None),
            Part::Organisation => ("organisation", "organisation", None),
            Part::Field { index, .. } => ("fields", "field", Some(index)),
            Part::Heading => ("heading", "heading", None),
            Part::Section(index) => ("sections", "section", Some(index)),
            Part::Paragraph(index) => ("paragraphs", "paragraph", Some(index)),
            Part::Indicator(index) => ("indicators", "indicator", Some(index)),
            Part::Name => ("name", "name", None),
            Part::Figure(index) => ("figures", "figure", Some(index)),
            Part::Unplaced(index) => ("unplaced", "unplaced cell", Some(index)),
            Part::Goal(index) => ("goals", "goal", Some(index)),
            Part::Action(index) => ("actions", "action", Some(index)),
            Part::Cost(index) => ("costs", "cost line", Some(index)),
            Part::Table(index) => ("tables", "table", Some(index)),
            Part::Note(index) => ("notes", "note", Some(index)),
            Part::Attribute(index) => ("attributes", "attribute", Some(index)),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("budget");
        }
        for (position, part) in self.0.iter().enumerate() {
            if position > 0 {
                f.write_str(", ")?;
            }
            match (part, part.names()) {
                (Part::Field { code: Some(code), .. }, _) => write!(f, "field {code}")?,
                (_, (_, name, Some(index))) => write!(f, "{name} #{}", index + 1)?,
                (_, (_, name, None)) => f.write_str(name)?,
            }
        }
        Ok(())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Place {
    /// As its JSON Pointer.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.pointer())
    }
}
