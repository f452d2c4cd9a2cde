//! What the headers of columns say beside each other, and what is no figure below them.

use beleid::{Layout, Reader, Rule};

use super::kinds::{english, figures, hold};

/// Headers in the middle of a grid begin another table, whatever stands above its labels.
#[test]
fn headers_again_with_another_name_above_the_labels() {
    let page = "| Kosten | Begroting 2020 | Begroting 2021 |\n|---|---|---|\n| Zorg | 812 | 825 |\n| Wonen | 310 | 300 |\n\
                | Dekking | Begroting 2020 | Begroting 2021 |\n| Leges | 120 | 125 |\n| Rijk | 31 | 30 |\n";
    let found = figures(page, &Reader::new(), Some(Layout::Markdown));
    assert_eq!(found.len(), 8, "{found:#?}");
    assert!(found.contains(&"Leges | 2020 budgeted | 120 = 120".to_owned()), "{found:#?}");
    assert!(!found.iter().any(|figure| figure.starts_with("Dekking")), "{found:#?}");
}

/// The first year stands behind a title above the labels, and none above the last amounts.
#[test]
fn headers_a_column_too_far_to_the_left() {
    let page = "| Kerngegevens 2019 | 2020 | 2021 |  |\n|---|---|---|---|\n| Boeken | 812 | 824 | 829 |\n| Muziek | 315 | 302 | 298 |\n";
    let reading = Reader::new().read_as(page, Layout::Markdown);
    let figures: Vec<_> = reading.figures().collect();
    let periods: Vec<String> = figures
        .iter()
        .map(|of| of.figure.and_then(|figure| figure.period).unwrap().to_string())
        .collect();
    assert_eq!(periods, ["2019", "2020", "2021", "2019", "2020", "2021"]);
    assert!(figures.iter().all(|of| of.findings.contains(&Rule::LikelyReading)));
    // Years that don't go on may be of other columns: that is told another way.
    let other = page.replace("Kerngegevens 2019", "Kerngegevens 2017");
    let reading = Reader::new().read_as(&other, Layout::Markdown);
    let is_of_2017 = |of: &beleid::FigureRef<'_>| {
        of.figure.and_then(|figure| figure.period) == Some("2017".parse().unwrap())
    };
    assert!(
        reading.figures().filter(is_of_2017).all(|of| of.findings.contains(&Rule::UnknownHeader))
    );
}

#[test]
fn words_of_one_header_beside_those_of_others() {
    let pages = [
        // What a difference is measured from is not when it was.
        (
            "| Programma | Begroting 2020 | Begroting 2021 | Verschil t.o.v. begroting 2020 |\n|---|---|---|---|\n| Zorg | 812 | 825 | 13 |\n",
            &["Zorg | 2021 budgeted | 825 = 825", "Zorg | difference | 13 = 13"][..],
        ),
        // Beside the budget and the accounts of one year it is of that year.
        (
            "| Programma | Begroting 2020 | Rekening 2020 | Verschil t.o.v. begroting 2020 |\n|---|---|---|---|\n| Zorg | 812 | 825 | 13 |\n",
            &["Zorg | 2020 realised | 825 = 825", "Zorg | 2020 difference | 13 = 13"],
        ),
        // A result in parentheses with its year is of that year, where its header names none.
        (
            "| Indicator | Realisatie | Begroting 2018 |\n|---|---|---|\n| Verzuim | 4,1% (2015) | 4,0% |\n| Dood tij | 4,4% (2016) | 4,2% |\n",
            &[
                "Verzuim | 2015 realised | 4,1% (2015) = 4.1",
                "Dood tij | 2016 realised | 4,4% (2016) = 4.4",
            ],
        ),
        // Changes by a report in between, and the budget after them.
        (
            "| Product | Rekening 2018 | Begroting 2019 | Mutaties Zomernota 2019 | Begroting 2019 na mutatie |\n|---|---|---|---|---|\n\
             | Inhuur | 121 | 140 | 25 | 165 |\n",
            &["Inhuur | 2019 difference | 25 = 25", "Inhuur | 2019 amended | 165 = 165"],
        ),
        // Named parts of one cell.
        (
            "| Indicator | Realisatie 2018 | Streefwaarde 2020 |\n|---|---|---|\n| Cijfer | Jongeren: 7,3 Ouders: 6,8 | Jongeren: 7,5 Ouders: 7,0 |\n",
            &[
                "Cijfer | 2018 realised | Jongeren: 7,3 Ouders: 6,8 = 6.8",
                "Cijfer | 2020 target | Jongeren: 7,5 Ouders: 7,0 = 7.5",
            ],
        ),
        // The scale of a group is of its rows.
        (
            "| Omschrijving | 2019 | 2020 |\n|---|---|---|\n| Inkomsten (bedragen x € 1.000) |  |  |\n| Leges | 120 | 130 |\n",
            &["Leges | 2019 income | 120 = 120000"],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Markdown), &pages, "¶");
    // Two stages in one header contradict each other: that is told.
    let page = "| Programma | Rekening begroting 2020 | Begroting 2021 |\n|---|---|---|\n| Zorg | 812 | 825 |\n";
    let reading = Reader::new().read_as(page, Layout::Markdown);
    let first = reading.figures().next().unwrap();
    assert!(first.findings.contains(&Rule::MixedHeader), "{:?}", first.findings);
}

#[test]
fn headers_in_columns_of_lines() {
    let pages = [
        // A year alone above the headers, of which one has a day.
        (
            "Stand van de voorzieningen¶                                   2024¶\
             Voorziening            Saldo       Toevoeging  Onttrekking  Saldo¶\
             \u{20}                      1-1                                  31-12¶\
             Riolering              1.200       300         100          1.400¶Afval                  800         50          150          700",
            &[
                "Riolering | 2024 balance | 1.400 = 1400",
                "Riolering | 2024 reserves_in | 300 = 300",
                "Afval | 2024 reserves_out | 150 = 150",
            ][..],
        ),
        // Words broken at the end of a line.
        (
            "                        Reali-      Begro-      Begro-¶                        satie       ting        ting¶\
             \u{20}                       2018        2019        2020¶Lasten wegen            1.200       1.300       1.350¶Lasten groen            310         320         330",
            &[
                "Lasten wegen | 2018 realised | 1.200 = 1200",
                "Lasten groen | 2020 budgeted | 330 = 330",
            ],
        ),
        // The same columns at both sides of the labels.
        (
            "Rekening 2018   Begroting 2019                       Begroting 2019   Rekening 2018¶\
             1.200           1.300            Lasten              2.300            2.200¶310             320              Groen               420              410",
            &["Lasten | 2018 realised | 1.200 = 1200", "Groen | 2018 realised | 410 = 410"],
        ),
        // A star for what isn't known keeps its place.
        (
            "Indicator              Realisatie 2018   Begroting 2019   Begroting 2020¶Ziekteverzuim          4,1               *                4,3¶\
             Meldingen              120               130              *",
            &[
                "Ziekteverzuim | 2019 budgeted | * = ",
                "Ziekteverzuim | 2020 budgeted | 4,3 = 4.3",
                "Meldingen | 2019 budgeted | 130 = 130",
            ],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n");
    let pages = [
        (
            "Service        FY 2019   FY 2018   Change 18 vs 19¶Visits         1,200     1,100     100¶Calls          310       300       10",
            &["Visits | 2018 | 1,100 = 1100", "Visits | difference | 100 = 100"][..],
        ),
        (
            "Service              2019/20 Budget (£000's)   2020/21 Budget (£000's)¶Housing              1,200                     1,250¶Parks                310                       320",
            &[
                "Housing | 2019/20 budgeted | 1,200 = 1200000",
                "Parks | 2020/21 budgeted | 320 = 320000",
            ],
        ),
    ];
    hold(&english(), Some(Layout::Lines), &pages, "\n");
}

#[test]
fn headers_one_below_the_other() {
    let pages = [
        // The name of a column and what it is the sum of stand below its header.
        (
            "Omschrijving¶Stand ontwerpbegroting 2020¶(1)¶Mutaties¶(2)¶Stand suppletoire begroting 2020¶(3)=(1)+(2)¶\
             Verplichtingen¶812¶30¶842¶Uitgaven¶710¶25¶735",
            &["Verplichtingen | 2020 budgeted | 812 = 812", "Uitgaven | 2020 amended | 735 = 735"]
                [..],
        ),
        (
            "Voorziening¶Saldo¶Toevoe-¶ging¶2021¶Saldo¶eind 2021¶Riolering¶1.200¶300¶1.500¶Afval¶800¶50¶850",
            &["Riolering | 2021 reserves_in | 300 = 300", "Afval | 2021 balance | 850 = 850"],
        ),
        (
            "Indicator¶Realisatie 2018¶Begroting 2019¶Begroting 2020¶Tevredenheid¶*¶7,5¶7,6¶Verzuim¶4,1¶*¶4,3",
            &["Tevredenheid | 2018 realised | * = ", "Verzuim | 2020 budgeted | 4,3 = 4.3"],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n");
}

/// Names and their roles are no figures, though a year stands above them.
#[test]
fn a_column_of_words_alone_is_no_column_of_figures() {
    let page = "Naam\nRol 2021\nJan de Vries\nvoorzitter\nPiet Bakker\nlid\nKees Smit\nlid\n";
    let reading = Reader::new().read_as(page, Layout::Lines);
    assert_eq!(reading.figures().count(), 0);
}

/// The state counts years from that of the budget, which stands in the row.
#[test]
fn years_counted_from_that_of_the_row() {
    let page = "Begrotingsjaar;Artikel;Bedrag t-2;Bedrag t-1;Bedrag t;Bedrag t+1\n2016;Kosten;65;82;94;81\n2017;Baten;5;6;7;8\n";
    let found = figures(page, &Reader::new(), Some(Layout::Csv));
    let expected = [
        "2014 expenses | 65 = 65",
        "2015 expenses | 82 = 82",
        "2016 expenses | 94 = 94",
        "2017 expenses | 81 = 81",
    ];
    assert_eq!(found.get(..4).unwrap(), expected.map(|of| format!("Kosten | {of}")));
    assert_eq!(found[4], "Baten | 2015 income | 5 = 5");
    // Without such a column nothing says from when.
    let page = "Artikel;Bedrag t-1;Bedrag t\nKosten;82;94\n";
    let reading = Reader::new().read_as(page, Layout::Csv);
    for of in reading.figures() {
        assert_eq!(of.figure.and_then(|figure| figure.period), None);
        assert!(of.findings.contains(&Rule::HeaderWithoutPeriod), "{:?}", of.findings);
    }
}

/// A number in the column of units, and none in the last column: the row lost an empty cell.
#[test]
fn a_row_that_lost_the_cell_of_its_unit() {
    let page = "| Indicator | Eenheid | 2025 | 2026 |\n|---|---|---|---|\n| Formatie | fte | 7,18 | 7,17 |\n| Deel van de loonsom | 4,18% | 4,69% |  |\n";
    let reading = Reader::new().read_as(page, Layout::Markdown);
    let states: Vec<(&str, bool)> =
        reading.figures().map(|of| (of.label(), of.figure.is_some())).collect();
    let expected = [
        ("Formatie", true),
        ("Formatie", true),
        ("Deel van de loonsom", false),
        ("Deel van de loonsom", false),
    ];
    assert_eq!(states, expected);
}

/// A word for labels above amounts beside the labels: they are figures.
#[test]
fn amounts_below_a_word_for_labels() {
    let page = "| Product | Begroting 2020 | Naam 2020 |\n|---|---|---|\n| Zorg | 812 | 825 |\n| Wonen | 310 | 300 |\n";
    let found = figures(page, &Reader::new(), Some(Layout::Markdown));
    assert!(found.contains(&"Zorg | 2020 | 825 = 825".to_owned()), "{found:#?}");
}
