//! A series of Open SDG as an indicator of this crate, with only what is stated about it, and the
//! result of a method for it.

use beleid::methods::presets::{self, open_sdg};
use beleid::methods::{Baseline, Method, Range, Standing};
use beleid::{Direction, Figure, Id, Indicator, Language, Number, Period, Role, Value as Printed};
use serde_json::{Value, json};

/// The method of a name, with the baseline and the limit of some settings.
pub(crate) fn method(name: &str, config: &Value) -> Result<Method, String> {
    let limit = config["limit"].as_f64().filter(|_| config["target"].is_null());
    let mut method = match limit {
        Some(limit) if name == "open-sdg" => open_sdg::near_limit(limit).map_err(shown)?,
        _ => presets::named(name).ok_or_else(|| {
            let names: Vec<_> = presets::NAMES.iter().map(|(name, _)| *name).collect();
            format!("unknown method {name}: there are {}", names.join(", "))
        })?,
    };
    if let Some(from) = config["base_year"].as_f64() {
        method.baseline = Baseline::NextAfter(year(from)?);
    }
    Ok(method)
}

/// The series as an indicator, and its last year.
pub(crate) fn indicator(
    name: &str,
    points: &[(Value, Value)],
    config: &Value,
) -> Result<(Indicator, Period), String> {
    let mut indicator = Indicator::new(Id::new("series").map_err(shown)?, name);
    indicator.direction = match config["direction"].as_str() {
        Some("positive") => Some(Direction::Higher),
        Some("negative") => Some(Direction::Lower),
        _ => None,
    };
    let mut last: Option<Period> = None;
    for (at, value) in points {
        let at = match at {
            Value::String(text) => text.get(..4).unwrap_or(text).parse().map_err(shown)?,
            at => year(at.as_f64().ok_or_else(|| format!("the year {at} is no number"))?)?,
        };
        let value = printed(value)?;
        if !value.is_missing() {
            last = last.max(Some(at));
        }
        indicator.figures.push(Figure::new(at, Role::Realised, value));
    }
    if !config["target"].is_null() {
        let due = year(config["target_year"].as_f64().unwrap_or(2030.0))?;
        let target = printed(&config["target"])?;
        indicator.figures.push(Figure::new(due, Role::Target, target));
    }
    let last = last.map_or_else(|| year(2015.0), Ok)?;
    Ok((indicator, last))
}

/// The value of a cell: a number, or a value printed as `> 20` or `23-25`.
fn printed(cell: &Value) -> Result<Printed, String> {
    Ok(match cell {
        Value::Null => beleid::Missing::Blank.into(),
        Value::String(text) => match text.trim().parse::<Number>() {
            Ok(number) => number.into(),
            Err(_) => beleid::read_cell(text).figure.value,
        },
        cell => {
            let number = cell.as_f64().ok_or_else(|| format!("{cell} is no number"))?;
            // Zero has no sign here.
            (number + 0.0).to_string().parse::<Number>().map_err(shown)?.into()
        }
    })
}

fn year(year: f64) -> Result<Period, String> {
    format!("{year:04}").parse().map_err(shown)
}

fn shown(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// The result of a method for a series, in words.
pub(crate) fn told(
    name: &str,
    points: &[(Value, Value)],
    config: &Value,
    language: Language,
) -> Result<String, String> {
    let (indicator, at) = indicator(name, points, config)?;
    let method = method("open-sdg", config)?;
    let assessed = indicator.evaluate_with(&method, at);
    Ok(assessed.first().map_or(String::new(), |assessed| assessed.explain(language)))
}

/// The result of a method for a row of cases, as one object.
pub(crate) fn answer(
    name: &str,
    id: &Value,
    points: &[(Value, Value)],
    config: &Value,
    language: Language,
) -> Result<Value, String> {
    let (indicator, at) = indicator(id.as_str().unwrap_or("series"), points, config)?;
    let method = method(name, config)?;
    let assessed = indicator.evaluate_with(&method, at);
    let assessed = assessed.first().ok_or("there is no series")?;
    let assessment = &assessed.assessment;
    let exact = |range: Option<Range>| range.and_then(Range::exact);
    let reason = match assessment.standing {
        Standing::Certain(_) => None,
        Standing::Either(_, _, why) | Standing::NoAnswer(why) => Some(why.code()),
    };
    Ok(json!({
        "id": id,
        "method": method.name,
        "progress_value": exact(assessment.value.ok()),
        "score": exact(assessment.score),
        "status": assessed.class().map(|band| &band.code),
        "between": assessed.classes().map(|(low, high)| [&low.code, &high.code]),
        "reason": reason,
        "explanation": assessed.explain(language),
    }))
}
