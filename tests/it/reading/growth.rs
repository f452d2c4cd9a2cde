//! The work grows with the document and no faster, whatever a finder looks for from each line on.

use std::time::{Duration, Instant};

/// Lines each of which begins what some finder looks for, again and again.
const BEGINNINGS: [(&str, &str); 9] = [
    ("headers of kinds", "Indicator Jaar Waarde\n"),
    ("headers of kinds and groups", "Indicator Jaar Soort Waarde Eenheid\nGroep\n"),
    ("a name above its cell", "a\na:\n"),
    ("tables that face each other", "Naam\nBegroting\nAnder\nBegroting\n"),
    ("amounts behind their names", "Lasten\n1.000\nBaten\n"),
    ("broken cells", "Bestuur 2019\n12\n13\nWonen\n"),
    ("goals in lines", "Kerndoel Acties\n1. a 1.1 b\n"),
    ("units behind numbers", "Aantal fte\n6,83 fte\n7,1 fte\n"),
    ("running numbers", "0 1 2\n0 a b\n1 c d\n"),
];

#[test]
fn beginnings_without_an_end_take_linear_time() {
    const SMALL: usize = 200;
    const TIMES: usize = 16;
    // Squared it would be 256 times as much, and on a busy machine a linear one may take several times as long.
    const MAX: u32 = 80;
    let took = |unit: &str, count: usize| {
        let text = format!("Begroting 2020\n\n{}", unit.repeat(count));
        let begun = Instant::now();
        beleid::read(&text);
        begun.elapsed()
    };
    for (name, unit) in BEGINNINGS {
        let small = (0..3).map(|_| took(unit, SMALL)).min().unwrap_or_default();
        let large = took(unit, SMALL * TIMES);
        let most = small.max(Duration::from_millis(5)) * MAX;
        assert!(
            large < most,
            "{name}: {SMALL} take {small:?}, and {TIMES} times as many {large:?}"
        );
    }
}
