//! Methods of assessment: published ways to assess how an indicator progresses, with more answers
//! than met and missed.
//!
//! A [`Method`] is built from parts that are data: a [`Baseline`] to start from, a [`Formula`] to
//! compute, [`Bands`] that classify the result, and [`Pieces`] for a score. Established methods are
//! in [`presets`]. `indicator.evaluate_with(&method, at)` applies a method to an indicator,
//! [`Method::apply`] to a [`Series`] of plain numbers.
//!
//! If a result is only known within bounds, or a target can have several meanings, the formula is
//! computed for every possible case. If all cases give the same class, the answer is certain;
//! otherwise it is the lowest and the highest class that are possible. If there is no answer, there
//! is a [`Reason`](crate::Reason). NaN, infinity, or 0.001 in place of 0 are never used. A
//! direction is required, and is never assumed.
//!
//! The modules, from the lowest level: `range` is a number with bounds. `rate` and `attainment` are
//! pure functions, and `formula` is the list of them. `bands` and `score` classify the results.
//! `method` combines these. `assessment` applies a method to a `series` (by `spread` if numbers
//! have bounds), and returns a `standing`. `indicator` and `budget` do that for a document.
//! `rollup` and `means` count and average. `explain` puts an answer into words, and
//! `describe` a method.

// A baseline that equals its target, and an end that equals the other, are what they are.
#![allow(clippy::float_cmp)]

mod assessment;
mod attainment;
mod bands;
mod baseline;
mod budget;
mod describe;
mod explain;
mod formula;
mod indicator;
mod invalid;
mod means;
mod method;
pub mod presets;
mod progress;
mod range;
mod rate;
mod reached;
mod rollup;
mod score;
mod series;
mod spread;
mod standing;
#[cfg(feature = "serde")]
mod wire;

pub use assessment::Assessment;
pub use attainment::{attainment, elapsed_share, expected_at, linear_pace};
pub use bands::{Band, Bands, Side};
pub use baseline::{Baseline, years};
pub use budget::{BudgetAssessment, PlacedAssessment};
pub use formula::{Course, Formula};
pub use indicator::{Assessments, IndicatorAssessment};
pub use invalid::InvalidMethod;
pub use means::MeanOfMeans;
pub use method::{Method, Step, Verdict};
pub use range::Range;
pub use rate::{compound_rate, limit_coefficient, linear_rate};
pub use rollup::{Item, Rollup, RollupRule};
pub use score::Pieces;
pub use series::{Measurement, Series, Target};
pub use standing::{Class, Standing};
