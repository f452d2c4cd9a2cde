//! `--mapping`, `--column` and `--bare-years`: what is known about the tables.

use super::{Folder, ended, json, refused, run, run_with_input, shown};

const CSV: &str = "Dienst;Post;Bedrag 2019;2020\nBeheer;Wegen;12;13\n";
const MAPPING: &str = "kind = \"money\"\nunit = \"euro\"\nscale = 1000\n\n[column]\nDienst = \"group\"\nPost = \"label\"\n\
    Bedrag = \"realised\"\n";

/// Group, label, period, role, value and unit of each row of the flat table.
fn rows(output: &std::process::Output) -> Vec<String> {
    let rows = json(shown(output));
    let rows = rows.as_array().unwrap().iter();
    let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap_or("-").to_owned();
    rows.map(|row| {
        ["group", "label", "period", "role", "value", "unit"].map(|key| text(row, key)).join(" | ")
    })
    .collect()
}

#[test]
fn a_mapping_comes_from_a_file() {
    let folder = Folder::new(&[("a.csv", CSV.as_bytes()), ("mapping.toml", MAPPING.as_bytes())]);
    let (csv, mapping) = (folder.name("a.csv"), folder.name("mapping.toml"));
    let expected = [
        "Beheer | Wegen | 2019 | realised | 12000 | euro",
        "Beheer | Wegen | 2020 | - | 13000 | euro",
    ];
    let output = run(&["figures", "--format", "json", "--mapping", &mapping, &csv]);
    assert_eq!(rows(&output), expected);
    // A mapping may come from standard input, but not beside a document from it.
    let output = run_with_input(
        &["figures", "--format", "json", "--mapping", "-", &csv],
        MAPPING.as_bytes(),
    );
    assert_eq!(rows(&output), expected);
    assert_eq!(
        refused(&run(&["figures", "--mapping", "-", "-"])),
        "standard input can be read once"
    );
}

#[test]
fn columns_and_bare_years_are_named_on_the_command_line() {
    let folder = Folder::new(&[("a.csv", CSV.as_bytes()), ("mapping.toml", MAPPING.as_bytes())]);
    let (csv, mapping) = (folder.name("a.csv"), folder.name("mapping.toml"));
    let output = run(&[
        "figures",
        "--format",
        "json",
        "--column",
        "Dienst=ignore",
        "--column",
        "#2=label",
        "--column",
        "Bedrag=realised",
        "--bare-years",
        "budgeted",
        &csv,
    ]);
    assert_eq!(
        rows(&output),
        ["- | Wegen | 2019 | realised | 12 | -", "- | Wegen | 2020 | budgeted | 13 | -"]
    );
    // They count more than the file.
    let output = run(&[
        "figures",
        "--format",
        "json",
        "--mapping",
        &mapping,
        "--column",
        "bedrag=target",
        "--bare-years",
        "norm",
        &csv,
    ]);
    assert_eq!(
        rows(&output),
        [
            "Beheer | Wegen | 2019 | target | 12000 | euro",
            "Beheer | Wegen | 2020 | norm | 13000 | euro"
        ]
    );
}

/// Every subcommand that reads documents takes them.
#[test]
fn all_subcommands_take_a_mapping() {
    let folder = Folder::new(&[("a.csv", b"Begroting 2020\nMaat;Getal 2020;Doel\nHuizen;12;10\n")]);
    let csv = folder.name("a.csv");
    let columns =
        ["--column", "Maat=label", "--column", "Getal=realised", "--column", "Doel=target"];
    let with = |command: &[&str]| run(&[command, &columns[..], &[csv.as_str()][..]].concat());
    let read = with(&["read"]);
    assert!(ended(&read).0.contains(r#""role": "target""#), "{:?}", ended(&read));
    let evaluated = with(&["evaluate", "--at", "2020", "--format=jsonl"]);
    assert_eq!(ended(&evaluated).2, 0);
    let checked = with(&["check", "--column", "Mate=label", "--format=jsonl"]);
    let unused =
        ended(&checked).0.lines().map(json).filter(|finding| finding["rule"] == "mapping-unused");
    let messages: Vec<_> =
        unused.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect();
    assert_eq!(messages, [r#"the mapping names column "Mate", which was found in no table"#]);
}

#[test]
fn slips_are_one_line() {
    let folder = Folder::new(&[
        ("a.csv", CSV.as_bytes()),
        ("broken.toml", b"kind = \"money\"\n\n[column]\nPost = \"lable\"\n"),
        ("whole.toml", b"kind = \"money\"\nscale = 1000\n"),
    ]);
    let [csv, broken, whole] = ["a.csv", "broken.toml", "whole.toml"].map(|name| folder.name(name));
    let kinds = "expected label, group, period, role, flow, area, population, value, unit, code, number, source, notes, status, remark, measured, attribute, ignore, a role or a flow";
    let roles =
        "expected realised, budgeted, amended, expected, target, norm, baseline or difference";
    let cases: [(&[&str], String); 7] = [
        (
            &["--mapping", &broken],
            format!("{broken}: line 4: column \"Post\": invalid column \"lable\" at byte 0: {kinds}"),
        ),
        (
            &["--mapping", &whole],
            format!("{whole}: scale: a scale is of a unit, so give the unit as well"),
        ),
        (&["--column", "Post=lable"], format!("--column: invalid column \"lable\" at byte 0: {kinds}")),
        (
            &["--column", "Post"],
            "--column: invalid column \"Post\" at byte 4: expected a header, an equals sign, and what the column holds".to_owned(),
        ),
        (
            &["--column", "=label"],
            "--column: invalid column \"=label\" at byte 0: expected a header, or # and a number from 1 on".to_owned(),
        ),
        (
            &["--column", "#0=label"],
            "--column: invalid column \"#0=label\" at byte 0: expected a header, or # and a number from 1 on".to_owned(),
        ),
        (&["--bare-years", "past"], format!("--bare-years: invalid role \"past\" at byte 0: {roles}")),
    ];
    for (arguments, expected) in cases {
        let output = run(&[&["figures"], arguments, &[csv.as_str()][..]].concat());
        assert_eq!(refused(&output), expected, "{arguments:?}");
    }
}
