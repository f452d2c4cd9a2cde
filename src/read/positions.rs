//! The position of each part of a budget in the source.

use super::lines::Lines;
use super::spot::Spot;
use crate::findings::place::{Part, Place};

/// The lines of each part of a budget, in the shape of the budget.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct BudgetLines {
    pub(super) edition: Option<Lines>,
    pub(super) fields: Vec<FieldLines>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FieldLines {
    pub(super) heading: Option<Lines>,
    pub(super) sections: Vec<SectionLines>,
    pub(super) indicators: Vec<IndicatorLines>,
    pub(super) goals: Vec<Lines>,
    pub(super) actions: Vec<Lines>,
    pub(super) costs: Vec<IndicatorLines>,
    pub(super) tables: Vec<TableLines>,
    pub(super) notes: Vec<Lines>,
    pub(super) fields: Vec<FieldLines>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableLines {
    /// The lines of its headers.
    pub(super) headers: Lines,
    pub(super) unplaced: Vec<Spot>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct SectionLines {
    pub(super) heading: Option<Lines>,
    pub(super) paragraphs: Vec<Lines>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct IndicatorLines {
    pub(super) name: Lines,
    pub(super) figures: Vec<Spot>,
    pub(super) unplaced: Vec<Spot>,
    pub(super) notes: Vec<Lines>,
    pub(super) attributes: Vec<usize>,
}

impl IndicatorLines {
    pub(super) fn new(name: Lines) -> Self {
        IndicatorLines {
            name,
            figures: Vec::new(),
            unplaced: Vec::new(),
            notes: Vec::new(),
            attributes: Vec::new(),
        }
    }
}

impl BudgetLines {
    /// The cell of a figure, or of what could not be placed: it may be a part of its line. `None` for
    /// other parts.
    pub(super) fn cell(&self, place: &Place) -> Option<Spot> {
        let mut fields = &self.fields;
        let mut field: Option<&FieldLines> = None;
        let (mut indicator, mut table): (Option<&IndicatorLines>, Option<&TableLines>) =
            (None, None);
        for part in place.parts() {
            match (part, field) {
                (Part::Field { index, .. }, _) => {
                    let inner = fields.get(*index)?;
                    fields = &inner.fields;
                    field = Some(inner);
                }
                (Part::Indicator(index), Some(field)) => indicator = field.indicators.get(*index),
                (Part::Cost(index), Some(field)) => indicator = field.costs.get(*index),
                (Part::Table(index), Some(field)) => table = field.tables.get(*index),
                (Part::Figure(index), _) => return indicator?.figures.get(*index).copied(),
                (Part::Unplaced(index), _) => {
                    let unplaced = match (indicator, table) {
                        (Some(indicator), _) => &indicator.unplaced,
                        (None, table) => &table?.unplaced,
                    };
                    return unplaced.get(*index).copied();
                }
                _ => {}
            }
        }
        None
    }

    /// The lines of a part of the budget; for a part without lines of its own, those of the nearest
    /// part that contains it.
    pub(super) fn find(&self, place: &Place) -> Option<Lines> {
        let mut found = None;
        let mut fields = &self.fields;
        let mut field: Option<&FieldLines> = None;
        let mut indicator: Option<&IndicatorLines> = None;
        let mut section: Option<&SectionLines> = None;
        let mut table: Option<&TableLines> = None;
        for part in place.parts() {
            let step = match (part, field, indicator) {
                (Part::Edition | Part::Organisation, None, _) => self.edition,
                (Part::Field { index, .. }, _, None) => {
                    let inner = fields.get(*index)?;
                    fields = &inner.fields;
                    field = Some(inner);
                    inner.heading
                }
                (Part::Indicator(index), Some(field), None) => {
                    let inner = field.indicators.get(*index)?;
                    indicator = Some(inner);
                    Some(inner.name)
                }
                (Part::Cost(index), Some(field), None) => {
                    let inner = field.costs.get(*index)?;
                    indicator = Some(inner);
                    Some(inner.name)
                }
                (Part::Name, _, Some(indicator)) => Some(indicator.name),
                (Part::Figure(index), _, Some(indicator)) => {
                    Some(Lines::one(indicator.figures.get(*index)?.piece()))
                }
                (Part::Unplaced(index), _, Some(indicator)) => {
                    Some(Lines::one(indicator.unplaced.get(*index)?.piece()))
                }
                (Part::Attribute(index), _, Some(indicator)) => {
                    Some(Lines::one(*indicator.attributes.get(*index)?))
                }
                (Part::Note(index), _, Some(indicator)) => indicator.notes.get(*index).copied(),
                (Part::Heading, Some(field), None) => field.heading,
                (Part::Section(index), Some(field), None) => {
                    let inner = field.sections.get(*index)?;
                    section = Some(inner);
                    inner.heading.or_else(|| inner.paragraphs.first().copied())
                }
                (Part::Paragraph(index), Some(_), None) => Some(*section?.paragraphs.get(*index)?),
                (Part::Goal(index), Some(field), None) => field.goals.get(*index).copied(),
                (Part::Action(index), Some(field), None) => field.actions.get(*index).copied(),
                (Part::Table(index), Some(field), None) => {
                    let inner = field.tables.get(*index)?;
                    table = Some(inner);
                    Some(inner.headers)
                }
                (Part::Column(_), Some(_), None) => Some(table?.headers),
                (Part::Unplaced(index), Some(_), None) => {
                    Some(Lines::one(table?.unplaced.get(*index)?.piece()))
                }
                (Part::Note(index), Some(field), None) => field.notes.get(*index).copied(),
                _ => return None,
            };
            found = step.or(found);
        }
        found
    }
}
