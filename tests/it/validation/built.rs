//! The rules on what can't be read from a text, over budgets built by hand.

use super::{budget_of, field, id, of, plain, told_of, year};
use beleid::{
    Action, Budget, Change, Comparison, CostLine, Direction, Edition, Figure, Finding, Goal,
    Heading, Note, Outcome, PolicyField, Reference, Role, Rule, Section, Severity, Unit, Value,
};

const NONE: [&str; 0] = [];

fn action(name: &str, goals: &[&str]) -> Action {
    let mut action = Action::new(id(name), "Iets doen");
    action.goals = goals.iter().map(|goal| id(goal)).collect();
    action
}

#[test]
fn an_id_stands_for_one_part() {
    let mut field = field();
    field.indicators = vec![plain("i1"), plain("i2")];
    field.goals.push(Goal::new(id("i2"), "Iets bereiken"));
    field.actions.push(action("a1", &[]));
    field.costs.push(CostLine::new(id("a1"), "Lasten"));
    let told = of(Rule::DuplicateId, &budget_of(field.clone()).validate());
    assert_eq!(
        told,
        [
            "error[duplicate-id] field 1.1, goal #1: the id \"i2\" stands for field 1.1, indicator #2 already",
            "error[duplicate-id] field 1.1, cost line #1: the id \"a1\" stands for field 1.1, action #1 already",
        ]
    );
    field.goals[0].id = id("g1");
    field.costs[0].id = id("c1");
    assert_eq!(of(Rule::DuplicateId, &budget_of(field.clone()).validate()), NONE);
    // It is unique in the document, not in its field.
    let again =
        PolicyField { heading: Heading::new("1.2".parse().unwrap(), "Ander"), ..field.clone() };
    let budget = Budget { fields: vec![field, again], ..Budget::default() };
    assert_eq!(of(Rule::DuplicateId, &budget.validate()).len(), 5);
}

#[test]
fn references_find_their_goal() {
    let mut inner = PolicyField::new(Heading::new("1.1.1".parse().unwrap(), "Binnen"));
    inner.goals.push(Goal::new(id("g1"), "Iets bereiken"));
    let mut field = field();
    field.fields.push(inner);
    field.actions = vec![action("a1", &["g1"]), action("a2", &["g1", "g2"])];
    let mut indicator = plain("i1");
    indicator.goals = vec![id("a1")];
    field.indicators.push(indicator);
    let told = of(Rule::UnknownGoal, &budget_of(field.clone()).validate());
    assert_eq!(
        told,
        [
            "error[unknown-goal] field 1.1, indicator #1: refers to goal \"a1\", which is not a goal but field 1.1, action #1",
            "error[unknown-goal] field 1.1, action #2: refers to goal \"g2\", which is not in the document",
        ]
    );
    field.actions.pop();
    field.indicators[0].goals = vec![id("g1")];
    assert_eq!(of(Rule::UnknownGoal, &budget_of(field).validate()), NONE);
}

#[test]
fn figures_are_told_apart() {
    let told = |change: fn(&mut Figure)| {
        let mut indicator = plain("i1");
        let mut second = Figure::new(year(2015), Role::Realised, 12);
        change(&mut second);
        indicator.figures.push(second);
        told_of(Rule::DuplicateFigure, indicator)
    };
    assert_eq!(
        told(|_| ()),
        [
            "warning[duplicate-figure] field 1.1, indicator #1, figure #3: a second figure for realised 2015: 10 and 12"
        ]
    );
    // A message is one line, whatever the text.
    assert_eq!(
        told(|figure| figure.value = Value::Text("1\n2".to_owned())),
        [
            "warning[duplicate-figure] field 1.1, indicator #1, figure #3: a second figure for realised 2015: 10 and \"1\\n2\""
        ]
    );
    assert_eq!(told(|figure| figure.period = Some(year(2016))), NONE);
    assert_eq!(told(|figure| figure.role = Some(Role::Expected)), NONE);
    assert_eq!(
        told(|figure| figure.dimensions =
            [beleid::Dimension::new(beleid::DimensionName::SEX, "meisjes").unwrap()].into()),
        NONE
    );
    assert_eq!(told(|figure| figure.unit = Some(Unit::COUNT)), NONE);
    assert_eq!(told(|figure| figure.dated = Some(year(2014))), NONE);
    assert_eq!(
        told(|figure| {
            let mut cell = beleid::Cell::new("12");
            cell.column = std::num::NonZeroU32::new(3);
            figure.cell = Some(cell);
        }),
        NONE
    );
}

#[test]
fn a_comparator_is_held_against_what_is_stated() {
    let told = |direction, target: Value| {
        let mut indicator = plain("i1");
        indicator.direction = direction;
        indicator.figures[1].value = target;
        told_of(Rule::ComparatorAgainstDirection, indicator)
    };
    let (higher, lower) = (Some(Direction::Higher), Some(Direction::Lower));
    let within = Some(Direction::Within);
    assert_eq!(
        told(lower, Value::more_than(15)),
        [
            "warning[comparator-against-direction] field 1.1, indicator #1, figure #2: the target is > 15, and lower is stated to be better"
        ]
    );
    let relative = |comparison| Value::Relative { comparison, to: Reference::Baseline };
    let by = |direction| Value::ChangeBy { direction, by: 5.into(), unit: None, to: None };
    for (stated, target) in [
        (lower, Value::at_least(15)),
        (higher, Value::less_than(15)),
        (higher, Value::at_most(15)),
        (within, Value::at_most(15)),
        (higher, relative(Comparison::AtMost)),
        (lower, relative(Comparison::MoreThan)),
        (higher, Value::Change(Change::Decrease)),
        (lower, by(Change::Increase)),
    ] {
        assert_eq!(told(stated, target.clone()).len(), 1, "{stated:?} {target}");
    }
    for (stated, target) in [
        (None, Value::more_than(15)),
        (higher, Value::more_than(15)),
        (lower, Value::at_most(15)),
        (lower, Value::from(15)),
        (within, Value::between(14, 16).unwrap()),
        (lower, relative(Comparison::LessThan)),
        (higher, Value::Change(Change::Increase)),
        (higher, Value::Change(Change::Unchanged)),
        (lower, by(Change::Decrease)),
    ] {
        assert_eq!(told(stated, target.clone()), NONE, "{stated:?} {target}");
    }
}

#[test]
fn goals_actions_and_indicators_belong_together() {
    let goal = || Goal::new(id("g1"), "Iets bereiken");
    let told = |rule, change: fn(&mut PolicyField, PolicyField)| {
        let mut outer = field();
        outer.goals.push(goal());
        change(&mut outer, PolicyField::new(Heading::new("1.1.1".parse().unwrap(), "Binnen")));
        of(rule, &budget_of(outer).validate())
    };
    assert_eq!(
        told(Rule::GoalsWithoutActions, |_, _| ()),
        [
            "advice[goals-without-actions] field 1.1, goal #1: the field has 1 goal, and neither an action nor an indicator"
        ]
    );
    assert_eq!(told(Rule::GoalWithoutIndicator, |_, _| ()), NONE, "the same cause");
    assert_eq!(
        told(Rule::GoalsWithoutActions, |outer, _| outer.indicators.push(plain("i1"))),
        ["advice[goals-without-actions] field 1.1, goal #1: the field has 1 goal and no action"]
    );
    assert_eq!(
        told(Rule::GoalsWithoutActions, |outer, _| outer.actions.push(action("a1", &[]))),
        NONE
    );
    assert_eq!(
        told(Rule::GoalsWithoutActions, |outer, mut inner| {
            inner.actions.push(action("a1", &[]));
            outer.fields.push(inner);
        }),
        NONE
    );
    assert_eq!(
        told(Rule::GoalWithoutIndicator, |outer, _| outer.actions.push(action("a1", &[]))),
        [
            "advice[goal-without-indicator] field 1.1, goal #1: no indicator measures \"Iets bereiken\""
        ]
    );
    // One that says nothing of goals may be meant for it; one that names another is not.
    assert_eq!(
        told(Rule::GoalWithoutIndicator, |outer, _| outer.indicators.push(plain("i1"))),
        NONE
    );
    let naming = |name: &str| {
        let mut indicator = plain("i1");
        indicator.goals.push(id(name));
        indicator
    };
    let mut other = field();
    other.goals = vec![goal(), Goal::new(id("g2"), "Iets anders")];
    other.indicators.push(naming("g2"));
    assert_eq!(of(Rule::GoalWithoutIndicator, &budget_of(other.clone()).validate()).len(), 1);
    other.indicators.push(plain("i2"));
    assert_eq!(of(Rule::GoalWithoutIndicator, &budget_of(other).validate()), NONE);

    let mut doing = field();
    doing.actions = vec![action("a1", &[]), action("a2", &[])];
    assert_eq!(
        of(Rule::ActionsWithoutGoals, &budget_of(doing.clone()).validate()),
        ["advice[actions-without-goals] field 1.1, action #1: the field has 2 actions and no goal"]
    );
    let mut outer = PolicyField::new(Heading::new("1".parse().unwrap(), "Programma"));
    outer.goals.push(goal());
    outer.fields.push(doing);
    assert_eq!(of(Rule::ActionsWithoutGoals, &budget_of(outer).validate()), NONE);
}

#[test]
fn everything_has_a_name() {
    let mut field = field();
    let mut nameless = plain("i1");
    nameless.name = " \u{a0}".to_owned();
    field.indicators = vec![nameless, plain("i2")];
    field.goals = vec![Goal::new(id("g1"), ""), Goal::new(id("g2"), "Iets")];
    field.actions = vec![Action::new(id("a1"), "\t"), Action::new(id("a2"), "Iets")];
    field.costs = vec![CostLine::new(id("c1"), "\u{200b}"), CostLine::new(id("c2"), "Lasten")];
    assert_eq!(
        of(Rule::EmptyName, &budget_of(field).validate()),
        [
            "error[empty-name] field 1.1, indicator #1: indicator \"i1\" has no name",
            "error[empty-name] field 1.1, goal #1: goal \"g1\" has no text",
            "error[empty-name] field 1.1, action #1: action \"a1\" has no text",
            "error[empty-name] field 1.1, cost line #1: cost line \"c1\" has no label",
        ]
    );
}

#[test]
fn titles_say_something_or_are_not_there() {
    let blank = || Some(" ".to_owned());
    let mut field = PolicyField::new(Heading { title: blank(), ..Heading::default() });
    field.sections = vec![
        Section::new(beleid::SectionKind::Other, ""),
        Section::new(beleid::SectionKind::Other, "Kop"),
    ];
    let budget = Budget {
        edition: Edition { title: blank(), ..Edition::default() },
        organisation: Some(beleid::Organisation::new(" ")),
        fields: vec![field, PolicyField::default()],
    };
    assert_eq!(
        of(Rule::EmptyTitle, &budget.validate()),
        [
            "warning[empty-title] edition: the title of the edition is empty",
            "warning[empty-title] organisation: the name of the organisation is empty",
            "warning[empty-title] field #1, heading: the title of the field is empty",
            "warning[empty-title] field #1, section #1: the heading of the section is empty",
        ]
    );
    assert_eq!(
        of(Rule::MissingHeading, &budget.validate()),
        ["advice[missing-heading] field #2: has no heading"]
    );
    assert_eq!(of(Rule::EmptyTitle, &Budget::default().validate()), NONE);
}

#[test]
fn fields_have_codes_of_their_own_and_can_be_written() {
    let mut deep = PolicyField::default();
    for _ in 1..PolicyField::MAX_DEPTH {
        deep = PolicyField { fields: vec![deep], ..PolicyField::default() };
    }
    assert_eq!(of(Rule::NestedTooDeep, &budget_of(deep.clone()).validate()), NONE);
    let deeper = budget_of(PolicyField { fields: vec![deep], ..PolicyField::default() });
    let told = of(Rule::NestedTooDeep, &deeper.validate());
    assert_eq!(told.len(), 1);
    assert!(told[0].ends_with(": lies more than 16 fields deep, and can't be written"), "{told:?}");

    let budget = Budget { fields: vec![field(), field()], ..Budget::default() };
    assert_eq!(
        of(Rule::RepeatedCode, &budget.validate()),
        [
            "warning[repeated-code] field 1.1: has the code 1.1 of an earlier field (/budget/fields/0)"
        ]
    );
}

#[test]
fn what_is_text_or_not_placed_is_told_without_a_source_too() {
    let mut indicator = plain("i1");
    indicator.figures[0].value = Value::Text("zie tekst".to_owned());
    indicator.unplaced = vec![beleid::Cell::new("10"), beleid::Cell::new("11")];
    assert_eq!(
        told_of(Rule::NotUnderstood, indicator.clone()),
        [
            "warning[not-understood] field 1.1, indicator #1, figure #1: \"zie tekst\" is kept as text"
        ]
    );
    assert_eq!(
        told_of(Rule::RowMisaligned, indicator),
        ["warning[row-misaligned] field 1.1, indicator #1: 2 cells are not placed in a column"]
    );
}

#[test]
fn footnotes_are_looked_for_from_the_inside_out() {
    let marked = |name: &str, mark: &str| {
        let mut indicator = plain(name);
        indicator.figures[0].notes.push(mark.to_owned());
        indicator
    };
    let mut inner = PolicyField::new(Heading::new("1.1.1".parse().unwrap(), "Binnen"));
    inner.indicators = vec![marked("i1", "1)"), marked("i2", "*")];
    inner.notes = vec![Note::new("*", "van binnen")];
    let mut beside = PolicyField::new(Heading::new("1.1.2".parse().unwrap(), "Ernaast"));
    beside.indicators = vec![marked("i3", "**")];
    inner.notes.push(Note::new("**", "niet voor de buren"));
    let mut outer = field();
    outer.notes = vec![Note::new("1", "van buiten"), Note::new("*", "ook van buiten")];
    outer.notes.push(Note { mark: None, text: "zonder teken".to_owned() });
    outer.fields = vec![inner, beside];
    let findings = budget_of(outer).validate();
    assert_eq!(
        of(Rule::MarkWithoutFootnote, &findings),
        [
            "warning[mark-without-footnote] field 1.1, field 1.1.2, indicator #1, figure #1: no footnote has the mark \"**\""
        ]
    );
    assert_eq!(
        of(Rule::FootnoteWithoutMark, &findings),
        [
            "advice[footnote-without-mark] field 1.1, note #2: nothing refers to the footnote \"*\"",
            "advice[footnote-without-mark] field 1.1, note #3: the footnote \"zonder teken\" has no mark",
            "advice[footnote-without-mark] field 1.1, field 1.1.1, note #2: nothing refers to the footnote \"**\"",
        ]
    );
    // The mark in the name of an indicator that was built by hand, and that of an amount.
    let mut field = field();
    field.indicators = vec![plain("i4")];
    field.indicators[0].name = "Scholen*".to_owned();
    let mut line = CostLine::new(id("c1"), "Lasten");
    line.figures
        .push(Figure { notes: ["2)".to_owned()].into(), ..Figure::new(year(2017), None, 5) });
    field.costs.push(line);
    field.notes = vec![Note::new("*", "een"), Note::new("2)", "twee")];
    let findings = budget_of(field).validate();
    assert_eq!(of(Rule::FootnoteWithoutMark, &findings), NONE);
    assert_eq!(of(Rule::MarkWithoutFootnote, &findings), NONE);
}

#[test]
fn findings_come_in_the_order_of_the_wire() {
    let mut field = field();
    field.actions.push(action("a1", &["g9"]));
    field.indicators = vec![plain("i1"), plain("i1")];
    field.indicators[0].name.clear();
    let findings = budget_of(field).validate();
    let mut places: Vec<_> = findings.iter().map(|finding| finding.place.clone()).collect();
    assert!(places.is_sorted(), "{places:?}");
    places.dedup();
    assert_eq!(places.len(), 3);
    let of_fault = |finding: &Finding| finding.severity == Severity::Error;
    assert_eq!(findings.iter().filter(|finding| of_fault(finding)).count(), 3);
}

#[test]
fn a_change_has_its_sign_in_its_direction() {
    let told = |by: i32| {
        let mut indicator = plain("i1");
        let direction = Change::Decrease;
        indicator.figures[1].value =
            Value::ChangeBy { direction, by: by.into(), unit: None, to: None };
        indicator.figures.push(Figure::new(year(2017), Role::Realised, 12));
        let outcome = indicator.evaluate(year(2017))[0].outcome;
        (told_of(Rule::NegativeChange, indicator), outcome)
    };
    let (findings, outcome) = told(-5);
    assert_eq!(
        findings,
        [
            "warning[negative-change] field 1.1, indicator #1, figure #2: decrease by -5 has a negative amount"
        ]
    );
    assert_eq!(outcome, Outcome::Undecided);
    assert_eq!(told(5), (Vec::new(), Outcome::Missed));
    // In a document it is kept as it stands.
    let cell = beleid::read_cell("daling met -5%");
    assert_eq!(cell.figure.value, Value::Text("daling met -5%".to_owned()));
    assert_eq!(cell.findings[0].rule, Rule::Misprint);
}
