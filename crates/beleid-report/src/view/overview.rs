//! What all documents of a report come to.

use std::collections::BTreeMap;

use beleid::{Counts, Coverage, FieldSpending, Language, Number, Outcome, Reason, Unit};

use super::money::meaning;
use super::text::capitalised;
use super::{Column, Document, Grid, Overview, Row, Tally};
use crate::words::Word;

/// Up to this many rows the overview goes into the fields within a field.
const MAX_ROWS: usize = 40;

/// The counts over all documents.
#[derive(Debug, Default)]
pub(crate) struct Tallied {
    pub(crate) counts: Counts,
    /// How often each reason occurs, by outcome.
    pub(crate) undecided: BTreeMap<Reason, usize>,
    pub(crate) not_applicable: BTreeMap<Reason, usize>,
    pub(crate) coverage: Vec<Coverage>,
    /// The expenses of the fields that have them, by the id of the field in the report.
    pub(crate) spending: BTreeMap<String, FieldSpending>,
}

pub(crate) fn overview(documents: &[Document], tallied: &Tallied, language: Language) -> Overview {
    let tally = |outcome: Outcome| {
        let counts = &tallied.counts;
        let count = match outcome {
            Outcome::Met => counts.met,
            Outcome::Missed => counts.missed,
            Outcome::Undecided => counts.undecided,
            Outcome::NotApplicable => counts.not_applicable,
        };
        Tally { outcome, count, word: outcome.text(language) }
    };
    let outcomes = [Outcome::Met, Outcome::Missed, Outcome::Undecided, Outcome::NotApplicable];
    Overview {
        tallies: outcomes.into_iter().map(tally).collect(),
        by_field: by_field(documents, tallied, language),
        missed: missed(documents, language),
        undecided: reasons(&tallied.undecided, Word::WhyUndecided, language),
        not_applicable: reasons(&tallied.not_applicable, Word::WhyNotApplicable, language),
        coverage: coverage(&tallied.coverage, language),
        findings: findings(documents, language),
    }
}

/// A row for each field: how often each outcome occurs, and how its expenses came out.
fn by_field(documents: &[Document], tallied: &Tallied, language: Language) -> Grid {
    let fields = || documents.iter().flat_map(|document| &document.fields);
    let count = |most: usize| fields().filter(|field| field.depth <= most).count();
    let deepest = usize::from(count(1) <= MAX_ROWS);
    let of_field = |id: &str| tallied.spending.get(id).and_then(|of| expenses(of, language));
    let has_money = fields().any(|field| field.depth <= deepest && of_field(&field.id).is_some());
    let mut columns: Vec<Column> =
        [Outcome::Met, Outcome::Missed, Outcome::Undecided, Outcome::NotApplicable]
            .iter()
            .map(|outcome| Column::of_numbers(capitalised(outcome.text(language))))
            .collect();
    if has_money {
        columns.push(Column::of_words(Word::ExpensesOver.text(language)));
    }
    let mut rows = Vec::new();
    for document in documents {
        let inset = usize::from(documents.len() > 1);
        if inset > 0 {
            let mut all = Counts::default();
            for field in document.fields.iter().filter(|field| field.depth == 0) {
                let of = field.counts;
                all.met += of.met;
                all.missed += of.missed;
                all.undecided += of.undecided;
                all.not_applicable += of.not_applicable;
            }
            let mut cells = numbers(all, language);
            if has_money {
                cells.push(String::new());
            }
            rows.push(Row {
                heads: vec![document.title.clone()],
                link: document.id.clone(),
                depth: 0,
                is_total: true,
                cells,
            });
        }
        for field in document.fields.iter().filter(|field| field.depth <= deepest) {
            let mut cells = numbers(field.counts, language);
            if has_money {
                cells.push(of_field(&field.id).unwrap_or_default());
            }
            rows.push(Row {
                heads: vec![field.heading.clone()],
                link: field.id.clone(),
                depth: field.depth + inset,
                is_total: inset == 0 && field.depth == 0 && deepest > 0,
                cells,
            });
        }
    }
    Grid {
        caption: Word::TargetsByField.text(language).to_owned(),
        note: String::new(),
        heads: vec![Word::Field.text(language)],
        columns,
        rows,
    }
}

fn numbers(counts: Counts, language: Language) -> Vec<String> {
    [counts.met, counts.missed, counts.undecided, counts.not_applicable]
        .into_iter()
        .map(|count| Number::from(count).text(language))
        .collect()
}

/// How the expenses of a field came out: *5,4 % meer, nadelig*. `None` where a plan or a result isn't
/// there to be compared.
fn expenses(spending: &FieldSpending, language: Language) -> Option<String> {
    let spent = &spending.expenses;
    let meaning = meaning(spent, language);
    match (spent.percent, spent.over, spent.reason) {
        (_, None, Some(Reason::NoTotal | Reason::NotAccounted | Reason::NoPlan)) => None,
        (Some(percent), Some(over), _) if !over.is_zero() => {
            Some(format!("{} {meaning}", percent.abs().text_in(&Unit::PERCENT, language)))
        }
        _ => Some(meaning),
    }
}

/// The indicators whose targets are missed.
fn missed(documents: &[Document], language: Language) -> Grid {
    let mut rows = Vec::new();
    for field in documents.iter().flat_map(|document| &document.fields) {
        for indicator in &field.indicators {
            for answer in
                indicator.answers.iter().filter(|answer| answer.outcome == Outcome::Missed)
            {
                let fact = |word: Word| {
                    let name = word.text(language);
                    let found = answer.facts.iter().find(|fact| fact.name == name);
                    found.map(|fact| fact.text.clone())
                };
                let name = match answer.slice.as_str() {
                    "" => indicator.name.clone(),
                    slice => format!("{} – {slice}", indicator.name),
                };
                let measured = fact(Word::Measured).or_else(|| fact(Word::SumOfParts));
                rows.push(Row {
                    heads: vec![name],
                    link: indicator.anchor.clone(),
                    depth: 0,
                    is_total: false,
                    cells: vec![
                        field.heading.clone(),
                        fact(Word::Target).unwrap_or_default(),
                        measured.unwrap_or_default(),
                    ],
                });
            }
        }
    }
    let columns = [Word::Field, Word::Target, Word::Measured];
    Grid {
        caption: Word::IndicatorsMissed.text(language).to_owned(),
        note: String::new(),
        heads: vec![Word::Indicator.text(language)],
        columns: columns.iter().map(|word| Column::of_words(word.text(language))).collect(),
        rows,
    }
}

/// How often each reason occurs, the most frequent one first.
fn reasons(counted: &BTreeMap<Reason, usize>, caption: Word, language: Language) -> Grid {
    let mut counted: Vec<(&Reason, &usize)> = counted.iter().collect();
    counted.sort_by_key(|(reason, count)| (std::cmp::Reverse(**count), **reason));
    let rows = counted.into_iter().map(|(reason, count)| Row {
        heads: vec![capitalised(reason.text(language))],
        link: String::new(),
        depth: 0,
        is_total: false,
        cells: vec![Number::from(*count).text(language)],
    });
    Grid {
        caption: caption.text(language).to_owned(),
        note: String::new(),
        heads: vec![Word::Reason.text(language)],
        columns: vec![Column::of_numbers(Word::Number.text(language))],
        rows: rows.collect(),
    }
}

/// What became of the numbers of all sources.
fn coverage(all: &[Coverage], language: Language) -> Vec<String> {
    if all.is_empty() {
        return vec![Word::CoverageUnknown.text(language).to_owned()];
    }
    let sum = |of: fn(&Coverage) -> usize| all.iter().map(of).sum::<usize>();
    let placed = sum(|of| of.placed);
    let unplaced = sum(|of| of.unplaced + of.unread);
    let (named, text) = (sum(|of| of.named), sum(|of| of.text));
    let count = |count: usize, word: Word| {
        format!("{} {}", Number::from(count).text(language), word.text(language))
    };
    let mut sentences = Vec::new();
    // Rounded down, so that not all is never 100 %.
    let thousandths = (placed * 1000).checked_div(placed + unplaced);
    let share = thousandths.and_then(|share| Number::new(i128::try_from(share).ok()?, 1).ok());
    if let Some(share) = share {
        let share = share.text_in(&Unit::PERCENT, language);
        sentences.push(format!("{share} {}", Word::OfNumbersInCells.text(language)));
    }
    sentences.push(count(placed, Word::NumbersInFigures));
    sentences.push(count(unplaced, Word::NumbersNotPlaced));
    sentences.push(count(named, Word::NumbersInLabels));
    sentences.push(count(text, Word::NumbersInText));
    sentences
}

/// How many findings there are of each severity.
fn findings(documents: &[Document], language: Language) -> String {
    let all = || documents.iter().flat_map(|document| &document.findings);
    let counts: Vec<String> = beleid::Severity::ALL
        .iter()
        .rev()
        .map(|severity| (severity, all().filter(|found| found.severity == *severity).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            format!("{}: {}", severity.text(language), Number::from(count).text(language))
        })
        .collect();
    if counts.is_empty() {
        Word::NoFindings.text(language).to_owned()
    } else {
        capitalised(&counts.join(", "))
    }
}
