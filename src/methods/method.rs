//! [`Method`]: a way to tell how an indicator fares, composed of parts that are data.

use super::{Band, Bands, Baseline, Formula, InvalidMethod, Pieces};

/// A way to tell how an indicator fares (Dutch: *beoordelingsmethode*): from which measurement it counts, what it
/// computes, and which numbers amount to what. It is data: built in code, or read from TOML or JSON.
///
/// A method of one's own takes ten lines:
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
    /// What it is called.
    pub name: String,
    /// Which version of it this is: of the text that it follows.
    pub version: String,
    /// From which measurement it counts.
    pub baseline: Baseline,
    /// What it does where there is a target.
    pub with_target: Option<Step>,
    /// What it does where there is none.
    pub without_target: Option<Step>,
    /// What it amounts to where the last result reaches the target, whatever else is computed.
    pub when_met: Option<Verdict>,
    /// What it amounts to where the target's date is over and the last result doesn't reach it.
    pub when_missed: Option<Verdict>,
}

/// What is computed, and what that amounts to (Dutch: *rekenstap*).
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
    /// What is computed.
    pub formula: Formula,
    /// What it amounts to.
    pub bands: Bands,
    /// Its score.
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

/// What a case amounts to that no number tells (Dutch: *oordeel*), with its score.
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
    /// What it amounts to.
    pub band: Band,
    /// Its score.
    #[cfg_attr(feature = "serde", serde(default, deserialize_with = "super::wire::finite"))]
    pub score: Option<f64>,
}

impl Method {
    /// A method without a rule, from the stated baseline or else the first measurement.
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

    /// Whether it can give an answer at all: it has a name and a rule, and computes without a
    /// target what needs none.
    ///
    /// # Errors
    /// If not, with what is wrong.
    ///
    /// ```
    /// use beleid::methods::{Method, presets::municipal};
    ///
    /// assert!(municipal::method().check().is_ok());
    /// let error = Method::new("ours", "1").check().unwrap_err();
    /// assert_eq!(error.to_string(), "a method needs a rule");
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
