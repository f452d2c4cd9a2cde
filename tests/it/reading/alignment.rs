//! Columns that stand apart by white space, and headers in several rows.

use beleid::{Layout, Reader};

use super::kinds::{english, figures, hold};

#[test]
fn texts_that_reach_over_the_columns_beside_them() {
    let pages = [
        // The longest label ends after the first number of another row begins, and the first header begins above it.
        (
            "                                              FY 2023-24¶                    FY 2021-22  FY 2022-23    Adopted¶\
             MEASURES             Actual      Budget       Budget¶\
             Days to close the books  70          25           40¶% of checks voided  0.32%        0.50%       0.40%¶Average value       $447,816     $529,254    $529,254¶\
             121   122   123   124   125   126   127",
            &[
                "Days to close the books | 2021/22 realised | 70 = 70",
                "% of checks voided | 2022/23 budgeted | 0.50% = 0.50",
                "Average value | 2023/24 budgeted | $529,254 = 529254",
            ][..],
        ),
        // Each header has as many lines as it needs, and the name of the chapter stands in the margin.
        (
            "                                                               $ Increase /   % Increase¶\
             GENERAL FUND        2022 Actual  2023 Adopted  2023 Amended   (Decrease)   / -Decrease¶\
             \u{20}                                 Budget¶                                                Budget¶\
             Personnel             948,396     1,203,864     1,190,655       76,067       6.3%¶Operations          1,923,573     2,198,553     2,198,553      212,417       9.7%        Expenditures¶\
             Capital                24,580             0             0            0       0.0%",
            &[
                "Personnel | 2022 realised | 948,396 = 948396",
                "Personnel | 2023 budgeted | 1,203,864 = 1203864",
                "Operations | 2023 amended | 2,198,553 = 2198553",
                "Operations | 2023 difference | 9.7% = 9.7",
            ],
        ),
        // A column of words moves on where the labels are long, and its own words take a second line.
        (
            "                                           ACTUAL      TARGET¶MEASURE                         TYPE¶\
             \u{20}                                          2020/21     2021/22¶# of items                      Input      111,101     110,000¶\
             # of programs and events offered here  Output  280         500¶Community¶Needs of households             Outcomes   95%         90%¶\
             \u{20}                               Effectiveness &¶% of residents                             45%         50%",
            &[
                "# of items | 2020/21 realised | 111,101 = 111101",
                "# of programs and events offered here | 2021/22 target | 500 = 500",
                "% of residents | 2020/21 realised | 45% = 45",
            ],
        ),
        // Words in a second line of headers, right above numbers in each column.
        (
            "                      Other allocated   Total    Grants and¶Function     Budget   Costs applied    Budget   Other funds¶\
             Executive     8,559      47,519        56,078       310¶Legislative   2,178      13,601         8,256       120",
            &["Executive |  | 310 = 310"],
        ),
    ];
    // Only the last says nothing of when.
    for (page, expected) in &pages[..3] {
        hold(&english(), Some(Layout::Lines), &[(*page, *expected)], "\n");
    }
    let (page, _) = pages[3];
    let found = figures(&page.replace('¶', "\n"), &english(), Some(Layout::Lines));
    assert!(!found.iter().any(|figure| figure.starts_with("Function")), "{found:#?}");
}

#[test]
fn rows_of_headers_of_which_the_upper_ones_reach() {
    let pages = [
        // The header of the labels stands between the two rows.
        (
            "Rekening¶Begroting 2017¶Rekening 2017¶Saldo¶Programma¶2016¶Primitief¶Lasten¶Baten¶Saldo¶Lasten¶Baten¶Saldo¶2017¶\
             Zorg¶45.339¶44.027¶64.107¶21.718¶42.389¶63.968¶22.367¶41.600¶-788¶Wonen¶19.054¶18.551¶25.313¶3.936¶21.377¶24.946¶4.044¶20.902¶-475",
            &[
                "Zorg | 2016 realised | 45.339 = 45339",
                "Zorg | 2017 budgeted expenses | 64.107 = 64107",
                "Wonen | 2017 realised balance | 20.902 = 20902",
            ][..],
        ),
        // Words that come again below each year, whatever they are.
        (
            "Programma¶Begroting 2020¶Begroting 2021¶totaal¶waarvan incidenteel¶structureel¶totaal¶waarvan incidenteel¶structureel¶\
             Zorg¶70.200¶1.205¶68.995¶69.962¶213¶69.749¶Wonen¶16.798¶404¶16.394¶16.813¶102¶16.711",
            &["Zorg | 2020 budgeted | 1.205 = 1205", "Wonen | 2021 budgeted | 16.711 = 16711"],
        ),
        // What begins with the sign of a comparison is a cell, whatever its words are.
        (
            "Indicator¶Meting 2019¶2021¶2022¶Tevreden reizigers¶7,9¶≥ landelijk gemiddelde 2021¶≥ landelijk gemiddelde 2022¶Uitstoot¶43¶39¶38",
            &["Uitstoot | 2021 | 39 = 39", "Uitstoot | 2022 | 38 = 38"],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n\n");
    let pages = [
        // The row below keeps its empty corner, so the one above it has lost none.
        (
            "| Lasten | Begroting | Werkelijk | Verschil |  |\n|---|---|---|---|---|\n|  | 2023 | 2023 | 2023 | N/V |\n| Bestuur | 3.967 | 3.441 | -526 | V |\n| Burgers | 2.163 | 2.459 | 296 | N |\n",
            &[
                "Bestuur | 2023 budgeted expenses | 3.967 = 3967",
                "Burgers | 2023 realised expenses | 2.459 = 2459",
            ][..],
        ),
        // *Amended* above *Budget* is one stage.
        (
            "| Fonds | 2023 na wijziging | 2023 |\n|---|---|---|\n|  | begroting | rekening |\n| Zorg | 120 | 130 |\n| Wonen | 44 | 45 |\n",
            &["Zorg | 2023 amended | 120 = 120", "Wonen | 2023 realised | 45 = 45"],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Markdown), &pages, "¶");
    // A title of both flows is of neither.
    let page = "Fund revenue and expenditures\nFY2020 FY2021 FY2022\nFinal Adopted Adjusted\nProperty tax 432 448 481\nSales tax 166 168 182\nOther 52 54 59\n";
    let found = figures(page, &english(), Some(Layout::Lines));
    assert!(found.contains(&"Property tax | 2020 realised | 432 = 432".to_owned()), "{found:#?}");
}

/// The digits after a comma are no values of their own.
#[test]
fn one_grouped_number_at_the_end_of_a_line() {
    let page = "Precepts of the districts\n\nNorth Borough Council 8,406,957\nSouth Borough Council 5,360,311\nEden District Council 5,644,993\n";
    let reading = english().read_as(page, Layout::Lines);
    let printed: Vec<String> = reading
        .figures()
        .map(|of| serde_json::to_value(&of).unwrap()["printed"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(printed, ["8,406,957", "5,360,311", "5,644,993"]);
}

#[test]
fn codes_words_and_numbers_that_are_none_of_a_row() {
    let pages = [
        // A code of a letter and digits is no header, and no year.
        (
            "rekening 2018¶saldo 1-1-2020¶onttrekkingen¶saldo 1-1-2021¶Algemene dienst¶R1000¶Algemene reserve¶31.575¶31.662¶-3.353¶28.309¶\
             Bestemming¶R2100¶Grote projecten¶25.471¶25.472¶-2.530¶22.942",
            &[
                "Algemene reserve | 2018 realised | 31.575 = 31575",
                "Grote projecten | 2020-01-01 balance | 25.472 = 25472",
                "Grote projecten | 2021-01-01 balance | 22.942 = 22942",
            ][..],
        ),
        // A year with a star is a year.
        (
            "Belasting¶Realisatie¶2017¶Begroot¶2018 *¶Verschil¶2018¶OZB¶10.960¶11.378¶230¶Toerisme¶1.062¶4.361¶38",
            &["OZB | 2018 budgeted | 11.378 = 11378", "Toerisme | 2018 difference | 38 = 38"],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n\n");
    // The labels of rows that lost their empty cells are no cells of the row above them.
    let page = "Omschrijving¶2022¶2023¶2024¶2025¶Dotatie reserve¶438¶Samen doen¶Huur noodlokalen¶36¶Werken¶Acquisitie¶15¶\
                Werken en ontspannen¶Combinatie¶48¶Totaal¶537¶0¶0¶0"
        .replace('¶', "\n\n");
    let found = figures(&page, &Reader::new(), Some(Layout::Lines));
    assert!(!found.iter().any(|figure| figure.contains("| Samen doen =")), "{found:#?}");
    // Only in the first column do they add up to the total.
    for row in ["Dotatie reserve | 2022 | 438 = 438", "Combinatie | 2022 | 48 = 48"] {
        assert!(found.iter().any(|figure| figure == row), "{row}: {found:#?}");
    }
    // Without a total nobody knows.
    let (page, _) = page.split_once("Totaal").unwrap();
    let found = figures(page, &Reader::new(), Some(Layout::Lines));
    assert!(found.iter().any(|figure| figure == "Dotatie reserve |  | 438 = "), "{found:#?}");
    // Numbers below a word for texts are figures; codes are not.
    let page = "Service;Actual 2021;Comments;Group;Remarks\nParks;120;1,250;1001;7\nRoads;310;980;1001;8\n";
    let found = figures(page, &english(), Some(Layout::Csv));
    assert!(found.contains(&"Parks |  | 1,250 = 1250".to_owned()), "{found:#?}");
    assert!(!found.iter().any(|figure| figure.contains("1001")), "{found:#?}");
}

#[test]
fn headers_that_come_again_below_others() {
    let pages = [
        // Two texts each above their own half, and two words with one space between them above two columns.
        (
            "                          Authorized positions (A.P.)              Full time equivalents (FTE)¶\
             \u{20}                   Adopted     Adopted     A.P.      %    Adopted     Adopted      FTE     %¶\
             \u{20}                    FY2018     FY2019     Change  Change   FY2018     FY2019     Change Change¶\
             Attorney             51.00      51.00      0.00    0.00%    50.00      50.50      0.50   1.00%¶\
             Fire              1,013.00    1,025.00    12.00   1.18%  1,003.73    1,015.73    12.00  1.20%",
            &[
                "Attorney | 2018 budgeted | 51.00 = 51.00",
                "Attorney | 2019 budgeted | 50.50 = 50.50",
                "Fire | 2018 budgeted | 1,003.73 = 1003.73",
            ][..],
        ),
    ];
    hold(&english(), Some(Layout::Lines), &pages, "\n");
    let page = pages[0].0.replace('¶', "\n");
    let reading = english().read_as(&page, Layout::Lines);
    let slices: Vec<String> = reading
        .figures()
        .map(|of| {
            serde_json::to_value(&of).unwrap()["slice"].as_str().unwrap_or_default().to_owned()
        })
        .collect();
    // Those of equivalents say so by their unit.
    assert_eq!(slices[0], "Authorized positions (A.P.)", "{slices:?}");
    assert_eq!(slices[4], "", "{slices:?}");
    let pages = [
        // The scale of each column stands below the header of the labels.
        (
            "rekening 2020¶begroting 2021¶Omschrijving¶x € 1000,-¶x € 1000,-¶Saldo exploitatie¶4.221¶-1.716¶Saldo activa¶-2.276¶4.372",
            &["Saldo exploitatie | 2020 realised balance | 4.221 = 4221000"][..],
        ),
        // What a row is says more than the flow above all columns.
        (
            "Lasten¶Rekening¶2017¶Begroting¶2018¶Apparaat (x € 1.000)¶770¶1.453¶Baten¶10¶20¶Saldo van lasten en baten¶760¶1.433",
            &[
                "Baten | 2017 realised income | 10 = 10",
                "Saldo van lasten en baten | 2018 budgeted balance | 1.433 = 1433",
            ],
        ),
        // The letters after amounts have a header of their own, and a dash stands for neither where they do.
        (
            "Realisatie 2021¶Begroting 2022¶Verschil 2022¶V / N¶Begroting 2023¶Lasten¶459.300¶-¶1.000.000¶V¶-¶Baten¶7.611.538¶5.787.774¶4.966.191¶N¶1.034.907",
            &[
                "Lasten | 2022 budgeted expenses | - = ",
                "Baten | 2023 budgeted income | 1.034.907 = 1034907",
            ],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n\n");
}
