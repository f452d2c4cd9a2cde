//! Documents from files, folders or standard input: one by one, or as one budget.

use std::borrow::Cow;
use std::collections::{HashSet, VecDeque};
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use beleid::iv3::{Delivery, DeliveryReading, Loss, Tolerances};
use beleid::{
    Budget, Collection, Coverage, Document, Finding, Layout, Message, Place, Reader, Reading, Rule,
    Rules,
};
use indicatif::ProgressBar;

use crate::output::{is_written, warn};

/// What documents to read, and how.
pub(crate) struct Source {
    pub(crate) names: Vec<OsString>,
    /// `None` if it is to be recognised.
    pub(crate) layout: Option<Layout>,
    pub(crate) reader: Reader,
    pub(crate) rules: Rules,
}

/// A document that was read.
pub(crate) struct One {
    pub(crate) name: String,
    pub(crate) contents: Contents,
}

/// What a document turned out to be.
pub(crate) enum Contents {
    /// A source that was read.
    Read(Box<Reading<'static>>),
    /// A budget in the wire form.
    Wire(Box<Budget>),
    /// A delivery of Iv3, the budget that it is, its text, and what of it the budget has no place for.
    Iv3(Box<(DeliveryReading, Budget, String, Vec<Loss>)>),
    /// JSON that is no budget, and the finding that says why.
    NotWire(Box<Finding>),
}

/// Several documents as one budget, with their findings.
pub(crate) struct Input {
    pub(crate) budget: Budget,
    pub(crate) findings: Vec<DocumentFinding>,
    pub(crate) documents: Vec<Named>,
}

/// A document of a budget.
pub(crate) struct Named {
    pub(crate) name: String,
    /// The text that it was read from. `None` for wire JSON and workbooks.
    pub(crate) text: Option<String>,
    /// What became of its numbers. `None` for wire JSON and deliveries of Iv3.
    pub(crate) coverage: Option<Coverage>,
    /// What of a delivery of Iv3 has no place in a budget.
    pub(crate) lost: Vec<Loss>,
}

/// A finding, with the document that it is about. Without one it is about the merged budget.
pub(crate) struct DocumentFinding {
    pub(crate) finding: Finding,
    /// The index of the document.
    pub(crate) document: Option<usize>,
    /// The name of the document, if there are several.
    name: Option<String>,
}

impl fmt::Display for DocumentFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "{name}: {}", self.finding),
            None => write!(f, "{}", self.finding),
        }
    }
}

/// Whether a finding says that a document, a part of it or a table was not read. The exit code of
/// every subcommand depends on this, so a new way to lose something belongs here.
pub(crate) fn is_of_loss(finding: &Finding) -> bool {
    matches!(
        finding.rule,
        Rule::UnreadableFile
            | Rule::LimitReached
            | Rule::OtherEdition
            | Rule::TableNotRead
            | Rule::Iv3NotTaken
            | Rule::Iv3Sf016
            | Rule::Iv3Sf017
    )
}

impl Input {
    /// The findings that say that something was not read.
    pub(crate) fn losses(&self) -> impl Iterator<Item = &DocumentFinding> {
        self.findings.iter().filter(|found| is_of_loss(&found.finding))
    }
}

impl Source {
    /// Reads all documents as one budget.
    pub(crate) fn load(&self) -> Result<Input, String> {
        let files = self.files()?;
        if let [file] = files.as_slice() {
            let one = self.read(file)?;
            let findings = one.findings(&self.rules).into_iter();
            let findings =
                findings.map(|finding| DocumentFinding { finding, document: Some(0), name: None });
            let findings = findings.collect();
            let coverage = one.contents.coverage();
            let lost = one.contents.lost().to_vec();
            let (budget, text) = one.contents.into_parts();
            let documents = vec![Named { name: one.name, text, coverage, lost }];
            return Ok(Input { budget, findings, documents });
        }
        let mut collection = Collection::new();
        let mut documents = Vec::new();
        let mut progress = Progress::new(files.len());
        for file in &files {
            let One { name, contents } = self.read(file)?;
            let coverage = contents.coverage();
            let lost = contents.lost().to_vec();
            let text = match contents {
                Contents::Read(reading) => {
                    collection.add(&*name, &reading);
                    Contents::Read(reading).into_parts().1
                }
                Contents::Wire(budget) => {
                    collection.add_budget(&*name, *budget, Vec::new());
                    None
                }
                Contents::Iv3(delivery) => {
                    let (reading, budget, text, _) = *delivery;
                    let findings = reading.check(&Tolerances::default());
                    collection.add_budget(&*name, budget, findings);
                    Some(text)
                }
                Contents::NotWire(finding) => {
                    collection.add_budget(&*name, Budget::default(), vec![*finding]);
                    None
                }
            };
            documents.push(Named { name, text, coverage, lost });
            progress.step();
        }
        let findings = collection.findings_by(&self.rules).into_iter().map(|found| {
            let of_name = |name: &String| documents.iter().position(|one| one.name == *name);
            let document = found.source.as_ref().and_then(of_name);
            DocumentFinding { document, name: found.source, finding: found.finding }
        });
        let findings = findings.collect();
        Ok(Input { budget: collection.budget().clone(), findings, documents })
    }

    /// The files to read: of a folder the files in it, in the order of their names.
    pub(crate) fn files(&self) -> Result<Vec<OsString>, String> {
        let mut walk = Walk::default();
        for name in &self.names {
            let path = Path::new(name);
            if name == "-" || !path.is_dir() {
                walk.files.push(name.clone());
            } else {
                walk.take(path)?;
            }
        }
        Ok(walk.files)
    }

    /// Reads a file in the layout that it has; if it begins with a brace, as a delivery of Iv3 or as
    /// wire JSON.
    pub(crate) fn read(&self, name: &OsStr) -> Result<One, String> {
        let bytes = bytes(name)?;
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).trim_ascii_start();
        let contents = match self.layout {
            Some(layout) => {
                let reading = self.reader.read_bytes_as(&bytes, layout);
                Contents::Read(Box::new(reading.into_owned()))
            }
            None if text.starts_with(b"{") => delivery(&bytes).unwrap_or_else(|| wire(text)),
            None => Contents::Read(Box::new(self.reader.read_bytes(&bytes).into_owned())),
        };
        Ok(One { name: shown(name).into_owned(), contents })
    }
}

/// Reads a delivery of Iv3. `None` if it is none.
fn delivery(json: &[u8]) -> Option<Contents> {
    let text = std::str::from_utf8(json).ok().filter(|text| Delivery::recognises(text))?;
    let reading = Delivery::read(text);
    let (budget, lost) = reading.delivery.to_budget();
    // As the reader counts its bytes.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
    Some(Contents::Iv3(Box::new((reading, budget, text, lost))))
}

/// Reads wire JSON. What is none is a file that can't be read.
fn wire(json: &[u8]) -> Contents {
    let mut json = serde_json::Deserializer::from_slice(json);
    let document: Result<Document, String> = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| error.to_string())
        .and_then(|document| json.end().map(|()| document).map_err(|error| error.to_string()));
    match document {
        Ok(document) => Contents::Wire(Box::new(document.budget)),
        Err(error) => {
            let finding = Finding::new(Message::NotADocument { error }, Place::default(), None);
            Contents::NotWire(Box::new(finding))
        }
    }
}

impl One {
    /// The findings about it.
    pub(crate) fn findings(&self, rules: &Rules) -> Vec<Finding> {
        match &self.contents {
            Contents::Read(reading) => reading.findings_by(rules),
            Contents::Wire(budget) => budget.validate_by(rules),
            Contents::Iv3(delivery) => rules.apply(delivery.0.check(&Tolerances::default())),
            Contents::NotWire(finding) => rules.apply([Finding::clone(finding)]),
        }
    }
}

impl Contents {
    /// What became of the numbers of a source that was read.
    pub(crate) fn coverage(&self) -> Option<Coverage> {
        match self {
            Contents::Read(reading) => Some(reading.coverage()),
            Contents::Wire(_) | Contents::Iv3(_) | Contents::NotWire(_) => None,
        }
    }

    /// What of a delivery of Iv3 has no place in a budget.
    pub(crate) fn lost(&self) -> &[Loss] {
        match self {
            Contents::Iv3(delivery) => &delivery.3,
            _ => &[],
        }
    }

    /// The budget, and the text that it was read from if that isn't a workbook or wire JSON.
    pub(crate) fn into_parts(self) -> (Budget, Option<String>) {
        match self {
            Contents::Wire(budget) => (*budget, None),
            Contents::Iv3(delivery) => {
                let (_, budget, text, _) = *delivery;
                (budget, Some(text))
            }
            Contents::NotWire(_) => (Budget::default(), None),
            Contents::Read(reading) => {
                let text = reading.source().to_owned();
                let text = reading.sheets().is_empty().then_some(text);
                (reading.budget, text)
            }
        }
    }
}

/// A walk through folders, each of which is visited once.
#[derive(Default)]
struct Walk {
    files: Vec<OsString>,
    /// The real paths of the folders that were visited: links to folders can lead in circles.
    visited: HashSet<PathBuf>,
}

impl Walk {
    /// Takes the documents of a folder and of those in it.
    fn take(&mut self, root: &Path) -> Result<(), String> {
        let before = (self.files.len(), self.visited.len());
        let mut others = Vec::new();
        let mut folders = vec![root.to_owned()];
        // Links come last, so that what they lead to has its own name where it lies within the root.
        let mut links: VecDeque<PathBuf> = VecDeque::new();
        while let Some(folder) = folders.pop().or_else(|| links.pop_front()) {
            let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
            if !self.visited.insert(folder.canonicalize().map_err(failed)?) {
                continue;
            }
            let entries = std::fs::read_dir(&folder).map_err(failed)?;
            let entries = entries.collect::<Result<Vec<_>, _>>().map_err(failed)?;
            let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
            paths.sort();
            let (inner, own): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
            let (linked, inner): (Vec<_>, Vec<_>) =
                inner.into_iter().partition(|path| path.is_symlink());
            links.extend(linked);
            folders.extend(inner.into_iter().rev());
            for path in own {
                if is_written(&path) {
                    // The answer of a run before is no document.
                } else if is_document(&path) {
                    self.files.push(path.into());
                } else {
                    others.push(path);
                }
            }
        }
        if self.files.len() == before.0 && self.visited.len() > before.1 {
            return Err(format!("{}: the folder holds no documents", root.display()));
        }
        for other in others {
            warn(&format_args!("{}: no document that is read", other.display()));
        }
        Ok(())
    }
}

/// Whether a path in a folder is a document: a file, by its extension.
fn is_document(path: &Path) -> bool {
    const KNOWN: [&str; 8] = ["txt", "html", "htm", "xhtml", "md", "csv", "tsv", "xlsx"];
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    KNOWN.iter().any(|known| extension.eq_ignore_ascii_case(known)) && path.is_file()
}

fn bytes(name: &OsStr) -> Result<Vec<u8>, String> {
    let bytes = if name == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
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

/// The name of an input as messages and tables show it.
pub(crate) fn shown(name: &OsStr) -> Cow<'_, str> {
    if name == "-" { "standard input".into() } else { name.to_string_lossy() }
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
