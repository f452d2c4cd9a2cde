//! Reproduces the numbers that sdg-build 2.4 itself computes for a series.
//!
//! Use it to compare with published results, or to migrate from that program. It also gives the
//! program's answers where [`open_sdg::method`](super) has none, and a reason instead: a baseline
//! or target of 0 counts as 0.001, the scores use coefficients that are rounded to four digits,
//! years between the first and the last have no effect, and every direction other than `positive`
//! is negative.
//!
//! Source: open-sdg/sdg-build, `sdg/ProgressMeasure.py`, at 139fede74ba5.

use crate::coded::coded;
use crate::methods::limit_coefficient;
use crate::reason::Reason;

/// How the progress of one series is measured (Dutch: *instellingen*): the settings of a site under
/// `progress_calculation_options`.
///
/// The defaults are those of the program: from 2015 to 2030, without a target, and **lower is
/// better** unless `is_positive` is set.
///
/// ```
/// use beleid::methods::presets::open_sdg::compat::Config;
///
/// let config = Config::default();
/// assert_eq!((config.base_year, config.target_year), (2015.0, 2030.0));
/// assert!(!config.is_positive && config.target.is_none());
/// ```
#[doc(alias = "instellingen")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Config {
    /// The base year, from which progress is measured. If the series has no value in it, the next
    /// year that has one is used.
    pub base_year: f64,
    /// The target; `None` if there is none.
    pub target: Option<f64>,
    /// The year of the target. NaN means that it is not a year, which is an error if it is needed.
    pub target_year: f64,
    /// Whether higher is better.
    pub is_positive: bool,
    /// The highest or lowest possible value: near it, less growth is sufficient. It has no effect
    /// if there is a target.
    pub limit: Option<f64>,
    /// The limits between the statuses.
    pub thresholds: Thresholds,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            base_year: 2015.0,
            target: None,
            target_year: 2030.0,
            is_positive: false,
            limit: None,
            thresholds: Thresholds::default(),
        }
    }
}

/// The limits between the statuses (Dutch: *drempels*). `None` is the default of the program: 1.5
/// %, 0.5 % and 0 % growth per year; with a target 0.95, 0.6 and 0 of the required growth.
///
/// ```
/// use beleid::methods::presets::open_sdg::compat::Thresholds;
///
/// assert_eq!(Thresholds::default().high, None);
/// ```
#[doc(alias = "drempels")]
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Thresholds {
    /// The lowest value for substantial progress.
    pub high: Option<f64>,
    /// The lowest value for moderate progress.
    pub med: Option<f64>,
    /// The lowest value for limited progress; anything less is deterioration.
    pub low: Option<f64>,
    /// The number by which scores are divided, if there is no limit. (The program takes it from the
    /// thresholds.)
    pub coefficient: Option<f64>,
}

coded! {
    /// The status of a series in Open SDG (Dutch: *status*).
    ///
    /// ```
    /// use beleid::methods::presets::open_sdg::compat::Status;
    ///
    /// assert_eq!(Status::SubstantialProgress.code(), "substantial_progress");
    /// ```
    #[doc(alias = "status")]
    Status, "status of Open SDG", in "methods::presets::open_sdg::compat" {
        /// The last value meets the target.
        TargetAchieved = "target_achieved";
        /// Progress is fast enough, or nearly so.
        SubstantialProgress = "substantial_progress";
        /// Progress is too slow.
        ModerateProgress = "moderate_progress";
        /// There is hardly any progress.
        LimitedProgress = "limited_progress";
        /// The value moves in the wrong direction.
        Deterioration = "deterioration";
        /// The program has no answer.
        NotAvailable = "not_available";
    }
}

impl Status {
    /// The status of a mean score, from -5 to 5, as the program computes it for an indicator with
    /// several series. The mean is taken over the series that have a score.
    ///
    /// ```
    /// use beleid::methods::presets::open_sdg::compat::Status;
    ///
    /// assert_eq!(Status::of_score(2.4, false), Status::ModerateProgress);
    /// assert_eq!(Status::of_score(2.4, true), Status::TargetAchieved);
    /// ```
    pub fn of_score(score: f64, all_achieved: bool) -> Self {
        match score {
            _ if all_achieved => Status::TargetAchieved,
            2.5..=5.0 => Status::SubstantialProgress,
            0.0..2.5 => Status::ModerateProgress,
            -2.5..0.0 => Status::LimitedProgress,
            -5.0..-2.5 => Status::Deterioration,
            _ => Status::NotAvailable,
        }
    }
}

/// The answer of the program for a series (Dutch: *voortgang*).
///
/// ```
/// use beleid::methods::presets::open_sdg::compat::{self, Config, Status};
///
/// let config = Config { is_positive: true, ..Config::default() };
/// let progress = compat::progress(&[(2015.0, 100.0), (2020.0, 110.0)], &config)?;
/// assert_eq!(progress.status, Status::SubstantialProgress);
/// assert_eq!(progress.score, Some(4.622438245728283));
/// # Ok::<(), beleid::Reason>(())
/// ```
#[doc(alias = "voortgang")]
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Progress {
    /// The base year that was used, and its value (0.001 instead of 0).
    pub base: (f64, f64),
    /// The last year and its value.
    pub current: (f64, f64),
    /// The growth per year in the desired direction; with a target, as a share of the required
    /// growth. `None` if the program has no answer, or writes NaN or infinity.
    pub value: Option<f64>,
    /// The score, from -5 to 5; `None` if there is none.
    pub score: Option<f64>,
    /// The status.
    pub status: Status,
    /// The share of the usual growth that is sufficient this near to the limit; `None` without a
    /// limit.
    pub coefficient: Option<f64>,
}

/// Computes the answer of the program for a series of years and values, in any order.
///
/// # Errors
/// If the program stops with an error: two values for one year, no year from the base year on, or a
/// target in the base year itself. Without values it is [`Reason::NoData`], which the program
/// writes as *not available*.
///
/// ```
/// use beleid::Reason;
/// use beleid::methods::presets::open_sdg::compat::{self, Config};
///
/// let config = Config { base_year: 2022.0, ..Config::default() };
/// let series = [(2015.0, 80.0), (2020.0, 90.0)];
/// assert_eq!(compat::progress(&series, &config), Err(Reason::NoBaseline));
/// ```
pub fn progress(series: &[(f64, f64)], config: &Config) -> Result<Progress, Reason> {
    if series.iter().any(|(year, value)| !year.is_finite() || !value.is_finite()) {
        return Err(Reason::OutOfRange);
    }
    if has_duplicates(series) {
        return Err(Reason::SameTime);
    }
    let latest = |a: &&(f64, f64), b: &&(f64, f64)| a.0.total_cmp(&b.0);
    let current = *series.iter().max_by(latest).ok_or(Reason::NoData)?;
    let exact = series.iter().find(|(year, _)| same(*year, config.base_year));
    let next = || series.iter().filter(|(year, _)| *year > config.base_year).min_by(latest);
    let is_configured = exact.is_some();
    let base = *exact.or_else(next).ok_or(Reason::NoBaseline)?;
    Series { base, current, is_configured, target: config.target.map(substituted), config }.answer()
}

fn same(a: f64, b: f64) -> bool {
    a.total_cmp(&b).is_eq()
}

fn substituted(number: f64) -> f64 {
    if number == 0.0 { 0.001 } else { number }
}

fn has_duplicates(series: &[(f64, f64)]) -> bool {
    // Nearly all series come in order, and then there is nothing to sort.
    if series.windows(2).all(|pair| matches!(pair, [a, b] if a.0 < b.0)) {
        return false;
    }
    let mut years: Vec<f64> = series.iter().map(|(year, _)| *year).collect();
    years.sort_by(f64::total_cmp);
    years.windows(2).any(|pair| matches!(pair, [a, b] if same(*a, *b)))
}

/// A series as far as the program looks at it.
struct Series<'a> {
    base: (f64, f64),
    current: (f64, f64),
    /// Whether the base year is the one that was asked for.
    is_configured: bool,
    /// The target, 0.001 where it was 0.
    target: Option<f64>,
    config: &'a Config,
}

/// The thresholds that hold for a series.
struct Limits {
    high: f64,
    med: f64,
    low: f64,
    /// What scores are divided by.
    coefficient: Option<f64>,
    /// Whether the coefficient comes from a limit.
    is_near_limit: bool,
}

impl Series<'_> {
    fn answer(self) -> Result<Progress, Reason> {
        let limits = self.limits();
        let achieved = self.target.is_some_and(|target| {
            if self.config.is_positive {
                self.current.1 >= target
            } else {
                self.current.1 <= target
            }
        });
        let (base, value) = self.value()?;
        let status = if achieved {
            Status::TargetAchieved
        } else {
            value.map_or(Status::NotAvailable, |value| limits.status(value))
        };
        let score = match value {
            _ if achieved => Some(5.0),
            Some(value) if self.target.is_some() => score_with_target(value, &limits),
            Some(value) => score_without_target(value, &limits),
            None => None,
        };
        Ok(Progress {
            base: (self.base.0, base),
            current: self.current,
            value: value.filter(|value| value.is_finite()),
            score,
            status,
            coefficient: limits.coefficient.filter(|_| limits.is_near_limit),
        })
    }

    /// The value from which growth counts, and the growth, which may be NaN or infinite here.
    fn value(&self) -> Result<(f64, Option<f64>), Reason> {
        let base = substituted(self.base.1);
        let (base_year, (current_year, current)) = (self.base.0, self.current);
        let changes_sign = (base > 0.0 && current < 0.0) || (base < 0.0 && current > 0.0);
        if changes_sign || current_year - base_year < 1.0 {
            return Ok((base, None));
        }
        // The sign is that of the value itself, and the substitute for 0 has the same.
        let towards = if self.config.is_positive { 1.0 } else { -1.0 };
        let sign = if self.base.1 < 0.0 { -1.0 } else { 1.0 };
        let observed = (current / base).powf(1.0 / (current_year - base_year)) - 1.0;
        let Some(target) = self.target else {
            return Ok((base, Some(sign * towards * observed)));
        };
        let years = self.config.target_year - base_year;
        if years.is_nan() {
            return Err(Reason::NoTargetDate);
        }
        if years == 0.0 && self.is_configured {
            return Err(Reason::TargetNotAfterBase);
        }
        let ratio = target / base;
        let required = if ratio < 0.0 && self.is_configured {
            distance_of_root(ratio, 1.0 / years)
        } else {
            // Negative ratios have no root here: the program computes with other numbers where
            // it chose the base year itself.
            (ratio.powf(1.0 / years) - 1.0).abs()
        };
        Ok((base, Some(sign * towards * observed / required)))
    }

    fn limits(&self) -> Limits {
        let given = self.config.thresholds;
        let with = |high, med, low| Limits {
            high: given.high.unwrap_or(high),
            med: given.med.unwrap_or(med),
            low: given.low.unwrap_or(low),
            coefficient: given.coefficient,
            is_near_limit: false,
        };
        if self.target.is_some() {
            return with(0.95, 0.6, 0.0);
        }
        let limits = with(0.015, 0.005, 0.0);
        let Some(limit) = self.config.limit else { return limits };
        let coefficient = limit_coefficient(self.base.1, limit);
        Limits {
            high: limits.high * coefficient,
            med: limits.med * coefficient,
            low: limits.low * coefficient,
            coefficient: Some(coefficient),
            is_near_limit: true,
        }
    }
}

impl Limits {
    fn status(&self, value: f64) -> Status {
        if value >= self.high {
            Status::SubstantialProgress
        } else if self.med <= value && value < self.high {
            Status::ModerateProgress
        } else if self.low <= value && value < self.med {
            Status::LimitedProgress
        } else if value < self.low {
            Status::Deterioration
        } else {
            Status::NotAvailable
        }
    }
}

/// How far the root of a negative number lies from 1, in the complex plane.
fn distance_of_root(ratio: f64, exponent: f64) -> f64 {
    if exponent.fract() == 0.0 {
        return (ratio.powf(exponent) - 1.0).abs();
    }
    let length = ratio.abs().powf(exponent);
    let angle = std::f64::consts::PI * exponent;
    (length * angle.cos() - 1.0).hypot(length * angle.sin())
}

// The coefficients are as rounded in the program, and each product is rounded before it is added to.
#[allow(clippy::suboptimal_flops)]
fn score_with_target(value: f64, limits: &Limits) -> Option<f64> {
    if value >= limits.high || value >= limits.med {
        Some((7.1429 * value - 4.2857).min(5.0))
    } else if value >= limits.low || value < limits.low {
        Some((4.1667 * value - 2.5).max(-5.0))
    } else {
        None
    }
}

#[allow(clippy::suboptimal_flops)]
fn score_without_target(value: f64, limits: &Limits) -> Option<f64> {
    let coefficient = limits.coefficient.unwrap_or(1.0);
    if value < limits.low {
        Some((125.0 * value - 2.5).max(-5.0))
    } else if coefficient == 0.0 {
        // The baseline is at the limit, and is kept.
        Some(5.0)
    } else if value >= limits.high {
        Some((500.0 * value / coefficient - 5.0).min(5.0))
    } else if value >= limits.med {
        Some(250.0 * value / coefficient - 1.25)
    } else if value >= limits.low {
        Some(500.0 * value / coefficient - 2.5)
    } else {
        None
    }
}
