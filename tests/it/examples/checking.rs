//! The program `check_budget`.

use super::{EXAMPLE, refused, run, shown};
use crate::support::golden;

const ODD: &str = "examples/data/odd.txt";

#[test]
fn findings_are_shown_with_their_source() {
    golden::is("check_budget.txt", shown(&run("check_budget", &[ODD])));
    let example = run("check_budget", &[EXAMPLE]);
    assert!(shown(&example).starts_with("advice[missing-organisation]"), "{example:?}");
}

#[test]
fn errors_end_with_1() {
    let output = run("check_budget", &[ODD, "--rules", "examples/data/rules.toml"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("error[mark-without-footnote]"), "{text}");
    assert!(!text.contains("[missing-organisation]") && !text.contains("[jump-in-row]"), "{text}");
}

#[test]
fn misuse_gets_one_line_and_2() {
    let usage = "usage: check_budget FILE [--rules FILE.toml]";
    for arguments in [&[][..], &[ODD, "--rules"], &[ODD, "--xml", "a"]] {
        assert_eq!(refused(&run("check_budget", arguments)), usage);
    }
    let missing = run("check_budget", &[ODD, "--rules", "no-such.toml"]);
    assert!(refused(&missing).starts_with("no-such.toml: "), "{missing:?}");
}
