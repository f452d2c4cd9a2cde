//! Tables of Markdown that aren't as they should be.

use beleid::{Layout, Reader, Reading};

/// The texts of the rows below the heading, and the findings about the source.
fn outline(reading: &Reading<'_>) -> (Vec<String>, Vec<String>) {
    let texts = reading.lines().skip(1).map(|line| line.text.to_owned()).collect();
    let findings = reading.source_findings().iter().map(ToString::to_string);
    let is_of_source = |finding: &String| {
        ["hidden-part", "row-misaligned", "table-not-read", "feature-missing"]
            .iter()
            .any(|rule| finding.contains(rule))
    };
    (texts, findings.filter(is_of_source).collect())
}

#[test]
fn no_cell_is_lost() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        (
            "|Indicator|2016|\n|--|--|\n|A|1|2|\n|B|3|\n",
            &["Indicator", "2016", "A", "1", "2", "B", "3"],
            &[
                "warning[row-misaligned] line 5, column 2: a row has more cells than the 2 headers of the table (\"2\"): a pipe within a cell parts it",
            ],
        ),
        (
            "Indicator | 2016\n--|--\nLasten | baten | **1** | ~~9~~8\nB | 3 | 4\n",
            &["Indicator", "2016", "Lasten", "baten", "1", "8", "B", "3", "4"],
            &[
                "warning[row-misaligned] line 5, column 1: 2 rows have more cells than the 2 headers of the table (\"1\", \"8\"): a pipe within a cell parts it",
            ],
        ),
        (
            "|Indicator|2016|\n|--|--|\n|A\\|B|1|\n|C|3||\n",
            &["Indicator", "2016", "A|B", "1", "C", "3"],
            &[],
        ),
        // Headers without a rule below them.
        (
            "| Indicator | 2016 |\n| A | 1 |\n| - | - |\n",
            &["Indicator", "2016", "A", "1", "-", "-"],
            &[],
        ),
        ("Indicator | 2016 |\nA | 1 |\n", &["Indicator", "2016", "A", "1"], &[]),
        ("| | 2016 | |\n|--|--|--|\n| A | 1 | 2 |\n", &["2016", "A", "1", "2"], &[]),
        ("Een zin | met een pijp.\nEn nog een.\n", &["Een zin | met een pijp. En nog een."], &[]),
    ];
    for (table, texts, findings) in cases {
        let source = format!("# 1.1 Veld\n\n{table}\nTekst\n");
        let reading = Reader::new().read_as(&source, Layout::Markdown);
        let (found, told) = outline(&reading);
        let expected: Vec<&str> = texts.iter().copied().chain(["Tekst"]).collect();
        assert_eq!(
            (found, &*told),
            (
                expected.into_iter().map(str::to_owned).collect(),
                &*findings.iter().map(|f| (*f).to_owned()).collect::<Vec<_>>()
            ),
            "{table}"
        );
    }
}

#[test]
fn a_table_of_html_within_markdown_is_read() {
    for table in [
        "<table><tr><th>Indicator<th>Behaald 2016<tr><td>A<td>12<sup>1</sup></table>",
        "<table>\n\n<tr><th>Indicator</th><th>Behaald 2016</th></tr>\n\n    <tr><td>A</td>\n\n<td>12<sup>1</sup></td></tr>\n\n</table>",
        "<div>\n<TABLE class=x><tr><th>Indicator<th>Behaald 2016<tr><td>A<td>12<sup>1</sup></TABLE>\n</div>",
    ] {
        let source = format!("# 1.1 Veld\n\nVoor\n\n{table}\n\nNa\n");
        let reading = Reader::new().read_as(&source, Layout::Markdown);
        let (texts, told) = outline(&reading);
        assert_eq!(texts, ["Voor", "Indicator", "Behaald 2016", "A", "12¹", "Na"], "{table}");
        assert_eq!(told, [""; 0]);
        let figure = &reading.budget.fields[0].indicators[0].figures[0];
        assert_eq!(figure.value, beleid::Value::from(beleid::Number::from(12)));
        let (place, _) = reading.budget.indicator_places().next().unwrap();
        let span = reading.span(&place.at(beleid::Part::Figure(0))).unwrap();
        assert_eq!(&source[span.bytes().unwrap()], "12<sup>1");
    }
}
