//! The measured coverage that the documentation of `forecast` tells is the measured one.

use crate::support::data;

#[test]
fn the_documented_coverage_is_the_measured_one() {
    let Some(csv) = data::text("evaluation/forecast_backtest_summary.csv") else { return };
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let measured: Vec<Vec<String>> = reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let percent = |at: usize| {
                let share: f64 = record[at].parse().unwrap();
                format!("{:.0} %", share * 100.0)
            };
            let plain = |at: usize| record[at].to_owned();
            vec![plain(0), plain(1), plain(2), percent(3), percent(4)]
        })
        .collect();

    let source = include_str!("../../../src/statistics/forecast.rs");
    let documented: Vec<Vec<String>> = source
        .lines()
        .filter_map(|line| line.strip_prefix("/// | "))
        .map(|line| line.trim_end_matches(" |").split(" | ").collect::<Vec<_>>())
        .filter(|cells| cells.len() == 5 && cells[0].parse::<u32>().is_ok())
        .map(|cells| cells.iter().map(|cell| cell.replace(',', "")).collect())
        .collect();
    assert_eq!(measured.len(), 8);
    assert_eq!(documented, measured);
}
