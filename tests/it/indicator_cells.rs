//! The 462 cells of 40 tables of some 20 public bodies, against what a person read in each.
//! The readings stand in `golden/indicator_cells.tsv`; a `?` marks those that another person may
//! read otherwise. The tables themselves are real data.

use std::collections::BTreeMap;

use beleid::{CellReading, RowText, TableReading, TableText};

use crate::cells::shown;
use crate::support::data;

/// A cell of the real data.
#[derive(Clone)]
pub(crate) struct Cell {
    pub(crate) row: usize,
    pub(crate) label: String,
    pub(crate) unit: String,
    pub(crate) column: usize,
    pub(crate) header: String,
    pub(crate) printed: String,
    pub(crate) is_placed: bool,
    edition: String,
}

/// A cell as a person read it.
struct Golden<'g> {
    printed: &'g str,
    role: &'g str,
    period: &'g str,
    reading: &'g str,
    rule: &'g str,
}

pub(crate) fn tables(path: &std::path::Path) -> BTreeMap<String, Vec<Cell>> {
    let mut tables: BTreeMap<String, Vec<Cell>> = BTreeMap::new();
    let mut csv = csv::Reader::from_path(path).expect("the cells");
    let names: Vec<String> = csv.headers().expect("headers").iter().map(str::to_owned).collect();
    for record in csv.records() {
        let record = record.expect("a record");
        let get = |name: &str| {
            let at = names.iter().position(|known| known == name).expect("a column");
            record.get(at).expect("a field").to_owned()
        };
        tables.entry(get("table_id")).or_default().push(Cell {
            row: get("row").parse().expect("a row number"),
            label: get("indicator_label"),
            unit: get("unit_column"),
            column: get("col").parse().expect("a column number"),
            header: get("header_raw"),
            printed: get("cell_raw"),
            is_placed: get("alignment") == "certain",
            edition: get("edition_year"),
        });
    }
    tables
}

/// The footnotes of each table: `* nieuwe indicator`.
pub(crate) fn footnotes(path: &std::path::Path) -> BTreeMap<String, Vec<String>> {
    let mut notes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in csv::Reader::from_path(path).expect("the notes").records() {
        let record = record.expect("a record");
        let (table, note) = (record.get(0).expect("a table"), record.get(3).expect("a note"));
        if note.starts_with(['*', '(']) || note.starts_with(|c: char| c.is_ascii_digit()) {
            notes.entry(table.to_owned()).or_default().push(note.to_owned());
        }
    }
    notes
}

/// Reads a table, including the rows whose cells can't be placed or are incomplete.
fn read(cells: &[Cell], notes: &[String]) -> TableReading {
    let placed: Vec<&Cell> = cells.iter().filter(|cell| cell.is_placed).collect();
    let mut headers: BTreeMap<usize, &str> = BTreeMap::new();
    for cell in &placed {
        headers.insert(cell.column, &cell.header);
    }
    let headers: Vec<&str> = headers.into_values().collect();
    let mut rows: BTreeMap<usize, Vec<&Cell>> = BTreeMap::new();
    for cell in cells {
        rows.entry(cell.row).or_default().push(cell);
    }
    let printed: Vec<Vec<&str>> =
        rows.values().map(|row| row.iter().map(|cell| &*cell.printed).collect()).collect();
    let rows: Vec<RowText<'_>> = rows
        .values()
        .zip(&printed)
        .map(|(row, cells)| RowText {
            label: &row[0].label,
            unit: Some(&*row[0].unit).filter(|unit| !unit.is_empty()),
            cells,
        })
        .collect();
    let notes: Vec<&str> = notes.iter().map(|note| &**note).collect();
    let edition = cells[0].edition.parse().ok();
    let table = TableText { headers: &headers, rows: &rows, footnotes: &notes, edition };
    beleid::read_table(&table)
}

/// The result of reading a cell, in the form of the golden table.
fn told(cell: &CellReading) -> (String, String, String, String) {
    let figures: Vec<String> = cell.figures().map(shown).collect();
    let role = cell.figure.role.map(|role| role.to_string()).unwrap_or_default();
    let period = cell.figure.period.map(|period| period.to_string()).unwrap_or_default();
    let rules: Vec<_> = cell.findings.iter().map(|finding| finding.rule.code()).collect();
    (role, period, figures.join(" + "), rules.join(" "))
}

#[test]
fn each_cell_is_read_right_or_reported() {
    let Some(cells) = data::file("begroting/indicator_cells.csv") else { return };
    let notes = footnotes(&data::file("begroting/table_notes.csv").expect("beside the cells"));
    let tables = tables(&cells);
    assert_eq!(tables.len(), 40);
    let golden = include_str!("../golden/indicator_cells.tsv");
    let golden: BTreeMap<(&str, usize, usize), Golden<'_>> = golden
        .lines()
        .skip(1)
        .map(|line| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [table, row, column, printed, role, period, reading, rule, _] =
                fields.try_into().expect("nine columns");
            let at = (table, row.parse().expect("a row"), column.parse().expect("a column"));
            (at, Golden { printed, role, period, reading, rule })
        })
        .collect();
    assert_eq!(golden.len(), 462);

    let (mut right, mut reported, mut attributes) = (0, 0, 0);
    let mut wrong = Vec::new();
    for (id, cells) in &tables {
        let reading = read(cells, notes.get(id).map_or(&[], |notes| notes));
        let mut made: BTreeMap<usize, Vec<Option<&CellReading>>> = BTreeMap::new();
        let mut rows: BTreeMap<usize, Vec<&Cell>> = BTreeMap::new();
        for cell in cells {
            rows.entry(cell.row).or_default().push(cell);
        }
        for ((number, row), read) in rows.iter().zip(&reading.rows) {
            // The cells that are no figures stand apart.
            let mut figures = read.cells.iter();
            let holds = |at: usize| !read.is_aligned || reading.headers[at].holds_figures();
            let cells = (0..row.len()).map(|at| holds(at).then(|| figures.next().unwrap()));
            made.insert(*number, cells.collect());
        }
        for (number, row) in &rows {
            for (cell, made) in row.iter().zip(&made[number]) {
                let golden = &golden[&(&**id, cell.row, cell.column)];
                assert_eq!(golden.printed, cell.printed.replace('\n', "\\n"));
                let place = format!("{id} {}.{} {:?}", cell.row, cell.column, cell.printed);
                let Some(made) = made else {
                    assert_eq!(golden.reading, "attribute", "{place}");
                    attributes += 1;
                    continue;
                };
                let (role, period, figures, rules) = told(made);
                // A row that lacks some of its columns in the data has none here.
                let is_whole = made.figure.cell.as_ref().is_some_and(|cell| cell.column.is_some());
                if is_whole && (role != golden.role || period != golden.period) {
                    let expected = format!("{} {}", golden.role, golden.period);
                    wrong.push(format!("{place}: for {role} {period} and not {expected}"));
                }
                let is_kept = figures.contains(r#"{"text":"#) && !rules.is_empty();
                if figures == golden.reading && rules == golden.rule {
                    if is_kept { reported += 1 } else { right += 1 }
                } else if is_kept && golden.rule == "reported" {
                    reported += 1;
                } else {
                    let expected = format!("{} [{}]", golden.reading, golden.rule);
                    wrong.push(format!("{place}: {figures} [{rules}] and not {expected}"));
                }
            }
        }
    }
    println!("right {right}, reported {reported}, no figures {attributes}, wrong {}", wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(right + reported + attributes, 462);
    assert_eq!((right, reported), (423, 7));
}
