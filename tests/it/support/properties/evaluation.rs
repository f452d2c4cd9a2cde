//! What holds for the evaluation of any budget.

use std::collections::BTreeSet;

use beleid::{
    Basis, Budget, Evaluation, Outcome, Pace, Period, Place, Reason, StoredBudgetEvaluation,
};

/// Evaluates a budget for some periods, those of its own figures among them.
pub(super) fn evaluate(budget: &Budget) {
    const MOST: usize = 4;
    let figures = budget.all_indicators().flat_map(|(_, indicator)| &indicator.figures);
    let own: BTreeSet<_> = figures.filter_map(|figure| figure.period).collect();
    let given = ["2017", "2015/16"].map(|text| text.parse().unwrap());
    for at in own.into_iter().take(MOST).chain(given) {
        evaluate_at(budget, at);
    }
}

fn evaluate_at(budget: &Budget, at: Period) {
    let evaluation = budget.evaluate(at);
    assert_eq!(evaluation.counts.total(), evaluation.results.len());
    assert_eq!(evaluation.counts_within(&Place::default()), evaluation.counts);

    // Each indicator is answered for, in document order, at its place.
    let mut places: Vec<_> = evaluation.results.iter().map(|result| &result.place).collect();
    places.dedup();
    let indicators: Vec<_> = budget.indicator_places().collect();
    assert_eq!(places, indicators.iter().map(|(place, _)| place).collect::<Vec<_>>());

    for result in &evaluation.results {
        explained(&result.evaluation);
    }
    let stored = evaluation.to_stored();
    let text = serde_json::to_string(&evaluation).unwrap();
    assert_eq!(serde_json::from_str::<StoredBudgetEvaluation>(&text).unwrap(), stored);
    assert_eq!(serde_json::to_string(&stored).unwrap(), text);
    let bytes = postcard::to_stdvec(&evaluation).unwrap();
    assert_eq!(postcard::from_bytes::<StoredBudgetEvaluation>(&bytes).unwrap(), stored);
    let json = serde_json::to_value(&evaluation).unwrap();
    assert_eq!(json["results"].as_array().map(Vec::len), Some(evaluation.results.len()));
}

/// Every answer has its reason.
fn explained(answer: &Evaluation<'_>) {
    let is_explained = match answer.outcome {
        Outcome::Met | Outcome::Missed => {
            matches!(answer.reason, None | Some(Reason::Provisional)) && answer.readings.is_empty()
        }
        Outcome::Undecided => answer.reason.is_some(),
        Outcome::NotApplicable => answer.reason.is_some() && answer.readings.is_empty(),
    };
    assert!(is_explained, "{answer:?}");
    assert_eq!(answer.pace == Pace::Unknown, answer.pace_reason.is_some(), "{answer:?}");
    assert_eq!(answer.direction.is_none(), answer.direction_basis == Basis::Unknown, "{answer:?}");
    let is_decided = matches!(answer.outcome, Outcome::Met | Outcome::Missed);
    assert!(!is_decided || (answer.target.is_some() && answer.measured.is_some()), "{answer:?}");
}
