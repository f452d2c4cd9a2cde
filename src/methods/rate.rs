//! Rates of change, linear and compound.

use crate::reason::Reason;

/// The linear change per year (Dutch: *gemiddelde verandering per jaar*): `(to - from) / years`, in
/// the unit of the values per year.
///
/// From the baseline to the last result it is the actual rate. From the baseline or the last result
/// to the target it is the required rate.
///
/// # Errors
/// [`Reason::TargetNotAfterBase`] if `years` is not positive, [`Reason::OutOfRange`] if the numbers
/// are too large.
///
/// ```
/// use beleid::{Reason, methods::linear_rate};
///
/// assert_eq!(linear_rate(14.5, 10.4, 8.0), Ok(-0.5125));
/// assert_eq!(linear_rate(0.0, 5.0, 2.0), Ok(2.5), "zero is a number as others are");
/// assert_eq!(linear_rate(1.0, 2.0, 0.0), Err(Reason::TargetNotAfterBase));
/// ```
#[inline]
pub fn linear_rate(from: f64, to: f64, years: f64) -> Result<f64, Reason> {
    finite((to - from) / positive(years)?)
}

/// The compound growth per year (Dutch: *samengestelde groei per jaar*, CAGR): `(to / from)^(1 /
/// years) - 1`, a share: 0.02 is 2 % per year. It is positive if the value moves away from 0, also
/// if the values are negative.
///
/// # Errors
/// [`Reason::ZeroBase`] if `from` is 0, [`Reason::ToZero`] if `to` is 0, [`Reason::SignChange`] if
/// their signs differ, [`Reason::TargetNotAfterBase`] if `years` is not positive.
///
/// ```
/// use beleid::{Reason, methods::compound_rate};
///
/// assert_eq!(compound_rate(100.0, 121.0, 2.0).unwrap(), 0.10000000000000009);
/// assert_eq!(compound_rate(0.0, 5.0, 2.0), Err(Reason::ZeroBase));
/// assert_eq!(compound_rate(-2.0, 3.0, 2.0), Err(Reason::SignChange));
/// assert_eq!(compound_rate(2.0, 0.0, 2.0), Err(Reason::ToZero));
/// ```
#[inline]
pub fn compound_rate(from: f64, to: f64, years: f64) -> Result<f64, Reason> {
    let years = positive(years)?;
    if from == 0.0 {
        return Err(Reason::ZeroBase);
    }
    let ratio = to / from;
    if ratio < 0.0 {
        return Err(Reason::SignChange);
    }
    if ratio == 0.0 {
        return Err(Reason::ToZero);
    }
    finite(ratio.powf(1.0 / years) - 1.0)
}

/// The share of the usual growth that is sufficient for a baseline near a limit that the value
/// can't exceed (Dutch: *afvlakking*): `1 - (base / limit)^4.44`; for a baseline beyond the limit
/// the same as for one equally far before it. It is 1 far from the limit and 0 at it. The rule and
/// its number are Statistics Canada's.
///
/// ```
/// use beleid::methods::limit_coefficient;
///
/// assert_eq!(limit_coefficient(66.6, 100.0), 0.835477394946901);
/// assert_eq!((limit_coefficient(100.0, 100.0), limit_coefficient(0.0, 100.0)), (0.0, 1.0));
/// ```
pub fn limit_coefficient(base: f64, limit: f64) -> f64 {
    const STEEPNESS: f64 = 4.44;
    let (base, limit) = (base.abs(), limit.abs());
    if base >= 2.0 * limit {
        1.0
    } else if base <= limit {
        1.0 - (base / limit).powf(STEEPNESS)
    } else {
        1.0 - ((2.0 * limit - base) / limit).powf(STEEPNESS)
    }
}

#[inline]
pub(super) fn positive(years: f64) -> Result<f64, Reason> {
    if years > 0.0 { Ok(years) } else { Err(Reason::TargetNotAfterBase) }
}

#[inline]
pub(super) fn finite(number: f64) -> Result<f64, Reason> {
    if number.is_finite() { Ok(number) } else { Err(Reason::OutOfRange) }
}
