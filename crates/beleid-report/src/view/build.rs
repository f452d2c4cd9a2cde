//! From documents to a [`View`].

use std::collections::HashMap;

use beleid::{
    Budget, BudgetEvaluation, Dimension, Evaluation, FieldSpending, Heading, Language, Outcome,
    Place, PolicyField,
};

use super::indicator::{self, Around};
use super::overview::{self, Tallied};
use super::text::clean;
use super::{Document, Field, Finding, Point, View, money};
use crate::words::{self, Word};
use crate::{Question, Source};

/// Builds the whole report.
pub(crate) fn view(sources: &[Source<'_>], question: &Question<'_>) -> View {
    let language = question.language;
    let mut tallied = Tallied::default();
    let documents: Vec<Document> = sources
        .iter()
        .enumerate()
        .map(|(at, source)| document(source, question, &format!("d{}", at + 1), &mut tallied))
        .collect();
    let title = match documents.as_slice() {
        [only] => only.title.clone(),
        all => format!(
            "{} {} {}",
            Word::Report.text(language),
            all.len(),
            Word::Documents.text(language)
        ),
    };
    let overview = overview::overview(&documents, &tallied, language);
    View { language, title, overview, documents }
}

fn document(
    source: &Source<'_>,
    question: &Question<'_>,
    id: &str,
    tallied: &mut Tallied,
) -> Document {
    let language = question.language;
    let budget = source.budget;
    tallied.coverage.extend(source.coverage);
    let at = question.at.or_else(|| budget.period_in_question());
    let evaluation = at.map(|at| budget.evaluate(at));
    let methods = explanations(budget, evaluation.as_ref(), question);

    let mut about = Vec::new();
    about.extend(budget.organisation.as_ref().map(|organisation| clean(&organisation.name)));
    match at {
        Some(at) => about.push(format!(
            "{} {}",
            Word::EvaluatedFor.text(language),
            words::period(at, language)
        )),
        None => about.push(Word::NoPeriod.text(language).to_owned()),
    }
    if let Some(method) = question.method {
        about.push(format!("{} {}", Word::ByMethod.text(language).to_lowercase(), method.name));
    }
    about.push(clean(source.name));
    if at.is_some() && question.at.is_none() && budget.edition.period.is_none() {
        about.push(Word::PeriodOfFigures.text(language).to_owned());
    }

    let title = budget.edition.title.as_deref().map(clean).filter(|title| !title.is_empty());
    let (fields, left_out) = fields(source, evaluation.as_ref(), &methods, id, language, tallied);
    if let Some(evaluation) = &evaluation {
        for result in &evaluation.results {
            count(&result.evaluation, tallied);
        }
    }
    Document {
        id: id.to_owned(),
        title: title.unwrap_or_else(|| Word::NoTitle.text(language).to_owned()),
        about,
        fields,
        left_out,
        findings: source.findings.iter().map(|found| finding(found, language)).collect(),
    }
}

/// Counts an answer and its reason.
fn count(evaluation: &Evaluation<'_>, tallied: &mut Tallied) {
    tallied.counts.add(evaluation.outcome);
    let reasons = match evaluation.outcome {
        Outcome::Undecided => &mut tallied.undecided,
        Outcome::NotApplicable => &mut tallied.not_applicable,
        Outcome::Met | Outcome::Missed => return,
    };
    if let Some(reason) = evaluation.reason {
        *reasons.entry(reason).or_default() += 1;
    }
}

/// What a method says of an answer, by the place of the indicator and the slice.
type Explanations = HashMap<(Place, String), String>;

fn explanations(
    budget: &Budget,
    evaluation: Option<&BudgetEvaluation<'_>>,
    question: &Question<'_>,
) -> Explanations {
    let Some((method, evaluation)) = question.method.zip(evaluation) else {
        return Explanations::new();
    };
    let assessed = budget.evaluate_with(method, evaluation.at);
    let results = assessed.results.iter();
    results
        .map(|result| {
            let slice = Dimension::join(result.assessed.dimensions);
            let class = result.assessed.class().map(|band| band.label(question.language.code()));
            let explained = result.assessed.explain(question.language);
            let text = match class {
                Some(class) => format!("{class}. {explained}"),
                None => explained,
            };
            ((result.place.clone(), slice), text)
        })
        .collect()
}

/// The fields in the order of the document, and the headings of those that hold nothing to report.
fn fields(
    source: &Source<'_>,
    evaluation: Option<&BudgetEvaluation<'_>>,
    methods: &Explanations,
    id: &str,
    language: Language,
    tallied: &mut Tallied,
) -> (Vec<Field>, Vec<String>) {
    let budget = source.budget;
    let places: Vec<(Place, &PolicyField)> = budget.places().collect();
    let kept = kept(&places);
    let around = Around::of(budget, language);
    let doubts = money::Doubts::of(source.findings);
    let mut results: HashMap<Place, Vec<&beleid::PlacedEvaluation<'_>>> = HashMap::new();
    let mut spending: HashMap<&Place, &FieldSpending> = HashMap::new();
    if let Some(evaluation) = evaluation {
        for result in &evaluation.results {
            results.entry(result.place.clone()).or_default().push(result);
        }
        spending.extend(evaluation.spending.iter().map(|of_field| (&of_field.place, of_field)));
    }
    let (mut fields, mut left_out) = (Vec::new(), Vec::new());
    for (index, ((place, field), is_kept)) in places.iter().zip(kept).enumerate() {
        let heading = heading(&field.heading, language);
        if !is_kept {
            left_out.push(heading);
            continue;
        }
        let id = format!("{id}-f{}", index + 1);
        let of_field = spending.get(place).copied();
        if let Some(of_field) = of_field {
            tallied.spending.insert(id.clone(), of_field.clone());
        }
        let indicators = field.indicators.iter().enumerate().map(|(at, each)| {
            let place = place.clone().at(beleid::Part::Indicator(at));
            let answers: Vec<(&Evaluation<'_>, Option<String>)> = results
                .get(&place)
                .into_iter()
                .flatten()
                .map(|result| {
                    let slice = Dimension::join(result.evaluation.dimensions);
                    let method = methods.get(&(place.clone(), slice)).cloned();
                    (&result.evaluation, method)
                })
                .collect();
            indicator::indicator(&around, each, &answers, &format!("{id}-i{}", at + 1))
        });
        fields.push(Field {
            depth: place.parts().len().saturating_sub(1),
            heading,
            counts: evaluation.map(|all| all.counts_within(place)).unwrap_or_default(),
            goals: field.goals.iter().map(|goal| self::goal(goal, language)).collect(),
            actions: field.actions.iter().map(|action| self::action(action, &around)).collect(),
            indicators: indicators.collect(),
            money: money::money((place, field), of_field, &doubts, language),
            notes: notes(field, language),
            id,
        });
    }
    (fields, left_out)
}

/// Which fields have something to report, or have a field within them that has.
fn kept(places: &[(Place, &PolicyField)]) -> Vec<bool> {
    // From the end, so that the fields within a field come first. By depth: whether one is kept.
    let mut within: Vec<bool> = Vec::new();
    let mut kept: Vec<bool> = places
        .iter()
        .rev()
        .map(|(place, field)| {
            let depth = place.parts().len();
            let is_kept = has_own(field) || within.get(depth + 1).is_some_and(|kept| *kept);
            within.resize(within.len().max(depth + 1), false);
            within.truncate(depth + 1);
            if let Some(of_depth) = within.get_mut(depth) {
                *of_depth |= is_kept;
            }
            is_kept
        })
        .collect();
    kept.reverse();
    kept
}

/// Whether a field has something to report itself.
fn has_own(field: &PolicyField) -> bool {
    !(field.goals.is_empty()
        && field.actions.is_empty()
        && field.indicators.is_empty()
        && field.costs.is_empty()
        && field.tables.iter().all(|table| table.unplaced.is_empty()))
}

fn heading(heading: &Heading, language: Language) -> String {
    let code = heading.code.as_ref().map(ToString::to_string);
    let parts = [heading.label.clone(), code, heading.title.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match clean(&parts.join(" ")) {
        text if text.is_empty() => Word::NoHeading.text(language).to_owned(),
        text => text,
    }
}

fn goal(goal: &beleid::Goal, language: Language) -> Point {
    let name = goal.code.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut text = clean(&goal.text);
    let name = unless_said(name, &text);
    if let Some(period) = goal.period {
        text = format!("{text} ({})", words::period(period, language));
    }
    Point { name, text }
}

fn action(action: &beleid::Action, around: &Around<'_>) -> Point {
    let name = action.code.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut text = clean(&action.text);
    let name = unless_said(name, &text);
    let coded: Vec<String> = action
        .goals
        .iter()
        .filter_map(|id| around.goals.get(id)?.code.as_ref().map(ToString::to_string))
        .collect();
    if !coded.is_empty() {
        let goals = coded.join(", ");
        text = format!("{text} ({} {goals})", Word::ForGoal.text(around.language));
    }
    Point { name, text }
}

/// A code, unless the text begins with it, as in *Doelstelling 1.1.a*.
fn unless_said(code: String, text: &str) -> String {
    let is_said =
        text.split(' ').take(2).any(|word| word.trim_end_matches([':', '.', ')']) == code);
    if is_said { String::new() } else { code }
}

/// The footnotes of a field and of its amounts, and what of its tables could not be placed.
fn notes(field: &PolicyField, language: Language) -> Vec<Point> {
    let mut notes = indicator::notes(&field.notes);
    for line in &field.costs {
        notes.extend(indicator::notes(&line.notes));
    }
    let of_lines = field.costs.iter().flat_map(|line| &line.unplaced);
    let of_tables = field.tables.iter().flat_map(|table| &table.unplaced);
    let unplaced: Vec<String> =
        of_lines.chain(of_tables).map(|cell| clean(&cell.printed)).collect();
    if !unplaced.is_empty() {
        let name = Word::NotPlaced.text(language).to_owned();
        notes.push(Point { name, text: unplaced.join("; ") });
    }
    notes
}

fn finding(found: &beleid::Finding, language: Language) -> Finding {
    Finding {
        severity: found.severity,
        severity_word: found.severity.text(language),
        rule: found.rule.code(),
        message: clean(&found.message(language)),
        place: clean(&found.place.text(language)),
        line: found.span.map(|span| span.text(language)).unwrap_or_default(),
        help: found.help(language),
    }
}
