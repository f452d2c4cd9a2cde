//! [`DeliveryPart`]: the lists of a delivery.

use crate::coded::coded;

coded! {
    /// One of the lists of a delivery, by its key in the schema (Dutch: *onderdeel*).
    ///
    /// ```
    /// use beleid::iv3::DeliveryPart;
    ///
    /// assert_eq!(DeliveryPart::BalancePositions.code(), "balans_standen");
    /// ```
    #[doc(alias = "onderdeel")]
    DeliveryPart, "part of a delivery", in "iv3" {
        /// Expenses by task field and category (*lasten*).
        #[doc(alias = "lasten")]
        Expenses = "lasten";
        /// Income by task field and category (*baten*).
        #[doc(alias = "baten")]
        Income = "baten";
        /// Expenses by item of the balance sheet and category (*balanslasten*).
        #[doc(alias = "balanslasten")]
        BalanceExpenses = "balans_lasten";
        /// Income by item of the balance sheet and category (*balansbaten*).
        #[doc(alias = "balansbaten")]
        BalanceIncome = "balans_baten";
        /// Positions of the items of the balance sheet, by moment (*balansstanden*).
        #[doc(alias = "balansstanden")]
        BalancePositions = "balans_standen";
        /// Financial key figures by reporting period (*kengetallen*).
        #[doc(alias = "kengetallen")]
        KeyFigures = "kengetallen";
        /// Policy indicators by reporting period (*beleidsindicatoren*).
        #[doc(alias = "beleidsindicatoren")]
        PolicyIndicators = "beleidsindicatoren";
    }
}

impl DeliveryPart {
    /// The lists of amounts.
    pub(super) const OF_ENTRIES: [DeliveryPart; 5] = [
        DeliveryPart::Expenses,
        DeliveryPart::Income,
        DeliveryPart::BalanceExpenses,
        DeliveryPart::BalanceIncome,
        DeliveryPart::BalancePositions,
    ];

    /// The keys of the two codes of an entry.
    pub(super) const fn keys(self) -> [&'static str; 2] {
        match self {
            DeliveryPart::Expenses | DeliveryPart::Income => ["taakveld", "categorie"],
            DeliveryPart::BalanceExpenses | DeliveryPart::BalanceIncome => {
                ["balanscode", "categorie"]
            }
            DeliveryPart::BalancePositions => ["balanscode", "standper"],
            DeliveryPart::KeyFigures => ["kengetal", "verslagperiode"],
            DeliveryPart::PolicyIndicators => ["beleidsindicator", "verslagperiode"],
        }
    }

    /// The key of the amount or the value of an entry.
    pub(super) const fn value_key(self) -> &'static str {
        match self {
            DeliveryPart::KeyFigures | DeliveryPart::PolicyIndicators => "waarde",
            _ => "bedrag",
        }
    }
}
