//! [`Span`]: where in the source something stands.

use std::fmt;

/// Where in the source something stands (Dutch: *vindplaats*).
///
/// ```
/// let reading = beleid::read("Begroting 2017\n\nWelkom");
/// let span = reading.lines().last().map(|line| line.span);
/// assert_eq!(span.map(|span| span.to_string()).as_deref(), Some("line 3, column 1"));
/// ```
#[doc(alias = "vindplaats")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Span {
    /// In a text.
    Text {
        /// The first byte.
        start: usize,
        /// The byte behind the last.
        end: usize,
        /// The line of the first byte, counted from 1.
        line: usize,
        /// Its column in that line, in characters, counted from 1.
        column: usize,
    },
}

impl Span {
    /// The bytes of the source, where the source is a text.
    ///
    /// ```
    /// let reading = beleid::read("\n  Begroting 2017\n");
    /// let span = reading.lines().next().unwrap().span;
    /// assert_eq!(&reading.source()[span.bytes()], "Begroting 2017");
    /// ```
    pub fn bytes(self) -> std::ops::Range<usize> {
        match self {
            Span::Text { start, end, .. } => start..end,
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Span::Text { line, column, .. } => write!(f, "line {line}, column {column}"),
        }
    }
}
