//! [`Role`], [`Status`] and [`Direction`]: how a figure or an indicator is meant.

use std::fmt;

/// What a figure is for (Dutch: *soort cijfer*): what was measured, planned or aimed at.
///
/// ```
/// use beleid::Role;
///
/// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nBeoogd 2017\n\nScholen\n\n10\n\n12\n");
/// let (_, schools) = reading.budget.all_indicators().next().unwrap();
/// assert_eq!(schools.figures[0].role, Some(Role::Realised));
/// assert_eq!(schools.figures[1].role.unwrap().to_string(), "target");
/// ```
#[doc(alias = "cijfersoort")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub enum Role {
    /// What was achieved (*behaald*, *realisatie*, *rekening*).
    #[doc(alias = "behaald")]
    #[doc(alias = "realisatie")]
    Realised,
    /// What the budget of that year planned (*begroot*, *raming*): for an indicator a planned
    /// value, not money.
    #[doc(alias = "begroot")]
    Budgeted,
    /// The plan after changes during the year (*begroting na wijziging*).
    #[doc(alias = "begroting na wijziging")]
    Amended,
    /// What is thought to come, without being aimed at (*verwacht*, *prognose*).
    #[doc(alias = "prognose")]
    Expected,
    /// What is aimed at (*beoogd*, *streefwaarde*).
    #[doc(alias = "beoogd")]
    #[doc(alias = "streefwaarde")]
    Target,
    /// What stood at the beginning (*nulmeting*).
    #[doc(alias = "nulmeting")]
    Baseline,
    /// The difference of two others (*verschil*).
    #[doc(alias = "verschil")]
    Difference,
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Role::Realised => "realised",
            Role::Budgeted => "budgeted",
            Role::Amended => "amended",
            Role::Expected => "expected",
            Role::Target => "target",
            Role::Baseline => "baseline",
            Role::Difference => "difference",
        })
    }
}

/// What is to be known about how a figure came about (Dutch: *status*).
///
/// ```
/// use beleid::Status;
///
/// assert_eq!(beleid::read_cell("circa 5").figure.status, [Status::Approximate]);
/// assert_eq!(beleid::read_cell("5 (voorlopig)").figure.status, [Status::Provisional]);
/// ```
#[doc(alias = "status")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[non_exhaustive]
pub enum Status {
    /// Not exact (*circa*).
    #[doc(alias = "circa")]
    Approximate,
    /// May still change (*voorlopig*).
    #[doc(alias = "voorlopig")]
    Provisional,
    /// Not measured but estimated (*schatting*).
    #[doc(alias = "schatting")]
    Estimated,
    /// Covers part of the period or of the population (*gedeeltelijk*).
    #[doc(alias = "gedeeltelijk")]
    Partial,
    /// Measured in another way than the figures before it (*trendbreuk*).
    #[doc(alias = "trendbreuk")]
    BreakInSeries,
}

/// Which results are the better ones (Dutch: *richting*). Unknown is not `Higher`: it is
/// the absence of a direction.
///
/// ```
/// use beleid::{Direction, Id, Indicator};
///
/// let mut absence = Indicator::new(Id::new("i1")?, "Ziekteverzuim");
/// assert_eq!(absence.direction, None, "nobody has said it");
/// absence.direction = Some(Direction::Lower);
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "richting")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub enum Direction {
    /// The higher the better (*hoger is beter*).
    #[doc(alias = "hoger is beter")]
    Higher,
    /// The lower the better (*lager is beter*).
    #[doc(alias = "lager is beter")]
    Lower,
    /// At the target itself, or between its ends (*binnen de bandbreedte*).
    #[doc(alias = "binnen")]
    Within,
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Direction::Higher => "higher",
            Direction::Lower => "lower",
            Direction::Within => "within",
        })
    }
}
