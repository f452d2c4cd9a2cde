//! The progress chart of the United Nations.

use super::super::{Bands, Formula, Method, Side, Step, Verdict};
use super::{band, from_2015};

/// The method of the UN progress chart: the compound rate since 2015 is extended to the target's
/// date. On track if 95 % of the distance will be covered by then, fair progress from 10 %. Without
/// a target the cuts are at a growth of 2 % and 0.5 % per year. If the target is met, it is on
/// track, whatever the rate.
///
/// Two things differ from the publication. Its rule that values within 1 % of 0 or 100 count as met
/// is not applied. And if the target is on the wrong side of the baseline there is no answer, where
/// the formula would count moving away as on track.
///
/// These are the rules of 2023, which is also the version of the method. Later charts may have
/// other rules.
///
/// Source: the Progress Chart Technical Note of 2023, as restated by Eustat.
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::{Series, presets::un_progress_chart};
///
/// let method = un_progress_chart::method();
/// let series = Series::new([(2015.0, 14.5), (2023.0, 10.4)])?
///     .towards(Direction::Lower)
///     .with_target(7.25, 2030.0)?;
/// assert_eq!(method.apply(&series).class(&method).unwrap().code, "fair-progress");
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "voortgangskaart")]
pub fn method() -> Method {
    let on_track = || band("on-track-or-met", "op koers of gehaald", "on track or target met");
    let bands = |fair: f64, good: f64| {
        Bands::fixed(
            band("stagnation", "stilstand of terugval", "stagnation or regression"),
            vec![
                (
                    fair,
                    Side::Upper,
                    band(
                        "fair-progress",
                        "redelijke voortgang, moet sneller",
                        "fair progress, but acceleration needed",
                    ),
                ),
                (good, Side::Upper, on_track()),
            ],
        )
    };
    Method {
        baseline: from_2015(),
        with_target: Some(Step::new(Formula::CompoundProjection, bands(0.1, 0.95))),
        without_target: Some(Step::new(Formula::Growth { limit: None }, bands(0.005, 0.02))),
        when_met: Some(Verdict { band: on_track(), score: None }),
        ..Method::new("un-progress-chart", "2023")
    }
}
