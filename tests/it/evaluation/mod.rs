//! Whether targets are met: the truth table of the design, and each rule beyond it.

mod accident;
mod choice;
mod doubts;
mod edges;
mod one_target;
mod pace;
mod references;
mod sets;
mod stretches;
mod units;

use beleid::{
    Basis, Bounds, Comparison, Direction, Evaluation, Figure, Id, Indicator, Missing, Outcome,
    Pace, Period, Reason, Reference, Role, Value,
};

pub(crate) fn year(year: u16) -> Period {
    Period::year(year).unwrap()
}

/// A period, as tests write it.
pub(crate) fn period(text: &str) -> Period {
    text.parse().unwrap()
}

pub(crate) fn indicator(figures: Vec<Figure>) -> Indicator {
    let mut indicator = Indicator::new(Id::new("i1").unwrap(), "Aantal");
    indicator.figures = figures;
    indicator
}

pub(crate) fn target(value: impl Into<Value>) -> Figure {
    Figure::new(year(2017), Role::Target, value)
}

pub(crate) fn result(value: impl Into<Value>) -> Figure {
    Figure::new(year(2017), Role::Realised, value)
}

pub(crate) fn result_of(of: u16, value: impl Into<Value>) -> Figure {
    Figure::new(year(of), Role::Realised, value)
}

/// The evaluation of these figures for 2017, which must be one.
pub(crate) fn evaluate<T>(figures: Vec<Figure>, look: impl FnOnce(&Evaluation<'_>) -> T) -> T {
    evaluate_towards(None, figures, look)
}

pub(crate) fn evaluate_towards<T>(
    direction: Option<Direction>,
    figures: Vec<Figure>,
    look: impl FnOnce(&Evaluation<'_>) -> T,
) -> T {
    let mut indicator = indicator(figures);
    indicator.direction = direction;
    let evaluations = indicator.evaluate(year(2017));
    let [evaluation] = &*evaluations else { panic!("{evaluations:?}") };
    look(evaluation)
}

/// The outcome, the reason, and what each reading would give, in one line.
pub(crate) fn answer(evaluation: &Evaluation<'_>) -> String {
    let mut line = evaluation.outcome.to_string();
    if let Some(reason) = evaluation.reason {
        line += &format!(", {reason}");
    }
    for reading in &evaluation.readings {
        line += &format!("; {reading}");
    }
    line
}

pub(crate) fn between(low: i32, high: i32) -> Value {
    Value::between(low, high).unwrap()
}

pub(crate) fn relative(comparison: Comparison, to: Reference) -> Value {
    Value::Relative { comparison, to }
}

#[test]
fn the_first_document() {
    let mut projects = indicator(vec![
        result_of(2014, Missing::Unspecified),
        result_of(2015, 10),
        Figure::new(year(2016), Role::Budgeted, 15),
        target(Value::more_than(15)),
    ]);
    let evaluations = projects.evaluate(year(2017));
    let evaluation = &evaluations[0];
    assert_eq!(
        (evaluation.outcome, evaluation.reason),
        (Outcome::Undecided, Some(Reason::NotMeasured))
    );
    assert_eq!(evaluation.last_known.map(|figure| &figure.value), Some(&Value::from(10)));
    assert_eq!(evaluation.to_go, Some(Bounds::more_than(5)));
    assert_eq!(
        (evaluation.direction, evaluation.direction_basis),
        (Some(Direction::Higher), Basis::Inferred)
    );
    assert_eq!(
        (evaluation.pace, evaluation.pace_reason),
        (Pace::Unknown, Some(Reason::TooFewMeasurements))
    );
    // In 2016 it was budgeted, which is reported as such.
    projects.figures.push(result_of(2016, 15));
    let evaluations = projects.evaluate(year(2016));
    assert_eq!(evaluations[0].outcome, Outcome::Met);
    assert_eq!(evaluations[0].target.and_then(|target| target.role), Some(Role::Budgeted));
}

/// The period to evaluate if the caller names none: what is known for it counts more than how late it is.
#[test]
fn the_period_in_question() {
    let page = |headers: &[&str], cells: &[&str]| {
        format!(
            "Prestatie-indicatoren\n\n{}\n\nProjecten\n\n{}\n",
            headers.join("\n\n"),
            cells.join("\n\n")
        )
    };
    for (page, expected) in [
        (
            page(&["Behaald 2016", "Beoogd 2016", "Beoogd 2018"], &["9", "> 8", "> 15"]),
            Some("2016"),
        ),
        (
            page(&["Behaald 2016", "Beoogd 2017", "Beoogd 2018"], &["9", "> 8", "> 15"]),
            Some("2018"),
        ),
        (page(&["Beoogd 2016", "Behaald 2017"], &["> 8", "9"]), Some("2016")),
        (page(&["Behaald 2016", "Behaald 2017"], &["8", "9"]), Some("2017")),
        // The edition says it.
        (
            format!("Begroting 2019\n\n{}", page(&["Behaald 2016", "Beoogd 2017"], &["8", "9"])),
            Some("2019"),
        ),
        ("Niets.\n".to_owned(), None),
    ] {
        let period = beleid::read(&page).budget.period_in_question();
        assert_eq!(period.map(|period| period.to_string()).as_deref(), expected, "{page}");
    }
}
