//! Laws of any delivery, and of any text that may be one.

use std::collections::BTreeSet;

use beleid::Number;
use beleid::codes::Tier;
use beleid::iv3::{
    Contact, Data, Delivery, DeliveryPart, DeliveryPeriod, DeliveryStatus, Entry, Further,
    KeyFigure, Loss, LossKind, Metadata, Publication, Remark, Tolerances,
};
use proptest::prelude::*;
use serde_json::Value;

use super::PLAIN;

/// A code: of the lists, near to one, or anything.
fn code(known: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(known).prop_map(str::to_owned),
        1 => "[0-9]{1,2}\\.[0-9]{0,3}[a-c]?",
        1 => any::<String>(),
        1 => Just(String::new()),
        1 => Just(" A1".to_owned()),
    ]
}

fn number() -> impl Strategy<Value = Number> {
    prop_oneof![
        (-100_000_i128..100_000, 0_u32..3)
            .prop_map(|(units, places)| Number::new(units, places).unwrap()),
        (any::<i64>(), 0_u32..28)
            .prop_map(|(units, places)| Number::new(units.into(), places).unwrap()),
    ]
}

fn entry(
    rows: &'static [&'static str],
    columns: &'static [&'static str],
) -> impl Strategy<Value = Entry> {
    let further = prop_oneof![
        8 => Just(Vec::new()),
        1 => Just(vec![Further::new("details", "{\"a\": 1.50}").unwrap()]),
        1 => Just(vec![Further::new("a/b~c", "[null]").unwrap(), Further::new("details", "{}").unwrap()]),
    ];
    (code(rows), code(columns), number(), further).prop_map(|(row, column, amount, further)| {
        Entry { further, ..Entry::new(row, column, amount) }
    })
}

fn figure(codes: &'static [&'static str]) -> impl Strategy<Value = KeyFigure> {
    let periods = &["Rek_2024", "Beg_2026", "MJR_2027", "MJR_2026", "Beg_2027", "Rek_02024"];
    let values = prop_oneof![
        Just("45,3".to_owned()),
        Just("1.234,5".to_owned()),
        Just(" 12 ".to_owned()),
        any::<String>()
    ];
    (code(codes), code(periods), values)
        .prop_map(|(code, period, value)| KeyFigure::new(code, period, value))
}

const TASK_FIELDS: &[&str] = &["0.1", "0.10", "0.4", "8.3", "6.711", "9.9"];
const CATEGORIES: &[&str] = &["1.1", "4.3.9", "6.1", "7.1", "7.5", "3.1"];
const BALANCE: &[&str] = &["A111", "A23", "P112", "P213", "P999", "X1"];
const MOMENTS: &[&str] =
    &["1 januari", "1-1-2026", "ultimo", "31-3-2026", "31-12-2026", "30-2-2026"];

fn data() -> impl Strategy<Value = Data> {
    let list = |rows, columns| prop::collection::vec(entry(rows, columns), 0..6);
    (
        list(TASK_FIELDS, CATEGORIES),
        list(TASK_FIELDS, CATEGORIES),
        list(BALANCE, CATEGORIES),
        list(BALANCE, CATEGORIES),
        list(BALANCE, MOMENTS),
        prop::collection::vec(figure(&["fk.1", "fk.2", "fk.9"]), 0..4),
        prop::collection::vec(figure(&["bi.1", "bi.2", "bi.9"]), 0..4),
    )
        .prop_map(
            |(
                expenses,
                income,
                balance_expenses,
                balance_income,
                balance_positions,
                key_figures,
                policy_indicators,
            )| Data {
                expenses,
                income,
                balance_expenses,
                balance_income,
                balance_positions,
                key_figures,
                policy_indicators,
            },
        )
}

fn metadata() -> impl Strategy<Value = Metadata> {
    let text = || prop::option::of(prop_oneof![any::<String>(), Just("0014".to_owned())]);
    (
        prop::option::of(prop::sample::select(Tier::ALL)),
        text(),
        text(),
        prop::option::of(prop_oneof![4 => 2017_u16..2028, 1 => 0_u16..10_000]),
        prop::option::of(prop::sample::select(DeliveryPeriod::ALL)),
        prop::option::of(prop::sample::select(DeliveryStatus::ALL)),
        prop::option::of("[ -~]{0,9}([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z?"),
        any::<Option<bool>>(),
        text(),
        text(),
    )
        .prop_map(
            |(
                tier,
                number,
                name,
                year,
                period,
                status,
                date,
                details_public,
                package,
                software,
            )| {
                Metadata {
                    tier,
                    number,
                    name,
                    year,
                    period,
                    status,
                    date,
                    details_public,
                    package,
                    software,
                }
            },
        )
}

fn delivery() -> impl Strategy<Value = Delivery> {
    let text = || prop::option::of(any::<String>());
    let contact = (text(), text(), text()).prop_map(|(name, email, telephone)| Contact {
        name,
        email,
        telephone,
    });
    let remark = (any::<String>(), text()).prop_map(|(text, author)| Remark { text, author });
    (metadata(), contact, prop::collection::vec(remark, 0..3), data()).prop_map(
        |(metadata, contact, remarks, data)| Delivery { metadata, contact, remarks, data },
    )
}

/// The delivery as JSON without what was lost; lists whose order was lost are sorted.
fn without(delivery: &Delivery, losses: &[Loss], sorted: &BTreeSet<String>) -> Value {
    let mut json: Value = serde_json::from_str(&delivery.to_json()).unwrap();
    // From the back, so that the places of those in front stay what they are.
    let places: BTreeSet<&str> = losses
        .iter()
        .filter(|loss| loss.kind != LossKind::Order)
        .map(|loss| &*loss.place)
        .collect();
    let mut items: Vec<(&str, &str)> =
        places.iter().map(|place| place.rsplit_once('/').unwrap()).collect();
    items.sort_by_key(|(parent, key)| {
        std::cmp::Reverse((parent.matches('/').count(), key.parse::<usize>().unwrap_or(0)))
    });
    for (parent, key) in items {
        match json.pointer_mut(parent) {
            Some(Value::Array(list)) => {
                list.remove(key.parse().unwrap());
            }
            Some(Value::Object(map)) => {
                map.remove(&key.replace("~1", "/").replace("~0", "~"));
            }
            _ => {}
        }
    }
    for place in sorted {
        if let Some(Value::Array(list)) = json.pointer_mut(place) {
            list.sort_by_key(ToString::to_string);
        }
    }
    // A list that is empty may be absent.
    for key in ["/opmerkingen", "/data/kengetallen", "/data/beleidsindicatoren"] {
        if json.pointer(key).is_some_and(|list| *list == Value::Array(Vec::new())) {
            let (parent, key) = key.rsplit_once('/').unwrap();
            json.pointer_mut(parent).and_then(Value::as_object_mut).unwrap().remove(key);
        }
    }
    json
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_delivery_is_read_as_it_was_written(delivery in delivery()) {
        let reading = Delivery::read(&delivery.to_json());
        prop_assert_eq!(reading.faults, []);
        prop_assert_eq!(reading.delivery, delivery);
    }

    #[test]
    fn it_comes_back_from_the_model_but_for_what_is_lost(delivery in delivery()) {
        let (budget, losses) = delivery.to_budget();
        let (back, of_budget) = Delivery::from_budget(&budget);
        prop_assert_eq!(of_budget, []);
        let of_order = losses.iter().filter(|loss| loss.kind == LossKind::Order);
        let sorted: BTreeSet<String> = of_order.map(|loss| loss.place.clone()).collect();
        // What the metadata don't say and come to say is in the losses as well.
        let kept: Vec<Loss> = losses.iter().filter(|loss| loss.kind == LossKind::Metadata).cloned().collect();
        prop_assert_eq!(without(&delivery, &losses, &sorted), without(&back, &kept, &sorted));
        // And what it is then is what it stays.
        let (again, losses) = back.to_budget();
        prop_assert_eq!(losses.iter().find(|loss| loss.kind != LossKind::Order), None);
        let all = DeliveryPart::ALL.iter().map(|part| format!("/data/{part}")).collect();
        let again = Delivery::from_budget(&again).0;
        prop_assert_eq!(without(&again, &[], &all), without(&back, &[], &all));
    }

    #[test]
    fn it_comes_back_from_a_table_but_for_what_is_lost(delivery in delivery()) {
        for publication in Publication::ALL {
            let (table, losses) = delivery.to_csv(*publication);
            let reading = Delivery::read_csv(&table, *publication);
            prop_assert_eq!(&reading.findings, &[]);
            let kept: Vec<Loss> = losses.iter().filter(|loss| loss.kind == LossKind::Metadata).cloned().collect();
            let expected = without(&delivery, &losses, &BTreeSet::new());
            match reading.deliveries.as_slice() {
                // Without an entry there is no row that says whose it is.
                [] => prop_assert_eq!(table.lines().count(), 1),
                [back] => {
                    let back = without(back, &kept, &BTreeSet::new());
                    prop_assert_eq!(rounded(back), rounded(expected));
                }
                _ => prop_assert!(false, "several deliveries"),
            }
        }
    }

    #[test]
    fn nothing_panics(text in any::<String>(), at in 0..PLAIN.len(), with in "[\\[\\]{}\",:0-9a-z\\\\-]{0,4}", length in 0..40_usize) {
        let end = (at + length).min(PLAIN.len());
        let edited = format!("{}{with}{}", &PLAIN[..at], &PLAIN[end..]);
        for text in [&text, &edited] {
            let reading = Delivery::read(text);
            let findings = reading.check(&Tolerances::default());
            for finding in &findings {
                if let Some(range) = finding.span.and_then(beleid::Span::bytes) {
                    prop_assert!(text.get(range).is_some());
                }
            }
            let _ = reading.delivery.to_budget();
            let _ = Delivery::read_csv(text, Publication::First);
        }
    }

    #[test]
    fn any_delivery_can_be_checked(delivery in delivery()) {
        let findings = delivery.check(&Tolerances::default());
        let read = Delivery::read(&delivery.to_json()).check(&Tolerances::default());
        prop_assert_eq!(findings.len(), read.len());
        for (own, read) in findings.iter().zip(&read) {
            prop_assert_eq!(&own.what, &read.what);
        }
    }
}

/// JSON whose numbers have no zeros behind their last digit: thousands lose them.
fn rounded(json: Value) -> Value {
    match json {
        Value::Number(number) => Value::from(number.as_f64().unwrap()),
        Value::Array(list) => list.into_iter().map(rounded).collect(),
        Value::Object(map) => map.into_iter().map(|(key, value)| (key, rounded(value))).collect(),
        other => other,
    }
}

#[test]
fn work_is_linear_in_the_text() {
    let time = |entries: usize| {
        // Each code is another one, and near to one of the list.
        let entry = |index| {
            format!("{{\"taakveld\":\"0.4x{index}\",\"categorie\":\"1.1\",\"bedrag\":1.50}},")
        };
        let entries_text: String = (0..entries).map(entry).collect();
        let text = PLAIN.replace('\n', "");
        let text = text.replace("\"lasten\": [", &format!("\"lasten\": [{entries_text}"));
        let start = std::time::Instant::now();
        let findings = Delivery::read(&text).check(&Tolerances::default());
        assert!(findings.len() > entries);
        start.elapsed()
    };
    time(100);
    let (small, large) = (time(1_000), time(16_000));
    assert!(large < small * 16 * 6, "{small:?} for a thousand, {large:?} for sixteen thousand");
}
