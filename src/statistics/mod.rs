//! Statistics of series: small pure functions on plain numbers.
//!
//! Each takes [`Point`]s, a moment in years and a value, in any order, and each says in its
//! documentation what its formula is, where that comes from, in what unit the answer is, and
//! when there is none. None gives NaN or infinity: where there is no answer, there is an
//! [`Reason`](crate::Reason) that says why.
//!
//! | to know | ask |
//! |---|---|
//! | how much it changes a year | [`theil_sen`], [`least_squares`], [`mean_change`], [`end_points`] |
//! | whether it rises or falls at all | [`trend_test`], by [`kendall`]; [`mann_kendall`], [`spearman`] |
//! | where it may be in some years | [`forecast`], beside the last value |
//!
//! # What they don't say
//!
//! Series of policy are short. Under three points there is no interval. Under five there is no
//! test: [`trend_test`] says that it can't, and never that there is no trend. An interval is what
//! a model says of its own uncertainty, hence [`ModelInterval`]; what that is worth was measured,
//! and stands with [`forecast`].
//!
//! # Distributions
//!
//! Probabilities and intervals by Student's t and the normal distribution take the feature
//! `statistics`, which brings a library for these. Without it they answer
//! [`Reason::NotBuilt`](crate::Reason::NotBuilt); all else is the same.
//!
//! ```
//! use beleid::statistics::{Confidence, Point, TrendVerdict, theil_sen, trend_test};
//!
//! let series = [(2013.0, 5.1), (2014.0, 5.4), (2015.0, 6.0), (2016.0, 6.1), (2017.0, 6.9)];
//! let series = series.map(Point::from);
//! assert!((theil_sen(&series)?.slope - 0.45).abs() < 1e-9);
//! assert_eq!(trend_test(&series, Confidence::P95).verdict, TrendVerdict::Rising);
//! # Ok::<(), beleid::Reason>(())
//! ```

// Ties and repeated times are equalities of numbers as they were given.
#![allow(clippy::float_cmp)]

// What is computed with.
mod confidence;
mod distribution;
mod interval;
mod inversions;
mod orders;
mod point;
mod range;
mod slopes;
mod ties;
#[cfg(feature = "serde")]
mod wire;

// What is asked.
mod change;
mod forecast;
mod kendall;
mod least_squares;
mod mann_kendall;
mod spearman;
mod theil_sen;
mod trend_test;

pub use change::{end_points, mean_change};
pub use confidence::Confidence;
pub use forecast::{Forecast, ForecastModel, forecast};
pub use interval::ModelInterval;
pub use kendall::{Kendall, kendall};
pub use least_squares::{LeastSquares, least_squares};
pub use mann_kendall::{MannKendall, mann_kendall};
pub use point::Point;
pub use spearman::{Spearman, spearman};
pub use theil_sen::{TheilSen, theil_sen, theil_sen_interval};
pub use trend_test::{FEWEST_TO_TEST, TrendTest, TrendVerdict, trend_test};
