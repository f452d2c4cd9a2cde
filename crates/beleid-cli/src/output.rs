//! Standard output, standard error, and in which language they speak.

use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write};

use beleid::{Heading, Language};

/// Standard output, buffered. A closed pipe (`| head`) is no error: what is written after that goes
/// nowhere, and [`is_closed`](Self::is_closed) tells that the work can end.
pub(crate) struct Out {
    inner: BufWriter<StdoutLock<'static>>,
    is_closed: bool,
}

impl Out {
    pub(crate) fn new() -> Self {
        Out { inner: BufWriter::new(io::stdout().lock()), is_closed: false }
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

/// The message about an error of standard output.
pub(crate) fn failed(error: &dyn std::fmt::Display) -> String {
    format!("standard output: {error}")
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
