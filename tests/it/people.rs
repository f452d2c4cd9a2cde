//! What people read, in Dutch and in English.

use beleid::{
    Bounds, Change, Comparison, Direction, Flow, Interval, Language, Missing, Number, Outcome,
    Pace, Reference, Role, Severity, Status, Unit, Value,
};

use Language::{Dutch, English};

fn number(text: &str) -> Number {
    text.parse().unwrap()
}

#[test]
fn numbers() {
    let cases = [
        ("0", "0", "0"),
        ("999", "999", "999"),
        ("1000", "1.000", "1,000"),
        ("1049", "1.049", "1,049"),
        ("-1049", "-1.049", "-1,049"),
        ("-100", "-100", "-100"),
        ("25.8", "25,8", "25.8"),
        ("0.00", "0,00", "0.00"),
        ("7.50", "7,50", "7.50"),
        ("1234567.1234", "1.234.567,1234", "1,234,567.1234"),
        (
            "9999999999999999999999999999",
            "9.999.999.999.999.999.999.999.999.999",
            "9,999,999,999,999,999,999,999,999,999",
        ),
    ];
    for (plain, dutch, english) in cases {
        assert_eq!(number(plain).text(Dutch), dutch);
        assert_eq!(number(plain).text(English), english);
    }
}

#[test]
fn values() {
    let by = |by, unit: Option<Unit>, to| Value::ChangeBy {
        direction: Change::Decrease,
        by: number(by),
        unit,
        to,
    };
    let cases = [
        (Value::from(1049), "1.049", "1,049"),
        (Value::more_than(1500), "> 1.500", "> 1,500"),
        (Value::at_least(1500), "≥ 1.500", "≥ 1,500"),
        (Value::less_than(1500), "< 1.500", "< 1,500"),
        (Value::at_most(number("2.5")), "≤ 2,5", "≤ 2.5"),
        (Value::between(900, 1200).unwrap(), "900–1.200", "900–1,200"),
        (Value::from(Missing::Unspecified), "-", "-"),
        (Value::from(Missing::NotYetKnown), "nog niet bekend", "not yet known"),
        (
            Value::Relative {
                comparison: Comparison::MoreThan,
                to: Reference::Period("2016".parse().unwrap()),
            },
            "> het resultaat van 2016",
            "> the result of 2016",
        ),
        (
            Value::Relative { comparison: Comparison::LessThan, to: Reference::Baseline },
            "< de nulwaarde",
            "< the baseline",
        ),
        (Value::Change(Change::Unchanged), "geen verandering", "no change"),
        (
            by("2.5", Some(Unit::PERCENT), Some(Reference::Previous.into())),
            "afname van 2,5 % ten opzichte van het vorige resultaat",
            "decrease by 2.5 % from the previous result",
        ),
        (by("1000", None, None), "afname van 1.000", "decrease by 1,000"),
        (Value::Flag(true), "ja", "yes"),
        (Value::Flag(false), "nee", "no"),
        (Value::Text("1.5 à 2".to_owned()), "“1.5 à 2”", "“1.5 à 2”"),
    ];
    for (value, dutch, english) in cases {
        assert_eq!(value.text(Dutch), dutch);
        assert_eq!(value.text(English), english);
    }
}

#[test]
fn values_in_their_unit() {
    let cases = [
        (Value::from(number("25.8")), Unit::PERCENT, "25,8 %", "25.8 %"),
        (Value::more_than(1049), Unit::EURO, "> € 1.049", "> € 1,049"),
        (Value::between(23, 25).unwrap(), Unit::PER_MILLE, "23–25 ‰", "23–25 ‰"),
        (Value::from(1049), Unit::COUNT, "1.049", "1,049"),
        (Value::from(Missing::NotMeasured), Unit::PERCENT, "niet gemeten", "not measured"),
        (Value::Flag(true), Unit::PERCENT, "ja", "yes"),
    ];
    for (value, unit, dutch, english) in cases {
        assert_eq!(value.text_in(&unit, Dutch), dutch);
        assert_eq!(value.text_in(&unit, English), english);
    }
}

#[test]
fn bounds() {
    use std::ops::Bound::{Excluded, Included};
    let ends = |low, high| Bounds::new(low, high).unwrap();
    let (low, high) = (Number::from(1000), number("2000.5"));
    let cases = [
        (Bounds::ALL, "een onbekend getal", "any number"),
        (Bounds::exactly(1000), "1.000", "1,000"),
        (Bounds::more_than(1000), "meer dan 1.000", "more than 1,000"),
        (Bounds::at_least(1000), "minstens 1.000", "at least 1,000"),
        (Bounds::less_than(1000), "minder dan 1.000", "less than 1,000"),
        (Bounds::at_most(1000), "hoogstens 1.000", "at most 1,000"),
        (Interval::new(low, high).unwrap().into(), "1.000 tot en met 2.000,5", "1,000 to 2,000.5"),
        (
            ends(Excluded(low), Excluded(high)),
            "meer dan 1.000 en minder dan 2.000,5",
            "more than 1,000 and less than 2,000.5",
        ),
        (
            ends(Included(low), Excluded(high)),
            "minstens 1.000 en minder dan 2.000,5",
            "at least 1,000 and less than 2,000.5",
        ),
        (
            ends(Excluded(low), Included(high)),
            "meer dan 1.000 en hoogstens 2.000,5",
            "more than 1,000 and at most 2,000.5",
        ),
    ];
    for (bounds, dutch, english) in cases {
        assert_eq!(bounds.text(Dutch), dutch);
        assert_eq!(bounds.text(English), english);
        assert_eq!(bounds.to_string(), english.replace(",0", "0"), "without grouping");
    }
}

#[test]
fn answers() {
    let dutch = [
        Outcome::Missed.text(Dutch),
        Pace::OnTrack.text(Dutch),
        Role::Realised.text(Dutch),
        Direction::Higher.text(Dutch),
        Status::Provisional.text(Dutch),
        Flow::Expenses.text(Dutch),
        Severity::Warning.text(Dutch),
    ];
    let expected = [
        "niet gehaald",
        "op koers",
        "behaald",
        "hoger is beter",
        "voorlopig",
        "lasten",
        "waarschuwing",
    ];
    assert_eq!(dutch, expected);
}

#[test]
fn padded() {
    assert_eq!(
        format!("{:>8}|{:<8}|{:^8}|", number("7.50"), number("-3"), number("0")),
        "    7.50|-3      |   0    |"
    );
    assert_eq!(
        format!("{:.1}|{:.2}|{:06.1}", number("2.45"), number("2"), number("-2.45")),
        "2.5|2.00|-002.5"
    );
    let value = Value::more_than(15);
    assert_eq!(format!("{value:>8}|{value:<8}|"), "    > 15|> 15    |");
    let bounds = Bounds::more_than(15);
    assert_eq!(format!("{bounds:>14}|{bounds:<14}|"), "  more than 15|more than 15  |");
    let period: beleid::Period = "2017-Q3".parse().unwrap();
    assert_eq!(format!("{period:>9}|{period:<9}|"), "  2017-Q3|2017-Q3  |");
    let interval = Interval::new(23, 25).unwrap();
    assert_eq!(format!("{interval:>7}|{interval:<7}|"), "  23–25|23–25  |");
}
