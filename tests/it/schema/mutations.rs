//! Whatever is done to a document, or to a leaf, the schema and serde agree on it.

use beleid::{Code, Document, Id, Level, Number, Period};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value as Json, json};

use super::refusals::{UNSAYABLE, full, pointers, refusal, remove};
use super::{READ, READ_VALIDATOR, complaint, validator};
use crate::support::generate;

#[derive(Debug, Clone)]
enum Mutation {
    Drop,
    Rename(&'static str),
    Add(&'static str, Json),
    Replace(Json),
    InArray,
    InObject(&'static str),
}

impl Mutation {
    fn apply(&self, json: &mut Json, pointer: &str) {
        let Some(target) = json.pointer_mut(pointer) else { return };
        match self {
            Mutation::Drop => {
                remove(json, pointer);
            }
            Mutation::Rename(to) => {
                let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
                if json.pointer(parent).is_some_and(Json::is_object)
                    && let Some(value) = remove(json, pointer)
                {
                    json.pointer_mut(parent).unwrap()[*to] = value;
                }
            }
            Mutation::Add(key, value) => {
                if let Some(object) = target.as_object_mut() {
                    object.insert((*key).to_owned(), value.clone());
                }
            }
            Mutation::Replace(other) => *target = other.clone(),
            Mutation::InArray => *target = json!([target.take()]),
            Mutation::InObject(key) => *target = json!({ *key: target.take() }),
        }
    }
}

fn key() -> impl Strategy<Value = &'static str> {
    select(vec![
        "extra", "", "id", "text", "unit", "period", "code", "fields", "exact", "between", "to",
        "missing", "flag", "schema", "low", "mark", "title", "column", "Text", "measure", "scale",
        "per", "of", "count",
    ])
}

fn anything() -> impl Strategy<Value = Json> {
    let long = "9".repeat(29);
    select(vec![
        Json::Null,
        json!(0),
        json!(1),
        json!(2),
        json!(-1),
        json!(1.5),
        json!(true),
        json!(""),
        json!(" x"),
        json!("x"),
        json!("x y"),
        json!("higher"),
        json!("target"),
        json!("baseline"),
        json!("15"),
        json!("7.50"),
        json!("-0"),
        json!("1e3"),
        json!(long),
        json!("2017"),
        json!("2017-Q9"),
        json!("2023/25"),
        json!("2017-02-29"),
        json!("2017..2016"),
        json!([]),
        json!([null]),
        json!(["x"]),
        json!({}),
        json!({"exact": "15"}),
        json!({"measure": "euro"}),
        json!({"measure": "a per b", "scale": "thousands", "per": {"count": 1, "of": "b x 1000"}}),
        json!({"low": "2", "high": "1"}),
        json!({"low": "1", "high": "2"}),
    ])
}

fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        1 => Just(Mutation::Drop),
        1 => key().prop_map(Mutation::Rename),
        1 => (key(), anything()).prop_map(|(key, value)| Mutation::Add(key, value)),
        4 => anything().prop_map(Mutation::Replace),
        1 => Just(Mutation::InArray),
        1 => key().prop_map(Mutation::InObject),
    ]
}

/// The schema and serde agree, or serde refuses it for what a schema can't say.
fn agree(document: &Json) -> Result<(), String> {
    match (refusal(document), complaint(&READ_VALIDATOR, document)) {
        (None, None) | (Some(_), Some(_)) => Ok(()),
        (None, Some(complaint)) => Err(format!("refused by the schema alone: {complaint}")),
        (Some(refusal), None) if UNSAYABLE.iter().any(|known| refusal.contains(known)) => Ok(()),
        (Some(refusal), None) => Err(format!("refused by serde alone: {refusal}")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn they_agree_on_what_is_left_of_a_document(
        budget in generate::budget(),
        mutations in proptest::collection::vec((any::<Index>(), mutation()), 8),
    ) {
        let document = serde_json::to_value(Document::new(budget)).unwrap();
        let pointers = pointers(&document);
        for (index, mutation) in mutations {
            let pointer = index.get(&pointers);
            let mut mutated = document.clone();
            mutation.apply(&mut mutated, pointer);
            prop_assert_eq!(agree(&mutated), Ok(()), "{:?} at {}", mutation, pointer);
        }
    }

    #[test]
    fn they_agree_on_what_is_left_of_the_full_document(
        mutations in proptest::collection::vec((any::<Index>(), mutation()), 8),
    ) {
        let document = full();
        let pointers = pointers(&document);
        for (index, mutation) in mutations {
            let pointer = index.get(&pointers);
            let mut mutated = document.clone();
            mutation.apply(&mut mutated, pointer);
            prop_assert_eq!(agree(&mutated), Ok(()), "{:?} at {}", mutation, pointer);
        }
    }
}

/// Whether the schema of a leaf takes a text.
fn leaf(name: &str) -> impl Fn(&str) -> bool + use<> {
    let validator = validator(&READ["$defs"][name]);
    move |text: &str| validator.is_valid(&json!(text))
}

fn unsayable(error: &beleid::Error) -> bool {
    let message = error.to_string();
    UNSAYABLE.iter().any(|known| message.ends_with(known))
}

/// What a pattern takes is what the leaf takes, but for the listed few.
fn assert_same<T: std::str::FromStr<Err = beleid::Error>>(
    taken: &impl Fn(&str) -> bool,
    text: &str,
) {
    match text.parse::<T>() {
        Ok(_) => assert!(taken(text), "{text:?} is refused by the schema alone"),
        Err(error) if taken(text) => assert!(unsayable(&error), "{error}"),
        Err(_) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn patterns_take_what_leaves_take(
        numbers in proptest::collection::vec("-?[0-9]{0,3}\\.?[0-9.]{0,3}|[-0.]{0,6}|-?[0-9]{25,30}", 20),
        periods in proptest::collection::vec("[0-9]{4}(/[0-9]{2}|-[HQ0-9][0-9]{0,2}|-[01][0-9]-[0-3][0-9]|\\.{1,3}|\\.\\.[0-9]{4})?|[0-9HQ./-]{0,10}|000[0-9]|[0-9]{4}\\.\\.00[0-9]{2}", 20),
        codes in proptest::collection::vec("[0-9a-zA-Z]{0,3}(\\.[0-9]{0,2}[a-zé]?){0,17}|[0-9]{8,11}", 20),
        texts in proptest::collection::vec(any::<String>(), 20),
    ) {
        let (number, period, code) = (leaf("Number"), leaf("Period"), leaf("Code"));
        let (id, level) = (leaf("Id"), leaf("Level"));
        for text in &numbers {
            assert_same::<Number>(&number, text);
        }
        for text in &periods {
            assert_same::<Period>(&period, text);
        }
        for text in &codes {
            assert_same::<Code>(&code, text);
        }
        for text in &texts {
            assert_same::<Number>(&number, text);
            assert_same::<Period>(&period, text);
            assert_same::<Code>(&code, text);
            assert_same::<Id>(&id, text);
            assert_same::<Level>(&level, text);
        }
    }
}

/// Every character of the first plane, before, within and after a text.
#[test]
fn patterns_know_all_white_space_and_all_that_is_unseen() {
    let (id, level) = (leaf("Id"), leaf("Level"));
    for c in ('\0'..='\u{ffff}').chain(['😀', '\u{10ffff}']) {
        for text in [format!("{c}"), format!("{c}a"), format!("a{c}a"), format!("a{c}")] {
            assert_same::<Id>(&id, &text);
            assert_same::<Level>(&level, &text);
        }
    }
}
