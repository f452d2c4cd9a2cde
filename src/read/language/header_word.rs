//! What the words of a header mean: the kinds that the tables of headers in the packs use.

use crate::leaves::role::Role;

/// The meaning of a word or a phrase in the header of a column, in a row label, or in a cell that
/// stands for a header (*Lasten* in a column of flows).
///
/// The words of a header are looked up without their period: *Begroting 2020 na wijziging* is the
/// phrase *begroting na wijziging*, and 2020.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::read) enum HeaderWord {
    /// What the figures are: a result, a plan, a target.
    Role(Role),
    /// Which way the money goes.
    Flow(FlowWord),
    /// What the cells of the column hold.
    Column(ColumnKind),
    /// Figures of a year that is named by its distance from the edition: *vorig jaar*.
    Year(RelativeYear),
    /// One of these, by what stands around it; the first is the usual one. *Saldo* is the balance as
    /// a row, and the difference as a column beside *Begroting* and *Rekening*.
    Ambiguous(&'static [HeaderWord]),
}

impl HeaderWord {
    /// All meanings that it can have, the usual one first; just itself where it isn't ambiguous.
    pub(in crate::read) fn meanings(&self) -> &[HeaderWord] {
        match self {
            HeaderWord::Ambiguous(meanings) => meanings,
            one => std::slice::from_ref(one),
        }
    }
}

/// What a word is in a header that says that a budget is the one after changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum AmendmentWord {
    /// *na*, *inclusief*, *t/m*.
    After,
    /// Which change it is: *laatste*, *eerste*.
    Which,
    /// What may stand between: *de*, *alle*.
    Article,
    /// A change, which makes a budget of a header only behind one of these: *wijziging*.
    Change,
    /// The report or the decision that changes the budget, and stands for it: *berap*, *voorjaarsnota*.
    Report,
}

/// Which way money goes, as a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::read) enum FlowWord {
    /// *Lasten*, *uitgaven*.
    Expenses,
    /// *Baten*, *inkomsten*.
    Income,
    /// *Saldo*.
    Balance,
    /// Into the reserves: *toevoeging aan reserves*, *storting*, *dotatie*.
    ReservesIn,
    /// From the reserves: *onttrekking aan reserves*.
    ReservesOut,
    /// To or from the reserves: *mutatie reserves*.
    Reserves,
}

impl FlowWord {
    /// The flow within a wider one: *mutaties reserves* among the costs is what is added, and among the income what is taken.
    pub(in crate::read) fn within(self, wider: Option<FlowWord>) -> Self {
        match (self, wider) {
            (Self::Reserves, Some(Self::Expenses)) => Self::ReservesIn,
            (Self::Reserves, Some(Self::Income)) => Self::ReservesOut,
            (own, _) => own,
        }
    }
}

/// What the cells of a column hold, where they are no figures with a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::read) enum ColumnKind {
    /// What each row is about: *Indicator*, *Omschrijving*.
    Label,
    /// What a row belongs to (*Programma*, *Taakveld*), or its label where there is no other.
    Group,
    /// The period of each row: *Jaar*.
    Period,
    /// The role of the figures of each row: *Soort*, *Begroting/realisatie*.
    Role,
    /// The flow of each row: *Lasten/baten*.
    Flow,
    /// The area or the body of each row: *Gemeente*, *Gebied*.
    Area,
    /// A part of the population, or a category: *Geslacht*, *Leeftijd*, *Categorie*.
    Population,
    /// A code of the row in some list: *Code*, *Artikelnummer*.
    Code,
    /// A running number: *Nr.*.
    Number,
    /// The unit of the figures of each row: *Eenheid*.
    Unit,
    /// Where the figures come from: *Bron*.
    Source,
    /// The marks of footnotes: `*`, *Noot*.
    Notes,
    /// A judgement or a light: *Status*.
    Status,
    /// When it was measured: *Peildatum*, *Meetjaar*.
    Measured,
    /// A remark or an explanation: *Toelichting*.
    Remark,
    /// Whether more or less is better: *Gewenste richting*.
    Direction,
    /// Whether a difference is favourable: *V/N*.
    Favourable,
    /// Figures without a role: *Waarde*, *Bedrag*.
    Value,
    /// Anything else that is no figure: *Frequentie*, *Eigenaar*.
    Attribute,
}

/// A year by its distance from that of the edition or of the other columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::read) enum RelativeYear {
    /// *Vorig jaar*.
    Previous,
    /// *Lopend jaar*.
    Current,
    /// *Volgend jaar*.
    Next,
}

impl ColumnKind {
    /// Whether its words say how certain the figures of their row are: *schatting* in it is no role.
    pub(in crate::read) fn is_of_statuses(self) -> bool {
        matches!(self, ColumnKind::Status | ColumnKind::Remark)
    }
}
