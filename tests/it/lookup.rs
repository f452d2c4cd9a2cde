//! Parts by place and by id, figures as flat rows, and walks that change.

use beleid::{
    Budget, Cell, Code, CostLine, Dimension, DimensionName, Edition, EditionKind, Figure,
    FigureRef, Finding, Flow, Heading, Indicator, Interval, Message, Missing, Organisation, Part,
    PartRef, Period, Place, PolicyField, Quote, Role, Rule, Scale, Status, Table, TableColumn,
    Unit, Value,
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
    schools.unplaced.push(Cell::new("12").at(1, 2, 0));

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

/// The flat table as CSV, without its header.
fn table<'a>(rows: impl Iterator<Item = FigureRef<'a>>) -> String {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    rows.for_each(|row| writer.serialize(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// The columns of the flat table are a contract: names, order and number.
#[test]
fn the_columns_of_the_flat_table_are_fixed() {
    let columns = "document,state,organisation,edition,field_code,field,subject,id,code,group,label,flow,\
        area,slice,period,role,dated,kind,value,low,high,unit,scale,per,status,notes,remark,printed,\
        header,line,column,findings";
    assert_eq!(FigureRef::COLUMNS.join(","), columns);
    // They are the keys of a row, in this order.
    let mut writer = csv::Writer::from_writer(Vec::new());
    budget().figures().take(1).for_each(|row| writer.serialize(row).unwrap());
    let written = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    assert_eq!(written.lines().next(), Some(columns));
    let json = serde_json::to_string(&budget().figures().next().unwrap()).unwrap();
    let positions: Vec<_> = FigureRef::COLUMNS
        .iter()
        .map(|column| json.find(&format!("\"{column}\":")).expect(column))
        .collect();
    assert!(positions.is_sorted(), "{json}");
}

#[test]
fn figures_are_flat_rows() {
    let budget = budget();
    let rows: Vec<_> = budget.figures().map(|each| serde_json::to_value(&each).unwrap()).collect();
    let expected = [
        serde_json::json!({
            "document": null, "state": "placed",
            "organisation": "Gemeente Voorbeeld", "edition": "budget 2017",
            "field_code": "4.1", "field": "Onderwijs",
            "subject": "indicator", "id": "i1", "code": null, "group": null, "label": "Scholen", "flow": null,
            "area": "Noord", "slice": "Noord > sex: meisjes > jongeren",
            "period": "2017", "role": "target", "dated": "2020",
            "kind": "more_than", "value": "15", "low": null, "high": null,
            "unit": "count", "scale": 1, "per": "1000 inhabitant",
            "status": "approximate, provisional", "notes": "*, 1)", "remark": "naar verwachting",
            "printed": "> 15", "header": "Doel 2017", "line": null, "column": null, "findings": null,
        }),
        serde_json::json!({
            "document": null, "state": "placed",
            "organisation": "Gemeente Voorbeeld", "edition": "budget 2017",
            "field_code": "4.1", "field": "Onderwijs",
            "subject": "indicator", "id": "i1", "code": null, "group": null, "label": "Scholen", "flow": null,
            "area": null, "slice": "body: Nederland",
            "period": null, "role": null, "dated": null,
            "kind": "missing", "value": null, "low": null, "high": null,
            "unit": "count", "scale": 1, "per": "1000 inhabitant",
            "status": null, "notes": null, "remark": null,
            "printed": null, "header": null, "line": null, "column": null, "findings": null,
        }),
        serde_json::json!({
            "document": null, "state": "unplaced",
            "organisation": "Gemeente Voorbeeld", "edition": "budget 2017",
            "field_code": "4.1", "field": "Onderwijs",
            "subject": "indicator", "id": "i1", "code": null, "group": null, "label": "Scholen", "flow": null,
            "area": null, "slice": null, "period": null, "role": null, "dated": null,
            "kind": null, "value": null, "low": null, "high": null, "unit": null, "scale": null, "per": null,
            "status": null, "notes": null, "remark": null,
            "printed": "12", "header": null, "line": null, "column": null, "findings": null,
        }),
        serde_json::json!({
            "document": null, "state": "placed",
            "organisation": "Gemeente Voorbeeld", "edition": "budget 2017",
            "field_code": "4.1", "field": "Onderwijs",
            "subject": "money", "id": "c1", "code": "4.1", "group": "Onderwijs > Lasten",
            "label": "Lasten onderwijs", "flow": "expenses",
            "area": null, "slice": null,
            "period": "2017", "role": "budgeted", "dated": null,
            "kind": "between", "value": null, "low": "1000", "high": "1500.5",
            "unit": "euro", "scale": 1000, "per": null,
            "status": null, "notes": null, "remark": null,
            "printed": null, "header": null, "line": null, "column": null, "findings": null,
        }),
    ];
    assert_eq!(rows, expected);
}

#[test]
fn what_a_value_says_in_a_flat_row() {
    let values = [
        (Value::from(5), ["exact", "5", "", ""]),
        (Value::from("-1500.50".parse::<beleid::Number>().unwrap()), ["exact", "-1500.50", "", ""]),
        (Value::from(1_000_000_000_000_i64), ["exact", "1000000000000", "", ""]),
        (Value::more_than(5), ["more_than", "5", "", ""]),
        (Value::at_least(5), ["at_least", "5", "", ""]),
        (Value::less_than(5), ["less_than", "5", "", ""]),
        (Value::at_most(5), ["at_most", "5", "", ""]),
        (Value::between(5, 6).unwrap(), ["between", "", "5", "6"]),
        (Value::from(Missing::Blank), ["missing", "", "", ""]),
        (Value::Flag(true), ["flag", "", "", ""]),
        (Value::Change(beleid::Change::Increase), ["change", "", "", ""]),
        (
            Value::ChangeBy {
                direction: beleid::Change::Decrease,
                by: 5.into(),
                unit: Some(Unit::PERCENT),
                to: Some(beleid::Reference::Baseline.into()),
            },
            ["change", "", "", ""],
        ),
        (
            Value::Relative {
                comparison: beleid::Comparison::LessThan,
                to: beleid::Reference::Baseline,
            },
            ["relative", "", "", ""],
        ),
        (Value::Text("goed; \"beter\"".to_owned()), ["text", "", "", ""]),
    ];
    let mut budget = budget();
    budget.fields[0].fields[0].costs.clear();
    let figures = values.iter().map(|(value, _)| Figure::new(None, None, value.clone()));
    budget.fields[0].fields[0].indicators[0].figures = figures.collect();
    budget.fields[0].fields[0].indicators[0].unplaced.clear();
    // Any row can be held by a format without nested values.
    let table = table(budget.figures());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let columns = ["kind", "value", "low", "high"]
        .map(|name| FigureRef::COLUMNS.iter().position(|column| *column == name).unwrap());
    let mut rows = 0;
    for ((value, expected), row) in values.iter().zip(reader.records()) {
        let row = row.unwrap();
        assert_eq!(columns.map(|column| &row[column]), *expected, "{value}");
        rows += 1;
    }
    assert_eq!(rows, values.len());
}

/// A finding is about a figure, its row or its table; others are about no figure.
#[test]
fn findings_stand_beside_the_figures_that_they_are_about() {
    let budget = budget();
    let inner = "/budget/fields/0/fields/0";
    let cases: [(&str, [&str; 4]); 9] = [
        ("indicators/0/figures/0", ["misprint", "", "", ""]),
        ("indicators/0/unplaced/0", ["", "", "misprint", ""]),
        ("indicators/0", ["misprint", "misprint", "misprint", ""]),
        ("indicators/0/name", ["misprint", "misprint", "misprint", ""]),
        ("indicators/0/notes/3", ["misprint", "misprint", "misprint", ""]),
        ("costs/0", ["", "", "", "misprint"]),
        ("tables/0", ["misprint", "", "misprint", ""]),
        ("tables/1", [""; 4]),
        ("goals/0", [""; 4]),
    ];
    let finding = |place: &str, what: Message| {
        let place = format!("{inner}/{place}").parse().unwrap();
        Finding::new(what, place, None)
    };
    let printed = || Quote::from("4.79.350");
    let misprint = || Message::Misprint { printed: printed() };
    let findings_of = |findings: &[Finding]| -> Vec<String> {
        let rows = budget.figures_with(findings);
        rows.map(|row| {
            let row = serde_json::to_value(&row).unwrap();
            row["findings"].as_str().unwrap_or_default().to_owned()
        })
        .collect()
    };
    for (place, expected) in cases {
        assert_eq!(findings_of(&[finding(place, misprint())]), expected, "{place}");
    }
    // Sorted by their codes, and each once.
    let several = [
        finding("indicators/0", Message::NoTarget { name: printed() }),
        finding("tables/0", Message::ReachUnknown {}),
        finding("indicators/0/figures/0", Message::NoTarget { name: printed() }),
        finding("indicators/0/figures/0", Message::PointInDoubt { printed: printed() }),
    ];
    let expected =
        ["ambiguous-number mixed-header no-target", "no-target", "mixed-header no-target", ""];
    assert_eq!(findings_of(&several), expected);
}

/// What only a reading knows: the document's name, positions and findings.
#[test]
fn a_reading_has_rows_with_positions_and_findings() {
    let page = "Begroting 2017 gemeente Assen\n\n2.2 Toerisme\n\nIndicatoren\n\nBehaald 2016\n\n\
        Streven\n\nOvernachtingen\n\n4.79.350\n\n> 5\n\nMusea\n\n3\n";
    let rows = |reading: &beleid::Reading<'_>| {
        table(reading.figures().map(|row| row.with_document("a.txt")))
    };
    let front = "a.txt,placed,gemeente Assen,Begroting 2017 gemeente Assen,2.2,Toerisme,indicator";
    let expected = [
        "2.2-i1,,,Overnachtingen,,,,2016,realised,,text,,,,,,,,,,4.79.350,Behaald 2016,13,1,misprint",
        "2.2-i1,,,Overnachtingen,,,,,target,,more_than,5,,,,,,,,,> 5,Streven,15,1,header-without-period",
    ];
    let unplaced = format!(
        "{},2.2-i2,,,Musea,,,,,,,,,,,,,,,,,3,,19,1,row-misaligned\n",
        front.replace("placed", "unplaced")
    );
    let expected = expected.map(|row| format!("{front},{row}\n")).concat() + &unplaced;
    assert_eq!(rows(&beleid::read(page)), expected);
}

/// What is reported about a column or a table stands beside its figures alone.
#[test]
fn a_finding_about_one_table_is_not_about_the_others() {
    let page = "1.1 Veld\n\nKengetallen\n\nBehaald 2016\n\nStreven\n\nWinkels\n\n10\n\n12\n\n\
        Wat mag het kosten?\n\nRekening 2017\n\nBegroting 2017\n\nLasten\n\n12.000\n\n13.000\n\nBaten\n\n1\n\n2\n";
    let reading = beleid::read(page);
    let rows: Vec<_> = reading
        .figures()
        .map(|row| (row.subject.label().to_owned(), row.findings.clone()))
        .collect();
    let of = |label: &str, rule| (label.to_owned(), vec![rule]);
    let expected = [
        ("Winkels".to_owned(), Vec::new()),
        of("Winkels", Rule::HeaderWithoutPeriod),
        of("Lasten", Rule::UnknownUnit),
        of("Lasten", Rule::UnknownUnit),
        of("Baten", Rule::UnknownUnit),
        of("Baten", Rule::UnknownUnit),
    ];
    assert_eq!(rows, expected);
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
        let (mut figures, mut unplaced) = (Vec::new(), 0);
        for each in budget.figures() {
            let there = json.pointer(&each.place.pointer()).cloned();
            match (each.figure, each.cell) {
                (Some(figure), cell) => {
                    prop_assert_eq!(budget.get(&each.place), Some(PartRef::Figure(figure)));
                    prop_assert_eq!(there, Some(serde_json::to_value(figure).unwrap()));
                    prop_assert_eq!(cell, figure.cell.as_ref());
                    figures.push(figure.clone());
                }
                (None, cell) => {
                    prop_assert_eq!(budget.get(&each.place), cell.map(PartRef::Unplaced));
                    prop_assert_eq!(there, Some(serde_json::to_value(cell).unwrap()));
                    unplaced += 1;
                }
            }
            prop_assert_eq!(each.path().last(), Some(each.field));
            let codes: Vec<&Code> =
                each.path().filter_map(|field| field.heading.code.as_ref()).collect();
            prop_assert!(codes.len() <= each.path().count());
        }
        let all: usize = budget.all_fields().map(|field| {
            let indicators = field.indicators.iter().map(|each| each.figures.len());
            indicators.chain(field.costs.iter().map(|each| each.figures.len())).sum::<usize>()
        }).sum();
        prop_assert_eq!(figures.len(), all);
        let cells = budget.all_fields().map(|field| {
            let indicators = field.indicators.iter().map(|each| each.unplaced.len());
            let costs = field.costs.iter().map(|each| each.unplaced.len());
            let tables = field.tables.iter().map(|each| each.unplaced.len());
            indicators.chain(costs).chain(tables).sum::<usize>()
        });
        prop_assert_eq!(unplaced, cells.sum::<usize>());

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
