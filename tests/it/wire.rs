//! The wire form: nothing is lost in a round trip, and invalid documents are refused.

use beleid::{Bounds, Budget, Document, Heading, Number, PolicyField, Value};
use proptest::prelude::*;

use crate::support::generate;
use crate::support::properties::wire::{self, round_trips};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn budgets_round_trip(budget in generate::budget()) {
        round_trips(&Document::new(budget.clone()));
        round_trips(&budget);
    }

    #[test]
    fn budgets_round_trip_through_toml_where_it_can_hold_them(budget in generate::budget()) {
        // TOML has no null, and its strings hold all text.
        let there = Document::new(budget);
        let text = toml::to_string(&there).unwrap();
        let back = toml::from_str::<Document>(&text).unwrap();
        prop_assert_eq!(serde_json::to_string(&back).unwrap(), serde_json::to_string(&there).unwrap());
        prop_assert_eq!(back, there);
    }

    #[test]
    fn values_round_trip(value in generate::value(), interval in generate::interval()) {
        round_trips(&value);
        round_trips(&interval);
    }

    #[test]
    fn bounds_round_trip(a in generate::number(), b in generate::number(), ends in 0..8) {
        use std::ops::Bound::{Excluded, Included, Unbounded};
        let (low, high) = (a.min(b), a.max(b));
        let (low, high) = match ends {
            0 => (Unbounded, Unbounded),
            1 => (Included(low), Unbounded),
            2 => (Excluded(low), Unbounded),
            3 => (Unbounded, Included(high)),
            4 => (Unbounded, Excluded(high)),
            5 => (Included(low), Included(high)),
            6 => (Excluded(low), Excluded(high)),
            _ => (Excluded(low), Included(high)),
        };
        if let Ok(bounds) = Bounds::new(low, high) {
            round_trips(&bounds);
        }
    }

    #[test]
    fn no_bytes_abort(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        wire::postcard(&bytes);
        wire::json(&bytes);
    }
}

/// The message with which JSON is refused as a document with that budget.
fn refusal(json: &str) -> String {
    match serde_json::from_str::<Document>(json) {
        Ok(document) => format!("accepted: {document:?}"),
        Err(error) => error.to_string(),
    }
}

const MINIMAL: &str = r#"{"schema":1,"budget":{"edition":{},"fields":[]}}"#;

#[test]
fn bounds_have_the_tags_of_values() {
    use std::ops::Bound::{Excluded, Included};
    let (five, six) = (Number::from(5), Number::from(6));
    let json = |bounds: Bounds| serde_json::to_string(&bounds).unwrap();
    assert_eq!(json(Bounds::exactly(5)), r#"{"exact":"5"}"#);
    assert_eq!(json(Bounds::more_than(5)), r#"{"more_than":"5"}"#);
    assert_eq!(json(Bounds::at_most(5)), r#"{"at_most":"5"}"#);
    assert_eq!(json(Bounds::ALL), r#""any""#);
    let between = Bounds::new(Included(five), Included(six)).unwrap();
    assert_eq!(json(between), r#"{"between":{"low":"5","high":"6"}}"#);
    let ends = Bounds::new(Excluded(five), Included(six)).unwrap();
    assert_eq!(json(ends), r#"{"ends":{"low":{"excluded":"5"},"high":{"included":"6"}}}"#);
    let empty = r#"{"ends":{"low":{"excluded":"5"},"high":{"included":"5"}}}"#;
    let refused = serde_json::from_str::<Bounds>(empty).unwrap_err().to_string();
    assert!(refused.contains("no number lies between these ends"), "{refused}");
}

#[test]
fn keys_that_may_be_null_may_be_absent() {
    assert_eq!(serde_json::from_str::<Document>(MINIMAL).unwrap().budget, Budget::default());
    let full = r#"{"schema":1,"budget":{"edition":{"kind":null,"period":null,"title":null},"organisation":null,"fields":[]}}"#;
    assert_eq!(serde_json::to_string(&Document::default()).unwrap(), full);
}

#[test]
fn envelopes_are_refused() {
    let cases = [
        (
            r#"{"schema":2,"budgets":{}}"#,
            "schema 2 is not supported: this version reads schema 1 at line 1 column 11",
        ),
        (
            r#"{"schema":0,"budget":{"edition":{},"fields":[]}}"#,
            "schema 0 is not supported: this version reads schema 1 at line 1 column 11",
        ),
        (
            r#"{"schema":"1","budget":{}}"#,
            "invalid type: string \"1\", expected u32 at line 1 column 13",
        ),
        (r#"{"budget":{"edition":{},"fields":[]}}"#, "missing field `schema` at line 1 column 37"),
        (r#"{"schema":1}"#, "missing field `budget` at line 1 column 12"),
        (r#"{"schema":1,"schema":1}"#, "duplicate field `schema` at line 1 column 20"),
        (
            r#"{"schema":1,"extra":0}"#,
            "unknown field `extra`, expected `schema` or `budget` at line 1 column 19",
        ),
        (
            r#"{"schema":1,"budget":{"edition":{},"fields":[],"year":2017}}"#,
            "unknown field `year`, expected one of `edition`, `organisation`, `fields` at line 1 column 53",
        ),
        ("[1]", "missing field `budget` at line 1 column 3"),
        (
            "3",
            "invalid type: integer `3`, expected a document with `schema` and `budget` at line 1 column 1",
        ),
    ];
    for (json, message) in cases {
        assert_eq!(refusal(json), message, "{json}");
    }
}

#[test]
fn values_are_refused() {
    let cases = [
        (
            r#"{"exact":1.5}"#,
            "invalid type: floating point `1.5`, expected a decimal number as a string, such as \"12.5\" at line 1 column 12",
        ),
        (
            r#"{"exact":15}"#,
            "invalid type: integer `15`, expected a decimal number as a string, such as \"12.5\" at line 1 column 11",
        ),
        (
            r#"{"exact":"1e3"}"#,
            "invalid number \"1e3\" at byte 1: expected a digit, a point or the end at line 1 column 14",
        ),
        (
            r#"{"exact":"+5"}"#,
            "invalid number \"+5\" at byte 0: expected a digit at line 1 column 13",
        ),
        (
            r#"{"exact":"-0"}"#,
            "invalid number \"-0\" at byte 0: zero has no sign at line 1 column 13",
        ),
        (
            r#"{"exact":"1_000"}"#,
            "invalid number \"1_000\" at byte 1: expected a digit, a point or the end at line 1 column 16",
        ),
        (
            r#"{"exact":".5"}"#,
            "invalid number \".5\" at byte 0: expected a digit at line 1 column 13",
        ),
        (
            r#"{"exact":"\u0000"}"#,
            "invalid number \"\\0\" at byte 0: expected a digit at line 1 column 17",
        ),
        (
            r#"{"between":{"low":"25","high":"23"}}"#,
            "invalid interval \"25..23\" at byte 4: the low end is above the high end",
        ),
        (
            r#"{"between":{"low":"23","high":"25","middle":"24"}}"#,
            "unknown field `middle`, expected `low` or `high` at line 1 column 43",
        ),
        (r#"{"between":{"low":"23"}}"#, "missing field `high` at line 1 column 23"),
        (
            r#"{"roughly":"15"}"#,
            "unknown variant `roughly`, expected one of `missing`, `exact`, `more_than`, `at_least`, `less_than`, `at_most`, `between`, `relative`, `change`, `change_by`, `flag`, `text` at line 1 column 10",
        ),
        (
            r#"{"missing":"dash"}"#,
            "unknown variant `dash`, expected one of `unspecified`, `not_available`, `not_yet_known`, `not_applicable`, `not_measured`, `elsewhere`, `blank` at line 1 column 17",
        ),
        (r#"{"exact":"1","text":"x"}"#, "expected value at line 1 column 12"),
        (
            r#"{"relative":{"comparison":"more_than","to":{"period":"2017-Q9"}}}"#,
            "invalid period \"2017-Q9\" at byte 6: a year has quarters Q1 to Q4 at line 1 column 62",
        ),
        (
            r#"{"relative":{"comparison":"more_than","to":"baseline","by":"1"}}"#,
            "unknown field `by`, expected `comparison` or `to` at line 1 column 58",
        ),
        (
            r#"{"change_by":{"direction":"increase","by":"5","unit":{"measure":""}}}"#,
            "invalid unit \"\" at byte 0: it is empty at line 1 column 66",
        ),
        ("null", "expected value at line 1 column 1"),
        ("\"exact\"", "invalid type: unit variant, expected newtype variant"),
    ];
    for (json, message) in cases {
        let error = serde_json::from_str::<Value>(json).map_err(|error| error.to_string());
        assert_eq!(error, Err(message.to_owned()), "{json}");
    }
}

#[test]
fn hostile_leaves_are_refused_wherever_they_stand() {
    let budget = r#"{"edition":{"kind":null,"period":"PERIOD","title":null},"organisation":null,"fields":[{"heading":{"code":"CODE"},"sections":[],"indicators":[{"id":"ID","name":"","goals":[],"figures":[{"period":null,"value":{"exact":"NUMBER"},"unit":{"measure":"UNIT"},"status":[],"notes":[]}],"unplaced":[],"notes":[],"attributes":[]}],"goals":[],"actions":[],"costs":[],"tables":[],"notes":[],"attributes":[],"fields":[]}]}"#;
    let good =
        [("PERIOD", "2017"), ("CODE", "2.3"), ("ID", "i1"), ("NUMBER", "5"), ("UNIT", "count")];
    let with = |hostile: &str, text: &str| {
        let json = good.iter().fold(budget.to_owned(), |json, (slot, good)| {
            json.replace(slot, if *slot == hostile { text } else { good })
        });
        serde_json::from_str::<Budget>(&json).map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(with("", ""), Ok(()));
    for (slot, text, message) in [
        ("PERIOD", "2018-H3", "invalid period \"2018-H3\" at byte 6"),
        ("PERIOD", "0000", "invalid period \"0000\" at byte 0"),
        ("PERIOD", "2023/2022", "invalid period \"2023/2022\" at byte 7"),
        ("CODE", "02.3", "invalid code \"02.3\" at byte 0"),
        ("ID", "", "invalid id \"\" at byte 0"),
        ("ID", "a\\u0000b", "invalid id \"a\\0b\" at byte 1"),
        ("NUMBER", "1234567890123456789012345678901234567890", "invalid number \"12345678901"),
        ("UNIT", " ", "invalid unit \" \" at byte 0"),
    ] {
        let error = with(slot, text).unwrap_err();
        assert!(error.starts_with(message), "{error}");
    }
}

/// Fields nested so deep, the innermost without any.
fn nested(depth: usize) -> Budget {
    let mut budget = Budget::default();
    for level in (1..=depth).rev() {
        let mut field = PolicyField::new(Heading::titled(level.to_string()));
        field.fields = std::mem::take(&mut budget.fields);
        budget.fields.push(field);
    }
    budget
}

#[test]
fn fields_nest_sixteen_deep_and_no_deeper() {
    round_trips(&nested(PolicyField::MAX_DEPTH));
    let deeper = nested(PolicyField::MAX_DEPTH + 1);
    let too_deep = "fields nest more than 16 deep";
    assert_eq!(serde_json::to_string(&deeper).unwrap_err().to_string(), too_deep);
    // The refusal leaves nothing behind.
    round_trips(&nested(PolicyField::MAX_DEPTH));

    let json = serde_json::to_string(&nested(16)).unwrap();
    let innermost = serde_json::to_string(&PolicyField::default()).unwrap();
    let json = json.replace(r#""fields":[]"#, &format!(r#""fields":[{innermost}]"#));
    let error = serde_json::from_str::<Budget>(&json).unwrap_err().to_string();
    assert!(error.starts_with(too_deep), "{error}");
    round_trips(&nested(PolicyField::MAX_DEPTH));
}

#[test]
fn two_megabytes_of_nested_postcard_are_an_error() {
    // One field: no level; no label, code or title; eight empty lists; then one inner field.
    let mut level = vec![0; 12];
    level.push(1);
    let empty = postcard::to_stdvec(&PolicyField::default()).unwrap();
    assert_eq!(empty, vec![0; 13], "the shape that is repeated below");
    let mut bytes = vec![1, 0, 0, 0, 0, 1];
    while bytes.len() < 2_000_000 {
        bytes.extend(&level);
    }
    assert!(postcard::from_bytes::<Document>(&bytes).is_err());
    assert!(
        postcard::from_bytes::<Document>(&[1, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0x0f]).is_err()
    );
}

#[test]
fn a_megabyte_of_brackets_is_an_error() {
    for hostile in ["[", "{\"schema\":1,\"budget\":{\"fields\":[", "{\"fields\":["] {
        let json = hostile.repeat(1_000_000 / hostile.len());
        assert!(serde_json::from_str::<Document>(&json).is_err());
        assert!(serde_json::from_str::<Value>(&json).is_err());
        assert!(serde_json::from_str::<Number>(&json).is_err());
    }
}

#[test]
fn half_a_character_is_an_error() {
    let mut json = MINIMAL.replace("{}", r#"{"title":"é"}"#).into_bytes();
    assert!(serde_json::from_slice::<Document>(&json).is_ok());
    let at = json.iter().position(|&byte| byte == 0xa9).unwrap();
    json.remove(at);
    assert!(serde_json::from_slice::<Document>(&json).is_err());
}
