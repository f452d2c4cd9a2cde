//! Published pages with the answers that a reader wrote down before the program saw them: figures and the words around them are
//! facts, sentences are in other words.
//!
//! Beside each page of `tests/pages` stand its figures, a line each: the label, the groups above it, the part of the whole, and when,
//! what and how much it is. Where several answers are right they stand beside each other with a bar between. The counts of each page are in
//! `tests/golden/pages.tsv`: a figure is *right*; *open* where the page says when or what it is and that is missing; *reported* where a
//! finding is about it or it is listed without a column; silently *wrong*; or *lost*.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use beleid::{Layout, Reader};

use super::support::golden;

/// A figure by its reader's answer.
struct Answer {
    label: String,
    slice: String,
    periods: Vec<String>,
    roles: Vec<String>,
    flows: Vec<String>,
    kinds: Vec<String>,
    value: String,
    low: String,
    high: String,
    /// Whether its sign may be another one.
    has_any_sign: bool,
}

/// The figures of a page.
struct Answers {
    of: Vec<Answer>,
    /// Whether amounts in thousands are right as well, where a finding says so.
    may_be_thousands: bool,
}

/// A figure as it was read, by the columns of the flat table.
struct Read {
    columns: BTreeMap<String, String>,
    findings: String,
    is_placed: bool,
}

impl Read {
    fn get(&self, column: &str) -> &str {
        self.columns.get(column).map_or("", String::as_str)
    }

    /// The words around it, folded.
    fn words(&self) -> String {
        fold(&["group", "field", "label", "slice"].map(|column| self.get(column)).join(" "))
    }
}

fn fold(text: &str) -> String {
    let plain = |c: char| match c {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ï' | 'î' => 'i',
        'ó' | 'ö' | 'ô' => 'o',
        'ú' | 'ü' | 'û' => 'u',
        'ç' => 'c',
        c if c.is_ascii_alphanumeric() => c,
        _ => ' ',
    };
    let spaced: String = text.to_lowercase().chars().map(plain).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The digits that tell a number, however it is scaled or grouped.
fn digits(text: &str) -> String {
    let all: String = text.chars().filter(char::is_ascii_digit).collect();
    all.trim_start_matches('0').trim_end_matches('0').to_owned()
}

fn answers(path: &Path) -> Answers {
    let text = std::fs::read_to_string(path).expect("the answers are there");
    let may_be_thousands = text.lines().any(|line| line.starts_with("# in thousands as well"));
    // A label may begin with a `#` as well.
    let lines = text.lines().skip_while(|line| line.starts_with('#')).skip(1);
    let answer = |line: &str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [label, _group, slice, period, role, flow, kind, value, low, high, sign] = *columns
        else {
            panic!("{}: eleven columns are wanted: {line}", path.display());
        };
        let each = |text: &str| text.split('|').map(str::to_owned).collect();
        Answer {
            label: label.to_owned(),
            slice: slice.to_owned(),
            periods: each(period),
            roles: each(role),
            flows: each(flow),
            kinds: each(kind),
            value: value.to_owned(),
            low: low.to_owned(),
            high: high.to_owned(),
            has_any_sign: sign == "any",
        }
    };
    Answers { of: lines.map(answer).collect(), may_be_thousands }
}

fn read(path: &Path) -> Vec<Read> {
    let text = std::fs::read_to_string(path).expect("the page is there");
    let layout = match path.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => Layout::Csv,
        Some("md") => Layout::Markdown,
        Some("html") => Layout::Html,
        _ => Layout::Lines,
    };
    let reading = Reader::new().read_as(&text, layout);
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(all) => {
            let texts = all.iter().map(|one| one.as_str().unwrap_or_default().to_owned());
            texts.collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    };
    let of_row = |row: beleid::FigureRef<'_>| {
        let row = serde_json::to_value(&row).expect("a row can be written");
        let row = row.as_object().expect("a row has columns");
        Read {
            findings: text(&row["findings"]),
            is_placed: row["state"] == "placed",
            columns: row.iter().map(|(key, value)| (key.clone(), text(value))).collect(),
        }
    };
    reading.figures().map(of_row).collect()
}

impl Answer {
    fn is_named(&self, row: &Read) -> bool {
        let (own, label) = (fold(&self.label), fold(row.get("label")));
        own.is_empty()
            || own == label
            || row.words().contains(&own)
            || (label.len() > 6 && own.contains(&label))
    }

    /// Whether a row says the same of when and what; `is_lenient` where it may leave that open.
    fn is_of_place(&self, row: &Read, is_lenient: bool) -> bool {
        let is = |wanted: &[String], column: &str| {
            let own = row.get(column);
            wanted.iter().any(|one| one == own) || (is_lenient && own.is_empty())
        };
        let flow = row.get("flow");
        let wide = |flow: &str| match flow {
            "reserves_in" => "expenses".to_owned(),
            "reserves_out" => "income".to_owned(),
            other => other.to_owned(),
        };
        let is_of_flow = self.flows.iter().all(String::is_empty)
            || self.flows.first().is_some_and(String::is_empty)
            || self.flows.iter().any(|one| one == flow || wide(one) == flow || *one == wide(flow))
            || (is_lenient && flow.is_empty());
        let is_of_slice = self.slice.is_empty()
            || fold(&["slice", "group", "label"].map(|column| row.get(column)).join(" "))
                .contains(&fold(&self.slice));
        is(&self.periods, "period") && is(&self.roles, "role") && is_of_flow && is_of_slice
    }

    fn is_of_value(&self, row: &Read, may_be_thousands: bool) -> bool {
        let kind = row.get("kind");
        let number = |text: &str| text.parse::<rust_decimal::Decimal>().ok();
        let own = self.kinds.first().map_or("", String::as_str);
        let is_loose = matches!(own, "missing" | "relative" | "text");
        if is_loose && self.kinds.iter().any(|one| one == kind) {
            return true;
        }
        match own {
            "missing" => kind == "missing",
            "text" => matches!(kind, "text" | "flag" | "change"),
            "relative" => matches!(kind, "relative" | "text"),
            "between" => {
                kind == "between"
                    && number(&self.low) == number(row.get("low"))
                    && number(&self.high) == number(row.get("high"))
            }
            _ if kind != own => false,
            _ => {
                let (Some(wanted), Some(found)) = (number(&self.value), number(row.get("value")))
                else {
                    return false;
                };
                let in_thousands = may_be_thousands
                    && !row.findings.is_empty()
                    && wanted * rust_decimal::Decimal::ONE_THOUSAND == found;
                wanted == found
                    || in_thousands
                    || (self.has_any_sign && wanted.abs() == found.abs())
            }
        }
    }

    /// Whether a row holds the digits of the answer.
    fn is_printed_in(&self, row: &Read) -> bool {
        let own = self.kinds.first().map_or("", String::as_str);
        if matches!(own, "missing" | "text" | "relative") {
            let is_of_time = self.periods.iter().any(|period| period == row.get("period"));
            return self.is_named(row) && is_of_time;
        }
        let ink = digits(if self.value.is_empty() { &self.low } else { &self.value });
        let printed = row.get("printed");
        if ink.is_empty() {
            return self.is_named(row) && printed.contains('0');
        }
        digits(printed).contains(&ink)
    }
}

/// How many figures of a page are right, open, reported, silently wrong and lost, and how many rows nobody expects, without a finding.
fn marks(answers: &Answers, rows: &[Read]) -> [usize; 6] {
    let [mut right, mut open, mut reported, mut wrong, mut lost] = [0; 5];
    let mut used = vec![false; rows.len()];
    for answer in &answers.of {
        let mut take = |is_lenient: bool| {
            let is_same = |row: &Read| {
                row.is_placed
                    && answer.is_of_value(row, answers.may_be_thousands)
                    && answer.is_of_place(row, is_lenient)
                    && answer.is_named(row)
            };
            let found = (0..rows.len()).find(|&at| !used[at] && is_same(&rows[at]));
            if let Some(at) = found {
                used[at] = true;
            }
            found.is_some()
        };
        if take(false) {
            right += 1;
            continue;
        }
        if take(true) {
            open += 1;
            continue;
        }
        let free = || rows.iter().zip(&used).filter(|(row, used)| row.is_placed && !**used);
        let holds = |row: &Read| answer.is_printed_in(row);
        let is_beside = |row: &Read| answer.is_named(row) || row.get("label").is_empty();
        let is_reported = rows.iter().any(|row| !row.is_placed && holds(row))
            || free().any(|(row, _)| holds(row) && is_beside(row) && !row.findings.is_empty());
        if is_reported {
            reported += 1;
        } else if free().any(|(row, _)| holds(row)) {
            wrong += 1;
        } else {
            lost += 1;
        }
    }
    let extra = rows.iter().zip(&used);
    let extra = extra.filter(|(row, used)| row.is_placed && !**used && row.findings.is_empty());
    [right, open, reported, wrong, lost, extra.count()]
}

fn pages() -> Vec<PathBuf> {
    let folder = crate::support::root().join("tests/pages");
    let all = std::fs::read_dir(folder).expect("the folder is there");
    let mut found: Vec<PathBuf> = all
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "tsv"))
        .collect();
    found.sort();
    found
}

#[test]
fn each_page_is_read_as_well_as_before() {
    let mut board = String::from("page\tright\topen\treported\twrong\tlost\tsilent extra\n");
    let mut all = [0; 6];
    for page in pages() {
        let found = marks(&answers(&page.with_extension("tsv")), &read(&page));
        let name = page.file_stem().and_then(|name| name.to_str()).expect("a page has a name");
        let counts = found.map(|count| count.to_string()).join("\t");
        writeln!(board, "{name}\t{counts}").expect("a text can be written");
        for (sum, count) in all.iter_mut().zip(found) {
            *sum += count;
        }
    }
    writeln!(board, "all\t{}", all.map(|count| count.to_string()).join("\t"))
        .expect("a text can be written");
    golden::is("pages.tsv", &board);
}
