//! The weather symbols of Destatis, the German Federal Statistical Office.

use super::super::{Bands, Baseline, Formula, Method, Side, Step};
use super::band;

/// The weather symbols of Destatis. The mean annual change over the last six results (at least
/// four, in consecutive years) is extended to the target's date. The amount by which the target
/// would be missed is divided by the remaining distance: less than 5 % is a sun, up to 20 % a sun
/// with a cloud, less than 100 % a cloud, 100 % or more a thunderstorm.
///
/// Without a target, the symbol depends on whether the mean change and the last change go in the
/// desired direction. A target that is already met has no symbol, since no distance remains.
///
/// These are the rules of 2021. Source: the methodology as published with the indicators of the German sustainability
/// strategy.
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::{Series, presets::destatis};
///
/// let method = destatis::method();
/// let years = [(2018.0, 11.2), (2019.0, 10.5), (2020.0, 6.5), (2021.0, 7.6), (2022.0, 10.3), (2023.0, 10.4)];
/// let series = Series::new(years)?.towards(Direction::Lower).with_target(7.25, 2030.0)?;
/// assert_eq!(method.apply(&series).class(&method).unwrap().code, "cloud");
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "weersymbolen")]
pub fn method() -> Method {
    let sun = || band("sun", "zon", "sun");
    let sun_cloud = || band("sun-cloud", "zon met wolk", "sun with cloud");
    let cloud = || band("cloud", "wolk", "cloud");
    let thunderstorm = || band("thunderstorm", "onweer", "thunderstorm");
    let with_target = Bands::fixed(
        sun(),
        vec![
            (0.05, Side::Upper, sun_cloud()),
            (0.2, Side::Lower, cloud()),
            (1.0, Side::Upper, thunderstorm()),
        ],
    );
    let without_target = Bands::fixed(
        thunderstorm(),
        vec![
            (0.5, Side::Upper, cloud()),
            (1.5, Side::Upper, sun_cloud()),
            (2.5, Side::Upper, sun()),
        ],
    );
    Method {
        baseline: Baseline::Run { least: 4, most: 6 },
        with_target: Some(Step::new(Formula::Shortfall, with_target)),
        without_target: Some(Step::new(Formula::ChangeSigns, without_target)),
        ..Method::new("destatis", "2021")
    }
}
