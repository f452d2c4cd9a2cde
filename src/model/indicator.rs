//! [`Indicator`]: what is measured, with its figures.

use crate::leaves::id::Id;
use crate::leaves::identifier::Identifier;
use crate::leaves::period::Period;
use crate::leaves::role::{Accumulation, Direction, Measure, Role};
use crate::leaves::terms::IndicatorKind;
use crate::leaves::unit::Unit;
use crate::model::figure::{Cell, Figure};
use crate::model::note::{Attribute, Note};

/// Something that is measured to see whether a policy works (Dutch: *indicator*,
/// *prestatie-indicator*), with its figures in document order.
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
    /// Its identifier within the document. It has no meaning outside the document.
    pub id: Id,
    /// Its codes in lists outside the document, such as the list of mandatory indicators.
    #[cfg_attr(feature = "serde", serde(default))]
    pub identifiers: Vec<Identifier>,
    /// Its name: the label without footnote marks. Use it to find the same indicator in another
    /// edition.
    #[doc(alias = "omschrijving")]
    pub name: String,
    /// Its label as printed; `None` if that equals the name.
    pub label: Option<String>,
    /// The headings within its table that it stands below, from the outermost (Dutch: *rubriek*):
    /// *Musea*, *Media*. Empty if there are none.
    #[doc(alias = "rubriek")]
    #[cfg_attr(feature = "serde", serde(default))]
    pub group: Vec<String>,
    /// What kind of indicator it is; `None` if the document doesn't say.
    pub kind: Option<IndicatorKind>,
    /// What kind of thing it measures: a quantity, a share, a rank; `None` if it is not stated.
    pub measure: Option<Measure>,
    /// The unit of its numbers, from its label. A figure may have a unit of its own. `None` if the
    /// label has none.
    pub unit: Option<Unit>,
    /// Which results are better; `None` if the document doesn't state it. The reader never infers
    /// it.
    pub direction: Option<Direction>,
    /// How figures of shorter periods combine into the figure of a longer one; `None` if it is not
    /// stated.
    pub accumulation: Option<Accumulation>,
    /// Where the results come from, as printed; `None` if the document doesn't say.
    #[doc(alias = "bron")]
    pub source: Option<String>,
    /// The ids of the goals whose progress it measures.
    #[cfg_attr(feature = "serde", serde(default))]
    pub goals: Vec<Id>,
    /// Its figures, in document order.
    #[cfg_attr(feature = "serde", serde(default))]
    pub figures: Vec<Figure>,
    /// The cells of its row that can't be assigned to a column of the table.
    #[cfg_attr(feature = "serde", serde(default))]
    pub unplaced: Vec<Cell>,
    /// The judgements that the authors print beside it, such as a traffic light. They have no
    /// effect on an evaluation.
    #[cfg_attr(feature = "serde", serde(default))]
    pub stated: Vec<Stated>,
    /// The footnotes that its label or its figures refer to. If the document contains a mark but no
    /// footnote for it, the note has an empty text.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<Note>,
    /// The cells of its row that are not figures, each with the header of its column.
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
            group: Vec::new(),
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

    /// The figures with a role, in document order. `None` selects the figures without a role.
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

    /// The last result whose period ends no later than `at` does. Results of slices are included;
    /// cells that state that there is no figure are not.
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

/// A judgement on an indicator that the authors of the document print themselves (Dutch:
/// *oordeel*): a traffic light, a colour or a word.
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
    /// The aspect that is judged: *voortgang*, *geld*, *kwaliteit*; `None` if it is not stated.
    pub aspect: Option<String>,
    /// The judgement as printed: the colour or the word.
    pub judgement: String,
}

impl Stated {
    /// A judgement on an aspect.
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
