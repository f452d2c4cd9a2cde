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
    /// Whether it is about operating, investing or financing; `None` if the document doesn't state
    /// it.
    pub account: Option<Account>,
    /// Whether its amounts come again each year or once; `None` if the document doesn't state it.
    pub recurrence: Option<Recurrence>,
    /// Whether it is the sum of other lines.
    pub total: bool,
    /// The unit of the amounts: euro in most lines. Its scale is the one in which the amounts were
    /// printed (thousands, say); the figures are already multiplied.
    pub unit: Unit,
    /// The sign convention of the table, and what says so; `None` if nothing of it is known.
    /// [`amount`](Self::amount) applies it.
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
            account: None,
            recurrence: None,
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

coded! {
    /// Whether amounts come again each year or once (Dutch: *structureel*, *incidenteel*).
    ///
    /// ```
    /// use beleid::{CostLine, Id, Recurrence};
    ///
    /// let mut line = CostLine::new(Id::new("c1")?, "Incidentele lasten");
    /// assert_eq!(line.recurrence, None, "not stated");
    /// line.recurrence = Some(Recurrence::Incidental);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "structureel of incidenteel")]
    #[non_exhaustive]
    Recurrence, "recurrence" {
        /// Each year (*structureel*).
        #[doc(alias = "structureel")]
        Structural = "structural", en "structural", nl "structureel";
        /// Once, or for a few years (*incidenteel*).
        #[doc(alias = "incidenteel")]
        Incidental = "incidental", en "incidental", nl "incidenteel";
    }
}

coded! {
    /// Which account amounts are of: operating, investing or financing (Dutch: *exploitatie*,
    /// *investeringen*, *financiering*).
    ///
    /// ```
    /// use beleid::{Account, CostLine, Id};
    ///
    /// let mut line = CostLine::new(Id::new("c1")?, "Bruto investeringen");
    /// assert_eq!(line.account, None, "not stated");
    /// line.account = Some(Account::Investment);
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "exploitatie en investeringen")]
    #[non_exhaustive]
    Account, "account" {
        /// Yearly expenses and income (*exploitatie*).
        #[doc(alias = "exploitatie")]
        Operating = "operating", en "operating", nl "exploitatie";
        /// What is spent on assets that last for years, and what others pay for them
        /// (*investeringen*, capital).
        #[doc(alias = "investeringen")]
        Investment = "investment", en "investment", nl "investeringen";
        /// Loans and what is repaid (*financiering*).
        #[doc(alias = "financiering")]
        Financing = "financing", en "financing", nl "financiering";
    }
}

/// The sign convention of a table of money: whether expenses, income and a surplus are printed with
/// a minus sign, and what says so (Dutch: *tekenconventie*). An item is `None` if it is not known.
///
/// ```
/// use beleid::{KnownSign, Sign, SignEvidence, Signs};
///
/// // A table that prints what it spends with a minus, and doesn't say how it prints a surplus.
/// let minus = KnownSign { sign: Sign::Minus, by: SignEvidence::Amounts };
/// let signs = Signs { expenses: Some(minus), ..Signs::default() };
/// assert_eq!(signs.surplus, None);
/// ```
#[doc(alias = "tekenconventie")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct Signs {
    /// The sign of an expense, and of an addition to the reserves.
    pub expenses: Option<KnownSign>,
    /// The sign of income, and of a withdrawal from the reserves.
    pub income: Option<KnownSign>,
    /// The sign of a balance if the income is larger than the expenses (*voordelig saldo*).
    pub surplus: Option<KnownSign>,
}

/// A sign of a convention, and what says so (Dutch: *teken*).
///
/// ```
/// use beleid::{KnownSign, Sign, SignEvidence};
///
/// let known = KnownSign { sign: Sign::Plus, by: SignEvidence::Arithmetic };
/// assert_eq!(known.sign.to_string(), "plus");
/// ```
#[doc(alias = "teken")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::schema::plain))]
pub struct KnownSign {
    /// The sign.
    pub sign: Sign,
    /// What says so.
    pub by: SignEvidence,
}

coded! {
    /// What says in which sign an amount is printed (Dutch: *bewijs*).
    ///
    /// ```
    /// use beleid::SignEvidence;
    ///
    /// assert_eq!(SignEvidence::Arithmetic.code(), "arithmetic");
    /// ```
    #[doc(alias = "bewijs")]
    #[non_exhaustive]
    SignEvidence, "evidence for a sign" {
        /// The balances of the table are the sum or the difference of its expenses and its income
        /// in one convention only.
        Arithmetic = "arithmetic", en "arithmetic", nl "rekenkundig";
        /// Words of the document (*- = nadeel*), or those who built the model.
        Words = "words", en "words", nl "woorden";
        /// Letters beside the amounts: *V* for a surplus, *N* for a deficit.
        Letters = "letters", en "letters", nl "letters";
        /// All or nearly all amounts of this flow have the sign.
        Amounts = "amounts", en "amounts", nl "bedragen";
    }
}

coded! {
    /// The sign that is printed before an amount (Dutch: *teken*).
    ///
    /// ```
    /// assert_eq!(beleid::Sign::Minus.to_string(), "minus");
    /// ```
    #[doc(alias = "teken")]
    Sign, "sign" {
        /// Printed without a minus sign.
        Plus = "plus", en "plus", nl "plus";
        /// Printed with a minus sign.
        Minus = "minus", en "minus", nl "min";
    }
}
