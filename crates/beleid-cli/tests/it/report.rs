//! `report`: each format, what chooses it, and how it is refused.

use super::{EXAMPLE, Folder, ended, run, run_with_input, shown};

const ACCOUNT: &str = "examples/data/jaarstukken-2018.html";
const PAGE: &str = "# Jaarstukken 2018\n\n## 2.3 Handel\n\n| Indicator | Behaald 2017 | Behaald 2018 | Beoogd 2018 |\n\
    |---|---|---|---|\n| Projecten | 10 | 18 | > 15 |\n";

#[test]
fn what_is_no_terminal_gets_a_page() {
    let output = run(&["report", EXAMPLE, "--dutch"]);
    let page = shown(&output);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"nl\">"), "{page}");
    assert!(page.ends_with("</html>\n"));
    let output = run(&["report", EXAMPLE]);
    assert!(shown(&output).contains("<html lang=\"en\">"));
}

#[test]
fn formats_by_name() {
    for (format, begins) in [
        ("html", "<!DOCTYPE html>"),
        ("terminal", "Jaarstukken 2018\n════"),
        ("markdown", "# Jaarstukken 2018\n"),
    ] {
        let output = run_with_input(
            &["report", "-", "--layout", "markdown", "--format", format],
            PAGE.as_bytes(),
        );
        assert!(shown(&output).starts_with(begins), "{format}");
    }
    let picture = ["report", "-", "--layout", "markdown", "--indicator", "Projecten"];
    assert!(shown(&run_with_input(&picture, PAGE.as_bytes())).starts_with("<svg"));
}

#[test]
fn the_ending_of_the_file_decides() {
    let folder = Folder::new(&[("page.md", PAGE.as_bytes())]);
    let page = folder.name("page.md");
    for (name, begins) in [
        ("r.html", "<!DOCTYPE html>"),
        ("r.txt", "Jaarstukken 2018\n════"),
        ("r.MD", "# Jaarstukken 2018\n"),
    ] {
        let file = folder.name(name);
        assert_eq!(shown(&run(&["report", &page, "-o", &file])), "");
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.starts_with(begins), "{name}");
        assert!(!text.contains('\u{1b}'), "a file has no colours");
    }
    let picture = folder.name("r.svg");
    assert_eq!(shown(&run(&["report", &page, "--indicator", "2.3-i1", "--output", &picture])), "");
    assert!(std::fs::read_to_string(&picture).unwrap().starts_with("<svg"));
    let other = folder.name("r.pdf");
    let output = run(&["report", &page, "-o", &other]);
    let (_, errors, code) = ended(&output);
    assert_eq!(code, 2);
    assert!(errors.contains("use --format"), "{errors}");
}

#[test]
fn several_documents_are_a_section_each() {
    let folder = Folder::new(&[
        ("one.md", PAGE.as_bytes()),
        ("two.md", PAGE.replace("2018", "2019").as_bytes()),
    ]);
    let output = run(&["report", &folder.name(""), "--format", "markdown"]);
    let text = shown(&output);
    assert!(text.starts_with("# Report on 2 documents\n"), "{text}");
    assert!(
        text.contains("\n## Jaarstukken 2018\n") && text.contains("\n## Jaarstukken 2019\n"),
        "{text}"
    );
}

#[test]
fn a_period_and_a_method() {
    let asked = [
        "report",
        "-",
        "--layout",
        "markdown",
        "--format",
        "markdown",
        "--at",
        "2017",
        "--method",
        "municipal",
    ];
    let output = run_with_input(&asked, PAGE.as_bytes());
    let text = shown(&output);
    assert!(text.contains("evaluated for 2017") && text.contains("By the method"), "{text}");
    let output = run(&["report", EXAMPLE, "--at", "soon"]);
    assert!(super::refused(&output).starts_with("--at: "));
}

/// A table that was not read is in the report, and in the exit code.
#[test]
fn what_was_not_read_ends_with_1() {
    let output = run(&["report", ACCOUNT, "--format", "markdown"]);
    let (text, errors, code) = ended(&output);
    assert_eq!((code, errors), (1, ""));
    assert!(text.contains("`table-not-read`"));
    // A picture has no place for it.
    let output = run(&["report", ACCOUNT, "--indicator", "V.A-i3"]);
    let (_, errors, code) = ended(&output);
    assert_eq!(code, 1);
    assert!(errors.contains("table-not-read"), "{errors}");
}

#[test]
fn an_indicator_that_is_not_there_is_refused_with_those_that_are() {
    for asked in [
        &["--format", "svg"][..],
        &["--indicator", "x"],
        &["--format", "html", "--indicator", "2.3-i1"],
    ] {
        let arguments = [&["report", "-", "--layout", "markdown"][..], asked].concat();
        let output = run_with_input(&arguments, PAGE.as_bytes());
        let (text, errors, code) = ended(&output);
        assert_eq!((text, code), ("", 2), "{errors}");
        let has_list = errors.contains("2.3-i1  Projecten");
        assert_eq!(has_list, asked.len() == 2, "{errors}");
    }
}

/// The picture in the README is the one that the command draws: `UPDATE_GOLDEN=1` draws it anew.
#[test]
fn the_picture_of_the_readme() {
    let output = run(&["report", ACCOUNT, "--indicator", "V.A-i3"]);
    let (picture, ..) = ended(&output);
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/indicator.svg");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, picture).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap();
    assert!(there == picture, "docs/indicator.svg is out of date");
}
