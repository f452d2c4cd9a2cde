//! The slopes of all pairs of points, in their order.

use super::Point;
use super::inversions::inversions;
use super::range::compare;

/// Up to so many points, all slopes are made: half a million of them, in 4 MB.
const FEW: usize = 1_000;

/// The slopes of all pairs of different years.
pub(super) enum Slopes {
    /// All of them.
    Made(Vec<f64>),
    /// Those of a long series, which are counted and never made.
    Counted(Counter),
}

impl Slopes {
    pub(super) fn of(points: &[Point]) -> Self {
        if points.len() <= FEW { Self::made(points) } else { Self::counted(points) }
    }

    fn made(points: &[Point]) -> Self {
        let mut slopes = Vec::with_capacity(points.len() * points.len().saturating_sub(1) / 2);
        let mut rest = points;
        while let [point, others @ ..] = rest {
            let apart = others.iter().filter(|other| other.year != point.year);
            slopes
                .extend(apart.map(|other| (other.value - point.value) / (other.year - point.year)));
            rest = others;
        }
        Self::Made(slopes)
    }

    fn counted(points: &[Point]) -> Self {
        Self::Counted(Counter::new(points))
    }

    /// How many there are.
    pub(super) fn count(&self) -> u64 {
        match self {
            Self::Made(slopes) => slopes.len() as u64,
            Self::Counted(counter) => counter.all,
        }
    }

    /// The one that has so many below it. It is no number where there is none.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Whole, and not negative.
    pub(super) fn at(&mut self, place: f64) -> f64 {
        self.nth(place as u64)
    }

    pub(super) fn median(mut self) -> f64 {
        let middle = self.count() / 2;
        if self.count() % 2 == 1 {
            return self.nth(middle);
        }
        0.5 * self.nth(middle.saturating_sub(1)) + 0.5 * self.nth(middle)
    }

    fn nth(&mut self, place: u64) -> f64 {
        match self {
            Self::Made(slopes) => match usize::try_from(place) {
                Ok(place) if place < slopes.len() => {
                    *slopes.select_nth_unstable_by(place, |a, b| compare(*a, *b)).1
                }
                _ => f64::NAN,
            },
            Self::Counted(counter) => counter.nth(place),
        }
    }
}

/// A long series, and room to count in.
///
/// A pair has a slope below s exactly if value − s · year falls from the one to the other. So
/// the slopes below s are counted by sorting, and the slope with so many below it is found by
/// halving the numbers that it may be (after J. Matoušek, *Randomized optimal algorithm for slope
/// selection*, 1991, without the randomness).
pub(super) struct Counter {
    /// By year, from the first one.
    points: Vec<Point>,
    /// How many slopes there are.
    all: u64,
    lowest: f64,
    highest: f64,
    numbers: Vec<f64>,
    buffer: Vec<f64>,
}

impl Counter {
    fn new(points: &[Point]) -> Self {
        let origin = points.first().copied().unwrap_or(Point::new(0.0, 0.0));
        let mut points: Vec<Point> = points
            .iter()
            .map(|point| Point::new(point.year - origin.year, point.value - origin.value))
            .collect();
        points.sort_unstable_by(|one, other| {
            compare(one.year, other.year).then(compare(one.value, other.value))
        });
        let n = points.len() as u64;
        let mut all = n * n.saturating_sub(1) / 2;
        // The steepest slopes are those from a year to the next one.
        let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut before: Option<(Point, Point)> = None;
        for group in points.chunk_by(|one, other| one.year == other.year) {
            let size = group.len() as u64;
            all -= size * (size - 1) / 2;
            let (Some(&low), Some(&high)) = (group.first(), group.last()) else { continue };
            if let Some((low_before, high_before)) = before {
                let years = low.year - low_before.year;
                lowest = lowest.min((low.value - high_before.value) / years);
                highest = highest.max((high.value - low_before.value) / years);
            }
            before = Some((low, high));
        }
        Self { points, all, lowest, highest, numbers: Vec::new(), buffer: Vec::new() }
    }

    /// The largest number with at most so many slopes below it.
    fn nth(&mut self, place: u64) -> f64 {
        let steepest = self.highest.abs().max(self.lowest.abs());
        let furthest = self.points.iter().map(|point| point.year.abs()).fold(1.0, f64::max);
        if !(steepest * furthest).is_finite() {
            return f64::NAN;
        }
        let (mut low, mut high) = (key(self.lowest), key(self.highest));
        while low < high {
            // Above the middle, so that the two ends meet.
            let middle = high - (high.wrapping_sub(low).cast_unsigned() / 2).cast_signed();
            if self.below(number(middle)) <= place {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        number(low)
    }

    /// How many slopes are below a number.
    fn below(&mut self, slope: f64) -> u64 {
        self.numbers.clear();
        self.numbers.extend(self.points.iter().map(|point| point.value - slope * point.year));
        inversions(&mut self.numbers, &mut self.buffer)
    }
}

/// A whole number for each finite one, in the same order.
fn key(number: f64) -> i64 {
    let bits = number.to_bits().cast_signed();
    if bits < 0 { i64::MIN - bits } else { bits }
}

/// The number that a key is of.
fn number(key: i64) -> f64 {
    f64::from_bits(if key < 0 { i64::MIN - key } else { key }.cast_unsigned())
}
