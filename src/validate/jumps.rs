//! The size of the numbers in a row.

use std::collections::HashMap;

use super::outline::At;
use super::{Findings, shown};
use crate::findings::rule::Message;
use crate::leaves::dimension::Dimension;
use crate::leaves::number::Number;
use crate::leaves::role::Role;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::model::indicator::recency;
use crate::words;

/// The last number of a series that is of a size with those before it, and the last one that
/// jumped away from it.
struct Level<'i> {
    usual: &'i Figure,
    jumped: Option<&'i Figure>,
}

pub(super) fn check<'i>(indicator: &'i Indicator, at: At<'_>, findings: &mut Findings<'_>) {
    let factor = Number::from(findings.rules.jump_factor);
    let mut figures: Vec<_> = (indicator.figures.iter().enumerate())
        // A norm bounds a series and is no step of it, and a difference is of another size.
        .filter(|(_, figure)| !matches!(figure.role, Some(Role::Difference | Role::Norm)))
        .filter(|(_, figure)| size(figure).is_some())
        .collect();
    // Some tables put the newest first; where not all have a year, their order is all there is.
    if figures.iter().all(|(_, figure)| figure.period.is_some()) {
        figures.sort_by_key(|(_, figure)| figure.period.map(recency));
    }
    let mut is_change: Option<bool> = None;
    // Most rows are of the whole, which needs no map.
    let mut whole: Option<Level<'i>> = None;
    let mut parts: HashMap<&[Dimension], Level<'i>> = HashMap::new();
    for (index, figure) in figures {
        let level = Level { usual: figure, jumped: None };
        let known = match &*figure.dimensions {
            [] => whole.as_mut(),
            part => parts.get_mut(part),
        };
        let Some(known) = known else {
            match &*figure.dimensions {
                [] => whole = Some(level),
                part => drop(parts.insert(part, level)),
            }
            continue;
        };
        let unit = |figure: &'i Figure| figure.unit.as_ref().or(indicator.unit.as_ref());
        let (before, own) = (unit(known.usual), unit(figure));
        if let (Some(before), Some(own)) = (before, own)
            && !before.is_like(own)
        {
            // Different units are reported as such. A unit that isn't printed may be any.
            continue;
        }
        let goes_on = !is_jump(known.usual, figure, factor)
            // The series continues at the size that it jumped to, which was reported.
            || known.jumped.is_some_and(|jumped| !is_jump(jumped, figure, factor));
        if goes_on {
            *known = Level { usual: figure, jumped: None };
            continue;
        }
        // Numbers of a change have no usual size.
        if *is_change
            .get_or_insert_with(|| words::is_of_change(&words::fold(&indicator.name, true)))
        {
            return;
        }
        let what = Message::Jump {
            figure: shown(figure),
            before: shown(known.usual),
            factor: Some(factor).filter(|factor| *factor != Number::from(10)),
        };
        findings.report(at.figure(index), what);
        known.jumped = Some(figure);
    }
}

/// The smallest and the largest number that is printed, without their signs. `None` if there is none,
/// or if one is zero, of which nothing is a multiple.
fn size(figure: &Figure) -> Option<(Number, Number)> {
    let bounds = figure.value.bounds()?;
    let mut ends = bounds.ends().map(Number::abs);
    let first = ends.next()?;
    let (low, high) = ends.fold((first, first), |(low, high), end| (low.min(end), high.max(end)));
    (low > Number::ZERO).then_some((low, high))
}

/// Whether each number of one figure is at least so many times each of the other.
fn is_jump(a: &Figure, b: &Figure, factor: Number) -> bool {
    let sign =
        |figure: &Figure| figure.value.bounds().is_some_and(|b| b.ends().any(Number::is_negative));
    if sign(a) != sign(b) {
        return false;
    }
    let (Some(a), Some(b)) = (size(a), size(b)) else { return false };
    // What is too large to multiply can't be the smaller one.
    let exceeds = |large: Number, small: Number| {
        small.checked_mul(factor).is_some_and(|least| large >= least) && large > small
    };
    exceeds(b.0, a.1) || exceeds(a.0, b.1)
}
