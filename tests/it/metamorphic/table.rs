//! An abstract table: what a form of it prints, and what each of its numbers means.

use beleid::{Layout, Number};

/// What one printed number means. A dimension lists each answer that is right, `None` for "not
/// stated"; a dimension without a list is not compared.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fact {
    pub(crate) label: String,
    /// The group rows above it.
    pub(crate) group: Vec<String>,
    /// The area or another part of the whole.
    pub(crate) slice: Option<String>,
    pub(crate) periods: Vec<Option<String>>,
    pub(crate) roles: Vec<Option<String>>,
    pub(crate) flows: Vec<Option<String>>,
    pub(crate) value: Meant,
    /// The number as printed, by whose digits it is found.
    pub(crate) printed: String,
}

/// The value that a cell means.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Meant {
    /// Its kinds in the flat table (`exact`, `more_than`, …), each of which is right.
    pub(crate) kinds: Vec<String>,
    /// The number, scale applied. `None` if the cell has none.
    pub(crate) number: Option<Number>,
    /// The lowest and the highest number of a range.
    pub(crate) range: Option<(Number, Number)>,
    /// Whether either sign is right.
    pub(crate) any_sign: bool,
    /// Whether a thousand times as much is right, with a finding: no scale is printed.
    pub(crate) or_thousands: bool,
}

impl Meant {
    pub(crate) fn number(kind: &str, number: Number) -> Self {
        Meant {
            kinds: vec![kind.to_owned()],
            number: Some(number),
            range: None,
            any_sign: false,
            or_thousands: false,
        }
    }
}

/// A cell as printed. `fact` is `None` if it states nothing, as an empty cell or a dash.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    pub(crate) printed: String,
    pub(crate) fact: Option<Fact>,
    /// What its numbers after the first mean.
    pub(crate) more: Vec<Fact>,
}

/// A header cell, and how many columns of figures lie below it.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    pub(crate) text: String,
    pub(crate) columns: usize,
}

impl Header {
    pub(crate) fn new(text: impl Into<String>, columns: usize) -> Self {
        Header { text: text.into(), columns }
    }
}

#[derive(Debug, Clone)]
pub(crate) enum Row {
    /// A row of one text, which says something about the rows below it.
    Group(String),
    /// A row about the rows above it: `Eenheid:` and `Duizend euro`.
    About(String, String),
    /// What a page prints between the rows of a table that goes on: its number, a running head. It
    /// is printed in plain text only.
    Furniture(String),
    /// A row of as many labels as the table has columns of labels, and a cell a column.
    Data { labels: Vec<String>, cells: Vec<Cell> },
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    /// A text that belongs to the table, with its scale: `Bedragen x € 1.000`.
    pub(crate) caption: Option<String>,
    /// The headers of the columns of labels, printed on the first level. May be empty texts.
    pub(crate) heads: Vec<String>,
    /// What stands above the columns of labels on the levels after the first, if anything does.
    pub(crate) lower_heads: Vec<Vec<String>>,
    /// The levels of headers, from the outermost. Each covers all columns of figures.
    pub(crate) levels: Vec<Vec<Header>>,
    pub(crate) rows: Vec<Row>,
    /// Whether the empty cells beside an outer header are left out, so that it stands above the
    /// wrong columns.
    pub(crate) is_gapless: bool,
    /// Whether it is printed column by column where each cell has a line of its own.
    pub(crate) is_by_column: bool,
}

impl Table {
    /// What stands above the columns of labels on a level, a text a column.
    pub(crate) fn heads_on(&self, level: usize) -> Vec<String> {
        let heads = match level.checked_sub(1) {
            None => Some(&self.heads),
            Some(lower) => self.lower_heads.get(lower),
        };
        let mut heads = heads.cloned().unwrap_or_default();
        heads.resize(self.heads.len(), String::new());
        heads
    }

    /// The number of columns of figures.
    pub(crate) fn columns(&self) -> usize {
        let of_level = |level: &Vec<Header>| level.iter().map(|header| header.columns).sum();
        let of_headers = self.levels.iter().map(of_level).max().unwrap_or(0);
        let of_rows = self.rows.iter().map(|row| match row {
            Row::Data { cells, .. } => cells.len(),
            _ => 0,
        });
        of_rows.max().unwrap_or(0).max(of_headers)
    }

    pub(crate) fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flat_map(|row| match row {
            Row::Data { cells, .. } => cells.as_slice(),
            _ => &[],
        })
    }

    pub(crate) fn facts(&self) -> impl Iterator<Item = &Fact> {
        self.cells().flat_map(|cell| cell.fact.iter().chain(&cell.more))
    }

    /// The same table with its rows as columns. `None` if that can't be printed: a table of
    /// several levels, groups or columns of labels.
    pub(crate) fn turned(&self) -> Option<Table> {
        let ([level], [head]) = (self.levels.as_slice(), self.heads.as_slice()) else {
            return None;
        };
        if level.iter().any(|header| header.columns != 1) {
            return None;
        }
        let mut headers = Vec::new();
        let mut columns = Vec::new();
        for row in &self.rows {
            let Row::Data { labels, cells } = row else { return None };
            headers.push(Header::new(labels.join(" "), 1));
            columns.push(cells);
        }
        let rows = level.iter().enumerate().map(|(at, header)| Row::Data {
            labels: vec![header.text.clone()],
            cells: columns.iter().map(|cells| cells[at].clone()).collect(),
        });
        Some(Table {
            caption: self.caption.clone(),
            heads: vec![head.clone()],
            levels: vec![headers],
            rows: rows.collect(),
            ..Table::default()
        })
    }
}

/// A part of a document.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    /// A heading of this level, from 1.
    Heading(usize, String),
    Text(String),
    Table(Table),
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    pub(crate) blocks: Vec<Block>,
}

impl Document {
    pub(crate) fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    pub(crate) fn facts(&self) -> Vec<&Fact> {
        self.tables().flat_map(Table::facts).collect()
    }
}

/// The digits by which a printed number is found, however it is scaled or grouped. Empty if it has
/// none but zeros.
pub(crate) fn key(printed: &str) -> String {
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

/// The keys of the numbers in the source of a document. Between separated values a comma is no part
/// of a number.
pub(crate) fn keys_of_source(source: &str, layout: Layout) -> Vec<String> {
    if layout != Layout::Csv {
        return keys(source).collect();
    }
    let sign = if source.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.delimiter(sign).has_headers(false).flexible(true);
    let records = reader.from_reader(source.as_bytes()).into_records();
    let fields = records.filter_map(Result::ok).flat_map(|record| {
        record.iter().flat_map(|field| keys(field).collect::<Vec<_>>()).collect::<Vec<_>>()
    });
    fields.collect()
}

/// The keys of the numbers in a text, one for each run of digits, points and commas.
pub(crate) fn keys(text: &str) -> impl Iterator<Item = String> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    runs.map(key).filter(|key| !key.is_empty())
}
