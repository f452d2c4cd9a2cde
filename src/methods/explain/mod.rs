//! How an assessment came about, in a short paragraph.

mod dutch;
mod english;
mod numbers;

use super::baseline::years;
use super::rate::{compound_rate, linear_rate};
use super::{Band, IndicatorAssessment, Measure, Measurement, Range, Standing, Target};
use crate::{Basis, Direction, Language, Undefined};

pub(super) fn explain(assessed: &IndicatorAssessment<'_>, language: Language) -> String {
    let told = Told::of(assessed, language);
    match language {
        Language::Dutch => dutch::tell(&told),
        Language::English => english::tell(&told),
    }
}

/// What there is to tell, whatever the language.
struct Told<'a> {
    name: String,
    method: &'a str,
    version: &'a str,
    outcome: Outcome<'a>,
    direction: Option<(Direction, Basis)>,
    base: Option<Measurement>,
    current: Option<Measurement>,
    target: Option<(Target, String)>,
    /// What the numbers came to, and by which way; nothing where they have no part in the answer.
    result: Option<(Measure, Range)>,
    steps: Steps,
    score: Option<Range>,
    is_provisional: bool,
}

/// What it amounts to.
enum Outcome<'a> {
    Certain(&'a str),
    Either(&'a str, &'a str, &'static str),
    /// What it would be if an uncertain figure is as printed.
    AsPrinted(&'a str, &'a str, &'static str),
    None(&'static str),
}

/// The numbers on the way to the result, where all figures are exact.
#[derive(Default)]
struct Steps {
    /// The change a year so far, and the one that it takes from the baseline on.
    linear: Option<f64>,
    linear_required: Option<f64>,
    compound: Option<f64>,
    compound_required: Option<f64>,
    /// Where a straight line, or the growth so far, leads at the target's date.
    straight_on: Option<f64>,
    grown_on: Option<f64>,
    left: Option<f64>,
    last_change: Option<f64>,
}

impl<'a> Told<'a> {
    fn of(assessed: &'a IndicatorAssessment<'_>, language: Language) -> Self {
        let assessment = &assessed.assessment;
        let label = |band: &'a Band| match language {
            Language::Dutch => band.label("nl"),
            Language::English => band.label("en"),
        };
        let outcome = match (assessed.classes(), assessment.standing) {
            (Some((low, _)), Standing::Certain(_)) => Outcome::Certain(label(low)),
            (Some((low, high)), Standing::Either(_, _, Undefined::Doubtful)) => {
                let why = Undefined::Doubtful.text(language);
                Outcome::AsPrinted(label(low), label(high), why)
            }
            (Some((low, high)), Standing::Either(_, _, why)) => {
                Outcome::Either(label(low), label(high), why.text(language))
            }
            (_, Standing::Undefined(why)) => Outcome::None(why.text(language)),
            (None, _) => Outcome::None(Undefined::NoRule.text(language)),
        };
        let name = match assessed.slice {
            Some(slice) => format!("{} ({slice})", assessed.indicator.name),
            None => assessed.indicator.name.clone(),
        };
        let printed = |target: Target| match assessed.target {
            Some(figure) => numbers::printed(&figure.value.to_string(), language),
            None => numbers::range(target.aim, language),
        };
        let direction = assessed.series.direction();
        Told {
            name,
            method: &assessed.method.name,
            version: &assessed.method.version,
            outcome,
            direction: direction.map(|direction| (direction, assessed.direction_basis)),
            base: assessment.base(&assessed.series),
            current: assessed.series.points().last().copied(),
            target: assessed.series.target().map(|target| (*target, printed(*target))),
            result: assessment.measure.zip(assessment.value.ok()),
            steps: Steps::of(assessed),
            score: assessment.score,
            is_provisional: assessment.is_provisional,
        }
    }
}

impl Steps {
    fn of(assessed: &IndicatorAssessment<'_>) -> Self {
        let series = &assessed.series;
        let exact = |point: Option<Measurement>| Some((point?.at, point?.value.exact()?));
        let Some(current) = exact(series.points().last().copied()) else { return Steps::default() };
        let target = series.target().and_then(|target| target.aim.exact());
        let left = target.map(|target| (target - current.1).abs());
        let Some(base) = exact(assessed.assessment.base(series)) else {
            return Steps { left, ..Steps::default() };
        };
        let time = current.0 - base.0;
        let due = series.target().and_then(|target| target.at);
        let ahead = due.zip(target);
        let linear = linear_rate(base.1, current.1, time).ok();
        let compound = compound_rate(base.1, current.1, time).ok();
        Steps {
            linear,
            compound,
            linear_required: ahead
                .and_then(|(due, target)| linear_rate(base.1, target, due - base.0).ok()),
            compound_required: ahead
                .and_then(|(due, target)| compound_rate(base.1, target, due - base.0).ok()),
            straight_on: linear.zip(due).map(|(rate, due)| current.1 + rate * (due - current.0)),
            grown_on: compound
                .zip(due)
                .map(|(rate, due)| current.1 * (1.0 + rate).powf(due - current.0)),
            left,
            last_change: exact(assessed.assessment.previous(series))
                .map(|previous| current.1 - previous.1),
        }
    }
}

/// When a point is from: the period as printed, or else its year.
fn when(point: &Measurement) -> String {
    point.period.map_or_else(|| point.at.to_string(), |period| period.to_string())
}

/// By when a target is to be reached.
fn due(target: &Target) -> Option<String> {
    match (target.period, target.at) {
        (Some(period), _) => Some(period.to_string()),
        (None, Some(at)) => Some(at.to_string()),
        (None, None) => None,
    }
}

/// Whether the baseline and the last result are of different times, so that there is a way
/// between them.
fn has_way(told: &Told<'_>) -> bool {
    let time = |point: &Measurement| point.period.and_then(years).unwrap_or(point.at);
    matches!((&told.base, &told.current), (Some(base), Some(current)) if time(base) < time(current))
}
