//! The leaves: one grammar for `Display`, `FromStr` and serde, and whole messages for what
//! is refused.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use beleid::{Bounds, Code, DimensionName, Id, Interval, Number, Period, Unit, Value};
use proptest::prelude::*;

/// What each type makes of a text: the text that it prints as, or its message.
fn outcome<T: std::str::FromStr<Err = beleid::Error> + ToString>(text: &str) -> String {
    text.parse::<T>().map_or_else(|error| error.to_string(), |leaf| leaf.to_string())
}

#[test]
fn numbers() {
    let accepted = ["0", "10", "-10", "7.50", "0.0", "0.19", "9999999999999999999999999999"];
    for text in accepted {
        assert_eq!(outcome::<Number>(text), text);
    }
    let refused = [
        ("", r#"invalid number "" at byte 0: it is empty"#),
        ("1e3", r#"invalid number "1e3" at byte 1: expected a digit, a point or the end"#),
        ("+5", r#"invalid number "+5" at byte 0: expected a digit"#),
        ("-0", r#"invalid number "-0" at byte 0: zero has no sign"#),
        ("-0.00", r#"invalid number "-0.00" at byte 0: zero has no sign"#),
        ("-", r#"invalid number "-" at byte 1: expected a digit"#),
        ("--5", r#"invalid number "--5" at byte 1: expected a digit"#),
        ("1_000", r#"invalid number "1_000" at byte 1: expected a digit, a point or the end"#),
        ("1,5", r#"invalid number "1,5" at byte 1: expected a digit, a point or the end"#),
        (".5", r#"invalid number ".5" at byte 0: expected a digit"#),
        ("-.5", r#"invalid number "-.5" at byte 1: expected a digit"#),
        ("5.", r#"invalid number "5." at byte 2: expected a digit"#),
        ("5.x", r#"invalid number "5.x" at byte 2: expected a digit"#),
        ("5.1.2", r#"invalid number "5.1.2" at byte 3: expected a digit"#),
        ("007", r#"invalid number "007" at byte 0: a leading zero"#),
        ("-01", r#"invalid number "-01" at byte 1: a leading zero"#),
        ("00.5", r#"invalid number "00.5" at byte 0: a leading zero"#),
        (" 5", r#"invalid number " 5" at byte 0: expected a digit"#),
        ("5 ", r#"invalid number "5 " at byte 1: expected a digit, a point or the end"#),
        ("NaN", r#"invalid number "NaN" at byte 0: expected a digit"#),
        ("\0", r#"invalid number "\0" at byte 0: expected a digit"#),
        ("5\0", r#"invalid number "5\0" at byte 1: expected a digit, a point or the end"#),
        ("٣", r#"invalid number "٣" at byte 0: expected a digit"#),
        (
            "1234567890123456789012345678901234567890",
            "invalid number \"1234567890123456789012345678901234567890\" at byte 28: \
             more digits than an exact decimal holds (28)",
        ),
        (
            "0.00000000000000000000000000000",
            "invalid number \"0.00000000000000000000000000000\" at byte 30: \
             more digits than an exact decimal holds (28)",
        ),
    ];
    for (text, message) in refused {
        assert_eq!(outcome::<Number>(text), message, "{text:?}");
    }
}

#[test]
fn numbers_from_parts() {
    assert_eq!(Number::new(1234, 2).map(|number| number.to_string()).as_deref(), Ok("12.34"));
    assert_eq!(
        Number::new(1, 29).map_err(|error| error.to_string()),
        Err("invalid number \"1e-29\" at byte 0: more digits than an exact decimal holds (28)"
            .to_owned())
    );
    assert_eq!(Number::new(1250, 2).map(Number::places), Ok(2));
    assert_eq!(Number::from(i64::MIN).to_string(), "-9223372036854775808");
    assert_eq!(Number::from(u64::MAX).to_string(), "18446744073709551615");
}

#[test]
fn periods() {
    let accepted = [
        "2017",
        "0001",
        "9999",
        "2014/15",
        "1999/00",
        "2018-H1",
        "2018-H2",
        "2017-Q1",
        "2017-Q4",
        "2014-01",
        "2014-12",
        "2017-10-01",
        "2016-02-29",
        "2021..2023",
        "2019..",
    ];
    for text in accepted {
        assert_eq!(outcome::<Period>(text), text);
    }
    let refused = [
        ("", r#"invalid period "" at byte 0: it is empty"#),
        ("0000", r#"invalid period "0000" at byte 0: years run from 0001 to 9999"#),
        ("17", r#"invalid period "17" at byte 2: expected a year of four digits"#),
        ("20170", r#"invalid period "20170" at byte 4: expected the end of the period"#),
        ("2017-Q9", r#"invalid period "2017-Q9" at byte 6: a year has quarters Q1 to Q4"#),
        ("2017-Q0", r#"invalid period "2017-Q0" at byte 6: a year has quarters Q1 to Q4"#),
        ("2017-Q", r#"invalid period "2017-Q" at byte 6: expected a digit"#),
        ("2017-Q11", r#"invalid period "2017-Q11" at byte 7: expected the end of the period"#),
        ("2018-H3", r#"invalid period "2018-H3" at byte 6: a year has half-years H1 and H2"#),
        ("2018-H0", r#"invalid period "2018-H0" at byte 6: a year has half-years H1 and H2"#),
        ("2018-h1", r#"invalid period "2018-h1" at byte 5: expected a digit"#),
        ("2023/2022", r#"invalid period "2023/2022" at byte 7: expected the end of the period"#),
        (
            "2023/22",
            r#"invalid period "2023/22" at byte 5: a school year ends in the year after it begins"#,
        ),
        (
            "9999/00",
            r#"invalid period "9999/00" at byte 5: a school year ends in the year after it begins"#,
        ),
        ("2014-00", r#"invalid period "2014-00" at byte 5: a year has months 01 to 12"#),
        ("2014-13", r#"invalid period "2014-13" at byte 5: a year has months 01 to 12"#),
        ("2014-1", r#"invalid period "2014-1" at byte 6: expected a digit"#),
        ("2017-02-29", r#"invalid period "2017-02-29" at byte 8: the month has no such day"#),
        ("2017-02-2", r#"invalid period "2017-02-2" at byte 9: expected a digit"#),
        ("2017-02x", r#"invalid period "2017-02x" at byte 7: expected the end of the period"#),
        (
            "2017-02-01T",
            r#"invalid period "2017-02-01T" at byte 10: expected the end of the period"#,
        ),
        (
            "2023..2021",
            r#"invalid period "2023..2021" at byte 6: it must end later than it begins"#,
        ),
        (
            "2021..2021",
            r#"invalid period "2021..2021" at byte 6: it must end later than it begins"#,
        ),
        ("2021..21", r#"invalid period "2021..21" at byte 8: expected a year of four digits"#),
        ("2021.", r#"invalid period "2021." at byte 4: expected the end of the period"#),
        ("..2021", r#"invalid period "..2021" at byte 0: expected a year of four digits"#),
        ("2017\0", r#"invalid period "2017\0" at byte 4: expected the end of the period"#),
        ("201é", r#"invalid period "201é" at byte 3: expected a year of four digits"#),
    ];
    for (text, message) in refused {
        assert_eq!(outcome::<Period>(text), message, "{text:?}");
    }
    let year = |year| Period::year(year).map(|year| year.to_string());
    assert_eq!(year(2017).as_deref(), Ok("2017"));
    assert_eq!(
        year(0).map_err(|error| error.to_string()),
        Err(r#"invalid period "0" at byte 0: years run from 0001 to 9999"#.to_owned())
    );
    assert!(year(10_000).is_err());
    let day = |year| Period::day(chrono::NaiveDate::from_ymd_opt(year, 10, 1).unwrap());
    assert_eq!(day(2017).map(|day| day.to_string()).as_deref(), Ok("2017-10-01"));
    assert!(day(0).is_err() && day(10_000).is_err());
}

#[test]
fn the_days_of_a_period() {
    let cases = [
        ("2016", "2016-01-01", Some("2016-12-31")),
        ("2014/15", "2014-08-01", Some("2015-07-31")),
        ("2018-H1", "2018-01-01", Some("2018-06-30")),
        ("2018-H2", "2018-07-01", Some("2018-12-31")),
        ("2017-Q2", "2017-04-01", Some("2017-06-30")),
        ("2016-02", "2016-02-01", Some("2016-02-29")),
        ("9999-12", "9999-12-01", Some("9999-12-31")),
        ("2017-10-01", "2017-10-01", Some("2017-10-01")),
        ("2021..2023", "2021-01-01", Some("2023-12-31")),
        ("2019..", "2019-01-01", None),
    ];
    for (text, start, end) in cases {
        let period: Period = text.parse().unwrap();
        assert_eq!(period.start().to_string(), start, "{text}");
        assert_eq!(period.end().map(|end| end.to_string()).as_deref(), end, "{text}");
    }
}

#[test]
fn codes() {
    let accepted = ["2", "2.3.4", "0.10", "6.71a", "1.6.a", "A", "1.2.3.4.5.6.7.8.9.1.2.3.4.5.6.7"];
    for text in accepted {
        assert_eq!(outcome::<Code>(text), text);
    }
    let refused = [
        ("", r#"invalid code "" at byte 0: it is empty"#),
        ("2.", r#"invalid code "2." at byte 2: expected digits, a letter, or digits and a letter"#),
        (
            "2..3",
            r#"invalid code "2..3" at byte 2: expected digits, a letter, or digits and a letter"#,
        ),
        (".2", r#"invalid code ".2" at byte 0: expected digits, a letter, or digits and a letter"#),
        ("01.1", r#"invalid code "01.1" at byte 0: a leading zero"#),
        (
            "2.3 ",
            r#"invalid code "2.3 " at byte 3: expected digits, a letter, or digits and a letter"#,
        ),
        (
            "2.ab",
            r#"invalid code "2.ab" at byte 3: expected digits, a letter, or digits and a letter"#,
        ),
        (
            "2.a1",
            r#"invalid code "2.a1" at byte 3: expected digits, a letter, or digits and a letter"#,
        ),
        (
            "2\0",
            r#"invalid code "2\0" at byte 1: expected digits, a letter, or digits and a letter"#,
        ),
        (
            "1.1234567890",
            r#"invalid code "1.1234567890" at byte 11: a part of a code has at most nine digits"#,
        ),
        (
            "1.2.3.4.5.6.7.8.9.1.2.3.4.5.6.7.8",
            r#"invalid code "1.2.3.4.5.6.7.8.9.1.2.3.4.5.6.7.8" at byte 32: a code has at most 16 parts"#,
        ),
    ];
    for (text, message) in refused {
        assert_eq!(outcome::<Code>(text), message, "{text:?}");
    }
    let code = |text: &str| text.parse::<Code>().unwrap();
    assert!(code("2.3.10") > code("2.3.9"));
    assert!(code("2.3") < code("2.3.1"));
    assert!(code("6.71") < code("6.71a"));
    assert_ne!(code("0.1"), code("0.10"));
    assert_eq!(code("2.3.4").parent(), Some(code("2.3")));
    assert_eq!(code("2").parent(), None);
    assert!(code("2.3").contains(&code("2.3.4")));
    assert!(!code("2.3").contains(&code("2.3")));
    assert!(!code("2.3").contains(&code("2.30")));
}

#[test]
fn texts() {
    assert_eq!(outcome::<Id>("2.3.4-i1"), "2.3.4-i1");
    assert_eq!(outcome::<Id>(""), r#"invalid id "" at byte 0: it is empty"#);
    assert_eq!(outcome::<Id>("a b"), r#"invalid id "a b" at byte 1: white space"#);
    assert_eq!(
        outcome::<Id>("a\0"),
        r#"invalid id "a\0" at byte 1: a character that can't be seen"#
    );
    assert_eq!(outcome::<DimensionName>("niet woningen"), "niet woningen");
    assert_eq!(
        outcome::<DimensionName>(" x"),
        r#"invalid dimension name " x" at byte 0: white space at the beginning or the end"#
    );
    assert_eq!(
        outcome::<Unit>("kg\u{a0}"),
        r#"invalid unit "kg\u{a0}" at byte 2: white space at the beginning or the end"#
    );
    assert_eq!(
        outcome::<Unit>("k\ng"),
        r#"invalid unit "k\ng" at byte 1: a character that can't be seen"#
    );
    let long = "x".repeat(100) + "\u{7}";
    assert_eq!(
        outcome::<Id>(&long),
        format!("invalid id \"{}\"… at byte 100: a character that can't be seen", "x".repeat(60))
    );
}

#[test]
fn intervals_and_bounds() {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    assert_eq!(
        Interval::new(25, 23).map_err(|error| error.to_string()),
        Err(r#"invalid interval "25..23" at byte 4: the low end is above the high end"#.to_owned())
    );
    assert!(Interval::new(23, 23).is_ok());
    assert!(Value::between(25, 23).is_err());
    let five = Number::from(5);
    assert_eq!(
        Bounds::new(Excluded(five), Included(five)).map_err(|error| error.to_string()),
        Err(r#"invalid bounds "(5)..5" at byte 0: no number lies between these ends"#.to_owned())
    );
    assert!(Bounds::new(Included(five), Included(five)).is_ok());
    assert!(Bounds::new(Unbounded, Excluded(five)).is_ok());
    let six = Number::from(6);
    assert!(Bounds::new(Included(five), Excluded(six)).is_ok());
    assert!(Bounds::new(Excluded(five), Excluded(six)).is_ok(), "numbers lie dense");
    assert!(Bounds::new(Excluded(six), Included(five)).is_err());
    assert!(Bounds::new(Excluded(five), Excluded(five)).is_err());
    assert_eq!(Bounds::exactly(5).exact(), Some(five));
    assert_eq!(Bounds::from(Interval::new(5, 6).unwrap()).exact(), None);
    assert_eq!(Bounds::at_least(5).exact(), None);
}

#[test]
fn equal_numbers_print_as_they_were() {
    let hash = |number: Number| {
        let mut hasher = DefaultHasher::new();
        number.hash(&mut hasher);
        hasher.finish()
    };
    let (long, short): (Number, Number) = ("7.50".parse().unwrap(), "7.5".parse().unwrap());
    assert_eq!(long, short);
    assert_eq!(hash(long), hash(short));
    assert_eq!((long.to_string(), short.to_string()), ("7.50".to_owned(), "7.5".to_owned()));
}

#[test]
fn arithmetic_is_exact_or_absent() {
    let number = |text: &str| text.parse::<Number>().unwrap();
    let most = number("9999999999999999999999999999");
    let least = number("0.0000000000000000000000000001");
    assert_eq!(number("0.1").checked_add(number("0.2")), Some(number("0.3")));
    assert_eq!(most.checked_add(Number::from(1)), None);
    assert_eq!(most.checked_add(least), None, "a sum is never rounded");
    assert_eq!(most.checked_add(number("0.00")), Some(most));
    assert_eq!(least.checked_mul(least), None, "a product is never rounded");
    let halves =
        (number("0.5000000000000000000000000001"), number("0.4999999999999999999999999999"));
    assert_eq!(halves.0.checked_add(halves.1), Some(Number::from(1)));
    assert_eq!(
        number("0.00000000000005").checked_mul(number("0.000000000000002")),
        Some(number("0.0000000000000000000000000001"))
    );
    assert_eq!(number("1.50").checked_mul(number("1.50")), Some(number("2.25")));
    assert_eq!(-number("-3"), Number::from(3));
    assert_eq!((-Number::ZERO).to_string(), "0");
}

#[test]
fn quotients_are_exact_or_absent() {
    let number = |text: &str| text.parse::<Number>().unwrap();
    let cases = [
        ("10", "4", Some("2.5")),
        ("-10", "4", Some("-2.5")),
        ("10", "-4", Some("-2.5")),
        ("7.50", "2.5", Some("3")),
        ("0", "3", Some("0")),
        ("1", "3", None),
        ("6", "3", Some("2")),
        ("1", "0", None),
        ("0", "0.00", None),
        ("1", "8", Some("0.125")),
        ("1", "0.125", Some("8")),
        ("3", "0.0000000000000000000000000003", Some("10000000000000000000000000000")),
        ("2", "0.0000000000000000000000000004", Some("5000000000000000000000000000")),
        // 2^-40 needs forty places; with the point moved it fits.
        ("1", "1099511627776", None),
        ("1", "1.099511627776", Some("0.9094947017729282379150390625")),
        ("9999999999999999999999999999", "0.1", None),
        ("9999999999999999999999999999", "9999999999999999999999999999", Some("1")),
    ];
    for (a, b, expected) in cases {
        // 10^28 has 29 digits, one more than there may be.
        let expected = expected.and_then(|text| text.parse().ok());
        assert_eq!(number(a).checked_div(number(b)), expected, "{a} / {b}");
    }
    let rounded = [
        ("2", "3", 2, Some("0.67")),
        ("-2", "3", 2, Some("-0.67")),
        ("1", "3", 0, Some("0")),
        ("1", "2", 0, Some("1")),
        ("-1", "2", 0, Some("-1")),
        ("1", "8", 2, Some("0.13")),
        ("1", "0", 2, None),
        ("1", "3", 28, Some("0.3333333333333333333333333333")),
        ("10", "3", 28, None),
        ("0.0000000000000000000000000001", "9999999999999999999999999999", 28, Some("0")),
        ("9999999999999999999999999999", "0.0000000000000000000000000001", 0, None),
        ("1.005", "1", 2, Some("1.01")),
        ("1.004999999999999999999999999", "1", 2, Some("1.00")),
    ];
    for (a, b, places, expected) in rounded {
        let found = number(a).div_rounded(number(b), places).map(|found| found.to_string());
        let expected = expected.map(|text| format!("{:.1$}", number(text), places as usize));
        assert_eq!(found, expected, "{a} / {b}");
    }
    assert_eq!(Number::from(1).div_rounded(3.into(), 29), None);
}

#[test]
fn numbers_are_rounded_halves_away_from_zero() {
    let cases = [
        ("2.45", 1, "2.5", "2"),
        ("2.44", 1, "2.4", "2"),
        ("-2.45", 1, "-2.5", "-2"),
        ("-0.4", 0, "0", "0"),
        ("0.5", 0, "1", "0"),
        ("9.99", 1, "10.0", "9"),
        ("0.9999999999999999999999999999", 27, "1.000000000000000000000000000", "0"),
        ("99.95", 2, "99.95", "99"),
        ("7", 3, "7", "7"),
    ];
    for (text, places, rounded, whole) in cases {
        let number: Number = text.parse().unwrap();
        assert_eq!(number.round(places).to_string(), rounded, "{text}");
        assert_eq!(number.trunc().to_string(), whole, "{text}");
    }
}

#[test]
fn numbers_from_floats_are_the_shortest_that_read_back() {
    let cases = [
        (0.1, "0.1"),
        (0.1 + 0.2, "0.30000000000000004"),
        (-0.0, "0"),
        (25.8, "25.8"),
        (-1e3, "-1000"),
        (1e-7, "0.0000001"),
        (1e27, "1000000000000000000000000000"),
    ];
    for (float, text) in cases {
        assert_eq!(Number::try_from(float).map(|number| number.to_string()).as_deref(), Ok(text));
    }
    let refused = [
        (f64::NAN, "invalid number \"NaN\" at byte 0: only finite numbers are decimals"),
        (f64::NEG_INFINITY, "invalid number \"-inf\" at byte 0: only finite numbers are decimals"),
        (
            1e28,
            "invalid number \"10000000000000000000000000000\" at byte 28: \
             more digits than an exact decimal holds (28)",
        ),
        (
            1e-29,
            "invalid number \"0.00000000000000000000000000001\" at byte 30: \
             more digits than an exact decimal holds (28)",
        ),
    ];
    for (float, message) in refused {
        assert_eq!(Number::try_from(float).map_err(|error| error.to_string()), Err(message.into()));
    }
    assert_eq!(Number::try_from(i128::MAX).is_err(), Number::try_from(u128::MAX).is_err());
    assert_eq!(Number::try_from(5_u128), Ok(Number::from(5)));
}

#[test]
fn numbers_compare_with_whole_ones() {
    let number = |text: &str| text.parse::<Number>().unwrap();
    assert!(number("5.00") == 5 && 5 == number("5.0") && number("5.1") != 5);
    assert!(number("5.1") > 5_u8 && 6_i64 > number("5.1") && number("-1") < 0_usize);
    assert!(Number::from(u64::MAX) == u64::MAX && Number::from(i64::MIN) == i64::MIN);
    assert_eq!(number("-2.5").abs(), number("2.5"));
    assert_eq!([number("-2.5"), number("0.0"), number("9")].map(Number::signum), [-1, 0, 1]);
    assert_eq!(Number::checked_sum([]), Some(Number::ZERO));
    assert_eq!(
        Number::checked_sum([number("9999999999999999999999999999"), Number::from(1)]),
        None
    );
}

#[allow(clippy::nonminimal_bool)] // Each way round is another implementation.
#[test]
fn leaves_compare_with_texts() {
    use std::collections::{BTreeMap, HashMap};
    let id = Id::new("i1").unwrap();
    let text = "i1".to_owned();
    assert!(id == "i1" && "i1" == id && id == *"i1" && *"i1" == id && id == text && text == id);
    assert!(id != "i2");
    // By a text in a map of either kind, without an id of it.
    assert_eq!(HashMap::from([(id.clone(), 1)]).get("i1"), Some(&1));
    assert_eq!(BTreeMap::from([(id.clone(), 1)]).get("i1"), Some(&1));
    assert_eq!(Id::try_from(text), Ok(id.clone()));
    assert_eq!(String::from(id), "i1");
    let code: Code = "2.10".try_into().unwrap();
    assert!(code == "2.10" && "2.10" == code && code != "2.1");
    assert_eq!((code.as_ref().len(), String::from(code)), (4, "2.10".to_owned()));
}

fn number() -> impl Strategy<Value = Number> {
    prop_oneof![
        (-1000_i128..1000, 0_u32..4),
        (
            -9_999_999_999_999_999_999_999_999_999_i128..=9_999_999_999_999_999_999_999_999_999,
            0_u32..=28
        ),
    ]
    .prop_map(|(units, places)| Number::new(units, places).unwrap())
}

fn period() -> impl Strategy<Value = Period> {
    let year = || 2010_u16..2016;
    prop_oneof![
        year().prop_map(|year| format!("{year:04}")),
        year().prop_map(|year| format!("{year:04}/{:02}", (year + 1) % 100)),
        (year(), 1..=2).prop_map(|(year, half)| format!("{year}-H{half}")),
        (year(), 1..=4).prop_map(|(year, quarter)| format!("{year}-Q{quarter}")),
        (year(), 1..=12).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (year(), 1..=12, 1..=28)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        (year(), 1_u16..4).prop_map(|(year, more)| format!("{year}..{}", year + more)),
        year().prop_map(|year| format!("{year}..")),
    ]
    .prop_map(|text| text.parse().unwrap())
}

fn code() -> impl Strategy<Value = Code> {
    "(0|[1-9][0-9]?[ab]?|[abC])(\\.(0|[1-9][0-9]?[ab]?|[abC])){0,3}"
        .prop_map(|text| text.parse().unwrap())
}

/// What a total order owes: it agrees with equality, is antisymmetric and transitive.
fn is_total_order<T: Ord + std::fmt::Debug>(a: &T, b: &T, c: &T) {
    use std::cmp::Ordering;
    assert_eq!(a.cmp(b) == Ordering::Equal, a == b, "{a:?} {b:?}");
    assert_eq!(a.cmp(b), b.cmp(a).reverse(), "{a:?} {b:?}");
    assert_eq!(a.partial_cmp(b), Some(a.cmp(b)));
    if a <= b && b <= c {
        assert!(a <= c, "{a:?} {b:?} {c:?}");
    }
}

proptest! {
    #[test]
    fn numbers_are_totally_ordered(a in number(), b in number(), c in number()) {
        is_total_order(&a, &b, &c);
    }

    #[test]
    fn periods_are_totally_ordered(a in period(), b in period(), c in period()) {
        is_total_order(&a, &b, &c);
        // Chronological, and no two periods that print differently are equal.
        prop_assert!(a.start() >= b.start() || a < b);
        let (text_a, text_b) = (a.to_string(), b.to_string());
        prop_assert_eq!(a == b, text_a == text_b);
    }

    #[test]
    fn codes_are_totally_ordered(a in code(), b in code(), c in code()) {
        is_total_order(&a, &b, &c);
        let (text_a, text_b) = (a.to_string(), b.to_string());
        prop_assert_eq!(a == b, text_a == text_b);
    }

    #[test]
    fn a_leaf_prints_as_it_reads(number in number(), period in period(), code in code()) {
        prop_assert_eq!(outcome::<Number>(&number.to_string()), number.to_string());
        prop_assert_eq!(outcome::<Period>(&period.to_string()), period.to_string());
        let text = code.to_string();
        prop_assert_eq!(outcome::<Code>(&text), text);
    }

    #[test]
    fn any_text_is_a_leaf_that_prints_so_or_an_error_within_it(text in "[-+.,0-9e_HQ/a\u{0}\u{a0}€]{0,12}") {
        macro_rules! check {
            ($($leaf:ty),*) => {$(
                match text.parse::<$leaf>() {
                    Ok(leaf) => prop_assert_eq!(leaf.to_string(), &*text),
                    Err(error) => {
                        prop_assert_eq!(error.text(), &*text);
                        prop_assert!(error.position() <= text.len());
                        prop_assert!(!error.to_string().contains('\0'));
                    }
                }
            )*};
        }
        check!(Number, Period, Code, Id, DimensionName);
    }

    #[test]
    fn sums_and_products_are_exact(a in number(), b in number(), c in -100_i32..100) {
        prop_assert_eq!(a.checked_add(b), b.checked_add(a));
        prop_assert_eq!(a.checked_mul(b), b.checked_mul(a));
        if let Some(sum) = a.checked_add(b) {
            prop_assert_eq!(sum.checked_sub(b), Some(a));
        }
        let c = Number::from(c);
        if let (Some(left), Some(right), Some(sum)) =
            (a.checked_mul(c), b.checked_mul(c), a.checked_add(b))
            && let (Some(whole), Some(parts)) = (sum.checked_mul(c), left.checked_add(right))
        {
            prop_assert_eq!(whole, parts);
        }
    }

    #[test]
    fn a_quotient_times_its_divisor_is_what_was_divided(a in number(), b in number()) {
        if let Some(quotient) = a.checked_div(b) {
            prop_assert_eq!(quotient.checked_mul(b).unwrap_or(a), a);
        }
        if let Some(product) = a.checked_mul(b)
            && !b.is_zero()
        {
            prop_assert_eq!(product.checked_div(b), Some(a));
            prop_assert_eq!(product.div_rounded(b, 2).unwrap_or(a.round(2)), a.round(2));
        }
    }

    #[test]
    fn a_rounded_number_is_the_nearest(a in number(), places in 0_u32..30) {
        let rounded = a.round(places);
        prop_assert!(rounded.places() <= places);
        if let (Some(off), Ok(half)) =
            (a.checked_sub(rounded).map(Number::abs), Number::new(5, places + 1))
        {
            prop_assert!(off <= half);
            prop_assert!(off < half || rounded.abs() > a.abs());
        }
        prop_assert_eq!(a.trunc().places(), 0);
        prop_assert!(a.checked_sub(a.trunc()).is_none_or(|rest| rest.abs() < 1));
    }

    #[test]
    fn a_float_with_fifteen_digits_goes_there_and_back(units in -999_999_999_999_999_i64..=999_999_999_999_999, places in 0_u32..12) {
        let number = Number::new(units.into(), places).unwrap();
        prop_assert_eq!(Number::try_from(number.to_f64()), Ok(number));
    }
}
