//! The time of the statistics of a series, each compared with the plain arithmetic that it needs: on
//! two slices of numbers, without checks and without centring.
//!
//! `cargo bench -p beleid-benches --bench statistics`: nanoseconds a series of 10 and of 30 points.

// A bench may well panic, and has no series of 2⁵² points.
#![allow(clippy::cast_precision_loss, clippy::indexing_slicing, clippy::unwrap_used)]

use std::hint::black_box;
use std::time::Duration;

use beleid::statistics::{
    Confidence, ForecastModel, Point, end_points, forecast, kendall, least_squares, mann_kendall,
    mean_change, spearman, theil_sen, theil_sen_interval, trend_test,
};
use criterion::{BenchmarkGroup, Criterion, measurement::WallTime};

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(15)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(600))
        .configure_from_args();
    for n in [10, 30] {
        let points = series(n);
        let years: Vec<f64> = points.iter().map(|point| point.year).collect();
        let values: Vec<f64> = points.iter().map(|point| point.value).collect();
        let last = years[years.len() - 1];

        let mut group = criterion.benchmark_group(format!("{n} points"));
        bench(&mut group, "end points", || end_points(black_box(&points)));
        bench(&mut group, "end points, plain", || {
            let (years, values) = (black_box(&years), black_box(&values));
            (values[values.len() - 1] - values[0]) / (years[years.len() - 1] - years[0])
        });
        bench(&mut group, "mean change", || mean_change(black_box(&points)));
        bench(&mut group, "mean change, plain", || plain_change(black_box(&years), &values));
        bench(&mut group, "least squares", || least_squares(black_box(&points)));
        bench(&mut group, "least squares, plain", || plain_line(black_box(&years), &values));
        bench(&mut group, "least squares with p", || {
            least_squares(black_box(&points)).and_then(|line| line.p())
        });
        bench(&mut group, "theil sen", || theil_sen(black_box(&points)));
        bench(&mut group, "theil sen, plain", || plain_median(black_box(&years), &values));
        bench(&mut group, "theil sen interval", || {
            theil_sen_interval(black_box(&points), Confidence::P95)
        });
        bench(&mut group, "kendall", || kendall(black_box(&points)));
        bench(&mut group, "kendall, plain", || plain_ranks(black_box(&years), &values));
        bench(&mut group, "trend test", || trend_test(black_box(&points), Confidence::P95));
        bench(&mut group, "spearman", || spearman(black_box(&points)));
        bench(&mut group, "mann kendall", || mann_kendall(black_box(&values)));
        let models = [
            ("forecast by last value", ForecastModel::LastValue),
            ("forecast by drift", ForecastModel::Drift),
            ("forecast by least squares", ForecastModel::LeastSquares),
        ];
        for (name, model) in models {
            bench(&mut group, name, || {
                forecast(black_box(&points), last + 4.0, model, Confidence::P95)
            });
        }
        group.finish();
    }
    criterion.final_summary();
}

fn bench<T>(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, mut run: impl FnMut() -> T) {
    group.bench_function(name, |bencher| bencher.iter(&mut run));
}

/// Successive years with different values that mostly rise.
fn series(n: u32) -> Vec<Point> {
    let value = |at: u32| 60.0 + 0.37 * f64::from(at) + f64::from(at * at * 7 % 11) * 0.31;
    (0..n).map(|at| Point::new(f64::from(2000 + at), value(at))).collect()
}

fn plain_change(years: &[f64], values: &[f64]) -> f64 {
    let pairs = years.windows(2).zip(values.windows(2));
    let sum: f64 =
        pairs.map(|(years, values)| (values[1] - values[0]) / (years[1] - years[0])).sum();
    sum / (years.len() - 1) as f64
}

/// Slope, intercept, correlation and standard error of the residuals.
fn plain_line(years: &[f64], values: &[f64]) -> (f64, f64, f64, f64) {
    let n = years.len() as f64;
    let year = years.iter().sum::<f64>() / n;
    let value = values.iter().sum::<f64>() / n;
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for (x, y) in years.iter().zip(values) {
        let (x, y) = (x - year, y - value);
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    let slope = xy / xx;
    let residual = ((yy - slope * xy) / (n - 2.0)).sqrt();
    (slope, value - slope * year, xy / (xx * yy).sqrt(), residual)
}

/// All slopes, sorted, and the one in the middle.
fn plain_median(years: &[f64], values: &[f64]) -> f64 {
    let mut slopes = Vec::with_capacity(years.len() * (years.len() - 1) / 2);
    for i in 0..years.len() {
        for j in i + 1..years.len() {
            slopes.push((values[j] - values[i]) / (years[j] - years[i]));
        }
    }
    slopes.sort_unstable_by(f64::total_cmp);
    slopes[slopes.len() / 2]
}

/// The score of all pairs.
fn plain_ranks(years: &[f64], values: &[f64]) -> i64 {
    let mut score = 0;
    for i in 0..years.len() {
        for j in i + 1..years.len() {
            let product = (values[j] - values[i]) * (years[j] - years[i]);
            score += i64::from(product > 0.0) - i64::from(product < 0.0);
        }
    }
    score
}
