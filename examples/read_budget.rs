//! Reads a document and writes its wire form.
//!
//! `read_budget FILE|FOLDER|-...`: wire JSON on standard output, findings on standard error. A
//! document is a text, a web page, Markdown, separated values or a workbook, or wire JSON, which is
//! then checked and written anew; several become one budget.

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use beleid::{Document, Rules};

#[path = "support/input.rs"]
mod input;
#[path = "support/output.rs"]
mod output;

const USAGE: &str = "usage: read_budget FILE|FOLDER|-...";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let done = match arguments.as_slice() {
        [flag] if flag == "--help" || flag == "-h" => output::write(&format!("{USAGE}\n")),
        [] => Err(USAGE.to_owned()),
        names => run(names),
    };
    output::end(done.map(|()| ExitCode::SUCCESS))
}

fn run(arguments: &[OsString]) -> Result<(), String> {
    let mut names = Vec::new();
    for argument in arguments {
        input::take_name(&mut names, argument.clone(), USAGE)?;
    }
    let input = input::load(&names, &Rules::new())?;
    for told in &input.findings {
        let _ = writeln!(std::io::stderr(), "{told}");
    }
    let json = serde_json::to_string_pretty(&Document::new(input.budget))
        .map_err(|error| error.to_string())?;
    output::write(&format!("{json}\n"))
}
