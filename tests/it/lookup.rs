//! Parts by place and by id, figures as flat rows, and walks that change.

use beleid::{
    Budget, Cell, Code, CostLine, Dimension, DimensionName, Edition, EditionKind, Figure, Flow,
    Heading, Indicator, Interval, Missing, Organisation, Part, PartRef, Period, Place, PolicyField,
    Role, Scale, Status, Table, TableColumn, Unit, Value,
};
use proptest::prelude::*;

use crate::support::generate;

#[test]
fn places_are_parsed_from_their_pointers() {
    let accepted = [
        ("/budget", "budget"),
        ("/budget/edition", "edition"),
        ("/budget/organisation", "organisation"),
        ("/budget/fields/0", "field #1"),
        ("/budget/fields/0/fields/12/heading", "field #1, field #13, heading"),
        ("/budget/fields/0/sections/1/paragraphs/2", "field #1, section #2, paragraph #3"),
        ("/budget/fields/0/indicators/1/name", "field #1, indicator #2, name"),
        ("/budget/fields/0/indicators/1/figures/3", "field #1, indicator #2, figure #4"),
        ("/budget/fields/0/indicators/1/unplaced/0", "field #1, indicator #2, unplaced cell #1"),
        ("/budget/fields/0/costs/0/notes/0", "field #1, cost line #1, note #1"),
        ("/budget/fields/0/goals/0", "field #1, goal #1"),
        ("/budget/fields/0/actions/0", "field #1, action #1"),
        ("/budget/fields/0/tables/0", "field #1, table #1"),
        ("/budget/fields/0/attributes/0", "field #1, attribute #1"),
    ];
    for (pointer, text) in accepted {
        let place: Place = pointer.parse().unwrap();
        assert_eq!((place.pointer().as_str(), place.to_string().as_str()), (pointer, text));
        let json = serde_json::to_string(&place).unwrap();
        assert_eq!(serde_json::from_str::<Place>(&json).unwrap(), place);
    }
    let refused = [
        ("", 0, "expected `/budget`, and then its parts"),
        ("/budge", 0, "expected `/budget`, and then its parts"),
        ("/budgets", 0, "expected `/budget`, and then its parts"),
        ("field 2.3", 0, "expected `/budget`, and then its parts"),
        ("/budget/", 8, "no part of a budget has this key"),
        ("/budget/field/0", 8, "no part of a budget has this key"),
        ("/budget/fields", 14, "expected an index, counted from 0"),
        ("/budget/fields/", 14, "expected an index, counted from 0"),
        ("/budget/fields/heading", 14, "expected an index, counted from 0"),
        ("/budget/fields/01", 15, "a leading zero"),
        ("/budget/fields/0x", 15, "expected an index, counted from 0"),
        ("/budget/fields/99999999999999999999", 15, "expected an index, counted from 0"),
        ("/budget/edition/0", 16, "no part of a budget has this key"),
        ("/budget/fields/0/0", 17, "no part of a budget has this key"),
        ("/budget/fields/0/heading/name/", 30, "no part of a budget has this key"),
    ];
    for (text, at, problem) in refused {
        let message = text.parse::<Place>().unwrap_err().to_string();
        assert_eq!(message, format!("invalid place {text:?} at byte {at}: {problem}"));
    }
}

#[test]
fn places_are_equal_whatever_the_codes_of_their_fields() {
    let coded = Place::default().at(Part::Field { index: 1, code: "2.3".parse().ok() });
    let bare: Place = "/budget/fields/1".parse().unwrap();
    assert_eq!(coded, bare);
    assert_eq!(std::collections::HashSet::from([coded.clone()]).get(&bare), Some(&coded));
    assert!(
        bare < "/budget/fields/2".parse().unwrap()
            && bare > "/budget/fields/0/fields/9".parse().unwrap()
    );
}

#[test]
fn places_are_in_the_order_of_the_wire() {
    let budget = budget();
    let json = serde_json::to_string(&beleid::Document::new(budget)).unwrap();
    let places: Vec<Place> = [
        "/budget",
        "/budget/edition",
        "/budget/organisation",
        "/budget/fields/0",
        "/budget/fields/0/heading",
        "/budget/fields/0/sections/0",
        "/budget/fields/0/sections/0/paragraphs/0",
        "/budget/fields/0/sections/1",
        "/budget/fields/0/indicators/0",
        "/budget/fields/0/indicators/0/name",
        "/budget/fields/0/indicators/0/figures/0",
        "/budget/fields/0/indicators/0/unplaced/0",
        "/budget/fields/0/indicators/0/notes/0",
        "/budget/fields/0/indicators/0/attributes/0",
        "/budget/fields/0/indicators/1",
        "/budget/fields/0/goals/0",
        "/budget/fields/0/actions/0",
        "/budget/fields/0/costs/0",
        "/budget/fields/0/tables/0",
        "/budget/fields/0/notes/0",
        "/budget/fields/0/attributes/0",
        "/budget/fields/0/fields/0",
        "/budget/fields/1",
    ]
    .map(|pointer| pointer.parse().unwrap())
    .into();
    assert!(places.is_sorted_by(|a, b| a < b));
    // The keys of the outer field stand so on the wire: those of the inner one come last.
    let outer = &json[json.find("\"heading\"").unwrap()..];
    let keys = [
        "heading",
        "sections",
        "indicators",
        "goals",
        "actions",
        "costs",
        "tables",
        "notes",
        "attributes",
        "fields",
    ];
    let positions = keys.map(|key| outer.find(&format!("\"{key}\":")));
    assert!(positions.is_sorted() && positions[0].is_some(), "{positions:?}");
}

/// A budget with an indicator and a cost line in a field within another.
fn budget() -> Budget {
    let mut schools = Indicator::new("i1".parse().unwrap(), "Scholen");
    schools.unit = Unit::COUNT.with_per(1000, "inhabitant").ok();
    let year = Period::year(2017).unwrap();
    let area = Dimension::new(DimensionName::AREA, "Noord").unwrap();
    let girls = Dimension::new(DimensionName::SEX, "meisjes").unwrap();
    let young = Dimension::new(DimensionName::POPULATION, "jongeren").unwrap();
    let country = Dimension::new(DimensionName::BODY, "Nederland").unwrap();
    let mut target = Figure::new(year, Role::Target, Value::more_than(15));
    target.dimensions = [area, girls, young].into();
    target.dated = Some("2020".parse().unwrap());
    target.status.insert(Status::Provisional);
    target.status.insert(Status::Approximate);
    target.notes = ["*".to_owned(), "1)".to_owned()].into();
    target.remark = Some("naar verwachting".into());
    target.cell = Some(Cell::new("> 15").at(1, 2, 1));
    let mut benchmark = Figure::new(None, None, Missing::NotMeasured);
    benchmark.dimensions.push(country);
    schools.figures = vec![target, benchmark];

    let mut costs = CostLine::new("c1".parse().unwrap(), "Lasten onderwijs");
    costs.code = "4.1".parse().ok();
    costs.group = vec!["Onderwijs".to_owned(), "Lasten".to_owned()];
    costs.flow = Some(Flow::Expenses);
    costs.unit = Unit::EURO.with_scale(Scale::Thousands);
    let range = Interval::new(1000, "1500.5".parse::<beleid::Number>().unwrap()).unwrap();
    costs.figures.push(Figure::new(year, Role::Budgeted, range));

    let mut inner = PolicyField::new(Heading::new("4.1".parse().unwrap(), "Onderwijs"));
    inner.tables.push(Table::default());
    inner.tables[0].columns.push(TableColumn::new(["Doel", "2017"]));
    inner.indicators.push(schools);
    inner.costs.push(costs);
    let mut outer = PolicyField::new(Heading::titled("Jeugd"));
    outer.fields.push(inner);
    let mut budget = Budget::new(Edition::new(EditionKind::BUDGET, year));
    budget.organisation = Some(Organisation::new("Gemeente Voorbeeld"));
    budget.fields.push(outer);
    budget
}

#[test]
fn figures_are_flat_rows() {
    let budget = budget();
    let rows: Vec<_> = budget.figures().map(|each| serde_json::to_value(&each).unwrap()).collect();
    let field = "/budget/fields/0/fields/0";
    let expected = [
        serde_json::json!({
            "place": format!("{field}/indicators/0/figures/0"),
            "organisation": "Gemeente Voorbeeld", "edition": "budget 2017",
            "field_code": "4.1", "field": "Onderwijs",
            "subject": "indicator", "id": "i1", "code": null, "group": null, "label": "Scholen", "flow": null,
            "area": "Noord", "body": null, "slice": "sex: meisjes > jongeren",
            "period": "2017", "role": "target", "dated": "2020",
            "kind": "more_than", "value": "15", "low": null, "high": null, "words": null,
            "unit": "count", "scale": 1, "per": "1000 inhabitant",
            "status": "approximate, provisional", "notes": "*, 1)", "remark": "naar verwachting",
            "printed": "> 15", "header": "Doel 2017", "table": 1, "row": 2, "column": 1,
        }),
        serde_json::json!({
            "place": format!("{field}/indicators/0/figures/1"),
            "organisation": "Gemeente Voorbeeld", "edition": "budget 2017",
            "field_code": "4.1", "field": "Onderwijs",
            "subject": "indicator", "id": "i1", "code": null, "group": null, "label": "Scholen", "flow": null,
            "area": null, "body": "Nederland", "slice": null,
            "period": null, "role": null, "dated": null,
            "kind": "missing", "value": null, "low": null, "high": null, "words": "not_measured",
            "unit": "count", "scale": 1, "per": "1000 inhabitant",
            "status": null, "notes": null, "remark": null,
            "printed": null, "header": null, "table": null, "row": null, "column": null,
        }),
        serde_json::json!({
            "place": format!("{field}/costs/0/figures/0"),
            "organisation": "Gemeente Voorbeeld", "edition": "budget 2017",
            "field_code": "4.1", "field": "Onderwijs",
            "subject": "money", "id": "c1", "code": "4.1", "group": "Onderwijs > Lasten",
            "label": "Lasten onderwijs", "flow": "expenses",
            "area": null, "body": null, "slice": null,
            "period": "2017", "role": "budgeted", "dated": null,
            "kind": "between", "value": null, "low": "1000", "high": "1500.5", "words": null,
            "unit": "euro", "scale": 1000, "per": null,
            "status": null, "notes": null, "remark": null,
            "printed": null, "header": null, "table": null, "row": null, "column": null,
        }),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn what_a_value_says_in_a_flat_row() {
    let values = [
        (Value::from(5), ["exact", "5", "", "", ""]),
        (Value::at_least(5), ["at_least", "5", "", "", ""]),
        (Value::less_than(5), ["less_than", "5", "", "", ""]),
        (Value::at_most(5), ["at_most", "5", "", "", ""]),
        (Value::between(5, 6).unwrap(), ["between", "", "5", "6", ""]),
        (Value::from(Missing::Blank), ["missing", "", "", "", "blank"]),
        (Value::Flag(true), ["flag", "", "", "", "true"]),
        (Value::Change(beleid::Change::Increase), ["change", "", "", "", "increase"]),
        (
            Value::ChangeBy {
                direction: beleid::Change::Decrease,
                by: 5.into(),
                unit: Some(Unit::PERCENT),
                to: Some(beleid::Reference::Baseline.into()),
            },
            ["change", "", "", "", "decrease by 5 percent from the baseline"],
        ),
        (
            Value::Relative {
                comparison: beleid::Comparison::LessThan,
                to: beleid::Reference::Baseline,
            },
            ["relative", "", "", "", "< the baseline"],
        ),
        (Value::Text("goed; \"beter\"".to_owned()), ["text", "", "", "", "goed; \"beter\""]),
    ];
    let mut budget = budget();
    budget.fields[0].fields[0].costs.clear();
    let figures = values.iter().map(|(value, _)| Figure::new(None, None, value.clone()));
    budget.fields[0].fields[0].indicators[0].figures = figures.collect();
    // Any row can be held by a format without nested values.
    let mut writer = csv::Writer::from_writer(Vec::new());
    budget.figures().for_each(|figure| writer.serialize(figure).unwrap());
    let table = writer.into_inner().unwrap();
    let mut reader = csv::Reader::from_reader(&*table);
    let headers = reader.headers().unwrap().clone();
    let columns = ["kind", "value", "low", "high", "words"]
        .map(|name| headers.iter().position(|header| header == name).unwrap());
    let mut rows = 0;
    for ((value, expected), row) in values.iter().zip(reader.records()) {
        let row = row.unwrap();
        assert_eq!(columns.map(|column| &row[column]), *expected, "{value}");
        rows += 1;
    }
    assert_eq!(rows, values.len());
}

#[test]
fn parts_by_id_and_by_place() {
    let budget = budget();
    let inner = &budget.fields[0].fields[0];
    let id = |text: &str| text.parse().unwrap();
    assert_eq!(budget.indicator(&id("i1")), Some(&inner.indicators[0]));
    assert_eq!(budget.cost(&id("c1")), Some(&inner.costs[0]));
    assert!(budget.indicator(&id("c1")).is_none() && budget.cost(&id("i1")).is_none());
    assert!(budget.goal(&id("i1")).is_none() && budget.action(&id("i1")).is_none());
    let at = |pointer: &str| budget.get(&pointer.parse().unwrap());
    assert_eq!(at("/budget"), Some(PartRef::Budget(&budget)));
    assert_eq!(at("/budget/edition"), Some(PartRef::Edition(&budget.edition)));
    assert_eq!(at("/budget/organisation"), budget.organisation.as_ref().map(PartRef::Organisation));
    assert_eq!(at("/budget/fields/0/fields/0"), Some(PartRef::Field(inner)));
    assert_eq!(at("/budget/fields/0/fields/0/heading"), Some(PartRef::Heading(&inner.heading)));
    assert_eq!(at("/budget/fields/0/fields/0/tables/0"), Some(PartRef::Table(&inner.tables[0])));
    assert_eq!(
        at("/budget/fields/0/fields/0/costs/0/figures/0"),
        Some(PartRef::Figure(&inner.costs[0].figures[0]))
    );
    let nowhere = [
        "/budget/fields/1",
        "/budget/heading",
        "/budget/indicators/0",
        "/budget/edition/name",
        "/budget/fields/0/figures/0",
        "/budget/fields/0/fields/0/indicators/1",
        "/budget/fields/0/fields/0/indicators/0/figures/2",
        "/budget/fields/0/fields/0/costs/0/name",
    ];
    for pointer in nowhere {
        assert_eq!(at(pointer), None, "{pointer}");
    }
}

proptest! {
    #[test]
    fn every_place_leads_to_what_stands_there(budget in generate::budget()) {
        for (place, field) in budget.places() {
            prop_assert_eq!(budget.get(&place), Some(PartRef::Field(field)));
            prop_assert_eq!(place.pointer().parse(), Ok(place.clone()));
        }
        let json = serde_json::to_value(beleid::Document::new(budget.clone())).unwrap();
        let mut figures = Vec::new();
        for each in budget.figures() {
            prop_assert_eq!(budget.get(&each.place), Some(PartRef::Figure(each.figure)));
            let there = json.pointer(&each.place.pointer()).cloned();
            prop_assert_eq!(there, Some(serde_json::to_value(each.figure).unwrap()));
            prop_assert_eq!(each.path().last(), Some(each.field));
            let codes: Vec<&Code> =
                each.path().filter_map(|field| field.heading.code.as_ref()).collect();
            prop_assert!(codes.len() <= each.path().count());
            figures.push(each.figure.clone());
        }
        let all: usize = budget.all_fields().map(|field| {
            let indicators = field.indicators.iter().map(|each| each.figures.len());
            indicators.chain(field.costs.iter().map(|each| each.figures.len())).sum::<usize>()
        }).sum();
        prop_assert_eq!(figures.len(), all);

        // The walks that change go the same way.
        let mut copy = budget.clone();
        prop_assert_eq!(copy.figures_mut().map(|figure| figure.clone()).collect::<Vec<_>>(), figures);
        let names = |budget: &Budget| -> Vec<String> {
            budget.all_indicators().map(|(_, each)| each.name.clone()).collect()
        };
        let walked: Vec<_> = copy.all_indicators_mut().map(|each| each.name.clone()).collect();
        prop_assert_eq!(walked, names(&budget));
        let labels: Vec<_> = copy.all_costs_mut().map(|each| each.label.clone()).collect();
        let expected: Vec<_> =
            budget.all_fields().flat_map(|field| &field.costs).map(|each| each.label.clone()).collect();
        prop_assert_eq!(labels, expected);
        let mut headings = Vec::new();
        copy.for_each_field_mut(|field| headings.push(std::mem::take(&mut field.heading)));
        let expected: Vec<_> = budget.all_fields().map(|field| field.heading.clone()).collect();
        prop_assert_eq!(headings, expected);
        prop_assert!(copy.all_fields().all(|field| field.heading == Heading::default()));
    }
}
