//! Groups of equal numbers, and what they take from a test of ranks.

use super::Point;
use super::range::{compare, count};

/// What the groups of t equal numbers add up to.
#[derive(Clone, Copy, Default)]
pub(super) struct Ties {
    /// Σ t(t − 1) / 2: pairs of equal numbers.
    pub(super) pairs: u64,
    /// Σ t(t − 1)(t − 2).
    pub(super) triples: f64,
    /// Σ t(t − 1)(2t + 5).
    pub(super) variance: f64,
}

impl Ties {
    /// The groups of equal years.
    pub(super) fn of_years(points: &[Point]) -> Self {
        Self::of(points.iter().map(|point| point.year).collect())
    }

    /// The groups of equal values.
    pub(super) fn of_values(points: &[Point]) -> Self {
        Self::of(points.iter().map(|point| point.value).collect())
    }

    fn of(mut numbers: Vec<f64>) -> Self {
        numbers.sort_unstable_by(|one, other| compare(*one, *other));
        Self::of_groups(&numbers, |one, other| one == other)
    }

    /// The groups of neighbours that are the same.
    pub(super) fn of_groups<T>(sorted: &[T], same: impl Fn(&T, &T) -> bool) -> Self {
        let mut ties = Self::default();
        for group in sorted.chunk_by(same) {
            let (size, t) = (group.len() as u64, count(group.len()));
            ties.pairs += size * (size - 1) / 2;
            ties.triples += t * (t - 1.0) * (t - 2.0);
            ties.variance += t * (t - 1.0) * (2.0 * t + 5.0);
        }
        ties
    }
}
