//! What the examples share: documents from files, folders or standard input, as one budget.

#![allow(dead_code, reason = "not each of the examples needs all of it")]

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use beleid::{Budget, Collection, Document, Finding, Reader, Rules};
use indicatif::ProgressBar;

/// A budget with its findings.
pub(crate) struct Input {
    pub(crate) budget: Budget,
    pub(crate) findings: Vec<Told>,
    pub(crate) documents: Vec<Source>,
}

/// A document that was read.
pub(crate) struct Source {
    pub(crate) name: String,
    /// The text that it was read from. `None` for wire JSON and workbooks.
    pub(crate) text: Option<String>,
}

/// A finding, with the document that it is about if there are several.
pub(crate) struct Told {
    pub(crate) finding: Finding,
    /// Its index.
    pub(crate) document: Option<usize>,
    /// Its name, if there are several.
    name: Option<String>,
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "{name}: {}", self.finding),
            None => write!(f, "{}", self.finding),
        }
    }
}

/// Reads files, the files of folders, or standard input for `-`, as one budget. The error is one
/// line of text.
pub(crate) fn load(names: &[OsString], rules: &Rules) -> Result<Input, String> {
    let files = files(names)?;
    if let [file] = files.as_slice() {
        let one = read(file)?;
        let findings = match &one.reading {
            Read::Text(reading) => reading.findings_by(rules),
            Read::Wire(budget) => budget.validate_by(rules),
        };
        let of_one = |finding| Told { finding, document: Some(0), name: None };
        let findings = findings.into_iter().map(of_one).collect();
        let (budget, text) = one.reading.into_parts();
        return Ok(Input { budget, findings, documents: vec![Source { name: one.name, text }] });
    }
    let mut collection = Collection::new();
    let mut documents = Vec::new();
    let mut progress = Progress::new(files.len());
    for file in &files {
        let one = read(file)?;
        match &one.reading {
            Read::Text(reading) => collection.add(&*one.name, reading),
            Read::Wire(budget) => collection.add_budget(&*one.name, budget.clone(), Vec::new()),
        }
        documents.push(Source { name: one.name, text: one.reading.into_parts().1 });
        progress.step();
    }
    let findings = collection.findings_by(rules).into_iter();
    let findings = findings.map(|told| Told {
        document: told
            .source
            .as_ref()
            .and_then(|name| documents.iter().position(|one| one.name == *name)),
        name: told.source,
        finding: told.finding,
    });
    let findings = findings.collect();
    Ok(Input { budget: collection.budget().clone(), findings, documents })
}

/// The files of some names: for a folder the files in it, in the order of their names.
fn files(names: &[OsString]) -> Result<Vec<OsString>, String> {
    let mut files = Vec::new();
    for name in names {
        let path = Path::new(name);
        if name == "-" || !path.is_dir() {
            files.push(name.clone());
            continue;
        }
        let before = files.len();
        let mut skipped = Vec::new();
        let mut folders = vec![path.to_owned()];
        while let Some(folder) = folders.pop() {
            let entries = std::fs::read_dir(&folder);
            let entries = entries.and_then(Iterator::collect::<Result<Vec<_>, _>>);
            let entries = entries.map_err(|error| format!("{}: {error}", folder.display()))?;
            let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
            paths.sort();
            let (inner, own): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
            folders.extend(inner.into_iter().rev());
            let (documents, others): (Vec<_>, Vec<_>) =
                own.into_iter().partition(|path| is_document(path));
            files.extend(documents.into_iter().map(OsString::from));
            skipped.extend(others);
        }
        if files.len() == before {
            return Err(format!("{}: the folder holds no documents", path.display()));
        }
        for other in skipped {
            // Where standard error is gone, the documents are read all the same.
            let _ = writeln!(std::io::stderr(), "{}: no document that is read", other.display());
        }
    }
    Ok(files)
}

/// Whether a file in a folder is a document, by its extension.
fn is_document(path: &Path) -> bool {
    const KNOWN: [&str; 8] = ["txt", "html", "htm", "xhtml", "md", "csv", "tsv", "xlsx"];
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    KNOWN.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

/// The result of reading a file.
struct One {
    name: String,
    reading: Read,
}

enum Read {
    Text(Box<beleid::Reading<'static>>),
    Wire(Budget),
}

impl Read {
    fn into_parts(self) -> (Budget, Option<String>) {
        match self {
            Read::Wire(budget) => (budget, None),
            Read::Text(reading) => {
                let text = reading.source().to_owned();
                let text = reading.sheets().is_empty().then_some(text);
                (reading.budget, text)
            }
        }
    }
}

/// Reads a file in the layout that it has, or as wire JSON if it begins with a brace.
fn read(name: &OsStr) -> Result<One, String> {
    let bytes = bytes(name)?;
    let shown = shown(name).into_owned();
    let reading = parse(&bytes).map_err(|error| format!("{shown}: {error}"))?;
    Ok(One { name: shown, reading })
}

fn parse(bytes: &[u8]) -> Result<Read, String> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if !text.starts_with(b"{") {
        let reading = Reader::new().read_bytes(bytes).into_owned();
        return Ok(Read::Text(Box::new(reading)));
    }
    let mut json = serde_json::Deserializer::from_slice(text);
    let document: Document = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| format!("is not a document: {error}"))?;
    json.end().map_err(|error| format!("is not a document: {error}"))?;
    Ok(Read::Wire(document.budget))
}

/// A document that is part of the program.
pub(crate) fn own(text: &str, rules: &Rules) -> Input {
    let reading = Reader::new().read(text);
    let of_one = |finding| Told { finding, document: Some(0), name: None };
    let findings = reading.findings_by(rules).into_iter().map(of_one).collect();
    let source = Source { name: "the example".to_owned(), text: Some(text.to_owned()) };
    Input { budget: reading.budget, findings, documents: vec![source] }
}

fn bytes(name: &OsStr) -> Result<Vec<u8>, String> {
    let bytes = if name == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else if Path::new(name).is_dir() {
        return Err(format!("{}: is a directory, not a file", name.display()));
    } else {
        std::fs::read(name)
    };
    bytes.map_err(|error| format!("{}: {error}", shown(name)))
}

/// The text of a file, or of standard input for `-`.
pub(crate) fn text(name: &OsStr) -> Result<String, String> {
    String::from_utf8(bytes(name)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("{}: is not UTF-8 text (byte {at})", shown(name))
    })
}

/// The name of an input as messages show it.
pub(crate) fn shown(name: &OsStr) -> Cow<'_, str> {
    if name == "-" { "standard input".into() } else { name.to_string_lossy() }
}

/// Takes an argument that isn't an option for the name of a document.
pub(crate) fn take_name(
    names: &mut Vec<OsString>,
    argument: OsString,
    usage: &str,
) -> Result<(), String> {
    let shown = argument.to_string_lossy();
    if shown.starts_with('-') && shown != "-" {
        return Err(format!("unknown option {shown}; {usage}"));
    }
    if shown == "-" && names.contains(&argument) {
        return Err(format!("standard input can be read once; {usage}"));
    }
    names.push(argument);
    Ok(())
}

/// A progress bar on a terminal, once it takes longer than a second.
struct Progress {
    bar: Option<ProgressBar>,
    files: usize,
    done: usize,
    began: Instant,
}

impl Progress {
    fn new(files: usize) -> Self {
        Progress { bar: None, files, done: 0, began: Instant::now() }
    }

    fn step(&mut self) {
        self.done += 1;
        if self.began.elapsed() > Duration::from_secs(1) {
            let length = self.files.try_into().unwrap_or(u64::MAX);
            let bar = self.bar.get_or_insert_with(|| ProgressBar::new(length));
            bar.set_position(self.done.try_into().unwrap_or(u64::MAX));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
