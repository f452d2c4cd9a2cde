//! Worked examples from help pages, issues and reports.

use beleid::methods::{
    Band, Bands, Class, Formula, Item, MeanOfMeans, Method, Range, Rollup, RollupRule, Series,
    Side, Standing, Step, attainment, presets,
};
use beleid::statistics::{Point, kendall};
use beleid::{Direction, Reason};
use serde_json::{Value, json};

use super::{Agreement, rows};

fn number(value: &Value) -> f64 {
    value.as_f64().expect("it is a number")
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("it is a list").iter().map(number).collect()
}

fn coloured(cuts: &[(f64, &str)], lowest: &str) -> Bands {
    let above = cuts.iter().map(|(cut, code)| (*cut, Side::Upper, Band::new(*code)));
    Bands::new(Band::new(lowest), above.collect()).expect("the cuts rise")
}

fn codes(bands: &Bands, numbers: &[f64]) -> Value {
    numbers.iter().map(|number| bands.of(*number).code.clone()).collect()
}

fn weighted(input: &Value) -> Vec<(f64, f64)> {
    numbers(&input["key_results"]).into_iter().zip(numbers(&input["weights"])).collect()
}

/// What we make of an example, in the shape of what is expected.
fn answer(id: &str, input: &Value) -> Value {
    let of = |key: &str| number(&input[key]);
    match id {
        "we-01" | "we-04" => {
            json!({"attainment": attainment(of("start"), of("actual"), of("target")).unwrap()})
        }
        // Whatever the target, as long as it isn't the start itself.
        "we-03" => {
            let targets = [0.0, 7.0, 9.0, 1e6];
            let gone = targets.map(|target| attainment(of("start"), of("actual"), target));
            assert_eq!(gone, [Ok(0.0); 4]);
            let stays = attainment(of("start"), of("actual"), of("start"));
            assert_eq!(stays, Err(Reason::BaseEqualsTarget));
            json!({"attainment": 0.0})
        }
        "we-06" => {
            let mut means = MeanOfMeans::new();
            means.open();
            for (score, weight) in weighted(input) {
                means.add(Range::exactly(score).ok(), weight);
            }
            means.close();
            for score in numbers(&input["contributors"]) {
                means.add(Range::exactly(score).ok(), 1.0);
            }
            json!({"objective_progress": means.mean().unwrap().exact()})
        }
        "we-07" => {
            let items = weighted(input).into_iter().map(|(score, weight)| Item {
                weight,
                ..Item::scored(Range::exactly(score).unwrap())
            });
            let rollup = Rollup::of(&Method::new("ours", "1"), items, RollupRule::Weighted);
            json!({"objective_progress": rollup.value.unwrap().exact()})
        }
        "we-09" | "we-10" => {
            // Within ten points of what is expected by now; whoever is past it is ahead.
            let bands = Bands::new(
                Band::new("behind"),
                vec![
                    (-10.0, Side::Upper, Band::new("on-track")),
                    (0.0, Side::Lower, Band::new("ahead")),
                ],
            )
            .unwrap();
            json!({"status": bands.of(of("progress") - of("expected_now")).code})
        }
        "we-12" => {
            let bands = coloured(&[(0.4, "yellow"), (0.7, "green")], "red");
            json!({"colour": codes(&bands, &numbers(&input["score"]))})
        }
        "we-13" => {
            let colours = ["green", "orange", "red"];
            let bands = coloured(&[(1.0, "orange"), (2.0, "green")], "red");
            let all = Some(Step::new(Formula::Attainment, bands));
            let method = Method { with_target: all, ..Method::new("colours", "1") };
            let items = colours.iter().rev().enumerate().flat_map(|(place, colour)| {
                let class = Class::WithTarget(u16::try_from(place).unwrap());
                let item =
                    Item { standing: Some(Standing::Certain(class)), score: None, weight: 1.0 };
                std::iter::repeat_n(
                    item,
                    usize::try_from(input[*colour].as_u64().unwrap()).unwrap(),
                )
            });
            let rollup = Rollup::of(&method, items, RollupRule::Worst);
            assert_eq!(rollup.worst.as_deref(), Some("orange"));
            let share = |colour: &str| {
                let count = rollup.classes.iter().find(|(known, _)| known == colour).unwrap().1;
                (100.0 * f64::from(u32::try_from(count).unwrap())
                    / f64::from(u32::try_from(rollup.total()).unwrap()))
                .round()
            };
            json!({"total": rollup.total(), "share_percent": {
                "green": share("green"), "orange": share("orange")}})
        }
        "we-15" => {
            let rising = (0..15).map(|at| Point::new(f64::from(at), f64::from(at)));
            let ranks = kendall(&rising.collect::<Vec<_>>()).unwrap();
            json!({"tau": ranks.tau, "p_exact": ranks.exact_p().unwrap(), "p_normal": null})
        }
        "we-16" => {
            let method = presets::tola::method();
            let place = |share: f64| {
                let series = Series::new([(2020.0, share * 100.0)]).unwrap();
                let series = series.towards(Direction::Higher).with_target(100.0, 2020.0).unwrap();
                match &*method.apply(&series).class(&method).unwrap().code {
                    "behind" => -1,
                    "on-target" => 0,
                    _ => 1,
                }
            };
            let places: Vec<i32> = numbers(&input["percent_met"]).into_iter().map(place).collect();
            json!({"band": places})
        }
        "we-18" => {
            let bands = coloured(&[(25.0, "yellow"), (40.0, "green"), (60.0, "blue")], "red");
            json!({"colour": codes(&bands, &numbers(&input["percent"]))})
        }
        "we-19" => {
            let bands = coloured(&[(of("threshold"), "reached")], "below");
            json!({"shown": of("percent").round(),
                "meets_threshold": bands.of(of("percent")).code == "reached"})
        }
        "we-21" => {
            let [base, current] = ["base", "current"].map(|key| numbers(&input[key]));
            let series = Series::new([(base[0], base[1]), (current[0], current[1])]).unwrap();
            let method = presets::open_sdg::near_limit(of("limit")).unwrap();
            let assessment = method.apply(&series.towards(Direction::Higher));
            let value = beleid::methods::compound_rate(base[1], current[1], current[0] - base[0]);
            json!({"cagr": value.unwrap(), "score": assessment.score.unwrap().exact(),
                "status": assessment.class(&method).unwrap().code})
        }
        other => panic!("an example that nobody knows: {other}"),
    }
}

/// Whether an answer is what is expected: numbers to nine places, or to as many as are printed.
fn agrees(expected: &Value, answer: &Value) -> bool {
    match (expected, answer) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            // A probability is printed with four digits.
            (a - b).abs() <= 1e-9 && (a == 0.0 || (a - b).abs() <= 1e-3 * a.abs())
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agrees(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            b.iter().all(|(key, b)| b.is_null() || a.get(key).is_some_and(|a| agrees(a, b)))
        }
        (a, b) => a == b,
    }
}

pub(super) fn examples() -> Option<Agreement> {
    let mut agreement = Agreement::default();
    for (id, row) in rows("published_worked_examples")? {
        let answer = answer(&id, &row["input"]);
        let mut differs = Vec::new();
        if !agrees(&row["expected"], &answer) {
            differs.push(format!("{} is {answer}", row["expected"]));
        }
        agreement.row(&id, &differs, None);
    }
    Some(agreement)
}
