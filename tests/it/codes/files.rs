//! The definition files, as they are among the real data.

use beleid::codes::Tier;
use serde_json::Value;

use crate::support::data;

/// The definition files at hand, in the order of the tables.
pub(super) const FILES: [(Tier, u16, &str); 12] = [
    (Tier::Municipality, 2017, "Gemeente_2017"),
    (Tier::Municipality, 2018, "Gemeente_2018"),
    (Tier::Municipality, 2019, "Gemeente_2019"),
    (Tier::Municipality, 2020, "Gemeente_2020"),
    (Tier::Municipality, 2021, "Gemeente_2021"),
    (Tier::Municipality, 2022, "Gemeente_2022"),
    (Tier::Municipality, 2023, "Gemeente_2023"),
    (Tier::Municipality, 2024, "Gemeente_2024"),
    (Tier::Municipality, 2025, "Gemeente_2025"),
    (Tier::Municipality, 2026, "Gemeente_2026"),
    (Tier::Province, 2026, "Provincie_2026"),
    (Tier::JointBody, 2026, "GR_2026"),
];

/// The lists by their names in the files, in the order of `codes::List`.
pub(super) const LISTS: [&str; 8] = [
    "taakveld",
    "categorie_lasten",
    "categorie_baten",
    "balanscode",
    "kengetallen",
    "beleidsindicatoren",
    "verslagperiode",
    "standper",
];

/// The parts by their names in the files, with the key of their rows, in the order of `codes::Part`.
pub(super) const PARTS: [(&str, &str); 4] = [
    ("lasten", "taakveld"),
    ("baten", "taakveld"),
    ("balans_lasten", "balanscode"),
    ("balans_baten", "balanscode"),
];

/// A definition file. `None` without the real data.
pub(super) fn read(name: &str) -> Option<Value> {
    let text = data::text(&format!("iv3/iv3_definities_{name}.json"))?;
    Some(serde_json::from_str(&text).unwrap())
}

/// An entry of a list in a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Line {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) parent: Option<String>,
    pub(super) is_group: bool,
}

/// The entries of a list, groups before what is in them. Empty if the file has no such list.
pub(super) fn lines(file: &Value, list: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(entries) = file["codelijsten"][list]["codelijst"].as_array() {
        add_lines(entries, None, &mut lines);
    }
    lines
}

fn add_lines(entries: &[Value], parent: Option<&str>, lines: &mut Vec<Line>) {
    for entry in entries {
        let code = entry["code"].as_str().unwrap();
        let subcodes = entry["subcodes"].as_array();
        lines.push(Line {
            code: code.to_owned(),
            // Groups of categories had no description up to 2019.
            name: entry["omschrijving"].as_str().unwrap_or(code).trim().to_owned(),
            parent: parent.map(str::to_owned),
            is_group: subcodes.is_some(),
        });
        add_lines(subcodes.map_or(&[][..], Vec::as_slice), Some(code), lines);
    }
}

/// The forbidden cells of a part, in the order of the file.
pub(super) fn forbidden(file: &Value, (part, row): (&str, &str)) -> Vec<(String, String)> {
    let cells = file["grijze_cellen"][part].as_array().unwrap();
    let text = |cell: &Value, key: &str| cell[key].as_str().unwrap().to_owned();
    cells.iter().map(|cell| (text(cell, row), text(cell, "categorie"))).collect()
}

/// A check: its number, its fault, and what it computes.
pub(super) type CheckLine = (u8, String, Vec<(Vec<u8>, Vec<String>, Vec<String>)>);

/// The checks of a file.
pub(super) fn checks(file: &Value) -> Vec<CheckLine> {
    let number = |value: &Value| u8::try_from(value.as_u64().unwrap()).unwrap();
    // Up to 2019 a check is a formula.
    if let Some(checks) = file["controlelijst"]["controles"].as_array() {
        let numbers = checks.iter().map(|check| number(&check["controle-id"]));
        return numbers.map(|number| (number, String::new(), Vec::new())).collect();
    }
    let texts = |value: &Value| -> Vec<String> {
        let texts = value.as_array().map_or(&[][..], Vec::as_slice).iter();
        texts.map(|text| text.as_str().unwrap().to_owned()).collect()
    };
    let calculation = |calculation: &Value| {
        let keys: Vec<&String> = calculation.as_object().unwrap().keys().collect();
        let known = ["periode", "balanscode", "uitgesloten_taakvelden"];
        assert!(keys.iter().all(|key| known.contains(&&***key)), "{keys:?}");
        let periods = calculation["periode"].as_array().unwrap().iter().map(number).collect();
        (periods, texts(&calculation["balanscode"]), texts(&calculation["uitgesloten_taakvelden"]))
    };
    let checks = file["controles"].as_array().unwrap().iter();
    let check = |check: &Value| {
        let calculations = check["calculaties"].as_array().unwrap();
        let fault = check["foutcode"].as_str().unwrap().to_owned();
        (number(&check["nummer"]), fault, calculations.iter().map(calculation).collect())
    };
    checks.map(check).collect()
}

/// A mandatory indicator as its row says.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) number: u8,
    pub(super) is_number_printed: bool,
    pub(super) main_task_field: String,
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) source: String,
    pub(super) is_dropped: bool,
    pub(super) gone_in: Option<u16>,
}

/// The mandatory indicators. `None` without the real data.
pub(super) fn mandatory() -> Option<Vec<Row>> {
    let text = data::text("begroting/bbv_beleidsindicatoren_gemeenten.csv")?;
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let row = |row: csv::StringRecord| {
        let cell = |column: usize| row[column].to_owned();
        let number = row[0].parse().unwrap();
        Row {
            number,
            is_number_printed: &row[5] == "page",
            main_task_field: cell(1),
            name: cell(2),
            unit: cell(3),
            source: cell(4),
            is_dropped: row[6].contains("later vervallen"),
            gone_in: gone_in(number),
        }
    };
    Some(rows.records().map(|record| row(record.unwrap())).collect())
}

/// The first year for which an indicator is surely gone. Staatscourant 2018, 73660 drops 7, 12 and 13 from
/// 1 February 2018 on: budgets for 2018 had been published, budgets for 2019 had not.
fn gone_in(number: u8) -> Option<u16> {
    [7, 12, 13].contains(&number).then_some(2019)
}
