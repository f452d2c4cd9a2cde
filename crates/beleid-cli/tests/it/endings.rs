//! Exit codes, which are a contract: 0 fine, 1 something was not read or fails the check, 2 misuse.

use super::{EXAMPLE, Folder, ODD, RULES, ended, json, refused, run, run_with_input, shown};

const ON_DOCUMENTS: [&str; 4] = ["figures", "read", "check", "evaluate"];

/// A document that can't be read ends with 1, and it is said.
#[test]
fn an_unreadable_document_ends_with_1() {
    let cases: [(&str, &[u8], &str); 5] = [
        ("a.pdf", b"%PDF-1.7\n", "the file is a PDF, which is not read"),
        ("b.xlsx", b"PK\x03\x04damaged", "the workbook can't be read"),
        (
            "c.json",
            b"{\"schema\":9,\"policies\":[]}",
            "is not a document: schema: schema 9 is not supported",
        ),
        ("d.json", b"{", "is not a document: EOF while parsing an object at line 1 column 1"),
        (
            "e.json",
            br#"{"schema":1,"budget":{"edition":{"period":"2018-H3"},"fields":[]}}"#,
            "is not a document: budget.edition.period: invalid period \"2018-H3\" at byte 6: a year has half-years H1 and H2",
        ),
    ];
    for (name, bytes, message) in cases {
        let folder = Folder::new(&[
            (name, bytes),
            ("rules.toml", b"[severity]\nunreadable-file = \"allow\"\n"),
        ]);
        let (name, rules) = (folder.name(name), folder.name("rules.toml"));
        for command in ON_DOCUMENTS {
            // Alone, among others, and whatever the rules.
            for arguments in [&[&*name][..], &[EXAMPLE, &name], &[&name, "--rules", &rules]] {
                let output = run(&[&[command], arguments].concat());
                let (text, errors, code) = ended(&output);
                assert_eq!(code, 1, "{command} {arguments:?}: {text}{errors}");
                let told = format!("{text}{errors}");
                assert!(told.contains("error[unreadable-file]"), "{command}: {told}");
                assert!(told.contains(message), "{command}: {told}");
            }
        }
        let output = run(&["figures", EXAMPLE, &name]);
        assert_eq!(ended(&output).0, shown(&run(&["figures", EXAMPLE])), "the others are written");
    }
}

/// A whole edition that was left out ends with 1, in each form of output.
#[test]
fn an_edition_that_is_left_out_ends_with_1() {
    let folder = Folder::new(&[("old.txt", b"Begroting 2016\n\n2.2 Toerisme\n")]);
    let old = folder.name("old.txt");
    let forms: [&[&str]; 7] = [
        &["read"],
        &["check"],
        &["check", "--format=jsonl"],
        &["evaluate"],
        &["evaluate", "--format=jsonl"],
        &["evaluate", "--method", "municipal"],
        &["evaluate", "--method", "municipal", "--format=jsonl"],
    ];
    for form in forms {
        let output = run(&[form, &[EXAMPLE, &old]].concat());
        let (text, errors, code) = ended(&output);
        assert_eq!(code, 1, "{form:?}: {text}{errors}");
        assert!(format!("{text}{errors}").contains("other-edition"), "{form:?}: {text}{errors}");
    }
    // The flat table takes documents of any edition, one by one.
    assert_eq!(ended(&run(&["figures", EXAMPLE, &old])).2, 0);
}

/// A table that was not read is lost to each command, unless the rules allow that.
#[test]
fn a_table_that_is_not_read_ends_with_1() {
    let page = b"Begroting 2017\n\n2.2 Werk\n\nIndicator   Behaald 2014   Behaald 2015\n";
    let allowed = b"[severity]\ntable-not-read = \"allow\"\n";
    let advice = b"[severity]\ntable-not-read = \"advice\"\n";
    let folder = Folder::new(&[("a.txt", page), ("allow.toml", allowed), ("advice.toml", advice)]);
    let name = folder.name("a.txt");
    for command in ON_DOCUMENTS {
        let output = run(&[command, &name]);
        let (text, errors, code) = ended(&output);
        assert_eq!(code, 1, "{command}: {text}{errors}");
        assert!(
            format!("{text}{errors}").contains("[table-not-read]"),
            "{command}: {text}{errors}"
        );
        let output = run(&[command, &name, "--rules", &folder.name("advice.toml")]);
        assert_eq!(ended(&output).2, 1, "{command}");
        let output = run(&[command, &name, "--rules", &folder.name("allow.toml")]);
        assert_eq!(ended(&output).2, 0, "{command}");
    }
}

/// Of `check` any finding that is an error ends with 1; warnings don't.
#[test]
fn errors_fail_the_check() {
    assert_eq!(ended(&run(&["check", ODD])).2, 0);
    for form in [&["check"][..], &["check", "--format=jsonl"]] {
        let output = run(&[form, &[ODD, "--rules", RULES]].concat());
        assert_eq!(ended(&output).2, 1);
    }
    // The other commands answer; that is no check.
    for command in ["figures", "read", "evaluate"] {
        assert_eq!(ended(&run(&[command, ODD, "--rules", RULES])).2, 0, "{command}");
    }
}

/// A file that can't be opened ends with 2 and one line.
#[test]
fn a_missing_file_ends_with_2() {
    for command in ON_DOCUMENTS {
        let output = run(&[command, "no-such-file.txt"]);
        assert!(refused(&output).starts_with("no-such-file.txt: "), "{command}");
        let output = run(&[command, EXAMPLE, "--rules", "no-such.toml"]);
        assert!(refused(&output).starts_with("no-such.toml: "), "{command}");
        assert_eq!(refused(&run(&[command, "-", "-"])), "standard input can be read once");
        let output = run(&[command, "-", "--rules", "-"]);
        assert_eq!(refused(&output), "standard input can be read once");
    }
    // What was written before it is whole.
    let output = run(&["figures", "--format", "json", EXAMPLE, "no-such-file.txt"]);
    let (text, _, code) = ended(&output);
    assert!(json(text).is_array());
    assert_eq!(code, 2);
}

#[test]
fn misuse_ends_with_2() {
    let cases: [&[&str]; 14] = [
        &[],
        &["fly"],
        &["figures"],
        &["read"],
        &["check"],
        &["evaluate"],
        &["figures", ODD, "--format", "xml"],
        &["figures", ODD, "--layout", "pdf"],
        &["read", ODD, "--language", "fy"],
        &["read", ODD, "--xml"],
        &["evaluate", ODD, "--at", "2017-Q9"],
        &["evaluate", ODD, "--method", "x"],
        &["evaluate", ODD, "--explain"],
        &["evaluate", ODD, "--dutch"],
    ];
    for arguments in cases {
        let output = run(arguments);
        let (text, errors, code) = ended(&output);
        assert_eq!((text, code), ("", 2), "{arguments:?}: {errors}");
        assert!(!errors.is_empty(), "{arguments:?}");
    }
    assert_eq!(
        refused(&run_with_input(&["evaluate", "-"], b"Welkom")),
        "no year was recognised in the document, nor in its figures: use --at PERIOD"
    );
}

/// The exit codes stand in the help of each command.
#[test]
fn help_is_fine_and_has_the_exit_codes() {
    for arguments in [
        &["--help"][..],
        &["figures", "--help"],
        &["report", "--help"],
        &["cell", "-h"],
        &["read", "-h"],
        &["check", "-h"],
        &["evaluate", "-h"],
    ] {
        let output = run(arguments);
        assert!(shown(&output).contains("\nExit codes:\n  0  fine"), "{output:?}");
    }
    golden_help();
    assert_eq!(shown(&run(&["--version"])), "beleid 0.1.0\n");
}

fn golden_help() {
    super::golden("help.txt", shown(&run(&["--help"])));
}
