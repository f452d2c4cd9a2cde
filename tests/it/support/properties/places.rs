//! Every place of a budget.

use beleid::{Budget, Part, Place, PolicyField};

/// The parts within a field, but for those of its inner fields, each with the printed text that
/// its lines are, where it is kept as it stands.
fn within(field: &PolicyField) -> Vec<(Vec<Part>, Option<&str>)> {
    let mut parts: Vec<(Vec<Part>, Option<&str>)> = Vec::new();
    let mut list = |part: fn(usize) -> Part, length: usize| {
        parts.extend((0..length).map(|index| (vec![part(index)], None)));
    };
    list(Part::Goal, field.goals.len());
    list(Part::Action, field.actions.len());
    list(Part::Table, field.tables.len());
    list(Part::Note, field.notes.len());
    for (index, section) in field.sections.iter().enumerate() {
        parts.push((vec![Part::Section(index)], None));
        let paragraphs = 0..section.paragraphs.len();
        parts.extend(paragraphs.map(|at| (vec![Part::Section(index), Part::Paragraph(at)], None)));
    }
    for (index, indicator) in field.indicators.iter().enumerate() {
        let at = |part| vec![Part::Indicator(index), part];
        parts.push((vec![Part::Indicator(index)], None));
        parts.push((at(Part::Name), None));
        for (index, figure) in indicator.figures.iter().enumerate() {
            let printed = figure.cell.as_ref().map(|cell| &*cell.printed);
            parts.push((at(Part::Figure(index)), printed));
        }
        for (index, cell) in indicator.unplaced.iter().enumerate() {
            parts.push((at(Part::Unplaced(index)), Some(&cell.printed)));
        }
        for (index, attribute) in indicator.attributes.iter().enumerate() {
            parts.push((at(Part::Attribute(index)), Some(&attribute.text)));
        }
        parts.extend((0..indicator.notes.len()).map(|index| (at(Part::Note(index)), None)));
    }
    parts
}

/// Every place of a budget that has text, each with the printed text that its lines are, where
/// it is kept as it stands.
pub(super) fn all(budget: &Budget) -> Vec<(Place, Option<&str>)> {
    let mut places = Vec::new();
    for (place, field) in budget.places() {
        let heading = &field.heading;
        if heading.label.is_some() || heading.code.is_some() || heading.title.is_some() {
            places.push((place.clone().at(Part::Heading), None));
            places.push((place.clone(), None));
        }
        for (parts, printed) in within(field) {
            places.push((parts.into_iter().fold(place.clone(), Place::at), printed));
        }
    }
    places
}
