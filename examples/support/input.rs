//! What the examples share: a document from a file or standard input, as text or wire JSON.

use std::io::Read as _;
use std::path::Path;

use beleid::{Budget, Document, Finding};

/// The example document, for when no file is named.
pub(crate) const EXAMPLE: &str = include_str!("../data/groningen-begroting-2017.txt");

/// A budget, with the findings of its reading where it was read from text.
pub(crate) struct Input {
    pub(crate) budget: Budget,
    pub(crate) findings: Vec<Finding>,
}

/// Reads a file, or standard input for `-`. The error is one line for a person.
pub(crate) fn load(name: &str) -> Result<Input, String> {
    let bytes = if name == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        read.map(|_| bytes).map_err(|error| format!("standard input: {error}"))?
    } else if Path::new(name).is_dir() {
        return Err(format!("{name}: is a directory, not a document"));
    } else {
        std::fs::read(name).map_err(|error| format!("{name}: {error}"))?
    };
    let name = if name == "-" { "standard input" } else { name };
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("{name}: is not UTF-8 text (byte {at})")
    })?;
    parse(&text).map_err(|error| format!("{name}: {error}"))
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
