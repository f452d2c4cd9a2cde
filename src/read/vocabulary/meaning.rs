//! What the words of headers and questions mean.

use crate::coded::coded;
use crate::leaves::role::Role;

/// What a column holds, by its header (Dutch: *kolomsoort*).
///
/// ```
/// use beleid::{Column, Role};
///
/// assert_ne!(Column::Figures(Role::Target), Column::Attribute);
/// ```
#[doc(alias = "kolomsoort")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Column {
    /// Figures for this (*Behaald*, *Beoogd*).
    Figures(Role),
    /// The label of each row (*Indicator*).
    Label,
    /// The period of each row, in a table with a row for each year (*Jaar*).
    Period,
    /// The body or the area that each row is about (*Gebied*).
    Area,
    /// The marks of footnotes (`*`).
    Notes,
    /// Something that is no figure (*Bron*).
    Attribute,
}

coded! {
    /// Which part of a policy field a question opens (Dutch: *vraag*).
    ///
    /// ```
    /// use beleid::{Question, Vocabulary};
    ///
    /// let mut words = Vocabulary::dutch();
    /// assert!(words.add_question("Waar staan we nu?", Question::Situation).is_ok());
    /// ```
    #[doc(alias = "vraag")]
    #[non_exhaustive]
    Question, "question" {
        /// How things stand (*Hoe staan we ervoor?*).
        Situation = "situation";
        /// The goals (*Wat willen we bereiken?*).
        Goals = "goals";
        /// The actions (*Wat gaan we hiervoor doen?*).
        Actions = "actions";
        /// What has come of it (*Wat hebben we bereikt?*).
        Results = "results";
        /// What it costs (*Wat mag het kosten?*).
        Costs = "costs";
        /// A part that the model has no list of its own for; it is kept as a section.
        Other = "other";
    }
}
