//! Reads a table that is already split into cells, without its document.

use super::Reader;
use super::assemble::Made;
use super::cell;
use super::context::{Context, Convention};
use super::facts::words::ColumnKind;
use super::footnotes::{self, Footnotes};
use super::header_text::HeaderReading;
use super::label;
use super::legend::legend;
use super::lines::{Lines, RawLine};
use super::mapping::Guide;
use super::marks;
use super::observe::{self, Around, At, Observed, What};
use super::peers::Peers;
use super::single::{CellReading, in_context, span_within};
use super::spot::Spot;
use super::table::settle::settle;
use super::table::{Cell as TableCell, Column, Footnote, Row, RowKind, Table};
use super::vocabulary::{self, Vocabulary};
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::rule::{Message, Rule};
use crate::leaves::period::Period;
use crate::leaves::unit::Unit;
use crate::model::figure::Cell;
use crate::model::note::Attribute;

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

pub(super) fn read(guide: &Guide<'_>, table: &TableText<'_>) -> TableReading {
    let section = guide.section_of_headers(table.headers);
    let vocabulary = &*guide.scope(section).headers;
    let mut headers: Vec<HeaderReading> = table
        .headers
        .iter()
        .map(|header| HeaderReading::of(vocabulary, header, table.edition))
        .collect();
    let given = Given::new(vocabulary, table, &headers);
    let has_periods =
        given.table.columns.iter().any(|column| column.content == Some(ColumnKind::Period));
    for (header, column) in headers.iter_mut().zip(given.table.columns.iter().skip(1)) {
        // What the headers mean beside each other.
        header.facts = column.facts.clone();
        if column.facts.is_mapped {
            *header =
                HeaderReading::of_facts(header.text.clone(), column.facts.clone(), table.edition);
        }
        if has_periods || guide.scope(section).defaults.period.is_some() {
            // Each row has a year of its own.
            header.findings.retain(|finding| finding.rule != Rule::HeaderWithoutPeriod);
        }
    }
    TableReading { headers, rows: given.rows(guide, section, table) }
}

/// A table that was given, as the finders return one: its texts are pieces.
struct Given<'t> {
    lines: Vec<RawLine<'t>>,
    table: Table,
    /// For each piece the index of its row.
    row_of: Vec<usize>,
}

impl<'t> Given<'t> {
    fn new(vocabulary: &Vocabulary, given: &TableText<'t>, headers: &[HeaderReading]) -> Self {
        let mut made = Given { lines: Vec::new(), table: Table::default(), row_of: Vec::new() };
        let label = Column { content: Some(ColumnKind::Label), ..Column::default() };
        made.table.columns.push(label);
        made.table.columns.extend(headers.iter().map(|header| Column {
            headers: vec![header.text.clone()],
            facts: header.facts.clone(),
            content: header.facts.content.filter(|_| !header.holds_figures()),
            ..Column::default()
        }));
        let has_units = given.rows.iter().any(|row| row.unit.is_some());
        if has_units {
            let unit = Column { content: Some(ColumnKind::Unit), ..Column::default() };
            made.table.columns.push(unit);
        }
        settle(vocabulary, &mut made.table.columns);
        for (index, row) in given.rows.iter().enumerate() {
            let label = made.push(row.label, index);
            let is_aligned = row.cells.len() == headers.len();
            let mut cells: Vec<Option<TableCell>> = vec![None];
            for cell in row.cells.iter().filter(|_| is_aligned) {
                cells.push(
                    Some(made.push(cell, index)).map(|piece| TableCell::at(Spot::whole(piece))),
                );
            }
            if has_units && is_aligned {
                let unit = row.unit.map(|unit| made.push(unit, index));
                cells.push(unit.map(|piece| TableCell::at(Spot::whole(piece))));
            }
            let kind = if is_aligned { RowKind::Figures } else { RowKind::Misfit };
            let label = vec![Spot::whole(label)];
            made.table.rows.push(Row::new(label, kind, cells));
        }
        for text in given.footnotes {
            made.table.dash = made.table.dash.or(legend(vocabulary, text));
            if let Some((mark, words)) = marks::split_footnote(text.trim()) {
                let (mark, text) = (mark.to_owned(), words.to_owned());
                made.table.footnotes.push(Footnote { lines: Lines::one(0), mark, text });
            }
        }
        made
    }

    /// Adds a text, and returns the index of its piece.
    fn push(&mut self, text: &'t str, row: usize) -> usize {
        self.lines.push(RawLine::given(text.trim()));
        self.row_of.push(row);
        self.lines.len() - 1
    }

    fn rows(&self, guide: &Guide<'_>, section: usize, given: &TableText<'_>) -> Vec<RowReading> {
        let vocabulary = guide.words();
        let cells = &*guide.scope(section).cells;
        let around =
            Around { edition: given.edition, ..Around::given(guide, section, &self.lines) };
        let observed = observe::observe(&around, &self.table);
        let mut rows: Vec<RowReading> = given
            .rows
            .iter()
            .map(|row| RowReading {
                is_aligned: row.cells.len() == given.headers.len(),
                ..RowReading::default()
            })
            .collect();
        self.place(vocabulary, given, observed, &mut rows);
        let mut convention = Convention::default();
        for printed in given.rows.iter().flat_map(|row| row.cells) {
            convention.learn(&cell::read(cells, printed.trim()));
        }
        for ((number, row), found) in (1..).zip(given.rows).zip(&mut rows) {
            if !found.is_aligned {
                self.read_unaligned(vocabulary, given, (number, row), convention, found);
            }
        }
        rows
    }

    /// Gives each row what was observed of it.
    fn place(
        &self,
        vocabulary: &Vocabulary,
        given: &TableText<'_>,
        observed: Observed,
        rows: &mut [RowReading],
    ) {
        let span_of = |cell: &CellReading, row: usize| {
            let column = cell.figure.cell.as_ref()?.column?.get();
            let printed =
                given.rows.get(row)?.cells.get(usize::try_from(column).ok()?.checked_sub(1)?)?;
            Some(span_within(printed))
        };
        let mut footnotes = Footnotes::of(&self.table.footnotes);
        let row_of = |piece: usize| self.row_of.get(piece).copied().unwrap_or(0);
        let row_of_figure = |cell: Option<&Cell>| {
            let number = cell.and_then(|cell| cell.row).map_or(1, std::num::NonZero::get);
            usize::try_from(number).unwrap_or(1) - 1
        };
        // For each figure of each subject the cell that it became.
        let mut at: Vec<Vec<Option<(usize, usize)>>> = Vec::new();
        for subject in observed.subjects {
            let unit = subject.unit.clone();
            let attributes = subject.attributes.clone();
            let lines = subject.lines;
            let (mut made, noted) = Made::of(vocabulary.pack(), subject, &mut footnotes);
            made.leave_pending_unclear(&noted);
            let mut places = Vec::new();
            let mut previous: Option<Cell> = None;
            for figure in made.figures {
                let row = row_of_figure(figure.cell.as_ref());
                let Some(found) = rows.get_mut(row) else { continue };
                found.unit.clone_from(&unit);
                let is_part = previous.is_some() && previous == figure.cell;
                previous.clone_from(&figure.cell);
                match found.cells.last_mut() {
                    // A cell of several values has a figure for each.
                    Some(cell) if is_part => cell.others.push(figure),
                    _ => found.cells.push(CellReading::of(figure)),
                }
                places.push(Some((row, found.cells.len() - 1)));
            }
            if places.is_empty()
                && let Some(found) = rows.get_mut(row_of(lines.first))
            {
                found.unit = unit;
            }
            for (attribute, piece) in attributes {
                if let Some(found) = rows.get_mut(row_of(piece)) {
                    found.attributes.push(attribute);
                }
            }
            for (figure, lines, what) in noted.reports {
                let mut finding = Finding::new(what, Place::default(), None);
                let cell = figure.and_then(|figure| places.get(figure).copied().flatten());
                match cell {
                    Some((row, cell)) => {
                        if let Some(cell) =
                            rows.get_mut(row).and_then(|row| row.cells.get_mut(cell))
                        {
                            finding.span = span_of(cell, row);
                            cell.findings.push(finding);
                        }
                    }
                    None => {
                        if let Some(row) = rows.get_mut(row_of(lines.first)) {
                            row.findings.push(finding);
                        }
                    }
                }
            }
            at.push(places);
        }
        for report in observed.reports {
            let cell = match report.at {
                At::Figure(subject, figure) => {
                    at.get(subject).and_then(|figures| figures.get(figure).copied().flatten())
                }
                // The headers have findings of their own.
                At::Table | At::Column(_) => continue,
                At::Subject(_) | At::Name(_) => None,
            };
            let row = cell.map_or_else(|| row_of(report.lines.first), |(row, _)| row);
            let Some(found) = rows.get_mut(row).filter(|row| row.is_aligned) else { continue };
            let cell = cell.and_then(|(_, cell)| found.cells.get_mut(cell));
            match (report.what, cell) {
                (What::Finding(what), cell) => {
                    let span = cell.as_ref().and_then(|cell| span_of(cell, row));
                    let finding = Finding::new(what, Place::default(), span);
                    cell.map_or(&mut found.findings, |cell| &mut cell.findings).push(finding);
                }
                (What::Resolution(by), Some(cell)) => cell.resolutions.push(by),
                (What::Resolution(_), None) => {}
            }
        }
    }

    /// Reads the cells of a row that has more or fewer than the table has headers.
    fn read_unaligned(
        &self,
        vocabulary: &Vocabulary,
        given: &TableText<'_>,
        (number, row): (u32, &RowText<'_>),
        convention: Convention,
        found: &mut RowReading,
    ) {
        let what = Message::RowWithoutColumns {
            row: row.label.into(),
            cells: row.cells.len(),
            columns: given.headers.len(),
        };
        found.findings.push(Finding::new(what, Place::default(), None));
        let pack = vocabulary.pack();
        let unit = row.unit.and_then(|unit| label::unit_of_column(pack, unit.trim()));
        found.unit = unit.or_else(|| label::unit(pack, row.label));
        let readings: Vec<_> =
            row.cells.iter().map(|printed| cell::read(vocabulary, printed.trim())).collect();
        let peers = Peers::new(readings.iter());
        let footnotes = Footnotes::of(&self.table.footnotes);
        for (printed, reading) in row.cells.iter().zip(readings) {
            let context = Context {
                unit: found.unit.as_ref(),
                header_unit: None,
                is_in_full: false,
                is_of_money: false,
                takes_minus_behind: false,
                is_in_table: true,
                period: None,
                convention,
                peers: &peers,
                role: None,
                dash: self.table.dash,
                has_footnote: &|mark| footnotes.has(mark),
            };
            let cell = Cell::new(printed.trim()).at(0, number, 0);
            let mut read = in_context(printed, cell, reading, &context);
            for figure in std::iter::once(&mut read.figure).chain(&mut read.others) {
                for mark in &figure.notes.clone() {
                    let text = footnotes.text(mark);
                    let meaning = text
                        .map(|text| vocabulary::meaning_of_words(pack, text))
                        .unwrap_or_default();
                    if footnotes::give(figure, meaning)
                        && let Some(text) = text
                    {
                        let what = footnotes::not_understood(mark, text);
                        let span = Some(span_within(printed));
                        read.findings.push(Finding::new(what, Place::default(), span));
                    }
                }
            }
            found.cells.push(read);
        }
    }
}
