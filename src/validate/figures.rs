//! The figures of one indicator, each alone and compared with the others.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::num::NonZeroU32;

use super::outline::At;
use super::{Findings, shown};
use crate::findings::place::Place;
use crate::findings::rule::Rule;
use crate::language::Language;
use crate::leaves::dimension::Dimension;
use crate::leaves::number::Number;
use crate::leaves::role::Role;
use crate::leaves::unit::Unit;
use crate::leaves::value::Value;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::words;

pub(super) fn check(indicator: &Indicator, at: At<'_>, findings: &mut Findings<'_>) {
    duplicates(indicator, at, findings);
    units(indicator, at, findings);
    // Computed once, and only if something may be wrong: a name can be long.
    let is_no_share = OnceCell::new();
    let is_share =
        || !is_no_share.get_or_init(|| words::is_no_share(&words::fold(&indicator.name, true)));
    for (index, figure) in indicator.figures.iter().enumerate() {
        if is_out_of_range(indicator, figure) && is_share() {
            findings.report(Rule::PercentageOutOfRange, at.figure(index), || {
                format!("{} is not between 0 and 100 percent", shown(figure))
            });
        }
        change(figure, || at.figure(index), findings);
        text(figure, || at.figure(index), findings);
    }
    if !indicator.unplaced.is_empty() {
        findings.report(Rule::RowMisaligned, at.place(), || {
            let count = indicator.unplaced.len();
            let cells = if count == 1 { "cell is" } else { "cells are" };
            format!("{count} {cells} not placed in a column")
        });
    }
}

/// What distinguishes the figures of an indicator.
type Key<'i> = (
    (Option<crate::leaves::period::Period>, Option<Role>, Option<crate::leaves::period::Period>),
    (&'i [Dimension], Option<&'i Unit>, Option<NonZeroU32>),
);

fn key(figure: &Figure) -> Key<'_> {
    let column = figure.cell.as_ref().and_then(|cell| cell.column);
    (
        (figure.period, figure.role, figure.dated),
        (&*figure.dimensions, figure.unit.as_ref(), column),
    )
}

fn duplicates(indicator: &Indicator, at: At<'_>, findings: &mut Findings<'_>) {
    // Most rows are short, and then it is quicker to look than to hash.
    const SHORT_ROW: usize = 12;
    let figures = &indicator.figures;
    let has_twin = |(index, figure): (usize, &Figure)| {
        figures.iter().take(index).any(|other| key(other) == key(figure))
    };
    if figures.len() <= SHORT_ROW && !figures.iter().enumerate().any(has_twin) {
        return;
    }
    let mut known: HashMap<Key<'_>, &Figure> = HashMap::with_capacity(figures.len());
    for (index, figure) in indicator.figures.iter().enumerate() {
        let key = key(figure);
        if let Some(first) = known.get(&key) {
            findings.report(Rule::DuplicateFigure, at.figure(index), || {
                let role = figure.role.map_or("without a role".to_owned(), |role| role.to_string());
                let period = figure.period.map_or(String::new(), |period| format!(" {period}"));
                format!(
                    "a second figure for {role}{period}: {} and {}",
                    shown(first),
                    shown(figure)
                )
            });
        } else {
            known.insert(key, figure);
        }
    }
}

/// A printed unit is that of the label, and where that has none, of the figures before it.
fn units(indicator: &Indicator, at: At<'_>, findings: &mut Findings<'_>) {
    // By slice: `€ 40 (per woning) en 3% (van de waarde)` has two.
    let mut before: HashMap<&[Dimension], (&Unit, &Figure)> = HashMap::new();
    for (index, figure) in indicator.figures.iter().enumerate() {
        let Some(printed) = &figure.unit else { continue };
        if let Some(label) = &indicator.unit {
            if !label.converts_to(printed) {
                findings.report(Rule::UnitConflict, at.figure(index), || {
                    format!("{} is in {printed}, and the label says {label}", shown(figure))
                });
            }
            continue;
        }
        let (unit, first) = *before.entry(&*figure.dimensions).or_insert((printed, figure));
        if !unit.converts_to(printed) {
            findings.report(Rule::UnitConflict, at.figure(index), || {
                format!("{} is in {printed}, and {} in {unit}", shown(figure), shown(first))
            });
        }
    }
}

/// Whether a figure is a percentage that no share can have.
fn is_out_of_range(indicator: &Indicator, figure: &Figure) -> bool {
    let unit = figure.unit.as_ref().or(indicator.unit.as_ref());
    if unit != Some(&Unit::PERCENT) || figure.role == Some(Role::Difference) {
        return false;
    }
    let share = |number: Number| !number.is_negative() && number <= Number::from(100);
    // `> 100%` has an end that is a share, and no number that is.
    let is_beyond = match figure.value {
        Value::MoreThan(low) => low >= Number::from(100),
        Value::LessThan(high) => high <= Number::ZERO,
        _ => false,
    };
    figure.value.bounds().is_some_and(|bounds| is_beyond || !bounds.ends().all(share))
}

/// A change has its sign in its direction.
fn change(figure: &Figure, place: impl FnOnce() -> Place, findings: &mut Findings<'_>) {
    if let Value::ChangeBy { direction, by, .. } = &figure.value
        && by.is_negative()
    {
        findings.report(Rule::NegativeChange, place(), || {
            format!("{} by {by} has a negative amount", direction.text(Language::English))
        });
    }
}

fn text(figure: &Figure, place: impl FnOnce() -> Place, findings: &mut Findings<'_>) {
    if let Value::Text(text) = &figure.value
        && !words::is_verdict(&words::fold(text, false))
    {
        findings.report(Rule::NotUnderstood, place(), || {
            format!("{} is kept as text", crate::error::Quoted(text))
        });
    }
}
