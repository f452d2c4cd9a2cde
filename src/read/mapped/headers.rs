//! How the headers of a table are looked up in a mapping.

use std::collections::{BTreeMap, HashMap};

use super::column::MappedColumn;
use crate::findings::argument::MappedText;
use crate::read::dates::without_period;
use crate::read::header_extras::HeaderExtras;
use crate::read::language::Pack;
use crate::words::fold;

/// By what a mapping names a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::read) enum Key {
    /// The header as it was given, and as it is compared.
    Header(String, String),
    /// Counted from 1.
    Number(usize),
}

impl Key {
    pub(in crate::read) fn header(text: &str) -> Self {
        Key::Header(text.to_owned(), folded(text))
    }

    /// The key that a text is in a file or on the command line: `#3` is a number.
    pub(in crate::read) fn of(text: &str) -> Result<Self, &'static str> {
        if text.trim().is_empty() {
            return Err("a header has a text");
        }
        let number = text
            .trim()
            .strip_prefix('#')
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        match number.filter(|digits| !digits.is_empty()).map(str::parse) {
            Some(Ok(0)) => Err("columns are counted from 1"),
            Some(Ok(number)) => Ok(Key::Number(number)),
            Some(Err(_)) => Err("no table has that many columns"),
            None => Ok(Key::header(text)),
        }
    }

    /// Whether two keys name the same column.
    pub(in crate::read) fn is_same(&self, other: &Key) -> bool {
        match (self, other) {
            (Key::Header(_, one), Key::Header(_, other)) => one == other,
            (Key::Number(one), Key::Number(other)) => one == other,
            _ => false,
        }
    }
}

impl Key {
    /// The column as messages name it.
    pub(in crate::read) fn text(&self) -> MappedText {
        match self {
            Key::Header(text, _) => MappedText::Column((&**text).into()),
            Key::Number(number) => MappedText::Number(*number),
        }
    }
}

/// A header as it is compared: a sign alone is itself.
pub(in crate::read) fn folded(text: &str) -> String {
    let folded = fold(text, false);
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}

/// The columns that a mapping names for a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::read) struct MappedHeaders {
    by_header: HashMap<String, usize>,
    by_number: BTreeMap<usize, usize>,
    columns: Vec<MappedColumn>,
    /// The most words of a header.
    longest: usize,
}

impl MappedHeaders {
    /// Adds a column. One that is named already is replaced.
    pub(in crate::read) fn add(&mut self, key: &Key, column: MappedColumn) -> usize {
        let entry = self.columns.len();
        match key {
            Key::Header(text, folded) => {
                self.longest = self.longest.max(text.split_whitespace().count());
                self.by_header.insert(folded.clone(), entry);
            }
            Key::Number(number) => {
                self.by_number.insert(*number, entry);
            }
        }
        self.columns.push(column);
        entry
    }

    pub(in crate::read) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    pub(in crate::read) fn longest(&self) -> usize {
        self.longest
    }

    pub(in crate::read) fn column(&self, entry: usize) -> Option<&MappedColumn> {
        self.columns.get(entry)
    }

    /// The entry of a column by its number, counted from 1.
    pub(in crate::read) fn number(&self, number: usize) -> Option<usize> {
        self.by_number.get(&number).copied()
    }

    /// Whether a table is known by numbers alone: which column holds labels and which holds figures.
    pub(in crate::read) fn needs_no_headers(&self) -> bool {
        let columns = || self.by_number.values().filter_map(|entry| self.columns.get(*entry));
        let has_label = columns().any(|column| column.holds == crate::read::meaning::Column::Label);
        has_label && columns().any(MappedColumn::holds_figures)
    }

    /// The entry of a header as it is.
    pub(in crate::read) fn exactly(&self, text: &str) -> Option<usize> {
        if self.by_header.is_empty() {
            return None;
        }
        self.by_header.get(&folded(text)).copied()
    }

    /// The entry of a header, which may have a year, a unit or marks beside its words.
    pub(in crate::read) fn header(&self, pack: &Pack, text: &str) -> Option<usize> {
        const MAX_LEN: usize = 400;
        if self.by_header.is_empty() || text.len() > MAX_LEN {
            return None;
        }
        if let Some(entry) = self.exactly(text) {
            return Some(entry);
        }
        let (core, _) = HeaderExtras::split(pack, text);
        self.exactly(core).or_else(|| {
            let bare = without_period(pack, core);
            if bare.len() == core.trim().len() { None } else { self.exactly(bare) }
        })
    }
}
