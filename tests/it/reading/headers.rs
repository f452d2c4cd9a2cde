//! Headers in lines: broken words, stretches of years, years that are none; and the rows and
//! lines of a table that are about others.

use beleid::{Missing, Outcome, Period, Reason, Role, Value};

use super::{columns, outline, told};

fn head(headers: &str) -> String {
    format!("Begroting 2020\n\n1.1 Veld\n\nIndicatoren\n\n{headers}\n\nA\n\n")
}

#[test]
fn headers_on_several_lines_are_one() {
    let text = head("2019\n\nStreef-\n\ncijfer 2020\n\n2021\n\n-\n\n2023") + "1\n\n2\n\n3\n";
    let reading = beleid::read(&text);
    let period = |text: &str| Some(text.to_owned());
    assert_eq!(
        columns(&reading.budget.fields[0]),
        [
            (None, period("2019")),
            (Some(Role::Target), period("2020")),
            (None, period("2021..2023"))
        ]
    );
    let headers: Vec<_> = reading.budget.fields[0].indicators[0]
        .figures
        .iter()
        .map(|figure| crate::support::header(&reading.budget.fields[0], figure).unwrap())
        .collect();
    assert_eq!(headers, ["2019", "Streef-cijfer 2020", "2021 - 2023"]);
    let text = head("Behaald 2019\n\nStreef-\nwaarde") + "1\n\n2\n";
    assert_eq!(columns(&beleid::read(&text).budget.fields[0])[1], (Some(Role::Target), None));
}

#[test]
fn words_around_the_year_of_a_header() {
    for (header, role, period) in [
        ("R2016", Some("realised"), "2016"),
        ("B 2017", Some("budgeted"), "2017"),
        ("W2018", Some("realised"), "2018"),
        ("2018 realisatie", Some("realised"), "2018"),
        ("Begroting 2018 na wijziging", Some("amended"), "2018"),
        ("Doel eind 2022", Some("target"), "2022"),
        ("Doel in 2022", Some("target"), "2022"),
        ("Norm 2020", Some("norm"), "2020"),
        ("Realisatie (2017)", Some("realised"), "2017"),
        ("Rekening 2016*", Some("realised"), "2016"),
        ("schooljaar 2014 - 2015", None, "2014/15"),
        ("Realisatie schooljaar 2014/2015", Some("realised"), "2014/15"),
        ("Realisatie 1e halfjaar 2018", Some("realised"), "2018-H1"),
        ("Q3 2017", None, "2017-Q3"),
        ("Streefwaarde 2021 t/m 2023", Some("target"), "2021..2023"),
        ("Begroting\n\n 2016", Some("budgeted"), "2016"),
    ] {
        let read = beleid::read_header(header);
        assert!(read.findings.is_empty(), "{header}: {:?}", read.findings);
        assert_eq!(read.role().map(|role| role.to_string()).as_deref(), role, "{header}");
        assert_eq!(read.period(), Some(period.parse().unwrap()), "{header}");
    }
    for (header, message) in [
        ("Behaald 2107", r#"column header "Behaald 2107" has no year"#),
        ("Streefwaarde", r#"column header "Streefwaarde" has no year"#),
        ("Bevolking", r#"column header "Bevolking" is not known"#),
        ("Realisatie t/m juni 2018", r#"column header "Realisatie t/m juni 2018" has no year"#),
    ] {
        let read = beleid::read_header(header);
        assert_eq!(read.findings[0].message(beleid::Language::English), message);
        assert_eq!(read.period(), None);
    }
    for header in ["Bron/Frequentie", "Eenheid", "Status", "V / N", "I/S", "nr.", "*", "Jaar"] {
        assert!(!beleid::read_header(header).holds_figures(), "{header}");
    }
}

#[test]
fn a_header_that_says_what_another_does_is_told() {
    let text = head("Behaald 2019\n\nBehaald 2019\n\nBeoogd 2020") + "1\n\n2\n\n3\n";
    assert_eq!(
        told(&text),
        [
            "warning[repeated-header] line 9, column 1: column header \"Behaald 2019\" has the same meaning as \"Behaald 2019\" before it"
        ]
    );
    let text = head("Behaald 2107\n\nBeoogd 2020") + "1\n\n2\n";
    assert_eq!(
        told(&text),
        [
            "warning[header-without-period] line 7, column 1: column header \"Behaald 2107\" has no year"
        ]
    );
}

#[test]
fn the_legend_says_what_a_dash_is() {
    let rows = "-\n\n2\n\n- = niet gemeten\n";
    let reading_text = head("Behaald 2019\n\nBeoogd 2020") + rows;
    let reading = beleid::read(&reading_text);
    let field = &reading.budget.fields[0];
    assert_eq!(field.indicators[0].figures[0].value, Value::Missing(Missing::NotMeasured));
    assert_eq!(field.notes[0].text, "niet gemeten");
    let without = reading_text.replace("- = niet gemeten", "- = min of meer");
    let value = &beleid::read(&without).budget.fields[0].indicators[0].figures[0].value;
    assert_eq!(*value, Value::Missing(Missing::Unspecified));
}

#[test]
fn rows_of_other_bodies_are_slices() {
    let (lines, rules) = outline(
        &["Rekening 2018", "Begroting 2019", "Rekening 2019"],
        &[
            "Niet sporters",
            "Gemeente",
            "44,7",
            "44,7",
            "44,8",
            "Provincie",
            "46,8",
            "NB",
            "46,8",
            "Nederland",
            "48,7",
            "48,7",
            "48,9",
            "Banen",
            "1",
            "2",
            "3",
        ],
    );
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(rules.is_empty(), "{rules:?}");
    let text = "Jaarverslag 2019\n\n1.1 Veld\n\nIndicatoren\n\nBegroting 2019\n\nRekening 2019\n\n\
        Niet sporters\n\nGemeente\n\n> 44,7\n\n44,8\n\nProvincie\n\n> 46\n\n47\n\nNederland\n\n> 48,7\n\n48,9\n";
    let budget = beleid::read(text).budget;
    let indicator = &budget.fields[0].indicators[0];
    let evaluations = indicator.evaluate(Period::year(2019).unwrap());
    let told: Vec<_> = evaluations
        .iter()
        .map(|evaluation| {
            (
                evaluation.dimensions.first().map(beleid::Dimension::value),
                evaluation.outcome,
                evaluation.reason,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (Some("Gemeente"), Outcome::Met, None),
            (Some("Provincie"), Outcome::NotApplicable, Some(Reason::Benchmark)),
            (Some("Nederland"), Outcome::NotApplicable, Some(Reason::Benchmark)),
        ]
    );
}

#[test]
fn a_row_for_each_year_has_it_in_a_column() {
    let text = head("Uitkomst\n\nJaar").replace("\n\nA\n\n", "\n\n")
        + "Relatief verzuim\n\n16,92\n\n2016\n\nRelatief verzuim\n\n12,34\n\n2017\n\n\
           Absoluut verzuim\n\nnnb\n\n2018\n\nOverig\n\n3\n\n18\n";
    let reading = beleid::read(&text);
    let figures: Vec<_> = reading.budget.fields[0]
        .indicators
        .iter()
        .flat_map(|indicator| &indicator.figures)
        .map(|figure| {
            (figure.role, figure.period.map(|period| period.to_string()), figure.value.to_string())
        })
        .collect();
    let expected = |period: Option<&str>, value: &str| {
        (Some(Role::Realised), period.map(str::to_owned), value.to_owned())
    };
    assert_eq!(
        figures,
        [
            expected(Some("2016"), "16.92"),
            expected(Some("2017"), "12.34"),
            expected(Some("2018"), "not yet known"),
            expected(None, "3"),
        ]
    );
    let indicators = &reading.budget.fields[0].indicators;
    assert_eq!(indicators.len(), 3, "the two rows of one label are one indicator");
    assert_eq!(indicators[0].attributes[0].text, "2016");
    let doubts = told(&text);
    assert_eq!(doubts.len(), 1, "{doubts:?}");
    assert!(doubts[0].ends_with("\"18\" is not recognised as a period"), "{doubts:?}");
}
