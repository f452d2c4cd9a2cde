//! [`Point`]: one measurement of a series.

/// One measurement of a series (Dutch: *meetpunt*): a time in years, and the value at that time.
///
/// The year may have a fraction, so that months and school years can be used: 2017.5 is the middle
/// of 2017. The functions of [`statistics`](crate::statistics) take points in any order.
///
/// ```
/// use beleid::statistics::Point;
///
/// let series = [(2015.0, 10.0), (2016.0, 12.5)].map(Point::from);
/// assert_eq!(series[1], Point::new(2016.0, 12.5));
/// ```
#[doc(alias = "meetpunt")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Point {
    /// The time, in years.
    pub year: f64,
    /// The measured value, in the unit of the series.
    pub value: f64,
}

impl Point {
    /// A measurement in a year.
    ///
    /// ```
    /// use beleid::statistics::Point;
    ///
    /// assert_eq!(Point::new(2015.0, 10.0).value, 10.0);
    /// ```
    pub const fn new(year: f64, value: f64) -> Self {
        Self { year, value }
    }
}

impl From<(f64, f64)> for Point {
    /// From a year and a value.
    fn from((year, value): (f64, f64)) -> Self {
        Self { year, value }
    }
}
