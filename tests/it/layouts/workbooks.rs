//! Workbooks: typed cells, merged and hidden ones, several sheets, and what is damaged.

use beleid::{Number, Part, Reader, Reading, Rule, Span, Value};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

/// A workbook of sheets with names, each filled by a function.
type Fill<'f> = &'f dyn Fn(&mut Worksheet);

fn workbook(sheets: &[(&str, Fill<'_>)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, fill) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        fill(sheet);
    }
    workbook.save_to_buffer().unwrap()
}

fn texts(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            if !text.is_empty() {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
}

fn figures(reading: &Reading<'_>) -> Vec<(String, String, String)> {
    let all = reading.budget.all_indicators().flat_map(|(_, indicator)| {
        indicator.figures.iter().map(move |figure| {
            let cell = figure.cell.as_ref().unwrap();
            (
                indicator.name.clone(),
                reading.budget.fields[0].header_of(cell).unwrap(),
                cell.printed.to_string(),
            )
        })
    });
    all.collect()
}

fn told(reading: &Reading<'_>) -> Vec<String> {
    let doubts = reading.source_findings().iter().map(ToString::to_string);
    doubts.filter(|doubt| !doubt.starts_with("advice[missing-")).collect()
}

#[test]
fn typed_cells_are_read_as_they_are() {
    let bytes = workbook(&[("Blad1", &|sheet| {
        texts(
            sheet,
            &[
                &["Begroting 2018 gemeente Assen"],
                &["2.3 Handel"],
                &[],
                &["Indicator", "", "", "Beoogd 2018"],
            ],
        );
        let year = Format::new().set_num_format("yyyy");
        let date = ExcelDateTime::from_ymd(2016, 1, 1).unwrap();
        sheet.write_datetime_with_format(3, 1, &date, &year).unwrap();
        sheet.write_number(3, 2, 2017).unwrap();
        let rows: [(&str, [f64; 3], &str); 4] = [
            ("Schepen", [1049.0, 1050.5, 1200.0], "General"),
            ("Leegstand", [0.113, 0.1, 0.07], "0.0%"),
            ("Schuld", [1250.5, 1300.0, 1200.0], "[$€-413] #,##0.00"),
            ("Wachttijd", [12.0, 11.0, 10.0], "\"<\" 0 \"dagen\""),
        ];
        for (row, (label, numbers, format)) in (4..).zip(rows) {
            sheet.write_string(row, 0, label).unwrap();
            for (column, number) in (1..).zip(numbers) {
                let format = Format::new().set_num_format(format);
                sheet.write_number_with_format(row, column, number, &format).unwrap();
            }
        }
        sheet.write_string(8, 0, "Keurmerk").unwrap();
        sheet.write_boolean(8, 1, true).unwrap();
        sheet.write_boolean(8, 2, false).unwrap();
    })]);
    let reading = Reader::new().read_bytes(&bytes);
    assert_eq!(
        reading.budget.organisation.as_ref().map(|body| &*body.name),
        Some("gemeente Assen")
    );
    let field = &reading.budget.fields[0];
    assert_eq!(field.heading.title.as_deref(), Some("Handel"));
    let printed: Vec<_> = figures(&reading).into_iter().map(|(_, _, printed)| printed).collect();
    assert_eq!(
        printed,
        [
            "1049",
            "1050,5",
            "1200",
            "11,3%",
            "10,0%",
            "7,0%",
            "€ 1250,50",
            "€ 1300,00",
            "€ 1200,00",
            "< 12 dagen",
            "< 11 dagen",
            "< 10 dagen",
            "WAAR",
            "ONWAAR",
            "",
        ]
    );
    let value = |row: usize, column: usize| &field.indicators[row].figures[column].value;
    assert_eq!(value(1, 0), &Value::Exact("11.3".parse().unwrap()));
    assert_eq!(value(3, 2), &Value::LessThan(Number::from(10)));
    assert_eq!(value(4, 0), &Value::Flag(true));
    let periods: Vec<_> = field.indicators[0]
        .figures
        .iter()
        .map(|figure| figure.period.unwrap().to_string())
        .collect();
    assert_eq!(periods, ["2016", "2017", "2018"]);
    let (place, _) = reading.budget.indicator_places().nth(1).unwrap();
    let span = reading.span(&place.at(Part::Figure(2))).unwrap();
    assert_eq!(span, Span::Sheet { sheet: 1, row: 6, column: 4, last_row: 6, last_column: 4 });
    assert_eq!((span.to_string(), span.bytes()), ("sheet 1, D6".to_owned(), None));
    assert_eq!((reading.source(), reading.sheets()), ("", &["Blad1".to_owned()][..]));
}

#[test]
fn sheets_have_their_names_for_headings() {
    let table: &[&[&str]] = &[&["Indicator", "Beoogd 2018"], &["A", "1"]];
    let bytes = workbook(&[
        ("Programma 1 Werk", &|sheet| {
            texts(sheet, &[&["1.1 Banen"], &[], &["Indicator", "Beoogd 2018"], &["A", "1"]]);
        }),
        ("1.2 Inkomen", &|sheet| texts(sheet, table)),
        ("Effectindicatoren", &|sheet| texts(sheet, table)),
    ]);
    let reading = Reader::new().read_bytes(&bytes);
    let fields: Vec<_> = reading
        .budget
        .places()
        .map(|(place, field)| {
            (place.parts().len(), field.heading.title.clone().unwrap(), field.indicators.len())
        })
        .collect();
    assert_eq!(
        fields,
        [(1, "Werk".to_owned(), 0), (2, "Banen".to_owned(), 1), (2, "Inkomen".to_owned(), 2)]
    );
    let (_, last) = reading.budget.all_indicators().last().unwrap();
    assert_eq!(last.kind, Some(beleid::IndicatorKind::EFFECT));
    let first = reading.lines().next().unwrap();
    assert_eq!((first.text, first.span.to_string()), ("Programma 1 Werk", "sheet 1".to_owned()));
}

#[test]
fn several_tables_stand_below_each_other() {
    let bytes = workbook(&[("Blad1", &|sheet| {
        texts(
            sheet,
            &[
                &["1.1 Veld"],
                &["", "Tekst vooraf."],
                &["", "Indicator", "", "2016", "Beoogd 2018"],
                &["", "A*", "", "1", "2"],
                &[],
                &["", "B", "", "3", "4"],
                &["", "* noot"],
                &[],
                &["Tekst tussendoor."],
                &["Indicator", "Behaald 2017"],
                &["C", "5"],
                &[],
                &["Indicator", "2019"],
                &["D", "6"],
            ],
        );
    })]);
    let reading = Reader::new().read_bytes(&bytes);
    let printed: Vec<_> = figures(&reading)
        .into_iter()
        .map(|(name, header, printed)| format!("{name} {header} {printed}"))
        .collect();
    assert_eq!(
        printed,
        [
            "A 2016 1",
            "A Beoogd 2018 2",
            "B 2016 3",
            "B Beoogd 2018 4",
            "C Behaald 2017 5",
            "D 2019 6"
        ]
    );
    let field = &reading.budget.fields[0];
    assert_eq!(crate::support::list(field.introduction()), ["Tekst vooraf.", "Tekst tussendoor."]);
    assert_eq!(field.indicators[0].notes[0].text, "noot");
}

#[test]
fn merged_cells_reach_over_columns_and_rows() {
    let bytes = workbook(&[("Blad1", &|sheet| {
        let plain = Format::new();
        texts(
            sheet,
            &[
                &["2.3 Handel"],
                &["Indicator", "Realisatie", "", "Beoogd"],
                &["", "2016", "2017", "2018"],
            ],
        );
        sheet.merge_range(1, 0, 2, 0, "Indicator", &plain).unwrap();
        sheet.merge_range(1, 1, 1, 2, "Realisatie", &plain).unwrap();
        texts_at(sheet, 3, &[&["Druk", "1", "2", "3"], &["Rust", "4", "", "6"]]);
        sheet.merge_range(4, 1, 4, 2, "4", &plain).unwrap();
    })]);
    let reading = Reader::new().read_bytes(&bytes);
    let printed: Vec<_> = figures(&reading)
        .into_iter()
        .map(|(name, header, printed)| format!("{name} {header} {printed}"))
        .collect();
    assert_eq!(
        printed,
        [
            "Druk Realisatie 2016 1",
            "Druk Realisatie 2017 2",
            "Druk Beoogd 2018 3",
            "Rust Realisatie 2016 4",
            "Rust Realisatie 2017 4",
            "Rust Beoogd 2018 6",
        ]
    );
}

fn texts_at(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) {
    for (row, cells) in (first..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
}

#[test]
fn what_is_hidden_is_left_out_and_told() {
    let bytes = workbook(&[
        ("Blad1", &|sheet| {
            texts(
                sheet,
                &[
                    &["1.1 Veld"],
                    &["Indicator", "Kladwerk", "Beoogd 2018"],
                    &["A", "geheim", "1"],
                    &["B", "", "2"],
                    &["C", "", "3"],
                ],
            );
            sheet.set_row_hidden(3).unwrap();
            sheet.set_column_hidden(1).unwrap();
        }),
        ("Hulp", &|sheet| {
            texts(sheet, &[&["x"]]);
            sheet.set_hidden(true);
        }),
    ]);
    let reading = Reader::new().read_bytes(&bytes);
    let names: Vec<_> = figures(&reading).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["A", "C"]);
    assert_eq!(
        told(&reading),
        [
            "advice[hidden-part] budget: \"Kladwerk\" and 3 more of the sheet \"Blad1\" stand in hidden rows or columns, and were left out",
            "advice[hidden-part] budget: the sheet \"Hulp\" is hidden, and was left out",
        ]
    );
    assert_eq!(reading.sheets(), ["Blad1", "Hulp"]);
}

#[test]
fn what_is_damaged_or_something_else_is_told() {
    let whole = workbook(&[("Blad1", &|sheet| texts(sheet, &[&["1.1 Veld"]]))]);
    let half = &whole[..whole.len() / 2];
    let cases: [(&[u8], &str); 4] = [
        (
            half,
            "error[unreadable-file] budget: the workbook can't be read: invalid Zip archive: Could not find EOCD",
        ),
        (b"%PDF-1.7\nx", "error[unreadable-file] budget: the file is a PDF, which is not read"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "error[unreadable-file] budget: the file is an old Office file or protected by a password, which is not read",
        ),
        (
            b"PK\x03\x04",
            "error[unreadable-file] budget: the workbook can't be read: invalid Zip archive: Could not find EOCD",
        ),
    ];
    for (bytes, message) in cases {
        let reading = Reader::new().read_bytes(bytes);
        assert!(reading.budget.fields.is_empty());
        assert_eq!(told(&reading), [message]);
        assert_eq!(reading.source_findings()[0].rule, Rule::UnreadableFile);
    }
}
