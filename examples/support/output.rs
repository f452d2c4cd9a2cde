//! Shared by the examples: output and exit codes.

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

/// Writes to standard output. A closed pipe (`| head`) is not an error.
pub(crate) fn write(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("standard output: {error}"))
        }
        _ => Ok(()),
    }
}

/// Ends the program with its exit code: an error is one line, and 2.
pub(crate) fn end(result: Result<ExitCode, String>) -> ExitCode {
    match result {
        Ok(code) => code,
        Err(message) => {
            // Where even standard error is gone, the exit code has to do.
            let _ = writeln!(std::io::stderr(), "{message}");
            ExitCode::from(2)
        }
    }
}
