//! [`CostLine`]: one line of a table of money, and the sign convention of that table.

use crate::coded::coded;
use crate::leaves::code::Code;
use crate::leaves::id::Id;
use crate::leaves::identifier::Identifier;
use crate::leaves::unit::Unit;
use crate::model::figure::{Cell, Figure};
use crate::model::note::{Attribute, Note};

/// One line of a table of money (Dutch: *kosten*, *lasten en baten*; *wat mag het kosten?*).
///
/// The figures keep the sign that was printed, and are multiplied by the scale of the table.
/// [`signs`](Self::signs) is the sign convention of the table.
///
/// ```
/// use beleid::{CostLine, Flow, Id};
///
/// let mut line = CostLine::new(Id::new("c1")?, "Totaal lasten");
/// line.flow = Some(Flow::Expenses);
/// line.total = true;
/// assert_eq!(line.signs, None, "the sign convention is not known");
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
    /// Its identifier within the document. It has no meaning outside the document.
    pub id: Id,
    /// Its codes in lists outside the document, such as the task fields of Iv3.
    #[cfg_attr(feature = "serde", serde(default))]
    pub identifiers: Vec<Identifier>,
    /// The code that is printed before its label; `None` if there is none.
    pub code: Option<Code>,
    /// The headings of the groups of rows that contain it, from the outermost to the innermost:
    /// *Lasten*.
    #[doc(alias = "rubriek")]
    #[cfg_attr(feature = "serde", serde(default))]
    pub group: Vec<String>,
    /// Its label as printed.
    pub label: String,
    /// Whether it is about expenses, income or their balance; `None` if the document doesn't state
    /// it.
    pub flow: Option<Flow>,
    /// Whether movements in the reserves are included; `None` if the document doesn't state it.
    pub reserves: Option<Reserves>,
    /// Whether it is the sum of other lines.
    pub total: bool,
    /// The unit of the amounts: euro in most lines. Its scale is the one in which the amounts were
    /// printed (thousands, say); the figures are already multiplied.
    pub unit: Unit,
    /// The sign convention of the table; `None` if it is not known.
    pub signs: Option<Signs>,
    /// Its amounts, in document order.
    #[cfg_attr(feature = "serde", serde(default))]
    pub figures: Vec<Figure>,
    /// The cells of its row that can't be assigned to a column of the table.
    #[cfg_attr(feature = "serde", serde(default))]
    pub unplaced: Vec<Cell>,
    /// The footnotes that its label or its figures refer to. If the document contains a mark but no
    /// footnote for it, the note has an empty text.
    #[cfg_attr(feature = "serde", serde(default))]
    pub notes: Vec<Note>,
    /// The cells of its row that are not figures, each with the header of its column.
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
    /// Whether a line is about expenses, income or their balance (Dutch: *lasten*, *baten*,
    /// *saldo*).
    ///
    /// ```
    /// use beleid::{CostLine, Flow, Id};
    ///
    /// let mut line = CostLine::new(Id::new("c1")?, "Baten");
    /// assert_eq!(line.flow, None, "not stated");
    /// line.flow = Some(Flow::Income);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "geldstroom")]
    #[non_exhaustive]
    Flow, "flow" {
        /// Expenses (*lasten*).
        #[doc(alias = "lasten")]
        Expenses = "expenses", en "expenses", nl "lasten";
        /// Income (*baten*).
        #[doc(alias = "baten")]
        Income = "income", en "income", nl "baten";
        /// The balance of income and expenses (*saldo*).
        #[doc(alias = "saldo")]
        Balance = "balance", en "balance", nl "saldo";
    }
}

coded! {
    /// Whether movements in the reserves are included in a line (Dutch: *mutaties reserves*).
    ///
    /// ```
    /// use beleid::{CostLine, Id, Reserves};
    ///
    /// let mut line = CostLine::new(Id::new("c1")?, "Onttrekking aan de reserves");
    /// assert_eq!(line.reserves, None, "not stated");
    /// line.reserves = Some(Reserves::Only);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "mutaties reserves")]
    #[non_exhaustive]
    Reserves, "relation to the reserves" {
        /// They are not included (*saldo van baten en lasten*).
        Excluded = "excluded", en "before movements in reserves", nl "vóór mutaties in de reserves";
        /// They are included (*resultaat*).
        Included = "included", en "after movements in reserves", nl "na mutaties in de reserves";
        /// The line itself is a movement in the reserves (*toevoeging*, *onttrekking*).
        Only = "only", en "movement in reserves", nl "mutatie in de reserves";
    }
}

/// The sign convention of a table of money: whether expenses, income and a surplus are printed with
/// a minus sign (Dutch: *tekenconventie*). An item is `None` if the document doesn't state it.
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
    /// The sign of an expense.
    pub expenses: Option<Sign>,
    /// The sign of income.
    pub income: Option<Sign>,
    /// The sign of a balance if the income is larger than the expenses (*voordelig saldo*).
    pub surplus: Option<Sign>,
}

coded! {
    /// The sign that is printed before an amount (Dutch: *teken*).
    ///
    /// ```
    /// use beleid::{Sign, Signs};
    ///
    /// let signs = Signs { surplus: Some(Sign::Plus), ..Signs::default() };
    /// assert_eq!(signs.expenses, None, "that isn't known");
    /// ```
    #[doc(alias = "teken")]
    Sign, "sign" {
        /// Printed without a minus sign.
        Plus = "plus", en "plus", nl "plus";
        /// Printed with a minus sign.
        Minus = "minus", en "minus", nl "min";
    }
}
