//! Tables: their headers, where they begin and end, and what they are about.

use super::*;
use beleid::Role;

#[test]
fn headers_in_every_form() {
    let text = "Effectindicator(en)\n\nIndicator\nNulmeting\n Behaald\n\n2014/2015\nStreef-waarde\n\
        2021 - 2023\nWerkelijk\n2019\nAantal\n1\n2\n3\n4\n";
    let reading = beleid::read(text);
    assert_eq!(
        columns(&reading.budget.fields[0]),
        [
            (Some(Role::Baseline), None),
            (Some(Role::Realised), Some("2014/15".to_owned())),
            (Some(Role::Target), Some("2021..2023".to_owned())),
            (Some(Role::Realised), Some("2019".to_owned())),
        ]
    );
    assert_eq!(
        told(text),
        [
            "warning[header-without-period] line 4, column 1: column header \"Nulmeting\" has no year"
        ]
    );
}

#[test]
fn a_table_without_a_title_needs_headers_a_label_and_a_cell() {
    let table = "Begroting 2017\n\nBehaald 2015\n\nBeoogd 2017\n\nAantal\n\n10\n\n> 15\n";
    let reading = beleid::read(table);
    assert_eq!(reading.budget.edition.title.as_deref(), Some("Begroting 2017"));
    let field = &reading.budget.fields[0];
    assert_eq!(field.indicators[0].figures.len(), 2);
    assert_eq!(field.indicators[0].kind, None);
    // The title is no column, even where a table follows it at once.
    assert_eq!(columns(field)[0], (Some(Role::Realised), Some("2015".to_owned())));
}

#[test]
fn text_behind_a_table_is_text() {
    let text = "Begroting 2018\n\nKengetallen\n\nBehaald 2017\n\nScholen\n\n1\n\n\
        De cijfers komen uit de monitor.\n\nZe worden jaarlijks bijgewerkt.\n";
    let field = &beleid::read(text).budget.fields[0];
    assert_eq!(field.indicators.len(), 1);
    assert_eq!(
        crate::support::list(field.introduction()),
        ["De cijfers komen uit de monitor.", "Ze worden jaarlijks bijgewerkt."]
    );
}

#[test]
fn what_ends_a_table_and_what_does_not() {
    let two = ["Behaald 2014", "Beoogd 2015"];
    let cases: [Case<'_>; 10] = [
        // The heading of another field, with its own table behind it.
        (
            &two,
            &["X", "1", "2", "2.3.5 Toerisme", "Behaald", "2015", "Beoogd", "2016", "Y", "3", "4"],
            &["# Veld", "X: 2014 1, 2015 2 | ", "# Toerisme", "Y: 2015 3, 2016 4 | "],
            &[],
        ),
        (
            &["Behaald 2017"],
            &["X", "1", "2.3.5 Toerisme", "Zie voor de uitgangspunten programma 3.", "Tekst."],
            &[
                "# Veld",
                "X: 2017 1 | ",
                "# Toerisme",
                "\"Zie voor de uitgangspunten programma 3.\"",
                "\"Tekst.\"",
            ],
            &[],
        ),
        // A row whose label has a code, which is said.
        (
            &two,
            &["X", "1", "2", "1.1.2 Scholen", "3", "4"],
            &["# Veld", "X: 2014 1, 2015 2 | ", "1.1.2 Scholen: 2014 3, 2015 4 | "],
            &["numbered-row"],
        ),
        // A second table without a title.
        (
            &["Behaald", "2014", "Beoogd", "2015"],
            &["A", "1", "2", "Behaald", "2015", "Beoogd", "2016", "B", "3", "4"],
            &["# Veld", "A: 2014 1, 2015 2 | ", "B: 2015 3, 2016 4 | "],
            &[],
        ),
        (
            &["2014", "2015"],
            &["A", "1", "2", "Onderwijs", "2016", "2017", "B", "3", "4"],
            &["# Veld", "A: 2014 1, 2015 2 | ", "B: 2016 3, 2017 4 | ", "\"Onderwijs\""],
            // In a budget for 2017 a year alone is a plan.
            &["likely-reading"],
        ),
        // Cells that look like headings.
        (
            &two,
            &["Tevredenheid", "7,3", "7.5 (landelijk 7.3)", "B", "5", "6"],
            &[
                "# Veld",
                "Tevredenheid: 2014 7.3, 2015 “7.5 (landelijk 7.3)” | ",
                "B: 2014 5, 2015 6 | ",
            ],
            &["likely-reading", "not-understood"],
        ),
        // The title of the edition between two rows.
        (
            &two,
            &["A", "1", "2%", "Begroting 2017", "B", "3", "4"],
            &["# Veld", "A: 2014 1, 2015 2 | ", "B: 2014 3, 2015 4 | "],
            &[],
        ),
        // Labels that look like the item of a list, or like a question.
        (
            &two,
            &["Jongeren", "10", "12", "- waarvan meisjes", "3", "4", "Activiteiten", "12", "15"],
            &[
                "# Veld",
                "Jongeren: 2014 10, 2015 12 | ",
                "- waarvan meisjes: 2014 3, 2015 4 | ",
                "Activiteiten: 2014 12, 2015 15 | ",
            ],
            &[],
        ),
        // Roles that head rows are no column headers: these years are numbers.
        (
            &["2014", "2015"],
            &["A", "5", "6", "Norm", "1250", "1300", "Realisatie", "1100", "1280"],
            &[
                "# Veld",
                "A: 2014 5, 2015 6 | ",
                "Norm: 2014 1250, 2015 1300 | ",
                "Realisatie: 2014 1100, 2015 1280 | ",
            ],
            // Nothing says what these two are of.
            &["likely-reading"],
        ),
        // A question does end it, whatever stands behind it.
        (
            &two,
            &["A", "1", "2", "Wat gaan we doen?", "12", "B"],
            &["# Veld", "A: 2014 1, 2015 2 | ", "action 12", "action B"],
            &[],
        ),
    ];
    for (columns, lines, expected, rules) in cases {
        let (made, told) = outline(columns, lines);
        assert_eq!(made, expected, "{lines:?}");
        assert_eq!(told, rules, "{lines:?}");
    }
}

#[test]
fn years_are_values_among_results_and_targets() {
    let (made, told) = outline(
        &["Behaald 2017", "Beoogd 2017"],
        &["Planning gereed", "2017", "2018", "Aantal klachten", "5", "< 6"],
    );
    assert_eq!(
        made,
        [
            "# Veld",
            "Planning gereed: 2017 2017, 2017 2018 | ",
            "Aantal klachten: 2017 5, 2017 < 6 | "
        ]
    );
    assert!(told.is_empty());
}

#[test]
fn marks_on_headers_and_units_in_labels() {
    let text = "Behaald 2015*\n\nBeoogd 2017\n\nLeegstand in m²\n\n4\n\n5\n";
    let field = &beleid::read(text).budget.fields[0];
    assert_eq!(columns(field)[0], (Some(Role::Realised), Some("2015".to_owned())));
    assert!(field.indicators[0].notes.is_empty());
    let unit = |label: &str| {
        let text = format!("E\u{fb00}ectindicatoren\n\nBeoogd 2017\n\n{label}\n\n5\n");
        let reading = beleid::read(&text);
        let indicator = &reading.budget.fields[0].indicators[0];
        assert_eq!(indicator.kind, Some(beleid::IndicatorKind::EFFECT));
        indicator.unit.as_ref().map(ToString::to_string)
    };
    let cases = [
        ("Aantal scholen", Some("count")),
        ("Aantal klachten per jaar", Some("count per year")),
        ("Aantal inbraken per 1.000 inwoners", Some("count per 1000 inhabitants")),
        ("Aantal inbraken (per 1.000 inwoners)", Some("count per 1000 inhabitants")),
        ("Aantal auto's p/inwoner", Some("count per inhabitant")),
        ("Aantal bezoekers (in miljoenen)", Some("count x 1000000")),
        ("Aantal bezoekers (x 1.000.000)", Some("count x 1000000")),
        ("Aantal bezoekers (x 1.000)", Some("count x 1000")),
        ("Aantal bezoekers (x 1000)", Some("count x 1000")),
        ("Aantal bezoekers (* 1.000)", None),
        ("Aantal bezoekers (mln)", Some("count x 1000000")),
        ("Aantal groepen van max 1.000 personen", None),
        ("% jongeren dat sport", Some("percent")),
        ("Percentage fietsers", Some("percent")),
        ("Tevredenheid (%)", Some("percent")),
        ("Positie in de Atlas", Some("rank")),
        ("Banen (aantal per 1.000 inwoners)", Some("count per 1000 inhabitants")),
    ];
    for (label, expected) in cases {
        assert_eq!(unit(label).as_deref(), expected, "{label}");
    }
}

#[test]
fn a_header_among_headers_is_no_title() {
    let text = "1.1 Wonen\n\nSpeerpunten\n\nRekening 2015\n\nBegroting 2016\n\nStreef 2017\n\nA\n";
    assert_eq!(beleid::read(text).budget.edition.title, None);
}
