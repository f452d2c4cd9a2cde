//! From the text of a document to a budget.
//!
//! The stages, from first to last; arrows point from later ones to earlier ones, and a test finds circles:
//!
//! - `source`: `bytes` decodes a file, `source` splits it into pieces and grids by its layout, within the
//!   `limits`; `lines` splits plain text, and `pages` sets page numbers, running heads and tables of contents
//!   apart.
//! - `facts`: what a text states about the dimensions of a table, and what it looks like; `header_extras` is
//!   what a header adds to all its cells. `cell` reads one cell without its neighbours into a `raw_cell`,
//!   with `number`; `label` finds the unit, `dates`, `marks` and `status_words` what their names say.
//! - `table`: finds tables in grids, in lines with a cell each and in lines with several. A table is a value
//!   with columns, rows and doubts, whose parts are `spot`s of the pieces; numbers of no table are listed.
//! - `observe`: from a table to its observations: the rows of each subject, and each cell with the facts in
//!   whose scope it lies. `context` resolves what is still ambiguous, with the other numbers of the row
//!   (`peers`); `explain` says in words how. `measures` is what is measured, `slices` and `areas` whose
//!   figures they are.
//! - `assemble` puts observations into the budget as indicators or lines of costs, with their `footnotes`. `scales` knows in what
//!   amounts are that several tables share.
//!
//! `sections` walks over the pieces: `classify` decides what each begins, with the formats of `heading` and
//! `shapes`; `questions` has the questions that open the sections of a field; `goal_lists` reads goals and
//! actions, `tables` says where tables begin. `builder` collects the result, `tree` the fields in it, and
//! `positions` where each part stands and `placement` what put a figure in its column. `reading` is what the user gets, with its `coverage`.
//!
//! `language` has the words of each language, `vocabulary` those that users may add to, and `mapping` what
//! they know about the tables of a document (`mapped`: its columns). Without a document: `single` reads a
//! cell, `header_text` a header, `table_text` a table.

use std::borrow::Cow;

mod areas;
mod assemble;
mod builder;
mod bytes;
mod cell;
mod classify;
mod context;
mod coverage;
mod dates;
mod explain;
mod facts;
mod footnotes;
mod goal_lines;
mod goal_lists;
mod goal_trees;
mod goals;
mod header_extras;
mod header_text;
mod heading;
mod label;
mod language;
mod legend;
mod limits;
mod lines;
mod mapped;
mod mapping;
mod marks;
mod meaning;
mod measures;
mod money;
mod named_signs;
mod number;
mod observe;
mod page_names;
mod pages;
mod parts;
mod peers;
mod placement;
mod positions;
mod questions;
mod raw_cell;
mod reading;
mod reading_figures;
mod scales;
mod sections;
mod shapes;
mod single;
mod slices;
mod source;
mod spot;
mod status_words;
mod table;
mod table_text;
mod tables;
mod tree;
mod vocabulary;

use mapping::Guide;
use source::Pieces;

use crate::language::Language;

pub use coverage::Coverage;
pub use header_text::{HeaderReading, read_header};
pub use limits::Limits;
pub use lines::{Line, LineUse};
pub use mapped::MappedColumn;
pub use mapping::{BareYears, DecimalSign, Mapping, TableKind};
pub use placement::{ColumnsBy, Placement};
pub use reading::Reading;
pub use single::{CellReading, read_cell};
pub use source::Layout;
pub use table_text::{RowReading, RowText, TableReading, TableText, read_table};
pub use vocabulary::{Column, KnownWord, Question, Vocabulary, WordKind};

/// Reads a document as plain text (Dutch: *inlezen*). It never fails: what can't be read is
/// reported as a finding, and its text is kept.
///
/// Each column header, label and cell of a table has a line of its own, as in text that was copied
/// from a page; there may be blank lines in between. A document consists of
///
/// - a title: `Begroting 2017`, `Jaarverslag 2018 gemeente Groningen`;
/// - headings of fields, with a code of two or more parts (`2.3.4 Handel`) or a label
///   (`Programma 2 Economie`);
/// - tables: a title (`Prestatie-indicatoren`), headers (`Behaald` and `2015` on one line or
///   two), and rows of a label with a cell for each column;
/// - questions that open the parts of a field: `Hoe staan we ervoor?`, `Wat willen we
///   bereiken in 2017?`, `Wat gaan we hiervoor doen?`; and paragraphs and bullets below them.
///
/// This is [`Reader::read`] with the default settings of a [`Reader`].
///
/// ```
/// let reading = beleid::read("Begroting 2017\n\n2.3.4 Handelsrelaties\n");
/// assert_eq!(reading.budget.edition.title.as_deref(), Some("Begroting 2017"));
/// assert_eq!(reading.budget.fields.len(), 1);
///
/// assert!(beleid::read("").budget.fields.is_empty());
/// ```
#[doc(alias = "inlezen")]
pub fn read(source: &str) -> Reading<'_> {
    Reader::new().read(source)
}

/// Reads documents, with a [`Vocabulary`] and [`Limits`] (Dutch: *lezer*).
///
/// ```
/// let reader = beleid::Reader::new();
/// assert_eq!(reader.read("Begroting 2017").lines().count(), 1);
/// ```
#[doc(alias = "lezer")]
#[derive(Debug, Clone, Default)]
pub struct Reader {
    /// `None` if the language of each document is to be recognised.
    vocabulary: Option<Box<Vocabulary>>,
    mapping: Option<Box<Mapping>>,
    limits: Limits,
}

impl Reader {
    /// A reader with the default limits, which recognises the language of each document by the words in
    /// its beginning and reads it with the vocabulary of that language. What is too short to tell, and
    /// all that is read without a document, is read as Dutch.
    ///
    /// ```
    /// use beleid::{Language, Reader};
    ///
    /// let reading = Reader::new().read("FY 2020 Adopted Budget\n\nThe revenues of the city");
    /// assert_eq!(reading.language(), Language::English);
    /// assert_eq!(Reader::new().read("Begroting 2017").language(), Language::Dutch);
    /// ```
    pub fn new() -> Self {
        Reader::default()
    }

    /// The same reader with this vocabulary for all documents, whatever their language seems to be.
    ///
    /// ```
    /// use beleid::{Reader, Vocabulary};
    ///
    /// let reader = Reader::new().with_vocabulary(Vocabulary::english());
    /// assert_eq!(reader.read("Budget 2017").budget.edition.period, Some("2017".parse()?));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[must_use]
    pub fn with_vocabulary(mut self, vocabulary: Vocabulary) -> Self {
        self.vocabulary = Some(Box::new(vocabulary));
        self
    }

    /// The same reader with what is known about the tables of documents beforehand.
    ///
    /// ```
    /// use beleid::{Column, Mapping, Reader};
    ///
    /// let mapping = Mapping::new().with_column("Kengetal", Column::Label);
    /// let reader = Reader::new().with_mapping(mapping);
    /// assert!(!reader.read_header("Kengetal").holds_figures());
    /// ```
    #[must_use]
    pub fn with_mapping(mut self, mapping: Mapping) -> Self {
        self.mapping = Some(Box::new(mapping));
        self
    }

    /// The same reader with these limits on the size of a source.
    ///
    /// ```
    /// use beleid::{Limits, Reader, Rule};
    ///
    /// let mut limits = Limits::default();
    /// limits.bytes = 20;
    /// let reading = Reader::new().with_limits(limits).read_bytes(b"Begroting 2017 gemeente Assen");
    /// assert_eq!(reading.findings()[0].rule, Rule::LimitReached);
    /// ```
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Reader { limits, ..self }
    }

    /// Reads one cell without its table; see [`read_cell`](crate::read_cell()).
    ///
    /// ```
    /// assert_eq!(beleid::Reader::new().read_cell("10"), beleid::read_cell("10"));
    /// ```
    pub fn read_cell(&self, printed: &str) -> CellReading {
        if self.mapping.is_none() {
            return single::alone(self.vocabulary(), printed);
        }
        single::alone(&self.guide(self.vocabulary()).all().cells, printed)
    }

    /// Reads one column header without its table; see [`read_header`](crate::read_header()).
    ///
    /// ```
    /// let header = beleid::Reader::new().read_header("Behaald 2015");
    /// assert_eq!(header.role(), Some(beleid::Role::Realised));
    /// ```
    pub fn read_header(&self, text: &str) -> HeaderReading {
        HeaderReading::of(&self.guide(self.vocabulary()).all().headers, text, None)
    }

    /// Reads a table that is already split into cells; see [`read_table`](crate::read_table()).
    ///
    /// ```
    /// let table = beleid::TableText { headers: &["Behaald 2015"], ..Default::default() };
    /// assert_eq!(beleid::Reader::new().read_table(&table).headers.len(), 1);
    /// ```
    pub fn read_table(&self, table: &TableText<'_>) -> TableReading {
        table_text::read(&self.guide(self.vocabulary()), table)
    }

    /// Reads a document as plain text ([`Layout::Lines`]). It never fails.
    ///
    /// Time and memory grow linearly with the length of the source.
    ///
    /// ```
    /// let reading = beleid::Reader::new().read("2.3 Handel");
    /// assert_eq!(reading.budget.fields.len(), 1);
    /// ```
    pub fn read<'s>(&self, source: &'s str) -> Reading<'s> {
        self.read_as(source, Layout::Lines)
    }

    /// Reads a document in this layout. It never fails.
    ///
    /// ```
    /// use beleid::{Layout, Reader};
    ///
    /// let page = "<h1>2.3 Handel</h1><table><tr><th>Indicator<th>Beoogd 2017\
    ///     <tr><td>Aantal projecten<td>&gt; 15</table>";
    /// let reading = Reader::new().read_as(page, Layout::Html);
    /// let figure = &reading.budget.fields[0].indicators[0].figures[0];
    /// assert_eq!(figure.value, beleid::Value::more_than(15));
    /// ```
    pub fn read_as<'s>(&self, source: &'s str, layout: Layout) -> Reading<'s> {
        let (pieces, source) = match bytes::too_long(source.len(), &self.limits) {
            Some(report) => (source::nothing(report), ""),
            None => (source::pieces(layout, source, &self.limits), source),
        };
        self.reading(pieces, source.into(), layout)
    }

    /// Reads a document from the bytes of a file: a workbook, or a text in any [`Layout`]. The layout
    /// is recognised. It never fails: a file that can't be read gives an empty budget and a finding
    /// of [`Rule::UnreadableFile`](crate::Rule::UnreadableFile), or of
    /// [`Rule::FeatureMissing`](crate::Rule::FeatureMissing) if the feature of its layout is off.
    ///
    /// A text may be in UTF-8, in UTF-16, or, with the feature `encoding`, in the encoding that a
    /// web page declares or in Windows-1252. A guessed encoding is reported
    /// ([`Rule::UnsureEncoding`](crate::Rule::UnsureEncoding)). Spans refer to the decoded text,
    /// [`Reading::source`].
    ///
    /// ```
    /// let utf16: Vec<u8> =
    ///     "\u{feff}Begroting 2017".encode_utf16().flat_map(u16::to_le_bytes).collect();
    /// let reading = beleid::Reader::new().read_bytes(&utf16);
    /// assert_eq!(reading.budget.edition.title.as_deref(), Some("Begroting 2017"));
    /// assert_eq!(reading.source(), "Begroting 2017");
    /// ```
    pub fn read_bytes<'s>(&self, bytes: &'s [u8]) -> Reading<'s> {
        self.bytes(bytes, None)
    }

    /// Reads a document from the bytes of a file whose layout is known; otherwise as
    /// [`read_bytes`](Self::read_bytes).
    ///
    /// ```
    /// use beleid::{Layout, Reader};
    ///
    /// let reading = Reader::new().read_bytes_as(b"2.3 Handel", Layout::Lines);
    /// assert_eq!(reading.budget.fields.len(), 1);
    /// ```
    pub fn read_bytes_as<'s>(&self, bytes: &'s [u8], layout: Layout) -> Reading<'s> {
        self.bytes(bytes, Some(layout))
    }

    fn bytes<'s>(&self, bytes: &'s [u8], named: Option<Layout>) -> Reading<'s> {
        let (text, report) = match bytes::contents(bytes, named, &self.limits) {
            bytes::Contents::Text(text, report) => (text, report),
            #[cfg(feature = "xlsx")]
            bytes::Contents::Workbook => {
                let pieces = source::workbook(bytes, &self.limits);
                return self.reading(pieces, "".into(), Layout::Xlsx);
            }
            bytes::Contents::Nothing(report) => {
                let is_workbook = source::is_archive(bytes);
                let found = if is_workbook { Layout::Xlsx } else { Layout::Lines };
                let layout = named.unwrap_or(found);
                return self.reading(source::nothing(report), "".into(), layout);
            }
        };
        let layout = named.unwrap_or_else(|| Layout::of(&text));
        let mut pieces = match &text {
            Cow::Borrowed(text) => source::pieces(layout, text, &self.limits),
            Cow::Owned(text) => source::pieces(layout, text, &self.limits).into_owned(),
        };
        pieces.reports.extend(report);
        self.reading(pieces, text, layout)
    }

    /// The vocabulary for all documents, if there is one.
    fn told_vocabulary(&self) -> Option<&Vocabulary> {
        let of_mapping = || self.mapping.as_deref().and_then(Mapping::language);
        self.vocabulary.as_deref().or_else(of_mapping)
    }

    /// What a document is read by whose words are these.
    fn guide<'m>(&'m self, vocabulary: &'m Vocabulary) -> Guide<'m> {
        Guide::new(vocabulary, self.mapping.as_deref())
    }

    /// The vocabulary for what is read without a document.
    fn vocabulary(&self) -> &Vocabulary {
        self.told_vocabulary().unwrap_or(&vocabulary::DUTCH)
    }

    /// The vocabulary for a document of these pieces.
    fn vocabulary_for(&self, pieces: &Pieces<'_>) -> &Vocabulary {
        if let Some(told) = self.told_vocabulary() {
            return told;
        }
        let recognised = language::pack_of(pieces.lines.iter().map(|line| &*line.text));
        match recognised.map(language::Pack::language) {
            Some(Language::English) => &vocabulary::ENGLISH,
            Some(Language::Dutch) | None => &vocabulary::DUTCH,
        }
    }

    fn reading<'s>(&self, pieces: Pieces<'s>, source: Cow<'s, str>, layout: Layout) -> Reading<'s> {
        let mut pieces = pieces;
        let vocabulary = self.vocabulary_for(&pieces);
        let is_set_on_pages = layout == Layout::Lines;
        let apart = if is_set_on_pages {
            pages::set_apart(vocabulary, &mut pieces.lines)
        } else {
            pages::name_headings(vocabulary.pack(), &mut pieces.lines);
            Vec::new()
        };
        let builder::Built { mut budget, places, uses, findings, resolutions, proofs } =
            sections::read(
                &self.guide(vocabulary),
                &pieces,
                title_around(vocabulary, &pieces, &apart),
            );
        budget.learn_conventions();
        let Pieces { lines, sheets, .. } = pieces;
        let resolutions = resolutions.into_iter().collect();
        Reading {
            budget,
            source,
            language: vocabulary.language(),
            layout,
            sheets,
            lines,
            uses,
            apart,
            places,
            findings,
            resolutions,
            proofs: proofs.into_iter().collect(),
        }
    }
}

/// The title that stands around the text of a page: in the head of a web page, or in what a site or a program prints with it.
fn title_around(
    vocabulary: &Vocabulary,
    pieces: &Pieces<'_>,
    apart: &[(lines::RawLine<'_>, LineUse)],
) -> Option<heading::Title> {
    let of_page = pieces.title.as_deref().into_iter();
    let may_hold = |used_as: &LineUse| {
        matches!(used_as, LineUse::Furniture | LineUse::PageNumber | LineUse::Title)
    };
    // A link back to the menu names headings, which may be those of tables.
    let around = apart
        .iter()
        .filter(|(line, used_as)| {
            may_hold(used_as) && !pages::is_way_back(vocabulary.pack(), &line.text)
        })
        .map(|(line, _)| &*line.text);
    of_page.chain(around).find_map(|text| heading::title_within(vocabulary, text))
}
