//! The programs that read and evaluate a document.

use super::{EXAMPLE, json, refused, run, shown};
use crate::support::{data, golden};

#[test]
fn evaluate_budget_reports_on_the_example_document() {
    let report = run("evaluate_budget", &[]);
    golden::is("evaluate_budget.txt", shown(&report));
    assert_eq!(shown(&run("evaluate_budget", &[EXAMPLE, "--at", "2017"])), shown(&report));
    // In 2015 the target of 2017 is not due yet, and 2016 has a budgeted value and no result.
    let at = |period| run("evaluate_budget", &[EXAMPLE, "--at", period]);
    assert!(shown(&at("2015")).contains("not-applicable (not-due-yet)"), "{:?}", at("2015"));
    assert!(shown(&at("2016")).contains("undecided (not-measured)"), "{:?}", at("2016"));
}

#[test]
fn a_web_page_gives_the_same_as_its_text() {
    let page = EXAMPLE.replace(".txt", ".html");
    let text = run("read_budget", &[EXAMPLE]);
    assert_eq!(json(shown(&run("read_budget", &[&page]))), json(shown(&text)));
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
fn the_real_document_is_read() {
    let Some(file) = data::file("begroting/groningen-begroting-2017-2.3.4.txt") else { return };
    let file = file.canonicalize().expect("it is there");
    let file = file.to_str().expect("its path is UTF-8");
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
    let answer = |name: &str| {
        let output = run("evaluate_budget", &[name, "--at", "2017"]);
        shown(&output).lines().skip(2).take(4).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(answer(file), answer(EXAMPLE));
}

/// What can't be read ends with 1, and says why.
#[test]
fn an_unreadable_document_ends_with_1() {
    let file = std::env::temp_dir().join(format!("beleid-unreadable-{}.pdf", std::process::id()));
    std::fs::write(&file, "%PDF-1.7\n").unwrap();
    for program in ["read_budget", "check_budget", "evaluate_budget"] {
        let output = run(program, &[file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{program}: {output:?}");
        let told = [output.stdout, output.stderr].concat();
        let told = String::from_utf8(told).unwrap();
        assert!(told.contains("error[unreadable-file]"), "{program}: {told}");
    }
    std::fs::remove_file(&file).unwrap();
}

#[test]
fn what_is_refused_gets_one_line() {
    for program in ["read_budget", "evaluate_budget"] {
        let no_file = run(program, &["no-such-file.txt"]);
        assert!(refused(&no_file).starts_with("no-such-file.txt: "), "{no_file:?}");
        assert!(refused(&run(program, &["a", "b"])).starts_with("usage: "));
    }
    assert_eq!(refused(&run("read_budget", &[])), "usage: read_budget FILE");
    assert_eq!(
        refused(&run("evaluate_budget", &[EXAMPLE, "--at", "2017-Q9"])),
        "invalid period \"2017-Q9\" at byte 6: a year has quarters Q1 to Q4"
    );
}
