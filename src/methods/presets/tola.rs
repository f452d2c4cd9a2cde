//! The on-track bands of `TolaActivity`.

use super::super::{Bands, Formula, Method, Side, Step};
use super::band;

/// The bands of `TolaActivity`: behind below 85 % of the target, ahead above 115 %, and on target
/// from 85 % to 115 %.
///
/// ```
/// use beleid::methods::presets::tola;
///
/// let codes = [0.84, 0.85, 1.15, 1.16].map(|share| tola::bands().of(share).code.clone());
/// assert_eq!(codes, ["behind", "on-target", "on-target", "ahead"]);
/// ```
pub fn bands() -> Bands {
    Bands::fixed(
        band("behind", "achter", "behind"),
        vec![
            (0.85, Side::Upper, band("on-target", "op doel", "on target")),
            (1.15, Side::Lower, band("ahead", "voor", "ahead")),
        ],
    )
}

/// The method of `TolaActivity`. It has three classes: the result is within 15 % of the target, or
/// it is ahead of the target, or it is behind. If lower is better, a result above the target is
/// behind. If the target is 0, no share can be computed, so there is no answer.
///
/// Source: mercycorps/TolaActivity.
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::{Series, presets::tola};
///
/// let method = tola::method();
/// let series = Series::new([(2017.0, 116.0)])?.towards(Direction::Lower).with_target(100.0, 2017.0)?;
/// assert_eq!(method.apply(&series).class(&method).unwrap().code, "behind");
/// # Ok::<(), beleid::Reason>(())
/// ```
pub fn method() -> Method {
    Method {
        with_target: Some(Step::new(Formula::ShareOfTarget, bands())),
        ..Method::new("tola", "1")
    }
}
