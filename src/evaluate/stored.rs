//! [`StoredEvaluation`]: an evaluation that doesn't borrow from a budget, and the JSON of
//! evaluations.

use super::budget::{BudgetEvaluation, Counts, PlacedEvaluation};
use super::evaluation::{Evaluation, Summed};
use super::outcome::{Alternative, Basis, Outcome, Pace};
use super::spending::FieldSpending;
use crate::findings::place::Place;
use crate::leaves::bounds::Bounds;
use crate::leaves::code::Code;
use crate::leaves::dimension::Dimension;
use crate::leaves::id::Id;
use crate::leaves::period::Period;
use crate::leaves::role::{Direction, Role};
use crate::leaves::value::Value;
use crate::model::figure::Figure;
use crate::reason::Reason;

/// An evaluation that doesn't borrow from its budget (Dutch: *bewaarde toetsing*), so that it can
/// be kept in a database or a file. It is returned by [`Evaluation::to_stored`] and
/// [`PlacedEvaluation::to_stored`].
///
/// An [`Evaluation`] serialises in the same form, so its JSON deserialises to this type.
///
/// ```
/// use beleid::{Outcome, StoredEvaluation};
///
/// let page = "1.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWoningen\n\n9\n\n> 8\n";
/// let budget = beleid::read(page).budget;
/// let evaluation = budget.evaluate("2017".parse()?);
/// let json = serde_json::to_string(&evaluation.results[0])?;
///
/// let stored: StoredEvaluation = serde_json::from_str(&json)?;
/// assert_eq!(stored, evaluation.results[0].to_stored());
/// assert_eq!((&*stored.indicator, stored.outcome), ("Woningen", Outcome::Met));
/// // With its budget at hand, the indicator is found again.
/// assert!(budget.get(&stored.place.unwrap()).is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "bewaarde toetsing")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename = "Evaluation", deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub struct StoredEvaluation {
    /// The place of the indicator in the budget; `None` if the indicator was evaluated outside a
    /// budget.
    pub place: Option<Place>,
    /// The field that contains the indicator: its code, or else its title. `None` if it has
    /// neither, or if the indicator was evaluated outside a budget.
    pub field: Option<String>,
    /// The id of the indicator.
    pub id: Id,
    /// The name of the indicator.
    pub indicator: String,
    /// The part of the whole that was evaluated; empty for the whole.
    #[cfg_attr(feature = "serde", serde(default))]
    pub dimensions: Vec<Dimension>,
    /// The period that was evaluated.
    pub at: Period,
    /// Whether the target is met.
    pub outcome: Outcome,
    /// Why the target is neither met nor missed, or a reservation: see [`Evaluation::reason`].
    pub reason: Option<Reason>,
    /// The outcomes under different assumptions, if they differ.
    #[cfg_attr(feature = "serde", serde(default))]
    pub readings: Vec<StoredAlternative>,
    /// The target that was used; `None` if there is none.
    pub target: Option<StoredFigure>,
    /// The result that was compared with the target; `None` if there is none, or if a sum was
    /// compared.
    pub measured: Option<StoredFigure>,
    /// The sum that was compared with the target; `None` if no sum was.
    pub summed: Option<StoredSum>,
    /// The last result up to the period, if no result was compared with the target; else `None`.
    pub last_known: Option<StoredFigure>,
    /// How far the result, or else the last known one, is from the target; `None` if it is not
    /// known.
    pub to_go: Option<Bounds>,
    /// Which results are better; `None` if it is not known.
    pub direction: Option<Direction>,
    /// Where the direction comes from.
    pub direction_basis: Basis,
    /// Whether the last result is on track for the target.
    pub pace: Pace,
    /// Why the pace is unknown; else `None`.
    pub pace_reason: Option<Reason>,
}

/// The outcome under an assumption, in stored form (Dutch: *lezing*).
///
/// ```
/// use beleid::{Figure, Indicator, Period, Role};
///
/// let year = Period::year(2017)?;
/// let mut schools = Indicator::new("i1".parse()?, "Aantal scholen");
/// schools.figures =
///     vec![Figure::new(year, Role::Target, 15), Figure::new(year, Role::Realised, 14)];
/// let stored = schools.evaluate(year)[0].to_stored();
/// assert_eq!(stored.readings[0].assumption, "higher");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "lezing")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename = "Alternative", deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub struct StoredAlternative {
    /// The assumption, worded so that it can follow *if*. Its key in JSON is `if`.
    #[cfg_attr(feature = "serde", serde(rename = "if"))]
    pub assumption: String,
    /// The outcome if the assumption is true.
    pub outcome: Outcome,
}

/// The main facts of a figure, in stored form (Dutch: *cijfer*).
///
/// ```
/// use beleid::{Figure, Indicator, Period, Role, Value};
///
/// let year = Period::year(2017)?;
/// let mut schools = Indicator::new("i1".parse()?, "Aantal scholen");
/// schools.figures.push(Figure::new(year, Role::Target, Value::more_than(15)));
/// let target = schools.evaluate(year)[0].to_stored().target.unwrap();
/// assert_eq!((target.period, target.value), (Some(year), Value::more_than(15)));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "cijfer")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename = "Figure", deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub struct StoredFigure {
    /// The period that it is about.
    pub period: Option<Period>,
    /// Whether it is a result, a target and so on.
    pub role: Option<Role>,
    /// The value.
    pub value: Value,
}

/// A result that is the sum of the results of all parts of its period, in stored form (Dutch:
/// *som*).
///
/// ```
/// use beleid::{Accumulation, Figure, Indicator, Period, Role, Value};
///
/// let mut homes = Indicator::new("i1".parse()?, "Opgeleverde woningen");
/// homes.accumulation = Some(Accumulation::Flow);
/// homes.figures.push(Figure::new(Period::year(2020)?, Role::Target, Value::at_least(100)));
/// for half in ["2020-H1", "2020-H2"] {
///     homes.figures.push(Figure::new(half.parse::<Period>()?, Role::Realised, 60));
/// }
/// let summed = homes.evaluate(Period::year(2020)?)[0].to_stored().summed.unwrap();
/// assert_eq!((summed.sum, summed.parts.len()), (120.into(), 2));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "som")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename = "Summed", deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub struct StoredSum {
    /// The results that were added, in chronological order.
    pub parts: Vec<StoredFigure>,
    /// Their sum.
    pub sum: Value,
}

/// The evaluations of a whole budget that don't borrow from it (Dutch: *bewaarde toetsing van de
/// begroting*). They are returned by [`BudgetEvaluation::to_stored`].
///
/// ```
/// use beleid::StoredBudgetEvaluation;
///
/// let page = "1.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWoningen\n\n9\n\n> 8\n";
/// let budget = beleid::read(page).budget;
/// let evaluation = budget.evaluate("2017".parse()?);
/// let json = serde_json::to_string(&evaluation)?;
/// let stored: StoredBudgetEvaluation = serde_json::from_str(&json)?;
/// assert_eq!(stored, evaluation.to_stored());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "bewaarde toetsing van de begroting")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename = "BudgetEvaluation", deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub struct StoredBudgetEvaluation {
    /// The period that was evaluated.
    pub at: Period,
    /// One evaluation per indicator, or one per slice if it has slices.
    pub results: Vec<StoredEvaluation>,
    /// The number of times that each outcome occurs.
    pub counts: Counts,
    /// What each field planned and what it spent in the period.
    #[cfg_attr(feature = "serde", serde(default))]
    pub spending: Vec<FieldSpending>,
}

impl StoredEvaluation {
    /// The JSON Schema of a serialised evaluation, as text.
    ///
    /// ```
    /// let schema: serde_json::Value =
    ///     serde_json::from_str(beleid::StoredEvaluation::JSON_SCHEMA)?;
    /// assert_eq!(schema["title"], "Evaluation");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[cfg(feature = "serde")]
    pub const JSON_SCHEMA: &'static str = include_str!("../../schema/evaluation.schema.json");
}

impl From<&Figure> for StoredFigure {
    fn from(figure: &Figure) -> Self {
        StoredFigure { period: figure.period, role: figure.role, value: figure.value.clone() }
    }
}

impl From<&Alternative<'_>> for StoredAlternative {
    fn from(alternative: &Alternative<'_>) -> Self {
        StoredAlternative {
            assumption: alternative.assumption.to_string(),
            outcome: alternative.outcome,
        }
    }
}

impl From<&Summed<'_>> for StoredSum {
    fn from(summed: &Summed<'_>) -> Self {
        let parts = summed.parts.iter().map(|part| StoredFigure::from(*part));
        StoredSum { sum: summed.sum.clone(), parts: parts.collect() }
    }
}

impl Evaluation<'_> {
    /// The same evaluation in a form that doesn't borrow from the budget. Its place and field are
    /// `None`; only a [`PlacedEvaluation`] has these.
    ///
    /// ```
    /// use beleid::{Indicator, Period, Reason};
    ///
    /// let schools = Indicator::new("i1".parse()?, "Aantal scholen");
    /// let stored = schools.evaluate(Period::year(2017)?)[0].to_stored();
    /// drop(schools);
    /// assert_eq!(stored.reason, Some(Reason::NoTarget));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn to_stored(&self) -> StoredEvaluation {
        let figure = |figure: Option<&Figure>| figure.map(StoredFigure::from);
        StoredEvaluation {
            place: None,
            field: None,
            id: self.indicator.id.clone(),
            indicator: self.indicator.name.clone(),
            dimensions: self.dimensions.to_vec(),
            at: self.at,
            outcome: self.outcome,
            reason: self.reason,
            readings: self.readings.iter().map(StoredAlternative::from).collect(),
            target: figure(self.target),
            measured: figure(self.measured),
            summed: self.summed.as_deref().map(StoredSum::from),
            last_known: figure(self.last_known),
            to_go: self.to_go,
            direction: self.direction,
            direction_basis: self.direction_basis,
            pace: self.pace,
            pace_reason: self.pace_reason,
        }
    }
}

impl PlacedEvaluation<'_> {
    /// The same evaluation in a form that doesn't borrow from the budget.
    ///
    /// ```
    /// let page = "1.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nWoningen\n\n9\n\n> 8\n";
    /// let budget = beleid::read(page).budget;
    /// let stored = budget.evaluate("2017".parse()?).results[0].to_stored();
    /// assert_eq!(stored.field.as_deref(), Some("1.1"));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn to_stored(&self) -> StoredEvaluation {
        let heading = &self.field.heading;
        let code = heading.code.as_ref().map(Code::as_str);
        StoredEvaluation {
            place: Some(self.place.clone()),
            field: code.or(heading.title.as_deref()).map(str::to_owned),
            ..self.evaluation.to_stored()
        }
    }
}

impl BudgetEvaluation<'_> {
    /// The same evaluations in a form that doesn't borrow from the budget.
    ///
    /// ```
    /// let budget = beleid::Budget::default();
    /// let stored = budget.evaluate("2017".parse()?).to_stored();
    /// assert_eq!((stored.results.len(), stored.counts.total()), (0, 0));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn to_stored(&self) -> StoredBudgetEvaluation {
        StoredBudgetEvaluation {
            at: self.at,
            results: self.results.iter().map(PlacedEvaluation::to_stored).collect(),
            counts: self.counts,
            spending: self.spending.clone(),
        }
    }
}

#[cfg(feature = "serde")]
mod wire {
    use serde::{Serialize, Serializer};

    use super::{Alternative, Evaluation, PlacedEvaluation, StoredAlternative, StoredSum, Summed};

    impl Serialize for Evaluation<'_> {
        /// Like [`StoredEvaluation`](super::StoredEvaluation), with null for `place` and `field`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            self.to_stored().serialize(serializer)
        }
    }

    impl Serialize for PlacedEvaluation<'_> {
        /// Like [`StoredEvaluation`](super::StoredEvaluation). Use `place` or `id` to find the
        /// indicator in the budget, with its unit and its printed cells.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            self.to_stored().serialize(serializer)
        }
    }

    impl Serialize for Summed<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            StoredSum::from(self).serialize(serializer)
        }
    }

    impl Serialize for Alternative<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            StoredAlternative::from(self).serialize(serializer)
        }
    }
}
