//! The tables of money of published pages: the sign convention that was found, and how many sums come out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use beleid::{KnownSign, Layout, MoneyTable, Reader, Sign, Signs};

use crate::support::{data, golden};

fn sign(of: Option<KnownSign>) -> String {
    of.map_or("?".to_owned(), |of| {
        let sign = if of.sign == Sign::Plus { '+' } else { '-' };
        format!("{sign} by {}", of.by)
    })
}

fn row(name: &str, table: &MoneyTable) -> String {
    let Signs { expenses, income, surplus } = table.signs.unwrap_or_default();
    let sums =
        table.sums.iter().map(|of| format!("{} {}/{}", of.kind, of.held, of.held + of.failed));
    format!(
        "{name}\t{}\t{}\t{}\t{}\t{}\t{}\n",
        table.place,
        table.lines,
        sign(expenses),
        sign(income),
        sign(surplus),
        sums.collect::<Vec<_>>().join(", ")
    )
}

const HEADER: &str = "page\ttable\tlines\texpenses\tincome\tsurplus\tsums that come out\n";

#[test]
fn each_table_of_the_real_pages_has_its_convention_and_its_sums() {
    let Some(cases) = data::text("real/expected.jsonl") else { return };
    let mut out = HEADER.to_owned();
    for case in cases.lines() {
        let case: serde_json::Value = serde_json::from_str(case).unwrap();
        let name = case["file"].as_str().unwrap();
        let bytes = std::fs::read(data::file(&format!("real/{name}")).unwrap()).unwrap();
        let reading = Reader::new().read_bytes(&bytes);
        for table in reading.budget.money_tables() {
            out += &row(name.split('-').next().unwrap(), &table);
        }
    }
    golden::is("money_pages.tsv", &out);
}

/// The tables that were typed over with a word on their signs.
#[test]
fn each_table_of_typed_cells_has_its_convention_and_its_sums() {
    let Some(path) = data::file("begroting/finance_cells.csv") else { return };
    let mut reader = csv::Reader::from_path(path).unwrap();
    let mut tables: BTreeMap<String, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    for record in reader.deserialize() {
        let record: BTreeMap<String, String> = record.unwrap();
        tables.entry(record["table_id"].clone()).or_default().push(record);
    }
    assert_eq!(tables.len(), 6);
    let mut out = HEADER.to_owned();
    for (id, cells) in tables {
        let page = page(&cells);
        let reading = Reader::new().read_as(&page, Layout::Markdown);
        for table in reading.budget.money_tables() {
            out += &row(&id, &table);
        }
    }
    golden::is("money_cells.tsv", &out);
}

/// A page with a table of these cells; a row of which it is unknown which cell is missing has an empty one at its end.
fn page(cells: &[BTreeMap<String, String>]) -> String {
    let certain = || cells.iter().filter(|cell| cell["alignment"] == "certain");
    let mut headers: Vec<&str> = Vec::new();
    let column = |cell: &BTreeMap<String, String>| cell["col"].parse::<usize>().unwrap();
    for cell in certain() {
        if headers.len() < column(cell) {
            headers.push(&cell["header"]);
        }
    }
    let document = &cells[0]["document"];
    let mut page = format!(
        "# {document}\n\n## 1.1 Overzicht\n\nWat mag het kosten?\n\n({})\n\n| | {} |\n|{}\n",
        cells[0]["unit_note"],
        headers.join(" | "),
        "---|".repeat(headers.len() + 1)
    );
    for row in cells.chunk_by(|one, other| one["row"] == other["row"]) {
        let mut texts: Vec<&str> = row.iter().map(|cell| cell["cell_raw"].as_str()).collect();
        texts.resize(headers.len(), "");
        let _ = writeln!(page, "| {} | {} |", row[0]["label"], texts.join(" | "));
    }
    page
}
