//! Page numbers, running heads and tables of contents.

use super::told;
use beleid::{LineUse, Role};

fn uses(text: &str) -> Vec<(String, LineUse)> {
    beleid::read(text).lines().map(|line| (line.text.to_owned(), line.used_as)).collect()
}

/// A table over several pages, with running heads and page numbers between its cells.
fn over_pages(breaks: [&str; 4]) -> String {
    let [a, b, c, d] = breaks;
    format!(
        "Begroting 2017\n\n1.1 Veld\n\nIndicatoren\n\nBehaald 2015\n\nBeoogd 2017\n\nScholen\n\n10\n\n{a}\
         12\n\nBomen\n\n{b}7\n\n8\n\n{c}Wegen\n\n3\n\n4\n\n{d}Wat willen we bereiken?\n\nWe willen dat\n"
    )
}

#[test]
fn page_numbers_between_cells_are_no_cells() {
    let heads = [
        // With form feeds.
        [
            "5\n\u{c}Begroting | Assen\n\n",
            "6\n\u{c}Begroting | Assen\n\n",
            "7\n\u{c}Begroting | Assen\n\n",
            "8\n\u{c}Begroting | Assen\n\n",
        ],
        // The head above the number.
        [
            "Begroting 2017 | Gemeente Assen\n5\n\n",
            "Begroting 2017 | Gemeente Assen\n6\n\n",
            "Begroting 2017 | Gemeente Assen\n7\n\n",
            "Begroting 2017 | Gemeente Assen\n8\n\n",
        ],
        // The number in words.
        [
            "Begroting 2017 | Gemeente Assen\nPagina 5 van 9\n\n",
            "Begroting 2017 | Gemeente Assen\nPagina 6 van 9\n\n",
            "Begroting 2017 | Gemeente Assen\nPagina 7 van 9\n\n",
            "Begroting 2017 | Gemeente Assen\nPagina 8 van 9\n\n",
        ],
        // The number within the head.
        [
            "\u{c}5 | Begroting\n\n",
            "\u{c}6 | Begroting\n\n",
            "\u{c}7 | Begroting\n\n",
            "\u{c}8 | Begroting\n\n",
        ],
    ];
    let whole = beleid::read(&over_pages([""; 4])).budget;
    for breaks in heads {
        let text = over_pages(breaks);
        let reading = beleid::read(&text);
        // A running head may name the organisation.
        let mut budget = reading.budget.clone();
        if let Some(named) = budget.organisation.take() {
            assert_eq!(named.name, "Gemeente Assen", "{text}");
            assert!(told(&text).iter().any(|of| of.contains("as the organisation")), "{text}");
        }
        assert_eq!(budget, whole, "{text}");
        let apart = |used_as| reading.lines().filter(|line| line.used_as == used_as).count();
        let numbers = if text.contains("| Begroting\n") { 0 } else { 4 };
        assert_eq!(apart(LineUse::PageNumber), numbers, "{text}");
        assert_eq!(apart(LineUse::Title), 5, "{text}");
        // All lines are there, in their order.
        let lines: Vec<_> = reading.lines().map(|line| line.text).collect();
        let of_source: Vec<_> =
            text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, of_source);
    }
    assert_eq!(whole.fields[0].indicators.len(), 3);
}

#[test]
fn numbers_that_do_not_count_pages_are_cells() {
    // A line that comes back beside numbers that don't count up.
    let text = "1.1 Veld\n\nIndicatoren\n\nBehaald 2015\n\nA\n\n1\n\nTotaal\n\n5\n\nB\n\n2\n\nTotaal\n\n9\n\n\
        C\n\n3\n\nTotaal\n\n14\n";
    assert!(uses(text).iter().all(|(_, used_as)| *used_as != LineUse::PageNumber));
    assert_eq!(beleid::read(text).budget.fields[0].indicators.len(), 6);
}

#[test]
fn a_sentence_goes_on_on_the_next_page() {
    let page =
        |number: usize, text: &str| format!("{text}\n\n{number}\n\u{c}Begroting | Assen\n\n");
    let text = format!(
        "1.1 Veld\n\n{}{}{}{}eind.\n",
        page(1, "De haven groeit en de"),
        page(2, "stad ook."),
        page(3, "Nieuwe zin."),
        page(4, "Tot het"),
    );
    let field = &beleid::read(&text).budget.fields[0];
    assert_eq!(
        crate::support::list(field.introduction()),
        ["De haven groeit en de stad ook.", "Nieuwe zin.", "Tot het eind."]
    );
}

#[test]
fn a_table_of_contents_opens_no_fields() {
    let contents = "Inhoud\n\nVoorwoord 3\n1.1 Haven ........ 4\n1.2 Handel\t6\nDeelprogramma 2.1 Zorg\n8\n\
        2.2 Sport 10\n2.3 Jeugd 12\n\n";
    let text = "Voorwoord\n\nWelkom.\n\n1.1 Haven\n\nA.\n\n1.2 Handel\n\nB.\n\nDeelprogramma 2.1 Zorg\n\nC.\n\n\
        2.2 Sport\n\nD.\n\n2.3 Jeugd\n\nE.\n";
    let with = format!("Begroting 2017\n\n{contents}{text}");
    let without = format!("Begroting 2017\n\n{text}");
    assert_eq!(beleid::read(&with).budget, beleid::read(&without).budget);
    let lines = uses(&with);
    assert_eq!(lines.iter().filter(|(_, used_as)| *used_as == LineUse::Contents).count(), 8);
    // Without the fields that it names it is none.
    let alone = format!("Begroting 2017\n\n{contents}");
    assert!(uses(&alone).iter().all(|(_, used_as)| *used_as != LineUse::Contents));
}

#[test]
fn a_title_on_the_line_below_its_label() {
    let text = "Deelprogramma 4.1\n\nMaatschappelijke ondersteuning\n\nWelkom.\n";
    let reading = beleid::read(text);
    let heading = &reading.budget.fields[0].heading;
    assert_eq!(heading.title.as_deref(), Some("Maatschappelijke ondersteuning"));
    let told: Vec<_> = reading.source_findings().iter().map(ToString::to_string).collect();
    let expected = "advice[likely-reading] line 1, column 1: \"Maatschappelijke ondersteuning\" was taken as the title of \"Deelprogramma 4.1\"";
    assert!(told.contains(&expected.to_owned()), "{told:?}");
    for below in ["Een zin.", "Indicatoren", "1.2 Zorg", "Wat willen we bereiken?"] {
        let text = format!("Deelprogramma 4.1\n\n{below}\n\nWelkom.\n");
        assert_eq!(beleid::read(&text).budget.fields[0].heading.title, None, "{below}");
    }
}

#[test]
fn a_school_year_may_stand_below_its_word() {
    let text = "3.1 School\n\nIndicatoren\n\nSchooljaar\n2012-2013\n\nBeoogd\n2015\n\nThuiszitters\n\n22\n\n10\n";
    let field = &beleid::read(text).budget.fields[0];
    let figures = &field.indicators[0].figures;
    assert_eq!(figures[0].period.unwrap().to_string(), "2012/13");
    assert_eq!((figures[0].role, figures[1].role), (None, Some(Role::Target)));
}
