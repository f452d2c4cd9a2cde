//! What a column holds, as a mapping says.

use std::str::FromStr;

use crate::error::{Error, Problem};
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::leaves::unit::Unit;
use crate::model::cost::Flow;
use crate::read::meaning::Column;

/// What a column holds, and for figures what they are (Dutch: *kolomsoort*).
///
/// ```
/// use beleid::{Column, MappedColumn, Role};
///
/// assert_eq!(MappedColumn::from(Column::Figures(Role::Target)), MappedColumn::figures().with_role(Role::Target));
/// assert_eq!("target".parse(), Ok(MappedColumn::figures().with_role(Role::Target)));
/// assert_eq!("label".parse(), Ok(MappedColumn::from(Column::Label)));
/// let error = "lable".parse::<MappedColumn>().unwrap_err();
/// assert!(error.to_string().starts_with(r#"invalid column "lable" at byte 0: expected label, group, "#));
/// ```
#[doc(alias = "kolomsoort")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MappedColumn {
    /// What it holds. For figures [`Column::Value`]: their role is in `role`.
    pub holds: Column,
    /// The role of its figures. `None` if the header or the rows state it, or nobody does.
    pub role: Option<Role>,
    /// The period of its figures. `None` if the header or the rows state it, or nobody does.
    pub period: Option<Period>,
    /// The flow of its figures, in a table of money. `None` if the header or the rows state it, or nobody
    /// does.
    pub flow: Option<Flow>,
    /// The unit of its figures, with its scale. `None` if the header, the rows or the table state it, or
    /// nobody does.
    pub unit: Option<Unit>,
}

impl From<Column> for MappedColumn {
    fn from(holds: Column) -> Self {
        let (holds, role) = match holds {
            Column::Figures(role) => (Column::Value, Some(role)),
            other => (other, None),
        };
        MappedColumn { holds, role, period: None, flow: None, unit: None }
    }
}

/// The words for what a column holds, in files and on the command line.
const KINDS: &[(&str, Column)] = &[
    ("label", Column::Label),
    ("group", Column::Group),
    ("period", Column::Period),
    ("role", Column::Role),
    ("flow", Column::Flow),
    ("area", Column::Area),
    ("population", Column::Population),
    ("value", Column::Value),
    ("unit", Column::Unit),
    ("code", Column::Code),
    ("number", Column::Number),
    ("source", Column::Source),
    ("notes", Column::Notes),
    ("status", Column::Status),
    ("remark", Column::Remark),
    ("measured", Column::Measured),
    ("attribute", Column::Attribute),
    ("ignore", Column::Attribute),
];

impl FromStr for MappedColumn {
    type Err = Error;

    /// Parses what a column holds (`label`), or the role or the flow of its figures (`target`,
    /// `expenses`).
    fn from_str(text: &str) -> Result<Self, Error> {
        const EXPECTED: &[&str] = &[
            "label",
            "group",
            "period",
            "role",
            "flow",
            "area",
            "population",
            "value",
            "unit",
            "code",
            "number",
            "source",
            "notes",
            "status",
            "remark",
            "measured",
            "attribute",
            "ignore",
            "a role",
            "a flow",
        ];
        if let Some((_, holds)) = KINDS.iter().find(|(word, _)| *word == text) {
            return Ok((*holds).into());
        }
        if let Ok(role) = text.parse() {
            return Ok(MappedColumn::figures().with_role(role));
        }
        if let Ok(flow) = text.parse() {
            return Ok(MappedColumn::figures().with_flow(flow));
        }
        Err(Error::new("column", text, 0, Problem::UnknownCode(EXPECTED)))
    }
}

impl MappedColumn {
    /// A column of figures.
    ///
    /// ```
    /// use beleid::{Column, MappedColumn};
    ///
    /// assert_eq!(MappedColumn::figures(), Column::Value.into());
    /// ```
    pub fn figures() -> Self {
        Column::Value.into()
    }

    /// The same column, whose figures have this role.
    ///
    /// ```
    /// use beleid::{MappedColumn, Role};
    ///
    /// assert_eq!(MappedColumn::figures().with_role(Role::Norm).role, Some(Role::Norm));
    /// ```
    #[must_use]
    pub fn with_role(self, role: Role) -> Self {
        MappedColumn { role: Some(role), ..self }
    }

    /// The same column, whose figures are of this period.
    ///
    /// ```
    /// use beleid::{MappedColumn, Period};
    ///
    /// let year = Period::year(2017)?;
    /// assert_eq!(MappedColumn::figures().with_period(year).period, Some(year));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[must_use]
    pub fn with_period(self, period: Period) -> Self {
        MappedColumn { period: Some(period), ..self }
    }

    /// The same column, whose figures are of this flow.
    ///
    /// ```
    /// use beleid::{Flow, MappedColumn};
    ///
    /// assert_eq!(MappedColumn::figures().with_flow(Flow::Income).flow, Some(Flow::Income));
    /// ```
    #[must_use]
    pub fn with_flow(self, flow: Flow) -> Self {
        MappedColumn { flow: Some(flow), ..self }
    }

    /// The same column, whose figures are in this unit.
    ///
    /// ```
    /// use beleid::{MappedColumn, Unit};
    ///
    /// assert_eq!(MappedColumn::figures().with_unit(Unit::EURO).unit, Some(Unit::EURO));
    /// ```
    #[must_use]
    pub fn with_unit(self, unit: Unit) -> Self {
        MappedColumn { unit: Some(unit), ..self }
    }

    /// Whether it holds figures.
    pub(in crate::read) fn holds_figures(&self) -> bool {
        matches!(self.holds, Column::Value | Column::Figures(_))
    }
}
