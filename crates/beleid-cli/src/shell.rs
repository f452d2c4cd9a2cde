//! `completions` and `man`: what a shell and its manual need to know of the command.

use clap::ArgMatches;
use clap_complete::Shell;

use crate::output::{Out, failed};
use crate::{Status, options};

pub(crate) fn completions(given: &ArgMatches) -> Result<Status, String> {
    let Some(shell) = given.get_one::<Shell>("shell") else {
        return Err("completions takes a SHELL: see completions --help".to_owned());
    };
    // The generator panics where its output fails, so it writes to memory.
    let mut text = Vec::new();
    clap_complete::generate(*shell, &mut options::command(), "beleid", &mut text);
    write(&text)
}

/// The page of the command, or of one of its subcommands.
pub(crate) fn man(given: &ArgMatches) -> Result<Status, String> {
    let mut command = options::command();
    command.build();
    let page = match given.get_one::<String>("command") {
        Some(name) => {
            let Some(found) = command.find_subcommand(name) else {
                return Err(format!("{name}: there is no such subcommand"));
            };
            // `beleid-read` is how manuals name a subcommand.
            let name: &'static str = Box::leak(format!("beleid-{name}").into_boxed_str());
            found.clone().name(name)
        }
        None => command,
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text).map_err(|error| failed(&error))?;
    write(&text)
}

fn write(text: &[u8]) -> Result<Status, String> {
    let mut out = Out::new();
    out.text(&String::from_utf8_lossy(text))?;
    out.finish()?;
    Ok(Status::Fine)
}
