//! Whole documents of twenty pages and more: what was counted and read by hand, without the
//! reader, against what the reader makes of them. The differences are in golden files, each with
//! both sides.

mod counts;
mod figures;

use beleid::{Reader, Reading};

use crate::support::golden;

/// The rows of a table that was made by hand, without its header.
fn rows(name: &str) -> Vec<Vec<String>> {
    let path = crate::support::root().join("tests/documents").join(name);
    let text = std::fs::read_to_string(&path).unwrap();
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
    text.lines().skip(1).map(cells).collect()
}

fn check(stem: &str, extension: &str) {
    let path = crate::support::root().join("examples/data").join(format!("{stem}.{extension}"));
    let bytes = std::fs::read(path).unwrap();
    let reading = Reader::new().read_bytes(&bytes);
    let mut report = counts::compare(&reading, &rows(&format!("{stem}.tsv")));
    report += "\n";
    report += &figures::compare(&reading, &rows(&format!("{stem}.figures.tsv")));
    report += &format!("\n{}", uses(&reading));
    golden::is(&format!("documents/{stem}.txt"), &report);
}

/// What the lines of the document were used for.
fn uses(reading: &Reading<'_>) -> String {
    let mut counts = std::collections::BTreeMap::new();
    for line in reading.lines() {
        *counts.entry(format!("{:?}", line.used_as)).or_insert(0_usize) += 1;
    }
    let total: usize = counts.values().sum();
    let counts: Vec<_> =
        counts.iter().map(|(used_as, count)| format!("{used_as} {count}")).collect();
    format!("lines {total}: {}\n", counts.join(", "))
}

#[test]
fn a_plan_as_text() {
    check("programmabegroting-2016", "txt");
}

#[test]
fn an_account_as_a_web_page() {
    check("jaarstukken-2018", "html");
}

#[test]
fn a_plan_in_markdown() {
    check("begroting-2020", "md");
}
