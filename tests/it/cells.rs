//! How cells are read: each notation in a row that settles it, and in one that doesn't.

use beleid::{Figure, Language, Reading};

/// Reads a table of one row with the columns that are given.
fn with_row<T>(label: &str, columns: &[(&str, &str)], look: impl FnOnce(&Reading<'_>) -> T) -> T {
    let mut text = String::from("Begroting 2017\n\nPrestatie-indicatoren\n\n");
    for (header, _) in columns {
        text += &format!("{header}\n\n");
    }
    text += &format!("{label}\n\n");
    for (_, cell) in columns {
        text += &format!("{cell}\n\n");
    }
    look(&beleid::read(&text))
}

/// A figure in one line: its value on the wire, and its other parts.
pub(crate) fn shown(figure: &Figure) -> String {
    let mut line = serde_json::to_string(&figure.value).unwrap();
    if let Some(unit) = &figure.unit {
        line += &format!(" {unit}");
    }
    if let Some(part) = figure.dimensions.first() {
        line += &format!(" slice {part}");
    }
    if let Some(dated) = figure.dated {
        line += &format!(" dated {dated}");
    }
    for status in figure.status.iter() {
        line += &format!(" status {status:?}");
    }
    if !figure.notes.is_empty() {
        line += &format!(" notes {}", figure.notes.join(" "));
    }
    if let Some(remark) = &figure.remark {
        line += &format!(" remark {remark}");
    }
    line
}

/// The last figure of a row, and the message of the finding about it.
fn last(label: &str, cells: &[&str]) -> String {
    let headers = ["Behaald 2014", "Behaald 2015", "Begroting 2016", "Beoogd 2017"];
    let columns: Vec<_> =
        headers[headers.len() - cells.len()..].iter().copied().zip(cells.iter().copied()).collect();
    with_row(label, &columns, |reading| {
        let indicator = &reading.budget.fields[0].indicators[0];
        let Some(figure) = indicator.figures.last() else {
            return format!(
                "unplaced: {}",
                reading.source_findings().last().unwrap().message(Language::English)
            );
        };
        assert_eq!(&*figure.cell.as_ref().unwrap().printed, cells.last().unwrap().trim());
        let place = format!("figure #{}", indicator.figures.len());
        let finding = reading
            .source_findings()
            .iter()
            .find(|each| each.places().iter().any(|at| at.to_string().ends_with(&place)));
        let said =
            finding.map(|each| format!(" [{}: {}]", each.rule, each.message(Language::English)));
        shown(figure) + said.as_deref().unwrap_or("")
    })
}

fn check(cases: &[(&str, &str)]) {
    for (cell, expected) in cases {
        assert_eq!(last("Bezoekers", &["1", cell]), *expected, "{cell:?}");
    }
}

#[test]
fn missing() {
    check(&[
        ("-", r#"{"missing":"unspecified"}"#),
        ("–", r#"{"missing":"unspecified"}"#),
        ("- **", r#"{"missing":"unspecified"} notes **"#),
        ("n.b.", r#"{"missing":"not_available"}"#),
        ("NB", r#"{"missing":"not_available"}"#),
        ("nnb", r#"{"missing":"not_yet_known"}"#),
        ("PM", r#"{"missing":"not_yet_known"}"#),
        ("p.m.", r#"{"missing":"not_yet_known"}"#),
        ("n.v.t.", r#"{"missing":"not_applicable"}"#),
        ("Nvt", r#"{"missing":"not_applicable"}"#),
        ("niet gemeten", r#"{"missing":"not_measured"}"#),
        ("Nog in te vullen²", r#"{"missing":"not_yet_known"} notes ²"#),
        ("8)", r#"{"missing":"blank"} notes 8)"#),
        (
            "Zie begroting GR HLTsamen",
            r#"{"missing":"elsewhere"} remark Zie begroting GR HLTsamen"#,
        ),
    ]);
}

#[test]
fn numbers() {
    check(&[
        ("10", r#"{"exact":"10"}"#),
        ("0", r#"{"exact":"0"}"#),
        ("7800", r#"{"exact":"7800"}"#),
        ("25,8", r#"{"exact":"25.8"}"#),
        ("7,50", r#"{"exact":"7.50"}"#),
        ("479.350", r#"{"exact":"479350"}"#),
        ("12.345", r#"{"exact":"12345"}"#),
        ("1.234.567", r#"{"exact":"1234567"}"#),
        ("1.234,5", r#"{"exact":"1234.5"}"#),
        ("-5", r#"{"exact":"-5"}"#),
        ("−5,5", r#"{"exact":"-5.5"}"#),
        ("11,3%", r#"{"exact":"11.3"} percent"#),
        ("70 %", r#"{"exact":"70"} percent"#),
        ("2‰", r#"{"exact":"2"} per mille"#),
        ("€ 559", r#"{"exact":"559"} euro"#),
        ("5450*", r#"{"exact":"5450"} status Unclear notes *"#),
        ("*28,8", r#"{"exact":"28.8"} status Unclear notes *"#),
        ("**65,2", r#"{"exact":"65.2"} status Unclear notes **"#),
        ("85% 1)", r#"{"exact":"85"} percent status Unclear notes 1)"#),
        ("12,5¹", r#"{"exact":"12.5"} status Unclear notes ¹"#),
    ]);
}

#[test]
fn parentheses() {
    check(&[
        ("48% (2008)", r#"{"exact":"48"} percent dated 2008"#),
        ("48% (meting 2008)", r#"{"exact":"48"} percent dated 2008 remark meting 2008"#),
        (
            "79,3% (TK)",
            r#"{"exact":"79.3"} percent status Unclear remark TK [remark-in-cell: "TK" is kept as a remark on 79.3]"#,
        ),
        (
            "256.000 (inclusief 6.000 bezoekers Grand)",
            r#"{"exact":"256000"} status Unclear remark inclusief 6.000 bezoekers Grand [remark-in-cell: "inclusief 6.000 bezoekers Grand" is kept as a remark on 256000]"#,
        ),
        ("85 (schatting)", r#"{"exact":"85"} status Estimated remark schatting"#),
        ("85 (circa)", r#"{"exact":"85"} status Approximate remark circa"#),
        ("85 (voorlopig cijfer)", r#"{"exact":"85"} status Provisional remark voorlopig cijfer"#),
        ("12 (t/m oktober)", r#"{"exact":"12"} status Partial remark t/m oktober"#),
    ]);
    // These change the number, or may.
    for cell in [
        "3 (miljoen)",
        "10 (negatief)",
        "15 (meer dan)",
        "3 (of 4)",
        "9 (sinds 2010)",
        "3 (a)",
        "3 (4)",
    ] {
        let read = last("Bezoekers", &["1", cell]);
        let rules = ["[misprint: ", "[several-numbers: ", "[not-understood: "];
        let is_kept =
            read.starts_with("{\"text\":") && rules.iter().any(|rule| read.contains(rule));
        assert!(read.starts_with("unplaced: ") || is_kept, "{read}");
    }
}

#[test]
fn comparators_ranges_and_ranks() {
    check(&[
        ("> 15", r#"{"more_than":"15"}"#),
        (">15", r#"{"more_than":"15"}"#),
        (">  6,8", r#"{"more_than":"6.8"}"#),
        ("> 90%", r#"{"more_than":"90"} percent"#),
        ("≥ 80%", r#"{"at_least":"80"} percent"#),
        (">= 80", r#"{"at_least":"80"}"#),
        ("< 600", r#"{"less_than":"600"}"#),
        ("<10%", r#"{"less_than":"10"} percent"#),
        ("<= 5", r#"{"at_most":"5"}"#),
        ("≤5", r#"{"at_most":"5"}"#),
        ("minimaal 5", r#"{"at_least":"5"}"#),
        ("Max. 5", r#"{"at_most":"5"}"#),
        ("meer dan 5", r#"{"more_than":"5"}"#),
        ("Top 5", r#"{"at_most":"5"} rank"#),
        ("23-25", r#"{"between":{"low":"23","high":"25"}}"#),
        ("23 – 25", r#"{"between":{"low":"23","high":"25"}}"#),
        ("6- 6,5*", r#"{"between":{"low":"6","high":"6.5"}} status Unclear notes *"#),
        ("65 tot 70 %", r#"{"between":{"low":"65","high":"70"}} percent"#),
        ("65% - 70%", r#"{"between":{"low":"65","high":"70"}} percent"#),
        ("tussen 240.000 en 260.000", r#"{"between":{"low":"240000","high":"260000"}}"#),
        ("circa 5", r#"{"exact":"5"} status Approximate"#),
        ("± 5%", r#"{"exact":"5"} percent status Approximate"#),
        ("ca. 23-25", r#"{"between":{"low":"23","high":"25"}} status Approximate"#),
        ("100% in 2027", r#"{"exact":"100"} percent dated 2027"#),
        (
            "daling met 5%",
            r#"{"change_by":{"direction":"decrease","by":"5","unit":{"measure":"percent","scale":"ones","per":null},"to":null}}"#,
        ),
        (
            "Toename van 3",
            r#"{"change_by":{"direction":"increase","by":"3","unit":null,"to":null}}"#,
        ),
        (
            "10% lager dan in 2016",
            r#"{"change_by":{"direction":"decrease","by":"10","unit":{"measure":"percent","scale":"ones","per":null},"to":{"period":"2016"}}}"#,
        ),
        (
            "+5% t.o.v. nulmeting",
            r#"{"change_by":{"direction":"increase","by":"5","unit":{"measure":"percent","scale":"ones","per":null},"to":"baseline"}}"#,
        ),
        (
            "stijging met 2 procentpunt t.o.v. 2015",
            r#"{"change_by":{"direction":"increase","by":"2","unit":{"measure":"percentage point","scale":"ones","per":null},"to":{"period":"2015"}}}"#,
        ),
        (
            "toename t.o.v. 2015",
            r#"{"relative":{"comparison":"more_than","to":{"period":"2015"}}}"#,
        ),
        (
            "5% groei",
            r#"{"change_by":{"direction":"increase","by":"5","unit":{"measure":"percent","scale":"ones","per":null},"to":null}}"#,
        ),
        ("toename", r#"{"change":"increase"}"#),
        ("Daling", r#"{"change":"decrease"}"#),
        ("stabiel", r#"{"change":"unchanged"}"#),
        ("Ja", r#"{"flag":true}"#),
        ("nee", r#"{"flag":false}"#),
        ("behaald", r#"{"text":"behaald"}"#),
        ("< nulmeting", r#"{"relative":{"comparison":"less_than","to":"baseline"}}"#),
    ]);
}

#[test]
fn what_is_not_written_as_a_number_stays_text() {
    let misprints = [
        "62,%9",
        "64,%0",
        "56,%4-",
        "1.23.456",
        "1,234,567",
        "12,",
        ",5",
        "007",
        "5 6",
        "€",
        "> ",
        "(3)",
        "3,7 (3)",
        "25-23",
        "1.000,00,0",
        "..",
        "+5",
        "12345678901234567890123456789",
        "2014-2015",
        "12-2016",
        "10⁶",
        "?",
        "--",
    ];
    for misprint in misprints {
        let read = last("Bezoekers", &["1", misprint]);
        let printed = misprint.trim();
        let kept = format!(r#"{{"text":"{printed}"}} ["#);
        assert!(read.starts_with(&kept), "{misprint}: {read}");
    }
    // In books of accounts a minus behind a number is its sign; among results it may be anything.
    for printed in ["56,5%-", "69,0-"] {
        let message =
            format!("misprint: \"{printed}\" is not written as a number, and is kept as text");
        let expected = format!("{{\"text\":\"{printed}\"}} [{message}]");
        assert_eq!(last("Bezoekers", &["1", printed]), expected);
    }
    assert_eq!(
        last("Bezoekers", &["1", "62,%9"]),
        r#"{"text":"62,%9"} [misprint: "62,%9" is not written as a number, and is kept as text]"#
    );
    assert_eq!(
        last("Bezoekers", &["1", "28 dagen oud"]),
        r#"{"text":"28 dagen oud"} [not-understood: "28 dagen oud" was not understood, and is kept as text]"#,
        "the row has its cells"
    );
}

#[test]
fn a_point_with_three_digits_behind_it() {
    let grouped = r#"{"exact":"1049"}"#;
    let ambiguous =
        r#"{"text":"1.049"} [ambiguous-number: "1.049" may be 1049 or 1.049, and is kept as text]"#;
    assert_eq!(last("Aantal woningen", &["-", "1.049"]), grouped, "things are counted whole");
    assert_eq!(last("Woningen", &["963", "1.049"]), grouped, "its neighbour is as large");
    assert_eq!(last("Woningen", &["12.345", "1.049"]), grouped);
    assert_eq!(last("Tarief", &["1,1", "1.049"]), ambiguous, "size and notation disagree");
    assert_eq!(last("Tarief", &["1", "1.049"]), ambiguous, "size alone makes no decimals");
    assert_eq!(last("Woningen", &["20", "1.049"]), ambiguous);
    assert_eq!(last("Tarief", &["0.95", "1.049"]), r#"{"exact":"1.049"}"#, "as its neighbour");
    let parenthesis = last("Woningen", &["5 (excl. stad)", "1.049"]);
    assert_eq!(parenthesis, ambiguous, "a point in words groups nothing");
    assert_eq!(last("Woningen", &["-", "1.049"]), ambiguous, "nothing tells");
    assert_eq!(
        last("Rendement", &["> 12,4%", "12.345%"]),
        r#"{"text":"12.345%"} percent [ambiguous-number: "12.345%" may be 12345 or 12.345, and is kept as text]"#,
        "its neighbour contradicts it"
    );
    assert_eq!(last("Woningen", &["963", "> 1.049"]), r#"{"more_than":"1049"}"#);
    assert_eq!(
        last("Woningen", &["-", "1.049-1.100"]),
        r#"{"text":"1.049-1.100"} [ambiguous-number: "1.049-1.100" may be 1049–1100 or 1.049–1.100, and is kept as text]"#
    );
    assert_eq!(last("Woningen", &["-", "0.190"]).split(' ').next(), Some(r#"{"exact":"0.190"}"#));
    assert_eq!(last("Tarief", &["2,25", "1,049"]), r#"{"exact":"1.049"}"#);
    assert_eq!(
        last("Bezoekers", &["436,550", "479,350"]),
        r#"{"text":"479,350"} [ambiguous-number: "436,550" may be 436550 or 436.550, and is kept as text (and 1 more: "479,350")]"#
    );
    assert_eq!(
        last("Tarief", &["-", "1,049"]),
        r#"{"text":"1,049"} [ambiguous-number: "1,049" may be 1049 or 1.049, and is kept as text]"#
    );
}

#[test]
fn a_point_that_groups_nothing() {
    assert_eq!(
        last("Cijfer", &["> 7,3", "7.5"]),
        r#"{"exact":"7.5"} [decimal-point: the point in "7.5" was read as a decimal sign]"#
    );
    assert_eq!(
        last("Cijfer", &["-", "7.5"]),
        r#"{"text":"7.5"} [ambiguous-number: the point in "7.5" may be a decimal sign, and it is kept as text]"#
    );
    assert_eq!(
        last("Cijfer", &["750", "7.5"]),
        r#"{"text":"7.5"} [ambiguous-number: the point in "7.5" may be a decimal sign, and it is kept as text]"#
    );
    assert_eq!(
        last("Cijfer", &["-", "0.19"]),
        r#"{"exact":"0.19"} [decimal-point: the point in "0.19" was read as a decimal sign]"#
    );
}

#[test]
fn a_comparison_with_a_year() {
    let of_2016 = r#"{"relative":{"comparison":"more_than","to":{"period":"2016"}}}"#;
    assert_eq!(last("Bezoekers", &["23-25", "-", "-", "> 2016"]), of_2016);
    assert_eq!(last("Bezoekers", &["479.350", "> 2015", ">  2016"]), of_2016);
    assert_eq!(
        last("Leegstand", &["11,3%", "8,5%", "<  2016"]),
        r#"{"relative":{"comparison":"less_than","to":{"period":"2016"}}}"#
    );
    assert_eq!(last("Bezoekers", &["23", "> vorig jaar"]), of_2016);
    let ambiguous = r#"{"text":"> 2016"} [ambiguous-year: "> 2016" may compare with the result of 2016 or with the number 2016, and is kept as text]"#;
    assert_eq!(last("Bezoekers", &["1950", "> 2016"]), ambiguous, "as large as the others");
    assert_eq!(last("Bezoekers", &["-", "> 2016"]), ambiguous, "nothing to compare with");
    assert_eq!(last("Bezoekers", &["1950", "> 2030"]), r#"{"more_than":"2030"}"#, "not yet");
    assert_eq!(
        last("Bezoekers", &["12", "> 2017"]),
        ambiguous.replace("2016", "2017"),
        "a year is not compared with itself"
    );
}

#[test]
fn a_decimal_point_elsewhere_takes_no_thousands_from_what_is_counted() {
    let text = "Begroting 2017\n\nPrestatie-indicatoren\n\nBehaald 2015\n\nBeoogd 2017\n\n\
        Aantal overnachtingen\n\n436.550\n\n479.350\n\nWaardering\n\n7,1\n\n7.5\n";
    let reading = beleid::read(text);
    let values: Vec<_> = reading.budget.fields[0]
        .indicators
        .iter()
        .flat_map(|indicator| &indicator.figures)
        .map(|figure| figure.value.to_string())
        .collect();
    assert_eq!(values, ["436550", "479350", "7.1", "7.5"]);
}

#[test]
fn words_that_compare_with_four_digits_may_mean_a_year_or_a_number() {
    for cell in ["meer dan 2016", "lager dan 2015", "hoger dan 2000"] {
        let reading = beleid::read_cell(cell);
        assert_eq!(reading.findings[0].rule, beleid::Rule::AmbiguousYear, "{cell}");
        assert_eq!(reading.figure.value, beleid::Value::Text(cell.to_owned()));
    }
    assert_eq!(last("Bezoekers", &["1950", "meer dan 2030"]), r#"{"more_than":"2030"}"#);
}

#[test]
fn all_words_beside_a_number_are_kept() {
    let figure = beleid::read_cell("250 woningen (excl. stad)").figure;
    assert_eq!(figure.remark.as_deref(), Some("woningen excl. stad"));
}
