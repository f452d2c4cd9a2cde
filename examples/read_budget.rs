//! Reads a document and writes its wire form.
//!
//! `read_budget FILE|-`: wire JSON on standard output, findings on standard error. The
//! document is text, or wire JSON, which is then checked and written anew.

use std::io::Write as _;
use std::process::ExitCode;

use beleid::{Document, Rules};

#[path = "support/input.rs"]
mod input;
#[path = "support/output.rs"]
mod output;

const USAGE: &str = "usage: read_budget FILE|-";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let done = match arguments.as_slice() {
        [flag] if flag == "--help" || flag == "-h" => output::write(&format!("{USAGE}\n")),
        [name] if name == "-" || !name.to_string_lossy().starts_with('-') => run(name),
        _ => Err(USAGE.to_owned()),
    };
    output::end(done.map(|()| ExitCode::SUCCESS))
}

fn run(name: &std::ffi::OsStr) -> Result<(), String> {
    let input = input::load(name, &Rules::new())?;
    for finding in &input.findings {
        let _ = writeln!(std::io::stderr(), "{finding}");
    }
    let json = serde_json::to_string_pretty(&Document::new(input.budget))
        .map_err(|error| error.to_string())?;
    output::write(&format!("{json}\n"))
}
