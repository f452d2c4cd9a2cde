//! What the examples share: a document from a file or standard input, as text or wire JSON.

use std::ffi::OsStr;
use std::io::Read as _;
use std::path::Path;

use beleid::{Budget, Document, Finding};

/// A budget, with the findings of its reading where it was read from text.
pub(crate) struct Input {
    pub(crate) budget: Budget,
    pub(crate) findings: Vec<Finding>,
}

/// Reads a file, or standard input for `-`. The error is one line for a person.
pub(crate) fn load(name: &OsStr) -> Result<Input, String> {
    let bytes = if name == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else if Path::new(name).is_dir() {
        return Err(format!("{}: is a directory, not a document", name.display()));
    } else {
        std::fs::read(name)
    };
    let shown = if name == "-" { "standard input".into() } else { name.to_string_lossy() };
    let bytes = bytes.map_err(|error| format!("{shown}: {error}"))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        format!("{shown}: is not UTF-8 text (byte {})", error.utf8_error().valid_up_to())
    })?;
    parse(&text).map_err(|error| format!("{shown}: {error}"))
}

/// Reads text, or wire JSON where it begins with a brace.
pub(crate) fn parse(text: &str) -> Result<Input, String> {
    let trimmed = text.trim_start_matches('\u{feff}').trim_start();
    if trimmed.starts_with('{') {
        let mut json = serde_json::Deserializer::from_str(trimmed);
        let document: Document = serde_path_to_error::deserialize(&mut json)
            .map_err(|error| format!("is not a document: {error}"))?;
        json.end().map_err(|error| format!("is not a document: {error}"))?;
        return Ok(Input { budget: document.budget, findings: Vec::new() });
    }
    let reading = beleid::read(text);
    let findings = reading.findings().to_vec();
    Ok(Input { budget: reading.budget, findings })
}
