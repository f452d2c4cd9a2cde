//! [`Baseline`]: the measurement from which a method measures progress.

use crate::leaves::period::Period;
use crate::reason::Reason;

/// The measurement from which a method measures progress (Dutch: *nulmeting*, *basisjaar*).
///
/// If the document states a baseline, that counts as a measurement of its date. [`Run`](Self::Run)
/// is the exception: it never uses a stated baseline. If a run then has too few measurements, the
/// reason is [`Reason::NoStatedBaseline`](crate::Reason::NoStatedBaseline).
///
/// ```
/// use beleid::methods::Baseline;
///
/// let years = [2013.0, 2017.0, 2021.0];
/// let from_2015 = Baseline::NextAfter("2015".parse().unwrap());
/// assert_eq!(from_2015.choose(&years), Ok(1));
/// ```
#[doc(alias = "nulmeting")]
#[doc(alias = "basisjaar")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Baseline {
    /// The baseline that the document states, or else the first measurement.
    Stated,
    /// The first measurement.
    First,
    /// The measurement of this period only.
    Exact(Period),
    /// The measurement of this period, or else the next one after it.
    NextAfter(Period),
    /// The measurement of this period, or else the nearest one; if two are equally near, the
    /// earlier one.
    Nearest(Period),
    /// The first measurement of a run of consecutive years, without gaps, that ends with the last
    /// measurement.
    Run {
        /// The smallest number of measurements in the run.
        least: u8,
        /// The largest number of measurements in the run.
        most: u8,
    },
}

impl Baseline {
    /// The index of the baseline among measurements, given by their times in years in ascending
    /// order.
    ///
    /// # Errors
    /// [`Reason::NoData`] without measurements, [`Reason::NoBaseline`] if none is suitable; for a
    /// run [`Reason::GapInYears`] or [`Reason::TooFewMeasurements`].
    ///
    /// ```
    /// use beleid::{Reason, methods::Baseline};
    ///
    /// let years = [2010.0, 2014.0, 2017.0, 2018.0, 2019.0, 2020.0];
    /// let period = "2015".parse().unwrap();
    /// assert_eq!(Baseline::First.choose(&years), Ok(0));
    /// assert_eq!(Baseline::Exact(period).choose(&years), Err(Reason::NoBaseline));
    /// assert_eq!(Baseline::Nearest(period).choose(&years), Ok(1));
    /// assert_eq!(Baseline::Run { least: 4, most: 6 }.choose(&years), Ok(2));
    /// assert_eq!(Baseline::Run { least: 5, most: 6 }.choose(&years), Err(Reason::GapInYears));
    /// ```
    pub fn choose(self, times: &[f64]) -> Result<usize, Reason> {
        self.among(times.len(), |index| times.get(index).copied().unwrap_or(f64::NAN))
    }

    /// Whether it chooses a stated baseline of a time rather than a measurement that was chosen, or
    /// none. Of two of one time, the measurement is chosen.
    pub(super) fn prefers(self, stated: f64, chosen: Option<f64>) -> bool {
        let is_before = chosen.is_none_or(|chosen| stated < chosen);
        match self {
            Baseline::Stated => true,
            Baseline::First => is_before,
            Baseline::Exact(period) => {
                chosen.is_none() && years(period).is_some_and(|at| at.total_cmp(&stated).is_eq())
            }
            Baseline::NextAfter(period) => {
                is_before && years(period).is_some_and(|at| stated >= at)
            }
            Baseline::Nearest(period) => years(period).is_some_and(|at| {
                let distance = |time: f64| (time - at).abs();
                chosen.is_none_or(|chosen| {
                    let (stated_is, chosen_is) = (distance(stated), distance(chosen));
                    stated_is < chosen_is || (stated_is <= chosen_is && stated < chosen)
                })
            }),
            Baseline::Run { .. } => false,
        }
    }

    #[inline]
    pub(super) fn among(self, count: usize, time: impl Fn(usize) -> f64) -> Result<usize, Reason> {
        let last = count.checked_sub(1).ok_or(Reason::NoData)?;
        let found = match self {
            Baseline::Stated | Baseline::First => Some(0),
            Baseline::Exact(period) => {
                let at = years(period).ok_or(Reason::NoBaseline)?;
                (0..count).find(|index| time(*index).total_cmp(&at).is_eq())
            }
            Baseline::NextAfter(period) => {
                let at = years(period).ok_or(Reason::NoBaseline)?;
                (0..count).find(|index| time(*index) >= at)
            }
            Baseline::Nearest(period) => {
                let at = years(period).ok_or(Reason::NoBaseline)?;
                let distance = |index: &usize| (time(*index) - at).abs();
                (0..count).min_by(|a, b| distance(a).total_cmp(&distance(b)))
            }
            Baseline::Run { least, most } => {
                let is_next = |index: &usize| {
                    // A year to within a rounding of its twelfths.
                    (time(*index) - time(index.saturating_sub(1)) - 1.0).abs() < 1e-9
                };
                let most = usize::from(most.max(1)) - 1;
                let steps = (1..=last).rev().take(most).take_while(is_next).count();
                if steps + 1 < usize::from(least) {
                    let has_enough = count >= usize::from(least);
                    return Err(if has_enough {
                        Reason::GapInYears
                    } else {
                        Reason::TooFewMeasurements
                    });
                }
                Some(last - steps)
            }
        };
        found.ok_or(Reason::NoBaseline)
    }
}

/// The end of a period in years, for the times of a [`Series`](super::Series): 2017 for the year
/// 2017. A period that ends with a month is counted in months, so that leap years are as long as
/// other years. `None` if the period has no end.
///
/// ```
/// use beleid::methods::years;
///
/// assert_eq!(years("2017".parse()?), Some(2017.0));
/// assert_eq!(years("2017-Q3".parse()?), Some(2016.75));
/// assert_eq!(years("2019..".parse()?), None);
/// # Ok::<(), beleid::Error>(())
/// ```
#[inline]
pub fn years(period: Period) -> Option<f64> {
    match period.as_year() {
        Some(year) => Some(f64::from(year)),
        None => years_of_part(period),
    }
}

fn years_of_part(period: Period) -> Option<f64> {
    use chrono::Datelike as _;
    let last = period.end()?;
    let before = f64::from(last.year() - 1);
    let ends_month = last.succ_opt().is_none_or(|next| next.day() == 1);
    Some(if ends_month {
        before + f64::from(last.month()) / 12.0
    } else {
        let days = if last.leap_year() { 366.0 } else { 365.0 };
        before + f64::from(last.ordinal()) / days
    })
}
