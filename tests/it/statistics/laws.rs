//! What holds for any series.

use beleid::Reason;
use beleid::statistics::{
    Confidence, ForecastModel, ModelInterval, Point, TrendVerdict, end_points, forecast, kendall,
    least_squares, mann_kendall, mean_change, spearman, theil_sen, theil_sen_interval, trend_test,
};
use proptest::prelude::*;

/// Any finite number: of each size, subnormal, huge, and those around which things go wrong.
fn any_finite() -> impl Strategy<Value = f64> {
    let edges = prop::sample::select(vec![
        0.0,
        -0.0,
        5e-324,
        -5e-324,
        f64::MIN_POSITIVE,
        f64::MAX,
        f64::MIN,
        1e308,
        -1e308,
        1e-308,
        1e154,
        1e-154,
        1e-170,
        1e100,
        1e-100,
        f64::EPSILON,
        1.0,
        2017.0,
        2018.0,
    ]);
    prop_oneof![
        2 => edges,
        2 => any::<f64>().prop_filter("finite", |number| number.is_finite()),
        1 => (-1000..1000_i32).prop_map(f64::from),
    ]
}

fn any_points(most: usize) -> impl Strategy<Value = Vec<Point>> {
    let wild = prop::collection::vec((any_finite(), any_finite()).prop_map(Point::from), 0..most);
    // Wild values in tame years, so that more than the first division is reached.
    let tame = prop::collection::vec(((2000..2030_i32).prop_map(f64::from), any_finite()), 0..most)
        .prop_map(|pairs| pairs.into_iter().map(Point::from).collect());
    prop_oneof![wild, tame]
}

/// A series as they are met: some decimals, some equal values, each year once, in any order.
fn usual(least: usize, most: usize) -> impl Strategy<Value = Vec<Point>> {
    let years = prop::sample::subsequence((1990..2040).collect::<Vec<i32>>(), least..most);
    years.prop_shuffle().prop_flat_map(|years| {
        let values = prop::collection::vec(-500..500_i32, years.len());
        values.prop_map(move |values| {
            let pairs = years.iter().zip(values);
            pairs
                .map(|(year, value)| Point::new(f64::from(*year), f64::from(value) / 8.0))
                .collect()
        })
    })
}

/// Every number that the statistics make of a series.
fn numbers(points: &[Point], year: f64, confidence: Confidence) -> Vec<Result<f64, Reason>> {
    let mut all = vec![mean_change(points), end_points(points)];
    let both = |interval: Result<ModelInterval, Reason>| {
        [interval.map(|interval| interval.low), interval.map(|interval| interval.high)]
    };
    if let Ok(line) = least_squares(points) {
        all.extend([line.slope, line.intercept, line.mean_year, line.mean_value].map(Ok));
        all.extend([Ok(line.year_spread), line.r, line.residual_error, line.p()]);
        all.extend([line.slope_error(), line.intercept_error(), line.at(year)]);
        all.push(line.prediction_error(year));
        all.extend(both(line.slope_interval(confidence)));
    }
    if let Ok(line) = theil_sen(points) {
        all.extend([line.slope, line.intercept, line.joint_intercept].map(Ok));
        all.extend([Ok(line.median_year), Ok(line.median_value), line.at(year)]);
    }
    all.extend(both(theil_sen_interval(points, confidence)));
    if let Ok(ranks) = kendall(points) {
        all.extend([Ok(ranks.tau), Ok(ranks.variance), ranks.p(), ranks.exact_p()]);
    }
    if let Ok(ranks) = spearman(points) {
        all.extend([Ok(ranks.rho), ranks.p()]);
    }
    let mut sorted = points.to_vec();
    sorted.sort_by(|one, other| one.year.total_cmp(&other.year));
    let values: Vec<f64> = sorted.iter().map(|point| point.value).collect();
    if let Ok(test) = mann_kendall(&values) {
        all.extend([Ok(test.tau), Ok(test.variance), Ok(test.z), test.p()]);
    }
    let test = trend_test(points, confidence);
    all.extend([test.tau, test.p]);
    for model in [ForecastModel::LastValue, ForecastModel::Drift, ForecastModel::LeastSquares] {
        if let Ok(made) = forecast(points, year, model, confidence) {
            all.extend([made.value, made.last_value, made.horizon, made.year].map(Ok));
            all.extend(both(made.interval));
        }
    }
    all
}

fn close(one: f64, other: f64, size: f64) -> bool {
    (one - other).abs() <= 1e-9 * size
}

/// The mean over all orders of the values whether an order is as steady, by trying each.
fn share_of_orders(values: &mut Vec<f64>, score: i64) -> f64 {
    fn visit(values: &mut Vec<f64>, from: usize, score: i64, seen: &mut (u32, u32)) {
        if from == values.len() {
            let mut own = 0;
            for (at, one) in values.iter().enumerate() {
                for other in &values[at + 1..] {
                    own += i64::from(other > one) - i64::from(other < one);
                }
            }
            seen.0 += u32::from(own.abs() >= score.abs());
            seen.1 += 1;
            return;
        }
        for at in from..values.len() {
            values.swap(from, at);
            visit(values, from + 1, score, seen);
            values.swap(from, at);
        }
    }
    let mut seen = (0, 0);
    visit(values, 0, score, &mut seen);
    f64::from(seen.0) / f64::from(seen.1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_number_is_nan_or_infinite(
        points in any_points(12),
        year in any_finite(),
        level in 1e-9..1.0 - 1e-9_f64,
    ) {
        for number in numbers(&points, year, Confidence::new(level).unwrap()).into_iter().flatten() {
            prop_assert!(number.is_finite(), "{number}");
        }
    }

    #[test]
    fn ranks_and_probabilities_are_in_their_range(points in any_points(12)) {
        let share = 0.0..=1.0;
        if let Ok(ranks) = kendall(&points) {
            let all = i64::try_from(points.len() * (points.len() - 1) / 2).unwrap();
            prop_assert!((-1.0..=1.0).contains(&ranks.tau) && ranks.score.abs() <= all);
            prop_assert!(ranks.variance > 0.0);
            prop_assert_eq!(ranks.tau == 0.0, ranks.score == 0);
            prop_assert!(share.contains(&ranks.p().unwrap()));
            prop_assert!(ranks.exact_p().is_ok_and(|p| share.contains(&p)) != ranks.has_ties);
        }
        if let Ok(ranks) = spearman(&points) {
            prop_assert!((-1.0..=1.0).contains(&ranks.rho));
            prop_assert!(points.len() < 3 || share.contains(&ranks.p().unwrap()));
        }
        if let Ok(line) = least_squares(&points) {
            prop_assert!(line.r.is_err() || (-1.0..=1.0).contains(&line.r.unwrap()));
            prop_assert!(line.p().is_err() || share.contains(&line.p().unwrap()));
        }
    }

    #[test]
    fn the_order_of_the_input_says_nothing(
        (points, shuffled) in usual(2, 20)
            .prop_flat_map(|points| (Just(points.clone()), Just(points).prop_shuffle())),
    ) {
        prop_assert_eq!(kendall(&points), kendall(&shuffled));
        prop_assert_eq!(spearman(&points), spearman(&shuffled));
        prop_assert_eq!(mean_change(&points), mean_change(&shuffled));
        prop_assert_eq!(end_points(&points), end_points(&shuffled));
        prop_assert_eq!(theil_sen(&points), theil_sen(&shuffled));
        prop_assert_eq!(
            theil_sen_interval(&points, Confidence::P95),
            theil_sen_interval(&shuffled, Confidence::P95)
        );
        prop_assert_eq!(
            trend_test(&points, Confidence::P95),
            trend_test(&shuffled, Confidence::P95)
        );
        let of = |points| numbers(points, 2045.0, Confidence::P80);
        for (one, other) in of(&points).into_iter().zip(of(&shuffled)) {
            match (one, other) {
                (Ok(one), Ok(other)) => {
                    prop_assert!(close(one, other, one.abs().max(1e-3)), "{one} {other}");
                }
                // Whether there is scatter may hang on a rounding; a reason must be the same else.
                (one, other) => prop_assert!(one == other, "{one:?} {other:?}"),
            }
        }
    }

    #[test]
    fn another_unit_changes_the_unit_alone(
        points in usual(3, 20),
        exponent in prop_oneof![-20..20_i32, -900..900_i32],
        up in -1000..1000_i32,
        later in -50..50_i32,
    ) {
        // By a power of 2 nothing is rounded, so the answers are the same to the last digit.
        let unit = 2.0_f64.powi(exponent);
        let other: Vec<Point> =
            points.iter().map(|point| Point::new(point.year, point.value * unit)).collect();
        let (line, scaled) = (least_squares(&points).unwrap(), least_squares(&other).unwrap());
        prop_assert!(close(line.slope * unit, scaled.slope, (line.slope * unit).abs()));
        prop_assert_eq!(line.r.is_ok(), scaled.r.is_ok());
        if let (Ok(one), Ok(two)) = (line.r, scaled.r) {
            prop_assert!(close(one, two, 1.0));
            prop_assert!(close(line.p().unwrap(), scaled.p().unwrap(), 1.0));
        }
        let (line, scaled) = (theil_sen(&points).unwrap(), theil_sen(&other).unwrap());
        prop_assert_eq!(line.slope * unit, scaled.slope);
        prop_assert_eq!(kendall(&points), kendall(&other));

        // A shift of values or years moves the line and turns nothing.
        let moved: Vec<Point> = points
            .iter()
            .map(|point| Point::new(point.year + f64::from(later), point.value + f64::from(up)))
            .collect();
        let (line, shifted) = (least_squares(&points).unwrap(), least_squares(&moved).unwrap());
        prop_assert!(close(line.slope, shifted.slope, 1.0));
        let there = shifted.at(2000.0 + f64::from(later)).unwrap() - f64::from(up);
        prop_assert!(close(line.at(2000.0).unwrap(), there, 100.0));
        prop_assert_eq!(theil_sen(&points).unwrap().slope, theil_sen(&moved).unwrap().slope);
        prop_assert_eq!(kendall(&points), kendall(&moved));
        let drift = |points: &[Point], year| {
            forecast(points, year, ForecastModel::Drift, Confidence::P95).unwrap().value
        };
        let there = drift(&moved, 2045.0 + f64::from(later)) - f64::from(up);
        prop_assert!(close(drift(&points, 2045.0), there, 1000.0));
    }

    #[test]
    fn what_falls_is_what_rises_upside_down(points in usual(3, 40)) {
        let down: Vec<Point> =
            points.iter().map(|point| Point::new(point.year, -point.value)).collect();
        let back: Vec<Point> =
            points.iter().map(|point| Point::new(-point.year, point.value)).collect();
        for other in [&down, &back] {
            let (one, two) = (least_squares(&points).unwrap(), least_squares(other).unwrap());
            prop_assert_eq!(one.slope, -two.slope);
            let (one, two) = (theil_sen(&points).unwrap(), theil_sen(other).unwrap());
            prop_assert_eq!(one.slope, -two.slope);
            prop_assert_eq!(mean_change(&points).is_ok(), mean_change(other).is_ok());
            prop_assert_eq!(end_points(&points).unwrap(), -end_points(other).unwrap());
            let (one, two) = (
                theil_sen_interval(&points, Confidence::P95),
                theil_sen_interval(other, Confidence::P95),
            );
            prop_assert_eq!(one.is_ok(), two.is_ok());
            if let (Ok(one), Ok(two)) = (kendall(&points), kendall(other)) {
                prop_assert_eq!((one.score, one.tau), (-two.score, -two.tau));
                prop_assert_eq!(one.p(), two.p());
                let test = |points| trend_test(points, Confidence::P90).verdict;
                match test(&points) {
                    TrendVerdict::Rising => prop_assert_eq!(test(other), TrendVerdict::Falling),
                    TrendVerdict::Falling => prop_assert_eq!(test(other), TrendVerdict::Rising),
                    same => prop_assert_eq!(test(other), same),
                }
            }
        }
    }

    #[test]
    fn the_line_goes_through_the_middle(points in usual(3, 30)) {
        let line = least_squares(&points).unwrap();
        let residuals: Vec<f64> =
            points.iter().map(|point| point.value - line.at(point.year).unwrap()).collect();
        let turn: f64 = points.iter().zip(&residuals).map(|(p, r)| (p.year - 2015.0) * r).sum();
        prop_assert!(close(residuals.iter().sum(), 0.0, 100.0), "the residuals cancel");
        prop_assert!(close(turn, 0.0, 1e4), "and don't turn the line");

        // As many slopes are below that of Theil and Sen as above.
        let line = theil_sen(&points).unwrap();
        let mut sides = (0, 0);
        for (at, one) in points.iter().enumerate() {
            for other in &points[at + 1..] {
                let slope = (other.value - one.value) / (other.year - one.year);
                sides.0 += usize::from(slope < line.slope);
                sides.1 += usize::from(slope > line.slope);
            }
        }
        let half = points.len() * (points.len() - 1) / 4;
        prop_assert!(sides.0 <= half && sides.1 <= half, "{sides:?} of {half}");
    }

    #[test]
    fn more_confidence_is_a_wider_interval(points in usual(3, 20), ahead in 1..10_i32) {
        let end = points.iter().map(|point| point.year).fold(0.0, f64::max);
        let year = end + f64::from(ahead);
        let models = [ForecastModel::LastValue, ForecastModel::Drift, ForecastModel::LeastSquares];
        for model in models {
            let made = |confidence| forecast(&points, year, model, confidence).unwrap();
            let (some, more) = (made(Confidence::P80), made(Confidence::P95));
            if let (Ok(inner), Ok(outer)) = (some.interval, more.interval) {
                prop_assert!(outer.low < inner.low && inner.low < some.value);
                prop_assert!(some.value < inner.high && inner.high < outer.high);
            }
            let further = forecast(&points, year + 5.0, model, Confidence::P80).unwrap();
            if let (Ok(near), Ok(far)) = (some.interval, further.interval) {
                prop_assert!(far.high - far.low > near.high - near.low, "and so is more time");
            }
        }
        if let Ok(line) = least_squares(&points)
            && let Ok(interval) = line.slope_interval(Confidence::P80) {
                prop_assert!(interval.low < line.slope && line.slope < interval.high);
            }
        if let Ok(interval) = theil_sen_interval(&points, Confidence::P80) {
            let slope = theil_sen(&points).unwrap().slope;
            prop_assert!(interval.low <= slope && slope <= interval.high);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn probabilities_are_those_of_all_orders(values in prop::collection::vec(0..9_u8, 5..8)) {
        let mut values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let points = super::yearly(&values);
        if let Ok(ranks) = kendall(&points) {
            let share = share_of_orders(&mut values, ranks.score);
            let least = Confidence::new(1e-6).unwrap();
            let p = trend_test(&points, least).p.unwrap();
            prop_assert!((p - share).abs() < 1e-12, "{p} {share}");
            if let Ok(p) = ranks.exact_p() {
                prop_assert!((p - share).abs() < 1e-12, "{p} {share}");
            }
        }
    }
}
