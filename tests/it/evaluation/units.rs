//! Results and targets in different units: converted where that is exact, and else not compared.

use beleid::{Outcome, Period, Reason, RowText, TableText, Value};

/// The outcome of a row with a result of 2018, one of 2019 and a target for 2019, with what each
/// way to read it would give.
fn judged(label: &str, cells: [&str; 3]) -> String {
    let text = format!(
        "1.1 Veld\n\nKengetallen\n\nRealisatie 2018\n\nRealisatie 2019\n\nStreefwaarde 2019\n\n{label}\n\n{}\n",
        cells.join("\n\n")
    );
    let reading = beleid::read(&text);
    let (_, indicator) = reading.budget.all_indicators().next().expect("a row");
    assert_eq!(indicator.figures.len(), 3, "{label} {cells:?}");
    let evaluations = indicator.evaluate(Period::year(2019).unwrap());
    let answer = &evaluations[0];
    let mut text = answer.outcome.to_string();
    if let Some(reason) = answer.reason {
        text += &format!(", {reason}");
    }
    for reading in &answer.readings {
        text += &format!("; {reading}");
    }
    if let Some(to_go) = answer.to_go {
        text += &format!("; {to_go} to go");
    }
    text
}

#[test]
fn units_are_converted_or_not_compared() {
    for (label, cells, expected) in [
        // A week is seven days, and no number of working days.
        ("Reactietijd (werkdagen)", ["1 week", "2 weken", "max 5"], "undecided, units-differ"),
        ("Reactietijd (dagen)", ["1 week", "2 weken", "max 5"], "missed; at least 9 to go"),
        ("Reactietijd (dagen)", ["3", "2 weken", "max 14"], "met; 0 to go"),
        // A month is no number of days, and a year is twelve of them.
        ("Doorlooptijd (dagen)", ["10", "2 maanden", "< 30"], "undecided, units-differ"),
        ("Doorlooptijd (maanden)", ["10", "2 jaar", "< 25"], "met; 0 to go"),
        // Ten days are no exact number of weeks, and two weeks are fourteen days.
        ("Doorlooptijd (weken)", ["3", "10 dagen", "< 2"], "met; 0 to go"),
        ("Doorlooptijd (weken)", ["3", "16 dagen", "< 2"], "missed; more than 2 to go"),
        ("Lengte (in km)", ["1", "1200 meter", "> 1"], "met; 0 to go"),
        ("Opwek (MWh)", ["1", "3,6 GJ", "≥ 1"], "met; 0 to go"),
        ("Aandeel (%)", ["1", "12 promille", "> 1"], "met; 0 to go"),
        ("Omzet (x € 1.000)", ["800", "€ 1,2 mln", "> 1000"], "met; 0 to go"),
        // What the target is relative to is brought to the unit of the result.
        ("Wachttijd (weken)", ["3", "10 dagen", "< 2018"], "met; 0 to go"),
        // Different quantities.
        ("Aantal winkels", ["3", "4", "< 10%"], "undecided, units-differ"),
        // Nobody says in what the target is.
        (
            "Reactietijd",
            ["1 week", "2 weken", "max 5"],
            "undecided, unit-not-stated; if as printed: met",
        ),
        ("Lengte", ["1 km", "2", "> 1 km"], "undecided, unit-not-stated; if as printed: met"),
        // A percentage, an amount or a count may be printed without.
        ("Leegstand", ["3", "4", "< 10%"], "undecided, unit-not-stated; if as printed: met"),
        ("Kosten", ["3", "€ 4", "< 10"], "undecided, unit-not-stated; if as printed: met"),
    ] {
        assert_eq!(judged(label, cells), expected, "{label} {cells:?}");
    }
}

#[test]
fn methods_convert_as_evaluations_do() {
    let rows = &[RowText {
        label: "Doorlooptijd (dagen)",
        unit: None,
        cells: &["4 weken", "3 weken", "20", "< 15"],
    }];
    let headers = &["Realisatie 2017", "Realisatie 2018", "Realisatie 2019", "Streefwaarde 2020"];
    let reading = beleid::read_table(&TableText { headers, rows, ..TableText::default() });
    let mut indicator = beleid::Indicator::new("i1".parse().unwrap(), "Doorlooptijd (dagen)");
    indicator.unit.clone_from(&reading.rows[0].unit);
    indicator.figures = reading.rows[0].cells.iter().map(|cell| cell.figure.clone()).collect();
    let method = beleid::methods::presets::municipal::method();
    let explained = |indicator: &beleid::Indicator| {
        let assessed = indicator.evaluate_with(&method, Period::year(2019).unwrap());
        assessed[0].explain(beleid::Language::English)
    };
    let text = explained(&indicator);
    assert!(text.contains("28 in 2017 and was 20 in 2019; the target is < 15"), "{text}");
    indicator.figures[0].unit = Some("month".parse().unwrap());
    let text = explained(&indicator);
    assert!(text.contains("no answer, since two units differ"), "{text}");
}

#[test]
fn a_change_is_in_the_unit_of_what_changes() {
    let year = |year| Period::year(year).unwrap();
    let of = |by: &str, unit: &str| {
        let mut indicator = beleid::Indicator::new("i1".parse().unwrap(), "Doorlooptijd");
        indicator.unit = Some("day".parse().unwrap());
        let by = Value::ChangeBy {
            direction: beleid::Change::Decrease,
            by: by.parse().unwrap(),
            unit: Some(unit.parse().unwrap()),
            to: None,
        };
        indicator.figures = vec![
            beleid::Figure::new(year(2018), beleid::Role::Realised, 30),
            beleid::Figure::new(year(2019), beleid::Role::Realised, 15),
            beleid::Figure::new(year(2019), beleid::Role::Target, by),
        ];
        let answer = &indicator.evaluate(year(2019))[0];
        (answer.outcome, answer.reason)
    };
    assert_eq!(of("2", "week"), (Outcome::Met, None));
    assert_eq!(of("3", "week"), (Outcome::Missed, None));
    assert_eq!(of("1", "month"), (Outcome::Undecided, Some(Reason::UnitsDiffer)));
}
