//! What the definitions are of: tiers of government, lists and the parts of a delivery.

use crate::coded::coded;

coded! {
    /// The kind of public body that definitions are for (Dutch: *overheidslaag*).
    ///
    /// ```
    /// use beleid::codes::{Definitions, Tier};
    ///
    /// assert!(Definitions::of(Tier::Province, 2026).is_some());
    /// ```
    #[doc(alias = "overheidslaag")]
    #[non_exhaustive]
    Tier, "tier", in "codes" {
        /// A municipality (*gemeente*).
        #[doc(alias = "gemeente")]
        Municipality = "municipality", en "municipality", nl "gemeente";
        /// A province (*provincie*).
        #[doc(alias = "provincie")]
        Province = "province", en "province", nl "provincie";
        /// A body that municipalities or provinces run together (*gemeenschappelijke regeling*).
        #[doc(alias = "gemeenschappelijke regeling")]
        JointBody = "joint_body", en "joint body", nl "gemeenschappelijke regeling";
    }
}

coded! {
    /// An official list of codes (Dutch: *codelijst*).
    ///
    /// ```
    /// use beleid::codes::{Definitions, List, Tier};
    ///
    /// let definitions = Definitions::of(Tier::Municipality, 2017).unwrap();
    /// assert!(definitions.entries(List::TaskFields).count() > 50);
    /// assert_eq!(definitions.entries(List::KeyFigures).count(), 0, "there were none that year");
    /// ```
    #[doc(alias = "codelijst")]
    #[non_exhaustive]
    List, "list of codes", in "codes" {
        /// What money is spent on and comes from (*taakvelden*): `0.1 Bestuur`.
        #[doc(alias = "taakvelden")]
        TaskFields = "task_fields", en "task fields", nl "taakvelden";
        /// The kinds of expenses (*economische categorieën van lasten*).
        #[doc(alias = "categorie_lasten")]
        ExpenseCategories = "expense_categories", en "categories of expenses", nl "categorieën van lasten";
        /// The kinds of income (*economische categorieën van baten*).
        #[doc(alias = "categorie_baten")]
        IncomeCategories = "income_categories", en "categories of income", nl "categorieën van baten";
        /// The items of the balance sheet (*balanscodes*).
        #[doc(alias = "balanscodes")]
        BalanceCodes = "balance_codes", en "balance codes", nl "balanscodes";
        /// The key figures of the financial position (*kengetallen*), from 2020 on.
        #[doc(alias = "kengetallen")]
        KeyFigures = "key_figures", en "key figures", nl "kengetallen";
        /// The policy indicators that are delivered with the figures (*beleidsindicatoren*), from
        /// 2020 on. All that municipalities must publish are
        /// [`mandatory_indicators`](super::mandatory_indicators).
        #[doc(alias = "beleidsindicatoren")]
        PolicyIndicators = "policy_indicators", en "policy indicators", nl "beleidsindicatoren";
        /// What key figures and policy indicators are of (*verslagperiodes*): `Rek_2024`, from 2020
        /// on.
        #[doc(alias = "verslagperiode")]
        ReportingPeriods = "reporting_periods", en "reporting periods", nl "verslagperiodes";
        /// The days that a balance is of (*standper*).
        #[doc(alias = "standper")]
        BalanceMoments = "balance_moments", en "moments of the balance", nl "balansmomenten";
    }
}

coded! {
    /// A part of a delivery that is a table of rows by categories (Dutch: *onderdeel*).
    ///
    /// ```
    /// use beleid::codes::{Definitions, Part, Tier};
    ///
    /// let definitions = Definitions::of(Tier::Municipality, 2026).unwrap();
    /// assert!(definitions.is_forbidden(Part::Expenses, "0.1", "3.1"));
    /// ```
    #[doc(alias = "onderdeel")]
    #[non_exhaustive]
    Part, "part of a delivery", in "codes" {
        /// Expenses by task field and category (*lasten*).
        #[doc(alias = "lasten")]
        Expenses = "expenses", en "expenses", nl "lasten";
        /// Income by task field and category (*baten*).
        #[doc(alias = "baten")]
        Income = "income", en "income", nl "baten";
        /// Expenses by balance code and category (*balanslasten*).
        #[doc(alias = "balans_lasten")]
        BalanceExpenses = "balance_expenses", en "expenses on the balance sheet", nl "balansmutaties lasten";
        /// Income by balance code and category (*balansbaten*).
        #[doc(alias = "balans_baten")]
        BalanceIncome = "balance_income", en "income on the balance sheet", nl "balansmutaties baten";
    }
}

impl Part {
    /// The list of its rows: task fields, or balance codes.
    ///
    /// ```
    /// use beleid::codes::{List, Part};
    ///
    /// assert_eq!(Part::BalanceIncome.rows(), List::BalanceCodes);
    /// ```
    pub const fn rows(self) -> List {
        match self {
            Part::Expenses | Part::Income => List::TaskFields,
            Part::BalanceExpenses | Part::BalanceIncome => List::BalanceCodes,
        }
    }

    /// The list of its categories: of expenses, or of income.
    ///
    /// ```
    /// use beleid::codes::{List, Part};
    ///
    /// assert_eq!(Part::BalanceIncome.categories(), List::IncomeCategories);
    /// ```
    pub const fn categories(self) -> List {
        match self {
            Part::Expenses | Part::BalanceExpenses => List::ExpenseCategories,
            Part::Income | Part::BalanceIncome => List::IncomeCategories,
        }
    }
}
