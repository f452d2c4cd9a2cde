//! `beleid cell`.

use super::{Folder, ended, golden, json, refused, run, run_with_input, shown};

/// Cells of each kind: how they are read, why, and what would make that certain.
#[test]
fn cells_are_explained() {
    let cells = [
        "10",
        "> 15",
        "-",
        "",
        "n.v.t.",
        "48% (2008)",
        "1.049",
        "12 / 14",
        "> 2016",
        "ca. 10",
        "12*",
        "3 ton",
        "104 tov 134 landelijk",
        "4.79.350",
        "goed",
        "10 (cijfer van vorig jaar)",
        "-/- 12",
        "-5",
        "ja",
    ];
    let output = run(&[&["cell"], &cells[..]].concat());
    golden("cell.txt", shown(&output));
    let output = run(&[&["cell", "--dutch"], &cells[..]].concat());
    golden("cell_dutch.txt", shown(&output));
    let output = run(&[&["cell", "--format=json"], &cells[..]].concat());
    golden("cell.json", shown(&output));
    let all = json(shown(&output));
    for (each, printed) in all.as_array().unwrap().iter().zip(cells) {
        assert_eq!(each["printed"], printed);
        assert!(!each["figures"].as_array().unwrap().is_empty(), "{each}");
        let has_findings = !each["findings"].as_array().unwrap().is_empty();
        assert!(!has_findings || !each["certain_by"].as_array().unwrap().is_empty(), "{each}");
    }
    // The same from standard input, a cell a line.
    let lines = cells.join("\r\n") + "\n";
    assert_eq!(
        shown(&run_with_input(&["cell", "--format=json"], lines.as_bytes())),
        shown(&output)
    );
}

#[test]
fn input_of_any_kind_is_answered() {
    assert_eq!(shown(&run_with_input(&["cell"], b"")), "");
    assert_eq!(shown(&run_with_input(&["cell", "--format=json"], b"")), "[]\n");
    let hostile =
        [b"\xff\xfe\0\n".as_slice(), &vec![b'9'; 100_000], b"\n\n\n", "\u{202e}1\u{0}".as_bytes()];
    for bytes in hostile {
        let output = run_with_input(&["cell", "--format=json"], bytes);
        assert!(json(shown(&output)).is_array());
    }
}

#[test]
fn words_of_another_language_and_of_a_file() {
    let alone = |arguments: &[&str]| json(shown(&run(arguments)))[0]["figures"][0]["value"].take();
    let folder = Folder::new(&[("words.toml", b"[missing]\nniks = \"not_measured\"\n")]);
    let words = folder.name("words.toml");
    assert_eq!(alone(&["cell", "--format=json", "niks"])["text"], "niks");
    assert_eq!(
        alone(&["cell", "--format=json", "--vocabulary", &words, "niks"])["missing"],
        "not_measured"
    );
    let both = run(&["cell", "--vocabulary", &words, "--language", "en", "niks"]);
    assert_eq!(ended(&both).2, 2);
}

/// What looks like an option is no cell, so that a slip is seen.
#[test]
fn options_are_no_cells() {
    assert_eq!(
        refused(&run(&["cell", "10", "--jsn"])),
        "unknown option --jsn: options come before the cells; write -- in front of such a cell"
    );
    assert!(shown(&run(&["cell", "--", "--jsn"])).starts_with("\"--jsn\"\n"));
    assert!(shown(&run(&["cell", "--", "-", "--"])).starts_with("\"-\"\n"));
}
