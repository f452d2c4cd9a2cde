//! The default for a municipal budget: a straight line to the target.

use super::super::{Bands, Formula, Method, Side, Step, Verdict};
use super::band;

/// The default for municipal budgets: a straight line from the baseline (the stated one, or else
/// the first result) through the last result, extended to the target's date. The amount by which
/// the target would be missed is divided by the remaining distance, with the cuts of the weather
/// symbols of Destatis: less than 5 %, up to 20 %, less than 100 %, 100 % or more.
///
/// It is linear because compound rates don't exist for many figures of a budget: growth from 0 (the
/// first year of something new), to 0 (a phase-out), or through 0 (a balance). Unlike Destatis it
/// needs only two results, since budgets print few.
///
/// Without a target, the answer depends on whether the value went in the desired direction since
/// the baseline, and since the result before the last.
///
/// ```
/// use beleid::{Figure, Id, Indicator, Period, Role, Value};
/// use beleid::methods::presets::municipal;
///
/// let year = Period::year;
/// let mut projects = Indicator::new(Id::new("i1")?, "Aantal projecten");
/// projects.figures = vec![
///     Figure::new(year(2013)?, Role::Realised, 0),
///     Figure::new(year(2015)?, Role::Realised, 9),
///     Figure::new(year(2017)?, Role::Target, Value::more_than(15)),
/// ];
/// let method = municipal::method();
/// let assessed = &projects.evaluate_with(&method, year(2016)?)[0];
/// assert_eq!(assessed.class().unwrap().label("en"), "on track");
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "gemeentelijke methode")]
pub fn method() -> Method {
    let with_target = Bands::fixed(
        band("on-track", "op koers", "on track"),
        vec![
            (0.05, Side::Upper, band("nearly", "bijna op koers", "nearly on track")),
            (0.2, Side::Lower, band("behind", "loopt achter", "behind")),
            (1.0, Side::Upper, band("not-nearer", "komt niet dichterbij", "not coming nearer")),
        ],
    );
    let without_target = Bands::fixed(
        band("not-better", "verbetert niet", "not getting better"),
        vec![
            (0.5, Side::Upper, band("turning-up", "keert ten goede", "turning for the better")),
            (1.5, Side::Upper, band("stalling", "stokt", "stalling")),
            (2.5, Side::Upper, band("better", "verbetert", "getting better")),
        ],
    );
    Method {
        with_target: Some(Step::new(Formula::Shortfall, with_target)),
        without_target: Some(Step::new(Formula::ChangeSigns, without_target)),
        when_met: Some(Verdict { band: band("met", "gehaald", "met"), score: None }),
        when_missed: Some(Verdict { band: band("missed", "niet gehaald", "missed"), score: None }),
        ..Method::new("municipal", "1")
    }
}
