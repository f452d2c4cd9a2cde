//! Titles, headings of fields, and what is none.

use super::*;
use beleid::{LineUse, PolicyField};

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
    assert_eq!(
        reading.budget.organisation.as_ref().map(|body| &*body.name),
        Some("gemeente Voorbeeld")
    );
    let handel = reading.budget.field(&"2.3.4".parse().unwrap()).unwrap();
    assert_eq!(crate::support::list(handel.introduction()), ["Over 2.1 Kennis leest u elders."]);
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
        assert_eq!(
            crate::support::list(reading.budget.fields[0].introduction()),
            [mention.replace('\n', " ")]
        );
    }
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
fn words_within_text_open_nothing() {
    let text = "1.1 Veld\n\nDit hangt samen met andere\nactiviteiten.\n\nZoals in de\nJaarverslag 2016\n\
        van de gemeente.\n\n1.5 Miljoen euro is beschikbaar\n\nWat willen we bereiken?\n\n\
        • Meer banen;\n• Activiteiten;\n• Minder leegstand.\n";
    let reading = beleid::read(text);
    assert_eq!(reading.budget.fields.len(), 1);
    let field = &reading.budget.fields[0];
    assert_eq!(
        crate::support::list(field.introduction()),
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
    assert!(told(&text)[0].contains("error[nested-too-deep]"), "{:?}", told(&text));
    let deepest = reading.budget.places().map(|(place, _)| place.parts().len()).max();
    assert_eq!(deepest, Some(PolicyField::MAX_DEPTH));
}

#[test]
fn titles_and_bodies() {
    let head = |text: &str| {
        let reading = beleid::read(text);
        let edition = &reading.budget.edition;
        let period = edition.period.map(|period| period.to_string());
        (edition.kind.clone(), period, reading.budget.organisation.clone().map(|body| body.name))
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
        ("Begroting 2024 op hoofdlijnen", None),
    ] {
        assert_eq!(head(text), (budget(), of_2024(), organisation), "{text}");
    }
    for text in
        ["Begroting", "Begroting 2024 van ons dorp", "De begroting 2024", "Gemeente Testdam"]
    {
        assert_eq!(head(text), (None, None, None), "{text}");
    }
    // What a page doesn't say of itself is one cause, and what stands before a heading is another.
    for (page, expected) in [
        (
            "Welkom",
            &[
                "advice[missing-edition] line 1, column 1: no title such as \"Begroting 2017\" was recognised, and no heading of \
               a policy field",
            ][..],
        ),
        (
            "Welkom\n\nProgramma 2 Economie\n\nTekst",
            &[
                "advice[missing-edition] line 1, column 1: no title such as \"Begroting 2017\" was recognised",
                "advice[missing-heading] line 1, column 1: no field heading comes before \"Welkom\"",
            ],
        ),
        (
            "Begroting 2024\n\nWelkom",
            &[
                "advice[missing-organisation] line 1, column 1: the title doesn't name the organisation, and no heading \
               of a policy field was recognised",
            ],
        ),
        (
            "Begroting 2024\n\nWelkom\n\nProgramma 2 Economie\n\nTekst",
            &[
                "advice[missing-organisation] line 1, column 1: the title doesn't name the organisation",
                "advice[missing-heading] line 3, column 1: no field heading comes before \"Welkom\"",
            ],
        ),
    ] {
        let mut found = messages(&beleid::read(page));
        let mut expected: Vec<String> = expected.iter().map(|of| (*of).to_owned()).collect();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{page:?}");
    }
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
