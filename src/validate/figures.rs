//! The figures of one indicator, each alone and compared with the others.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::num::NonZeroU32;

use super::outline::At;
use super::{Findings, shown};
use crate::findings::place::Place;
use crate::findings::rule::Message;
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
            findings.report(at.figure(index), Message::NotAShare { figure: shown(figure) });
        }
        change(figure, || at.figure(index), findings);
        text(figure, || at.figure(index), findings);
    }
    if !indicator.unplaced.is_empty() {
        let cells = indicator.unplaced.len();
        findings.report(at.place(), Message::CellsNotPlaced { cells });
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
            let (first, second) = (shown(first), shown(figure));
            let (role, period) = (figure.role, figure.period);
            let what = Message::SecondFigure { role, period, first, second };
            findings.report(at.figure(index), what);
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
                let (unit, label) = (printed.clone(), label.clone());
                let what = Message::UnitNotOfLabel { unit, label, figure: shown(figure) };
                findings.report(at.figure(index), what);
            }
            continue;
        }
        let (unit, first) = *before.entry(&*figure.dimensions).or_insert((printed, figure));
        if !unit.converts_to(printed) {
            let what = Message::UnitNotAsBefore {
                unit: printed.clone(),
                before: unit.clone(),
                figure: shown(figure),
                first: shown(first),
            };
            findings.report(at.figure(index), what);
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
        let (direction, by) = (*direction, *by);
        findings.report(place(), Message::NegativeChange { direction, by });
    }
}

fn text(figure: &Figure, place: impl FnOnce() -> Place, findings: &mut Findings<'_>) {
    if let Value::Text(text) = &figure.value
        && !words::is_verdict(&words::fold(text, false))
    {
        findings.report(place(), Message::KeptAsText { text: text.into() });
    }
}
