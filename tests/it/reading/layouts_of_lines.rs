//! Where cells stand on lines: beside their label, below units, behind white space, and with numbers of rows and columns
//! that are no figures.

use beleid::{Layout, Reader, Rule};

use super::kinds::{english, figures, hold};

#[test]
fn labels_between_two_groups_of_columns() {
    let pages = [
        (
            "2023/24 2023/24 Services 2024/25 2024/25¶Gross Expenditure £m Income £m Gross Expenditure £m Income £m¶\
             312.2 253.9 Children’s Services 349.7 278.5¶19.4 2.3 Public Health 20.7 2.5¶74.3 74.1 Housing 75.7 75.4¶\
             \u{20} 23.8 Capital Financing   26.1",
            &[
                "Children’s Services | 2023/24 expenses | 312.2 = 312200000",
                "Housing | 2024/25 income | 75.4 = 75400000",
                "Capital Financing | 2023/24 income | 23.8 = 23800000",
                "Capital Financing | 2024/25 income | 26.1 = 26100000",
            ][..],
        ),
        (
            "2020/21¶Budget¶£000¶Services 2021/22¶Budget¶£000¶51,424 Adults 53,614¶40,632 Children 42,989¶-886 Regeneration -2,541",
            &[
                "Adults | 2020/21 budgeted | 51,424 = 51424000",
                "Regeneration | 2021/22 budgeted | -2,541 = -2541000",
            ],
        ),
    ];
    hold(&english(), Some(Layout::Lines), &pages, "\n");
}

#[test]
fn units_below_the_headers() {
    let pages = [(
        "Source of funding 2021/22 2020/21¶£000 % £000 %¶Total budget requirement 133,574 100% 124,983 100%¶\
         Sources of funding 72,727 54% 64,062 51%",
        &[
            "Total budget requirement | 2020/21 income | 124,983 = 124983000",
            "Sources of funding | 2021/22 income | 54% = 54",
            "Sources of funding | 2020/21 income | 64,062 = 64062000",
        ][..],
    )];
    hold(&english(), Some(Layout::Lines), &pages, "\n");
}

#[test]
fn white_space_around_cells() {
    let pages = [(
        "\u{20} 2020 2021 2022¶Testen 154 258 312¶Prikken 2 211 300¶Derde prikken 33    ¶Herhaalprikken   47  ¶Boosters 11   75",
        &[
            "Derde prikken | 2020 | 33 = 33",
            "Herhaalprikken | 2021 | 47 = 47",
            "Boosters | 2020 | 11 = 11",
            "Boosters | 2022 | 75 = 75",
        ][..],
    )];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n");
    // Where the white space doesn't add up nothing is placed.
    let page = "  2020 2021 2022\nTesten 154 258 312\nPrikken 2 211 300\nDerde prikken 33  \nAnders 4 5 6\n";
    let found = figures(page, &Reader::new(), Some(Layout::Lines));
    assert!(found.iter().any(|row| row == "Derde prikken |  | 33 = "), "{found:#?}");
}

#[test]
fn numbers_that_are_no_figures() {
    let pages = [
        // Running numbers behind the rows are those of the explanations below the table.
        (
            "Overzicht van de gevolgen van de uitvoering van artikel 17 (x € 1.000)¶Realisatie¶Begroting¶Verschil¶2017¶2018¶2018¶2018¶\
             Verplichtingen¶5.505¶9.763¶3.309¶6.454¶1¶Uitgaven¶8.473¶2.333¶2.497¶-164¶Wegen¶709¶778¶689¶89¶2¶Spoor¶751¶383¶416¶-33¶3",
            &[
                "Verplichtingen | 2017 realised | 5.505 = 5505000",
                "Wegen | 2018 budgeted expenses | 689 = 689000",
                "Spoor | 2018 difference expenses | -33 = -33000",
            ][..],
        ),
        // A code with a letter, and rows that have none.
        (
            "nr.¶Effectindicatoren¶Realisatie 2018¶Streefwaarde 2019¶1a¶Waardering burgers¶48%¶47%¶1b¶Waardering bedrijven¶3,1¶3,5¶\
             2¶Participatie¶3,3¶3,8",
            &[
                "Waardering burgers | 2018 realised | 48% = 48",
                "Waardering bedrijven | 2019 target | 3,5 = 3.5",
                "Participatie | 2018 realised | 3,3 = 3.3",
            ],
        ),
        // Numbers of columns, by which others are made.
        (
            "Budgettaire gevolgen van beleid 2024 (bedragen x € 1.000)¶Stand ontwerpbegroting (1)¶\
             Mutaties via NvW, moties en amendementen (2)¶Vastgestelde begroting (3=1+2)¶Mutaties 1e suppletoire begroting (4)¶\
             Stand 1e suppletoire begroting (5=3+4)¶Mutatie 2025¶Verplichtingen¶39.987¶0¶39.987¶90¶40.077¶57¶\
             Uitgaven¶49.987¶10¶49.997¶100¶50.097¶47",
            &[
                "Verplichtingen | 2024 budgeted | 39.987 = 39987000",
                "Verplichtingen | 2024 amended | 40.077 = 40077000",
                "Uitgaven | 2024 difference expenses | 10 = 10000",
                "Uitgaven | 2025 difference expenses | 47 = 47000",
            ],
        ),
        // A part of the column before it.
        (
            "Onttrekkingen¶Raming 2018¶Waarvan structureel¶Raming 2019¶Waarvan structureel incl. reserves¶PROG01¶100¶0¶125¶25¶\
             PROG02¶873¶190¶1240¶191¶PROG03¶2.594¶24¶1343¶23",
            &["PROG01 | 2018 budgeted | 0 = 0", "PROG02 | 2019 budgeted | 191 = 191"],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n\n");
}

/// Rows that break what the headers print stand elsewhere: none of their numbers is placed.
#[test]
fn a_printed_formula_refuses_rows() {
    let page = "Art.\n\nStand begroting (1)\n\nMutaties (2)\n\nStand na mutaties (3=1+2)\n\nUitgaven\n\n40\n\n40\n\n90\n\nWegen\n\n7\n\n7\n\n2\n\n\
        Spoor\n\n65\n\n65\n\n3\n";
    let found = figures(page, &Reader::new(), Some(Layout::Lines));
    assert!(!found.is_empty() && found.iter().all(|row| row.ends_with("= ")), "{found:#?}");
}

#[test]
fn titles_with_a_year() {
    let pages = [(
        "Spending in 2023/24¶Services Gross £m Income £m Net £m¶Children 878.9 781.5 97.4¶Place 183.0 39.7 143.3",
        &[
            "Children | 2023/24 income | 781.5 = 781500000",
            "Place | 2023/24 balance | 143.3 = 143300000",
        ][..],
    )];
    hold(&english(), Some(Layout::Lines), &pages, "\n");
    // The scale of the amounts may stand between.
    let pages = [(
        "Wat mag het kosten in 2024¶Bedragen x € 1.000¶Lasten Baten Saldo¶Bestuur 878 781 97¶Veiligheid 363 185 178",
        &["Bestuur | 2024 income | 781 = 781000"][..],
    )];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n");
}

#[test]
fn signs_and_marks_apart_from_their_numbers() {
    let pages = [(
        "                        FY 2022-23         FY 2023-24¶                        Actual             Budget¶\
             Administration      $     1,571,312    $     1,712,371¶Town Hall                 518,672            608,803¶\
             City Secretary             36,566             58,090",
        &[
            "Administration | 2022/23 realised | $     1,571,312 = 1571312",
            "Town Hall | 2023/24 budgeted | 608,803 = 608803",
            "City Secretary | 2022/23 realised | 36,566 = 36566",
        ][..],
    )];
    hold(&english(), Some(Layout::Lines), &pages, "\n");
    let pages = [(
        "Omschrijving 2019* 2020 2021¶Digitale agenda 20 - -¶Vastgoed - 100 145¶* voorlopig",
        &["Digitale agenda | 2019 | 20 = 20", "Vastgoed | 2021 | 145 = 145"][..],
    )];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n");
}

/// A comma that stands within numbers parts no values.
#[test]
fn decimal_commas_are_no_separators() {
    let page = "Tarieven 2022\n\nHeffing Tarief\n\nZuivering woonruimte € 57,68 per eenheid (ve)\n€ 173,04 voor een gezin (3 ve)\n\n\
        Gebouwd eigenaren 0,03830% van de waarde\n\nWegenheffing 0,01009% van de waarde\n";
    let found = figures(page, &Reader::new(), None);
    assert!(found.iter().any(|row| row.ends_with("€ 57,68 = 57.68")), "{found:#?}");
}

/// The headers of a grid that stand in it again begin another table, and none of them is a row.
#[test]
fn headers_repeated_within_a_grid() {
    let page = "Reserve | Soort | Stand 2017 | Stand 2018 |\n---|---|---|---|\nSociaal | Project | 600 | 650 |\nOnderwijs |\n\
        Reserve | Soort | Stand 2017 | Stand 2018 |\nHuisvesting | Project | 893 | 964 |\n";
    let found = figures(page, &Reader::new(), Some(Layout::Markdown));
    assert!(
        found.iter().any(|row| row.starts_with("Huisvesting | 2018") && row.ends_with("964 = 964")),
        "{found:#?}"
    );
    assert!(!found.iter().any(|row| row.contains("2018 = 2018")), "{found:#?}");
}

/// A time stands in the middle of a row, between amounts and codes of other things.
#[test]
fn a_time_among_amounts_and_codes() {
    let page = "account,adopted_budget,amended_budget,fiscal_year,center_value\nProperty Tax,39430000.0,39430000.0,2021,10001\n\
        Sales Tax,50010000.0,50020000.0,2021,10002\n";
    let found = figures(page, &english(), Some(Layout::Csv));
    assert!(
        found.iter().any(|row| row.contains("2021 amended") && row.ends_with("= 50020000.0")),
        "{found:#?}"
    );
}

#[test]
fn the_year_of_a_title_fills_columns_and_is_told() {
    let page = "Budgettaire gevolgen van beleid 2024 (bedragen x € 1.000)\n\nStand ontwerpbegroting\n\nMutaties 1e suppletoire begroting\n\n\
        Mutatie 2025\n\nVerplichtingen\n\n39.987\n\n90\n\n57\n\nUitgaven\n\n49.987\n\n100\n\n47\n";
    let reading = Reader::new().read_as(page, Layout::Lines);
    let of_title = |of: &beleid::FigureRef<'_>| {
        of.figure
            .and_then(|figure| figure.period)
            .is_some_and(|period| period.to_string() == "2024")
    };
    let filled: Vec<_> = reading.figures().filter(of_title).collect();
    assert_eq!(filled.len(), 4);
    assert!(filled.iter().all(|of| of.findings.contains(&Rule::LikelyReading)));
}
