//! A method applied to an indicator.

use std::ops::Deref;

use super::explain;
use super::{Assessment, Band, Method, Range, Series, Standing};
use crate::evaluate::Basis;
use crate::evaluate::{self, Facts, When};
use crate::language::Language;
use crate::leaves::dimension::Dimension;
use crate::leaves::period::Period;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;
use crate::reason::Reason;

/// The assessment of an indicator, or of one slice of it, by a method (Dutch: *beoordeling van een
/// indicator*).
///
/// ```
/// use beleid::methods::presets::municipal;
/// use beleid::{Figure, Id, Indicator, Language, Period, Role, Value};
///
/// let year = Period::year;
/// let mut projects = Indicator::new(Id::new("i1")?, "Number of projects");
/// projects.figures = vec![
///     Figure::new(year(2014)?, Role::Realised, 10),
///     Figure::new(year(2015)?, Role::Realised, 11),
///     Figure::new(year(2017)?, Role::Target, Value::more_than(15)),
/// ];
/// let method = municipal::method();
/// let assessed = &projects.evaluate_with(&method, year(2016)?)[0];
/// assert_eq!(
///     assessed.explain(Language::English),
///     "Number of projects, by the method municipal (version 1): behind. \
///      Higher is better, as the target says. It set out from 10 in 2014 and was 11 in 2015; \
///      the target is > 15, for 2017 (not due yet). That is a change of 1 a year: going on like that it comes \
///      to 13 in 2017, which misses the target by 50 % of what is left to go (4).",
/// );
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "beoordeling van een indicator")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IndicatorAssessment<'a> {
    /// The indicator that was assessed.
    pub indicator: &'a Indicator,
    /// The part of the whole that was assessed; empty for the whole.
    pub dimensions: &'a [Dimension],
    /// The period that was assessed. Later results were not used.
    pub at: Period,
    /// The method that was applied.
    pub method: &'a Method,
    /// The figures that were used, as numbers.
    pub series: Series,
    /// The target that counts: the same as that of [`evaluate`](Indicator::evaluate). It is also
    /// set if the method can't compute with it; `None` if there is none.
    pub target: Option<&'a Figure>,
    /// Another one for the same time that says something else.
    pub(super) rival: Option<&'a Figure>,
    /// When the target is to be reached.
    pub(super) when: Option<When>,
    /// Where the direction comes from.
    pub direction_basis: Basis,
    /// The answer of the method.
    pub assessment: Assessment,
}

/// The assessments of an indicator: one, or one per slice. It dereferences to a slice
/// `[IndicatorAssessment]`.
///
/// ```
/// use beleid::methods::presets::municipal;
/// use beleid::{Id, Indicator, Period};
///
/// let schools = Indicator::new(Id::new("i1")?, "Schools");
/// let method = municipal::method();
/// let assessments = schools.evaluate_with(&method, Period::year(2017)?);
/// assert_eq!(assessments.len(), 1);
/// assert!(assessments.iter().all(|assessed| assessed.class().is_none()));
/// # Ok::<(), beleid::Error>(())
/// ```
#[doc(alias = "beoordelingen")]
#[derive(Debug, Clone, PartialEq)]
pub struct Assessments<'a>(Kept<'a>);

/// Most indicators have no slices, and one assessment needs no list: hence no box either.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)]
enum Kept<'a> {
    None,
    One([IndicatorAssessment<'a>; 1]),
    Many(Vec<IndicatorAssessment<'a>>),
}

impl<'a> Kept<'a> {
    #[inline]
    fn add(&mut self, make: impl FnOnce() -> IndicatorAssessment<'a>) {
        if matches!(self, Kept::None) {
            *self = Kept::One([make()]);
        } else {
            self.add_another(make());
        }
    }

    #[cold]
    fn add_another(&mut self, assessed: IndicatorAssessment<'a>) {
        let mut many = match std::mem::replace(self, Kept::None) {
            Kept::None => Vec::new(),
            Kept::One(one) => Vec::from(one),
            Kept::Many(many) => many,
        };
        many.push(assessed);
        *self = Kept::Many(many);
    }
}

impl<'a> Deref for Assessments<'a> {
    type Target = [IndicatorAssessment<'a>];

    fn deref(&self) -> &Self::Target {
        match &self.0 {
            Kept::None => &[],
            Kept::One(one) => one,
            Kept::Many(many) => many,
        }
    }
}

impl<'a> IntoIterator for Assessments<'a> {
    type Item = IndicatorAssessment<'a>;
    type IntoIter = std::vec::IntoIter<IndicatorAssessment<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        match self.0 {
            Kept::None => Vec::new(),
            Kept::One(one) => Vec::from(one),
            Kept::Many(many) => many,
        }
        .into_iter()
    }
}

impl<'a, 'e> IntoIterator for &'e Assessments<'a> {
    type Item = &'e IndicatorAssessment<'a>;
    type IntoIter = std::slice::Iter<'e, IndicatorAssessment<'a>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Whether the last result is of a period, or of one that ends with it.
fn is_measured(series: &Series, at: Period) -> bool {
    let Some(last) = series.points().last().and_then(|last| last.period) else { return true };
    last == at || matches!((last.end(), at.end()), (Some(last), Some(end)) if end <= last)
}

impl<'a> IndicatorAssessment<'a> {
    fn of(indicator: &'a Indicator, method: &'a Method, at: Period, facts: &Facts<'a>) -> Self {
        let mut series = Series::of_facts(facts);
        let (target, rival) = (facts.selected, facts.rival);
        let mut assessment = match &facts.each_way {
            None => method.apply(&series),
            Some(aims) => {
                let ways = series.each_way(aims);
                let [higher, lower, within] = &ways;
                let agreed = Method::agreed(&[higher, lower, within].map(|way| method.apply(way)));
                if agreed.class(method).is_some() {
                    let [.., within] = ways;
                    series = within.without_direction();
                }
                agreed
            }
        };
        if let (Standing::NoAnswer(Reason::NoTarget), Some(why)) =
            (assessment.standing, facts.absence)
        {
            assessment = Assessment::nothing(why);
        }
        if rival.is_some() {
            assessment.doubt_target();
        }
        if let Standing::Certain(class) = assessment.standing
            && method.says_reached(class)
            && !is_measured(&series, at)
        {
            assessment.standing = Standing::Either(class, class, Reason::NotMeasured);
        }
        IndicatorAssessment {
            indicator,
            dimensions: facts.dimensions,
            at,
            method,
            series,
            target,
            rival,
            when: facts.when,
            direction_basis: facts.basis,
            assessment,
        }
    }

    /// The band of the class, if the class is certain; else `None`.
    ///
    /// ```
    /// use beleid::methods::presets::municipal;
    /// use beleid::{Id, Indicator, Period};
    ///
    /// let schools = Indicator::new(Id::new("i1")?, "Schools");
    /// assert!(schools.evaluate_with(&municipal::method(), Period::year(2017)?)[0].class().is_none());
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn class(&self) -> Option<&'a Band> {
        self.assessment.class(self.method)
    }

    /// The lowest and the highest band that are possible: the same band twice if the class is
    /// certain. `None` if there is no answer.
    ///
    /// ```
    /// use beleid::methods::presets::municipal;
    /// use beleid::{Figure, Id, Indicator, Period, Role, Value};
    ///
    /// let year = Period::year(2017)?;
    /// let mut schools = Indicator::new(Id::new("i1")?, "Schools");
    /// schools.figures.push(Figure::new(year, Role::Realised, Value::more_than(10)));
    /// schools.figures.push(Figure::new(year, Role::Target, Value::more_than(15)));
    /// let method = municipal::method();
    /// let (low, high) = schools.evaluate_with(&method, year)[0].classes().unwrap();
    /// assert_eq!((&*low.code, &*high.code), ("missed", "met"));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn classes(&self) -> Option<(&'a Band, &'a Band)> {
        match self.assessment.standing {
            Standing::Certain(class) => self.method.band(class).map(|band| (band, band)),
            Standing::Either(low, high, _) => self.method.band(low).zip(self.method.band(high)),
            Standing::NoAnswer(_) => None,
        }
    }

    /// The score; `None` if the method has no scores, or there is no answer.
    ///
    /// ```
    /// use beleid::methods::presets::open_sdg;
    /// use beleid::{Direction, Figure, Id, Indicator, Period, Role};
    ///
    /// let year = Period::year;
    /// let mut schools = Indicator::new(Id::new("i1")?, "Schools");
    /// schools.direction = Some(Direction::Higher);
    /// schools.figures = vec![
    ///     Figure::new(year(2015)?, Role::Realised, 100),
    ///     Figure::new(year(2020)?, Role::Realised, 200),
    /// ];
    /// let method = open_sdg::method();
    /// assert_eq!(schools.evaluate_with(&method, year(2020)?)[0].score().unwrap().exact(), Some(5.0));
    /// # Ok::<(), beleid::Error>(())
    /// ```
    pub fn score(&self) -> Option<Range> {
        self.assessment.score
    }

    /// Explains the assessment in a short paragraph that contains the figures.
    ///
    /// ```
    /// use beleid::methods::presets::municipal;
    /// use beleid::{Id, Indicator, Language, Period};
    ///
    /// let schools = Indicator::new(Id::new("i1")?, "Aantal scholen");
    /// let method = municipal::method();
    /// let told = schools.evaluate_with(&method, Period::year(2017)?)[0].explain(Language::Dutch);
    /// assert_eq!(
    ///     told,
    ///     "Aantal scholen, volgens de methode municipal (versie 1): geen oordeel, want er zijn \
    ///      geen metingen.",
    /// );
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "toelichting")]
    pub fn explain(&self, language: Language) -> String {
        explain::explain(self, language)
    }
}

impl Indicator {
    /// Assesses the indicator by a method (Dutch: *beoordelen*), as a whole and for each slice. It
    /// uses the same figures as [`evaluate`](Self::evaluate): the results up to the end of `at`,
    /// and the target for `at`, or else the next one. A target without a date must be reached by
    /// the end of `at`.
    ///
    /// If the last result reaches the target but is from before the end of `at`, it is not certain
    /// that the target is reached, since `at` itself is not measured. The answer is then
    /// [`Standing::Either`] with [`Reason::NotMeasured`].
    ///
    /// ```
    /// use beleid::methods::presets::eurostat;
    /// use beleid::{Direction, Figure, Id, Indicator, Period, Role};
    ///
    /// let year = Period::year;
    /// let mut fires = Indicator::new(Id::new("i1")?, "Fires");
    /// fires.direction = Some(Direction::Lower);
    /// fires.figures = vec![
    ///     Figure::new(year(2015)?, Role::Realised, 100),
    ///     Figure::new(year(2020)?, Role::Realised, 80),
    ///     Figure::new(year(2030)?, Role::Target, 50),
    /// ];
    /// let method = eurostat::method();
    /// let assessed = &fires.evaluate_with(&method, year(2021)?)[0];
    /// assert_eq!(assessed.class().unwrap().code, "significant-progress");
    /// # Ok::<(), beleid::Error>(())
    /// ```
    #[doc(alias = "beoordelen")]
    pub fn evaluate_with<'a>(&'a self, method: &'a Method, at: Period) -> Assessments<'a> {
        let mut assessed = Kept::None;
        evaluate::each_facts(self, at, |facts| {
            assessed.add(|| IndicatorAssessment::of(self, method, at, facts));
        });
        Assessments(assessed)
    }
}
