//! What a text states about the dimensions of a table, as a header, a label or a caption.
//!
//! `header` reads a text word by word, and `add` says what each word adds to what the others state. `scopes` puts the facts of a
//! narrow scope before those of a wide one. `classes` and `endings` tell what a text looks like before its words are read.

mod add;
mod amended;
mod amounts;
mod changes;
pub(in crate::read) mod classes;
mod compared;
pub(in crate::read) mod endings;
mod ends_of_year;
pub(in crate::read) mod formula;
mod header;
mod header_words;
mod identifiers;
pub(in crate::read) mod letters;
pub(in crate::read) mod looks;
mod mapped;
mod misspelled;
mod scopes;
mod seen;
pub(in crate::read) mod spacing;
pub(in crate::read) mod words;
mod years;

use crate::leaves::period::Period;
use crate::leaves::role::{Role, Statuses};
use crate::leaves::unit::Unit;
use crate::read::language::HeaderWord;
use words::{ColumnKind, FlowWord};

pub(in crate::read) use amended::{amended_budget, is_amendment};
pub(in crate::read) use changes::change_of;
pub(in crate::read) use ends_of_year::{EndOfYear, end_of_year};
pub(in crate::read) use mapped::flow_word;
pub(in crate::read) use misspelled::well_spelled;

/// The facts that one text states. Where it contradicts itself on a dimension, that stays open and
/// `is_torn` is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is something that a header may be")]
pub(in crate::read) struct Facts {
    pub(in crate::read) period: Option<Period>,
    pub(in crate::read) role: Option<Role>,
    pub(in crate::read) flow: Option<FlowWord>,
    /// What the word for its role, its flow or its content may mean as well: *Saldo* a difference.
    pub(in crate::read) others: &'static [HeaderWord],
    /// The month and the day of a balance whose year isn't printed: *Stand 31-12*.
    pub(in crate::read) day: Option<(u8, u8)>,
    /// How many years its figures are after the year of their row: −2 in *Bedrag t-2*.
    pub(in crate::read) years_after: Option<i8>,
    /// Which of several changes of a budget: 2 in *2e begrotingswijziging*. 0 if it doesn't say.
    pub(in crate::read) change: u8,
    pub(in crate::read) unit: Option<Unit>,
    pub(in crate::read) status: Statuses,
    pub(in crate::read) marks: Vec<String>,
    pub(in crate::read) content: Option<ColumnKind>,
    /// How many words it has that state none of these.
    pub(in crate::read) rest: u8,
    pub(in crate::read) is_torn: bool,
    /// Whether some of those words stand in parentheses, as a remark does: *2019 (andere meetmethode)*.
    pub(in crate::read) is_remarked: bool,
    /// Whether it is a word for figures of several years: *Meerjarenraming*.
    pub(in crate::read) is_multi_year: bool,
    /// Whether it leads to parts of the column before it: *Waarvan effect op*.
    pub(in crate::read) is_of_parts: bool,
    /// Whether it names what there is on a day: *Boekwaarde*.
    pub(in crate::read) is_stock: bool,
    /// Whether it says of which columns its own is the sum: `(3 = 1 + 2)`.
    pub(in crate::read) is_sum: bool,
    /// Whether one of its words is misspelled, and was taken for the word that it is near.
    pub(in crate::read) is_misspelled: bool,
    /// Whether a mapping says what it states.
    pub(in crate::read) is_mapped: bool,
}

impl Facts {
    fn unknown() -> Self {
        Facts { rest: u8::MAX, ..Facts::default() }
    }

    /// Whether it states a period, a role or a flow.
    pub(in crate::read) fn is_placing(&self) -> bool {
        self.period.is_some()
            || self.day.is_some()
            || self.years_after.is_some()
            || self.role.is_some()
            || self.flow.is_some()
            || self.is_of_mapped_figures()
    }

    /// Whether a mapping says that it is the header of figures.
    pub(in crate::read) fn is_of_mapped_figures(&self) -> bool {
        self.is_mapped && matches!(self.content, None | Some(ColumnKind::Value))
    }

    /// Whether it states something, and has no words left.
    pub(in crate::read) fn is_pure(&self) -> bool {
        self.is_mapped
            || self.rest == 0
                && (self.is_placing() || self.content.is_some() || self.unit.is_some())
    }

    /// Whether it is a word that may mean another thing, and nothing else: *Resultaat*, *Saldo*.
    pub(in crate::read) fn is_of_two_meanings(&self) -> bool {
        !self.others.is_empty() && self.rest == 0 && self.period.is_none() && !self.is_mapped
    }

    /// Whether it is a year or another period and nothing else.
    pub(in crate::read) fn is_bare_period(&self) -> bool {
        self.period.is_some()
            && self.role.is_none()
            && self.flow.is_none()
            && self.content.is_none()
            && self.rest == 0
    }

    /// The kinds of facts that it states, as bits: headers of one level state the same kinds.
    pub(in crate::read) fn kinds(&self) -> u8 {
        u8::from(self.period.is_some())
            | u8::from(self.role.is_some()) << 1
            | u8::from(self.flow.is_some()) << 2
            | u8::from(self.content.is_some()) << 3
            | u8::from(self.rest > 0) << 4
    }

    /// Whether a header that states this, and no content, is above figures.
    pub(in crate::read) fn is_of_figures(&self) -> bool {
        self.is_placing() || self.unit.is_some()
    }
}
