//! [`Figure`] and [`Cell`]: one value of an indicator, and how it was printed in the source.

use std::num::NonZeroU32;

use crate::leaves::dimension::Dimension;
use crate::leaves::list::List;
use crate::leaves::period::Period;
use crate::leaves::role::{Role, Statuses};
use crate::leaves::unit::Unit;
use crate::leaves::value::Value;

/// One value of an indicator or a cost line (Dutch: *cijfer*), with its period, its role, and the
/// cell it was read from.
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
    /// The period that it is about; `None` if the source doesn't state it.
    pub period: Option<Period>,
    /// Whether it is a result, a target and so on; `None` if the source doesn't state it, for
    /// example if the header of the column is only a year.
    pub role: Option<Role>,
    /// The value: a number, a comparison, a missing figure and so on.
    pub value: Value,
    /// The unit that is printed in the cell itself; `None` if there is none, and the unit of the
    /// indicator applies.
    pub unit: Option<Unit>,
    /// The part of the whole that it is about, from the widest dimension to the narrowest. Empty if
    /// it is about the whole.
    #[cfg_attr(feature = "serde", serde(default))]
    #[doc(alias = "uitsplitsing")]
    pub dimensions: List<Dimension>,
    /// The date in the cell: when a result was really measured (`48% (2008)`), or by when a target
    /// must be reached (`100% in 2027`). `None` if the cell has no date.
    pub dated: Option<Period>,
    /// Remarks on its quality: approximate, provisional and so on.
    #[cfg_attr(feature = "serde", serde(default))]
    pub status: Statuses,
    /// The footnote marks in the cell or in the header of its column (`*`, `1)`). They refer to the
    /// notes of the indicator, or else to those of the field.
    #[doc(alias = "voetnoot")]
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: List<String>,
    /// Any other words in the cell; `None` if there are none.
    #[doc(alias = "toelichting")]
    pub remark: Option<Box<str>>,
    /// The cell that it was read from; `None` if the figure was built by hand.
    pub cell: Option<Cell>,
}

impl Figure {
    /// A figure with a period, a role and a value. Period and role may be `None`, if the source
    /// doesn't state them.
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

/// The cell of the source that a figure was read from: its position and its text (Dutch: *cel*).
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
    /// The number of its table within its policy field, from 1; `None` if it is not known.
    #[doc(alias = "tabel")]
    #[cfg_attr(feature = "schema", schemars(extend("maximum" = u32::MAX)))]
    pub table: Option<NonZeroU32>,
    /// The number of its row, from 1 for the first row below the headers; `None` if it is not
    /// known.
    #[doc(alias = "rij")]
    #[cfg_attr(feature = "schema", schemars(extend("maximum" = u32::MAX)))]
    pub row: Option<NonZeroU32>,
    /// The number of its column, from 1 for the first column beside the labels; `None` if the cell
    /// can't be assigned to a column.
    #[doc(alias = "kolom")]
    #[cfg_attr(feature = "schema", schemars(extend("maximum" = u32::MAX)))]
    pub column: Option<NonZeroU32>,
    /// Its text, without the white space around it.
    pub printed: Box<str>,
}

impl Cell {
    /// A cell with a text, and without a position.
    ///
    /// ```
    /// let cell = beleid::Cell::new("> 15");
    /// assert_eq!((&*cell.printed, cell.table, cell.column), ("> 15", None, None));
    /// ```
    pub fn new(printed: impl Into<Box<str>>) -> Self {
        Cell { table: None, row: None, column: None, printed: printed.into() }
    }

    /// The same cell with a position: the numbers of its table, row and column, each counted from
    /// 1. Pass 0 for a number that is not known.
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
