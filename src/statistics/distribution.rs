//! The distributions of Student and Gauss. Nothing else asks the library for them, which is
//! there with the feature `statistics` only.

use super::Confidence;
use crate::reason::Reason;

/// How probable it is that Student's t lies at least this far from 0, on either side.
pub(super) fn student_two_sided(t: f64, freedom: f64) -> Result<f64, Reason> {
    library::student_two_sided(t.abs(), freedom)
}

/// How far from 0 Student's t lies at most, on either side, with this confidence.
pub(super) fn student_quantile(confidence: Confidence, freedom: f64) -> Result<f64, Reason> {
    library::student_quantile(confidence, freedom)
}

/// How probable it is that a standard normal number lies at least this far from 0.
pub(super) fn normal_two_sided(z: f64) -> Result<f64, Reason> {
    library::normal_two_sided(z.abs())
}

/// How far from 0 a standard normal number lies at most, on either side, with this confidence.
pub(super) fn normal_quantile(confidence: Confidence) -> Result<f64, Reason> {
    library::normal_quantile(confidence)
}

#[cfg(feature = "intervals")]
mod library {
    use std::f64::consts::{PI, SQRT_2};

    use statrs::function::beta::checked_beta_reg;
    use statrs::function::erf::{erfc, erfc_inv};
    use statrs::function::gamma::ln_gamma;

    use super::Confidence;
    use crate::reason::Reason;
    use crate::statistics::range::in_range;

    /// The incomplete beta function is asked for the smaller side, where it keeps its digits.
    pub(super) fn student_two_sided(t: f64, freedom: f64) -> Result<f64, Reason> {
        let square = t * t;
        let share = if square < 1.0 {
            checked_beta_reg(0.5, freedom / 2.0, square / (freedom + square)).map(|p| 1.0 - p)
        } else {
            checked_beta_reg(freedom / 2.0, 0.5, freedom / (freedom + square))
        };
        let share = share.map_err(|_| Reason::OutOfRange)?;
        Ok(in_range(share)?.clamp(0.0, 1.0))
    }

    /// By Newton's method. The probability falls ever less steeply, so from the second step on
    /// each goes up and none goes too far, wherever the first one set out.
    ///
    /// The library's own quantile is wrong by 10⁻⁶ for long series, and by half for one degree
    /// of freedom far out.
    pub(super) fn student_quantile(confidence: Confidence, freedom: f64) -> Result<f64, Reason> {
        /// Far out each step is a factor of 1 + 1/freedom, and near by it doubles the digits.
        const STEPS: usize = 200;
        let ln_density = ln_gamma(f64::midpoint(freedom, 1.0))
            - ln_gamma(freedom / 2.0)
            - 0.5 * (freedom * PI).ln();
        let mut t = start(confidence, freedom)?;
        for _ in 0..STEPS {
            let excess = student_two_sided(t, freedom)? - confidence.alpha();
            let density =
                (ln_density - f64::midpoint(freedom, 1.0) * (t * t / freedom).ln_1p()).exp();
            let step = excess / (2.0 * density);
            t += step;
            // After such a step the next would be its square.
            if step.is_nan() || step.abs() <= t * 1e-7 {
                break;
            }
        }
        in_range(t)
    }

    /// Near the quantile: exactly for one and two degrees of freedom, else by the expansion of
    /// Cornish and Fisher (Abramowitz and Stegun, 26.7.5). Never less than the normal one.
    fn start(confidence: Confidence, freedom: f64) -> Result<f64, Reason> {
        let (level, alpha) = (confidence.level(), confidence.alpha());
        if freedom < 1.5 {
            return Ok(1.0 / (alpha * PI / 2.0).tan());
        }
        if freedom < 2.5 {
            return Ok(level * (2.0 / (alpha * (2.0 - alpha))).sqrt());
        }
        let z = normal_quantile(confidence)?;
        let square = z * z;
        let first = (square + 1.0) / 4.0;
        let second = ((5.0 * square + 16.0) * square + 3.0) / 96.0;
        let third = (((3.0 * square + 19.0) * square + 17.0) * square - 15.0) / 384.0;
        let fourth = ((((79.0 * square + 776.0) * square + 1482.0) * square - 1920.0) * square
            - 945.0)
            / 92160.0;
        let rest = (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
        Ok(z * (1.0 + rest.max(0.0)))
    }

    pub(super) fn normal_two_sided(z: f64) -> Result<f64, Reason> {
        Ok(in_range(erfc(z / SQRT_2))?.clamp(0.0, 1.0))
    }

    pub(super) fn normal_quantile(confidence: Confidence) -> Result<f64, Reason> {
        in_range(erfc_inv(confidence.alpha()) * SQRT_2)
    }
}

#[cfg(not(feature = "intervals"))]
mod library {
    use super::Confidence;
    use crate::reason::Reason;

    pub(super) fn student_two_sided(_: f64, _: f64) -> Result<f64, Reason> {
        Err(Reason::NotBuilt)
    }

    pub(super) fn student_quantile(_: Confidence, _: f64) -> Result<f64, Reason> {
        Err(Reason::NotBuilt)
    }

    pub(super) fn normal_two_sided(_: f64) -> Result<f64, Reason> {
        Err(Reason::NotBuilt)
    }

    pub(super) fn normal_quantile(_: Confidence) -> Result<f64, Reason> {
        Err(Reason::NotBuilt)
    }
}
