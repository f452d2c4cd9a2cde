//! Results and targets as sets of numbers: the truth table, the distance, the direction.

use super::*;
use beleid::{Basis, Change, Comparison, Direction, Number, Outcome, Reference, Value};
use proptest::prelude::*;

#[test]
fn the_truth_table() {
    use Direction::{Higher, Lower, Within};
    let range = || between(23, 25);
    let columns: [(Value, Option<Direction>); 8] = [
        (Value::more_than(15), None),
        (15.into(), Some(Higher)),
        (15.into(), Some(Lower)),
        (15.into(), None),
        (range(), Some(Higher)),
        (range(), Some(Lower)),
        (range(), Some(Within)),
        (range(), None),
    ];
    let rows: [(Value, &str); 10] = [
        (14.into(), "missed missed met undecided missed met missed undecided"),
        (15.into(), "missed met met met missed met missed undecided"),
        (20.into(), "met met missed undecided missed met missed undecided"),
        (24.into(), "met met missed undecided met met met met"),
        (26.into(), "met met missed undecided met missed missed undecided"),
        (
            Value::more_than(10),
            "undecided undecided undecided undecided undecided undecided undecided undecided",
        ),
        (Value::more_than(20), "met met missed undecided undecided undecided undecided undecided"),
        (
            Value::at_least(15),
            "undecided met undecided undecided undecided undecided undecided undecided",
        ),
        (Value::at_most(15), "missed undecided met undecided missed met missed undecided"),
        (range(), "met met missed undecided met met met met"),
    ];
    for (measured, expected) in rows {
        let outcomes = columns.clone().map(|(aim, direction)| {
            let figures = vec![target(aim), result(measured.clone())];
            evaluate_towards(direction, figures, |evaluation| evaluation.outcome.to_string())
        });
        assert_eq!(outcomes.join(" "), expected, "measured {measured}");
    }
}

#[test]
fn a_comparator_is_literal_whatever_the_direction() {
    for direction in [Direction::Higher, Direction::Lower, Direction::Within] {
        for (value, expected) in [(14, "missed"), (15, "missed"), (16, "met")] {
            let figures = vec![target(Value::more_than(15)), result(value)];
            assert_eq!(evaluate_towards(Some(direction), figures, answer), expected);
        }
    }
    for (aim, expected) in [
        (Value::at_least(15), "missed met met"),
        (Value::less_than(15), "met missed missed"),
        (Value::at_most(15), "met met missed"),
    ] {
        let outcomes =
            [14, 15, 16].map(|value| evaluate(vec![target(aim.clone()), result(value)], answer));
        assert_eq!(outcomes.join(" "), expected, "{aim}");
    }
}

#[test]
fn undecided_says_what_each_reading_would_give() {
    let figures = vec![target(15), result(14)];
    assert_eq!(
        evaluate(figures, answer),
        "undecided, direction-unknown; if higher: missed; if lower: met; if within: missed"
    );
    let figures = vec![target(Value::more_than(15)), result(Value::more_than(10))];
    assert_eq!(evaluate(figures, answer), "undecided, either-side");
}

#[test]
fn the_distance() {
    let to_go = |direction, aim: Value, measured: Value| {
        evaluate_towards(direction, vec![target(aim), result(measured)], |evaluation| {
            evaluation.to_go.map_or("none".to_owned(), |to_go| to_go.to_string())
        })
    };
    let (higher, lower, within) =
        (Some(Direction::Higher), Some(Direction::Lower), Some(Direction::Within));
    assert_eq!(to_go(None, Value::more_than(15), 10.into()), "more than 5");
    assert_eq!(to_go(None, Value::at_least(15), 10.into()), "at least 5");
    assert_eq!(to_go(None, Value::less_than(15), 20.into()), "more than 5");
    assert_eq!(to_go(higher, 15.into(), 10.into()), "at least 5");
    assert_eq!(to_go(lower, 15.into(), 20.into()), "at least 5");
    assert_eq!(to_go(within, 15.into(), 20.into()), "5");
    assert_eq!(to_go(within, between(23, 25), 20.into()), "3 to 5");
    assert_eq!(to_go(higher, 15.into(), Value::less_than(10)), "more than 5");
    assert_eq!(to_go(higher, 15.into(), 15.into()), "0");
    assert_eq!(to_go(None, Value::more_than(15), Value::more_than(10)), "none");
    assert_eq!(to_go(None, 15.into(), 10.into()), "none", "it depends on the direction");
    let far: Number = "9999999999999999999999999999".parse().unwrap();
    assert_eq!(to_go(within, far.into(), Value::Exact(-far)), "none");
}

#[test]
fn the_direction_and_how_it_is_known() {
    let known = |direction, aim: Value| {
        evaluate_towards(direction, vec![target(aim)], |evaluation| {
            (evaluation.direction, evaluation.direction_basis)
        })
    };
    let (higher, lower) = (Some(Direction::Higher), Some(Direction::Lower));
    assert_eq!(known(None, Value::more_than(15)), (higher, Basis::Inferred));
    assert_eq!(known(None, Value::at_most(15)), (lower, Basis::Inferred));
    assert_eq!(known(None, Value::Change(Change::Decrease)), (lower, Basis::Inferred));
    assert_eq!(known(lower, Value::more_than(15)), (lower, Basis::Stated));
    assert_eq!(known(None, 15.into()), (None, Basis::Unknown));
    assert_eq!(known(None, between(1, 2)), (None, Basis::Unknown));
    let below = relative(Comparison::AtMost, Reference::Baseline);
    assert_eq!(known(None, below), (lower, Basis::Inferred));
    let above = relative(Comparison::AtLeast, Reference::Baseline);
    assert_eq!(known(None, above), (higher, Basis::Inferred));
    let within = Some(Direction::Within);
    assert_eq!(known(None, Value::Change(Change::Unchanged)), (within, Basis::Inferred));
    let both = vec![target(Value::more_than(10)), target(Value::less_than(20))];
    let basis = |evaluation: &Evaluation<'_>| (evaluation.direction, evaluation.direction_basis);
    assert_eq!(evaluate(both, basis), (None, Basis::Unknown), "they say different things");
}

fn small() -> impl Strategy<Value = Value> {
    let number = || (-6_i64..7).prop_map(Number::from);
    prop_oneof![
        number().prop_map(Value::Exact),
        number().prop_map(Value::MoreThan),
        number().prop_map(Value::AtLeast),
        number().prop_map(Value::LessThan),
        number().prop_map(Value::AtMost),
        (number(), number()).prop_map(|(a, b)| Value::between(a.min(b), a.max(b)).unwrap()),
    ]
}

/// The halves from -10 to 10 that a value may be: enough of the line to tell sets apart
/// whose ends are whole numbers from -6 to 6.
fn members(value: &Value) -> Vec<Number> {
    let bounds = value.bounds().unwrap();
    let halves = (-20..=20).map(|half| Number::new(half * 5, 1).unwrap());
    halves.filter(|number| bounds.contains(*number)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Met is met for every number that the result may be and missed for none, tried out
    /// number by number.
    #[test]
    fn sets_agree_with_their_members(measured in small(), aim in small(), towards in 0..4) {
        let direction = match towards {
            0 => Some(Direction::Higher),
            1 => Some(Direction::Lower),
            2 => Some(Direction::Within),
            _ => None,
        };
        let satisfies = |number: Number, direction: Direction| match (&aim, direction) {
            (Value::Exact(end), Direction::Higher) => number >= *end,
            (Value::Exact(end), Direction::Lower) => number <= *end,
            (Value::Between(range), Direction::Higher) => number >= range.low(),
            (Value::Between(range), Direction::Lower) => number <= range.high(),
            _ => aim.bounds().unwrap().contains(number),
        };
        let directions = direction.map_or(
            vec![Direction::Higher, Direction::Lower, Direction::Within],
            |direction| vec![direction],
        );
        let numbers = members(&measured);
        let verdicts: Vec<bool> = directions
            .iter()
            .flat_map(|direction| numbers.iter().map(|number| satisfies(*number, *direction)))
            .collect();
        let expected = if verdicts.iter().all(|met| *met) {
            Outcome::Met
        } else if verdicts.iter().all(|met| !met) {
            Outcome::Missed
        } else {
            Outcome::Undecided
        };
        let figures = vec![target(aim.clone()), result(measured.clone())];
        let outcome = evaluate_towards(direction, figures, |evaluation| evaluation.outcome);
        prop_assert_eq!(outcome, expected, "{} against {}", measured, aim);
    }

    /// The same for a target that is relative to a result which is itself a set.
    #[test]
    fn relative_sets_agree_with_their_members(measured in small(), reference in small(), above in 0..4) {
        let comparison = match above {
            0 => Comparison::MoreThan,
            1 => Comparison::AtLeast,
            2 => Comparison::LessThan,
            _ => Comparison::AtMost,
        };
        let compares = |number: Number, other: Number| match comparison {
            Comparison::MoreThan => number > other,
            Comparison::AtLeast => number >= other,
            Comparison::LessThan => number < other,
            Comparison::AtMost => number <= other,
        };
        let verdicts: Vec<bool> = members(&reference)
            .iter()
            .flat_map(|other| members(&measured).into_iter().map(move |number| compares(number, *other)))
            .collect();
        let figures = vec![
            target(relative(comparison, Reference::Period(year(2016)))),
            result_of(2016, reference.clone()),
            result(measured.clone()),
        ];
        let outcome = evaluate(figures, |evaluation| evaluation.outcome);
        // Members end at -10 and 10, so what is true of all of them may fail beyond.
        if outcome == Outcome::Met {
            prop_assert!(verdicts.iter().all(|met| *met), "{} against {}", measured, reference);
        } else if outcome == Outcome::Missed {
            prop_assert!(verdicts.iter().all(|met| !met), "{} against {}", measured, reference);
        } else {
            let ends = [&measured, &reference].map(|value| value.bounds().unwrap());
            let is_bounded = ends.iter().all(|bounds| {
                use std::ops::Bound::Unbounded;
                bounds.low() != Unbounded && bounds.high() != Unbounded
            });
            let is_mixed = verdicts.iter().any(|met| *met) && verdicts.iter().any(|met| !met);
            prop_assert!(!is_bounded || is_mixed, "{} against {}", measured, reference);
        }
    }
}
