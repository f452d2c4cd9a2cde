//! [`CostLine`]: one line of a table of money, and how such a table is to be read.

use crate::coded::coded;
use crate::leaves::code::Code;
use crate::leaves::id::Id;
use crate::leaves::identifier::Identifier;
use crate::leaves::unit::Unit;
use crate::model::figure::{Cell, Figure};
use crate::model::note::{Attribute, Note};

/// One line of a table of money (Dutch: *kosten*, *lasten en baten*; *wat mag het kosten?*).
///
/// Its figures keep the sign that was printed, with the scale applied; [`signs`](Self::signs)
/// tells which convention the table follows.
///
/// ```
/// use beleid::{CostLine, Flow, Id};
///
/// let mut line = CostLine::new(Id::new("c1")?, "Totaal lasten");
/// line.flow = Some(Flow::Expenses);
/// line.total = true;
/// assert_eq!(line.signs, None, "nobody has said how it prints an expense");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "kosten")]
#[doc(alias = "lasten en baten")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct CostLine {
    /// What the rest of the document calls it. It means nothing outside the document.
    pub id: Id,
    /// What it is called in lists outside the document, such as the task fields of Iv3.
    #[cfg_attr(feature = "serde", serde(default))]
    pub identifiers: Vec<Identifier>,
    /// The code in front of its label; `None` if it has none.
    pub code: Option<Code>,
    /// The headings of the groups of rows that it stands in, from the outermost to the innermost:
    /// *Lasten*.
    #[doc(alias = "rubriek")]
    #[cfg_attr(feature = "serde", serde(default))]
    pub group: Vec<String>,
    /// Its label as printed.
    pub label: String,
    /// Which way the money goes; `None` if the document doesn't say.
    pub flow: Option<Flow>,
    /// How it relates to movements in the reserves; `None` if the document doesn't say.
    pub reserves: Option<Reserves>,
    /// Whether it adds up other lines.
    pub total: bool,
    /// What the amounts are in: euro in most lines. Its scale is the one in which they were
    /// printed; the figures have it applied.
    pub unit: Unit,
    /// Which sign convention the table follows; `None` if that isn't known.
    pub signs: Option<Signs>,
    /// Its amounts, in document order.
    #[cfg_attr(feature = "serde", serde(default))]
    pub figures: Vec<Figure>,
    /// The cells of a row that can't be aligned with the columns of its table.
    #[cfg_attr(feature = "serde", serde(default))]
    pub unplaced: Vec<Cell>,
    /// The footnotes that its label or its figures refer to. A mark whose footnote isn't in
    /// the document has an empty text.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<Note>,
    /// Its columns that are no figures.
    #[cfg_attr(feature = "serde", serde(default))]
    pub attributes: Vec<Attribute>,
}

impl CostLine {
    /// A line without amounts.
    ///
    /// ```
    /// use beleid::{CostLine, Id, Unit};
    ///
    /// let line = CostLine::new(Id::new("c1")?, "Totaal lasten");
    /// assert_eq!((line.unit, line.total), (Unit::EURO, false));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn new(id: Id, label: impl Into<String>) -> Self {
        CostLine {
            id,
            identifiers: Vec::new(),
            code: None,
            group: Vec::new(),
            label: label.into(),
            flow: None,
            reserves: None,
            total: false,
            unit: Unit::EURO,
            signs: None,
            figures: Vec::new(),
            unplaced: Vec::new(),
            notes: Vec::new(),
            attributes: Vec::new(),
        }
    }
}

coded! {
    /// Which way the money of a line goes (Dutch: *lasten*, *baten*, *saldo*).
    ///
    /// ```
    /// use beleid::{CostLine, Flow, Id};
    ///
    /// let mut line = CostLine::new(Id::new("c1")?, "Baten");
    /// assert_eq!(line.flow, None, "nobody has said it");
    /// line.flow = Some(Flow::Income);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "geldstroom")]
    #[non_exhaustive]
    Flow, "flow" {
        /// Out (*lasten*).
        #[doc(alias = "lasten")]
        Expenses = "expenses", en "expenses", nl "lasten";
        /// In (*baten*).
        #[doc(alias = "baten")]
        Income = "income", en "income", nl "baten";
        /// One set off against the other (*saldo*).
        #[doc(alias = "saldo")]
        Balance = "balance", en "balance", nl "saldo";
    }
}

coded! {
    /// How a line relates to movements in the reserves (Dutch: *mutaties reserves*).
    ///
    /// ```
    /// use beleid::{CostLine, Id, Reserves};
    ///
    /// let mut line = CostLine::new(Id::new("c1")?, "Onttrekking aan de reserves");
    /// assert_eq!(line.reserves, None, "nobody has said it");
    /// line.reserves = Some(Reserves::Only);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "mutaties reserves")]
    #[non_exhaustive]
    Reserves, "relation to the reserves" {
        /// They are left out (*saldo van baten en lasten*).
        Excluded = "excluded", en "before movements in reserves", nl "vóór mutaties in de reserves";
        /// They are counted in (*resultaat*).
        Included = "included", en "after movements in reserves", nl "na mutaties in de reserves";
        /// The line is such a movement (*toevoeging*, *onttrekking*).
        Only = "only", en "movement in reserves", nl "mutatie in de reserves";
    }
}

/// Which signs a table of money prints (Dutch: *tekenconventie*). A part is `None` where the
/// document doesn't say.
///
/// ```
/// use beleid::{Sign, Signs};
///
/// // A table that prints what it spends with a minus, and doesn't say how it prints a surplus.
/// let signs = Signs { expenses: Some(Sign::Minus), income: Some(Sign::Plus), surplus: None };
/// assert_ne!(signs, Signs::default());
/// ```
#[doc(alias = "tekenconventie")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Signs {
    /// The sign of an expense; `None` if the document doesn't say.
    pub expenses: Option<Sign>,
    /// The sign of an income.
    pub income: Option<Sign>,
    /// The sign of a balance where the income is larger (*voordelig saldo*).
    pub surplus: Option<Sign>,
}

coded! {
    /// A sign in front of an amount (Dutch: *teken*).
    ///
    /// ```
    /// use beleid::{Sign, Signs};
    ///
    /// let signs = Signs { surplus: Some(Sign::Plus), ..Signs::default() };
    /// assert_eq!(signs.expenses, None, "that isn't known");
    /// ```
    #[doc(alias = "teken")]
    Sign, "sign" {
        /// Printed without a sign.
        Plus = "plus", en "plus", nl "plus";
        /// Printed with a minus sign.
        Minus = "minus", en "minus", nl "min";
    }
}
