//! Separated values: which sign parts them, and what doesn't fit.

use beleid::{Layout, Reader, Reading};

/// Each figure as `name header = printed`, and the findings about the source.
fn outline(reading: &Reading<'_>) -> Vec<String> {
    let fields = reading.budget.fields.iter();
    let rows = fields.flat_map(|field| field.indicators.iter().map(move |row| (field, row)));
    let figures = rows.flat_map(|(field, row)| {
        row.figures.iter().map(move |figure| {
            let header = crate::support::header(field, figure).unwrap_or_default();
            let printed = figure.cell.as_ref().map_or("", |cell| &*cell.printed);
            format!("{} {header} = {printed}", row.name)
        })
    });
    let findings = reading.source_findings().iter().map(ToString::to_string);
    let findings = findings.filter(|finding| !finding.contains("[missing-"));
    figures.chain(findings).collect()
}

#[test]
fn the_sign_is_the_one_that_parts_a_table() {
    const TABLE: [&str; 2] = ["A Behaald 2016 = 1", "A Beoogd 2017 = 2"];
    let long = format!("Indicator;Behaald 2016;Beoogd 2017;{}\nA;1;2\n", ";".repeat(5000));
    let wide = format!("\"{}\";Behaald 2016;Beoogd 2017\nA;1;2\nB;3;4\n", "Indicator ".repeat(900));
    for source in [
        "Indicator;Behaald 2016;Beoogd 2017\nA;1;2\n",
        "Indicator,Behaald 2016,Beoogd 2017\nA,1,2\n",
        "Indicator\tBehaald 2016\tBeoogd 2017\nA\t1\t2\n",
        "Indicator|Behaald 2016|Beoogd 2017\nA|1|2\n",
        "Indicator | Behaald 2016 | Beoogd 2017\nA | 1 | 2\n",
        "Indicator; Behaald 2016; Beoogd 2017\nA; 1; 2\n",
        "\u{feff}\"Indicator\";\"Behaald 2016\";\"Beoogd 2017\"\r\n\"A\";\"1\";\"2\"\r\n",
        "sep=;\nIndicator;Behaald 2016;Beoogd 2017\nA;1;2\n",
        // A sign more at the end of each row, or of the headers.
        "Indicator;Behaald 2016;Beoogd 2017\nA;1;2;\n",
        "Indicator;Behaald 2016;Beoogd 2017;\nA;1;2\n",
        // Titles above the table, padded or not.
        "Begroting van de gemeente\nIndicator;Behaald 2016;Beoogd 2017\nA;1;2\n",
        "Overzicht;;\n;;\nIndicator;Behaald 2016;Beoogd 2017\nA;1;2\n",
        // The first record is long.
        &long,
    ] {
        assert_eq!(Layout::of(source), Layout::Csv, "{source:.200}");
        assert_eq!(outline(&Reader::new().read_bytes(source.as_bytes())), TABLE, "{source:.200}");
    }
    assert_eq!(Layout::of(&wide), Layout::Csv);
    for text in [
        "- meer banen;\n- meer handel;\n- meer schepen.\n",
        "Wij willen meer; dat is duidelijk.\nZij willen minder; dat ook.\n",
        "Begroting 2017\n\n2.3 Handel\n\nBehaald 2015\n\nBanen, alle\n\n10\n",
        "1.104\n1.217\n",
    ] {
        assert_eq!(Layout::of(text), Layout::Lines, "{text}");
    }
}

#[test]
fn what_is_in_doubt_is_reported() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Indicator,Behaald 2016,Beoogd 2017\nA,12.345,11.875\n",
            &[
                "warning[ambiguous-number] line 2, column 3: commas part the values here, so the point in \"12.345\" may be a decimal sign",
            ],
        ),
        ("Indicator,Behaald 2016,Beoogd 2017\nA,1.012.345,11.875\n", &[]),
        ("Indicator,Behaald 2016,Beoogd 2017\nA,\"1.012,5\",11.875\n", &[]),
        ("Indicator;Behaald 2016;Beoogd 2017\nA;12.345;11.875\n", &[]),
        (
            "Indicator,Behaald 2016,Beoogd 2017\nA,12,5,13,2\nB,14,1,15,3\n",
            &[
                "warning[row-misaligned] line 2, column 1: \"A\" begins a row of 5 values, more than the 3 of the first rows, of which commas may be decimal signs",
            ],
        ),
        (
            "Indicator;Behaald 2016;Beoogd 2017\nA;1;2\nB;3;4\nC;5;6;7\n",
            &[
                "warning[row-misaligned] line 4, column 1: \"C\" begins a row of 4 values, more than the 3 of the first rows",
            ],
        ),
    ];
    for (source, expected) in cases {
        let reading = Reader::new().read_as(source, Layout::Csv);
        let of_source = reading
            .source_findings()
            .iter()
            .map(ToString::to_string)
            .filter(|finding| finding.contains("commas") || finding.contains("first rows"));
        assert_eq!(of_source.collect::<Vec<_>>(), *expected, "{source}");
    }
}

#[test]
fn values_that_become_text_are_reported() {
    let told = |reading: &Reading<'_>| -> Vec<String> {
        outline(reading).into_iter().filter(|finding| finding.contains("table-not-read")).collect()
    };
    let named = Reader::new().read_as("Banen 10\nWoningen 12\n", Layout::Csv);
    assert_eq!(
        told(&named),
        [
            "warning[table-not-read] line 1, column 1: no sign parts these lines into columns, so they were read as text"
        ]
    );
    let ragged = "Jaar;A;B\nX;1;2;3;4\nY;1;2\nZ;1;2;3\n";
    let reading = Reader::new().read_as(ragged, Layout::Lines);
    assert_eq!(
        told(&reading),
        [
            "warning[table-not-read] line 2, column 1: 7 numbers from \"X;1;2;3;4\" on stand in no table that was understood"
        ]
    );
    let words = "Jaar;A;B\nX;1;2;drie;vier\nY;1;twee\nZ;1;2;drie\n";
    let reading = Reader::new().read_as(words, Layout::Lines);
    assert_eq!(
        told(&reading),
        [
            "warning[table-not-read] line 2, column 1: values parted by semicolons have no common number of columns"
        ]
    );
}

#[test]
fn a_quotation_mark_that_nothing_closes_takes_nothing_along() {
    let source = "Indicator;Behaald 2016\n\"A;1\nB;2\n";
    assert_eq!(
        outline(&Reader::new().read_as(source, Layout::Csv)),
        ["\"A Behaald 2016 = 1", "B Behaald 2016 = 2"]
    );
}
