//! What is found in the lists by code and by description, and what is near.

use beleid::codes::{Definitions, List, Tier, mandatory_indicators};
use proptest::prelude::*;

fn of(year: u16) -> Definitions {
    Definitions::of(Tier::Municipality, year).unwrap()
}

#[test]
fn entries_are_found_by_code_and_by_description() {
    use List::{BalanceCodes, BalanceMoments, ExpenseCategories, IncomeCategories, TaskFields};
    let cases = [
        (2026, TaskFields, "0.1", Some("0.1")),
        (2026, TaskFields, " 0.10\t", Some("0.10")),
        (2026, TaskFields, "0.", Some("0.")),
        (2026, TaskFields, "0", None),
        (2026, TaskFields, "0.1.", None),
        (2026, TaskFields, "00.1", None),
        (2026, TaskFields, "6.6", None),
        (2022, TaskFields, "6.6", Some("6.6")),
        (2024, TaskFields, "6.71a", Some("6.71a")),
        (2024, TaskFields, "6.71A", None),
        (2026, TaskFields, "BESTUUR", Some("0.1")),
        (2026, TaskFields, "bestuur en ondersteuning", Some("0.")),
        (2026, TaskFields, "OZB niet woningen", Some("0.62")),
        (2026, TaskFields, "Coordinatie en beleid Wmo", Some("6.91")),
        (2026, TaskFields, "Jeugdbescherming", Some("6.821")),
        (2024, TaskFields, "Maatwerkdienstverlening 18+", Some("6.71")),
        (2024, TaskFields, "Maatwerkdienstverlening 18-", Some("6.72")),
        (2024, TaskFields, "maatwerkdienstverlening 18–", Some("6.72")),
        (2024, TaskFields, "Maatwerkdienstverlening 18", None),
        (2024, TaskFields, "6.71 Maatwerkdienstverlening 18-", None),
        (2026, TaskFields, "0.1 Bestuur", Some("0.1")),
        (2026, TaskFields, "0.10  mutaties reserves", Some("0.10")),
        (2026, TaskFields, "0.1 Mutaties reserves", None),
        (2026, TaskFields, "Bestuur 0.1", None),
        (2026, TaskFields, "", None),
        (2026, TaskFields, "-", None),
        (2026, ExpenseCategories, "3.4.1", Some("3.4.1")),
        (2026, IncomeCategories, "3.4.1", None),
        (2026, ExpenseCategories, "Financiële rekening", Some("FR")),
        (2017, ExpenseCategories, "Financiële Rekening", Some("Financiële Rekening")),
        (2026, BalanceCodes, "a111", None),
        (2026, BalanceCodes, "A111", Some("A111")),
        (2026, BalanceMoments, "1 januari", Some("1 januari")),
        // Two days are called so.
        (2026, BalanceMoments, "begindatum", None),
        (2017, List::KeyFigures, "Netto schuldquote", None),
        (2026, List::KeyFigures, "Netto schuldquote", Some("fk.1")),
    ];
    for (year, list, text, expected) in cases {
        let found = of(year).find(list, text).map(|entry| entry.code);
        assert_eq!(found, expected, "{year} {list} {text:?}");
    }
}

#[test]
fn near_misses_are_suggested_in_their_order() {
    let cases: [(u16, &str, &[&str]); 16] = [
        // Two letters that changed places are one misprint.
        (2026, "Betsuur", &["0.1"]),
        (2026, "Bestuurr", &["0.1"]),
        (2026, "Bestuur", &["0.1"]),
        (2026, "Openbaar basis onderwjis", &["4.1"]),
        (2026, "Algemene uitkering en overige uitkeringen gemeentefonds", &["0.7"]),
        (2026, "0.01", &["0.1", "0.10"]),
        (2026, "0.1", &["0.1", "0.10"]),
        (2026, "0.100", &["0.10"]),
        (2026, "6.6 Hulpmiddelen en diensten", &["6.60"]),
        (2026, "FK.1", &[]),
        (2024, "6.71A", &["6.71a"]),
        (2024, "Maatwerkdienstverlening 18", &["6.71", "6.72"]),
        (2026, "Overhead, ondersteuning", &[]),
        (2026, "Treasury en meer", &["0.5"]),
        (2026, "Vuurwerk", &[]),
        (2026, "", &[]),
    ];
    for (year, text, expected) in cases {
        let near = of(year).near(List::TaskFields, text);
        let near: Vec<_> = near.iter().map(|entry| entry.code).collect();
        assert_eq!(near, expected, "{year} {text:?}");
    }
    // Words in another order and form.
    let near = of(2026).near(List::KeyFigures, "Gecorrigeerde netto schuldquote");
    assert_eq!(near.iter().map(|entry| entry.code).collect::<Vec<_>>(), ["fk.1", "fk.2"]);
    let near = of(2026).near(List::KeyFigures, "FK.1");
    assert_eq!(near.iter().map(|entry| entry.code).collect::<Vec<_>>(), ["fk.1"]);
}

#[test]
fn mandatory_indicators_are_found_by_name() {
    let cases = [
        ("Niet-sporters", Some(20)),
        ("niet sporters", Some(20)),
        ("Vestigingen (van bedrijven)", Some(16)),
        ("Vestigingen", Some(16)),
        ("Cliënten met een maatwerkarrangement WMO", Some(32)),
        ("Demografische druk (37)", Some(37)),
        ("37. Demografische druk", Some(37)),
        ("37 Demografische druk", Some(37)),
        ("Demografische druk (36)", None),
        ("36 Demografische druk", None),
        ("Demografische druk (2019)", None),
        ("37", None),
        ("(37)", None),
        ("Absoluut verzuim per 1.000 leerlingen", None),
        ("(van bedrijven)", None),
        ("", None),
    ];
    for (name, expected) in cases {
        let found = mandatory_indicators().find(name).map(|each| each.number);
        assert_eq!(found, expected, "{name:?}");
    }
    let near = |name| -> Vec<u8> {
        mandatory_indicators().near(name).iter().map(|each| each.number).collect()
    };
    assert_eq!(near("Absoluut verzuim per leerling"), [17]);
    assert_eq!(near("Vestigigen"), [16]);
    assert_eq!(near("Zwerfvuil"), [0; 0]);
}

proptest! {
    /// Whatever is asked is answered; what is found is near; and no case or space changes it.
    #[test]
    fn any_text_is_answered(text in "\\PC{0,40}", list in 0..List::ALL.len(), year in 2017_u16..=2026) {
        let list = List::ALL[list];
        let found = of(year).find(list, &text);
        let near = of(year).near(list, &text);
        prop_assert!(found.is_none_or(|found| near.contains(&found)), "{text:?}");
        let _ = mandatory_indicators().near(&text);
        let _ = of(year).is_forbidden(beleid::codes::Part::Income, &text, &text);
    }

    /// One misprint in a description of some length leaves it near.
    #[test]
    fn a_misprint_leaves_an_entry_near(
        entry in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), letter in "[a-z]",
    ) {
        let entries: Vec<_> = of(2026).entries(List::TaskFields).collect();
        let entry = entry.get(&entries);
        let mut letters: Vec<char> = entry.name.chars().collect();
        prop_assume!(letters.iter().filter(|letter| letter.is_alphanumeric()).count() >= 6);
        let at = at.index(letters.len());
        prop_assume!(letters[at].is_alphabetic());
        letters[at] = letter.chars().next().unwrap();
        let text: String = letters.into_iter().collect();
        prop_assert!(of(2026).near(List::TaskFields, &text).contains(entry), "{text}");
    }
}

/// Time grows with the length of a text, and ends where no description is as long.
#[test]
fn long_texts_are_answered_at_once() {
    for text in ["x".repeat(1_000_000), "Bestuur ".repeat(100_000), "1".repeat(1_000_000)] {
        assert_eq!(of(2026).find(List::TaskFields, &text), None);
        assert_eq!(of(2026).near(List::TaskFields, &text), []);
        assert_eq!(mandatory_indicators().find(&text), None);
        assert_eq!(mandatory_indicators().near(&text), []);
    }
}
