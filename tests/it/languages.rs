//! Documents in English: their numbers, periods, units and words, and how a language is recognised.

use beleid::{
    Change, Language, Missing, Reader, Reference, Role, Status, Unit, Value, Vocabulary, read,
};

fn english() -> Reader {
    Reader::new().with_vocabulary(Vocabulary::english())
}

fn value(text: &str) -> Value {
    english().read_cell(text).figure.value
}

fn number(text: &str) -> Value {
    Value::Exact(text.parse().unwrap())
}

#[test]
fn numbers_are_written_with_a_point_and_commas() {
    for (printed, exact) in [
        ("1,234.5", "1234.5"),
        ("1,234", "1234"),
        ("2,972,649", "2972649"),
        ("1.234", "1.234"),
        ("0.5", "0.5"),
        (".87", "0.87"),
        ("9.63", "9.63"),
        ("12,345.678", "12345.678"),
        ("-1,234", "-1234"),
        ("(1,234)", "-1234"),
        ("(12.5%)", "-12.5"),
        ("($1,234)", "-1234"),
        ("$(1,234)", "-1234"),
        ("-$5", "-5"),
        ("$1.2m", "1200000"),
        ("£3bn", "3000000000"),
        ("£12k", "12000"),
        ("$1.5 million", "1500000"),
        ("12 thousand", "12000"),
    ] {
        let cell = english().read_cell(printed);
        assert_eq!(cell.figure.value, number(exact), "{printed}");
        assert!(cell.findings.is_empty(), "{printed}: {:?}", cell.findings);
    }
    for misprint in ["12,5", "1,23", "1.234,5", "1,2345", "1.2.3", "(12 days)"] {
        assert!(matches!(value(misprint), Value::Text(_)), "{misprint}");
    }
    // The same in Dutch is in doubt, or another number.
    assert_eq!(beleid::read_cell("1.234,5").figure.value, number("1234.5"));
    assert!(matches!(beleid::read_cell("1,234").figure.value, Value::Text(_)));
    assert!(matches!(beleid::read_cell("(1.234)").figure.value, Value::Text(_)));
}

#[test]
fn what_may_be_two_things_is_told() {
    for printed in ["(3)", "1.2m", "12k"] {
        let cell = english().read_cell(printed);
        assert!(matches!(cell.figure.value, Value::Exact(_)), "{printed}");
        assert_eq!(cell.findings.len(), 1, "{printed}: {:?}", cell.findings);
    }
    assert!(matches!(value("5 m"), Value::Text(_)));
}

#[test]
fn units_stand_beside_numbers() {
    let unit = |text: &str| english().read_cell(text).figure.unit;
    let per_capita = Unit::DOLLAR.with_per(1, "inhabitant").unwrap();
    let per_thousand = Unit::COUNT.with_per(1000, "inhabitant").unwrap();
    for (printed, expected) in [
        ("$631", Unit::DOLLAR),
        ("US$ 5", Unit::DOLLAR),
        ("£1,234", Unit::POUND_STERLING),
        ("€ 5", Unit::EURO),
        ("12 days", Unit::DAY),
        ("2 working days", Unit::WORKING_DAY),
        ("5 hours", Unit::HOUR),
        ("9.3 minutes", Unit::MINUTE),
        ("12 per cent", Unit::PERCENT),
        ("12 percent", Unit::PERCENT),
        ("2 percentage points", Unit::PERCENTAGE_POINT),
        ("40 miles", Unit::MILE),
        ("12 tonnes", Unit::TONNE),
        ("3.5 FTE", Unit::FTE),
        ("$12 per capita", per_capita),
        ("25 per 1,000 population", per_thousand),
    ] {
        assert_eq!(unit(printed), Some(expected), "{printed}");
    }
}

#[test]
fn comparisons_and_changes_are_read() {
    for (printed, expected) in [
        ("more than 15", Value::more_than(15)),
        ("at least 80", Value::at_least(80)),
        ("up to 5", Value::at_most(5)),
        ("no more than 1,000", Value::at_most(1000)),
        ("fewer than 600", Value::less_than(600)),
        ("<$1,000", Value::less_than(1000)),
        ("<3,084", Value::less_than(3084)),
        (">= 1,200", Value::at_least(1200)),
        ("80 or more", Value::at_least(80)),
        ("between 10 and 15", Value::between(10, 15).unwrap()),
        ("10 to 15", Value::between(10, 15).unwrap()),
        ("increase", Value::Change(Change::Increase)),
        ("yes", Value::Flag(true)),
        ("No", Value::Flag(false)),
        ("n/a", Missing::NotAvailable.into()),
        ("N/A", Missing::NotAvailable.into()),
        ("n.a.", Missing::NotAvailable.into()),
        ("not available", Missing::NotAvailable.into()),
        ("TBD", Missing::NotYetKnown.into()),
        ("tbc", Missing::NotYetKnown.into()),
        (".", Missing::NotAvailable.into()),
        ("#", Missing::NotAvailable.into()),
        ("*", Missing::NotAvailable.into()),
        ("-", Missing::Unspecified.into()),
        ("see note", Missing::Elsewhere.into()),
    ] {
        assert_eq!(value(printed), expected, "{printed}");
    }
    let Value::ChangeBy { direction, by, unit, .. } = value("decrease by 5%") else {
        panic!("a change by 5 percent")
    };
    assert_eq!((direction, by, unit), (Change::Decrease, 5.into(), Some(Unit::PERCENT)));
    let relative = |text| match value(text) {
        Value::Relative { to, .. } => to,
        other => panic!("{other:?}"),
    };
    assert_eq!(relative("> baseline"), Reference::Baseline);
    assert!(matches!(relative("above the national average"), Reference::Benchmark(_)));
}

#[test]
fn remarks_state_statuses() {
    for (printed, status) in [
        ("12 (provisional)", Status::Provisional),
        ("12 (estimated)", Status::Estimated),
        ("12 (forecast)", Status::Estimated),
        ("approximately 12", Status::Approximate),
        ("12 (through June)", Status::Partial),
    ] {
        let figure = english().read_cell(printed).figure;
        assert_eq!(figure.value, 12.into(), "{printed}");
        assert_eq!(figure.status, [status], "{printed}");
    }
    assert_eq!(
        english().read_cell("12 (March 2019)").figure.dated,
        Some("2019-03".parse().unwrap())
    );
    assert_eq!(english().read_cell("100% by 2027").figure.dated, Some("2027".parse().unwrap()));
}

#[test]
fn headers_have_roles_and_fiscal_years() {
    for (header, role, period) in [
        ("FY 2017 Actual", Role::Realised, "2017"),
        ("FY2019-20 Target", Role::Target, "2019/20"),
        ("FY19 Adopted", Role::Budgeted, "2019"),
        ("2017-18 Budget", Role::Budgeted, "2017/18"),
        ("2018-2019 Adopted Budget", Role::Budgeted, "2018/19"),
        ("2019-20 Projected", Role::Expected, "2019/20"),
        ("2018/19 target", Role::Target, "2018/19"),
        ("2018\u{2010}19 Estimated", Role::Expected, "2018/19"),
        ("Q1 2019 actual", Role::Realised, "2019-Q1"),
        ("2019 Q1 actual", Role::Realised, "2019-Q1"),
        ("Revised budget 2020", Role::Amended, "2020"),
        ("Financial year 2019-20 outturn", Role::Realised, "2019/20"),
    ] {
        let read = english().read_header(header);
        assert_eq!(
            (read.role(), read.period()),
            (Some(role), Some(period.parse().unwrap())),
            "{header}"
        );
    }
    let years = english().read_header("Target 2021 - 2023");
    assert_eq!(years.period(), Some("2021..2023".parse().unwrap()));
    // In Dutch two years are two years.
    assert_eq!(beleid::read_header("2018-2019").period(), Some("2018..2019".parse().unwrap()));
    assert_eq!(beleid::read_header("Behaald 2020-Q2").period(), Some("2020-Q2".parse().unwrap()));
    assert_eq!(beleid::read_header("2020 Q1").period(), Some("2020-Q1".parse().unwrap()));
}

#[test]
fn labels_state_units() {
    let unit = |label: &str| {
        let row = beleid::RowText { label, unit: None, cells: &[] };
        let table = beleid::TableText { rows: &[row], ..beleid::TableText::default() };
        english().read_table(&table).rows[0].unit.as_ref().map(ToString::to_string)
    };
    for (label, expected) in [
        ("Percent of residents satisfied", "percent"),
        ("% of waste recycled", "percent"),
        ("Per cent of calls answered", "percent"),
        ("Number of arrests", "count"),
        ("Number of days to process an application", "day"),
        ("Response time to priority 1 calls (minutes)", "minute"),
        ("Waste per household (kg)", "kilogram per household"),
        ("Net cost per capita ($)", "dollar per inhabitant"),
        ("Revenue (in thousands of dollars)", "dollar x 1000"),
        ("Debt ($000)", "dollar x 1000"),
        ("Debt (£m)", "pound sterling x 1000000"),
        ("Crimes per 1,000 population", "count per 1000 inhabitants"),
    ] {
        assert_eq!(unit(label).as_deref(), Some(expected), "{label}");
    }
    assert_eq!(unit("Households with an income over 1,000"), None);
}

const ENGLISH: &str = "2018-2019 Adopted Budget\n\nProgram 2 Police\n\nPerformance measures\n\n\
    FY 2017 Actual\n\nFY 2018 Target\n\nNumber of arrests\n\n2,847\n\n<3,084\n\n\
    What do we want to achieve?\n\nThe city will have fewer crashes.\n";

#[test]
fn the_language_of_a_document_is_recognised() {
    let reading = read(ENGLISH);
    assert_eq!(reading.language(), Language::English);
    let edition = &reading.budget.edition;
    assert_eq!(edition.period, Some("2018/19".parse().unwrap()));
    let field = &reading.budget.fields[0];
    let figures: Vec<_> = field.indicators[0]
        .figures
        .iter()
        .map(|figure| (figure.role, figure.period.unwrap().to_string(), figure.value.clone()))
        .collect();
    assert_eq!(
        figures,
        [
            (Some(Role::Realised), "2017".to_owned(), 2847.into()),
            (Some(Role::Target), "2018".to_owned(), Value::less_than(3084)),
        ]
    );
    assert_eq!(field.goals[0].text, "The city will have fewer crashes.");

    // Who says which vocabulary is right is believed.
    let told = Reader::new().with_vocabulary(Vocabulary::dutch()).read(ENGLISH);
    assert_eq!(told.language(), Language::Dutch);
    let owned = read(ENGLISH).into_owned();
    assert_eq!(owned.language(), Language::English);
    // Too little to tell.
    for unsure in ["", "Budget 2018", "12\n\n15\n\nDe heer The"] {
        assert_eq!(read(unsure).language(), Language::Dutch, "{unsure}");
    }
}

#[test]
fn titles_of_english_documents_are_read() {
    for (title, period) in [
        ("Annual report 2019", "2019"),
        ("2018-2019 Adopted Budget", "2018/19"),
        ("FY 2020 Adopted Budget", "2020"),
        ("Adopted Budget FY 2020", "2020"),
        ("City of Arlington - Budget 2017", "2017"),
        ("Annual Budget 2019-20", "2019/20"),
    ] {
        let reading = english().read(title);
        assert_eq!(reading.budget.edition.period, Some(period.parse().unwrap()), "{title}");
    }
}

#[test]
fn a_vocabulary_of_two_languages_reads_the_words_of_both() {
    let both = Vocabulary::dutch().and(Vocabulary::english());
    assert_eq!(both.language(), Language::Dutch);
    let reader = Reader::new().with_vocabulary(both);
    let unit = |text: &str| reader.read_cell(text).figure.unit;
    assert_eq!((unit("5 dagen"), unit("5 days")), (Some(Unit::DAY), Some(Unit::DAY)));
    assert_eq!(reader.read_cell("1.234,5").figure.value, number("1234.5"));
    let other = Vocabulary::english().and(Vocabulary::dutch());
    let reader = Reader::new().with_vocabulary(other);
    assert_eq!(reader.read_cell("1,234.5").figure.value, number("1234.5"));
}
