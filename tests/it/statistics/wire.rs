//! The results as JSON, in full, and as postcard.

use beleid::statistics::{
    Confidence, ForecastModel, Point, forecast, kendall, least_squares, mann_kendall, spearman,
    theil_sen, theil_sen_interval, trend_test,
};
use serde::Serialize;

use super::yearly;

fn json(value: &impl Serialize) -> String {
    postcard::to_stdvec(value).expect("a format without keys");
    serde_json::to_string(value).unwrap()
}

#[test]
fn numbers_and_reasons() {
    let four = yearly(&[1.0, 2.0, 4.0, 3.0]);
    let flat = yearly(&[2.0, 2.0, 2.0, 2.0]);
    let cases = [
        (json(&Point::new(2017.5, 3.0)), r#"{"year":2017.5,"value":3.0}"#),
        (
            json(&least_squares(&flat).unwrap()),
            r#"{"n":4,"slope":0.0,"intercept":2.0,"mean_year":2002.5,"mean_value":2.0,"year_spread":2.23606797749979,"r":{"reason":"no-variation"},"residual_error":{"reason":"no-variation"}}"#,
        ),
        (
            json(&theil_sen(&four).unwrap()),
            r#"{"n":4,"slope":0.8333333333333333,"intercept":-1666.2499999999998,"joint_intercept":-1666.4166666666665,"median_year":2002.5,"median_value":2.5}"#,
        ),
        (
            json(&theil_sen_interval(&four, Confidence::P80).unwrap()),
            r#"{"low":-1.0,"high":2.0,"confidence":0.8}"#,
        ),
        (
            json(&kendall(&four).unwrap()),
            r#"{"n":4,"score":4,"tau":0.6666666666666666,"variance":8.666666666666666,"has_ties":false}"#,
        ),
        (json(&spearman(&four).unwrap()), r#"{"n":4,"rho":0.8}"#),
        (
            json(&mann_kendall(&[1.0, 2.0, 2.0]).unwrap()),
            r#"{"n":3,"score":2,"tau":0.6666666666666666,"variance":2.6666666666666665,"z":0.6123724356957945}"#,
        ),
        (
            json(&trend_test(&four, Confidence::P95)),
            r#"{"n":4,"tau":{"value":0.6666666666666666},"p":{"reason":"too-few-measurements"},"confidence":0.95,"verdict":{"cannot_test":"too-few-measurements"}}"#,
        ),
        (
            json(&trend_test(&yearly(&[5.0, 4.0, 3.0, 2.0, 1.0]), Confidence::P95)),
            r#"{"n":5,"tau":{"value":-1.0},"p":{"value":0.016666666666666666},"confidence":0.95,"verdict":"falling"}"#,
        ),
        (
            json(&forecast(&four[..2], 2004.0, ForecastModel::LeastSquares, Confidence::P95)),
            r#"{"Ok":{"model":"least_squares","year":2004.0,"value":4.0,"last_value":2.0,"n":2,"horizon":2.0,"interval":{"reason":"too-few-measurements"}}}"#,
        ),
    ];
    for (given, expected) in cases {
        assert_eq!(given, expected);
    }
    // The last digits of a quantile are those of the machine.
    let made = forecast(&four, 2005.0, ForecastModel::LastValue, Confidence::P95).unwrap();
    let interval = made.interval.unwrap();
    assert!((interval.low + 1.500_658_726_456).abs() < 1e-9);
    let expected = format!(
        r#"{{"model":"last_value","year":2005.0,"value":3.0,"last_value":3.0,"n":4,"horizon":1.0,"interval":{{"value":{{"low":{},"high":{},"confidence":0.95}}}}}}"#,
        json(&interval.low),
        json(&interval.high),
    );
    assert_eq!(json(&made), expected);
}
