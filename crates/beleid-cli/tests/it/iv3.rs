//! Deliveries of Iv3.

use super::{Folder, ended, golden, json, run_with_input, shown};

/// The budget of a municipality, of which some parts are wrong.
const DELIVERY: &str = r#"{
"metadata": {"overheidslaag":"Gemeente","overheidsnummer":"0014","overheidsnaam":"Groningen","boekjaar":2026,"periode":0,"status":"Begroting","datum":"2025-11-14T12:00:00Z","details_openbaar":true,"financieel_pakket":"pakket"},
"contact": {"naam":"P. Afzender","email":"p.afzender@gemeente.nl","telefoon":"0612345678"},
"data": {
"lasten": [
{"taakveld":"5.6","categorie":"4.2","bedrag":1250000.50},
{"taakveld":"5.66","categorie":"1.1","bedrag":100},
{"taakveld":"0.4","categorie":"1.1"}
],
"baten": [
{"taakveld":"0.7","categorie":"4.3.1","bedrag":1250100}
],
"balans_lasten": [],
"balans_baten": [],
"balans_standen": [],
"kengetallen": [
{"verslagperiode":"Beg_2026","kengetal":"fk.1","waarde":"45,3"}
]
}
}
"#;

#[test]
fn a_delivery_is_recognised_and_checked() {
    let output = run_with_input(&["check", "-"], DELIVERY.as_bytes());
    let (text, errors, code) = ended(&output);
    assert_eq!((errors, code), ("", 1));
    golden("check_iv3.txt", text);
    let output = run_with_input(&["check", "-", "--format=jsonl"], DELIVERY.as_bytes());
    let rules: Vec<_> = ended(&output).0.lines().map(|line| json(line)["rule"].clone()).collect();
    assert_eq!(rules, ["iv3-sf017", "iv3-sf002", "iv3-df001", "iv3-pf006"]);
}

#[test]
fn a_rule_can_be_allowed() {
    let fine = DELIVERY
        .replace("5.66", "5.6")
        .replace(",\n{\"taakveld\":\"0.4\",\"categorie\":\"1.1\"}", "")
        .replace("\"pakket\"", "\"pakket\",\"export_software\":\"x\"");
    let text = "warning[iv3-pf006]";
    let output = run_with_input(&["check", "-"], fine.as_bytes());
    assert!(shown(&output).starts_with(text), "{}", shown(&output));
    let folder = Folder::new(&[("rules.toml", b"[severity]\niv3-pf006 = \"allow\"\n")]);
    let rules = folder.name("rules.toml");
    let output = run_with_input(&["check", "-", "--rules", &rules], fine.as_bytes());
    assert_eq!(shown(&output), "0 errors, 0 warnings, 0 advice\n");
}

#[test]
fn its_figures_are_rows() {
    let output = run_with_input(&["figures", "-"], DELIVERY.as_bytes());
    let (table, errors, code) = ended(&output);
    golden("figures_iv3.csv", table);
    // An entry was left out.
    let expected = "standard input: error[iv3-sf017] line 8, column 1: an entry of lasten has no amount, and was left out: ";
    assert!(errors.contains(expected), "{errors}");
    assert_eq!(code, 1);
}

#[test]
fn it_is_read_into_the_wire_form_and_what_is_lost_is_named() {
    let output = run_with_input(&["read", "-"], DELIVERY.as_bytes());
    let (text, errors, code) = ended(&output);
    assert_eq!(code, 1);
    assert_eq!(json(text)["budget"]["edition"]["period"], "2026");
    let lost: Vec<_> = errors.lines().filter(|line| line.contains("not in the budget")).collect();
    assert_eq!(lost.len(), 6, "{errors}");
    assert!(lost[0].ends_with("standard input: not in the budget: /metadata/datum (\"2025-11-14T12:00:00Z\"): a budget has no place for it"), "{errors}");
    // What it writes is read again.
    let again = run_with_input(&["read", "-"], text.as_bytes());
    assert_eq!(ended(&again).0, text);
}
