//! [`Figure`] and [`Cell`]: one value of an indicator, and how it stood in the source.

use crate::leaves::dimension::Dimension;
use crate::leaves::list::List;
use crate::leaves::period::Period;
use crate::leaves::role::{Role, Statuses};
use crate::leaves::unit::Unit;
use crate::leaves::value::Value;

/// One value of an indicator or a cost line (Dutch: *cijfer*): for which period, in what
/// role, what it says, and how it was printed.
///
/// ```
/// use beleid::{Figure, Period, Role, Value};
///
/// let target = Figure::new(Period::year(2017)?, Role::Target, Value::more_than(15));
/// assert_eq!(target.value.to_string(), "> 15");
/// assert_eq!(target.cell, None, "it was built by hand");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "cijfer")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Figure {
    /// What stretch of time it is about; nothing where the header has no year.
    pub period: Option<Period>,
    /// What it is for; nothing where the header is a bare year.
    pub role: Option<Role>,
    /// What it says.
    pub value: Value,
    /// The unit that is printed in the cell itself; nothing where there is none. It never
    /// repeats the indicator's.
    pub unit: Option<Unit>,
    /// Which part of the whole it is about, from the widest dimension to the narrowest; empty
    /// for the whole.
    #[cfg_attr(feature = "serde", serde(default))]
    #[doc(alias = "uitsplitsing")]
    pub dimensions: List<Dimension>,
    /// When a result was really measured, or by when a target is to be reached, where the
    /// cell says so: `48% (2008)`, `100% in 2027`.
    pub dated: Option<Period>,
    /// What is to be known about how it came about.
    #[cfg_attr(feature = "serde", serde(default))]
    pub status: Statuses,
    /// The footnote marks in the cell or in the header of its column (`*`, `1)`), which refer to
    /// the notes of the indicator or else of the field.
    #[doc(alias = "voetnoot")]
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: List<String>,
    /// Any other words in the cell; `None` if there are none.
    #[doc(alias = "toelichting")]
    pub remark: Option<Box<str>>,
    /// How it stood in the source; nothing where it was built by hand.
    pub cell: Option<Cell>,
}

impl Figure {
    /// A figure for a period in a role. Either may be `None`, where the source doesn't say.
    ///
    /// ```
    /// use beleid::{Figure, Missing, Period, Role};
    ///
    /// let measured = Figure::new(Period::year(2015)?, Role::Realised, 10);
    /// let absent = Figure::new(Period::year(2016)?, Role::Realised, Missing::NotMeasured);
    /// let bare = Figure::new(Period::year(2017)?, None, 12);
    /// assert!(!measured.value.is_missing() && absent.value.is_missing() && bare.role.is_none());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(
        period: impl Into<Option<Period>>,
        role: impl Into<Option<Role>>,
        value: impl Into<Value>,
    ) -> Self {
        Figure {
            period: period.into(),
            role: role.into(),
            value: value.into(),
            unit: None,
            dimensions: List::new(),
            dated: None,
            status: Statuses::NONE,
            notes: List::new(),
            remark: None,
            cell: None,
        }
    }
}

/// Where and how a figure stood in the source (Dutch: *cel*).
///
/// ```
/// let reading = beleid::read("Kengetallen\n\nBehaald 2015\n\nScholen\n\n ca. 10\n");
/// let (_, schools) = reading.budget.all_indicators().next().unwrap();
/// let cell = schools.figures[0].cell.as_ref().unwrap();
/// assert_eq!((cell.header.as_deref(), cell.column), (Some("Behaald 2015"), Some(1)));
/// assert_eq!(cell.printed, "ca. 10");
/// ```
#[doc(alias = "cel")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Cell {
    /// The header of its column, on one line; nothing where the column isn't known.
    #[doc(alias = "kolomkop")]
    pub header: Option<String>,
    /// The number of its column, counted from 1 and without the column of labels; nothing
    /// where the column isn't known.
    #[doc(alias = "kolom")]
    #[cfg_attr(feature = "schema", schemars(extend("maximum" = u32::MAX)))]
    pub column: Option<u32>,
    /// What was printed, without the white space around it.
    pub printed: String,
}

impl Cell {
    /// A cell that is known by what was printed alone.
    ///
    /// ```
    /// assert_eq!(beleid::Cell::new("> 15").header, None);
    /// ```
    pub fn new(printed: impl Into<String>) -> Self {
        Cell { header: None, column: None, printed: printed.into() }
    }
}
