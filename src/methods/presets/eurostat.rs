//! The assessment of Eurostat's monitoring reports.

use super::super::{Bands, Formula, Method, Side, Step};
use super::{band, from_2015};

/// The method of Eurostat's monitoring reports: the actual compound rate as a share of the required
/// one. Significant progress from 95 %, moderate from 60 %, insufficient from 0 %.
///
/// Without a target it is the growth per year, with cuts at 1 %, 0 % and -1 %. Only secondary
/// sources are available for these three cuts; Eustat has a neutral band from -0.1 % to 0.1 %.
///
/// These are the rules of 2024. Source: the thresholds as derived from Eurostat by Statistics Canada and Eustat.
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::{Series, presets::eurostat};
///
/// let method = eurostat::method();
/// let series = Series::new([(2015.0, 14.5), (2023.0, 10.4)])?
///     .towards(Direction::Lower)
///     .with_target(7.25, 2030.0)?;
/// assert_eq!(method.apply(&series).class(&method).unwrap().code, "moderate-progress");
/// # Ok::<(), beleid::Reason>(())
/// ```
pub fn method() -> Method {
    let significant =
        || band("significant-progress", "aanzienlijke vooruitgang", "significant progress");
    let moderate = || band("moderate-progress", "matige vooruitgang", "moderate progress");
    let with_target = Bands::fixed(
        band("movement-away", "verwijdert zich van het doel", "movement away from the target"),
        vec![
            (
                0.0,
                Side::Upper,
                band("insufficient-progress", "onvoldoende vooruitgang", "insufficient progress"),
            ),
            (0.6, Side::Upper, moderate()),
            (0.95, Side::Upper, significant()),
        ],
    );
    let without_target = Bands::fixed(
        band(
            "significant-movement-away",
            "aanzienlijke achteruitgang",
            "significant movement away",
        ),
        vec![
            (
                -0.01,
                Side::Upper,
                band("moderate-movement-away", "matige achteruitgang", "moderate movement away"),
            ),
            (0.0, Side::Upper, moderate()),
            (0.01, Side::Upper, significant()),
        ],
    );
    Method {
        baseline: from_2015(),
        with_target: Some(Step::new(Formula::CompoundPace, with_target)),
        without_target: Some(Step::new(Formula::Growth { limit: None }, without_target)),
        ..Method::new("eurostat", "2024")
    }
}
