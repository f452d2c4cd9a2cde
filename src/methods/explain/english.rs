//! In English.

use std::cmp::Ordering;
use std::fmt::Write as _;

use super::super::Formula;
use super::numbers::score as points;
use super::{Content, Outcome, due, has_way, is_plain_share, is_strict, when};
use crate::evaluate::{Basis, When};
use crate::language::Language;
use crate::leaves::role::Direction;

const LANGUAGE: Language = Language::English;

pub(super) fn tell(content: &Content<'_>) -> String {
    let mut text = format!(
        "{}, by the method {} (version {}): ",
        content.name, content.method, content.version
    );
    let _ = match &content.outcome {
        Outcome::Certain(label) => write!(text, "{label}."),
        Outcome::Either(low, high, why) if low == high => write!(text, "{low}, though {why}."),
        Outcome::Either(low, high, why) => {
            write!(text, "anything from \"{low}\" to \"{high}\", since {why}.")
        }
        Outcome::AsPrinted(low, high, why) if low == high => {
            write!(text, "not certain, since {why}; as printed it would be \"{low}\".")
        }
        Outcome::AsPrinted(low, high, why) => {
            write!(
                text,
                "not certain, since {why}; as printed it would be from \"{low}\" to \"{high}\"."
            )
        }
        Outcome::ByLast(label, at) => {
            let last = content.current.as_ref().map(when).unwrap_or_default();
            write!(text, "not known yet for {at}; by the last result, of {last}, \"{label}\".")
        }
        Outcome::None(why) => write!(text, "no answer, since {why}."),
    };
    if let Some((direction, basis)) = content.direction {
        let better = match direction {
            Direction::Higher => "Higher is better",
            Direction::Lower => "Lower is better",
            Direction::Within => "It is to stay at its target",
        };
        let known = match basis {
            Basis::Inferred => ", as the target says",
            Basis::Given => ", as was given beside the document",
            Basis::Stated | Basis::Unknown => "",
        };
        let _ = write!(text, " {better}{known}.");
    }
    figures(content, &mut text);
    computed(content, &mut text);
    if let Some(score) = content.score {
        let _ = write!(text, " The score is {}.", points(score, LANGUAGE));
    }
    if content.is_provisional {
        text.push_str(" One of the figures is provisional and may still change.");
    }
    text
}

fn figures(content: &Content<'_>, text: &mut String) {
    let Some(current) = &content.current else { return };
    let last = content.pen.measured(current.value);
    let _ = match &content.base {
        Some(base) if has_way(content) => write!(
            text,
            " It set out from {} in {} and was {last} in {}",
            content.pen.measured(base.value),
            when(base),
            when(current)
        ),
        _ => write!(text, " It was {last} in {}", when(current)),
    };
    let _ = match &content.printed {
        Some((printed, When::For(due))) => {
            write!(text, "; the target is {printed}, for {due}.")
        }
        Some((printed, When::NotDueYet(due))) => {
            write!(text, "; the target is {printed}, for {due} (not due yet).")
        }
        Some((printed, When::Undated)) => {
            write!(text, "; the target is {printed}, without a date.")
        }
        None => write!(text, "; there is no target to compute with."),
    };
}

fn computed(content: &Content<'_>, text: &mut String) {
    let Some((formula, value)) = content.result else { return };
    let steps = &content.steps;
    let Some(result) = value.exact().filter(|_| content.has_steps(formula)) else {
        let what = subject(content, formula);
        let _ =
            write!(text, " Over all that these may be, {what} is {}.", content.pen.range(value));
        return;
    };
    let year = content.target.as_ref().and_then(due).unwrap_or_default();
    let _ = match formula {
        Formula::Attainment => {
            write!(text, " Of the way to the target {} is gone.", content.pen.percent(result))
        }
        Formula::LinearPace => write!(
            text,
            " It changed by {} a year where {} is needed, which is {} of that.",
            content.pen.rate(steps.linear),
            content.pen.rate(steps.linear_required),
            content.pen.percent(result)
        ),
        Formula::CompoundPace => write!(
            text,
            " Its growth was {} a year, compounded, where {} is needed: {} of that.",
            content.pen.growth(steps.compound),
            content.pen.growth(steps.compound_required),
            content.pen.percent(result)
        ),
        Formula::CompoundProjection => write!(
            text,
            " Growing on by {} a year it comes to {} in {year}, with {} of the way gone.",
            content.pen.growth(steps.compound),
            content.pen.led_to(steps.grown_on),
            content.pen.percent(result)
        ),
        Formula::Shortfall => shortfall(content, result, &year, text),
        Formula::Growth { limit } => {
            let _ = write!(
                text,
                " Its growth was {} a year, compounded",
                content.pen.growth(steps.compound)
            );
            match limit {
                Some(limit) => write!(
                    text,
                    "; near to the limit of {} that counts as {}.",
                    content.pen.cut(limit),
                    content.pen.percent(result)
                ),
                None => {
                    write!(
                        text,
                        "; in the desired direction that is {}.",
                        content.pen.percent(result)
                    )
                }
            }
        }
        Formula::ChangeSigns => write!(
            text,
            " The mean change was {} a year, and the last change {}.",
            content.pen.rate(steps.linear),
            content.pen.rate(steps.last_change)
        ),
        Formula::CurrentStatus => write!(
            text,
            " On a scale with 0 at the baseline and 10 at the target it stands at {}.",
            content.pen.index(result)
        ),
        Formula::ShareOfTarget if is_plain_share(content) => {
            write!(text, " That is {} of the target.", content.pen.percent(result))
        }
        Formula::ShareOfTarget => distance(content, result, text),
    };
}

/// How much may be missed and still count as the class that was given.
fn counts(content: &Content<'_>, of: &str) -> String {
    let (Some(cut), Outcome::Certain(label)) = (content.best_below, &content.outcome) else {
        return String::new();
    };
    format!("; less than {}{of} counts as {label}", content.pen.cut_percent(cut))
}

/// What was computed, to stand in front of what it may be.
fn subject(content: &Content<'_>, formula: Formula) -> &'static str {
    match formula {
        Formula::Attainment => "the part of the way that is gone",
        Formula::LinearPace => "the pace, as a share of the one that it takes,",
        Formula::CompoundPace => "the growth, as a share of the one that it takes,",
        Formula::CompoundProjection => "the part of the way that will be gone",
        Formula::Shortfall => "the part of what is left to go by which the target is missed",
        Formula::Growth { .. } => "the growth a year",
        Formula::ChangeSigns => "the sign of the changes (3 for both as desired, 0 for neither)",
        Formula::CurrentStatus => "the index, 0 at the baseline and 10 at the target,",
        Formula::ShareOfTarget if is_plain_share(content) => {
            "the part of the target that is reached"
        }
        Formula::ShareOfTarget => {
            "what it is to the target, with 1 at the target and more on its good side,"
        }
    }
}

/// A share of a target of which less is better, or that is not above 0: how far off it is.
fn distance(content: &Content<'_>, result: f64, text: &mut String) -> std::fmt::Result {
    let off = content.pen.off(result);
    match result.total_cmp(&1.0) {
        Ordering::Greater => {
            write!(
                text,
                " That is {off} of the target on its good side, which counts as {}.",
                content.pen.percent(result)
            )
        }
        Ordering::Less => {
            write!(
                text,
                " That is off by {off} of the target, which counts as {}.",
                content.pen.percent(result)
            )
        }
        Ordering::Equal => write!(text, " That is just the number of the target."),
    }
}

fn shortfall(
    content: &Content<'_>,
    result: f64,
    year: &str,
    text: &mut String,
) -> std::fmt::Result {
    let steps = &content.steps;

    let _ = write!(
        text,
        " That is a change of {} a year: going on like that it comes to {} in {year}, ",
        content.pen.rate(steps.linear),
        content.pen.led_to(steps.straight_on)
    );
    let left = content.pen.left(steps.left);
    if result == 0.0 && is_strict(content) {
        write!(
            text,
            "just the number that the target asks to pass{}.",
            counts(content, " of what is left")
        )
    } else if result > 0.0 {
        write!(
            text,
            "which misses the target by {} of what is left to go ({left}){}.",
            content.pen.percent(result),
            counts(content, "")
        )
    } else {
        write!(text, "which is at the target or beyond it.")
    }
}
