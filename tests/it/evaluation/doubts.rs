//! Figures that can't be compared, or not for certain.

use super::*;
use beleid::{Change, Figure, Status, Unit, Value};

#[test]
fn printed_units_that_differ() {
    let days = |figure: Figure| Figure { unit: Some(Unit::new("dagen").unwrap()), ..figure };
    let percent = |figure: Figure| Figure { unit: Some(Unit::PERCENT), ..figure };
    let aim = || target(Value::more_than(15));
    assert_eq!(evaluate(vec![percent(aim()), days(result(20))], answer), "undecided, units-differ");
    // A bare number next to one with a unit may be of another.
    let open = "undecided, unit-not-stated; if as printed: met";
    assert_eq!(evaluate(vec![percent(aim()), result(20)], answer), open);
    assert_eq!(evaluate(vec![aim(), days(result(20))], answer), open);
    let count = |figure: Figure| Figure { unit: Some(Unit::COUNT), ..figure };
    assert_eq!(evaluate(vec![aim(), count(result(20))], answer), "met", "a count needs no unit");
    assert_eq!(evaluate(vec![days(aim()), days(result(20))], answer), "met");
}

#[test]
fn flags_and_words() {
    let text = |text: &str| Value::Text(text.to_owned());
    let cases: [(Value, Value, &str); 7] = [
        (Value::Flag(true), Value::Flag(true), "met"),
        (Value::Flag(true), Value::Flag(false), "missed"),
        (text("behaald"), text("behaald"), "met"),
        (text("behaald"), text("Behaald"), "met"),
        (text("behaald"), Value::Flag(true), "undecided, not-comparable"),
        (15.into(), text("62,%9"), "undecided, not-comparable"),
        (Value::Flag(true), 1.into(), "undecided, not-comparable"),
    ];
    for (aim, measured, expected) in cases {
        let figures = vec![target(aim.clone()), result(measured.clone())];
        assert_eq!(evaluate(figures, answer), expected, "{aim} {measured}");
    }
}

#[test]
fn uncertain_figures_decide_nothing() {
    let with = |status: Status| {
        let figures =
            vec![target(Value::more_than(15)), Figure { status: status.into(), ..result(20) }];
        evaluate(figures, answer)
    };
    assert_eq!(with(Status::Approximate), "undecided, approximate; if as printed: met");
    assert_eq!(with(Status::Estimated), "undecided, estimated; if as printed: met");
    assert_eq!(with(Status::Partial), "undecided, partial; if as printed: met");
    assert_eq!(with(Status::Provisional), "met, provisional");
    assert_eq!(with(Status::BreakInSeries), "met", "the target is no earlier result");

    let to_go = |figure: Figure| {
        evaluate(vec![target(Value::more_than(15)), figure], |evaluation| {
            evaluation.to_go.is_some()
        })
    };
    assert!(!to_go(Figure { status: Status::Approximate.into(), ..result(10) }), "it isn't exact");
    assert!(to_go(Figure { dated: Some(year(2008)), ..result(10) }), "it was then");
    let about = Figure { status: Status::Approximate.into(), ..target(Value::more_than(15)) };
    assert_eq!(
        evaluate(vec![about, result(10)], answer),
        "undecided, approximate; if as printed: missed"
    );
    let old = Figure { dated: Some(year(2008)), ..result(48) };
    assert_eq!(
        evaluate(vec![target(Value::more_than(15)), old], answer),
        "undecided, measured-earlier; if as printed: met"
    );
    let on_time = Figure { dated: Some(year(2017)), ..result(48) };
    assert_eq!(evaluate(vec![target(Value::more_than(15)), on_time], answer), "met");
}

#[test]
fn units_of_labels_and_of_changes() {
    let percent = |figure: Figure| Figure { unit: Some(Unit::PERCENT), ..figure };
    let mut shops = indicator(vec![percent(target(Value::less_than(10))), result(436)]);
    shops.unit = Some(Unit::COUNT);
    assert_eq!(answer(&shops.evaluate(year(2017))[0]), "undecided, units-differ");
    shops.figures[1] = percent(result(4));
    assert_eq!(answer(&shops.evaluate(year(2017))[0]), "met", "both print their own");
    let by = |unit: Unit| {
        let by = 5.into();
        target(Value::ChangeBy { direction: Change::Increase, by, unit: Some(unit), to: None })
    };
    let euro = |figure: Figure| Figure { unit: Some(Unit::EURO), ..figure };
    let figures = vec![by(Unit::EURO), percent(result_of(2016, 10)), percent(result(20))];
    assert_eq!(evaluate(figures, answer), "undecided, units-differ");
    let figures = vec![by(Unit::PERCENTAGE_POINT), euro(result_of(2016, 10)), euro(result(20))];
    assert_eq!(evaluate(figures, answer), "undecided, units-differ");
    let figures =
        vec![by(Unit::PERCENTAGE_POINT), percent(result_of(2016, 10)), percent(result(15))];
    assert_eq!(evaluate(figures, answer), "met");
}

#[test]
fn numbers_that_could_not_be_read_decide_nothing() {
    for text in ["?", "--", "1.049", "> 2016", "62,%9", "28 dagen"] {
        let text = || Value::Text(text.to_owned());
        let figures = vec![target(text()), result(text())];
        assert_eq!(evaluate(figures, answer), "undecided, not-comparable", "{}", text());
    }
}
