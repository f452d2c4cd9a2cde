//! `methods`: which methods there are, and what one of them does.

use std::ffi::OsStr;
use std::fmt::Write as _;

use beleid::Language;
use beleid::methods::{Method, presets};
use clap::ArgMatches;

use crate::output::{Format, Out, failed, in_language};
use crate::{Status, options};

pub(crate) fn run(given: &ArgMatches) -> Result<Status, String> {
    let language = options::language(given);
    let text = match (given.get_one::<std::ffi::OsString>("name"), options::format(given)) {
        (Some(name), Format::Text) => explain(&named(name)?, language),
        (Some(name), Format::Toml) => {
            toml::to_string(&named(name)?.method).map_err(|error| failed(&error))?
        }
        (Some(name), _) => json(&named(name)?.method)?,
        (None, Format::Text) => list(language),
        (None, Format::Toml) => {
            return Err("--format toml is of one method: name it".to_owned());
        }
        (None, _) => {
            let all: Vec<Method> =
                presets::NAMES.iter().filter_map(|(name, _)| presets::named(name)).collect();
            json(&all)?
        }
    };
    let mut out = Out::new();
    out.text(&text)?;
    out.finish()?;
    Ok(Status::Fine)
}

fn json(value: &impl serde::Serialize) -> Result<String, String> {
    let mut text = serde_json::to_string_pretty(value).map_err(|error| failed(&error))?;
    text.push('\n');
    Ok(text)
}

/// A method, and where it comes from.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) method: Method,
    /// The file that it was read from. `None` for those of the library.
    pub(crate) file: Option<String>,
}

/// The method with this name, or that of a file of TOML.
pub(crate) fn named(name: &OsStr) -> Result<Named, String> {
    if let Some(method) = name.to_str().and_then(presets::named) {
        return Ok(Named { method, file: None });
    }
    let is_toml =
        std::path::Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
    if !is_toml {
        let names: Vec<_> = presets::NAMES.iter().map(|(name, _)| *name).collect();
        return Err(format!(
            "unknown method {}: there are {}, or your own in FILE.toml",
            name.display(),
            names.join(", ")
        ));
    }
    let method: Method = options::toml(name)?;
    let file = name.display().to_string();
    method.check().map_err(|error| format!("{file}: {error}"))?;
    // Else its answers would look like those of the other.
    if presets::named(&method.name).is_some_and(|known| known != method) {
        return Err(format!(
            "{file}: a method of your own needs a name of its own, and not {}",
            method.name
        ));
    }
    Ok(Named { method, file: Some(file) })
}

fn list(language: Language) -> String {
    let mut text = String::new();
    let source_is = in_language(language, "source", "bron");
    for (name, _) in presets::NAMES {
        let Some(about) = presets::about(name, language) else { continue };
        let _ = writeln!(text, "{name}: {}\n    {source_is}: {}", about.summary, about.source);
    }
    text.push_str(in_language(
        language,
        "\n`beleid methods NAME` says what a method computes, its bands and what it needs.\n",
        "\n`beleid methods NAME --dutch` zegt wat een methode uitrekent, haar klassen en wat zij nodig heeft.\n",
    ));
    text
}

fn explain(named: &Named, language: Language) -> String {
    let method = &named.method;
    let word = in_language(language, "version", "versie");
    let mut text = format!("{} ({word} {})\n", method.name, method.version);
    let source_is = in_language(language, "Source", "Bron");
    match &named.file {
        Some(file) => {
            let _ = writeln!(text, "{source_is}: {file}");
        }
        None => {
            if let Some(about) = presets::about(&method.name, language) {
                let _ = writeln!(text, "{}\n{source_is}: {}", about.summary, about.source);
            }
        }
    }
    let _ = write!(text, "\n{}", method.describe(language));
    text
}
