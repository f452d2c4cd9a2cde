//! Reads one cell without its table.

use super::Reader;
use super::cell;
use super::context::{CellReport, Context, Convention};
use super::explain::Resolution;
use super::peers::Peers;
use super::raw_cell::Interpretation;
use super::vocabulary::Vocabulary;
use crate::error::Quoted;
use crate::findings::finding::Finding;
use crate::findings::place::Place;
use crate::findings::span::Span;
use crate::language::Language;
use crate::leaves::dimension::Dimension;
use crate::leaves::role::Status;
use crate::leaves::value::{Missing, Value};
use crate::model::figure::{Cell, Figure};

/// The result of reading one cell, with or without its table (Dutch: *celwaarde*).
///
/// ```
/// let cell = beleid::read_cell(" 48% (2008) ");
/// assert_eq!(cell.figure.dated, Some("2008".parse()?));
/// assert_eq!(&*cell.figure.cell.unwrap().printed, "48% (2008)");
/// assert!(cell.findings.is_empty());
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "celwaarde")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CellReading {
    /// The figure, or the first of several. Without a table it has no period and no role.
    pub figure: Figure,
    /// The other figures of a cell that holds several values (`M: 12; V: 14`), each with its own
    /// dimension, and the whole cell as printed.
    pub others: Vec<Figure>,
    /// Findings about the cell. A span counts from the beginning of the text that was given.
    pub findings: Vec<Finding>,
    /// How the table resolved what the text of the cell leaves open.
    pub(super) resolutions: Vec<Resolution>,
}

impl CellReading {
    /// A figure of which nothing is to be said yet.
    pub(super) fn of(figure: Figure) -> Self {
        CellReading { figure, others: Vec::new(), findings: Vec::new(), resolutions: Vec::new() }
    }

    /// All figures of the cell, at least one.
    ///
    /// ```
    /// use beleid::{Dimension, read_cell};
    ///
    /// let cell = read_cell("104 tov 134 landelijk");
    /// let parts: Vec<_> = cell.figures().map(|figure| Dimension::join(&figure.dimensions)).collect();
    /// assert_eq!(parts, ["", "landelijk"]);
    /// ```
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        std::iter::once(&self.figure).chain(&self.others)
    }

    /// How the cell was read, in one sentence: its value and what in the table decided it, or why it
    /// could not be read.
    ///
    /// ```
    /// use beleid::{Language, RowText, TableText};
    ///
    /// let table = TableText {
    ///     headers: &["Begroting 2017"],
    ///     rows: &[RowText { label: "Aantal woningen", unit: None, cells: &["1.049"] }],
    ///     ..TableText::default()
    /// };
    /// let reading = beleid::read_table(&table);
    /// assert_eq!(
    ///     reading.rows[0].cells[0].explain(Language::English),
    ///     "\"1.049\" is 1049: the label counts whole things",
    /// );
    /// assert_eq!(
    ///     beleid::read_cell("1.049").explain(Language::English),
    ///     "\"1.049\" may be 1049 or 1.049, and is kept as text",
    /// );
    /// ```
    pub fn explain(&self, language: Language) -> String {
        let printed = self.figure.cell.as_ref().map_or("", |cell| &*cell.printed);
        let values: Vec<String> = self
            .figures()
            .map(|figure| match (&figure.value, &*figure.dimensions) {
                (Value::Text(_), _) => match language {
                    Language::English => "kept as text".to_owned(),
                    Language::Dutch => "als tekst bewaard".to_owned(),
                },
                (value, []) => value.to_string(),
                (value, part) => format!("{value} ({})", Dimension::join(part)),
            })
            .collect();
        let values = values.join(", ");
        if self.resolutions.is_empty() {
            return match self.findings.first() {
                Some(finding) => finding.message(language),
                None => format!("{} is {values}", Quoted(printed)),
            };
        }
        let explanation: Vec<&str> =
            self.resolutions.iter().map(|by| by.explanation(language)).collect();
        let and = match language {
            Language::English => ", and ",
            Language::Dutch => ", en ",
        };
        format!("{} is {values}: {}", Quoted(printed), explanation.join(and))
    }

    /// Whether the text of the cell is ambiguous and its table decided which value is meant.
    ///
    /// ```
    /// assert!(!beleid::read_cell("12").is_settled_by_context());
    /// ```
    pub fn is_settled_by_context(&self) -> bool {
        self.resolutions.iter().any(|by| *by != Resolution::Alone)
    }
}

/// Reads a cell in a context. `cell` is what the figure keeps of it, `printed` the text as given.
pub(super) fn in_context(
    printed: &str,
    cell: Cell,
    reading: super::raw_cell::RawCell,
    context: &Context<'_>,
) -> CellReading {
    let text = printed.trim();
    let mut findings = Vec::new();
    let mut resolutions = Vec::new();
    let mut report = |reported| match reported {
        CellReport::Finding(what) => {
            findings.push(Finding::new(what, Place::default(), Some(span_within(printed))));
        }
        CellReport::Resolution(by) => resolutions.push(by),
    };
    let blank = |cell: Cell| Figure {
        cell: Some(cell),
        ..Figure::new(context.period, context.role, Missing::Blank)
    };
    if text.is_empty() {
        let figure = blank(cell);
        return CellReading { figure, others: Vec::new(), findings, resolutions };
    }
    let mut others = Vec::new();
    if !matches!(reading.interpretation, Interpretation::Parts(_)) {
        let figure = context.figure(cell, reading, &mut report);
        return CellReading { figure, others, findings, resolutions };
    }
    let mut first = None;
    context.figures(cell, reading, &mut report, |figure| match first {
        None => first = Some(figure),
        Some(_) => others.push(figure),
    });
    // There is one for each part, and a cell has at least one.
    let figure = first.unwrap_or_else(|| blank(Cell::new(text)));
    CellReading { figure, others, findings, resolutions }
}

/// The span of a cell in its own text, without the white space around it.
pub(super) fn span_within(printed: &str) -> Span {
    let start = printed.len() - printed.trim_start().len();
    let column = printed.chars().take_while(|c| c.is_whitespace()).count() + 1;
    Span::Text { start, end: start + printed.trim().len(), line: 1, column }
}

/// Reads one cell without its table (Dutch: *cel inlezen*). It never fails: what can't be read is
/// kept as text, with a finding.
///
/// A table resolves much that one cell leaves open: `1.049` is kept as text here, but is 1049 in a
/// table of counts. Prefer reading a whole document ([`read`](crate::read)) or a
/// [table](crate::read_table).
///
/// ```
/// use beleid::{Rule, Unit, Value};
///
/// let cell = beleid::read_cell("< 10%");
/// assert_eq!(cell.figure.value, Value::less_than(10));
/// assert_eq!(cell.figure.unit, Some(Unit::PERCENT));
///
/// let cell = beleid::read_cell("1.049");
/// assert_eq!(cell.figure.value, Value::Text("1.049".to_owned()));
/// assert_eq!(cell.findings[0].rule, Rule::AmbiguousNumber);
/// ```
#[doc(alias = "cel inlezen")]
pub fn read_cell(printed: &str) -> CellReading {
    Reader::new().read_cell(printed)
}

/// Reads a cell without a context.
pub(super) fn alone(vocabulary: &Vocabulary, printed: &str) -> CellReading {
    let text = printed.trim();
    // Most cells are this and nothing else, and nothing is to be said of them.
    if let Some(value) = cell::bare_value(text) {
        let figure = Figure::new(None, None, value);
        return CellReading::of(Figure { cell: Some(Cell::new(text)), ..figure });
    }
    let mut reading = cell::read(vocabulary, text);
    if let Some((value, unit)) = reading.take_plain() {
        let figure = Figure::new(None, None, value);
        return CellReading::of(Figure { unit, cell: Some(Cell::new(text)), ..figure });
    }
    let context = Context {
        unit: None,
        header_unit: None,
        is_in_full: false,
        is_of_money: false,
        takes_minus_behind: true,
        is_in_table: false,
        period: None,
        role: None,
        convention: Convention::default(),
        peers: &Peers::default(),
        dash: None,
        has_footnote: &|_| false,
    };
    let mut read = in_context(printed, Cell::new(text), reading, &context);
    for figure in std::iter::once(&mut read.figure).chain(&mut read.others) {
        // The text of the footnote is unknown.
        if !figure.notes.is_empty() && !figure.value.is_missing() {
            figure.status.insert(Status::Unclear);
        }
    }
    read
}
