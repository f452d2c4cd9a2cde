//! Progress from a baseline to a target: how far, how far expected by now, and how fast.

use super::rate::{finite, linear_rate, positive};
use crate::reason::Reason;

/// The share of the distance from the baseline to the target that is covered (Dutch: *doelbereik*):
/// `(actual - base) / (target - base)`. It is 0 at the baseline and 1 at the target. It is not
/// limited to that range: it is negative if the value moved away from the target, and more than 1
/// beyond the target. It needs no direction.
///
/// # Errors
/// [`Reason::BaseEqualsTarget`] if the baseline equals the target, [`Reason::OutOfRange`] if the
/// numbers are too large.
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

/// The value that is expected after a share of the time, on a straight line from the baseline to
/// the target (Dutch: *verwachte stand*): `base + (target - base) × elapsed`. `elapsed` is 0 at the
/// baseline's date and 1 at the target's date.
///
/// # Errors
/// [`Reason::OutOfRange`] if the numbers are too large.
///
/// ```
/// assert_eq!(beleid::methods::expected_at(10.0, 20.0, 0.25), Ok(12.5));
/// ```
pub fn expected_at(base: f64, target: f64, elapsed: f64) -> Result<f64, Reason> {
    finite(base + (target - base) * elapsed)
}

/// The share of the time between the baseline's and the target's date that has passed (Dutch:
/// *verstreken tijd*). All times are in years.
///
/// # Errors
/// [`Reason::TargetNotAfterBase`] if the target's date is not after the baseline's.
///
/// ```
/// assert_eq!(beleid::methods::elapsed_share(2015.0, 2023.0, 2031.0), Ok(0.5));
/// ```
pub fn elapsed_share(base_at: f64, now: f64, target_at: f64) -> Result<f64, Reason> {
    finite((now - base_at) / positive(target_at - base_at)?)
}

/// The actual speed as a share of the required speed (Dutch: *tempo*): the linear rate from the
/// baseline to the last result, divided by the linear rate from the baseline to the target. Each
/// argument is a time in years and a value. 1 is just fast enough; a negative share means that the
/// value moves away from the target.
///
/// # Errors
/// [`Reason::BaseEqualsTarget`] if the baseline equals the target, and the errors of
/// [`linear_rate`].
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
