//! Reading is total, and loses nothing: every line has one use, and every part its place.

// A test fails by panicking, and a table of cases is as long as there are cases.
#![allow(
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::similar_names,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unreachable,
    clippy::unwrap_used
)]

use beleid::{Budget, LineUse, Part, Period, Place, PolicyField, Reading, Role, Rule};
use proptest::prelude::*;

const DOCUMENT: &str = include_str!("../examples/data/groningen-begroting-2017.txt");

fn uses(reading: &Reading<'_>) -> Vec<(usize, LineUse)> {
    use beleid::Span;
    reading
        .lines()
        .map(|line| match line.span {
            Span::Text { line: number, .. } => (number, line.used_as),
            _ => unreachable!("a text was read"),
        })
        .collect()
}

fn messages(reading: &Reading<'_>) -> Vec<String> {
    reading.findings().iter().map(ToString::to_string).collect()
}

/// The findings but for those about what the head of a document lacks.
fn told(text: &str) -> Vec<String> {
    let mut told = messages(&beleid::read(text));
    told.retain(|message| !message.starts_with("advice[missing-"));
    told
}

#[test]
fn nothing_is_an_empty_budget() {
    for nothing in ["", "\n", "  \n\u{a0}\n\r\n\t"] {
        let reading = beleid::read(nothing);
        assert_eq!(reading.budget, Budget::default());
        assert_eq!(reading.lines().count(), 0);
        assert!(reading.findings().is_empty());
    }
}

#[test]
fn the_example_document_line_by_line() {
    use LineUse::{Bullet, Cell, Header, Heading, Label, Paragraph, Question, TableTitle, Title};
    let reading = beleid::read(DOCUMENT);
    let expected = [
        (1, Title),
        (3, Heading),
        (5, Paragraph),
        (7, Paragraph),
        (9, TableTitle),
        (11, Header),
        (12, Header),
        (14, Header),
        (15, Header),
        (17, Header),
        (19, Header),
        (21, Header),
        (22, Header),
        (24, Label),
        (26, Cell),
        (28, Cell),
        (30, Cell),
        (32, Cell),
        (36, Question),
        (38, Paragraph),
        (40, Paragraph),
        (42, Question),
        (44, Paragraph),
        (46, Question),
        (48, Bullet),
        (49, Bullet),
        (50, Bullet),
    ];
    assert_eq!(uses(&reading), expected);
    let field = &reading.budget.fields[0];
    assert_eq!(reading.budget.fields.len(), 1, "no programme is printed, so there is none");
    assert!(field.introduction[0].contains("staat in deelprogramma 2.1"), "that is a mention");
    assert_eq!(field.goals[0].period, Period::year(2017).ok());
    let actions: Vec<_> = field.actions.iter().map(|action| &*action.text).collect();
    assert_eq!(
        actions,
        [
            "Projecten en contacten met Noord-Duitsland en China voortzetten",
            "Samen met bedrijven en scholen internationale projecten uitvoeren",
            "Als aandeelhouder het vliegveld bij Eelde ondersteunen",
        ]
    );
}

/// The bytes of a place in the source.
fn source_of<'s>(reading: &Reading<'s>, place: &Place) -> Option<&'s str> {
    reading.source().get(reading.span(place)?.bytes())
}

#[test]
fn every_place_has_its_span() {
    let reading = beleid::read(DOCUMENT);
    let (field, _) = reading.budget.places().next().unwrap();
    let at = |parts: &[Part]| {
        let place = parts.iter().fold(field.clone(), |place, part| place.at(part.clone()));
        source_of(&reading, &place)
    };
    assert_eq!(at(&[]), Some("2.3.4 Handelsrelaties met het buitenland bevorderen"));
    assert_eq!(at(&[Part::Heading]), at(&[]));
    assert_eq!(at(&[Part::Indicator(0)]), Some("Aantal (handels)projecten met het buitenland"));
    assert_eq!(at(&[Part::Indicator(0), Part::Figure(3)]), Some("> 15"));
    assert_eq!(at(&[Part::Indicator(0), Part::Figure(4)]), None);
    assert_eq!(at(&[Part::Indicator(1)]), None);
    assert_eq!(
        at(&[Part::Action(2)]),
        Some("• Als aandeelhouder het vliegveld bij Eelde ondersteunen.")
    );
    assert!(at(&[Part::Situation(1)]).unwrap().starts_with("In een Europees programma"));
    assert!(at(&[Part::Goal(0)]).unwrap().starts_with("De contacten met"));
    assert!(at(&[Part::Introduction(1)]).unwrap().starts_with("Onderstaande"));
    let edition = Place::default().at(Part::Edition);
    assert_eq!(source_of(&reading, &edition), Some("Begroting 2017"));
    assert_eq!(reading.span(&Place::default()), None, "the budget is the whole source");
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let reading = beleid::read(DOCUMENT);
    let with_returns = DOCUMENT.replace('\n', "\r\n");
    let marked = format!("\u{feff}{DOCUMENT}\n\n");
    for other in [with_returns, marked] {
        let other = beleid::read(&other);
        assert_eq!(other.budget, reading.budget);
        assert_eq!(uses(&other), uses(&reading));
        assert_eq!(messages(&other), messages(&reading));
        let title = Place::default().at(Part::Edition);
        assert_eq!(source_of(&other, &title), Some("Begroting 2017"));
    }
}

#[test]
fn blank_lines_are_not_needed() {
    let dense: Vec<_> = DOCUMENT.lines().filter(|line| !line.trim().is_empty()).collect();
    let dense = dense.join("\n");
    let (dense, reading) = (beleid::read(&dense), beleid::read(DOCUMENT));
    let (dense, field) = (&dense.budget.fields[0], &reading.budget.fields[0]);
    assert_eq!(dense.indicators, field.indicators);
    assert_eq!(dense.actions, field.actions);
    assert_eq!(dense.heading, field.heading);
    let two = beleid::read(
        "Begroting 2017\n2.3 A\nKengetallen\nBehaald 2015\nX\n1\n2.4 B\nKengetallen\nBehaald 2015\nY\n2\n",
    );
    let titles = two.budget.fields.iter().map(|field| field.heading.title.as_deref());
    assert_eq!(titles.collect::<Vec<_>>(), [Some("A"), Some("B")]);
}

fn columns(field: &PolicyField) -> Vec<(Option<Role>, Option<String>)> {
    let figures = field.indicators[0].figures.iter();
    figures.map(|figure| (figure.role, figure.period.map(|period| period.to_string()))).collect()
}

#[test]
fn headers_in_every_form() {
    let text = "Effectindicator(en)\n\nIndicator\nNulmeting\n Behaald\n\n2014/2015\nStreef-waarde\n\
        2021 - 2023\nWerkelijk\n2019\nAantal\n1\n2\n3\n4\n";
    let reading = beleid::read(text);
    assert_eq!(
        columns(&reading.budget.fields[0]),
        [
            (Some(Role::Baseline), None),
            (Some(Role::Realised), Some("2014/15".to_owned())),
            (Some(Role::Target), Some("2021..2023".to_owned())),
            (Some(Role::Realised), Some("2019".to_owned())),
        ]
    );
    assert_eq!(
        told(text),
        [
            "warning[header-without-period] line 4, column 1: column header \"Nulmeting\" has no year"
        ]
    );
}

#[test]
fn a_table_without_a_title_needs_headers_a_label_and_a_cell() {
    let table = "Begroting 2017\n\nBehaald 2015\n\nBeoogd 2017\n\nAantal\n\n10\n\n> 15\n";
    let reading = beleid::read(table);
    assert_eq!(reading.budget.edition.title.as_deref(), Some("Begroting 2017"));
    let field = &reading.budget.fields[0];
    assert_eq!(field.indicators[0].figures.len(), 2);
    assert_eq!(field.indicators[0].kind, None);
    // The title is no column, even where a table follows it at once.
    assert_eq!(columns(field)[0], (Some(Role::Realised), Some("2015".to_owned())));
}

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
            "Veiligheid\n\nScholen\n\n1\n\n2\n",
            "warning[row-without-cells] line 9, column 1: row \"Veiligheid\" has no cells",
        ),
        (
            "7\n\nScholen\n\n1\n\n2\n",
            "warning[unread-line] line 9, column 1: \"7\" is a cell without a label in front of it",
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
    assert_eq!(field.indicators[0].name, "Scholen**", "a label is kept as it is printed");
}

#[test]
fn text_behind_a_table_is_text() {
    let text = "Begroting 2018\n\nKengetallen\n\nBehaald 2017\n\nScholen\n\n1\n\n\
        De cijfers komen uit de monitor.\n\nZe worden jaarlijks bijgewerkt.\n";
    let field = &beleid::read(text).budget.fields[0];
    assert_eq!(field.indicators.len(), 1);
    assert_eq!(
        field.introduction,
        ["De cijfers komen uit de monitor.", "Ze worden jaarlijks bijgewerkt."]
    );
}

#[test]
fn fields_nest_by_code_and_by_label() {
    let text = "Programmabegroting 2018 gemeente Voorbeeld\n\nProgramma 2 Economie\n\n\
        Deelprogramma 02.3: Stad\n\n2.3.4 Handel\n\nOver 2.1 Kennis leest u elders.\n\n\
        2.3.10 Markten\n\nProgramma 3 Wonen\n\n2.3.4 Handel\n";
    let reading = beleid::read(text);
    let shown: Vec<_> = reading
        .budget
        .places()
        .map(|(place, field)| {
            let level = field.level.as_ref().map_or("-", |level| level.as_str());
            format!("{} {level} {}", place.parts().len(), field.heading.title.as_deref().unwrap())
        })
        .collect();
    assert_eq!(
        shown,
        [
            "1 programme Economie",
            "2 subprogramme Stad",
            "3 - Handel",
            "3 - Markten",
            "1 programme Wonen",
            "1 - Handel"
        ]
    );
    assert_eq!(reading.budget.organisation.as_deref(), Some("gemeente Voorbeeld"));
    let handel = reading.budget.field(&"2.3.4".parse().unwrap()).unwrap();
    assert_eq!(handel.introduction, ["Over 2.1 Kennis leest u elders."]);
    assert_eq!(
        messages(&reading),
        [
            "warning[repeated-code] line 15, column 1: \"2.3.4 Handel\" has the code of an earlier field"
        ]
    );
}

#[test]
fn a_mention_is_no_heading() {
    for mention in [
        "2.1 Kennis.",
        "2.1 kennis en meer",
        "deelprogramma 2.1: Groningen kennisstad",
        "Programma 2 richt zich op de economie",
        "Wij lezen in\n2.1 Kennisstad",
        "3 nieuwe scholen",
        "1.049 Woningen",
        "2.1 Kennisstad ........ 14",
        "2017 Was een goed jaar",
    ] {
        let reading = beleid::read(mention);
        assert_eq!(reading.budget.fields.len(), 1, "{mention}");
        assert_eq!(reading.budget.fields[0].heading, beleid::Heading::default(), "{mention}");
        assert_eq!(reading.budget.fields[0].introduction, [mention.replace('\n', " ")]);
    }
}

/// The columns of a table, the lines below them, the outline of what is made of them, and the
/// rules of the findings.
type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a [&'a str], &'a [&'a str]);

/// The fields and rows of a table with these columns, a line each, and what is said of them.
fn outline(columns: &[&str], lines: &[&str]) -> (Vec<String>, Vec<String>) {
    let head = ["Begroting 2017", "1.1 Veld", "Prestatie-indicatoren"];
    let text = [head.as_slice(), columns, lines].concat().join("\n\n");
    let reading = beleid::read(&text);
    let mut outline = Vec::new();
    for field in reading.budget.all_fields() {
        outline.push(format!("# {}", field.heading.title.as_deref().unwrap_or("-")));
        for indicator in &field.indicators {
            let figures = indicator.figures.iter().map(|figure| {
                let period = figure.period.map_or("-".to_owned(), |period| period.to_string());
                format!("{period} {}", figure.value)
            });
            let figures: Vec<_> = figures.collect();
            let unplaced: Vec<_> = indicator.unplaced.iter().map(|cell| &*cell.printed).collect();
            outline.push(format!(
                "{}: {} | {}",
                indicator.name,
                figures.join(", "),
                unplaced.join(", ")
            ));
        }
        for text in &field.introduction {
            outline.push(format!("\"{text}\""));
        }
        for action in &field.actions {
            outline.push(format!("action {}", action.text));
        }
    }
    let rules = reading.findings().iter().map(|finding| finding.rule.to_string());
    (outline, rules.filter(|rule| !rule.starts_with("missing-")).collect())
}

#[test]
fn what_ends_a_table_and_what_does_not() {
    let two = ["Behaald 2014", "Beoogd 2015"];
    let cases: [Case<'_>; 10] = [
        // The heading of another field, with its own table behind it.
        (
            &two,
            &["X", "1", "2", "2.3.5 Toerisme", "Behaald", "2015", "Beoogd", "2016", "Y", "3", "4"],
            &["# Veld", "X: 2014 1, 2015 2 | ", "# Toerisme", "Y: 2015 3, 2016 4 | "],
            &[],
        ),
        (
            &["Behaald 2017"],
            &["X", "1", "2.3.5 Toerisme", "Zie voor de uitgangspunten programma 3.", "Tekst."],
            &[
                "# Veld",
                "X: 2017 1 | ",
                "# Toerisme",
                "\"Zie voor de uitgangspunten programma 3.\"",
                "\"Tekst.\"",
            ],
            &[],
        ),
        // A row whose label has a code, which is said.
        (
            &two,
            &["X", "1", "2", "1.1.2 Scholen", "3", "4"],
            &["# Veld", "X: 2014 1, 2015 2 | ", "1.1.2 Scholen: 2014 3, 2015 4 | "],
            &["numbered-row"],
        ),
        // A second table without a title.
        (
            &["Behaald", "2014", "Beoogd", "2015"],
            &["A", "1", "2", "Behaald", "2015", "Beoogd", "2016", "B", "3", "4"],
            &["# Veld", "A: 2014 1, 2015 2 | ", "B: 2015 3, 2016 4 | "],
            &[],
        ),
        (
            &["2014", "2015"],
            &["A", "1", "2", "Onderwijs", "2016", "2017", "B", "3", "4"],
            &["# Veld", "A: 2014 1, 2015 2 | ", "Onderwijs:  | ", "B: 2016 3, 2017 4 | "],
            &["row-without-cells"],
        ),
        // Cells that look like headings.
        (
            &two,
            &["Tevredenheid", "7,3", "7.5 (landelijk 7.3)", "B", "5", "6"],
            &["# Veld", "Tevredenheid:  | 7,3, 7.5 (landelijk 7.3)", "B: 2014 5, 2015 6 | "],
            &["row-misaligned"],
        ),
        // The title of the edition between two rows.
        (
            &two,
            &["A", "1", "2", "Begroting 2017", "B", "3", "4"],
            &["# Veld", "A: 2014 1, 2015 2 | ", "B: 2014 3, 2015 4 | "],
            &[],
        ),
        // Labels that look like the item of a list, or like a question.
        (
            &two,
            &["Jongeren", "10", "12", "- waarvan meisjes", "3", "4", "Activiteiten", "12", "15"],
            &[
                "# Veld",
                "Jongeren: 2014 10, 2015 12 | ",
                "- waarvan meisjes: 2014 3, 2015 4 | ",
                "Activiteiten: 2014 12, 2015 15 | ",
            ],
            &[],
        ),
        // Roles that head rows are no column headers: these years are numbers.
        (
            &["2014", "2015"],
            &["A", "5", "6", "Norm", "1250", "1300", "Realisatie", "1100", "1280"],
            &[
                "# Veld",
                "A: 2014 5, 2015 6 | ",
                "Norm: 2014 1250, 2015 1300 | ",
                "Realisatie: 2014 1100, 2015 1280 | ",
            ],
            &[],
        ),
        // A question does end it, whatever stands behind it.
        (
            &two,
            &["A", "1", "2", "Wat gaan we doen?", "12", "B"],
            &["# Veld", "A: 2014 1, 2015 2 | ", "action 12", "action B"],
            &[],
        ),
    ];
    for (columns, lines, expected, rules) in cases {
        let (made, told) = outline(columns, lines);
        assert_eq!(made, expected, "{lines:?}");
        assert_eq!(told, rules, "{lines:?}");
    }
}

#[test]
fn lines_that_were_broken() {
    let two = ["Behaald 2017", "Beoogd 2017"];
    let cases: [Case<'_>; 6] = [
        // A cell right below its label, where all others stand apart, may be the end of the label.
        (
            &two,
            &["Aantal woningen gebouwd sinds\n2015", "> 2000", "B", "5", "6"],
            &["# Veld", "Aantal woningen gebouwd sinds:  | 2015, > 2000", "B: 2017 5, 2017 6 | "],
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
            &["# Veld", "A*:  | 5, 47", "B: 2017 6 | "],
            &["row-misaligned"],
        ),
        // The last row has no cells, and a sentence follows.
        (
            &two,
            &["A", "1", "2", "Aantal nieuwe scholen", "De cijfers komen uit de enquête."],
            &[
                "# Veld",
                "A: 2017 1, 2017 2 | ",
                "Aantal nieuwe scholen:  | ",
                "\"De cijfers komen uit de enquête.\"",
            ],
            &["row-without-cells"],
        ),
        // A page break: the title of the edition, and the headers once more.
        (
            &["Behaald 2016", "Beoogd 2017"],
            &["A", "1", "2", "Begroting 2017", "Behaald 2016", "Beoogd 2017", "B", "3", "4"],
            &["# Veld", "A: 2016 1, 2017 2 | ", "B: 2016 3, 2017 4 | "],
            &[],
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
fn years_are_values_among_results_and_targets() {
    let (made, told) = outline(
        &["Behaald 2017", "Beoogd 2017"],
        &["Planning gereed", "2017", "2018", "Aantal klachten", "5", "< 6"],
    );
    assert_eq!(
        made,
        [
            "# Veld",
            "Planning gereed: 2017 2017, 2017 2018 | ",
            "Aantal klachten: 2017 5, 2017 < 6 | "
        ]
    );
    assert!(told.is_empty());
}

#[test]
fn marks_on_headers_and_units_in_labels() {
    let text = "Behaald 2015*\n\nBeoogd 2017\n\nLeegstand in m²\n\n4\n\n5\n";
    let field = &beleid::read(text).budget.fields[0];
    assert_eq!(columns(field)[0], (Some(Role::Realised), Some("2015".to_owned())));
    assert!(field.indicators[0].notes.is_empty());
    let unit = |label: &str| {
        let text = format!("E\u{fb00}ectindicatoren\n\nBeoogd 2017\n\n{label}\n\n5\n");
        let reading = beleid::read(&text);
        let indicator = &reading.budget.fields[0].indicators[0];
        assert_eq!(indicator.kind, Some(beleid::IndicatorKind::EFFECT));
        indicator.unit.as_ref().map(ToString::to_string)
    };
    let cases = [
        ("Aantal scholen", Some("count")),
        ("Aantal klachten per jaar", Some("count")),
        ("Aantal inbraken per 1.000 inwoners", None),
        ("Aantal inbraken (per 1.000 inwoners)", None),
        ("Aantal auto's p/inwoner", None),
        ("Aantal bezoekers (in miljoenen)", Some("count x 1000000")),
        ("Aantal bezoekers (x 1.000.000)", Some("count x 1000000")),
        ("Aantal bezoekers (x 1.000)", Some("count x 1000")),
        ("Aantal bezoekers (x 1000)", Some("count x 1000")),
        ("Aantal bezoekers (* 1.000)", None),
        ("Aantal bezoekers (mln)", None),
        ("Aantal groepen van max 1.000 personen", None),
        ("% jongeren dat sport", Some("percent")),
        ("Percentage fietsers", Some("percent")),
        ("Tevredenheid (%)", Some("percent")),
        ("Positie in de Atlas", Some("rank")),
        ("Banen (aantal per 1.000 inwoners)", None),
    ];
    for (label, expected) in cases {
        assert_eq!(unit(label).as_deref(), expected, "{label}");
    }
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
fn money_is_not_judged() {
    let text = "Begroting 2017\n\n1.1 Veld\n\nWat mag het kosten?\n\nRekening 2017\n\n\
        Begroting 2017\n\nLasten\n\n12.000\n\n12.000\n";
    let reading = beleid::read(text);
    let field = &reading.budget.fields[0];
    assert!(field.indicators.is_empty());
    assert_eq!(field.sections[0].heading, "Wat mag het kosten?");
    assert_eq!(field.sections[0].paragraphs[0], "Rekening 2017");
    assert_eq!(
        told(text),
        [
            "warning[table-not-read] line 7, column 1: \"Rekening 2017\" begins a table of money, which was read as text"
        ]
    );
}

#[test]
fn headings_that_come_twice() {
    let text =
        "1.1 Veld\n\nWat gaan we hiervoor doen?\n\n• Een;\n\n1.1 Veld\n\n• Twee;\n\n1.1 Anders\n";
    let reading = beleid::read(text);
    let field = &reading.budget.fields[0];
    let actions: Vec<_> = field.actions.iter().map(|action| &*action.text).collect();
    assert_eq!(actions, ["Een", "Twee"], "the same heading again is a running head");
    assert_eq!(
        told(text),
        [
            "warning[repeated-code] line 11, column 1: \"1.1 Anders\" has the code of an earlier field"
        ]
    );
}

#[test]
fn lines_that_may_open_something_are_said() {
    for line in
        ["1.2 (Jeugd)zorg", "1.3 eHealth", "Programma Economie", "2. Zorg", "Wat levert het op?"]
    {
        let text = format!("1.1 Veld\n\n{line}\n\nTekst.\n");
        assert_eq!(
            told(&text),
            [format!(
                "warning[unclear-heading] line 3, column 1: \"{line}\" may be a heading, and was read as text"
            )]
        );
    }
    let wrapped =
        "1.1 Veld\n\n1.2 Werken en 1.3 Zorg worden samen uitgevoerd om de\nstad te versterken.\n";
    assert_eq!(beleid::read(wrapped).budget.fields.len(), 1);
}

#[test]
fn questions_in_other_words() {
    let text = "1.1 Veld\n\nWat willen wij bereiken in 2017-2020?\n\nMeer banen.\n\n\
        Wat gaan wij daarvoor doen?\n\n1. Scholen bouwen\n2. Wegen aanleggen\n";
    let field = &beleid::read(text).budget.fields[0];
    assert_eq!(field.goals[0].text, "Meer banen.");
    assert_eq!(
        field.goals[0].period.map(|period| period.to_string()).as_deref(),
        Some("2017..2020")
    );
    let actions: Vec<_> = field.actions.iter().map(|action| &*action.text).collect();
    assert_eq!(actions, ["1. Scholen bouwen", "2. Wegen aanleggen"]);
}

#[test]
fn a_header_among_headers_is_no_title() {
    let text = "1.1 Wonen\n\nSpeerpunten\n\nRekening 2015\n\nBegroting 2016\n\nStreef 2017\n\nA\n";
    assert_eq!(beleid::read(text).budget.edition.title, None);
}

#[test]
fn cells_are_not_shifted() {
    let cases: [Case<'_>; 6] = [
        // Nobody can tell whose years these are.
        (&["Doel", "2016", "2017"], &["A", "1", "2"], &["# Veld", "A:  | 1, 2"], &["mixed-header"]),
        (
            &["Nulmeting", "2016", "2017"],
            &["A", "1", "2", "3", "B", "4", "5"],
            &["# Veld", "A:  | 1, 2, 3", "B:  | 4, 5"],
            &["mixed-header", "row-misaligned"],
        ),
        // Columns of words hold words only where the whole table fits.
        (
            &["Behaald 2016", "Bron", "Frequentie"],
            &["A", "5", "B", "6", "RIVM", "jaarlijks"],
            &["# Veld", "A:  | 5", "B:  | 6", "RIVM:  | ", "jaarlijks:  | "],
            &["row-misaligned", "row-misaligned", "row-without-cells", "row-without-cells"],
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
            &["# Veld", "A:  | 10, 65+ bewoners, 3"],
            &["row-misaligned"],
        ),
        // A sentence is no pointer to another document.
        (
            &["Behaald 2014", "Beoogd 2015"],
            &["C", "3", "Zie bijlage 2 voor de volledige lijst met alle scholen."],
            &["# Veld", "C:  | 3", "\"Zie bijlage 2 voor de volledige lijst met alle scholen.\""],
            &["row-misaligned"],
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
    assert_eq!(names, ["A", "op orde", "bijna goed", "B"]);
    assert_eq!(told(text).len(), 3, "each row without cells is said");
    let spaced = "1.1 Veld\n\nPrestatie-indicatoren\n\nBehaald 2016\n\nAantal scholen\nmet een\n\
        plein\n\n3\n";
    let reading = beleid::read(spaced);
    assert_eq!(reading.budget.fields[0].indicators[0].name, "Aantal scholen met een plein");
}

#[test]
fn words_within_text_open_nothing() {
    let text = "1.1 Veld\n\nDit hangt samen met andere\nactiviteiten.\n\nZoals in de\nJaarverslag 2016\n\
        van de gemeente.\n\n1.5 Miljoen euro is beschikbaar\n\nWat willen we bereiken?\n\n\
        • Meer banen;\n• Activiteiten;\n• Minder leegstand.\n";
    let reading = beleid::read(text);
    assert_eq!(reading.budget.fields.len(), 1);
    let field = &reading.budget.fields[0];
    assert_eq!(
        field.introduction,
        [
            "Dit hangt samen met andere activiteiten.",
            "Zoals in de Jaarverslag 2016 van de gemeente.",
            "1.5 Miljoen euro is beschikbaar",
        ]
    );
    let goals: Vec<_> = field.goals.iter().map(|goal| &*goal.text).collect();
    assert_eq!(goals, ["Meer banen", "Activiteiten", "Minder leegstand"]);
    assert!(field.actions.is_empty());
    assert_eq!(reading.budget.edition.title, None);
}

#[test]
fn fields_too_deep_are_said() {
    let mut text = String::from("Programma 9 Alles\n\nDeelprogramma 1 Veel\n\n");
    let mut code = String::from("1");
    for part in 1..16 {
        code += &format!(".{part}");
        text += &format!("{code} Veld\n\n");
    }
    let reading = beleid::read(&text);
    assert_eq!(told(&text).len(), 1);
    assert!(told(&text)[0].contains("warning[nested-too-deep]"), "{:?}", told(&text));
    let deepest = reading.budget.places().map(|(place, _)| place.parts().len()).max();
    assert_eq!(deepest, Some(PolicyField::MOST_DEEP));
}

#[test]
fn titles_and_bodies() {
    let head = |text: &str| {
        let reading = beleid::read(text);
        let edition = &reading.budget.edition;
        let period = edition.period.map(|period| period.to_string());
        (edition.kind.clone(), period, reading.budget.organisation.clone())
    };
    let budget = || Some(beleid::EditionKind::BUDGET);
    let of_2024 = || Some("2024".to_owned());
    let own = |name: &str| Some(name.to_owned());
    for (text, organisation) in [
        ("Begroting 2024", None),
        ("Programmabegroting 2024 gemeente Testdam", own("gemeente Testdam")),
        ("Gemeente Testdam - Begroting 2024", own("Gemeente Testdam")),
        ("Gemeente Testdam\nProgrammabegroting 2024", own("Gemeente Testdam")),
        ("Gemeente Testdam\n\nConceptbegroting 2024", own("Gemeente Testdam")),
        ("Concept begroting 2024", None),
    ] {
        assert_eq!(head(text), (budget(), of_2024(), organisation), "{text}");
    }
    for text in
        ["Begroting", "Begroting 2024 op hoofdlijnen", "De begroting 2024", "Gemeente Testdam"]
    {
        assert_eq!(head(text), (None, None, None), "{text}");
    }
    assert_eq!(
        messages(&beleid::read("Welkom"))[1],
        "advice[missing-edition] line 1, column 1: no title such as \"Begroting 2017\" was recognised"
    );
}

#[test]
fn what_may_be_more_than_text_is_said() {
    let text = "Begroting 2024\n\n1.1 A\n\n2 Economie\n\nEffectindicatoren   Behaald 2014   Behaald 2015\n\n\
        | Indicator | Behaald 2014 | Beoogd 2015 |\n";
    assert_eq!(
        told(text),
        [
            "warning[unclear-heading] line 5, column 1: \"2 Economie\" may be a heading, and was read as text",
            "warning[table-not-read] line 7, column 1: \"Effectindicatoren   Behaald 2014   Behaald 2015\" holds several column headers, and was read as text",
            "warning[table-not-read] line 9, column 1: \"| Indicator | Behaald 2014 | Beoogd 2015 |\" holds several column headers, and was read as text",
        ]
    );
    for text in ["3 nieuwe scholen", "3 Miljoen euro", "2 De ene zin. En nog een.", "2017 Was goed"]
    {
        assert!(told(text).is_empty(), "{:?}", told(text));
    }
}

#[test]
fn another_edition_within_the_document_is_said() {
    let text = "Begroting 2017\n\nWelkom\n\nBegroting 2017\n\nBegroting 2018\n";
    assert_eq!(
        told(text),
        [
            "warning[second-edition] line 7, column 1: \"Begroting 2018\" stands within \"Begroting 2017\", and was not taken as its title"
        ]
    );
    let reading = beleid::read(text);
    assert_eq!(uses(&reading)[2..], [(5, LineUse::Title), (7, LineUse::Unread)]);
}

#[test]
fn lists_and_their_lead() {
    let with = |section: &str| {
        beleid::read(&format!("2.3 Handel\n\nWat gaan we hiervoor doen?\n\n{section}"))
            .budget
            .fields
            .remove(0)
    };
    let texts = |field: &PolicyField| -> Vec<String> {
        field.actions.iter().map(|action| action.text.clone()).collect()
    };
    let field =
        with("In 2017 doen we dit:\n- een;\n- twee. En meer.\n  op twee regels.\n* drie.\n");
    assert_eq!(texts(&field), ["een", "twee. En meer. op twee regels.", "drie"]);
    assert_eq!(field.sections.len(), 1);
    assert_eq!(field.sections[0].heading, "Wat gaan we hiervoor doen?");
    assert_eq!(field.sections[0].paragraphs, ["In 2017 doen we dit:"]);
    let field = with("We doen een.\n\nEn twee.\n");
    assert_eq!(texts(&field), ["We doen een.", "En twee."], "without bullets, a paragraph each");
    assert!(field.sections.is_empty());
    assert_eq!(field.actions[1].id.as_str(), "2.3-a2");
}

#[test]
fn the_wording_of_reports() {
    let text = "Jaarverslag 2018\n\n2.3 Handel\n\nWat wilden we bereiken in 2018?\n\nMeer.\n\n\
        Wat hebben we bereikt?\n\nVeel.\n\nWat hebben we hiervoor gedaan?\n\n• Dit.\n\n\
        Wat heeft het gekost?\n\nNiets.\n\nRelevante ontwikkelingen\n\nGeen.\n";
    let reading = beleid::read(text);
    let field = &reading.budget.fields[0];
    assert_eq!(reading.budget.edition.kind, Some(beleid::EditionKind::ANNUAL_REPORT));
    assert_eq!(field.goals[0].text, "Meer.");
    assert_eq!(field.results, ["Veel."]);
    assert_eq!(field.actions[0].text, "Dit");
    let sections: Vec<_> = field
        .sections
        .iter()
        .map(|section| (&*section.heading, section.paragraphs.len()))
        .collect();
    assert_eq!(sections, [("Wat heeft het gekost?", 1), ("Relevante ontwikkelingen", 1)]);
}

/// Every text of the model, for the law that nothing is lost.
fn texts(budget: &Budget) -> String {
    format!("{budget:?}").replace('\\', "")
}

/// A line of a document, or of something like one.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => proptest::sample::select(vec![
            "", "", "", "\u{a0}", "Begroting 2017", "Begroting", "2016", "\u{a0}2017", "Behaald",
            "Behaald 2015", "Beoogd", "Prestatie-indicatoren", "Effectindicator(en)", "*", "-",
            "10", "> 15", "5.450*", "62,%9", "Top 5", "toename", "Aantal dingen", "Leden**",
            "2.3 Handel", "2.3.4 Meer handel", "Programma 2", "Hoe staan we ervoor?",
            "Wat willen we bereiken in 2017?", "Wat gaan we hiervoor doen?", "• Iets doen;",
            "- iets", "* voetnoot", "1) noot", "Een zin die eindigt.", "Bron", "28 dagen",
            "Relevante ontwikkelingen", "Wat mag het kosten?", "8)", "7*", "( 1", "Jaarverslag 2018",
        ]).prop_map(ToOwned::to_owned),
        1 => "\\PC{0,20}",
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_line_has_one_use(lines in proptest::collection::vec(line(), 0..40)) {
        let text = lines.join("\n");
        let reading = beleid::read(&text);
        let used: Vec<_> = reading.lines().collect();
        let expected: Vec<_> = text
            .split('\n')
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(index, line)| (index + 1, line.trim()))
            .collect();
        let seen: Vec<_> = uses(&reading).iter().map(|(number, _)| *number).collect();
        prop_assert_eq!(seen, expected.iter().map(|(number, _)| *number).collect::<Vec<_>>());
        for (line, (_, trimmed)) in used.iter().zip(&expected) {
            // A byte order mark at the very beginning is no part of the text.
            prop_assert_eq!(line.text, trimmed.trim_start_matches('\u{feff}').trim());
            prop_assert_eq!(&text[line.span.bytes()], line.text);
            // An unread line has a finding.
            let is_told = reading.findings().iter().any(|finding| finding.span == Some(line.span));
            prop_assert!(line.used_as != LineUse::Unread || is_told, "{:?}", line);
        }
    }

    #[test]
    fn nothing_is_lost(lines in proptest::collection::vec(line(), 0..40)) {
        let text = lines.join("\n");
        let reading = beleid::read(&text);
        let model = texts(&reading.budget);
        for line in reading.lines() {
            // These hold words of the document, in the model as they are printed.
            let holds = match line.used_as {
                LineUse::Cell | LineUse::Label | LineUse::Paragraph => line.text,
                LineUse::Note => line.text.rsplit('*').next().unwrap_or_default().trim(),
                _ => continue,
            };
            if holds.chars().any(|c| c.is_control() || !c.is_ascii()) {
                // `Debug` escapes them.
                continue;
            }
            let holds = holds.replace('\\', "");
            let words = holds.split_whitespace().next().unwrap_or_default();
            prop_assert!(model.contains(words), "{:?} not in {}", line, model);
        }
    }

    #[test]
    fn findings_come_in_document_order_with_places_that_are_there(
        lines in proptest::collection::vec(line(), 0..40)
    ) {
        let text = lines.join("\n");
        let reading = beleid::read(&text);
        let spans: Vec<_> = reading.findings().iter().map(|finding| finding.span).collect();
        prop_assert!(spans.is_sorted());
        for finding in reading.findings() {
            let bytes = finding.span.unwrap().bytes();
            prop_assert!(text.get(bytes).is_some());
            if !matches!(finding.rule, Rule::MissingEdition | Rule::MissingOrganisation | Rule::SecondEdition) {
                let has_lines = reading.span(&finding.place).is_some();
                let is_bare = finding.place.parts().len() == 1;
                prop_assert!(has_lines || is_bare, "{finding}");
            }
        }
    }

    #[test]
    fn ids_are_unique(lines in proptest::collection::vec(line(), 0..60)) {
        let text = lines.join("\n");
        let reading = beleid::read(&text);
        let mut seen = std::collections::HashSet::new();
        for field in reading.budget.all_fields() {
            let ids = field.indicators.iter().map(|indicator| &indicator.id)
                .chain(field.goals.iter().map(|goal| &goal.id))
                .chain(field.actions.iter().map(|action| &action.id));
            for id in ids {
                prop_assert!(seen.insert(id.clone()), "{id} occurs twice");
            }
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let reading = beleid::read(&text);
        let evaluation = reading.budget.evaluate(Period::year(2017).unwrap());
        prop_assert_eq!(evaluation.counts.total(), evaluation.results.len());
    }
}
