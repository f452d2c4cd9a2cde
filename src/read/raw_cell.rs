//! What a cell says by itself, and what stands beside that, as the stages pass it on.

use crate::{Comparison, Period, Status, Unit, Value};

/// What a cell says by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawCell {
    pub(super) says: Says,
    pub(super) unit: Option<Unit>,
    pub(super) dated: Option<Period>,
    pub(super) signs: Signs,
    /// What stands beside it, which is nothing in most cells; it is apart since cells are
    /// moved around a lot.
    beside: Option<Box<Beside>>,
}

/// What stands in a cell beside its value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Beside {
    pub(super) status: Vec<Status>,
    pub(super) notes: Vec<String>,
    pub(super) remark: Option<String>,
}

/// Which signs stand in the numbers of a cell that can be read in one way only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Signs {
    pub(super) comma: bool,
    pub(super) point: bool,
}

/// What a cell says, or which values it may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Says {
    /// This, in one way only.
    Sure(Value),
    /// One of these: a sign groups thousands or begins decimals.
    Grouped(Box<Grouped>),
    /// This, if the point is a decimal sign.
    Point(Value),
    /// A comparison with the result of a year, or with a number.
    Year { comparison: Comparison, year: u16 },
    /// A comparison with the result of the year before that of the column.
    YearBefore(Comparison),
    /// Digits and signs that no number is written with.
    Misprint,
    /// A number with words, which can't be read.
    NumberWithWords,
    /// Words. In a table of lines this is what labels look like.
    Words,
}

/// The values of a cell with a sign that groups thousands or begins decimals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grouped {
    pub(super) whole: Value,
    pub(super) decimal: Value,
    pub(super) point: bool,
    pub(super) safe: bool,
}

impl RawCell {
    pub(super) fn new(says: Says) -> Self {
        RawCell { says, unit: None, dated: None, signs: Signs::default(), beside: None }
    }

    pub(super) fn beside(&mut self) -> &mut Beside {
        self.beside.get_or_insert_default()
    }

    /// The marks of footnotes around it.
    pub(super) fn notes(&self) -> &[String] {
        self.beside.as_ref().map_or(&[], |beside| &beside.notes)
    }

    /// What stands beside its value.
    pub(super) fn take_beside(&mut self) -> Beside {
        self.beside.take().map(|beside| *beside).unwrap_or_default()
    }

    /// Whether it says that there is no figure.
    pub(super) fn is_missing(&self) -> bool {
        matches!(&self.says, Says::Sure(value) if value.is_missing())
    }

    /// Whether the other cells of its row have a say in what it means.
    pub(super) fn is_in_doubt(&self) -> bool {
        matches!(self.says, Says::Grouped(_) | Says::Point(_) | Says::Year { .. })
    }

    /// Whether a line that reads so is a cell, and not words such as a label has.
    pub(super) fn looks_like_cell(&self) -> bool {
        !matches!(self.says, Says::Words | Says::NumberWithWords)
    }
}
