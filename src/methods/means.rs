//! [`MeanOfMeans`]: the mean of groups within groups.

use super::Range;
use super::range::End;
use crate::reason::Reason;

/// Means of means, over groups within groups (Dutch: *gemiddelde van gemiddelden*). What has no score is left out at
/// every level, and so is a group of such.
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
    /// No scores yet.
    ///
    /// ```
    /// use beleid::{Reason, methods::MeanOfMeans};
    ///
    /// assert_eq!(MeanOfMeans::new().mean(), Err(Reason::NoData));
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a group within the one that is open.
    ///
    /// ```
    /// let mut means = beleid::methods::MeanOfMeans::new();
    /// means.open();
    /// assert!(means.mean().is_err());
    /// ```
    pub fn open(&mut self) {
        self.open.push(Sum::default());
    }

    /// Ends a group: its mean becomes one member of the group around it.
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

    /// Adds a member to the group that is open, by its weight within that group.
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

    /// The mean. Groups that are open still are closed.
    ///
    /// # Errors
    /// [`Reason::NoData`] without a score, [`Reason::OutOfRange`] for a weight that is negative or not
    /// finite, and where the numbers are too large.
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
