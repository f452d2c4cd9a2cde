//! [`Goal`] and [`Action`]: what is aimed at, and what is done for it.

use crate::leaves::code::Code;
use crate::leaves::id::Id;
use crate::leaves::period::Period;

/// What the body wants to achieve (Dutch: *doel*, *doelstelling*; *wat willen we bereiken?*).
///
/// ```
/// use beleid::{Goal, Id};
///
/// let goal = Goal::new(Id::new("g1")?, "Meer bedrijven handelen met het buitenland.");
/// assert_eq!(goal.period, None);
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "doel")]
#[doc(alias = "doelstelling")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Goal {
    /// What the rest of the document calls it.
    pub id: Id,
    /// The number in front of it; `None` if it has none.
    pub code: Option<Code>,
    /// The goal that it is a part of; `None` if the document doesn't say.
    pub parent: Option<Id>,
    /// The period of the question that it answers (*wat willen we bereiken in 2017?*); `None` if
    /// the question names none.
    pub period: Option<Period>,
    /// What is to be achieved, as printed.
    pub text: String,
}

impl Goal {
    /// A goal without a period.
    ///
    /// ```
    /// use beleid::{Goal, Id};
    ///
    /// assert_eq!(Goal::new(Id::new("g1")?, "Meer woningen.").text, "Meer woningen.");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(id: Id, text: impl Into<String>) -> Self {
        Goal { id, code: None, parent: None, period: None, text: text.into() }
    }
}

/// What is done for the goals (Dutch: *actie*, *maatregel*; *wat gaan we hiervoor doen?*), or
/// in a report what was done.
///
/// ```
/// use beleid::{Action, Id};
///
/// let mut action = Action::new(Id::new("a1")?, "Handelsmissies begeleiden");
/// action.goals.push(Id::new("g1")?);
/// assert_eq!(action.goals.len(), 1);
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "actie")]
#[doc(alias = "maatregel")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Action {
    /// What the rest of the document calls it.
    pub id: Id,
    /// The number in front of it; `None` if it has none.
    pub code: Option<Code>,
    /// The goals that it serves.
    #[cfg_attr(feature = "serde", serde(default))]
    pub goals: Vec<Id>,
    /// What is done, as printed, without the bullet and the mark that closes the list item.
    pub text: String,
}

impl Action {
    /// An action that serves no goal in particular.
    ///
    /// ```
    /// use beleid::{Action, Id};
    ///
    /// assert!(Action::new(Id::new("a1")?, "Bouwen").goals.is_empty());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(id: Id, text: impl Into<String>) -> Self {
        Action { id, code: None, goals: Vec::new(), text: text.into() }
    }
}
