//! From a table to its observations: the figures of each subject, with the facts in whose scope each
//! cell lies. Plain data, which `assemble` puts into the budget.
//!
//! `blocks` gathers the rows of each subject, and `figures` reads their cells.

mod blocks;
mod figures;

use std::ops::Range;

use crate::findings::rule::Message;
use crate::leaves::code::Code;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::terms::IndicatorKind;
use crate::leaves::unit::Unit;
use crate::model::figure::Figure;
use crate::model::note::Attribute;
use crate::model::table::TableRow;
use crate::read::explain::Resolution;
use crate::read::facts::looks::Looks;
use crate::read::facts::words::FlowWord;
use crate::read::lines::{LineUse, Lines, RawLine, small};
use crate::read::mapping::{Guide, Scope};
use crate::read::spot::Spot;
use crate::read::table::Table;

/// What is known around a table.
pub(in crate::read) struct Around<'a, 's> {
    pub(in crate::read) vocabulary: &'a Looks<'a>,
    /// What a mapping says of the table.
    pub(in crate::read) scope: &'a Scope<'a>,
    /// The period of the edition.
    pub(in crate::read) edition: Option<Period>,
    /// What an amount of the edition is, unless something says otherwise: budgeted in a budget, realised in an account.
    pub(in crate::read) edition_role: Option<Role>,
    pub(in crate::read) lines: &'a [RawLine<'s>],
    /// The name of the body whose document it is.
    pub(in crate::read) own_body: Option<&'a str>,
    /// Whether the table stands where costs are asked for.
    pub(in crate::read) is_on_costs: bool,
    /// The kind of its indicators, where its title says that it has indicators.
    pub(in crate::read) kind: Option<Option<&'a IndicatorKind>>,
    /// The unit that the text above it states.
    pub(in crate::read) unit: Option<Unit>,
    /// What the title right above it states.
    pub(in crate::read) title: crate::read::facts::Facts,
    /// What the amounts of years are below the heading of its field, where that is a word for several years: *Meerjarenraming per
    /// programma*.
    pub(in crate::read) heading_role: Option<Role>,
    /// Whether the table before it, with which it shares its headers, is of money.
    pub(in crate::read) follows_money: bool,
    /// The number of the table within its field.
    pub(in crate::read) number: u32,
}

impl<'a, 's> Around<'a, 's> {
    /// Of a table that was given, nothing is known around it.
    pub(in crate::read) fn given(
        guide: &'a Guide<'a>,
        section: usize,
        lines: &'a [RawLine<'s>],
    ) -> Self {
        Around {
            vocabulary: guide.words(),
            scope: guide.scope(section),
            edition: None,
            edition_role: None,
            lines,
            own_body: None,
            is_on_costs: false,
            kind: Some(None),
            unit: None,
            title: crate::read::facts::Facts::default(),
            heading_role: None,
            follows_money: false,
            number: 0,
        }
    }
}

/// What a table says.
#[derive(Debug, Default)]
pub(in crate::read) struct Observed {
    pub(in crate::read) is_of_money: bool,
    /// The unit that the table states for all of its figures.
    pub(in crate::read) unit: Option<Unit>,
    pub(in crate::read) subjects: Vec<Subject>,
    /// Headings within the table and other text of it, in order.
    pub(in crate::read) headings: Vec<(String, Lines)>,
    /// Labels of rows that are not the name of a subject.
    pub(in crate::read) rows: Vec<TableRow>,
    pub(in crate::read) reports: Vec<Report>,
    pub(in crate::read) uses: Vec<Used>,
}

/// Some lines with what they are used for. A table has one of each cell, so it is kept small.
#[derive(Debug)]
pub(in crate::read) struct Used {
    first: u32,
    last: u32,
    pub(in crate::read) used_as: LineUse,
}

impl Used {
    pub(super) fn new(lines: Lines, used_as: LineUse) -> Self {
        Used { first: small(lines.first), last: small(lines.last), used_as }
    }

    pub(in crate::read) fn lines(&self) -> Lines {
        Lines { first: self.first as usize, last: self.last as usize }
    }
}

/// What a subject's figures are of.
#[derive(Debug)]
pub(in crate::read) struct Subject {
    /// The label as printed, and its lines.
    pub(in crate::read) label: String,
    pub(in crate::read) lines: Lines,
    pub(in crate::read) group: Vec<String>,
    /// The piece of the goal that it is for.
    pub(in crate::read) goal: Option<usize>,
    pub(in crate::read) code: Option<Code>,
    pub(in crate::read) flow: Option<FlowWord>,
    pub(in crate::read) unit: Option<Unit>,
    /// Whether the scale in its label isn't understood.
    pub(in crate::read) is_scale_unknown: bool,
    pub(in crate::read) source: Option<String>,
    pub(in crate::read) figures: Vec<(Figure, Spot)>,
    pub(in crate::read) unplaced: Vec<(crate::model::figure::Cell, Spot)>,
    pub(in crate::read) attributes: Vec<(Attribute, usize)>,
    /// Texts about all of it, without a mark: its source, an explanation.
    pub(in crate::read) remarks: Vec<(String, Lines)>,
    /// The marks of its label and of its columns of marks, each with the figures that it is about.
    pub(in crate::read) marks: Vec<(String, Lines, Range<usize>)>,
    /// Texts of columns *Status* and *Opmerking*, with the figures that they are about.
    pub(in crate::read) statuses: Vec<(String, Range<usize>)>,
    /// Texts of columns *Peiljaar*.
    pub(in crate::read) dates: Vec<(String, Range<usize>)>,
}

/// Something to be reported.
#[derive(Debug)]
pub(in crate::read) struct Report {
    pub(in crate::read) at: At,
    pub(in crate::read) lines: Lines,
    pub(in crate::read) what: What,
}

#[derive(Debug)]
pub(in crate::read) enum What {
    Finding(Message),
    /// How an ambiguous cell was resolved.
    Resolution(Resolution),
}

/// What a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum At {
    Table,
    /// A column of the table, by its index.
    Column(usize),
    Subject(usize),
    Name(usize),
    Figure(usize, usize),
}

/// Reads a table.
pub(in crate::read) fn observe(around: &Around<'_, '_>, table: &Table) -> Observed {
    let blocks = blocks::gather(around, table);
    figures::read(around, table, blocks)
}
