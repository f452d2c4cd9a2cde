//! What the words of headers and questions mean.

use crate::coded::coded;
use crate::leaves::role::Role;

/// What a column of a table holds, according to its header (Dutch: *kolomsoort*).
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
    /// Figures with this role (*Behaald*: realised, *Beoogd*: target).
    Figures(Role),
    /// Figures whose role the header doesn't state (*Waarde*).
    Value,
    /// The label of each row (*Indicator*).
    Label,
    /// What each row belongs to (*Programma*).
    Group,
    /// The period of each row (*Jaar*), in a table with one row for each year.
    Period,
    /// The role of the figures in each row (*Soort*), in a table with one row for each role.
    Role,
    /// Which way the money of each row goes (*Lasten/baten*).
    Flow,
    /// The organisation or the area that each row is about (*Gebied*).
    Area,
    /// The part of a population, or the category, that each row is about (*Leeftijd*).
    Population,
    /// The unit of the figures in each row (*Eenheid*).
    Unit,
    /// The code of each row in some list (*Artikelnummer*).
    Code,
    /// A running number (*Nr.*).
    Number,
    /// Where the figures of each row come from (*Bron*).
    Source,
    /// The marks of footnotes (`*`).
    Notes,
    /// How things stand, in words or by a light (*Status*).
    Status,
    /// A remark about each row (*Toelichting*).
    Remark,
    /// When each row was measured (*Peildatum*).
    Measured,
    /// Anything else that isn't a figure (*Eigenaar*); kept as an attribute of the row.
    Attribute,
}

coded! {
    /// The part of a policy field that a question opens (Dutch: *vraag*).
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
        /// The present situation (*Hoe staan we ervoor?*).
        Situation = "situation";
        /// The goals (*Wat willen we bereiken?*).
        Goals = "goals";
        /// The actions (*Wat gaan we hiervoor doen?*).
        Actions = "actions";
        /// The results (*Wat hebben we bereikt?*).
        Results = "results";
        /// The costs (*Wat mag het kosten?*).
        Costs = "costs";
        /// Something else, which is kept as a section of text.
        Other = "other";
    }
}
