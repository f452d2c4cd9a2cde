//! Nothing is met by accident: rows of a table that look as if they met their target, or missed it,
//! and what a careful reader makes of them.

use beleid::methods::{Standing, presets};
use beleid::{
    Comparison, Direction, Figure, Id, Indicator, Layout, Outcome, Period, Reader, Reading, Reason,
    Reference, Role, Value,
};

use super::{answer, year};

/// A table as its texts. Cells are parted by `;`, rows by `|`.
struct Case {
    headers: &'static str,
    rows: &'static str,
    note: &'static str,
    title: &'static str,
    direction: Option<Direction>,
}

/// One row with a result of 2018, one of 2019 and a target for 2019.
const fn row(rows: &'static str) -> Case {
    Case {
        headers: "Indicator;Realisatie 2018;Realisatie 2019;Streefwaarde 2019",
        rows,
        note: "",
        title: "Jaarverslag 2019",
        direction: None,
    }
}

const fn with(note: &'static str, rows: &'static str) -> Case {
    Case { note, ..row(rows) }
}

const fn headed(headers: &'static str, rows: &'static str) -> Case {
    Case { headers, ..row(rows) }
}

const fn towards(direction: Direction, rows: &'static str) -> Case {
    Case { direction: Some(direction), ..row(rows) }
}

/// The page with the table, and its footnote below it.
fn html(case: &Case) -> String {
    let escape = |text: &str| text.trim().replace('<', "&lt;").replace('>', "&gt;");
    let cells = |cells: &str, tag: &str| {
        let cell = |cell: &str| format!("<{tag}>{}</{tag}>", escape(cell));
        format!("<tr>{}</tr>", cells.split(';').map(cell).collect::<String>())
    };
    let rows: String = case.rows.split('|').map(|row| cells(row, "td")).collect();
    format!(
        "<!DOCTYPE html><html><body><h1>{}</h1><h2>1.1 Veld</h2><h3>Prestatie-indicatoren</h3>\
         <table>{}{rows}</table><p>{}</p></body></html>",
        case.title,
        cells(case.headers, "th"),
        escape(case.note),
    )
}

fn read<'s>(case: &Case, html: &'s str) -> Reading<'s> {
    let mut reading = Reader::new().read_as(html, Layout::Html);
    for field in &mut reading.budget.fields {
        for indicator in &mut field.indicators {
            indicator.direction = case.direction;
        }
    }
    reading
}

/// The answers for 2019, those for a part of the whole with its name, and whether one is met or missed.
fn answers(case: &Case) -> (Vec<String>, bool) {
    let html = html(case);
    let reading = read(case, &html);
    let (mut answers, mut is_decided) = (Vec::new(), false);
    for (_, indicator) in reading.budget.all_indicators() {
        for evaluation in &indicator.evaluate(year(2019)) {
            let part = beleid::Dimension::join(evaluation.dimensions);
            let part = if part.is_empty() { part } else { format!("{part}: ") };
            answers.push(part + &answer(evaluation));
            is_decided |= matches!(evaluation.outcome, Outcome::Met | Outcome::Missed);
        }
    }
    (answers, is_decided)
}

/// What is met or missed for certain by some method.
fn certain_by_methods(case: &Case) -> Vec<String> {
    const NAMES: &[&str] = &[
        "municipal",
        "destatis",
        "escap",
        "eurostat",
        "open-sdg",
        "rotterdam",
        "tola",
        "un-progress-chart",
    ];
    let html = html(case);
    let reading = read(case, &html);
    let mut certain = Vec::new();
    for name in NAMES {
        let method = presets::named(name).unwrap();
        for (_, indicator) in reading.budget.all_indicators() {
            let assessed = indicator.evaluate_with(&method, year(2019));
            for assessed in assessed {
                if let Standing::Certain(_) = assessed.assessment.standing {
                    certain.push(format!("{name}: {}", assessed.class().unwrap().code));
                }
            }
        }
    }
    certain
}

/// Holds cases against their answers; where none of these is met or missed, no method is certain.
fn hold(cases: &[(Case, &[&str])]) {
    let mut wrong = Vec::new();
    for (case, expected) in cases {
        let (found, is_decided) = answers(case);
        let what = format!("{} / {} / {}", case.headers, case.rows, case.note);
        if found != *expected {
            wrong.push(format!("{what}\n    found {found:?}\n    expected {expected:?}"));
        }
        let certain = certain_by_methods(case);
        if !is_decided && !certain.is_empty() {
            wrong.push(format!("{what}\n    {found:?}, and by methods {certain:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn places_in_a_ranking() {
    use Direction::{Higher, Lower};
    let either = |number: &str, place: &str| {
        format!(
            "undecided, rank-direction-unknown; if compared with 2018, higher means a higher number: {number}; \
             if compared with 2018, higher means a better place: {place}"
        )
    };
    let (up, down) = (either("met", "missed"), either("missed", "met"));
    let (up, down): (&[&str], &[&str]) = (&[&*up], &[&*down]);
    let compared = |number: &str, place: &str| {
        format!(
            "undecided, rank-direction-unknown; if higher means a higher number: {number}; \
             if higher means a better place: {place}"
        )
    };
    let above = compared("met", "missed");
    let above: &[&str] = &[&*above];
    hold(&[
        (row("Positie op de ranglijst;12e;14e;hoger"), up),
        (row("Positie op de ranglijst;12e;10e;hoger"), down),
        (row("Positie op de ranglijst;12e;14e;stijging"), up),
        (row("Positie op de ranglijst;12;10;stijging"), down),
        (row("Ranglijst woonaantrekkelijkheid;12;14;hoger"), up),
        (row("Ranking veiligheid;12;10;toename"), down),
        (row("Onze positie op de lijst;12;14;toename"), up),
        (row("Notering;12;14;hoger"), up),
        (row("Atlas voor gemeenten;12e;14e;hoger"), up),
        (row("Atlas voor gemeenten;plaats 12;plaats 14;hoger"), up),
        (row("Atlas voor gemeenten;12e plaats;10e plaats;daling"), up),
        (row("Positie in de Atlas;12;14;stijging met 2"), up),
        (row("Positie in de Atlas;12;10;stijging met 2"), down),
        (row("Atlas voor gemeenten;12e;14e;hoger dan in 2018"), above),
        (row("Positie in de Atlas;12;14;hoger dan 13"), above),
        (row("Positie in de Atlas;12;14;minimaal 13"), above),
        (row("Positie in de Atlas;12;14;13 of hoger"), above),
        (row("Positie in de Atlas;12;14;niet lager dan 13"), above),
        (row("Positie in de Atlas;12;14;max. 20"), above),
        (row("Atlas;nr. 12;nr. 14;>= 13"), above),
        (row("Atlas voor gemeenten;12e;14e;hoger dan 13e"), &["undecided, not-comparable"]),
        // A target that says of itself that it is of places, and one that is a place.
        (row("Positie in de Atlas;12;14;Top 20"), &["met"]),
        (row("Positie in de Atlas;12;14;Top 10"), &["missed"]),
        (row("Positie in de Atlas;12;14;14e"), &["met"]),
        (
            row("Positie in de Atlas;12;14;10e"),
            &["undecided, direction-unknown; if higher: met; if lower: missed; if within: missed"],
        ),
        (row("Positie in de Atlas;12e;12e;gelijk"), &["met"]),
        // A stated direction is one of the numbers.
        (towards(Lower, "Positie in de Atlas;12;14;hoger"), &["missed"]),
        (towards(Lower, "Positie in de Atlas;12;10;hoger"), &["met"]),
        (towards(Lower, "Positie in de Atlas;12;14;10e"), &["missed"]),
        (towards(Lower, "Positie in de Atlas;12;14;max. 20"), &["met"]),
        (towards(Higher, "Positie op de misdaadlijst;12;14;hoger"), &["met"]),
    ]);
}

#[test]
fn words() {
    let unknown: &[&str] = &["undecided, unknown-words"];
    hold(&[
        (row("Stand;tbd;tbd;tbd"), &["undecided, target-not-known"]),
        (row("Stand;PM;PM;PM"), &["undecided, target-not-known"]),
        (row("Stand;zie tekst;zie tekst;zie tekst"), &["undecided, target-not-known"]),
        (row("Stand;n.v.t.;n.v.t.;n.v.t."), &["not-applicable, target-not-applicable"]),
        (row("Stand;geen;geen;geen"), unknown),
        (row("Stand;nog niet;nog niet;nog niet"), unknown),
        (row("Stand;onduidelijk;onduidelijk;onduidelijk"), unknown),
        (row("Stand;conform;conform;conform"), unknown),
        (row("Stand;in ontwikkeling;in ontwikkeling;in ontwikkeling"), unknown),
        (row("Stand;op koers;op koers;op koers"), unknown),
        (row("Stand;x;x;x"), unknown),
        (row("Stand;?;?;?"), &["undecided, not-comparable"]),
        (row("Stand;stabiel;stabiel;stabiel"), &["undecided, not-comparable"]),
        // What is done or not. Nobody aims at what is not done.
        (row("Stand;behaald;behaald;behaald"), &["met"]),
        (row("Stand;behaald;Behaald;behaald"), &["met"]),
        (row("Stand;gereed;gereed;gereed"), &["met"]),
        (row("Stand;behaald;niet behaald;behaald"), &["missed"]),
        (row("Stand;behaald;deels behaald;behaald"), &["missed"]),
        (row("Stand;behaald;gerealiseerd;behaald"), unknown),
        (row("Stand;niet behaald;niet behaald;niet behaald"), unknown),
        (row("Stand;behaald;behaald;deels behaald"), unknown),
        (row("Stand;ja;nee;ja"), &["missed"]),
        (row("Stand;ja;nee;nee"), &["met"]),
        // Levels of a scale.
        (row("Stand;goed;goed;goed"), &["met"]),
        (row("Stand;goed;voldoende;goed"), &["missed"]),
        (row("Stand;goed;zeer goed;goed"), &["met"]),
        (row("Stand;goed;matig;onvoldoende"), unknown),
        (row("Stand;groen;rood;groen"), &["missed"]),
        (row("Stand;groen;geel;groen"), unknown),
        (row("Stand;laag;laag;laag"), &["met"]),
        (
            row("Stand;hoog;laag;hoog"),
            &["undecided, direction-unknown; if higher: missed; if lower: met; if within: missed"],
        ),
        (towards(Direction::Lower, "Stand;hoog;laag;midden"), &["met"]),
        (row("Stand;AAA;AAA;AAA"), &["met"]),
        (row("Stand;AAA;AA;AAA"), unknown),
        (row("Stand;B;B;B"), &["met"]),
        (row("Stand;A;B;A"), unknown),
        (row("Stand;AA+;AA-;AA+"), unknown),
    ]);
}

const AS_MET: &[&str] = &["undecided, note-not-understood; if as printed: met"];

#[test]
fn footnotes_and_remarks_on_a_figure() {
    let note = |note| with(note, "Leegstand;10;12*;> 11");
    hold(&[
        (note("* cijfer van vorig jaar"), AS_MET),
        (note("* betreft de streefwaarde"), AS_MET),
        (note("* andere meetmethode"), AS_MET),
        (note("* niet vergelijkbaar met de streefwaarde"), AS_MET),
        (note("* inclusief de wachtlijst"), AS_MET),
        (note("* exclusief Haren"), AS_MET),
        (note("* onder voorbehoud van controle"), AS_MET),
        (note("* landelijk cijfer"), AS_MET),
        (note("* peildatum 1 januari"), AS_MET),
        (note("* op basis van elf maanden"), AS_MET),
        (note("* zie toelichting"), AS_MET),
        (note("* nulmeting"), AS_MET),
        (note("* in procenten"), AS_MET),
        (note("* geen trendbreuk"), AS_MET),
        (note("* Bron: CBS 2016"), AS_MET),
        (note("* Bron: CBS, cijfer van vorig jaar"), AS_MET),
        (note("* Bron: Raming"), AS_MET),
        // A mark whose footnote isn't there says something as well.
        (note(""), AS_MET),
        // What is understood.
        (note("* voorlopig cijfer"), &["met, provisional"]),
        (note("* nog niet definitief"), &["met, provisional"]),
        (note("* voorlopige schatting"), &["undecided, estimated; if as printed: met"]),
        (note("* afgerond"), &["undecided, approximate; if as printed: met"]),
        (note("* meting 2016"), &["undecided, measured-earlier; if as printed: met"]),
        (note("* voorlopig cijfer 2016"), &["undecided, measured-earlier; if as printed: met"]),
        (note("* cijfer 2019"), &["met"]),
        (note("* tweede halfjaar 2019"), &["undecided, partial; if as printed: met"]),
        (note("* definitief cijfer"), &["met"]),
        (note("* Bron: CBS"), &["met"]),
        (note("* Bron: www.waarstaatjegemeente.nl"), &["met"]),
        (note("* eigen onderzoek"), &["met"]),
        (note("* trendbreuk"), &["met"]),
        (with("* trendbreuk", "Leegstand;10;12*;toename"), &["undecided, break-in-series"]),
        (
            with("* andere meetmethode", "Leegstand;10;12*;toename"),
            &["undecided, note-not-understood; if as printed: met"],
        ),
        // A note on the target, and words in parentheses.
        (with("* ambitie, geen norm", "Leegstand;10;12;> 11*"), AS_MET),
        (with("* streefwaarde voor 2025", "Leegstand;10;12;> 11*"), AS_MET),
        (with("* 2018", "Leegstand;10;12;> 11*"), AS_MET),
        (row("Leegstand;10;12 (oude methode);> 11"), AS_MET),
        (row("Leegstand;10;12 (eigen meting);> 11"), AS_MET),
        (row("Leegstand;10;12;> 11 (ambitie)"), AS_MET),
        (row("Leegstand;10;12 (inclusief de wachtlijst);> 11"), AS_MET),
        (row("Leegstand;10;12 cumulatief;> 11"), AS_MET),
        (row("Leegstand;10;12 afgerond;> 11"), &["undecided, approximate; if as printed: met"]),
        (row("Leegstand;10;12 (CBS);> 11"), &["met"]),
        (row("Leegstand;10;12 (=60 gemeenten);> 11"), &["met"]),
        (row("Leegstand;10;12 woningen;> 11"), &["met"]),
    ]);
}

#[test]
fn footnotes_on_headers_labels_and_in_columns() {
    const MARKED: &str = "Indicator;Realisatie 2018;Realisatie 2019*;Streefwaarde 2019";
    let header = |note| Case { note, ..headed(MARKED, "Leegstand;10;12;> 11") };
    let label = |note| with(note, "Leegstand*;10;12;> 11");
    let column = |headers, cells| headed(headers, cells);
    hold(&[
        (header("* cijfers van vorig jaar"), AS_MET),
        (header("* Bron: CBS"), &["met"]),
        (header(""), AS_MET),
        (
            headed("Indicator;Realisatie 2019 (vorig jaar);Streefwaarde 2019", "Leegstand;12;> 11"),
            AS_MET,
        ),
        (label("* cijfer van vorig jaar"), AS_MET),
        (label("* andere meetmethode"), AS_MET),
        (label("* scope gewijzigd door herindeling"), AS_MET),
        (label("* percentage volgens de oude definitie"), AS_MET),
        (label("* betreft 2016"), AS_MET),
        (label("* veel of heel veel vertrouwen"), AS_MET),
        (label(""), AS_MET),
        (label("* eerste halfjaar"), &["undecided, partial; if as printed: met"]),
        (label("* 2018 is een schatting"), &["met"]),
        // What a row is about holds for its results as for its targets.
        (label("* Bron: CBS"), &["met"]),
        (label("* schaal 1-5"), &["met"]),
        (label("* percentage van het winkelvloeroppervlak"), &["met"]),
        (label("* tweejaarlijkse enquête"), &["met"]),
        (label("* per vier jaar"), &["met"]),
        (label("* nieuwe indicator"), &["met"]),
        (
            column(
                "Indicator;Realisatie 2019;Streefwaarde 2019;Opmerking",
                "Leegstand;12;> 11;cijfer van vorig jaar",
            ),
            AS_MET,
        ),
        (
            column(
                "Indicator;Realisatie 2019;Streefwaarde 2019;Status",
                "Leegstand;12;> 11;op koers",
            ),
            &["met"],
        ),
        (
            column(
                "Indicator;Realisatie 2019;Streefwaarde 2019;Toelichting",
                "Leegstand;10;> 11;niet op koers, piek in het eerste kwartaal",
            ),
            &["missed"],
        ),
        (
            column(
                "Indicator;Realisatie 2019;Streefwaarde 2019;Toelichting",
                "Leegstand;12;> 11;zonder de binnenstad",
            ),
            AS_MET,
        ),
        (
            column(
                "Indicator;Realisatie 2019;Streefwaarde 2019;Peiljaar",
                "Leegstand;12;> 11;2015",
            ),
            &["undecided, measured-earlier; if as printed: met"],
        ),
        (
            column(
                "Indicator;Realisatie 2019;Streefwaarde 2019;Meetjaar",
                "Leegstand;12;> 11;2019",
            ),
            &["met"],
        ),
        (
            column(
                "Indicator;Realisatie 2018;Realisatie 2019;Streefwaarde 2019;Peiljaar",
                "Leegstand;10;12;> 11;2016",
            ),
            AS_MET,
        ),
    ]);
}

#[test]
fn references_that_are_not_understood() {
    const BASELINE: &str = "Indicator;Nulmeting;Realisatie 2019;Streefwaarde 2019";
    let unclear: &[&str] = &["undecided, note-not-understood"];
    hold(&[
        (with("* andere meetmethode", "Leegstand;10*;12;> 2018"), unclear),
        (with("* andere meetmethode", "Leegstand;10*;12;toename"), unclear),
        (with("* betreft 2015", "Leegstand;10*;12;toename"), &["undecided, measured-earlier"]),
        (with("* schatting", "Leegstand;10*;12;toename"), &["undecided, estimated"]),
        (row("Leegstand;10 (ander bureau);12;stijging met 1"), unclear),
        (
            Case {
                note: "* andere meetmethode",
                ..headed(BASELINE, "Leegstand;10*;12;> nulmeting")
            },
            unclear,
        ),
        (headed(BASELINE, "Leegstand;10 (ander bureau);12;> nulmeting"), unclear),
        (headed(BASELINE, "Leegstand;ca. 10;12;> nulmeting"), &["undecided, approximate"]),
    ]);
}

#[test]
fn changes_in_rows_of_changes() {
    let either = |change: &str, level: &str| {
        format!(
            "undecided, change-or-level; if compared with 2018, the number is to change so: {change}; \
             if the number is the change: {level}"
        )
    };
    let (as_change, as_level) = (either("met", "missed"), either("missed", "met"));
    let (as_change, as_level): (&[&str], &[&str]) = (&[&*as_change], &[&*as_level]);
    hold(&[
        (row("Vermindering schulden;100;20;daling met 50"), &["missed"]),
        (row("Vermindering schulden;100;60;daling met 50"), &["met"]),
        (row("Vermindering schulden;20;60;daling met 50"), &["met"]),
        (row("Reductie CO2;20%;24%;22% minder"), &["met"]),
        (row("Reductie CO2;20%;21%;22% minder"), &["missed"]),
        (row("CO2-reductie;20%;24%;afname met 22%"), &["met"]),
        (row("Energiebesparing;2%;1%;daling met 1,5%"), &["missed"]),
        (row("Jaarlijkse besparing;2;3;afname van 2,5"), &["met"]),
        (row("Groei aantal banen;2%;3%;stijging met 2,5%"), &["met"]),
        (row("Bevolkingsgroei;5;3;toename met 4"), &["missed"]),
        (row("Krimp;100;20;afname met 50"), &["missed"]),
        // Either may be meant.
        (row("Besparing energie;2;3;stijging met 1"), as_change),
        (row("Toename woningen;5;3;daling met 1"), as_change),
        (row("Reductie CO2;20%;24%;daling"), as_level),
        (row("Reductie CO2;20%;24%;toename"), as_change),
        (row("Economische groei;5%;3%;groei"), as_level),
        (row("Mutatie formatie;10;20;stijging met 15"), as_level),
        // *Afname* is uptake as well, and a count of firms that grow is none of growth.
        (row("Afname maaltijden;100;20;afname met 50"), as_change),
        (row("Bedrijven met groei;10;14;stijging met 5"), as_level),
        (
            row("Vermindering schulden;100;20;daling met 50%"),
            &[
                "undecided, change-or-level; if compared with 2018, in percent, the number is to change \
               so: met; if compared with 2018, in percentage points, the number is to change so: met; \
               if the number is the change: missed",
            ],
        ),
        (
            row("Reductie CO2;20%;24%;22% minder dan in 2018"),
            &["undecided, change-or-level; if in percent, the number is to change so: missed; \
               if in percentage points, the number is to change so: missed; \
               if the number is the change: met"],
        ),
        (
            row("Daling uitkeringen;-3%;-5%;daling met 4%"),
            &["undecided, change-or-level; if the number is the change: missed; \
               if the number is the change with its sign: met"],
        ),
        (
            towards(Direction::Higher, "Reductie CO2;20%;24%;-26%"),
            &["undecided, change-or-level; if the number is the change: met; \
               if the number is the change with its sign: missed"],
        ),
        (
            row("Reductie CO2;20%;24%;< -22%"),
            &["undecided, change-or-level; if the number is the change: missed; \
               if the number is the change with its sign: met"],
        ),
        // Where both come to the same.
        (row("Reductie CO2;20%;16%;daling"), &["met"]),
        (row("Reductie CO2;20%;16%;toename"), &["missed"]),
        (row("Daling uitkeringen;-5%;-3%;daling met 4%"), &["missed"]),
        (row("Verandering schuld;10;-20;daling met 15"), &["met"]),
        (row("Vermindering regeldruk;100;20;< 2018"), &["met"]),
        // Rows of levels.
        (row("Schulden;100;20;daling met 50"), &["met"]),
        (row("Aantal banen;100;120;stijging"), &["met"]),
        (row("Productie;100;60;daling met 50"), &["missed"]),
    ]);
}

#[test]
fn whose_result() {
    const OF_UTRECHT: &str = "Jaarverslag 2019 gemeente Utrecht";
    let benchmark = "not-applicable, benchmark";
    let other = |name: &str| format!("{name}: {benchmark}");
    let (country, province, group) = (other("Nederland"), other("Provincie Utrecht"), other("G4"));
    let (country, province, group) = (&*country, &*province, &*group);
    let landelijk = other("Landelijk");
    let peers = other("Vergelijkbare gemeenten");
    let water = other("Waterschap Vallei");
    hold(&[
        (
            row("Nederland;10;12;> 11|Gemeente Utrecht;5;6;> 11"),
            &[country, "Gemeente Utrecht: missed"],
        ),
        (
            Case { title: OF_UTRECHT, ..row("Nederland;10;12;> 11|Utrecht;5;6;> 11") },
            &[country, "Utrecht: missed"],
        ),
        (row("Nederland;10;12;> 11|Utrecht;5;6;> 11"), &[country, "missed"]),
        (row("Landelijk;10;12;> 11|Gemeente;5;6;> 11"), &[&landelijk, "Gemeente: missed"]),
        (
            row("Provincie Utrecht;10;12;> 11|Gemeente Utrecht;5;6;> 11"),
            &[province, "Gemeente Utrecht: missed"],
        ),
        (
            row("Waterschap Vallei;10;12;> 11|Gemeente Utrecht;5;6;> 11"),
            &[&water, "Gemeente Utrecht: missed"],
        ),
        (row("G4;10;12;> 11|Leegstand;5;6;> 11"), &[group, "missed"]),
        (row("Vergelijkbare gemeenten;10;12;> 11|Leegstand;5;6;> 11"), &[&peers, "missed"]),
        (row("Nederland;10;12;> 11"), &[country]),
        (row("Werkloosheid;5;6;> 11|Nederland;10;12;> 11"), &["missed", country]),
        (
            row("Gemeente Utrecht;5;6;> 11|Nederland;10;12;> 11"),
            &["Gemeente Utrecht: missed", country],
        ),
        (
            headed(
                "Indicator;Gemeente;Realisatie 2019;Streefwaarde 2019",
                "Leegstand;Nederland;12;> 11|Leegstand;Utrecht;6;> 11",
            ),
            &[country, "Utrecht: missed"],
        ),
        (
            headed(
                "Indicator;Regio;Realisatie 2019;Streefwaarde 2019",
                "Leegstand;Nederland;12;> 11|Leegstand;Utrecht;6;> 11",
            ),
            &[country, "Utrecht: missed"],
        ),
        (
            headed(
                "Gemeente;Realisatie 2019;Streefwaarde 2019",
                "Nederland;12;> 11|Utrecht;6;> 11",
            ),
            &[country, "Utrecht: missed"],
        ),
        (
            headed("Indicator;Realisatie 2019;Nederland;Streefwaarde 2019", "Leegstand;6;12;> 11"),
            &["missed", country],
        ),
        (row("Leegstand;6;12 (landelijk);> 11"), &["undecided, not-comparable"]),
    ]);
}

#[test]
fn a_footnote_that_stands_further_on() {
    let with = |label: &str, cell: &str, note: &str| {
        let text = format!(
            "Jaarverslag 2019\n\n1.1 Veld\n\nKengetallen\n\nRealisatie 2019\n\nStreefwaarde 2019\n\n\
             {label}\n\n{cell}\n\n> 11\n\nRelevante ontwikkelingen\n\nDe markt groeit.\n\n{note}\n"
        );
        let reading = beleid::read(&text);
        let (_, indicator) = reading.budget.all_indicators().next().unwrap();
        let evaluations = indicator.evaluate(year(2019));
        answer(&evaluations[0])
    };
    for (label, cell) in [("Leegstand", "12*"), ("Leegstand*", "12")] {
        assert_eq!(with(label, cell, "* cijfer van vorig jaar"), AS_MET[0]);
        assert_eq!(with(label, cell, "* Bron: CBS"), "met");
        assert_eq!(with(label, cell, "* voorlopig"), "met, provisional");
        assert_eq!(with(label, cell, ""), AS_MET[0], "it isn't there");
    }
}

/// Kinds that were found by attack: each was met, or missed, and a careful reader doubts it.
#[test]
fn what_a_careful_reader_doubts() {
    let page = |headers: &[&str], label: &str, cells: &[&str]| {
        let headers = format!("<th>{}", headers.join("<th>"));
        let cells = format!("<td>{}", cells.join("<td>"));
        format!(
            "<h1>Begroting 2019</h1><h2>1.1 Veld</h2><h3>Prestatie-indicatoren</h3>\
             <table><tr><th>Indicator{headers}<tr><td>{label}{cells}</table>"
        )
    };
    let usual = ["Realisatie 2018", "Realisatie 2019", "Streefwaarde 2019"];
    for (label, cells) in [
        // A scale that isn't understood, and one that a cell may have written out.
        ("Schuld (mln)", ["110", "105", "&lt; 100 mln"]),
        ("Inkomsten (x € 1.000)", ["940", "950", "&gt; € 900.000"]),
        // One with a unit and the other without.
        ("Tevredenheid", ["7,4", "7,5", "&gt; 70%"]),
        ("Deelnemers", ["440", "450", "&gt; 50%"]),
        ("Bezoeken per jaar", ["11", "12", "&gt; 2 per maand"]),
        // What the label says of its figures.
        ("Tevredenheid (t/m juni)", ["5", "6", "&gt; 5"]),
        ("Tevredenheid (prognose)", ["5", "6", "&gt; 5"]),
        ("Schuldquote (norm &lt; 130%)", ["145%", "140%", "&lt; 150%"]),
        ("Tevredenheid (lager is beter)", ["5", "6", "5"]),
        // When it was measured.
        ("Tevredenheid", ["5", "6 (juni 2019)", "&gt; 5"]),
        ("Tevredenheid", ["5", "6 (2016-2019)", "&gt; 5"]),
        // Words with a mark, and another body beside the number.
        ("Oordeel", ["goed", "goed*", "voldoende"]),
        ("Score", ["5", "110 (NL)", "&gt; 105"]),
        // Changes that nobody can tell the way of.
        ("Uitstoot t.o.v. 1990", ["-20%", "-18%", "daling"]),
        ("Bevolking", ["100.000", "100.001", "stabiel"]),
        ("Aantal klachten", ["0", "3", "stijging met 10%"]),
    ] {
        let reading = Reader::new().read_as(&page(&usual, label, &cells), Layout::Html).budget;
        let answers: Vec<_> = reading.evaluate("2019".parse().unwrap()).results;
        let [answer] = &*answers else { panic!("{label} {cells:?}: {} answers", answers.len()) };
        let found = (answer.evaluation.outcome, answer.evaluation.reason);
        let is_doubted = found.0 == Outcome::Undecided || label.contains("lager");
        assert!(is_doubted, "{label} {cells:?}: {found:?}");
    }
    // The label states the direction: 6 is worse than 5.
    let page = page(&usual, "Wachttijd (lager is beter)", &["5", "6", "5"]);
    let reading = Reader::new().read_as(&page, Layout::Html).budget;
    assert_eq!(reading.evaluate("2019".parse().unwrap()).counts.missed, 1);
    // Other bodies, however they are written.
    for name in [
        "- Nederland",
        "(Nederland)",
        "Ter vergelijking: Nederland",
        "Gem. Nederland",
        "Gemiddelde G4",
    ] {
        let page = format!(
            "<h1>Begroting 2019</h1><h2>1.1 Veld</h2><h3>Prestatie-indicatoren</h3><table>\
             <tr><th>Indicator<th>Realisatie 2019<th>Streefwaarde 2019<tr><td>Tevredenheid<td>4<td>&gt; 5\
             <tr><td>{name}<td>6<td>&gt; 5</table>"
        );
        let budget = Reader::new().read_as(&page, Layout::Html).budget;
        assert_eq!(budget.evaluate("2019".parse().unwrap()).counts.met, 0, "{name}");
    }
}

/// Lengths of time that are held against each other by a reference or a sum.
#[test]
fn references_and_sums_of_another_kind() {
    let figure =
        |at: &str, role, value: i32| Figure::new(at.parse::<Period>().unwrap(), role, value);
    let answer = |indicator: &Indicator, at: &str| {
        let answers = indicator.evaluate(at.parse().unwrap());
        (answers[0].outcome, answers[0].reason)
    };
    let mut sales = Indicator::new(Id::new("i1").unwrap(), "Verkopen");
    let less = Value::Relative {
        comparison: Comparison::LessThan,
        to: Reference::Period("2018".parse().unwrap()),
    };
    sales.figures = vec![
        figure("2018", Role::Realised, 400),
        figure("2019-Q4", Role::Realised, 120),
        Figure::new("2019-Q4".parse::<Period>().unwrap(), Role::Target, less),
    ];
    let expected = (Outcome::Undecided, Some(Reason::CoversAnotherLength));
    assert_eq!(answer(&sales, "2019-Q4"), expected);

    let mut share = Indicator::new(Id::new("i2").unwrap(), "Deelname");
    share.unit = Some(beleid::Unit::PERCENT);
    share.accumulation = Some(beleid::Accumulation::Flow);
    share.figures = vec![
        figure("2019-H1", Role::Realised, 20),
        figure("2019-H2", Role::Realised, 20),
        Figure::new("2019".parse::<Period>().unwrap(), Role::Target, Value::at_least(30)),
    ];
    assert_eq!(answer(&share, "2019").0, Outcome::Undecided, "shares don't add up");
}
