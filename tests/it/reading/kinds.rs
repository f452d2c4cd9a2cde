//! Kinds of tables on published pages, each as the shortest page that has it: a cell a line, a row a line, rows between
//! pipes, and separated values.

use beleid::{Layout, Reader, Rule, Vocabulary};

/// Each figure: its label, its period, role and flow, the printed cell, and its value.
pub(super) fn figures(page: &str, reader: &Reader, layout: Option<Layout>) -> Vec<String> {
    let reading = match layout {
        Some(layout) => reader.read_as(page, layout),
        None => reader.read_bytes(page.as_bytes()),
    };
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let of = |figure| {
        let row = serde_json::to_value(&figure).unwrap();
        let state = ["period", "role", "flow"].map(|key| text(&row[key])).join(" ");
        let state = state.split_whitespace().collect::<Vec<_>>().join(" ");
        let [label, printed, value] = ["label", "printed", "value"].map(|key| text(&row[key]));
        format!("{label} | {state} | {printed} = {value}")
    };
    reading.figures().map(of).collect()
}

pub(super) fn hold(
    reader: &Reader,
    layout: Option<Layout>,
    pages: &[(&str, &[&str])],
    between: &str,
) {
    for (page, expected) in pages {
        let page = page.replace('¶', between);
        let found = figures(&page, reader, layout);
        for row in *expected {
            assert!(found.iter().any(|of| of == row), "{page}: no {row:?} in {found:#?}");
        }
    }
}

pub(super) fn english() -> Reader {
    Reader::new().with_vocabulary(Vocabulary::english())
}

/// `¶` stands for the blank line between two cells.
#[test]
fn a_cell_a_line() {
    let pages = [
        // The code of the next row stands right behind a part of a row.
        (
            "Nr.¶Indicator¶Eenheid¶Stuk¶Meetperiode¶Oss¶Nederland¶1¶Restafval¶kg¶Begroting¶2018¶175¶172¶Jaarrekening¶2019¶166¶161¶\
             2¶Groen¶%¶Begroting¶2018¶81¶68¶Jaarrekening¶2019¶82¶69",
            &[
                "Restafval | 2018 budgeted | 175 = 175",
                "Restafval | 2019 realised | 166 = 166",
                "Groen | 2019 realised | 82 = 82",
            ][..],
        ),
        // The label of a group stands above the first row with a code.
        (
            "Overzicht¶lasten 2018¶baten 2018¶saldo 2018¶BESTUUR¶0.1¶Bestuur¶823¶12¶-811¶0.2¶Burgerzaken¶559¶344¶-215",
            &["Bestuur | 2018 expenses | 823 = 823", "Burgerzaken | 2018 balance | -215 = -215"],
        ),
        // One flow of several years above as many pairs; a word that isn't known stands above the labels.
        (
            "Financiën¶2019¶2020¶programmaonderdelen¶lasten¶baten¶lasten¶baten¶Fonds¶3.670¶391.386¶10.387¶405.721¶\
             Heffingen¶2.927¶44.531¶2.916¶45.504",
            &[
                "Fonds | 2019 expenses | 3.670 = 3670",
                "Fonds | 2020 income | 405.721 = 405721",
                "Heffingen | 2020 expenses | 2.916 = 2916",
            ],
        ),
        // A balance stands among the outer headers, and a group repeats the inner ones.
        (
            "Overzicht¶Begroting 2021 primitief¶Begroting 2021 na wijziging¶Jaarrekening 2021¶Saldo 2021¶\
             Lasten¶Baten¶Lasten¶Baten¶Lasten¶Baten¶Lasten¶Baten¶Bestuur¶4.050¶923¶3.816¶924¶3.514¶1.058¶301¶135¶\
             Veiligheid¶5.012¶658¶5.623¶991¶5.422¶1.040¶201¶49¶Lasten¶Baten¶Lasten¶Baten¶Lasten¶Baten¶Lasten¶Baten¶\
             Heffingen¶649¶12.373¶650¶11.639¶629¶11.754¶19¶115¶Dividend¶1¶480¶2¶473¶3¶541¶4¶68",
            &[
                "Bestuur | 2021 budgeted expenses | 4.050 = 4050",
                "Bestuur | 2021 amended income | 924 = 924",
                "Bestuur | 2021 realised expenses | 3.514 = 3514",
                "Dividend | 2021 realised income | 541 = 541",
            ],
        ),
        // A word for several years has the years that are left.
        (
            "Overzicht¶Rekening¶Begroting¶Begroting¶Meerjarenraming¶2016¶2017¶2018¶2019¶2020¶2021¶\
             Bestuur¶363¶505¶615¶728¶841¶957¶Groen¶622¶318¶320¶321¶322¶323",
            &[
                "Bestuur | 2016 realised | 363 = 363",
                "Bestuur | 2017 budgeted | 505 = 505",
                "Groen | 2021 budgeted | 323 = 323",
            ],
        ),
        // A line that states the unit is no header.
        (
            "Tevredenheid¶Meeteenheid: %¶Realisatie 2016¶Realisatie 2017¶Streefwaarde 2019¶Ruimte¶71,0¶76,0¶72-76¶Groen¶61,0¶66,0¶62-66",
            &["Ruimte | 2016 realised | 71,0 = 71.0", "Groen | 2017 realised | 66,0 = 66.0"],
        ),
        // Dashes are bullets in front of the labels.
        (
            "Indicatoren¶Realisatie 2015¶Doel¶2016¶2017¶-¶Podia¶561.244¶520.000¶550.000¶-¶Musea¶96.592¶120.000¶125.000¶-¶Boeken¶2¶3¶4",
            &["Podia | 2015 realised | 561.244 = 561244", "Boeken | 2017 target | 4 = 4"],
        ),
        // Here they are cells, since none stands in front of the first row.
        (
            "Indicatoren¶Realisatie 2015¶Realisatie 2016¶Podia¶561¶-¶Musea¶96¶-¶Boeken¶24¶-¶Lessen¶12¶13",
            &["Podia | 2016 realised | - = ", "Lessen | 2016 realised | 13 = 13"],
        ),
        // A difference without a word below it is the last column.
        (
            "Kosten¶2016¶2017¶2017¶Verschil¶Rekening¶Begroting¶Rekening¶Wmo¶10¶20¶30¶11¶Jeugd¶12¶21¶31¶13",
            &[
                "Wmo | 2016 realised expenses | 10 = 10",
                "Jeugd | 2017 budgeted expenses | 21 = 21",
                "Jeugd | 2017 difference expenses | 13 = 13",
            ],
        ),
        // Balances of a year, and what changed them: sums over the rows say where the empty cell is.
        (
            "Reserves¶Begroting 2022¶MJB 2023¶MJB 2024¶MJB 2025¶Stand per 1 januari¶14.049¶10.165¶9.164¶9.192¶\
             Stortingen¶2.587¶1.000¶2.200¶Onttrekkingen¶-6.471¶-2.001¶-2.172¶Stand per 31 december¶10.165¶9.164¶9.192¶9.192",
            &[
                "Stortingen | 2023 budgeted | 1.000 = 1000",
                "Onttrekkingen | 2024 budgeted | -2.172 = -2172",
            ],
        ),
        // Columns of flows without a year are of the edition.
        (
            "Begroting 2018¶Taakveld¶Baten¶Lasten¶Bestuur¶464¶1173¶Burgerzaken¶146¶7343",
            &["Bestuur | 2018 budgeted income | 464 = 464"],
        ),
        // Not where one column says something else.
        (
            "Begroting 2018¶Taakvelden¶Taakveld¶Baten¶Lasten¶Formatie¶Bestuur¶464¶1173¶12¶Burgerzaken¶146¶7343¶13",
            &["Bestuur | income | 464 = 464"],
        ),
        // In an account the year of the amounts is that of the account as well.
        (
            "Jaarrekening 2019¶Taakveld¶Baten¶Lasten¶Bestuur¶464¶1173¶Burgerzaken¶146¶7343",
            &["Bestuur | 2019 realised income | 464 = 464"],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n\n");
}

/// `¶` stands for the end of a line.
#[test]
fn a_row_a_line() {
    let pages = [
        // The scale stands among the headers, and an unknown one behind it.
        (
            "Overzicht¶¶Renterisico (bedragen x € 1.000) 2012 2013¶1. Begrotingstotaal 115.104 109.862¶2. Norm (20% van 1.) 23.021 21.972",
            &[
                "1. Begrotingstotaal | 2012 | 115.104 = 115104000",
                "2. Norm (20% van 1.) | 2013 | 21.972 = 21972000",
            ][..],
        ),
        (
            "Plan¶¶bedragen x € 1.000 Totaal bruto investering 2021 2022¶Scholen 601 601 12¶Tractie 135 35 65¶Riolen 830 204 213",
            &[
                "Scholen |  | 601 = 601000",
                "Scholen | 2021 | 601 = 601000",
                "Riolen | 2022 | 213 = 213000",
            ],
        ),
        // Gaps were lost.
        (
            "Cijfers¶¶IndicatorenRealisatie 2013Doel 20142015¶Klanttevredenheid7,77,07,1¶Bereikbaarheid7,67,27,3",
            &[
                "Klanttevredenheid | 2013 realised | 7,7 = 7.7",
                "Bereikbaarheid | 2015 target | 7,3 = 7.3",
            ],
        ),
        // A sentence stands between the headers and the rows.
        (
            "Kosten¶¶Indicator Realisatie 2019 Begroting 2020¶Groen¶[foto]¶Bomen 81 82¶Struiken 71 72",
            &["Bomen | 2019 realised | 81 = 81", "Struiken | 2020 budgeted | 72 = 72"],
        ),
        // Two roles beside each other are two headers.
        (
            "Overzicht¶¶Product Rekening Begroting Meerjarenraming¶2016 2017 2018 2019¶Wmo 1 2 3 4¶Zorg 5 6 7 8",
            &[
                "Wmo | 2016 realised | 1 = 1",
                "Zorg | 2017 budgeted | 6 = 6",
                "Zorg | 2019 budgeted | 8 = 8",
            ],
        ),
        // A word behind years is a column of its own.
        (
            "Overzicht¶¶Omschrijving 2016 2017 Totaal¶Wmo 10 20¶Jeugd 11 21 32",
            &["Jeugd | 2016 | 11 = 11", "Jeugd | 2017 | 21 = 21"],
        ),
        // Each number has its unit in a word.
        (
            "Personeel¶¶Indicator Realisatie 2019 Begroting 2020¶Opleiding 12 uur 13 uur¶Verlof 4 uur 5 uur¶Leeftijd tot 65 jaar 30 31",
            &[
                "Opleiding | 2019 realised | 12 uur = 12",
                "Verlof | 2020 budgeted | 5 uur = 5",
                "Leeftijd tot 65 jaar | 2019 realised | 30 = 30",
            ],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n");
    let pages = [
        // What is left of gross expenditure and income, and expenses where nothing stands beside them.
        (
            "Service Gross expenditure Income Net (current) expenditure¶Schools 3,865 358 3,507¶Roads 272 78 194",
            &[
                "Schools | expenses | 3,865 = 3865",
                "Schools | income | 358 = 358",
                "Roads | balance | 194 = 194",
            ][..],
        ),
        (
            "Service Net cost 2020/21 Net cost 2021/22¶Schools 3,865 3,858¶Roads 272 278",
            &["Roads | 2021/22 balance | 278 = 278"],
        ),
        (
            "Service Income 2020/21 Net cost 2020/21¶Schools 3,865 3,858¶Roads 272 278",
            &["Roads | 2020/21 balance | 278 = 278"],
        ),
        // A year is cut by the end of a line, and one header has a line more than the others.
        (
            "EXPENDITURE ACTUAL 2016- BUDGET 2017- ESTIMATED BUDGET¶CATEGORY 17 18 2017-18 2018-19¶\
             Personnel 2,418,663 2,421,000 2,591,738 2,495,280¶Supplies 110,560 96,004 119,545 109,500",
            &[
                "Personnel | 2016/17 realised expenses | 2,418,663 = 2418663",
                "Supplies | 2017/18 expected expenses | 119,545 = 119545",
            ],
        ),
        (
            "Council¶¶ServiceActual 2019/20 £mBudget 2020/21 £m¶Social care50.1851.07¶Leisure9.3310.43",
            &["Social care | 2019/20 realised | 50.18 = 50180000"],
        ),
    ];
    hold(&english(), Some(Layout::Lines), &pages, "\n");
}

#[test]
fn a_row_between_pipes() {
    let pages = [
        // Each cell of the body has a line of its own.
        (
            "Council | Gross expenditure 2022 | Income 2022 |¶Executive |¶5,880 |¶-186 |¶Operations |¶24,204 |¶-16,650 |",
            &[
                "Executive | 2022 expenses | 5,880 = 5880",
                "Operations | 2022 income | -16,650 = -16650",
            ][..],
        ),
    ];
    hold(&english(), None, &pages, "\n");
    let pages = [
        // Years stand above codes, and rows without a code begin with their label.
        (
            "2023 | 2024 | 2025 | ||¶---|---|---|---|---|¶Art. | Verplichtingen | 10 | 20 | 9.490 |¶Uitgaven | 11 | 21 | 9.480 | |¶\
             37.2 | Toegang | 12 | 22 | 9.452 |",
            &[
                "Verplichtingen | 2023 | 10 = 10",
                "Uitgaven | 2024 | 21 = 21",
                "Toegang | 2023 | 12 = 12",
            ][..],
        ),
        // A day and counts below it make a column of figures of what says when things are ready.
        (
            "| Maatregel | Gereed 31-12-2024 | 2024 |¶|---|---|---|¶| Bestuur | 20 | 3 |¶| Sociaal | 40 | 4 |",
            &["Bestuur | 2024-12-31 | 20 = 20", "Sociaal | 2024 | 4 = 4"],
        ),
        // The labels are years, and the headers days of them.
        (
            "| Jaar | Stand 1-1 | Toevoeging | Stand 31-12 |¶|---|---|---|---|¶| 2022 | 10 | 5 | 15 |¶| 2023 | 15 | 1 | 16 |",
            &[
                "2022 | 2022-01-01 | 10 = 10",
                "2023 | 2023 reserves_in | 1 = 1",
                "2023 | 2023-12-31 | 16 = 16",
            ],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Markdown), &pages, "\n");
}

#[test]
fn separated_values() {
    // The header of the labels says what the amounts are.
    let page = "Jaar,Kostensoort,Realisatie (x € 1000)\n2014,Hardware,\"1004,00\"\n2014,Bankdiensten,\"2,00\"\n";
    let found = figures(page, &Reader::new(), Some(Layout::Csv));
    assert_eq!(found[1], "Bankdiensten | 2014 realised expenses | 2,00 = 2000");
    // Commas that part thousands separate no values.
    let page = "Year Total\n2017/2018 693,071\n2016/2017 755,082\n";
    let found = figures(page, &english(), None);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found.iter().any(|of| of.contains("755,082")), "{found:#?}");
    // Several years with two digits for the last one.
    let page = "Code,Period,Value\nA,2021-24,0.7\nB,2023-24,0.8\nC,2010-12,0.9\n";
    let found = figures(page, &english(), Some(Layout::Csv));
    assert_eq!(
        found,
        ["A | 2021..2024 | 0.7 = 0.7", "B | 2023/24 | 0.8 = 0.8", "C |  | 0.9 = 0.9"]
    );
}

/// The names of columns, and the sums of them that headers print.
#[test]
fn columns_with_names() {
    let page = "EXPENSES¶Budget¶2019-20¶$'000¶Actual Expenses¶2019-20¶$'000¶Variation¶2019-20¶$'000¶(a)¶(b)¶(a)-(b)¶\
                Program 1.1: CAPITAL¶Departmental expenses¶Appropriation¶12,963¶13,032¶(69)¶Other¶1,096¶1,122¶(26)";
    let page = page.replace('¶', "\n\n");
    let found = figures(&page, &english(), Some(Layout::Lines));
    assert!(
        found
            .iter()
            .any(|of| of == "Appropriation | 2019/20 realised expenses | 13,032 = 13032000"),
        "{found:#?}"
    );
    assert!(
        found.iter().any(|of| of == "Other | 2019/20 difference expenses | (26) = -26000"),
        "{found:#?}"
    );
    // `(3 = 1 + 2)` says where the empty cell of a row is.
    let page = "Mutaties¶Stand 2014 (1)¶Mutatie 2014 (2)¶Begroting 2014 (3=1+2)¶Uitgaven¶39¶1¶40¶Koning¶26¶2¶28¶Overig¶7¶7¶Hof¶5¶3¶8";
    let page = page.replace('¶', "\n\n");
    let found = figures(&page, &Reader::new(), Some(Layout::Lines));
    assert!(found.iter().any(|of| of == "Overig | 2014 budgeted | 7 = 7"), "{found:#?}");
}

/// What is likely is told.
#[test]
fn doubts_are_told() {
    let told = |page: &str, layout: Layout| -> Vec<String> {
        let page = page.replace('¶', "\n\n");
        let reading = Reader::new().read_as(&page, layout);
        reading
            .findings()
            .iter()
            .map(|finding| finding.message(beleid::Language::English).clone())
            .collect()
    };
    for (page, expected) in [
        // A title may be taken as the header of the first of too many numbers.
        (
            "Overzicht¶2014¶2015¶2016¶Verplichtingen¶5¶168¶73¶1¶Uitgaven¶8¶82¶69¶2¶Rente¶7¶81¶68¶3",
            "can be read as rows in two ways",
        ),
        (
            "Begroting 2018¶Taakvelden¶Taakveld¶Baten¶Lasten¶Bestuur¶464¶1173¶Burgerzaken¶146¶7343",
            "no column header of this table has a year, and its amounts were taken as those of the edition, 2018",
        ),
    ] {
        let found = told(page, Layout::Lines);
        assert!(found.iter().any(|finding| finding.contains(expected)), "{page}: {found:#?}");
    }
    // A table that lost its line breaks is no prose, and its numbers are listed.
    let row = |at: usize| {
        format!(
            "{at}. Percentage of calls answered in time Bigger is better {at}.5% Better 9{at}% Met 8{at}%"
        )
    };
    let page = (1..9).map(row).collect::<Vec<_>>().join(" ");
    let reading = english().read_as(&page, Layout::Lines);
    let listed = reading.figures().filter(|of| of.figure.is_none()).count();
    assert!(listed >= 24, "{listed}");
    let prose = "In 2019 we spent 12.5 million on roads. That is 3 per cent more. ".repeat(20);
    let reading = english().read_as(&prose, Layout::Lines);
    assert_eq!(reading.figures().count(), 0);
    // Values with decimal commas that nothing parts from the separators are listed.
    let page = "Overzicht\nOmschrijving,2016,2017\nScore,7,2,7,3\nKlachten,12,13\n";
    let reading = Reader::new().read_as(page, Layout::Lines);
    assert!(reading.figures().count() >= 6);
    // The number of a page between rows is no label of those below it.
    let page = "Overzicht\n\n            2017   2018\nWmo         1      2\n\n12\n\nZorg        4      5\n";
    let found = figures(page, &Reader::new(), Some(Layout::Lines));
    assert!(found.iter().any(|of| of == "Zorg | 2017 | 4 = 4"), "{found:#?}");
    // The year that a difference is measured from is not the year that it is of.
    let page = |header: &str| {
        format!(
            "Programma 1 Bestuur\n\nBedragen x € 1.000\n             Begroting 2018   {header}\nLasten             1.250            300\nBaten              1.000            150\n"
        )
    };
    let layout = Some(Layout::Lines);
    let found = figures(&page("Mutaties t.o.v. 2017"), &Reader::new(), layout);
    assert!(
        found.iter().any(|of| of == "Lasten | difference expenses | 300 = 300000"),
        "{found:#?}"
    );
    let found = figures(&page("Mutaties 2018"), &Reader::new(), layout);
    assert!(
        found.iter().any(|of| of == "Lasten | 2018 difference expenses | 300 = 300000"),
        "{found:#?}"
    );
    // A title above a sentence is no header.
    let page =
        "What is spent in 2022-23\n[foto]\nSchools - £35.81\nRoads - £12.08\nParks - £5.95\n";
    let reading = english().read_as(page, Layout::Lines);
    assert!(reading.figures().all(|of| of.findings.contains(&Rule::LikelyReading)));
    // A price is one number, with its sign and without.
    let page = "Tarieven\n\nPaspoort € 75,80\nRijbewijs € 41,60\nUittreksel € 15,20\n";
    let reading = Reader::new().read_as(page, Layout::Lines);
    assert_eq!(reading.figures().count(), 3);
}
