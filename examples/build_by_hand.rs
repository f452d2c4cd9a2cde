//! Builds a budget without any source, validates and evaluates it, and writes its wire form.
//!
//! `build_by_hand`: findings and outcomes on standard error, wire JSON on standard output.

use std::io::Write as _;
use std::process::ExitCode;

use beleid::{
    Action, Budget, Direction, Document, Edition, EditionKind, Figure, Goal, Heading, Id,
    Indicator, IndicatorKind, Missing, Number, Period, PolicyField, Role, Section, Unit, Value,
};

#[path = "support/output.rs"]
mod output;

fn main() -> ExitCode {
    output::end(run())
}

fn run() -> Result<ExitCode, String> {
    let year = Period::year(2017).map_err(|error| error.to_string())?;
    let budget = budget(year).map_err(|error| error.to_string())?;
    let mut out = std::io::stderr().lock();
    for finding in budget.validate() {
        let _ = writeln!(out, "{finding}");
    }
    for result in &budget.evaluate(year).results {
        let answer = &result.evaluation;
        let _ = writeln!(out, "{}: {}", answer.indicator.name, answer.outcome);
        for reading in &answer.readings {
            let _ = writeln!(out, "  {reading}");
        }
    }
    let json = serde_json::to_string_pretty(&Document::new(budget));
    output::write(&format!("{}\n", json.map_err(|error| error.to_string())?))?;
    Ok(ExitCode::SUCCESS)
}

fn budget(year: Period) -> Result<Budget, beleid::Error> {
    let mut field = PolicyField::new(Heading::new("2.2".parse()?, "Toerisme"));
    let text = "Bezoekers geven geld uit en houden voorzieningen open.";
    field.sections.push(Section::introduction([text]));

    let goal = Goal::new(Id::new("2.2-g1")?, "Meer bezoekers blijven een nacht.");
    let mut action = Action::new(Id::new("2.2-a1")?, "Een campagne in het buurland voeren");
    action.goals.push(goal.id.clone());
    field.goals.push(Goal { period: Some(year), ..goal });
    field.actions.push(action);

    // Higher is better only because it is stated here: nothing infers it from the label.
    let mut nights = Indicator::new(Id::new("2.2-i1")?, "Aantal overnachtingen");
    nights.kind = Some(IndicatorKind::EFFECT);
    nights.unit = Some(Unit::COUNT);
    nights.direction = Some(Direction::Higher);
    nights.goals.push(Id::new("2.2-g1")?);
    nights.figures = vec![
        Figure::new(Period::year(2015)?, Role::Realised, 436_550),
        Figure::new(year, Role::Target, Value::more_than(440_000)),
        Figure::new(year, Role::Realised, 479_350),
    ];

    // Nobody says what is better, so the outcome depends on it.
    let score: Number = "7.4".parse()?;
    let mut grade = Indicator::new(Id::new("2.2-i2")?, "Waardering van bezoekers");
    grade.figures = vec![
        Figure::new(Period::year(2015)?, Role::Realised, Missing::NotMeasured),
        Figure::new(year, Role::Target, "7.5".parse::<Number>()?),
        Figure::new(year, Role::Realised, score),
    ];

    // A reference to a goal that isn't there is a finding and no panic.
    grade.goals.push(Id::new("2.2-g2")?);

    field.indicators = vec![nights, grade];
    let mut budget = Budget::new(Edition::new(EditionKind::BUDGET, year));
    budget.fields.push(field);
    Ok(budget)
}
