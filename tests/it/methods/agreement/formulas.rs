//! Formulas as published, on real series: each number by the pure functions, each class by the
//! presets.

use beleid::methods::{
    Baseline, Course, Formula, Method, Series, attainment, compound_rate, elapsed_share,
    expected_at, linear_pace, linear_rate, presets,
};
use beleid::{Direction, Period, Reason};
use serde_json::Value;

use super::{Agreement, rows, same, series};

struct Row<'a> {
    expected: &'a Value,
    points: Vec<(f64, f64)>,
    base: (f64, f64),
    now: (f64, f64),
    target: Option<(f64, f64)>,
    direction: Direction,
}

impl<'a> Row<'a> {
    fn of(row: &'a Value) -> Self {
        let points = series(row);
        let year = row["base_year"].as_f64().expect("it has a base year");
        let base = points.iter().find(|point| point.0.total_cmp(&year).is_eq());
        let direction = row["direction"].as_str().expect("it has a direction");
        Row {
            expected: &row["expected"],
            base: *base.expect("the base year is measured"),
            now: *points.last().expect("it has points"),
            points,
            target: row["target_year"].as_f64().zip(row["target"].as_f64()),
            direction: if direction == "up" { Direction::Higher } else { Direction::Lower },
        }
    }

    fn way(&self) -> f64 {
        if self.direction == Direction::Higher { 1.0 } else { -1.0 }
    }

    fn course(&self, base: (f64, f64)) -> Course {
        Course {
            base,
            previous: self.points.iter().rev().nth(1).copied(),
            current: self.now,
            target: self.target.map(|target| target.1),
            target_at: self.target.map(|target| target.0),
            direction: self.direction,
        }
    }

    /// The number of a formula.
    fn number(&self, key: &str) -> Result<f64, Reason> {
        let (base, now) = (self.base, self.now);
        let target = self.target.ok_or(Reason::NoTarget);
        let growth = || compound_rate(base.1, now.1, now.0 - base.0);
        let required = || target.and_then(|(due, goal)| compound_rate(base.1, goal, due - base.0));
        let times: Vec<f64> = self.points.iter().map(|point| point.0).collect();
        let window =
            || Baseline::Run { least: 4, most: 6 }.choose(&times).map(|at| self.points[at]);
        let mean = || window().and_then(|from| linear_rate(from.1, now.1, now.0 - from.0));
        Ok(match key {
            "actual_linear_per_year" => linear_rate(base.1, now.1, now.0 - base.0)?,
            "attainment_from_baseline" => attainment(base.1, now.1, target?.1)?,
            "attainment_clamped_0_100_dportal" => {
                attainment(base.1, now.1, target?.1)?.clamp(0.0, 1.0) * 100.0
            }
            "attainment_plain_ratio" => now.1 / target?.1,
            "cagr_actual" => growth()?,
            "cagr_required_from_base" => required()?,
            "cagr_required_from_now" => compound_rate(now.1, target?.1, target?.0 - now.0)?,
            "csi_escap" => Formula::CurrentStatus.of(&self.course(base))?,
            "destatis_mean_change" => mean()?,
            "destatis_last_change" => now.1 - self.points[self.points.len() - 2].1,
            "destatis_hypothetical" => now.1 + mean()? * (target?.0 - now.0),
            "destatis_miss_share" => Formula::Shortfall.of(&self.course(window()?))?,
            "elapsed_share" => elapsed_share(base.0, now.0, target?.0)?,
            "linear_expected_now" => {
                expected_at(base.1, target?.1, elapsed_share(base.0, now.0, target?.0)?)?
            }
            "linear_projection_at_target_year" => {
                now.1 + linear_rate(base.1, now.1, now.0 - base.0)? * (target?.0 - now.0)
            }
            "linear_ratio_actual_to_required" => linear_pace(base, now, target?)?,
            "ratio_of_cagr_signed" => growth()? / required()?,
            "required_linear_per_year_from_now" => {
                linear_rate(now.1, target?.1, target?.0 - now.0)?
            }
            "un_expected_at_target_year" => now.1 * (1.0 + growth()?).powf(target?.0 - now.0),
            "un_ratio" => {
                attainment(base.1, now.1 * (1.0 + growth()?).powf(target?.0 - now.0), target?.1)?
            }
            other => panic!("a formula that nobody knows: {other}"),
        })
    }

    fn series(&self) -> Series {
        let series = Series::new(self.points.clone()).expect("they differ").towards(self.direction);
        match self.target {
            Some((due, target)) => series.with_target(target, due).expect("they are finite"),
            None => series,
        }
    }

    fn class(&self, mut method: Method) -> Result<String, Reason> {
        if !matches!(method.baseline, Baseline::Run { .. }) {
            let year = format!("{:04}", self.base.0);
            let year: Period = year.parse().expect("it is a year");
            method.baseline = Baseline::Exact(year);
        }
        let assessment = method.apply(&self.series());
        match assessment.class(&method) {
            Some(band) => Ok(band.code.clone()),
            None => Err(assessment.value.expect_err("all figures are exact")),
        }
    }
}

/// What the rows call classes and facts: compared by `classes`.
const CLASSES: &[&str] = &[
    "target_met",
    "destatis_symbol",
    "eurostat_with_target",
    "eurostat_no_target_4way",
    "un_score",
    "un_score_no_target",
];

pub(super) fn numbers() -> Option<Agreement> {
    let mut agreement = Agreement::default();
    for (id, row) in rows("published_formula_cases")? {
        let row = Row::of(&row);
        let mut differs = Vec::new();
        for (key, expected) in row.expected.as_object().expect("it has expectations") {
            if CLASSES.contains(&key.as_str()) {
                continue;
            }
            let number = row.number(key);
            if !same(expected.as_f64(), number.ok()) {
                differs.push(format!("{key} {expected} is {number:?}"));
            }
        }
        agreement.row(&id, &differs, None);
    }
    Some(agreement)
}

const BEHIND: &str = "the target lies on the wrong side of the baseline: the formula calls moving \
                      away from it on track";
const MET: &str = "what is met is on track, also where the row has no ratio";
const RUN: &str = "the last four results are consecutive, which the text says is enough";

pub(super) fn classes() -> Option<Agreement> {
    let mut agreement = Agreement::default();
    for (id, row) in rows("published_formula_cases")? {
        let row = Row::of(&row);
        let expected = |key: &str| row.expected.get(key).filter(|value| !value.is_null());
        let mut differs = Vec::new();
        let mut reasons = Vec::new();
        let mut compare = |key: &str, ours: Result<String, Reason>, known: Option<String>| {
            if ours.clone().ok() != known {
                differs.push(format!("{key} {known:?} is {ours:?}"));
                reasons.push(match (key, &known, &ours) {
                    ("un_score", Some(_), Err(Reason::BaselineMeetsTarget)) => Some(BEHIND),
                    ("un_score", None, Ok(code)) if code == "on-track-or-met" => Some(MET),
                    ("destatis_symbol", None, Ok(_)) => Some(RUN),
                    _ => None,
                });
            }
        };
        let text = |key: &str| {
            let code = expected(key).and_then(Value::as_str);
            code.map(|code| code.replace('_', "-"))
        };
        let score = |key: &str| {
            expected(key).and_then(Value::as_u64).map(|score| {
                ["stagnation", "fair-progress", "on-track-or-met"]
                    [usize::try_from(score).expect("it is small") - 1]
                    .to_owned()
            })
        };
        let un = row.class(presets::un_progress_chart::method());
        let eurostat = row.class(presets::eurostat::method());
        if row.target.is_some() {
            compare("un_score", un, score("un_score"));
            compare("eurostat", eurostat, text("eurostat_with_target"));
        } else {
            compare("un_score_no_target", un, score("un_score_no_target"));
            compare("eurostat_no_target", eurostat, text("eurostat_no_target_4way"));
        }
        compare("destatis_symbol", row.class(presets::destatis::method()), text("destatis_symbol"));
        if let (Some(met), Some((_, target))) = (expected("target_met"), row.target) {
            let is_met = (row.now.1 - target) * row.way() >= 0.0;
            compare("target_met", Ok(is_met.to_string()), Some(met.to_string()));
        }
        let reason = reasons.first().copied().flatten().filter(|_| !reasons.contains(&None));
        agreement.row(&id, &differs, reason);
    }
    Some(agreement)
}
