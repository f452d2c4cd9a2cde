//! Sums of money: balances, totals and differences that their parts don't come to.

use super::outline::Outline;
use super::{Findings, shown};
use crate::findings::argument::{FigureText, SumText, TermText};
use crate::findings::place::Part;
use crate::findings::rule::Message;
use crate::leaves::number::Number;
use crate::leaves::unit::Unit;
use crate::model::cost::CostLine;
use crate::model::figure::Figure;
use crate::money::{Broken, FigureAt, Promise, broken_sums};

pub(super) fn check(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    for node in &outline.nodes {
        let costs = &node.field.costs;
        for broken in broken_sums(costs) {
            let Some((line, figure)) = at(costs, broken.at) else { continue };
            let place = node.at(Part::Cost(broken.at.line)).at(Part::Figure(broken.at.figure));
            let unit = figure.unit.as_ref().unwrap_or(&line.unit);
            findings.report(place, message(costs, &broken, shown(figure), unit));
        }
    }
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
    // In the scale of the table, as the terms are.
    let factor = Number::from(unit.scale().factor());
    let outcome = broken.sum.checked_div(factor).unwrap_or(broken.sum);
    match broken.promise {
        Promise::Balance => Message::BalanceMismatch { printed, sum, outcome },
        Promise::Bridge => Message::ResultMismatch { printed, sum, outcome },
        Promise::Total => Message::TotalMismatch { printed, sum, outcome },
        Promise::Difference => Message::DifferenceMismatch { printed, sum, outcome },
    }
}
