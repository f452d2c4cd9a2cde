//! How much memory a budget that was read uses on the heap, and how often evaluation allocates:
//! `cargo bench -p beleid-benches --bench memory`. In a program of its own, since counting takes time.

#![allow(
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used
)] // It reports.

mod support;

use allocation_counter::measure;
use beleid::{Outcome, Period};
use support::corpus::{self, Kind};

fn main() {
    println!("| what | memory |");
    println!("|---|---|");

    let text = corpus::budget(Kind::Tables, 0, corpus::FIELDS);
    let mut budget = None;
    let asked = measure(|| budget = Some(beleid::read(&text).budget));
    let budget = budget.unwrap();
    let figures: usize =
        budget.all_indicators().map(|(_, indicator)| indicator.figures.len()).sum();
    let each = |count: f64| count / figures as f64;
    println!("| held for a figure | {:.0} bytes |", each(asked.bytes_current as f64));
    println!("| of these, the figure itself | {} bytes |", std::mem::size_of::<beleid::Figure>());
    println!("| allocations to read a figure | {:.1} |", each(asked.count_total as f64));
    println!("| of these, kept | {:.1} |", each(asked.count_current as f64));

    let at = Period::year(2017).unwrap();
    let decided = support::decided();
    let asked = measure(|| {
        for indicator in &decided {
            let outcome = indicator.evaluate(at)[0].outcome;
            assert!(matches!(outcome, Outcome::Met | Outcome::Missed));
        }
    });
    println!(
        "| allocations to evaluate {}, met or missed | {} |",
        decided.len(),
        asked.count_total
    );
    assert_eq!(asked.count_total, 0, "met and missed are told without allocating");
}
