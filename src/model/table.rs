//! [`Table`]: what a table prints once for all of its cells.

use std::num::NonZeroU32;

use crate::leaves::unit::Unit;
use crate::model::figure::Cell;

/// What a table of the source prints once for all of its cells (Dutch: *tabel*): its title, its
/// unit and its headers. The [`Cell`] of a figure refers to a table, a row and a column by their
/// numbers.
///
/// ```
/// let reading = beleid::read("2.3 Wonen\n\nKengetallen\n\nBehaald 2015\n\nScholen\n\n10\n");
/// let field = &reading.budget.fields[0];
/// let cell = field.indicators[0].figures[0].cell.as_ref().unwrap();
/// assert_eq!(field.tables[0].columns[0].headers, ["Behaald 2015"]);
/// assert_eq!(field.header_of(cell).as_deref(), Some("Behaald 2015"));
/// ```
#[doc(alias = "tabel")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Table {
    /// Its title or caption as printed; `None` if it has none.
    pub title: Option<String>,
    /// The unit of all its numbers, as in *bedragen x € 1.000*; `None` if the table doesn't state
    /// one. The values of the figures are already multiplied by its scale.
    pub unit: Option<Unit>,
    /// Its columns from left to right, without the column of labels.
    #[cfg_attr(feature = "serde", serde(default))]
    pub columns: Vec<TableColumn>,
    /// The labels of rows that are not the name of an indicator or a cost line: *Streefwaarde*, for
    /// instance, which is the role of the figures in that row.
    #[cfg_attr(feature = "serde", serde(default))]
    pub rows: Vec<TableRow>,
    /// The cells that belong to no indicator and no cost line: numbers in lines that no table was made
    /// of, and numbers without a label. Each stands as it is printed.
    #[cfg_attr(feature = "serde", serde(default))]
    pub unplaced: Vec<Cell>,
}

/// A column of a table (Dutch: *kolom*).
///
/// ```
/// use beleid::TableColumn;
///
/// assert_eq!(TableColumn::new(["2017", "Lasten"]).headers, ["2017", "Lasten"]);
/// ```
#[doc(alias = "kolom")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct TableColumn {
    /// Its headers as printed, from the outermost to the innermost. Required when deserialising.
    pub headers: Vec<String>,
}

impl TableColumn {
    /// A column with its headers, from the outermost to the innermost.
    ///
    /// ```
    /// assert!(beleid::TableColumn::new([""; 0]).headers.is_empty());
    /// ```
    pub fn new(headers: impl IntoIterator<Item = impl Into<String>>) -> Self {
        TableColumn { headers: headers.into_iter().map(Into::into).collect() }
    }
}

/// The label of a row that is not the name of an indicator or a cost line (Dutch: *rij*).
///
/// ```
/// use beleid::TableRow;
///
/// let row = TableRow::new(2, "Streefwaarde");
/// assert_eq!((row.row.map(|row| row.get()), &*row.label), (Some(2), "Streefwaarde"));
/// ```
#[doc(alias = "rij")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct TableRow {
    /// The number of the row, from 1 for the first row below the headers.
    pub row: Option<NonZeroU32>,
    /// Its label as printed.
    pub label: String,
}

impl TableRow {
    /// A row with this number, counted from 1, and this label.
    ///
    /// ```
    /// assert_eq!(beleid::TableRow::new(0, "Norm").row, None, "there is no row 0");
    /// ```
    pub fn new(row: u32, label: impl Into<String>) -> Self {
        TableRow { row: NonZeroU32::new(row), label: label.into() }
    }
}

impl Table {
    /// The headers of the column of a cell, from the outermost to the innermost, followed by the
    /// label of its row if [`rows`](Self::rows) has one. `None` if there are none.
    ///
    /// ```
    /// use beleid::{Cell, Table, TableColumn};
    ///
    /// let table = Table { columns: vec![TableColumn::new(["2017", "Lasten"])], ..Table::default() };
    /// assert_eq!(table.header_of(&Cell::new("12").at(1, 1, 1)).as_deref(), Some("2017 Lasten"));
    /// assert_eq!(table.header_of(&Cell::new("12").at(1, 1, 2)), None);
    /// ```
    pub fn header_of(&self, cell: &Cell) -> Option<String> {
        let index = |number: Option<NonZeroU32>| usize::try_from(number?.get() - 1).ok();
        let column = index(cell.column).and_then(|column| self.columns.get(column));
        let row = self.rows.iter().find(|row| cell.row.is_some() && row.row == cell.row);
        let headers = column.map_or(&[][..], |column| &column.headers);
        let parts = headers.iter().chain(row.map(|row| &row.label));
        let parts: Vec<&str> = parts.map(String::as_str).filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}
