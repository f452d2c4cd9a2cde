//! Numbered goals, and the text and actions below them.

use beleid::{Layout, PolicyField, Reader, Reading};

fn read(text: &str) -> Reading<'_> {
    Reader::new().read_as(text, Layout::Markdown)
}

/// Parts of a field, each with the goals that it is for.
type ForGoals<'f> = Vec<(&'f str, Vec<&'f str>)>;

/// The goals of a field, and its actions and indicators with the goals that they are for.
fn outline(field: &PolicyField) -> (Vec<&str>, ForGoals<'_>, ForGoals<'_>) {
    let goals = field.goals.iter().map(|goal| &*goal.text).collect();
    let ids =
        |ids: &'_ [beleid::Id]| -> Vec<String> { ids.iter().map(ToString::to_string).collect() };
    let text = |id: &String| &*field.goals.iter().find(|goal| goal.id.as_str() == id).unwrap().text;
    let of = |all: &[beleid::Id]| ids(all).iter().map(text).collect();
    let actions = field.actions.iter().map(|action| (&*action.text, of(&action.goals))).collect();
    let named = |indicator: &'_ beleid::Indicator| of(&indicator.goals);
    let indicators =
        field.indicators.iter().map(|indicator| (&*indicator.name, named(indicator))).collect();
    (goals, actions, indicators)
}

#[test]
fn what_stands_below_a_goal_is_for_it() {
    let table = "| Indicator | Beoogd 2018 |\n|--|--|\n";
    let text = format!(
        "## 1.6 Wonen\n\n### Wat willen we bereiken?\n\nWe willen groeien.\n\n\
         #### Doel 1.6.a Meer woningen\n\nDat is hard nodig.\n\n{table}| Woningen | 5 |\n\n\
         ##### Wat gaan we daarvoor doen?\n\n- Bouwen\n\n#### 1.6.b Minder leegstand\n\n\
         {table}| Leegstand | 1% |\n\n### Wat gaan we daarvoor doen?\n\n- Overleggen\n\n\
         ### Indicatoren\n\n{table}| Bomen | 9 |\n"
    );
    let reading = read(&text);
    let field = &reading.budget.fields[0];
    let (a, b) = ("Doel 1.6.a Meer woningen", "1.6.b Minder leegstand");
    let (goals, actions, indicators) = outline(field);
    assert_eq!(goals, [a, b]);
    assert_eq!(actions, [("Bouwen", vec![a]), ("Overleggen", vec![])]);
    assert_eq!(indicators, [("Woningen", vec![a]), ("Leegstand", vec![b]), ("Bomen", vec![])]);
    let sections: Vec<_> = field
        .sections
        .iter()
        .filter(|section| !section.paragraphs.is_empty())
        .map(|section| (section.heading.as_deref().unwrap(), section.paragraphs.join("; ")))
        .collect();
    assert_eq!(
        sections,
        [
            ("Wat willen we bereiken?", "We willen groeien.".to_owned()),
            (a, "Dat is hard nodig.".to_owned()),
        ]
    );
    assert!(field.fields.is_empty());
}

#[test]
fn items_right_below_a_goal_are_told() {
    let text = |asked: &str| {
        format!(
            "## 1.6 Wonen\n\n### {asked}\n\n#### Doel 1.6.a Meer woningen\n\n- Bouwen\n- Slopen\n"
        )
    };
    let plain = text("Wat willen we bereiken?");
    let reading = read(&plain);
    let (_, actions, _) = outline(&reading.budget.fields[0]);
    assert_eq!(actions.len(), 2);
    let told: Vec<_> = reading.source_findings().iter().map(ToString::to_string).collect();
    let expected = "advice[likely-reading] line 5, column 6: the items below \"Doel 1.6.a Meer woningen\" were read as its actions";
    assert!(told.contains(&expected.to_owned()), "{told:?}");
    let asked = text("Wat zijn de doelstellingen (met activiteiten voor 2020)?");
    assert!(
        read(&asked).source_findings().iter().all(|doubt| doubt.rule.code().starts_with("missing"))
    );
}

#[test]
fn goals_in_a_list_have_their_actions_below_them() {
    let text = "## 6 Zorg\n\n### Wat willen we bereiken?\n\n- Doel 6.a: meer mensen doen mee\n\
        \x20 - Buurthuizen openen\n- Doel 6.b: minder schulden\n  - Bellen\n  - Schrijven\n";
    let reading = read(text);
    let (goals, actions, _) = outline(&reading.budget.fields[0]);
    let (a, b) = ("Doel 6.a: meer mensen doen mee", "Doel 6.b: minder schulden");
    assert_eq!(goals, [a, b]);
    assert_eq!(
        actions,
        [("Buurthuizen openen", vec![a]), ("Bellen", vec![b]), ("Schrijven", vec![b])]
    );
    // Without numbers nobody says what the items below an item are: they are a part of it.
    let text = "## 6 Zorg\n\n### Wat willen we bereiken?\n\n- Meedoen\n  - in de buurt\n- Rust\n";
    let reading = read(text);
    let (goals, actions, _) = outline(&reading.budget.fields[0]);
    assert_eq!(goals, ["Meedoen\n- in de buurt", "Rust"]);
    assert!(actions.is_empty());
}

#[test]
fn in_plain_text_a_goal_with_its_number_stands_alone() {
    let text = "2.3 Haven\n\nWat willen we bereiken?\n\nDoel 1: meer schepen\n\nDoel 2: schoon water\n\n\
        Wat gaan we hiervoor doen?\n\n• Baggeren;\n";
    let field = &beleid::read(text).budget.fields[0];
    let (goals, actions, _) = outline(field);
    assert_eq!(goals, ["Doel 1: meer schepen", "Doel 2: schoon water"]);
    // Nobody says for which of the two.
    assert_eq!(actions, [("Baggeren", vec![])]);
}

#[test]
fn a_question_above_the_fields_is_about_what_holds_them() {
    let text = "## Programma 1 Werk\n\n### 1.1 Banen\n\n#### Wat willen we bereiken?\n\n- Meer.\n\n\
        ### Wat mag het kosten?\n\nVeel.\n";
    let programme = &read(text).budget.fields[0];
    assert_eq!(programme.sections[0].paragraphs, ["Veel."]);
    assert!(programme.fields[0].sections[0].paragraphs.is_empty());
    // Where questions stand as high as the fields, that tells nothing.
    let text = "## Programma 1 Werk\n\n### 1.1 Banen\n\n### Wat willen we bereiken?\n\n- Meer.\n\n\
        ### Wat mag het kosten?\n\nVeel.\n";
    let programme = &read(text).budget.fields[0];
    assert_eq!(programme.fields[0].sections[1].paragraphs, ["Veel."]);
}

#[test]
fn a_question_as_high_as_a_goal_is_not_about_it() {
    let text = |depth: &str| {
        format!(
            "## 1.6 Wonen\n\n### Wat willen we bereiken?\n\n#### Doel 1.6.a Meer woningen\n\n\
             {depth} Wat gaan we daarvoor doen?\n\n- Bouwen\n"
        )
    };
    let goals = |depth: &str| {
        let text = text(depth);
        read(&text).budget.fields[0].actions[0].goals.len()
    };
    assert_eq!((goals("#####"), goals("####"), goals("###")), (1, 0, 0));
}

#[test]
fn goals_and_actions_have_their_numbers() {
    let text = "1.6 Wonen\n\nWat willen we bereiken?\n\nDoel 1: meer woningen\n\n\
        Doel 1.1 Meer huurwoningen\n\nWat gaan we hiervoor doen?\n\n\
        1. Bouwen\n\n2. Slopen\n";
    let field = &beleid::read(text).budget.fields[0];
    let shown =
        |code: &Option<beleid::Code>| code.as_ref().map_or("-".to_owned(), ToString::to_string);
    let goals: Vec<_> = field.goals.iter().map(|goal| (shown(&goal.code), &*goal.text)).collect();
    assert_eq!(
        goals,
        [
            ("1".to_owned(), "Doel 1: meer woningen"),
            ("1.1".to_owned(), "Doel 1.1 Meer huurwoningen"),
        ]
    );
    assert_eq!(field.goals[1].parent.as_ref(), Some(&field.goals[0].id));
    assert_eq!(field.goals[0].parent, None);
    let actions: Vec<_> = field.actions.iter().map(|action| shown(&action.code)).collect();
    assert_eq!(actions, ["1", "2"]);
    let text = "1.6 Wonen\n\nWat gaan we hiervoor doen?\n\n• 3 scholen openen\n";
    let code = &beleid::read(text).budget.fields[0].actions[0].code;
    assert_eq!(*code, None, "three is how many schools");
}
