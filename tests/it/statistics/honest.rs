//! What the statistics refuse to say, and why.

use beleid::Reason;
use beleid::statistics::{
    Confidence, Forecast, ForecastModel, Point, TrendVerdict, end_points, forecast, kendall,
    least_squares, mann_kendall, mean_change, spearman, theil_sen, theil_sen_interval, trend_test,
};

use super::yearly;

const MODELS: [ForecastModel; 3] =
    [ForecastModel::LastValue, ForecastModel::Drift, ForecastModel::LeastSquares];

/// What each function of a series answers, as a reason or nothing.
fn reasons(points: &[Point]) -> [(&'static str, Option<Reason>); 8] {
    let values: Vec<f64> = points.iter().map(|point| point.value).collect();
    [
        ("least squares", least_squares(points).err()),
        ("theil sen", theil_sen(points).err()),
        ("theil sen interval", theil_sen_interval(points, Confidence::P95).err()),
        ("mean change", mean_change(points).err()),
        ("end points", end_points(points).err()),
        ("kendall", kendall(points).err()),
        ("spearman", spearman(points).err()),
        ("mann kendall", mann_kendall(&values).err()),
    ]
}

fn all_refuse(points: &[Point], reason: Reason) {
    for (name, given) in reasons(points) {
        assert_eq!(given, Some(reason), "{name}");
    }
    assert_eq!(trend_test(points, Confidence::P95).verdict, TrendVerdict::CannotTest(reason));
}

/// A forecast, of which what always holds is looked at.
fn ahead(points: &[Point], year: f64, model: ForecastModel) -> Result<Forecast, Reason> {
    let made = forecast(points, year, model, Confidence::P95)?;
    let last = points.iter().max_by(|one, other| one.year.total_cmp(&other.year)).unwrap();
    assert_eq!(made.last_value, last.value, "the last value stands beside each forecast");
    assert_eq!((made.n, made.year, made.model), (points.len(), year, model));
    Ok(made)
}

#[test]
fn a_series_needs_two_points() {
    all_refuse(&[], Reason::NoData);
    all_refuse(&yearly(&[3.0]), Reason::OneMeasurement);
}

#[test]
fn a_number_must_be_one() {
    let cases = [
        (f64::NAN, Reason::NotANumber),
        (f64::INFINITY, Reason::OutOfRange),
        (f64::NEG_INFINITY, Reason::OutOfRange),
    ];
    for (number, reason) in cases {
        for at in 0..4 {
            let mut points = yearly(&[3.0, 5.0, 4.0, 6.0]);
            points[at].value = number;
            all_refuse(&points, reason);
            for model in MODELS {
                let made = forecast(&points, 2010.0, model, Confidence::P95);
                assert_eq!(made.err(), Some(reason), "{model:?} {at}");
            }
        }
        let series = yearly(&[3.0, 5.0, 4.0]);
        let line = least_squares(&series).unwrap();
        assert_eq!(line.at(number), Err(reason));
        assert_eq!(line.prediction_error(number), Err(reason));
        assert_eq!(theil_sen(&series).unwrap().at(number), Err(reason));
        for model in MODELS {
            assert_eq!(ahead(&series, number, model).err(), Some(reason), "{model:?}");
        }
        let mut points = series.clone();
        points[1].year = number;
        assert_eq!(least_squares(&points).err(), Some(reason));
        assert_eq!(kendall(&points[1..2]).err(), Some(reason), "before it is too short");
    }
}

#[test]
fn no_trend_over_no_time() {
    let points = [(2001.0, 3.0), (2001.0, 5.0)].map(Point::from);
    for (name, given) in reasons(&points) {
        let expected = (name != "mann kendall").then_some(Reason::SameTime);
        assert_eq!(given, expected, "{name}");
    }
}

#[test]
fn an_order_needs_times_that_differ() {
    let middle = [(2001.0, 3.0), (2002.0, 5.0), (2002.0, 1.0), (2003.0, 4.0)].map(Point::from);
    assert_eq!(mean_change(&middle), Err(Reason::RepeatedTime));
    assert_eq!(end_points(&middle), Ok(0.5));
    let made = ahead(&middle, 2004.0, ForecastModel::Drift).unwrap();
    assert_eq!((made.value, made.interval), (4.5, Err(Reason::RepeatedTime)));

    let first = [(2001.0, 3.0), (2001.0, 5.0), (2003.0, 4.0)].map(Point::from);
    assert_eq!(end_points(&first), Err(Reason::RepeatedTime));
    assert_eq!(ahead(&first, 2004.0, ForecastModel::LastValue).unwrap().value, 4.0);

    let last = [(2001.0, 3.0), (2003.0, 5.0), (2003.0, 4.0)].map(Point::from);
    assert_eq!(end_points(&last), Err(Reason::RepeatedTime));
    for model in MODELS {
        assert_eq!(ahead(&last, 2004.0, model), Err(Reason::RepeatedTime), "{model:?}");
    }
}

#[test]
fn equal_values_show_no_variation() {
    let flat = yearly(&[98.6; 6]);
    let line = least_squares(&flat).unwrap();
    assert_eq!((line.slope, line.intercept, line.at(2020.0)), (0.0, 98.6, Ok(98.6)));
    assert_eq!(theil_sen(&flat).unwrap().slope, 0.0);
    assert_eq!(mean_change(&flat), Ok(0.0));
    let none = Reason::NoVariation;
    assert_eq!((line.r, line.p(), line.slope_error()), (Err(none), Err(none), Err(none)));
    assert_eq!(line.slope_interval(Confidence::P95), Err(none));
    assert_eq!(theil_sen_interval(&flat, Confidence::P95), Err(none));
    assert_eq!(kendall(&flat).err(), Some(none));
    assert_eq!(spearman(&flat).err(), Some(none));
    assert_eq!(trend_test(&flat, Confidence::P95).verdict, TrendVerdict::CannotTest(none));
    for model in MODELS {
        let made = ahead(&flat, 2010.0, model).unwrap();
        assert_eq!((made.value, made.interval), (98.6, Err(none)), "{model:?}");
    }
}

#[test]
fn points_on_a_line_say_nothing_of_scatter() {
    for values in [[10.1, 10.2, 10.3, 10.4], [1e9, 2e9, 3e9, 4e9], [-0.3, -0.2, -0.1, 0.0]] {
        let series = yearly(&values);
        for model in [ForecastModel::Drift, ForecastModel::LeastSquares] {
            let interval = ahead(&series, 2010.0, model).unwrap().interval;
            assert_eq!(interval, Err(Reason::NoScatter), "{values:?} {model:?}");
        }
        let line = least_squares(&series).unwrap();
        assert_eq!(line.slope_interval(Confidence::P95), Err(Reason::NoScatter));
        assert!(line.p().unwrap() < 1e-12, "{values:?}");
    }
    // The least that a last digit can show is scatter.
    let series = yearly(&[10.100_000_01, 10.2, 10.3, 10.4]);
    for model in MODELS {
        assert!(ahead(&series, 2010.0, model).unwrap().interval.is_ok(), "{model:?}");
    }
}

#[test]
fn under_three_points_no_interval() {
    let two = yearly(&[3.0, 5.0]);
    let few = Reason::TooFewMeasurements;
    let line = least_squares(&two).unwrap();
    assert_eq!((line.slope, line.r), (2.0, Ok(1.0)));
    assert_eq!((line.residual_error, line.p()), (Err(few), Err(few)));
    assert_eq!(line.slope_interval(Confidence::P95), Err(few));
    assert_eq!(theil_sen_interval(&two, Confidence::P95), Err(few));
    assert_eq!(spearman(&two).unwrap().p(), Err(few));
    for model in MODELS {
        assert_eq!(ahead(&two, 2003.0, model).unwrap().interval, Err(few), "{model:?}");
        assert!(ahead(&yearly(&[3.0, 5.0, 4.0]), 2004.0, model).unwrap().interval.is_ok());
    }
}

#[test]
fn one_point_has_a_last_value_and_no_more() {
    let one = yearly(&[3.0]);
    let made = ahead(&one, 2003.0, ForecastModel::LastValue).unwrap();
    assert_eq!((made.value, made.n, made.horizon), (3.0, 1, 2.0));
    assert_eq!(made.interval, Err(Reason::TooFewMeasurements));
    assert_eq!(ahead(&one, 2003.0, ForecastModel::Drift).err(), Some(Reason::OneMeasurement));
    assert_eq!(
        ahead(&one, 2003.0, ForecastModel::LeastSquares).err(),
        Some(Reason::OneMeasurement)
    );
}

#[test]
fn a_forecast_looks_ahead() {
    let series = yearly(&[3.0, 5.0, 4.0]);
    for year in [2003.0, 2002.5, -1e300] {
        for model in MODELS {
            assert_eq!(ahead(&series, year, model).err(), Some(Reason::NotAhead), "{year}");
        }
    }
}

#[test]
fn under_five_points_cannot_test_and_never_no_trend() {
    let cannot = TrendVerdict::CannotTest(Reason::TooFewMeasurements);
    let short: [&[f64]; 4] =
        [&[1.0, 2.0], &[1.0, 2.0, 3.0], &[1.0, 2.0, 3.0, 4.0], &[2.0, 1.0, 3.0, 2.0]];
    for values in short {
        // Not even a test that is content with little may say more.
        for confidence in [Confidence::new(0.5).unwrap(), Confidence::P80, Confidence::P95] {
            let test = trend_test(&yearly(values), confidence);
            assert_eq!((test.verdict, test.p), (cannot, Err(Reason::TooFewMeasurements)));
        }
    }
    let verdict = |values: &[f64], confidence| trend_test(&yearly(values), confidence).verdict;
    let rising = [1.0, 2.0, 3.0, 4.0, 5.0];
    assert_eq!(verdict(&rising, Confidence::P95), TrendVerdict::Rising);
    assert_eq!(verdict(&[5.0, 4.0, 3.0, 2.0, 1.0], Confidence::P95), TrendVerdict::Falling);
    assert_eq!(verdict(&[1.0, 2.0, 3.0, 5.0, 4.0], Confidence::P95), TrendVerdict::NotShown);
    assert_eq!(verdict(&rising, Confidence::P99), cannot, "2 of 120 orders is more than 1 %");
    assert_eq!(verdict(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], Confidence::P99), TrendVerdict::Rising);
}

#[test]
fn a_trend_is_not_made_of_equal_values() {
    // The normal distribution would say 3.7 %. Of the 30 orders of these values two are as steady.
    let series = yearly(&[1.0, 1.0, 2.0, 2.0, 3.0]);
    assert!((kendall(&series).unwrap().p().unwrap() - 0.036_713_856).abs() < 1e-9);
    let test = trend_test(&series, Confidence::P95);
    assert_eq!(test.verdict, TrendVerdict::CannotTest(Reason::TooFewMeasurements));
    let test = trend_test(&series, Confidence::P90);
    assert_eq!((test.verdict, test.p), (TrendVerdict::Rising, Ok(2.0 / 30.0)));
    assert_eq!(kendall(&series).unwrap().exact_p(), Err(Reason::Ties));
}

#[test]
fn what_is_too_large_is_said() {
    let large = yearly(&[f64::MAX, -f64::MAX]);
    assert_eq!(least_squares(&large).err(), Some(Reason::OutOfRange));
    assert_eq!(theil_sen(&large).err(), Some(Reason::OutOfRange));
    assert_eq!(end_points(&large), Err(Reason::OutOfRange));
    assert_eq!(kendall(&large).unwrap().score, -1, "the order has no size");

    // The slope is a number, though the sum of the values and their squares are none.
    let large = yearly(&[1.0e308, 1.2e308, 1.1e308, 1.3e308]);
    let line = least_squares(&large);
    assert_eq!(line.err(), Some(Reason::OutOfRange), "the intercept lies 2000 years back");
    let near: Vec<Point> = large.iter().map(|p| Point::new(p.year - 2002.5, p.value)).collect();
    assert!((least_squares(&near).unwrap().slope / 8.0e306 - 1.0).abs() < 1e-12);
    assert!((theil_sen(&near).unwrap().slope / 7.5e306 - 1.0).abs() < 1e-12);
    assert!((mean_change(&large).unwrap() / 1.0e307 - 1.0).abs() < 1e-12);

    // Nor are the squares of these, which are too small.
    let small = yearly(&[1.0e-200, 1.2e-200, 1.1e-200, 1.3e-200]);
    let line = least_squares(&small).unwrap();
    assert!((line.slope / 8.0e-202 - 1.0).abs() < 1e-12);
    assert!((line.r.unwrap() - 0.8).abs() < 1e-12);
}
