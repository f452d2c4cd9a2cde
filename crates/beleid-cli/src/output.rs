//! Where answers are written, standard error, and in which language they speak.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal as _, StdoutLock, Write};
use std::path::Path;
use std::sync::OnceLock;

use beleid::{Heading, Language};
use serde::Serialize;

/// The file of `--output`. It is set once, before a subcommand runs.
static FILE: OnceLock<Box<OsStr>> = OnceLock::new();

/// Lets all that is written from now on go to a file; `-` is standard output.
pub(crate) fn write_to(file: &OsStr) {
    if file != "-" {
        let _ = FILE.set(file.into());
    }
}

/// Whether a path is that of the file that is written.
pub(crate) fn is_written(path: &Path) -> bool {
    let Some(file) = FILE.get() else { return false };
    let file = Path::new(file);
    match (file.canonicalize(), path.canonicalize()) {
        (Ok(file), Ok(path)) => file == path && path.is_file(),
        _ => false,
    }
}

/// What is written to. A file is made when the first bytes come, or at the end: what is there already stays if there
/// is no answer.
enum Sink {
    Standard(StdoutLock<'static>),
    File(&'static Path, Option<File>),
}

impl Sink {
    fn opened(&mut self) -> io::Result<&mut dyn Write> {
        match self {
            Sink::Standard(out) => Ok(out),
            Sink::File(path, opened) => match opened {
                Some(file) => Ok(file),
                None => Ok(opened.insert(File::create(path)?)),
            },
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.opened()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.opened()?.flush()
    }
}

/// The output, buffered. A closed pipe (`| head`) is no error: what is written after that goes
/// nowhere, and [`is_closed`](Self::is_closed) tells that the work can end.
pub(crate) struct Out {
    inner: BufWriter<Sink>,
    is_closed: bool,
}

impl Out {
    pub(crate) fn new() -> Self {
        let sink = match FILE.get() {
            Some(file) => Sink::File(Path::new(file), None),
            None => Sink::Standard(io::stdout().lock()),
        };
        Out { inner: BufWriter::new(sink), is_closed: false }
    }

    /// Whether nobody reads any more.
    pub(crate) fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Writes a text.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), String> {
        self.write_all(text.as_bytes()).map_err(|error| failed(&error))
    }

    /// Writes what is still in the buffer.
    pub(crate) fn finish(&mut self) -> Result<(), String> {
        self.flush().map_err(|error| failed(&error))
    }

    /// Whether the pipe is closed; any other error is one.
    fn unless_closed<T>(&mut self, done: io::Result<T>, otherwise: T) -> io::Result<T> {
        match done {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(otherwise)
            }
            done => done,
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_closed {
            return Ok(bytes.len());
        }
        let done = self.inner.write(bytes);
        self.unless_closed(done, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_closed {
            return Ok(());
        }
        let done = self.inner.flush();
        self.unless_closed(done, ())
    }
}

/// The message about an error of the output.
pub(crate) fn failed(error: &dyn std::fmt::Display) -> String {
    match FILE.get() {
        Some(file) => format!("{}: {error}", file.display()),
        None => format!("standard output: {error}"),
    }
}

/// In which form an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    /// An array, with an item a line.
    Json,
    /// An item a line.
    Jsonl,
    Csv,
    Toml,
}

impl Format {
    pub(crate) fn of(name: &str) -> Self {
        match name {
            "json" => Format::Json,
            "jsonl" => Format::Jsonl,
            "csv" => Format::Csv,
            "toml" => Format::Toml,
            _ => Format::Text,
        }
    }
}

/// Items of JSON as they are written: an array with an item a line, or the lines alone.
pub(crate) struct Items {
    pub(crate) out: Out,
    is_array: bool,
    count: usize,
}

impl Items {
    /// Begins them. [`Format::Jsonl`] is lines, and all else an array.
    pub(crate) fn begin(mut out: Out, format: Format) -> Result<Self, String> {
        let is_array = format != Format::Jsonl;
        if is_array {
            out.text("[")?;
        }
        Ok(Items { out, is_array, count: 0 })
    }

    pub(crate) fn add(&mut self, item: &impl Serialize) -> Result<(), String> {
        let before = match (self.is_array, self.count) {
            (true, 0) => "\n",
            (true, _) => ",\n",
            (false, _) => "",
        };
        self.out.text(before)?;
        self.count += 1;
        serde_json::to_writer(&mut self.out, item).map_err(|error| failed(&error))?;
        if self.is_array { Ok(()) } else { self.out.text("\n") }
    }

    pub(crate) fn end(&mut self) -> Result<(), String> {
        if self.is_array {
            self.out.text(if self.count == 0 { "]\n" } else { "\n]\n" })?;
        }
        self.out.finish()
    }
}

/// A table of separated values as it is written.
pub(crate) struct Rows(csv::Writer<Out>);

impl Rows {
    pub(crate) fn begin(out: Out, header: &[&str]) -> Result<Self, String> {
        let mut rows = Rows(csv::Writer::from_writer(out));
        rows.0.write_record(header).map_err(|error| failed(&error))?;
        Ok(rows)
    }

    pub(crate) fn add(&mut self, row: &[String]) -> Result<(), String> {
        self.0.write_record(row).map_err(|error| failed(&error))
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.0.get_ref().is_closed()
    }

    pub(crate) fn end(&mut self) -> Result<(), String> {
        self.0.flush().map_err(|error| failed(&error))
    }
}

/// Whether the answer may have colours: on a terminal, unless `NO_COLOR` is set to something (no-color.org).
pub(crate) fn is_styled() -> bool {
    let is_refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    FILE.get().is_none() && !is_refused && io::stdout().is_terminal()
}

/// Writes a line to standard error. Where that is gone, the exit code has to do.
pub(crate) fn warn(line: &dyn std::fmt::Display) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// One of two texts, by the language that was asked for.
pub(crate) fn in_language<T>(language: Language, english: T, dutch: T) -> T {
    if language == Language::Dutch { dutch } else { english }
}

/// The heading of a field, on one line.
pub(crate) fn heading(heading: &Heading) -> String {
    let code = heading.code.as_ref().map(ToString::to_string);
    let parts = [heading.label.clone(), code, heading.title.clone()];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "(no heading)".to_owned() } else { parts.join(" ") }
}
