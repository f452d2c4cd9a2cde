//! A cell without and with its table: what the table changes is reported.

use beleid::{Language, Missing, RowText, TableText, Value};
use proptest::prelude::*;
use proptest::sample::select;

/// The cells whose readings are pinned.
fn notations() -> Vec<String> {
    include_str!("../golden/notations.tsv")
        .lines()
        .map(|line| serde_json::from_str(line.split('\t').next().unwrap()).unwrap())
        .collect()
}

fn label() -> impl Strategy<Value = &'static str> {
    select(vec![
        "Aantal woningen",
        "Aantal bezoekers (in miljoenen)",
        "% jongeren",
        "Tarief",
        "Lasten (x € 1.000)",
        "Positie in de Atlas",
        "Verschil*",
        "Vertrouwen (1)",
    ])
}

fn headers() -> impl Strategy<Value = [&'static str; 3]> {
    let header = || {
        select(vec![
            "Behaald 2016",
            "Begroting 2017",
            "Beoogd 2018",
            "Nulmeting",
            "2019",
            "Verschil 2018",
            "Streefwaarde",
        ])
    };
    [header(), header(), header()]
}

fn footnotes() -> impl Strategy<Value = Vec<&'static str>> {
    let note = select(vec![
        "* voorlopig",
        "(1) schaal 1-5",
        "1) eerste halfjaar",
        "- = niet gemeten",
        "** CBS",
    ]);
    proptest::collection::vec(note, 0..3)
}

proptest! {
    /// An unambiguous cell has the same value in any table, unless a finding reports another.
    #[test]
    fn alone_and_in_a_table_it_says_the_same_or_says_why(
        label in label(),
        headers in headers(),
        cells in [select(notations()), select(notations()), select(notations())],
        footnotes in footnotes(),
    ) {
        let texts = cells.each_ref().map(|cell| &**cell);
        let row = RowText { label, unit: None, cells: &texts };
        let table = TableText { headers: &headers, rows: &[row], footnotes: &footnotes, edition: None };
        let reading = beleid::read_table(&table);
        prop_assert_eq!(reading.rows[0].cells.len(), 3);
        for (cell, printed) in reading.rows[0].cells.iter().zip(texts) {
            let alone = beleid::read_cell(printed);
            let values = |reading: &beleid::CellReading| -> Vec<Value> {
                reading.figures().map(|figure| figure.value.clone()).collect()
            };
            let says_why = cell.is_settled_by_context() || !cell.findings.is_empty();
            if alone.findings.is_empty() {
                prop_assert!(values(&alone) == values(cell) || says_why, "{printed:?} in {texts:?}");
            } else if matches!(alone.figure.value, Value::Text(_)) && !matches!(cell.figure.value, Value::Text(_)) {
                // The doubt was settled, and it is told by what.
                prop_assert!(says_why, "{printed:?} in {texts:?}");
                let why = cell.explain(Language::English);
                prop_assert!(why.contains(": "), "{}", why);
            }
        }
    }
}

#[test]
fn a_dash_is_not_measured_where_the_legend_says_so() {
    let row = RowText { label: "A", unit: None, cells: &["-", "- *"] };
    let table = |footnotes| {
        let table =
            TableText { headers: &["2016", "2017"], rows: &[row], footnotes, edition: None };
        let cells = beleid::read_table(&table).rows.remove(0).cells;
        cells.iter().map(|cell| cell.figure.value.clone()).collect::<Vec<_>>()
    };
    let missing = |reason: Missing| Value::Missing(reason);
    assert_eq!(table(&[]), [missing(Missing::Unspecified), missing(Missing::Unspecified)]);
    let measured = [missing(Missing::NotMeasured), missing(Missing::NotMeasured)];
    assert_eq!(table(&["- = niet gemeten"]), measured);
}

#[test]
fn what_settled_a_cell_is_told_in_both_languages() {
    let explained = |label, headers: &[&str], cells: &[&str], footnotes: &[&str], at: usize| {
        let row = RowText { label, unit: None, cells };
        let table = TableText { headers, rows: &[row], footnotes, edition: None };
        let reading = beleid::read_table(&table);
        let cell = &reading.rows[0].cells[at];
        (cell.explain(Language::English), cell.explain(Language::Dutch))
    };
    let two = ["Behaald 2016", "Beoogd 2017"];
    for (label, cells, footnotes, at, english, dutch) in [
        (
            "Aantal woningen",
            ["-", "1.049"],
            &[][..],
            1,
            "\"1.049\" is 1049: the label counts whole things",
            "\"1.049\" is 1049: de omschrijving telt hele dingen",
        ),
        (
            "Cijfer",
            ["7,3", "7.5"],
            &[],
            1,
            "\"7.5\" is 7.5: another number in the row is of that size",
            "\"7.5\" is 7.5: een ander getal in de rij is van die orde",
        ),
        (
            "Bezoekers",
            ["479.350", "> 2016"],
            &[],
            1,
            "\"> 2016\" is > the result of 2016: no number of the row is near it, so it is a year",
            "\"> 2016\" is > the result of 2016: geen getal in de rij ligt in de buurt, dus het is een jaartal",
        ),
        (
            "Vertrouwen",
            ["3,7 (3)", "3,7"],
            &["(3) onderzoek"],
            0,
            "\"3,7 (3)\" is 3.7: the table has a footnote with that mark",
            "\"3,7 (3)\" is 3.7: de tabel heeft een voetnoot met dat teken",
        ),
        (
            "Vertrouwen",
            ["3,7 (3)", "3,7"],
            &[],
            0,
            "\"(3)\" in \"3,7 (3)\" may be a footnote or another number, and the cell is kept as text",
            "\"(3)\" in \"3,7 (3)\" kan een voetnoot of een ander getal zijn; de cel is als tekst bewaard",
        ),
    ] {
        let told = explained(label, &two, &cells, footnotes, at);
        assert_eq!(told, (english.to_owned(), dutch.to_owned()));
    }
}

#[test]
fn a_number_that_may_be_a_year_is_told() {
    let told = |cells: [&str; 3]| {
        let row = RowText { label: "Planvorming gereed", unit: None, cells: &cells };
        let headers = ["Behaald 2016", "Behaald 2017", "Beoogd 2019"];
        let table = TableText { headers: &headers, rows: &[row], ..TableText::default() };
        let reading = beleid::read_table(&table);
        reading.rows[0].cells[2].findings.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        told(["nee", "nee", "2018"]),
        [
            "advice[likely-reading] line 1, column 1: in \"2018\" the number was read as one, and may be a year"
        ]
    );
    assert_eq!(told(["5", "-", "2018"]).len(), 1, "no number of the row is of its size");
    assert!(told(["1950", "2005", "2018"]).is_empty(), "the others are as large");
    assert!(told(["5", "6", "2040"]).is_empty(), "that is far from the column");
    assert!(told(["5", "6", "1250"]).is_empty());
}

#[test]
fn marks_in_parentheses_are_footnotes_where_the_table_has_each() {
    let value = |footnotes| {
        let row = RowText { label: "Geijnwijs", unit: None, cells: &["70%(3) (4)"] };
        let table = TableText { headers: &["2018"], rows: &[row], footnotes, edition: None };
        beleid::read_table(&table).rows.remove(0).cells.remove(0).figure
    };
    let both = value(&["(3) onderzoek", "(4) positief oordeel"]);
    assert_eq!((both.value.to_string().as_str(), both.notes.len()), ("70", 2));
    assert!(matches!(value(&["(3) onderzoek"]).value, Value::Text(_)));
}

#[test]
fn a_round_number_is_no_year() {
    let row = RowText { label: "Bezoekers", unit: None, cells: &["400", "> 2000"] };
    let headers = ["Behaald 2009", "Beoogd 2010"];
    let table = TableText { headers: &headers, rows: &[row], ..TableText::default() };
    let reading = beleid::read_table(&table);
    assert!(matches!(reading.rows[0].cells[1].figure.value, Value::Text(_)));
    let row = RowText { cells: &["400", "> 2009"], ..row };
    let table = TableText { headers: &headers, rows: &[row], ..TableText::default() };
    assert!(matches!(
        beleid::read_table(&table).rows[0].cells[1].figure.value,
        Value::Relative { .. }
    ));
}

#[test]
fn two_values_of_one_part_say_two_things() {
    assert!(matches!(beleid::read_cell("12 (m) en 14 (m)").figure.value, Value::Text(_)));
    assert_eq!(beleid::read_cell("12 (m) en 14 (v)").others.len(), 1);
}
