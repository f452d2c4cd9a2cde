//! Tables: what a finder returns, whatever the source looked like.

mod above;
pub(in crate::read) mod arithmetic;
pub(in crate::read) mod arrange;
mod as_grid;
pub(in crate::read) mod body;
mod broken;
mod cards;
pub(in crate::read) mod codes;
pub(in crate::read) mod columns;
mod facing;
pub(in crate::read) mod find;
mod gaps;
pub(in crate::read) mod grid;
mod keyed;
mod kinds;
pub(in crate::read) mod lines;
mod pairs;
mod records;
pub(in crate::read) mod rest;
pub(in crate::read) mod settle;
mod sides;
mod spans;
mod stretch;
pub(in crate::read) mod subject_above;
mod terms;
mod tiles;
pub(in crate::read) mod torn;
mod totalled;
pub(in crate::read) mod turn;

use std::borrow::Cow;

use crate::leaves::dimension::Dimension;
use crate::leaves::value::Missing;
use crate::read::facts::Facts;
use crate::read::facts::endings::RowCell;
use crate::read::facts::letters::amount_and_favour;
use crate::read::facts::words::ColumnKind;
use crate::read::language::Pack;
use crate::read::lines::{Lines, RawLine};
use crate::read::placement::ColumnsBy;
use crate::read::spot::{Spot, joined};

/// A table: its columns, its rows, and what else stands in it.
#[derive(Debug, Default)]
pub(in crate::read) struct Table {
    pub(in crate::read) columns: Vec<Column>,
    pub(in crate::read) rows: Vec<Row>,
    /// What its caption, its corner and the line above it state about all of it.
    pub(in crate::read) scope: Facts,
    /// The piece that is its title or caption, if it is its own.
    pub(in crate::read) caption: Option<usize>,
    /// The pieces that are headers, or parts of one.
    pub(in crate::read) head: Vec<usize>,
    pub(in crate::read) footnotes: Vec<Footnote>,
    /// What a dash means according to the legend.
    pub(in crate::read) dash: Option<Missing>,
    /// Text between the rows that is none of them.
    pub(in crate::read) sentences: Vec<usize>,
    /// Lines between the rows that repeat the title of the document.
    pub(in crate::read) heads: Vec<usize>,
    /// Numbers that belong to no row.
    pub(in crate::read) orphans: Vec<Spot>,
    /// Whether the labels are names of areas or organisations.
    pub(in crate::read) labels_are_areas: bool,
    /// Its first piece, and the one after its last.
    pub(in crate::read) from: usize,
    pub(in crate::read) to: usize,
    pub(in crate::read) doubts: Vec<Doubt>,
    /// How its columns were recognised; `None` if the layout has cells.
    pub(in crate::read) columns_by: Option<ColumnsBy>,
    /// The section of the mapping that it is read by; 0 for that of all tables.
    pub(in crate::read) section: usize,
}

/// Something to be reported about a table.
#[derive(Debug)]
pub(in crate::read) struct Doubt {
    pub(in crate::read) at: Lines,
    pub(in crate::read) what: crate::findings::rule::Message,
}

/// A column of a table.
#[derive(Debug, Clone, Default)]
pub(in crate::read) struct Column {
    /// Its headers, from the outermost to the innermost.
    pub(in crate::read) headers: Vec<String>,
    /// Where they stand.
    pub(in crate::read) spots: Vec<Spot>,
    /// The lines of its headers.
    pub(in crate::read) lines: Option<Lines>,
    /// What its headers state together.
    pub(in crate::read) facts: Facts,
    /// What it holds; `None` for figures.
    pub(in crate::read) content: Option<ColumnKind>,
    /// The part of the whole that it is about, where its header names one.
    pub(in crate::read) slice: Option<Dimension>,
    /// Whether it is unknown which of the outer headers are above it.
    pub(in crate::read) is_open: bool,
    /// The entry of the mapping that names it.
    pub(in crate::read) mapped: Option<usize>,
}

impl Column {
    /// The column of the labels.
    pub(in crate::read) fn of_labels() -> Self {
        Column { content: Some(ColumnKind::Label), ..Column::default() }
    }

    /// Whether it holds the labels of the rows.
    pub(in crate::read) fn is_of_labels(&self) -> bool {
        self.content == Some(ColumnKind::Label)
    }

    /// Whether it holds what names or numbers the rows, and no figures.
    pub(in crate::read) fn names_rows(&self) -> bool {
        matches!(self.content, Some(ColumnKind::Label | ColumnKind::Code | ColumnKind::Number))
    }

    pub(in crate::read) fn header(&self) -> String {
        self.headers.join(" ")
    }
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(in crate::read) struct Row {
    /// The parts of its label.
    pub(in crate::read) label: Vec<Spot>,
    pub(in crate::read) kind: RowKind,
    /// A cell for each column of the table, but for a row that doesn't fit: its cells as they come.
    pub(in crate::read) cells: Vec<Option<Cell>>,
    /// Cells of it whose column isn't known.
    pub(in crate::read) loose: Vec<Cell>,
    /// Whether its label reaches over all columns.
    pub(in crate::read) is_spanned: bool,
    /// What it is, where it has no label and its amounts prove it.
    pub(in crate::read) unlabelled: Option<Unlabelled>,
}

/// What the amounts of a row without a label prove it to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Unlabelled {
    /// The total of rows above it.
    Total,
    /// The balance of the two flows above it.
    Balance,
}

impl Row {
    /// A row all of whose cells have a place, and whose label stands in one column.
    pub(in crate::read) fn new(label: Vec<Spot>, kind: RowKind, cells: Vec<Option<Cell>>) -> Self {
        Row { label, kind, cells, loose: Vec::new(), is_spanned: false, unlabelled: None }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) struct Cell {
    pub(in crate::read) spot: Spot,
    /// The *V* or the *N* after it.
    pub(in crate::read) favour: Option<Spot>,
    /// The text before it that says when it was measured: `2019:`.
    pub(in crate::read) dated: Option<Spot>,
    /// The rest of its words, where the line broke within them: *New measure*, *in FY 2018*.
    pub(in crate::read) rest: Option<Spot>,
}

impl Cell {
    pub(in crate::read) fn at(spot: Spot) -> Self {
        Cell { spot, favour: None, dated: None, rest: None }
    }

    /// All of a piece, with the letter in it that says whether its amount is favourable.
    fn of_piece(pack: &Pack, lines: &[RawLine<'_>], piece: usize) -> Self {
        let text = lines.get(piece).map_or("", |line| &*line.text);
        match amount_and_favour(pack, text) {
            Some((amount, letter)) => Cell {
                spot: Spot::part(piece, amount.start, amount.end),
                favour: Some(Spot::part(piece, letter.start, letter.end)),
                dated: None,
                rest: None,
            },
            None => Cell::at(Spot::whole(piece)),
        }
    }

    /// A cell of a row that stands on one line.
    fn of_row(line: usize, &(from, to, favour): &RowCell) -> Self {
        Cell {
            spot: Spot::part(line, from, to),
            favour: favour.map(|(from, to)| Spot::part(line, from, to)),
            dated: None,
            rest: None,
        }
    }

    /// What it prints.
    pub(in crate::read) fn text<'l>(self, lines: &'l [RawLine<'_>]) -> Cow<'l, str> {
        match self.rest {
            Some(rest) => Cow::Owned(joined(lines, &[self.spot, rest])),
            None => Cow::Borrowed(self.spot.text(lines)),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum RowKind {
    /// Figures, each in its column.
    Figures,
    /// A label above other rows.
    Group,
    /// A label, with a text that says something about the rows above it: *Eenheid: euro*.
    Meta,
    /// Cells whose columns aren't known.
    Misfit,
}

/// A footnote below the rows.
#[derive(Debug)]
pub(in crate::read) struct Footnote {
    pub(in crate::read) lines: Lines,
    pub(in crate::read) mark: String,
    pub(in crate::read) text: String,
}

/// The name of what a table is about, in the text above it: without the word for it, *Indicator: Aantal woningen*.
fn name_in(pack: &Pack, lines: &[RawLine<'_>], piece: usize) -> Spot {
    let text = lines.get(piece).map_or("", |line| &*line.text);
    match text.split_once(": ") {
        Some((head, name)) if pack.column(head) == Some(ColumnKind::Label) => {
            Spot::part(piece, text.len() - name.trim_start().len(), text.len())
        }
        _ => Spot::whole(piece),
    }
}
