//! [`Span`]: a position in the source.

use std::fmt;

use crate::language::Language;

/// A position in the source (Dutch: *vindplaats*). It displays as `line 3, column 1`, or for a
/// workbook as `sheet 2, D7`.
///
/// ```
/// let reading = beleid::read("Begroting 2017\n\nWelkom");
/// let span = reading.lines().last().map(|line| line.span);
/// assert_eq!(span.map(|span| span.to_string()).as_deref(), Some("line 3, column 1"));
/// ```
#[doc(alias = "vindplaats")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case", deny_unknown_fields))]
#[non_exhaustive]
pub enum Span {
    /// A range of bytes in a text.
    Text {
        /// The first byte.
        start: usize,
        /// The byte after the last.
        end: usize,
        /// The line of the first byte, counted from 1.
        line: usize,
        /// Its column in that line, in characters, counted from 1.
        column: usize,
    },
    /// A range of cells in a workbook.
    Sheet {
        /// The sheet, counted from 1.
        sheet: u32,
        /// The row of the first cell, counted from 1; 0 for the name of the sheet.
        row: u32,
        /// The column of the first cell, counted from 1.
        column: u32,
        /// The row of the last cell, counted from 1.
        last_row: u32,
        /// The column of the last cell, counted from 1.
        last_column: u32,
    },
}

impl Span {
    /// The range of bytes in [`Reading::source`]. `None` for cells of a workbook.
    ///
    /// [`Reading::source`]: crate::Reading::source
    ///
    /// ```
    /// let reading = beleid::read("\n  Begroting 2017\n");
    /// let span = reading.lines().next().unwrap().span;
    /// assert_eq!(&reading.source()[span.bytes().unwrap()], "Begroting 2017");
    /// ```
    pub fn bytes(self) -> Option<std::ops::Range<usize>> {
        match self {
            Span::Text { start, end, .. } => Some(start..end),
            Span::Sheet { .. } => None,
        }
    }

    /// The position in words of a language. In English it is as it displays.
    ///
    /// ```
    /// use beleid::Language;
    ///
    /// let span = beleid::read("Welkom").lines().next().unwrap().span;
    /// assert_eq!(span.text(Language::Dutch), "regel 1, kolom 1");
    /// ```
    pub fn text(self, language: Language) -> String {
        let mut text = String::new();
        // Writing to a string can't fail.
        let _ = self.write(language, &mut text);
        text
    }

    fn write(self, language: Language, f: &mut dyn fmt::Write) -> fmt::Result {
        let [line_word, column_word, sheet_word] = match language {
            Language::English => ["line", "column", "sheet"],
            Language::Dutch => ["regel", "kolom", "blad"],
        };
        match self {
            Span::Text { line, column, .. } => {
                write!(f, "{line_word} {line}, {column_word} {column}")
            }
            Span::Sheet { sheet, row, column, last_row, last_column } => {
                write!(f, "{sheet_word} {sheet}")?;
                if row == 0 {
                    return Ok(());
                }
                write!(f, ", {}{row}", Letters(column))?;
                if (row, column) != (last_row, last_column) {
                    write!(f, ":{}{last_row}", Letters(last_column))?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(Language::English, f)
    }
}

/// The letters of a column of a sheet: A to Z, then AA.
struct Letters(u32);

impl fmt::Display for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const BASE: u32 = 26;
        let Some(column) = self.0.checked_sub(1) else { return Ok(()) };
        write!(f, "{}", Letters(column / BASE))?;
        let letter = char::from_digit(column % BASE + 10, 36).unwrap_or('?');
        write!(f, "{}", letter.to_ascii_uppercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_a_spreadsheet() {
        let at = |row, column| {
            let span = Span::Sheet { sheet: 2, row, column, last_row: row, last_column: column };
            span.to_string()
        };
        assert_eq!(at(7, 4), "sheet 2, D7");
        assert_eq!(at(1, 26), "sheet 2, Z1");
        assert_eq!(at(1, 27), "sheet 2, AA1");
        assert_eq!(at(1_048_576, 16_384), "sheet 2, XFD1048576");
        let span = Span::Sheet { sheet: 1, row: 2, column: 1, last_row: 4, last_column: 3 };
        assert_eq!(span.to_string(), "sheet 1, A2:C4");
    }
}
