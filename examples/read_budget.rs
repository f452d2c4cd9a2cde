//! Reads a document and writes its wire form.
//!
//! `read_budget FILE|-`: wire JSON on standard output, findings on standard error. The
//! document is text, or wire JSON, which is then checked and written anew.

use std::process::ExitCode;

use beleid::Document;

#[path = "support/input.rs"]
#[allow(dead_code)]
mod input;

const USAGE: &str = "usage: read_budget FILE|-";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let result = match (arguments.next().as_deref(), arguments.next()) {
        (Some("--help" | "-h"), None) => {
            println!("{USAGE}");
            Ok(())
        }
        (Some(name), None) if name == "-" || !name.starts_with('-') => run(name),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(name: &str) -> Result<(), String> {
    let input = input::load(name)?;
    for finding in &input.findings {
        eprintln!("{finding}");
    }
    let json = serde_json::to_string_pretty(&Document::new(input.budget))
        .map_err(|error| format!("{name}: {error}"))?;
    println!("{json}");
    Ok(())
}
