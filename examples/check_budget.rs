//! Reports the problems of a document, as compilers do.
//!
//! `check_budget FILE [--rules FILE.toml]`: each finding with the line of the source that it is about.
//! The rules say how severe each finding is. The exit code is 1 if one is an error. The command
//! `beleid check` does the same with options, for several files and folders.

use std::process::ExitCode;

use beleid::{Reader, Renderer, Rules, Severity};

#[path = "support/output.rs"]
mod output;

fn main() -> ExitCode {
    output::end(run())
}

fn run() -> Result<ExitCode, String> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    let (file, rules) = match *given.as_slice() {
        [file] => (file, Rules::new()),
        [file, "--rules", rules] => {
            let text = std::fs::read_to_string(rules);
            let text = text.map_err(|error| format!("{rules}: {error}"))?;
            (file, toml::from_str(&text).map_err(|error| format!("{rules}: {error}"))?)
        }
        _ => return Err("usage: check_budget FILE [--rules FILE.toml]".to_owned()),
    };
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let reading = Reader::new().read_bytes(&bytes);
    let findings = reading.findings_by(&rules);
    let renderer = Renderer::new(reading.source()).path(file);
    for finding in &findings {
        output::write(&format!("{}\n\n", renderer.render(finding)))?;
    }
    let has_error = findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(ExitCode::from(u8::from(has_error)))
}
