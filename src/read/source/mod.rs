//! From a source in some layout to its pieces: headings, paragraphs, items of lists, and the
//! cells of grids. Only this stage differs by layout; all layouts share the later ones.

#[cfg(feature = "csv")]
mod csv;
#[cfg(any(feature = "html", feature = "markdown", feature = "csv"))]
mod gather;
#[cfg_attr(
    not(all(feature = "html", feature = "markdown", feature = "csv", feature = "xlsx")),
    allow(dead_code, reason = "no layout that is compiled in uses all of it")
)]
mod grid;
#[cfg(feature = "html")]
mod hidden;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "html")]
mod html_table;
#[cfg(any(feature = "html", feature = "markdown"))]
mod loose_cells;
mod loose_rows;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(any(feature = "html", feature = "markdown", feature = "xlsx"))]
mod raised;
mod recognise;
mod run_on;
mod running;
#[cfg_attr(
    not(all(feature = "html", feature = "markdown", feature = "csv", feature = "xlsx")),
    allow(dead_code, reason = "no layout that is compiled in uses all of it")
)]
mod separated;
#[cfg(any(feature = "csv", feature = "xlsx"))]
mod sheet;
#[cfg(feature = "markdown")]
mod unwrapped;
#[cfg(feature = "xlsx")]
mod xlsx;

#[cfg(any(feature = "html", feature = "markdown", feature = "csv"))]
use gather::Gather;
pub(super) use grid::{Grid, GridCell, GridRow};
pub(super) use recognise::is_archive;
#[cfg(feature = "xlsx")]
pub(super) use xlsx::pieces as workbook;

#[cfg(any(feature = "html", feature = "markdown", feature = "csv", feature = "xlsx"))]
use std::borrow::Cow;

use super::limits::Limits;
use super::lines::{self, RawLine};
use crate::coded::coded;
#[cfg(not(all(feature = "html", feature = "markdown", feature = "csv", feature = "xlsx")))]
use crate::findings::argument::FileKind;
use crate::findings::rule::Message;

coded! {
    /// The layout of a source (Dutch: *indeling*): which format it is in.
    ///
    /// ```
    /// use beleid::Layout;
    ///
    /// assert_eq!(Layout::of("Begroting 2017\n\n2.3 Handel"), Layout::Lines);
    /// ```
    #[doc(alias = "indeling")]
    #[derive(Default)]
    #[non_exhaustive]
    Layout, "layout" {
        /// Plain text in which each header, label and cell of a table has a line of its own.
        #[default]
        Lines = "lines";
        /// A web page. Everything that isn't part of its text is left out: scripts, menus (`nav`),
        /// forms, footers, `hidden` elements, and elements whose role, id or class names a dialog, a
        /// menu, breadcrumbs or a cookie notice.
        Html = "html";
        /// Markdown with pipe tables.
        Markdown = "markdown";
        /// Values separated by semicolons, commas, tabs or pipes.
        Csv = "csv";
        /// An Excel workbook, `.xlsx`. Hidden sheets, rows and columns are left out, with a finding.
        Xlsx = "xlsx";
    }
}

impl Layout {
    /// The layout that a text seems to have, by its beginning; [`Layout::Lines`] if it seems to be
    /// none of the others. It may be one whose feature is off: reading then reports
    /// [`Rule::FeatureMissing`](crate::Rule::FeatureMissing).
    ///
    /// ```
    /// use beleid::Layout;
    ///
    /// assert_eq!(Layout::of("<!DOCTYPE html><title>Begroting</title>"), Layout::Html);
    /// assert_eq!(Layout::of("# Begroting 2017\n\n| a | b |\n|---|---|\n"), Layout::Markdown);
    /// assert_eq!(Layout::of("Indicator;Behaald 2016;Beoogd 2017\nA;1;2\n"), Layout::Csv);
    /// ```
    pub fn of(source: &str) -> Layout {
        recognise::layout(source)
    }
}

/// A source as its pieces, in the order of the source.
#[derive(Debug, Default)]
pub(super) struct Pieces<'s> {
    pub(super) lines: Vec<RawLine<'s>>,
    pub(super) grids: Vec<Grid>,
    /// The names of the sheets of a workbook.
    pub(super) sheets: Vec<String>,
    /// What a web page calls itself in its head.
    pub(super) title: Option<String>,
    /// What was found about the source itself.
    pub(super) reports: Vec<SourceReport>,
}

/// Something to be reported about a source, at a piece or about all of it.
#[derive(Debug)]
pub(super) struct SourceReport {
    pub(super) piece: Option<usize>,
    pub(super) what: Message,
}

impl Pieces<'_> {
    /// The same with owned texts.
    pub(super) fn into_owned(self) -> Pieces<'static> {
        let Pieces { lines, grids, sheets, title, reports } = self;
        let lines = lines.into_iter().map(RawLine::into_owned).collect();
        Pieces { lines, grids, sheets, title, reports }
    }
}

#[cfg(any(feature = "html", feature = "markdown", feature = "csv", feature = "xlsx"))]
/// A text without the white space around it, and with its line breaks as spaces. A no-break space
/// stays, since it may group digits.
fn one_line(text: &str) -> Cow<'_, str> {
    let is_break = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
    let text = text.trim();
    // Most texts are on one line already.
    let mut before = b'x';
    let is_one = text.bytes().all(|byte| {
        let is_second = byte == b' ' && before == b' ';
        before = byte;
        !is_second && !matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c')
    });
    if is_one {
        return Cow::Borrowed(text);
    }
    let words = text.split(is_break).filter(|word| !word.is_empty());
    Cow::Owned(words.collect::<Vec<_>>().join(" ").trim().to_owned())
}

/// The report that something needs a feature of the crate that is off.
#[cfg(not(all(feature = "html", feature = "markdown", feature = "csv", feature = "xlsx")))]
pub(super) fn missing_feature(kind: FileKind, feature: &str) -> SourceReport {
    let what = Message::FeatureOff { kind, feature: feature.to_owned() };
    SourceReport { piece: None, what }
}

/// A source of which nothing could be read.
pub(super) fn nothing(reports: SourceReport) -> Pieces<'static> {
    Pieces { reports: vec![reports], ..Pieces::default() }
}

/// Splits a source into pieces.
#[cfg_attr(
    not(any(feature = "html", feature = "markdown", feature = "csv", feature = "xlsx")),
    allow(unused_variables, reason = "a text alone can't say that it is larger than it is")
)]
pub(super) fn pieces<'s>(layout: Layout, source: &'s str, limits: &Limits) -> Pieces<'s> {
    match layout {
        Layout::Lines => {
            // A byte order mark is not part of the text, and not white space either.
            let text = source.strip_prefix('\u{feff}').unwrap_or(source);
            let lines = lines::split(text, source.len() - text.len());
            let lines = run_on::part(running::without_numbers(lines));
            let reports = recognise::ragged(lines.iter().map(|line| &*line.text))
                .map(|line| SourceReport { piece: Some(line), what: Message::RaggedValues {} });
            Pieces { lines, reports: reports.into_iter().collect(), ..Pieces::default() }
        }
        #[cfg(feature = "html")]
        Layout::Html => {
            let mut pieces = html::pieces(source, limits);
            loose_cells::part(&mut pieces.lines);
            pieces
        }
        #[cfg(not(feature = "html"))]
        Layout::Html => nothing(missing_feature(FileKind::WebPage, "html")),
        #[cfg(feature = "markdown")]
        Layout::Markdown => {
            let mut pieces = markdown::pieces(source, limits);
            loose_cells::part(&mut pieces.lines);
            pieces
        }
        #[cfg(not(feature = "markdown"))]
        Layout::Markdown => nothing(missing_feature(FileKind::Markdown, "markdown")),
        #[cfg(feature = "csv")]
        Layout::Csv => csv::pieces(source, limits),
        #[cfg(not(feature = "csv"))]
        Layout::Csv => nothing(missing_feature(FileKind::SeparatedValues, "csv")),
        #[cfg(feature = "xlsx")]
        Layout::Xlsx => xlsx::pieces(source.as_bytes(), limits),
        #[cfg(not(feature = "xlsx"))]
        Layout::Xlsx => nothing(missing_feature(FileKind::Workbook, "xlsx")),
    }
}
