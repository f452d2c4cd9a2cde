//! What placed the figures of a table in its columns, and what proves that they stand there.

use crate::coded::coded;
use crate::findings::span::Span;
use crate::language::Language;
use crate::read::spot::Spot;

coded! {
    /// How the columns of a table were recognised (Dutch: *kolomherkenning*).
    ///
    /// ```
    /// assert_eq!(beleid::ColumnsBy::Cells.code(), "cells");
    /// ```
    #[doc(alias = "kolomherkenning")]
    #[non_exhaustive]
    ColumnsBy, "way to tell columns apart" {
        /// The layout of the source has cells: a web page, a workbook, separated values.
        Cells = "cells";
        /// Tabs or wide gaps stand between them in plain text.
        Gaps = "gaps";
        /// The cells of a row stand on one line of plain text, and were counted from its end.
        Rows = "rows";
        /// Each cell has a line of its own in plain text, and the lines were counted.
        Lines = "lines";
    }
}

/// What placed a figure in its column, and what proves it (Dutch: *plaatsing*).
///
/// ```
/// use beleid::{ColumnsBy, Language, Part};
///
/// let page = "\
/// Overzicht van baten en lasten
///
/// Onderdeel Lasten 2016 Baten 2016 Saldo 2016
/// Bestuur 120 20 -100
/// Wonen 80 95 15
/// ";
/// let reading = beleid::read(page);
/// let line = reading.budget.fields[0].costs.iter().next().unwrap();
/// assert_eq!(line.label, "Bestuur");
/// let place = "/budget/fields/0/costs/0/figures/0".parse()?;
/// let placement = reading.placement(&place).unwrap();
/// assert_eq!(placement.columns_by, ColumnsBy::Rows);
/// assert_eq!((placement.sums_held, placement.sums_failed), (2, 0));
/// assert!(placement.is_proven());
/// let header = placement.headers[0].bytes().unwrap();
/// assert_eq!(&reading.source()[header], "Lasten");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "plaatsing")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Placement {
    /// How the columns of its table were recognised.
    pub columns_by: ColumnsBy,
    /// Where the headers of its column stand, in the order of the source. Empty if it has none.
    pub headers: Vec<Span>,
    /// How many sums of its table come out: expenses and income that make a balance, a plan and a result that make
    /// a difference, rows that make a total.
    pub sums_held: u32,
    /// How many of them don't. They are no proof against the table: pages are excerpts, and numbers are rounded.
    pub sums_failed: u32,
}

impl Placement {
    /// Whether the columns were given by the layout, or the sums of the table come out: at least two, and more than
    /// three times as many as don't.
    ///
    /// ```
    /// let page = "Indicator;Behaald 2015;Beoogd 2016\nAantal winkels;10;12\n";
    /// let reading = beleid::Reader::new().read_as(page, beleid::Layout::Csv);
    /// let place = "/budget/fields/0/indicators/0/figures/0".parse()?;
    /// assert!(reading.placement(&place).unwrap().is_proven());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn is_proven(&self) -> bool {
        self.columns_by == ColumnsBy::Cells
            || (self.sums_held > 1 && self.sums_held > self.sums_failed.saturating_mul(3))
    }

    /// What placed the figure, and what proves it, in words.
    ///
    /// ```
    /// use beleid::Language;
    ///
    /// let page = "Indicatoren\n\nBehaald 2015\n\nAantal winkels\n\n10\n";
    /// let place = "/budget/fields/0/indicators/0/figures/0".parse()?;
    /// let placement = beleid::read(page).placement(&place).unwrap();
    /// assert_eq!(
    ///     placement.text(Language::English),
    ///     "its column was found by counting lines; no sum of the table proves it"
    /// );
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn text(&self, language: Language) -> String {
        let all = self.sums_held.saturating_add(self.sums_failed);
        let held = self.sums_held;
        match language {
            Language::English => {
                let by = match self.columns_by {
                    ColumnsBy::Cells => "its column is given by the layout",
                    ColumnsBy::Gaps => "its column was found by tabs or gaps",
                    ColumnsBy::Rows => "its column was found by counting the cells of its line",
                    ColumnsBy::Lines => "its column was found by counting lines",
                };
                match all {
                    0 => format!("{by}; no sum of the table proves it"),
                    _ => format!("{by}; {held} of {all} sums of the table come out"),
                }
            }
            Language::Dutch => {
                let by = match self.columns_by {
                    ColumnsBy::Cells => "de indeling geeft de kolom",
                    ColumnsBy::Gaps => "de kolom is gevonden door tabs of witruimte",
                    ColumnsBy::Rows => "de kolom is gevonden door de cellen van de regel te tellen",
                    ColumnsBy::Lines => "de kolom is gevonden door regels te tellen",
                };
                match all {
                    0 => format!("{by}; geen som van de tabel bewijst dat"),
                    _ => format!("{by}; {held} van de {all} sommen van de tabel kloppen"),
                }
            }
        }
    }
}

/// What proves a table, as the reading keeps it.
#[derive(Debug, Clone)]
pub(super) struct TableProof {
    pub(super) columns_by: ColumnsBy,
    pub(super) sums_held: u32,
    pub(super) sums_failed: u32,
    /// The headers of each column beside the labels.
    pub(super) headers: Vec<Vec<Spot>>,
}

impl TableProof {
    pub(super) fn placement(&self, headers: Vec<Span>) -> Placement {
        let TableProof { columns_by, sums_held, sums_failed, .. } = *self;
        Placement { columns_by, headers, sums_held, sums_failed }
    }
}
