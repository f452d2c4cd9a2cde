//! What is wrong is refused by the schema and by serde, except for a few that only one of
//! them can see.

use beleid::{Document, PolicyField};
use serde_json::{Value as Json, json};

use super::{READ_VALIDATOR, complaint};

/// A document in which every type occurs.
pub(super) fn full() -> Json {
    let field = json!({
        "heading": {}, "sections": [], "indicators": [], "goals": [], "actions": [], "costs": [],
        "tables": [], "notes": [], "attributes": [], "fields": [],
    });
    let unit = |measure, scale| {
        let per = json!({"count": 1000, "of": "inhabitant"});
        json!({"measure": measure, "scale": scale, "per": per})
    };
    let figure = |value: Json| {
        json!({
            "period": "2017", "role": "target", "value": value, "unit": unit("percent", "ones"),
            "dimensions": [{"name": "population", "value": "woningen"}], "dated": "2016", "status": ["approximate"], "notes": ["*"],
            "remark": "circa", "cell": {"table": 1, "row": 2, "column": 4, "printed": "15"},
        })
    };
    let mut outer = field.clone();
    outer["level"] = json!("programme");
    outer["heading"] = json!({"label": "Programma", "code": "2.3", "title": "Handel"});
    outer["indicators"] = json!([{
        "id": "i1", "identifiers": [{"scheme": "bbv", "code": "1"}], "name": "Projecten",
        "label": "Projecten*", "kind": "effect", "measure": "quantity", "unit": unit("count", "millions"),
        "direction": "higher", "accumulation": "flow", "source": "CBS", "goals": ["g1"],
        "figures": [
            figure(json!({"exact": "15"})),
            figure(json!({"missing": "unspecified"})),
            figure(json!({"between": {"low": "23", "high": "25"}})),
            figure(json!({"relative": {"comparison": "more_than", "to": {"period": "2016"}}})),
            figure(json!({"relative": {"comparison": "at_most", "to": "baseline"}})),
            figure(json!({"change": "increase"})),
            figure(json!({"change_by": {"direction": "decrease", "by": "5", "unit": unit("percent", "ones")}})),
            figure(json!({"flag": true})),
            figure(json!({"text": "goed"})),
        ],
        "unplaced": [{"table": 1, "row": 2, "column": null, "printed": "x"}],
        "stated": [{"aspect": "voortgang", "judgement": "groen"}],
        "notes": [{"mark": "*", "text": "voorlopig"}],
        "attributes": [{"name": "Bron", "text": "CBS"}],
    }]);
    outer["goals"] = json!([
        {"id": "g1", "code": "1", "parent": "g0", "period": "2017", "text": "Meer handel"},
    ]);
    outer["actions"] = json!([{"id": "a1", "code": "1.1", "goals": ["g1"], "text": "Reizen"}]);
    outer["costs"] = json!([{
        "id": "c1", "identifiers": [{"scheme": "iv3", "code": "2.3"}], "code": "2.3",
        "group": ["Exploitatie"], "label": "Lasten", "flow": "expenses", "reserves": "excluded",
        "total": true, "unit": unit("euro", "thousands"),
        "account": "operating",
        "recurrence": "structural",
        "signs": {
            "expenses": {"sign": "minus", "by": "arithmetic"},
            "income": {"sign": "plus", "by": "words"},
            "surplus": {"sign": "plus", "by": "letters"}
        },
        "figures": [figure(json!({"exact": "-1.5"}))],
        "unplaced": [{"table": 1, "row": 3, "column": null, "printed": "x"}],
        "notes": [{"mark": "*", "text": "voorlopig"}],
        "attributes": [{"name": "Bron", "text": "CBS"}],
    }]);
    outer["sections"] = json!([{"kind": "other", "heading": "Risico's", "paragraphs": ["Geen."]}]);
    outer["tables"] = json!([{
        "title": "Kosten", "unit": unit("euro", "thousands"), "columns": [{"headers": ["2017", "Beoogd"]}],
        "rows": [{"row": 2, "label": "Norm"}],
    }]);
    outer["notes"] = json!([{"mark": "*", "text": "voorlopig"}]);
    outer["attributes"] = json!([{"name": "Bron", "text": "CBS"}]);
    outer["fields"] = json!([field]);
    json!({
        "schema": 1,
        "budget": {
            "edition": {"kind": "budget", "period": "2017", "title": "Begroting 2017"},
            "organisation": {
                "name": "Groningen", "kind": "municipality",
                "identifiers": [{"scheme": "cbs", "code": "GM0014"}],
            },
            "fields": [outer],
        },
    })
}

/// Why serde refuses a document.
pub(super) fn refusal(document: &Json) -> Option<String> {
    serde_json::from_str::<Document>(&document.to_string()).err().map(|error| error.to_string())
}

/// What refuses a document.
#[derive(Debug, PartialEq)]
enum By {
    Both,
    Serde,
    Schema,
    None,
}

fn refused_by(document: &Json) -> By {
    match (refusal(document).is_some(), complaint(&READ_VALIDATOR, document).is_some()) {
        (true, true) => By::Both,
        (true, false) => By::Serde,
        (false, true) => By::Schema,
        (false, false) => By::None,
    }
}

/// The pointers to everything in a document.
pub(super) fn pointers(json: &Json) -> Vec<String> {
    fn collect(json: &Json, at: &str, pointers: &mut Vec<String>) {
        pointers.push(at.to_owned());
        match json {
            Json::Object(object) => {
                object
                    .iter()
                    .for_each(|(key, inner)| collect(inner, &format!("{at}/{key}"), pointers));
            }
            Json::Array(items) => {
                let items = items.iter().enumerate();
                items.for_each(|(index, inner)| collect(inner, &format!("{at}/{index}"), pointers));
            }
            _ => {}
        }
    }
    let mut pointers = Vec::new();
    collect(json, "", &mut pointers);
    pointers
}

/// Takes a key or an item out.
pub(super) fn remove(json: &mut Json, pointer: &str) -> Option<Json> {
    let (parent, key) = pointer.rsplit_once('/')?;
    match json.pointer_mut(parent)? {
        Json::Object(object) => object.remove(key),
        Json::Array(items) => Some(items.remove(key.parse().ok()?)),
        _ => None,
    }
}

#[test]
fn the_full_document_is_accepted_and_holds_every_type() {
    let full = full();
    assert_eq!(refusal(&full), None);
    assert_eq!(complaint(&READ_VALIDATOR, &full), None);
    let written = serde_json::to_value(serde_json::from_value::<Document>(full).unwrap()).unwrap();
    assert_eq!(refused_by(&written), By::None);
}

#[test]
fn unknown_keys_are_refused_at_every_depth() {
    let mut objects = 0;
    for pointer in pointers(&full()) {
        let mut document = full();
        if let Some(object) = document.pointer_mut(&pointer).unwrap().as_object_mut() {
            object.insert("extra".to_owned(), Json::Null);
            assert_eq!(refused_by(&document), By::Both, "{pointer}");
            objects += 1;
        }
    }
    assert_eq!(objects, 105);
}

#[test]
fn lists_and_keys_that_may_be_null_may_be_absent_and_no_others() {
    let (mut optional, mut lists, mut scales, mut required) = (0, 0, 0, 0);
    for pointer in pointers(&full()) {
        let mut absent = full();
        let parent = pointer.rsplit_once('/').and_then(|(parent, _)| absent.pointer(parent));
        if !parent.is_some_and(Json::is_object) {
            continue;
        }
        remove(&mut absent, &pointer).unwrap();
        let mut null = full();
        *null.pointer_mut(&pointer).unwrap() = Json::Null;
        match (refused_by(&absent), refused_by(&null)) {
            (By::None, By::None) => optional += 1,
            // A list may be absent; null is no list.
            (By::None, By::Both) if full().pointer(&pointer).unwrap().is_array() => lists += 1,
            // The scale is left out where none is printed, and is no null.
            (By::None, By::Both) if pointer.ends_with("/scale") => scales += 1,
            (By::Both, By::Both) => required += 1,
            one => panic!("{pointer}: {one:?}"),
        }
    }
    assert_eq!((optional, lists, scales, required), (148, 67, 14, 144));
}

#[test]
fn another_type_is_refused_by_both_wherever_it_stands() {
    let others = [json!(1.5), json!(true), json!(""), json!([]), json!({}), json!([null])];
    for pointer in pointers(&full()) {
        for other in &others {
            let mut document = full();
            *document.pointer_mut(&pointer).unwrap() = other.clone();
            let by = refused_by(&document);
            assert!(matches!(by, By::Both | By::None), "{pointer} as {other}: {by:?}");
        }
    }
}

const FIELD: &str = "/budget/fields/0";
const INDICATOR: &str = "/budget/fields/0/indicators/0";
const FIGURE: &str = "/budget/fields/0/indicators/0/figures/0";
const EDITION: &str = "/budget/edition";
const COST: &str = "/budget/fields/0/costs/0";

/// What refuses the full document with something else in one place.
fn refused_with(parent: &str, key: &str, value: &Json) -> By {
    let mut document = full();
    *document.pointer_mut(&format!("{parent}/{key}")).unwrap() = value.clone();
    refused_by(&document)
}

#[test]
fn wrong_documents_are_refused_by_both() {
    for (parent, key, value) in [
        ("", "schema", json!(2)),
        ("", "schema", json!(0)),
        ("", "schema", json!("1")),
        ("", "schema", json!(true)),
        ("", "budget", json!([])),
        (EDITION, "period", json!("2017-Q9")),
        (EDITION, "period", json!("2018-H3")),
        (EDITION, "period", json!("2018-13")),
        (EDITION, "period", json!("2018-01-32")),
        (EDITION, "period", json!("0000")),
        (EDITION, "period", json!("17")),
        (EDITION, "period", json!("2017 ")),
        (EDITION, "period", json!("2017\n")),
        (EDITION, "period", json!("2023/2022")),
        (EDITION, "period", json!("2021..0000")),
        (EDITION, "period", json!(2017)),
        (EDITION, "kind", json!("")),
        (EDITION, "kind", json!(" budget")),
        (EDITION, "kind", json!("budget\u{a0}")),
        (EDITION, "kind", json!("bud\u{200b}get")),
        ("/budget", "fields", json!({})),
        ("/budget", "fields", json!([{}])),
        ("/budget", "fields", Json::Null),
        (FIELD, "heading", json!("2.3 Handel")),
        ("/budget/fields/0/heading", "code", json!("02.3")),
        ("/budget/fields/0/heading", "code", json!("2..3")),
        ("/budget/fields/0/heading", "code", json!("2.3.")),
        ("/budget/fields/0/heading", "code", json!("2.ab")),
        ("/budget/fields/0/heading", "code", json!("1234567890")),
        ("/budget/fields/0/heading", "code", json!("1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1")),
        ("/budget/fields/0/heading", "code", json!(2.3)),
        (FIELD, "sections", json!("De gemeente handelt.")),
        (FIELD, "sections", json!([1])),
        (INDICATOR, "id", json!("")),
        (INDICATOR, "id", json!("i 1")),
        (INDICATOR, "id", json!("i\u{2003}1")),
        (INDICATOR, "id", json!("i\n1")),
        (INDICATOR, "id", json!(1)),
        (INDICATOR, "direction", json!("up")),
        (INDICATOR, "direction", json!("Higher")),
        (INDICATOR, "goals", json!([""])),
        (INDICATOR, "figures", Json::Null),
        (FIGURE, "value", Json::Null),
        (FIGURE, "value", json!("15")),
        (FIGURE, "value", json!(15)),
        (FIGURE, "value", json!("exact")),
        (FIGURE, "value", json!({})),
        (FIGURE, "value", json!({"roughly": "15"})),
        (FIGURE, "value", json!({"exact": "15", "text": "x"})),
        (FIGURE, "value", json!({"exact": 15})),
        (FIGURE, "value", json!({"exact": 1.5})),
        (FIGURE, "value", json!({"exact": null})),
        (FIGURE, "value", json!({"exact": ""})),
        (FIGURE, "value", json!({"exact": "1e3"})),
        (FIGURE, "value", json!({"exact": "-0"})),
        (FIGURE, "value", json!({"exact": "-0.00"})),
        (FIGURE, "value", json!({"exact": "+5"})),
        (FIGURE, "value", json!({"exact": ".5"})),
        (FIGURE, "value", json!({"exact": "5."})),
        (FIGURE, "value", json!({"exact": "05"})),
        (FIGURE, "value", json!({"exact": "1,5"})),
        (FIGURE, "value", json!({"exact": "1_000"})),
        (FIGURE, "value", json!({"exact": "٣"})),
        (FIGURE, "value", json!({"exact": "NaN"})),
        (FIGURE, "value", json!({"missing": "dash"})),
        (FIGURE, "value", json!({"missing": null})),
        (FIGURE, "value", json!({"between": ["23", "25"], "text": ""})),
        (FIGURE, "value", json!({"between": {"low": "23"}})),
        (FIGURE, "value", json!({"between": {"low": "23", "high": null}})),
        (FIGURE, "value", json!({"between": {"low": "23", "high": "25", "middle": "24"}})),
        (FIGURE, "value", json!({"relative": {"comparison": "more_than"}})),
        (FIGURE, "value", json!({"relative": {"comparison": "more_than", "to": "next"}})),
        (FIGURE, "value", json!({"relative": {"comparison": ">", "to": "baseline"}})),
        (
            FIGURE,
            "value",
            json!({"relative": {"comparison": "more_than", "to": {"period": "2016", "benchmark": "x"}}}),
        ),
        (FIGURE, "value", json!({"change": "up"})),
        (FIGURE, "value", json!({"change_by": {"direction": "increase"}})),
        (FIGURE, "value", json!({"change_by": {"direction": "increase", "by": 5}})),
        (
            FIGURE,
            "value",
            json!({"change_by": {"direction": "increase", "by": "5", "unit": {"measure": ""}}}),
        ),
        (FIGURE, "value", json!({"flag": "yes"})),
        (FIGURE, "value", json!({"text": 5})),
        (FIGURE, "role", json!("begroot")),
        (FIGURE, "status", json!("approximate")),
        (FIGURE, "status", json!(["roughly"])),
        (FIGURE, "status", json!([null])),
        (FIGURE, "unit", json!("")),
        (FIGURE, "unit", json!("percent")),
        (FIGURE, "unit", json!({})),
        (FIGURE, "unit", json!({"measure": " percent"})),
        (FIGURE, "unit", json!({"measure": "percent", "scale": "ten"})),
        (FIGURE, "unit", json!({"measure": "percent", "scale": null})),
        (FIGURE, "unit", json!({"measure": "percent", "per": {"count": 0, "of": "x"}})),
        (FIGURE, "unit", json!({"measure": "percent", "per": {"count": 1.5, "of": "x"}})),
        (
            FIGURE,
            "unit",
            json!({"measure": "percent", "per": {"count": 4_294_967_296_u64, "of": "x"}}),
        ),
        (FIGURE, "unit", json!({"measure": "percent", "per": {"count": 1, "of": ""}})),
        (FIGURE, "unit", json!({"measure": "percent", "per": {"of": "x"}})),
        (FIGURE, "unit", json!({"measure": "percent", "per": "x"})),
        (FIGURE, "cell", json!("15")),
        (FIGURE, "cell", json!({"header": "Beoogd 2017"})),
        (FIGURE, "cell", json!({"column": -1, "printed": "15"})),
        (FIGURE, "cell", json!({"column": 4_294_967_296_u64, "printed": "15"})),
        (FIGURE, "cell", json!({"column": "4", "printed": "15"})),
        (COST, "total", Json::Null),
        (COST, "total", json!("yes")),
        (COST, "unit", json!("euro")),
        (COST, "unit", Json::Null),
        (COST, "flow", json!("lasten")),
        (COST, "signs", json!("minus")),
        (COST, "signs", json!({"expenses": "-"})),
    ] {
        assert_eq!(refused_with(parent, key, &value), By::Both, "{parent}/{key}: {value}");
    }
}

/// What a schema can't say, by the words with which serde refuses it.
pub(super) const UNSAYABLE: [&str; 6] = [
    "more digits than an exact decimal holds (28)",
    "the low end is above the high end",
    "a school year ends in the year after it begins",
    "it must end later than it begins",
    "the month has no such day",
    "fields nest more than 16 deep",
];

#[test]
fn what_a_schema_cannot_say_is_refused_by_serde_alone() {
    let exact = |digits: String| json!({"exact": digits});
    let mut deep = serde_json::to_value(PolicyField::default()).unwrap();
    for _ in 0..PolicyField::MAX_DEPTH {
        let mut outer = serde_json::to_value(PolicyField::default()).unwrap();
        outer["fields"] = json!([deep]);
        deep = outer;
    }
    for (parent, key, value, why) in [
        (FIGURE, "value", exact("9".repeat(29)), 0),
        (FIGURE, "value", exact(format!("0.{}", "9".repeat(29))), 0),
        (FIGURE, "value", json!({"between": {"low": "25", "high": "23"}}), 1),
        (EDITION, "period", json!("2023/25"), 2),
        (EDITION, "period", json!("9999/00"), 2),
        (EDITION, "period", json!("2023..2022"), 3),
        (EDITION, "period", json!("2023..2023"), 3),
        (EDITION, "period", json!("2023-02-29"), 4),
        ("/budget", "fields", json!([deep]), 5),
    ] {
        let mut document = full();
        *document.pointer_mut(&format!("{parent}/{key}")).unwrap() = value.clone();
        assert_eq!(refused_by(&document), By::Serde, "{value}");
        let message = refusal(&document).unwrap();
        assert!(message.contains(UNSAYABLE[why]), "{message}");
    }
    // To a schema 1.0 is an integer, and of two equal keys it sees one.
    for (parent, key, value) in
        [("", "schema", json!(1.0)), (FIGURE, "cell", json!({"column": 4.0, "printed": "15"}))]
    {
        assert_eq!(refused_with(parent, key, &value), By::Serde, "{value}");
    }
    let twice = r#"{"schema":1,"budget":{"edition":{},"edition":{},"fields":[]}}"#;
    assert!(serde_json::from_str::<Document>(twice).is_err());
    let once = serde_json::from_str::<Json>(twice).unwrap();
    assert_eq!(complaint(&READ_VALIDATOR, &once), None);
}

/// serde gives every struct a form as a list, for formats without keys, and every bare tag a
/// form with null. Neither is written, and neither is in the schema.
#[test]
fn forms_that_are_never_written_are_refused_by_the_schema_alone() {
    for (parent, key, value) in [
        (INDICATOR, "notes", json!([["*", "voorlopig"]])),
        (FIGURE, "value", json!({"between": ["23", "25"]})),
        (FIGURE, "role", json!({"target": null})),
    ] {
        assert_eq!(refused_with(parent, key, &value), By::Schema, "{value}");
    }
    assert_eq!(refused_by(&json!([1, {"edition": {}, "fields": []}])), By::Schema);
}
