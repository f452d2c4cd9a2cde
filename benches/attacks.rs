//! Malicious sources: the size of each, the time and the peak memory of reading it, and the finding
//! about it. `cargo bench -p beleid-benches --bench attacks`; `-- --large` for sources that are simply large.

#![allow(
    clippy::expect_used,
    clippy::format_push_string,
    clippy::print_stdout,
    missing_docs,
    reason = "a program that prints a table"
)]

use std::hint::black_box;
use std::io::{Cursor, Write as _};
use std::time::Instant;

use beleid::{Layout, Reader};
use zip::write::SimpleFileOptions;

type Source = (&'static str, Option<Layout>, Vec<u8>);

fn main() {
    println!("| source | size | time | peak memory | findings | the first of them |");
    println!("|---|---:|---:|---:|---:|---|");
    for (name, layout, bytes) in sources() {
        let mut taken = None;
        let start = Instant::now();
        let counted = allocation_counter::measure(|| {
            let reader = Reader::new();
            let reading = match layout {
                Some(layout) => reader.read_bytes_as(&bytes, layout),
                None => reader.read_bytes(&bytes),
            };
            let findings = reading.source_findings();
            let first = findings.iter().find(|found| !found.rule.code().starts_with("missing"));
            taken =
                Some((findings.len(), first.map(|found| found.message(beleid::Language::English))));
            black_box(&reading);
        });
        let (count, first) = taken.unwrap_or_default();
        let first: String = first.unwrap_or_else(|| "-".into()).chars().take(110).collect();
        println!(
            "| {name} | {} | {:.2} s | {} | {count} | {} |",
            size(bytes.len()),
            start.elapsed().as_secs_f64(),
            size(usize::try_from(counted.bytes_max).unwrap_or(usize::MAX)),
            first.replace('|', "\\|")
        );
    }
}

fn size(bytes: usize) -> String {
    match bytes {
        0..10_000 => format!("{bytes} B"),
        10_000..10_000_000 => format!("{} kB", bytes / 1000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}

fn sources() -> Vec<Source> {
    let html = |text: String| (Some(Layout::Html), text.into_bytes());
    let csv = |text: String| (Some(Layout::Csv), text.into_bytes());
    let large = |text: &str| text.repeat(100_000_000 / text.len());
    let mut all: Vec<Source> = Vec::new();
    let mut add = |name, (layout, bytes)| all.push((name, layout, bytes));
    let head = "<h1>1.1 Veld</h1><table><tr><th>Indicator<th>Beoogd 2017";
    add(
        "web page: colspan=\"999999999\"",
        html(format!("{head}<tr><td>A<td colspan=999999999>5</table>")),
    );
    add(
        "web page: 100,000 cells with colspan=\"1000\"",
        html(format!("{head}{}</table>", "<tr><td colspan=1000>5".repeat(100_000))),
    );
    add(
        "web page: 100,000 rowspans that overlap",
        html(format!("{head}{}</table>", "<tr><td rowspan=65534>5".repeat(100_000))),
    );
    add("web page: 100,000 nested div", html("<div>".repeat(100_000) + "1.1 Veld"));
    add("web page: 100,000 nested tables", html("<table><tr><td>5".repeat(100_000)));
    add("web page: 100,000 nested lists", html("<ul><li>a".repeat(100_000)));
    add(
        "Markdown: 100,000 nested quotes",
        (Some(Layout::Markdown), (">".repeat(100_000) + " a\n").into_bytes()),
    );
    add(
        "CSV: one cell of 50 MB",
        csv(format!("Indicator;Beoogd 2017\nA;{}\n", "x".repeat(50_000_000))),
    );
    add(
        "CSV: a million columns",
        csv(format!("Indicator{}\nA{}\n", ";2017".repeat(1_000_000), ";5".repeat(1_000_000))),
    );
    add("workbook: a cell at XFD1048576", (None, far_cell()));
    add(
        "workbook: 1 GB of zeros",
        (None, package(&[("xl/worksheets/sheet1.xml", Filling::Zeros(1_000_000_000))])),
    );
    add("workbook: a part that says it holds 1 kB", (None, lying()));
    add("workbook: entities that multiply", (None, entities()));
    add("bytes that are no workbook", (None, [b"PK\x03\x04".as_slice(), &[0; 1000]].concat()));
    if std::env::args().all(|argument| argument != "--large") {
        return all;
    }
    let lines = "1.1 Veld\n\nIndicatoren\n\nBehaald 2015\n\nBeoogd 2017\n\nAantal scholen\n\n10\n\n> 15\n\nTekst.\n\n";
    add("text of 100 MB", (Some(Layout::Lines), large(lines).into_bytes()));
    let table = "<h2>1.1 Veld</h2><p>Tekst.</p><table><tr><th>Indicator<th>Behaald 2015<th>Beoogd 2017\
        <tr><td>Aantal scholen<td>10<td>&gt; 15</table>\n";
    add("web page of 100 MB", html(large(table)));
    let table = "## 1.1 Veld\n\nTekst.\n\n| Indicator | Behaald 2015 | Beoogd 2017 |\n|--|--|--|\n\
        | Aantal scholen | 10 | > 15 |\n\n";
    add("Markdown of 100 MB", (Some(Layout::Markdown), large(table).into_bytes()));
    add(
        "CSV of 100 MB",
        csv("Indicator;Behaald 2015;Beoogd 2017\n".to_owned()
            + &large("Aantal scholen in de stad;10;> 15\n")),
    );
    all
}

enum Filling<'f> {
    Text(&'f str),
    Zeros(usize),
}

/// A workbook of one sheet, with some parts in the place of its own.
fn package(parts: &[(&str, Filling<'_>)]) -> Vec<u8> {
    let own = [
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"></Relationship></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="b"></sheet></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"></Relationship></Relationships>"#,
        ),
        (
            "xl/worksheets/sheet1.xml",
            r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#,
        ),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().large_file(true);
    for (name, text) in own.iter().filter(|(name, _)| parts.iter().all(|(other, _)| other != name))
    {
        zip.start_file(*name, options).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    for (name, filling) in parts {
        zip.start_file(*name, options).expect("a part");
        match filling {
            Filling::Text(text) => zip.write_all(text.as_bytes()).expect("its text"),
            Filling::Zeros(count) => {
                let block = vec![b'0'; 1_000_000];
                for _ in 0..count / block.len() {
                    zip.write_all(&block).expect("its text");
                }
            }
        }
    }
    zip.finish().expect("an archive").into_inner()
}

fn far_cell() -> Vec<u8> {
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>5</v></c></row><row r="1048576"><c r="XFD1048576"><v>5</v></c></row></sheetData></worksheet>"#;
    package(&[("xl/worksheets/sheet1.xml", Filling::Text(sheet))])
}

/// An archive whose directory says that a part of 1 GB is small.
fn lying() -> Vec<u8> {
    let mut bytes = package(&[("xl/worksheets/sheet1.xml", Filling::Zeros(1_000_000_000))]);
    // The size stands 24 bytes into the entry of the directory, and in the fields for large files.
    let size = 1_000_000_000_u64.to_le_bytes();
    let small = 1000_u64.to_le_bytes();
    for at in 0..bytes.len().saturating_sub(8) {
        if bytes.get(at..at + 8) == Some(&size) {
            bytes.splice(at..at + 8, small);
        } else if bytes.get(at..at + 4) == size.get(..4) {
            bytes.splice(at..at + 4, small.iter().copied().take(4));
        }
    }
    bytes
}

fn entities() -> Vec<u8> {
    let mut text = String::from("<!DOCTYPE sst [<!ENTITY a0 \"aaaaaaaaaa\">");
    for step in 1..30 {
        text += &format!("<!ENTITY a{step} \"{}\">", format!("&a{};", step - 1).repeat(10));
    }
    text += "]><sst><si><t>&a29;</t></si></sst>";
    let rels = r#"<Relationships><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"></Relationship><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"></Relationship></Relationships>"#;
    package(&[
        ("xl/_rels/workbook.xml.rels", Filling::Text(rels)),
        ("xl/sharedStrings.xml", Filling::Text(&text)),
    ])
}
