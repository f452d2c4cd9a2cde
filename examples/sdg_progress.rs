//! Computes the progress of series as Open SDG does.
//!
//! `sdg_progress DATA.csv CONFIG.yml …` takes pairs of files of an Open SDG repository, and
//! `sdg_progress FOLDER` all pairs in a folder. `sdg_progress --cases FILE.jsonl` takes a JSON object a line,
//! with `id`, `series` and `config`, and writes one for each.

#![allow(clippy::indexing_slicing)] // Only of JSON, which gives null for what isn't there.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use beleid::methods::presets::open_sdg::compat;
use beleid::{Language, Reason};
use compat::Status;
use serde_json::{Value, json};

#[path = "support/output.rs"]
mod output;
#[path = "support/sdg_assess.rs"]
mod sdg_assess;
#[path = "support/sdg_config.rs"]
mod sdg_config;
#[path = "support/sdg_table.rs"]
mod sdg_table;

use sdg_table::{Series, Table};

const USAGE: &str = "usage: sdg_progress FOLDER | DATA.csv CONFIG.yml … | --cases FILE.jsonl|- \
                     [--method NAME] [--dutch]";
const HELP: &str = "
Tells the progress of series as Open SDG does.

  FOLDER               all files indicator_N.csv with their N.config.yml in it
  DATA.csv CONFIG.yml  such pairs of files
  --cases FILE         a JSON object a line, with id, series and config; one line of
                       JSON for each, with id, progress_value, score and status; and
                       with error, for a line that can't be answered, and then it
                       exits with 1
  --method NAME        answers cases by a method of this crate, with its reasons
  --dutch              explains in Dutch

What sdg-build 2.4 gives stands beside what the method itself says, which takes no 0 for
0.001 and no direction for granted. It exits with 2 and one line on standard error if it
can't.
";

fn main() -> ExitCode {
    output::end(run())
}

fn run() -> Result<ExitCode, String> {
    let mut language = Language::English;
    let mut files: Vec<PathBuf> = Vec::new();
    let (mut file, mut method): (Option<OsString>, Option<String>) = (None, None);
    let mut given = std::env::args_os().skip(1);
    while let Some(argument) = given.next() {
        match argument.to_str() {
            Some("--help" | "-h") => {
                output::write(&format!("{USAGE}\n{HELP}"))?;
                return Ok(ExitCode::SUCCESS);
            }
            Some("--dutch") => language = Language::Dutch,
            Some("--cases") => file = Some(given.next().ok_or("--cases takes a file")?),
            Some("--method") => {
                let name = given.next().ok_or("--method takes a name")?;
                method = Some(name.to_string_lossy().into_owned());
            }
            Some(flag) if flag.starts_with("--") => {
                return Err(format!("unknown option {flag}; {USAGE}"));
            }
            _ => files.push(argument.into()),
        }
    }
    if let Some(file) = file {
        return cases(Path::new(&file), method.as_deref(), language);
    }
    let pairs = match files.as_slice() {
        [folder] if folder.is_dir() => in_folder(folder)?,
        [] => return Err(USAGE.to_owned()),
        files if files.len() % 2 == 0 => {
            let (data, configs) = (files.iter().step_by(2), files.iter().skip(1).step_by(2));
            data.cloned().zip(configs.cloned()).collect()
        }
        _ => return Err(USAGE.to_owned()),
    };
    let mut report = String::new();
    for (data, config) in pairs {
        indicator(&data, &config, language, &mut report)?;
    }
    output::write(&report)?;
    Ok(ExitCode::SUCCESS)
}

/// The text of a file, or of standard input for `-`.
fn text(file: &Path) -> Result<String, String> {
    let text = if file == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        fs::read_to_string(file)
    };
    text.map_err(|error| format!("{}: {error}", file.display()))
}

// Rows of cases.

fn cases(file: &Path, method: Option<&str>, language: Language) -> Result<ExitCode, String> {
    if let Some(name) = method {
        sdg_assess::method(name, &Value::Null)?;
    }
    let mut has_failed = false;
    for line in text(file)?.trim_start_matches('\u{feff}').lines() {
        if line.trim().is_empty() {
            continue;
        }
        // A line with an error gets an error as its answer, and the others are answered.
        let answer = row(line).and_then(|row| {
            let id = row["id"].clone();
            match method {
                None => Ok(answer(&row)),
                Some(method) => {
                    sdg_assess::answer(method, &id, &points(&row), &row["config"], language)
                }
            }
            .map_err(|error| (id, error))
        });
        let answer = answer.unwrap_or_else(|(id, error)| {
            has_failed = true;
            json!({"id": id, "progress_value": null, "score": null, "status": null, "error": error})
        });
        output::write(&format!("{answer}\n"))?;
    }
    Ok(if has_failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// A row of cases, or an error.
fn row(line: &str) -> Result<Value, (Value, String)> {
    let row: Value = serde_json::from_str(line)
        .or_else(|error| {
            // Python writes what is missing as NaN, which is no JSON.
            serde_json::from_str(&without_nan(line)).map_err(|_| error)
        })
        .map_err(|error| (Value::Null, error.to_string()))?;
    if row.is_object() { Ok(row) } else { Err((Value::Null, "it is no object".to_owned())) }
}

/// A line with `null` for each NaN outside of strings.
fn without_nan(line: &str) -> String {
    let parts = line.split('"').enumerate();
    // Quotes within strings are escaped, and only then may the parts be miscounted: such a line
    // is refused as it was.
    let parts = parts.map(
        |(at, part)| {
            if at % 2 == 0 { part.replace("NaN", "null") } else { part.to_owned() }
        },
    );
    parts.collect::<Vec<_>>().join("\"")
}

fn points(row: &Value) -> Vec<(Value, Value)> {
    let points = row["series"].as_array().map(Vec::as_slice).unwrap_or_default();
    points.iter().map(|point| (point[0].clone(), point[1].clone())).collect()
}

fn answer(row: &Value) -> Value {
    let (value, score, status) = if row["series"].is_array() {
        parts(&progress(&points(row), &row["config"]))
    } else {
        (None, None, None)
    };
    json!({"id": row["id"], "progress_value": value, "score": score, "status": status})
}

/// The value, the score and the status; null where sdg-build stops with an error.
fn parts(
    progress: &Result<Option<compat::Progress>, String>,
) -> (Option<f64>, Option<f64>, Option<&'static str>) {
    match progress {
        Ok(Some(progress)) => (progress.value, progress.score, Some(progress.status.code())),
        Ok(None) => (None, None, Some(Status::NotAvailable.code())),
        Err(_) => (None, None, None),
    }
}

/// The result of sdg-build for a series. `None` if the series has no values.
fn progress(points: &[(Value, Value)], config: &Value) -> Result<Option<compat::Progress>, String> {
    let series = sdg_config::series(points)?;
    if series.is_empty() {
        return Ok(None);
    }
    match compat::progress(&series, &sdg_config::read(config)?) {
        Err(Reason::NoData) => Ok(None),
        other => other.map(Some).map_err(|why| why.text(Language::English).to_owned()),
    }
}

// Files of a repository.

/// The data files of a folder, each with its file of settings if there is one.
fn in_folder(folder: &Path) -> Result<Vec<(PathBuf, PathBuf)>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut pairs = Vec::new();
    for entry in entries {
        let data = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
        let name = data.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let number = name.strip_prefix("indicator_").and_then(|name| name.strip_suffix(".csv"));
        if let Some(number) = number {
            let config = folder.join(format!("{number}.config.yml"));
            if config.is_file() {
                pairs.push((data, config));
            }
        }
    }
    pairs.sort();
    if pairs.is_empty() {
        return Err(format!("{}: no indicator_N.csv with an N.config.yml", folder.display()));
    }
    Ok(pairs)
}

fn indicator(
    data: &Path,
    config: &Path,
    language: Language,
    report: &mut String,
) -> Result<(), String> {
    let named = |path: &Path, error: String| format!("{}: {error}", path.display());
    let table = Table::read(&text(data)?).map_err(|error| named(data, error))?;
    let settings = text(config)?;
    let settings: Value =
        serde_saphyr::from_str(settings.trim_start_matches('\u{feff}')).map_err(|error| {
            named(config, error.to_string().lines().next().unwrap_or("").to_owned())
        })?;
    let name = data.file_stem().and_then(|stem| stem.to_str()).unwrap_or("indicator");
    let name = name.strip_prefix("indicator_").unwrap_or(name);
    let _ = writeln!(report, "{name}");
    if settings["auto_progress_calculation"] != true {
        let stated = settings["progress_status"].as_str();
        let stated = stated.map_or(String::new(), |status| format!("; it is stated as {status}"));
        let _ = writeln!(report, "  Open SDG calculates no progress here{stated}");
        for series in table.each() {
            tell(name, &series, &Value::Null, language, report);
        }
        return Ok(());
    }
    let given = settings["progress_calculation_options"].as_array().filter(|all| !all.is_empty());
    let default = [json!({})];
    let (mut scores, mut all_achieved) = (Vec::new(), true);
    for config in given.map_or(&default[..], Vec::as_slice) {
        let series = match table.chosen(config) {
            Ok(series) => series,
            Err(why) => {
                let _ = writeln!(report, "  sdg-build stops: {why}");
                continue;
            }
        };
        let progress = progress(&series.points, config);
        let (_, score, status) = parts(&progress);
        if let (Some(score), Some(status)) = (score, status) {
            scores.push(score);
            all_achieved &= status == Status::TargetAchieved.code();
        }
        tell(name, &series, config, language, report);
    }
    if !scores.is_empty() {
        #[allow(clippy::cast_precision_loss)]
        let mean = scores.iter().sum::<f64>() / scores.len() as f64;
        let status = Status::of_score(mean, all_achieved).code();
        let _ =
            writeln!(report, "  as a whole: {status}, mean score {mean:.3} of {}", scores.len());
    }
    Ok(())
}

/// The result of sdg-build for a series with settings, and the result of the method.
fn tell(name: &str, series: &Series, config: &Value, language: Language, report: &mut String) {
    let tag = if series.tag.is_empty() { "headline".to_owned() } else { series.tag.join(" / ") };
    let _ = writeln!(report, "  {tag}");
    if !config.is_null() {
        let progress = progress(&series.points, config);
        let _ = match &progress {
            Err(why) => writeln!(report, "    sdg-build 2.4 stops: {why}"),
            Ok(_) => {
                let (value, score, status) = parts(&progress);
                let shown = |number: Option<f64>| {
                    number.map_or("none".to_owned(), |number| format!("{number:.4}"))
                };
                let status = status.unwrap_or_default();
                let (value, score) = (shown(value), shown(score));
                writeln!(report, "    sdg-build 2.4: {status}, progress {value}, score {score}")
            }
        };
    }
    let told = sdg_assess::told(&format!("{name}, {tag}"), &series.points, config, language);
    let _ = match told {
        Err(why) => writeln!(report, "    no answer, since {why}"),
        Ok(told) => writeln!(report, "    {told}"),
    };
}
