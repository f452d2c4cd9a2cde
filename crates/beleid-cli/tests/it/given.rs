//! Directions and targets that are given beside documents.

use super::{ended, golden, json, refused, run_with_input, shown};

/// Rents have a target without a direction, houses have none, and fires say that lower is better.
const PAGE: &str = "Begroting 2017\n\n2.1 Wonen\n\nKengetallen\n\nBehaald 2016\n\nBehaald 2017\n\nBeoogd 2017\n\n\
    Huren\n\n10\n\n12\n\n11\n\nWoningen\n\n90\n\n130\n\n-\n\nBranden\n\n145\n\n126\n\n< 120\n";

fn with(arguments: &[&str]) -> std::process::Output {
    run_with_input(&[&["evaluate", "-"], arguments].concat(), PAGE.as_bytes())
}

fn lines(arguments: &[&str]) -> Vec<serde_json::Value> {
    let output = with(&[arguments, &["--format", "jsonl"]].concat());
    shown(&output).lines().map(json).collect()
}

#[test]
fn what_is_given_fills_what_is_lacking_and_is_marked() {
    let before = lines(&[]);
    assert_eq!((&before[0]["outcome"], &before[0]["given"]), (&"undecided".into(), &json("null")));
    let given =
        ["--direction", "lower", "--direction", "woningen=higher", "--target", "Woningen=> 120"];
    let after = lines(&given);
    let answer = |line: &serde_json::Value| {
        ["outcome", "direction", "direction_basis", "given"].map(|key| line[key].to_string())
    };
    assert_eq!(answer(&after[0]), ["\"missed\"", "\"lower\"", "\"given\"", "[\"direction\"]"]);
    // The target that was given says which way is better.
    assert_eq!(answer(&after[1]), ["\"met\"", "\"higher\"", "\"inferred\"", "[\"target\"]"]);
    assert_eq!(after[1]["target"]["value"]["more_than"], "120");
    // The document says it of the last one, which is as it was.
    assert_eq!(after[2], before[2]);

    let mut texts = shown(&with(&given)).to_owned();
    for rest in [
        &["--format", "csv"][..],
        &["--method", "municipal", "--explain"],
        &["--method", "municipal", "--explain", "--dutch"],
        &["--method", "municipal", "--format", "csv"],
        &["--method", "municipal", "--format", "json"],
    ] {
        texts.push('\n');
        texts.push_str(shown(&with(&[&given, rest].concat())));
    }
    golden("evaluate_given.txt", &texts);
}

/// What the document says counts, and it is said that the rest isn't used.
#[test]
fn what_the_document_says_comes_first() {
    let output =
        with(&["--direction", "Branden=higher", "--target", "Huren=5", "--format", "jsonl"]);
    let (text, errors, code) = ended(&output);
    assert_eq!(code, 0);
    assert_eq!(text, shown(&with(&["--format", "jsonl"])));
    assert_eq!(
        errors.lines().collect::<Vec<_>>(),
        [
            "--target Huren: not used, since the document has a target for 2017: 11",
            "--direction higher: not used for Branden (2.1-i3), since the document says: lower",
        ]
    );
}

#[test]
fn slips_are_one_line() {
    let cases: [(&[&str], &str); 7] = [
        (&["--direction", "up"], "--direction: invalid direction \"up\""),
        (
            &["--direction", "Schapen=lower"],
            "--direction: no indicator has the name or id \"Schapen\"",
        ),
        (&["--target", "Schapen=5"], "--target: no indicator has the name or id \"Schapen\""),
        (&["--target", "Woningen"], "--target: Woningen is not NAME=VALUE"),
        (&["--target", "Woningen=veel"], "--target: veel is no certain number: "),
        (&["--target", "Woningen=1.049"], "--target: 1.049 is no certain number: "),
        (
            &["--target", "Woningen=5", "--target", "2.1-i2=6"],
            "--target: Woningen (2.1-i2) is given twice",
        ),
    ];
    for (arguments, expected) in cases {
        let output = with(arguments);
        assert!(refused(&output).starts_with(expected), "{}", refused(&output));
    }
}

/// Two indicators of one name are distinguished by their ids.
#[test]
fn a_name_that_several_have_is_no_name() {
    let page = "Begroting 2017\n\n2.1 Wonen\n\nKengetallen\n\nBehaald 2017\n\nHuizen\n\n10\n\n2.2 Zorg\n\nKengetallen\n\n\
        Behaald 2017\n\nHuizen\n\n20\n";
    let with = |target: &str| {
        run_with_input(&["evaluate", "-", "--format", "jsonl", "--target", target], page.as_bytes())
    };
    assert_eq!(
        refused(&with("Huizen=> 15")),
        "--target: several indicators have the name \"Huizen\": name one by its id (2.1-i1, 2.2-i1)"
    );
    let output = with("2.2-i1=> 15");
    let lines: Vec<_> = shown(&output).lines().map(json).collect();
    assert_eq!([&lines[0]["outcome"], &lines[1]["outcome"]], ["not-applicable", "met"]);
}
