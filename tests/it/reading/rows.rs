//! The rows of tables: labels, cells and footnotes, and those that can't be placed.

use super::*;
use beleid::{Layout, Period, Reader};

#[test]
fn rows_that_do_not_fit_are_not_placed() {
    let head = "Begroting 2018\n\nPrestatie-indicatoren\n\nBehaald 2017\n\nBeoogd 2018\n\n";
    let cases = [
        (
            "Instellingen\n\n3\n\nScholen\n\n1\n\n2\n",
            "warning[row-misaligned] line 9, column 1: row \"Instellingen\" has 1 cell for 2 columns (Behaald 2017, Beoogd 2018), so none of them is placed",
        ),
        (
            "Instellingen\n\n3\n\n4\n\n5\n\nScholen\n\n1\n\n2\n",
            "warning[row-misaligned] line 9, column 1: row \"Instellingen\" has 3 cells for 2 columns (Behaald 2017, Beoogd 2018), so none of them is placed",
        ),
        (
            "7\n\nScholen\n\n1\n\n2\n",
            "warning[unread-line] line 9, column 1: \"7\" is a cell without a label before it",
        ),
    ];
    for (rows, message) in cases {
        let text = format!("{head}{rows}");
        assert_eq!(told(&text), [message]);
        let reading = beleid::read(&text);
        let (last, others) = reading.budget.fields[0].indicators.split_last().unwrap();
        assert_eq!((&*last.name, last.figures.len()), ("Scholen", 2), "the next row is unharmed");
        assert!(others.iter().all(|other| other.figures.is_empty()));
    }
    assert_eq!(
        told("Begroting 2018\n\nKengetallen\n\nAantal\n"),
        [
            "warning[table-without-header] line 3, column 1: no column headers follow \"Kengetallen\""
        ]
    );
    assert_eq!(
        told(head),
        ["warning[table-without-rows] line 5, column 1: no rows follow the 2 column headers"]
    );
}

#[test]
fn words_where_a_cell_was_to_come() {
    // The second row begins with digits, and the first has lost a cell.
    let text = "Prestatie-indicatoren\n\nBehaald 2017\n\nBeoogd 2018\n\nScholen\n\n1\n\n\
        65-plussers met een hulpvraag\n\n3\n\n4\n";
    let reading = beleid::read(text);
    let indicators = &reading.budget.fields[0].indicators;
    assert_eq!(indicators.len(), 2);
    assert_eq!((indicators[0].figures.len(), indicators[0].unplaced.len()), (0, 1));
    assert_eq!(indicators[1].name, "65-plussers met een hulpvraag");
    assert_eq!(indicators[1].figures.len(), 2);
}

#[test]
fn footnotes_belong_to_those_who_refer_to_them() {
    let text = "Effectindicatoren\n\n*\n\nBehaald 2017\n\nBeoogd 2018\n\nScholen**\n\n1\n\n5*\n\n6\n\n\
        Leden\n\n-\n\n7\n\n8\n\n* eerste half jaar\n\n1) vierjaarlijks model\n\n*** herzien\n\n\
        * 2014 is een schatting\n";
    let reading = beleid::read(text);
    let field = &reading.budget.fields[0];
    let notes = |notes: &[beleid::Note]| -> Vec<String> {
        notes
            .iter()
            .map(|note| format!("{} {}", note.mark.as_deref().unwrap(), note.text))
            .collect()
    };
    assert_eq!(
        notes(&field.indicators[0].notes),
        ["** ", "1 vierjaarlijks model", "* eerste half jaar"],
    );
    assert_eq!(field.indicators[0].figures[0].notes, ["*"]);
    assert!(field.indicators[1].notes.is_empty());
    assert_eq!(
        notes(&field.notes),
        ["*** herzien", "* 2014 is een schatting"],
        "nobody refers to the one, and the other is the second of its mark"
    );
    let schools = &field.indicators[0];
    assert_eq!((&*schools.name, schools.label.as_deref()), ("Scholen", Some("Scholen**")));
}

#[test]
fn rows_moved_to_the_left_in_tables_side_by_side_are_listed() {
    let page = "# Programmarekening 2023\n\n\
        Nr. | Programma | Lasten | Baten | Taakveld | Lasten | Baten |\n---|---|---|---|---|---|---|\n\
        1 | Veiligheid | € 2.558.643 | € 118.042 | 1.1 Brandweer | € 2.186.136 | € 39.500 |\n\
        1.2 Openbare orde | € 372.507 | € 78.542 | | | | |\n\
        2 | Verkeer | € 6.297.876 | € 67.354 | 2.1 Wegen | € 6.297.876 | € 67.354 |\n";
    let reading = Reader::new().read_as(page, Layout::Markdown);
    let mut listed: Vec<String> = Vec::new();
    for row in reading.figures() {
        let row = serde_json::to_value(&row).unwrap();
        if row["state"] == "unplaced" {
            let text = |key: &str| row[key].as_str().unwrap_or_default();
            listed.push(format!("{}: {}", text("label"), text("printed")));
        }
    }
    assert_eq!(listed, ["1.2 Openbare orde: € 372.507", "1.2 Openbare orde: € 78.542"]);
}

#[test]
fn lines_that_were_broken() {
    let two = ["Behaald 2017", "Beoogd 2017"];
    let cases: [Case<'_>; 11] = [
        // A cell right below its label, where all others stand apart, may be the end of the label.
        (
            &two,
            &["Aantal woningen gebouwd sinds\n2015", "> 2000", "B", "5", "6"],
            &["# Veld", "Aantal woningen gebouwd sinds 2015:  | > 2000", "B: 2017 5, 2017 6 | "],
            &["row-misaligned"],
        ),
        (
            &two,
            &["A", "1", "2", "* Deze indicator is nieuw en wordt\nvoor het eerst gemeten in 2018."],
            &["# Veld", "A: 2017 1, 2017 2 | "],
            &[],
        ),
        (&two, &["A", "1", "2", "* gemeten in\n2016"], &["# Veld", "A: 2017 1, 2017 2 | "], &[]),
        // A page number behind a footnote that was referred to is no cell of it.
        (
            &["Beoogd 2017"],
            &["A*", "5", "* noot bij A", "47", "B", "6"],
            &["# Veld", "A: 2017 5 | ", "B: 2017 6 | "],
            &["note-not-understood", "unread-line"],
        ),
        // The last row has no cells, and a sentence follows.
        (
            &two,
            &["A", "1", "2", "Aantal nieuwe scholen", "De cijfers komen uit de enquête."],
            &[
                "# Veld",
                "A: 2017 1, 2017 2 | ",
                "\"Aantal nieuwe scholen\"",
                "\"De cijfers komen uit de enquête.\"",
            ],
            &[],
        ),
        // A page break: the title of the edition, and the headers once more.
        (
            &["Behaald 2016", "Beoogd 2017"],
            &["A", "1", "> 2", "Begroting 2017", "Behaald 2016", "Beoogd 2017", "B", "3", "4"],
            &["# Veld", "A: 2016 1, 2017 > 2 | ", "B: 2016 3, 2017 4 | "],
            &[],
        ),
        // Above a running head a row is whole.
        (
            &two,
            &["A", "1", "47", "Begroting 2017", "B", "3", "4"],
            &["# Veld", "A: 2017 1, 2017 47 | ", "B: 2017 3, 2017 4 | "],
            &[],
        ),
        // Digits and words where both cells were to come.
        (
            &two,
            &["Doorlooptijd", "8 weken", "< 10 weken", "B", "3", "4"],
            &["# Veld", "Doorlooptijd: 2017 8, 2017 < 10 | ", "B: 2017 3, 2017 4 | "],
            &[],
        ),
        // Where only the first has words they may be the rest of the label.
        (
            &two,
            &["Uitstroom binnen", "12 maanden", "5", "B", "3", "4"],
            &["# Veld", "Uitstroom binnen: 2017 12, 2017 5 | ", "B: 2017 3, 2017 4 | "],
            &["likely-reading"],
        ),
        (
            &two,
            &["Uitstroom binnen", "12 maanden", "5", "6", "B", "3", "4"],
            &["# Veld", "12 maanden: 2017 5, 2017 6 | ", "B: 2017 3, 2017 4 | "],
            &["likely-reading"],
        ),
        // A word in parentheses on a header, and a row that doesn't fit.
        (
            &["Behaald 2015", "Behaald 2016 (herzien)", "Beoogd 2017"],
            &["A", "1", "2", "3", "B", "5"],
            &["# Veld", "A: 2015 1, 2016 2, 2017 3 | ", "B:  | 5"],
            &["mixed-header", "row-misaligned"],
        ),
    ];
    for (columns, lines, expected, rules) in cases {
        let (made, told) = outline(columns, lines);
        assert_eq!(made, expected, "{lines:?}");
        assert_eq!(told, rules, "{lines:?}");
    }
    let text = "Kengetallen\n\nBehaald 2017\n\nA*\n\n1\n\n* over het eerste\nhalfjaar\n";
    let indicator = &beleid::read(text).budget.fields[0].indicators[0];
    assert_eq!(indicator.notes[0].text, "over het eerste halfjaar");
}

#[test]
fn the_status_in_a_footnote_is_that_of_the_figure() {
    let text = "Kengetallen\n\nBehaald 2017\n\nBeoogd 2017\n\nScholen\n\n12*\n\n> 10\n\n\
        * eerste half jaar 2017\n";
    let reading = beleid::read(text);
    let indicator = &reading.budget.fields[0].indicators[0];
    assert_eq!(indicator.figures[0].status, [beleid::Status::Partial]);
    let evaluations = indicator.evaluate(Period::year(2017).unwrap());
    assert_eq!(evaluations[0].reason, Some(beleid::Reason::Partial));
}

#[test]
fn cells_are_not_shifted() {
    let cases: [Case<'_>; 6] = [
        // A word above two years may be above one of them.
        (
            &["Doel", "2016", "2017"],
            &["A", "1", "2"],
            &["# Veld", "A: 2016 1, 2017 2 | "],
            &["mixed-header"],
        ),
        (
            &["Nulmeting", "2016", "2017"],
            &["A", "1", "2", "3", "B", "4", "5"],
            &["# Veld", "A:  | 1, 2, 3", "B: 2016 4, 2017 5 | "],
            &["mixed-header", "row-misaligned"],
        ),
        // The first row lacks its last texts.
        (
            &["Behaald 2016", "Bron", "Frequentie"],
            &["A", "5", "B", "6", "RIVM", "jaarlijks"],
            &["# Veld", "A: 2016 5 | ", "B: 2016 6 | "],
            &[],
        ),
        (
            &["Behaald 2016", "Bron"],
            &["A", "5", "RIVM", "B", "6", "CBS"],
            &["# Veld", "A: 2016 5 | ", "B: 2016 6 | "],
            &[],
        ),
        // These words may be the label of a row.
        (
            &["Behaald 2015", "Behaald 2016", "Beoogd 2017"],
            &["A", "10", "65+ bewoners", "3"],
            &["# Veld", "A: 2015 10, 2016 “65+ bewoners”, 2017 3 | "],
            &["likely-reading", "not-understood"],
        ),
        // A sentence is no pointer to another document.
        (
            &["Behaald 2014", "Beoogd 2015"],
            &["C", "3", "Zie bijlage 2 voor de volledige lijst met alle scholen."],
            &[
                "# Veld",
                "C: 2014 3, 2015 “Zie bijlage 2 voor de volledige lijst met alle scholen.” | ",
            ],
            &["likely-reading", "not-understood"],
        ),
    ];
    for (columns, lines, expected, rules) in cases {
        let (made, told) = outline(columns, lines);
        assert_eq!(made, expected, "{lines:?}");
        assert_eq!(told, rules, "{lines:?}");
    }
}

#[test]
fn cells_without_blank_lines_do_not_melt_into_labels() {
    let text = "1.1 Veld\nPrestatie-indicatoren\nBehaald 2016\nBeoogd 2017\nA\nop orde\n\
        bijna goed\nB\n3\n4\n";
    let reading = beleid::read(text);
    let names: Vec<_> =
        reading.budget.fields[0].indicators.iter().map(|indicator| &*indicator.name).collect();
    // They may be a row of words, or headings above the last row.
    assert_eq!(names, ["B"]);
    assert_eq!(reading.budget.fields[0].indicators[0].group, ["A", "op orde", "bijna goed"]);
    assert!(told(text)[0].starts_with("advice[likely-reading] line 5"), "{:?}", told(text));
    let spaced = "1.1 Veld\n\nPrestatie-indicatoren\n\nBehaald 2016\n\nAantal scholen\nmet een\n\
        plein\n\n3\n";
    let reading = beleid::read(spaced);
    assert_eq!(reading.budget.fields[0].indicators[0].name, "Aantal scholen met een plein");
}
