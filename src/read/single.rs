//! One cell by itself, without the table that it stands in.

use super::cell;
use super::context::{Context, Convention, Peers};
use crate::{Cell, Figure, Finding, Missing, Place, Span};

/// What was made of one cell by itself (Dutch: *celwaarde*).
///
/// ```
/// let cell = beleid::read_cell(" 48% (2008) ");
/// assert_eq!(cell.figure.dated, Some("2008".parse()?));
/// assert_eq!(cell.figure.cell.unwrap().printed, "48% (2008)");
/// assert!(cell.findings.is_empty());
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "celwaarde")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellReading {
    /// The figure, without the period and the role that a column would give it.
    pub figure: Figure,
    /// What is to be said about it. A span counts from the beginning of the text that was given.
    pub findings: Vec<Finding>,
}

/// Reads one cell by itself (Dutch: *cel inlezen*). It never fails: what can't be read is kept
/// as text, with a finding.
///
/// A row and its table settle much that a cell leaves in doubt: `1.049` is kept as text here,
/// where a table of counts makes it 1049. So read a whole document where there is one.
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
    let text = printed.trim();
    let peers = Peers::default();
    let context =
        Context { unit: None, period: None, convention: Convention::default(), peers: &peers };
    let mut findings = Vec::new();
    let say = |rule, message| {
        let front = printed.trim_start();
        let column = printed.chars().take_while(|c| c.is_whitespace()).count() + 1;
        let start = printed.len() - front.len();
        let span = Span::Text { start, end: start + text.len(), line: 1, column };
        findings.push(Finding::new(rule, Place::default(), Some(span), message));
    };
    if text.is_empty() {
        let figure =
            Figure { cell: Some(Cell::new(text)), ..Figure::new(None, None, Missing::Blank) };
        return CellReading { figure, findings };
    }
    let figure = context.figure(None, Cell::new(text), cell::read(text), say);
    CellReading { figure, findings }
}
