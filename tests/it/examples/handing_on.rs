//! The programs that build a budget by hand, and that answer as a web handler does.

use super::{EXAMPLE, json, run, run_with_input, shown};
use crate::support::golden;

#[test]
fn a_budget_is_built_by_hand() {
    let output = run("build_by_hand", &[]);
    golden::is("build_by_hand.json", shown(&output));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error[unknown-goal] field 2.2, indicator #2: refers to goal \"2.2-g2\", which is not in the document\n\
         Aantal overnachtingen: met\n\
         Waardering van bezoekers: undecided\n  if higher: missed\n  if lower: met\n  if within: missed\n"
    );
    // What it writes is read.
    let document: beleid::Document = serde_json::from_str(shown(&output)).unwrap();
    let again = serde_json::to_string_pretty(&document).unwrap() + "\n";
    assert_eq!(again, shown(&output));
}

#[test]
fn a_request_is_answered_with_findings_and_evaluations() {
    let wire = run("read_budget", &[EXAMPLE]);
    let output = run_with_input("embed", &[], shown(&wire).as_bytes());
    let answer = json(shown(&output));
    assert_eq!(answer["findings"], serde_json::json!([]));
    assert_eq!(answer["evaluation"]["at"], "2017");
    assert_eq!(answer["evaluation"]["results"][0]["outcome"], "undecided");
    assert_eq!(answer["evaluation"]["counts"]["undecided"], 1);
    let output = run_with_input("embed", &["--at", "2015"], shown(&wire).as_bytes());
    assert_eq!(json(shown(&output))["evaluation"]["results"][0]["reason"], "not-due-yet");

    let built = run("build_by_hand", &[]);
    let output = run_with_input("embed", &[], shown(&built).as_bytes());
    let finding = json(shown(&output))["findings"][0].take();
    assert_eq!(
        finding,
        serde_json::json!({
            "rule": "unknown-goal", "severity": "error", "span": null,
            "place": "/budget/fields/0/indicators/1",
            "message": "refers to goal \"2.2-g2\", which is not in the document",
            "arguments": {"goal_not_found": {"id": "2.2-g2"}},
            "parts": [], "examples": [],
        })
    );
    // Without a year anywhere there are findings, and no evaluation.
    let small = br#"{"schema":1,"budget":{"edition":{},"fields":[]}}"#;
    let output = run_with_input("embed", &[], small);
    assert_eq!(shown(&output), "{\"findings\":[],\"evaluation\":null}\n");
}

#[test]
fn a_request_that_is_wrong_is_answered_too() {
    let refused = |query: &[&str], body: &[u8]| {
        let output = run_with_input("embed", query, body);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(output.stderr.is_empty(), "{output:?}");
        json(std::str::from_utf8(&output.stdout).expect("it is UTF-8"))["error"].take()
    };
    assert_eq!(
        refused(&[], br#"{"schema":1,"budget":{"edition":{"period":"2018-H3"},"fields":[]}}"#),
        serde_json::json!({
            "path": "budget.edition.period",
            "message": "invalid period \"2018-H3\" at byte 6: a year has half-years H1 and H2 at line 1 column 51",
        })
    );
    assert_eq!(refused(&[], b"")["message"], "EOF while parsing a value at line 1 column 0");
    assert_eq!(
        refused(&["--at", "2017-Q9"], b"{}")["message"],
        "invalid period \"2017-Q9\" at byte 6: a year has quarters Q1 to Q4"
    );
    assert_eq!(refused(&["--xml"], b"{}")["message"], "usage: embed [--at PERIOD] < document.json");
    let nested = vec![b'['; 100_000];
    for hostile in [b"\xff\xfe".as_slice(), &nested, b"{\"schema\":1,\"budget\":\0}"] {
        assert!(refused(&[], hostile)["message"].is_string());
    }
}
