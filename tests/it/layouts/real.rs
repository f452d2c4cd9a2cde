//! The 40 tables of real data, written in each layout.

use std::collections::BTreeMap;

use super::same::{Table, check_grids, is_same_in_lines, no_figure_is_another_in_lines};
use crate::indicator_cells::{Cell, footnotes, tables};
use crate::support::data;

/// A table as it was printed, without the rows whose cells can't be placed.
fn table(cells: &[Cell], notes: &[String]) -> (Table, usize) {
    let mut headers: BTreeMap<usize, String> = BTreeMap::new();
    let mut rows: BTreeMap<usize, Vec<&Cell>> = BTreeMap::new();
    for cell in cells {
        if cell.is_placed {
            headers.insert(cell.column, cell.header.replace('\n', " ").replace("  ", " "));
        }
        rows.entry(cell.row).or_default().push(cell);
    }
    let all = rows.len();
    rows.retain(|_, cells| cells.len() == headers.len());
    let left_out = all - rows.len();
    let has_units = rows.values().any(|cells| !cells[0].unit.is_empty());
    let rows = rows.into_values().map(|cells| {
        let unit = has_units.then(|| cells[0].unit.clone());
        let printed = cells.iter().map(|cell| cell.printed.replace('\n', " "));
        (cells[0].label.clone(), unit.into_iter().chain(printed).collect())
    });
    let rows = rows.collect();
    let unit = has_units.then(|| "Eenheid".to_owned());
    let headers = unit.into_iter().chain(headers.into_values()).collect();
    (Table { headers, rows, notes: notes.to_vec() }, left_out)
}

#[test]
fn the_real_tables_are_the_same_in_each_layout() {
    let Some(path) = data::file("begroting/indicator_cells.csv") else { return };
    let notes = footnotes(&data::file("begroting/table_notes.csv").expect("beside the cells"));
    let tables = tables(&path);
    let (mut in_lines, mut left_out, mut unplaced) = (0, 0, 0);
    let mut others = Vec::new();
    for (name, cells) in &tables {
        let (table, rows) = table(cells, notes.get(name).map_or(&[], Vec::as_slice));
        left_out += rows;
        if table.rows.is_empty() {
            unplaced += 1;
            continue;
        }
        check_grids(&table);
        if is_same_in_lines(&table) {
            in_lines += 1;
        } else {
            no_figure_is_another_in_lines(&table);
            others.push(&**name);
        }
    }
    let compared = tables.len() - unplaced;
    println!(
        "web page, Markdown, separated values and workbook: equal in {compared} of {compared}; plain \
         text: equal in {in_lines} of {compared}; left out since nobody can place their cells: \
         {left_out} rows, among them all of {unplaced} tables"
    );
    // What plain text can't say: an empty cell, words in a cell, two spaces; and where it is told that
    // a line may be something else.
    assert_eq!(
        others,
        [
            "bloemendaal-b2021",
            "flevoland-b2020",
            "gr-1012-b2017",
            "gr-22-b2017",
            "gr-222-j2017",
            "gr-234-b2017",
            "gr-234-b2018",
            "gr-61-j2018",
            "gr-614-b2017",
            "gr-812-b2018",
            "gr-921-b2017",
            "leudal-b2019",
            "maassluis-j2017",
            "nieuwegein-j2019",
            "teylingen-b2020",
            "tilburg-b2018",
            "ut-b2019",
            "zh-njn2019",
        ]
    );
}
