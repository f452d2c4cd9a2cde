//! [`Indicator`]: what is measured, with its figures.

use crate::leaves::id::Id;
use crate::leaves::period::Period;
use crate::leaves::role::{Direction, Role};
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
    /// What the rest of the document calls it.
    pub id: Id,
    /// Its label as printed, footnote marks included.
    #[doc(alias = "omschrijving")]
    pub name: String,
    /// What kind of indicator it is, where the document says.
    pub kind: Option<IndicatorKind>,
    /// What its numbers count, where the label says; a figure may print its own.
    pub unit: Option<Unit>,
    /// Which results are the better ones, where the document says. Reading never infers it.
    pub direction: Option<Direction>,
    /// Where the results come from, as printed.
    #[doc(alias = "bron")]
    pub source: Option<String>,
    /// The goals that it measures.
    pub goals: Vec<Id>,
    /// Its figures, in document order.
    pub figures: Vec<Figure>,
    /// The cells of a row that can't be aligned with the columns of its table.
    pub unplaced: Vec<Cell>,
    /// The footnotes that its label or its figures refer to. A mark whose footnote isn't in
    /// the document has an empty text.
    pub notes: Vec<Note>,
    /// Its columns that are no figures.
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
            name: name.into(),
            kind: None,
            unit: None,
            direction: None,
            source: None,
            goals: Vec::new(),
            figures: Vec::new(),
            unplaced: Vec::new(),
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

    /// The target for a period: the first figure in that role whose deadline, or else whose
    /// period, is `period`. It is found also where it says that there is no figure.
    ///
    /// ```
    /// use beleid::{Figure, Id, Indicator, Period, Role};
    ///
    /// let mut schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
    /// schools.figures = vec![
    ///     Figure::new(Period::year(2015)?, Role::Realised, 10),
    ///     Figure::new(Period::year(2017)?, Role::Target, 12),
    /// ];
    /// assert_eq!(schools.target_for(Period::year(2017)?), Some(&schools.figures[1]));
    /// assert_eq!(schools.target_for(Period::year(2018)?), None);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "streefwaarde")]
    pub fn target_for(&self, period: Period) -> Option<&Figure> {
        self.figures_in(Role::Target).find(|figure| figure.dated.or(figure.period) == Some(period))
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
pub(crate) fn recency(period: Period) -> impl Ord {
    (period.last(), period.first())
}
