//! Mappings from TOML: what is accepted, and the whole message of what isn't.

use beleid::{
    BareYears, Column, DecimalSign, Flow, MappedColumn, Mapping, Period, Role, Scale, TableKind,
    Unit, Vocabulary,
};

fn year(year: u16) -> Period {
    Period::year(year).unwrap()
}

#[test]
fn files_say_what_code_says() {
    let new = Mapping::new;
    let figures = MappedColumn::figures;
    let euro = Unit::EURO.with_scale(Scale::Thousands);
    let mut words = Vocabulary::new();
    words.add_header("Gemeten", Column::Figures(Role::Realised)).unwrap();
    words.add_letter('G', Role::Realised);
    let cases = vec![
        ("", new()),
        ("kind = 'money'", new().with_kind(TableKind::Money)),
        ("unit = 'euro'\nscale = 1000", new().with_unit(euro.clone())),
        ("scale = 'thousands'\nunit = 'euro'", new().with_unit(euro.clone())),
        ("unit = 'kg per inhabitant'", new().with_unit(Unit::new("kg per inhabitant").unwrap())),
        ("decimal = '.'", new().with_decimal(DecimalSign::Point)),
        ("period = 2020", new().with_period(year(2020))),
        ("period = '2019/20'", new().with_period("2019/20".parse().unwrap())),
        (
            "role = 'budgeted'\nflow = 'expenses'",
            new().with_role(Role::Budgeted).with_flow(Flow::Expenses),
        ),
        ("bare_years = 'realised'", new().with_bare_years(Role::Realised)),
        (
            "bare_years = { before = 'realised', from = 'target' }",
            new().with_bare_years(BareYears::around(Role::Realised, Role::Target)),
        ),
        (
            "bare_years = { before = 'realised', from = 'target', edition = 2017 }",
            new().with_bare_years(
                BareYears::around(Role::Realised, Role::Target).with_edition(year(2017)),
            ),
        ),
        ("[column]\n'Bureau Name' = 'label'", new().with_column("Bureau Name", Column::Label)),
        ("column.'#3' = 'code'", new().with_column_number(3, Column::Code)),
        ("column.A = 'ignore'", new().with_column("A", Column::Attribute)),
        ("column.A = 'target'", new().with_column("A", Column::Figures(Role::Target))),
        ("column.A = 'income'", new().with_column("A", figures().with_flow(Flow::Income))),
        (
            "column.A = { role = 'realised', period = 2020, flow = 'expenses', unit = 'euro', scale = 1000 }",
            new().with_column(
                "A",
                figures()
                    .with_role(Role::Realised)
                    .with_period(year(2020))
                    .with_flow(Flow::Expenses)
                    .with_unit(euro),
            ),
        ),
        ("column.A = { holds = 'area' }", new().with_column("A", Column::Area)),
        (
            "[[table]]\ntitle = 'Tarieven'\nrole = 'norm'\n[[table]]\nheaders = ['Soort', 2020]\ncolumn.A = 'label'",
            new()
                .with_table(new().for_title("Tarieven").with_role(Role::Norm))
                .with_table(new().for_headers(&["Soort", "2020"]).with_column("A", Column::Label)),
        ),
        (
            "[words]\nheader.Gemeten = { figures = 'realised' }\nletter.G = 'realised'",
            new().with_words(words),
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(
            toml::from_str::<Mapping>(text).map_err(|error| error.to_string()),
            Ok(expected),
            "{text}"
        );
    }
    // Each kind of column, as it is written.
    for word in [
        "label",
        "group",
        "period",
        "role",
        "flow",
        "area",
        "population",
        "value",
        "unit",
        "code",
        "number",
        "source",
        "notes",
        "status",
        "remark",
        "measured",
        "attribute",
        "ignore",
    ] {
        let mapping: Mapping = toml::from_str(&format!("column.A = '{word}'")).unwrap();
        let column: MappedColumn = word.parse().unwrap();
        assert_eq!(mapping, Mapping::new().with_column("A", column), "{word}");
    }
}

#[test]
fn a_mapping_comes_from_json_as_well() {
    let json = r#"{"column": {"A": "label", "B": {"role": "target"}}, "period": 2020}"#;
    let mapping = Mapping::new()
        .with_column("A", Column::Label)
        .with_column("B", Column::Figures(Role::Target))
        .with_period(year(2020));
    assert_eq!(serde_json::from_str::<Mapping>(json).unwrap(), mapping);
}

#[test]
fn the_language_of_words_is_that_of_all_documents() {
    let mapping: Mapping =
        toml::from_str("[words]\nlanguage = 'english'\nheader.Hit = { figures = 'realised' }")
            .unwrap();
    let reader = beleid::Reader::new().with_mapping(mapping);
    assert_eq!(reader.read_header("Hit 2018").role(), Some(Role::Realised));
    assert_eq!(reader.read_header("Actual 2018").role(), Some(Role::Realised));
    assert_eq!(reader.read_header("Behaald 2018").role(), None);
    let text = "1,234";
    assert_eq!(reader.read_cell(text).figure.value, beleid::Value::Exact(1234.into()));
    assert_eq!(reader.read("").language(), beleid::Language::English);
}

#[test]
fn messages_name_the_key() {
    const ROLES: &str =
        "expected realised, budgeted, amended, expected, target, norm, baseline or difference";
    const KINDS: &str = "expected label, group, period, role, flow, area, population, value, unit, code, number, source, notes, status, remark, measured, attribute, ignore, a role or a flow";
    let cases = [
        (
            "bare_year = 'x'",
            "unknown key \"bare_year\": expected column, table, words, kind, unit, scale, period, role, flow, bare_years, decimal".to_owned(),
        ),
        ("unit = 5", "unit: a unit has words, and \"5\" has none".to_owned()),
        ("unit = ''", "unit: invalid unit \"\" at byte 0: it is empty".to_owned()),
        ("scale = 1000", "scale: a scale is of a unit, so give the unit as well".to_owned()),
        ("scale = 7", "scale: invalid scale \"7\": expected 1, 1000, 1000000 or 1000000000".to_owned()),
        ("kind = 'x'", "kind: invalid kind of table \"x\" at byte 0: expected money or indicators".to_owned()),
        ("role = 'x'", format!("role: invalid role \"x\" at byte 0: {ROLES}")),
        ("role = true", "invalid type: boolean `true`, expected a role for role".to_owned()),
        ("period = '2017-Q9'", "period: invalid period \"2017-Q9\" at byte 6: a year has quarters Q1 to Q4".to_owned()),
        ("period = 1.5", "invalid type: floating point `1.5`, expected a period for period".to_owned()),
        ("decimal = ';'", "decimal: invalid decimal sign \";\" at byte 0: expected , or .".to_owned()),
        ("bare_years = 'x'", format!("bare_years: invalid role \"x\" at byte 0: {ROLES}")),
        ("bare_years = 3", "invalid type: integer `3`, expected a role, or a table with before and from, for bare_years".to_owned()),
        ("bare_years = { from = 'target' }", "bare_years: needs before and from".to_owned()),
        ("bare_years = { after = 'target' }", "bare_years: unknown key \"after\": expected before, from, edition".to_owned()),
        ("column = 3", "invalid type: integer `3`, expected a table of headers for column".to_owned()),
        ("column.'A B' = 'lable'", format!("column \"A B\": invalid column \"lable\" at byte 0: {KINDS}")),
        ("column.'A B' = 3", "invalid type: integer `3`, expected what it holds, or a table, for column \"A B\"".to_owned()),
        ("column.'' = 'label'", "column \"\": a header has a text".to_owned()),
        ("column.'#0' = 'label'", "column \"#0\": columns are counted from 1".to_owned()),
        ("column.A = 'label'\ncolumn.'a.' = 'group'", "column \"a.\": is named twice".to_owned()),
        ("column.A = { hold = 'label' }", "column \"A\": unknown key \"hold\": expected holds, role, period, flow, unit, scale".to_owned()),
        ("column.A = { role = 'goal' }", format!("column \"A\": role: invalid role \"goal\" at byte 0: {ROLES}")),
        ("column.A = { scale = 1000 }", "column \"A\": scale: a scale is of a unit, so give the unit as well".to_owned()),
        (
            "column.A = { holds = 'label', role = 'target' }",
            "column \"A\": role: is of figures, and the column holds none".to_owned(),
        ),
        ("table = 3", "invalid type: integer `3`, expected a list of tables for table: write [[table]]".to_owned()),
        ("[table]\ntitle = 'T'", "invalid type: map, expected a list of tables for table: write [[table]]".to_owned()),
        ("[[table]]\nrole = 'norm'", "table 1: needs a title or headers, to know the table by".to_owned()),
        ("[[table]]\ntitle = ''", "table 1: title: it is empty".to_owned()),
        ("[[table]]\ntitle = 'T'\n[[table]]\nheaders = [true]", "invalid type: boolean `true`, expected a header for table 2: headers".to_owned()),
        (
            "[[table]]\ntitle = 'T'\nwords = {}",
            "table 1: unknown key \"words\": expected title, headers, column, kind, unit, scale, period, role, flow, bare_years, decimal".to_owned(),
        ),
        ("[[table]]\ntitle = 'T'\ncolumn.A = 'x'", format!("table 1: column \"A\": invalid column \"x\" at byte 0: {KINDS}")),
        (
            "[words]\nheader.'2017' = 'label'",
            "words: invalid header \"2017\" at byte 0: a header is added without its period, which is read by itself".to_owned(),
        ),
    ];
    for (text, expected) in cases {
        let error = toml::from_str::<Mapping>(text).unwrap_err();
        assert_eq!(error.message(), expected, "{text}");
    }
}
