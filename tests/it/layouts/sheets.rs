//! What a reader of a sheet sees: rich text, number formats, formulas, merged cells.

use std::io::Write;

use beleid::{Reader, Reading, Rule};
use rust_xlsxwriter::{Format, FormatScript, Workbook};

/// The texts of the last row, and the findings about the source.
fn outline(reading: &Reading<'_>) -> (Vec<String>, Vec<String>) {
    let texts = reading.lines().map(|line| line.text.to_owned()).collect();
    let findings = reading.source_findings().iter();
    let of_source = findings.filter(|finding| {
        [
            Rule::HiddenPart,
            Rule::LikelyReading,
            Rule::FormulaWithoutValue,
            Rule::UnreadableFile,
            Rule::LimitReached,
        ]
        .contains(&finding.rule)
    });
    (texts, of_source.map(ToString::to_string).collect())
}

/// A workbook of one sheet by the XML within its rows, with some number formats as styles 1, 2 …
fn workbook(rows: &str, formats: &[&str]) -> Vec<u8> {
    let escape =
        |code: &str| code.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let codes: Vec<String> = (170..)
        .zip(formats)
        .map(|(id, code)| format!("<numFmt numFmtId=\"{id}\" formatCode=\"{}\"/>", escape(code)))
        .collect();
    let styles: Vec<String> =
        (170..).zip(formats).map(|(id, _)| format!("<xf numFmtId=\"{id}\"/>")).collect();
    let (codes, styles) = (codes.concat(), styles.concat());
    let parts = [
        (
            "_rels/.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"sheet.xml\"/>\
             <Relationship Id=\"r2\" Type=\"x/styles\" Target=\"/xl/styles.xml\"/></Relationships>".to_owned(),
        ),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"Blad1\" r:id=\"r1\"/></sheets></workbook>".to_owned()),
        ("xl/styles.xml", format!("<styleSheet><numFmts>{codes}</numFmts><cellXfs><xf numFmtId=\"0\"/>{styles}</cellXfs></styleSheet>")),
        ("xl/sheet.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ];
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn raised_characters_are_marks() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    let raised = Format::new().set_font_script(FormatScript::Superscript);
    let lowered = Format::new().set_font_script(FormatScript::Subscript);
    let struck = Format::new().set_font_strikethrough();
    sheet.write_string(0, 0, "1.1 Veld").unwrap();
    sheet.write_string(1, 0, "Indicator").unwrap();
    sheet.write_rich_string(1, 1, &[(&plain, "Behaald 2016"), (&raised, "2)")]).unwrap();
    sheet.write_rich_string(2, 0, &[(&plain, "Banen"), (&raised, "1")]).unwrap();
    sheet.write_rich_string(2, 1, &[(&plain, "10"), (&raised, "1")]).unwrap();
    sheet.write_rich_string(3, 0, &[(&plain, "CO"), (&lowered, "2"), (&plain, " uit")]).unwrap();
    sheet.write_rich_string(3, 1, &[(&plain, "7,5"), (&raised, "1")]).unwrap();
    sheet.write_string(4, 0, "Schepen").unwrap();
    sheet.write_rich_string(4, 1, &[(&struck, "9"), (&plain, "8")]).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let reading = Reader::new().read_bytes(&bytes);
    let (texts, findings) = outline(&reading);
    assert_eq!(
        texts,
        [
            "1.1 Veld",
            "Indicator",
            "Behaald 2016²",
            "Banen¹",
            "10 1)",
            "CO2 uit",
            "7,5¹",
            "Schepen",
            "8"
        ]
    );
    assert_eq!(findings, ["advice[hidden-part] budget: \"9\" of the sheet \"Blad1\" are struck out, and were left out".replace("Blad1", "Sheet1")]);
    let values: Vec<String> = reading
        .budget
        .all_indicators()
        .flat_map(|(_, row)| row.figures.iter().map(|figure| figure.value.to_string()))
        .collect();
    assert_eq!(values, ["10", "7.5", "8"]);
    assert_eq!(reading.budget.all_indicators().next().unwrap().1.figures[0].notes[0], *"1)");
}

#[test]
fn cells_are_read_as_they_are_shown() {
    const QUARTER: f64 = 15.0 / 1440.0;
    let cases: &[(f64, &str, &str, bool)] = &[
        (QUARTER, "h:mm:ss", "0:15:00", true),
        (10.0 / 1440.0, "[hh]:mm:ss", "00:10:00", true),
        (2.0, "[h]:mm", "48:00", true),
        (12.0, ">0", ">12", true),
        (0.12, "+0%", "+12%", true),
        (0.0, "0;-0;\"n.v.t.\"", "n.v.t.", true),
        (1234.5, "\"€\" #,##0.00;[Red]\"€\" #,##0.00", "€ 1234,50", true),
        (-1234.5, "\"€\" #,##0.00;[Red]\"€\" #,##0.00", "€ -1234,50", true),
        (612_345_678.0, "000-000-000", "612345678", false),
    ];
    for (number, format, text, is_followed) in cases {
        let rows = format!(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>{number}</v></c></row>"
        );
        let bytes = workbook(&rows, &[format]);
        let (texts, findings) = outline(&Reader::new().read_bytes(&bytes));
        assert_eq!(texts, ["1", text], "{number} {format}");
        let expected = format!(
            "advice[likely-reading] sheet 1, B1: the number format \"{format}\" of \"{text}\" is not followed, and may show more than the number"
        );
        assert_eq!(
            findings,
            if *is_followed { vec![] } else { vec![expected] },
            "{number} {format}"
        );
    }
}

#[test]
fn a_formula_without_its_result_is_no_blank() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "<c r=\"B1\"><f>A1+1</f></c>",
            "=A1+1",
            &["warning[formula-without-value] sheet 1, B1: the result of \"=A1+1\" is not stored"],
        ),
        (
            "<c r=\"B1\"><f>A1+1</f><v></v></c>",
            "=A1+1",
            &["warning[formula-without-value] sheet 1, B1: the result of \"=A1+1\" is not stored"],
        ),
        (
            "<c r=\"B1\"><f>A1+1</f><v/></c><c><f t=\"shared\" si=\"0\"/></c>",
            "=A1+1 =",
            &[
                "warning[formula-without-value] sheet 1, B1: the result of \"=A1+1\" and 1 more is not stored",
            ],
        ),
        ("<c r=\"B1\"><f>A1+1</f><v>2</v></c>", "2", &[]),
        ("<c r=\"B1\" t=\"str\"><f>\"\"</f><v></v></c>", "", &[]),
        ("<c r=\"B1\" t=\"str\"><f>\"x\"</f><v>x</v></c>", "x", &[]),
        ("<c r=\"B1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!", &[]),
        ("<c r=\"B1\" t=\"b\"><v>1</v></c>", "WAAR", &[]),
        ("<c r=\"B1\" t=\"inlineStr\"><is><t>10</t><rPh><t>x</t></rPh></is></c>", "10", &[]),
    ];
    for (cell, text, expected) in cases {
        let rows = format!("<row r=\"1\"><c r=\"A1\"><v>1</v></c>{cell}</row>");
        let (texts, findings) = outline(&Reader::new().read_bytes(&workbook(&rows, &[])));
        assert_eq!(
            (texts[1..].join(" "), findings),
            ((*text).to_owned(), expected.iter().map(|text| (*text).to_owned()).collect()),
            "{cell}"
        );
    }
}

#[test]
fn what_a_format_hides_is_reported() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>0</v></c><c r=\"C1\" s=\"1\"><v>2</v></c></row>";
    let (texts, findings) = outline(&Reader::new().read_bytes(&workbook(rows, &["0;-0;"])));
    assert_eq!(texts, ["1", "2"]);
    assert_eq!(
        findings,
        [
            "advice[hidden-part] budget: \"0\" of the sheet \"Blad1\" have a format that shows nothing, and were left out"
        ]
    );
}

#[test]
fn cells_that_are_out_of_place_are_reported() {
    for (rows, why) in [
        ("<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>", "\"1A\" is not a cell reference"),
        ("<row r=\"0\"><c><v>1</v></c></row>", "\"0\" is not a cell reference"),
        ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "there is no text \"7\""),
    ] {
        let (texts, findings) = outline(&Reader::new().read_bytes(&workbook(rows, &[])));
        assert_eq!(texts, [""; 0]);
        assert_eq!(
            findings,
            [format!("error[unreadable-file] budget: the workbook can't be read: {why}")]
        );
    }
    // Rows and cells that don't say where they stand follow each other.
    let (texts, findings) = outline(&Reader::new().read_bytes(&workbook(
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
        &[],
    )));
    assert_eq!((texts, findings), (vec!["1".to_owned(), "2".to_owned(), "3".to_owned()], vec![]));
}
