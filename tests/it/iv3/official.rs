//! Generated deliveries of every tier, year and period: they conform to the official schema, are read
//! back as they were, and have no faults.

use beleid::iv3::{Delivery, Tolerances};
use beleid::{Rule, Severity};

use super::{PLAIN, found, generate};
use crate::support::data;

#[test]
fn generated_deliveries_conform_to_the_official_schema() {
    let Some(schema) = data::text("iv3/iv3_data_schema_v2_1_1.json") else { return };
    // Its pattern of dates leaves the bracket of a class unescaped, which is no regular expression by
    // the grammar of JSON Schema.
    let (wrong, right) = (r"(\\[0-9]+)?", r"(\\[0-9\\]+)?");
    assert_eq!(schema.matches(wrong).count(), 1);
    let schema: serde_json::Value = serde_json::from_str(&schema.replace(wrong, right)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut seen = 0;
    for (name, delivery) in generate::all() {
        let json: serde_json::Value = serde_json::from_str(&delivery.to_json()).unwrap();
        let errors: Vec<_> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        seen += 1;
    }
    assert_eq!(seen, 12 * 6, "tiers and years by periods");
    assert!(validator.is_valid(&serde_json::from_str(PLAIN).unwrap()));
    // The validator does refuse what isn't right.
    let wrong = PLAIN.replace("\"Gemeente\"", "\"Waterschap\"");
    assert!(!validator.is_valid(&serde_json::from_str(&wrong).unwrap()));
}

#[test]
fn they_are_read_back_as_they_were() {
    for (name, delivery) in generate::all() {
        let reading = Delivery::read(&delivery.to_json());
        assert!(reading.faults.is_empty(), "{name}: {:?}", reading.faults);
        assert_eq!(reading.delivery, delivery, "{name}");
    }
}

#[test]
fn they_have_no_faults() {
    for (name, delivery) in generate::all() {
        let year = delivery.metadata.year.unwrap();
        assert!(delivery.data.expenses.len() > 500, "{name}: every cell that isn't forbidden");
        let findings = Delivery::read(&delivery.to_json()).check(&Tolerances::default());
        assert_eq!(findings, delivery.check(&Tolerances::default()), "{name}");
        let found: Vec<_> = findings.iter().map(ToString::to_string).collect();
        if year < 2020 {
            // Those years have the first check alone.
            assert_eq!(found.len(), 8, "{name}: {found:?}");
            assert!(findings.iter().all(|finding| finding.rule == Rule::Iv3Pf099), "{found:?}");
            assert!(findings.iter().all(|finding| finding.severity == Severity::Advice));
        } else {
            assert!(found.is_empty(), "{name}: {found:?}");
        }
    }
    assert_eq!(found(PLAIN), [""; 0]);
}

#[test]
fn they_are_the_same_in_every_run() {
    let (_, first) = generate::all().next().unwrap();
    let amounts: Vec<_> = first.data.expenses.iter().take(3).map(|entry| entry.amount).collect();
    assert_eq!(
        amounts,
        generate::all().next().unwrap().1.data.expenses[..3]
            .iter()
            .map(|entry| entry.amount)
            .collect::<Vec<_>>()
    );
    assert_ne!(amounts[0], amounts[1]);
}
