//! Whether targets are met.
//!
//! A cell is a set of numbers: a result is the set of numbers that it may be, and a target
//! the set of numbers that satisfy it. Whatever is unknown is quantified over: the result is
//! held against every set that the target may mean. Contained in all of them is met, apart
//! from all of them is missed, and anything else is undecided, with the reason and with what
//! each way to read it would give.
//!
//! `group` chooses the figures that matter; `sets` makes the sets of a target; `judge` holds
//! one against the other; `pace` looks on the way to the target; `evaluation` puts the answer
//! together, and `budget` gives it for all indicators; `outcome` names the answers.

mod budget;
mod evaluation;
mod group;
mod judge;
mod outcome;
mod pace;
mod sets;
#[cfg(feature = "serde")]
mod wire;

pub use budget::{BudgetEvaluation, Counts, PlacedEvaluation};
pub use evaluation::{Evaluation, Evaluations};
pub use outcome::{Against, Alternative, Assumption, Basis, Outcome, Pace, Reason};
