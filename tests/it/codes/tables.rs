//! Writes the tables of the code lists, `src/codes/tables.rs`, from the definition files:
//! `BELEID_DATA=… UPDATE_CODES=1 cargo test --test it codes::tables`.

use std::collections::HashMap;
use std::fmt::Write as _;

use beleid::codes::{List, Part, Tier};
use serde_json::Value;

use super::files::{self, FILES, LISTS, Line, PARTS};

/// Values of one kind that several years share, each with the name of its static.
struct Shared {
    of: &'static str,
    /// The name by the source text of the value.
    names: HashMap<String, String>,
    counts: HashMap<String, usize>,
    /// The statics, in the order in which they were met.
    text: String,
}

impl Shared {
    fn new(of: &'static str) -> Self {
        let (names, counts) = (HashMap::new(), HashMap::new());
        Shared { of, names, counts, text: String::new() }
    }

    /// The name of the static with this value, which is defined if it is new.
    fn name(&mut self, front: &str, value: &str) -> String {
        let key = format!("{front} {value}");
        if let Some(name) = self.names.get(&key) {
            return name.clone();
        }
        let count = self.counts.entry(front.to_owned()).or_default();
        *count += 1;
        let name = format!("{}_{count}", front.to_uppercase());
        let _ = write!(self.text, "\nstatic {name}: {} = {value};\n", self.of);
        self.names.insert(key, name.clone());
        name
    }
}

fn entries(lines: &[Line]) -> String {
    let mut text = "&[\n".to_owned();
    for line in lines {
        let kind = if line.is_group { "group" } else { "leaf" };
        let parent = line.parent.as_deref().unwrap_or_default();
        let _ = writeln!(text, "    {kind}({parent:?}, {:?}, {:?}),", line.code, line.name);
    }
    text + "]"
}

/// Words of Rust, several on a line.
fn wrapped(words: &[String]) -> String {
    let mut text = "&[".to_owned();
    let mut width = usize::MAX;
    for word in words {
        if width > 100 {
            text += "\n   ";
            width = 3;
        }
        width += word.len() + 2;
        let _ = write!(text, " {word},");
    }
    text + if words.is_empty() { "]" } else { "\n]" }
}

fn quoted(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| format!("{text:?}")).collect()
}

struct Tables {
    lists: Shared,
    cells: Shared,
    codes: Shared,
    checks: Shared,
    definitions: String,
}

impl Tables {
    fn add(&mut self, tier: Tier, year: u16, file: &Value) {
        let lists: Vec<Vec<Line>> = LISTS.iter().map(|list| files::lines(file, list)).collect();
        let names = List::ALL.iter().zip(&lists).map(|(list, lines)| match &lines[..] {
            [] => "&[]".to_owned(),
            lines => self.lists.name(list.code(), &entries(lines)),
        });
        let names: Vec<String> = names.collect();
        let parts = Part::ALL.iter().zip(PARTS).map(|(part, of)| {
            let cells = files::forbidden(file, of);
            let rows = &lists[part.rows() as usize];
            let own = lists[part.categories() as usize].iter().map(|line| &line.code);
            // By the list, and then what isn't in it.
            let mut categories: Vec<String> = own.cloned().collect();
            for (_, category) in &cells {
                if !categories.contains(category) {
                    categories.push(category.clone());
                }
            }
            categories.retain(|code| cells.iter().any(|(_, category)| category == code));
            assert!(categories.len() <= 64);
            let mut bits = vec![0_u64; rows.len()];
            for (row, category) in &cells {
                let row = rows.iter().position(|line| line.code == *row);
                let column = categories.iter().position(|code| code == category).unwrap();
                bits[row.expect("each forbidden cell is in a row of its list")] |= 1 << column;
            }
            let bits: Vec<String> = bits.iter().map(|bits| format!("{bits:#x}")).collect();
            let categories = self.codes.name("codes", &wrapped(&quoted(&categories)));
            let value =
                format!("Forbidden {{ categories: {categories}, rows: {} }}", wrapped(&bits));
            format!("&{}", self.cells.name(&format!("forbidden_{part}"), &value))
        });
        let parts: Vec<String> = parts.collect();
        let mut checks = "&[\n".to_owned();
        for (number, fault, calculations) in files::checks(file) {
            let calculations = calculations.into_iter().map(|(periods, balance, excluded)| {
                let mut codes = |codes: &[String]| match codes {
                    [] => "&[]".to_owned(),
                    codes => self.codes.name("codes", &wrapped(&quoted(codes))),
                };
                let (balance, excluded) = (codes(&balance), codes(&excluded));
                format!("calculation(&{periods:?}, {balance}, {excluded})")
            });
            let calculations: Vec<String> = calculations.collect();
            let _ =
                writeln!(checks, "    check({number}, {fault:?}, &[{}]),", calculations.join(", "));
        }
        let checks = self.checks.name("checks", &(checks + "]"));
        let _ = write!(
            self.definitions,
            "    Data {{\n        tier: Tier::{tier:?},\n        year: {year},\n        lists: [{}],\n        forbidden: [{}],\n        checks: {checks},\n    }},\n",
            names.join(", "),
            parts.join(", "),
        );
    }
}

/// The text of the tables. `None` without the real data.
fn written() -> Option<String> {
    let mut tables = Tables {
        lists: Shared::new("&[Entry]"),
        cells: Shared::new("Forbidden"),
        codes: Shared::new("&[&str]"),
        checks: Shared::new("&[Check]"),
        definitions: String::new(),
    };
    for (tier, year, name) in FILES {
        tables.add(tier, year, &files::read(name)?);
    }
    let mut mandatory = String::new();
    for row in files::mandatory()? {
        let _ = writeln!(
            mandatory,
            "    MandatoryIndicator {{ number: {}, is_number_printed: {}, main_task_field: {:?}, name: {:?}, unit: {:?}, source: {:?}, is_dropped: {}, gone_in: {:?} }},",
            row.number,
            row.is_number_printed,
            row.main_task_field,
            row.name,
            row.unit,
            row.source,
            row.is_dropped,
            row.gone_in,
        );
    }
    Some(format!(
        "//! The official lists by year. Written from the definition files by the test `codes::tables`: not to be\n\
         //! changed by hand.\n\n\
         use super::data::{{Check, Data, Entry, Forbidden, MandatoryIndicator, calculation, check, group, leaf}};\n\
         use super::names::Tier;\n\n\
         pub(super) static DEFINITIONS: &[Data] = &[\n{}];\n\n\
         pub(super) static MANDATORY: &[MandatoryIndicator] = &[\n{mandatory}];\n{}{}{}{}",
        tables.definitions,
        tables.lists.text,
        tables.checks.text,
        tables.cells.text,
        tables.codes.text,
    ))
}

#[test]
fn the_tables_are_what_the_files_say() {
    let Some(written) = written() else { return };
    let path = crate::support::root().join("src/codes/tables.rs");
    if std::env::var_os("UPDATE_CODES").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap();
    assert!(there == written, "the tables differ: write them with UPDATE_CODES=1");
}
