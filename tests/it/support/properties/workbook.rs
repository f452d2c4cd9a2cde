//! Workbooks whose parts may be anything.

use std::io::{Cursor, Write as _};

use beleid::{Reader, Reading, Span};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use super::reading::laws;

/// What parts the parts of a workbook in the bytes of the fuzz target.
const BETWEEN: u8 = b'\x1e';

/// The parts that the bytes may replace, with their default contents.
const PARTS: [(&str, &str); 3] = [
    ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
    ("xl/sharedStrings.xml", "<sst/>"),
    ("xl/styles.xml", "<styleSheet/>"),
];

/// Packs the parts into a workbook of one sheet.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut given = bytes.split(|byte| *byte == BETWEEN);
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"{TYPE}/{kind}\" Target=\"{target}\"></Relationship>"
        )
    };
    let fixed = [
        (
            "_rels/.rels",
            format!("<Relationships>{}</Relationships>", relation("a", "officeDocument", "xl/workbook.xml")),
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"b\"></sheet></sheets></workbook>"
                .to_owned(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships>{}{}{}</Relationships>",
                relation("b", "worksheet", "worksheets/sheet1.xml"),
                relation("c", "sharedStrings", "sharedStrings.xml"),
                relation("d", "styles", "styles.xml"),
            ),
        ),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in &fixed {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    for (name, otherwise) in PARTS {
        zip.start_file(name, options).unwrap();
        let part = given.next().filter(|part| !part.is_empty());
        zip.write_all(part.unwrap_or(otherwise.as_bytes())).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Reads a workbook of these parts, and holds what comes out against the laws.
pub(crate) fn workbook(bytes: &[u8]) {
    let packed = pack(bytes);
    let reading = Reader::new().read_bytes(&packed);
    cells_stand_in_order(&reading);
    laws(&reading);
}

fn cells_stand_in_order(reading: &Reading<'_>) {
    let mut before = (0, 0);
    for line in reading.lines() {
        let Span::Sheet { sheet, row, column, .. } = line.span else { panic!("{line:?}") };
        assert_eq!(sheet, 1);
        assert!((row, column) > before, "{line:?} stands in front of {before:?}");
        before = (row, column);
    }
}
