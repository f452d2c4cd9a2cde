//! Numbers from printed tables and textbooks, which need no file.

use beleid::statistics::{
    Confidence, ForecastModel, Point, forecast, kendall, least_squares, spearman, theil_sen,
};

use super::yearly;

/// A series whose least squares leave so many degrees of freedom.
fn zigzag(freedom: u32) -> Vec<Point> {
    let values: Vec<f64> = (0..freedom + 2).map(|at| f64::from(at % 7 * (at % 7) % 7)).collect();
    yearly(&values)
}

/// Student's quantile, as the intervals of the slope have it.
fn quantile(freedom: u32, level: f64) -> f64 {
    let line = least_squares(&zigzag(freedom)).unwrap();
    let interval = line.slope_interval(Confidence::new(level).unwrap()).unwrap();
    (interval.high - line.slope) / line.slope_error().unwrap()
}

#[test]
fn students_quantiles() {
    // To the three digits of the printed tables, and scipy's further ones.
    let table = [
        (1, 0.5, 1.0),
        (1, 0.95, 12.706_204_736_174_694),
        (1, 0.9999, 6_366.197_671_316_637),
        (2, 0.5, 0.816_496_580_927_726_1),
        (2, 0.95, 4.302_652_729_749_462),
        (2, 0.9999, 99.992_499_843_750_04),
        (3, 0.5, 0.764_892_328_404_344_8),
        (3, 0.95, 3.182_446_305_283_707_8),
        (3, 0.9999, 28.000_130_010_950_002),
        (4, 0.95, 2.776_445_105_197_793_4),
        (5, 0.99, 4.032_142_983_555_228),
        (8, 0.8, 1.396_815_309_743_865_4),
        (30, 0.95, 2.042_272_456_301_237_3),
        (1_000, 0.95, 1.962_339_080_792_12),
    ];
    for (freedom, level, expected) in table {
        let given = quantile(freedom, level);
        assert!((given / expected - 1.0).abs() < 1e-9, "{freedom} {level}: {given} {expected}");
    }
}

#[test]
fn a_quantile_undoes_a_probability() {
    // A line whose slope lies exactly at the end of its interval has p = 1 − level.
    for freedom in [1, 2, 3, 7, 40] {
        let line = least_squares(&zigzag(freedom)).unwrap();
        let p = line.p().unwrap();
        if let Some(confidence) = Confidence::new(1.0 - p) {
            let interval = line.slope_interval(confidence).unwrap();
            let nearest = interval.low.abs().min(interval.high.abs());
            assert!(nearest < 1e-9 * line.slope.abs(), "{freedom}: {nearest}");
        }
    }
}

#[test]
fn a_slope_that_is_next_to_none() {
    // Of scipy. The incomplete beta function has lost digits at this end, where it is
    // not asked.
    for (freedom, expected) in [(5_000, 0.986_174_024_796_003_2), (99_999, 0.990_729_720_431_653_3)]
    {
        let p = least_squares(&zigzag(freedom)).unwrap().p().unwrap();
        assert!((p - expected).abs() < 2e-12, "{freedom}: {p} {expected}");
    }
}

#[test]
fn kendalls_small_table() {
    // Orders of n by falling pairs: 1 3 5 6 5 3 1 for four, 1 4 9 15 20 22 20 … for five.
    let p = |values: &[f64]| kendall(&yearly(values)).unwrap().p().unwrap() * 2.0;
    let cases: [(&[f64], f64); 8] = [
        (&[1.0, 2.0], 2.0),
        (&[1.0, 2.0, 3.0], 4.0 / 6.0),
        (&[1.0, 2.0, 3.0, 4.0], 4.0 / 24.0),
        (&[1.0, 2.0, 4.0, 3.0], 16.0 / 24.0),
        (&[2.0, 1.0, 4.0, 3.0], 36.0 / 24.0),
        (&[1.0, 2.0, 3.0, 5.0, 4.0], 20.0 / 120.0),
        (&[1.0, 2.0, 5.0, 4.0, 3.0], 116.0 / 120.0),
        (&[5.0, 4.0, 3.0, 2.0, 1.0], 4.0 / 120.0),
    ];
    for (values, expected) in cases {
        assert!((p(values) - expected).abs() < 1e-12, "{values:?}: {} {expected}", p(values));
    }
}

#[test]
fn long_exact_probabilities() {
    // Of scipy, for a rising series with some neighbours, or all of each few, turned round.
    let turned = |n: usize, every: usize| {
        let mut values: Vec<f64> = (0..n).map(|at| f64::from(u32::try_from(at).unwrap())).collect();
        values.chunks_mut(every).for_each(<[f64]>::reverse);
        kendall(&yearly(&values)).unwrap()
    };
    for (n, every, expected) in LONG {
        let p = turned(*n, *every).exact_p().unwrap();
        assert!((p / expected - 1.0).abs() < 1e-9, "{n} {every}: {p} {expected}");
    }
    let auto = turned(34, 17).p().unwrap();
    assert!((auto / AUTO - 1.0).abs() < 1e-9, "beyond 33 the normal distribution: {auto}");
}

#[test]
fn the_random_walk_of_a_textbook() {
    // Changes of 2, -1, 3, 0 after 10: mean 1, and their squares add up to 14.
    let series = yearly(&[10.0, 12.0, 11.0, 14.0, 14.0]);
    let made = |model, year| forecast(&series, year, model, Confidence::P95).unwrap();
    let half = |model, year| {
        let made = made(model, year);
        (made.interval.unwrap().high - made.interval.unwrap().low) / 2.0
    };
    let naive = made(ForecastModel::LastValue, 2009.0);
    assert_eq!((naive.value, naive.horizon), (14.0, 4.0));
    let expected = 2.776_445_105_197_793 * (14.0_f64 / 4.0).sqrt() * 2.0;
    assert!((half(ForecastModel::LastValue, 2009.0) - expected).abs() < 1e-9);

    let drift = made(ForecastModel::Drift, 2009.0);
    assert_eq!((drift.value, drift.last_value), (18.0, 14.0));
    // Less the drift of 1: 1, -2, 2, -1, whose squares add up to 10, on three degrees of freedom.
    let expected = 3.182_446_305_283_708 * (10.0_f64 / 3.0).sqrt() * (4.0_f64 * 2.0).sqrt();
    assert!((half(ForecastModel::Drift, 2009.0) - expected).abs() < 1e-9);

    // A change over four years may be twice as large as one over one.
    let gap = [(2001.0, 10.0), (2005.0, 14.0), (2006.0, 12.0)].map(Point::from);
    let made = forecast(&gap, 2007.0, ForecastModel::LastValue, Confidence::P95).unwrap();
    let expected = 4.302_652_729_749_462 * f64::midpoint(16.0 / 4.0, 4.0).sqrt();
    let interval = made.interval.unwrap();
    assert!(((interval.high - interval.low) / 2.0 - expected).abs() < 1e-9);
}

#[test]
fn ties_of_years_and_of_values() {
    // Of scipy.
    let points = TIED.map(Point::from);
    let ranks = kendall(&points).unwrap();
    assert!((ranks.tau - TIED_TAU).abs() < 1e-12, "{}", ranks.tau);
    assert!((ranks.p().unwrap() - TIED_P).abs() < 1e-9, "{:?}", ranks.p());
    assert!((spearman(&points).unwrap().rho - TIED_RHO).abs() < 1e-12);
    let line = theil_sen(&points).unwrap();
    assert!((line.slope - TIED_SLOPE).abs() < 1e-12, "{}", line.slope);
    let interval = beleid::statistics::theil_sen_interval(&points, Confidence::P95).unwrap();
    assert!((interval.low - TIED_INTERVAL.0).abs() < 1e-12, "{interval:?}");
    assert!((interval.high - TIED_INTERVAL.1).abs() < 1e-12, "{interval:?}");
}

/// Points, how many in a row are turned round, and the probability.
const LONG: &[(usize, usize, f64)] = &[
    (10, 5, 0.727_489_528_218_694_8),
    (20, 10, 0.773_219_474_906_322_7),
    (33, 11, 0.001_870_642_488_084_395_4),
    (33, 17, 0.817_665_048_737_161_8),
    (34, 17, 0.813_942_386_371_460_3),
    (37, 19, 0.825_290_514_461_210_3),
    (60, 40, 0.282_424_229_644_648),
    (120, 90, 6.804_662_486_884_358e-5),
    (170, 130, 6.042_141_105_311_396e-8),
];

const AUTO: f64 = 0.801_029_054_919_922_8;

const TIED: [(f64, f64); 9] = [
    (2001.0, 3.0),
    (2002.0, 5.0),
    (2002.0, 1.0),
    (2003.0, 5.0),
    (2004.0, 4.0),
    (2004.0, 4.0),
    (2005.0, 7.0),
    (2006.0, 5.0),
    (2007.0, 6.0),
];
const TIED_TAU: f64 = 0.515_388_203_202_207_5;
const TIED_P: f64 = 0.066_075_311_089_827_38;
const TIED_RHO: f64 = 0.686_752_206_027_341;
const TIED_SLOPE: f64 = 0.5;
const TIED_INTERVAL: (f64, f64) = (0.0, 1.0);
