//! The time of reading, JSON and evaluation, each with a reference.
//!
//! `cargo bench -p beleid-benches --bench speed` measures all; a word after `--` picks some. The ratios are
//! made by the bench `summary`, which takes turns so that both are measured under the same load.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)] // A bench may well panic.

mod support;

use std::hint::black_box;
use std::time::Duration;

use beleid::{Document, Period};
use criterion::{BenchmarkGroup, Criterion, Throughput, measurement::WallTime};
use support::corpus::{self, Kind};
use support::{cells, plain};

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(15)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(900))
        .configure_from_args();
    reading(&mut criterion);
    cell(&mut criterion);
    json(&mut criterion);
    indicators(&mut criterion);
    criterion.final_summary();
}

fn bench<T>(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, mut run: impl FnMut() -> T) {
    group.bench_function(name, |bencher| bencher.iter(&mut run));
}

/// Twenty budgets, and the minimum for the same text.
fn reading(criterion: &mut Criterion) {
    let kinds = [("prose", Kind::Prose), ("tables", Kind::Tables), ("mixed", Kind::Mixed)];
    for (name, kind) in kinds {
        let texts = corpus::budgets(kind, 20);
        let mut group = criterion.benchmark_group(format!("read {name}"));
        group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
        bench(&mut group, "floor", || {
            texts.iter().map(|text| black_box(support::floor(text)).len()).sum::<usize>()
        });
        bench(&mut group, "beleid", || {
            texts.iter().map(|text| black_box(beleid::read(text)).findings().len()).sum::<usize>()
        });
    }
}

/// A hundred cells in the mix of real tables, and each notation apart.
fn cell(criterion: &mut Criterion) {
    let mix = cells::mix();
    let mut group = criterion.benchmark_group("cell");
    let mut each = |name: &str, cells: &[&str]| {
        group.throughput(Throughput::Elements(cells.len() as u64));
        bench(&mut group, name, || {
            for cell in cells {
                black_box(beleid::read_cell(black_box(cell)));
            }
        });
    };
    each("mix", &mix);
    for notation in cells::NOTATIONS {
        each(notation.name, notation.cells);
    }
}

/// Writing and reading one document, compared with plain structs and a tree of values.
fn json(criterion: &mut Criterion) {
    let document = Document::new(beleid::read(&corpus::budget(Kind::Mixed, 0, 15)).budget);
    let text = serde_json::to_string(&document).unwrap();
    let plain: plain::Document = serde_json::from_str(&text).unwrap();
    let tree: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(serde_json::to_string(&plain).unwrap(), text);

    let mut group = criterion.benchmark_group("json out");
    group.throughput(Throughput::Bytes(text.len() as u64));
    bench(&mut group, "beleid", || serde_json::to_vec(&document).unwrap());
    bench(&mut group, "plain structs", || serde_json::to_vec(&plain).unwrap());
    bench(&mut group, "serde_json::Value", || serde_json::to_vec(&tree).unwrap());
    group.finish();

    let mut group = criterion.benchmark_group("json in");
    group.throughput(Throughput::Bytes(text.len() as u64));
    bench(&mut group, "beleid", || serde_json::from_str::<Document>(&text).unwrap());
    bench(&mut group, "plain structs", || serde_json::from_str::<plain::Document>(&text).unwrap());
    bench(&mut group, "serde_json::Value", || {
        serde_json::from_str::<serde_json::Value>(&text).unwrap()
    });
}

/// Evaluation and validation of the indicators of a budget.
fn indicators(criterion: &mut Criterion) {
    let budget = beleid::read(&corpus::budget(Kind::Mixed, 0, 15)).budget;
    let at = Period::year(2017).unwrap();
    let decided = support::decided();
    let mut group = criterion.benchmark_group("indicators");

    group.throughput(Throughput::Elements(budget.all_indicators().count() as u64));
    bench(&mut group, "evaluate, as read", || {
        for (_, indicator) in budget.all_indicators() {
            black_box(indicator.evaluate(at));
        }
    });
    bench(&mut group, "validate", || {
        black_box(budget.validate());
    });

    group.throughput(Throughput::Elements(decided.len() as u64));
    bench(&mut group, "evaluate, met or missed", || {
        for indicator in &decided {
            black_box(indicator.evaluate(at));
        }
    });
}
