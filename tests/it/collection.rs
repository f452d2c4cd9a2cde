//! Several documents as one budget.

use beleid::{Budget, Collection, Rule, Value};

fn collected(documents: &[&str]) -> Collection {
    let mut collection = Collection::new();
    for (index, text) in documents.iter().enumerate() {
        collection.add(format!("page {}", index + 1), &beleid::read(text));
    }
    collection
}

fn outline(budget: &Budget) -> Vec<String> {
    let outline = |(place, field): (beleid::Place, &beleid::PolicyField)| {
        let code = field.heading.code.as_ref().map(ToString::to_string).unwrap_or_default();
        let depth = place.parts().len() - 1;
        let title = field.heading.title.as_deref().unwrap_or("-");
        format!("{}{code} {title} {}", "  ".repeat(depth), field.indicators.len())
    };
    budget.places().map(outline).collect()
}

fn told(collection: &Collection) -> Vec<String> {
    let all = collection.findings().into_iter().map(|told| {
        let source = told.source.unwrap_or_else(|| "all".to_owned());
        format!("{source}: {}", told.finding)
    });
    all.collect()
}

const TABLE: &str = "Indicatoren\n\nBehaald 2016\n\nBeoogd 2017\n\nScholen\n\n10\n\n> 15\n";

#[test]
fn fields_stand_where_their_codes_say_in_any_order() {
    let pages = [
        format!("Begroting 2017\n\n2.3.4 Handel\n\n{TABLE}"),
        format!("Begroting 2017\n\n2.3.10 Haven\n\n{TABLE}"),
        "Programma 2 Economie\n\nWelkom.\n".to_owned(),
        format!("2.3 Bedrijven\n\n{TABLE}"),
        "10.1 Zorg\n\nZorg.\n".to_owned(),
        "Programma 1 Werk\n\nWerk.\n".to_owned(),
    ];
    let expected = [
        "1 Werk 0",
        "2 Economie 0",
        "  2.3 Bedrijven 1",
        "    2.3.4 Handel 1",
        "    2.3.10 Haven 1",
        "10.1 Zorg 0",
    ];
    let mut order: Vec<usize> = (0..pages.len()).collect();
    for turn in 0..pages.len() * 2 {
        let documents: Vec<&str> = order.iter().map(|&at| &*pages[at]).collect();
        let collection = collected(&documents);
        assert_eq!(outline(collection.budget()), expected, "{order:?}");
        assert_eq!(collection.budget().edition.title.as_deref(), Some("Begroting 2017"));
        order.rotate_left(1);
        if turn == pages.len() {
            order.reverse();
        }
    }
}

#[test]
fn what_is_said_twice_stands_once() {
    let page = format!(
        "Begroting 2017\n\n2.3 Handel\n\nTekst.\n\n{TABLE}\nWat willen we bereiken?\n\n• Meer;\n"
    );
    let once = collected(&[&page]);
    assert_eq!(collected(&[&page, &page, &page]).budget(), once.budget());
    assert_eq!(*once.budget(), beleid::read(&page).budget);
}

#[test]
fn what_another_page_says_of_a_field_comes_behind() {
    let collection = collected(&[
        &format!("2.3 Handel\n\nEen.\n\n{TABLE}"),
        "2.3 Handel\n\nTwee.\n\nIndicatoren\n\nBehaald 2017\n\nScholen\n\n12\n\nBomen\n\n3\n",
    ]);
    let field = &collection.budget().fields[0];
    assert_eq!(crate::support::list(field.introduction()), ["Een.", "Twee."]);
    let names: Vec<_> =
        field.indicators.iter().map(|one| (&*one.name, one.figures.len())).collect();
    assert_eq!(names, [("Scholen", 3), ("Bomen", 1)]);
    assert_eq!(collection.source_of(field), Some("page 1"));
    let mut ids: Vec<_> = field.indicators.iter().map(|one| one.id.to_string()).collect();
    ids.dedup();
    assert_eq!(ids, ["2.3-i1", "2.3-i2"]);
}

#[test]
fn conflicts_are_told_and_nothing_is_chosen() {
    // Two figures for the same, and two fields with one code.
    let collection = collected(&[
        &format!("Begroting 2017\n\n2.3 Handel\n\n{TABLE}"),
        "2.3 Handel\n\nIndicatoren\n\nBehaald 2016\n\nScholen\n\n11\n\n2.3 Haven\n\nTekst.\n",
    ]);
    let field = &collection.budget().fields[0];
    let values: Vec<_> = field.indicators[0].figures.iter().map(|one| one.value.clone()).collect();
    assert_eq!(values, [Value::Exact(10.into()), Value::more_than(15), Value::Exact(11.into())]);
    let rules: Vec<_> = collection.findings().iter().map(|told| told.finding.rule).collect();
    assert!(rules.contains(&Rule::DuplicateFigure), "{rules:?}");
    assert!(rules.contains(&Rule::RepeatedCode), "{rules:?}");
    assert_eq!(collection.budget().fields.len(), 2);
}

#[test]
fn another_edition_or_body_is_left_out() {
    let collection = collected(&[
        "Begroting 2017 gemeente Assen\n\n1.1 A\n\nTekst.\n",
        "Begroting 2016 gemeente Assen\n\n1.2 B\n\nTekst.\n",
        "Jaarverslag 2017\n\n1.3 C\n\nTekst.\n",
        "Begroting 2017 gemeente Zwolle\n\n1.4 D\n\nTekst.\n",
    ]);
    assert_eq!(outline(collection.budget()), ["1.1 A 0"]);
    assert_eq!(
        told(&collection),
        [
            "page 2: error[other-edition] edition: the document is of \"Begroting 2016 gemeente Assen\" and was left out: \"page 1\" is of \"Begroting 2017 gemeente Assen\"",
            "page 3: error[other-edition] edition: the document is of \"Jaarverslag 2017\" and was left out: \"page 1\" is of \"Begroting 2017 gemeente Assen\"",
            "page 4: error[other-edition] organisation: the document is of \"gemeente Zwolle\" and was left out: \"page 1\" is of \"gemeente Assen\"",
        ]
    );
}

#[test]
fn ids_of_fields_without_codes_are_kept_apart() {
    let page = |title: &str, goal: &str| {
        format!(
            "# {title}\n\n### Doel 1.a {goal}\n\n#### Wat gaan we doen?\n\n- Iets\n\n\
             | Indicator | Beoogd 2017 |\n|--|--|\n| A | 1 |\n"
        )
    };
    let mut collection = Collection::new();
    for (title, goal) in [("Werk", "Banen"), ("Zorg", "Bedden")] {
        let text = page(title, goal);
        let reader = beleid::Reader::new();
        collection.add(title, &reader.read_as(&text, beleid::Layout::Markdown));
    }
    let rules: Vec<_> = collection.findings().iter().map(|told| told.finding.rule).collect();
    assert!(
        !rules.contains(&Rule::DuplicateId) && !rules.contains(&Rule::UnknownGoal),
        "{rules:?}"
    );
    for field in &collection.budget().fields {
        let goal = &field.goals[0].id;
        assert_eq!(field.actions[0].goals, std::slice::from_ref(goal));
        assert_eq!(field.indicators[0].goals, std::slice::from_ref(goal));
    }
}
