//! A table whose cells are known, without the document that it stands in.

use super::Reader;
use super::cell;
use super::context::{Context, Convention};
use super::footnotes::{Known, Of, give};
use super::header::{self, Holds};
use super::header_text::HeaderReading;
use super::label;
use super::marks;
use super::peers::Peers;
use super::raw_cell::RawCell;
use super::single::{CellReading, in_context};
use super::vocabulary::Vocabulary;
use crate::error::Quoted;
use crate::words::{counted, fold_word};
use crate::{Attribute, Cell, Finding, Missing, Period, Place, Rule, Status, Unit};

/// A table as its texts (Dutch: *tabel*): what a spreadsheet or a web page holds, where it is
/// known which text stands in which cell.
///
/// ```
/// use beleid::{Role, RowText, TableText, Value};
///
/// let table = TableText {
///     headers: &["Behaald\n 2015", "Beoogd\n 2017", "Bron"],
///     rows: &[RowText { label: "Leegstand*", unit: Some("%"), cells: &["11,3*", "< 10", "CBS"] }],
///     footnotes: &["* voorlopig"],
///     ..TableText::default()
/// };
/// let row = &beleid::read_table(&table).rows[0];
/// assert_eq!(row.cells[1].figure.value, Value::less_than(10));
/// assert_eq!(row.cells[1].figure.role, Some(Role::Target));
/// assert_eq!(row.unit, Some(beleid::Unit::PERCENT));
/// assert_eq!(row.attributes[0].text, "CBS");
/// ```
#[doc(alias = "tabel")]
#[derive(Debug, Clone, Copy, Default)]
pub struct TableText<'a> {
    /// The headers of its columns, without that of the labels. Line breaks may stand in them.
    pub headers: &'a [&'a str],
    /// Its rows.
    pub rows: &'a [RowText<'a>],
    /// The footnotes below it, each with its mark (`* nieuwe indicator`), and the legend that says
    /// what a dash stands for (`- = niet gemeten`).
    pub footnotes: &'a [&'a str],
    /// The period that the document is for, where that is known. It fills nothing in.
    pub edition: Option<Period>,
}

/// A row of a [table](TableText) (Dutch: *rij*).
///
/// ```
/// use beleid::{RowText, TableText};
///
/// // Nobody knows which column is empty, so the cells have no period and no role.
/// let row = RowText { label: "Uitkeringen", unit: None, cells: &["68,6"] };
/// let table = TableText { headers: &["2014", "2015"], rows: &[row], ..TableText::default() };
/// let row = &beleid::read_table(&table).rows[0];
/// assert!(!row.is_aligned);
/// assert_eq!(row.cells[0].figure.period, None);
/// ```
#[doc(alias = "rij")]
#[derive(Debug, Clone, Copy, Default)]
pub struct RowText<'a> {
    /// What the row is about.
    pub label: &'a str,
    /// What stands in a column of units, where the table has one.
    pub unit: Option<&'a str>,
    /// Its cells. With more or fewer than there are headers none belongs to a column.
    pub cells: &'a [&'a str],
}

/// What was made of a [table](TableText) (Dutch: *tabellezing*).
///
/// ```
/// assert!(beleid::read_table(&beleid::TableText::default()).rows.is_empty());
/// ```
#[doc(alias = "tabellezing")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableReading {
    /// What each header says.
    pub headers: Vec<HeaderReading>,
    /// What was made of each row.
    pub rows: Vec<RowReading>,
}

/// What was made of a row (Dutch: *rijlezing*).
///
/// ```
/// use beleid::{RowText, TableText};
///
/// // A table with a row for each year has the year in a column.
/// let row = RowText { label: "Verzuim", unit: None, cells: &["0,24", "2017"] };
/// let table = TableText { headers: &["Uitkomst", "Jaar"], rows: &[row], ..TableText::default() };
/// let row = &beleid::read_table(&table).rows[0];
/// assert_eq!(row.cells[0].figure.period, Some("2017".parse()?));
/// assert_eq!(row.attributes[0].text, "2017");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "rijlezing")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowReading {
    /// The unit that the label or the column of units says.
    pub unit: Option<Unit>,
    /// Its cells that are figures, in the order of their columns. Where the row has more or fewer cells than
    /// there are headers, all of them, without a period and a role.
    pub cells: Vec<CellReading>,
    /// Its cells that are no figures, each with the header of its column.
    pub attributes: Vec<Attribute>,
    /// Whether each cell belongs to a column.
    pub is_aligned: bool,
    /// What is to be said about the row itself: a unit or a period that isn't understood, or cells
    /// that belong to no column.
    pub findings: Vec<Finding>,
}

/// Reads a table whose cells are known (Dutch: *tabel inlezen*). It never fails: what can't be
/// read is kept as text, with a finding.
///
/// ```
/// use beleid::{RowText, TableText, Value};
///
/// // By itself `7.5` may be anything; beside 7.3 it is a decimal.
/// let row = RowText { label: "Cijfer", unit: None, cells: &["> 7,3", "7.5"] };
/// let table =
///     TableText { headers: &["Begroting 2016", "Beoogd 2017"], rows: &[row], ..TableText::default() };
/// let cell = &beleid::read_table(&table).rows[0].cells[1];
/// assert_eq!(cell.figure.value, Value::Exact("7.5".parse()?));
/// assert!(cell.is_settled_by_context());
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "tabel inlezen")]
pub fn read_table(table: &TableText<'_>) -> TableReading {
    Reader::new().read_table(table)
}

pub(super) fn read(vocabulary: &Vocabulary, table: &TableText<'_>) -> TableReading {
    let mut headers: Vec<HeaderReading> = table
        .headers
        .iter()
        .map(|header| HeaderReading::of(vocabulary, header, table.edition))
        .collect();
    if headers.iter().any(|header| matches!(header.holds, Holds::Period)) {
        // Each row has its own year.
        for header in &mut headers {
            header.findings.retain(|finding| finding.rule != Rule::HeaderWithoutPeriod);
        }
    }
    let footnotes = Known::new(table.footnotes);
    let rows: Vec<Vec<RawCell>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|printed| cell::read(vocabulary, printed.trim())).collect())
        .collect();
    let mut convention = Convention::default();
    let figures = rows.iter().flatten();
    figures.for_each(|reading| convention.learn(reading));
    let mut legends = table.footnotes.iter().filter_map(|text| legend(vocabulary, text));
    let dash = legends.next();
    let take = Take { headers: &headers, footnotes: &footnotes, convention, dash };
    let rows = table.rows.iter().zip(rows).map(|(row, readings)| take.row(row, readings)).collect();
    TableReading { headers, rows }
}

/// What a line below a table says that a dash stands for.
pub(super) fn legend(vocabulary: &Vocabulary, text: &str) -> Option<Missing> {
    vocabulary.missing(&fold_word(marks::legend(text.trim())?)?)
}

/// What all rows of a table share.
struct Take<'t> {
    headers: &'t [HeaderReading],
    footnotes: &'t Known<'t>,
    convention: Convention,
    dash: Option<Missing>,
}

impl Take<'_> {
    fn status(&self, mark: &str) -> Option<Status> {
        match self.footnotes.says(mark) {
            Of::Status(status) => Some(status),
            _ => None,
        }
    }

    /// Says of a cell what its header and the footnotes say.
    fn say_beside(&self, header: Option<&HeaderReading>, read: &mut CellReading) {
        for figure in std::iter::once(&mut read.figure).chain(&mut read.others) {
            let mut marks = figure.notes.clone();
            if let Some(header) = header {
                header.beside.say_of(figure);
                let of_column = header.beside.marks.iter().filter(|_| !figure.value.is_missing());
                marks.extend(of_column.cloned());
            }
            for mark in marks {
                match self.footnotes.says(&mark) {
                    Of::Status(status) => give(figure, status),
                    Of::Doubt => {
                        let printed = figure.cell.as_ref().map_or("", |cell| &*cell.printed);
                        let message = format!(
                            "the footnote {} may say how {} came about, and was not taken so",
                            Quoted(&mark),
                            Quoted(printed)
                        );
                        let place = Place::default();
                        read.findings.push(Finding::new(Rule::LikelyReading, place, None, message));
                    }
                    Of::Nothing => {}
                }
            }
        }
    }

    fn row(&self, row: &RowText<'_>, readings: Vec<RawCell>) -> RowReading {
        let is_aligned = readings.len() == self.headers.len();
        let mut found = RowReading { is_aligned, ..RowReading::default() };
        let mut find = |rule, message| {
            found.findings.push(Finding::new(rule, Place::default(), None, message));
        };
        if !is_aligned {
            let message = format!(
                "row {} has {} for {} columns, so none of its cells has one",
                Quoted(row.label),
                counted(readings.len(), "cell"),
                self.headers.len()
            );
            find(Rule::RowMisaligned, message);
        }
        // What stands in a column for units says it for sure.
        let of_column = row.unit.map(|unit| (unit.trim(), label::unit_of_column(unit)));
        found.unit = match of_column {
            Some((text, None)) if label::has_scale(text) => {
                find(Rule::UnknownUnit, format!("the unit {} is not understood", Quoted(text)));
                None
            }
            Some((_, Some(unit))) => Some(unit),
            _ => label::unit(row.label),
        };
        if found.unit.is_none() && label::has_scale(row.label) {
            let message = format!("the scale in {} is not understood", Quoted(row.label));
            found.findings.push(Finding::new(Rule::UnknownUnit, Place::default(), None, message));
        }
        let holds = |at: usize| {
            self.headers
                .get(at)
                .filter(|_| is_aligned)
                .map_or(Holds::UNKNOWN, |header| header.holds)
        };
        let is_figure = |at: usize| matches!(holds(at), Holds::Figures { .. });
        let figures = readings.iter().enumerate().filter(|(at, _)| is_figure(*at));
        let peers = Peers::new(figures.map(|(_, reading)| reading));
        // A table with a row for each year has the year in a column.
        let of_period = |(at, _): &(usize, &&str)| matches!(holds(*at), Holds::Period);
        let in_column = row.cells.iter().enumerate().find(of_period).map(|(_, printed)| *printed);
        let year = in_column.and_then(header::period_of);
        if let Some(printed) = in_column.filter(|_| year.is_none()) {
            let message = format!("{} is not known as a period", Quoted(printed.trim()));
            let place = Place::default();
            found.findings.push(Finding::new(Rule::HeaderWithoutPeriod, place, None, message));
        }
        for (at, (printed, reading)) in row.cells.iter().zip(readings).enumerate() {
            let header = self.headers.get(at).filter(|_| is_aligned);
            let (role, period) = match holds(at) {
                Holds::Figures { role, period } => (role, period.or(year)),
                _ => {
                    let name = header.map_or("", |header| &*header.text);
                    found.attributes.push(Attribute::new(name, printed.trim()));
                    continue;
                }
            };
            let context = Context {
                unit: found.unit.as_ref(),
                period,
                role,
                convention: self.convention,
                peers: &peers,
                dash: self.dash,
                has_footnote: &|mark| self.footnotes.has(mark),
            };
            let column = header.and_then(|_| u32::try_from(at + 1).ok());
            let cell = Cell {
                header: header.map(|header| header.text.clone()),
                column,
                printed: printed.trim().to_owned(),
            };
            let mut read = in_context(printed, cell, reading, &context);
            self.say_beside(header, &mut read);
            found.cells.push(read);
        }
        for status in marks::behind_label(row.label).iter().filter_map(|mark| self.status(mark)) {
            for read in &mut found.cells {
                super::footnotes::give_to_row(std::slice::from_mut(&mut read.figure), status);
                super::footnotes::give_to_row(&mut read.others, status);
            }
        }
        found
    }
}
