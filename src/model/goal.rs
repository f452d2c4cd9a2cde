//! [`Goal`] and [`Action`]: what the body wants to achieve, and what it does for that.

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
    /// Its identifier within the document.
    pub id: Id,
    /// The number that is printed before it; `None` if there is none.
    pub code: Option<Code>,
    /// The goal that this one is a part of; `None` if the document doesn't name one.
    pub parent: Option<Id>,
    /// The period in the question that the goal answers (*wat willen we bereiken in 2017?*); `None`
    /// if the question has no period.
    pub period: Option<Period>,
    /// What the body wants to achieve, as printed.
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

/// What the body does, or in a report has done, to reach its goals (Dutch: *actie*, *maatregel*;
/// *wat gaan we hiervoor doen?*).
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
    /// Its identifier within the document.
    pub id: Id,
    /// The number that is printed before it; `None` if there is none.
    pub code: Option<Code>,
    /// The ids of the goals that it contributes to.
    #[cfg_attr(feature = "serde", serde(default))]
    pub goals: Vec<Id>,
    /// What is done, as printed, without the bullet and the punctuation at the end of a list item.
    pub text: String,
}

impl Action {
    /// An action without goals.
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
