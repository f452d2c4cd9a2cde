//! Shapes of tables that published pages have, each on a small page of its own.

use beleid::{Layout, Reader};

/// Each figure: its label, its period, role and flow, and the printed cell.
fn figures(page: &str, layout: Layout) -> Vec<String> {
    let reading = Reader::new().read_as(page, layout);
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    reading
        .figures()
        .map(|figure| {
            let row = serde_json::to_value(&figure).unwrap();
            let state = ["period", "role", "flow"].map(|key| text(&row[key])).join(" ");
            let slice = text(&row["slice"]);
            let state = if slice.is_empty() { state } else { format!("{state} of {slice}") };
            let state = state.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{} | {state} | {}", text(&row["label"]), text(&row["printed"]))
        })
        .collect()
}

/// Those of one label.
fn figures_of(page: &str, label: &str) -> Vec<String> {
    let all = figures(page, Layout::Lines).into_iter();
    all.filter(|row| row.split(" | ").next() == Some(label)).collect()
}

fn lines(page: &[&str]) -> String {
    page.join("\n")
}

#[test]
fn six_years_stand_over_seven_columns() {
    let page = lines(&[
        "Uitgaven 2020 2021 2022 2023 2024 2025",
        "Jaarrekening Jaarrekening Jaarrekening Meerjarenplan Meerjarenplan Meerjarenplan Meerjarenplan",
        "Goederen 517.112 491.146 441.918 620.817 672.007 682.556 691.391",
        "Lonen 515.513 490.166 440.064 619.407 670.597 681.146 689.981",
    ]);
    let read = figures(&page, Layout::Lines);
    let goods =
        ["2020 realised", "2021 realised", "2022 realised", "2022 budgeted", "2023 budgeted"];
    for (row, state) in read.iter().zip(goods) {
        assert!(row.contains(state), "{row} is not of {state}");
    }
    assert_eq!(read.len(), 14);
}

#[test]
fn years_above_words_without_a_year_are_theirs() {
    let page = lines(&[
        "Performance Measures",
        "2020-21 2021-22",
        "2017-18 2018-19 2019-20 Estimated Projected",
        "Basins cleaned 95,561 90,279 64,222 75,000 90,000",
        "Sewer miles cleaned 6,870 6,787 6,393 6,500 6,750",
    ]);
    assert_eq!(
        figures(&page, Layout::Lines)[..5],
        [
            "Basins cleaned | 2017/18 | 95,561",
            "Basins cleaned | 2018/19 | 90,279",
            "Basins cleaned | 2019/20 | 64,222",
            "Basins cleaned | 2020/21 expected | 75,000",
            "Basins cleaned | 2021/22 expected | 90,000",
        ]
    );
}

#[test]
fn a_header_for_all_columns_below_the_others_is_a_group() {
    let page = lines(&[
        "Begroting 2022",
        "",
        "Bedragen x € 1.000",
        "",
        "Rekening",
        "2020",
        "",
        "Begroting",
        "2021",
        "",
        "Heffingen besteding vrij",
        "",
        "Lasten",
        "",
        "0",
        "",
        "12",
        "",
        "Baten",
        "",
        "-62.455",
        "",
        "-64.335",
        "",
        "Saldo",
        "",
        "-62.455",
        "",
        "-64.323",
    ]);
    assert_eq!(
        figures(&page, Layout::Lines),
        [
            "Lasten | 2020 realised expenses | 0",
            "Lasten | 2021 budgeted expenses | 12",
            "Baten | 2020 realised income | -62.455",
            "Baten | 2021 budgeted income | -64.335",
            "Saldo | 2020 realised balance | -62.455",
            "Saldo | 2021 budgeted balance | -64.323",
        ]
    );
}

#[test]
fn rows_of_pipes_may_be_broken() {
    let page = "Indicator |\n\t Realisatie 2024 |\n\t Begroting 2025 |\n\t\n|---|---|---|\nBanen |\n\t 98 |\n\t 91 |\n\t\n\
                Woningen |\n\t 12 |\n\t 14 |\n";
    assert_eq!(
        figures(page, Layout::Markdown),
        [
            "Banen | 2024 realised | 98",
            "Banen | 2025 budgeted | 91",
            "Woningen | 2024 realised | 12",
            "Woningen | 2025 budgeted | 14",
        ]
    );
}

#[test]
fn a_header_stands_over_a_year_and_what_was_measured() {
    let page = "Indicatoren | Laatste meting | Verwachting 2019 | Verwachting 2022 | |\n---|---|---|---|---|\n\
                Verzuim | 2016 | 2,29 | 1,80 | 1,70 |\nUitval | 2017 | 7,65 | 7,60 | 7,55 |\n";
    let read = figures(page, Layout::Markdown);
    assert_eq!(read.len(), 6);
    assert!(read[0].starts_with("Verzuim | 2016") && read[0].ends_with("| 2,29"), "{}", read[0]);
    assert_eq!(read[1], "Verzuim | 2019 expected | 1,80");
    assert_eq!(read[2], "Verzuim | 2022 expected | 1,70");
}

#[test]
fn names_broken_in_narrow_columns_are_whole() {
    let page = "| Indicator | Waad hoeke | Neder land | Periode |\n|---|---|---|---|\n| Vernieling | 4,3 | 3,7 | 2024 |\n";
    assert_eq!(
        figures(page, Layout::Markdown),
        ["Vernieling | 2024 of Waadhoeke | 4,3", "Vernieling | 2024 of body: Nederland | 3,7"]
    );
}

#[test]
fn a_table_is_refused_whose_headers_may_be_labels() {
    let page = lines(&[
        "Streefwaarde",
        "",
        "Realisatie",
        "",
        "Zorg en welzijn",
        "",
        "Afval per huis",
        "",
        "kg per inwoner",
        "",
        "100 kg in 2020",
        "",
        "2018",
        "",
        "104",
        "",
        "172",
        "",
        "105 in 2019",
        "",
        "%",
        "",
        "2015",
        "",
        "0,9",
        "",
        "11,8",
    ]);
    let reading = Reader::new().read_as(&page, Layout::Lines);
    assert!(reading.figures().all(|row| row.figure.is_none() && !row.findings.is_empty()));
    assert!(reading.coverage().unplaced > 3);
}

#[test]
fn rows_of_amounts_without_labels_are_no_table() {
    let rows = "$ 979.67 $ 401.12\n$ 1,160.37 $ 401.12\n$ 1,224.10 $ 402.30\n";
    let page =
        format!("Budget 2022\n\nValue of the districts, in millions\nJan 2019 Jan 2020\n{rows}");
    let reading = Reader::new().read_as(&page, Layout::Lines);
    assert_eq!(reading.figures().filter(|row| row.figure.is_some()).count(), 0);
    assert_eq!(reading.coverage().unplaced, 6);
}

#[test]
fn names_that_are_torn_without_end_are_not_put_together() {
    let head =
        "Begroting 2019\n\nProgramma's\n\nRekening 2017\n\nBegroting 2018\n\nBegroting 2019\n\n";
    let rows = "zorg dekkings-\n\nlasten\n\n168.700\n\n56.500\n\n180.100\n\n\
                middelen-\n\nbaten\n\n-26.556\n\n-27.480\n\n-28.604\n\n";
    let page = format!("{head}{}", rows.repeat(40));
    let reading = Reader::new().read_as(&page, Layout::Lines);
    let groups =
        reading.figures().map(|row| serde_json::to_value(&row).unwrap()["group"].to_string());
    let longest = groups.map(|group| group.len()).max();
    assert!(longest.is_some_and(|longest| (20..200).contains(&longest)), "{longest:?}");
}

#[test]
fn numbers_in_no_table_are_listed() {
    for page in [
        "312.216 253.975 58.241 Zorg voor kinderen 349.713 278.552 71.161\n",
        "Kengetallen:Rekening2015Rekening2016Netto schuldquote58%50%Solvabiliteit29%33%Ruimte22%11%\n",
        "<table><tr><td>Vorderingen</td><td>450</td></tr><tr><td>Bank</td><td>1.200</td></tr></table>",
    ] {
        let reading = Reader::new().read_as(page, Layout::of(page));
        let coverage = reading.coverage();
        assert!(coverage.unplaced >= 2 && coverage.text <= 2, "{page}: {coverage:?}");
        let rules: Vec<_> = reading.findings().iter().map(|finding| finding.rule).collect();
        assert!(rules.contains(&beleid::Rule::TableNotRead), "{page}: {rules:?}");
    }
    // However long their line is.
    let page = "Netto schuldquote58%50%Solvabiliteit29%33%".repeat(100);
    assert_eq!(beleid::read(&page).coverage().unplaced, 400);
    // Sentences are none.
    let page =
        "In 2016 waren er 12 scholen met 340 leerlingen, en in 2017 nog 11 met 310 leerlingen.\n";
    assert_eq!(beleid::read(page).coverage().unplaced, 0);
}

#[test]
fn headers_whose_empty_corner_was_lost_stand_above_their_columns() {
    let page = "2020 | 2021 | 2022 | |\n---|---|---|---|---|\nJaarrekening | Jaarrekening | Meerjarenplan | Meerjarenplan | |\n\
                Uitgave | 523 | 452 | 388 | 413 |\nOntvangst | 25 | 24 | 26 | 25 |\n";
    assert_eq!(
        figures(page, Layout::Markdown)[..4],
        [
            "Uitgave | 2020 realised expenses | 523",
            "Uitgave | 2021 realised expenses | 452",
            "Uitgave | 2021 budgeted expenses | 388",
            "Uitgave | 2022 budgeted expenses | 413",
        ]
    );
}

#[test]
fn a_row_that_lost_a_cell_is_placed_where_its_sums_come_out() {
    let page = lines(&[
        "Overzicht van baten en lasten",
        "",
        "Programma Lasten 2016 Baten 2016 Saldo 2016 Lasten 2017 Baten 2017 Saldo 2017",
        "Bestuur 120 20 -100 130 40 -90",
        "Wonen 80 95 15 70 95 25",
        "Sport 60 -60 50 10 -40",
        "Zorg 30 40 -40",
    ]);
    // What `-60` is the balance of says that there was no income.
    let sport = figures_of(&page, "Sport");
    assert_eq!(
        sport,
        [
            "Sport | 2016 expenses | 60",
            "Sport | 2017 expenses | 50",
            "Sport | 2016 income | ",
            "Sport | 2017 income | 10",
            "Sport | 2016 balance | -60",
            "Sport | 2017 balance | -40",
        ]
    );
    // In which column of 2016 the first number stands is not known, and not guessed.
    let care = figures_of(&page, "Zorg");
    let expected =
        ["Zorg | 2017 expenses | 40", "Zorg | expenses | 30", "Zorg | 2017 balance | -40"];
    assert_eq!(care, expected);
}

#[test]
fn a_total_tells_where_an_empty_cell_stands() {
    let page = lines(&[
        "Indicatoren",
        "",
        "Onderdeel Begroting 2016 Begroting 2017 Begroting 2018",
        "Wegen 120 130 140",
        "Water 80 15",
        "Groen 10 20 30",
        "Totaal 210 150 185",
    ]);
    let water = figures_of(&page, "Water");
    let expected =
        ["Water | 2016 budgeted | 80", "Water | 2017 budgeted | ", "Water | 2018 budgeted | 15"];
    assert_eq!(water, expected);
}

#[test]
fn a_header_with_a_role_and_a_year_is_no_label() {
    // The row lost a cell, so that the last header might be its label.
    let page =
        "Indicatoren\n\nBehaald 2020\n\nBehaald 2021\n\nBegroot 2023\n\nJeugdhulp\n\n-593\n\n124\n";
    let read = figures(page, Layout::Lines);
    assert!(!read.iter().any(|row| row.contains("2020 realised")), "{read:?}");
    assert_eq!(read.len(), 2, "both numbers are listed: {read:?}");
}

#[test]
fn a_group_of_rows_beats_a_flow_above_all_columns() {
    let page = lines(&[
        "Wat mag het kosten?",
        "x € 1.000",
        "Omschrijving Behaald 2014 Begroot 2015",
        "Lasten",
        "Veiligheid 9.117 9.555",
        "Totaal lasten 9.117 9.555",
        "Baten",
        "Onderwijs 1.343 114",
        "Totaal baten 1.343 114",
    ]);
    let read = figures(&page, Layout::Lines);
    assert!(read.contains(&"Veiligheid | 2014 realised expenses | 9.117".to_owned()), "{read:?}");
    assert!(read.contains(&"Onderwijs | 2014 realised income | 1.343".to_owned()), "{read:?}");
}

#[test]
fn a_code_is_no_cell_of_the_row_above() {
    let page = "Indicatoren\n\nNr.\n\nIndicator\n\nBehaald 2015\n\nBehaald 2016\n\n\
        1\n\nDiefstal\n\n62,9\n\n91,9\n\n2\n\nJeugdhulp\n\n71,6\n\n3\n\nStroom\n\n13,7\n\n89,4\n\n\
        4\n\nDruk\n\n77,2\n\n67,4\n";
    let read = figures(page, Layout::Lines);
    assert!(read.contains(&"Stroom | 2015 realised | 13,7".to_owned()), "{read:?}");
    assert!(!read.iter().any(|row| row.ends_with("| 3")), "{read:?}");
}

#[test]
fn years_as_rows_and_indicators_as_columns() {
    let rows = [["2021", "18,1", "13,0"], ["2022", "66,1", "31,7"]];
    let heads = ["Jaar", "Netto schuldquote", "Tevredenheid over de dienstverlening"];
    let expected = [
        "Netto schuldquote | 2021 | 18,1",
        "Netto schuldquote | 2022 | 66,1",
        "Tevredenheid over de dienstverlening | 2021 | 13,0",
        "Tevredenheid over de dienstverlening | 2022 | 31,7",
    ];
    let all = || std::iter::once(&heads).chain(&rows);
    let cells: Vec<&str> = all().flatten().copied().collect();
    let in_lines = format!("Indicatoren\n\n{}\n", cells.join("\n\n"));
    let in_tabs: Vec<String> = all().map(|row| row.join("\t")).collect();
    let in_tabs = format!("Indicatoren\n\n{}\n", in_tabs.join("\n"));
    let of_row = |row: &[&str; 3]| format!("<tr><td>{}</td></tr>", row.join("</td><td>"));
    let in_html: String = all().map(of_row).collect();
    let in_html = format!("<h3>Indicatoren</h3><table>{in_html}</table>");
    for (page, layout) in
        [(in_lines, Layout::Lines), (in_tabs, Layout::Lines), (in_html, Layout::Html)]
    {
        assert_eq!(figures(&page, layout), expected, "{page}");
    }
}

#[test]
fn wide_gaps_tell_columns_apart_and_where_a_cell_is_empty() {
    let page = "\
Overzicht van baten en lasten

Omschrijving                Realisatie             Begroting
                          2019       2020       2021       2022
Bestuur                 22.298     26.443                16.245
Wonen en leefomgeving    5.179                2.284      24.947
Sport                    9.403      3.616     3.937      -7.005
Zorg                     1.403      2.616     1.937      -1.005
";
    let read = figures(page, Layout::Lines);
    for row in [
        "Bestuur | 2020 realised | 26.443",
        "Bestuur | 2022 budgeted | 16.245",
        "Wonen en leefomgeving | 2019 realised | 5.179",
        "Wonen en leefomgeving | 2021 budgeted | 2.284",
    ] {
        assert!(read.contains(&row.to_owned()), "{row} is not in {read:?}");
    }
}

#[test]
fn headers_stand_above_cycles_evenly() {
    let page = "\
| | 2010 | 2009 |
|---|---|---|---|---|
| | Lasten | Baten | Lasten | Baten |
| Bestuur | 1 | 2 | 3 | 4 |
| Wonen | 5 | 6 | 7 | 8 |
";
    assert_eq!(
        figures(page, Layout::Markdown)[..4],
        [
            "Bestuur | 2010 expenses | 1",
            "Bestuur | 2009 expenses | 3",
            "Bestuur | 2010 income | 2",
            "Bestuur | 2009 income | 4",
        ]
    );
}

#[test]
fn headers_that_contradict_each_other_place_nothing() {
    let page = "<h3>Indicatoren</h3><table>\
        <tr><th></th><th colspan=2>Realisatie 2021</th><th colspan=2>Begroting 2023</th></tr>\
        <tr><th></th><th>Begroting</th><th>2020</th><th>primitief</th><th>na wijziging</th></tr>\
        <tr><td>Banen</td><td>10</td><td>20</td><td>30</td><td>40</td></tr></table>";
    assert_eq!(
        figures(page, Layout::Html),
        [
            "Banen | 2021 | 10",
            "Banen | realised | 20",
            "Banen | 2023 budgeted | 30",
            "Banen | 2023 amended | 40",
        ]
    );
    let reading = Reader::new().read_as(page, Layout::Html);
    let torn = reading.findings().into_iter().filter(|of| of.rule == beleid::Rule::MixedHeader);
    assert_eq!(torn.map(|of| of.places().len()).sum::<usize>(), 2);
}

#[test]
fn a_balance_at_the_beginning_of_a_year_is_not_that_at_its_end() {
    let page = lines(&[
        "Reserves",
        "x € 1.000",
        "Reserve;saldo begin 2022;vermeerderingen 2022;verminderingen 2022;saldo eind 2022",
        "Algemene reserve;9.750;875;3.071;7.554",
        "Egalisatiereserve;1.750;75;71;1.754",
    ]);
    let read = figures(&page.replace(';', "\t"), Layout::Lines);
    assert_eq!(
        read[..4],
        [
            "Algemene reserve | 2022-01-01 balance | 9.750",
            "Algemene reserve | 2022-12-31 balance | 7.554",
            "Algemene reserve | 2022 reserves_in | 875",
            "Algemene reserve | 2022 reserves_out | 3.071",
        ]
    );
}

#[test]
fn names_as_programs_write_them_are_headers() {
    let page = "\
Ministry,HeadNumber,HeadName,BudgetYear,DataVersion,DataValue
Justice,25,Corrections,2023,ACTUAL,26786
Justice,25,Corrections,2024,REVISED,26077
";
    assert_eq!(
        figures(page, Layout::Csv),
        ["Corrections | 2023 realised | 26786", "Corrections | 2024 amended | 26077"]
    );
}

#[test]
fn rows_that_end_in_one_number_are_a_table() {
    let page = lines(&[
        "Kosten",
        "Onderdeel Begroting 2024",
        "Personeel 12.345",
        "Huisvesting en inkoop 2.345",
        "Overig 345",
    ]);
    assert_eq!(figures(&page, Layout::Lines)[0], "Personeel | 2024 budgeted expenses | 12.345");
    // Without a header they are listed.
    let page = lines(&["Kosten", "Personeel 12.345", "Huisvesting 2.345", "Inkoop 4.345"]);
    assert_eq!(figures(&page, Layout::Lines).len(), 3);
    // The numbers of houses are no table.
    let page = lines(&["Locaties", "Kerkstraat 12", "Marktplein 3", "Dorpsweg 45"]);
    assert!(figures(&page, Layout::Lines).is_empty());
}

#[test]
fn what_a_site_prints_around_a_table_is_set_apart() {
    for furniture in
        ["Terug naar navigatie - Tabel 1", "Deze pagina is gebouwd op 09/04/2020 12:31:34"]
    {
        let page = format!(
            "Indicatoren\n\nBehaald 2015\n\nBehaald 2016\n\nWinkels\n\n10\n\n11\n\n{furniture}\n\nScholen\n\n5\n\n6\n"
        );
        assert_eq!(
            figures(&page, Layout::Lines),
            [
                "Winkels | 2015 realised | 10",
                "Winkels | 2016 realised | 11",
                "Scholen | 2015 realised | 5",
                "Scholen | 2016 realised | 6",
            ]
        );
        let reading = beleid::read(&page);
        let line = reading.lines().find(|line| line.text == furniture).unwrap();
        assert_eq!(line.used_as, beleid::LineUse::Furniture);
    }
}

#[test]
fn a_scale_below_a_table_is_its_own() {
    let page = lines(&[
        "Wat mag het kosten?",
        "Programma Begroting 2023 Begroting 2024",
        "Lasten 7.912 8.145",
        "Baten 4.469 4.469",
        "bedragen * €1.000",
    ]);
    let reading = beleid::read(&page);
    let line = reading.budget.fields[0].costs.first().unwrap();
    assert_eq!(line.figures[0].value, beleid::Value::Exact(7_912_000.into()));
    assert!(reading.findings().iter().any(|of| of.rule == beleid::Rule::LikelyReading));
}

#[test]
fn sums_that_fail_place_nothing() {
    // Most balances don't come out, so they say nothing of the short row.
    let page = lines(&[
        "Overzicht van baten en lasten",
        "",
        "Onderdeel Lasten 2016 Baten 2016 Saldo 2016 Lasten 2017 Baten 2017 Saldo 2017",
        "Bestuur 120 20 -100 130 40 -90",
        "Wonen 80 95 15 70 95 25",
        "Wegen 81 97 55 71 92 65",
        "Water 82 93 75 72 93 85",
        "Groen 83 94 95 73 91 45",
        "Sport 60 -60 50 10 -40",
    ]);
    let sport = figures_of(&page, "Sport");
    assert_eq!(sport.len(), 5);
    assert!(sport.iter().all(|row| !row.contains("2016") && !row.contains("2017")), "{sport:?}");
    // The first balance is whole and wrong, whichever cell the second one lacks.
    let page = lines(&[
        "Overzicht van baten en lasten",
        "",
        "Onderdeel Lasten 2016 Baten 2016 Saldo 2016 Lasten 2017 Baten 2017 Saldo 2017",
        "Bestuur 120 20 -100 130 40 -90",
        "Wonen 80 95 15 70 95 25",
        "Groen 60 70 10 10 30 20",
        "Sport 120 30 -100 40 -40",
    ]);
    let sport = figures_of(&page, "Sport");
    assert!(sport.iter().all(|row| !row.contains("2016") && !row.contains("2017")), "{sport:?}");
}

#[test]
fn a_header_that_may_stand_above_either_column_is_left_open() {
    let page = "\
Indicatoren

Indicator             Rek     Begr
                    2019  2020  2021
Aantal winkels      1000  2000  3000
Aantal scholen      1001  2001  3001
";
    let read = figures(page, Layout::Lines);
    assert!(read.contains(&"Aantal winkels | 2019 realised | 1000".to_owned()), "{read:?}");
    assert!(read.contains(&"Aantal winkels | 2020 | 2000".to_owned()), "{read:?}");
    assert!(read.contains(&"Aantal winkels | 2021 budgeted | 3000".to_owned()), "{read:?}");
}

#[test]
fn rows_that_are_named_by_headers_are_refused() {
    let card = |name: &str, numbers: [&str; 2]| {
        format!("Lasten 2022:\n{name}\nBaten 2022:\n{}\nSaldo 2022:\n{}\n", numbers[0], numbers[1])
    };
    let page = format!(
        "Kosten\n\nOmschrijving\nLasten 2022\nBaten 2022\nSaldo 2022\n{}{}{}",
        card("Wonen", ["53,75", "53,75"]),
        card("Overig", ["35,45", "30,79"]),
        card("Welzijn", ["17,62", "7,71"])
    );
    let reading = beleid::read(&page);
    assert!(reading.budget.fields.iter().all(|field| field.costs.is_empty()));
    assert!(reading.findings().iter().any(|of| of.rule == beleid::Rule::TableNotRead));
}

#[test]
fn a_group_and_the_label_of_a_short_row_are_no_label_and_cell() {
    let page = "Indicatoren\n\nRealisatie 2014\n\nBeoogd 2015\n\nWonen\n\nWoonlasten\n\n48,6\n\n18,1\n\n\
        Restafval\n\n5,9\n\n30,7\n\nSociale structuur\n\nDemografische druk\n\n52,8\n";
    let read = figures(page, Layout::Lines);
    assert!(read.contains(&"Woonlasten | 2014 realised | 48,6".to_owned()), "{read:?}");
    // Which of the two columns it is of isn't known.
    let row = read.iter().find(|row| row.ends_with("| 52,8")).unwrap();
    assert!(!row.contains("2014") && !row.contains("2015"), "{row}");
}

#[test]
fn amounts_with_words_after_them_are_listed() {
    let page = lines(&[
        "Tarieven",
        "zuiveringsheffing eenpersoonshuishouden € 56,77",
        "watersysteemheffing € 103,68 per huishouden",
        "wegenheffing gebouwd 0,0062 % van de WOZ-waarde",
    ]);
    let read = figures(&page, Layout::Lines);
    let printed: Vec<&str> = read.iter().filter_map(|row| row.rsplit(" | ").next()).collect();
    assert_eq!(printed, ["€ 56,77", "€ 103,68", "0,0062 %"]);
}

#[test]
fn the_last_header_is_no_group_of_a_row_that_lost_a_cell() {
    let page = "Indicatoren\n\nRekening 2020\n\nVerwacht 2021\n\nVerwacht 2022\n\nVerwacht 2023\n\n\
        Verwacht 2024\n\nNetto schuldquote\n\n1,64\n\n2,89\n\n6,02\n\n1,48\n";
    let read = figures(page, Layout::Lines);
    assert_eq!(read.len(), 4, "each number is listed: {read:?}");
    assert!(!read.iter().any(|row| row.contains("202")), "and none is placed: {read:?}");
}

#[test]
fn a_code_is_no_cell_of_a_row_that_lost_its_only_one() {
    let page = "Indicatoren\n\nNr.\n\nIndicator\n\nBehaald 2015\n\n1\n\nDiefstal\n\n62,9\n\n2\n\nJeugdhulp\n\n\
        3\n\nStroom\n\n13,7\n\n4\n\nDruk\n\n77,2\n";
    let read = figures(page, Layout::Lines);
    assert!(!read.iter().any(|row| row.contains("2015") && row.ends_with("| 3")), "{read:?}");
}
