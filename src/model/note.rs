//! [`Note`] and [`Attribute`]: footnotes, and cells that are not figures.

use std::borrow::Cow;

/// A footnote (Dutch: *voetnoot*).
///
/// ```
/// use beleid::Note;
///
/// let note = Note::new("*", "voorlopig cijfer");
/// assert_eq!(note.mark.as_deref(), Some("*"));
/// ```
#[doc(alias = "voetnoot")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Note {
    /// The mark by which figures and labels refer to it (`*`, `1)`); `None` if it has none.
    pub mark: Option<String>,
    /// Its text; empty if the document contains the mark but not the footnote.
    pub text: String,
}

impl Note {
    /// A footnote with a mark.
    ///
    /// ```
    /// assert_eq!(beleid::Note::new("1)", "per vier jaar").text, "per vier jaar");
    /// ```
    pub fn new(mark: impl Into<String>, text: impl Into<String>) -> Self {
        Note { mark: Some(mark.into()), text: text.into() }
    }
}

/// A mark as it is compared: without what stands around it, and with digits that aren't raised,
/// so that `1` in a column of its own and `20¹` find the footnote `1)`.
pub(crate) fn bare_mark(mark: &str) -> Cow<'_, str> {
    let bare = mark.trim_matches(['(', ')', '[', ']', '.', ':']);
    let bare = if bare.is_empty() { mark } else { bare };
    if bare.is_ascii() {
        return Cow::Borrowed(bare);
    }
    let plain = |c| match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁰' => '0',
        '⁴'..='⁹' => char::from_digit(c as u32 - '⁰' as u32, 10).unwrap_or(c),
        _ => c,
    };
    Cow::Owned(bare.chars().map(plain).collect())
}

/// A cell of a row that is not a figure, with the header of its column (Dutch: *kenmerk*), such as
/// *Bron* or *Frequentie*.
///
/// ```
/// let attribute = beleid::Attribute::new("Bron", "CBS");
/// assert_eq!((&*attribute.name, &*attribute.text), ("Bron", "CBS"));
/// ```
#[doc(alias = "kenmerk")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Attribute {
    /// The header of the column as printed.
    pub name: String,
    /// The text of the cell.
    pub text: String,
}

impl Attribute {
    /// An attribute with its text.
    ///
    /// ```
    /// assert_eq!(beleid::Attribute::new("Bron", "CBS").name, "Bron");
    /// ```
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Attribute { name: name.into(), text: text.into() }
    }
}
