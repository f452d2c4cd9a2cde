//! How the parts of the model print and are looked up: whole outputs.

use beleid::{
    Budget, Change, Code, Comparison, Counts, Figure, Heading, Id, Indicator, Interval, Missing,
    Number, Outcome, Part, Period, Place, PolicyField, Reference, Role, Rule, Scale, Value,
};

fn year(year: u16) -> Period {
    Period::year(year).unwrap()
}

#[test]
fn places_print_as_people_say_them_and_point_into_the_wire() {
    let field = |index, code: Option<&str>| {
        let code = code.map(|code| code.parse().unwrap());
        Place::default().at(Part::Field { index, code })
    };
    let outer = || field(2, Some("2.3"));
    for (place, people, pointer) in [
        (Place::default(), "budget", "/budget"),
        (Place::default().at(Part::Edition), "edition", "/budget/edition"),
        (Place::default().at(Part::Organisation), "organisation", "/budget/organisation"),
        (field(0, None), "field #1", "/budget/fields/0"),
        (
            outer().at(Part::Field { index: 0, code: None }),
            "field 2.3, field #1",
            "/budget/fields/2/fields/0",
        ),
        (outer().at(Part::Heading), "field 2.3, heading", "/budget/fields/2/heading"),
        (
            outer().at(Part::Section(1)).at(Part::Paragraph(0)),
            "field 2.3, section #2, paragraph #1",
            "/budget/fields/2/sections/1/paragraphs/0",
        ),
        (
            outer().at(Part::Indicator(1)).at(Part::Name),
            "field 2.3, indicator #2, name",
            "/budget/fields/2/indicators/1/name",
        ),
        (
            outer().at(Part::Indicator(1)).at(Part::Figure(3)),
            "field 2.3, indicator #2, figure #4",
            "/budget/fields/2/indicators/1/figures/3",
        ),
        (
            outer().at(Part::Indicator(1)).at(Part::Unplaced(0)),
            "field 2.3, indicator #2, unplaced cell #1",
            "/budget/fields/2/indicators/1/unplaced/0",
        ),
        (outer().at(Part::Goal(0)), "field 2.3, goal #1", "/budget/fields/2/goals/0"),
        (outer().at(Part::Action(0)), "field 2.3, action #1", "/budget/fields/2/actions/0"),
        (outer().at(Part::Table(0)), "field 2.3, table #1", "/budget/fields/2/tables/0"),
        (outer().at(Part::Cost(0)), "field 2.3, cost line #1", "/budget/fields/2/costs/0"),
        (outer().at(Part::Section(0)), "field 2.3, section #1", "/budget/fields/2/sections/0"),
        (outer().at(Part::Note(0)), "field 2.3, note #1", "/budget/fields/2/notes/0"),
        (
            outer().at(Part::Attribute(0)),
            "field 2.3, attribute #1",
            "/budget/fields/2/attributes/0",
        ),
    ] {
        assert_eq!((place.to_string(), place.pointer()), (people.to_owned(), pointer.to_owned()));
    }
    let place = outer().at(Part::Indicator(1));
    assert_eq!(place.parts().len(), 2);
    assert_eq!(place.parts()[1], Part::Indicator(1));
}

#[test]
fn places_of_a_budget_are_where_the_parts_stand() {
    let field = |code: &str| PolicyField::new(Heading::new(code.parse().unwrap(), "Veld"));
    let mut outer = field("1");
    outer.fields = vec![field("1.1"), field("1.2")];
    outer.fields[1].indicators.push(Indicator::new(Id::new("i1").unwrap(), "Aantal"));
    let budget = Budget { fields: vec![outer, field("2")], ..Budget::default() };
    let places: Vec<_> = budget.places().map(|(place, _)| place.to_string()).collect();
    assert_eq!(places, ["field 1", "field 1, field 1.1", "field 1, field 1.2", "field 2"]);
    let places: Vec<_> = budget.indicator_places().map(|(place, _)| place.pointer()).collect();
    assert_eq!(places, ["/budget/fields/0/fields/1/indicators/0"]);
    let names: Vec<_> = budget
        .all_indicators()
        .map(|(field, indicator)| (field.heading.code.as_ref().map(Code::as_str), &*indicator.name))
        .collect();
    assert_eq!(names, [(Some("1.2"), "Aantal")]);
    assert!(budget.field(&"1.2".parse().unwrap()).is_some());
    assert!(budget.field(&"1.3".parse().unwrap()).is_none());
}

#[test]
fn figures_are_looked_up() {
    let mut indicator = Indicator::new(Id::new("i1").unwrap(), "Aantal");
    indicator.figures = vec![
        Figure::new(year(2015), Role::Realised, 10),
        Figure::new(year(2016), Role::Realised, 11),
        // A second one for the same year, and a dash for a later one.
        Figure::new(year(2016), Role::Realised, 12),
        Figure::new(year(2017), Role::Realised, Missing::Unspecified),
        Figure::new(year(2017), None, 99),
        Figure::new(year(2017), Role::Target, 15),
        Figure { dated: Some(year(2020)), ..Figure::new(year(2018), Role::Target, 20) },
    ];
    let value = |figure: Option<&Figure>| figure.map(|figure| figure.value.to_string());
    let in_role = |role: Option<Role>| -> Vec<_> {
        indicator.figures_in(role).map(|figure| figure.value.to_string()).collect()
    };
    assert_eq!(in_role(Some(Role::Realised)), ["10", "11", "12", "-"]);
    assert_eq!(in_role(None), ["99"]);
    assert_eq!(in_role(Some(Role::Baseline)), Vec::<String>::new());
    assert_eq!(value(indicator.target_for(year(2017))).as_deref(), Some("15"));
    assert_eq!(value(indicator.target_for(year(2018))).as_deref(), Some("20"), "it is due in 2020");
    assert_eq!(value(indicator.target_for(year(2021))), None, "all are over");
    assert_eq!(value(indicator.target_for(year(2020))).as_deref(), Some("20"));
    assert_eq!(value(indicator.latest_realised(year(2015))).as_deref(), Some("10"));
    assert_eq!(value(indicator.latest_realised(year(2017))).as_deref(), Some("11"), "the first");
    assert_eq!(value(indicator.latest_realised(year(2014))), None);
}

#[test]
fn counts_are_kept_apart() {
    let mut counts = Counts::default();
    let outcomes = [Outcome::Met, Outcome::Missed, Outcome::Undecided, Outcome::NotApplicable];
    for (times, outcome) in (1..).zip(outcomes) {
        for _ in 0..times {
            counts.add(outcome);
        }
    }
    assert_eq!((counts.met, counts.missed, counts.undecided, counts.not_applicable), (1, 2, 3, 4));
    assert_eq!(counts.total(), 10);
    assert_eq!(counts.to_string(), "1 met, 2 missed, 3 undecided, 4 not applicable");
}

#[test]
fn counts_within_a_field_take_in_those_below_it() {
    let field = |code: &str, name: &str| {
        let mut field = PolicyField::new(Heading::new(code.parse().unwrap(), "Veld"));
        let mut indicator = Indicator::new(Id::new(name).unwrap(), name);
        indicator.figures = vec![
            Figure::new(year(2017), Role::Target, Value::more_than(15)),
            Figure::new(year(2017), Role::Realised, 18),
        ];
        field.indicators.push(indicator);
        field
    };
    let mut outer = field("1", "a");
    outer.fields.push(field("1.1", "b"));
    let budget = Budget { fields: vec![outer, field("2", "c")], ..Budget::default() };
    let evaluation = budget.evaluate(year(2017));
    assert_eq!(evaluation.counts.met, 3);
    let met: Vec<_> =
        budget.places().map(|(place, _)| evaluation.counts_within(&place).met).collect();
    assert_eq!(met, [2, 1, 1]);
    assert_eq!(evaluation.counts_within(&Place::default()), evaluation.counts);
}

#[test]
fn values_print_for_people() {
    let relative = |comparison, to| Value::Relative { comparison, to };
    let by = |unit: Option<&str>| Value::ChangeBy {
        direction: Change::Decrease,
        by: 5.into(),
        unit: unit.map(|unit| unit.parse().unwrap()),
        to: None,
    };
    for (value, printed) in [
        (Missing::Unspecified.into(), "-"),
        (Missing::NotAvailable.into(), "not available"),
        (Missing::NotYetKnown.into(), "not yet known"),
        (Missing::NotApplicable.into(), "not applicable"),
        (Missing::NotMeasured.into(), "not measured"),
        (Missing::Elsewhere.into(), "elsewhere"),
        (Missing::Blank.into(), "blank"),
        (Value::from(10), "10"),
        (Value::more_than(15), "> 15"),
        (Value::at_least(15), "≥ 15"),
        (Value::less_than(15), "< 15"),
        (Value::at_most(15), "≤ 15"),
        (Value::between(23, 25).unwrap(), "23–25"),
        (relative(Comparison::MoreThan, Reference::Baseline), "> the baseline"),
        (relative(Comparison::AtLeast, Reference::Previous), "≥ the previous result"),
        (relative(Comparison::LessThan, Reference::Period(year(2016))), "< the result of 2016"),
        (
            relative(Comparison::AtMost, Reference::Benchmark("Nederland".to_owned())),
            "≤ the result of Nederland",
        ),
        (Value::Change(Change::Increase), "increase"),
        (Value::Change(Change::Decrease), "decrease"),
        (Value::Change(Change::Unchanged), "no change"),
        (by(None), "decrease by 5"),
        (by(Some("percent")), "decrease by 5 percent"),
        (Value::Flag(true), "yes"),
        (Value::Flag(false), "no"),
        (Value::Text("zie tekst".to_owned()), "“zie tekst”"),
    ] {
        assert_eq!(value.to_string(), printed);
    }
}

#[test]
fn leaves_show_themselves_to_developers() {
    let number: Number = "-7.50".parse().unwrap();
    assert_eq!(format!("{number:?}"), "Number(-7.50)");
    assert_eq!(format!("{:?}", year(2017)), "Period(2017)");
    assert_eq!(format!("{:?}", "2.3.4".parse::<Code>().unwrap()), "Code(2.3.4)");
    assert_eq!(Interval::new(23, 25).unwrap().to_string(), "23–25");
    let negative = |text: &str| text.parse::<Number>().unwrap().is_negative();
    assert!(negative("-0.1") && !negative("0") && !negative("0.00") && !negative("3"));
    assert_eq!(
        [Scale::Ones, Scale::Thousands, Scale::Millions, Scale::Billions].map(Scale::factor),
        [1, 1_000, 1_000_000, 1_000_000_000]
    );
    let error = "2017-Q9".parse::<Period>().unwrap_err();
    assert_eq!((error.position(), error.text()), (6, "2017-Q9"));
    assert_eq!(Rule::DuplicateId.to_string(), "duplicate-id");
}

#[test]
fn limits_are_part_of_what_they_limit() {
    assert!("999999999".parse::<Code>().is_ok() && "1000000000".parse::<Code>().is_err());
    // A sum that fits as it is keeps its last zero.
    let small: Number = "0.0000000000000000000000000010".parse().unwrap();
    let sum = small.checked_add(Number::ZERO).unwrap();
    assert_eq!(sum.to_string(), small.to_string());
    let most: Number = "9999999999999999999999999999".parse().unwrap();
    assert_eq!(most.checked_add(Number::ZERO).map(|sum| sum.to_string()), Some(most.to_string()));
    assert_eq!(most.checked_add(Number::from(1)), None);
}

#[test]
fn a_figure_is_small() {
    assert!(size_of::<beleid::Unit>() <= 16, "{}", size_of::<beleid::Unit>());
    assert!(size_of::<beleid::Value>() <= 48, "{}", size_of::<beleid::Value>());
    assert!(size_of::<beleid::Figure>() <= 160, "{}", size_of::<beleid::Figure>());
}
