//! Iv3: deliveries are read, written, checked and brought into the model.

mod checks;
mod csv;
mod generate;
mod json;
mod laws;
mod model;
mod official;

use beleid::iv3::{Delivery, Tolerances};

/// A small delivery without faults: the accounts of a municipality. What it spends and adds to its
/// reserves is what it receives; its balance sheet changes by what is booked.
pub(crate) const PLAIN: &str = r#"{
"metadata": {"overheidslaag":"Gemeente","overheidsnummer":"0014","overheidsnaam":"Groningen","boekjaar":2026,"periode":5,"status":"Realisatie","datum":"2027-07-01T12:00:00Z","details_openbaar":true,"financieel_pakket":"pakket","export_software":"software"},
"contact": {"naam":"P. Afzender","email":"p.afzender@gemeente.nl","telefoon":"0612345678"},
"opmerkingen": [
{"tekst":"Voorlopig","auteur":"P."}
],
"data": {
"lasten": [
{"taakveld":"0.4","categorie":"1.1","bedrag":600},
{"taakveld":"0.10","categorie":"7.1","bedrag":100},
{"taakveld":"2.1","categorie":"7.3","bedrag":50}
],
"baten": [
{"taakveld":"0.7","categorie":"4.3.1","bedrag":750}
],
"balans_lasten": [
{"balanscode":"A23","categorie":"6.1","bedrag":150}
],
"balans_baten": [
{"balanscode":"P112","categorie":"7.1","bedrag":100},
{"balanscode":"A124","categorie":"7.3","bedrag":50}
],
"balans_standen": [
{"balanscode":"A124","standper":"1 januari","bedrag":900},
{"balanscode":"A124","standper":"ultimo","bedrag":850},
{"balanscode":"A23","standper":"1 januari","bedrag":100},
{"balanscode":"A23","standper":"ultimo","bedrag":250},
{"balanscode":"P112","standper":"1 januari","bedrag":1000},
{"balanscode":"P112","standper":"ultimo","bedrag":1100}
],
"kengetallen": [
{"verslagperiode":"Rek_2026","kengetal":"fk.1","waarde":"45,3"}
],
"beleidsindicatoren": [
{"verslagperiode":"Rek_2026","beleidsindicator":"bi.1","waarde":"7,9"}
]
}
}
"#;

/// What checking a text finds, as it prints.
pub(crate) fn found(text: &str) -> Vec<String> {
    let findings = Delivery::read(text).check(&Tolerances::default());
    findings.iter().map(ToString::to_string).collect()
}
