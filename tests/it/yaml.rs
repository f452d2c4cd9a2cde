//! The wire form in YAML: nothing is lost there either, and hostile YAML is refused.

use beleid::{Budget, Document, Number, PolicyField, Value};
use proptest::prelude::*;

use crate::support::generate;

/// There and back, the text of numbers included: 7.50 equals 7.5 and must stay 7.50. Without
/// block scalars, since as one of those this writer loses a text that is a line break alone.
fn round_trips(there: &Document) {
    let options = serde_saphyr::ser_options! { prefer_block_scalars: false };
    let yaml = serde_saphyr::to_string_with_options(there, options).unwrap();
    let back: Document = serde_saphyr::from_str(&yaml).unwrap();
    assert_eq!(&back, there, "{yaml}");
    let json = |document: &Document| serde_json::to_string(document).unwrap();
    assert_eq!(json(&back), json(there));

    // And between the strictest two, of which the one quotes all and the other asks for it.
    let options = serde_saphyr::ser_options! { prefer_block_scalars: false, quote_all: true };
    let yaml = serde_saphyr::to_string_with_options(there, options).unwrap();
    let options = serde_saphyr::options! { no_schema: true, strict_booleans: true };
    let back: Document = serde_saphyr::from_str_with_options(&yaml, options).unwrap();
    assert_eq!(json(&back), json(there));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn budgets_round_trip_through_yaml(budget in generate::budget()) {
        round_trips(&Document::new(budget));
    }
}

fn with_title(title: &str) -> Document {
    let mut budget = Budget::default();
    budget.edition.title = Some(title.to_owned());
    Document::new(budget)
}

#[test]
fn texts_that_look_like_something_else_stay_texts() {
    for text in [
        "no",
        "yes",
        "on",
        "off",
        "y",
        "n",
        "true",
        "null",
        "~",
        "",
        " ",
        "-",
        "- x",
        "---",
        "...",
        "1e3",
        "2017",
        "2017-10-01",
        "0x1F",
        "0o17",
        "017",
        "1_000",
        "7.50",
        ".5",
        ".inf",
        ".nan",
        "12:30:45",
        "*",
        "*)",
        "&a",
        "!x",
        "%",
        "@",
        "`",
        "# x",
        "x # y",
        "x: y",
        "x:",
        "[",
        "{}",
        "?",
        "? x",
        "|",
        ">",
        "> 15",
        "'",
        "\"",
        "\\",
        "\n",
        "a\nb",
        "a\n",
        "\na",
        " a",
        "a ",
        "\t",
        "\r\n",
        "\u{85}",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "\0",
        "\u{7f}",
        "\u{200b}",
        "<<",
        "=",
    ] {
        round_trips(&with_title(text));
    }
}

#[test]
fn plain_texts_are_read_as_they_stand() {
    for (plain, title) in [
        ("no", Some("no")),
        ("1e3", Some("1e3")),
        ("2017", Some("2017")),
        ("2017-10-01", Some("2017-10-01")),
        ("0x1F", Some("0x1F")),
        ("7.50", Some("7.50")),
        ("'-'", Some("-")),
        ("null", None),
        ("~", None),
    ] {
        let yaml = format!("schema: 1\nbudget:\n  edition:\n    title: {plain}\n  fields: []\n");
        let document = serde_saphyr::from_str::<Document>(&yaml);
        assert_eq!(document.unwrap().budget.edition.title.as_deref(), title, "{plain}");
    }
}

#[test]
fn numbers_stay_as_they_were_written() {
    for text in
        ["7.50", "10", "0.0", "-1.10", "1000000000000000000000000000", "0.0000000000000000001"]
    {
        let number: Number = text.parse().unwrap();
        let yaml = serde_saphyr::to_string(&Value::Exact(number)).unwrap();
        let back: Value = serde_saphyr::from_str(&yaml).unwrap();
        assert_eq!(back.to_string(), text, "{yaml}");
    }
}

/// A reader of YAML may hand on the text of a plain `7.50`, and nothing is lost; or keep apart
/// what is quoted and what is not, as JSON does.
#[test]
fn plain_numbers_are_read_as_their_text_or_refused() {
    let lax = |yaml: &str| serde_saphyr::from_str::<Value>(yaml).map(|value| value.to_string());
    assert_eq!(lax("exact: 7.50").unwrap(), "7.50");
    for wrong in ["1e3", "-0", "0x10", "1_000", ".5", "+5", ".inf"] {
        let message = lax(&format!("exact: {wrong}")).unwrap_err().to_string();
        assert!(message.contains(&format!("invalid number \"{wrong}\"")), "{message}");
    }

    let strict = |yaml: &str| {
        let options = serde_saphyr::options! { no_schema: true, with_snippet: false };
        let value = serde_saphyr::from_str_with_options::<Value>(yaml, options);
        value.map(|value| value.to_string()).map_err(|error| error.to_string())
    };
    assert_eq!(strict("exact: '7.50'").unwrap(), "7.50");
    for plain in ["10", "7.50", "1e3", "-0"] {
        let message = format!("The string value [{plain}] must be quoted at line 1, column 8");
        assert_eq!(strict(&format!("exact: {plain}")), Err(message));
    }
}

/// The message with which YAML is refused, on one line.
fn refusal(yaml: &str) -> String {
    let options = serde_saphyr::options! { with_snippet: false };
    match serde_saphyr::from_str_with_options::<Document>(yaml, options) {
        Ok(document) => format!("accepted: {document:?}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn hostile_yaml_is_refused() {
    let field = serde_json::to_string(&PolicyField::default()).unwrap();
    let nested = (0..PolicyField::MAX_DEPTH).fold(field.clone(), |inner, _| {
        field.replace("\"fields\":[]", &format!("\"fields\":[{inner}]"))
    });
    for (yaml, message) in [
        (
            "schema: 9\npolicies: []\n",
            "schema 9 is not supported: this version reads schema 1 at line 1, column 9",
        ),
        (
            "schema: 1\nschema: 1\nbudget: {edition: {}, fields: []}\n",
            "duplicate mapping key: schema, set DuplicateKeyPolicy in Options if acceptable at line 2, column 1",
        ),
        (
            "schema: 1\nbudget: {edition: {}, fields: [], year: 2017}\n",
            "unknown field `year`, expected one of edition, organisation, fields at line 2, column 35",
        ),
        (
            "schema: 1\nbudget: {edition: {period: 2017-Q9}, fields: []}\n",
            "invalid period \"2017-Q9\" at byte 6: a year has quarters Q1 to Q4 at line 2, column 28",
        ),
        ("schema: 1\nbudget: {fields: []}\n", "missing field `edition` at line 2, column 10"),
        (
            "schema: 1\nbudget: &b {edition: {}, fields: *b}\n",
            "recursive references require weak recursion types at line 2, column 34",
        ),
        ("schema: 1\nbudget: *nobody\n", "alias references unknown anchor at line 2, column 9"),
        ("", "unexpected end of input at line 1, column 1"),
        ("--- 1\n--- 2\n", "expected mapping start at line 1, column 5"),
    ] {
        assert_eq!(refusal(yaml), message, "{yaml}");
    }
    let message = refusal(&format!("schema: 1\nbudget: {{edition: {{}}, fields: [{nested}]}}\n"));
    assert!(message.starts_with("fields nest more than 16 deep at line 2"), "{message}");
}

#[test]
fn aliases_are_read() {
    let aliased = "schema: 1\nbudget:\n  edition: {title: &t Begroting}\n  organisation: {name: *t}\n  fields: []\n";
    let document: Document = serde_saphyr::from_str(aliased).unwrap();
    assert_eq!(document.budget.organisation.as_ref().map(|body| &*body.name), Some("Begroting"));
}

/// Ten fields within each of ten, and so on: a few lines that would be a thousand million
/// fields. The reader of YAML limits how often aliases are followed.
#[test]
fn aliases_do_not_multiply() {
    let field = serde_json::to_string(&PolicyField::default()).unwrap();
    let mut yaml = format!("schema: 1\nbudget:\n  edition: {{}}\n  fields:\n    - &f0 {field}\n");
    for level in 1..10 {
        let inner = format!("*f{}, ", level - 1).repeat(10);
        let outer = field.replace("\"fields\":[]", &format!("\"fields\": [{inner}]"));
        yaml.push_str(&format!("    - &f{level} {outer}\n"));
    }
    let message = refusal(&yaml);
    assert!(message.starts_with("budget breached: Nodes"), "{message}");
}

#[test]
fn deep_yaml_is_an_error() {
    for hostile in ["[", "{schema: ", "- ", "? ", "a:\n "] {
        let yaml = hostile.repeat(200_000 / hostile.len());
        assert!(serde_saphyr::from_str::<Document>(&yaml).is_err());
        assert!(serde_saphyr::from_str::<Value>(&yaml).is_err());
    }
}
