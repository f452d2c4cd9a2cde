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
