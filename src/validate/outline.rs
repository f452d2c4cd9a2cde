//! The budget as its rules see it.

use crate::findings::place::{Part, Place};
use crate::model::budget::Budget;
use crate::model::field::PolicyField;
use crate::model::indicator::Indicator;

/// The fields of a budget in document order.
pub(super) struct Outline<'b> {
    pub(super) nodes: Vec<Node<'b>>,
}

/// A field and where it stands.
pub(super) struct Node<'b> {
    pub(super) field: &'b PolicyField,
    pub(super) place: Place,
    /// The index of the field that it lies in.
    pub(super) outer: Option<usize>,
}

impl<'b> Outline<'b> {
    pub(super) fn new(budget: &'b Budget) -> Self {
        let mut nodes: Vec<Node<'b>> = Vec::new();
        // The fields that the next one may lie in, outermost first.
        let mut open: Vec<usize> = Vec::new();
        for (place, field) in budget.places() {
            open.truncate(place.parts().len() - 1);
            let outer = open.last().copied();
            open.push(nodes.len());
            nodes.push(Node { field, place, outer });
        }
        Outline { nodes }
    }

    /// The indicators in document order, each with where it is.
    pub(super) fn indicators(&self) -> impl Iterator<Item = (At<'_>, &'b Indicator)> {
        self.nodes.iter().flat_map(|node| {
            let indicators = node.field.indicators.iter().enumerate();
            indicators
                .map(|(index, indicator)| (At { node, part: Part::Indicator, index }, indicator))
        })
    }

    /// For each field, whether `is_so` holds for it, for one around it, or for one within it.
    pub(super) fn holds_in_line(&self, is_so: impl Fn(&PolicyField) -> bool) -> Vec<bool> {
        let own: Vec<bool> = self.nodes.iter().map(|node| is_so(node.field)).collect();
        let (mut around, mut within) = (own.clone(), own);
        for (index, node) in self.nodes.iter().enumerate() {
            let outer = node.outer.and_then(|outer| around.get(outer).copied());
            if let (Some(true), Some(slot)) = (outer, around.get_mut(index)) {
                *slot = true;
            }
        }
        // A field comes after the one that it lies in, so this goes from the inside out.
        for (index, node) in self.nodes.iter().enumerate().rev() {
            if within.get(index) == Some(&true)
                && let Some(slot) = node.outer.and_then(|outer| within.get_mut(outer))
            {
                *slot = true;
            }
        }
        around.iter().zip(&within).map(|(around, within)| *around || *within).collect()
    }
}

/// A part of a field by its index. Its place is only made for a finding, which most parts don't
/// have.
#[derive(Clone, Copy)]
pub(super) struct At<'n> {
    pub(super) node: &'n Node<'n>,
    pub(super) part: fn(usize) -> Part,
    pub(super) index: usize,
}

impl At<'_> {
    /// The place of the part.
    pub(super) fn place(self) -> Place {
        self.node.at((self.part)(self.index))
    }

    /// The place of a figure of it.
    pub(super) fn figure(self, index: usize) -> Place {
        self.place().at(Part::Figure(index))
    }
}

impl Node<'_> {
    /// The place of a part of this field.
    pub(super) fn at(&self, part: Part) -> Place {
        self.place.clone().at(part)
    }
}
