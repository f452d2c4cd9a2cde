//! Bands and pieces: what is accepted, what is refused and with which words, and to which side a
//! cut belongs.

use beleid::methods::{Band, Bands, Pieces, Range, Side};
use beleid::{Bounds, methods::InvalidMethod};

fn read(text: &str) -> Result<Bands, String> {
    serde_json::from_str::<Bands>(text).map_err(|error| error.to_string())
}

#[test]
fn what_is_no_set_of_bands_is_refused() {
    let cases = [
        ("[]", "there are no bands"),
        (r#"[{"code":""}]"#, "a band has no code"),
        (r#"[{"code":"a","from":1}]"#, "no band contains what lies below 1"),
        (r#"[{"code":"a","below":1}]"#, "no band contains what lies from 1"),
        (r#"[{"code":"a","up_to":1}]"#, "no band contains what lies above 1"),
        (
            r#"[{"code":"red","up_to":0.3},{"code":"yellow","from":0.4}]"#,
            "no band contains what lies between 0.3 and 0.4",
        ),
        (
            r#"[{"code":"a","below":2},{"code":"b","from":1}]"#,
            "bands \"a\" and \"b\" both contain what lies between 1 and 2",
        ),
        (
            r#"[{"code":"a","up_to":1},{"code":"b","from":1}]"#,
            "bands \"a\" and \"b\" both contain 1",
        ),
        (r#"[{"code":"a","below":1},{"code":"b","above":1}]"#, "no band contains 1"),
        (r#"[{"code":"a"},{"code":"b"}]"#, "bands \"a\" and \"b\" both contain every number"),
        (
            r#"[{"code":"a"},{"code":"b","from":1}]"#,
            "bands \"a\" and \"b\" both contain what lies above 1",
        ),
        (
            r#"[{"code":"a","below":1},{"code":"b"}]"#,
            "bands \"a\" and \"b\" both contain what lies below 1",
        ),
        (r#"[{"code":"a","below":1},{"code":"a","from":1}]"#, "two bands have the code \"a\""),
        (
            r#"[{"code":"a","below":1,"up_to":1},{"code":"b","from":1}]"#,
            "band \"a\" states twice where it ends",
        ),
        (
            r#"[{"code":"a","below":1},{"code":"b","from":1,"above":1}]"#,
            "band \"b\" states twice where it begins",
        ),
        (
            r#"[{"code":"a","below":2},{"code":"b","from":2,"below":1},{"code":"c","from":1}]"#,
            "band \"b\" contains no number",
        ),
        (
            r#"[{"code":"a","below":1,"neutral":true},{"code":"b","from":1,"neutral":true}]"#,
            "more than one band is neutral",
        ),
        (
            r#"[{"code":"a","beneath":1}]"#,
            "unknown field `beneath`, expected one of `code`, `from`, `above`, `up_to`, `below`, \
             `neutral`, `labels` at line 1 column 30",
        ),
    ];
    for (bands, message) in cases {
        assert_eq!(read(&format!(r#"{{"band":{bands}}}"#)), Err(message.to_owned()), "{bands}");
    }
}

#[test]
fn bands_built_in_code_are_checked_too() {
    let new = |cuts: &[(f64, Side)]| {
        let above = cuts.iter().enumerate();
        let above = above.map(|(at, (cut, side))| (*cut, *side, Band::new(format!("b{at}"))));
        Bands::new(Band::new("lowest"), above.collect())
    };
    let (lower, upper) = (Side::Lower, Side::Upper);
    assert!(new(&[(1.0, upper), (2.0, lower)]).is_ok());
    assert!(new(&[(1.0, upper), (1.0, lower)]).is_ok(), "between them lies 1 itself");
    assert_eq!(new(&[(f64::NAN, upper)]), Err(InvalidMethod::NotFinite));
    assert_eq!(new(&[(f64::INFINITY, upper)]), Err(InvalidMethod::NotFinite));
    for empty in
        [[(1.0, lower), (1.0, upper)], [(1.0, upper), (1.0, upper)], [(2.0, upper), (1.0, lower)]]
    {
        assert_eq!(new(&empty).unwrap_err().to_string(), "band \"b0\" contains no number");
    }
    let bands = new(&[(1.0, upper)]).unwrap().with_neutral("b0").unwrap();
    assert_eq!(bands.neutral().unwrap().code, "b0");
    assert_eq!(bands.clone().with_neutral("lowest"), Err(InvalidMethod::TwoNeutral));
    assert_eq!(new(&[]).unwrap().with_neutral("b7"), Err(InvalidMethod::NoCode));
}

#[test]
fn a_cut_belongs_to_one_side() {
    let bands = read(
        r#"{"band":[{"code":"low","below":1},{"code":"one","from":1,"up_to":1},
            {"code":"mid","above":1,"up_to":2},{"code":"high","above":2}]}"#,
    )
    .unwrap();
    let just = f64::EPSILON;
    let cases = [
        (f64::NEG_INFINITY, "low"),
        (1.0 - just, "low"),
        (1.0, "one"),
        (1.0 + just, "mid"),
        (2.0, "mid"),
        (2.0 + 2.0 * just, "high"),
        (f64::INFINITY, "high"),
    ];
    for (number, code) in cases {
        assert_eq!(bands.of(number).code, code, "{number}");
    }
    let ranges = [
        (Bounds::exactly(1), "one one"),
        (Bounds::less_than(1), "low low"),
        (Bounds::at_most(1), "low one"),
        (Bounds::more_than(1), "mid high"),
        (Bounds::at_least(1), "one high"),
        (Bounds::at_least(2), "mid high"),
        (Bounds::more_than(2), "high high"),
        (Bounds::ALL, "low high"),
    ];
    for (bounds, codes) in ranges {
        let (low, high) = bands.classify(Range::from(bounds));
        assert_eq!(format!("{} {}", low.code, high.code), codes, "{bounds}");
    }
}

#[test]
fn pieces_are_checked_and_interpolate() {
    let new = |points: &[(f64, f64)]| Pieces::new(points.to_vec());
    let error = |points: &[(f64, f64)]| new(points).unwrap_err().to_string();
    assert_eq!(error(&[(0.0, 1.0)]), "a score needs two points or more");
    assert_eq!(
        error(&[(0.0, 1.0), (0.0, 2.0)]),
        "the points of a score must be in ascending order: 0 follows 0"
    );
    assert_eq!(
        error(&[(0.0, f64::NAN), (1.0, 2.0)]),
        "a cut of the bands or a point of the score is not a finite number"
    );
    let valley = new(&[(0.0, 10.0), (1.0, 0.0), (2.0, 4.0)]).unwrap();
    let numbers = [-5.0, 0.0, 0.5, 1.0, 1.5, 2.0, 9.0];
    assert_eq!(numbers.map(|number| valley.of(number)), [10.0, 10.0, 5.0, 0.0, 2.0, 4.0, 4.0]);
    // What lies between the ends may be below both.
    let over = |low, high| valley.over(Range::between(low, high).unwrap()).to_string();
    assert_eq!(over(0.5, 1.5), "0 to 5");
    assert_eq!(over(1.0, 1.5), "0 to 2");
    assert_eq!(valley.over(Range::from(Bounds::ALL)).to_string(), "0 to 10");
}
