//! In Dutch.

use std::cmp::Ordering;
use std::fmt::Write as _;

use super::super::Formula;
use super::numbers::score as points;
use super::{Outcome, Told, due, has_way, is_plain_share, is_strict, when};
use crate::evaluate::{Basis, When};
use crate::language::Language;
use crate::leaves::role::Direction;

const LANGUAGE: Language = Language::Dutch;

pub(super) fn tell(told: &Told<'_>) -> String {
    let mut text =
        format!("{}, volgens de methode {} (versie {}): ", told.name, told.method, told.version);
    let _ = match &told.outcome {
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
            let last = told.current.as_ref().map(when).unwrap_or_default();
            write!(
                text,
                "nog niet te zeggen voor {at}; naar het laatste resultaat, van {last}, \"{label}\"."
            )
        }
        Outcome::None(why) => write!(text, "geen oordeel, want {why}."),
    };
    if let Some((direction, basis)) = told.direction {
        let better = match direction {
            Direction::Higher => "Hoger is beter",
            Direction::Lower => "Lager is beter",
            Direction::Within => "Het moet op zijn doel blijven",
        };
        let known = if basis == Basis::Inferred { ", zo zegt het doel" } else { "" };
        let _ = write!(text, " {better}{known}.");
    }
    figures(told, &mut text);
    computed(told, &mut text);
    if let Some(score) = told.score {
        let _ = write!(text, " De score is {}.", points(score, LANGUAGE));
    }
    if told.is_provisional {
        text.push_str(" Een van de cijfers is voorlopig en kan nog veranderen.");
    }
    text
}

fn figures(told: &Told<'_>, text: &mut String) {
    let Some(current) = &told.current else { return };
    let last = told.pen.measured(current.value);
    let _ = match &told.base {
        Some(base) if has_way(told) => write!(
            text,
            " Het begon met {} in {} en was {last} in {}",
            told.pen.measured(base.value),
            when(base),
            when(current)
        ),
        _ => write!(text, " Het was {last} in {}", when(current)),
    };
    let _ = match &told.printed {
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

fn computed(told: &Told<'_>, text: &mut String) {
    let Some((formula, value)) = told.result else { return };
    let steps = &told.steps;
    let Some(result) = value.exact().filter(|_| told.has_steps(formula)) else {
        let what = subject(told, formula);
        let _ = write!(
            text,
            " Over alles wat deze cijfers kunnen zijn {what} {}.",
            told.pen.range(value)
        );
        return;
    };
    let year = told.target.as_ref().and_then(due).unwrap_or_default();
    let _ = match formula {
        Formula::Attainment => {
            write!(text, " Van de weg naar het doel is {} afgelegd.", told.pen.percent(result))
        }
        Formula::LinearPace => write!(
            text,
            " Het veranderde met {} per jaar waar {} nodig is: {} daarvan.",
            told.pen.rate(steps.linear),
            told.pen.rate(steps.linear_required),
            told.pen.percent(result)
        ),
        Formula::CompoundPace => write!(
            text,
            " De groei was {} per jaar (samengesteld) waar {} nodig is: {} daarvan.",
            told.pen.growth(steps.compound),
            told.pen.growth(steps.compound_required),
            told.pen.percent(result)
        ),
        Formula::CompoundProjection => write!(
            text,
            " Met een verdere groei van {} per jaar komt het in {year} op {}, en is {} van de weg afgelegd.",
            told.pen.growth(steps.compound),
            told.pen.led_to(steps.grown_on),
            told.pen.percent(result)
        ),
        Formula::Shortfall => shortfall(told, result, &year, text),
        Formula::Growth { limit } => {
            let _ = write!(
                text,
                " De groei was {} per jaar (samengesteld)",
                told.pen.growth(steps.compound)
            );
            match limit {
                Some(limit) => write!(
                    text,
                    "; zo dicht bij de grens van {} telt dat als {}.",
                    told.pen.cut(limit),
                    told.pen.percent(result)
                ),
                None => {
                    write!(text, "; in de gewenste richting is dat {}.", told.pen.percent(result))
                }
            }
        }
        Formula::ChangeSigns => write!(
            text,
            " De gemiddelde verandering was {} per jaar, en de laatste {}.",
            told.pen.rate(steps.linear),
            told.pen.rate(steps.last_change)
        ),
        Formula::CurrentStatus => write!(
            text,
            " Op een schaal met 0 bij het begin en 10 bij het doel staat het op {}.",
            told.pen.index(result)
        ),
        Formula::ShareOfTarget if is_plain_share(told) => {
            write!(text, " Dat is {} van het doel.", told.pen.percent(result))
        }
        Formula::ShareOfTarget => distance(told, result, text),
    };
}

/// How much may be missed and still count as the class that was given.
fn counts(told: &Told<'_>, of: &str) -> String {
    let (Some(cut), Outcome::Certain(label)) = (told.best_below, &told.outcome) else {
        return String::new();
    };
    format!("; minder dan {}{of} telt als {label}", told.pen.cut_percent(cut))
}

/// What was computed, to stand in front of what it may be.
fn subject(told: &Told<'_>, formula: Formula) -> &'static str {
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
        Formula::ShareOfTarget if is_plain_share(told) => "is het deel van het doel dat is bereikt",
        Formula::ShareOfTarget => {
            "is de verhouding tot het doel, met 1 op het doel en meer aan de goede kant ervan,"
        }
    }
}

/// A share of a target of which less is better, or that is not above 0: how far off it is.
fn distance(told: &Told<'_>, result: f64, text: &mut String) -> std::fmt::Result {
    let off = told.pen.off(result);
    match result.total_cmp(&1.0) {
        Ordering::Greater => {
            write!(
                text,
                " Dat is {off} van het doel aan de goede kant ervan, wat telt als {}.",
                told.pen.percent(result)
            )
        }
        Ordering::Less => {
            write!(
                text,
                " Dat is {off} van het doel ernaast, wat telt als {}.",
                told.pen.percent(result)
            )
        }
        Ordering::Equal => write!(text, " Dat is precies het getal van het doel."),
    }
}

fn shortfall(told: &Told<'_>, result: f64, year: &str, text: &mut String) -> std::fmt::Result {
    let steps = &told.steps;

    let _ = write!(
        text,
        " Dat is een verandering van {} per jaar: gaat het zo door, dan komt het in {year} op {}, ",
        told.pen.rate(steps.linear),
        told.pen.led_to(steps.straight_on)
    );
    let left = told.pen.left(steps.left);
    if result == 0.0 && is_strict(told) {
        write!(
            text,
            "precies het getal waar het doel voorbij wil{}.",
            counts(told, " van het restant")
        )
    } else if result > 0.0 {
        write!(
            text,
            "en wordt het doel gemist met {} van wat er nog te gaan is ({left}){}.",
            told.pen.percent(result),
            counts(told, "")
        )
    } else {
        write!(text, "en wordt het doel gehaald.")
    }
}
