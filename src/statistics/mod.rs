//! Statistics of time series: small pure functions on plain numbers.
//!
//! Each function takes [`Point`]s, in any order. Its documentation gives the formula, its source,
//! the unit of the answer, and the errors. No function returns NaN or infinity: if there is no
//! answer, it returns the [`Reason`](crate::Reason) why.
//!
//! | question | function |
//! |---|---|
//! | how much does it change per year? | [`theil_sen`], [`least_squares`], [`mean_change`], [`end_points`] |
//! | does it rise or fall at all? | [`trend_test`], by [`kendall`]; [`mann_kendall`], [`spearman`] |
//! | what may it be in some years? | [`forecast`], together with the last value |
//!
//! # Limits
//!
//! Series of policy figures are short. With fewer than three points there is no interval. With
//! fewer than five there is no test: [`trend_test`] then answers that it can't test, never that
//! there is no trend. An interval is right only if its model is true, hence the name
//! [`ModelInterval`]; how often they were right in practice is reported at [`forecast`].
//!
//! # Distributions
//!
//! Probabilities and intervals need Student's t and the normal distribution, and so the feature
//! `intervals`, which adds a library for these. Without it they return
//! [`Reason::NotBuilt`](crate::Reason::NotBuilt). Everything else works without it.
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
pub use trend_test::{MIN_POINTS_TO_TEST, TrendTest, TrendVerdict, trend_test};
