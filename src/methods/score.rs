//! [`Pieces`]: a score as a piecewise linear function.

use super::{InvalidMethod, Range};
use crate::methods::range::End;

/// A score as a piecewise linear function through points (Dutch: *puntentelling*): straight between
/// two points, and constant before the first and after the last.
///
/// ```
/// use beleid::methods::Pieces;
///
/// let score = Pieces::new(vec![(0.0, -2.5), (0.6, 0.0), (0.95, 2.5)])?;
/// assert_eq!((score.of(0.3), score.of(-7.0), score.of(2.0)), (-1.25, -2.5, 2.5));
/// # Ok::<(), beleid::methods::InvalidMethod>(())
/// ```
#[doc(alias = "puntentelling")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Vec<(f64, f64)>", into = "Vec<(f64, f64)>"))]
pub struct Pieces {
    points: Vec<(f64, f64)>,
}

impl Pieces {
    /// The function through these points (number and score), in ascending order of their numbers.
    ///
    /// # Errors
    /// If there are fewer than two points, they are not in ascending order, or a number is not
    /// finite.
    ///
    /// ```
    /// use beleid::methods::Pieces;
    ///
    /// let error = Pieces::new(vec![(0.0, 0.0)]).unwrap_err();
    /// assert_eq!(error.to_string(), "a score needs two points or more");
    /// ```
    pub fn new(points: Vec<(f64, f64)>) -> Result<Self, InvalidMethod> {
        if points.len() < 2 {
            return Err(InvalidMethod::TooFewPieces);
        }
        if points.iter().any(|(number, score)| !number.is_finite() || !score.is_finite()) {
            return Err(InvalidMethod::NotFinite);
        }
        for pair in points.windows(2) {
            if let [(below, _), (above, _)] = pair
                && below >= above
            {
                return Err(InvalidMethod::Unordered(*below, *above));
            }
        }
        Ok(Pieces { points })
    }

    /// A line through points that are known to rise.
    pub(super) fn fixed(points: Vec<(f64, f64)>) -> Self {
        Pieces { points }
    }

    /// The score of a number.
    ///
    /// ```
    /// use beleid::methods::Pieces;
    ///
    /// assert_eq!(Pieces::new(vec![(0.0, 0.0), (1.0, 10.0)])?.of(0.25), 2.5);
    /// # Ok::<(), beleid::methods::InvalidMethod>(())
    /// ```
    #[inline]
    pub fn of(&self, number: f64) -> f64 {
        let mut below: Option<(f64, f64)> = None;
        for &(at, score) in &self.points {
            if number < at {
                return match below {
                    Some((from, start)) => {
                        start + (score - start) * ((number - from) / (at - from))
                    }
                    None => score,
                };
            }
            below = Some((at, score));
        }
        below.map_or(0.0, |(_, score)| score)
    }

    /// The scores of all numbers in a range: from the lowest score in it to the highest.
    ///
    /// ```
    /// use beleid::methods::{Pieces, Range};
    ///
    /// let score = Pieces::new(vec![(0.0, 0.0), (1.0, 10.0)])?;
    /// assert_eq!(score.over(Range::between(0.5, 3.0)?).to_string(), "5 to 10");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn over(&self, range: Range) -> Range {
        let [low, high] = range.ends();
        let mut scores = Range::of(self.of(low.at)).hull(Range::of(self.of(high.at)));
        for (at, score) in &self.points {
            if low.at < *at && *at < high.at {
                scores = scores.hull(Range::of(*score));
            }
        }
        let [low, high] = scores.ends();
        Range::spanning(End::closed(low.at), End::closed(high.at)).unwrap_or(scores)
    }
}

impl TryFrom<Vec<(f64, f64)>> for Pieces {
    type Error = InvalidMethod;

    fn try_from(points: Vec<(f64, f64)>) -> Result<Self, InvalidMethod> {
        Pieces::new(points)
    }
}

impl From<Pieces> for Vec<(f64, f64)> {
    fn from(pieces: Pieces) -> Self {
        pieces.points
    }
}
