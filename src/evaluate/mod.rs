//! Evaluation: whether targets are met.
//!
//! A result is the set of numbers that it may be, and a target the set of numbers that satisfy it.
//! If a target can have several meanings, the result is compared with the set of each of them. The
//! target is met if the result lies within all of these sets, missed if it has no number in common
//! with any of them, and undecided otherwise. An undecided answer gives the reason, and the outcome
//! under each assumption.
//!
//! The modules: `group` collects the figures of one slice. `select` selects the target that counts,
//! and `stretch` the result to compare it with. `sets` makes the sets of numbers that satisfy a
//! target. `judge` compares results with them; `levels` compares words. `pace` checks whether the
//! last result is on track. `evaluation` builds the answer for an indicator, `budget` for a budget,
//! and `stored` makes both independent of the budget, with their JSON. `outcome` contains the
//! possible answers. `spending` compares what was planned and what was spent. `facts` passes the selected figures to the methods.

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
mod spending;
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
pub use spending::{FieldSpending, LineSpending, Spent};
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
