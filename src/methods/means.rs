//! [`MeanOfMeans`]: a mean over nested groups.

use super::Range;
use super::range::End;
use crate::reason::Reason;

/// Computes a mean over nested groups: each group counts as one member, with its own mean (Dutch:
/// *gemiddelde van gemiddelden*). Members without a score are left out, and so are groups without
/// any score.
///
/// ```
/// use beleid::methods::{MeanOfMeans, Range};
///
/// // One objective has three key results with weights, and two others contribute to it.
/// let mut means = MeanOfMeans::new();
/// means.open();
/// for (score, weight) in [(30.0, 0.4), (30.0, 0.2), (40.0, 0.4)] {
///     means.add(Some(Range::exactly(score)?), weight);
/// }
/// means.close();
/// means.add(Some(Range::exactly(50.0)?), 1.0);
/// means.add(Some(Range::exactly(75.0)?), 1.0);
/// assert_eq!(means.mean()?.exact(), Some(53.0));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "gemiddelde van gemiddelden")]
#[derive(Debug, Clone, Default)]
pub struct MeanOfMeans {
    whole: Sum,
    open: Vec<Sum>,
    error: Option<Reason>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    low: f64,
    high: f64,
    weight: f64,
}

impl Sum {
    fn add(&mut self, low: f64, high: f64, weight: f64) {
        self.low += low * weight;
        self.high += high * weight;
        self.weight += weight;
    }

    fn mean(self) -> Option<(f64, f64)> {
        (self.weight > 0.0).then(|| (self.low / self.weight, self.high / self.weight))
    }
}

impl MeanOfMeans {
    /// Starts without scores.
    ///
    /// ```
    /// use beleid::{Reason, methods::MeanOfMeans};
    ///
    /// assert_eq!(MeanOfMeans::new().mean(), Err(Reason::NoData));
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a group within the group that is open.
    ///
    /// ```
    /// let mut means = beleid::methods::MeanOfMeans::new();
    /// means.open();
    /// assert!(means.mean().is_err());
    /// ```
    pub fn open(&mut self) {
        self.open.push(Sum::default());
    }

    /// Closes the group that is open: its mean becomes one member of the group around it.
    ///
    /// ```
    /// let mut means = beleid::methods::MeanOfMeans::new();
    /// means.open();
    /// means.close();
    /// assert!(means.mean().is_err(), "an empty group is left out");
    /// ```
    pub fn close(&mut self) {
        if let Some((low, high)) = self.open.pop().and_then(Sum::mean) {
            self.open.last_mut().unwrap_or(&mut self.whole).add(low, high, 1.0);
        }
    }

    /// Adds a member with its weight to the group that is open. A score of `None` is left out.
    ///
    /// ```
    /// use beleid::methods::{MeanOfMeans, Range};
    ///
    /// let mut means = MeanOfMeans::new();
    /// means.add(Some(Range::exactly(3.0)?), 1.0);
    /// means.add(None, 1.0);
    /// assert_eq!(means.mean()?.exact(), Some(3.0));
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn add(&mut self, score: Option<Range>, weight: f64) {
        if !(weight.is_finite() && weight >= 0.0) {
            self.error = Some(Reason::OutOfRange);
        }
        if let Some(score) = score
            && weight > 0.0
        {
            let [low, high] = score.ends();
            self.open.last_mut().unwrap_or(&mut self.whole).add(low.at, high.at, weight);
        }
    }

    /// The mean. Groups that are still open are closed first.
    ///
    /// # Errors
    /// [`Reason::NoData`] if there is no score, [`Reason::OutOfRange`] if a weight is negative or
    /// not finite, or if the numbers are too large.
    ///
    /// ```
    /// use beleid::methods::{MeanOfMeans, Range};
    ///
    /// let mut means = MeanOfMeans::new();
    /// means.add(Some(Range::exactly(1.0)?), -1.0);
    /// assert_eq!(means.mean(), Err(beleid::Reason::OutOfRange));
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn mean(mut self) -> Result<Range, Reason> {
        while !self.open.is_empty() {
            self.close();
        }
        if let Some(error) = self.error {
            return Err(error);
        }
        let (low, high) = self.whole.mean().ok_or(Reason::NoData)?;
        if low.to_bits() == high.to_bits() {
            return Range::exactly(low);
        }
        let end = |at: f64| End { at, is_open: at.is_infinite() };
        Range::spanning(end(low), end(high)).ok_or(Reason::OutOfRange)
    }
}
