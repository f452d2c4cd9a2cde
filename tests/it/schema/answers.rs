//! The schemas of what the crate answers: findings, evaluations and assessments.

use beleid::methods::{IndicatorAssessment, presets};
use beleid::{Finding, Period, StoredEvaluation};
use jsonschema::Validator;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use serde_json::Value as Json;

use super::complaint;
use crate::support::golden;

/// The schema of what is written, which must be the one that is checked in.
fn checked_in<T: JsonSchema>(name: &str, constant: &str) -> Validator {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    golden::compare(&format!("schema/{name}.schema.json"), &text);
    if std::env::var_os("UPDATE_GOLDEN").is_none() {
        assert_eq!(serde_json::from_str::<Json>(constant).unwrap(), schema, "{name}");
    }
    jsonschema::draft202012::new(&schema).unwrap()
}

/// What is written is valid, and a key more or less is not.
fn check(validator: &Validator, answer: &impl Serialize) {
    let json = serde_json::to_value(answer).unwrap();
    assert_eq!(complaint(validator, &json), None, "{json}");
    let keys: Vec<String> = json.as_object().unwrap().keys().cloned().collect();
    for key in keys {
        let mut less = json.clone();
        less.as_object_mut().unwrap().remove(&key);
        assert!(complaint(validator, &less).is_some(), "{key} may be absent");
    }
    let mut more = json;
    more["extra"] = Json::Null;
    assert!(complaint(validator, &more).is_some(), "an unknown key is taken");
}

/// Documents with all that there is to say something of.
fn documents() -> [String; 2] {
    ["odd.txt", "begroting-2020.md"].map(|name| {
        let path = crate::support::root().join("examples/data").join(name);
        std::fs::read_to_string(path).unwrap()
    })
}

#[test]
fn findings() {
    let validator = checked_in::<Finding>("finding", Finding::JSON_SCHEMA);
    for text in documents() {
        let findings = beleid::read(&text).findings();
        assert!(findings.len() > 5);
        for finding in &findings {
            check(&validator, finding);
        }
    }
}

#[test]
fn evaluations() {
    let validator = checked_in::<StoredEvaluation>("evaluation", StoredEvaluation::JSON_SCHEMA);
    let mut count = 0;
    for text in documents() {
        let budget = beleid::read(&text).budget;
        for year in [2015, 2016, 2017, 2018, 2019, 2020] {
            for result in &budget.evaluate(Period::year(year).unwrap()).results {
                check(&validator, result);
                count += 1;
            }
        }
    }
    assert!(count > 20, "{count}");
}

#[test]
fn assessments() {
    let name = "assessment";
    let validator = checked_in::<IndicatorAssessment<'_>>(name, IndicatorAssessment::JSON_SCHEMA);
    let mut count = 0;
    for text in documents() {
        let budget = beleid::read(&text).budget;
        for year in [2017, 2018, 2020] {
            for (name, _) in presets::NAMES {
                let method = presets::named(name).unwrap();
                for result in &budget.evaluate_with(&method, Period::year(year).unwrap()).results {
                    check(&validator, result);
                    count += 1;
                }
            }
        }
    }
    assert!(count > 90, "{count}");
}

#[test]
fn spending() {
    let validator =
        checked_in::<beleid::FieldSpending>("spending", beleid::FieldSpending::JSON_SCHEMA);
    let page = "# 2.3 Handel\n\n| | Begroting 2018 | Rekening 2018 |\n|---|---|---|\n\
        | Lasten | 930 | 960 |\n| Baten | - | 520 |\n";
    let reading = beleid::Reader::new().read_as(page, beleid::Layout::Markdown);
    let found = reading.budget.spending(Period::year(2018).unwrap());
    assert_eq!(found.len(), 1);
    check(&validator, &found[0]);
    let json = serde_json::to_string(&found[0]).unwrap();
    assert_eq!(serde_json::from_str::<beleid::FieldSpending>(&json).unwrap(), found[0]);
}
