//! Sums of money: balances, totals and differences that their parts don't come to.

use super::outline::Outline;
use super::{Findings, shown};
use crate::findings::argument::{FigureText, SumText, TermText};
use crate::findings::place::{Part, Place};
use crate::findings::rule::Message;
use crate::leaves::number::Number;
use crate::leaves::role::Status;
use crate::leaves::unit::Unit;
use crate::model::cost::CostLine;
use crate::model::figure::Figure;
use crate::money::{Broken, BrokenLevel, FigureAt, Level, Promise, broken_levels, checked_sums};

pub(super) fn check(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    for node in &outline.nodes {
        let costs = &node.field.costs;
        let checked = checked_sums(costs).into_iter().flat_map(|sheet| sheet.checked);
        for broken in checked.flat_map(|checked| checked.broken) {
            let Some((line, figure)) = at(costs, broken.at) else { continue };
            let place = node.at(Part::Cost(broken.at.line)).at(Part::Figure(broken.at.figure));
            let unit = figure.unit.as_ref().unwrap_or(&line.unit);
            findings.report(place, message(costs, &broken, shown(figure), unit));
        }
    }
    let nodes = outline.nodes.iter();
    let levels: Vec<Level<'_>> =
        nodes.map(|node| Level { field: node.field, outer: node.outer }).collect();
    for broken in broken_levels(&levels) {
        if let Some((place, what)) = level_message(outline, &broken) {
            findings.report(place, what);
        }
    }
}

/// The place of an amount that other fields deny, and what is reported about it.
fn level_message(outline: &Outline<'_>, broken: &BrokenLevel) -> Option<(Place, Message)> {
    let figure_of = |field: usize, figure_at: FigureAt| {
        let node = outline.nodes.get(field)?;
        let (line, figure) = at(&node.field.costs, figure_at)?;
        let place = node.at(Part::Cost(figure_at.line)).at(Part::Figure(figure_at.figure));
        Some((place, line, figure))
    };
    let (place, line, figure) = figure_of(broken.field, broken.at)?;
    let printed = shown(figure);
    if !broken.is_total {
        let (field, term) = broken.terms.first()?;
        let (at, _, other) = figure_of(*field, *term)?;
        return Some((place, Message::OverviewMismatch { printed, other: shown(other), at }));
    }
    let term = |(field, term): &(usize, FigureAt)| {
        let (_, _, figure) = figure_of(*field, *term)?;
        Some(TermText { subtracted: false, figure: shown(figure) })
    };
    let sum = SumText { terms: broken.terms.iter().filter_map(term).collect(), more: broken.more };
    let outcome = in_scale(broken.sum, figure.unit.as_ref().unwrap_or(&line.unit));
    Some((place, Message::FieldsMismatch { printed, sum, outcome }))
}

/// A number in the scale of a table, as its amounts are printed.
fn in_scale(number: Number, unit: &Unit) -> Number {
    number.checked_div(Number::from(unit.scale().factor())).unwrap_or(number)
}

fn at(costs: &[CostLine], at: FigureAt) -> Option<(&CostLine, &Figure)> {
    let line = costs.get(at.line)?;
    Some((line, line.figures.get(at.figure)?))
}

fn message(costs: &[CostLine], broken: &Broken, printed: FigureText, unit: &Unit) -> Message {
    let term = |(subtracted, term): &(bool, FigureAt)| {
        let (_, figure) = at(costs, *term)?;
        Some(TermText { subtracted: *subtracted, figure: shown(figure) })
    };
    let sum = SumText { terms: broken.terms.iter().filter_map(term).collect(), more: broken.more };
    let outcome = in_scale(broken.sum, unit);
    match broken.promise {
        Promise::Letter => {
            let favourable = at(costs, broken.at)
                .is_some_and(|(_, figure)| figure.status.contains(Status::Favourable));
            let letter = if favourable { Status::Favourable } else { Status::Unfavourable };
            Message::LetterMismatch { printed, letter, sum, outcome }
        }
        Promise::Balance => Message::BalanceMismatch { printed, sum, outcome },
        Promise::Bridge => Message::ResultMismatch { printed, sum, outcome },
        Promise::Carried => Message::StockMismatch { printed, sum },
        Promise::Total => Message::TotalMismatch { printed, sum, outcome },
        Promise::Difference => Message::DifferenceMismatch { printed, sum, outcome },
    }
}
