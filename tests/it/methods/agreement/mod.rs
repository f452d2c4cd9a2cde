//! What the methods give, held against published numbers and the output of other programs: the
//! agreement table. It is printed by the test, and stands in the README and in a golden file.

mod formulas;
mod opensdg;
mod rollups;
mod worked;

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::{data, golden};

/// How a file of expected numbers compares.
#[derive(Default)]
pub(crate) struct Agreement {
    rows: usize,
    equal: usize,
    /// Each row that differs, with why.
    explained: Vec<(&'static str, String)>,
    /// Each row that differs, and nobody knows why.
    unexplained: Vec<String>,
}

impl Agreement {
    /// Takes in a row: what differs in it, and the reason why it may.
    pub(crate) fn row(&mut self, id: &str, differs: &[String], reason: Option<&'static str>) {
        self.rows += 1;
        match (differs, reason) {
            ([], _) => self.equal += 1,
            (_, Some(reason)) => self.explained.push((reason, id.to_owned())),
            (_, None) => self.unexplained.push(format!("{id}: {}", differs.join(", "))),
        }
    }

    fn line(&self, file: &str) -> String {
        let different = self.rows - self.equal;
        let explained = self.explained.len();
        format!("| {file} | {} | {} | {different} | {explained} |\n", self.rows, self.equal)
    }

    /// The reasons, each with how often it holds and for which rows.
    fn reasons(&self) -> String {
        let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
        for (reason, id) in &self.explained {
            match reasons.iter_mut().find(|(known, _)| known == reason) {
                Some((_, ids)) => ids.push(id),
                None => reasons.push((reason, vec![id])),
            }
        }
        let mut text = String::new();
        for (reason, ids) in reasons {
            let _ = writeln!(text, "  {} × {reason}: {}", ids.len(), ids.join(" "));
        }
        text
    }
}

/// The rows of a file, each with its id.
pub(crate) fn rows(file: &str) -> Option<Vec<(String, Value)>> {
    let text = data::text(&format!("evaluation/{file}.jsonl"))?;
    let rows = text.lines().map(|line| {
        let row: Value = serde_json::from_str(line).expect("each row is JSON");
        (row["id"].as_str().expect("it has an id").to_owned(), row)
    });
    Some(rows.collect())
}

/// Years and values of a row, without the years that have none.
pub(crate) fn series(row: &Value) -> Vec<(f64, f64)> {
    let points = row["series"].as_array().expect("it has a series").iter();
    points.filter_map(|point| Some((point[0].as_f64()?, point[1].as_f64()?))).collect()
}

/// Whether two numbers are the same to nine places, or both absent.
pub(crate) fn same(expected: Option<f64>, ours: Option<f64>) -> bool {
    match (expected, ours) {
        (Some(expected), Some(ours)) => {
            (expected - ours).abs() <= 1e-9 * expected.abs().max(ours.abs()).max(1.0)
        }
        (None, None) => true,
        _ => false,
    }
}

/// A comparison with a file, where that is there.
type Compare = fn() -> Option<Agreement>;

#[test]
fn published_numbers_are_reproduced() {
    let mut table =
        String::from("| file | rows | equal | different | explained |\n|---|---|---|---|---|\n");
    let mut reasons = String::new();
    let mut unexplained = String::new();
    let mut take = |file: &str, agreement: Agreement| {
        table.push_str(&agreement.line(file));
        if !agreement.explained.is_empty() {
            let _ = write!(reasons, "\n{file}\n{}", agreement.reasons());
        }
        for row in &agreement.unexplained {
            let _ = writeln!(unexplained, "{file} {row}");
        }
    };
    let files: [(&str, Compare); 9] = [
        ("sdgbuild_series_cases", opensdg::series_cases),
        ("sdgbuild_series_cases, by the method itself", opensdg::series_cases_by_the_method),
        ("sdgbuild_published_series_outputs", opensdg::published_outputs),
        ("sdgbuild_edge_cases", opensdg::edge_cases),
        ("sdgbuild_published_rollups", rollups::flat),
        ("sdgbuild_published_group_rollups", rollups::nested),
        ("published_formula_cases, numbers", formulas::numbers),
        ("published_formula_cases, classes", formulas::classes),
        ("published_worked_examples", worked::examples),
    ];
    for (file, compare) in files {
        let Some(agreement) = compare() else { return };
        take(file, agreement);
    }
    let shown = format!("{table}{reasons}");
    println!("{shown}");
    assert!(unexplained.is_empty(), "{shown}\nnot explained:\n{unexplained}");
    golden::is("agreement.txt", &shown);
}
