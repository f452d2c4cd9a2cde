//! [`Confidence`]: how sure an interval or a test has to be.

/// How often an interval would hold its number, or a test would be silent where there is nothing
/// to see, if the model were true (Dutch: *betrouwbaarheid*): between 0 and 1, without both.
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
    /// 80 %.
    ///
    /// ```
    /// assert_eq!(beleid::statistics::Confidence::P80.level(), 0.8);
    /// ```
    pub const P80: Confidence = Confidence(0.8);

    /// 90 %.
    ///
    /// ```
    /// assert_eq!(beleid::statistics::Confidence::P90.level(), 0.9);
    /// ```
    pub const P90: Confidence = Confidence(0.9);

    /// 95 %, the usual one.
    ///
    /// ```
    /// assert_eq!(beleid::statistics::Confidence::P95.level(), 0.95);
    /// ```
    pub const P95: Confidence = Confidence(0.95);

    /// 99 %.
    ///
    /// ```
    /// assert_eq!(beleid::statistics::Confidence::P99.level(), 0.99);
    /// ```
    pub const P99: Confidence = Confidence(0.99);

    /// A level between 0 and 1; nothing for any other number.
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

    /// The level, as a share of 1.
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
