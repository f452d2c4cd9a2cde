//! Target achievement, as reported by the audit office of Rotterdam (*Rekenkamer Rotterdam*).

use super::super::{Bands, Formula, Method, Side, Step, Verdict};
use super::band;

/// The method of the audit office of Rotterdam: the share of the target that is reached. The
/// classes are met, from 80 to 100 %, and below 80 %. If the share can't be computed there is no
/// answer, but a reason. If lower is better, 80 % means that the result is 20 % above the target.
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::{Series, presets::rotterdam};
///
/// let method = rotterdam::method();
/// let series = Series::new([(2017.0, 12.0)])?.towards(Direction::Higher).with_target(15.0, 2017.0)?;
/// assert_eq!(method.apply(&series).class(&method).unwrap().code, "80-to-100");
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "Rekenkamer Rotterdam")]
#[doc(alias = "doelrealisatie")]
pub fn method() -> Method {
    let bands = Bands::fixed(
        band("below-80", "minder dan 80 %", "below 80 %"),
        vec![(0.8, Side::Upper, band("80-to-100", "80 tot 100 %", "80 to 100 %"))],
    );
    Method {
        with_target: Some(Step::new(Formula::ShareOfTarget, bands)),
        when_met: Some(Verdict { band: band("met", "gerealiseerd", "met"), score: None }),
        ..Method::new("rotterdam", "1")
    }
}
