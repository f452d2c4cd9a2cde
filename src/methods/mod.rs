//! Methods of evaluation: named ways to tell how an indicator fares, beyond met and missed.
//!
//! A [`Method`] is composed of parts that are data: a [`Baseline`] to count from, a [`Formula`] to
//! compute, [`Bands`] that say what the numbers amount to, and [`Pieces`] for a score. The established
//! ones are [`presets`]. `indicator.evaluate_with(&method, at)` applies one to an indicator, and
//! [`Method::apply`] to a [`Series`] of plain numbers.
//!
//! Whatever is unknown is quantified over, as everywhere in this crate: what a result may be, and how a target may be
//! read. Each [`Formula`] is followed through all of it, and where all amounts to one class, that is
//! certain; else the answer is what it may be from one class to another. Where there is no number there
//! is a [`Reason`](crate::Reason) that says why, and never NaN, infinity, or 0.001 for 0. Which direction is better is
//! required, and never a default.
//!
//! From the ground up: `range` is a number with bounds; `rate`, `attainment` are pure functions; `formula` names
//! what they compute; `bands` and `score` say what that amounts to; `method` puts these together, and
//! `assessment` applies them to a `series`, through `spread` where numbers have bounds, which gives a `standing`.
//! `indicator` and `budget` do so for what was read, `rollup` and `means` count and average, and `explain` tells it in
//! words.

// A baseline that equals its target, and an end that equals the other, are what they are.
#![allow(clippy::float_cmp)]

mod assessment;
mod attainment;
mod bands;
mod baseline;
mod budget;
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
