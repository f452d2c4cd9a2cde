//! In Dutch.

use std::cmp::Ordering;
use std::fmt::Write as _;

use super::super::Formula;
use super::numbers::score as points;
use super::{Content, Outcome, due, has_way, is_plain_share, is_strict, when};
use crate::evaluate::{Basis, When};
use crate::language::Language;
use crate::leaves::role::Direction;

const LANGUAGE: Language = Language::Dutch;

pub(super) fn tell(content: &Content<'_>) -> String {
    let mut text = format!(
        "{}, volgens de methode {} (versie {}): ",
        content.name, content.method, content.version
    );
    let _ = match &content.outcome {
        Outcome::Certain(label) => write!(text, "{label}."),
        Outcome::Either(low, high, why) if low == high => write!(text, "{low}, al geldt: {why}."),
        Outcome::Either(low, high, why) => {
            write!(text, "ergens van \"{low}\" tot \"{high}\", want {why}.")
        }
        Outcome::AsPrinted(low, high, why) if low == high => {
            write!(text, "niet zeker, want {why}; zoals afgedrukt zou het \"{low}\" zijn.")
        }
        Outcome::AsPrinted(low, high, why) => write!(
            text,
            "niet zeker, want {why}; zoals afgedrukt zou het \"{low}\" tot \"{high}\" zijn."
        ),
        Outcome::ByLast(label, at) => {
            let last = content.current.as_ref().map(when).unwrap_or_default();
            write!(
                text,
                "nog niet te zeggen voor {at}; naar het laatste resultaat, van {last}, \"{label}\"."
            )
        }
        Outcome::None(why) => write!(text, "geen oordeel, want {why}."),
    };
    if let Some((direction, basis)) = content.direction {
        let better = match direction {
            Direction::Higher => "Hoger is beter",
            Direction::Lower => "Lager is beter",
            Direction::Within => "Het moet op zijn doel blijven",
        };
        let known = match basis {
            Basis::Inferred => ", zo zegt het doel",
            Basis::Given => ", zo is naast het document opgegeven",
            Basis::Stated | Basis::Unknown => "",
        };
        let _ = write!(text, " {better}{known}.");
    }
    figures(content, &mut text);
    computed(content, &mut text);
    if let Some(score) = content.score {
        let _ = write!(text, " De score is {}.", points(score, LANGUAGE));
    }
    if content.is_provisional {
        text.push_str(" Een van de cijfers is voorlopig en kan nog veranderen.");
    }
    text
}

fn figures(content: &Content<'_>, text: &mut String) {
    let Some(current) = &content.current else { return };
    let last = content.pen.measured(current.value);
    let _ = match &content.base {
        Some(base) if has_way(content) => write!(
            text,
            " Het begon met {} in {} en was {last} in {}",
            content.pen.measured(base.value),
            when(base),
            when(current)
        ),
        _ => write!(text, " Het was {last} in {}", when(current)),
    };
    let _ = match &content.printed {
        Some((printed, When::For(due))) => {
            write!(text, "; het doel is {printed}, voor {due}.")
        }
        Some((printed, When::NotDueYet(due))) => {
            write!(text, "; het doel is {printed}, voor {due} (nog niet aan de orde).")
        }
        Some((printed, When::Undated)) => write!(text, "; het doel is {printed}, zonder datum."),
        None => write!(text, "; er is geen doel om mee te rekenen."),
    };
}

fn computed(content: &Content<'_>, text: &mut String) {
    let Some((formula, value)) = content.result else { return };
    let steps = &content.steps;
    let Some(result) = value.exact().filter(|_| content.has_steps(formula)) else {
        let what = subject(content, formula);
        let _ = write!(
            text,
            " Over alles wat deze cijfers kunnen zijn {what} {}.",
            content.pen.range(value)
        );
        return;
    };
    let year = content.target.as_ref().and_then(due).unwrap_or_default();
    let _ = match formula {
        Formula::Attainment => {
            write!(text, " Van de weg naar het doel is {} afgelegd.", content.pen.percent(result))
        }
        Formula::LinearPace => write!(
            text,
            " Het veranderde met {} per jaar waar {} nodig is: {} daarvan.",
            content.pen.rate(steps.linear),
            content.pen.rate(steps.linear_required),
            content.pen.percent(result)
        ),
        Formula::CompoundPace => write!(
            text,
            " De groei was {} per jaar (samengesteld) waar {} nodig is: {} daarvan.",
            content.pen.growth(steps.compound),
            content.pen.growth(steps.compound_required),
            content.pen.percent(result)
        ),
        Formula::CompoundProjection => write!(
            text,
            " Met een verdere groei van {} per jaar komt het in {year} op {}, en is {} van de weg afgelegd.",
            content.pen.growth(steps.compound),
            content.pen.led_to(steps.grown_on),
            content.pen.percent(result)
        ),
        Formula::Shortfall => shortfall(content, result, &year, text),
        Formula::Growth { limit } => {
            let _ = write!(
                text,
                " De groei was {} per jaar (samengesteld)",
                content.pen.growth(steps.compound)
            );
            match limit {
                Some(limit) => write!(
                    text,
                    "; zo dicht bij de grens van {} telt dat als {}.",
                    content.pen.cut(limit),
                    content.pen.percent(result)
                ),
                None => {
                    write!(
                        text,
                        "; in de gewenste richting is dat {}.",
                        content.pen.percent(result)
                    )
                }
            }
        }
        Formula::ChangeSigns => write!(
            text,
            " De gemiddelde verandering was {} per jaar, en de laatste {}.",
            content.pen.rate(steps.linear),
            content.pen.rate(steps.last_change)
        ),
        Formula::CurrentStatus => write!(
            text,
            " Op een schaal met 0 bij het begin en 10 bij het doel staat het op {}.",
            content.pen.index(result)
        ),
        Formula::ShareOfTarget if is_plain_share(content) => {
            write!(text, " Dat is {} van het doel.", content.pen.percent(result))
        }
        Formula::ShareOfTarget => distance(content, result, text),
    };
}

/// How much may be missed and still count as the class that was given.
fn counts(content: &Content<'_>, of: &str) -> String {
    let (Some(cut), Outcome::Certain(label)) = (content.best_below, &content.outcome) else {
        return String::new();
    };
    format!("; minder dan {}{of} telt als {label}", content.pen.cut_percent(cut))
}

/// What was computed, to stand in front of what it may be.
fn subject(content: &Content<'_>, formula: Formula) -> &'static str {
    match formula {
        Formula::Attainment => "is het deel van de weg dat is afgelegd",
        Formula::LinearPace => "is het tempo, als deel van wat nodig is,",
        Formula::CompoundPace => "is de groei, als deel van wat nodig is,",
        Formula::CompoundProjection => "is het deel van de weg dat zal zijn afgelegd",
        Formula::Shortfall => "is het deel van het restant waarmee het doel wordt gemist",
        Formula::Growth { .. } => "is de groei per jaar",
        Formula::ChangeSigns => {
            "is het teken van de veranderingen (3 als beide goed gaan, 0 als geen van beide)"
        }
        Formula::CurrentStatus => "is de index, met 0 bij het begin en 10 bij het doel,",
        Formula::ShareOfTarget if is_plain_share(content) => {
            "is het deel van het doel dat is bereikt"
        }
        Formula::ShareOfTarget => {
            "is de verhouding tot het doel, met 1 op het doel en meer aan de goede kant ervan,"
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
                " Dat is {off} van het doel aan de goede kant ervan, wat telt als {}.",
                content.pen.percent(result)
            )
        }
        Ordering::Less => {
            write!(
                text,
                " Dat is {off} van het doel ernaast, wat telt als {}.",
                content.pen.percent(result)
            )
        }
        Ordering::Equal => write!(text, " Dat is precies het getal van het doel."),
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
        " Dat is een verandering van {} per jaar: gaat het zo door, dan komt het in {year} op {}, ",
        content.pen.rate(steps.linear),
        content.pen.led_to(steps.straight_on)
    );
    let left = content.pen.left(steps.left);
    if result == 0.0 && is_strict(content) {
        write!(
            text,
            "precies het getal waar het doel voorbij wil{}.",
            counts(content, " van het restant")
        )
    } else if result > 0.0 {
        write!(
            text,
            "en wordt het doel gemist met {} van wat er nog te gaan is ({left}){}.",
            content.pen.percent(result),
            counts(content, "")
        )
    } else {
        write!(text, "en wordt het doel gehaald.")
    }
}
