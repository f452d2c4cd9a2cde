//! The statistics of series: against the peers' numbers, against laws that hold for any input,
//! and what they refuse to say.

// A doubt about equality would be a doubt about the test.
#![allow(clippy::float_cmp)]

mod coverage;
mod honest;
mod laws;
mod long;
mod peer;
mod reference;
mod wire;

use beleid::statistics::Point;

/// A series of successive years.
fn yearly(values: &[f64]) -> Vec<Point> {
    values.iter().zip(2001..).map(|(value, year)| Point::new(f64::from(year), *value)).collect()
}
