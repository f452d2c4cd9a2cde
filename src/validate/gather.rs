//! One finding a cause: makes one of the findings of a table, or of a field, that have the same cause.

use std::collections::HashMap;
use std::num::NonZeroU32;

use crate::findings::finding::Finding;
use crate::findings::place::{Part, Place};
use crate::findings::rule::Cause;
use crate::findings::severity::Severity;
use crate::model::budget::Budget;
use crate::model::figure::Cell;
use crate::model::lookup::PartRef;

/// Where in a field a finding lies.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spot {
    /// Its table, or its field if it lies in none.
    within: Place,
    /// The number of its column. `None` if it is about more than one, or lies in no table.
    column: Option<NonZeroU32>,
}

impl Spot {
    /// The part of the budget whose findings of one cause are one: a warning is about cells, and
    /// those of another table are looked up in another place; advice is read once for a field.
    fn scope(&self, finding: &Finding) -> Place {
        match finding.rule.severity() {
            Severity::Advice => field(&self.within),
            Severity::Error | Severity::Warning => self.within.clone(),
        }
    }
}

/// The findings, with one in the place of the first for all that have one cause in one table, or
/// in one field if they are advice or lie in no table. They keep their order.
///
/// The place of such a finding is the narrowest that its parts share: their row, their column,
/// their table, or their field. Time grows linearly with the number of findings.
pub(crate) fn by_cause(budget: &Budget, findings: Vec<Finding>) -> Vec<Finding> {
    let mut same: HashMap<(Place, Cause<'_>), Vec<usize>> = HashMap::new();
    let spots: Vec<Option<Spot>> = findings
        .iter()
        .map(|finding| finding.what.cause().and_then(|_| spot(budget, &finding.place)))
        .collect();
    for (index, (finding, spot)) in findings.iter().zip(&spots).enumerate() {
        if let (Some(cause), Some(spot)) = (finding.what.cause(), spot) {
            same.entry((spot.scope(finding), cause)).or_default().push(index);
        }
    }
    let mut groups: HashMap<usize, Vec<usize>> = HashMap::new();
    for members in same.into_values().filter(|members| members.len() > 1) {
        if let Some(first) = members.first() {
            groups.insert(*first, members);
        }
    }
    if groups.is_empty() {
        return findings;
    }
    let mut is_taken = vec![false; findings.len()];
    for member in groups.values().flat_map(|members| members.iter().skip(1)) {
        if let Some(slot) = is_taken.get_mut(*member) {
            *slot = true;
        }
    }
    let whole: Vec<Option<Finding>> =
        (0..findings.len()).map(|index| united(&findings, &spots, groups.get(&index)?)).collect();
    findings
        .into_iter()
        .zip(whole)
        .zip(is_taken)
        .filter(|(_, is_taken)| !is_taken)
        .map(|((finding, whole), _)| whole.unwrap_or(finding))
        .collect()
}

/// One finding for several of one cause.
fn united(findings: &[Finding], spots: &[Option<Spot>], members: &[usize]) -> Option<Finding> {
    let each = || members.iter().filter_map(|member| findings.get(*member));
    let spots = || members.iter().filter_map(|member| spots.get(*member)?.as_ref());
    let first = each().next()?;
    let spot = spots().next()?;
    let parts: Vec<Place> = each().map(|finding| finding.place.clone()).collect();
    let own = first.what.example();
    let mut examples = Vec::new();
    for example in each().skip(1).filter_map(|finding| finding.what.example()) {
        if examples.len() < Finding::EXAMPLES
            && own.as_ref() != Some(&example)
            && !examples.contains(&example)
        {
            examples.push(example);
        }
    }
    let row = row(&first.place);
    let place = if row.is_some() && parts.iter().all(|part| self::row(part) == row) {
        row.unwrap_or_default()
    } else if !spots().all(|other| other.within == spot.within) {
        field(&spot.within)
    } else if spot.column.is_some() && spots().all(|other| other.column == spot.column) {
        let column = spot.column.and_then(index).map(Part::Column);
        column.map_or(spot.within.clone(), |column| spot.within.clone().at(column))
    } else {
        spot.within.clone()
    };
    Some(Finding { place, parts, examples, ..first.clone() })
}

/// The place of the indicator or cost line that a place is in. `None` if it is in none.
fn row(place: &Place) -> Option<Place> {
    let is_row = |part: &Part| matches!(part, Part::Indicator(_) | Part::Cost(_));
    let at = place.parts().iter().position(is_row)?;
    let mut row = place.clone();
    row.truncate(at + 1);
    Some(row)
}

/// The field that a place is in: the place up to its last field.
fn field(place: &Place) -> Place {
    let is_field = |part: &Part| matches!(part, Part::Field { .. });
    let mut field = place.clone();
    field.truncate(place.parts().iter().rposition(is_field).map_or(0, |at| at + 1));
    field
}

fn index(number: NonZeroU32) -> Option<usize> {
    usize::try_from(number.get() - 1).ok()
}

/// The table that a place is in, and its column there; or else its field. `None` if it is in none.
fn spot(budget: &Budget, place: &Place) -> Option<Spot> {
    let is_table = |part: &Part| matches!(part, Part::Table(_));
    if let Some(at) = place.parts().iter().position(is_table) {
        let column = match place.parts().get(at + 1) {
            Some(Part::Column(index)) => {
                u32::try_from(*index).ok().and_then(|index| NonZeroU32::new(index + 1))
            }
            _ => None,
        };
        let mut table = place.clone();
        table.truncate(at + 1);
        return Some(Spot { within: table, column });
    }
    let of_row = || {
        let row = row(place)?;
        let (cell, column) = match budget.get(place)? {
            PartRef::Figure(figure) => {
                let cell = figure.cell.as_ref()?;
                (cell, cell.column)
            }
            PartRef::Unplaced(cell) => (cell, cell.column),
            _ => (first_cell(&budget.get(&row)?)?, None),
        };
        let within = row.outer()?.at(Part::Table(index(cell.table?)?));
        Some(Spot { within, column })
    };
    of_row().or_else(|| {
        let within = field(place);
        (!within.parts().is_empty()).then_some(Spot { within, column: None })
    })
}

/// A cell of a row.
fn first_cell<'b>(row: &PartRef<'b>) -> Option<&'b Cell> {
    let (figures, unplaced) = match row {
        PartRef::Indicator(indicator) => (&*indicator.figures, &*indicator.unplaced),
        PartRef::Cost(line) => (&*line.figures, &*line.unplaced),
        _ => return None,
    };
    figures.iter().find_map(|figure| figure.cell.as_ref()).or(unplaced.first())
}
