//! Lists of rates and amounts: a label and one amount on each line, the words that say what it is counted by behind it, and
//! a title instead of headers.

use beleid::{Layout, Reader, Rule};

use super::kinds::{english, figures, hold};

#[test]
fn a_list_below_a_dated_title() {
    let pages = [
        // Words behind an amount say what it is counted by; they are no cell.
        (
            "Tarieven 2019 waterschap¶waterschap-delta¶GEBRUIKER¶zuiveringsheffing (1 v.e.) € 56,77¶watersysteemheffing € 103,68 per huishouden¶\
             wegenheffing 0,0062 % van de WOZ-waarde",
            &[
                "zuiveringsheffing (1 v.e.) | 2019 | € 56,77 = 56.77",
                "watersysteemheffing per huishouden | 2019 | € 103,68 = 103.68",
                "wegenheffing van de WOZ-waarde | 2019 | 0,0062 % = 0.0062",
            ][..],
        ),
        // A percentage in parentheses before a rate is of the label, and a rate without a label of the one above it.
        (
            "Tarieven 2022¶Zuivering € 57,68 per eenheid¶€ 173,04 voor een gezin (3 ve)¶Gebouwd buitendijks (25%) € 28,96 per hectare",
            &[
                "Zuivering per eenheid | 2022 | € 57,68 = 57.68",
                "Zuivering voor een gezin (3 ve) | 2022 | € 173,04 = 173.04",
                "Gebouwd buitendijks (25%) per hectare | 2022 | € 28,96 = 28.96",
            ],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n");
    let page = pages[0].0.replace('¶', "\n");
    let reading = Reader::new().read_as(&page, Layout::Lines);
    for of in reading.figures() {
        assert!(of.findings.contains(&Rule::LikelyReading), "the year is that of the title");
        assert!(of.findings.contains(&Rule::UnknownHeader), "and no header says what it is");
    }
    let pages = [(
        "Employees 2020-2021¶Number of leavers - 49¶Number of starters - 1,034¶Days lost - 7.74",
        &["Number of leavers | 2020/21 | 49 = 49", "Days lost | 2020/21 | 7.74 = 7.74"][..],
    )];
    hold(&english(), Some(Layout::Lines), &pages, "\n");
}

/// Each number of a list without a dated title is told, with the words before it.
#[test]
fn a_list_without_a_dated_title_is_told() {
    let page = "Tarieven\nPaspoort € 75,80 per stuk\nRijbewijs (25%) € 41,60 per stuk\nUittreksel € 15,20 per stuk\n";
    let reading = Reader::new().read_as(page, Layout::Lines);
    let told: Vec<(&str, &str)> = reading
        .figures()
        .map(|of| {
            assert!(of.figure.is_none());
            (of.label(), of.cell.map_or("", |cell| &*cell.printed))
        })
        .collect();
    let expected = [
        ("Paspoort", "€ 75,80"),
        ("Rijbewijs", "25"),
        ("Rijbewijs", "€ 41,60"),
        ("Uittreksel", "€ 15,20"),
    ];
    assert_eq!(told, expected);
}

/// Numbers of pages behind labels are no list of amounts.
#[test]
fn a_table_of_contents_is_no_list() {
    let page = "Begroting 2019\n\nInleiding 3\nBestuur 12\nVeiligheid 15\nWonen 20\n";
    let found = figures(page, &Reader::new(), Some(Layout::Lines));
    assert!(found.iter().all(|row| !row.contains('=') || row.ends_with("= ")), "{found:#?}");
}

#[test]
fn rates_below_headers() {
    let pages = [
        (
            "2013 2014¶Watersysteemheffing¶Tarief ingezetenen € 63,79 € 65,70 per woonruimte¶\
             Tarief ongebouwd € 63,68 € 65,91 per hectare¶Tarief gebouwd in € € 0,57 € 0,61 per € 2.500 WOZ-waarde",
            &[
                "Tarief ingezetenen per woonruimte | 2013 | € 63,79 = 63.79",
                "Tarief ongebouwd per hectare | 2014 | € 65,91 = 65.91",
                "Tarief gebouwd in € per € 2.500 WOZ-waarde | 2013 | € 0,57 = 0.57",
            ][..],
        ),
        // A time and a value on each line, below headers that name both.
        (
            "Indicator eenheid periode waarde*¶Bestuur (p8)¶Formatie fte per 1.000 inwoners 2015 6,1¶\
             Apparaatskosten per inwoner 2015 511¶Functiemenging % 2014 54¶* CBS",
            &[
                "Formatie fte per 1.000 inwoners | 2015 realised | 6,1 = 6.1",
                "Functiemenging % | 2014 realised | 54 = 54",
            ],
        ),
    ];
    hold(&Reader::new(), Some(Layout::Lines), &pages, "\n");
}

/// A computation in parentheses is a remark if it comes to the amount before it, and may be anything else if it doesn't.
#[test]
fn a_computation_behind_an_amount() {
    let row = |cell: &str| {
        let page = format!(
            "<table><tr><th>Heffing</th><th>Tarieven 2023</th></tr><tr><td>Water</td><td>{cell}</td></tr></table>"
        );
        figures(&page, &Reader::new(), Some(Layout::Html)).join("")
    };
    for (cell, value) in [
        ("231,51 (3 x 77,17)", "231.51"),
        ("254,61 (3 x €84,87)", "254.61"),
        ("234,67 (480.000 x 0,04889%)", "234.67"),
        ("231,51 (3 x 77,27)", ""),
        ("231,51 (x 77,17)", ""),
    ] {
        assert_eq!(row(cell), format!("Water | 2023 | {cell} = {value}"), "{cell}");
    }
}
