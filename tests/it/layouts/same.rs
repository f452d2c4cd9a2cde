//! One table, rendered into each layout.

use beleid::{Budget, Layout, Reader, Reading};

use super::read;

/// A document of one field with a table, as its texts.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) headers: Vec<String>,
    pub(crate) rows: Vec<(String, Vec<String>)>,
    pub(crate) notes: Vec<String>,
}

impl Table {
    fn lines(&self) -> String {
        let mut text = String::from("Begroting 2040\n\n1.1 Veld\n\nPrestatie-indicatoren\n\n");
        for header in &self.headers {
            text += &format!("{header}\n\n");
        }
        for (label, cells) in &self.rows {
            text += &format!("{label}\n\n");
            for cell in cells {
                text += &format!("{cell}\n\n");
            }
        }
        for note in &self.notes {
            text += &format!("{note}\n\n");
        }
        text
    }

    fn html(&self) -> String {
        let escape =
            |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let mut text = String::from(
            "<!DOCTYPE html><html><head><title>x</title></head><body><nav><ul><li>Home</li></ul></nav>\
             <h1>Begroting 2040</h1><h2>1.1 Veld</h2><h3>Prestatie-indicatoren</h3>\n<table>\n<tr><th></th>",
        );
        for header in &self.headers {
            text += &format!("<th>{}</th>", escape(header).replace(' ', "<br/>\n "));
        }
        text += "</tr>\n";
        for (label, cells) in &self.rows {
            text += &format!("<tr><td><strong>{}</strong></td>", escape(label));
            for cell in cells {
                text += &format!("<td><p>{}</p></td>", escape(cell));
            }
            text += "</tr>\n";
        }
        text += "</table>";
        for note in &self.notes {
            text += &format!("<p>{}</p>", escape(note));
        }
        text + "<footer>Contact</footer></body></html>"
    }

    fn markdown(&self) -> String {
        let escape = |text: &str| {
            let mut out = String::new();
            for c in text.chars() {
                if matches!(c, '|' | '*' | '_' | '<' | '>' | '[' | ']' | '\\' | '`' | '&' | '~') {
                    out.push('\\');
                }
                out.push(c);
            }
            out
        };
        let mut text =
            String::from("# Begroting 2040\n\n## 1.1 Veld\n\n### Prestatie-indicatoren\n\n| |");
        for header in &self.headers {
            text += &format!(" {} |", escape(header));
        }
        text += &format!("\n|{}\n", "---|".repeat(self.headers.len() + 1));
        for (label, cells) in &self.rows {
            text += &format!("| {} |", escape(label));
            for cell in cells {
                text += &format!(" {} |", escape(cell));
            }
            text += "\n";
        }
        for note in &self.notes {
            text += &format!("\n{}\n", escape(note).replacen(')', "\\)", 1));
        }
        text
    }

    fn csv(&self, sign: &str) -> String {
        let quote = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let mut text = String::from("Indicator");
        for header in &self.headers {
            text += &format!("{sign}{}", quote(header));
        }
        text += "\n";
        for (label, cells) in &self.rows {
            text += &quote(label);
            for cell in cells {
                text += &format!("{sign}{}", quote(cell));
            }
            text += "\n";
        }
        for note in &self.notes {
            text += &format!("{}{}\n", quote(note), sign.repeat(self.headers.len()));
        }
        text
    }

    /// As a workbook, in which the title and the field stand above the table.
    fn xlsx(&self) -> Vec<u8> {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, text) in
            ["Begroting 2040", "1.1 Veld", "Prestatie-indicatoren"].iter().enumerate()
        {
            sheet.write_string(u32::try_from(row).unwrap(), 0, *text).unwrap();
        }
        let blank = [String::new()];
        let rows = std::iter::once((&blank[0], &self.headers))
            .chain(self.rows.iter().map(|(label, cells)| (label, cells)));
        for (row, (label, cells)) in (4..).zip(rows) {
            for (column, text) in (0..).zip(std::iter::once(label).chain(cells)) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        for (row, note) in (5 + u32::try_from(self.rows.len()).unwrap()..).zip(&self.notes) {
            sheet.write_string(row, 0, note).unwrap();
        }
        workbook.save_to_buffer().unwrap()
    }
}

/// A text as bytes, in another encoding where it can be written in that.
fn encoded(text: &str) -> Vec<Vec<u8>> {
    let utf16: Vec<u16> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).collect();
    let mut all = vec![
        text.into(),
        format!("\u{feff}{text}").into(),
        utf16.iter().copied().flat_map(u16::to_le_bytes).collect(),
        utf16.iter().copied().flat_map(u16::to_be_bytes).collect(),
        utf16.iter().skip(1).copied().flat_map(u16::to_le_bytes).collect(),
    ];
    let (bytes, _, has_others) = encoding_rs::WINDOWS_1252.encode(text);
    if !has_others {
        all.push(bytes.into_owned());
    }
    all
}

/// What must be the same: the indicators of the one field, and their findings without spans.
fn outline(source: &str, layout: Layout) -> (Budget, Vec<String>) {
    outline_of(&read(source, layout))
}

fn outline_of(reading: &Reading<'_>) -> (Budget, Vec<String>) {
    let mut budget = reading.budget.clone();
    // Separated values have no title and no field.
    budget.edition = beleid::Edition::default();
    budget.organisation = None;
    for field in &mut budget.fields {
        field.heading = beleid::Heading::default();
        field.level = None;
        for indicator in &mut field.indicators {
            indicator.kind = None;
            indicator.id = beleid::Id::new("x").unwrap();
        }
    }
    let is_of_layout = |finding: &&beleid::Finding| {
        finding.rule.code().starts_with("missing-") || finding.rule == beleid::Rule::UnsureEncoding
    };
    let told = reading.source_findings().iter().filter(|finding| !is_of_layout(finding));
    (
        budget,
        told.map(|finding| {
            format!("{} {}", finding.rule, finding.message(beleid::Language::English))
        })
        .collect(),
    )
}

pub(crate) fn check(table: &Table) {
    check_against(table, &outline(&table.lines(), Layout::Lines));
}

/// The same without plain text, in which not every table can be written.
pub(crate) fn check_grids(table: &Table) {
    check_against(table, &outline(&table.html(), Layout::Html));
}

/// Whether plain text holds the same as the other layouts.
pub(crate) fn is_same_in_lines(table: &Table) -> bool {
    outline(&table.lines(), Layout::Lines) == outline(&table.html(), Layout::Html)
}

/// Whether each figure that plain text gives is that of the other layouts.
pub(crate) fn no_figure_is_another_in_lines(table: &Table) {
    type Figures = Vec<((String, String), String)>;
    let figures = |(budget, _): (Budget, Vec<String>)| -> Figures {
        let rows = budget.fields.iter();
        let rows = rows.flat_map(|field| field.indicators.iter().map(move |row| (field, row)));
        let all = rows.flat_map(|(field, indicator)| {
            let name = &indicator.name;
            indicator.figures.iter().filter_map(move |figure| {
                let header = crate::support::header(field, figure)?;
                let period = figure.period.map(|period| period.to_string()).unwrap_or_default();
                let header = header.split_whitespace().collect::<Vec<_>>().join(" ");
                let key = (name.clone(), format!("{header} {period}"));
                // Plain text doesn't keep two spaces apart.
                let value =
                    format!("{:?}", figure.value).split_whitespace().collect::<Vec<_>>().join(" ");
                Some((key, format!("{:?} {value} {:?}", figure.role, figure.unit)))
            })
        });
        all.collect()
    };
    let lines = outline(&table.lines(), Layout::Lines);
    let is_doubt = |finding: &String| {
        finding.starts_with("mixed-header") || finding.starts_with("likely-reading")
    };
    if lines.1.iter().any(is_doubt) {
        // It is told that the table may be another one.
        return;
    }
    let others = figures(outline(&table.html(), Layout::Html));
    for (key, figure) in figures(lines) {
        let same =
            others.iter().filter(|(other, _)| *other == key).any(|(_, other)| *other == figure);
        assert!(same, "{key:?} is {figure} in plain text alone");
    }
}

fn check_against(table: &Table, lines: &(Budget, Vec<String>)) {
    let sources = [
        (Layout::Html, table.html()),
        (Layout::Markdown, table.markdown()),
        (Layout::Csv, table.csv(";")),
        (Layout::Csv, table.csv(",")),
        (Layout::Csv, table.csv("\t")),
    ];
    for (layout, source) in sources {
        let (budget, told) = outline(&source, layout);
        assert_eq!(budget, lines.0, "{layout:?}\n{source}");
        assert_eq!(told, lines.1, "{layout:?}\n{source}");
        assert_eq!(Layout::of(&source), layout, "{source}");
        for bytes in encoded(&source) {
            let reading = Reader::new().read_bytes(&bytes);
            assert_eq!(reading.layout(), layout, "{bytes:?}");
            assert_eq!(outline_of(&reading), *lines, "{layout:?} {source}");
        }
        // Each cell is found where it stands.
        let reading = read(&source, layout);
        for (place, indicator) in reading.budget.indicator_places() {
            for (index, figure) in indicator.figures.iter().enumerate() {
                let place = place.clone().at(beleid::Part::Figure(index));
                let span = reading.span(&place).unwrap();
                let text = &source[span.bytes().unwrap()];
                let printed = &figure.cell.as_ref().unwrap().printed;
                let digits =
                    |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
                assert_eq!(digits(text), digits(printed), "{layout:?} {text:?} {printed:?}");
            }
        }
    }
    let workbook = table.xlsx();
    let reading = Reader::new().read_bytes(&workbook);
    assert_eq!(reading.layout(), Layout::Xlsx);
    assert_eq!(outline_of(&reading), *lines, "{table:?}");
}

fn table(headers: &[&str], rows: &[(&str, &[&str])]) -> Table {
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Table {
        headers: own(headers),
        rows: rows.iter().map(|(label, cells)| ((*label).to_owned(), own(cells))).collect(),
        notes: Vec::new(),
    }
}

#[test]
fn a_table_is_the_same_in_each_layout() {
    check(&table(
        &["Behaald 2015", "Begroting 2016", "Beoogd 2017"],
        &[
            ("Aantal bezoekers", &["436.550", "> 2015", "23-25"]),
            ("Leegstand*", &["11,3%", "-", "< 10%"]),
            ("Cijfer", &["5.450*", "62,%9", "1% (woningen) en 5,5% (niet woningen)"]),
        ],
    ));
}

mod any {
    use super::{Table, check};
    use proptest::prelude::*;
    use proptest::sample::select;

    fn headers() -> impl Strategy<Value = Vec<String>> {
        let all = vec![
            "Behaald 2014",
            "Realisatie 2015*",
            "Begroting 2016",
            "Beoogd 2017",
            "Streefwaarde 2018",
            "Verwacht 2016",
            "R2013",
            "Begroting 2019 na wijziging",
        ];
        proptest::sample::subsequence(all, 2..=4)
            .prop_map(|headers| headers.into_iter().map(str::to_owned).collect())
    }

    fn cell() -> impl Strategy<Value = String> {
        let known = select(vec![
            "-",
            "n.b.",
            "10",
            "479.350",
            "25,8",
            "7.5",
            "1.049",
            "> 15",
            "≥ 80%",
            "<10%",
            "23-25",
            "65 tot 70 %",
            "tussen 240.000 en 260.000",
            "> 2016",
            "< nulmeting",
            "toename",
            "Top 5",
            "5.450*",
            "*28,8",
            "85% 1)",
            "48% (2008)",
            "100% in 2027",
            "62,%9",
            "€ 1,2 mln",
            "€ 1.500,-",
            "circa 200",
            "Ja",
            "behaald",
            "3,7 (3)",
            "min. 7",
            "€ 12 & meer",
        ]);
        prop_oneof![
            3 => known.prop_map(str::to_owned),
            1 => (0u32..100_000).prop_map(|number| number.to_string()),
        ]
        .prop_filter("a line of such words may be a label", |cell| cell != "€ 12 & meer")
    }

    fn label() -> impl Strategy<Value = String> {
        select(vec![
            "Aantal woningen",
            "Leegstand winkels*",
            "Waardering (schaal 1-5)",
            "Kosten & baten",
            "% jongeren < 18 jaar",
            "Bezoekers **",
            "Tevredenheid_over <b>",
        ])
        .prop_map(str::to_owned)
    }

    proptest! {
        #[test]
        fn tables_are_the_same_in_each_layout(
            (headers, rows) in headers().prop_flat_map(|headers| {
                let row = (label(), proptest::collection::vec(cell(), headers.len()));
                (Just(headers), proptest::collection::vec(row, 1..5))
            })
        ) {
            // In plain text a row of which most cells are words can't be told from lines of words.
            let is_of_numbers = |cells: &Vec<String>| {
                let has_digit = |cell: &&String| cell.contains(|c: char| c.is_ascii_digit());
                cells.iter().filter(has_digit).count() * 2 > cells.len()
            };
            prop_assume!(rows.iter().all(|(_, cells)| is_of_numbers(cells)));
            check(&Table { headers, rows, notes: Vec::new() });
        }
    }
}
