//! The share of the distance from the baseline to the target that is covered.

use super::assessment::Assessment;
use super::spread::{self, Computed, Inputs};
use super::{Formula, IndicatorAssessment, Measurement, Method, Range, Series, Target};
use crate::evaluate::{self, Facts};
use crate::leaves::period::Period;
use crate::leaves::role::Direction;
use crate::model::indicator::Indicator;
use crate::reason::Reason;

impl Series {
    /// The share of the distance from the baseline to the target that is covered (Dutch:
    /// *doelbereik*): 0 is the baseline, 1 the target, 0.25 a quarter of the distance.
    ///
    /// It is not limited to that range: it is negative if the last measurement is on the wrong side
    /// of the baseline, and more than 1 beyond the target. The baseline is the stated one, or else
    /// the first measurement. If the figures are numbers, no direction is needed; but if one is
    /// stated, the baseline may not already meet the target. If the figures are only known within
    /// bounds, so is the share.
    ///
    /// # Errors
    /// The reason why there is no share: no target, no baseline, no distance between them, or a
    /// figure that is approximate, estimated or partial.
    ///
    /// ```
    /// use beleid::{Reason, methods::Series};
    ///
    /// let series = Series::new([(2015.0, 14.5), (2023.0, 10.4)])?;
    /// assert_eq!(series.progress(), Err(Reason::NoTarget));
    /// let series = series.with_target(7.25, 2030.0)?;
    /// assert_eq!(series.progress()?.exact(), Some(0.5655172413793103), "57 %");
    /// # Ok::<(), Reason>(())
    /// ```
    #[doc(alias = "doelbereik")]
    pub fn progress(&self) -> Result<Range, Reason> {
        if let Some(trouble) = self.trouble() {
            return Err(trouble);
        }
        let current = self.points().last().ok_or(Reason::NoData)?;
        let target = self.target().ok_or(Reason::NoTarget)?;
        // Made of parts that allocate nothing.
        let method = Method::new("", "");
        let mut unused = Assessment::nothing(Reason::NoData);
        let base =
            method.base(self, Formula::Attainment, &mut unused)?.ok_or(Reason::NoBaseline)?;
        let doubt = base.doubt.or(current.doubt).or(target.doubt);
        if let Some(doubt) = doubt {
            return Err(doubt);
        }
        let direction =
            self.direction().or_else(|| ahead(base, target)).ok_or(Reason::DirectionUnknown)?;
        let (base, target) = (Some(base), Some(target));
        let inputs = Inputs { base, previous: None, current, target, direction };
        match spread::compute(Formula::Attainment, &inputs)? {
            Computed::One(share) => Ok(Range::of(share)),
            Computed::Some(range) => Ok(range),
        }
    }
}

/// In which direction the target lies, if that is certain.
fn ahead(base: &Measurement, target: &Target) -> Option<Direction> {
    if base.value.high()? <= target.aim.low()? {
        Some(Direction::Higher)
    } else if target.aim.high()? <= base.value.low()? {
        Some(Direction::Lower)
    } else {
        None
    }
}

impl IndicatorAssessment<'_> {
    /// The share of the distance from the baseline to the target that is covered, independent of
    /// the method: see [`Series::progress`].
    ///
    /// # Errors
    /// The reason why there is no share.
    ///
    /// ```
    /// use beleid::methods::presets::rotterdam;
    /// use beleid::{Figure, Id, Indicator, Period, Role};
    ///
    /// let year = Period::year;
    /// let mut homes = Indicator::new(Id::new("i1")?, "Woningen");
    /// homes.figures = vec![
    ///     Figure::new(year(2015)?, Role::Realised, 100),
    ///     Figure::new(year(2016)?, Role::Realised, 110),
    ///     Figure::new(year(2018)?, Role::Target, 140),
    /// ];
    /// let method = rotterdam::method();
    /// let assessed = &homes.evaluate_with(&method, year(2016)?)[0];
    /// assert_eq!(assessed.progress().unwrap().exact(), Some(0.25));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn progress(&self) -> Result<Range, Reason> {
        let is_unclear = self.series.target().is_none() && self.target.is_some();
        without_aim(self.series.progress(), is_unclear, self.rival.is_some())
    }
}

impl Indicator {
    /// The share of the distance from the baseline to the target that is covered at a time (0.25 is
    /// a quarter of the distance), for the indicator as a whole: see
    /// [`Series::progress`](crate::methods::Series::progress). It uses the same figures as
    /// [`evaluate_with`](Self::evaluate_with), which also gives the share of each slice.
    ///
    /// # Errors
    /// The reason why there is no share.
    ///
    /// ```
    /// use beleid::{Figure, Id, Indicator, Period, Reason, Role};
    ///
    /// let year = Period::year;
    /// let mut homes = Indicator::new(Id::new("i1")?, "Woningen");
    /// homes.figures = vec![
    ///     Figure::new(year(2015)?, Role::Baseline, 100),
    ///     Figure::new(year(2016)?, Role::Realised, 110),
    ///     Figure::new(year(2018)?, Role::Target, 140),
    /// ];
    /// assert_eq!(homes.progress(year(2016)?).unwrap().exact(), Some(0.25));
    /// assert_eq!(homes.progress(year(2015)?), Err(Reason::NoData));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "doelbereik")]
    pub fn progress(&self, at: Period) -> Result<Range, Reason> {
        let mut progress = Err(Reason::NoData);
        evaluate::each_facts(self, at, |facts: &Facts<'_>| {
            if facts.dimensions.is_empty() {
                let series = Series::of_facts(facts);
                let is_unclear = series.target().is_none() && facts.selected.is_some();
                progress = without_aim(series.progress(), is_unclear, facts.rival.is_some());
            }
        });
        progress
    }
}

/// Says why there is no target to compute with, although there is one.
fn without_aim(
    progress: Result<Range, Reason>,
    is_unclear: bool,
    has_rival: bool,
) -> Result<Range, Reason> {
    match progress {
        Err(Reason::NoTarget | Reason::DirectionUnknown | Reason::EitherSide) if has_rival => {
            Err(Reason::TargetsDisagree)
        }
        Err(Reason::NoTarget) if is_unclear => Err(Reason::DirectionUnknown),
        progress => progress,
    }
}
