//! What the edition says of figures: the time and the role of amounts that nothing else gives one, and which years a budget plans.

use chrono::Datelike;

use super::Cells;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::read::dates;
use crate::read::facts::EndOfYear;
use crate::read::facts::words::ColumnKind;
use crate::read::observe::Around;
use crate::read::table::{Column, Table};

/// The time and the role of amounts of which neither the table nor what stands around it says them, nor anything that isn't
/// understood: those of the edition. Columns of *Lasten* and *Baten* in a budget are of its year.
pub(super) fn of_edition(
    around: &Around<'_, '_>,
    table: &Table,
    is_of_money: bool,
) -> Option<(Period, Role)> {
    let (period, role) = around.edition.zip(around.edition_role)?;
    let is_of_time = |content: Option<ColumnKind>| {
        matches!(content, Some(ColumnKind::Period | ColumnKind::Measured | ColumnKind::Role))
    };
    // *Beginstand*, *Storting*, *Eindstand* are of one year; *Stand 31-12* alone may be of any.
    let has_day =
        |day: EndOfYear| table.columns.iter().any(|column| column.facts.day == Some(day.day()));
    let is_course = has_day(EndOfYear::Opening) && has_day(EndOfYear::Closing);
    let is_plain = |column: &Column| {
        let facts = &column.facts;
        let is_of_day = facts.day.is_some() && !is_course;
        let is_stated = facts.period.is_some() || is_of_day || facts.is_mapped;
        // *Baten*, *Totaal lasten*.
        let is_flow = facts.flow.is_some() && facts.role.is_none_or(|of| of == role);
        // *Stand per 1/1*.
        let is_end = is_course && facts.day.is_some() && facts.role.is_none() && facts.rest == 0;
        // *Verschil*, *waarvan reserves* in an account is what its year differs from its budget.
        let is_difference = facts.role == Some(Role::Difference)
            && role == Role::Realised
            && !is_stated
            && !facts.is_torn;
        // The rows say what flows: `table::pairs`.
        let has_no_header = column.headers.is_empty() && table.head.is_empty();
        column.content.is_some()
            || has_no_header
            || is_difference
            || ((is_flow || is_end) && !is_stated && !facts.is_torn)
    };
    let title = &around.title;
    let is_told = table.scope.period.is_some()
        || title.period.is_some()
        || around.scope.defaults.period.is_some();
    (is_of_money
        && !is_told
        && !table.columns.iter().any(|column| is_of_time(column.content))
        && table.columns.iter().all(is_plain))
    .then_some((period, role))
}

impl Cells<'_, '_> {
    /// The year of the budget that a figure of some period stands in, where that is no later: nothing was measured then.
    pub(super) fn budget_from(&self, period: Option<Period>, column: &Column) -> Option<Period> {
        let is_of_budget = self.around.edition_role == Some(Role::Budgeted);
        let edition = self.around.edition.filter(|_| is_of_budget)?;
        // *Activeringsbedrag* above *2020*, *2021* says what the amounts are of, and no more of their role than the years do.
        let is_named = |other: &Column| match (&*column.headers, &*other.headers) {
            ([name, year], [of, other]) => {
                name == of
                    && year != other
                    && column.facts.period.and_then(Period::as_year) == dates::year(year)
            }
            _ => false,
        };
        let is_bare = column.facts.period == period
            && (column.facts.rest == 0 || self.table.columns.iter().any(is_named));
        // *2021-2023* beside *Streefwaarde 2020* may be a target as well.
        let may_be = |column: &Column| {
            use Role::{Amended, Budgeted, Difference, Realised};
            column
                .facts
                .role
                .is_none_or(|of| matches!(of, Realised | Budgeted | Amended | Difference))
        };
        let is_bare = is_bare && self.table.columns.iter().all(may_be);
        (is_bare && period?.start() >= edition.start()).then_some(edition)
    }

    /// Whether a time in a row is that of its result alone: no budget sets a target for a year before its own.
    pub(super) fn is_of_the_result(&self, period: Period, column: &Column) -> bool {
        let edition = self.around.edition;
        let edition = edition.filter(|_| self.around.edition_role == Some(Role::Budgeted));
        let is_before =
            || edition.zip(period.end()).is_some_and(|(edition, end)| end < edition.start());
        let is_of_results = |other: &Column| {
            other.content.is_none()
                && matches!(other.facts.role, Some(Role::Realised | Role::Baseline))
        };
        column.facts.role == Some(Role::Target)
            && self.table.columns.iter().any(is_of_results)
            && is_before()
    }

    /// The year of the budget, and the role of a column in it above which one of two words may stand: *Rekening*, *Begroting* over
    /// *2017*, *2018*, *2019* in the budget for 2019. A budget shows what was realised in the year before last, the estimate of the
    /// year before, and those from its own year on (Besluit begroting en verantwoording, article 18).
    pub(super) fn role_in_reach(
        &self,
        period: Option<Period>,
        column: &Column,
    ) -> Option<(Period, Role)> {
        use Role::{Amended, Budgeted, Realised};
        let is_of_budget = self.around.edition_role == Some(Budgeted);
        let edition = self.around.edition.filter(|_| is_of_budget)?;
        let mut roles = self.table.columns.iter().filter_map(|column| column.facts.role);
        let is_known = roles.next() == Some(Realised)
            && roles.all(|role| matches!(role, Realised | Budgeted | Amended))
            && self.table.columns.iter().any(|column| column.facts.role == Some(Budgeted));
        if !(column.is_open && is_known && column.facts.period == period) {
            return None;
        }
        let of = i32::from(period?.as_year()?);
        let role = if of + 1 < edition.start().year() { Realised } else { Budgeted };
        Some((edition, role))
    }
}
