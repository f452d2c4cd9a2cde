//! The programs that read and evaluate a budget.

use super::{EXAMPLE, json, refused, run, run_with_input, shown};
use crate::support::{data, golden};

#[test]
fn evaluate_budget_reports_on_the_example_document() {
    let report = run("evaluate_budget", &[]);
    golden::is("evaluate_budget.txt", shown(&report));
    let same = run("evaluate_budget", &[EXAMPLE, "--at=2017"]);
    assert_eq!(shown(&same), shown(&report));
}

/// The object that the design of the wire gives for the first document.
const FIRST_DOCUMENT: &str = r#"{
    "place":"/budget/fields/0/indicators/0","field":"2.3.4","id":"2.3.4-i1","indicator":"Aantal (handels)projecten met het buitenland",
    "dimensions":[],"at":"2017","outcome":"undecided","reason":"not-measured","readings":[],
    "target":{"period":"2017","role":"target","value":{"more_than":"15"}},"measured":null,
    "summed":null,"last_known":{"period":"2015","role":"realised","value":{"exact":"10"}},
    "to_go":{"more_than":"5"},"direction":"higher","direction_basis":"inferred",
    "pace":"unknown","pace_reason":"too-few-measurements"}"#;

#[test]
fn evaluate_budget_answers_in_json() {
    let output = run("evaluate_budget", &["--json"]);
    golden::is("evaluate_budget.jsonl", shown(&output));
    assert_eq!(json(shown(&output)), json(FIRST_DOCUMENT));
    // In 2015 the target of 2017 is not due yet, and 2016 has a budgeted value and no result.
    let output = run("evaluate_budget", &["--json", "--at", "2015"]);
    assert_eq!(json(shown(&output))["reason"], "not-due-yet");
    let output = run("evaluate_budget", &["--json", "--at", "2016"]);
    assert_eq!(json(shown(&output))["target"]["role"], "budgeted");
}

#[test]
fn a_web_page_gives_the_same_as_its_text() {
    let page = EXAMPLE.replace(".txt", ".html");
    let text = run("read_budget", &[EXAMPLE]);
    assert_eq!(json(shown(&run("read_budget", &[&page]))), json(shown(&text)));
    let report = run("evaluate_budget", &[&page]);
    assert_eq!(shown(&report).lines().next(), Some("Begroting 2017, evaluated for 2017"));
}

#[test]
fn read_budget_writes_the_wire_form() {
    let output = run("read_budget", &[EXAMPLE]);
    golden::is("read_budget.json", shown(&output));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "advice[missing-organisation] line 1, column 1: the title doesn't name the organisation\n"
    );
}

#[test]
fn the_real_document_is_read_and_evaluated() {
    let Some(file) = data::file("begroting/groningen-begroting-2017-2.3.4.txt") else { return };
    let file = file.canonicalize().expect("it is there");
    let file = file.to_str().expect("its path is UTF-8");
    let output = run("evaluate_budget", &["--json", "--at", "2017", file]);
    assert_eq!(json(shown(&output)), json(FIRST_DOCUMENT));

    // Figure by figure the same as the example, which has its form and its figures.
    let field = |name: &str| {
        let output = run("read_budget", &[name]);
        json(shown(&output))["budget"]["fields"][0].take()
    };
    let (real, example) = (field(file), field(EXAMPLE));
    for key in ["level", "heading", "indicators"] {
        assert_eq!(real[key], example[key], "{key}");
    }
    for (key, count) in [("sections", 4), ("goals", 1), ("actions", 3)] {
        assert_eq!(real[key].as_array().map(Vec::len), Some(count), "{key}");
    }
}

#[test]
fn both_take_text_or_wire_json() {
    let wire = run("read_budget", &[EXAMPLE]);
    let wire = shown(&wire).as_bytes();
    let again = run_with_input("read_budget", &["-"], wire);
    assert_eq!(shown(&again).as_bytes(), wire);
    assert!(again.stderr.is_empty());
    let evaluated = run_with_input("evaluate_budget", &["-", "--json"], wire);
    assert_eq!(json(shown(&evaluated)), json(FIRST_DOCUMENT));

    let text = std::fs::read(EXAMPLE).expect("the example is there");
    let evaluated = run_with_input("evaluate_budget", &["--json", "-"], &text);
    assert_eq!(json(shown(&evaluated)), json(FIRST_DOCUMENT));
}

#[test]
fn what_is_refused_gets_one_line() {
    for program in ["read_budget", "evaluate_budget"] {
        let no_file = run(program, &["no-such-file.txt"]);
        let message = refused(&no_file).to_owned();
        assert!(message.starts_with("no-such-file.txt: "), "{message}");
        assert_eq!(refused(&run(program, &["src"])), "src: the folder holds no documents");
        let input = |bytes: &[u8]| refused(&run_with_input(program, &["-"], bytes)).to_owned();
        assert_eq!(
            input(br#"{"schema":1,"budget":{"edition":{"period":"2018-H3"},"fields":[]}}"#),
            "standard input: is not a document: budget.edition.period: invalid period \"2018-H3\" \
             at byte 6: a year has half-years H1 and H2 at line 1 column 51"
        );
        assert_eq!(
            input(br#"{"schema":9,"policies":[]}"#),
            "standard input: is not a document: schema: schema 9 is not supported: \
             this version reads schema 1 at line 1 column 11"
        );
    }
    assert_eq!(refused(&run("read_budget", &[])), "usage: read_budget FILE|FOLDER|-...");
    assert_eq!(
        refused(&run("read_budget", &["--json"])),
        "unknown option --json; usage: read_budget FILE|FOLDER|-..."
    );
    let usage = "usage: evaluate_budget [FILE|FOLDER|-]... [--at PERIOD] [--json] \
         [--method NAME [--explain] [--dutch]]";
    assert_eq!(
        refused(&run("evaluate_budget", &["--xml"])),
        format!("unknown option --xml; {usage}")
    );
    assert_eq!(
        refused(&run("evaluate_budget", &["-", "-"])),
        format!("standard input can be read once; {usage}")
    );
    assert_eq!(refused(&run("evaluate_budget", &["--at"])), "--at takes a period, such as 2017");
    assert_eq!(
        refused(&run("evaluate_budget", &["--at", "2017-Q9"])),
        "--at: invalid period \"2017-Q9\" at byte 6: a year has quarters Q1 to Q4"
    );
    assert_eq!(
        refused(&run_with_input("evaluate_budget", &["-"], b"Welkom")),
        "no year was recognised in the document: use --at PERIOD"
    );
}

#[test]
fn a_folder_of_pages_is_one_budget() {
    let folder = std::env::temp_dir().join(format!("beleid-pages-{}", std::process::id()));
    let inner = folder.join("deel");
    std::fs::create_dir_all(&inner).unwrap();
    let page = "<h1>Begroting 2017 gemeente Assen</h1><h2>2.3.4 Handel</h2><table><tr><th>Indicator\
        <th>Behaald 2016<th>Beoogd 2017<tr><td>Projecten<td>10<td>&gt; 15</table>";
    let text: Vec<u8> =
        "Begroting 2017\n\n2.3 Economie\n\nCaf\u{e9}s.\n".chars().map(|c| c as u8).collect();
    let files: [(&str, &[u8]); 5] = [
        ("a.html", page.as_bytes()),
        ("b.md", b"# 2.3.4 Handel\n\n| Indicator | Behaald 2017 |\n|--|--|\n| Projecten | 16 |\n"),
        ("deel/c.txt", &text),
        ("deel/d.csv", b"Indicator;Beoogd 2018\nWinkels;5\n"),
        ("deel/notes.log", b"not a document"),
    ];
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let name = folder.to_str().unwrap();
    let output = run("evaluate_budget", &[name]);
    let text = shown(&output);
    assert!(text.contains("2.3 Economie\n\n  2.3.4 Handel"), "{text}");
    assert!(text.contains("=> met; target > 15; measured 16"), "{text}");
    let told = "c.txt: warning[unsure-encoding] budget: the text is not UTF-8 (byte 33), and was read as windows-1252";
    assert!(text.contains(told), "{text}");
    let output = run("read_budget", &[name]);
    let wire = json(shown(&output));
    assert_eq!(wire["budget"]["organisation"]["name"], "gemeente Assen");
    assert_eq!(wire["budget"]["fields"][0]["sections"][0]["paragraphs"][0], "Cafés.");
    // The files one by one are the same.
    let all: Vec<String> =
        ["a.html", "b.md", "deel/c.txt", "deel/d.csv"].map(|file| format!("{name}/{file}")).into();
    let names: Vec<&str> = all.iter().map(String::as_str).collect();
    assert_eq!(shown(&run("read_budget", &names)), shown(&output));
    let checked = run("check_budget", &[name]);
    let text = String::from_utf8(checked.stdout).unwrap();
    assert!(text.contains("d.csv:2:1"), "{text}");
    assert!(text.contains("c.txt: budget"), "{text}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn help_is_no_error() {
    assert!(shown(&run("evaluate_budget", &["--help"])).starts_with("usage: "));
    assert!(shown(&run("read_budget", &["-h"])).starts_with("usage: "));
}
