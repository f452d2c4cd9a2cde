//! Indicators that have the same figures throughout.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{Hash, Hasher};

use super::Findings;
use super::outline::{At, Outline};
use crate::findings::rule::Message;
use crate::leaves::number::Number;
use crate::leaves::value::Value;
use crate::model::figure::Figure;
use crate::model::indicator::Indicator;

/// An indicator that equals another one where their figures say the same.
struct FiguresOf<'i>(&'i Indicator);

/// What a figure says, whatever column and notation it has.
fn content(figure: &Figure) -> impl PartialEq {
    (figure.period, figure.role, &figure.value, &figure.unit, &figure.dimensions, figure.dated)
}

impl PartialEq for FiguresOf<'_> {
    fn eq(&self, other: &Self) -> bool {
        let (own, others) = (&self.0.figures, &other.0.figures);
        own.len() == others.len()
            && own.iter().zip(others).all(|(own, other)| content(own) == content(other))
    }
}

impl Eq for FiguresOf<'_> {}

impl Hash for FiguresOf<'_> {
    /// The numbers alone, which tell nearly all rows apart; what is equal has equal numbers.
    fn hash<H: Hasher>(&self, state: &mut H) {
        for figure in &self.0.figures {
            if let Value::Exact(number) = figure.value {
                number.hash(state);
            }
        }
    }
}

pub(super) fn check(outline: &Outline<'_>, findings: &mut Findings<'_>) {
    let mut first: HashMap<FiguresOf<'_>, At<'_>> = HashMap::new();
    for (at, indicator) in outline.indicators() {
        if !is_distinctive(indicator) {
            continue;
        }
        match first.entry(FiguresOf(indicator)) {
            Entry::Vacant(free) => {
                free.insert(at);
            }
            Entry::Occupied(same) => {
                let (name, other) = (&indicator.name, &same.key().0.name);
                let place = same.get().place();
                let what = Message::SameFigures { name: name.into(), other: other.into(), place };
                findings.report(at.place(), what);
            }
        }
    }
}

/// Whether the figures of an indicator are its own: two that differ. Many rows are `100%`
/// throughout, or dashes.
fn is_distinctive(indicator: &Indicator) -> bool {
    let mut first: Option<Number> = None;
    indicator.figures.iter().any(|figure| match figure.value {
        Value::Exact(number) => *first.get_or_insert(number) != number,
        _ => false,
    })
}
