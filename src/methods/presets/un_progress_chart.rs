//! The progress chart of the United Nations.

use super::super::{Bands, Formula, Method, Side, Step, Verdict};
use super::{band, from_2015};

/// The compound rate since 2015 is drawn on to the target's date: on track where 95 % of the way will be gone
/// there, fair progress from 10 % on. Without a target, growth of 2 % and of 0.5 % a year. What is met is
/// on track, whatever the rate.
///
/// The rule that 1 % from 0 or 100 counts as met is not applied, and where the target lies on the other side of
/// the baseline there is no answer: the formula would call it on track to move away.
///
/// These are the rules of the year 2023, and so is the version of the method. Later charts may follow
/// others, which are not given here.
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
