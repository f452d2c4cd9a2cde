//! A cell as it is read without its neighbours: possibly ambiguous, with what is printed around its
//! value.

use crate::findings::argument::Doubt;
use crate::leaves::dimension::Dimension;
use crate::leaves::number::Number;
use crate::leaves::period::Period;
use crate::leaves::role::{Role, Statuses};
use crate::leaves::unit::Unit;
use crate::leaves::value::{Comparison, Value};
use crate::read::number::Written;

/// A cell as it is read without its neighbours.
#[expect(clippy::struct_excessive_bools, reason = "each is a doubt of its own")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RawCell {
    pub(super) interpretation: Interpretation,
    pub(super) unit: Option<Unit>,
    pub(super) dated: Option<Period>,
    pub(super) signs: NumberSigns,
    /// Whether a scale in it has been multiplied out: `1,2 mln`.
    pub(super) scaled: bool,
    /// Whether it is in words that a label may have as well: `28 dagen`.
    pub(super) in_words: bool,
    /// Whether words next to it are kept as a remark that isn't understood.
    pub(super) unclear_remark: bool,
    /// Whether it is written as a year is.
    pub(super) may_be_year: bool,
    /// What is in doubt if it was read in a way that is likely but not certain.
    pub(super) likely: Option<Doubt>,
    /// What is printed around the value: `None` in most cells. Boxed, since cells are moved often.
    extras: Option<Box<CellExtras>>,
}

/// What is printed in a cell around its value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct CellExtras {
    pub(super) status: Statuses,
    pub(super) notes: Vec<String>,
    pub(super) remark: Option<String>,
    /// What a letter in parentheses says that it is: `9,5 (R)`, of *rekening*.
    pub(super) role: Option<(Role, char)>,
}

/// Which signs stand in the numbers of a cell that can be read in one way only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct NumberSigns {
    pub(super) comma: bool,
    pub(super) point: bool,
}

/// How the text of a cell can be interpreted: one value, several possible ones, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Interpretation {
    /// This value, without ambiguity.
    Sure(Value),
    /// One of these: a sign groups thousands or begins decimals.
    Grouped(Box<Grouped>),
    /// This, if the point is a decimal sign.
    Point(Value),
    /// A comparison with the result of a year, or with a number.
    Year { comparison: Comparison, year: u16 },
    /// A comparison with the result of the year before that of the column.
    YearBefore(Comparison),
    /// This, with the mark of a footnote after it; or two numbers: `3,7 (3)`.
    Marked(Box<Marked>),
    /// An increase by this, or just this: `+5`.
    Signed(Value),
    /// Several values, each with its name.
    Parts(Vec<CellPart>),
    /// Several numbers without a known relation: `12 / 14`.
    Several,
    /// A time, or one number to another: `3:45`.
    Clock,
    /// A year, a period or a date.
    Date,
    /// Signs without a digit.
    Signs,
    /// Several cells without anything between them.
    RunTogether,
    /// Digits and signs that don't form a number.
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

/// A value with what may be the mark of a footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    pub(super) interpretation: Interpretation,
    /// Those that may be footnotes, in the order in which they stand.
    pub(super) marks: Vec<String>,
}

/// One of several values in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellPart {
    pub(super) slice: Option<Dimension>,
    pub(super) reading: RawCell,
}

impl Interpretation {
    /// What a number says as some value.
    pub(super) fn of(written: Written, value: impl Fn(Number) -> Value) -> Self {
        match written {
            Written::Plain(number) => Interpretation::Sure(value(number)),
            Written::Grouped { whole, decimal, point, safe } => {
                let (whole, decimal) = (value(whole), value(decimal));
                Interpretation::Grouped(Box::new(Grouped { whole, decimal, point, safe }))
            }
            Written::Point(number) => Interpretation::Point(value(number)),
        }
    }
}

impl RawCell {
    pub(super) fn new(interpretation: Interpretation) -> Self {
        RawCell {
            interpretation,
            unit: None,
            dated: None,
            signs: NumberSigns::default(),
            scaled: false,
            in_words: false,
            unclear_remark: false,
            may_be_year: false,
            likely: None,
            extras: None,
        }
    }

    /// Whether it was understood, so that it can't be a label.
    pub(super) fn is_understood(&self) -> bool {
        !matches!(
            self.interpretation,
            Interpretation::Words
                | Interpretation::NumberWithWords
                | Interpretation::Misprint
                | Interpretation::Several
                | Interpretation::Clock
                | Interpretation::Date
                | Interpretation::Signs
                | Interpretation::RunTogether
        )
    }

    /// Takes its value and its unit out, where there is nothing else in it or around it, as in most cells.
    pub(super) fn take_plain(&mut self) -> Option<(Value, Option<Unit>)> {
        let is_plain = matches!(self.interpretation, Interpretation::Sure(_))
            && self.extras.is_none()
            && self.likely.is_none()
            && self.dated.is_none()
            && !self.unclear_remark;
        if !is_plain {
            return None;
        }
        match std::mem::replace(&mut self.interpretation, Interpretation::Words) {
            Interpretation::Sure(value) => Some((value, self.unit.take())),
            _ => None,
        }
    }

    /// Removes what was found around the value.
    pub(super) fn forget(&mut self) {
        *self = RawCell::new(Interpretation::Words);
    }

    pub(super) fn extras(&mut self) -> &mut CellExtras {
        self.extras.get_or_insert_default()
    }

    /// Takes its parts out, with the marks that stand around them all, where it has parts.
    pub(super) fn take_parts(&mut self) -> Option<(Vec<CellPart>, Vec<String>)> {
        let Interpretation::Parts(parts) = &mut self.interpretation else { return None };
        let parts = std::mem::take(parts);
        Some((parts, self.take_extras().notes))
    }

    /// Takes out what is printed around the value.
    pub(super) fn take_extras(&mut self) -> CellExtras {
        self.extras.take().map(|extras| *extras).unwrap_or_default()
    }

    /// Whether it states that there is no figure.
    pub(super) fn is_missing(&self) -> bool {
        matches!(&self.interpretation, Interpretation::Sure(value) if value.is_missing())
    }

    /// Whether its meaning depends on the other cells of its row.
    pub(super) fn depends_on_row(&self) -> bool {
        match &self.interpretation {
            Interpretation::Sure(Value::Exact(_)) => self.may_be_year,
            Interpretation::Grouped(_) | Interpretation::Point(_) | Interpretation::Year { .. } => {
                true
            }
            Interpretation::Marked(marked) => matches!(
                marked.interpretation,
                Interpretation::Grouped(_) | Interpretation::Point(_)
            ),
            Interpretation::Parts(parts) => parts.iter().any(|part| part.reading.depends_on_row()),
            _ => false,
        }
    }

    /// Whether a line that reads so is a cell, and not words such as a label has.
    pub(super) fn looks_like_cell(&self) -> bool {
        !matches!(self.interpretation, Interpretation::Words | Interpretation::NumberWithWords)
            && !self.may_be_label()
    }

    /// Whether it could be read, and is in words that a label may have as well.
    pub(super) fn may_be_label(&self) -> bool {
        self.in_words || matches!(self.interpretation, Interpretation::Parts(_))
    }
}
