//! Long series: other ways to count, the same answers, and no more memory than the series takes.

use beleid::statistics::{
    Confidence, Point, TrendVerdict, kendall, least_squares, mann_kendall, spearman, theil_sen,
    theil_sen_interval, trend_test,
};

/// Numbers that look like chance, and are the same in each run.
fn noise(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(state >> 33).unwrap()) / f64::from(1_u32 << 31)
    }
}

fn series(n: u32, slope: f64, steps: f64, seed: u64) -> Vec<Point> {
    let mut noise = noise(seed);
    let mut points: Vec<Point> = (0..n)
        .map(|at| {
            let year = 1900.0 + f64::from(at) / 12.0;
            let value = slope * (year - 1900.0) + (noise() * steps).floor() / steps;
            Point::new(year, value)
        })
        .collect();
    // In no order.
    for at in 1..points.len() {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss
        )]
        points.swap(at, (noise() * at as f64) as usize);
    }
    points
}

/// All slopes, sorted.
fn slopes(points: &[Point]) -> Vec<f64> {
    let mut slopes = Vec::new();
    for (at, one) in points.iter().enumerate() {
        for other in &points[at + 1..] {
            if other.year != one.year {
                slopes.push((other.value - one.value) / (other.year - one.year));
            }
        }
    }
    slopes.sort_by(f64::total_cmp);
    slopes
}

#[test]
fn slopes_that_are_counted_are_those_that_are_made() {
    for (n, steps) in [(1_001, 1e6), (1_002, 1e6), (1_201, 4.0), (1_003, 1.0)] {
        let mut points = series(n, 0.02, steps, u64::from(n));
        for repeat in 0..5 {
            let year = points[repeat * 7].year;
            points[repeat].year = year;
        }
        let slopes = slopes(&points);
        let middle = slopes.len() / 2;
        let median = if slopes.len() % 2 == 1 {
            slopes[middle]
        } else {
            f64::midpoint(slopes[middle - 1], slopes[middle])
        };
        let line = theil_sen(&points).unwrap();
        assert!((line.slope - median).abs() < 1e-12, "{n}: {} {median}", line.slope);

        let interval = theil_sen_interval(&points, Confidence::P95).unwrap();
        if steps == 1.0 {
            assert!((interval.high - interval.low).abs() < 1e-12, "all lie on the line");
            continue;
        }
        let below = slopes.partition_point(|slope| *slope < interval.low - 1e-12);
        let above = slopes.len() - slopes.partition_point(|slope| *slope <= interval.high + 1e-12);
        assert!(interval.low <= line.slope && line.slope <= interval.high);
        assert!(below.abs_diff(above) < slopes.len() / 50, "{n}: {below} and {above}");
        assert!(below < middle && below > slopes.len() / 3, "{n}: {below} of {}", slopes.len());
    }
}

#[test]
fn pairs_that_are_sorted_are_those_that_are_compared() {
    for (n, steps) in [(49, 1e6), (49, 3.0), (48, 3.0), (120, 1.5), (300, 10.0)] {
        for seed in 0..20 {
            let mut points = series(n, 0.05, steps, seed);
            // Years that are equal, and points that are.
            for repeat in 0..7 {
                points[repeat].year = points[repeat * 3 + 20].year;
                points[repeat * 2 + 7] = points[repeat * 3 + 20];
            }
            let (mut score, mut years, mut values) = (0_i64, 0.0, 0.0);
            for (at, one) in points.iter().enumerate() {
                for other in &points[at + 1..] {
                    let later = i64::from(other.year > one.year) - i64::from(other.year < one.year);
                    let up =
                        i64::from(other.value > one.value) - i64::from(other.value < one.value);
                    score += later * up;
                    years += f64::from(u8::from(later == 0));
                    values += f64::from(u8::from(up == 0));
                }
            }
            let all = f64::from(n) * f64::from(n - 1) / 2.0;
            #[allow(clippy::cast_precision_loss)]
            let tau = score as f64 / ((all - years) * (all - values)).sqrt();
            let ranks = kendall(&points).unwrap();
            assert_eq!(ranks.score, score, "{n} {steps} {seed}");
            assert!((ranks.tau - tau).abs() < 1e-14);
            assert_eq!(ranks.has_ties, years + values > 0.0);
        }
    }
}

#[test]
fn thirty_thousand_points_are_no_matter() {
    // All their slopes would take 3.6 GB, and too long for a test.
    let points = series(30_000, 0.03, 1e5, 7);
    let line = theil_sen(&points).unwrap();
    assert!((line.slope - 0.03).abs() < 1e-5, "{}", line.slope);
    let ranks = kendall(&points).unwrap();
    assert!(ranks.tau > 0.9 && ranks.p() == Ok(0.0));
    assert_eq!(ranks.exact_p().ok(), None);
    assert!(spearman(&points).unwrap().rho > 0.9);
    assert!((least_squares(&points).unwrap().slope - 0.03).abs() < 1e-5);
    assert_eq!(trend_test(&points, Confidence::P99).verdict, TrendVerdict::Rising);
    let values: Vec<f64> = points.iter().map(|point| point.value).collect();
    assert!(mann_kendall(&values).unwrap().tau.abs() < 0.02, "they are in no order");
}
