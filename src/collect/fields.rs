//! Where a field belongs among others, and how two that are the same become one.

use std::num::NonZeroU32;

use crate::model::field::{Heading, PolicyField};
use crate::model::figure::{Cell, Figure};
use crate::model::indicator::Indicator;
use crate::model::table::Table;
use crate::words::fold;

/// What fields are the same by.
pub(super) fn key(heading: &Heading) -> String {
    let label = heading.label.as_deref().filter(|_| heading.code.is_none()).unwrap_or_default();
    let code = heading.code.as_ref().map(ToString::to_string).unwrap_or_default();
    let title = heading.title.as_deref().unwrap_or_default();
    format!("{code}\u{0}{}\u{0}{}", fold(label, true), fold(title, true))
}

/// Adds a field to fields at a depth: merges it with the same field, or puts it into the field that
/// contains its code, or inserts it in the order of the codes.
pub(super) fn put(fields: &mut Vec<PolicyField>, mut field: PolicyField, depth: usize) {
    let own = key(&field.heading);
    if let Some(same) = fields.iter_mut().find(|other| key(&other.heading) == own) {
        join(same, field, depth);
        return;
    }
    let Some(code) = field.heading.code.clone() else {
        fields.push(field);
        return;
    };
    let may_hold = depth < PolicyField::MAX_DEPTH;
    let holds = |outer: &&mut PolicyField| {
        outer.heading.code.as_ref().is_some_and(|outer| outer.contains(&code))
    };
    if may_hold && let Some(outer) = fields.iter_mut().find(holds) {
        put(&mut outer.fields, field, depth + 1);
        return;
    }
    // Those that lie in it, and came from documents before.
    let is_inner =
        |other: &PolicyField| other.heading.code.as_ref().is_some_and(|inner| code.contains(inner));
    if may_hold && fields.iter().all(|other| depth_of(other) + depth < PolicyField::MAX_DEPTH) {
        let (inner, others) = std::mem::take(fields).into_iter().partition(is_inner);
        *fields = others;
        for inner in inner {
            put(&mut field.fields, inner, depth + 1);
        }
    }
    // Before the first whose code comes after it.
    let comes_after = |other: &PolicyField| other.heading.code.as_ref().is_some_and(|o| *o > code);
    let at = fields.iter().position(comes_after).unwrap_or(fields.len());
    fields.insert(at, field);
}

/// How many fields deep a field is, itself counted.
fn depth_of(field: &PolicyField) -> usize {
    1 + field.fields.iter().map(depth_of).max().unwrap_or(0)
}

/// Adds to a field the contents that it has in another document and not here.
fn join(field: &mut PolicyField, other: PolicyField, depth: usize) {
    let PolicyField {
        level,
        heading,
        sections,
        mut indicators,
        goals,
        actions,
        mut costs,
        tables,
        notes,
        attributes,
        fields,
    } = other;
    field.level = field.level.take().or(level);
    field.heading.label = field.heading.label.take().or(heading.label);
    let numbers = numbered(&mut field.tables, tables);
    for indicator in &mut indicators {
        renumber(&mut indicator.figures, &mut indicator.unplaced, &numbers);
    }
    for line in &mut costs {
        renumber(&mut line.figures, &mut line.unplaced, &numbers);
    }
    add(&mut field.goals, goals, |a, b| a.text == b.text && a.period == b.period);
    add(&mut field.actions, actions, |a, b| a.text == b.text);
    add(&mut field.costs, costs, |a, b| a.label == b.label && are_alike(&a.figures, &b.figures));
    add(&mut field.sections, sections, PartialEq::eq);
    add(&mut field.notes, notes, PartialEq::eq);
    add(&mut field.attributes, attributes, PartialEq::eq);
    for indicator in indicators {
        let is_same =
            |known: &&mut Indicator| known.name == indicator.name && known.kind == indicator.kind;
        match field.indicators.iter_mut().find(is_same) {
            Some(known) => join_indicator(known, indicator),
            None => field.indicators.push(indicator),
        }
    }
    for inner in fields {
        put(&mut field.fields, inner, depth + 1);
    }
}

/// Adds tables to others, but for those that are there already, and gives the number that each of
/// them has there.
fn numbered(known: &mut Vec<Table>, others: Vec<Table>) -> Vec<Option<NonZeroU32>> {
    let before = known.len();
    let mut numbers = Vec::with_capacity(others.len());
    for other in others {
        let same = known.iter().take(before).position(|table| *table == other);
        let index = same.unwrap_or(known.len());
        if same.is_none() {
            known.push(other);
        }
        numbers.push(u32::try_from(index + 1).ok().and_then(NonZeroU32::new));
    }
    numbers
}

/// Gives the cells of some figures the new numbers of their tables.
fn renumber(figures: &mut [Figure], unplaced: &mut [Cell], numbers: &[Option<NonZeroU32>]) {
    let placed = figures.iter_mut().filter_map(|figure| figure.cell.as_mut());
    for cell in placed.chain(unplaced) {
        let index = cell.table.and_then(|table| usize::try_from(table.get() - 1).ok());
        cell.table = index.and_then(|index| *numbers.get(index)?);
    }
}

/// Whether figures say the same, wherever they stood.
fn are_alike(a: &[Figure], b: &[Figure]) -> bool {
    let text = |figure: &Figure| figure.cell.as_ref().map(|cell| cell.printed.clone());
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_alike(a, b) && text(a) == text(b))
}

fn is_alike(a: &Figure, b: &Figure) -> bool {
    (a.period, a.role, &a.value, &a.unit, &a.dimensions, a.dated)
        == (b.period, b.role, &b.value, &b.unit, &b.dimensions, b.dated)
}

fn join_indicator(known: &mut Indicator, other: Indicator) {
    known.unit = known.unit.take().or(other.unit);
    known.direction = known.direction.or(other.direction);
    known.measure = known.measure.or(other.measure);
    known.accumulation = known.accumulation.or(other.accumulation);
    known.source = known.source.take().or(other.source);
    add(&mut known.goals, other.goals, PartialEq::eq);
    // Equal figures are merged; different ones are both kept, and validation reports them.
    add(&mut known.figures, other.figures, is_alike);
    add(&mut known.unplaced, other.unplaced, |a, b| a.printed == b.printed);
    add(&mut known.identifiers, other.identifiers, PartialEq::eq);
    add(&mut known.stated, other.stated, PartialEq::eq);
    add(&mut known.notes, other.notes, PartialEq::eq);
    add(&mut known.attributes, other.attributes, PartialEq::eq);
}

fn add<T>(known: &mut Vec<T>, others: Vec<T>, is_same: impl Fn(&T, &T) -> bool) {
    let before = known.len();
    for other in others {
        let has =
            known.get(..before).is_some_and(|known| known.iter().any(|one| is_same(one, &other)));
        if !has {
            known.push(other);
        }
    }
}
