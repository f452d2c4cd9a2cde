//! Questions and the lists of goals and actions below them.

use beleid::PolicyField;

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
    assert_eq!(field.sections[0].heading.as_deref(), Some("Wat gaan we hiervoor doen?"));
    assert_eq!(field.sections[0].paragraphs, ["In 2017 doen we dit:"]);
    let field = with("We doen een.\n\nEn twee.\n");
    assert_eq!(texts(&field), ["We doen een.", "En twee."], "without bullets, a paragraph each");
    assert!(field.sections[0].paragraphs.is_empty(), "the question stands alone");
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
    assert_eq!(crate::support::list(field.results()), ["Veel."]);
    assert_eq!(field.actions[0].text, "Dit");
    let sections: Vec<_> = field
        .sections
        .iter()
        .map(|section| (section.heading.as_deref().unwrap(), section.paragraphs.len()))
        .collect();
    assert_eq!(
        sections,
        [
            ("Wat wilden we bereiken in 2018?", 0),
            ("Wat hebben we bereikt?", 1),
            ("Wat hebben we hiervoor gedaan?", 0),
            ("Wat heeft het gekost?", 1),
            ("Relevante ontwikkelingen", 1),
        ]
    );
}

/// A table whose marks have no footnote below it, and the text after it.
fn with_marks(rest: &str) -> PolicyField {
    let table = "1.1 Veld\n\nPrestatie-indicatoren\n\nBehaald 2016\n\nBeoogd 2017\n\n\
        Aantal feesten\n\n12 *\n\n15\n\nAantal buurten **\n\n3\n\n4\n\n";
    beleid::read(&format!("{table}{rest}")).budget.fields.remove(0)
}

#[test]
fn footnotes_behind_a_list_are_no_items() {
    let field = with_marks(
        "Wat gaan we hiervoor doen?\n\n• Feesten.\n• Buurten.\n\n* voorlopig cijfer\n\n** Bron: CBS\n",
    );
    let actions: Vec<_> = field.actions.iter().map(|action| &*action.text).collect();
    assert_eq!(actions, ["Feesten", "Buurten"]);
    let notes = |at: usize| {
        let notes = field.indicators[at].notes.iter();
        notes.map(|note| (note.mark.as_deref().unwrap_or("-"), &*note.text)).collect::<Vec<_>>()
    };
    assert_eq!(notes(0), [("*", "voorlopig cijfer")]);
    assert_eq!(notes(1), [("**", "Bron: CBS")]);
    let statuses = |at: usize| field.indicators[0].figures[at].status;
    assert_eq!(statuses(0), [beleid::Status::Provisional]);
    assert!(statuses(1).is_empty());
}

#[test]
fn a_list_may_have_stars_for_bullets() {
    let field = with_marks("Wat gaan we hiervoor doen?\n\n* Feesten vieren\n\n* Buurten\n");
    let actions: Vec<_> = field.actions.iter().map(|action| &*action.text).collect();
    assert_eq!(actions, ["Feesten vieren", "Buurten"]);
    let field = with_marks("Wat gaan we hiervoor doen?\n\n• Feesten.\n\n1) Dit: hoort erbij\n");
    assert_eq!(field.actions.len(), 2, "no mark asks for it: {:?}", field.actions);
}

#[test]
fn a_footnote_behind_the_label_is_about_what_was_measured() {
    let field = with_marks("Hoe staan we ervoor?\n\nGoed.\n\n** eerste halfjaar\n");
    let statuses: Vec<_> = field.indicators[1].figures.iter().map(|figure| figure.status).collect();
    assert_eq!(statuses, [beleid::Status::Partial.into(), beleid::Statuses::NONE]);
    assert_eq!(crate::support::list(field.situation()), ["Goed."]);
    assert_eq!(field.indicators[1].notes[0].text, "eerste halfjaar");
}

#[test]
fn amounts_under_the_costs_are_told_once() {
    let costs = |lines: &str| super::told(&format!("1.1 Veld\n\nWat mag het kosten?\n\n{lines}"));
    for lines in [
        "x € 1.000\n\nLasten\n\n12.345\n\n13.001\n",
        "Lasten\n\n12.345\n\n13.001\n",
        "Lasten 12.345 13.001\n\nBaten 1.200 1.300\n",
        "Bedragen x 1.000 euro\n\nLasten\n\n€ 12\n",
    ] {
        let told = costs(lines);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("warning[table-not-read]"), "{told:?}");
        assert!(
            told[0].contains(" from \"")
                && told[0].ends_with("stand in no table that was understood"),
            "{told:?}"
        );
    }
    assert_eq!(costs("De lasten nemen toe in 2017.\n\nZie pagina 12.\n"), [""; 0]);
}
