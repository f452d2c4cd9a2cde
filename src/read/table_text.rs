//! Reads a table that is already split into cells, without its document.

use super::Reader;
use super::cell;
use super::columns;
use super::context::{Context, Convention};
use super::footnotes::{self, FootnotesByMark, give, give_to_row, legend, measured_in};
use super::header::{self, ColumnContent};
use super::header_text::HeaderReading;
use super::label;
use super::marks;
use super::peers::Peers;
use super::raw_cell::RawCell;
use super::single::{CellReading, in_context};
use super::vocabulary::{self, Vocabulary};
use crate::error::Quoted;
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::Rule;
use crate::leaves::period::Period;
use crate::leaves::unit::Unit;
use crate::leaves::value::Missing;
use crate::model::figure::{Cell, Figure};
use crate::model::note::Attribute;
use crate::words::counted;

/// The texts of a table, split into cells (Dutch: *tabel*), as a spreadsheet or a web page has
/// them. The input of [`read_table`](crate::read_table()).
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
    /// The headers of its columns, without the header of the label column. A header may contain line
    /// breaks.
    pub headers: &'a [&'a str],
    /// Its rows, from the top.
    pub rows: &'a [RowText<'a>],
    /// The footnotes below the table, each with its mark (`* nieuwe indicator`), and the legend that
    /// explains a dash (`- = niet gemeten`).
    pub footnotes: &'a [&'a str],
    /// The period that the document is for. It is only mentioned in findings: a column without a year
    /// doesn't get it. `None` if it isn't known.
    pub edition: Option<Period>,
}

/// A row of a [table](TableText) (Dutch: *rij*).
///
/// ```
/// use beleid::{RowText, TableText};
///
/// // It is unknown which column is empty, so the cell has no period and no role.
/// let row = RowText { label: "Uitkeringen", unit: None, cells: &["68,6"] };
/// let table = TableText { headers: &["2014", "2015"], rows: &[row], ..TableText::default() };
/// let row = &beleid::read_table(&table).rows[0];
/// assert!(!row.is_aligned);
/// assert_eq!(row.cells[0].figure.period, None);
/// ```
#[doc(alias = "rij")]
#[derive(Debug, Clone, Copy, Default)]
pub struct RowText<'a> {
    /// The label of the row: what it is about.
    pub label: &'a str,
    /// The text in the column of units. `None` if the table has no such column.
    pub unit: Option<&'a str>,
    /// Its cells, one for each header. If their number differs from that of the headers, none of
    /// them is assigned to a column.
    pub cells: &'a [&'a str],
}

/// The result of reading a [table](TableText) (Dutch: *tabellezing*).
///
/// ```
/// assert!(beleid::read_table(&beleid::TableText::default()).rows.is_empty());
/// ```
#[doc(alias = "tabellezing")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct TableReading {
    /// The result for each header, in their order.
    pub headers: Vec<HeaderReading>,
    /// The result for each row, in their order.
    pub rows: Vec<RowReading>,
}

/// The result of reading a row of a table (Dutch: *rijlezing*).
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
#[non_exhaustive]
pub struct RowReading {
    /// The unit that the column of units or the label states. `None` if neither does.
    pub unit: Option<Unit>,
    /// The cells in columns of figures, in the order of the columns. If the row has more or fewer
    /// cells than there are headers: all its cells, without period and role.
    pub cells: Vec<CellReading>,
    /// The cells in other columns, each with the header of its column as its name.
    pub attributes: Vec<Attribute>,
    /// Whether the row has one cell for each header, so that each cell belongs to a column.
    pub is_aligned: bool,
    /// Findings about the row itself: a unit or a period that isn't understood, or cells that belong
    /// to no column.
    pub findings: Vec<Finding>,
}

/// Reads a table that is already split into cells (Dutch: *tabel inlezen*). It never fails: what
/// can't be read is kept as text, with a finding.
///
/// ```
/// use beleid::{RowText, TableText, Value};
///
/// // `7.5` alone is ambiguous; next to 7.3 its point is a decimal sign.
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
    let holds: Vec<ColumnContent> = headers.iter().map(|header| header.holds).collect();
    let has_years = holds.contains(&ColumnContent::Period);
    if has_years && columns::year_columns(&holds).is_some() {
        // Each row has a year of its own.
        for header in &mut headers {
            header.findings.retain(|finding| finding.rule != Rule::HeaderWithoutPeriod);
        }
    }
    let footnotes = FootnotesByMark::new(table.footnotes);
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
    let take = TableReader { headers: &headers, footnotes: &footnotes, convention, dash };
    let rows = table.rows.iter().zip(rows).zip(1..);
    let rows = rows.map(|((row, readings), number)| take.row(row, readings, number)).collect();
    TableReading { headers, rows }
}

/// What all rows of a table share.
struct TableReader<'t> {
    headers: &'t [HeaderReading],
    footnotes: &'t FootnotesByMark<'t>,
    convention: Convention,
    dash: Option<Missing>,
}

impl TableReader<'_> {
    /// Applies what its header and the footnotes state to a cell.
    fn apply_extras(&self, header: Option<&HeaderReading>, read: &mut CellReading) {
        for figure in std::iter::once(&mut read.figure).chain(&mut read.others) {
            if let Some(header) = header {
                header.extras.apply_to(figure);
            }
            let marks: Vec<String> = figure.notes.iter().cloned().collect();
            for mark in &marks {
                let text = self.footnotes.text(mark);
                let meaning = text.map(vocabulary::meaning_of_words).unwrap_or_default();
                let is_unclear = give(figure, meaning);
                if let Some(text) = text.filter(|_| is_unclear) {
                    let message = footnotes::not_understood(mark, text);
                    let place = Place::default();
                    read.findings.push(Finding::new(Rule::NoteNotUnderstood, place, None, message));
                }
            }
        }
    }

    fn row(&self, row: &RowText<'_>, readings: Vec<RawCell>, number: u32) -> RowReading {
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
        found.unit = self.unit(row, is_aligned, &mut found.findings);
        let holds = |at: usize| {
            self.headers
                .get(at)
                .filter(|_| is_aligned)
                .map_or(ColumnContent::UNKNOWN, |header| header.holds)
        };
        let is_figure = |at: usize| matches!(holds(at), ColumnContent::Figures { .. });
        let figures = readings.iter().enumerate().filter(|(at, _)| is_figure(*at));
        let peers = Peers::new(figures.map(|(_, reading)| reading));
        let all: Vec<ColumnContent> = (0..row.cells.len()).map(holds).collect();
        let year_columns = columns::year_columns(&all).unwrap_or_default();
        for (printed, _) in
            row.cells.iter().zip(&all).filter(|(_, holds)| **holds == ColumnContent::Period)
        {
            if header::period_of(printed).is_none() {
                let message = format!("{} is not recognised as a period", Quoted(printed.trim()));
                let place = Place::default();
                found.findings.push(Finding::new(Rule::HeaderWithoutPeriod, place, None, message));
            }
        }
        // The marks and the statuses of the whole row.
        let mut of_row = marks::after_label(row.label);
        of_row.retain(|mark| !mark.starts_with('(') || self.footnotes.has(mark));
        let (mut statuses, mut dates): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        for (at, (printed, reading)) in row.cells.iter().zip(readings).enumerate() {
            let header = self.headers.get(at).filter(|_| is_aligned);
            let (role, period) = match holds(at) {
                ColumnContent::Figures { role, period } => {
                    let year = year_columns.get(at).copied().flatten();
                    let year = year.and_then(|at| header::period_of(row.cells.get(at)?));
                    (role, period.or(year))
                }
                held => {
                    let name = header.map_or("", |header| &*header.text);
                    match held {
                        ColumnContent::Notes => of_row.push(printed.trim().to_owned()),
                        ColumnContent::Period => of_row.extend(marks::strip_trailing(printed).1),
                        _ if label::is_status_header(name) => statuses.push(printed.trim()),
                        _ if label::is_date_header(name) => dates.push(printed.trim()),
                        _ => {}
                    }
                    found.attributes.push(Attribute::new(name, printed.trim()));
                    continue;
                }
            };
            let context = Context {
                unit: found.unit.as_ref(),
                header_unit: header.and_then(|header| header.extras.unit.as_ref()),
                is_of_money: false,
                period,
                role,
                convention: self.convention,
                peers: &peers,
                dash: self.dash,
                has_footnote: &|mark| self.footnotes.has(mark),
            };
            let column = header.and_then(|_| u32::try_from(at + 1).ok()).unwrap_or(0);
            let cell = Cell::new(printed.trim()).at(0, number, column);
            let mut read = in_context(printed, cell, reading, &context);
            self.apply_extras(header, &mut read);
            found.cells.push(read);
        }
        self.apply_row_notes(&mut found, &of_row, &statuses, &dates);
        let is_scale_unknown = found.findings.iter().any(|one| one.rule == Rule::UnknownUnit);
        let RowReading { unit, cells, .. } = &mut found;
        footnotes::apply_label(figures_of(cells), row.label, unit.as_ref(), is_scale_unknown);
        found
    }

    /// The unit of a row, with findings about it. A column of units is certain to state one.
    fn unit(
        &self,
        row: &RowText<'_>,
        is_aligned: bool,
        findings: &mut Vec<Finding>,
    ) -> Option<Unit> {
        let mut unknown = |message| {
            findings.push(Finding::new(Rule::UnknownUnit, Place::default(), None, message));
        };
        let mut columns = self.headers.iter().zip(row.cells);
        let in_cells = columns
            .find(|(header, _)| is_aligned && label::is_unit_header(&header.text))
            .map(|(_, printed)| *printed);
        if let Some(text) = row.unit.or(in_cells).map(str::trim) {
            if let Some(unit) = label::unit_of_column(text) {
                return Some(label::in_scale_of(unit, label::unit(row.label).as_ref()));
            }
            if label::has_scale(text) {
                unknown(format!("the unit {} is not understood", Quoted(text)));
                return None;
            }
        }
        let unit = label::unit(row.label);
        if unit.is_none() && label::has_scale(row.label) {
            unknown(format!("the scale in {} is not understood", Quoted(row.label)));
        }
        unit
    }

    /// Applies the marks of a row and its columns without figures to its figures.
    fn apply_row_notes(
        &self,
        found: &mut RowReading,
        marks: &[String],
        statuses: &[&str],
        dates: &[&str],
    ) {
        for mark in marks {
            let text = self.footnotes.text(mark);
            let meaning = text.map(vocabulary::meaning_of_row).unwrap_or_default();
            let is_unclear = give_to_row(figures_of(&mut found.cells), meaning);
            if let Some(text) = text.filter(|_| is_unclear) {
                let message = footnotes::not_understood(mark, text);
                let place = Place::default();
                found.findings.push(Finding::new(Rule::NoteNotUnderstood, place, None, message));
            }
        }
        for text in statuses {
            give_to_row(figures_of(&mut found.cells), vocabulary::meaning_in_column(text));
        }
        for text in dates {
            measured_in(figures_of(&mut found.cells), text);
        }
    }
}

fn figures_of(cells: &mut [CellReading]) -> impl Iterator<Item = &mut Figure> {
    cells.iter_mut().flat_map(|read| std::iter::once(&mut read.figure).chain(&mut read.others))
}
