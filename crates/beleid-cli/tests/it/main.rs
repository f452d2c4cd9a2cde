//! The command `beleid` as a user runs it: whole outputs, exit codes, and how it fails.

// A test fails by panicking, and a table of cases is as long as there are cases.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    clippy::unwrap_used
)]

mod cell;
mod documents;
mod endings;
mod explained;
mod figures;
mod folders;
mod given;
mod iv3;
mod mapping;
mod money;
mod outputs;
mod report;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Documents that are checked in, as they are named from the root of the repository.
const EXAMPLE: &str = "examples/data/groningen-begroting-2017.txt";
const ODD: &str = "examples/data/odd.txt";
const RULES: &str = "examples/data/rules.toml";

/// The command, at the root of the repository.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beleid"));
    command.args(arguments).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    run_with_input(arguments, b"")
}

fn run_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).spawn().expect("the command runs");
    // A command that doesn't read its input may be gone already.
    let _ = child.stdin.take().expect("it has an input").write_all(input);
    child.wait_with_output().expect("the command ends")
}

/// Standard output, standard error and the exit code.
fn ended(output: &Output) -> (&str, &str, i32) {
    let text = |bytes| std::str::from_utf8(bytes).expect("it writes UTF-8");
    (text(&output.stdout), text(&output.stderr), output.status.code().expect("it ends by itself"))
}

/// Standard output of a run that ends with 0.
fn shown(output: &Output) -> &str {
    let (text, errors, code) = ended(output);
    assert_eq!(code, 0, "{text}{errors}");
    text
}

/// The one line on standard error of a run that ends with 2 and writes nothing else.
fn refused(output: &Output) -> &str {
    let (text, errors, code) = ended(output);
    assert_eq!((text, code), ("", 2), "{errors}");
    assert_eq!(errors.lines().count(), 1, "{errors}");
    errors.trim_end().strip_prefix("beleid: ").expect("it says who speaks")
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("it is JSON")
}

/// Compares a text with a golden file. `UPDATE_GOLDEN=1` writes it anew, to be read before it is
/// committed.
fn golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, text).expect("the golden file can be written");
    }
    let golden = std::fs::read_to_string(&path).expect("the golden file is there");
    assert_eq!(text, golden, "{name}");
}

/// A folder that is there for one test.
struct Folder(PathBuf);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("beleid-{}-{count}", std::process::id()));
        for (name, bytes) in files {
            let file = path.join(name);
            std::fs::create_dir_all(file.parent().expect("it is in a folder")).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
        Folder(path)
    }

    /// The whole name of a file in it; `""` is the folder itself.
    fn name(&self, file: &str) -> String {
        let path = if file.is_empty() { self.0.clone() } else { self.0.join(file) };
        path.to_str().expect("it is UTF-8").to_owned()
    }

    /// A text in which it is called `DIR`.
    fn named<'t>(&self, text: &'t str) -> std::borrow::Cow<'t, str> {
        text.replace(&self.name(""), "DIR").into()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
