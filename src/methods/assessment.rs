//! [`Assessment`]: the answer of a method for a series.

use super::reached::{reached, untouched};
use super::spread::Computed;
use super::{
    Band, Baseline, Class, Formula, Measurement, Method, Range, Series, Standing, Step, Target,
};
use crate::evaluate::Outcome;
use crate::leaves::role::Direction;
use crate::reason::Reason;

/// The answer of a method for a series (Dutch: *beoordeling*), with the numbers it was computed
/// from.
///
/// ```
/// use beleid::Direction;
/// use beleid::methods::{Series, presets::open_sdg};
///
/// let method = open_sdg::method();
/// let series = Series::new([(2015.0, 100.0), (2020.0, 110.0)])?.towards(Direction::Higher);
/// let assessment = method.apply(&series);
/// assert_eq!(assessment.value.unwrap().exact(), Some(0.019244876491456564));
/// assert_eq!(assessment.class(&method).unwrap().code, "substantial_progress");
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "beoordeling")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Assessment {
    /// The formula that was computed; `None` if the method has no formula for this series.
    pub formula: Option<Formula>,
    /// The result of the formula, or the reason why it has none.
    pub value: Result<Range, Reason>,
    /// The score; `None` if the method has no scores, or there is no answer.
    pub score: Option<Range>,
    /// The class: certain, undecided between two classes, or no answer.
    pub standing: Standing,
    base: Base,
    previous: Base,
    /// Whether one of the figures may still change.
    pub is_provisional: bool,
}

/// Which measurement is the baseline, or the one before the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Base {
    /// There is none, or the method doesn't use it.
    None,
    /// The baseline that the document states.
    Stated,
    /// The measurement of the series at this index.
    At(usize),
}

impl Base {
    fn of(self, series: &Series) -> Option<Measurement> {
        match self {
            Base::None => None,
            Base::Stated => Some(series.stated()?.as_ref().ok()?.0),
            Base::At(index) => series.points().get(index).copied(),
        }
    }
}

impl Assessment {
    /// The baseline that was used; `None` if the method used none. `series` must be the series that
    /// was assessed.
    ///
    /// ```
    /// use beleid::Direction;
    /// use beleid::methods::{Series, presets::eurostat};
    ///
    /// let series = Series::new([(2013.0, 1.0), (2016.0, 2.0), (2020.0, 3.0)])?;
    /// let series = series.towards(Direction::Higher);
    /// let assessment = eurostat::method().apply(&series);
    /// assert_eq!(assessment.base(&series).unwrap().at, 2016.0);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn base(&self, series: &Series) -> Option<Measurement> {
        self.base.of(series)
    }

    /// The measurement before the last one, or the stated baseline if that is later; `None` if the
    /// method used neither. `series` must be the series that was assessed.
    ///
    /// ```
    /// use beleid::Direction;
    /// use beleid::methods::{Series, presets::municipal};
    ///
    /// let series = Series::new([(2013.0, 1.0), (2016.0, 2.0), (2020.0, 3.0)])?;
    /// let series = series.towards(Direction::Higher);
    /// let assessment = municipal::method().apply(&series);
    /// assert_eq!(assessment.previous(&series).unwrap().at, 2016.0);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn previous(&self, series: &Series) -> Option<Measurement> {
        self.previous.of(series)
    }

    /// The band of the class, if the class is certain; else `None`. `method` must be the method
    /// that was applied.
    ///
    /// ```
    /// use beleid::methods::{Series, presets::municipal};
    ///
    /// let method = municipal::method();
    /// assert_eq!(method.apply(&Series::new([])?).class(&method), None);
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    pub fn class<'m>(&self, method: &'m Method) -> Option<&'m Band> {
        match self.standing {
            Standing::Certain(class) => method.band(class),
            _ => None,
        }
    }

    /// Says that the targets differ, where that is why nothing is certain.
    pub(super) fn doubt_target(&mut self) {
        use Reason::{DirectionUnknown, EitherSide, TargetsDisagree};
        match self.standing {
            Standing::NoAnswer(DirectionUnknown | EitherSide) => {
                self.standing = Standing::NoAnswer(TargetsDisagree);
                self.value = Err(TargetsDisagree);
            }
            Standing::Either(low, high, EitherSide) => {
                self.standing = Standing::Either(low, high, TargetsDisagree);
            }
            _ => {}
        }
    }

    pub(super) const fn nothing(why: Reason) -> Self {
        Assessment {
            formula: None,
            value: Err(why),
            score: None,
            standing: Standing::NoAnswer(why),
            base: Base::None,
            previous: Base::None,
            is_provisional: false,
        }
    }
}

/// The answer if it depends on the direction, which is not known.
const UNKNOWN_WAY: Assessment = Assessment::nothing(Reason::DirectionUnknown);

impl Method {
    /// The band of a class; `None` if the method has no such class.
    ///
    /// ```
    /// use beleid::methods::{Class, presets::destatis};
    ///
    /// let method = destatis::method();
    /// assert_eq!(method.band(Class::WithTarget(0)).unwrap().code, "sun");
    /// assert_eq!(method.band(Class::Met), None);
    /// ```
    pub fn band(&self, class: Class) -> Option<&Band> {
        match class {
            Class::Met => self.when_met.as_ref().map(|verdict| &verdict.band),
            Class::Missed => self.when_missed.as_ref().map(|verdict| &verdict.band),
            Class::WithTarget(index) => {
                self.with_target.as_ref()?.bands.iter().nth(usize::from(index))
            }
            Class::WithoutTarget(index) => {
                self.without_target.as_ref()?.bands.iter().nth(usize::from(index))
            }
        }
    }

    /// Applies the method to a series.
    ///
    /// If the figures are only known within bounds, or the target can have several meanings, every
    /// possible number is considered: the answer is certain only if the class is the same for all
    /// of them.
    ///
    /// ```
    /// use beleid::methods::{Class, Series, Standing, presets::municipal};
    /// use beleid::{Bounds, Direction};
    ///
    /// let series = Series::of_ranges([
    ///     (2015.0, Bounds::exactly(10).into()),
    ///     (2017.0, Bounds::more_than(20).into()),
    /// ])?;
    /// let series = series.towards(Direction::Higher).with_target(15.0, 2019.0)?;
    /// let standing = municipal::method().apply(&series).standing;
    /// assert_eq!(standing, Standing::Certain(Class::Met), "more than 20 is more than 15");
    /// # Ok::<(), beleid::Reason>(())
    /// ```
    ///
    /// If the series has no direction, there is an answer only if it is the same whether higher or
    /// lower is better: for a result that equals its target, for instance.
    ///
    /// ```
    /// use beleid::Reason;
    /// use beleid::methods::{Class, Series, Standing, presets::rotterdam};
    ///
    /// let equal = Series::new([(2017.0, 15.0)])?.with_target(15.0, 2017.0)?;
    /// assert_eq!(rotterdam::method().apply(&equal).standing, Standing::Certain(Class::Met));
    /// let less = Series::new([(2017.0, 14.0)])?.with_target(15.0, 2017.0)?;
    /// let unknown = Standing::NoAnswer(Reason::DirectionUnknown);
    /// assert_eq!(rotterdam::method().apply(&less).standing, unknown);
    /// # Ok::<(), Reason>(())
    /// ```
    pub fn apply(&self, series: &Series) -> Assessment {
        match series.direction() {
            Some(direction) => self.apply_towards(series, direction),
            None => self.apply_each_way(series),
        }
    }

    /// What it gives if no direction is known.
    #[cold]
    fn apply_each_way(&self, series: &Series) -> Assessment {
        match series.target() {
            Some(target) if target.aim.exact().is_some() => Self::agreed(
                &[Direction::Higher, Direction::Lower, Direction::Within]
                    .map(|direction| self.apply_towards(series, direction)),
            ),
            _ => {
                let assumed = self.apply_towards(series, Direction::Higher);
                // What is the matter besides comes first.
                if assumed.formula.is_none() { assumed } else { UNKNOWN_WAY }
            }
        }
    }

    /// What the answers have in common if higher is better, if lower is, and if neither is.
    pub(super) fn agreed(each: &[Assessment; 3]) -> Assessment {
        let [higher, lower, within] = *each;
        let is_same = |read: fn(&Assessment) -> Standing| {
            read(&higher) == read(&lower) && read(&lower) == read(&within)
        };
        if higher.formula.is_none() {
            // No direction makes up for what is the matter.
            return higher;
        }
        match higher.standing {
            Standing::NoAnswer(Reason::AlreadyMet) if lower.standing == higher.standing => higher,
            Standing::NoAnswer(_) if is_same(|one| one.standing) => higher,
            Standing::Certain(_) | Standing::Either(..) if is_same(|one| one.standing) => {
                let has_one_value = higher.value == lower.value && lower.value == within.value;
                Assessment {
                    value: if has_one_value { higher.value } else { Err(Reason::DirectionUnknown) },
                    score: higher
                        .score
                        .filter(|_| higher.score == lower.score && lower.score == within.score),
                    ..higher
                }
            }
            _ => UNKNOWN_WAY,
        }
    }

    fn apply_towards(&self, series: &Series, direction: Direction) -> Assessment {
        let mut assessment = Assessment::nothing(Reason::NoData);
        let [.., current] = series.points() else {
            let why = series.trouble().unwrap_or(Reason::NoData);
            assessment.value = Err(why);
            assessment.standing = Standing::NoAnswer(why);
            return assessment;
        };
        match self.judge(series, current, direction, &mut assessment) {
            Ok(standing) => assessment.standing = standing,
            Err(why) => {
                assessment.standing = Standing::NoAnswer(why);
                if assessment.value.is_ok() || assessment.value == Err(Reason::NoData) {
                    assessment.value = Err(why);
                }
            }
        }
        assessment
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // Packed into memory and out again it takes half as long again.
    fn judge(
        &self,
        series: &Series,
        current: &Measurement,
        direction: Direction,
        assessment: &mut Assessment,
    ) -> Result<Standing, Reason> {
        if let Some(trouble) = series.trouble() {
            return Err(trouble);
        }
        self.check_numbers()?;
        let target = series.target();
        let (step, class): (&Option<Step>, fn(u16) -> Class) = match target {
            Some(_) => (&self.with_target, Class::WithTarget),
            None => (&self.without_target, Class::WithoutTarget),
        };
        let absent = if target.is_none() { Reason::NoTarget } else { Reason::NoRule };
        let step = step.as_ref().ok_or(absent)?;
        assessment.formula = Some(step.formula);
        let base = self.base(series, step.formula, assessment);
        let previous = if step.formula == Formula::ChangeSigns {
            self.previous(series, current, assessment)
        } else {
            None
        };
        let used = base.ok().flatten();
        let value = base.and_then(|base| {
            let inputs = super::spread::Inputs { base, previous, current, target, direction };
            super::spread::compute(step.formula, &inputs)
        });
        let reached = target.map(|target| reached(target, current, direction));
        let value = value.map_err(|why| untouched(why, target, current, reached));
        assessment.value = match value {
            Ok(Computed::One(one)) => Ok(Range::of(one)),
            Ok(Computed::Some(range)) => Ok(range),
            Err(why) => Err(why),
        };
        let figures = || [used, previous, Some(current)].into_iter().flatten();
        assessment.is_provisional = figures().any(|point| point.is_provisional)
            || target.is_some_and(|target| target.is_provisional);
        let doubt = figures()
            .find_map(|point| point.doubt)
            .or_else(|| target.and_then(|target| target.doubt));

        let (low, high) = self.classes(step, class, target, current, reached, value, assessment)?;
        Ok(if let Some(doubt) = doubt {
            Standing::Either(low, high, doubt)
        } else if low == high {
            Standing::Certain(low)
        } else {
            Standing::Either(low, high, Reason::EitherSide)
        })
    }

    /// The lowest and the highest class of what was computed, and their scores.
    #[inline(always)]
    #[allow(clippy::inline_always, clippy::too_many_arguments)] // All that was found out so far.
    fn classes(
        &self,
        step: &Step,
        class: fn(u16) -> Class,
        target: Option<&Target>,
        current: &Measurement,
        reached: Option<Outcome>,
        value: Result<Computed, Reason>,
        assessment: &mut Assessment,
    ) -> Result<(Class, Class), Reason> {
        let is_over = target.and_then(|target| target.at).is_some_and(|at| at <= current.at);
        let met = self.when_met.as_ref().filter(|_| reached != Some(Outcome::Missed));
        let met = met.filter(|_| reached.is_some());
        let missed = self.when_missed.as_ref().filter(|_| is_over && reached != Some(Outcome::Met));
        let score = |verdict: &super::Verdict| verdict.score.map(Range::of);
        match (met, missed) {
            (Some(met), None) if reached == Some(Outcome::Met) => {
                assessment.score = score(met);
                return Ok((Class::Met, Class::Met));
            }
            (Some(met), Some(missed)) => {
                assessment.score =
                    score(missed).zip(score(met)).map(|(missed, met)| missed.hull(met));
                return Ok((Class::Missed, Class::Met));
            }
            (None, Some(missed)) if reached == Some(Outcome::Missed) => {
                assessment.score = score(missed);
                return Ok((Class::Missed, Class::Missed));
            }
            _ => {}
        }
        let score_of = step.score.as_ref();
        let is_falling = step.formula.is_falling();
        let short = target.filter(|target| target.is_strict).and(step.formula.at_target());
        let ((low, high), scored) = match value? {
            Computed::One(value) => {
                let index = if short == Some(value) {
                    step.bands.indices_short_of(value, Range::of(value), is_falling).0
                } else {
                    step.bands.index(value)
                };
                ((index, index), score_of.map(|score| Range::of(score.of(value))))
            }
            Computed::Some(range) => {
                let indices = match short {
                    Some(short) => step.bands.indices_short_of(short, range, is_falling),
                    None => step.bands.indices(range),
                };
                (indices, score_of.map(|score| score.over(range)))
            }
        };
        let (low, high) = (class(low), class(high));
        if met.is_none() && is_over && low == high && self.says_met(low) {
            // Neither is it met, nor is there time left to be on track.
            return Err(Reason::TargetPassed);
        }
        match met {
            // Whether it is met isn't known, and if it is, that is the answer.
            Some(met) => {
                assessment.score = scored.and_then(|scored| Some(scored.hull(score(met)?)));
                Ok((if is_falling { high } else { low }, Class::Met))
            }
            None => {
                assessment.score = scored;
                Ok((low, high))
            }
        }
    }

    /// A method that was built by hand may hold what is no number.
    #[inline]
    fn check_numbers(&self) -> Result<(), Reason> {
        if self.has_finite_numbers() { Ok(()) } else { Err(Reason::NotANumber) }
    }

    /// Whether a class says that the last result reaches the target.
    pub(super) fn says_reached(&self, class: Class) -> bool {
        let index = match class {
            Class::Met => return true,
            Class::WithTarget(index) => index,
            Class::Missed | Class::WithoutTarget(_) => return false,
        };
        let Some(step) = &self.with_target else { return false };
        let is_state = matches!(
            step.formula,
            Formula::Attainment | Formula::CurrentStatus | Formula::ShareOfTarget
        );
        is_state && step.bands.begins(index) >= step.formula.at_target()
    }

    /// Whether a class goes by the name of what is met.
    fn says_met(&self, class: Class) -> bool {
        let met = self.when_met.as_ref().map(|met| &met.band.code);
        met.is_some() && self.band(class).map(|band| &band.code) == met
    }

    /// The baseline, if the formula needs one.
    ///
    /// A stated baseline counts as a measurement of its time does, for every method that may count
    /// from one.
    #[inline(always)]
    #[allow(clippy::inline_always)] // As above.
    pub(super) fn base<'s>(
        &self,
        series: &'s Series,
        formula: Formula,
        assessment: &mut Assessment,
    ) -> Result<Option<&'s Measurement>, Reason> {
        if !formula.needs_base() {
            return Ok(None);
        }
        let points = series.points();
        let time = |index: usize| points.get(index).map_or(f64::NAN, |point| point.at);
        let Some(stated) = series.stated() else {
            let found = self.baseline.among(points.len(), time);
            return Self::chosen(series, found, assessment).map(Some);
        };
        if self.baseline == Baseline::Stated {
            let (point, is_dated) = stated.as_ref().map_err(|why| *why)?;
            assessment.base = Base::Stated;
            return if *is_dated || !formula.needs_time() {
                Ok(Some(point))
            } else {
                Err(Reason::NoBaselineDate)
            };
        }
        let found = self.baseline.among(points.len(), time);
        let chosen_at = found.ok().map(time);
        let found = Self::chosen(series, found, assessment);
        match (stated, self.baseline) {
            (_, Baseline::Run { .. }) => found.map_err(|why| match why {
                Reason::TooFewMeasurements | Reason::GapInYears => Reason::NoStatedBaseline,
                why => why,
            }),
            (Ok((point, true)), _) => {
                let is_before = points.last().is_some_and(|last| point.at < last.at);
                if is_before && self.baseline.prefers(point.at, chosen_at) {
                    assessment.base = Base::Stated;
                    Ok(point)
                } else {
                    found
                }
            }
            // It may be of any time, the one that is asked for or another.
            (Ok((point, false)), Baseline::First) if found.is_err() && !formula.needs_time() => {
                assessment.base = Base::Stated;
                Ok(point)
            }
            (Ok((_, false)), _) => found.map_err(|_| Reason::NoBaselineDate),
            (Err(why), _) => found.map_err(|_| *why),
        }
        .map(Some)
    }

    /// The measurement that was chosen as the baseline, if it is one before the last.
    #[inline(always)]
    #[allow(clippy::inline_always)] // As above.
    fn chosen<'s>(
        series: &'s Series,
        found: Result<usize, Reason>,
        assessment: &mut Assessment,
    ) -> Result<&'s Measurement, Reason> {
        let points = series.points();
        let found = found.map_err(|why| {
            let may_be_before =
                matches!(why, Reason::NoBaseline | Reason::TooFewMeasurements | Reason::GapInYears);
            if series.is_broken() && may_be_before { Reason::BreakInSeries } else { why }
        })?;
        let point = points.get(found).ok_or(Reason::NoBaseline)?;
        if found + 1 == points.len() {
            return Err(if series.is_broken() {
                Reason::BreakInSeries
            } else {
                Reason::OneMeasurement
            });
        }
        assessment.base = Base::At(found);
        Ok(point)
    }

    /// The measurement before the last one: the last of the series before it, or the stated
    /// baseline if that is later.
    fn previous<'s>(
        &self,
        series: &'s Series,
        current: &Measurement,
        assessment: &mut Assessment,
    ) -> Option<&'s Measurement> {
        let points = series.points();
        let index = points.len().checked_sub(2);
        let measured = index.and_then(|index| points.get(index));
        if let Some(Ok((stated, true))) = series.stated()
            && !matches!(self.baseline, Baseline::Run { .. })
            && stated.at < current.at
            && measured.is_none_or(|measured| measured.at < stated.at)
        {
            assessment.previous = Base::Stated;
            return Some(stated);
        }
        assessment.previous = index.map_or(Base::None, Base::At);
        measured
    }
}
