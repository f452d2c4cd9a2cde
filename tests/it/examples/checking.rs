//! The program `check_budget`.

use super::{EXAMPLE, json, refused, run, run_with_input, shown};
use crate::support::golden;
use std::process::Output;

const ODD: &str = "examples/data/odd.txt";
const USAGE: &str =
    "usage: check_budget FILE|FOLDER|-... [--rules FILE.toml] [--dutch] [--json] [--list]";

/// Standard output, and the exit code.
fn ended(output: &Output) -> (&str, Option<i32>) {
    assert!(output.stderr.is_empty(), "{output:?}");
    let text = std::str::from_utf8(&output.stdout).expect("the examples write UTF-8");
    (text, output.status.code())
}

#[test]
fn findings_are_shown_with_their_source() {
    let output = run("check_budget", &[ODD]);
    let (text, code) = ended(&output);
    golden::is("check_budget.txt", text);
    assert_eq!(code, Some(0), "warnings are no errors");
    let output = run("check_budget", &[ODD, "--dutch"]);
    assert!(ended(&output).0.contains("= hulp: Dit lijkt een getal"));
    let output = run("check_budget", &[EXAMPLE]);
    assert!(shown(&output).ends_with("\n0 errors, 0 warnings, 1 advice\n"));
}

#[test]
fn findings_are_written_as_json() {
    let output = run("check_budget", &["--json", ODD]);
    golden::is("check_budget.jsonl", ended(&output).0);
    // The same document as wire JSON has the same oddities, without a source.
    let wire = run("read_budget", &[ODD]);
    let from_wire = run_with_input("check_budget", &["-", "--json"], &wire.stdout);
    let from_wire = ended(&from_wire).0.lines().map(json);
    let rules: Vec<_> = from_wire
        .map(|finding| {
            assert_eq!(finding["span"], serde_json::Value::Null);
            finding["rule"].as_str().expect("it has a rule").to_owned()
        })
        .collect();
    assert_eq!(
        rules,
        [
            "not-understood",
            "mark-without-footnote",
            "jump-in-row",
            "target-met-at-start",
            "row-misaligned",
            "actions-without-goals"
        ]
    );
}

#[test]
fn errors_end_with_1() {
    let output = run("check_budget", &[ODD, "--rules", "examples/data/rules.toml"]);
    let (text, code) = ended(&output);
    assert_eq!(code, Some(1));
    assert!(text.contains("error[mark-without-footnote]"), "{text}");
    assert!(!text.contains("[missing-organisation]") && !text.contains("[jump-in-row]"), "{text}");
    let output = run("check_budget", &["--json", "--rules=examples/data/rules.toml", ODD]);
    assert_eq!(output.status.code(), Some(1));

    let duplicate = br#"{"schema":1,"budget":{"edition":{},"fields":[{"heading":{"code":"1"},"indicators":[],"goals":[{"id":"a","text":"Iets"}],"actions":[{"id":"a","text":"Iets","goals":[]}],"costs":[],"sections":[],"notes":[],"attributes":[],"fields":[]}]}}"#;
    let output = run_with_input("check_budget", &["-"], duplicate);
    let (text, code) = ended(&output);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("error[duplicate-id]: the id \"a\" stands for"), "{text}");
}

#[test]
fn the_rules_are_listed() {
    let output = run("check_budget", &["--list"]);
    assert_eq!(shown(&output).matches("\n    ").count(), beleid::Rule::ALL.len());
    let output = run("check_budget", &["--list", "--rules", "examples/data/rules.toml"]);
    assert!(shown(&output).contains("missing-organisation (allow)\n"));
}

#[test]
fn misuse_gets_one_line_and_2() {
    assert_eq!(refused(&run("check_budget", &[])), USAGE);
    assert_eq!(refused(&run("check_budget", &["--xml"])), format!("unknown option --xml; {USAGE}"));
    assert_eq!(
        refused(&run("check_budget", &["-", "-"])),
        format!("standard input can be read once; {USAGE}")
    );
    assert_eq!(refused(&run("check_budget", &[ODD, "--rules"])), "--rules takes a file");
    assert_eq!(
        refused(&run("check_budget", &["-", "--rules", "-"])),
        "standard input can't be both the document and the rules"
    );
    let missing = run("check_budget", &[ODD, "--rules", "no-such.toml"]);
    assert!(refused(&missing).starts_with("no-such.toml: "), "{missing:?}");
    let with_rules = |rules: &str| {
        let output = run_with_input("check_budget", &[ODD, "--rules", "-"], rules.as_bytes());
        refused(&output).to_owned()
    };
    assert_eq!(
        with_rules("[severity]\n\nno-targets = \"allow\"\n"),
        "standard input: line 3: invalid rule \"no-targets\" at byte 0: no rule has this code"
    );
    assert_eq!(
        with_rules("[severity]\nno-target = \"fatal\"\n"),
        "standard input: line 2: unknown variant `fatal`, expected one of `allow`, `advice`, `warning`, `error`"
    );
    let broken = with_rules("[severity\n");
    assert!(broken.starts_with("standard input: line 1: "), "{broken}");
    assert!(shown(&run("check_budget", &["--help"])).starts_with("usage: check_budget"));
}
