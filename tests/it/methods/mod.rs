//! Methods of evaluation, by themselves and held against what others publish.

#![allow(clippy::float_cmp)] // Numbers are the same where they are exact.

mod agreement;
mod bands;
mod baselines;
mod bounds;
mod choosing;
mod explaining;
mod laws;
mod reasons;
mod rollup;
mod strict;
mod wire;

use beleid::methods::{Method, Standing};
use beleid::{Direction, Figure, Id, Indicator, Period, Role, Value};

/// A period, as tests write it.
fn period(text: &str) -> Period {
    text.parse().expect("it is a period")
}

fn figure(at: &str, role: Role, value: impl Into<Value>) -> Figure {
    Figure::new(period(at), role, value)
}

fn indicator(direction: Option<Direction>, figures: Vec<Figure>) -> Indicator {
    let mut indicator = Indicator::new(Id::new("i1").expect("it is an id"), "Leden");
    indicator.direction = direction;
    indicator.figures = figures;
    indicator
}

/// What a method says of an indicator, in a few words for each slice.
fn answers(indicator: &Indicator, method: &Method, at: &str) -> Vec<String> {
    let assessed = indicator.evaluate_with(method, period(at));
    let told = assessed.iter().map(|assessed| match assessed.assessment.standing {
        Standing::Certain(_) => assessed.class().expect("it is certain").code.clone(),
        Standing::Either(_, _, why) => {
            let (low, high) = assessed.classes().expect("there are two");
            format!("{}..{} ({why})", low.code, high.code)
        }
        Standing::NoAnswer(why) => format!("- ({why})"),
    });
    told.collect()
}

fn answer(indicator: &Indicator, method: &Method, at: &str) -> String {
    answers(indicator, method, at).join(", ")
}
