//! What a mapping says of all figures of a table.

use std::str::FromStr;

use crate::coded::coded;
use crate::error::Error;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::unit::Unit;
use crate::model::cost::Flow;
use crate::read::facts::flow_word;
use crate::read::facts::words::FlowWord;
use crate::read::number::Grammar;

coded! {
    /// What the rows of a table are (Dutch: *tabelsoort*).
    ///
    /// ```
    /// assert_eq!("money".parse(), Ok(beleid::TableKind::Money));
    /// ```
    #[doc(alias = "tabelsoort")]
    TableKind, "kind of table" {
        /// Lines of money (*lasten en baten*): [`CostLine`](crate::CostLine).
        Money = "money";
        /// Indicators (*indicatoren*): [`Indicator`](crate::Indicator).
        Indicators = "indicators";
    }
}

coded! {
    /// The sign before the decimals of a number (Dutch: *decimaalteken*).
    ///
    /// ```
    /// assert_eq!(",".parse(), Ok(beleid::DecimalSign::Comma));
    /// ```
    #[doc(alias = "decimaalteken")]
    DecimalSign, "decimal sign" {
        /// A comma: `1.234,5`.
        Comma = ",";
        /// A point: `1,234.5`.
        Point = ".";
    }
}

impl DecimalSign {
    pub(in crate::read) fn grammar(self) -> Grammar {
        match self {
            DecimalSign::Comma => Grammar::DecimalComma,
            DecimalSign::Point => Grammar::DecimalPoint,
        }
    }
}

/// What years are that stand without a role (Dutch: *kale jaren*): *2016*, *2017* and *2018* as the only
/// headers.
///
/// ```
/// use beleid::{BareYears, Role};
///
/// assert_eq!("realised".parse(), Ok(BareYears::from(Role::Realised)));
/// assert_eq!("realised,budgeted".parse(), Ok(BareYears::around(Role::Realised, Role::Budgeted)));
/// ```
#[doc(alias = "kale jaren")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct BareYears {
    /// The role of figures for periods before that of the edition.
    pub before: Role,
    /// The role of figures for the period of the edition, and later.
    pub from: Role,
    /// The period of the edition. `None` for that of the document; if the document states none, figures
    /// get no role, unless both roles are the same.
    pub edition: Option<Period>,
}

impl From<Role> for BareYears {
    fn from(role: Role) -> Self {
        BareYears::around(role, role)
    }
}

impl FromStr for BareYears {
    type Err = Error;

    /// Parses a role, or two: before the edition, and from it on.
    fn from_str(text: &str) -> Result<Self, Error> {
        match text.split_once(',') {
            Some((before, from)) => {
                Ok(BareYears::around(before.trim().parse()?, from.trim().parse()?))
            }
            None => Ok(text.trim().parse::<Role>()?.into()),
        }
    }
}

impl BareYears {
    /// One role before the edition, and another from it on.
    ///
    /// ```
    /// use beleid::{BareYears, Role};
    ///
    /// assert_eq!(BareYears::around(Role::Realised, Role::Budgeted).from, Role::Budgeted);
    /// ```
    pub fn around(before: Role, from: Role) -> Self {
        BareYears { before, from, edition: None }
    }

    /// The same roles around this period, whatever the document says.
    ///
    /// ```
    /// use beleid::{BareYears, Period, Role};
    ///
    /// let year = Period::year(2017)?;
    /// assert_eq!(BareYears::from(Role::Norm).with_edition(year).edition, Some(year));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[must_use]
    pub fn with_edition(self, edition: Period) -> Self {
        BareYears { edition: Some(edition), ..self }
    }

    /// The role of figures for a period, in a document of an edition.
    fn role(self, period: Period, edition: Option<Period>) -> Option<Role> {
        if self.before == self.from {
            return Some(self.before);
        }
        let edition = self.edition.or(edition)?;
        Some(if period.start() < edition.start() { self.before } else { self.from })
    }

    /// Whether it says nothing without the period of the document.
    pub(in crate::read) fn needs_edition(self) -> bool {
        self.before != self.from && self.edition.is_none()
    }
}

/// What a mapping says of all figures of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::read) struct Defaults {
    pub(in crate::read) kind: Option<TableKind>,
    pub(in crate::read) unit: Option<Unit>,
    pub(in crate::read) period: Option<Period>,
    pub(in crate::read) role: Option<Role>,
    pub(in crate::read) flow: Option<Flow>,
    pub(in crate::read) bare_years: Option<BareYears>,
    pub(in crate::read) decimal: Option<DecimalSign>,
}

impl Defaults {
    /// These, and where they leave something open the wider ones.
    pub(super) fn within(&self, wider: &Defaults) -> Defaults {
        Defaults {
            kind: self.kind.or(wider.kind),
            unit: self.unit.clone().or_else(|| wider.unit.clone()),
            period: self.period.or(wider.period),
            role: self.role.or(wider.role),
            flow: self.flow.or(wider.flow),
            bare_years: self.bare_years.or(wider.bare_years),
            decimal: self.decimal.or(wider.decimal),
        }
    }

    /// The role of a figure for a period without one.
    pub(in crate::read) fn role_of(
        &self,
        period: Option<Period>,
        edition: Option<Period>,
    ) -> Option<Role> {
        self.bare_years?.role(period?, edition)
    }

    pub(in crate::read) fn flow_word(&self) -> Option<FlowWord> {
        self.flow.map(flow_word)
    }
}
