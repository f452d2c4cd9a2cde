//! [`Figure`] and [`Cell`]: one value of an indicator, and how it stood in the source.

use std::num::NonZeroU32;

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
    /// What stretch of time it is about; `None` if the source doesn't say.
    pub period: Option<Period>,
    /// What it is for; `None` if the source doesn't say, as under a bare year.
    pub role: Option<Role>,
    /// What it says.
    pub value: Value,
    /// The unit that is printed in the cell itself; `None` if there is none. It never repeats
    /// that of the indicator.
    pub unit: Option<Unit>,
    /// Which part of the whole it is about, from the widest dimension to the narrowest; empty
    /// for the whole.
    #[cfg_attr(feature = "serde", serde(default))]
    #[doc(alias = "uitsplitsing")]
    pub dimensions: List<Dimension>,
    /// When a result was really measured, or by when a target is to be reached, if the cell says
    /// so: `48% (2008)`, `100% in 2027`; else `None`.
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
    /// How it stood in the source; `None` if it was built by hand.
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
/// let field = &reading.budget.fields[0];
/// let cell = field.indicators[0].figures[0].cell.as_ref().unwrap();
/// assert_eq!(&*cell.printed, "ca. 10");
/// assert_eq!(cell.column.map(|column| column.get()), Some(1));
/// assert_eq!(field.header_of(cell).as_deref(), Some("Behaald 2015"));
/// ```
#[doc(alias = "cel")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Cell {
    /// In which of the tables of its policy field it stood, the first being 1; `None` if that is
    /// not known.
    #[doc(alias = "tabel")]
    #[cfg_attr(feature = "schema", schemars(extend("maximum" = u32::MAX)))]
    pub table: Option<NonZeroU32>,
    /// In which row, the first below the headers being 1; `None` if that is not known.
    #[doc(alias = "rij")]
    #[cfg_attr(feature = "schema", schemars(extend("maximum" = u32::MAX)))]
    pub row: Option<NonZeroU32>,
    /// In which column, the first after the labels being 1; `None` if the cell could not be
    /// placed in one.
    #[doc(alias = "kolom")]
    #[cfg_attr(feature = "schema", schemars(extend("maximum" = u32::MAX)))]
    pub column: Option<NonZeroU32>,
    /// Its text, without the white space around it.
    pub printed: Box<str>,
}

impl Cell {
    /// A cell of which only the text is known.
    ///
    /// ```
    /// let cell = beleid::Cell::new("> 15");
    /// assert_eq!((&*cell.printed, cell.table, cell.column), ("> 15", None, None));
    /// ```
    pub fn new(printed: impl Into<Box<str>>) -> Self {
        Cell { table: None, row: None, column: None, printed: printed.into() }
    }

    /// The same cell, with where it stood: the numbers of its table, row and column, which count
    /// from 1. A 0 stands for what is not known.
    ///
    /// ```
    /// let cell = beleid::Cell::new("> 15").at(1, 4, 0);
    /// assert_eq!((cell.row.map(|row| row.get()), cell.column), (Some(4), None));
    /// ```
    pub fn at(self, table: u32, row: u32, column: u32) -> Self {
        Cell {
            table: NonZeroU32::new(table),
            row: NonZeroU32::new(row),
            column: NonZeroU32::new(column),
            ..self
        }
    }
}
