//! What lies just on the edge between two answers.

use super::{answer, evaluate, indicator, result, target, year};
use beleid::{Change, Comparison, Figure, Outcome, Period, Reason, Reference, Role, Value};

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn dated(figure: Figure, date: &str) -> Figure {
    Figure { dated: Some(period(date)), ..figure }
}

#[test]
fn a_date_on_the_first_or_last_day_of_a_period_lies_in_it() {
    let outcome =
        |date| evaluate(vec![target(Value::more_than(15)), dated(result(18), date)], answer);
    assert_eq!(outcome("2017-01-01"), "met");
    assert_eq!(outcome("2017-12-31"), "met");
    assert_eq!(outcome("2016-12-31"), "undecided, measured-earlier; if as printed: met");
    assert_eq!(outcome("2018-01-01"), "undecided, measured-later; if as printed: met");
}

#[test]
fn a_deadline_on_the_first_day_of_its_period_is_one() {
    let aim = |date| indicator(vec![dated(target(Value::more_than(15)), date)]);
    let is_aimed = |date, at: &str| {
        let indicator = aim(date);
        let evaluations = indicator.evaluate(period(at));
        evaluations[0].target.is_some() && evaluations[0].reason != Some(Reason::NotDueYet)
    };
    assert!(is_aimed("2017-01-01", "2017-01-01"));
    assert!(is_aimed("2017-01-01", "2017"), "it is of that year as well");
    // One from before the period is no deadline.
    assert!(!is_aimed("2016-12-31", "2016-12-31"));
    assert!(is_aimed("2016-12-31", "2017"));
}

#[test]
fn at_least_a_range_takes_in_its_low_end() {
    let baseline = Figure::new(year(2015), Role::Baseline, Value::between(10, 20).unwrap());
    let to = Reference::Baseline;
    let outcome = |comparison, measured: i32| {
        let aim = target(Value::Relative { comparison, to: to.clone() });
        evaluate(vec![baseline.clone(), aim, result(measured)], |answer| answer.outcome)
    };
    assert_eq!(outcome(Comparison::AtLeast, 10), Outcome::Undecided);
    assert_eq!(outcome(Comparison::AtLeast, 9), Outcome::Missed);
    assert_eq!(outcome(Comparison::AtLeast, 20), Outcome::Met);
    assert_eq!(outcome(Comparison::MoreThan, 10), Outcome::Missed);
    assert_eq!(outcome(Comparison::MoreThan, 20), Outcome::Undecided);
    assert_eq!(outcome(Comparison::AtMost, 20), Outcome::Undecided);
    assert_eq!(outcome(Comparison::LessThan, 20), Outcome::Missed);
}

#[test]
fn several_years_compare_with_as_many() {
    let at = period("2019..2020");
    let measured = |of: &str, value: i32| Figure::new(period(of), Role::Realised, value);
    let outcome = |earlier: &[Figure]| {
        let mut figures = earlier.to_vec();
        figures.push(Figure::new(at, Role::Target, Value::Change(Change::Increase)));
        figures.push(measured("2019..2020", 15));
        indicator(figures).evaluate(at)[0].outcome
    };
    let (three, two) = (measured("2014..2016", 10), measured("2017..2018", 20));
    assert_eq!(outcome(&[three.clone(), two.clone()]), Outcome::Missed);
    assert_eq!(outcome(std::slice::from_ref(&two)), Outcome::Missed);
    assert_eq!(outcome(&[three]), Outcome::Undecided, "three years are not two");
}
