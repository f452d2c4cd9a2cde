//! The time of each method, compared with the same arithmetic on plain numbers in the same run, and a
//! corpus of national size on one core and on two: `cargo bench -p beleid-benches --bench methods`.
//!
//! Each row is timed in turns with its reference, so that a busy machine slows both, and of each the
//! fastest turn counts. `cargo bench -p beleid-benches --bench methods -- 1000000` sets the size of the corpus.

#![allow(clippy::cast_precision_loss, clippy::print_stdout, clippy::unwrap_used)] // It reports.

mod support;

use std::hint::black_box;
use std::thread;
use std::time::Instant;

use beleid::methods::presets::open_sdg::compat::{self, Config};
use beleid::methods::{Method, Series, presets};
use beleid::{Indicator, Period};
use support::courses::{self, Plain};

fn main() {
    println!("| method | a series | plain numbers | ratio | from an indicator |");
    println!("|---|---|---|---|---|");
    let all = courses::plain(500, 1);
    let indicators: Vec<Indicator> = all.iter().map(courses::indicator).collect();
    let at: Period = "2024".parse().unwrap();
    for (name, floor) in FLOORS {
        let method = presets::named(name).unwrap();
        let series: Vec<Series> = all.iter().map(courses::series).collect();
        let (own, plain) = in_turns(
            800,
            || {
                for series in &series {
                    black_box(method.apply(series));
                }
            },
            || {
                for plain in &all {
                    black_box(floor(plain));
                }
            },
        );
        let (whole, _) = in_turns(
            200,
            || {
                for indicator in &indicators {
                    black_box(indicator.evaluate_with(&method, at));
                }
            },
            || (),
        );
        let each = |time: f64| format!("{:.0} ns", time / all.len() as f64);
        println!(
            "| {name} | {} | {} | {:.2} | {} |",
            each(own),
            each(plain),
            own / plain,
            each(whole)
        );
    }
    compatible(&all);
    national(std::env::args().find_map(|size| size.parse().ok()).unwrap_or(1_000_000));
}

/// A number and a class, by hand.
type Floor = fn(&Plain) -> (f64, usize);

/// What is computed by hand for each method.
const FLOORS: &[(&str, Floor)] = &[
    ("municipal", courses::floor::municipal),
    ("destatis", courses::floor::destatis),
    ("escap", courses::floor::escap),
    ("eurostat", courses::floor::eurostat),
    ("open-sdg", courses::floor::open_sdg),
    ("rotterdam", courses::floor::share),
    ("tola", courses::floor::share),
    ("un-progress-chart", courses::floor::un_progress_chart),
];

fn compatible(all: &[Plain]) {
    let configs: Vec<Config> = all
        .iter()
        .map(|plain| Config {
            target: plain.target.map(|target| target.1),
            target_year: plain.target.map_or(2030.0, |target| target.0),
            is_positive: plain.way > 0.0,
            ..Config::default()
        })
        .collect();
    let (own, plain) = in_turns(
        800,
        || {
            for (plain, config) in all.iter().zip(&configs) {
                let _ = black_box(compat::progress(&plain.points, config));
            }
        },
        || {
            for plain in all {
                black_box(courses::floor::open_sdg(plain));
            }
        },
    );
    let each = |time: f64| format!("{:.0} ns", time / all.len() as f64);
    println!(
        "| open-sdg, as sdg-build | {} | {} | {:.2} | – |",
        each(own),
        each(plain),
        own / plain
    );
}

/// Runs each of two once, `turns` times over; the nanoseconds of the fastest turn of each.
fn in_turns(turns: usize, mut one: impl FnMut(), mut other: impl FnMut()) -> (f64, f64) {
    let mut fastest = (f64::INFINITY, f64::INFINITY);
    for _ in 0..turns {
        fastest.0 = fastest.0.min(nanoseconds(&mut one));
        fastest.1 = fastest.1.min(nanoseconds(&mut other));
    }
    fastest
}

fn nanoseconds(run: &mut impl FnMut()) -> f64 {
    let start = Instant::now();
    run();
    start.elapsed().as_nanos() as f64
}

/// All indicators of a country, a part at a time: each part is generated, and then assessed on one core
/// and on two, so that only one part is in memory.
fn national(size: usize) {
    const PART: usize = 2_000;
    let method = presets::municipal::method();
    let at: Period = "2024".parse().unwrap();
    let (mut on_one, mut on_two) = (0.0, 0.0);
    let mut answered = 0;
    for part in 0..size.div_ceil(PART) {
        let count = PART.min(size - part * PART);
        let plain = courses::plain(count, 1000 + part as u64);
        let indicators: Vec<Indicator> = plain.iter().map(courses::indicator).collect();
        let mut fastest = (f64::INFINITY, f64::INFINITY);
        for _ in 0..3 {
            let start = Instant::now();
            answered = assess(&indicators, &method, at);
            fastest.0 = start.elapsed().as_secs_f64().min(fastest.0);
            let start = Instant::now();
            let halves = indicators.split_at(indicators.len() / 2);
            let both = thread::scope(|scope| {
                let other = scope.spawn(|| assess(halves.1, &method, at));
                assess(halves.0, &method, at) + other.join().unwrap()
            });
            fastest.1 = start.elapsed().as_secs_f64().min(fastest.1);
            assert_eq!(both, answered, "two cores give what one does");
        }
        on_one += fastest.0;
        on_two += fastest.1;
    }
    println!("\n| corpus | one core | two cores | ratio |");
    println!("|---|---|---|---|");
    println!(
        "| {size} indicators, municipal | {:.2} s, {:.2} million a second | {:.2} s, {:.2} million a second | {:.2} |",
        on_one,
        size as f64 / on_one / 1e6,
        on_two,
        size as f64 / on_two / 1e6,
        on_one / on_two
    );
    println!("| arithmetic that shares nothing | – | – | {:.2} |", ceiling());
    black_box(answered);
}

/// The speed-up of two cores for work that shares nothing and touches no memory: the most that two
/// cores can gain on this machine at this time.
fn ceiling() -> f64 {
    let spin = || {
        let mut number = black_box(1.000_000_1_f64);
        for _ in 0..200_000_000_u32 {
            number = number * 0.999_999_9 + 1e-7;
        }
        black_box(number)
    };
    let start = Instant::now();
    black_box((spin(), spin()));
    let on_one = start.elapsed().as_secs_f64();
    let start = Instant::now();
    thread::scope(|scope| {
        let other = scope.spawn(spin);
        black_box((spin(), other.join().unwrap()));
    });
    on_one / start.elapsed().as_secs_f64()
}

/// How many have a certain class.
fn assess(indicators: &[Indicator], method: &Method, at: Period) -> usize {
    let certain = |indicator: &Indicator| {
        indicator.evaluate_with(method, at).iter().filter(|one| one.class().is_some()).count()
    };
    indicators.iter().map(certain).sum()
}
