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
