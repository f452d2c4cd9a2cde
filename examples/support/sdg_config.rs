//! The settings of Open SDG, as sdg-build reads them from a file with any contents.

use beleid::methods::presets::open_sdg::compat::{Config, Thresholds};
use serde_json::{Map, Value};

/// Reads the settings of a series. If sdg-build would stop with an error, this is an error too.
pub(crate) fn read(settings: &Value) -> Result<Config, String> {
    let none = Map::new();
    let settings = match settings {
        Value::Null => &none,
        Value::Object(settings) => settings,
        other => return Err(format!("the settings are {other}")),
    };
    let mut config = Config::default();
    if let Some(year) = settings.get("base_year") {
        config.base_year = number("base_year", year)?;
    }
    config.target = optional("target", settings)?;
    if config.target.is_some() {
        if let Some(year) = settings.get("target_year") {
            // Only asked for where there is a way to the target.
            config.target_year = number("target_year", year).unwrap_or(f64::NAN);
        }
    } else {
        config.limit = optional("limit", settings)?;
    }
    // A peculiarity of sdg-build: whatever isn't `positive` is negative.
    config.is_positive = settings.get("direction").and_then(Value::as_str) == Some("positive");
    if let Some(thresholds) = settings.get("progress_thresholds") {
        let Value::Object(thresholds) = thresholds else {
            return Err(format!("progress_thresholds is {thresholds}"));
        };
        let given = |key| thresholds.get(key).map(|value| number(key, value)).transpose();
        config.thresholds = Thresholds {
            high: given("high")?,
            med: given("med")?,
            low: given("low")?,
            coefficient: given("coefficient")?,
        };
    }
    Ok(config)
}

fn optional(key: &str, settings: &Map<String, Value>) -> Result<Option<f64>, String> {
    settings.get(key).filter(|value| !value.is_null()).map(|value| number(key, value)).transpose()
}

fn number(key: &str, value: &Value) -> Result<f64, String> {
    match value {
        // As in the language of sdg-build.
        Value::Bool(value) => Some(f64::from(u8::from(*value))),
        value => value.as_f64(),
    }
    .ok_or_else(|| format!("{key} is {value}, which is no number"))
}

/// The years and values of a series: rows without a value are dropped, and of a range of years
/// the first one counts.
pub(crate) fn series(rows: &[(Value, Value)]) -> Result<Vec<(f64, f64)>, String> {
    let texts: Vec<String> = rows.iter().map(|(year, _)| text(year)).collect();
    // One long year is enough for all of them to be cut.
    let are_ranges = texts.iter().any(|text| text.chars().count() > 4);
    let mut series = Vec::with_capacity(rows.len());
    for ((year, value), text) in rows.iter().zip(texts) {
        let year = if are_ranges {
            let first: String = text.chars().take(4).collect();
            let year = first.trim().parse::<i32>();
            f64::from(year.map_err(|_| format!("the year {text:?} begins with no number"))?)
        } else {
            year.as_f64().ok_or_else(|| format!("the year {year} is no number"))?
        };
        let value = match value {
            Value::Null => continue,
            Value::String(text) => match text.trim() {
                "" => continue,
                text => text.parse().map_err(|_| format!("the value {text:?} is no number"))?,
            },
            value => number("a value", value)?,
        };
        series.push((year, value));
    }
    Ok(series)
}

fn text(year: &Value) -> String {
    match year {
        Value::String(text) => text.clone(),
        year => year.to_string(),
    }
}
