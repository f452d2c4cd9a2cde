//! The words of a reader are data: they are added in code or from a file.

use beleid::{
    Column, EditionKind, IndicatorKind, Level, Missing, Question, Reader, Role, Value, Vocabulary,
};

const FILE: &str = r#"
[header]
"Gemeten" = { figures = "realised" }
"Eigenaar" = "attribute"
"Maatstaf" = "label"

[letter]
G = "realised"

[question]
"Waar staan we nu?" = "situation"

[missing]
"geen registratie" = "not_available"

[table]
"Maatschappelijke effecten" = "effect"

[edition]
"Kadernota" = "framework"

[level]
"Pijler" = "programme"
"#;

#[test]
fn words_are_read_from_toml() {
    let words: Vocabulary = toml::from_str(FILE).unwrap();
    let reader = Reader::new().with_vocabulary(words);
    let reading = reader.read(
        "Kadernota 2019\n\nPijler 2 Economie\n\nWaar staan we nu?\n\nGoed.\n\n\
         Maatschappelijke effecten\n\nMaatstaf\n\nGemeten 2017\n\nG2018\n\nBeoogd 2019\n\n\
         Aantal banen\n\ngeen registratie\n\n12\n\n15\n",
    );
    assert_eq!(reading.source_findings().len(), 1, "{:?}", reading.source_findings());
    assert_eq!(reading.budget.edition.kind, Some(EditionKind::new("framework").unwrap()));
    let field = &reading.budget.fields[0];
    assert_eq!(field.level, Some(Level::PROGRAMME));
    assert_eq!(crate::support::list(field.situation()), ["Goed."]);
    let indicator = &field.indicators[0];
    assert_eq!(indicator.kind, Some(IndicatorKind::EFFECT));
    let roles: Vec<_> = indicator.figures.iter().map(|figure| figure.role).collect();
    assert_eq!(roles, [Some(Role::Realised), Some(Role::Realised), Some(Role::Target)]);
    assert_eq!(indicator.figures[0].value, Value::Missing(Missing::NotAvailable));
}

#[test]
fn the_words_of_one_reader_are_not_those_of_another() {
    let mut words = Vocabulary::dutch();
    words.add_header("Beoogd", Column::Attribute).unwrap();
    let reader = Reader::new().with_vocabulary(words);
    assert_eq!(reader.read_header("Beoogd").role(), None);
    assert_eq!(beleid::read_header("Beoogd").role(), Some(Role::Target));
    let empty = Reader::new().with_vocabulary(Vocabulary::new());
    assert!(empty.read("Begroting 2017\n\n2.3 Handel\n").budget.edition.kind.is_none());
    assert_eq!(empty.read_cell("n.b.").figure.value, Value::Text("n.b.".to_owned()));
}

#[test]
fn english_plans_are_read_with_english_words() {
    let reader = Reader::new().with_vocabulary(Vocabulary::english());
    let reading = reader.read(
        "Budget 2018\n\nProgramme 2 Economy\n\nPerformance indicators\n\nIndicator\n\n\
         Actual 2016\n\nTarget 2018\n\nNumber of projects\n\nn/a\n\n> 15\n\n\
         What do we want to achieve?\n\nMore trade.\n",
    );
    let field = &reading.budget.fields[0];
    let figures: Vec<_> = field.indicators[0]
        .figures
        .iter()
        .map(|figure| (figure.role, figure.value.clone()))
        .collect();
    assert_eq!(
        figures,
        [
            (Some(Role::Realised), Missing::NotAvailable.into()),
            (Some(Role::Target), Value::more_than(15)),
        ]
    );
    assert_eq!(field.goals[0].text, "More trade.");
}

#[test]
fn words_that_nothing_could_match_are_refused() {
    let mut words = Vocabulary::dutch();
    let messages = [
        words.add_header("…", Column::Attribute).unwrap_err().to_string(),
        words.add_header(&"x".repeat(33), Column::Attribute).unwrap_err().to_string(),
        words.add_question("?", Question::Goals).unwrap_err().to_string(),
        words.add_missing("日本", Missing::NotMeasured).unwrap_err().to_string(),
    ];
    assert_eq!(
        words.add_header("Behaald 2015", Column::Period).unwrap_err().to_string(),
        r#"invalid header "Behaald 2015" at byte 8: a header is added without its period, which is read by itself"#
    );
    assert_eq!(
        messages[0],
        r#"invalid header "…" at byte 0: expected letters or digits, and not more than are looked at"#
    );
    assert!(messages.iter().all(|message| message.ends_with("than are looked at")));
    for file in ["[header]\n\"?\" = \"attribute\"", "[heading]\n", "language = \"frisian\""] {
        assert!(toml::from_str::<Vocabulary>(file).is_err(), "{file}");
    }
}
