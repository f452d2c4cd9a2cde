//! What the examples share: a document from a file or standard input, as text or wire JSON.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::io::Read as _;
use std::path::Path;

use beleid::{Budget, Document, Finding, Layout, Reader, Rules};

/// A budget, with what is to be said about it.
#[allow(dead_code, reason = "not each of the examples needs all of it")]
pub(crate) struct Input {
    pub(crate) budget: Budget,
    pub(crate) findings: Vec<Finding>,
    /// The text that it was read from; nothing where that was wire JSON.
    pub(crate) source: Option<String>,
}

/// Reads a file, or standard input for `-`. The error is one line for a person.
pub(crate) fn load(name: &OsStr, rules: &Rules) -> Result<Input, String> {
    let text = text(name)?;
    parse(&text, rules).map_err(|error| format!("{}: {error}", shown(name)))
}

/// Takes an argument that is no option for the name of the document, of which there is one.
#[allow(dead_code, reason = "not each of the examples has options")]
pub(crate) fn take_name(
    name: &mut Option<OsString>,
    argument: OsString,
    usage: &str,
) -> Result<(), String> {
    let shown = argument.to_string_lossy();
    if shown.starts_with('-') && shown != "-" {
        return Err(format!("unknown option {shown}; {usage}"));
    }
    if name.is_some() {
        return Err(format!("more than one file; {usage}"));
    }
    *name = Some(argument);
    Ok(())
}

/// The text of a file, or of standard input for `-`.
pub(crate) fn text(name: &OsStr) -> Result<String, String> {
    let bytes = if name == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else if Path::new(name).is_dir() {
        return Err(format!("{}: is a directory, not a document", name.display()));
    } else {
        std::fs::read(name)
    };
    let shown = shown(name);
    let bytes = bytes.map_err(|error| format!("{shown}: {error}"))?;
    String::from_utf8(bytes).map_err(|error| {
        format!("{shown}: is not UTF-8 text (byte {})", error.utf8_error().valid_up_to())
    })
}

/// The name of an input as messages say it.
pub(crate) fn shown(name: &OsStr) -> Cow<'_, str> {
    if name == "-" { "standard input".into() } else { name.to_string_lossy() }
}

/// Reads a document in the layout that it seems to have, or wire JSON where it begins with a
/// brace.
pub(crate) fn parse(text: &str, rules: &Rules) -> Result<Input, String> {
    let trimmed = text.trim_start_matches('\u{feff}').trim_start();
    if trimmed.starts_with('{') {
        let mut json = serde_json::Deserializer::from_str(trimmed);
        let document: Document = serde_path_to_error::deserialize(&mut json)
            .map_err(|error| format!("is not a document: {error}"))?;
        json.end().map_err(|error| format!("is not a document: {error}"))?;
        let findings = document.budget.validate_by(rules);
        return Ok(Input { budget: document.budget, findings, source: None });
    }
    let reading = Reader::new().read_as(text, Layout::of(text));
    let findings = reading.findings_by(rules);
    Ok(Input { budget: reading.budget, findings, source: Some(text.to_owned()) })
}
