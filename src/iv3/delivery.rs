//! [`Delivery`] and what it consists of.

use crate::coded::coded;
use crate::codes::Tier;
use crate::iv3::part::DeliveryPart;
use crate::leaves::number::Number;

/// A delivery of Iv3 (Dutch: *Iv3-levering*): a budget or accounts of a municipality, a province or
/// a joint body, as Statistics Netherlands receives them.
///
/// It serialises by [`to_json`](Self::to_json) in the form of schema 2.1.1, with exact numbers, and
/// is read by [`read`](Self::read). Whatever is `None` is not filled in.
///
/// ```
/// use beleid::iv3::{Delivery, DeliveryPeriod, Entry};
///
/// let mut delivery = Delivery::default();
/// delivery.metadata.period = Some(DeliveryPeriod::Budget);
/// delivery.data.expenses.push(Entry::new("5.6", "4.2", 1_250_000));
/// assert!(delivery.to_json().contains(r#"{"taakveld":"5.6","categorie":"4.2","bedrag":1250000}"#));
/// assert_eq!(Delivery::read(&delivery.to_json()).delivery, delivery);
/// ```
#[doc(alias = "Iv3-levering")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Delivery {
    /// Whose it is, and of which year and period.
    pub metadata: Metadata,
    /// Whom to ask about it.
    pub contact: Contact,
    /// Remarks on it (*opmerkingen*), in the order in which they are written.
    #[doc(alias = "opmerkingen")]
    pub remarks: Vec<Remark>,
    /// Its amounts.
    pub data: Data,
}

/// Whose a delivery is, and of which year and period (Dutch: *metadata*).
///
/// ```
/// use beleid::codes::Tier;
/// use beleid::iv3::Metadata;
///
/// let metadata = Metadata { tier: Some(Tier::Province), ..Metadata::default() };
/// assert_eq!(metadata.year, None, "not filled in");
/// ```
#[doc(alias = "metadata")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Metadata {
    /// The tier of government (*overheidslaag*).
    #[doc(alias = "overheidslaag")]
    pub tier: Option<Tier>,
    /// The number of the body (*overheidsnummer*), such as `0014`: for a municipality its code at
    /// Statistics Netherlands.
    #[doc(alias = "overheidsnummer")]
    pub number: Option<String>,
    /// The name of the body (*overheidsnaam*).
    #[doc(alias = "overheidsnaam")]
    pub name: Option<String>,
    /// The book year (*boekjaar*).
    #[doc(alias = "boekjaar")]
    pub year: Option<u16>,
    /// Whether it is the budget, a quarter or the year (*periode*).
    #[doc(alias = "periode")]
    pub period: Option<DeliveryPeriod>,
    /// Whether the amounts are planned or realised (*status*).
    pub status: Option<DeliveryStatus>,
    /// When it was made (*datum*): a text that ends in a time of hours, minutes and seconds, as the
    /// schema asks for: `2025-11-14T12:00:00Z`.
    #[doc(alias = "datum")]
    pub date: Option<String>,
    /// Whether the details may be published (`details_openbaar`).
    #[doc(alias = "details_openbaar")]
    pub details_public: Option<bool>,
    /// The program of the bookkeeping (`financieel_pakket`).
    #[doc(alias = "financieel_pakket")]
    pub package: Option<String>,
    /// The program that wrote the delivery (`export_software`).
    #[doc(alias = "export_software")]
    pub software: Option<String>,
}

impl Metadata {
    /// The keys of the schema, in its order.
    pub(super) const KEYS: [&'static str; 10] = [
        "overheidslaag",
        "overheidsnummer",
        "overheidsnaam",
        "boekjaar",
        "periode",
        "status",
        "datum",
        "details_openbaar",
        "financieel_pakket",
        "export_software",
    ];

    /// Which of its keys are filled in, in the order of [`KEYS`](Self::KEYS).
    pub(super) fn filled(&self) -> [bool; 10] {
        [
            self.tier.is_some(),
            self.number.is_some(),
            self.name.is_some(),
            self.year.is_some(),
            self.period.is_some(),
            self.status.is_some(),
            self.date.is_some(),
            self.details_public.is_some(),
            self.package.is_some(),
            self.software.is_some(),
        ]
    }
}

/// Whom to ask about a delivery (Dutch: *contactpersoon*).
///
/// ```
/// use beleid::iv3::Contact;
///
/// let contact = Contact { name: Some("P. Afzender".to_owned()), ..Contact::default() };
/// assert_eq!((contact.email, contact.telephone), (None, None));
/// ```
#[doc(alias = "contactpersoon")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Contact {
    /// The name (*naam*).
    #[doc(alias = "naam")]
    pub name: Option<String>,
    /// The address of e-mail.
    pub email: Option<String>,
    /// The telephone number (*telefoon*).
    #[doc(alias = "telefoon")]
    pub telephone: Option<String>,
}

impl Contact {
    /// The keys of the schema, in its order.
    pub(super) const KEYS: [&'static str; 3] = ["naam", "email", "telefoon"];

    /// Its values, in the order of [`KEYS`](Self::KEYS).
    pub(super) fn values(&self) -> [&Option<String>; 3] {
        [&self.name, &self.email, &self.telephone]
    }
}

/// A remark on a delivery (Dutch: *opmerking*).
///
/// ```
/// use beleid::iv3::Remark;
///
/// let remark = Remark { text: "Voorlopige cijfers".to_owned(), author: None };
/// assert!(remark.author.is_none());
/// ```
#[doc(alias = "opmerking")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Remark {
    /// What it says (*tekst*). The schema allows no line breaks; they are kept where there are some.
    #[doc(alias = "tekst")]
    pub text: String,
    /// Who says it (*auteur*); `None` if that isn't said.
    #[doc(alias = "auteur")]
    pub author: Option<String>,
}

/// The amounts of a delivery (Dutch: *data*), in lists of which each entry is a cell of a matrix. A
/// cell may have several entries, whose amounts add up.
///
/// ```
/// use beleid::iv3::{Data, DeliveryPart, Entry};
///
/// let mut data = Data::default();
/// data.income.push(Entry::new("0.7", "4.3.1", 900));
/// assert_eq!(data.entries(DeliveryPart::Income).len(), 1);
/// assert!(data.entries(DeliveryPart::KeyFigures).is_empty(), "those have no amounts");
/// ```
#[doc(alias = "data")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Data {
    /// Expenses by task field and category (*lasten*).
    #[doc(alias = "lasten")]
    pub expenses: Vec<Entry>,
    /// Income by task field and category (*baten*).
    #[doc(alias = "baten")]
    pub income: Vec<Entry>,
    /// Expenses by item of the balance sheet and category (`balans_lasten`).
    #[doc(alias = "balans_lasten")]
    pub balance_expenses: Vec<Entry>,
    /// Income by item of the balance sheet and category (`balans_baten`).
    #[doc(alias = "balans_baten")]
    pub balance_income: Vec<Entry>,
    /// Positions of the items of the balance sheet by moment (`balans_standen`).
    #[doc(alias = "balans_standen")]
    pub balance_positions: Vec<Entry>,
    /// Financial key figures (*kengetallen*).
    #[doc(alias = "kengetallen")]
    pub key_figures: Vec<KeyFigure>,
    /// Policy indicators (*beleidsindicatoren*).
    #[doc(alias = "beleidsindicatoren")]
    pub policy_indicators: Vec<KeyFigure>,
}

impl Data {
    /// The entries of one of the five lists of amounts. Empty for the lists of key figures and
    /// policy indicators.
    ///
    /// ```
    /// use beleid::iv3::{Data, DeliveryPart};
    ///
    /// assert!(DeliveryPart::ALL.iter().all(|part| Data::default().entries(*part).is_empty()));
    /// ```
    pub fn entries(&self, part: DeliveryPart) -> &[Entry] {
        match part {
            DeliveryPart::Expenses => &self.expenses,
            DeliveryPart::Income => &self.income,
            DeliveryPart::BalanceExpenses => &self.balance_expenses,
            DeliveryPart::BalanceIncome => &self.balance_income,
            DeliveryPart::BalancePositions => &self.balance_positions,
            DeliveryPart::KeyFigures | DeliveryPart::PolicyIndicators => &[],
        }
    }

    /// The list of amounts to which an entry of a part is added.
    pub(super) fn entries_mut(&mut self, part: DeliveryPart) -> Option<&mut Vec<Entry>> {
        match part {
            DeliveryPart::Expenses => Some(&mut self.expenses),
            DeliveryPart::Income => Some(&mut self.income),
            DeliveryPart::BalanceExpenses => Some(&mut self.balance_expenses),
            DeliveryPart::BalanceIncome => Some(&mut self.balance_income),
            DeliveryPart::BalancePositions => Some(&mut self.balance_positions),
            DeliveryPart::KeyFigures | DeliveryPart::PolicyIndicators => None,
        }
    }

    /// The key figures or the policy indicators. Empty for the lists of amounts.
    ///
    /// ```
    /// use beleid::iv3::{Data, DeliveryPart, KeyFigure};
    ///
    /// let mut data = Data::default();
    /// data.key_figures.push(KeyFigure::new("fk.3", "Beg_2026", "32,5"));
    /// assert_eq!(data.figures(DeliveryPart::KeyFigures).len(), 1);
    /// assert!(data.figures(DeliveryPart::Expenses).is_empty());
    /// ```
    pub fn figures(&self, part: DeliveryPart) -> &[KeyFigure] {
        match part {
            DeliveryPart::KeyFigures => &self.key_figures,
            DeliveryPart::PolicyIndicators => &self.policy_indicators,
            _ => &[],
        }
    }
}

/// A cell of a matrix of a delivery, with its amount (Dutch: *regel*).
///
/// ```
/// use beleid::iv3::{Entry, Further};
///
/// let mut entry = Entry::new("5.6", "4.2", 1250);
/// entry.further.push(Further::new("details", r#"{"grootboek": "4301"}"#).unwrap());
/// assert_eq!(entry.details(), Some(r#"{"grootboek": "4301"}"#));
/// ```
#[doc(alias = "regel")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The code of the row: a task field (*taakveld*), or an item of the balance sheet
    /// (*balanscode*).
    #[doc(alias = "taakveld")]
    #[doc(alias = "balanscode")]
    pub row: Box<str>,
    /// The code of the column: an economic category (*categorie*), or for positions the moment
    /// (*standper*).
    #[doc(alias = "categorie")]
    #[doc(alias = "standper")]
    pub column: Box<str>,
    /// The amount in euro (*bedrag*).
    #[doc(alias = "bedrag")]
    pub amount: Number,
    /// What else the entry says: its details (*details*), and keys that the schema allows without
    /// naming them. Empty for most entries.
    #[doc(alias = "details")]
    pub further: Vec<Further>,
}

impl Entry {
    /// An entry with an amount in euro and nothing further.
    ///
    /// ```
    /// use beleid::iv3::Entry;
    ///
    /// let entry = Entry::new("A111", "1 januari", 900);
    /// assert_eq!((&*entry.row, &*entry.column), ("A111", "1 januari"));
    /// ```
    pub fn new(
        row: impl Into<Box<str>>,
        column: impl Into<Box<str>>,
        amount: impl Into<Number>,
    ) -> Self {
        let (row, column, amount) = (row.into(), column.into(), amount.into());
        Entry { row, column, amount, further: Vec::new() }
    }

    /// The details of the entry: a JSON object of any form, as text. `None` if it has none.
    ///
    /// ```
    /// assert_eq!(beleid::iv3::Entry::new("5.6", "4.2", 1).details(), None);
    /// ```
    pub fn details(&self) -> Option<&str> {
        self.further.iter().find(|further| further.key() == "details").map(Further::json)
    }
}

/// A key of an entry besides its codes and its amount, with its value as JSON (Dutch: *overige
/// sleutel*).
///
/// ```
/// use beleid::iv3::Further;
///
/// let further = Further::new("toelichting", "\"raming\"").unwrap();
/// assert_eq!((further.key(), further.json()), ("toelichting", "\"raming\""));
/// assert_eq!(Further::new("toelichting", "raming"), None, "that is no JSON");
/// ```
#[doc(alias = "overige sleutel")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Further {
    key: Box<str>,
    json: Box<str>,
}

impl Further {
    /// A key with a value. `None` if the value is no JSON, or the key is one of those that entries
    /// have by themselves.
    ///
    /// ```
    /// use beleid::iv3::Further;
    ///
    /// assert!(Further::new("details", "{}").is_some());
    /// assert!(Further::new("bedrag", "12").is_none());
    /// ```
    pub fn new(key: &str, json: &str) -> Option<Self> {
        const OWN: [&str; 5] = ["taakveld", "balanscode", "categorie", "standper", "bedrag"];
        if OWN.contains(&key) {
            return None;
        }
        let value: &serde_json::value::RawValue = serde_json::from_str(json).ok()?;
        Some(Further { key: key.into(), json: value.get().into() })
    }

    /// A key whose value was read as JSON.
    pub(super) fn of_raw(key: &str, json: &serde_json::value::RawValue) -> Self {
        Further { key: key.into(), json: json.get().into() }
    }

    /// The key: *details* in nearly all entries.
    ///
    /// ```
    /// assert_eq!(beleid::iv3::Further::new("details", "{}").unwrap().key(), "details");
    /// ```
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The value as JSON, as it was written.
    ///
    /// ```
    /// assert_eq!(beleid::iv3::Further::new("details", " {} ").unwrap().json(), "{}");
    /// ```
    pub fn json(&self) -> &str {
        &self.json
    }
}

/// A financial key figure or a policy indicator of a delivery (Dutch: *kengetal*).
///
/// ```
/// use beleid::iv3::KeyFigure;
///
/// let figure = KeyFigure::new("fk.3", "Beg_2026", "32,5");
/// assert_eq!(figure.value, "32,5");
/// ```
#[doc(alias = "kengetal")]
#[doc(alias = "beleidsindicator")]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KeyFigure {
    /// Its code: `fk.1` to `fk.6`, or `bi.1` to `bi.5` for policy indicators.
    pub code: String,
    /// The reporting period (*verslagperiode*): `Rek_2024` of accounts, `Beg_2026` of a budget,
    /// `MJR_2027` of the estimate of a later year.
    #[doc(alias = "verslagperiode")]
    pub period: String,
    /// The value (*waarde*), which is a text in the schema.
    #[doc(alias = "waarde")]
    pub value: String,
}

impl KeyFigure {
    /// A key figure with its code, its reporting period and its value.
    ///
    /// ```
    /// assert_eq!(beleid::iv3::KeyFigure::new("bi.1", "Rek_2024", "7,9").code, "bi.1");
    /// ```
    pub fn new(
        code: impl Into<String>,
        period: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        KeyFigure { code: code.into(), period: period.into(), value: value.into() }
    }
}

coded! {
    /// What a delivery is about: the budget, the year up to the end of a quarter, or the whole year
    /// (Dutch: *periode*). Its code is the number of the schema.
    ///
    /// ```
    /// use beleid::iv3::DeliveryPeriod;
    ///
    /// assert_eq!(DeliveryPeriod::Quarter3.number(), 3);
    /// assert_eq!("5".parse(), Ok(DeliveryPeriod::Year));
    /// ```
    #[doc(alias = "periode")]
    DeliveryPeriod, "period of a delivery", in "iv3" {
        /// The budget for the year (*begroting*).
        #[doc(alias = "begroting")]
        Budget = "0", en "budget", nl "begroting";
        /// January to March (*eerste kwartaal*).
        #[doc(alias = "eerste kwartaal")]
        Quarter1 = "1", en "first quarter", nl "eerste kwartaal";
        /// January to June (*tweede kwartaal*).
        #[doc(alias = "tweede kwartaal")]
        Quarter2 = "2", en "second quarter", nl "tweede kwartaal";
        /// January to September (*derde kwartaal*).
        #[doc(alias = "derde kwartaal")]
        Quarter3 = "3", en "third quarter", nl "derde kwartaal";
        /// January to December, before the accounts are closed (*vierde kwartaal*).
        #[doc(alias = "vierde kwartaal")]
        Quarter4 = "4", en "fourth quarter", nl "vierde kwartaal";
        /// The accounts of the year (*jaarrekening*).
        #[doc(alias = "jaarrekening")]
        Year = "5", en "year", nl "jaar";
    }
}

impl DeliveryPeriod {
    /// The number of the schema, from 0 to 5.
    ///
    /// ```
    /// assert_eq!(beleid::iv3::DeliveryPeriod::Budget.number(), 0);
    /// ```
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The quarter that it ends with. `None` for the budget and the year.
    pub(super) const fn quarter(self) -> Option<u8> {
        match self {
            DeliveryPeriod::Budget | DeliveryPeriod::Year => None,
            quarter => Some(quarter.number()),
        }
    }

    /// The period of a number of the schema.
    pub(super) fn of_number(number: u8) -> Option<Self> {
        DeliveryPeriod::ALL.get(usize::from(number)).copied()
    }
}

coded! {
    /// Whether the amounts of a delivery are planned or realised (Dutch: *status*). Its code is the
    /// word of the schema.
    ///
    /// ```
    /// use beleid::iv3::DeliveryStatus;
    ///
    /// assert_eq!("Begroting".parse(), Ok(DeliveryStatus::Budget));
    /// ```
    #[doc(alias = "status")]
    DeliveryStatus, "status of a delivery", in "iv3" {
        /// Planned (*begroting*).
        #[doc(alias = "begroting")]
        Budget = "Begroting", en "budget", nl "begroting";
        /// Realised (*realisatie*).
        #[doc(alias = "realisatie")]
        Realised = "Realisatie", en "realised", nl "realisatie";
    }
}

/// The word of the schema for a tier.
pub(super) const fn tier_word(tier: Tier) -> &'static str {
    match tier {
        Tier::Municipality => "Gemeente",
        Tier::Province => "Provincie",
        Tier::JointBody => "GR",
    }
}

/// The tier of a word of the schema.
pub(super) fn tier_of(word: &str) -> Option<Tier> {
    [Tier::Municipality, Tier::Province, Tier::JointBody]
        .into_iter()
        .find(|tier| tier_word(*tier) == word)
}
