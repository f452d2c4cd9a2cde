//! The method of Open SDG, as used by Statistics Canada and others.

pub mod compat;

use super::super::{Bands, Formula, InvalidMethod, Method, Pieces, Side, Step, Verdict};
use super::{band, from_2015};

/// The method of Open SDG: growth per year since 2015, or with a target the actual growth as a
/// share of the required growth. The cuts are at 1.5 %, 0.5 % and 0 %, or with a target at 0.95,
/// 0.6 and 0. The score runs from -5 to 5.
///
/// It follows the published method: a baseline of 0 has no answer instead of counting as 0.001, the
/// direction has no default, and the score is a straight line between the cuts. [`compat`] gives
/// the numbers of the program itself.
///
/// Source: open-sdg/open-sdg, `docs/progress-methodology.md`.
///
/// ```
/// use beleid::{Direction, Reason};
/// use beleid::methods::{Series, Standing, presets::open_sdg};
///
/// let method = open_sdg::method();
/// let series = Series::new([(2015.0, 0.0), (2020.0, 5.0)])?.towards(Direction::Higher);
/// let standing = method.apply(&series).standing;
/// assert_eq!(standing, Standing::NoAnswer(Reason::ZeroBase), "the program says 449 % a year");
/// # Ok::<(), Reason>(())
/// ```
pub fn method() -> Method {
    made(None)
}

/// The same method for values with a limit that they can't exceed, such as 100 for a percentage:
/// near the limit, less growth is sufficient. The limit has no effect if there is a target.
///
/// # Errors
/// If the limit is NaN or infinite.
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::{Series, presets::open_sdg};
///
/// let method = open_sdg::near_limit(100.0)?;
/// let series = Series::new([(2016.0, 66.6), (2023.0, 71.4)])?.towards(Direction::Higher);
/// let assessment = method.apply(&series);
/// assert_eq!(assessment.class(&method).unwrap().code, "moderate_progress");
/// assert!((assessment.score.unwrap().exact().unwrap() - 1.739752850099936).abs() < 1e-9);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn near_limit(limit: f64) -> Result<Method, InvalidMethod> {
    if limit.is_finite() { Ok(made(Some(limit))) } else { Err(InvalidMethod::NotFinite) }
}

fn made(limit: Option<f64>) -> Method {
    let bands = |limited: f64, moderate: f64, substantial: f64| {
        Bands::fixed(
            band("deterioration", "achteruitgang", "deterioration"),
            vec![
                (
                    limited,
                    Side::Upper,
                    band("limited_progress", "beperkte vooruitgang", "limited progress"),
                ),
                (
                    moderate,
                    Side::Upper,
                    band("moderate_progress", "matige vooruitgang", "moderate progress"),
                ),
                (
                    substantial,
                    Side::Upper,
                    band(
                        "substantial_progress",
                        "aanzienlijke vooruitgang",
                        "substantial progress",
                    ),
                ),
            ],
        )
    };
    let with_target = [(-0.6, -5.0), (0.0, -2.5), (0.6, 0.0), (0.95, 2.5), (1.3, 5.0)];
    let without = [(-0.02, -5.0), (0.0, -2.5), (0.005, 0.0), (0.015, 2.5), (0.02, 5.0)];
    let step = |formula, bands, score: [(f64, f64); 5]| Step {
        formula,
        bands,
        score: Some(Pieces::fixed(score.to_vec())),
    };
    Method {
        baseline: from_2015(),
        with_target: Some(step(Formula::CompoundPace, bands(0.0, 0.6, 0.95), with_target)),
        without_target: Some(step(Formula::Growth { limit }, bands(0.0, 0.005, 0.015), without)),
        when_met: Some(Verdict {
            band: band("target_achieved", "doel bereikt", "target achieved"),
            score: Some(5.0),
        }),
        ..Method::new("open-sdg", "2.4")
    }
}
