//! How far along it is: the way gone, where it should be by now, and how that compares.

use super::rate::{finite, linear_rate, positive};
use crate::reason::Reason;

/// Which part of the way from the baseline to the target is gone (Dutch: *doelbereik*):
/// `(actual - base) / (target - base)`. 0 is the baseline, 1 the target; it is not cut off, so
/// that it is below 0 on the wrong side of the baseline, and above 1 beyond the target. It needs no
/// direction.
///
/// # Errors
/// [`Reason::BaseEqualsTarget`] where there is no way to go.
///
/// ```
/// use beleid::{Reason, methods::attainment};
///
/// assert_eq!(attainment(60_000.0, 59_000.0, 50_000.0), Ok(0.1));
/// assert_eq!(attainment(8.0, 7.0, 8.0), Err(Reason::BaseEqualsTarget));
/// ```
#[inline]
pub fn attainment(base: f64, actual: f64, target: f64) -> Result<f64, Reason> {
    if base == target {
        return Err(Reason::BaseEqualsTarget);
    }
    finite((actual - base) / (target - base))
}

/// Where a straight line from the baseline to the target is, once a share of the time is gone (Dutch: *verwachte
/// stand*): `base + (target - base) × elapsed`. `elapsed` is 0 at the baseline and 1 at the target's date.
///
/// # Errors
/// [`Reason::OutOfRange`] where the numbers are too large.
///
/// ```
/// assert_eq!(beleid::methods::expected_at(10.0, 20.0, 0.25), Ok(12.5));
/// ```
pub fn expected_at(base: f64, target: f64, elapsed: f64) -> Result<f64, Reason> {
    finite(base + (target - base) * elapsed)
}

/// Which share of the time between the baseline and the target's date is gone (Dutch: *verstreken tijd*).
///
/// # Errors
/// [`Reason::TargetNotAfterBase`] where the target's date isn't behind the baseline's.
///
/// ```
/// assert_eq!(beleid::methods::elapsed_share(2015.0, 2023.0, 2031.0), Ok(0.5));
/// ```
pub fn elapsed_share(base_at: f64, now: f64, target_at: f64) -> Result<f64, Reason> {
    finite((now - base_at) / positive(target_at - base_at)?)
}

/// How fast it goes, as a share of how fast it must (Dutch: *tempo*): the linear rate from the baseline to the
/// last result, divided by that from the baseline to the target. 1 is just fast enough, and below
/// 0 it moves away.
///
/// # Errors
/// [`Reason::BaseEqualsTarget`] where there is no way to go, and those of [`linear_rate`].
///
/// ```
/// use beleid::methods::linear_pace;
///
/// // From 14.5 in 2015 to 10.4 in 2023, with 7.25 to reach in 2030.
/// assert_eq!(linear_pace((2015.0, 14.5), (2023.0, 10.4), (2030.0, 7.25)), Ok(1.0603448275862069));
/// ```
#[inline]
pub fn linear_pace(base: (f64, f64), now: (f64, f64), target: (f64, f64)) -> Result<f64, Reason> {
    if base.1 == target.1 {
        return Err(Reason::BaseEqualsTarget);
    }
    let actual = linear_rate(base.1, now.1, now.0 - base.0)?;
    finite(actual / linear_rate(base.1, target.1, target.0 - base.0)?)
}
