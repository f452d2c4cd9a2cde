//! Reads a document and writes its wire form.
//!
//! `read_budget FILE`: wire JSON on standard output, findings on standard error. A document is a text,
//! a web page, Markdown, separated values or a workbook. The exit code is 1 if nothing could be read
//! of it. The command `beleid read` does the same with options, for several files and folders.

use std::io::Write as _;
use std::process::ExitCode;

use beleid::{Document, Reader, Rule};

#[path = "support/output.rs"]
mod output;

fn main() -> ExitCode {
    output::end(run())
}

fn run() -> Result<ExitCode, String> {
    let mut given = std::env::args_os().skip(1);
    let (Some(file), None) = (given.next(), given.next()) else {
        return Err("usage: read_budget FILE".to_owned());
    };
    let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let (budget, findings) = Reader::new().read_bytes(&bytes).into_parts();
    for finding in &findings {
        let _ = writeln!(std::io::stderr(), "{finding}");
    }
    let json = serde_json::to_string_pretty(&Document::new(budget));
    output::write(&format!("{}\n", json.map_err(|error| error.to_string())?))?;
    let is_unread = findings.iter().any(|finding| finding.rule == Rule::UnreadableFile);
    Ok(ExitCode::from(u8::from(is_unread)))
}
