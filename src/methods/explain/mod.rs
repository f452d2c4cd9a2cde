//! Explains an assessment in a short paragraph.

mod dutch;
mod english;
pub(super) mod numbers;

use super::baseline::years;
use super::rate::{compound_rate, linear_rate};
use super::{
    Band, Baseline, Class, Formula, IndicatorAssessment, Measurement, Range, Standing, Target,
};
use crate::evaluate::{Basis, When};
use crate::language::Language;
use crate::leaves::dimension::Dimension;
use crate::leaves::period::Period;
use crate::leaves::role::Direction;
use crate::reason::Reason;

pub(super) fn explain(assessed: &IndicatorAssessment<'_>, language: Language) -> String {
    let content = Content::of(assessed, language);
    match language {
        Language::Dutch => dutch::tell(&content),
        Language::English => english::tell(&content),
    }
}

/// What an explanation contains, whatever the language.
struct Content<'a> {
    name: String,
    method: &'a str,
    version: &'a str,
    outcome: Outcome<'a>,
    direction: Option<(Direction, Basis)>,
    base: Option<Measurement>,
    current: Option<Measurement>,
    target: Option<Target>,
    /// The target as printed, and when it must be reached.
    printed: Option<(String, When)>,
    /// The formula and its result; `None` if they have no effect on the answer.
    result: Option<(Formula, Range)>,
    steps: Steps,
    pen: Pen,
    score: Option<Range>,
    is_provisional: bool,
    /// The share of the remaining distance that may be missed within the best band, if the answer
    /// is that band.
    best_below: Option<f64>,
}

/// The class, or why there is none.
enum Outcome<'a> {
    Certain(&'a str),
    Either(&'a str, &'a str, &'static str),
    /// The class if an uncertain figure is right as printed.
    AsPrinted(&'a str, &'a str, &'static str),
    /// The class by the last result, which is from before the period that was asked for.
    ByLast(&'a str, Period),
    None(String),
}

/// The intermediate results, if all figures are exact.
#[derive(Default)]
struct Steps {
    /// The actual change per year, and the required one from the baseline.
    linear: Option<f64>,
    linear_required: Option<f64>,
    compound: Option<f64>,
    compound_required: Option<f64>,
    /// The value at the target's date if the line or the growth continues.
    straight_on: Option<f64>,
    grown_on: Option<f64>,
    left: Option<f64>,
    last_change: Option<f64>,
}

/// Writes numbers with enough digits to stay on the right side of the numbers they are compared
/// with.
struct Pen {
    language: Language,
    /// What the result is compared with: the cuts of the bands, and its value at the target.
    cuts: Vec<f64>,
    /// What figures are compared with: the numbers of the target.
    goals: Vec<f64>,
    /// What rates are compared with: the actual and the required ones, and 0.
    rates: Vec<f64>,
    growths: Vec<f64>,
}

impl Pen {
    fn of(assessed: &IndicatorAssessment<'_>, steps: &Steps, language: Language) -> Self {
        let method = assessed.method;
        let step = match assessed.series.target() {
            Some(_) => method.with_target.as_ref(),
            None => method.without_target.as_ref(),
        };
        let formula = assessed.assessment.formula;
        let at_target = formula.and_then(Formula::at_target);
        let cuts: Vec<f64> =
            step.into_iter().flat_map(|step| step.bands.cuts()).chain(at_target).collect();
        let goals = match assessed.series.target() {
            Some(target) => [target.aim.low(), target.aim.high()].into_iter().flatten().collect(),
            None => Vec::new(),
        };
        let rates = [steps.linear, steps.linear_required].into_iter().flatten().collect();
        let mut growths: Vec<f64> =
            [steps.compound, steps.compound_required].into_iter().flatten().collect();
        if matches!(formula, Some(Formula::Growth { .. })) {
            growths.extend(cuts.iter().flat_map(|cut| [*cut, -cut]));
        }
        Pen { language, cuts, goals, rates, growths }
    }

    /// A figure.
    fn measured(&self, value: Range) -> String {
        numbers::range(value, &self.goals, self.language)
    }

    /// What the result may be.
    fn range(&self, value: Range) -> String {
        numbers::range(value, &self.cuts, self.language)
    }

    fn percent(&self, share: f64) -> String {
        numbers::percent(share, &self.cuts, self.language)
    }

    fn index(&self, index: f64) -> String {
        numbers::rounded(index, &self.cuts, self.language)
    }

    /// How far a share is off 1.
    fn off(&self, share: f64) -> String {
        let marks: Vec<f64> = self.cuts.iter().map(|cut| (cut - 1.0).abs()).collect();
        numbers::percent((share - 1.0).abs(), &marks, self.language)
    }

    fn rate(&self, rate: Option<f64>) -> String {
        self.beside(rate, &self.rates, numbers::rounded)
    }

    fn growth(&self, growth: Option<f64>) -> String {
        self.beside(growth, &self.growths, numbers::percent)
    }

    /// Writes a number that may equal one of the numbers it is compared with.
    fn beside(
        &self,
        number: Option<f64>,
        marks: &[f64],
        write: fn(f64, &[f64], Language) -> String,
    ) -> String {
        let Some(number) = number else { return String::new() };
        let others: Vec<f64> = marks.iter().copied().filter(|mark| *mark != number).collect();
        write(number, &others, self.language)
    }

    /// The value that a line leads to.
    fn led_to(&self, number: Option<f64>) -> String {
        number.map_or(String::new(), |at| numbers::rounded(at, &self.goals, self.language))
    }

    fn left(&self, left: Option<f64>) -> String {
        left.map_or(String::new(), |left| numbers::number(left, &[], self.language))
    }

    /// A cut or a limit, as it is.
    fn cut(&self, cut: f64) -> String {
        numbers::number(cut, &[cut], self.language)
    }

    fn cut_percent(&self, cut: f64) -> String {
        numbers::percent(cut, &[cut], self.language)
    }
}

impl<'a> Content<'a> {
    fn of(assessed: &'a IndicatorAssessment<'_>, language: Language) -> Self {
        let assessment = &assessed.assessment;
        let label = |band: &'a Band| match language {
            Language::Dutch => band.label("nl"),
            Language::English => band.label("en"),
        };
        let outcome = match (assessed.classes(), assessment.standing) {
            (Some((low, _)), Standing::Certain(_)) => Outcome::Certain(label(low)),
            (
                Some((low, high)),
                Standing::Either(
                    _,
                    _,
                    why @ (Reason::Approximate
                    | Reason::Estimated
                    | Reason::Partial
                    | Reason::MeasuredEarlier
                    | Reason::MeasuredLater
                    | Reason::NoteNotUnderstood),
                ),
            ) => Outcome::AsPrinted(label(low), label(high), why.text(language)),
            (Some((low, _)), Standing::Either(_, _, Reason::NotMeasured)) => {
                Outcome::ByLast(label(low), assessed.at)
            }
            (Some((low, high)), Standing::Either(_, _, why)) => {
                Outcome::Either(label(low), label(high), why.text(language))
            }
            (_, Standing::NoAnswer(why)) => Outcome::None(reason(assessed, why, language)),
            (None, _) => Outcome::None(Reason::NoRule.text(language).to_owned()),
        };
        let name = match assessed.dimensions {
            [] => assessed.indicator.name.clone(),
            part => format!("{} ({})", assessed.indicator.name, Dimension::join(part)),
        };
        let direction = assessed.series.direction();
        let steps = Steps::of(assessed);
        Content {
            name,
            method: &assessed.method.name,
            version: &assessed.method.version,
            outcome,
            direction: direction.map(|direction| (direction, assessed.direction_basis)),
            base: assessment.base(&assessed.series),
            current: assessed.series.points().last().copied(),
            target: assessed.series.target().copied(),
            printed: assessed.target.zip(assessed.when).map(|(figure, when)| {
                let or = if language == Language::Dutch { "of" } else { "or" };
                let rival = assessed
                    .rival
                    .map_or(String::new(), |rival| format!(" {or} {}", rival.value.text(language)));
                (figure.value.text(language) + &rival, when)
            }),
            result: assessment.formula.zip(assessment.value.ok()),
            pen: Pen::of(assessed, &steps, language),
            steps,
            score: assessment.score,
            is_provisional: assessment.is_provisional,
            best_below: best_below(assessed),
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

/// Where the best band of what is missed ends, if the answer is certainly that band.
fn best_below(assessed: &IndicatorAssessment<'_>) -> Option<f64> {
    let Standing::Certain(Class::WithTarget(0)) = assessed.assessment.standing else { return None };
    let step = assessed.method.with_target.as_ref()?;
    if step.formula.is_falling() { step.bands.first_cut() } else { None }
}

/// Whether a share of the target is the result divided by it: where more is better, of more than 0.
fn is_plain_share(content: &Content<'_>) -> bool {
    let is_higher = content.direction.is_some_and(|(direction, _)| direction == Direction::Higher);
    is_higher && content.target.as_ref().is_some_and(|target| target.aim.low() > Some(0.0))
}

/// Why there is no answer, with what the method left out.
fn reason(assessed: &IndicatorAssessment<'_>, why: Reason, language: Language) -> String {
    let text = why.text(language);
    match (why, assessed.method.baseline) {
        (Reason::OneMeasurement, Baseline::NextAfter(from))
            if assessed.series.points().len() > 1 || assessed.series.stated().is_some() =>
        {
            match language {
                Language::Dutch => format!("vanaf {from} is er maar één meting"),
                Language::English => format!("{text} from {from} on"),
            }
        }
        _ => text.to_owned(),
    }
}

impl Content<'_> {
    /// Whether the numbers are there that a sentence on what was computed holds.
    fn has_steps(&self, formula: Formula) -> bool {
        let steps = &self.steps;
        let needed: &[Option<f64>] = match formula {
            Formula::LinearPace => &[steps.linear, steps.linear_required],
            Formula::CompoundPace => &[steps.compound, steps.compound_required],
            Formula::CompoundProjection => &[steps.compound, steps.grown_on],
            Formula::Shortfall => &[steps.linear, steps.straight_on, steps.left],
            Formula::Growth { .. } => &[steps.compound],
            Formula::ChangeSigns => &[steps.linear, steps.last_change],
            Formula::Attainment | Formula::CurrentStatus | Formula::ShareOfTarget => &[],
        };
        needed.iter().all(|step| step.is_some_and(f64::is_finite))
    }
}

/// Whether the number of the target itself is not enough.
fn is_strict(content: &Content<'_>) -> bool {
    content.target.as_ref().is_some_and(|target| target.is_strict)
}

/// When a point is from: the period as printed, or else its year.
fn when(point: &Measurement) -> String {
    point.period.map_or_else(|| point.at.to_string(), |period| period.to_string())
}

/// When a target must be reached.
fn due(target: &Target) -> Option<String> {
    match (target.period, target.at) {
        (Some(period), _) => Some(period.to_string()),
        (None, Some(at)) => Some(at.to_string()),
        (None, None) => None,
    }
}

/// Whether the baseline and the last result are of different times, so that there is a way
/// between them.
fn has_way(content: &Content<'_>) -> bool {
    let time = |point: &Measurement| point.period.and_then(years).unwrap_or(point.at);
    matches!((&content.base, &content.current), (Some(base), Some(current)) if time(base) < time(current))
}
