//! The JSON of deliveries: exact numbers, what is kept, and what is refused.

use beleid::iv3::{Delivery, Entry};

use super::PLAIN;

/// The amount of an entry with this text, as it is written again; or what is reported.
fn amount(text: &str) -> Result<String, String> {
    let json = format!(
        "{{\"data\":{{\"lasten\":[{{\"taakveld\":\"a\",\"categorie\":\"b\",\"bedrag\":{text}}}]}}}}"
    );
    let reading = Delivery::read(&json);
    match reading.delivery.data.expenses.as_slice() {
        [entry] => {
            let again = Delivery::read(&reading.delivery.to_json()).delivery;
            assert_eq!(again, reading.delivery);
            Ok(entry.amount.to_string())
        }
        _ => {
            let mut placed = reading.faults.iter().filter(|fault| fault.span.is_some());
            Err(placed.next().unwrap().rule.to_string())
        }
    }
}

#[test]
fn numbers_are_exact() {
    for (text, expected) in [
        ("0", "0"),
        ("-0", "0"),
        ("-0.00", "0.00"),
        ("0e5", "0"),
        ("1250000.50", "1250000.50"),
        ("-12", "-12"),
        ("0.1", "0.1"),
        ("1e3", "1000"),
        ("1.5E+2", "150"),
        ("1250e-2", "12.50"),
        ("1E-28", "0.0000000000000000000000000001"),
        ("9007199254740993", "9007199254740993"),
        ("9999999999999999999999999999", "9999999999999999999999999999"),
    ] {
        assert_eq!(amount(text).as_deref(), Ok(expected), "{text}");
    }
    for text in [
        "1e400",
        "1e-29",
        "10000000000000000000000000000",
        "1e99999999999999999999",
        "\"1\"",
        "true",
        "[]",
    ] {
        assert_eq!(amount(text).unwrap_err(), "iv3-not-taken", "{text}");
    }
    for text in ["null", "\"\""] {
        assert_eq!(amount(text).unwrap_err(), "iv3-sf017", "{text}");
    }
}

#[test]
fn a_delivery_is_written_as_it_was_read() {
    assert_eq!(Delivery::read(PLAIN).delivery.to_json(), PLAIN);
    // A byte order mark, white space and the order of keys make no difference.
    let other = format!(
        "\u{feff}\n {}",
        PLAIN.replace(
            "\"taakveld\":\"0.4\",\"categorie\":\"1.1\",",
            "\"categorie\" : \"1.1\" ,\n\"taakveld\":\"0.4\","
        )
    );
    assert_eq!(Delivery::read(&other).delivery.to_json(), PLAIN);
}

#[test]
fn details_are_kept_as_they_are() {
    let details = "{\"a\": [1.10, {\"b\":\"é\\u00e9\"}], \"a\": null}";
    let text = PLAIN.replace(
        "\"bedrag\":600}",
        &format!("\"bedrag\":600,\"details\":{details},\"toelichting\":\"x\"}}"),
    );
    let reading = Delivery::read(&text);
    assert!(reading.faults.is_empty());
    let entry = &reading.delivery.data.expenses[0];
    assert_eq!(entry.details(), Some(details));
    assert_eq!(entry.further[1].json(), "\"x\"");
    assert_eq!(reading.delivery.to_json(), text);
    // However deep they are.
    let deep = format!("{{\"a\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let reading = Delivery::read(&text.replace(details, &deep));
    assert_eq!(reading.delivery.data.expenses[0].details(), Some(&*deep));
}

#[test]
fn texts_are_escaped() {
    let mut delivery = Delivery::default();
    delivery.data.expenses.push(Entry::new("a\"\\\n\u{7}", "é\u{2028}", 1));
    delivery.metadata.name = Some("</script>\t".to_owned());
    assert_eq!(Delivery::read(&delivery.to_json()).delivery, delivery);
}

#[test]
fn the_place_of_an_entry_is_found_in_one_line_as_well() {
    // Without line breaks, and with characters of several bytes in front.
    let text = PLAIN
        .replace('\n', "")
        .replace("Groningen", &"é".repeat(5000))
        .replace("\"2.1\"", "\"2.11\"");
    let findings = Delivery::read(&text).check(&beleid::iv3::Tolerances::default());
    let span = findings[0].span.unwrap();
    assert_eq!(
        &text[span.bytes().unwrap()],
        "{\"taakveld\":\"2.11\",\"categorie\":\"7.3\",\"bedrag\":50}"
    );
    let column = text[..span.bytes().unwrap().start].chars().count() + 1;
    assert_eq!(span.to_string(), format!("line 1, column {column}"));
}
