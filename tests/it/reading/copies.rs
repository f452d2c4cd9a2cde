//! Shapes of tables in text that was copied off pages: a cell a line, a row a line, or rows between pipes. Each case is
//! a page with what is read of it.

use beleid::{Layout, Reader};

/// Each figure: its label, its period, role, flow and slice, the printed cell, and its value.
fn figures(page: &str, layout: Option<Layout>) -> Vec<String> {
    let reading = match layout {
        Some(layout) => Reader::new().read_as(page, layout),
        None => Reader::new().read_bytes(page.as_bytes()),
    };
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let of = |figure| {
        let row = serde_json::to_value(&figure).unwrap();
        let state = ["period", "role", "flow"].map(|key| text(&row[key])).join(" ");
        let slice = text(&row["slice"]);
        let state = if slice.is_empty() { state } else { format!("{state} of {slice}") };
        let state = state.split_whitespace().collect::<Vec<_>>().join(" ");
        let [label, printed, value] = ["label", "printed", "value"].map(|key| text(&row[key]));
        format!("{label} | {state} | {printed} = {value}")
    };
    reading.figures().map(of).collect()
}

/// Holds pages against what is read of them, among other figures.
fn hold(layout: Option<Layout>, cases: &[(String, &[&str])]) {
    for (page, expected) in cases {
        let found = figures(page, layout);
        for row in *expected {
            assert!(found.iter().any(|of| of == row), "{page}: no {row:?} in {found:#?}");
        }
    }
}

/// A page with `|` for the blank lines between its lines.
fn apart(page: &str) -> String {
    page.replace('|', "\n\n")
}

/// What is read of pages with a cell a line: `|` stands for what parts them.
#[test]
fn cells_on_lines_of_their_own() {
    let cases = [
        // The header of the labels says in what the amounts are.
        (
            "Taakvelden (x € 1.000)|Begroting 2020|Rekening 2020|Lasten|Baten|Lasten|Baten|\
             0.1 Bestuur|1.356|36|1.393|143|0.2 Burgerzaken|586|420|694|348",
            &[
                "0.1 Bestuur | 2020 budgeted expenses | 1.356 = 1356000",
                "0.1 Bestuur | 2020 realised expenses | 1.393 = 1393000",
                "0.1 Bestuur | 2020 budgeted income | 36 = 36000",
                "0.1 Bestuur | 2020 realised income | 143 = 143000",
            ][..],
        ),
        // Some words stand alone, and the others above two years each; a column of years says when.
        (
            "Indicator|Bron|Laatste meting|Realisatie|Streefwaarde|2017|2018|2020|2023|\
             Formatie per inwoner|BBV|2018|6,6|6,9|7|7|Bezetting per inwoner|BBV|2018|7,6|6,1|6,5|6,5",
            &[
                "Formatie per inwoner | 2017 realised | 6,6 = 6.6",
                "Formatie per inwoner | 2018 realised | 6,9 = 6.9",
                "Formatie per inwoner | 2020 target | 7 = 7",
                "Formatie per inwoner | 2023 target | 7 = 7",
            ],
        ),
        // What was measured before is not of the year beside it.
        (
            "Indicator|Jaar|Vorige meting|Laatste meting|Aantal branden|2018|85|86|Aantal inbraken|2018|49|51",
            &[
                "Aantal branden | realised of Vorige meting | 85 = 85",
                "Aantal branden | 2018 realised | 86 = 86",
            ],
        ),
        // A time that begins elsewhere is a header all the same, and the next table ends this one.
        (
            "Programma|Krediet|Realisatie t/m 2022|2023|2024|Bestuur|2.020|0|1.116|248|Verkeer|24.064|6.787|7.645|6.169|\
             Bedragen x € 1.000|Programma|Krediet|Realisatie t/m 2022|2023|2024|Wegen|8.318|175|2.120|1.019",
            &[
                "Bestuur | budgeted | 2.020 = 2020000",
                "Bestuur | realised | 0 = 0",
                "Bestuur | 2023 | 1.116 = 1116000",
                "Bestuur | 2024 | 248 = 248000",
            ],
        ),
        // A table for each thing, without labels.
        (
            "1.1 Veiligheid|Aantal branden|Realisatie|Streef|2016|2017|2018|2018|19|16|95|16|\
             Aantal inbraken|Realisatie 2017|Streef 2018|4|3",
            &[
                "Aantal branden | 2016 realised | 19 = 19",
                "Aantal branden | 2017 realised | 16 = 16",
                "Aantal branden | 2018 realised | 95 = 95",
                "Aantal branden | 2018 target | 16 = 16",
                "Aantal inbraken | 2017 realised | 4 = 4",
                "Aantal inbraken | 2018 target | 3 = 3",
            ],
        ),
        // Years that go on are one row of headers, whatever most rows have.
        (
            "Indicatoren|2016|2017|2018|Banen|812|802|Gemiddelde|842|843|Vestigingen|9960|9961|9962|Starters|1|2|3",
            &[
                "Vestigingen | 2016 | 9960 = 9960",
                "Vestigingen | 2017 | 9961 = 9961",
                "Vestigingen | 2018 | 9962 = 9962",
            ],
        ),
        // Days without a year are of the year of their row, and a stage below a name is of it.
        (
            "Bedragen x € 1.000|Jaartal|Stand|1-1|Toevoeging|Onttrekking|Bestemming resultaat vorig boekjaar|Stand|31-12|\
             Algemene reserve|jaarrekening|2017|97|11|-17|-19|71|jaarrekening|2018|71|1|-14|-2|55",
            &[
                "Algemene reserve | 2017-01-01 realised | 97 = 97000",
                "Algemene reserve | 2017 realised reserves_in | 11 = 11000",
                "Algemene reserve | 2017 realised of Bestemming resultaat vorig boekjaar | -19 = -19000",
                "Algemene reserve | 2018-12-31 realised | 55 = 55000",
            ],
        ),
        // A year before a number says when that was measured.
        (
            "Indicator|Begroting 2019|Begroting 2020|Nederland|Woonlasten|606|591|2019:|672|Schoolverlaters|17,3|20,5|2016:|7,2",
            &["Schoolverlaters | 2016 of body: Nederland | 7,2 = 7.2"],
        ),
        // A minus between two roles, and a budget and its change above each other.
        (
            "Bedragen x € 1.000|Begroting 2018|Begroting 2018|Realisatie 2018|Verschil Begroting|Primitief|(Na wijzigingen)|\
             (Na wijz.) - Realisatie|Lasten|Baten|Lasten|Baten|Lasten|Baten|Lasten|Baten|Bestuur|-1|56|-2|57|-3|58|-4|59|\
             Burgerzaken|-11|156|-12|157|-13|158|-14|159",
            &[
                "Bestuur | 2018 budgeted expenses | -1 = -1000",
                "Bestuur | 2018 amended expenses | -2 = -2000",
                "Bestuur | 2018 realised income | 58 = 58000",
                "Burgerzaken | 2018 difference income | 159 = 159000",
            ],
        ),
        // What is wider stands in front of the labels.
        (
            "Incidentele lasten|Programma|Omschrijving|2017|2018|Middelen|Tijdelijke formatie|264.386|139.028|\
             Bestuur|Advies in de wijken|44.423|44.424",
            &["Tijdelijke formatie | 2017 expenses | 264.386 = 264386"],
        ),
        // Days of balances, and what comes between them.
        (
            "Reserve|Stand 1-1-2023|Toevoegingen|Onttrekkingen|Stand 31-12-2023|Algemene reserve|100|20|30|90|\
             Egalisatiereserve|200|10|5|205",
            &[
                "Algemene reserve | 2023-01-01 | 100 = 100",
                "Algemene reserve | 2023 reserves_in | 20 = 20",
                "Algemene reserve | 2023 reserves_out | 30 = 30",
                "Algemene reserve | 2023-12-31 | 90 = 90",
            ],
        ),
    ];
    let cases = cases.map(|(page, expected)| (apart(page), expected));
    hold(Some(Layout::Lines), &cases);
}

/// The same with a row a line.
#[test]
fn rows_on_lines_of_their_own() {
    let cases = [
        // A year and a number may end the label, and a text like a header may be above a group. Dashes alone are a row.
        (
            "Financieel perspectief 2024|Omschrijving 2024 2025 2026|Saldo begroting 4.111.900 5.561.300 3.722.200|\
             Gevolgen tussenrapportage 2022 -798.400 -787.400 -749.400|Kadernota 2024 -766.300 226.100 290.000|\
             Kadernota 2024|B. Kaders -1.359.900 -1.508.200 -1.583.900|E. Bedrijfsvoering - - -|Saldo 2.000 3.000 4.000",
            &[
                "Gevolgen tussenrapportage 2022 | 2024 | -798.400 = -798400",
                "Kadernota 2024 | 2025 | 226.100 = 226100",
                "B. Kaders | 2026 budgeted | -1.583.900 = -1583900",
                "E. Bedrijfsvoering | 2025 budgeted | - = ",
            ][..],
        ),
        // Two changes of one budget are told apart, and a scale may begin the line of headers.
        (
            "Ontvangsten en uitgaven|(in duizend euro) BO 2020 1BA 2020 2BA 2020|Belastingen 6.866.137 7.817.845 7.817.846|\
             Dotaties 1.101.680 1.101.681 1.146.086",
            &[
                "Belastingen | 2020 budgeted | 6.866.137 = 6866137000",
                "Belastingen | 2020 amended of 1BA | 7.817.845 = 7817845000",
                "Belastingen | 2020 amended of 2BA | 7.817.846 = 7817846000",
            ],
        ),
        // The words above cells without a label are theirs; a small number and a word go on with a label.
        (
            "Performance measures of the city|2017-18 2018-19 2019-20|Number of days to close a request|9 10 8|Street sweeping routes 95 96 97|\
             Percent of reviews completed in 20|Days 100 101 102|Children of 12+ 12 13 14",
            &[
                "Number of days to close a request | 2018/19 | 10 = 10",
                "Percent of reviews completed in 20 Days | 2017/18 | 100 = 100",
                "Children of 12+ | 2019/20 | 14 = 14",
            ],
        ),
        // Signs of money among the headers.
        (
            "The spending of the council in the year|Services Gross £m Income £m Net £m|Adult care 878.9 781.5 97.4|Place 183.0 39.7 143.3",
            &["Adult care | income | 781.5 = 781500000", "Place | balance | 143.3 = 143300000"],
        ),
        // A code at the end of a label.
        (
            "Expenses of the council|2020 2021 2022|Expenses of Program 1.1 22,493 20,744 20,820|Total wages 2,477 2,494 2,495",
            &["Expenses of Program 1.1 | 2021 expenses | 20,744 = 20744"],
        ),
    ];
    let cases = cases.map(|(page, expected)| (page.replace('|', "\n"), expected));
    hold(Some(Layout::Lines), &cases);
}

/// A line with `#` is no heading of Markdown where it says of what there are so many.
#[test]
fn a_number_of_things_is_no_heading() {
    let page = "FY17 FY18\nKey Measures Actual Target\n# rentals of the fields 5288 3167\n\
        # visitors of the library 1024 1562\n";
    assert_eq!(Layout::of(page), Layout::Lines);
    hold(None, &[(page.to_owned(), &["# rentals of the fields | 2017 realised | 5288 = 5288"])]);
    assert_eq!(Layout::of("# Begroting 2017\n\nTekst\n"), Layout::Markdown);
}

/// Rows of Markdown and of web pages whose empty cells are lost, and paragraphs that are cells.
#[test]
fn grids_as_converters_write_them() {
    let cases = [
        // A scale for a header, and days that begin above the labels.
        (
            "(bedragen x €1.000) | ||\n---|---|---|\n31-12-2022 | 31-12-2023 | |\nReserves | 15.968 | 17.138 |\n\
             Voorzieningen | 24.883 | 34.191 |\n",
            &["Reserves | 2022-12-31 | 15.968 = 15968000"][..],
        ),
        // Headers over two years each; a row that lost a cell is not placed.
        (
            "Indicator | Bron | Realisatie | Streefwaarde | |\n---|---|---|---|---|---|\n2021 | 2022 | 2024 | 2027 | ||\n\
             Bezetting | BBV | 6,5 | 6,4 | 6,6 | 6,7 |\nFormatie | BBV | 7,1 | 7,3 | 7,5 | |\n",
            &[
                "Bezetting | 2021 realised | 6,5 = 6.5",
                "Bezetting | 2022 realised | 6,4 = 6.4",
                "Bezetting | 2027 target | 6,7 = 6.7",
                "Formatie |  | 7,1 = ",
            ],
        ),
        // A record, and a row for each year of it; a letter says what its value is, and a number begins no list.
        (
            "Taakveld: | Indicator: | Eenheid: | Bron: |\n|---|---|---|---|\n0. Bestuur | Formatie | Fte | Eigen |\n\
             2021 | 9,53 (R) |||\n2022 | 8,66 (B) |||\n2023 | 8,34 (B) |||\nToelichting: ||||\n\
             0. Bestuur | Bezetting | Fte | Eigen |\n2021 | 8,9 (R) |||\n2022 | 7,44 (B) |||\n",
            &[
                "Formatie | 2021 realised | 9,53 (R) = 9.53",
                "Formatie | 2022 budgeted | 8,66 (B) = 8.66",
                "Bezetting | 2021 realised | 8,9 (R) = 8.9",
            ],
        ),
        // Letters for flows below each year, and points of thousands beside codes.
        (
            "<table><tr><td colspan=8>Bedragen x € 1.000</td></tr><tr><th colspan=2>Taakveld<th colspan=3>Rekening 2021\
             <th colspan=3>Begroting 2022<tr><th><th><th>L<th>B<th>S<th>L<th>B<th>S\
             <tr><td>0.1<td>Bestuur<td>4.005<td>1.207<td>-2.798<td>4.803<td>3<td>-4.800</table>",
            &[
                "Bestuur | 2021 realised expenses | 4.005 = 4005000",
                "Bestuur | 2022 budgeted income | 3 = 3000",
                "Bestuur | 2022 budgeted balance | -4.800 = -4800000",
            ],
        ),
        // Years in rows, and headers of which some are flows.
        (
            "Fiscal Year,Capital Assets,Total Liabilities of the City,Total revenues,Debt service\n\
             2015,104953000,252043000,2992000,140643000\n2016,99595000,255498000,10943000,142763000\n",
            &[
                "Capital Assets | 2016 | 99595000 = 99595000",
                "Debt service | 2015 | 140643000 = 140643000",
            ],
        ),
        // A code and a name below one header, and years at the left.
        (
            "Taakveld | Bron | Realisatie | Realisatie |\n---|---|---|---|\n2019 | 2020 | | |\n\
             1 | Formatie | Eigen | 18,0 | 18,4 |\n2 | Bezetting | Eigen | 17,9 | 19,1 |\n3 | Overhead | Eigen | 11,9 | 11,2 |\n",
            &["Formatie | 2019 realised | 18,0 = 18.0", "Overhead | 2020 realised | 11,2 = 11.2"],
        ),
        // What is left before something is reserved is a balance.
        (
            "<table><tr><th>Bedragen x € 1.000<th>Rekening 2020<th>Begroting 2021<tr><td>Lasten<td>-19.263<td>-17.801\
             <tr><td>Baten<td>6.801<td>4.182<tr><td>Resultaat voor reservering<td>-12.462<td>-13.619</table>",
            &["Resultaat voor reservering | 2020 realised balance | -12.462 = -12462000"],
        ),
        // Amounts at the end of a header, and a year from one to the next.
        (
            "<p>The money of the council and how it is spent on the services of the district.</p><table><tr><th>Service\
             <th>2023 to 2024 budget £m<th>2024 to 2025 budget £m<tr><td>Adult Services<td>67.208<td>67.668\
             <tr><td>Children's Services<td>56.816<td>59.677</table>",
            &["Adult Services | 2024/25 budgeted | 67.668 = 67668000"],
        ),
        // Cells that are paragraphs.
        (
            "<p>Indicator</p><p>Realisatie 2020</p><p>Begroting 2021</p><p>Aantal woningen</p><p>120</p><p>130</p>\
             <p>Aantal banen</p><p>812</p><p>802</p>",
            &["Aantal woningen | 2021 budgeted | 130 = 130"],
        ),
        // Rows that are the lines of a paragraph.
        (
            "# Begroting 2021\n\nIndicator Realisatie 2020 Begroting 2021\nAantal woningen 120 130\nAantal banen 812 802\n",
            &["Aantal banen | 2020 realised | 812 = 812"],
        ),
    ];
    let cases = cases.map(|(page, expected)| (page.to_owned(), expected));
    hold(None, &cases);
}

/// White space on lines of its own stands for the cells that are empty: a character each, or a line each.
#[test]
fn white_space_says_which_cells_are_empty() {
    let head = "Bedragen x € 1.000\n\nPost\n\n2023\n\n2024\n\n2025\n\nStand\n\n10\n\n20\n\n30\n\n";
    for (row, expected) in [
        ("Accres\n \n375\n\n376\n\n", "Accres | 2024 | 375 = 375000"),
        ("Accres\n\n375\n\n  \n\n", "Accres | 2023 | 375 = 375000"),
        ("Accres\n  \n375\n\n", "Accres | 2025 | 375 = 375000"),
        // Nothing says where it stands.
        ("Accres\n\n375\n\n376\n\n", "Accres |  | 375 = "),
    ] {
        let page = format!("{head}{row}Mutaties\n\n11\n\n12\n\n13\n");
        hold(Some(Layout::Lines), &[(page, &[expected])]);
    }
}

/// What may be read in another way is not placed without a word.
#[test]
fn nothing_is_placed_by_chance() {
    let silent = |page: &str| -> Vec<String> {
        let reading = Reader::new().read_bytes(page.as_bytes());
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let rows = reading.figures().map(|figure| serde_json::to_value(&figure).unwrap());
        let is_silent = |row: &serde_json::Value| {
            let found = &row["findings"];
            found.as_str().is_none_or(str::is_empty) && found.as_array().is_none_or(Vec::is_empty)
        };
        let rows = rows.filter(|row| row["state"] == "placed" && is_silent(row));
        rows.map(|row| {
            let of = ["label", "period", "role", "printed"].map(|key| text(&row[key]));
            of.join(" | ")
        })
        .collect()
    };
    let head = "Begroting 2024\n\n1.1 Wonen\n\n";
    for (page, expected) in [
        // Counts that look like years are no headers.
        (
            apart("Indicator|Realisatie 2022|Begroting 2023|Woningen|12|13|Leerlingen|1998|2004|Huizen|20|21"),
            &[
                "Woningen | 2022 | realised | 12",
                "Woningen | 2023 | budgeted | 13",
                "Leerlingen | 2022 | realised | 1998",
                "Leerlingen | 2023 | budgeted | 2004",
                "Huizen | 2022 | realised | 20",
                "Huizen | 2023 | budgeted | 21",
            ][..],
        ),
        // A number that ends a label is no cell of a row that lacks one.
        (
            "Omschrijving 2021 2022 2023\nWijk 7 12 13 14\nWijk 8 15 16\nTotaal 27 29 30\n".to_owned(),
            &[
                "Wijk 7 | 2021 |  | 12",
                "Wijk 7 | 2022 |  | 13",
                "Wijk 7 | 2023 |  | 14",
                "Totaal | 2021 |  | 27",
                "Totaal | 2022 |  | 29",
                "Totaal | 2023 |  | 30",
            ],
        ),
        // The name of the next table is not that of a short row.
        (
            apart("Bezoekers museum|2021|2022|2023|100|120|Zwembad|2021|2022|2023|500|600|700"),
            &["Zwembad | 2021 |  | 500", "Zwembad | 2022 |  | 600", "Zwembad | 2023 |  | 700"],
        ),
        (apart("Bezoekers museum|2021|2022|2023|100|120|Bron: museum"), &[]),
        // When something was measured is no time of a plan.
        (
            "<table><tr><th>Indicator<th>Laatste meting<th>Realisatie<th>Begroting<tr><td>Banen<td>2022<td>640<td>650\
             <tr><td>Energie<td>2021<td>150<td>160</table>"
                .to_owned(),
            &["Banen | 2022 | realised | 640", "Energie | 2021 | realised | 150"],
        ),
        // Years of construction are no times of the figures.
        (
            "<table><tr><th>Bouwjaar<th>Panden<tr><td>2019<td>12<tr><td>2021<td>10</table>".to_owned(),
            &[],
        ),
        // Two outer headers above three years.
        (
            "<table><tr><th>Indicator<th>Realisatie<th>Streefwaarde<tr><td><td>2022<td>2023<td>2024\
             <tr><td>Inbraken<td>120<td>110<td>100</table>"
                .to_owned(),
            &[],
        ),
    ] {
        let page = if page.starts_with('<') { page } else { format!("{head}{page}") };
        let found = silent(&page);
        assert_eq!(found, expected, "{page}");
    }
}
