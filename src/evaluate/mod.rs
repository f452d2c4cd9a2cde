//! Whether targets are met.
//!
//! A cell is a set of numbers: a result is the set of numbers that it may be, and a target
//! the set of numbers that satisfy it. Whatever is unknown is quantified over: the result is
//! held against every set that the target may mean. Contained in all of them is met, apart
//! from all of them is missed, and anything else is undecided, with the reason and with what
//! each way to read it would give.
//!
//! `group` has the figures of one slice; `select` chooses the target that counts, and `stretch` what
//! may be held against it; `sets` makes the sets of a target; `judge` holds one against the other, and `levels` words;
//! `pace` looks on the way to the target; `evaluation` puts the answer together, and `budget`
//! gives it for all indicators; `stored` is both without a budget, and their JSON; `outcome` names the
//! answers; `facts` hands the figures that count on
//! to the methods.

mod budget;
mod evaluation;
#[cfg(feature = "methods")]
mod facts;
mod group;
mod judge;
mod levels;
mod outcome;
mod pace;
mod select;
mod sets;
mod stored;
mod stretch;
mod units;

use crate::leaves::period::Period;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;

pub use budget::{BudgetEvaluation, Counts, PlacedEvaluation};
pub use evaluation::{Evaluation, Evaluations, Summed};
#[cfg(feature = "methods")]
pub(crate) use facts::{Aim, Facts, Measured, When, each_facts, measured};
pub(crate) use group::measured_in;
pub use outcome::{Against, Alternative, Assumption, Basis, Outcome, Pace, Sense};
pub(crate) use select::is_aim;
pub(crate) use sets::meant_by;
pub use stored::{
    StoredAlternative, StoredBudgetEvaluation, StoredEvaluation, StoredFigure, StoredSum,
};

/// Whether a result satisfies a target that is a number, a range or a comparison with one,
/// whatever isn't known. One of another length of time doesn't, unless its length doesn't matter.
pub(crate) fn is_satisfied(indicator: &Indicator, target: &Figure, result: &Figure) -> bool {
    let group = group::Group::all(indicator);
    if stretch::stretch_of(target).is_some_and(|stretch| !stretch::covers(&group, result, stretch))
    {
        return false;
    }
    // Only what is relative to another result asks for when.
    let at = select::aimed_at(target).or(result.period).or_else(|| Period::year(1).ok());
    let Some(at) = at else { return false };
    let (targets, results) = (select::Candidates::one(target), select::Candidates::one(result));
    let verdict = judge::judge(&group, &results, &targets, at).weighed(&results, &targets);
    verdict.outcome == Outcome::Met
}
