//! What lies just on the edge of a rule, over budgets built by hand.

use super::{budget_of, field, id, of, plain, told_of, year};
use beleid::{
    Action, Cell, Direction, Figure, Goal, Indicator, Missing, Period, Role, Rule, Rules, Severity,
    Value,
};

const NONE: [&str; 0] = [];

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// A row with a figure in each column; no header is printed.
fn row(name: &str, columns: &[(&str, Option<Role>)]) -> Indicator {
    let mut indicator = Indicator::new(id(name), name);
    for (column, (text, role)) in (1..).zip(columns) {
        let mut cell = Cell::new("10");
        cell.column = std::num::NonZeroU32::new(column);
        let figure = Figure::new(period(text), *role, 10);
        indicator.figures.push(Figure { cell: Some(cell), ..figure });
    }
    indicator
}

#[test]
fn each_table_of_a_field_has_columns_of_its_own() {
    let result = Some(Role::Realised);
    let told = |rows: &[&[(&str, Option<Role>)]]| {
        let mut field = field();
        let rows = (1..).zip(rows);
        field.indicators = rows.map(|(i, columns)| row(&format!("i{i}"), columns)).collect();
        of(Rule::ColumnsOutOfOrder, &budget_of(field).validate())
    };
    let (forwards, backwards) =
        ([("2015", result), ("2016", result)], [("2016", result), ("2015", result)]);
    assert_eq!(
        told(&[&forwards, &backwards, &backwards]),
        [
            "advice[columns-out-of-order] field 1.1, indicator #2, figure #2: the column realised 2015 comes after realised 2016"
        ]
    );
    assert_eq!(
        told(&[&[("2016", None), ("2015", None)]]),
        [
            "advice[columns-out-of-order] field 1.1, indicator #1, figure #2: the column 2015 comes after 2016"
        ]
    );
    assert_eq!(told(&[&forwards, &forwards]), NONE);
    // The same day is no earlier one.
    let day = ("2016-10-02", result);
    assert_eq!(told(&[&[day, day]]), NONE);
    assert_eq!(
        told(&[&[day, ("2016-10-01", result)]]),
        [
            "advice[columns-out-of-order] field 1.1, indicator #1, figure #2: the column realised 2016-10-01 comes after realised 2016-10-02"
        ]
    );
}

#[test]
fn an_id_is_that_of_a_goal_where_any_with_it_is() {
    let referring = || {
        let mut action = Action::new(id("a1"), "Iets doen");
        action.goals.push(id("x"));
        action
    };
    let goal = || Goal::new(id("x"), "Iets bereiken");
    let mut before = field();
    before.indicators.push(plain("x"));
    before.goals.push(goal());
    before.actions.push(referring());
    let mut behind = field();
    behind.goals.push(goal());
    behind.actions = vec![Action::new(id("x"), "Iets anders doen"), referring()];
    for field in [before, behind] {
        let findings = budget_of(field).validate();
        assert_eq!(of(Rule::UnknownGoal, &findings), NONE);
        assert_eq!(of(Rule::DuplicateId, &findings).len(), 1);
    }
}

#[test]
fn what_is_measured_asks_for_no_direction() {
    let mut indicator = plain("i1");
    indicator.direction = Some(Direction::Lower);
    indicator.figures[0].value = Value::more_than(10);
    indicator.figures[1].value = Value::less_than(9);
    assert_eq!(told_of(Rule::ComparatorAgainstDirection, indicator), NONE);
}

#[test]
fn what_is_not_known_is_neither_a_result_nor_a_target() {
    let with = |role, missing: Missing, beside: Role| {
        let mut indicator = plain("i1");
        indicator.figures =
            vec![Figure::new(year(2016), role, missing), Figure::new(year(2017), beside, 15)];
        indicator
    };
    for missing in [Missing::Unspecified, Missing::NotYetKnown, Missing::NotAvailable] {
        assert_eq!(
            told_of(Rule::TargetWithoutResult, with(Some(Role::Realised), missing, Role::Target)),
            [
                "warning[target-without-result] field 1.1, indicator #1: \"i1\" has a target, and neither a result nor a baseline"
            ]
        );
        assert_eq!(
            told_of(Rule::NoTarget, with(None, missing, Role::Realised)),
            ["advice[no-target] field 1.1, indicator #1: \"i1\" has no target"]
        );
    }
}

#[test]
fn a_plan_is_no_target_that_needs_a_result() {
    let told = |role| {
        let mut indicator = plain("i1");
        indicator.figures = vec![Figure::new(year(2017), role, 15)];
        told_of(Rule::TargetWithoutResult, indicator).len()
    };
    assert_eq!([Role::Target, Role::Budgeted, Role::Amended].map(told), [1, 0, 0]);
}

#[test]
fn a_target_sets_out_from_before_its_first_day() {
    let told = |role, measured: &str| {
        let mut indicator = plain("i1");
        indicator.figures = vec![
            Figure::new(period(measured), Role::Realised, 16),
            Figure::new(year(2017), role, Value::more_than(15)),
        ];
        told_of(Rule::TargetMetAtStart, indicator)
    };
    assert_eq!(
        told(Role::Target, "2016-12-31"),
        [
            "advice[target-met-at-start] field 1.1, indicator #1, figure #2: the target > 15 is met already by the result of 2016-12-31, 16"
        ]
    );
    assert_eq!(told(Role::Target, "2017-01-01"), NONE);
    // A plan may go on with what there is.
    assert_eq!(told(Role::Budgeted, "2016-12-31"), NONE);
}

#[test]
fn rows_that_differ_are_never_taken_for_each_other() {
    // So many that some have hashes that begin alike.
    let mut field = field();
    for number in 0..2_000 {
        let mut indicator = plain(&format!("i{number}"));
        indicator.figures[0].value = number.into();
        indicator.figures[1].value = (number + 1).into();
        field.indicators.push(indicator);
    }
    let told = |field| of(Rule::IdenticalFigures, &budget_of(field).validate());
    assert_eq!(told(field.clone()), NONE);
    let again = field.indicators[1_000].clone();
    field.indicators.push(Indicator { name: "nog eens".to_owned(), ..again });
    assert_eq!(
        told(field),
        [
            "warning[identical-figures] field 1.1, indicator #2001: \"nog eens\" has the same figures as \"i1000\" (field 1.1, indicator #1001)"
        ]
    );
}

#[test]
fn a_severity_that_is_set_is_that_of_doubts_too() {
    let reading = beleid::read("Begroting 2017");
    let mut rules = Rules::new();
    rules.set(Rule::MissingOrganisation, Severity::Error);
    let told: Vec<_> =
        rules.apply(reading.source_findings().to_vec()).iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["error[missing-organisation] line 1, column 1: the title doesn't name the organisation"]
    );
}

#[test]
fn two_figures_that_are_all_of_a_row_may_be_the_same_one() {
    let mut indicator = plain("i1");
    indicator.figures = vec![
        Figure::new(year(2015), Role::Realised, 10),
        Figure::new(year(2015), Role::Realised, 12),
    ];
    assert_eq!(
        told_of(Rule::DuplicateFigure, indicator),
        [
            "warning[duplicate-figure] field 1.1, indicator #1, figure #2: a second figure for realised 2015: 10 and 12"
        ]
    );
}
