//! Rows of one table that have the same name and different figures: what tells them apart was not read, or not printed.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::num::NonZeroU32;

use super::Findings;
use super::outline::{At, Node, Outline};
use crate::findings::place::Part;
use crate::findings::rule::Message;
use crate::leaves::code::Code;
use crate::model::cost::{Flow, Reserves};
use crate::model::figure::Figure;

/// What names a row of a table.
#[derive(PartialEq, Eq, Hash)]
struct Name<'n> {
    table: NonZeroU32,
    code: Option<&'n Code>,
    group: &'n [String],
    name: &'n str,
    flow: Option<Flow>,
    reserves: Option<Reserves>,
}

/// A row of a table: an indicator or a cost line.
struct Row<'n> {
    name: Name<'n>,
    figures: &'n [Figure],
    at: At<'n>,
}

pub(super) fn check(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    for node in &outline.nodes {
        // The first row of each name, and whether it was reported.
        let mut first: HashMap<Name<'_>, (&[Figure], At<'_>, bool)> = HashMap::new();
        for Row { name, figures, at } in rows(node) {
            match first.entry(name) {
                Entry::Vacant(free) => {
                    free.insert((figures, at, false));
                }
                Entry::Occupied(mut same) => {
                    let printed = same.key().name;
                    let (others, other, is_reported) = same.get_mut();
                    if !differ(others, figures) {
                        continue;
                    }
                    let mut report = |at: At<'_>, other: At<'_>| {
                        let (name, other) = (printed.into(), other.place());
                        findings.report(at.place(), Message::NameOfTwoRows { name, other });
                    };
                    if !std::mem::replace(is_reported, true) {
                        report(*other, at);
                    }
                    report(at, *other);
                }
            }
        }
    }
}

/// The rows of the tables of a field.
fn rows<'n>(node: &'n Node<'n>) -> impl Iterator<Item = Row<'n>> {
    let table = |figures: &[Figure]| figures.first()?.cell.as_ref()?.table;
    let indicators = node.field.indicators.iter().enumerate().filter_map(move |(index, of)| {
        let name = Name {
            table: table(&of.figures)?,
            code: None,
            group: &of.group,
            name: of.label.as_deref().unwrap_or(&of.name),
            flow: None,
            reserves: None,
        };
        Some(Row { name, figures: &of.figures, at: At { node, part: Part::Indicator, index } })
    });
    let costs = node.field.costs.iter().enumerate().filter_map(move |(index, of)| {
        let name = Name {
            table: table(&of.figures)?,
            code: of.code.as_ref(),
            group: &of.group,
            name: &of.label,
            flow: of.flow,
            reserves: of.reserves,
        };
        Some(Row { name, figures: &of.figures, at: At { node, part: Part::Cost, index } })
    });
    indicators.chain(costs)
}

/// Whether the figures of two rows, whose columns are the same, say different things of one.
fn differ(one: &[Figure], other: &[Figure]) -> bool {
    let is_same = |one: &Figure, other: &Figure| {
        one.period == other.period
            && one.role == other.role
            && one.unit == other.unit
            && one.dimensions == other.dimensions
            && one.dated == other.dated
    };
    let is_known = |figure: &Figure| figure.value.bounds().is_some();
    let column = |figure: &Figure| figure.cell.as_ref().and_then(|cell| cell.column);
    // Both are in the order of their columns.
    let mut others = other.iter().peekable();
    one.iter().any(|figure| {
        while others.next_if(|other| column(other) < column(figure)).is_some() {}
        others.peek().is_some_and(|other| {
            column(other) == column(figure)
                && is_same(figure, other)
                && is_known(figure)
                && is_known(other)
                && figure.value != other.value
        })
    })
}
