//! Where answers are written: files, full disks, pipes that close, and forms.

use std::io::Read as _;

use super::{EXAMPLE, Folder, ODD, command, ended, json, refused, run, shown};

/// Each subcommand writes to a file what it would write to standard output.
#[test]
fn answers_go_to_a_file() {
    let cases: [&[&str]; 9] = [
        &["figures", ODD],
        &["figures", ODD, "--format", "jsonl"],
        &["read", EXAMPLE],
        &["check", EXAMPLE],
        &["evaluate", EXAMPLE],
        &["evaluate", EXAMPLE, "--method", "municipal", "--format", "csv"],
        &["methods"],
        &["schema", "document"],
        &["man", "evaluate"],
    ];
    let folder = Folder::new(&[("before", b"what was there")]);
    for arguments in cases {
        let file = folder.name("answer");
        let output = run(&[arguments, &["-o", &file]].concat());
        assert_eq!(ended(&output).0, "", "{arguments:?}");
        assert_eq!(ended(&output).2, ended(&run(arguments)).2, "{arguments:?}");
        let written = std::fs::read_to_string(&file).expect("it is written");
        assert_eq!(written, ended(&run(arguments)).0, "{arguments:?}");
    }
    // Without an answer what was there stays.
    let before = folder.name("before");
    assert_eq!(ended(&run(&["figures", "no-such-file.txt", "-o", &before])).2, 2);
    assert_eq!(std::fs::read(&before).unwrap(), b"what was there");
    // A dash is standard output.
    assert_eq!(shown(&run(&["figures", ODD, "-o", "-"])), shown(&run(&["figures", ODD])));
    let nowhere = folder.name("no/such/folder");
    assert!(refused(&run(&["schema", "finding", "-o", &nowhere])).starts_with(&nowhere));
    // An answer of no findings is an empty file.
    let page = folder.name("fine.txt");
    std::fs::write(&page, "Welkom").unwrap();
    let empty = folder.name("empty");
    let output = run(&["check", &page, "--format", "jsonl", "-o", &empty]);
    assert_eq!(std::fs::read(&empty).unwrap(), run(&["check", &page, "--format", "jsonl"]).stdout);
    assert_eq!(ended(&output).2, 0);
}

/// What is read isn't written to, and the answer of a run before isn't read.
#[test]
fn an_input_is_never_the_output() {
    let page = std::fs::read(format!("{}/../../{ODD}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let folder = Folder::new(&[("a.txt", &page)]);
    let (all, name, table) = (folder.name(""), folder.name("a.txt"), folder.name("figures.csv"));
    let output = run(&["figures", &name, "-o", &name]);
    assert_eq!(refused(&output), format!("{name}: would be overwritten by --output"));
    assert_eq!(std::fs::read(&name).unwrap(), page);
    for _ in 0..2 {
        assert_eq!(ended(&run(&["figures", &all, "-o", &table])).2, 0);
        assert_eq!(std::fs::read(&table).unwrap(), run(&["figures", &name]).stdout);
    }
}

/// A full disk ends with 2 and one line that names it.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let cases: [&[&str]; 12] = [
        &["figures", ODD],
        &["figures", ODD, "--format", "json"],
        &["read", EXAMPLE],
        &["check", ODD],
        &["check", ODD, "--format", "csv"],
        &["evaluate", EXAMPLE, "--method", "municipal"],
        &["cell", "5"],
        &["methods"],
        &["schema"],
        &["words"],
        &["completions", "bash"],
        &["man"],
    ];
    for arguments in cases {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = command(arguments).stdout(full).output().unwrap();
        let (_, errors, code) = ended(&output);
        let last = errors.lines().last().unwrap_or_default();
        assert_eq!(code, 2, "{arguments:?}: {errors}");
        assert!(last.starts_with("beleid: standard output: "), "{arguments:?}: {errors}");
        let output = run(&[&arguments[..1], &["-o", "/dev/full"], &arguments[1..]].concat());
        let (_, errors, code) = ended(&output);
        let last = errors.lines().last().unwrap_or_default();
        assert_eq!(code, 2, "{arguments:?}: {errors}");
        assert!(last.starts_with("beleid: /dev/full: "), "{arguments:?}: {errors}");
    }
}

/// A reader that leaves early (`| head`) is no error.
#[test]
fn a_closed_pipe_is_no_error() {
    let cases: [&[&str]; 7] = [
        &["words"],
        &["schema", "document"],
        &["completions", "bash"],
        &["read", EXAMPLE],
        &["evaluate", EXAMPLE, "--format", "json"],
        &["check", ODD, "--format", "csv"],
        &["methods", "--format", "json"],
    ];
    for arguments in cases {
        let mut child = command(arguments).spawn().unwrap();
        let mut out = child.stdout.take().unwrap();
        let _ = out.read(&mut [0]).unwrap();
        drop(out);
        let output = child.wait_with_output().unwrap();
        let (_, errors, code) = ended(&output);
        // Findings are there all the same.
        assert!(
            !errors.contains("beleid: ") && !errors.contains("panic"),
            "{arguments:?}: {errors}"
        );
        assert_eq!(code, 0, "{arguments:?}");
    }
}

/// Whatever the terminal, `NO_COLOR` means plain text; a pipe is plain without it.
#[test]
fn no_color_is_plain() {
    for variable in ["NO_COLOR", "BELEID_NO_SUCH_VARIABLE"] {
        let output = command(&["check", ODD]).env(variable, "1").output().unwrap();
        assert!(!ended(&output).0.contains('\u{1b}'), "{variable}");
    }
}

/// The forms of an answer hold the same.
#[test]
fn forms_hold_the_same() {
    for arguments in [
        &["figures", ODD][..],
        &["check", ODD],
        &["evaluate", EXAMPLE],
        &["evaluate", EXAMPLE, "--method", "municipal"],
        &["cell", "--language=nl"],
    ] {
        let in_form = |form: &str| {
            let form = format!("--format={form}");
            let cell: &[&str] = if arguments[0] == "cell" { &["5", "> 15"] } else { &[] };
            run(&[arguments, &[&form], cell].concat())
        };
        let (array, lines) = (in_form("json"), in_form("jsonl"));
        let lines: Vec<_> = shown(&lines).lines().map(json).collect();
        assert_eq!(json(shown(&array)), serde_json::Value::Array(lines), "{arguments:?}");
    }
    let rows = run(&["evaluate", EXAMPLE, "--format", "csv"]);
    super::golden("evaluate.csv", shown(&rows));
    super::golden("check.csv", shown(&run(&["check", ODD, "--format", "csv"])));
}
