//! Reading each layout compared with its bare parser, on the same bytes in the same run:
//! `cargo bench -p beleid-benches --bench layouts`. With `--write FOLDER` it writes the sources, for other programs.

#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::print_stdout,
    missing_docs,
    reason = "a program that prints a table"
)]

mod support;

use std::hint::black_box;
use std::io::Cursor;
use std::time::{Duration, Instant};

use beleid::{Layout, Reader};
use calamine::Reader as _;
use support::corpus::{self, Kind};

type Bare = fn(&[u8]) -> usize;

fn main() {
    let sources = sources();
    let mut arguments = std::env::args().skip(1);
    if arguments.by_ref().any(|argument| argument == "--write") {
        let folder = arguments.next().expect("a folder behind --write");
        for (name, _, bytes, _) in &sources {
            std::fs::write(format!("{folder}/{name}"), bytes).expect("the source can be written");
        }
        return;
    }
    println!("| layout | size | read | bare parser | times the bare parser |");
    println!("|---|---:|---:|---:|---:|");
    for (name, layout, bytes, bare) in &sources {
        let read = || Reader::new().read_bytes_as(black_box(bytes), *layout).budget.fields.len();
        assert!(read() > 0);
        // Turn and turn about, so that both have the same share of a busy machine.
        let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
        for _ in 0..15 {
            ours = ours.min(time(read));
            theirs = theirs.min(time(|| bare(black_box(bytes))));
        }
        let speed = |time: Duration| bytes.len() as f64 / 1e6 / time.as_secs_f64();
        println!(
            "| {name} | {} kB | {:.0} MB/s | {:.0} MB/s | {:.1} |",
            bytes.len() / 1000,
            speed(ours),
            speed(theirs),
            ours.as_secs_f64() / theirs.as_secs_f64()
        );
    }
}

fn time(run: impl Fn() -> usize) -> Duration {
    let start = Instant::now();
    black_box(run());
    start.elapsed()
}

/// The same document in each layout, with the parser underneath.
fn sources() -> Vec<(&'static str, Layout, Vec<u8>, Bare)> {
    let text = corpus::budget(Kind::Mixed, 0, corpus::FIELDS);
    let reading = beleid::read(&text);
    let mut html = String::from("<!DOCTYPE html><html><body><main><h1>Begroting 2017</h1>\n");
    let mut markdown = String::from("# Begroting 2017\n\n");
    let mut csv = String::from("Indicator;Behaald 2014;Behaald 2015;Beoogd 2016;Beoogd 2017\n");
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let mut row = 0;
    for (column, header) in (0..).zip(csv.trim_end().split(';')) {
        sheet.write_string(row, column, header).expect("a header");
    }
    for field in reading.budget.all_fields() {
        let code = field.heading.code.as_ref().map(ToString::to_string).unwrap_or_default();
        let title = field.heading.title.as_deref().unwrap_or_default();
        html += &format!("<h2>{code} {title}</h2>\n");
        markdown += &format!("## {code} {title}\n\n");
        for paragraph in field.introduction().chain(field.situation()) {
            html += &format!("<p>{paragraph}</p>\n");
            markdown += &format!("{paragraph}\n\n");
        }
        let Some(first) = field.indicators.first() else { continue };
        let headers: Vec<String> = first
            .figures
            .iter()
            .filter_map(|figure| field.header_of(figure.cell.as_ref()?))
            .collect();
        html += "<h3>Indicatoren</h3><table><tr><th>Indicator</th>";
        markdown += "### Indicatoren\n\n| Indicator |";
        for header in &headers {
            html += &format!("<th>{header}</th>");
            markdown += &format!(" {header} |");
        }
        html += "</tr>\n";
        markdown += &format!("\n|{}\n", "---|".repeat(headers.len() + 1));
        for indicator in &field.indicators {
            html += &format!("<tr><td>{}</td>", indicator.name);
            markdown += &format!("| {} |", indicator.name);
            csv += &indicator.name.replace(';', ",");
            row += 1;
            sheet.write_string(row, 0, &indicator.name).expect("a label");
            for (column, figure) in (1..).zip(&indicator.figures) {
                let printed = figure.cell.as_ref().map_or("", |cell| &*cell.printed);
                html += &format!("<td>{}</td>", printed.replace('<', "&lt;").replace('>', "&gt;"));
                markdown += &format!(" {} |", printed.replace('>', "\\>").replace('*', "\\*"));
                csv += &format!(";{printed}");
                sheet.write_string(row, column, printed).expect("a cell");
            }
            html += "</tr>\n";
            markdown += "\n";
            csv += "\n";
        }
        html += "</table>\n";
        markdown += "\n";
    }
    html += "</main></body></html>";
    let workbook = workbook.save_to_buffer().expect("a workbook");
    vec![
        ("budget.html", Layout::Html, html.into_bytes(), tokens),
        ("budget.md", Layout::Markdown, markdown.into_bytes(), events),
        ("budget.csv", Layout::Csv, csv.into_bytes(), records),
        ("budget.xlsx", Layout::Xlsx, workbook, cells),
    ]
}

fn tokens(bytes: &[u8]) -> usize {
    let text = std::str::from_utf8(bytes).expect("text");
    html5gum::Tokenizer::new(text).count()
}

fn events(bytes: &[u8]) -> usize {
    let text = std::str::from_utf8(bytes).expect("text");
    pulldown_cmark::Parser::new_ext(text, pulldown_cmark::Options::ENABLE_TABLES).count()
}

fn records(bytes: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(bytes);
    reader.byte_records().filter_map(Result::ok).map(|record| record.len()).sum()
}

fn cells(bytes: &[u8]) -> usize {
    let mut workbook = calamine::Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let name = workbook.sheet_names().first().cloned().expect("a sheet");
    let mut reader = workbook.worksheet_cells_reader(&name).expect("its cells");
    std::iter::from_fn(|| reader.next_cell().ok().flatten()).count()
}
