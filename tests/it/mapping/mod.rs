//! What a user knows about the tables of a document: in code and from a file.

mod file;
mod laws;

use beleid::{
    BareYears, Column, DecimalSign, Dimension, Flow, Layout, MappedColumn, Mapping, Missing,
    Period, Reader, Reading, Role, RowText, Rule, Scale, TableKind, TableText, Unit, Value,
    Vocabulary,
};

/// The figures of a reading, a line each: group, label, dimensions, period, role, flow, value and unit.
fn rows(reading: &Reading<'_>) -> Vec<String> {
    let told = |figure: beleid::FigureRef<'_>| {
        let of = figure.figure?;
        let (label, group, flow) = match figure.subject {
            beleid::Subject::Indicator(indicator) => (&*indicator.name, &indicator.group, None),
            beleid::Subject::Cost(line) => (&*line.label, &line.group, line.flow),
            _ => return None,
        };
        let group = group.iter().fold(String::new(), |all, group| all + group + " > ");
        let optional = |text: Option<String>| text.unwrap_or("-".to_owned());
        Some(format!(
            "{group}{label} | {} | {} | {} | {} | {} | {}",
            Dimension::join(&of.dimensions),
            optional(of.period.as_ref().map(ToString::to_string)),
            optional(of.role.as_ref().map(ToString::to_string)),
            optional(flow.as_ref().map(ToString::to_string)),
            of.value,
            optional(figure.unit.map(ToString::to_string)),
        ))
    };
    reading.budget.figures().filter_map(told).collect()
}

/// The findings of the reading itself, apart from those about what stands around the table.
fn told(reading: &Reading<'_>) -> Vec<String> {
    let is_around = |rule: Rule| {
        matches!(rule, Rule::MissingEdition | Rule::MissingOrganisation | Rule::MissingHeading)
    };
    let findings = reading.source_findings().iter().filter(|finding| !is_around(finding.rule));
    findings
        .map(|finding| format!("{}: {}", finding.rule, finding.message(beleid::Language::English)))
        .collect()
}

/// A table in each form.
fn forms(table: &[&[&str]]) -> Vec<(Layout, String)> {
    let csv: Vec<String> = table.iter().map(|row| row.join(";")).collect();
    let html: Vec<String> = table
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let tag = if at == 0 { "th" } else { "td" };
            row.iter().fold("<tr>".to_owned(), |all, cell| format!("{all}<{tag}>{cell}</{tag}>"))
        })
        .collect();
    let mut markdown: Vec<String> =
        table.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
    markdown.insert(1, format!("|{}", "---|".repeat(table[0].len())));
    let lines: Vec<&str> = table.iter().flat_map(|row| row.iter().copied()).collect();
    vec![
        (Layout::Csv, csv.join("\n") + "\n"),
        (Layout::Html, format!("<h1>2.3 Wonen</h1><table>{}</table>", html.concat())),
        (Layout::Markdown, format!("# 2.3 Wonen\n\n{}\n", markdown.join("\n"))),
        (Layout::Lines, format!("2.3 Wonen\n\n{}\n", lines.join("\n\n"))),
    ]
}

const LONG: [&[&str]; 5] = [
    &["Jaar", "Indicator", "Soort", "Waarde", "Eenheid", "Gemeente"],
    &["2019", "Verzuim", "Realisatie", "5,2", "%", "Zwolle"],
    &["2020", "Verzuim", "Begroting", "5,0", "%", "Zwolle"],
    &["2019", "Verzuim", "Realisatie", "4,1", "%", "Assen"],
    &["2020", "Woningen", "Streefwaarde", "1200", "aantal", "Zwolle"],
];

#[test]
fn long_tables_are_read_by_their_header_words_alone() {
    for (layout, text) in forms(&LONG) {
        let reading = Reader::new().read_as(&text, layout);
        assert_eq!(
            rows(&reading),
            [
                "Verzuim | Zwolle | 2019 | realised | - | 5.2 | percent",
                "Verzuim | Zwolle | 2020 | budgeted | - | 5.0 | percent",
                "Verzuim | Assen | 2019 | realised | - | 4.1 | percent",
                "Woningen | Zwolle | 2020 | target | - | 1200 | count",
            ],
            "{layout}"
        );
        assert_eq!(told(&reading), [""; 0], "{layout}");
    }
}

#[test]
fn unknown_headers_are_read_by_a_mapping_in_each_form() {
    let table: [&[&str]; 4] = [
        &["Moment", "Thema", "Maat", "Getal A", "Opgave", "Wie", "Groep"],
        &["2019", "Werk", "Verzuim", "5,2", "telling", "Zwolle", "Mannen"],
        &["2020", "Werk", "Verzuim", "5,0", "telling", "Zwolle", "Vrouwen"],
        &["2020", "Bouw", "Woningen", "1200", "telling", "Assen", "Allen"],
    ];
    let mapping = Mapping::new()
        .with_column("Moment", Column::Period)
        .with_column("thema", Column::Group)
        .with_column("MAAT", Column::Label)
        .with_column("Getal-A", Column::Figures(Role::Realised))
        .with_column("Opgave", Column::Attribute)
        .with_column("Wie", Column::Area)
        .with_column("Groep", Column::Population);
    for (layout, text) in forms(&table) {
        let without = Reader::new().read_as(&text, layout);
        let reading = Reader::new().with_mapping(mapping.clone()).read_as(&text, layout);
        let expected = [
            "Werk > Verzuim | Zwolle > Mannen | 2019 | realised | - | 5.2 | -",
            "Werk > Verzuim | Zwolle > Vrouwen | 2020 | realised | - | 5.0 | -",
            "Bouw > Woningen | Assen > Allen | 2020 | realised | - | 1200 | -",
        ];
        assert_eq!(rows(&reading), expected, "{layout}");
        assert_ne!(rows(&without), expected, "{layout}");
        assert_eq!(told(&reading), [""; 0], "{layout}");
        let dimensions = &reading.budget.fields[0].indicators[0].figures[0].dimensions;
        let names: Vec<_> = dimensions.iter().map(|of| of.name().to_string()).collect();
        assert_eq!(names, ["area", "population"], "{layout}");
        let attribute = &reading.budget.fields[0].indicators[0].attributes;
        assert!(
            attribute.iter().any(|of| (&*of.name, &*of.text) == ("Opgave", "telling")),
            "{layout}"
        );
    }
}

/// What isn't known is reported, and what a mapping says isn't.
#[test]
fn an_unknown_header_is_reported_without_a_mapping() {
    let csv = "Maat;Getal A;Getal B\nVerzuim;5,2;2019\nWoningen;1200;2020\n";
    let table = "Maat;Getal A 2019;Getal B 2019\nVerzuim;5,2;5,0\nWoningen;1200;1300\n";
    let reader = Reader::new().with_mapping(
        Mapping::new()
            .with_column("Getal A", Column::Figures(Role::Realised))
            .with_column("Getal B", Column::Figures(Role::Target)),
    );
    let reading = reader.read_as(table, Layout::Csv);
    assert_eq!(
        rows(&reading),
        [
            "Verzuim | | 2019 | realised | - | 5.2 | -",
            "Verzuim | | 2019 | target | - | 5.0 | -",
            "Woningen | | 2019 | realised | - | 1200 | -",
            "Woningen | | 2019 | target | - | 1300 | -",
        ]
        .map(|row| row.replace("| |", "|  |"))
    );
    assert_eq!(told(&reading), [""; 0]);
    let without = Reader::new().read_as(csv, Layout::Csv);
    assert_eq!(
        told(&without),
        [r#"unknown-header: column header "Getal A" is not known (and 1 more: "Getal B")"#,]
    );
    let by_number = Mapping::new()
        .with_column_number(1, Column::Label)
        .with_column_number(2, MappedColumn::figures().with_role(Role::Realised))
        .with_column_number(3, Column::Period);
    let reading = Reader::new().with_mapping(by_number).read_as(csv, Layout::Csv);
    assert_eq!(
        rows(&reading),
        [
            "Verzuim |  | 2019 | realised | - | 5.2 | -",
            "Woningen |  | 2020 | realised | - | 1200 | -"
        ]
    );
    assert_eq!(told(&reading), [""; 0]);
}

/// With numbers alone no headers are needed, wherever the rows begin.
#[test]
fn a_grid_without_headers_is_read_by_numbers() {
    let mapping = Mapping::new()
        .with_column_number(1, Column::Label)
        .with_column_number(2, Column::Period)
        .with_column_number(3, Column::Figures(Role::Realised));
    let reader = Reader::new().with_mapping(mapping);
    let expected = [
        "Verzuim |  | 2017 | realised | - | 5.2 | -",
        "Verzuim |  | 2018 | realised | - | 5.4 | -",
    ];
    let table = "Verzuim;2017;5,2\nVerzuim;2018;5,4\n";
    let titled = format!("Begroting 2019\nCijfers\n{table}");
    for csv in [table, &titled] {
        let reading = reader.read_as(csv, Layout::Csv);
        assert_eq!(rows(&reading), expected, "{csv}");
        assert_eq!(told(&reading), [""; 0], "{csv}");
    }
    // One row, and a table of nothing.
    assert_eq!(rows(&reader.read_as("Verzuim;2017;5,2\n", Layout::Csv)), expected[..1]);
    assert_eq!(rows(&reader.read_as(";;\n;;\n", Layout::Csv)), [""; 0]);
}

/// Several lines, where a header is one of several on a line.
#[test]
fn headers_side_by_side_are_read_by_a_mapping() {
    let page = "2.3 Wonen\n\nMaat   Getal van A   Getal B\nVerzuim   5,2   5,0\nWoningen   1200   1300\n\
        Banen   40   41\n";
    let mapping = Mapping::new()
        .with_column("Maat", Column::Label)
        .with_column(
            "Getal van A",
            MappedColumn::figures()
                .with_role(Role::Realised)
                .with_period(Period::year(2019).unwrap()),
        )
        .with_column(
            "Getal B",
            MappedColumn::figures()
                .with_role(Role::Budgeted)
                .with_period(Period::year(2020).unwrap()),
        );
    let reading = Reader::new().with_mapping(mapping).read(page);
    assert_eq!(
        rows(&reading),
        [
            "Verzuim |  | 2019 | realised | - | 5.2 | -",
            "Verzuim |  | 2020 | budgeted | - | 5.0 | -",
            "Woningen |  | 2019 | realised | - | 1200 | -",
            "Woningen |  | 2020 | budgeted | - | 1300 | -",
            "Banen |  | 2019 | realised | - | 40 | -",
            "Banen |  | 2020 | budgeted | - | 41 | -",
        ]
    );
    assert_eq!(told(&reading), [""; 0]);
    assert_eq!(told(&beleid::read(page)).len(), 1);
}

#[test]
fn a_sheet_loads_with_a_mapping() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in (0..).zip(["Dienst", "Post", "Bedrag", "Wanneer"]) {
        sheet.write(0, column, header).unwrap();
    }
    sheet.write(1, 0, "Beheer").unwrap();
    sheet.write(1, 1, "Wegen").unwrap();
    sheet.write(1, 2, 12.5).unwrap();
    sheet.write(1, 3, 2019).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let amounts = MappedColumn::figures()
        .with_role(Role::Budgeted)
        .with_flow(Flow::Income)
        .with_unit(Unit::EURO.with_scale(Scale::Thousands));
    let mapping = Mapping::new()
        .with_kind(TableKind::Money)
        .with_column("Dienst", Column::Group)
        .with_column("Post", Column::Label)
        .with_column("Bedrag", amounts)
        .with_column("Wanneer", Column::Period);
    let reading = Reader::new().with_mapping(mapping).read_bytes(&bytes);
    let line = "Beheer > Wegen |  | 2019 | budgeted | income | 12500 | euro x 1000";
    assert_eq!(rows(&reading), [line]);
    assert_eq!(told(&reading), [""; 0]);
}

#[test]
fn bare_years_have_the_role_that_is_given_to_them() {
    let page = |edition: &str| {
        format!(
            "{edition}2.3 Wonen\n\nKengetallen\n\n2018\n\n2019\n\n2020\n\nStreefwaarde 2020\n\nHuizen\n\n1\n\n2\n\n3\n\n4\n"
        )
    };
    let roles = |bare_years: BareYears, edition: &str| {
        let reader = Reader::new().with_mapping(Mapping::new().with_bare_years(bare_years));
        let reading = reader.read(&page(edition)).into_owned();
        let figures = &reading.budget.fields[0].indicators[0].figures;
        let roles: Vec<_> =
            figures.iter().map(|figure| figure.role.map_or("-", Role::code)).collect();
        (roles.join(" "), told(&reading))
    };
    let around = BareYears::around(Role::Realised, Role::Budgeted);
    let with = "Begroting 2019\n\n";
    let none: Vec<String> = Vec::new();
    let unknown = "mapping-unused: the mapping says what bare years are before and from that of the edition, which isn't known";
    for (bare_years, edition, expected, findings) in [
        (around, with, "realised budgeted budgeted target", none.clone()),
        (around, "", "- - - target", vec![unknown.to_owned()]),
        (
            around.with_edition(Period::year(2020).unwrap()),
            "",
            "realised realised budgeted target",
            none.clone(),
        ),
        (Role::Realised.into(), "", "realised realised realised target", none),
    ] {
        assert_eq!(
            roles(bare_years, edition),
            (expected.to_owned(), findings),
            "{bare_years:?} {edition}"
        );
    }
}

#[test]
fn the_unit_period_role_and_flow_are_those_of_tables_that_state_none() {
    let mapping = Mapping::new()
        .with_kind(TableKind::Money)
        .with_unit(Unit::EURO.with_scale(Scale::Thousands))
        .with_period(Period::year(2020).unwrap())
        .with_role(Role::Budgeted)
        .with_flow(Flow::Expenses);
    let read = |csv: &str| {
        let reading =
            Reader::new().with_mapping(mapping.clone()).read_as(csv, Layout::Csv).into_owned();
        (rows(&reading), told(&reading))
    };
    let (none, stated) = (
        "Omschrijving;Bedrag\nWegen;12\nFormatie (fte);3\n",
        "Omschrijving;Rekening 2018 baten (in €);Begroting 2019\nWegen;12;13\n",
    );
    assert_eq!(
        read(none).0,
        [
            "Wegen |  | 2020 | budgeted | expenses | 12000 | euro x 1000",
            "Formatie (fte) |  | 2020 | budgeted | expenses | 3 | fte",
        ]
    );
    assert_eq!(read(none).1, [""; 0]);
    assert_eq!(read(stated).0[0], "Wegen |  | 2018 | realised | income | 12 | euro");
    assert_eq!(read(stated).0[1], "Wegen |  | 2019 | budgeted | expenses | 13000 | euro x 1000");
}

#[test]
fn a_unit_of_money_is_for_tables_of_money() {
    let page = "Indicator;Behaald 2019\nLeegstand;8\nVerzuim (%);5\n";
    let unit = |mapping: Mapping| {
        let reading = Reader::new().with_mapping(mapping).read_as(page, Layout::Csv);
        rows(&reading)
            .iter()
            .map(|row| row.rsplit(" | ").next().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(unit(Mapping::new().with_unit(Unit::EURO)), ["-", "percent"]);
    assert_eq!(unit(Mapping::new().with_unit(Unit::COUNT)), ["count", "percent"]);
    let told = Mapping::new().with_unit(Unit::EURO).with_kind(TableKind::Indicators);
    assert_eq!(unit(told), ["euro", "percent"]);
}

#[test]
fn the_decimal_sign_settles_numbers() {
    let read = |sign: DecimalSign, cells: &[&str]| {
        let reader = Reader::new().with_mapping(Mapping::new().with_decimal(sign));
        let headers: Vec<String> =
            (0..cells.len()).map(|at| format!("Behaald {}", 2010 + at)).collect();
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        let row = RowText { label: "Cijfer", unit: None, cells };
        let table = TableText { headers: &headers, rows: &[row], ..TableText::default() };
        let reading = reader.read_table(&table);
        let cells = reading.rows[0].cells.iter();
        cells.map(|cell| (cell.figure.value.to_string(), cell.findings.len())).collect::<Vec<_>>()
    };
    let texts =
        |values: &[&str]| values.iter().map(|value| ((*value).to_owned(), 0)).collect::<Vec<_>>();
    let cells = ["1.049", "1,049", "24.575,19"];
    assert_eq!(read(DecimalSign::Comma, &cells), texts(&["1049", "1.049", "24575.19"]));
    let cells = ["1.049", "1,049", "24,575.19", "0.7"];
    assert_eq!(read(DecimalSign::Point, &cells), texts(&["1.049", "1049", "24575.19", "0.7"]));
    // What can't be a number then is kept as text.
    assert_eq!(read(DecimalSign::Point, &["7,5"])[0].1, 1);
}

#[test]
fn words_are_added_to_those_of_the_language_of_the_document() {
    let mut words = Vocabulary::new();
    words.add_header("Hit", Column::Figures(Role::Realised)).unwrap();
    words.add_missing("nobody asked", Missing::NotAvailable).unwrap();
    let reader = Reader::new().with_mapping(Mapping::new().with_words(words));
    let english = "FY 2020 Adopted Budget\n\nThe revenues of the city are for the people.\n\n2.3 Housing\n\n\
        Performance Measures\n\nHit 2019\n\nTarget 2020\n\nPermits\n\n1,234\n\nnobody asked\n";
    assert_eq!(
        rows(&reader.read(english)),
        [
            "Permits |  | 2019 | realised | - | 1234 | -",
            &format!(
                "Permits |  | 2020 | target | - | {} | -",
                Value::Missing(Missing::NotAvailable)
            ),
        ]
    );
    let dutch = "2.3 Wonen\n\nKengetallen\n\nHit 2019\n\nBeoogd 2020\n\nHuizen\n\n1.234,5\n\n2\n";
    assert_eq!(rows(&reader.read(dutch))[0], "Huizen |  | 2019 | realised | - | 1234.5 | -");
}

#[test]
fn a_section_is_for_one_table() {
    let page = "2.3 Wonen\n\nTabel 1: Huizen\n\n2019\n\n2020\n\nHuizen\n\n1\n\n2\n\n\
        Tabel 2: Tarieven van de markt\n\n2019\n\n2020\n\nKraam\n\n5\n\n6\n";
    let tariffs = Mapping::new().for_title("tarieven").with_bare_years(Role::Norm);
    let mapping = Mapping::new().with_bare_years(Role::Realised).with_table(tariffs);
    let reading = Reader::new().with_mapping(mapping).read(page);
    assert_eq!(
        rows(&reading),
        [
            "Huizen |  | 2019 | realised | - | 1 | -",
            "Huizen |  | 2020 | realised | - | 2 | -",
            "Kraam |  | 2019 | norm | - | 5 | -",
            "Kraam |  | 2020 | norm | - | 6 | -",
        ]
    );
    assert_eq!(told(&reading), [""; 0]);

    let html = "<h1>2.3 Wonen</h1><p>Huizen</p><table><tr><th>Wat<th>Getal 2019<tr><td>Huizen<td>1</table>\
        <p>Tarieven</p><table><tr><th>Soort<th>Getal 2019<tr><td>Kraam<td>5</table>";
    for section in [Mapping::new().for_title("Tarieven"), Mapping::new().for_headers(&["soort"])] {
        let section = section.with_column("Getal", Column::Figures(Role::Norm));
        let mapping = Mapping::new()
            .with_column("Getal", Column::Figures(Role::Realised))
            .with_table(section);
        let reading = Reader::new().with_mapping(mapping).read_as(html, Layout::Html);
        assert_eq!(
            rows(&reading),
            ["Huizen |  | 2019 | realised | - | 1 | -", "Kraam |  | 2019 | norm | - | 5 | -"]
        );
        assert_eq!(told(&reading), [""; 0]);
    }
}

#[test]
fn what_matched_nothing_is_reported() {
    let mapping = Mapping::new()
        .with_column("Maat", Column::Label)
        .with_column("Mate", Column::Label)
        .with_column_number(9, Column::Code)
        .with_table(Mapping::new().for_title("Tarieven").with_column("Prijs", Column::Value))
        .with_table(Mapping::new().for_headers(&["Soort", "Prijs"]))
        .with_table(
            Mapping::new().for_headers(&["Behaald 2019"]).with_column("Prijs", Column::Value),
        );
    let reader = Reader::new().with_mapping(mapping);
    let reading = reader.read_as("Maat;Behaald 2019\nHuizen;1\n", Layout::Csv);
    assert_eq!(
        told(&reading),
        [
            r#"mapping-unused: the mapping names column "Mate", which was found in no table"#,
            "mapping-unused: the mapping names column 9, which was found in no table",
            r#"mapping-unused: the mapping has a table "Tarieven", which was not found"#,
            r#"mapping-unused: the mapping has a table with column "Soort", which was not found"#,
            r#"mapping-unused: the mapping names column "Prijs" of the table with column "Behaald 2019", in which it was not found"#,
        ]
    );
    // A document of nothing lacks nothing.
    assert_eq!(told(&reader.read("")), [""; 0]);
}

#[test]
fn a_given_table_is_read_by_a_mapping() {
    let reader = Reader::new().with_mapping(
        Mapping::new()
            .with_column("Getal", MappedColumn::figures().with_role(Role::Realised))
            .with_column("Moment", Column::Period)
            .with_column_number(4, Column::Attribute)
            .with_bare_years(BareYears::around(Role::Realised, Role::Target)),
    );
    let rows = [RowText { label: "Huizen", unit: None, cells: &["1", "2019", "7"] }];
    let table = TableText {
        headers: &["Getal", "Moment", "Paginanummer"],
        rows: &rows,
        ..TableText::default()
    };
    let reading = reader.read_table(&table);
    assert!(
        reading.headers.iter().all(|header| header.findings.is_empty()),
        "{:?}",
        reading.headers
    );
    let row = &reading.rows[0];
    assert_eq!(row.cells.len(), 1);
    assert_eq!(row.cells[0].figure.period, Some(Period::year(2019).unwrap()));
    assert_eq!(row.cells[0].figure.role, Some(Role::Realised));
    assert_eq!(row.attributes.last().map(|of| &*of.text), Some("7"));

    let rows = [RowText { label: "Huizen", unit: None, cells: &["1", "2"] }];
    let edition = Some(Period::year(2020).unwrap());
    let table =
        TableText { headers: &["2019", "2020"], rows: &rows, edition, ..TableText::default() };
    let reading = reader.read_table(&table);
    let roles: Vec<_> = reading.rows[0].cells.iter().map(|cell| cell.figure.role).collect();
    assert_eq!(roles, [Some(Role::Realised), Some(Role::Target)]);
}

/// What the words say, the mapping overrides.
#[test]
fn a_mapping_overrides_words() {
    let csv = "Indicator;Behaald 2019;Begroting;Bron\nHuizen;1;2;3\n";
    let mapping = Mapping::new()
        .with_column("Behaald", Column::Figures(Role::Norm))
        .with_column("Begroting", Column::Attribute)
        .with_column("Bron", MappedColumn::figures().with_period(Period::year(2020).unwrap()));
    let reading = Reader::new().with_mapping(mapping).read_as(csv, Layout::Csv);
    assert_eq!(
        rows(&reading),
        ["Huizen |  | 2019 | norm | - | 1 | -", "Huizen |  | 2020 | - | - | 3 | -"]
    );
    let indicator = &reading.budget.fields[0].indicators[0];
    assert_eq!(
        (&*indicator.attributes[0].name, &*indicator.attributes[0].text),
        ("Begroting", "2")
    );
    assert_eq!(indicator.source, None);
}

#[test]
fn columns_of_sources_statuses_dates_codes_and_marks() {
    let csv = "Naam;Getal 2019;Vandaan;Zekerheid;Gemeten;Kenmerk;Zie\n\
        Huizen;1;CBS;voorlopig;2018;A-1;1)\n1) geschat\n";
    let mapping = Mapping::new()
        .with_column("Naam", Column::Label)
        .with_column("Getal", Column::Figures(Role::Realised))
        .with_column("Vandaan", Column::Source)
        .with_column("Zekerheid", Column::Status)
        .with_column("Gemeten", Column::Measured)
        .with_column("Kenmerk", Column::Code)
        .with_column("Zie", Column::Notes);
    let reading = Reader::new().with_mapping(mapping).read_as(csv, Layout::Csv);
    let indicator = &reading.budget.fields[0].indicators[0];
    assert_eq!(indicator.source.as_deref(), Some("CBS"));
    let figure = &indicator.figures[0];
    assert!(figure.status.contains(beleid::Status::Provisional), "{figure:?}");
    assert_eq!(figure.dated, Some(Period::year(2018).unwrap()));
    assert!(
        indicator.attributes.iter().any(|of| (&*of.name, &*of.text) == ("Kenmerk", "A-1")),
        "{indicator:?}"
    );
}
