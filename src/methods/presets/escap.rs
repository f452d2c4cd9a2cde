//! The current status index of UN ESCAP.

use super::super::{Bands, Formula, Method, Side, Step, Verdict};
use super::{band, from_2015};

/// The current status index of UN ESCAP: ten times the share of the distance to the target that is
/// covered since 2015, in the desired direction. Below 0 the value got worse; at 10 the target is
/// reached. For a target to stay at (parity) the remaining distance is used. If the target is met,
/// the class is *achieved*, even if the baseline met it too. If only the baseline met it, there is
/// no distance to measure by, and so no answer.
///
/// These are the rules of 2023. Source: the current status index of UN ESCAP's Asia and the Pacific SDG Progress Report.
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::{Series, presets::escap};
///
/// let series = Series::new([(2015.0, 14.5), (2023.0, 10.4)])?
///     .towards(Direction::Lower)
///     .with_target(7.25, 2030.0)?;
/// let value = escap::method().apply(&series).value.unwrap().exact().unwrap();
/// assert!((value - 5.655172413793103).abs() < 1e-12);
/// # Ok::<(), beleid::Reason>(())
/// ```
pub fn method() -> Method {
    let achieved = || band("achieved", "bereikt", "achieved");
    let bands = Bands::fixed(
        band("regression", "terugval", "regression"),
        vec![
            (0.0, Side::Upper, band("under-way", "onderweg", "under way")),
            (10.0, Side::Upper, achieved()),
        ],
    );
    Method {
        baseline: from_2015(),
        with_target: Some(Step::new(Formula::CurrentStatus, bands)),
        when_met: Some(Verdict { band: achieved(), score: None }),
        ..Method::new("escap", "2023")
    }
}
