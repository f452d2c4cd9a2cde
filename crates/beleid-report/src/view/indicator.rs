//! An indicator with its figures and answers.

use std::collections::{HashMap, HashSet};

use beleid::{Budget, Evaluation, Goal, Id, Language, Pace, Unit};

use super::figures::{self, value_in};
use super::pictures::{self, Drawable};
use super::text::{capitalised, clean};
use super::{Answer, Indicator, Point};
use crate::words::{self, Word};

/// What is known about the whole document and is needed for each of its indicators.
pub(crate) struct Around<'a> {
    pub(crate) language: Language,
    /// The goals by their ids.
    pub(crate) goals: HashMap<&'a Id, &'a Goal>,
}

impl<'a> Around<'a> {
    pub(crate) fn of(budget: &'a Budget, language: Language) -> Self {
        let goals = budget.all_fields().flat_map(|field| &field.goals);
        Around { language, goals: goals.map(|goal| (&goal.id, goal)).collect() }
    }

    /// The goals with these ids, by code or else in full.
    pub(crate) fn goals(&self, ids: &[Id]) -> String {
        let goals = ids.iter().filter_map(|id| self.goals.get(id));
        let names: Vec<String> = goals
            .map(|goal| match &goal.code {
                Some(code) => code.to_string(),
                None => clean(&goal.text),
            })
            .collect();
        names.join("; ")
    }
}

/// An indicator by its answers, with the paragraph of a method for each if there is one.
pub(crate) fn indicator(
    around: &Around<'_>,
    indicator: &beleid::Indicator,
    answers: &[(&Evaluation<'_>, Option<String>)],
    id: &str,
) -> Indicator {
    let language = around.language;
    let name = match clean(&indicator.name) {
        name if name.is_empty() => Word::NoName.text(language).to_owned(),
        name => name,
    };
    let mut facts = Vec::new();
    let mut fact = |word: Word, text: String| {
        if !text.is_empty() {
            facts.push(Point { name: word.text(language).to_owned(), text });
        }
    };
    fact(Word::Part, clean(&indicator.group.join(" – ")));
    // That a number counts something is said by the name.
    let unit = indicator.unit.as_ref().filter(|unit| !unit.is_like(&Unit::COUNT));
    fact(Word::Unit, unit.map(|unit| unit_text(unit, language)).unwrap_or_default());
    let direction = indicator.direction.map(|direction| direction.text(language).to_owned());
    fact(Word::Direction, direction.unwrap_or_default());
    fact(Word::Source, clean(indicator.source.as_deref().unwrap_or_default()));
    fact(Word::Goals, around.goals(&indicator.goals));
    for stated in &indicator.stated {
        let aspect =
            stated.aspect.as_deref().map(|aspect| format!("{aspect}: ")).unwrap_or_default();
        fact(Word::StatedBy, clean(&format!("{aspect}{}", stated.judgement)));
    }
    let mut said: HashSet<String> = facts.iter().map(|fact| fact.text.clone()).collect();
    for attribute in &indicator.attributes {
        let name = match clean(&attribute.name) {
            name if name.is_empty() => Word::Other.text(language).to_owned(),
            name => name,
        };
        let fact = Point { name, text: clean(&attribute.text) };
        // Rows of one indicator repeat their source and the like.
        if said.insert(fact.text.clone()) {
            facts.push(fact);
        }
    }
    let unplaced: Vec<String> =
        indicator.unplaced.iter().map(|cell| clean(&cell.printed)).collect();
    if !unplaced.is_empty() {
        let name = Word::NotPlaced.text(language).to_owned();
        facts.push(Point { name, text: unplaced.join("; ") });
    }
    let caption = format!("{}: {name}", Word::Figures.text(language));
    let answers = answers.iter().enumerate();
    let drawable = Drawable::of(indicator);
    Indicator {
        anchor: id.to_owned(),
        id: indicator.id.to_string(),
        answers: answers
            .map(|(at, (evaluation, method))| {
                answer(
                    &drawable,
                    evaluation,
                    method.as_deref(),
                    &name,
                    &format!("{id}-{}", at + 1),
                    language,
                )
            })
            .collect(),
        figures: figures::table(&indicator.figures, caption, language),
        notes: notes(&indicator.notes),
        name,
        facts,
    }
}

/// A unit in words, with what it is in thousands or millions of.
pub(crate) fn unit_text(unit: &beleid::Unit, language: Language) -> String {
    clean(&unit.text(language))
}

pub(crate) fn notes(notes: &[beleid::Note]) -> Vec<Point> {
    let point = |note: &beleid::Note| Point {
        name: clean(note.mark.as_deref().unwrap_or_default()),
        text: clean(&note.text),
    };
    notes.iter().map(point).collect()
}

fn answer(
    drawable: &Drawable<'_>,
    evaluation: &Evaluation<'_>,
    method: Option<&str>,
    name: &str,
    id: &str,
    language: Language,
) -> Answer {
    let slice = figures::slice(evaluation.dimensions);
    let mut verdict = capitalised(evaluation.outcome.text(language));
    if let Some(reason) = evaluation.reason {
        verdict.push_str(": ");
        verdict.push_str(reason.text(language));
    }
    let value = |figure: &beleid::Figure| {
        value_in(figure, pictures::unit(figure, evaluation.indicator), language)
    };
    let mut facts = Vec::new();
    let mut fact = |word: Word, text: String| {
        facts.push(Point { name: word.text(language).to_owned(), text });
    };
    if let Some(target) = evaluation.target {
        let role = target.role.filter(|role| *role != beleid::Role::Target);
        let role = role.map(|role| format!(" – {}", role.text(language))).unwrap_or_default();
        fact(Word::Target, format!("{}{}{role}", value(target), of(target.period, language)));
    }
    if let Some(measured) = evaluation.measured {
        fact(Word::Measured, format!("{}{}", value(measured), of(measured.period, language)));
    }
    if let Some(summed) = &evaluation.summed {
        fact(Word::SumOfParts, summed.sum.text(language));
    }
    if let Some(last) = evaluation.last_known {
        fact(Word::LastKnown, format!("{}{}", value(last), of(last.period, language)));
    }
    let is_met = evaluation.outcome == beleid::Outcome::Met;
    if let Some(to_go) = evaluation.to_go.filter(|_| !is_met) {
        fact(Word::ToGo, to_go.text(language));
    }
    if evaluation.target.is_some() && evaluation.pace != Pace::Unknown {
        fact(Word::Pace, evaluation.pace.text(language).to_owned());
    }
    for reading in &evaluation.readings {
        let text = clean(&reading.text(language));
        if let Some((condition, outcome)) = text.rsplit_once(": ") {
            facts.push(Point { name: capitalised(condition), text: outcome.to_owned() });
        }
    }
    if let Some(method) = method {
        facts.push(Point { name: Word::ByMethod.text(language).to_owned(), text: clean(method) });
    }
    let of = if slice.is_empty() { name.to_owned() } else { format!("{name} – {slice}") };
    Answer {
        id: id.to_owned(),
        outcome: evaluation.outcome,
        verdict,
        facts,
        course: pictures::course(drawable, evaluation.dimensions, &of, language),
        standing: pictures::standing(drawable, evaluation, &of, language),
        slice,
    }
}

/// The period after a value: ` (2017)`.
fn of(period: Option<beleid::Period>, language: Language) -> String {
    period.map(|period| format!(" ({})", words::period(period, language))).unwrap_or_default()
}
