//! A whole document: the use of each line, and the position of each part.

use super::*;
use beleid::{Budget, LineUse, Part, Period, Place, Reading};

#[test]
fn nothing_is_an_empty_budget() {
    for nothing in ["", "\n", "  \n\u{a0}\n\r\n\t"] {
        let reading = beleid::read(nothing);
        assert_eq!(reading.budget, Budget::default());
        assert_eq!(reading.lines().count(), 0);
        assert!(reading.source_findings().is_empty());
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
    assert!(
        crate::support::list(field.introduction())[0].contains("staat in deelprogramma 2.1"),
        "that is a mention"
    );
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
fn source_of<'s>(reading: &'s Reading<'_>, place: &Place) -> Option<&'s str> {
    reading.source().get(reading.span(place)?.bytes()?)
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
    assert!(
        at(&[Part::Section(1), Part::Paragraph(1)])
            .unwrap()
            .starts_with("In een Europees programma")
    );
    assert!(at(&[Part::Goal(0)]).unwrap().starts_with("De contacten met"));
    assert!(at(&[Part::Section(0), Part::Paragraph(1)]).unwrap().starts_with("Onderstaande"));
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
    let text = "Jaarverslag 2018\n1.1 Veld\nTekst.\n1.2 Werk\nWat wilden we bereiken?\nBanen.\n1.3 Zorg\n\
        Indicatoren\nBehaald 2018\nBeoogd 2018\nBedden*\n1\n> 2\n* noot\n1.4 Jeugd\n";
    let dense = beleid::read(text);
    let all = dense.budget.fields.iter().filter_map(|field| field.heading.title.as_deref());
    assert_eq!(all.collect::<Vec<_>>(), ["Veld", "Werk", "Zorg", "Jeugd"]);
    assert_eq!(dense.budget.fields[1].goals[0].text, "Banen.");
    assert_eq!(dense.budget.fields[2].indicators.len(), 1);
    let titles = two.budget.fields.iter().map(|field| field.heading.title.as_deref());
    assert_eq!(titles.collect::<Vec<_>>(), [Some("A"), Some("B")]);
}
