//! A small page for each shape of table that published budgets and accounts have, with its figures beside it.
//!
//! `tests/shapes` has the pages, each named by its shape, and `tests/golden/shapes` what is to be read: the group, the label, the part of the
//! whole, when and what, the value in its unit, and the codes of the findings.

use std::fmt::Write as _;

use beleid::{Layout, Reader};

use crate::support::golden;

fn figures(page: &str, layout: Layout) -> String {
    let reading = Reader::new().read_as(page, layout);
    let mut board = String::from(
        "state\tgroup\tlabel\tslice\tperiod\trole\tflow\tprinted\tkind\tvalue\tunit\tremark\tfindings\n",
    );
    for row in reading.figures() {
        let row = serde_json::to_value(&row).unwrap();
        let text = |key: &str| match &row[key] {
            serde_json::Value::Array(all) => {
                let all: Vec<&str> = all.iter().filter_map(|one| one.as_str()).collect();
                all.join(" ")
            }
            value => value.as_str().unwrap_or_default().to_owned(),
        };
        let columns = [
            "state", "group", "label", "slice", "period", "role", "flow", "printed", "kind",
            "value", "unit", "remark", "findings",
        ];
        let columns: Vec<String> = columns.iter().map(|key| text(key)).collect();
        writeln!(board, "{}", columns.join("\t").trim_end()).unwrap();
    }
    board
}

#[test]
fn each_shape_is_read() {
    let folder = crate::support::root().join("tests/shapes");
    let mut pages: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    assert!(pages.len() > 30, "a shape is missing");
    for page in pages {
        let layout = match page.extension().and_then(|ending| ending.to_str()) {
            Some("csv") => Layout::Csv,
            Some("md") => Layout::Markdown,
            Some("html") => Layout::Html,
            _ => Layout::Lines,
        };
        let name = page.file_stem().and_then(|name| name.to_str()).unwrap();
        let board = figures(&std::fs::read_to_string(&page).unwrap(), layout);
        assert!(!board.contains("unplaced"), "{name}: {board}");
        golden::is(&format!("shapes/{name}.tsv"), &board);
    }
}

#[test]
fn rows_are_read_though_what_stands_below_them_is_not() {
    let board =
        figures(include_str!("../../documents/two-tables-of-different-width.txt"), Layout::Lines);
    let of = |state: &str| board.lines().filter(|row| row.starts_with(state)).count();
    assert_eq!(of("placed"), 36, "{board}");
    let unplaced = board.lines().filter(|row| row.starts_with("unplaced"));
    assert!(
        of("unplaced") > 20 && unplaced.clone().all(|row| row.ends_with("table-not-read")),
        "{board}"
    );
}

#[test]
fn addresses_below_a_table_are_no_rows_of_it() {
    let page = "Begroting 2023\n\nProgramma Begroting 2022 Begroting 2023 Toelichting\n\
        Bestuur 1.253 1.105 Minder reizen\nWonen 502 610 Meer vraag\nSport 77 80 Nieuwe hal\n\n\
        Gebouwen\nSporthal Kerkstraat 12 1234 AB Dorp\nZwembad Laan 14 3512 CD Dorp\nHal Dreef 3 3513 XY Dorp\n";
    let board = figures(page, Layout::Lines);
    let of = |text: &str| board.lines().filter(|row| row.contains(text)).collect::<Vec<_>>();
    assert_eq!(of("\t2023\tbudgeted").len(), 3, "{board}");
    assert!(of("Sporthal").iter().all(|row| row.starts_with("unplaced")), "{board}");
}

#[test]
fn terms_are_not_placed_below_headers_of_other_columns() {
    let page = "Begroting 2023\n\nWerk Bedrag Afschrijvingstermijn Lasten per Jaar Nut\n\
        Brug bij de molen 340.000 40 jr. 8.500 M\nBestelbus buitendienst 42.000 8 jr. 5.250 E\n\
        Beschoeiing haven 125.000 25 jr. 5.000 M\n";
    let board = figures(page, Layout::Lines);
    let of = |state: &str| board.lines().filter(|row| row.starts_with(state)).count();
    assert_eq!((of("placed"), of("unplaced")), (0, 9), "{board}");
}

#[test]
fn a_title_with_as_many_words_as_cells_is_no_line_of_headers() {
    let board = figures(
        "Paragraaf voorzieningen 2019\n\nProgramma Sociaal Domein Jeugd\nJeugdhulp 120 130 140\nOnderwijs 220 230 240\nOpvang 12 13 14\n",
        Layout::Lines,
    );
    assert!(!board.contains("placed\t\tJeugdhulp\tSociaal"), "{board}");
    assert_eq!(board.matches("unplaced").count(), 9, "{board}");
}

#[test]
fn cards_of_other_things_give_no_figures() {
    for page in [
        "Uitslagen\n\nDorp - Stad\nStand: 3-1\nToeschouwers: 120\n\nZee - Meer\nStand: 0-4\nToeschouwers: 3.400\n",
        "Agenda\n\nRaad\nDatum: 12-3-2020\nAanvang: 20:00\n\nCommissie\nDatum: 13-3-2020\nAanvang: 19:30\n",
        "Adressen\n\nGemeentehuis\nKamers: 12\nPostcode: 1234\n\nBibliotheek\nKamers: 3\nPostcode: 1235\n",
    ] {
        let board = figures(page, Layout::Lines);
        assert!(!board.lines().any(|row| row.starts_with("placed")), "{board}");
    }
}

#[test]
fn rows_of_a_plan_that_miss_their_total_are_not_placed() {
    let page = include_str!("../../shapes/a-plan-of-years-that-lost-empty-cells.txt");
    let board = figures(&page.replace("554.050", "564.050"), Layout::Lines);
    let of = |text: &str| board.lines().find(|row| row.contains(text)).unwrap_or_default();
    for number in ["310.000", "48.500", "97.250"] {
        assert!(of(number).starts_with("unplaced"), "{board}");
    }
}

#[test]
fn cells_of_words_among_unread_numbers_are_listed_with_them() {
    let page = "Overzicht\n\nRestafval\n\n199\n\n189\n\n100 kg in 2020\n\nElektriciteit\n\n0,9\n\n11,8\n\n\
        in 2020 10% toename t.o.v. 2015\n\n2,9\n\nGeen data\n\n2,9 in 2018\n";
    let board = figures(page, Layout::Lines);
    for text in ["Geen data", "in 2020 10% toename t.o.v. 2015", "2,9 in 2018"] {
        let is_listed = |row: &str| row.starts_with("unplaced") && row.contains(text);
        assert!(board.lines().any(is_listed), "{text}: {board}");
    }
}
