//! The example programs as a user runs them: their whole output, and how they fail.

mod checking;
mod handing_on;
mod progress;
mod reading;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

const EXAMPLE: &str = "examples/data/groningen-begroting-2017.txt";

/// The folder with the example programs. `cargo test` has built them; a single test has not.
pub(crate) fn programs() -> &'static Path {
    static PROGRAMS: OnceLock<PathBuf> = OnceLock::new();
    PROGRAMS.get_or_init(|| {
        let test = std::env::current_exe().expect("the test has a path");
        let profile = test.ancestors().nth(2).expect("it stands in a folder of its profile");
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--package", "beleid", "--examples"]);
        if profile.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().expect("cargo runs").success());
        profile.join("examples")
    })
}

pub(crate) fn run_with_input(program: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(programs().join(program))
        .args(arguments)
        .current_dir(crate::support::root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example runs");
    // A program that doesn't read its input may be gone already.
    let _ = child.stdin.take().expect("it is piped").write_all(input);
    child.wait_with_output().expect("the example ends")
}

pub(crate) fn run(program: &str, arguments: &[&str]) -> Output {
    run_with_input(program, arguments, b"")
}

/// Standard output of a run that must succeed.
pub(crate) fn shown(output: &Output) -> &str {
    assert!(output.status.success(), "{output:?}");
    std::str::from_utf8(&output.stdout).expect("the examples write UTF-8")
}

/// The one line on standard error of a run that must be refused.
pub(crate) fn refused(output: &Output) -> &str {
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty(), "{output:?}");
    let message = std::str::from_utf8(&output.stderr).expect("the examples write UTF-8");
    assert_eq!(message.lines().count(), 1, "{message}");
    message.trim_end()
}

pub(crate) fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("it is JSON")
}
