//! [`Method`]: a way to assess indicators, built from parts that are data.

use super::{Band, Bands, Baseline, Formula, InvalidMethod, Pieces};

/// A way to assess indicators (Dutch: *beoordelingsmethode*): the baseline to start
/// from, the formula to compute, and the bands that classify its result. It is data, which can be built in code or deserialised from TOML or
/// JSON.
///
/// A method of your own takes ten lines:
///
/// ```
/// use beleid::methods::{Band, Bands, Baseline, Formula, Method, Series, Side, Step};
/// use beleid::Direction;
///
/// let bands = Bands::new(Band::new("behind"), vec![
///     (0.9, Side::Upper, Band::new("nearly")),
///     (1.0, Side::Upper, Band::new("on-track")),
/// ])?;
/// let method = Method {
///     baseline: Baseline::First,
///     with_target: Some(Step::new(Formula::LinearPace, bands)),
///     ..Method::new("ours", "1")
/// };
///
/// let series = Series::new([(2015.0, 0.0), (2020.0, 4.7)])?
///     .towards(Direction::Higher)
///     .with_target(10.0, 2025.0)?;
/// let assessment = method.apply(&series);
/// assert_eq!(assessment.class(&method).unwrap().code, "nearly");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "beoordelingsmethode")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Method {
    /// Its name.
    pub name: String,
    /// Its version: the year or version of the publication that it follows.
    pub version: String,
    /// The measurement from which progress is measured.
    pub baseline: Baseline,
    /// The step for indicators with a target; `None` if the method doesn't assess these.
    pub with_target: Option<Step>,
    /// The step for indicators without a target; `None` if the method doesn't assess these.
    pub without_target: Option<Step>,
    /// The answer if the last result reaches the target, instead of the bands; `None` if the bands
    /// apply then too.
    pub when_met: Option<Verdict>,
    /// The answer if the target's date has passed and the last result doesn't reach it, instead of
    /// the bands; `None` if the bands apply then too.
    pub when_missed: Option<Verdict>,
}

/// A formula, and the bands and scores for its result (Dutch: *rekenstap*).
///
/// ```
/// use beleid::methods::{Band, Bands, Formula, Step};
///
/// let all_one = Bands::new(Band::new("any"), Vec::new())?;
/// assert!(Step::new(Formula::Attainment, all_one).score.is_none());
/// # Ok::<(), beleid::methods::InvalidMethod>(())
/// ```
#[doc(alias = "rekenstap")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Step {
    /// The formula.
    pub formula: Formula,
    /// The bands for its result.
    pub bands: Bands,
    /// The score for its result; `None` if the method has no scores.
    pub score: Option<Pieces>,
}

impl Step {
    /// A step without a score.
    ///
    /// ```
    /// use beleid::methods::{Band, Bands, Formula, Step};
    ///
    /// let step = Step::new(Formula::Attainment, Bands::new(Band::new("any"), Vec::new())?);
    /// assert_eq!(step.formula, Formula::Attainment);
    /// # Ok::<(), beleid::methods::InvalidMethod>(())
    /// ```
    pub fn new(formula: Formula, bands: Bands) -> Self {
        Step { formula, bands, score: None }
    }
}

/// A fixed answer that doesn't depend on a computed number (Dutch: *oordeel*), with its score.
///
/// ```
/// use beleid::methods::{Band, Verdict};
///
/// let met = Verdict { band: Band::new("met"), score: Some(5.0) };
/// assert_eq!(met.band.code, "met");
/// ```
#[doc(alias = "oordeel")]
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Verdict {
    /// The class.
    pub band: Band,
    /// The score; `None` if the method has no scores.
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "super::wire::finite"))]
    pub score: Option<f64>,
}

impl Method {
    /// A method without steps. It starts from the stated baseline, or else the first measurement.
    ///
    /// ```
    /// use beleid::methods::{Baseline, Method};
    ///
    /// assert_eq!(Method::new("ours", "1").baseline, Baseline::Stated);
    /// ```
    pub fn new(name: impl Into<String>, version: impl Into<String>) -> Self {
        Method {
            name: name.into(),
            version: version.into(),
            baseline: Baseline::Stated,
            with_target: None,
            without_target: None,
            when_met: None,
            when_missed: None,
        }
    }

    /// Checks that the method can give an answer: it has a name and a step, and its step for
    /// indicators without a target doesn't need a target.
    ///
    /// # Errors
    /// What is wrong with it.
    ///
    /// ```
    /// use beleid::methods::{Method, presets::municipal};
    ///
    /// assert!(municipal::method().check().is_ok());
    /// let error = Method::new("ours", "1").check().unwrap_err();
    /// assert_eq!(error.to_string(), "a method needs a step with a target or one without");
    /// ```
    pub fn check(&self) -> Result<(), InvalidMethod> {
        if self.name.trim().is_empty() {
            return Err(InvalidMethod::NoName);
        }
        if self.with_target.is_none() && self.without_target.is_none() {
            return Err(InvalidMethod::NoRule);
        }
        if self.without_target.as_ref().is_some_and(|step| step.formula.has_target()) {
            return Err(InvalidMethod::NeedsTarget);
        }
        if self.has_finite_numbers() { Ok(()) } else { Err(InvalidMethod::NotFinite) }
    }

    /// Whether the scores and limits are numbers; bands and pieces can't be built otherwise.
    #[inline]
    pub(super) fn has_finite_numbers(&self) -> bool {
        let is_finite = |number: Option<f64>| number.is_none_or(f64::is_finite);
        let limit = |step: &Option<Step>| match step {
            Some(Step { formula: Formula::Growth { limit }, .. }) => *limit,
            _ => None,
        };
        let score = |verdict: &Option<Verdict>| verdict.as_ref().and_then(|verdict| verdict.score);
        [score(&self.when_met), score(&self.when_missed)].into_iter().all(is_finite)
            && [limit(&self.with_target), limit(&self.without_target)].into_iter().all(is_finite)
    }

    /// Whether it gives any scores.
    pub(super) fn has_scores(&self) -> bool {
        let has = |step: &Option<Step>| step.as_ref().is_some_and(|step| step.score.is_some());
        let gives = |verdict: &Option<Verdict>| {
            verdict.as_ref().is_some_and(|verdict| verdict.score.is_some())
        };
        has(&self.with_target)
            || has(&self.without_target)
            || gives(&self.when_met)
            || gives(&self.when_missed)
    }
}
