//! The years of the columns of a table.

use chrono::Datelike;

use super::Findings;
use super::outline::{At, Outline};
use crate::findings::argument::ColumnText;
use crate::findings::place::Part;
use crate::findings::rule::Message;
use crate::leaves::period::Period;
use crate::leaves::role::Role;
use crate::model::field::PolicyField;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;

pub(super) fn check(edition: Option<Period>, outline: &Outline<'_>, findings: &mut Findings<'_>) {
    for node in &outline.nodes {
        let mut above: Option<&Indicator> = None;
        for (index, indicator) in node.field.indicators.iter().enumerate() {
            // The rows of a table have the same columns, whose problems are reported once.
            if above.is_none_or(|above| !has_same_columns(above, indicator)) {
                let at = At { node, part: Part::Indicator, index };
                let in_field = RowInField { field: node.field, indicator };
                order(&in_field, at, findings);
                if let Some(edition) = edition {
                    distance(edition, &in_field, at, findings);
                    future(edition, &in_field, at, findings);
                }
            }
            above = Some(indicator);
        }
    }
}

/// An indicator with the field whose tables have its headers.
struct RowInField<'a> {
    field: &'a PolicyField,
    indicator: &'a Indicator,
}

fn has_same_columns(above: &Indicator, below: &Indicator) -> bool {
    let column = |figure: &Figure| {
        (figure.cell.as_ref().and_then(|cell| cell.column), figure.role, figure.period)
    };
    above.figures.iter().map(column).eq(below.figures.iter().map(column))
}

/// The columns of one role follow each other in time. The rows of an indicator may stand in any order.
fn order(row: &RowInField<'_>, at: At<'_>, findings: &mut Findings<'_>) {
    let mut placed: Vec<_> = (row.indicator.figures.iter().enumerate())
        .filter_map(|(index, figure)| Some((figure.cell.as_ref()?.column?, index, figure)))
        .filter(|(_, _, figure)| figure.period.is_some())
        .collect();
    let row_of = |figure: &Figure| figure.cell.as_ref().and_then(|cell| cell.row);
    placed.sort_by_key(|(column, index, figure)| (row_of(figure), *column, *index));
    let mut roles: Vec<Option<Role>> = Vec::new();
    for (_, _, figure) in &placed {
        if !roles.contains(&figure.role) {
            roles.push(figure.role);
        }
    }
    for role in roles {
        let of_role = || placed.iter().filter(|(_, _, figure)| figure.role == role);
        let pairs = || {
            of_role()
                .zip(of_role().skip(1))
                .filter(|((_, _, before), (_, _, figure))| row_of(before) == row_of(figure))
        };
        // Three or more that run backwards throughout do so on purpose.
        let (mut count, mut backwards) = (0, 0);
        for ((_, _, before), (_, _, figure)) in pairs() {
            count += 1;
            backwards += usize::from(is_earlier(figure, before));
        }
        if count > 1 && backwards == count {
            continue;
        }
        for ((_, _, before), (_, index, figure)) in pairs() {
            if is_earlier(figure, before) {
                let (column, before) = (row.header(figure), row.header(before));
                let what = Message::ColumnAfter { column, before };
                findings.report(at.figure(*index), what);
            }
        }
    }
}

/// Whether the period of a figure is over before that of another begins.
fn is_earlier(figure: &Figure, other: &Figure) -> bool {
    let end = figure.period.and_then(Period::end);
    end.zip(other.period).is_some_and(|(end, other)| end < other.start())
}

/// The years of the columns lie around that of the edition.
fn distance(edition: Period, row: &RowInField<'_>, at: At<'_>, findings: &mut Findings<'_>) {
    let max = findings.rules.years_from_edition;
    let last_year = |period: Period| period.end().unwrap_or(period.start()).year();
    let (first, last) =
        (edition.start().year() - i32::from(max), last_year(edition) + i32::from(max));
    let mut reported: Option<Period> = None;
    for (index, figure) in row.indicator.figures.iter().enumerate() {
        let Some(period) = figure.period else { continue };
        // The figures of one column, of which each is about a slice, have its year in common.
        if reported != Some(period) && (last_year(period) < first || period.start().year() > last) {
            reported = Some(period);
            let (column, years) = (row.header(figure), usize::from(max));
            findings.report(at.figure(index), Message::YearFar { column, years, edition });
        }
    }
}

/// No result is of a time after that of the edition.
fn future(edition: Period, row: &RowInField<'_>, at: At<'_>, findings: &mut Findings<'_>) {
    let mut reported: Option<Period> = None;
    for (index, figure) in row.indicator.figures.iter().enumerate() {
        let is_result = figure.role == Some(Role::Realised) && !figure.value.is_missing();
        let Some(period) = figure.period.filter(|_| is_result) else { continue };
        if reported != Some(period) && edition.ends_before(period) {
            reported = Some(period);
            let column = row.header(figure);
            findings.report(at.figure(index), Message::ResultAfter { column, edition });
        }
    }
}

impl RowInField<'_> {
    /// The column of a figure as messages show it.
    fn header(&self, figure: &Figure) -> ColumnText {
        let printed = figure.cell.as_ref().and_then(|cell| self.field.header_of(cell));
        match printed {
            Some(header) => ColumnText::Printed(header.into()),
            None => ColumnText::Meaning { role: figure.role, period: figure.period },
        }
    }
}
