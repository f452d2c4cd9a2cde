//! Money: budget against account beside the outcomes, and sums that don't come out.

use super::{ended, golden, json, run_with_input};

/// An account with a programme of two fields: indicators, money, and one misprinted balance.
const ACCOUNT: &str = "\
# Jaarstukken 2018 gemeente Rijnderveen

## Programma 2 Economie

### 2.1 Handel

Prestatie-indicatoren

| Indicator | Behaald 2018 | Beoogd 2018 |
|---|---|---|
| Aantal winkels | 120 | > 100 |
| Leegstand | 11,3% | <10% |

Wat heeft het gekost? (x € 1.000)

| | Rekening 2017 | Begroting 2018 | Begroting na wijziging 2018 | Rekening 2018 |
|---|---|---|---|---|
| Lasten | 9.630 | 9.850 | 9.930 | 9.960 |
| Baten | -5.430 | -5.480 | -5.500 | -5.520 |
| Saldo | 4.200 | 4.370 | 4.340 | 4.440 |

### 2.2 Haven

Wat heeft het gekost? (x € 1.000)

| | Rekening 2017 | Begroting 2018 | Begroting na wijziging 2018 | Rekening 2018 |
|---|---|---|---|---|
| Lasten | 3.630 | 3.850 | 3.930 | 3.760 |
| Baten | -430 | -480 | -500 | -520 |
| Saldo | 3.200 | 3.370 | 3.430 | 3.240 |
";

fn shown(arguments: &[&str]) -> String {
    let output = run_with_input(arguments, ACCOUNT.as_bytes());
    let (text, errors, code) = ended(&output);
    assert_eq!((errors, code), ("", 0));
    text.to_owned()
}

#[test]
fn what_was_planned_stands_beside_what_was_spent_and_achieved() {
    golden("evaluate_money.txt", &shown(&["evaluate", "-", "--layout", "markdown"]));
}

#[test]
fn each_field_with_money_is_a_line_of_json() {
    let text = shown(&["evaluate", "-", "--layout", "markdown", "--format=jsonl"]);
    golden("evaluate_money.jsonl", &text);
    let fields: Vec<_> =
        text.lines().map(json).filter(|line| line["expenses"].is_object()).collect();
    let over = |field: usize| fields[field]["expenses"]["over"].as_str().unwrap().to_owned();
    // The programme is the sum of its fields.
    assert_eq!(
        (fields.len(), over(0), over(1), over(2)),
        (3, "-140000".into(), "30000".into(), "-170000".into())
    );
    assert_eq!(fields[0]["counts"]["met"], 1);
}

#[test]
fn a_misprinted_balance_is_found() {
    let text = shown(&["check", "-", "--layout", "markdown", "--format=jsonl"]);
    let codes: Vec<_> = text.lines().map(|line| json(line)["rule"].clone()).collect();
    assert!(codes.contains(&"balance-mismatch".into()), "{text}");
}
