//! [`Indicator`]: what is measured, with its figures.

use crate::leaves::id::Id;
use crate::leaves::identifier::Identifier;
use crate::leaves::period::Period;
use crate::leaves::role::{Accumulation, Direction, Measure, Role};
use crate::leaves::terms::IndicatorKind;
use crate::leaves::unit::Unit;
use crate::model::figure::{Cell, Figure};
use crate::model::note::{Attribute, Note};

/// What is measured to see how a policy fares (Dutch: *indicator*, *prestatie-indicator*),
/// with its figures in document order.
///
/// ```
/// use beleid::{Figure, Id, Indicator, Period, Role, Value};
///
/// let mut projects = Indicator::new(Id::new("i1")?, "Aantal projecten met het buitenland");
/// projects.figures = vec![
///     Figure::new(Period::year(2015)?, Role::Realised, 10),
///     Figure::new(Period::year(2017)?, Role::Target, Value::more_than(15)),
/// ];
/// let target = projects.target_for(Period::year(2017)?).map(|figure| &figure.value);
/// assert_eq!(target, Some(&Value::more_than(15)));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "prestatie-indicator")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Indicator {
    /// What the rest of the document calls it. It means nothing outside the document.
    pub id: Id,
    /// What it is called in lists outside the document, such as the list of mandatory indicators.
    #[cfg_attr(feature = "serde", serde(default))]
    pub identifiers: Vec<Identifier>,
    /// Its label without footnote marks. Indicators of several editions are the same by it.
    #[doc(alias = "omschrijving")]
    pub name: String,
    /// Its label as printed, if that differs from the name; else `None`.
    pub label: Option<String>,
    /// What kind of indicator it is; `None` if the document doesn't say.
    pub kind: Option<IndicatorKind>,
    /// What it measures; `None` if nobody says.
    pub measure: Option<Measure>,
    /// What its numbers count, as the label says; a figure may print its own. `None` if the label
    /// doesn't say.
    pub unit: Option<Unit>,
    /// Which results are the better ones; `None` if the document doesn't say. Reading never infers
    /// it.
    pub direction: Option<Direction>,
    /// How the figures of shorter periods make that of a longer one; `None` if nobody says.
    pub accumulation: Option<Accumulation>,
    /// Where the results come from, as printed; `None` if the document doesn't say.
    #[doc(alias = "bron")]
    pub source: Option<String>,
    /// The goals that it measures.
    #[cfg_attr(feature = "serde", serde(default))]
    pub goals: Vec<Id>,
    /// Its figures, in document order.
    #[cfg_attr(feature = "serde", serde(default))]
    pub figures: Vec<Figure>,
    /// The cells of a row that can't be aligned with the columns of its table.
    #[cfg_attr(feature = "serde", serde(default))]
    pub unplaced: Vec<Cell>,
    /// What the authors themselves say of how it fares. It is kept apart from what is evaluated.
    #[cfg_attr(feature = "serde", serde(default))]
    pub stated: Vec<Stated>,
    /// The footnotes that its label or its figures refer to. A mark whose footnote isn't in
    /// the document has an empty text.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<Note>,
    /// Its columns that are no figures.
    #[cfg_attr(feature = "serde", serde(default))]
    pub attributes: Vec<Attribute>,
}

impl Indicator {
    /// An indicator without figures.
    ///
    /// ```
    /// use beleid::{Id, Indicator};
    ///
    /// let schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
    /// assert!(schools.figures.is_empty() && schools.direction.is_none());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(id: Id, name: impl Into<String>) -> Self {
        Indicator {
            id,
            identifiers: Vec::new(),
            name: name.into(),
            label: None,
            kind: None,
            measure: None,
            unit: None,
            direction: None,
            accumulation: None,
            source: None,
            goals: Vec::new(),
            figures: Vec::new(),
            unplaced: Vec::new(),
            stated: Vec::new(),
            notes: Vec::new(),
            attributes: Vec::new(),
        }
    }

    /// The figures in a role, in document order; `None` for those of bare years.
    ///
    /// ```
    /// use beleid::{Figure, Id, Indicator, Period, Role};
    ///
    /// let mut schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
    /// schools.figures = vec![
    ///     Figure::new(Period::year(2015)?, Role::Realised, 10),
    ///     Figure::new(Period::year(2017)?, Role::Target, 12),
    /// ];
    /// assert_eq!(schools.figures_in(Role::Realised).count(), 1);
    /// assert_eq!(schools.figures_in(None).count(), 0);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn figures_in(&self, role: impl Into<Option<Role>>) -> impl Iterator<Item = &Figure> {
        let role = role.into();
        self.figures.iter().filter(move |figure| figure.role == role)
    }

    /// The last result, of the whole or of any slice, whose period ends no later than `at`
    /// does. Cells that say that there is no figure don't count.
    ///
    /// ```
    /// use beleid::{Figure, Id, Indicator, Period, Role};
    ///
    /// let mut schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
    /// schools.figures = vec![
    ///     Figure::new(Period::year(2015)?, Role::Realised, 10),
    ///     Figure::new(Period::year(2017)?, Role::Target, 12),
    /// ];
    /// assert_eq!(schools.latest_realised(Period::year(2017)?), Some(&schools.figures[0]));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "laatste realisatie")]
    pub fn latest_realised(&self, at: Period) -> Option<&Figure> {
        latest_realised(self.figures.iter(), at)
    }
}

/// What the authors of a document themselves say of how an indicator fares (Dutch: *oordeel*): a
/// light, a colour or a word.
///
/// ```
/// let stated = beleid::Stated::new("voortgang", "oranje");
/// assert_eq!((stated.aspect.as_deref(), &*stated.judgement), (Some("voortgang"), "oranje"));
/// ```
#[doc(alias = "oordeel")]
#[doc(alias = "stoplicht")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Stated {
    /// What it is about: *voortgang*, *geld*, *kwaliteit*; `None` if that isn't said.
    pub aspect: Option<String>,
    /// The light or the word, as printed.
    pub judgement: String,
}

impl Stated {
    /// What is said about an aspect.
    ///
    /// ```
    /// assert_eq!(beleid::Stated::new("geld", "groen").judgement, "groen");
    /// ```
    pub fn new(aspect: impl Into<String>, judgement: impl Into<String>) -> Self {
        Stated { aspect: Some(aspect.into()), judgement: judgement.into() }
    }
}

/// The last of the results among `figures` whose period ends no later than `at` does; of
/// two that end together the one that begins last, and of equals the first printed.
pub(crate) fn latest_realised<'a>(
    figures: impl Iterator<Item = &'a Figure>,
    at: Period,
) -> Option<&'a Figure> {
    let mut latest: Option<(Period, &Figure)> = None;
    for figure in figures {
        if let Some(period) = figure.period
            && figure.role == Some(Role::Realised)
            && !figure.value.is_missing()
            && period.ends_by(at)
            && latest.is_none_or(|(before, _)| recency(before) < recency(period))
        {
            latest = Some((period, figure));
        }
    }
    latest.map(|(_, figure)| figure)
}

/// What results are ordered by when the last one is looked for.
#[inline]
pub(crate) fn recency(period: Period) -> impl Ord {
    (period.last(), period.first())
}
