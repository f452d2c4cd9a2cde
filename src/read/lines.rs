//! The first stage: the lines of the source that are not blank, and what each is used for.

use std::borrow::Cow;

use crate::coded::coded;
use crate::findings::span::Span;

coded! {
    /// What a line of the source is used for (Dutch: *gebruik*). Every line that is not blank
    /// has exactly one.
    ///
    /// ```
    /// use beleid::LineUse;
    ///
    /// let reading = beleid::read("Begroting 2017\n\n2.3 Handel\n\nWelkom");
    /// let uses: Vec<_> = reading.lines().map(|line| line.used_as).collect();
    /// assert_eq!(uses, [LineUse::Title, LineUse::Heading, LineUse::Paragraph]);
    /// ```
    #[doc(alias = "regelgebruik")]
    #[non_exhaustive]
    LineUse, "use of a line" {
        /// The title of the edition, including where it is repeated as a running head.
        Title = "title";
        /// The heading of a policy field.
        Heading = "heading";
        /// A question that opens a section of a field: *wat willen we bereiken?*
        Question = "question";
        /// The title of a table.
        TableTitle = "table-title";
        /// The number of a page.
        PageNumber = "page-number";
        /// What a site or a program prints around the text: a link back, or when the page was made.
        Furniture = "furniture";
        /// A line of the table of contents.
        Contents = "contents";
        /// A column header, or a part of one.
        Header = "header";
        /// The label of a row.
        Label = "label";
        /// A cell.
        Cell = "cell";
        /// A footnote.
        Note = "note";
        /// An item of a list, or the rest of one.
        Bullet = "bullet";
        /// A paragraph, or a part of one.
        Paragraph = "paragraph";
        /// Nothing; a finding reports it.
        Unread = "unread";
    }
}

/// A line of the source that is not blank.
///
/// ```
/// let reading = beleid::read("  Welkom  ");
/// let line = reading.lines().next().unwrap();
/// assert_eq!((line.text, line.span.to_string()), ("Welkom", "line 1, column 3".to_owned()));
/// ```
#[doc(alias = "regel")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line<'s> {
    /// Its text, without the white space around it.
    pub text: &'s str,
    /// Its position in the source.
    pub span: Span,
    /// What it was used for.
    pub used_as: LineUse,
}

/// A line as the stages pass it on. A table of separated values has one for each cell, so it is kept small.
#[derive(Debug, Clone)]
pub(super) struct RawLine<'s> {
    /// Without white space around it; the text of the source, unless the layout has entities or
    /// marks within it.
    pub(super) text: Cow<'s, str>,
    /// What it is according to the layout.
    pub(super) kind: Kind,
    /// The sheet of a workbook that it stands in, counted from 1; 0 in a text.
    pub(super) sheet: u32,
    /// The bytes of it in the source.
    pub(super) len: u32,
    /// The byte at which `text` begins.
    pub(super) start: usize,
    /// The white space before it, in characters; in a sheet, its column counted from 0.
    pub(super) indent: u32,
    /// The white space after it, in characters.
    pub(super) trail: u32,
    /// Its number, counted from 1; the row of a sheet.
    pub(super) number: u32,
    /// Whether it is the first line, or comes after a blank line.
    pub(super) after_blank: bool,
    /// Whether a form feed comes before it.
    pub(super) begins_page: bool,
    /// Whether a link of the site below it names it as a heading.
    pub(super) is_named: bool,
    /// The white space on the lines before it that have nothing else.
    pub(super) blanks: Blanks,
}

/// Lines of white space alone: an empty cell of a page that was copied may be one, or a character of one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Blanks {
    pub(super) lines: u8,
    pub(super) characters: u8,
}

/// What a piece of text is according to the layout of the source.
#[cfg_attr(
    not(all(feature = "html", feature = "markdown", feature = "csv")),
    allow(dead_code, reason = "no layout that is compiled in makes all of them")
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A line of plain text: the layout doesn't say what it is.
    Line,
    /// A heading, at a depth that is counted from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list, at a depth that is counted from 1.
    Item(u8),
    /// The caption of a table or a figure.
    Caption,
    /// A cell of a grid, by its index.
    Cell(u32),
}

impl Kind {
    /// A cell of a grid, by the index of that.
    pub(super) fn cell_of(grid: usize) -> Self {
        Kind::Cell(small(grid))
    }
}

/// Some lines that follow each other, by their indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) first: usize,
    pub(super) last: usize,
}

impl Lines {
    pub(super) fn one(index: usize) -> Self {
        Lines { first: index, last: index }
    }
}

/// The white space at the end of a line, in characters, without what ends it.
fn trail(line: &str) -> u32 {
    let line = line.trim_end_matches(['\r', '\n']);
    line.get(line.trim_end().len()..).map_or(0, |space| small(space.chars().count()))
}

/// A length or a number within a source; none that is read is longer than that.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Splits a source into its lines and leaves out the blank ones. `offset` is the byte at
/// which the text begins.
pub(super) fn split(text: &str, offset: usize) -> Vec<RawLine<'_>> {
    let mut lines = Vec::new();
    let mut line_start = offset;
    let (mut after_blank, mut begins_page) = (true, false);
    let mut blanks = Blanks::default();
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let front = line.trim_start();
        let text = front.trim_end();
        let indent = line.len() - front.len();
        if text.is_empty() {
            after_blank = true;
            begins_page |= line.contains('\u{c}');
            let characters = line.trim_end_matches(['\r', '\n']).chars().take(200).count();
            blanks.lines = blanks.lines.saturating_add(u8::from(characters > 0));
            blanks.characters =
                blanks.characters.saturating_add(u8::try_from(characters).unwrap_or(u8::MAX));
        } else {
            // A form feed begins a page.
            let space = line.get(..indent).unwrap_or_default();
            begins_page |= space.contains('\u{c}');
            after_blank |= begins_page;
            lines.push(RawLine {
                text: Cow::Borrowed(text),
                kind: Kind::Line,
                sheet: 0,
                len: small(text.len()),
                start: line_start + indent,
                indent: small(line.chars().take_while(|c| c.is_whitespace()).count()),
                trail: trail(line),
                number: small(index + 1),
                after_blank,
                begins_page,
                is_named: false,
                blanks: std::mem::take(&mut blanks),
            });
            (after_blank, begins_page) = (false, false);
        }
        line_start += line.len();
    }
    take_pipes_off(&mut lines);
    lines
}

/// Takes the pipe at the end of lines that have one cell each, as a copy of a grid has them: *Target |*. Fewer lines may end in one by
/// chance.
fn take_pipes_off(lines: &mut [RawLine<'_>]) {
    const MIN: usize = 6;
    let bare = |text: &str| {
        let bare = text.strip_suffix('|')?.trim_end();
        (!bare.is_empty() && !bare.contains('|')).then_some(bare.len())
    };
    if lines.iter().filter(|line| bare(&line.text).is_some()).nth(MIN - 1).is_none() {
        return;
    }
    for line in lines {
        if let Cow::Borrowed(text) = line.text
            && let Some(text) = bare(text).and_then(|len| text.get(..len))
        {
            line.text = Cow::Borrowed(text);
            line.len = small(text.len());
        }
    }
}

impl<'s> RawLine<'s> {
    /// A text that was given, and stands in no source.
    pub(super) fn given(text: &'s str) -> Self {
        RawLine {
            text: Cow::Borrowed(text),
            kind: Kind::Line,
            sheet: 0,
            len: small(text.len()),
            start: 0,
            indent: 0,
            trail: 0,
            number: 1,
            after_blank: true,
            begins_page: false,
            is_named: false,
            blanks: Blanks::default(),
        }
    }
}

impl RawLine<'_> {
    /// Its position in the source.
    pub(super) fn span(&self) -> Span {
        if self.sheet > 0 {
            return cells(self, self);
        }
        Span::Text {
            start: self.start,
            end: self.end(),
            line: self.number as usize,
            column: self.indent as usize + 1,
        }
    }

    fn end(&self) -> usize {
        self.start + self.len as usize
    }

    /// The same with a text of its own.
    pub(super) fn into_owned(self) -> RawLine<'static> {
        RawLine { text: Cow::Owned(self.text.into_owned()), ..self }
    }
}

/// The span of some lines. `None` if an index is out of range.
pub(super) fn span(lines: &[RawLine<'_>], of: Lines) -> Option<Span> {
    // A cell that reaches down from a row above comes before the others of its row.
    let (first, last) = (of.first.min(of.last), of.first.max(of.last));
    let (first, last) = (lines.get(first)?, lines.get(last)?);
    if first.sheet > 0 {
        return Some(cells(first, last));
    }
    Some(Span::Text {
        start: first.start,
        end: last.end(),
        line: first.number as usize,
        column: first.indent as usize + 1,
    })
}

/// The cells of a sheet from one to another.
fn cells(first: &RawLine<'_>, last: &RawLine<'_>) -> Span {
    // A span over several sheets is reported for the first.
    let last = if last.sheet == first.sheet { last } else { first };
    Span::Sheet {
        sheet: first.sheet,
        row: first.number,
        column: first.indent.saturating_add(1),
        last_row: last.number,
        last_column: last.indent.saturating_add(1),
    }
}
