//! Separated values: where each field of a text begins and ends. The `csv` crate reads the same, but
//! doesn't say where a field stands, and a figure has to lead back to its place.

use std::borrow::Cow;
use std::ops::Range;

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    /// Its bytes, with its quotation marks.
    pub(super) at: Range<usize>,
    pub(super) is_quoted: bool,
    /// Whether it is the last of its record.
    pub(super) is_last: bool,
}

impl Field {
    /// Its text, without the quotation marks around it.
    pub(super) fn text<'s>(&self, source: &'s str) -> Cow<'s, str> {
        let text = source.get(self.at.clone()).unwrap_or_default();
        if !self.is_quoted {
            return Cow::Borrowed(text);
        }
        let text = text.trim_end_matches(' ');
        let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        let inner = inner.unwrap_or(text);
        if inner.contains("\"\"") { inner.replace("\"\"", "\"").into() } else { inner.into() }
    }
}

/// The fields of a text, parted by a sign.
pub(super) struct Fields<'s> {
    text: &'s str,
    sign: u8,
    /// Where the next field begins. `None` after the last.
    next: Option<usize>,
    /// Whether a quotation mark was met that nothing closes: from there on they are signs like
    /// others, instead of making one field of the rest of the text.
    is_unclosed: bool,
}

impl<'s> Fields<'s> {
    /// The fields from a byte on.
    pub(super) fn new(text: &'s str, sign: u8, from: usize) -> Self {
        let next = (from < text.len()).then_some(from);
        Fields { text, sign, next, is_unclosed: false }
    }

    /// The end of a quoted field that begins at a byte. A quotation mark closes it that isn't
    /// doubled and comes before a sign or the end of a line; where there is no such mark, the one
    /// at the beginning is a sign like any other: `3" breed`.
    fn end_of_quoted(&mut self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if self.is_unclosed || bytes.get(from) != Some(&b'"') {
            return None;
        }
        let mut at = from + 1;
        loop {
            let Some(mark) = bytes.get(at..)?.iter().position(|byte| *byte == b'"') else {
                self.is_unclosed = true;
                return None;
            };
            at += mark + 1;
            match bytes.get(at) {
                Some(b'"') => at += 1,
                _ => break,
            }
        }
        let spaces = bytes.get(at..)?.iter().take_while(|byte| **byte == b' ').count();
        let end = at + spaces;
        let is_end = bytes.get(end).is_none_or(|byte| *byte == self.sign || is_break(*byte));
        is_end.then_some(end)
    }
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

impl Iterator for Fields<'_> {
    type Item = Field;

    fn next(&mut self) -> Option<Field> {
        let start = self.next?;
        let quoted = self.end_of_quoted(start);
        let bytes = self.text.as_bytes();
        let end = quoted.unwrap_or_else(|| {
            let rest = bytes.get(start..).unwrap_or_default();
            let length = rest.iter().position(|byte| *byte == self.sign || is_break(*byte));
            start + length.unwrap_or(rest.len())
        });
        let after = bytes.get(end).copied();
        self.next = match after {
            Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => Some(end + 2),
            Some(_) => Some(end + 1),
            None => None,
        };
        let is_last = after.is_none_or(is_break);
        // A line break at the very end begins no record.
        if is_last {
            self.next = self.next.filter(|next| *next < bytes.len());
        }
        Some(Field { at: start..end, is_quoted: quoted.is_some(), is_last })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Vec<Vec<String>> {
        let (mut records, mut record) = (Vec::new(), Vec::new());
        for field in Fields::new(text, b';', 0) {
            record.push(field.text(text).into_owned());
            if field.is_last {
                records.push(std::mem::take(&mut record));
            }
        }
        assert!(record.is_empty(), "the last field ends a record");
        records
    }

    #[test]
    fn fields_are_parted_as_programs_do() {
        let cases: &[(&str, &[&[&str]])] = &[
            ("a;b\n1;2", &[&["a", "b"], &["1", "2"]]),
            ("a;b\r\n1;2\r\n", &[&["a", "b"], &["1", "2"]]),
            ("a\r\rb", &[&["a"], &[""], &["b"]]),
            ("a;;\n", &[&["a", "", ""]]),
            ("\"a;b\";\"c\nd\"\n", &[&["a;b", "c\nd"]]),
            ("\"a \"\"b\"\"\";c", &[&["a \"b\"", "c"]]),
            ("\"a\" ;b", &[&["a", "b"]]),
            ("3\" breed;5\n\"6;7", &[&["3\" breed", "5"], &["\"6", "7"]]),
            ("\"a\"b;c\n\"d\";e", &[&["\"a\"b", "c"], &["d", "e"]]),
            ("\"\";x", &[&["", "x"]]),
        ];
        for (text, expected) in cases {
            assert_eq!(&records(text), expected, "{text:?}");
        }
        assert_eq!(Fields::new("", b';', 0).count(), 0);
    }
}
