//! Markdown and separated values, with what is their own.

use beleid::{Layout, Role, Span};

use super::read;

#[test]
fn markdown_with_lists_and_notes() {
    let text = "# Begroting 2017\n\n## 2.3 Handel\n\nDe haven\ngroeit **snel**.\n\n\
        ### Prestatie-indicatoren\n\n| Indicator | Behaald 2015 | Beoogd 2017 |\n|:--|--:|--|\n\
        | Schepen\\* | 1.250 | > 1.300 |\n\n\
        ### Wat willen we bereiken?\n\n- Meer handel;\n- Meer schepen.\n\n\
        ### Wat gaan we hiervoor doen?\n\n1. Reizen\n2. Beurzen\n   - in Bremen\n\n\\* voorlopig\n";
    let reading = read(text, Layout::Markdown);
    let field = &reading.budget.fields[0];
    assert_eq!(crate::support::list(field.introduction()), ["De haven groeit snel."]);
    let goals: Vec<_> = field.goals.iter().map(|goal| &*goal.text).collect();
    assert_eq!(goals, ["Meer handel", "Meer schepen"]);
    let actions: Vec<_> = field.actions.iter().map(|action| &*action.text).collect();
    assert_eq!(actions, ["1. Reizen", "2. Beurzen\n- in Bremen"]);
    let indicator = &field.indicators[0];
    assert_eq!(indicator.notes[0].text, "voorlopig");
    assert_eq!(indicator.figures[0].status, [beleid::Status::Provisional]);
    let (place, _) = reading.budget.indicator_places().next().unwrap();
    let span = reading.span(&place.at(beleid::Part::Figure(1))).unwrap();
    assert_eq!(span.to_string(), "line 12, column 23");
    assert_eq!(&text[span.bytes().unwrap()], "> 1.300");
}

#[test]
fn separated_values_in_long_form_are_one_indicator_each() {
    let text = "Indicator;Jaar;Waarde;Bron\nVerzuim;2016;16,92;DUO\nVerzuim;2017;12,34;DUO\n\
        \"Banen; alle\";2016;1.049;CBS\n";
    let reading = read(text, Layout::Csv);
    let indicators = &reading.budget.fields[0].indicators;
    let names: Vec<_> = indicators.iter().map(|indicator| &*indicator.name).collect();
    assert_eq!(names, ["Verzuim", "Banen; alle"]);
    let periods: Vec<_> =
        indicators[0].figures.iter().map(|figure| figure.period.unwrap().to_string()).collect();
    assert_eq!(periods, ["2016", "2017"]);
    assert!(indicators[0].figures.iter().all(|figure| figure.role == Some(Role::Realised)));
    let (place, _) = reading.budget.indicator_places().nth(1).unwrap();
    let span = reading.span(&place).unwrap();
    assert_eq!(&text[span.bytes().unwrap()], "\"Banen; alle\"");
    assert!(matches!(span, Span::Text { line: 4, column: 1, .. }));
}

#[test]
fn quotation_marks_within_a_field_are_signs_like_others() {
    let text = "Indicator;Beoogd 2017;Bron\nBuis 3\" breed;5;\"A; \"\"B\"\"\"\n";
    let reading = read(text, Layout::Csv);
    let (place, indicator) = reading.budget.indicator_places().next().unwrap();
    assert_eq!((&*indicator.name, &*indicator.attributes[0].text), ("Buis 3\" breed", "A; \"B\""));
    let at = |part| &text[reading.span(&place.clone().at(part)).unwrap().bytes().unwrap()];
    assert_eq!(at(beleid::Part::Figure(0)), "5");
    assert_eq!(at(beleid::Part::Attribute(0)), "\"A; \"\"B\"\"\"");
}

#[test]
fn what_a_source_seems_to_be() {
    for (source, layout) in [
        ("", Layout::Lines),
        ("Begroting 2017\n\n2.3 Handel\n", Layout::Lines),
        ("  <!doctype HTML>\n<p>x", Layout::Html),
        ("<div class='x'>", Layout::Html),
        ("< 10%\n", Layout::Lines),
        ("# Begroting 2017\n", Layout::Markdown),
        ("a | b\n--|--\n1 | 2\n", Layout::Markdown),
        ("a;b\n1;2\n", Layout::Csv),
        ("a\tb\n1\t2\n", Layout::Csv),
        ("\u{feff}a,b\r\n1,2\r\n", Layout::Csv),
        ("Een zin, met een komma.\n\nEn nog een.\n", Layout::Lines),
        ("Een zin, met een komma.\n\nEn nog, een.\n", Layout::Lines),
        ("Een zin, met een komma\nEn nog, een.\n", Layout::Lines),
    ] {
        assert_eq!(Layout::of(source), layout, "{source:?}");
    }
}

#[test]
fn a_large_table_is_read_in_time() {
    // A hundred thousand cells: what grew with the square of them would take minutes.
    let mut text = String::from("Indicator;Behaald 2015;Beoogd 2016\n");
    for row in 0..50_000 {
        text += &format!("Rij {row};{row};> {row}\n");
    }
    let reading = read(&text, Layout::Csv);
    assert_eq!(reading.budget.fields[0].indicators.len(), 50_000);
}

#[test]
fn words_may_stand_between_a_table_and_its_title() {
    let text = "## 2.3 Handel\n\n### Prestatie-indicatoren\n\n<!-- tabel -->\n\nHieronder de cijfers.\n\n\
        | Indicator | Beoogd 2017 |\n|--|--|\n| Schepen | 5 |\n";
    let reading = read(text, Layout::Markdown);
    let field = &reading.budget.fields[0];
    assert_eq!(field.indicators[0].kind, Some(beleid::IndicatorKind::PERFORMANCE));
    assert_eq!(crate::support::list(field.introduction()), ["Hieronder de cijfers."]);
    let rules: Vec<_> =
        reading.source_findings().iter().map(|finding| finding.rule.code()).collect();
    assert_eq!(rules, ["missing-edition"]);
}
