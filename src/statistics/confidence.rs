//! [`Confidence`]: the confidence level of an interval or a test.

/// The confidence level of an interval or a test (Dutch: *betrouwbaarheid*), as a share greater
/// than 0 and less than 1: 0.95 is 95 %.
///
/// If the model is true, an interval contains the real number with this probability, and a test
/// finds no trend with this probability where there is none.
///
/// ```
/// use beleid::statistics::Confidence;
///
/// assert_eq!(Confidence::P95.level(), 0.95);
/// assert_eq!(Confidence::new(95.0), None, "a share, not a percentage");
/// ```
#[doc(alias = "betrouwbaarheid")]
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Confidence(f64);

impl Confidence {
    /// A level of 80 %.
    ///
    /// ```
    /// assert_eq!(beleid::statistics::Confidence::P80.level(), 0.8);
    /// ```
    pub const P80: Confidence = Confidence(0.8);

    /// A level of 90 %.
    ///
    /// ```
    /// assert_eq!(beleid::statistics::Confidence::P90.level(), 0.9);
    /// ```
    pub const P90: Confidence = Confidence(0.9);

    /// A level of 95 %, the usual one.
    ///
    /// ```
    /// assert_eq!(beleid::statistics::Confidence::P95.level(), 0.95);
    /// ```
    pub const P95: Confidence = Confidence(0.95);

    /// A level of 99 %.
    ///
    /// ```
    /// assert_eq!(beleid::statistics::Confidence::P99.level(), 0.99);
    /// ```
    pub const P99: Confidence = Confidence(0.99);

    /// The level as a share: 0.95 for 95 %. `None` unless it is greater than 0 and less than 1.
    ///
    /// ```
    /// use beleid::statistics::Confidence;
    ///
    /// assert_eq!(Confidence::new(0.95), Some(Confidence::P95));
    /// assert_eq!(Confidence::new(1.0), None);
    /// assert_eq!(Confidence::new(f64::NAN), None);
    /// ```
    pub fn new(level: f64) -> Option<Self> {
        (level > 0.0 && level < 1.0).then_some(Self(level))
    }

    /// The level as a share: 0.95 for 95 %.
    ///
    /// ```
    /// assert_eq!(beleid::statistics::Confidence::P90.level(), 0.9);
    /// ```
    pub fn level(self) -> f64 {
        self.0
    }

    /// What is left out on both sides together: the significance of a test.
    pub(super) fn alpha(self) -> f64 {
        1.0 - self.0
    }
}
