//! The JSON Schema of the wire form: it is the one that is checked in, it takes what the crate
//! writes, and refuses what the crate refuses.

mod answers;
mod mutations;
mod refusals;

use std::sync::LazyLock;

use beleid::Document;
use jsonschema::Validator;
use proptest::prelude::*;
use schemars::generate::SchemaSettings;
use serde_json::Value as Json;

use crate::support::{data, generate, golden};

/// The schema for those who write documents: keys that may be null may be absent.
static READ: LazyLock<Json> = LazyLock::new(|| schemars::schema_for!(Document).to_value());

/// The schema of what the crate writes: every key is there.
static WRITTEN: LazyLock<Json> = LazyLock::new(|| {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Document>().to_value()
});

fn validator(schema: &Json) -> Validator {
    jsonschema::draft202012::new(schema).unwrap()
}

static READ_VALIDATOR: LazyLock<Validator> = LazyLock::new(|| validator(&READ));
static WRITTEN_VALIDATOR: LazyLock<Validator> = LazyLock::new(|| validator(&WRITTEN));

/// The first thing that a schema has against a document.
fn complaint(validator: &Validator, document: &Json) -> Option<String> {
    let error = validator.validate(document).err()?;
    Some(format!("{}: {error}", error.instance_path()))
}

/// Neither schema may have anything against what the crate writes.
fn assert_valid(document: &Document) {
    let json = serde_json::to_value(document).unwrap();
    assert_eq!(complaint(&READ_VALIDATOR, &json), None);
    assert_eq!(complaint(&WRITTEN_VALIDATOR, &json), None);
}

#[test]
fn the_schema_is_the_one_that_is_checked_in() {
    let text = serde_json::to_string_pretty(&*READ).unwrap() + "\n";
    golden::compare("schema/beleid-1.schema.json", &text);
    assert_eq!(READ["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(READ["title"], "beleid document, schema 1");
}

#[test]
fn both_schemas_are_schemas() {
    for schema in [&*READ, &*WRITTEN] {
        assert!(jsonschema::draft202012::meta::is_valid(schema));
    }
}

/// Calls `visit` with every description in the schema.
fn descriptions(schema: &Json, visit: &mut impl FnMut(&str)) {
    match schema {
        Json::Object(object) => {
            for (key, inner) in object {
                match inner {
                    Json::String(text) if key == "description" => visit(text),
                    _ => descriptions(inner, visit),
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|inner| descriptions(inner, visit)),
        _ => {}
    }
}

#[test]
fn descriptions_are_for_readers_who_know_no_rust() {
    let mut count = 0;
    descriptions(&READ, &mut |text| {
        count += 1;
        for rust in ["[`", "](", "```", "::", "\n\n\n", "assert", "FromStr", "Display"] {
            assert!(!text.contains(rust), "{rust} in {text}");
        }
        assert!(!text.replace("\n\n", "").contains('\n'), "a broken line in {text}");
        assert_eq!(text, text.trim());
    });
    assert!(count > 150, "{count}");
}

#[test]
fn every_type_says_its_dutch_term_and_is_closed() {
    let types = READ["$defs"].as_object().unwrap();
    assert_eq!(types.len(), 52);
    for (name, schema) in types {
        let description = schema["description"].as_str().unwrap_or_default();
        assert!(description.contains("(Dutch: *"), "{name}: {description}");
        if schema["type"] == "object" {
            assert_eq!(schema["additionalProperties"], false, "{name}");
        }
    }
    assert!(READ["description"].as_str().unwrap().contains("(Dutch: *"));
}

#[test]
fn open_vocabularies_give_examples_and_no_list() {
    for (name, term) in
        [("Level", "policy_field"), ("EditionKind", "budget"), ("IndicatorKind", "effect")]
    {
        let schema = &READ["$defs"][name];
        assert!(schema["examples"].as_array().unwrap().contains(&term.into()), "{name}");
        assert_eq!(schema.get("enum"), None, "{name}");
    }
    let measure = &READ["$defs"]["Unit"]["properties"]["measure"];
    assert!(measure["examples"].as_array().unwrap().contains(&"percentage point".into()));
    assert_eq!(measure.get("enum"), None);
}

/// The examples of a leaf are leaves.
#[test]
fn examples_match_their_own_schema() {
    let mut count = 0;
    for (name, schema) in READ["$defs"].as_object().unwrap() {
        for example in schema["examples"].as_array().into_iter().flatten() {
            assert_eq!(complaint(&validator(schema), example), None, "{name}");
            count += 1;
        }
    }
    assert_eq!(count, 38);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_written_is_valid(budget in generate::budget()) {
        assert_valid(&Document::new(budget));
    }
}

#[test]
fn the_example_document_is_valid() {
    let text = include_str!("../../../examples/data/groningen-begroting-2017.txt");
    assert_valid(&Document::new(beleid::read(text).budget));
    assert_valid(&Document::default());
}

#[test]
fn real_pages_are_valid() {
    for name in
        ["begroting/layout_fixtures_groningen.txt", "begroting/groningen-begroting-2017-2.3.4.txt"]
    {
        let Some(text) = data::text(name) else { return };
        let pages: Vec<&str> = text.split("##### ").filter(|page| !page.is_empty()).collect();
        assert_eq!(pages.len(), if name.contains("layout") { 22 } else { 1 });
        for page in pages {
            assert_valid(&Document::new(beleid::read(page).budget));
        }
    }
}
