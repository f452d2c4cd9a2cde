//! Open SDG: the program's own output, what was published with it, and its edge cases.

use beleid::methods::presets::open_sdg::compat::{self, Config, Progress};
use beleid::methods::{Baseline, Range, Series, limit_coefficient, presets::open_sdg};
use beleid::{Direction, Period, Reason};
use serde_json::{Value, json};

use super::{Agreement, rows, same, series};
use crate::examples::{run_with_input, shown};

/// The rows as the example program answers them, through its reading of the settings.
fn answered(file: &str) -> Option<Vec<(String, Value, Value)>> {
    let rows = rows(file)?;
    let input: Vec<String> = rows.iter().map(|(_, row)| row.to_string()).collect();
    let output = run_with_input("sdg_progress", &["--cases", "-"], input.join("\n").as_bytes());
    let answers: Vec<Value> = shown(&output)
        .lines()
        .map(|line| serde_json::from_str(line).expect("each answer is JSON"))
        .collect();
    assert_eq!(answers.len(), rows.len(), "each row has an answer");
    Some(rows.into_iter().zip(answers).map(|((id, row), answer)| (id, row, answer)).collect())
}

fn differences(expected: &Value, answer: &Value) -> Vec<String> {
    let mut differs = Vec::new();
    for key in ["progress_value", "score"] {
        if !same(expected[key].as_f64(), answer[key].as_f64()) {
            differs.push(format!("{key} {} is {}", expected[key], answer[key]));
        }
    }
    if expected["status"] != answer["status"] {
        differs.push(format!("status {} is {}", expected["status"], answer["status"]));
    }
    differs
}

pub(super) fn series_cases() -> Option<Agreement> {
    let mut agreement = Agreement::default();
    for (id, row, answer) in answered("sdgbuild_series_cases")? {
        agreement.row(&id, &differences(&row["expected"], &answer), None);
    }
    Some(agreement)
}

pub(super) fn edge_cases() -> Option<Agreement> {
    let mut agreement = Agreement::default();
    for (id, row, answer) in answered("sdgbuild_edge_cases")? {
        let mut expected = row["expected"].clone();
        if expected.get("error").is_some_and(|error| !error.is_null()) {
            expected = json!({"progress_value": null, "score": null, "status": null});
        }
        agreement.row(&id, &differences(&expected, &answer), None);
    }
    Some(agreement)
}

/// What a published series was computed from is its first and its last value.
fn published(row: &Value) -> Option<Result<Progress, Reason>> {
    let number = |key: &str| row[key].as_f64();
    let config = Config {
        base_year: number("base_year")?,
        target: number("target"),
        target_year: number("target_year")?,
        is_positive: number("direction")? > 0.0,
        limit: number("limit"),
        ..Config::default()
    };
    let base = number("base_year").zip(number("base_value"));
    let current = number("current_year").zip(number("current_value"));
    let mut points: Vec<(f64, f64)> = base.into_iter().chain(current).collect();
    points.dedup_by(|a, b| a.0.total_cmp(&b.0).is_eq());
    Some(compat::progress(&points, &config))
}

pub(super) fn published_outputs() -> Option<Agreement> {
    let mut agreement = Agreement::default();
    for (id, row) in rows("sdgbuild_published_series_outputs")? {
        let answer = match published(&row) {
            Some(Ok(progress)) => json!({
                "progress_value": progress.value,
                "score": progress.score,
                "status": progress.status.code(),
            }),
            Some(Err(Reason::NoData)) => {
                json!({"progress_value": null, "score": null, "status": "not_available"})
            }
            _ => json!({"progress_value": null, "score": null, "status": null}),
        };
        agreement.row(&id, &differences(&row, &answer), None);
    }
    Some(agreement)
}

const RELATIVE_TO_NOTHING: &str = "0 as a baseline or a target, which the program takes for 0.001";
const ROUNDED: &str = "the score alone, by the coefficients that the program rounds to four places";
const NO_DIRECTION: &str = "the direction is the program's default, and nobody stated it";
const BEHIND: &str = "the target lies on the wrong side of the baseline";
const NO_ANSWER: &str = "the program's not_available, with a reason";

/// The method as it is published, without what the program does besides.
pub(super) fn series_cases_by_the_method() -> Option<Agreement> {
    let mut agreement = Agreement::default();
    for (id, row) in rows("sdgbuild_series_cases")? {
        let (config, expected) = (&row["config"], &row["expected"]);
        let from = config["base_year"].as_u64().unwrap_or(2015);
        let mut method = match config["limit"].as_f64() {
            Some(limit) => open_sdg::near_limit(limit).expect("it is finite"),
            None => open_sdg::method(),
        };
        let year = u16::try_from(from).expect("it is a year");
        method.baseline = Baseline::NextAfter(Period::year(year).expect("it is a year"));
        let mut series = Series::new(series(&row)).expect("the years differ");
        match config["direction"].as_str() {
            Some("positive") => series = series.towards(Direction::Higher),
            Some("negative") => series = series.towards(Direction::Lower),
            _ => {}
        }
        if let Some(target) = config["target"].as_f64() {
            let due = config["target_year"].as_f64().unwrap_or(2030.0);
            series = series.with_target(target, due).expect("they are finite");
        }
        let answer = method.apply(&series);
        let value = answer.value.ok().and_then(Range::exact).map(|value| {
            // Near to a limit the method raises the growth, where the program lowers the cuts.
            let base = answer.base(&series).and_then(|base| base.value.exact());
            match config["limit"].as_f64().zip(base).filter(|_| value >= 0.0) {
                Some((limit, base)) if config["target"].is_null() => {
                    value * limit_coefficient(base, limit)
                }
                _ => value,
            }
        });
        let score = answer.score.and_then(Range::exact);
        let class = answer.class(&method).map(|band| &*band.code);
        let answer_json = json!({"progress_value": value, "score": score, "status": class});
        let differs = differences(expected, &answer_json);
        let is_score_alone = matches!(differs.as_slice(), [one] if one.starts_with("score"))
            && score.zip(expected["score"].as_f64()).is_some_and(|(a, b)| (a - b).abs() < 2e-4);
        let reason = match answer.value {
            _ if is_score_alone => Some(ROUNDED),
            Err(Reason::DirectionUnknown) => Some(NO_DIRECTION),
            Err(Reason::ZeroBase | Reason::ToZero) => Some(RELATIVE_TO_NOTHING),
            Err(Reason::BaselineMeetsTarget | Reason::BaseEqualsTarget) => Some(BEHIND),
            Err(_) if expected["status"] == "not_available" => Some(NO_ANSWER),
            _ => None,
        };
        agreement.row(&id, &differs, reason);
    }
    Some(agreement)
}
