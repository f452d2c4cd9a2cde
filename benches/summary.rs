//! One table of ratios for the README, all measured in one run: `cargo bench -p beleid-benches --bench summary`.
//!
//! Each row is timed in turns with its reference, so that a busy machine slows both, and of each the
//! fastest turn counts.

#![allow(clippy::cast_precision_loss, clippy::print_stdout, clippy::unwrap_used)] // It reports.

mod support;

use std::hint::black_box;
use std::time::Instant;

use beleid::{Document, Period};
use support::corpus::{self, Kind};
use support::{cells, plain};

fn main() {
    println!("| what | beleid | held against | ratio |");
    println!("|---|---|---|---|");
    reading();
    growth();
    cell();
    json();
    indicators();
}

/// Runs each of two once, `turns` times over; the nanoseconds of the fastest turn of each.
fn in_turns<A, B>(
    turns: usize,
    mut one: impl FnMut() -> A,
    mut other: impl FnMut() -> B,
) -> (f64, f64) {
    let mut fastest = (f64::INFINITY, f64::INFINITY);
    for _ in 0..turns {
        fastest.0 = fastest.0.min(nanoseconds(&mut one));
        fastest.1 = fastest.1.min(nanoseconds(&mut other));
    }
    fastest
}

fn nanoseconds<T>(run: &mut impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    black_box(run());
    start.elapsed().as_nanos() as f64
}

fn row(what: &str, own: &str, against: &str, ratio: f64) {
    println!("| {what} | {own} | {against} | {ratio:.2} |");
}

fn read_all(texts: &[String]) {
    for text in texts {
        black_box(beleid::read(text));
    }
}

fn reading() {
    let kinds = [("prose", Kind::Prose), ("tables", Kind::Tables), ("both", Kind::Mixed)];
    for (name, kind) in kinds {
        let texts = corpus::budgets(kind, 20);
        let bytes = texts.iter().map(String::len).sum::<usize>() as f64;
        let (own, floor) = in_turns(
            40,
            || read_all(&texts),
            || {
                for text in &texts {
                    black_box(support::floor(text));
                }
            },
        );
        let speed = |time: f64| format!("{:.0} MB/s", bytes * 1e3 / time);
        let against = format!("lines, trimmed and owned: {}", speed(floor));
        row(&format!("reading, {name}"), &speed(own), &against, own / floor);
    }
}

/// Ten times as many budgets, and one that is ten times as long. What is ten times less is read ten times over, so that a turn of
/// both takes as long: on a busy machine a short turn finds a quiet moment that a long one doesn't, and the fastest of three
/// short ones made up to 13 times of what is 10 times the work.
fn growth() {
    const TIMES: usize = 10;
    let over = |texts: &[String]| {
        for _ in 0..TIMES {
            read_all(texts);
        }
    };
    let each = |time: f64| time / TIMES as f64;
    let milliseconds = |time: f64| format!("{:.0} ms", time / 1e6);
    let few = corpus::budgets(Kind::Mixed, 100);
    let many = corpus::budgets(Kind::Mixed, 1_000);
    let (own, base) = in_turns(3, || read_all(&many), || over(&few));
    let base = each(base);
    let against = format!("100 budgets: {}", milliseconds(base));
    row("reading 1,000 budgets", &milliseconds(own), &against, own / base);

    let short = [corpus::budget(Kind::Mixed, 0, 60)];
    let long = [corpus::budget(Kind::Mixed, 0, 600)];
    let (own, base) = in_turns(15, || read_all(&long), || over(&short));
    let base = each(base);
    let against = format!("600 indicators: {}", milliseconds(base));
    row("reading one of 6,000 indicators", &milliseconds(own), &against, own / base);
}

fn cell() {
    const TURNS: usize = 300;
    let read = |cells: &[&str]| {
        for cell in cells {
            black_box(beleid::read_cell(black_box(cell)));
        }
    };
    let own = |cells: &[&str]| {
        for cell in cells {
            black_box(black_box(cell).trim().to_owned());
        }
    };
    let line = |name: &str, cells: &[&str]| {
        // Often enough for the clock to see it.
        let many: Vec<&str> = cells.iter().copied().cycle().take(200).collect();
        let each = many.len() as f64;
        let (read, own) = in_turns(TURNS, || read(&many), || own(&many));
        let against = format!("its text, owned: {:.0} ns", own / each);
        row(&format!("a cell, {name}"), &format!("{:.0} ns", read / each), &against, read / own);
    };
    line("in the mix of real tables", &cells::mix());
    for notation in cells::NOTATIONS {
        line(notation.name, notation.cells);
    }
}

fn json() {
    const TURNS: usize = 40;
    let document = Document::new(beleid::read(&corpus::budget(Kind::Mixed, 0, 15)).budget);
    let text = serde_json::to_string(&document).unwrap();
    let plain: plain::Document = serde_json::from_str(&text).unwrap();
    let tree: serde_json::Value = serde_json::from_str(&text).unwrap();
    let speed = |time: f64| format!("{:.0} MB/s", text.len() as f64 * 1e3 / time);

    let own = || serde_json::to_vec(&document).unwrap();
    let (beleid, other) = in_turns(TURNS, own, || serde_json::to_vec(&plain).unwrap());
    let against = format!("plain structs: {}", speed(other));
    row("JSON out", &speed(beleid), &against, beleid / other);
    let (beleid, other) = in_turns(TURNS, own, || serde_json::to_vec(&tree).unwrap());
    let against = format!("`serde_json::Value`: {}", speed(other));
    row("JSON out", &speed(beleid), &against, beleid / other);

    let own = || serde_json::from_str::<Document>(&text).unwrap();
    let (beleid, other) =
        in_turns(TURNS, own, || serde_json::from_str::<plain::Document>(&text).unwrap());
    let against = format!("plain structs: {}", speed(other));
    row("JSON in", &speed(beleid), &against, beleid / other);
    let (beleid, other) =
        in_turns(TURNS, own, || serde_json::from_str::<serde_json::Value>(&text).unwrap());
    let against = format!("`serde_json::Value`: {}", speed(other));
    row("JSON in", &speed(beleid), &against, beleid / other);
}

fn indicators() {
    let budget = beleid::read(&corpus::budget(Kind::Mixed, 0, 15)).budget;
    let at = Period::year(2017).unwrap();
    let decided = support::decided();
    let as_read: Vec<_> = budget.all_indicators().map(|(_, indicator)| indicator).collect();
    let count = as_read.len() as f64;
    let (as_read, decided) = in_turns(
        300,
        || {
            for indicator in &as_read {
                black_box(indicator.evaluate(at));
            }
        },
        || {
            for indicator in &decided {
                black_box(indicator.evaluate(at));
            }
        },
    );
    println!("| evaluating an indicator, met or missed | {:.0} ns | | |", decided / 50.0);
    println!("| evaluating an indicator, as read | {:.0} ns | | |", as_read / count);
    let (validate, _) = in_turns(300, || budget.validate(), || ());
    println!("| validating an indicator | {:.0} ns | | |", validate / count);
}
