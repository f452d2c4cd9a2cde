//! The command `beleid`: the library for people and programs that don't write Rust.
//!
//! Each subcommand is a file: `figures`, `cell`, `read`, `check`, `evaluate` (with `methods` for those of them, and
//! `given` for what documents lack), `report`, `methods_list`, `schema`, `words`, and `shell` for completions and manual pages.
//! `options` has what they are asked, `input` finds and reads documents, `output` writes.

use std::process::ExitCode;

mod cell;
mod check;
mod evaluate;
mod figures;
mod given;
mod input;
mod methods;
mod methods_list;
mod options;
mod output;
mod read;
mod report;
mod schema;
mod shell;
mod words;

/// How a command ended, if it was not an error about its arguments and files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// All is well.
    Fine,
    /// Something was not read, or the check failed.
    Failed,
}

impl Status {
    /// [`Failed`](Self::Failed) if that is so.
    fn failed_if(has_failed: bool) -> Self {
        if has_failed { Status::Failed } else { Status::Fine }
    }
}

fn main() -> ExitCode {
    let matches = match options::command().try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            // A closed pipe is no error, and help is no error either.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    if let Some(file) = matches.subcommand().and_then(|(_, given)| options::output(given)) {
        output::write_to(file);
    }
    let done = match matches.subcommand() {
        Some(("figures", given)) => figures::run(given),
        Some(("cell", given)) => cell::run(given),
        Some(("read", given)) => read::run(given),
        Some(("check", given)) => check::run(given),
        Some(("evaluate", given)) => evaluate::run(given),
        Some(("report", given)) => report::run(given),
        Some(("methods", given)) => methods_list::run(given),
        Some(("schema", given)) => schema::run(given),
        Some(("words", given)) => words::run(given),
        Some(("completions", given)) => shell::completions(given),
        Some(("man", given)) => shell::man(given),
        _ => Err("a subcommand is missing: see --help".to_owned()),
    };
    match done {
        Ok(Status::Fine) => ExitCode::SUCCESS,
        Ok(Status::Failed) => ExitCode::from(1),
        Err(message) => {
            output::warn(&format_args!("beleid: {message}"));
            ExitCode::from(2)
        }
    }
}
